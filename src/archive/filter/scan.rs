use std::ops::Range;

/// A piece of the line between two spaces; quotes keep spaces inside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// Where it stands, in bytes.
    pub span: Range<usize>,
    /// Whether a quote that it opens is closed.
    pub quoted: bool,
}

/// What opens a quotation, and what closes it.
const QUOTES: [(char, char); 3] = [('"', '"'), ('“', '”'), ('«', '»')];

/// What closes the quotation that this letter opens.
pub(super) fn closing(opening: char) -> Option<char> {
    QUOTES.iter().find(|(open, _)| *open == opening).map(|(_, close)| *close)
}

/// The line in pieces.
pub(super) fn pieces(line: &str) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = line.get(at..) {
        let Some(first) = rest.find(|letter: char| !letter.is_whitespace()) else { break };
        let start = at + first;
        let (length, quoted) = length(line.get(start..).unwrap_or_default());
        found.push(Piece { span: start..start + length, quoted });
        at = start + length;
    }
    found
}

/// How long the first piece is, in bytes, and whether a quotation stands in it.
fn length(text: &str) -> (usize, bool) {
    let mut before = ' ';
    let mut at = 0;
    let mut quoted = false;
    while let Some(letter) = text.get(at..).and_then(|rest| rest.chars().next()) {
        if letter.is_whitespace() {
            break;
        }
        let end = closing(letter).filter(|_| matches!(before, ' ' | '-' | ':' | ',' | '=')).and_then(|close| {
            let inside = at + letter.len_utf8();
            text.get(inside..)?.find(close).map(|length| inside + length + close.len_utf8())
        });
        quoted |= end.is_some();
        at = end.unwrap_or(at + letter.len_utf8());
        before = letter;
    }
    (at, quoted)
}

/// The text without the quotes around it; what is quoted stands as it is.
pub(super) fn unquoted(text: &str) -> (String, bool) {
    let mut letters = text.chars();
    let close = letters.next().and_then(closing);
    match close {
        Some(close) if letters.next_back() == Some(close) => (letters.as_str().trim().to_owned(), true),
        _ => (text.to_owned(), false),
    }
}

/// The parts between commas that stand outside quotes, each with its place in the text.
pub(super) fn parted(text: &str) -> Vec<(Range<usize>, &str)> {
    let mut parts = Vec::new();
    let (mut start, mut close) = (0, None);
    for (at, letter) in text.char_indices() {
        match close {
            Some(end) => close = (letter != end).then_some(end),
            None if letter == ',' => {
                parts.push((start..at, text.get(start..at).unwrap_or_default()));
                start = at + 1;
            }
            None => close = closing(letter).filter(|_| at == start),
        }
    }
    parts.push((start..text.len(), text.get(start..).unwrap_or_default()));
    parts
}
