//! What leaves the ledger for other programs: tables as CSV with their data dictionary, JSON, FHIR R4, what BaMaRa asks for.
//!
//! Everything is written as it is read, one decision after the other. Nothing is read from a clock and nothing is drawn:
//! the same ledger gives the same bytes. Who the patients are comes in from outside, and only where it is asked for.

mod activities;
mod cells;
mod fhir;
mod json;
mod tables;

use std::borrow::Cow;

pub use cells::cell;
pub use json::exported_schema;
pub use tables::dictionary;

use crate::domain::{Case, Day, Sex};
use crate::meeting::Recorded;
use crate::read;
use crate::store::Chosen;
use crate::text::{Lang, Veil};

/// Who a patient is, as far as an export may show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// How far it is vouched for, by its code.
    pub status: &'static str,
    /// The establishment's own number.
    pub number: Option<String>,
    /// The rest: only of an identity that is qualified.
    pub traits: Option<Traits>,
}

/// The strict traits of an identity, and the national identifier (rcp.md 1.4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Traits {
    /// Name at birth.
    pub birth_name: String,
    /// Name in use.
    pub used_name: Option<String>,
    /// First names at birth, in order.
    pub first_names: Vec<String>,
    /// Date of birth.
    pub birth_date: Option<Day>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Place of birth by its INSEE code.
    pub birth_place: Option<String>,
    /// The national health identifier, bare.
    pub ins: Option<String>,
}

/// Tells who the patient of a case is; none where that is not to be told.
pub type Naming<'a> = dyn Fn(&Case) -> Option<Named> + 'a;

/// An export: what was chosen, and how it is said.
pub struct Export<'a> {
    chosen: &'a Chosen<'a>,
    lang: Lang,
    mask: Mask,
    naming: Option<&'a Naming<'a>>,
}

impl<'a> Export<'a> {
    /// An export of what was chosen, in this language; names are those to be hidden in words, where identities are masked.
    pub fn of(chosen: &'a Chosen<'a>, lang: Lang, masked: Option<&[String]>, naming: Option<&'a Naming<'a>>) -> Self {
        let veil = masked.map(|names| Veil::over(names.iter().map(String::as_str), std::iter::empty()));
        Self { chosen, lang, mask: Mask { veil }, naming }
    }

    /// Who the patient of a decision is, where that is to be told.
    fn named(&self, recorded: &Recorded) -> Option<Named> {
        self.naming.and_then(|naming| naming(&case_then(recorded)?))
    }
}

/// The case as it was when it was decided, read for the day it was computed for; none where its file cannot be read any more.
fn case_then(recorded: &Recorded) -> Option<Case> {
    let locked = &recorded.locked;
    let computed = locked.facts.get("today").and_then(|day| serde_json::from_value(day.clone()).ok());
    let day = computed.unwrap_or(Day(recorded.entry.locked_at.date_naive()));
    read::case(locked.case_yaml.as_bytes(), day).value
}

/// What is hidden.
struct Mask {
    /// Over the names that the ledger knows; none where nothing is hidden.
    veil: Option<Veil>,
}

impl Mask {
    fn is_on(&self) -> bool {
        self.veil.is_some()
    }

    /// Words that somebody typed, with the names in them covered, the pseudonym too.
    fn words<'t>(&self, text: &'t str, alias: Option<&str>) -> Cow<'t, str> {
        let Some(veil) = &self.veil else { return Cow::Borrowed(text) };
        let text = veil.veiled(text);
        Cow::Owned(
            alias.map_or(text.clone(), |alias| Veil::over(std::iter::empty(), std::iter::once(alias)).veiled(&text)),
        )
    }

    /// A name, where it may be said.
    fn name<'t>(&self, name: &'t str) -> Option<&'t str> {
        (!self.is_on()).then_some(name)
    }
}
