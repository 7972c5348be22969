//! Guidelines as data with their provenance: judged three-valued, compared, their common ground. Never hides what is unknown.
use crate::domain::{Case, Day};
use serde::{Deserialize, Serialize};
/// TEMPORARY shape of the room until its branch is merged.
#[derive(Debug, Clone)]
pub struct Library;
impl Library {
    pub fn shipped() -> Self {
        Self
    }
}
#[derive(Debug, Clone, Serialize)]
pub struct Facts;
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Table {
    pub rows: Vec<Row>,
    pub editions: Vec<(String, String)>,
}
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    pub cells: Vec<Cell>,
}
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cell {}
pub const COUNTRY: &str = "FR";
pub fn facts(_: &Case, _: Day) -> Facts {
    Facts
}
pub fn side_by_side(_: &Library, _: &Facts, _: &str) -> Table {
    Table { rows: Vec::new(), editions: Vec::new() }
}
pub fn missing(_: &Table) -> Vec<()> {
    Vec::new()
}
