use regards::app::{Action, Effect, Screen, State, text_of, update};
use regards::text::Lang;

use crate::scene::*;

fn typing() -> State {
    let mut state = room(Lang::Fr);
    press(&mut state, "d<tab><tab>");
    state
}

fn rationale(state: &State) -> String {
    match &state.screen {
        Screen::Form(form) => text_of(&form.rationale),
        other => panic!("no form: {other:?}"),
    }
}

#[test]
fn pasted_text_keeps_its_lines_and_its_words_apart() {
    let mut state = typing();
    update(&mut state, Action::Paste("mmf\t2 g/j\r\nnon\u{1b}[2J\u{7} jamais\re\u{301}".to_owned()));
    assert_eq!(rationale(&state), "mmf 2 g/j\nnon[2J jamais\né");
}

/// What is selected stays where nothing comes in its place.
#[test]
fn an_empty_paste_changes_nothing() {
    let mut state = typing();
    press(&mut state, "abc<s-left>");
    for nothing in ["", "\u{7}\u{1b}"] {
        assert!(update(&mut state, Action::Paste(nothing.to_owned())).is_none());
        assert_eq!(rationale(&state), "abc");
    }
}

#[test]
fn a_field_of_one_line_stays_one_line() {
    let mut state = typing();
    if let Screen::Form(form) = &mut state.screen {
        form.field = regards::app::Field::Next;
    }
    update(&mut state, Action::Paste("3\nmois".to_owned()));
    press(&mut state, "<c-m>");
    let Screen::Form(form) = &state.screen else { panic!("no form") };
    assert_eq!(text_of(&form.next), "3 mois");
}

#[test]
fn a_paste_where_nothing_is_typed_changes_nothing() {
    let mut state = room(Lang::Fr);
    assert!(update(&mut state, Action::Paste("d".to_owned())).is_none());
    press(&mut state, "d");
    if let Screen::Form(form) = &mut state.screen {
        form.field = regards::app::Field::Agreement;
    }
    assert!(update(&mut state, Action::Paste("d".to_owned())).is_none(), "a closed list takes no text");
}

#[test]
fn the_form_reads_its_lines_again_when_the_case_changes_on_disk() {
    let mut state = room(Lang::Fr);
    press(&mut state, "/006<enter>d");
    let Screen::Form(form) = &state.screen else { panic!("no form") };
    let before = form.concordance.clone();
    let text = shipped("ln-2026-006-classe-v-1-6.yaml").replace("class: [V]", "class: [IV]");
    update(&mut state, Action::Read(vec![entry("ln-2026-006-classe-v-1-6.yaml", &text)]));
    let Screen::Form(form) = &state.screen else { panic!("no form") };
    assert_ne!(form.concordance, before, "class IV is judged otherwise");
}

/// The case of the agenda with a drug more on board.
fn with_clarithromycin() -> State {
    let text = shipped("ln-2026-006-classe-v-1-6.yaml");
    let text =
        text.replace("treatments:\n", "treatments:\n  - {drug: clarithromycin, dose: 1000 mg/d, from: 2026-11-20}\n");
    let mut state = State::new(today(), Lang::Fr, (80, 24), library());
    update(&mut state, Action::Read(vec![entry("006.yaml", &text)]));
    update(&mut state, Action::ReadAll);
    press(&mut state, "d<tab>");
    state
}

#[test]
fn the_form_and_the_read_back_say_that_the_patient_is_pregnant() {
    let text =
        shipped("ln-2026-006-classe-v-1-6.yaml").replace("{status: none, wish", "{status: pregnant, weeks: 9, wish");
    let mut state = State::new(today(), Lang::Fr, (80, 24), library());
    update(&mut state, Action::Read(vec![entry("006.yaml", &text)]));
    update(&mut state, Action::ReadAll);
    press(&mut state, "d<down><tab><f6>hcq 400 mg/j<tab>Parce que.");
    let says_so = |state: &State| said(&shot(state, 80, 24)).replace('\u{a0}', " ").contains("grossesse en cours 9 SA");
    assert!(says_so(&state));
    if let Screen::Form(form) = &mut state.screen {
        for one in &form.concordance {
            form.departures.insert(one.guideline.clone(), regards::domain::DepartureReason::PregnancyOrWish);
        }
    }
    press(&mut state, "<c-r>");
    assert!(matches!(state.screen, Screen::ReadBack(_)) && says_so(&state));
}

/// The alert is there when the last letter of the drug is typed, before the line is done, and goes with the line.
#[test]
fn an_alert_appears_as_the_drug_is_typed() {
    use regards::knowledge::Level;
    let mut state = with_clarithromycin();
    let stops = |state: &State| -> Vec<String> {
        let Screen::Form(form) = &state.screen else { panic!("no form") };
        form.safety.at(Level::Stop).map(|alert| alert.rule.clone()).collect()
    };
    press(&mut state, "<end><enter>débuter voclosporin");
    assert!(stops(&state).contains(&"S07".to_owned()), "the English name is one too");
    press(&mut state, "<back><back>");
    assert!(!stops(&state).contains(&"S07".to_owned()), "one letter may be wrong, two are not guessed");
    press(&mut state, "ine");
    assert!(stops(&state).contains(&"S07".to_owned()));
    for (width, height) in [(80, 24), (160, 45)] {
        let seen = said(&shot(&state, width, height));
        assert!(seen.contains("⊘\u{a0}STOP") || seen.contains("⊘ STOP"), "{width}x{height}\n{seen}");
    }
    press(&mut state, "<enter>arrêter clarithromycine");
    assert!(!stops(&state).contains(&"S07".to_owned()), "what is stopped is no longer given");
}

/// A stop is read out and kept with the decision; nothing is locked away from the room.
#[test]
fn a_stop_is_read_back_and_kept_with_the_decision() {
    use regards::app::Effect;
    use regards::knowledge::{Alerts, Level};
    let mut state = with_clarithromycin();
    press(&mut state, "<end><enter>débuter voclosporine 23,7 mg x2/j<tab>");
    update(&mut state, Action::Paste("Protéinurie persistante.".to_owned()));
    press(&mut state, "<s-tab><s-tab><down>");
    if let Screen::Form(form) = &mut state.screen {
        for one in &form.concordance {
            form.departures.insert(one.guideline.clone(), regards::domain::DepartureReason::Trial);
        }
    }
    press(&mut state, "<c-r>");
    assert!(matches!(state.screen, Screen::ReadBack(_)), "a stop does not hold the read-back");
    let seen = said(&shot(&state, 160, 60)).replace('\u{a0}', " ");
    assert!(seen.contains("⊘ STOP") && seen.contains("S07"), "{seen}");
    let effects = press(&mut state, "<enter>");
    let Some(Effect::Lock(locked, _)) = effects.into_iter().next() else { panic!("nothing is locked") };
    let kept: Alerts = serde_json::from_value(locked.safety.clone()).unwrap();
    assert!(kept.at(Level::Stop).any(|alert| alert.rule == "S07"));
    let written = serde_json::to_string(&locked).unwrap();
    assert_eq!(serde_json::from_str::<regards::meeting::Locked>(&written).unwrap(), *locked);
}

/// The page of a decision shows the alerts that were locked, in the words that were locked, whatever the case is treated
/// with and whatever the rules say by then.
#[test]
fn the_alerts_of_a_locked_decision_stay_as_the_room_saw_them() {
    use regards::knowledge::Alerts;
    let mut kept: Alerts = {
        let mut state = with_clarithromycin();
        press(&mut state, "<end><enter>débuter voclosporine 23,7 mg x2/j");
        let Screen::Form(form) = &state.screen else { panic!("no form") };
        form.safety.clone()
    };
    let stop = kept.0.iter_mut().find(|alert| alert.rule == "S07").unwrap();
    stop.said.fr = "La phrase de ce jour-là.".to_owned();
    let mut past = recorded().remove(0);
    past.locked.safety = serde_json::to_value(&kept).unwrap();
    let stored = serde_json::to_string(&past.locked).unwrap();
    past.locked = serde_json::from_str(&stored).unwrap();
    let mut state = room(Lang::Fr);
    update(&mut state, Action::Recalled(Box::new(past)));
    let seen = said(&shot(&state, 160, 120)).replace('\u{a0}', " ");
    assert!(seen.contains("⊘ STOP") && seen.contains("La phrase de ce jour-là."), "{seen}");
    assert!(seen.contains("clarithromycine") && seen.contains("S07"), "{seen}");
}

/// The secretary types over what was proposed with one key, and Ctrl-Z brings it back.
#[test]
fn a_field_is_emptied_with_one_key_and_comes_back() {
    let mut state = typing();
    press(&mut state, "<s-tab>");
    let lines = |state: &State| {
        let Screen::Form(form) = &state.screen else { panic!("no form") };
        text_of(&form.lines)
    };
    let before = lines(&state);
    assert!(!before.is_empty());
    let effects = press(&mut state, "<f6>");
    assert_eq!(lines(&state), "");
    assert!(matches!(effects[..], [Effect::SaveDraft(..)]), "{effects:?}");
    press(&mut state, "<c-z>");
    assert_eq!(lines(&state), before);
    press(&mut state, "<f6>");
    assert!(press(&mut state, "<f6>").is_empty(), "there is nothing more to take away");
}

#[test]
fn the_name_of_a_drug_is_completed_at_the_end_of_a_line() {
    let mut state = room(Lang::Fr);
    press(&mut state, "d<tab>");
    update(&mut state, Action::Paste("pred 10 mg/j ; béli".to_owned()));
    let shown = said(&shot(&state, 120, 36));
    assert!(shown.contains("bélimumab → complète"), "{shown}");
    press(&mut state, "<right>");
    update(&mut state, Action::Paste(" 200 sc/sem".to_owned()));
    let Screen::Form(form) = &state.screen else { panic!() };
    // What is typed after the lines that were proposed is a line of its own.
    assert_eq!(text_of(&form.lines).lines().last(), Some("pred 10 mg/j ; bélimumab 200 sc/sem"));
    // Nothing is offered for what is no name, for a whole one, or in the middle of a line: the arrow moves.
    press(&mut state, "<left><right>");
    let Screen::Form(form) = &state.screen else { panic!() };
    assert_eq!(text_of(&form.lines).lines().last(), Some("pred 10 mg/j ; bélimumab 200 sc/sem"));
    assert_eq!(form.completions(Lang::Fr), [""; 0]);
}
