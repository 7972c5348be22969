use regards::app::{Action, Effect, Notice, Place, Screen, State, WhatIfScreen, update};
use regards::knowledge::{FactId, Guideline, Library, Supposed, Value};
use regards::text::Lang;

use crate::scene::*;

fn whatif(state: &State) -> &WhatIfScreen {
    match &state.screen {
        Screen::WhatIf(screen) => screen,
        other => panic!("no what-if: {other:?}"),
    }
}

/// What if, on the case of class V at 1.6 g/g.
fn begun() -> State {
    let mut state = room(Lang::Fr);
    press(&mut state, "/006<enter><enter>");
    assert!(press(&mut state, "w").is_empty());
    assert_eq!(state.place(), Place::WhatIf);
    state
}

fn to(state: &mut State, fact: FactId) {
    press(state, "<home>");
    while whatif(state).fact() != Some(fact) {
        let before = whatif(state).fact;
        press(state, "<down>");
        assert!(whatif(state).fact > before, "{fact} is not on the list");
    }
}

fn supposed(state: &State, fact: FactId) -> Option<String> {
    whatif(state).suppositions().get(fact).map(Supposed::written)
}

#[test]
fn what_the_guidelines_ask_for_comes_first() {
    let state = begun();
    let screen = whatif(&state);
    assert_eq!(screen.fact(), Some(FactId::Class));
    for pair in screen.entries.windows(2) {
        assert!((pair[0].group, pair[1].asked) <= (pair[1].group, pair[0].asked), "{pair:?}");
    }
    let last = screen.entries.last().unwrap();
    assert_eq!(last.asked, 0);
    assert!(screen.changed.is_empty());
}

/// What a case file says is offered, and nothing that is computed from it; whatever a guideline asks for can be moved.
#[test]
fn every_fact_that_a_guideline_asks_for_can_be_supposed_or_follows_from_one_that_can() {
    let state = begun();
    let offered: Vec<FactId> = whatif(&state).entries.iter().map(|entry| entry.fact).collect();
    for fact in &offered {
        assert_eq!(fact.roots(), [*fact], "{fact} is computed from other facts");
    }
    let example = regards::read::document::<Guideline>(Library::example().as_bytes()).value.unwrap();
    for guideline in library().guidelines().iter().chain([&example]) {
        let spoken = guideline.statements.iter().map(|statement| &statement.when);
        let silent = guideline.silences.iter().map(|silence| &silence.when);
        for root in spoken.chain(silent).flat_map(regards::knowledge::Condition::facts).flat_map(FactId::roots) {
            assert!(offered.contains(&root), "{} asks for {root}, and it cannot be supposed", guideline.id);
        }
    }
}

#[test]
fn arrows_turn_answers_and_classes_and_climb_numbers() {
    let mut state = begun();
    press(&mut state, "<right>");
    assert_eq!(supposed(&state, FactId::Class).as_deref(), Some("VI"));
    assert!(!whatif(&state).changed.is_empty());
    press(&mut state, "<left>");
    assert_eq!(supposed(&state, FactId::Class), None, "the true class is not supposed");
    assert!(whatif(&state).changed.is_empty());
    press(&mut state, " ");
    assert_eq!(supposed(&state, FactId::Class).as_deref(), Some("VI"));
    press(&mut state, "r");
    to(&mut state, FactId::Proteinuria);
    press(&mut state, "<right>");
    assert_eq!(supposed(&state, FactId::Proteinuria).as_deref(), Some("2 g/g"));
    press(&mut state, "<left>");
    assert_eq!(supposed(&state, FactId::Proteinuria), None, "1.6 g/g is a step, and true");
    press(&mut state, "<left><left>");
    assert_eq!(supposed(&state, FactId::Proteinuria).as_deref(), Some("1 g/g"));
    to(&mut state, FactId::Pregnant);
    press(&mut state, "<right>");
    assert_eq!(supposed(&state, FactId::Pregnant).as_deref(), Some("yes"));
    press(&mut state, "u");
    assert_eq!(supposed(&state, FactId::Pregnant).as_deref(), Some("unknown"));
    press(&mut state, "r");
    assert_eq!(supposed(&state, FactId::Pregnant), None);
    assert_eq!(whatif(&state).suppositions().len(), 1);
    press(&mut state, "a");
    assert!(whatif(&state).suppositions().is_empty() && whatif(&state).changed.is_empty());
}

#[test]
fn values_are_typed_with_a_comma_and_with_or_without_the_unit_that_is_shown() {
    for (typed, written) in [("0,8", "0.8 g/g"), ("0.8 g/g", "0.8 g/g"), ("90 mg/mmol", "90 mg/mmol"), ("?", "unknown")]
    {
        let mut state = begun();
        suppose(&mut state, FactId::Proteinuria, typed);
        assert_eq!(supposed(&state, FactId::Proteinuria).as_deref(), Some(written), "{typed}");
        assert_eq!(state.place(), Place::WhatIf);
    }
}

#[test]
fn a_value_that_cannot_be_stays_on_the_line_with_the_reason() {
    let mut state = begun();
    suppose(&mut state, FactId::Egfr, "40 µmol/L");
    assert_eq!(state.place(), Place::Line);
    assert!(matches!(&state.notice, Some(Notice::Refused(_))), "{:?}", state.notice);
    press(&mut state, "<back><back><back><back><back><back><back>");
    press(&mut state, "<enter>");
    assert_eq!(supposed(&state, FactId::Egfr).as_deref(), Some("40 mL/min/1.73m²"));
    assert_eq!((state.place(), state.notice.clone()), (Place::WhatIf, None));
}

#[test]
fn leaving_restores_the_truth_and_nothing_is_written() {
    for leave in ["<esc>", "w"] {
        let mut state = room(Lang::Fr);
        press(&mut state, "/006<enter><enter>");
        let Screen::Case(before) = &state.screen else { panic!() };
        let (facts, table) = (before.opened.facts.clone(), before.opened.table.clone());
        let effects = press(&mut state, "w<right><down><right><tab><enter><esc><tab>ua<right>");
        assert!(effects.is_empty(), "{effects:?}");
        assert!(press(&mut state, leave).is_empty());
        let Screen::Case(after) = &state.screen else { panic!("{leave}") };
        assert_eq!((&after.opened.facts, &after.opened.table), (&facts, &table));
        press(&mut state, "w");
        assert!(whatif(&state).suppositions().is_empty(), "it begins with the truth");
    }
}

#[test]
fn a_changed_cell_opens_on_why_with_the_supposed_facts() {
    let mut state = begun();
    press(&mut state, "<right><tab><down><enter>");
    let Screen::Why(why) = &state.screen else { panic!("no why") };
    assert!(why.opened.is_supposed());
    assert_eq!(why.opened.facts.get(FactId::ClassVI).value, Value::Flag(true));
    press(&mut state, "<esc>");
    assert_eq!(whatif(&state).cell, 1);
}

#[test]
fn a_decision_is_about_the_case_as_it_is() {
    for keys in ["<right>d", "<right><tab><enter>d"] {
        let mut state = begun();
        let effects = press(&mut state, keys);
        assert!(matches!(&effects[..], [Effect::FindDraft(_)]), "{keys}: {effects:?}");
        let Screen::Form(form) = &state.screen else { panic!("no form") };
        assert!(!form.opened.is_supposed());
        assert_eq!(form.opened.facts.get(FactId::PureV).value, Value::Flag(true), "{keys}");
        press(&mut state, "<esc>");
        assert_eq!(state.place(), Place::Case, "the hypothesis is left");
    }
}

#[test]
fn a_hypothesis_is_recorded_as_one_with_its_remark() {
    let mut state = begun();
    assert!(press(&mut state, "s").is_empty());
    assert_eq!(state.notice, Some(Notice::NothingSupposed));
    press(&mut state, "<right>s<enter>");
    assert_eq!(state.place(), Place::Line, "a remark is needed");
    let effects = press(&mut state, "et si<enter>");
    let [Effect::Suppose(hypothesis)] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(hypothesis.remark, "et si");
    assert_eq!(hypothesis.case_id.as_str(), "LN-2026-006");
    assert_eq!(hypothesis.supposed.len(), 1);
    let fact = &hypothesis.supposed[0];
    assert_eq!((fact.fact.as_str(), fact.truth.as_str(), fact.supposed.as_str()), ("class", "V", "VI"));
    assert_eq!(hypothesis.changed.len(), whatif(&state).changed.len());
    assert_eq!(hypothesis.editions.len(), whatif(&state).truth.table.columns.len());
    assert!(hypothesis.changed.iter().any(|cell| cell.before.verdict != cell.after.verdict));
    update(&mut state, Action::Supposed);
    assert_eq!((state.notice.clone(), state.remark.clone()), (Some(Notice::Supposed), None));
    assert_eq!(supposed(&state, FactId::Class).as_deref(), Some("VI"), "one goes on from there");
}

#[test]
fn a_remark_that_the_ledger_refused_is_not_lost() {
    let mut state = begun();
    press(&mut state, "<right>set si<enter>");
    update(&mut state, Action::Failed("Le disque dort.".to_owned()));
    press(&mut state, "<esc>w<right>s");
    let line = state.line.clone().unwrap();
    assert_eq!(regards::app::text_of(&line.text), "et si");
    press(&mut state, " seulement<esc>s");
    let line = state.line.clone().unwrap();
    assert_eq!(regards::app::text_of(&line.text), "et si seulement", "nor is one that was left with Esc");
}

#[test]
fn a_session_that_only_reads_says_so() {
    let mut state = begun();
    state.read_only = true;
    assert!(press(&mut state, "<right>s").is_empty());
    assert_eq!((state.place(), state.notice.clone()), (Place::WhatIf, Some(Notice::ReadOnly)));
}

#[test]
fn a_file_read_again_keeps_what_is_supposed_of_it() {
    let mut state = begun();
    press(&mut state, "<right><tab><enter>");
    let name = "ln-2026-006-classe-v-1-6.yaml";
    let text = shipped(name).replace("upcr: 1.6 g/g", "upcr: 1.5 g/g");
    assert_ne!(text, shipped(name));
    update(&mut state, Action::Read(vec![entry(name, &text)]));
    let Screen::Why(why) = &state.screen else { panic!("no why") };
    assert!(why.opened.is_supposed());
    assert_eq!(why.opened.facts.get(FactId::Proteinuria).amount().unwrap().to_string(), "1.5 g/g");
    press(&mut state, "<esc>");
    assert_eq!(supposed(&state, FactId::Class).as_deref(), Some("VI"));
    assert_eq!(whatif(&state).truth.facts.get(FactId::Proteinuria).amount().unwrap().to_string(), "1.5 g/g");
}

#[test]
fn a_recorded_hypothesis_opens_from_the_timeline() {
    let mut state = room(Lang::Fr);
    press(&mut state, "a");
    let supposed = regards::meeting::Moment::Supposed(Box::new(hypothesized()));
    update(&mut state, Action::Found(1, vec![supposed]));
    assert!(press(&mut state, "<enter>").is_empty());
    assert_eq!(state.place(), Place::Hypothesis);
    let effects = press(&mut state, "h");
    assert!(matches!(&effects[..], [Effect::History(case)] if case.as_str() == "LN-2026-006"));
    press(&mut state, "<esc><esc>");
    assert_eq!(state.place(), Place::Archive);
}
