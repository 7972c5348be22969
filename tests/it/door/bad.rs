//! One file per mistake in `tests/bad`: where it is seen, and what is said of it in both languages.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use regards::domain::{Objection, Refusal};
use regards::read::{self, Problem, Reading, Severity};
use regards::text::{Lang, advice};

use super::today;

fn mistakes() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "yaml"))
        .collect();
    files.sort();
    files
}

/// What there is to say about a file, as the snapshot shows it.
fn said<T>(reading: &Reading<T>) -> String {
    let mut said = String::new();
    for remark in &reading.remarks {
        let mark = if remark.severity == Severity::Error { "error" } else { "warning" };
        writeln!(said, "  {}:{} {mark} {}", remark.line, remark.column, remark.problem.code()).unwrap();
        for lang in [Lang::Fr, Lang::En] {
            writeln!(said, "    {}", advice(lang, &remark.problem).whole()).unwrap();
        }
    }
    said
}

#[test]
fn every_mistake_has_its_place_and_its_words() {
    let mut all = String::new();
    for file in mistakes() {
        let reading = read::case(&fs::read(&file).unwrap(), today());
        let name = file.file_name().unwrap().to_str().unwrap();
        write!(all, "{name}\n{}", said(&reading)).unwrap();
    }
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false, snapshot_path => "." }, {
        insta::assert_snapshot!("mistakes", all);
    });
}

#[test]
fn no_mistake_goes_unsaid_and_no_sentence_is_empty_or_leaks() {
    for file in mistakes() {
        let reading = read::case(&fs::read(&file).unwrap(), today());
        assert!(!reading.remarks.is_empty(), "{}", file.display());
        assert_eq!(reading.value.is_none(), !reading.is_sound(), "{}", file.display());
        for remark in &reading.remarks {
            let sentences = [Lang::Fr, Lang::En].map(|lang| advice(lang, &remark.problem));
            assert_ne!(sentences[0], sentences[1], "{}", file.display());
            for words in sentences {
                assert!(words.sentence.ends_with(['.', '?']) && words.sentence.len() > 10, "{words:?}");
                assert!(words.hint.ends_with(['.', '?', '`']) && words.hint.len() > 10, "{words:?}");
                for leak in ["did not find", "invalid type", "Some(", "visitor", "struct", "enum", "u8", "map,"] {
                    assert!(!words.whole().contains(leak), "{}: {words:?}", file.display());
                }
                assert!(!words.whole().chars().any(char::is_control), "{}: {words:?}", file.display());
            }
        }
    }
}

#[test]
fn problems_that_no_file_here_shows_have_their_words_too() {
    let message = "Input/output error".to_owned();
    let problems = [
        Problem::Unreadable { message: message.clone() },
        Problem::Unreadable { message: "No such file or directory".to_owned() },
        Problem::Unreadable { message: "Permission denied".to_owned() },
        Problem::NotAFile { folder: true },
        Problem::NotAFile { folder: false },
        Problem::TooLarge { bytes: 3 << 20, most: 1 << 20 },
        Problem::Syntax { message: message.clone() },
        Problem::Other { message },
        Problem::Refused(Refusal::NoEntry),
        Problem::Objected(Objection::NoAge),
        Problem::Objected(Objection::PregnancyOfAMan),
    ];
    let said: Vec<String> = problems
        .iter()
        .flat_map(|problem| {
            [Lang::Fr, Lang::En].map(|lang| format!("{} {}", problem.code(), advice(lang, problem).whole()))
        })
        .collect();
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false, snapshot_path => "." }, {
        insta::assert_snapshot!("other-problems", said.join("\n"));
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Whatever is typed into a case, somewhere: an end, a sentence, and nothing that commands the terminal.
    #[test]
    fn whatever_is_typed_into_a_case_is_answered(
        at in 0_usize..1_000,
        typed in prop_oneof![
            "[\\[\\]{}:,\"'|>&*!%@`#?\\- \n\t0-9a-z]{1,12}",
            "\\PC{1,6}",
            Just("&a [*a]".to_owned()), Just("*a".to_owned()), Just("? ".to_owned()), Just("<<: *a\n".to_owned()),
            Just("\u{1b}[2J".to_owned()), Just("\u{202e}".to_owned()), Just("\r".to_owned()), Just("!!float x".to_owned()),
            Just("\n---\n".to_owned()), Just("\n...\n".to_owned()), Just("\"\\e\": ".to_owned()), Just("1e400".to_owned()),
        ],
    ) {
        let case = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad/improbable-value.yaml")).unwrap();
        let at = case.char_indices().map(|(at, _)| at).nth(at % case.chars().count()).unwrap();
        let text = format!("{}{typed}{}", &case[..at], &case[at..]);
        let reading = read::case(text.as_bytes(), today());
        prop_assert_eq!(reading.value.is_some(), reading.is_sound());
        let lines = text.lines().count();
        for remark in &reading.remarks {
            prop_assert!((1..=lines + 1).contains(&remark.line) && remark.column >= 1, "{:?}", remark);
            for lang in [Lang::Fr, Lang::En] {
                let said = format!("{}{}", advice(lang, &remark.problem).whole(), remark.excerpt);
                prop_assert!(!said.chars().any(|c| c.is_control() || c == '\u{202e}'), "{:?}", said);
            }
        }
    }
}
