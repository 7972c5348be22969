//! The door for YAML: what a person wrote wrong is said with its place, all of it at once.

use regards::domain::{Case, Day, Field};
use regards::read::{self, Problem, Reading, Severity};

pub fn today() -> Day {
    "2026-11-23".parse().unwrap()
}

const WHOLE: &str = "format: 1
case: LN-1
question: \"Faut-il immunosupprimer ?\"
patient: {alias: H. B., sex: female, born: 1994-06, weight: 65 kg}
kidney:
  biopsies:
    - {date: 2026-01-12, class: [V], activity: 2, chronicity: 1, crescents: 0 %, tma: no}
pregnancy: {status: none, wish: within 2 years, contraception: unknown}
labs:
  - {date: 2025-11-03, creatinine: 60 µmol/L, upcr: 1.9 g/g}
  - {date: 2026-02-10, creatinine: 0.70 mg/dL, upcr: 181 mg/mmol, hcq_level: unknown}
activity:
  - {date: 2026-02-10, sledai: [proteinuria, low complement], pga: 1.2, ptga: 64}
treatments:
  - {drug: mycophenolate mofetil, dose: 2 g/d, from: 2025-12-01}
";

fn read(text: &str) -> Reading<Case> {
    read::case(text.as_bytes(), today())
}

/// (line, column, problem) of each remark.
fn places(text: &str) -> Vec<(usize, usize, Problem)> {
    read(text).remarks.into_iter().map(|remark| (remark.line, remark.column, remark.problem)).collect()
}

#[test]
fn a_whole_case_is_read_with_unknown_apart_from_absent() {
    let reading = read(WHOLE);
    assert_eq!(reading.remarks, []);
    let case = reading.value.unwrap();
    assert_eq!(case.pregnancy.contraception, Field::Unknown);
    assert_eq!(case.labs[1].hcq_level, Field::Unknown);
    assert_eq!(case.labs[1].albumin, Field::Absent);
    assert_eq!(case.labs[1].creatinine.known().unwrap().to_string(), "0.70 mg/dL");
    assert_eq!(case.activity[0].sledai.known().unwrap().len(), 2);
}

#[test]
fn byte_order_mark_and_windows_line_ends_are_accepted() {
    let text = format!("\u{feff}{}", WHOLE.replace('\n', "\r\n"));
    assert_eq!(read(&text), read(WHOLE));
}

#[test]
fn all_errors_are_said_at_once_with_their_places() {
    let text = "format: 1
case: LN-1
question: q
patient: {alias: H. B., sex: femal, nom: Dupont, weight: 65}
labs:
  - {date: 2026-02-31, creatinine: 60 furlongs}
  - {date: 2026-02-10, creatinin: 60 µmol/L}
";
    let found = places(text);
    assert_eq!(found.len(), 6, "{found:#?}");
    assert!(
        matches!(&found[0], (4, 30, Problem::UnknownWord { nearest: Some(word), .. }) if word == "female"),
        "{found:#?}"
    );
    assert!(matches!(&found[1], (4, 37, Problem::Identity { key }) if key == "nom"), "{found:#?}");
    assert!(matches!(&found[2], (4, 58, Problem::Refused(_))), "{found:#?}");
    assert!(matches!(&found[3], (6, 12, Problem::Refused(_))), "{found:#?}");
    assert!(matches!(&found[4], (6, 36, Problem::Refused(_))), "{found:#?}");
    assert!(
        matches!(&found[5], (7, 24, Problem::UnknownKey { nearest: Some(word), .. }) if word == "creatinine"),
        "{found:#?}"
    );
}

#[test]
fn a_missing_key_is_said_once_and_not_when_its_value_is_wrong() {
    let found = places("format: 1\ncase: LN-1\nquestion: q\n");
    assert!(matches!(&found[..], [(1, 1, Problem::MissingKey { key })] if key == "patient"), "{found:?}");
    let found = places("format: 2\ncase: LN-1\nquestion: q\npatient: {alias: A, sex: male}\n");
    assert!(matches!(&found[..], [(1, 9, Problem::Refused(_))]), "{found:?}");
}

#[test]
fn a_duplicate_key_names_the_first_line() {
    let text = WHOLE.replace("treatments:", "labs: []\ntreatments:");
    let found = places(&text);
    assert!(matches!(&found[..], [(14, 1, Problem::DuplicateKey { first_line: 9, .. })]), "{found:?}");
}

#[test]
fn dates_ahead_and_biopsies_out_of_order_are_errors_improbable_values_warnings() {
    let text = WHOLE
        .replace("    - {date: 2026-01-12,", "    - {date: 2026-03-01, class: [IV]}\n    - {date: 2026-01-12,")
        .replace("2026-02-10, creatinine: 0.70 mg/dL", "2027-02-10, creatinine: 1.2 µmol/L");
    let reading = read(&text);
    let said: Vec<_> = reading.remarks.iter().map(|r| (r.line, r.severity)).collect();
    assert_eq!(said, [(8, Severity::Error), (12, Severity::Error), (12, Severity::Warning)], "{:#?}", reading.remarks);
    assert!(!reading.is_sound());
}

#[test]
fn nothing_in_a_file_reaches_the_terminal_as_a_command() {
    let text = WHOLE.replace("Faut-il immunosupprimer ?", "\\e[2J pouf");
    let reading = read(&text);
    assert!(matches!(reading.remarks[0].problem, Problem::ControlCharacter));
    let raw = WHOLE.replace("Faut-il", "\u{1b}[2J");
    let reading = read(&raw);
    assert!(reading.value.is_none());
    assert!(reading.remarks.iter().all(|remark| !remark.excerpt.contains('\u{1b}')));
}

/// The parser would take it for the end of a line, and say of all that follows that it stands elsewhere.
#[test]
fn a_line_break_that_no_editor_shows_is_said_where_it_stands() {
    for hidden in ['\u{2028}', '\u{2029}', '\u{85}'] {
        let text = WHOLE.replace("Faut-il", &format!("Faut{hidden}il")).replace("sex: female", "sex: femal");
        assert_eq!(places(&text), [(3, 16, Problem::ControlCharacter)], "{hidden:?}");
    }
}

#[test]
fn other_encodings_are_refused_in_words() {
    for (bytes, name) in [
        (&b"\xff\xfef\0o\0"[..], "UTF-16"),
        (&b"format: 1\nquestion: \"d\xe9cider\"\n"[..], "Latin-1 / Windows-1252"),
        (&b"a: \0"[..], "binary"),
    ] {
        let reading = read::case(bytes, today());
        assert!(
            matches!(&reading.remarks[..], [only] if matches!(&only.problem, Problem::Encoding { found } if found == name)),
            "{reading:?}"
        );
    }
}

#[test]
fn hostile_shapes_end_soon_and_with_a_sentence() {
    let started = std::time::Instant::now();
    let deep_flow = format!("a: {}{}", "[".repeat(20_000), "]".repeat(20_000));
    let deep_block = (0..5_000).map(|n| " ".repeat(n) + "a:").collect::<Vec<_>>().join("\n");
    let dashes = "- ".repeat(20_000);
    let bomb = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e]\ng: [*f,*f,*f,*f,*f,*f,*f,*f]\n";
    let huge = format!("question: {}", "x".repeat(2_000_000));
    let many = (0..10_000).map(|n| format!("k{n}: 1")).collect::<Vec<_>>().join("\n");
    for text in [
        &deep_flow,
        &deep_block,
        &dashes,
        bomb,
        &huge,
        &many,
        "",
        "# nothing\n",
        "- a\n- b\n",
        "a: 1\n---\nb: 2\n",
        "a: 0x58",
        "a: .nan",
    ] {
        let reading = read(text);
        assert!(reading.value.is_none());
        assert!(!reading.remarks.is_empty(), "{}", &text[..text.len().min(40)]);
    }
    assert!(started.elapsed().as_secs() < 10, "{:?}", started.elapsed());
}

#[test]
fn numbers_that_stand_in_texts_and_comments_are_left_alone() {
    let text = WHOLE
        .replace("Faut-il immunosupprimer ?", "0x2, 1e2: .nan ?")
        .replace("treatments:", "# ptga: 0x40, pga: 1e2\nperson: {work: 'quart 0o7, 1e2: 0x40'}\ntreatments:");
    assert_eq!(read(&text).remarks, []);
}

#[test]
fn what_looks_like_a_number_is_kept_as_it_is_written() {
    let text = WHOLE.replace("case: LN-1", "case: 2026.10").replace("alias: H. B.", "alias: 0.70");
    let case = read(&text).value.unwrap();
    assert_eq!(case.case.as_str(), "2026.10");
    assert_eq!(case.patient.alias.as_str(), "0.70");
    assert_eq!(case.activity[0].pga.known().unwrap().to_string(), "1.2");
}

#[test]
fn a_value_that_an_error_stands_against_is_kept_back_and_a_warning_does_not() {
    let ahead = read(&WHOLE.replace("from: 2025", "from: 2062"));
    assert!(ahead.value.is_none() && !ahead.is_sound());
    let heavy = read(&WHOLE.replace("65 kg", "650 kg"));
    assert!(heavy.value.is_some() && heavy.remarks.len() == 1);
}

#[test]
fn keys_that_command_the_terminal_are_nowhere_repeated() {
    let control =
        |c: char| c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c) || ('\u{2066}'..='\u{2069}').contains(&c);
    for key in ["\\e[31mnom", "labs\\e[0m", "\\u202Ebals", "\\x9b2J"] {
        let text = format!("{WHOLE}\"{key}\": 1\n\"{key}\": 2\n");
        let reading = read(&text);
        assert!(!reading.is_sound());
        for remark in &reading.remarks {
            let shown = format!("{}{}", remark.excerpt, serde_json::to_string(&remark.problem).unwrap());
            assert!(!shown.contains("\\u00") && !shown.chars().any(control), "{shown}");
        }
    }
}

#[test]
fn what_follows_from_a_fault_is_not_said_beside_it() {
    let text = WHOLE.replace("born: 1994-06", "born: 1994").replace("class: [V]", "class: [W]");
    let found = places(&text);
    assert_eq!(found.len(), 2, "{found:#?}");
}

#[test]
fn all_missing_keys_of_a_map_are_said_at_once() {
    let missing = |text: &str| -> Vec<String> {
        let keys = places(text).into_iter().map(|(_, _, problem)| match problem {
            Problem::MissingKey { key } => key,
            other => panic!("{other:?}"),
        });
        keys.collect()
    };
    assert_eq!(missing("mode: discuss\n"), ["format", "case", "question", "patient"]);
    assert_eq!(missing(&WHOLE.replace("alias: H. B., sex: female, ", "")), ["alias", "sex"]);
    assert_eq!(
        missing(&WHOLE.replace("drug: mycophenolate mofetil, dose: 2 g/d, from: 2025-12-01", "route: oral")),
        ["drug", "from"]
    );
}

#[test]
fn a_great_many_faults_and_objections_end_soon() {
    let started = std::time::Instant::now();
    let rows = |row: &str| format!("{WHOLE}{}", "blood_pressure:\n".to_owned() + &row.repeat(3_000));
    for text in [
        rows("  - {date: 2062-02-10, value: 122/76 mmHg}\n"),
        rows("  - {date: 2026-02-10, value: 122/76 mmHg, x: 0x2}\n"),
        rows("  - {date: \"\\e\", value: 1}\n"),
        rows("  - {}\n"),
        rows("  - {date: 1,5 x}\n"),
    ] {
        let reading = read(&text);
        assert!(reading.value.is_none());
        assert!((1..=150).contains(&reading.remarks.len()), "{}", reading.remarks.len());
    }
    assert!(started.elapsed().as_secs() < 30, "{:?}", started.elapsed());
}

#[test]
fn a_colour_that_looks_like_a_number_is_kept_as_it_is_written() {
    let reading = read::document::<std::collections::BTreeMap<String, String>>(b"base00: 1e2030\nbase01: 010203\n");
    assert_eq!(reading.value.unwrap().into_values().collect::<Vec<_>>(), ["1e2030", "010203"]);
}

#[test]
fn a_number_is_kept_as_it_is_written_wherever_it_stands() {
    type Words = std::collections::BTreeMap<String, Vec<std::collections::BTreeMap<String, String>>>;
    for (row, written) in [
        ("{a: 0.70, b: 1.0}", &["0.70", "1.0"][..]),
        ("{a: 1.0 , b: 2.50}", &["1.0", "2.50"]),
        ("{\"a\":1.0,\"b\":1.50}", &["1.0", "1.50"]),
        ("{a: &n 1.0, b: *n}", &["1.0", "1.0"]),
        ("{a: +5, b: -0}", &["+5", "-0"]),
        ("{a: 1e3, b: -0.0}", &["1e3", "-0.0"]),
        ("a: 1.0 # 1.00\n    b: 2", &["1.0", "2"]),
        ("a: # 1\n      1.0\n    b: 01", &["1.0", "01"]),
        ("a:   1.0\n    b: 1.0 x", &["1.0", "1.0 x"]),
        ("a: 1.0\n\n    b: \"1.0\"", &["1.0", "1.0"]),
        ("é: 1.0\n    ê: 2.0", &["1.0", "2.0"]),
        ("a : 1.0\n    b:\t2.0", &["1.0", "2.0"]),
        ("? a\n    : 1.0\n    'b': 2.0", &["1.0", "2.0"]),
        (
            "a: 340282366920938463463374607431768211455\n    b: -170141183460469231731687303715884105728",
            &["340282366920938463463374607431768211455", "-170141183460469231731687303715884105728"],
        ),
    ] {
        let text = format!("rows:\n  - {row}\n");
        for text in [text.clone(), text.replace('\n', "\r\n")] {
            let read = read::document::<Words>(text.as_bytes());
            let found: Vec<String> =
                read.value.into_iter().flatten().flat_map(|(_, rows)| rows).flatten().map(|(_, n)| n).collect();
            assert_eq!(found, written, "{text}: {:?}", read.remarks);
        }
    }
    let list = read::document::<Vec<String>>(b"- 1.0\n- 2.50\n- 0\n").value.unwrap();
    assert_eq!(list, ["1.0", "2.50", "0"]);
}
