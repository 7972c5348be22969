//! The content: what ships with the program and the user's own folder, parsed when it is first asked for.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::{Auditor, Column, Difference, Formulary, Guideline, SafetyRules, Statement};
use crate::domain::Day;
use crate::read::{self, Reading, SourceFile};

/// The guideline files, in the order of their columns. A new guideline is one file and one line here.
const GUIDELINES: &[(&str, &str)] = &[
    ("eular-2025", include_str!("guidelines/eular-2025.yaml")),
    ("acr-2024", include_str!("guidelines/acr-2024.yaml")),
    ("kdigo-2024", include_str!("guidelines/kdigo-2024.yaml")),
];

const FORMULARY: &str = include_str!("formulary.yaml");
const DIFFERENCES: &str = include_str!("differences.yaml");

/// A national protocol as one more column: an example for those who write their own.
const EXAMPLE: &str = include_str!("protocols/pnds-2020.yaml");

/// Opens every guideline file of a folder, in the order of their names.
pub type Open = fn(&Path, &dyn Fn(&[u8]) -> Reading<Guideline>) -> Vec<SourceFile<Guideline>>;

/// A folder of the user's own guidelines.
#[derive(Debug, Clone)]
pub struct Shelf {
    /// Where it lies.
    pub folder: PathBuf,
    /// The day on which checks fall due.
    pub today: Day,
    /// How its files are opened.
    pub open: Open,
}

const SAFETY: &str = include_str!("safety.yaml");

/// Guidelines in the order of their columns, and the formulary they speak in. Making one costs nothing; the content
/// is parsed when it is first asked for, once, on whichever thread asks.
#[derive(Debug, Default)]
pub struct Library {
    shelf: Option<Shelf>,
    content: OnceLock<Content>,
}

#[derive(Debug, Default)]
struct Content {
    guidelines: Vec<Guideline>,
    formulary: Formulary,
    differences: Vec<Difference>,
    safety: SafetyRules,
    faults: Vec<String>,
    /// How many of the guidelines ship with the program: the others are local.
    shipped: usize,
    refused: Vec<SourceFile<Guideline>>,
}

impl Library {
    /// What ships with the program.
    pub fn shipped() -> Self {
        Self::default()
    }

    /// What ships with the program, and after it the guidelines of a folder.
    pub fn with(shelf: Option<Shelf>) -> Self {
        Self { shelf, content: OnceLock::new() }
    }

    /// A library of these guidelines, without safety rules.
    pub fn of(guidelines: Vec<Guideline>, formulary: Formulary) -> Self {
        let shipped = guidelines.len();
        Self { shelf: None, content: OnceLock::from(Content { guidelines, formulary, shipped, ..Content::default() }) }
    }

    /// The guidelines, in the order of their columns.
    pub fn guidelines(&self) -> &[Guideline] {
        &self.content().guidelines
    }

    /// The guideline of this id.
    pub fn guideline(&self, id: &str) -> Option<&Guideline> {
        self.guidelines().iter().find(|guideline| guideline.id == id)
    }

    /// Whether this guideline comes from the user's own folder.
    pub fn is_local(&self, id: &str) -> bool {
        self.guidelines().iter().skip(self.content().shipped).any(|guideline| guideline.id == id)
    }

    /// How it is headed in every comparison.
    pub fn column(&self, guideline: &Guideline) -> Column {
        Column {
            guideline: guideline.id.clone(),
            name: guideline.name.clone(),
            edition: guideline.edition.clone(),
            local: self.is_local(&guideline.id),
            kept: BTreeMap::new(),
        }
    }

    /// The files of the folder that are not loaded, for what is wrong with them.
    pub fn refused(&self) -> &[SourceFile<Guideline>] {
        &self.content().refused
    }

    /// Their names, as they were found.
    pub fn refused_names(&self) -> Vec<String> {
        self.refused().iter().map(|file| file.path.display().to_string()).collect()
    }

    /// A statement of a guideline.
    pub fn statement(&self, guideline: &str, id: &str) -> Option<&Statement> {
        self.guideline(guideline)?.statements.iter().find(|statement| statement.id == id)
    }

    /// Regimens, drugs and labels.
    pub fn formulary(&self) -> &Formulary {
        &self.content().formulary
    }

    /// The explained differences between guidelines, in the order of their file.
    pub fn differences(&self) -> &[Difference] {
        &self.content().differences
    }

    /// The explained difference of this id.
    pub fn difference(&self, id: &str) -> Option<&Difference> {
        self.differences().iter().find(|difference| difference.id == id)
    }

    /// The safety rules.
    pub fn safety(&self) -> &SafetyRules {
        &self.content().safety
    }

    /// What is wrong with the shipped files: nothing, in a program that passed its tests.
    pub fn faults(&self) -> &[String] {
        &self.content().faults
    }

    /// The texts of the shipped files with their names.
    pub fn texts() -> impl Iterator<Item = (String, &'static str)> {
        GUIDELINES.iter().map(|(id, text)| (format!("{id}.yaml"), *text))
    }

    /// The text of a protocol to start one's own from.
    pub fn example() -> &'static str {
        EXAMPLE
    }

    fn content(&self) -> &Content {
        self.content.get_or_init(|| {
            let mut content = parse();
            if let Some(shelf) = &self.shelf {
                content.add(shelf);
            }
            content
        })
    }
}

fn parse() -> Content {
    let mut content = Content::default();
    match read::trusted(FORMULARY) {
        Ok(formulary) => content.formulary = formulary,
        Err(fault) => content.faults.push(format!("formulary: {fault}")),
    }
    match read::trusted(DIFFERENCES) {
        Ok(differences) => content.differences = differences,
        Err(fault) => content.faults.push(format!("differences: {fault}")),
    }
    let misasked = content.differences.iter().filter(|one| !one.when.faults().is_empty());
    content.faults.extend(misasked.map(|one| format!("differences: {} asks a fact what it cannot answer", one.id)));
    match read::trusted(SAFETY) {
        Ok(safety) => content.safety = safety,
        Err(fault) => content.faults.push(format!("safety: {fault}")),
    }
    let misasked = content.safety.rules.iter().filter(|rule| !rule.when.faults().is_empty());
    content.faults.extend(misasked.map(|rule| format!("safety: {} asks a fact what it cannot answer", rule.id)));
    for (name, text) in GUIDELINES {
        match read::trusted(text) {
            Ok(guideline) => content.guidelines.push(guideline),
            Err(fault) => content.faults.push(format!("{name}: {fault}")),
        }
    }
    content.shipped = content.guidelines.len();
    content
}

impl Content {
    /// Adds the guidelines of a folder; a file at fault never hides the others.
    fn add(&mut self, folder: &Shelf) {
        let taken = self.guidelines.iter().map(|guideline| guideline.id.clone());
        let auditor = Auditor::new(&self.formulary, folder.today, taken);
        for file in (folder.open)(&folder.folder, &|bytes| auditor.read(bytes)) {
            match file.value() {
                Some(guideline) => self.guidelines.push(guideline.clone()),
                None => self.refused.push(file),
            }
        }
    }
}
