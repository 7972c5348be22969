use rust_decimal::Decimal;

use super::{Answer, Checked, HcqBand, Need, Source, Verdict, daily_milligrams};
use crate::domain::{Adherence, Case, Day, Drug, Field, HcqLevel, HcqMatrix, Treatment};

/// Serum limits: below 106 ng/mL on 400 mg a day, below 53 on 200 (SLICC; activity.md 13).
pub const SERUM_HCQ: Source =
    Source { name: "SLICC", reference: "serum: < 106 / < 53 ng/mL", checked: Checked::Primary };

/// What a level says, by what it was measured in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HcqReading {
    /// Whole blood: its band.
    WholeBlood(HcqBand),
    /// Serum: whether it marks severe non-adherence.
    Serum(Verdict),
    /// Plasma: unreliable, nothing is read from it.
    Plasma,
    /// It is not known what it was measured in.
    Unknown(Vec<Need>),
}

/// The newest level of hydroxychloroquine with what stands beside it. A low level soon after the start or a change of
/// dose is not non-adherence (from memory); how soon is not printed, so the days are given.
#[derive(Debug, Clone, PartialEq)]
pub struct HcqSample {
    /// Day of the sample.
    pub date: Day,
    /// The level.
    pub level: HcqLevel,
    /// What it was measured in; whole blood where the file does not say, as the format defines it.
    pub matrix: Field<HcqMatrix>,
    /// What it says.
    pub reading: HcqReading,
    /// First day of the treatment that was under way.
    pub started: Option<Day>,
    /// First day of the dose that was taken.
    pub dose_since: Option<Day>,
    /// Adherence as stated in the file, beside and not instead.
    pub adherence: Field<Adherence>,
}

impl HcqSample {
    /// The newest sample of a case up to a day.
    ///
    /// # Errors
    /// [`Need::HcqLevel`] where there is none.
    pub fn of(case: &Case, day: Day) -> Answer<Self> {
        let levels = case.labs.iter().filter(|lab| lab.date <= day);
        let newest = levels.filter_map(|lab| Some((lab, *lab.hcq_level.known()?))).max_by_key(|(lab, _)| lab.date);
        let (lab, level) = newest.ok_or(vec![Need::HcqLevel])?;
        let doses = doses_before(case, lab.date);
        let daily = doses.last().and_then(|entry| daily_milligrams(entry, case.patient.weight.known().copied()));
        Ok(Self {
            date: lab.date,
            level,
            matrix: lab.hcq_matrix,
            reading: reading(lab.hcq_matrix, level, daily),
            started: doses.first().map(|entry| entry.from),
            dose_since: doses.last().map(|entry| entry.from),
            adherence: case.person.adherence,
        })
    }
}

fn reading(matrix: Field<HcqMatrix>, level: HcqLevel, daily: Option<Decimal>) -> HcqReading {
    match matrix {
        Field::Absent | Field::Known(HcqMatrix::WholeBlood) => HcqReading::WholeBlood(HcqBand::of(level)),
        Field::Known(HcqMatrix::Serum) => HcqReading::Serum(serum_severe_non_adherence(level, daily)),
        Field::Known(HcqMatrix::Plasma) => HcqReading::Plasma,
        Field::Unknown => HcqReading::Unknown(vec![Need::HcqMatrix]),
    }
}

/// Whether a serum level marks severe non-adherence: below 106 ng/mL, or below 53 on 200 mg a day; between the two the
/// dose decides, and for another dose no limit is printed.
pub fn serum_severe_non_adherence(level: HcqLevel, daily: Option<Decimal>) -> Verdict {
    let below = |limit: u32| level.value() < Decimal::from(limit);
    match (below(53), below(106)) {
        (true, _) => Verdict::Yes,
        (_, false) => Verdict::No,
        (false, true) => match daily {
            Some(daily) if daily == Decimal::from(200) => Verdict::No,
            Some(daily) if daily == Decimal::from(400) => Verdict::Yes,
            _ => Verdict::lacking(Need::HcqDose),
        },
    }
}

/// The entries of hydroxychloroquine up to a day that follow each other without a gap, oldest first; none where the last
/// one had ended.
fn doses_before(case: &Case, day: Day) -> Vec<&Treatment> {
    let mut entries: Vec<&Treatment> =
        case.treatments.iter().filter(|entry| entry.drug == Drug::Hydroxychloroquine && entry.from <= day).collect();
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.from));
    let mut reaches = day;
    let mut run = Vec::new();
    for entry in entries {
        if entry.to.is_some_and(|last| reaches.days_since(last) > 1) {
            break;
        }
        reaches = entry.from;
        run.push(entry);
    }
    run.reverse();
    run
}
