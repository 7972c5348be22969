//! Laws of the engine, for every vignette and every subset of its facts: unknown never reads as no, and
//! knowing less never adds a recommendation.

use std::collections::BTreeMap;

use proptest::prelude::*;
use regards::knowledge::{Country, FactId, Facts, Library, Table, Topic, Truth, Verdict, side_by_side};

use super::vignettes;

/// The standing of every regimen that a guideline accepts, by guideline.
fn accepted(table: &Table) -> BTreeMap<(String, String), Verdict> {
    let cells = table.row(Topic::InitialTherapy).unwrap().cells.iter();
    cells
        .flat_map(|cell| cell.offers.iter().map(move |offer| (cell, offer)))
        .filter(|(_, offer)| offer.standing.accepts())
        .map(|(cell, offer)| ((cell.guideline.clone(), offer.regimen.clone()), offer.standing))
        .collect()
}

fn judged(library: &Library, facts: &Facts) -> Table {
    side_by_side(library, facts, Country::France)
}

/// Whether this truth may become that one when facts are forgotten.
fn fades(before: &Truth, after: &Truth) -> bool {
    after.is_unknown() || before == after
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn knowing_less_never_adds(
        which in 0..vignettes::all().len(),
        forgotten in proptest::sample::subsequence(FactId::ALL, 0..=FactId::ALL.len()),
    ) {
        let library = Library::shipped();
        let (_, known) = vignettes::all().swap_remove(which);
        let mut less = known.clone();
        for fact in &forgotten {
            less.forget(*fact);
        }
        for guideline in library.guidelines() {
            for statement in &guideline.statements {
                let (before, after) = (known.judge(&statement.when), less.judge(&statement.when));
                prop_assert!(fades(&before, &after), "{}: {before:?} became {after:?}", statement.id);
            }
        }
        let (before, after) = (judged(&library, &known), judged(&library, &less));
        let had = accepted(&before);
        for (regimen, standing) in accepted(&after) {
            let was = had.get(&regimen);
            prop_assert!(was.is_some_and(|was| *was <= standing), "{regimen:?}: {was:?} became {standing}");
        }
        for (row, faded) in before.rows.iter().zip(&after.rows) {
            for (cell, faded) in row.cells.iter().zip(&faded.cells).filter(|(cell, _)| cell.offers.is_empty()) {
                let holds = faded.verdict == Verdict::NeedsData || faded.verdict == cell.verdict;
                prop_assert!(holds, "{} {}: {} became {}", cell.guideline, cell.topic, cell.verdict, faded.verdict);
            }
        }
    }
}

#[test]
fn nothing_known_is_nothing_recommended() {
    let library = Library::shipped();
    let (_, mut facts) = vignettes::all().swap_remove(0);
    for fact in FactId::ALL {
        facts.forget(*fact);
    }
    let table = judged(&library, &facts);
    for cell in &table.row(Topic::InitialTherapy).unwrap().cells {
        assert_eq!((cell.verdict, cell.offers.len()), (Verdict::NeedsData, 0), "{}", cell.guideline);
        assert!(!cell.missing.is_empty());
    }
    assert!(table.common.regimens.is_empty());
}

#[test]
fn a_table_is_the_same_after_a_journey_through_json() {
    let library = Library::shipped();
    for (name, facts) in vignettes::all() {
        let table = judged(&library, &facts);
        let text = serde_json::to_string(&table).unwrap();
        assert_eq!(serde_json::from_str::<Table>(&text).unwrap(), table, "{name}");
        let text = serde_json::to_string(&facts).unwrap();
        assert_eq!(serde_json::from_str::<Facts>(&text).unwrap(), facts, "{name}");
    }
}
