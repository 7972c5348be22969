//! A ledger that is encrypted at rest.

words! {
    /// The passphrase of a ledger: asked, read, refused.
    EncryptionWords {
        asked: fn(&str) -> String,
        new: fn(&str) -> String,
        again, differ, unusable, given_up, no_terminal, key_refused,
        wrong: fn(&str) -> String,
        not_opened: fn(&str) -> String,
        open_to_others: fn(&str) -> String,
        unreadable: fn(&str, &str) -> String,
        is_plain: fn(&str) -> String,
    }
}
