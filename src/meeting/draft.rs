use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::shorthand::when;
use super::{Amendment, Deliberation, Plan};
use crate::domain::{Concordance, Day, Decision, Departure, DepartureReason, Outcome, Reading};

/// Longest rationale, in characters (rcp.md 8.4).
pub const RATIONALE_MOST: usize = 600;

/// A decision while it is being taken down; kept on disk at every key.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// How the case leaves the room.
    pub outcome: Option<Outcome>,
    /// Lines of treatment, as typed.
    pub lines: String,
    /// The reasons, as typed.
    pub rationale: String,
    /// A reason for each guideline departed from, by the guideline's id.
    pub departures: BTreeMap<String, DepartureReason>,
    /// The next date, as typed.
    pub next: String,
    /// The decision this one amends.
    pub amends: Option<Amendment>,
    /// How it is reached and told.
    pub deliberation: Deliberation,
}

/// What a draft lacks before it can be read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lack {
    /// No outcome is chosen.
    Outcome,
    /// Decided, and no line says what.
    Lines,
    /// No reasons.
    Rationale,
    /// Reasons longer than [`RATIONALE_MOST`], by this many characters.
    RationaleTooLong(usize),
    /// A departure from this guideline without its reason.
    DepartureReason(String),
    /// A departure for another reason than the list's, without words.
    DepartureWords(String),
    /// A next date that is not one.
    NextUnreadable,
    /// A next date that is not after the day of the decision.
    NextNotAhead,
    /// An amendment without its reason.
    AmendReason,
    /// A day by which the patient is told that cannot be read.
    TellByUnreadable,
    /// A day by which the patient is told that is over.
    TellByPast,
}

impl Draft {
    /// Whether nothing was typed or chosen.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The next date: `2027-02-26`, or a distance from `today` such as `m6`, `6 mois`, `6 months`, `3 w`, `10 j`.
    /// `None` for an empty field; `Some(None)` when it cannot be read.
    pub fn next_day(&self, today: Day) -> Option<Option<Day>> {
        let text = self.next.trim();
        (!text.is_empty()).then(|| when(text).and_then(|said| said.from(today)))
    }

    /// What is missing before this can be read back to the room.
    pub fn lacks(&self, concordance: &[Concordance], today: Day) -> Vec<Lack> {
        let mut lacks = Vec::new();
        match self.outcome {
            None => lacks.push(Lack::Outcome),
            Some(outcome) if says_what(outcome) && self.lines.trim().is_empty() => lacks.push(Lack::Lines),
            Some(_) => {}
        }
        let length = self.rationale.trim().chars().count();
        if length == 0 {
            lacks.push(Lack::Rationale);
        } else if length > RATIONALE_MOST {
            lacks.push(Lack::RationaleTooLong(length - RATIONALE_MOST));
        }
        let departed = concordance.iter().filter(|one| one.reading == Reading::Deviates);
        lacks.extend(
            departed
                .filter(|one| !self.departures.contains_key(&one.guideline))
                .map(|one| Lack::DepartureReason(one.guideline.clone())),
        );
        let departed = concordance.iter().filter(|one| one.reading == Reading::Deviates);
        lacks.extend(
            departed.filter(|one| self.needs_words(one)).map(|one| Lack::DepartureWords(one.guideline.clone())),
        );
        match self.next_day(today) {
            Some(None) => lacks.push(Lack::NextUnreadable),
            Some(Some(day)) if day <= today => lacks.push(Lack::NextNotAhead),
            _ => {}
        }
        if self.amends.as_ref().is_some_and(|amends| amends.reason.trim().is_empty()) {
            lacks.push(Lack::AmendReason);
        }
        match self.tell_day(today) {
            Some(None) => lacks.push(Lack::TellByUnreadable),
            Some(Some(day)) if day < today => lacks.push(Lack::TellByPast),
            _ => {}
        }
        lacks
    }

    /// Whether the reason of this departure says nothing without words.
    fn needs_words(&self, departed: &Concordance) -> bool {
        let words = self.deliberation.reasons.get(&departed.guideline).map_or("", |words| words.trim());
        self.departures.get(&departed.guideline) == Some(&DepartureReason::Other) && words.is_empty()
    }

    /// The day by which the patient is told, written as the next date is.
    pub fn tell_day(&self, today: Day) -> Option<Option<Day>> {
        Self { next: self.deliberation.tell_by.clone(), ..Self::default() }.next_day(today)
    }

    /// The decision, complete.
    ///
    /// # Errors
    /// Everything that is still lacking.
    pub fn decide(&self, concordance: Vec<Concordance>, today: Day) -> Result<Decision, Vec<Lack>> {
        let lacks = self.lacks(&concordance, today);
        let (Some(outcome), true) = (self.outcome, lacks.is_empty()) else { return Err(lacks) };
        let departures = concordance
            .iter()
            .filter(|one| one.reading == Reading::Deviates)
            .filter_map(|one| {
                let reason = *self.departures.get(&one.guideline)?;
                let words = self.deliberation.reasons.get(&one.guideline).map_or("", |words| words.trim()).to_owned();
                Some(Departure { guideline: one.guideline.clone(), reason, words })
            })
            .collect();
        let Plan { lines, branches, targets, actions, represent } = Plan::of(&self.lines, today);
        Ok(Decision {
            outcome,
            lines,
            branches,
            targets,
            actions,
            represent,
            rationale: self.rationale.trim().to_owned(),
            concordance,
            departures,
            next: self.next_day(today).flatten(),
            agreement: self.deliberation.agreement,
            positions: self.deliberation.stands(),
            dissent: self.deliberation.dissents(),
            confidence: self.deliberation.confidence,
            patient_question: said(&self.deliberation.patient_question),
            teller: said(&self.deliberation.teller),
            tell_by: self.tell_day(today).flatten(),
            uses: Vec::new(),
        })
    }
}

/// What was typed, if anything was.
fn said(typed: &str) -> Option<String> {
    Some(typed.trim()).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// Whether this outcome must say what is done, and says nothing until a line does.
pub(super) fn says_what(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Decided | Outcome::DecidedConditional | Outcome::DeEscalate)
}
