//! Facts with meaning: quantities with units, the case, the decision. Constructors refuse nonsense;
//! nothing here computes a score or knows a file, a database or a terminal.

mod activity;
mod apl;
mod basics;
mod branch;
mod case;
mod charter;
mod check;
pub(crate) mod codes;
mod damage;
mod date;
mod decision;
mod due;
mod event;
mod field;
mod follow;
mod identity;
mod kidney;
mod lab;
mod lesion;
mod order;
mod paper;
mod patient;
mod person;
mod planned;
mod prevention;
mod quantity;
mod refusal;
mod scalar;
mod score;
mod session;
mod support;
mod treatment;

pub use activity::{
    ActivityVisit, Extrarenal, FacitFatigue, Organ, PainRegions, PainSites, Pga, Ptga, Scale10, Severity, SledaiItem,
    SymptomSeverity, Type2, Window,
};
pub use apl::{AplResult, AplTest, Detected};
pub use basics::{BasicsEntry, BasicsItem, BasicsMark};
pub use branch::{Aim, Branch, Measure, Target, Then, Threshold, Trigger};
pub use case::{Case, CaseId, FormatVersion, Mode, Origin, Question, Requester};
pub use charter::{Charter, Minutes, QuorumRule, TimeRule};
pub use check::{Objection, Objections, PathStep};
pub use damage::{Damage, SdiEntry, SdiItem};
pub use date::{Day, Month};
pub use decision::{
    Concordance, Decision, Departure, DepartureReason, Dissent, DrugUse, Intention, Line, LineKind, Outcome, Reading,
    Stand, UseType,
};
pub use due::{Due, Interval, TimeUnit, When};
pub use event::{Event, EventKind};
pub use field::{Field, UNKNOWN_OR};
pub use follow::{ActionItem, ActionKind};
pub use identity::{BirthPlace, Identities, IdentityFlaw, IdentityStatus, Ins, LocalNumber, Name, PatientIdentity};
pub use kidney::{
    ActivityIndex, Biopsy, ChronicityIndex, Class, Course, Edition, Extent, Kidney, Lesions, Replacement, TuftShare,
    YesNo,
};
pub use lab::{DsDnaAssay, HcqMatrix, Interferon, InterferonResult, Lab, LaboratoryLimits, Pressure, PressureReading};
pub use lesion::{LesionGrade, NihGrades};
pub use order::{Comparison, Order, OrderStep, OrderUnit, OrderedDose, Rhythm, Written};
pub use paper::{Paper, PaperForm};
pub use patient::{Alias, Contraception, Lupus, Patient, Pregnancy, PregnancyStatus, PregnancyTest, Sex, Wish, Years};
pub use person::{
    Adherence, Announcement, AplProfile, Background, Comorbidity, Epices, Metaboliser, Person, Screening, Step, Tobacco,
};
pub use planned::PlannedDose;
pub use prevention::{BoneScore, FractureRisk, LastDose, PneumococcusVaccine, Prevention, Vaccines};
pub use quantity::*;
pub use refusal::Refusal;
pub use scalar::AS_WRITTEN;
pub use score::{AntiDrug, BilagChange, Factors, FlareDrug, FlareSign, FlareVisit, Rash, SleDasVisit, SwollenJoints};
pub use session::{
    ActionEnd, Agreement, Confidence, CourseOutcome, DocumentStatus, Fulfilment, Gathering, Interest, NotDone,
    Participant, PatientAnswer, Position, Presence, QuorumStatus, Reach, Role, Specialty,
};
pub use support::{Alexithymia, Document, SharedDecision, Support, WrittenPlan};
pub use treatment::{Dose, DoseUnit, Drug, Per, Route, StopReason, Treatment};
