//! The rules that call a line of a checklist done.

use chrono::Months;

use super::{PointItem, PointLine, PointState, Recommended};
use crate::clinic::{EpicesScore, Strategy, Way, hcq_level_series, newest_visit, upcr_series};
use crate::domain::{
    Alexithymia, Announcement, Case, Day, Drug, Field, LastDose, SharedDecision, Step, Support, WrittenPlan, YesNo,
};

/// Activity is looked at every 6 months or oftener (Mosca 2011: laboratory work at least every 6 months).
const MONTHS_OF_ACTIVITY: u32 = 6;
/// Damage is looked at every year (Mosca 2011).
const MONTHS_OF_DAMAGE: u32 = 12;
/// Influenza is vaccinated against every year.
const MONTHS_OF_INFLUENZA: u32 = 12;
/// Below this age in years the way to adult care is asked about.
const ADULT: u32 = 18;

pub(super) struct Look<'a> {
    pub case: &'a Case,
    pub today: Day,
}

const fn line(item: PointItem, state: PointState) -> PointLine {
    PointLine { item, state, date: None }
}

/// Done where it is known, whatever it is.
fn known<T>(item: PointItem, field: &Field<T>) -> PointLine {
    line(item, if field.known().is_some() { PointState::Done } else { PointState::NotStated })
}

/// A step: refused or not needed leaves nothing to do.
const fn of_step(step: Step) -> PointState {
    match step {
        Step::Planned => PointState::ToDo,
        Step::Done | Step::Refused | Step::NotNeeded => PointState::Done,
    }
}

fn step(item: PointItem, field: Option<Step>) -> PointLine {
    line(item, field.map_or(PointState::NotStated, of_step))
}

fn yes(item: PointItem, field: Field<YesNo>) -> PointLine {
    line(
        item,
        match field.known() {
            Some(YesNo::Yes) => PointState::Done,
            Some(YesNo::No) => PointState::ToDo,
            None => PointState::NotStated,
        },
    )
}

impl Look<'_> {
    /// The day that many months later, included.
    fn is_within(&self, date: Day, months: u32) -> bool {
        date.0.checked_add_months(Months::new(months)).is_some_and(|last| self.today.0 <= last)
    }

    /// Done within so many months before the day; to do when it is older; a day to come says nothing.
    fn dated(&self, item: PointItem, date: Option<Day>, months: u32) -> PointLine {
        let date = date.filter(|date| *date <= self.today);
        let state = match date {
            Some(date) if self.is_within(date, months) => PointState::Done,
            Some(_) => PointState::ToDo,
            None => PointState::NotStated,
        };
        PointLine { item, state, date }
    }

    pub fn announcement(&self) -> Vec<PointLine> {
        let person = &self.case.person;
        let none = Announcement::default();
        let told = person.announcement.as_ref().unwrap_or(&none);
        let done = told.done.known().copied().filter(|day| *day <= self.today);
        vec![
            PointLine {
                date: done,
                ..line(PointItem::Announced, done.map_or(PointState::NotStated, |_| PointState::Done))
            },
            step(PointItem::Reannounced, told.again.known().copied()),
            yes(PointItem::PregnancyHeredity, told.pregnancy_heredity),
            yes(PointItem::Goal, told.goal),
            match person.caregivers {
                Field::Known(_) => line(PointItem::Caregiver, PointState::Done),
                Field::Unknown | Field::Absent => yes(PointItem::Caregiver, told.caregiver),
            },
            line(PointItem::Epices, EpicesScore::of_person(person).map_or(PointState::NotStated, |_| PointState::Done)),
            line(
                PointItem::Alexithymia,
                match person.alexithymia.known() {
                    Some(Alexithymia::Suspected) => PointState::ToDo,
                    Some(Alexithymia::Yes | Alexithymia::No) => PointState::Done,
                    None => PointState::NotStated,
                },
            ),
            self.documents(),
            step(PointItem::Association, person.association.known().copied()),
        ]
    }

    fn documents(&self) -> PointLine {
        let person = &self.case.person;
        match (&person.handed_over, person.documents.known()) {
            (Field::Known(list), None) if list.is_empty() => line(PointItem::Documents, PointState::ToDo),
            (Field::Known(list), _) if !list.is_empty() => line(PointItem::Documents, PointState::Done),
            (_, stated) => step(PointItem::Documents, stated.copied()),
        }
    }

    pub fn evaluation(&self) -> Vec<PointLine> {
        let visit = newest_visit(self.case, self.today);
        let at_visit =
            |item, is_known: bool| line(item, if is_known { PointState::Done } else { PointState::NotStated });
        let on_hcq = self.case.takes(Drug::Hydroxychloroquine, self.today);
        let level = hcq_level_series(self.case).newest_by(self.today).map(|point| point.date);
        let upcr = upcr_series(self.case).newest_by(self.today).map(|point| point.date);
        vec![
            self.dated(PointItem::Visit, visit.map(|visit| visit.date), MONTHS_OF_ACTIVITY),
            at_visit(
                PointItem::BothGlobals,
                visit.is_some_and(|visit| visit.pga.known().is_some() && visit.ptga.known().is_some()),
            ),
            self.dated(PointItem::Proteinuria, upcr, MONTHS_OF_ACTIVITY),
            known(PointItem::Adherence, &self.case.person.adherence),
            if on_hcq || self.case.treatments.is_empty() {
                self.dated(PointItem::HcqLevel, level, MONTHS_OF_ACTIVITY)
            } else {
                line(PointItem::HcqLevel, PointState::NotApplicable)
            },
            at_visit(
                PointItem::Type2,
                visit.and_then(|visit| visit.type2.as_ref()).is_some_and(|type2| {
                    [type2.fatigue, type2.pain, type2.sleep, type2.mood, type2.cognition]
                        .iter()
                        .any(|scale| scale.known().is_some())
                }),
            ),
            known(PointItem::Tobacco, &self.case.person.tobacco),
        ]
    }

    pub fn strategy(&self, strategy: &Strategy) -> Vec<PointLine> {
        let (case, person) = (self.case, &self.case.person);
        let said = if strategy.way == Way::CannotSay { PointState::NotStated } else { PointState::Done };
        vec![
            line(PointItem::StrategyLine, said),
            self.dated(PointItem::Damage, case.damage.reviewed.known().copied(), MONTHS_OF_DAMAGE),
            known(PointItem::Comorbidities, &case.background.comorbidities),
            known(PointItem::Apl, &case.background.apl),
            line(PointItem::Vaccines, self.vaccines()),
            line(PointItem::Support, support(person.support.as_ref())),
            self.work(),
            match case.patient.age_on(self.today) {
                Some(age) if age >= ADULT => line(PointItem::Transition, PointState::NotApplicable),
                _ => step(PointItem::Transition, person.transition.known().copied()),
            },
        ]
    }

    fn vaccines(&self) -> PointState {
        let vaccines = &self.case.prevention.vaccines;
        let influenza = match vaccines.influenza.known() {
            Some(LastDose::On(month)) if self.is_within(month.day(), MONTHS_OF_INFLUENZA) => PointState::Done,
            Some(_) => PointState::ToDo,
            None => PointState::NotStated,
        };
        let pneumococcus = match vaccines.pneumococcus.known() {
            Some(LastDose::On(_)) => PointState::Done,
            Some(LastDose::Never) => PointState::ToDo,
            None => PointState::NotStated,
        };
        worst([influenza, pneumococcus])
    }

    /// Known; where the patient is off work, rights are a matter too.
    fn work(&self) -> PointLine {
        let person = &self.case.person;
        let stated = person.work.known().is_some() || person.school.known().is_some();
        let rights = match (person.off_work.known(), person.mdph.known()) {
            (Some(YesNo::Yes), None) => PointState::NotStated,
            (_, Some(step)) => of_step(*step),
            _ => PointState::Done,
        };
        line(PointItem::Work, if stated { rights } else { PointState::NotStated })
    }

    pub fn decision(&self) -> Vec<PointLine> {
        let person = &self.case.person;
        let none = SharedDecision::default();
        let shared = person.shared_decision.as_ref().unwrap_or(&none);
        vec![
            yes(PointItem::Informed, person.informed),
            known(PointItem::Wishes, &person.wishes),
            known(PointItem::Refusals, &person.refusals),
            step(PointItem::Education, person.education.known().copied()),
            step(PointItem::Options, shared.options.known().copied()),
            step(PointItem::Preference, shared.preference.known().copied()),
            line(
                PointItem::WrittenPlan,
                match person.written_plan.known() {
                    Some(WrittenPlan::Yes) => PointState::Done,
                    Some(WrittenPlan::No | WrittenPlan::Planned) => PointState::ToDo,
                    None => PointState::NotStated,
                },
            ),
        ]
    }

    pub fn recommendations(&self, recommended: Recommended) -> Vec<PointLine> {
        let answered = match recommended {
            Recommended { judged: 0, .. } => PointState::NotStated,
            Recommended { waiting: 0, .. } => PointState::Done,
            Recommended { .. } => PointState::ToDo,
        };
        vec![
            line(PointItem::Question, PointState::Done),
            PointLine { date: self.case.meeting, ..line(PointItem::Meeting, meeting(self.case)) },
            line(PointItem::Guidelines, answered),
        ]
    }
}

const fn meeting(case: &Case) -> PointState {
    if case.meeting.is_some() { PointState::Done } else { PointState::NotStated }
}

fn support(support: Option<&Support>) -> PointState {
    let Some(support) = support else { return PointState::NotStated };
    let each = [support.pain, support.psychologist, support.dietitian];
    worst(each.map(|field| field.known().map_or(PointState::NotStated, |step| of_step(*step))))
}

/// To do before not stated before done.
fn worst<const N: usize>(states: [PointState; N]) -> PointState {
    let has = |state| states.contains(&state);
    match (has(PointState::ToDo), has(PointState::NotStated)) {
        (true, _) => PointState::ToDo,
        (false, true) => PointState::NotStated,
        (false, false) => PointState::Done,
    }
}
