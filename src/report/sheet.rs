use std::collections::BTreeSet;

use crate::clinic::{self, Answer, Egfr, Series};
use crate::domain::{Biopsy, Case, Class, Day};
use crate::knowledge::{self, Agent, Alerts, Country, Facts, LabelStatus, Library, Suppositions, Table};

/// A case as of a day, with all that the rooms above make of it: what a report prints.
#[derive(Debug)]
pub struct Sheet<'a> {
    /// The case.
    pub case: &'a Case,
    /// The day everything is computed for.
    pub today: Day,
    /// What the guidelines were judged on.
    pub facts: Facts,
    /// The guidelines side by side.
    pub table: Table,
    /// What the safety rules say.
    pub safety: Alerts,
    /// The words of the guidelines.
    pub library: &'a Library,
    /// Whether what could point at a person is left out: pseudonym, birth month, requester, and the words people wrote.
    pub masked: bool,
    /// What is true, where facts are supposed otherwise.
    pub(super) truth: Option<Truth>,
}

/// What is true beside what is supposed.
#[derive(Debug)]
pub(super) struct Truth {
    pub facts: Facts,
    pub table: Table,
    pub safety: Alerts,
}

impl<'a> Sheet<'a> {
    /// The case as of this day, with the labels of this country.
    pub fn new(case: &'a Case, today: Day, library: &'a Library, country: Country) -> Self {
        let facts = knowledge::facts(case, today);
        let table = knowledge::side_by_side(library, &facts, country);
        let safety = knowledge::safety(library, &facts);
        Self { case, today, facts, table, safety, library, masked: false, truth: None }
    }

    /// The same with facts supposed otherwise: a hypothesis that says it is one, with the truth beside it.
    pub fn supposing(
        case: &'a Case,
        today: Day,
        library: &'a Library,
        country: Country,
        supposed: &Suppositions,
    ) -> Self {
        let mut sheet = Self::new(case, today, library, country);
        if !supposed.is_empty() {
            let facts = knowledge::facts_supposing(case, today, supposed);
            let table = knowledge::side_by_side(library, &facts, country);
            let safety = knowledge::safety(library, &facts);
            sheet.truth = Some(Truth {
                facts: std::mem::replace(&mut sheet.facts, facts),
                table: std::mem::replace(&mut sheet.table, table),
                safety: std::mem::replace(&mut sheet.safety, safety),
            });
        }
        sheet
    }

    /// The case with the guidelines and the safety rules as a room saw them on that day.
    pub(super) fn as_seen(case: &'a Case, day: Day, library: &'a Library, (table, safety): (Table, Alerts)) -> Self {
        let facts = knowledge::facts(case, day);
        Self { case, today: day, facts, table, safety, library, masked: false, truth: None }
    }

    /// The same without what could point at a person.
    #[must_use]
    pub fn masked(self, masked: bool) -> Self {
        Self { masked, ..self }
    }

    /// The newest biopsy.
    pub(super) fn biopsy(&self) -> Option<&'a Biopsy> {
        let taken = self.case.kidney.biopsies.iter().filter(|biopsy| biopsy.date <= self.today);
        taken.max_by_key(|biopsy| biopsy.date)
    }

    /// The eGFR of every day up to this one.
    pub(super) fn egfr_series(&self) -> Answer<Series<Egfr>> {
        let series = clinic::egfr_series(self.case)?;
        Ok(Series::of(series.points().iter().copied().filter(|point| point.date <= self.today)))
    }

    /// The last examination of the retina that an entry of an antimalarial gives.
    pub(super) fn eye_exam(&self) -> Option<Day> {
        let given = self.case.treatments.iter().filter_map(|entry| entry.eye_exam.known().copied());
        given.filter(|day| *day <= self.today).max()
    }

    /// Drugs that are offered and whose label is not in order for this patient.
    pub(super) fn label_marks(&self) -> BTreeSet<(Agent, LabelStatus)> {
        let cells = self.table.rows.iter().flat_map(|row| &row.cells);
        let marks = cells.flat_map(|cell| &cell.offers).flat_map(|offer| &offer.labels);
        marks.map(|mark| (mark.drug, mark.status)).collect()
    }
}

/// `III+V`.
pub(super) fn class(components: &[Class]) -> String {
    components.iter().map(|component| component.code()).collect::<Vec<_>>().join("+")
}
