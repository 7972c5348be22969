//! A new case: fields asked one after the other, checked as they are typed, kept at every key, written as a case file.

mod draft;
mod field;
mod label;
mod number;
mod written;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use ratatui_textarea::{Input, Key, TextArea};

pub use draft::NewDraft;
pub use field::{Answer, NewField, Section, drug_of};
pub use label::label;
pub use number::next_number;
pub use written::{UNKNOWN, WrittenCase, file_name};

use super::ahead::Ahead;
use super::drugs;
use super::form::{area, pasted, text_of, typed};
use crate::domain::{Day, Drug, Objection, Refusal, Sex};
use crate::read::{self, Problem, Severity};
use crate::text::{Lang, fold};

/// A field of one entry; entries count from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot {
    /// The field.
    pub field: NewField,
    /// Which entry of its part.
    pub entry: usize,
}

impl Slot {
    /// The field of the first entry, or of a part that has one.
    pub const fn of(field: NewField) -> Self {
        Self { field, entry: 0 }
    }
}

/// What there is to say of a field.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// It must be filled in.
    Required,
    /// It cannot be said.
    Refused(Refusal),
    /// It does not go with the rest, or is improbable.
    Remark(Severity, Problem),
    /// Another file has this number.
    Taken(String),
}

impl Fault {
    /// Whether nothing can be written as long as it stands.
    pub fn is_error(&self) -> bool {
        !matches!(self, Self::Remark(Severity::Warning, _))
    }
}

/// What will be written.
#[derive(Debug, Clone)]
pub struct NewPreview {
    /// Where.
    pub path: PathBuf,
    /// What.
    pub text: String,
    /// First line drawn.
    pub scroll: usize,
}

/// The form of a new case.
#[derive(Debug, Clone)]
pub struct NewScreen {
    /// What was typed or chosen, as it was typed; `unknown` where it was asked and is not known.
    pub values: BTreeMap<Slot, String>,
    /// Values that were proposed and that nobody touched.
    pub proposed: BTreeSet<Slot>,
    /// The field with the cursor.
    pub at: Slot,
    /// Its text.
    pub area: TextArea<'static>,
    ahead: Ahead,
    /// What the file as a whole says of the fields.
    pub remarks: Vec<(Slot, Severity, Problem)>,
    /// The numbers that other files have, each with its file.
    pub taken: BTreeMap<String, String>,
    /// Whether what lacks is shown: it was to be written once.
    pub asked: bool,
    /// What will be written, where it is being shown.
    pub preview: Option<NewPreview>,
    /// The folder of the case files.
    pub folder: PathBuf,
    /// The file it was asked for by name.
    pub file: Option<PathBuf>,
    /// Whether it is being written.
    pub writing: bool,
    /// Whether what is typed could not be kept on disk.
    pub(super) unkept: bool,
    today: Day,
    /// The language of the file and of the names of drugs.
    pub(super) lang: Lang,
}

impl NewScreen {
    /// An empty form.
    pub fn new(folder: PathBuf, file: Option<PathBuf>, today: Day, lang: Lang) -> Self {
        let at = Slot::of(NewField::Question);
        Self {
            values: BTreeMap::new(),
            proposed: BTreeSet::new(),
            at,
            area: area(""),
            ahead: Ahead::default(),
            remarks: Vec::new(),
            taken: BTreeMap::new(),
            asked: false,
            preview: None,
            folder,
            file,
            writing: false,
            unkept: false,
            today,
            lang,
        }
    }

    /// What is typed in this field; empty where nothing is.
    pub fn value(&self, slot: Slot) -> &str {
        self.values.get(&slot).map_or("", |value| value.trim())
    }

    /// Whether it was asked and is not known.
    pub fn is_unknown(&self, slot: Slot) -> bool {
        slot.field.can_be_unknown() && self.value(slot) == UNKNOWN
    }

    /// The fields that are asked, in order: of each part that repeats one more entry than is filled in.
    pub fn slots(&self) -> Vec<Slot> {
        let mut slots = Vec::new();
        for section in Section::ALL.iter().copied().filter(|section| self.applies(*section)) {
            let entries = if section.repeats() { self.entries(section) + 1 } else { 1 };
            for entry in 0..entries {
                let fields = section.fields().map(|field| Slot { field, entry });
                slots.extend(fields.filter(|slot| self.is_asked(*slot)));
            }
        }
        slots
    }

    /// How many entries of this part are begun, up to the last one.
    fn entries(&self, section: Section) -> usize {
        let begun =
            self.values.iter().filter(|(slot, value)| slot.field.section() == section && !value.trim().is_empty());
        begun.map(|(slot, _)| slot.entry + 1).max().unwrap_or(0)
    }

    fn applies(&self, section: Section) -> bool {
        section != Section::Pregnancy || self.value(Slot::of(NewField::Sex)) == Sex::Female.code()
    }

    fn is_asked(&self, slot: Slot) -> bool {
        use NewField as F;
        let said = |field| self.value(Slot { field, entry: slot.entry });
        let first = slot.field.section().fields().next().unwrap_or(slot.field);
        match slot.field {
            F::Rule => said(F::Mode) == crate::domain::Mode::Record.code(),
            F::Age => said(F::Born).is_empty(),
            F::PregnancyWeeks => said(F::PregnancyStatus) == crate::domain::PregnancyStatus::Pregnant.code(),
            F::EyeExam => matches!(drug_of(said(F::Drug)), Drug::Hydroxychloroquine | Drug::Chloroquine),
            field if field == first || !field.section().repeats() => true,
            field => !said(first).is_empty() || !said(field).is_empty(),
        }
    }

    /// What there is to say of this field, as far as it was typed in; what lacks once it was to be written.
    pub fn faults(&self, slot: Slot) -> Vec<Fault> {
        let value = self.value(slot);
        if value.is_empty() {
            return self.asked.then(|| self.fault_of_nothing(slot)).flatten().into_iter().collect();
        }
        if self.is_unknown(slot) {
            return Vec::new();
        }
        if let Err(refusal) = slot.field.read(value) {
            return vec![Fault::Refused(refusal)];
        }
        let taken = (slot.field == NewField::Case).then(|| self.taken.get(&value.to_lowercase())).flatten();
        let remarks = self.remarks.iter().filter(|(at, ..)| *at == slot);
        let remarks = remarks.map(|(_, severity, problem)| Fault::Remark(*severity, problem.clone()));
        taken.map(|file| Fault::Taken(file.clone())).into_iter().chain(remarks).collect()
    }

    fn fault_of_nothing(&self, slot: Slot) -> Option<Fault> {
        let is_ageless = slot.field == NewField::Born && self.value(Slot::of(NewField::Age)).is_empty();
        let no_age = || Fault::Remark(Severity::Warning, Problem::Objected(Objection::NoAge));
        if self.lacks(slot) { Some(Fault::Required) } else { is_ageless.then(no_age) }
    }

    fn lacks(&self, slot: Slot) -> bool {
        let section = slot.field.section();
        let is_begun = !section.repeats() || slot.entry < self.entries(section);
        // Somebody who asks has a name.
        let is_of_somebody = slot.field == NewField::RequesterName && self.entries(Section::Requester) > 0;
        ((slot.field.is_required() && is_begun) || is_of_somebody) && self.value(slot).is_empty()
    }

    /// The first field that keeps the file from being written.
    pub fn first_error(&self) -> Option<Slot> {
        let is_wrong = |slot: &Slot| self.lacks(*slot) || self.faults(*slot).iter().any(Fault::is_error);
        self.slots().into_iter().find(is_wrong)
    }

    /// Proposes a value where nobody typed one.
    pub(super) fn propose(&mut self, field: NewField, value: &str) {
        let slot = Slot::of(field);
        if self.value(slot).is_empty() || self.proposed.contains(&slot) {
            self.values.insert(slot, value.to_owned());
            self.proposed.insert(slot);
            if self.at == slot {
                self.area = area(value);
            }
        }
    }

    /// Takes a draft from before.
    pub(super) fn take(&mut self, draft: &NewDraft) {
        self.values = draft.values();
        self.proposed.clear();
        self.go(self.at);
        self.check();
    }

    /// To this field; the end of its text.
    pub(super) fn go(&mut self, slot: Slot) {
        self.at = slot;
        self.ahead.forget();
        let shown = if self.is_unknown(slot) { "" } else { self.values.get(&slot).map_or("", String::as_str) };
        self.area = area(shown);
    }

    /// So many fields on, stopping at both ends.
    pub(super) fn step(&mut self, by: isize) {
        let slots = self.slots();
        // What the cursor was on may be asked no more: the one before it counts.
        let place = |slot: &Slot| (slot.field.section(), slot.entry, slot.field);
        let at = slots.iter().rposition(|slot| place(slot) <= place(&self.at)).unwrap_or(0);
        let next = at.saturating_add_signed(by).min(slots.len().saturating_sub(1));
        if let Some(slot) = slots.get(next) {
            self.go(*slot);
        }
    }

    /// Whether the cursor is in the last field.
    pub(super) fn is_last(&self) -> bool {
        self.slots().last() == Some(&self.at)
    }

    /// The next entry of a closed list, or the one before; nothing stands between the last and the first.
    pub(super) fn turn(&mut self, by: isize) -> bool {
        let Answer::Choice(all) = self.at.field.answer() else {
            return self.move_in_text(by);
        };
        let at = all.iter().position(|code| *code == self.value(self.at)).map_or(0, |at| at + 1);
        let count = all.len() + 1;
        let next = at.checked_add_signed(by).map_or(count - 1, |next| next % count);
        let chosen = next.checked_sub(1).and_then(|next| all.get(next)).copied().unwrap_or_default();
        self.set(chosen);
        true
    }

    /// Moves in the text; at its end the right arrow takes the name that completes it.
    fn move_in_text(&mut self, by: isize) -> bool {
        let is_at_end = self.area.cursor().1 >= text_of(&self.area).chars().count();
        if by > 0 && is_at_end {
            return self.complete();
        }
        let key = if by < 0 { Key::Left } else { Key::Right };
        self.area.input(Input { key, ctrl: false, alt: false, shift: false });
        false
    }

    fn complete(&mut self) -> bool {
        let lang = self.lang;
        let Some(name) = self.completions(lang).into_iter().next() else { return false };
        self.area = area(name);
        self.set(name);
        true
    }

    /// Names of drugs that go on from what is typed; none where a drug is named already.
    pub fn completions(&self, lang: Lang) -> Vec<&'static str> {
        if self.at.field != NewField::Drug {
            return Vec::new();
        }
        drugs::names_of(self.value(self.at), lang)
    }

    fn set(&mut self, value: &str) {
        self.values.insert(self.at, value.to_owned());
        self.proposed.remove(&self.at);
        self.check();
    }

    /// Asked, and not known; or not any more.
    pub(super) fn turn_unknown(&mut self) -> bool {
        if !self.at.field.can_be_unknown() {
            return false;
        }
        let value = if self.is_unknown(self.at) { "" } else { UNKNOWN };
        self.area = area("");
        self.set(value);
        true
    }

    /// Empties the field.
    pub(super) fn clear(&mut self) -> bool {
        self.area = area("");
        let had = !self.value(self.at).is_empty();
        self.set("");
        had
    }

    /// A key in the field; whether it says something else now.
    pub(super) fn input(&mut self, input: Input) -> bool {
        if let Answer::Choice(all) = self.at.field.answer() {
            return self.choose(all, &input);
        }
        if input.key == Key::Enter || (input.ctrl && matches!(input.key, Key::Char('m' | 'j'))) {
            return false;
        }
        let is_another = typed(&mut self.area, input);
        if is_another {
            self.take_text();
        }
        is_another
    }

    fn take_text(&mut self) {
        let text = text_of(&self.area);
        let means_unknown = matches!(fold(text.trim()).as_str(), "?" | "inconnu" | "inconnue" | "unknown");
        let unknown = means_unknown && self.at.field.can_be_unknown();
        self.set(if unknown { UNKNOWN } else { &text });
    }

    /// The space bar turns a list, the letters of a name choose it, and what is erased is not stated.
    fn choose(&mut self, all: &'static [&'static str], input: &Input) -> bool {
        let Key::Char(letter) = input.key else {
            self.ahead.forget();
            return matches!(input.key, Key::Backspace | Key::Delete) && self.clear();
        };
        if letter == ' ' || input.ctrl || input.alt {
            self.ahead.forget();
            return letter == ' ' && self.turn(1);
        }
        let entries: Vec<_> = all.iter().map(|code| (label(self.at.field, code, self.lang), *code)).collect();
        let now = all.iter().position(|code| *code == self.value(self.at));
        let Some(code) = self.ahead.choose(letter, &entries, now).and_then(|at| all.get(at)) else { return false };
        self.set(code);
        true
    }

    /// Pasted text in the field.
    pub(super) fn paste(&mut self, text: &str) -> bool {
        if matches!(self.at.field.answer(), Answer::Choice(_)) {
            return false;
        }
        self.area.insert_str(pasted(text).split_whitespace().collect::<Vec<_>>().join(" "));
        self.take_text();
        true
    }

    /// Reads the file as it stands through the door that reads every case file.
    pub(super) fn check(&mut self) {
        let written = WrittenCase::of(self, Lang::En, true);
        let reading = read::case(written.text.as_bytes(), self.today);
        // Who has not come to the age yet need not be told that it lacks.
        let is_early = |remark: &read::Remark| matches!(remark.problem, Problem::Objected(Objection::NoAge));
        let remarks = reading.remarks.into_iter().filter(|remark| !is_early(remark)).filter_map(|remark| {
            let slot = written.slot(remark.line)?;
            Some((slot, remark.severity, remark.problem))
        });
        self.remarks = remarks.collect();
    }

    /// Shows what will be written; else goes to what keeps it from being written.
    pub(super) fn show(&mut self) -> bool {
        self.check();
        if let Some(slot) = self.first_error() {
            self.asked = true;
            self.go(slot);
            return false;
        }
        let text = WrittenCase::of(self, self.lang, false).text;
        let path =
            self.file.clone().unwrap_or_else(|| self.folder.join(file_name(self.value(Slot::of(NewField::Case)))));
        self.preview = Some(NewPreview { path, text, scroll: 0 });
        true
    }

    /// Whether somebody typed something.
    pub fn is_begun(&self) -> bool {
        self.values.iter().any(|(slot, value)| !value.trim().is_empty() && !self.proposed.contains(slot))
    }

    /// What is kept on disk.
    pub fn draft(&self) -> NewDraft {
        NewDraft::of(self.values.iter().filter(|(slot, _)| !self.proposed.contains(slot)))
    }
}
