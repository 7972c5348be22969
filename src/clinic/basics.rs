//! The BASICs checklist: six letters, each item answered from the case where a field exists, else as recorded.

mod cortico;
mod heart;
mod infections;
mod reproduction;
mod specific;
mod sun;

use chrono::Months;

use super::{Checked, Source};
use crate::domain::{BasicsEntry, BasicsItem, BasicsMark, Case, Day, Field, Month};

/// The headings are of the talk, which credits the French protocol; the items under them are a proposal of this program.
pub const BASICS: Source = Source {
    name: "d'après Chiche (diaporama), PNDS 2024",
    reference: "doi 10.1016/j.revmed.2024.07.006",
    checked: Checked::Proposal,
};

/// A letter of the checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BasicsLetter {
    /// B: contraception, fertility, pregnancy.
    Baby,
    /// A: cardiovascular risk and antiphospholipids.
    Atherosclerosis,
    /// S: photoprotection and skin.
    Sun,
    /// I: vaccines and what to do.
    Infections,
    /// C: what glucocorticoids do.
    Corticosteroids,
    /// s: eye, kidney, the rest.
    Specific,
}

impl BasicsLetter {
    /// The six, in their order.
    pub const ALL: [Self; 6] =
        [Self::Baby, Self::Atherosclerosis, Self::Sun, Self::Infections, Self::Corticosteroids, Self::Specific];

    /// The letter as it is printed.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Baby => "B",
            Self::Atherosclerosis => "A",
            Self::Sun => "S",
            Self::Infections => "I",
            Self::Corticosteroids => "C",
            Self::Specific => "s",
        }
    }

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Baby => "baby",
            Self::Atherosclerosis => "atherosclerosis",
            Self::Sun => "sun",
            Self::Infections => "infections",
            Self::Corticosteroids => "corticosteroids",
            Self::Specific => "specific",
        }
    }

    /// The letter of an item.
    pub fn of(item: BasicsItem) -> Option<Self> {
        Self::ALL.into_iter().find(|letter| item.code().starts_with(letter.letter()))
    }
}

/// Where an item, or a letter, stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BasicsState {
    /// In order.
    Ok,
    /// To be done.
    ToDo,
    /// Not for this patient.
    NotApplicable,
    /// The case does not say.
    Unknown,
}

impl BasicsState {
    /// Every entry, in its order.
    pub const ALL: [Self; 4] = [Self::Ok, Self::ToDo, Self::NotApplicable, Self::Unknown];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::ToDo => "to_do",
            Self::NotApplicable => "not_applicable",
            Self::Unknown => "unknown",
        }
    }
}

/// What an entry of the case says of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BasicsFound {
    /// Where it stands.
    pub state: BasicsState,
    /// The field of the case file that says so.
    pub from: &'static str,
    /// The day of what it rests on, or its month, where it has one.
    pub date: Option<Month>,
    /// When it is due, or due again.
    pub due: Option<Day>,
}

impl BasicsFound {
    const fn at(state: BasicsState, from: &'static str) -> Self {
        Self { state, from, date: None, due: None }
    }

    const fn ok(from: &'static str) -> Self {
        Self::at(BasicsState::Ok, from)
    }

    const fn to_do(from: &'static str) -> Self {
        Self::at(BasicsState::ToDo, from)
    }

    const fn not_applicable(from: &'static str) -> Self {
        Self::at(BasicsState::NotApplicable, from)
    }

    fn on(self, date: impl Into<Month>) -> Self {
        Self { date: Some(date.into()), ..self }
    }

    const fn due(self, due: Option<Day>) -> Self {
        Self { due, ..self }
    }

    /// In order from this day for so many months, then to be done again.
    fn lasting(from: &'static str, date: Day, months: u32, today: Day) -> Self {
        let due = after(date, months);
        let over = due.is_some_and(|due| due <= today);
        Self { state: if over { BasicsState::ToDo } else { BasicsState::Ok }, from, date: Some(date.into()), due }
    }
}

/// One item of the checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BasicsCheck {
    /// The item.
    pub item: BasicsItem,
    /// What is found of it; `from` is empty where nothing says anything.
    pub found: BasicsFound,
}

/// The checklist of a case as of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basics {
    /// Every item, in the order of the letters.
    pub checks: Vec<BasicsCheck>,
}

/// Items that are to be looked at every year (damage.md A4: "this year", "yearly", "< 12 months").
const YEARLY: [BasicsItem; 6] =
    [BasicsItem::B1, BasicsItem::B3, BasicsItem::A3, BasicsItem::S5, BasicsItem::I1, BasicsItem::I4];

impl Basics {
    /// The checklist as of this day.
    pub fn on(case: &Case, day: Day) -> Self {
        let checks = BasicsItem::ALL.iter().map(|item| BasicsCheck { item: *item, found: found(case, *item, day) });
        Self { checks: checks.collect() }
    }

    /// The items of a letter.
    pub fn of(&self, letter: BasicsLetter) -> impl Iterator<Item = &BasicsCheck> {
        self.checks.iter().filter(move |check| BasicsLetter::of(check.item) == Some(letter))
    }

    /// Where a letter stands: something to do, else something unknown, else in order, else not for this patient.
    pub fn state(&self, letter: BasicsLetter) -> BasicsState {
        use BasicsState as S;
        let any = |state: S| self.of(letter).any(|check| check.found.state == state);
        [S::ToDo, S::Unknown, S::Ok].into_iter().find(|state| any(*state)).unwrap_or(S::NotApplicable)
    }

    /// How many items of a letter stand so.
    pub fn count(&self, letter: BasicsLetter, state: BasicsState) -> usize {
        self.of(letter).filter(|check| check.found.state == state).count()
    }

    /// What comes first: of what is to be done, the one due longest; without any date, the first of the list.
    pub fn first_due(&self) -> Option<&BasicsCheck> {
        let to_do = || self.checks.iter().filter(|check| check.found.state == BasicsState::ToDo);
        to_do().filter(|check| check.found.due.is_some()).min_by_key(|check| check.found.due).or_else(|| to_do().next())
    }

    /// What is in order and falls due next.
    pub fn next_due(&self) -> Option<&BasicsCheck> {
        let in_order = self.checks.iter().filter(|check| check.found.state == BasicsState::Ok);
        in_order.filter(|check| check.found.due.is_some()).min_by_key(|check| check.found.due)
    }
}

/// What the case says; where it says nothing, what was recorded of the item.
fn found(case: &Case, item: BasicsItem, day: Day) -> BasicsFound {
    let derived = BasicsLetter::of(item).and_then(|letter| match letter {
        BasicsLetter::Baby => reproduction::found(case, item, day),
        BasicsLetter::Atherosclerosis => heart::found(case, item, day),
        BasicsLetter::Sun => sun::found(case, item, day),
        BasicsLetter::Infections => infections::found(case, item, day),
        BasicsLetter::Corticosteroids => cortico::found(case, item, day),
        BasicsLetter::Specific => specific::found(case, item, day),
    });
    derived.or_else(|| recorded(case, item, day)).unwrap_or(BasicsFound::at(BasicsState::Unknown, ""))
}

/// The newest entry of the item in `prevention.basics`; of a yearly item, what was done a year ago is to be done again.
fn recorded(case: &Case, item: BasicsItem, day: Day) -> Option<BasicsFound> {
    const FROM: &str = "prevention.basics";
    let date = |entry: &BasicsEntry| entry.date.known().copied();
    let entries = case.prevention.basics.iter().filter(|entry| entry.item == item);
    let entry = entries.filter(|entry| date(entry).is_none_or(|date| date <= day)).max_by_key(|entry| date(entry))?;
    let found = match (entry.state, date(entry)) {
        (BasicsMark::Done, Some(date)) if YEARLY.contains(&item) => BasicsFound::lasting(FROM, date, 12, day),
        (BasicsMark::Done, _) => BasicsFound::ok(FROM),
        (BasicsMark::ToDo, _) => BasicsFound::to_do(FROM),
        (BasicsMark::NotApplicable, _) => BasicsFound::not_applicable(FROM),
    };
    Some(BasicsFound { date: date(entry).map(Month::from), ..found })
}

/// What is answered is in order, what was asked and is not known is to be asked again; what was never asked says nothing.
fn answered<T>(field: &Field<T>, from: &'static str) -> Option<BasicsFound> {
    match field {
        Field::Known(_) => Some(BasicsFound::ok(from)),
        Field::Unknown => Some(BasicsFound::to_do(from)),
        Field::Absent => None,
    }
}

fn after(date: Day, months: u32) -> Option<Day> {
    date.0.checked_add_months(Months::new(months)).map(Day)
}
