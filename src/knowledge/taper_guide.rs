//! What one guideline, or one scheme of it, prints of daily prednisone for this patient: a start, a week-by-week schedule, a dose
//! to be reached by a date. Nothing is drawn between what is printed.

use chrono::{Days, Months};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{
    Advice, Checked, Datum, DoseRange, MgRange, Schedule, ScheduleStep, Scheme, Span, Table, Target, Topic, Verdict,
};
use crate::clinic::{Allowed, PlanStep};
use crate::domain::Day;

/// Weeks and days are counted from the first day of treatment, which is in week 0 (guidelines.md E.2).
const WEEK: u64 = 7;

/// The parts of a milligram that round doses are made of, coarsest first: tablets of 5 mg, of 2.5 mg, of 1 mg.
const ROUND: [Decimal; 3] = [
    Decimal::from_parts(5, 0, 0, false, 0),
    Decimal::from_parts(25, 0, 0, false, 1),
    Decimal::from_parts(1, 0, 0, false, 0),
];

/// What a guideline prints of daily prednisone, for one of its schemes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaperGuide {
    /// The guideline's id.
    pub guideline: String,
    /// Its column's heading.
    pub heading: String,
    /// The scheme, `single` where there is only one.
    pub scheme: Scheme,
    /// How the guideline stands to tapering for this patient.
    pub verdict: Verdict,
    /// The oral start, for this weight.
    pub start: Option<DoseRange>,
    /// Doses to be reached by a date.
    pub targets: Vec<Target>,
    /// Daily prednisone week by week, where it is printed.
    pub schedule: Option<Schedule>,
    /// What it says of stopping, where it says anything for this patient.
    pub stop: Option<(Verdict, Vec<Advice>)>,
    /// How sure the entry is of what it says here: the weakest of its statements.
    pub checked: Checked,
    /// What it lacks to say more for this patient.
    pub missing: Vec<Datum>,
}

/// A dose to be reached and the days between which that is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TargetWindow {
    /// At most this, mg a day.
    pub at_most: Decimal,
    /// The earliest day that is printed.
    pub first: Day,
    /// The latest.
    pub last: Day,
}

/// What each guideline prints of daily prednisone, one entry a scheme, in the order of the columns; a guideline that prints
/// nothing for this patient has an entry that says so by being empty.
pub fn taper_guides(table: &Table) -> Vec<TaperGuide> {
    table.columns.iter().flat_map(|column| of_column(table, &column.guideline, &column.heading())).collect()
}

fn of_column(table: &Table, guideline: &str, heading: &str) -> Vec<TaperGuide> {
    let cell = |topic| table.cell(topic, guideline);
    let (start, taper, target) = (cell(Topic::GcStart), cell(Topic::GcTaper), cell(Topic::GcTarget));
    let stop = cell(Topic::GcStop);
    let cells = || [taper, start, target, stop].into_iter().flatten();
    let spoken = cells().map(|cell| cell.verdict);
    let verdict = spoken.clone().find(|verdict| verdict.speaks()).or(spoken.clone().next());
    let doses = || start.into_iter().flat_map(|cell| &cell.doses);
    let tapers = || taper.into_iter().flat_map(|cell| &cell.tapers);
    let targets = || target.into_iter().flat_map(|cell| &cell.targets);
    let named = doses().map(|dose| dose.scheme).chain(tapers().map(|taper| taper.scheme));
    let mut schemes: Vec<Scheme> = named.chain(targets().map(|target| target.scheme)).collect();
    schemes.sort();
    schemes.dedup();
    if schemes.is_empty() {
        schemes.push(Scheme::Single);
    }
    let said = cells().flat_map(|cell| &cell.spoke);
    let mut missing: Vec<Datum> = cells().flat_map(|cell| cell.missing.iter().copied()).collect();
    missing.sort_unstable();
    missing.dedup();
    let of_scheme = |scheme| TaperGuide {
        guideline: guideline.to_owned(),
        heading: heading.to_owned(),
        scheme,
        verdict: verdict.unwrap_or(Verdict::NotAddressed),
        start: doses().find(|dose| dose.scheme == scheme).cloned(),
        targets: targets().filter(|target| target.scheme == scheme).cloned().collect(),
        schedule: tapers().find(|taper| taper.scheme == scheme).cloned(),
        stop: stop.filter(|cell| cell.verdict.speaks()).map(|cell| (cell.verdict, cell.advises.clone())),
        checked: said.clone().map(|said| said.checked).max().unwrap_or(Checked::Verified),
        missing: missing.clone(),
    };
    schemes.into_iter().map(of_scheme).collect()
}

impl TaperGuide {
    /// Whether it prints anything in mg or by a date for this patient.
    pub fn prints(&self) -> bool {
        self.start.is_some() || !self.targets.is_empty() || self.schedule.is_some()
    }

    /// The printed start as a range of one week, week 0; none where the weight is not known.
    pub fn start_from(&self, week0: Day) -> Option<Allowed> {
        let range = self.start.as_ref()?.mg?;
        Some(Allowed { first: week0, last: Some(day_in(week0, WEEK - 1)), ..ends(range) })
    }

    /// The days for which it prints a dose, with that dose; steps in mg/kg are left out while the weight is not known.
    pub fn allowed(&self, week0: Day) -> Vec<Allowed> {
        let steps = self.schedule.iter().flat_map(|schedule| &schedule.steps);
        steps.filter_map(|step| allowed(step, week0)).collect()
    }

    /// The days by which its doses must be reached.
    pub fn windows(&self, week0: Day) -> Vec<TargetWindow> {
        self.targets.iter().filter_map(|target| window(target, week0)).collect()
    }

    /// Its beginning as a plan: the schedule from this day on where one is printed, else the start alone. Of a range the lowest
    /// round dose is taken, of an upper limit the highest [a choice of ours, the room changes it]; where less than a dose is
    /// printed no dose is chosen.
    pub fn as_plan(&self, week0: Day, from: Day) -> Vec<PlanStep> {
        let step = |allowed: Allowed| {
            let is_over = allowed.last.is_some_and(|last| last < from);
            (!is_over && !allowed.strictly)
                .then(|| PlanStep { from: allowed.first.max(from), daily: round_dose(&allowed) })
        };
        let printed = self.allowed(week0);
        if printed.is_empty() {
            let start = self.start_from(week0.max(from));
            return start.map(|start| PlanStep { from: start.first, daily: round_dose(&start) }).into_iter().collect();
        }
        printed.into_iter().filter_map(step).collect()
    }
}

fn day_in(first: Day, days: u64) -> Day {
    first.0.checked_add_days(Days::new(days)).map_or(first, Day)
}

fn ends(range: MgRange) -> Allowed {
    let first = Day(chrono::NaiveDate::MIN);
    Allowed { first, last: None, least: range.least.map(|least| least.0), most: range.most.0, strictly: false }
}

fn allowed(step: &ScheduleStep, week0: Day) -> Option<Allowed> {
    let first = day_in(week0, u64::from(step.printed.from_week) * WEEK);
    let last = step.printed.to_week.map(|week| day_in(week0, u64::from(week) * WEEK + WEEK - 1));
    match (step.daily, step.printed.below_mg) {
        (Some(daily), _) => Some(Allowed { first, last, ..ends(daily) }),
        (None, Some(below)) => Some(Allowed { first, last, least: None, most: below.0, strictly: true }),
        (None, None) => None,
    }
}

/// Months are calendar months; weeks end on their seventh day.
fn window(target: &Target, week0: Day) -> Option<TargetWindow> {
    let whole = |span: Span| Some((span.least.0.to_u32()?, span.most.0.to_u32()?));
    let (first, last) = match (target.months.and_then(whole), target.weeks.and_then(whole)) {
        (Some((least, most)), _) => (month_on(week0, least)?, month_on(week0, most)?),
        (None, Some((least, most))) => {
            (day_in(week0, u64::from(least) * WEEK), day_in(week0, u64::from(most) * WEEK + WEEK - 1))
        }
        (None, None) => return None,
    };
    Some(TargetWindow { at_most: target.at_most_mg.0, first, last })
}

fn month_on(day: Day, months: u32) -> Option<Day> {
    day.0.checked_add_months(Months::new(months)).map(Day)
}

fn round_dose(allowed: &Allowed) -> Decimal {
    let rounded = |part: &Decimal| match allowed.least {
        Some(least) => Some((least / part).ceil() * part).filter(|dose| *dose <= allowed.most),
        None => Some((allowed.most / part).floor() * part).filter(|dose| !dose.is_zero()),
    };
    ROUND.iter().find_map(rounded).unwrap_or(allowed.least.unwrap_or(allowed.most)).normalize()
}
