//! A protocol of the user's own as a fourth column: the shipped example, loaded from its folder.

use std::path::Path;
use std::sync::LazyLock;

use regards::knowledge::{
    Accord, Country, FactId, Facts, Guideline, Library, Quiet, Reason, Shelf, Table, Topic, Verdict, accepted_regimens,
    side_by_side, why,
};
use regards::meeting::{Plan, concordance};
use regards::read::SourceFile;

use super::vignettes;

use crate::scene::{library, with_example};

fn facts_of(name: &str) -> Facts {
    vignettes::all().into_iter().find(|(id, _)| id == name).unwrap().1
}

fn table(facts: &Facts) -> Table {
    static LIBRARY: LazyLock<Library> = LazyLock::new(with_example);
    side_by_side(&LIBRARY, facts, Country::France)
}

#[test]
fn it_stands_after_the_shipped_ones_and_is_marked() {
    let library = with_example();
    assert!(library.refused().is_empty());
    let heads: Vec<String> = table(&facts_of("V1")).columns.iter().map(regards::knowledge::Column::heading).collect();
    assert_eq!(heads, ["EULAR 2025", "ACR 2024", "KDIGO 2024", "PNDS 2020\u{a0}⌂"]);
    assert!(library.is_local("pnds-2020") && !library.is_local("acr-2024"));
    assert!(!crate::scene::library().is_local("acr-2024"), "without a folder none is");
}

/// Where nothing is said of a row: not read, where the entry says so of the rest, and never where it does not.
#[test]
fn a_row_without_a_word_is_not_read_where_the_entry_says_so() {
    let library = with_example();
    let mut entry = library.guideline("pnds-2020").unwrap().clone();
    let quiet = |entry: &Guideline| {
        let bare = entry.coverage().into_iter().find(|row| row.topic == Topic::Pregnancy).unwrap();
        (bare.statements, bare.quiet)
    };
    assert_eq!(quiet(&entry), (0, Some(Quiet::NotRead)));
    entry.not_read = None;
    assert_eq!(quiet(&entry), (0, None));
    let silence = |when: serde_json::Value| {
        serde_json::from_value(serde_json::json!({ "topic": "pregnancy", "when": when, "fr": "-", "en": "-" })).unwrap()
    };
    entry.silences.push(silence(serde_json::json!({ "is": "child" })));
    assert_eq!(quiet(&entry), (0, Some(Quiet::SilentForSome)));
    entry.silences.push(silence(serde_json::json!({ "all": [] })));
    assert_eq!(quiet(&entry), (0, Some(Quiet::Silent)), "one of them is for everyone");
}

/// guidelines.md P.1 on V1: 60 kg, class IV (A).
#[test]
fn the_first_vignette_under_the_protocol() {
    let table = table(&facts_of("V1"));
    let cell = |topic| table.cell(topic, "pnds-2020").unwrap();
    assert_eq!(cell(Topic::InitialTherapy).verdict, Verdict::Recommended);
    assert_eq!(accepted_regimens(&table, "pnds-2020"), ["mmf", "cyc-any"]);
    let start = cell(Topic::GcStart).doses[0].mg.unwrap();
    assert_eq!(vignettes::written(start), "30-60");
    let pulse = &cell(Topic::GcPulse).pulses[0];
    assert_eq!((pulse.daily_mg.unwrap().most.to_string(), pulse.days.least.to_string()), ("1000".into(), "3".into()));
    assert_eq!(cell(Topic::GcTarget).targets[0].at_most_mg.to_string(), "10");
    assert_eq!(cell(Topic::Response6m).verdict, Verdict::Recommended);
    assert_eq!(cell(Topic::Cyclophosphamide).verdict, Verdict::Recommended);
}

/// Heavier than the three: 10 mg/d at 6 months against 5; above 80 kg the start no longer meets ACR's cap either.
#[test]
fn its_heavier_glucocorticoid_differs() {
    let facts = facts_of("V1");
    let target = table(&facts).row(Topic::GcTarget).unwrap().agreement;
    assert_eq!((target.accord, target.reason), (Accord::Differ, Reason::OtherNumbers));
    let facts = vignettes::supposing("V1", &[(FactId::Weight, "100 kg")]);
    let with = table(&facts).row(Topic::GcStart).unwrap().agreement;
    let without = side_by_side(&library(), &facts, Country::France).row(Topic::GcStart).unwrap().agreement;
    assert_eq!((with.accord, with.reason), (Accord::Differ, Reason::RangesDoNotMeet));
    assert_ne!(without.accord, Accord::Differ);
    assert_eq!(table(&facts).common.start_gap.unwrap().floor.guideline, "pnds-2020");
}

/// What was not read is neither a silence nor an answer: it takes no part in the agreement.
#[test]
fn what_was_not_read_is_said_and_counts_for_nothing() {
    let facts = facts_of("V1");
    let (four, three) = (table(&facts), side_by_side(&library(), &facts, Country::France));
    let covered = with_example().guideline("pnds-2020").unwrap().coverage();
    let mut unread = 0;
    for covered in covered.iter().filter(|covered| covered.statements == 0 && covered.topic.agent().is_none()) {
        let cell = four.cell(covered.topic, "pnds-2020").unwrap();
        assert_eq!(cell.verdict, Verdict::NotRead, "{}", covered.topic);
        assert_eq!(four.row(covered.topic).unwrap().agreement, three.row(covered.topic).unwrap().agreement);
        unread += 1;
    }
    assert!(unread >= 8, "{unread}");
    let library = with_example();
    let cell = four.cell(Topic::Pregnancy, "pnds-2020").unwrap();
    let why = why(&library, &facts, cell).unwrap();
    assert!(why.not_read.is_some() && why.silence.is_empty() && why.local);
    for drug in [Topic::Belimumab, Topic::Cni, Topic::Obinutuzumab] {
        assert_eq!(four.cell(drug, "pnds-2020").unwrap().verdict, Verdict::NotRead);
    }
}

/// The common ground counts every column that speaks: what PNDS does not offer is common no more.
#[test]
fn common_ground_and_concordance_count_four() {
    let facts = facts_of("V1");
    let (four, three) = (table(&facts), side_by_side(&library(), &facts, Country::France));
    assert!(three.common.regimens.len() > four.common.regimens.len());
    assert!(four.common.regimens.iter().all(|common| common.regimen == "mmf"));
    let library = with_example();
    let file = crate::scene::entry("c.yaml", &crate::scene::shipped("ln-2026-006-classe-v-1-6.yaml")).file;
    let case = file.reading.value.as_ref().unwrap();
    let lines = Plan::of("mmf 2 g/j", four.today).lines;
    let read = concordance(None, &lines, case, &four, library.formulary());
    assert_eq!(read.iter().map(|one| one.guideline.as_str()).collect::<Vec<_>>().last(), Some(&"pnds-2020"));
    assert_eq!(read.len(), 4);
}

/// A class that P.1 does not tell of is not read either: pure class V.
#[test]
fn a_patient_it_does_not_tell_of_is_not_read() {
    let pure_v = vignettes::all()
        .into_iter()
        .find(|(_, facts)| facts.get(regards::knowledge::FactId::PureV).truth() == regards::knowledge::Truth::Yes);
    let cell = table(&pure_v.unwrap().1).cell(Topic::InitialTherapy, "pnds-2020").unwrap().clone();
    assert_eq!((cell.verdict, cell.offers.len()), (Verdict::NotRead, 0));
}

/// A table that is kept says which columns are local, and nothing of those that ship with the program.
#[test]
fn a_table_that_is_kept_knows_the_local_column() {
    let now = table(&facts_of("V1"));
    let kept = serde_json::to_value(&now).unwrap();
    let local: Vec<bool> =
        kept["columns"].as_array().unwrap().iter().map(|column| column.get("local").is_some()).collect();
    assert_eq!(local, [false, false, false, true]);
    assert!(!kept.to_string().contains(r#""egfr_is_open":false"#), "what is settled is not written");
    assert_eq!(serde_json::from_value::<Table>(kept).unwrap(), now);
}

/// A file of the folder that is at fault is named, and hides none of the others.
#[test]
fn a_file_at_fault_is_named_and_hides_no_other() {
    let library = Library::with(Some(Shelf {
        folder: "protocols".into(),
        today: "2026-11-23".parse().unwrap(),
        open: |folder, read| {
            let file = |name, text: &str| SourceFile::read(folder.join(name), text.as_bytes(), read);
            vec![file("a.yaml", "id: ["), file("b.yaml", Library::example())]
        },
    }));
    assert_eq!(library.refused_names(), [Path::new("protocols").join("a.yaml").display().to_string()]);
    assert_eq!(library.refused().len(), 1);
    assert!(library.is_local("pnds-2020"));
}
