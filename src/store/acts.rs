use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::browse::{current_at, entry};
use super::draft::put_away;
use super::journal::{Event, Kind};
use super::projection::project;
use super::{Act, Agenda, DecisionId, Hypothesis, Ledger, Locked, Postponement, Revision, StoreError, sha256};
use crate::domain::CaseId;

impl Ledger {
    /// Records a decision, or a new version of one when `locked.amends` names the version the room had in front of it.
    ///
    /// The draft it was made from is put away in the same act if nobody typed in it since; otherwise it stays.
    ///
    /// Refused with what is there when the case was decided at this meeting, or the version amended, in the meantime.
    pub fn lock(&mut self, locked: &Locked, made_from: Option<Revision>, act: &Act) -> Result<DecisionId, StoreError> {
        required(&act.actor, "the author")?;
        if sha256(&locked.case_yaml) != locked.case_sha256 {
            return Err(StoreError::CaseFileChanged);
        }
        let transaction = self.write()?;
        let kind = allowed(&transaction, locked)?;
        let event = append(&transaction, act, Some(&locked.case_id), kind, serde_json::to_string(locked)?)?;
        if let Some(revision) = made_from {
            put_away(&transaction, &locked.case_id, revision, act)?;
        }
        transaction.commit()?;
        event.id.parse().map_err(|error: uuid::Error| StoreError::Event { seq: event.seq, why: error.to_string() })
    }

    /// Records that a case leaves the agenda undiscussed, and why.
    pub fn postpone(&mut self, postponement: &Postponement, act: &Act) -> Result<(), StoreError> {
        required(&act.actor, "the author")?;
        required(&postponement.reason, "the reason for postponing")?;
        let payload = serde_json::to_string(postponement)?;
        let transaction = self.write()?;
        append(&transaction, act, Some(&postponement.case_id), Kind::Postponed, payload)?;
        transaction.commit()?;
        Ok(())
    }

    /// Records what a room supposed of a case: not a decision, and nothing of the case stands otherwise for it.
    pub fn suppose(&mut self, hypothesis: &Hypothesis, act: &Act) -> Result<(), StoreError> {
        required(&act.actor, "the author")?;
        required(&hypothesis.remark, "the remark on the hypothesis")?;
        if hypothesis.supposed.is_empty() {
            return Err(StoreError::Blank("what is supposed"));
        }
        let payload = serde_json::to_string(hypothesis)?;
        let transaction = self.write()?;
        append(&transaction, act, Some(&hypothesis.case_id), Kind::Supposed, payload)?;
        transaction.commit()?;
        Ok(())
    }

    /// Records the order in which the cases of a meeting are taken.
    pub fn order_agenda(&mut self, agenda: &Agenda, act: &Act) -> Result<(), StoreError> {
        let payload = serde_json::to_string(agenda)?;
        let transaction = self.write()?;
        append(&transaction, act, None, Kind::AgendaOrdered, payload)?;
        transaction.commit()?;
        Ok(())
    }

    /// A transaction that keeps other writers out from its start, so that what it reads still holds when it writes.
    pub(super) fn write(&mut self) -> Result<Transaction<'_>, StoreError> {
        self.still_there()?;
        Ok(self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?)
    }
}

pub(super) fn required(words: &str, what: &'static str) -> Result<(), StoreError> {
    if words.trim().is_empty() { Err(StoreError::Blank(what)) } else { Ok(()) }
}

pub(super) fn append(
    transaction: &Connection,
    act: &Act,
    case_id: Option<&CaseId>,
    kind: Kind,
    payload: String,
) -> Result<Event, StoreError> {
    let event = Event::next(transaction, act, case_id, kind, payload)?;
    event.insert(transaction)?;
    project(transaction, &event)?;
    Ok(event)
}

/// Whether nothing was recorded in the meantime that the room has not seen.
fn allowed(connection: &Connection, locked: &Locked) -> Result<Kind, StoreError> {
    let standing = current_at(connection, &locked.case_id, locked.meeting)?;
    let Some(amends) = &locked.amends else {
        return standing.map_or(Ok(Kind::Locked), |other| Err(StoreError::AlreadyDecided(Box::new(other))));
    };
    required(&amends.reason, "the reason for amending")?;
    let seen = entry(connection, amends.decision)?.ok_or(StoreError::UnknownDecision(amends.decision))?;
    if seen.case_id != locked.case_id {
        return Err(StoreError::AnotherCase { case: locked.case_id.clone(), amended: seen.case_id });
    }
    if !seen.is_current {
        let current = super::browse::versions(connection, seen.id)?.pop().unwrap_or(seen);
        return Err(StoreError::Superseded(Box::new(current)));
    }
    match standing {
        Some(other) if other.id != seen.id => Err(StoreError::AlreadyDecided(Box::new(other))),
        _ => Ok(Kind::Amended),
    }
}
