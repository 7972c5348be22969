use regards::meeting::concordance;

use super::*;
use crate::scene::{library, room};

#[test]
fn a_line_with_semicolons_is_judged_drug_by_drug() {
    let proposed = proposed_by("mmf 2 g/j; hcq 400 mg/j ; arrêt ramipril\n+béli 200 sc/sem");
    let drugs: Vec<Drug> = proposed.iter().map(|one| one.drug).collect();
    assert_eq!(drugs, [Drug::MycophenolateMofetil, Drug::Hydroxychloroquine, Drug::Ramipril, Drug::Belimumab]);
    assert_eq!(proposed[0].dose, Some("2 g/d".parse().unwrap()));
    assert_eq!(proposed[3].dose, Some("200 mg/w".parse().unwrap()));
}

#[test]
fn what_is_not_given_as_the_decision_stands_is_not_judged() {
    for text in
        ["alt voclo 23,7 mg x2/j", "sinon rtx 1 g J0 J14", "si upcr m3 > -25 % : +voclo", "si toux : arrêt ramipril"]
    {
        assert!(proposed_by(text).is_empty(), "{text}");
        let lines = Plan::of(text, today()).lines;
        assert!(lines.iter().all(|line| !line.is_given()), "{text}");
    }
}

/// The drug is given; what ends it is kept and marked, not taken for what begins it.
#[test]
fn a_condition_behind_a_comma_does_not_make_the_drug_conditional() {
    for text in
        ["mmf 2 g/j, arrêt si upcr < 0,5 g/g", "mmf 2 g/d, stop if upcr < 0.5 g/g", "mmf 2 g/j, arrêt si infection"]
    {
        let plan = Plan::of(text, today());
        assert!(plan.branches.is_empty() && plan.lines[0].is_given(), "{text}: {plan:?}");
        assert_eq!(plan.lines[0].drug, Some(Drug::MycophenolateMofetil), "{text}");
        assert!(!plan.lines[0].order.as_ref().unwrap().unread.is_empty(), "{text}: {plan:?}");
    }
}

/// A shipped case, open in the room.
fn opened(id: &str) -> regards::app::Opened {
    let state = room(Lang::Fr);
    let entry = state.queue.entries.iter().find(|entry| entry.case_id().is_some_and(|case| case.as_str() == id));
    regards::app::Opened::new(&entry.unwrap().file, today(), &library()).unwrap()
}

/// The same with its file changed.
fn opened_with(id: &str, change: impl Fn(&str) -> String) -> regards::app::Opened {
    let opened = opened(id);
    let state = room(Lang::Fr);
    let entry = state.queue.entries.iter().find(|entry| entry.case_id() == Some(&opened.case.case)).unwrap();
    let file = regards::read::CaseFile::new("x.yaml".into(), change(&entry.file.text).as_bytes(), today());
    regards::app::Opened::new(&file, today(), &library()).unwrap()
}

/// A drug that a guideline advises her against departs from it, whatever else is asked; a compatible one is left to judgement.
#[test]
fn in_pregnancy_a_drug_that_harms_departs_and_a_compatible_one_does_not() {
    let pregnant = |id: &str| {
        opened_with(id, |text| {
            let line = text.lines().find(|line| line.starts_with("pregnancy:")).unwrap();
            text.replace(line, "pregnancy: {status: pregnant, weeks: 12}")
        })
    };
    let readings = |opened: &regards::app::Opened, text: &str| {
        let read = read_in(opened, None, text);
        ["eular", "acr", "kdigo"].map(|guideline| of(&read, guideline).0)
    };
    let flare = pregnant("LN-2026-001");
    let stop = "arrêt ramipril ; pred 30 mg/j";
    assert_eq!(readings(&flare, &format!("tac 3 mg/j ; {stop}")), [Reading::Silent; 3]);
    assert_eq!(readings(&flare, &format!("aza 100 mg/j ; {stop}")), [Reading::Silent; 3]);
    assert_eq!(readings(&flare, &format!("mmf 2 g/j ; {stop}")), [Reading::Deviates; 3]);
    assert_eq!(readings(&flare, &format!("csa 200 mg/j ; {stop}"))[1], Reading::Deviates);
    let lines = Plan::of("aza 100 mg/j ; pred 30 mg/j", today()).lines;
    let read = concordance(None, &lines, &flare.case, &flare.table, library().formulary());
    assert_eq!(regards::wording::reading(regards::text::words(Lang::Fr), &read[0]), "à juger", "it is not silent");
    // In response nothing is read of an initial therapy, but mycophenolate that goes on is.
    let quiet = pregnant("LN-2026-008");
    assert_eq!(readings(&quiet, "poursuivre mmf 2 g/j"), [Reading::Deviates; 3]);
    assert_eq!(readings(&quiet, "arrêt mmf ; arrêt béli ; aza 100 mg/j"), [Reading::NotApplicable; 3]);
    let statements = concordance(
        None,
        &Plan::of("poursuivre mmf 2 g/j", today()).lines,
        &quiet.case,
        &quiet.table,
        library().formulary(),
    );
    assert_eq!(statements[1].statements, ["pregnancy-under-way"]);
}

fn read_in(opened: &regards::app::Opened, outcome: Option<Outcome>, text: &str) -> Vec<(String, Reading, bool)> {
    let lines = Plan::of(text, today()).lines;
    let read = concordance(outcome, &lines, &opened.case, &opened.table, library().formulary());
    read.into_iter().map(|one| (one.guideline, one.reading, one.dose_above)).collect()
}

fn of(read: &[(String, Reading, bool)], guideline: &str) -> (Reading, bool) {
    read.iter().find(|one| one.0.starts_with(guideline)).map(|one| (one.1, one.2)).unwrap()
}

#[test]
fn concordance_is_that_of_what_is_given() {
    let opened = opened("LN-2026-006");
    let read = |text: &str| read_in(&opened, None, text);
    assert_eq!(read("mmf 2 g/j"), read("mmf 2 g/j ; alt voclo ; si échec m6 : +béli 200 sc/sem"));
    assert_ne!(read("mmf 2 g/j"), read("mmf 2 g/j ; +voclo"));
}

/// No tick stands before anybody said what is done.
#[test]
fn nothing_is_read_while_nothing_is_decided() {
    for id in ["LN-2026-001", "LN-2026-003", "LN-2026-006", "LS-2026-012"] {
        let opened = opened(id);
        for outcome in [None, Some(Outcome::Decided), Some(Outcome::DecidedConditional), Some(Outcome::DeEscalate)] {
            assert!(read_in(&opened, outcome, "").is_empty(), "{id} {outcome:?}");
        }
    }
}

/// What goes on unsaid counts as it does for the safety rules: a line changes what it names, and nothing else.
#[test]
fn what_is_taken_and_not_spoken_of_goes_on() {
    let text = crate::scene::shipped("ln-2026-006-classe-v-1-6.yaml")
        .replace(", to: 2022-02-14, stopped_for: intolerance}", "}");
    let file = crate::scene::entry("c.yaml", &text).file;
    let opened = regards::app::Opened::new(&file, today(), &library()).unwrap();
    let read = |text: &str| of(&read_in(&opened, None, text), "acr").0;
    assert_eq!(read("mmf 2 g/j ; +tac 4 mg/j ; arrêt aza"), Reading::Concordant);
    assert_eq!(read("mmf 2 g/j ; +tac 4 mg/j"), Reading::Partly, "azathioprine goes on");
    let unchanged = read_in(&opened, Some(Outcome::ContinueUnchanged), "");
    assert_eq!(unchanged, read_in(&opened, Some(Outcome::ContinueUnchanged), "poursuivre aza 100 mg/j"));
    assert_eq!(of(&unchanged, "acr").0, read("ramipril 10 mg/j"));
    let lines = Plan::of("mmf 2 g/j", today()).lines;
    let goes_on = regards::meeting::continued(&lines, &opened.case, &opened.table, library().formulary());
    assert_eq!(goes_on.len(), 2, "azathioprine, and prednisone: {goes_on:?}");
}

/// Pure class V at 0.7 g/g: EULAR leaves it to judgement, ACR asks for a glucocorticoid or one agent, KDIGO for none.
#[test]
fn judgement_is_not_departed_from_and_no_treatment_is_not_glucocorticoids_alone() {
    let opened = opened("LN-2026-003");
    let unchanged = read_in(&opened, Some(Outcome::ContinueUnchanged), "poursuivre ramipril");
    let readings = ["eular", "acr", "kdigo"].map(|guideline| of(&unchanged, guideline).0);
    assert_eq!(readings, [Reading::Silent, Reading::Deviates, Reading::Concordant]);
    let treated = read_in(&opened, None, "mmf 2 g/j");
    let readings = ["eular", "acr", "kdigo"].map(|guideline| of(&treated, guideline).0);
    assert_eq!(readings, [Reading::Silent, Reading::Concordant, Reading::Deviates]);
    assert_eq!(of(&read_in(&opened, None, "pred 10 mg/j"), "acr").0, Reading::Concordant);
}

/// What a form begins with never exceeds what its own guideline prints.
#[test]
fn no_guideline_exceeds_itself() {
    for entry in crate::scene::shipped_entries() {
        let Some(opened) = regards::app::Opened::new(&entry.file, today(), &library()) else { continue };
        for column in 0..opened.table.columns.len() {
            let proposal =
                regards::meeting::proposal(&opened.table, library().formulary(), &opened.case, (0, column), Lang::Fr);
            let Some(proposal) = proposal else { continue };
            let read = of(&read_in(&opened, None, &proposal.lines), &proposal.guideline);
            assert!(!read.1, "{}: {proposal:?}", opened.case.case);
        }
    }
}

/// At 65 kg ACR prints at most 0.5 mg/kg/d, 32.5 mg/d.
#[test]
fn a_glucocorticoid_above_every_printed_dose_is_said() {
    let opened = opened("LN-2026-006");
    let acr = |text: &str| of(&read_in(&opened, None, &format!("mmf 2 g/j ; +tac 4 mg/j ; {text}")), "acr");
    for within in
        ["pred 32,5 mg/j", "pred 0,5 mg/kg/j", "pred 20-30 mg/j", "poursuivre pred 40 mg/j", "alt pred 40 mg/j"]
    {
        assert!(!acr(within).1, "{within}");
    }
    let eular = |text: &str| of(&read_in(&opened, None, &format!("mmf 2 g/j ; +béli 200 sc/sem ; {text}")), "eular").1;
    assert!(!eular("mp 500 mg x3") && eular("mp 1000 mg x3"), "EULAR prints 500 to 2,500 mg in all");
    for above in ["pred 33 mg/j", "pred 1 mg/kg/j", "pred 30-60 mg/j", "augmenter pred 40 mg/j"] {
        let (reading, is_above) = acr(above);
        assert!(is_above && reading != Reading::Concordant, "{above}: {reading:?}");
    }
}

#[test]
fn dates_are_counted_from_the_day_of_the_decision_and_kept_as_said() {
    let plan =
        Plan::of("si upcr m3 > -25 % : représenter ; bio m1 m3 ; cible upcr < 0,7 g/g m12 ; représenter m6", today());
    let day = |written: &str| Some(written.parse::<Day>().unwrap());
    assert_eq!((plan.branches[0].id.as_str(), plan.branches[0].due()), ("B1", day("2027-02-23")));
    assert_eq!(plan.branches[0].then, Then::RePresent);
    assert_eq!(plan.branches[0].trigger.words, "upcr m3 > -25 %");
    assert_eq!(plan.actions.iter().map(ActionItem::due).collect::<Vec<_>>(), [day("2026-12-23"), day("2027-02-23")]);
    assert_eq!(plan.targets[0].day(), day("2027-11-23"));
    assert_eq!(plan.represent, day("2027-05-23"));
    let taper = Plan::of("pred 25 mg/j -> 5 en s24", today()).lines.remove(0).order.unwrap();
    assert_eq!(taper.steps[0].by.unwrap().day, day("2027-05-10"));
}

#[test]
fn an_amendment_months_later_begins_with_the_same_dates() {
    let typed =
        "mmf 2 g/j dès m1 ; alt voclo ; si upcr m3 > -25 % : +voclo 23,7 mg x2/j ; bio m1 m3 @labo ; représenter m6";
    let plan = Plan::of(typed, today());
    let later: Day = "2027-03-01".parse().unwrap();
    for lang in Lang::ALL {
        assert_eq!(laws::meant(Plan::of(&plan.printed(*lang), later)), laws::meant(plan.clone()));
    }
    assert!(plan.printed(Lang::Fr).starts_with("Débuter mycophénolate mofétil 2 g/j dès m1 (23/12/2026)\n"));
}

#[test]
fn the_case_comes_back_on_the_first_day_that_was_said() {
    let plan = Plan::of("représenter m6 ; représenter m3", today());
    assert_eq!(plan.represent, Some("2027-02-23".parse().unwrap()));
    assert_eq!(plan.lines, [Line::of_words("représenter m6".to_owned())], "and the other is not lost");
}

#[test]
fn a_decision_of_before_there_was_shorthand_is_still_read() {
    let old = r#"{"outcome":"decided","lines":[{"kind":"start","drug":"mycophenolate_mofetil","words":"2 g/j"},
        {"kind":"other","words":"avis cardio"}],"rationale":"r","concordance":[],"departures":[]}"#;
    let decision: Decision = serde_json::from_str(old).unwrap();
    assert!(decision.lines[0].is_given() && decision.lines[0].order.is_none() && decision.represent.is_none());
    let again = serde_json::to_string(&decision).unwrap();
    assert!(!again.contains("branches") && !again.contains("intention"), "{again}");
    assert_eq!(Plan::from(&decision).printed(Lang::Fr), "Débuter mycophénolate mofétil 2 g/j\navis cardio");
}

#[test]
fn a_decision_with_everything_survives_the_ledgers_json() {
    for typed in corpus::typed() {
        let Plan { lines, branches, targets, actions, represent } = Plan::of(&typed, today());
        let decision = Decision {
            outcome: Outcome::Decided,
            lines,
            branches,
            targets,
            actions,
            represent,
            agreement: None,
            positions: Vec::new(),
            dissent: Vec::new(),
            confidence: None,
            patient_question: None,
            teller: None,
            tell_by: None,
            uses: Vec::new(),
            rationale: "r".to_owned(),
            concordance: Vec::new(),
            departures: Vec::new(),
            next: None,
        };
        let json = serde_json::to_string(&decision).unwrap();
        assert_eq!(serde_json::from_str::<Decision>(&json).unwrap(), decision, "{json}");
    }
}
