//! What is settled before YAML is parsed: encoding, size, depth, tabs, control characters.

use super::problem::Problem;
use super::remark::{Remark, line_of};

/// Largest file that is read, in bytes; a case file of 2,000 dated laboratory rows is about 300 KB.
pub const MOST_BYTES: usize = 1024 * 1024;
/// The format itself nests 5 deep.
const MOST_NESTED: usize = 64;

/// The file's text without its byte order mark.
pub(super) fn text(bytes: &[u8]) -> Result<String, Remark> {
    let refuse = |line: usize, column: usize, problem: Problem, excerpt: &str| {
        Err(Remark::error(line, column, problem, excerpt))
    };
    if bytes.len() > MOST_BYTES {
        return refuse(1, 1, Problem::TooLarge { bytes: bytes.len(), most: MOST_BYTES }, "");
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return refuse(1, 1, Problem::Encoding { found: "UTF-16".to_owned() }, "");
    }
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        let before = String::from_utf8_lossy(bytes.split_at(at).0);
        let (line, column) = end_of(&before);
        return refuse(line, column, Problem::Encoding { found: "binary".to_owned() }, "");
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let (sound, _) = bytes.split_at(error.valid_up_to());
            let before = String::from_utf8_lossy(sound);
            let (line, column) = end_of(&before);
            let whole = String::from_utf8_lossy(bytes);
            let found = "Latin-1 / Windows-1252".to_owned();
            return refuse(line, column, Problem::Encoding { found }, line_of(&whole, line));
        }
    };
    for (index, line) in text.lines().enumerate() {
        if let Some((column, problem)) = objection(line) {
            return refuse(index + 1, column, problem, line);
        }
    }
    if let Some((line, column)) = brackets_too_deep(text) {
        return refuse(line, column, Problem::TooDeep, line_of(text, line));
    }
    Ok(text.to_owned())
}

/// Whether a text has printable ASCII alone, as most do: what is asked of each character is settled for it.
pub(super) fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// What one line alone says against the file.
fn objection(line: &str) -> Option<(usize, Problem)> {
    let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
    let (space, rest) = line.split_at(indent);
    let says_something = !rest.is_empty() && !rest.starts_with('#');
    if let Some(at) = space.find('\t').filter(|_| says_something) {
        return Some((at + 1, Problem::Tab));
    }
    let dashes = rest.split(' ').take_while(|word| *word == "-").count();
    if indent / 2 + dashes > MOST_NESTED * 2 || dashes > MOST_NESTED {
        return Some((indent + 1, Problem::TooDeep));
    }
    // The parser takes the separators of lines and paragraphs for ends of lines, and no editor does: every place behind one would be
    // another.
    let is_seen = |c: char| {
        (!c.is_control() || c == '\t') && !matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}' | '\u{2028}' | '\u{2029}')
    };
    if is_plain(line) {
        return None;
    }
    let control = line.chars().position(|c| !is_seen(c));
    control.map(|at| (at + 1, Problem::ControlCharacter))
}

/// Line and column behind the last character of a text.
fn end_of(text: &str) -> (usize, usize) {
    let last = text.rsplit('\n').next().unwrap_or_default();
    (text.matches('\n').count() + 1, last.chars().count() + 1)
}

/// Where more brackets are open than any case needs, as if none of them stood in a text.
fn brackets_too_deep(text: &str) -> Option<(usize, usize)> {
    let mut open = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'[' | b'{' => open += 1,
            b']' | b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        if open > MOST_NESTED {
            return text.get(..at).map(end_of);
        }
    }
    None
}
