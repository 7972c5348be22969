use rusqlite::{Connection, OptionalExtension, params};

use super::journal::{Event, Kind};
use super::projection_plan as plan;
use super::projection_profile as profile;
use super::projection_room as room;
use super::search::fold;
use super::{Agenda, DecisionAct, Hypothesis, Ledger, Locked, MeetingAct, Postponement, StoreError};
use crate::domain::{Decision, Drug, Line};

/// The tables made from the journal, in an order in which they can be emptied, and their keys.
pub(super) const TABLES: [(&str, &str); 25] = [
    ("decision_profile", "event_seq"),
    ("decision_use", "event_seq, position"),
    ("decision_look", "event_seq"),
    ("decision_return", "event_seq"),
    ("decision_open", "event_seq"),
    ("decision_act", "event_seq"),
    ("decision_order", "event_seq, position"),
    ("decision_branch", "event_seq, position"),
    ("decision_target", "event_seq, position"),
    ("decision_action", "event_seq, position"),
    ("decision_position", "event_seq, position"),
    ("decision_dissent", "event_seq, position"),
    ("decision_deliberation", "event_seq"),
    ("decision_room", "event_seq"),
    ("meeting_act", "event_seq"),
    ("decision_text", "rowid"),
    ("decision_line", "event_seq, position"),
    ("decision_concordance", "event_seq, position"),
    ("decision_departure", "event_seq, position"),
    ("decision", "event_seq"),
    ("postponement", "event_seq"),
    ("agenda", "event_seq, position"),
    ("hypothesis_fact", "event_seq, position"),
    ("hypothesis_cell", "event_seq, position"),
    ("hypothesis", "event_seq"),
];

impl Ledger {
    /// Makes every table anew from the journal, in one transaction.
    pub fn rebuild(&mut self) -> Result<(), StoreError> {
        let transaction = self.write()?;
        for (table, _) in TABLES {
            transaction.execute(&format!("DELETE FROM {table}"), [])?;
        }
        Event::each(&transaction, |event| project(&transaction, &event))?;
        transaction.commit()?;
        Ok(())
    }
}

/// Fills the tables of figures of a ledger that was made before there were any.
pub(super) fn fill_figures(connection: &Connection) -> Result<(), StoreError> {
    Event::each(connection, |event| {
        let unreadable = |error: serde_json::Error| StoreError::Event { seq: event.seq, why: error.to_string() };
        match Kind::from_code(&event.kind) {
            Some(Kind::Locked | Kind::Amended) => {
                profile::decision(connection, &event, &serde_json::from_str(&event.payload).map_err(unreadable)?)
            }
            Some(Kind::After) => {
                Ok(profile::after(connection, &event, &serde_json::from_str(&event.payload).map_err(unreadable)?)?)
            }
            _ => Ok(()),
        }
    })
}

/// Writes into the tables what an event says.
pub(super) fn project(connection: &Connection, event: &Event) -> Result<(), StoreError> {
    let unreadable = |why: String| StoreError::Event { seq: event.seq, why };
    let parsed = |error: serde_json::Error| unreadable(error.to_string());
    match Kind::from_code(&event.kind) {
        Some(Kind::Locked | Kind::Amended) => {
            let locked: Locked = serde_json::from_str(&event.payload).map_err(parsed)?;
            let place = place(connection, event, &locked)?
                .ok_or_else(|| unreadable("it amends a decision that is not in the journal".to_owned()))?;
            decision(connection, event, &locked, &place)?;
            parts(connection, event.seq, &locked.decision)?;
            text(connection, event.seq, &locked)?;
            room::decision(connection, event.seq, &locked)?;
            plan::decision(connection, event.seq, &locked.decision)?;
            room::opened(connection, event.seq, &place.set_id)?;
            profile::decision(connection, event, &locked)?;
        }
        Some(Kind::Postponed) => {
            let postponement: Postponement = serde_json::from_str(&event.payload).map_err(parsed)?;
            postpone(connection, event, &postponement)?;
        }
        Some(Kind::AgendaOrdered) => {
            let agenda: Agenda = serde_json::from_str(&event.payload).map_err(parsed)?;
            order(connection, event, &agenda)?;
        }
        Some(Kind::Supposed) => {
            let hypothesis: Hypothesis = serde_json::from_str(&event.payload).map_err(parsed)?;
            suppose(connection, event, &hypothesis)?;
        }
        Some(Kind::Meeting) => {
            let act: MeetingAct = serde_json::from_str(&event.payload).map_err(parsed)?;
            room::meeting(connection, event, &act)?;
        }
        Some(Kind::After) => {
            let act: DecisionAct = serde_json::from_str(&event.payload).map_err(parsed)?;
            if !room::after(connection, event, &act)? {
                return Err(unreadable("it is about a decision that is not in the journal".to_owned()));
            }
            profile::after(connection, event, &act)?;
        }
        // What was purged, and the name of the centre, stand in no table: the journal alone says it.
        Some(Kind::AccessPurged | Kind::CentreNamed) => {}
        None => return Err(unreadable(format!("`{}` is not a kind of event this program knows", event.kind))),
    }
    Ok(())
}

/// Where a version stands among those of its decision.
struct Place {
    set_id: String,
    version: i64,
}

/// The version's place; makes the version before give way. None where the version before is unknown.
fn place(connection: &Connection, event: &Event, locked: &Locked) -> rusqlite::Result<Option<Place>> {
    let Some(amends) = &locked.amends else {
        return Ok(Some(Place { set_id: event.id.clone(), version: 1 }));
    };
    let before: Option<(i64, String, i64)> = connection
        .prepare_cached("SELECT event_seq, set_id, version FROM decision WHERE id = ?1")?
        .query_row([amends.decision.to_string()], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let Some((seq, set_id, version)) = before else { return Ok(None) };
    connection.prepare_cached("UPDATE decision SET is_current = 0 WHERE event_seq = ?1")?.execute([seq])?;
    connection.prepare_cached("DELETE FROM decision_text WHERE rowid = ?1")?.execute([seq])?;
    Ok(Some(Place { set_id, version: version + 1 }))
}

fn decision(connection: &Connection, event: &Event, locked: &Locked, place: &Place) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO decision (event_seq, id, set_id, version, supersedes, amend_reason, is_current, case_id,
               alias, meeting, question, class, upcr, egfr, outcome, rationale, next_date, language, locked_at, actor)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)",
        )?
        .execute(params![
            event.seq,
            event.id,
            place.set_id,
            place.version,
            locked.amends.as_ref().map(|amends| amends.decision.to_string()),
            locked.amends.as_ref().map(|amends| &amends.reason),
            locked.case_id.as_str(),
            locked.alias.as_str(),
            locked.meeting.map(|day| day.to_string()),
            locked.question.as_str(),
            locked.class,
            locked.upcr,
            locked.egfr,
            locked.decision.outcome.code(),
            locked.decision.rationale,
            locked.decision.next.map(|day| day.to_string()),
            locked.language,
            event.at,
            event.actor,
        ])
        .map(drop)
}

fn parts(connection: &Connection, seq: i64, decision: &Decision) -> Result<(), StoreError> {
    let mut insert = connection.prepare_cached("INSERT INTO decision_line VALUES (?1, ?2, ?3, ?4, ?5)")?;
    for (position, line) in (1_i64..).zip(&decision.lines) {
        insert.execute(params![seq, position, line.kind.code(), line.drug.map(Drug::code), line.words])?;
    }
    let mut insert = connection.prepare_cached("INSERT INTO decision_concordance VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
    for (position, read) in (1_i64..).zip(&decision.concordance) {
        let statements = serde_json::to_string(&read.statements)?;
        insert.execute(params![seq, position, read.guideline, read.edition, read.reading.code(), statements])?;
    }
    let mut insert = connection.prepare_cached("INSERT INTO decision_departure VALUES (?1, ?2, ?3, ?4)")?;
    for (position, departure) in (1_i64..).zip(&decision.departures) {
        insert.execute(params![seq, position, departure.guideline, departure.reason.code()])?;
    }
    Ok(())
}

fn text(connection: &Connection, seq: i64, locked: &Locked) -> rusqlite::Result<()> {
    let joined = |part: fn(&Line) -> String| locked.decision.lines.iter().map(part).collect::<Vec<_>>().join("\n");
    connection
        .prepare_cached(
            "INSERT INTO decision_text (rowid, question, rationale, lines, drugs, case_id, alias)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            seq,
            fold(locked.question.as_str()),
            fold(&locked.decision.rationale),
            fold(&joined(|line| line.words.clone())),
            joined(|line| line.drug.map_or_else(String::new, |drug| drug.code().to_owned())),
            locked.case_id.as_str(),
            fold(locked.alias.as_str()),
        ])
        .map(drop)
}

/// The order last recorded for a meeting takes the place of the one before.
fn order(connection: &Connection, event: &Event, agenda: &Agenda) -> rusqlite::Result<()> {
    let meeting = agenda.meeting.map(|day| day.to_string()).unwrap_or_default();
    connection.prepare_cached("DELETE FROM agenda WHERE meeting = ?1")?.execute([&meeting])?;
    let mut insert = connection.prepare_cached("INSERT INTO agenda VALUES (?1, ?2, ?3, ?4)")?;
    for (position, case) in (1_i64..).zip(&agenda.cases) {
        insert.execute(params![event.seq, position, meeting, case.as_str()])?;
    }
    Ok(())
}

fn postpone(connection: &Connection, event: &Event, postponement: &Postponement) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT INTO postponement VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?
        .execute(params![
            event.seq,
            postponement.case_id.as_str(),
            postponement.alias.as_str(),
            postponement.meeting.map(|day| day.to_string()),
            postponement.reason,
            event.at,
            event.actor,
        ])
        .map(drop)
}

fn suppose(connection: &Connection, event: &Event, hypothesis: &Hypothesis) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT INTO hypothesis VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)")?
        .execute(params![
            event.seq,
            hypothesis.case_id.as_str(),
            hypothesis.alias.as_str(),
            hypothesis.meeting.map(|day| day.to_string()),
            hypothesis.day.to_string(),
            hypothesis.question.as_str(),
            hypothesis.class,
            hypothesis.case_sha256,
            hypothesis.language,
            hypothesis.remark,
            event.at,
            event.actor,
        ])?;
    let mut insert = connection.prepare_cached("INSERT INTO hypothesis_fact VALUES (?1, ?2, ?3, ?4, ?5)")?;
    for (position, one) in (1_i64..).zip(&hypothesis.supposed) {
        insert.execute(params![event.seq, position, one.fact, one.truth, one.supposed])?;
    }
    let mut insert = connection.prepare_cached("INSERT INTO hypothesis_cell VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
    for (position, cell) in (1_i64..).zip(&hypothesis.changed) {
        let (before, after) = (&cell.before.verdict, &cell.after.verdict);
        insert.execute(params![event.seq, position, cell.topic, cell.guideline, before, after])?;
    }
    Ok(())
}
