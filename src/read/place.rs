//! Where in the text a node stands: the parser is walked to it again and made to stop there, so that
//! places cost nothing until a fault needs one.

use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// Line and column, both from 1, of the node at this path (or of its key); the start where it cannot be told.
pub(super) fn of(text: &str, path: &[usize], at_key: bool) -> (usize, usize) {
    let walk = Walk { path, at_key };
    let stopped = walk.deserialize(serde_yaml::Deserializer::from_str(text));
    match stopped {
        Err(error) => error.location().map_or((1, 1), |at| (at.line(), at.column())),
        Ok(()) => (1, 1),
    }
}

#[derive(Clone, Copy)]
struct Walk<'a> {
    path: &'a [usize],
    at_key: bool,
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Walk<'_> {
    fn here<E: de::Error>(self) -> Result<(), E> {
        if self.path.is_empty() { Err(E::custom("here")) } else { Ok(()) }
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the node")
    }
    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        self.here()
    }
    fn visit_bool<E: de::Error>(self, _: bool) -> Result<(), E> {
        self.here()
    }
    fn visit_i64<E: de::Error>(self, _: i64) -> Result<(), E> {
        self.here()
    }
    fn visit_u64<E: de::Error>(self, _: u64) -> Result<(), E> {
        self.here()
    }
    fn visit_f64<E: de::Error>(self, _: f64) -> Result<(), E> {
        self.here()
    }
    fn visit_str<E: de::Error>(self, _: &str) -> Result<(), E> {
        self.here()
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let Some((index, rest)) = self.path.split_first() else { return self.here() };
        for _ in 0..*index {
            list.next_element::<IgnoredAny>()?;
        }
        list.next_element_seed(Walk { path: rest, ..self })?;
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(())
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Some((index, rest)) = self.path.split_first() else { return self.here() };
        for _ in 0..*index {
            map.next_entry::<IgnoredAny, IgnoredAny>()?;
        }
        if rest.is_empty() && self.at_key {
            map.next_key_seed(Walk { path: &[], at_key: false })?;
        } else {
            map.next_key::<IgnoredAny>()?;
        }
        map.next_value_seed(Walk { path: rest, ..self })?;
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(())
    }
}
