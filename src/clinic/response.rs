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
    /// The response of a course.
    pub fn of(course: &RenalCourse) -> Self {
        Self {
            complete: course.upcr(|upcr| upcr.value() < Decimal::from(500)),
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
    let met = match milestone {
        Milestone::Month3 => course.fell_by(25),
        Milestone::Month6 => course.fell_by(50),
        Milestone::Month12 => course.upcr(|upcr| upcr.value() < Decimal::from(700)),
    };
    match met {
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
    graded(course, 80)
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
    let response = graded(course, 85);
    let answered = matches!(response, Response::Complete | Response::Partial);
    KdigoResponse { response, inside_margin: answered && course.of_baseline(90) == Verdict::No }
}

/// First month at which ACR 2024 and KDIGO 2024 judge a response.
const FIRST_JUDGED: i64 = 6;

fn graded(course: &RenalCourse, percent_kept: u32) -> Response {
    match course.judged_from(FIRST_JUDGED) {
        Verdict::No => return Response::NotDue,
        Verdict::Unknown(needs) => return Response::Unknown(needs),
        Verdict::Yes => {}
    }
    let kept = || course.of_baseline(percent_kept);
    let complete = course.upcr(|upcr| below(upcr, Decimal::new(5, 1), 50)).and(kept());
    let partial = course.upcr(|upcr| below(upcr, Decimal::from(3), 300)).and(course.fell_by(50)).and(kept());
    match (complete, partial) {
        (Verdict::Yes, _) => Response::Complete,
        (Verdict::No, Verdict::Yes) => Response::Partial,
        (Verdict::No, Verdict::No) => Response::None,
        (Verdict::Unknown(needs), _) | (Verdict::No, Verdict::Unknown(needs)) => Response::Unknown(needs),
    }
}

/// Below a limit that is printed in both units, compared in the unit that the laboratory reported (activity.md 9).
fn below(upcr: Upcr, grams_per_gram: Decimal, mg_per_mmol: u32) -> bool {
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

    /// The week at which the trial judged it; the verdict here is of today's values.
    pub const fn week(self) -> u32 {
        match self {
            Self::BlissPerr | Self::BlissCrr => 104,
            Self::AuroraCrr => 52,
            Self::RegencyCrr => 76,
        }
    }

    /// Where the definition comes from; AURORA's clause on glucocorticoids is from memory.
    pub const fn source(self) -> Source {
        match self {
            Self::BlissPerr => Source { name: "BLISS-LN PERR", ..BLISS },
            Self::BlissCrr => Source { name: "BLISS-LN CRR", ..BLISS },
            Self::AuroraCrr => {
                Source { name: "AURORA 1 CRR", reference: "Lancet 2021;397:2070", checked: Checked::Primary }
            }
            Self::RegencyCrr => {
                Source { name: "REGENCY CRR", reference: "doi 10.1056/NEJMoa2410965", checked: Checked::Primary }
            }
        }
    }

    /// Whether today's values meet it.
    pub fn met(self, course: &RenalCourse) -> Verdict {
        let at_most = |limit: u32| course.upcr(|upcr| upcr.value() <= Decimal::from(limit));
        let below_500 = || course.upcr(|upcr| upcr.value() < Decimal::from(500));
        let no_rescue = Verdict::on(course.rescue, Need::Rescue, |rescue| !rescue);
        let parts = match self {
            Self::BlissPerr => [at_most(700), course.of_preflare(80).or(course.egfr_from(60)), Verdict::Yes],
            Self::BlissCrr => [below_500(), course.of_preflare(90).or(course.egfr_from(90)), Verdict::Yes],
            Self::AuroraCrr => [
                at_most(500),
                course.egfr_from(60).or(course.of_baseline(80)),
                Verdict::on(course.low_steroids, Need::LowSteroids, |low| low),
            ],
            Self::RegencyCrr => [below_500(), course.of_baseline(85), Verdict::Yes],
        };
        Verdict::all(parts).and(no_rescue)
    }
}

const BLISS: Source =
    Source { name: "BLISS-LN", reference: "doi 10.1053/j.ajkd.2022.06.013", checked: Checked::Primary };
