use rust_decimal::Decimal;

use super::{Answer, Checked, Need, Source};
use crate::domain::{Epices, Person, YesNo};

/// EPICES: 11 questions, 0 (no deprivation) to 100.
pub const EPICES: Source =
    Source { name: "EPICES (Sass 2006)", reference: "doi 10.1007/s10332-006-0131-5", checked: Checked::Primary };

/// The threshold that a teaching page gives for 16 to 25 years; not in the publication that was read.
pub const EPICES_YOUNG: Source = Source { name: "EPICES, 16–25", reference: "37.27", checked: Checked::Secondary };

/// The constant and the coefficient of each "yes", in hundredths: five answer patterns total exactly
/// 30.17, and sums of f64 put two of them on the wrong side (damage.md I).
const CONSTANT: i32 = 7514;
const COEFFICIENTS: [i32; 11] = [1006, -1183, -828, -828, 1480, -651, -710, -710, -947, -947, -710];
/// Deprived from here on, included.
const THRESHOLD: i32 = 3017;
/// Deprived from here on at 16 to 25 years, by [`EPICES_YOUNG`].
const YOUNG_THRESHOLD: i32 = 3727;
/// Ages that [`EPICES_YOUNG`] speaks of, both included.
const YOUNG: std::ops::RangeInclusive<u32> = 16..=25;
/// Lower ends of the second to the fifth quintile (the last from memory).
const QUINTILES: [i32; 4] = [710, 1656, 3017, 4852];

fn of_hundredths(hundredths: i32) -> Decimal {
    Decimal::new(i64::from(hundredths), 2)
}

/// What the score starts from, with no "yes".
pub fn epices_constant() -> Decimal {
    of_hundredths(CONSTANT)
}

/// From here on, included, the score is called deprived.
pub fn epices_threshold() -> Decimal {
    of_hundredths(THRESHOLD)
}

/// One question of the questionnaire, its answer, and what a "yes" adds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EpicesAnswer {
    /// Number of the question, 1 to 11.
    pub question: usize,
    /// The answer.
    pub answer: YesNo,
    /// What "yes" adds to the score; negative where it takes off.
    pub coefficient: Decimal,
}

impl EpicesAnswer {
    /// What this answer adds to the score.
    pub fn adds(self) -> Decimal {
        if self.answer == YesNo::Yes { self.coefficient } else { Decimal::ZERO }
    }
}

/// The eleven answers with what each adds.
pub fn epices_answers(answers: &Epices) -> Vec<EpicesAnswer> {
    let numbered = answers.0.iter().zip(COEFFICIENTS).zip(1..);
    numbered
        .map(|((answer, coefficient), question)| EpicesAnswer {
            question,
            answer: *answer,
            coefficient: of_hundredths(coefficient),
        })
        .collect()
}

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
        of_hundredths(self.hundredths)
    }

    /// Deprived: 30.17 or more.
    pub fn is_precarious(self) -> bool {
        self.hundredths >= THRESHOLD
    }

    /// Deprived by the threshold of 16 to 25 years, 37.27 or more; `None` at another age.
    pub fn is_precarious_at(self, age: u32) -> Option<bool> {
        YOUNG.contains(&age).then_some(self.hundredths >= YOUNG_THRESHOLD)
    }

    /// Quintile, 1 (least deprived) to 5.
    pub fn quintile(self) -> usize {
        1 + QUINTILES.iter().filter(|lower| self.hundredths >= **lower).count()
    }
}
