use chrono::{Datelike, Months, NaiveDate};

use super::{Answer, Checked, Egfr, Point, Sdi, Source, egfr_series};
use crate::domain::{Case, Day, SdiItem};

/// How this program reads "GFR < 50 %".
pub const SDI_LOW_GFR: Source =
    Source { name: "reading of GFR < 50 %", reference: "item 3.1", checked: Checked::Proposal };
/// The paediatric version.
pub const PAEDIATRIC_SDI: Source =
    Source { name: "Gutiérrez-Suárez 2006", reference: "doi 10.1002/art.22048", checked: Checked::Primary };

/// The points that a calendar year added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearOfDamage {
    /// The year.
    pub year: i32,
    /// Points added in it.
    pub added: u32,
    /// The index at its end.
    pub total: u32,
}

/// The years in which the index rose, oldest first; an item counts in the year in which it has lasted long enough.
///
/// # Errors
/// What [`Sdi::on`] refuses.
pub fn sdi_by_year(case: &Case, today: Day) -> Answer<Vec<YearOfDamage>> {
    let now = Sdi::on(case, today)?;
    let Some(first) = now.scored.iter().map(|damage| damage.since.day().0.year()).min() else {
        return Ok(Vec::new());
    };
    let mut before = 0;
    let mut years = Vec::new();
    for year in first..=today.0.year() {
        let end = NaiveDate::from_ymd_opt(year, 12, 31).map_or(today, Day).min(today);
        let total = Sdi::on(case, end)?.total();
        if total > before {
            years.push(YearOfDamage { year, added: total - before, total });
        }
        before = total;
    }
    Ok(years)
}

/// Points added over the twelve months that end on this day.
///
/// # Errors
/// What [`Sdi::on`] refuses.
pub fn sdi_of_twelve_months(case: &Case, today: Day) -> Answer<u32> {
    let then = today.0.checked_sub_months(Months::new(12)).map_or(today, Day);
    Ok(Sdi::on(case, today)?.total().saturating_sub(Sdi::on(case, then)?.total()))
}

/// More than twelve months since damage was reviewed (Mosca 2011, indicator 2); none where no day is recorded.
pub fn sdi_review_is_due(case: &Case, today: Day) -> Option<bool> {
    let reviewed = case.damage.reviewed.known()?;
    Some(reviewed.0.checked_add_months(Months::new(12)).is_some_and(|due| today > Day(due)))
}

/// Values that meet this program's reading of "GFR < 50 %" (damage.md A1, note R, a proposal): eGFR below 50 on two days at
/// least 183 days apart. A hint for whoever reviews the damage: it never counts by itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LowGfrHint {
    /// The first value below 50.
    pub first: Point<Egfr>,
    /// The last one.
    pub last: Point<Egfr>,
    /// A value of 50 or more lies between the two.
    pub recovered_between: bool,
}

/// The hint of a case as of a day, where neither the item nor end-stage renal disease is recorded.
pub fn low_gfr_hint(case: &Case, today: Day) -> Option<LowGfrHint> {
    let recorded = case.damage.sdi.known().into_iter().flatten();
    if recorded.into_iter().any(|entry| matches!(entry.item, SdiItem::LowGfr | SdiItem::Esrd)) {
        return None;
    }
    let series = egfr_series(case).ok()?;
    let last = *series.points().iter().rev().find(|point| point.date <= today && is_low(point))?;
    let diagnosed = case.lupus.diagnosed.known().map(|month| month.day());
    let since_lupus = |point: &&Point<Egfr>| diagnosed.is_none_or(|diagnosed| point.date >= diagnosed);
    let alike = |point: &&Point<Egfr>| point.value.equation == last.value.equation;
    let first = *series.points().iter().filter(since_lupus).filter(alike).find(|point| is_low(point))?;
    let between = series.points().iter().filter(|point| first.date < point.date && point.date < last.date);
    let recovered_between = between.into_iter().any(|point| !is_low(point));
    (last.date.days_since(first.date) >= 183).then_some(LowGfrHint { first, last, recovered_between })
}

fn is_low(point: &Point<Egfr>) -> bool {
    point.value.value < 50.0
}
