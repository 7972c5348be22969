//! The commands that keep the ledger: verify, backup, restore, access.

use std::io::{self, Write};
use std::path::Path;

use chrono::{DateTime, Months, Utc};

use super::args::Format;
use super::aside;
use super::pen::act;
use super::progress::{Interrupt, Progress, STOPPED};
use super::settings::Settings;
use super::trouble::sentence;
use crate::domain::Day;
use crate::report::{self, Accesses, Purge, Sought};
use crate::store::{self, Hash, Ledger, StoreError, Watch};
use crate::text::{shown_path, words};

/// How long rows of the access log are proposed to be kept (rcp.md 1.3: sources differ, so it is only proposed).
const RETENTION: Months = Months::new(12);

/// Recomputes the journal's chain and every table made from it, and says what differs; where a hash is given, whether the
/// journal still has the event it belongs to.
///
/// # Errors
/// When the output cannot be written.
pub fn verify(
    head: Option<&str>,
    format: Format,
    settings: &Settings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let hash = match head.map(|written| Hash::parse(written).ok_or(written)).transpose() {
        Ok(hash) => hash,
        Err(written) => {
            aside(err, &(words(settings.lang).keeping.not_a_hash)(written))?;
            return Ok(2);
        }
    };
    let found = watched(words(settings.lang).export.verifying, settings, err, |interrupt, watch| {
        let ledger = settings.ledger_to_read()?;
        ledger.stops_at(interrupt.flag())?;
        let verified = ledger.verify_watched(watch)?;
        let seek = |hash| ledger.marked(&hash).map(|found| Sought { hash, found });
        Ok((verified, hash.map(seek).transpose()?))
    });
    let (verified, sought) = match found {
        Ok(found) => found,
        Err(error) => return refused(&error, settings, err),
    };
    let said = match format {
        Format::Json => report::verified_json(&verified, sought.as_ref()),
        _ => report::verified_text(&verified, sought.as_ref(), settings.lang),
    };
    writeln!(out, "{}", said.trim_end())?;
    let is_lost = sought.is_some_and(|sought| sought.found.is_none());
    Ok(u8::from(is_lost || !verified.is_sound()))
}

/// Copies the database, consistently, and says where it is now.
///
/// # Errors
/// When the output cannot be written.
pub fn backup(to: &Path, settings: &Settings, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    let copied = watched(words(settings.lang).export.copying, settings, err, |_, watch| {
        let ledger = settings.ledger_to_read()?;
        ledger.backup_with_key(to, &settings.copy_key, watch)
    });
    match copied {
        Ok(()) => {
            writeln!(out, "{}", (words(settings.lang).archive.backed_up)(&shown_path(to)))?;
            Ok(0)
        }
        Err(error) => refused(&error, settings, err),
    }
}

/// How a copy is to be restored.
#[derive(Debug, Clone, Copy)]
pub struct Restoring {
    /// Only say what it would mean.
    pub dry_run: bool,
    /// Although the copy is not sound.
    pub even_if_damaged: bool,
}

/// Puts a copy in the database's place, or says what that would mean.
///
/// # Errors
/// When the output cannot be written.
pub fn restore(
    copy: &Path,
    how: Restoring,
    format: Format,
    settings: &Settings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let (ledger, say) = (&settings.ledger, words(settings.lang));
    let (restoration, done) = if how.dry_run {
        let looked = watched(say.export.verifying, settings, err, |_, watch| {
            store::restoration_watched(copy, ledger, &settings.key, watch)
        });
        match looked {
            Ok(restoration) => (restoration, None),
            Err(error) => return refused(&error, settings, err),
        }
    } else {
        let allowed = if settings.read_only { Err(StoreError::ReadOnly) } else { settings.make_ledger_folder() };
        let restored = allowed.and_then(|()| {
            watched(say.export.verifying, settings, err, |_, watch| {
                store::restore_watched(copy, ledger, &settings.key, how.even_if_damaged, watch)
            })
        });
        match restored {
            Ok(restored) => (restored.restoration, Some(restored.kept)),
            Err(StoreError::CopyDamaged(verified)) => {
                writeln!(out, "{}", report::verified_text(&verified, None, settings.lang).trim_end())?;
                aside(err, &words(settings.lang).keeping.copy_not_sound)?;
                return Ok(1);
            }
            Err(error) => return refused(&error, settings, err),
        }
    };
    let done = done.as_ref().map(Option::as_deref);
    let said = match format {
        Format::Json => report::restoration_json(&restoration, done),
        _ => report::restoration_text(&restoration, done, settings.lang),
    };
    writeln!(out, "{}", said.trim_end())?;
    Ok(u8::from(how.dry_run && !restoration.verified.is_sound()))
}

/// What of the access log is asked for.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// Rows of days before this one are to be taken away.
    pub purge_before: Option<Day>,
    /// Only say how many.
    pub dry_run: bool,
    /// At most so many rows.
    pub limit: usize,
}

/// Prints who looked at what, or takes away what is old.
///
/// # Errors
/// When the output cannot be written.
pub fn access(
    wanted: &Wanted,
    format: Format,
    settings: &Settings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let found = match accesses(wanted, settings) {
        Ok(found) => found,
        Err(error) => return refused(&error, settings, err),
    };
    let said = match format {
        Format::Json => report::accesses_json(&found, settings.masked),
        _ => report::accesses_text(&found, settings.lang, settings.masked),
    };
    writeln!(out, "{}", said.trim_end())?;
    Ok(0)
}

fn accesses(wanted: &Wanted, settings: &Settings) -> Result<Accesses, StoreError> {
    let proposed = settings.today.0.checked_sub_months(RETENTION).map_or(settings.today, Day);
    let before = wanted.purge_before.unwrap_or(proposed);
    let (older, purged, ledger) = if wanted.purge_before.is_some() && !wanted.dry_run {
        if settings.read_only {
            return Err(StoreError::ReadOnly);
        }
        // Nothing is made where there is nothing: a wrong path must not become an empty ledger.
        let mut ledger =
            settings.ledger_to_read().and_then(|_| Ledger::open_with_key(&settings.ledger, &settings.key))?;
        (ledger.purge_accesses(start_of(before), &act())?, Purge::Done, ledger)
    } else {
        let ledger = settings.ledger_to_read()?;
        let purge = if wanted.purge_before.is_some() { Purge::Tried } else { Purge::NotAsked };
        (ledger.accesses_before(start_of(before))?, purge, ledger)
    };
    Ok(Accesses { rows: ledger.accesses(wanted.limit)?, total: ledger.accesses_kept()?, before, older, purged })
}

/// Midnight, in universal time as the log is.
fn start_of(day: Day) -> DateTime<Utc> {
    day.0.and_time(chrono::NaiveTime::MIN).and_utc()
}

/// Does long work with a line that says how far it is, stopped by Ctrl-C.
pub(super) fn watched<T>(
    what: &'static str,
    settings: &Settings,
    err: &mut dyn Write,
    work: impl FnOnce(&Interrupt, &mut dyn Watch) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let interrupt = Interrupt::heeded();
    let mut progress = Progress::of(what, &interrupt, settings.lang, err);
    work(&interrupt, &mut progress)
}

/// Says why the ledger would not, or that it was stopped.
pub(super) fn refused(error: &StoreError, settings: &Settings, err: &mut dyn Write) -> io::Result<u8> {
    aside(err, &sentence(error, settings.lang))?;
    Ok(if matches!(error, StoreError::Stopped) { STOPPED } else { 3 })
}
