//! The shorthand of a decision, and what it is understood to say.

use super::Changed;
use crate::domain::Measure;

words! {
    /// Words that the shorthand is printed with, and those that tell what was understood.
    ShorthandWords {
        if_, alternative, represent, target, for_, from, stop, bolus, in_stages, afterwards, parted: fn(u16) -> String,
        day_letter, week_letter, month_letter, day_unit, week_unit, month_unit, week_period, month_period,
        assumed: fn(&str) -> String, for_weight: fn(&str, &str) -> String, weight_unknown, dose_unread,
        then: fn(&str) -> String, by: fn(&str) -> String, lasting: fn(&str) -> String, begun: fn(&str) -> String,
        times_a_day: fn(u16) -> String, times_a_week: fn(u16) -> String, times_a_month: fn(u16) -> String,
        every_days: fn(u16) -> String, every_weeks: fn(u16) -> String, every_months: fn(u16) -> String,
        administrations: fn(u16) -> String, day_mark, week_mark, month_mark,
        unread: fn(&str) -> String, condition: fn(&str) -> String, targets, actions, comes_back, comes_back_then,
        by_whom: fn(&str) -> String, since_decision, changed: fn(Measure, Changed, &str) -> String, two_lines: fn(&str) -> String,
        taken: fn(&str, &str, &str) -> String, dose_open, after_death, remarks, hint,
    }
}
