//! Section C and D of the clinical sheet, cell by cell: what the histological class and the patient's facts change.

use regards::domain::{Case, Day};
use regards::knowledge::{Cell, Country, Datum, FactId, Facts, Topic, Truth, Verdict, facts, missing, side_by_side};
use regards::read;

use super::vignettes;

use crate::scene::library;

fn biopsied(biopsy: &str, upcr: &str) -> Facts {
    let text = format!(
        "format: 1\ncase: T-1\nquestion: \"?\"\npatient: {{alias: T, sex: female, age: 30, weight: 60 kg}}\nkidney: {{worsening: no, biopsies: [{{date: 2026-05-01, {biopsy}}}]}}\nlabs: [{{date: 2026-05-05, upcr: {upcr}}}]\n"
    );
    let today: Day = "2026-06-01".parse().unwrap();
    let reading = read::document::<Case>(text.as_bytes());
    facts(&reading.value.unwrap_or_else(|| panic!("{:?}", reading.remarks)), today)
}

fn varied(name: &str, changes: &[(FactId, &str)]) -> Facts {
    vignettes::supposing(name, changes)
}

/// The cell of EULAR, ACR or KDIGO.
fn cell(facts: &Facts, topic: Topic, guideline: &str) -> Cell {
    side_by_side(&library(), facts, Country::France).cell(topic, guideline).unwrap().clone()
}

fn speaks(facts: &Facts, topic: Topic, guideline: &str, id: &str) -> bool {
    cell(facts, topic, guideline).spoke.iter().any(|said| said.id == id)
}

fn class_rule(biopsy: &str, upcr: &str) -> Vec<Verdict> {
    let facts = biopsied(biopsy, upcr);
    ["eular-2025", "acr-2024", "kdigo-2024"].map(|id| cell(&facts, Topic::ClassRule, id).verdict).to_vec()
}

#[test]
fn the_class_rule_follows_the_sheet() {
    use Verdict::{Avoid, Judgement, NotAddressed, Recommended};
    for (biopsy, upcr, expected) in [
        ("class: [I]", "0.3 g/g", [NotAddressed, NotAddressed, Avoid]),
        ("class: [II]", "1 g/g", [NotAddressed, NotAddressed, Avoid]),
        ("class: [II]", "3.5 g/g", [NotAddressed, NotAddressed, Recommended]),
        ("class: [III], lesions: A", "0.6 g/g", [Recommended, Recommended, Recommended]),
        ("class: [IV], lesions: C", "0.6 g/g", [NotAddressed, NotAddressed, Avoid]),
        ("class: [IV, V], lesions: A", "0.6 g/g", [Recommended, Recommended, Recommended]),
        ("class: [V]", "1 g/g", [Judgement, Recommended, Avoid]),
        ("class: [V]", "1.01 g/g", [Recommended, Recommended, Avoid]),
        ("class: [V]", "3.49 g/g", [Recommended, Recommended, Avoid]),
        ("class: [V]", "3.5 g/g", [Recommended, Recommended, Recommended]),
        ("class: [VI]", "1 g/g", [NotAddressed, NotAddressed, Avoid]),
    ] {
        assert_eq!(class_rule(biopsy, upcr), expected, "{biopsy} {upcr}");
    }
}

/// KDIGO 2024 PP 10.2.2.1: class I or II, nephrotic, with effacement on electron microscopy: as minimal change disease.
#[test]
fn podocytopathy_asks_for_electron_microscopy() {
    let initial = |effacement: &str| {
        let facts = biopsied(&format!("class: [II]{effacement}"), "4 g/g");
        (cell(&facts, Topic::InitialTherapy, "kdigo-2024"), facts)
    };
    let (shown, _) = initial(", podocyte_effacement: yes");
    assert_eq!(shown.verdict, Verdict::Recommended);
    assert_eq!(shown.offers.iter().map(|offer| offer.regimen.as_str()).collect::<Vec<_>>(), ["gc"]);
    let (unasked, facts) = initial("");
    assert_eq!(unasked.verdict, Verdict::NeedsData);
    let table = side_by_side(&library(), &facts, Country::France);
    assert!(missing(&table).iter().any(|missing| missing.datum == Datum::PodocyteEffacement));
    assert_eq!(initial(", podocyte_effacement: no").0.verdict, Verdict::NotApplicable);
}

#[test]
fn a_factor_of_poor_prognosis_strengthens_the_combination() {
    let poor = |facts: &Facts| speaks(facts, Topic::InitialTherapy, "eular-2025", "combination-poor-prognosis");
    let single = |facts: &Facts| speaks(facts, Topic::InitialTherapy, "eular-2025", "single-agent");
    let (with, without) = (varied("V2", &[]), varied("V1", &[]));
    assert!(poor(&with) && !single(&with));
    assert!(!poor(&without) && single(&without));
}

/// EULAR 2025 R4 text: IgG below 6 g/L, prednisone above 10 mg/d, multimorbidity.
#[test]
fn b_cell_depletion_is_cautioned_at_its_limits() {
    let quiet = [(FactId::Prednisone, "10 mg/d"), (FactId::Multimorbidity, "no")];
    let standing = |change: (FactId, &str)| {
        let facts = varied("V1", &[&quiet[..], &[change]].concat());
        let offers = cell(&facts, Topic::InitialTherapy, "eular-2025").offers;
        offers.iter().find(|offer| offer.regimen == "mmf+obi").unwrap().standing
    };
    assert_eq!(standing((FactId::Igg, "6 g/L")), Verdict::Recommended);
    for change in [(FactId::Igg, "5.9 g/L"), (FactId::Prednisone, "10.5 mg/d"), (FactId::Multimorbidity, "yes")] {
        assert_eq!(standing(change), Verdict::Caution, "{change:?}");
    }
}

#[test]
fn no_regimen_joins_cyclophosphamide_and_a_calcineurin_inhibitor_or_goes_without_glucocorticoid() {
    use regards::knowledge::Agent;
    for regimen in &library().formulary().regimens {
        assert!(regimen.drugs.contains(&Agent::Glucocorticoid), "{}", regimen.code);
        let both = regimen.drugs.contains(&Agent::Cyclophosphamide) && Agent::Cni.is_in(&regimen.drugs);
        assert!(!both, "{}", regimen.code);
    }
    assert!(speaks(&varied("V1", &[]), Topic::Cni, "acr-2024", "cni-with-cyclophosphamide"));
}

#[test]
fn what_is_taken_from_another_edition_says_so() {
    let library = library();
    let taken = |guideline: &str, id: &str| {
        let statement = library.statement(guideline, id).unwrap();
        library.guideline(guideline).unwrap().publication(statement).map(|further| further.name.clone())
    };
    for id in ["pure-v-cut-off-2023", "initial-therapy-2023", "high-risk-2023", "antiphospholipid-syndrome"] {
        assert_eq!(taken("eular-2025", id).as_deref(), Some("EULAR 2023"), "{id}");
    }
    assert_eq!(taken("acr-2024", "pregnancy-aspirin").as_deref(), Some("ACR 2025 (SLE)"));
    assert_eq!(varied("V5", &[]).get(FactId::PureV).truth(), Truth::Yes);
    assert!(speaks(&varied("V5", &[]), Topic::ClassRule, "eular-2025", "pure-v-cut-off-2023"));
}
