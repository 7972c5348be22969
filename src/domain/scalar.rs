//! Leaves of a case file: reading a scalar as the text the person wrote.

use std::fmt;

use rust_decimal::Decimal;
use serde::Deserializer;
use serde::de::{self, Visitor};

use super::Refusal;

/// The reserved name by which a leaf asks the door for its text as it was written: `2026.10` is not 2026.1.
pub const AS_WRITTEN: &str = "$as_written";

/// The scalar as text, whatever type the file's notation gave it.
pub(super) fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    struct Text;
    impl<'de> Visitor<'de> for Text {
        type Value = String;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a value on one line")
        }
        fn visit_str<E: de::Error>(self, v: &str) -> Result<String, E> {
            Ok(v.to_owned())
        }
        fn visit_i64<E: de::Error>(self, v: i64) -> Result<String, E> {
            Ok(v.to_string())
        }
        fn visit_u64<E: de::Error>(self, v: u64) -> Result<String, E> {
            Ok(v.to_string())
        }
        fn visit_f64<E: de::Error>(self, v: f64) -> Result<String, E> {
            Ok(v.to_string())
        }
        fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<String, D::Error> {
            inner.deserialize_any(self)
        }
    }
    deserializer.deserialize_newtype_struct(AS_WRITTEN, Text)
}

/// The number at the beginning of a text, exact, and what follows it.
pub(super) fn amount(written: &str) -> Result<(Decimal, &str), Refusal> {
    let text = written.trim();
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+');
    let (number, rest) = text.split_at(text.find(|c| !is_number(c)).unwrap_or(text.len()));
    if is_ambiguous(number) {
        return Err(Refusal::Ambiguous { written: written.to_owned() });
    }
    let amount = number.replace(',', ".").parse().map_err(|_| not_a_number(written))?;
    Ok((amount, rest.trim()))
}

/// `1,600`: a decimal comma or a separator of thousands.
fn is_ambiguous(number: &str) -> bool {
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    number.trim_start_matches(['-', '+']).split_once(',').is_some_and(|(whole, part)| {
        (1..=3).contains(&whole.len()) && whole != "0" && digits(whole) && part.len() == 3 && digits(part)
    })
}

/// Why this is not a number: a comparison has its own refusal.
pub(super) fn not_a_number(written: &str) -> Refusal {
    let written = written.to_owned();
    if written.trim_start().starts_with(['<', '>', '≤', '≥', '~', '≈']) {
        Refusal::Comparison { written }
    } else {
        Refusal::NotANumber { written }
    }
}

/// The refusal of a unit: one that begins with a digit is the rest of a number (`1 600 mg/g`).
pub(super) fn no_unit(quantity: &str, written: &str, unit: &str, units: Vec<String>) -> Refusal {
    if unit.is_empty() {
        Refusal::UnitMissing { quantity: quantity.to_owned(), units }
    } else if unit.starts_with(|c: char| c.is_ascii_digit()) {
        Refusal::Spaced { written: written.to_owned() }
    } else {
        Refusal::UnitUnknown { quantity: quantity.to_owned(), unit: unit.to_owned(), units }
    }
}

/// Implements `Deserialize` (from the scalar's text by `FromStr`), `Serialize` (by `Display`)
/// and `JsonSchema` (a string with this pattern and description) for a leaf type.
macro_rules! leaf {
    ($type:ty, $name:literal, $pattern:literal, $description:literal) => {
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let written = $crate::domain::scalar::text(deserializer)?;
                written.trim().parse().map_err($crate::domain::Refusal::custom)
            }
        }
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $name.into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": ["string", "number"],
                    "pattern": $pattern,
                    "description": $description,
                })
            }
        }
    };
}
pub(crate) use leaf;
