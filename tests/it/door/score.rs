//! `regards score`: the lines that change are shown, and written only when that is asked.

use std::fs;
use std::path::Path;
use std::process::Output;

use assert_cmd::Command;
use regards::read;

const CASE: &str = "cases/ln-2026-001-polyarthrite.yaml";

/// The output of the command on a copy of the case, and the copy's text behind it.
fn score(rest: &[&str]) -> (Output, String) {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("case.yaml");
    fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join(CASE), &path).unwrap();
    let mut command = Command::cargo_bin("regards").unwrap();
    command.env_clear().env("HOME", home.path()).arg("score").arg(&path).args(["--lang", "en"]).args(rest);
    (command.output().unwrap(), fs::read_to_string(&path).unwrap())
}

fn whole() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(CASE)).unwrap()
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

const FIRST: [&str; 2] = ["--date", "2026-03-09"];

#[test]
fn the_lines_that_change_are_shown_and_nothing_is_written() {
    let told = ["--present", "fever", "--absent", "rash", "--not-assessed", "casts,pyuria", "--pga", "1,5"];
    let (output, text) = score(&[FIRST.as_slice(), &told].concat());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output.stderr));
    let lines = "-     sledai: [arthritis, rash, low_complement, anti_dsdna]
+     sledai: [arthritis, low_complement, anti_dsdna, fever]
-     pga: 1.2
+     pga: 1.5
+     not_assessed: [casts, pyuria]
";
    assert_eq!(said(&output.stdout), lines);
    assert!(said(&output.stderr).contains("--write"));
    assert_eq!(text, whole());
}

#[test]
fn with_write_these_lines_and_no_others_are_in_the_file() {
    let (output, text) = score(&[FIRST.as_slice(), &["--ptga", "40", "--write"]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output.stderr));
    assert_eq!(text, whole().replacen("ptga: 48", "ptga: 40", 1));
}

#[test]
fn at_a_new_visit_what_nobody_named_was_not_assessed() {
    let told = ["--date", "2026-11-20", "--present", "rash", "--absent", "fever", "--write"];
    let (output, text) = score(&told);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output.stderr));
    let case = read::case(text.as_bytes(), super::today()).value.unwrap();
    let visit = case.activity.last().unwrap();
    assert_eq!((visit.date.to_string().as_str(), visit.sledai.known().unwrap().len()), ("2026-11-20", 1));
    assert_eq!(visit.not_assessed.len(), 22);
    assert!(!visit.not_assessed.iter().any(|item| ["rash", "fever"].contains(&item.code())));
}

#[test]
fn what_is_not_a_score_is_refused_with_what_to_write() {
    for (told, words) in [
        (&["--pga", "4"][..], "3"),
        (&["--present", "rahs"], "rash"),
        (&["--present", "rash", "--absent", "rash"], "given twice"),
        (&[], "--present"),
    ] {
        let (output, text) = score(&[FIRST.as_slice(), told, &["--write"]].concat());
        assert_eq!(output.status.code(), Some(2), "{told:?}");
        assert!(said(&output.stderr).contains(words), "{}", said(&output.stderr));
        assert_eq!(text, whole());
    }
}

#[test]
fn nothing_is_written_in_a_session_that_only_reads() {
    let (output, text) = score(&[FIRST.as_slice(), &["--ptga", "40", "--write", "--read-only"]].concat());
    assert_eq!((output.status.code(), text), (Some(3), whole()));
    assert!(said(&output.stderr).contains("--read-only"));
}

#[test]
fn a_case_is_named_by_its_number_as_it_is_shown() {
    let home = tempfile::tempdir().unwrap();
    let run = |rest: &[&str]| {
        let mut command = Command::cargo_bin("regards").unwrap();
        command.current_dir(env!("CARGO_MANIFEST_DIR")).env_clear().env("HOME", home.path()).args(["--lang", "en"]);
        command.args(rest).output().unwrap()
    };
    let output = run(&["score", "LN-2026-001", "--date", "2026-03-09", "--ptga", "40"]);
    assert_eq!((output.status.code(), said(&output.stdout).as_str()), (Some(0), "-     ptga: 48\n+     ptga: 40\n"));
    let table = home.path().join("t.csv");
    fs::write(&table, "date;Créatinine (µmol/L)\n2026-11-20;99\n").unwrap();
    let output = run(&["labs", "ln-2026-001", table.to_str().unwrap(), "--date", "2026-11-26"]);
    assert!(said(&output.stdout).contains("99 µmol/L"), "{}{}", said(&output.stdout), said(&output.stderr));
    assert_eq!(run(&["labs", "LN-2026-999", table.to_str().unwrap()]).status.code(), Some(3));
}
