//! A new case as it is kept while it is typed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{NewField, Slot};

/// What was typed, field by field.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct NewDraft {
    /// Path in the file, entry, text.
    fields: Vec<(String, usize, String)>,
}

impl NewDraft {
    pub(super) fn of<'a>(values: impl Iterator<Item = (&'a Slot, &'a String)>) -> Self {
        let typed = values.filter(|(_, value)| !value.is_empty());
        Self { fields: typed.map(|(slot, value)| (slot.field.code().to_owned(), slot.entry, value.clone())).collect() }
    }

    /// What was typed; fields that this program does not have are left out.
    pub(super) fn values(&self) -> BTreeMap<Slot, String> {
        let known = self.fields.iter().filter_map(|(code, entry, value)| {
            Some((Slot { field: NewField::from_code(code)?, entry: *entry }, value.clone()))
        });
        known.collect()
    }

    /// Whether nothing is typed.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// As it is kept.
    pub fn to_text(&self) -> String {
        // Strings and numbers always have a form.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// A draft as it was kept; none where it is not whole.
    pub fn from_text(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}
