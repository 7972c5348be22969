use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, Row, Rows, Statement, params};

use super::browse::{Columns, damaged, from_row, parsed};
use super::{Ledger, StoreError};
use crate::archive::{Look, Precedent, Precedents, Traits};
use crate::domain::{Alias, CaseId, CourseOutcome, Drug, Fulfilment, Reading};
use crate::meeting::{ClassGroup, ExtrarenalLevel, PregnancyProject};

/// What two sums of the same parts may differ by.
const ROUNDING: f64 = 1e-12;

impl Ledger {
    /// The decisions in force on other cases that are nearest to this one, exactly as [`Traits::distance`] orders them; of
    /// two as near the newer. Rows are read from the nearest UPCR outwards, a class at a time, until none can be nearer.
    pub fn precedents(
        &self,
        of: &Traits,
        case: &CaseId,
        alias: &Alias,
        limit: usize,
    ) -> Result<Precedents, StoreError> {
        let snapshot = self.connection.unchecked_transaction()?;
        let found = nearest(&snapshot, of, case, limit)?;
        let nearest = found.iter().map(|one| precedent(&snapshot, of, one, alias)).collect::<rusqlite::Result<_>>()?;
        let own: i64 = snapshot
            .prepare_cached("SELECT count(*) FROM decision WHERE case_id = ?1 AND is_current = 1")?
            .query_row([case.as_str()], |row| row.get(0))?;
        Ok(Precedents { nearest, own: usize::try_from(own).unwrap_or_default() })
    }
}

/// A row that may be near.
struct Candidate {
    seq: i64,
    traits: Traits,
    /// Its distance.
    total: f64,
}

/// The nearest, the nearest first.
fn nearest(connection: &Connection, of: &Traits, case: &CaseId, limit: usize) -> rusqlite::Result<Vec<Candidate>> {
    let mut queries = queries(connection, of)?;
    let mut leads = Vec::with_capacity(queries.len());
    for (class, statement, bounds) in &mut queries {
        let rows = if *bounds {
            statement.query(params![class.map(ClassGroup::code), of.upcr])?
        } else {
            statement.query([class.map(ClassGroup::code)])?
        };
        leads.push(Lead::begin(*class, rows, of)?);
    }
    let mut in_force = connection
        .prepare_cached("SELECT 1 FROM decision WHERE event_seq = ?1 AND is_current = 1 AND case_id <> ?2")?;
    let mut kept: Vec<Candidate> = Vec::with_capacity(limit + 1);
    while let Some(lead) =
        leads.iter_mut().filter(|lead| lead.head.is_some()).min_by(|one, other| one.least.total_cmp(&other.least))
    {
        let worst = kept.last().filter(|_| kept.len() >= limit).map(|worst| worst.total);
        if limit == 0 || worst.is_some_and(|worst| lead.least > worst + ROUNDING) {
            break;
        }
        let Some(one) = lead.next(of)? else { continue };
        let place = kept.partition_point(|other| is_before(other, &one));
        if place < limit && in_force.exists(params![one.seq, case.as_str()])? {
            kept.insert(place, one);
            kept.truncate(limit);
        }
    }
    Ok(kept)
}

/// Whether one stands before the other: nearer, or as near and newer.
fn is_before(one: &Candidate, other: &Candidate) -> bool {
    one.total.total_cmp(&other.total).then(other.seq.cmp(&one.seq)).is_lt()
}

type Query<'c> = (Option<ClassGroup>, Statement<'c>, bool);

/// For each class the rows from this UPCR on upwards, downwards, and those without one; all rows of the class where no UPCR
/// is asked for. Each statement with its class, and whether it takes the UPCR.
fn queries<'c>(connection: &'c Connection, of: &Traits) -> rusqlite::Result<Vec<Query<'c>>> {
    let parts: &[(&str, bool)] = if of.upcr.is_some() {
        &[
            ("AND upcr >= ?2 ORDER BY upcr", true),
            ("AND upcr < ?2 ORDER BY upcr DESC", true),
            ("AND upcr IS NULL", false),
        ]
    } else {
        &[("", false)]
    };
    let mut queries = Vec::new();
    for class in ClassGroup::ALL.iter().copied().map(Some).chain([None]) {
        for (part, bounds) in parts {
            let sql = format!(
                "SELECT event_seq, upcr, egfr, flares, prior_lines, failed_courses, extrarenal, pregnancy
                 FROM decision_profile INDEXED BY decision_profile_near WHERE class_group IS ?1 {part}"
            );
            queries.push((class, connection.prepare(&sql)?, *bounds));
        }
    }
    Ok(queries)
}

/// Rows of a class in the order in which they can only get farther.
struct Lead<'s> {
    class: Option<ClassGroup>,
    rows: Rows<'s>,
    head: Option<(i64, Traits)>,
    /// Nothing that is still to come is nearer.
    least: f64,
}

impl<'s> Lead<'s> {
    fn begin(class: Option<ClassGroup>, rows: Rows<'s>, of: &Traits) -> rusqlite::Result<Self> {
        let mut lead = Self { class, rows, head: None, least: 0.0 };
        lead.advance(of)?;
        Ok(lead)
    }

    /// The row at the head; the next one comes in its place.
    fn next(&mut self, of: &Traits) -> rusqlite::Result<Option<Candidate>> {
        let Some((seq, traits)) = self.head.take() else { return Ok(None) };
        self.advance(of)?;
        let total = of.total(&traits);
        Ok(Some(Candidate { seq, traits, total }))
    }

    fn advance(&mut self, of: &Traits) -> rusqlite::Result<()> {
        let class = self.class;
        self.head = self.rows.next()?.map(|row| read(row, class)).transpose()?;
        if let Some((_, traits)) = &self.head {
            self.least = of.least(self.class, traits.upcr);
        }
        Ok(())
    }
}

/// Its place in the journal and what it is compared on.
fn read(row: &Row<'_>, class: Option<ClassGroup>) -> rusqlite::Result<(i64, Traits)> {
    let traits = Traits {
        class,
        upcr: row.get(1)?,
        egfr: row.get(2)?,
        flares: row.get(3)?,
        prior_lines: row.get(4)?,
        failed_courses: row.get(5)?,
        extrarenal: code(row, 6, ExtrarenalLevel::from_code)?,
        pregnancy: code(row, 7, PregnancyProject::from_code)?,
    };
    Ok((row.get(0)?, traits))
}

/// The entry of a closed list that a column names; none where it names none.
fn code<T>(row: &Row<'_>, column: usize, of: fn(&str) -> Option<T>) -> rusqlite::Result<Option<T>> {
    Ok(match row.get_ref(column)? {
        ValueRef::Text(text) => std::str::from_utf8(text).ok().and_then(of),
        _ => None,
    })
}

/// All that is told of a row.
fn precedent(connection: &Connection, of: &Traits, one: &Candidate, alias: &Alias) -> rusqlite::Result<Precedent> {
    let sql = format!("SELECT {Columns} FROM decision AS d WHERE d.event_seq = ?1");
    let past = connection.prepare_cached(&sql)?.query_row([one.seq], from_row)?;
    let (regimen, steroid_start): (Option<String>, Option<f64>) = connection
        .prepare_cached("SELECT regimen, steroid_start FROM decision_profile WHERE event_seq = ?1")?
        .query_row([one.seq], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let drugs = |codes: String| codes.split('+').filter_map(Drug::from_code).collect();
    Ok(Precedent {
        distance: of.distance(&one.traits),
        traits: one.traits.clone(),
        regimen: regimen.map(drugs),
        steroid_start,
        readings: readings(connection, one.seq)?,
        look: look(connection, one.seq)?,
        same_alias: past.alias == *alias,
        past,
    })
}

fn readings(connection: &Connection, seq: i64) -> rusqlite::Result<Vec<(String, String, Reading)>> {
    let sql = "SELECT guideline, edition, reading FROM decision_concordance WHERE event_seq = ?1 ORDER BY position";
    let mut select = connection.prepare_cached(sql)?;
    let rows = select.query_map([seq], |row| {
        let written: String = row.get("reading")?;
        let reading = Reading::from_code(&written).ok_or_else(|| damaged(row, "reading", &written))?;
        Ok((row.get("guideline")?, row.get("edition")?, reading))
    })?;
    rows.collect()
}

/// What came of it, as last said.
fn look(connection: &Connection, seq: i64) -> rusqlite::Result<Option<Look>> {
    let sql = "SELECT l.day, l.months, l.fulfilment, l.outcome, l.upcr, l.egfr FROM decision_look AS l
               WHERE l.set_id = (SELECT set_id FROM decision WHERE event_seq = ?1)
               ORDER BY l.day DESC, l.event_seq DESC LIMIT 1";
    connection
        .prepare_cached(sql)?
        .query_row([seq], |row| {
            let fulfilment: String = row.get("fulfilment")?;
            Ok(Look {
                day: parsed(row, "day")?,
                months: row.get("months")?,
                fulfilment: Fulfilment::from_code(&fulfilment)
                    .ok_or_else(|| damaged(row, "fulfilment", &fulfilment))?,
                outcome: row.get::<_, Option<String>>("outcome")?.as_deref().and_then(CourseOutcome::from_code),
                upcr: row.get("upcr")?,
                egfr: row.get("egfr")?,
            })
        })
        .optional()
}
