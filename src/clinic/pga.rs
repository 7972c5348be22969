use rust_decimal::Decimal;

use super::{Checked, Source};
use crate::domain::Pga;

/// Bands of the physician global assessment: agreed by 79 experts in three rounds.
pub const PGA_BANDS: Source = Source {
    name: "PISCOS (Piga 2022)",
    reference: "Lancet Rheumatol 2022, doi 10.1016/S2665-9913(22)00107-2",
    checked: Checked::Primary,
};

/// How severe a physician global assessment is (activity.md 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PgaBand {
    /// Below 0.5.
    Minimal,
    /// 0.5 to 1.
    Mild,
    /// Above 1, up to 2.
    Moderate,
    /// Above 2.
    Severe,
}

impl PgaBand {
    /// Every band, mildest first.
    pub const ALL: [Self; 4] = [Self::Minimal, Self::Mild, Self::Moderate, Self::Severe];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Minimal => "minimal",
            Self::Mild => "mild",
            Self::Moderate => "moderate",
            Self::Severe => "severe",
        }
    }

    /// The band of an assessment.
    pub fn of(pga: Pga) -> Self {
        let pga = pga.value();
        match () {
            () if pga < Decimal::new(5, 1) => Self::Minimal,
            () if pga <= Decimal::ONE => Self::Mild,
            () if pga <= Decimal::TWO => Self::Moderate,
            () => Self::Severe,
        }
    }
}
