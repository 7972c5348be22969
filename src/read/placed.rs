//! Faults and objections with their place in the text.

use std::collections::HashSet;

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
    let found = case.objections(today).into_iter().map(|(path, objection)| (path, Problem::Objected(objection)));
    judged(found.collect(), text, root, &HashSet::new())
}

/// What is found in a value, placed; errors first, and not more than anybody would read. What was set aside is not in the
/// value, and so is not counted.
pub(super) fn judged(
    mut found: Vec<(Vec<PathStep>, Problem)>,
    text: &str,
    root: &Node,
    aside: &HashSet<Vec<usize>>,
) -> Vec<Remark> {
    found.sort_by_key(|(_, problem)| !problem.is_error());
    let placed = found.into_iter().take(MOST_FAULTS).map(|(path, problem)| {
        let at_key = matches!(problem, Problem::UnknownKey { .. });
        let (line, column) = place::of(text, &indices(root, &path, aside), at_key);
        let severity = if problem.is_error() { Severity::Error } else { Severity::Warning };
        Remark { severity, ..Remark::error(line, column, problem, line_of(text, line)) }
    });
    placed.collect()
}

/// The entry of this key, with its place.
fn entry<'a>(entries: &'a [(String, Node)], key: &str) -> Option<(usize, &'a Node)> {
    entries.iter().enumerate().find(|(_, (name, _))| name == key).map(|(index, (_, value))| (index, value))
}

/// The path of keys as entry indices, as far as the tree has them.
fn indices(root: &Node, path: &[PathStep], aside: &HashSet<Vec<usize>>) -> Vec<usize> {
    let mut node = root;
    let mut indices = Vec::new();
    for step in path {
        let found = match (node, step) {
            (Node::Map(entries), PathStep::Key(key)) => entry(entries, key),
            (Node::Map(entries), PathStep::Named(key)) => entry(entries, key),
            (Node::List(items), PathStep::Index(index)) => {
                let is_kept = |at: &usize| !aside.contains(&[indices.as_slice(), &[*at]].concat());
                items.iter().enumerate().filter(|(at, _)| is_kept(at)).nth(*index)
            }
            _ => None,
        };
        let Some((index, next)) = found else { break };
        indices.push(index);
        node = next;
    }
    indices
}
