//! A YAML text as a tree that keeps the order of its entries and its duplicate keys.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use super::problem::{Kind, Problem};
use super::remark::Remark;

/// One node of the tree. A path into it is the entry's index at each level.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node {
    Empty,
    Bool(bool),
    Signed(i64),
    Unsigned(u64),
    Float(f64),
    Text(String),
    List(Vec<Node>),
    Map(Vec<(String, Node)>),
}

impl Node {
    pub(super) fn kind(&self) -> Kind {
        match self {
            Self::Empty => Kind::Empty,
            Self::List(_) => Kind::List,
            Self::Map(_) => Kind::Map,
            Self::Bool(_) | Self::Signed(_) | Self::Unsigned(_) | Self::Float(_) | Self::Text(_) => Kind::Scalar,
        }
    }

    /// The node at this path.
    pub(super) fn at(&self, path: &[usize]) -> Option<&Self> {
        path.iter().try_fold(self, |node, index| match node {
            Self::List(items) => items.get(*index),
            Self::Map(entries) => entries.get(*index).map(|(_, value)| value),
            _ => None,
        })
    }
}

/// The tree of a text that holds one document.
pub(super) fn parse(text: &str) -> Result<Node, Remark> {
    match serde_yaml::from_str::<Node>(text) {
        Ok(Node::Empty) => Err(Remark::error(1, 1, Problem::EmptyFile, "")),
        Ok(root) => Ok(root),
        Err(error) => Err(refused(text, &error)),
    }
}

fn refused(text: &str, error: &serde_yaml::Error) -> Remark {
    let (line, column) = error.location().map_or((1, 1), |at| (at.line(), at.column()));
    let message = error.to_string();
    let excerpt = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    let problem = if text.trim().is_empty() || message.contains("EndOfStream") || message.contains("end of stream") {
        Problem::EmptyFile
    } else if message.contains("more than one document") {
        Problem::ManyDocuments
    } else if message.contains("recursion limit") || message.contains("repetition limit") {
        Problem::TooDeep
    } else if message.contains("control characters") {
        Problem::ControlCharacter
    } else {
        let message = message.split(" at line ").next().unwrap_or_default().to_owned();
        Problem::Syntax { message }
    };
    Remark::error(line, column, problem, excerpt)
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Tree)
    }
}

struct Tree;

impl<'de> Visitor<'de> for Tree {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value, a list or keys with values (no `!tags`)")
    }
    fn visit_unit<E: de::Error>(self) -> Result<Node, E> {
        Ok(Node::Empty)
    }
    fn visit_bool<E: de::Error>(self, v: bool) -> Result<Node, E> {
        Ok(Node::Bool(v))
    }
    fn visit_i64<E: de::Error>(self, v: i64) -> Result<Node, E> {
        Ok(Node::Signed(v))
    }
    fn visit_u64<E: de::Error>(self, v: u64) -> Result<Node, E> {
        Ok(Node::Unsigned(v))
    }
    fn visit_f64<E: de::Error>(self, v: f64) -> Result<Node, E> {
        Ok(Node::Float(v))
    }
    fn visit_str<E: de::Error>(self, v: &str) -> Result<Node, E> {
        Ok(Node::Text(v.to_owned()))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Node::List(items))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut entries = Vec::new();
        while let Some(Key(key)) = map.next_key()? {
            entries.push((key, map.next_value()?));
        }
        Ok(Node::Map(entries))
    }
}

/// A key; YAML allows any scalar, the formats use words.
struct Key(String);

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let key = match Node::deserialize(deserializer)? {
            Node::Text(text) => text,
            Node::Bool(value) => value.to_string(),
            Node::Signed(value) => value.to_string(),
            Node::Unsigned(value) => value.to_string(),
            Node::Float(value) => value.to_string(),
            Node::Empty => "~".to_owned(),
            Node::List(_) | Node::Map(_) => return Err(de::Error::custom("a key must be a word")),
        };
        Ok(Self(key))
    }
}
