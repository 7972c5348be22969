//! A case file that is written.

words! {
    /// What became of a case file that was to be written.
    WritingWords {
        written, changed, session, disk_full, not_written, unchanged, nothing_told, not_understood, twice, would_harm,
        by_hand,
        told_twice: fn(&str) -> String,
        gone: fn(&str) -> String,
        permission: fn(&str) -> String,
        read_only: fn(&str) -> String,
        disk: fn(&str, &str) -> String,
    }
}
