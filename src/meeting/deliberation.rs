use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Session;
use super::session::charter;
use crate::domain::{
    Agreement, CaseId, Confidence, Decision, Dissent, Drug, DrugUse, Line, LineKind, Outcome, Position, Specialty,
    Stand, UseType,
};
use crate::knowledge::{Agent, Country, Facts, Formulary, LabelStatus, Table};
use crate::text::{Lang, words};

/// How far the silent round before the talk has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Round {
    /// There is none.
    #[default]
    None,
    /// Positions are given and not shown.
    Open,
    /// They are shown.
    Closed,
}

/// Where somebody stands, while the decision is being taken down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voice {
    /// Their specialty.
    pub specialty: Specialty,
    /// Their name, where attendance was taken: it goes into the record only where they wish it.
    #[serde(default)]
    pub name: Option<String>,
    /// Before the talk.
    #[serde(default)]
    pub before: Option<Position>,
    /// After it.
    #[serde(default)]
    pub after: Option<Position>,
    /// Whether they dissent formally.
    #[serde(default)]
    pub dissents: bool,
    /// A reservation; of a dissent, what they would do instead.
    #[serde(default)]
    pub words: String,
    /// Whether they wish to be named.
    #[serde(default)]
    pub named: bool,
    /// Whether the minutes print the dissent.
    #[serde(default)]
    pub minuted: bool,
}

/// A place at the table: what a voice is kept under, whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// What the voice is kept under: the name, else the specialty's code.
    pub key: String,
    /// The specialty.
    pub specialty: Specialty,
    /// The name, where attendance was taken.
    pub name: Option<String>,
}

/// How a decision is reached and told, while it is being taken down: all of it optional.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Deliberation {
    /// How it was reached.
    pub agreement: Option<Agreement>,
    /// How sure the room is.
    pub confidence: Option<Confidence>,
    /// What the patient is to be asked, as typed.
    pub patient_question: String,
    /// Who tells the patient, as typed.
    pub teller: String,
    /// By when, as typed.
    pub tell_by: String,
    /// What the list of reasons does not say, by the guideline departed from.
    pub reasons: BTreeMap<String, String>,
    /// Under which title a drug is used, where the room says another than the label does.
    pub uses: BTreeMap<Drug, UseType>,
    /// Where everybody stands, by seat.
    pub voices: BTreeMap<String, Voice>,
    /// The silent round.
    pub round: Round,
}

impl Voice {
    /// The voice of a seat at which nothing was said yet.
    pub fn of(seat: &Seat) -> Self {
        Self {
            specialty: seat.specialty,
            name: seat.name.clone(),
            before: None,
            after: None,
            dissents: false,
            words: String::new(),
            named: false,
            minuted: true,
        }
    }

    /// Where they stand last.
    pub fn last(&self) -> Option<Position> {
        self.after.or(self.before)
    }

    fn person(&self) -> Option<String> {
        self.name.clone().filter(|_| self.named)
    }
}

/// The places at the table for a case: those who are there and take part in it; where no attendance is taken, one for each
/// specialty that counts.
pub fn seats(session: &Session, case: &CaseId) -> Vec<Seat> {
    let there = session.people.iter().filter(|one| session.is_open() && one.is_there() && !one.recused.contains(case));
    let people: Vec<Seat> = there
        .map(|one| Seat {
            key: one.person.name.clone(),
            specialty: one.person.specialty,
            name: Some(one.person.name.clone()),
        })
        .collect();
    if !people.is_empty() {
        return people;
    }
    let counted = charter().as_ref().map(|charter| charter.quorum.counted.as_slice()).unwrap_or_default();
    counted.iter().map(|one| Seat { key: one.code().to_owned(), specialty: *one, name: None }).collect()
}

impl Deliberation {
    /// How many of these seats gave a position in the silent round.
    pub fn given(&self, seats: &[Seat]) -> usize {
        seats.iter().filter(|seat| self.voices.get(&seat.key).is_some_and(|voice| voice.before.is_some())).count()
    }

    /// How many of these seats said where they stand.
    pub fn spoke(&self, seats: &[Seat]) -> usize {
        seats.iter().filter(|seat| self.voices.get(&seat.key).is_some_and(|voice| voice.last().is_some())).count()
    }

    /// What the positions would call the agreement once every seat has spoken; the room chooses.
    pub fn proposed_by(&self, seats: &[Seat]) -> Option<Agreement> {
        self.proposed().filter(|_| self.spoke(seats) >= seats.len())
    }

    /// What the positions there are would call the agreement. None where nobody said where they stand.
    pub fn proposed(&self) -> Option<Agreement> {
        if self.round == Round::Open {
            return None;
        }
        let stands: Vec<(Position, bool)> =
            self.voices.values().filter_map(|voice| Some((voice.last()?, voice.dissents))).collect();
        let dissent = self.voices.values().any(|voice| voice.dissents);
        let agrees = stands.iter().filter(|(position, dissents)| *position == Position::Agrees && !dissents).count();
        let against = stands.iter().any(|(position, _)| *position == Position::Disagrees) || dissent;
        match (stands.len(), against) {
            (0, false) => None,
            (all, false) if agrees == all => Some(Agreement::Unanimous),
            (_, false) => Some(Agreement::Consensus),
            (all, true) if agrees * 2 > all => Some(Agreement::Majority),
            (_, true) => Some(Agreement::None),
        }
    }

    /// The positions as they are recorded.
    pub fn stands(&self) -> Vec<Stand> {
        let said = self.voices.values().filter(|voice| voice.last().is_some());
        said.map(|voice| Stand {
            specialty: voice.specialty,
            person: voice.person(),
            before: voice.before,
            after: voice.after,
            words: if voice.dissents { String::new() } else { voice.words.trim().to_owned() },
        })
        .collect()
    }

    /// The dissents as they are recorded.
    pub fn dissents(&self) -> Vec<Dissent> {
        let dissenting = self.voices.values().filter(|voice| voice.dissents);
        dissenting
            .map(|voice| Dissent {
                specialty: voice.specialty,
                person: voice.person(),
                words: voice.words.trim().to_owned(),
                minuted: voice.minuted,
            })
            .collect()
    }

    /// What a locked decision said, to be amended.
    pub fn of(decision: &Decision) -> Self {
        let text = |words: &Option<String>| words.clone().unwrap_or_default();
        let reasons = decision.departures.iter().filter(|one| !one.words.is_empty());
        let said = decision.uses.iter().filter(|one| matches!(one.title, UseType::EarlyAccess | UseType::Trial));
        Self {
            agreement: decision.agreement,
            confidence: decision.confidence,
            patient_question: text(&decision.patient_question),
            teller: text(&decision.teller),
            tell_by: decision.tell_by.map(|day| day.to_string()).unwrap_or_default(),
            reasons: reasons.map(|one| (one.guideline.clone(), one.words.clone())).collect(),
            uses: said.map(|one| (one.drug, one.title)).collect(),
            voices: voices(decision),
            round: Round::None,
        }
    }
}

/// The voices that a record tells of; those who did not wish to be named sit under their specialty and a number.
fn voices(decision: &Decision) -> BTreeMap<String, Voice> {
    let mut voices: BTreeMap<String, Voice> = BTreeMap::new();
    let key = |specialty: Specialty, person: &Option<String>, voices: &BTreeMap<String, Voice>| {
        let name = person.clone().unwrap_or_else(|| specialty.code().to_owned());
        let mut keys = std::iter::once(name.clone()).chain((2..).map(|number| format!("{name} {number}")));
        keys.find(|key| !voices.contains_key(key)).unwrap_or(name)
    };
    for stand in &decision.positions {
        let seat = Seat {
            key: key(stand.specialty, &stand.person, &voices),
            specialty: stand.specialty,
            name: stand.person.clone(),
        };
        let voice = Voice {
            before: stand.before,
            after: stand.after,
            words: stand.words.clone(),
            named: stand.person.is_some(),
            ..Voice::of(&seat)
        };
        voices.insert(seat.key, voice);
    }
    for dissent in &decision.dissent {
        let same = |voice: &&mut Voice| {
            voice.specialty == dissent.specialty
                && voice.name == dissent.person
                && !voice.dissents
                && voice.words.is_empty()
        };
        if let Some(voice) = voices.values_mut().find(same) {
            (voice.dissents, voice.minuted) = (true, dissent.minuted);
            voice.words.clone_from(&dissent.words);
            continue;
        }
        let seat = Seat {
            key: key(dissent.specialty, &dissent.person, &voices),
            specialty: dissent.specialty,
            name: dissent.person.clone(),
        };
        let voice = Voice {
            dissents: true,
            words: dissent.words.clone(),
            named: dissent.person.is_some(),
            minuted: dissent.minuted,
            ..Voice::of(&seat)
        };
        voices.insert(seat.key, voice);
    }
    voices
}

/// What the room should hear before it accepts: it holds nothing back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// Called unanimous, although somebody disagrees.
    Unanimity,
    /// Nobody is named who tells the patient.
    Teller,
    /// No date to look at it again.
    Next,
}

/// What a decision leaves open.
pub fn gaps(decision: &Decision) -> Vec<Gap> {
    if matches!(decision.outcome, Outcome::Withdrawn | Outcome::Deceased) {
        return Vec::new();
    }
    let teller = decision.teller.is_none().then_some(Gap::Teller);
    let next = (decision.next.is_none() && decision.represent.is_none()).then_some(Gap::Next);
    let against = |stand: &Stand| stand.after.or(stand.before) == Some(Position::Disagrees);
    let is_split = !decision.dissent.is_empty() || decision.positions.iter().any(against);
    let split = (decision.agreement == Some(Agreement::Unanimous) && is_split).then_some(Gap::Unanimity);
    split.into_iter().chain(teller).chain(next).collect()
}

/// The drugs that the lines give.
pub fn given(lines: &[Line]) -> Vec<Drug> {
    let gives = lines.iter().filter(|line| !matches!(line.kind, LineKind::Stop | LineKind::Hold | LineKind::Other));
    let mut drugs: Vec<Drug> = gives.filter_map(|line| line.drug).collect();
    let mut seen = std::collections::BTreeSet::new();
    drugs.retain(|drug| seen.insert(*drug));
    drugs
}

/// Under which title each drug is used: as the room said, else as far as its label is known for this patient.
pub fn uses(
    lines: &[Line],
    said: &BTreeMap<Drug, UseType>,
    formulary: &Formulary,
    facts: &Facts,
    country: Country,
) -> Vec<DrugUse> {
    let drugs = given(lines);
    let agents: Vec<Agent> = drugs.iter().filter_map(|drug| formulary.agent(*drug)).collect();
    let known = |drug: Drug| match formulary.status(formulary.agent(drug)?, &agents, facts, country) {
        LabelStatus::Labelled | LabelStatus::NotReimbursed => Some(UseType::InLabel),
        LabelStatus::OffLabel => Some(UseType::OffLabel),
        LabelStatus::NotVerified => None,
    };
    let title = |drug: &Drug| {
        let title = said.get(drug).copied().or_else(|| known(*drug))?;
        Some(DrugUse { drug: *drug, title })
    };
    drugs.iter().filter_map(title).collect()
}

/// What is awaited where data are missing, one line each, and by whom: what open answers of the guidelines hang on.
pub fn awaited(table: &Table, from: Option<&str>, lang: Lang) -> String {
    let words = words(lang);
    let line = |one: crate::knowledge::Missing| {
        (words.deliberation.awaited)((words.codes.datum)(one.datum.code()), from.unwrap_or_default())
    };
    crate::knowledge::awaited(table).into_iter().map(line).collect::<Vec<_>>().join("\n")
}
