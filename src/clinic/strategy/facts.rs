//! What the strategy line is made from.

use rust_decimal::Decimal;

use crate::clinic::{
    ACR_2024, Answer, EULAR_2025, EularResponse, KDIGO_2024, Milestone, Need, RenalCourse, Response, Source, Standing,
    StateFacts, Verdict, acr_2024, daily_steroid, kdigo_2024, lldas, visits_by,
};
use crate::domain::{ActivityVisit, Case, Day, Field, Pga, SledaiItem, YesNo};

/// A renal target that has a name and a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RenalTarget {
    /// A dated target of EULAR.
    Eular(Milestone),
    /// At least a partial response by ACR.
    Acr,
    /// At least a partial response by KDIGO.
    Kdigo,
}

impl RenalTarget {
    /// The body whose target it is.
    pub const fn source(self) -> Source {
        match self {
            Self::Eular(_) => EULAR_2025,
            Self::Acr => ACR_2024,
            Self::Kdigo => KDIGO_2024,
        }
    }
}

/// What a body's rows on stopping say for this patient today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stance {
    /// It opens the way.
    Open,
    /// It says: not yet.
    NotYet,
    /// It leaves it to judgement, or contradicts itself.
    ToJudge,
    /// It hangs on what the case does not say.
    NeedsData,
}

impl Stance {
    /// Every stance.
    pub const ALL: [Self; 4] = [Self::Open, Self::NotYet, Self::ToJudge, Self::NeedsData];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::NotYet => "not_yet",
            Self::ToJudge => "to_judge",
            Self::NeedsData => "needs_data",
        }
    }
}

/// What may be withdrawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Withdrawn {
    /// The glucocorticoid.
    Glucocorticoid,
    /// The other drugs.
    Immunosuppressant,
}

/// What one body says on one withdrawal; a body that is silent for this patient is not in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permission {
    /// The body, with its edition.
    pub body: String,
    /// What would be withdrawn.
    pub what: Withdrawn,
    /// What it says.
    pub stance: Stance,
}

/// How long the targets have held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TargetsHeld {
    /// Since the complete renal response on record, whole months.
    CompleteResponse(i64),
    /// At this many visits in a row, the first of them so many whole months before the day.
    Visits {
        /// Visits in a row, the newest included.
        visits: usize,
        /// Whole months since the first of them.
        months: i64,
    },
}

/// What the question is made from.
#[derive(Debug, Clone)]
pub struct StrategyFacts {
    /// Renal targets of the course; empty where no course has started.
    pub renal: Vec<(RenalTarget, Standing)>,
    /// Whole months of the course.
    pub months: Option<i64>,
    /// A complete response is on record and the newest values no longer meet it.
    pub response_lost: Verdict,
    /// The file says that the kidney worsens; only a yes counts.
    pub worsening: bool,
    /// Low activity by the numbers of LLDAS at the newest visit, the dose aside; during a course without what the kidney is
    /// judged by elsewhere (renal items, PGA).
    pub low_activity: Verdict,
    /// Clauses of LLDAS that the file does not answer: told, not counted.
    pub unanswered: Vec<Need>,
    /// How long the targets have held; `None` where they do not.
    pub held: Option<TargetsHeld>,
    /// mg of prednisone a day.
    pub prednisone: Answer<Decimal>,
    /// A relapse by the guidelines' facts.
    pub relapse: bool,
    /// A drug other than hydroxychloroquine that could be withdrawn.
    pub treated: bool,
    /// What the bodies say on stopping.
    pub permissions: Vec<Permission>,
}

impl StrategyFacts {
    /// The facts of a case on this day; what the guidelines' rows say is added by those who hold them.
    pub fn of(case: &Case, today: Day) -> Self {
        let course = RenalCourse::of(case, today);
        let visits = visits_by(case, today);
        let renal = renal(case, &course);
        let beside_kidney = !renal.is_empty();
        let low = |visit: &ActivityVisit| low_activity(case, visit, beside_kidney);
        let (low_activity, unanswered) = visits.first().map_or_else(
            || (Verdict::lacking(Need::Sledai), Vec::new()),
            |visit| (low(visit), unanswered(case, visit)),
        );
        Self {
            renal,
            months: course.elapsed,
            response_lost: response_lost(case, &course, today),
            worsening: case.kidney.worsening.known() == Some(&YesNo::Yes),
            low_activity,
            unanswered,
            held: held(case, today, &visits, low),
            prednisone: daily_steroid(case, today).map(|dose| dose.milligrams),
            relapse: false,
            treated: false,
            permissions: Vec::new(),
        }
    }
}

fn renal(case: &Case, course: &RenalCourse) -> Vec<(RenalTarget, Standing)> {
    if case.course.started.is_absent() {
        return Vec::new();
    }
    let eular = EularResponse::of(course);
    let (milestone, standing) = eular.last_due().cloned().unwrap_or((Milestone::Month3, Standing::NotDue));
    vec![
        (RenalTarget::Eular(milestone), standing),
        (RenalTarget::Acr, standing_of(acr_2024(course))),
        (RenalTarget::Kdigo, standing_of(kdigo_2024(course).response)),
    ]
}

fn standing_of(response: Response) -> Standing {
    match response {
        Response::Complete | Response::Partial => Standing::Met,
        Response::None => Standing::Missed,
        Response::NotDue => Standing::NotDue,
        Response::Unknown(needs) => Standing::Unknown(needs),
    }
}

/// EULAR's complete response, from the newest value, against the one on record.
fn response_lost(case: &Case, course: &RenalCourse, today: Day) -> Verdict {
    match case.course.complete_response.known() {
        Some(day) if *day <= today => match EularResponse::of(course).complete {
            Verdict::Yes => Verdict::No,
            Verdict::No => Verdict::Yes,
            unknown @ Verdict::Unknown(_) => unknown,
        },
        _ => Verdict::No,
    }
}

/// SLEDAI-2K items that a renal target judges on its own.
const fn is_renal(item: SledaiItem) -> bool {
    matches!(item, SledaiItem::Casts | SledaiItem::Haematuria | SledaiItem::Proteinuria | SledaiItem::Pyuria)
}

fn low_activity(case: &Case, visit: &ActivityVisit, beside_kidney: bool) -> Verdict {
    let mut visit = visit.clone();
    if beside_kidney {
        visit.not_assessed.retain(|item| !is_renal(*item));
        if let Field::Known(items) = &mut visit.sledai {
            items.retain(|item| !is_renal(*item));
        }
    }
    let facts = StateFacts::of(case, &visit);
    lldas(&StateFacts {
        prednisone: Ok(Decimal::ZERO),
        pga: if beside_kidney { "0".parse::<Pga>().ok() } else { facts.pga },
        new_activity: facts.new_activity.or(Some(false)),
        haemolysis: facts.haemolysis.or(Some(false)),
        gut: facts.gut.or(Some(false)),
        cardiopulmonary: facts.cardiopulmonary.or(Some(false)),
        standard_treatment: facts.standard_treatment.or(Some(true)),
        ..facts
    })
}

/// The clauses of LLDAS that the file leaves open.
fn unanswered(case: &Case, visit: &ActivityVisit) -> Vec<Need> {
    let facts = StateFacts::of(case, visit);
    [
        (facts.new_activity.is_none(), Need::NewActivity),
        (facts.haemolysis.is_none(), Need::Haemolysis),
        (facts.gut.is_none(), Need::Gut),
        (facts.cardiopulmonary.is_none(), Need::Cardiopulmonary),
        (facts.standard_treatment.is_none(), Need::StandardTreatment),
    ]
    .into_iter()
    .filter_map(|(open, need)| open.then_some(need))
    .collect()
}

fn held(
    case: &Case,
    today: Day,
    visits: &[&ActivityVisit],
    low: impl Fn(&ActivityVisit) -> Verdict,
) -> Option<TargetsHeld> {
    if let Some(day) = case.course.complete_response.known().filter(|day| **day <= today) {
        return Some(TargetsHeld::CompleteResponse(today.months_since(*day)));
    }
    let run: Vec<_> = visits.iter().take_while(|visit| low(visit) == Verdict::Yes).collect();
    run.last().map(|first| TargetsHeld::Visits { visits: run.len(), months: today.months_since(first.date) })
}
