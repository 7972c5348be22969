use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::codes::codes;
use super::scalar::leaf;
use super::{
    Albumin, AntiDsDna, AplUnits, C3, C4, Cd19, Cholesterol, Creatinine, DailyProtein, Day, Field, Haemoglobin,
    HcqLevel, Igg, Platelets, Potassium, Refusal, Uacr, Upcr, UrineCreatinine, UrineProtein, UrineRedCells,
    UrineVolume, UrineWhiteCells, WhiteCells, YesNo,
};

codes! {
    /// What hydroxychloroquine was measured in: the three are not interchangeable (activity.md 13).
    HcqMatrix { WholeBlood = "whole_blood", Serum = "serum", Plasma = "plasma" }
    /// How anti-dsDNA was measured (activity.md 14).
    DsDnaAssay {
        /// Radioimmunoassay.
        Farr = "farr",
        /// Immunofluorescence on Crithidia luciliae.
        Clift = "clift",
        /// Enzyme-linked immunosorbent assay.
        Elisa = "elisa",
        /// Fluorescence enzyme immunoassay.
        Feia = "feia",
    }
    /// The interferon signature; there is no routine limit (activity.md 14).
    InterferonResult { High = "high", Low = "low" }
}

/// An interferon signature as the laboratory gave it, of the day of its entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Interferon {
    /// High or low, by the laboratory's own method (signature élevée ou basse).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub result: Field<InterferonResult>,
    /// How it was measured (méthode).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub method: Field<String>,
}

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
    /// Protein in a urine sample: a spot, or the 24 h collection whose volume is given (protéinurie de l'échantillon).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub urine_protein: Field<UrineProtein>,
    /// Creatinine in the same sample (créatininurie de l'échantillon).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub urine_creatinine: Field<UrineCreatinine>,
    /// Volume of the sample, where it is a 24 h collection (diurèse des 24 h).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub urine_volume_24h: Field<UrineVolume>,
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
    /// Hydroxychloroquine, in whole blood unless `hcq_matrix` says otherwise (taux d'hydroxychloroquine).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub hcq_level: Field<HcqLevel>,
    /// What hydroxychloroquine was measured in (sang total, sérum ou plasma).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub hcq_matrix: Field<HcqMatrix>,
    /// Interferon signature, where it was looked for (signature interféron).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interferon: Option<Interferon>,
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
    /// Total cholesterol (cholestérol total).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub total_cholesterol: Field<Cholesterol>,
    /// HDL cholesterol (HDL-cholestérol).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub hdl: Field<Cholesterol>,
    /// LDL cholesterol (LDL-cholestérol).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub ldl: Field<Cholesterol>,
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
    /// Upper limit (99th centile) of anticardiolipin (anticardiolipine).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub acl_upper: Field<AplUnits>,
    /// Upper limit (99th centile) of anti-β2-glycoprotein I (anti-β2-glycoprotéine I).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub anti_b2gpi_upper: Field<AplUnits>,
    /// How this laboratory measures anti-dsDNA (technique des anti-ADN).
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub anti_dsdna_assay: Field<DsDnaAssay>,
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
