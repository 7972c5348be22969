use std::cmp::Ordering;
use std::path::Path;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::clinic;
use crate::domain::{Case, CaseId, Class, Day, Mode, Upcr};
use crate::knowledge::{self, Country, Datum, Library};
use crate::meeting::Chased;
use crate::read::CaseFile;
use crate::text::fold;

/// A row of the agenda: the file, and the little the table shows of it.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The file with its case or its errors.
    pub file: Arc<CaseFile>,
    /// What the filter looks into, folded.
    pub folded: String,
    /// What the table shows; `None` for a file that could not be read.
    pub brief: Option<Brief>,
}

/// What the agenda shows of a case.
#[derive(Debug, Clone, PartialEq)]
pub struct Brief {
    /// Components of the newest class; empty without a biopsy.
    pub class: Vec<Class>,
    /// Newest UPCR with its day.
    pub upcr: Option<(Day, Upcr)>,
    /// Newest eGFR, mL/min/1.73 m², with its day.
    pub egfr: Option<(Day, f64)>,
    /// The newest UPCR against the one before: more, less or the same.
    pub upcr_trend: Option<Ordering>,
    /// Facts that some guideline asks for and the file does not give, first what would settle most; none until the
    /// guidelines are at hand.
    pub missing: Option<Vec<Datum>>,
    /// What the guidelines await of it, and how much of what they ask for is known; none until they are at hand.
    pub chased: Option<Chased>,
}

impl Brief {
    /// What the agenda shows of this case.
    pub fn of(case: &Case) -> Self {
        let newest = case.kidney.biopsies.iter().max_by_key(|biopsy| biopsy.date);
        let egfr = clinic::egfr_series(case).ok().and_then(|series| series.newest());
        let upcr = clinic::upcr_series(case);
        Self {
            class: newest.map(|biopsy| biopsy.class.clone()).unwrap_or_default(),
            upcr: upcr.newest().map(|point| (point.date, point.value)),
            upcr_trend: upcr.change().map(|change| change.to.value.value().cmp(&change.from.value.value())),
            egfr: egfr.map(|point| (point.date, point.value.value)),
            missing: None,
            chased: None,
        }
    }
}

/// A class as pathologists write it: `III+V`.
pub fn class_name(class: &[Class]) -> String {
    class.iter().map(|one| one.code()).collect::<Vec<_>>().join("+")
}

/// What the guidelines lack of a case and await of it: it takes as long as reading the file, and comes after it.
#[derive(Debug, Clone)]
pub struct Judged {
    missing: Vec<Datum>,
    chased: Chased,
}

impl Judged {
    /// What they lack of this file's case; none where it could not be read.
    pub fn of(file: &CaseFile, today: Day, library: &Library) -> Option<Self> {
        let case = file.case()?;
        let facts = knowledge::facts(case, today);
        let table = knowledge::side_by_side(library, &facts, Country::France);
        let missing = knowledge::missing(&table).into_iter().map(|missing| missing.datum).collect();
        Some(Self { missing, chased: Chased::of(file.path.clone(), case, &facts, &table) })
    }

    /// Where the file lies.
    pub(super) fn path(&self) -> &Path {
        &self.chased.path
    }
}

impl Entry {
    /// The row of this file, with what the guidelines lack where they are at hand.
    pub fn new(file: impl Into<Arc<CaseFile>>, today: Day, library: Option<&Library>) -> Self {
        let file = file.into();
        let folded = match file.case() {
            Some(case) => fold(&format!("{} {} {}", case.case, case.patient.alias, case.question)),
            None => String::new(),
        };
        let name = file.path.file_name().map(|name| fold(&name.to_string_lossy())).unwrap_or_default();
        let brief = file.case().map(Brief::of);
        let judged = library.and_then(|library| Judged::of(&file, today, library));
        let mut entry = Self { file, folded: format!("{folded} {name}"), brief };
        entry.judge(judged);
        entry
    }

    /// Takes in what the guidelines lack.
    pub(super) fn judge(&mut self, judged: Option<Judged>) {
        if let (Some(brief), Some(judged)) = (&mut self.brief, judged) {
            (brief.missing, brief.chased) = (Some(judged.missing), Some(judged.chased));
        }
    }

    /// Where the file lies.
    pub fn path(&self) -> &Path {
        &self.file.path
    }

    /// The case's number.
    pub fn case_id(&self) -> Option<&CaseId> {
        self.file.case().map(|case| &case.case)
    }

    /// Whether the case is only recorded, under its rule.
    pub fn is_to_record(&self) -> bool {
        self.file.case().is_some_and(|case| case.mode == Some(Mode::Record))
    }

    pub(super) fn missing(&self) -> usize {
        self.brief.as_ref().and_then(|brief| brief.missing.as_ref()).map_or(usize::MAX, Vec::len)
    }

    pub(super) fn upcr(&self) -> Option<Decimal> {
        self.brief.as_ref().and_then(|brief| brief.upcr.as_ref()).map(|(_, upcr)| upcr.value())
    }

    pub(super) fn egfr(&self) -> f64 {
        self.brief.as_ref().and_then(|brief| brief.egfr).map_or(f64::INFINITY, |(_, egfr)| egfr)
    }
}
