//! The columns that SQL users and exports see, each with its meaning in both languages: the views of the ledger's schema,
//! and the lists that only exports have. A test holds it against the schema and against what is exported.

mod after;
mod decisions;
mod figures;
mod lists;
mod room;

use super::Words;

pub use lists::{ACTIVITIES, PATIENTS};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// A whole number.
    Whole,
    /// A number with decimals.
    Number,
    /// A day, `YYYY-MM-DD`.
    Day,
    /// A moment in universal time, `2026-02-20T14:03:22.123Z`.
    Moment,
    /// A code of a closed list.
    Code,
    /// A JSON value.
    Json,
}

impl Kind {
    /// What the data dictionary calls it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Whole => "integer",
            Self::Number => "decimal",
            Self::Day => "date",
            Self::Moment => "datetime",
            Self::Code => "code",
            Self::Json => "json",
        }
    }
}

/// What of a column could tell who somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tells {
    /// Nothing.
    Nothing,
    /// It is a name or a pseudonym: left empty where identities are masked.
    Name,
    /// Words that somebody typed: the names that the ledger knows are covered in them.
    Words,
}

/// The codes that a column can hold, each with its label.
pub type Codes = fn(&Words) -> Vec<(&'static str, &'static str)>;

/// A column.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its name, in SQL and in exports.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// The unit of a number; empty where there is none, or where the value carries its own.
    pub unit: &'static str,
    /// What could tell who somebody is.
    pub tells: Tells,
    /// Its codes, where it has a closed list.
    pub codes: Option<Codes>,
    /// What it means, in French and in English.
    pub means: [&'static str; 2],
}

/// How a view belongs to what is chosen for an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// One version of a decision, whose id is in this column.
    Version(&'static str),
    /// A decision with all its versions, whose common id is in this column.
    Decision(&'static str),
    /// A day of a meeting.
    Meeting,
    /// A case on a day of a meeting.
    Passage,
    /// A case, on the day of this column.
    Case(&'static str),
    /// No view of the ledger: a list of the export alone.
    Export,
}

/// A view of the ledger, or a list that only exports have.
#[derive(Debug, Clone, Copy)]
pub struct View {
    /// Its name, in SQL and as a file.
    pub name: &'static str,
    /// What one row is, in French and in English.
    pub means: [&'static str; 2],
    /// What it belongs to.
    pub of: Of,
    /// The columns that put its rows in order, within what it belongs to.
    pub order: &'static [&'static str],
    /// Its columns, in order.
    pub columns: &'static [Column],
}

/// Every view of the ledger, in reading order.
pub fn views() -> impl Iterator<Item = &'static View> {
    decisions::VIEWS.iter().chain(room::VIEWS).chain(after::VIEWS).chain(figures::VIEWS)
}

const fn column(name: &'static str, kind: Kind, means: [&'static str; 2]) -> Column {
    Column { name, kind, unit: "", tells: Tells::Nothing, codes: None, means }
}

const fn plain(name: &'static str, fr: &'static str, en: &'static str) -> Column {
    column(name, Kind::Text, [fr, en])
}

const fn words(name: &'static str, fr: &'static str, en: &'static str) -> Column {
    Column { tells: Tells::Words, ..column(name, Kind::Text, [fr, en]) }
}

const fn person(name: &'static str, fr: &'static str, en: &'static str) -> Column {
    Column { tells: Tells::Name, ..column(name, Kind::Text, [fr, en]) }
}

const fn whole(name: &'static str, unit: &'static str, fr: &'static str, en: &'static str) -> Column {
    Column { unit, ..column(name, Kind::Whole, [fr, en]) }
}

const fn number(name: &'static str, unit: &'static str, fr: &'static str, en: &'static str) -> Column {
    Column { unit, ..column(name, Kind::Number, [fr, en]) }
}

const fn day(name: &'static str, fr: &'static str, en: &'static str) -> Column {
    column(name, Kind::Day, [fr, en])
}

const fn moment(name: &'static str, fr: &'static str, en: &'static str) -> Column {
    column(name, Kind::Moment, [fr, en])
}

const fn json(name: &'static str, fr: &'static str, en: &'static str) -> Column {
    column(name, Kind::Json, [fr, en])
}

const fn code(name: &'static str, codes: Codes, fr: &'static str, en: &'static str) -> Column {
    Column { codes: Some(codes), ..column(name, Kind::Code, [fr, en]) }
}

/// The codes of a closed list with their labels.
macro_rules! list {
    ($list:ty) => {
        |words| <$list>::ALL.iter().map(|one| (one.code(), words.label(*one))).collect()
    };
}
use list;

const DECISION: Column =
    plain("decision_id", "identifiant de la version de la décision", "id of the decision's version");
const SET: Column = plain(
    "set_id",
    "identifiant commun à toutes les versions d'une décision",
    "id common to all versions of a decision",
);
const CASE: Column = plain("case_id", "numéro du dossier, p. ex. LN-2026-006", "number of the case, e.g. LN-2026-006");
const ALIAS: Column = person("alias", "pseudonyme du patient", "the patient's pseudonym");
const MEETING: Column = day("meeting", "jour de la réunion", "day of the meeting");
const QUESTION: Column = words("question", "question posée à la réunion", "question put to the meeting");
const CLASS: Column = plain(
    "class",
    "classe ISN/RPS telle qu'affichée\u{a0}; vide sans biopsie",
    "ISN/RPS class as shown; empty without a biopsy",
);
const POSITION: Column = whole("position", "", "rang, à partir de 1", "place, from 1");
const AT: Column =
    moment("at", "moment de l'enregistrement, en temps universel", "when it was recorded, universal time");
const ACTOR: Column = person("actor", "qui a enregistré", "who recorded it");
const SEQ: Column = whole("event_seq", "", "rang dans le journal", "place in the journal");
const GUIDELINE: Column = plain("guideline", "recommandation, p. ex. acr-2024", "guideline, e.g. acr-2024");
