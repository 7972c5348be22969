//! What is due, from every open record of the ledger: found by a worker for the screen, printed for the command line.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Sender};
use std::thread;

use super::args::Format;
use super::aside;
use super::keeping::refused;
use super::looks::log;
use super::pen::failed;
use super::settings::Settings;
use super::wake::Wake;
use crate::app::Action;
use crate::domain::{Charter, Day};
use crate::meeting::session::charter;
use crate::meeting::{OpenDecision, Task, TaskCounts, TaskKind, of_decision, tasks};
use crate::report;
use crate::store::{Key, Ledger, Looked, StoreError};
use crate::text::{Lang, Veil, visible, words};

/// Open records that are read at a time.
const PAGE: usize = 500;
/// Decisions of which something is due that a screen can hold, those that wait longest; what is beyond is counted.
const MOST_KEPT: usize = 10_000;

/// The worker, as whoever asks sees it.
pub struct Overdue {
    asks: Sender<(u64, Charter, Day)>,
    /// How often it was asked: what is under way for an earlier question is given up.
    asked: Arc<AtomicU64>,
}

impl Overdue {
    /// Starts it on a connection of its own.
    pub fn start(path: PathBuf, key: Key, wakes: Sender<Wake>, lang: Lang) -> Self {
        let (asks, questions) = mpsc::channel::<(u64, Charter, Day)>();
        let asked = Arc::new(AtomicU64::new(0));
        let newest = Arc::clone(&asked);
        thread::spawn(move || {
            let mut opened = None;
            while let Ok((turn, charter, today)) = questions.recv() {
                let is_newest = || newest.load(Ordering::Relaxed) == turn;
                let actions = answered(&mut opened, &path, &key, &charter, today, is_newest)
                    .unwrap_or_else(|error| vec![failed(&error, lang)]);
                for action in actions {
                    if wakes.send(Wake::Action(action)).is_err() {
                        return;
                    }
                }
            }
        });
        Self { asks, asked }
    }

    /// Asks; what was asked before and is not answered yet is given up.
    pub fn ask(&self, charter: Charter, today: Day) {
        let turn = self.asked.fetch_add(1, Ordering::Relaxed) + 1;
        // Where nobody listens any more, nobody waits for it.
        let _ = self.asks.send((turn, charter, today));
    }
}

/// What is due, from a ledger that is opened for the first question and kept: one that could not be opened once is opened
/// for the next.
fn answered(
    opened: &mut Option<Ledger>,
    path: &Path,
    key: &Key,
    charter: &Charter,
    today: Day,
    goes_on: impl Fn() -> bool,
) -> Result<Vec<Action>, StoreError> {
    let ledger = match opened.take() {
        Some(ledger) => ledger,
        None => Ledger::open_read_only_with_key(path, key)?,
    };
    let ledger = opened.insert(ledger);
    Ok(match gathered(ledger, charter, today, goes_on)? {
        Some((open, beyond)) => vec![Action::DueBeyond(beyond), Action::Due(open, ledger.open_drafts()?)],
        None => Vec::new(),
    })
}

/// Every open decision, the oldest first, a page at a time; false where it was not read to the end.
fn each_open(
    ledger: &Ledger,
    goes_on: impl Fn() -> bool,
    mut take: impl FnMut(OpenDecision),
) -> Result<bool, StoreError> {
    let mut after = 0;
    loop {
        if !goes_on() {
            return Ok(false);
        }
        let page = ledger.open_decisions_after(after, PAGE)?;
        let Some(last) = page.last() else { return Ok(true) };
        after = last.past.seq;
        page.into_iter().for_each(&mut take);
    }
}

/// The decisions of which something is due, or may be once a case file is looked at; what is due of those beyond.
fn gathered(
    ledger: &Ledger,
    charter: &Charter,
    today: Day,
    goes_on: impl Fn() -> bool,
) -> Result<Option<(Vec<OpenDecision>, TaskCounts)>, StoreError> {
    let (mut kept, mut beyond) = (Vec::new(), TaskCounts::default());
    let is_whole = each_open(ledger, goes_on, |one| {
        let due = of_decision(&one, charter, today);
        if kept.len() >= MOST_KEPT {
            beyond.add(&due);
        } else if !due.is_empty() || !one.branches.is_empty() {
            kept.push(one);
        }
    })?;
    Ok(is_whole.then_some((kept, beyond)))
}

/// Prints what is due, as far as the journal says it: all of it, or some kinds.
///
/// # Errors
/// When the output cannot be written.
pub fn due(
    kinds: &[String],
    format: Format,
    settings: &Settings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let mut wanted = Vec::new();
    for written in kinds {
        let Some(kind) = TaskKind::from_code(written) else {
            let known: Vec<&str> = TaskKind::ALL.iter().map(|kind| kind.code()).collect();
            let said = (words(settings.lang).due.kinds_are)(&visible(written), &known.join(", "));
            aside(err, &said)?;
            return Ok(2);
        };
        wanted.push(kind);
    }
    let found = settings.ledger_or_empty().and_then(|ledger| all(&ledger, settings));
    let mut tasks = match found {
        Ok(tasks) => tasks,
        Err(error) => return refused(&error, settings, err),
    };
    tasks.retain(|task| wanted.is_empty() || wanted.contains(&task.kind()));
    log(Looked::Export, "due", settings, err)?;
    let said = match format {
        Format::Json => report::due_json(&tasks, settings.lang, settings.masked),
        _ => report::due_text(&tasks, settings.lang),
    };
    let veil = || Veil::over(tasks.iter().filter_map(Task::names), std::iter::empty());
    let said = if settings.masked { veil().veiled(&said) } else { said };
    writeln!(out, "{}", said.trim_end())?;
    Ok(0)
}

/// Everything that is due today, what is due longest first.
fn all(ledger: &Ledger, settings: &Settings) -> Result<Vec<Task>, StoreError> {
    let own = settings.charter.as_ref();
    let Some(charter) = own.or_else(|| charter().as_ref().ok()) else { return Ok(Vec::new()) };
    let mut found = tasks(&[], &ledger.open_drafts()?, charter, settings.today);
    each_open(ledger, || true, |one| found.extend(of_decision(&one, charter, settings.today)))?;
    found.sort_by(|one, other| (one.since, &one.case_id).cmp(&(other.since, &other.case_id)));
    Ok(found)
}
