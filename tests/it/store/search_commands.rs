//! `search`, `list` and `due` as they are called: the filter language, its mistakes, counts, orders, saved queries, kinds.

use std::process::Output;

use assert_cmd::Command;
use serde_json::Value;

use super::*;

/// A home with two decisions in force, LN-1 (amended) and LN-2, and a case put off.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        drop(filled(&folder.path().join("l.sqlite")));
        Self(folder)
    }

    fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        let mut command = Command::cargo_bin("regards").unwrap();
        command.env_clear().env("HOME", self.0.path()).env("USER", "coordinator").env("LANG", "en_GB.UTF-8");
        let output: Output = command.args(arguments).arg("--db").arg(self.0.path().join("l.sqlite")).output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
    }

    fn cases(&self, arguments: &[&str]) -> String {
        let (code, out, err) = self.run(&[arguments, &["--format", "json"]].concat());
        assert_eq!(code, 0, "{arguments:?}: {err}");
        let found: Value = serde_json::from_str(&out).unwrap();
        let names: Vec<&str> = found.as_array().unwrap().iter().map(|one| one["case"].as_str().unwrap()).collect();
        names.join(" ")
    }
}

#[test]
fn the_same_language_is_spoken_on_the_command_line() {
    let desk = Desk::new();
    assert_eq!(desk.cases(&["search"]), "LN-1 LN-2");
    assert_eq!(desk.cases(&["list", "amended:yes"]), "LN-1");
    assert_eq!(desk.cases(&["search", "drug:mmf", "-amended:yes"]), "LN-2");
    assert_eq!(desk.cases(&["search", "modifié:non", "2026.."]), "LN-2");
    assert_eq!(desk.cases(&["search", "-amended:yes"]), "LN-2", "a minus first is no option");
    assert_eq!(desk.cases(&["list", "--sort", "oldest"]), "LN-2 LN-1");
    assert_eq!(desk.cases(&["list", "--sort", "-case", "class:V"]), "LN-2 LN-1");
    assert_eq!(desk.cases(&["search", "second", "--limit", "1"]), "LN-1");
    let (_, out, _) = desk.run(&["search", "class:V", "--limit", "1"]);
    assert!(out.trim_end().ends_with("1 of 2 decisions"), "{out}");
    let (_, out, _) = desk.run(&["search", "class:V", "--lang", "fr"]);
    assert!(out.trim_end().ends_with("2 décisions"), "{out}");
    assert_eq!(desk.run(&["search", "class:V", "--count"]).1, "2 decisions\n");
    let (_, out, _) = desk.run(&["search", "class:IV", "--count", "--format", "json"]);
    assert_eq!(serde_json::from_str::<Value>(&out).unwrap(), serde_json::json!({"count": 0, "exact": true}));
}

#[test]
fn a_mistake_ends_with_2_and_points_at_its_word() {
    let desk = Desk::new();
    let (code, out, err) = desk.run(&["search", "rechute", "clas:III", "upcr>deux"]);
    assert_eq!((code, out.as_str()), (2, ""));
    let rows: Vec<&str> = err.lines().collect();
    let line = rows.iter().position(|row| row.contains("rechute clas:III upcr>deux")).unwrap();
    assert_eq!(rows[line + 1].find("^^^^"), rows[line].find("clas:"), "{err}");
    for part in ["\"clas\" is no filter. Did you mean \"class:\"?", "Expected: upcr>2", "^^^^^^^^^"] {
        assert!(err.contains(part), "{part}: {err}");
    }
    let (code, _, err) = desk.run(&["list", "--sort", "colour", "--lang", "fr"]);
    assert_eq!(code, 2);
    assert!(err.contains("n'est pas un tri"), "{err}");
    let (code, _, err) = desk.run(&["search", "drug:\u{1b}[2J"]);
    assert_eq!(code, 2);
    assert!(!err.contains('\u{1b}'), "nothing that a terminal obeys comes back: {err:?}");
}

#[test]
fn a_query_is_saved_listed_used_and_forgotten() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["search", "--saved"]).1, "No search is saved.\n");
    let (code, out, err) = desk.run(&["search", "--save", "amendées", "modifié:oui", "classe:V"]);
    assert_eq!((code, out.as_str()), (0, "Search saved: @amendées\n"), "{err}");
    assert_eq!(desk.run(&["search", "--saved"]).1, "@amendées  amended:yes class:V\n");
    assert_eq!(desk.cases(&["search", "@amendees"]), "LN-1");
    assert_eq!(desk.cases(&["search", "-@amendées"]), "LN-2");
    let (_, out, _) = desk.run(&["search", "--saved", "--format", "json"]);
    let saved: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((&saved[0]["name"], &saved[0]["query"]), (&"amendées".into(), &"amended:yes class:V".into()));
    assert_eq!(desk.run(&["search", "--save", "a b", "x"]).0, 2);
    assert_eq!(desk.run(&["search", "--save", "n", "clas:V"]).0, 2);
    assert_eq!(desk.run(&["search", "--save", "n", "x", "--read-only"]).0, 3);
    assert_eq!(desk.run(&["search", "--forget", "amendées"]).0, 0);
    let (code, _, err) = desk.run(&["search", "--forget", "amendées"]);
    assert_eq!(code, 1, "{err}");
    let (code, _, err) = desk.run(&["search", "@amendées"]);
    assert_eq!(code, 2);
    assert!(err.contains("No search is saved under the name"), "{err}");
}

#[test]
fn what_is_due_is_counted_by_kind_and_shown_by_kind() {
    let desk = Desk::new();
    let (code, out, err) = desk.run(&["due", "--date", "2026-06-30"]);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("to sign 2 · to tell 2"), "{out}");
    assert!(out.contains("minutes of 20\u{a0}Feb\u{a0}2026: 2 decisions to sign"), "{out}");
    let (_, out, _) = desk.run(&["due", "--date", "2026-06-30", "--kind", "sign", "--format", "json"]);
    let tasks: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(tasks.as_array().unwrap().len(), 2);
    assert!(tasks.as_array().unwrap().iter().all(|task| task["what"] == "sign" && task["decided"] == "2026-02-20"));
    let (_, out, _) = desk.run(&["due", "--date", "2026-06-30", "--kind", "branch,action", "--format", "json"]);
    let tasks: Value = serde_json::from_str(&out).unwrap();
    let because = |task: &Value| task["because"] == "branch" || task["what"] == "action";
    assert!(!tasks.as_array().unwrap().is_empty());
    assert!(tasks.as_array().unwrap().iter().all(because), "{out}");
    let (code, _, err) = desk.run(&["due", "--kind", "branches", "--lang", "fr"]);
    assert_eq!(code, 2);
    assert!(err.contains("present-again"), "{err}");
}

/// More open records than the list was once cut at: each is looked at.
#[test]
fn every_open_record_is_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let mut ledger = Ledger::open(&folder.path().join("l.sqlite")).unwrap();
    for turn in 0..7 {
        ledger.lock(&locked(&format!("LN-{turn}")), None, &by("Dr A", turn)).unwrap();
    }
    let (mut after, mut seen) = (0, Vec::new());
    loop {
        let page = ledger.open_decisions_after(after, 3).unwrap();
        let Some(last) = page.last() else { break };
        after = last.past.seq;
        seen.extend(page.iter().map(|one| one.past.case_id.to_string()));
    }
    assert_eq!(seen, ["LN-0", "LN-1", "LN-2", "LN-3", "LN-4", "LN-5", "LN-6"]);
    let newest = ledger.open_decisions(2).unwrap();
    assert_eq!(newest[0].past.case_id.as_str(), "LN-6");
}
