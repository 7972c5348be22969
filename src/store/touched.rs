use rusqlite::{Connection, Row};

/// Names that are told one by one; the rest are counted.
const MOST_NAMED: usize = 12;

/// The first of many, and how many there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Few<T> {
    /// The first.
    pub named: Vec<T>,
    /// All.
    pub total: u64,
}

/// A decision, as it is told apart from others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedDecision {
    /// The version's number.
    pub id: String,
    /// The case.
    pub case_id: String,
    /// Day of the meeting, as recorded.
    pub meeting: Option<String>,
}

/// What the journal holds from an event on: what a broken link leaves unproven, what a restored copy has not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touched {
    /// The first event's number.
    pub from: i64,
    /// How many events.
    pub events: u64,
    /// How many of each kind, by its code.
    pub kinds: Vec<(String, u64)>,
    /// The versions of decisions.
    pub decisions: Few<NamedDecision>,
    /// The cases.
    pub cases: Few<String>,
    /// The days of the meetings.
    pub meetings: Few<String>,
}

/// The day of the meeting in an event's content; content that was damaged names none.
const MEETING: &str = "CASE WHEN json_valid(payload) THEN json_extract(payload, '$.meeting') END";

/// What stands in the journal from this event on.
pub(super) fn touched(journal: &Connection, from: i64) -> rusqlite::Result<Touched> {
    let mut kinds =
        journal.prepare_cached("SELECT kind, count(*) FROM event WHERE seq >= ?1 GROUP BY kind ORDER BY min(seq)")?;
    let kinds: Vec<(String, u64)> =
        kinds.query_map([from], |row| Ok((row.get(0)?, count(row, 1)?)))?.collect::<rusqlite::Result<_>>()?;
    let decided = "FROM event WHERE seq >= ?1 AND kind IN ('decision-locked', 'decision-amended')";
    let decisions =
        few(journal, from, &format!("SELECT id, ifnull(case_id, ''), {MEETING} {decided} ORDER BY seq"), |row| {
            Ok(NamedDecision { id: row.get(0)?, case_id: row.get(1)?, meeting: row.get(2)? })
        })?;
    let cases = "SELECT DISTINCT case_id FROM event WHERE seq >= ?1 AND case_id IS NOT NULL ORDER BY 1";
    let meetings = format!(
        "SELECT DISTINCT meeting FROM (SELECT {MEETING} AS meeting FROM event WHERE seq >= ?1)
         WHERE meeting IS NOT NULL ORDER BY 1"
    );
    Ok(Touched {
        from,
        events: kinds.iter().map(|(_, count)| count).sum(),
        kinds,
        decisions,
        cases: few(journal, from, cases, |row| row.get(0))?,
        meetings: few(journal, from, &meetings, |row| row.get(0))?,
    })
}

fn few<T>(
    journal: &Connection,
    from: i64,
    sql: &str,
    name: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Few<T>> {
    let mut statement = journal.prepare_cached(sql)?;
    let mut rows = statement.query([from])?;
    let mut few = Few { named: Vec::new(), total: 0 };
    while let Some(row) = rows.next()? {
        if few.named.len() < MOST_NAMED {
            few.named.push(name(row)?);
        }
        few.total += 1;
    }
    Ok(few)
}

fn count(row: &Row<'_>, column: usize) -> rusqlite::Result<u64> {
    row.get::<_, i64>(column).map(i64::unsigned_abs)
}
