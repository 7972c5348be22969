//! The ledger's commands as they are called: what they say in both languages, and how they end.

use std::path::PathBuf;
use std::process::Output;

use assert_cmd::Command;
use regards::store::{Ledger, Looked};
use serde_json::Value;

use super::*;

const CASE: &str = "cases/ln-2026-006-classe-v-1-6.yaml";

/// A home with a ledger of four events.
pub(super) struct Home {
    pub(super) folder: tempfile::TempDir,
    pub(super) ledger: PathBuf,
}

impl Home {
    fn new() -> Self {
        let home = Self::empty();
        drop(filled(&home.ledger));
        home
    }

    pub(super) fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let ledger = folder.path().join("l.sqlite");
        Self { folder, ledger }
    }

    pub(super) fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(super) fn run(&self, arguments: &[&str]) -> Output {
        self.run_on(&self.ledger, arguments)
    }

    pub(super) fn run_on(&self, ledger: &Path, arguments: &[&str]) -> Output {
        let mut command = Command::cargo_bin("regards").unwrap();
        command.current_dir(env!("CARGO_MANIFEST_DIR")).env_clear();
        command.env("HOME", self.folder.path()).env("USER", "coordinator").env("LANG", "en_GB.UTF-8");
        command.args(arguments).arg("--db").arg(ledger).output().unwrap()
    }

    fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_slice(&self.run(&[arguments, &["--format", "json"]].concat()).stdout).unwrap()
    }
}

fn said(output: &Output) -> (i32, String, String) {
    let text =
        |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

const OPEN_THE_DOOR: &str = "DROP TRIGGER event_no_update;";

#[test]
fn a_broken_link_is_named_with_what_it_leaves_unproven() {
    let home = Home::new();
    raw(&home.ledger).execute_batch(&format!("{OPEN_THE_DOOR} UPDATE event SET actor = 'X' WHERE seq = 2")).unwrap();
    let (code, text, _) = said(&home.run(&["verify"]));
    assert_eq!(code, 1);
    for part in [
        "The journal's chain is broken at entry 2",
        "From entry 2 on nothing is proven any more:",
        "3 entries: 1 decision locked, 1 amendment, 1 postponement",
        "Decisions: LN-2 (20 Feb 2026), LN-1 (20 Feb 2026)",
        "Cases: LN-1, LN-2, LN-3",
        "Meetings: 20 Feb 2026",
        "Outside the chain",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let (_, text, _) = said(&home.run(&["verify", "--lang", "fr"]));
    for part in [
        "À partir de l'entrée 2, plus rien n'est prouvé",
        "1 décision verrouillée, 1 amendement, 1 report",
        "Hors de la chaîne",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let json = home.json(&["verify"]);
    let link = json["faults"].as_array().unwrap().iter().find(|fault| fault["kind"] == "link").unwrap();
    assert_eq!(link["unproven"]["events"], 3);
    assert_eq!(link["unproven"]["kinds"]["decision-amended"], 1);
    assert_eq!(link["unproven"]["decisions"]["named"][0]["case"], "LN-2");
    assert_eq!(json["outside_the_chain"], serde_json::json!(["access", "draft", "saved_query", "shown"]));
}

#[test]
fn a_hash_from_signed_minutes_is_found_or_lost() {
    let home = Home::new();
    let head = Ledger::open(&home.ledger).unwrap().verify().unwrap().head;
    Ledger::open(&home.ledger).unwrap().lock(&locked("LN-9"), None, &by("Dr A", 9)).unwrap();
    let printed = format!("{} {}-{}", &head[..8].to_uppercase(), &head[8..16], &head[16..24]);
    for hash in [head.as_str(), &printed] {
        let (code, text, _) = said(&home.run(&["verify", "--head", hash]));
        assert_eq!(code, 0, "{text}");
        assert!(text.contains("is that of entry 4, of 20 Feb 2026; 1 entry since."), "{text}");
    }
    let json = home.json(&["verify", "--head", &head]);
    assert_eq!((&json["head_sought"]["event"], &json["head_sought"]["since"]), (&4.into(), &1.into()));

    let other = "ab".repeat(32);
    let (code, text, _) = said(&home.run(&["verify", "--head", &other, "--lang", "fr"]));
    assert_eq!(code, 1);
    assert!(text.contains("Aucune entrée n'a l'empreinte"), "{text}");
    assert_eq!(home.json(&["verify", "--head", &other])["head_sought"]["found"], false);

    let (code, _, text) = said(&home.run(&["verify", "--head", "abc"]));
    assert_eq!(code, 2);
    assert!(text.contains("is no hash"), "{text}");
}

/// The end of the journal cut off leaves a chain that holds: only a hash kept elsewhere tells.
#[test]
fn a_journal_cut_at_its_end_is_found_by_the_hash_on_the_minutes() {
    let home = Home::new();
    let head = Ledger::open(&home.ledger).unwrap().verify().unwrap().head;
    let cut = "PRAGMA foreign_keys = OFF; DROP TRIGGER event_no_delete; DELETE FROM event WHERE seq = 4;
               DELETE FROM postponement;
               CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only: record an amendment instead');
END;";
    raw(&home.ledger).execute_batch(cut).unwrap();
    assert_eq!(said(&home.run(&["verify"])).0, 0, "the chain itself shows nothing");
    let (code, text, _) = said(&home.run(&["verify", "--head", &head]));
    assert_eq!(code, 1);
    assert!(text.contains("the end of the journal was cut or rewritten"), "{text}");
}

#[test]
fn a_backup_is_restored_after_a_look_at_what_is_lost() {
    let home = Home::new();
    let copy = home.at("copie d'été.sqlite").display().to_string();
    assert_eq!(said(&home.run(&["backup", &copy])).0, 0);
    let mut ledger = Ledger::open(&home.ledger).unwrap();
    ledger.lock(&locked("LN-9"), None, &by("Dr A", 9)).unwrap();

    let (code, text, _) = said(&home.run(&["restore", &copy, "--dry-run"]));
    assert_eq!(code, 0);
    for part in [
        "The copy is whole: 4 entries, format 4",
        "the same up to entry 4",
        "1 entry: 1 decision locked",
        "LN-9",
        "Nothing was changed",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let (code, _, text) = said(&home.run(&["restore", &copy, "--lang", "fr"]));
    assert!(code == 3 && text.contains("ouverte dans un autre programme"), "{text}");
    drop(ledger);
    let (code, _, text) = said(&home.run(&["restore", &copy, "--read-only"]));
    assert!(code == 3 && text.contains("read-only"), "{text}");
    let json = home.json(&["restore", &copy]);
    assert_eq!((&json["restored"], &json["lost"]["events"], &json["shared"]), (&true.into(), &1.into(), &4.into()));
    assert!(json["kept"].as_str().unwrap().ends_with("l.before-restore.sqlite"));
    assert_eq!(Ledger::open(&home.ledger).unwrap().count().unwrap(), 2);

    raw(Path::new(&copy)).execute_batch("DELETE FROM decision_line").unwrap();
    let (code, out, err) = said(&home.run(&["restore", &copy]));
    assert_eq!(code, 1);
    assert!(out.contains("decision_line lacks row") && err.contains("--even-if-damaged"), "{out} {err}");
    assert_eq!(said(&home.run(&["restore", &copy, "--dry-run"])).0, 1);
    assert_eq!(said(&home.run(&["restore", &copy, "--even-if-damaged", "--lang", "fr"])).0, 0);
}

#[test]
fn who_looked_is_written_down_and_listed() {
    let home = Home::new();
    for _ in 0..2 {
        assert_eq!(said(&home.run(&["show", CASE])).0, 0);
        assert_eq!(said(&home.run(&["search", "premier"])).0, 0);
    }
    assert_eq!(said(&home.run(&["list", "--format", "json"])).0, 0);
    assert_eq!(said(&home.run(&["list", "--read-only"])).0, 0);
    let ledger = Ledger::open_read_only(&home.ledger).unwrap();
    let mut rows: Vec<(String, String)> =
        ledger.accesses(99).unwrap().into_iter().map(|row| (row.action, row.target)).collect();
    rows.sort();
    rows.dedup();
    let expected = [("exported", ""), ("opened-case", "LN-2026-006"), ("searched", "premier")];
    assert_eq!(rows, expected.map(|(action, target)| (action.to_owned(), target.to_owned())));

    let (code, text, _) = said(&home.run(&["access"]));
    assert_eq!(code, 0);
    for part in
        ["coordinator", "case opened", "LN-2026-006", "No row is older than 12 months", "Retention proposed: 12 months"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    let (_, text, _) = said(&home.run(&["access", "--mask", "--lang", "fr"]));
    assert!(text.contains("dossier ouvert") && !text.contains("premier"), "{text}");
    assert_eq!(home.json(&["access", "--limit", "1"])["rows"].as_array().unwrap().len(), 1);
}

#[test]
fn looking_makes_no_ledger_and_waits_for_none() {
    let home = Home::empty();
    let (code, _, err) = said(&home.run(&["show", CASE]));
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(!home.ledger.exists());
    super::stored(&home.ledger, include_str!("../../ledgers/v2.sql"));
    let (code, _, err) = said(&home.run(&["show", CASE]));
    assert_eq!(code, 0);
    assert!(err.contains("access log") && err.contains("format 2"), "{err}");
    assert!(!home.at("l.before-v4.sqlite").exists(), "looking brings nothing up to date");

    let home = Home::new();
    let other = raw(&home.ledger);
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let (code, out, err) = said(&home.run(&["search", "premier", "--lang", "fr"]));
    assert_eq!(code, 0);
    assert!(!out.is_empty() && err.contains("journal des accès"), "{err}");
}

/// Nothing was recorded on this machine: that is no error, and nothing is made to say so.
#[test]
fn a_new_machine_has_no_decision_yet() {
    let home = tempfile::tempdir().unwrap();
    for (order, words) in [("list", "Aucune décision n'est encore verrouillée"), ("due", "")] {
        let mut command = assert_cmd::Command::cargo_bin("regards").unwrap();
        let output = command.env_clear().env("HOME", home.path()).args([order, "--lang", "fr"]).output().unwrap();
        let (code, out, err) = said(&output);
        assert_eq!((code, err.as_str()), (0, ""), "{order}");
        assert!(out.contains(words), "{order}: {out}");
    }
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
}

#[test]
fn what_is_old_is_purged_after_a_trial_and_the_journal_says_so() {
    let home = Home::new();
    let mut ledger = Ledger::open(&home.ledger).unwrap();
    ledger.looked(Looked::Case, "LN-1", &by("Dr A", 0)).unwrap();
    ledger.looked(Looked::Case, "LN-2", &by("Dr A", 60 * 24 * 30)).unwrap();
    drop(ledger);
    let (_, text, _) = said(&home.run(&["access", "--date", "2027-03-01"]));
    assert!(text.contains("1 row is older than 12 months (before 1 Mar 2026)"), "{text}");
    let tried = ["access", "--purge-before", "2026-03-01", "--dry-run"];
    let (code, text, _) = said(&home.run(&tried));
    assert!(code == 0 && text.contains("Nothing was changed"), "{text}");
    assert_eq!(home.json(&tried)["older"], 1);
    let (code, _, text) = said(&home.run(&["access", "--purge-before", "2026-03-01", "--read-only"]));
    assert!(code == 3 && text.contains("read-only"), "{text}");
    let (code, text, _) = said(&home.run(&["access", "--purge-before", "2026-03-01", "--lang", "fr"]));
    assert!(code == 0 && text.contains("La purge est inscrite au journal"), "{text}");
    assert_eq!(home.json(&["access"])["total"], 1);
    let (code, text, _) = said(&home.run(&["verify"]));
    assert!(code == 0 && text.contains("5 entries checked"), "{text}");
    assert_eq!(said(&home.run(&["access", "--dry-run"])).0, 2, "a trial of what?");
    assert_eq!(said(&home.run(&["access", "--purge-before", "hier"])).0, 2);
    let nowhere = home.at("none.sqlite");
    assert_eq!(said(&home.run_on(&nowhere, &["access", "--purge-before", "2026-03-01"])).0, 3);
    assert!(!nowhere.exists());
}

/// Each kind of file that is no ledger, or cannot be read: a sentence in both languages, exit code 3, nothing touched.
#[cfg(unix)]
#[test]
fn what_cannot_be_a_ledger_gets_a_sentence() {
    let home = Home::new();
    let pipe = home.at("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let cut = home.at("cut.sqlite");
    let bytes = std::fs::read(&home.ledger).unwrap();
    std::fs::write(&cut, &bytes[..bytes.len() / 3]).unwrap();
    let gone = home.at("gone.sqlite");
    std::os::unix::fs::symlink(home.at("nowhere.sqlite"), &gone).unwrap();
    let nowhere = home.at("no/such/l.sqlite");
    for (path, en, fr) in [
        (pipe.as_path(), "is not a plain database", "n'est pas une base de données en clair"),
        (Path::new("/dev/null"), "is not a plain database", "n'est pas une base de données en clair"),
        (home.folder.path(), "is a folder", "est un répertoire"),
        (&cut, "is damaged", "est abîmée"),
        (&gone, "There is no database", "Il n'y a pas de base"),
        (&nowhere, "does not exist", "n'existe pas"),
    ] {
        for order in [&["list"][..], &["backup", "copy"], &["access"], &["search", "x"]] {
            for (lang, words) in [("en", en), ("fr", fr)] {
                let (code, out, err) = said(&home.run_on(path, &[order, &["--lang", lang]].concat()));
                assert_eq!((code, out.as_str()), (3, ""), "{}: {order:?}", path.display());
                assert!(err.contains(words), "{}: {order:?}: {err}", path.display());
            }
        }
    }
    assert!(!home.at("copy").exists());
    assert_eq!(std::fs::read(&home.ledger).unwrap(), bytes);
}

#[test]
fn a_ledger_held_by_another_program_is_given_up_soon() {
    let home = Home::new();
    let other = raw(&home.ledger);
    other.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE").unwrap();
    let start = std::time::Instant::now();
    let (code, _, err) = said(&home.run(&["list", "--lang", "fr"]));
    assert_eq!(code, 3);
    assert!(err.contains("Un autre programme verrouille la base"), "{err}");
    assert!(start.elapsed() < std::time::Duration::from_secs(9), "{:?}", start.elapsed());
}

#[test]
fn a_damaged_page_is_said_wherever_it_is() {
    for (table, order, code) in [
        ("event", "verify", 1),
        ("decision", "verify", 1),
        ("decision_text_data", "verify", 1),
        ("decision", "list", 3),
        ("decision_text_data", "search", 3),
    ] {
        let home = Home::new();
        spoil(&home.ledger, table);
        for (lang, words) in [("en", "damaged"), ("fr", if order == "verify" { "endommagé" } else { "abîmée" })] {
            let words_asked: &[&str] = if order == "search" { &["search", "premier"] } else { &[order] };
            let (ended, out, err) = said(&home.run(&[words_asked, &["--lang", lang]].concat()));
            assert_eq!(ended, code, "{table}, {order}: {out} {err}");
            assert!(out.contains(words) || err.contains(words), "{table}, {order}: {out} {err}");
        }
    }
}

#[test]
fn a_path_with_spaces_and_accents_is_a_path() {
    let home = Home::empty();
    let folder = home.at("réunion d'été 100%?#");
    std::fs::create_dir(&folder).unwrap();
    let ledger = folder.join("base à moi.sqlite");
    drop(filled(&ledger));
    assert_eq!(said(&home.run_on(&ledger, &["verify"])).0, 0);
    let copy = folder.join("copie, la 2e.sqlite").display().to_string();
    assert_eq!(said(&home.run_on(&ledger, &["backup", &copy])).0, 0);
    assert_eq!(said(&home.run_on(&ledger, &["restore", &copy])).0, 0);
    assert!(folder.join("base à moi.before-restore.sqlite").exists());
}

/// The program with files limited to so many blocks of 512 bytes, or 1024 where the shell counts so.
#[cfg(unix)]
fn limited(home: &Home, blocks: u32, arguments: &[&str]) -> Output {
    let mut command = std::process::Command::new("sh");
    command.args(["-c", &format!("ulimit -f {blocks}; exec \"$0\" \"$@\""), env!("CARGO_BIN_EXE_regards")]);
    command.current_dir(env!("CARGO_MANIFEST_DIR")).env_clear().env("HOME", home.folder.path());
    command.args(arguments).arg("--db").arg(&home.ledger).output().unwrap()
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_grow_is_a_sentence_and_not_the_end() {
    let home = Home::new();
    let before = std::fs::read(&home.ledger).unwrap();
    let copy = home.at("copy.sqlite").display().to_string();
    for (lang, words) in [("en", "The disk refused"), ("fr", "Le disque a refusé")] {
        let (code, _, err) = said(&limited(&home, 32, &["backup", &copy, "--lang", lang]));
        assert_eq!(code, 3, "{err}");
        assert!(err.contains(words), "{err}");
    }
    let (code, _, err) = said(&limited(&home, 32, &["restore", &copy]));
    assert_eq!(code, 3, "there is nothing to restore: {err}");
    let case = home.at("case.yaml");
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(CASE)).unwrap();
    std::fs::write(&case, &text).unwrap();
    let score = ["score", case.to_str().unwrap(), "--date", "2026-11-23", "--pga", "1.5", "--write"];
    let (code, _, err) = said(&limited(&home, 1, &score));
    assert_eq!(code, 3, "{err}");
    assert!(err.contains("stays as it is"), "{err}");
    assert_eq!(std::fs::read_to_string(&case).unwrap(), text);
    let mut left: Vec<_> = std::fs::read_dir(home.folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.contains("-wal") && !name.contains("-shm"))
        .collect();
    left.sort();
    assert_eq!(left, ["case.yaml", "l.sqlite"], "nothing half made is left");
    assert_eq!(std::fs::read(&home.ledger).unwrap(), before);
}

/// A disk of one megabyte that fills, and one that can only be read: needs the right to mount.
/// `cargo test --test it small_disk -- --ignored`
#[cfg(target_os = "linux")]
#[test]
#[ignore = "mounts a file system: run by hand as the superuser"]
fn a_small_disk_fills_and_a_read_only_one_is_read() {
    struct Mounted(PathBuf);
    impl Drop for Mounted {
        fn drop(&mut self) {
            let _ = std::process::Command::new("umount").arg(&self.0).status();
        }
    }
    let mount = |arguments: &[&str], at: &Path| {
        assert!(std::process::Command::new("mount").args(arguments).arg(at).status().unwrap().success());
    };
    let home = Home::empty();
    let disk = home.at("disk");
    std::fs::create_dir(&disk).unwrap();
    mount(&["-t", "tmpfs", "-o", "size=1m", "none"], &disk);
    let mounted = Mounted(disk.clone());
    let path = disk.join("l.sqlite");
    let mut ledger = filled(&path);
    let mut kept = 4;
    let refused = loop {
        let mut large = locked(&format!("LN-{}", kept + 100));
        large.table = serde_json::json!("x".repeat(20_000));
        match ledger.lock(&large, None, &by("Dr A", 9)) {
            Ok(_) => kept += 1,
            Err(error) => break error,
        }
    };
    assert!(matches!(refused, regards::store::StoreError::DiskFull), "{refused}");
    let verified = ledger.verify().unwrap();
    assert_eq!((verified.events, verified.faults), (kept, vec![]));
    for (order, name) in [("backup", "copy.sqlite"), ("restore", "../old.sqlite")] {
        if order == "restore" {
            drop(filled(&home.at("old.sqlite")));
        }
        let given = disk.join(name).display().to_string();
        let (code, _, err) = said(&home.run_on(&path, &[order, &given, "--lang", "fr"]));
        assert_eq!(code, 3, "{order}: {err}");
        assert!(err.contains("Le disque est plein"), "{order}: {err}");
    }
    drop(ledger);
    // What the commands that only read leave beside it is the log, of the file that is about to go.
    let names = std::fs::read_dir(&disk).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let left: Vec<_> = names.filter(|name| !name.ends_with("-wal") && !name.ends_with("-shm")).collect();
    assert_eq!(left, ["l.sqlite"], "nothing half made is left");
    for name in ["l.sqlite-wal", "l.sqlite-shm"] {
        let _ = std::fs::remove_file(disk.join(name));
    }

    // An older ledger on a full disk: it is neither copied nor changed.
    std::fs::remove_file(&path).unwrap();
    super::stored(&path, include_str!("../../ledgers/v2.sql"));
    let old = std::fs::read(&path).unwrap();
    let free = 1024 * 1024 - old.len() - 40 * 1024;
    std::fs::write(disk.join("ballast"), vec![0; free]).unwrap();
    let refused = Ledger::open(&path).unwrap_err();
    assert!(matches!(refused, regards::store::StoreError::DiskFull), "{refused}");
    assert_eq!(raw(&path).query_row("PRAGMA user_version", [], |row| row.get::<_, i32>(0)).unwrap(), 2);
    std::fs::remove_file(disk.join("ballast")).unwrap();
    assert_eq!(Ledger::open(&path).unwrap().verify().unwrap().faults, []);

    mount(&["-o", "remount,ro"], &disk);
    let before = std::fs::read(&path).unwrap();
    let (code, _, err) = said(&home.run_on(&path, &["access", "--purge-before", "2026-03-01", "--lang", "fr"]));
    println!("purge on a read-only disk: {code}, {err}");
    assert_eq!(code, 3);
    for order in ["verify", "list"] {
        let (code, out, err) = said(&home.run_on(&path, &[order, "--lang", "fr"]));
        println!("{order} on a read-only disk: {code}, {out} {err}");
        assert!(code == 0 || (code == 3 && err.contains("Accès refusé")), "{order}: {err}");
    }
    assert_eq!(std::fs::read(&path).unwrap(), before);
    drop(mounted);
}
