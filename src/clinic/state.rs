use rust_decimal::Decimal;

use super::{Answer, Checked, Need, Sledai, SledaiScore, Source, Verdict, daily_steroid};
use crate::domain::{ActivityVisit, Case, Pga, SledaiItem};

/// DORIS remission, 2021.
pub const DORIS_2021: Source =
    Source { name: "DORIS 2021", reference: "doi 10.1136/lupus-2021-000538", checked: Checked::Primary };
/// Lupus low disease activity state, 2016.
pub const LLDAS_2016: Source = Source {
    name: "LLDAS (Franklyn 2016)",
    reference: "doi 10.1136/annrheumdis-2015-207726",
    checked: Checked::Primary,
};

/// What the two target states are judged from.
#[derive(Debug, Clone)]
pub struct StateFacts {
    /// SLEDAI-2K of the visit.
    pub sledai: Answer<Sledai>,
    /// Physician global assessment.
    pub pga: Option<Pga>,
    /// mg of prednisone a day; pulses are not in it.
    pub prednisone: Answer<Decimal>,
    /// New activity since the previous assessment.
    pub new_activity: Option<bool>,
    /// Haemolysis, gut, lung or heart activity, which SLEDAI-2K does not see.
    pub beyond_sledai: Option<bool>,
    /// Standard maintenance treatment, at standard doses, well tolerated, nothing investigational.
    pub standard_treatment: Option<bool>,
}

impl StateFacts {
    /// The facts of a visit. What a case file does not hold (new activity, haemolysis, tolerance) stays unknown.
    pub fn of(case: &Case, visit: &ActivityVisit) -> Self {
        Self {
            sledai: Sledai::of(visit),
            pga: visit.pga.known().copied(),
            prednisone: daily_steroid(case, visit.date).map(|dose| dose.milligrams),
            new_activity: None,
            beyond_sledai: None,
            standard_treatment: None,
        }
    }

    fn standard(&self) -> Verdict {
        Verdict::on(self.standard_treatment, Need::StandardTreatment, |standard| standard)
    }

    fn dose(&self, met: impl FnOnce(Decimal) -> bool) -> Verdict {
        match &self.prednisone {
            Ok(dose) => Verdict::of(met(*dose)),
            Err(needs) => Verdict::Unknown(needs.clone()),
        }
    }

    fn sledai(&self, met: impl FnOnce(&Sledai) -> Verdict) -> Verdict {
        match &self.sledai {
            Ok(sledai) => met(sledai),
            Err(needs) => Verdict::Unknown(needs.clone()),
        }
    }
}

/// Remission by DORIS 2021, on treatment: clinical SLEDAI (without serology) 0, PGA < 0.5, low-dose prednisone,
/// stable standard treatment allowed.
/// The paper's abstract has "5 mg/day or less", its table "< 5 mg/day": both are given (activity.md 5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doris {
    /// With prednisone ≤ 5 mg a day: the default.
    pub up_to_five: Verdict,
    /// With prednisone < 5 mg a day.
    pub below_five: Verdict,
}

impl Doris {
    /// DORIS from these facts.
    pub fn of(facts: &StateFacts) -> Self {
        let quiet = Verdict::all([
            facts.sledai(|sledai| at_most(sledai.without_serology(), 0)),
            Verdict::on(facts.pga, Need::Pga, |pga| pga.value() < Decimal::new(5, 1)),
            facts.standard(),
        ]);
        Self {
            up_to_five: quiet.clone().and(facts.dose(|dose| dose <= Decimal::from(5))),
            below_five: quiet.and(facts.dose(|dose| dose < Decimal::from(5))),
        }
    }
}

/// Low disease activity by LLDAS: SLEDAI-2K ≤ 4 without a major organ, no haemolysis or gut activity, nothing new,
/// PGA ≤ 1, prednisone ≤ 7.5 mg a day, standard treatment (activity.md 6).
pub fn lldas(facts: &StateFacts) -> Verdict {
    Verdict::all([
        facts.sledai(|sledai| at_most(sledai.total(), 4)),
        facts.sledai(no_major_organ),
        Verdict::on(facts.beyond_sledai, Need::ActivityBeyondSledai, |active| !active),
        Verdict::on(facts.new_activity, Need::NewActivity, |new| !new),
        Verdict::on(facts.pga, Need::Pga, |pga| pga.value() <= Decimal::ONE),
        facts.dose(|dose| dose <= Decimal::new(75, 1)),
        facts.standard(),
    ])
}

/// Whether LLDAS counts the item as a major organ: renal, nervous system, vasculitis, serosa of heart and lung, fever.
/// Myositis is not on the original list.
pub const fn lldas_major(item: SledaiItem) -> bool {
    use SledaiItem as I;
    matches!(
        item,
        I::Seizure
            | I::Psychosis
            | I::OrganicBrain
            | I::Visual
            | I::CranialNerve
            | I::LupusHeadache
            | I::Cva
            | I::Vasculitis
            | I::Casts
            | I::Haematuria
            | I::Proteinuria
            | I::Pyuria
            | I::Pleurisy
            | I::Pericarditis
            | I::Fever
    )
}

fn at_most(score: SledaiScore, limit: u32) -> Verdict {
    match (score.points <= limit, score.at_most() <= limit) {
        (false, _) => Verdict::No,
        (true, true) => Verdict::Yes,
        (true, false) => Verdict::lacking(Need::SledaiItems),
    }
}

fn no_major_organ(sledai: &Sledai) -> Verdict {
    let major = |items: &[SledaiItem]| items.iter().copied().any(lldas_major);
    match (major(&sledai.present), major(&sledai.not_assessed)) {
        (true, _) => Verdict::No,
        (false, true) => Verdict::lacking(Need::SledaiItems),
        (false, false) => Verdict::Yes,
    }
}
