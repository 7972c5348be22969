//! Facts about pregnancy, contraception and fertility.

use rust_decimal::Decimal;

use super::course::treatment_evidence;
use super::look::{Look, asked, undated};
use super::{Facts, Finding};
use crate::domain::{Contraception, Drug, Field, PregnancyStatus, Treatment};
use crate::knowledge::{Amount, Datum, DrugClass, FactId, Truth};

pub(super) fn find(look: &Look<'_>, facts: &mut Facts) {
    for (fact, wanted) in
        [(FactId::Postpartum, PregnancyStatus::Postpartum), (FactId::Breastfeeding, PregnancyStatus::Breastfeeding)]
    {
        facts.set(fact, status_is(look, facts, wanted));
    }
    facts.set(FactId::MayConceive, may_conceive(look, facts));
    for (fact, wanted) in
        [(FactId::NoContraception, Contraception::None), (FactId::OestrogenContraception, Contraception::Oestrogen)]
    {
        let in_use = &look.case.pregnancy.contraception;
        let pregnant = facts.get(FactId::Pregnant);
        // Nobody asks her for a method unless the file names one.
        let finding = match pregnant.truth() {
            Truth::Yes if in_use.known().is_none() => Finding::flag(false, pregnant.evidence.clone()),
            _ => asked(in_use, Datum::Contraception, |method| *method == wanted),
        };
        facts.set(fact, finding);
    }
    let months = months_off_by_supposition(facts).unwrap_or_else(|| months_off_teratogen(look));
    facts.set(FactId::MonthsOffTeratogen, months);
    facts.set(FactId::QuietMonths, quiet_months(facts));
}

fn status_is(look: &Look<'_>, facts: &Facts, wanted: PregnancyStatus) -> Finding {
    let male = facts.get(FactId::Male);
    match (&look.case.pregnancy.status, male.truth()) {
        (_, Truth::Yes) => Finding::flag(false, male.evidence.clone()),
        (status, _) => asked(status, Datum::PregnancyStatus, |status| *status == wanted),
    }
}

/// Whom contraception and the protection of the ovaries concern. No guideline prints an age: before puberty and after the
/// menopause the case says `status: not_applicable`, and whoever is sterilised needs no contraception [interpretation].
fn may_conceive(look: &Look<'_>, facts: &Facts) -> Finding {
    let pregnancy = &look.case.pregnancy;
    let (male, pregnant) = (facts.get(FactId::Male), facts.get(FactId::Pregnant));
    if pregnant.is_supposed() && pregnant.truth() == Truth::Yes {
        return Finding::flag(true, pregnant.evidence.clone());
    }
    match (male.truth(), &pregnancy.contraception) {
        (Truth::Yes, _) => Finding::flag(false, male.evidence.clone()),
        (Truth::Unknown(_), _) => Finding::unknown(&male.missing),
        (_, Field::Known(method @ (Contraception::Sterilisation | Contraception::NotApplicable))) => {
            Finding::flag(false, undated(Datum::Contraception, method))
        }
        _ => asked(&pregnancy.status, Datum::PregnancyStatus, |status| *status != PregnancyStatus::NotApplicable),
    }
}

/// Whole months of inactive nephritis (EULAR 2025 R12: at least 6; KDIGO 2024: at least 6; guidelines.md L): 0 while it is
/// active, else counted from the complete response. None prints from when; a partial response alone does not say that the
/// nephritis is inactive [interpretation].
fn quiet_months(facts: &Facts) -> Finding {
    let active = facts.get(FactId::ActiveNephritis);
    match active.truth() {
        Truth::Yes => Finding::number(Amount::new(Decimal::ZERO, "months"), active.evidence.clone()),
        Truth::No => facts.get(FactId::MonthsSinceCompleteResponse).clone(),
        Truth::Unknown(_) => Finding::unknown(&active.missing),
    }
}

/// Whole months since the last of mycophenolate, cyclophosphamide (guidelines.md L) or methotrexate (damage.md H) ended; 0
/// while one is taken. RAAS blockers are not counted: they are replaced, not waited for. A list of treatments is complete:
/// where it has none of these, they were not taken at least since its first entry.
fn months_off_teratogen(look: &Look<'_>) -> Finding {
    let treatments = look.case.treatments.iter().enumerate().filter(|(_, treatment)| treatment.from <= look.today);
    let months_since = |day: Option<crate::domain::Day>, (place, treatment): (usize, &Treatment)| {
        let months = day.map_or(0, |day| look.today.months_since(day));
        Finding::number(Amount::new(months.into(), "months"), treatment_evidence(place, treatment))
    };
    let counted = treatments.clone().filter(|(_, treatment)| harms(treatment.drug));
    // The one that ended last; one that has not ended comes after all others.
    let last = counted.max_by_key(|(_, treatment)| (treatment.is_on(look.today), treatment.to));
    match (last, treatments.min_by_key(|(_, treatment)| treatment.from)) {
        (Some(entry), _) if entry.1.is_on(look.today) => months_since(None, entry),
        (Some(entry), _) => months_since(entry.1.to, entry),
        (None, Some(first)) => months_since(Some(first.1.from), first),
        (None, None) => Finding::unknown(&[Datum::Treatments]),
    }
}

/// Where it is supposed that one of these is taken, there are no months without it yet.
fn months_off_by_supposition(facts: &Facts) -> Option<Finding> {
    let named = [FactId::OnMycophenolate, FactId::OnCyclophosphamide].map(|fact| facts.get(fact));
    let unknown = named.iter().find(|finding| finding.is_supposed() && finding.truth().is_unknown());
    let taken = named.iter().find(|finding| finding.is_supposed() && finding.truth() == Truth::Yes);
    let none = |finding: &&Finding| Finding::number(Amount::new(Decimal::ZERO, "months"), finding.evidence.clone());
    taken.map(none).or_else(|| unknown.map(|finding| Finding::unknown(&finding.missing)))
}

fn harms(drug: Drug) -> bool {
    DrugClass::Mycophenolates.has(drug) || matches!(drug, Drug::Cyclophosphamide | Drug::Methotrexate)
}
