//! Text put in and taken out, with its lines, its commas and its line ends.

use std::ops::Range;

use super::layout::{column, line_end, line_start};

/// Longer lines are broken, as in the cases that ship.
const LONGEST: usize = 120;

/// The text with one more entry between brackets.
pub(super) fn in_brackets(text: &str, open: usize, last: Option<usize>, entry: &str, indent: usize) -> String {
    let Some(last) = last else { return spliced(text, &[(open + 1..open + 1, entry)]) };
    let rest = text.get(last..).unwrap_or_default();
    let spaces = rest.len() - rest.trim_start().len();
    let (at, lead) = if rest.trim_start().starts_with(',') { (last + spaces + 1, "") } else { (last, ",") };
    let fits = column(text, at) + entry.chars().count() + 3 <= LONGEST;
    let newline = newline_of(text);
    let space = if fits { " ".to_owned() } else { format!("{newline}{}", " ".repeat(indent)) };
    let entry = if fits { entry.to_owned() } else { broken(indent, entry, indent, newline) };
    spliced(text, &[(at..at, &format!("{lead}{space}{entry}"))])
}

/// A value in brackets broken over several lines where it is too long for one.
pub(super) fn broken(mut width: usize, value: &str, indent: usize, newline: &str) -> String {
    if width + value.chars().count() <= LONGEST || value.contains(['"', '\'']) || !value.ends_with([']', '}']) {
        return value.to_owned();
    }
    let mut lines = String::new();
    for (index, word) in value.split(", ").enumerate() {
        let length = word.chars().count() + 2;
        if index > 0 && width + length > LONGEST {
            lines.extend([",", newline, &" ".repeat(indent)]);
            width = indent;
        } else if index > 0 {
            lines.push_str(", ");
        }
        lines.push_str(word);
        width += length;
    }
    lines
}

/// The text with lines below the one in which this place stands.
pub(super) fn below(text: &str, at: usize, lines: &[String]) -> String {
    let (end, newline) = (line_end(text, at), newline_of(text));
    spliced(text, &[(end..end, &under(lines, newline))])
}

/// These lines, each behind a line end.
pub(super) fn under(lines: &[String], newline: &str) -> String {
    lines.iter().flat_map(|line| [newline, line.as_str()]).collect()
}

/// The text with lines at its end, behind an empty one; it ends with a line end if it did.
pub(super) fn at_end(text: &str, lines: &[String]) -> String {
    let newline = newline_of(text);
    let lines = lines.join(newline);
    match (text.ends_with('\n'), text.ends_with("\n\n") || text.ends_with("\n\r\n")) {
        (true, true) => format!("{text}{lines}{newline}"),
        (true, false) => format!("{text}{newline}{lines}{newline}"),
        (false, _) => format!("{text}{newline}{newline}{lines}"),
    }
}

/// The text without this; its lines go with it unless a comment stands behind it.
pub(super) fn without_lines(text: &str, span: Range<usize>) -> String {
    let (start, end) = (line_start(text, span.start), line_end(text, span.end));
    if text.get(span.end..end).is_some_and(|behind| !behind.trim().is_empty()) {
        return spliced(text, &[(span, "")]);
    }
    let after = text.get(end..).unwrap_or_default();
    let newline = ["\r\n", "\n"].into_iter().find(|newline| after.starts_with(newline)).map_or(0, str::len);
    let start = if newline == 0 { line_end(text, start.saturating_sub(1)) } else { start };
    spliced(text, &[(start..end + newline, "")])
}

/// The text without one of the entries between brackets, and without its comma.
pub(super) fn without_flow(text: &str, spans: &[Range<usize>], index: usize) -> String {
    let span = spans.get(index).cloned().unwrap_or_default();
    let before = index.checked_sub(1).and_then(|before| spans.get(before));
    let gone = match (spans.get(index + 1), before) {
        (Some(next), _) => span.start..next.start,
        (None, Some(before)) => before.end..span.end,
        (None, None) => span,
    };
    spliced(text, &[(gone, "")])
}

/// The line end of a text.
pub(super) fn newline_of(text: &str) -> &'static str {
    if text.split('\n').next().is_some_and(|line| line.ends_with('\r')) { "\r\n" } else { "\n" }
}

/// The text with some of its parts replaced; they stand one behind the other.
pub(super) fn spliced(text: &str, parts: &[(Range<usize>, &str)]) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut at = 0;
    for (span, new) in parts {
        whole.push_str(text.get(at..span.start).unwrap_or_default());
        whole.push_str(new);
        at = span.end;
    }
    whole.push_str(text.get(at..).unwrap_or_default());
    whole
}
