//! What an export reads: decisions that were chosen, the rows of the views that belong to them, all in one consistent state.

use std::io;

use chrono::{DateTime, Utc};
use rusqlite::types::{Value, ValueRef};
use rusqlite::{OptionalExtension, Row, Transaction, params_from_iter};

use super::browse::{Columns, damaged, from_row, parsed, whole};
use super::{Ledger, Recorded, StoreError};
use crate::archive::filter::Query;
use crate::domain::{CaseId, Day, Reach, Role, Specialty};
use crate::text::dictionary::{Of, View};

/// Which decisions are taken. The day of a decision is that of its meeting, else that of its locking in universal time.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Choice {
    /// From this day on.
    pub since: Option<Day>,
    /// Up to this day, which is in it.
    pub until: Option<Day>,
    /// Of this case only.
    pub case: Option<CaseId>,
    /// Versions that were replaced too.
    pub all_versions: bool,
    /// Of decisions that meet this as they are in force; their order is not asked for.
    pub query: Option<Query>,
}

/// Who watches long work, and may stop it.
pub trait Watch {
    /// So much is done, of so much where that is known.
    ///
    /// # Errors
    /// [`StoreError::Stopped`], where it is to stop: nothing more is done then.
    fn at(&mut self, done: u64, of: Option<u64>) -> Result<(), StoreError>;
}

/// Nobody watches.
impl Watch for () {
    fn at(&mut self, _: u64, _: Option<u64>) -> Result<(), StoreError> {
        Ok(())
    }
}

/// A value of a row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell<'a> {
    /// None.
    Nothing,
    /// A whole number.
    Whole(i64),
    /// A number with decimals.
    Number(f64),
    /// Words.
    Text(&'a str),
}

/// A meeting as it was held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Its name.
    pub title: String,
    /// How far it reaches.
    pub reach: Option<Reach>,
    /// Where; empty where nobody said.
    pub place: String,
    /// When it was first opened.
    pub opened_at: DateTime<Utc>,
    /// When it was last closed.
    pub closed_at: Option<DateTime<Utc>>,
}

/// Somebody on the sheet of a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendant {
    /// Their name.
    pub name: String,
    /// Their specialty.
    pub specialty: Specialty,
    /// What they do there.
    pub role: Role,
}

/// The ledger in one consistent state, whatever others record meanwhile, and the decisions chosen in it.
pub struct Chosen<'a> {
    ledger: &'a Ledger,
    snapshot: Transaction<'a>,
    choice: Choice,
    /// How many they are.
    pub count: u64,
}

impl Ledger {
    /// Chooses decisions, in one consistent state of the ledger.
    ///
    /// What is exported is decided here and nowhere else: the places in the journal that stand in `chosen`.
    pub fn choose(&self, choice: &Choice) -> Result<Chosen<'_>, StoreError> {
        let snapshot = self.connection.unchecked_transaction()?;
        // Gone with the transaction; a ledger that is open for reading only has such tables too.
        snapshot.execute_batch(
            "CREATE TEMP TABLE chosen (event_seq INTEGER PRIMARY KEY, id TEXT NOT NULL, set_id TEXT NOT NULL)",
        )?;
        let (period, values) = period(choice, "ifnull(meeting, substr(locked_at, 1, 10))", Some("case_id"));
        let mut values: Vec<Value> = values.into_iter().map(Value::Text).collect();
        let current = if choice.all_versions { "1" } else { "is_current = 1" };
        let met = match &choice.query {
            Some(query) => {
                let (met, of_query) = self.met(query)?;
                values.extend(of_query);
                format!("set_id IN (SELECT set_id FROM decision WHERE event_seq IN ({met}))")
            }
            None => "1".to_owned(),
        };
        let sql = format!(
            "INSERT INTO temp.chosen SELECT event_seq, id, set_id FROM decision WHERE {current} AND {period} AND {met}"
        );
        let count = snapshot.execute(&sql, params_from_iter(values))?;
        Ok(Chosen { ledger: self, snapshot, choice: choice.clone(), count: count as u64 })
    }

    /// Everybody whom the journal names, in the order of the alphabet.
    pub fn names(&self) -> Result<Vec<String>, StoreError> {
        let mut select = self.connection.prepare_cached(
            "SELECT DISTINCT name FROM (
               SELECT person AS name FROM meeting_act UNION ALL SELECT person FROM decision_position
               UNION ALL SELECT person FROM decision_dissent UNION ALL SELECT owner FROM decision_action
               UNION ALL SELECT teller FROM decision_deliberation UNION ALL SELECT json_extract(detail, '$.by') FROM decision_act
               UNION ALL SELECT json_extract(detail, '$.chair') FROM meeting_act WHERE act = 'opened'
               UNION ALL SELECT json_extract(detail, '$.secretary') FROM meeting_act WHERE act = 'opened')
             WHERE name IS NOT NULL ORDER BY name",
        )?;
        let names = select.query_map([], |row| row.get(0))?;
        Ok(names.collect::<Result<_, _>>()?)
    }
}

/// The condition that a day and a case are chosen, and its values.
fn period(choice: &Choice, day: &str, case: Option<&str>) -> (String, Vec<String>) {
    let mut parts = vec!["1".to_owned()];
    let mut values = Vec::new();
    let mut add = |column: &str, how: &str, value: Option<String>| {
        if let Some(value) = value {
            values.push(value);
            parts.push(format!("{column} {how} ?{}", values.len()));
        }
    };
    add(day, ">=", choice.since.map(|day| day.to_string()));
    add(day, "<=", choice.until.map(|day| day.to_string()));
    if let Some(column) = case {
        add(column, "=", choice.case.as_ref().map(ToString::to_string));
    }
    (parts.join(" AND "), values)
}

impl Chosen<'_> {
    /// What was asked for.
    pub fn choice(&self) -> &Choice {
        &self.choice
    }

    /// Visits each decision in full, in the order of the journal.
    pub fn each(
        &self,
        watch: &mut dyn Watch,
        visit: &mut dyn FnMut(&Recorded) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut seqs = self.snapshot.prepare("SELECT event_seq FROM temp.chosen ORDER BY event_seq")?;
        let sql = format!("SELECT {Columns} FROM decision AS d WHERE d.event_seq = ?1");
        let mut rows = seqs.query([])?;
        let mut done = 0;
        while let Some(row) = rows.next()? {
            watch.at(done, Some(self.count))?;
            let entry = self.snapshot.prepare_cached(&sql)?.query_row([row.get::<_, i64>(0)?], from_row)?;
            visit(&whole(&self.snapshot, self.ledger, entry)?)?;
            done += 1;
        }
        watch.at(done, Some(self.count))
    }

    /// Visits the rows of a view that belong to what is chosen; gives how many there were.
    ///
    /// Meetings, passages and what is of no decision are chosen by the same days and the same case.
    pub fn rows(
        &self,
        view: &View,
        watch: &mut dyn Watch,
        visit: &mut dyn FnMut(&[Cell<'_>]) -> Result<(), StoreError>,
    ) -> Result<u64, StoreError> {
        let (sql, values) = self.select(view);
        let mut select = self.snapshot.prepare(&sql)?;
        let mut rows = select.query(params_from_iter(values))?;
        let mut count = 0;
        while let Some(row) = rows.next()? {
            watch.at(count, None)?;
            let cells = (0..view.columns.len()).map(|at| cell(row, at)).collect::<Result<Vec<_>, _>>()?;
            visit(&cells)?;
            count += 1;
        }
        Ok(count)
    }

    fn select(&self, view: &View) -> (String, Vec<String>) {
        let columns: Vec<String> = view.columns.iter().map(|column| format!("v.\"{}\"", column.name)).collect();
        let (columns, name) = (columns.join(", "), view.name);
        let order = |first: &str| {
            let rest = view.order.iter().map(|column| format!("v.\"{column}\""));
            std::iter::once(first.to_owned()).chain(rest).collect::<Vec<_>>().join(", ")
        };
        let by_id = |id: &str, chosen: &str| {
            let order = order("c.event_seq");
            let join = format!("temp.chosen AS c CROSS JOIN {name} AS v ON v.\"{id}\" = c.{chosen}");
            (format!("SELECT {columns} FROM {join} ORDER BY {order}"), Vec::new())
        };
        let by_day = |day: &str, case: Option<&str>| {
            let (period, values) = period(&self.choice, day, case);
            (format!("SELECT {columns} FROM {name} AS v WHERE {period} ORDER BY {}", order(day)), values)
        };
        match view.of {
            Of::Version(id) => by_id(id, "id"),
            // Said of whichever version: once for the decision, although several of its versions may be chosen.
            Of::Decision(id) => {
                let first = "(SELECT set_id, min(event_seq) AS event_seq FROM temp.chosen GROUP BY set_id)";
                let join = format!("{first} AS c CROSS JOIN {name} AS v ON v.\"{id}\" = c.set_id");
                (format!("SELECT {columns} FROM {join} ORDER BY {}", order("c.event_seq")), Vec::new())
            }
            Of::Meeting if self.choice.case.is_some() => {
                let (period, values) = period(&self.choice, "v.meeting", Some("p.case_id"));
                let there = format!("EXISTS (SELECT 1 FROM passages AS p WHERE p.meeting = v.meeting AND {period})");
                (format!("SELECT {columns} FROM {name} AS v WHERE {there} ORDER BY {}", order("v.meeting")), values)
            }
            Of::Meeting => by_day("v.meeting", None),
            Of::Passage => by_day("v.meeting", Some("v.case_id")),
            Of::Case("meeting") => by_day("ifnull(v.meeting, substr(v.at, 1, 10))", Some("v.case_id")),
            Of::Case(day) => by_day(&format!("v.\"{day}\""), Some("v.case_id")),
            Of::Export => (format!("SELECT {columns} FROM {name} AS v WHERE 0"), Vec::new()),
        }
    }

    /// The meeting of a day; none where none was ever opened then.
    pub fn held(&self, day: Day) -> Result<Option<Held>, StoreError> {
        let sql = "SELECT title, reach, place, opened_at, closed_at FROM meetings WHERE meeting = ?1";
        let held = self.snapshot.prepare_cached(sql)?.query_row([day.to_string()], |row| {
            let reach: Option<String> = row.get("reach")?;
            Ok(Held {
                title: row.get::<_, Option<String>>("title")?.unwrap_or_default(),
                reach: reach.as_deref().and_then(Reach::from_code),
                place: row.get::<_, Option<String>>("place")?.unwrap_or_default(),
                opened_at: parsed(row, "opened_at")?,
                closed_at: moment(row, "closed_at")?,
            })
        });
        Ok(held.optional()?)
    }

    /// Who was on the sheet of the meeting of a day, in the order of the alphabet.
    pub fn sheet(&self, day: Day) -> Result<Vec<Attendant>, StoreError> {
        let sql = "SELECT person, specialty, role FROM attendance WHERE meeting = ?1 ORDER BY person";
        let mut select = self.snapshot.prepare_cached(sql)?;
        let code = |row: &Row<'_>, column: &str| row.get::<_, Option<String>>(column).map(Option::unwrap_or_default);
        let sheet = select.query_map([day.to_string()], |row| {
            Ok(Attendant {
                name: row.get("person")?,
                specialty: Specialty::from_code(&code(row, "specialty")?).unwrap_or(Specialty::Other),
                role: Role::from_code(&code(row, "role")?).unwrap_or(Role::Guest),
            })
        })?;
        Ok(sheet.collect::<Result<_, _>>()?)
    }

    /// When a case was begun at a meeting, and when it was done with.
    pub fn passed(&self, meeting: Day, case: &CaseId) -> Result<[Option<DateTime<Utc>>; 2], StoreError> {
        // As the view `passages` has it, which would gather all passages first.
        let sql = "SELECT min(CASE WHEN act = 'started' THEN at END) AS started_at,
                   max(CASE WHEN act = 'ended' THEN at END) AS ended_at
                   FROM meeting_act WHERE case_id = ?2 AND meeting = ?1";
        let found = self.snapshot.prepare_cached(sql)?.query_row([meeting.to_string(), case.to_string()], |row| {
            Ok([moment(row, "started_at")?, moment(row, "ended_at")?])
        });
        Ok(found?)
    }
}

fn moment(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<DateTime<Utc>>> {
    if row.get_ref(column)? == ValueRef::Null { Ok(None) } else { parsed(row, column).map(Some) }
}

fn cell<'a>(row: &'a Row<'_>, at: usize) -> rusqlite::Result<Cell<'a>> {
    match row.get_ref(at)? {
        ValueRef::Null => Ok(Cell::Nothing),
        ValueRef::Integer(number) => Ok(Cell::Whole(number)),
        ValueRef::Real(number) => Ok(Cell::Number(number)),
        ValueRef::Text(bytes) => match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Cell::Text(text)),
            Err(error) => Err(damaged(row, row.as_ref().column_name(at).unwrap_or_default(), &error.to_string())),
        },
        ValueRef::Blob(_) => Err(damaged(row, row.as_ref().column_name(at).unwrap_or_default(), "bytes")),
    }
}

impl From<io::Error> for StoreError {
    /// What the reader of an answer or the disk of a document refused.
    fn from(error: io::Error) -> Self {
        Self::Unwritten(error)
    }
}
