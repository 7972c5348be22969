//! Which statements a row hears, by guidelines of a few statements: class IV, 60 kg, and it is not known whether the
//! pressure is high.

use regards::knowledge::{Cell, Country, Datum, FactId, Library, Topic, Verdict, side_by_side};
use serde_json::{Value, json};

use super::agreement::saying;
use super::vignettes;

use crate::scene::library;

fn cell(row: Topic, statements: &[Value]) -> Cell {
    let mut facts = vignettes::supposing("V1", &[]);
    facts.forget(FactId::Hypertension);
    let library = Library::of(vec![saying("g", statements)], library().formulary().clone());
    side_by_side(&library, &facts, Country::France).cell(row, "g").unwrap().clone()
}

fn offers(row: Topic, statements: &[Value]) -> Vec<(String, Verdict)> {
    cell(row, statements).offers.into_iter().map(|offer| (offer.regimen, offer.standing)).collect()
}

fn offer(regimen: &str, standing: Verdict) -> (String, Verdict) {
    (regimen.to_owned(), standing)
}

fn usual() -> Vec<Value> {
    vec![
        json!({ "topic": "initial_therapy", "verdict": "recommended", "regimens": ["mmf+bel"] }),
        json!({ "topic": "cni", "verdict": "option", "regimens": ["mmf+voc"] }),
        json!({ "topic": "maintenance", "verdict": "recommended", "regimens": ["aza"] }),
        json!({ "topic": "maintenance", "also": ["cni"], "verdict": "option", "regimens": ["mmf+tac"] }),
    ]
}

#[test]
fn initial_therapy_hears_the_rows_of_the_drugs() {
    let (bel, voc, tac) =
        (offer("mmf+bel", Verdict::Recommended), offer("mmf+voc", Verdict::Option), offer("mmf+tac", Verdict::Option));
    assert_eq!(offers(Topic::InitialTherapy, &usual()), [bel.clone(), voc.clone(), tac.clone()]);
    assert_eq!(offers(Topic::Cni, &usual()), [voc, tac.clone()]);
    assert_eq!(offers(Topic::Belimumab, &usual()), [bel]);
    assert_eq!(offers(Topic::Maintenance, &usual()), [offer("aza", Verdict::Recommended), tac]);
}

/// What lowers a drug is heard in every row that offers it, and in no other.
#[test]
fn what_lowers_a_drug_is_heard_where_it_is_offered() {
    let with = |lowering: Value| {
        let mut all = usual();
        all.push(lowering);
        all
    };
    let lowering = json!({ "topic": "cni", "verdict": "avoid", "drugs": { "cni": "avoid" } });
    let initial = offers(Topic::InitialTherapy, &with(lowering.clone()));
    assert!(initial.contains(&offer("mmf+voc", Verdict::Avoid)) && initial.contains(&offer("mmf+tac", Verdict::Avoid)));
    assert!(initial.contains(&offer("mmf+bel", Verdict::Recommended)));
    assert!(offers(Topic::Maintenance, &with(lowering.clone())).contains(&offer("mmf+tac", Verdict::Avoid)));
    let mut waits = lowering;
    waits["when"] = json!({ "is": "hypertension" });
    let waiting = cell(Topic::InitialTherapy, &with(waits));
    let voc = waiting.offers.iter().find(|offer| offer.regimen == "mmf+voc").unwrap();
    assert_eq!((voc.standing, voc.missing.as_slice()), (Verdict::NeedsData, [Datum::Comorbidities].as_slice()));
    let wary = json!({ "topic": "belimumab", "verdict": "caution", "drugs": { "bel": "caution" } });
    assert_eq!(offers(Topic::Belimumab, &with(wary)), [offer("mmf+bel", Verdict::Caution)]);
}

/// A drug of which nothing is said takes over what the initial therapy says against treating, with the statement that says
/// so, or what it waits for.
#[test]
fn a_drug_without_a_word_follows_the_initial_therapy() {
    let avoid = [json!({ "topic": "initial_therapy", "verdict": "avoid" })];
    let found = cell(Topic::Belimumab, &avoid);
    assert_eq!(found.verdict, Verdict::Avoid);
    assert_eq!(found.spoke.iter().map(|said| said.id.as_str()).collect::<Vec<_>>(), ["s0"]);
    let waits = [json!({ "topic": "initial_therapy", "verdict": "avoid", "when": { "is": "hypertension" } })];
    let found = cell(Topic::Belimumab, &waits);
    assert_eq!((found.verdict, found.hangs_on.as_slice()), (Verdict::NeedsData, [Datum::Comorbidities].as_slice()));
    assert_eq!(found.missing, [Datum::Comorbidities]);
    let other = [json!({ "topic": "initial_therapy", "verdict": "recommended", "regimens": ["mmf"] })];
    assert_eq!(cell(Topic::Belimumab, &other).verdict, Verdict::NotAddressed);
}

/// The first statement that does not fall away has the word of a row without offers; one that may contradict it makes it
/// wait.
#[test]
fn the_first_statement_that_holds_has_the_word() {
    let said = |verdict: &str| json!({ "topic": "kidney_protection", "verdict": verdict });
    let when = |mut said: Value, fact: &str| {
        said["when"] = json!({ "is": fact });
        said
    };
    let word = |statements: &[Value]| cell(Topic::KidneyProtection, statements).verdict;
    assert_eq!(word(&[said("recommended"), said("option")]), Verdict::Recommended);
    assert_eq!(word(&[when(said("avoid"), "male"), said("option")]), Verdict::Option, "V1 is a woman");
    assert_eq!(word(&[when(said("avoid"), "male")]), Verdict::NotApplicable);
    assert_eq!(word(&[when(said("avoid"), "hypertension"), said("option")]), Verdict::NeedsData);
    assert_eq!(word(&[said("option"), when(said("avoid"), "hypertension")]), Verdict::Option);
    let mut against = when(said("avoid"), "hypertension");
    against["conflicts_with"] = json!(["s0"]);
    assert_eq!(word(&[said("option"), against.clone()]), Verdict::NeedsData);
    against["when"] = json!({ "is": "proliferative" });
    assert_eq!(word(&[said("option"), against]), Verdict::Conflict);
    assert_eq!(word(&[]), Verdict::NotAddressed);
}
