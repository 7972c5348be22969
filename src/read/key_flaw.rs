//! What is wrong with a key of the configuration.

use serde::Serialize;

/// Why a key cannot be what the configuration wants; the `text` room gives it words. Places and commands by their names there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeyFlaw {
    /// What is written names no key.
    NotAKey {
        /// As written.
        written: String,
        /// The place.
        place: &'static str,
    },
    /// No key is written.
    NoKey {
        /// The place.
        place: &'static str,
    },
    /// The key is another command there already.
    Twice {
        /// The key.
        key: String,
        /// Where it would mean two things.
        place: &'static str,
        /// The other command.
        other: String,
    },
    /// The key always is what it is.
    Fixed {
        /// The key.
        key: String,
        /// The place.
        place: &'static str,
    },
    /// The key writes a letter there.
    Typed {
        /// The key.
        key: String,
        /// The place.
        place: &'static str,
    },
}

impl KeyFlaw {
    /// What JSON calls it.
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::NotAKey { .. } => "not-a-key",
            Self::NoKey { .. } => "no-key",
            Self::Twice { .. } => "key-twice",
            Self::Fixed { .. } => "key-fixed",
            Self::Typed { .. } => "key-typed",
        }
    }
}
