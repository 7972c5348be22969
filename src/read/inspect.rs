//! Faults that no type needs to see: duplicate keys, control characters, notations that are misread.

use std::collections::HashSet;

use super::decode_error::{Fault, MOST_FAULTS};
use super::gate::is_plain;
use super::node::Node;
use super::printable::commands;
use super::problem::Problem;

/// The faults of a tree, and the paths that are set aside with them.
pub(super) struct Inspection {
    pub(super) faults: Vec<Fault>,
    pub(super) aside: HashSet<Vec<usize>>,
    path: Vec<usize>,
    plain_numbers: bool,
}

impl Inspection {
    /// Inspects a tree that people write by hand: its numbers must be plain.
    pub(super) fn of_case(root: &Node) -> Self {
        Self::of(root, true)
    }

    /// Inspects any other tree; a colour may be written `1e2030`.
    pub(super) fn of_document(root: &Node) -> Self {
        Self::of(root, false)
    }

    fn of(root: &Node, plain_numbers: bool) -> Self {
        let mut inspection = Self { faults: Vec::new(), aside: HashSet::new(), path: Vec::new(), plain_numbers };
        inspection.node(root);
        inspection
    }

    fn fault(&mut self, problem: Problem) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(Fault::new(problem).at(&self.path));
            self.aside.insert(self.path.clone());
        }
    }

    fn fault_of_key(&mut self, problem: Problem) {
        self.fault(problem);
        if let Some(fault) = self.faults.last_mut() {
            fault.at_key = true;
        }
    }

    fn node(&mut self, node: &Node) {
        match node {
            Node::Text(text) if hides_a_command(text) => self.fault(Problem::ControlCharacter),
            Node::Number(written) if self.plain_numbers && written.chars().any(char::is_alphabetic) => {
                self.fault(Problem::Notation { written: written.clone() });
            }
            Node::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.path.push(index);
                    self.node(item);
                    self.path.pop();
                }
            }
            Node::Map(entries) => self.map(entries),
            _ => {}
        }
    }

    fn map(&mut self, entries: &[(String, Node)]) {
        let mut seen = HashSet::new();
        let mut entries = entries.iter().enumerate().peekable();
        while let Some((index, (key, value))) = entries.next() {
            self.path.push(index);
            let next = entries.peek().map(|(_, entry)| entry);
            if hides_a_command(key) {
                self.fault_of_key(Problem::ControlCharacter);
            } else if !seen.insert(key) {
                self.fault_of_key(Problem::DuplicateKey { key: key.clone(), first_line: 0 });
            } else if let Some(problem) = next.and_then(|(rest, empty)| decimal_comma(value, rest, empty)) {
                self.fault(problem);
                self.path.pop();
                self.path.push(index + 1);
                self.aside.insert(self.path.clone());
                entries.next();
            } else {
                self.node(value);
            }
            self.path.pop();
        }
    }
}

fn hides_a_command(text: &str) -> bool {
    !is_plain(text) && text.chars().any(|c| commands(c) && c != '\n' && c != '\t')
}

/// `upcr: 1,6 g/g` in a row is to YAML `upcr: 1` and a key `6 g/g` without a value.
fn decimal_comma(value: &Node, rest: &str, empty: &Node) -> Option<Problem> {
    let Node::Number(whole) = value else { return None };
    let digits = rest.chars().take_while(char::is_ascii_digit).count();
    if *empty != Node::Empty || digits == 0 || !whole.trim_start_matches('-').chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let is_clear = digits != 3 || whole == "0";
    let meant = is_clear.then(|| format!("{whole}.{rest}"));
    Some(Problem::DecimalComma { written: format!("{whole},{rest}"), meant })
}
