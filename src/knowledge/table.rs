//! The comparison as it is shown and kept: owned values without prose, which the library holds by statement id.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    Advice, Agent, Amount, Checked, Common, Country, Datum, Duration, FactId, Goal, LabelMark, Number, Pulse, Scheme,
    Span, TaperStep, Target, Topic, Truth, Verdict,
};
use crate::domain::Day;
use crate::domain::codes::codes;

codes! {
    /// How the guidelines that speak on a row stand to each other.
    Accord {
        Same = "same", Close = "close", Differ = "differ",
        /// It hangs on missing data, or on numbers that are not printed.
        Undetermined = "undetermined",
        OnlyOne = "only_one",
        /// No guideline speaks on this row for this patient.
        NoneSpeaks = "none_speaks",
    }
    /// Why they stand so.
    Reason {
        Identical = "identical",
        /// The same choices are open, ranked differently.
        OtherPreference = "other_preference",
        /// They share choices; some open more than others.
        SharedChoices = "shared_choices",
        NoSharedChoice = "no_shared_choice",
        /// One treats, another advises against it or keeps it for later.
        OneAdvisesAgainst = "one_advises_against",
        /// One of them contradicts itself for this patient.
        OwnConflict = "own_conflict",
        RangesMeet = "ranges_meet",
        RangesDoNotMeet = "ranges_do_not_meet",
        /// One asks for it without printing a number.
        NoNumbers = "no_numbers",
        /// The same kind of demand with other numbers.
        OtherNumbers = "other_numbers",
        /// Demands of different kinds.
        OtherDemands = "other_demands",
        LeftToJudgement = "left_to_judgement",
        NeedsData = "needs_data",
        OnlyOneSpeaks = "only_one_speaks",
        NoneSpeaks = "none_speaks",
    }
    /// What is common to all applicable guidelines.
    Ground {
        Found = "found",
        /// There is none.
        None = "none",
        NeedsData = "needs_data",
        /// Fewer than two guidelines are applicable.
        NothingToCompare = "nothing_to_compare",
    }
    /// Where a milestone stands on a day.
    Progress {
        Reached = "reached",
        /// Its day has passed and it is not reached.
        Missed = "missed",
        /// Not reached, and its day has not come.
        NotDue = "not_due",
        Unknown = "unknown",
    }
    /// A comparison as printed.
    Operator { Below = "<", AtMost = "<=", AtLeast = ">=" }
}

/// The guidelines side by side for one patient on one day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// The day it was made for.
    pub today: Day,
    /// The country of the labels.
    pub country: Country,
    /// The columns, in order.
    pub columns: Vec<Column>,
    /// The rows, in the order of [`Topic::ALL`].
    pub rows: Vec<Row>,
    /// What all applicable guidelines accept.
    pub common: Common,
}

/// A guideline's column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its id: `acr-2024`.
    pub guideline: String,
    /// Its name: `ACR`.
    pub name: String,
    /// Its edition: `2024`.
    pub edition: String,
    /// Whether it is a local or national protocol from a folder of the user's, and not one that ships with the program.
    #[serde(default, skip_serializing_if = "is_shipped")]
    pub local: bool,
    /// The drugs that it advises this patient against, each with the statements that do.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub kept: BTreeMap<Agent, Vec<String>>,
}

/// What stands behind the name of a local protocol.
const LOCAL: &str = "⌂";

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_shipped(local: &bool) -> bool {
    !local
}

impl Column {
    /// Its name and edition, as everything calls it: `ACR 2024`; a local protocol is marked: `PNDS 2020 ⌂`.
    pub fn heading(&self) -> String {
        let mark = if self.local { format!("\u{a0}{LOCAL}") } else { String::new() };
        format!("{} {}{mark}", self.name, self.edition)
    }
}

/// A row: what each guideline says on one topic.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// The topic.
    pub topic: Topic,
    /// One a guideline, in the order of the columns.
    pub cells: Vec<Cell>,
    /// How they stand to each other.
    pub agreement: Agreement,
    /// The explained differences, by id, that matter for this patient, and what all say alike.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub differences: Vec<String>,
}

/// How the guidelines stand to each other, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// How.
    pub accord: Accord,
    /// Why.
    pub reason: Reason,
}

/// What one guideline says on one topic for this patient.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// The guideline.
    pub guideline: String,
    /// The row.
    pub topic: Topic,
    /// The word for it.
    pub verdict: Verdict,
    /// Regimens, strongest standing first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offers: Vec<Offer>,
    /// Methylprednisolone pulses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pulses: Vec<Pulse>,
    /// Oral starts, in mg for this weight.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub doses: Vec<DoseRange>,
    /// Ceilings of daily prednisone in time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<Target>,
    /// Daily prednisone week by week, as printed and in mg for this weight.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tapers: Vec<Schedule>,
    /// Responses to reach, in this patient's numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub expectations: Vec<Expectation>,
    /// How long to treat, with the months that have passed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub durations: Vec<Elapsed>,
    /// Anything else it asks for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub advises: Vec<Advice>,
    /// Statements that spoke.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spoke: Vec<Said>,
    /// Statements that would speak, or not, if what is missing were known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waiting: Vec<Said>,
    /// What is missing for them, and for its amounts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<Datum>,
    /// While the answer itself is open: what the statement or the offer that decides it lacks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hangs_on: Vec<Datum>,
    /// Statements whose warning is due.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<String>,
}

/// A statement that had its say, or waits for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// Its id in the guideline's file.
    pub id: String,
    /// The guideline's own number, or `unnumbered`.
    pub number: String,
    /// Its grade.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade: Option<String>,
    /// How sure the entry is of it.
    pub checked: Checked,
    /// Its own verdict.
    pub verdict: Verdict,
    /// Whether its condition holds for this patient.
    pub truth: Truth,
    /// The facts it asked for.
    pub facts: Vec<FactId>,
}

/// A regimen a guideline offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Its code in the formulary.
    pub regimen: String,
    /// How it stands: while something is missing, the weakest it can be; `needs_data` where it might be ruled out.
    pub standing: Verdict,
    /// Drugs of it whose label is not in order here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub labels: Vec<LabelMark>,
    /// The statements that offer, prefer or lower it.
    pub statements: Vec<String>,
    /// What is missing to rank it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<Datum>,
}

/// An oral start by scheme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoseRange {
    /// The scheme.
    pub scheme: Scheme,
    /// Lower end, mg/kg/d; none where none is printed.
    pub from_mg_per_kg: Option<Number>,
    /// Upper end, mg/kg/d.
    pub to_mg_per_kg: Number,
    /// The same in mg/d for this weight; none while the weight is not known.
    pub mg: Option<MgRange>,
    /// A floor moved the lower end.
    pub floored: bool,
    /// A cap moved an end.
    pub capped: bool,
    /// For at most this many weeks.
    pub weeks: Option<u8>,
}

/// Milligrams a day, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MgRange {
    /// Lower end; none where none is printed.
    pub least: Option<Number>,
    /// Upper end.
    pub most: Number,
}

/// A taper in mg a day for this weight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// The scheme.
    pub scheme: Scheme,
    /// The steps, one after the other.
    pub steps: Vec<ScheduleStep>,
}

/// One step of a taper, and what it makes for this weight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScheduleStep {
    /// What is printed.
    #[serde(flatten)]
    pub printed: TaperStep,
    /// What it makes in mg/d; none while the weight is not known, and where only an upper limit is printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub daily: Option<MgRange>,
    /// The printed cap lowered an end.
    #[serde(default)]
    pub capped: bool,
    /// An end was kept at that of the step before: no cap is printed here, and a taper does not rise.
    #[serde(default)]
    pub held: bool,
    /// At this weight the printed dose lies above the step before.
    #[serde(default)]
    pub rises: bool,
}

/// A response to reach, in this patient's numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expectation {
    /// What it stands for.
    pub goal: Goal,
    /// The ceilings of proteinuria.
    pub proteinuria: Vec<Ceiling>,
    /// The least eGFR, mL/min/1.73m², from the baseline or the value before the flare, or as printed; the lowest of them
    /// where either suffices.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub egfr_least: Option<Amount>,
    /// Tolerance around the baseline eGFR, %, where that is how it is printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub egfr_within: Option<Span>,
    /// A demand on the eGFR hangs on a value that is not known.
    #[serde(default, skip_serializing_if = "is_settled")]
    pub egfr_is_open: bool,
    /// The day it falls due; none while no treatment has started.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    /// Whether the newest values reach it.
    pub reached: Truth,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_settled(is_open: &bool) -> bool {
    !is_open
}

/// A ceiling of proteinuria.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ceiling {
    /// The fall from the baseline it comes from, %.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fall: Option<Number>,
    /// `<` or `<=`, as printed.
    pub operator: Operator,
    /// The value; none while the baseline is not known.
    pub amount: Option<Amount>,
}

/// How long to treat, and how long it has been.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Elapsed {
    /// What is printed.
    pub duration: Duration,
    /// Months that have passed since the day it is counted from; none where that day is not known.
    pub months: Option<Number>,
}

impl Row {
    /// Whether any guideline takes a position here for this patient.
    pub fn speaks(&self) -> bool {
        self.cells.iter().any(|cell| cell.verdict.speaks())
    }
}

impl Table {
    /// The places of the rows on which some guideline speaks for this patient; all of them where none speaks on any.
    pub fn speaking(&self) -> Vec<usize> {
        let speaking: Vec<usize> =
            self.rows.iter().enumerate().filter(|(_, row)| row.speaks()).map(|(place, _)| place).collect();
        if speaking.is_empty() { (0..self.rows.len()).collect() } else { speaking }
    }

    /// The topics of the rows that [`Table::speaking`] leaves out.
    pub fn silent_topics(&self) -> Vec<Topic> {
        let speaking = self.speaking();
        let silent = self.rows.iter().enumerate().filter(|(place, _)| !speaking.contains(place));
        silent.map(|(_, row)| row.topic).collect()
    }

    /// The name of a guideline in its column; its id where it has none.
    pub fn name<'a>(&'a self, guideline: &'a str) -> &'a str {
        let column = self.columns.iter().find(|column| column.guideline == guideline);
        column.map_or(guideline, |column| column.name.as_str())
    }

    /// The row of a topic.
    pub fn row(&self, topic: Topic) -> Option<&Row> {
        self.rows.iter().find(|row| row.topic == topic)
    }

    /// What a guideline says on a topic.
    pub fn cell(&self, topic: Topic, guideline: &str) -> Option<&Cell> {
        self.row(topic)?.cells.iter().find(|cell| cell.guideline == guideline)
    }
}

impl Expectation {
    /// Where it stands on this day: what is not reached before its day is not missed.
    pub fn progress(&self, today: Day) -> Progress {
        match (&self.reached, self.due) {
            (Truth::Yes, _) => Progress::Reached,
            (_, Some(due)) if today < due => Progress::NotDue,
            (Truth::No, Some(_)) => Progress::Missed,
            _ => Progress::Unknown,
        }
    }
}

impl MgRange {
    /// What two ranges share; `None` where they do not meet.
    pub fn shared(self, other: Self) -> Option<Self> {
        let least = self.least.max(other.least);
        let most = self.most.min(other.most);
        (least.is_none_or(|least| least <= most)).then_some(Self { least, most })
    }
}

impl Verdict {
    /// Whether a regimen of this standing may be given by the guideline's word.
    pub fn accepts(self) -> bool {
        matches!(self, Self::Preferred | Self::Recommended | Self::Option | Self::Alternative | Self::Caution)
    }

    /// Whether it lowers what another statement offers.
    pub fn lowers(self) -> bool {
        matches!(self, Self::Caution | Self::Reserved | Self::Avoid)
    }

    /// Whether the guideline takes a position at all.
    pub fn speaks(self) -> bool {
        !matches!(self, Self::NotAddressed | Self::NotApplicable | Self::NotRead)
    }
}
