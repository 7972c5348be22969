//! `regards rerun`: past decisions judged anew, one after the other.
//!
//! Exit codes: 0 nothing is said otherwise; 1 something is, or a decision cannot be judged; 3 the database is out of reach.

use std::io::{self, IsTerminal, Write};
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use super::args::Format;
use super::guidelines::library_of_command;
use super::keeping::refused;
use super::looks::log;
use super::settings::Settings;
use crate::archive;
use crate::domain::{CaseId, Day};
use crate::knowledge::Library;
use crate::meeting::{Locked, PastDecision};
use crate::report::{self, Rejudged, RerunJson, RerunTotals};
use crate::store::{Ledger, Looked, Sweep};
use crate::text::{Lang, words};

/// How long nothing is said of long work.
const QUIET: Duration = Duration::from_secs(1);

/// Judges the decisions in force anew and says what is said otherwise.
///
/// # Errors
/// When the output cannot be written.
pub fn rerun(
    since: Option<Day>,
    case: Option<&str>,
    format: Format,
    settings: &Settings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let case = match case.map(str::parse::<CaseId>).transpose() {
        Ok(case) => case,
        Err(refusal) => {
            writeln!(err, "{}", (words(settings.lang).refusal)(&refusal))?;
            return Ok(2);
        }
    };
    let library = library_of_command(settings, err)?;
    let sweep = Sweep { since, case };
    let found = Ledger::open_read_only_with_key(&settings.ledger, &settings.key).and_then(|ledger| {
        let all = ledger.swept(&sweep)?;
        Ok((ledger, all))
    });
    let (ledger, all) = match found {
        Ok(found) => found,
        Err(error) => return refused(&error, settings, err),
    };
    log(Looked::Export, "rerun", settings, err)?;
    let mut told = Told { format, lang: settings.lang, library: &library, json: RerunJson::default(), out };
    told.begin()?;
    let (mut totals, mut written) = (RerunTotals::default(), Ok(()));
    let mut progress = Progress::new(all, settings.lang);
    let swept = ledger.sweep(&sweep, |past, locked| {
        let found = rejudged(&past, locked.as_ref(), &library);
        totals.count(&found);
        written = progress.step(err).and_then(|()| if found.is_same() { Ok(()) } else { told.tell(&past, &found) });
        if written.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    progress.end(err)?;
    written?;
    if let Err(error) = swept {
        return refused(&error, settings, err);
    }
    told.end(&totals)?;
    Ok(u8::from(totals.changed + totals.unreadable > 0))
}

fn rejudged(past: &PastDecision, locked: Option<&Locked>, library: &Library) -> Rejudged {
    let Some(locked) = locked else { return Rejudged::Damaged };
    match archive::rerun(locked, Day(past.locked_at.date_naive()), library) {
        Ok(rerun) => Rejudged::Done(Box::new(rerun)),
        Err(why) => Rejudged::Unreadable(why),
    }
}

/// What is printed, as it is found.
struct Told<'a> {
    format: Format,
    lang: Lang,
    library: &'a Library,
    json: RerunJson,
    out: &'a mut dyn Write,
}

impl Told<'_> {
    fn begin(&mut self) -> io::Result<()> {
        match self.format {
            Format::Json => write!(self.out, "{}", RerunJson::head(self.library)),
            _ => {
                let with = (words(self.lang).rerun.with)(&report::rerun_editions(self.library));
                writeln!(self.out, "{with}")
            }
        }
    }

    fn tell(&mut self, past: &PastDecision, found: &Rejudged) -> io::Result<()> {
        match self.format {
            Format::Json => {
                let entry = self.json.entry(past, found);
                write!(self.out, "{entry}")
            }
            _ => write!(self.out, "{}", report::rejudged_text(past, found, self.library, self.lang)),
        }
    }

    fn end(&mut self, totals: &RerunTotals) -> io::Result<()> {
        match self.format {
            Format::Json => write!(self.out, "{}", self.json.foot(totals)),
            _ => {
                writeln!(self.out)?;
                write!(self.out, "{}", report::rerun_totals_text(totals, self.library, self.lang))
            }
        }
    }
}

/// How far long work has come, where somebody looks on.
struct Progress {
    done: u64,
    all: u64,
    lang: Lang,
    said: Option<Instant>,
    is_shown: bool,
}

impl Progress {
    fn new(all: u64, lang: Lang) -> Self {
        Self { done: 0, all, lang, said: io::stderr().is_terminal().then(Instant::now), is_shown: false }
    }

    fn step(&mut self, err: &mut dyn Write) -> io::Result<()> {
        self.done += 1;
        if self.said.is_some_and(|said| said.elapsed() >= QUIET) {
            self.said = Some(Instant::now());
            self.is_shown = true;
            write!(err, "\r{}", (words(self.lang).rerun.progress)(self.done, self.all))?;
            err.flush()?;
        }
        Ok(())
    }

    fn end(&self, err: &mut dyn Write) -> io::Result<()> {
        if self.is_shown { writeln!(err) } else { Ok(()) }
    }
}
