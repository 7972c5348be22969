//! Laws of the engine, for every vignette and every subset of its facts: unknown never reads as no, and
//! knowing less never adds a recommendation.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use regards::domain::{Case, Day};
use regards::knowledge::{Country, FactId, Facts, Library, Table, Topic, Truth, Verdict, facts, side_by_side};
use regards::read;
use serde_json::Value;

use super::vignettes;

use crate::luck::draws;
use crate::scene::library;

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

/// Knowing less, no statement's yes becomes a no or the other way round, no regimen is added or rises, and no row says
/// something else than that it needs data.
fn only_fades(known: &Facts, less: &Facts) -> Result<(), TestCaseError> {
    let library = library();
    for guideline in library.guidelines() {
        for statement in &guideline.statements {
            let (before, after) = (known.judge(&statement.when), less.judge(&statement.when));
            prop_assert!(fades(&before, &after), "{}: {before:?} became {after:?}", statement.id);
        }
    }
    let (before, after) = (judged(&library, known), judged(&library, less));
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
    Ok(())
}

/// A case through the one door that knows `unknown`.
fn read_back(case: &Value) -> Option<Case> {
    read::document(&serde_json::to_vec(case).unwrap()).value
}

/// The case without what stands at these places: asked, and not known.
fn without(case: &Value, places: &[String]) -> Option<Case> {
    let mut case = case.clone();
    for place in places {
        if let Some(value) = case.pointer_mut(place) {
            *value = Value::from("unknown");
        }
    }
    read_back(&case)
}

/// The places of a case where `unknown` can stand. Of a series with several entries none is taken: an older value is an
/// answer too.
fn places(case: &Value, at: &str, found: &mut Vec<String>) {
    match case {
        Value::Object(fields) => {
            for (name, value) in fields {
                places(value, &format!("{at}/{name}"), found);
            }
        }
        Value::Array(entries) if entries.len() == 1 && entries[0].is_object() => {
            places(&entries[0], &format!("{at}/0"), found);
        }
        _ => {}
    }
    found.push(at.to_owned());
}

/// Every vignette as a case, with the places where `unknown` can stand.
static CASES: LazyLock<Vec<(Value, Day, Vec<String>)>> = LazyLock::new(|| {
    let cases = vignettes::cases().into_iter().map(|(case, today)| {
        let case = serde_json::to_value(case).unwrap();
        let mut found = Vec::new();
        places(&case, "", &mut found);
        found.retain(|place| without(&case, std::slice::from_ref(place)).is_some());
        (case, today, found)
    });
    cases.collect()
});

proptest! {
    #![proptest_config(ProptestConfig { cases: draws(96), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn knowing_less_never_adds(
        which in 0..vignettes::all().len(),
        forgotten in proptest::sample::subsequence(FactId::ALL, 0..=FactId::ALL.len()),
    ) {
        let (_, known) = vignettes::all().swap_remove(which);
        let mut less = known.clone();
        for fact in &forgotten {
            less.forget(*fact);
        }
        only_fades(&known, &less)?;
    }

    /// The same from the file on: what is made `unknown` in a case never reads as a no.
    #[test]
    fn unknown_never_reads_as_no((which, taken) in (0..CASES.len()).prop_flat_map(|which| {
        let places = CASES[which].2.clone();
        let most = places.len();
        (Just(which), proptest::sample::subsequence(places, 0..=most))
    })) {
        let (case, today, _) = &CASES[which];
        let less = without(case, &taken).unwrap();
        let whole = read_back(case).unwrap();
        only_fades(&facts(&whole, *today), &facts(&less, *today))?;
    }
}

#[test]
fn nothing_known_is_nothing_recommended() {
    let library = library();
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
    let library = library();
    for (name, facts) in vignettes::all() {
        let table = judged(&library, &facts);
        let text = serde_json::to_string(&table).unwrap();
        assert_eq!(serde_json::from_str::<Table>(&text).unwrap(), table, "{name}");
        let text = serde_json::to_string(&facts).unwrap();
        assert_eq!(serde_json::from_str::<Facts>(&text).unwrap(), facts, "{name}");
    }
}
