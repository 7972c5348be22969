//! The one door for YAML: text in, values or errors with file, line and column out. Never bypassed: the
//! only user of the YAML crate.

mod decode;
mod decode_error;
mod file;
mod gate;
mod node;
mod place;
mod problem;
mod remark;

use serde::de::DeserializeOwned;

use crate::domain::{Case, Day};

pub use file::CaseFile;
pub use problem::{Kind, Problem};
pub use remark::{Remark, Severity};

/// What came out of a file: the value, if it could be built, and everything there is to say about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading<T> {
    /// The value; `None` when an error stands in its way.
    pub value: Option<T>,
    /// Errors and warnings, in the order of the file.
    pub remarks: Vec<Remark>,
}

impl<T> Reading<T> {
    /// Whether nothing is wrong enough to keep the value back.
    pub fn is_sound(&self) -> bool {
        !self.remarks.iter().any(|remark| remark.severity == Severity::Error)
    }
}

/// Reads a case file. `today` decides which dates lie in the future.
pub fn case(bytes: &[u8], today: Day) -> Reading<Case> {
    let mut reading = document::<Case>(bytes);
    if let (Some(case), Ok(text)) = (&reading.value, gate::text(bytes)) {
        reading.remarks.extend(remark::objections(case, today, &text));
        reading.remarks.sort_by_key(|remark| (remark.line, remark.column));
    }
    reading
}

/// Reads any file of the program's own formats, with all its errors at once where that is possible.
pub fn document<T: DeserializeOwned>(bytes: &[u8]) -> Reading<T> {
    let text = match gate::text(bytes) {
        Ok(text) => text,
        Err(remark) => return Reading { value: None, remarks: vec![remark] },
    };
    let root = match node::parse(&text) {
        Ok(root) => root,
        Err(remark) => return Reading { value: None, remarks: vec![remark] },
    };
    let (value, faults) = decode::all(&root);
    let mut remarks: Vec<Remark> = faults.into_iter().map(|fault| remark::placed(fault, &text)).collect();
    remarks.sort_by_key(|remark| (remark.line, remark.column));
    Reading { value, remarks }
}

/// Reads a text that ships with the program; a fault in it is a fault of the program's.
///
/// # Errors
/// The first fault, in English, with its line.
pub fn trusted<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_yaml::from_str(text).map_err(|error| error.to_string())
}
