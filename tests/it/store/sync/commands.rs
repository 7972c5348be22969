use std::fs;
use std::process::Output;

use serde_json::Value;

use super::super::commands::Home;
use super::super::filled;
use super::*;

fn home() -> Home {
    let home = Home::empty();
    drop(filled(&home.ledger));
    home
}

fn at(home: &Home, name: &str) -> String {
    home.at(name).display().to_string()
}

fn said(output: &Output) -> (i32, String, String) {
    let text =
        |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn a_centre_is_asked_for_once() {
    let home = home();
    let (code, _, err) = said(&home.run(&["sync", "export"]));
    assert!(code == 2 && err.contains("no centre's name yet: give one with --centre"), "{err}");
    let (code, _, err) = said(&home.run(&["sync", "export", "--centre", "Chez nous"]));
    assert!(code == 2 && err.contains("`Chez nous` is no name of a centre"), "{err}");
    let (code, _, err) = said(&home.run(&["sync", "export", "--centre", "marseille", "--read-only"]));
    assert!(code == 3 && err.contains("read-only"), "{err}");
    assert_eq!(said(&home.run(&["sync", "export", "--centre", "marseille"])).0, 0);
    let (code, _, err) = said(&home.run(&["sync", "export", "--centre", "lyon"]));
    assert!(code == 2 && err.contains("that of marseille"), "{err}");
    let (code, _, err) = said(&home.run(&["sync", "export", "--centre", "lyon", "--lang", "fr"]));
    assert!(code == 2 && err.contains("celle de marseille"), "{err}");
    let (code, _, err) = said(&home.run(&["sync", "export", "--since", "6"]));
    assert!(code == 2 && err.contains("goes to entry 5"), "{err}");
    let (code, _, err) = said(&home.run(&["sync", "export", "--mask"]));
    assert!(code == 2 && err.contains("word by word"), "{err}");
    let first = home.run(&["sync", "export", "--read-only"]);
    let second = home.run(&["sync", "export", "--centre", "marseille"]);
    assert_eq!((said(&first).0, &first.stdout), (0, &second.stdout), "the same bytes");
    let text = String::from_utf8(first.stdout).unwrap();
    let head: Value = serde_json::from_str(text.lines().next().unwrap()).unwrap();
    assert_eq!((&head["centre"], &head["first"], &head["last"]), (&"marseille".into(), &1.into(), &5.into()));
    assert!(head["carries"].as_str().unwrap().contains("No patient's identity, no drafts"));
    assert_eq!(text.lines().count(), 6);
    // It is an entry of the journal like any other.
    assert_eq!(json(&home.run(&["verify", "--format", "json"]))["events"], 5);
}

#[test]
fn a_journal_is_written_whole_and_for_its_owner() {
    let home = home();
    let to = at(&home, "m.jsonl");
    let order = ["sync", "export", "--centre", "marseille", "-o", &to];
    let (code, out, err) = said(&home.run(&order));
    assert!(code == 0 && err.is_empty() && out.contains("5 entries of marseille written to"), "{out}{err}");
    assert!(out.contains("health data") && out.contains("no identities"), "{out}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&to).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let (code, _, err) = said(&home.run(&order));
    assert!(code == 3 && err.contains("exists already: add --replace"), "{err}");
    let told = json(&home.run(&["sync", "export", "--since", "5", "-o", &to, "--replace", "--format", "json"]));
    assert_eq!((&told["entries"], &told["first"], &told["last"]), (&0.into(), &6.into(), &5.into()));
    let accesses = Ledger::open(&home.ledger).unwrap().accesses(9).unwrap();
    assert!(accesses.iter().any(|one| one.action == "exported" && one.target == "sync marseille 1..5"), "{accesses:?}");
}

#[test]
fn an_import_says_what_came_of_each_file() {
    let home = home();
    let (mine, archive) = (at(&home, "m.jsonl"), at(&home, "a.sqlite"));
    home.run(&["sync", "export", "--centre", "marseille", "-o", &mine]);
    let import = |files: &[&str], more: &[&str]| {
        home.run(&[&["sync", "import", "--archive", &archive][..], files, more].concat())
    };
    let (code, out, _) = said(&import(&[&mine], &[]));
    assert!(code == 0 && out.contains("5 entries taken, 0 known already"), "{out}");
    assert!(out.contains("marseille: 5 entries, the last with the hash"), "{out}");
    let cut = at(&home, "cut.jsonl");
    fs::write(&cut, fs::read_to_string(&mine).unwrap().lines().take(3).collect::<Vec<_>>().join("\n")).unwrap();
    let (code, out, _) = said(&import(&[&cut, &mine], &[]));
    assert!(code == 1 && out.contains("nothing taken") && out.contains("0 entries taken, 5 known already"), "{out}");
    let (code, out, _) = said(&import(&[&cut], &["--lang", "fr"]));
    assert!(code == 1 && out.contains("rien n'est repris") && out.contains("coupé en route"), "{out}");
    let told = json(&import(&[&cut, &mine], &["--format", "json"]));
    assert_eq!(told["files"][0]["refused"], serde_json::json!({"code": "cut", "entry": 2}));
    assert_eq!((&told["files"][1]["known"], &told["centres"][0]["entries"]), (&5.into(), &5.into()));
    let (code, out, _) = said(&import(&[&at(&home, "none")], &[]));
    assert!(code == 3 && out.contains("cannot be read"), "{out}");
    assert_eq!(said(&import(&[&mine], &["--read-only"])).0, 3);
    let (code, _, err) = said(&home.run(&["sync", "import", "--archive", &at(&home, "l.sqlite"), &mine]));
    assert!(code == 3 && err.contains("no shared archive"), "{err}");
    let (code, _, err) = said(&home.run(&["sync", "import", &mine]));
    assert!(code == 2 && err.contains("--archive"), "{err}");
}

#[test]
fn an_archive_is_verified_and_written_for_postgresql() {
    let home = home();
    let (mine, archive) = (at(&home, "m.jsonl"), at(&home, "a.sqlite"));
    let (code, _, err) = said(&home.run(&["sync", "verify", "--archive", &archive]));
    assert!(code == 3 && err.contains("no shared archive"), "{err}");
    home.run(&["sync", "export", "--centre", "marseille", "-o", &mine]);
    home.run(&["sync", "import", "--archive", &archive, &mine]);
    let (code, out, _) = said(&home.run(&["sync", "verify", "--archive", &archive]));
    let head = json(&home.run(&["verify", "--format", "json"]))["head"].as_str().unwrap().to_owned();
    assert!(code == 0 && out.contains(&head) && out.contains("Every chain is whole."), "{out}");
    let own = home.run(&["export", "sql"]);
    let shared = home.run(&["export", "sql", "--archive", &archive]);
    assert_eq!((said(&own).0, &own.stdout), (0, &shared.stdout), "one centre: the same script");
    let to = at(&home, "a.sql");
    let (code, out, _) = said(&home.run(&["export", "sql", "--archive", &archive, "-o", &to]));
    assert!(code == 0 && out.contains("5 entries written to") && out.contains("health data"), "{out}");
    assert_eq!(fs::read(&to).unwrap(), shared.stdout);
    assert_eq!(said(&home.run(&["export", "sql", "--mask"])).0, 2);
    let changed = "DROP TRIGGER event_no_update; UPDATE event SET actor = 'X' WHERE seq = 2";
    Connection::open(&archive).unwrap().execute_batch(changed).unwrap();
    let (code, out, _) = said(&home.run(&["sync", "verify", "--archive", &archive]));
    assert!(code == 1 && out.contains("marseille: Entry 2") && out.contains("not sound"), "{out}");
    let told = json(&home.run(&["sync", "verify", "--archive", &archive, "--format", "json"]));
    assert_eq!((&told["sound"], &told["centres"][0]["faults"][0]["event"]), (&false.into(), &2.into()));
}

/// The commands of the README, one after the other in one folder, as a network would.
#[test]
fn the_commands_of_the_readme_run() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let block = readme.split("```sh\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    let block = block.filter(|block| block.contains("regards sync")).collect::<String>();
    let home = home();
    let other = Home::empty();
    drop(filled(&other.ledger));
    other.run(&["sync", "export", "--centre", "lyon", "-o", &at(&home, "lyon.jsonl")]);
    let mut count = 0;
    for line in block.lines().filter(|line| line.starts_with("regards ")) {
        let words = line.split('#').next().unwrap().split_whitespace().skip(1);
        let words: Vec<String> = words
            .map(
                |word| if word.contains(".jsonl") || word.contains(".sql") { at(&home, word) } else { word.to_owned() },
            )
            .collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let (code, _, err) = said(&home.run(&words));
        assert_eq!(code, 0, "{line}: {err}");
        count += 1;
    }
    assert!(count >= 5, "{count}");
}
