//! The figures of the dashboard, each told once: the same words on the screen, in the sheet of a case and in JSON, and
//! for each the answer to "from what?". Computes nothing of its own.

mod blood_pressure;
mod difficult;
mod discordance;
mod epices;
mod flare;
mod hcq_level;
mod origin;
mod phrase;
mod responder;
mod sle_das;
mod sledai;
mod target;

pub use origin::{Criterion, Grid, Input, Origin};
pub use phrase::{Part, Phrase, Row, Tone, plain};

use crate::clinic::FigureId;
use crate::domain::{Case, Day, Field};
use crate::knowledge::{Facts, Table};
use crate::text::{Lang, Words, words};

/// What figures are told from: a case as of a day, in a language.
#[derive(Clone, Copy)]
pub struct At<'a> {
    /// The case.
    pub case: &'a Case,
    /// The day everything is computed for.
    pub today: Day,
    /// What the guidelines were judged on.
    pub facts: &'a Facts,
    /// The guidelines side by side.
    pub table: &'a Table,
    /// Whether what could point at a person is left out.
    pub masked: bool,
    /// The language of numbers and dates.
    pub lang: Lang,
    /// Its words.
    pub words: &'static Words,
}

impl<'a> At<'a> {
    /// A case as of a day, with nothing left out.
    pub fn new(case: &'a Case, today: Day, facts: &'a Facts, table: &'a Table, lang: Lang) -> Self {
        Self { case, today, facts, table, masked: false, lang, words: words(lang) }
    }

    /// The same, with or without what could point at a person.
    #[must_use]
    pub fn masked(self, masked: bool) -> Self {
        Self { masked, ..self }
    }

    /// A day in brackets, as figures carry it.
    pub fn on(&self, day: Day) -> String {
        format!("({})", self.lang.date(day))
    }

    /// A field in words: never asked and not known are told apart.
    pub fn field<T>(&self, field: &Field<T>, known: impl FnOnce(&T) -> String) -> Phrase {
        match field {
            Field::Known(value) => Phrase::of(&known(value)),
            Field::Unknown => Phrase::default().lacks(self.words.app.unknown),
            Field::Absent => Phrase::default().lacks(self.words.app.not_stated),
        }
    }

    /// `cannot say without: …`.
    pub fn lacking(&self, needs: &[crate::clinic::Need]) -> Phrase {
        Phrase::default().lacks(&(self.words.activity.cannot_say)(&super::needs(self.words, needs)))
    }
}

/// The name of a figure.
pub fn name(id: FigureId, words: &'static Words) -> &'static str {
    match id {
        FigureId::HcqLevel => words.unit.hcq_level,
        FigureId::Sledai => words.activity.sledai,
        FigureId::SledaiBands => words.scores.name_bands,
        FigureId::SleDas => "SLE-DAS",
        FigureId::Discordance => words.scores.name_discordance,
        FigureId::Doris => "DORIS 2021",
        FigureId::Lldas => "LLDAS 2016",
        FigureId::Flare => words.scores.name_flare,
        FigureId::ResponseIndex => words.scores.name_response,
        FigureId::Difficult => words.scores.name_difficult,
        FigureId::BloodPressure => words.unit.blood_pressure,
        FigureId::Epices => crate::clinic::EPICES.name,
    }
}

/// What a figure says, the first row beside its name.
pub fn told(id: FigureId, at: &At) -> Vec<Row> {
    match id {
        FigureId::HcqLevel => hcq_level::told(at),
        FigureId::Sledai => sledai::told(at),
        FigureId::SledaiBands => sledai::bands_told(at),
        FigureId::SleDas => sle_das::told(at),
        FigureId::Discordance => discordance::told(at),
        FigureId::Doris => target::doris_told(at),
        FigureId::Lldas => target::lldas_told(at),
        FigureId::Flare => flare::told(at),
        FigureId::ResponseIndex => responder::told(at),
        FigureId::Difficult => difficult::told(at),
        FigureId::BloodPressure => blood_pressure::told(at),
        FigureId::Epices => epices::told(at),
    }
}

/// Where a figure comes from: what it was computed from, by which rule, what it lacks, who published it.
pub fn origin(id: FigureId, at: &At) -> Origin {
    match id {
        FigureId::HcqLevel => hcq_level::origin(at),
        FigureId::Sledai => sledai::origin(at),
        FigureId::SledaiBands => sledai::bands_origin(at),
        FigureId::SleDas => sle_das::origin(at),
        FigureId::Discordance => discordance::origin(at),
        FigureId::Doris => target::doris_origin(at),
        FigureId::Lldas => target::lldas_origin(at),
        FigureId::Flare => flare::origin(at),
        FigureId::ResponseIndex => responder::origin(at),
        FigureId::Difficult => difficult::origin(at),
        FigureId::BloodPressure => blood_pressure::origin(at),
        FigureId::Epices => epices::origin(at),
    }
}
