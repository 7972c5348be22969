//! The damage index and the kidney.

words! {
    /// The damage index and its course.
    IndexWords {
        accrual, over_twelve_months: fn(u32) -> String, review_due, hint: fn(&str, &str) -> String, recovered,
        item, points, sites: fn(u8) -> String, year, added, total, all_items, rule_damage, rule_ever,
        rule_again, rule_end_stage, rule_most, rule_low_gfr, note_waiting, note_children, note_meeting,
    }
    /// The function of the kidneys, the KDIGO grid and the slope.
    KidneyWords {
        trap: fn(&str, &str, &str) -> String, by_albumin: fn(&str) -> String, by_protein: fn(&str) -> String,
        checks: fn(u8) -> String, checks_2024: fn(u8) -> String, marker_long: fn(&str) -> String,
        marker_short: fn(&str) -> String, marker_none, since: fn(&str) -> String, to_evaluate,
        both_apply: fn(&str) -> String, not_used, uacr, uacr_estimated, for_classing, crude, grid, asks_change,
        asks_lost, rule_2021, rule_u25, rule_units, rule_raw, rule_category, rule_chronic, note_2009,
        interval: fn(&str, &str) -> String, of_pairs: fn(&str) -> String,
        values_over: fn(usize, &str) -> String, left_out, excluded, no_value, rapid, asks_rapid, asks_surely,
        standard_error, rule_slope, rule_error, rule_pairs, rule_excludes,
    }
}
