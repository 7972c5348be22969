use std::path::PathBuf;

use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

use crate::domain::Day;

/// EULAR, ACR and KDIGO side by side for the lupus meeting; decisions and their reasons kept in SQLite.
#[derive(Debug, Parser)]
#[command(name = "regards", version, about, long_about = None, subcommand_precedence_over_arg = true)]
#[command(override_usage = "regards [OPTIONS] [PATHS]...\n       regards [OPTIONS] <COMMAND>")]
pub struct Arguments {
    /// Case files or folders; `cases` when nothing is named
    pub paths: Vec<PathBuf>,
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
        let arguments = Self::try_parse()?;
        if let (Some(_), Some(path)) = (&arguments.command, arguments.paths.first()) {
            let words = format!("'{}' stands before the command: name files after it", path.display());
            return Err(Self::command().error(clap::error::ErrorKind::ArgumentConflict, words));
        }
        Ok(arguments)
    }
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
    /// A shipped theme's name, or a base16/base24 scheme file
    #[arg(long, global = true, value_name = "THEME")]
    pub theme: Option<String>,
    /// The day everything is computed for, YYYY-MM-DD; today by default
    #[arg(long, global = true, value_name = "DAY")]
    pub date: Option<String>,
    /// A folder with more guidelines (`*.yaml`), each one more column; see `regards guidelines`
    #[arg(long, global = true, value_name = "DIR")]
    pub guidelines: Option<PathBuf>,
    /// Write nothing to the database
    #[arg(long, global = true)]
    pub read_only: bool,
    /// Hide what could identify somebody
    #[arg(long, global = true)]
    pub mask: bool,
    /// Who the patients are: a YAML file that only its owner can read; see `regards identities`
    #[arg(long, global = true, value_name = "FILE")]
    pub identities: Option<PathBuf>,
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

/// A language of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
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

/// What can be done without the screen.
#[derive(Debug, Subcommand)]
pub enum Order {
    /// Say what is wrong or missing in case files, and where (exit code 1 on errors)
    Check {
        /// Case files or folders; `cases` when nothing is named
        paths: Vec<PathBuf>,
        /// text or json
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// Print the JSON Schema of a case file
    Schema,
    /// Write a commented skeleton of a case file
    New {
        /// Number of the case, e.g. LN-2026-013
        case: String,
        /// Where to write it; standard output by default
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Print a case: the guidelines side by side, activity, damage, what is missing
    Show {
        /// A case file, or the number of a case in `cases`
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
        /// The case file
        case: PathBuf,
        #[command(flatten)]
        scores: Scores,
    },
    /// List past decisions, the newest first
    List {
        /// At most this many
        #[arg(long, default_value_t = 50)]
        limit: usize,
        /// text or json
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// Search past decisions: questions, reasons, lines, drugs
    Search {
        /// Words; the last may be the beginning of one
        words: Vec<String>,
        /// At most this many
        #[arg(long, default_value_t = 50)]
        limit: usize,
        /// text or json
        #[arg(long, default_value = "text")]
        format: Format,
    },
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

fn day(written: &str) -> Result<Day, String> {
    written.parse().map_err(|_| "write a day as 2026-02-20".to_owned())
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
