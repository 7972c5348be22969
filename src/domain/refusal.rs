use serde::{Deserialize, Serialize};

/// Why a value written by a person is refused.
///
/// It travels through serde's stringly errors as JSON (see [`Refusal::custom`]), so that the
/// door (`read`) can give it its place and the language room (`text`) its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// A bare number where a quantity with its unit is required.
    UnitMissing { quantity: String, units: Vec<String> },
    /// A unit that this quantity does not accept.
    UnitUnknown { quantity: String, unit: String, units: Vec<String> },
    /// Not a number where one is needed.
    NotANumber { written: String },
    /// A comparison (`<0.1 g/g`) where a value is needed.
    Comparison { written: String },
    /// A number in pieces (`1 600 mg/g`): which of them count is not for a program to guess.
    Spaced { written: String },
    /// A comma before three digits (`1,600 mg/g`): 1.6 to some, 1600 to others.
    Ambiguous { written: String },
    /// A diastolic pressure that is not below the systolic.
    UpsideDown { written: String },
    /// Outside what can exist, given in the unit of the message.
    Impossible { quantity: String, written: String, least: String, most: String },
    /// Not of the form that is asked for.
    Form { written: String, form: String },
    /// A number whose check digits are not those of its other digits.
    CheckDigits { written: String },
    /// A text longer than what the field holds.
    TooLong { most: usize, length: usize },
    /// A text that must say something is empty.
    Empty,
    /// A version of the file format that this program does not read.
    Format { written: u32, read: u32 },
    /// A list that needs at least one entry has none.
    NoEntry,
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&serde_json::to_string(self).map_err(|_| std::fmt::Error)?)
    }
}

impl std::error::Error for Refusal {}

impl Refusal {
    /// The refusal as an error of whichever deserializer is at work.
    pub fn custom<E: serde::de::Error>(self) -> E {
        E::custom(self)
    }

    /// The refusal that a deserializer's message carries, if it carries one.
    pub fn from_message(message: &str) -> Option<Self> {
        serde_json::from_str(message).ok()
    }
}
