use std::ops::ControlFlow;

use rusqlite::{ToSql, params_from_iter};

use super::browse::{Columns, from_row};
use super::{Entry, Ledger, Locked, StoreError};
use crate::domain::{CaseId, Day};

/// Rows that are held at a time.
const HELD: i64 = 64;

/// Which decisions in force are gone through.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sweep {
    /// Those of meetings on this day or later; of decisions without a meeting, locked on it or later.
    pub since: Option<Day>,
    /// Those on this case.
    pub case: Option<CaseId>,
}

impl Sweep {
    /// The condition on `decision AS d`, and its values.
    fn condition(&self) -> (String, Vec<String>) {
        let (mut sql, mut values) = ("d.is_current = 1".to_owned(), Vec::new());
        if let Some(case) = &self.case {
            sql.push_str(" AND d.case_id = ?");
            values.push(case.to_string());
        }
        if let Some(since) = self.since {
            sql.push_str(" AND ifnull(d.meeting, substr(d.locked_at, 1, 10)) >= ?");
            values.push(since.to_string());
        }
        (sql, values)
    }
}

impl Ledger {
    /// How many decisions a sweep goes through.
    pub fn swept(&self, sweep: &Sweep) -> Result<u64, StoreError> {
        let (condition, values) = sweep.condition();
        let sql = format!("SELECT count(*) FROM decision AS d WHERE {condition}");
        let count: i64 = self.connection.query_row(&sql, params_from_iter(values), |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    /// Goes through decisions in force with all that was locked, the oldest first, a few in memory at a time, until it is
    /// told to stop, and gives what it was told then; what was locked is none where it cannot be read.
    pub fn sweep<T>(
        &self,
        sweep: &Sweep,
        mut visit: impl FnMut(Entry, Option<Locked>) -> ControlFlow<T>,
    ) -> Result<Option<T>, StoreError> {
        let (condition, values) = sweep.condition();
        let sql = format!(
            "SELECT {Columns}, e.payload AS payload FROM decision AS d JOIN event AS e ON e.seq = d.event_seq
             WHERE {condition} AND d.event_seq > ? ORDER BY d.event_seq LIMIT {HELD}"
        );
        let mut last = 0_i64;
        loop {
            let mut select = self.connection.prepare_cached(&sql)?;
            let given: Vec<&dyn ToSql> =
                values.iter().map(|value| value as &dyn ToSql).chain([&last as &dyn ToSql]).collect();
            let rows = select.query_map(params_from_iter(given), |row| Ok((from_row(row)?, row.get("payload")?)))?;
            let rows: Vec<(Entry, String)> = rows.collect::<rusqlite::Result<_>>()?;
            let Some((newest, _)) = rows.last() else { return Ok(None) };
            last = newest.seq;
            for (past, payload) in rows {
                if let ControlFlow::Break(told) = visit(past, serde_json::from_str(&payload).ok()) {
                    return Ok(Some(told));
                }
            }
        }
    }
}
