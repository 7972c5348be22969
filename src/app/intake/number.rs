//! The number that a new case is proposed.

use std::collections::BTreeMap;

/// Letters of the first case of a folder.
const PREFIX: &str = "LN";
/// Digits of a number within its year.
const DIGITS: usize = 3;

/// The next free number of this year: `LN-2026-014` where the highest is 013. Letters are those that most cases have.
pub fn next_number<'a>(known: impl Iterator<Item = &'a str>, year: i32) -> String {
    let mut series: BTreeMap<String, (usize, u32, usize)> = BTreeMap::new();
    for number in known {
        let mut parts = number.splitn(3, '-');
        let (Some(prefix), Some(of), Some(rest)) = (parts.next(), parts.next(), parts.next()) else { continue };
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        let Ok(last) = digits.parse::<u32>() else { continue };
        let (cases, highest, width) = series.entry(prefix.to_uppercase()).or_insert((0, 0, DIGITS));
        *cases += 1;
        if of == year.to_string() {
            *highest = (*highest).max(last);
            *width = (*width).max(digits.len());
        }
    }
    let usual = series.into_iter().max_by_key(|(_, (cases, ..))| *cases);
    let (prefix, (_, highest, width)) = usual.unwrap_or((PREFIX.to_owned(), (0, 0, DIGITS)));
    format!("{prefix}-{year}-{:0width$}", highest + 1)
}
