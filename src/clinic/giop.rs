use rust_decimal::Decimal;

use super::steroid_course::{SteroidRun, is_five_grams, taken_in_a_year};
use super::{Checked, Need, Source, Verdict, cumulative_over_a_year, daily_steroid};
use crate::domain::{Case, Day, Field, FractureRisk, YesNo};

/// Fracture risk under glucocorticoids: who is concerned, and the classes (damage.md D).
pub const GIOP_2022: Source = Source {
    name: "ACR 2022 (glucocorticoid-induced osteoporosis)",
    reference: "doi 10.1002/art.42646, table as copied by BMJ Best Practice",
    checked: Checked::Primary,
};
/// How the gaps of the printed table are closed: -2.5 < T ≤ -1 and a hip probability of exactly 1 % are moderate, exactly
/// 30 mg/d counts, the worst criterion wins.
pub const GIOP_GAPS: Source = Source { name: "gaps of the table", reference: "ACR 2022", checked: Checked::Proposal };
/// FRAX above 7.5 mg/d: a major fracture times 1.15, a hip fracture times 1.2.
pub const FRAX_CORRECTION: Source =
    Source { name: "FRAX", reference: "correction for the dose", checked: Checked::Memory };

/// What a major fracture's probability is multiplied by above 7.5 mg/d.
pub const FRAX_MAJOR_FACTOR: Decimal = Decimal::from_parts(115, 0, 0, false, 2);
/// What a hip fracture's probability is multiplied by above 7.5 mg/d.
pub const FRAX_HIP_FACTOR: Decimal = Decimal::from_parts(12, 0, 0, false, 1);

/// A condition of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GiopCriterion {
    /// A fragility fracture, ever.
    Fracture,
    /// A T-score of at most this.
    TScore(Decimal),
    /// A FRAX probability of a major fracture of at least this, percent.
    Major(Decimal),
    /// A FRAX probability of a hip fracture of at least this, percent.
    Hip(Decimal),
    /// From 40 years: 30 mg/d or more for more than 30 days.
    HighDoseForAMonth,
    /// Below 40 years: 30 mg/d or more.
    HighDose,
    /// 5 g or more in a year.
    FiveGrams,
    /// Below 40 years: 7.5 mg/d or more for six months or more, and Z < -3 or a significant loss of bone density.
    LongWithLowDensity,
}

/// A condition as it was judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GiopJudged {
    /// The condition.
    pub criterion: GiopCriterion,
    /// The class it gives.
    pub class: FractureRisk,
    /// Whether it holds.
    pub verdict: Verdict,
}

/// The class of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GiopClass {
    /// The class by what is known: the worst condition that holds. None where nothing worse than low can be told yet.
    pub class: Option<FractureRisk>,
    /// What could make it worse if it were known.
    pub lacks: Vec<Need>,
}

/// What the table is read with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GiopFacts {
    /// Age in whole years.
    pub age: Option<u32>,
    /// A fragility fracture, ever.
    pub fracture: Option<bool>,
    /// Lowest T-score.
    pub t_score: Option<Decimal>,
    /// Lowest Z-score.
    pub z_score: Option<Decimal>,
    /// FRAX, major fracture, percent, as printed by the tool.
    pub major: Option<Decimal>,
    /// FRAX, hip, percent, as printed by the tool.
    pub hip: Option<Decimal>,
    /// More than 7.5 mg/d today: FRAX is multiplied.
    pub above_7_5: Verdict,
    /// 2.5 mg/d or more for more than 90 days up to today: the table concerns the patient.
    pub concerned: Verdict,
    /// 30 mg/d or more for more than 30 days in a row within twelve months.
    pub high_dose_for_a_month: Verdict,
    /// 30 mg/d or more on any day within twelve months.
    pub high_dose: Verdict,
    /// 5 g or more, oral and intravenous, within twelve months.
    pub five_grams: Verdict,
    /// 7.5 mg/d or more for six months or more up to today.
    pub long: Verdict,
}

impl GiopFacts {
    /// Of a case as of a day. That the doses of the very high class are looked for in the last twelve months is an
    /// interpretation.
    pub fn of(case: &Case, today: Day) -> Self {
        let prevention = &case.prevention;
        let or_unknown = |needs| Verdict::Unknown(needs);
        let from = |least: fn(Decimal) -> bool| SteroidRun::up_to(case, today, least);
        Self {
            age: case.patient.age_on(today),
            fracture: prevention.fragility_fracture.known().map(|answer| *answer == YesNo::Yes),
            t_score: prevention.t_score.known().map(|score| score.0),
            z_score: prevention.z_score.known().map(|score| score.0),
            major: percent(&prevention.frax_major),
            hip: percent(&prevention.frax_hip),
            above_7_5: daily_steroid(case, today)
                .map_or_else(or_unknown, |dose| Verdict::of(dose.milligrams > Decimal::new(75, 1))),
            concerned: from(|dose| dose >= Decimal::new(25, 1)).map_or_else(or_unknown, |run| run.is_longer_than(90)),
            high_dose_for_a_month: taken_in_a_year(case, today, 30, |dose| dose >= Decimal::from(30)),
            high_dose: taken_in_a_year(case, today, 0, |dose| dose >= Decimal::from(30)),
            five_grams: cumulative_over_a_year(case, today)
                .map_or_else(or_unknown, |sum| Verdict::of(is_five_grams(sum))),
            long: from(|dose| dose >= Decimal::new(75, 1)).map_or_else(or_unknown, |run| run.lasts_months(6)),
        }
    }

    /// Every condition of the column for this age, the worst class first; none below 18 years or without an age.
    pub fn judged(&self) -> Vec<GiopJudged> {
        use FractureRisk::{High, Moderate, VeryHigh};
        use GiopCriterion as C;
        let of = |criterion, class| GiopJudged { criterion, class, verdict: self.holds(criterion) };
        let at = |mantissa, digits| Decimal::new(mantissa, digits);
        match self.age {
            Some(40..) => vec![
                of(C::Fracture, VeryHigh),
                of(C::TScore(at(-35, 1)), VeryHigh),
                of(C::Major(at(30, 0)), VeryHigh),
                of(C::Hip(at(45, 1)), VeryHigh),
                of(C::HighDoseForAMonth, VeryHigh),
                of(C::FiveGrams, VeryHigh),
                of(C::TScore(at(-25, 1)), High),
                of(C::Major(at(20, 0)), High),
                of(C::Hip(at(3, 0)), High),
                of(C::TScore(at(-1, 0)), Moderate),
                of(C::Major(at(10, 0)), Moderate),
                of(C::Hip(at(1, 0)), Moderate),
            ],
            Some(18..) => vec![
                of(C::Fracture, VeryHigh),
                of(C::HighDose, VeryHigh),
                of(C::FiveGrams, VeryHigh),
                of(C::LongWithLowDensity, Moderate),
            ],
            Some(_) | None => Vec::new(),
        }
    }

    /// The class: the worst condition that holds; what is unknown leaves it open upwards.
    pub fn class(&self) -> GiopClass {
        let judged = self.judged();
        let class = judged.iter().find(|one| one.verdict == Verdict::Yes).map(|one| one.class);
        let mut lacks: Vec<Need> = if self.age.is_none() { vec![Need::Age] } else { Vec::new() };
        for one in judged.iter().filter(|one| class.is_none_or(|class| one.class > class)) {
            if let Verdict::Unknown(needs) = &one.verdict {
                let new: Vec<Need> = needs.iter().copied().filter(|need| !lacks.contains(need)).collect();
                lacks.extend(new);
            }
        }
        let low = (lacks.is_empty() && !judged.is_empty()).then_some(FractureRisk::Low);
        GiopClass { class: class.or(low), lacks }
    }

    fn holds(&self, criterion: GiopCriterion) -> Verdict {
        use GiopCriterion as C;
        match criterion {
            C::Fracture => Verdict::on(self.fracture, Need::FragilityFracture, |fracture| fracture),
            C::TScore(most) => Verdict::on(self.t_score, Need::TScore, |score| score <= most),
            C::Major(least) => self.probability(self.major, Need::FraxMajor, FRAX_MAJOR_FACTOR, least),
            C::Hip(least) => self.probability(self.hip, Need::FraxHip, FRAX_HIP_FACTOR, least),
            C::HighDoseForAMonth => self.high_dose_for_a_month.clone(),
            C::HighDose => self.high_dose.clone(),
            C::FiveGrams => self.five_grams.clone(),
            C::LongWithLowDensity => {
                // Whether density was lost between two scans is not asked of a case.
                let thin = Verdict::on(self.z_score, Need::ZScore, |score| score < Decimal::from(-3));
                self.long.clone().and(thin.or(Verdict::lacking(Need::BoneLoss)))
            }
        }
    }

    /// A FRAX probability, multiplied above 7.5 mg/d; where the dose is not known, only what holds both ways is told.
    fn probability(&self, printed: Option<Decimal>, need: Need, factor: Decimal, least: Decimal) -> Verdict {
        let Some(printed) = printed else { return Verdict::lacking(need) };
        match (&self.above_7_5, printed >= least, printed * factor >= least) {
            (_, true, _) | (Verdict::Yes, _, true) => Verdict::Yes,
            (Verdict::Unknown(needs), false, true) => Verdict::Unknown(needs.clone()),
            _ => Verdict::No,
        }
    }
}

fn percent(field: &Field<crate::domain::Percent>) -> Option<Decimal> {
    field.known().map(crate::domain::Percent::value)
}
