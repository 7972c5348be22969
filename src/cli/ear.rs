//! The terminal's answer about its background, told from what is typed. It comes among the keys, whenever it comes; no key is
//! lost, and nothing waits for a terminal that answers nothing.

use std::collections::VecDeque;
use std::io::{self, Write};
use std::mem::take;
use std::time::Duration;

use crossterm::event::{self, Event, KeyCode, KeyModifiers};

use crate::view::Ground;

/// Asks for the background colour (OSC 11 of xterm).
const QUESTION: &[u8] = b"\x1b]11;?\x1b\\";
/// What an answer begins with.
const BEGINNING: &str = "\x1b]11;";
/// Letters of an answer at most: `\x1b]11;rgba:ffff/ffff/ffff/ffff\x1b\\`.
const MOST_LETTERS: usize = 48;
/// How long an Escape is held: the letters of an answer come at once, a hand takes longer.
const MOMENT: Duration = Duration::from_millis(20);
/// How long the rest of an answer is waited for that has begun.
const LONGER: Duration = Duration::from_secs(1);

/// Asks the terminal.
///
/// # Errors
/// When the terminal is gone.
pub fn ask(out: &mut impl Write) -> io::Result<()> {
    out.write_all(QUESTION)?;
    out.flush()
}

/// What is heard of the terminal.
pub enum Heard {
    /// An event.
    Event(Event),
    /// Its background; none where it answered something else.
    Ground(Option<Ground>),
}

/// Reads the terminal's events.
#[derive(Default)]
pub struct Ear {
    /// Whether an answer may still come.
    awaits: bool,
    /// What may be the beginning of one, as it was typed.
    held: Vec<Event>,
    /// The same as letters.
    letters: String,
    /// What is none.
    ready: VecDeque<Event>,
}

impl Ear {
    /// One that waits for an answer, or not.
    pub fn new(awaits: bool) -> Self {
        Self { awaits, ..Self::default() }
    }

    /// The next thing heard.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn listen(&mut self) -> io::Result<Heard> {
        loop {
            if let Some(event) = self.ready.pop_front() {
                return Ok(Heard::Event(event));
            }
            if !self.held.is_empty() && !event::poll(self.patience())? {
                self.release();
                continue;
            }
            if let Some(colour) = self.hear(event::read()?) {
                return Ok(Heard::Ground(Ground::from_answer(&colour)));
            }
        }
    }

    fn patience(&self) -> Duration {
        if self.letters == "\x1b" { MOMENT } else { LONGER }
    }

    /// Takes one more event; the colour, if the answer is complete with it.
    fn hear(&mut self, event: Event) -> Option<String> {
        let Some(letters) = self.awaits.then(|| letters_of(&event)).flatten() else {
            self.release();
            self.ready.push_back(event);
            return None;
        };
        if !may_begin(&format!("{}{letters}", self.letters)) {
            self.release();
        }
        self.letters.push_str(&letters);
        self.held.push(event);
        if !may_begin(&self.letters) {
            self.release();
            return None;
        }
        let answer = self.letters.strip_prefix(BEGINNING)?;
        let colour = answer.strip_suffix('\x07').or_else(|| answer.strip_suffix("\x1b\\"))?.to_owned();
        (self.awaits, self.letters) = (false, String::new());
        self.held.clear();
        Some(colour)
    }

    /// What was held is no answer.
    fn release(&mut self) {
        self.letters.clear();
        self.ready.extend(take(&mut self.held));
    }
}

/// The letters that a terminal sends for a key; none of what is no key, or no letter.
fn letters_of(event: &Event) -> Option<String> {
    let Event::Key(key) = event else { return None };
    Some(match key.code {
        KeyCode::Esc if key.modifiers.is_empty() => "\x1b".to_owned(),
        KeyCode::Char('g') if key.modifiers == KeyModifiers::CONTROL => "\x07".to_owned(),
        KeyCode::Char(_) if key.modifiers.contains(KeyModifiers::CONTROL) => return None,
        KeyCode::Char(letter) if key.modifiers.contains(KeyModifiers::ALT) => format!("\x1b{letter}"),
        KeyCode::Char(letter) => letter.to_string(),
        _ => return None,
    })
}

/// Whether an answer can begin with these letters.
fn may_begin(letters: &str) -> bool {
    let Some(colour) = letters.strip_prefix(BEGINNING) else { return BEGINNING.starts_with(letters) };
    let body = colour.trim_end_matches(['\x07', '\x1b', '\\']);
    let is_colour = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, ':' | '/' | '#' | '.');
    letters.len() <= MOST_LETTERS
        && body.chars().all(is_colour)
        && matches!(colour.strip_prefix(body), Some("" | "\x07" | "\x1b" | "\x1b\\"))
}
