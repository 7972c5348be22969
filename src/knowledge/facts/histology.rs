//! Facts from the newest biopsy, newest by its date.

use std::fmt::Display;

use rust_decimal::Decimal;

use super::absence::no_kidney_disease;
use super::look::{Look, dated};
use super::{Evidence, Facts, Finding, Value};
use crate::domain::{Biopsy, Class, Extent, Field, Lesions, YesNo};
use crate::knowledge::{Amount, Datum, FactId, Kind, Truth};

const SERIES: &str = "kidney.biopsies";

const FROM_BIOPSY: [FactId; 17] = [
    FactId::Class,
    FactId::Proliferative,
    FactId::PureV,
    FactId::MixedV,
    FactId::ClassIOrII,
    FactId::ClassVI,
    FactId::ChronicOnly,
    FactId::ActivityIndex,
    FactId::ChronicityIndex,
    FactId::Crescents,
    FactId::AnyCrescents,
    FactId::ChronicityWithActivity,
    FactId::Necrosis,
    FactId::SevereInterstitialInflammation,
    FactId::SubstantialFibrosis,
    FactId::PodocyteEffacement,
    FactId::Tma,
];

pub(super) fn find(look: &Look<'_>, facts: &mut Facts) {
    let Some((place, biopsy)) = look.biopsy() else {
        return without_biopsy(look, facts);
    };
    let sample = Sample { biopsy, place };
    sample.classes(facts);
    sample.indices(facts);
    sample.lesions(facts);
}

/// Without a biopsy nothing is known of the histology, unless the case says that there is no kidney disease: then there
/// is none.
fn without_biopsy(look: &Look<'_>, facts: &mut Facts) {
    let absence = no_kidney_disease(look);
    let none = absence.truth() == Truth::Yes;
    let evidence = || absence.evidence.clone();
    for fact in FROM_BIOPSY {
        let finding = match fact.kind() {
            Kind::Flag if none => Finding::flag(false, evidence()),
            Kind::Classes if none => {
                Finding { value: Value::Classes(Vec::new()), evidence: evidence(), missing: Vec::new() }
            }
            _ if none => Finding::unknown(&[Datum::Biopsy]),
            _ => Finding::unknown(&absence.missing),
        };
        facts.set(fact, finding);
    }
}

/// The newest biopsy and its place in the file.
pub(super) struct Sample<'a> {
    pub biopsy: &'a Biopsy,
    pub place: usize,
}

impl Sample<'_> {
    fn evidence(&self, what: Datum, written: impl Display) -> Vec<Evidence> {
        dated(what, &written, self.biopsy.date, SERIES, self.place)
    }

    fn has(&self, class: Class) -> bool {
        self.biopsy.class.contains(&class)
    }

    pub fn proliferative(&self) -> bool {
        self.has(Class::III) || self.has(Class::IV)
    }

    pub fn class_evidence(&self) -> Vec<Evidence> {
        let written: Vec<&str> = self.biopsy.class.iter().map(|class| class.code()).collect();
        self.evidence(Datum::Class, written.join(" + "))
    }

    fn classes(&self, facts: &mut Facts) {
        let evidence = self.class_evidence();
        let value = Value::Classes(self.biopsy.class.clone());
        facts.set(FactId::Class, Finding { value, evidence: evidence.clone(), missing: Vec::new() });
        let minor = self.biopsy.class.iter().all(|class| matches!(class, Class::I | Class::II));
        for (fact, answer) in [
            (FactId::Proliferative, self.proliferative()),
            (FactId::PureV, self.has(Class::V) && !self.proliferative()),
            (FactId::MixedV, self.has(Class::V) && self.proliferative()),
            (FactId::ClassIOrII, minor),
            (FactId::ClassVI, self.has(Class::VI)),
        ] {
            facts.set(fact, Finding::flag(answer, evidence.clone()));
        }
        facts.set(FactId::ChronicOnly, self.chronic_only());
    }

    /// Active lesions of class III or IV: the letters of the 2003 edition, else the activity index (0 is none).
    pub fn active_lesions(&self) -> (Truth, Vec<Evidence>) {
        match (&self.biopsy.lesions, &self.biopsy.activity) {
            (Field::Known(letters), _) => (Truth::of(*letters != Lesions::C), self.evidence(Datum::Lesions, letters)),
            (_, Field::Known(index)) => (Truth::of(index.0 > 0), self.evidence(Datum::ActivityIndex, index)),
            _ => (Truth::Unknown([Datum::Lesions, Datum::ActivityIndex].into()), Vec::new()),
        }
    }

    /// Class III or IV with chronic lesions only, (C) in the 2003 edition: no kidney immunosuppression in KDIGO 2024
    /// (guidelines.md C). A class V component is not chronic.
    fn chronic_only(&self) -> Finding {
        if !self.proliferative() || self.has(Class::V) {
            return Finding::flag(false, self.class_evidence());
        }
        let (active, evidence) = self.active_lesions();
        Finding::of(&!active, evidence)
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
        let crescents = biopsy.crescents.known().map(|share| {
            let evidence = self.evidence(Datum::Crescents, share);
            (
                Finding::number(Amount::new(share.value(), "%"), evidence.clone()),
                share.value() > Decimal::ZERO,
                evidence,
            )
        });
        let (share, any) = crescents.map_or_else(
            || (Finding::unknown(&[Datum::Crescents]), Finding::unknown(&[Datum::Crescents])),
            |(share, any, evidence)| (share, Finding::flag(any, evidence)),
        );
        facts.set(FactId::Crescents, share);
        facts.set(FactId::AnyCrescents, any);
        facts.set(FactId::ChronicityWithActivity, self.chronicity_with_activity());
    }

    /// Chronicity index above 3 in the presence of activity (EULAR 2025 Table 2; guidelines.md B.1).
    fn chronicity_with_activity(&self) -> Finding {
        let (active, mut evidence) = self.active_lesions();
        let high = self.biopsy.chronicity.known().map_or_else(
            || Truth::Unknown([Datum::ChronicityIndex].into()),
            |index| {
                evidence.extend(self.evidence(Datum::ChronicityIndex, index));
                Truth::of(index.0 > 3)
            },
        );
        Finding::of(&Truth::all([high, active]), evidence)
    }

    fn lesions(&self, facts: &mut Facts) {
        let biopsy = self.biopsy;
        facts.set(FactId::Necrosis, self.yes_no(biopsy.necrosis, Datum::Necrosis));
        facts.set(FactId::PodocyteEffacement, self.yes_no(biopsy.podocyte_effacement, Datum::PodocyteEffacement));
        facts.set(FactId::Tma, self.yes_no(biopsy.tma, Datum::Tma));
        let severe = |extent: &Extent| *extent == Extent::Severe;
        let inflammation = self.asked(&biopsy.interstitial_inflammation, Datum::InterstitialInflammation, severe);
        facts.set(FactId::SevereInterstitialInflammation, inflammation);
        facts.set(FactId::SubstantialFibrosis, self.substantial_fibrosis());
    }

    /// "Substantial fibrosis" (EULAR 2025 R4 text) and "significant chronicity" (ACR 2024 text): neither prints a
    /// number. Here moderate or severe interstitial fibrosis and tubular atrophy, as reported; where that is not
    /// reported, a chronicity index of 0 or 1 leaves no room for it.
    fn substantial_fibrosis(&self) -> Finding {
        let substantial = |extent: &Extent| matches!(extent, Extent::Moderate | Extent::Severe);
        let reported = self.asked(&self.biopsy.fibrosis, Datum::Fibrosis, substantial);
        match (reported.truth(), &self.biopsy.chronicity) {
            (Truth::Unknown(_), Field::Known(index)) if index.0 <= 1 => {
                Finding::flag(false, self.evidence(Datum::ChronicityIndex, index))
            }
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
