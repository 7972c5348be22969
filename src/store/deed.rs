use rusqlite::{Connection, OptionalExtension, Row};

use super::browse::{damaged, parsed};
use super::{AfterAct, DecisionAct, Deed, Did, MeetingAct, SessionAct};
use crate::domain::Alias;

/// What was done at this place of the journal after a decision, or with a case in a meeting; none where something else
/// happened. Of a meeting only what says how the case passed through it: not its clock, not its budget.
pub(super) fn deed(connection: &Connection, seq: i64) -> rusqlite::Result<Option<Deed>> {
    let after = connection
        .prepare_cached(
            "SELECT a.event_seq, a.id, a.case_id, d.alias, a.detail, a.at, a.actor FROM decision_act AS a
             JOIN decision AS d ON d.id = a.id WHERE a.event_seq = ?1",
        )?
        .query_row([seq], |row| {
            let done: AfterAct = detail(row)?;
            of(row, Did::After(DecisionAct { decision: parsed(row, "id")?, done }))
        })
        .optional()?;
    if after.is_some() {
        return Ok(after);
    }
    connection
        .prepare_cached(
            "SELECT m.event_seq, m.meeting, m.case_id, m.detail, m.at, m.actor,
               (SELECT alias FROM decision AS d WHERE d.case_id = m.case_id ORDER BY d.event_seq DESC LIMIT 1) AS alias
             FROM meeting_act AS m WHERE m.event_seq = ?1 AND m.case_id IS NOT NULL
               AND m.act IN ('added', 'turned', 'ended', 'carried-over')",
        )?
        .query_row([seq], |row| {
            let done: SessionAct = detail(row)?;
            of(row, Did::Meeting(MeetingAct { meeting: parsed(row, "meeting")?, done }))
        })
        .optional()
}

fn detail<T: serde::de::DeserializeOwned>(row: &Row<'_>) -> rusqlite::Result<T> {
    let written: String = row.get("detail")?;
    serde_json::from_str(&written).map_err(|error| damaged(row, "detail", &error.to_string()))
}

fn of(row: &Row<'_>, what: Did) -> rusqlite::Result<Deed> {
    let alias: Option<String> = row.get("alias")?;
    let alias = alias.map(|alias| alias.parse::<Alias>().map_err(|error| damaged(row, "alias", &error.to_string())));
    Ok(Deed {
        seq: row.get("event_seq")?,
        at: parsed(row, "at")?,
        actor: row.get("actor")?,
        case_id: parsed(row, "case_id")?,
        alias: alias.transpose()?,
        what,
    })
}
