//! Facts with meaning: quantities with units, the case, the decision. Constructors refuse nonsense;
//! nothing here computes a score or knows a file, a database or a terminal.

mod activity;
mod case;
mod check;
pub(crate) mod codes;
mod damage;
mod date;
mod decision;
mod field;
mod kidney;
mod lab;
mod patient;
mod person;
mod prevention;
mod quantity;
mod refusal;
mod scalar;
mod score;
mod treatment;

pub use activity::{ActivityVisit, Extrarenal, Organ, Pga, Ptga, Scale10, Severity, SledaiItem, Type2, Window};
pub use case::{Case, CaseId, FormatVersion, Mode, Origin, Question, Requester};
pub use check::{Objection, Objections, PathStep};
pub use damage::{Damage, SdiEntry, SdiItem};
pub use date::{Day, Month};
pub use decision::{Concordance, Decision, Departure, DepartureReason, Line, LineKind, Outcome, Reading};
pub use field::{Field, UNKNOWN_OR};
pub use kidney::{
    ActivityIndex, Biopsy, ChronicityIndex, Class, Course, Edition, Extent, Kidney, Lesions, Replacement, YesNo,
};
pub use lab::{Lab, LaboratoryLimits, Pressure, PressureReading};
pub use patient::{Alias, Contraception, Lupus, Patient, Pregnancy, PregnancyStatus, PregnancyTest, Sex, Wish, Years};
pub use person::{
    Adherence, Announcement, AplProfile, Background, Comorbidity, Epices, Metaboliser, Person, Screening, Step, Tobacco,
};
pub use prevention::{FractureRisk, LastDose, Prevention, Vaccines};
pub use quantity::*;
pub use refusal::Refusal;
pub use scalar::AS_WRITTEN;
pub use score::{AntiDrug, BilagChange, Factors, FlareDrug, FlareSign, FlareVisit, Rash, SleDasVisit, SwollenJoints};
pub use treatment::{Dose, DoseUnit, Drug, Per, Route, StopReason, Treatment};
