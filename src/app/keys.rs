//! The keys in force: those of the table, with what the user's configuration changes.

use std::collections::{BTreeMap, HashSet};
use std::ops::Deref;
use std::str::FromStr;
use std::sync::Arc;

use ratatui_textarea::Key;

use super::action::Command;
use super::bindings::{Binding, Place, bindings, is_text_place};
use crate::domain::PathStep::{self, Key as Named, Named as Chosen};
use crate::read::{Found, KeyFlaw, Problem, nearest};

/// The key of the configuration under which keys are changed.
const KEYS: &str = "keys";

/// What the user changes: the keys of a command, by its place's name and its own.
pub type Changes = BTreeMap<String, BTreeMap<String, Vec<String>>>;

/// The commands of a place by their names, each with its keys.
pub type Commands = Vec<(String, Vec<String>)>;

/// The keys in force.
#[derive(Debug, Clone)]
pub struct Keys(Arc<[Binding]>);

impl Default for Keys {
    fn default() -> Self {
        Self(bindings().into())
    }
}

impl Deref for Keys {
    type Target = [Binding];
    fn deref(&self) -> &[Binding] {
        &self.0
    }
}

/// A key as the configuration writes it: `d`, `D`, `F5`, `Ctrl-R`, `Shift-Tab`, `Space`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Pressed {
    key: Key,
    ctrl: bool,
    shift: bool,
}

/// Keys with a name.
const NAMED: [(&str, Key); 14] = [
    ("Space", Key::Char(' ')),
    ("Enter", Key::Enter),
    ("Esc", Key::Esc),
    ("Tab", Key::Tab),
    ("Up", Key::Up),
    ("Down", Key::Down),
    ("Left", Key::Left),
    ("Right", Key::Right),
    ("Home", Key::Home),
    ("End", Key::End),
    ("PgUp", Key::PageUp),
    ("PgDn", Key::PageDown),
    ("PageUp", Key::PageUp),
    ("PageDown", Key::PageDown),
];

/// Letters that terminals report as another key when Control is held: Backspace, Tab, Enter.
const SWALLOWED: [char; 4] = ['h', 'i', 'j', 'm'];

impl FromStr for Pressed {
    type Err = ();
    fn from_str(written: &str) -> Result<Self, ()> {
        let plain = |key| Self { key, ctrl: false, shift: false };
        let mut letters = written.chars();
        if let (Some(letter), None) = (letters.next(), letters.next()) {
            return if letter.is_control() { Err(()) } else { Ok(plain(Key::Char(letter))) };
        }
        let lower = written.to_lowercase();
        if let Some(letter) = lower.strip_prefix("ctrl-").or_else(|| lower.strip_prefix("ctrl+")) {
            let mut letters = letter.chars();
            let letter = letters.next().filter(|letter| letter.is_ascii_lowercase() && letters.next().is_none());
            let letter = letter.filter(|letter| !SWALLOWED.contains(letter)).ok_or(())?;
            return Ok(Self { ctrl: true, ..plain(Key::Char(letter)) });
        }
        if matches!(lower.as_str(), "shift-tab" | "shift+tab") {
            return Ok(Self { shift: true, ..plain(Key::Tab) });
        }
        let number = lower.strip_prefix('f').and_then(|number| number.parse().ok());
        if let Some(number) = number.filter(|number| (1..=12).contains(number)) {
            return Ok(plain(Key::F(number)));
        }
        NAMED.iter().find(|(name, _)| name.to_lowercase() == lower).map(|(_, key)| plain(*key)).ok_or(())
    }
}

impl Pressed {
    fn of(binding: &Binding) -> Self {
        Self { key: binding.key, ctrl: binding.ctrl, shift: binding.shift }
    }

    /// As the configuration writes it.
    pub fn written(self) -> String {
        let name = match self.key {
            Key::Char(letter) if self.ctrl => letter.to_uppercase().to_string(),
            Key::Char(letter) if letter != ' ' => letter.to_string(),
            Key::F(number) => format!("F{number}"),
            key => NAMED.iter().find(|(_, named)| *named == key).map_or("", |(name, _)| name).to_owned(),
        };
        match self {
            Self { ctrl: true, .. } => format!("Ctrl-{name}"),
            Self { shift: true, .. } => format!("Shift-{name}"),
            _ => name,
        }
    }

    /// Whether it can only be what it is: the way back, the way out, the end of a text.
    fn is_fixed(self, place: Place) -> bool {
        let leaves = self.ctrl && self.key == Key::Char('c');
        leaves || self.key == Key::Esc || (is_text_place(place) && self.key == Key::Enter)
    }

    fn is_typed(self) -> bool {
        matches!(self.key, Key::Char(_)) && !self.ctrl
    }
}

impl Keys {
    /// The table with these changes; what cannot be taken of them is told, each with its place in the configuration.
    pub fn with(changes: &Changes) -> (Self, Found) {
        let mut change = Change { rows: bindings().to_vec(), changed: HashSet::new(), found: Vec::new() };
        for (place, commands) in changes {
            change.place(place, commands);
        }
        change.collisions();
        (Self(change.rows.into()), change.found)
    }

    /// Every command of every place with its keys as the configuration writes them, in the order of the table.
    pub fn written(&self) -> Vec<(Place, Commands)> {
        let mut places: Vec<(Place, Commands)> = Vec::new();
        for binding in self.iter() {
            let at = places.iter().position(|(place, _)| *place == binding.place);
            let at = at.unwrap_or_else(|| {
                places.push((binding.place, Vec::new()));
                places.len() - 1
            });
            let Some((_, commands)) = places.get_mut(at) else { continue };
            let key = Pressed::of(binding).written();
            let name = binding.command.code();
            match commands.iter_mut().find(|(known, _)| *known == name) {
                Some((_, keys)) => keys.push(key),
                None => commands.push((name.into_owned(), vec![key])),
            }
        }
        places
    }
}

/// A table being changed.
struct Change {
    rows: Vec<Binding>,
    /// The rows that the user wrote, by where they were written.
    changed: HashSet<(Place, Pressed, Command)>,
    found: Found,
}

fn unknown<'a>(key: &str, known: impl Iterator<Item = &'a str>) -> Problem {
    let mut names: Vec<String> = Vec::new();
    for name in known {
        if !names.iter().any(|one| one == name) {
            names.push(name.to_owned());
        }
    }
    let nearest = nearest(key, &names);
    Problem::UnknownKey { key: key.to_owned(), known: names, nearest }
}

fn path(place: &str, command: &str) -> Vec<PathStep> {
    vec![Named(KEYS), Chosen(place.to_owned()), Chosen(command.to_owned())]
}

impl Change {
    fn place(&mut self, name: &str, commands: &BTreeMap<String, Vec<String>>) {
        let Some(place) = bindings().iter().map(|one| one.place).find(|place| place.code() == name) else {
            let known = bindings().iter().map(|one| one.place.code());
            self.found.push((vec![Named(KEYS), Chosen(name.to_owned())], unknown(name, known)));
            return;
        };
        for (command, keys) in commands {
            self.command(place, command, keys);
        }
    }

    /// Puts these keys in the place of those that the command has, but for the fixed ones.
    fn command(&mut self, place: Place, name: &str, keys: &[String]) {
        let own: Vec<&Binding> = bindings().iter().filter(|one| one.place == place).collect();
        let Some(model) = own.iter().find(|one| one.command.code() == name).map(|one| **one) else {
            let known: Vec<_> = own.iter().map(|one| one.command.code()).collect();
            let problem = unknown(name, known.iter().map(AsRef::as_ref));
            self.found.push((path(place.code(), name), problem));
            return;
        };
        let rows = self.read(model, keys);
        let is_old =
            |one: &Binding| one.place == place && one.command == model.command && !Pressed::of(one).is_fixed(place);
        let at = self.rows.iter().position(|one| one.place == place && one.command == model.command).unwrap_or(0);
        self.rows.retain(|one| !is_old(one));
        let at = at.min(self.rows.len());
        // What is written as it is anyway changes nothing.
        let is_usual =
            |row: &&Binding| own.iter().any(|one| one.command == row.command && Pressed::of(one) == Pressed::of(row));
        let changed = rows.iter().filter(|row| !is_usual(row));
        self.changed.extend(changed.map(|row| (place, Pressed::of(row), row.command)));
        self.rows.splice(at..at, rows);
    }

    /// The rows of these keys; what cannot be a key there is told.
    fn read(&mut self, model: Binding, keys: &[String]) -> Vec<Binding> {
        let place = model.place;
        let mut tell = |flaw| self.found.push((path(place.code(), &model.command.code()), Problem::Keyed(flaw)));
        if keys.is_empty() {
            tell(KeyFlaw::NoKey { place: place.code() });
        }
        let mut rows: Vec<Binding> = Vec::new();
        for written in keys {
            let Ok(pressed) = written.parse::<Pressed>() else {
                tell(KeyFlaw::NotAKey { written: written.clone(), place: place.code() });
                continue;
            };
            let key = pressed.written();
            if pressed.is_fixed(place) {
                let is_own = |one: &&Binding| one.place == place && one.command == model.command;
                if !bindings().iter().filter(is_own).any(|one| Pressed::of(one) == pressed) {
                    tell(KeyFlaw::Fixed { key, place: place.code() });
                }
            } else if is_text_place(place) && pressed.is_typed() {
                tell(KeyFlaw::Typed { key, place: place.code() });
            } else if !rows.iter().any(|row| Pressed::of(row) == pressed) {
                let Pressed { key, ctrl, shift } = pressed;
                rows.push(Binding { key, ctrl, shift, footer: model.footer && rows.is_empty(), ..model });
            }
        }
        rows
    }

    /// Keys that would mean two things: two commands of one place, or one of everywhere that a place has for itself.
    fn collisions(&mut self) {
        for (at, row) in self.rows.iter().enumerate() {
            let pressed = Pressed::of(row);
            if !self.changed.contains(&(row.place, pressed, row.command)) {
                continue;
            }
            let is_everywhere = row.place == Place::Everywhere;
            let clashes = |(other_at, other): &(usize, &Binding)| {
                let is_own_too = self.changed.contains(&(other.place, pressed, other.command)) && *other_at < at;
                let meets = other.place == row.place
                    || (is_everywhere && !is_text_place(other.place) && other.place != Place::Projector);
                *other_at != at
                    && meets
                    && !(is_own_too && other.place == row.place)
                    && other.command != row.command
                    && Pressed::of(other) == pressed
            };
            if let Some((_, other)) = self.rows.iter().enumerate().find(clashes) {
                let flaw = KeyFlaw::Twice {
                    key: pressed.written(),
                    place: other.place.code(),
                    other: other.command.code().into_owned(),
                };
                self.found.push((path(row.place.code(), &row.command.code()), Problem::Keyed(flaw)));
            }
        }
    }
}
