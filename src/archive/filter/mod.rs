//! The line in which past decisions are searched: words, and filters by name. Never touches the disk.
//!
//! ```text
//! line    = { term }                      every term must hold
//! term    = ["-" | "not" | "sauf"] (filter | days | "@" name) | ["-"] word | ["-"] '"' words '"'
//! filter  = key ":" value { "," value }   one of the values: `drug:belimumab,voclosporin`, `class:III+V`
//!         | key comparison amount [unit]  `upcr>2`, `egfr<30`, `age<18`, `upcr>=200 mg/mmol`
//!         | key ":" [amount] ".." [amount]
//!         | ("sort" | "tri") ":" order    `sort:upcr`, `sort:-upcr`, `sort:oldest`
//! days    = day | month | [part] ".." [part]      `2026-02-20`, `2024-03`, `2024..`, `2024-03..2025`
//! ```
//!
//! - Keys and values are understood in French and in English, whatever the language of the screen; capitals and accents do
//!   not matter. What is stored has the English names.
//! - Words are searched in questions, reasons, lines, drugs, cases and pseudonyms; the last one may be a beginning.
//! - A bare day is that of the meeting, or of the decision where it has none.
//! - `class:V` is the class exactly as shown; `mixed_v`, `pure_v`, `proliferative` and `i_ii` are groups.
//! - `not` and `sauf` before a plain word are words: a word is left out by a minus.
//! - What is not understood is a [`Fault`] with its place; the rest of the line holds.
//!
//! The law: [`parse`] of what [`print()`] wrote gives the same [`Query`], in both languages.

mod amount;
mod complete;
mod days;
mod fault;
mod key;
mod parse;
mod print;
mod query;
mod rewrite;
mod scan;
mod values;

use chrono::{DateTime, Utc};

pub use complete::{Candidate, Completion, complete};
pub use fault::{Fault, Wrong};
pub use key::{Key, Kind, Unit};
pub use parse::{Parsed, on, parse};
pub use print::{print, sorted};
pub use query::{After, Bound, Count, Direction, Query, Sort, SortKey, SortValue, Span, Term, What};
pub use rewrite::{is_name, with_sort};
pub use values::{CLASS_GROUPS, DEFERRED, Entry, Vocabulary};

/// A query that was saved under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedQuery {
    /// The name: letters, digits, hyphens, at most 40.
    pub name: String,
    /// The line.
    pub text: String,
    /// Who saved it.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}
