//! A YAML text as a tree that keeps the order of its entries, its duplicate keys, and its numbers as they are written.

use std::cell::Cell;
use std::fmt;
use std::str::FromStr;

use serde::de::{self, DeserializeSeed, Deserializer, EnumAccess, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::problem::{Kind, Problem};
use super::quotation;
use super::remark::{self, Remark};

/// What our own visitors say; the parser hands it back as text.
const TAG: &str = "a tag";
const KEY: &str = "a key must be a word";

/// One node of the tree. A path into it is the entry's index at each level.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node {
    Empty,
    Bool(bool),
    /// A number, as it is written.
    Number(String),
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
            Self::Bool(_) | Self::Number(_) | Self::Text(_) => Kind::Scalar,
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

impl Node {
    /// The last key on the way to this node; empty where there is none.
    pub(super) fn key_above(&self, path: &[usize]) -> &str {
        let mut node = self;
        let mut above = "";
        for index in path {
            let next = match node {
                Self::List(items) => items.get(*index),
                Self::Map(entries) => entries.get(*index).map(|(key, value)| {
                    above = key;
                    value
                }),
                _ => None,
            };
            let Some(next) = next else { break };
            node = next;
        }
        above
    }
}

/// The tree of a text that holds one document.
pub(super) fn parse(text: &str) -> Result<Node, Remark> {
    let guessed = Cell::new(false);
    let tree = Tree { text, behind: None, guessed: &guessed };
    let mut root = tree.deserialize(serde_yaml::Deserializer::from_str(text)).map_err(|error| refused(text, &error))?;
    if root == Node::Empty {
        return Err(Remark::error(1, 1, Problem::EmptyFile, ""));
    }
    if guessed.get() {
        let as_written = AsWritten(&mut root).deserialize(serde_yaml::Deserializer::from_str(text));
        as_written.map_err(|error| refused(text, &error))?;
    }
    Ok(root)
}

fn refused(text: &str, error: &serde_yaml::Error) -> Remark {
    let (line, column) = error.location().map_or((1, 1), |at| (at.line(), at.column()));
    let message = error.to_string();
    let at = |(line, column), problem| Remark::error(line, column, problem, remark::line_of(text, line));
    let says = |words: &str| message.contains(words);
    if text.trim().is_empty() || says("EOF while parsing") {
        at((1, 1), Problem::EmptyFile)
    } else if says("more than one document") {
        at(second_document(text), Problem::ManyDocuments)
    } else if says("repetition limit") || says("recursion limit") {
        match first_alias(text) {
            Some(place) => at(place, Problem::Repetition),
            None => at((line, column), Problem::TooDeep),
        }
    } else if says("control characters") {
        at((line, column), Problem::ControlCharacter)
    } else if says(TAG) {
        at((line, column), Problem::Tag)
    } else if let Some(place) = quotation::unended(text) {
        at(place, Problem::Quotation)
    } else {
        at(opening(&message).unwrap_or((line, column)), Problem::Syntax { message: words(&message) })
    }
}

/// Where a bracket opened or a word without its colon stands: the parser notices only behind it.
fn opening(message: &str) -> Option<(usize, usize)> {
    let (_, context) =
        message.rsplit_once(", while ").filter(|(_, words)| words.contains("simple key") || words.contains("flow"))?;
    let (line, column) = context.rsplit_once(" at line ")?.1.split_once(" column ")?;
    Some((line.parse().ok()?, column.parse().ok()?))
}

/// The parser's words without the place and the path that it wraps them in.
fn words(message: &str) -> String {
    let message = message.split(" at line ").next().unwrap_or_default();
    if message.contains(KEY) { KEY.to_owned() } else { message.to_owned() }
}

/// Where the second document begins.
fn second_document(text: &str) -> (usize, usize) {
    let marks = text.lines().enumerate().filter(|(_, line)| line.trim_end() == "---");
    let after_content = |index: usize| text.lines().take(index).any(|line| !matches!(line.trim(), "" | "---"));
    marks.map(|(index, _)| index).find(|index| after_content(*index)).map_or((1, 1), |index| (index + 1, 1))
}

/// Where the first `*name` stands.
fn first_alias(text: &str) -> Option<(usize, usize)> {
    text.lines().enumerate().find_map(|(index, line)| {
        let (at, _) = line.match_indices('*').find(|(at, _)| {
            let (before, after) = line.split_at(*at);
            let starts = before.is_empty() || before.ends_with([' ', '[', ',', '{']);
            starts && after.chars().nth(1).is_some_and(char::is_alphanumeric)
        })?;
        Some((index + 1, line.split_at(at).0.chars().count() + 1))
    })
}

/// Builds a node. The parser hands numbers over as values; how one is written stands in the text behind its key.
#[derive(Clone, Copy)]
struct Tree<'t> {
    text: &'t str,
    /// The text behind the key whose value this is, where that is known.
    behind: Option<&'t str>,
    /// Set when a number may be written otherwise than the tree has it.
    guessed: &'t Cell<bool>,
}

impl<'t> Tree<'t> {
    fn number<N: FromStr + PartialEq + ToString>(self, value: &N) -> Node {
        let written = self.behind.and_then(first_word).filter(|word| word.parse().is_ok_and(|read: N| read == *value));
        let written = written.map_or_else(
            || {
                self.guessed.set(true);
                value.to_string()
            },
            str::to_owned,
        );
        Node::Number(written)
    }

    /// The text behind a key that the parser lends from it.
    fn behind(self, key: &str) -> Option<&'t str> {
        let start = key.as_ptr().addr().checked_sub(self.text.as_ptr().addr())?;
        self.text.get(start + key.len()..)
    }
}

/// The first word behind a key, on its line.
fn first_word(behind: &str) -> Option<&str> {
    behind.strip_prefix(':')?.trim_start_matches(' ').split([' ', '\t', '\r', '\n', ',', '}', ']']).next()
}

impl<'de> DeserializeSeed<'de> for Tree<'de> {
    type Value = Node;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree<'de> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value, a list or keys with values")
    }
    fn visit_none<E: de::Error>(self) -> Result<Node, E> {
        Ok(Node::Empty)
    }
    fn visit_unit<E: de::Error>(self) -> Result<Node, E> {
        Ok(Node::Empty)
    }
    fn visit_bool<E: de::Error>(self, v: bool) -> Result<Node, E> {
        Ok(Node::Bool(v))
    }
    fn visit_i64<E: de::Error>(self, v: i64) -> Result<Node, E> {
        Ok(self.number(&v))
    }
    fn visit_u64<E: de::Error>(self, v: u64) -> Result<Node, E> {
        Ok(self.number(&v))
    }
    fn visit_i128<E: de::Error>(self, v: i128) -> Result<Node, E> {
        Ok(self.number(&v))
    }
    fn visit_u128<E: de::Error>(self, v: u128) -> Result<Node, E> {
        Ok(self.number(&v))
    }
    fn visit_f64<E: de::Error>(self, v: f64) -> Result<Node, E> {
        Ok(self.number(&v))
    }
    fn visit_str<E: de::Error>(self, v: &str) -> Result<Node, E> {
        Ok(Node::Text(v.to_owned()))
    }
    fn visit_enum<A: EnumAccess<'de>>(self, _: A) -> Result<Node, A::Error> {
        Err(de::Error::custom(TAG))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element_seed(Self { behind: None, ..self })? {
            items.push(item);
        }
        Ok(Node::List(items))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut entries = Vec::new();
        while let Some(Key { key, behind }) = map.next_key_seed(KeyOf(self))? {
            entries.push((key, map.next_value_seed(Self { behind, ..self })?));
        }
        Ok(Node::Map(entries))
    }
}

/// A key as it is written, with what stands behind it.
struct Key<'t> {
    key: String,
    behind: Option<&'t str>,
}

/// Reads a key; YAML allows lists and maps, the formats use words.
struct KeyOf<'t>(Tree<'t>);

impl<'de> DeserializeSeed<'de> for KeyOf<'de> {
    type Value = Key<'de>;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key<'de>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for KeyOf<'de> {
    type Value = Key<'de>;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(KEY)
    }
    fn visit_borrowed_str<E: de::Error>(self, v: &'de str) -> Result<Key<'de>, E> {
        Ok(Key { key: v.to_owned(), behind: self.0.behind(v) })
    }
    fn visit_str<E: de::Error>(self, v: &str) -> Result<Key<'de>, E> {
        Ok(Key { key: v.to_owned(), behind: None })
    }
}

/// A scalar's text before it is taken for a number, a truth value or nothing.
struct Scalar(&'static str);

impl Visitor<'_> for Scalar {
    type Value = String;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
    fn visit_str<E: de::Error>(self, v: &str) -> Result<String, E> {
        Ok(v.to_owned())
    }
}

/// Goes through the text a second time, beside the tree, to keep numbers as they are written.
struct AsWritten<'n>(&'n mut Node);

impl<'de> DeserializeSeed<'de> for AsWritten<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.0 {
            Node::Number(written) => {
                *written = deserializer.deserialize_str(Scalar("a number"))?;
                Ok(())
            }
            Node::List(_) | Node::Map(_) => deserializer.deserialize_any(self),
            Node::Empty | Node::Bool(_) | Node::Text(_) => deserializer.deserialize_ignored_any(IgnoredAny).map(|_| ()),
        }
    }
}

impl<'de> Visitor<'de> for AsWritten<'_> {
    type Value = ();
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the same tree")
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let Node::List(items) = self.0 else { return Err(de::Error::custom("another tree")) };
        for item in items {
            list.next_element_seed(AsWritten(item))?;
        }
        Ok(())
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Node::Map(entries) = self.0 else { return Err(de::Error::custom("another tree")) };
        for (_, value) in entries {
            map.next_key::<IgnoredAny>()?;
            map.next_value_seed(AsWritten(value))?;
        }
        Ok(())
    }
}
