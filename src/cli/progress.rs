//! Long work: a line on a terminal that says how far it is, and Ctrl-C, which stops it before anything has its name.

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::store::{StoreError, Watch};
use crate::text::{Lang, words};

/// How a program that was stopped by Ctrl-C ends, as shells have it: 128 and the number of the signal.
pub const STOPPED: u8 = 130;

/// The line is written anew at most so often.
const PACE: Duration = Duration::from_millis(100);

/// Whether somebody pressed Ctrl-C since this was made. Until it is dropped the key no longer ends the program by itself.
pub struct Interrupt {
    flag: Arc<AtomicBool>,
    #[cfg(unix)]
    handlers: Vec<signal_hook::SigId>,
}

impl Interrupt {
    /// Heeds Ctrl-C and a polite end from now on.
    pub fn heeded() -> Self {
        let flag = Arc::new(AtomicBool::new(false));
        #[cfg(unix)]
        let handlers = {
            use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
            // Where it cannot be arranged, the system's own way stays.
            let heed = |signal| signal_hook::flag::register(signal, Arc::clone(&flag)).ok();
            [SIGINT, SIGTERM, SIGHUP].into_iter().filter_map(heed).collect()
        };
        Self {
            flag,
            #[cfg(unix)]
            handlers,
        }
    }

    /// The flag itself, for work that looks at it.
    pub fn flag(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.flag)
    }
}

#[cfg(unix)]
impl Drop for Interrupt {
    fn drop(&mut self) {
        for handler in self.handlers.drain(..) {
            signal_hook::low_level::unregister(handler);
        }
    }
}

/// The line that says how far long work is; nothing where standard error is no terminal.
pub struct Progress<'a> {
    err: &'a mut dyn Write,
    shows: bool,
    lang: Lang,
    what: &'static str,
    told: Option<Instant>,
    flag: Arc<AtomicBool>,
}

impl<'a> Progress<'a> {
    /// Of this work, from now on.
    pub fn of(what: &'static str, interrupt: &Interrupt, lang: Lang, err: &'a mut dyn Write) -> Self {
        Self { err, shows: io::stderr().is_terminal(), lang, what, told: None, flag: interrupt.flag() }
    }

    fn tell(&mut self, done: u64, of: Option<u64>) {
        let now = Instant::now();
        if self.told.is_some_and(|told| now.duration_since(told) < PACE) {
            return;
        }
        self.told = Some(now);
        let say = &words(self.lang).export;
        let far = of.map_or_else(|| (say.done)(done), |of| (say.done_of)(done, of));
        // A terminal that is gone needs no line.
        let _ = write!(self.err, "\r\x1b[K{}{}{far}", self.what, words(self.lang).report.colon);
        let _ = self.err.flush();
    }
}

impl Watch for Progress<'_> {
    fn at(&mut self, done: u64, of: Option<u64>) -> Result<(), StoreError> {
        if self.flag.load(Ordering::Relaxed) {
            return Err(StoreError::Stopped);
        }
        if self.shows {
            self.tell(done, of);
        }
        Ok(())
    }
}

impl Drop for Progress<'_> {
    fn drop(&mut self) {
        if self.told.is_some() {
            let _ = write!(self.err, "\r\x1b[K");
            let _ = self.err.flush();
        }
    }
}
