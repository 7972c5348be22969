//! Facts from the newest biopsy, newest by its date.

use std::fmt::Display;

use rust_decimal::Decimal;

use super::absence::no_kidney_disease;
use super::look::{Look, dated};
use super::threshold::threshold;
use super::{Evidence, Facts, Finding, Value};
use crate::domain::{Biopsy, Class, Extent, Field, Lesions, YesNo};
use crate::knowledge::{Amount, Datum, FactId, Kind, Truth};

const SERIES: &str = "kidney.biopsies";

/// What a biopsy report says in so many words; the rest of the histology follows from it.
const REPORTED: [FactId; 9] = [
    FactId::Class,
    FactId::ActivityIndex,
    FactId::ChronicityIndex,
    FactId::Crescents,
    FactId::Necrosis,
    FactId::SevereInterstitialInflammation,
    FactId::SubstantialFibrosis,
    FactId::PodocyteEffacement,
    FactId::Tma,
];

/// The laboratory and the flares must be established before.
pub(super) fn find(look: &Look<'_>, facts: &mut Facts) {
    match look.biopsy() {
        Some((place, biopsy)) => Sample { biopsy, place }.report(facts),
        None => without_biopsy(look, facts),
    }
    classes(facts);
    let lesions = active_lesions(look, facts);
    let chronic_only = chronic_only(facts, &lesions);
    facts.set(FactId::ChronicOnly, chronic_only);
    let crescents = any_crescents(look, facts);
    facts.set(FactId::AnyCrescents, crescents);
    let chronicity = chronicity_with_activity(look, facts, lesions);
    facts.set(FactId::ChronicityWithActivity, chronicity);
}

/// Without a biopsy nothing is known of the histology, unless the case says that there is no kidney disease: then there
/// is none.
fn without_biopsy(look: &Look<'_>, facts: &mut Facts) {
    let absence = no_kidney_disease(look, facts);
    for fact in REPORTED {
        facts.set(fact, absent(fact, &absence));
    }
}

/// A fact of the histology where no biopsy was taken.
fn absent(fact: FactId, absence: &Finding) -> Finding {
    let none = absence.truth() == Truth::Yes;
    match fact.kind() {
        Kind::Flag if none => Finding::flag(false, absence.evidence.clone()),
        Kind::Classes if none => {
            Finding { value: Value::Classes(Vec::new()), evidence: absence.evidence.clone(), missing: Vec::new() }
        }
        _ if none => Finding::unknown(&[Datum::Biopsy]),
        _ => Finding::unknown(&absence.missing),
    }
}

/// What follows from the class components.
fn classes(facts: &mut Facts) {
    let class = facts.get(FactId::Class).clone();
    let Value::Classes(found) = &class.value else {
        for fact in [FactId::Proliferative, FactId::PureV, FactId::MixedV, FactId::ClassIOrII, FactId::ClassVI] {
            facts.set(fact, Finding::unknown(&class.missing));
        }
        return;
    };
    let has = |component| found.contains(&component);
    let proliferative = has(Class::III) || has(Class::IV);
    let minor = !found.is_empty() && found.iter().all(|class| matches!(class, Class::I | Class::II));
    for (fact, answer) in [
        (FactId::Proliferative, proliferative),
        (FactId::PureV, has(Class::V) && !proliferative),
        (FactId::MixedV, has(Class::V) && proliferative),
        (FactId::ClassIOrII, minor),
        (FactId::ClassVI, has(Class::VI)),
    ] {
        facts.set(fact, Finding::flag(answer, class.evidence.clone()));
    }
}

/// Active lesions of class III or IV: the letters of the 2003 edition, else the activity index (0 is none). A supposed
/// index is heard before the letters, which spoke of the true one.
pub(super) fn active_lesions(look: &Look<'_>, facts: &Facts) -> Finding {
    let index = facts.get(FactId::ActivityIndex);
    let sample = look.biopsy().map(|(place, biopsy)| Sample { biopsy, place });
    if let Some((sample, letters)) = sample.filter(|_| !index.is_supposed()).and_then(Sample::letters) {
        return Finding::flag(letters != Lesions::C, sample.evidence(Datum::Lesions, letters));
    }
    match threshold(facts, FactId::ActivityIndex, |index| index > Decimal::ZERO) {
        known @ Finding { value: Value::Flag(_), .. } => known,
        _ => Finding::unknown(&[Datum::Lesions, Datum::ActivityIndex]),
    }
}

/// Class III or IV with chronic lesions only, (C) in the 2003 edition: no kidney immunosuppression in KDIGO 2024
/// (guidelines.md C). A class V component is not chronic.
fn chronic_only(facts: &Facts, active_lesions: &Finding) -> Finding {
    let proliferative = facts.get(FactId::Proliferative);
    match (proliferative.truth(), facts.get(FactId::MixedV).truth()) {
        (Truth::Yes, Truth::No) => Finding::of(&!active_lesions.truth(), active_lesions.evidence.clone()),
        (Truth::Unknown(_), _) => Finding::unknown(&proliferative.missing),
        (Truth::Yes, Truth::Unknown(_)) => Finding::unknown(&facts.get(FactId::MixedV).missing),
        _ => Finding::flag(false, proliferative.evidence.clone()),
    }
}

fn any_crescents(look: &Look<'_>, facts: &Facts) -> Finding {
    if look.biopsy().is_none() && !facts.get(FactId::Crescents).is_supposed() {
        return absent(FactId::AnyCrescents, &no_kidney_disease(look, facts));
    }
    threshold(facts, FactId::Crescents, |share| share > Decimal::ZERO)
}

/// Chronicity index above 3 in the presence of activity (EULAR 2025 Table 2; guidelines.md B.1).
fn chronicity_with_activity(look: &Look<'_>, facts: &Facts, active_lesions: Finding) -> Finding {
    let supposed = |fact| facts.get(fact).is_supposed();
    if look.biopsy().is_none() && !supposed(FactId::ActivityIndex) && !supposed(FactId::ChronicityIndex) {
        return absent(FactId::ChronicityWithActivity, &no_kidney_disease(look, facts));
    }
    let high = threshold(facts, FactId::ChronicityIndex, |index| index > Decimal::from(3));
    let truth = Truth::all([high.truth(), active_lesions.truth()]);
    Finding::of(&truth, [active_lesions.evidence, high.evidence].concat())
}

/// The newest biopsy and its place in the file.
struct Sample<'a> {
    biopsy: &'a Biopsy,
    place: usize,
}

impl Sample<'_> {
    fn evidence(&self, what: Datum, written: impl Display) -> Vec<Evidence> {
        dated(what, &written, self.biopsy.date, SERIES, self.place)
    }

    fn letters(self) -> Option<(Self, Lesions)> {
        let letters = *self.biopsy.lesions.known()?;
        Some((self, letters))
    }

    fn report(&self, facts: &mut Facts) {
        let written: Vec<&str> = self.biopsy.class.iter().map(|class| class.code()).collect();
        let evidence = self.evidence(Datum::Class, written.join(" + "));
        let value = Value::Classes(self.biopsy.class.clone());
        facts.set(FactId::Class, Finding { value, evidence, missing: Vec::new() });
        self.indices(facts);
        self.lesions(facts);
    }

    fn indices(&self, facts: &mut Facts) {
        let biopsy = self.biopsy;
        for (fact, index, what) in [
            (FactId::ActivityIndex, biopsy.activity.known().map(|index| index.0), Datum::ActivityIndex),
            (FactId::ChronicityIndex, biopsy.chronicity.known().map(|index| index.0), Datum::ChronicityIndex),
        ] {
            let finding = index.map_or_else(
                || Finding::unknown(&[what]),
                |index| Finding::number(Amount::new(index.into(), ""), self.evidence(what, index)),
            );
            facts.set(fact, finding);
        }
        let crescents = biopsy.crescents.known().map_or_else(
            || Finding::unknown(&[Datum::Crescents]),
            |share| Finding::number(Amount::new(share.value(), "%"), self.evidence(Datum::Crescents, share)),
        );
        facts.set(FactId::Crescents, crescents);
    }

    fn lesions(&self, facts: &mut Facts) {
        let biopsy = self.biopsy;
        facts.set(FactId::Necrosis, self.yes_no(biopsy.necrosis, Datum::Necrosis));
        facts.set(FactId::PodocyteEffacement, self.yes_no(biopsy.podocyte_effacement, Datum::PodocyteEffacement));
        facts.set(FactId::Tma, self.yes_no(biopsy.tma, Datum::Tma));
        let severe = |extent: &Extent| *extent == Extent::Severe;
        let inflammation = self.asked(&biopsy.interstitial_inflammation, Datum::InterstitialInflammation, severe);
        facts.set(FactId::SevereInterstitialInflammation, inflammation);
        let fibrosis = self.substantial_fibrosis(facts);
        facts.set(FactId::SubstantialFibrosis, fibrosis);
    }

    /// "Substantial fibrosis" (EULAR 2025 R4 text) and "significant chronicity" (ACR 2024 text): neither prints a
    /// number. Here moderate or severe interstitial fibrosis and tubular atrophy, as reported; where that is not
    /// reported, a chronicity index of 0 or 1 leaves no room for it.
    fn substantial_fibrosis(&self, facts: &Facts) -> Finding {
        let substantial = |extent: &Extent| matches!(extent, Extent::Moderate | Extent::Severe);
        let reported = self.asked(&self.biopsy.fibrosis, Datum::Fibrosis, substantial);
        let low = threshold(facts, FactId::ChronicityIndex, |index| index <= Decimal::ONE);
        match (reported.truth(), low.truth()) {
            (Truth::Unknown(_), Truth::Yes) => Finding::flag(false, low.evidence),
            _ => reported,
        }
    }

    fn yes_no(&self, field: Field<YesNo>, what: Datum) -> Finding {
        self.asked(&field, what, |answer| *answer == YesNo::Yes)
    }

    fn asked<T: Display>(&self, field: &Field<T>, what: Datum, question: impl Fn(&T) -> bool) -> Finding {
        field.known().map_or_else(
            || Finding::unknown(&[what]),
            |value| Finding::flag(question(value), self.evidence(what, value)),
        )
    }
}
