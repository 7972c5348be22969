//! Who the patient is, from a file apart.

words! {
    /// The card of an identity, and why it is not shown.
    IdentityWords {
        title, key, no_file, hidden, none, differs, birth_name, used_name, first_names, birth_date, sex, birth_place,
        ipp, status, ins, ins_unused, only_here,
        refused: fn(&str) -> String,
        open_to_others: fn(&str) -> String,
        unreadable: fn(&str, &str) -> String,
        files: fn(usize) -> String,
        aged: fn(&str, u32) -> String,
    }
}
