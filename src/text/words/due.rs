//! What is due.

words! {
    /// The list of what is due.
    DueWords {
        title, key, nothing, count: fn(usize) -> String, since, what, act, act_key,
        sign, tell, tell_who: fn(&str) -> String, follow: fn(u32) -> String, action: fn(&str) -> String,
        action_of: fn(&str, &str) -> String, come_back, without_quorum: fn(&str) -> String, without_quorum_short,
        branch: fn(&str, &str) -> String, met: fn(&str, &str) -> String, finish: fn(&str) -> String, not_on_agenda,
        not_in_list: fn(&str, &str) -> String, no_such_action: fn(u32, usize) -> String,
        kind: fn(&str) -> &'static str, all_kinds, next_kind, previous_kind, unsigned_of: fn(&str, usize) -> String,
        shown_of: fn(u64) -> String, kinds_are: fn(&str, &str) -> String,
    }
}
