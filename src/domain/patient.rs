use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::codes::codes;
use super::scalar::leaf;
use super::{Day, Field, Height, Month, Refusal, Weight, YesNo};

codes! {
    /// Sex as recorded, for the equations and rules that need it.
    Sex { Female = "female", Male = "male" }
    /// Where a pregnancy stands.
    PregnancyStatus {
        /// Not pregnant.
        None = "none",
        /// Pregnant now.
        Pregnant = "pregnant",
        /// Delivered less than a year ago.
        Postpartum = "postpartum",
        /// Breastfeeding.
        Breastfeeding = "breastfeeding",
        /// A man, a child before puberty, or after the menopause.
        NotApplicable = "not_applicable",
    }
    /// A wish for a child.
    Wish {
        /// No wish stated.
        None = "none",
        /// Wishes to conceive now.
        Now = "now",
        /// Within the year.
        WithinOneYear = "within_1_year",
        /// Within two years.
        WithinTwoYears = "within_2_years",
        /// Later.
        Later = "later",
    }
    /// Contraception in use.
    Contraception {
        /// None.
        None = "none",
        /// Progestin-only pill or implant.
        Progestin = "progestin",
        /// Intrauterine device, copper or hormonal.
        Iud = "iud",
        /// Combined, with oestrogen.
        Oestrogen = "oestrogen",
        /// Barrier only.
        Barrier = "barrier",
        /// Sterilised.
        Sterilisation = "sterilisation",
        /// Not applicable.
        NotApplicable = "not_applicable",
    }
    /// The last pregnancy test.
    PregnancyTest { NotDone = "not_done", Negative = "negative", Positive = "positive" }
}

/// A pseudonym: initials or a code, at most 12 characters, no digits run that could be an identifier.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Alias(String);

impl Alias {
    /// The pseudonym's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for Alias {
    type Err = Refusal;
    fn from_str(written: &str) -> Result<Self, Refusal> {
        let length = written.chars().count();
        if length == 0 {
            return Err(Refusal::Empty);
        }
        if length > 12 {
            return Err(Refusal::TooLong { most: 12, length });
        }
        let digits = written.chars().filter(char::is_ascii_digit).count();
        if digits > 6 || written.chars().any(char::is_control) {
            return Err(Refusal::Form {
                written: written.to_owned(),
                form: "initials or a short code (H. B., P-17)".to_owned(),
            });
        }
        Ok(Self(written.to_owned()))
    }
}

impl std::fmt::Display for Alias {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

leaf!(Alias, "Alias", r"^.{1,12}$", "A pseudonym: initials or a short code, never a name");

/// Who the case is about, pseudonymous by design.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Patient {
    /// Initials or a code (alias).
    pub alias: Alias,
    /// Sex (sexe).
    pub sex: Sex,
    /// Birth month YYYY-MM (mois de naissance); gives the age at any date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub born: Option<Month>,
    /// Age in years at the meeting (âge), when the birth month is not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<Years>,
    /// Real body weight (poids), with its unit.
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub weight: Field<Weight>,
    /// Height (taille), with its unit.
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub height: Field<Height>,
}

impl Patient {
    /// Age in whole years on this day: from the birth month, else as stated.
    pub fn age_on(&self, day: Day) -> Option<u32> {
        match (self.born, self.age) {
            (Some(born), _) => u32::try_from(born.years_until(day)).ok(),
            (None, Some(Years(years))) => Some(years),
            (None, None) => None,
        }
    }
}

/// Whole years, 0 to 120.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Years(pub u32);

impl std::str::FromStr for Years {
    type Err = Refusal;
    fn from_str(written: &str) -> Result<Self, Refusal> {
        let number = written.trim_end_matches("years").trim_end_matches("ans").trim();
        match number.parse::<u32>() {
            Ok(years) if years <= 120 => Ok(Self(years)),
            Ok(_) => Err(Refusal::Impossible {
                quantity: "age".to_owned(),
                written: written.to_owned(),
                least: "0".to_owned(),
                most: "120".to_owned(),
            }),
            Err(_) => Err(Refusal::NotANumber { written: written.to_owned() }),
        }
    }
}

impl std::fmt::Display for Years {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)
    }
}

leaf!(Years, "Years", r"^[0-9]{1,3}( (years|ans))?$", "Whole years, 0 to 120");

/// The lupus itself.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Lupus {
    /// Month of the diagnosis of systemic lupus (diagnostic).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub diagnosed: Field<Month>,
    /// Number of kidney flares including this one: 1 is a first flare (nombre de poussées rénales).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub flares: Field<u8>,
    /// Failed earlier courses of at least 6 months each (lignes en échec).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub failed_courses: Field<u8>,
}

/// Pregnancy, the wish for it, contraception.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Pregnancy {
    /// Pregnant now or not (grossesse).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub status: Field<PregnancyStatus>,
    /// Wish for a child (projet de grossesse).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub wish: Field<Wish>,
    /// Contraception in use (contraception).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub contraception: Field<Contraception>,
    /// Weeks of amenorrhoea when pregnant (semaines d'aménorrhée).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub weeks: Field<u8>,
    /// The last pregnancy test (test de grossesse).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub test: Field<PregnancyTest>,
    /// Day on which the yearly French care agreement for mycophenolate was last signed (accord de soins).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub care_agreement: Field<Day>,
    /// Fetal echocardiography is planned, for anti-SSA or anti-SSB (échocardiographies fœtales prévues).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub fetal_echo_planned: Field<YesNo>,
}

/// A score with decimals between two limits, exact.
pub(super) fn bounded(name: &str, written: &str, least: u32, most: u32) -> Result<Decimal, Refusal> {
    let value: Decimal = written.replace(',', ".").parse().map_err(|_| super::scalar::not_a_number(written))?;
    if value < Decimal::from(least) || value > Decimal::from(most) {
        return Err(Refusal::Impossible {
            quantity: name.to_owned(),
            written: written.to_owned(),
            least: least.to_string(),
            most: most.to_string(),
        });
    }
    Ok(value)
}
