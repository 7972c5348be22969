//! What protects beside the treatment of the lupus: SGLT2 inhibitors and their windows, stopping the glucocorticoid,
//! hydroxychloroquine and the kidney, infections, bone and heart.

use regards::domain::Case;
use regards::knowledge::{
    Advice, Cell, Country, Datum, FactId, Facts, Topic, Truth, Verdict, facts, side_by_side, why,
};
use regards::read;

use super::vignettes;

use crate::scene::library;

const GUIDELINES: [&str; 3] = ["eular-2025", "acr-2024", "kdigo-2024"];

fn vignette(name: &str, changes: &[(FactId, &str)]) -> Facts {
    vignettes::supposing(name, changes)
}

fn cells(facts: &Facts, topic: Topic) -> [Cell; 3] {
    let table = side_by_side(&library(), facts, Country::France);
    GUIDELINES.map(|id| table.cell(topic, id).unwrap().clone())
}

fn verdicts(facts: &Facts, topic: Topic) -> [Verdict; 3] {
    cells(facts, topic).map(|cell| cell.verdict)
}

/// EULAR: eGFR 20 to 60 or persistent proteinuria, after 6 to 12 months (guidelines.md G).
#[test]
fn an_sglt2_inhibitor_has_its_window_of_filtration_and_of_time() {
    use Verdict::{Avoid, NotApplicable, Option, Recommended};
    let eular = |months: &str, egfr: &str, proteinuria: &str| {
        let egfr = format!("{egfr} mL/min/1.73m²");
        let facts = vignette(
            "V11",
            &[
                (FactId::MonthsSinceStart, months),
                (FactId::Egfr, &egfr),
                (FactId::Proteinuria, proteinuria),
                (FactId::OnRaasBlocker, "no"),
            ],
        );
        verdicts(&facts, Topic::Sglt2Inhibitor)[0]
    };
    assert_eq!(eular("40 months", "60", "0.2 g/g"), Recommended);
    assert_eq!(eular("40 months", "60.1", "0.2 g/g"), NotApplicable);
    assert_eq!(eular("40 months", "95", "0.51 g/g"), Recommended);
    assert_eq!(eular("40 months", "20", "0.2 g/g"), Recommended);
    assert_eq!(eular("40 months", "19.9", "2 g/g"), Avoid);
    assert_eq!(eular("12 months", "40", "0.2 g/g"), Recommended);
    assert_eq!(eular("11 months", "40", "0.2 g/g"), Option);
    assert_eq!(eular("6 months", "40", "0.2 g/g"), Option);
    assert_eq!(eular("5 months", "40", "0.2 g/g"), Verdict::Reserved);
}

#[test]
fn an_sglt2_inhibitor_waits_while_nephritis_is_active_and_is_not_for_children() {
    let active = vignette("V1", &[]);
    assert_eq!(verdicts(&active, Topic::Sglt2Inhibitor), [Verdict::Reserved; 3]);
    assert!(cells(&active, Topic::Sglt2Inhibitor).iter().all(|cell| cell.advises.contains(&Advice::OnceStable)));
    assert_eq!(verdicts(&vignette("V14", &[]), Topic::Sglt2Inhibitor)[0], Verdict::Avoid);
    let pregnant = vignette("V11", &[(FactId::Pregnant, "yes"), (FactId::Proteinuria, "1 g/g")]);
    assert_eq!(verdicts(&pregnant, Topic::Sglt2Inhibitor), [Verdict::NotApplicable; 3]);
}

/// The 2023 edition's wider window is its own, and named as such.
#[test]
fn the_window_of_2023_is_taken_from_2023() {
    let facts = vignette("V11", &[(FactId::Egfr, "75 mL/min/1.73m²"), (FactId::OnRaasBlocker, "yes")]);
    let library = library();
    let table = side_by_side(&library, &facts, Country::France);
    let cell = table.cell(Topic::Sglt2Inhibitor, "eular-2025").unwrap();
    let why = why(&library, &facts, cell).unwrap();
    let named = why.statements.iter().find(|statement| statement.id == "sglt2-inhibitor-2023").unwrap();
    assert_eq!(named.from.unwrap().name, "EULAR 2023");
    assert_eq!(why.cautions.len(), 1);
}

/// EULAR gives three dates, ACR none, KDIGO twelve months of complete response (guidelines.md E.1).
#[test]
fn stopping_the_glucocorticoid_by_the_months_of_complete_response() {
    use Verdict::{Avoid, Judgement, NotApplicable, Option};
    let at = |changes: &[(FactId, &str)]| verdicts(&vignette("V12", changes), Topic::GcStop);
    assert_eq!(at(&[(FactId::MonthsSinceCompleteResponse, "12 months")]), [Option; 3]);
    assert_eq!(at(&[(FactId::MonthsSinceCompleteResponse, "11 months")]), [Judgement, Option, Avoid]);
    assert_eq!(at(&[(FactId::ExtrarenalActivity, "yes")]), [Option, Option, Judgement]);
    assert_eq!(at(&[(FactId::OffGlucocorticoid, "yes")]), [NotApplicable; 3]);
    let high = vignette("V12", &[(FactId::Prednisone, "5.1 mg/d"), (FactId::MonthsSinceStart, "6 months")]);
    let [_, acr, _] = cells(&high, Topic::GcStop);
    assert!(acr.advises.contains(&Advice::AtMostFiveMgLongTerm));
    assert_eq!(acr.warnings, ["glucocorticoid-chronic"]);
}

/// KDIGO cuts below 30; EULAR 2023 and ACR ask for an adjustment without a number (guidelines.md F).
#[test]
fn hydroxychloroquine_and_the_kidney() {
    let lowered = |egfr: &str| {
        let egfr = format!("{egfr} mL/min/1.73m²");
        let facts = vignette("V1", &[(FactId::Egfr, &egfr)]);
        cells(&facts, Topic::Hydroxychloroquine).map(|cell| cell.advises.contains(&Advice::LowerHydroxychloroquine))
    };
    assert_eq!(lowered("60"), [false; 3]);
    assert_eq!(lowered("59.9"), [true, true, false]);
    assert_eq!(lowered("30"), [true, true, false]);
    assert_eq!(lowered("29.9"), [true; 3]);
    let cells = cells(&vignette("V1", &[]), Topic::Hydroxychloroquine);
    assert!(cells.iter().all(|cell| cell.advises.contains(&Advice::HydroxychloroquineLevel)));
    assert!(cells.iter().all(|cell| cell.verdict == Verdict::Recommended));
}

#[test]
fn infections_and_immunoglobulins() {
    let cells_of = |changes: &[(FactId, &str)]| cells(&vignette("V1", changes), Topic::InfectionPrevention);
    for cell in cells_of(&[]) {
        for advice in [Advice::ScreenHepatitis, Advice::ScreenTuberculosis, Advice::PneumocystisProphylaxis] {
            assert!(cell.advises.contains(&advice), "{} {advice}", cell.guideline);
        }
    }
    let [eular, _, kdigo] = cells_of(&[(FactId::Igg, "5.9 g/L")]);
    assert_eq!(eular.warnings, ["low-immunoglobulins"]);
    assert!(kdigo.advises.contains(&Advice::ScreenHiv));
    assert!(cells_of(&[(FactId::Igg, "6 g/L")])[0].warnings.is_empty());
    // ACR counts immunoglobulins under an anti-CD20 only.
    let counted = |taken| cells_of(&[(FactId::OnAntiCd20, taken)])[1].advises.contains(&Advice::WatchImmunoglobulins);
    assert!(counted("yes") && !counted("no"));
}

#[test]
fn bone_heart_and_cancer() {
    let [eular, acr, kdigo] = cells(&vignette("V1", &[]), Topic::BoneAndHeart);
    assert!(eular.advises.contains(&Advice::BoneByFractureRisk) && kdigo.advises.contains(&Advice::CalciumVitaminD));
    assert!(acr.advises.contains(&Advice::BoneDensity) && acr.advises.contains(&Advice::CancerScreening));
    let [_, man, _] = cells(&vignette("V2", &[]), Topic::BoneAndHeart);
    assert!(!man.advises.contains(&Advice::CancerScreening));
    let [_, off, _] = cells(&vignette("V11", &[(FactId::Prednisone, "2.4 mg/d")]), Topic::BoneAndHeart);
    assert!(!off.advises.contains(&Advice::BoneDensity));
    let [_, on, _] = cells(&vignette("V11", &[(FactId::Prednisone, "2.5 mg/d")]), Topic::BoneAndHeart);
    assert!(on.advises.contains(&Advice::BoneDensity));
}

fn case(lines: &str) -> Facts {
    let text = format!("format: 1\ncase: T-1\nquestion: \"?\"\npatient: {{alias: T, sex: female, age: 30}}\n{lines}");
    facts(&read::document::<Case>(text.as_bytes()).value.unwrap(), "2026-06-01".parse().unwrap())
}

#[test]
fn who_is_immunosuppressed() {
    let truth = |lines: &str| case(lines).get(FactId::Immunosuppressed).truth();
    let never = "lupus: {flares: 0}\nlabs: [{date: 2026-05-05, upcr: 0.1 g/g}]\n";
    let taking = |drug: &str| format!("{never}treatments: [{{drug: {drug}, from: 2024-01-01}}]\n");
    assert_eq!(truth(&taking("azathioprine")), Truth::Yes);
    assert_eq!(truth(&taking("prednisone")), Truth::Yes);
    assert_eq!(truth(&taking("hydroxychloroquine")), Truth::No);
    assert_eq!(truth(never), Truth::Unknown([Datum::Treatments].into()));
    let active = "kidney: {biopsies: [{date: 2026-05-01, class: [IV], lesions: A}]}\n";
    assert_eq!(truth(active), Truth::Yes);
}

#[test]
fn cyclophosphamide_of_a_lifetime() {
    let library = library();
    let acr = library.guidelines().iter().find(|guideline| guideline.id == "acr-2024").unwrap();
    let statement = acr.statements.iter().find(|statement| statement.id == "urine-cytology").unwrap();
    let truth = |grams: &str| {
        let class = "kidney: {biopsies: [{date: 2026-05-01, class: [IV], lesions: A}]}\n";
        case(&format!("{class}background: {{cyclophosphamide_before: {grams}}}\n")).judge(&statement.when)
    };
    assert_eq!((truth("36 g"), truth("36.1 g")), (Truth::No, Truth::Yes));
    assert_eq!(truth("unknown"), Truth::Unknown([Datum::CyclophosphamideBefore].into()));
}

/// What suppresses the immune system, drug by drug, where there is no kidney disease that a treatment is to start for.
#[test]
fn each_immunosuppressant_suppresses() {
    let of = |drug: &str| {
        let text = format!(
            "format: 1\ncase: T-1\nquestion: \"?\"\npatient: {{alias: T, sex: female, age: 30, weight: 60 kg}}\n\
             lupus: {{flares: 0}}\nlabs: [{{date: 2026-05-05, upcr: 0.3 g/g}}]\n\
             treatments: [{{drug: {drug}, dose: 10 mg/d, from: 2026-01-01}}]\n"
        );
        let case = read::document::<Case>(text.as_bytes()).value.unwrap();
        let facts = facts(&case, "2026-06-01".parse().unwrap());
        let found = facts.get(FactId::Immunosuppressed).clone();
        (found.truth(), found.evidence.iter().map(|one| one.what).collect::<Vec<_>>())
    };
    let suppress = [
        "prednisone",
        "mycophenolate_mofetil",
        "cyclophosphamide",
        "azathioprine",
        "methotrexate",
        "leflunomide",
        "tacrolimus",
        "ciclosporin",
        "voclosporin",
        "belimumab",
        "anifrolumab",
        "rituximab",
        "obinutuzumab",
    ];
    for drug in suppress {
        assert_eq!(of(drug), (Truth::Yes, vec![Datum::Treatments]), "{drug}");
    }
    assert_eq!(of("hydroxychloroquine").0, Truth::No);
}

/// Who must not take it is not told to keep it, in the row of maintenance nor of pregnancy.
#[test]
fn no_row_keeps_hydroxychloroquine_where_it_is_contraindicated() {
    let keeps = |name: &str, changes: &[(FactId, &str)], written: &str| -> Vec<String> {
        let supposed = [changes, &[(FactId::HydroxychloroquineContraindicated, written)]].concat();
        let table = side_by_side(&library(), &vignette(name, &supposed), Country::France);
        let asked = [Advice::Hydroxychloroquine, Advice::ContinueHydroxychloroquine];
        let cells = table.rows.iter().flat_map(|row| &row.cells);
        let cells = cells.filter(|cell| asked.iter().any(|advice| cell.advises.contains(advice)));
        cells.map(|cell| format!("{name} {} {}", cell.guideline, cell.topic)).collect()
    };
    let all = super::reach::vignettes_varied();
    let told = |written: &str| all.iter().flat_map(|(name, changes)| keeps(name, changes, written)).collect::<Vec<_>>();
    assert_eq!(told("yes"), [""; 0]);
    assert!(told("no").len() > 100);
}
