//! The form as a case file: commented, in the order of the format, each value on a line of its own.

use super::{NewField, NewScreen, Section, Slot, drug_of};
use crate::domain::{CaseId, Drug};
use crate::read::{day_of, scalar};
use crate::text::{Lang, words};

/// What is written of a fact that was asked and is not known.
pub const UNKNOWN: &str = "unknown";

/// The name of the file of a case of this number.
pub fn file_name(number: &str) -> String {
    format!("{}.yaml", number.to_lowercase())
}

/// A case file, and where its fields stand.
#[derive(Debug, Clone, Default)]
pub struct WrittenCase {
    /// The text.
    pub text: String,
    /// Lines so far.
    lines: usize,
    /// Line, from 1, and field.
    places: Vec<(usize, Slot)>,
}

impl WrittenCase {
    /// The file of this form in this language. A draft leaves out what its own type refuses and stands in for what the
    /// format asks for, so that the rest can be read.
    pub(super) fn of(screen: &NewScreen, lang: Lang, draft: bool) -> Self {
        let mut writer = Writer { screen, lang, draft, written: Self::default() };
        writer.head();
        for section in Section::ALL.iter().copied().filter(|section| screen.applies(*section)) {
            writer.section(section);
        }
        writer.foot();
        writer.written
    }

    /// The field at this line, or the nearest one above it in the same part.
    pub fn slot(&self, line: usize) -> Option<Slot> {
        self.places.iter().rev().find(|(at, _)| *at <= line).or(self.places.first()).map(|(_, slot)| *slot)
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
        self.lines += 1;
    }
}

struct Writer<'a> {
    screen: &'a NewScreen,
    lang: Lang,
    draft: bool,
    written: WrittenCase,
}

impl Writer<'_> {
    fn comment(&mut self, indent: &str, text: &str) {
        if !self.draft {
            for line in text.lines() {
                self.written.line(&format!("{indent}# {line}"));
            }
        }
    }

    fn head(&mut self) {
        self.comment("", words(self.lang).new_case.file_head);
        if !self.draft {
            self.written.line("");
        }
        self.written.line("format: 1");
    }

    fn foot(&mut self) {
        if !self.draft {
            self.written.line("");
        }
        self.comment("", words(self.lang).new_case.file_foot);
    }

    /// The value of a field as YAML; none where nothing is said, or nothing that can be read.
    fn value(&self, slot: Slot) -> Option<String> {
        let said = self.screen.value(slot);
        let said = if said.is_empty() && self.draft { stand_in(slot.field).unwrap_or_default() } else { said };
        if said.is_empty() {
            return None;
        }
        if self.screen.is_unknown(slot) {
            return Some(UNKNOWN.to_owned());
        }
        let Ok(read) = slot.field.read(said) else {
            return self.draft.then(|| stand_in(slot.field).map(str::to_owned)).flatten();
        };
        Some(match slot.field {
            NewField::Class => format!("[{}]", read.replace('+', ", ")),
            NewField::Drug => drug_of(&read).code().to_owned(),
            field => scalar(&read, field.is_number()),
        })
    }

    fn section(&mut self, section: Section) {
        match section {
            Section::Head | Section::Treated => self.keys("", section, 0),
            Section::Biopsies => self.kidney(),
            Section::Kidney => {}
            _ if section.repeats() => self.list("", section),
            _ => self.group(section),
        }
    }

    /// Keys of a part with their values, one below the other.
    fn keys(&mut self, indent: &str, section: Section, entry: usize) {
        for field in section.fields() {
            let slot = Slot { field, entry };
            if !self.screen.is_asked(slot) {
                continue;
            }
            if let Some(value) = self.value(slot) {
                self.comment(indent, (words(self.lang).new_case.comment)(field.code()));
                self.put(indent, slot, &value);
            }
            // A form is filled in for a patient; invented cases say so.
            if field == NewField::Case {
                self.written.line("origin: clinic");
            }
        }
    }

    fn put(&mut self, lead: &str, slot: Slot, value: &str) {
        self.written.line(&format!("{lead}{}: {value}", slot.field.key()));
        self.written.places.push((self.written.lines, slot));
    }

    fn has_any(&self, section: Section) -> bool {
        section.fields().map(Slot::of).any(|slot| self.screen.is_asked(slot) && self.value(slot).is_some())
    }

    /// A part under its key; nothing where nothing of it is said.
    fn group(&mut self, section: Section) {
        let needs_name = section == Section::Requester && self.value(Slot::of(NewField::RequesterName)).is_none();
        if !self.has_any(section) || (needs_name && self.draft) {
            return;
        }
        self.begin(section);
        self.written.line(&format!("{}:", section.code()));
        self.keys("  ", section, 0);
    }

    fn begin(&mut self, section: Section) {
        if !self.draft {
            self.written.line("");
        }
        self.comment("", (words(self.lang).new_case.comment)(section.code()));
    }

    fn kidney(&mut self) {
        let (entries, has_more) = (self.complete(Section::Biopsies), self.has_any(Section::Kidney));
        if entries.is_empty() && !has_more {
            return;
        }
        self.begin(Section::Kidney);
        self.written.line("kidney:");
        self.list("  ", Section::Biopsies);
        self.keys("  ", Section::Kidney, 0);
    }

    /// The entries of a part, the oldest first as the format asks.
    fn list(&mut self, indent: &str, section: Section) {
        let entries = self.complete(section);
        if entries.is_empty() {
            return;
        }
        if indent.is_empty() {
            self.begin(section);
        } else {
            self.comment(indent, (words(self.lang).new_case.comment)(section.code()));
        }
        self.written.line(&format!("{indent}{}:", section.code().rsplit('.').next().unwrap_or_default()));
        for entry in entries {
            self.entry(&format!("{indent}  - "), section, entry);
        }
    }

    fn entry(&mut self, first: &str, section: Section, entry: usize) {
        let further = " ".repeat(first.len());
        let mut lead = first;
        for slot in section.fields().map(|field| Slot { field, entry }) {
            if !self.screen.is_asked(slot) {
                continue;
            }
            let Some(value) = self.value(slot) else { continue };
            self.put(lead, slot, &value);
            lead = &further;
            let name = self.screen.value(slot);
            if slot.field == NewField::Drug && drug_of(name) == Drug::Other {
                self.written.line(&format!("{further}name: {}", scalar(name, false)));
            }
        }
    }

    /// The entries that say all that the format asks of them; of a form that is to be written all that are begun.
    fn complete(&self, section: Section) -> Vec<usize> {
        let count = self.screen.entries(section);
        let has_all = |entry: &usize| {
            let required = section.fields().filter(|field| field.is_required());
            required.into_iter().all(|field| {
                let slot = Slot { field, entry: *entry };
                let said = self.screen.value(slot);
                !said.is_empty() && field.read(said).is_ok()
            })
        };
        let mut entries: Vec<usize> = (0..count).filter(has_all).collect();
        if let Some(date) = section.fields().find(|field| field.key() == "date") {
            entries.sort_by_key(|entry| day_of(self.screen.value(Slot { field: date, entry: *entry })));
        }
        entries
    }
}

/// What stands in a draft for what must be there.
fn stand_in(field: NewField) -> Option<&'static str> {
    match field {
        NewField::Case => Some("X"),
        NewField::Question | NewField::Alias | NewField::Rule => Some("…"),
        NewField::Sex => Some("female"),
        _ => None,
    }
}

impl NewScreen {
    /// The number that is typed, where it can be one.
    pub fn number(&self) -> Option<CaseId> {
        self.value(Slot::of(NewField::Case)).parse().ok()
    }
}
