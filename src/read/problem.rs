use serde::Serialize;

use super::{Flaw, KeyFlaw};
use crate::domain::{IdentityFlaw, Objection, Refusal};

/// What a value is, as far as the notation goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Nothing is written.
    Empty,
    /// A value on one line.
    Scalar,
    /// A list.
    List,
    /// Keys with values.
    Map,
}

/// What is wrong; the `text` room gives it words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Problem {
    /// The system would not give the file.
    Unreadable {
        /// The system's words.
        message: String,
    },
    /// Under the name of a case file lies something that is not a file.
    NotAFile {
        /// Whether it is a folder.
        folder: bool,
    },
    /// The bytes are in another encoding.
    Encoding {
        /// Its name, as far as it can be told.
        found: String,
    },
    /// Larger than a case file can be.
    TooLarge {
        /// Bytes found.
        bytes: usize,
        /// Bytes allowed.
        most: usize,
    },
    /// Lists and maps inside each other, deeper than any case needs.
    TooDeep,
    /// One text repeated by aliases (`*name`) without end or beyond measure.
    Repetition,
    /// A `!tag`: the format has none.
    Tag,
    /// A quotation that does not end where it should; the place is where it opens.
    Quotation,
    /// Not YAML, in the parser's words.
    Syntax {
        /// The parser's message.
        message: String,
    },
    /// More than one document in the file.
    ManyDocuments,
    /// Nothing but comments and space.
    EmptyFile,
    /// A tab where YAML wants spaces.
    Tab,
    /// A control character (an escape sequence, a bell) inside a text.
    ControlCharacter,
    /// A number in a notation that is easily misread (hexadecimal, octal, infinity).
    Notation {
        /// What is written.
        written: String,
    },
    /// A decimal comma where a comma parts the entries of a row.
    DecimalComma {
        /// The value in its two parts.
        written: String,
        /// The same with a point, where it is clear what is meant.
        meant: Option<String>,
    },
    /// A key that the format does not have.
    UnknownKey {
        /// The key.
        key: String,
        /// The keys that can stand here.
        known: Vec<String>,
        /// The nearest of them, if one is near.
        nearest: Option<String>,
    },
    /// A key that would identify the patient.
    Identity {
        /// The key.
        key: String,
    },
    /// A key that must be there is not.
    MissingKey {
        /// The key.
        key: String,
    },
    /// The same key twice.
    DuplicateKey {
        /// The key.
        key: String,
        /// Line of the first one.
        first_line: usize,
    },
    /// A word that is not in the closed list.
    UnknownWord {
        /// The word.
        written: String,
        /// The list.
        known: Vec<String>,
        /// The nearest of them, if one is near.
        nearest: Option<String>,
    },
    /// A list where a value is needed, and the like.
    WrongKind {
        /// What is written.
        found: Kind,
        /// What is needed.
        expected: Kind,
    },
    /// A value that its type refuses.
    Refused(Refusal),
    /// A fact that cannot stand beside another one of the file, or is improbable.
    Objected(Objection),
    /// What a guideline file says cannot stand.
    Flawed(Flaw),
    /// What a file of identities says cannot stand, or should be looked at.
    Misidentified(IdentityFlaw),
    /// What the configuration says of a key cannot stand.
    Keyed(KeyFlaw),
    /// Anything else, in the decoder's words.
    Other {
        /// The message.
        message: String,
    },
}

impl Problem {
    /// Whether it keeps the value back.
    pub(super) fn is_error(&self) -> bool {
        match self {
            Self::Objected(objection) => objection.is_error(),
            Self::Flawed(flaw) => flaw.is_error(),
            Self::Misidentified(flaw) => flaw.is_error(),
            _ => true,
        }
    }

    /// Whether it says that something lacks.
    pub(super) fn is_of_absence(&self) -> bool {
        match self {
            Self::Objected(objection) => objection.is_of_absence(),
            Self::Flawed(flaw) => flaw.is_of_absence(),
            Self::Misidentified(flaw) => flaw.is_of_absence(),
            _ => false,
        }
    }
}
