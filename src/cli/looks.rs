//! Who looked at what: written into the access log where there is a ledger that may be written, and never in the way.

use std::collections::VecDeque;
use std::io::{self, Write};

use super::aside;
use super::pen::{IMPATIENT, act};
use super::settings::Settings;
use super::trouble::sentence;
use crate::app::{Screen, State};
use crate::store::{Act, Ledger, Looked, StoreError};
use crate::text::words;

/// Writes down what a command showed. Makes no ledger and waits for none; what keeps it from being written down is said,
/// and what was asked is answered all the same.
///
/// # Errors
/// When the complaint cannot be written.
pub fn log(looked: Looked, target: &str, settings: &Settings, err: &mut dyn Write) -> io::Result<()> {
    if settings.read_only || !settings.ledger.exists() {
        return Ok(());
    }
    let logged = Ledger::open_as_it_is(&settings.ledger, &settings.key).and_then(|ledger| match ledger {
        Some(mut ledger) => {
            ledger.be_patient(IMPATIENT)?;
            ledger.looked(looked, target, &act())
        }
        None => Ok(()),
    });
    match logged {
        Ok(()) => Ok(()),
        Err(error) => {
            let why = sentence(&error, settings.lang);
            aside(err, &(words(settings.lang).keeping.not_logged)(&why))
        }
    }
}

/// Writes down that each of these was looked at, and refuses where that cannot be done.
///
/// # Errors
/// What the store says.
pub fn looked_at_each(looked: Looked, targets: &[String], settings: &Settings) -> Result<(), StoreError> {
    if targets.is_empty() {
        return Ok(());
    }
    if settings.read_only {
        return Err(StoreError::ReadOnly);
    }
    let mut ledger = Ledger::open_as_it_is(&settings.ledger, &settings.key)?.ok_or(StoreError::ReadOnly)?;
    let act = act();
    targets.iter().try_for_each(|target| ledger.looked(looked, target, &act))
}

/// Looks that are waiting for a ledger that is locked: more are not kept.
const MOST_WAITING: usize = 200;

/// A look that is to be written down.
#[derive(Debug, Clone)]
pub struct Look {
    /// At what kind of thing.
    pub looked: Looked,
    /// At which.
    pub target: String,
    /// Who, and when.
    pub act: Act,
}

/// What was opened on the screen: each opening once, in their order, until they are written down.
#[derive(Debug, Default)]
pub struct Looks {
    open: Option<(Looked, String)>,
    waiting: VecDeque<Look>,
    /// Whether it was said that they cannot be written down.
    told: bool,
}

impl Looks {
    /// Takes notice of what is on the screen now.
    pub fn notice(&mut self, state: &State) {
        let now = match subject(&state.screen) {
            Subject::UnderIt => return,
            Subject::Nothing => None,
            Subject::One(looked, target) => Some((looked, target)),
        };
        if self.open != now {
            self.open.clone_from(&now);
            // A session that was asked to write nothing, or cannot, writes nothing.
            if let (Some((looked, target)), false) = (now, state.read_only)
                && self.waiting.len() < MOST_WAITING
            {
                self.waiting.push_back(Look { looked, target, act: act() });
            }
        }
    }

    /// The look to write down next.
    pub fn next(&self) -> Option<&Look> {
        self.waiting.front()
    }

    /// It is written down.
    pub fn written(&mut self) {
        self.waiting.pop_front();
    }

    /// It cannot be written down; true when that is to be said: once.
    pub fn refused(&mut self) -> bool {
        !std::mem::replace(&mut self.told, true)
    }
}

/// What a screen is about.
enum Subject {
    /// A case, a past decision, somebody.
    One(Looked, String),
    /// No one of them.
    Nothing,
    /// Whatever the screen under it is about.
    UnderIt,
}

fn subject(screen: &Screen) -> Subject {
    let case = |opened: &crate::app::Opened| Subject::One(Looked::Case, opened.case.case.to_string());
    match screen {
        Screen::Queue | Screen::Archive(_) | Screen::Replay(_) | Screen::Stats(_) | Screen::Behind(_) => {
            Subject::Nothing
        }
        Screen::Passage(passage) => Subject::One(Looked::Decision, passage.passage.entry.id.to_string()),
        Screen::Rerun(screen) => Subject::One(Looked::Decision, screen.passage.entry.id.to_string()),
        Screen::Compare(screen) => {
            let both = format!("{} {}", screen.before.entry.id, screen.after.entry.id);
            Subject::One(Looked::Decision, both)
        }
        Screen::Precedents(screen) => case(&screen.opened),
        Screen::Identity(screen) => Subject::One(Looked::Identity, screen.opened.case.case.to_string()),
        Screen::Case(screen) => case(&screen.opened),
        Screen::Why(screen) => case(&screen.opened),
        Screen::Origin(screen) => case(&screen.opened),
        Screen::Form(form) => case(&form.opened),
        Screen::ReadBack(screen) => case(&screen.form.opened),
        Screen::Timeline(screen) => case(&screen.opened),
        Screen::WhatIf(screen) => case(&screen.truth),
        Screen::Taper(screen) => case(&screen.opened),
        Screen::Scores(screen) => case(&screen.opened),
        _ => Subject::UnderIt,
    }
}
