use std::collections::BTreeSet;
use std::ops::Range;

use super::item::{Item, Said};
use super::print::print;
use super::{action, branch, hidden, line, represent};
use crate::text::Lang;

/// What the text says, item by item. Nothing of it is lost: each item keeps where it stands, and what is not understood
/// is an item of words, or stands apart in its order.
pub fn read(text: &str) -> Vec<Said> {
    let mut found = Vec::new();
    for span in spans(text) {
        let typed = text.get(span.clone()).unwrap_or_default();
        found.extend(items(typed).into_iter().map(|item| Said { span: span.clone(), item }));
    }
    found
}

/// The parts of a text: lines, and in them what stands between semicolons, or before a further drug.
fn spans(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let digit = |place: Option<usize>| place.and_then(|place| bytes.get(place)).is_some_and(u8::is_ascii_digit);
    // `0;4` is a decimal comma missed by one key.
    let is_end = |place: usize, byte: u8| match byte {
        b'\n' => true,
        b';' => !(digit(place.checked_sub(1)) && digit(Some(place + 1))),
        _ => false,
    };
    let ends = bytes.iter().enumerate().filter(|(place, byte)| is_end(*place, **byte)).map(|(place, _)| place);
    let mut spans = Vec::new();
    let mut start = 0;
    for end in ends.chain([bytes.len()]) {
        let typed = text.get(start..end).unwrap_or_default();
        let mut from = start;
        for addition in additions(typed) {
            spans.push(from..start + addition);
            from = start + addition;
        }
        spans.push(from..end);
        start = end + 1;
    }
    spans.into_iter().filter_map(|span| trimmed(text, span)).collect()
}

/// Where further drugs begin lines of their own.
fn additions(typed: &str) -> Vec<usize> {
    let first = hidden::line_behind(typed);
    let from = first.unwrap_or_default();
    let more = line::additions(typed.get(from..).unwrap_or_default());
    first.into_iter().chain(more.into_iter().map(|more| from + more)).collect()
}

fn trimmed(text: &str, span: Range<usize>) -> Option<Range<usize>> {
    let typed = text.get(span.clone())?;
    let start = span.start + typed.len() - typed.trim_start().len();
    let end = start + typed.trim().len();
    (start < end).then_some(start..end)
}

/// What one part says. What would not read the same once it is printed is kept as words, so that an amendment never
/// begins with something else than what was locked.
fn items(typed: &str) -> Vec<Item> {
    let found = understood(typed);
    let is_sure = |printed: &str| printed == typed && found.len() == 1;
    if found.iter().all(|item| reads_the_same(item, is_sure)) { found } else { vec![Item::Words(typed.to_owned())] }
}

/// Whether the item is read from its own print too, of which the caller may be sure.
fn reads_the_same(item: &Item, is_sure: impl Fn(&str) -> bool) -> bool {
    let printed: BTreeSet<String> = Lang::ALL.iter().map(|lang| print(item, *lang)).collect();
    let reads = |text: &String| is_sure(text) || understood(text) == std::slice::from_ref(item);
    printed.iter().all(|text| spans(text).len() == 1 && reads(text))
}

fn understood(typed: &str) -> Vec<Item> {
    if let Some(item) = branch::branch(typed) {
        return vec![item];
    }
    let target = || branch::target(typed).map(Item::Target);
    let represent = || represent::represent(typed).map(Item::RePresent);
    let line = || line::line(typed).map(Item::Line);
    if let Some(item) = target().or_else(represent).or_else(line) {
        return vec![item];
    }
    let actions = action::actions(typed);
    if actions.is_empty() {
        return vec![Item::Words(typed.to_owned())];
    }
    actions.into_iter().map(Item::Action).collect()
}
