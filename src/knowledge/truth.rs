use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Datum;

/// Three-valued: unknown is never no, and says what is missing (Kleene's strong logic).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Truth {
    /// It holds.
    Yes,
    /// It does not hold.
    No,
    /// It cannot be said without these.
    Unknown(BTreeSet<Datum>),
}

impl Truth {
    /// Of a plain answer.
    pub fn of(answer: bool) -> Self {
        if answer { Self::Yes } else { Self::No }
    }

    /// What is missing for it; empty where it is known.
    pub fn missing(&self) -> impl Iterator<Item = Datum> + '_ {
        let set = if let Self::Unknown(missing) = self { Some(missing) } else { None };
        set.into_iter().flatten().copied()
    }

    /// Whether it cannot be said.
    pub fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown(_))
    }

    /// Yes only if all are; no if any is not; else unknown for everything that is missing.
    pub fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        Self::fold(parts, &Self::No, Self::Yes)
    }

    /// Yes if any is; no only if none is; else unknown for everything that is missing.
    pub fn any(parts: impl IntoIterator<Item = Self>) -> Self {
        Self::fold(parts, &Self::Yes, Self::No)
    }

    fn fold(parts: impl IntoIterator<Item = Self>, decisive: &Self, otherwise: Self) -> Self {
        let mut missing = BTreeSet::new();
        let mut unknown = false;
        for part in parts {
            match part {
                part if part == *decisive => return part,
                Self::Unknown(more) => {
                    unknown = true;
                    missing.extend(more);
                }
                _ => {}
            }
        }
        if unknown { Self::Unknown(missing) } else { otherwise }
    }
}

impl std::ops::Not for Truth {
    type Output = Self;
    fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            unknown @ Self::Unknown(_) => unknown,
        }
    }
}
