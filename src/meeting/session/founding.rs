use std::sync::LazyLock;

use crate::domain::PathStep::{self, Index, Key};
use crate::domain::{Charter, Refusal};
use crate::read::{self, Found, Problem, Reading};

/// The charter that ships with the program, with its comments.
pub const SHIPPED: &str = include_str!("../charter.yaml");

/// The longest a look back may be put off, in months (rcp.md 8.6 looks back at 3, 6 and 12).
const LONGEST_FOLLOW_UP: u32 = 60;

/// The charter of a meeting that has not written its own.
///
/// # Errors
/// Never: the text ships with the program and a test reads it.
pub fn charter() -> &'static Result<Charter, String> {
    static CHARTER: LazyLock<Result<Charter, String>> = LazyLock::new(|| read::trusted(SHIPPED));
    &CHARTER
}

/// The charter of a file, or everything that is wrong with it.
pub fn read_charter(bytes: &[u8]) -> Reading<Charter> {
    read::judged(bytes, &required, &judge)
}

fn required(key: &str) -> &'static [&'static str] {
    match key {
        "" => &["version", "name", "quorum", "time", "sign_within_days", "follow_up_months"],
        "quorum" => &["specialties", "counted"],
        "time" => &["discuss", "record", "break_after", "break_after_cases"],
        _ => &[],
    }
}

/// What the types cannot see: a rule that nobody can meet, or that asks for nothing.
fn judge(charter: &Charter) -> Found {
    let mut found = Found::new();
    let mut refuse = |path: &[PathStep], refusal| found.push((path.to_vec(), Problem::Refused(refusal)));
    for (key, text) in [("version", &charter.version), ("name", &charter.name)] {
        if text.trim().is_empty() {
            refuse(&[Key(key)], Refusal::Empty);
        }
    }
    let rule = &charter.quorum;
    if rule.counted.is_empty() {
        refuse(&[Key("quorum"), Key("counted")], Refusal::NoEntry);
    }
    let most = u32::try_from(rule.counted.len()).unwrap_or(u32::MAX).max(1);
    if !(1..=most).contains(&rule.specialties) {
        refuse(&[Key("quorum"), Key("specialties")], outside(rule.specialties, "1", &most.to_string()));
    }
    for (place, group) in rule.any_of.iter().enumerate() {
        if group.is_empty() {
            refuse(&[Key("quorum"), Key("any_of"), Index(place)], Refusal::NoEntry);
        }
    }
    if charter.time.break_after_cases == 0 {
        refuse(&[Key("time"), Key("break_after_cases")], outside(0, "1", "99"));
    }
    if charter.follow_up_months.is_empty() {
        refuse(&[Key("follow_up_months")], Refusal::NoEntry);
    }
    let mut least = 1;
    for (place, months) in charter.follow_up_months.iter().enumerate() {
        if !(least..=LONGEST_FOLLOW_UP).contains(months) {
            let refusal = outside(*months, &least.to_string(), &LONGEST_FOLLOW_UP.to_string());
            refuse(&[Key("follow_up_months"), Index(place)], refusal);
        }
        least = months.saturating_add(1).min(LONGEST_FOLLOW_UP);
    }
    found
}

fn outside(written: u32, least: &str, most: &str) -> Refusal {
    Refusal::Form { written: written.to_string(), form: format!("{least}-{most}") }
}
