use rust_decimal::Decimal;

use super::{Checked, Need, RenalCourse, Source, Verdict};
use crate::domain::Upcr;

/// EULAR 2025, recommendation 2.
pub const EULAR_2025: Source =
    Source { name: "EULAR 2025", reference: "doi 10.1016/j.ard.2025.09.007", checked: Checked::Primary };
/// ACR 2024, table 2.
pub const ACR_2024: Source = Source { name: "ACR 2024", reference: "doi 10.1002/art.43212", checked: Checked::Primary };
/// KDIGO 2024, figure 11, read in two reprints.
pub const KDIGO_2024: Source =
    Source { name: "KDIGO 2024", reference: "doi 10.1016/j.kint.2023.09.002", checked: Checked::Secondary };

/// A dated target of EULAR 2025.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Milestone {
    /// By 3 months: proteinuria fallen by 25 % or more.
    Month3,
    /// By 6 months: fallen by 50 % or more (partial response).
    Month6,
    /// By 12 months: below 700 mg/g.
    Month12,
}

impl Milestone {
    /// The three, in time.
    pub const ALL: [Self; 3] = [Self::Month3, Self::Month6, Self::Month12];

    /// When it is due, in months from the start of the treatment.
    pub const fn month(self) -> i64 {
        match self {
            Self::Month3 => 3,
            Self::Month6 => 6,
            Self::Month12 => 12,
        }
    }

    /// What it asks for.
    pub const fn criterion(self) -> ResponseCriterion {
        match self {
            Self::Month3 => ResponseCriterion::FallenBy(25),
            Self::Month6 => ResponseCriterion::FallenBy(50),
            Self::Month12 => ResponseCriterion::Below(700),
        }
    }
}

/// Where a target stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Reached.
    Met,
    /// Due and not reached.
    Missed,
    /// Its time has not come.
    NotDue,
    /// Cannot be said without these facts.
    Unknown(Vec<Need>),
}

/// Renal response by EULAR 2025.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EularResponse {
    /// Complete: UPCR below 500 mg/g, at any time point; read here from the newest value.
    pub complete: Verdict,
    /// eGFR at 80 % of baseline or more, desirable within 3 months.
    pub function_kept: Verdict,
    /// The three targets in time, judged by the newest value.
    pub milestones: [(Milestone, Standing); 3],
}

impl EularResponse {
    /// What makes it complete.
    pub const COMPLETE: ResponseCriterion = ResponseCriterion::Below(500);

    /// The response of a course.
    pub fn of(course: &RenalCourse) -> Self {
        Self {
            complete: Self::COMPLETE.verdict(course),
            function_kept: course.of_baseline(80),
            milestones: Milestone::ALL.map(|milestone| (milestone, standing(course, milestone))),
        }
    }

    /// The last target whose time has come, or that cannot be said; `None` before 3 months.
    pub fn last_due(&self) -> Option<&(Milestone, Standing)> {
        self.milestones.iter().rev().find(|(_, standing)| *standing != Standing::NotDue)
    }
}

fn standing(course: &RenalCourse, milestone: Milestone) -> Standing {
    match course.judged_from(milestone.month()) {
        Verdict::No => return Standing::NotDue,
        Verdict::Unknown(needs) => return Standing::Unknown(needs),
        Verdict::Yes => {}
    }
    match milestone.criterion().verdict(course) {
        Verdict::Yes => Standing::Met,
        Verdict::No => Standing::Missed,
        Verdict::Unknown(needs) => Standing::Unknown(needs),
    }
}

/// Renal response in the words that ACR 2024 and KDIGO 2024 share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Response {
    /// Complete renal response.
    Complete,
    /// Partial renal response.
    Partial,
    /// Less than partial.
    None,
    /// Before 6 months.
    NotDue,
    /// Cannot be said without these facts.
    Unknown(Vec<Need>),
}

/// Renal response by ACR 2024, table 2: complete < 0.5 g/g (50 mg/mmol) with eGFR ≥ 80 % of baseline; partial a fall of
/// 50 % or more to < 3 g/g (300 mg/mmol) with the same; judged from 6 months on.
pub fn acr_2024(course: &RenalCourse) -> Response {
    graded(course, GradedSet::Acr2024)
}

/// Renal response by KDIGO 2024.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KdigoResponse {
    /// The response with eGFR ≥ 85 % of baseline, the lenient side of "± 10 to 15 %".
    pub response: Response,
    /// eGFR lies between 85 and 90 % of baseline: the response holds by the lenient side only.
    pub inside_margin: bool,
}

/// Renal response by KDIGO 2024, figure 11: the proteinuria of [`acr_2024`], function within 10 to 15 % of baseline.
pub fn kdigo_2024(course: &RenalCourse) -> KdigoResponse {
    let response = graded(course, GradedSet::Kdigo2024);
    let answered = matches!(response, Response::Complete | Response::Partial);
    KdigoResponse { response, inside_margin: answered && course.of_baseline(90) == Verdict::No }
}

/// The two sets that grade a response as complete, partial or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GradedSet {
    /// ACR 2024.
    Acr2024,
    /// KDIGO 2024.
    Kdigo2024,
}

impl GradedSet {
    /// What makes the response complete.
    pub const fn complete(self) -> [ResponseCriterion; 2] {
        [ResponseCriterion::BelowHalfAGram, self.function()]
    }

    /// What makes it partial.
    pub const fn partial(self) -> [ResponseCriterion; 3] {
        [ResponseCriterion::BelowThreeGrams, ResponseCriterion::FallenBy(50), self.function()]
    }

    const fn function(self) -> ResponseCriterion {
        ResponseCriterion::OfBaseline(match self {
            Self::Acr2024 => 80,
            Self::Kdigo2024 => 85,
        })
    }
}

/// First month at which ACR 2024 and KDIGO 2024 judge a response.
const FIRST_JUDGED: i64 = 6;

fn graded(course: &RenalCourse, set: GradedSet) -> Response {
    match course.judged_from(FIRST_JUDGED) {
        Verdict::No => return Response::NotDue,
        Verdict::Unknown(needs) => return Response::Unknown(needs),
        Verdict::Yes => {}
    }
    let met = |criteria: &[ResponseCriterion]| Verdict::all(criteria.iter().map(|one| one.verdict(course)));
    match (met(&set.complete()), met(&set.partial())) {
        (Verdict::Yes, _) => Response::Complete,
        (Verdict::No, Verdict::Yes) => Response::Partial,
        (Verdict::No, Verdict::No) => Response::None,
        (Verdict::Unknown(needs), _) | (Verdict::No, Verdict::Unknown(needs)) => Response::Unknown(needs),
    }
}

/// One condition of a definition of response, with its exact limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResponseCriterion {
    /// Ratio below so many mg/g.
    Below(u32),
    /// Ratio of so many mg/g or less.
    AtMost(u32),
    /// Below 0.5 g/g, or 50 mg/mmol where the laboratory reports that unit.
    BelowHalfAGram,
    /// Below 3 g/g, or 300 mg/mmol where the laboratory reports that unit.
    BelowThreeGrams,
    /// Proteinuria fallen by so many percent of baseline or more.
    FallenBy(u32),
    /// eGFR at so many percent of baseline or more.
    OfBaseline(u32),
    /// eGFR at so many percent of the pre-flare value or more, or at so many mL/min/1.73 m² or more.
    OfPreflareOrFrom(u32, u32),
    /// eGFR at so many mL/min/1.73 m² or more, or at so many percent of baseline or more.
    FromOrOfBaseline(u32, u32),
    /// Prednisone low over weeks 44 to 52 (from memory).
    LowSteroids,
    /// No rescue treatment, treatment failure or other intercurrent event.
    NoRescue,
}

impl ResponseCriterion {
    /// Whether a course meets it.
    pub fn verdict(self, course: &RenalCourse) -> Verdict {
        match self {
            Self::Below(limit) => course.upcr(|upcr| upcr.value() < Decimal::from(limit)),
            Self::AtMost(limit) => course.upcr(|upcr| upcr.value() <= Decimal::from(limit)),
            Self::BelowHalfAGram => course.upcr(|upcr| below(upcr, Decimal::new(5, 1), 50)),
            Self::BelowThreeGrams => course.upcr(|upcr| below(upcr, Decimal::from(3), 300)),
            Self::FallenBy(percent) => course.fell_by(percent),
            Self::OfBaseline(percent) => course.of_baseline(percent),
            Self::OfPreflareOrFrom(percent, least) => course.of_preflare(percent).or(course.egfr_from(least)),
            Self::FromOrOfBaseline(least, percent) => course.egfr_from(least).or(course.of_baseline(percent)),
            Self::LowSteroids => Verdict::on(course.low_steroids, Need::LowSteroids, |low| low),
            Self::NoRescue => Verdict::on(course.rescue, Need::Rescue, |rescue| !rescue),
        }
    }
}

/// Below a limit that is printed in both units, compared in the unit that the laboratory reported (activity.md 9).
pub(super) fn below(upcr: Upcr, grams_per_gram: Decimal, mg_per_mmol: u32) -> bool {
    if upcr.unit() == "mg/mmol" {
        upcr.amount() < Decimal::from(mg_per_mmol)
    } else {
        upcr.value() < grams_per_gram * Decimal::from(1000)
    }
}

/// Endpoints of trials that the meeting quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TrialEndpoint {
    /// BLISS-LN primary efficacy renal response, week 104.
    BlissPerr,
    /// BLISS-LN complete renal response, week 104.
    BlissCrr,
    /// AURORA 1 complete renal response, week 52.
    AuroraCrr,
    /// REGENCY complete renal response, week 76.
    RegencyCrr,
}

impl TrialEndpoint {
    /// The four.
    pub const ALL: [Self; 4] = [Self::BlissPerr, Self::BlissCrr, Self::AuroraCrr, Self::RegencyCrr];

    /// Where the definition comes from; AURORA's clause on glucocorticoids is from memory.
    pub const fn source(self) -> Source {
        match self {
            Self::BlissPerr => Source { name: "BLISS-LN PERR", ..BLISS },
            Self::BlissCrr => Source { name: "BLISS-LN CRR", ..BLISS },
            Self::AuroraCrr => Source {
                name: "AURORA 1 CRR",
                reference: "lupkynispro.com; Lancet 2021;397:2070",
                checked: Checked::Primary,
            },
            Self::RegencyCrr => {
                Source { name: "REGENCY CRR", reference: "doi 10.1056/NEJMoa2410965", checked: Checked::Primary }
            }
        }
    }

    /// What it asks for.
    pub const fn criteria(self) -> &'static [ResponseCriterion] {
        use ResponseCriterion as C;
        match self {
            Self::BlissPerr => &[C::AtMost(700), C::OfPreflareOrFrom(80, 60), C::NoRescue],
            Self::BlissCrr => &[C::Below(500), C::OfPreflareOrFrom(90, 90), C::NoRescue],
            Self::AuroraCrr => &[C::AtMost(500), C::FromOrOfBaseline(60, 80), C::LowSteroids, C::NoRescue],
            Self::RegencyCrr => &[C::Below(500), C::OfBaseline(85), C::NoRescue],
        }
    }

    /// Whether today's values meet it.
    pub fn met(self, course: &RenalCourse) -> Verdict {
        Verdict::all(self.criteria().iter().map(|one| one.verdict(course)))
    }
}

const BLISS: Source =
    Source { name: "BLISS-LN", reference: "doi 10.1053/j.ajkd.2022.06.013", checked: Checked::Primary };
