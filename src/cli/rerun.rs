//! `regards rerun`: past decisions judged anew, one after the other.
//!
//! Exit codes: 0 nothing is said otherwise; 1 something is, or a decision cannot be judged; 3 the database is out of reach; 130 stopped by Ctrl-C.

use std::io::{self, Write};
use std::ops::ControlFlow;

use super::args::Format;
use super::aside;
use super::guidelines::library_of_command;
use super::keeping::refused;
use super::looks::log;
use super::progress::{Interrupt, Progress};
use super::settings::Settings;
use crate::archive;
use crate::domain::{CaseId, Day};
use crate::knowledge::Library;
use crate::meeting::{Locked, PastDecision};
use crate::report::{self, Rejudged, RerunJson, RerunTotals};
use crate::store::{Looked, Sweep, Watch};
use crate::text::{Lang, words};

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
            aside(err, &(words(settings.lang).refusal)(&refusal))?;
            return Ok(2);
        }
    };
    let library = library_of_command(settings, err)?;
    let sweep = Sweep { since, case };
    let found = settings.ledger_to_read().and_then(|ledger| {
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
    let (mut totals, mut done, mut ended) = (RerunTotals::default(), 0, Ok(()));
    let interrupt = Interrupt::heeded();
    let mut progress = Progress::of(words(settings.lang).rerun.title, &interrupt, settings.lang, err);
    let swept = ledger.sweep(&sweep, |past, locked| {
        done += 1;
        if let Err(stopped) = progress.at(done, Some(all)) {
            ended = Err(stopped);
            return ControlFlow::Break(Ok(()));
        }
        let found = rejudged(&past, locked.as_ref(), &library);
        totals.count(&found);
        match if found.is_same() { Ok(()) } else { told.tell(&past, &found) } {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => ControlFlow::Break(Err(error)),
        }
    });
    drop(progress);
    match swept.and_then(|written| ended.map(|()| written)) {
        Ok(written) => written.unwrap_or(Ok(()))?,
        Err(error) => return refused(&error, settings, err),
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
        if self.format == Format::Json {
            return write!(self.out, "{}", RerunJson::head(self.library));
        }
        writeln!(self.out, "{}", (words(self.lang).rerun.with)(&report::rerun_editions(self.library)))
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
        if self.format == Format::Json {
            return write!(self.out, "{}", self.json.foot(totals));
        }
        writeln!(self.out, "\n{}", report::rerun_totals_text(totals, self.library, self.lang).trim_end())
    }
}
