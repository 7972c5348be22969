//! Where the parts of a YAML text stand, for the styles in which case files are written. What it does not know (anchors,
//! tags, keys that are lists) it refuses; what it misunderstands is caught by the law that every edit is held to.

mod flow;

use std::ops::Range;

/// Deeper than this no case file nests.
const MOST_NESTED: usize = 32;

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) span: Range<usize>,
    pub(super) form: Form,
}

/// How a value is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Form {
    /// Nothing is written.
    Empty,
    Scalar,
    /// Text over several lines behind `|` or `>`.
    Block,
    List(Vec<Part>, Style),
    Map(Vec<Entry>, Style),
}

/// Brackets, or one line below the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Flow,
    /// The bytes in front of it in its line: those of its keys, or of its dashes.
    Block(usize),
}

/// A key with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// The key without its quotation marks.
    pub(super) key: String,
    pub(super) start: usize,
    /// Right behind the colon.
    pub(super) colon: usize,
    pub(super) value: Part,
}

impl Part {
    /// The first entry of this key.
    pub(super) fn entry(&self, key: &str) -> Option<&Entry> {
        match &self.form {
            Form::Map(entries, _) => entries.iter().find(|entry| entry.key == key),
            _ => None,
        }
    }
}

/// The parts of a whole text; none where it is written in a way that is not known here.
pub(super) fn of(text: &str) -> Option<Part> {
    let mut scan = Scan { text, at: 0, depth: 0 };
    scan.gap();
    if scan.rest().starts_with("---") {
        scan.at += 3;
        scan.gap();
    }
    let root = scan.node(0)?;
    scan.gap();
    scan.rest().is_empty().then_some(root)
}

/// The bytes in front of this place in its line.
pub(super) fn column(text: &str, at: usize) -> usize {
    at - line_start(text, at)
}

/// Where the line of this place begins.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1)
}

/// Where the line of this place ends, in front of its line end.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let line = rest.split('\n').next().unwrap_or_default();
    at + line.strip_suffix('\r').unwrap_or(line).len()
}

struct Scan<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
}

impl Scan<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn column(&self) -> usize {
        column(self.text, self.at)
    }

    fn take(&mut self, c: char) -> bool {
        let is_there = self.peek() == Some(c);
        if is_there {
            self.at += c.len_utf8();
        }
        is_there
    }

    /// Over spaces within the line.
    fn spaces(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start_matches([' ', '\t', '\r']).len();
    }

    /// Over spaces, line ends and comments.
    fn gap(&mut self) {
        loop {
            self.at += self.rest().len() - self.rest().trim_start_matches([' ', '\t', '\r', '\n']).len();
            let begins =
                self.at == 0 || self.text.get(..self.at).is_some_and(|before| before.ends_with([' ', '\t', '\n']));
            if !(begins && self.rest().starts_with('#')) {
                return;
            }
            self.at = line_end(self.text, self.at);
        }
    }

    /// Whether nothing but a comment stands in the rest of the line.
    fn line_is_over(&mut self) -> bool {
        self.spaces();
        matches!(self.peek(), None | Some('\n' | '#'))
    }

    fn is_dash(&self) -> bool {
        let mut chars = self.rest().chars();
        chars.next() == Some('-') && matches!(chars.next(), None | Some(' ' | '\n' | '\r' | '\t'))
    }

    fn deeper(&mut self, read: impl FnOnce(&mut Self) -> Option<Form>) -> Option<Form> {
        self.depth += 1;
        let form = if self.depth > MOST_NESTED { None } else { read(self) };
        self.depth -= 1;
        form
    }

    /// A value that begins here; its further lines begin no less far right than `least`.
    fn node(&mut self, least: usize) -> Option<Part> {
        let start = self.at;
        let form = match self.peek()? {
            '&' | '*' | '!' | '?' | '%' | '@' | '`' | '|' | '>' => return None,
            '[' | '{' => return self.flow(),
            _ if self.is_dash() => self.deeper(Self::block_list)?,
            _ if self.key().is_some() => self.deeper(Self::block_map)?,
            _ => return self.scalar(least),
        };
        Some(Part { span: start..self.end_of(&form, start), form })
    }

    fn end_of(&self, form: &Form, start: usize) -> usize {
        match form {
            Form::List(items, _) => items.last().map_or(start, |item| item.span.end),
            Form::Map(entries, _) => entries.last().map_or(start, |entry| entry.value.span.end),
            _ => self.at,
        }
    }

    fn block_list(&mut self) -> Option<Form> {
        let column = self.column();
        let mut items = Vec::new();
        while self.column() == column && self.is_dash() {
            self.at += 1;
            items.push(self.value(column + 1, false)?);
            self.gap();
        }
        Some(Form::List(items, Style::Block(column)))
    }

    fn block_map(&mut self) -> Option<Form> {
        let column = self.column();
        let mut entries = Vec::new();
        while self.column() == column && !self.is_dash() {
            let Some((key, colon)) = self.key() else { break };
            let start = std::mem::replace(&mut self.at, colon);
            let value = self.value(column + 1, true)?;
            entries.push(Entry { key, start, colon, value });
            self.gap();
        }
        Some(Form::Map(entries, Style::Block(column)))
    }

    /// The value behind a dash or a colon. The dashes of a list may stand right under the key it belongs to.
    fn value(&mut self, least: usize, of_key: bool) -> Option<Part> {
        let nothing = Part { span: self.at..self.at, form: Form::Empty };
        if !self.line_is_over() {
            return match self.peek()? {
                '|' | '>' => Some(self.block_scalar(least)),
                _ if of_key && self.is_dash() => None,
                _ if of_key && !matches!(self.peek()?, '[' | '{' | '&' | '*' | '!') => self.scalar(least),
                _ => self.node(least),
            };
        }
        self.gap();
        let is_inside = self.column() >= least || (of_key && self.column() + 1 == least && self.is_dash());
        if is_inside && self.peek().is_some() {
            return self.node(least);
        }
        self.at = nothing.span.end;
        Some(nothing)
    }

    /// The key that begins here, and the place behind its colon.
    fn key(&self) -> Option<(String, usize)> {
        let line = self.rest().split(['\n', '\r']).next().unwrap_or_default();
        let (key, length) = match line.chars().next()? {
            quote @ ('"' | '\'') => {
                let end = quotation_end(line, quote)?;
                (line.get(1..end - 1)?.to_owned(), end)
            }
            '[' | '{' | '#' => return None,
            _ => {
                let end = line.match_indices(':').find(|(at, _)| ends_key(line, *at))?.0;
                let key = line.get(..end)?;
                if key.contains(" #") {
                    return None;
                }
                (key.trim_end().to_owned(), end)
            }
        };
        let after = line.get(length..)?;
        let colon = length + (after.len() - after.trim_start_matches(' ').len());
        (line.get(colon..)?.starts_with(':') && ends_key(line, colon)).then_some((key, self.at + colon + 1))
    }

    /// A word or a quotation, over several lines where they are indented.
    fn scalar(&mut self, least: usize) -> Option<Part> {
        let start = self.at;
        if let Some(quote @ ('"' | '\'')) = self.peek() {
            self.at += quotation_end(self.rest(), quote)?;
            return Some(Part { span: start..self.at, form: Form::Scalar });
        }
        let mut end = self.plain_line_end();
        loop {
            self.at = end;
            if !self.line_is_over() || self.peek() != Some('\n') {
                break;
            }
            self.at += self.rest().len() - self.rest().trim_start_matches([' ', '\t', '\r', '\n']).len();
            if self.peek().is_none_or(|c| c == '#') || self.column() < least {
                break;
            }
            end = self.plain_line_end();
        }
        self.at = end;
        Some(Part { span: start..end, form: Form::Scalar })
    }

    /// Where the words of this line end, in front of a comment.
    fn plain_line_end(&self) -> usize {
        let line = self.rest().split('\n').next().unwrap_or_default();
        let words = line.find(" #").or_else(|| line.find("\t#")).and_then(|at| line.get(..at)).unwrap_or(line);
        self.at + words.trim_end().len()
    }

    fn block_scalar(&mut self, least: usize) -> Part {
        let start = self.at;
        let mut end = line_end(self.text, self.at);
        self.at = end;
        while let Some(newline) = self.rest().find('\n') {
            let line = self.at + newline + 1;
            let words = self.text.get(line..).unwrap_or_default();
            let first = line + (words.len() - words.trim_start_matches([' ', '\r']).len());
            let is_blank = self.text.get(first..).is_some_and(|rest| rest.starts_with('\n'));
            if first == self.text.len() || (!is_blank && first - line < least) {
                break;
            }
            self.at = line_end(self.text, line);
            if !is_blank {
                end = self.at;
            }
        }
        self.at = end;
        Part { span: start..end, form: Form::Block }
    }
}

/// Whether the colon here ends a key.
fn ends_key(text: &str, at: usize) -> bool {
    let after = text.get(at + 1..).unwrap_or_default();
    after.is_empty() || after.starts_with([' ', '\t', '\n', '\r', ',', ']', '}'])
}

/// The length of the quotation that a text begins with.
fn quotation_end(text: &str, quote: char) -> Option<usize> {
    let mut rest = text.char_indices().skip(1).peekable();
    while let Some((at, c)) = rest.next() {
        match c {
            '\\' if quote == '"' => {
                rest.next();
            }
            _ if c == quote && quote == '\'' && rest.peek().is_some_and(|(_, next)| *next == '\'') => {
                rest.next();
            }
            _ if c == quote => return Some(at + 1),
            _ => {}
        }
    }
    None
}
