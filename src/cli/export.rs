//! Past decisions written for other programs, whole or not at all; who the patients are only where asked, and then logged.

use std::cell::{Cell, RefCell};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::aside;
use super::keeping::refused;
use super::looks::{log, looked_at_each};
use super::naming::Telling;
use super::progress::{Interrupt, Progress};
use super::search::understood;
use super::settings::Settings;
use super::sync::{Leaving, Whose, postgres};
use crate::domain::{CaseId, Day};
use crate::report::{self, Export, Naming};
use crate::store::{self, Choice, Ledger, Looked, StoreError, Watch, write_whole};
use crate::text::dictionary::{self, View};
use crate::text::{Words, shown_path, words};

/// What can be exported.
#[derive(Debug, Subcommand)]
pub enum ExportOrder {
    /// One CSV file a table in a folder, with the data dictionary beside them; or one table
    Csv {
        /// This table only
        #[arg(long, value_name = "NAME")]
        table: Option<String>,
        #[command(flatten)]
        parts: ExportParts,
    },
    /// One JSON document, a decision a line
    Json {
        #[command(flatten)]
        parts: ExportParts,
    },
    /// One FHIR R4 bundle; only verified codes, all else as text
    Fhir {
        #[command(flatten)]
        parts: ExportParts,
    },
    /// What is to be entered in BaMaRa, as CSV: cases decided at meetings
    Bamara {
        #[command(flatten)]
        parts: ExportParts,
    },
    /// One script for PostgreSQL: the journal whole, or those of a shared archive, with the views over it
    Sql {
        /// The journals of this shared archive, instead of the database's own
        #[arg(long, value_name = "FILE", conflicts_with = "centre")]
        archive: Option<PathBuf>,
        #[command(flatten)]
        whose: Whose,
        #[command(flatten)]
        to: Leaving,
    },
    /// Print the data dictionary as CSV: every column of every table and SQL view, in both languages
    Dictionary,
}

/// Which decisions, and where to.
#[derive(Debug, Clone, Args)]
pub struct ExportParts {
    /// From this day of the meeting on, YYYY-MM-DD
    #[arg(long, value_name = "DAY", value_parser = super::args::day)]
    pub since: Option<Day>,
    /// Up to this day of the meeting, YYYY-MM-DD
    #[arg(long, value_name = "DAY", value_parser = super::args::day)]
    pub until: Option<Day>,
    /// Of this case only
    #[arg(long, value_name = "CASE", value_parser = case)]
    pub case: Option<CaseId>,
    /// Those that meet this line, as `regards search` reads it, e.g. "class:V 2024.."
    #[arg(long, value_name = "QUERY", allow_hyphen_values = true)]
    pub filter: Option<String>,
    /// Versions that were replaced too
    #[arg(long)]
    pub all_versions: bool,
    /// The file to write, the folder of the tables; standard output by default
    #[arg(long, short, value_name = "PATH")]
    pub output: Option<PathBuf>,
    /// Replace what is there
    #[arg(long)]
    pub replace: bool,
    /// Say who the patients are, from the file of --identities; each is written down as shown
    #[arg(long, requires = "output")]
    pub with_identity: bool,
}

fn case(written: &str) -> Result<CaseId, String> {
    written.parse().map_err(|_| "write the number of a case, e.g. LN-2026-006".to_owned())
}

impl ExportParts {
    fn choice(&self) -> Choice {
        let (since, until, case) = (self.since, self.until, self.case.clone());
        Choice { since, until, case, all_versions: self.all_versions, query: None }
    }
}

/// What is written.
#[derive(Debug, Clone, Copy)]
enum Kind {
    Tables,
    Table(&'static View),
    Json,
    Fhir,
    Activities,
}

impl Kind {
    /// What the access log calls it.
    fn name(self) -> String {
        match self {
            Self::Tables => "csv".to_owned(),
            Self::Table(view) => format!("csv {}", view.name),
            Self::Json => "json".to_owned(),
            Self::Fhir => "fhir".to_owned(),
            Self::Activities => "bamara".to_owned(),
        }
    }
}

/// Exports past decisions.
///
/// # Errors
/// When the output cannot be written.
pub fn export(order: &ExportOrder, settings: &Settings, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    let words = words(settings.lang);
    let (kind, parts) = match order {
        ExportOrder::Dictionary => return report::dictionary(out).map(|()| 0),
        ExportOrder::Sql { archive, whose, to } => {
            return postgres(archive.as_deref(), whose, to, settings, out, err);
        }
        ExportOrder::Csv { table: None, parts } => (Kind::Tables, parts),
        ExportOrder::Csv { table: Some(name), parts } => match dictionary::views().find(|view| view.name == name) {
            Some(view) => (Kind::Table(view), parts),
            None => return unusable(&unknown(name, words), err),
        },
        ExportOrder::Json { parts } => (Kind::Json, parts),
        ExportOrder::Fhir { parts } => (Kind::Fhir, parts),
        ExportOrder::Bamara { parts } => (Kind::Activities, parts),
    };
    if parts.with_identity && settings.masked {
        return unusable(words.export.masked_identity, err);
    }
    match (kind, &parts.output) {
        (Kind::Tables, None) => return unusable(words.export.no_output, err),
        (Kind::Tables, Some(to)) if to.is_file() => {
            return unusable(&(words.export.no_folder)(&shown_path(to)), err);
        }
        _ => {}
    }
    let telling = match parts.with_identity.then(|| Telling::of(settings)).transpose() {
        Ok(telling) => telling,
        Err(sentence) => return unusable(&sentence, err),
    };
    let ledger = match settings.ledger_to_read() {
        Ok(ledger) => ledger,
        Err(error) => return refused(&error, settings, err),
    };
    let mut choice = parts.choice();
    if let Some(line) = &parts.filter {
        match understood(line, &ledger, settings, err)? {
            Ok((query, _)) => choice.query = Some(query),
            Err(code) => return Ok(code),
        }
    }
    let job = Job { kind, parts, choice, settings, telling };
    match job.done(&ledger, out, err) {
        Ok(count) => {
            log(Looked::Export, &job.target(), settings, err)?;
            job.left_out(words, err)?;
            job.left_there(words, err)?;
            if count == 0 {
                aside(err, &words.export.nothing_chosen)?;
            }
            Ok(u8::from(count == 0))
        }
        Err(StoreError::Unwritten(error)) if parts.output.is_none() => Err(error),
        Err(StoreError::AlreadyThere(at)) => {
            aside(err, &(words.export.already_there)(&shown_path(&at)))?;
            Ok(3)
        }
        Err(error) => refused(&error, settings, err),
    }
}

fn unusable(sentence: &str, err: &mut dyn Write) -> io::Result<u8> {
    aside(err, &sentence)?;
    Ok(2)
}

fn unknown(name: &str, words: &Words) -> String {
    let known = dictionary::views().map(|view| view.name).collect::<Vec<_>>().join(", ");
    (words.export.unknown_table)(name, &known)
}

/// An export under way.
struct Job<'a> {
    kind: Kind,
    parts: &'a ExportParts,
    choice: Choice,
    settings: &'a Settings,
    telling: Option<Telling>,
}

impl Job<'_> {
    /// Does it; gives how many decisions were chosen.
    fn done(&self, ledger: &Ledger, out: &mut dyn Write, err: &mut dyn Write) -> Result<u64, StoreError> {
        let Some(to) = &self.parts.output else {
            // Nothing is left half written where nothing is written to a file: Ctrl-C ends the program as ever.
            return self.in_ledger(ledger, &mut (), &mut |export, watch| self.write(export, watch, out).map(drop));
        };
        let interrupt = Interrupt::heeded();
        ledger.stops_at(interrupt.flag())?;
        let mut rows = (0, 0);
        let mut progress =
            Progress::of(words(self.settings.lang).export.exporting, &interrupt, self.settings.lang, err);
        let count = self.in_ledger(ledger, &mut progress, &mut |export, watch| match self.kind {
            Kind::Tables => in_folder(to, &mut |folder| self.tables(export, folder, watch)).map(|found| rows = found),
            _ => self.deliver(to, &mut |file| {
                self.write(export, watch, file)?;
                self.write_down()
            }),
        })?;
        drop(progress);
        let (say, at) = (&words(self.settings.lang).export, shown_path(to));
        match self.kind {
            Kind::Tables => writeln!(out, "{}", (say.rows)(rows.0, rows.1, &at))?,
            _ => writeln!(out, "{}", (say.written)(count, &at))?,
        }
        Ok(count)
    }

    /// Does it in one consistent state of the ledger.
    fn in_ledger(
        &self,
        ledger: &Ledger,
        watch: &mut dyn Watch,
        work: &mut dyn FnMut(&Export<'_>, &mut dyn Watch) -> Result<(), StoreError>,
    ) -> Result<u64, StoreError> {
        let names = self.settings.masked.then(|| ledger.names()).transpose()?;
        let chosen = ledger.choose(&self.choice)?;
        let naming = self.telling.as_ref().map(|telling| |case: &crate::domain::Case| telling.named(case));
        let naming = naming.as_ref().map(|naming| naming as &Naming<'_>);
        let export = Export::of(&chosen, self.settings.lang, names.as_deref(), naming);
        work(&export, watch)?;
        Ok(chosen.count)
    }

    fn write(&self, export: &Export<'_>, watch: &mut dyn Watch, out: &mut dyn Write) -> Result<u64, StoreError> {
        match self.kind {
            Kind::Table(view) => export.table(view, watch, out),
            Kind::Json => export.json(watch, out),
            Kind::Fhir => export.fhir(watch, out),
            Kind::Tables | Kind::Activities => export.activities(watch, out),
        }
    }

    /// Every table in a folder: all of them or none, as far as the disk lets several names appear at once.
    fn tables(&self, export: &Export<'_>, folder: &Path, watch: &mut dyn Watch) -> Result<(u64, u64), StoreError> {
        let views: Vec<&View> =
            dictionary::views().filter(|view| self.parts.all_versions || view.name != "decision_history").collect();
        let mut rows = 0;
        self.next_table(&views, export, folder, watch, &mut rows)?;
        Ok((rows, views.len() as u64))
    }

    /// One table, and while it waits for its name all that come after it.
    fn next_table(
        &self,
        views: &[&View],
        export: &Export<'_>,
        folder: &Path,
        watch: &mut dyn Watch,
        rows: &mut u64,
    ) -> Result<(), StoreError> {
        let Some((view, rest)) = views.split_first() else { return self.last_files(export, folder, watch) };
        self.deliver(&folder.join(format!("{}.csv", view.name)), &mut |file| {
            *rows += export.table(view, watch, file)?;
            file.flush()?;
            self.next_table(rest, export, folder, watch, rows)
        })
    }

    fn last_files(&self, export: &Export<'_>, folder: &Path, watch: &mut dyn Watch) -> Result<(), StoreError> {
        self.deliver(&folder.join("dictionary.csv"), &mut |file| {
            report::dictionary(file)?;
            file.flush()?;
            if self.telling.is_none() {
                return Ok(());
            }
            self.deliver(&folder.join("patients.csv"), &mut |file| {
                export.patients(watch, file)?;
                self.write_down()
            })
        })
    }

    fn deliver(
        &self,
        to: &Path,
        work: &mut dyn FnMut(&mut dyn Write) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        deliver(to, self.parts.replace, work)
    }

    /// Whose identity is in it is written down before it has its name; where that cannot be, it gets none.
    fn write_down(&self) -> Result<(), StoreError> {
        let Some(telling) = &self.telling else { return Ok(()) };
        looked_at_each(Looked::Identity, &telling.told(), self.settings)
    }

    /// What the access log says was exported.
    fn target(&self) -> String {
        let Choice { since, until, case, .. } = &self.choice;
        let period = (since.is_some() || until.is_some()).then(|| {
            let day = |day: &Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
            format!("{}..{}", day(since), day(until))
        });
        let parts = [Some(self.kind.name()), period, case.as_ref().map(ToString::to_string), self.parts.filter.clone()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// What an earlier export left in the folder that this one did not write: it is not of the same day, and may name patients.
    fn left_there(&self, words: &Words, err: &mut dyn Write) -> io::Result<()> {
        let (Kind::Tables, Some(folder)) = (self.kind, &self.parts.output) else { return Ok(()) };
        let history = (!self.parts.all_versions).then_some("decision_history.csv");
        let patients = self.telling.is_none().then_some("patients.csv");
        let there: Vec<&str> = history.into_iter().chain(patients).filter(|name| folder.join(name).exists()).collect();
        if there.is_empty() { Ok(()) } else { aside(err, &(words.export.left_there)(&there.join(", "))) }
    }

    /// Whose identity was asked for and is not in it.
    fn left_out(&self, words: &Words, err: &mut dyn Write) -> io::Result<()> {
        for sentence in self.telling.iter().flat_map(|telling| telling.left_out(words)) {
            aside(err, &sentence)?;
        }
        Ok(())
    }
}

/// Does it in this folder, made for its owner alone where there is none; it goes again where nothing comes of it.
fn in_folder<T>(to: &Path, work: &mut dyn FnMut(&Path) -> Result<T, StoreError>) -> Result<T, StoreError> {
    let is_new = !to.exists();
    if is_new {
        store::make_private_folder(to)?;
    }
    let done = work(to);
    if is_new && done.is_err() {
        let _ = std::fs::remove_dir(to);
    }
    done
}

/// Writes a file that has its name only when it is whole.
pub(super) fn deliver(
    to: &Path,
    replaces: bool,
    work: &mut dyn FnMut(&mut dyn Write) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let (work, why) = (RefCell::new(work), Cell::new(None));
    let written = write_whole(to, replaces, &|file| match work.borrow_mut()(file) {
        Ok(()) => Ok(()),
        Err(StoreError::Unwritten(error)) => Err(error),
        Err(error) => {
            why.set(Some(error));
            Err(io::ErrorKind::Other.into())
        }
    });
    why.into_inner().map_or(written, Err)
}
