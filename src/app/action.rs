use std::collections::HashMap;
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use ratatui_textarea::Input;

use super::intake::NewDraft;
use super::{Drawn, Entry, Judged, Themes};
use crate::archive::filter::{After, Count, SavedQuery};
use crate::archive::stats::{Answer, Behind, Period, Section};
use crate::archive::{Precedents, Replay, Traits};
use crate::domain::{Alias, CaseId, Day, Paper, PaperForm, Participant};
use crate::meeting::{
    Agenda, DecisionAct, DecisionId, Draft, Hypothesis, Locked, MeetingAct, Moment, OpenDecision, OpenDraft,
    Postponement, Recorded, Revision, Session, Shown, Status, TaskCounts,
};

/// What a key stands for where it is pressed; `bindings()` pairs the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Command {
    /// Leave the program.
    Quit,
    /// One step back; nothing typed is lost.
    Back,
    /// Move the cursor.
    Up,
    /// Move the cursor.
    Down,
    /// Move the cursor.
    Left,
    /// Move the cursor.
    Right,
    /// Where reliable help is, with QR codes.
    Resources,
    /// One page up.
    PageUp,
    /// One page down.
    PageDown,
    /// To the first line.
    First,
    /// To the last line.
    Last,
    /// Open what the cursor is on.
    Open,
    /// Type a filter.
    Filter,
    /// Sort by the next column.
    Sort,
    /// Move the case one place up on the agenda.
    MoveUp,
    /// Move the case one place down on the agenda.
    MoveDown,
    /// Postpone the case, with a reason.
    Postpone,
    /// Open the case's file in the editor.
    Edit,
    /// What is wrong with the file.
    Diagnostics,
    /// Past decisions.
    Archive,
    /// The next panel of the case.
    NextPanel,
    /// The panel before.
    PreviousPanel,
    /// The next case of the agenda.
    NextCase,
    /// The case before.
    PreviousCase,
    /// Take the decision down.
    Decide,
    /// Past decisions about this patient.
    History,
    /// The past decisions nearest to this case.
    Precedents,
    /// Judge a past decision anew.
    Rerun,
    /// A past meeting, step by step.
    Replay,
    /// The next field of a form.
    NextField,
    /// The field before.
    PreviousField,
    /// Empty the field that text is typed in; the editor's undo brings it back.
    ClearField,
    /// Read the decision back to the room.
    ReadBack,
    /// The room accepts: lock.
    Accept,
    /// Amend a locked decision.
    Amend,
    /// The editions of the guidelines.
    Editions,
    /// Show, or fold away, the rows on which no guideline speaks for this patient.
    Unfold,
    /// Give the panel with the focus the whole screen, or its place back.
    Enlarge,
    /// Hide what could identify somebody.
    Mask,
    /// The other language.
    Language,
    /// The list of themes; in it, the next one.
    Theme,
    /// The case over time.
    Timeline,
    /// Less time on the screen.
    ZoomIn,
    /// More time on the screen.
    ZoomOut,
    /// All of the time.
    ZoomAll,
    /// The next mark.
    NextMark,
    /// The mark before.
    PreviousMark,
    /// Suppose facts of the case otherwise.
    WhatIf,
    /// Suppose the fact unknown.
    Unknown,
    /// Take back what is supposed of the fact.
    Restore,
    /// Take back everything that is supposed.
    RestoreAll,
    /// Record what is supposed as a hypothesis.
    Record,
    /// Plan the taper of prednisone.
    Taper,
    /// The step under the cursor a week longer.
    MoreWeeks,
    /// A week shorter.
    FewerWeeks,
    /// A step after the one under the cursor.
    AddStep,
    /// Without the step under the cursor.
    RemoveStep,
    /// Take the last change back.
    Undo,
    /// Begin the plan a day sooner.
    Sooner,
    /// A day later.
    Later,
    /// Draw the guideline under the cursor, or not any more.
    Draw,
    /// Count weeks from another day.
    CountWeeks,
    /// The lines of the plan for the case file.
    FileLines,
    /// Take the schedule of this number, from 1, in place of the plan.
    Load(u8),
    /// Who the patient is.
    Identity,
    /// Enter scores.
    Scores,
    /// From today's visit to the newest one, or back.
    OtherVisit,
    /// The page of the meeting.
    Meeting,
    /// Add somebody to the attendance sheet.
    AddPerson,
    /// Correct what the sheet says of somebody.
    CorrectPerson,
    /// In the room, on video, on the phone.
    TurnPresence,
    /// Declare an interest.
    Declare,
    /// Take no part in the case at hand, or take part again.
    Recuse,
    /// Take no part in another case.
    RecuseOther,
    /// Those of the last meeting.
    AsLastTime,
    /// A break begins, or is over.
    Break,
    /// Close the meeting.
    CloseMeeting,
    /// What the opening says; of a closed meeting, open it again.
    OpeningSheet,
    /// Choose, or not any more.
    Toggle,
    /// The clock of the case runs, or stands still.
    Clock,
    /// A minute more for the case.
    MoreTime,
    /// A minute less.
    LessTime,
    /// Discuss a case that was to be recorded, or the other way round.
    TurnMode,
    /// Who stands where.
    Positions,
    /// Where the person under the cursor stands: 1 agrees, 2 unsure, 3 disagrees, 4 abstains, 0 not said.
    Stand(u8),
    /// A formal dissent of the person under the cursor.
    Dissent,
    /// Name the person under the cursor in the record, or not.
    NameOrNot,
    /// Print the dissent in the minutes, or not.
    MinuteOrNot,
    /// Begin the silent round.
    SilentRound,
    /// The decision before, or back.
    Previous,
    /// Sign a decision.
    Sign,
    /// Say that the patient was told.
    Tell,
    /// Say what came of a decision.
    FollowUp,
    /// Close the record of a decision.
    CloseRecord,
    /// What a version says otherwise than the one before.
    Difference,
    /// What is due.
    Due,
    /// The actions and the branches of a decision.
    Settle,
    /// The action is done, the condition met.
    Done,
    /// The action is dropped, the condition not met.
    NotDone,
    /// Documents of a decision, minutes of a meeting.
    Papers,
    /// Do what is due.
    Act,
    /// Complete the word of a search.
    Complete,
    /// Save the present search under a name.
    SaveQuery,
    /// Search by a saved query.
    SavedQueries,
    /// Statistics of past decisions.
    Statistics,
    /// Count other days.
    Period,
    /// Count no further.
    StopCounting,
    /// A new case.
    NewCase,
    /// A laboratory's table.
    Labs,
    /// What is awaited for the cases.
    Chase,
    /// Have the room's screen show what this terminal shows, or not any more.
    Lead,
    /// The figures that count and the read-back in large type, or not.
    Large,
    /// The keys of this screen.
    Help,
    /// The keys of every screen, or of this one again.
    AllPlaces,
    /// Everything that can be done or opened, found by a few letters.
    Palette,
    /// Half a page up.
    HalfUp,
    /// Half a page down.
    HalfDown,
    /// Take the last undo back.
    Redo,
}

/// Something that happened.
#[derive(Debug, Clone)]
pub enum Action {
    /// A bound key.
    Do(Command),
    /// A key for the text that is being typed.
    Type(Input),
    /// Pasted text.
    Paste(String),
    /// The clock says so.
    Now(DateTime<Utc>),
    /// A meeting as the journal tells it.
    Meeting(Box<Session>),
    /// Everybody who ever took part, who came last first.
    People(Vec<Participant>),
    /// The meeting before the one at hand, as the journal tells it.
    LastMeeting(Box<Session>),
    /// Those of the cases that were asked for of which a draft is kept.
    Drafts(Vec<CaseId>),
    /// The terminal has another size.
    Resized(u16, u16),
    /// The screen was drawn: how far it can be scrolled, and what of it answers the mouse.
    Drawn(Drawn),
    /// The mouse button was pressed on this column and row.
    Click(u16, u16),
    /// The wheel was turned over this column and row; whether down.
    Wheel(bool, u16, u16),
    /// Case files were read, or read again; in agenda order of their paths.
    Read(Vec<Entry>),
    /// A case file is gone.
    Gone(PathBuf),
    /// All case files were read.
    ReadAll,
    /// What the guidelines lack of case files that were read.
    Judged(Vec<Judged>),
    /// Guideline files of the user's folder that are not loaded, for what is wrong with them.
    GuidelinesRefused(Vec<String>),
    /// How the cases of the queue stand in the ledger, and the orders recorded for their meetings.
    Standings(HashMap<CaseId, Status>, Vec<Agenda>),
    /// A draft kept from before, for the decision that was opened, and who last wrote it.
    DraftFound(CaseId, Draft, Revision, String),
    /// The draft is safe on disk under this revision.
    DraftSaved(CaseId, Revision),
    /// Another terminal wrote this draft meanwhile, and who did.
    DraftTaken(CaseId, Draft, Revision, String),
    /// The decision is locked.
    Locked(CaseId),
    /// The postponement is recorded.
    Postponed,
    /// The hypothesis is recorded.
    Supposed,
    /// Past decisions, the newest first, answering the query of this number.
    Found(u64, Vec<Moment>),
    /// Past decisions, the newest first, answering the palette's question of this number.
    Sought(u64, Vec<Moment>),
    /// Every theme that can be found.
    Themes(Themes),
    /// Where the next page of the answer to this query begins; none where there is none.
    PageEnds(u64, Option<After>),
    /// A further page, and where the next one begins.
    More(u64, Vec<Moment>, Option<After>),
    /// How many decisions meet the query of this number.
    Counted(u64, Count),
    /// Every saved query.
    SavedQueries(Vec<SavedQuery>),
    /// The search is saved under this name; every saved query.
    QuerySaved(String, Vec<SavedQuery>),
    /// One past decision in full.
    Recalled(Box<Recorded>),
    /// Two past decisions in full, to be compared.
    Pair(Box<Recorded>, Box<Recorded>),
    /// The past decisions nearest to this case.
    Precedents(CaseId, Box<Precedents>),
    /// The meeting of this day, step by step; none where nothing of it is recorded.
    Replay(Day, Option<Box<Replay>>),
    /// An act after this decision is recorded.
    AfterRecorded(Box<Recorded>),
    /// The decisions in force of which something is due, and the drafts.
    Due(Vec<OpenDecision>, Vec<OpenDraft>),
    /// What is due of decisions beyond those that are told.
    DueBeyond(TaskCounts),
    /// The last decision on a case at another meeting than its own; none where there is none.
    Earlier(CaseId, Option<Box<Recorded>>),
    /// A document is written: a sentence that says where.
    PaperWritten(String),
    /// A figure was counted, for the request of this number.
    FigureCounted(u64, Box<Answer>),
    /// Nothing more is counted for this request.
    CountingEnded(u64),
    /// The newest of the cases behind a number, and how many there are.
    FoundBehind(Box<Behind>, Vec<Moment>, u64),
    /// The ledger could not do what was asked: a sentence that says what to do.
    Failed(String),
    /// The case file holds what was to be written.
    CaseWritten(PathBuf),
    /// The case file is not the one that the change was made on: nothing was written.
    CaseChanged(PathBuf),
    /// The case file could not be written: a sentence that says what to do.
    CaseNotWritten(PathBuf, String),
    /// The ledger is open; whether only for reading, as asked.
    LedgerOpened(bool),
    /// The ledger takes nothing down: a sentence that says what to do.
    LedgerRefused(String),
    /// The ledger was changed by another terminal.
    LedgerChanged,
    /// Another terminal may have typed in a draft.
    DraftsChanged,
    /// What is typed and was refused by the ledger is to be saved again.
    SaveAgain,
    /// What the leading terminal shows, and whose it is; none where nothing was ever shown.
    Shown(Option<Box<(Shown, String)>>),
    /// What the leading terminal shows was written by another version of the program.
    ShownUnreadable,
    /// Nobody touched this terminal for as long as was asked.
    Idle,
    /// What became of a new case.
    Intake(IntakeNews),
}

/// What the world must do; `cli` performs it and answers with an [`Action`].
#[derive(Debug, Clone)]
#[expect(clippy::large_enum_variant, reason = "one lives at a time, and a draft goes with every key")]
pub enum Effect {
    /// Several, one after the other.
    All(Vec<Effect>),
    /// Leave.
    Quit,
    /// Open the editor at this line of the file, and return.
    Edit(PathBuf, usize),
    /// Write a case file anew, if it still holds the text that the change was made on.
    WriteCase {
        /// Where it lies.
        path: PathBuf,
        /// The text that the change was made on.
        read: String,
        /// The text with the change.
        written: String,
    },
    /// Look for a draft of this case.
    FindDraft(CaseId),
    /// Keep the draft; the revision is the one it was made from.
    SaveDraft(CaseId, Draft, Option<Revision>),
    /// Lock this decision.
    Lock(Box<Locked>, Option<Revision>),
    /// Put the case off, with the reason.
    Postpone(Postponement),
    /// Record what was supposed of a case, as a hypothesis.
    Suppose(Box<Hypothesis>),
    /// Past decisions: the newest, or those that the line asks for. Answered under this number.
    Search(u64, String),
    /// Past decisions for the palette, as a search finds them. Answered under this number.
    Seek(u64, String),
    /// The page of the same answer that begins here.
    SearchMore(u64, String, After),
    /// Save a line under a name.
    SaveQuery(String, String),
    /// Past decisions about this patient.
    History(CaseId),
    /// One past decision in full.
    Recall(DecisionId),
    /// Two past decisions in full.
    FindPair(DecisionId, DecisionId),
    /// The meeting of this day, step by step.
    FindReplay(Day),
    /// Everything under this pseudonym, across cases.
    HistoryOf(Alias),
    /// The past decisions nearest to what this case is, which has this pseudonym.
    FindPrecedents(Box<Traits>, CaseId, Alias),
    /// Ask the ledger how the cases stand, and in which order.
    Standings,
    /// Try again to open the ledger.
    OpenLedger,
    /// The meeting of this day, as the journal tells it.
    FindMeeting(Day),
    /// Record these acts of a meeting, all or none; the meeting comes back.
    RecordMeeting(Vec<MeetingAct>),
    /// Everybody who ever took part.
    FindPeople,
    /// The last meeting that was opened before this day.
    FindLastMeeting(Day),
    /// Of which of these cases a draft is kept.
    FindDrafts(Vec<CaseId>),
    /// Record an act after a decision; the decision comes back.
    RecordAfter(Box<DecisionAct>),
    /// What is open in the journal.
    FindDue,
    /// The last decision on this case at another meeting than this one.
    FindEarlier(CaseId, Option<Day>),
    /// Write a document of this decision.
    WritePaper(DecisionId, Paper, PaperForm),
    /// Write the minutes of the meeting of this day.
    WriteMinutes(Day, PaperForm),
    /// Count the figures of a section, one after the other. Answered under this number.
    Count(u64, Section, Period),
    /// Count no further.
    StopCounting,
    /// The cases behind a number.
    FindBehind(Box<Behind>, Period),
    /// Every theme that can be found.
    FindThemes,
    /// Draw with this theme.
    Theme(String),
    /// Draw with the next theme: the room's screen has no list.
    NextTheme,
    /// What the leading terminal shows.
    FindShown,
    /// The room's screen has nothing to show any more.
    StopLeading,
    /// Remember the agenda's order.
    OrderAgenda(Agenda),
    /// Something for a new case.
    Intake(IntakeEffect),
}

/// What the world must do for a new case.
#[derive(Debug, Clone)]
pub enum IntakeEffect {
    /// Look in this folder for what was typed and not written.
    FindDraft(PathBuf),
    /// Keep what is typed in this folder.
    Keep(PathBuf, NewDraft),
    /// Write a new file with this text; one that is there stays.
    Create(PathBuf, String),
}

/// What became of a new case.
#[derive(Debug, Clone)]
pub enum IntakeNews {
    /// What was typed and not written.
    DraftFound(NewDraft),
    /// What is typed could not be kept: why.
    NotKept(String),
    /// The file is written.
    Created(PathBuf),
    /// The file is not written: a sentence that says what to do.
    NotCreated(String),
}
