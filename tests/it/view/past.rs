//! Past decisions beside a case: precedents, one judged anew, two compared, a meeting as it was.

use regards::app::{Action, Effect, Place, State, update};
use regards::meeting::{AfterAct, DecisionAct, Deed, Did, MeetingAct, Moment, SessionAct};
use regards::text::Lang;

use super::scenes::{precedents, precedents_asked};
use crate::picture::picture;
use crate::scene::*;

fn far(lang: Lang) -> State {
    let mut state = precedents(lang);
    press(&mut state, "<down>");
    state
}

fn rerun(lang: Lang) -> State {
    let mut state = room(lang);
    let mut past = recorded().remove(0);
    let concordance = &mut past.locked.decision.concordance;
    for one in concordance.iter_mut() {
        one.reading = regards::domain::Reading::Silent;
    }
    past.locked.case_yaml = past.locked.case_yaml.replace("upcr: 1.6 g/g", "upcr: 0.3 g/g");
    update(&mut state, Action::Recalled(Box::new(past)));
    press(&mut state, "r");
    assert_eq!(state.place(), Place::Rerun);
    state
}

fn compared(lang: Lang) -> State {
    let mut state = room(lang);
    let [mut after, before] = <[_; 2]>::try_from(recorded()).unwrap();
    "Protéinurie persistante malgré l'observance.".clone_into(&mut after.locked.decision.rationale);
    update(&mut state, Action::Pair(Box::new(after), Box::new(before)));
    assert_eq!(state.place(), Place::Compare);
    state
}

fn replay(lang: Lang) -> State {
    let mut state = room(lang);
    update(&mut state, Action::Replay(day("2026-11-26"), replayed().map(Box::new)));
    press(&mut state, "<down><down><down><down><down><down><right>");
    assert_eq!(state.place(), Place::Replay);
    state
}

/// The timeline of a pseudonym: a decision, what was done in the meeting and after it, another one marked.
fn across(lang: Lang) -> State {
    let mut state = room(lang);
    press(&mut state, "/006<enter><enter>h");
    let past: Vec<_> = recorded().into_iter().map(|one| one.entry).collect();
    let deed = |seq, what| {
        let (case_id, alias) = (past[0].case_id.clone(), Some(past[0].alias.clone()));
        let (at, actor) = ("2026-11-27T10:00:00Z".parse().unwrap(), "Dr A. Martin".to_owned());
        Moment::Done(Box::new(Deed { seq, at, actor, case_id, alias, what }))
    };
    let carried = SessionAct::CarriedOver { case: past[0].case_id.clone(), reason: "temps écoulé".to_owned() };
    let signed = AfterAct::Signed { by: "Pr L. Caron".to_owned() };
    let moments = vec![
        deed(1, Did::Meeting(MeetingAct { meeting: day("2026-10-22"), done: carried })),
        Moment::Decided(Box::new(past[1].clone())),
        Moment::Decided(Box::new(past[0].clone())),
        deed(9, Did::After(DecisionAct { decision: past[0].id, done: signed })),
    ];
    update(&mut state, Action::Found(0, moments.clone()));
    press(&mut state, "h");
    update(&mut state, Action::Found(0, moments));
    press(&mut state, "<home><down>v<down>");
    state
}

type Scene = (&'static str, fn(Lang) -> State);

const SCENES: [Scene; 6] = [
    ("precedents", precedents),
    ("precedents_far", far),
    ("rerun", rerun),
    ("compared", compared),
    ("replay", replay),
    ("across_meetings", across),
];

fn both(scene: fn(Lang) -> State, taken: impl Fn(&State) -> String) -> String {
    Lang::ALL.iter().map(|lang| taken(&scene(*lang))).collect::<Vec<_>>().join("\n")
}

#[test]
fn past_decisions_on_a_projector() {
    for (name, scene) in SCENES {
        insta::assert_snapshot!(format!("{name}_80x24"), both(scene, |state| picture(&shot(state, 80, 24))));
    }
}

#[test]
fn past_decisions_on_a_wide_terminal() {
    for (name, scene) in SCENES {
        insta::assert_snapshot!(format!("{name}_160x45"), both(scene, |state| said(&shot(state, 160, 45))));
    }
}

#[test]
fn past_decisions_are_drawn_at_every_size() {
    for (_, scene) in SCENES {
        let state = scene(Lang::Fr);
        for width in [1, 60, 83, 84, 119, 149, 150, 200] {
            for height in [1, 18, 24, 36, 60] {
                shot(&state, width, height);
            }
        }
    }
}

#[test]
fn nothing_found_and_nothing_answered_are_told_apart() {
    let (mut state, effects) = precedents_asked(Lang::En);
    assert!(said(&shot(&state, 80, 24)).contains("Looking for the nearest past decisions"));
    let Some(Effect::FindPrecedents(_, case, alias)) = effects.last() else { panic!("{effects:?}") };
    assert_eq!((case.as_str(), alias.as_str()), ("LN-2026-006", "H. B."));
    update(&mut state, Action::Precedents(case.clone(), Box::default()));
    assert!(said(&shot(&state, 80, 24)).contains("No decision on another case is recorded yet."));
}

#[test]
fn pseudonyms_are_hidden_in_precedents_and_across_meetings() {
    for scene in [precedents as fn(Lang) -> State, across, compared, rerun] {
        let mut state = scene(Lang::Fr);
        assert!(said(&shot(&state, 160, 45)).contains("H. B."));
        press(&mut state, "z");
        assert!(!said(&shot(&state, 160, 45)).contains("H. B."), "{}", said(&shot(&state, 160, 45)));
    }
}

#[test]
fn a_meeting_of_the_summer_is_seen_again_at_its_own_hours() {
    let seen = |offset: Option<i32>| {
        let mut state = room(Lang::Fr);
        let mut replay = replayed().unwrap();
        replay.offset = offset.and_then(chrono::FixedOffset::east_opt);
        update(&mut state, Action::Replay(day("2026-11-26"), Some(Box::new(replay))));
        said(&shot(&state, 120, 36))
    };
    let [as_now, in_summer] = [seen(None), seen(Some(2 * 3600))];
    let hour = |shown: &str| shown.lines().find_map(|line| line.trim().get(..2)?.parse::<u32>().ok()).unwrap();
    assert_eq!(hour(&in_summer), (hour(&as_now) + 2) % 24, "{as_now}\n{in_summer}");
}
