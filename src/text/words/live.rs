//! Two terminals on one database, and the room's screen.

words! {
    /// What terminals say of each other.
    LiveWords {
        lead, leads, leading, lead_ended, screen, scroll, agreed, large, large_state, now_large, no_longer_large, was: fn(&str) -> String,
        many_rows: fn(u16, &str) -> String, rows_beyond: fn(u16, u16) -> String,
        lead_taken: fn(&str, &str) -> String,
        nobody: fn(&str) -> String, unreadable, no_case: fn(&str) -> String, other_day: fn(&str, &str, &str) -> String,
        draft_taken: fn(&str, &str) -> String, locked_meanwhile: fn(&str) -> String,
        outcome, lines, rationale, departures, next, amendment, deliberation,
    }
}
