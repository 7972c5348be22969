//! Guideline files as people write them: what is said of each mistake, and the commands about them.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use regards::cli::{Print, check_guidelines};
use regards::domain::Refusal;
use regards::knowledge::{Auditor, Guideline, Library, Topic};
use regards::read::{Problem, Reading, Severity};
use regards::text::{Lang, advice};
use serde_json::Value;

use super::today;

use crate::scene::library;

const PLAIN: Print = Print::Sentences { colour: false };

fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn mistakes() -> Vec<PathBuf> {
    let entries = fs::read_dir(repository("tests/bad_guidelines")).unwrap();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// Reads a guideline as one of the user's own.
fn read(bytes: &[u8]) -> Reading<Guideline> {
    let library = library();
    let taken = library.guidelines().iter().map(|guideline| guideline.id.clone());
    Auditor::new(library.formulary(), today(), taken).read(bytes)
}

fn chu() -> String {
    fs::read_to_string(repository("tests/protocols/chu.yaml")).unwrap()
}

#[test]
fn every_mistake_has_its_place_and_its_words() {
    let mut all = String::new();
    for file in mistakes() {
        let reading = read(&fs::read(&file).unwrap());
        if file.ends_with("unanswered-topics.yaml") {
            continue;
        }
        writeln!(all, "{}", file.file_name().unwrap().to_str().unwrap()).unwrap();
        assert!(!reading.remarks.is_empty(), "{}", file.display());
        for remark in &reading.remarks {
            let mark = if remark.severity == Severity::Error { "error" } else { "warning" };
            writeln!(all, "  {}:{} {mark} {}", remark.line, remark.column, remark.problem.code()).unwrap();
            for lang in [Lang::Fr, Lang::En] {
                let words = advice(lang, &remark.problem);
                assert!(words.sentence.ends_with(['.', '?']) && words.hint.ends_with(['.', '?', '`']), "{words:?}");
                writeln!(all, "    {}", words.whole()).unwrap();
            }
            for leak in ["variant", "invalid", "visitor", "struct", "enum", "u8"] {
                assert!(!advice(Lang::En, &remark.problem).whole().contains(leak), "{remark:?}");
            }
            assert!(!matches!(remark.problem, Problem::Other { .. }), "{remark:?}");
        }
    }
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false, snapshot_path => "." }, {
        insta::assert_snapshot!("guideline-mistakes", all);
    });
}

/// A small protocol is whole, and each key that must be there is named when it is taken out: all of them at once.
#[test]
fn a_small_protocol_reads_and_each_key_that_it_needs_is_asked_for() {
    assert_eq!(read(chu().as_bytes()).remarks, []);
    let optional = ["when:", "regimens:", "not_read:", "- ", "statements:", "source:"];
    for (number, line) in chu().lines().enumerate() {
        if optional.iter().any(|start| line.trim().starts_with(start)) {
            continue;
        }
        let others = chu();
        let others: Vec<&str> =
            others.lines().enumerate().filter(|(at, _)| *at != number).map(|(_, line)| line).collect();
        let key = line.trim().split(':').next().unwrap();
        let remarks = read(others.join("\n").as_bytes()).remarks;
        let asked = |problem: &Problem| matches!(problem, Problem::MissingKey { key: asked } if asked == key);
        assert!(remarks.iter().any(|remark| asked(&remark.problem)), "{line}: {remarks:?}");
    }
    let bare = read(b"id: x\n").remarks;
    let keys: Vec<&Problem> = bare.iter().map(|remark| &remark.problem).collect();
    assert_eq!(keys.len(), 6, "{keys:?}");
}

/// What stands in two languages says something in each.
#[test]
fn words_that_say_nothing_are_refused() {
    for (said, empty) in [("fr: \"Sans grade.\"", "fr: \"\""), ("en: \"The whole protocol.\"", "en: \" \"")] {
        let remarks = read(chu().replace(said, empty).as_bytes()).remarks;
        let [remark] = remarks.as_slice() else { panic!("{empty}: {remarks:?}") };
        assert!(matches!(remark.problem, Problem::Refused(Refusal::Empty)), "{remark:?}");
    }
}

#[test]
fn a_check_is_overdue_from_the_day_after_its_own() {
    let overdue = |day: &str| {
        let text = chu().replace("next_check: 2027-09-01", &format!("next_check: {day}"));
        !read(text.as_bytes()).remarks.is_empty()
    };
    assert_eq!((overdue("2026-11-23"), overdue("2026-11-22")), (false, true));
}

/// All the keys that an entry lacks are asked for at once, whatever it is an entry of.
#[test]
fn every_key_that_an_entry_lacks_is_asked_for() {
    let source = "source:\n  title: \"Protocole de la néphropathie lupique\"\n  reference: \"CHU, version 3\"\n";
    let silent = "silences: []";
    for (whole, bare, lacking) in [
        (source, "source:\n", vec!["title", "reference"]),
        ("scale: {fr: \"Sans grade.\", en: \"Ungraded.\"}", "scale: {}", vec!["fr", "en"]),
        (silent, "further: [{}]\nsilences: []", vec!["id", "name", "source"]),
        (silent, "cautions: [{}]\nsilences: []", vec!["id", "kind", "fr", "en"]),
        (silent, "silences: [{}]", vec!["topic", "fr", "en"]),
        ("    verdict: option", "    verdict: option\n    review: {}", vec!["checked_by", "checked_on"]),
    ] {
        assert!(chu().contains(whole), "{whole}");
        let remarks = read(chu().replace(whole, bare).as_bytes()).remarks;
        let asked = remarks.iter().filter_map(|remark| match &remark.problem {
            Problem::MissingKey { key } => Some(key.as_str()),
            _ => None,
        });
        assert_eq!(asked.collect::<Vec<_>>(), lacking, "{bare}: {remarks:?}");
    }
}

#[test]
fn statements_are_counted_by_how_they_were_read() {
    use regards::knowledge::Checked;
    let text = chu().replacen("checked: verified", "checked: secondary", 1);
    assert_eq!(read(text.as_bytes()).value.unwrap().sources(), [(Checked::Verified, 1), (Checked::Secondary, 1)]);
}

/// The list grows with the topics: it is not part of the snapshot.
/// The rows that `unanswered-topics.yaml` speaks of.
const ANSWERED: [&str; 2] = ["initial_therapy", "class_rule"];

#[test]
fn topics_that_are_neither_answered_nor_silent_are_all_named() {
    let remarks = read(&fs::read(repository("tests/bad_guidelines/unanswered-topics.yaml")).unwrap()).remarks;
    let [remark] = remarks.as_slice() else { panic!("{remarks:?}") };
    assert_eq!((remark.line, remark.severity), (30, Severity::Error));
    let open: Vec<&str> = Topic::ALL.iter().map(|topic| topic.code()).collect();
    for (lang, words) in [(Lang::Fr, "Ni énoncé ni silence déclaré sur"), (Lang::En, "Neither a statement nor")] {
        let said = advice(lang, &remark.problem).whole();
        assert!(said.starts_with(words) && said.contains("`not_read`"), "{said}");
        assert!(open.iter().all(|topic| said.contains(topic) != ANSWERED.contains(topic)), "{said}");
    }
}

fn checked(paths: &[PathBuf], folder: Option<&Path>, print: Print) -> (u8, String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = check_guidelines(paths, folder, print, Lang::En, today(), &mut out, &mut err).unwrap();
    (code, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}

#[test]
fn the_shipped_files_pass_when_nothing_is_named() {
    assert_eq!(checked(&[], None, PLAIN), (0, "3 guidelines: 0 errors, 0 warnings\n".to_owned(), String::new()));
}

#[test]
fn the_folder_is_checked_when_one_is_named_and_paths_come_before_it() {
    let folder = repository("tests/protocols");
    assert_eq!(checked(&[], Some(&folder), PLAIN).1, "1 guideline: 0 errors, 0 warnings\n");
    let bad = [repository("tests/bad_guidelines/unknown-fact.yaml")];
    let (code, out, _) = checked(&bad, Some(&folder), PLAIN);
    assert_eq!(code, 1);
    assert!(out.contains("unknown-fact.yaml:26:16") && out.contains("Did you mean `pure_v`?"), "{out}");
    let (code, _, err) = checked(&[repository("tests/nowhere")], None, PLAIN);
    assert_eq!((code, err.contains("There is no such file or folder.")), (3, true));
    let empty = tempfile::tempdir().unwrap();
    let (code, _, err) = checked(&[empty.path().to_owned()], None, PLAIN);
    assert_eq!((code, err.contains("`regards guidelines example`")), (3, true));
}

#[test]
fn a_warning_alone_keeps_no_guideline_out() {
    let overdue = [repository("tests/bad_guidelines/check-overdue.yaml")];
    let (code, out, _) = checked(&overdue, None, Print::Json);
    let report: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, &report["errors"], &report["warnings"]), (0, &0.into(), &1.into()));
    assert_eq!((&report["remarks"][0]["code"], &report["remarks"][0]["line"]), (&"check-overdue".into(), &10.into()));
}

/// The program in an empty home.
fn regards(arguments: &[&str], folder: &Path) -> (i32, String, String) {
    let mut command = Command::cargo_bin("regards").unwrap();
    command.current_dir(env!("CARGO_MANIFEST_DIR")).env_clear().env("HOME", folder).env("LANG", "en_GB.UTF-8");
    let output = command.args(arguments).args(["--date", "2026-11-23"]).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn the_example_is_printed_and_loaded_as_a_fourth_column() {
    let home = tempfile::tempdir().unwrap();
    let (code, example, _) = regards(&["guidelines", "example"], home.path());
    assert_eq!((code, example.as_str()), (0, Library::example()));
    let folder = home.path().join("my");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("protocol.yaml"), example).unwrap();
    let my = folder.to_str().unwrap();
    let (code, out, err) = regards(&["--guidelines", my, "show", "cases/ln-2026-001-polyarthrite.yaml"], home.path());
    assert!(code == 0 && out.contains("PNDS 2020\u{a0}⌂: ● recommended") && err.is_empty(), "{out}{err}");
    let (code, out, err) = regards(&["--guidelines", my, "guidelines", "--format", "json"], home.path());
    let report: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, err.as_str(), report["guidelines"].as_array().unwrap().len()), (0, "", 4));
    let local = &report["guidelines"][3];
    assert_eq!((&local["id"], &local["local"]), (&"pnds-2020".into(), &true.into()));
    let covered = local["coverage"].as_array().unwrap();
    assert!(covered.iter().any(|one| one["topic"] == "initial_therapy" && one["weakest"] == "secondary"));
    assert!(covered.iter().any(|covered| covered["quiet"] == "not_read"));
    assert_eq!(regards(&["--guidelines", my, "guidelines", "check"], home.path()).0, 0);
}

#[test]
fn a_bad_file_hides_neither_the_others_nor_itself() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("my");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("a-bad.yaml"), "id: [").unwrap();
    fs::write(folder.join("b-same.yaml"), chu()).unwrap();
    fs::write(folder.join("c-same.yml"), chu()).unwrap();
    let my = folder.to_str().unwrap();
    for format in ["text", "markdown"] {
        let (code, out, err) = regards(&["--guidelines", my, "guidelines", "--format", format], home.path());
        assert_eq!(code, 0);
        assert!(out.contains("CHU 2026") && out.contains("KDIGO 2024"), "{out}");
        assert!(err.contains("a-bad.yaml") && err.contains("c-same.yml") && !err.contains("b-same.yaml"), "{err}");
    }
    let (code, out, _) = regards(&["--guidelines", my, "guidelines", "check"], home.path());
    assert_eq!(code, 1);
    assert!(out.contains("A guideline called `protocole-local` is loaded already."), "{out}");
    assert!(regards(&["--guidelines", "nowhere", "guidelines"], home.path()).2.contains("nowhere"));
}
