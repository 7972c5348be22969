use rust_decimal::Decimal;

use super::flare::last_two;
use super::sledas_visit::yes;
use super::visits::newest_visit;
use super::{
    Answer, Checked, EpicesScore, HcqBand, IMMUNOSUPPRESSANTS, Need, Sdi, Sledai, Source, TypeFacts, Verdict,
    daily_steroid, hcq_level_series,
};
use crate::domain::{
    ActivityVisit, Adherence, Case, Comorbidity, Contraception, Day, Drug, Field, StopReason, Tobacco, YesNo,
};

/// The pilot definition of severe refractory lupus: a candidate, not a consensus; there is none.
pub const SR_SLE: Source =
    Source { name: "srSLE (APLC, pilot)", reference: "APLC; 3,744 patients", checked: Checked::Primary };

/// What favours activity that resists (activity.md 12).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Factor {
    /// Tobacco.
    Tobacco,
    /// Ultraviolet light.
    Ultraviolet,
    /// Hormones.
    Hormones,
    /// Stress.
    Stress,
    /// Post-traumatic stress disorder.
    Ptsd,
    /// Antibodies against a biologic drug.
    AntiDrug,
    /// Adherence, with the level of hydroxychloroquine.
    Adherence,
}

impl Factor {
    /// Every factor.
    pub const ALL: [Self; 7] =
        [Self::Tobacco, Self::Ultraviolet, Self::Hormones, Self::Stress, Self::Ptsd, Self::AntiDrug, Self::Adherence];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Tobacco => "tobacco",
            Self::Ultraviolet => "ultraviolet",
            Self::Hormones => "hormones",
            Self::Stress => "stress",
            Self::Ptsd => "ptsd",
            Self::AntiDrug => "anti_drug",
            Self::Adherence => "adherence",
        }
    }

    /// Whether it is there; no verdict on the disease follows.
    pub fn on(self, case: &Case, today: Day) -> Verdict {
        let factors = &case.factors;
        let asked = |answer, need| Verdict::on(yes(answer), need, |yes| yes);
        match self {
            Self::Tobacco => {
                Verdict::on(case.person.tobacco.known(), Need::Tobacco, |tobacco| *tobacco == Tobacco::Current)
            }
            Self::Ultraviolet => asked(factors.uv_exposure, Need::UvExposure),
            Self::Hormones if case.pregnancy.contraception == Field::Known(Contraception::Oestrogen) => Verdict::Yes,
            Self::Hormones => asked(factors.hormones, Need::Hormones),
            Self::Stress => asked(factors.stress, Need::Stress),
            Self::Ptsd => asked(factors.ptsd, Need::Ptsd),
            Self::AntiDrug => anti_drug(case),
            Self::Adherence => adherence(case, today),
        }
    }
}

/// Why lupus can be difficult to manage without inflammation that persists (activity.md 12).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// Adherence.
    Adherence,
    /// Type 2 symptoms.
    Type2,
    /// Damage.
    Damage,
    /// Another condition.
    Comorbidity,
    /// Infection.
    Infection,
    /// Intolerance of treatment.
    Intolerance,
    /// Social difficulty.
    Social,
}

impl Reason {
    /// Every reason.
    pub const ALL: [Self; 7] = [
        Self::Adherence,
        Self::Type2,
        Self::Damage,
        Self::Comorbidity,
        Self::Infection,
        Self::Intolerance,
        Self::Social,
    ];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Adherence => "adherence",
            Self::Type2 => "type2",
            Self::Damage => "damage",
            Self::Comorbidity => "comorbidity",
            Self::Infection => "infection",
            Self::Intolerance => "intolerance",
            Self::Social => "social",
        }
    }

    /// Whether it is there.
    pub fn on(self, case: &Case, today: Day) -> Verdict {
        let conditions = case.background.comorbidities.known();
        let has = |met: &dyn Fn(&[Comorbidity]) -> bool| {
            Verdict::on(conditions, Need::Comorbidities, |conditions| met(conditions))
        };
        match self {
            Self::Adherence => adherence(case, today),
            Self::Type2 if conditions.is_some_and(|all| all.contains(&Comorbidity::Fibromyalgia)) => Verdict::Yes,
            Self::Type2 => type2(case, today),
            Self::Damage => damage(case, today),
            Self::Comorbidity => has(&|all| !all.is_empty()),
            Self::Infection => Verdict::of(stopped_for(case, StopReason::Infection))
                .or(has(&|all| all.contains(&Comorbidity::Infection))),
            Self::Intolerance => intolerance(case),
            Self::Social => match EpicesScore::of_person(&case.person) {
                Ok(score) => Verdict::of(score.is_precarious()),
                Err(needs) => Verdict::Unknown(needs),
            },
        }
    }
}

/// As the newest visit says by the two studies of activity.md 11: fibromyalgia 2011, or 1.0 and more by the physician. The
/// scales from 0 to 10 have no published limit and decide nothing.
fn type2(case: &Case, today: Day) -> Verdict {
    let Some(visit) = newest_visit(case, today) else { return Verdict::lacking(Need::Type2) };
    let rated = visit.type2.as_ref().and_then(|type2| type2.pga.known());
    let by_physician = Verdict::on(rated, Need::Type2, |pga| pga.value() >= Decimal::ONE);
    match TypeFacts::of(visit).fibromyalgia.or(by_physician) {
        Verdict::Unknown(_) => Verdict::lacking(Need::Type2),
        said => said,
    }
}

/// Antibodies found; not exposed to a biologic drug is no antibody against one.
fn anti_drug(case: &Case) -> Verdict {
    let found = case.factors.anti_drug.as_ref().map(|seen| seen.found).unwrap_or_default();
    // A drug without its name may be a biologic.
    let exposed = case.treatments.iter().any(|entry| is_biologic(entry.drug) || entry.drug == Drug::Other);
    match yes(found) {
        Some(found) => Verdict::of(found),
        None if !exposed && !case.treatments.is_empty() => Verdict::No,
        None => Verdict::lacking(Need::AntiDrug),
    }
}

/// As told, or as the level of hydroxychloroquine says: below 200 ng/mL marks non-adherence.
fn adherence(case: &Case, today: Day) -> Verdict {
    let low = hcq_level_series(case)
        .newest_by(today)
        .is_some_and(|point| matches!(HcqBand::of(point.value), HcqBand::Undetectable | HcqBand::SevereNonAdherence));
    let told = Verdict::on(case.person.adherence.known(), Need::Adherence, |told| *told != Adherence::Good);
    if low { Verdict::Yes } else { told }
}

fn damage(case: &Case, today: Day) -> Verdict {
    match Sdi::on(case, today) {
        Ok(sdi) => Verdict::of(sdi.total() > 0),
        Err(needs) => Verdict::Unknown(needs),
    }
}

/// A treatment that ended for a reason nobody gave may have ended for this one.
fn intolerance(case: &Case) -> Verdict {
    let told = case.background.mycophenolate_intolerance == Field::Known(YesNo::Yes);
    let unexplained = case.treatments.iter().any(|entry| entry.to.is_some() && entry.stopped_for.is_none());
    match (told || stopped_for(case, StopReason::Intolerance), case.treatments.is_empty() || unexplained) {
        (true, _) => Verdict::Yes,
        (false, true) => Verdict::lacking(Need::Treatments),
        (false, false) => Verdict::No,
    }
}

fn stopped_for(case: &Case, reason: StopReason) -> bool {
    case.treatments.iter().any(|entry| entry.stopped_for == Some(reason))
}

const fn is_biologic(drug: Drug) -> bool {
    matches!(
        drug,
        Drug::Belimumab
            | Drug::Anifrolumab
            | Drug::Rituximab
            | Drug::Obinutuzumab
            | Drug::Eculizumab
            | Drug::Ravulizumab
            | Drug::Caplacizumab
    )
}

/// Conventional immunosuppressants: what "immunosuppressant" is taken to mean in the pilot definition.
fn is_immunosuppressant(drug: Drug) -> bool {
    IMMUNOSUPPRESSANTS.contains(&drug) && !is_biologic(drug)
}

/// A visit as the pilot definition looks at it.
#[derive(Debug, Clone, PartialEq)]
pub struct RefractoryVisit {
    /// Its day.
    pub date: Day,
    /// SLEDAI-2K 10 or more.
    pub active: Verdict,
    /// On a glucocorticoid.
    pub on_steroid: Verdict,
    /// On an immunosuppressant.
    pub on_immunosuppressant: Verdict,
}

impl RefractoryVisit {
    fn of(case: &Case, visit: &ActivityVisit) -> Self {
        let active = match Sledai::of(visit).map(|sledai| sledai.total()) {
            Ok(score) if score.points >= 10 => Verdict::Yes,
            Ok(score) if score.at_most() >= 10 => Verdict::lacking(Need::SledaiItems),
            Ok(_) => Verdict::No,
            Err(needs) => Verdict::Unknown(needs),
        };
        let on_steroid = match daily_steroid(case, visit.date) {
            Ok(dose) => Verdict::of(dose.milligrams > Decimal::ZERO),
            Err(needs) => Verdict::Unknown(needs),
        };
        let on = case.treatments.iter().any(|entry| is_immunosuppressant(entry.drug) && entry.is_on(visit.date));
        let on_immunosuppressant =
            if case.treatments.is_empty() { Verdict::lacking(Need::Treatments) } else { Verdict::of(on) };
        Self { date: visit.date, active, on_steroid, on_immunosuppressant }
    }

    /// All three.
    pub fn holds(&self) -> Verdict {
        Verdict::all([self.active.clone(), self.on_steroid.clone(), self.on_immunosuppressant.clone()])
    }
}

/// The last two visits by the pilot definition, the newest first: SLEDAI-2K 10 or more at both, despite a glucocorticoid
/// and an immunosuppressant.
///
/// # Errors
/// [`Need::TwoVisits`].
pub fn refractory(case: &Case, today: Day) -> Answer<[RefractoryVisit; 2]> {
    Ok(last_two(case, today)?.map(|visit| RefractoryVisit::of(case, visit)))
}
