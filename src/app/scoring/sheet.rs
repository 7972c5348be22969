mod written;

use std::collections::BTreeMap;

use rust_decimal::{Decimal, RoundingStrategy};

use super::ask::{Ask, Manner, Said};
use crate::clinic::{Attribution, Sledai, Tick};
use crate::domain::{ActivityVisit, Case, Day, Field, Month, SledaiItem, Window};

/// Length of a printed line, mm.
const LINE: u32 = 100;
/// Shortest and longest line that can be set, mm.
const LENGTHS: std::ops::RangeInclusive<u32> = 10..=300;
/// Ticks in the order of their key.
const TICKS: [Tick; 5] = [
    Tick::NotAssessed,
    Tick::Present,
    Tick::Absent,
    Tick::Elsewhere(Attribution::Damage),
    Tick::Elsewhere(Attribution::OtherCause),
];

type Answers = BTreeMap<Ask, Said>;

/// The scores of one visit as they are being entered, beside what the file says of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Day of the visit.
    pub date: Day,
    /// Whether the file has no visit of that day.
    pub is_new: bool,
    /// Length of the line that assessments are marked on, mm.
    pub length: u32,
    today: Day,
    is_damage_known: bool,
    truth: Answers,
    now: Answers,
    marks: BTreeMap<Ask, u32>,
}

fn visit_of(case: &Case, date: Day) -> Option<&ActivityVisit> {
    case.activity.iter().find(|visit| visit.date == date)
}

fn answers(case: &Case, visit: Option<&ActivityVisit>) -> Answers {
    Ask::written().map(|ask| (ask, ask.said_in(case, visit))).collect()
}

impl Sheet {
    /// What the file says of this day, entered today.
    pub fn of(case: &Case, date: Day, today: Day) -> Self {
        let visit = visit_of(case, date);
        let truth = answers(case, visit);
        let now = truth.clone();
        let is_damage_known = case.damage.sdi.known().is_some();
        let (is_new, marks) = (visit.is_none(), BTreeMap::new());
        Self { date, is_new, length: LINE, today, is_damage_known, truth, now, marks }
    }

    /// The case was read again: what was entered stays, the rest is as the file now says.
    pub fn follow(&mut self, case: &Case) {
        let visit = visit_of(case, self.date);
        let truth = answers(case, visit);
        for (ask, said) in &truth {
            if !self.is_changed(*ask) {
                self.now.insert(*ask, *said);
                self.marks.remove(ask);
            }
        }
        self.truth = truth;
        self.is_new = visit.is_none();
        self.is_damage_known = case.damage.sdi.known().is_some();
    }

    /// What is answered.
    pub fn said(&self, ask: Ask) -> Said {
        if ask == Ask::Length {
            return Said::Number(self.length.into());
        }
        self.now.get(&ask).copied().unwrap_or(Said::NotStated)
    }

    /// Whether something else is entered than the file says.
    pub fn is_changed(&self, ask: Ask) -> bool {
        self.now.get(&ask) != self.truth.get(&ask)
    }

    /// Whether anything is entered.
    pub fn has_changes(&self) -> bool {
        self.now != self.truth
    }

    /// Where the mark of an assessment lies on the line, in mm, rounded where the file's value falls between two.
    pub fn mark(&self, ask: Ask) -> Option<u32> {
        let (Manner::Line(most), Said::Number(value)) = (ask.manner(), self.said(ask)) else { return None };
        let mm = value * Decimal::from(self.length) / Decimal::from(most);
        let rounded = mm.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
        self.marks.get(&ask).copied().or_else(|| rounded.try_into().ok())
    }

    /// SLEDAI-2K as ticked.
    pub fn sledai(&self) -> Sledai {
        let ticked = |tick| {
            let is = |item: &&SledaiItem| self.said(Ask::Item(**item)) == Said::Tick(tick);
            SledaiItem::ALL.iter().filter(is).copied().collect::<Vec<_>>()
        };
        let window = match self.said(Ask::Window) {
            Said::Code(code) => Window::from_code(code).into(),
            Said::Unknown => Field::Unknown,
            _ => Field::Absent,
        };
        Sledai {
            present: ticked(Tick::Present),
            not_assessed: ticked(Tick::NotAssessed),
            damage: ticked(Tick::Elsewhere(Attribution::Damage)),
            other_cause: ticked(Tick::Elsewhere(Attribution::OtherCause)),
            window,
        }
    }

    /// To the next answer, or the one before; numbers and marks move by `by`.
    pub fn turn(&mut self, ask: Ask, by: i32) {
        match ask.manner() {
            Manner::Tick => self.turn_among(ask, by, &TICKS.map(Said::Tick)),
            Manner::Codes(codes) => {
                let all: Vec<Said> =
                    std::iter::once(Said::NotStated).chain(codes.iter().map(|code| Said::Code(code))).collect();
                self.turn_among(ask, by, &all);
            }
            Manner::Count(most) => {
                let value = match self.said(ask) {
                    Said::Number(now) => (now + Decimal::from(by)).clamp(Decimal::ZERO, most.into()),
                    _ => Decimal::ZERO,
                };
                self.now.insert(ask, Said::Number(value));
            }
            Manner::Line(_) => {
                let mm = self.mark(ask).map_or(0, |mm| mm.saturating_add_signed(by).min(self.length));
                self.set_mark(ask, mm);
            }
            Manner::Month => {}
            Manner::Review => {
                let truth = self.truth.get(&ask).copied().unwrap_or(Said::NotStated);
                self.turn_among(ask, by, &[truth, Said::On(self.today)]);
            }
            Manner::Length => {
                self.set_length(self.length.saturating_add_signed(by));
            }
        }
    }

    fn turn_among(&mut self, ask: Ask, by: i32, all: &[Said]) {
        let at = all.iter().position(|said| *said == self.said(ask)).unwrap_or(0);
        let next = if by > 0 { at + 1 } else { at + all.len().saturating_sub(1) };
        if let Some(said) = all.get(next % all.len().max(1)) {
            self.now.insert(ask, *said);
        }
    }

    /// Answers a tick.
    pub fn tick(&mut self, item: SledaiItem, tick: Tick) {
        self.now.insert(Ask::Item(item), Said::Tick(tick));
    }

    /// Takes what is typed, where it is a possible answer.
    pub fn write(&mut self, ask: Ask, typed: &str) -> bool {
        let whole = typed.parse::<u32>().ok();
        match ask.manner() {
            Manner::Line(_) => whole.filter(|mm| *mm <= self.length).is_some_and(|mm| {
                self.set_mark(ask, mm);
                true
            }),
            Manner::Length => whole.is_some_and(|length| self.set_length(length)),
            Manner::Count(most) => {
                let value = whole.filter(|value| *value <= most);
                value.map(|value| self.now.insert(ask, Said::Number(value.into()))).is_some()
            }
            Manner::Month => {
                let month = typed.parse::<Month>().ok().filter(|month| month.day() <= self.today);
                month.map(|month| self.now.insert(ask, Said::Since(month))).is_some()
            }
            Manner::Tick | Manner::Codes(_) | Manner::Review => false,
        }
    }

    /// An assessment is read off its line: most × mm / length, in hundredths.
    fn set_mark(&mut self, ask: Ask, mm: u32) {
        let Manner::Line(most) = ask.manner() else { return };
        let value = Decimal::from(most) * Decimal::from(mm) / Decimal::from(self.length);
        let value = value.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero).normalize();
        self.marks.insert(ask, mm);
        self.now.insert(ask, Said::Number(value));
    }

    /// Another length of the line; marks made on it stay where they are, so it is never shorter than one of them.
    fn set_length(&mut self, length: u32) -> bool {
        let fits = LENGTHS.contains(&length) && self.marks.values().all(|mm| *mm <= length);
        if fits {
            self.length = length;
            for (ask, mm) in self.marks.clone() {
                self.set_mark(ask, mm);
            }
        }
        fits
    }

    /// Not stated, or not assessed.
    pub fn forget(&mut self, ask: Ask) {
        match ask.manner() {
            Manner::Tick => self.now.insert(ask, Said::Tick(Tick::NotAssessed)),
            Manner::Length | Manner::Review => return,
            _ => self.now.insert(ask, Said::NotStated),
        };
        self.marks.remove(&ask);
    }

    /// As the file says.
    pub fn restore(&mut self, ask: Ask) {
        if let Some(said) = self.truth.get(&ask) {
            self.now.insert(ask, *said);
            self.marks.remove(&ask);
        }
    }

    /// Everything as the file says.
    pub fn restore_all(&mut self) {
        self.now = self.truth.clone();
        self.marks.clear();
    }
}
