use chrono::Months;
use rust_decimal::Decimal;

use super::{Answer, Checked, Need, Source, Verdict, daily_steroid, prednisone_series};
use crate::domain::{Case, Day, Drug};

/// Who counts as immunosuppressed, and for how long after: HCSP 2014, from memory (damage.md F).
pub const HCSP_2014: Source = Source { name: "HCSP 2014", reference: "", checked: Checked::Memory };

/// Immunosuppressants and biologics, glucocorticoids left out.
pub const IMMUNOSUPPRESSANTS: [Drug; 15] = [
    Drug::MycophenolateMofetil,
    Drug::MycophenolateSodium,
    Drug::Cyclophosphamide,
    Drug::Azathioprine,
    Drug::Methotrexate,
    Drug::Leflunomide,
    Drug::Tacrolimus,
    Drug::Ciclosporin,
    Drug::Voclosporin,
    Drug::Belimumab,
    Drug::Anifrolumab,
    Drug::Rituximab,
    Drug::Obinutuzumab,
    Drug::Eculizumab,
    Drug::Ravulizumab,
];

/// Monoclonal antibodies against CD20.
pub const ANTI_CD20: [Drug; 2] = [Drug::Rituximab, Drug::Obinutuzumab];

/// What makes somebody immunosuppressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImmunosuppressedBy {
    /// An immunosuppressant or biologic that is taken.
    Drug(Drug),
    /// 10 mg a day or more of prednisone for more than two weeks.
    Glucocorticoid,
    /// One that was stopped, until this day: 3 months after most, 6 after an antibody against CD20.
    Stopped(Drug, Day),
}

/// What makes this patient immunosuppressed on this day; empty where nothing does.
///
/// # Errors
/// No treatment recorded at all; the dose of a glucocorticoid missing where nothing else decides.
pub fn immunosuppressed_by(case: &Case, day: Day) -> Answer<Vec<ImmunosuppressedBy>> {
    if case.treatments.is_empty() {
        return Err(vec![Need::Treatments]);
    }
    let mut by = Vec::new();
    for drug in IMMUNOSUPPRESSANTS {
        by.extend(by_drug(case, drug, day));
    }
    match long_glucocorticoid(case, day) {
        Verdict::Yes => by.push(ImmunosuppressedBy::Glucocorticoid),
        Verdict::Unknown(needs) if by.is_empty() => return Err(needs),
        Verdict::No | Verdict::Unknown(_) => {}
    }
    Ok(by)
}

/// Whether this patient is immunosuppressed on this day.
pub fn immunosuppressed(case: &Case, day: Day) -> Verdict {
    match immunosuppressed_by(case, day) {
        Ok(by) => Verdict::of(!by.is_empty()),
        Err(needs) => Verdict::Unknown(needs),
    }
}

/// 10 mg a day or more today, for too short to count yet: it will if it goes on.
pub fn is_glucocorticoid_soon_long(case: &Case, day: Day) -> bool {
    let dose = daily_steroid(case, day).map(|dose| dose.milligrams);
    dose.is_ok_and(|dose| dose >= Decimal::TEN) && long_glucocorticoid(case, day) == Verdict::No
}

fn by_drug(case: &Case, drug: Drug, day: Day) -> Option<ImmunosuppressedBy> {
    let entries = || case.treatments.iter().filter(move |entry| entry.drug == drug);
    if entries().any(|entry| entry.is_on(day)) {
        return Some(ImmunosuppressedBy::Drug(drug));
    }
    let last = entries().filter_map(|entry| entry.to).filter(|last| *last < day).max()?;
    let until = Day(last.0.checked_add_months(Months::new(if ANTI_CD20.contains(&drug) { 6 } else { 3 }))?);
    (day < until).then_some(ImmunosuppressedBy::Stopped(drug, until))
}

/// 10 mg a day or more, today and on the fourteen days before.
fn long_glucocorticoid(case: &Case, day: Day) -> Verdict {
    let series = prednisone_series(case, day);
    for point in series.points().iter().rev() {
        match point.value {
            None => return Verdict::lacking(Need::SteroidDose),
            Some(dose) if dose < Decimal::TEN => return Verdict::No,
            Some(_) if day.days_since(point.date) + 1 > 14 => return Verdict::Yes,
            Some(_) => {}
        }
    }
    Verdict::No
}
