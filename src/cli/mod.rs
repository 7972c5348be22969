//! Arguments, terminal, clock, effects, exit codes. Decides nothing.

mod after;
mod args;
mod charter;
mod chase;
mod check;
mod counter;
mod decide;
mod documents;
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
mod stats;
mod trouble;
mod wake;

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
use crate::text::Words;

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
            // A closed pipe takes the help with it.
            let _ = error.print();
            return if wanted { Exit::Done } else { Exit::Usage }.into();
        }
    };
    let settings = match Settings::new(&arguments) {
        Ok(settings) => settings,
        Err(sentence) => {
            complain(&sentence);
            return Exit::Usage.into();
        }
    };
    #[cfg(feature = "encryption")]
    let settings = match key::settle(settings, &arguments) {
        Ok(settings) => settings,
        Err((sentence, exit)) => {
            complain(&sentence);
            return exit.into();
        }
    };
    let mut settings = settings;
    let checks_charters = matches!(arguments.command, Some(Order::Charter { order: Some(_), .. }));
    if let Some(path) = arguments.shared.charter.filter(|_| !checks_charters)
        && let Err(exit) = charter::take(&path, &mut settings)
    {
        return exit.into();
    }
    match arguments.command {
        Some(Order::New { case: None, output }) if has_terminal() => room::begin_case(output, &settings),
        Some(order) => obey(order, &settings),
        None => meet(arguments.paths, &settings),
    }
    .into()
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
fn meet(paths: Vec<PathBuf>, settings: &Settings) -> Exit {
    let words = crate::text::words(settings.lang);
    if !has_terminal() {
        complain(words.error.no_terminal);
        return Exit::Usage;
    }
    room::open(&with_default(paths), settings)
}

fn has_terminal() -> bool {
    std::io::stdout().is_terminal() && std::io::stdin().is_terminal()
}

/// The paths named, or the folder of cases.
fn with_default(paths: Vec<PathBuf>) -> Vec<PathBuf> {
    if paths.is_empty() { vec![PathBuf::from(paths::CASES)] } else { paths }
}

fn obey(order: Order, settings: &Settings) -> Exit {
    let (mut out, mut err) = (std::io::stdout().lock(), std::io::stderr().lock());
    let done = match order {
        Order::Check { paths, chase: true, format } => chase::chase(&paths, format, settings, &mut out, &mut err),
        Order::Check { paths, format, .. } => {
            let print = if format == Format::Json { Print::Json } else { Print::sentences() };
            check(&paths, print, settings.lang, settings.today, &mut out, &mut err)
        }
        Order::Guidelines { order: None, format } => guidelines::editions(format, settings, &mut out, &mut err),
        Order::Guidelines { order: Some(GuidelineOrder::Example), .. } => guidelines::example(&mut out),
        Order::Guidelines { order: Some(GuidelineOrder::Check { paths, format }), .. } => {
            let print = if format == Format::Json { Print::Json } else { Print::sentences() };
            let folder = settings.guidelines.as_deref();
            check_guidelines(&paths, folder, print, settings.lang, settings.today, &mut out, &mut err)
        }
        Order::Charter { order: None } => charter::print(settings, &mut out),
        Order::Charter { order: Some(CharterOrder::Check { paths, format }) } => {
            let print = if format == Format::Json { Print::Json } else { Print::sentences() };
            check_charters(&paths, print, settings.lang, &mut out, &mut err)
        }
        Order::Meeting { day, cases, format, order } => {
            meeting::meeting(&order, day.as_deref(), cases, format, settings, &mut out, &mut err)
        }
        Order::Identities(IdentityOrder::Example) => identities::example(settings.lang, &mut out),
        Order::Identities(IdentityOrder::Check { file, format }) => {
            let print = if format == Format::Json { Print::Json } else { Print::sentences() };
            check_identities(&file, print, settings.lang, settings.today, &mut out, &mut err)
        }
        Order::Schema => print_schema(&mut out),
        Order::New { case: None, .. } => {
            drop(out);
            drop(err);
            complain(crate::text::words(settings.lang).new_case.no_number);
            return Exit::Usage;
        }
        Order::New { case: Some(case), output } => new(&case, output.as_deref(), settings.lang, &mut out, &mut err),
        Order::Labs { case, table, parts } => labs::labs(&case, &table, &parts, settings, &mut out, &mut err),
        Order::Backup { to, .. } => keeping::backup(&to, settings, &mut out, &mut err),
        Order::Restore { copy, dry_run, even_if_damaged, format } => {
            let how = keeping::Restoring { dry_run, even_if_damaged };
            keeping::restore(&copy, how, format, settings, &mut out, &mut err)
        }
        Order::Access { purge_before, dry_run, limit, format } => {
            let wanted = keeping::Wanted { purge_before, dry_run, limit };
            keeping::access(&wanted, format, settings, &mut out, &mut err)
        }
        Order::Show { case, suppose, format } => orders::show(&case, &suppose, format, settings, &mut out, &mut err),
        Order::Score { case, scores } => score::score(&case, &scores, settings, &mut out, &mut err),
        Order::List { words, parts } => {
            search::search(&words, &parts, &search::SavedParts::default(), settings, &mut out, &mut err)
        }
        Order::Search { words, parts, queries } => {
            search::search(&words, &parts, &queries, settings, &mut out, &mut err)
        }
        Order::Decide { case, parts } => decide::decide(&case, &parts, settings, &mut out, &mut err),
        Order::Amend { id, reason, parts } => decide::amend(&id, &reason, &parts, settings, &mut out, &mut err),
        Order::Sign { id, by, format } => {
            after::record(&id, |found, words| after::signed(&by, found, words), format, settings, &mut out, &mut err)
        }
        Order::Told { id, parts, format } => {
            let what = |found: &Recorded, words: &Words| after::told(&parts, settings, found, words);
            after::record(&id, what, format, settings, &mut out, &mut err)
        }
        Order::Follow { id, parts, format } => {
            let what = |_: &Recorded, words: &Words| after::followed(&parts, settings, words);
            after::record(&id, what, format, settings, &mut out, &mut err)
        }
        Order::Act { id, action, end, words: said, format } => {
            let what = |found: &Recorded, words: &Words| after::ended(action, &end, &said, settings, found, words);
            after::record(&id, what, format, settings, &mut out, &mut err)
        }
        Order::Close { id, words: said, format } => {
            after::record(&id, |found, words| after::closed(&said, found, words), format, settings, &mut out, &mut err)
        }
        Order::Export { order } => export::export(&order, settings, &mut out, &mut err),
        Order::Due { kind, format } => overdue::due(&kind, format, settings, &mut out, &mut err),
        Order::Stats(parts) => stats::stats(&parts, settings, &mut out, &mut err),
        Order::History { of, format } => past::history(&of, format, settings, &mut out, &mut err),
        Order::Replay { day, format } => past::replay(day, format, settings, &mut out, &mut err),
        Order::Compare { one, other, format } => past::compare([&one, &other], format, settings, &mut out, &mut err),
        Order::Precedents { case, limit, format } => {
            precedents::precedents(&case, limit, format, settings, &mut out, &mut err)
        }
        Order::Rerun { since, case, format } => {
            rerun::rerun(since, case.as_deref(), format, settings, &mut out, &mut err)
        }
        Order::Sheet(asked) => documents::on_decision(Paper::Sheet, &asked, settings, &mut out, &mut err),
        Order::Letter(asked) => documents::on_decision(Paper::Letter, &asked, settings, &mut out, &mut err),
        Order::Plan(asked) => documents::on_decision(Paper::Plan, &asked, settings, &mut out, &mut err),
        Order::Minutes { day, leaves } => documents::minutes(day, &leaves, settings, &mut out, &mut err),
        Order::Verify { head, format } => keeping::verify(head.as_deref(), format, settings, &mut out, &mut err),
    };
    match done {
        Ok(code) => Exit::from_code(code),
        // The reader of the output has seen enough.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Exit::Done,
        Err(error) => {
            drop(err);
            complain(&error.to_string());
            Exit::NoAccess
        }
    }
}

/// A sentence on standard error.
fn complain(sentence: &str) {
    // Nobody is left to tell where standard error is closed.
    let _ = writeln!(std::io::stderr(), "{sentence}");
}
