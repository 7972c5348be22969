use std::collections::BTreeSet;

use regards::archive::stats::{CATALOGUE, Figure, Names, Of, Section, Unit, not_recorded};
use regards::report::stats::{catalogue_json, catalogue_markdown, catalogue_text};
use regards::store::Ledger;
use regards::text::{Lang, words};

/// Views that other views stand on, and no figure is counted from.
const GROUNDS: [&str; 5] = ["stat_base", "stat_decided", "stat_last_look", "stat_month", "stat_queue"];

const COLUMNS: [&str; 6] = ["event_seq", "case_id", "day", "part", "answer", "amount"];

#[test]
fn every_figure_has_its_view_and_every_view_its_figure() {
    let ledger = Ledger::open_in_memory().unwrap();
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'view' AND name LIKE 'stat\\_%' ESCAPE '\\'";
    let mut statement = ledger.connection().prepare(sql).unwrap();
    let found: BTreeSet<String> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let mut expected: BTreeSet<String> = CATALOGUE.iter().map(Figure::view).collect();
    assert_eq!(expected.len(), CATALOGUE.len(), "a code stands for one figure");
    for figure in CATALOGUE {
        let statement = ledger.connection().prepare(&format!("SELECT * FROM {}", figure.view())).unwrap();
        assert_eq!(statement.column_names(), COLUMNS, "{}", figure.code);
    }
    expected.extend(GROUNDS.map(str::to_owned));
    assert_eq!(found, expected);
}

#[test]
fn every_figure_is_named_and_explained_in_both_languages() {
    for lang in [Lang::Fr, Lang::En] {
        let say = &words(lang).stats;
        for figure in CATALOGUE {
            for word in [(say.figure)(figure.code), (say.counted)(figure.code)] {
                assert_ne!(word, "?", "{} in {lang:?}", figure.code);
            }
            assert!((say.counted)(figure.code).ends_with('.'), "{}", figure.code);
        }
        for section in Section::ALL {
            assert_ne!((say.section)(section.code()), "?");
            assert!(Figure::of_section(*section).count() > 0, "{section} has figures");
            for code in not_recorded(*section) {
                assert_ne!((say.absent)(code), "?", "{code}");
            }
        }
        assert!(Of::ALL.iter().all(|of| (say.of)(of.code()) != "?"));
        assert!(Unit::ALL.iter().all(|unit| (say.unit)(unit.code()) != "?"));
    }
    let names: BTreeSet<&str> = CATALOGUE.iter().map(|figure| (words(Lang::Fr).stats.figure)(figure.code)).collect();
    assert_eq!(names.len(), CATALOGUE.len(), "no two figures have one name");
}

#[test]
fn the_catalogue_is_printed_from_itself() {
    for figure in CATALOGUE {
        for text in [catalogue_text(Lang::En), catalogue_markdown(Lang::Fr).replace('\\', ""), catalogue_json()] {
            assert!(text.contains(&figure.view()), "{}", figure.code);
        }
    }
    let widest = catalogue_text(Lang::Fr).lines().map(|line| line.chars().count()).max().unwrap();
    assert!(widest <= 80, "{widest}");
    let json: serde_json::Value = serde_json::from_str(&catalogue_json()).unwrap();
    assert_eq!(json["figures"].as_array().unwrap().len(), CATALOGUE.len());
}

#[test]
fn what_needs_a_part_or_a_unit_has_one() {
    use regards::archive::stats::Kind;
    for figure in CATALOGUE {
        match figure.kind {
            Kind::Amount | Kind::Survival => assert!(figure.unit.is_some(), "{}", figure.code),
            Kind::Kappa | Kind::Spread | Kind::Trend | Kind::Matrix => {
                assert!(figure.parts.is_some(), "{}", figure.code);
            }
            Kind::Several => assert!(figure.unit.is_none()),
            Kind::Share | Kind::Count => {}
        }
        assert_ne!(figure.parts, Some(Names::Written), "{}", figure.code);
    }
}
