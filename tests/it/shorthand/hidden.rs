//! What is to be done or aimed at never hides a drug.

use regards::meeting::hides_drug;

use super::*;

#[test]
fn a_drug_behind_the_date_of_an_act_is_a_line_of_its_own() {
    for text in [
        "bio m1 m3 ramipril 5 mg/j",
        "bio m1 m3, ramipril 5 mg/j",
        "labs m1 m3 ramipril 5 mg/d",
        "upcr m1 m3 et ramipril 5 mg/j",
        "avis cardio, ramipril 5 mg/j",
        "représenter m6 ramipril 5 mg/j",
    ] {
        let plan = Plan::of(text, today());
        let drugs: Vec<_> = plan.lines.iter().map(|line| (line.kind, line.drug)).collect();
        assert_eq!(drugs, [(LineKind::Start, Some(Drug::Ramipril))], "{text}");
        assert!(!plan.actions.is_empty() || plan.represent.is_some(), "{text}");
        assert_eq!(proposed_by(text).len(), 1, "{text}");
    }
    assert_eq!(proposed_by("bio m1 m3 arrêt ramipril ; mmf 2 g/j").len(), 2);
}

#[test]
fn a_drug_that_waits_for_the_act_or_has_no_dose_stays_in_marked_words() {
    for text in [
        "bio m3 hcq",
        "avis cardio avant cyc 500 mg",
        "avis gynéco puis cyc 500 mg x6",
        "biopsie si upcr m6 > 0,7 puis rtx 1 g",
        "@nephro mmf 2 g/j",
        "cible upcr < 0,7 g/g m12, mmf 2 g/j",
        "target upcr < 0.7 g/g with mmf 2 g/d",
    ] {
        assert_eq!(read(text).into_iter().map(|said| said.item).collect::<Vec<_>>(), [Item::Words(text.to_owned())]);
    }
}

#[test]
fn the_level_of_a_drug_is_measured_and_no_drug_is_hidden() {
    for text in ["dosage tac m1", "taux d'hcq m3", "hcq level m3", "tacrolimus level m1", "bilan vitamine D m3"] {
        assert!(matches!(read(text)[0].item, Item::Action(_)), "{text}: {:?}", read(text));
    }
    assert!(hides_drug("dosage tac 2 mg x2/j"), "a dose is given");
}

#[test]
fn what_follows_a_condition_in_words_is_marked_where_it_names_a_drug() {
    let plan = Plan::of("si upcr m3 > 1 g/g : rebiopsie et rtx 1 g ; si upcr m6 > 1 g/g : rebiopsie", today());
    let hides = |branch: &Branch| matches!(&branch.then, Then::Words(words) if hides_drug(words));
    assert_eq!(plan.branches.iter().map(hides).collect::<Vec<_>>(), [true, false]);
}
