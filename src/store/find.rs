//! Past decisions that a line of the filter language asks for: a page at a time, counted, cancelled when it is no longer
//! asked. Words lead where there are any, else the order, among what the rarest condition with an index names.

use rusqlite::types::{Value, ValueRef};
use rusqlite::{OptionalExtension, Row, params_from_iter};

use super::browse::{Columns, from_row, rows};
use super::find_condition::{Condition, condition, seqs};
use super::find_words::words;
use super::{Entry, Ledger, StoreError};
use crate::archive::filter::{After, Count, Direction, Query, Sort, SortKey, SortValue, Term, What};

/// More rows than this are not sorted to find the first of them: the order leads instead, and each row is looked at.
const FEW: i64 = 20_000;
/// Stands, in a condition, for the place in the journal of whatever leads.
const SEQ: &str = "{seq}";
/// Instructions of the database between two questions whether the answer is still waited for: well under a millisecond.
const PATIENCE: i32 = 1_000;

/// Decisions that were found.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// The decisions, in the order that was asked.
    pub entries: Vec<Entry>,
    /// Where the next page begins; none where there is none.
    pub next: Option<After>,
}

impl Ledger {
    /// Decisions in force that meet the query, in its order, from the beginning or after the last row of a page before.
    pub fn find(&self, query: &Query, limit: usize, after: Option<&After>) -> Result<Page, StoreError> {
        let snapshot = self.connection.unchecked_transaction()?;
        let plan = self.plan(query)?;
        let mut hits = Vec::new();
        for part in parts(query.sort, after) {
            let left = limit.saturating_add(1) - hits.len();
            hits.extend(self.hits(&plan, query.sort, &part, left)?);
            if hits.len() > limit {
                break;
            }
        }
        let more = hits.len() > limit;
        hits.truncate(limit);
        let next = hits.last().cloned().filter(|_| more);
        let sql = format!("SELECT {Columns} FROM decision AS d WHERE d.event_seq = ?1");
        let mut select = snapshot.prepare_cached(&sql)?;
        let mut entries = Vec::with_capacity(hits.len());
        for hit in &hits {
            entries.extend(select.query_row([hit.seq], from_row).optional()?);
        }
        Ok(Page { entries, next })
    }

    /// How many decisions in force meet the query, counted up to so many.
    pub fn how_many(&self, query: &Query, most: u64) -> Result<Count, StoreError> {
        let plan = self.plan(query)?;
        let sql = format!(
            "SELECT count(*) FROM (SELECT 1 FROM {} WHERE {} LIMIT {})",
            plan.from(Sort::Newest),
            plan.conditions.sql().replace(SEQ, plan.seq(Sort::Newest)),
            most.saturating_add(1)
        );
        let found: i64 =
            self.connection.prepare(&sql)?.query_row(params_from_iter(&plan.conditions.values), |row| row.get(0))?;
        let found = found.unsigned_abs();
        Ok(if found > most { Count::MoreThan(most) } else { Count::Exactly(found) })
    }

    /// The places in the journal of the decisions in force that meet the query, as SQL with its values.
    pub(super) fn met(&self, query: &Query) -> Result<(String, Vec<Value>), StoreError> {
        let plan = self.plan(query)?;
        let (seq, from) = (plan.seq(Sort::Newest), plan.from(Sort::Newest));
        let conditions = plan.conditions.sql().replace(SEQ, seq);
        Ok((format!("SELECT {seq} FROM {from} WHERE {conditions}"), plan.conditions.values))
    }

    /// From now on, whatever is read is given up as soon as this says that it is no longer waited for.
    pub fn give_up_when(&self, is_over: impl FnMut() -> bool + Send + 'static) -> Result<(), StoreError> {
        Ok(self.connection.progress_handler(PATIENCE, Some(is_over))?)
    }

    fn plan(&self, query: &Query) -> Result<Plan, StoreError> {
        let terms = flat(&query.terms);
        let words = words(&terms);
        let mut conditions = Condition::default();
        for term in &terms {
            if !words.takes(term) {
                conditions.add(condition(term));
            }
        }
        let lead = if let Some(expression) = words.expression() {
            conditions.and("t.decision_text MATCH ?", [Value::Text(expression)]);
            Lead::Words
        } else {
            conditions.and("d.is_current = 1", []);
            if let Some(few) = self.rarest(&terms)? {
                // Their places are put in order, and each row is looked at only when its turn comes.
                conditions.and(&format!("{SEQ} IN ({})", few.sql()), few.values);
            }
            Lead::Order
        };
        Ok(Plan { lead, conditions })
    }

    /// The condition that the fewest decisions meet, as the places in the journal that it names; none where none names few.
    fn rarest(&self, terms: &[Term]) -> Result<Option<Condition>, StoreError> {
        let mut rarest: Option<(i64, Condition)> = None;
        for named in terms.iter().filter(|term| !term.negated).filter_map(|term| seqs(&term.what)) {
            let most = rarest.as_ref().map_or(FEW, |(count, _)| *count);
            let sql = format!("SELECT count(*) FROM (SELECT 1 FROM ({}) LIMIT {})", named.sql(), most + 1);
            let count: i64 =
                self.connection.prepare(&sql)?.query_row(params_from_iter(&named.values), |row| row.get(0))?;
            if count <= most {
                rarest = Some((count, named));
            }
        }
        Ok(rarest.map(|(_, named)| named))
    }

    fn hits(&self, plan: &Plan, sort: Sort, part: &Part, limit: usize) -> Result<Vec<After>, StoreError> {
        let mut conditions = plan.conditions.clone();
        conditions.add(part.condition.clone());
        let sql = format!(
            "SELECT {seq} AS seq, {by} AS by FROM {from} WHERE {where} ORDER BY {order} LIMIT {limit}",
            seq = plan.seq(sort),
            by = part.by,
            from = plan.from(sort),
            where = conditions.sql(),
            order = part.order,
            limit = rows(limit),
        );
        let sql = sql.replace(SEQ, plan.seq(sort));
        let mut select = self.connection.prepare(&sql)?;
        let hits = select.query_map(params_from_iter(&conditions.values), hit)?;
        Ok(hits.collect::<Result<_, _>>()?)
    }
}

fn hit(row: &Row<'_>) -> rusqlite::Result<After> {
    let by = match row.get_ref("by")? {
        ValueRef::Real(number) => SortValue::Number(number),
        ValueRef::Text(text) => SortValue::Text(String::from_utf8_lossy(text).into_owned()),
        _ => SortValue::None,
    };
    Ok(After { seq: row.get("seq")?, by })
}

/// What leads the search.
enum Lead {
    /// The full text, in the order of the journal.
    Words,
    /// The order itself, among a few where a condition names few.
    Order,
}

/// How a query is answered.
struct Plan {
    lead: Lead,
    conditions: Condition,
}

impl Plan {
    /// The place in the journal, of whatever leads.
    fn seq(&self, sort: Sort) -> &'static str {
        match self.lead {
            Lead::Words => "t.rowid",
            Lead::Order if self.profile_leads(sort) => "p.event_seq",
            Lead::Order => "d.event_seq",
        }
    }

    /// Whether figures are asked of, so that their narrow table is the one to go through.
    fn profile_leads(&self, sort: Sort) -> bool {
        match sort {
            Sort::By(SortKey::Upcr | SortKey::Egfr, _) => true,
            Sort::By(..) => false,
            Sort::Newest | Sort::Oldest => self.conditions.sql().contains("p."),
        }
    }

    /// The tables, the one that leads first: CROSS JOIN keeps them so.
    fn from(&self, sort: Sort) -> String {
        let by_figure = matches!(sort, Sort::By(SortKey::Upcr | SortKey::Egfr, _));
        let text = self.conditions.sql();
        let needs_profile = by_figure || text.contains("p.");
        let needs_decision = text.contains("d.") || matches!(sort, Sort::By(SortKey::Case | SortKey::Meeting, _));
        let profile = |on: &str| {
            if needs_profile {
                format!(" CROSS JOIN decision_profile AS p ON p.event_seq = {on}")
            } else {
                String::new()
            }
        };
        match &self.lead {
            Lead::Words => {
                let decision = if needs_decision { " CROSS JOIN decision AS d ON d.event_seq = t.rowid" } else { "" };
                format!("decision_text AS t{}{decision}", profile("t.rowid"))
            }
            Lead::Order if self.profile_leads(sort) => {
                "decision_profile AS p CROSS JOIN decision AS d ON d.event_seq = p.event_seq".to_owned()
            }
            Lead::Order => format!("decision AS d{}", profile("d.event_seq")),
        }
    }
}

/// A stretch of the order, in which what it goes by is known, or unknown.
struct Part {
    /// What the order goes by.
    by: &'static str,
    order: String,
    condition: Condition,
}

/// The stretches of an order that are left after a row: what is unknown comes last.
fn parts(sort: Sort, after: Option<&After>) -> Vec<Part> {
    let seq_after = |sign: &str, after: Option<&After>| {
        let mut condition = Condition::default();
        if let Some(after) = after {
            condition.and(&format!("{SEQ} {sign} ?"), [Value::Integer(after.seq)]);
        }
        condition
    };
    let (key, direction) = match sort {
        Sort::Newest => {
            return vec![Part { by: "NULL", order: format!("{SEQ} DESC"), condition: seq_after("<", after) }];
        }
        Sort::Oldest => {
            return vec![Part { by: "NULL", order: SEQ.to_owned(), condition: seq_after(">", after) }];
        }
        Sort::By(key, direction) => (key, direction),
    };
    let by = match key {
        SortKey::Upcr => "p.upcr",
        SortKey::Egfr => "p.egfr",
        SortKey::Case => "d.case_id",
        SortKey::Meeting => super::find_condition::DAY,
    };
    let (word, sign) = match direction {
        Direction::Up => ("", ">"),
        Direction::Down => (" DESC", "<"),
    };
    let mut known = Condition::default();
    known.and(&format!("{by} IS NOT NULL"), []);
    let mut unknown = Condition::default();
    unknown.and(&format!("{by} IS NULL"), []);
    let value = after.map(|after| match &after.by {
        SortValue::None => Value::Null,
        SortValue::Number(number) => Value::Real(*number),
        SortValue::Text(text) => Value::Text(text.clone()),
    });
    if let (Some(after), Some(value)) = (after, value.clone().filter(|value| *value != Value::Null)) {
        let sql = format!("({by} {sign} ? OR ({by} = ? AND {SEQ} < ?))");
        known.and(&sql, [value.clone(), value, Value::Integer(after.seq)]);
    }
    let ends_known = value == Some(Value::Null);
    unknown.add(seq_after("<", after.filter(|_| ends_known)));
    let known = Part { by, order: format!("{by}{word}, {SEQ} DESC"), condition: known };
    let unknown = Part { by: "NULL", order: format!("{SEQ} DESC"), condition: unknown };
    if ends_known { vec![unknown] } else { vec![known, unknown] }
}

/// The terms with those of saved queries among them, where they must hold.
fn flat(terms: &[Term]) -> Vec<Term> {
    let inside = |term: &Term| match &term.what {
        What::Saved(_, terms) if !term.negated => flat(terms),
        _ => vec![term.clone()],
    };
    terms.iter().flat_map(inside).collect()
}
