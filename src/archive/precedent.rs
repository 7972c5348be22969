//! How near two cases are, dimension by dimension. An own measure of this program, to order past decisions by: no
//! published scale, not validated, and no reason to treat alike. Every screen and output that uses it says so.

use crate::domain::codes::codes;
use crate::domain::{CourseOutcome, Day, Drug, Fulfilment, Reading};
use crate::meeting::{ClassGroup, ExtrarenalLevel, PastDecision, PregnancyProject, Profile};

codes! {
    /// What two cases are compared on, in the order in which it is told.
    Dimension {
        /// Histological class, in five groups.
        Class = "class",
        /// UPCR, by its ratio.
        Upcr = "upcr",
        /// eGFR, by its difference.
        Egfr = "egfr",
        /// How many flares so far.
        Flares = "flares",
        /// Immunosuppressants received before.
        PriorLines = "prior_lines",
        /// Courses that failed.
        FailedCourses = "failed_courses",
        /// Active extrarenal disease.
        Extrarenal = "extrarenal",
        /// Pregnancy, or the wish for one.
        Pregnancy = "pregnancy",
    }
    /// How two cases stand on one dimension.
    Likeness {
        /// The same, or nearly.
        Alike = "alike",
        /// Not far.
        Near = "near",
        /// Another.
        Far = "far",
        /// One of them, or neither, says it.
        Unknown = "unknown",
    }
    /// How near two cases are in all.
    Nearness { VeryNear = "very_near", Near = "near", Middling = "middling", Far = "far" }
}

/// What a dimension counts when one side does not say it [own rule of this program]: half of the farthest. What is not
/// known is neither alike nor different, on both sides no more than on one.
pub const UNKNOWN: f64 = 0.5;

/// Up to here two cases are alike on a dimension [own rule].
const ALIKE: f64 = 0.1;
/// Up to here they are near [own rule].
const NEAR: f64 = 0.5;
/// Beyond this ratio of two UPCR nothing is farther [own rule].
const UPCR_RATIO: f64 = 4.0;
/// Below this, g/g, UPCR are not told apart [own rule].
const UPCR_LEAST: f64 = 0.1;
/// Beyond this difference of two eGFR, mL/min/1.73 m², nothing is farther [own rule].
const EGFR_APART: f64 = 60.0;
/// Beyond this many flares, or lines, apart nothing is farther [own rule].
const COUNT_APART: f64 = 3.0;
/// The same for courses that failed [own rule].
const FAILED_APART: f64 = 2.0;

impl Dimension {
    /// What it weighs, of [`Dimension::ALL_WEIGHTS`] [own rule of this program].
    pub const fn weight(self) -> f64 {
        match self {
            Self::Class => 4.0,
            Self::Upcr | Self::Egfr | Self::Pregnancy => 2.0,
            Self::Flares | Self::PriorLines | Self::FailedCourses | Self::Extrarenal => 1.0,
        }
    }

    /// What all of them weigh.
    pub const ALL_WEIGHTS: f64 = 14.0;
}

/// What a case is compared on; none where it is not known.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Traits {
    /// Group of the class.
    pub class: Option<ClassGroup>,
    /// UPCR, g/g.
    pub upcr: Option<f64>,
    /// eGFR, mL/min/1.73 m².
    pub egfr: Option<f64>,
    /// Flares so far, this one included.
    pub flares: Option<u32>,
    /// Distinct immunosuppressants received before.
    pub prior_lines: Option<u32>,
    /// Courses that failed.
    pub failed_courses: Option<u32>,
    /// Extrarenal disease.
    pub extrarenal: Option<ExtrarenalLevel>,
    /// Pregnancy project.
    pub pregnancy: Option<PregnancyProject>,
}

/// Two cases on one dimension.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// Which.
    pub dimension: Dimension,
    /// How far apart, 0 to 1; none where one side does not say it.
    pub apart: Option<f64>,
}

impl Part {
    /// How far apart as it counts, 0 to 1.
    pub fn counted(self) -> f64 {
        self.apart.unwrap_or(UNKNOWN)
    }

    /// What it adds to the whole distance, 0 to 1.
    pub fn share(self) -> f64 {
        self.dimension.weight() * self.counted() / Dimension::ALL_WEIGHTS
    }

    /// In a word.
    pub fn likeness(self) -> Likeness {
        match self.apart {
            None => Likeness::Unknown,
            Some(apart) if apart <= ALIKE => Likeness::Alike,
            Some(apart) if apart <= NEAR => Likeness::Near,
            Some(_) => Likeness::Far,
        }
    }
}

/// How far two cases are apart, and on what.
#[derive(Debug, Clone, PartialEq)]
pub struct Distance {
    /// In all, 0 to 1.
    pub total: f64,
    /// On each dimension, in their order.
    pub parts: Vec<Part>,
}

impl Distance {
    /// In a word [own rule].
    pub fn nearness(&self) -> Nearness {
        match self.total {
            total if total <= 0.05 => Nearness::VeryNear,
            total if total <= 0.15 => Nearness::Near,
            total if total <= 0.3 => Nearness::Middling,
            _ => Nearness::Far,
        }
    }

    /// The dimensions on which they stand so.
    pub fn that_are(&self, likeness: Likeness) -> impl Iterator<Item = Dimension> {
        self.parts.iter().filter(move |part| part.likeness() == likeness).map(|part| part.dimension)
    }
}

impl From<&Profile> for Traits {
    fn from(profile: &Profile) -> Self {
        Self {
            class: profile.class_group,
            upcr: profile.upcr,
            egfr: profile.egfr,
            flares: profile.flares,
            prior_lines: profile.prior_lines,
            failed_courses: profile.failed_courses,
            extrarenal: profile.extrarenal,
            pregnancy: profile.pregnancy,
        }
    }
}

impl Traits {
    /// How far another case is from this one: the weighted mean of how far they are on each dimension. Symmetric, 0 to 1;
    /// 0 for the same case where all of it is known.
    pub fn distance(&self, other: &Self) -> Distance {
        let parts = Dimension::ALL.iter().map(|dimension| self.part(other, *dimension)).collect::<Vec<_>>();
        Distance { total: total(parts.iter().map(|part| part.counted())), parts }
    }

    /// The same without its parts, for a million cases.
    pub fn total(&self, other: &Self) -> f64 {
        total(Dimension::ALL.iter().map(|dimension| self.part(other, *dimension).counted()))
    }

    /// No case of this class and this UPCR is nearer than this; nor is one of a UPCR further away in the same direction.
    pub fn least(&self, class: Option<ClassGroup>, upcr: Option<f64>) -> f64 {
        let other = Self { class, upcr, ..self.clone() };
        self.total(&other)
    }

    fn part(&self, other: &Self, dimension: Dimension) -> Part {
        let apart = match dimension {
            Dimension::Class => both(self.class, other.class).map(|(one, other)| classes(one, other)),
            Dimension::Upcr => both(self.upcr, other.upcr).map(|(one, other)| upcr(one, other)),
            Dimension::Egfr => both(self.egfr, other.egfr).map(|(one, other)| capped(one - other, EGFR_APART)),
            Dimension::Flares => counts(self.flares, other.flares, COUNT_APART),
            Dimension::PriorLines => counts(self.prior_lines, other.prior_lines, COUNT_APART),
            Dimension::FailedCourses => counts(self.failed_courses, other.failed_courses, FAILED_APART),
            Dimension::Extrarenal => {
                both(self.extrarenal, other.extrarenal).map(|(one, other)| steps(one as u8, other as u8, 0.5))
            }
            Dimension::Pregnancy => both(self.pregnancy, other.pregnancy).map(|(one, other)| projects(one, other)),
        };
        Part { dimension, apart }
    }
}

/// The weighted mean; sums in one order only, so that no part that grows makes it smaller, by rounding neither.
fn total(counted: impl Iterator<Item = f64>) -> f64 {
    let weighed = Dimension::ALL.iter().zip(counted).map(|(dimension, counted)| dimension.weight() * counted);
    weighed.sum::<f64>() / Dimension::ALL_WEIGHTS
}

fn both<T>(one: Option<T>, other: Option<T>) -> Option<(T, T)> {
    one.zip(other)
}

/// A mixed class V stands halfway between a proliferative class and a pure class V; no other two groups are near
/// [own rule].
fn classes(one: ClassGroup, other: ClassGroup) -> f64 {
    use ClassGroup as G;
    match (one, other) {
        (one, other) if one == other => 0.0,
        (G::MixedV, G::Proliferative | G::PureV) | (G::Proliferative | G::PureV, G::MixedV) => 0.4,
        (G::Proliferative, G::PureV) | (G::PureV, G::Proliferative) => 0.8,
        _ => 1.0,
    }
}

fn upcr(one: f64, other: f64) -> f64 {
    let (one, other) = (one.max(UPCR_LEAST), other.max(UPCR_LEAST));
    ((one.max(other) / one.min(other)).ln() / UPCR_RATIO.ln()).min(1.0)
}

fn capped(apart: f64, most: f64) -> f64 {
    (apart.abs() / most).min(1.0)
}

fn counts(one: Option<u32>, other: Option<u32>, most: f64) -> Option<f64> {
    both(one, other).map(|(one, other)| capped(f64::from(one.abs_diff(other)), most))
}

fn steps(one: u8, other: u8, each: f64) -> f64 {
    f64::from(one.abs_diff(other)) * each
}

/// A wish is nearer to a pregnancy than to none [own rule].
fn projects(one: PregnancyProject, other: PregnancyProject) -> f64 {
    use PregnancyProject as P;
    match (one, other) {
        (one, other) if one == other => 0.0,
        (P::Wish, P::Pregnant) | (P::Pregnant, P::Wish) => 0.4,
        (P::None, P::Wish) | (P::Wish, P::None) => 0.6,
        _ => 1.0,
    }
}

/// A past decision on a case near to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Precedent {
    /// The decision, in force.
    pub past: PastDecision,
    /// Who the patient was.
    pub traits: Traits,
    /// How far that case is from the other.
    pub distance: Distance,
    /// The immunosuppressants given as it stands; none where it said nothing of treatment.
    pub regimen: Option<Vec<Drug>>,
    /// Oral glucocorticoid to begin with, mg/d of prednisone equivalent.
    pub steroid_start: Option<f64>,
    /// How it reads against each guideline, by id and edition of then.
    pub readings: Vec<(String, String, Reading)>,
    /// What came of it, as last said; none where nobody looked back.
    pub look: Option<Look>,
    /// Whether it was taken under the pseudonym of the other case: perhaps the same patient.
    pub same_alias: bool,
}

/// What came of a decision, at one look back.
#[derive(Debug, Clone, PartialEq)]
pub struct Look {
    /// The day.
    pub day: Day,
    /// Months after the decision.
    pub months: u32,
    /// How far it was carried out.
    pub fulfilment: Fulfilment,
    /// What came of it for the kidney.
    pub outcome: Option<CourseOutcome>,
    /// UPCR then, g/g.
    pub upcr: Option<f64>,
    /// eGFR then, mL/min/1.73 m².
    pub egfr: Option<f64>,
}

/// The past decisions nearest to a case.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Precedents {
    /// The nearest first; of two as near the newer.
    pub nearest: Vec<Precedent>,
    /// Decisions on the same case, which are no precedents of it.
    pub own: usize,
}
