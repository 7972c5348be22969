//! The explained differences: they ask what facts can answer, each is reached by somebody, both languages say them.

use std::collections::BTreeSet;

use regards::knowledge::{Accord, Checked, Country, FactId, Facts, Library, Topic, Truth, differences, side_by_side};

use super::{reach, vignettes};

use crate::scene::library;

#[test]
fn the_list_of_the_clinical_sheet_is_whole() {
    let library = library();
    let all = library.differences();
    let numbers: Vec<u8> = all.iter().filter_map(|one| one.number).collect();
    assert_eq!(numbers, (1..=28).collect::<Vec<u8>>());
    assert_eq!(all.iter().filter(|one| one.same).count(), 7);
    assert!(all.iter().all(|one| one.same == one.number.is_none()), "what is the same has no number");
    let ids: BTreeSet<&String> = all.iter().map(|one| &one.id).collect();
    assert_eq!(ids.len(), all.len());
    assert!(all.iter().all(|one| one.checked != Checked::Verified), "KDIGO's text was not read");
}

#[test]
fn they_ask_what_facts_can_answer_and_name_guidelines_that_exist() {
    let library = library();
    assert_eq!(library.faults(), [] as [String; 0]);
    for one in library.differences() {
        assert!(one.between.len() > 1 && one.between.iter().all(|id| library.guideline(id).is_some()), "{}", one.id);
    }
}

/// One sentence each; French typography; the guidelines it speaks of are named.
#[test]
fn each_is_one_sentence_in_both_languages() {
    for one in library().differences() {
        for text in [&one.fr, &one.en] {
            assert!(text.ends_with('.') && !text.contains(". "), "{}: {text}", one.id);
            let names = ["EULAR", "ACR", "KDIGO"];
            assert!(one.same || names.iter().all(|name| text.contains(name)), "{}: {text}", one.id);
        }
        assert!(!super::content::is_wrong_french(&one.fr), "{}: {}", one.id, one.fr);
    }
}

#[test]
fn every_one_matters_for_somebody() {
    let everyone = reach::everyone();
    let library = library();
    let idle: Vec<&str> = library
        .differences()
        .iter()
        .filter(|one| everyone.iter().all(|facts| facts.judge(&one.when) != Truth::Yes))
        .map(|one| one.id.as_str())
        .collect();
    assert!(idle.is_empty(), "{idle:?}");
}

/// Those that hold stand in the row; those that are open do not, and say what they need.
#[test]
fn a_row_holds_those_that_matter_for_sure() {
    let library = library();
    let (_, mut facts) = vignettes::all().into_iter().find(|(id, _)| id == "V1").unwrap();
    let ids = |facts: &Facts| {
        side_by_side(&library, facts, Country::France).row(Topic::Belimumab).unwrap().differences.clone()
    };
    assert_eq!(ids(&facts), ["extrarenal-belimumab"]);
    facts.forget(FactId::ExtrarenalModerateSevere);
    assert_eq!(ids(&facts), [] as [&str; 0]);
    let found = differences(&library, &facts, Topic::Belimumab);
    assert!(found.iter().any(|(one, truth)| one.id == "extrarenal-belimumab" && truth.is_unknown()));
}

/// guidelines.md A and Q 16: EULAR and KDIGO from 0.5 g/g on and for an active sediment below, ACR above it.
#[test]
fn the_biopsy_is_spoken_of_until_it_is_taken() {
    let at = |changes: &[(FactId, &str)]| {
        let mut all = vec![(FactId::Biopsied, "no"), (FactId::ImpairedFunction, "no")];
        all.extend_from_slice(changes);
        on_row(&vignettes::supposing("V1", &all), Topic::Biopsy)
    };
    let sediment = |found| (FactId::HaematuriaOrCasts, found);
    assert_eq!(at(&[(FactId::Proteinuria, "0.49 g/g"), sediment("no")]), [] as [&str; 0]);
    assert_eq!(at(&[(FactId::Proteinuria, "0.49 g/g"), sediment("yes")]), ["biopsy-threshold"]);
    assert_eq!(at(&[(FactId::Proteinuria, "0.5 g/g"), sediment("no")]), ["biopsy-threshold"]);
    assert_eq!(at(&[(FactId::Proteinuria, "0.51 g/g"), sediment("yes")]), ["same-biopsy"]);
    assert_eq!(on_row(&vignettes::supposing("V1", &[]), Topic::Biopsy), [] as [&str; 0], "it has been taken");
}

/// Each sentence stands on the row of its own subject, and only for whom it matters.
#[test]
fn they_stand_on_the_row_of_their_subject() {
    let on = |name: &str, changes: &[(FactId, &str)], topic| on_row(&vignettes::supposing(name, changes), topic);
    let none = [] as [&str; 0];
    assert_eq!(on("V12", &[], Topic::GcStop), ["glucocorticoid-off"]);
    assert_eq!(on("V11", &[], Topic::GcStop), none, "already off");
    assert_eq!(on("V11", &[], Topic::Sglt2Inhibitor), ["sglt2-when"]);
    assert_eq!(on("V1", &[], Topic::Sglt2Inhibitor), none, "all of them wait");
    assert_eq!(on("V1", &[], Topic::InfectionPrevention), ["pneumocystis"]);
    assert_eq!(on("V11", &[], Topic::Maintenance), none, "no cyclophosphamide");
    let after = [(FactId::CyclophosphamideToFollow, "yes")];
    assert_eq!(on("V11", &after, Topic::Maintenance), ["same-mycophenolate-after-cyclophosphamide"]);
    assert_eq!(on("V7", &[], Topic::Obinutuzumab), ["obinutuzumab-place"], "KDIGO names rituximab in pure class V");
    let near = [(FactId::NearKidneyFailure, "yes"), (FactId::Transplanted, "no")];
    assert_eq!(on("V11", &near, Topic::KidneyFailure), ["transplant-wait"]);
    assert_eq!(on("V11", &[], Topic::KidneyFailure), none);
    let failing = [(FactId::MonthsSinceStart, "8 months"), (FactId::BaselineProteinuria, "2 g/g")];
    assert_eq!(on("V6", &failing, Topic::InadequateResponse), ["same-adherence-first"]);
    assert_eq!(on("V6", &[], Topic::InadequateResponse), none);
}

/// Half of less than 6 g/g is below the 3 g/g that ACR and KDIGO print (guidelines.md H).
#[test]
fn the_bound_of_a_partial_response_matters_from_twice_itself() {
    let at = |start| on_row(&vignettes::supposing("V2", &[(FactId::BaselineProteinuria, start)]), Topic::Response6m);
    assert_eq!(at("5.9 g/g"), [] as [&str; 0]);
    assert_eq!(at("6 g/g"), ["partial-response-bound"]);
}

fn on_row(facts: &Facts, topic: Topic) -> Vec<String> {
    side_by_side(&library(), facts, Country::France).row(topic).unwrap().differences.clone()
}

/// A library without one of the guidelines does not speak of it.
#[test]
fn a_guideline_that_is_not_at_hand_is_not_spoken_of() {
    let shipped = library();
    let library = Library::of(shipped.guidelines()[..2].to_vec(), shipped.formulary().clone());
    let (_, facts) = vignettes::all().remove(0);
    assert!(Topic::ALL.iter().all(|topic| differences(&library, &facts, *topic).is_empty()));
}

/// Where the codes say that the guidelines differ on what to start with, a sentence says why it matters.
#[test]
fn where_they_differ_on_what_to_start_with_it_is_explained() {
    let library = library();
    for (id, facts) in vignettes::all() {
        let table = side_by_side(&library, &facts, Country::France);
        let row = table.row(Topic::InitialTherapy).unwrap();
        let has_sentence = row.differences.iter().any(|id| !library.difference(id).unwrap().same);
        assert!(row.agreement.accord != Accord::Differ || has_sentence, "{id}");
    }
}

/// guidelines.md Q 5 to 8, 10, 16, 19, 21, 22: each limit on both sides, in each unit that is printed.
#[test]
fn they_matter_from_their_limit_on() {
    let library = library();
    let holds = |id: &str, vignette: &str, changes: &[(FactId, &str)]| {
        let facts = vignettes::supposing(vignette, changes);
        match facts.judge(&library.difference(id).unwrap().when) {
            Truth::Yes => true,
            Truth::No => false,
            unknown @ Truth::Unknown(_) => panic!("{id} {changes:?}: {unknown:?}"),
        }
    };
    let at = |id: &str, fact: FactId, written: &str| holds(id, "V1", &[(FactId::Pregnant, "no"), (fact, written)]);
    let protein =
        |id: &str, written: &[&str]| written.iter().map(|one| at(id, FactId::Proteinuria, one)).collect::<Vec<_>>();
    let four = ["0.499 g/g", "0.5 g/g", "49.9 mg/mmol", "50 mg/mmol"];
    assert_eq!(protein("raas-threshold", &four), [true, false, true, false]);
    assert_eq!(protein("same-raas-blocker", &four), [false, true, false, true]);
    let baseline = |written| at("partial-response-bound", FactId::BaselineProteinuria, written);
    assert_eq!(["5.99 g/g", "6 g/g", "599 mg/mmol", "600 mg/mmol"].map(baseline), [false, true, false, true]);
    let low = |written| at("cni-low-filtration", FactId::Egfr, written);
    assert_eq!(["45 mL/min/1.73m²", "45.1 mL/min/1.73m²"].map(low), [true, false]);
    let heavy = |upcr: &str, egfr: &str| {
        let egfr = format!("{egfr} mL/min/1.73m²");
        holds("heavy-proteinuria-cni", "V1", &[(FactId::Proteinuria, upcr), (FactId::Egfr, &egfr)])
    };
    assert_eq!([heavy("3 g/g", "45.1"), heavy("2.99 g/g", "45.1"), heavy("3 g/g", "45")], [true, false, false]);
    assert_eq!([heavy("300 mg/mmol", "45.1"), heavy("299 mg/mmol", "45.1")], [true, false]);
    let pressure = |systolic: &str, diastolic: &str| {
        holds("pressure-target", "V1", &[(FactId::Systolic, systolic), (FactId::Diastolic, diastolic)])
    };
    assert!(!pressure("119 mmHg", "79 mmHg"));
    assert!(pressure("120 mmHg", "79 mmHg") && pressure("119 mmHg", "80 mmHg"));
    let pure_v = |written| holds("pure-v-regimen", "V6", &[(FactId::Proteinuria, written)]);
    assert_eq!(["0.99 g/g", "1 g/g"].map(pure_v), [false, true]);

    let unbiopsied = |id: &str, written: &str, sediment: &str| {
        let quiet = [(FactId::Biopsied, "no"), (FactId::ImpairedFunction, "no"), (FactId::HaematuriaOrCasts, sediment)];
        holds(id, "V1", &[quiet.as_slice(), &[(FactId::Proteinuria, written)]].concat())
    };
    let threshold = |written| unbiopsied("biopsy-threshold", written, "no");
    assert_eq!(["0.499 g/g", "0.5 g/g", "0.501 g/g"].map(threshold), [false, true, false]);
    assert_eq!(["49.9 mg/mmol", "50 mg/mmol", "50.1 mg/mmol"].map(threshold), [false, true, false]);
    assert_eq!(["0.499 g/24h", "0.5 g/24h", "0.501 g/24h"].map(threshold), [false, true, false]);
    assert!(unbiopsied("biopsy-threshold", "0.3 g/g", "yes"));
    let same = |written| unbiopsied("same-biopsy", written, "no");
    assert_eq!(["0.5 g/g", "0.501 g/g", "0.5 g/24h", "0.501 g/24h"].map(same), [false, true, false, true]);
}
