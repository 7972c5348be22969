use rust_decimal::Decimal;

use super::{
    Checked, EyeBody, HcqStatus, Need, Retina, Source, Vaccine, VaccineStatus, Verdict, daily_steroid, hcq_on, vaccines,
};
use crate::domain::{Case, Day, Field, Lab, SledaiItem};

/// Eleven indicators by topic.
pub const MOSCA_2011: Source = Source {
    name: "Mosca 2011",
    reference: "doi 10.1016/j.autrev.2010.12.008, PMC4442674, PMC3308354",
    checked: Checked::Primary,
};
/// Twenty indicators, some of which were read.
pub const YAZDANY_2009: Source =
    Source { name: "Yazdany 2009", reference: "doi 10.1002/art.24356", checked: Checked::Primary };
/// Eighteen indicators, whose wording could not be read: two outcomes are visible.
pub const CHAVATZA_2021: Source =
    Source { name: "Chavatza 2021", reference: "doi 10.1136/annrheumdis-2021-220438", checked: Checked::Primary };

/// An indicator that can be asked of a case, as far as its topic was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QualityIndicator {
    /// Mosca 1: a validated activity index at each visit.
    ActivityEachVisit,
    /// Mosca 2: the damage index every year.
    DamageEveryYear,
    /// Mosca 3: quality of life at each visit.
    QualityOfLife,
    /// Mosca 4: drug toxicity at each visit.
    DrugToxicity,
    /// Mosca 5: comorbidities at each visit.
    ComorbiditiesRecorded,
    /// Mosca: eye check.
    EyeCheck,
    /// Mosca: laboratory at least every six months.
    LabsSixMonths,
    /// Mosca: chronic viral infection.
    ViralInfection,
    /// Mosca: vaccination.
    Vaccination,
    /// Mosca: antibodies at the baseline.
    BaselineAntibodies,
    /// Yazdany: anti-dsDNA, complement and antiphospholipids within six months of the diagnosis.
    SerologyAtDiagnosis,
    /// Yazdany: with kidney disease in the past two years, blood and urine every three months.
    KidneyLabsThreeMonths,
    /// Chavatza: the dose of hydroxychloroquine.
    HcqDose,
    /// Chavatza: prednisone below 7.5 mg a day.
    PrednisoneBelow7,
}

impl QualityIndicator {
    /// Every indicator, in the order of the sets.
    pub const ALL: [Self; 14] = [
        Self::ActivityEachVisit,
        Self::DamageEveryYear,
        Self::QualityOfLife,
        Self::DrugToxicity,
        Self::ComorbiditiesRecorded,
        Self::EyeCheck,
        Self::LabsSixMonths,
        Self::ViralInfection,
        Self::Vaccination,
        Self::BaselineAntibodies,
        Self::SerologyAtDiagnosis,
        Self::KidneyLabsThreeMonths,
        Self::HcqDose,
        Self::PrednisoneBelow7,
    ];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::ActivityEachVisit => "activity_each_visit",
            Self::DamageEveryYear => "damage_every_year",
            Self::QualityOfLife => "quality_of_life",
            Self::DrugToxicity => "drug_toxicity",
            Self::ComorbiditiesRecorded => "comorbidities_recorded",
            Self::EyeCheck => "eye_check",
            Self::LabsSixMonths => "labs_six_months",
            Self::ViralInfection => "viral_infection",
            Self::Vaccination => "vaccination",
            Self::BaselineAntibodies => "baseline_antibodies",
            Self::SerologyAtDiagnosis => "serology_at_diagnosis",
            Self::KidneyLabsThreeMonths => "kidney_labs_three_months",
            Self::HcqDose => "hcq_dose",
            Self::PrednisoneBelow7 => "prednisone_below_7_5",
        }
    }

    /// The set it is of.
    pub const fn source(self) -> Source {
        match self {
            Self::SerologyAtDiagnosis | Self::KidneyLabsThreeMonths => YAZDANY_2009,
            Self::HcqDose | Self::PrednisoneBelow7 => CHAVATZA_2021,
            _ => MOSCA_2011,
        }
    }

    /// Whether this case meets it; No is a gap. `None` where it is not for this patient.
    pub fn of(self, case: &Case, day: Day) -> Option<Verdict> {
        Some(match self {
            Self::ActivityEachVisit => activity(case, day),
            Self::DamageEveryYear => damage(case, day),
            Self::QualityOfLife => Verdict::lacking(Need::QualityOfLife),
            Self::DrugToxicity => Verdict::lacking(Need::DrugToxicity),
            Self::ComorbiditiesRecorded => on_record(&case.background.comorbidities, Need::Comorbidities),
            Self::EyeCheck => eye(case, day)?,
            Self::LabsSixMonths => labs(case, day, 6, &SIX_MONTHLY),
            Self::ViralInfection => viruses(case),
            Self::Vaccination => vaccination(case, day),
            Self::BaselineAntibodies => antibodies(case),
            Self::SerologyAtDiagnosis => serology(case),
            Self::KidneyLabsThreeMonths => kidney(case, day)?,
            Self::HcqDose => match hcq_on(case, day) {
                Ok(dose) => Verdict::of(dose?.status == HcqStatus::Within),
                Err(needs) => Verdict::Unknown(needs),
            },
            Self::PrednisoneBelow7 => match daily_steroid(case, day) {
                Ok(dose) => Verdict::of(dose.milligrams < Decimal::new(75, 1)),
                Err(needs) => Verdict::Unknown(needs),
            },
        })
    }
}

/// What is on record; asked and not known is a gap in the record that the file owns up to: it cannot be said.
fn on_record<T>(field: &Field<T>, need: Need) -> Verdict {
    Verdict::on(field.known(), need, |_| true)
}

/// Every visit of the last twelve months has its SLEDAI-2K.
fn activity(case: &Case, day: Day) -> Verdict {
    let visits = case.activity.iter().filter(|visit| visit.date <= day && day.months_since(visit.date) < 12);
    let visits: Vec<_> = visits.collect();
    if visits.is_empty() {
        return Verdict::lacking(Need::Visits);
    }
    Verdict::of(visits.iter().all(|visit| visit.sledai.known().is_some()))
}

fn damage(case: &Case, day: Day) -> Verdict {
    let reviewed = case.damage.reviewed.known().filter(|reviewed| **reviewed <= day);
    Verdict::on(reviewed, Need::DamageReview, |reviewed| day.months_since(*reviewed) < 12)
}

/// The next examination of the French schedule is not behind.
fn eye(case: &Case, day: Day) -> Option<Verdict> {
    Some(match Retina::on(case, day) {
        Err(needs) => Verdict::Unknown(needs),
        Ok(None) => return None,
        Ok(Some(retina)) if retina.last_exam.is_none() => Verdict::lacking(Need::EyeExam),
        Ok(Some(retina)) => Verdict::on(retina.of(EyeBody::France2017), Need::EyeExam, |schedule| schedule.next > day),
    })
}

/// A value of a laboratory day that is asked for, and what lacks without it.
type Wanted = (fn(&Lab) -> bool, Need);

/// Blood count, creatinine, proteinuria.
const THREE_MONTHLY: [Wanted; 5] = [
    (|lab| lab.haemoglobin.known().is_some(), Need::Haemoglobin),
    (|lab| lab.platelets.known().is_some(), Need::Platelets),
    (|lab| lab.white_cells.known().is_some(), Need::WhiteCells),
    (|lab| lab.creatinine.known().is_some(), Need::Creatinine),
    (|lab| lab.upcr.known().is_some() || lab.protein_24h.known().is_some(), Need::Proteinuria),
];

/// The same, albumin, C3 and C4; the file has no field for the sedimentation rate.
const SIX_MONTHLY: [Wanted; 8] = [
    THREE_MONTHLY[0],
    THREE_MONTHLY[1],
    THREE_MONTHLY[2],
    THREE_MONTHLY[3],
    THREE_MONTHLY[4],
    (|lab| lab.albumin.known().is_some(), Need::Albumin),
    (|lab| lab.c3.known().is_some(), Need::C3),
    (|lab| lab.c4.known().is_some(), Need::C4),
];

/// Each was measured within so many months. One that never was on record is not one that was never done.
fn labs(case: &Case, day: Day, months: i64, wanted: &[Wanted]) -> Verdict {
    Verdict::all(wanted.iter().map(|(has, need)| {
        let days = case.labs.iter().filter(|lab| lab.date <= day && has(lab)).map(|lab| lab.date);
        Verdict::on(days.max(), *need, |newest| day.months_since(newest) < months)
    }))
}

fn viruses(case: &Case) -> Verdict {
    let background = &case.background;
    Verdict::all([
        on_record(&background.hbv, Need::HepatitisB),
        on_record(&background.hcv, Need::HepatitisC),
        on_record(&background.hiv, Need::Hiv),
    ])
}

/// No vaccine is due; one of which nothing is known leaves it open.
fn vaccination(case: &Case, day: Day) -> Verdict {
    let asked = vaccines(case, day).into_iter().filter(|(vaccine, _)| *vaccine != Vaccine::HepatitisB);
    Verdict::all(asked.map(|(_, status)| match status {
        VaccineStatus::Due(_) => Verdict::No,
        VaccineStatus::Unknown(needs) => Verdict::Unknown(needs),
        _ => Verdict::Yes,
    }))
}

/// Anti-dsDNA, anti-SSA and antiphospholipids are in the file; ANA, anti-RNP and anti-Sm have no field.
fn antibodies(case: &Case) -> Verdict {
    let dsdna = case.labs.iter().any(|lab| lab.anti_dsdna.known().is_some());
    Verdict::all([
        Verdict::on(dsdna.then_some(()), Need::AntiDsDna, |()| true),
        on_record(&case.background.anti_ssa, Need::AntiSsa),
        on_record(&case.background.apl, Need::AplTests),
        Verdict::lacking(Need::OtherAntibodies),
    ])
}

/// Within six months of the diagnosis; a file that begins later says nothing.
fn serology(case: &Case) -> Verdict {
    let Some(diagnosed) = case.lupus.diagnosed.known() else { return Verdict::lacking(Need::LupusDiagnosis) };
    let early = |date: Day| (-1..6).contains(&date.months_since(diagnosed.day()));
    let measured = |has: fn(&Lab) -> bool| case.labs.iter().any(|lab| early(lab.date) && has(lab));
    let apl = case.background.apl_tests.iter().any(|test| early(test.date));
    let parts = [
        (measured(|lab| lab.anti_dsdna.known().is_some()), Need::AntiDsDna),
        (measured(|lab| lab.c3.known().is_some()), Need::C3),
        (apl, Need::AplTests),
    ];
    Verdict::all(parts.into_iter().map(|(done, need)| Verdict::on(done.then_some(()), need, |()| true)))
}

/// A biopsy in the past two years, of any class, is what the file has for "kidney disease".
fn kidney(case: &Case, day: Day) -> Option<Verdict> {
    let mut biopsies = case.kidney.biopsies.iter().filter(|biopsy| biopsy.date <= day);
    if !biopsies.any(|biopsy| day.months_since(biopsy.date) < 24) {
        return None;
    }
    let visits = case.activity.iter().filter(|visit| visit.date <= day && day.months_since(visit.date) < 3);
    let looked_at = visits.filter(|visit| visit.sledai.known().is_some()).any(|visit| {
        [SledaiItem::Haematuria, SledaiItem::Casts, SledaiItem::Pyuria]
            .iter()
            .all(|item| !visit.not_assessed.contains(item))
    });
    let urine = Verdict::on(looked_at.then_some(()), Need::UrineMicroscopy, |()| true);
    Some(labs(case, day, 3, &THREE_MONTHLY).and(urine))
}
