//! A monkey at the keyboard: whatever it does, nothing panics and nothing typed is away from the disk unnoticed.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui_textarea::{Input, Key};
use regards::app::{Action, Effect, Form, Screen, State, ThemeRow, Themes, update};
use regards::domain::CaseId;
use regards::meeting::{Draft, Revision};
use regards::text::Lang;
use regards::view;

use crate::luck::Dice;
use crate::scene::*;

const PASTES: [&str; 6] = [
    "mmf 2 g/j\npred 0,4 mg/kg",
    "\u{1b}[2J\u{7}\r\n\t\u{0}",
    "e\u{301}\u{200d}👩‍⚕️ 漢字 \u{202e}abc",
    "",
    "------------------------------------------------------------------------------------------------------",
    "3 mois",
];
const LETTERS: [char; 36] = [
    'd', 'd', 'a', 'h', 'o', 'x', 'n', 'b', 't', '/', '+', '-', 'j', 'k', '?', 'z', 'm', 'é', ' ', 'l', ':', 's', 'u',
    'r', 'g', 'w', 'i', 'v', 'p', 'c', 'f', 'e', '1', '2', '@', '>',
];
const KEYS: [Key; 16] = [
    Key::Enter,
    Key::Enter,
    Key::Esc,
    Key::Tab,
    Key::Tab,
    Key::Up,
    Key::Down,
    Key::Left,
    Key::Right,
    Key::Home,
    Key::End,
    Key::PageUp,
    Key::PageDown,
    Key::Backspace,
    Key::Delete,
    Key::F(5),
];

fn key(dice: &mut Dice) -> Input {
    let ctrl = dice.throw(12) == 0;
    let key = match dice.throw(5) {
        0 | 1 => Key::Char(*dice.pick(&LETTERS)),
        2 => Key::Char(*dice.pick(&['r', 'u', 'w', 'y', 'v', 'e', 's', '1', 'p', 'z'])),
        _ => *dice.pick(&KEYS),
    };
    Input { key, ctrl, alt: dice.throw(30) == 0, shift: dice.throw(10) == 0 }
}

fn size(dice: &mut Dice) -> (u16, u16) {
    let sides = [(80, 24), (120, 36), (160, 45), (60, 18), (59, 17), (1, 1), (300, 5), (61, 90)];
    let (width, height) = *dice.pick(&sides);
    if dice.throw(2) == 0 {
        return (width, height);
    }
    (width + u16::try_from(dice.throw(7)).unwrap(), height + u16::try_from(dice.throw(5)).unwrap())
}

fn form(state: &State) -> Option<&Form> {
    std::iter::once(&state.screen).chain(&state.under).find_map(|screen| match screen {
        Screen::Form(form) => Some(&**form),
        Screen::ReadBack(read_back) => Some(&read_back.form),
        _ => None,
    })
}

/// A world with a ledger of one draft a case, a hand on another terminal, and a disk that is full at times.
#[derive(Default)]
struct World {
    drafts: std::collections::HashMap<CaseId, (Draft, Revision)>,
    saves: usize,
    full: bool,
}

impl World {
    fn answer(&mut self, effect: Effect) -> Option<Action> {
        match effect {
            Effect::SaveDraft(..) | Effect::Lock(..) | Effect::Postpone(_) | Effect::Suppose(_) if self.full => {
                Some(Action::Failed("full".to_owned()))
            }
            Effect::SaveDraft(case, draft, upon) => {
                self.saves += 1;
                let kept = self.drafts.get(&case);
                if kept.map(|(_, revision)| *revision) != upon {
                    return kept.map(|(draft, revision)| {
                        Action::DraftTaken(case, draft.clone(), *revision, "Dr B".to_owned())
                    });
                }
                let revision = Revision(kept.map_or(0, |(_, revision)| revision.0) + 1);
                self.drafts.insert(case.clone(), (draft, revision));
                Some(Action::DraftSaved(case, revision))
            }
            Effect::FindDraft(case) => {
                let (draft, revision) = self.drafts.get(&case)?.clone();
                Some(Action::DraftFound(case, draft, revision, "Dr B".to_owned()))
            }
            Effect::Lock(locked, _) => {
                self.drafts.remove(&locked.case_id);
                Some(Action::Locked(locked.case_id.clone()))
            }
            Effect::WriteCase { path, .. } if self.full => Some(Action::CaseNotWritten(path, "full".to_owned())),
            Effect::WriteCase { path, .. } => Some(Action::CaseWritten(path)),
            Effect::Postpone(_) => Some(Action::Postponed),
            Effect::Suppose(_) => Some(Action::Supposed),
            Effect::Search(number, _) => {
                let found = recorded().into_iter().map(|one| regards::meeting::Moment::Decided(Box::new(one.entry)));
                Some(Action::Found(number, found.collect()))
            }
            Effect::Seek(number, _) => {
                let found = recorded().into_iter().map(|one| regards::meeting::Moment::Decided(Box::new(one.entry)));
                Some(Action::Sought(number, found.collect()))
            }
            Effect::History(_) | Effect::HistoryOf(_) => Some(Action::Found(0, Vec::new())),
            Effect::FindPrecedents(of, case, _) => Some(Action::Precedents(case, Box::new(precedents_of(&of)))),
            Effect::FindPair(..) => {
                let [after, before] = <[_; 2]>::try_from(recorded()).unwrap();
                Some(Action::Pair(Box::new(before), Box::new(after)))
            }
            Effect::FindReplay(day) => Some(Action::Replay(day, replayed().map(Box::new))),
            Effect::Recall(_) => Some(Action::Recalled(Box::new(recorded().remove(0)))),
            Effect::FindThemes => {
                let row = |name: &str, fault| ThemeRow { name: name.to_owned(), own: true, fault };
                let rows = vec![row("one", None), row("two", Some("broken".to_owned()))];
                Some(Action::Themes(Themes { rows, selected: 0, before: "one".to_owned(), config: None, alike: false }))
            }
            Effect::OpenLedger => Some(Action::LedgerOpened(false)),
            _ => None,
        }
    }

    fn act(&mut self, state: &mut State, action: Action) {
        let mut next = Some(action);
        while let Some(action) = next.take() {
            next = update(state, action).and_then(|effect| self.answer(effect));
        }
    }

    fn hand(&mut self, state: &State) {
        let Some((draft, revision)) = form(state).and_then(|form| self.drafts.get_mut(&form.opened.case.case)) else {
            return;
        };
        draft.rationale.push_str(" autre");
        revision.0 += 1;
    }
}

/// Everything typed in the form is on the disk, or the form and the room know that it is not.
fn nothing_is_lost(state: &State, world: &World, before: Option<&Draft>, step: usize) {
    if let Some(form) = form(state) {
        let on_disk = world.drafts.get(&form.opened.case.case);
        let is_kept = on_disk.is_some_and(|(draft, _)| *draft == form.draft());
        let is_untouched = on_disk.is_none() && form.draft() == form.base;
        let may_be_behind = form.saved && on_disk.map(|(_, revision)| *revision) != form.revision;
        assert!(
            is_kept || is_untouched || may_be_behind || !form.saved,
            "step {step}: typed, not saved, not said: {:?} {on_disk:?}",
            form.draft()
        );
        return;
    }
    let Some(typed) = before else { return };
    let on_disk = world.drafts.values().any(|(draft, _)| draft.rationale.contains(typed.rationale.trim()));
    let kept = state.unsaved.iter().any(|form| form.draft() == *typed);
    assert!(on_disk || kept, "step {step}: a form was left and its reasons are nowhere: {typed:?}");
}

#[test]
fn whatever_is_pressed_nothing_panics_and_nothing_typed_is_lost() {
    presses(20_261_123, 2_500);
}

/// `cargo test --test it two_hundred_thousand -- --ignored`
#[test]
#[ignore = "takes minutes: two hundred thousand keys"]
fn two_hundred_thousand_keys() {
    std::thread::scope(|scope| {
        for half in [0, 10] {
            scope.spawn(move || (half..half + 10).for_each(|seed| presses(20_261_129 + seed, 10_000)));
        }
    });
}

/// So many keys, pastes, sizes, clicks and news from the disk.
fn presses(seed: u64, steps: usize) {
    let mut dice = Dice(seed);
    let mut state = room(Lang::Fr);
    let mut world = World::default();
    let mut kept = view::Kept::default();
    let mut area = (80, 24);
    for step in 0..steps {
        let touched = |form: &&Form| form.revision.is_some() || !form.saved;
        let before = form(&state).filter(touched).map(Form::draft);
        let mut locks = false;
        match dice.throw(60) {
            0 => {
                area = size(&mut dice);
                world.act(&mut state, Action::Resized(area.0, area.1));
            }
            1..=3 => world.act(&mut state, Action::Paste((*dice.pick(&PASTES)).to_owned())),
            4 => world.hand(&state),
            5 if dice.throw(2) == 0 => world.act(&mut state, Action::LedgerChanged),
            5 => world.act(&mut state, Action::DraftsChanged),
            6 => world.full = !world.full,
            7 => world.act(&mut state, Action::Read(vec![dice.pick(&shipped_entries()).clone()])),
            8 if dice.throw(10) == 0 => {
                let path = dice.pick(&shipped_entries()).path().to_owned();
                world.act(&mut state, Action::Gone(path));
            }
            10 | 11 => {
                let cell = |side: u16, dice: &mut Dice| u16::try_from(dice.throw(usize::from(side))).unwrap();
                let (column, row) = (cell(area.0, &mut dice), cell(area.1, &mut dice));
                let action = match dice.throw(3) {
                    0 => Action::Wheel(dice.throw(2) == 0, column, row),
                    _ => Action::Click(column, row),
                };
                locks = matches!(&state.screen, Screen::ReadBack(_));
                world.act(&mut state, action);
            }
            9 if dice.throw(6) == 0 => world.act(&mut state, Action::LedgerRefused("Le disque dort.".to_owned())),
            _ => {
                let action = state.press(key(&mut dice));
                locks = matches!(&state.screen, Screen::ReadBack(_));
                world.act(&mut state, action);
            }
        }
        if !locks {
            nothing_is_lost(&state, &world, before.as_ref(), step);
        }
        let (width, height) = area;
        let place = Rect::new(0, 0, width, height);
        if step % 6 == 0 || width < 60 {
            let (mut anew, mut again) = (Buffer::empty(place), Buffer::empty(place));
            let drawn = view::draw(&state, &look(), place, &mut anew);
            let drawn_again = view::draw_again(&mut kept, &state, &look(), place, &mut again);
            assert!(drawn == drawn_again && anew == again, "step {step}: something was kept that stands no longer");
            update(&mut state, Action::Drawn(drawn));
        }
    }
    assert!(world.saves > 10, "the monkey typed: {}", world.saves);
}
