use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::codes::codes;
use super::scalar::leaf;
use super::{Day, Field, Refusal};

codes! {
    /// Drugs that the panels and the guidelines reason about.
    Drug {
        Hydroxychloroquine = "hydroxychloroquine",
        Chloroquine = "chloroquine",
        Prednisone = "prednisone",
        Prednisolone = "prednisolone",
        Methylprednisolone = "methylprednisolone",
        Hydrocortisone = "hydrocortisone",
        Dexamethasone = "dexamethasone",
        Betamethasone = "betamethasone",
        MycophenolateMofetil = "mycophenolate_mofetil",
        MycophenolateSodium = "mycophenolate_sodium",
        Cyclophosphamide = "cyclophosphamide",
        Azathioprine = "azathioprine",
        Methotrexate = "methotrexate",
        Leflunomide = "leflunomide",
        Tacrolimus = "tacrolimus",
        Ciclosporin = "ciclosporin",
        Voclosporin = "voclosporin",
        Belimumab = "belimumab",
        Anifrolumab = "anifrolumab",
        Rituximab = "rituximab",
        Obinutuzumab = "obinutuzumab",
        Eculizumab = "eculizumab",
        Ravulizumab = "ravulizumab",
        Caplacizumab = "caplacizumab",
        PlasmaExchange = "plasma_exchange",
        Ivig = "ivig",
        Ramipril = "ramipril",
        Perindopril = "perindopril",
        Enalapril = "enalapril",
        Lisinopril = "lisinopril",
        Irbesartan = "irbesartan",
        Losartan = "losartan",
        Candesartan = "candesartan",
        Valsartan = "valsartan",
        Dapagliflozin = "dapagliflozin",
        Empagliflozin = "empagliflozin",
        Amlodipine = "amlodipine",
        Furosemide = "furosemide",
        Aspirin = "aspirin",
        Warfarin = "warfarin",
        Fluindione = "fluindione",
        Apixaban = "apixaban",
        Rivaroxaban = "rivaroxaban",
        Enoxaparin = "enoxaparin",
        Heparin = "heparin",
        Atorvastatin = "atorvastatin",
        Rosuvastatin = "rosuvastatin",
        Pravastatin = "pravastatin",
        Cotrimoxazole = "cotrimoxazole",
        Atovaquone = "atovaquone",
        VitaminD = "vitamin_d",
        Calcium = "calcium",
        Alendronate = "alendronate",
        Allopurinol = "allopurinol",
        Febuxostat = "febuxostat",
        Ketoconazole = "ketoconazole",
        Itraconazole = "itraconazole",
        Clarithromycin = "clarithromycin",
        Ritonavir = "ritonavir",
        Cobicistat = "cobicistat",
        Dabigatran = "dabigatran",
        Edoxaban = "edoxaban",
        Ibuprofen = "ibuprofen",
        Naproxen = "naproxen",
        Ketoprofen = "ketoprofen",
        Diclofenac = "diclofenac",
        Celecoxib = "celecoxib",
        Tamoxifen = "tamoxifen",
        /// Anything else: the name goes into `name`.
        Other = "other",
    }
    /// How a drug is given.
    Route { Oral = "oral", Intravenous = "iv", Subcutaneous = "sc", Topical = "topical" }
    /// Why a treatment ended.
    StopReason {
        Completed = "completed",
        Inefficacy = "inefficacy",
        Intolerance = "intolerance",
        Infection = "infection",
        PregnancyOrWish = "pregnancy_or_wish",
        PatientChoice = "patient_choice",
        Access = "access",
        Switch = "switch",
        Other = "other",
    }
    /// Unit of a dose's amount.
    DoseUnit { Milligram = "mg", Gram = "g", Microgram = "µg", MilligramPerKilo = "mg/kg", Unit = "IU" }
    /// What a dose is counted over.
    Per {
        /// Per day.
        Day = "d",
        /// Per week.
        Week = "w",
        /// Every two weeks.
        TwoWeeks = "2w",
        /// Every four weeks or month.
        Month = "month",
        /// One administration.
        Administration = "once",
    }
}

/// An amount of a drug over a time: `400 mg/d`, `2 g/d`, `200 mg/w`, `500 mg` (one administration).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dose {
    /// The amount as written.
    pub amount: Decimal,
    /// Its unit.
    pub unit: DoseUnit,
    /// Per day, week, …, or one administration.
    pub per: Per,
}

impl Dose {
    /// Milligrams of one administration or period; `None` for a dose per kilogram or in units.
    pub fn milligrams(&self) -> Option<Decimal> {
        match self.unit {
            DoseUnit::Milligram => Some(self.amount),
            DoseUnit::Gram => Some(self.amount * Decimal::from(1000)),
            DoseUnit::Microgram => self.amount.checked_div(Decimal::from(1000)),
            DoseUnit::MilligramPerKilo | DoseUnit::Unit => None,
        }
    }
}

const UNITS: &str = "mg/d, g/d, mg/kg/d, mg/w, mg/2w, mg/month, mg, g, µg/d, IU/d";

impl FromStr for Dose {
    type Err = Refusal;
    fn from_str(written: &str) -> Result<Self, Refusal> {
        let (amount, symbol) = super::scalar::amount(written)?;
        let symbol = symbol.replace('\u{3bc}', "\u{b5}");
        let unknown = || {
            let units = UNITS.split(", ").map(str::to_owned).collect();
            super::scalar::no_unit("dose", written.trim(), &symbol, units)
        };
        if amount.is_sign_negative() {
            return Err(super::scalar::not_a_number(written));
        }
        let (unit, per) = match symbol.rsplit_once('/') {
            Some((unit, "kg")) => (format!("{unit}/kg"), "once"),
            Some((unit, per)) => (unit.to_owned(), per),
            None => (symbol.clone(), "once"),
        };
        let unit = match unit.as_str() {
            "mg" => DoseUnit::Milligram,
            "g" => DoseUnit::Gram,
            "µg" | "ug" => DoseUnit::Microgram,
            "mg/kg" => DoseUnit::MilligramPerKilo,
            "IU" | "UI" => DoseUnit::Unit,
            _ => return Err(unknown()),
        };
        let per = match per {
            "d" | "j" | "day" | "24h" => Per::Day,
            "w" | "sem" | "week" => Per::Week,
            "2w" | "2sem" => Per::TwoWeeks,
            "month" | "mois" | "4w" => Per::Month,
            "once" => Per::Administration,
            _ => return Err(unknown()),
        };
        let dose = Self { amount, unit, per };
        if amount > Decimal::from(1_000_000) || dose.milligrams().is_some_and(|mg| mg > Decimal::from(1_000_000)) {
            return Err(Refusal::Impossible {
                quantity: "dose".to_owned(),
                written: written.to_owned(),
                least: "0 mg".to_owned(),
                most: "1 kg".to_owned(),
            });
        }
        Ok(dose)
    }
}

impl fmt::Display for Dose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.per {
            Per::Administration => write!(f, "{} {}", self.amount, self.unit),
            per => write!(f, "{} {}/{per}", self.amount, self.unit),
        }
    }
}

leaf!(
    Dose,
    "Dose",
    r"^[0-9]+([.,][0-9]+)? ?(mg|g|µg|ug|mg/kg|IU|UI)(/(d|j|day|24h|w|sem|week|2w|2sem|month|mois|4w))?$",
    "An amount with its unit: 400 mg/d, 2 g/d, 200 mg/w, 10 mg/kg, 500 mg"
);

/// One treatment over one period; a change of dose is a new entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Treatment {
    /// The drug (médicament).
    pub drug: Drug,
    /// Its name when `drug: other`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Amount with its unit (dose).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub dose: Field<Dose>,
    /// Route (voie).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub route: Option<Route>,
    /// Number of administrations, for pulses and courses (nombre d'administrations).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<u16>,
    /// First day (début).
    pub from: Day,
    /// Last day; none while it goes on (fin).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Day>,
    /// Why it ended (motif d'arrêt).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopped_for: Option<StopReason>,
    /// Last retina examination, for antimalarials (examen ophtalmologique).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub eye_exam: Field<Day>,
}

impl Treatment {
    /// Whether it is given on this day.
    pub fn is_on(&self, day: Day) -> bool {
        self.from <= day && self.to.is_none_or(|last| day <= last)
    }
}
