use rusqlite::{Connection, OptionalExtension, params};

use super::journal::Event;
use super::{AfterAct, DecisionAct, Locked, MeetingAct, StoreError};
use crate::domain::{Agreement, CaseId, Confidence, Decision, Position, Specialty};
use crate::meeting::RoomThen;

/// The room in which a version was locked, and how it was reached.
pub(super) fn decision(connection: &Connection, seq: i64, locked: &Locked) -> Result<(), StoreError> {
    if let Some(then) = &locked.room {
        room(connection, seq, then, &locked.missing)?;
    }
    deliberation(connection, seq, &locked.decision)?;
    let mut insert = connection.prepare_cached("INSERT INTO decision_position VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?;
    for (position, stand) in (1_i64..).zip(&locked.decision.positions) {
        let (before, after) = (stand.before.map(Position::code), stand.after.map(Position::code));
        let specialty = stand.specialty.code();
        insert.execute(params![seq, position, specialty, stand.person, before, after, stand.words])?;
    }
    let mut insert = connection.prepare_cached("INSERT INTO decision_dissent VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
    for (position, one) in (1_i64..).zip(&locked.decision.dissent) {
        insert.execute(params![seq, position, one.specialty.code(), one.person, one.words, one.minuted])?;
    }
    Ok(())
}

fn room(connection: &Connection, seq: i64, then: &RoomThen, missing: &[String]) -> Result<(), StoreError> {
    let codes = |list: &[Specialty]| list.iter().map(|one| one.code()).collect::<Vec<_>>();
    let lacking: Vec<Vec<&str>> = then.quorum.missing.iter().map(|group| codes(group)).collect();
    connection
        .prepare_cached("INSERT INTO decision_room VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)")?
        .execute(params![
            seq,
            then.meeting.to_string(),
            then.charter,
            then.quorum.status.code(),
            serde_json::to_string(&codes(&then.quorum.present))?,
            serde_json::to_string(&lacking)?,
            then.mode.code(),
            then.rule,
            then.position,
            then.seconds,
            then.budget,
            serde_json::to_string(missing)?,
            then.quorum.short_by,
        ])?;
    Ok(())
}

/// The record of a decision is open from its locking on; a new version takes the place of the one before.
pub(super) fn opened(connection: &Connection, seq: i64, set_id: &str) -> rusqlite::Result<()> {
    connection.prepare_cached("DELETE FROM decision_open WHERE set_id = ?1")?.execute([set_id])?;
    connection.prepare_cached("INSERT INTO decision_open VALUES (?1, ?2)")?.execute(params![seq, set_id]).map(drop)
}

/// A row only where there is something to say: decisions before there were any of these have none.
fn deliberation(connection: &Connection, seq: i64, decision: &Decision) -> rusqlite::Result<()> {
    let is_silent = decision.agreement.is_none()
        && decision.confidence.is_none()
        && decision.patient_question.is_none()
        && decision.teller.is_none()
        && decision.tell_by.is_none();
    if is_silent {
        return Ok(());
    }
    connection
        .prepare_cached("INSERT INTO decision_deliberation VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
        .execute(params![
            seq,
            decision.agreement.map(Agreement::code),
            decision.confidence.map(Confidence::code),
            decision.patient_question,
            decision.teller,
            decision.tell_by.map(|day| day.to_string()),
        ])
        .map(drop)
}

/// One act of the life of a meeting.
pub(super) fn meeting(connection: &Connection, event: &Event, act: &MeetingAct) -> Result<(), StoreError> {
    connection.prepare_cached("INSERT INTO meeting_act VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")?.execute(params![
        event.seq,
        act.meeting.to_string(),
        act.done.code(),
        act.done.case().map(CaseId::as_str),
        act.done.person(),
        serde_json::to_string(&act.done)?,
        event.at,
        event.actor,
    ])?;
    Ok(())
}

/// One act after a decision; false where the decision is not there.
pub(super) fn after(connection: &Connection, event: &Event, act: &DecisionAct) -> Result<bool, StoreError> {
    let found: Option<(String, String)> = connection
        .prepare_cached("SELECT set_id, case_id FROM decision WHERE id = ?1")?
        .query_row([act.decision.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((set_id, case_id)) = found else { return Ok(false) };
    connection.prepare_cached("INSERT INTO decision_act VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")?.execute(
        params![
            event.seq,
            act.decision.to_string(),
            set_id,
            case_id,
            act.done.code(),
            act.done.day().map(|day| day.to_string()),
            serde_json::to_string(&act.done)?,
            event.at,
            event.actor,
        ],
    )?;
    if matches!(act.done, AfterAct::Closed { .. }) {
        // Closing an older version closes nothing: the one in force has its own end.
        connection
            .prepare_cached(
                "DELETE FROM decision_open WHERE event_seq = (SELECT event_seq FROM decision WHERE id = ?1)",
            )?
            .execute([act.decision.to_string()])?;
    }
    Ok(true)
}
