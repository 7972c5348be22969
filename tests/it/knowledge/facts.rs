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
    assert_eq!(active("lupus: {flares: 0}\n"), Truth::No);
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
