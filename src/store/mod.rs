//! The queue of case files in, the ledger of decisions in SQLite, and the shared archive of several centres. Holds no clinical or meeting rule.
//!
//! The ledger is a journal of acts that only grows, each row bound to the one before it by its hash; the tables people
//! query are made from it in the same transaction and can be made again. Time comes in as an argument.
#![expect(clippy::missing_errors_doc, reason = "every refusal is a StoreError, whose variants say when and what to do")]

mod access;
mod acts;
#[cfg(feature = "encryption")]
mod anew;
mod backup;
mod browse;
mod chosen;
mod copy;
mod deed;
mod draft;
mod error;
mod find;
mod find_condition;
mod find_words;
mod head;
mod journal;
mod key;
mod ledger;
mod open;
mod precedent;
mod proceedings;
mod projection;
mod projection_plan;
mod projection_profile;
mod projection_room;
mod queue;
mod record;
mod replay;
mod restore;
mod saved;
mod schema;
mod search;
mod sessions;
mod shown;
mod stats;
mod sweep;
mod sync;
mod touched;
mod verify;

/// The version of SQLite that is built in.
pub fn sqlite_version() -> &'static str {
    rusqlite::version()
}

pub use access::{Access, Looked};
pub use chosen::{Attendant, Cell, Choice, Chosen, Held, Watch};
pub use copy::{BUSY_TIMEOUT, write_whole};
pub use draft::{Draft, Revision};
pub use error::StoreError;
pub use find::Page;
pub use head::{Hash, Marked};
pub use key::Key;
pub use ledger::{Ledger, make_private_folder};
pub use proceedings::Proceedings;
pub use queue::{Found, find, is_case_file, load, load_as};

pub use record::{
    Act, AfterAct, Agenda, Amendment, CellSaid, ChangedCell, DecisionAct, DecisionId, Deed, Did, Entry,
    GuidelineEdition, Hypothesis, Hypothesized, Locked, Logged, MeetingAct, Moment, Postponed, Postponement, Recorded,
    SessionAct, Status, SupposedFact, sha256,
};
pub use restore::{Present, Restoration, Restored, restoration, restoration_watched, restore, restore_watched};
pub use schema::STEPS;
pub use shown::Marks;
pub use stats::{CasesBehind, Stopper};
pub use sweep::Sweep;
pub use sync::{Centre, CentreHead, Intake, Refusal, Sent, SharedArchive, SharedVerified, Taken, postgres_views};
pub use touched::{Few, NamedDecision, Touched};
pub use verify::{Difference, Fault, LinkFault, SchemaFault, Verified};
