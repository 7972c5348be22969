//! A planned taper read beside what each guideline prints of daily prednisone.

use rust_decimal::Decimal;

use super::{Table, TaperGuide, TargetWindow, taper_guides};
use crate::clinic::{
    self, Allowed, Answer, CumulativeSteroid, Held, MILESTONES, SteroidCurve, Stretch, TaperPlan, held_against,
    received_and_planned, twelve_months_from, week_of,
};
use crate::domain::{Case, Day};

/// The day from which guidelines count their weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CountedWeeks {
    /// The start of the course that is going on, as the case file gives it.
    Course,
    /// The first day of the plan.
    Plan,
    /// There is neither: this day.
    Today,
}

/// A plan with everything that is said of it.
#[derive(Debug, Clone)]
pub struct TaperReading {
    /// The plan.
    pub plan: TaperPlan,
    /// What weeks are counted from.
    pub counted: CountedWeeks,
    /// The first day of week 0.
    pub week0: Day,
    /// Received up to the day of the case.
    pub received: SteroidCurve,
    /// Received, then planned.
    pub curve: SteroidCurve,
    /// The doses asked about, each with the day from which the curve stays at or below it: a past day where it already does.
    pub reached: Vec<(Decimal, Option<Day>)>,
    /// mg planned until the last step, which has no end.
    pub planned: Decimal,
    /// Received over the twelve months that end on the day of the case.
    pub year_behind: Answer<CumulativeSteroid>,
    /// Received and planned over the twelve months from the first planned day; none without a plan.
    pub year_ahead: Option<Answer<CumulativeSteroid>>,
    /// Received and planned from the start of the course to the end of those twelve months; none without a plan or a course.
    pub course: Option<Answer<CumulativeSteroid>>,
    /// The plan against each guideline.
    pub against: Vec<GuideReading>,
}

/// A plan against one guideline, or one scheme of it.
#[derive(Debug, Clone)]
pub struct GuideReading {
    /// What it prints.
    pub guide: TaperGuide,
    /// The highest dose of week 0 against the printed start, and how far it passes an end, mg.
    pub start: Option<(Decimal, Held, Decimal)>,
    /// Days in a row against the printed schedule.
    pub stretches: Vec<Stretch>,
    /// Where no schedule is printed: week 0 against the start, and the days from the last printed date on against the dose to be
    /// reached by then.
    pub points: Vec<Stretch>,
    /// The doses to be reached.
    pub targets: Vec<TargetReading>,
}

/// A dose to be reached, and when the plan reaches it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TargetReading {
    /// By when it is printed.
    pub window: TargetWindow,
    /// When the plan stays at or below it; none while it never does.
    pub reached: Option<Day>,
}

impl TargetReading {
    /// Whether it is reached by the last printed day.
    pub fn is_in_time(&self) -> bool {
        self.reached.is_some_and(|day| day <= self.window.last)
    }
}

/// The days weeks can be counted from for this case and plan, the usual one first.
pub fn counted_weeks(case: &Case, plan: &TaperPlan) -> Vec<CountedWeeks> {
    let course = case.course.started.known().map(|_| CountedWeeks::Course);
    let plan = plan.first_day().map(|_| CountedWeeks::Plan);
    let known: Vec<CountedWeeks> = course.into_iter().chain(plan).collect();
    if known.is_empty() { vec![CountedWeeks::Today] } else { known }
}

impl TaperReading {
    /// The plan of a case as of this day, weeks counted from the usual day where the asked one is not known.
    pub fn new(case: &Case, table: &Table, plan: &TaperPlan, counted: Option<CountedWeeks>) -> Self {
        let today = table.today;
        let ways = counted_weeks(case, plan);
        let usual = ways.first().copied().unwrap_or(CountedWeeks::Today);
        let counted = counted.filter(|asked| ways.contains(asked)).unwrap_or(usual);
        let started = case.course.started.known().copied();
        let week0 = match counted {
            CountedWeeks::Course => started,
            CountedWeeks::Plan => plan.first_day(),
            CountedWeeks::Today => None,
        };
        let week0 = week0.unwrap_or(today);
        let curve = SteroidCurve::with_plan(case, plan, today);
        let ahead = plan.first_day().map(|first| (first, twelve_months_from(first)));
        let sum = |first: Day, last: Day| received_and_planned(case, plan, today, first, last);
        let of_guide = |guide| match counted {
            // No day is the start of anything: the dose of today is held against nothing.
            CountedWeeks::Today => GuideReading::of(guide),
            CountedWeeks::Course | CountedWeeks::Plan => against(guide, plan, &curve, week0),
        };
        Self {
            counted,
            week0,
            reached: MILESTONES.iter().map(|dose| (*dose, curve.reached(*dose))).collect(),
            planned: plan.milligrams_until_the_last_step(),
            year_behind: clinic::cumulative_over_a_year(case, today),
            year_ahead: ahead.map(|(first, last)| sum(first, last)),
            course: ahead.zip(started).map(|((_, last), started)| sum(started, last)),
            against: taper_guides(table).into_iter().map(of_guide).collect(),
            plan: plan.clone(),
            received: SteroidCurve::received(case, today),
            curve,
        }
    }

    /// The week of a day, from 0.
    pub fn week(&self, day: Day) -> i64 {
        week_of(day, self.week0)
    }
}

fn against(guide: TaperGuide, plan: &TaperPlan, curve: &SteroidCurve, week0: Day) -> GuideReading {
    let start = guide.start_from(week0).and_then(|printed| {
        let dose = curve.highest(printed.first, printed.last.unwrap_or(printed.first))?;
        let (held, by) = printed.holds(dose);
        Some((dose, held, by))
    });
    let windows = guide.windows(week0);
    let due = windows.iter().map(|window| Allowed {
        first: window.last,
        last: None,
        least: None,
        most: window.at_most,
        strictly: false,
    });
    let points: Vec<Allowed> = guide.start_from(week0).into_iter().chain(due).collect();
    let points = if guide.schedule.is_none() { held_against(curve, &points) } else { Vec::new() };
    let target = |window: &TargetWindow| TargetReading { window: *window, reached: curve.reached(window.at_most) };
    let targets = windows.iter().filter(|_| !plan.is_empty()).map(target).collect();
    GuideReading { start, stretches: held_against(curve, &guide.allowed(week0)), points, targets, guide }
}

impl GuideReading {
    /// What a guideline prints, against nothing.
    const fn of(guide: TaperGuide) -> Self {
        Self { start: None, stretches: Vec::new(), points: Vec::new(), targets: Vec::new(), guide }
    }

    /// How the days of a step stand against what is printed for them: each way once.
    pub fn in_step(&self, first: Day, last: Option<Day>) -> Vec<Held> {
        let meets = |stretch: &&Stretch| {
            last.is_none_or(|last| stretch.first <= last) && stretch.last.is_none_or(|end| first <= end)
        };
        let mut held: Vec<Held> =
            self.stretches.iter().chain(&self.points).filter(meets).map(|stretch| stretch.held).collect();
        held.sort();
        held.dedup();
        held
    }
}
