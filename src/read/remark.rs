use serde::Serialize;

use super::decode_error::Fault;
use super::node::{self, Node};
use super::place;
use super::problem::Problem;
use crate::domain::{Case, Day, PathStep};

/// Whether a remark keeps the file out of the meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The case cannot be shown.
    Error,
    /// The case is shown; somebody should look.
    Warning,
}

/// One thing to say about a file, with its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Remark {
    /// Error or warning.
    pub severity: Severity,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The line itself, safe to print: control characters are replaced.
    pub excerpt: String,
    /// What is wrong.
    pub problem: Problem,
}

/// Longest excerpt kept of a line.
const MOST_EXCERPT: usize = 200;

impl Remark {
    pub(super) fn error(line: usize, column: usize, problem: Problem, excerpt: &str) -> Self {
        Self { severity: Severity::Error, line, column, excerpt: printable(excerpt), problem }
    }
}

fn printable(line: &str) -> String {
    line.chars().take(MOST_EXCERPT).map(|c| if unsafe_to_print(c) { '\u{fffd}' } else { c }).collect()
}

/// Control characters, and the marks that reverse the order of what follows.
fn unsafe_to_print(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The fault with its place in the text.
pub(super) fn placed(fault: Fault, text: &str) -> Remark {
    let path = fault.path.unwrap_or_default();
    let (line, column) = place::of(text, &path, fault.at_key);
    let problem = match fault.problem {
        Problem::DuplicateKey { key, .. } => {
            let first_line = first_of(text, &path, &key).unwrap_or(line);
            Problem::DuplicateKey { key, first_line }
        }
        other => other,
    };
    Remark::error(line, column, problem, text.lines().nth(line.saturating_sub(1)).unwrap_or_default())
}

/// The line on which a repeated key stands first.
fn first_of(text: &str, path: &[usize], key: &str) -> Option<usize> {
    let (_, parent) = path.split_last()?;
    let root = node::parse(text).ok()?;
    let Node::Map(entries) = root.at(parent)? else { return None };
    let first = entries.iter().position(|(name, _)| name == key)?;
    let path: Vec<usize> = parent.iter().copied().chain([first]).collect();
    Some(place::of(text, &path, true).0)
}

/// What the case's facts say against each other, placed.
pub(super) fn objections(case: &Case, today: Day, text: &str) -> Vec<Remark> {
    let found = case.objections(today);
    if found.is_empty() {
        return Vec::new();
    }
    let Ok(root) = node::parse(text) else { return Vec::new() };
    found
        .into_iter()
        .map(|(path, objection)| {
            let (line, column) = place::of(text, &indices(&root, &path), false);
            let severity = if objection.is_error() { Severity::Error } else { Severity::Warning };
            let excerpt = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
            Remark { severity, ..Remark::error(line, column, Problem::Objected(objection), excerpt) }
        })
        .collect()
}

/// The path of keys as entry indices, as far as the tree has them.
fn indices(root: &Node, path: &[PathStep]) -> Vec<usize> {
    let mut node = root;
    let mut indices = Vec::new();
    for step in path {
        let found = match (node, step) {
            (Node::Map(entries), PathStep::Key(key)) => {
                entries.iter().enumerate().find(|(_, (name, _))| name == key).map(|(index, (_, value))| (index, value))
            }
            (Node::List(items), PathStep::Index(index)) => items.get(*index).map(|item| (*index, item)),
            _ => None,
        };
        let Some((index, next)) = found else { break };
        indices.push(index);
        node = next;
    }
    indices
}
