//! What a new case is asked, in the order of the format: the key of the file, how it is answered, what is refused.

use std::str::FromStr;

use crate::domain::codes::codes;
use crate::domain::{
    ActivityIndex, Alias, CaseId, ChronicityIndex, Contraception, Day, Dose, Drug, Height, Lesions, Mode, Month,
    Percent, PregnancyStatus, PregnancyTest, Pressure, Question, Refusal, Sex, Weight, Wish, Years, YesNo,
};
use crate::meeting;
use crate::read::{self, Analyte};

codes! {
    /// A field, by its path in the file.
    NewField {
        Case = "case",
        Meeting = "meeting",
        Question = "question",
        RequesterName = "requester.name",
        RequesterSpecialty = "requester.specialty",
        RequesterCentre = "requester.centre",
        Mode = "mode",
        Rule = "rule",
        Alias = "patient.alias",
        Sex = "patient.sex",
        Born = "patient.born",
        Age = "patient.age",
        Weight = "patient.weight",
        Height = "patient.height",
        Diagnosed = "lupus.diagnosed",
        Flares = "lupus.flares",
        FailedCourses = "lupus.failed_courses",
        PregnancyStatus = "pregnancy.status",
        PregnancyWish = "pregnancy.wish",
        Contraception = "pregnancy.contraception",
        PregnancyWeeks = "pregnancy.weeks",
        PregnancyTest = "pregnancy.test",
        BiopsyDate = "kidney.biopsies.date",
        Class = "kidney.biopsies.class",
        Lesions = "kidney.biopsies.lesions",
        ActivityIndex = "kidney.biopsies.activity",
        ChronicityIndex = "kidney.biopsies.chronicity",
        Crescents = "kidney.biopsies.crescents",
        Tma = "kidney.biopsies.tma",
        RapidlyProgressive = "kidney.rapidly_progressive",
        RaasiAtMaximum = "kidney.raasi_at_maximum",
        LabDate = "labs.date",
        Creatinine = "labs.creatinine",
        Upcr = "labs.upcr",
        Albumin = "labs.albumin",
        C3 = "labs.c3",
        C4 = "labs.c4",
        AntiDsDna = "labs.anti_dsdna",
        HcqLevel = "labs.hcq_level",
        PressureDate = "blood_pressure.date",
        Pressure = "blood_pressure.value",
        Drug = "treatments.drug",
        Dose = "treatments.dose",
        From = "treatments.from",
        To = "treatments.to",
        EyeExam = "treatments.eye_exam",
        Wishes = "person.wishes",
    }
}

codes! {
    /// A part of the file. Of those with a date or a drug there may be several.
    Section {
        Head = "head",
        Requester = "requester",
        Treated = "mode",
        Patient = "patient",
        Lupus = "lupus",
        Pregnancy = "pregnancy",
        Biopsies = "kidney.biopsies",
        Kidney = "kidney",
        Labs = "labs",
        Pressures = "blood_pressure",
        Treatments = "treatments",
        Person = "person",
    }
}

/// How a field is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Words.
    Text,
    /// Something that its type reads.
    Value,
    /// One entry of a closed list.
    Choice(&'static [&'static str]),
}

/// Classes as pathologists write them.
const CLASSES: &[&str] = &["I", "II", "III", "IV", "V", "II+V", "III+V", "IV+V", "VI"];

macro_rules! choices {
    ($list:ty: $($item:ident),+) => {
        Answer::Choice(const { &[$(<$list>::$item.code()),+] })
    };
}

const YES_NO: Answer = choices!(YesNo: Yes, No);

impl Section {
    /// Whether there may be several entries.
    pub const fn repeats(self) -> bool {
        matches!(self, Self::Biopsies | Self::Labs | Self::Pressures | Self::Treatments)
    }

    /// Its fields, in order. The first of an entry decides whether the others are asked.
    pub fn fields(self) -> impl Iterator<Item = NewField> {
        NewField::ALL.iter().copied().filter(move |field| field.section() == self)
    }
}

impl NewField {
    /// Where it belongs.
    pub fn section(self) -> Section {
        use NewField as F;
        match self {
            F::Case | F::Meeting | F::Question => Section::Head,
            F::RequesterName | F::RequesterSpecialty | F::RequesterCentre => Section::Requester,
            F::Mode | F::Rule => Section::Treated,
            F::Alias | F::Sex | F::Born | F::Age | F::Weight | F::Height => Section::Patient,
            F::Diagnosed | F::Flares | F::FailedCourses => Section::Lupus,
            F::PregnancyStatus | F::PregnancyWish | F::Contraception | F::PregnancyWeeks | F::PregnancyTest => {
                Section::Pregnancy
            }
            F::RapidlyProgressive | F::RaasiAtMaximum => Section::Kidney,
            F::LabDate | F::Creatinine | F::Upcr | F::Albumin | F::C3 | F::C4 | F::AntiDsDna | F::HcqLevel => {
                Section::Labs
            }
            F::PressureDate | F::Pressure => Section::Pressures,
            F::Drug | F::Dose | F::From | F::To | F::EyeExam => Section::Treatments,
            F::Wishes => Section::Person,
            _ => Section::Biopsies,
        }
    }

    /// Its key in the file.
    pub fn key(self) -> &'static str {
        self.code().rsplit('.').next().unwrap_or_default()
    }

    /// How it is answered.
    pub fn answer(self) -> Answer {
        use NewField as F;
        match self {
            F::Question
            | F::RequesterName
            | F::RequesterSpecialty
            | F::RequesterCentre
            | F::Rule
            | F::Alias
            | F::Wishes => Answer::Text,
            F::Mode => choices!(Mode: Discuss, Record),
            F::Sex => choices!(Sex: Female, Male),
            F::PregnancyStatus => choices!(PregnancyStatus: None, Pregnant, Postpartum, Breastfeeding, NotApplicable),
            F::PregnancyWish => choices!(Wish: None, Now, WithinOneYear, WithinTwoYears, Later),
            F::Contraception => choices!(
                Contraception: None, Progestin, Iud, Oestrogen, Barrier, Sterilisation, NotApplicable
            ),
            F::PregnancyTest => choices!(PregnancyTest: NotDone, Negative, Positive),
            F::Class => Answer::Choice(CLASSES),
            F::Lesions => choices!(Lesions: A, AC, C),
            F::Tma | F::RapidlyProgressive | F::RaasiAtMaximum => YES_NO,
            _ => Answer::Value,
        }
    }

    /// Whether the format asks for it once its entry is begun.
    pub fn is_required(self) -> bool {
        use NewField as F;
        matches!(
            self,
            F::Case
                | F::Question
                | F::Rule
                | F::Alias
                | F::Sex
                | F::BiopsyDate
                | F::Class
                | F::LabDate
                | F::PressureDate
                | F::Pressure
                | F::Drug
                | F::From
        )
    }

    /// Whether it can be asked and not known.
    pub fn can_be_unknown(self) -> bool {
        use NewField as F;
        let is_plain = matches!(
            self,
            F::Meeting
                | F::RequesterName
                | F::RequesterSpecialty
                | F::RequesterCentre
                | F::Mode
                | F::Born
                | F::Age
                | F::To
        );
        !self.is_required() && !is_plain
    }

    /// The units that it accepts, the usual one first.
    pub fn units(self) -> Vec<&'static str> {
        match self {
            Self::Weight => Weight::units().collect(),
            Self::Height => Height::units().collect(),
            Self::Crescents => vec!["%"],
            Self::Pressure => vec!["mmHg"],
            Self::Dose => vec!["mg/d", "g/d", "mg/kg/d", "mg/w", "mg/month", "mg", "µg/d", "IU/d"],
            _ if self.section() == Section::Labs => {
                Analyte::of_key(self.key()).map(|analyte| (analyte.units)()).unwrap_or_default()
            }
            _ => Vec::new(),
        }
    }

    /// What was typed as the file takes it.
    ///
    /// # Errors
    /// Why it cannot be said.
    pub fn read(self, typed: &str) -> Result<String, Refusal> {
        use NewField as F;
        match self {
            F::Case => as_read::<CaseId>(typed),
            F::Question => as_read::<Question>(typed),
            F::Alias => as_read::<Alias>(typed),
            F::Meeting | F::BiopsyDate | F::LabDate | F::PressureDate | F::From | F::To | F::EyeExam => day(typed),
            F::Born | F::Diagnosed => month(typed),
            F::Age => as_read::<Years>(typed),
            F::Weight => as_read::<Weight>(typed),
            F::Height => as_read::<Height>(typed),
            F::Flares | F::FailedCourses | F::PregnancyWeeks => count(typed),
            F::ActivityIndex => as_read::<ActivityIndex>(typed),
            F::ChronicityIndex => as_read::<ChronicityIndex>(typed),
            F::Crescents => as_read::<Percent>(typed),
            F::Pressure => as_read::<Pressure>(typed),
            F::Dose => as_read::<Dose>(typed),
            _ => match (self.answer(), Analyte::of_key(self.key()).filter(|_| self.section() == Section::Labs)) {
                (Answer::Value, Some(analyte)) => analyte.read(typed).map(|measured| measured.written),
                _ => Ok(typed.to_owned()),
            },
        }
    }

    /// Whether a number stands without quotes in the file.
    pub(super) fn is_number(self) -> bool {
        self.answer() == Answer::Value && self != Self::Case && self != Self::Drug
    }
}

fn as_read<T: FromStr<Err = Refusal> + std::fmt::Display>(typed: &str) -> Result<String, Refusal> {
    typed.parse::<T>().map(|value| value.to_string())
}

/// Year first, or day first as in French.
fn day(typed: &str) -> Result<String, Refusal> {
    read::day_of(typed).map_or_else(|| as_read::<Day>(typed), |day| Ok(day.to_string()))
}

/// A month or a day; `06/1994` is one too.
fn month(typed: &str) -> Result<String, Refusal> {
    let turned = typed.split_once('/').filter(|(month, year)| month.len() == 2 && year.len() == 4);
    let turned = turned.map(|(month, year)| format!("{year}-{month}"));
    let whole = read::day_of(typed).map(|day| day.to_string());
    as_read::<Month>(whole.or(turned).as_deref().unwrap_or(typed))
}

fn count(typed: &str) -> Result<String, Refusal> {
    let refused = || Refusal::NotANumber { written: typed.to_owned() };
    typed.parse::<u8>().map(|count| count.to_string()).map_err(|_| refused())
}

/// The drug of this name; `other` for one that the format does not list.
pub fn drug_of(typed: &str) -> Drug {
    meeting::drug_named(typed).unwrap_or(Drug::Other)
}
