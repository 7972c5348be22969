//! Pure medicine: equations, scores, doses, each with its source. Never reads a clock or a file.

mod discordance;
mod dosing;
mod egfr;
mod epices;
mod figure;
mod hcq;
mod hcq_sample;
mod histology;
mod need;
mod proteinuria;
mod renal_course;
mod renal_flare;
mod response;
mod sdi;
mod series;
mod serology;
mod sledai;
mod sledas;
mod source;
mod state;
mod steroid;
mod type2;
mod verdict;

pub use discordance::{Agreement, Discordance, DiscordanceRule};
pub use dosing::daily_milligrams;
pub use egfr::{
    ACategory, Egfr, Equation, GStage, KidneyRisk, a_category, ckd_epi_2009, ckd_epi_2021, ckid_u25, egfr_on, g_stage,
    kidney_risk, kidney_risk_of,
};
pub use epices::{EPICES, EpicesScore};
pub use figure::FigureId;
pub use hcq::{HCQ_DOSE, HCQ_LEVEL, HcqBand, HcqDose, HcqKidneyCut, HcqPlan, HcqStatus, hcq_ceiling, hcq_on};
pub use hcq_sample::{HcqReading, HcqSample, SERUM_HCQ, serum_severe_non_adherence};
pub use histology::{
    HISTORIC_ACTIVITY, HISTORIC_CHRONICITY, HISTORIC_LIMITS, ISN_RPS_2003, ISN_RPS_2018, NIH_2018, NihIndex, NihLesion,
    activity_index, chronicity_index,
};
pub use need::{Answer, Need};
pub use proteinuria::{
    CARLUCCI_2022, PETRI_2025, Proteinuria, UpcrFrom, WANG_2022, daily_protein, ratio_series, spot_ratio,
};
pub use renal_course::RenalCourse;
pub use renal_flare::{RenalFlare, RenalFlareFacts, RenalFlareSet, RenalFlareSeverity, ResponseBefore};
pub use response::{
    ACR_2024, EULAR_2025, EularResponse, GradedSet, KDIGO_2024, KdigoResponse, Milestone, Response, ResponseCriterion,
    Standing, TrialEndpoint, acr_2024, kdigo_2024,
};
pub use sdi::{NotScored, SDI_1996, SDI_MOST, ScoredDamage, Sdi, SdiDomain, sdi_most};
pub use series::{
    Change, Point, Series, Slope, c3_series, c4_series, egfr_series, egfr_slope, hcq_level_series, least_squares,
    of_labs, prednisone_series, upcr_series,
};
pub use serology::{SACQ, Serology, anti_dsdna_on, c3_on, c4_on, interferon_on, sacq_on};
pub use sledai::{Band, BandSet, SLEDAI_2K, Sledai, SledaiScore, SledaiSystem, sledai_system, sledai_weight};
pub use sledas::{Rash, SLE_DAS, SleDasFacts, SleDasItem, SleDasRange, UrineProtein, sle_das};
pub use source::{Checked, Source};
pub use state::{DORIS_2021, Doris, LLDAS_2016, StateFacts, lldas, lldas_major};
pub use steroid::{
    CumulativeSteroid, DailySteroid, Equivalence, Glucocorticoid, cumulative_over_a_year, cumulative_steroid,
    daily_steroid,
};
pub use type2::{
    Distress, FIBROMYALGIA_2011, FIBROMYALGIA_2016, LupusType, PSD, ROGERS_2021, TypeFacts, distress,
    fibromyalgia_2011, fibromyalgia_2016, group_by_physician,
};
pub use verdict::Verdict;
