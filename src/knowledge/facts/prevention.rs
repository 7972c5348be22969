//! Facts about what is on record before a drug is given, and about infections and fractures to be prevented.

use super::dosing::on_record;
use super::look::{Look, apl, asked, dated, yes_no};
use super::lupus::comorbidity;
use super::{Facts, Finding};
use crate::clinic::{Vaccine, VaccineStatus, is_of_an_earlier_season, vaccine_status};
use crate::domain::{AplProfile, Comorbidity, Field, LastDose, Metaboliser, YesNo};
use crate::knowledge::{Datum, FactId, Truth};

pub(super) fn find(look: &Look<'_>, facts: &mut Facts) {
    background(look, facts);
    facts.set(FactId::SulfaAllergy, comorbidity(look, Comorbidity::SulfaAllergy));
    facts.set(FactId::MacularDisease, comorbidity(look, Comorbidity::MacularDisease));
    let prevention = &look.case.prevention;
    facts.set(FactId::PjpOnRecord, on_record(&prevention.pjp_prophylaxis, Datum::Pjp));
    facts.set(FactId::FractureRiskOnRecord, on_record(&prevention.fracture_risk, Datum::FractureRisk));
    let vaccines = &prevention.vaccines;
    facts.set(FactId::LiveVaccinePlanned, yes_no(vaccines.live_planned, Datum::LiveVaccine));
    let due = asked(&vaccines.influenza, Datum::Influenza, |dose| is_of_an_earlier_season(*dose, look.today));
    facts.set(FactId::InfluenzaVaccineDue, due);
    for (fact, dose, what) in [
        (FactId::ZosterVaccineMissing, &vaccines.zoster, Datum::Zoster),
        (FactId::HpvVaccineMissing, &vaccines.hpv, Datum::Hpv),
    ] {
        facts.set(fact, asked(dose, what, |dose| *dose == LastDose::Never));
    }
    facts.set(FactId::PneumococcusVaccineMissing, pneumococcus(look));
}

/// Due as the clinic tells it: an older vaccine is followed by a newer one.
fn pneumococcus(look: &Look<'_>) -> Finding {
    let given = asked(&look.case.prevention.vaccines.pneumococcus, Datum::Pneumococcus, |_| true);
    match vaccine_status(look.case, Vaccine::Pneumococcus, look.today) {
        VaccineStatus::Due(_) => Finding::flag(true, given.evidence),
        VaccineStatus::Unknown(_) if look.case.patient.age_on(look.today).is_none() => Finding::unknown(&[Datum::Born]),
        VaccineStatus::Unknown(_) => Finding { evidence: given.evidence, ..Finding::unknown(&[Datum::Pneumococcus]) },
        _ => Finding::flag(false, given.evidence),
    }
}

fn background(look: &Look<'_>, facts: &mut Facts) {
    let background = &look.case.background;
    let contraindicated = match background.hydroxychloroquine_contraindicated {
        Field::Known(YesNo::Yes) => {
            yes_no(background.hydroxychloroquine_contraindicated, Datum::HydroxychloroquineContraindicated)
        }
        _ => Finding::flag(false, Vec::new()),
    };
    facts.set(FactId::HcqContraindicationOnRecord, contraindicated);
    let (tpmt, nudt15) = (on_record(&background.tpmt, Datum::Tpmt), on_record(&background.nudt15, Datum::Nudt15));
    facts.set(FactId::ThiopurineOnRecord, either(&tpmt, &nudt15));
    let is_poor = |field, what| asked(field, what, |found| *found == Metaboliser::Poor);
    let (tpmt, nudt15) = (is_poor(&background.tpmt, Datum::Tpmt), is_poor(&background.nudt15, Datum::Nudt15));
    facts.set(FactId::ThiopurinePoor, either(&tpmt, &nudt15));
    facts.set(FactId::HepatitisBOnRecord, on_record(&background.hbv, Datum::HepatitisB));
    let igg = look.newest(look.today, |lab| lab.igg.known().copied());
    let igg = igg.map(|newest| dated(Datum::Igg, &newest.value, newest.date, "labs", newest.place));
    facts.set(FactId::IggOnRecord, Finding::flag(igg.is_some(), igg.unwrap_or_default()));
    facts.set(FactId::AplTriplePositive, triple_positive(look));
}

fn either(one: &Finding, other: &Finding) -> Finding {
    let truth = Truth::any([one.truth(), other.truth()]);
    Finding::of(&truth, [one.evidence.clone(), other.evidence.clone()].concat())
}

/// A profile that is said to be of high risk, and no more, may be triple positive.
fn triple_positive(look: &Look<'_>) -> Finding {
    let stated = look.case.background.apl.known() == Some(&AplProfile::HighRisk);
    match apl(look, |profile| *profile == AplProfile::TriplePositive) {
        finding if stated => Finding { evidence: finding.evidence, ..Finding::unknown(&[Datum::Apl]) },
        finding => finding,
    }
}
