use std::path::PathBuf;
use std::sync::Arc;

use ratatui_textarea::TextArea;

use super::after::AfterScreen;
use super::bindings::Place;
use super::chase::ChaseScreen;
use super::form::Form;
use super::intake::NewScreen;
use super::labs::LabsScreen;
use super::link::Waiting;
use super::meeting::MeetingScreen;
use super::opened::Opened;
use super::papers::PapersScreen;
use super::past::{CompareScreen, PrecedentsScreen, ReplayScreen, RerunScreen};
use super::scoring::ScoresScreen;
use super::stats::{BehindScreen, StatsScreen};
use super::taper::TaperScreen;
use super::timeline::TimelineScreen;
use super::whatif::WhatIfScreen;
use crate::archive::filter::{After, Count};
use crate::clinic::FigureId;
use crate::domain::{Alias, CaseId, Decision, Mode};
use crate::knowledge::FactId;
use crate::meeting::{DecisionId, Hypothesized, Moment, Recorded, TaskKind, Todo};

/// What is on the screen; each variant owns what only that screen needs.
#[derive(Debug, Clone)]
pub enum Screen {
    /// The agenda.
    Queue,
    /// One case.
    Case(CaseScreen),
    /// Why a guideline says what it says in one cell.
    Why(WhyScreen),
    /// Where a figure comes from.
    Origin(OriginScreen),
    /// The editions of the guidelines.
    Editions(EditionsScreen),
    /// What is wrong with a file.
    Diagnostics(DiagnosticsScreen),
    /// The decision's form.
    Form(Box<Form>),
    /// The decision read back to the room, line by line from `scroll`.
    ReadBack(Box<ReadBack>),
    /// Past decisions.
    Archive(ArchiveScreen),
    /// One past decision.
    Passage(PassageScreen),
    /// The past decisions nearest to a case.
    Precedents(Box<PrecedentsScreen>),
    /// A past decision judged anew.
    Rerun(Box<RerunScreen>),
    /// Two past decisions compared.
    Compare(Box<CompareScreen>),
    /// A past meeting, step by step.
    Replay(Box<ReplayScreen>),
    /// A case over time.
    Timeline(Box<TimelineScreen>),
    /// The taper planner.
    Taper(Box<TaperScreen>),
    /// Facts of a case supposed otherwise.
    WhatIf(Box<WhatIfScreen>),
    /// What was supposed at another time.
    Hypothesis(HypothesisScreen),
    /// The page of the meeting.
    Meeting(Box<MeetingScreen>),
    /// Where reliable help is.
    Resources(ResourcesScreen),
    /// Who the patient is.
    Identity(IdentityScreen),
    /// Scores being entered.
    Scores(Box<ScoresScreen>),
    /// A new case being typed.
    New(Box<NewScreen>),
    /// A laboratory's table.
    Labs(Box<LabsScreen>),
    /// What is awaited for the cases.
    Chase(Box<ChaseScreen>),
    /// What came after a decision, being written.
    After(Box<AfterScreen>),
    /// What is due.
    Due(DueScreen),
    /// The actions and the branches of a decision.
    Settle(SettleScreen),
    /// Which document is written.
    Papers(PapersScreen),
    /// Statistics of past decisions.
    Stats(Box<StatsScreen>),
    /// The cases behind a number.
    Behind(Box<BehindScreen>),
    /// The keys.
    Help(HelpScreen),
    /// The room's screen, while it has nothing to show.
    Waiting(Waiting),
}

/// A panel of the case, in the order of Tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Panel {
    /// The guidelines side by side.
    #[default]
    Guidelines,
    /// Activity.
    Activity,
    /// Damage.
    Damage,
    /// UPCR, eGFR and prednisone over time.
    Series,
    /// The person, treatments and what is missing.
    Person,
    /// What the safety rules say.
    Safety,
}

impl Panel {
    /// Every panel, in order.
    pub const ALL: [Self; 6] =
        [Self::Guidelines, Self::Activity, Self::Damage, Self::Series, Self::Person, Self::Safety];

    /// The figures that it tells, in order; none where it is no list of figures.
    pub const fn figures(self) -> &'static [FigureId] {
        match self {
            Self::Activity => FigureId::ACTIVITY,
            Self::Damage => FigureId::DAMAGE,
            Self::Person => FigureId::PERSON,
            Self::Guidelines | Self::Series | Self::Safety => &[],
        }
    }
}

/// One case.
#[derive(Debug, Clone)]
pub struct CaseScreen {
    /// The case with its facts and the rows.
    pub opened: Arc<Opened>,
    /// The row of the side-by-side table under the cursor.
    pub row: usize,
    /// The guideline under the cursor.
    pub column: usize,
    /// The panel with the focus; below 116 columns, or when it is alone, the only one drawn.
    pub panel: Panel,
    /// The figure of the panel under the cursor.
    pub figure: usize,
    /// First line drawn of a panel that is longer than its place.
    pub scroll: usize,
    /// Whether the rows on which no guideline speaks for this patient are shown.
    pub is_unfolded: bool,
    /// Whether the panel with the focus has the whole screen.
    pub is_alone: bool,
}

impl CaseScreen {
    /// A case with the cursor on the first row in sight.
    pub fn of(opened: Arc<Opened>) -> Self {
        let panel = Panel::default();
        let mut screen =
            Self { opened, row: 0, column: 0, panel, figure: 0, scroll: 0, is_unfolded: false, is_alone: false };
        screen.step(0);
        screen
    }

    /// The rows in sight, as places in the table.
    pub fn rows(&self) -> Vec<usize> {
        if self.is_unfolded { (0..self.opened.table.rows.len()).collect() } else { self.opened.table.speaking() }
    }

    /// Moves the cursor by so many rows in sight; a cursor on a row out of sight counts as on the next one that is not.
    pub fn step(&mut self, by: isize) {
        let rows = self.rows();
        let last = rows.len().saturating_sub(1);
        let at = rows.iter().position(|row| *row >= self.row).unwrap_or(last);
        self.row = rows.get(at.saturating_add_signed(by).min(last)).copied().unwrap_or(0);
    }
}

/// Why one cell says what it says.
#[derive(Debug, Clone)]
pub struct WhyScreen {
    /// The case.
    pub opened: Arc<Opened>,
    /// The row.
    pub row: usize,
    /// The guideline.
    pub column: usize,
    /// First line drawn.
    pub scroll: usize,
}

/// Where one figure comes from.
#[derive(Debug, Clone)]
pub struct OriginScreen {
    /// The case.
    pub opened: Arc<Opened>,
    /// The panel that the figure stands in.
    pub panel: Panel,
    /// Its place in the panel.
    pub figure: usize,
    /// First line drawn.
    pub scroll: usize,
}

/// What is wrong with a file.
#[derive(Debug, Clone)]
pub struct DiagnosticsScreen {
    /// The file.
    pub path: PathBuf,
    /// The remark under the cursor.
    pub selected: usize,
}

/// The decision, complete, waiting for the room to accept it.
#[derive(Debug, Clone)]
pub struct ReadBack {
    /// What will be locked.
    pub decision: Decision,
    /// The form it came from.
    pub form: Form,
    /// First line drawn.
    pub scroll: usize,
    /// Whether the lock is under way.
    pub locking: bool,
}

/// Past decisions.
#[derive(Debug, Clone, Default)]
pub struct ArchiveScreen {
    /// What is searched.
    pub query: String,
    /// Number of the newest query; an answer to an older one is dropped.
    pub asked: u64,
    /// What was found, the newest first; `None` until the first answer.
    pub found: Option<Vec<Moment>>,
    /// The row under the cursor.
    pub selected: usize,
    /// The case whose timeline this is, where it is one.
    pub of: Option<CaseId>,
    /// The pseudonym whose timeline this is, across its cases, where it is one.
    pub of_alias: Option<Alias>,
    /// The decision that is to be compared with another.
    pub marked: Option<DecisionId>,
    /// How many decisions meet the query; none until they are counted.
    pub count: Option<Count>,
    /// Where the next page begins, where there is one and it is not asked for yet.
    pub next: Option<After>,
    /// The candidate that completes the word being typed, by its place.
    pub chosen: usize,
    /// Whether everything that may be typed is offered where no word is begun.
    pub offers: bool,
}

impl ArchiveScreen {
    /// Takes in what was found; the cursor stays on its decision, a new version of it included, wherever it stands now.
    pub(super) fn take(&mut self, found: Vec<Moment>) {
        let before = self.found.as_ref().and_then(|found| found.get(self.selected));
        let same = |moment: &Moment| match (before, moment) {
            (Some(Moment::Decided(before)), Moment::Decided(now)) => {
                now.id == before.id || now.amends.as_ref().is_some_and(|amends| amends.decision == before.id)
            }
            (Some(before), now) => before.seq() == now.seq(),
            (None, _) => false,
        };
        let last = found.len().saturating_sub(1);
        self.selected = found.iter().position(same).unwrap_or_else(|| self.selected.min(last));
        self.found = Some(found);
    }
}

/// One past decision.
#[derive(Debug, Clone)]
pub struct PassageScreen {
    /// The decision as locked.
    pub passage: Box<Recorded>,
    /// First line drawn.
    pub scroll: usize,
    /// Whether what it says otherwise than the version before is shown in its place.
    pub shows_difference: bool,
}

/// The actions and the branches of a decision.
#[derive(Debug, Clone)]
pub struct SettleScreen {
    /// The decision.
    pub passage: Box<Recorded>,
    /// The one under the cursor: the actions, then the branches.
    pub selected: usize,
}

/// What is due.
#[derive(Debug, Clone, Default)]
pub struct DueScreen {
    /// The task under the cursor.
    pub selected: usize,
    /// What is begun once the decision that was asked for has come.
    pub acting: Option<Todo>,
    /// The kind that is shown; none where all are.
    pub kind: Option<TaskKind>,
}

/// The editions of the guidelines, one at a time.
#[derive(Debug, Clone)]
pub struct EditionsScreen {
    /// The guideline, by its column.
    pub column: usize,
    /// First line drawn.
    pub scroll: usize,
}

/// A hypothesis as it was recorded.
#[derive(Debug, Clone)]
pub struct HypothesisScreen {
    /// What was recorded.
    pub recorded: Box<Hypothesized>,
    /// First line drawn.
    pub scroll: usize,
}

/// Who the patient of a case is: looked up as it is drawn, so that nothing of it is kept here.
#[derive(Debug, Clone)]
pub struct IdentityScreen {
    /// The case.
    pub opened: Arc<Opened>,
}

/// Where reliable help is, one address at a time.
#[derive(Debug, Clone, Default)]
pub struct ResourcesScreen {
    /// The resource under the cursor.
    pub selected: usize,
}

/// The keys of a place.
#[derive(Debug, Clone)]
pub struct HelpScreen {
    /// The place it was asked from.
    pub of: Place,
    /// First line drawn.
    pub scroll: usize,
    /// What is looked for.
    pub query: String,
    /// Whether the keys of every place are shown.
    pub is_of_all: bool,
}

/// A line being typed over a screen.
#[derive(Debug, Clone)]
pub struct Line {
    /// What it is for.
    pub purpose: Purpose,
    /// What is typed.
    pub text: TextArea<'static>,
}

/// What a typed line is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// The agenda's filter; it acts as it is typed.
    Filter,
    /// Words to search past decisions for; they act as they are typed.
    Search,
    /// What is looked for in the list of keys; it acts as it is typed.
    Keys,
    /// The name to save the present search under.
    SaveQuery,
    /// Why a case is postponed.
    Postpone(CaseId),
    /// What is supposed of a fact.
    Suppose(FactId),
    /// The remark that a hypothesis on this case is recorded with.
    Remark(CaseId),
    /// Why a case comes after the opening of the meeting, and what is done then.
    Late(CaseId, Then),
    /// How a case is treated from now on: the rule under which it is only recorded, or why it is discussed.
    Turn(CaseId, Mode),
    /// What the person of this seat would do instead.
    Dissent(String),
    /// Why this action of a decision is dropped.
    Drop(DecisionId, u32),
    /// Who signs this decision.
    Sign(DecisionId),
    /// Why nothing more is due of this decision.
    Close(DecisionId),
}

/// What follows once it was said why a case came late.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// Its clock runs.
    Start,
    /// It is decided.
    Decide,
}
