//! The safety rules: each fires, keeps silent, and says what it lacks, on the case and on the lines of a decision.

use std::collections::BTreeSet;

use regards::domain::{Case, Day};
use regards::knowledge::{Alerts, Checked, Condition, Datum, FactId, Level, Truth, Value, facts_with, safety};
use regards::meeting;
use regards::read;

use super::vignettes;

use crate::scene::library;

/// What a rule does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Does {
    Fire,
    KeepSilent,
    NotSay,
}
use Does::{Fire, KeepSilent, NotSay};

fn case(text: &str) -> Case {
    let patient =
        if text.contains("patient:") { "" } else { "patient: {alias: T, sex: female, age: 30, weight: 60 kg}\n" };
    let text = format!("format: 1\ncase: T-1\nquestion: \"?\"\n{patient}{text}");
    let reading = read::document::<Case>(text.as_bytes());
    reading.value.unwrap_or_else(|| panic!("{text}\n{:?}", reading.remarks))
}

/// The alerts of a case of 2026-06-01 with these lines of a decision.
fn alerts(text: &str, lines: &str) -> Alerts {
    let today: Day = "2026-06-01".parse().unwrap();
    safety(&library(), &facts_with(&case(text), today, &meeting::proposed_by(lines)))
}

fn does(rule: &str, text: &str, lines: &str) -> Does {
    match alerts(text, lines).0.iter().find(|alert| alert.rule == rule) {
        None => KeepSilent,
        Some(alert) if alert.fires => Fire,
        Some(alert) => {
            assert!(!alert.missing.is_empty(), "{rule} cannot say and does not say why");
            NotSay
        }
    }
}

const NONE: &str = "treatments: [{drug: vitamin_d, from: 2024-01-01}]\n";

fn on(drugs: &str) -> String {
    let entries: Vec<String> = drugs.split(',').map(|drug| format!("{{{drug}, from: 2020-01-01}}")).collect();
    format!("treatments: [{}]\n", entries.join(", ").replace("{ ", "{").replace(';', ","))
}

/// eGFR (CKD-EPI 2021) of a woman of 30: 60 µmol/L 124, 133 about 48, 150 about 42, 300 about 18.
fn creatinine(micromoles: u32) -> String {
    format!("labs: [{{date: 2026-05-20, creatinine: {micromoles} µmol/L}}]\n")
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table: three cases or more for each rule")]
fn every_rule_fires_keeps_silent_and_says_what_it_lacks() {
    let hcq = |dose: &str| on(&format!("drug: hydroxychloroquine; dose: {dose}"));
    let pregnant = "pregnancy: {status: pregnant, weeks: 12, wish: none}\n";
    let not_pregnant = "pregnancy: {status: none, wish: none}\n";
    let two_labs = |first: u32, second: u32| {
        format!(
            "labs: [{{date: 2026-03-01, creatinine: {first} µmol/L}}, {{date: 2026-05-20, creatinine: {second} µmol/L}}]\n"
        )
    };
    let uacr = |first: &str, second: &str| {
        format!("labs: [{{date: 2026-03-01, uacr: {first}}}, {{date: 2026-05-20, uacr: {second}}}]\n")
    };
    let pressure = |first: &str, second: &str| {
        format!(
            "blood_pressure: [{{date: 2026-03-01, value: {first} mmHg}}, {{date: 2026-05-20, value: {second} mmHg}}]\n"
        )
    };
    let eye = |exam: &str, from: &str| {
        format!("treatments: [{{drug: hydroxychloroquine, dose: 300 mg/d, from: {from}{exam}}}]\n{}", creatinine(60))
    };
    let pred = |dose: &str, from: &str| format!("treatments: [{{drug: prednisone, dose: {dose}, from: {from}}}]\n");
    let iv = "kidney: {biopsies: [{date: 2026-05-01, class: [IV], lesions: A}]}\n";
    let quiet = "kidney: {biopsies: [{date: 2026-05-01, class: [II]}]}\n";
    let woman = "pregnancy: {status: none, contraception: iud, care_agreement: 2026-01-10}\n";
    let vaccinated =
        "prevention: {vaccines: {influenza: 2025-11, pneumococcus: 2024-03, pneumococcus_vaccine: pcv20, zoster: 2024-05, hpv: 2015}}\n"
            .replace("hpv: 2015", "hpv: 2015-01");
    let aged = |years: u8| format!("{NONE}patient: {{alias: T, sex: female, age: {years}, weight: 60 kg}}\n");
    #[rustfmt::skip]
    let table: Vec<(&str, Does, String, &str)> = vec![
        ("S01", Fire, hcq("400 mg/d"), ""), ("S01", KeepSilent, hcq("300 mg/d"), ""),
        ("S01", NotSay, format!("{}patient: {{alias: T, sex: female, age: 30}}\n", hcq("300 mg/d")), ""),
        ("S01", NotSay, String::new(), ""), ("S01", KeepSilent, NONE.to_owned(), ""),
        ("S01", Fire, NONE.to_owned(), "débuter hydroxychloroquine 200 mg x2/j"),
        ("S01", KeepSilent, hcq("400 mg/d"), "diminuer hcq 300 mg/j"),
        ("S01", NotSay, NONE.to_owned(), "débuter hcq 2 cp"),
        ("S02", Fire, hcq("200 mg/d") + &creatinine(300), ""), ("S02", KeepSilent, hcq("200 mg/d") + &creatinine(60), ""),
        ("S02", NotSay, hcq("200 mg/d"), ""), ("S02", KeepSilent, hcq("200 mg/d") + &creatinine(300), "arrêter hcq"),
        ("S03", Fire, eye(", eye_exam: 2025-05-01", "2020-01-01"), ""),
        ("S03", KeepSilent, eye(", eye_exam: 2025-07-01", "2020-01-01"), ""),
        // After a year at risk: a macular disease is one (guidelines.md F).
        ("S03", Fire, eye(", eye_exam: 2025-05-01", "2024-05-01") + "background: {comorbidities: [macular_disease]}\n", ""),
        ("S03", KeepSilent, eye(", eye_exam: 2025-05-01", "2024-05-01") + "background: {comorbidities: []}\n", ""),
        ("S03", KeepSilent, eye("", "2026-01-01"), ""), ("S03", NotSay, eye("", "2020-01-01"), ""),
        ("S04", Fire, NONE.to_owned(), ""), ("S04", KeepSilent, hcq("200 mg/d"), ""), ("S04", NotSay, String::new(), ""),
        ("S04", KeepSilent, format!("{NONE}background: {{hydroxychloroquine_contraindicated: yes}}\n"), ""),
        ("S04", Fire, hcq("200 mg/d"), "arrêter hcq"), ("S04", Fire, on("drug: other; name: voriconazole"), ""),
        ("S04", Fire, hcq("200 mg/d"), "suspendre hcq"), ("S04", KeepSilent, NONE.to_owned(), "poursuivre hcq"),
        ("S01", Fire, hcq("400 mg/d"), "poursuivre hcq"), ("S01", Fire, hcq("200 mg/d"), "poursuivre hcq 400 mg/j"),
        ("S05", Fire, on("drug: mycophenolate_mofetil") + pregnant, ""), ("S05", KeepSilent, NONE.to_owned() + pregnant, ""),
        ("S05", KeepSilent, on("drug: mycophenolate_mofetil") + not_pregnant, ""),
        ("S05", NotSay, on("drug: mycophenolate_mofetil"), ""),
        ("S05", Fire, format!("{NONE}pregnancy: {{status: none, wish: within_2_years}}\n"), "débuter MMF 1 g x2/j"),
        ("S05", Fire, on("drug: ramipril") + "pregnancy: {status: pregnant, weeks: 14}\n", ""),
        ("S05", KeepSilent, on("drug: ramipril") + pregnant, ""), ("S05", NotSay, on("drug: ramipril") + "pregnancy: {status: pregnant}\n", ""),
        ("S06", Fire, on("drug: mycophenolate_mofetil") + "pregnancy: {status: none, contraception: none}\n", ""),
        ("S06", KeepSilent, on("drug: mycophenolate_mofetil") + pregnant, ""),
        ("S06", Fire, on("drug: mycophenolate_mofetil") + "pregnancy: {status: none, contraception: iud, care_agreement: 2025-05-01}\n", ""),
        ("S06", KeepSilent, on("drug: mycophenolate_mofetil") + woman, ""), ("S06", KeepSilent, NONE.to_owned(), ""),
        ("S06", NotSay, on("drug: mycophenolate_mofetil") + "pregnancy: {status: none, contraception: unknown}\n", ""),
        ("S06", NotSay, NONE.to_owned() + woman, "débuter MMF"),
        ("S06", Fire, NONE.to_owned() + "pregnancy: {status: none, contraception: iud, care_agreement: 2026-01-10, test: not_done}\n", "débuter MMF"),
        ("S06", KeepSilent, on("drug: mycophenolate_mofetil") + "patient: {alias: T, sex: male, age: 30}\n", ""),
        ("S07", Fire, on("drug: clarithromycin"), "débuter voclosporine 23,7 mg x2/j"),
        ("S07", Fire, on("drug: voclosporin, drug: itraconazole"), ""), ("S07", KeepSilent, NONE.to_owned(), "débuter voclosporine"),
        ("S07", KeepSilent, on("drug: clarithromycin"), "arrêter clarithromycine\ndébuter voclosporine"),
        ("S07", NotSay, on("drug: other; name: voriconazole"), "débuter voclosporine"), ("S07", NotSay, String::new(), "débuter voclosporine"),
        ("S08", Fire, NONE.to_owned() + &creatinine(150), "débuter tacrolimus"),
        ("S08", Fire, NONE.to_owned() + &creatinine(150), "ajouter tacrolimus"),
        ("S08", KeepSilent, NONE.to_owned() + &creatinine(133), "débuter tacrolimus"),
        ("S08", KeepSilent, on("drug: tacrolimus") + &creatinine(150), ""), ("S08", NotSay, NONE.to_owned(), "débuter voclosporine"),
        ("S09", Fire, NONE.to_owned() + &pressure("120/70", "166/90"), "débuter voclosporine"),
        ("S09", KeepSilent, NONE.to_owned() + &pressure("180/110", "165/105"), "débuter voclosporine"),
        ("S09", NotSay, NONE.to_owned(), "débuter voclosporine"),
        ("S10", Fire, on("drug: voclosporin"), "débuter cyclophosphamide 500 mg x 6"), ("S10", Fire, on("drug: belimumab, drug: rituximab"), ""),
        ("S10", KeepSilent, on("drug: voclosporin, drug: belimumab"), ""), ("S10", KeepSilent, on("drug: belimumab"), "arrêter bélimumab\ndébuter anifrolumab"),
        ("S10", NotSay, String::new(), "débuter bélimumab"),
        ("S11", Fire, on("drug: allopurinol"), "débuter azathioprine 100 mg/j"), ("S11", KeepSilent, on("drug: azathioprine"), ""), ("S11", NotSay, String::new(), "débuter azathioprine"),
        ("S12", Fire, NONE.to_owned(), "débuter azathioprine"), ("S12", Fire, format!("{NONE}background: {{tpmt: poor}}\n"), "relais azathioprine"),
        ("S12", KeepSilent, format!("{NONE}background: {{tpmt: normal, nudt15: normal}}\n"), "débuter azathioprine"), ("S12", KeepSilent, on("drug: azathioprine"), ""),
        ("S12", NotSay, format!("{NONE}background: {{tpmt: normal}}\n"), "débuter azathioprine"),
        ("S13", Fire, on("drug: azathioprine") + "prevention: {vaccines: {live_planned: yes}}\n", ""),
        ("S13", KeepSilent, on("drug: azathioprine") + "prevention: {vaccines: {live_planned: no}}\n", ""), ("S13", NotSay, on("drug: azathioprine"), ""),
        ("S14", Fire, format!("{NONE}background: {{hbv: negative}}\n"), "débuter rituximab 1 g x 2"),
        ("S14", KeepSilent, format!("{NONE}background: {{hbv: negative}}\nlabs: [{{date: 2026-05-20, igg: 9 g/L}}]\n"), "débuter obinutuzumab"),
        ("S14", KeepSilent, NONE.to_owned(), "débuter bélimumab"),
        ("S15", Fire, pred("20 mg/d", "2026-05-01"), ""), ("S15", KeepSilent, pred("20 mg/d", "2026-05-25"), ""),
        ("S15", KeepSilent, pred("15 mg/d", "2026-01-01"), ""), ("S15", NotSay, String::new(), ""), ("S15", NotSay, NONE.to_owned(), "débuter prednisone 40 mg/j puis décroissance"),
        ("S15", KeepSilent, pred("20 mg/d", "2026-05-01") + "prevention: {pjp_prophylaxis: refused}\n", ""),
        ("S15", KeepSilent, pred("20 mg/d", "2026-05-01"), "diminuer prednisone 10 mg/j"),
        ("S16", Fire, on("drug: cotrimoxazole") + "background: {comorbidities: [sulfa_allergy]}\n", ""),
        ("S16", Fire, on("drug: ramipril") + "background: {comorbidities: []}\nlabs: [{date: 2026-05-20, potassium: 5.1 mmol/L}]\n", "débuter cotrimoxazole"),
        ("S16", KeepSilent, on("drug: cotrimoxazole, drug: ramipril") + "background: {comorbidities: []}\nlabs: [{date: 2026-05-20, potassium: 5.0 mmol/L}]\n", ""),
        ("S16", NotSay, on("drug: cotrimoxazole"), ""), ("S16", KeepSilent, NONE.to_owned(), ""),
        ("S17", Fire, pred("2.5 mg/d", "2026-01-01"), ""), ("S17", KeepSilent, pred("2 mg/d", "2026-01-01"), ""), ("S17", KeepSilent, pred("5 mg/d", "2026-05-01"), ""),
        ("S17", KeepSilent, pred("5 mg/d", "2026-01-01") + "prevention: {fracture_risk: low, fracture_assessed: 2026-02-01}\n", ""), ("S17", NotSay, String::new(), ""),
        ("S18", Fire, pred("7.5 mg/d", "2025-11-01") + "course: {started: 2025-12-01}\n", ""), ("S18", KeepSilent, pred("5 mg/d", "2025-11-01") + "course: {started: 2025-12-01}\n", ""),
        ("S18", KeepSilent, pred("7.5 mg/d", "2025-11-01") + "course: {started: 2025-12-02}\n", ""), ("S18", NotSay, pred("7.5 mg/d", "2025-11-01"), ""),
        ("S18", KeepSilent, pred("7.5 mg/d", "2025-11-01") + "course: {started: 2025-12-01}\n", "diminuer prednisone 5 mg/j"),
        ("S19", Fire, "background: {cyclophosphamide_before: 36 g}\n".to_owned(), ""), ("S19", KeepSilent, "background: {cyclophosphamide_before: 3 g}\n".to_owned(), ""), ("S19", NotSay, String::new(), ""),
        ("S19", Fire, format!("{NONE}background: {{cyclophosphamide_before: 33 g}}\n"), "débuter cyclophosphamide 500 mg IV x 6"),
        ("S19", KeepSilent, format!("{NONE}background: {{cyclophosphamide_before: 32 g}}\n"), "débuter cyclophosphamide 500 mg IV x 6"),
        ("S19", NotSay, format!("{NONE}background: {{cyclophosphamide_before: 32 g}}\n"), "débuter cyclophosphamide"),
        ("S20", Fire, NONE.to_owned(), "débuter cyclophosphamide 500 mg x 6"), ("S20", Fire, format!("{NONE}background: {{fertility_discussed: no}}\n"), "débuter CYC"),
        ("S20", KeepSilent, format!("{NONE}background: {{fertility_discussed: yes}}\n"), "débuter CYC"), ("S20", KeepSilent, on("drug: cyclophosphamide"), ""),
        ("S21", Fire, format!("{NONE}background: {{apl: high_risk}}\n"), ""), ("S21", KeepSilent, on("drug: aspirin") + "background: {apl: high_risk}\n", ""),
        ("S21", KeepSilent, format!("{NONE}background: {{apl: low_risk}}\n"), ""), ("S21", NotSay, NONE.to_owned(), ""),
        ("S21", KeepSilent, format!("{NONE}background: {{apl: high_risk}}\n"), "débuter aspirine 100 mg/j"),
        // Nothing stated: the dated tests speak. One that is lacking leaves a no open.
        ("S21", Fire, format!("{NONE}background: {{apl_tests: [{{date: 2026-01-01, lupus_anticoagulant: positive}}]}}\n"), ""),
        ("S21", NotSay, format!("{NONE}background: {{apl: unknown, apl_tests: [{{date: 2026-01-01, lupus_anticoagulant: unknown, acl: 50 U/mL, anti_b2gpi: negative}}]}}\n"), ""),
        ("S21", KeepSilent, format!("{NONE}background: {{apl: negative, apl_tests: [{{date: 2026-01-01, lupus_anticoagulant: positive}}]}}\n"), ""),
        ("S21", KeepSilent, format!("{NONE}background: {{apl_tests: [{{date: 2026-01-01, lupus_anticoagulant: negative, acl: negative, anti_b2gpi: negative}}]}}\n"), ""),
        ("S22", Fire, on("drug: rivaroxaban") + "background: {apl: triple_positive}\n", ""), ("S22", Fire, format!("{NONE}background: {{apl: triple_positive}}\n"), "débuter dabigatran"),
        ("S22", KeepSilent, on("drug: warfarin") + "background: {apl: triple_positive}\n", ""), ("S22", NotSay, on("drug: apixaban") + "background: {apl: high_risk}\n", ""),
        ("S23", Fire, "pregnancy: {contraception: oestrogen}\nbackground: {apl: low_risk}\n".to_owned(), ""), ("S23", Fire, format!("pregnancy: {{contraception: oestrogen}}\n{iv}"), ""),
        ("S23", KeepSilent, format!("pregnancy: {{contraception: oestrogen}}\nbackground: {{apl: negative}}\n{quiet}"), ""), ("S23", KeepSilent, "pregnancy: {contraception: iud}\n".to_owned(), ""),
        ("S23", NotSay, "pregnancy: {contraception: oestrogen}\nbackground: {apl: negative}\n".to_owned(), ""),
        ("S24", Fire, pressure("130/70", "120/80"), ""), ("S24", KeepSilent, pressure("150/95", "129/79"), ""), ("S24", NotSay, String::new(), ""),
        ("S24", NotSay, "blood_pressure: [{date: 2026-03-01, value: 150/90 mmHg}]\n".to_owned(), ""),
        ("S25", Fire, two_labs(100, 130) + NONE, ""), ("S25", NotSay, two_labs(100, 130), ""), ("S25", KeepSilent, two_labs(100, 110), ""), ("S25", NotSay, creatinine(60), ""),
        ("S25", KeepSilent, two_labs(100, 130) + "treatments: [{drug: ramipril, from: 2026-04-01}]\n", ""), ("S25", Fire, two_labs(100, 150) + "treatments: [{drug: ramipril, from: 2026-04-01}]\n", ""),
        // Begun on the day of the earlier sample, and so after it; the next dose of a drug taken before is not a start.
        ("S25", KeepSilent, two_labs(100, 130) + "treatments: [{drug: ramipril, from: 2026-03-01}]\n", ""),
        ("S25", Fire, two_labs(100, 130) + "treatments: [{drug: ramipril, from: 2025-01-01, to: 2026-02-28}, {drug: ramipril, from: 2026-03-01}]\n", ""),
        ("S26", Fire, uacr("100 mg/g", "200 mg/g"), ""), ("S26", KeepSilent, uacr("100 mg/g", "199 mg/g"), ""), ("S26", NotSay, String::new(), ""),
        ("S27", Fire, on("drug: dapagliflozin") + pregnant, ""), ("S27", KeepSilent, on("drug: dapagliflozin") + not_pregnant + "background: {comorbidities: []}\n", ""), ("S27", NotSay, on("drug: dapagliflozin"), ""),
        ("S28", Fire, format!("{NONE}prevention: {{vaccines: {{influenza: 2025-05}}}}\n"), ""), ("S28", Fire, on("drug: azathioprine") + &vaccinated.replace("2024-05", "never"), ""),
        ("S28", Fire, on("drug: prednisone; dose: 10 mg/d") + &vaccinated.replace("2024-05", "never"), ""), ("S28", KeepSilent, on("drug: prednisone; dose: 9 mg/d") + &vaccinated.replace("2024-05", "never"), ""),
        ("S28", Fire, on("drug: prednisone") + &vaccinated.replace("pcv20", "ppsv23"), ""), ("S28", NotSay, NONE.to_owned() + &vaccinated.replace(", pneumococcus_vaccine: pcv20", ""), ""),
        // Papillomavirus: up to and including 26 years.
        ("S28", Fire, aged(26) + &vaccinated.replace("2015-01", "never"), ""), ("S28", KeepSilent, aged(26) + &vaccinated, ""),
        ("S28", KeepSilent, aged(27) + &vaccinated.replace("2015-01", "never"), ""),
        ("S28", KeepSilent, NONE.to_owned() + &vaccinated.replace("2024-05", "never"), ""), ("S28", KeepSilent, on("drug: azathioprine") + &vaccinated, ""), ("S28", NotSay, NONE.to_owned(), ""),
        ("S29", Fire, on("drug: mycophenolate_mofetil; dose: 3 g/d") + &creatinine(300), ""), ("S29", Fire, NONE.to_owned() + &creatinine(300), "débuter MMF 1,5 g x2/j"),
        ("S29", KeepSilent, on("drug: mycophenolate_sodium; dose: 1440 mg/d") + &creatinine(300), ""), ("S29", NotSay, on("drug: mycophenolate_mofetil") + &creatinine(300), ""),
        ("S30", Fire, "damage: {reviewed: 2025-04-30}\n".to_owned(), ""), ("S30", Fire, "damage: {reviewed: 2025-05-31}\n".to_owned(), ""), ("S30", KeepSilent, "damage: {reviewed: 2025-06-01}\n".to_owned(), ""), ("S30", NotSay, String::new(), ""),
        ("S33", Fire, on("drug: ramipril") + pregnant, ""), ("S33", Fire, on("drug: ramipril") + "pregnancy: {status: pregnant}\n", ""),
        ("S33", Fire, NONE.to_owned() + pregnant, "ramipril 5 mg/j"), ("S33", KeepSilent, on("drug: ramipril") + pregnant, "arrêt ramipril"),
        ("S33", KeepSilent, on("drug: ramipril") + not_pregnant, ""), ("S33", NotSay, on("drug: ramipril"), ""),
        ("S33", KeepSilent, NONE.to_owned() + pregnant, ""),
        ("S31", Fire, "pregnancy: {status: pregnant, fetal_echo_planned: no}\nbackground: {anti_ssa: positive}\n".to_owned(), ""),
        ("S31", KeepSilent, "pregnancy: {status: pregnant, fetal_echo_planned: yes}\nbackground: {anti_ssa: positive}\n".to_owned(), ""), ("S31", NotSay, pregnant.to_owned(), ""),
        ("S32", Fire, on("drug: ibuprofen") + iv, ""), ("S32", Fire, on("drug: ketoprofen") + "pregnancy: {status: pregnant, weeks: 28}\n", ""),
        ("S32", KeepSilent, on("drug: ibuprofen") + "lupus: {flares: 0}\nlabs: [{date: 2026-05-20, upcr: 0.1 g/g}]\n" + not_pregnant, ""), ("S32", KeepSilent, NONE.to_owned() + iv, ""), ("S32", NotSay, on("drug: ibuprofen"), ""),
    ];
    let mut wrong = Vec::new();
    for (rule, expected, text, lines) in &table {
        let found = does(rule, text, lines);
        if found != *expected {
            wrong.push(format!("{rule}: {expected:?} expected, {found:?} found\n{text}{lines}\n"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let shown: BTreeSet<(&str, Does)> = table.iter().map(|(rule, does, ..)| (*rule, *does)).collect();
    for rule in &library().safety().rules {
        for does in [Fire, KeepSilent, NotSay] {
            let is_shown = shown.contains(&(rule.id.as_str(), does));
            // These ask only what a line starts and whether something is on record: always known.
            let never = does == NotSay && ["S14", "S20"].contains(&rule.id.as_str());
            assert!(is_shown != never, "{} {does:?}", rule.id);
        }
    }
}

#[test]
fn the_rules_are_s01_to_s33_each_once_in_order() {
    let library = library();
    let ids: Vec<&str> = library.safety().rules.iter().map(|rule| rule.id.as_str()).collect();
    let expected: Vec<String> = (1..=33).map(|number| format!("S{number:02}")).collect();
    assert_eq!(ids, expected);
}

#[test]
fn rules_ask_only_what_can_be_answered_and_say_where_they_come_from() {
    let library = library();
    assert_eq!(library.faults(), &[] as &[String]);
    let meeting: Day = "2026-11-26".parse().unwrap();
    assert!(library.safety().next_check.is_some_and(|day| day > meeting));
    for rule in &library.safety().rules {
        assert_ne!(rule.when, Condition::default(), "{} fires for everyone", rule.id);
        assert!(!rule.source.is_empty() || rule.checked == Checked::Memory, "{} comes from nowhere", rule.id);
        for words in [&rule.name.fr, &rule.name.en, &rule.fr, &rule.en] {
            assert!(!words.trim().is_empty(), "{}", rule.id);
        }
        assert_ne!(rule.fr, rule.en, "{}", rule.id);
    }
}

/// A case that says nothing of itself: nothing fires, nothing is called safe, and what is missing is told in a few lines.
#[test]
fn what_is_missing_is_unknown_and_folded() {
    let nothing = alerts("", "");
    let settled = ["S08", "S09", "S12", "S14", "S20"];
    let silent: Vec<&str> = library()
        .safety()
        .rules
        .iter()
        .filter(|rule| nothing.0.iter().all(|alert| alert.rule != rule.id))
        .map(|rule| if settled.contains(&rule.id.as_str()) { "" } else { "?" })
        .collect();
    assert_eq!(nothing.firing().count(), 0, "{nothing:?}");
    assert!(silent.iter().all(|id| id.is_empty()), "silent on what is unknown: {silent:?}");
    let missing = nothing.missing();
    assert_eq!(missing[0].0, [Datum::Treatments], "what most rules wait for comes first");
    let vaccines = missing.iter().find(|(data, _)| data.contains(&Datum::Influenza)).unwrap();
    assert!(vaccines.0.contains(&Datum::Pneumococcus), "what one rule lacks is told together");
    assert_eq!(vaccines.1.len(), 1);
}

/// Whatever fires goes on firing, or says that it cannot, when a part of the file is taken away: it never falls silent.
#[test]
fn what_fires_never_falls_silent_for_want_of_a_fact() {
    let text = "treatments: [{drug: mycophenolate_mofetil, dose: 3 g/d, from: 2025-01-01}]\n\
                pregnancy: {status: none, wish: within_2_years, contraception: none}\n\
                labs: [{date: 2026-05-20, creatinine: 300 µmol/L}]\n";
    let today: Day = "2026-06-01".parse().unwrap();
    let whole = facts_with(&case(text), today, &[]);
    let fired: Vec<String> = safety(&library(), &whole).firing().map(|alert| alert.rule.clone()).collect();
    assert!(["S05", "S06", "S29"].iter().all(|rule| fired.iter().any(|one| one == rule)), "{fired:?}");
    for fact in FactId::ALL {
        let mut less = whole.clone();
        less.forget(*fact);
        let left = safety(&library(), &less);
        for rule in &fired {
            assert!(left.0.iter().any(|alert| alert.rule == *rule), "{rule} is silent without {fact}");
        }
    }
}

#[test]
fn stops_come_first_with_what_speaks_for_them_and_its_day() {
    let text = "treatments: [{drug: clarithromycin, from: 2026-05-28}, {drug: hydroxychloroquine, dose: 400 mg/d, from: 2025-06-02}]\n";
    let found = alerts(text, "débuter voclosporine 23,7 mg x2/j");
    let first = found.firing().next().unwrap();
    assert_eq!((first.rule.as_str(), first.level), ("S07", Level::Stop));
    assert!(first.is_on_line());
    let written: Vec<(Datum, &str)> =
        first.grounds.iter().flat_map(|ground| &ground.evidence).map(|one| (one.what, one.written.as_str())).collect();
    assert_eq!(written, [(Datum::Line, "voclosporin 47.4 mg/d"), (Datum::Treatments, "clarithromycin")]);
    let levels: Vec<Level> = found.firing().map(|alert| alert.level).collect();
    assert!(levels.is_sorted(), "{levels:?}");
    let hcq = found.firing().find(|alert| alert.rule == "S01").unwrap();
    assert!(!hcq.is_on_line());
    assert_eq!(hcq.grounds[1].amount.as_ref().unwrap().to_string(), "6.6667 mg/kg/d");
}

/// What the label says is told of what lines start, and only of that.
#[test]
fn the_label_of_a_started_drug_is_told() {
    let iv = "kidney: {biopsies: [{date: 2026-05-01, class: [IV], lesions: A}]}\n";
    let pure_v = "kidney: {biopsies: [{date: 2026-05-01, class: [V]}]}\n";
    let child = "patient: {alias: T, sex: female, age: 15}\n";
    let said = |text: &str, lines: &str| -> Vec<String> {
        let alerts = alerts(&format!("{NONE}{text}"), lines);
        alerts.0.iter().filter(|alert| alert.rule == "label").map(|alert| alert.said.en.clone()).collect()
    };
    assert!(said(iv, "débuter MMF 1 g x2/j")[0].starts_with("mycophenolate mofetil: "));
    assert!(said(iv, "poursuivre MMF").is_empty(), "not started");
    assert!(said(iv, "débuter azathioprine").is_empty(), "labelled");
    assert!(said(pure_v, "débuter MMF\ndébuter bélimumab")[1].contains("not reimbursed"));
    assert!(said(iv, "débuter bélimumab").is_empty());
    let voclosporin = said(iv, "poursuivre MMF\ndébuter voclosporine");
    assert!(
        voclosporin[0].contains("reimbursement, HAS opinion and availability in France not verified"),
        "{voclosporin:?}"
    );
    assert!(said(&format!("{iv}{child}"), "poursuivre MMF\ndébuter obinutuzumab")[0].contains("off label"));
    assert!(said("", "débuter cyclophosphamide")[0].contains("not verified"), "no class is known");
}

/// Lines alone do not complete a list of treatments that the case does not give.
#[test]
fn a_line_does_not_make_an_unknown_list_known() {
    assert_eq!(does("S04", "", "débuter prednisone 10 mg/j"), NotSay);
    assert_eq!(does("S04", "", "débuter hcq 200 mg/j"), KeepSilent);
    assert_eq!(does("S32", "pregnancy: {status: pregnant, weeks: 30}\n", "débuter prednisone 10 mg/j"), NotSay);
    assert_eq!(does("S01", "", "débuter hcq 400 mg/j"), Fire);
}

/// What a line takes away is told with the lines, though it rests on none.
#[test]
fn a_line_that_stops_a_drug_is_told_what_it_leaves() {
    let text = on("drug: hydroxychloroquine; dose: 200 mg/d, drug: aspirin") + "background: {apl: high_risk}\n";
    let of_case = alerts(&text, "");
    let told = |lines: &str| -> Vec<String> {
        alerts(&text, lines).on_lines(&of_case).firing().map(|alert| alert.rule.clone()).collect()
    };
    assert_eq!(told("arrêter hcq"), ["S04"]);
    assert_eq!(told("arrêter aspirine"), ["S21"]);
    assert_eq!(told("poursuivre hcq"), [] as [&str; 0]);
}

/// What is supposed reaches the rules, and what changes is told by rule and by number.
#[test]
fn what_is_supposed_changes_the_alerts() {
    use regards::knowledge::{Suppositions, facts, facts_supposing};
    let today: Day = "2026-06-01".parse().unwrap();
    let text =
        on("drug: mycophenolate_mofetil; dose: 2 g/d, drug: tacrolimus, drug: hydroxychloroquine; dose: 200 mg/d")
            + "pregnancy: {status: none, wish: none, contraception: iud, care_agreement: 2026-01-10}\n"
            + "labs: [{date: 2026-03-01, creatinine: 60 µmol/L}, {date: 2026-05-20, creatinine: 62 µmol/L}]\n";
    let case = case(&text);
    let before = safety(&library(), &facts(&case, today));
    let with = |fact: FactId, written: &str| {
        let mut supposed = Suppositions::default();
        supposed.suppose(fact, written).unwrap();
        safety(&library(), &facts_supposing(&case, today, &supposed))
    };
    let appear = |after: &Alerts| -> Vec<String> {
        before.change(after).appear.iter().map(|alert| alert.rule.clone()).collect()
    };
    let pregnant = with(FactId::Pregnant, "yes");
    assert_eq!(appear(&pregnant), ["S05"]);
    assert_eq!(before.change(&pregnant).counts, [(Level::Stop, 0, 1)]);
    let fallen = with(FactId::Egfr, "40 mL/min/1.73m²");
    assert_eq!(appear(&fallen), ["S25"], "a fall from 124 to 40 on a calcineurin inhibitor");
    assert!(before.change(&before).is_none());
    let (back, forth) = (fallen.change(&before), before.change(&fallen));
    assert_eq!(forth.waiting.0, forth.waiting.1, "S25 appears and no rule waits for more");
    assert!(!forth.is_none() && !back.is_none());
    assert_eq!((back.vanish, back.appear), (forth.appear, forth.vanish));
}

/// What the lines change: a dose that is continued stays, one that is told replaces it, a taper says where it goes.
#[test]
fn lines_change_the_dose_of_today() {
    let treated = "treatments: [{drug: prednisone, dose: 20 mg/d, from: 2026-01-01}]\n";
    let daily = |lines: &str| {
        let today: Day = "2026-06-01".parse().unwrap();
        let facts = facts_with(&case(treated), today, &meeting::proposed_by(lines));
        facts.get(FactId::SteroidDaily).amount().map(ToString::to_string)
    };
    let mg = |written: &str| Some(written.to_owned());
    assert_eq!(daily(""), mg("20 mg/d"));
    assert_eq!(daily("poursuivre prednisone"), mg("20 mg/d"));
    assert_eq!(daily("poursuivre prednisone 10 mg/j"), mg("10 mg/d"));
    assert_eq!(daily("décroître prednisone 5 mg/j"), mg("20 mg/d"));
    assert_eq!(daily("arrêter prednisone"), mg("0 mg/d"));
}

/// A line that adds to what is taken does not say for how long the sum will be.
#[test]
fn a_line_beside_another_glucocorticoid_leaves_the_days_open() {
    let treated = "treatments: [{drug: hydrocortisone, dose: 20 mg/d, from: 2026-01-01}]\n";
    let facts = facts_with(&case(treated), "2026-06-01".parse().unwrap(), &meeting::proposed_by("prednisone 20 mg/j"));
    assert_eq!(facts.get(FactId::DaysAbove15).missing, [Datum::LineDose]);
}

/// A drug without a name of ours may belong to a class, not be another drug.
#[test]
fn a_drug_that_is_not_named_may_belong_to_a_class() {
    let unnamed = case("treatments: [{drug: other, name: X, from: 2026-01-01}]\n");
    let facts = facts_with(&unnamed, "2026-06-01".parse().unwrap(), &[]);
    let given = |drugs: &[&str]| {
        let condition: Condition = serde_json::from_value(serde_json::json!({ "given": drugs })).unwrap();
        facts.judge(&condition)
    };
    assert_eq!(given(&["voclosporin"]), Truth::No);
    assert_eq!(given(&["voclosporin", "strong_cyp3a4_inhibitors"]), Truth::Unknown([Datum::OtherDrug].into()));
}

#[test]
fn a_change_of_the_alerts_is_what_appears_or_vanishes() {
    let treated = on("drug: hydroxychloroquine; dose: 400 mg/d");
    let (before, after) = (alerts(&treated, ""), alerts(&treated, "arrêter hcq"));
    assert!(before.change(&before).is_none());
    let stopped = before.change(&after);
    assert!(!stopped.is_none());
    let rules = |alerts: &[&regards::knowledge::Alert]| alerts.iter().map(|one| one.rule.clone()).collect::<Vec<_>>();
    assert!(rules(&stopped.vanish).contains(&"S01".to_owned()) && rules(&stopped.appear).contains(&"S04".to_owned()));
    let touched: Vec<Level> = stopped.counts.iter().map(|(level, ..)| *level).collect();
    let changed = |level: &Level| stopped.appear.iter().chain(&stopped.vanish).any(|alert| alert.level == *level);
    assert_eq!(touched, Level::ALL.iter().copied().filter(changed).collect::<Vec<_>>());
    let back = after.change(&before);
    assert_eq!((rules(&back.appear), rules(&back.vanish)), (rules(&stopped.vanish), rules(&stopped.appear)));
}

/// What a condition holds numbers against: `above hcq_daily 400 mg/d`.
fn limits(condition: &serde_json::Value) -> Vec<String> {
    match condition {
        serde_json::Value::Array(parts) => parts.iter().flat_map(limits).collect(),
        serde_json::Value::Object(parts) => parts
            .iter()
            .flat_map(|(key, part)| match (part.get("fact"), part.get("value")) {
                (Some(fact), Some(value)) => {
                    let written = value.as_array().and_then(|forms| forms.first()).unwrap_or(value);
                    vec![format!("{key} {} {}", fact.as_str().unwrap(), written.as_str().unwrap())]
                }
                _ => limits(part),
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// damage.md, the table of rules, read a second time: every limit of the file is that of the sheet. The 14 weeks of S05 are
/// a proposal, the sheet says second and third trimesters.
#[test]
fn every_limit_is_that_of_the_sheet() {
    let sheet: &[(&str, &[&str])] = &[
        ("S01", &["above hcq_per_kilo 5 mg/kg/d", "above hcq_daily 400 mg/d"]),
        ("S02", &["below egfr 30 mL/min/1.73m²"]),
        (
            "S03",
            &[
                "at_least months_on_hcq 60 months",
                "at_least months_on_hcq 12 months",
                "below egfr 60 mL/min/1.73m²",
                "above hcq_per_kilo 5 mg/kg/d",
                "above months_since_eye_exam 12 months",
            ],
        ),
        ("S05", &["at_least pregnancy_weeks 14 weeks"]),
        ("S08", &["at_most egfr 45 mL/min/1.73m²"]),
        ("S09", &["above systolic 165 mmHg", "above diastolic 105 mmHg"]),
        ("S15", &["above steroid_days_above_15 14 days"]),
        ("S16", &["above potassium 5 mmol/L"]),
        ("S17", &["above steroid_days_from_2_5 90 days"]),
        ("S18", &["above steroid_daily 5 mg/d", "at_least months_since_start 6 months"]),
        ("S19", &["at_least cyclophosphamide_lifetime 36 g", "at_least cyclophosphamide_after 36 g"]),
        ("S25", &["above egfr_fall 20 %", "above egfr_fall 30 %"]),
        ("S28", &["at_least age 65 years", "at_least age 18 years", "at_most age 26 years"]),
        ("S29", &["above mycophenolate_daily 2000 mg/d", "below egfr 25 mL/min/1.73m²"]),
        ("S30", &["above months_since_damage_review 12 months"]),
        ("S32", &["at_least pregnancy_weeks 28 weeks"]),
    ];
    let library = library();
    let found: Vec<(&str, Vec<String>)> = library
        .safety()
        .rules
        .iter()
        .map(|rule| (rule.id.as_str(), limits(&serde_json::to_value(&rule.when).unwrap())))
        .filter(|(_, limits)| !limits.is_empty())
        .collect();
    let sheet: Vec<(&str, Vec<String>)> =
        sheet.iter().map(|(id, limits)| (*id, limits.iter().map(ToString::to_string).collect())).collect();
    assert_eq!(found, sheet);
}

/// Cyclophosphamide after the decision: what was received before, and dose times administrations of the lines that give it.
#[test]
fn planned_courses_of_cyclophosphamide_are_added_to_those_before() {
    let after = |lines: &str| {
        let text = format!("{NONE}background: {{cyclophosphamide_before: 2 g}}\n");
        let today: Day = "2026-06-01".parse().unwrap();
        let facts = facts_with(&case(&text), today, &meeting::proposed_by(lines));
        facts.get(FactId::CyclophosphamideAfter).clone()
    };
    let grams = |lines: &str| after(lines).amount().map(ToString::to_string);
    assert_eq!(grams("débuter cyclophosphamide 500 mg x 6").as_deref(), Some("5 g"));
    assert_eq!(grams("débuter cyclophosphamide 10 mg/kg x 6").as_deref(), Some("5.6 g"), "60 kg");
    for gives_none in ["arrêter cyclophosphamide", "suspendre cyclophosphamide", "débuter prednisone 5 mg/j", ""] {
        assert_eq!(grams(gives_none).as_deref(), Some("2 g"), "{gives_none}");
    }
    assert_eq!(after("débuter cyclophosphamide").missing, [Datum::LineDose]);
    let rests_on = after("débuter cyclophosphamide 500 mg x 6\ndébuter prednisone 5 mg/j").evidence;
    assert_eq!(rests_on.iter().map(|one| one.what).collect::<Vec<_>>(), [Datum::CyclophosphamideBefore, Datum::Line]);
}

#[test]
fn lifetime_cyclophosphamide_rests_on_its_courses() {
    let text = "treatments: [{drug: azathioprine, from: 2025-01-01}, {drug: cyclophosphamide, dose: 500 mg, times: 6, from: 2024-01-01, to: 2024-03-15}]\nbackground: {cyclophosphamide_before: 0 g}\n";
    let facts = facts_with(&case(text), "2026-06-01".parse().unwrap(), &[]);
    let lifetime = facts.get(FactId::CyclophosphamideLifetime);
    let paths: Vec<&str> = lifetime.evidence.iter().map(|one| one.path.as_str()).collect();
    assert_eq!(paths, ["background.cyclophosphamide_before", "treatments[1]"]);
}

/// What fires rests on what is known, each fact told once with what it rests on, no age by its birth month; what fires comes
/// first, the loudest first.
#[test]
fn grounds_are_known_and_told_once() {
    let mut waiting = 0;
    for (name, facts) in vignettes::all() {
        let found = safety(&library(), &facts);
        assert!(found.0.is_sorted_by_key(|alert| (!alert.fires, alert.level)), "{name}");
        assert!(found.waiting().all(|alert| !alert.fires && !alert.missing.is_empty()), "{name}");
        waiting += found.waiting().count();
        for level in [Level::Stop, Level::Warn] {
            assert!(found.at(level).all(|alert| alert.fires && alert.level == level), "{name}");
        }
        for alert in &found.0 {
            let told: Vec<FactId> = alert.grounds.iter().filter_map(|ground| ground.fact).collect();
            assert_eq!(told.len(), told.iter().collect::<BTreeSet<_>>().len(), "{name} {}: {told:?}", alert.rule);
            for fact in told {
                let finding = facts.get(fact);
                assert!(!finding.evidence.is_empty(), "{name} {} {fact}", alert.rule);
                assert!(!alert.fires || finding.value != Value::Unknown, "{name} {} {fact}", alert.rule);
            }
            let evidence = alert.grounds.iter().flat_map(|ground| &ground.evidence);
            assert!(evidence.clone().all(|one| !matches!(one.what, Datum::Born | Datum::Sex)), "{name} {}", alert.rule);
        }
    }
    assert!(waiting > 0);
}

/// A rule that asks for the start of a drug tells the one that is started, not the other of its class that goes on; a dose
/// that a line lacks keeps its line.
#[test]
fn a_started_drug_is_told_and_no_other() {
    let text = format!("{}{}", on("drug: tacrolimus, drug: ramipril"), creatinine(150));
    let found = alerts(&text, "débuter voclosporine 23,7 mg x2/j");
    let alert = found.0.iter().find(|alert| alert.rule == "S08").unwrap();
    assert!(alert.fires);
    assert_eq!(alert.drugs.iter().map(|drug| drug.code()).collect::<Vec<_>>(), ["voclosporin"]);
    let open = alerts(NONE, "débuter hcq 2 cp");
    let alert = open.0.iter().find(|alert| alert.rule == "S01").unwrap();
    assert!(alert.is_on_line() && !alert.fires);
    let evidence: Vec<Datum> = alert.grounds.iter().flat_map(|ground| &ground.evidence).map(|one| one.what).collect();
    assert!(evidence.contains(&Datum::Line), "{evidence:?}");
}

/// An alert names each fact that it rests on once.
#[test]
fn an_alert_names_each_fact_once() {
    for (id, facts) in vignettes::all() {
        for alert in &safety(&library(), &facts).0 {
            let facts: Vec<_> = alert.grounds.iter().filter_map(|ground| ground.fact).collect();
            assert_eq!(facts.iter().collect::<BTreeSet<_>>().len(), facts.len(), "{id} {}: {facts:?}", alert.rule);
        }
    }
}
