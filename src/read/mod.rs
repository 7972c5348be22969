//! The one door for what people write: YAML, and a laboratory's table; text in, values or errors with their place out. Never
//! bypassed: the only user of the YAML crate.

mod code;
mod decode;
mod decode_error;
mod edit;
mod file;
mod flaw;
mod gate;
mod identities;
mod inspect;
mod key_flaw;
mod laboratory;
mod node;
mod place;
mod placed;
mod printable;
mod problem;
mod quotation;
mod remark;
mod required;
mod scalar;
mod vocabulary;

use serde::de::DeserializeOwned;

use crate::domain::{Case, Day, PathStep};

use inspect::Inspection;

pub use decode_error::nearest;
pub use edit::{Edit, Refused, Setting, Snag, edited};
pub use file::{CaseFile, SourceFile};
pub use flaw::Flaw;
pub use gate::MOST_BYTES;
pub use identities::identities;
pub use key_flaw::KeyFlaw;
pub use laboratory::{
    Analyte, Conflict, LabPlan, LabSeries, LabTable, LabValue, LeftOut, Measured, NoTable, Why, day_of, lab_table,
};
pub use problem::{Kind, Problem};
pub use remark::{Remark, Severity};
pub use scalar::scalar;

/// What came out of a file: the value, if it could be built, and everything there is to say about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading<T> {
    /// The value; `None` when an error stands in its way.
    pub value: Option<T>,
    /// Errors and warnings, in the order of the file.
    pub remarks: Vec<Remark>,
}

impl<T> Reading<T> {
    /// The value with what there is to say about it; an error keeps the value back.
    fn new(value: Option<T>, mut remarks: Vec<Remark>) -> Self {
        remarks.sort_by_key(|remark| (remark.line, remark.column));
        let reading = Self { value, remarks };
        if reading.is_sound() { reading } else { Self { value: None, ..reading } }
    }

    /// A file that is refused before it is read.
    pub fn refused(problem: Problem) -> Self {
        Self { value: None, remarks: vec![Remark::error(1, 1, problem, "")] }
    }

    /// Whether nothing is wrong enough to keep the value back.
    pub fn is_sound(&self) -> bool {
        !self.remarks.iter().any(|remark| remark.severity == Severity::Error)
    }
}

/// Reads a case file. `today` decides which dates lie in the future.
pub fn case(bytes: &[u8], today: Day) -> Reading<Case> {
    let (text, root) = match tree(bytes) {
        Ok(read) => read,
        Err(remark) => return Reading { value: None, remarks: vec![remark] },
    };
    let decoded = decode::all::<Case>(&root, Inspection::of_case(&root), &required::of_case);
    let objections = match &decoded.value {
        Some(case) if !decoded.shifted() => placed::objections(case, today, &text, &root),
        _ => Vec::new(),
    };
    let is_whole = decoded.faults.is_empty();
    // What lacks in a part of a case may only have been set aside with a fault.
    let objections = objections.into_iter().filter(|remark| is_whole || !remark.is_of_absence());
    Reading::new(decoded.value, placed(decoded.faults, &text).chain(objections).collect())
}

/// Reads any file of the program's own formats, with all its errors at once where that is possible.
pub fn document<T: DeserializeOwned>(bytes: &[u8]) -> Reading<T> {
    judged(bytes, &|_| &[], &|_: &T| Vec::new())
}

/// What is found in a value, each with its place.
pub type Found = Vec<(Vec<PathStep>, Problem)>;

/// Reads a file of the program's own formats, with all its errors at once, those of its content included. `required` tells
/// the keys that must stand under a key (the empty one for the whole file); `judge` finds what the types cannot see.
pub fn judged<T: DeserializeOwned>(
    bytes: &[u8],
    required: &dyn Fn(&str) -> &'static [&'static str],
    judge: &dyn Fn(&T) -> Found,
) -> Reading<T> {
    let (text, root) = match tree(bytes) {
        Ok(read) => read,
        Err(remark) => return Reading { value: None, remarks: vec![remark] },
    };
    let must =
        |root: &node::Node, path: &[usize]| required(root.key_above(path)).iter().map(ToString::to_string).collect();
    let decoded = decode::all::<T>(&root, Inspection::of_document(&root), &must);
    let found = decoded.value.as_ref().map(judge).unwrap_or_default();
    let is_whole = decoded.faults.is_empty();
    let found = found.into_iter().filter(|(_, problem)| is_whole || !problem.is_of_absence()).collect();
    let found = placed::judged(found, &text, &root, &decoded.aside);
    Reading::new(decoded.value, placed(decoded.faults, &text).chain(found).collect())
}

fn tree(bytes: &[u8]) -> Result<(String, node::Node), Remark> {
    let text = gate::text(bytes)?;
    let root = node::parse(&text)?;
    Ok((text, root))
}

fn placed(faults: Vec<decode_error::Fault>, text: &str) -> impl Iterator<Item = Remark> {
    faults.into_iter().map(move |fault| placed::placed(fault, text))
}

/// Reads a text that ships with the program; a fault in it is a fault of the program's.
///
/// # Errors
/// The first fault, in English, with its line.
pub fn trusted<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_yaml::from_str(text).map_err(|error| error.to_string())
}
