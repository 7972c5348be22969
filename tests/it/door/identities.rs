//! Files that say who the patients are: what is said of each mistake, that nothing of an identity is repeated, and who may
//! read the file. Every identity here is invented.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use regards::domain::{Identities, Ins};
use regards::read::{self, Reading, Severity};
use regards::text::{Lang, advice, identities_example};

use super::today;

fn read(text: &str) -> Reading<Identities> {
    read::identities(text.as_bytes(), today())
}

fn mistakes() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad_identities");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

#[test]
fn every_mistake_has_its_place_and_its_words_and_repeats_no_identity() {
    let mut all = String::new();
    for file in mistakes() {
        let reading = read(&fs::read_to_string(&file).unwrap());
        writeln!(all, "{}", file.file_name().unwrap().to_str().unwrap()).unwrap();
        assert!(!reading.remarks.is_empty(), "{}", file.display());
        for remark in &reading.remarks {
            let mark = if remark.severity == Severity::Error { "error" } else { "warning" };
            writeln!(all, "  {}:{} {mark} {}", remark.line, remark.column, remark.problem.code()).unwrap();
            assert!(!format!("{remark:?}").contains("SECRETE"), "{remark:?}");
            for lang in [Lang::Fr, Lang::En] {
                let words = advice(lang, &remark.problem);
                assert!(words.sentence.ends_with(['.', '?']) && words.hint.ends_with(['.', '?', '`']), "{words:?}");
                writeln!(all, "    {}", words.whole()).unwrap();
            }
        }
    }
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false, snapshot_path => "." }, {
        insta::assert_snapshot!("identity-mistakes", all);
    });
}

#[test]
fn the_example_is_whole_in_both_languages() {
    for lang in [Lang::Fr, Lang::En] {
        let example = identities_example(lang);
        assert_eq!(read(example).remarks, [], "{example}");
        // The line that is only shown is right too, once the identity is qualified.
        let qualified =
            example.replace("#ins", "ins").replace("identity_status: provisional", "identity_status: qualified");
        assert_eq!(read(&qualified).remarks, []);
    }
}

#[test]
fn the_key_of_an_ins_is_checked() {
    // The two numbers printed as examples in public explanations of the NIR; one of Corsica and one of abroad, invented.
    for right in ["2 69 05 49 588 157 80", "255081416802538", "2 94 06 2A 004 123 66", "2 94 06 99 999 999 63"] {
        let ins: Ins = right.parse().unwrap();
        assert_eq!(ins.as_str(), right.replace(' ', ""));
    }
    assert_eq!("255081416802538".parse::<Ins>().unwrap().to_string(), "2 55 08 14 168 025 38");
    for wrong in ["2 69 05 49 588 157 81", "2 94 06 2B 004 123 66", "2690549588157", "", "2 69 05 4A 588 157 80", "é"]
    {
        assert!(wrong.parse::<Ins>().is_err(), "{wrong}");
    }
    assert!("2 94 06 2b 004 123 93".parse::<Ins>().is_ok(), "2B counts as 18");
}

#[test]
fn an_ins_is_given_only_where_the_identity_is_qualified() {
    let of = |status: &str| {
        let text = format!(
            "format: 1\npatients: [{{case: LN-2026-006, birth_name: X, identity_status: {status}, ins: 294069999999963}}]"
        );
        let case =
            read::case(crate::scene::shipped("ln-2026-006-classe-v-1-6.yaml").as_bytes(), today()).value.unwrap();
        let identities = read(&text).value.unwrap();
        let identity = identities.of(&case).unwrap();
        (identity.ins().is_some(), identity.withholds_ins())
    };
    for status in ["provisional", "retrieved", "validated"] {
        assert_eq!(of(status), (false, true), "{status}");
    }
    assert_eq!(of("qualified"), (true, false));
}

#[test]
fn debug_tells_no_identity() {
    let identities = read(identities_example(Lang::Fr)).value.unwrap();
    let told = format!("{identities:?}");
    for secret in ["FICTIVE", "Anne", "1995", "13055", "0000001"] {
        assert!(!told.contains(secret), "{told}");
    }
}

#[cfg(unix)]
mod rights {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn regards(arguments: &[&str]) -> (Option<i32>, String, String) {
        let home = tempfile::tempdir().unwrap();
        let mut command = Command::cargo_bin("regards").unwrap();
        command.env_clear().env("HOME", home.path()).args(arguments).args(["--lang", "en", "--date", "2026-11-23"]);
        let output = command.output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (output.status.code(), text(output.stdout), text(output.stderr))
    }

    fn file(folder: &Path, text: &str, mode: u32) -> String {
        let path = folder.join("who.yaml");
        fs::write(&path, text).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        path.display().to_string()
    }

    #[test]
    fn a_file_that_others_can_read_is_refused_with_what_to_do() {
        let folder = tempfile::tempdir().unwrap();
        for mode in [0o644, 0o640, 0o604, 0o660] {
            let path = file(folder.path(), identities_example(Lang::En), mode);
            let (code, out, err) = regards(&["identities", "check", &path]);
            assert_eq!((code, out.as_str()), (Some(3), ""), "{mode:o}");
            assert!(err.contains(&format!("chmod 600 {path}")), "{err}");
        }
        let path = file(folder.path(), identities_example(Lang::En), 0o600);
        let (code, out, err) = regards(&["identities", "check", &path]);
        assert_eq!((code, out.as_str(), err.as_str()), (Some(0), "1 file: 0 errors, 0 warnings\n", ""));
    }

    #[test]
    fn what_is_found_is_told_with_its_place_and_without_the_line() {
        let folder = tempfile::tempdir().unwrap();
        let many =
            fs::read_to_string(mistakes().iter().find(|file| file.ends_with("many-mistakes.yaml")).unwrap()).unwrap();
        let path = file(folder.path(), &many, 0o600);
        let (code, out, err) = regards(&["identities", "check", &path]);
        assert_eq!((code, err.as_str()), (Some(1), ""));
        assert!(out.contains("who.yaml:4:5"), "{out}");
        let (code, json, _) = regards(&["identities", "check", &path, "--format", "json"]);
        assert_eq!(code, Some(1));
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert!(json["errors"].as_u64().unwrap() >= 8, "{json}");
        assert!(json["remarks"].as_array().unwrap().iter().all(|remark| remark["excerpt"] == ""));
        for told in [out, json.to_string()] {
            assert!(!told.contains("SECRETE") && !told.contains("15/06/1994"), "{told}");
        }
    }

    #[test]
    fn a_file_that_is_not_there_is_a_sentence() {
        let (code, out, err) = regards(&["identities", "check", "/nowhere/who.yaml"]);
        assert_eq!((code, out.as_str()), (Some(3), ""));
        assert!(err.contains("/nowhere/who.yaml cannot be read"), "{err}");
    }

    #[test]
    fn the_example_is_printed() {
        let (code, out, _) = regards(&["identities", "example"]);
        assert_eq!((code, out.as_str()), (Some(0), identities_example(Lang::En)));
    }
}
