use std::sync::{Arc, OnceLock};

use crate::clinic::FigureId;
use crate::domain::{Case, Day};
use crate::knowledge::{self, Alerts, Country, Facts, Library, Proposed, Suppositions, Table};
use crate::read::{self, CaseFile};
use crate::text::{Lang, words};
use crate::wording::figure::{self, At, Row};

use super::entry::{Brief, class_name};

/// A case on the screen: its file, what it says, and everything computed from it.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The file as read.
    pub file: CaseFile,
    /// The case.
    pub case: Case,
    /// The day everything is computed for.
    pub today: Day,
    /// The facts the guidelines are judged on.
    pub facts: Facts,
    /// The guidelines side by side.
    pub table: Table,
    /// What the safety rules say of the case.
    pub safety: Alerts,
    /// The words of the guidelines, for the reasons.
    pub library: Arc<Library>,
    /// What the figures say, by language, as it is and masked; told when it is first asked for.
    told: [OnceLock<Vec<Vec<Row>>>; 4],
}

impl Opened {
    /// The case of this file as of `today`; `None` when the file has errors.
    pub fn new(file: &CaseFile, today: Day, library: &Arc<Library>) -> Option<Self> {
        let case = file.case()?.clone();
        let facts = knowledge::facts(&case, today);
        let table = knowledge::side_by_side(library, &facts, Country::France);
        Some(Self::judged(file.clone(), case, facts, table, library))
    }

    /// A case with its facts and the rows, whatever gave them.
    fn judged(file: CaseFile, case: Case, facts: Facts, table: Table, library: &Arc<Library>) -> Self {
        let (today, safety) = (facts.today, knowledge::safety(library, &facts));
        Self { file, case, today, facts, table, safety, library: Arc::clone(library), told: Default::default() }
    }

    /// The same case, these facts supposed of it.
    #[must_use]
    pub fn supposing(&self, supposed: &Suppositions) -> Self {
        let facts = knowledge::facts_supposing(&self.case, self.today, supposed);
        let table = knowledge::side_by_side(&self.library, &facts, self.table.country);
        let safety = knowledge::safety(&self.library, &facts);
        Self { facts, table, safety, told: Default::default(), ..self.clone() }
    }

    /// Whether something of it is supposed and not true.
    pub fn is_supposed(&self) -> bool {
        !self.facts.supposed().is_empty()
    }

    /// The case as it was locked, with the rows as the room saw them; `None` when what is locked cannot be read by
    /// this version any more.
    pub fn as_locked(yaml: &str, table: &serde_json::Value, day: Day, library: &Arc<Library>) -> Option<Self> {
        let reading = read::case(yaml.as_bytes(), day);
        let file = CaseFile { path: std::path::PathBuf::new(), text: yaml.into(), reading };
        let case = file.case()?.clone();
        let facts = knowledge::facts(&case, day);
        let table = serde_json::from_value(table.clone()).ok()?;
        Some(Self::judged(file, case, facts, table, library))
    }

    /// What its figures are told from.
    pub fn at(&self, lang: Lang, masked: bool) -> At<'_> {
        At::new(&self.case, self.today, &self.facts, &self.table, lang).masked(masked)
    }

    /// What a figure says, the first row beside its name.
    pub fn told(&self, id: FigureId, lang: Lang, masked: bool) -> &[Row] {
        let place = usize::from(lang == Lang::En) + 2 * usize::from(masked);
        let tell = || FigureId::ALL.iter().map(|id| figure::told(*id, &self.at(lang, masked))).collect();
        let told = self.told.get(place).map(|told| told.get_or_init(tell));
        told.and_then(|told| told.get(id as usize)).map_or(&[], Vec::as_slice)
    }

    /// What the safety rules say of the case with these lines of a decision.
    pub fn safety_with(&self, proposed: &[Proposed]) -> Alerts {
        if proposed.is_empty() {
            return self.safety.clone();
        }
        knowledge::safety(&self.library, &knowledge::facts_with(&self.case, self.today, proposed))
    }
}

/// The three figures a list of decisions shows, as this language writes them.
pub struct Shown {
    /// Class, e.g. `III+V`; empty without a biopsy.
    pub class: String,
    /// Newest UPCR with its unit.
    pub upcr: Option<String>,
    /// Newest eGFR with its unit.
    pub egfr: Option<String>,
}

impl Opened {
    /// The figures that go into the ledger's rows.
    pub fn shown(&self, lang: Lang) -> Shown {
        let brief = Brief::of(&self.case);
        Shown {
            class: class_name(&brief.class),
            upcr: brief.upcr.map(|(_, upcr)| lang.quantity(&upcr)),
            egfr: brief.egfr.map(|(_, egfr)| format!("{} {}", lang.real(egfr, 0), words(lang).unit.egfr_unit)),
        }
    }
}
