//! The configuration file: what is read from it, what wins over what, what is said of a bad one, and how it is printed.

use std::fs;
use std::path::Path;
use std::process::Output;

use assert_cmd::Command;
use serde_json::Value;

struct Home(tempfile::TempDir);

impl Home {
    fn with(config: &str) -> Self {
        let home = Self(tempfile::tempdir().unwrap());
        fs::create_dir_all(home.file().parent().unwrap()).unwrap();
        fs::write(home.file(), config).unwrap();
        home
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn file(&self) -> std::path::PathBuf {
        self.path().join(".config/regards/config.yaml")
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.run_in(&[], arguments)
    }

    fn run_in(&self, environment: &[(&str, &str)], arguments: &[&str]) -> Output {
        let mut command = Command::cargo_bin("regards").unwrap();
        command.current_dir(self.path()).env_clear().env("HOME", self.path()).env("LANG", "en_GB.UTF-8");
        command.envs(environment.iter().copied()).args(arguments).output().unwrap()
    }
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn entry(home: &Home, environment: &[(&str, &str)], arguments: &[&str], key: &str) -> (Value, String) {
    let mut all = vec!["config", "--format", "json"];
    all.extend(arguments);
    let output = home.run_in(environment, &all);
    assert!(output.status.success(), "{}", err(&output));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let entry = report["entries"].as_array().unwrap().iter().find(|entry| entry["key"] == key).unwrap().clone();
    (entry["value"].clone(), entry["from"].as_str().unwrap().to_owned())
}

#[test]
fn an_option_wins_over_the_file_and_the_file_over_the_rest() {
    let home =
        Home::with("lang: fr\ndb: mine.sqlite\ncases: [~/dossiers]\nmask: yes\nmask_after: 7 min\neditor: nano\n");
    let (lang, from) = entry(&home, &[], &[], "lang");
    assert_eq!((lang, from.as_str()), ("fr".into(), "file"));
    assert_eq!(entry(&home, &[], &["--lang", "en"], "lang"), ("en".into(), "option".to_owned()));
    let beside = home.path().join(".config/regards/mine.sqlite").display().to_string();
    assert_eq!(entry(&home, &[], &[], "db"), (beside.into(), "file".to_owned()));
    let cases = home.path().join("dossiers").display().to_string();
    assert_eq!(entry(&home, &[], &[], "cases"), (vec![cases].into(), "file".to_owned()));
    assert_eq!(entry(&home, &[], &[], "mask"), ("yes".into(), "file".to_owned()));
    assert_eq!(entry(&home, &[], &["--mask=no"], "mask"), ("no".into(), "option".to_owned()));
    assert_eq!(entry(&home, &[], &[], "mask_after"), ("7 min".into(), "file".to_owned()));
    assert_eq!(entry(&home, &[("EDITOR", "vim")], &[], "editor"), ("nano".into(), "file".to_owned()));
    assert_eq!(entry(&home, &[("REGARDS_CONFIG", "")], &[], "lang"), ("en".into(), "environment".to_owned()));
    assert_eq!(
        entry(&home, &[("REGARDS_CONFIG", ""), ("EDITOR", "vim")], &[], "editor"),
        ("vim".into(), "environment".to_owned())
    );
    assert_eq!(entry(&home, &[], &[], "mouse"), ("yes".into(), "default".to_owned()));
}

#[test]
fn the_cases_of_the_file_are_those_that_commands_read() {
    let home = Home::with("cases: [~/dossiers]\n");
    let folder = home.path().join("dossiers");
    fs::create_dir(&folder).unwrap();
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/ln-2026-006-classe-v-1-6.yaml");
    // As an editor on Windows writes it.
    let text = fs::read_to_string(case).unwrap().replace('\n', "\r\n");
    fs::write(folder.join("one.yaml"), text).unwrap();
    let output = home.run(&["check", "--date", "2026-11-23"]);
    assert_eq!(out(&output).trim(), "1 case: 0 errors, 0 warnings");
    assert!(home.run(&["show", "LN-2026-006", "--date", "2026-11-23"]).status.success());
}

#[test]
fn a_bad_file_ends_every_command_with_its_diagnostics() {
    let home = Home::with(
        "casess: [x]\ntheme: lihgt\nmask: maybe\nmask_after: 10\nname: x\nkeys:\n  case: {decide: n, wat: x}\n  form: {read_back: r}\n  everywhere: {quit: Esc}\n",
    );
    for (lang, place, word) in [("en", "error", "Did you mean `cases`?"), ("fr", "erreur", "Vouliez-vous dire")] {
        let output = home.run(&["list", "--lang", lang]);
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(out(&output), "");
        let said = err(&output);
        for at in [":1:1", ":2:8", ":3:7", ":4:13", ":5:1", ":7:18", ":7:21", ":8:21", ":9:22"] {
            assert!(said.contains(&format!("config.yaml{at}\n")), "{at}: {said}");
        }
        assert!(said.contains(place) && said.contains(word), "{said}");
        assert!(said.contains("`n`") && said.contains("`next_case`") && said.contains("`case`"), "{said}");
    }
    // What needs no configuration works all the same.
    for arguments in [&["config", "--path"][..], &["schema"], &["completions", "bash"], &["man"], &["--version"]] {
        assert!(home.run(arguments).status.success(), "{arguments:?}");
    }
}

#[test]
fn a_file_that_is_named_must_be_there_and_one_without_a_word_is_one() {
    let home = Home::with("# nothing\n");
    assert_eq!(entry(&home, &[], &[], "lang").1, "environment");
    let output = home.run(&["list", "--config", "nowhere.yaml"]);
    assert_eq!(output.status.code(), Some(3));
    assert!(err(&output).contains("nowhere.yaml"), "{}", err(&output));
    assert_eq!(home.run_in(&[("REGARDS_CONFIG", "nowhere.yaml")], &["list"]).status.code(), Some(3));
}

#[test]
fn what_is_printed_can_be_saved_as_it_is() {
    let home = Home::with("theme: light\nguidelines: gl\nkeys: {case: {decide: [D, \"1\"]}}\n");
    for lang in ["fr", "en"] {
        let before = out(&home.run(&["config", "--lang", lang]));
        assert!(before.lines().all(|line| line.chars().count() <= 140), "{before}");
        fs::write(home.path().join("saved.yaml"), &before).unwrap();
        let again = home.run(&["config", "--lang", lang, "--config", "saved.yaml"]);
        assert!(again.status.success(), "{}", err(&again));
        let set = |text: &str| -> Vec<String> {
            text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(str::to_owned).collect()
        };
        assert_eq!(set(&out(&again)), set(&before));
        let keys = out(&home.run(&["config", "--keys", "--lang", lang]));
        assert!(keys.contains("decide: [\"D\",\"1\"]"), "{keys}");
        fs::write(home.path().join("keys.yaml"), &keys).unwrap();
        let read = home.run(&["config", "--keys", "--config", "keys.yaml", "--lang", lang]);
        assert_eq!(
            out(&read).lines().skip(2).collect::<Vec<_>>(),
            keys.lines().skip(2).collect::<Vec<_>>(),
            "{}",
            err(&read)
        );
    }
}

/// A whole scheme of made-up colours.
fn scheme() -> String {
    let colours = (0..16).map(|index| format!("  base{index:02X}: \"#1020{index:02x}\"\n"));
    format!("name: \"Mine\"\nauthor: \"me\"\npalette:\n{}", colours.collect::<String>())
}

#[test]
fn a_theme_of_the_own_folder_goes_by_its_name() {
    let home = Home::with("theme: mine\n");
    assert_eq!(home.run(&["list"]).status.code(), Some(2), "there is none yet");
    let folder = home.path().join(".config/regards/themes");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("mine.yaml"), scheme()).unwrap();
    assert_eq!(entry(&home, &[], &[], "theme"), ("mine".into(), "file".to_owned()));
    fs::write(folder.join("bad.yaml"), "palette: {}\n").unwrap();
    let output = home.run(&["config", "--theme", "bad"]);
    assert_eq!(output.status.code(), Some(2), "{}", err(&output));
    assert!(err(&output).contains("~/.config/regards/themes/bad.yaml"), "{}", err(&output));
    assert!(err(&output).contains("`base00`"), "{}", err(&output));
    let output = home.run(&["config", "--theme", "mien"]);
    assert!(err(&output).contains("terminal, bad, mine, or give a file"), "{}", err(&output));
    // The name of a shipped theme stays that theme's.
    fs::write(folder.join("dark.yaml"), "nonsense").unwrap();
    assert!(home.run(&["config", "--theme", "dark"]).status.success());
    fs::write(folder.join("large.yaml"), format!("{}#{}", scheme(), "x".repeat(20_000))).unwrap();
    assert!(err(&home.run(&["config", "--theme", "large"])).contains("too large"));
}

#[test]
fn a_passphrase_in_the_wrong_place_is_refused_and_not_repeated() {
    const SECRET: &str = "Ete-a-Marseille";
    let config = format!("lang: en\npassphrase: {SECRET}\n");
    let home = Home::with(&config);
    let output = home.run(&["verify"]);
    assert!(
        err(&output).contains("`passphrase` is not a key in this place") && err(&output).contains("config.yaml:2:1")
    );
    assert!(!err(&output).contains(SECRET), "{}", err(&output));

    let home = Home::with("");
    let (joined, short) = (format!("--passphrase={SECRET}"), format!("-p{SECRET}"));
    let file = format!("--passphrase-file={SECRET}");
    let mut calls =
        vec![vec!["verify", &joined], vec!["verify", "--passphrase", SECRET], vec!["verify", &short], vec![&joined]];
    if !cfg!(feature = "encryption") {
        calls.extend([vec!["verify", &file], vec!["--passphrase-file", SECRET], vec!["--encrypt"]]);
    }
    for call in calls {
        let output = home.run_in(&[("RUST_BACKTRACE", "full"), ("REGARDS_PASSPHRASE", SECRET)], &call);
        assert_eq!(output.status.code(), Some(2), "{call:?}");
        assert!(err(&output).starts_with("error: unexpected argument '-"), "{}", err(&output));
        assert!(!format!("{}{}", out(&output), err(&output)).contains(SECRET), "{}", err(&output));
    }
}
