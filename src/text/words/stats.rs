//! Statistics of past decisions.

use crate::text::codes::ByCode;

words! {
    /// The statistics.
    StatsWords {
        title, key,
        section: ByCode,
        figure: ByCode,
        counted: ByCode,
        own: fn(&str, &str) -> &'static str,
        unit: ByCode,
        of: ByCode, of_one: ByCode,
        absent: ByCode, absent_title,
        not_recorded, n: fn(&str, &str) -> String, period: fn(Option<&str>, Option<&str>) -> String,
        part, answer, count, share, interval, median, quartiles, ends, missing,
        few, hidden, notes: [&'static str; 4], shared_note,
        kappa: fn(&str, &str, Option<&str>) -> String, no_kappa, entropy: fn(&str, u32, &str) -> String,
        not_a_comparison, followed: fn(&str, &str) -> String, never_looked, at_risk, without: fn(&str) -> String, event: ByCode,
        month_short, half: fn(i32, bool) -> String, half_year, outside: fn(&str) -> String, none_outside, no_control: fn(usize) -> String,
        published: fn(&str) -> String, view: fn(&str) -> String, command: fn(&str) -> String, cases: fn(u64) -> String,
        counting: fn(usize, usize) -> String, unknown: fn(&str) -> String,
        no_such_row: fn(&str, &str) -> String, proteinuria, filtration, catalogue, months: fn(u32) -> String, period_key, stop_key,
        section_key, cases_key, cases_title, both_concordant,
    }
}
