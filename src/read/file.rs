use std::path::PathBuf;
use std::sync::Arc;

use super::{Problem, Reading, Remark};
use crate::domain::{Case, Day};

/// A case file as it was found: where, its text, and what could be read of it.
#[derive(Debug, Clone)]
pub struct CaseFile {
    /// Where it lies.
    pub path: PathBuf,
    /// Its text; empty when it could not be read at all.
    pub text: Arc<str>,
    /// The case, or why there is none.
    pub reading: Reading<Case>,
}

impl CaseFile {
    /// The file of these bytes.
    pub fn new(path: PathBuf, bytes: &[u8], today: Day) -> Self {
        Self { path, text: String::from_utf8_lossy(bytes).into(), reading: super::case(bytes, today) }
    }

    /// A file that the system would not give, in the system's words.
    pub fn unreadable(path: PathBuf, message: String) -> Self {
        let remark = Remark::error(1, 1, Problem::Unreadable { message }, "");
        Self { path, text: "".into(), reading: Reading { value: None, remarks: vec![remark] } }
    }

    /// The case, where nothing is wrong enough to keep it back.
    pub fn case(&self) -> Option<&Case> {
        self.reading.value.as_ref().filter(|_| self.reading.is_sound())
    }
}
