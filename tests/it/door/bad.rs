//! One file per mistake in `tests/bad`: where it is seen, and what is said of it in both languages.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use regards::read::{self, Reading, Severity};
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
