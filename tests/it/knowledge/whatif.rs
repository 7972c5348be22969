//! What if: a supposed fact is heard wherever it bears, and nothing else changes.

use std::collections::BTreeSet;
use std::fs;
use std::sync::LazyLock;

use proptest::prelude::*;
use regards::domain::{Case, Class, Day, Refusal};
use regards::knowledge::{
    Amount, Country, Datum, FactId, Facts, Kind, Suppositions, Table, Truth, Value, facts, facts_supposing,
    side_by_side,
};
use regards::read;

use super::vignettes;

use crate::luck::draws;
use crate::scene::library;

fn day() -> Day {
    "2026-11-26".parse().unwrap()
}

fn shipped() -> Vec<(String, Case)> {
    static SHIPPED: LazyLock<Vec<(String, Case)>> = LazyLock::new(read_shipped);
    SHIPPED.clone()
}

fn read_shipped() -> Vec<(String, Case)> {
    let folder = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/cases")).unwrap();
    let mut paths: Vec<_> = folder.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let named = |path: std::path::PathBuf| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        (name, read::case(&fs::read(&path).unwrap(), day()).value.unwrap())
    };
    paths.into_iter().map(named).collect()
}

fn case(lines: &str) -> Case {
    let text = format!(
        "format: 1\ncase: T-1\nquestion: \"?\"\npatient: {{alias: T, sex: female, age: 30, weight: 60 kg}}\n{lines}"
    );
    let reading = read::document::<Case>(text.as_bytes());
    reading.value.unwrap_or_else(|| panic!("{:?}", reading.remarks))
}

fn supposing(changes: &[(FactId, &str)]) -> Suppositions {
    let mut supposed = Suppositions::default();
    for (fact, written) in changes {
        supposed.suppose(*fact, written).unwrap();
    }
    supposed
}

fn table(facts: &Facts) -> Table {
    side_by_side(&library(), facts, Country::France)
}

/// What each fact amounts to, without what it rests on.
fn values(facts: &Facts) -> Vec<(FactId, Value)> {
    facts.all().map(|(fact, finding)| (fact, finding.value.clone())).collect()
}

fn truth(lines: &str, changes: &[(FactId, &str)], fact: FactId) -> Truth {
    facts_supposing(&case(lines), day(), &supposing(changes)).get(fact).truth()
}

#[test]
fn to_suppose_what_is_changes_nothing() {
    for (name, case) in shipped() {
        let truth = facts(&case, day());
        let same = table(&truth);
        for (fact, finding) in truth.all().filter(|(_, finding)| finding.value != Value::Unknown) {
            let mut supposed = Suppositions::default();
            supposed.suppose_value(fact, finding.value.clone());
            let found = facts_supposing(&case, day(), &supposed);
            assert!(found.all().eq(truth.all()), "{name} {fact}");
        }
        let mut everything = Suppositions::default();
        for (fact, finding) in truth.all() {
            everything.suppose_value(fact, finding.value.clone());
        }
        let found = facts_supposing(&case, day(), &everything);
        assert!(found.all().eq(truth.all()), "{name}");
        assert_eq!(table(&found), same, "{name}");
    }
}

/// What a file that says it would say: the same values, the same table but for what it is computed from.
#[test]
fn a_supposition_is_heard_as_a_file_that_says_it() {
    let file = |class: &str, index: &str, labs: &str, more: &str| {
        case(&format!(
            "lupus: {{flares: 1}}\nextrarenal: []\nbackground: {{comorbidities: []}}\n\
             kidney: {{biopsies: [{{date: 2026-05-01, class: [{class}], lesions: A, {index}, fibrosis: mild}}]}}\n\
             labs: [{{date: 2026-05-02, creatinine: 70 µmol/L, {labs}}}]\n{more}"
        ))
    };
    let usual = "activity: 8, chronicity: 2, crescents: 0 %";
    let iv = file("IV", usual, "upcr: 1.6 g/g", "");
    for (changes, says) in [
        (vec![(FactId::Class, "V")], file("V", usual, "upcr: 1.6 g/g", "")),
        (vec![(FactId::Class, "V, III")], file("III, V", usual, "upcr: 1.6 g/g", "")),
        (vec![(FactId::Class, "II")], file("II", usual, "upcr: 1.6 g/g", "")),
        (vec![(FactId::Class, "VI")], file("VI", usual, "upcr: 1.6 g/g", "")),
        (vec![(FactId::Proteinuria, "3,6 g/g")], file("IV", usual, "upcr: 3.6 g/g", "")),
        (vec![(FactId::Proteinuria, "45 mg/mmol")], file("IV", usual, "upcr: 45 mg/mmol", "")),
        (
            vec![(FactId::ChronicityIndex, "5/12")],
            file("IV", "activity: 8, chronicity: 5, crescents: 0 %", "upcr: 1.6 g/g", ""),
        ),
        (
            vec![(FactId::Crescents, "30 %")],
            file("IV", "activity: 8, chronicity: 2, crescents: 30 %", "upcr: 1.6 g/g", ""),
        ),
        (
            vec![(FactId::MonthsSinceStart, "6 months")],
            file("IV", usual, "upcr: 1.6 g/g", "course: {started: 2026-05-26}\n"),
        ),
    ] {
        let supposed = facts_supposing(&iv, day(), &supposing(&changes));
        let said = facts(&says, day());
        assert_eq!(values(&supposed), values(&said), "{changes:?}");
        assert_eq!(table(&supposed), table(&said), "{changes:?}");
    }
}

#[test]
fn suppositions_taken_back_leave_no_trace() {
    for (name, case) in shipped() {
        let mut supposed = supposing(&[(FactId::Class, "VI"), (FactId::Egfr, "12 mL/min"), (FactId::Pregnant, "yes")]);
        assert!(!facts_supposing(&case, day(), &supposed).supposed().is_empty());
        for fact in [FactId::Class, FactId::Egfr, FactId::Pregnant] {
            assert!(supposed.remove(fact));
        }
        assert_eq!(facts_supposing(&case, day(), &supposed), facts(&case, day()), "{name}");
    }
}

#[test]
fn what_follows_follows() {
    use FactId as F;
    let iv = "lupus: {flares: 1}\nextrarenal: []\nkidney: {biopsies: [{date: 2026-05-01, class: [IV], lesions: A}]}\n\
              labs: [{date: 2026-05-02, creatinine: 70 µmol/L, upcr: 1.6 g/g}]\n\
              treatments: [{drug: prednisone, dose: 10 mg/d, from: 2026-01-01}]\nbackground: {apl: negative}\n";
    let unknown = |truth: Truth| truth.is_unknown();
    assert_eq!(truth(iv, &[(F::Class, "II")], F::ActiveNephritis), Truth::No);
    assert_eq!(truth(iv, &[(F::ChronicOnly, "yes")], F::ActiveNephritis), Truth::No);
    assert_eq!(truth(iv, &[(F::ActivityIndex, "0")], F::ChronicOnly), Truth::Yes);
    assert!(unknown(truth(iv, &[(F::Class, "unknown")], F::ActiveNephritis)));
    assert!(unknown(truth(iv, &[(F::Class, "inconnu")], F::PureV)));
    assert_eq!(truth(iv, &[(F::Egfr, "40 mL/min")], F::LowFiltration), Truth::Yes);
    assert_eq!(truth(iv, &[(F::Egfr, "25 mL/min")], F::HighCkdRisk), Truth::Yes);
    assert_eq!(truth(iv, &[(F::Proteinuria, "3.5 g/g")], F::NephroticRange), Truth::Yes);
    assert_eq!(truth(iv, &[(F::FirstFlare, "no")], F::PreviousFlare), Truth::Yes);
    assert_eq!(truth(iv, &[(F::PreviousFlare, "yes")], F::FirstFlare), Truth::No);
    assert_eq!(truth(iv, &[(F::RepeatedFlares, "yes")], F::PreviousFlare), Truth::Yes);
    assert_eq!(truth(iv, &[(F::ExtrarenalModerateSevere, "yes")], F::ExtrarenalActivity), Truth::Yes);
    assert!(unknown(truth(iv, &[(F::ExtrarenalActivity, "yes")], F::ExtrarenalModerateSevere)));
    assert_eq!(truth(iv, &[(F::AplHighRisk, "yes")], F::AplPositive), Truth::Yes);
    assert_eq!(truth(iv, &[(F::InCompleteResponse, "yes")], F::InResponse), Truth::Yes);
    assert_eq!(truth(iv, &[(F::InCompleteResponse, "yes")], F::ActiveNephritis), Truth::No);
    assert_eq!(truth(iv, &[(F::MonthsSinceResponse, "40 months")], F::InResponse), Truth::Yes);
    assert_eq!(truth(iv, &[(F::MonthsSinceStart, "6 months")], F::TreatmentStarted), Truth::Yes);
    assert_eq!(truth(iv, &[(F::Age, "15 years")], F::Child), Truth::Yes);
    assert_eq!(truth(iv, &[(F::Prednisone, "0 mg/d")], F::OffGlucocorticoid), Truth::Yes);
    assert_eq!(truth(iv, &[(F::OnMycophenolate, "yes")], F::OnTeratogen), Truth::Yes);
    assert_eq!(truth(iv, &[(F::OffGlucocorticoid, "yes")], F::OffGlucocorticoid), Truth::Yes);
    let stopped = facts_supposing(&case(iv), day(), &supposing(&[(F::OffGlucocorticoid, "yes")]));
    assert!(stopped.get(F::Prednisone).amount().unwrap().number.0.is_zero());
    let never = "lupus: {flares: 0}\nlabs: [{date: 2026-05-02, upcr: 0.2 g/g}]\n";
    assert_eq!(truth(never, &[], F::ActiveNephritis), Truth::No);
    assert!(unknown(truth(never, &[(F::Proteinuria, "0.9 g/g")], F::ActiveNephritis)));
    assert_eq!(truth(never, &[(F::Class, "V")], F::ActiveNephritis), Truth::Yes);
    let baseline = |changes| facts_supposing(&case(iv), day(), &supposing(changes)).get(F::BaselineProteinuria).clone();
    assert_eq!(baseline(&[(F::Proteinuria, "3 g/g")]).amount().unwrap().to_string(), "3 g/g", "nothing has started");
}

/// Values to suppose of a fact, whatever it is.
fn tried(fact: FactId) -> Vec<Value> {
    let numbers =
        |unit: &str| [0, 1, 7, 14, 40, 90, 4000].map(|number| Value::Number(Amount::new(number.into(), unit)));
    match fact.kind() {
        Kind::Flag => vec![Value::Flag(true), Value::Flag(false)],
        Kind::Classes => vec![Value::Classes(vec![Class::II]), Value::Classes(vec![Class::IV]), Value::Unknown],
        Kind::Number(measure) => numbers(measure.unit()).to_vec(),
    }
}

/// A computed fact moves with each of the facts that it is said to follow from, in one of these cases at least.
#[test]
fn what_follows_from_a_fact_moves_with_it() {
    let computed = FactId::ALL.iter().filter(|fact| fact.roots() != [**fact]);
    let mut still: BTreeSet<(FactId, FactId)> =
        computed.flat_map(|fact| fact.roots().into_iter().map(|root| (*fact, root))).collect();
    let roots: BTreeSet<FactId> = still.iter().map(|(_, root)| *root).collect();
    let shipped = shipped().into_iter().map(|(_, case)| (case, day()));
    let unanswered = case(
        "course: {started: 2026-03-01}\n\
         labs: [{date: 2026-03-01, creatinine: 70 µmol/L, upcr: 2 g/g}, {date: 2026-11-01, creatinine: 70 µmol/L, upcr: 2 g/g}]\n",
    );
    for (case, today) in shipped.chain(vignettes::cases()).chain([(unanswered, day())]) {
        let truth = facts(&case, today);
        for (root, value) in roots.iter().flat_map(|root| tried(*root).into_iter().map(move |value| (*root, value))) {
            let mut supposed = Suppositions::default();
            supposed.suppose_value(root, value);
            let found = facts_supposing(&case, today, &supposed);
            still.retain(|(fact, of)| *of != root || found.get(*fact) == truth.get(*fact));
        }
    }
    assert!(still.is_empty(), "{still:?}");
}

/// What the case answers by saying nothing names what would settle it, once it is supposed unknown.
#[test]
fn whatever_is_supposed_unknown_says_what_would_settle_it() {
    for (name, case) in shipped() {
        for fact in FactId::ALL {
            let found = facts_supposing(&case, day(), &supposing(&[(*fact, "unknown")]));
            let missing = &found.get(*fact).missing;
            assert!(!missing.is_empty() && !missing.contains(&Datum::Stated), "{name} {fact}: {missing:?}");
        }
    }
}

#[test]
fn what_is_supposed_says_so_and_what_does_not_follow_keeps_its_ground() {
    for (name, case) in shipped() {
        let found = facts_supposing(&case, day(), &supposing(&[(FactId::Weight, "93 kg")]));
        for (fact, finding) in found.all() {
            assert_eq!(finding.is_supposed(), fact == FactId::Weight, "{name} {fact}");
        }
    }
}

#[test]
fn what_cannot_be_said_of_a_fact_is_refused() {
    let refusal = |fact, written| Suppositions::default().suppose(fact, written).unwrap_err();
    assert!(matches!(refusal(FactId::Proteinuria, "0.8"), Refusal::UnitMissing { .. }));
    assert!(matches!(refusal(FactId::Proteinuria, "0.8 mmol/L"), Refusal::UnitUnknown { .. }));
    assert!(matches!(refusal(FactId::Egfr, "900 mL/min"), Refusal::Impossible { .. }));
    assert!(matches!(refusal(FactId::ActivityIndex, "25"), Refusal::Impossible { .. }));
    assert!(matches!(refusal(FactId::Egfr, "<30 mL/min"), Refusal::Comparison { .. }));
    assert!(matches!(refusal(FactId::Pregnant, "perhaps"), Refusal::Form { .. }));
    assert!(matches!(refusal(FactId::Class, "VII"), Refusal::Form { .. }));
    assert!(matches!(refusal(FactId::Class, ""), Refusal::Form { .. }));
    assert!(matches!(refusal(FactId::ChronicityIndex, "13"), Refusal::Impossible { .. }));
}

/// A number is held to what is possible of its own fact, and not of another with the same unit.
#[test]
fn a_number_is_held_to_what_is_possible_of_its_fact() {
    for (fact, possible, beyond) in [
        (FactId::Albumin, "80 g/L", "81 g/L"),
        (FactId::Igg, "150 g/L", "151 g/L"),
        (FactId::Crescents, "100 %", "101 %"),
        (FactId::Adamts13, "300 %", "301 %"),
        (FactId::Prednisone, "2000 mg/d", "2001 mg/d"),
        (FactId::HcqDaily, "20000 mg/d", "20001 mg/d"),
    ] {
        let mut supposed = Suppositions::default();
        assert_eq!(supposed.suppose(fact, possible), Ok(()), "{fact}");
        assert!(matches!(supposed.suppose(fact, beyond), Err(Refusal::Impossible { .. })), "{fact}");
    }
}

/// What is supposed unknown lacks what it rested on in the file; what rested on a supposition, what the file would settle it by.
#[test]
fn what_is_supposed_unknown_lacks_what_it_rested_on() {
    let missing = |lines: &str, changes: &[(FactId, &str)], fact: FactId| {
        facts_supposing(&case(lines), day(), &supposing(changes)).get(fact).missing.clone()
    };
    let daily = "labs: [{date: 2026-05-20, protein_24h: 2 g/24h}]\n";
    assert_eq!(missing(daily, &[(FactId::Proteinuria, "unknown")], FactId::Proteinuria), [Datum::Protein24h]);
    let both = [(FactId::Egfr, "50 mL/min"), (FactId::LowFiltration, "unknown")];
    assert_eq!(missing("", &both, FactId::LowFiltration), [Datum::Creatinine]);
    let never = "lupus: {flares: 1}\n";
    assert_eq!(
        missing(never, &[(FactId::Relapse, "unknown")], FactId::Relapse),
        [Datum::Response],
        "what it hangs on most"
    );
}

/// Without a biopsy a response on record answers a class that is supposed.
#[test]
fn a_supposed_class_does_not_undo_a_response() {
    let course = "course: {started: 2025-01-01, response: 2025-09-01}\n";
    assert_eq!(truth(course, &[(FactId::Class, "IV")], FactId::ActiveNephritis), Truth::No);
    assert_eq!(truth("", &[(FactId::FirstFlare, "no")], FactId::PreviousFlare), Truth::Yes, "then there was another");
}

/// The words of both languages, classes in any order and once each, an index with its total, spaces around it all.
#[test]
fn what_is_supposed_is_understood_as_it_is_written() {
    let written = |fact: FactId, written: &str| {
        let mut supposed = Suppositions::default();
        supposed.suppose(fact, written).unwrap();
        assert_eq!((supposed.len(), supposed.is_empty()), (1, false));
        supposed.get(fact).unwrap().written()
    };
    for (told, word) in
        [(" oui ", "yes"), ("Yes", "yes"), ("NON", "no"), ("no", "no"), ("inconnu", "unknown"), ("?", "unknown")]
    {
        assert_eq!(written(FactId::Pregnant, told), word, "{told}");
    }
    assert_eq!(written(FactId::Class, "v + iii,III"), "III+V");
    assert_eq!(
        (written(FactId::ActivityIndex, "13 / 24"), written(FactId::ChronicityIndex, " 12/12")),
        ("13".into(), "12".into())
    );
    let none = Suppositions::default();
    assert_eq!((none.len(), none.is_empty()), (0, true));
    let mut two = supposing(&[(FactId::Pregnant, "yes")]);
    two.suppose_value(FactId::Class, Value::Unknown);
    assert_eq!((two.len(), two.get(FactId::Class).unwrap().value()), (2, &Value::Unknown));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: draws(48), failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is supposed unknown, of whichever case, only takes away and never contradicts a fact.
    #[test]
    fn unknown_is_never_no(
        which in 0..shipped().len(),
        hidden in proptest::sample::subsequence(FactId::ALL, 0..=FactId::ALL.len()),
    ) {
        let (name, case) = shipped().swap_remove(which);
        let truth = facts(&case, day());
        let mut supposed = Suppositions::default();
        for fact in &hidden {
            supposed.suppose_value(*fact, Value::Unknown);
        }
        let less = facts_supposing(&case, day(), &supposed);
        for (fact, finding) in less.all() {
            let known = finding.value != Value::Unknown;
            prop_assert!(!known || finding.value == truth.get(fact).value, "{name} {fact}: {finding:?}");
            prop_assert!(known == finding.missing.is_empty(), "{name} {fact}: {finding:?}");
        }
    }

    #[test]
    fn suppositions_are_read_as_they_are_written(
        which in 0..shipped().len(),
        kept in proptest::sample::subsequence(FactId::ALL, 0..=FactId::ALL.len()),
    ) {
        let (_, case) = shipped().swap_remove(which);
        let truth = facts(&case, day());
        let mut supposed = Suppositions::default();
        for fact in &kept {
            let finding = truth.get(*fact);
            if finding.value != Value::Classes(Vec::new()) {
                supposed.suppose_value(*fact, finding.value.clone());
            }
        }
        let text = serde_json::to_string(&supposed).unwrap();
        prop_assert_eq!(serde_json::from_str::<Suppositions>(&text).unwrap(), supposed);
    }
}
