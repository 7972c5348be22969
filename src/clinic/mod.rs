//! Pure medicine: equations, scores, doses, each with its source. Never reads a clock or a file.

mod egfr;
mod need;

pub use egfr::{
    ACategory, Egfr, Equation, GStage, KidneyRisk, a_category, ckd_epi_2009, ckd_epi_2021, ckid_u25, egfr_on, g_stage,
    kidney_risk, kidney_risk_of,
};
pub use need::{Answer, Need};
