//! Pure medicine: equations, scores, doses, each with its source. Never reads a clock or a file.

mod apl;
mod basics;
mod chronicle;
mod discordance;
mod dosing;
mod egfr;
mod epices;
mod figure;
mod five_points;
mod hcq;
mod immunosuppression;
mod lipids;
mod need;
mod pressure;
mod quality;
mod renal_course;
mod response;
mod retina;
mod score2;
mod sdi;
mod series;
mod serology;
mod sledai;
mod sledas;
mod source;
mod state;
mod steroid;
mod strategy;
mod taper;
mod vaccines;
mod verdict;

pub use apl::{
    AGAPSS, APL_2019, APS_2023, AplAntibody, AplFinding, AplFollows, AplReading, REPRODUCTION_2020, SYDNEY, agapss,
    apl_follows, has_aps,
};
pub use basics::{BASICS, Basics, BasicsCheck, BasicsFound, BasicsLetter, BasicsState};
pub use chronicle::{Bound, Chronicle, Curve, Lane, Reading, Trace};
pub use discordance::{Agreement, Discordance, DiscordanceRule};
pub use dosing::daily_milligrams;
pub use egfr::{
    ACategory, Egfr, Equation, GStage, KidneyRisk, a_category, ckd_epi_2009, ckd_epi_2021, ckid_u25, egfr_on, g_stage,
    kidney_risk, kidney_risk_of,
};
pub use epices::{EPICES, EPICES_YOUNG, EpicesAnswer, EpicesScore, epices_answers, epices_constant, epices_threshold};
pub use figure::FigureId;
pub use five_points::{Checklist, FIVE_POINTS, FivePoint, PointItem, PointLine, PointState, Recommended, five_points};
pub use hcq::{
    HCQ_DOSE, HCQ_DOSE_AAO, HCQ_EULAR_ERA, HCQ_KDIGO, HCQ_LEVEL, HCQ_PREGNANCY, HcqBand, HcqDose, HcqKidneyCut,
    HcqPlan, HcqStatus, hcq_ceiling, hcq_on, months_of, periods_under,
};
pub use immunosuppression::{
    ANTI_CD20, HCSP_2014, IMMUNOSUPPRESSANTS, ImmunosuppressedBy, immunosuppressed, immunosuppressed_by,
};
pub use lipids::{HeartRisk, LDL_TARGETS, LdlTarget};
pub use need::{Answer, Need};
pub use pressure::{PRESSURE_TARGET, pressures, raised_twice};
pub use quality::{CHAVATZA_2021, MOSCA_2011, QualityIndicator, YAZDANY_2009};
pub use renal_course::RenalCourse;
pub use response::{
    ACR_2024, EULAR_2025, EularResponse, KDIGO_2024, KdigoResponse, Milestone, Response, Standing, TrialEndpoint,
    acr_2024, kdigo_2024,
};
pub use retina::{EyeBody, EyeRisk, EyeSchedule, Retina, last_eye_exam};
pub use score2::{
    CvClass, NotForScore2, RiskRegion, SCORE2, SCORE2_CLASSES, Score2, Score2Inputs, Score2Risk, score2_on,
};
pub use sdi::{NotScored, SDI_1996, SDI_MOST, ScoredDamage, Sdi, SdiDomain, sdi_most};
pub use series::{
    Change, Point, Series, Slope, c3_series, c4_series, egfr_series, egfr_slope, hcq_level_series, least_squares,
    of_labs, prednisone_series, upcr_series,
};
pub use serology::{Serology, anti_dsdna_on, c3_on, c4_on};
pub use sledai::{Band, BandSet, SLEDAI_2K, Sledai, SledaiScore, SledaiSystem, sledai_system, sledai_weight};
pub use sledas::{Rash, SLE_DAS, SleDasFacts, SleDasItem, SleDasRange, UrineProtein, sle_das};
pub use source::{Checked, Source};
pub use state::{DORIS_2021, Doris, LLDAS_2016, StateFacts, lldas, lldas_major};
pub use steroid::{
    CumulativeSteroid, DailySteroid, Equivalence, Glucocorticoid, cumulative_over_a_year, cumulative_steroid,
    daily_steroid,
};
pub use strategy::{
    Ground, LOW_DOSE, Permission, RenalTarget, STRATEGY, Stance, Strategy, StrategyFacts, TargetsHeld, Way, Withdrawn,
};
pub use taper::{
    Allowed, Held, MILESTONES, PlanStep, SteroidCurve, Stretch, TaperPlan, held_against, received_and_planned,
    twelve_months_from, week_of,
};
pub use vaccines::{
    CALENDAR_2025, VACCINES_2019, Vaccine, VaccineStatus, is_of_an_earlier_season, live_vaccine_clash,
    live_vaccines_blocked, vaccines,
};
pub use verdict::Verdict;
