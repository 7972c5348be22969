use rusqlite::{Connection, params};

use super::StoreError;
use crate::domain::{
    ActionKind, Aim, Comparison, Day, Decision, Intention, Line, Measure, OrderUnit, Per, Route, Then, Threshold,
};

/// What a decision orders, under which conditions, what it aims at, and what is to be done.
pub(super) fn decision(connection: &Connection, seq: i64, decision: &Decision) -> Result<(), StoreError> {
    for (position, line) in (1_i64..).zip(&decision.lines) {
        order(connection, (seq, position), line)?;
    }
    let mut insert =
        connection.prepare_cached("INSERT INTO decision_branch VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")?;
    for (position, branch) in (1_i64..).zip(&decision.branches) {
        let then = match &branch.then {
            Then::RePresent => "re-present",
            Then::Line => "line",
            Then::Words(words) => words,
        };
        let measure = branch.trigger.measure.map(Measure::code);
        let trigger = serde_json::to_string(&branch.trigger)?;
        let due = day(branch.due());
        insert.execute(params![seq, position, branch.id, branch.trigger.words, measure, trigger, due, then])?;
    }
    let mut insert = connection.prepare_cached("INSERT INTO decision_target VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?;
    for (position, target) in (1_i64..).zip(&decision.targets) {
        let what = match &target.what {
            Aim::Measure(measure) => measure.code(),
            Aim::Drug(drug) => drug.code(),
            Aim::Words(words) => words,
        };
        let comparison = target.comparison.map(Comparison::code);
        let (amount, unit) = target.value.as_ref().map(amount).unzip();
        insert.execute(params![seq, position, what, comparison, amount, unit, day(target.day())])?;
    }
    let mut insert = connection.prepare_cached("INSERT INTO decision_action VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
    for (position, action) in (1_i64..).zip(&decision.actions) {
        let kind = ActionKind::code(action.kind);
        insert.execute(params![seq, position, kind, action.what, action.owner, day(action.due())])?;
    }
    if let Some(day) = decision.represent {
        let mut insert = connection.prepare_cached("INSERT INTO decision_return VALUES (?1, ?2)")?;
        insert.execute(params![seq, day.to_string()])?;
    }
    Ok(())
}

/// A row only where more than words is known of the line.
fn order(connection: &Connection, (seq, position): (i64, i64), line: &Line) -> Result<(), StoreError> {
    let Some(order) = &line.order else { return Ok(()) };
    let dose = order.dose.as_ref();
    connection.prepare_cached("INSERT INTO decision_order VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")?.execute(
        params![
            seq,
            position,
            Intention::code(line.intention),
            line.condition,
            dose.map(|dose| dose.amount.to_string()),
            dose.and_then(|dose| dose.most).map(|most| most.to_string()),
            dose.map(|dose| OrderUnit::code(dose.unit)),
            dose.and_then(|dose| dose.per).map(Per::code),
            order.route.map(Route::code),
            serde_json::to_string(order)?,
        ],
    )?;
    Ok(())
}

/// The amount as written with its unit; a change says that it is one.
fn amount(value: &Threshold) -> (String, String) {
    let unit = if value.is_change { "% change" } else { value.unit.as_str() };
    (value.amount.to_string(), unit.to_owned())
}

fn day(day: Option<Day>) -> Option<String> {
    day.map(|day| day.to_string())
}
