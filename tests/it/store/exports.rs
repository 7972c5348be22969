//! What leaves the ledger: the dictionary is true, tables are whole, the same bytes come twice, nothing hostile gets out.

use std::collections::BTreeSet;

use regards::report::{Export, cell, dictionary};
use regards::store::{Choice, Ledger, StoreError, Watch};
use regards::text::dictionary::{ACTIVITIES, PATIENTS, View, views};
use regards::text::{Lang, words};

use super::*;

/// A ledger with something in every view.
pub(super) fn everything(path: &Path) -> Ledger {
    let mut ledger = super::whole(path);
    let decision = ledger.recent(1, None).unwrap()[0].id;
    let look = looked("0,9 g/g", "101 mL/min/1,73 m²", "7,5 mg/d", "diarrhée");
    let ended = AfterAct::ActionEnded { action: 1, on: day("2026-03-20"), end: ActionEnd::Done, words: String::new() };
    for done in [AfterAct::Followed(look), ended] {
        ledger.record_after(&DecisionAct { decision, done }, &by("Dr C", 9)).unwrap();
    }
    ledger
}

pub(super) fn exported(
    ledger: &Ledger,
    choice: &Choice,
    masked: bool,
    write: impl Fn(&Export<'_>, &mut Vec<u8>) -> Result<u64, StoreError>,
) -> String {
    let names = masked.then(|| ledger.names().unwrap());
    let chosen = ledger.choose(choice).unwrap();
    let export = Export::of(&chosen, Lang::Fr, names.as_deref(), None);
    let mut bytes = Vec::new();
    write(&export, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn table(ledger: &Ledger, view: &View, choice: &Choice, masked: bool) -> Vec<Vec<String>> {
    let text = exported(ledger, choice, masked, |export, out| export.table(view, &mut (), out));
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn view(name: &str) -> &'static View {
    views().find(|view| view.name == name).unwrap()
}

#[test]
fn the_dictionary_is_that_of_the_views_and_of_the_tables() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = everything(&folder.path().join("l.sqlite"));
    // The views of the figures, all of the same columns, are listed by `regards stats --list`.
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'view' AND name NOT LIKE 'stat\\_%' ESCAPE '\\'";
    let mut select = ledger.connection().prepare(sql).unwrap();
    let there: BTreeSet<String> = select.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert_eq!(there, views().map(|view| view.name.to_owned()).collect());
    let mut bytes = Vec::new();
    dictionary(&mut bytes).unwrap();
    let mut listed = csv::Reader::from_reader(bytes.as_slice());
    let listed: Vec<csv::StringRecord> = listed.records().map(Result::unwrap).collect();
    let all = Choice { all_versions: true, ..Choice::default() };
    for view in views() {
        let select = ledger.connection().prepare(&format!("SELECT * FROM {}", view.name)).unwrap();
        let columns: Vec<&str> = view.columns.iter().map(|column| column.name).collect();
        assert_eq!(select.column_names(), columns, "{}", view.name);
        let rows = table(&ledger, view, &all, false);
        assert_eq!(rows[0], columns, "{}", view.name);
        let said: Vec<&str> = listed.iter().filter(|row| &row[0] == view.name).map(|row| &row[3]).collect();
        assert_eq!(said, columns, "{}", view.name);
        let count: i64 = ledger
            .connection()
            .query_row(&format!("SELECT count(*) FROM {}", view.name), [], |row| row.get(0))
            .unwrap();
        assert_eq!(rows.len() - 1, usize::try_from(count).unwrap(), "{}", view.name);
        assert!(count > 0, "{} has a row to look at", view.name);
        holds_its_codes(view, &rows);
    }
    for row in &listed {
        assert!(row.iter().skip(9).all(|words| words.len() > 1), "{row:?}");
    }
}

/// What a column with a closed list holds is of that list.
fn holds_its_codes(view: &View, rows: &[Vec<String>]) {
    for (at, column) in view.columns.iter().enumerate().filter(|(_, column)| column.codes.is_some()) {
        let known: Vec<&str> = column.codes.unwrap()(words(Lang::En)).into_iter().map(|(code, _)| code).collect();
        for value in rows.iter().skip(1).map(|row| row[at].as_str()).filter(|value| !value.is_empty()) {
            let parts = value.trim_matches(['[', ']']).split([',']).map(|part| part.trim().trim_matches('"'));
            for part in parts {
                assert!(known.contains(&part), "{}.{}: {value}", view.name, column.name);
            }
        }
    }
}

type Writes = fn(&Export<'_>, &mut Vec<u8>) -> Result<u64, StoreError>;

#[test]
fn the_same_ledger_gives_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = everything(&folder.path().join("l.sqlite"));
    let all = Choice { all_versions: true, ..Choice::default() };
    for view in views() {
        assert_eq!(table(&ledger, view, &all, false), table(&ledger, view, &all, false));
    }
    let writes: [Writes; 3] = [
        |export, out| export.json(&mut (), out),
        |export, out| export.fhir(&mut (), out),
        |export, out| export.activities(&mut (), out),
    ];
    for write in writes {
        let once = exported(&ledger, &all, false, write);
        assert!(once.len() > 100);
        assert_eq!(once, exported(&ledger, &all, false, write));
        // A ledger put back from a copy is the same ledger.
        let copy = folder.path().join("copy.sqlite");
        let _ = std::fs::remove_file(&copy);
        ledger.backup(&copy).unwrap();
        assert_eq!(once, exported(&Ledger::open(&copy).unwrap(), &all, false, write));
    }
}

#[test]
fn days_and_a_case_bound_what_is_exported() {
    let folder = tempfile::tempdir().unwrap();
    let mut ledger = Ledger::open(&folder.path().join("l.sqlite")).unwrap();
    for (number, meeting) in
        [("A", Some("2026-01-10")), ("B", Some("2026-02-10")), ("C", Some("2026-03-10")), ("D", None)]
    {
        let given = Locked { meeting: meeting.map(day), ..locked(number) };
        ledger.lock(&given, None, &by("Dr A", 0)).unwrap();
    }
    let cases = |choice: Choice| -> Vec<String> {
        table(&ledger, view("decisions"), &choice, false).into_iter().skip(1).map(|row| row[2].clone()).collect()
    };
    let since = |day: &str| Choice { since: Some(day.parse().unwrap()), ..Choice::default() };
    let until = |day: &str| Choice { until: Some(day.parse().unwrap()), ..Choice::default() };
    assert_eq!(cases(Choice::default()), ["A", "B", "C", "D"]);
    // Where no meeting is named the day of locking, 20 February, stands for it.
    assert_eq!(cases(since("2026-02-10")), ["B", "C", "D"]);
    assert_eq!(cases(since("2026-02-11")), ["C", "D"]);
    assert_eq!(cases(until("2026-02-10")), ["A", "B"]);
    assert_eq!(cases(until("2026-02-09")), ["A"]);
    assert_eq!(cases(Choice { case: Some(case("B")), ..since("2026-01-01") }), ["B"]);
    assert_eq!(cases(Choice { case: Some(case("B")), ..since("2026-02-11") }), Vec::<String>::new());
}

#[test]
fn replaced_versions_come_only_when_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = everything(&folder.path().join("l.sqlite"));
    let all = Choice { all_versions: true, ..Choice::default() };
    let count = |choice: &Choice, masked| {
        let text = exported(&ledger, choice, masked, |export, out| export.json(&mut (), out));
        serde_json::from_str::<serde_json::Value>(&text).unwrap()["decisions"].as_array().unwrap().len()
    };
    assert_eq!((count(&Choice::default(), false), count(&all, false)), (2, 3));
    assert_eq!(table(&ledger, view("decision_history"), &Choice::default(), false).len(), 3);
    // What was said of a decision is told once, although several of its versions are chosen.
    assert_eq!(table(&ledger, view("sign_offs"), &all, false).len(), 2);
}

const FORMULA: &str = "=HYPERLINK(\"http://x\";\"a\"),\r\n\u{1b}[2J\u{202e}fin";

#[test]
fn hostile_words_stay_words() {
    let folder = tempfile::tempdir().unwrap();
    let mut ledger = Ledger::open(&folder.path().join("l.sqlite")).unwrap();
    let mut given = saying("LN-1", FORMULA);
    given.class = "\t=1".to_owned();
    ledger.lock(&given, None, &by("@SUM(A1)", 0)).unwrap();
    let rows = table(&ledger, view("decisions"), &Choice::default(), false);
    let said =
        |name: &str| rows[1][view("decisions").columns.iter().position(|one| one.name == name).unwrap()].as_str();
    assert_eq!(said("rationale"), "'=HYPERLINK(\"http://x\";\"a\"),\n␛[2J\u{fffd}fin");
    assert_eq!((said("class"), said("actor")), ("' =1", "'@SUM(A1)"));
    let text =
        exported(&ledger, &Choice::default(), false, |export, out| export.table(view("decisions"), &mut (), out));
    assert!(text.ends_with("\r\n") && text.lines().next().unwrap().starts_with("id,version,case_id"));
    let numbers = table(&ledger, view("targets"), &Choice::default(), false);
    assert!(numbers[1].contains(&"0.7".to_owned()), "{numbers:?}");

    let json = exported(&ledger, &Choice::default(), false, |export, out| export.json(&mut (), out));
    let read: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(read["decisions"][0]["rationale"], FORMULA, "nothing is lost");
    let fhir = exported(&ledger, &Choice::default(), false, |export, out| export.fhir(&mut (), out));
    for text in [json, fhir] {
        assert!(text.chars().all(|c| c == '\n' || !c.is_control() && c != '\u{202e}'), "{text}");
    }
}

#[test]
fn masked_exports_name_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let mut ledger = everything(&folder.path().join("l.sqlite"));
    let told = "Mme H. B. a vu le Dr Martin-Durand ; Dr Martin-Durand suit.";
    let mut given = saying("LN-7", told);
    given.decision.teller = Some("Dr Martin-Durand".to_owned());
    ledger.lock(&given, None, &by("Zébulon", 12)).unwrap();
    let choice = Choice { all_versions: true, ..Choice::default() };
    let tables: String =
        views().map(|view| exported(&ledger, &choice, true, |export, out| export.table(view, &mut (), out))).collect();
    let json = exported(&ledger, &choice, true, |export, out| export.json(&mut (), out));
    let fhir = exported(&ledger, &choice, true, |export, out| export.fhir(&mut (), out));
    let listed = exported(&ledger, &choice, true, |export, out| export.activities(&mut (), out));
    for (what, text) in [("csv", tables), ("json", json), ("fhir", fhir), ("bamara", listed)] {
        for name in ["H. B.", "Martin-Durand", "Zébulon"] {
            assert!(!text.contains(name), "{what} names {name}");
        }
    }
}

#[test]
fn bamara_is_told_what_the_record_says_and_no_more() {
    let folder = tempfile::tempdir().unwrap();
    let mut ledger = everything(&folder.path().join("l.sqlite"));
    ledger
        .lock(&Locked { room: None, meeting: Some(day("2026-02-27")), ..locked("LN-9") }, None, &by("Dr A", 20))
        .unwrap();
    let text = exported(&ledger, &Choice::default(), false, |export, out| export.activities(&mut (), out));
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(head, ACTIVITIES.columns.iter().map(|column| column.name).collect::<Vec<_>>());
    let rows: Vec<Vec<String>> =
        reader.records().map(|row| row.unwrap().iter().take(9).map(str::to_owned).collect()).collect();
    let local = "RCP régionale ou locale - centre organisateur";
    let there = ["2026-02-20", "ORG-198", local, "", "", "Marseille", "Néphrologie; Anatomopathologie", "regional"];
    assert_eq!(rows[0][0], "LN-2");
    assert_eq!(rows[0][1..], there, "who was recused is not counted");
    assert_eq!((rows[1][0].as_str(), rows[1][1..] == there), ("LN-1", true));
    assert_eq!(rows[2], ["LN-9", "2026-02-27", "", "", "", "", "", "", ""], "no meeting was open");
    assert_eq!(rows.len(), 3);
    assert_eq!(PATIENTS.columns.len(), 10);
}

/// Stops after so many looks.
struct Stops(u64);

impl Watch for Stops {
    fn at(&mut self, _: u64, _: Option<u64>) -> Result<(), StoreError> {
        self.0 = self.0.checked_sub(1).ok_or(StoreError::Stopped)?;
        Ok(())
    }
}

#[test]
fn whoever_watches_may_stop_it() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = everything(&folder.path().join("l.sqlite"));
    let chosen = ledger.choose(&Choice::default()).unwrap();
    let export = Export::of(&chosen, Lang::En, None, None);
    for looks in 0..2 {
        let stopped = export.json(&mut Stops(looks), &mut Vec::new());
        assert!(matches!(stopped, Err(StoreError::Stopped)), "{stopped:?}");
    }
    drop(export);
    drop(chosen);
    let flag = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(true));
    ledger.stops_at(flag).unwrap();
    let sum = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000) SELECT sum(i) FROM n";
    let stopped = ledger.connection().query_row(sum, [], |row| row.get::<_, i64>(0)).map_err(StoreError::from);
    assert!(matches!(stopped, Err(StoreError::Stopped)), "{stopped:?}");
}

#[test]
fn what_a_spreadsheet_would_reckon_with_is_text_and_numbers_stay() {
    for formula in
        ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\u{a0}=1", "＝1", "\n=1", "-"]
    {
        assert!(cell(formula).starts_with('\''), "{formula:?} → {:?}", cell(formula));
    }
    for plain in ["-25", "+0,7", "0.4", "a=b", "1-2", "", "– ", "é\nà"] {
        assert_eq!(cell(plain), plain);
    }
    assert_eq!(cell("a\u{202e}b\u{1b}[2J\r\nc"), "a\u{fffd}b␛[2J\nc");
}
