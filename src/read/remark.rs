use schemars::JsonSchema;
use serde::Serialize;

use super::printable::printable;
use super::problem::Problem;

/// Whether a remark keeps the file out of the meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
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
        let excerpt = printable(excerpt, MOST_EXCERPT);
        Self { severity: Severity::Error, line, column, excerpt, problem: problem.printable() }
    }

    /// Whether it says that something lacks.
    pub(super) fn is_of_absence(&self) -> bool {
        self.problem.is_of_absence()
    }
}

/// The line of this number, from 1.
pub(super) fn line_of(text: &str, line: usize) -> &str {
    text.lines().nth(line.saturating_sub(1)).unwrap_or_default()
}
