//! What is measured, and what it is held against: `upcr m3 > -25 %`, `pred <= 5 mg/j m6`.

use super::dose::comparison;
use super::lexicon::lexicon;
use super::names;
use super::token::{Token, said};
use super::when;
use crate::domain::{Aim, Comparison, Due, Measure, Threshold, Written};

lexicon! {
    /// Measures and events.
    MEASURES: Measure {
        Measure::Upcr => "upcr" | "rpc" | "rpcu" | "pcr urinaire" | "rapport p/c" | "rapport protéinurie/créatininurie" | "p/c" | "pu/cu",
        Measure::Proteinuria => "protéinurie" | "proteinuria" | "pu 24 h" | "protéinurie des 24 h" | "24 h proteinuria",
        Measure::Egfr => "egfr" | "dfg" | "dfge" | "gfr" | "ckd-epi",
        Measure::Creatinine => "créatinine" | "creatinine" | "créat" | "créatininémie",
        Measure::Albumin => "albumine" | "albumin" | "albuminémie" | "alb",
        Measure::C3 => "c3",
        Measure::C4 => "c4",
        Measure::DsDna => "anti-dsdna" | "dsdna" | "anti-adn" | "anti-adn natif" | "anti-dna" | "adn natif" | "ac anti-adn",
        Measure::Sledai => "sledai" | "sledai-2k",
        Measure::HcqLevel => "hcq level" | "taux hcq" | "taux d'hcq" | "hcq sanguin" | "hcqémie" | "dosage hcq" | "blood hcq"
            | "hcq blood level",
        Measure::Haemoglobin => "hb" | "hémoglobine" | "haemoglobin" | "hemoglobin",
        Measure::Platelets => "plaquettes" | "platelets" | "plt",
        Measure::Neutrophils => "pnn" | "neutrophiles" | "neutrophils",
        Measure::IgG => "igg" | "gammaglobulines",
        Measure::BloodPressure => "pa" | "pas" | "tas" | "ta" | "bp" | "sbp" | "blood pressure" | "pression artérielle",
        Measure::Pga => "pga",
        Measure::Doris => "doris" | "rémission doris" | "doris remission",
        Measure::Lldas => "lldas",
        Measure::CompleteResponse => "réponse complète" | "rémission complète" | "complete response" | "rc rénale" | "crr"
            | "réponse rénale complète" | "complete renal response",
        Measure::PartialResponse => "réponse partielle" | "partial response" | "rémission partielle" | "prr",
        Measure::NoResponse => "no response" | "non response" | "non-response" | "pas de réponse" | "absence de réponse"
            | "non-réponse" | "échec" | "failure" | "non réponse" | "non-répondeur" | "non répondeuse" | "treatment failure",
        Measure::Flare => "flare" | "poussée" | "rechute" | "relapse" | "rechute rénale" | "renal flare" | "poussée rénale",
        Measure::Pregnancy => "pregnancy" | "grossesse" | "enceinte" | "pregnant" | "test de grossesse positif",
        Measure::PregnancyWish => "désir de grossesse" | "projet de grossesse" | "pregnancy wish" | "wish for pregnancy",
        Measure::Intolerance => "intolérance" | "intolerance" | "effet indésirable" | "toxicité" | "toxicity" | "adverse event"
            | "intolérance digestive",
        Measure::Infection => "infection" | "infection sévère" | "serious infection" | "severe infection",
    }
    /// Units of a measure.
    UNITS: () {
        () => "%" | "g/g" | "mg/g" | "mg/mmol" | "g/mmol" | "g/j" | "g/d" | "g/24 h" | "mg/24 h" | "g/l" | "g/dl" | "mg/l" | "mg/dl"
            | "µmol/l" | "umol/l" | "ml/min" | "ml/min/1,73 m2" | "ml/min/1.73 m2" | "ml/min/1,73 m²" | "ml/min/1.73 m²"
            | "ng/ml" | "µg/l" | "ug/l" | "mmhg" | "ui/ml" | "iu/ml" | "ui/l" | "kui/l" | "mg/j" | "mg/d" | "mg/kg/j"
            | "mg/kg/d" | "mg/kg" | "mg/sem" | "mg/w" | "mg" | "g" | "points" | "point" | "pts" | "/mm3" | "g/l." | "giga/l"
            | "mg/jour" | "mg/day" | "g/day" | "g/jour" | "x10^9/l"
    }
    /// A fall.
    FALL: () {
        () => "baisse" | "chute" | "diminution" | "réduction" | "drop" | "fall" | "decrease" | "reduction" | "baisse de" | "chute de"
            | "diminution de" | "falls" | "drops" | "fall of" | "drop of" | "reduction of" | "decrease of"
    }
    /// A rise.
    RISE: () {
        () => "hausse" | "augmentation" | "rise" | "increase" | "élévation" | "ascension" | "hausse de" | "augmentation de"
            | "rises" | "increases" | "rise of" | "increase of"
    }
    /// Words between that say nothing.
    NOTHING: () { () => "à" | "at" | "est" | "is" | "la" | "le" | "l'" | "de" | "du" | "d'" | "the" | "of" | "by" | "," }
}

/// A measure against a value, at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Measured {
    pub what: Aim,
    pub comparison: Option<Comparison>,
    pub value: Option<Threshold>,
    pub at: Option<Due>,
}

/// The measure that begins these pieces.
pub(super) fn measure(tokens: &[Token]) -> Option<(Measure, usize)> {
    MEASURES.first(tokens)
}

/// What all these pieces say; none where a piece was not understood.
pub(super) fn measured(text: &str, tokens: &[Token]) -> Option<Measured> {
    let mut found = Found::default();
    let mut at = 0;
    while at < tokens.len() {
        at += found.take(text, tokens.get(at..)?)?;
    }
    found.finish()
}

#[derive(Default)]
struct Found {
    what: Option<Aim>,
    comparison: Option<Comparison>,
    value: Option<(Written, String, bool)>,
    at: Option<Due>,
    /// Whether the value is a fall, or a rise.
    is_fall: Option<bool>,
}

impl Found {
    fn take(&mut self, text: &str, rest: &[Token]) -> Option<usize> {
        if let Some(taken) = self.change(rest).or_else(|| self.what(rest)) {
            return Some(taken);
        }
        if let Some((comparison, taken)) = comparison(rest).filter(|_| self.comparison.is_none()) {
            // `sous 3 mois` is a time.
            if when::due(rest).is_none() {
                self.comparison = Some(comparison);
                return Some(taken);
            }
        }
        self.date(rest).or_else(|| self.value(text, rest)).or_else(|| NOTHING.first(rest).map(|((), taken)| taken))
    }

    fn change(&mut self, rest: &[Token]) -> Option<usize> {
        let fall = FALL.first(rest).map(|((), taken)| (true, taken));
        let (is_fall, taken) = fall.or_else(|| RISE.first(rest).map(|((), taken)| (false, taken)))?;
        (self.is_fall.is_none()).then(|| {
            self.is_fall = Some(is_fall);
            taken
        })
    }

    fn what(&mut self, rest: &[Token]) -> Option<usize> {
        if self.what.is_some() {
            return None;
        }
        let measure = measure(rest).map(|(measure, taken)| (Aim::Measure(measure), taken));
        let (what, taken) = measure.or_else(|| names::drug(rest).map(|(drug, taken)| (Aim::Drug(drug), taken)))?;
        self.what = Some(what);
        Some(taken)
    }

    fn date(&mut self, rest: &[Token]) -> Option<usize> {
        let (due, taken) = when::due(rest).filter(|_| self.at.is_none())?;
        self.at = Some(due);
        Some(taken)
    }

    fn value(&mut self, text: &str, rest: &[Token]) -> Option<usize> {
        let sign = rest.first().filter(|token| token.is("-") || token.is("+"));
        let first = usize::from(sign.is_some());
        let amount = rest.get(first)?.number().filter(|_| self.value.is_none())?;
        let behind = rest.get(first + 1..).unwrap_or_default();
        let unit = UNITS.first(behind).filter(|((), taken)| !behind.get(*taken).is_some_and(|next| next.glued));
        let taken = unit.map_or(0, |((), taken)| taken);
        // `130/80` is no amount.
        if behind.get(taken).is_some_and(|token| token.is("/") || token.is("-")) {
            return None;
        }
        let unit: String = said(text, behind.get(..taken)?).split_whitespace().collect();
        let is_less = sign.is_some_and(|sign| sign.is("-"));
        let amount = if is_less { -amount } else { amount };
        if sign.is_some() && unit != "%" {
            return None;
        }
        self.value = Some((Written(amount), unit, sign.is_some()));
        Some(first + 1 + taken)
    }

    fn finish(self) -> Option<Measured> {
        let what = self.what?;
        let (comparison, value) = match (self.is_fall, self.comparison, self.value) {
            (None, comparison, value) => {
                let value = value.map(|(amount, unit, is_change)| Threshold { amount, unit, is_change });
                (comparison, value)
            }
            (Some(is_fall), Some(comparison), Some((amount, unit, false))) if unit == "%" => {
                let amount = if is_fall { Written(-amount.0) } else { amount };
                let comparison = if is_fall { turned(comparison) } else { comparison };
                (Some(comparison), Some(Threshold { amount, unit, is_change: true }))
            }
            _ => return None,
        };
        (comparison.is_some() == value.is_some()).then_some(Measured { what, comparison, value, at: self.at })
    }
}

/// A fall of less than a quarter is a change of more than minus a quarter.
const fn turned(comparison: Comparison) -> Comparison {
    match comparison {
        Comparison::Below => Comparison::Above,
        Comparison::AtMost => Comparison::AtLeast,
        Comparison::Above => Comparison::Below,
        Comparison::AtLeast => Comparison::AtMost,
    }
}
