//! Pregnancy, contraception, fertility and several conditions at once: what a case says of them as facts, and what the
//! rows make of it.

use regards::domain::{Case, Day};
use regards::knowledge::{
    Advice, Agent, Cell, Country, Datum, FactId, Facts, Suppositions, Topic, Truth, Verdict, facts, facts_supposing,
    side_by_side,
};
use regards::read;

use super::{reach, vignettes};

use crate::scene::library;

fn today() -> Day {
    "2026-06-01".parse().unwrap()
}

/// A case of this sex with these further lines.
fn case(sex: &str, lines: &str) -> Case {
    let text = format!(
        "format: 1\ncase: T-1\nquestion: \"?\"\npatient: {{alias: T, sex: {sex}, age: 30, weight: 60 kg}}\n{lines}"
    );
    let reading = read::document::<Case>(text.as_bytes());
    reading.value.unwrap_or_else(|| panic!("{:?}", reading.remarks))
}

fn person(sex: &str, lines: &str) -> Facts {
    facts(&case(sex, lines), today())
}

fn truth(facts: &Facts, fact: FactId) -> Truth {
    facts.get(fact).truth()
}

fn number(facts: &Facts, fact: FactId) -> Result<String, Vec<Datum>> {
    let finding = facts.get(fact);
    finding.amount().map(ToString::to_string).ok_or_else(|| finding.missing.clone())
}

fn cells(facts: &Facts, topic: Topic) -> Vec<Cell> {
    side_by_side(&library(), facts, Country::France).row(topic).unwrap().cells.clone()
}

/// EULAR, ACR, KDIGO.
fn verdicts(facts: &Facts, topic: Topic) -> Vec<Verdict> {
    cells(facts, topic).iter().map(|cell| cell.verdict).collect()
}

const ACTIVE: &str = "kidney: {biopsies: [{date: 2026-05-01, class: [IV], lesions: A, tma: no}]}\n";

fn quiet_since(day: &str) -> String {
    format!(
        "kidney: {{biopsies: [{{date: 2024-01-02, class: [IV], lesions: A, tma: no}}]}}\ncourse: {{started: 2024-01-10, complete_response: {day}}}\n"
    )
}

#[test]
fn who_could_become_pregnant_is_said_by_the_case_and_not_by_an_age() {
    let could = |sex, pregnancy: &str| truth(&person(sex, pregnancy), FactId::MayConceive);
    assert_eq!(could("male", ""), Truth::No);
    assert_eq!(could("female", ""), Truth::Unknown([Datum::PregnancyStatus].into()));
    assert_eq!(could("female", "pregnancy: {status: unknown}\n"), Truth::Unknown([Datum::PregnancyStatus].into()));
    assert_eq!(could("female", "pregnancy: {status: none}\n"), Truth::Yes);
    assert_eq!(could("female", "pregnancy: {status: breastfeeding}\n"), Truth::Yes);
    assert_eq!(could("female", "pregnancy: {status: not_applicable}\n"), Truth::No);
    assert_eq!(could("female", "pregnancy: {status: none, contraception: sterilisation}\n"), Truth::No);
}

#[test]
fn postpartum_breastfeeding_and_the_method_in_use_are_read_as_written() {
    let status = |written: &str| person("female", &format!("pregnancy: {{status: {written}}}\n"));
    assert_eq!(truth(&status("postpartum"), FactId::Postpartum), Truth::Yes);
    assert_eq!(truth(&status("breastfeeding"), FactId::Breastfeeding), Truth::Yes);
    assert_eq!(truth(&status("pregnant"), FactId::Postpartum), Truth::No);
    assert_eq!(truth(&person("female", ""), FactId::Postpartum), Truth::Unknown([Datum::PregnancyStatus].into()));
    assert_eq!(truth(&person("male", ""), FactId::Breastfeeding), Truth::No);
    let method = |written: &str| person("female", &format!("pregnancy: {{contraception: {written}}}\n"));
    assert_eq!(truth(&method("oestrogen"), FactId::OestrogenContraception), Truth::Yes);
    assert_eq!(truth(&method("none"), FactId::NoContraception), Truth::Yes);
    assert_eq!(truth(&method("iud"), FactId::NoContraception), Truth::No);
    let unasked = Truth::Unknown([Datum::Contraception].into());
    assert_eq!(truth(&method("unknown"), FactId::OestrogenContraception), unasked);
}

#[test]
fn quiet_months_run_from_the_complete_response_and_are_none_while_active() {
    let quiet = |lines: &str| number(&person("female", lines), FactId::QuietMonths);
    assert_eq!(quiet(ACTIVE).unwrap(), "0 months");
    assert_eq!(quiet(&quiet_since("2025-12-01")).unwrap(), "6 months");
    assert_eq!(quiet(&quiet_since("2025-12-02")).unwrap(), "5 months");
    assert_eq!(quiet("").unwrap_err(), [Datum::Biopsy]);
    let partial =
        "kidney: {biopsies: [{date: 2024-01-02, class: [V]}]}\ncourse: {started: 2024-01-10, response: 2025-01-10}\n";
    assert_eq!(quiet(partial).unwrap_err(), [Datum::CompleteResponse]);
}

/// A case of a woman of 30, on 2026-06-01, of whom this is supposed.
fn supposing(lines: &str, changes: &[(FactId, &str)]) -> Facts {
    let mut supposed = Suppositions::default();
    for (fact, written) in changes {
        supposed.suppose(*fact, written).unwrap();
    }
    facts_supposing(&case("female", lines), today(), &supposed)
}

#[test]
fn what_follows_from_a_supposition_follows() {
    use FactId as F;
    let quiet = |changes: &[(F, &str)]| number(&supposing(&quiet_since("2025-01-01"), changes), F::QuietMonths);
    assert_eq!(quiet(&[(F::ActiveNephritis, "yes")]).unwrap(), "0 months");
    assert_eq!(quiet(&[(F::MonthsSinceCompleteResponse, "9 months")]).unwrap(), "9 months");
    let off = |changes: &[(F, &str)]| {
        let list = "treatments: [{drug: ramipril, dose: 5 mg/d, from: 2025-06-01}]\n";
        number(&supposing(list, changes), F::MonthsOffTeratogen)
    };
    assert_eq!(off(&[(F::OnMycophenolate, "yes")]).unwrap(), "0 months");
    assert_eq!(off(&[(F::OnCyclophosphamide, "unknown")]).unwrap_err(), [Datum::Treatments]);
    assert_eq!(truth(&supposing("", &[(F::Pregnant, "yes")]), F::MayConceive), Truth::Yes);
    assert_eq!(truth(&supposing("pregnancy: {status: none}\n", &[(F::Male, "yes")]), F::MayConceive), Truth::No);
    let cyclophosphamide = supposing("", &[(F::OnCyclophosphamide, "yes")]);
    assert_eq!(truth(&cyclophosphamide, F::OnTeratogen), Truth::Yes);
}

#[test]
fn months_off_teratogens_run_from_the_last_one() {
    let off = |list: &str| number(&person("female", &format!("treatments: [{list}]\n")), FactId::MonthsOffTeratogen);
    let mycophenolate = "{drug: mycophenolate_mofetil, dose: 2 g/d, from: 2024-01-01, to: 2025-12-01}";
    assert_eq!(off(mycophenolate).unwrap(), "6 months");
    let later = format!("{mycophenolate}, {{drug: methotrexate, dose: 15 mg/w, from: 2025-01-01, to: 2026-04-01}}");
    assert_eq!(off(&later).unwrap(), "2 months");
    let again = format!("{mycophenolate}, {{drug: mycophenolate_sodium, dose: 720 mg/d, from: 2026-05-01}}");
    assert_eq!(off(&again).unwrap(), "0 months");
    let blocker = "{drug: ramipril, dose: 5 mg/d, from: 2025-06-01}";
    assert_eq!(off(&format!("{blocker}, {mycophenolate}")).unwrap(), "6 months");
    assert_eq!(off(blocker).unwrap(), "12 months");
    assert_eq!(number(&person("female", ""), FactId::MonthsOffTeratogen).unwrap_err(), [Datum::Treatments]);
}

#[test]
fn several_lasting_conditions_make_multimorbidity() {
    let several = |list: &str| {
        truth(&person("female", &format!("background: {{comorbidities: [{list}]}}\n")), FactId::Multimorbidity)
    };
    assert_eq!(several("hypertension, diabetes"), Truth::Yes);
    assert_eq!(several("hypertension"), Truth::No);
    assert_eq!(several("hypertension, recent_infection, sulfa_allergy"), Truth::No);
    assert_eq!(several("hypertension, hypertension"), Truth::No);
    assert_eq!(truth(&person("female", ""), FactId::Multimorbidity), Truth::Unknown([Datum::Comorbidities].into()));
}

/// guidelines.md L: EULAR and KDIGO at least 6 months, ACR 4 to 6.
#[test]
fn a_wish_waits_for_the_months_that_each_guideline_demands() {
    use Verdict::{Avoid, NeedsData, Recommended};
    let wish = |course: &str| person("female", &format!("pregnancy: {{status: none, wish: now}}\n{course}"));
    let at = |day: &str| verdicts(&wish(&quiet_since(day)), Topic::Pregnancy);
    assert_eq!(at("2026-05-01"), [Avoid, Avoid, Avoid]);
    assert_eq!(at("2026-01-15"), [Avoid, Recommended, Avoid]);
    assert_eq!(at("2025-12-01"), [Recommended, Recommended, Recommended]);
    assert_eq!(verdicts(&wish(ACTIVE), Topic::Pregnancy), [Avoid, Avoid, Avoid]);
    assert_eq!(verdicts(&wish(""), Topic::Pregnancy), [NeedsData; 3]);
}

#[test]
fn after_delivery_none_of_the_three_speaks() {
    let after = |status: &str| {
        let lines = format!("pregnancy: {{status: {status}, wish: none}}\n{}", quiet_since("2025-01-01"));
        verdicts(&person("female", &lines), Topic::Pregnancy)
    };
    assert_eq!(after("postpartum"), [Verdict::NotAddressed; 3]);
    assert_eq!(after("breastfeeding"), [Verdict::NotAddressed; 3]);
    assert_eq!(after("none"), [Verdict::NotApplicable; 3]);
}

#[test]
fn contraception_is_asked_of_those_whom_a_pregnancy_would_endanger() {
    use Verdict::{NeedsData, NotAddressed, NotApplicable, Recommended};
    let row = |sex, lines: &str| verdicts(&person(sex, lines), Topic::Contraception);
    let active = |pregnancy: &str| format!("pregnancy: {pregnancy}\n{ACTIVE}");
    assert_eq!(row("female", &active("{status: none}")), [NotAddressed, Recommended, Recommended]);
    assert_eq!(row("female", &active("{status: not_applicable}")), [NotAddressed, NotApplicable, NotApplicable]);
    assert_eq!(row("male", ACTIVE), [NotAddressed, NotApplicable, NotApplicable]);
    assert_eq!(row("female", ACTIVE), [NotAddressed, NeedsData, NeedsData]);
    let oestrogen = person("female", &active("{status: none, contraception: oestrogen}"));
    let acr = &cells(&oestrogen, Topic::Contraception)[1];
    assert_eq!(acr.warnings, ["contraception-oestrogen-in-use"]);
    assert!(acr.advises.contains(&Advice::NoOestrogen));
}

#[test]
fn fertility_is_for_women_and_men() {
    use Verdict::{NotAddressed, Recommended};
    let woman = person("female", &format!("pregnancy: {{status: none}}\n{ACTIVE}"));
    assert_eq!(verdicts(&woman, Topic::Fertility), [Recommended; 3]);
    let man = person("male", ACTIVE);
    assert_eq!(verdicts(&man, Topic::Fertility), [NotAddressed, Recommended, Recommended]);
    assert!(cells(&man, Topic::Fertility)[1].advises.contains(&Advice::GametePreservation));
    assert!(!cells(&man, Topic::Fertility)[2].advises.contains(&Advice::GnrhAnalogue));
}

/// EULAR 2023 R12: vitamin K antagonist in the syndrome, aspirin for a high-risk profile without it.
#[test]
fn antiphospholipid_antibodies_are_treated_by_syndrome_and_profile() {
    use Verdict::{NotAddressed, NotApplicable, Option, Recommended};
    let with = |background: &str| {
        person("female", &format!("pregnancy: {{status: none}}\nbackground: {{{background}}}\n{ACTIVE}"))
    };
    let syndrome = with("apl: triple_positive, comorbidities: [antiphospholipid_syndrome]");
    assert_eq!(verdicts(&syndrome, Topic::Antiphospholipid), [Recommended, NotAddressed, Option]);
    assert_eq!(
        cells(&syndrome, Topic::Antiphospholipid)[0].advises,
        [Advice::Anticoagulation, Advice::VitaminKAntagonist]
    );
    let profile = with("apl: high_risk, comorbidities: []");
    assert_eq!(verdicts(&profile, Topic::Antiphospholipid), [Recommended, NotAddressed, Option]);
    assert_eq!(cells(&profile, Topic::Antiphospholipid)[0].advises, [Advice::Aspirin]);
    let low = with("apl: low_risk, comorbidities: []");
    assert_eq!(verdicts(&low, Topic::Antiphospholipid), [NotAddressed, NotAddressed, Option]);
    let none = with("apl: negative, comorbidities: []");
    assert_eq!(verdicts(&none, Topic::Antiphospholipid), [NotApplicable, NotAddressed, NotApplicable]);
}

/// Drugs that no guideline gives in pregnancy (guidelines.md L), in what a cell asks for.
const NOT_IN_PREGNANCY: [Advice; 9] = [
    Advice::MycophenolateMaintenance,
    Advice::SameDrugs,
    Advice::RaasBlocker,
    Advice::Sglt2Inhibitor,
    Advice::PreferMycophenolate,
    Advice::GnrhAnalogue,
    Advice::CombinationTherapy,
    Advice::TripleTherapy,
    Advice::EscalateToCombination,
];

fn asks_for(cell: &Cell, advices: &[Advice]) -> bool {
    advices.iter().any(|advice| cell.advises.contains(advice))
}

/// Maintenance in pregnancy, or before it, is azathioprine in all three (guidelines.md I, L).
#[test]
fn a_response_with_a_pregnancy_goes_on_with_azathioprine() {
    let rows = |changes: &[(FactId, &str)]| cells(&vignettes::supposing("V12", changes), Topic::Maintenance);
    for changes in [&[(FactId::Pregnant, "yes"), (FactId::PregnancyWish, "no")][..], &[]] {
        for cell in rows(changes) {
            assert_eq!(cell.verdict, Verdict::Recommended, "{}", cell.guideline);
            assert!(cell.advises.contains(&Advice::SwitchToAzathioprine), "{}: {:?}", cell.guideline, cell.advises);
            assert!(!asks_for(&cell, &NOT_IN_PREGNANCY), "{}: {:?}", cell.guideline, cell.advises);
            assert!(cell.spoke.iter().all(|said| said.id != "maintenance-dose"), "{}", cell.guideline);
        }
    }
    // Without either, the drugs that brought the response go on.
    for cell in rows(&[(FactId::PregnancyWish, "no")]) {
        assert!(cell.advises.contains(&Advice::SameDrugs), "{}: {:?}", cell.guideline, cell.advises);
        assert!(!cell.advises.contains(&Advice::SwitchToAzathioprine), "{}", cell.guideline);
    }
    // What harms no pregnancy goes on in one.
    let off = [(FactId::Pregnant, "yes"), (FactId::OnMycophenolate, "no"), (FactId::OnCyclophosphamide, "no")];
    assert!(rows(&off)[0].advises.contains(&Advice::SameDrugs));
    // Nobody asked: mycophenolate is neither kept nor replaced.
    for cell in rows(&[(FactId::Pregnant, "unknown"), (FactId::PregnancyWish, "unknown")]) {
        assert_eq!(cell.verdict, Verdict::Recommended, "{}", cell.guideline);
        assert!(!asks_for(&cell, &[Advice::SameDrugs, Advice::SwitchToAzathioprine]), "{:?}", cell.advises);
        assert!(cell.missing.contains(&Datum::PregnancyWish), "{}", cell.guideline);
    }
}

/// A flare in pregnancy is left to judgement among the compatible drugs: what stands in the way of a drug's regimens may be
/// the drug beside it (guidelines.md L).
#[test]
fn a_flare_in_pregnancy_is_treated_from_the_compatible_drugs() {
    let flare = vignettes::supposing("V1", &[(FactId::Pregnant, "yes")]);
    let offered = |topic: Topic, standing: Verdict| -> Vec<Vec<String>> {
        let of = |cell: &Cell| {
            let some = cell.offers.iter().filter(|offer| offer.standing == standing);
            some.map(|offer| offer.regimen.clone()).collect()
        };
        cells(&flare, topic).iter().map(of).collect()
    };
    let all = ["gc+tac", "gc+csa", "aza"].map(String::from).to_vec();
    let acr = ["gc+tac", "aza"].map(String::from).to_vec();
    assert_eq!(offered(Topic::InitialTherapy, Verdict::Judgement), [all.clone(), acr.clone(), all]);
    assert_eq!(offered(Topic::Cni, Verdict::Judgement)[1], ["gc+tac"]);
    for topic in [Topic::InitialTherapy, Topic::Cni] {
        for cell in cells(&flare, topic) {
            assert_eq!(cell.verdict, Verdict::Judgement, "{topic} {}", cell.guideline);
            // What the row of pregnancy asks for stands there alone.
            assert_eq!(cell.advises[0], Advice::CompatibleDrugsOnly, "{topic} {}", cell.guideline);
            assert!(!asks_for(&cell, &[Advice::StopTeratogens, Advice::Aspirin]), "{topic} {}", cell.guideline);
            assert!(cell.offers.iter().all(|offer| !offer.standing.accepts()), "{topic} {}", cell.guideline);
        }
    }
}

/// The doses of glucocorticoid that are shared, and the regimens that all leave to judgement, are common ground.
#[test]
fn a_flare_in_pregnancy_has_its_common_ground() {
    let table = side_by_side(&library(), &vignettes::supposing("V1", &[(FactId::Pregnant, "yes")]), Country::France);
    let shared: Vec<_> = table.common.regimens.iter().map(|one| (one.regimen.as_str(), one.weakest)).collect();
    assert_eq!(shared, [("gc+tac", Verdict::Judgement), ("aza", Verdict::Judgement)]);
    let usual = side_by_side(&library(), &vignettes::supposing("V1", &[(FactId::Pregnant, "no")]), Country::France);
    assert_eq!((&table.common.pulse, &table.common.start), (&usual.common.pulse, &usual.common.start));
}

/// Contraception is not asked of her; a method that the file names is read.
#[test]
fn nobody_asks_a_pregnant_patient_for_her_contraception() {
    let pregnant = |more: &str| person("female", &format!("pregnancy: {{status: pregnant{more}}}\n"));
    for fact in [FactId::NoContraception, FactId::OestrogenContraception] {
        assert_eq!(truth(&pregnant(""), fact), Truth::No);
        assert_eq!(truth(&pregnant(", contraception: unknown"), fact), Truth::No);
    }
    assert_eq!(truth(&pregnant(", contraception: oestrogen"), FactId::OestrogenContraception), Truth::Yes);
}

/// Of every vignette, and varied as widely as the statements ask: supposed pregnant, no row of no guideline asks for a drug that harms a pregnancy.
#[test]
fn no_row_gives_a_pregnant_patient_what_harms_a_pregnancy() {
    let formulary = library().formulary().clone();
    let harmful = |code: &str, guideline: &str| {
        let more: &[Agent] = match guideline {
            "acr-2024" => &[Agent::Voclosporin, Agent::Ciclosporin],
            "kdigo-2024" => &[Agent::Voclosporin, Agent::Belimumab],
            _ => &[],
        };
        let drugs = &formulary.regimen(code).unwrap().drugs;
        [&[Agent::Mpaa, Agent::Cyclophosphamide], more].concat().iter().any(|agent| agent.is_in(drugs))
    };
    for (name, changes) in reach::vignettes_varied() {
        let supposed = [(FactId::Male, "no"), (FactId::MayConceive, "yes"), (FactId::Pregnant, "yes")];
        let facts = vignettes::supposing(&name, &[changes, &supposed].concat());
        for row in &side_by_side(&library(), &facts, Country::France).rows {
            for cell in &row.cells {
                let place = format!("{name} {changes:?} {} {}", row.topic, cell.guideline);
                for offer in cell.offers.iter().filter(|offer| harmful(&offer.regimen, &cell.guideline)) {
                    assert_eq!(offer.standing, Verdict::Avoid, "{place}: {}", offer.regimen);
                }
                assert!(!asks_for(cell, &NOT_IN_PREGNANCY), "{place}: {:?}", cell.advises);
            }
        }
    }
}
