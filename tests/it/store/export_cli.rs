//! `regards export` as it is called: files whole or not at all, identities only where asked and then logged.

use std::fs;
use std::path::PathBuf;
use std::process::Output;
use std::time::Duration;

use assert_cmd::Command;
use regards::store::Ledger;
use serde_json::Value;

use super::exports::everything;
use super::*;

struct Home {
    folder: tempfile::TempDir,
    ledger: PathBuf,
}

impl Home {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let ledger = folder.path().join("l.sqlite");
        drop(everything(&ledger));
        Self { folder, ledger }
    }

    fn at(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::cargo_bin("regards").unwrap();
        command.current_dir(env!("CARGO_MANIFEST_DIR")).env_clear();
        command.env("HOME", self.folder.path()).env("USER", "coordinator").env("LANG", "en_GB.UTF-8");
        command.arg("export").args(arguments).arg("--db").arg(&self.ledger);
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    fn names(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path().join(folder)).unwrap();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn accesses(&self) -> Vec<(String, String)> {
        let ledger = Ledger::open(&self.ledger).unwrap();
        ledger.accesses(50).unwrap().into_iter().map(|one| (one.action, one.target)).rev().collect()
    }
}

fn said(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn tables_go_to_a_folder_and_one_to_standard_output() {
    let home = Home::new();
    let to = home.at("tables");
    let (code, out, err) = said(&home.run(&["csv", "-o", &to]));
    assert_eq!((code, err.as_str()), (0, ""), "{err}");
    assert!(out.contains("23 tables written to"), "{out}");
    let names = home.names("tables");
    assert_eq!(names.len(), 24);
    assert!(names.contains(&"dictionary.csv".to_owned()) && !names.contains(&"decision_history.csv".to_owned()));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &str| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&to), mode(&format!("{to}/decisions.csv"))), (0o700, 0o600));
    }
    let (code, out, _) = said(&home.run(&["csv", "--table", "decisions"]));
    assert_eq!((code, out), (0, fs::read_to_string(format!("{to}/decisions.csv")).unwrap()));
    // What is there stays, unless it is to be replaced.
    fs::write(format!("{to}/decisions.csv"), "mine").unwrap();
    let (code, _, err) = said(&home.run(&["csv", "-o", &to]));
    assert!(code == 3 && err.contains("exists already: add --replace"), "{err}");
    assert_eq!(fs::read_to_string(format!("{to}/decisions.csv")).unwrap(), "mine");
    assert_eq!(home.names("tables"), names);
    assert_eq!(said(&home.run(&["csv", "-o", &to, "--replace"])).0, 0);
    assert_eq!(
        (home.names("tables"), fs::read_to_string(format!("{to}/decisions.csv")).unwrap().lines().count()),
        (names, 3)
    );
    let (code, _, err) = said(&home.run(&["csv"]));
    assert!(code == 2 && err.contains("--table"), "{err}");
    let (code, _, err) = said(&home.run(&["csv", "--table", "event"]));
    assert!(code == 2 && err.contains("decision_lines"), "{err}");
    assert_eq!(
        home.accesses(),
        [("exported", "csv"), ("exported", "csv decisions")].map(|(one, other)| (one.to_owned(), other.to_owned()))
    );
}

#[test]
fn one_file_is_written_and_the_log_says_what() {
    let home = Home::new();
    for (kind, starts) in
        [("json", "{\n\"format\": 1,"), ("fhir", "{\"resourceType\":\"Bundle\""), ("bamara", "local_id,date")]
    {
        let to = home.at(kind);
        let (code, out, err) = said(&home.run(&[kind, "-o", &to, "--since", "2026-02-01", "--case", "LN-1"]));
        assert!(code == 0 && out.contains("1 decision written to"), "{out}{err}");
        assert!(fs::read_to_string(&to).unwrap().starts_with(starts));
        let (_, streamed, _) = said(&home.run(&[kind, "--since", "2026-02-01", "--case", "LN-1"]));
        assert_eq!(streamed, fs::read_to_string(&to).unwrap());
    }
    assert!(home.accesses().contains(&("exported".to_owned(), "fhir 2026-02-01.. LN-1".to_owned())));
    let (code, out, err) = said(&home.run(&["fhir", "--until", "2020-01-01"]));
    assert_eq!(
        (code, out.as_str()),
        (1, "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"language\":\"en\"}\n")
    );
    assert!(err.contains("No decision is chosen"), "{err}");
    let (code, out, _) = said(&home.run(&["dictionary"]));
    assert!(code == 0 && out.contains("decisions,") && out.contains("hors AMM"), "{out}");
}

#[test]
fn what_cannot_be_written_leaves_nothing() {
    let home = Home::new();
    let (code, _, err) = said(&home.run(&["json", "-o", &home.at("no/such.json")]));
    assert!(code == 3 && err.contains("does not exist"), "{err}");
    fs::write(home.at("file"), "mine").unwrap();
    let (code, _, err) = said(&home.run(&["csv", "-o", &home.at("file")]));
    assert!(code == 2 && err.contains("is a file"), "{err}");
    assert!(!home.names(".").iter().any(|name| name.contains("partial")), "{:?}", home.names("."));
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
    let home = Home::new();
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    for (number, file) in
        [("LN-2026-006", "ln-2026-006-classe-v-1-6.yaml"), ("LN-2026-009", "ln-2026-009-adolescente.yaml")]
    {
        let yaml = fs::read_to_string(cases.join(file)).unwrap();
        let facts = json!({"today": "2026-11-23"});
        let given = Locked { case_sha256: sha256(&yaml), case_yaml: yaml, facts, ..locked(number) };
        Ledger::open(&home.ledger).unwrap().lock(&given, None, &by("Dr A", 30)).unwrap();
    }
    let file = home.at("who.yaml");
    fs::write(&file, IDENTITIES).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
    let with = ["--identities", file.as_str(), "--with-identity"];

    let (code, out, _) = said(&home.run(&["json", "--identities", &file]));
    assert!(code == 0 && !out.contains("DURAND") && !out.contains("\"patients\""), "not asked, not told");
    let to = home.at("who.json");
    let (code, _, err) = said(&home.run(&[&["json", "-o", &to], &with[..]].concat()));
    assert_eq!(code, 0, "{err}");
    assert!(err.contains("1 case: identity not qualified"), "{err}");
    let told: Value = serde_json::from_str(&fs::read_to_string(&to).unwrap()).unwrap();
    assert_eq!(told["patients"]["LN-2026-006"]["birth_name"], "=DURAND");
    assert_eq!(told["patients"]["LN-2026-009"]["ipp"], "0815");
    assert_eq!(told["patients"]["LN-2026-009"]["birth_name"], Value::Null);
    let shown: Vec<_> = home.accesses().into_iter().filter(|(action, _)| action == "identity-shown").collect();
    assert_eq!(shown.iter().map(|(_, case)| case.as_str()).collect::<Vec<_>>(), ["LN-2026-006", "LN-2026-009"]);

    let bundle = home.at("who.fhir.json");
    assert_eq!(said(&home.run(&[&["fhir", "-o", &bundle], &with[..]].concat())).0, 0);
    let bundle: Value = serde_json::from_str(&fs::read_to_string(&bundle).unwrap()).unwrap();
    let patients = bundle["entry"].as_array().unwrap().iter().map(|entry| &entry["resource"]);
    let named: Vec<&Value> =
        patients.filter(|one| one["resourceType"] == "Patient").map(|one| &one["name"][0]["family"]).collect();
    assert_eq!(named.iter().filter(|name| name.is_string()).count(), 1);

    let tables = home.at("with");
    assert_eq!(said(&home.run(&[&["csv", "-o", &tables], &with[..]].concat())).0, 0);
    let patients = fs::read_to_string(format!("{tables}/patients.csv")).unwrap();
    assert!(patients.contains("LN-2026-006,qualified,4711,'=DURAND,Petit,Alice Zoé"), "{patients}");
    assert!(patients.contains("LN-2026-009,provisional,0815,,,,,,,"), "{patients}");

    // What cannot be written down is not told.
    let (code, _, _) = said(&home.run(&[&["json", "-o", &home.at("x.json"), "--read-only"], &with[..]].concat()));
    assert!(code == 3 && !home.names(".").iter().any(|name| name.starts_with("x.json")));
    let (code, _, err) = said(&home.run(&[&["json", "-o", &home.at("x.json"), "--mask"], &with[..]].concat()));
    assert!(code == 2 && err.contains("--mask"), "{err}");
    assert_eq!(said(&home.run(&["json", "-o", &home.at("x.json"), "--with-identity"])).0, 2);
    assert_eq!(said(&home.run(&["json", "--with-identity", "--identities", &file])).0, 2, "never to standard output");
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

#[cfg(unix)]
#[test]
fn ctrl_c_stops_an_export_and_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home { ledger: folder.path().join("l.sqlite"), folder };
    large(&home.ledger, 300);
    for (kind, to) in [("fhir", "x.json"), ("csv", "tables")] {
        let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin("regards"));
        command.env_clear().env("HOME", home.folder.path()).env("LANG", "en_GB.UTF-8");
        command.args(["export", kind, "-o", &home.at(to), "--db"]).arg(&home.ledger);
        let mut child = command.stderr(std::process::Stdio::piped()).spawn().unwrap();
        let is_begun = || {
            let under_way = |folder: &str| home.names(folder).iter().any(|name| name.contains("partial"));
            under_way(".") || home.folder.path().join(to).is_dir() && under_way(to)
        };
        while !is_begun() && child.try_wait().unwrap().is_none() {
            std::thread::sleep(Duration::from_millis(1));
        }
        let pid = child.id().to_string();
        assert!(std::process::Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
        let ended = child.wait_with_output().unwrap();
        assert_eq!(ended.status.code(), Some(130), "{kind}: {}", String::from_utf8_lossy(&ended.stderr));
        assert!(String::from_utf8_lossy(&ended.stderr).contains("stopped: nothing was written"));
        let left: Vec<String> = home.names(".").into_iter().filter(|name| !name.starts_with("l.sqlite")).collect();
        assert!(left.is_empty(), "{kind} left {left:?}");
    }
}
