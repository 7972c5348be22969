use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The reserved name by which [`Field`] asks the door whether the scalar is the word `unknown`.
pub const UNKNOWN_OR: &str = "$unknown_or";

/// A fact that may be missing in two ways: never asked, or asked and not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Field<T> {
    /// Never asked: the key is not in the file.
    #[default]
    Absent,
    /// Asked, and not known: `unknown` is written.
    Unknown,
    /// Known.
    Known(T),
}

impl<T> Field<T> {
    /// The value, where it is known.
    pub fn known(&self) -> Option<&T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Absent | Self::Unknown => None,
        }
    }

    /// Whether the key is not in the file; serde leaves such a field out.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
}

impl<T> From<Option<T>> for Field<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Absent, Self::Known)
    }
}

impl<T: Serialize> Serialize for Field<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Known(value) => value.serialize(serializer),
            Self::Unknown => serializer.serialize_str("unknown"),
            Self::Absent => serializer.serialize_none(),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Known<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Known<T> {
            type Value = Field<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value, or `unknown`")
            }
            fn visit_unit<E: de::Error>(self) -> Result<Field<T>, E> {
                Ok(Field::Unknown)
            }
            fn visit_newtype_struct<D: Deserializer<'de>>(self, value: D) -> Result<Field<T>, D::Error> {
                T::deserialize(value).map(Field::Known)
            }
        }
        deserializer.deserialize_newtype_struct(UNKNOWN_OR, Known(PhantomData))
    }
}

impl<T: schemars::JsonSchema> schemars::JsonSchema for Field<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("Known_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let known = generator.subschema_for::<T>();
        schemars::json_schema!({
            "anyOf": [known, { "const": "unknown", "description": "Asked, and not known" }],
        })
    }
}
