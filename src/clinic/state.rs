use rust_decimal::Decimal;

use super::sledas_visit::yes;
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
    /// Haemolytic anaemia, which SLEDAI-2K does not see.
    pub haemolysis: Option<bool>,
    /// Activity of the gut, which SLEDAI-2K does not see.
    pub gut: Option<bool>,
    /// Activity of the heart or the lung, which SLEDAI-2K does not see.
    pub cardiopulmonary: Option<bool>,
    /// Standard maintenance treatment, at standard doses, well tolerated, nothing investigational.
    pub standard_treatment: Option<bool>,
}

/// A condition of DORIS or LLDAS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StateCriterion {
    /// Clinical SLEDAI, without serology, 0.
    ClinicalSledaiZero,
    /// PGA below 0.5.
    PgaBelowHalf,
    /// Prednisone 5 mg a day or less: the abstract's limit.
    PrednisoneUpToFive,
    /// Prednisone below 5 mg a day: the limit of table 2 and of the box.
    PrednisoneBelowFive,
    /// SLEDAI-2K 4 or less, serology included.
    SledaiUpToFour,
    /// No item of a major organ.
    NoMajorOrgan,
    /// No haemolytic anaemia.
    NoHaemolysis,
    /// No activity of the gut.
    NoGut,
    /// No activity of the heart or the lung.
    NoCardiopulmonary,
    /// Nothing new since the previous assessment.
    NothingNew,
    /// PGA 1 or less.
    PgaUpToOne,
    /// Prednisone 7.5 mg a day or less.
    PrednisoneUpToSevenAndAHalf,
    /// Standard, tolerated treatment.
    StandardTreatment,
}

impl StateCriterion {
    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::ClinicalSledaiZero => "clinical_sledai_zero",
            Self::PgaBelowHalf => "pga_below_half",
            Self::PrednisoneUpToFive => "prednisone_up_to_five",
            Self::PrednisoneBelowFive => "prednisone_below_five",
            Self::SledaiUpToFour => "sledai_up_to_four",
            Self::NoMajorOrgan => "no_major_organ",
            Self::NoHaemolysis => "no_haemolysis",
            Self::NoGut => "no_gut",
            Self::NoCardiopulmonary => "no_cardiopulmonary",
            Self::NothingNew => "nothing_new",
            Self::PgaUpToOne => "pga_up_to_one",
            Self::PrednisoneUpToSevenAndAHalf => "prednisone_up_to_seven_and_a_half",
            Self::StandardTreatment => "standard_treatment",
        }
    }
}

/// A condition with its verdict: a line of a truth table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StateLine {
    /// The condition.
    pub criterion: StateCriterion,
    /// Whether it holds.
    pub verdict: Verdict,
}

impl StateFacts {
    /// The facts of a visit.
    pub fn of(case: &Case, visit: &ActivityVisit) -> Self {
        Self {
            sledai: Sledai::of(visit),
            pga: visit.pga.known().copied(),
            prednisone: daily_steroid(case, visit.date).map(|dose| dose.milligrams),
            new_activity: yes(visit.new_activity),
            haemolysis: yes(visit.haemolysis),
            gut: yes(visit.gut),
            cardiopulmonary: yes(visit.cardiopulmonary),
            standard_treatment: yes(visit.standard_treatment),
        }
    }

    /// The truth table of DORIS 2021, both limits of prednisone in it.
    pub fn doris(&self) -> Vec<StateLine> {
        use StateCriterion as C;
        self.lines(&[
            C::ClinicalSledaiZero,
            C::PgaBelowHalf,
            C::PrednisoneUpToFive,
            C::PrednisoneBelowFive,
            C::StandardTreatment,
        ])
    }

    /// The truth table of LLDAS.
    pub fn lldas(&self) -> Vec<StateLine> {
        use StateCriterion as C;
        self.lines(&[
            C::SledaiUpToFour,
            C::NoMajorOrgan,
            C::NoHaemolysis,
            C::NoGut,
            C::NoCardiopulmonary,
            C::NothingNew,
            C::PgaUpToOne,
            C::PrednisoneUpToSevenAndAHalf,
            C::StandardTreatment,
        ])
    }

    fn lines(&self, criteria: &[StateCriterion]) -> Vec<StateLine> {
        criteria.iter().map(|criterion| StateLine { criterion: *criterion, verdict: self.judge(*criterion) }).collect()
    }

    fn judge(&self, criterion: StateCriterion) -> Verdict {
        use StateCriterion as C;
        let none = |found: Option<bool>, need| Verdict::on(found, need, |found| !found);
        let pga = |met: fn(Decimal) -> bool| Verdict::on(self.pga, Need::Pga, |pga| met(pga.value()));
        match criterion {
            C::ClinicalSledaiZero => self.sledai(|sledai| at_most(sledai.without_serology(), 0)),
            C::PgaBelowHalf => pga(|pga| pga < Decimal::new(5, 1)),
            C::PrednisoneUpToFive => self.dose(|dose| dose <= Decimal::from(5)),
            C::PrednisoneBelowFive => self.dose(|dose| dose < Decimal::from(5)),
            C::SledaiUpToFour => self.sledai(|sledai| at_most(sledai.total(), 4)),
            C::NoMajorOrgan => self.sledai(no_major_organ),
            C::NoHaemolysis => none(self.haemolysis, Need::Haemolysis),
            C::NoGut => none(self.gut, Need::Gut),
            C::NoCardiopulmonary => none(self.cardiopulmonary, Need::Cardiopulmonary),
            C::NothingNew => none(self.new_activity, Need::NewActivity),
            C::PgaUpToOne => pga(|pga| pga <= Decimal::ONE),
            C::PrednisoneUpToSevenAndAHalf => self.dose(|dose| dose <= Decimal::new(75, 1)),
            C::StandardTreatment => Verdict::on(self.standard_treatment, Need::StandardTreatment, |standard| standard),
        }
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
        let with = |other: StateCriterion| {
            Verdict::all(facts.doris().into_iter().filter(|line| line.criterion != other).map(|line| line.verdict))
        };
        Self {
            up_to_five: with(StateCriterion::PrednisoneBelowFive),
            below_five: with(StateCriterion::PrednisoneUpToFive),
        }
    }
}

/// Low disease activity by LLDAS: SLEDAI-2K ≤ 4 without a major organ, no haemolysis or gut activity, nothing new,
/// PGA ≤ 1, prednisone ≤ 7.5 mg a day, standard treatment (activity.md 6).
pub fn lldas(facts: &StateFacts) -> Verdict {
    Verdict::all(facts.lldas().into_iter().map(|line| line.verdict))
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
