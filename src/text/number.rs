use std::borrow::Cow;
use std::cmp::Ordering;

use chrono::Datelike;
use rust_decimal::{Decimal, RoundingStrategy};

use super::{Lang, words};
use crate::domain::{Day, Dimension, Dose, DoseUnit, Month, Per, Quantity};

/// The space that no line may break at.
const HARD_SPACE: char = '\u{a0}';
const MINUS: char = '\u{2212}';

/// A computed value as an exact decimal, half away from zero; `None` for what is not a number.
///
/// The shortest decimal that names the value is what is rounded, so 2.675 gives 2.68.
pub fn rounded(value: f64, decimals: u32) -> Option<Decimal> {
    let written: Decimal = value.is_finite().then(|| value.to_string())?.parse().ok()?;
    Some(written.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero))
}

impl Lang {
    /// A number with at most so many decimals, half away from zero, without trailing zeros.
    pub fn number(self, value: Decimal, most_decimals: u32) -> String {
        let value = value.round_dp_with_strategy(most_decimals, RoundingStrategy::MidpointAwayFromZero);
        self.as_written(value.normalize())
    }

    /// A number with exactly so many decimals.
    pub fn fixed(self, value: Decimal, decimals: u32) -> String {
        let mut value = value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
        value.rescale(decimals);
        self.as_written(value)
    }

    /// A computed number with at most so many decimals; `–` for what is not a number.
    pub fn real(self, value: f64, most_decimals: u32) -> String {
        rounded(value, most_decimals).map_or_else(|| "–".to_owned(), |value| self.number(value, most_decimals))
    }

    /// A change: always with its sign.
    pub fn signed(self, value: Decimal, most_decimals: u32) -> String {
        let number = self.number(value, most_decimals);
        let is_positive = value.cmp(&Decimal::ZERO) == Ordering::Greater && number != "0";
        if is_positive { format!("+{number}") } else { number }
    }

    /// A share of a hundred with its sign: `16 %` in French, `16%` in English.
    pub fn percent(self, value: Decimal, most_decimals: u32) -> String {
        self.with_percent(&self.number(value, most_decimals))
    }

    /// A change in percent: `−16 %`, `+5%`.
    pub fn signed_percent(self, value: Decimal, most_decimals: u32) -> String {
        self.with_percent(&self.signed(value, most_decimals))
    }

    fn with_percent(self, number: &str) -> String {
        match self {
            Self::Fr => format!("{number}{HARD_SPACE}%"),
            Self::En => format!("{number}%"),
        }
    }

    /// Two ends of a range: `25–42`; one number where they are the same.
    pub fn range(self, least: Decimal, most: Decimal, most_decimals: u32) -> String {
        let (least, most) = (self.number(least, most_decimals), self.number(most, most_decimals));
        if least == most { least } else { format!("{least}–{most}") }
    }

    /// The decimal digit by digit, in this language's signs.
    fn as_written(self, value: Decimal) -> String {
        let digits = value.abs().to_string();
        let (whole, part) = digits.split_once('.').map_or((digits.as_str(), None), |(whole, part)| (whole, Some(part)));
        let mut text = String::new();
        if value.is_sign_negative() && !value.is_zero() {
            text.push(MINUS);
        }
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                text.push(self.thousands());
            }
            text.push(digit);
        }
        if let Some(part) = part {
            text.push(self.decimal_mark());
            text.push_str(part);
        }
        text
    }

    const fn decimal_mark(self) -> char {
        match self {
            Self::Fr => ',',
            Self::En => '.',
        }
    }

    const fn thousands(self) -> char {
        match self {
            Self::Fr => HARD_SPACE,
            Self::En => ',',
        }
    }

    /// A value as it was written, in its own unit: `98 µmol/L`, `1,10 mg/dL`.
    pub fn quantity<D: Dimension>(self, quantity: &Quantity<D>) -> String {
        self.amount(quantity.amount(), quantity.unit())
    }

    /// An exact amount with a unit of a case file.
    pub fn amount(self, amount: Decimal, unit: &str) -> String {
        match (self, unit) {
            (Self::En, "%") => format!("{}%", self.as_written(amount)),
            _ => format!("{}{HARD_SPACE}{}", self.as_written(amount), self.unit(unit)),
        }
    }

    /// A unit of a case file as this language writes it: `mg/d` is `mg/j`, `IU/mL` is `UI/mL`.
    pub fn unit(self, unit: &str) -> String {
        unit.split('/').map(|part| self.unit_part(part)).collect::<Vec<_>>().join("/")
    }

    fn unit_part(self, part: &str) -> Cow<'_, str> {
        let own = match (self, part) {
            (_, "24h") => "24\u{a0}h",
            (_, "mm3") => "mm³",
            (Self::Fr, "IU") => "UI",
            (Self::Fr, "hpf") => "champ",
            (Self::Fr, "d" | "day") => "j",
            (Self::Fr, "w") => "sem.",
            (Self::Fr, "2w") => "2\u{a0}sem.",
            (Self::Fr, "month") => "mois",
            (Self::Fr, "year") => "an",
            (Self::Fr, "1.73 m²") => "1,73\u{a0}m²",
            (Self::En, "1.73 m²") => "1.73\u{a0}m²",
            (Self::En, "w") => "week",
            (Self::En, "2w") => "2\u{a0}weeks",
            _ => return Cow::Owned(part.to_owned()),
        };
        Cow::Borrowed(own)
    }

    /// A dose as it was written: `400 mg/j`, `500 mg`.
    pub fn dose(self, dose: &Dose) -> String {
        let amount = self.as_written(dose.amount);
        let unit = match (self, dose.unit) {
            (Self::Fr, DoseUnit::Unit) => "UI",
            (_, unit) => unit.code(),
        };
        match dose.per {
            Per::Administration => format!("{amount}{HARD_SPACE}{unit}"),
            per => format!("{amount}{HARD_SPACE}{unit}/{}", self.unit(per.code())),
        }
    }

    /// A day: `20/02/2026`, `20 Feb 2026`.
    pub fn date(self, day: Day) -> String {
        let date = day.0;
        match self {
            Self::Fr => format!("{:02}/{:02}/{}", date.day(), date.month(), date.year()),
            Self::En => format!("{}{HARD_SPACE}{}", date.day(), self.month_of(day)),
        }
    }

    /// A month in words: `févr. 2026`, `Feb 2026`.
    pub fn month_of(self, day: Day) -> String {
        let name = words(self).months.get(day.0.month0() as usize).copied().unwrap_or_default();
        format!("{name}{HARD_SPACE}{}", day.0.year())
    }

    /// A month, or the day where the day is known: `02/2026`, `Feb 2026`, `12/02/2026`.
    pub fn month(self, month: Month) -> String {
        match (self, month.is_exact()) {
            (_, true) => self.date(month.day()),
            (Self::Fr, false) => format!("{:02}/{}", month.day().0.month(), month.day().0.year()),
            (Self::En, false) => self.month_of(month.day()),
        }
    }
}
