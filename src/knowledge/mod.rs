//! Guidelines as data with their provenance: judged three-valued, compared, their common ground. Never hides what is unknown.

mod codes;
mod condition;
mod content;
mod datum;
mod fact_id;
mod facts;
mod measure;
mod number;
mod truth;

pub use codes::{Advice, Agent, Checked, CountedFrom, Goal, Scheme, Topic, Verdict};
pub use condition::{Bound, Condition};
pub use content::{Duration, Guideline, Milestone, Pulse, Silence, Source, Span, Start, Statement, Target, Words};
pub use datum::Datum;
pub use fact_id::{FactId, Kind};
pub use facts::{Evidence, Facts, Finding, POOR_PROGNOSIS, Value, facts};
pub use measure::{Amount, Limit, Measure};
pub use number::Number;
pub use truth::Truth;
