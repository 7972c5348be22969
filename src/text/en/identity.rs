use crate::domain::IdentityStatus;
use crate::text::IdentityWords;

pub(super) const fn status(status: IdentityStatus) -> &'static str {
    match status {
        IdentityStatus::Provisional => "provisional",
        IdentityStatus::Retrieved => "retrieved",
        IdentityStatus::Validated => "validated",
        IdentityStatus::Qualified => "qualified",
    }
}

pub(super) const IDENTITY: IdentityWords = IdentityWords {
    title: "Identity",
    key: "identity",
    no_file: "No file of identities was given: start again with --identities FILE.",
    hidden: "Identities are hidden in this session: the identity card does not open.",
    none: "The file of identities knows neither this case nor this alias.",
    differs: "The identity on file has not the sex or the birth of this case: it is not shown. Check the file of identities.",
    birth_name: "Name at birth",
    used_name: "Name in use",
    first_names: "First names",
    birth_date: "Born",
    sex: "Sex",
    birth_place: "Place (INSEE)",
    ipp: "Local number",
    status: "Status",
    ins: "INS",
    ins_unused: "not used: the identity is not qualified",
    only_here: "Nothing of this card is recorded; only a document asked for with --identity bears it.",
    refused: |path| format!("The file of identities has errors: `regards identities check {path}` says which."),
    open_to_others: |path| {
        format!("Others than you can read {path}: it is not read. Run `chmod 600 {path}` and try again.")
    },
    unreadable: |path, why| format!("{path} cannot be read ({why}). Check the path and the rights."),
    files: |count| if count == 1 { "1 file".to_owned() } else { format!("{count} files") },
    aged: |date, years| format!("{date} (age {years})"),
};
