use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::SteroidCurve;
use crate::domain::Day;

/// What a schedule prints for some days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowed {
    /// First day.
    pub first: Day,
    /// Last day; none where it goes on.
    pub last: Option<Day>,
    /// At least this, mg a day; none where no lower end is printed.
    pub least: Option<Decimal>,
    /// At most this, mg a day.
    pub most: Decimal,
    /// The upper end itself is too much: printed as `<`.
    pub strictly: bool,
}

/// A dose against what is printed for its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Held {
    /// Below the lower end.
    Below,
    /// At the printed dose, or between the printed ends.
    Within,
    /// Above the upper end.
    Above,
}

impl Allowed {
    /// How a dose stands, and how far from the end it passes, mg.
    pub fn holds(&self, dose: Decimal) -> (Held, Decimal) {
        if dose > self.most || (self.strictly && dose == self.most) {
            return (Held::Above, dose - self.most);
        }
        match self.least {
            Some(least) if dose < least => (Held::Below, least - dose),
            _ => (Held::Within, Decimal::ZERO),
        }
    }

    fn is_for(&self, day: Day) -> bool {
        self.first <= day && self.last.is_none_or(|last| day <= last)
    }
}

/// Days in a row on which a dose stands alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// First day.
    pub first: Day,
    /// Last day; none where both the dose and the schedule go on.
    pub last: Option<Day>,
    /// How it stands.
    pub held: Held,
    /// The furthest it passes an end on these days, mg a day.
    pub by: Decimal,
}

/// The curve day by day against what is printed; days for which nothing is printed, or no dose is known, are left out.
pub fn held_against(curve: &SteroidCurve, printed: &[Allowed]) -> Vec<Stretch> {
    let after = |allowed: &Allowed| allowed.last.and_then(|last| last.0.succ_opt()).map(Day);
    let edges = printed.iter().flat_map(|allowed| [Some(allowed.first), after(allowed)]).flatten();
    let days: BTreeSet<Day> = curve.levels().map(|(day, _)| day).chain(edges).collect();
    let mut ends = days.iter().skip(1).map(|next| next.0.pred_opt().map(Day));
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut is_joined = false;
    for first in &days {
        let last = ends.next().flatten();
        let allowed = printed.iter().find(|allowed| allowed.is_for(*first));
        let Some((held, by)) = allowed.zip(curve.on(*first)).map(|(allowed, dose)| allowed.holds(dose)) else {
            is_joined = false;
            continue;
        };
        match stretches.last_mut().filter(|before| is_joined && before.held == held) {
            Some(before) => {
                before.last = last;
                before.by = before.by.max(by);
            }
            None => stretches.push(Stretch { first: *first, last, held, by }),
        }
        is_joined = true;
    }
    stretches
}
