//! One change made to the text: what stands around it stays byte for byte.

use std::ops::Range;

use super::layout::{self, Entry, Form, Part, Style, column, line_end, line_start};
use super::splice::{at_end, below, broken, in_brackets, newline_of, spliced, under, without_flow, without_lines};
use super::written::{Value, dashed, keyed};
use super::{Setting, Snag};
use crate::read::node;

/// The word of a value that nobody knows.
const UNKNOWN: &str = "unknown";

/// The map in which a change is made, found anew after every step.
pub(super) struct Place<'a> {
    /// The group at the top of the file; none where the top itself is meant.
    pub(super) group: Option<&'a str>,
    /// The entry of a list in it: the list, the key that tells its entries apart, and its value.
    pub(super) item: Option<(&'a str, &'a str, &'a str)>,
}

impl Place<'_> {
    /// The text with these settings made here; a map that is not there yet is written.
    pub(super) fn set(&self, text: &str, settings: &[Setting]) -> Result<String, Snag> {
        if self.map(text)?.is_none() {
            return self.begin(text, settings);
        }
        settings.iter().try_fold(text.to_owned(), |text, setting| {
            let map = self.map(&text)?.ok_or(Snag::NotUnderstood)?;
            match &setting.value {
                Some(value) => put(&text, &map, setting.key, &Value::Flow(value.clone())),
                None => Ok(without_key(&text, &map, setting.key)),
            }
        })
    }

    /// The text without the entry of the list.
    pub(super) fn drop_item(&self, text: &str) -> Result<String, Snag> {
        let (Some((list, ..)), Some(holder)) = (self.item, self.holder(text)?) else { return Ok(text.to_owned()) };
        let (Some(list), Some(index)) = (holder.entry(list), self.index(text, &holder)?) else {
            return Ok(text.to_owned());
        };
        let Form::List(items, style) = &list.value.form else { return Err(Snag::NotUnderstood) };
        let spans: Vec<Range<usize>> = items.iter().map(|item| item.span.clone()).collect();
        Ok(match style {
            Style::Flow => without_flow(text, &spans, index),
            Style::Block(_) if items.len() == 1 => replaced(text, list, "[]"),
            Style::Block(_) => {
                let span = spans.get(index).cloned().unwrap_or_default();
                without_lines(text, dash_of(text, &span)..span.end)
            }
        })
    }

    /// What the group or the list holds.
    fn holder(&self, text: &str) -> Result<Option<Part>, Snag> {
        let root = layout::of(text).ok_or(Snag::NotUnderstood)?;
        let holder = match self.group {
            None => Some(&root),
            Some(group) => root.entry(group).map(|entry| &entry.value),
        };
        Ok(holder.filter(|holder| !is_open(text, holder)).cloned())
    }

    fn map(&self, text: &str) -> Result<Option<Part>, Snag> {
        let Some(holder) = self.holder(text)? else { return Ok(None) };
        let Some((list, ..)) = self.item else { return Ok(Some(holder)) };
        let Some(index) = self.index(text, &holder)? else { return Ok(None) };
        let Some(Form::List(items, _)) = holder.entry(list).map(|entry| &entry.value.form) else { return Ok(None) };
        Ok(items.get(index).cloned())
    }

    /// Which entry of the list it is.
    fn index(&self, text: &str, holder: &Part) -> Result<Option<usize>, Snag> {
        let Some((list, key, value)) = self.item else { return Ok(None) };
        let Some(Form::List(items, _)) = holder.entry(list).map(|entry| &entry.value.form) else { return Ok(None) };
        let is_meant = |item: &Part| {
            let told = item.entry(key).and_then(|entry| text.get(entry.value.span.clone()));
            told.is_some_and(|told| told.trim_matches(['"', '\'']) == value)
        };
        let mut meant = items.iter().enumerate().filter(|(_, item)| is_meant(item)).map(|(index, _)| index);
        match (meant.next(), meant.next()) {
            (_, Some(_)) => Err(Snag::Twice),
            (found, None) => Ok(found),
        }
    }

    /// Writes the map with what holds it, as far as it is not there.
    fn begin(&self, text: &str, settings: &[Setting]) -> Result<String, Snag> {
        let root = layout::of(text).ok_or(Snag::NotUnderstood)?;
        let Some((list, key, value)) = self.item else {
            let group = self.group.ok_or(Snag::NotUnderstood)?;
            return put(text, &root, group, &Value::of(None, settings));
        };
        let item = Value::of(Some((key, value)), settings);
        let holder = self.holder(text)?;
        if let Some(Part { form: Form::List(items, style), span }) =
            holder.as_ref().and_then(|holder| holder.entry(list)).map(|entry| &entry.value)
            && let Some(last) = items.last()
        {
            let before = if matches!(style, Style::Block(_)) { before(text, items, key, value) } else { Some(last) };
            return Ok(match before {
                Some(before) => appended(text, before, *style, span.start, &item),
                None => at_the_head(text, items, *style, &item)
                    .unwrap_or_else(|| appended(text, last, *style, span.start, &item)),
            });
        }
        // Inside a group the entries are short: one a line.
        let only = if self.group.is_some() { Value::Flow(item.flow()) } else { item };
        let only = Value::Only(Box::new(only));
        match (holder, self.group) {
            (Some(holder), _) => put(text, &holder, list, &only),
            (None, Some(group)) => put(text, &root, group, &only.under(list)),
            (None, None) => Err(Snag::NotUnderstood),
        }
    }
}

/// The entry that a new one stands behind: of dated entries the last one that is not later, else the last of all; none where
/// all are later.
fn before<'p>(text: &str, items: &'p [Part], key: &str, value: &str) -> Option<&'p Part> {
    if key != "date" {
        return items.last();
    }
    let told = |item: &Part| item.entry(key).and_then(|entry| text.get(entry.value.span.clone()));
    items.iter().rev().find(|item| told(item).is_none_or(|told| told.trim_matches(['"', '\'']) <= value))
}

/// The text with an entry before the first one; none where a comment stands above that, of which nobody knows what it is about.
fn at_the_head(text: &str, items: &[Part], style: Style, item: &Value) -> Option<String> {
    let first = items.first()?;
    let Style::Block(dash) = style else { return None };
    let start = line_start(text, dash_of(text, &first.span));
    let above = text.get(..start)?.trim_end_matches(['\n', '\r']).rsplit('\n').next()?;
    if above.trim_start().starts_with('#') {
        return None;
    }
    let lines = match &first.form {
        Form::Map(_, Style::Block(keys)) => dashed(item, dash, keys.saturating_sub(dash + 1).max(1)),
        _ => dashed(&Value::Flow(item.flow()), dash, 1),
    };
    let newline = newline_of(text);
    let lines: String = lines.iter().flat_map(|line| [line.as_str(), newline]).collect();
    Some(spliced(text, &[(start..start, &lines)]))
}

/// Whether nothing is said here yet: nothing is written, or that it is unknown.
fn is_open(text: &str, part: &Part) -> bool {
    match &part.form {
        Form::Empty => true,
        Form::Scalar => text.get(part.span.clone()) == Some(UNKNOWN),
        Form::Block | Form::List(..) | Form::Map(..) => false,
    }
}

/// The text with the key of this map set.
fn put(text: &str, map: &Part, key: &str, value: &Value) -> Result<String, Snag> {
    let Form::Map(entries, style) = &map.form else { return Err(Snag::NotUnderstood) };
    let newline = newline_of(text);
    if let Some(entry) = map.entry(key) {
        let was = text.get(entry.value.span.clone()).unwrap_or_default();
        return Ok(match (style, value) {
            (_, Value::Flow(_)) if same(was, &value.flow()) => text.to_owned(),
            (_, Value::Flow(written)) => {
                let start = if entry.value.form == Form::Empty { entry.colon + 1 } else { entry.value.span.start };
                replaced(text, entry, &broken(column(text, start), written, inner(text, map), newline))
            }
            (Style::Flow, _) => replaced(text, entry, &value.flow()),
            (Style::Block(indent), _) => {
                let below = under(&value.lines(indent + 2), newline);
                let end = line_end(text, entry.value.span.end);
                spliced(text, &[(entry.colon..entry.value.span.end, ""), (end..end, &below)])
            }
        });
    }
    Ok(match (style, entries.last()) {
        (Style::Flow, last) => {
            let last = last.map(|entry| entry.value.span.end);
            in_brackets(text, map.span.start, last, &format!("{key}: {}", value.flow()), inner(text, map))
        }
        (Style::Block(0), _) if !matches!(value, Value::Flow(_)) => at_end(text, &keyed(key, value, 0)),
        (Style::Block(indent), Some(last)) => below(text, last.value.span.end, &keyed(key, value, *indent)),
        (Style::Block(_), None) => return Err(Snag::NotUnderstood),
    })
}

/// The column at which further lines of a value in this map begin.
fn inner(text: &str, map: &Part) -> usize {
    match map.form {
        Form::Map(_, Style::Block(indent)) => indent + 2,
        _ => column(text, map.span.start) + 1,
    }
}

/// Whether two values say the same.
fn same(was: &str, now: &str) -> bool {
    matches!((node::parse(was), node::parse(now)), (Ok(was), Ok(now)) if was == now)
}

/// The text with the value of this entry written anew; a comment behind the key stays.
fn replaced(text: &str, entry: &Entry, value: &str) -> String {
    match &entry.value.form {
        Form::Empty => spliced(text, &[(entry.colon..entry.colon, &format!(" {value}"))]),
        Form::List(_, Style::Block(_)) | Form::Map(_, Style::Block(_)) => {
            let below = line_end(text, entry.colon)..entry.value.span.end;
            spliced(text, &[(entry.colon..entry.colon, &format!(" {value}")), (below, "")])
        }
        _ => spliced(text, &[(entry.value.span.clone(), value)]),
    }
}

/// The text with an entry at the end of a list, written like the entry before it.
fn appended(text: &str, last: &Part, style: Style, open: usize, item: &Value) -> String {
    match (style, &last.form) {
        (Style::Flow, _) => in_brackets(text, open, Some(last.span.end), &item.flow(), column(text, open) + 1),
        (Style::Block(dash), Form::Map(_, Style::Block(keys))) => {
            below(text, last.span.end, &dashed(item, dash, keys.saturating_sub(dash + 1).max(1)))
        }
        (Style::Block(dash), _) => below(text, last.span.end, &dashed(&Value::Flow(item.flow()), dash, 1)),
    }
}

/// The text with the key of this map taken out.
fn without_key(text: &str, map: &Part, key: &str) -> String {
    let Form::Map(entries, style) = &map.form else { return text.to_owned() };
    let Some(index) = entries.iter().position(|entry| entry.key == key) else { return text.to_owned() };
    let spans: Vec<Range<usize>> = entries.iter().map(|entry| entry.start..entry.value.span.end).collect();
    let span = spans.get(index).cloned().unwrap_or_default();
    match style {
        Style::Flow => without_flow(text, &spans, index),
        Style::Block(_) if entries.len() == 1 => spliced(text, &[(span, "{}")]),
        // The first key stands behind the dash of its entry: the next one takes its place.
        Style::Block(_) if index == 0 => {
            let next = spans.get(1).map_or(span.end, |next| next.start);
            spliced(text, &[(span.start..next, "")])
        }
        Style::Block(_) => without_lines(text, span),
    }
}

/// Where the dash of this entry stands.
fn dash_of(text: &str, span: &Range<usize>) -> usize {
    text.get(..span.start).and_then(|before| before.rfind('-')).unwrap_or(span.start)
}
