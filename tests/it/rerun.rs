//! Past decisions judged anew: what is said otherwise, why, and what cannot be judged.

use std::ops::ControlFlow;
use std::path::Path;

use assert_cmd::Command;
use regards::archive::{Unreadable, Why, rerun};
use regards::domain::Reading;
use regards::knowledge::{FactId, Guideline, Library, Topic};
use regards::meeting::Locked;
use regards::store::{Act, Ledger, Sweep};
use serde_json::{Value, json};

use crate::scene::{day, library, locked, today};

/// The shipped guidelines after a change.
fn changed(change: impl FnOnce(&mut Vec<Guideline>)) -> Library {
    let shipped = library();
    let mut guidelines = shipped.guidelines().to_vec();
    change(&mut guidelines);
    Library::of(guidelines, shipped.formulary().clone())
}

/// The first statement of ACR that spoke on initial therapy.
fn spoke(locked: &Locked) -> String {
    let rows = locked.table["rows"].as_array().unwrap();
    let row = rows.iter().find(|row| row["topic"] == "initial_therapy").unwrap();
    let cell = row["cells"].as_array().unwrap().iter().find(|cell| cell["guideline"] == "acr-2024").unwrap();
    cell["spoke"][0]["id"].as_str().unwrap().to_owned()
}

#[test]
fn what_was_locked_with_these_guidelines_reads_the_same() {
    for case in ["LN-2026-006", "LN-2026-001"] {
        let found = rerun(&locked(case), today(), &library()).unwrap();
        assert!(found.is_same(), "{case}: {found:?}");
        assert!(found.facts.is_empty() && found.absent.is_empty() && found.has_rows);
        assert_eq!(found.day, today(), "the day of then");
    }
}

#[test]
fn another_edition_says_which_statement_is_gone_and_which_speaks() {
    let sealed = locked("LN-2026-006");
    let gone = spoke(&sealed);
    let later = changed(|guidelines| {
        let acr = guidelines.iter_mut().find(|one| one.id == "acr-2024").unwrap();
        acr.edition = "2029".to_owned();
        acr.statements.retain(|one| one.id != gone);
    });
    let found = rerun(&sealed, today(), &later).unwrap();
    let cell = found.cells.iter().find(|one| one.topic == Topic::InitialTherapy).unwrap();
    assert_eq!(cell.guideline, "acr-2024");
    assert!(cell.why.contains(&Why::Edition("2024".to_owned(), "2029".to_owned())), "{:?}", cell.why);
    assert!(cell.why.contains(&Why::Removed(gone)), "{:?}", cell.why);
    assert!(found.cells.iter().all(|one| one.guideline == "acr-2024"), "the others say what they said");

    // The other way round: what was locked with the later edition, judged by the shipped one.
    let mut back = sealed.clone();
    let gone = spoke(&sealed);
    let rows = back.table["rows"].as_array_mut().unwrap();
    let row = rows.iter_mut().find(|row| row["topic"] == "initial_therapy").unwrap();
    let cell = row["cells"].as_array_mut().unwrap().iter_mut().find(|cell| cell["guideline"] == "acr-2024").unwrap();
    cell["spoke"].as_array_mut().unwrap().remove(0);
    cell["verdict"] = json!("not_addressed");
    let found = rerun(&back, today(), &library()).unwrap();
    assert_eq!(found.cells.len(), 1);
    assert!(found.cells[0].why.contains(&Why::Speaks(gone)), "{:?}", found.cells[0].why);
}

#[test]
fn a_reading_that_is_another_says_from_what_to_what() {
    let mut sealed = locked("LN-2026-006");
    let acr = sealed.decision.concordance.iter_mut().find(|one| one.guideline == "acr-2024").unwrap();
    let true_reading = acr.reading;
    acr.reading = if true_reading == Reading::Deviates { Reading::Concordant } else { Reading::Deviates };
    let kept = acr.reading;
    let found = rerun(&sealed, today(), &library()).unwrap();
    assert_eq!(found.readings.len(), 1);
    let change = &found.readings[0];
    assert_eq!((change.then, change.now), (kept, true_reading));
    assert_eq!(change.why, [Why::Content], "never nothing");
    assert!(found.cells.is_empty() && !found.is_same());
}

#[test]
fn a_fact_that_is_computed_otherwise_is_named_where_it_matters() {
    let mut sealed = locked("LN-2026-006");
    let facts = sealed.facts["findings"].as_object_mut().unwrap();
    let upcr = facts.get_mut("proteinuria").unwrap();
    upcr["value"]["number"] = json!("0.2 g/g");
    // What the guidelines said of it then.
    for row in sealed.table["rows"].as_array_mut().unwrap() {
        for cell in row["cells"].as_array_mut().unwrap() {
            if cell["spoke"].as_array().is_some_and(|spoke| !spoke.is_empty()) {
                cell["verdict"] = json!("not_addressed");
                cell["spoke"] = json!([]);
            }
        }
    }
    let found = rerun(&sealed, today(), &library()).unwrap();
    let change = found.facts.iter().find(|one| one.fact == FactId::Proteinuria).unwrap();
    assert!(change.then.starts_with("0.2") && change.now.starts_with("1.6"), "{change:?}");
    let named = found.cells.iter().filter(|one| one.why.contains(&Why::Fact(FactId::Proteinuria)));
    assert!(named.count() > 0, "{:?}", found.cells);
}

#[test]
fn what_cannot_be_judged_says_so() {
    let mut sealed = locked("LN-2026-006");
    sealed.table = json!([["Traitement initial", "●"]]);
    let found = rerun(&sealed, today(), &library()).unwrap();
    assert!(!found.has_rows && found.cells.is_empty());
    assert!(found.readings.is_empty(), "the readings are compared all the same");

    let without = changed(|guidelines| guidelines.retain(|one| one.id != "kdigo-2024"));
    let found = rerun(&locked("LN-2026-006"), today(), &without).unwrap();
    assert_eq!(found.absent, [("kdigo-2024".to_owned(), "2024".to_owned())]);
    assert!(found.is_same(), "nothing is said of what is not loaded");

    sealed.case_yaml = "format: 1\ncase: LN-2026-006\nwhat: nobody knows\n".to_owned();
    assert_eq!(rerun(&sealed, today(), &library()), Err(Unreadable::Case));
}

/// A ledger with these decisions.
fn ledger(path: &Path, decisions: &[Locked]) -> Ledger {
    let mut ledger = Ledger::open(path).unwrap();
    for one in decisions {
        ledger.lock(one, None, &Act { at: "2026-11-26T14:00:00Z".parse().unwrap(), actor: "Dr A".to_owned() }).unwrap();
    }
    ledger
}

#[test]
fn a_sweep_goes_through_the_decisions_in_force_and_stops_when_told() {
    let folder = tempfile::tempdir().unwrap();
    let many: Vec<Locked> = (0..150)
        .map(|number| Locked {
            case_id: format!("LN-{number}").parse().unwrap(),
            meeting: Some(day(if number < 100 { "2026-01-15" } else { "2026-11-26" })),
            ..locked_light()
        })
        .collect();
    let ledger = ledger(&folder.path().join("l.sqlite"), &many);
    let went = |sweep: &Sweep, most: usize| {
        let mut cases = Vec::new();
        ledger
            .sweep(sweep, |past, locked| {
                assert_eq!(locked.unwrap().case_id, past.case_id);
                cases.push(past.case_id.to_string());
                if cases.len() < most { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            })
            .unwrap();
        cases
    };
    let all = went(&Sweep::default(), usize::MAX);
    assert_eq!(all.len(), 150);
    assert_eq!((all[0].as_str(), all[149].as_str()), ("LN-0", "LN-149"), "each once, the oldest first");
    assert_eq!(went(&Sweep::default(), 70).len(), 70);
    let since = Sweep { since: Some(day("2026-02-01")), case: None };
    assert_eq!((went(&since, usize::MAX).len(), ledger.swept(&since).unwrap()), (50, 50));
    let one = Sweep { since: None, case: Some("LN-7".parse().unwrap()) };
    assert_eq!(went(&one, usize::MAX), ["LN-7"]);
}

/// A decision without the rows that take long to write.
fn locked_light() -> Locked {
    static LOCKED: std::sync::OnceLock<Locked> = std::sync::OnceLock::new();
    LOCKED.get_or_init(|| Locked { table: json!([]), safety: Value::Null, ..locked("LN-2026-006") }).clone()
}

fn run(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::cargo_bin("regards").unwrap();
    command.current_dir(folder).env_clear().env("HOME", folder).env("LANG", "en_GB.UTF-8");
    let output = command.args(arguments).args(["--db", "l.sqlite", "--date", "2026-11-28"]).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn the_command_lists_what_changed_and_counts_the_rest() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    drop(ledger(&path, &[locked("LN-2026-006")]));
    let (code, said, _) = run(folder.path(), &["rerun"]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("With EULAR 2025, ACR 2024, KDIGO 2024"), "{said}");
    assert!(said.contains("1 decision judged anew: 0 said otherwise."), "{said}");

    let mut other = Locked { case_id: "LN-2026-900".parse().unwrap(), ..locked("LN-2026-006") };
    for one in &mut other.decision.concordance {
        one.reading = Reading::Silent;
    }
    let lost = Locked {
        case_id: "LN-2026-901".parse().unwrap(),
        case_yaml: "nothing".to_owned(),
        case_sha256: regards::store::sha256("nothing"),
        ..locked("LN-2026-006")
    };
    drop(ledger(&path, &[other, lost]));
    let (code, said, _) = run(folder.path(), &["rerun", "--lang", "fr"]);
    assert_eq!(code, 1);
    for part in [
        "Avec EULAR 2025, ACR 2024, KDIGO 2024",
        "LN-2026-900 · 26/11/2026",
        "Concordances · ACR 2024 : muette alors",
        "LN-2026-901",
        "cette version du programme ne peut plus lire le dossier d'alors",
        "2 décisions relues : 1 autrement.",
        "1 n'ont pas pu être relues.",
        "ACR 2024 : 1 concordance modifiée, 0 case modifiée",
    ] {
        assert!(said.replace('\u{a0}', " ").contains(part), "{part}: {said}");
    }
    let (code, said, _) = run(folder.path(), &["rerun", "--format", "json"]);
    assert_eq!(code, 1);
    let json: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(json["totals"]["judged"], 2);
    assert_eq!(json["totals"]["unreadable"], 1);
    assert_eq!(json["decisions"].as_array().unwrap().len(), 2, "only those there is something to say of");
    assert_eq!(json["decisions"][0]["readings"][0]["then"], "silent");
    assert_eq!(json["decisions"][0]["readings"][0]["why"][0]["code"], "content");
    assert_eq!(json["decisions"][1]["unreadable"], "case");

    let (code, said, _) = run(folder.path(), &["rerun", "--case", "LN-2026-006", "--format", "json"]);
    let json: Value = serde_json::from_str(&said).unwrap();
    assert_eq!((code, json["totals"]["judged"].as_u64()), (0, Some(1)), "{said}");
    assert_eq!(json["decisions"], json!([]));
    let (code, said, _) = run(folder.path(), &["rerun", "--since", "2027-01-01"]);
    assert_eq!((code, said.contains("No decision in force is meant.")), (0, true), "{said}");
    let (code, _, said) = run(folder.path(), &["rerun", "--since", "bientôt"]);
    assert_eq!(code, 2, "{said}");
}

#[test]
fn rerun_without_a_database_says_where_it_looked() {
    let folder = tempfile::tempdir().unwrap();
    let (code, _, said) = run(folder.path(), &["rerun"]);
    assert_eq!(code, 3);
    assert!(said.contains("l.sqlite"), "{said}");
}
