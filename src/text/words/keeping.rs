//! How the ledger is kept: what a broken link leaves unproven, copies put back, who looked.

words! {
    /// Keeping the ledger: verified, restored, and who looked.
    KeepingWords {
        unproven: fn(i64) -> String,
        entries: fn(u64) -> String,
        acts: fn(&str, u64) -> String,
        decisions, cases, meetings,
        and_others: fn(u64) -> String,
        outside,
        head_found: fn(&str, i64, &str, u64) -> String,
        head_lost: fn(&str) -> String,
        not_a_hash: fn(&str) -> String,
        restored, would_restore,
        copy_sound: fn(u64, i32) -> String,
        copy_damaged: fn(u64, i32) -> String,
        nothing_there,
        unreadable_there: fn(&str) -> String,
        shared: fn(i64) -> String,
        nothing_lost, lost,
        drafts_lost: fn(u64) -> String,
        gained: fn(u64) -> String,
        kept: fn(&str) -> String,
        dry_run, in_use, copy_not_sound,
        same_file: fn(&str) -> String,
        access_when, access_who, access_did, access_what,
        access_rows: fn(u64, u64) -> String,
        access_old: fn(u64, &str, &str) -> String,
        access_tried: fn(u64, &str) -> String,
        access_purged: fn(u64, &str) -> String,
        access_retention,
        looked: fn(&str) -> &str,
        not_logged: fn(&str) -> String,
    }
}
