use std::borrow::Cow;
use std::path::Path;

/// More marks than this on one letter are no language's; they would draw over the lines around.
const MOST_MARKS: usize = 4;

/// The text with everything a terminal might obey, or that hides or reverses what is written, as visible marks.
///
/// Line breaks and tabs become spaces; other control characters become their picture (`␛`) or `�`; the marks
/// that change the direction of writing and characters that cannot be seen become `�`.
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.is_ascii() && !text.bytes().any(|byte| byte.is_ascii_control()) {
        return Cow::Borrowed(text);
    }
    let mut marks = 0;
    let shown = text.chars().filter_map(|c| {
        marks = if is_combining(c) { marks + 1 } else { 0 };
        (marks <= MOST_MARKS && !is_joiner(c)).then(|| mark(c))
    });
    Cow::Owned(shown.collect())
}

/// The same of a text of several lines, which stay lines.
pub fn visible_lines(text: &str) -> String {
    text.lines().map(visible).collect::<Vec<_>>().join("\n")
}

/// A path fit to be shown.
pub fn shown_path(path: &Path) -> String {
    visible(&path.to_string_lossy()).into_owned()
}

/// Whether the text is shown as it is, each of its characters a letter of its own in one cell: nearly all that is ever said is,
/// and need not be cut into letters and measured.
pub fn is_plain(text: &str) -> bool {
    text.chars().all(is_plain_letter)
}

/// JSON in which what a terminal might obey, or that cannot be seen, is escaped.
pub fn harmless_json(text: &str) -> String {
    // Nearly all that is said is, and need not be looked at letter by letter.
    if is_plain(text) {
        return text.to_owned();
    }
    let mut harmless = String::with_capacity(text.len() + 1);
    for c in text.chars() {
        if c == '\n' || c.is_ascii() && !c.is_ascii_control() || is_seen(c) {
            harmless.push(c);
        } else {
            // Outside the quotes there is only ASCII, so this stands inside a text.
            harmless.extend(c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")));
        }
    }
    harmless
}

/// Whether the character is shown as it is.
fn is_seen(c: char) -> bool {
    let mut bytes = [0; 4];
    let text: &str = c.encode_utf8(&mut bytes);
    visible(text) == text
}

/// Latin, Greek, the usual punctuation, arrows, signs, lines and dots; no mark that joins, hides, or is drawn wide somewhere.
fn is_plain_letter(c: char) -> bool {
    matches!(c,
        ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{391}'..='\u{3a1}' | '\u{3a3}'..='\u{3ff}'
        | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{2080}'..='\u{208e}' | '\u{2190}'..='\u{2199}'
        | '\u{2200}'..='\u{22ff}' | '\u{2500}'..='\u{25fc}' | '★' | '☆' | '⚠' | '✓' | '✗' | '\u{2800}'..='\u{28ff}')
}

fn mark(c: char) -> char {
    match c {
        '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
        '\0'..='\u{1f}' => char::from_u32(u32::from(c) + 0x2400).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}' => '\u{fffd}',
        // Half of a flag: terminals disagree whether two of them are two cells or four.
        '\u{1f1e6}'..='\u{1f1ff}' => char::from_u32(u32::from(c) - 0x1_f1e6 + u32::from('A')).unwrap_or('\u{fffd}'),
        c if is_treacherous(c) => '\u{fffd}',
        c => c,
    }
}

/// Changes the direction of what follows, or cannot be seen.
fn is_treacherous(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// Joins or parts letters without being seen, or tints a drawing: nothing is lost with it, and terminals disagree on its width.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}')
}

fn is_combining(c: char) -> bool {
    unicode_width::UnicodeWidthChar::width(c) == Some(0)
}
