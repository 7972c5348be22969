//! regards: what EULAR, ACR and KDIGO say for this patient, side by side, and what the meeting decided.
//!
//! The rooms, in reading order; a room uses only rooms above it (`tests/it/house.rs` holds this true):
//!
//! | room | it is for |
//! |---|---|
//! | [`domain`] | facts with meaning; constructors that refuse nonsense |
//! | [`read`] | the one door for YAML: text to values, or errors with their place |
//! | [`text`] | every word people see, one file per language |
//! | [`clinic`] | pure medicine: scores, equations, doses, each with its source |
//! | [`knowledge`] | guidelines as data; judging, comparing, common ground |
//! | [`wording`] | findings and figures in the words of a language, each figure with where it comes from |
//! | [`meeting`] | a meeting's life, a decision's draft, its lines, its concordance, what comes after |
//! | [`archive`] | what past decisions answer: the filter language, the distance between cases, the statistics |
//! | [`store`] | the queue of case files in, the ledger in SQLite, the shared archive of several centres |
//! | [`report`] | a case and documents: text, Markdown, HTML, PDF, Word, JSON |
//! | [`app`] | the whole behaviour without a terminal: state, action, effect |
//! | [`view`] | drawing the state |
//! | [`cli`] | arguments, terminal, clock, effects, exit codes |

pub mod app;
pub mod archive;
pub mod cli;
pub mod clinic;
pub mod domain;
pub mod knowledge;
pub mod meeting;
pub mod read;
pub mod report;
pub mod store;
pub mod text;
pub mod view;
pub mod wording;
