//! The table of keys as a whole.

use std::collections::BTreeMap;

use ratatui_textarea::{Input, Key};
use regards::app::{Binding, Command, Keys, Place, bindings};
use regards::read::{KeyFlaw, Problem};
use regards::text::Lang;
use regards::view::keys::PLACES;

use crate::scene::{press, room, said, shot};

/// Two commands on one key would make the second one a key that does nothing.
#[test]
fn no_key_means_two_things_in_one_place() {
    let all = bindings();
    for (at, one) in all.iter().enumerate() {
        let same = |other: &&Binding| {
            other.place == one.place && other.key == one.key && other.ctrl == one.ctrl && other.shift == one.shift
        };
        let twice = all.iter().skip(at + 1).find(same);
        assert!(twice.is_none(), "{:?} {:?}: {:?} and {:?}", one.place, one.key, one.command, twice.map(|b| b.command));
    }
}

type Changes = BTreeMap<String, BTreeMap<String, Vec<String>>>;

fn changes(written: &[(&str, &str, &[&str])]) -> Changes {
    let mut changes = Changes::new();
    for (place, command, keys) in written {
        let keys = keys.iter().map(ToString::to_string).collect();
        changes.entry((*place).to_owned()).or_default().insert((*command).to_owned(), keys);
    }
    changes
}

/// What is wrong with these changes, by its code in JSON.
fn faults(written: &[(&str, &str, &[&str])]) -> Vec<&'static str> {
    Keys::with(&changes(written)).1.iter().map(|(_, problem)| problem.code()).collect()
}

fn letter(letter: char) -> Input {
    Input { key: Key::Char(letter), ctrl: false, alt: false, shift: false }
}

#[test]
fn every_place_and_command_has_a_name_of_its_own() {
    let mut names = BTreeMap::new();
    for binding in bindings() {
        assert!(binding.place.code().bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'));
        let before = names.insert((binding.place.code(), binding.command.code().into_owned()), binding.command);
        assert!(before.is_none_or(|before| before == binding.command), "{:?}", binding.command);
    }
}

#[test]
fn the_table_written_out_and_read_again_is_the_table() {
    let written = Keys::default().written();
    let all: Changes = written
        .into_iter()
        .map(|(place, commands)| (place.code().to_owned(), commands.into_iter().collect()))
        .collect();
    let (keys, found) = Keys::with(&all);
    assert_eq!(found, []);
    let flat = |keys: &[Binding]| {
        let mut rows: Vec<String> = keys
            .iter()
            .map(|one| format!("{:?} {:?} {:?} {} {}", one.place, one.command, one.key, one.ctrl, one.shift))
            .collect();
        rows.sort();
        rows
    };
    assert_eq!(flat(&keys), flat(bindings()));
}

#[test]
fn a_changed_key_is_pressed_shown_and_helped_and_the_old_one_is_free() {
    let (keys, found) =
        Keys::with(&changes(&[("agenda", "decide", &["D", "F9"]), ("everywhere", "help", &["F1", "H"])]));
    assert_eq!(found, []);
    let mut state = room(Lang::En);
    state.keys = keys;
    assert!(matches!(state.press(letter('d')), regards::app::Action::Type(_)));
    assert!(matches!(state.press(letter('D')), regards::app::Action::Do(Command::Decide)));
    let foot = said(&shot(&state, 120, 36));
    assert!(foot.contains("D F9 decide") || foot.contains("D decide"), "{foot}");
    press(&mut state, "H");
    let help = said(&shot(&state, 160, 67));
    assert!(help.contains("D F9") && help.contains("F1 H"), "{help}");
    press(&mut state, "<esc>D");
    assert_eq!(state.place(), Place::Form);
}

#[test]
fn two_commands_may_swap_their_keys() {
    assert_eq!(faults(&[("case", "decide", &["n"]), ("case", "next_case", &["d"])]), [""; 0]);
}

#[test]
fn what_cannot_be_a_key_is_told_with_its_place() {
    assert_eq!(faults(&[("case", "decide", &["n"])]), ["key-twice"]);
    assert_eq!(faults(&[("everywhere", "theme", &["d"])]), ["key-twice"]);
    assert_eq!(faults(&[("case", "decide", &["Ctrl-C"])]), ["key-fixed"]);
    assert_eq!(faults(&[("case", "decide", &["Esc"])]), ["key-fixed"]);
    assert_eq!(faults(&[("form", "read_back", &["Enter"])]), ["key-fixed"]);
    assert_eq!(faults(&[("form", "read_back", &["r"])]), ["key-typed"]);
    assert_eq!(faults(&[("form", "read_back", &["F9", "Ctrl-T"])]), [""; 0]);
    assert_eq!(faults(&[("case", "decide", &["Ctrl-M"])]), ["not-a-key"]);
    assert_eq!(faults(&[("case", "decide", &["F13", "dd"])]), ["not-a-key", "not-a-key"]);
    assert_eq!(faults(&[("case", "decide", &[])]), ["no-key"]);
    assert_eq!(faults(&[("cases", "decide", &["D"])]), ["unknown-key"]);
    assert_eq!(faults(&[("case", "decided", &["D"])]), ["unknown-key"]);
    let (_, found) = Keys::with(&changes(&[("case", "decide", &["n"])]));
    let flaw = KeyFlaw::Twice { key: "n".to_owned(), place: "case", other: "next_case".to_owned() };
    assert_eq!(found.into_iter().map(|(_, problem)| problem).collect::<Vec<_>>(), [Problem::Keyed(flaw)]);
}

#[test]
fn what_always_means_the_same_stays_whatever_is_written() {
    let (keys, found) = Keys::with(&changes(&[("everywhere", "quit", &["F10"]), ("typed_line", "accept", &["F9"])]));
    assert_eq!(found, []);
    let mut state = room(Lang::En);
    state.keys = keys;
    let leave = Input { key: Key::Char('c'), ctrl: true, alt: false, shift: false };
    assert!(matches!(state.press(leave), regards::app::Action::Do(Command::Quit)));
    assert!(matches!(state.press(letter('q')), regards::app::Action::Type(_)));
    press(&mut state, "/003<enter>");
    assert!(state.line.is_none(), "Enter still ends a line");
}

#[test]
fn the_help_and_the_readme_tell_of_every_place_with_a_key() {
    let untold: Vec<Place> =
        bindings().iter().map(|binding| binding.place).filter(|one| !PLACES.contains(one)).collect();
    assert!(untold.iter().all(|place| *place == Place::Projector), "{untold:?}");
}
