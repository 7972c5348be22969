//! Amounts with their unit in content files and facts: compared exactly, in the reported unit where both print it.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::de;
use serde::{Deserialize, Deserializer, Serialize};

use super::Number;
use crate::domain::Refusal;

/// What a number counts, with the units it is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// A plain count or an index.
    Count,
    Percent,
    /// Protein over creatinine, or over 24 hours: mg/g; the guidelines use g/g and g/24h interchangeably.
    Proteinuria,
    /// mL/min/1.73m².
    Filtration,
    GramsPerLitre,
    /// G/L.
    Cells,
    /// mmHg.
    Pressure,
    Years,
    Kilograms,
    Months,
    MilligramsPerDay,
    /// mg/kg of real weight a day.
    MilligramsPerKiloPerDay,
    Days,
    Weeks,
    Grams,
    /// mmol/L.
    Millimoles,
}

impl Measure {
    /// Its units with what one of each is worth in the first; `(mantissa, decimals)`.
    fn units(self) -> &'static [(&'static str, (i64, u32))] {
        match self {
            Self::Count => &[("", (1, 0))],
            Self::Percent => &[("%", (1, 0))],
            // 1 mg/mmol = 8.84 mg/g (guidelines.md 0.2).
            Self::Proteinuria => {
                &[("mg/g", (1, 0)), ("g/g", (1000, 0)), ("mg/mmol", (884, 2)), ("g/24h", (1000, 0)), ("mg/24h", (1, 0))]
            }
            Self::Filtration => &[("mL/min/1.73m²", (1, 0))],
            Self::GramsPerLitre => &[("g/L", (1, 0)), ("g/dL", (10, 0))],
            Self::Cells => &[("G/L", (1, 0)), ("/mm3", (1, 3))],
            Self::Pressure => &[("mmHg", (1, 0))],
            Self::Years => &[("years", (1, 0))],
            Self::Kilograms => &[("kg", (1, 0))],
            Self::Months => &[("months", (1, 0))],
            Self::MilligramsPerDay => &[("mg/d", (1, 0))],
            Self::MilligramsPerKiloPerDay => &[("mg/kg/d", (1, 0))],
            Self::Days => &[("days", (1, 0))],
            Self::Weeks => &[("weeks", (1, 0))],
            Self::Grams => &[("g", (1, 0))],
            Self::Millimoles => &[("mmol/L", (1, 0))],
        }
    }

    /// The unit that amounts are compared in.
    pub fn unit(self) -> &'static str {
        self.units().first().map_or("", |(symbol, _)| symbol)
    }

    /// The symbols it is written with; the empty one of a plain count.
    pub fn symbols(self) -> impl Iterator<Item = &'static str> {
        self.units().iter().map(|(symbol, _)| *symbol)
    }

    /// The amount in the measure's first unit; `None` for a unit the measure does not have.
    pub fn canonical(self, amount: &Amount) -> Option<Decimal> {
        let (_, (mantissa, decimals)) = self.units().iter().find(|(symbol, _)| *symbol == amount.unit)?;
        amount.number.0.checked_mul(Decimal::new(*mantissa, *decimals))
    }
}

/// A number with its unit, as written: `3 g/g`, `45 mL/min/1.73m²`, `36 months`, `50 %`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(into = "String")]
pub struct Amount {
    /// The number as written.
    pub number: Number,
    /// The unit's symbol; empty for a count.
    pub unit: String,
}

impl Amount {
    /// A number in this unit.
    pub fn new(number: Decimal, unit: &str) -> Self {
        Self { number: Number(number), unit: unit.to_owned() }
    }
}

impl FromStr for Amount {
    type Err = String;
    fn from_str(written: &str) -> Result<Self, String> {
        let text = written.trim();
        let split = text.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(text.len());
        let (number, unit) = text.split_at(split);
        let number = number.parse().map_err(|_| format!("`{written}`: a number with its unit is needed"))?;
        Ok(Self { number, unit: unit.trim().to_owned() })
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.unit.is_empty() { write!(f, "{}", self.number) } else { write!(f, "{} {}", self.number, self.unit) }
    }
}

impl From<Amount> for String {
    fn from(amount: Amount) -> Self {
        amount.to_string()
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(One)
    }
}

/// A scalar of a content file: bare numbers are counts.
struct One;

impl de::Visitor<'_> for One {
    type Value = Amount;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number with its unit")
    }
    fn visit_i64<E: de::Error>(self, v: i64) -> Result<Amount, E> {
        Ok(Amount::new(v.into(), ""))
    }
    fn visit_u64<E: de::Error>(self, v: u64) -> Result<Amount, E> {
        Ok(Amount::new(v.into(), ""))
    }
    fn visit_f64<E: de::Error>(self, v: f64) -> Result<Amount, E> {
        self.visit_str(&v.to_string())
    }
    fn visit_str<E: de::Error>(self, v: &str) -> Result<Amount, E> {
        v.parse().map_err(|_| Refusal::NotANumber { written: v.to_owned() }.custom())
    }
}

/// A limit as a guideline prints it: once, or in two units (`[3 g/g, 300 mg/mmol]`), which it holds to be the
/// same although they are not exactly; a value reported in one of them is compared in that one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(into = "Vec<Amount>")]
pub struct Limit(Vec<Amount>);

impl Limit {
    /// A limit in its printed forms.
    pub fn new(printed: Vec<Amount>) -> Self {
        Self(printed)
    }

    /// The limit as first printed.
    pub fn first(&self) -> Option<&Amount> {
        self.0.first()
    }

    /// Every printed form.
    pub fn printed(&self) -> &[Amount] {
        &self.0
    }

    /// Value and limit as comparable numbers: in the value's own unit where the limit is printed in it,
    /// else both in the measure's first unit.
    pub fn against(&self, measure: Measure, value: &Amount) -> Option<(Decimal, Decimal)> {
        if let Some(same) = self.0.iter().find(|limit| limit.unit == value.unit) {
            return Some((value.number.0, same.number.0));
        }
        Some((measure.canonical(value)?, measure.canonical(self.first()?)?))
    }
}

impl From<Limit> for Vec<Amount> {
    fn from(limit: Limit) -> Self {
        limit.0
    }
}

impl<'de> Deserialize<'de> for Limit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OneOrMore)
    }
}

struct OneOrMore;

impl<'de> de::Visitor<'de> for OneOrMore {
    type Value = Limit;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number with its unit, or several in brackets")
    }
    fn visit_i64<E: de::Error>(self, v: i64) -> Result<Limit, E> {
        One.visit_i64(v).map(|amount| Limit(vec![amount]))
    }
    fn visit_u64<E: de::Error>(self, v: u64) -> Result<Limit, E> {
        One.visit_u64(v).map(|amount| Limit(vec![amount]))
    }
    fn visit_f64<E: de::Error>(self, v: f64) -> Result<Limit, E> {
        One.visit_f64(v).map(|amount| Limit(vec![amount]))
    }
    fn visit_str<E: de::Error>(self, v: &str) -> Result<Limit, E> {
        One.visit_str(v).map(|amount| Limit(vec![amount]))
    }
    fn visit_seq<A: de::SeqAccess<'de>>(self, mut list: A) -> Result<Limit, A::Error> {
        let mut amounts = Vec::new();
        while let Some(amount) = list.next_element()? {
            amounts.push(amount);
        }
        if amounts.is_empty() { Err(Refusal::NoEntry.custom()) } else { Ok(Limit(amounts)) }
    }
}
