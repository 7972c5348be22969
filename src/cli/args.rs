use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::after::{FollowParts, ToldParts};
use super::decide::Parts;
use super::export::ExportOrder;
use super::search::{SavedParts, SearchParts};
use super::stats::StatsParts;
use super::sync::SyncOrder;
use crate::domain::{Day, Gathering, Interest, Minutes, Mode, PaperForm, Presence, Reach, Role, Specialty};

/// EULAR, ACR and KDIGO side by side for the lupus meeting; decisions and their reasons kept in SQLite.
#[derive(Debug, Parser)]
#[command(name = "regards", version, about, long_about = None, subcommand_precedence_over_arg = true)]
#[command(override_usage = "regards [OPTIONS] [PATHS]...\n       regards [OPTIONS] <COMMAND>")]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub struct Arguments {
    /// Case files or folders; `cases` when nothing is named
    pub paths: Vec<PathBuf>,
    /// Be the room's screen: follow the leading terminal (F2 there), identities hidden, nothing written; from four image heights
    /// 26 rows are read at most, so a large font or --large
    #[arg(long, conflicts_with = "lead")]
    pub projector: bool,
    /// The figures that count and the read-back in large type from the start, as F8 does
    #[arg(long)]
    pub large: bool,
    /// Lead the room's screen from the start, as F2 does
    #[arg(long)]
    pub lead: bool,
    /// Hide what could identify somebody when no key was pressed for so many minutes; the next key shows it again
    #[arg(long, value_name = "MINUTES", value_parser = clap::value_parser!(u64).range(1..=1440))]
    pub mask_after: Option<u64>,
    /// Open a meeting on invented cases, with a database that is gone with the program
    #[arg(long, conflicts_with_all = ["paths", "projector", "db", "read_only", "identities", "charter"])]
    pub demo: bool,
    #[command(flatten)]
    pub shared: Shared,
    #[command(subcommand)]
    pub command: Option<Order>,
}

impl Arguments {
    /// The process's arguments.
    ///
    /// # Errors
    /// What clap says of them.
    pub fn read() -> Result<Self, clap::Error> {
        let arguments = Self::try_parse_from(with_minus(std::env::args_os()))?;
        if let (Some(_), Some(path)) = (&arguments.command, arguments.paths.first()) {
            let words = format!("'{}' stands before the command: name files after it", path.display());
            return Err(Self::command().error(clap::error::ErrorKind::ArgumentConflict, words));
        }
        Ok(arguments)
    }
}

/// The arguments of a search, in which `-outcome:deferred` is a term of the query: no option has one minus and several letters.
fn with_minus(arguments: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let mut is_search = false;
    let spaced = |argument: OsString| match argument.to_str() {
        Some("search" | "list") => {
            is_search = true;
            argument
        }
        Some(text) if is_search && is_left_out(text) => format!(" {text}").into(),
        _ => argument,
    };
    arguments.map(spaced).collect()
}

fn is_left_out(text: &str) -> bool {
    text.strip_prefix('-').is_some_and(|rest| !rest.starts_with('-') && rest.chars().count() > 1)
}

/// Options of every command.
#[derive(Debug, Clone, Args)]
pub struct Shared {
    /// The database of decisions; the default lies in the user's data folder
    #[arg(long, global = true, value_name = "FILE")]
    pub db: Option<PathBuf>,
    /// Language: fr or en; else the locale's, else English
    #[arg(long, global = true, value_name = "LANG")]
    pub lang: Option<Language>,
    /// A theme's name, shipped or from the folder `themes` beside the usual configuration, or a base16/base24 scheme file
    #[arg(long, global = true, value_name = "THEME")]
    pub theme: Option<String>,
    /// The day everything is computed for, YYYY-MM-DD; today by default
    #[arg(long, global = true, value_name = "DAY")]
    pub date: Option<String>,
    /// A folder with more guidelines (`*.yaml`), each one more column; see `regards guidelines`
    #[arg(long, global = true, value_name = "DIR")]
    pub guidelines: Option<PathBuf>,
    /// The charter of the meeting: its quorum, its times; see `regards charter`
    #[arg(long, global = true, value_name = "FILE")]
    pub charter: Option<PathBuf>,
    /// Write nothing to the database
    #[arg(long, global = true)]
    pub read_only: bool,
    /// Hide what could identify somebody
    #[arg(long, global = true, value_name = "yes|no", num_args = 0..=1, require_equals = true, default_missing_value = "yes",
         value_parser = yes_or_no)]
    pub mask: Option<bool>,
    /// Leave the mouse to the terminal: no clicks, no wheel
    #[arg(long, global = true)]
    pub no_mouse: bool,
    /// Who the patients are: a YAML file that only its owner can read; see `regards identities`
    #[arg(long, global = true, value_name = "FILE")]
    pub identities: Option<PathBuf>,
    /// The configuration; else what REGARDS_CONFIG names, else the one in the user's configuration folder; see `regards config`
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    #[cfg(feature = "encryption")]
    #[command(flatten)]
    pub protection: Protection,
}

/// How the database is encrypted.
#[cfg(feature = "encryption")]
#[derive(Debug, Clone, Args)]
pub struct Protection {
    /// Read the passphrase of the database from the first line of this file, which only its owner can read, or from an open
    /// descriptor such as /dev/fd/3; else it is asked for in the terminal
    #[arg(long, global = true, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
    /// Encrypt the database or the backup that is made
    #[arg(long, global = true)]
    pub encrypt: bool,
}

/// What a schema describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Described {
    /// A case file
    Case,
    /// The configuration
    Config,
    /// What `config --format json` answers
    ConfigAnswer,
    /// What `config --keys --format json` answers
    KeysAnswer,
    /// What `check --format json` answers, of charters, guidelines and identities too
    Check,
    /// What `check --chase --format json` answers
    Chase,
    /// What `labs --format json` answers
    Labs,
    /// What `show --format json` answers on a case
    Show,
    /// What `show`, `decide`, `amend`, `sign`, `told`, `follow`, `act` and `close` answer on a decision with `--format json`
    Decision,
    /// What `decide` and `amend` answer with `--dry-run --format json`
    ReadBack,
    /// What `list` and `search` answer with `--format json`
    List,
    /// What `list` and `search` answer with `--count --format json`
    Count,
    /// What `search --saved --format json` answers
    Saved,
    /// What `due --format json` answers
    Due,
    /// What `export json` writes
    Export,
    /// What `sync export --output FILE --format json` answers
    SyncExport,
    /// What `sync import --format json` answers
    SyncImport,
    /// What `sync verify --format json` answers
    SyncVerify,
    /// What `history --format json` answers
    History,
    /// What `replay --format json` answers
    Replay,
    /// What `compare --format json` answers
    Compare,
    /// What `precedents --format json` answers
    Precedents,
    /// What `rerun --format json` answers
    Rerun,
    /// What `stats --format json` answers, with `--list` too
    Stats,
    /// What `stats --cases --format json` answers
    StatsCases,
    /// What `verify --format json` answers
    Verify,
    /// What `guidelines --format json` answers
    Guidelines,
    /// What `meeting --format json` answers to every order but `list`
    Meeting,
    /// What `meeting list --format json` answers
    Meetings,
    /// What `restore --format json` answers
    Restore,
    /// What `access --format json` answers
    Access,
}

fn yes_or_no(written: &str) -> Result<bool, String> {
    match written {
        "yes" | "true" => Ok(true),
        "no" | "false" => Ok(false),
        _ => Err("write yes or no".to_owned()),
    }
}

/// A language of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// French
    Fr,
    /// English
    En,
}

/// How a command answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Words
    Text,
    /// Markdown
    Markdown,
    /// JSON
    Json,
}

/// The filter language in a few lines; its grammar stands in `archive::filter`.
const FILTERS: &str = "Every term must hold; a minus, or `not` before a filter, leaves out; names in English or French:
  class:III+V,mixed_v  drug:belimumab  first:mmf  regimen:mmf+belimumab  start: stop: switch: taper: …
  upcr>2  egfr<30  age<18  flares:2.. steroid<=15  upcr>=200mg/mmol    2024..  2024-03..2025  2026-02-20
  outcome:deferred  acr:deviates  reason:pregnancy-or-wish  quorum:no  dissent:yes  signed:no  told:no
  followup:none  fulfilment:partial  course:relapse  pregnancy:wish  has:branch  case:LN-2026  by:NAME
  \"words side by side\"  @saved  sort:-upcr
On the screen Tab offers every filter and value with its meaning.";

/// What can be done without the screen.
#[derive(Debug, Subcommand)]
pub enum Order {
    /// Say what is wrong or missing in case files, and where (exit code 1 on errors)
    Check {
        /// Case files or folders; `cases` when nothing is named
        paths: Vec<PathBuf>,
        /// What is missing for all cases, by who can tell it, with the rows of the guidelines that wait for it
        #[arg(long)]
        chase: bool,
        /// text or json; with --chase also markdown
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// Print a JSON Schema: of case files, of the configuration, or of what a command answers in JSON
    Schema {
        /// Of what
        #[arg(value_enum, default_value = "case")]
        of: Described,
    },
    /// Print the configuration in force, each key with where it comes from, as a file that can be saved
    Config {
        /// Only where the file lies
        #[arg(long, conflicts_with = "keys")]
        path: bool,
        /// The keys of every place by their names
        #[arg(long)]
        keys: bool,
        /// text or json
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// Print what a shell completes commands from
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page, or write those of all commands into a folder
    Man {
        /// The folder; made where it is not there
        folder: Option<PathBuf>,
    },
    /// Write a commented skeleton of a case file; without a number, type a new case into a guided form
    New {
        /// Number of the case, e.g. LN-2026-013
        case: Option<String>,
        /// Where to write it; by default standard output, and from the form a file of `cases`
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Print a case: the guidelines side by side, activity, damage, what is missing
    Show {
        /// A case file, the number of a case in `cases`, or the number of a decision
        case: String,
        /// Suppose a fact otherwise, e.g. upcr="0.8 g/g" or class=III,IV; repeatable
        #[arg(long, value_name = "FACT=VALUE")]
        suppose: Vec<String>,
        /// text, markdown or json
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// Enter the scores of the day of --date in a case file: print the lines that change, write them with --write
    Score {
        /// The case file, or the number of a case in the folder of the cases
        case: PathBuf,
        #[command(flatten)]
        scores: Scores,
    },
    /// Take the values of a laboratory's table into a case file: print what they change, write them with --write
    Labs {
        /// The case file, or the number of a case in the folder of the cases
        case: PathBuf,
        /// The table as CSV (semicolons, commas or tabs); - for standard input
        table: PathBuf,
        #[command(flatten)]
        parts: LabParts,
    },
    /// List past decisions, the newest first, or those that a query finds
    List {
        /// As in `search`
        words: Vec<String>,
        #[command(flatten)]
        parts: SearchParts,
    },
    /// Search past decisions: words, and filters such as class:III+V first:belimumab upcr>2 2024.. -outcome:deferred
    #[command(after_help = FILTERS)]
    Search {
        /// Words, of which the last may be the beginning of one, and filters; @NAME for a saved query
        words: Vec<String>,
        #[command(flatten)]
        parts: SearchParts,
        #[command(flatten)]
        queries: SavedParts,
    },
    /// Take a decision on a case, read it back and lock it (exit code 1 when something is missing)
    Decide {
        /// A case file, or the number of a case in `cases`
        case: String,
        #[command(flatten)]
        parts: Box<Parts>,
    },
    /// Make a new version of a decision; what is not named stays as it was
    Amend {
        /// The decision's number, or the beginning of it
        id: String,
        /// Why it is amended
        #[arg(long, value_name = "TEXT")]
        reason: String,
        #[command(flatten)]
        parts: Box<Parts>,
    },
    /// Sign a decision
    Sign {
        /// The decision's number, or the beginning of it
        id: String,
        /// Who signs
        #[arg(long, value_name = "NAME")]
        by: String,
        /// text or json
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// Say that the patient was told, and what they answer
    Told {
        /// The decision's number, or the beginning of it
        id: String,
        #[command(flatten)]
        parts: ToldParts,
        /// text or json
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// Say what came of a decision
    Follow {
        /// The decision's number, or the beginning of it
        id: String,
        #[command(flatten)]
        parts: Box<FollowParts>,
        /// text or json
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// Say that an action of a decision is done or dropped
    Act {
        /// The decision's number, or the beginning of it
        id: String,
        /// The action, from 1
        action: u32,
        /// done or dropped
        end: String,
        /// Why, where it was dropped
        #[arg(long, value_name = "TEXT", default_value = "")]
        words: String,
        /// text or json
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// Close the record of a decision: nothing more is due
    Close {
        /// The decision's number, or the beginning of it
        id: String,
        /// Why
        #[arg(long, value_name = "TEXT", default_value = "")]
        words: String,
        /// text or json
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// What is due: signatures, patients to tell, look-backs, actions, cases that come back, drafts
    Due {
        /// Only this kind: sign, tell, follow-up, action, branch, present-again or draft; repeatable
        #[arg(long, value_name = "KIND", value_delimiter = ',')]
        kind: Vec<String>,
        /// text or json
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// Write past decisions for other programs: CSV with a data dictionary, JSON, FHIR R4, PostgreSQL, what BaMaRa asks for
    Export {
        #[command(subcommand)]
        order: ExportOrder,
    },
    /// Several centres: send this database's journal, take journals into a shared archive, verify it
    #[command(subcommand)]
    Sync(SyncOrder),
    /// Everything recorded of a case, or under a pseudonym across its cases, the oldest first (exit code 1 when nothing is)
    History {
        /// The number of a case, or a pseudonym
        of: String,
        /// text or json
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// A meeting as it was, step by step: who came, each case, each decision as it was read back
    Replay {
        /// Day of the meeting, YYYY-MM-DD
        #[arg(value_parser = day)]
        day: Day,
        /// text or json
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// What a later decision says otherwise than an earlier one, and why
    Compare {
        /// A decision's number, or the beginning of it
        one: String,
        /// Another
        other: String,
        /// text or json
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// The past decisions nearest to a case: in what alike, where they differ, what was decided, what came of it
    Precedents {
        /// A case file, or the number of a case in `cases`
        case: String,
        /// At most this many
        #[arg(long, default_value_t = 20)]
        limit: usize,
        /// text or json
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// Judge past decisions anew with the guidelines of this program: what they would say otherwise, and why (exit code 1
    /// when something)
    Rerun {
        /// Decisions of meetings on this day or later, YYYY-MM-DD
        #[arg(long, value_name = "DAY", value_parser = day)]
        since: Option<Day>,
        /// Decisions on this case
        #[arg(long, value_name = "CASE")]
        case: Option<String>,
        /// text or json
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// Write the sheet of a case as it was decided (fiche RCP): two pages at most
    Sheet(OnDecision),
    /// Write the letter to whoever asked
    Letter(OnDecision),
    /// Write the patient's plan, in everyday words with large letters
    Plan(OnDecision),
    /// Write the minutes of a meeting
    Minutes {
        /// Day of the meeting, YYYY-MM-DD
        #[arg(value_parser = day)]
        day: Day,
        #[command(flatten)]
        leaves: Leaves,
    },
    /// Count past decisions: activity, quorum, agreement, concordance, what was decided, what came of it
    Stats(Box<StatsParts>),
    /// Recompute the journal's chain and every table made from it (exit code 1 when something differs)
    Verify {
        /// A hash printed on minutes: whether the journal still has the event it belongs to, and what came since
        #[arg(long, value_name = "HASH")]
        head: Option<String>,
        /// text or json
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// The guidelines in use: editions, sources, who checked them, what they cover, what is not verified
    #[command(args_conflicts_with_subcommands = true)]
    Guidelines {
        /// text, markdown or json
        #[arg(long, default_value = "text")]
        format: Format,
        #[command(subcommand)]
        order: Option<GuidelineOrder>,
    },
    /// Hold a meeting without the screen: open, attendance, clocks, breaks, close; show it
    Meeting {
        /// Day of the meeting, YYYY-MM-DD; the open one, else the next one of the agenda
        #[arg(long, global = true, value_name = "DAY")]
        day: Option<String>,
        /// The case files of the agenda; `cases` by default
        #[arg(long, global = true, value_name = "DIR")]
        cases: Option<PathBuf>,
        /// text or json: json answers every order with the whole meeting
        #[arg(long, global = true, default_value = "text")]
        format: Format,
        #[command(subcommand)]
        order: MeetingOrder,
    },
    /// Print the charter of the meeting in use: its quorum, its times, its deadlines
    Charter {
        #[command(subcommand)]
        order: Option<CharterOrder>,
    },
    /// Who the patients are: check the file of identities, or print one to start from
    #[command(subcommand)]
    Identities(IdentityOrder),
    /// Copy the database, consistently, while it may be in use
    Backup {
        /// The file to write; it must not exist
        to: PathBuf,
        /// Write a copy in the clear of an encrypted database
        #[cfg(feature = "encryption")]
        #[arg(long, conflicts_with = "encrypt")]
        plain: bool,
    },
    /// Put a copy in the database's place, once it is checked; the present database is kept beside it
    Restore {
        /// The copy, as `backup` or an update of the program made it
        copy: PathBuf,
        /// Change nothing; say what would be lost
        #[arg(long)]
        dry_run: bool,
        /// Restore a copy that is not sound
        #[arg(long)]
        even_if_damaged: bool,
        /// text or json
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// List who looked at which case or decision, and take away what need not be kept any longer
    Access {
        /// Take away the rows of days before this one, YYYY-MM-DD
        #[arg(long, value_name = "DAY", value_parser = day)]
        purge_before: Option<Day>,
        /// Change nothing; say how many rows would be taken away
        #[arg(long, requires = "purge_before")]
        dry_run: bool,
        /// At most this many
        #[arg(long, default_value_t = 50)]
        limit: usize,
        /// text or json
        #[arg(long, default_value = "text")]
        format: Format,
    },
}

/// A document of a decision.
#[derive(Debug, Args)]
pub struct OnDecision {
    /// The decision's number, or the beginning of it; or a case's number, for its last decision
    pub id: String,
    /// Print who the patient is, as --identities says; that it was is written into the access log
    #[arg(long)]
    pub identity: bool,
    #[command(flatten)]
    pub leaves: Leaves,
}

/// How a document leaves the program.
#[derive(Debug, Args)]
pub struct Leaves {
    /// As the ending of --output says, else text
    #[arg(long, value_parser = coded(PaperForm::ALL.iter().map(|one| one.code()), PaperForm::from_code))]
    pub format: Option<PaperForm>,
    /// The file to write; standard output by default
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Take the place of a file that is there already
    #[arg(long, requires = "output")]
    pub replace: bool,
}

pub(super) fn day(written: &str) -> Result<Day, String> {
    written.parse().map_err(|_| "write a day as 2026-02-20".to_owned())
}

/// What can be done with charters.
#[derive(Debug, Subcommand)]
pub enum CharterOrder {
    /// Say what is wrong in charter files, and where (exit code 1 on errors)
    Check {
        /// Charter files
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// text or json
        #[arg(long, default_value = "text")]
        format: Format,
    },
}

/// A code of a closed list.
fn coded<T: Clone + Send + Sync + 'static>(
    codes: impl Iterator<Item = &'static str>,
    of: fn(&str) -> Option<T>,
) -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(codes.collect::<Vec<_>>()).try_map(move |code| of(&code).ok_or(code))
}

/// How a meeting is opened; what is not said is as at the last one.
#[derive(Debug, Args)]
pub struct Opens {
    /// Who chairs
    #[arg(long, value_name = "NAME")]
    pub chair: Option<String>,
    /// Who takes down
    #[arg(long, value_name = "NAME")]
    pub secretary: Option<String>,
    /// Its name
    #[arg(long)]
    pub title: Option<String>,
    /// Where
    #[arg(long)]
    pub place: Option<String>,
    /// How far it reaches
    #[arg(long, value_parser = coded(Reach::ALL.iter().map(|one| one.code()), Reach::from_code))]
    pub reach: Option<Reach>,
    /// How it is held
    #[arg(long, value_parser = coded(Gathering::ALL.iter().map(|one| one.code()), Gathering::from_code))]
    pub gathering: Option<Gathering>,
}

/// What can be done with a meeting.
#[derive(Debug, Subcommand)]
pub enum MeetingOrder {
    /// Open it, correct what its opening says, or open a closed one again
    Open(Opens),
    /// Somebody comes, or is corrected
    Join {
        /// Their name
        name: String,
        /// Their specialty
        #[arg(long, hide_possible_values = true, value_parser = coded(Specialty::ALL.iter().map(|one| one.code()), Specialty::from_code))]
        specialty: Specialty,
        /// What they do at this meeting
        #[arg(long, default_value = "expert", value_parser = coded(Role::ALL.iter().map(|one| one.code()), Role::from_code))]
        role: Role,
        /// How they are there
        #[arg(long, default_value = "room", value_parser = coded(Presence::ALL.iter().map(|one| one.code()), Presence::from_code))]
        presence: Presence,
        /// Their centre
        #[arg(long)]
        centre: Option<String>,
    },
    /// Somebody leaves
    Leave {
        /// Their name
        name: String,
    },
    /// Somebody takes no part in a case
    Recuse {
        /// Their name
        name: String,
        /// The number of the case
        case: String,
        /// They take part again
        #[arg(long)]
        back: bool,
    },
    /// Somebody declares an interest
    Interest {
        /// Their name
        name: String,
        /// Of what kind
        #[arg(value_parser = coded(Interest::ALL.iter().map(|one| one.code()), Interest::from_code))]
        kind: Interest,
        /// In their words
        words: Vec<String>,
    },
    /// Start the clock of a case, or go on with it; any other clock stops
    Start {
        /// The number of the case
        case: String,
    },
    /// Stop the clock of a case
    Pause {
        /// The number of the case
        case: String,
    },
    /// The room has done with a case
    End {
        /// The number of the case
        case: String,
    },
    /// Discuss a case that was to be recorded, or record one that was to be discussed
    Turn {
        /// The number of the case
        case: String,
        /// How it is treated from now on
        #[arg(value_parser = coded(Mode::ALL.iter().map(|one| one.code()), Mode::from_code))]
        mode: Mode,
        /// The named rule under which it is only recorded
        #[arg(long)]
        rule: Option<String>,
        /// Why
        #[arg(long, default_value = "")]
        reason: String,
    },
    /// Give a case more or less time
    Budget {
        /// The number of the case
        case: String,
        /// How long it may take, e.g. "8 min"
        #[arg(value_parser = minutes)]
        time: Minutes,
    },
    /// A case comes onto the agenda after the opening
    Add {
        /// The number of the case
        case: String,
        /// Why so late
        #[arg(long)]
        reason: String,
    },
    /// A break begins
    Break,
    /// The break is over
    Resume,
    /// A case was not reached and goes to another meeting
    Carry {
        /// The number of the case
        case: String,
        /// Why
        #[arg(long)]
        reason: String,
    },
    /// Close the meeting; what is not done goes to another one
    Close {
        /// Why the cases that are left go to another meeting
        #[arg(long)]
        carry_reason: Option<String>,
    },
    /// Print the sheet, the quorum, the clocks, how each case stands
    Show,
    /// List the meetings that were opened, the newest first
    List,
}

fn minutes(written: &str) -> Result<Minutes, String> {
    written.parse().map_err(|_| "write whole minutes, e.g. \"8 min\"".to_owned())
}

/// The scores of one visit.
#[derive(Debug, Clone, Default, Args)]
pub struct Scores {
    /// SLEDAI-2K items that are active, e.g. rash,proteinuria
    #[arg(long, value_delimiter = ',', value_name = "ITEMS")]
    pub present: Vec<String>,
    /// Items that were assessed and are not there
    #[arg(long, value_delimiter = ',', value_name = "ITEMS")]
    pub absent: Vec<String>,
    /// Items that nobody assessed; at a visit without items before, all that are not named
    #[arg(long, value_delimiter = ',', value_name = "ITEMS")]
    pub not_assessed: Vec<String>,
    /// Physician global assessment, 0 to 3
    #[arg(long, value_name = "NUMBER")]
    pub pga: Option<String>,
    /// Patient global assessment, 0 to 100
    #[arg(long, value_name = "NUMBER")]
    pub ptga: Option<String>,
    /// Write the file
    #[arg(long)]
    pub write: bool,
}

/// How a laboratory's table is taken.
#[derive(Debug, Clone, Args)]
pub struct LabParts {
    /// The unit of a title that has none, e.g. "Créatinine=µmol/L"; repeatable
    #[arg(long, value_name = "TITLE=UNIT")]
    pub unit: Vec<String>,
    /// Replace values that the file gives otherwise
    #[arg(long)]
    pub overwrite: bool,
    /// Write the file
    #[arg(long)]
    pub write: bool,
    /// text or json
    #[arg(long, default_value = "text")]
    pub format: Format,
}

/// What can be done with guideline files.
#[derive(Debug, Subcommand)]
pub enum GuidelineOrder {
    /// Say what is wrong in guideline files, and where (exit code 1 on errors)
    Check {
        /// Guideline files or folders; those of --guidelines, else the shipped ones, when nothing is named
        paths: Vec<PathBuf>,
        /// text or json
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// Print a protocol to start your own from
    Example,
}

/// What can be done with a file of identities.
#[derive(Debug, Subcommand)]
pub enum IdentityOrder {
    /// Say what is wrong in a file of identities, and where, without repeating an identity (exit code 1 on errors)
    Check {
        /// The file
        file: PathBuf,
        /// text or json
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// Print a commented file of identities to start from
    Example,
}
