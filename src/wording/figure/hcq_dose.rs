use rust_decimal::Decimal;

use super::At;
use super::origin::Origin;
use super::phrase::{Phrase, Row};
use crate::clinic::{
    self, Egfr, HCQ_DOSE, HCQ_DOSE_AAO, HCQ_EULAR_ERA, HCQ_KDIGO, HCQ_PREGNANCY, HcqDose, HcqPlan, HcqStatus, Point,
};
use crate::domain::{Drug, PregnancyStatus, Weight};

fn milligrams(at: &At, amount: Decimal) -> String {
    format!("{}\u{a0}{}", at.lang.number(amount, 1), at.words.unit.mg_per_day)
}

fn per_kilo(at: &At, amount: Decimal) -> String {
    format!("{}\u{a0}{}", at.lang.number(amount, 2), at.words.unit.mg_per_kg_per_day)
}

fn filtration(at: &At) -> Option<Point<Egfr>> {
    clinic::egfr_series(at.case).ok()?.newest_by(at.today)
}

fn plan(at: &At) -> Option<HcqPlan> {
    Some(HcqPlan::of(*at.case.patient.weight.known()?, filtration(at)?.value.value))
}

pub(super) fn told(at: &At) -> Vec<Row> {
    let words = &at.words.basics;
    let dose = match clinic::hcq_on(at.case, at.today) {
        Ok(Some(dose)) => dose,
        Ok(None) => return vec![Phrase::of(at.words.app.none).row()],
        Err(needs) => return vec![at.lacking(&needs).row()],
    };
    let mut rows = vec![against_ceiling(at, dose).row()];
    if let Some(cut) = plan(at).and_then(|plan| plan.cut) {
        let both = (words.kidney_cut)(&milligrams(at, cut.kdigo_2024), &milligrams(at, cut.eular_era_2019));
        rows.push(Phrase::default().judged(&both, dose.daily <= cut.eular_era_2019).row());
    }
    if at.case.pregnancy.status.known() == Some(&PregnancyStatus::Pregnant) {
        rows.push(Phrase::of(words.hcq_pregnancy).row());
    }
    rows
}

fn against_ceiling(at: &At, dose: HcqDose) -> Phrase {
    let status = (at.words.codes.hcq_status)(dose.status.code());
    Phrase::of(&milligrams(at, dose.daily))
        .quiet("=")
        .strong(&per_kilo(at, dose.per_kilo))
        .quiet(at.words.basics.real_weight)
        .judged(status, dose.status == HcqStatus::Within)
        .dot()
        .say(&(at.words.basics.ceiling)(&milligrams(at, dose.ceiling)))
        .quiet(&format!("({})", HCQ_DOSE.name))
}

pub(super) fn origin(at: &At) -> Origin {
    let words = &at.words.basics;
    let mut origin = Origin::default();
    let given = at.case.treatments.iter().filter(|entry| entry.drug == Drug::Hydroxychloroquine);
    for entry in given.filter(|entry| entry.is_on(at.today)) {
        origin = origin.input(words.dose, at.field(&entry.dose, |dose| at.lang.dose(dose)), Some(entry.from));
    }
    let weight = at.field(&at.case.patient.weight, |weight| at.lang.quantity(weight));
    origin = origin.input(at.words.unit.weight, weight, None);
    if let Some(egfr) = filtration(at) {
        let value = format!("{} {}", at.lang.real(egfr.value.value, 1), at.words.unit.egfr_unit);
        let value = Phrase::of(&value).quiet(egfr.value.equation.name());
        origin = origin.input(at.words.unit.egfr, value, Some(egfr.date));
    }
    if let Err(needs) = clinic::hcq_on(at.case, at.today) {
        origin.lacks.push(crate::wording::needs(at.words, &needs));
    }
    origin = origin.rule(words.hcq_rule);
    if let Some((weight, plan)) = at.case.patient.weight.known().zip(plan(at)) {
        origin = tablets(at, origin, *weight, &plan);
    }
    origin
        .rule(words.kidney_rule)
        .rule(words.hcq_pregnancy)
        .note(words.hcq_flare)
        .note(words.hcq_low)
        .source(HCQ_DOSE)
        .source(HCQ_DOSE_AAO)
        .source(HCQ_KDIGO)
        .source(HCQ_EULAR_ERA)
        .source(HCQ_PREGNANCY)
}

fn tablets(at: &At, origin: Origin, weight: Weight, plan: &HcqPlan) -> Origin {
    let Some((tablets, mean)) = plan.weekly_tablets.zip(plan.mean_daily()) else { return origin };
    let of_weight = mean.checked_div(weight.value()).unwrap_or_default();
    let sentence = (at.words.basics.tablets)(tablets, &milligrams(at, mean), &per_kilo(at, of_weight));
    origin.rule(&sentence)
}
