//! The shipped content, parsed when it is first asked for.

use std::sync::OnceLock;

use super::{Difference, Formulary, Guideline, Statement};
use crate::read;

/// The guideline files, in the order of their columns. A new guideline is one file and one line here.
const GUIDELINES: &[(&str, &str)] = &[
    ("eular-2025", include_str!("guidelines/eular-2025.yaml")),
    ("acr-2024", include_str!("guidelines/acr-2024.yaml")),
    ("kdigo-2024", include_str!("guidelines/kdigo-2024.yaml")),
];

const FORMULARY: &str = include_str!("formulary.yaml");
const DIFFERENCES: &str = include_str!("differences.yaml");

/// Guidelines in the order of their columns, and the formulary they speak in. Making one costs nothing; the content
/// is parsed when it is first asked for, once, on whichever thread asks.
#[derive(Debug, Default)]
pub struct Library {
    content: OnceLock<Content>,
}

#[derive(Debug, Default)]
struct Content {
    guidelines: Vec<Guideline>,
    formulary: Formulary,
    differences: Vec<Difference>,
    faults: Vec<String>,
}

impl Library {
    /// What ships with the program.
    pub fn shipped() -> Self {
        Self::default()
    }

    /// A library of these guidelines.
    pub fn of(guidelines: Vec<Guideline>, formulary: Formulary) -> Self {
        Self { content: OnceLock::from(Content { guidelines, formulary, ..Content::default() }) }
    }

    /// The guidelines, in the order of their columns.
    pub fn guidelines(&self) -> &[Guideline] {
        &self.content().guidelines
    }

    /// The guideline of this id.
    pub fn guideline(&self, id: &str) -> Option<&Guideline> {
        self.guidelines().iter().find(|guideline| guideline.id == id)
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

    /// What is wrong with the shipped files: nothing, in a program that passed its tests.
    pub fn faults(&self) -> &[String] {
        &self.content().faults
    }

    fn content(&self) -> &Content {
        self.content.get_or_init(parse)
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
    for (name, text) in GUIDELINES {
        match read::trusted(text) {
            Ok(guideline) => content.guidelines.push(guideline),
            Err(fault) => content.faults.push(format!("{name}: {fault}")),
        }
    }
    content
}
