//! The language in which past decisions are searched.

words! {
    /// Keys, values, faults and what surrounds the line.
    FilterWords {
        key: fn(&str) -> &'static str, value: fn(&str) -> &'static str, sort: fn(&str) -> &'static str,
        years, perhaps: fn(&str) -> String, unknown_key: fn(&str) -> String, try_quotes,
        unknown_value: fn(&str, &str) -> String, not_an_amount: fn(&str) -> String, not_a_day: fn(&str) -> String,
        reversed: fn(&str) -> String, two_orders, unknown_order: fn(&str, &str) -> String,
        unknown_name: fn(&str) -> String, circular: fn(&str) -> String,
        expected_choice: fn(&str, &str) -> String, expected_amount: fn(&str, &str) -> String, expected_days,
        expected_text: fn(&str) -> String, order,
        counted: fn(u64) -> String, more_than: fn(u64) -> String, counting,
        complete_key, sort_key, save_key, saved_key, save_prompt, bad_name: fn(&str) -> String,
        saved: fn(&str) -> String, forgotten: fn(&str) -> String, none_saved, not_saved: fn(&str) -> String, typed_line, nothing_to_save, faulty,
        shown_of: fn(u64, &str) -> String,
    }
}
