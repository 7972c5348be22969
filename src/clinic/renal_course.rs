use chrono::Days;
use rust_decimal::Decimal;

use super::{Change, Egfr, Need, Point, Verdict, daily_steroid, egfr_series, upcr_series};
use crate::domain::{Case, Day, Upcr, YesNo};

/// What renal response is judged from. "Baseline" (start of this treatment) and "pre-flare" are two different
/// denominators and never stand in for each other (activity.md 8).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct RenalCourse {
    /// Whole months from the start of the treatment to the proteinuria that is judged.
    pub months: Option<i64>,
    /// Whole months from the start of the treatment to the day of the question.
    pub elapsed: Option<i64>,
    /// Last ratio up to the start of the treatment.
    pub upcr_baseline: Option<Point<Upcr>>,
    /// Newest ratio since.
    pub upcr_now: Option<Point<Upcr>>,
    /// Last eGFR up to the start of the treatment.
    pub egfr_baseline: Option<Point<Egfr>>,
    /// Best eGFR before the flare.
    pub egfr_preflare: Option<Point<Egfr>>,
    /// Newest eGFR since the start.
    pub egfr_now: Option<Point<Egfr>>,
    /// Rescue treatment, treatment failure or another intercurrent event.
    pub rescue: Option<bool>,
    /// Glucocorticoids stayed as low as the definition asks over its weeks.
    pub low_steroids: Option<bool>,
}

impl RenalCourse {
    /// The course of a case as of this day.
    pub fn of(case: &Case, today: Day) -> Self {
        let rescue = case.course.rescue.known().map(|answer| *answer == YesNo::Yes);
        let Some(start) = case.course.started.known().copied() else {
            return Self { rescue, ..Self::default() };
        };
        let upcr = upcr_series(case);
        let egfr = egfr_series(case).ok();
        let egfr_by = |day| egfr.as_ref().and_then(|series| series.newest_by(day));
        let upcr_now = upcr.newest_by(today).filter(|point| point.date > start);
        let preflare = case.kidney.preflare.known().copied();
        Self {
            months: Some(upcr_now.map_or(today, |point| point.date).months_since(start)),
            elapsed: Some(today.months_since(start)),
            upcr_baseline: upcr.newest_by(start),
            upcr_now,
            egfr_baseline: egfr_by(start),
            egfr_preflare: preflare.and_then(|day| egfr_by(day).filter(|point| point.date == day)),
            egfr_now: egfr_by(today).filter(|point| point.date > start),
            rescue,
            low_steroids: low_steroids(case, start, today),
        }
    }

    /// Whether proteinuria of this month or later is at hand: no before its time has come, unknown when the time has come
    /// and the newest ratio is older.
    pub(super) fn judged_from(&self, month: i64) -> Verdict {
        match (self.months, self.elapsed) {
            (None, _) => Verdict::lacking(Need::CourseStart),
            (Some(months), _) if months >= month => Verdict::Yes,
            (Some(_), Some(elapsed)) if elapsed >= month => Verdict::lacking(Need::Upcr),
            (Some(_), _) => Verdict::No,
        }
    }

    /// Fall of proteinuria from baseline in percent, exact decimals; negative when it rose.
    pub fn fall(&self) -> Option<Decimal> {
        let (from, to) = (self.upcr_baseline?.value.value(), self.upcr_now?.value.value());
        ((from - to) * Decimal::ONE_HUNDRED).checked_div(from)
    }

    /// eGFR in percent of baseline; none between two equations.
    pub fn percent_of_baseline(&self) -> Option<f64> {
        self.percent_of(self.egfr_baseline)
    }

    /// eGFR in percent of the pre-flare value; none between two equations.
    pub fn percent_of_preflare(&self) -> Option<f64> {
        self.percent_of(self.egfr_preflare)
    }

    fn percent_of(&self, denominator: Option<Point<Egfr>>) -> Option<f64> {
        let change = Change { from: denominator?, to: self.egfr_now? };
        change.percent().map(|percent| 100.0 + percent)
    }

    /// Whether proteinuria fell by this many percent or more; compared without dividing.
    pub(super) fn fell_by(&self, percent: u32) -> Verdict {
        let known = |point: Option<Point<Upcr>>| point.map(|point| point.value.value());
        let (Some(from), Some(to)) = (known(self.upcr_baseline), known(self.upcr_now)) else {
            return Verdict::Unknown(self.lacking_proteinuria());
        };
        if from.is_zero() {
            return Verdict::lacking(Need::BaselineUpcr);
        }
        Verdict::of((from - to) * Decimal::ONE_HUNDRED >= from * Decimal::from(percent))
    }

    /// Whether the newest ratio meets a condition.
    pub(super) fn upcr(&self, met: impl FnOnce(Upcr) -> bool) -> Verdict {
        Verdict::on(self.upcr_now, Need::Upcr, |point| met(point.value))
    }

    /// Whether eGFR is at this many percent of baseline or more.
    pub(super) fn of_baseline(&self, percent: u32) -> Verdict {
        self.kept(self.egfr_baseline, Need::BaselineEgfr, percent)
    }

    /// Whether eGFR is at this many percent of the pre-flare value or more.
    pub(super) fn of_preflare(&self, percent: u32) -> Verdict {
        self.kept(self.egfr_preflare, Need::PreflareEgfr, percent)
    }

    /// Whether eGFR itself is this high or higher, mL/min/1.73 m².
    pub(super) fn egfr_from(&self, least: u32) -> Verdict {
        Verdict::on(self.egfr_now, Need::Egfr, |now| now.value.value >= f64::from(least))
    }

    fn kept(&self, denominator: Option<Point<Egfr>>, need: Need, percent: u32) -> Verdict {
        match (denominator, self.egfr_now) {
            (Some(then), Some(now)) if then.value.equation != now.value.equation => Verdict::lacking(Need::OneEquation),
            // Multiplied out: whole numbers at the border compare exactly.
            (Some(then), Some(now)) => Verdict::of(now.value.value * 100.0 >= then.value.value * f64::from(percent)),
            (then, now) => {
                let missing = [then.is_none().then_some(need), now.is_none().then_some(Need::Egfr)];
                Verdict::Unknown(missing.into_iter().flatten().collect())
            }
        }
    }

    fn lacking_proteinuria(&self) -> Vec<Need> {
        let missing =
            [self.upcr_baseline.is_none().then_some(Need::BaselineUpcr), self.upcr_now.is_none().then_some(Need::Upcr)];
        missing.into_iter().flatten().collect()
    }
}

/// Whether, over weeks 44 to 52, prednisone was above 10 mg on fewer than three days in a row and fewer than seven in all
/// (AURORA 1, from memory); none before week 52, or where a dose of these weeks is not known.
fn low_steroids(case: &Case, start: Day, today: Day) -> Option<bool> {
    let day = |after: u64| start.0.checked_add_days(Days::new(after)).map(Day);
    if day(52 * 7)? > today {
        return None;
    }
    let (mut in_a_row, mut in_all, mut most_in_a_row) = (0, 0, 0);
    for after in 44 * 7..=52 * 7 {
        let dose = daily_steroid(case, day(after)?).ok()?.milligrams;
        in_a_row = if dose > Decimal::TEN { in_a_row + 1 } else { 0 };
        in_all += i32::from(dose > Decimal::TEN);
        most_in_a_row = most_in_a_row.max(in_a_row);
    }
    Some(most_in_a_row < 3 && in_all < 7)
}
