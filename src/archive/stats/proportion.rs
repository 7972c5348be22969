/// The 97.5 % quantile of the normal distribution: two-sided 95 %.
pub(super) const Z: f64 = 1.959_963_984_540_054;

/// The least number of units under which no percentage is said (rcp.md 5, general rules).
pub const LEAST: u32 = 5;

/// Two ends, the lower first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// Some of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proportion {
    /// How many are meant.
    pub count: u32,
    /// Among how many.
    pub of: u32,
}

impl Proportion {
    /// The share, from 0 to 1; none of none.
    pub fn share(self) -> Option<f64> {
        (self.of > 0).then(|| f64::from(self.count.min(self.of)) / f64::from(self.of))
    }

    /// The 95 % score interval of Wilson without continuity correction (J Am Stat Assoc 1927;22:209; method 3 of Newcombe,
    /// Stat Med 1998;17:857), from 0 to 1; none of none.
    pub fn wilson(self) -> Option<Interval> {
        let share = self.share()?;
        let n = f64::from(self.of);
        let z2 = Z * Z;
        let middle = share + z2 / (2.0 * n);
        let half = Z * (share * (1.0 - share) / n + z2 / (4.0 * n * n)).sqrt();
        let by = 1.0 + z2 / n;
        let low = if self.count == 0 { 0.0 } else { ((middle - half) / by).max(0.0) };
        let high = if self.count >= self.of { 1.0 } else { ((middle + half) / by).min(1.0) };
        Some(Interval { low, high })
    }

    /// Whether a percentage may be said of it: [`LEAST`] units or more.
    pub fn is_enough(self) -> bool {
        self.of >= LEAST
    }
}
