//! Lists and maps between brackets.

use super::{Entry, Form, Part, Scan, Style, ends_key, quotation_end};

impl Scan<'_> {
    /// The list or map whose bracket opens here.
    pub(super) fn flow(&mut self) -> Option<Part> {
        let start = self.at;
        let form = self.deeper(|scan| {
            if scan.take('[') { scan.flow_list() } else { scan.take('{').then(|| scan.flow_map()).flatten() }
        })?;
        Some(Part { span: start..self.at, form })
    }

    fn flow_list(&mut self) -> Option<Form> {
        let mut items = Vec::new();
        loop {
            self.gap();
            if self.take(']') {
                return Some(Form::List(items, Style::Flow));
            }
            items.push(self.flow_value()?);
            self.gap();
            if !self.take(',') && self.peek() != Some(']') {
                return None;
            }
        }
    }

    fn flow_map(&mut self) -> Option<Form> {
        let mut entries = Vec::new();
        loop {
            self.gap();
            if self.take('}') {
                return Some(Form::Map(entries, Style::Flow));
            }
            let key = self.flow_value().filter(|key| key.form == Form::Scalar)?;
            let written = self.text.get(key.span.clone())?.trim_matches(['"', '\'']);
            self.gap();
            if !self.take(':') {
                return None;
            }
            let colon = self.at;
            self.gap();
            let value = match self.peek()? {
                ',' | '}' => Part { span: colon..colon, form: Form::Empty },
                _ => self.flow_value()?,
            };
            entries.push(Entry { key: written.to_owned(), start: key.span.start, colon, value });
            self.gap();
            if !self.take(',') && self.peek() != Some('}') {
                return None;
            }
        }
    }

    fn flow_value(&mut self) -> Option<Part> {
        let start = self.at;
        match self.peek()? {
            '[' | '{' => return self.flow(),
            '&' | '*' | '!' | '?' | ',' | ']' | '}' | ':' => return None,
            quote @ ('"' | '\'') => self.at += quotation_end(self.rest(), quote)?,
            _ => {
                let rest = self.rest();
                let ends = |(at, c): (usize, char)| {
                    let comment = c == '#' && rest.get(..at).is_some_and(|before| before.ends_with([' ', '\t', '\n']));
                    comment || matches!(c, ',' | '[' | ']' | '{' | '}') || (c == ':' && ends_key(rest, at))
                };
                let end = rest.char_indices().find(|found| ends(*found)).map_or(rest.len(), |(at, _)| at);
                self.at += rest.get(..end)?.trim_end().len();
            }
        }
        Some(Part { span: start..self.at, form: Form::Scalar })
    }
}
