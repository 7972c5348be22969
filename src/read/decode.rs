//! From the tree to a type, with every fault at once: a faulty node is set aside and the rest is tried again.

use std::collections::HashSet;

use serde::de::value::StrDeserializer;
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::decode_error::{Fault, MOST_FAULTS};
use super::inspect::Inspection;
use super::node::Node;
use super::problem::{Kind, Problem};
use super::vocabulary::IDENTITY;
use crate::domain::{AS_WRITTEN, UNKNOWN_OR};

/// What could be made of a tree.
pub(super) struct Decoded<T> {
    /// The value without what is at fault.
    pub(super) value: Option<T>,
    /// The faults, in the order they were met.
    pub(super) faults: Vec<Fault>,
    /// Where in the tree something was left out.
    pub(super) aside: HashSet<Vec<usize>>,
    in_a_list: bool,
}

impl<T> Decoded<T> {
    /// Whether entries of lists were left out, so that the value's indices are not the tree's.
    pub(super) fn shifted(&self) -> bool {
        self.in_a_list
    }
}

/// The keys that the map at a path must have, as far as that is known.
pub(super) type Required<'a> = &'a dyn Fn(&Node, &[usize]) -> Vec<String>;

/// As much of the value as can be built beside what an inspection found, and all faults found on the way.
pub(super) fn all<T: DeserializeOwned>(root: &Node, inspection: Inspection, required: Required<'_>) -> Decoded<T> {
    let Inspection { mut faults, mut aside, .. } = inspection;
    let mut value = None;
    while faults.len() < MOST_FAULTS {
        let source = Source { node: root, step: None, aside: &aside };
        let fault = match T::deserialize(source) {
            Ok(built) => {
                value = Some(built);
                break;
            }
            Err(fault) => fault,
        };
        let path = fault.path.clone().unwrap_or_default();
        match &fault.problem {
            Problem::MissingKey { key } => faults.extend(missing(key, root, &path, required, &faults)),
            _ => faults.push(identity(fault)),
        }
        if path.is_empty() || !aside.insert(path) {
            break;
        }
    }
    let in_a_list = aside.iter().any(|path| in_a_list(root, path));
    Decoded { value, faults, aside, in_a_list }
}

fn in_a_list(root: &Node, path: &[usize]) -> bool {
    path.split_last().is_some_and(|(_, parent)| matches!(root.at(parent), Some(Node::List(_))))
}

/// Every key that this map lacks. One that is there was only set aside with its faulty value, and one that is
/// misspelt was said already.
fn missing(first: &str, root: &Node, path: &[usize], required: Required<'_>, faults: &[Fault]) -> Vec<Fault> {
    let Some(Node::Map(entries)) = root.at(path) else { return Vec::new() };
    let misspelt = |key: &str| {
        faults.iter().any(|fault| {
            let is_of_this_map =
                fault.path.as_deref().and_then(<[usize]>::split_last).is_some_and(|(_, map)| map == path);
            is_of_this_map && matches!(&fault.problem, Problem::UnknownKey { nearest: Some(meant), .. } if meant == key)
        })
    };
    let others = required(root, path).into_iter().filter(|key| key != first);
    std::iter::once(first.to_owned())
        .chain(others)
        .filter(|key| !entries.iter().any(|(name, _)| name == key) && !misspelt(key))
        .map(|key| Fault::new(Problem::MissingKey { key }).at(path))
        .collect()
}

fn identity(fault: Fault) -> Fault {
    match &fault.problem {
        Problem::UnknownKey { key, .. } if IDENTITY.contains(&key.to_lowercase().as_str()) => {
            Fault { problem: Problem::Identity { key: key.clone() }, ..fault }
        }
        _ => fault,
    }
}

/// A step down the tree, on the way to a node.
#[derive(Clone, Copy)]
struct Step<'p> {
    above: Option<&'p Step<'p>>,
    index: usize,
}

/// The entry's index at each level, from the root.
fn path(step: Option<&Step<'_>>) -> Vec<usize> {
    let steps = std::iter::successors(step, |step| step.above);
    let mut path: Vec<usize> = steps.map(|step| step.index).collect();
    path.reverse();
    path
}

/// A node on its way into a type.
#[derive(Clone, Copy)]
struct Source<'a, 'p> {
    node: &'a Node,
    step: Option<&'p Step<'p>>,
    aside: &'a HashSet<Vec<usize>>,
}

impl<'a, 'p> Source<'a, 'p> {
    /// Where the entry of this index stands, unless it was set aside.
    fn below(&'p self, index: usize) -> Option<Step<'p>> {
        let step = Step { above: self.step, index };
        let is_aside = !self.aside.is_empty() && self.aside.contains(&path(Some(&step)));
        (!is_aside).then_some(step)
    }

    /// Reads an entry, and says of its faults where it stands.
    fn child<'de, T: DeserializeSeed<'de>>(self, step: Step<'_>, node: &'a Node, seed: T) -> Result<T::Value, Fault> {
        let child = Source { node, step: Some(&step), aside: self.aside };
        seed.deserialize(child).map_err(|fault| placed(fault, Some(&step)))
    }

    /// The node must be of this kind.
    fn needs(&self, expected: Kind) -> Result<(), Fault> {
        let found = self.node.kind();
        if found == expected {
            return Ok(());
        }
        Err(placed(Fault::new(Problem::WrongKind { found, expected }), self.step))
    }
}

/// The fault with its place, unless it has one of its own.
fn placed(fault: Fault, step: Option<&Step<'_>>) -> Fault {
    if fault.path.is_some() { fault } else { fault.at(&path(step)) }
}

/// A word of a closed list, as its code: `low complement` and `low-complement` are `low_complement`.
fn word<'w>(text: &'w str, known: &[&'w str]) -> &'w str {
    if known.contains(&text) {
        return text;
    }
    let folded = text.trim().replace([' ', '-'], "_");
    known.iter().find(|code| code.replace('-', "_") == folded).copied().unwrap_or(text)
}

/// A number for a type that wants one.
fn number<'de, V: Visitor<'de>>(written: &str, visitor: V) -> Result<V::Value, Fault> {
    if let Ok(value) = written.parse::<u64>() {
        visitor.visit_u64(value)
    } else if let Ok(value) = written.parse::<i64>() {
        visitor.visit_i64(value)
    } else {
        match written.parse() {
            Ok(value) => visitor.visit_f64(value),
            Err(_) => visitor.visit_str(written),
        }
    }
}

impl<'de> Deserializer<'de> for Source<'_, '_> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.node {
            Node::Empty => visitor.visit_unit(),
            Node::Bool(value) => visitor.visit_bool(*value),
            Node::Number(written) => number(written, visitor),
            Node::Text(value) => visitor.visit_str(value),
            Node::List(items) => visitor.visit_seq(List { source: &self, items, next: 0 }),
            Node::Map(entries) => visitor.visit_map(Map { source: &self, entries, next: 0, value: None }),
        }
        .map_err(|fault| placed(fault, self.step))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Fault> {
        match self.node {
            Node::Text(text) if name == UNKNOWN_OR && text == "unknown" => visitor.visit_unit(),
            Node::Number(text) if name == AS_WRITTEN => visitor.visit_str(text),
            Node::Bool(value) if name == AS_WRITTEN => visitor.visit_str(&value.to_string()),
            _ => visitor.visit_newtype_struct(self),
        }
        .map_err(|fault: Fault| placed(fault, self.step))
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.needs(Kind::List)?;
        self.deserialize_any(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.needs(Kind::Map)?;
        self.deserialize_any(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        known: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.needs(Kind::Scalar)?;
        let written = match self.node {
            Node::Text(text) | Node::Number(text) => text,
            Node::Bool(yes) => {
                if *yes {
                    "yes"
                } else {
                    "no"
                }
            }
            Node::Empty | Node::List(_) | Node::Map(_) => "",
        };
        let code: StrDeserializer<'_, Fault> = word(written, known).into_deserializer();
        visitor.visit_enum(code).map_err(|fault| placed(fault, self.step))
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.needs(Kind::Scalar)?;
        match self.node {
            Node::Number(written) => visitor.visit_str(written),
            Node::Bool(value) => visitor.visit_string(value.to_string()),
            _ => return self.deserialize_any(visitor),
        }
        .map_err(|fault: Fault| placed(fault, self.step))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str bytes byte_buf unit unit_struct tuple
        tuple_struct identifier ignored_any
    }
}

struct List<'a, 's> {
    source: &'s Source<'a, 's>,
    items: &'a [Node],
    next: usize,
}

impl<'de> SeqAccess<'de> for List<'_, '_> {
    type Error = Fault;
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        while let Some(item) = self.items.get(self.next) {
            let index = self.next;
            self.next += 1;
            if let Some(step) = self.source.below(index) {
                return self.source.child(step, item, seed).map(Some);
            }
        }
        Ok(None)
    }
}

struct Map<'a, 's> {
    source: &'s Source<'a, 's>,
    entries: &'a [(String, Node)],
    next: usize,
    /// The value of the key that was read last.
    value: Option<(Step<'s>, &'a Node)>,
}

impl<'de> MapAccess<'de> for Map<'_, '_> {
    type Error = Fault;
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        while let Some((key, value)) = self.entries.get(self.next) {
            let index = self.next;
            self.next += 1;
            let Some(step) = self.source.below(index) else { continue };
            self.value = Some((step, value));
            let name: StrDeserializer<'_, Fault> = key.as_str().into_deserializer();
            let key = seed.deserialize(name).map(Some);
            return key.map_err(|fault| Fault { at_key: true, ..placed(fault, Some(&step)) });
        }
        Ok(None)
    }
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        match self.value.take() {
            Some((step, value)) => self.source.child(step, value, seed),
            None => Err(de::Error::custom("a value without its key")),
        }
    }
}
