//! The taper planner: a plan being made beside what each guideline prints.

use std::collections::BTreeSet;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::Opened;
use crate::clinic::{PlanStep, TaperPlan, daily_steroid};
use crate::domain::Day;
use crate::knowledge::{CountedWeeks, TaperReading, counted_weeks};
use crate::meeting::OnShow;

/// Doses that a key goes through, mg a day: by 1 up to 10 (with the halves that tablets of 5 mg make), by 2.5 up to 20, then by 5.
const LADDER: [u64; 33] = [
    0, 10, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90, 100, 125, 150, 175, 200, 250, 300, 350, 400, 450, 500, 550, 600,
    650, 700, 750, 800, 900, 1000, 1100, 1200,
];
/// Weeks of a step that is added.
const NEW_WEEKS: u64 = 2;
/// Plans that can be taken back.
const MOST_UNDONE: usize = 200;

/// The planner on one case.
#[derive(Debug, Clone)]
pub struct TaperScreen {
    /// The case.
    pub opened: Arc<Opened>,
    /// The plan with everything that is said of it.
    pub reading: TaperReading,
    /// The step under the cursor.
    pub step: usize,
    /// The guideline, or scheme, under the cursor.
    pub guide: usize,
    /// Those that are not drawn.
    pub hidden: BTreeSet<usize>,
    /// Whether the lines for the case file are shown.
    pub shows_lines: bool,
    counted: Option<CountedWeeks>,
    before: Vec<TaperPlan>,
}

/// What a schedule that was asked for gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Loaded {
    /// Its schedule.
    Schedule,
    /// Its start alone: it prints no schedule.
    StartOnly,
    /// It prints no dose.
    Nothing,
}

impl TaperScreen {
    /// The plan of the case file; of each guideline the first scheme is drawn.
    pub fn new(opened: Arc<Opened>) -> Self {
        let plan = TaperPlan::of_case(&opened.case);
        let reading = TaperReading::new(&opened.case, &opened.table, &plan, None);
        let guides = || reading.against.iter().map(|one| &one.guide.guideline);
        let repeats = guides().skip(1).zip(guides()).map(|(this, before)| this == before);
        let hidden = repeats.enumerate().filter(|(_, repeats)| *repeats).map(|(place, _)| place + 1).collect();
        let guide = reading.against.iter().position(|one| one.guide.schedule.is_some()).unwrap_or(0);
        Self { opened, reading, step: 0, guide, hidden, shows_lines: false, counted: None, before: Vec::new() }
    }

    /// The plan.
    pub fn plan(&self) -> &TaperPlan {
        &self.reading.plan
    }

    /// Whether the plan is that of the case file.
    pub fn is_in_file(&self) -> bool {
        *self.plan() == TaperPlan::of_case(&self.opened.case)
    }

    /// The column of the guideline under the cursor.
    pub(super) fn column(&self) -> usize {
        let guideline = self.reading.against.get(self.guide).map(|one| one.guide.guideline.as_str());
        let columns = &self.opened.table.columns;
        columns.iter().position(|column| Some(column.guideline.as_str()) == guideline).unwrap_or(0)
    }

    /// The real weight, kg, where it is known.
    pub fn weight(&self) -> Option<Decimal> {
        self.opened.case.patient.weight.known().map(crate::domain::Quantity::value)
    }

    /// The planner as the room follows it.
    pub(super) fn on_show(&self) -> OnShow {
        let steps = self.plan().steps().iter().map(|step| (step.from, step.daily.to_string()));
        let ways = counted_weeks(&self.opened.case, self.plan());
        OnShow::Taper {
            case: self.opened.case.case.clone(),
            plan: steps.collect(),
            step: self.step,
            guide: self.guide,
            hidden: self.hidden.iter().copied().collect(),
            counted: self.counted.and_then(|counted| ways.iter().position(|way| *way == counted)),
        }
    }

    /// The plan as another terminal has it, both cursors with it.
    pub(super) fn show(
        &mut self,
        plan: &[(Day, String)],
        (step, guide): (usize, usize),
        hidden: Vec<usize>,
        counted: Option<usize>,
    ) {
        let step_of = |(from, daily): &(Day, String)| Some(PlanStep { from: *from, daily: daily.parse().ok()? });
        let plan = TaperPlan::of(plan.iter().filter_map(step_of));
        let ways = counted_weeks(&self.opened.case, &plan);
        self.counted = counted.and_then(|at| ways.get(at).copied());
        self.hidden = hidden.into_iter().collect();
        (self.step, self.guide) = (step, guide);
        self.read(&plan);
    }

    /// Another reading of the case's file: a plan that was not changed here is the file's.
    pub(super) fn follow(&mut self, opened: Arc<Opened>) {
        let plan = if self.is_in_file() { TaperPlan::of_case(&opened.case) } else { self.plan().clone() };
        if plan != *self.plan() {
            self.before.clear();
        }
        self.opened = opened;
        self.read(&plan);
    }

    fn read(&mut self, plan: &TaperPlan) {
        self.reading = TaperReading::new(&self.opened.case, &self.opened.table, plan, self.counted);
        self.step = self.step.min(plan.steps().len().saturating_sub(1));
        self.guide = self.guide.min(self.reading.against.len().saturating_sub(1));
    }

    fn change(&mut self, plan: &TaperPlan) {
        if plan == self.plan() {
            return;
        }
        if self.before.len() == MOST_UNDONE {
            self.before.remove(0);
        }
        self.before.push(self.plan().clone());
        self.read(plan);
    }

    /// Takes the last change back.
    pub(super) fn undo(&mut self) {
        if let Some(plan) = self.before.pop() {
            self.read(&plan);
        }
    }

    /// Another dose in the step under the cursor.
    pub(super) fn change_dose(&mut self, by: isize) {
        let Some(step) = self.plan().steps().get(self.step) else { return };
        let plan = self.plan().with_dose(self.step, next_dose(step.daily, by > 0));
        self.change(&plan);
    }

    /// A step longer or shorter by a week; says whether the step has a length.
    pub(super) fn change_weeks(&mut self, by: i64) -> bool {
        if self.plan().days_of(self.step).is_none() {
            return self.plan().is_empty();
        }
        if let Some(plan) = self.plan().with_weeks(self.step, by) {
            self.change(&plan);
        }
        true
    }

    /// A step after the one under the cursor, one dose lower; the first one is the present dose.
    pub(super) fn add_step(&mut self) {
        let Some(step) = self.plan().steps().get(self.step) else {
            let present = daily_steroid(&self.opened.case, self.opened.today).ok();
            let daily = present.map_or(Decimal::ZERO, |dose| dose.milligrams.normalize());
            let plan = TaperPlan::of([PlanStep { from: self.first_day(), daily }]);
            return self.change(&plan);
        };
        let plan = self.plan().with_step_after(self.step, next_dose(step.daily, false), NEW_WEEKS);
        self.change(&plan);
        self.step += 1;
        self.step = self.step.min(self.plan().steps().len().saturating_sub(1));
    }

    /// Without the step under the cursor.
    pub(super) fn remove_step(&mut self) {
        let plan = self.plan().without(self.step);
        self.change(&plan);
    }

    /// The whole plan begun so many days later, or earlier.
    pub(super) fn begin_later(&mut self, days: i64) {
        let plan = self.plan().begun_later(days);
        self.change(&plan);
    }

    /// The day a plan begins on: that of the present plan, else the meeting, never before today.
    fn first_day(&self) -> Day {
        let today = self.opened.today;
        let planned = self.plan().first_day().filter(|day| *day >= today);
        planned.or(self.opened.case.meeting.filter(|day| *day >= today)).unwrap_or(today)
    }

    /// Takes the schedule of a guideline, or its start, in place of the plan.
    pub(super) fn load(&mut self, guide: usize) -> Loaded {
        let Some(one) = self.reading.against.get(guide) else { return Loaded::Nothing };
        let from = self.first_day();
        let week0 = if self.reading.counted == CountedWeeks::Course { self.reading.week0 } else { from };
        let steps = one.guide.as_plan(week0, from);
        let has_schedule = one.guide.schedule.is_some();
        if steps.is_empty() {
            return Loaded::Nothing;
        }
        self.guide = guide;
        self.hidden.remove(&guide);
        self.change(&TaperPlan::of(steps));
        self.step = 0;
        if has_schedule { Loaded::Schedule } else { Loaded::StartOnly }
    }

    /// The next guideline, or the one before, round and round.
    pub(super) fn turn_guide(&mut self, forward: bool) {
        let count = self.reading.against.len().max(1);
        self.guide = if forward { (self.guide + 1) % count } else { (self.guide + count - 1) % count };
    }

    /// Draws the guideline under the cursor, or not any more.
    pub(super) fn show_guide(&mut self) {
        if !self.hidden.remove(&self.guide) {
            self.hidden.insert(self.guide);
        }
    }

    /// Counts weeks from the next day they can be counted from.
    pub(super) fn turn_weeks(&mut self) {
        let ways = counted_weeks(&self.opened.case, self.plan());
        let at = ways.iter().position(|way| *way == self.reading.counted).map_or(0, |at| at + 1);
        self.counted = ways.get(at % ways.len().max(1)).copied();
        let plan = self.plan().clone();
        self.read(&plan);
    }
}

/// The next dose of the ladder above or below this one.
fn next_dose(daily: Decimal, up: bool) -> Decimal {
    let mut doses = LADDER.iter().map(|tenths| Decimal::new(i64::try_from(*tenths).unwrap_or(0), 1).normalize());
    let next = if up { doses.find(|dose| *dose > daily) } else { doses.rfind(|dose| *dose < daily) };
    next.unwrap_or(daily)
}
