//! From the tree to a type, with every fault at once: a faulty node is set aside and the rest is tried again.

use std::collections::HashSet;

use serde::de::value::StrDeserializer;
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::decode_error::Fault;
use super::node::Node;
use super::problem::{Kind, Problem};
use crate::domain::UNKNOWN_OR;

/// More faults than this in one file help nobody.
const MOST_FAULTS: usize = 50;

/// Keys that would identify a person: identity lives in a separate mapping file.
const IDENTITY: [&str; 34] = [
    "name",
    "nom",
    "prenom",
    "prénom",
    "first_name",
    "last_name",
    "surname",
    "nom_naissance",
    "birth_name",
    "ins",
    "nir",
    "ipp",
    "nss",
    "ssn",
    "nhs_number",
    "secu",
    "securite_sociale",
    "address",
    "adresse",
    "street",
    "rue",
    "postcode",
    "code_postal",
    "city",
    "ville",
    "phone",
    "telephone",
    "téléphone",
    "mobile",
    "email",
    "mail",
    "birth_date",
    "date_naissance",
    "date_de_naissance",
];

/// The value, if all of it could be built, and all faults found on the way.
pub(super) fn all<T: DeserializeOwned>(root: &Node) -> (Option<T>, Vec<Fault>) {
    let mut faults = Vec::new();
    let mut aside = HashSet::new();
    inspect(root, &mut Vec::new(), &mut faults, &mut aside);
    while faults.len() < MOST_FAULTS {
        let source = Source { node: root, path: Vec::new(), aside: &aside };
        let fault = match T::deserialize(source) {
            Ok(value) => return (faults.is_empty().then_some(value), faults),
            Err(fault) => fault,
        };
        let path = fault.path.clone().unwrap_or_default();
        if !follows_from(&fault, root, &path, &aside) {
            faults.push(identity(fault));
        }
        if path.is_empty() || !aside.insert(path) {
            break;
        }
    }
    (None, faults)
}

/// A key is missed only because its faulty value was set aside.
fn follows_from(fault: &Fault, root: &Node, path: &[usize], aside: &HashSet<Vec<usize>>) -> bool {
    let Problem::MissingKey { key } = &fault.problem else { return false };
    let Some(Node::Map(entries)) = root.at(path) else { return false };
    entries.iter().enumerate().any(|(index, (name, _))| {
        let entry: Vec<usize> = path.iter().copied().chain([index]).collect();
        name == key && aside.contains(&entry)
    })
}

fn identity(fault: Fault) -> Fault {
    match &fault.problem {
        Problem::UnknownKey { key, .. } if IDENTITY.contains(&key.to_lowercase().as_str()) => {
            Fault { problem: Problem::Identity { key: key.clone() }, ..fault }
        }
        _ => fault,
    }
}

/// Faults that no type needs to see: duplicate keys, control characters, NaN.
fn inspect(node: &Node, path: &mut Vec<usize>, faults: &mut Vec<Fault>, aside: &mut HashSet<Vec<usize>>) {
    match node {
        Node::Text(text) if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') => {
            faults.push(Fault::new(Problem::ControlCharacter).at(path));
            aside.insert(path.clone());
        }
        Node::Float(number) if !number.is_finite() => {
            faults.push(Fault::new(Problem::Notation { written: number.to_string() }).at(path));
            aside.insert(path.clone());
        }
        Node::List(items) => {
            for (index, item) in items.iter().enumerate() {
                path.push(index);
                inspect(item, path, faults, aside);
                path.pop();
            }
        }
        Node::Map(entries) => {
            let mut seen = HashSet::new();
            for (index, (key, value)) in entries.iter().enumerate() {
                path.push(index);
                if seen.insert(key) {
                    inspect(value, path, faults, aside);
                } else {
                    let problem = Problem::DuplicateKey { key: key.clone(), first_line: 0 };
                    faults.push(Fault { at_key: true, ..Fault::new(problem).at(path) });
                    aside.insert(path.clone());
                }
                path.pop();
            }
        }
        _ => {}
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

impl<'de> Deserializer<'de> for Source<'_> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let path = self.path.clone();
        match self.node {
            Node::Empty => visitor.visit_unit(),
            Node::Bool(value) => visitor.visit_bool(*value),
            Node::Signed(value) => visitor.visit_i64(*value),
            Node::Unsigned(value) => visitor.visit_u64(*value),
            Node::Float(value) => visitor.visit_f64(*value),
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
            Node::Text(text) => text.clone(),
            Node::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
            Node::Signed(value) => value.to_string(),
            Node::Unsigned(value) => value.to_string(),
            Node::Float(value) => value.to_string(),
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
            Node::Signed(value) => visitor.visit_string(value.to_string()),
            Node::Unsigned(value) => visitor.visit_string(value.to_string()),
            Node::Float(value) => visitor.visit_string(value.to_string()),
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
