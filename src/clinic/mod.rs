//! Pure medicine: equations, scores, doses, each with its source. Never reads a clock or a file.

mod contradiction;
mod difficult;
mod discordance;
mod dosing;
mod egfr;
mod epices;
mod figure;
mod flare;
mod hcq;
mod need;
mod pga;
mod renal_course;
mod responder;
mod response;
mod sdi;
mod series;
mod serology;
mod sledai;
mod sledai_numbers;
mod sledas;
mod sledas_visit;
mod source;
mod state;
mod steroid;
mod verdict;
mod visits;

pub use contradiction::{Contradiction, contradictions};
pub use difficult::{Factor, Reason, RefractoryVisit, SR_SLE, refractory};
pub use discordance::{Agreement, Discordance, DiscordanceRule};
pub use dosing::daily_milligrams;
pub use egfr::{
    ACategory, Egfr, Equation, GStage, KidneyRisk, a_category, ckd_epi_2009, ckd_epi_2021, ckid_u25, egfr_on, g_stage,
    kidney_risk, kidney_risk_of,
};
pub use epices::{EPICES, EpicesScore};
pub use figure::FigureId;
pub use flare::{
    Flare, FlareDomain, FlareFacts, FlareGrade, FlareLine, SELENA_CRITICISM, SELENA_FLARE, SLE_DAS_FLARE, SleDasChange,
    VisitScores, last_two,
};
pub use hcq::{HCQ_DOSE, HCQ_LEVEL, HcqBand, HcqDose, HcqKidneyCut, HcqPlan, HcqStatus, hcq_ceiling, hcq_on};
pub use need::{Answer, Need};
pub use pga::{PGA_BANDS, PgaBand};
pub use renal_course::RenalCourse;
pub use responder::{MSRI, Msri, ResponderCriterion, ResponderFacts, SRI_4};
pub use response::{
    ACR_2024, EULAR_2025, EularResponse, KDIGO_2024, KdigoResponse, Milestone, Response, Standing, TrialEndpoint,
    acr_2024, kdigo_2024,
};
pub use sdi::{NotScored, SDI_1996, SDI_MOST, ScoredDamage, Sdi, SdiDomain, sdi_most};
pub use series::{
    Change, Point, Series, Slope, c3_series, c4_series, egfr_series, egfr_slope, hcq_level_series, least_squares,
    of_labs, prednisone_series, upcr_series,
};
pub use serology::{Serology, anti_dsdna_on, c3_on, c4_on};
pub use sledai::{
    Attribution, Band, BandSet, SLEDAI_2K, Sledai, SledaiScore, SledaiSystem, Tick, sledai_system, sledai_weight,
};
pub use sledai_numbers::{Amount, Beyond, Finding, FromNumbers, Measure, sledai_from_numbers};
pub use sledas::{SLE_DAS, SleDasFacts, SleDasItem, SleDasRange, SleDasTerm, UrineProtein, sle_das, sle_das_terms};
pub use sledas_visit::{SLE_DAS_LOW, SLE_DAS_RANGES, SleDas};
pub use source::{Checked, Source};
pub use state::{DORIS_2021, Doris, LLDAS_2016, StateCriterion, StateFacts, StateLine, lldas, lldas_major};
pub use steroid::{
    CumulativeSteroid, DailySteroid, Equivalence, Glucocorticoid, cumulative_over_a_year, cumulative_steroid,
    daily_steroid,
};
pub use verdict::Verdict;
pub use visits::{visits_by, window_days};
