//! Which quotation a text fails to end: the parser notices far below, the person needs the line where it opens.

/// Line and column of the first quotation that runs over its line and never ends, or ends in front of something
/// that cannot stand there.
pub(super) fn unended(text: &str) -> Option<(usize, usize)> {
    let mut rest = text.char_indices().peekable();
    let (mut line, mut column) = (1, 0);
    // The last visible character of the line: a quotation opens only where a value or a key can begin.
    let (mut before, mut visible) = ('\n', '\n');
    let mut open: Option<(char, usize, usize)> = None;
    while let Some((at, c)) = rest.next() {
        column += 1;
        match open {
            Some(('#', ..)) if c == '\n' => open = None,
            Some(('"', ..)) if c == '\\' => {
                rest.next_if(|(_, next)| *next != '\n');
                column += 1;
            }
            Some((quote, from_line, from_column)) if c == quote && c != '#' => {
                if quote == '\'' && rest.next_if(|(_, next)| *next == '\'').is_some() {
                    column += 1;
                } else if may_follow(text.get(at + 1..).unwrap_or_default()) {
                    open = None;
                } else {
                    return Some((from_line, from_column));
                }
            }
            None if c == '#' && before.is_whitespace() => open = Some(('#', line, column)),
            None if matches!(c, '"' | '\'') && matches!(visible, '\n' | ':' | '-' | ',' | '[' | '{') => {
                open = Some((c, line, column));
            }
            _ => {}
        }
        if c == '\n' {
            (line, column) = (line + 1, 0);
        }
        before = c;
        if c == '\n' || !c.is_whitespace() {
            visible = c;
        }
    }
    open.filter(|(quote, ..)| *quote != '#').map(|(_, line, column)| (line, column))
}

/// Whether this may stand behind the end of a quotation.
fn may_follow(rest: &str) -> bool {
    let after = rest.trim_start_matches([' ', '\t']);
    let spaced = after.len() < rest.len();
    after.is_empty() || after.starts_with(['\n', '\r', ',', ']', '}', ':']) || (spaced && after.starts_with('#'))
}
