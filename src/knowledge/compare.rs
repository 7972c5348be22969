//! The guidelines side by side, and what can be asked of the comparison.

use super::judge;
use super::{
    Caution, Cell, Checked, Column, Country, FactId, Facts, Finding, Further, Guideline, Library, Review, Row, Said,
    Source, Statement, Table, Topic, Truth, Verdict, Words, agreement, common, difference,
};

/// Every guideline of the library held against the facts of one patient, with how they agree.
pub fn side_by_side(library: &Library, facts: &Facts, country: Country) -> Table {
    let formulary = library.formulary();
    let (mut cells, columns): (Vec<_>, Vec<_>) = library
        .guidelines()
        .iter()
        .map(|guideline| {
            let (cells, kept) = judge::column(guideline, facts, formulary, country);
            (cells.into_iter(), Column { kept, ..library.column(guideline) })
        })
        .unzip();
    let row = |topic: &Topic| {
        let cells: Vec<Cell> = cells.iter_mut().filter_map(Iterator::next).collect();
        let agreement = agreement::agreement(*topic, &cells);
        Row { topic: *topic, agreement, cells, differences: difference::holding(library, facts, *topic) }
    };
    let rows: Vec<Row> = Topic::ALL.iter().map(row).collect();
    Table { today: facts.today, country, columns, common: common::common(&rows, formulary), rows }
}

/// The regimens that a guideline accepts for this patient, strongest first; empty where it offers none.
pub fn accepted_regimens<'a>(table: &'a Table, guideline: &str) -> Vec<&'a str> {
    let cell = table.cell(Topic::InitialTherapy, guideline);
    let offers = cell.into_iter().flat_map(|cell| &cell.offers);
    offers.filter(|offer| offer.standing.accepts()).map(|offer| offer.regimen.as_str()).collect()
}

/// Why a cell says what it says: everything the screen of that name shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Why<'a> {
    /// The guideline's name and edition.
    pub name: &'a str,
    /// Its edition.
    pub edition: &'a str,
    /// Where it was published and who checked the entry.
    pub source: &'a Source,
    /// How it grades.
    pub scale: &'a Words,
    /// The statements, those that spoke first, then those that wait.
    pub statements: Vec<WhyStatement<'a>>,
    /// The words of its silence, where it is silent.
    pub silence: Vec<Words>,
    /// What is said of the part that was not read, where this cell belongs to it.
    pub not_read: Option<&'a Words>,
    /// Whether it is a local or national protocol from a folder of the user's.
    pub local: bool,
    /// Where it has nothing for a patient like this one: its statements on the row, with the facts that rule them out.
    pub fell_away: Vec<WhyStatement<'a>>,
    /// Where the guideline contradicts itself on this row, and what of it could not be verified.
    pub cautions: Vec<&'a Caution>,
}

/// One statement, explained.
#[derive(Debug, Clone, PartialEq)]
pub struct WhyStatement<'a> {
    /// Its id.
    pub id: &'a str,
    /// The guideline's own number, or `unnumbered`.
    pub number: &'a str,
    /// The other publication of the same body it is taken from, where it is not the guideline itself.
    pub from: Option<&'a Further>,
    /// The clinician's check of this very statement, where there is one.
    pub review: Option<&'a Review>,
    /// Its grade.
    pub grade: Option<&'a str>,
    /// How sure the entry is of it.
    pub checked: Checked,
    /// Its own verdict.
    pub verdict: Verdict,
    /// Whether it speaks; what is missing when that is unknown.
    pub truth: &'a Truth,
    /// What it says, in our words; none when the library no longer has it.
    pub words: Option<Words>,
    /// Its warning.
    pub warning: Option<&'a Words>,
    /// The patient's facts it asked for, each with what it rests on.
    pub facts: Vec<(FactId, &'a Finding)>,
}

/// Why a cell says what it says; `None` when the library does not have its guideline.
pub fn why<'a>(library: &'a Library, facts: &'a Facts, cell: &'a Cell) -> Option<Why<'a>> {
    let guideline = library.guideline(&cell.guideline)?;
    let explained = |said: &'a Said| {
        let statement = library.statement(&cell.guideline, &said.id);
        WhyStatement {
            id: &said.id,
            number: &said.number,
            from: statement.and_then(|statement| guideline.publication(statement)),
            review: statement.and_then(|statement| statement.review.as_ref()),
            grade: said.grade.as_deref(),
            checked: said.checked,
            verdict: said.verdict,
            truth: &said.truth,
            words: statement.map(|statement| Words { fr: statement.fr.clone(), en: statement.en.clone() }),
            warning: statement.and_then(|statement| statement.warning.as_ref()),
            facts: said.facts.iter().map(|fact| (*fact, facts.get(*fact))).collect(),
        }
    };
    let not_applicable = cell.verdict == Verdict::NotApplicable;
    let ruled_out = guideline.statements.iter().filter(|one| not_applicable && one.is_on(cell.topic));
    let fell_away = ruled_out.filter(|statement| facts.judge(&statement.when) == Truth::No);
    let silences = guideline.silences.iter().filter(|silence| silence.topic == cell.topic);
    // What is not for this patient needs no caution.
    let cautions = guideline.cautions.iter().filter(|_| !not_applicable);
    let silent = silences.filter(|silence| facts.judge(&silence.when) == Truth::Yes);
    Some(Why {
        name: &guideline.name,
        edition: &guideline.edition,
        source: &guideline.source,
        scale: &guideline.scale,
        statements: cell.spoke.iter().chain(&cell.waiting).map(explained).collect(),
        silence: silent.map(|silence| Words { fr: silence.fr.clone(), en: silence.en.clone() }).collect(),
        not_read: guideline.not_read.as_ref().filter(|_| cell.verdict == Verdict::NotRead),
        local: library.is_local(&guideline.id),
        fell_away: fell_away.map(|statement| ruled_out_by(guideline, statement, facts)).collect(),
        cautions: cautions.filter(|caution| caution.topics.contains(&cell.topic)).collect(),
    })
}

static NO: Truth = Truth::No;

/// A statement that does not hold, with the facts it asked for.
fn ruled_out_by<'a>(guideline: &'a Guideline, statement: &'a Statement, facts: &'a Facts) -> WhyStatement<'a> {
    let mut asked = statement.when.facts();
    asked.dedup();
    WhyStatement {
        id: &statement.id,
        number: &statement.number,
        from: guideline.publication(statement),
        review: statement.review.as_ref(),
        grade: statement.grade.as_deref(),
        checked: statement.checked,
        verdict: statement.verdict,
        truth: &NO,
        words: Some(Words { fr: statement.fr.clone(), en: statement.en.clone() }),
        warning: None,
        facts: asked.into_iter().map(|fact| (fact, facts.get(fact))).collect(),
    }
}
