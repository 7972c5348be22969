//! A laboratory's table: delimited text to dated values with their units, or what of it cannot be read, and where. A unit
//! that is not written is never guessed.

mod analyte;
mod day;
mod grid;
mod heading;
mod plan;

use std::collections::BTreeMap;

use crate::domain::{Day, Refusal};

pub use analyte::{Analyte, Measured};
pub use day::day_of;
pub use plan::{Conflict, LabPlan};

use day::Dated;
use grid::Grid;
use heading::Heading;

/// Why a table says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoTable {
    /// Nothing is written.
    Empty,
    /// Neither a column nor a row has days.
    NoDays,
    /// More than a case file could hold.
    TooLarge,
}

/// What is read of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct LabTable {
    /// What stands between two cells.
    pub delimiter: char,
    /// Its columns, or rows where each row is an analysis, but for those of the days and the units.
    pub series: Vec<LabSeries>,
    /// The values, as they stand in the table.
    pub values: Vec<LabValue>,
    /// What was left out.
    pub left_out: Vec<LeftOut>,
}

/// A column, or a row, of values of one kind.
#[derive(Debug, Clone, PartialEq)]
pub struct LabSeries {
    /// What it is called in the table.
    pub title: String,
    /// The key of the file, where it is known which.
    pub key: Option<&'static str>,
    /// The unit of its title, of the row of units, or as told.
    pub unit: Option<String>,
    /// The units it may have, where it has none and some value needs it.
    pub asks: Vec<&'static str>,
}

/// A value of the table.
#[derive(Debug, Clone, PartialEq)]
pub struct LabValue {
    /// Line of the table, from 1.
    pub row: usize,
    /// Cell of the line, from 1.
    pub column: usize,
    /// The day of the sample.
    pub date: Day,
    /// The key of the file.
    pub key: &'static str,
    /// The value.
    pub measured: Measured,
}

/// A cell that was left out.
#[derive(Debug, Clone, PartialEq)]
pub struct LeftOut {
    /// Line of the table, from 1.
    pub row: usize,
    /// Cell of the line, from 1.
    pub column: usize,
    /// What stands there.
    pub written: String,
    /// Why.
    pub why: Why,
}

/// Why a cell was left out.
#[derive(Debug, Clone, PartialEq)]
pub enum Why {
    /// It is no value of this kind.
    Refused(Refusal),
    /// It says that there is no result.
    NoResult,
    /// It is no day.
    NoDay,
    /// Some day of the table has its month first: which comes first in this one is not for a program to guess.
    DayInDoubt,
    /// The day lies ahead.
    Future,
    /// Another cell gives another value of the same day.
    Twice,
    /// The line has more cells than the first one.
    TooMany,
}

/// Words that say that there is no result.
const NO_RESULT: [&str; 14] = [
    "nd",
    "n d",
    "non dose",
    "non fait",
    "non realise",
    "na",
    "n a",
    "ne",
    "en cours",
    "not done",
    "pending",
    "nf",
    "nr",
    "absent",
];

/// Reads a table. `told` gives units of titles that have none, by title; `today` decides which days lie ahead.
///
/// # Errors
/// Why nothing could be read of it.
pub fn lab_table(text: &str, told: &BTreeMap<String, String>, today: Day) -> Result<LabTable, NoTable> {
    if text.len() > super::MOST_BYTES {
        return Err(NoTable::TooLarge);
    }
    let grid = Grid::of(text).ok_or(NoTable::Empty)?;
    let sheet = grid.upright().ok_or(NoTable::NoDays)?;
    Ok(Reading::new(&sheet, told, today).read(grid.delimiter))
}

/// The reading of a table whose columns are analyses.
struct Reading<'a> {
    sheet: &'a grid::Sheet,
    headings: Vec<Option<Heading>>,
    today: Day,
    left_out: Vec<LeftOut>,
    values: Vec<LabValue>,
    /// Places of the series of which some value lacks a unit.
    asking: Vec<usize>,
}

impl<'a> Reading<'a> {
    fn new(sheet: &'a grid::Sheet, told: &BTreeMap<String, String>, today: Day) -> Self {
        let of = |(place, cell): (usize, &grid::Cell)| {
            let unit = sheet.units.get(place).map(|cell| cell.text.as_str());
            (place != sheet.days).then(|| Heading::of(&cell.text, unit, told.get(&cell.text).map(String::as_str)))
        };
        let headings = sheet.head.iter().enumerate().map(of).collect();
        Self { sheet, headings, today, left_out: Vec::new(), values: Vec::new(), asking: Vec::new() }
    }

    fn read(mut self, delimiter: char) -> LabTable {
        let written = |line: &Vec<grid::Cell>| line.get(self.sheet.days).and_then(|cell| day::of(&cell.text));
        let days: Vec<Option<Dated>> = self.sheet.lines.iter().map(written).collect();
        let in_doubt = day::in_doubt(&days);
        let sheet = self.sheet;
        for (line, day) in sheet.lines.iter().zip(&days) {
            self.line(line, *day, in_doubt);
        }
        self.drop_contradictions();
        self.left_out.sort_by_key(|cell| (cell.row, cell.column));
        let asking = std::mem::take(&mut self.asking);
        let series = |(place, heading): (usize, Option<Heading>)| {
            let heading = heading.filter(|heading| !heading.title.is_empty())?;
            Some(heading.series(asking.contains(&place)))
        };
        let series = std::mem::take(&mut self.headings).into_iter().enumerate().filter_map(series).collect();
        LabTable { delimiter, series, values: self.values, left_out: self.left_out }
    }

    fn leave_out(&mut self, cell: &grid::Cell, why: Why) {
        let (row, column, written) = (cell.row, cell.column, cell.text.clone());
        self.left_out.push(LeftOut { row, column, written, why });
    }

    fn line(&mut self, line: &[grid::Cell], day: Option<Dated>, in_doubt: bool) {
        let Some(first) = line.get(self.sheet.days) else { return };
        let day = match day {
            None | Some(Dated::MonthFirst) if first.text.is_empty() => return,
            Some(Dated::MonthFirst | Dated::DayFirst(_)) if in_doubt => Err(Why::DayInDoubt),
            None | Some(Dated::MonthFirst) => Err(Why::NoDay),
            Some(Dated::Plain(day) | Dated::DayFirst(day)) if day > self.today => Err(Why::Future),
            Some(Dated::Plain(day) | Dated::DayFirst(day)) => Ok(day),
        };
        // Which cell is of which column is not sure any more: a decimal comma may have cut one in two.
        let beyond = line.iter().skip(self.sheet.head.len()).find(|cell| !cell.text.is_empty());
        match (day, beyond) {
            (Err(why), _) => self.leave_out(first, why),
            (_, Some(beyond)) => self.leave_out(beyond, Why::TooMany),
            (Ok(day), None) => {
                for (place, cell) in line.iter().enumerate() {
                    self.cell(place, cell, day);
                }
            }
        }
    }

    fn cell(&mut self, place: usize, cell: &grid::Cell, date: Day) {
        let Some(Some(heading)) = self.headings.get(place) else { return };
        let says_nothing = cell.text.chars().all(|c| matches!(c, '-' | '–' | '—' | '.' | '/' | ' '));
        if heading.analytes.is_empty() || says_nothing {
            return;
        }
        if NO_RESULT.contains(&analyte::folded(&cell.text).as_str()) {
            return self.leave_out(cell, Why::NoResult);
        }
        match heading.value(&cell.text) {
            Ok((key, measured)) => {
                self.values.push(LabValue { row: cell.row, column: cell.column, date, key, measured });
            }
            Err(refusal) => {
                if matches!(refusal, Refusal::UnitMissing { .. }) && heading.unit.is_none() {
                    self.asking.push(place);
                }
                self.leave_out(cell, Why::Refused(refusal));
            }
        }
    }

    /// Two cells that give one value of a day twice are one; two that give two values are neither.
    fn drop_contradictions(&mut self) {
        let mut kept: Vec<LabValue> = Vec::new();
        let mut doubted: Vec<LabValue> = Vec::new();
        for value in std::mem::take(&mut self.values) {
            let same = |other: &&LabValue| other.date == value.date && other.key == value.key;
            match kept.iter().chain(&doubted).find(same) {
                None => kept.push(value),
                Some(other) if other.measured.value == value.measured.value => {}
                Some(_) => doubted.push(value),
            }
        }
        let is_doubted = |value: &LabValue| doubted.iter().any(|one| one.date == value.date && one.key == value.key);
        let (out, kept): (Vec<_>, Vec<_>) = kept.into_iter().partition(is_doubted);
        for value in out.into_iter().chain(doubted) {
            let (row, column, written) = (value.row, value.column, value.measured.written);
            self.left_out.push(LeftOut { row, column, written, why: Why::Twice });
        }
        self.values = kept;
    }
}
