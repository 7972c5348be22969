//! What a hypothesis, or the lines of a decision, change of what the safety rules say.

use super::{Alert, Alerts, Level};

/// The alerts of a case beside those of the same case otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SafetyChange<'a> {
    /// Those that fire only otherwise, the loudest first.
    pub appear: Vec<&'a Alert>,
    /// Those that fire no more: they are settled, or can no longer be said.
    pub vanish: Vec<&'a Alert>,
    /// How many fire before and after, at each level at which one appears or vanishes.
    pub counts: Vec<(Level, usize, usize)>,
    /// How many rules cannot say, before and after.
    pub waiting: (usize, usize),
}

impl SafetyChange<'_> {
    /// Whether the rules say the same.
    pub fn is_none(&self) -> bool {
        self.appear.is_empty() && self.vanish.is_empty() && self.waiting.0 == self.waiting.1
    }
}

impl Alerts {
    /// What is otherwise in these others.
    pub fn change<'a>(&'a self, after: &'a Self) -> SafetyChange<'a> {
        let appear: Vec<&Alert> = after.firing().filter(|alert| !self.has(alert)).collect();
        let vanish: Vec<&Alert> = self.firing().filter(|alert| !after.has(alert)).collect();
        let is_touched = |level: &Level| appear.iter().chain(&vanish).any(|alert| alert.level == *level);
        let levels = Level::ALL.iter().copied().filter(is_touched);
        let counts = levels.map(|level| (level, self.at(level).count(), after.at(level).count())).collect();
        SafetyChange { appear, vanish, counts, waiting: (self.waiting().count(), after.waiting().count()) }
    }

    /// Those that are there because of the lines of a decision: they rest on a line, or the case without the lines, whose
    /// alerts are `of_case`, does not have them, as after a line that stops a drug.
    #[must_use]
    pub fn on_lines(&self, of_case: &Self) -> Self {
        Self(self.0.iter().filter(|alert| alert.is_on_line() || !of_case.has(alert)).cloned().collect())
    }

    /// Whether the same rule says the same: the label of another drug is another alert.
    fn has(&self, alert: &Alert) -> bool {
        self.0.iter().any(|one| (&one.rule, &one.name, one.fires) == (&alert.rule, &alert.name, alert.fires))
    }
}
