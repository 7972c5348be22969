use super::Need;

/// A definition's answer, three-valued: what is unknown is never counted as met or missed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Met.
    Yes,
    /// Not met.
    No,
    /// Cannot be said without these facts.
    Unknown(Vec<Need>),
}

impl Verdict {
    /// Yes or No.
    pub fn of(met: bool) -> Self {
        if met { Self::Yes } else { Self::No }
    }

    /// Unknown for want of one fact.
    pub fn lacking(need: Need) -> Self {
        Self::Unknown(vec![need])
    }

    /// The condition on a fact, unknown while the fact is.
    pub fn on<T>(fact: Option<T>, need: Need, met: impl FnOnce(T) -> bool) -> Self {
        fact.map_or_else(|| Self::lacking(need), |value| Self::of(met(value)))
    }

    /// All must hold (Kleene): one No decides; else one Unknown leaves it open, with everything it lacks.
    pub fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        parts.into_iter().fold(Self::Yes, Self::and)
    }

    /// Both must hold (Kleene).
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Yes, rest) | (rest, Self::Yes) => rest,
            (Self::Unknown(first), Self::Unknown(second)) => Self::Unknown(join(first, second)),
        }
    }

    /// One must hold (Kleene).
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Yes, _) | (_, Self::Yes) => Self::Yes,
            (Self::No, rest) | (rest, Self::No) => rest,
            (Self::Unknown(first), Self::Unknown(second)) => Self::Unknown(join(first, second)),
        }
    }
}

fn join(mut first: Vec<Need>, second: Vec<Need>) -> Vec<Need> {
    let new: Vec<Need> = second.into_iter().filter(|need| !first.contains(need)).collect();
    first.extend(new);
    first
}
