use chrono::Days;
use rust_decimal::Decimal;

use super::{Answer, Checked, Need, Source};
use crate::domain::{AplProfile, AplResult, AplTest, AplUnits, Case, Comorbidity, Day, Detected, Field};

/// Profiles of antiphospholipid antibodies and what follows from them.
pub const APL_2019: Source =
    Source { name: "EULAR 2019 (APS)", reference: "doi 10.1136/annrheumdis-2019-215213", checked: Checked::Primary };
/// Twelve weeks or more between two tests; above 40 U is medium to high.
pub const SYDNEY: Source = Source { name: "Sydney 2006", reference: "", checked: Checked::Memory };
/// Moderate 40 to 79 U, high from 80 U.
pub const APS_2023: Source = Source { name: "ACR/EULAR 2023 (APS)", reference: "", checked: Checked::Memory };
/// No oestrogen with antiphospholipid antibodies (the strength of it from memory).
pub const REPRODUCTION_2020: Source =
    Source { name: "ACR 2020", reference: "doi 10.1002/art.41191", checked: Checked::Memory };
/// Adjusted global antiphospholipid score.
pub const AGAPSS: Source = Source { name: "aGAPSS", reference: "", checked: Checked::Memory };

/// One of the three antibodies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AplAntibody {
    /// Lupus anticoagulant.
    LupusAnticoagulant,
    /// Anticardiolipin.
    Cardiolipin,
    /// Anti-β2-glycoprotein I.
    B2gpi,
}

impl AplAntibody {
    /// Every entry, in its order.
    pub const ALL: [Self; 3] = [Self::LupusAnticoagulant, Self::Cardiolipin, Self::B2gpi];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::LupusAnticoagulant => "lupus_anticoagulant",
            Self::Cardiolipin => "acl",
            Self::B2gpi => "anti_b2gpi",
        }
    }
}

/// What the tests say of an antibody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AplFinding {
    /// Positive twice, twelve weeks or more apart; whether both times at a high titre.
    Persistent {
        /// 80 U or more both times.
        high: bool,
    },
    /// Positive, and not tested again twelve weeks later: from this day on it can be confirmed.
    ToConfirm {
        /// Twelve weeks after the positive test.
        from: Day,
        /// 80 U or more.
        high: bool,
    },
    /// Positive once, and no longer at a test twelve weeks or more later.
    Transient,
    /// Negative.
    Negative,
    /// Not tested, or not to be judged.
    Unknown(Need),
}

impl AplFinding {
    /// Its code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Persistent { .. } => "persistent",
            Self::ToConfirm { .. } => "to_confirm",
            Self::Transient => "transient",
            Self::Negative => "negative",
            Self::Unknown(_) => "unknown",
        }
    }
}

/// The profile by the tests of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AplReading {
    /// Each antibody, in the order of [`AplAntibody::ALL`].
    pub findings: Vec<(AplAntibody, AplFinding)>,
    /// The profile, tests that wait for their confirmation included.
    pub profile: AplProfile,
    /// The profile by what was positive twice; none where nothing was.
    pub persistent: Option<AplProfile>,
    /// When the last of what waits can be confirmed.
    pub confirm_from: Option<Day>,
    /// What is not known: the profile may be of higher risk.
    pub lacks: Vec<Need>,
}

/// Twelve weeks.
const TWELVE_WEEKS: i64 = 84;

/// One test of an antibody.
struct Once {
    date: Day,
    positive: bool,
    high: bool,
}

impl AplReading {
    /// The profile by the tests up to this day.
    ///
    /// # Errors
    /// No test, or none positive while an antibody is not known.
    pub fn on(case: &Case, day: Day) -> Answer<Self> {
        if case.background.apl_tests.iter().all(|test| test.date > day) {
            return Err(vec![Need::AplTests]);
        }
        let findings: Vec<_> = AplAntibody::ALL.into_iter().map(|one| (one, finding(case, one, day))).collect();
        let lacks: Vec<Need> = findings.iter().filter_map(|(_, finding)| lacking(finding)).collect();
        let profile = profile(&findings, true);
        if profile == AplProfile::Negative && !lacks.is_empty() {
            return Err(lacks);
        }
        let persistent = profile_of_persistent(&findings);
        let waits = findings.iter().filter_map(|(_, finding)| match finding {
            AplFinding::ToConfirm { from, .. } => Some(*from),
            _ => None,
        });
        let confirm_from = waits.max();
        Ok(Self { findings, profile, persistent, confirm_from, lacks })
    }

    /// Whether what waits for confirmation makes a difference.
    pub fn is_confirmed(&self) -> bool {
        self.profile == AplProfile::Negative || self.persistent == Some(self.profile)
    }
}

fn lacking(finding: &AplFinding) -> Option<Need> {
    if let AplFinding::Unknown(need) = finding { Some(*need) } else { None }
}

fn profile_of_persistent(findings: &[(AplAntibody, AplFinding)]) -> Option<AplProfile> {
    let any = findings.iter().any(|(_, finding)| matches!(finding, AplFinding::Persistent { .. }));
    any.then(|| profile(findings, false))
}

/// High risk: the anticoagulant, two antibodies, or a persistently high titre (EULAR 2019). That "high" is 80 U or more is
/// an interpretation (ACR/EULAR 2023): an antibody alone below it is of low risk, as is one that was positive once.
fn profile(findings: &[(AplAntibody, AplFinding)], with_waiting: bool) -> AplProfile {
    let counts = |finding: &AplFinding| match finding {
        AplFinding::Persistent { high } => Some(*high),
        AplFinding::ToConfirm { high, .. } if with_waiting => Some(*high),
        _ => None,
    };
    let positive: Vec<(AplAntibody, bool)> =
        findings.iter().filter_map(|(antibody, finding)| Some((*antibody, counts(finding)?))).collect();
    let anticoagulant = positive.iter().any(|(antibody, _)| *antibody == AplAntibody::LupusAnticoagulant);
    let high = positive.iter().any(|(_, high)| *high);
    match positive.len() {
        3 => AplProfile::TriplePositive,
        2 => AplProfile::HighRisk,
        1 if anticoagulant || high => AplProfile::HighRisk,
        1 => AplProfile::LowRisk,
        _ if with_waiting && findings.iter().any(|(_, finding)| *finding == AplFinding::Transient) => {
            AplProfile::LowRisk
        }
        _ => AplProfile::Negative,
    }
}

fn finding(case: &Case, antibody: AplAntibody, day: Day) -> AplFinding {
    let mut tests: Vec<Once> = Vec::new();
    let mut lacks = None;
    for test in case.background.apl_tests.iter().filter(|test| test.date <= day) {
        match once(case, antibody, test) {
            Ok(Some((positive, high))) => tests.push(Once { date: test.date, positive, high }),
            Ok(None) => {}
            Err(need) => lacks = Some(need),
        }
    }
    tests.sort_by_key(|test| test.date);
    judged(&tests, lacks.unwrap_or_else(|| untested(antibody)))
}

fn judged(tests: &[Once], lacks: Need) -> AplFinding {
    let Some(last) = tests.last() else { return AplFinding::Unknown(lacks) };
    let positive = || tests.iter().filter(|test| test.positive);
    let persists = |is_such: fn(&Once) -> bool| {
        let days: Vec<Day> = positive().filter(|test| is_such(test)).map(|test| test.date).collect();
        days.first().zip(days.last()).is_some_and(|(first, last)| last.days_since(*first) >= TWELVE_WEEKS)
    };
    if persists(|_| true) {
        return AplFinding::Persistent { high: persists(|test| test.high) };
    }
    match positive().next() {
        None => AplFinding::Negative,
        Some(first) if !last.positive && last.date.days_since(first.date) >= TWELVE_WEEKS => AplFinding::Transient,
        Some(first) => {
            let from = first.date.0.checked_add_days(Days::new(84)).map_or(first.date, Day);
            AplFinding::ToConfirm { from, high: positive().any(|test| test.high) }
        }
    }
}

const fn untested(antibody: AplAntibody) -> Need {
    match antibody {
        AplAntibody::LupusAnticoagulant => Need::LupusAnticoagulant,
        AplAntibody::Cardiolipin => Need::Anticardiolipin,
        AplAntibody::B2gpi => Need::AntiB2gpi,
    }
}

/// Whether a test is positive, and high; nothing where it was not done.
fn once(case: &Case, antibody: AplAntibody, test: &AplTest) -> Result<Option<(bool, bool)>, Need> {
    let limits = &case.laboratory;
    match antibody {
        AplAntibody::LupusAnticoagulant => {
            Ok(test.lupus_anticoagulant.known().map(|found| (*found == Detected::Positive, false)))
        }
        AplAntibody::Cardiolipin => titre(test.acl, limits.acl_upper, Need::AclLimit),
        AplAntibody::B2gpi => titre(test.anti_b2gpi, limits.anti_b2gpi_upper, Need::AntiB2gpiLimit),
    }
}

/// Above 40 U is positive whatever the laboratory's limit; below, its limit decides (Sydney, from memory).
fn titre(result: Field<AplResult>, limit: Field<AplUnits>, need: Need) -> Result<Option<(bool, bool)>, Need> {
    let titre = match result {
        Field::Known(AplResult::Titre(titre)) => titre.value(),
        Field::Known(AplResult::Negative) => return Ok(Some((false, false))),
        Field::Absent | Field::Unknown => return Ok(None),
    };
    let high = titre >= Decimal::from(80);
    if titre > Decimal::from(40) {
        return Ok(Some((true, high)));
    }
    let limit = limit.known().ok_or(need)?;
    Ok(Some((titre > limit.value(), high)))
}

/// What follows from a profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AplFollows {
    /// Aspirin 75 to 100 mg is recommended: high risk, no event.
    AspirinRecommended,
    /// Aspirin may be considered: low risk, no event.
    AspirinPossible,
    /// Low-molecular-weight heparin in high-risk situations.
    Heparin,
    /// After an unprovoked venous thrombosis: a vitamin K antagonist, INR 2 to 3, long term; after an arterial one INR 2 to
    /// 3 or 3 to 4.
    VitaminKAntagonist,
    /// Obstetric syndrome: aspirin and prophylactic heparin.
    ObstetricSyndrome,
    /// No rivaroxaban in a triple-positive patient.
    NoRivaroxaban,
    /// No oestrogen.
    NoOestrogen,
}

impl AplFollows {
    /// Every entry, in its order.
    pub const ALL: [Self; 7] = [
        Self::AspirinRecommended,
        Self::AspirinPossible,
        Self::Heparin,
        Self::VitaminKAntagonist,
        Self::ObstetricSyndrome,
        Self::NoRivaroxaban,
        Self::NoOestrogen,
    ];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::AspirinRecommended => "aspirin_recommended",
            Self::AspirinPossible => "aspirin_possible",
            Self::Heparin => "heparin",
            Self::VitaminKAntagonist => "vitamin_k_antagonist",
            Self::ObstetricSyndrome => "obstetric_syndrome",
            Self::NoRivaroxaban => "no_rivaroxaban",
            Self::NoOestrogen => "no_oestrogen",
        }
    }

    /// Its grade, where one was read.
    pub const fn grade(self) -> Option<&'static str> {
        match self {
            Self::AspirinRecommended => Some("2a/B"),
            Self::AspirinPossible => Some("2b/C"),
            _ => None,
        }
    }
}

/// What follows from a profile; `has_aps` says whether a thrombotic or obstetric syndrome is known.
pub fn apl_follows(profile: AplProfile, has_aps: Option<bool>) -> Vec<AplFollows> {
    use AplFollows as F;
    let positive = profile != AplProfile::Negative;
    let high = matches!(profile, AplProfile::HighRisk | AplProfile::TriplePositive);
    let rules = [
        (high && has_aps != Some(true), F::AspirinRecommended),
        (profile == AplProfile::LowRisk && has_aps != Some(true), F::AspirinPossible),
        (high, F::Heparin),
        (positive && has_aps != Some(false), F::VitaminKAntagonist),
        (positive && has_aps != Some(false), F::ObstetricSyndrome),
        (profile == AplProfile::TriplePositive, F::NoRivaroxaban),
        (positive, F::NoOestrogen),
    ];
    rules.into_iter().filter(|(holds, _)| *holds).map(|(_, follows)| follows).collect()
}

/// Whether an antiphospholipid syndrome is on record.
pub fn has_aps(case: &Case) -> Option<bool> {
    case.background.comorbidities.known().map(|list| list.contains(&Comorbidity::Aps))
}

/// The adjusted global antiphospholipid score, 0 to 17 (from memory): anticardiolipin 5, anti-β2-glycoprotein I 4,
/// anticoagulant 4, dyslipidaemia 3, hypertension 1. Tests that wait for their confirmation count.
///
/// # Errors
/// An antibody or the comorbidities not known.
pub fn agapss(case: &Case, day: Day) -> Answer<u32> {
    let reading = AplReading::on(case, day)?;
    let comorbidities = case.background.comorbidities.known().ok_or(vec![Need::Comorbidities])?;
    if !reading.lacks.is_empty() {
        return Err(reading.lacks);
    }
    let is_positive =
        |finding: &AplFinding| matches!(finding, AplFinding::Persistent { .. } | AplFinding::ToConfirm { .. });
    let of = |antibody: AplAntibody| if antibody == AplAntibody::Cardiolipin { 5 } else { 4 };
    let positive = reading.findings.iter().filter(|(_, finding)| is_positive(finding));
    let antibodies: u32 = positive.map(|(antibody, _)| of(*antibody)).sum();
    let points = |comorbidity, points: u32| if comorbidities.contains(&comorbidity) { points } else { 0 };
    Ok(antibodies + points(Comorbidity::Dyslipidaemia, 3) + points(Comorbidity::Hypertension, 1))
}
