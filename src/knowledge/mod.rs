//! Guidelines as data with their provenance: judged three-valued, compared, their common ground. Never hides what is unknown.

mod agreement;
mod amounts;
mod audit;
mod changed;
mod chase;
mod codes;
mod common;
mod compare;
mod condition;
mod content;
mod coverage;
mod datum;
mod difference;
mod drug_class;
mod fact_id;
mod facts;
mod formulary;
mod ground;
mod judge;
mod judged;
mod library;
mod measure;
mod missing;
mod number;
mod offers;
mod personal;
mod ranges;
mod resources;
mod safety;
mod safety_change;
mod safety_label;
mod schedule;
mod table;
mod taper_guide;
mod taper_reading;
mod truth;

pub use audit::Auditor;
pub use changed::{Changed, changed, says_otherwise};
pub use chase::{Completeness, Informant, awaited, completeness, waiting};
pub use codes::{Advice, Agent, CautionKind, Checked, CountedFrom, Goal, Level, Scheme, Topic, Verdict};
pub use compare::{Why, WhyStatement, accepted_regimens, side_by_side, why};
pub use condition::{Bound, Condition};
pub use content::{
    Caution, Duration, Further, Guideline, Milestone, Pulse, Review, Silence, Source, Span, Start, Statement, Taper,
    TaperStep, Target, Words,
};
pub use coverage::{Coverage, Quiet};
pub use datum::Datum;
pub use difference::{Difference, differences};
pub use drug_class::{DrugClass, DrugRef};
pub use fact_id::{FactId, Kind};
pub use facts::{
    Board, Evidence, Facts, Finding, Given, Proposed, Supposed, Suppositions, Value, facts, facts_supposing, facts_with,
};
pub use formulary::{Country, Entry, Formulary, Indication, Label, LabelMark, LabelStatus, Regimen};
pub use ground::{
    Common, CommonRegimen, DurationOf, End, EndBy, Gap, SharedDuration, SharedPulse, SharedResponse, SharedTarget,
    TargetOf,
};
pub use library::{Library, Open, Shelf};
pub use measure::{Amount, Limit, Measure};
pub use missing::{Missing, missing};
pub use number::Number;
pub use personal::{five_points, strategy, strategy_facts};
pub use ranges::totals as pulse_totals;
pub use resources::{RESOURCES, Resource, Trust};
pub use safety::{Alert, Alerts, Ground as AlertGround, Reference, SafetyRule, SafetyRules, safety};
pub use safety_change::SafetyChange;
pub use table::{
    Accord, Agreement, Ceiling, Cell, Column, DoseRange, Elapsed, Expectation, Ground, MgRange, Offer, Operator,
    Progress, Reason, Row, Said, Schedule, ScheduleStep, Table,
};
pub use taper_guide::{TaperGuide, TargetWindow, taper_guides};
pub use taper_reading::{CountedWeeks, GuideReading, TaperReading, TargetReading, counted_weeks};
pub use truth::Truth;
