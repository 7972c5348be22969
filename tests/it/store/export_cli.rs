//! `regards export` as it is called: files whole or not at all, identities only where asked and then logged.

use std::fs;
use std::process::{Output, Stdio};
use std::time::Duration;

use regards::store::Ledger;
use serde_json::Value;

use super::commands::Home;
use super::exports::everything;
use super::whole::names as files;
use super::*;

fn home() -> Home {
    let home = Home::empty();
    drop(everything(&home.ledger));
    home
}

fn at(home: &Home, name: &str) -> String {
    home.at(name).display().to_string()
}

fn export(home: &Home, arguments: &[&str]) -> Output {
    home.run(&[&["export"], arguments].concat())
}

/// What there is beside the ledger.
fn beside(home: &Home) -> Vec<String> {
    files(home.folder.path()).into_iter().filter(|name| !name.starts_with("l.sqlite")).collect()
}

fn accesses(home: &Home) -> Vec<(String, String)> {
    let ledger = Ledger::open(&home.ledger).unwrap();
    ledger.accesses(50).unwrap().into_iter().map(|one| (one.action, one.target)).rev().collect()
}

fn said(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn tables_go_to_a_folder_and_one_to_standard_output() {
    let home = home();
    let to = at(&home, "tables");
    let (code, out, err) = said(&export(&home, &["csv", "-o", &to]));
    assert_eq!((code, err.as_str()), (0, ""), "{err}");
    assert!(out.contains("23 tables written to"), "{out}");
    let names = files(&home.at("tables"));
    assert_eq!(names.len(), 24);
    assert!(names.contains(&"dictionary.csv".to_owned()) && !names.contains(&"decision_history.csv".to_owned()));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &str| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&to), mode(&format!("{to}/decisions.csv"))), (0o700, 0o600));
    }
    let (code, out, _) = said(&export(&home, &["csv", "--table", "decisions"]));
    assert_eq!((code, out), (0, fs::read_to_string(format!("{to}/decisions.csv")).unwrap()));
    // What is there stays, unless it is to be replaced.
    fs::write(format!("{to}/decisions.csv"), "mine").unwrap();
    let (code, _, err) = said(&export(&home, &["csv", "-o", &to]));
    assert!(code == 3 && err.contains("exists already: add --replace"), "{err}");
    assert_eq!(fs::read_to_string(format!("{to}/decisions.csv")).unwrap(), "mine");
    assert_eq!(files(&home.at("tables")), names);
    assert_eq!(said(&export(&home, &["csv", "-o", &to, "--replace"])).0, 0);
    assert_eq!(
        (files(&home.at("tables")), fs::read_to_string(format!("{to}/decisions.csv")).unwrap().lines().count()),
        (names, 3)
    );
    // What an earlier export left is said: it is not of the same day.
    assert_eq!(said(&export(&home, &["csv", "-o", &to, "--replace", "--all-versions"])).0, 0);
    let (_, _, err) = said(&export(&home, &["csv", "-o", &to, "--replace"]));
    assert!(err.contains("still in the folder: decision_history.csv"), "{err}");
    let (code, _, err) = said(&export(&home, &["csv"]));
    assert!(code == 2 && err.contains("--table"), "{err}");
    let (code, _, err) = said(&export(&home, &["csv", "--table", "event"]));
    assert!(code == 2 && err.contains("decision_lines"), "{err}");
    let mut looked = accesses(&home);
    // The same within a minute is one entry: a slow run may see two.
    looked.sort();
    looked.dedup();
    assert_eq!(
        looked,
        [("exported", "csv"), ("exported", "csv decisions")].map(|(one, other)| (one.to_owned(), other.to_owned()))
    );
}

#[test]
fn one_file_is_written_and_the_log_says_what() {
    let home = home();
    for (kind, starts) in
        [("json", "{\n\"format\": 1,"), ("fhir", "{\"resourceType\":\"Bundle\""), ("bamara", "local_id,date")]
    {
        let to = at(&home, kind);
        let (code, out, err) = said(&export(&home, &[kind, "-o", &to, "--since", "2026-02-01", "--case", "LN-1"]));
        assert!(code == 0 && out.contains("1 decision written to"), "{out}{err}");
        assert!(fs::read_to_string(&to).unwrap().starts_with(starts));
        let (_, streamed, _) = said(&export(&home, &[kind, "--since", "2026-02-01", "--case", "LN-1"]));
        assert_eq!(streamed, fs::read_to_string(&to).unwrap());
    }
    assert!(accesses(&home).contains(&("exported".to_owned(), "fhir 2026-02-01.. LN-1".to_owned())));
    let (code, out, err) = said(&export(&home, &["fhir", "--until", "2020-01-01"]));
    assert_eq!(
        (code, out.as_str()),
        (1, "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"language\":\"en\"}\n")
    );
    assert!(err.contains("No decision is chosen"), "{err}");
    let (code, out, _) = said(&export(&home, &["dictionary"]));
    assert!(code == 0 && out.contains("decisions,") && out.contains("hors AMM"), "{out}");
}

#[test]
fn what_cannot_be_written_leaves_nothing() {
    let home = home();
    let (code, _, err) = said(&export(&home, &["json", "-o", &at(&home, "no/such.json")]));
    assert!(code == 3 && err.contains("does not exist"), "{err}");
    fs::write(at(&home, "file"), "mine").unwrap();
    let (code, _, err) = said(&export(&home, &["csv", "-o", &at(&home, "file")]));
    assert!(code == 2 && err.contains("is a file"), "{err}");
    assert!(!beside(&home).iter().any(|name| name.contains("partial")), "{:?}", beside(&home));
}

const IDENTITIES: &str = "format: 1
patients:
  - case: LN-2026-006
    birth_name: \"=DURAND\"
    used_name: Petit
    first_names: [Alice, Zoé]
    birth_date: 1995-06-02
    sex: female
    birth_place: \"13055\"
    identity_status: qualified
    ipp: \"4711\"
  - case: LN-2026-009
    birth_name: Martin
    identity_status: provisional
    ipp: \"0815\"
";

#[cfg(unix)]
#[test]
fn identities_are_told_only_when_asked_and_each_is_logged() {
    use std::os::unix::fs::PermissionsExt;
    let home = home();
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    for (number, file) in
        [("LN-2026-006", "ln-2026-006-classe-v-1-6.yaml"), ("LN-2026-009", "ln-2026-009-adolescente.yaml")]
    {
        let yaml = fs::read_to_string(cases.join(file)).unwrap();
        let facts = json!({"today": "2026-11-23"});
        let given = Locked { case_sha256: sha256(&yaml), case_yaml: yaml, facts, ..locked(number) };
        Ledger::open(&home.ledger).unwrap().lock(&given, None, &by("Dr A", 30)).unwrap();
    }
    let file = at(&home, "who.yaml");
    fs::write(&file, IDENTITIES).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
    let with = ["--identities", file.as_str(), "--with-identity"];

    let (code, out, _) = said(&export(&home, &["json", "--identities", &file]));
    assert!(code == 0 && !out.contains("DURAND") && !out.contains("\"patients\""), "not asked, not told");
    let to = at(&home, "who.json");
    let (code, _, err) = said(&export(&home, &[&["json", "-o", &to], &with[..]].concat()));
    assert_eq!(code, 0, "{err}");
    assert!(err.contains("1 case: identity not qualified"), "{err}");
    let told: Value = serde_json::from_str(&fs::read_to_string(&to).unwrap()).unwrap();
    assert_eq!(told["patients"]["LN-2026-006"]["birth_name"], "=DURAND");
    assert_eq!(told["patients"]["LN-2026-009"]["ipp"], "0815");
    assert_eq!(told["patients"]["LN-2026-009"]["birth_name"], Value::Null);
    let shown: Vec<_> = accesses(&home).into_iter().filter(|(action, _)| action == "identity-shown").collect();
    assert_eq!(shown.iter().map(|(_, case)| case.as_str()).collect::<Vec<_>>(), ["LN-2026-006", "LN-2026-009"]);

    let bundle = at(&home, "who.fhir.json");
    assert_eq!(said(&export(&home, &[&["fhir", "-o", &bundle], &with[..]].concat())).0, 0);
    let bundle: Value = serde_json::from_str(&fs::read_to_string(&bundle).unwrap()).unwrap();
    let patients = bundle["entry"].as_array().unwrap().iter().map(|entry| &entry["resource"]);
    let named: Vec<&Value> =
        patients.filter(|one| one["resourceType"] == "Patient").map(|one| &one["name"][0]["family"]).collect();
    assert_eq!(named.iter().filter(|name| name.is_string()).count(), 1);

    let tables = at(&home, "with");
    assert_eq!(said(&export(&home, &[&["csv", "-o", &tables], &with[..]].concat())).0, 0);
    let patients = fs::read_to_string(format!("{tables}/patients.csv")).unwrap();
    assert!(patients.contains("LN-2026-006,qualified,4711,'=DURAND,Petit,Alice Zoé"), "{patients}");
    assert!(patients.contains("LN-2026-009,provisional,0815,,,,,,,"), "{patients}");

    // What cannot be written down is not told.
    let (code, _, _) =
        said(&export(&home, &[&["json", "-o", &at(&home, "x.json"), "--read-only"], &with[..]].concat()));
    assert!(code == 3 && !beside(&home).iter().any(|name| name.starts_with("x.json")));
    let (code, _, err) = said(&export(&home, &[&["json", "-o", &at(&home, "x.json"), "--mask"], &with[..]].concat()));
    assert!(code == 2 && err.contains("--mask"), "{err}");
    assert_eq!(said(&export(&home, &["json", "-o", &at(&home, "x.json"), "--with-identity"])).0, 2);
    assert_eq!(
        said(&export(&home, &["json", "--with-identity", "--identities", &file])).0,
        2,
        "never to standard output"
    );
}

/// A ledger so large that an export of it takes a while.
fn large(path: &Path, rows: u32) {
    let mut ledger = Ledger::open(path).unwrap();
    // Speed only.
    ledger.connection().execute_batch("PRAGMA synchronous = OFF").unwrap();
    let mut given = locked("LN-0");
    given.profile = Some(regards::meeting::Profile::default());
    given.case_yaml.push_str(&"# note\n".repeat(2000));
    given.case_sha256 = sha256(&given.case_yaml);
    for turn in 0..rows {
        given.case_id = case(&format!("LN-{turn}"));
        ledger.lock(&given, None, &by("Dr A", i64::from(turn))).unwrap();
    }
}

/// Sends Ctrl-C to the program as soon as something is there; gives how it ended and what it said.
#[cfg(unix)]
fn interrupted(home: &Home, arguments: &[&str], is_begun: impl Fn() -> bool) -> (Option<i32>, String) {
    let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin("regards"));
    command.env_clear().env("HOME", home.folder.path()).env("LANG", "en_GB.UTF-8");
    command.args(arguments).arg("--db").arg(&home.ledger).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    while !is_begun() && child.try_wait().unwrap().is_none() {
        std::thread::sleep(Duration::from_millis(1));
    }
    let pid = child.id().to_string();
    assert!(std::process::Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    let ended = child.wait_with_output().unwrap();
    (ended.status.code(), String::from_utf8(ended.stderr).unwrap())
}

#[cfg(unix)]
#[test]
fn ctrl_c_stops_long_work_and_leaves_nothing() {
    let home = Home::empty();
    large(&home.ledger, 150);
    for (kind, to) in [("fhir", "x.json"), ("csv", "tables")] {
        let is_begun = || {
            let under_way = |names: Vec<String>| names.iter().any(|name| name.contains("partial"));
            under_way(beside(&home)) || home.at(to).is_dir() && under_way(files(&home.at(to)))
        };
        let (code, said) = interrupted(&home, &["export", kind, "-o", &at(&home, to)], is_begun);
        assert_eq!((code, said.trim_end()), (Some(130), "stopped: nothing was written"), "{kind}");
        assert!(beside(&home).is_empty(), "{kind} left {:?}", beside(&home));
    }
    // Nothing shows from outside that it has begun to verify.
    let begun = std::time::Instant::now();
    let (code, said) = interrupted(&home, &["verify"], || begun.elapsed() > Duration::from_millis(150));
    assert_eq!((code, said.trim_end()), (Some(130), "stopped: nothing was written"));
}

#[cfg(unix)]
#[test]
fn a_disk_that_is_full_leaves_nothing() {
    let home = Home::empty();
    large(&home.ledger, 30);
    for (kind, to) in [("json", "x.json"), ("csv", "tables")] {
        let mut command = std::process::Command::new("/bin/sh");
        let program = assert_cmd::cargo::cargo_bin("regards");
        command.args(["-c", "ulimit -f 8; exec \"$0\" \"$@\""]).arg(program).args(["export", kind, "-o"]);
        command.arg(home.at(to)).arg("--db").arg(&home.ledger).arg("--read-only");
        let output = command.env_clear().env("HOME", home.folder.path()).env("LANG", "en_GB.UTF-8").output().unwrap();
        let (code, _, err) = said(&output);
        assert!(code == 3 && err.contains("disk"), "{kind}: {err}");
        assert!(beside(&home).is_empty(), "{kind} left {:?}", beside(&home));
    }
}

#[cfg(unix)]
#[test]
fn how_far_it_is_stands_on_a_terminal_until_it_is_done() {
    use portable_pty::{CommandBuilder, PtySize, native_pty_system};
    use std::io::Read;
    let home = home();
    let pair = native_pty_system().openpty(PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 }).unwrap();
    let mut command = CommandBuilder::new(assert_cmd::cargo::cargo_bin("regards"));
    command.env_clear();
    command.env("HOME", home.folder.path());
    command.env("LANG", "fr_FR.UTF-8");
    command.args(["export", "json", "-o", &at(&home, "x.json"), "--db", home.ledger.to_str().unwrap()]);
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let (mut bytes, mut some) = (Vec::new(), [0; 4096]);
    // The terminal ends with an error once the program is gone.
    while let Ok(count @ 1..) = reader.read(&mut some) {
        bytes.extend_from_slice(&some[..count]);
    }
    assert!(child.wait().unwrap().success());
    let said = String::from_utf8(bytes).unwrap();
    assert!(said.starts_with("\r\u{1b}[KExport\u{a0}: 0 sur 2"), "{said:?}");
    let (line, after) = said.rsplit_once("\r\u{1b}[K").unwrap();
    assert!(line.contains("sur 2") && after.starts_with("2 décisions exportées dans"), "{said:?}");
    // Where nobody looks nothing is drawn.
    let quiet = export(&home, &["json", "-o", &at(&home, "y.json")]);
    assert!(quiet.stderr.is_empty());
}

/// What `search` finds is what is exported; what it does not understand is said in the same way and nothing is written.
#[test]
fn a_line_of_the_filter_language_chooses_what_is_exported() {
    let home = home();
    let decided = |arguments: &[&str]| {
        let (code, out, err) = said(&export(&home, arguments));
        let json: Value = serde_json::from_str(&out).unwrap_or_default();
        (code, json["decisions"].as_array().map_or(0, Vec::len), json["chosen"]["query"].clone(), err)
    };
    let all = decided(&["json"]);
    assert!(all.0 == 0 && all.1 > 1 && all.2.is_null(), "{all:?}");
    let some = decided(&["json", "--filter", "dossier:LN-1"]);
    let found = said(&home.run(&["search", "case:LN-1", "--count", "--format", "json"])).1;
    let found: Value = serde_json::from_str(&found).unwrap();
    assert_eq!((some.0, Value::from(some.1), some.2), (0, found["count"].clone(), Value::from("case:LN-1")));
    assert!(some.1 < all.1);
    let versions = decided(&["json", "--filter", "case:LN-1", "--all-versions"]);
    assert!(versions.1 >= some.1);
    let (code, _, _, err) = decided(&["json", "--filter", "clas:V"]);
    assert!(code == 2 && err.contains("^^^^") && err.contains("class"), "{err}");
    assert_eq!(decided(&["json", "--filter", "case:NONE"]).0, 1);
    assert!(
        accesses(&home).contains(&("exported".to_owned(), "json dossier:LN-1".to_owned())),
        "{:?}",
        accesses(&home)
    );
}
