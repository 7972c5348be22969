//! What commands answer in JSON is what `regards schema` says they answer.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use assert_cmd::Command;
use regards::domain::{ActionItem, ActionKind, Reading};
use regards::meeting::Locked;
use regards::store::{Act, Ledger, sha256};
use regards::text::{Lang, identities_example};
use rusqlite::Connection;
use serde_json::Value;

use crate::scene::{hypothesized, locked, put_off, shipped};

/// What a command answers, or writes into `who.json`.
fn answer(home: &Path, arguments: &[&str]) -> Value {
    let mut command = Command::cargo_bin("regards").unwrap();
    command.current_dir(env!("CARGO_MANIFEST_DIR")).env_clear().env("HOME", home).env("LANG", "en_GB.UTF-8");
    let output =
        command.args(["--date", "2026-11-26", "--db"]).arg(home.join("x.sqlite")).args(arguments).output().unwrap();
    let file = arguments.last().filter(|last| last.ends_with("/who.json")).map(fs::read);
    serde_json::from_slice(&file.map_or(output.stdout, Result::unwrap))
        .unwrap_or_else(|error| panic!("{arguments:?}: {error}: {}", String::from_utf8_lossy(&output.stderr)))
}

/// Each schema with calls whose answers it describes, one after the other; `FIRST` and `SECOND` are decisions, `HOME` the folder.
const DESCRIBED: &[(&str, &[&str])] = &[
    ("case", &[]),
    ("config", &[]),
    ("config-answer", &["config"]),
    ("keys-answer", &["config --keys"]),
    (
        "check",
        &[
            "check",
            "check tests/bad",
            "guidelines check",
            "guidelines check tests/bad",
            "charter check tests/bad",
            "identities check HOME/who.yaml",
            "identities check HOME/nothing",
        ],
    ),
    ("chase", &["check --chase", "check --chase --mask", "check tests/bad --chase"]),
    (
        "labs",
        &[
            "labs LN-2026-006 HOME/labs.csv",
            "labs LN-2026-006 HOME/labs.csv --overwrite",
            "labs LN-2026-006 HOME/labs.csv --unit Nom=g/L",
        ],
    ),
    ("show", &["show LN-2026-006", "show LN-2026-009 --mask", "show LN-2026-006 --suppose class=III+V"]),
    (
        "meeting",
        &[
            "meeting open --chair Durand --secretary Petit --place Marseille",
            "meeting join Durand --specialty nephrology --centre Lyon",
            "meeting join Petit --specialty pathology --presence visio",
            "meeting interest Petit industry a study",
            "meeting recuse Petit LN-2026-006",
            "meeting start LN-2026-006",
            "meeting budget LN-2026-006 8_min",
            "meeting pause LN-2026-006",
            "meeting break",
            "meeting resume",
            "meeting turn LN-2026-004 record --rule five",
            "meeting add LN-2026-099 --reason urgent --cases HOME/late",
            "meeting end LN-2026-006",
            "meeting carry LN-2026-002 --reason late",
            "meeting leave Petit",
            "meeting show",
            "meeting show --mask",
        ],
    ),
    (
        "read-back",
        &[
            "decide LN-2026-006 --outcome decided --line mmf_2_g/d --rationale late --depart kdigo-2024=patient-choice --dry-run",
            "amend FIRST --reason dose --line mmf_3_g/d --dry-run",
        ],
    ),
    (
        "decision",
        &[
            "decide LN-2026-003 --outcome deferred-time --rationale late --dissent pathology=biopsy",
            "sign FIRST --by Durand",
            "told FIRST --by Durand --answer accepts",
            "follow FIRST --months 3 --fulfilment partial --reason toxicity --upcr 2.1_g/g --sledai 4",
            "act FIRST 1 done",
            "close FIRST",
            "amend FIRST --reason dose --line mmf_1_g/d",
            "show FIRST",
            "show FIRST --mask",
            "show SECOND",
        ],
    ),
    ("meeting", &["meeting close --carry-reason late"]),
    ("meetings", &["meeting list"]),
    ("list", &["list", "search class:V", "search class:V --mask"]),
    ("count", &["list --count", "search late --count"]),
    ("saved", &["search --saved"]),
    ("due", &["due"]),
    ("history", &["history LN-2026-006", "history H._B.", "history H._B. --mask"]),
    ("replay", &["replay 2026-11-26", "replay 2026-11-26 --mask --lang fr"]),
    ("compare", &["compare FIRST SECOND", "compare FIRST SECOND --mask"]),
    ("precedents", &["precedents LN-2026-003", "precedents LN-2026-006 --mask"]),
    ("rerun", &["rerun", "rerun --since 2027-01-01"]),
    ("stats", &["stats", "stats quorum", "stats --shared", "stats --list"]),
    ("stats-cases", &["stats --cases outcome=deferred-time", "stats --cases passages=postponed --mask"]),
    ("guidelines", &["guidelines", "guidelines --guidelines tests/bad"]),
    (
        "export",
        &[
            "export json",
            "export json --since 2026-01-01 --filter class:V --all-versions --mask",
            "export json --identities HOME/who.yaml --with-identity --output HOME/who.json",
        ],
    ),
    ("sync-export", &["sync export --centre marseille --output HOME/m.jsonl"]),
    ("sync-import", &["sync import HOME/m.jsonl HOME/nothing --archive HOME/a.sqlite"]),
    ("sync-verify", &["sync verify --archive HOME/a.sqlite"]),
    ("access", &["access", "access --mask", "access --purge-before 2027-01-01"]),
    ("verify", &["verify", "verify --head HEAD", "verify --db HOME/broken.sqlite"]),
    (
        "restore",
        &[
            "restore HOME/copy.sqlite --dry-run",
            "restore HOME/copy.sqlite --dry-run --db HOME/nothing",
            "restore HOME/copy.sqlite --db HOME/new.sqlite",
            "restore HOME/copy.sqlite",
        ],
    ),
];

/// A database with two decisions of a meeting, one that reads otherwise today, one that cannot be read, a case put off and a
/// hypothesis; and the files that the calls name. The words that stand for what is only known now.
fn ground(home: &Path) -> Vec<(&'static str, String)> {
    let (path, copy, broken) = (home.join("x.sqlite"), home.join("copy.sqlite"), home.join("broken.sqlite"));
    fs::write(home.join("labs.csv"), "Date;Créatinine (µmol/L);RPC;Nom;C3\n10/03/2026;64;1,4;X;<\n").unwrap();
    fs::create_dir(home.join("late")).unwrap();
    let late = shipped("ln-2026-006-classe-v-1-6.yaml").replace("LN-2026-006", "LN-2026-099");
    fs::write(home.join("late/late.yaml"), late).unwrap();
    let who = identities_example(Lang::En).replace("#ins", "ins").replace(": provisional\n", ": qualified\n");
    for (name, text) in [("nothing", "nothing"), ("who.yaml", &who)] {
        fs::write(home.join(name), text).unwrap();
        #[cfg(unix)]
        fs::set_permissions(home.join(name), std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
    }

    let mut ledger = Ledger::open(&path).unwrap();
    let act = Act { at: "2026-11-26T14:00:00Z".parse().unwrap(), actor: "Durand".to_owned() };
    let mut otherwise = Locked { case_id: "LN-2026-900".parse().unwrap(), ..locked("LN-2026-006") };
    for one in &mut otherwise.decision.concordance {
        one.reading = Reading::Silent;
    }
    let unreadable = Locked {
        case_id: "LN-2026-901".parse().unwrap(),
        case_yaml: "nothing".to_owned(),
        case_sha256: sha256("nothing"),
        ..locked("LN-2026-006")
    };
    let mut first = locked("LN-2026-006");
    let labs = ActionItem { kind: ActionKind::Labs, what: "labs".to_owned(), owner: None, when: None };
    first.decision.actions.push(labs);
    let decided = [first, locked("LN-2026-004"), otherwise, unreadable];
    let [first, second, ..] = decided.map(|one| ledger.lock(&one, None, &act).unwrap());
    ledger.suppose(&hypothesized().hypothesis, &act).unwrap();
    ledger.postpone(&put_off("LN-2026-007", "late").postponement, &act).unwrap();
    ledger.save_query("mine", "class:V", &act).unwrap();
    ledger.backup(&copy).unwrap();
    ledger.backup(&broken).unwrap();
    let change = "DROP TRIGGER event_no_update; UPDATE event SET actor = 'X' WHERE seq = 2; DELETE FROM postponement";
    Connection::open(&broken).unwrap().execute_batch(change).unwrap();
    let head = ledger.verify().unwrap().head;
    vec![
        ("FIRST", first.to_string()),
        ("SECOND", second.to_string()),
        ("HEAD", head),
        ("HOME", home.display().to_string()),
    ]
}

#[test]
fn every_answer_is_what_its_schema_says() {
    let home = tempfile::tempdir().unwrap();
    let meanings = ground(home.path());
    for (name, calls) in DESCRIBED {
        let schema = answer(home.path(), &["schema", name]);
        assert!(jsonschema::draft202012::meta::is_valid(&schema), "{name}");
        let validator = jsonschema::draft202012::new(&schema).unwrap();
        assert!(!validator.is_valid(&Value::Null), "{name} says nothing");
        for call in *calls {
            let meant =
                |word: &str| meanings.iter().fold(word.replace('_', " "), |word, (sign, is)| word.replace(sign, is));
            let format = (!call.starts_with("export")).then_some("--format json");
            let words: Vec<String> =
                [*call].into_iter().chain(format).flat_map(str::split_whitespace).map(meant).collect();
            let answer = answer(home.path(), &words.iter().map(String::as_str).collect::<Vec<_>>());
            let faults: Vec<String> =
                validator.iter_errors(&answer).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
            assert!(faults.is_empty(), "{call}: {faults:?}");
        }
    }
}

/// A command's page of the manual has the values of its `--format`.
#[test]
fn every_command_that_answers_in_json_has_a_schema() {
    let home = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| {
        let mut command = Command::cargo_bin("regards").unwrap();
        command.current_dir(home.path()).env_clear().env("HOME", home.path()).args(arguments).output().unwrap()
    };
    assert!(run(&["man", "pages"]).status.success());
    let mut with_json = Vec::new();
    for page in fs::read_dir(home.path().join("pages")).unwrap().map(|page| page.unwrap()) {
        if fs::read_to_string(page.path()).unwrap().contains("json: JSON") {
            let name = page.file_name().into_string().unwrap();
            with_json.push(name.trim_start_matches("regards-").trim_end_matches(".1").replace('-', " "));
        }
    }
    assert!(with_json.len() > 40, "{with_json:?}");
    let calls: Vec<&str> = DESCRIBED.iter().flat_map(|(_, calls)| *calls).copied().collect();
    with_json.retain(|command| !calls.iter().any(|call| call.starts_with(command.as_str())));
    assert!(with_json.is_empty(), "{with_json:?}");

    let refusal = String::from_utf8(run(&["schema", "nothing"]).stderr).unwrap();
    let offered = refusal.split("possible values: ").nth(1).and_then(|rest| rest.split(']').next()).unwrap();
    let described: BTreeSet<&str> = DESCRIBED.iter().map(|(name, _)| *name).collect();
    assert_eq!(offered.split(", ").collect::<BTreeSet<_>>(), described);
}

#[test]
fn the_schema_of_the_configuration_takes_what_the_program_takes() {
    let home = tempfile::tempdir().unwrap();
    let schema = answer(home.path(), &["schema", "config"]);
    assert!(jsonschema::draft202012::meta::is_valid(&schema));
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let file = home.path().join("c.yaml");
    for (text, value, is_good) in [
        ("lang: fr\nmask: yes\nmask_after: 10 min\n", r#"{"lang": "fr", "mask": "yes", "mask_after": "10 min"}"#, true),
        ("keys: {case: {decide: D}}\n", r#"{"keys": {"case": {"decide": "D"}}}"#, true),
        ("keys: {case: {decide: [D, 1]}}\n", r#"{"keys": {"case": {"decide": ["D", 1]}}}"#, true),
        ("keys: {case: {decid: D}}\n", r#"{"keys": {"case": {"decid": "D"}}}"#, false),
        ("keys: {cas: {decide: D}}\n", r#"{"keys": {"cas": {"decide": "D"}}}"#, false),
        ("lang: de\n", r#"{"lang": "de"}"#, false),
        ("mask_after: \"10\"\n", r#"{"mask_after": "10"}"#, false),
        ("lnag: fr\n", r#"{"lnag": "fr"}"#, false),
    ] {
        fs::write(&file, text).unwrap();
        let mut command = Command::cargo_bin("regards").unwrap();
        command.env_clear().env("HOME", home.path()).args(["config", "--config"]).arg(&file);
        assert_eq!(command.output().unwrap().status.success(), is_good, "{text}");
        assert_eq!(validator.is_valid(&serde_json::from_str(value).unwrap()), is_good, "{text}");
    }
}
