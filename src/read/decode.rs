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
        let source = Source { node: root, path: Vec::new(), aside: &aside };
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

/// A node on its way into a type.
struct Source<'a> {
    node: &'a Node,
    path: Vec<usize>,
    aside: &'a HashSet<Vec<usize>>,
}

impl<'a> Source<'a> {
    fn child(&self, index: usize, node: &'a Node) -> Self {
        let mut path = self.path.clone();
        path.push(index);
        Self { node, path, aside: self.aside }
    }

    fn is_aside(&self, index: usize) -> bool {
        let mut path = self.path.clone();
        path.push(index);
        self.aside.contains(&path)
    }

    /// The node must be of this kind.
    fn needs(&self, expected: Kind) -> Result<(), Fault> {
        let found = self.node.kind();
        if found == expected {
            return Ok(());
        }
        Err(Fault::new(Problem::WrongKind { found, expected }).at(&self.path))
    }
}

/// A word of a closed list, as its code: `low complement` and `low-complement` are `low_complement`.
fn word(text: &str, known: &[&str]) -> String {
    if known.contains(&text) {
        return text.to_owned();
    }
    let folded = text.trim().replace([' ', '-'], "_");
    known.iter().find(|code| code.replace('-', "_") == folded).map_or(text.to_owned(), ToString::to_string)
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

impl<'de> Deserializer<'de> for Source<'_> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let path = self.path.clone();
        match self.node {
            Node::Empty => visitor.visit_unit(),
            Node::Bool(value) => visitor.visit_bool(*value),
            Node::Number(written) => number(written, visitor),
            Node::Text(value) => visitor.visit_str(value),
            Node::List(items) => visitor.visit_seq(List { source: &self, items, next: 0 }),
            Node::Map(entries) => visitor.visit_map(Map { source: &self, entries, next: 0, value: None }),
        }
        .map_err(|fault| fault.at(&path))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Fault> {
        let path = self.path.clone();
        match self.node {
            Node::Text(text) if name == UNKNOWN_OR && text == "unknown" => visitor.visit_unit(),
            Node::Number(text) if name == AS_WRITTEN => visitor.visit_str(text),
            Node::Bool(value) if name == AS_WRITTEN => visitor.visit_str(&value.to_string()),
            _ => visitor.visit_newtype_struct(self),
        }
        .map_err(|fault: Fault| fault.at(&path))
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
            Node::Text(text) | Node::Number(text) => text.clone(),
            Node::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
            Node::Empty | Node::List(_) | Node::Map(_) => String::new(),
        };
        let code = word(&written, known);
        let code: StrDeserializer<'_, Fault> = code.as_str().into_deserializer();
        visitor.visit_enum(code).map_err(|fault| fault.at(&self.path))
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.needs(Kind::Scalar)?;
        let path = self.path.clone();
        match self.node {
            Node::Number(written) => visitor.visit_str(written),
            Node::Bool(value) => visitor.visit_string(value.to_string()),
            _ => return self.deserialize_any(visitor),
        }
        .map_err(|fault: Fault| fault.at(&path))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str bytes byte_buf unit unit_struct tuple
        tuple_struct identifier ignored_any
    }
}

struct List<'a, 's> {
    source: &'s Source<'a>,
    items: &'a [Node],
    next: usize,
}

impl<'de> SeqAccess<'de> for List<'_, '_> {
    type Error = Fault;
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        while let Some(item) = self.items.get(self.next) {
            let index = self.next;
            self.next += 1;
            if !self.source.is_aside(index) {
                let child = self.source.child(index, item);
                let path = child.path.clone();
                return seed.deserialize(child).map(Some).map_err(|fault| fault.at(&path));
            }
        }
        Ok(None)
    }
}

struct Map<'a, 's> {
    source: &'s Source<'a>,
    entries: &'a [(String, Node)],
    next: usize,
    value: Option<Source<'a>>,
}

impl<'de> MapAccess<'de> for Map<'_, '_> {
    type Error = Fault;
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        while let Some((key, value)) = self.entries.get(self.next) {
            let index = self.next;
            self.next += 1;
            if self.source.is_aside(index) {
                continue;
            }
            let child = self.source.child(index, value);
            let path = child.path.clone();
            self.value = Some(child);
            let name: StrDeserializer<'_, Fault> = key.as_str().into_deserializer();
            return seed.deserialize(name).map(Some).map_err(|fault| Fault { at_key: true, ..fault.at(&path) });
        }
        Ok(None)
    }
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        match self.value.take() {
            Some(source) => {
                let path = source.path.clone();
                seed.deserialize(source).map_err(|fault| fault.at(&path))
            }
            None => Err(de::Error::custom("a value without its key")),
        }
    }
}
