//! The whole behaviour without a terminal: state, action, effect, update. Never imports the store, the reports or
//! the screen library.

mod action;
mod bindings;
mod entry;
mod form;
mod identity;
mod opened;
mod queue;
mod scoring;
mod screen;
mod taper;
mod timeline;
mod update;
mod whatif;

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, NaiveTime, Utc};

pub use action::{Action, Command, Effect};
pub use bindings::{Binding, Place, bindings, command, keys_of, name_of};
pub use entry::{Brief, Entry, class_name};
pub use form::{Field, Form, text_of};
pub use identity::{IdentityFile, Withheld};
pub use opened::{Opened, Shown};
pub use queue::{Queue, SortBy};
pub use scoring::{
    Ask, Fate, FileLine, Manner, Outcome, Page as ScorePage, Preview, Said, ScoresScreen, Sheet, changed_lines,
};
pub use screen::{
    ArchiveScreen, CaseScreen, DiagnosticsScreen, EditionsScreen, HelpScreen, HypothesisScreen, IdentityScreen, Line,
    OriginScreen, Panel, PassageScreen, Purpose, ReadBack, ResourcesScreen, Screen, WhyScreen,
};
pub use taper::TaperScreen;
pub use timeline::{Axis, Happening, Mark, TimelineScreen};
pub use update::update;
pub use whatif::{Group, Question, WhatIfScreen};

use crate::domain::{CaseId, Day, Participant, Refusal};
use crate::knowledge::Library;
use crate::meeting::session::{Session, Stage};
use crate::text::Lang;

/// Everything the screen is drawn from.
#[derive(Debug, Clone)]
pub struct State {
    /// The day of the meeting room's calendar.
    pub today: Day,
    /// The moment, as of the last thing that happened.
    pub now: DateTime<Utc>,
    /// The language of the screen.
    pub lang: Lang,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// Whether what could identify somebody is hidden.
    pub masked: bool,
    /// Whether nothing may be written.
    pub read_only: bool,
    /// Why the ledger takes nothing down, where it should and does not: said on every screen as long as it is so.
    pub unrecorded: Option<String>,
    /// Forms that were left while the ledger refused their draft: kept here until it takes them.
    pub unsaved: Vec<Form>,
    /// Whether leaving was asked for once, and held back because text is not saved.
    pub leaving: bool,
    /// The guidelines; their content is parsed when it is first asked for.
    pub library: Arc<Library>,
    /// The agenda.
    pub queue: Queue,
    /// The meeting at hand, as the journal tells it.
    pub session: Session,
    /// Everybody who ever took part, who came last first.
    pub known: Vec<Participant>,
    /// Who the patients are, as far as this session may know; nothing of it is in any other part of the state.
    pub identities: IdentityFile,
    /// What is on the screen.
    pub screen: Screen,
    /// The screens under it, the nearest last.
    pub under: Vec<Screen>,
    /// A line being typed over the screen.
    pub line: Option<Line>,
    /// A reason for putting a case off that was typed and is not recorded: Esc and a refusal of the ledger lose no text.
    pub aside: Option<(CaseId, String)>,
    /// A remark on a hypothesis that was typed and is not recorded.
    pub remark: Option<(CaseId, String)>,
    /// Planners that were left, with their plans: kept as long as the program runs.
    pub plans: HashMap<CaseId, TaperScreen>,
    /// Scores that were entered and are neither written nor given up.
    pub entered: HashMap<CaseId, Sheet>,
    /// The last thing there was to say.
    pub notice: Option<Notice>,
}

/// Something to say in the last line but one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// A decision was locked.
    Locked,
    /// The case was postponed.
    Postponed,
    /// Something could not be done: the sentence says what to do.
    Failed(String),
    /// Another terminal wrote this draft; its text is what is shown, ours was kept aside as a comment of it.
    DraftTaken,
    /// A draft from before is back.
    DraftFound,
    /// Nothing may be written in this session.
    ReadOnly,
    /// The ledger takes acts down again.
    LedgerOpened,
    /// What is typed is not on disk: it is kept as long as the program runs, and leaving again loses it.
    Unsaved,
    /// The file has errors; the key that shows them.
    FileHasErrors,
    /// A filter or sort is on: the agenda cannot be reordered.
    CannotReorder,
    /// Guideline files that are not loaded, for what is wrong with them.
    GuidelinesRefused(String),
    /// The file changed on disk and was read again.
    Reread,
    /// The decision is not complete; the form shows what lacks.
    Incomplete,
    /// A newer version of this decision exists.
    NotCurrent,
    /// The case of this decision cannot be read by this version of the program.
    CannotReadLocked,
    /// What was typed cannot be said of the fact.
    Refused(Refusal),
    /// Nothing is supposed, so there is nothing to record.
    NothingSupposed,
    /// The hypothesis is recorded, as one.
    Supposed,
    /// A guideline prints no schedule: only its start was taken.
    StartOnly,
    /// A guideline prints no dose for this patient: nothing was taken.
    NothingToLoad,
    /// The last step of a plan has no end.
    LastStep,
    /// A planned taper is not in its case file; leaving again loses it.
    PlanUnwritten,
    /// No score is entered, so there is nothing to write.
    NothingEntered,
    /// The other visit cannot be taken: something is entered, or there is none.
    VisitStays,
    /// Leaving was asked for while scores are entered and not written.
    NotWritten,
    /// Scores that were entered are kept for the next time.
    EntryKept,
    /// The case file was written.
    CaseWritten,
    /// The case file changed under the change that was to be written.
    CaseChanged,
    /// Why the identity card stays closed.
    IdentityWithheld(Withheld),
}

impl State {
    /// An empty room.
    pub fn new(today: Day, lang: Lang, size: (u16, u16), library: Arc<Library>) -> Self {
        Self {
            today,
            now: today.0.and_time(NaiveTime::MIN).and_utc(),
            lang,
            size,
            masked: false,
            read_only: false,
            unrecorded: None,
            unsaved: Vec::new(),
            leaving: false,
            library,
            queue: Queue::default(),
            session: Session::new(today),
            known: Vec::new(),
            identities: IdentityFile::default(),
            screen: Screen::Queue,
            under: Vec::new(),
            line: None,
            aside: None,
            remark: None,
            plans: HashMap::new(),
            entered: HashMap::new(),
            notice: None,
        }
    }

    /// The day of the meeting at hand: the one that is open, else the next one of the agenda, else the last one, else today.
    pub fn meeting(&self) -> Day {
        if self.session.is_open() { self.session.meeting } else { self.queue.next_meeting(self.today) }
    }

    /// Whether something on the screen counts seconds.
    pub fn ticks(&self) -> bool {
        self.session.running().is_some() || self.session.stage == Stage::Break
    }

    /// Where a key press falls now.
    pub fn place(&self) -> Place {
        if self.line.is_some() {
            return Place::Line;
        }
        match &self.screen {
            Screen::Queue => Place::Queue,
            Screen::Case(_) => Place::Case,
            Screen::Why(_) => Place::Why,
            Screen::Origin(_) => Place::Origin,
            Screen::Editions(_) => Place::Editions,
            Screen::Diagnostics(_) => Place::Diagnostics,
            Screen::Form(_) => Place::Form,
            Screen::ReadBack(_) => Place::ReadBack,
            Screen::Archive(_) => Place::Archive,
            Screen::Passage(_) => Place::Passage,
            Screen::Timeline(_) => Place::Timeline,
            Screen::WhatIf(_) => Place::WhatIf,
            Screen::Taper(_) => Place::Taper,
            Screen::Hypothesis(_) => Place::Hypothesis,
            Screen::Resources(_) => Place::Resources,
            Screen::Identity(_) => Place::Identity,
            Screen::Scores(screen) if screen.preview.is_some() => Place::ScoresPreview,
            Screen::Scores(_) => Place::Scores,
            Screen::Help(_) => Place::Help,
        }
    }

    /// The action of a key press: its command where it has one, else text.
    pub fn press(&self, input: ratatui_textarea::Input) -> Action {
        command(self.place(), &input).map_or(Action::Type(input), Action::Do)
    }
}
