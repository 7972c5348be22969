//! What this terminal shows, told to the room's screen by a worker, so that no key waits for it.

use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::pen::{act, failed};
use super::wake::Wake;
use crate::meeting::{OnShow, Shown};
use crate::store::{Key, Ledger, StoreError};
use crate::text::Lang;

/// The room's screen is told at most ten times a second.
const PAUSE: Duration = Duration::from_millis(100);

/// The worker that tells the room's screen what to show.
pub struct Lead {
    tell: Sender<Shown>,
    worker: JoinHandle<()>,
}

impl Lead {
    /// Starts the worker, with the ledger open for itself.
    pub fn start(ledger: PathBuf, key: Key, lang: Lang, wakes: Sender<Wake>) -> Self {
        let (tell, told) = mpsc::channel();
        let worker = thread::spawn(move || {
            let done = Ledger::open_with_key(&ledger, &key).and_then(|mut ledger| work(&mut ledger, &told));
            if let Err(error) = done {
                let _ = wakes.send(Wake::Action(failed(&error, lang)));
            }
        });
        Self { tell, worker }
    }

    /// Has this shown, unless something newer comes first.
    pub fn show(&self, shown: Shown) {
        // A worker that ended has said why.
        let _ = self.tell.send(shown);
    }

    /// Waits until the last is told.
    pub fn end(self) {
        drop(self.tell);
        let _ = self.worker.join();
    }
}

fn work(ledger: &mut Ledger, told: &Receiver<Shown>) -> Result<(), StoreError> {
    let mut next = told.recv().ok();
    while let Some(shown) = next.take() {
        match write(ledger, &shown) {
            Err(StoreError::Busy) => next = Some(shown),
            done => done?,
        }
        let is_over = pause(told, &mut next);
        match next.take() {
            Some(last) if is_over => return write(ledger, &last),
            None if !is_over => next = told.recv().ok(),
            newest => next = newest,
        }
    }
    Ok(())
}

/// Keeps the newest of what comes meanwhile; says whether nothing can come any more.
fn pause(told: &Receiver<Shown>, next: &mut Option<Shown>) -> bool {
    let began = Instant::now();
    loop {
        match told.recv_timeout(PAUSE.saturating_sub(began.elapsed())) {
            Ok(newer) => *next = Some(newer),
            Err(RecvTimeoutError::Timeout) => return false,
            Err(RecvTimeoutError::Disconnected) => return true,
        }
    }
}

/// Who leads no longer must not blank the screen for whoever leads now.
fn write(ledger: &mut Ledger, shown: &Shown) -> Result<(), StoreError> {
    if shown.what == OnShow::Nothing && !leads(ledger.shown()?.as_deref(), &shown.leader) {
        return Ok(());
    }
    let body = serde_json::to_string(shown)?;
    ledger.show(&body, &act())
}

fn leads(shown: Option<&str>, terminal: &str) -> bool {
    let last = shown.and_then(|body| serde_json::from_str::<Shown>(body).ok());
    last.is_some_and(|last| last.leader == terminal)
}
