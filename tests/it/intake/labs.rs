//! A laboratory's table: what is read of it, what is left out, what it changes in a case file.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use assert_cmd::Command;
use proptest::prelude::*;
use regards::app::{Action, Effect, Notice, Place, Screen, update};
use regards::read::{self, Analyte, LabPlan, LabTable, NoTable, Why, edited, lab_table};
use regards::text::Lang;

use crate::scene::*;

fn read(text: &str) -> LabTable {
    lab_table(text, &BTreeMap::new(), today()).unwrap()
}

/// `date key value`, as they stand in the table.
fn values(table: &LabTable) -> Vec<String> {
    table.values.iter().map(|one| format!("{} {} {}", one.date, one.key, one.measured.written)).collect()
}

/// `row:column written`.
fn left_out(table: &LabTable) -> Vec<String> {
    table.left_out.iter().map(|cell| format!("{}:{} {}", cell.row, cell.column, cell.written)).collect()
}

const FRENCH: &str = "Date;Créatinine (µmol/L);RPC (g/g);Albumine;C3 g/L;CRP\n\
    ;;;g/L;;mg/L\n\
    03/11/2025;60;1,9;29;0,62;4\n\
    10/02/2026;62;<0,1;31,5 g/L;nd;\n";

#[test]
fn french_titles_units_days_and_commas_are_read() {
    let table = read(FRENCH);
    assert_eq!(table.delimiter, ';');
    assert_eq!(
        values(&table),
        [
            "2025-11-03 creatinine 60 µmol/L",
            "2025-11-03 upcr 1.9 g/g",
            "2025-11-03 albumin 29 g/L",
            "2025-11-03 c3 0.62 g/L",
            "2026-02-10 creatinine 62 µmol/L",
            "2026-02-10 albumin 31.5 g/L",
        ]
    );
    assert_eq!(left_out(&table), ["4:3 <0,1", "4:5 nd"]);
    assert_eq!(table.left_out[1].why, Why::NoResult);
    let unknown: Vec<&str> =
        table.series.iter().filter(|one| one.key.is_none()).map(|one| one.title.as_str()).collect();
    assert_eq!(unknown, ["CRP"]);
}

#[test]
fn a_table_of_tabs_and_one_of_commas_say_the_same() {
    let tabs = read("Date\tcreatinine (mg/dL)\tHb [g/dL]\n2026-02-10\t0.7\t11.8\n");
    let commas = read("date,\"creatinine (mg/dL)\",Hb [g/dL]\n2026-02-10 08:15,0.7,11.8\n");
    assert_eq!(values(&tabs), ["2026-02-10 creatinine 0.7 mg/dL", "2026-02-10 haemoglobin 11.8 g/dL"]);
    assert_eq!(values(&tabs), values(&commas));
    assert_eq!((tabs.delimiter, commas.delimiter), ('\t', ','));
}

#[test]
fn a_row_for_each_analysis_is_read_too() {
    let table =
        read("Analyse;Unité;03/11/2025;10/02/2026\nCréatinine;µmol/L;60;62\nPlaquettes;G/L;210;\nPoids;kg;65;66\n");
    let mut found = values(&table);
    found.sort();
    let expected =
        ["2025-11-03 creatinine 60 µmol/L", "2025-11-03 platelets 210 G/L", "2026-02-10 creatinine 62 µmol/L"];
    assert_eq!(found, expected);
    let at = table.values.iter().find(|one| one.measured.written == "62 µmol/L").unwrap();
    assert_eq!((at.row, at.column), (2, 4), "the place is that of the table as it was given");
}

#[test]
fn a_unit_that_is_missing_is_asked_and_never_guessed() {
    let text = "Date;Créatinine;Protéinurie;Leucocytes\n10/02/2026;62;1,6 g/24h;4,1 G/L\n11/02/2026;0,7 mg/dL;300;\n";
    let table = read(text);
    assert_eq!(
        values(&table),
        ["2026-02-10 protein_24h 1.6 g/24h", "2026-02-10 white_cells 4.1 G/L", "2026-02-11 creatinine 0.7 mg/dL",]
    );
    assert_eq!(left_out(&table), ["2:2 62", "3:3 300"]);
    let asks: Vec<(&str, usize)> = table
        .series
        .iter()
        .filter(|one| !one.asks.is_empty())
        .map(|one| (one.title.as_str(), one.asks.len()))
        .collect();
    assert_eq!(asks[0].0, "Créatinine");
    assert!(table.series[0].asks.contains(&"µmol/L") && table.series[0].asks.contains(&"mg/dL"));
    assert_eq!(asks[1].0, "Protéinurie");

    let told = BTreeMap::from([("Créatinine".to_owned(), "µmol/L".to_owned())]);
    let table = lab_table(text, &told, today()).unwrap();
    assert!(values(&table).contains(&"2026-02-10 creatinine 62 µmol/L".to_owned()));
    assert!(values(&table).contains(&"2026-02-11 creatinine 0.7 mg/dL".to_owned()), "the cell's own unit stays");
}

#[test]
fn what_can_be_read_in_two_ways_is_left_out() {
    let table = read("Date;RPC (mg/g)\n10/02/2026;1,600\n11/02/2026;1 600\n");
    assert!(table.values.is_empty());
    assert_eq!(left_out(&table), ["2:2 1,600", "3:2 1 600"]);

    let months_first = read("Date;C3 (g/L)\n02/13/2026;0,6\n02/10/2026;0,7\n2026-02-11;0,8\n");
    assert_eq!(values(&months_first), ["2026-02-11 c3 0.8 g/L"]);
    assert!(months_first.left_out.iter().all(|cell| cell.why == Why::DayInDoubt));

    let cut = read("date,creatinine (µmol/L),upcr (g/g)\n2026-02-10,62,1,6\n2026-02-11,63,1.7\n");
    assert_eq!(values(&cut), ["2026-02-11 creatinine 63 µmol/L", "2026-02-11 upcr 1.7 g/g"]);
    assert_eq!(cut.left_out[0].why, Why::TooMany);

    let twice = read("Date;C3 (g/L);Complément C3 (g/L)\n10/02/2026;0,6;0,7\n11/02/2026;0,8;0,8\n");
    assert_eq!(values(&twice), ["2026-02-11 c3 0.8 g/L"]);
    assert_eq!(twice.left_out.iter().filter(|cell| cell.why == Why::Twice).count(), 2);

    let ahead = read("Date;C3 (g/L)\n10/02/2036;0,6\nhier;0,6\n10/02/26;0,6\n");
    let whys: Vec<&Why> = ahead.left_out.iter().map(|cell| &cell.why).collect();
    assert_eq!(whys, [&Why::Future, &Why::NoDay, &Why::NoDay]);
}

#[test]
fn what_is_no_table_says_so() {
    let none = |text: &str| lab_table(text, &BTreeMap::new(), today()).unwrap_err();
    assert_eq!(none(" \n\n"), NoTable::Empty);
    assert_eq!(none("bonjour;monde\n1;2\n"), NoTable::NoDays);
    assert_eq!(none(&"x;".repeat(1024 * 1024)), NoTable::TooLarge);
}

const CASE: &str = "format: 1
case: LN-2026-050
question: \"?\"
patient: {alias: A. B., sex: female, age: 30}
labs:
  # la première
  - date: 2026-02-10
    creatinine: 62 µmol/L   # contrôlée
    upcr: 1.6 g/g
  - {date: 2026-03-10, c3: unknown}
person:
  work: enseignante
";

fn plan(table: &str) -> LabPlan {
    let case = read::case(CASE.as_bytes(), today()).value.unwrap();
    LabPlan::of(&read(table), &case)
}

#[test]
fn what_the_file_holds_is_skipped_and_what_it_gives_otherwise_stays() {
    let table =
        "Date;Créatinine (mg/dL);RPC (mg/g);C3 (g/L)\n10/02/2026;0,70136;1700;\n10/03/2026;;;0,7\n01/03/2026;0,8;;\n";
    let plan = plan(table);
    assert_eq!((plan.new.len(), plan.conflicts.len()), (2, 2 - plan.same.len()));
    let conflict = plan.conflicts.iter().find(|one| one.value.key == "upcr").unwrap();
    assert_eq!((conflict.value.measured.written.as_str(), conflict.held.written.as_str()), ("1700 mg/g", "1.6 g/g"));

    let kept = edited(CASE, &plan.edits(false)).unwrap();
    assert!(kept.contains("    creatinine: 62 µmol/L   # contrôlée\n    upcr: 1.6 g/g\n"), "{kept}");
    assert!(kept.contains("{date: 2026-03-10, c3: 0.7 g/L}"), "{kept}");
    assert!(kept.find("2026-03-01").unwrap() < kept.find("2026-03-10").unwrap(), "in the order of days: {kept}");
    let read = read::case(kept.as_bytes(), today());
    assert_eq!(read.remarks, []);
    assert_eq!(read.value.unwrap().labs.len(), 3);

    let replaced = edited(CASE, &plan.edits(true)).unwrap();
    assert!(replaced.contains("upcr: 1700 mg/g"), "{replaced}");
}

#[test]
fn one_value_in_two_units_is_the_same_value() {
    let plan = plan("Date;RPC (mg/g)\n10/02/2026;1600\n");
    assert_eq!((plan.new.len(), plan.same.len(), plan.conflicts.len()), (0, 1, 0));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is pasted, it is read or refused; and what is taken reads back as the same value.
    #[test]
    fn any_text_is_read_without_harm(text in "[ -~;\t\ndDate/µéC0-9,.<>\"]{0,200}") {
        if let Ok(table) = lab_table(&text, &BTreeMap::new(), today()) {
            let case = read::case(CASE.as_bytes(), today()).value.unwrap();
            let _ = LabPlan::of(&table, &case).edits(true);
        }
    }

    #[test]
    fn what_a_table_says_is_what_the_file_says_after(
        rows in proptest::collection::btree_map(1_u32..28, (20_u32..400, 1_u32..90), 1..8)
    ) {
        let mut text = String::from("Date;Créat. (µmol/L);Albumine g/L\n");
        for (day, (creatinine, albumin)) in &rows {
            writeln!(text, "{day:02}/05/2026;{creatinine};{},{}", albumin / 2 + 1, albumin % 10).unwrap();
        }
        let table = read(&text);
        prop_assert!(table.left_out.is_empty(), "{:?}", table.left_out);
        let case = read::case(CASE.as_bytes(), today()).value.unwrap();
        let written = edited(CASE, &LabPlan::of(&table, &case).edits(false)).unwrap();
        let after = read::case(written.as_bytes(), today());
        prop_assert!(after.remarks.iter().all(|remark| remark.severity == read::Severity::Warning));
        let again = LabPlan::of(&table, &after.value.unwrap());
        prop_assert_eq!((again.new.len(), again.conflicts.len()), (0, 0));
        prop_assert_eq!(again.same.len(), rows.len() * 2);
    }
}

fn regards(folder: &std::path::Path) -> Command {
    let mut command = Command::cargo_bin("regards").unwrap();
    command.current_dir(folder).env_clear().env("HOME", folder).args(["--date", "2026-11-23", "--lang", "en"]);
    command
}

#[test]
fn the_command_shows_first_and_writes_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    let (case, table) = (folder.path().join("case.yaml"), folder.path().join("labs.csv"));
    fs::write(&case, CASE).unwrap();
    fs::write(&table, "Date;Créatinine;RPC (g/g)\n10/03/2026;64;1,4\n").unwrap();

    let shown = regards(folder.path()).args(["labs", "case.yaml", "labs.csv"]).output().unwrap();
    let said = String::from_utf8(shown.stdout).unwrap();
    assert_eq!(shown.status.code(), Some(1), "a unit is missing: {said}");
    assert!(said.contains("2026-03-10 upcr: 1.4 g/g") && said.contains("Créatinine ("), "{said}");
    assert_eq!(fs::read_to_string(&case).unwrap(), CASE, "nothing is written before it is asked");

    let unit = ["--unit", "Créatinine=µmol/L"];
    let json = regards(folder.path())
        .args(["labs", "case.yaml", "-", "--format", "json"])
        .args(unit)
        .write_stdin(fs::read(&table).unwrap())
        .output()
        .unwrap();
    let said: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(json.status.code(), Some(0), "{said}");
    assert_eq!(said["values"][0]["written"], "64 µmol/L");
    assert_eq!(said["values"][0]["state"], "new");

    let written =
        regards(folder.path()).args(["labs", "case.yaml", "labs.csv", "--write"]).args(unit).output().unwrap();
    assert_eq!(written.status.code(), Some(0));
    let after = fs::read_to_string(&case).unwrap();
    assert!(after.contains("{date: 2026-03-10, c3: unknown, creatinine: 64 µmol/L, upcr: 1.4 g/g}"), "{after}");

    let wrong = regards(folder.path()).args(["labs", "case.yaml", "labs.csv", "--unit", "Nom=g/L"]).output().unwrap();
    assert_eq!(wrong.status.code(), Some(2));
    fs::write(&table, b"Date;Cr\xe9atinine\n").unwrap();
    let latin = regards(folder.path()).args(["labs", "case.yaml", "labs.csv"]).output().unwrap();
    assert_eq!(latin.status.code(), Some(3));
    assert!(String::from_utf8(latin.stderr).unwrap().contains("UTF-8"));
}

const TABLE: &str = "Date;Créatinine;RPC (g/g)\r\n20/11/2026;64;1,4\r\n";

#[test]
fn a_table_pasted_on_a_case_is_shown_and_written_when_accepted() {
    let mut state = room(Lang::Fr);
    press(&mut state, "/006<enter><enter>");
    assert!(update(&mut state, Action::Paste("un mot".to_owned())).is_none());
    assert_eq!(state.place(), Place::Case, "a word is no table");
    assert!(update(&mut state, Action::Paste(TABLE.to_owned())).is_none());
    assert_eq!(state.place(), Place::Labs);
    let picture = said(&shot(&state, 120, 40));
    assert!(picture.contains("Unité à préciser") && picture.contains("1.4 g/g"), "{picture}");

    press(&mut state, "<right>");
    let Screen::Labs(screen) = &state.screen else { panic!("no table") };
    assert_eq!(screen.plan.new.len(), 2, "the unit was chosen");
    let effects = press(&mut state, "<enter>");
    let [Effect::WriteCase { written, path, .. }] = effects.as_slice() else { panic!("{effects:?}") };
    assert!(written.contains("2026-11-20"), "{written}");
    update(&mut state, Action::CaseWritten(path.clone()));
    assert_eq!((state.place(), state.notice.clone()), (Place::Case, Some(Notice::CaseWritten)));
}

#[test]
fn the_table_on_the_screen() {
    let table = "Date;Créatinine;RPC (g/g);C3 (g/L);CRP\n20/11/2026;64;1,4;<0,1;3\n17/11/2026;;;0,61;\n";
    for (name, lang, size) in
        [("80x24-fr", Lang::Fr, (80, 24)), ("120x36-en", Lang::En, (120, 36)), ("160x45-fr", Lang::Fr, (160, 45))]
    {
        let mut state = room(lang);
        press(&mut state, "/006<enter><enter>u");
        insta::assert_snapshot!(format!("labs-empty-{name}"), crate::picture::picture(&shot(&state, size.0, size.1)));
        update(&mut state, Action::Paste(table.to_owned()));
        press(&mut state, "<right>");
        insta::assert_snapshot!(format!("labs-{name}"), crate::picture::picture(&shot(&state, size.0, size.1)));
    }
}

#[test]
fn a_table_that_is_left_is_kept() {
    let mut state = room(Lang::Fr);
    press(&mut state, "/006<enter><enter>u");
    assert_eq!(state.place(), Place::Labs);
    update(&mut state, Action::Paste(TABLE.to_owned()));
    press(&mut state, "<esc>");
    assert_eq!((state.place(), state.notice.clone()), (Place::Case, Some(Notice::TableKept)));
    press(&mut state, "u");
    let Screen::Labs(screen) = &state.screen else { panic!("no table") };
    assert!(screen.text.contains("20/11/2026"));
    press(&mut state, "<c-d>");
    assert!(matches!(&state.screen, Screen::Labs(screen) if screen.scroll > 1), "half a page, as elsewhere");
}

#[test]
fn what_the_file_gives_otherwise_is_replaced_only_when_asked() {
    let mut state = room(Lang::Fr);
    press(&mut state, "/006<enter><enter>");
    let case = match &state.screen {
        Screen::Case(screen) => screen.opened.case.clone(),
        other => panic!("{other:?}"),
    };
    let date = case.labs.iter().find(|lab| lab.creatinine.known().is_some()).unwrap().date;
    update(&mut state, Action::Paste(format!("Date;Créatinine (µmol/L)\n{date};999\n")));
    assert!(press(&mut state, "<enter>").is_empty(), "nothing new");
    assert_eq!(state.notice, Some(Notice::NoNewValue));
    press(&mut state, "o");
    let effects = press(&mut state, "<enter>");
    let [Effect::WriteCase { written, .. }] = effects.as_slice() else { panic!("{effects:?}") };
    assert!(written.contains("999 µmol/L"));
}

#[test]
fn every_name_is_folded_and_found() {
    let is_folded = |name: &str| {
        let words: Vec<&str> = name.split_whitespace().collect();
        words.join(" ") == name && words.concat().chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
    };
    for analyte in Analyte::ALL {
        for name in analyte.names {
            assert!(is_folded(name), "{}: {name}", analyte.key);
            assert!(Analyte::named(name).iter().any(|one| one.key == analyte.key));
        }
    }
}
