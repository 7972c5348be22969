//! `regards new`: what it writes can be read at once, holds the whole format, and never overwrites anything.

use std::fs;

use regards::cli::{new, schema};
use regards::domain::Origin;
use regards::read;
use regards::text::Lang;
use serde_json::Value;

use super::today;

fn printed(case: &str, lang: Lang) -> String {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    assert_eq!(new(case, None, lang, &mut out, &mut err).unwrap(), 0);
    assert!(err.is_empty());
    String::from_utf8(out).unwrap()
}

/// The text with what must be said of every case.
fn filled(text: &str) -> String {
    text.replace("question: \"\"", "question: Q ?")
        .replace("alias: \"\"", "alias: A. B.")
        .replace("  sex:\n", "  sex: female\n")
}

/// The same with its examples taken at their word.
fn with_examples(text: &str) -> String {
    let text = filled(text);
    let lines = text.lines().map(|line| match line.strip_prefix('#') {
        Some(rest) if rest.starts_with("  ") || !rest.starts_with(' ') => rest,
        _ => line,
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn what_is_written_asks_for_what_must_be_said_of_every_case_and_for_nothing_else() {
    for lang in [Lang::Fr, Lang::En] {
        let untouched = read::case(printed("LN-2026-013", lang).as_bytes(), today());
        let asked: Vec<&str> =
            untouched.remarks.iter().filter_map(|remark| remark.excerpt.trim().split(':').next()).collect();
        assert_eq!(asked, ["question", "alias", "sex"], "nobody's question is no case");
        let reading = read::case(filled(&printed("LN-2026-013", lang)).as_bytes(), today());
        assert!(reading.is_sound(), "{:#?}", reading.remarks);
        let case = reading.value.unwrap();
        assert_eq!((case.case.as_str(), case.origin), ("LN-2026-013", Some(Origin::Clinic)));
    }
}

#[test]
fn every_example_is_read_without_an_error() {
    for lang in [Lang::Fr, Lang::En] {
        let reading = read::case(with_examples(&printed("LN-2026-013", lang)).as_bytes(), today());
        assert_eq!(reading.remarks, []);
        let case = reading.value.unwrap();
        assert_eq!((case.labs.len(), case.treatments.len(), case.kidney.biopsies.len()), (1, 3, 1));
    }
}

#[test]
fn every_key_of_the_format_is_shown() {
    fn keys(value: &Value, found: &mut Vec<String>) {
        if let Some(map) = value.get("properties").and_then(Value::as_object) {
            found.extend(map.keys().cloned());
        }
        match value {
            Value::Object(map) => map.values().for_each(|value| keys(value, found)),
            Value::Array(items) => items.iter().for_each(|item| keys(item, found)),
            _ => {}
        }
    }
    let mut known = Vec::new();
    keys(&schema(), &mut known);
    assert!(known.len() > 100);
    for lang in [Lang::Fr, Lang::En] {
        let text = with_examples(&printed("LN-2026-013", lang));
        let code: String =
            text.lines().filter(|line| !line.trim_start().starts_with('#')).collect::<Vec<_>>().join("\n");
        for key in &known {
            assert!(code.contains(&format!("{key}:")), "{key}");
        }
    }
}

#[test]
fn both_languages_say_the_same() {
    let shape = |lang| -> Vec<String> {
        let text = printed("LN-2026-013", lang);
        let lines = text.lines().map(|line| {
            let code = line.strip_prefix('#').filter(|rest| !rest.starts_with(' ') || rest.starts_with("  "));
            let is_prose = code.is_none() && line.trim_start().starts_with('#');
            let line = if is_prose { "prose" } else { line };
            line.split([':', '"']).next().unwrap().to_owned()
        });
        lines.collect()
    };
    assert_eq!(shape(Lang::Fr), shape(Lang::En));
}

#[test]
fn any_number_of_a_case_is_read_back_as_it_was_given() {
    for case in ["2026.10", "null", "true", "1e5", "0x2A", "~a", ".", "-", "---", "...", "a", "unknown"] {
        if case.parse::<regards::domain::CaseId>().is_err() {
            continue;
        }
        let reading = read::case(filled(&printed(case, Lang::En)).as_bytes(), today());
        assert_eq!(reading.value.expect(case).case.as_str(), case);
    }
}

#[test]
fn a_file_that_is_there_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("ln-2026-013.yaml");
    let write = |lang| {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let code = new("LN-2026-013", Some(&file), lang, &mut out, &mut err).unwrap();
        (code, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
    };
    assert_eq!(write(Lang::Fr), (0, String::new(), String::new()));
    let first = fs::read_to_string(&file).unwrap();
    let (code, _, said) = write(Lang::En);
    assert_eq!((code, fs::read_to_string(&file).unwrap()), (3, first));
    assert!(said.contains("is there already"), "{said}");
    assert!(write(Lang::Fr).2.contains("existe déjà"));
}

#[test]
fn what_cannot_be_written_and_what_is_no_number_are_said() {
    let folder = tempfile::tempdir().unwrap();
    let ended = |case: &str, file: &str| {
        let mut err = Vec::new();
        let file = folder.path().join(file);
        let code = new(case, Some(&file), Lang::Fr, &mut Vec::new(), &mut err).unwrap();
        (code, String::from_utf8(err).unwrap())
    };
    let (code, said) = ended("LN-2026-013", "nowhere/x.yaml");
    assert!(code == 3 && said.contains("nowhere"), "{said}");
    let (code, said) = ended("Jeanne Exemple\u{1b}[2J", "x.yaml");
    assert!(code == 2 && said.contains("LN-2026-006") && !said.contains('\u{1b}'), "{said}");
    assert!(!folder.path().join("x.yaml").exists());
}
