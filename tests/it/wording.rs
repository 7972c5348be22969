//! Coded content in words: regimens keep the mark of each drug, amounts their operator, their floor and their unit.

use regards::knowledge::{
    Agent, Amount, Datum, DoseRange, LabelMark, LabelStatus, MgRange, Number, Offer, Scheme, Span, Target, Verdict,
};
use regards::meeting::Plan;
use regards::text::{Lang, words};
use regards::wording;

fn number(written: &str) -> Number {
    written.parse().unwrap()
}

fn offer(regimen: &str, standing: Verdict, off_label: &[Agent]) -> Offer {
    let labels = off_label.iter().map(|drug| LabelMark { drug: *drug, status: LabelStatus::OffLabel }).collect();
    Offer { regimen: regimen.to_owned(), standing, labels, statements: Vec::new(), missing: Vec::new() }
}

fn cell(offers: &[Offer]) -> regards::knowledge::Cell {
    let table = serde_json::json!({
        "guideline": "x", "topic": "initial_therapy", "verdict": "recommended", "offers": offers,
    });
    serde_json::from_value(table).unwrap()
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn inhibitors_beside_one_partner_are_one_name_that_keeps_each_mark() {
    let offers = vec![
        offer("mmf+bel", Verdict::Recommended, &[Agent::Mpaa]),
        offer("mmf+voc", Verdict::Recommended, &[Agent::Mpaa]),
        offer("mmf+tac", Verdict::Recommended, &[Agent::Mpaa, Agent::Tacrolimus]),
        offer("mmf+csa", Verdict::Alternative, &[]),
        offer("cyc-high", Verdict::Option, &[]),
        offer("mmf", Verdict::Option, &[]),
    ];
    let groups = wording::groups(words(Lang::En), &cell(&offers));
    let names: Vec<String> =
        groups.into_iter().map(|group| format!("{}: {}", group.standing, plain(&group.names.join(", ")))).collect();
    assert_eq!(
        names,
        ["recommended: MMF*+BELI, MMF*+CNI (VOC TAC*)", "alternative: MMF+CsA", "option: CYC high-dose IV, MMF alone",]
    );
}

#[test]
fn doses_keep_their_floor_and_say_when_a_range_is_empty() {
    let dose = |least: Option<&str>, most: &str, floored| DoseRange {
        scheme: Scheme::Single,
        from_mg_per_kg: Some(number("0.3")),
        to_mg_per_kg: number("0.7"),
        mg: Some(MgRange { least: least.map(number), most: number(most) }),
        floored,
        capped: false,
        weeks: Some(4),
    };
    let said = |dose: DoseRange| plain(&wording::doses(Lang::Fr, &[dose]).join(""));
    assert_eq!(said(dose(Some("25"), "45.5", true)), "25–45,5 mg/j (0,3–0,7 mg/kg, plancher), ≤ 4 sem.");
    assert_eq!(said(dose(Some("25"), "21", true)), "≥ 25 > 21 mg/j (0,3–0,7 mg/kg, plancher), ≤ 4 sem.");
    assert_eq!(said(dose(None, "32.5", false)), "≤ 32,5 mg/j (0,3–0,7 mg/kg), ≤ 4 sem.");
    let unknown = DoseRange { mg: None, ..dose(None, "1", false) };
    assert!(said(unknown).starts_with("poids manquant (0,3–0,7 mg/kg)"));
}

#[test]
fn targets_and_proteinuria_are_written_as_the_language_writes_them() {
    let months = Some(Span { least: number("4"), most: number("6") });
    let target = Target { scheme: Scheme::Single, at_most_mg: number("5"), months, weeks: None };
    assert_eq!(plain(&wording::target(Lang::Fr, &target)), "≤ 5 mg/j à M4–6");
    assert_eq!(plain(&wording::target(Lang::En, &target)), "≤ 5 mg/d by M4–6");
    let proteinuria = |written: &str| plain(&wording::proteinuria(Lang::Fr, &written.parse::<Amount>().unwrap()));
    assert_eq!(proteinuria("700 mg/g"), "0,7 g/g");
    assert_eq!(proteinuria("50 mg/mmol"), "50 mg/mmol");
}

#[test]
fn evidence_reads_in_the_language_of_the_screen() {
    let said = |what, written: &str| plain(&wording::written(Lang::Fr, what, written));
    assert_eq!(said(Datum::Started, "2026-02-10"), "10/02/2026");
    assert_eq!(said(Datum::Born, "1995-06"), "06/1995");
    assert_eq!(said(Datum::Upcr, "1.6 g/g"), "1,6 g/g");
    assert_eq!(said(Datum::Creatinine, "66 µmol/L (CKD-EPI 2021)"), "66 µmol/L (CKD-EPI 2021)");
    assert_eq!(said(Datum::BloodPressure, "110/68 mmHg"), "110/68 mmHg");
    assert_eq!(said(Datum::Treatments, "hydroxychloroquine 400 mg/d"), "hydroxychloroquine 400 mg/j");
    assert_eq!(said(Datum::Extrarenal, "[skin: mild, joints: severe]"), "peau légère, articulations sévère");
    assert_eq!(said(Datum::Comorbidities, "[]"), "néant");
    assert_eq!(said(Datum::Tma, "no"), "non");
    assert_eq!(said(Datum::PregnancyWish, "within_2_years"), "dans les deux ans");
}

/// Above a fall is no fall so far: each operator keeps what it includes.
#[test]
fn a_change_that_is_waited_for_reads_as_a_sentence() {
    for (typed, fr, en) in [
        ("upcr > -25 %", "Si l'UPCR n'a pas baissé d'au moins 25 %", "If UPCR has not fallen by at least 25%"),
        ("upcr >= -25 %", "Si l'UPCR n'a pas baissé de plus de 25 %", "If UPCR has not fallen by more than 25%"),
        ("upcr < -25 %", "Si l'UPCR a baissé de plus de 25 %", "If UPCR has fallen by more than 25%"),
        ("upcr <= -25 %", "Si l'UPCR a baissé d'au moins 25 %", "If UPCR has fallen by at least 25%"),
        ("creat > +30 %", "Si la créatinine a augmenté de plus de 30 %", "If creatinine has risen by more than 30%"),
        ("creat >= +30 %", "Si la créatinine a augmenté d'au moins 30 %", "If creatinine has risen by at least 30%"),
        (
            "creat < +30 %",
            "Si la créatinine n'a pas augmenté d'au moins 30 %",
            "If creatinine has not risen by at least 30%",
        ),
        (
            "creat <= +30 %",
            "Si la créatinine n'a pas augmenté de plus de 30 %",
            "If creatinine has not risen by more than 30%",
        ),
    ] {
        let plan = Plan::of(&format!("si {typed} : représenter"), crate::scene::today());
        let trigger = &plan.branches[0].trigger;
        let read = |lang| plain(&wording::trigger(lang, trigger));
        assert_eq!(read(Lang::Fr), format!("{fr} depuis la décision"));
        assert_eq!(read(Lang::En), format!("{en} since the decision"));
    }
}
