//! What a case says as facts: active nephritis, baselines, prognosis; and that what is not known stays unknown.

use regards::domain::{Case, Day};
use regards::knowledge::{Condition, Datum, FactId, Facts, Truth, facts};
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
    let visits = |first: &str, second: &str| {
        let visits = format!("{{date: 2026-05-05, sledai: [{first}]}}, {{date: {second}}}");
        active(&format!("{}activity: [{visits}]\n", never("0.3 g/g")))
    };
    assert_eq!(visits("casts", "2026-06-01, sledai: [arthritis]"), Truth::No, "the newest visit counts");
    assert_eq!(visits("arthritis", "2026-06-01, sledai: [haematuria]"), unknown([Datum::Biopsy]));
    assert_eq!(visits("arthritis", "2025-06-01, sledai: [haematuria]"), Truth::No);
}

#[test]
fn what_the_background_says_of_a_choice_is_a_fact() {
    for (field, fact, datum) in [
        ("mycophenolate_intolerance", FactId::MycophenolateIntolerance, Datum::MycophenolateIntolerance),
        ("cyclophosphamide_unfit", FactId::CyclophosphamideUnfit, Datum::CyclophosphamideUnfit),
        ("combination_unavailable", FactId::CombinationUnavailable, Datum::CombinationUnavailable),
    ] {
        let said = |word: &str| case(&format!("background: {{{field}: {word}}}\n")).get(fact).truth();
        assert_eq!((said("yes"), said("no"), said("unknown")), (Truth::Yes, Truth::No, unknown([datum])), "{field}");
    }
}

#[test]
fn a_pregnancy_wished_for_within_two_years_is_a_wish() {
    let wish = |wish: &str| case(&format!("pregnancy: {{wish: {wish}}}\n")).get(FactId::PregnancyWish).truth();
    for near in ["now", "within_1_year", "within_2_years"] {
        assert_eq!(wish(near), Truth::Yes, "{near}");
    }
    assert_eq!(wish("none"), Truth::No);
    let weeks = |status: &str| case(&format!("pregnancy: {{status: {status}}}\n")).get(FactId::PregnancyWeeks).clone();
    assert_eq!(weeks("none").amount().unwrap().number.to_string(), "0");
    assert_eq!(weeks("pregnant").missing, [Datum::PregnancyWeeks]);
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
    assert_eq!(fact("treatments: [{drug: prednisone, dose: 5 mg/d, from: 2024-01-01}]\n"), missing);
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
    assert_eq!(facts.get(FactId::Pregnant).truth(), Truth::No);
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

fn amount(lines: &str, fact: FactId) -> String {
    case(lines).get(fact).amount().map(ToString::to_string).unwrap_or_default()
}

/// A day more than twelve months is above twelve months; twelve months to the day are not.
#[test]
fn months_that_have_passed_are_told_to_the_day() {
    let since = |reviewed: &str| {
        amount(&format!("damage: {{sdi: [], reviewed: {reviewed}}}\n"), FactId::MonthsSinceDamageReview)
    };
    assert_eq!(since("2025-06-01"), "12 months");
    assert_eq!(since("2025-05-31"), "12.03 months");
    assert_eq!(since("2025-05-17"), "12.48 months", "15 days of 31");
    assert_eq!(since("2026-06-01"), "0 months");
    assert_eq!(since("2026-06-02"), "", "a day to come is no review");
}

#[test]
fn a_biopsy_answers_for_six_months() {
    let rebiopsied = |biopsy: &str, course: &str| {
        let lines =
            format!("kidney: {{biopsies: [{{date: {biopsy}, class: [IV], lesions: A}}]}}\ncourse: {{{course}}}\n");
        case(&lines).get(FactId::Rebiopsied).truth()
    };
    assert_eq!(rebiopsied("2026-05-01", "started: 2025-11-01"), Truth::Yes, "six months after the start");
    assert_eq!(rebiopsied("2026-04-30", "started: 2025-11-01"), Truth::No);
    assert_eq!(rebiopsied("2025-11-02", "started: 2024-11-01"), Truth::Yes, "not yet seven months ago");
    assert_eq!(rebiopsied("2025-11-01", "started: 2024-11-01"), Truth::No, "seven months ago");
    let answered = "started: 2024-01-01, response: 2026-05-01";
    assert_eq!(rebiopsied("2026-05-02", answered), Truth::Yes);
    assert_eq!(rebiopsied("2026-05-01", answered), Truth::No, "the response is not before it");
    assert_eq!(rebiopsied("2026-05-01", ""), Truth::No, "nothing to answer for");
}

#[test]
fn cyclophosphamide_that_is_over_was_received_before() {
    let before = |treatments: &str, stated: &str| {
        case(&format!("treatments: [{treatments}]\nbackground: {{{stated}}}\n"))
            .get(FactId::CyclophosphamideBefore)
            .truth()
    };
    let none = "cyclophosphamide_before: 0 g";
    assert_eq!(before("{drug: cyclophosphamide, dose: 500 mg, from: 2024-01-01, to: 2024-03-01}", none), Truth::Yes);
    assert_eq!(before("{drug: azathioprine, from: 2024-01-01, to: 2024-03-01}", none), Truth::No);
    assert_eq!(before("{drug: cyclophosphamide, dose: 500 mg, from: 2026-05-01}", none), Truth::No, "under way");
    let last_today = "{drug: cyclophosphamide, dose: 500 mg, from: 2026-05-01, to: 2026-06-01}";
    assert_eq!(before(last_today, none), Truth::No, "over only tomorrow");
    assert_eq!(before("{drug: azathioprine, from: 2024-01-01}", "cyclophosphamide_before: 3 g"), Truth::Yes);
}

/// A response of the day of the biopsy is not one from before it.
#[test]
fn a_response_of_the_day_of_the_biopsy_stands() {
    let course = |response: &str| {
        active(&format!("{}course: {{started: 2025-01-10, response: {response}}}\n", biopsy("class: [IV], lesions: A")))
    };
    assert_eq!(course("2026-05-01"), Truth::No);
    assert_eq!(course("2026-04-30"), Truth::Yes);
}

/// KDIGO's "initiation of haemodynamically active drugs": begun from the day of the earlier value to that of the newest, by
/// somebody who was not on the drug before.
#[test]
fn a_drug_that_moves_filtration_begins_between_the_two_values() {
    let labs = "labs: [{date: 2026-01-05, creatinine: 60 µmol/L}, {date: 2026-04-05, creatinine: 70 µmol/L}]\n";
    let started = |treatments: &str| {
        case(&format!("{labs}treatments: [{treatments}]\n")).get(FactId::HaemodynamicDrugStarted).truth()
    };
    let ramipril = |dates: &str| format!("{{drug: ramipril, {dates}}}");
    for begun in ["from: 2026-01-05", "from: 2026-02-01", "from: 2026-04-05"] {
        assert_eq!(started(&ramipril(begun)), Truth::Yes, "{begun}");
    }
    for drug in ["empagliflozin", "tacrolimus", "losartan"] {
        assert_eq!(started(&format!("{{drug: {drug}, from: 2026-02-01}}")), Truth::Yes, "{drug}");
    }
    for outside in ["from: 2026-01-04", "from: 2026-04-06"] {
        assert_eq!(started(&ramipril(outside)), Truth::No, "{outside}");
    }
    let after = |before: &str| started(&format!("{before}, {}", ramipril("from: 2026-02-01")));
    assert_eq!(after(&ramipril("from: 2025-01-01, to: 2026-01-31")), Truth::No, "another dose of the same");
    assert_eq!(after(&ramipril("from: 2025-01-01, to: 2026-01-04")), Truth::No, "to the day before the earlier value");
    assert_eq!(after(&ramipril("from: 2025-01-01, to: 2026-01-03")), Truth::Yes, "it had been stopped");
    assert_eq!(after("{drug: azathioprine, from: 2025-01-01}"), Truth::Yes, "another drug");
    assert_eq!(started("{drug: azathioprine, from: 2026-02-01}"), Truth::No);
    assert_eq!(started(""), unknown([Datum::Treatments]));
}

/// The fall of filtration rests on both values, each of its day.
#[test]
fn a_fall_rests_on_its_two_values() {
    let labs = "labs: [{date: 2025-11-05, creatinine: 50 µmol/L}, {date: 2026-01-05, creatinine: 60 µmol/L}, {date: 2026-04-05, creatinine: 90 µmol/L}]\n";
    let facts = case(labs);
    let days: Vec<String> =
        facts.get(FactId::EgfrFall).evidence.iter().map(|one| format!("{} {}", one.path, one.date.unwrap())).collect();
    assert_eq!(days, ["labs[1].creatinine 2026-01-05", "labs[2].creatinine 2026-04-05"]);
}

/// KDIGO 2024, practice point 2.1.5: doubled.
#[test]
fn an_albumin_ratio_doubles() {
    let doubled = |first: &str, second: &str| {
        let labs = format!(
            "labs: [{{date: 2026-03-01, uacr: {first}}}, {{date: 2026-06-01, uacr: {second}}}, {{date: 2026-06-02, uacr: 900 mg/g}}]\n"
        );
        case(&labs).get(FactId::UacrDoubled).truth()
    };
    assert_eq!(doubled("30 mg/g", "60 mg/g"), Truth::Yes);
    assert_eq!(doubled("30 mg/g", "61 mg/g"), Truth::Yes);
    assert_eq!(doubled("30 mg/g", "59 mg/g"), Truth::No);
    let newest_first = "labs: [{date: 2026-05-01, uacr: 60 mg/g}, {date: 2026-03-01, uacr: 30 mg/g}]\n";
    let found = case(newest_first).get(FactId::UacrDoubled).clone();
    assert_eq!(found.truth(), Truth::Yes);
    assert_eq!(
        found.evidence.iter().map(|one| one.path.as_str()).collect::<Vec<_>>(),
        ["labs[1].uacr", "labs[0].uacr"]
    );
}

#[test]
fn the_day_before_the_flare_needs_its_creatinine() {
    let preflare = |labs: &str, day: &str| {
        case(&format!("{labs}kidney: {{preflare: {day}}}\n")).get(FactId::PreflareEgfr).missing.clone()
    };
    assert_eq!(preflare("", "2025-01-10"), [Datum::Creatinine]);
    assert_eq!(preflare("labs: [{date: 2026-06-01, creatinine: 60 µmol/L}]\n", "2026-06-01"), [], "today counts");
}

/// Months off count from the end of the last of them.
#[test]
fn the_last_glucocorticoid_counts() {
    let off = |route: &str| {
        amount(
            &format!(
                "treatments: [{{drug: prednisone, dose: 5 mg/d, from: 2025-01-01, to: 2026-02-01}}, \
                 {{drug: prednisone, dose: 5 mg/d, from: 2023-01-01, to: 2024-01-01}}, \
                 {{drug: betamethasone, dose: 1 mg/d, {route}from: 2026-03-01, to: 2026-04-01}}]\n"
            ),
            FactId::MonthsOffGlucocorticoid,
        )
    };
    assert_eq!(off(""), "2 months");
    let taken = "{drug: prednisone, dose: 5 mg/d, from: 2025-01-01, to: 2026-02-01}, {drug: prednisone, dose: 2 mg/d, from: 2026-03-01}";
    assert_eq!(amount(&format!("treatments: [{taken}]\n"), FactId::MonthsOffGlucocorticoid), "0 months");
    assert_eq!(off("route: topical, "), "4 months");
}

/// ANSM (damage.md E): signed every year.
#[test]
fn a_care_agreement_is_of_the_last_twelve_months() {
    let in_force =
        |day: &str| case(&format!("pregnancy: {{care_agreement: {day}}}\n")).get(FactId::CareAgreementInForce).truth();
    assert_eq!(in_force("2025-06-02"), Truth::Yes);
    assert_eq!(in_force("2025-06-01"), Truth::No, "twelve months ago");
    assert_eq!(in_force("2026-06-01"), Truth::Yes);
    assert_eq!(in_force("2026-06-02"), Truth::No);
}

/// EULAR 2022: more than 15 mg/d for more than two weeks. ACR 2022: 2.5 mg/d or more for more than three months.
#[test]
fn days_of_a_dose_count_today_and_the_first() {
    let days = |dose: &str, from: &str, fact: FactId| {
        let before: Day = from.parse().unwrap();
        let before = before.0.pred_opt().unwrap();
        let lines = format!(
            "treatments: [{{drug: prednisone, dose: 2 mg/d, from: 2025-01-01, to: {before}}}, {{drug: prednisone, dose: {dose}, from: {from}}}]\n"
        );
        amount(&lines, fact)
    };
    assert_eq!(days("16 mg/d", "2026-05-19", FactId::DaysAbove15), "14 days");
    assert_eq!(days("16 mg/d", "2026-05-18", FactId::DaysAbove15), "15 days");
    assert_eq!(days("15 mg/d", "2026-05-18", FactId::DaysAbove15), "0 days");
    assert_eq!(days("2.5 mg/d", "2026-03-04", FactId::DaysFrom2Point5), "90 days");
    assert_eq!(days("3 mg/d", "2026-03-04", FactId::DaysFrom2Point5), "90 days");
    assert_eq!(days("2.4 mg/d", "2026-03-04", FactId::DaysFrom2Point5), "0 days");
    let alone = "treatments: [{drug: prednisone, dose: 20 mg/d, from: 2026-05-20}]\n";
    assert_eq!(amount(alone, FactId::DaysAbove15), "13 days");
}

/// What was taken before with a dose that is not known may have been such a dose, unless the days known are enough.
#[test]
fn an_unknown_dose_before_leaves_the_days_open() {
    let facts = |from: &str| {
        let before: Day = from.parse().unwrap();
        let before = before.0.pred_opt().unwrap();
        case(&format!(
            "treatments: [{{drug: prednisone, from: 2025-01-01, to: {before}}}, {{drug: prednisone, dose: 20 mg/d, from: {from}}}]\n"
        ))
    };
    assert_eq!(
        facts("2026-05-19").get(FactId::DaysAbove15).missing,
        [Datum::Dose],
        "14 days are not more than two weeks"
    );
    assert_eq!(facts("2026-05-18").get(FactId::DaysAbove15).amount().unwrap().to_string(), "15 days");
    assert_eq!(
        facts("2026-03-04").get(FactId::DaysFrom2Point5).missing,
        [Datum::Dose],
        "90 days are not more than three months"
    );
    assert_eq!(facts("2026-03-03").get(FactId::DaysFrom2Point5).amount().unwrap().to_string(), "91 days");
}

/// What three facts say of the same value is told once.
#[test]
fn evidence_is_told_once() {
    let facts = case("labs: [{date: 2026-05-05, creatinine: 60 µmol/L}]\n");
    assert_eq!(facts.get(FactId::KidneyFailure).truth(), Truth::No);
    assert_eq!(facts.get(FactId::KidneyFailure).evidence.len(), 1);
    assert_eq!(facts.get(FactId::NearKidneyFailure).evidence.len(), 1);
}

/// The drugs that suppress today, the glucocorticoid, and the one that was stopped are each named.
#[test]
fn under_immunosuppression_names_what_makes_it_so() {
    let paths = |treatments: &str| {
        let facts = case(&format!("treatments: [{treatments}]\n"));
        let finding = facts.get(FactId::UnderImmunosuppression);
        (finding.truth(), finding.evidence.iter().map(|one| one.written.clone()).collect::<Vec<_>>())
    };
    let hcq = "{drug: hydroxychloroquine, dose: 200 mg/d, from: 2020-01-01}";
    assert_eq!(paths(hcq), (Truth::No, vec![]));
    assert_eq!(
        paths(&format!("{hcq}, {{drug: azathioprine, dose: 100 mg/d, from: 2026-01-01}}")),
        (Truth::Yes, vec!["azathioprine 100 mg/d".to_owned()])
    );
    assert_eq!(
        paths(&format!("{hcq}, {{drug: azathioprine, dose: 100 mg/d, from: 2025-01-01, to: 2026-05-01}}")),
        (Truth::Yes, vec!["azathioprine 100 mg/d".to_owned()])
    );
    assert_eq!(
        paths(&format!("{hcq}, {{drug: prednisone, dose: 10 mg/d, from: 2026-05-01}}")),
        (Truth::Yes, vec!["prednisone 10 mg/d".to_owned()])
    );
    assert_eq!(case("").get(FactId::UnderImmunosuppression).missing, [Datum::Treatments]);
    assert_eq!(
        case("treatments: [{drug: prednisone, from: 2026-05-01}]\n").get(FactId::UnderImmunosuppression).missing,
        [Datum::Dose]
    );
}

/// ACR 2024, guidelines.md A: nephrotic from 3.5 g/g; damage.md B3: replacement is asked for below 30.
#[test]
fn limits_of_proteinuria_and_filtration() {
    let nephrotic =
        |upcr: &str| case(&format!("labs: [{{date: 2026-05-05, upcr: {upcr}}}]\n")).get(FactId::NephroticRange).truth();
    assert_eq!(nephrotic("3.5 g/g"), Truth::Yes);
    assert_eq!(nephrotic("3.49 g/g"), Truth::No);
}

/// Each operator at its limit, on a number that is exactly there.
#[test]
fn operators_at_their_limit() {
    let facts = case("treatments: [{drug: prednisone, dose: 5 mg/d, from: 2025-01-01}]\n");
    let judged = |operator: &str, limit: &str| {
        let text = format!("{{{operator}: {{fact: steroid_daily, value: {limit} mg/d}}}}");
        let condition: Condition = read::document(text.as_bytes()).value.unwrap();
        facts.judge(&condition)
    };
    let rows = [
        ("at_least", [Truth::Yes, Truth::Yes, Truth::No]),
        ("above", [Truth::Yes, Truth::No, Truth::No]),
        ("at_most", [Truth::No, Truth::Yes, Truth::Yes]),
        ("below", [Truth::No, Truth::No, Truth::Yes]),
    ];
    for (operator, expected) in rows {
        assert_eq!(["4.9", "5", "5.1"].map(|limit| judged(operator, limit)), expected, "{operator}");
    }
}

/// Drugs to stop before a pregnancy in all three guidelines (guidelines.md L), and the months since the last one ended.
#[test]
fn drugs_that_harm_a_pregnancy() {
    let on = |drug: &str| {
        let facts = case(&format!("treatments: [{{drug: {drug}, from: 2026-01-01}}]\n"));
        let off = facts.get(FactId::MonthsOffTeratogen).amount().unwrap().to_string();
        (facts.get(FactId::OnTeratogen).truth(), off)
    };
    assert_eq!(on("mycophenolate_sodium"), (Truth::Yes, "0 months".to_owned()));
    assert_eq!(on("cyclophosphamide"), (Truth::Yes, "0 months".to_owned()));
    assert_eq!(on("ramipril"), (Truth::Yes, "5 months".to_owned()), "replaced, not waited for");
    assert_eq!(on("azathioprine"), (Truth::No, "5 months".to_owned()), "since the first entry at least");
    let two = "treatments: [{drug: azathioprine, from: 2026-01-01}, {drug: hydroxychloroquine, from: 2020-06-01}]\n";
    assert_eq!(amount(two, FactId::MonthsOffTeratogen), "72 months");
}

/// EULAR 2025 Table 2: a chronicity index above 3 in the presence of activity.
#[test]
fn chronicity_with_activity_is_above_three() {
    let found = |rest: &str| case(&biopsy(rest)).get(FactId::ChronicityWithActivity).truth();
    assert_eq!(found("class: [IV], lesions: A, chronicity: 4"), Truth::Yes);
    assert_eq!(found("class: [IV], lesions: A, chronicity: 3"), Truth::No);
    assert_eq!(found("class: [IV], lesions: C, chronicity: 4"), Truth::No);
    assert_eq!(found("class: [IV], lesions: A"), unknown([Datum::ChronicityIndex]));
}

/// Class III or IV (C); a class V beside it is not chronic.
#[test]
fn chronic_lesions_only() {
    let found = |rest: &str| case(&biopsy(rest)).get(FactId::ChronicOnly).truth();
    assert_eq!(found("class: [IV], lesions: C"), Truth::Yes);
    assert_eq!(found("class: [IV], lesions: A/C"), Truth::No);
    assert_eq!(found("class: [IV, V], lesions: C"), Truth::No);
    assert_eq!(found("class: [V]"), Truth::No);
    assert_eq!(case("").get(FactId::ChronicOnly).truth(), unknown([Datum::Biopsy]));
}

/// ACR speaks of non-adherence, KDIGO of difficulty in adhering; a profile of low risk is positive and not high.
#[test]
fn adherence_and_antibodies() {
    let adherence =
        |written: &str| case(&format!("person: {{adherence: {written}}}\n")).get(FactId::PoorAdherence).truth();
    assert_eq!(["good", "partial", "poor"].map(adherence), [Truth::No, Truth::Yes, Truth::Yes]);
    let apl = |profile: &str| {
        let facts = case(&format!("background: {{apl: {profile}}}\n"));
        [FactId::AplPositive, FactId::AplHighRisk].map(|fact| facts.get(fact).truth())
    };
    assert_eq!(apl("negative"), [Truth::No, Truth::No]);
    assert_eq!(apl("low_risk"), [Truth::Yes, Truth::No]);
    assert_eq!(apl("high_risk"), [Truth::Yes, Truth::Yes]);
    assert_eq!(apl("triple_positive"), [Truth::Yes, Truth::Yes]);
}

/// damage.md E: 360 mg of the sodium salt are worth 500 mg of mofetil.
#[test]
fn the_sodium_salt_of_mycophenolate_has_its_worth() {
    let daily = |drug: &str, dose: &str| {
        amount(&format!("treatments: [{{drug: {drug}, dose: {dose}, from: 2026-01-01}}]\n"), FactId::MycophenolateDaily)
    };
    assert_eq!(daily("mycophenolate_sodium", "1440 mg/d"), "2000 mg/d");
    assert_eq!(daily("mycophenolate_mofetil", "2000 mg/d"), "2000 mg/d");
    assert_eq!(daily("azathioprine", "100 mg/d"), "0 mg/d");
}

/// The first entry of hydroxychloroquine is what its months rest on.
#[test]
fn months_of_hydroxychloroquine_rest_on_its_first_entry() {
    let facts = case(
        "treatments: [{drug: azathioprine, from: 2010-01-01}, {drug: hydroxychloroquine, dose: 200 mg/d, from: 2025-06-01}, \
         {drug: hydroxychloroquine, dose: 400 mg/d, from: 2024-06-01, to: 2025-05-31}, \
         {drug: hydroxychloroquine, dose: 200 mg/d, from: 2026-06-02}]\n",
    );
    let finding = facts.get(FactId::MonthsOnHcq);
    assert_eq!(finding.amount().unwrap().to_string(), "24 months");
    assert_eq!(finding.evidence.iter().map(|one| one.path.as_str()).collect::<Vec<_>>(), ["treatments[2]"]);
}

/// A dose that is not known, and no treatments at all, are two different things to ask for.
#[test]
fn what_a_dose_lacks_is_named() {
    let missing = |lines: &str, fact: FactId| case(lines).get(fact).missing.clone();
    assert_eq!(missing("", FactId::SteroidDaily), [Datum::Treatments]);
    assert_eq!(missing("treatments: [{drug: prednisone, from: 2026-01-01}]\n", FactId::SteroidDaily), [Datum::Dose]);
    let course = "treatments: [{drug: cyclophosphamide, times: 6, from: 2024-01-01, to: 2024-03-01}]\n";
    assert_eq!(missing(course, FactId::CyclophosphamideLifetime), [Datum::CyclophosphamideBefore]);
    let before = format!("{course}background: {{cyclophosphamide_before: 3 g}}\n");
    assert_eq!(missing(&before, FactId::CyclophosphamideLifetime), [Datum::Dose]);
}

#[test]
fn fertility_is_on_record_once_it_was_discussed() {
    let on_record = |answer: &str| {
        case(&format!("background: {{fertility_discussed: {answer}}}\n")).get(FactId::FertilityOnRecord).truth()
    };
    assert_eq!([on_record("yes"), on_record("no")], [Truth::Yes, Truth::No]);
    assert_eq!(case("").get(FactId::FertilityOnRecord).truth(), Truth::No);
}

/// KDIGO 2024: severe chronic kidney disease, here eGFR below 30 or substantial fibrosis.
#[test]
fn high_risk_of_kidney_failure_by_filtration_or_fibrosis() {
    let high = |fibrosis: &str, creatinine: &str| {
        let labs = format!("labs: [{{date: 2026-05-05, creatinine: {creatinine} µmol/L}}]\n");
        let finding = case(&format!("{}{labs}", biopsy(&format!("class: [IV], lesions: A, fibrosis: {fibrosis}"))));
        let finding = finding.get(FactId::HighCkdRisk);
        (finding.truth(), finding.evidence.len())
    };
    assert_eq!(high("mild", "60"), (Truth::No, 2));
    assert_eq!(high("mild", "300").0, Truth::Yes);
    assert_eq!(high("severe", "60").0, Truth::Yes);
}

/// Several flares are repeated ones; one is the first.
#[test]
fn flares_by_their_number() {
    let flares = |number: &str| {
        let facts = case(&format!("lupus: {{flares: {number}}}\n"));
        [FactId::FirstFlare, FactId::PreviousFlare, FactId::RepeatedFlares].map(|fact| facts.get(fact).truth())
    };
    assert_eq!(flares("0"), [Truth::No, Truth::No, Truth::No]);
    assert_eq!(flares("1"), [Truth::Yes, Truth::No, Truth::No]);
    assert_eq!(flares("2"), [Truth::No, Truth::Yes, Truth::Yes]);
}

/// The sediment is that of the newest visit.
#[test]
fn the_sediment_of_the_newest_visit_counts() {
    let facts = case("activity: [{date: 2026-05-20, sledai: [casts]}, {date: 2026-01-20, sledai: []}]\n");
    let finding = facts.get(FactId::HaematuriaOrCasts);
    assert_eq!((finding.truth(), finding.evidence[0].path.as_str()), (Truth::Yes, "activity[0].sledai"));
}

/// Active nephritis alone, a glucocorticoid, or another drug: the evidence is that of what makes it so.
#[test]
fn immunosuppressed_says_by_what() {
    let by = |lines: &str| {
        let facts = case(lines);
        let finding = facts.get(FactId::Immunosuppressed);
        (finding.truth(), finding.evidence.first().map(|one| one.path.clone()))
    };
    let drug = |drug: &str| {
        format!("treatments: [{{drug: hydroxychloroquine, from: 2020-01-01}}, {{drug: {drug}, from: 2026-01-01}}]\n")
    };
    assert_eq!(by(&drug("azathioprine")), (Truth::Yes, Some("treatments[1]".to_owned())));
    assert_eq!(by(&drug("mycophenolate_mofetil")), (Truth::Yes, Some("treatments[1]".to_owned())));
    assert_eq!(by(&drug("prednisone, dose: 5 mg/d")), (Truth::Yes, Some("treatments[1]".to_owned())));
    let nephritis = format!("{}{}", biopsy("class: [IV], lesions: A"), drug("ramipril"));
    assert_eq!(by(&nephritis), (Truth::Yes, Some("kidney.biopsies[0].class".to_owned())));
    let quiet = format!("{}{}", biopsy("class: [II]"), drug("ramipril"));
    assert_eq!(by(&quiet).0, Truth::No);
}

/// Quiet for six months rests on the visit it has been quiet since.
#[test]
fn quiet_lupus_rests_on_its_visit() {
    let facts = case(
        "extrarenal: []\nactivity: [{date: 2025-11-20, sledai: [proteinuria]}, {date: 2026-05-02, sledai: [low_complement]}]\n",
    );
    let finding = facts.get(FactId::ExtrarenalQuiet);
    assert_eq!(finding.truth(), Truth::Yes);
    assert_eq!(finding.evidence.last().unwrap().path, "activity[0].sledai");
    let active = case("extrarenal: []\nactivity: [{date: 2026-05-02, sledai: [arthritis]}]\n");
    assert_eq!(active.get(FactId::ExtrarenalQuiet).truth(), Truth::No);
    assert_eq!(active.get(FactId::ExtrarenalQuiet).evidence[0].path, "activity[0].sledai");
}

#[test]
fn a_course_that_begins_today_is_no_month_old() {
    let months = |day: &str| case(&format!("course: {{started: {day}}}\n")).get(FactId::MonthsSinceStart).clone();
    assert_eq!(months("2026-06-01").amount().unwrap().to_string(), "0 months");
    assert_eq!(months("2026-06-02").missing, [Datum::Started]);
}

#[test]
fn the_maximum_of_a_raas_blocker_is_stated() {
    let maximum =
        |word: &str| case(&format!("kidney: {{raasi_at_maximum: {word}}}\n")).get(FactId::RaasBlockerAtMaximum).truth();
    assert_eq!((maximum("yes"), maximum("no")), (Truth::Yes, Truth::No));
    assert_eq!(maximum("unknown"), unknown([Datum::RaasiAtMaximum]));
}

/// Whether a nephritis is active rests on the classes, on the lesions where they matter, and on the response.
#[test]
fn active_nephritis_tells_what_it_rests_on() {
    let rests_on = |lines: &str| -> Vec<Datum> {
        case(lines).get(FactId::ActiveNephritis).evidence.iter().map(|one| one.what).collect()
    };
    let response = "course: {started: 2024-01-10, response: 2026-05-10}\n";
    assert_eq!(rests_on(&biopsy("class: [IV], lesions: A")), [Datum::Class, Datum::Lesions]);
    assert_eq!(rests_on(&biopsy("class: [V]")), [Datum::Class]);
    assert_eq!(rests_on(&format!("{}{response}", biopsy("class: [V]"))), [Datum::Class, Datum::Response]);
}

#[test]
fn a_complete_response_ends_it_as_a_response_does() {
    let complete = "course: {started: 2024-01-10, complete_response: 2024-07-10}\n";
    let first = "{date: 2024-01-02, class: [IV], lesions: A}";
    let kidney = |biopsies: &str| active(&format!("kidney: {{biopsies: [{biopsies}]}}\n{complete}"));
    assert_eq!(kidney(first), Truth::No);
    assert_eq!(kidney(&format!("{first}, {{date: 2026-05-01, class: [IV], lesions: A}}")), Truth::Yes);
    let five = "{date: 2024-01-02, class: [V]}, {date: 2026-05-01, class: [V]}";
    assert_eq!(kidney(five), Truth::No, "answered, and nobody says that it worsens");
}

/// Only milligrams a day by mouth are a daily dose of prednisone, and it rests on its entry.
#[test]
fn a_daily_dose_of_prednisone_is_in_milligrams_a_day() {
    let prednisone = |dose: &str| {
        case(&format!("treatments: [{{drug: prednisone, dose: {dose}, from: 2026-01-01}}]\n"))
            .get(FactId::Prednisone)
            .clone()
    };
    let found = prednisone("5 mg/d");
    assert_eq!(found.amount().unwrap().to_string(), "5 mg/d");
    assert_eq!(found.evidence.iter().map(|one| one.path.as_str()).collect::<Vec<_>>(), ["treatments[0]"]);
    for other in ["0.5 mg/kg/d", "500 mg"] {
        assert_eq!(prednisone(other).missing, [Datum::Treatments], "{other}");
    }
}

/// NOBILITY (damage.md E): 360 mg of the sodium salt are 500 mg of mofetil.
#[test]
fn sodium_mycophenolate_counts_in_mofetil() {
    let daily = |dose: &str| {
        let lines = format!("treatments: [{{drug: mycophenolate_sodium, dose: {dose}, from: 2026-01-01}}]\n");
        amount(&lines, FactId::MycophenolateDaily)
    };
    assert_eq!((daily("1440 mg/d").as_str(), daily("200 mg/d").as_str()), ("2000 mg/d", "277.78 mg/d"));
}

/// Nothing of the histology is known without a biopsy, and each fact says what would settle it.
#[test]
fn histology_without_a_biopsy_says_what_is_missing() {
    let reported = [
        FactId::ActivityIndex,
        FactId::ChronicityIndex,
        FactId::Crescents,
        FactId::Necrosis,
        FactId::SevereInterstitialInflammation,
        FactId::PodocyteEffacement,
        FactId::Tma,
    ];
    for fact in reported {
        assert_eq!(case("").get(fact).missing, [Datum::Biopsy], "{fact}");
        assert_eq!(case("lupus: {flares: 0}\n").get(fact).missing, [Datum::Upcr], "{fact}");
    }
}

#[test]
fn classes_one_and_two_are_minor_alone() {
    let minor = |class: &str| case(&biopsy(&format!("class: [{class}]"))).get(FactId::ClassIOrII).truth();
    assert_eq!((minor("I"), minor("II")), (Truth::Yes, Truth::Yes));
    assert_eq!((minor("II, V"), minor("III")), (Truth::No, Truth::No));
    let membranous = |class: &str| {
        let facts = case(&biopsy(&format!("class: [{class}]")));
        [FactId::PureV, FactId::MixedV].map(|fact| facts.get(fact).truth() == Truth::Yes)
    };
    assert_eq!(["V", "IV, V", "IV"].map(membranous), [[true, false], [false, true], [false, false]]);
}
