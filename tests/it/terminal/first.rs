//! The demonstration, the first run, and terminals that are odd.

use std::fs;
use std::path::Path;

use super::Home;

const ESCAPE: &str = "\u{1b}";
const ENTER: &str = "\r";

/// A home without a case, whose temporary folder is its own.
fn empty() -> Home {
    let home = Home(tempfile::tempdir().unwrap());
    fs::create_dir(home.path().join("tmp")).unwrap();
    home
}

fn left_in(folder: &Path) -> Vec<std::path::PathBuf> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn the_demonstration_has_a_past_says_what_it_is_and_leaves_nothing_behind() {
    for signal in [None, Some("-TERM")] {
        let home = empty();
        let folder = home.path().join("tmp");
        let temporary = folder.display().to_string();
        let mut terminal =
            home.open_as("chair", &["--demo"], 120, 36, &[("TMPDIR", &temporary), ("LANG", "en_GB.UTF-8")]);
        terminal.wait_for("LS-2026-012");
        terminal.wait_for("DEMO · invented people · nothing is kept");
        terminal.send("a");
        terminal.wait_for("DEMO-101");
        terminal.wait_for("DEMO-106");
        terminal.wait_for("DEMO · invented people");
        terminal.send(ENTER);
        terminal.wait_for("DEMO-106 · I. N.");
        terminal.wait_for("DEMO · invented people");
        terminal.send(ESCAPE);
        terminal.wait_for("DEMO-101");
        terminal.send(ESCAPE);
        terminal.wait_for("LN-2026-006");
        terminal.send("l");
        terminal.wait_for("DÉMONSTRATION");
        assert_eq!(left_in(&folder).len(), 1);
        match signal {
            Some(signal) => terminal.signal(signal),
            None => terminal.send("q"),
        }
        assert_eq!(terminal.ended(), 0);
        assert_eq!(left_in(&folder), [""; 0].map(std::path::PathBuf::from));
        assert!(!home.database().exists(), "the usual database was not touched");
    }
}

#[test]
fn a_folder_without_cases_says_what_to_do() {
    let home = empty();
    let looked = home.path().join("cases").display().to_string();
    for (lang, says) in [("fr", "Aucun dossier ici"), ("en", "No case here")] {
        let mut terminal = home.open_sized(&["--lang", lang], 160, 45);
        for words in [says, &looked, "regards --demo", "regards new"] {
            terminal.wait_for(words);
        }
        terminal.send("q");
        assert_eq!(terminal.ended(), 0);
    }
    fs::create_dir(home.path().join("cases")).unwrap();
    let mut terminal = home.open_sized(&[], 60, 18);
    terminal.wait_for("regards --demo");
    terminal.send("q");
    assert_eq!(terminal.ended(), 0);
}

#[test]
fn the_smallest_and_the_oddest_terminals_hold_it() {
    let home = Home::new();
    for (columns, rows) in [(1, 1), (2, 1), (1, 40), (59, 17), (200, 2)] {
        let mut terminal = home.open_sized(&[], columns, rows);
        // It is drawn, and it obeys.
        terminal.wait_until("a word", |shown| !shown.trim().is_empty());
        terminal.send("q");
        assert_eq!(terminal.ended(), 0, "{columns}x{rows}");
        assert!(terminal.is_restored());
    }
    for term in ["screen", "tmux-256color", "linux", "vt100", ""] {
        let mut terminal = home.open_as("chair", &[], 80, 24, &[("TERM", term)]);
        terminal.wait_for("LN-2026-001");
        terminal.send("q");
        assert_eq!(terminal.ended(), 0, "{term}");
    }
}

#[test]
fn a_terminal_that_places_no_words_gets_a_sentence() {
    let home = Home::new();
    let mut terminal = home.open_as("chair", &[], 80, 24, &[("TERM", "dumb")]);
    assert_eq!(terminal.ended(), 2);
    let shown = terminal.last_shown();
    assert!(shown.contains("TERM=dumb") && shown.contains("regards show"), "{shown}");
}

#[test]
fn a_locale_that_is_not_utf_8_is_said_once() {
    let home = Home::new();
    for locale in ["C", "fr_FR.ISO-8859-1", ""] {
        let mut terminal = home.open_as("chair", &["--lang", "en"], 120, 36, &[("LANG", locale)]);
        terminal.wait_for("is not UTF-8");
        terminal.send("\u{1b}[B");
        terminal.wait_until("the sentence to go", |shown| !shown.contains("is not UTF-8"));
        terminal.send("q");
        assert_eq!(terminal.ended(), 0);
    }
}

#[test]
fn a_faulty_configuration_opens_no_screen() {
    let home = Home::new();
    let file = home.path().join("c.yaml");
    fs::write(&file, "lnag: fr\n").unwrap();
    let mut terminal = home.open_as("chair", &["--config", "c.yaml"], 120, 36, &[]);
    assert_eq!(terminal.ended(), 2);
    let shown = terminal.last_shown();
    assert!(shown.contains("`lang`") && shown.contains("c.yaml:1:1"), "{shown}");
}

#[test]
fn the_keys_of_the_configuration_are_pressed_and_shown() {
    let home = Home::new();
    fs::write(home.path().join("c.yaml"), "keys: {agenda: {archive: P}, everywhere: {quit: F10}}\n").unwrap();
    let mut terminal = home.open_as("chair", &["--config", "c.yaml"], 160, 45, &[]);
    terminal.wait_for("LN-2026-001");
    terminal.wait_for("P décisions passées");
    terminal.send("a");
    terminal.send("P");
    terminal.wait_for("Décisions passées");
    terminal.send("q");
    terminal.send("\u{1b}[21~");
    assert_eq!(terminal.ended(), 0);
}
