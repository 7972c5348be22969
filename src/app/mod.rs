//! The whole behaviour without a terminal: state, action, effect, update. Never imports the store, the reports or
//! the screen library.

mod action;
mod after;
mod ahead;
mod bindings;
mod chase;
pub mod drugs;
mod entry;
mod form;
mod identity;
mod intake;
pub mod key_names;
mod keys;
mod labs;
mod link;
mod locking;
mod meeting;
mod names;
mod opened;
mod palette;
mod papers;
mod past;
mod queue;
mod scoring;
mod screen;
mod spots;
mod stats;
mod taper;
mod themes;
mod timeline;
mod update;
mod whatif;

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveTime, Offset, Timelike, Utc};
use ratatui_textarea::{Input, Key};

pub use action::{Action, Command, Effect, IntakeEffect, IntakeNews};
pub use after::{AfterField, AfterLack, AfterName, AfterScreen, AfterSheet, AfterValue};
pub use bindings::{Binding, Place, bindings, command, keys_of, name_of};
pub use chase::{ChaseRow, ChaseScreen};
pub use entry::{Brief, Entry, Judged, class_name};
pub use form::{Field, Form, TableScreen, Talk, text_of};
pub use identity::{IdentityFile, Withheld};
pub use intake::{
    Answer, Fault, NewDraft, NewField, NewPreview, NewScreen, Section, Slot, UNKNOWN, drug_of, file_name, label,
    next_number,
};
pub use keys::{Keys, Pressed};
pub use labs::LabsScreen;
pub use link::{Following, Link, Waiting};
pub use locking::locked;
pub use meeting::{
    ClosingForm, InterestForm, Listed, MeetingScreen, OpeningField, OpeningForm, PersonField, PersonForm, Step, Told,
};
pub use opened::{Opened, Shown};
pub use palette::{Choice, Chosen, Palette};
pub use papers::{PapersOf, PapersScreen};
pub use past::{CompareScreen, PrecedentsScreen, ReplayScreen, RerunScreen};
pub use queue::{Queue, Rearranged, SortBy};
pub use scoring::{
    Ask, Fate, FileLine, Manner, Outcome, Page as ScorePage, Preview, Said, ScoresScreen, Sheet, changed_lines,
};
pub use screen::{
    ArchiveScreen, CaseScreen, DiagnosticsScreen, DueScreen, EditionsScreen, HelpScreen, HypothesisScreen,
    IdentityScreen, Line, OriginScreen, Panel, PassageScreen, Purpose, ReadBack, ResourcesScreen, Screen, SettleScreen,
    Then, WhyScreen,
};
pub use spots::{Drawn, Spot, Spots, Target};
pub use stats::{BehindScreen, Span, StatsScreen};
pub use taper::TaperScreen;
pub use themes::{ThemeRow, Themes};
pub use timeline::{Axis, Happening, Mark, TimelineScreen};
pub use update::{Press, amending, completion, due_shown, table_of, update};
pub use whatif::{Group, Question, WhatIfScreen};

use crate::archive::filter::SavedQuery;
use crate::domain::{CaseId, Charter, Day, Participant, Refusal};
use crate::knowledge::Library;
use crate::meeting::DraftPart;
use crate::meeting::session::{Session, Stage};
use crate::meeting::{OpenDecision, OpenDraft, Recorded, Task, TaskCounts};
use crate::text::Lang;

/// Everything the screen is drawn from.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is true of the session whatever the others are")]
pub struct State {
    /// The day of the meeting room's calendar.
    pub today: Day,
    /// The moment, as of the last thing that happened.
    pub now: DateTime<Utc>,
    /// How far the room's clock is from universal time.
    pub offset: FixedOffset,
    /// The language of the screen.
    pub lang: Lang,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// Whether what could identify somebody is hidden.
    pub masked: bool,
    /// Whether identities are hidden only because nobody touched the terminal: a key shows them again.
    pub is_idle: bool,
    /// Whether the figures that count and the read-back are in large type.
    pub large: bool,
    /// Whether nothing may be written.
    pub read_only: bool,
    /// How this terminal stands to the room's screen.
    pub link: Link,
    /// A name of this terminal, for as long as it runs.
    pub terminal: String,
    /// Why the ledger takes nothing down, where it should and does not: said on every screen as long as it is so.
    pub unrecorded: Option<String>,
    /// Forms that were left while the ledger refused their draft: kept here until it takes them.
    pub unsaved: Vec<Form>,
    /// Whether leaving was asked for once, and held back because text is not saved.
    pub leaving: bool,
    /// The keys in force.
    pub keys: Keys,
    /// Whether this is the demonstration: said on every screen.
    pub is_demo: bool,
    /// Where case files were looked for, as it is shown.
    pub searched: Vec<String>,
    /// The guidelines; their content is parsed when it is first asked for.
    pub library: Arc<Library>,
    /// The agenda.
    pub queue: Queue,
    /// The meeting at hand, as the journal tells it.
    pub session: Session,
    /// Everybody who ever took part, who came last first.
    pub known: Vec<Participant>,
    /// The meeting before it, once it was asked for.
    pub last: Option<Session>,
    /// The charter that was named for this meeting, where one was.
    pub own_charter: Option<Charter>,
    /// Who the patients are, as far as this session may know; nothing of it is in any other part of the state.
    pub identities: IdentityFile,
    /// What is on the screen.
    pub screen: Screen,
    /// The screens under it, the nearest last.
    pub under: Vec<Screen>,
    /// The palette, while it is open over all of this.
    pub palette: Option<Box<Palette>>,
    /// The list of themes, while it is open over all of this.
    pub themes: Option<Box<Themes>>,
    /// Number of the newest question of a palette to the ledger.
    pub sought: u64,
    /// What of the last frame answers the mouse.
    pub spots: Spots,
    /// The last press of the mouse.
    pub pressed: Option<Press>,
    /// A line being typed over the screen.
    pub line: Option<Line>,
    /// A reason for putting a case off that was typed and is not recorded: Esc and a refusal of the ledger lose no text.
    pub aside: Option<(CaseId, String)>,
    /// A reason or a rule of the agenda that was typed and is not recorded.
    pub why: Option<(Purpose, String)>,
    /// Other lines that were left before Enter, for when they are asked for again.
    pub left_lines: Vec<(Purpose, String)>,
    /// What was being typed on the page of the meeting when it was left.
    pub left_steps: Vec<Step>,
    /// A remark on a hypothesis that was typed and is not recorded.
    pub remark: Option<(CaseId, String)>,
    /// Planners that were left, with their plans: kept as long as the program runs.
    pub plans: HashMap<CaseId, TaperScreen>,
    /// Scores that were entered and are neither written nor given up.
    pub entered: HashMap<CaseId, Sheet>,
    /// Tables of laboratories that were pasted and not written.
    pub tables: HashMap<CaseId, LabsScreen>,
    /// The form of a new case that was left.
    pub new_kept: Option<Box<NewScreen>>,
    /// The folder that new cases are written to.
    pub folder: PathBuf,
    /// The file that the next new case was asked for by name.
    pub new_file: Option<PathBuf>,
    /// Who works at this terminal, as the ledger names them.
    pub actor: String,
    /// Who signed last.
    pub signer: Option<String>,
    /// A form of what came after a decision that was left before it was recorded.
    pub after_kept: Option<Box<AfterScreen>>,
    /// What the journal says is open.
    pub open_records: (Vec<OpenDecision>, Vec<OpenDraft>),
    /// What is due, what is due longest first.
    pub due: Vec<Task>,
    /// What is due beyond that: more than a list is made of.
    pub due_beyond: TaskCounts,
    /// Queries saved by name.
    pub saved: Vec<SavedQuery>,
    /// The last decision on a case at another meeting, by case; none where it has none.
    pub earlier: HashMap<CaseId, Option<Box<Recorded>>>,
    /// Where documents are written, as it is shown.
    pub papers: String,
    /// Number of the newest request for statistics.
    pub counted: u64,
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
    /// Another terminal wrote this draft: who, and the parts of it that are another now.
    DraftTaken(String, Vec<DraftPart>),
    /// Another terminal locked the decision that is being typed: who.
    LockedMeanwhile(String),
    /// Another terminal leads the room's screen now: who.
    LeadTaken(String),
    /// The room's screen shows what this terminal shows.
    Leading,
    /// The room's screen shows it no longer.
    LeadEnded,
    /// Cases and read-backs are in large type from now on, or no longer.
    Large(bool),
    /// A draft from before is back.
    DraftFound,
    /// A decision is marked to be compared with another.
    Marked,
    /// Only decisions are compared.
    OnlyDecisionsCompare,
    /// Nothing is recorded of a meeting on this day.
    NoMeetingThen(Day),
    /// What is under the cursor belongs to no meeting.
    OfNoMeeting,
    /// The step of a meeting has no more to show.
    NothingBehind,
    /// No change was made here that could be taken back.
    NothingToUndo,
    /// No change was taken back here.
    NothingToRedo,
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
    /// The case was decided at this meeting already: that decision is shown.
    AlreadyDecided,
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
    /// The table has nothing that the case file does not hold.
    NoNewValue,
    /// A table that was pasted is kept for the next time.
    TableKept,
    /// The case that is typed cannot be written yet.
    CaseLacks,
    /// The field cannot be asked and not known.
    CannotBeUnknown,
    /// A new case that was left is kept.
    NewCaseKept,
    /// A new case that was typed before is back.
    NewCaseBack,
    /// What is typed of a new case is in memory only: why.
    NewCaseNotKept(String),
    /// A new case is written: where.
    CaseCreated(String),
    /// The file of the case on the screen is gone.
    FileGone,
    /// What there is to say of the meeting.
    Meeting(Told),
    /// A document is written: where.
    PaperWritten(String),
    /// An act after a decision is recorded.
    Recorded,
    /// The decision is locked; the version before was signed, and this one is to be signed anew.
    ToSignAgain,
    /// This version is signed already.
    AlreadySigned,
    /// This record is closed already.
    AlreadyClosed,
    /// What a form after a decision lacks.
    AfterLacks(AfterLack),
    /// The case is not among the files that are open.
    NotOnAgenda,
    /// The case has no decision before.
    NoPrevious,
    /// The decision has neither actions nor branches.
    NothingToSettle,
    /// The search is saved under this name.
    QuerySaved(String),
    /// A search cannot be saved under this name.
    BadQueryName(String),
    /// Nothing is searched that could be saved.
    NothingToSave,
    /// A search that is not understood whole is not saved.
    FaultySearch,
    /// No search is saved.
    NoneSaved,
    /// The terminal may show signs wrongly.
    Doubtful(String),
    /// Why the identity card stays closed.
    IdentityWithheld(Withheld),
}

impl State {
    /// An empty room.
    pub fn new(today: Day, lang: Lang, size: (u16, u16), library: Arc<Library>) -> Self {
        Self {
            today,
            now: today.0.and_time(NaiveTime::MIN).and_utc(),
            offset: Utc.fix(),
            lang,
            size,
            masked: false,
            is_idle: false,
            large: false,
            read_only: false,
            link: Link::default(),
            terminal: String::new(),
            unrecorded: None,
            unsaved: Vec::new(),
            leaving: false,
            keys: Keys::default(),
            is_demo: false,
            searched: Vec::new(),
            library,
            queue: Queue::default(),
            session: Session::new(today),
            known: Vec::new(),
            last: None,
            own_charter: None,
            identities: IdentityFile::default(),
            screen: Screen::Queue,
            under: Vec::new(),
            palette: None,
            themes: None,
            sought: 0,
            spots: Spots::default(),
            pressed: None,
            line: None,
            aside: None,
            why: None,
            left_lines: Vec::new(),
            left_steps: Vec::new(),
            remark: None,
            plans: HashMap::new(),
            entered: HashMap::new(),
            tables: HashMap::new(),
            new_kept: None,
            folder: PathBuf::new(),
            new_file: None,
            actor: String::new(),
            signer: None,
            after_kept: None,
            open_records: (Vec::new(), Vec::new()),
            due: Vec::new(),
            due_beyond: TaskCounts::default(),
            saved: Vec::new(),
            earlier: HashMap::new(),
            papers: String::new(),
            counted: 0,
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

    /// Seconds until what the screen counts is another: a clock counts them, an open meeting its minutes.
    pub fn next_tick(&self) -> Option<u32> {
        let open = self.session.is_open().then(|| 60 - self.now.second().min(59));
        if self.ticks() { Some(1) } else { open }
    }

    /// Where a key press falls now.
    pub fn place(&self) -> Place {
        if self.is_projector() {
            return Place::Projector;
        }
        if self.palette.is_some() {
            return Place::Palette;
        }
        if self.themes.is_some() {
            return Place::Themes;
        }
        match &self.line {
            Some(Line { purpose: Purpose::Keys, .. }) => return Place::HelpSearch,
            Some(Line { purpose: Purpose::Search, .. }) => return Place::Search,
            Some(_) => return Place::Line,
            None => {}
        }
        match &self.screen {
            Screen::Queue => Place::Queue,
            Screen::Case(_) => Place::Case,
            Screen::Why(_) => Place::Why,
            Screen::Origin(_) => Place::Origin,
            Screen::Editions(_) => Place::Editions,
            Screen::Diagnostics(_) => Place::Diagnostics,
            Screen::Form(form) if form.table.is_some() => Place::Positions,
            Screen::Form(_) => Place::Form,
            Screen::After(_) => Place::After,
            Screen::Due(_) => Place::Due,
            Screen::Settle(_) => Place::Settle,
            Screen::Papers(_) => Place::Papers,
            Screen::Stats(_) => Place::Stats,
            Screen::Behind(_) => Place::Behind,
            Screen::ReadBack(_) => Place::ReadBack,
            Screen::Archive(_) => Place::Archive,
            Screen::Passage(_) => Place::Passage,
            Screen::Precedents(_) => Place::Precedents,
            Screen::Rerun(_) => Place::Rerun,
            Screen::Compare(_) => Place::Compare,
            Screen::Replay(_) => Place::Replay,
            Screen::Timeline(_) => Place::Timeline,
            Screen::WhatIf(_) => Place::WhatIf,
            Screen::Taper(_) => Place::Taper,
            Screen::Hypothesis(_) => Place::Hypothesis,
            Screen::Meeting(screen) if screen.step.takes_text() => Place::MeetingForm,
            Screen::Meeting(screen) if matches!(screen.step, Step::Room) => Place::Meeting,
            Screen::Meeting(_) => Place::MeetingChoice,
            Screen::Resources(_) => Place::Resources,
            Screen::Identity(_) => Place::Identity,
            Screen::Scores(screen) if screen.preview.is_some() => Place::ScoresPreview,
            Screen::Scores(_) => Place::Scores,
            Screen::New(screen) if screen.preview.is_some() => Place::ScoresPreview,
            Screen::New(_) => Place::New,
            Screen::Labs(_) => Place::Labs,
            Screen::Chase(_) => Place::Chase,
            Screen::Help(_) => Place::Help,
            Screen::Waiting(_) => Place::Projector,
        }
    }

    /// The action of a key press: its command where it has one, else text.
    pub fn press(&self, input: Input) -> Action {
        command(&self.keys, self.place(), &input).map_or_else(|| Action::Type(as_in_a_shell(input)), Action::Do)
    }
}

/// Ctrl-U empties the line up to the cursor, as everywhere; the editor's own key for it is Ctrl-J, and Ctrl-Z is what undoes.
fn as_in_a_shell(input: Input) -> Input {
    let key = Key::Char('u');
    if input.ctrl && input.key == key { Input { key: Key::Char('j'), ..input } } else { input }
}
