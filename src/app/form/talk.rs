use std::collections::BTreeMap;

use ratatui_textarea::{Input, TextArea};

use super::{area, retype, text_of, typed};
use crate::domain::{Agreement, Confidence, Drug, UseType};
use crate::meeting::{Deliberation, Round, Seat, Voice};

/// How the decision is reached and told, while it is being typed.
#[derive(Debug, Clone)]
pub struct Talk {
    /// How it was reached.
    pub agreement: Option<Agreement>,
    /// How sure the room is.
    pub confidence: Option<Confidence>,
    /// What the patient is to be asked.
    pub patient_question: TextArea<'static>,
    /// Who tells the patient.
    pub teller: TextArea<'static>,
    /// By when.
    pub tell_by: TextArea<'static>,
    /// What the list of reasons does not say, by guideline.
    pub reasons: BTreeMap<String, TextArea<'static>>,
    /// Under which title a drug is used.
    pub uses: BTreeMap<Drug, UseType>,
    /// Where everybody stands, by seat.
    pub voices: BTreeMap<String, Voice>,
    /// The silent round.
    pub round: Round,
}

impl Talk {
    /// What a draft says of it.
    pub(super) fn of(kept: &Deliberation) -> Self {
        Self {
            agreement: kept.agreement,
            confidence: kept.confidence,
            patient_question: area(&kept.patient_question),
            teller: area(&kept.teller),
            tell_by: area(&kept.tell_by),
            reasons: kept.reasons.iter().map(|(guideline, words)| (guideline.clone(), area(words))).collect(),
            uses: kept.uses.clone(),
            voices: kept.voices.clone(),
            round: kept.round,
        }
    }

    /// What is kept of it.
    pub fn kept(&self) -> Deliberation {
        let reasons = self.reasons.iter().map(|(guideline, words)| (guideline.clone(), text_of(words)));
        Deliberation {
            agreement: self.agreement,
            confidence: self.confidence,
            patient_question: text_of(&self.patient_question),
            teller: text_of(&self.teller),
            tell_by: text_of(&self.tell_by),
            reasons: reasons.filter(|(_, words)| !words.is_empty()).collect(),
            uses: self.uses.clone(),
            voices: self.voices.clone(),
            round: self.round,
        }
    }

    /// Takes what another hand typed in; each cursor stays where it was in its text.
    pub(super) fn take(&mut self, kept: &Deliberation, looks_on: bool) {
        retype(&mut self.patient_question, &kept.patient_question, looks_on);
        retype(&mut self.teller, &kept.teller, looks_on);
        retype(&mut self.tell_by, &kept.tell_by, looks_on);
        for (guideline, words) in &kept.reasons {
            retype(self.reasons.entry(guideline.clone()).or_insert_with(|| area("")), words, looks_on);
        }
        self.reasons.retain(|guideline, _| kept.reasons.contains_key(guideline));
        (self.agreement, self.confidence, self.round) = (kept.agreement, kept.confidence, kept.round);
        self.uses.clone_from(&kept.uses);
        self.voices.clone_from(&kept.voices);
    }

    /// The words of a departure, to be typed in.
    pub(super) fn reason(&mut self, guideline: &str) -> &mut TextArea<'static> {
        self.reasons.entry(guideline.to_owned()).or_insert_with(|| area(""))
    }

    /// A letter of the words of a departure; says whether they changed.
    pub(super) fn type_reason(&mut self, guideline: &str, input: Input) -> bool {
        typed(self.reason(guideline), input)
    }

    /// The voice of a seat, to be changed.
    pub fn voice(&mut self, seat: &Seat) -> &mut Voice {
        self.voices.entry(seat.key.clone()).or_insert_with(|| Voice::of(seat))
    }

    /// The seats there are now, then the voices of those who are not there any more.
    pub fn seats(&self, there: Vec<Seat>) -> Vec<Seat> {
        let gone: Vec<Seat> = self
            .voices
            .iter()
            .filter(|(key, voice)| {
                (voice.last().is_some() || voice.dissents) && !there.iter().any(|seat| seat.key == **key)
            })
            .map(|(key, voice)| Seat { key: key.clone(), specialty: voice.specialty, name: voice.name.clone() })
            .collect();
        there.into_iter().chain(gone).collect()
    }
}
