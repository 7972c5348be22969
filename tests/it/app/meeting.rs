//! The meeting's life by its keys: keys in, acts out.

use regards::app::{Action, Effect, Notice, Place, Screen, State, Step, Told, update};
use regards::domain::{Interest, Mode, Outcome, Presence, QuorumStatus, Role, Specialty};
use regards::meeting::session::{Pace, SessionAct, Stage, Standing, quorum};
use regards::text::Lang;

use crate::scene::*;

fn codes(acts: &[SessionAct]) -> Vec<&'static str> {
    acts.iter().map(SessionAct::code).collect()
}

fn standing(state: &State, case: &str) -> Standing {
    let entry = state.queue.entries.iter().find(|entry| entry.case_id().is_some_and(|id| id.as_str() == case));
    state.standing(entry.unwrap()).unwrap()
}

fn status(state: &State, case: &str) -> QuorumStatus {
    quorum(&state.session, Some(&case.parse().unwrap())).status
}

/// The cursor of the page on this person.
fn on(state: &mut State, name: &str) {
    let at = state.listed().iter().position(|one| one.person().name == name).unwrap();
    let Screen::Meeting(screen) = &mut state.screen else { panic!("not on the page of the meeting") };
    screen.selected = at;
}

#[test]
fn without_a_chair_and_a_secretary_no_meeting_is_opened() {
    let (mut state, mut journal) = (room(Lang::Fr), Journal::new());
    let (acts, _) = journal.press(&mut state, "m<enter>");
    assert_eq!(acts, []);
    assert_eq!(state.notice, Some(Notice::Meeting(Told::NobodyChairs)));
    journal.paste(&mut state, "Pr L. Caron");
    assert_eq!(journal.press(&mut state, "<enter>").0, [], "the secretary lacks");
    journal.paste(&mut state, "S. Bernard");
    let (acts, _) = journal.press(&mut state, "<enter>");
    let [SessionAct::Opened(opening)] = acts.as_slice() else { panic!("{acts:?}") };
    assert_eq!((opening.chair.as_str(), opening.secretary.as_str()), ("Pr L. Caron", "S. Bernard"));
    assert_eq!(opening.title, "RCP lupus", "the charter's name");
    assert_eq!(opening.agenda.len(), 12);
}

#[test]
fn chair_and_secretary_who_are_not_known_are_asked_for_at_once() {
    let (mut state, mut journal) = (room(Lang::Fr), Journal::new());
    journal.press(&mut state, "m");
    journal.paste(&mut state, "Pr L. Caron");
    journal.press(&mut state, "<enter>");
    journal.paste(&mut state, "S. Bernard");
    journal.press(&mut state, "<enter>");
    assert_eq!(state.place(), Place::MeetingForm, "the chair's line, but for the specialty");
    let (acts, _) = journal.press(&mut state, "m<enter><enter>");
    let specialties: Vec<_> = state.session.people.iter().map(|one| (one.person.specialty, one.person.role)).collect();
    assert_eq!(codes(&acts), ["joined", "joined"]);
    assert_eq!(specialties, [(Specialty::InternalMedicine, Role::Chair), (Specialty::Other, Role::Secretary)]);
}

#[test]
fn the_form_is_filled_in_from_the_last_meeting_and_enter_opens() {
    let (mut state, mut journal) = (room(Lang::Fr), Journal::new());
    journal.last = Some(last_meeting());
    let (acts, _) = journal.press(&mut state, "m<enter>");
    assert_eq!(codes(&acts), ["opened", "joined", "joined"], "chair and secretary are known");
    assert_eq!(state.notice, Some(Notice::Meeting(Told::Opened)));
    assert_eq!(state.session.opening.as_ref().unwrap().place, "Marseille");
    let (acts, _) = journal.press(&mut state, "t<down> <enter>");
    assert_eq!(acts.len(), 9, "one of ten was not confirmed");
    assert!(!state.session.people.iter().any(|one| one.person.name == "Dr P. Roche"));
}

#[test]
fn a_known_name_brings_everything_else_and_a_new_one_asks_for_it() {
    let (mut state, mut journal) = (room(Lang::Fr), Journal::new());
    journal.last = Some(last_meeting());
    journal.press(&mut state, "m<enter>a");
    let (acts, _) = journal.press(&mut state, "roche<enter>");
    let [SessionAct::Joined { person, .. }] = acts.as_slice() else { panic!("{acts:?}") };
    assert_eq!(*person, participant("Dr P. Roche"));
    let (acts, _) = journal.press(&mut state, "Dr Z. Zed<enter>n<enter>");
    let [SessionAct::Joined { person, presence }] = acts.as_slice() else { panic!("{acts:?}") };
    assert_eq!((person.name.as_str(), person.specialty), ("Dr Z. Zed", Specialty::Nephrology));
    assert_eq!((person.role, *presence), (Role::Expert, Presence::Room));
    let (acts, _) = journal.press(&mut state, "Dr Y. Yves<enter>néph<enter>");
    let [SessionAct::Joined { person, .. }] = acts.as_slice() else { panic!("{acts:?}") };
    assert_eq!(person.specialty, Specialty::Nephrology, "the letters of a name go on, one after the other");
    let (acts, _) = journal.press(&mut state, "martin<tab>r<enter>");
    let [SessionAct::Joined { person, .. }] = acts.as_slice() else { panic!("{acts:?}") };
    assert_eq!(person.name, "martin", "Tab says that somebody else is meant");
}

#[test]
fn one_key_each_leaves_comes_back_turns_the_presence_and_corrects() {
    let (mut state, mut journal) = held(Lang::Fr);
    on(&mut state, "Dr N. Nadal");
    assert_eq!(codes(&journal.press(&mut state, " ").0), ["left"]);
    let (acts, _) = journal.press(&mut state, "p");
    assert_eq!((acts.len(), &state.notice), (0, &Some(Notice::Meeting(Told::NotThere))));
    assert_eq!(codes(&journal.press(&mut state, "<enter>").0), ["joined"]);
    let (acts, _) = journal.press(&mut state, "p");
    assert!(matches!(acts.as_slice(), [SessionAct::Joined { presence: Presence::Video, .. }]), "{acts:?}");
    let (acts, _) = journal.press(&mut state, "e<right><enter>");
    let [SessionAct::Joined { person, .. }] = acts.as_slice() else { panic!("{acts:?}") };
    assert_eq!((person.name.as_str(), person.specialty), ("Dr N. Nadal", Specialty::InternalMedicine));
    assert_eq!(state.place(), Place::Meeting);
    let (acts, _) = journal.press(&mut state, "e<enter>");
    assert!(acts.is_empty(), "nothing was corrected: {acts:?}");
    assert_eq!(state.place(), Place::Meeting);
}

#[test]
fn known_people_come_in_with_one_key_one_after_the_other() {
    let (mut state, mut journal) = (room(Lang::Fr), Journal::new());
    journal.last = Some(last_meeting());
    journal.press(&mut state, "m<enter>");
    on(&mut state, "Dr N. Nadal");
    let (acts, _) = journal.press(&mut state, "<enter><enter><enter>");
    let names: Vec<_> = acts.iter().filter_map(SessionAct::person).collect();
    assert_eq!(names, ["Dr N. Nadal", "Dr P. Roche", "Dr A. Martin"]);
}

#[test]
fn an_interest_is_declared_from_a_closed_list_with_words() {
    let (mut state, mut journal) = held(Lang::Fr);
    on(&mut state, "Dr N. Nadal");
    let (acts, _) = journal.press(&mut state, "i<right><right><tab>Labo<enter>");
    let [SessionAct::Declared { person, interest, words }] = acts.as_slice() else { panic!("{acts:?}") };
    assert_eq!((person.as_str(), *interest, words.as_str()), ("Dr N. Nadal", Interest::Industry, "Labo"));
    assert_eq!(state.place(), Place::Meeting);
}

#[test]
fn the_chair_can_be_recused_and_does_not_count_for_that_case() {
    let (mut state, mut journal) = (room(Lang::Fr), Journal::new());
    journal.last = Some(last_meeting());
    journal.press(&mut state, "m<enter>");
    for name in ["Dr N. Nadal", "Dr P. Roche"] {
        on(&mut state, name);
        journal.press(&mut state, "<enter>");
    }
    assert_eq!(status(&state, "LN-2026-002"), QuorumStatus::Reached);
    on(&mut state, "Pr L. Caron");
    let (acts, _) = journal.press(&mut state, "r<down><enter><esc>");
    assert!(
        matches!(acts.as_slice(), [SessionAct::Recused { case, .. }] if case.as_str() == "LN-2026-002"),
        "{acts:?}"
    );
    assert_eq!(status(&state, "LN-2026-002"), QuorumStatus::NotReached);
    assert_eq!(status(&state, "LN-2026-001"), QuorumStatus::Reached);
    // While a clock runs, one key means its case; again takes it back.
    journal.press(&mut state, "<esc><down><enter><esc>m");
    on(&mut state, "Pr L. Caron");
    assert_eq!(codes(&journal.press(&mut state, "r").0), ["returned"]);
}

#[test]
fn who_left_before_the_decision_is_not_in_the_room_and_who_joined_after_is_not_in_it_either() {
    let (mut state, mut journal) = (room(Lang::Fr), Journal::new());
    journal.last = Some(last_meeting());
    journal.press(&mut state, "m<enter>");
    for name in ["Dr N. Nadal", "Dr P. Roche"] {
        on(&mut state, name);
        journal.press(&mut state, "<enter>");
    }
    on(&mut state, "Dr N. Nadal");
    journal.press(&mut state, "<enter><esc>");
    let effects = lock(&mut state, &mut journal);
    let Some(Effect::Lock(locked, _)) = effects.first() else { panic!("{effects:?}") };
    let then = locked.room.as_ref().unwrap();
    assert_eq!((then.quorum.status, then.people.len()), (QuorumStatus::NotReached, 3));
    journal.take(&mut state, Action::Locked(locked.case_id.clone()));
    journal.press(&mut state, "<esc>m");
    on(&mut state, "Dr I. Vidal");
    journal.press(&mut state, "<enter>");
    assert!(!then.people.iter().any(|one| one.person.name == "Dr I. Vidal"));
}

/// From the agenda: the case under the cursor decided and locked; what the world was asked for.
fn lock(state: &mut State, journal: &mut Journal) -> Vec<Effect> {
    journal.press(state, "<enter>d<down><tab>");
    journal.paste(state, "\nlabs m1");
    journal.press(state, "<tab>");
    journal.paste(state, "Accord de la réunion.");
    for _ in 0..3 {
        journal.press(state, "<tab><down>");
    }
    let (_, effects) = journal.press(state, "<c-r><enter>");
    effects.into_iter().filter(|effect| matches!(effect, Effect::Lock(..))).collect()
}

#[test]
fn a_case_opened_from_the_agenda_runs_and_what_is_locked_ends() {
    let (mut state, mut journal) = held(Lang::Fr);
    journal.press(&mut state, "<esc>");
    let (acts, _) = journal.press(&mut state, "<enter>");
    assert_eq!(codes(&acts), ["started"]);
    assert!(state.ticks());
    journal.press(&mut state, "<esc>");
    let effects = lock(&mut state, &mut journal);
    let Some(Effect::Lock(locked, _)) = effects.first() else { panic!("{effects:?}") };
    assert_eq!(locked.room.as_ref().unwrap().position, Some(1));
    let before = journal.acts.len();
    journal.take(&mut state, Action::Locked(locked.case_id.clone()));
    assert_eq!(journal.acts[before..].iter().map(|act| act.what.code()).collect::<Vec<_>>(), ["ended"]);
    assert!(!state.ticks());
    assert_eq!(codes(&journal.press(&mut state, "n").0), ["started"], "nobody's clock runs: the next one's does");
}

#[test]
fn another_case_looked_at_does_not_stop_the_clock_and_m_does() {
    let (mut state, mut journal) = held(Lang::Fr);
    journal.press(&mut state, "<esc><enter>");
    assert_eq!(journal.press(&mut state, "n").0, [], "the clock of the first goes on");
    assert_eq!(journal.press(&mut state, "<esc><down><enter>").0, [], "opening another asks for nothing either");
    assert_eq!(codes(&journal.press(&mut state, "m").0), ["started"]);
    assert_eq!(standing(&state, "LN-2026-001"), Standing::Paused);
    assert_eq!(codes(&journal.press(&mut state, "m").0), ["paused"]);
    assert_eq!(codes(&journal.press(&mut state, "m").0), ["started"]);
}

#[test]
fn a_minute_more_changes_the_pace() {
    let (mut state, mut journal) = held(Lang::Fr);
    journal.press(&mut state, "<esc><enter>");
    journal.wait(&mut state, 250);
    let case = "LN-2026-001".parse().unwrap();
    let pace = |state: &State| state.session.clock(&case, Mode::Discuss, state.now).unwrap();
    assert_eq!(pace(&state), (250, 300, Pace::Amber));
    journal.press(&mut state, "++");
    assert_eq!(pace(&state), (250, 420, Pace::Calm));
    journal.press(&mut state, "------");
    assert_eq!(pace(&state), (250, 60, Pace::Red));
    assert_eq!(journal.press(&mut state, "-").0, [], "less than a minute is no time");
    assert_eq!(state.notice, Some(Notice::Meeting(Told::NoSuchTime)));
}

#[test]
fn nothing_runs_by_itself_where_nothing_may_be_written_or_no_meeting_is_open() {
    let (mut state, mut journal) = (room(Lang::Fr), Journal::new());
    assert_eq!(journal.press(&mut state, "<enter>").0, []);
    assert_eq!(journal.press(&mut state, "m").0, []);
    assert_eq!(state.notice, Some(Notice::Meeting(Told::NotOpen)));
    let (mut state, mut journal) = held(Lang::Fr);
    state.read_only = true;
    assert_eq!(journal.press(&mut state, "<esc><enter>").0, []);
    assert_eq!(journal.press(&mut state, "m").0, []);
    assert_eq!(state.notice, Some(Notice::ReadOnly));
}

#[test]
fn a_break_stops_the_clock_and_a_case_that_is_started_ends_it() {
    let (mut state, mut journal) = held(Lang::Fr);
    journal.press(&mut state, "<esc><enter><esc>m");
    assert_eq!(codes(&journal.press(&mut state, "b").0), ["break-began"]);
    assert_eq!(standing(&state, "LN-2026-001"), Standing::Paused);
    assert_eq!(journal.press(&mut state, "<esc><enter>").0, [], "who looks at a case in the break starts nothing");
    assert_eq!(codes(&journal.press(&mut state, "m").0), ["break-ended", "started"]);
}

#[test]
fn a_late_case_says_why_before_it_is_started_or_decided() {
    let (mut state, mut journal) = held(Lang::Fr);
    let late = shipped("ln-2026-001-polyarthrite.yaml").replace("LN-2026-001", "LN-2026-099");
    update(&mut state, Action::Read(vec![entry("cases/zz.yaml", &late)]));
    assert_eq!(standing(&state, "LN-2026-099"), Standing::Late);
    let (acts, _) = journal.press(&mut state, "<esc><end><enter>");
    assert_eq!((acts.len(), state.place()), (0, Place::Line));
    journal.paste(&mut state, "urgence");
    journal.press(&mut state, "<esc>");
    let (acts, _) = journal.press(&mut state, "m<enter>");
    assert_eq!(codes(&acts), ["added", "started"], "what was typed before Esc is there again");
    assert_eq!(standing(&state, "LN-2026-099"), Standing::Running);
}

#[test]
fn a_late_case_can_be_decided_at_once_with_its_reason() {
    let (mut state, mut journal) = held(Lang::Fr);
    let late = shipped("ln-2026-001-polyarthrite.yaml").replace("LN-2026-001", "LN-2026-099");
    update(&mut state, Action::Read(vec![entry("cases/zz.yaml", &late)]));
    journal.press(&mut state, "<esc><end>d");
    assert_eq!(state.place(), Place::Line);
    assert_eq!(journal.press(&mut state, "<enter>").0, [], "a blank reason is none");
    journal.paste(&mut state, "urgence");
    let (acts, _) = journal.press(&mut state, "<enter>");
    assert_eq!((codes(&acts), state.place()), (vec!["added"], Place::Form));
}

#[test]
fn a_recorded_case_is_escalated_with_one_key_and_the_other_way_needs_a_rule() {
    let (mut state, mut journal) = held(Lang::Fr);
    assert_eq!(standing(&state, "LN-2026-008"), Standing::ToRecord);
    journal.press(&mut state, "<esc>/008<enter>");
    let (acts, _) = journal.press(&mut state, "w<enter>");
    assert!(matches!(acts.as_slice(), [SessionAct::Turned { mode: Mode::Discuss, rule: None, .. }]), "{acts:?}");
    assert_eq!(standing(&state, "LN-2026-008"), Standing::ToDiscuss);
    assert_eq!(journal.press(&mut state, "w<enter>").0, [], "no rule, no recording");
    journal.paste(&mut state, "protocole du service");
    let (acts, _) = journal.press(&mut state, "<enter>");
    let [SessionAct::Turned { mode: Mode::Record, rule, .. }] = acts.as_slice() else { panic!("{acts:?}") };
    assert_eq!(rule.as_deref(), Some("protocole du service"));
}

#[test]
fn a_recorded_case_is_locked_with_its_rule() {
    let (mut state, mut journal) = held(Lang::Fr);
    journal.press(&mut state, "<esc>/008<enter>");
    let effects = lock(&mut state, &mut journal);
    let Some(Effect::Lock(locked, _)) = effects.first() else { panic!("{effects:?}") };
    let then = locked.room.as_ref().unwrap();
    assert_eq!((then.mode, then.budget), (Mode::Record, Some(60)));
    assert!(then.rule.as_deref().unwrap().contains("protocole du service"));
}

#[test]
fn closing_carries_over_what_was_not_reached_with_one_reason_and_another_for_one_case() {
    let (mut state, mut journal) = held(Lang::Fr);
    journal.press(&mut state, "<esc><enter><esc>m");
    assert_eq!(journal.press(&mut state, "c<enter>").0, [], "no reason, no close");
    assert_eq!(state.session.stage, Stage::Open);
    journal.paste(&mut state, "manque de temps");
    journal.press(&mut state, "<down><down>");
    journal.paste(&mut state, "patiente absente");
    let (acts, _) = journal.press(&mut state, "<enter>");
    assert_eq!((acts.len(), acts.last()), (13, Some(&SessionAct::Closed)));
    let reason = |case: &str| {
        acts.iter().find_map(|act| match act {
            SessionAct::CarriedOver { case: one, reason } if one.as_str() == case => Some(reason.clone()),
            _ => None,
        })
    };
    assert_eq!(reason("LN-2026-001").as_deref(), Some("manque de temps"), "begun in mid-discussion and not decided");
    assert_eq!(reason("LN-2026-002").as_deref(), Some("patiente absente"));
    assert_eq!((state.session.stage, state.place()), (Stage::Closed, Place::Meeting));
    assert_eq!(standing(&state, "LN-2026-001"), Standing::CarriedOver);
}

#[test]
fn closing_tells_of_the_drafts_and_loses_none() {
    let (mut state, mut journal) = held(Lang::Fr);
    journal.drafts = vec!["LN-2026-003".parse().unwrap()];
    journal.press(&mut state, "c");
    let Screen::Meeting(screen) = &state.screen else { panic!() };
    let Step::Closing(form) = &screen.step else { panic!() };
    assert_eq!(form.drafts, journal.drafts);
    let (_, others) = journal.press(&mut state, "x<enter>");
    assert!(others.is_empty(), "nothing is done to a draft: {others:?}");
}

#[test]
fn a_closed_meeting_is_opened_again_and_keeps_its_agenda() {
    let (mut state, mut journal) = held(Lang::Fr);
    journal.press(&mut state, "cx<enter>");
    assert_eq!(state.session.stage, Stage::Closed);
    assert_eq!(journal.press(&mut state, "<enter>").0, [], "nobody comes to a closed meeting");
    let (acts, _) = journal.press(&mut state, "o<enter>");
    assert_eq!(codes(&acts)[0], "opened");
    assert_eq!((state.session.stage, state.session.open.len()), (Stage::Open, 2));
    assert_eq!(state.session.opening.as_ref().unwrap().agenda.len(), 12);
    journal.press(&mut state, "t<enter>");
    assert_eq!(state.session.people.iter().filter(|one| one.is_there()).count(), 12, "those who were there come back");
}

#[test]
fn what_another_terminal_opens_is_open_here_too() {
    let (there, _) = held(Lang::Fr);
    let mut state = room(Lang::Fr);
    press(&mut state, "m");
    update(&mut state, Action::Meeting(Box::new(there.session)));
    assert!(state.session.is_open());
    press(&mut state, "<esc>");
    assert_eq!(state.place(), Place::Meeting, "the form that would have opened it gives way to the sheet");
}

#[test]
fn a_case_withdrawn_in_mid_discussion_is_locked_as_withdrawn_and_ends() {
    let (mut state, mut journal) = held(Lang::Fr);
    journal.press(&mut state, "<esc><enter>");
    assert_eq!(standing(&state, "LN-2026-001"), Standing::Running);
    let downs = "<down>".repeat(11);
    journal.press(&mut state, &format!("d{downs}<tab><tab>"));
    journal.paste(&mut state, "Retiré par le demandeur.");
    let (_, effects) = journal.press(&mut state, "<c-r><enter>");
    let locked = effects.iter().find_map(|effect| match effect {
        Effect::Lock(locked, _) => Some(locked.clone()),
        _ => None,
    });
    let locked = locked.expect("withdrawn is a way to leave the room");
    assert_eq!(locked.decision.outcome, Outcome::Withdrawn);
    let effects = update(&mut state, Action::Locked(locked.case_id.clone()));
    assert!(matches!(effects, Some(Effect::All(all)) if matches!(all.last(), Some(Effect::RecordMeeting(_)))));
}
