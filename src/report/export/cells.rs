//! A table in commas: RFC 4180, UTF-8, and no cell that a spreadsheet would take for a formula.

use std::borrow::Cow;
use std::io::{self, Write};

use crate::text::{visible, visible_lines};

/// Rows with commas between their cells and CRLF after each.
pub(super) struct Rows<'a>(csv::Writer<&'a mut dyn Write>);

impl<'a> Rows<'a> {
    /// A table whose first row is its head.
    pub(super) fn headed(out: &'a mut dyn Write, head: &[&str]) -> io::Result<Self> {
        let mut rows = Self(csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out));
        rows.add(head.iter().map(|cell| Cow::Borrowed(*cell)))?;
        Ok(rows)
    }

    /// One more row, of cells that are harmless already.
    pub(super) fn add<'c>(&mut self, cells: impl Iterator<Item = Cow<'c, str>>) -> io::Result<()> {
        self.0.write_record(cells.map(|cell| cell.into_owned().into_bytes())).map_err(of_the_disk)
    }

    /// Nothing more comes.
    pub(super) fn end(mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// What the disk said, as it said it.
fn of_the_disk(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// The words as a cell: what cannot be seen is shown, line breaks stay, and what a spreadsheet would reckon with is made
/// text by an apostrophe before it. A number stays a number.
pub fn cell(words: &str) -> Cow<'_, str> {
    let shown = if words.contains('\n') { Cow::Owned(visible_lines(words)) } else { visible(words) };
    if is_reckoned_with(words) || is_reckoned_with(&shown) { Cow::Owned(format!("'{shown}")) } else { shown }
}

/// Whether a spreadsheet would take it for a formula, as it stands or once it has been trimmed.
fn is_reckoned_with(cell: &str) -> bool {
    let starts = |text: &str, signs: &[char]| text.starts_with(signs);
    if starts(cell, &['\t', '\r', '\n']) {
        return true;
    }
    let bare = cell.trim_start();
    starts(bare, &['=', '+', '-', '@', '＝', '＋', '－', '＠']) && !is_number(bare.trim_end())
}

/// Whether it is a number and nothing else: `-25`, `0.7`, `0,7`.
fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix(['-', '+']).unwrap_or(cell);
    let (whole, part) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
    [whole, part].iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}
