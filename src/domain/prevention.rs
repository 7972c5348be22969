//! What is done against infections and fractures: decisions and their dates.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::codes::codes;
use super::scalar::leaf;
use super::{BasicsEntry, Day, Field, Month, Percent, Refusal, Step, YesNo};

codes! {
    /// Class of fracture risk under glucocorticoids (ACR 2022; damage.md D).
    FractureRisk { Low = "low", Moderate = "moderate", High = "high", VeryHigh = "very_high" }
    /// Which pneumococcal vaccine was given last: the number of serotypes, conjugate or polysaccharide.
    PneumococcusVaccine { Pcv13 = "pcv13", Ppsv23 = "ppsv23", Pcv20 = "pcv20", Pcv21 = "pcv21" }
}

/// The last dose of a vaccine: `never`, or its month or day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LastDose {
    /// Never given.
    Never,
    /// Given in this month, or on this day.
    On(Month),
}

impl FromStr for LastDose {
    type Err = Refusal;
    fn from_str(written: &str) -> Result<Self, Refusal> {
        if written == "never" {
            return Ok(Self::Never);
        }
        let form = || Refusal::Form { written: written.to_owned(), form: "never, YYYY-MM or YYYY-MM-DD".to_owned() };
        written.parse().map(Self::On).map_err(|_| form())
    }
}

impl fmt::Display for LastDose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Never => f.write_str("never"),
            Self::On(month) => month.fmt(f),
        }
    }
}

leaf!(
    LastDose,
    "LastDose",
    r"^(never|[0-9]{4}-[0-9]{2}(-[0-9]{2})?)$",
    "never, or a month YYYY-MM, or a day YYYY-MM-DD"
);

/// A T-score or Z-score of bone density, standard deviations, -10 to 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct BoneScore(pub Decimal);

impl FromStr for BoneScore {
    type Err = Refusal;
    fn from_str(written: &str) -> Result<Self, Refusal> {
        // The minus sign of typography is typed too.
        let plain = written.replace('\u{2212}', "-").replace(',', ".");
        let value: Decimal = plain.parse().map_err(|_| super::scalar::not_a_number(written))?;
        if value.abs() > Decimal::TEN {
            return Err(Refusal::Impossible {
                quantity: "bone_density".to_owned(),
                written: written.to_owned(),
                least: "-10".to_owned(),
                most: "10".to_owned(),
            });
        }
        Ok(Self(value))
    }
}

impl fmt::Display for BoneScore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

leaf!(
    BoneScore,
    "BoneScore",
    "^[-\u{2212}]?[0-9]{1,2}([.,][0-9]+)?$",
    "A T-score or Z-score of bone density, in standard deviations, with its sign: -2.6"
);

/// Vaccines, each by its last dose.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Vaccines {
    /// Influenza (grippe).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub influenza: Field<LastDose>,
    /// Pneumococcus (pneumocoque).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub pneumococcus: Field<LastDose>,
    /// Which pneumococcal vaccine that was (vaccin antipneumococcique reçu).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub pneumococcus_vaccine: Field<PneumococcusVaccine>,
    /// Recombinant zoster vaccine (zona).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub zoster: Field<LastDose>,
    /// Human papillomavirus (papillomavirus).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub hpv: Field<LastDose>,
    /// SARS-CoV-2 (COVID-19).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub covid: Field<LastDose>,
    /// Diphtheria, tetanus, pertussis and polio (dTcaP).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub dtcap: Field<LastDose>,
    /// A live vaccine is planned (vaccin vivant prévu).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub live_planned: Field<YesNo>,
}

/// Infections and fractures to be prevented.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Prevention {
    /// Prophylaxis of Pneumocystis pneumonia, as decided (prophylaxie de la pneumocystose).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub pjp_prophylaxis: Field<Step>,
    /// Class of fracture risk (risque fracturaire).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub fracture_risk: Field<FractureRisk>,
    /// Day on which the risk of fracture was assessed (date de l'évaluation).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub fracture_assessed: Field<Day>,
    /// Lowest T-score of bone density, hip or spine, standard deviations (T-score).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub t_score: Field<BoneScore>,
    /// Lowest Z-score of bone density, hip or spine, standard deviations (Z-score).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub z_score: Field<BoneScore>,
    /// Ten-year probability of a major osteoporotic fracture, as the FRAX tool prints it with glucocorticoids ticked, not
    /// multiplied for the dose (FRAX, fracture majeure).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub frax_major: Field<Percent>,
    /// Ten-year probability of a hip fracture, as the FRAX tool prints it with glucocorticoids ticked, not multiplied for
    /// the dose (FRAX, hanche).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub frax_hip: Field<Percent>,
    /// A fragility (osteoporotic) fracture, ever (fracture de fragilité).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub fragility_fracture: Field<YesNo>,
    /// Vaccines (vaccins).
    #[serde(default)]
    pub vaccines: Vaccines,
    /// Items of the BASICs checklist that no other entry of the file answers (liste BASICs).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub basics: Vec<BasicsEntry>,
}
