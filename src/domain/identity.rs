use std::collections::HashSet;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::codes::codes;
use super::{Alias, Case, CaseId, Day, FormatVersion, PathStep, Refusal, Sex};

/// Longest name.
const MOST_NAME: usize = 100;
/// Longest number that an establishment gives.
const MOST_LOCAL: usize = 20;

codes! {
    /// How far an identity is vouched for (rcp.md 1.4). Only a qualified one may carry the INS.
    IdentityStatus {
        /// As declared.
        Provisional = "provisional",
        /// Read from the national service.
        Retrieved = "retrieved",
        /// Checked against an official document.
        Validated = "validated",
        /// Both.
        Qualified = "qualified",
    }
}

/// Who the patients are. It stands in a file of its own: nothing here can be written (no `Serialize`), and `Debug` tells no
/// identity.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identities {
    /// Version of the format: 1.
    pub format: FormatVersion,
    patients: Vec<PatientIdentity>,
}

/// Who one patient is.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PatientIdentity {
    /// The case it belongs to.
    #[serde(default)]
    pub case: Option<CaseId>,
    /// The pseudonym it belongs to, where no entry names the case.
    #[serde(default)]
    pub alias: Option<Alias>,
    /// Name at birth (nom de naissance).
    pub birth_name: Name,
    /// Name in use (nom utilisé).
    #[serde(default)]
    pub used_name: Option<Name>,
    /// First names at birth, in order (prénoms de naissance).
    #[serde(default)]
    pub first_names: Vec<Name>,
    /// Date of birth.
    #[serde(default)]
    pub birth_date: Option<Day>,
    /// Sex.
    #[serde(default)]
    pub sex: Option<Sex>,
    /// Place of birth (code officiel géographique).
    #[serde(default)]
    pub birth_place: Option<BirthPlace>,
    /// How far it is vouched for.
    pub identity_status: IdentityStatus,
    #[serde(default)]
    ins: Option<Ins>,
    /// The establishment's own number (IPP).
    #[serde(default)]
    pub ipp: Option<LocalNumber>,
}

/// What cannot stand, or should be looked at, in a file of identities. It repeats nothing of an identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum IdentityFlaw {
    /// The file says nothing.
    NothingSaid,
    /// More than one document in the file.
    ManyDocuments,
    /// Neither a case nor a pseudonym: nobody's.
    Nobody,
    /// A case or a pseudonym that an entry above has already.
    UsedTwice {
        /// The case number or the pseudonym.
        of: String,
    },
    /// A birth after today.
    NotYetBorn,
    /// An INS with an identity that is not qualified: it is not used.
    InsNotQualified {
        /// The status as it stands.
        status: IdentityStatus,
    },
    /// A qualified identity without one of the strict traits.
    TraitsLack {
        /// The keys that lack.
        keys: Vec<&'static str>,
    },
}

impl IdentityFlaw {
    /// Whether the file cannot be used until it is mended.
    pub fn is_error(&self) -> bool {
        !matches!(self, Self::InsNotQualified { .. } | Self::TraitsLack { .. })
    }

    /// Whether it says that something lacks.
    pub fn is_of_absence(&self) -> bool {
        matches!(self, Self::Nobody | Self::TraitsLack { .. })
    }
}

impl fmt::Debug for PatientIdentity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PatientIdentity(…)")
    }
}

impl PatientIdentity {
    /// The INS, for use: only where the identity is qualified (rcp.md 1.4).
    pub fn ins(&self) -> Option<&Ins> {
        self.ins.as_ref().filter(|_| self.identity_status == IdentityStatus::Qualified)
    }

    /// Whether an INS is written that is not used.
    pub fn withholds_ins(&self) -> bool {
        self.ins.is_some() && self.ins().is_none()
    }

    /// Age in whole years on this day.
    pub fn age_on(&self, day: Day) -> Option<u32> {
        u32::try_from(day.months_since(self.birth_date?).div_euclid(12)).ok()
    }

    /// Whether sex and birth are those of the case, as far as both say them: two patients may share initials.
    pub fn fits(&self, case: &Case) -> bool {
        let same_sex = self.sex.is_none_or(|sex| sex == case.patient.sex);
        let same_birth = self.birth_date.zip(case.patient.born).is_none_or(|(date, born)| {
            let date = super::Month::from(date);
            !date.is_before(born) && !born.is_before(date)
        });
        same_sex && same_birth
    }

    /// The strict traits that are not written (rcp.md 1.4).
    fn lacking_traits(&self) -> Vec<&'static str> {
        let traits = [
            ("first_names", self.first_names.is_empty()),
            ("birth_date", self.birth_date.is_none()),
            ("sex", self.sex.is_none()),
            ("birth_place", self.birth_place.is_none()),
        ];
        traits.into_iter().filter(|(_, lacks)| *lacks).map(|(key, _)| key).collect()
    }
}

impl Identities {
    /// Who the patient of this case is: the entry of the case, else the one of its pseudonym.
    pub fn of(&self, case: &Case) -> Option<&PatientIdentity> {
        let by_case = self.patients.iter().find(|one| one.case.as_ref() == Some(&case.case));
        by_case.or_else(|| {
            self.patients.iter().find(|one| one.case.is_none() && one.alias.as_ref() == Some(&case.patient.alias))
        })
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.patients.len()
    }

    /// What does not hold on this day, with its place.
    pub fn flaws(&self, today: Day) -> Vec<(Vec<PathStep>, IdentityFlaw)> {
        let mut found = Vec::new();
        let mut seen: HashSet<String> = HashSet::new();
        for (index, one) in self.patients.iter().enumerate() {
            let mut add = |key: Option<&'static str>, flaw: IdentityFlaw| {
                let entry = [PathStep::Key("patients"), PathStep::Index(index)];
                found.push((entry.into_iter().chain(key.map(PathStep::Key)).collect(), flaw));
            };
            let case = one.case.as_ref().map(|case| ("case", case.to_string()));
            let alias = one.alias.as_ref().map(|alias| ("alias", alias.to_string()));
            match case.or(alias) {
                None => add(None, IdentityFlaw::Nobody),
                Some((key, of)) if !seen.insert(format!("{key} {of}")) => {
                    add(Some(key), IdentityFlaw::UsedTwice { of });
                }
                Some(_) => {}
            }
            if one.birth_date.is_some_and(|date| date > today) {
                add(Some("birth_date"), IdentityFlaw::NotYetBorn);
            }
            if one.withholds_ins() {
                add(Some("ins"), IdentityFlaw::InsNotQualified { status: one.identity_status });
            }
            let keys = one.lacking_traits();
            if one.identity_status == IdentityStatus::Qualified && !keys.is_empty() {
                add(Some("identity_status"), IdentityFlaw::TraitsLack { keys });
            }
        }
        found
    }
}

/// Declares a text that identifies somebody: `Debug` does not tell it.
macro_rules! secret {
    ($($(#[$doc:meta])* $name:ident)+) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq)]
        pub struct $name(String);
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
        impl $name {
            /// The text, to be shown.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                super::scalar::text(deserializer)?.trim().parse().map_err(Refusal::custom)
            }
        }
    )+};
}

secret! {
    /// A name of a person.
    Name
    /// A place of birth by its INSEE code: `13055`, `2A004`, `99350`.
    BirthPlace
    /// The national health identifier: 13 characters and the two digits of its key.
    Ins
    /// A number that an establishment gives its patients.
    LocalNumber
}

fn short(written: &str, most: usize) -> Result<String, Refusal> {
    let length = written.chars().count();
    match length {
        0 => Err(Refusal::Empty),
        _ if length > most => Err(Refusal::TooLong { most, length }),
        _ => Ok(written.to_owned()),
    }
}

impl FromStr for Name {
    type Err = Refusal;
    fn from_str(written: &str) -> Result<Self, Refusal> {
        short(written, MOST_NAME).map(Self)
    }
}

impl FromStr for LocalNumber {
    type Err = Refusal;
    fn from_str(written: &str) -> Result<Self, Refusal> {
        short(written, MOST_LOCAL).map(Self)
    }
}

impl FromStr for BirthPlace {
    type Err = Refusal;
    fn from_str(written: &str) -> Result<Self, Refusal> {
        let written = written.to_uppercase();
        let is_code = written.len() == 5 && in_digits(&written, 0).is_some();
        is_code.then_some(Self(written.clone())).ok_or(Refusal::Form { written, form: "13055, 2A004".to_owned() })
    }
}

impl FromStr for Ins {
    type Err = Refusal;
    fn from_str(written: &str) -> Result<Self, Refusal> {
        let bare: String = written.to_uppercase().chars().filter(|c| !c.is_whitespace()).collect();
        let form = || Refusal::Form { written: written.to_owned(), form: "13 characters and 2 digits".to_owned() };
        let (number, key) = bare.split_at_checked(13).filter(|(_, key)| key.len() == 2).ok_or_else(form)?;
        let key: u64 = key.parse().map_err(|_| form())?;
        let number = in_digits(number, 5).ok_or_else(form)?;
        if key_of(number) != key {
            return Err(Refusal::CheckDigits { written: written.to_owned() });
        }
        Ok(Self(bare))
    }
}

/// The key of an INS: 97 - n mod 97 (rcp.md 1.4) \[memory].
fn key_of(number: u64) -> u64 {
    97 - number % 97
}

/// The number of a code whose département stands at this place; those of Corsica count as numbers, `2A` as 19 and `2B` as
/// 18 (rule of the NIR, rcp.md 1.4) \[memory].
fn in_digits(code: &str, at: usize) -> Option<u64> {
    let (before, rest) = code.split_at_checked(at)?;
    let (department, after) = rest.split_at_checked(2)?;
    let department = match department {
        "2A" => "19",
        "2B" => "18",
        other => other,
    };
    let digits = format!("{before}{department}{after}");
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

impl fmt::Display for Ins {
    /// In groups, as it is printed on a card.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ends = [1, 3, 5, 7, 10, 13];
        for (at, letter) in self.0.chars().enumerate() {
            if ends.contains(&at) {
                f.write_str(" ")?;
            }
            write!(f, "{letter}")?;
        }
        Ok(())
    }
}
