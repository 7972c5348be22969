//! New values as YAML: one below the other, or in brackets.

use super::Setting;
use super::splice::broken;

/// A value that is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    /// In one line, as it is given.
    Flow(String),
    /// Keys with their values.
    Keys(Vec<(String, Value)>),
    /// The only entry of a list.
    Only(Box<Value>),
}

impl Value {
    /// The keys that are set.
    pub(super) fn of(by: Option<(&str, &str)>, settings: &[Setting]) -> Self {
        let mut keys: Vec<(String, Self)> = Vec::new();
        keys.extend(by.map(|(key, value)| (key.to_owned(), Self::Flow(value.to_owned()))));
        for setting in settings {
            let place = keys.iter().position(|(key, _)| key == setting.key);
            match (setting.value.clone().map(Self::Flow), place.and_then(|place| keys.get_mut(place))) {
                (Some(value), Some((_, known))) => *known = value,
                (Some(value), None) => keys.push((setting.key.to_owned(), value)),
                (None, _) => keys.retain(|(key, _)| key != setting.key),
            }
        }
        Self::Keys(keys)
    }

    /// A single key with its value.
    pub(super) fn under(self, key: &str) -> Self {
        Self::Keys(vec![(key.to_owned(), self)])
    }

    /// In brackets, in one line.
    pub(super) fn flow(&self) -> String {
        match self {
            Self::Flow(written) => written.clone(),
            Self::Keys(keys) => {
                let keys: Vec<String> = keys.iter().map(|(key, value)| format!("{key}: {}", value.flow())).collect();
                format!("{{{}}}", keys.join(", "))
            }
            Self::Only(item) => format!("[{}]", item.flow()),
        }
    }

    /// One below the other, each line with its indentation from `indent` on.
    pub(super) fn lines(&self, indent: usize) -> Vec<String> {
        let space = " ".repeat(indent);
        match self {
            Self::Flow(written) => in_lines(space, written, indent + 1),
            Self::Keys(keys) => keys.iter().flat_map(|(key, value)| keyed(key, value, indent)).collect(),
            Self::Only(item) => dashed(item, indent, 1),
        }
    }
}

/// The lines of a key with its value.
pub(super) fn keyed(key: &str, value: &Value, indent: usize) -> Vec<String> {
    let space = " ".repeat(indent);
    match value {
        Value::Flow(written) => in_lines(format!("{space}{key}: "), written, indent + 2),
        below => std::iter::once(format!("{space}{key}:")).chain(below.lines(indent + 2)).collect(),
    }
}

/// A value behind what stands in front of it, over several lines where it is too long for one.
fn in_lines(lead: String, written: &str, indent: usize) -> Vec<String> {
    let whole = lead.clone() + &broken(lead.chars().count(), written, indent, "\n");
    if written.contains('\n') { vec![lead + written] } else { whole.split('\n').map(str::to_owned).collect() }
}

/// The lines of an entry of a list, so many spaces behind its dash.
pub(super) fn dashed(item: &Value, indent: usize, behind: usize) -> Vec<String> {
    let mut lines = item.lines(indent + 1 + behind);
    if let Some(first) = lines.first_mut() {
        *first = format!("{}-{}{}", " ".repeat(indent), " ".repeat(behind), first.trim_start());
    }
    lines
}
