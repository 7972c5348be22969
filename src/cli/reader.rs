//! The worker that reads case files and guidelines, so that the screen never waits for them.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

use super::wake::Wake;
use crate::app::{Action, Entry, Judged};
use crate::domain::Day;
use crate::knowledge::Library;
use crate::store;

/// Files handed over at a time, so that a long queue fills while it is read.
const BATCH: usize = 200;
/// The first few come by the screenful: they are what the first screens show.
const FIRST: usize = 60;
/// About what a screen shows of the agenda.
const SCREENFUL: usize = 15;

/// The worker's end in the program's hands.
pub struct Reader {
    asks: Sender<Vec<PathBuf>>,
}

impl Reader {
    /// Starts reading everything under these paths.
    pub fn start(paths: Vec<PathBuf>, today: Day, library: Arc<Library>, wakes: Sender<Wake>) -> Self {
        let (asks, asked) = mpsc::channel::<Vec<PathBuf>>();
        thread::spawn(move || {
            let send = |action| wakes.send(Wake::Action(action)).is_ok();
            let found = store::find(&paths);
            let (first, rest) = found.files.split_at(found.files.len().min(FIRST));
            let mut files = Vec::new();
            for batch in first.chunks(SCREENFUL).chain(rest.chunks(BATCH)) {
                let read = at_once(batch, |path| Entry::new(store::load(path, today), today, None));
                files.extend(read.iter().map(|entry| Arc::clone(&entry.file)));
                if !send(Action::Read(read)) {
                    return;
                }
            }
            let unreadable = found.unreadable.into_iter().map(|file| Entry::new(file, today, None));
            if !send(Action::Read(unreadable.collect())) || !send(Action::ReadAll) {
                return;
            }
            let refused = library.refused_names();
            if !refused.is_empty() && !send(Action::GuidelinesRefused(refused)) {
                return;
            }
            for batch in files.chunks(BATCH) {
                let judged = at_once(batch, |file| Judged::of(file, today, &library));
                if !send(Action::Judged(judged.into_iter().flatten().collect())) {
                    return;
                }
            }
            drop(files);
            while let Ok(mut paths) = asked.recv() {
                thread::sleep(SETTLING);
                while let Ok(more) = asked.try_recv() {
                    paths.extend(more);
                }
                paths.sort();
                paths.dedup();
                again(&paths, today, &library, &send);
            }
        });
        Self { asks }
    }

    /// Reads these files again.
    pub fn again(&self, paths: Vec<PathBuf>) {
        // A reader that has ended leaves the queue as it is.
        let _ = self.asks.send(paths);
    }
}

/// More workers than this wait for the disk, and for whoever takes what they made.
const MOST_WORKERS: usize = 8;

/// Makes one thing of each, on every core; in their order.
fn at_once<T: Sync, R: Send>(all: &[T], of: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let workers = thread::available_parallelism().map_or(1, usize::from).min(MOST_WORKERS);
    let mut shares = all.chunks(all.len().div_ceil(workers).max(1));
    let here = shares.next().unwrap_or_default();
    let made = &|share: &[T]| share.iter().map(&of).collect::<Vec<R>>();
    thread::scope(|scope| {
        let there: Vec<_> = shares.map(|share| scope.spawn(move || made(share))).collect();
        let mut all = made(here);
        // A thread ends without what it made only by a panic, which is reported where it happened.
        all.extend(there.into_iter().flat_map(|worker| worker.join().unwrap_or_default()));
        all
    })
}

/// Editors write a file in several steps: what changes together is read once, when it has settled.
const SETTLING: Duration = Duration::from_millis(40);

fn again(paths: &[PathBuf], today: Day, library: &Library, send: &impl Fn(Action) -> bool) {
    for path in paths {
        let action = if path.exists() {
            Action::Read(vec![Entry::new(store::load(path, today), today, Some(library))])
        } else {
            Action::Gone(path.clone())
        };
        if !send(action) {
            return;
        }
    }
}
