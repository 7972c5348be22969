//! The passphrase of an encrypted ledger: from a file or from the terminal, never from the arguments or the environment.

use std::fs::File;
use std::io::{self, IsTerminal, Read, Write};
use std::path::Path;

use crossterm::event::{self, Event, KeyCode, KeyEventKind, KeyModifiers};
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use zeroize::Zeroizing;

use super::args::{Arguments, Order, Protection};
use super::settings::Settings;
use super::trouble::sentence;
use super::{Exit, rights};
use crate::store::{Key, Ledger, StoreError};
use crate::text::{EncryptionWords, shown_path, words};

/// Room for a passphrase that is never moved in memory while it is typed.
const ROOM: usize = 4096;

/// What SQLite writes at the head of a file in the clear.
const HEAD: &[u8] = b"SQLite format 3\0";

/// The settings with the keys of the ledger and of the copy that is asked for, where the command needs them.
///
/// # Errors
/// A sentence, and how the program ends.
pub fn settle(mut settings: Settings, arguments: &Arguments) -> Result<Settings, (String, Exit)> {
    let order = arguments.command.as_ref();
    match order {
        // Only to write down that it was shown: nobody is asked for a passphrase for that.
        Some(Order::Show { .. }) if arguments.shared.protection.passphrase_file.is_some() => {}
        // What works on files alone asks for nothing.
        Some(
            Order::Check { .. }
            | Order::Schema { .. }
            | Order::Config { .. }
            | Order::Completions { .. }
            | Order::Man { .. }
            | Order::New { case: Some(_), .. }
            | Order::Show { .. }
            | Order::Score { .. }
            | Order::Labs { .. }
            | Order::Guidelines { .. }
            | Order::Charter { .. }
            | Order::Identities { .. },
        ) => return Ok(settings),
        _ => {}
    }
    let safe = Safe { protection: &arguments.shared.protection, words: &words(settings.lang).encryption };
    let key = safe.key_of_ledger(&settings, order)?;
    settings.copy_key = match order {
        Some(Order::Backup { plain: true, .. }) => Key::plain(),
        Some(Order::Backup { to, .. }) if safe.protection.encrypt && key.is_plain() => safe.new_key(to)?,
        _ => key.clone(),
    };
    settings.key = key;
    Ok(settings)
}

/// What a file at the place of the ledger is, as far as its first bytes tell. Asked before the ledger is opened: closing
/// the file afterwards would drop SQLite's locks on it.
enum Found {
    Nothing,
    Plain,
    Sealed,
}

fn look(path: &Path) -> Found {
    // Reading from a pipe would wait for ever.
    if !path.is_file() {
        return Found::Nothing;
    }
    let mut head = Vec::new();
    let read = File::open(path).and_then(|file| file.take(HEAD.len() as u64).read_to_end(&mut head));
    match read {
        Ok(0) | Err(_) => Found::Nothing,
        Ok(_) if head == HEAD => Found::Plain,
        Ok(_) => Found::Sealed,
    }
}

struct Safe<'a> {
    protection: &'a Protection,
    words: &'static EncryptionWords,
}

impl Safe<'_> {
    fn key_of_ledger(&self, settings: &Settings, order: Option<&Order>) -> Result<Key, (String, Exit)> {
        // What is restored takes the ledger's place, so its key is the one to have.
        let path = match order {
            Some(Order::Restore { copy, .. }) => copy,
            _ => &settings.ledger,
        };
        match look(path) {
            Found::Plain if self.protection.encrypt && order.is_none() => {
                Err(((self.words.is_plain)(&shown_path(path)), Exit::Usage))
            }
            Found::Nothing if self.protection.encrypt && order.is_none() => self.new_key(path),
            Found::Plain | Found::Nothing => Ok(Key::plain()),
            Found::Sealed => self.known_key(path, settings),
        }
    }

    /// The key of a ledger that is encrypted already, tried on it.
    fn known_key(&self, path: &Path, settings: &Settings) -> Result<Key, (String, Exit)> {
        let key = self.given(path, false)?;
        match Ledger::open_read_only_with_key(path, &key) {
            Err(error @ (StoreError::WrongPassphrase(_) | StoreError::KeyRefused)) => {
                Err((sentence(&error, settings.lang), Exit::NoAccess))
            }
            // Anything else is said where the ledger is used.
            _ => Ok(key),
        }
    }

    fn new_key(&self, path: &Path) -> Result<Key, (String, Exit)> {
        self.given(path, true)
    }

    fn given(&self, path: &Path, is_new: bool) -> Result<Key, (String, Exit)> {
        leave_no_core();
        let passphrase = match &self.protection.passphrase_file {
            Some(file) => self.read_in(file)?,
            None => self.asked(path, is_new)?,
        };
        Key::of_passphrase(passphrase).ok_or_else(|| (self.words.unusable.to_owned(), Exit::NoAccess))
    }

    /// The first line of a file that only its owner can read, or of a descriptor that is open (`/dev/fd/3`).
    fn read_in(&self, path: &Path) -> Result<Zeroizing<String>, (String, Exit)> {
        let name = shown_path(path);
        // A file that is not there may be the passphrase itself, given in its place: it is not repeated.
        let unreadable = |error: &io::Error| {
            let named = if error.kind() == io::ErrorKind::NotFound { "--passphrase-file" } else { &name };
            ((self.words.unreadable)(named, &error.to_string()), Exit::NoAccess)
        };
        let file = File::open(path).map_err(|error| unreadable(&error))?;
        if rights::is_open_to_others(&file).map_err(|error| unreadable(&error))? {
            return Err(((self.words.open_to_others)(&name), Exit::NoAccess));
        }
        let mut text = Zeroizing::new(String::with_capacity(ROOM));
        file.take(ROOM as u64).read_to_string(&mut text).map_err(|error| unreadable(&error))?;
        Ok(Zeroizing::new(text.lines().next().unwrap_or_default().to_owned()))
    }

    fn asked(&self, path: &Path, is_new: bool) -> Result<Zeroizing<String>, (String, Exit)> {
        if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
            return Err((self.words.no_terminal.to_owned(), Exit::NoAccess));
        }
        let name = shown_path(path);
        let question = if is_new { (self.words.new)(&name) } else { (self.words.asked)(&name) };
        // From before the question to after the last answer, so that nothing typed ahead is shown.
        let _unseen = Raw::begin().map_err(|error| (error.to_string(), Exit::NoAccess))?;
        let typed = self.typed(&question)?;
        if is_new && *self.typed(self.words.again)? != *typed {
            return Err((self.words.differ.to_owned(), Exit::NoAccess));
        }
        Ok(typed)
    }

    fn typed(&self, question: &str) -> Result<Zeroizing<String>, (String, Exit)> {
        match type_unseen(question) {
            Ok(Some(typed)) => Ok(typed),
            Ok(None) => Err((self.words.given_up.to_owned(), Exit::NoAccess)),
            Err(error) => Err((error.to_string(), Exit::NoAccess)),
        }
    }
}

/// From here on no core of this program is written: it would hold the passphrase, and what is decrypted. Where the system
/// refuses, its own rule holds.
fn leave_no_core() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    }
    // A core that the system hands to another program has no limit.
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}

/// Raw for as long as it is kept.
struct Raw;

impl Raw {
    fn begin() -> io::Result<Self> {
        enable_raw_mode()?;
        Ok(Self)
    }
}

impl Drop for Raw {
    fn drop(&mut self) {
        let _ = disable_raw_mode();
    }
}

/// What is typed up to Enter on a raw terminal, shown nowhere; none where it is given up.
fn type_unseen(question: &str) -> io::Result<Option<Zeroizing<String>>> {
    let mut err = io::stderr();
    write!(err, "{question}")?;
    err.flush()?;
    let typed = type_line();
    write!(err, "\r\n")?;
    typed
}

fn type_line() -> io::Result<Option<Zeroizing<String>>> {
    let mut typed = Zeroizing::new(String::with_capacity(ROOM));
    loop {
        let Event::Key(key) = event::read()? else { continue };
        if key.kind == KeyEventKind::Release {
            continue;
        }
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Enter => return Ok(Some(typed)),
            KeyCode::Esc => return Ok(None),
            KeyCode::Char('c' | 'd') if ctrl => return Ok(None),
            KeyCode::Char('u') if ctrl => typed.clear(),
            KeyCode::Char('j' | 'm') if ctrl => return Ok(Some(typed)),
            KeyCode::Char(letter) if !ctrl && typed.len() + letter.len_utf8() <= ROOM => typed.push(letter),
            KeyCode::Backspace => {
                typed.pop();
            }
            _ => {}
        }
    }
}
