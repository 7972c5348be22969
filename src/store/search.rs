use rusqlite::params;
use unicode_normalization::UnicodeNormalization;

use super::browse::{Columns, entries, rows};
use super::{Entry, Ledger, StoreError};

/// More words than this narrow nothing and cost time.
const MOST_WORDS: usize = 16;

impl Ledger {
    /// Decisions in force with all these words, the last one taken as the beginning of a word: newest first, for a list
    /// that narrows as people type. Any text is a query; one without a letter or a digit gives the newest.
    pub fn search(&self, typed: &str, limit: usize) -> Result<Vec<Entry>, StoreError> {
        let Some(expression) = expression(typed) else { return self.recent(limit, None) };
        // CROSS JOIN: the full-text index leads, in the order of its row numbers, and stops at the limit.
        let sql = format!(
            "SELECT {Columns} FROM decision_text AS t CROSS JOIN decision AS d ON d.event_seq = t.rowid
             WHERE t.decision_text MATCH ?1 ORDER BY t.rowid DESC LIMIT ?2"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(entries(&mut statement, params![expression, rows(limit)])?)
    }
}

/// Text as it is indexed and asked for: what `unicode61` does not fold is folded here (œ, æ, ligatures, ²).
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.nfkc() {
        match letter {
            'œ' => folded.push_str("oe"),
            'Œ' => folded.push_str("OE"),
            'æ' => folded.push_str("ae"),
            'Æ' => folded.push_str("AE"),
            other => folded.push(other),
        }
    }
    folded
}

/// What was typed as an FTS5 expression in which every word is quoted, so that none of it is syntax.
fn expression(typed: &str) -> Option<String> {
    let plain: String = fold(typed).chars().map(|c| if c.is_control() || c == '"' { ' ' } else { c }).collect();
    let words: Vec<String> = plain
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .take(MOST_WORDS)
        .map(|word| format!("\"{word}\""))
        .collect();
    if words.is_empty() { None } else { Some(words.join(" ") + "*") }
}
