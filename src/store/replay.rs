use rusqlite::params;

use super::browse::{Columns, entries, postponed};
use super::{Entry, Ledger, Postponed, SessionAct, StoreError};
use crate::archive::Replay;
use crate::domain::Day;

impl Ledger {
    /// A meeting as the journal tells it, with what was decided and put off in it; none where nothing of it is recorded. What
    /// was done after its close belongs to it no more.
    pub fn replay(&self, meeting: Day) -> Result<Option<Replay>, StoreError> {
        let snapshot = self.connection.unchecked_transaction()?;
        let acts = self.meeting_acts(meeting, 0)?;
        let first = acts.first().map_or(0, |act| act.seq);
        let closed = acts.last().filter(|act| act.what == SessionAct::Closed).map(|act| act.seq);
        let span = params![meeting.to_string(), first, closed.unwrap_or(i64::MAX)];
        let sql = format!(
            "SELECT {Columns} FROM decision AS d LEFT JOIN decision_room AS r ON r.event_seq = d.event_seq
             WHERE d.event_seq BETWEEN ?2 AND ?3 AND ifnull(r.held_on, d.meeting) = ?1 ORDER BY d.event_seq"
        );
        let decided: Vec<Entry> = entries(&mut *snapshot.prepare_cached(&sql)?, span)?;
        let mut select =
            snapshot.prepare_cached("SELECT * FROM postponement WHERE event_seq BETWEEN ?2 AND ?3 AND meeting = ?1")?;
        let postponed: Vec<Postponed> = select.query_map(span, postponed)?.collect::<rusqlite::Result<_>>()?;
        Ok(Replay::of(meeting, acts, decided, postponed))
    }
}
