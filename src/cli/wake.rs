//! What can wake the program: a key, a signal, a file on disk, an answer from a worker. Each source is a thread that
//! blocks; nobody polls, so an idle program is not woken at all.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender};
use std::{io, thread};

use crossterm::event::Event;
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};

use crate::app::Action;

/// A reason to run.
#[derive(Debug)]
pub enum Wake {
    /// The terminal has an event.
    Terminal(Event),
    /// The terminal is gone.
    TerminalGone,
    /// The system asks the program to end.
    Signal,
    /// A worker has an answer.
    Action(Action),
    /// A file or folder changed on disk.
    Changed(Vec<PathBuf>),
}

/// Reads one terminal event each time it is allowed to, so that an editor started meanwhile gets its own keys.
pub fn terminal(wakes: Sender<Wake>, allowed: Receiver<()>) {
    thread::spawn(move || {
        while allowed.recv().is_ok() {
            let wake = crossterm::event::read().map_or(Wake::TerminalGone, Wake::Terminal);
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
    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT])?;
    thread::spawn(move || {
        for _ in &mut signals {
            if wakes.send(Wake::Signal).is_err() {
                return;
            }
        }
    });
    Ok(())
}

/// Watches files and folders; `None` where the system cannot, and then nothing is re-read by itself.
pub fn changes(wakes: Sender<Wake>, places: &[PathBuf]) -> Option<notify::RecommendedWatcher> {
    use notify::{RecursiveMode, Watcher};
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let Ok(event) = event else { return };
        if event.kind.is_access() {
            return;
        }
        // The receiver's end means that the program is leaving.
        let _ = wakes.send(Wake::Changed(event.paths));
    })
    .ok()?;
    let mut any = false;
    for path in places {
        any |= watcher.watch(path, RecursiveMode::NonRecursive).is_ok();
    }
    any.then_some(watcher)
}
