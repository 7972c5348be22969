use std::path::PathBuf;
use std::sync::Arc;

use super::{Problem, Reading, Remark};
use crate::domain::{Case, Day, Objection};

/// A file as it was found: where, its text, and what could be read of it.
#[derive(Debug, Clone)]
pub struct SourceFile<T> {
    /// Where it lies.
    pub path: PathBuf,
    /// Its text; empty when it could not be read at all.
    pub text: Arc<str>,
    /// The value, or why there is none.
    pub reading: Reading<T>,
}

/// A case file as it was found.
pub type CaseFile = SourceFile<Case>;

impl<T> SourceFile<T> {
    /// The file of these bytes.
    pub fn read(path: PathBuf, bytes: &[u8], read: impl FnOnce(&[u8]) -> Reading<T>) -> Self {
        Self { path, text: String::from_utf8_lossy(bytes).into(), reading: read(bytes) }
    }

    /// A file that is refused before it is read.
    pub fn refused(path: PathBuf, problem: Problem) -> Self {
        Self { path, text: "".into(), reading: Reading::refused(problem) }
    }

    /// A file that the system would not give, in the system's words.
    pub fn unreadable(path: PathBuf, message: String) -> Self {
        let remark = Remark::error(1, 1, Problem::Unreadable { message }, "");
        Self { path, text: "".into(), reading: Reading { value: None, remarks: vec![remark] } }
    }

    /// What is said of this file, as of one that should have held something else.
    pub fn without_value<U>(self) -> SourceFile<U> {
        SourceFile { path: self.path, text: self.text, reading: Reading { value: None, remarks: self.reading.remarks } }
    }

    /// What it holds, where nothing is wrong enough to keep it back.
    pub fn value(&self) -> Option<&T> {
        self.reading.value.as_ref().filter(|_| self.reading.is_sound())
    }
}

impl CaseFile {
    /// The case file of these bytes.
    pub fn new(path: PathBuf, bytes: &[u8], today: Day) -> Self {
        Self::read(path, bytes, |bytes| super::case(bytes, today))
    }

    /// The case, where nothing is wrong enough to keep it back.
    pub fn case(&self) -> Option<&Case> {
        self.value()
    }

    /// Values outside what is seen in people, as written, each once: `650 kg`. They are computed with all the same.
    pub fn improbable(&self) -> Vec<&str> {
        let mut written: Vec<&str> = Vec::new();
        for remark in &self.reading.remarks {
            if let Problem::Objected(Objection::Improbable { written: value, .. }) = &remark.problem
                && !written.contains(&value.as_str())
            {
                written.push(value);
            }
        }
        written
    }
}
