//! What is settled before YAML is parsed: encoding, size, depth, tabs.

use super::problem::Problem;
use super::remark::Remark;

/// A case file of 2,000 dated laboratory rows is about 300 KB.
const MOST_BYTES: usize = 1024 * 1024;
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
    if bytes.contains(&0) {
        return refuse(1, 1, Problem::Encoding { found: "binary".to_owned() }, "");
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let (sound, _) = bytes.split_at(error.valid_up_to());
            let before = String::from_utf8_lossy(sound);
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
            let rest: String = String::from_utf8_lossy(bytes).lines().nth(line - 1).unwrap_or_default().to_owned();
            return refuse(line, column, Problem::Encoding { found: "Latin-1 / Windows-1252".to_owned() }, &rest);
        }
    };
    for (index, line) in text.lines().enumerate() {
        if let Some((column, problem)) = objection(line) {
            return refuse(index + 1, column, problem, line);
        }
    }
    if brackets_open(text) > MOST_NESTED {
        return refuse(1, 1, Problem::TooDeep, "");
    }
    Ok(text.to_owned())
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
        return Some((1, Problem::TooDeep));
    }
    notation(rest).map(|(at, written)| (indent + at + 1, Problem::Notation { written }))
}

/// A plain number that YAML would read as something else than what is seen, with where it begins.
fn notation(line: &str) -> Option<(usize, String)> {
    let value_at = line.find(": ").map(|at| at + 2)?;
    let (_, value) = line.split_at(value_at);
    let word = value.trim_start();
    let at = value_at + (value.len() - word.len());
    let word = word.split([' ', ',', '#', '}', ']']).next().unwrap_or_default();
    let lower = word.to_ascii_lowercase();
    let radix = ["0x", "0o", "0b"].iter().any(|prefix| lower.strip_prefix(prefix).is_some_and(hexadecimal));
    let endless = matches!(lower.as_str(), ".nan" | ".inf" | "-.inf" | "+.inf");
    (radix || endless).then(|| (line.split_at(at).0.chars().count(), word.to_owned()))
}

fn hexadecimal(digits: &str) -> bool {
    !digits.is_empty() && digits.chars().all(|c| c.is_ascii_hexdigit())
}

/// The deepest run of open brackets, as if none of them stood in a text: an upper bound.
fn brackets_open(text: &str) -> usize {
    let (mut open, mut deepest) = (0_usize, 0);
    for c in text.chars() {
        match c {
            '[' | '{' => open += 1,
            ']' | '}' => open = open.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(open);
    }
    deepest
}
