mod facts;

pub use facts::{Permission, RenalTarget, Stance, StrategyFacts, TargetsHeld, Withdrawn};

use rust_decimal::Decimal;

use super::{Checked, Need, Source, Standing, Verdict};

/// The strategy line: treat to target and think to untreat as one question. The idea is the talk's, the rule is not.
pub const STRATEGY: Source =
    Source { name: "Treat to target, think to untreat", reference: "Chiche (Marseille)", checked: Checked::Proposal };

/// The dose that every guideline's taper ends at, mg of prednisone a day (EULAR 2025 R3, ACR 2024 A-6, KDIGO 2024 figure).
pub const LOW_DOSE: Decimal = Decimal::from_parts(5, 0, 0, false, 0);

/// From this month of a course on, all three ask for [`LOW_DOSE`] or less.
const LOW_DOSE_DUE: i64 = 6;

/// Which way the line asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// Whether to step up.
    StepUp,
    /// Whether to hold.
    Hold,
    /// Whether to step down.
    StepDown,
    /// It cannot be said which.
    CannotSay,
}

impl Way {
    /// Every way.
    pub const ALL: [Self; 4] = [Self::StepUp, Self::Hold, Self::StepDown, Self::CannotSay];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::StepUp => "step_up",
            Self::Hold => "hold",
            Self::StepDown => "step_down",
            Self::CannotSay => "cannot_say",
        }
    }
}

/// Why the line asks what it asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ground {
    /// A renal target was due and is missed.
    Missed(RenalTarget),
    /// The complete response on record is no longer met.
    ResponseLost,
    /// The file says that the kidney worsens.
    Worsening,
    /// A relapse by the guidelines' facts.
    Relapse,
    /// Activity above the numbers of LLDAS.
    Active,
    /// The targets have held.
    Held(TargetsHeld),
    /// No renal target has fallen due.
    NothingDue,
    /// Prednisone above 5 mg a day, mg.
    AboveLowDose(Decimal),
    /// Prednisone at 5 mg a day or below, mg.
    AtLowDose(Decimal),
    /// A body opens the way.
    Opens(Permission),
    /// A body says: not yet.
    NotYet(Permission),
    /// Nothing is left to withdraw but hydroxychloroquine.
    NothingLeft,
}

/// One line: a question to the meeting, never a prescription.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strategy {
    /// Which way it asks.
    pub way: Way,
    /// Why.
    pub grounds: Vec<Ground>,
    /// What is not known; where the way cannot be said, what it hangs on.
    pub lacking: Vec<Need>,
}

impl Strategy {
    /// The question these facts ask. A missed target decides alone; a target that cannot be said leaves the way open;
    /// only where all that are due hold does the line think of stepping down.
    pub fn of(facts: &StrategyFacts) -> Self {
        let lacking = lacking(facts);
        let missed = missed(facts);
        if !missed.is_empty() {
            return Self { way: Way::StepUp, grounds: missed, lacking: join(lacking, &facts.unanswered) };
        }
        if !lacking.is_empty() {
            return Self { way: Way::CannotSay, grounds: Vec::new(), lacking };
        }
        let (way, grounds) = holding(facts);
        Self { way, grounds, lacking: facts.unanswered.clone() }
    }
}

fn join(mut needs: Vec<Need>, more: &[Need]) -> Vec<Need> {
    for need in more {
        if !needs.contains(need) {
            needs.push(*need);
        }
    }
    needs
}

/// What the targets and the dose lack.
fn lacking(facts: &StrategyFacts) -> Vec<Need> {
    let mut needs = Vec::new();
    for (_, standing) in &facts.renal {
        if let Standing::Unknown(lacking) = standing {
            needs = join(needs, lacking);
        }
    }
    for verdict in [&facts.response_lost, &facts.low_activity] {
        if let Verdict::Unknown(lacking) = verdict {
            needs = join(needs, lacking);
        }
    }
    if let Err(lacking) = &facts.prednisone {
        needs = join(needs, lacking);
    }
    needs
}

fn missed(facts: &StrategyFacts) -> Vec<Ground> {
    let renal = facts.renal.iter().filter(|(_, standing)| *standing == Standing::Missed);
    let mut grounds: Vec<Ground> = renal.map(|(target, _)| Ground::Missed(*target)).collect();
    grounds.extend((facts.response_lost == Verdict::Yes).then_some(Ground::ResponseLost));
    grounds.extend(facts.relapse.then_some(Ground::Relapse));
    grounds.extend(facts.worsening.then_some(Ground::Worsening));
    grounds.extend((facts.low_activity == Verdict::No).then_some(Ground::Active));
    grounds
}

/// Every target that is due holds: step down, or hold.
fn holding(facts: &StrategyFacts) -> (Way, Vec<Ground>) {
    let dose = facts.prednisone.clone().unwrap_or_default();
    let not_due = !facts.renal.is_empty() && facts.renal.iter().all(|(_, standing)| *standing == Standing::NotDue);
    let mut grounds: Vec<Ground> = facts.held.map(Ground::Held).into_iter().collect();
    grounds.extend(not_due.then_some(Ground::NothingDue));
    grounds.push(if dose > LOW_DOSE { Ground::AboveLowDose(dose) } else { Ground::AtLowDose(dose) });
    grounds.extend(facts.permissions.iter().filter_map(|one| match one.stance {
        Stance::Open => Some(Ground::Opens(one.clone())),
        Stance::NotYet => Some(Ground::NotYet(one.clone())),
        Stance::ToJudge | Stance::NeedsData => None,
    }));
    if dose.is_zero() && !facts.treated {
        grounds.push(Ground::NothingLeft);
        return (Way::Hold, grounds);
    }
    let way = if !not_due && has_held(facts) && asks_down(facts, dose) { Way::StepDown } else { Way::Hold };
    (way, grounds)
}

/// One visit does not show that a target holds.
fn has_held(facts: &StrategyFacts) -> bool {
    match facts.held {
        Some(TargetsHeld::CompleteResponse(_)) => true,
        Some(TargetsHeld::Visits { visits, .. }) => visits > 1,
        None => false,
    }
}

/// The dose is above what every taper ends at, a body opens the way, or no body speaks for this patient.
fn asks_down(facts: &StrategyFacts, dose: Decimal) -> bool {
    let due = facts.renal.is_empty() || facts.months.is_some_and(|months| months >= LOW_DOSE_DUE);
    let open = facts.permissions.iter().any(|one| one.stance == Stance::Open);
    (dose > LOW_DOSE && due) || open || facts.permissions.is_empty()
}
