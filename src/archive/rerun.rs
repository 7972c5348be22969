//! A past decision judged anew: the case as it was locked, read by the guidelines of this program on the day of then; and
//! what of it they would say otherwise, with why. Nothing that was recorded changes by it.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::domain::{Case, Day, Reading};
use crate::knowledge::{
    self, Cell, Country, FactId, Facts, Library, Said, Supposed, Table, Topic, Value, Verdict, says_otherwise,
};
use crate::meeting::{Locked, concordance};
use crate::read;

/// Why a past decision cannot be judged anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// The case file of then is no case file to this version of the program.
    Case,
}

/// What is said otherwise now than when the decision was locked; empty lists where all is the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Rerun {
    /// The day everything was computed for, then and now.
    pub day: Day,
    /// The readings of the decision, a guideline each, that are others now.
    pub readings: Vec<ReadingChange>,
    /// The cells that say something else; none where the rows of then cannot be read.
    pub cells: Vec<CellChange>,
    /// The facts that are computed otherwise from the same file.
    pub facts: Vec<FactChange>,
    /// The guidelines that were read then and are not loaded now: nothing is said of them.
    pub absent: Vec<(String, String)>,
    /// Whether the rows of then can be read by this version of the program.
    pub has_rows: bool,
}

/// A reading of the decision that is another now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadingChange {
    /// The guideline's id.
    pub guideline: String,
    /// Its edition then, and now.
    pub editions: (String, String),
    /// What was locked.
    pub then: Reading,
    /// What this program reads.
    pub now: Reading,
    /// Why.
    pub why: Vec<Why>,
}

/// A cell that says something else now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellChange {
    /// The row.
    pub topic: Topic,
    /// The guideline's id.
    pub guideline: String,
    /// The word of then.
    pub then: Verdict,
    /// The word of now; the same where only what stands with it differs.
    pub now: Verdict,
    /// Why.
    pub why: Vec<Why>,
}

/// A fact that is another now, as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactChange {
    /// Which.
    pub fact: FactId,
    /// As it was locked.
    pub then: String,
    /// As it is computed now.
    pub now: String,
}

/// Why something is said otherwise.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// Another edition is loaded: then, now.
    Edition(String, String),
    /// A statement speaks that did not: it is new, or its condition is another.
    Speaks(String),
    /// A statement that spoke is in the guideline's file no more.
    Removed(String),
    /// A statement that spoke does not any more: its condition is another.
    Silent(String),
    /// A statement speaks as before, with another word, grade or number.
    Reworded(String),
    /// A fact it asks for is computed otherwise.
    Fact(FactId),
    /// The statements speak as before: what stands with them is another, a regimen, an amount, a label; or how a decision is
    /// read against them.
    Content,
}

impl Rerun {
    /// Whether nothing is said otherwise.
    pub fn is_same(&self) -> bool {
        self.readings.is_empty() && self.cells.is_empty()
    }
}

/// Judges a locked decision anew.
///
/// # Errors
/// When its case can no longer be read.
pub fn rerun(locked: &Locked, recorded_on: Day, library: &Library) -> Result<Rerun, Unreadable> {
    let then = Table::deserialize(&locked.table).ok();
    let facts_then = Facts::deserialize(&locked.facts).ok();
    let day = then.as_ref().map(|table| table.today).or_else(|| facts_then.as_ref().map(|facts| facts.today));
    let day = day.or(locked.meeting).unwrap_or(recorded_on);
    // A case may name its meeting ahead of the day it was computed for.
    let reading = read::case(locked.case_yaml.as_bytes(), locked.meeting.map_or(day, |meeting| meeting.max(day)));
    let case = reading.value.as_ref().ok_or(Unreadable::Case)?;
    let country = then.as_ref().map_or(Country::France, |table| table.country);
    let facts = knowledge::facts(case, day);
    let now = knowledge::side_by_side(library, &facts, country);
    let facts = facts_then.map(|then| fact_changes(&then, &facts)).unwrap_or_default();
    let comparison = Comparison { case, then: then.as_ref(), now: &now, facts: &facts, library };
    let (readings, absent) = comparison.readings(locked);
    let cells = comparison.cells();
    Ok(Rerun { day, readings, cells, facts, absent, has_rows: then.is_some() })
}

/// The facts whose value is another; those that only one version of the program knows are left out.
fn fact_changes(then: &Facts, now: &Facts) -> Vec<FactChange> {
    let known: BTreeSet<FactId> = then.all().map(|(fact, _)| fact).collect();
    let written = |value: &Value| Supposed::of(value.clone()).written();
    let change = |(fact, finding): (FactId, &knowledge::Finding)| {
        let before = &then.get(fact).value;
        (*before != finding.value).then(|| FactChange { fact, then: written(before), now: written(&finding.value) })
    };
    now.all().filter(|(fact, _)| known.contains(fact)).filter_map(change).collect()
}

/// What was locked beside what is judged now.
struct Comparison<'a> {
    case: &'a Case,
    then: Option<&'a Table>,
    now: &'a Table,
    facts: &'a [FactChange],
    library: &'a Library,
}

impl Comparison<'_> {
    /// The readings that are others now; and the guidelines, with their editions, that are not loaded.
    fn readings(&self, locked: &Locked) -> (Vec<ReadingChange>, Vec<(String, String)>) {
        let decided = &locked.decision;
        let formulary = self.library.formulary();
        let now = concordance(Some(decided.outcome), &decided.lines, self.case, self.now, formulary);
        let (mut changed, mut absent) = (Vec::new(), Vec::new());
        for before in &decided.concordance {
            let Some(after) = now.iter().find(|one| one.guideline == before.guideline) else {
                absent.push((before.guideline.clone(), before.edition.clone()));
                continue;
            };
            if before.reading != after.reading {
                changed.push(ReadingChange {
                    guideline: before.guideline.clone(),
                    editions: (before.edition.clone(), after.edition.clone()),
                    then: before.reading,
                    now: after.reading,
                    why: self.why_read(&before.guideline, (&before.edition, &after.edition)),
                });
            }
        }
        (changed, absent)
    }

    /// Why the reading is another: a decision is read against the row of initial therapy.
    fn why_read(&self, guideline: &str, editions: (&str, &str)) -> Vec<Why> {
        let cell = |table: &Table| table.cell(Topic::InitialTherapy, guideline).cloned();
        let why = match (self.then.and_then(cell), cell(self.now)) {
            (Some(then), Some(now)) => self.why(&then, &now, Some(editions)),
            _ if editions.0 != editions.1 => vec![Why::Edition(editions.0.to_owned(), editions.1.to_owned())],
            _ => Vec::new(),
        };
        if why.is_empty() { vec![Why::Content] } else { why }
    }

    /// The cells that say something else, of the guidelines that both tables have.
    fn cells(&self) -> Vec<CellChange> {
        let Some(table) = self.then else { return Vec::new() };
        let mut changed = Vec::new();
        for then in table.rows.iter().flat_map(|row| &row.cells) {
            let Some(now) = self.now.cell(then.topic, &then.guideline).filter(|now| says_otherwise(then, now)) else {
                continue;
            };
            let editions = edition(table, &then.guideline).zip(edition(self.now, &then.guideline));
            changed.push(CellChange {
                topic: then.topic,
                guideline: then.guideline.clone(),
                then: then.verdict,
                now: now.verdict,
                why: self.why(then, now, editions),
            });
        }
        changed
    }

    /// Why a cell says something else: never nothing where it does.
    fn why(&self, then: &Cell, now: &Cell, editions: Option<(&str, &str)>) -> Vec<Why> {
        let mut why = BTreeSet::new();
        if let Some((before, after)) = editions.filter(|(before, after)| before != after) {
            why.insert(Why::Edition(before.to_owned(), after.to_owned()));
        }
        let asked = [&then.spoke, &then.waiting, &now.spoke, &now.waiting];
        let asked: BTreeSet<FactId> = asked.into_iter().flatten().flat_map(|said| said.facts.iter().copied()).collect();
        why.extend(self.facts.iter().filter(|one| asked.contains(&one.fact)).map(|one| Why::Fact(one.fact)));
        for said in &now.spoke {
            match then.spoke.iter().find(|other| other.id == said.id) {
                Some(before) if !is_the_same(before, said) => drop(why.insert(Why::Reworded(said.id.clone()))),
                None if !self.hangs_on_a_fact(said) => drop(why.insert(Why::Speaks(said.id.clone()))),
                _ => {}
            }
        }
        for said in then.spoke.iter().filter(|said| now.spoke.iter().all(|other| other.id != said.id)) {
            if self.library.statement(&then.guideline, &said.id).is_none() {
                why.insert(Why::Removed(said.id.clone()));
            } else if !self.hangs_on_a_fact(said) {
                why.insert(Why::Silent(said.id.clone()));
            }
        }
        if why.is_empty() {
            why.insert(Why::Content);
        }
        why.into_iter().collect()
    }

    fn hangs_on_a_fact(&self, said: &Said) -> bool {
        said.facts.iter().any(|fact| self.facts.iter().any(|changed| changed.fact == *fact))
    }
}

fn is_the_same(one: &Said, other: &Said) -> bool {
    one.verdict == other.verdict && one.grade == other.grade && one.number == other.number
}

fn edition<'a>(table: &'a Table, guideline: &str) -> Option<&'a str> {
    table.columns.iter().find(|column| column.guideline == guideline).map(|column| column.edition.as_str())
}
