//! What can wake the program: a key, a signal, a file on disk, an answer from a worker. Each source is a thread that
//! blocks; nobody polls where the system tells of changes, so an idle program is not woken at all.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;
use std::{io, thread};

use crossterm::event::Event;
use notify::{RecursiveMode, Watcher};
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};

use super::ear::{Ear, Heard};
use crate::app::Action;
use crate::view::Ground;

/// A reason to run.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "few wait at a time")]
pub enum Wake {
    /// The terminal has an event.
    Terminal(Event),
    /// The terminal says what its background is; none where it says something else.
    Ground(Option<Ground>),
    /// The terminal is gone.
    TerminalGone,
    /// The system asks the program to end.
    Signal,
    /// The system asks the program to stop until it is called back.
    Stop,
    /// A worker has an answer.
    Action(Action),
    /// Files changed on disk.
    Changed(Vec<PathBuf>),
    /// The database's files changed a moment ago, by whichever hand.
    Ledger,
    /// A moment has come that was waited for.
    Due,
    /// Something is to be said that nobody asked for.
    Redraw,
}

/// Reads one terminal event each time it is allowed to, so that an editor started meanwhile gets its own keys.
pub fn terminal(wakes: Sender<Wake>, allowed: Receiver<()>, mut ear: Ear) {
    thread::spawn(move || {
        while allowed.recv().is_ok() {
            let wake = loop {
                match ear.listen() {
                    Ok(Heard::Event(event)) => break Wake::Terminal(event),
                    // No event: it is not what was allowed.
                    Ok(Heard::Ground(ground)) if wakes.send(Wake::Ground(ground)).is_ok() => {}
                    _ => break Wake::TerminalGone,
                }
            };
            let gone = matches!(wake, Wake::TerminalGone);
            if wakes.send(wake).is_err() || gone {
                return;
            }
        }
    });
}

/// Turns the signals that end a program into a wake, so that the terminal is restored.
///
/// # Errors
/// When the system refuses to register them.
pub fn signals(wakes: Sender<Wake>) -> io::Result<()> {
    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP])?;
    thread::spawn(move || {
        for signal in &mut signals {
            let wake = if signal == SIGTSTP { Wake::Stop } else { Wake::Signal };
            let ends = matches!(wake, Wake::Signal);
            if wakes.send(wake).is_err() {
                return;
            }
            if ends {
                leave_at_last();
            }
        }
    });
    Ok(())
}

/// How long a program that is told to end may take to put away what it holds.
const GRACE: Duration = Duration::from_secs(4);

/// Ends the program after a while, where it did not end by itself: a terminal that nobody reads holds up whoever draws on it.
/// Every letter is in the ledger before it is drawn, and an act is there whole or not at all.
fn leave_at_last() {
    thread::spawn(|| {
        thread::sleep(GRACE);
        // What can be given back without anybody reading.
        let _ = crossterm::terminal::disable_raw_mode();
        std::process::exit(0);
    });
}

/// Stops until the system calls the program back.
pub fn stop() {
    // A system that cannot stop a program lets it go on.
    let _ = signal_hook::low_level::emulate_default_handler(SIGTSTP);
}

/// A writer touches the log first and makes it valid after, on a slow disk long after: looking at once would see nothing, and
/// nothing tells when it is valid.
const SETTLING: [Duration; 3] = [Duration::from_millis(60), Duration::from_millis(240), Duration::from_millis(900)];

/// Watches folders; `None` where the system cannot, and then nothing is seen by itself. Files whose name begins with
/// `ledger` are the database's.
pub fn changes(wakes: Sender<Wake>, ledger: OsString) -> Option<notify::RecommendedWatcher> {
    let touched = settling(wakes.clone());
    notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let Ok(event) = event else { return };
        if event.kind.is_access() {
            return;
        }
        let is_ledgers = |path: &PathBuf| {
            let name = path.file_name().map(OsStr::as_encoded_bytes).unwrap_or_default();
            !ledger.is_empty() && name.starts_with(ledger.as_encoded_bytes())
        };
        // The receivers end when the program is leaving.
        let (ledgers, others): (Vec<_>, Vec<_>) = event.paths.into_iter().partition(is_ledgers);
        if !ledgers.is_empty() {
            let _ = touched.send(());
        }
        if !others.is_empty() {
            let _ = wakes.send(Wake::Changed(others));
        }
    })
    .ok()
}

/// Watches one more folder; says whether the system can.
pub fn watch(watcher: &mut Option<notify::RecommendedWatcher>, folder: &Path) -> bool {
    watcher.as_mut().is_some_and(|watcher| watcher.watch(folder, RecursiveMode::NonRecursive).is_ok())
}

/// Tells of the database's files once they have settled.
fn settling(wakes: Sender<Wake>) -> Sender<()> {
    let (touch, touched) = mpsc::channel();
    thread::spawn(move || {
        while touched.recv().is_ok() {
            if !looks(&touched, &wakes) {
                return;
            }
        }
    });
    touch
}

/// Several looks after a touch, from the first one on again after another; says whether anybody still looks.
fn looks(touched: &Receiver<()>, wakes: &Sender<Wake>) -> bool {
    let mut look = 0;
    while let Some(pause) = SETTLING.get(look) {
        if look > 0 && touched.recv_timeout(*pause).is_ok() {
            look = 0;
            continue;
        }
        if look == 0 {
            thread::sleep(*pause);
            while touched.try_recv().is_ok() {}
        }
        if wakes.send(Wake::Ledger).is_err() {
            return false;
        }
        look += 1;
    }
    true
}
