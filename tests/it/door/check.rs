//! `regards check`: what it prints, what it answers other programs, and how it ends.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use regards::cli::{Print, check};
use regards::text::Lang;
use serde_json::Value;

use super::today;

const PLAIN: Print = Print::Sentences { colour: false };

fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Exit code, standard output, standard error.
fn checked(paths: &[PathBuf], print: Print, lang: Lang) -> (u8, String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = check(paths, print, lang, today(), &mut out, &mut err).unwrap();
    (code, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}

/// What is printed, without the folders that differ between machines.
fn printed(paths: &[PathBuf], print: Print, lang: Lang) -> String {
    let (code, out, err) = checked(paths, print, lang);
    let folder = paths[0].parent().unwrap().display().to_string();
    format!("{out}--- {err}exit code {code}").replace(&format!("{folder}/"), "")
}

macro_rules! snapshot {
    ($name:literal, $said:expr) => {
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false, snapshot_path => "." }, {
            insta::assert_snapshot!($name, $said);
        });
    };
}

#[test]
fn the_shipped_cases_pass() {
    let (code, out, err) = checked(&[repository("cases")], PLAIN, Lang::Fr);
    assert_eq!((code, out.as_str(), err.as_str()), (0, "12 dossiers\u{a0}: 0 erreur, 0 avertissement\n", ""));
}

#[test]
fn mistakes_are_shown_in_their_lines() {
    let many = [repository("tests/bad/many-mistakes.yaml"), repository("tests/bad/improbable-weight.yaml")];
    snapshot!("check-fr", printed(&many, PLAIN, Lang::Fr));
    snapshot!("check-en", printed(&many, PLAIN, Lang::En));
}

#[test]
fn colours_are_the_only_difference_between_styled_and_plain() {
    let many = [repository("tests/bad/many-mistakes.yaml")];
    let styled = checked(&many, Print::Sentences { colour: true }, Lang::En).1;
    let plain = checked(&many, PLAIN, Lang::En).1;
    assert!(styled.contains("\u{1b}["));
    let mut bare = String::new();
    for (index, part) in styled.split('\u{1b}').enumerate() {
        bare.push_str(if index == 0 { part } else { part.split_once('m').unwrap().1 });
    }
    assert_eq!(bare, plain);
}

#[test]
fn json_holds_all_that_is_documented() {
    let (code, out, _) = checked(&[repository("tests/bad/bare-number.yaml")], Print::Json, Lang::En);
    let report: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(code, 1);
    assert_eq!((&report["format"], &report["files"], &report["errors"]), (&1.into(), &1.into(), &1.into()));
    let remark = report["remarks"][0].as_object().unwrap();
    let keys: Vec<&str> = remark.keys().map(String::as_str).collect();
    assert_eq!(keys, ["file", "severity", "line", "column", "code", "message", "hint", "excerpt"]);
    assert_eq!((&remark["severity"], &remark["line"], &remark["column"]), (&"error".into(), &11.into(), &36.into()));
    assert_eq!((&remark["code"], &remark["message"]), (&"unit-missing".into(), &"`creatinine` has no unit.".into()));
}

#[test]
fn a_warning_alone_does_not_fail() {
    let (code, out, _) = checked(&[repository("tests/bad/improbable-value.yaml")], PLAIN, Lang::En);
    assert_eq!(code, 0);
    assert!(out.ends_with("1 case: 0 errors, 1 warning\n"), "{out}");
}

#[test]
fn nothing_that_a_file_says_commands_the_terminal() {
    let (_, out, err) = checked(&[repository("tests/bad")], PLAIN, Lang::Fr);
    let commands = |c: char| (c.is_control() && c != '\n') || ('\u{202a}'..='\u{202e}').contains(&c);
    assert!(!out.chars().chain(err.chars()).any(commands));
    assert!(out.lines().all(|line| line.chars().count() < 900));
}

#[test]
fn what_is_not_a_file_or_not_there_is_said_and_nothing_waits() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("folder.yaml")).unwrap();
    assert!(Command::new("mkfifo").arg(at("pipe.yml")).status().unwrap().success());
    symlink("nowhere", at("broken.yaml")).unwrap();
    symlink(repository("cases/ln-2026-006-classe-v-1-6.yaml"), at("link.yaml")).unwrap();
    fs::write(at("huge.yaml"), vec![b'a'; 3 << 20]).unwrap();
    fs::write(at(".hidden.yaml"), "a: [").unwrap();
    fs::write(at("notes.txt"), "a: [").unwrap();
    let paths = [folder.path().to_owned(), at("absent.yaml")];
    for lang in [Lang::Fr, Lang::En] {
        let (code, out, err) = checked(&paths, PLAIN, lang);
        assert_eq!(code, 3);
        assert_eq!(out.matches("huge.yaml").count(), 1, "{out}");
        for name in ["folder.yaml", "pipe.yml", "broken.yaml", "absent.yaml"] {
            assert_eq!(err.matches(name).count(), 1, "{err}");
        }
        assert!(!(out + &err).contains("link.yaml"));
    }
    let report: Value = serde_json::from_str(&checked(&paths, Print::Json, Lang::En).1).unwrap();
    assert_eq!((&report["files"], &report["unreadable"]), (&6.into(), &4.into()));
}

#[test]
fn a_folder_without_cases_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let (code, _, err) = checked(&[folder.path().to_owned()], PLAIN, Lang::Fr);
    assert_eq!(code, 3);
    assert!(err.contains("Aucun dossier"), "{err}");
}

#[test]
fn a_mistake_far_to_the_right_is_still_in_sight() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("wide.yaml");
    fs::write(&file, format!("{{{} sexe: x}}", "born: 1994-06,".to_owned() + &" ".repeat(5_000))).unwrap();
    let (code, out, _) = checked(&[file], PLAIN, Lang::En);
    assert_eq!(code, 1);
    assert!(out.contains("wide.yaml:1:5017") && out.contains("... ") && out.contains("sexe: x"), "{out}");
}
