use rust_decimal::Decimal;

use super::{Answer, Checked, Need, Sledai, SledaiScore, Source, Verdict};
use crate::domain::{ActivityVisit, Type2, YesNo};

/// The polysymptomatic distress scale and its bands.
pub const PSD: Source = Source { name: "PSD (Wolfe 2015)", reference: "PMID 26077414", checked: Checked::Primary };
/// Fibromyalgia criteria, revision of 2016.
pub const FIBROMYALGIA_2016: Source = Source {
    name: "Fibromyalgia 2016 (Wolfe)",
    reference: "Semin Arthritis Rheum 2016;46:319",
    checked: Checked::Primary,
};
/// Fibromyalgia criteria of 2011, the ones of the type 1 / type 2 study.
pub const FIBROMYALGIA_2011: Source =
    Source { name: "Fibromyalgia 2011", reference: "doi 10.1002/acr.24135", checked: Checked::Primary };
/// Type 1 and type 2 groups.
pub const ROGERS_2021: Source =
    Source { name: "Rogers 2021", reference: "doi 10.1002/acr.24135", checked: Checked::Primary };

/// How far distress goes on the polysymptomatic distress scale; below 12 fibromyalgia is impossible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Distress {
    /// 0 to 3.
    None,
    /// 4 to 7.
    Mild,
    /// 8 to 11.
    Moderate,
    /// 12 to 19.
    Severe,
    /// 20 to 31.
    VerySevere,
}

impl Distress {
    /// Every band, weakest first.
    pub const ALL: [Self; 5] = [Self::None, Self::Mild, Self::Moderate, Self::Severe, Self::VerySevere];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Mild => "mild",
            Self::Moderate => "moderate",
            Self::Severe => "severe",
            Self::VerySevere => "very_severe",
        }
    }

    /// The band of a score, 0 to 31.
    pub const fn of(points: u8) -> Self {
        match points {
            0..=3 => Self::None,
            4..=7 => Self::Mild,
            8..=11 => Self::Moderate,
            12..=19 => Self::Severe,
            20.. => Self::VerySevere,
        }
    }
}

/// Polysymptomatic distress: widespread pain plus symptom severity, 0 to 31.
///
/// # Errors
/// Either scale missing.
pub fn distress(type2: &Type2) -> Answer<u8> {
    let (wpi, sss) = scales(type2);
    match (wpi, sss) {
        (Some(wpi), Some(sss)) => Ok(wpi.saturating_add(sss)),
        (wpi, sss) => Err(lacking(wpi, sss)),
    }
}

/// Fibromyalgia 2016: (WPI ≥ 7 and SSS ≥ 5) or (WPI 4 to 6 and SSS ≥ 9), pain in 4 of 5 regions, three months or more;
/// valid whatever other disease there is.
pub fn fibromyalgia_2016(type2: &Type2) -> Verdict {
    let scores = arms(type2, 4);
    let regions = Verdict::on(type2.pain_regions.known(), Need::PainRegions, |regions| regions.0 >= 4);
    Verdict::all([scores, regions, lasting(type2)])
}

/// Fibromyalgia 2011, the part that can be computed: the second arm from WPI 3, no region rule; that no other cause
/// explains the pain remains to be said.
pub fn fibromyalgia_2011(type2: &Type2) -> Verdict {
    arms(type2, 3).and(lasting(type2))
}

fn scales(type2: &Type2) -> (Option<u8>, Option<u8>) {
    (type2.wpi.known().map(|sites| sites.0), type2.sss.known().map(|severity| severity.0))
}

fn lacking(wpi: Option<u8>, sss: Option<u8>) -> Vec<Need> {
    let missing = [wpi.is_none().then_some(Need::PainSites), sss.is_none().then_some(Need::SymptomSeverity)];
    missing.into_iter().flatten().collect()
}

fn arms(type2: &Type2, second_from: u8) -> Verdict {
    let (wpi, sss) = scales(type2);
    match (wpi, sss) {
        (Some(wpi), Some(sss)) => Verdict::of((wpi >= 7 && sss >= 5) || ((second_from..=6).contains(&wpi) && sss >= 9)),
        (Some(wpi), None) if wpi < second_from => Verdict::No,
        (None, Some(sss)) if sss < 5 => Verdict::No,
        (wpi, sss) => Verdict::Unknown(lacking(wpi, sss)),
    }
}

fn lasting(type2: &Type2) -> Verdict {
    Verdict::on(type2.three_months.known(), Need::ThreeMonths, |lasting| *lasting == YesNo::Yes)
}

/// Where a patient stands between inflammation (type 1) and type 2.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LupusType {
    /// Neither.
    Minimal,
    /// Inflammation alone.
    Type1,
    /// Fatigue, pain, sleep, mood, cognition alone.
    Type2,
    /// Both.
    Mixed,
    /// Cannot be said without these facts.
    Unknown(Vec<Need>),
}

impl LupusType {
    /// The group of two verdicts.
    pub fn of(type1: &Verdict, type2: &Verdict) -> Self {
        match (type1, type2) {
            (Verdict::Yes, Verdict::Yes) => Self::Mixed,
            (Verdict::Yes, Verdict::No) => Self::Type1,
            (Verdict::No, Verdict::Yes) => Self::Type2,
            (Verdict::No, Verdict::No) => Self::Minimal,
            (Verdict::Unknown(first), Verdict::Unknown(second)) => {
                Self::Unknown(first.iter().chain(second).copied().collect())
            }
            (Verdict::Unknown(needs), _) | (_, Verdict::Unknown(needs)) => Self::Unknown(needs.clone()),
        }
    }
}

/// What the groups are told from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypeFacts {
    /// SLEDAI-2K of the visit.
    pub sledai: Answer<Sledai>,
    /// Whether nephritis is active.
    pub active_nephritis: Option<bool>,
    /// Fibromyalgia by the criteria of 2011.
    pub fibromyalgia: Verdict,
}

impl TypeFacts {
    /// The facts of a visit. Nephritis counts as active when a urine item is scored, since SLEDAI-2K scores what is
    /// active and due to lupus; this reading is ours, the study does not print one.
    pub fn of(visit: &ActivityVisit) -> Self {
        let sledai = Sledai::of(visit);
        let active_nephritis = sledai.as_ref().ok().map(Sledai::renal).and_then(|renal| reaches(renal, 1));
        let fibromyalgia = visit.type2.as_ref().map_or_else(
            || Verdict::Unknown(vec![Need::PainSites, Need::SymptomSeverity, Need::ThreeMonths]),
            fibromyalgia_2011,
        );
        Self { sledai, active_nephritis, fibromyalgia }
    }

    /// Type 1: SLEDAI ≥ 6, or clinical SLEDAI without laboratory items ≥ 4, or active nephritis (Rogers 2021).
    pub fn type1(&self) -> Verdict {
        let scored = match &self.sledai {
            Ok(sledai) => [(sledai.total(), 6), (sledai.without_labs(), 4)]
                .map(|(score, limit)| Verdict::on(reaches(score, limit), Need::SledaiItems, |reached| reached))
                .into_iter()
                .fold(Verdict::No, Verdict::or),
            Err(needs) => Verdict::Unknown(needs.clone()),
        };
        scored.or(Verdict::on(self.active_nephritis, Need::ActiveNephritis, |active| active))
    }

    /// The group by the rule of Rogers 2021: type 2 is fibromyalgia by the criteria of 2011.
    pub fn group(&self) -> LupusType {
        LupusType::of(&self.type1(), &self.fibromyalgia)
    }
}

/// Whether a score reaches a limit; none where the items not assessed decide.
fn reaches(score: SledaiScore, limit: u32) -> Option<bool> {
    match (score.points >= limit, score.at_most() >= limit) {
        (true, _) => Some(true),
        (false, false) => Some(false),
        (false, true) => None,
    }
}

/// The group of the patient-reported study (Eudy): type 2 when the physician rates it 1.0 or more of 3; type 1 also when
/// the global assessment is 1.0 or more.
pub fn group_by_physician(visit: &ActivityVisit) -> LupusType {
    let rated = visit.type2.as_ref().and_then(|type2| type2.pga.known());
    let type2 = Verdict::on(rated, Need::Type2Pga, |pga| pga.value() >= Decimal::ONE);
    let inflamed = Verdict::on(visit.pga.known(), Need::Pga, |pga| pga.value() >= Decimal::ONE);
    LupusType::of(&TypeFacts::of(visit).type1().or(inflamed), &type2)
}
