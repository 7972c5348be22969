//! Guidelines as data with their provenance: judged three-valued, compared, their common ground. Never hides what is unknown.

mod codes;
mod condition;
mod content;
mod fact_id;
mod measure;
mod number;

pub use codes::{Advice, Agent, Checked, CountedFrom, Goal, Scheme, Topic, Verdict};
pub use condition::{Bound, Condition};
pub use content::{Duration, Guideline, Milestone, Pulse, Silence, Source, Span, Start, Statement, Target, Words};
pub use fact_id::{FactId, Kind};
pub use measure::{Amount, Limit, Measure};
pub use number::Number;
