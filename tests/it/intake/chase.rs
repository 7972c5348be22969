//! What is awaited for cases, and from whom.

use std::path::Path;

use assert_cmd::Command;
use regards::app::{Place, Screen};
use regards::knowledge::{Datum, Informant, awaited, completeness, waiting};
use regards::meeting;
use regards::text::Lang;
use serde_json::Value;

use crate::scene::*;

fn regards(arguments: &[&str]) -> (i32, String) {
    let home = tempfile::tempdir().unwrap();
    let mut command = Command::cargo_bin("regards").unwrap();
    command.current_dir(env!("CARGO_MANIFEST_DIR")).env_clear().env("HOME", home.path());
    let output = command.args(["--date", "2026-11-23"]).args(arguments).output().unwrap();
    (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap())
}

#[test]
fn what_is_chased_is_what_a_decision_deferred_for_missing_data_awaits() {
    for entry in shipped_entries() {
        let opened = regards::app::Opened::new(&entry.file, today(), &library()).unwrap();
        let chased = meeting::Chased::of(entry.path().to_owned(), &opened.case, &opened.facts, &opened.table);
        let data: Vec<Datum> = chased.awaited.iter().map(|one| one.missing.datum).collect();
        let lines = meeting::awaited(&opened.table, None, Lang::En);
        assert_eq!(lines.lines().count(), data.len());
        for one in &chased.awaited {
            let rows = waiting(&opened.table, one.missing.datum);
            assert!(!rows.is_empty(), "{:?} waits for nothing", one.missing.datum);
            let cells: usize = rows.iter().map(|(_, guidelines)| guidelines.len()).sum();
            assert_eq!(cells, one.missing.settles + one.missing.with_others);
        }
        let grouped: usize = Informant::ALL.iter().map(|one| chased.from(*one).count()).sum();
        assert_eq!(grouped, data.len(), "each is asked of one");
        let complete = completeness(&opened.table, &opened.facts);
        assert!(complete.known <= complete.asked && complete.known > 0, "{complete:?}");
        assert!(complete.asked - complete.known >= awaited(&opened.table).len());
    }
}

#[test]
fn the_command_tells_it_in_three_forms() {
    let (code, text) = regards(&["--lang", "fr", "check", "--chase", "cases"]);
    assert_eq!(code, 1);
    insta::assert_snapshot!("chase-text-fr", text);
    let (_, markdown) = regards(&["--lang", "en", "check", "--chase", "--format", "markdown", "cases"]);
    insta::assert_snapshot!("chase-markdown-en", markdown);
    let (code, json) = regards(&["check", "--chase", "--format", "json", "cases"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((code, &json["format"], json["cases"].as_array().unwrap().len()), (1, &1.into(), 12));
    let one =
        &json["cases"].as_array().unwrap().iter().find(|case| !case["awaited"].as_array().unwrap().is_empty()).unwrap();
    let keys: Vec<&String> = one["awaited"][0].as_object().unwrap().keys().collect();
    assert_eq!(keys, ["datum", "informant", "settles", "with_others", "ask", "rows"]);
}

#[test]
fn masked_it_names_nobody() {
    let (_, json) = regards(&["--mask", "check", "--chase", "--format", "json", "cases"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    for case in json["cases"].as_array().unwrap() {
        assert!(case.get("alias").is_none() && case.get("requester").is_none());
    }
}

#[test]
fn a_broken_file_is_told_and_an_empty_folder_is_no_answer() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    assert_eq!(regards(&["check", "--chase", path]).0, 3);
    std::fs::write(Path::new(path).join("x.yaml"), "case: [").unwrap();
    let (code, text) = regards(&["--lang", "en", "check", "--chase", path]);
    assert_eq!(code, 1);
    assert!(text.contains("x.yaml"), "{text}");
}

#[test]
fn the_agenda_leads_to_the_list_and_the_list_to_a_case() {
    for (name, lang, size) in
        [("80x24-fr", Lang::Fr, (80, 24)), ("120x36-en", Lang::En, (120, 36)), ("160x45-fr", Lang::Fr, (160, 45))]
    {
        let mut state = room(lang);
        press(&mut state, "r");
        assert_eq!(state.place(), Place::Chase);
        press(&mut state, "<down>");
        insta::assert_snapshot!(format!("chase-{name}"), crate::picture::picture(&shot(&state, size.0, size.1)));
        let Screen::Chase(screen) = &state.screen else { panic!("no list") };
        let wanted = screen.cases[screen.rows()[1].case].case.clone();
        press(&mut state, "<enter>");
        let Screen::Case(screen) = &state.screen else { panic!("no case") };
        assert_eq!(screen.opened.case.case, wanted);
        press(&mut state, "<esc><tab>");
        let Screen::Chase(screen) = &state.screen else { panic!("no list") };
        assert_eq!((screen.selected, screen.informant), (0, screen.informants().first().copied()));
        press(&mut state, "r");
        assert_eq!(state.place(), Place::Queue);
    }
}
