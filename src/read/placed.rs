//! Faults and objections with their place in the text.

use super::decode_error::{Fault, MOST_FAULTS};
use super::node::{self, Node};
use super::place;
use super::problem::Problem;
use super::remark::{Remark, Severity, line_of};
use crate::domain::{Case, Day, PathStep};

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
    Remark::error(line, column, problem, line_of(text, line))
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

/// What the case's facts say against each other, placed; errors first, and not more than anybody would read.
pub(super) fn objections(case: &Case, today: Day, text: &str, root: &Node) -> Vec<Remark> {
    let mut found = case.objections(today);
    found.sort_by_key(|(_, objection)| !objection.is_error());
    let placed = found.into_iter().take(MOST_FAULTS).map(|(path, objection)| {
        let (line, column) = place::of(text, &indices(root, &path), false);
        let severity = if objection.is_error() { Severity::Error } else { Severity::Warning };
        Remark { severity, ..Remark::error(line, column, Problem::Objected(objection), line_of(text, line)) }
    });
    placed.collect()
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
