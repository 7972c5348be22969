//! A case as it would be with the lines of a decision: what they stop is no longer taken, what they give is taken from
//! today on. Nothing else of the case changes.

use crate::domain::{Case, Day, Dose, Drug, Field, LineKind, Treatment};
use crate::knowledge::{Datum, Evidence};

/// A line of a decision on a drug, with the dose that its words mean, where they mean one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proposed {
    /// What is done.
    pub kind: LineKind,
    /// The drug.
    pub drug: Drug,
    /// The dose that its words mean; none where they say none, or cannot be read.
    pub dose: Option<Dose>,
    /// How many administrations its words mean.
    pub times: Option<u16>,
}

/// The case with these lines; treatments that they add come after its own.
pub(super) fn applied(case: &Case, today: Day, proposed: &[Proposed]) -> Case {
    let mut planned = case.clone();
    for line in proposed {
        let is_on = planned.takes(line.drug, today);
        match line.kind {
            LineKind::Other => {}
            LineKind::Stop | LineKind::Hold => end(&mut planned, line.drug, today),
            // A taper says where the dose goes, not what it is today.
            LineKind::Taper if is_on => {}
            LineKind::Continue if is_on && line.dose.is_none() => {}
            _ => {
                end(&mut planned, line.drug, today);
                planned.treatments.push(given(line, today));
            }
        }
    }
    planned
}

fn end(case: &mut Case, drug: Drug, today: Day) {
    let yesterday = today.0.pred_opt().map_or(today, Day);
    for treatment in case.treatments.iter_mut().filter(|one| one.drug == drug && one.is_on(today)) {
        treatment.to = Some(yesterday);
    }
}

fn given(line: &Proposed, today: Day) -> Treatment {
    Treatment {
        drug: line.drug,
        name: None,
        dose: line.dose.map_or(Field::Unknown, Field::Known),
        route: None,
        times: line.times,
        from: today,
        to: None,
        stopped_for: None,
        eye_exam: Field::Absent,
    }
}

/// What rests on a treatment that a line added rests on that line.
pub(super) fn name_lines(evidence: &mut [Evidence], own: usize) {
    for one in evidence {
        let place = one.path.strip_prefix("treatments[").and_then(|rest| rest.split(']').next()?.parse::<usize>().ok());
        if let Some(added) = place.and_then(|place| place.checked_sub(own)) {
            one.what = Datum::Line;
            one.path = format!("lines[{added}]");
        }
    }
}
