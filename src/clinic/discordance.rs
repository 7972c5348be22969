use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::{Answer, Checked, Need, Source};
use crate::domain::{ActivityVisit, Pga, Ptga};

/// When patient and physician are called discordant (activity.md 4); rules differ between 20 and 25 of 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum DiscordanceRule {
    /// Difference of 25 of 100 or more: the default.
    #[default]
    D25,
    /// Difference of 2 of 10 or more.
    D20,
}

impl DiscordanceRule {
    /// Both rules, the default first.
    pub const ALL: [Self; 2] = [Self::D25, Self::D20];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::D25 => "D25",
            Self::D20 => "D20",
        }
    }

    /// The least difference that is discordant, of 100.
    pub const fn limit(self) -> u32 {
        match self {
            Self::D25 => 25,
            Self::D20 => 20,
        }
    }

    /// Where it comes from.
    pub const fn source(self) -> Source {
        match self {
            Self::D25 => Source {
                name: "Yen 2003",
                reference: "J Rheumatol 2003;30:1967-76, PMID 12966600",
                checked: Checked::Primary,
            },
            Self::D20 => {
                Source { name: "Parra Sanchez 2025", reference: "Rheumatology 2025", checked: Checked::Primary }
            }
        }
    }
}

/// Who sees more activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Agreement {
    /// The difference is below the rule's limit.
    Concordant,
    /// The patient's assessment is higher.
    PatientHigher,
    /// The physician's assessment is higher.
    PhysicianHigher,
}

impl Agreement {
    /// Every entry, in its order.
    pub const ALL: [Self; 3] = [Self::Concordant, Self::PatientHigher, Self::PhysicianHigher];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Concordant => "concordant",
            Self::PatientHigher => "patient_higher",
            Self::PhysicianHigher => "physician_higher",
        }
    }
}

/// Physician (0 to 3) against patient (0 to 100), on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Discordance {
    /// Physician global assessment.
    pub pga: Pga,
    /// Patient global assessment.
    pub ptga: Ptga,
}

impl Discordance {
    /// Both assessments of a visit.
    ///
    /// # Errors
    /// The assessments that are missing.
    pub fn of(visit: &ActivityVisit) -> Answer<Self> {
        let (physician, patient) = (visit.pga.known(), visit.ptga.known());
        if let (Some(pga), Some(patient)) = (physician, patient) {
            return Ok(Self { pga: *pga, ptga: *patient });
        }
        let missing = [physician.is_none().then_some(Need::Pga), patient.is_none().then_some(Need::Ptga)];
        Err(missing.into_iter().flatten().collect())
    }

    /// PGA rescaled to 100 (PGA · 100 / 3), to two decimals, for print.
    pub fn pga_of_100(&self) -> Decimal {
        third(self.pga.value() * Decimal::ONE_HUNDRED)
    }

    /// PtGA minus the rescaled PGA, to two decimals, for print; positive when the patient's is higher.
    pub fn delta(&self) -> Decimal {
        third(self.triple())
    }

    /// The difference on the physician's 0 to 3 scale, exact.
    pub fn delta_of_3(&self) -> Decimal {
        self.triple() / Decimal::ONE_HUNDRED
    }

    /// Who sees more, by this rule, compared exactly.
    pub fn by(&self, rule: DiscordanceRule) -> Agreement {
        if self.triple().abs() < Decimal::from(rule.limit() * 3) {
            return Agreement::Concordant;
        }
        match self.triple().cmp(&Decimal::ZERO) {
            Ordering::Greater => Agreement::PatientHigher,
            Ordering::Less => Agreement::PhysicianHigher,
            Ordering::Equal => Agreement::Concordant,
        }
    }

    /// Three times the difference: exact, because the rescaled PGA itself has no finite decimals.
    fn triple(&self) -> Decimal {
        self.ptga.value() * Decimal::from(3) - self.pga.value() * Decimal::ONE_HUNDRED
    }
}

fn third(value: Decimal) -> Decimal {
    (value / Decimal::from(3)).round_dp_with_strategy(2, rust_decimal::RoundingStrategy::MidpointAwayFromZero)
}
