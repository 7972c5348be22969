//! Pure medicine: equations, scores, doses, each with its source. Never reads a clock or a file.

mod albuminuria;
mod apl;
mod basics;
mod chronicle;
mod contradiction;
mod cyclophosphamide;
mod difficult;
mod discordance;
mod dosing;
mod egfr;
mod epices;
mod figure;
mod five_points;
mod flare;
mod giop;
mod hcq;
mod hcq_sample;
mod histology;
mod immunosuppression;
mod lipids;
mod need;
mod pga;
mod pressure;
mod proteinuria;
mod quality;
mod renal_course;
mod renal_flare;
mod responder;
mod response;
mod retina;
mod score2;
mod sdi;
mod sdi_course;
mod series;
mod serology;
mod sledai;
mod sledai_numbers;
mod sledas;
mod sledas_visit;
mod slope;
mod source;
mod state;
mod steroid;
mod steroid_course;
mod strategy;
mod taper;
mod type2;
mod vaccines;
mod verdict;
mod visits;

pub use albuminuria::{
    A_BY_UPCR, Albuminuria, AlbuminuriaBasis, Checks, KDIGO_CHECKS, KDIGO_CKD_2024, SUMIDA_2020, SUMIDA_2020_CRUDE,
    UacrAdjustment, a_category_of_albumin, albuminuria_on, checks_a_year, is_chronic, kidney_marker_since,
    uacr_estimated,
};
pub use apl::{
    AGAPSS, APL_2019, APS_2023, AplAntibody, AplFinding, AplFollows, AplReading, REPRODUCTION_2020, SYDNEY, agapss,
    apl_follows, has_aps,
};
pub use basics::{BASICS, Basics, BasicsCheck, BasicsFound, BasicsLetter, BasicsState};
pub use chronicle::{Bound, Chronicle, Curve, Lane, Reading, Trace};
pub use contradiction::{Contradiction, contradictions};
pub use cyclophosphamide::{
    CYCLOPHOSPHAMIDE_AMBER, CYCLOPHOSPHAMIDE_RED, CyclophosphamideBand, CyclophosphamideCourse,
    CyclophosphamideLifetime,
};
pub use difficult::{Factor, Reason, RefractoryVisit, SR_SLE, refractory};
pub use discordance::{Agreement, Discordance, DiscordanceRule};
pub use dosing::{daily_milligrams, daily_of};
pub use egfr::{
    ACategory, Egfr, Equation, GStage, KidneyRisk, a_category, ckd_epi_2009, ckd_epi_2021, ckid_u25, egfr_beside,
    egfr_on, g_stage, kidney_risk,
};
pub use epices::{EPICES, EPICES_YOUNG, EpicesAnswer, EpicesScore, epices_answers, epices_constant, epices_threshold};
pub use figure::FigureId;
pub use five_points::{Checklist, FIVE_POINTS, FivePoint, PointItem, PointLine, PointState, Recommended, five_points};
pub use flare::{
    Flare, FlareDomain, FlareFacts, FlareGrade, FlareLine, SELENA_CRITICISM, SELENA_FLARE, SLE_DAS_FLARE, SleDasChange,
    VisitScores, last_two,
};
pub use giop::{
    FRAX_CORRECTION, FRAX_HIP_FACTOR, FRAX_MAJOR_FACTOR, GIOP_2022, GIOP_GAPS, GiopClass, GiopCriterion, GiopFacts,
    GiopJudged,
};
pub use hcq::{
    HCQ_DOSE, HCQ_DOSE_AAO, HCQ_EULAR_ERA, HCQ_KDIGO, HCQ_LEVEL, HCQ_PREGNANCY, HcqBand, HcqDose, HcqKidneyCut,
    HcqPlan, HcqStatus, hcq_ceiling, hcq_on, months_of, periods_under,
};
pub use hcq_sample::{HcqReading, HcqSample, SERUM_HCQ, serum_severe_non_adherence};
pub use histology::{
    HISTORIC_ACTIVITY, HISTORIC_CHRONICITY, HISTORIC_LIMITS, ISN_RPS_2003, ISN_RPS_2018, NIH_2018, NihIndex, NihLesion,
    activity_index, chronicity_index,
};
pub use immunosuppression::{
    ANTI_CD20, HCSP_2014, IMMUNOSUPPRESSANTS, ImmunosuppressedBy, immunosuppressed, immunosuppressed_by,
    is_glucocorticoid_soon_long,
};
pub use lipids::{HeartRisk, LDL_TARGETS, LdlTarget};
pub use need::{Answer, Need};
pub use pga::{PGA_BANDS, PgaBand};
pub use pressure::{PRESSURE_TARGET, pressures, raised_twice};
pub use proteinuria::{
    CARLUCCI_2022, PETRI_2025, Proteinuria, UpcrFrom, WANG_2022, daily_protein, ratio_series, spot_ratio,
};
pub use quality::{CHAVATZA_2021, MOSCA_2011, QualityIndicator, YAZDANY_2009};
pub use renal_course::RenalCourse;
pub use renal_flare::{RenalFlare, RenalFlareFacts, RenalFlareSet, RenalFlareSeverity, ResponseBefore};
pub use responder::{MSRI, Msri, ResponderCriterion, ResponderFacts, SRI_4};
pub use response::{
    ACR_2024, EULAR_2025, EularResponse, GradedSet, KDIGO_2024, KdigoResponse, Milestone, Response, ResponseCriterion,
    Standing, TrialEndpoint, acr_2024, kdigo_2024,
};
pub use retina::{EyeBody, EyeRisk, EyeSchedule, Retina, last_eye_exam};
pub use score2::{
    CvClass, NotForScore2, RiskRegion, SCORE2, SCORE2_CLASSES, Score2, Score2Inputs, Score2Risk, score2_on,
};
pub use sdi::{NotScored, SDI_1996, SDI_MOST, ScoredDamage, Sdi, SdiDomain, sdi_most};
pub use sdi_course::{
    LowGfrHint, PAEDIATRIC_SDI, SDI_LOW_GFR, YearOfDamage, low_gfr_hint, sdi_by_year, sdi_of_twelve_months,
    sdi_review_is_due,
};
pub use series::{
    Change, Point, Series, c3_series, c4_series, egfr_series, hcq_level_series, of_labs, prednisone_series, upcr_series,
};
pub use serology::{SACQ, Serology, anti_dsdna_on, c3_on, c4_on, interferon_on, sacq_on};
pub use sledai::{
    Attribution, Band, BandSet, SLEDAI_2K, Sledai, SledaiScore, SledaiSystem, Tick, sledai_system, sledai_weight,
};
pub use sledai_numbers::{Amount, Beyond, Finding, FromNumbers, Measure, sledai_from_numbers};
pub use sledas::{SLE_DAS, SleDasFacts, SleDasItem, SleDasRange, SleDasTerm, UrineProtein, sle_das, sle_das_terms};
pub use sledas_visit::{SLE_DAS_LOW, SLE_DAS_RANGES, SleDas};
pub use slope::{
    EGFR_SLOPE, KDIGO_CHANGE, KDIGO_RAPID, Slope, SlopeValues, egfr_slope, exceeds_variability, least_squares,
    lost_a_stage, slope_error, student_t_95, theil_sen,
};
pub use source::{Checked, Source};
pub use state::{DORIS_2021, Doris, LLDAS_2016, StateCriterion, StateFacts, StateLine, lldas, lldas_major};
pub use steroid::{
    CumulativeSteroid, DailySteroid, Equivalence, Glucocorticoid, cumulative_over_a_year, cumulative_steroid,
    daily_steroid, daily_steroid_by,
};
pub use steroid_course::{
    LifetimeSteroid, STEROID_SUM, STEROID_TARGET, SteroidRun, cumulative_since_the_first, is_at_steroid_target,
    is_five_grams, taken_in_a_year,
};
pub use strategy::{
    Ground, LOW_DOSE, Permission, RenalTarget, STRATEGY, Stance, Strategy, StrategyFacts, TargetsHeld, Way, Withdrawn,
};
pub use taper::{
    Allowed, Held, MILESTONES, PlanStep, SteroidCurve, Stretch, TaperPlan, held_against, received_and_planned,
    twelve_months_from, week_of,
};
pub use type2::{
    Distress, FIBROMYALGIA_2011, FIBROMYALGIA_2016, LupusType, PSD, ROGERS_2021, TypeFacts, distress,
    fibromyalgia_2011, fibromyalgia_2016, group_by_physician,
};
pub use vaccines::{
    CALENDAR_2025, VACCINES_2019, Vaccine, VaccineStatus, is_of_an_earlier_season, live_vaccine_clash,
    live_vaccines_blocked, vaccine_status, vaccines,
};
pub use verdict::Verdict;
pub use visits::{newest_visit, visits_by, window_days};
