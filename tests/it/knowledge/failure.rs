//! Kidney failure: what stands in for the kidneys, how long lupus has been quiet, and what each guideline asks for.

use regards::domain::{Case, Day};
use regards::knowledge::{
    Advice, Country, Datum, FactId, Facts, Suppositions, Table, Topic, Truth, Verdict, facts, facts_supposing,
    side_by_side,
};
use regards::read;

use crate::scene::library;

fn day() -> Day {
    "2026-06-01".parse().unwrap()
}

/// A woman of 40 with class IV: creatinine of May, and these further lines of the kidney and of the case.
fn read_case(creatinine: &str, kidney: &str, lines: &str) -> Case {
    let text = format!(
        "format: 1\ncase: T-1\nquestion: \"?\"\npatient: {{alias: T, sex: female, age: 40, weight: 60 kg}}\n\
         kidney: {{biopsies: [{{date: 2020-05-01, class: [IV], lesions: C}}]{kidney}}}\n\
         labs: [{{date: 2026-05-02, creatinine: {creatinine}, upcr: 0.4 g/g}}]\n{lines}"
    );
    let reading = read::document::<Case>(text.as_bytes());
    reading.value.unwrap_or_else(|| panic!("{:?}", reading.remarks))
}

fn case(creatinine: &str, kidney: &str, lines: &str) -> Facts {
    facts(&read_case(creatinine, kidney, lines), day())
}

const QUIET: &str = "extrarenal: []\nactivity: [{date: 2025-11-20, sledai: [proteinuria]}, {date: 2026-05-02, sledai: [low_complement]}]\n";

fn truth(facts: &Facts, fact: FactId) -> Truth {
    facts.get(fact).truth()
}

fn unknown<const N: usize>(data: [Datum; N]) -> Truth {
    Truth::Unknown(data.into())
}

/// CKD-EPI 2021, woman of 40: 440 µmol/L is 10.6, 332 is 14.9, 330 is 15.02, 200 is 27.4, 90 is 71.5.
#[test]
fn by_filtration_and_by_what_stands_in_for_the_kidneys() {
    let failing = |creatinine, kidney| {
        let facts = case(creatinine, kidney, "");
        (truth(&facts, FactId::KidneyFailure), truth(&facts, FactId::NearKidneyFailure))
    };
    let asked = || unknown([Datum::Replacement]);
    assert_eq!(failing("90 µmol/L", ""), (Truth::No, Truth::No));
    assert_eq!(failing("440 µmol/L", ", replacement: none"), (Truth::Yes, Truth::Yes));
    assert_eq!(failing("440 µmol/L", ""), (Truth::Yes, asked()));
    assert_eq!(failing("330 µmol/L", ", replacement: none"), (Truth::No, Truth::No));
    assert_eq!(failing("332 µmol/L", ", replacement: none"), (Truth::Yes, Truth::Yes));
    assert_eq!(failing("200 µmol/L", ""), (asked(), Truth::No));
    assert_eq!(failing("440 µmol/L", ", replacement: haemodialysis"), (Truth::Yes, Truth::No));
    assert_eq!(failing("90 µmol/L", ", replacement: transplant"), (Truth::Yes, Truth::No));
}

/// Asked and not known is never no, however good the filtration; never asked is no only far from kidney failure.
#[test]
fn replacement_that_is_not_known_stays_unknown() {
    let facts = case("90 µmol/L", ", replacement: unknown", "");
    assert_eq!(truth(&facts, FactId::OnDialysis), unknown([Datum::Replacement]));
    assert_eq!(truth(&case("90 µmol/L", "", ""), FactId::OnDialysis), Truth::No);
    assert_eq!(truth(&case("unknown", "", ""), FactId::OnDialysis), unknown([Datum::Creatinine, Datum::Replacement]));
    assert_eq!(truth(&case("unknown", ", replacement: peritoneal_dialysis", ""), FactId::OnDialysis), Truth::Yes);
}

#[test]
fn quiet_outside_the_kidney_for_six_months() {
    let quiet = |lines: &str| truth(&case("90 µmol/L", "", lines), FactId::ExtrarenalQuiet);
    let visits = |list: &str| format!("extrarenal: []\nactivity: [{list}]\n");
    assert_eq!(quiet(QUIET), Truth::Yes);
    assert_eq!(quiet("extrarenal: [{organ: skin, severity: mild}]\n"), Truth::No);
    assert_eq!(quiet(""), unknown([Datum::Extrarenal]));
    assert_eq!(quiet("extrarenal: []\n"), unknown([Datum::Sledai]));
    assert_eq!(quiet(&visits("{date: 2025-12-20, sledai: []}")), unknown([Datum::Sledai]));
    assert_eq!(quiet(&visits("{date: 2025-12-01, sledai: []}")), Truth::Yes);
    assert_eq!(quiet(&visits("{date: 2025-12-01, sledai: []}, {date: 2026-06-01, sledai: [rash]}")), Truth::No);
    assert_eq!(quiet(&visits("{date: 2025-11-01, sledai: [rash]}, {date: 2025-12-01, sledai: []}")), Truth::Yes);
    assert_eq!(quiet(&visits("{date: 2025-06-01, sledai: []}, {date: 2026-02-01, sledai: [rash]}")), Truth::No);
    let skipped = "{date: 2025-06-01, sledai: []}, {date: 2026-02-01, sledai: unknown}";
    assert_eq!(quiet(&visits(skipped)), unknown([Datum::Sledai]));
    let open = "{date: 2025-06-01, sledai: [], not_assessed: [visual]}";
    assert_eq!(quiet(&visits(open)), unknown([Datum::Sledai]));
}

fn table(facts: &Facts) -> Table {
    side_by_side(&library(), facts, Country::France)
}

fn verdicts(table: &Table) -> [Verdict; 3] {
    ["eular-2025", "acr-2024", "kdigo-2024"].map(|id| table.cell(Topic::KidneyFailure, id).unwrap().verdict)
}

/// EULAR waits for six quiet months before a transplant, ACR and KDIGO do not (guidelines.md N; Q 27).
#[test]
fn only_eular_waits_before_a_transplant() {
    use Verdict::{NeedsData, NotAddressed, NotApplicable, Recommended, Reserved};
    let on = |kidney, lines| table(&case("440 µmol/L", kidney, lines));
    let quiet = on(", replacement: haemodialysis", QUIET);
    assert_eq!(verdicts(&quiet), [Recommended; 3]);
    let advises = |table: &Table, id| table.cell(Topic::KidneyFailure, id).unwrap().advises.clone();
    for guideline in ["eular-2025", "acr-2024", "kdigo-2024"] {
        assert!(advises(&quiet, guideline).contains(&Advice::Transplant), "{guideline}");
    }
    assert!(advises(&quiet, "acr-2024").contains(&Advice::RheumatologyFollowUp));
    let active = on(", replacement: haemodialysis", "extrarenal: [{organ: skin, severity: mild}]\n");
    assert_eq!(verdicts(&active), [Reserved, Recommended, Recommended]);
    assert!(advises(&active, "acr-2024").contains(&Advice::NoWaitForRemission));
    assert_eq!(verdicts(&on("", QUIET)), [NeedsData; 3]);
    assert_eq!(verdicts(&on(", replacement: transplant", QUIET)), [NotAddressed, Recommended, NotAddressed]);
    assert_eq!(verdicts(&table(&case("90 µmol/L", "", ""))), [NotApplicable; 3]);
}

/// What follows from a supposed filtration, and from a supposed transplant.
#[test]
fn what_is_supposed_is_followed() {
    let supposing = |changes: &[(FactId, &str)]| {
        let mut supposed = Suppositions::default();
        for (fact, written) in changes {
            supposed.suppose(*fact, written).unwrap();
        }
        let facts = facts_supposing(&read_case("90 µmol/L", ", replacement: none", QUIET), day(), &supposed);
        (truth(&facts, FactId::KidneyFailure), truth(&facts, FactId::NearKidneyFailure))
    };
    assert_eq!(supposing(&[]), (Truth::No, Truth::No));
    assert_eq!(supposing(&[(FactId::Egfr, "14.9 mL/min/1.73m²")]), (Truth::Yes, Truth::Yes));
    assert_eq!(supposing(&[(FactId::Egfr, "15 mL/min/1.73m²")]), (Truth::No, Truth::Yes));
    assert_eq!(supposing(&[(FactId::Egfr, "20 mL/min/1.73m²")]), (Truth::No, Truth::No));
    let grafted = [(FactId::Egfr, "14 mL/min/1.73m²"), (FactId::Transplanted, "yes")];
    assert_eq!(supposing(&grafted), (Truth::Yes, Truth::No));
}
