//! What an edit must have done, told on the values alone, and that every comment is still there.

use super::{Edit, Setting};
use crate::read::node::{self, Node};

/// Whether the new text says what the old one says with exactly this change, and keeps all its comments.
pub(super) fn holds(old: &str, new: &str, edit: &Edit) -> bool {
    let (Ok(was), Ok(is)) = (node::parse(old), node::parse(new)) else { return false };
    let is_expected = |in_order| expected(was.clone(), edit, in_order).is_some_and(|expected| expected == is);
    (is_expected(true) || is_expected(false)) && comments(old) == comments(new)
}

/// Whether there is such a group, or such an entry of a list in it or at the top.
pub(super) fn has(text: &str, group: Option<&str>, item: Option<(&str, &str, &str)>) -> bool {
    let Ok(root) = node::parse(text) else { return false };
    let holder = group.map_or(Some(&root), |group| root.child(group)).filter(|holder| !is_open(holder));
    match (holder, item) {
        (Some(_), None) => true,
        (Some(holder), Some((list, key, value))) => {
            let list = holder.child(list);
            matches!(list, Some(Node::List(items)) if items.iter().any(|item| item.is_told_by(key, value)))
        }
        (None, _) => false,
    }
}

/// The value with the change, a new dated entry in the order of days or at the end; none where it does not fit.
fn expected(mut root: Node, edit: &Edit, in_order: bool) -> Option<Node> {
    match edit {
        Edit::Dated { list, date, settings } => {
            in_list(&mut root, list, ("date", &date.to_string()), Some(settings), in_order)?;
        }
        Edit::Group { group, settings } => set_all(map_under(&mut root, group)?, settings)?,
        Edit::Item { group, list, by: (key, value), settings } => {
            in_list(map_under(&mut root, group)?, list, (key, value), settings.as_deref(), false)?;
        }
    }
    Some(root)
}

fn in_list(
    holder: &mut Node,
    list: &str,
    by: (&str, &str),
    settings: Option<&[Setting]>,
    in_order: bool,
) -> Option<()> {
    let under = holder.child_or_new(list)?;
    if is_open(under) {
        *under = Node::List(Vec::new());
    }
    let Node::List(items) = under else { return None };
    let index = items.iter().position(|item| item.is_told_by(by.0, by.1));
    match (settings, index) {
        (None, Some(index)) => {
            items.remove(index);
        }
        (None, None) => return None,
        (Some(settings), Some(index)) => set_all(items.get_mut(index)?, settings)?,
        (Some(settings), None) => {
            let mut item = Node::Map(vec![(by.0.to_owned(), value_of(by.1)?)]);
            set_all(&mut item, settings)?;
            let is_later = |item: &Node| matches!(item.child(by.0), Some(Node::Text(told)) if told.as_str() > by.1);
            let at = items.iter().rposition(|item| !is_later(item)).map_or(0, |at| at + 1);
            items.insert(if in_order { at } else { items.len() }, item);
        }
    }
    Some(())
}

fn map_under<'n>(root: &'n mut Node, key: &str) -> Option<&'n mut Node> {
    let under = root.child_or_new(key)?;
    if is_open(under) {
        *under = Node::Map(Vec::new());
    }
    Some(under)
}

fn is_open(node: &Node) -> bool {
    *node == Node::Empty || *node == Node::Text("unknown".to_owned())
}

fn set_all(map: &mut Node, settings: &[Setting]) -> Option<()> {
    for setting in settings {
        if let Some(value) = &setting.value {
            *map.child_or_new(setting.key)? = value_of(value)?;
        } else {
            let Node::Map(entries) = &mut *map else { return None };
            entries.retain(|(key, _)| key != setting.key);
        }
    }
    Some(())
}

fn value_of(written: &str) -> Option<Node> {
    node::parse(written).ok()
}

impl Node {
    /// Whether this key has this value here.
    fn is_told_by(&self, key: &str, value: &str) -> bool {
        matches!(self.child(key), Some(Self::Text(told) | Self::Number(told)) if told == value)
    }

    /// The value of this key.
    fn child(&self, key: &str) -> Option<&Node> {
        let Self::Map(entries) = self else { return None };
        entries.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// The value of this key, which is written if it is not there; none where this holds no keys, or this one twice.
    fn child_or_new(&mut self, key: &str) -> Option<&mut Node> {
        let Self::Map(entries) = self else { return None };
        let mut places = entries.iter().enumerate().filter(|(_, (name, _))| name == key).map(|(index, _)| index);
        let place = match (places.next(), places.next()) {
            (_, Some(_)) => return None,
            (Some(place), None) => place,
            (None, None) => {
                entries.push((key.to_owned(), Node::Empty));
                entries.len() - 1
            }
        };
        entries.get_mut(place).map(|(_, value)| value)
    }
}

/// The comments of a text, in their order.
fn comments(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text.char_indices().peekable();
    let (mut before, mut visible, mut open) = ('\n', '\n', None);
    while let Some((at, c)) = rest.next() {
        match open {
            Some('"') if c == '\\' => {
                rest.next();
            }
            Some(quote) if c == quote => open = None,
            None if c == '#' && before.is_whitespace() => {
                let line = text.get(at..).unwrap_or_default().split('\n').next().unwrap_or_default();
                found.push(line.trim_end());
                while rest.next_if(|(_, next)| *next != '\n').is_some() {}
            }
            None if matches!(c, '"' | '\'') && matches!(visible, '\n' | ':' | '-' | ',' | '[' | '{') => {
                open = Some(c);
            }
            _ => {}
        }
        before = c;
        if c == '\n' || !c.is_whitespace() {
            visible = c;
        }
    }
    found
}
