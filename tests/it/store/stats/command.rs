//! `regards stats` on a ledger of known truth.

use std::path::Path;

use assert_cmd::Command;
use regards::archive::stats::{CATALOGUE, Period};
use regards::report::stats::{answer_said, part_said};
use regards::text::Lang;

use super::world::known;

fn stats(folder: &Path, words: &[&str]) -> (i32, String, String) {
    let mut command = Command::cargo_bin("regards").unwrap();
    command.env_clear().env("HOME", folder).env("REGARDS_ACTOR", "Dr A").current_dir(folder);
    let out = command.args(["--lang", "en", "--db", "l.sqlite", "stats"]).args(words).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (out.status.code().unwrap(), text(out.stdout), text(out.stderr))
}

#[test]
fn the_command_prints_what_was_planned_and_how_to_find_it_again() {
    let (folder, ledger, _) = known();
    let (code, text, _) = stats(folder.path(), &["attendance", "--since", "2020-01-01"]);
    assert_eq!(code, 0);
    // Pathology at every third of 12 meetings: 4/12, Wilson 14 to 61 %.
    for said in [
        "Attendance by specialty",
        "n\u{a0}=\u{a0}36 meetings × specialties · since 1\u{a0}Jan\u{a0}2020",
        "SQL view stat_attendance",
        "regards stats attendance --since 2020-01-01",
        "Pathology",
        "4/12",
        "33%",
        "14–61%",
    ] {
        assert!(text.contains(said), "{said:?} in\n{text}");
    }
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    let (_, markdown, _) = stats(folder.path(), &["5.2", "--format", "markdown"]);
    assert!(markdown.replace('\\', "").contains("## 5.2 Validity"), "{markdown}");
    let (_, json, _) = stats(folder.path(), &["attendance", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let parts = json["figures"][0]["answered"]["parts"].as_array().unwrap();
    let pathology = parts.iter().find(|part| part["part"] == "pathology").unwrap();
    assert_eq!(pathology["n"], 12);
    let present = pathology["answers"].as_array().unwrap().iter().find(|one| one["answer"] == "present").unwrap();
    assert_eq!(present["count"], 4);
    let (code, all, _) = stats(folder.path(), &[]);
    assert_eq!(code, 0);
    for figure in CATALOGUE {
        assert!(all.contains(&figure.view()), "{}", figure.code);
    }
    assert!(all.contains("Not a comparison of treatments"));
    // Every answer has its word.
    for figure in CATALOGUE {
        for part in ledger.figure(figure, Period::default()).unwrap().parts {
            for lang in [Lang::Fr, Lang::En] {
                assert_ne!(part_said(figure, part.name.as_deref(), lang), "?", "{}", figure.code);
                for share in &part.shares {
                    let said = answer_said(figure, share.answer.as_deref(), lang);
                    assert!(said != "?" && !said.is_empty(), "{} {:?}", figure.code, share.answer);
                }
            }
        }
    }
}

#[test]
fn the_cases_behind_a_number_are_listed_and_the_look_is_logged() {
    let (folder, ledger, _) = known();
    let (code, text, _) = stats(folder.path(), &["--cases", "duplicates=yes"]);
    assert_eq!(code, 0);
    assert!(text.starts_with("Possible duplicates · yes · 6 cases"), "{text}");
    assert!(text.contains("LN-8 ") && text.contains("LN-9 "), "{text}");
    let (_, json, _) = stats(folder.path(), &["--cases", "passages=postponed", "--limit", "3", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((json["total"].as_u64(), json["postponed"].as_array().unwrap().len()), (Some(6), 3));
    let looked = ledger.accesses(10).unwrap();
    let logged: Vec<_> = looked.iter().map(|one| (one.action.as_str(), one.target.as_str())).collect();
    assert!(logged.contains(&("exported", "stats duplicates=yes")), "{logged:?}");
    let (code, _, err) = stats(folder.path(), &["--cases", "duplicates=perhaps"]);
    assert_eq!(code, 1);
    assert!(err.contains("duplicates=yes"), "{err}");
    let (code, _, err) = stats(folder.path(), &["sorcery"]);
    assert_eq!(code, 2);
    assert!(err.contains("sorcery"), "{err}");
    assert_eq!(stats(folder.path(), &["--since", "2026"]).0, 2);
    assert_eq!(stats(tempfile::tempdir().unwrap().path(), &[]).0, 3);
}

#[test]
fn a_shared_report_shows_no_small_number() {
    let (folder, ledger, _) = known();
    // A short period, so that small numbers abound.
    let period = ["--since", "2020-03-01", "--until", "2020-05-30"];
    let (_, text, _) = stats(folder.path(), &[&period[..], &["--shared"]].concat());
    assert!(text.contains("Shared report"), "{text}");
    let small = |count: &str| count.parse().is_ok_and(|count: u32| (1..5).contains(&count));
    for line in text.lines() {
        for word in line.split_whitespace() {
            let Some((count, of)) = word.split_once('/') else { continue };
            let is_number = |part: &str| part.chars().all(|c| c.is_ascii_digit());
            assert!(!(is_number(of) && (small(count) || small(of))), "{line}");
        }
    }
    let (_, json, _) = stats(folder.path(), &[&period[..], &["--shared", "--format", "json"]].concat());
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let mut counted = 0;
    for figure in json["figures"].as_array().unwrap() {
        for part in figure["answered"]["parts"].as_array().unwrap() {
            for count in
                part["answers"].as_array().into_iter().flatten().map(|answer| &answer["count"]).chain([&part["n"]])
            {
                assert!(!count.as_u64().is_some_and(|count| (1..5).contains(&count)), "{figure}");
                counted += 1;
            }
            assert!(part["amount"]["ends"].is_null(), "ends are somebody's");
            assert!(part["curve"]["steps"].is_null(), "steps are somebody's");
        }
    }
    assert!(counted > 100);
    drop(ledger);
}
