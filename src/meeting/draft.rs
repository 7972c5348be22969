use std::collections::BTreeMap;

use chrono::{Days, Months};
use serde::{Deserialize, Serialize};

use super::{Amendment, line};
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
    /// A next date that is not one.
    NextUnreadable,
    /// A next date that is not after the day of the decision.
    NextNotAhead,
    /// An amendment without its reason.
    AmendReason,
}

impl Draft {
    /// Whether nothing was typed or chosen.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The next date: `2027-02-26`, or a distance from `today` such as `m6`, `6 mois`, `6 months`, `3 w`, `10 j`.
    /// `None` for an empty field; `Some(None)` when it cannot be read.
    pub fn next_day(&self, today: Day) -> Option<Option<Day>> {
        let text = self.next.trim().to_lowercase();
        if text.is_empty() {
            return None;
        }
        if let Ok(day) = text.parse::<Day>() {
            return Some(Some(day));
        }
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let unit: String = text.chars().filter(|c| c.is_alphabetic()).collect();
        let Ok(number) = digits.parse::<u32>() else { return Some(None) };
        if number > 600 {
            return Some(None);
        }
        let day = match unit.as_str() {
            "m" | "mo" | "mois" | "month" | "months" => today.0.checked_add_months(Months::new(number)),
            "w" | "s" | "sem" | "semaine" | "semaines" | "week" | "weeks" => {
                today.0.checked_add_days(Days::new(u64::from(number) * 7))
            }
            "d" | "j" | "jour" | "jours" | "day" | "days" => today.0.checked_add_days(Days::new(u64::from(number))),
            "y" | "a" | "an" | "ans" | "year" | "years" => today.0.checked_add_months(Months::new(number * 12)),
            _ => None,
        };
        Some(day.map(Day))
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
        match self.next_day(today) {
            Some(None) => lacks.push(Lack::NextUnreadable),
            Some(Some(day)) if day <= today => lacks.push(Lack::NextNotAhead),
            _ => {}
        }
        if self.amends.as_ref().is_some_and(|amends| amends.reason.trim().is_empty()) {
            lacks.push(Lack::AmendReason);
        }
        lacks
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
                Some(Departure { guideline: one.guideline.clone(), reason, words: String::new() })
            })
            .collect();
        Ok(Decision {
            outcome,
            lines: self.lines.lines().filter_map(line).collect(),
            rationale: self.rationale.trim().to_owned(),
            concordance,
            departures,
            next: self.next_day(today).flatten(),
            agreement: None,
            positions: Vec::new(),
            dissent: Vec::new(),
            confidence: None,
            patient_question: None,
            teller: None,
            tell_by: None,
        })
    }
}

/// Whether this outcome must say what is done.
fn says_what(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Decided | Outcome::DecidedConditional | Outcome::DeEscalate)
}
