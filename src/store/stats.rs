use rusqlite::{InterruptHandle, Row, ToSql, params_from_iter};

use super::browse::moment;
use super::{Ledger, StoreError};
use crate::archive::stats::{Amounts, Answer, Behind, Chosen, Figure, Half, Kind, Of, Period, Rows, Tally};
use crate::domain::Position;
use crate::meeting::Moment;

/// The day that stands for "before every day", and the one for "after every day", as text is compared.
const ENDS: (&str, &str) = ("", "~");

/// Stops what a ledger is counting, from another thread.
pub struct Stopper(InterruptHandle);

impl Stopper {
    /// Has the counting under way end with [`StoreError::Stopped`].
    pub fn stop(&self) {
        self.0.interrupt();
    }
}

/// Decisions, and how many there are in all.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CasesBehind {
    /// The newest of them.
    pub moments: Vec<Moment>,
    /// How many in all.
    pub total: u64,
}

impl Ledger {
    /// What stops this ledger's counting from another thread.
    pub fn stopper(&self) -> Stopper {
        Stopper(self.connection.get_interrupt_handle())
    }

    /// What a figure says of a period, counted from its view. Nothing of older versions is counted.
    pub fn figure(&self, figure: &'static Figure, period: Period) -> Result<Answer, StoreError> {
        let rows = self.rows(figure, period)?;
        Ok(Answer::of(figure, period, &rows))
    }

    fn rows(&self, figure: &Figure, period: Period) -> Result<Rows, StoreError> {
        let mut rows = Rows::default();
        let (since, until) = days(period);
        let days = [since.as_str(), until.as_str()];
        let view = figure.view();
        match figure.kind {
            Kind::Amount => {}
            Kind::Trend | Kind::Count => {
                rows.tallies = self.each(&by_half(&view), &days, tally_of_half)?;
            }
            _ => rows.tallies = self.each(&by_answer(&view), &days, tally)?,
        }
        if figure.is_several() {
            let sql = format!(
                "SELECT part, count(DISTINCT event_seq) FROM {view} WHERE day >= ?1 AND day <= ?2 GROUP BY part"
            );
            rows.units = self.each(&sql, &days, |row| Ok((row.get(0)?, row.get(1)?)))?;
        }
        if figure.unit.is_some() {
            rows.amounts = self.amounts(&view, &days)?;
        }
        if figure.kind == Kind::Kappa {
            rows.voices = self.voices(&view, &days)?;
        }
        Ok(rows)
    }

    fn each<T>(
        &self,
        sql: &str,
        days: &[&str; 2],
        of: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.query_map(days, of)?.collect::<rusqlite::Result<_>>()?)
    }

    fn amounts(&self, view: &str, days: &[&str; 2]) -> Result<Vec<Amounts>, StoreError> {
        let sql = format!("SELECT part, answer, amount FROM {view} WHERE day >= ?1 AND day <= ?2");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut found: Vec<Amounts> = Vec::new();
        let mut rows = statement.query(days)?;
        while let Some(row) = rows.next()? {
            let (part, answer) = (text(row, 0)?, text(row, 1)?);
            let same = |one: &Amounts| one.part.as_deref() == part && one.answer.as_deref() == answer;
            let at = found.iter().position(same).unwrap_or_else(|| {
                let (part, answer) = (part.map(str::to_owned), answer.map(str::to_owned));
                found.push(Amounts { part, answer, ..Amounts::default() });
                found.len() - 1
            });
            let Some(one) = found.get_mut(at) else { continue };
            match row.get(2)? {
                Some(amount) => one.values.push(amount),
                None => one.missing += 1,
            }
        }
        Ok(found)
    }

    /// How many of each position, for each part of each case.
    fn voices(&self, view: &str, days: &[&str; 2]) -> Result<Vec<(String, [u32; 4])>, StoreError> {
        let sums: Vec<String> =
            Position::ALL.iter().map(|position| format!("sum(answer = '{}')", position.code())).collect();
        let sql = format!(
            "SELECT part, {} FROM {view} WHERE day >= ?1 AND day <= ?2 AND answer IS NOT NULL GROUP BY event_seq, part",
            sums.join(", ")
        );
        self.each(&sql, days, |row| Ok((row.get(0)?, [row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?])))
    }

    /// The cases behind a number, the newest first, and how many there are. Behind a number of meetings stand the decisions
    /// in force that were taken there.
    pub fn cases_behind(&self, behind: &Behind, period: Period, limit: usize) -> Result<CasesBehind, StoreError> {
        let view = behind.figure.view();
        let (since, until) = days(period);
        let mut given: Vec<&dyn ToSql> = vec![&since, &until, &behind.part];
        let chosen = match &behind.chosen {
            Chosen::All => "",
            Chosen::Answer(answer) => {
                given.push(answer);
                "AND answer IS ?4"
            }
            Chosen::Known => "AND amount IS NOT NULL",
            Chosen::Unknown => "AND amount IS NULL",
        };
        let rows = format!("FROM {view} WHERE day >= ?1 AND day <= ?2 AND part IS ?3 {chosen}");
        let seqs = if matches!(behind.figure.of, Of::Meeting | Of::MeetingSpecialty) {
            format!(
                "SELECT d.event_seq FROM stat_base AS d JOIN decision_room AS r ON r.event_seq = d.event_seq
                 WHERE r.held_on IN (SELECT day {rows})"
            )
        } else {
            format!("SELECT DISTINCT event_seq {rows}")
        };
        let snapshot = self.connection.unchecked_transaction()?;
        let total: i64 = snapshot
            .prepare_cached(&format!("SELECT count(*) FROM ({seqs})"))?
            .query_row(params_from_iter(&given), |row| row.get(0))?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let newest = format!("SELECT event_seq FROM ({seqs}) ORDER BY event_seq DESC LIMIT {limit}");
        let newest: Vec<i64> = snapshot
            .prepare_cached(&newest)?
            .query_map(params_from_iter(&given), |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let mut moments = Vec::with_capacity(newest.len());
        for seq in newest {
            moments.extend(moment(&snapshot, seq)?);
        }
        Ok(CasesBehind { moments, total: u64::try_from(total).unwrap_or_default() })
    }
}

fn days(period: Period) -> (String, String) {
    let written =
        |day: Option<crate::domain::Day>, end: &str| day.map_or_else(|| end.to_owned(), |day| day.to_string());
    (written(period.since, ENDS.0), written(period.until, ENDS.1))
}

fn by_answer(view: &str) -> String {
    format!("SELECT part, answer, count(*) FROM {view} WHERE day >= ?1 AND day <= ?2 GROUP BY part, answer")
}

fn by_half(view: &str) -> String {
    format!(
        "SELECT part, answer, count(*), CAST(substr(day, 1, 4) AS INTEGER), CAST(substr(day, 6, 2) AS INTEGER) FROM {view}
         WHERE day >= ?1 AND day <= ?2 GROUP BY part, answer, substr(day, 1, 7)"
    )
}

fn tally(row: &Row<'_>) -> rusqlite::Result<Tally> {
    Ok(Tally { part: row.get(0)?, answer: row.get(1)?, half: None, count: row.get(2)? })
}

fn tally_of_half(row: &Row<'_>) -> rusqlite::Result<Tally> {
    Ok(Tally { half: Some(Half::of(row.get(3)?, row.get(4)?)), ..tally(row)? })
}

/// What a column says, where it says something.
fn text<'a>(row: &'a Row<'_>, column: usize) -> rusqlite::Result<Option<&'a str>> {
    Ok(row.get_ref(column)?.as_str_or_null()?)
}
