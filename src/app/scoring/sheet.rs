use std::collections::BTreeMap;

use rust_decimal::{Decimal, RoundingStrategy};

use super::ask::{Ask, Manner, Said};
use crate::clinic::{Attribution, Sledai, Tick};
use crate::domain::{ActivityVisit, Case, Day, Epices, Field, Month, SdiEntry, SdiItem, SledaiItem, Window, YesNo};
use crate::read::{Edit, Setting};

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

    /// What is to be changed in the file.
    pub fn edits(&self) -> Vec<Edit> {
        let truth = settings(&self.truth);
        let settings: Vec<Setting> =
            settings(&self.now).into_iter().zip(truth).filter(|(now, was)| now != was).map(|(now, _)| now).collect();
        let is_entered = !settings.is_empty();
        let visit = is_entered.then_some(Edit::Dated { list: "activity", date: self.date, settings });
        visit.into_iter().chain(self.damage_edits()).chain(self.epices_edit()).collect()
    }

    /// Damage as entered, over what the file says of it.
    pub fn damage(&self, case: &Case) -> Field<Vec<SdiEntry>> {
        let mut entries = case.damage.sdi.known().cloned().unwrap_or_default();
        for item in SdiItem::ALL {
            let present = entries.iter_mut().find(|entry| entry.item == *item);
            match (self.said(Ask::Damage(*item)), present) {
                (Said::Since(since), Some(entry)) => entry.since = since,
                (Said::Since(since), None) => {
                    entries.push(SdiEntry { item: *item, since, again: None, sites: None, until: None });
                }
                (_, Some(_)) => entries.retain(|entry| entry.item != *item),
                (_, None) => {}
            }
        }
        let is_reviewed = self.is_damage_known || self.is_changed(Ask::Reviewed) || !entries.is_empty();
        if is_reviewed { Field::Known(entries) } else { case.damage.sdi.clone() }
    }

    /// The items that change, and the review of today that any of them is.
    fn damage_edits(&self) -> Vec<Edit> {
        let changed = SdiItem::ALL.iter().filter(|item| self.is_changed(Ask::Damage(**item)));
        let edit = |item: &SdiItem| {
            let since = match self.said(Ask::Damage(*item)) {
                Said::Since(month) => Some(vec![Setting { key: "since", value: Some(month.to_string()) }]),
                _ => None,
            };
            Edit::Item { group: "damage", list: "sdi", by: ("item", item.code().to_owned()), settings: since }
        };
        let mut edits: Vec<Edit> = changed.map(edit).collect();
        if edits.is_empty() && !self.is_changed(Ask::Reviewed) {
            return edits;
        }
        let none =
            (edits.is_empty() && !self.is_damage_known).then(|| Setting { key: "sdi", value: Some("[]".to_owned()) });
        let reviewed = Setting { key: "reviewed", value: Some(self.today.to_string()) };
        edits.push(Edit::Group { group: "damage", settings: none.into_iter().chain([reviewed]).collect() });
        edits
    }

    /// The eleven answers of EPICES; none while one is missing, which the file has no place for either.
    pub fn epices(&self) -> Option<Epices> {
        let answers = Ask::EPICES.map(|ask| match self.said(ask) {
            Said::Code(code) => YesNo::from_code(code),
            _ => None,
        });
        let given: Option<Vec<YesNo>> = answers.into_iter().collect();
        given.and_then(|given| given.try_into().ok()).map(Epices)
    }

    /// Whether some answer is entered that the file has no place for as long as another is missing.
    pub fn has_unwritable(&self) -> bool {
        self.epices().is_none() && Ask::EPICES.iter().any(|ask| self.is_changed(*ask))
    }

    fn epices_edit(&self) -> Option<Edit> {
        let epices = self.epices().filter(|_| Ask::EPICES.iter().any(|ask| self.is_changed(*ask)))?;
        let answers = epices.0.map(YesNo::code).join(", ");
        let settings = vec![Setting { key: "epices", value: Some(format!("[{answers}]")) }];
        Some(Edit::Group { group: "person", settings })
    }
}

/// Every setting of a visit that these answers make.
fn settings(answers: &Answers) -> Vec<Setting> {
    let said = |ask: Ask| answers.get(&ask).copied().unwrap_or(Said::NotStated);
    let one = |ask: Ask| Setting { key: ask.key(), value: written(said(ask)) };
    let mut all = vec![one(Ask::Window)];
    all.extend(ticks(&said));
    all.extend([Ask::Pga, Ask::Ptga].into_iter().chain(Ask::VISIT).map(one));
    all.push(group("sle_das", &Ask::SLE_DAS, &said));
    all.push(group("type2", &Ask::TYPE2, &said));
    all
}

/// The four lists of items; none of them where no item was assessed.
fn ticks(said: &impl Fn(Ask) -> Said) -> Vec<Setting> {
    let list = |tick| {
        let is = |item: &&SledaiItem| said(Ask::Item(**item)) == Said::Tick(tick);
        SledaiItem::ALL.iter().filter(is).map(|item| item.code()).collect::<Vec<_>>()
    };
    let is_assessed = list(Tick::NotAssessed).len() < SledaiItem::ALL.len();
    let flow = |codes: &[&str]| format!("[{}]", codes.join(", "));
    let some = |key, tick| {
        let codes = list(tick);
        Setting { key, value: (is_assessed && !codes.is_empty()).then(|| flow(&codes)) }
    };
    vec![
        Setting { key: "sledai", value: is_assessed.then(|| flow(&list(Tick::Present))) },
        some("not_assessed", Tick::NotAssessed),
        some("damage", Tick::Elsewhere(Attribution::Damage)),
        some("other_cause", Tick::Elsewhere(Attribution::OtherCause)),
    ]
}

/// Answers under one key, in one line.
fn group(key: &'static str, asks: &[Ask], said: &impl Fn(Ask) -> Said) -> Setting {
    let parts: Vec<String> =
        asks.iter().filter_map(|ask| Some(format!("{}: {}", ask.key(), written(said(*ask))?))).collect();
    Setting { key, value: (!parts.is_empty()).then(|| format!("{{{}}}", parts.join(", "))) }
}

fn written(said: Said) -> Option<String> {
    match said {
        Said::NotStated | Said::Tick(_) | Said::Since(_) | Said::On(_) => None,
        Said::Unknown => Some("unknown".to_owned()),
        Said::Code(code) => Some(code.to_owned()),
        Said::Number(number) => Some(number.normalize().to_string()),
    }
}
