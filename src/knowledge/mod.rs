//! Guidelines as data with their provenance: judged three-valued, compared, their common ground. Never hides what is unknown.

mod agreement;
mod amounts;
mod changed;
mod codes;
mod common;
mod compare;
mod condition;
mod content;
mod datum;
mod fact_id;
mod facts;
mod formulary;
mod judge;
mod judged;
mod library;
mod measure;
mod number;
mod offers;
mod table;
mod truth;

pub use changed::{Changed, changed};
pub use codes::{Advice, Agent, CautionKind, Checked, CountedFrom, Goal, Scheme, Topic, Verdict};
pub use compare::{Missing, Why, WhyStatement, accepted_regimens, missing, side_by_side, why};
pub use condition::{Bound, Condition};
pub use content::{
    Caution, Duration, Further, Guideline, Milestone, Pulse, Review, Silence, Source, Span, Start, Statement, Taper,
    TaperStep, Target, Words,
};
pub use datum::Datum;
pub use fact_id::{FactId, Kind};
pub use facts::{Evidence, Facts, Finding, POOR_PROGNOSIS, Supposed, Suppositions, Value, facts, facts_supposing};
pub use formulary::{Country, Entry, Formulary, Indication, Label, LabelMark, LabelStatus, Regimen};
pub use library::Library;
pub use measure::{Amount, Limit, Measure};
pub use number::Number;
pub use table::{
    Accord, Agreement, Ceiling, Cell, Column, Common, CommonRegimen, DoseRange, Elapsed, Expectation, Ground, MgRange,
    Offer, Operator, Progress, Reason, Row, Said, Table,
};
pub use truth::Truth;
