//! Glucocorticoids, bone, cyclophosphamide.

words! {
    /// Glucocorticoids: the daily dose and what they add up to.
    SteroidWords {
        cumulative, twelve_months, since: fn(&str) -> String, at_target, above_target, none, drug, tables,
        by_table, worth: fn(&str) -> String, rule_daily, rule_targets, rule_nephritis, rule_sum, rule_lifetime,
        asks_five_grams, weight,
    }
    /// Fracture risk under glucocorticoids.
    BoneWords {
        title, at_least: fn(&str) -> String, could_be_worse: fn(&str) -> String, concerned, not_concerned,
        stated: fn(&str) -> String, contradicts, assessed: fn(&str) -> String, not_for_children, asks_concerned,
        fracture, t_score, z_score, major, hip, asks_t: fn(&str) -> String, asks_major: fn(&str) -> String,
        asks_hip: fn(&str) -> String, asks_month, asks_dose, asks_grams, asks_long,
        multiplied: fn(&str) -> String, rule_columns, rule_gaps, rule_frax, rule_window, rule_treat, note_loss,
    }
    /// Cyclophosphamide of a lifetime.
    CycloWords {
        title, before, course, courses, below, amber, red, asks_amber, asks_red, rule_sum, rule_running,
        note_watch,
    }
}
