//! The taper planner, and a planned taper in a report.

words! {
    /// A planned taper beside what each guideline prints.
    TaperWords {
        title, key, no_plan, no_plan_hint: fn(&str, &str) -> String, not_a_prescriber, not_in_file: fn(&str) -> String, in_file,
        received, planned, dose, per_kilo, days, weeks, cumulative, goes_on,
        week: fn(&str) -> String, weeks_from: fn(&str) -> String, weeks_long: fn(&str) -> String, and_days: fn(&str, &str) -> String,
        counted_course: fn(&str) -> String, counted_plan: fn(&str) -> String, counted_today: fn(&str) -> String,
        reached: fn(&str, &str) -> String, reached_stop: fn(&str) -> String, stop_is: fn(&str) -> String, not_reached: fn(&str) -> String, not_reached_stop,
                planned_until: fn(&str, &str) -> String, year_ahead: fn(&str, &str) -> String, year_behind: fn(&str) -> String, course: fn(&str, &str) -> String,
        above, within, below, above_by: fn(&str, &str) -> String, below_by: fn(&str, &str) -> String, within_weeks: fn(&str) -> String, above_weeks: fn(&str) -> String, reached_short: fn(&str, &str) -> String,
        start: fn(&str, &str) -> String, start_only: fn(&str) -> String, no_schedule, prints_nothing, says_nothing, needs: fn(&str) -> String,
        target_reached: fn(&str, &str) -> String, target_late: fn(&str, &str) -> String, target_never: fn(&str) -> String,
        marks, range_note, ladder, weeks_note, sum_rule, weight_note,
        plan_section, equivalents: fn(&str) -> String, loaded_start_only, nothing_to_load, last_step, not_written: fn(&str) -> String, lines_title, lines_hint, corticomed,
        change_weeks, add, remove, undo, change_begin, schedule, previous_schedule, show, load, load_number, count, lines, change,
        line_then: fn(&str, &str) -> String, until: fn(&str, &str) -> String,
    }
}
