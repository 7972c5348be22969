//! The values of a table against what a case file holds already.

use super::{Analyte, LabTable, LabValue, Measured};
use crate::domain::{Case, Lab};
use crate::read::{Edit, Setting};

/// A value that the file gives otherwise.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// The value of the table.
    pub value: LabValue,
    /// What the file says.
    pub held: Measured,
}

/// What the table would change.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LabPlan {
    /// Values that the file does not hold.
    pub new: Vec<LabValue>,
    /// Values that it holds already.
    pub same: Vec<LabValue>,
    /// Values that it gives otherwise.
    pub conflicts: Vec<Conflict>,
}

impl LabPlan {
    /// The values of this table against this case.
    pub fn of(table: &LabTable, case: &Case) -> Self {
        let mut plan = Self::default();
        for value in &table.values {
            match held(value, case) {
                None => plan.new.push(value.clone()),
                Some(held) if held.value == value.measured.value => plan.same.push(value.clone()),
                Some(held) => plan.conflicts.push(Conflict { value: value.clone(), held }),
            }
        }
        plan
    }

    /// What is to be changed in the file, a day at a time, the oldest first; what it gives otherwise stays unless it is
    /// to be replaced.
    pub fn edits(&self, replaces: bool) -> Vec<Edit> {
        let conflicting = self.conflicts.iter().map(|conflict| &conflict.value).filter(|_| replaces);
        let mut values: Vec<&LabValue> = self.new.iter().chain(conflicting).collect();
        values.sort_by_key(|value| value.date);
        values
            .chunk_by(|one, other| one.date == other.date)
            .filter_map(|day| {
                let setting =
                    |value: &&LabValue| Setting { key: value.key, value: Some(value.measured.written.clone()) };
                let date = day.first()?.date;
                Some(Edit::Dated { list: "labs", date, settings: day.iter().map(setting).collect() })
            })
            .collect()
    }
}

/// What the file says of this value's day and key.
fn held(value: &LabValue, case: &Case) -> Option<Measured> {
    let analyte = Analyte::of_key(value.key)?;
    case.labs.iter().filter(|lab: &&Lab| lab.date == value.date).find_map(|lab| analyte.in_entry(lab))
}
