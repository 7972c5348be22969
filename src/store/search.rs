use unicode_normalization::UnicodeNormalization;

use super::{Entry, Ledger, StoreError};
use crate::archive::filter::parse;

impl Ledger {
    /// Decisions in force that a line of the filter language finds, in its order, for a list that narrows as people type.
    /// Any text is a query: what is not understood is left out; one without a letter or a digit gives the newest.
    pub fn search(&self, typed: &str, limit: usize) -> Result<Vec<Entry>, StoreError> {
        let query = parse(typed, &self.saved_queries()?).query;
        Ok(self.find(&query, limit, None)?.entries)
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
