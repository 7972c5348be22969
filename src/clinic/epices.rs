use rust_decimal::Decimal;

use super::{Answer, Checked, Need, Source};
use crate::domain::{Epices, Person, YesNo};

/// EPICES: 11 questions, 0 (no deprivation) to 100.
pub const EPICES: Source =
    Source { name: "EPICES (Sass 2006)", reference: "doi 10.1007/s10332-006-0131-5", checked: Checked::Primary };

/// The constant and the coefficient of each "yes", in hundredths: five answer patterns total exactly
/// 30.17, and sums of f64 put two of them on the wrong side (damage.md I).
const CONSTANT: i32 = 7514;
const COEFFICIENTS: [i32; 11] = [1006, -1183, -828, -828, 1480, -651, -710, -710, -947, -947, -710];
/// Deprived from here on, included.
const THRESHOLD: i32 = 3017;
/// Lower ends of the second to the fifth quintile (the last from memory).
const QUINTILES: [i32; 4] = [710, 1656, 3017, 4852];

/// An EPICES score, exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct EpicesScore {
    hundredths: i32,
}

impl EpicesScore {
    /// The score of eleven answers.
    pub fn of(answers: &Epices) -> Self {
        let yes = answers.0.iter().zip(COEFFICIENTS).filter(|(answer, _)| **answer == YesNo::Yes);
        Self { hundredths: CONSTANT + yes.map(|(_, coefficient)| coefficient).sum::<i32>() }
    }

    /// The score of a person.
    ///
    /// # Errors
    /// [`Need::Epices`]: any missing answer, no score.
    pub fn of_person(person: &Person) -> Answer<Self> {
        person.epices.known().map(Self::of).ok_or(vec![Need::Epices])
    }

    /// The score, 0 to 100, two decimals.
    pub fn value(self) -> Decimal {
        Decimal::new(i64::from(self.hundredths), 2)
    }

    /// Deprived: 30.17 or more.
    pub fn is_precarious(self) -> bool {
        self.hundredths >= THRESHOLD
    }

    /// Quintile, 1 (least deprived) to 5.
    pub fn quintile(self) -> usize {
        1 + QUINTILES.iter().filter(|lower| self.hundredths >= **lower).count()
    }
}
