//! Several centres: the journal sent, taken into a shared archive, verified there, written for PostgreSQL.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::args::Format;
use super::aside;
use super::export::deliver;
use super::keeping::{refused, watched};
use super::looks::log;
use super::pen::act;
use super::progress::STOPPED;
use super::settings::Settings;
use crate::report;
use crate::store::{Centre, Ledger, Looked, Refusal, Sent, SharedArchive, StoreError, Taken, Watch};
use crate::text::{shown_path, words};

/// What can be done with the journals of several centres.
#[derive(Debug, Subcommand)]
pub enum SyncOrder {
    /// Write this database's journal for a shared archive: JSON lines, each entry with its hash
    Export {
        #[command(flatten)]
        whose: Whose,
        /// Only the entries after this one
        #[arg(long, value_name = "ENTRY", default_value_t = 0)]
        since: i64,
        #[command(flatten)]
        to: Leaving,
        /// text or json: what is said of --output
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// Take centres' journals into a shared archive, each wholly or not at all; what it has already is compared (exit code 1
    /// when a file is refused)
    Import {
        /// What `sync export` wrote, of any centres in any order
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// The shared archive; made where there is none
        #[arg(long, value_name = "FILE")]
        archive: PathBuf,
        /// text or json
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// Recompute every centre's chain in a shared archive (exit code 1 when something differs)
    Verify {
        /// The shared archive
        #[arg(long, value_name = "FILE")]
        archive: PathBuf,
        /// text or json
        #[arg(long, default_value = "text")]
        format: Format,
    },
}

/// Whose journal it is.
#[derive(Debug, Clone, Args)]
pub struct Whose {
    /// The centre's short name, e.g. marseille: asked for once, recorded for good, and the same in every file
    #[arg(long, value_name = "NAME")]
    pub centre: Option<String>,
}

/// Where it is written to.
#[derive(Debug, Clone, Args)]
pub struct Leaving {
    /// The file to write; standard output by default
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Replace what is there
    #[arg(long, requires = "output")]
    pub replace: bool,
}

/// Carries it out.
///
/// # Errors
/// When the output cannot be written.
pub fn sync(order: &SyncOrder, settings: &Settings, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    match order {
        SyncOrder::Export { whose, since, to, format } => send(whose, *since, to, *format, settings, out, err),
        SyncOrder::Import { files, archive, format } => take(files, archive, *format, settings, out, err),
        SyncOrder::Verify { archive, format } => verify(archive, *format, settings, out, err),
    }
}

fn send(
    whose: &Whose,
    since: i64,
    to: &Leaving,
    format: Format,
    settings: &Settings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let ledger = match named(whose, settings, err)? {
        Ok(ledger) => ledger,
        Err(code) => return Ok(code),
    };
    let mut sent: Option<Sent> = None;
    let done = leave(to, settings, out, err, &mut |watch, file| {
        sent = Some(ledger.write_journal(since, watch, file)?);
        Ok(())
    });
    let sent = match (done, sent) {
        (Ok(()), Some(sent)) => sent,
        (Ok(()), None) => return Ok(0),
        (Err(error), _) => return unusable(error, to, settings, err),
    };
    log(Looked::Export, &format!("sync {} {}..{}", sent.centre, sent.first, sent.last), settings, err)?;
    if let Some(path) = &to.output {
        let path = shown_path(path);
        let said = match format {
            Format::Json => report::sent_json(&sent, &path),
            _ => report::sent_text(&sent, &path, settings.lang),
        };
        writeln!(out, "{}", said.trim_end())?;
    }
    Ok(0)
}

/// Writes the journal, or those of a shared archive, as a script for PostgreSQL.
///
/// # Errors
/// When the output cannot be written.
pub fn postgres(
    archive: Option<&Path>,
    whose: &Whose,
    to: &Leaving,
    settings: &Settings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let mut entries = 0;
    let done = if let Some(path) = archive {
        if settings.masked {
            aside(err, &words(settings.lang).sync.masked)?;
            return Ok(2);
        }
        let archive = match SharedArchive::open_read_only(path) {
            Ok(archive) => archive,
            Err(error) => return refused(&error, settings, err),
        };
        leave(to, settings, out, err, &mut |watch, file| {
            entries = archive.write_postgres(watch, file)?;
            Ok(())
        })
    } else {
        let ledger = match named(whose, settings, err)? {
            Ok(ledger) => ledger,
            Err(code) => return Ok(code),
        };
        leave(to, settings, out, err, &mut |watch, file| {
            entries = ledger.write_postgres(watch, file)?;
            Ok(())
        })
    };
    if let Err(error) = done {
        return unusable(error, to, settings, err);
    }
    if archive.is_none() {
        log(Looked::Export, "sql", settings, err)?;
    }
    if let Some(path) = &to.output {
        let say = &words(settings.lang).sync;
        writeln!(out, "{}\n{}", (say.script)(entries, &shown_path(path)), say.carries)?;
    }
    Ok(0)
}

/// The ledger, once it is said whose it is; else the exit code.
fn named(whose: &Whose, settings: &Settings, err: &mut dyn Write) -> io::Result<Result<Ledger, u8>> {
    let say = &words(settings.lang).sync;
    if settings.masked {
        aside(err, &say.masked)?;
        return Ok(Err(2));
    }
    let name = match whose.centre.as_deref().map(|written| Centre::parse(written).ok_or(written)).transpose() {
        Ok(name) => name,
        Err(written) => {
            aside(err, &(say.not_a_centre)(written))?;
            return Ok(Err(2));
        }
    };
    match known(name.as_ref(), settings) {
        Ok(ledger) => Ok(Ok(ledger)),
        Err(error @ (StoreError::CentreNamed(_) | StoreError::CentreUnnamed)) => {
            refused(&error, settings, err).map(|_| Err(2))
        }
        Err(error) => refused(&error, settings, err).map(Err),
    }
}

fn known(name: Option<&Centre>, settings: &Settings) -> Result<Ledger, StoreError> {
    let ledger = settings.ledger_to_read()?;
    match (ledger.centre()?, name) {
        (None, None) => Err(StoreError::CentreUnnamed),
        (Some(known), Some(name)) if known != *name => Err(StoreError::CentreNamed(known)),
        (None, Some(_)) if settings.read_only => Err(StoreError::ReadOnly),
        (None, Some(name)) => {
            Ledger::open_with_key(&settings.ledger, &settings.key)?.name_centre(name, &act())?;
            Ok(ledger)
        }
        (Some(_), _) => Ok(ledger),
    }
}

/// What writes it, with somebody who watches.
type Writing<'a> = dyn FnMut(&mut dyn Watch, &mut dyn Write) -> Result<(), StoreError> + 'a;

/// Writes to the file, whole or not at all, or to standard output.
fn leave(
    to: &Leaving,
    settings: &Settings,
    out: &mut dyn Write,
    err: &mut dyn Write,
    work: &mut Writing<'_>,
) -> Result<(), StoreError> {
    let Some(path) = &to.output else { return work(&mut (), out) };
    watched(words(settings.lang).export.exporting, settings, err, |_, watch| {
        deliver(path, to.replace, &mut |file| work(watch, file))
    })
}

/// Says why nothing was written.
fn unusable(error: StoreError, to: &Leaving, settings: &Settings, err: &mut dyn Write) -> io::Result<u8> {
    match error {
        StoreError::Unwritten(error) if to.output.is_none() => Err(error),
        StoreError::PastTheEnd(_) => refused(&error, settings, err).map(|_| 2),
        StoreError::AlreadyThere(at) => {
            aside(err, &(words(settings.lang).export.already_there)(&shown_path(&at)))?;
            Ok(3)
        }
        error => refused(&error, settings, err),
    }
}

fn take(
    files: &[PathBuf],
    archive: &Path,
    format: Format,
    settings: &Settings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    if settings.read_only {
        return refused(&StoreError::ReadOnly, settings, err);
    }
    let say = &words(settings.lang).sync;
    let found = watched(say.taking, settings, err, |_, watch| {
        let intake = SharedArchive::take(archive, files, watch)?;
        let centres = match SharedArchive::open_read_only(archive) {
            Err(StoreError::ArchiveMissing(_)) => Vec::new(),
            archive => archive?.centres()?,
        };
        Ok((intake, centres))
    });
    let (intake, centres) = match found {
        Ok(found) => found,
        Err(error) => return refused(&error, settings, err),
    };
    let said = match format {
        Format::Json => report::taken_json(&intake.taken, &centres),
        _ => report::taken_text(&intake.taken, &centres, settings.lang),
    };
    writeln!(out, "{}", said.trim_end())?;
    match intake.ended {
        None => Ok(came_of(&intake.taken)),
        Some(StoreError::Stopped) => {
            aside(err, &say.ended)?;
            Ok(STOPPED)
        }
        Some(error) => refused(&error, settings, err),
    }
}

/// The exit code: whether a file could not be read, or was refused.
fn came_of(taken: &[Taken]) -> u8 {
    let mut refusals = taken.iter().filter_map(|one| one.result.as_ref().err()).peekable();
    let is_any = refusals.peek().is_some();
    if refusals.any(|refusal| matches!(refusal, Refusal::Unreadable(_))) { 3 } else { u8::from(is_any) }
}

fn verify(
    archive: &Path,
    format: Format,
    settings: &Settings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let verified = watched(words(settings.lang).export.verifying, settings, err, |interrupt, watch| {
        let archive = SharedArchive::open_read_only(archive)?;
        archive.stops_at(interrupt.flag())?;
        archive.verify(watch)
    });
    let verified = match verified {
        Ok(verified) => verified,
        Err(error) => return refused(&error, settings, err),
    };
    let said = match format {
        Format::Json => report::shared_verified_json(&verified),
        _ => report::shared_verified_text(&verified, settings.lang),
    };
    writeln!(out, "{}", said.trim_end())?;
    Ok(u8::from(!verified.is_sound()))
}
