use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::browse::parsed;
use super::{Act, Ledger, StoreError};
use crate::domain::CaseId;

pub use crate::meeting::Revision;

/// What is being typed for a case, not yet decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The case's number.
    pub case_id: CaseId,
    /// The text; its form is the meeting's affair.
    pub body: String,
    /// Its revision.
    pub revision: Revision,
    /// When it was last saved.
    pub updated_at: DateTime<Utc>,
    /// Who typed it.
    pub author: String,
}

impl Ledger {
    /// Saves what is typed, durably, as often as a key is struck. `typed_upon` is the revision this terminal last saw,
    /// none when it saw no draft; refused with the other's text when somebody saved in between.
    pub fn save_draft(
        &mut self,
        case_id: &CaseId,
        body: &str,
        typed_upon: Option<Revision>,
        act: &Act,
    ) -> Result<Revision, StoreError> {
        let transaction = self.write()?;
        let standing = stored(&transaction, case_id)?;
        let (last, theirs) = standing.map_or((0, None), |(revision, draft)| (revision.0, draft));
        if theirs.as_ref().map(|draft| draft.revision) != typed_upon {
            return Err(StoreError::DraftConflict { theirs: theirs.map(Box::new) });
        }
        let revision = Revision(last + 1);
        transaction
            .prepare_cached(
                "INSERT INTO draft (case_id, body, revision, updated_at, author) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (case_id) DO UPDATE SET body = excluded.body, revision = excluded.revision,
                   updated_at = excluded.updated_at, author = excluded.author",
            )?
            .execute(params![case_id.as_str(), body, revision.0, moment(act), act.actor])?;
        transaction.commit()?;
        Ok(revision)
    }

    /// The draft of a case, if one is being typed.
    pub fn draft(&self, case_id: &CaseId) -> Result<Option<Draft>, StoreError> {
        Ok(stored(&self.connection, case_id)?.and_then(|(_, draft)| draft))
    }

    /// Puts a draft away; refused with the other's text when somebody saved after `seen`.
    pub fn drop_draft(&mut self, case_id: &CaseId, seen: Revision, act: &Act) -> Result<(), StoreError> {
        let transaction = self.write()?;
        if !put_away(&transaction, case_id, seen, act)? {
            let theirs = stored(&transaction, case_id)?.and_then(|(_, draft)| draft);
            return Err(StoreError::DraftConflict { theirs: theirs.map(Box::new) });
        }
        transaction.commit()?;
        Ok(())
    }
}

/// Empties the draft of this revision; says whether it was still there.
pub(super) fn put_away(connection: &Connection, case_id: &CaseId, seen: Revision, act: &Act) -> rusqlite::Result<bool> {
    let changed = connection
        .prepare_cached(
            "UPDATE draft SET body = NULL, revision = revision + 1, updated_at = ?3, author = ?4
             WHERE case_id = ?1 AND revision = ?2 AND body IS NOT NULL",
        )?
        .execute(params![case_id.as_str(), seen.0, moment(act), act.actor])?;
    Ok(changed == 1)
}

/// The last revision, and the draft unless it was put away.
fn stored(connection: &Connection, case_id: &CaseId) -> rusqlite::Result<Option<(Revision, Option<Draft>)>> {
    connection
        .prepare_cached("SELECT case_id, body, revision, updated_at, author FROM draft WHERE case_id = ?1")?
        .query_row([case_id.as_str()], |row| Ok((Revision(row.get("revision")?), from_row(row)?)))
        .optional()
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Option<Draft>> {
    let Some(body) = row.get("body")? else { return Ok(None) };
    Ok(Some(Draft {
        case_id: parsed(row, "case_id")?,
        body,
        revision: Revision(row.get("revision")?),
        updated_at: parsed(row, "updated_at")?,
        author: row.get("author")?,
    }))
}

pub(super) fn moment(act: &Act) -> String {
    act.at.to_rfc3339_opts(SecondsFormat::Millis, true)
}
