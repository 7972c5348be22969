//! The strategy line and the five points, with what the guidelines' own rows say on stopping.

use super::{DrugClass, FactId, Facts, Table, Topic, Truth, Verdict};
use crate::clinic::{self, Checklist, Permission, Recommended, Stance, Strategy, StrategyFacts, Withdrawn};
use crate::domain::Case;

/// What the strategy line is made from: the case, and the guidelines' rows on stopping as they are judged for it.
pub fn strategy_facts(case: &Case, facts: &Facts, table: &Table) -> StrategyFacts {
    let treated =
        case.treatments.iter().any(|one| one.is_on(table.today) && DrugClass::Immunosuppressants.has(one.drug));
    StrategyFacts {
        relapse: facts.get(FactId::Relapse).truth() == Truth::Yes,
        treated,
        permissions: permissions(table),
        ..StrategyFacts::of(case, table.today)
    }
}

/// Whether to step up, hold or step down: a question.
pub fn strategy(case: &Case, facts: &Facts, table: &Table) -> Strategy {
    Strategy::of(&strategy_facts(case, facts, table))
}

/// The five points of this case.
pub fn five_points(case: &Case, facts: &Facts, table: &Table) -> [Checklist; 5] {
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    let waiting = cells.filter(|cell| cell.verdict == Verdict::NeedsData).count();
    let recommended = Recommended { judged: table.columns.len(), waiting };
    clinic::five_points(case, table.today, &strategy(case, facts, table), recommended)
}

/// What each body says on stopping, in the order of the rows.
fn permissions(table: &Table) -> Vec<Permission> {
    let rows = [(Topic::GcStop, Withdrawn::Glucocorticoid), (Topic::Withdrawal, Withdrawn::Immunosuppressant)];
    let mut permissions = Vec::new();
    for (topic, what) in rows {
        let Some(row) = table.row(topic) else { continue };
        for (column, cell) in table.columns.iter().zip(&row.cells) {
            let stance = stance(cell.verdict);
            permissions.extend(stance.map(|stance| Permission { body: column.heading(), what, stance }));
        }
    }
    permissions
}

/// What a verdict amounts to; `None` where the guideline says nothing for this patient.
const fn stance(verdict: Verdict) -> Option<Stance> {
    match verdict {
        Verdict::Preferred | Verdict::Recommended | Verdict::Option | Verdict::Alternative => Some(Stance::Open),
        Verdict::Avoid | Verdict::Reserved => Some(Stance::NotYet),
        Verdict::Judgement | Verdict::Caution | Verdict::Conflict => Some(Stance::ToJudge),
        Verdict::NeedsData => Some(Stance::NeedsData),
        Verdict::NotApplicable | Verdict::NotAddressed | Verdict::NotRead => None,
    }
}
