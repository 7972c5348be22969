//! Journals of several centres: sent, taken into a shared archive, verified there.

words! {
    /// Several centres.
    SyncWords {
        masked,
        not_a_centre: fn(&str) -> String,
        unnamed,
        named_otherwise: fn(&str) -> String,
        past_the_end: fn(i64) -> String,
        sent: fn(u64, &str, &str) -> String,
        nothing_new: fn(&str, i64) -> String,
        carries,
        script: fn(u64, &str) -> String,
        archive_missing: fn(&str) -> String,
        not_an_archive: fn(&str) -> String,
        newer_archive: fn(i32, i32) -> String,
        taking,
        took: fn(u64, u64) -> String,
        refused,
        unreadable: fn(&str) -> String,
        not_a_journal,
        newer: fn(u64, u32) -> String,
        broken: fn(u64) -> String,
        changed: fn(i64) -> String,
        cut: fn(i64, i64) -> String,
        gap: fn(i64, i64) -> String,
        fork: fn(i64) -> String,
        other_centre: fn(&str) -> String,
        twin: fn(&str) -> String,
        not_reached, ended,
        centre: fn(&str, u64, &str) -> String,
        sound, not_sound, empty,
    }
}
