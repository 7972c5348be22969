use crate::text::EncryptionWords;

pub(super) const ENCRYPTION: EncryptionWords = EncryptionWords {
    asked: |path| format!("Passphrase of {path}: "),
    new: |path| format!("Passphrase to give to {path}: "),
    again: "Once more: ",
    differ: "The two passphrases differ: nothing was done. Try again.",
    unusable: "A passphrase has at least one character and stands on one line, without control characters.",
    given_up: "No passphrase: nothing was done.",
    no_terminal: "A passphrase is needed and there is no terminal to ask for it: give it with --passphrase-file FILE.",
    key_refused: "This passphrase cannot be used: nothing was changed. Choose another one.",
    wrong: |path| {
        format!(
            "The passphrase does not open {path}, or this file is no encrypted database: nothing was changed. Check both and try again."
        )
    },
    not_opened: |path| {
        format!(
            "{path} is not a plain database: check the path; if it is encrypted, give its passphrase in a terminal or with --passphrase-file."
        )
    },
    open_to_others: |path| {
        format!(
            "Others than you can read {path}: the passphrase is not read from it. Run `chmod 600 {path}` and try again."
        )
    },
    unreadable: |path, why| {
        format!("The passphrase cannot be read from {path} ({why}). Check the path and the rights.")
    },
    is_plain: |path| {
        format!(
            "{path} is there already and is not encrypted: `regards backup --encrypt COPY` makes an encrypted copy of it; nothing was changed."
        )
    },
};
