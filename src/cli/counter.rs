//! A worker that counts past decisions: figure by figure, so that the screen fills as it goes, and stopped at once when
//! something else is asked.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, OnceLock};
use std::thread::{self, JoinHandle};

use super::pen::{ROWS, failed};
use super::wake::Wake;
use crate::app::Action;
use crate::archive::stats::{Behind, Figure, Period, Section};
use crate::store::{Key, Ledger, Stopper, StoreError};
use crate::text::Lang;

/// What the worker is asked.
enum Wish {
    /// The figures of a section, answered under this number.
    Count(u64, Section, Period),
    /// The cases behind a number.
    Find(Box<Behind>, Period),
}

/// The worker's other end.
pub struct Counter {
    wishes: Sender<(u64, Wish)>,
    /// How many wishes there were: the worker ends what an older one began.
    newest: Arc<AtomicU64>,
    stopper: Arc<OnceLock<Stopper>>,
    worker: JoinHandle<()>,
}

impl Counter {
    /// Starts the worker, with the ledger open for reading only.
    pub fn start(path: PathBuf, key: Key, wakes: Sender<Wake>, lang: Lang) -> Self {
        let (wishes, inbox) = mpsc::channel();
        let (newest, stopper) = (Arc::new(AtomicU64::new(0)), Arc::new(OnceLock::new()));
        let worker = Worker { newest: Arc::clone(&newest), stopper: Arc::clone(&stopper), wakes, lang };
        let worker = thread::spawn(move || worker.run(&path, &key, &inbox));
        Self { wishes, newest, stopper, worker }
    }

    /// Whether its worker has ended: the ledger could not be opened.
    pub fn has_ended(&self) -> bool {
        self.worker.is_finished()
    }

    /// Counts a section; whatever was being counted is stopped.
    pub fn count(&self, number: u64, section: Section, period: Period) {
        self.wish(Wish::Count(number, section, period));
    }

    /// Finds the cases behind a number; whatever was being counted is stopped.
    pub fn find(&self, behind: Box<Behind>, period: Period) {
        self.wish(Wish::Find(behind, period));
    }

    /// Counts no further.
    pub fn stop(&self) {
        self.newest.fetch_add(1, Ordering::SeqCst);
        if let Some(stopper) = self.stopper.get() {
            stopper.stop();
        }
    }

    fn wish(&self, wish: Wish) {
        self.stop();
        // A worker that has ended could not open the ledger and said so; another one is started for the next wish.
        let _ = self.wishes.send((self.newest.load(Ordering::SeqCst), wish));
    }
}

struct Worker {
    newest: Arc<AtomicU64>,
    stopper: Arc<OnceLock<Stopper>>,
    wakes: Sender<Wake>,
    lang: Lang,
}

impl Worker {
    fn run(&self, path: &std::path::Path, key: &Key, inbox: &Receiver<(u64, Wish)>) {
        let ledger = match Ledger::open_read_only_with_key(path, key) {
            Ok(ledger) => ledger,
            Err(error) => return self.tell(failed(&error, self.lang)),
        };
        let _ = self.stopper.set(ledger.stopper());
        while let Ok((number, wish)) = inbox.recv() {
            if !self.is_wanted(number) {
                continue;
            }
            match wish {
                Wish::Count(asked, section, period) => self.count(&ledger, number, asked, section, period),
                Wish::Find(behind, period) => match ledger.cases_behind(&behind, period, ROWS) {
                    Ok(found) => self.tell(Action::FoundBehind(behind, found.moments, found.total)),
                    Err(error) => self.refuse(number, &error),
                },
            }
        }
    }

    fn count(&self, ledger: &Ledger, number: u64, asked: u64, section: Section, period: Period) {
        for figure in Figure::of_section(section) {
            if !self.is_wanted(number) {
                break;
            }
            match ledger.figure(figure, period) {
                Ok(answer) => self.tell(Action::FigureCounted(asked, Box::new(answer))),
                Err(error) => {
                    self.refuse(number, &error);
                    break;
                }
            }
        }
        self.tell(Action::CountingEnded(asked));
    }

    /// Whether nothing else was asked since.
    fn is_wanted(&self, number: u64) -> bool {
        self.newest.load(Ordering::SeqCst) == number
    }

    /// What was stopped because something else is wanted need not be said.
    fn refuse(&self, number: u64, error: &StoreError) {
        if self.is_wanted(number) || !matches!(error, StoreError::Stopped) {
            self.tell(failed(error, self.lang));
        }
    }

    fn tell(&self, action: Action) {
        let _ = self.wakes.send(Wake::Action(action));
    }
}
