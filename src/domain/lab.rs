use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::scalar::leaf;
use super::{
    Albumin, AntiDsDna, C3, C4, Cd19, Creatinine, DailyProtein, Day, Field, Haemoglobin, HcqLevel, Igg, Platelets,
    Potassium, Refusal, Uacr, Upcr, UrineRedCells, UrineWhiteCells, WhiteCells, YesNo,
};

/// The values of one day. Every value is written with its unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Lab {
    /// Day of the sample (date du prélèvement).
    pub date: Day,
    /// Serum creatinine (créatinine).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub creatinine: Field<Creatinine>,
    /// Urine protein-to-creatinine ratio (RPC, rapport protéinurie/créatininurie).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub upcr: Field<Upcr>,
    /// Protein in a 24 h collection (protéinurie des 24 h).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub protein_24h: Field<DailyProtein>,
    /// Serum albumin (albumine).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub albumin: Field<Albumin>,
    /// Complement C3.
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub c3: Field<C3>,
    /// Complement C4.
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub c4: Field<C4>,
    /// Anti-double-stranded-DNA antibodies (anti-ADN natif).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub anti_dsdna: Field<AntiDsDna>,
    /// Hydroxychloroquine in whole blood (taux sanguin d'hydroxychloroquine).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub hcq_level: Field<HcqLevel>,
    /// Haemoglobin (hémoglobine).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub haemoglobin: Field<Haemoglobin>,
    /// Platelets (plaquettes).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub platelets: Field<Platelets>,
    /// White cells (leucocytes).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub white_cells: Field<WhiteCells>,
    /// Potassium (kaliémie).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub potassium: Field<Potassium>,
    /// Immunoglobulin G (IgG).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub igg: Field<Igg>,
    /// Red cells in urine, per high-power field (hématies par champ).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub urine_red_cells: Field<UrineRedCells>,
    /// White cells in urine, per high-power field (leucocytes par champ).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub urine_white_cells: Field<UrineWhiteCells>,
    /// Haem-granular or red-cell casts in urine (cylindres).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub urine_casts: Field<YesNo>,
    /// CD19 B cells in blood (lymphocytes B CD19).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub cd19: Field<Cd19>,
    /// Urine albumin-to-creatinine ratio (RAC, rapport albuminurie/créatininurie).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub uacr: Field<Uacr>,
}

/// The laboratory's own limits; serology is judged by them, never by a constant.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LaboratoryLimits {
    /// Lower limit of C3.
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub c3_lower: Field<C3>,
    /// Lower limit of C4.
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub c4_lower: Field<C4>,
    /// Upper limit of anti-dsDNA.
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub anti_dsdna_upper: Field<AntiDsDna>,
}

/// An arterial pressure in mmHg, systolic over diastolic, written `122/76 mmHg`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pressure {
    /// Systolic, 50 to 300 mmHg.
    pub systolic: u16,
    /// Diastolic, 20 to 200 mmHg, below the systolic.
    pub diastolic: u16,
}

impl FromStr for Pressure {
    type Err = Refusal;
    fn from_str(written: &str) -> Result<Self, Refusal> {
        let Some(values) = written.trim().strip_suffix("mmHg") else {
            return Err(Refusal::UnitMissing { quantity: "blood_pressure".to_owned(), units: vec!["mmHg".to_owned()] });
        };
        let form = || Refusal::Form { written: written.to_owned(), form: "122/76 mmHg".to_owned() };
        let (systolic, diastolic) = values.trim().split_once('/').ok_or_else(form)?;
        let systolic = systolic.trim().parse().map_err(|_| form())?;
        let diastolic = diastolic.trim().parse().map_err(|_| form())?;
        if !(50..=300).contains(&systolic) || !(20..=200).contains(&diastolic) {
            return Err(Refusal::Impossible {
                quantity: "blood_pressure".to_owned(),
                written: written.to_owned(),
                least: "50/20 mmHg".to_owned(),
                most: "300/200 mmHg".to_owned(),
            });
        }
        if diastolic >= systolic {
            return Err(Refusal::UpsideDown { written: written.to_owned() });
        }
        Ok(Self { systolic, diastolic })
    }
}

impl fmt::Display for Pressure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{} mmHg", self.systolic, self.diastolic)
    }
}

leaf!(Pressure, "Pressure", r"^[0-9]{2,3} ?/ ?[0-9]{2,3} ?mmHg$", "Systolic/diastolic with its unit: 122/76 mmHg");

/// A dated blood pressure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PressureReading {
    /// Day of the measure.
    pub date: Day,
    /// Systolic over diastolic, mmHg (pression artérielle).
    pub value: Pressure,
}
