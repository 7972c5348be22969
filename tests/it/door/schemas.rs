//! What commands answer in JSON is what `regards schema` says they answer.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;

fn answer(home: &Path, arguments: &[&str]) -> Value {
    let mut command = Command::cargo_bin("regards").unwrap();
    command.current_dir(env!("CARGO_MANIFEST_DIR")).env_clear().env("HOME", home).env("LANG", "en_GB.UTF-8");
    let output =
        command.args(["--date", "2026-11-26", "--db"]).arg(home.join("x.sqlite")).args(arguments).output().unwrap();
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{arguments:?}: {error}: {}", String::from_utf8_lossy(&output.stderr)))
}

/// Each schema with calls whose answers it describes.
const DESCRIBED: [(&str, &[&[&str]]); 9] = [
    ("case", &[]),
    ("config-answer", &[&["config", "--format", "json"]]),
    ("keys-answer", &[&["config", "--keys", "--format", "json"]]),
    ("check", &[&["check", "--format", "json"], &["check", "tests/bad", "--format", "json"]]),
    (
        "show",
        &[
            &["show", "LN-2026-006", "--format", "json"],
            &["show", "LN-2026-009", "--format", "json", "--mask"],
            &["show", "LN-2026-006", "--format", "json", "--suppose", "class=III+V"],
        ],
    ),
    ("list", &[&["list", "--format", "json"], &["search", "class:V", "--format", "json"]]),
    ("due", &[&["due", "--format", "json"]]),
    ("stats", &[&["stats", "--format", "json"], &["stats", "quorum", "--format", "json"]]),
    ("verify", &[&["verify", "--format", "json"]]),
];

#[test]
fn every_answer_is_what_its_schema_says() {
    let home = tempfile::tempdir().unwrap();
    for case in ["LN-2026-006", "LN-2026-004"] {
        let decided = answer(
            home.path(),
            &["decide", case, "--outcome", "deferred-time", "--rationale", "late", "--next", "m3", "--format", "json"],
        );
        assert_eq!(decided["case"], case);
    }
    for (name, calls) in DESCRIBED {
        let schema = answer(home.path(), &["schema", name]);
        assert!(jsonschema::draft202012::meta::is_valid(&schema), "{name}");
        let validator = jsonschema::draft202012::new(&schema).unwrap();
        for call in calls {
            let answer = answer(home.path(), call);
            let faults: Vec<String> =
                validator.iter_errors(&answer).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
            assert!(faults.is_empty(), "{call:?}: {faults:?}");
            assert!(!validator.is_valid(&Value::Null), "{name} says nothing");
        }
    }
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
