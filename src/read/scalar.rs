//! A text as it is written in a case file.

use super::node::{self, Node};

/// The text as a value of one line: as it is where YAML reads it as this text, else in quotes. A number that is written as
/// such may stand as it is where `number` says that a number is meant.
pub fn scalar(text: &str, number: bool) -> String {
    let is_itself = |node: &Node| match node {
        Node::Text(read) => read == text,
        Node::Number(read) => number && read == text,
        _ => false,
    };
    // Between brackets other signs mean something than in a line of their own.
    let in_brackets = match node::parse(&format!("[{text}]")) {
        Ok(Node::List(items)) => matches!(items.as_slice(), [only] if is_itself(only)),
        _ => false,
    };
    let in_line = match node::parse(&format!("key: {text}")) {
        Ok(Node::Map(entries)) => matches!(entries.as_slice(), [(_, only)] if is_itself(only)),
        _ => false,
    };
    if in_brackets && in_line && !text.contains('#') { text.to_owned() } else { quoted(text) }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', " "))
}
