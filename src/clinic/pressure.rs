use super::{Checked, Need, Source, Verdict};
use crate::domain::{Case, Day, Pressure, PressureReading};

/// Below 130/80 mmHg is to be considered in lupus (EULAR 2022, cardiovascular risk).
pub const PRESSURE_TARGET: Source =
    Source { name: "EULAR 2022", reference: "doi 10.1136/annrheumdis-2021-221733", checked: Checked::Primary };

impl Pressure {
    /// Not below 130/80 mmHg: one of its two numbers reaches its limit.
    pub fn is_raised(self) -> bool {
        self.systolic >= 130 || self.diastolic >= 80
    }
}

/// The readings up to this day with their place in the file, newest first.
pub fn pressures(case: &Case, day: Day) -> Vec<(usize, &PressureReading)> {
    let readings = case.blood_pressure.iter().enumerate().filter(|(_, reading)| reading.date <= day);
    let mut readings: Vec<_> = readings.collect();
    readings.sort_by_key(|(_, reading)| reading.date);
    readings.reverse();
    readings
}

/// Whether the last two readings are raised; one that is not answers, one alone does not.
pub fn raised_twice(case: &Case, day: Day) -> Verdict {
    let last: Vec<Pressure> = pressures(case, day).into_iter().take(2).map(|(_, reading)| reading.value).collect();
    if last.iter().any(|pressure| !pressure.is_raised()) {
        return Verdict::No;
    }
    if last.len() == 2 { Verdict::Yes } else { Verdict::lacking(Need::BloodPressure) }
}
