//! The cells of a delimited text, and which of its lines are titles, days and units.

use super::analyte::{Analyte, folded};
use super::day;
use super::heading::tidy;

/// A cell with its place in the text, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) text: String,
}

/// The cells of a text.
pub(super) struct Grid {
    pub(super) delimiter: char,
    lines: Vec<Vec<Cell>>,
}

/// A table with a column for each analysis.
pub(super) struct Sheet {
    /// The place of the column of days.
    pub(super) days: usize,
    pub(super) head: Vec<Cell>,
    /// The row of units; empty where there is none.
    pub(super) units: Vec<Cell>,
    pub(super) lines: Vec<Vec<Cell>>,
}

/// Titles of a column of days.
const DAYS: [&str; 10] = [
    "date",
    "jour",
    "day",
    "date de prelevement",
    "date du prelevement",
    "prelevement",
    "preleve le",
    "sample date",
    "collected",
    "date prelevement",
];

/// Titles of a row or column of units.
const UNITS: [&str; 4] = ["unite", "unites", "unit", "units"];

impl Grid {
    /// The cells of this text; none where nothing is written.
    pub(super) fn of(text: &str) -> Option<Self> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let delimiter = delimiter(text);
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(u8::try_from(delimiter).unwrap_or(b';'))
            .from_reader(text.as_bytes());
        let mut lines = Vec::new();
        for record in reader.records() {
            // A text that is whole UTF-8 gives whole records; fields may be of any number.
            let Ok(record) = record else { continue };
            let row = record.position().map_or(0, |at| usize::try_from(at.line()).unwrap_or(0));
            let cells = record.iter().enumerate();
            let cells: Vec<Cell> =
                cells.map(|(place, text)| Cell { row, column: place + 1, text: tidy(text) }).collect();
            if cells.iter().any(|cell| !cell.text.is_empty()) {
                lines.push(cells);
            }
        }
        (!lines.is_empty()).then_some(Self { delimiter, lines })
    }

    /// The table with a column for each analysis: as it stands, or turned where each row is one. None without days.
    pub(super) fn upright(&self) -> Option<Sheet> {
        self.standing().or_else(|| self.turned())
    }

    fn standing(&self) -> Option<Sheet> {
        let is_days = |cell: &Cell| DAYS.contains(&folded(&cell.text).as_str());
        let titled = self.lines.iter().position(|line| line.iter().any(is_days) && !has_days(line));
        let at = titled.or_else(|| {
            // Without its title the first column must hold days under titles that are known.
            let head = self.lines.first()?;
            let known = head.iter().skip(1).any(|cell| is_known(&cell.text));
            let below = self.lines.iter().skip(1).any(|line| line.first().is_some_and(is_day));
            (known && below && !has_days(head)).then_some(0)
        })?;
        let head = self.lines.get(at)?.clone();
        let days = head.iter().position(is_days).unwrap_or(0);
        let mut lines: Vec<Vec<Cell>> = self.lines.iter().skip(at + 1).cloned().collect();
        let is_of_units = |line: &Vec<Cell>| {
            let title = line.get(days).map(|cell| folded(&cell.text)).unwrap_or_default();
            title.is_empty() || UNITS.contains(&title.as_str())
        };
        let has_units = lines.first().is_some_and(is_of_units);
        let units = if has_units { lines.remove(0) } else { Vec::new() };
        Some(Sheet { days, head, units, lines })
    }

    /// Each row an analysis, each further column a day.
    fn turned(&self) -> Option<Sheet> {
        let at = self.lines.iter().position(|line| has_days(line))?;
        let top = self.lines.get(at)?;
        let rows: Vec<&Vec<Cell>> = self.lines.iter().skip(at + 1).collect();
        let unit = top.iter().position(|cell| UNITS.contains(&folded(&cell.text).as_str()));
        let blank = |row: usize| Cell { row, column: 1, text: String::new() };
        let cell = |line: &[Cell], place: usize| line.get(place).cloned();
        let head = std::iter::once(blank(0)).chain(rows.iter().map(|row| cell(row, 0).unwrap_or_else(|| blank(0))));
        let units = unit.map(|place| {
            let units = rows.iter().map(|row| cell(row, place).unwrap_or_else(|| blank(0)));
            std::iter::once(blank(0)).chain(units).collect()
        });
        let days = top.iter().enumerate().filter(|(place, cell)| *place > 0 && is_day(cell));
        let lines = days.map(|(place, day)| {
            let values = rows.iter().map(|row| cell(row, place).unwrap_or_else(|| blank(0)));
            std::iter::once(day.clone()).chain(values).collect()
        });
        Some(Sheet { days: 0, head: head.collect(), units: units.unwrap_or_default(), lines: lines.collect() })
    }
}

fn is_day(cell: &Cell) -> bool {
    day::of(&cell.text).is_some()
}

fn has_days(line: &[Cell]) -> bool {
    line.iter().skip(1).any(is_day)
}

fn is_known(title: &str) -> bool {
    !super::heading::Heading::of(title, None, None).analytes.is_empty() || !Analyte::named(title).is_empty()
}

/// What parts the cells: a tab where there is one, else the sign that most lines have the same number of.
fn delimiter(text: &str) -> char {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let first = lines.first().copied().unwrap_or_default();
    let has = |sign: char| first.contains(sign) || lines.iter().any(|line| line.contains(sign));
    [('\t', has('\t')), (';', has(';'))].into_iter().find(|(_, has)| *has).map_or(',', |(sign, _)| sign)
}
