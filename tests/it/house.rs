//! The house holds: a room uses only the rooms above it, and only `read` knows YAML.

use std::fs;
use std::path::Path;

/// The rooms in reading order; each may use the ones before it.
const ROOMS: [&str; 13] = [
    "domain",
    "read",
    "text",
    "clinic",
    "knowledge",
    "wording",
    "meeting",
    "archive",
    "store",
    "report",
    "app",
    "view",
    "cli",
];

/// Rooms and crates that a room may not use although they stand above it, or at all.
const NEVER: [(&str, &[&str]); 14] = [
    ("domain", &["serde_yaml", "rusqlite", "ratatui", "crossterm"]),
    ("read", &["rusqlite", "ratatui", "crossterm"]),
    ("text", &["serde_yaml", "rusqlite", "ratatui", "crossterm"]),
    ("clinic", &["serde_yaml", "rusqlite", "ratatui", "crossterm", "std::fs", "Local::now", "Utc::now"]),
    ("knowledge", &["serde_yaml", "rusqlite", "ratatui", "crossterm", "std::fs", "Local::now", "Utc::now"]),
    ("wording", &["serde_yaml", "rusqlite", "ratatui", "crossterm", "std::fs", "Local::now", "Utc::now"]),
    ("meeting", &["serde_yaml", "rusqlite", "ratatui", "crossterm", "std::fs", "Local::now", "Utc::now"]),
    ("archive", &["serde_yaml", "rusqlite", "ratatui", "crossterm", "std::fs", "Local::now", "Utc::now"]),
    ("store", &["serde_yaml", "ratatui", "crossterm", "crate::clinic", "crate::knowledge"]),
    ("report", &["serde_yaml", "rusqlite", "ratatui", "crossterm"]),
    (
        "app",
        &[
            "serde_yaml",
            "rusqlite",
            "ratatui",
            "crossterm",
            "crate::store",
            "crate::report",
            "std::fs",
            "Local::now",
            "Utc::now",
        ],
    ),
    ("view", &["serde_yaml", "rusqlite", "crossterm", "crate::store", "std::fs", "Local::now", "Utc::now"]),
    ("cli", &["serde_yaml", "rusqlite"]),
    ("main.rs", &["serde_yaml", "rusqlite", "ratatui", "crossterm"]),
];

/// Rooms that must not so much as name who the patients are: nothing that is recorded, computed or exported can hold it.
const NO_IDENTITY: [&str; 7] = ["clinic", "knowledge", "wording", "meeting", "archive", "store", "report"];

/// The names of the types and modules that hold who the patients are. (That a card was shown may be written down; what it said may not.)
const IDENTITY: [&str; 9] = [
    "PatientIdentity",
    "Identities",
    "IdentityStatus",
    "IdentityFile",
    "IdentityScreen",
    "BirthPlace",
    "Ins",
    "LocalNumber",
    "identities",
];

/// What a source text of a room uses and may not, as sentences.
fn trespasses(room: &str, place: &str, source: &str) -> Vec<String> {
    let own = ROOMS.iter().position(|name| *name == room).unwrap_or(ROOMS.len());
    let below = ROOMS.iter().skip(own + 1).map(|name| format!("crate::{name}"));
    let never =
        NEVER.iter().filter(|(name, _)| *name == room).flat_map(|(_, words)| words.iter().map(ToString::to_string));
    let identity = IDENTITY.iter().filter(|_| NO_IDENTITY.contains(&room)).map(ToString::to_string);
    let forbidden: Vec<String> = below.chain(never).chain(identity).collect();
    let mut found = Vec::new();
    for (number, line) in source.lines().enumerate() {
        let code = line.split("//").next().unwrap_or_default();
        for word in forbidden.iter().filter(|word| uses(code, word)) {
            found.push(format!("{place}:{}: `{room}` may not use `{word}`", number + 1));
        }
        // `use crate::{a, b}` would hide its rooms from the words above.
        if code.contains("crate::{") {
            found.push(format!("{place}:{}: name one room per `use`", number + 1));
        }
    }
    found
}

/// Whether the code names the word as a whole path.
fn uses(code: &str, word: &str) -> bool {
    code.match_indices(word).any(|(at, _)| {
        let after = code[at + word.len()..].chars().next();
        let before = code[..at].chars().next_back();
        let goes_on = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        (word.ends_with(':') || !goes_on(after)) && !goes_on(before)
    })
}

fn sources(folder: &Path, visit: &mut dyn FnMut(&Path, &str)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, visit);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            visit(&path, &fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn a_room_uses_only_the_rooms_above_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    sources(&root, &mut |path, source| {
        let inside = path.strip_prefix(&root).unwrap();
        let first = inside.components().next().unwrap().as_os_str().to_str().unwrap();
        if first != "lib.rs" {
            found.extend(trespasses(first, &inside.display().to_string(), source));
        }
    });
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_planted_trespass_is_found() {
    assert_eq!(trespasses("clinic", "x.rs", "use crate::store::Ledger;").len(), 1);
    assert_eq!(trespasses("app", "x.rs", "use ratatui::buffer::Buffer;").len(), 1);
    assert_eq!(trespasses("store", "x.rs", "use crate::knowledge::Table;").len(), 1);
    assert_eq!(trespasses("view", "x.rs", "use crate::{app, store};").len(), 1);
    assert_eq!(trespasses("store", "x.rs", "use crate::domain::{Alias, PatientIdentity};").len(), 1);
    assert_eq!(trespasses("report", "x.rs", "fn export(one: &domain::Identities) {}").len(), 1);
    assert_eq!(trespasses("app", "x.rs", "use crate::domain::{Alias, PatientIdentity};").len(), 0);
    assert_eq!(trespasses("cli", "x.rs", "use crate::store::Ledger; // crate::nothing").len(), 0);
}

#[test]
fn every_room_says_what_it_holds() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let map = fs::read_to_string(root.join("lib.rs")).unwrap();
    for room in ROOMS {
        let opening = fs::read_to_string(root.join(room).join("mod.rs")).unwrap();
        assert!(opening.starts_with("//! "), "{room}/mod.rs opens with what it holds");
        assert!(map.contains(&format!("| [`{room}`] |")), "{room} is on the map in lib.rs");
        assert!(map.contains(&format!("pub mod {room};")), "{room} is in the house");
    }
}

/// What commands say beside their answer repeats names and words that somebody typed: it goes through `aside`, which lets none
/// of them command the terminal. The exceptions show nothing as it was typed.
#[test]
fn what_is_said_on_standard_error_goes_through_one_door() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/cli");
    let mut found = Vec::new();
    sources(&root, &mut |path, source| {
        let name = path.file_name().unwrap().to_str().unwrap();
        let allowed = ["mod.rs", "check.rs", "search.rs", "progress.rs", "key.rs"];
        if !allowed.contains(&name) && (source.contains("writeln!(err") || source.contains("write!(err")) {
            found.push(name.to_owned());
        }
    });
    assert!(found.is_empty(), "{found:?}");
}
