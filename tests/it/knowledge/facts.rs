//! What a case says as facts: active nephritis, baselines, prognosis; and that what is not known stays unknown.

use regards::domain::{Case, Day};
use regards::knowledge::{Datum, FactId, Facts, Truth, facts};
use regards::read;

/// A case of a woman of 30, on 2026-06-01, with these further lines.
fn case(lines: &str) -> Facts {
    let text = format!(
        "format: 1\ncase: T-1\nquestion: \"?\"\npatient: {{alias: T, sex: female, age: 30, weight: 60 kg}}\n{lines}"
    );
    let today: Day = "2026-06-01".parse().unwrap();
    let reading = read::document::<Case>(text.as_bytes());
    facts(&reading.value.unwrap_or_else(|| panic!("{:?}", reading.remarks)), today)
}

fn biopsy(rest: &str) -> String {
    format!("kidney: {{biopsies: [{{date: 2026-05-01, {rest}}}]}}\n")
}

fn active(lines: &str) -> Truth {
    case(lines).get(FactId::ActiveNephritis).truth()
}

fn unknown<const N: usize>(data: [Datum; N]) -> Truth {
    Truth::Unknown(data.into())
}

#[test]
fn nephritis_is_active_by_its_lesions() {
    assert_eq!(active(&biopsy("class: [IV], lesions: A")), Truth::Yes);
    assert_eq!(active(&biopsy("class: [III], lesions: A/C")), Truth::Yes);
    assert_eq!(active(&biopsy("class: [IV], lesions: C")), Truth::No);
    assert_eq!(active(&biopsy("class: [IV], edition: 2018, activity: 4")), Truth::Yes);
    assert_eq!(active(&biopsy("class: [IV], edition: 2018, activity: 0")), Truth::No);
    assert_eq!(active(&biopsy("class: [IV]")), unknown([Datum::Lesions, Datum::ActivityIndex]));
    assert_eq!(active(&biopsy("class: [V]")), Truth::Yes);
    assert_eq!(active(&biopsy("class: [III, V], lesions: C")), Truth::Yes);
    assert_eq!(active(&biopsy("class: [II]")), Truth::No);
    assert_eq!(active(&biopsy("class: [VI]")), Truth::No);
}

#[test]
fn without_a_biopsy_it_is_unknown_unless_there_never_was_a_flare() {
    assert_eq!(active(""), unknown([Datum::Biopsy]));
    assert_eq!(active("lupus: {flares: 1}\n"), unknown([Datum::Biopsy]));
    assert_eq!(active("lupus: {flares: 0}\n"), unknown([Datum::Upcr]));
}

/// No flare ever, little proteinuria, quiet sediment: there is no kidney disease. Else a biopsy is missing.
#[test]
fn without_kidney_disease_there_is_no_histology() {
    let never = |upcr: &str| format!("lupus: {{flares: 0}}\nlabs: [{{date: 2026-05-05, upcr: {upcr}}}]\n");
    for little in ["0.49 g/g", "49.9 mg/mmol"] {
        assert_eq!(active(&never(little)), Truth::No, "{little}");
        let facts = case(&never(little));
        for fact in [FactId::Proliferative, FactId::PureV, FactId::Tma, FactId::ClassVI] {
            assert_eq!(facts.get(fact).truth(), Truth::No, "{fact}");
        }
        assert_eq!(facts.get(FactId::Tma).evidence[0].what, Datum::Flares);
    }
    for more in ["0.5 g/g", "50 mg/mmol", "2 g/g"] {
        assert_eq!(active(&never(more)), unknown([Datum::Biopsy]), "{more}");
    }
    let casts = format!("{}activity: [{{date: 2026-05-05, sledai: [casts]}}]\n", never("0.3 g/g"));
    assert_eq!(active(&casts), unknown([Datum::Biopsy]));
    let quiet = format!("{}activity: [{{date: 2026-05-05, sledai: [arthritis]}}]\n", never("0.3 g/g"));
    assert_eq!(active(&quiet), Truth::No);
}

/// A response that no longer holds, by the case's own word, waits for a biopsy; one after it settles it.
#[test]
fn a_kidney_that_worsens_after_a_response_is_not_quiet() {
    let course = "course: {started: 2024-01-10, response: 2024-07-10}\n";
    let kidney = |biopsies: &str| format!("kidney: {{worsening: yes, biopsies: [{biopsies}]}}\n{course}");
    let first = "{date: 2024-01-02, class: [IV], lesions: A}";
    assert_eq!(active(&kidney(first)), unknown([Datum::Biopsy]));
    let five = "{date: 2024-01-02, class: [V]}, {date: 2026-05-01, class: [V]}";
    assert_eq!(active(&kidney(five)), Truth::Yes);
    assert_eq!(active(&kidney(&format!("{first}, {{date: 2026-05-01, class: [IV], lesions: C}}"))), Truth::No);
}

#[test]
fn hydroxychloroquine_that_is_taken_is_not_contraindicated_on_record() {
    let fact = |lines: &str| case(lines).get(FactId::HydroxychloroquineContraindicated).truth();
    let taken = "treatments: [{drug: hydroxychloroquine, dose: 300 mg/d, from: 2024-01-01}]\n";
    let missing = unknown([Datum::HydroxychloroquineContraindicated]);
    assert_eq!(fact(""), missing);
    assert_eq!(fact(taken), Truth::No);
    assert_eq!(fact(&format!("{taken}background: {{hydroxychloroquine_contraindicated: yes}}\n")), Truth::Yes);
    assert_eq!(fact(&format!("{taken}background: {{hydroxychloroquine_contraindicated: unknown}}\n")), missing);
}

#[test]
fn a_father_s_wish_is_no_pregnancy() {
    let text =
        "format: 1\ncase: T-1\nquestion: \"?\"\npatient: {alias: T, sex: male, age: 30}\npregnancy: {wish: now}\n";
    let found = read::document::<Case>(text.as_bytes()).value.unwrap();
    let facts = facts(&found, "2026-06-01".parse().unwrap());
    assert_eq!(facts.get(FactId::PregnancyWish).truth(), Truth::No);
}

#[test]
fn the_value_before_the_flare_is_that_of_its_day() {
    let labs = "labs: [{date: 2025-01-10, creatinine: 60 µmol/L}, {date: 2026-05-10, creatinine: 90 µmol/L}]\n";
    let preflare = |kidney: &str| case(&format!("{labs}{kidney}")).get(FactId::PreflareEgfr).clone();
    assert!(preflare("kidney: {preflare: 2025-01-10}\n").amount().is_some());
    assert_eq!(preflare("kidney: {preflare: 2025-02-10}\n").missing, [Datum::Preflare]);
    assert_eq!(preflare("").missing, [Datum::Preflare]);
}

#[test]
fn a_response_ends_it_and_a_later_biopsy_with_active_lesions_begins_it_again() {
    let responded = "course: {started: 2024-01-10, response: 2024-07-10}\n";
    let before = "kidney: {biopsies: [{date: 2024-01-02, class: [IV], lesions: A}]}\n";
    let again = "kidney: {biopsies: [{date: 2024-01-02, class: [IV], lesions: A}, {date: 2026-05-01, class: [IV], lesions: A}]}\n";
    assert_eq!(active(&format!("{before}{responded}")), Truth::No);
    assert_eq!(active(&format!("{again}{responded}")), Truth::Yes);
    let asked = "course: {started: 2024-01-10, response: unknown}\n";
    assert_eq!(active(&format!("{before}{asked}")), unknown([Datum::Response]));
}

#[test]
fn the_newest_biopsy_is_the_newest_by_date() {
    let facts =
        case("kidney: {biopsies: [{date: 2026-05-01, class: [V]}, {date: 2020-01-01, class: [IV], lesions: A}]}\n");
    assert_eq!(facts.get(FactId::PureV).truth(), Truth::Yes);
    assert_eq!(facts.get(FactId::PureV).evidence[0].path, "kidney.biopsies[0].class");
}

#[test]
fn the_newest_value_is_kept_as_reported_with_its_date_and_place() {
    let facts = case(
        "labs: [{date: 2026-01-05, upcr: 210 mg/mmol}, {date: 2026-05-05, albumin: 31 g/L}, {date: 2026-04-05, upcr: 1.9 g/g}]\n",
    );
    let proteinuria = facts.get(FactId::Proteinuria);
    assert_eq!(proteinuria.amount().unwrap().to_string(), "1.9 g/g");
    assert_eq!(proteinuria.evidence[0].path, "labs[2].upcr");
    assert_eq!(proteinuria.evidence[0].date.unwrap().to_string(), "2026-04-05");
}

#[test]
fn a_collection_of_24_hours_stands_in_for_a_ratio() {
    let facts = case("labs: [{date: 2026-04-05, protein_24h: 4.1 g/24h}]\n");
    assert_eq!(facts.get(FactId::Proteinuria).evidence[0].what, Datum::Protein24h);
    assert_eq!(facts.get(FactId::NephroticRange).truth(), Truth::Yes);
}

#[test]
fn the_baseline_is_the_start_of_the_course() {
    let labs = "labs: [{date: 2025-12-20, upcr: 2.4 g/g}, {date: 2026-04-05, upcr: 1.1 g/g}]\n";
    let baseline = |course: &str| case(&format!("{labs}{course}")).get(FactId::BaselineProteinuria).clone();
    assert_eq!(baseline("course: {started: 2026-01-02}\n").amount().unwrap().to_string(), "2.4 g/g");
    assert_eq!(baseline("").amount().unwrap().to_string(), "1.1 g/g");
    assert_eq!(baseline("course: {started: unknown}\n").missing, [Datum::Started]);
}

#[test]
fn one_factor_of_poor_prognosis_is_enough_and_none_needs_all() {
    let known = "lupus: {flares: 1}\nbackground: {comorbidities: []}\nlabs: [{date: 2026-05-02, creatinine: 60 µmol/L, upcr: 1.2 g/g}]\n";
    let histology = biopsy("class: [IV], lesions: A, chronicity: 1, crescents: 0 %, interstitial_inflammation: mild");
    let poor = |lines: &str| case(lines).get(FactId::PoorPrognosis).truth();
    assert_eq!(poor(&format!("{known}{histology}")), Truth::No);
    assert_eq!(poor(known), unknown([Datum::Biopsy]));
    assert_eq!(poor("lupus: {flares: 2}\n"), Truth::Yes);
    let crescents = biopsy("class: [IV], lesions: A, chronicity: 1, crescents: 5 %, interstitial_inflammation: mild");
    assert_eq!(poor(&format!("{known}{crescents}")), Truth::Yes);
}

#[test]
fn unknown_and_never_asked_are_both_unknown() {
    for lines in ["", "extrarenal: unknown\n"] {
        assert_eq!(case(lines).get(FactId::ExtrarenalModerateSevere).truth(), unknown([Datum::Extrarenal]));
    }
    assert_eq!(case("extrarenal: []\n").get(FactId::ExtrarenalModerateSevere).truth(), Truth::No);
    let mild = "extrarenal: [{organ: skin, severity: mild}]\n";
    assert_eq!(case(mild).get(FactId::ExtrarenalModerateSevere).truth(), Truth::No);
    assert_eq!(case(mild).get(FactId::ExtrarenalActivity).truth(), Truth::Yes);
}

#[test]
fn glucocorticoid_that_ended_is_counted_in_months() {
    let facts = case(
        "treatments: [{drug: prednisone, dose: 5 mg/d, from: 2023-01-01, to: 2024-12-01}, {drug: ramipril, from: 2024-01-01}]\n",
    );
    assert_eq!(facts.get(FactId::OffGlucocorticoid).truth(), Truth::Yes);
    assert_eq!(facts.get(FactId::MonthsOffGlucocorticoid).amount().unwrap().to_string(), "18 months");
    assert_eq!(facts.get(FactId::OnRaasBlocker).truth(), Truth::Yes);
    assert_eq!(case("").get(FactId::OffGlucocorticoid).truth(), unknown([Datum::Treatments]));
}

#[test]
fn an_entry_of_a_later_day_is_not_looked_at() {
    let facts = case("labs: [{date: 2026-05-05, upcr: 1 g/g}, {date: 2026-06-02, upcr: 9 g/g}]\n");
    assert_eq!(facts.get(FactId::Proteinuria).amount().unwrap().to_string(), "1 g/g");
}
