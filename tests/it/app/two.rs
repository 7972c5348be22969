//! Two terminals and one ledger: whatever the order of their keys, neither loses a character.

use std::collections::{BTreeMap, VecDeque};

use proptest::prelude::*;
use ratatui_textarea::{CursorMove, Input, Key};
use regards::app::{Action, Effect, Field, Form, Notice, Screen, State, text_of, update};
use regards::domain::CaseId;
use regards::meeting::{Draft, DraftPart, Revision, merged};
use regards::text::Lang;

use crate::luck::draws;
use crate::scene::*;

/// The drafts of a ledger, with whoever wrote each last.
#[derive(Default)]
struct Drafts(BTreeMap<CaseId, (Draft, Revision, String)>);

impl Drafts {
    fn answer(&mut self, effect: Effect, by: &str) -> Option<Action> {
        match effect {
            Effect::SaveDraft(case, draft, upon) => {
                let kept = self.0.get(&case).cloned();
                if kept.as_ref().map(|(_, revision, _)| *revision) != upon {
                    return kept.map(|(draft, revision, by)| Action::DraftTaken(case, draft, revision, by));
                }
                let revision = Revision(kept.map_or(0, |(_, revision, _)| revision.0) + 1);
                self.0.insert(case.clone(), (draft, revision, by.to_owned()));
                Some(Action::DraftSaved(case, revision))
            }
            Effect::FindDraft(case) => {
                let (draft, revision, by) = self.0.get(&case)?.clone();
                Some(Action::DraftFound(case, draft, revision, by))
            }
            _ => None,
        }
    }

    /// Takes an action through a terminal, and what follows from it.
    fn act(&mut self, terminal: &mut Terminal, action: Action) {
        let mut actions = VecDeque::from([action]);
        while let Some(action) = actions.pop_front() {
            let effect = update(&mut terminal.state, action);
            actions.extend(effect.and_then(|effect| self.answer(effect, terminal.name)));
        }
    }
}

struct Terminal {
    name: &'static str,
    state: State,
    /// Letters that nobody else types.
    alphabet: u32,
    typed: Vec<char>,
}

impl Terminal {
    /// The form of one case, the cursor in the reasons.
    fn open(name: &'static str, alphabet: u32, drafts: &mut Drafts) -> Self {
        let mut state = room(Lang::Fr);
        press(&mut state, "/006<enter>");
        let mut terminal = Self { name, state, alphabet, typed: Vec::new() };
        for key in ["<enter>", "d"] {
            for effect in press(&mut terminal.state, key) {
                if let Some(action) = drafts.answer(effect, name) {
                    drafts.act(&mut terminal, action);
                }
            }
        }
        terminal.form().field = Field::Rationale;
        terminal
    }

    fn form(&mut self) -> &mut Form {
        match &mut self.state.screen {
            Screen::Form(form) => form,
            other => panic!("no form: {other:?}"),
        }
    }

    fn text(&mut self) -> String {
        text_of(&self.form().rationale)
    }

    /// Puts the cursor behind so many letters.
    fn go(&mut self, place: usize) {
        let text = self.text();
        let place = place % (text.chars().count() + 1);
        let before: String = text.chars().take(place).collect();
        let row = before.matches('\n').count();
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count();
        let (row, column) = (u16::try_from(row).unwrap(), u16::try_from(column).unwrap());
        self.form().rationale.move_cursor(CursorMove::Jump(row, column));
    }

    fn key(&mut self, key: Key, drafts: &mut Drafts) {
        let action = self.state.press(Input { key, ctrl: false, alt: false, shift: false });
        drafts.act(self, action);
    }

    fn type_letter(&mut self, drafts: &mut Drafts) {
        let letter = char::from_u32(self.alphabet + u32::try_from(self.typed.len()).unwrap()).unwrap();
        self.typed.push(letter);
        self.key(Key::Char(letter), drafts);
    }

    /// Takes back the letter before the cursor where it is one of its own.
    fn take_back(&mut self, drafts: &mut Drafts) {
        let text: Vec<Vec<char>> = self.text().split('\n').map(|line| line.chars().collect()).collect();
        let cursor = self.form().rationale.cursor();
        let before = cursor.1.checked_sub(1).and_then(|at| text.get(cursor.0)?.get(at).copied());
        if let Some(letter) = before.filter(|letter| self.typed.contains(letter)) {
            self.typed.retain(|other| *other != letter);
            self.key(Key::Backspace, drafts);
            // The alphabet goes on behind what was taken back.
            self.alphabet += 1;
        }
    }
}

/// What one of the two does next.
#[derive(Debug, Clone)]
enum Step {
    Letter,
    Back,
    Go(usize),
    /// It is told that the other may have typed.
    Told,
}

fn steps() -> impl Strategy<Value = Vec<(bool, Step)>> {
    let step = prop_oneof![
        8 => Just(Step::Letter),
        1 => Just(Step::Back),
        2 => (0_usize..400).prop_map(Step::Go),
        3 => Just(Step::Told),
    ];
    prop::collection::vec((any::<bool>(), step), 1..120)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: draws(48), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn two_hands_in_one_draft_lose_no_letter(steps in steps()) {
        let mut drafts = Drafts::default();
        let mut one = Terminal::open("one", 0x4E00, &mut drafts);
        let mut two = Terminal::open("two", 0xAC00, &mut drafts);
        for (first, step) in steps {
            let terminal = if first { &mut one } else { &mut two };
            match step {
                Step::Letter => terminal.type_letter(&mut drafts),
                Step::Back => terminal.take_back(&mut drafts),
                Step::Go(place) => terminal.go(place),
                Step::Told => drafts.act(terminal, Action::DraftsChanged),
            }
        }
        for _ in 0..2 {
            drafts.act(&mut one, Action::DraftsChanged);
            drafts.act(&mut two, Action::DraftsChanged);
        }
        prop_assert_eq!(one.text(), two.text(), "both see the same");
        let text = one.text();
        for letter in one.typed.iter().chain(&two.typed) {
            prop_assert_eq!(text.matches(*letter).count(), 1, "{:?} in {:?}", letter, &text);
        }
        let typed = one.typed.len() + two.typed.len();
        prop_assert_eq!(text.chars().filter(|letter| !"\n-".contains(*letter)).count(), typed, "nothing more than was typed");
    }

    /// The same letters from both hands: as many of each as were typed.
    #[test]
    fn two_hands_that_type_the_same_letters_keep_as_many(
        base in "[ab ]{0,12}", mine in "[ab]", theirs in "[ab ]{1,7}", at in 0_usize..12, there in 0_usize..12,
    ) {
        let put = |text: &str, at: usize, more: &str| {
            let letters: Vec<char> = base.chars().collect();
            let at = at.min(letters.len());
            let (head, tail) = letters.split_at(at);
            assert_eq!(text, base);
            head.iter().copied().chain(more.chars()).chain(tail.iter().copied()).collect::<String>()
        };
        let reasons = |text: String| Draft { rationale: text, ..Draft::default() };
        let both = merged(&reasons(base.clone()), &reasons(put(&base, at, &mine)), &reasons(put(&base, there, &theirs)));
        for letter in ['a', 'b'] {
            let count = |text: &str| text.matches(letter).count();
            prop_assert_eq!(count(&both.rationale), count(&base) + count(&mine) + count(&theirs), "{:?}", &both.rationale);
        }
    }
}

#[test]
fn whoever_types_is_told_what_the_other_changed_and_who_it_was() {
    let mut drafts = Drafts::default();
    let mut one = Terminal::open("Dr A", 0x4E00, &mut drafts);
    one.type_letter(&mut drafts);
    let mut two = Terminal::open("Dr B", 0xAC00, &mut drafts);
    two.type_letter(&mut drafts);
    two.form().field = Field::Next;
    two.key(Key::Char('m'), &mut drafts);
    drafts.act(&mut one, Action::DraftsChanged);
    let told = Notice::DraftTaken("Dr B".to_owned(), vec![DraftPart::Rationale, DraftPart::Next]);
    assert_eq!(one.state.notice, Some(told));
    assert_eq!(text_of(&one.form().next), "m");
    one.state.notice = None;
    drafts.act(&mut one, Action::DraftsChanged);
    assert_eq!(one.state.notice, None, "what is known is not told twice");
}

#[test]
fn what_both_rewrote_stands_side_by_side_and_what_came_twice_stands_once() {
    let reasons = |text: &str| Draft { rationale: text.to_owned(), ..Draft::default() };
    let merge =
        |base: &str, mine: &str, theirs: &str| merged(&reasons(base), &reasons(mine), &reasons(theirs)).rationale;
    assert_eq!(merge("complète à M6", "partielle à M6", "absente à M6"), "absente\n---\npartielle à M6");
    let long = "Réponse partielle, on ajoute";
    assert_eq!(merge("", long, long), long);
    assert_eq!(merge("", &format!("{long} le"), long), format!("{long} le"), "one goes on with what came twice");
    assert_eq!(merge("abc", "abc", ""), "", "what the other took away is away");
    assert_eq!(merge("abc", "abcd", ""), "d", "but what was typed meanwhile is kept");
    assert_eq!(merge("un deux", "un deux trois", "un"), "un trois");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: draws(48), failure_persistence: None, ..ProptestConfig::default() })]

    /// Two that go on typing at one place each have a text of their own: it is set apart, but not at every key.
    #[test]
    fn two_that_go_on_typing_are_set_apart_once(turns in prop::collection::vec((any::<bool>(), 0_u8..4), 1..80)) {
        let mut drafts = Drafts::default();
        let mut one = Terminal::open("one", 0x4E00, &mut drafts);
        let mut two = Terminal::open("two", 0xAC00, &mut drafts);
        for (first, step) in turns {
            let terminal = if first { &mut one } else { &mut two };
            if step == 0 {
                drafts.act(terminal, Action::DraftsChanged);
            } else {
                terminal.type_letter(&mut drafts);
            }
        }
        drafts.act(&mut one, Action::DraftsChanged);
        drafts.act(&mut two, Action::DraftsChanged);
        let text = one.text();
        for terminal in [&one, &two] {
            let run: Vec<char> = text.chars().filter(|letter| terminal.typed.contains(letter)).collect();
            prop_assert_eq!(&run, &terminal.typed, "in their order");
        }
        prop_assert!(text.matches("---").count() <= 2, "{text:?}");
    }
}
