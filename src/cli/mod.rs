//! Arguments, terminal, clock, effects, exit codes. Decides nothing.

mod after;
mod args;
mod charter;
mod chase;
mod check;
pub mod config;
mod counter;
mod decide;
mod demo;
mod documents;
mod ear;
mod editor;
mod export;
mod guidelines;
mod identities;
mod intake;
mod keeping;
#[cfg(feature = "encryption")]
mod key;
mod labs;
mod lead;
mod looks;
mod meeting;
mod naming;
mod new;
mod orders;
mod overdue;
mod past;
mod paths;
mod pen;
mod precedents;
mod progress;
mod reader;
mod rerun;
mod rewrite;
mod rights;
mod room;
mod schema;
mod score;
mod screen;
mod search;
mod searcher;
mod settings;
mod shell;
mod stats;
mod sync;
mod terminal;
mod themes;
mod trouble;
mod wake;

use std::fmt::Display;
use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use args::{Arguments, CharterOrder, Format, GuidelineOrder, IdentityOrder, Order};
pub use charter::check_charters;
pub use check::{Print, check};
pub use guidelines::check_guidelines;
pub use identities::check_identities;
pub use new::new;
pub use rewrite::{Rewritten, rewrite};
pub use schema::{print_schema, schema};
use settings::Settings;

use crate::domain::Paper;
use crate::meeting::Recorded;
use crate::text::{Lang, Words, visible_lines};

/// How the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done = 0,
    /// Done, and something was found wrong.
    Findings = 1,
    /// The words of the call are off.
    Usage = 2,
    /// Something could not be read or written.
    NoAccess = 3,
    /// Long work was stopped by Ctrl-C.
    Stopped = progress::STOPPED as isize,
}

impl Exit {
    fn from_code(code: u8) -> Self {
        match code {
            0 => Self::Done,
            1 => Self::Findings,
            2 => Self::Usage,
            progress::STOPPED => Self::Stopped,
            _ => Self::NoAccess,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Runs the program with the process's arguments.
pub fn main() -> ExitCode {
    outlive_limits();
    let arguments = match Arguments::read() {
        Ok(arguments) => arguments,
        Err(error) => {
            let wanted = !error.use_stderr();
            if error.kind() == clap::error::ErrorKind::DisplayVersion && std::env::args().any(|one| one == "--version")
            {
                let lang = Lang::choose(None, |name| std::env::var(name).ok());
                let _ = writeln!(std::io::stdout(), "{}", shell::long_version(lang));
                return Exit::Done.into();
            }
            let said = error.render().to_string();
            if wanted || visible_lines(&said) == said.trim_end_matches('\n') {
                // A closed pipe takes the help with it.
                let _ = error.print();
            } else {
                complain(&said);
            }
            return if wanted { Exit::Done } else { Exit::Usage }.into();
        }
    };
    let mut arguments = arguments;
    if let Some(exit) = without_configuration(&arguments) {
        return exit.into();
    }
    let config = match config::Standing::find(&arguments, settings::language(&arguments)) {
        Ok(config) => config,
        Err(exit) => return exit.into(),
    };
    config.lay_under(&mut arguments);
    let settings = match Settings::new(&arguments, config) {
        Ok(settings) => settings,
        Err(sentence) => {
            complain(&sentence);
            return Exit::Usage.into();
        }
    };
    #[cfg(feature = "encryption")]
    let settings = match if arguments.demo { Ok(settings) } else { key::settle(settings, &arguments) } {
        Ok(settings) => settings,
        Err((sentence, exit)) => {
            complain(&sentence);
            return exit.into();
        }
    };
    let mut settings = settings;
    // What tells of a charter, or of where one is named, must not need it whole.
    let needs_none = matches!(arguments.command, Some(Order::Charter { order: Some(_), .. } | Order::Config { .. }));
    if let Some(path) = arguments.shared.charter.filter(|_| !needs_none && !arguments.demo)
        && let Err(exit) = charter::take(&path, &mut settings)
    {
        return exit.into();
    }
    match arguments.command {
        Some(Order::New { case: None, output }) if has_terminal() => {
            meet(|settings| room::begin_case(output, &settings), settings)
        }
        Some(order) => obey(order, &settings),
        None if arguments.demo => meet(|settings| demo::open(settings, arguments.shared.date.is_some()), settings),
        None => {
            let cases = cases_to_open(arguments.paths, &mut settings);
            meet(|settings| room::open(&cases, &settings), settings)
        }
    }
    .into()
}

/// Carries out what works whatever the configuration says, and without one.
fn without_configuration(arguments: &Arguments) -> Option<Exit> {
    let lang = settings::language(arguments);
    let (mut out, mut err) = (std::io::stdout(), std::io::stderr());
    let done = match &arguments.command {
        Some(Order::Schema { of }) => schema::print_schema_of(*of, &mut out),
        Some(Order::Completions { shell }) => shell::completions(*shell, &mut out),
        Some(Order::Man { folder }) => shell::man(folder.as_deref(), lang, &mut out, &mut err),
        Some(Order::Config { path: true, .. }) => config::print_path(&arguments.shared, lang, &mut out, &mut err),
        _ => return None,
    };
    Some(ended(done))
}

/// A file larger than the system allows must be a refusal like any other, not the end of the program.
fn outlive_limits() {
    #[cfg(unix)]
    {
        // Where it cannot be arranged, the system's own way stays.
        let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::default());
    }
}

/// Opens the meeting, where there is a terminal to hold it on.
fn meet(open: impl FnOnce(Settings) -> Exit, settings: Settings) -> Exit {
    let words = crate::text::words(settings.lang);
    if !has_terminal() {
        complain(words.error.no_terminal);
        return Exit::Usage;
    }
    if let Some(why) = terminal::refusal(settings.lang) {
        complain(why);
        return Exit::Usage;
    }
    open(settings)
}

fn has_terminal() -> bool {
    std::io::stdout().is_terminal() && std::io::stdin().is_terminal()
}

/// The paths that were named, else the usual ones; of those nothing, where there is none: that is not an error but a first run.
fn cases_to_open(named: Vec<PathBuf>, settings: &mut Settings) -> Vec<PathBuf> {
    if !named.is_empty() {
        settings.cases = named;
        return settings.cases.clone();
    }
    let is_any_there = settings.cases.iter().any(|path| path.exists());
    if is_any_there { settings.cases.clone() } else { Vec::new() }
}

fn obey(order: Order, settings: &Settings) -> Exit {
    let done = carry_out(order, settings, &mut std::io::stdout().lock(), &mut std::io::stderr().lock());
    ended(done)
}

fn ended(done: std::io::Result<u8>) -> Exit {
    match done {
        Ok(code) => Exit::from_code(code),
        // The reader of the output has seen enough.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Exit::Done,
        Err(error) => {
            complain(&error.to_string());
            Exit::NoAccess
        }
    }
}

/// Carries an order out: its exit code.
fn carry_out(order: Order, settings: &Settings, out: &mut dyn Write, err: &mut dyn Write) -> std::io::Result<u8> {
    match order {
        Order::Check { paths, chase: true, format } => {
            chase::chase(settings.cases_or(&paths), format, settings, out, err)
        }
        Order::Check { paths, format, .. } => {
            let print = if format == Format::Json { Print::Json } else { Print::sentences() };
            check(settings.cases_or(&paths), print, settings.lang, settings.today, out, err)
        }
        Order::Guidelines { order: None, format } => guidelines::editions(format, settings, out, err),
        Order::Guidelines { order: Some(GuidelineOrder::Example), .. } => guidelines::example(out),
        Order::Guidelines { order: Some(GuidelineOrder::Check { paths, format }), .. } => {
            let print = if format == Format::Json { Print::Json } else { Print::sentences() };
            let folder = settings.guidelines.as_deref();
            check_guidelines(&paths, folder, print, settings.lang, settings.today, out, err)
        }
        Order::Charter { order: None } => charter::print(settings, out),
        Order::Charter { order: Some(CharterOrder::Check { paths, format }) } => {
            let print = if format == Format::Json { Print::Json } else { Print::sentences() };
            check_charters(&paths, print, settings.lang, out, err)
        }
        Order::Meeting { day, cases, format, order } => {
            meeting::meeting(&order, day.as_deref(), cases, format, settings, out, err)
        }
        Order::Identities(IdentityOrder::Example) => identities::example(settings.lang, out),
        Order::Identities(IdentityOrder::Check { file, format }) => {
            let print = if format == Format::Json { Print::Json } else { Print::sentences() };
            check_identities(&file, print, settings.lang, settings.today, out, err)
        }
        Order::Schema { of } => schema::print_schema_of(of, out),
        Order::Config { path: true, .. } | Order::Completions { .. } | Order::Man { .. } => Ok(0),
        Order::Config { keys: true, format, .. } => config::print_keys(format, settings, out),
        Order::Config { format, .. } => config::print(format, settings, out),
        Order::New { case: None, .. } => {
            aside(err, &crate::text::words(settings.lang).new_case.no_number)?;
            Ok(2)
        }
        Order::New { case: Some(case), output } => new(&case, output.as_deref(), settings.lang, out, err),
        Order::Labs { case, table, parts } => labs::labs(case, &table, &parts, settings, out, err),
        Order::Backup { to, .. } => keeping::backup(&to, settings, out, err),
        Order::Restore { copy, dry_run, even_if_damaged, format } => {
            let how = keeping::Restoring { dry_run, even_if_damaged };
            keeping::restore(&copy, how, format, settings, out, err)
        }
        Order::Access { purge_before, dry_run, limit, format } => {
            let wanted = keeping::Wanted { purge_before, dry_run, limit };
            keeping::access(&wanted, format, settings, out, err)
        }
        Order::Show { case, suppose, format } => orders::show(&case, &suppose, format, settings, out, err),
        Order::Score { case, scores } => score::score(case, &scores, settings, out, err),
        Order::List { words, parts } => {
            search::search(&words, &parts, &search::SavedParts::default(), settings, out, err)
        }
        Order::Search { words, parts, queries } => search::search(&words, &parts, &queries, settings, out, err),
        Order::Decide { case, parts } => decide::decide(&case, &parts, settings, out, err),
        Order::Amend { id, reason, parts } => decide::amend(&id, &reason, &parts, settings, out, err),
        Order::Sign { id, by, format } => {
            after::record(&id, |found, words| after::signed(&by, found, words), format, settings, out, err)
        }
        Order::Told { id, parts, format } => {
            let what = |found: &Recorded, words: &Words| after::told(&parts, settings, found, words);
            after::record(&id, what, format, settings, out, err)
        }
        Order::Follow { id, parts, format } => {
            let what = |_: &Recorded, words: &Words| after::followed(&parts, settings, words);
            after::record(&id, what, format, settings, out, err)
        }
        Order::Act { id, action, end, words: said, format } => {
            let what = |found: &Recorded, words: &Words| after::ended(action, &end, &said, settings, found, words);
            after::record(&id, what, format, settings, out, err)
        }
        Order::Close { id, words: said, format } => {
            after::record(&id, |found, words| after::closed(&said, found, words), format, settings, out, err)
        }
        Order::Export { order } => export::export(&order, settings, out, err),
        Order::Sync(order) => sync::sync(&order, settings, out, err),
        Order::Due { kind, format } => overdue::due(&kind, format, settings, out, err),
        Order::Stats(parts) => stats::stats(&parts, settings, out, err),
        Order::History { of, format } => past::history(&of, format, settings, out, err),
        Order::Replay { day, format } => past::replay(day, format, settings, out, err),
        Order::Compare { one, other, format } => past::compare([&one, &other], format, settings, out, err),
        Order::Precedents { case, limit, format } => precedents::precedents(&case, limit, format, settings, out, err),
        Order::Rerun { since, case, format } => rerun::rerun(since, case.as_deref(), format, settings, out, err),
        Order::Sheet(asked) => documents::on_decision(Paper::Sheet, &asked, settings, out, err),
        Order::Letter(asked) => documents::on_decision(Paper::Letter, &asked, settings, out, err),
        Order::Plan(asked) => documents::on_decision(Paper::Plan, &asked, settings, out, err),
        Order::Minutes { day, leaves } => documents::minutes(day, &leaves, settings, out, err),
        Order::Verify { head, format } => keeping::verify(head.as_deref(), format, settings, out, err),
    }
}

/// A sentence on standard error.
fn complain(sentence: &str) {
    // Nobody is left to tell where standard error is closed.
    let _ = aside(&mut std::io::stderr(), &sentence);
}

/// What is said beside the answer of a command. It repeats names and words that somebody typed: none of them commands the terminal.
fn aside(err: &mut dyn Write, sentence: &dyn Display) -> std::io::Result<()> {
    writeln!(err, "{}", visible_lines(&sentence.to_string()))
}
