//! A past meeting, step by step; a patient across meetings.

words! {
    /// The replay of a meeting.
    ReplayWords {
        title, key, step: fn(usize, usize) -> String, none_held: fn(&str) -> String, nothing_recomputed, room, case, no_case, clock,
        opened: fn(&str, &str, &str) -> String, opened_again, joined: fn(&str, &str, &str) -> String, left: fn(&str) -> String,
        declared: fn(&str, &str) -> String, recused: fn(&str, &str) -> String, returned: fn(&str, &str) -> String,
        added: fn(&str, &str) -> String, turned: fn(&str, &str) -> String, budgeted: fn(&str, &str) -> String,
        started: fn(&str) -> String, resumed: fn(&str) -> String, paused: fn(&str, &str) -> String, ended: fn(&str, &str) -> String,
        break_began, break_ended, carried: fn(&str, &str) -> String, closed: fn(&str) -> String,
        decided: fn(&str, &str) -> String, amended: fn(&str, &str, &str) -> String, postponed: fn(&str, &str) -> String,
        by: fn(&str) -> String, there, nobody, done: fn(usize) -> String, carried_over: fn(usize) -> String,
        editions: fn(&str) -> String, nothing_behind, of_no_meeting,
    }
    /// A patient across meetings.
    HistoryWords {
        nothing: fn(&str) -> String, joins: fn(&str) -> String, of_alias: fn(&str) -> String, in_meeting, after,
    }
}
