//! The corpus of hostile texts on every screen: in a case, in what was recorded, in what is said. No cell holds what a terminal
//! would obey, what turns a line round or what cannot be seen.

use std::path::PathBuf;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use regards::app::{Action, State, update};
use regards::meeting::{Locked, Moment, PastDecision, Recorded};
use regards::read;
use regards::text::Lang;

use crate::hostile::{Places, Template, corpus, fault, in_one};
use crate::scene::{self, *};

/// What must stay what it is for the rest to be reached.
const KEPT: [&str; 8] =
    ["/case_id", "/case_sha256", "/language", "/case_yaml", "/facts", "/table", "/safety", "/profile"];

fn assert_harmless(state: &State, what: &str) {
    static TURN: AtomicUsize = AtomicUsize::new(0);
    let (width, height) = [(80, 24), (160, 45)][TURN.fetch_add(1, Ordering::Relaxed) % 2];
    let text = said(&shot(state, width, height));
    if let Some(fault) = fault(&text) {
        panic!("{what} at {width}x{height}: {fault}\n{}", text.escape_debug());
    }
}

static PLACES: LazyLock<Places<Locked>> = LazyLock::new(|| Places::of(&scene::recorded().remove(0).locked, &KEPT));

/// A decision in which somebody typed this everywhere.
fn hostile(text: &str) -> Recorded {
    let mut recorded = scene::recorded().remove(0);
    recorded.locked = PLACES.with(text);
    let mut past = |entry: &mut PastDecision| {
        entry.question = recorded.locked.question.clone();
        entry.alias = recorded.locked.alias.clone();
        (entry.class, entry.rationale, entry.actor) = (text.to_owned(), text.to_owned(), text.to_owned());
        (entry.upcr, entry.egfr) = (Some(text.to_owned()), Some(text.to_owned()));
        if let Some(amends) = &mut entry.amends {
            text.clone_into(&mut amends.reason);
        }
    };
    past(&mut recorded.entry);
    recorded.versions.iter_mut().for_each(&mut past);
    recorded
}

#[test]
fn what_was_recorded_is_shown_harmless() {
    let mut texts: Vec<String> = corpus().into_iter().filter(|text| text.chars().count() < 800).collect();
    // A heap of marks, and all the others in one.
    texts.retain(|text| text.starts_with("a\u{35f}"));
    texts.push(in_one());
    for text in texts {
        let recorded = hostile(&text);
        let mut put_off = put_off("LN-2026-006", &text);
        put_off.actor.clone_from(&text);
        let moments = || vec![Moment::Decided(Box::new(recorded.entry.clone())), Moment::Postponed(put_off.clone())];
        let mut state = room(Lang::Fr);
        press(&mut state, "a");
        update(&mut state, Action::Found(1, moments()));
        assert_harmless(&state, "past decisions");
        press(&mut state, "h");
        update(&mut state, Action::Found(0, moments()));
        assert_harmless(&state, "history");
        update(&mut state, Action::Recalled(Box::new(recorded.clone())));
        for keys in ["", "<pgdn>", "<end>", "m", "<tab>", "<tab>", "<tab>", "<c-r>", "<esc><esc>"] {
            press(&mut state, keys);
            assert_harmless(&state, &format!("a past decision {keys}"));
        }
        update(&mut state, Action::Pair(Box::new(recorded.clone()), Box::new(recorded.clone())));
        assert_harmless(&state, "compared");
        for news in [Action::Failed(text.clone()), Action::LedgerRefused(text.clone())] {
            update(&mut state, news);
            assert_harmless(&state, "a failure");
        }
    }
}

#[test]
fn what_a_case_says_is_shown_harmless() {
    let template = Template::of(&shipped("ln-2026-006-classe-v-1-6.yaml"), |text| {
        read::case(text.as_bytes(), today()).value.is_some()
    });
    let unseen = "z\u{200b}e\u{200c}r\u{200d}o\u{2060}\u{ad} \u{200e}\u{200f}\u{61c} line \u{e0041}\u{fff9}é\u{301}";
    for text in [unseen.to_owned(), in_one()] {
        let entries = template.with(&text).into_iter().enumerate().map(|(way, yaml)| {
            let name = format!("cases/\u{1b}[2J\u{9b}\u{202e}\n-{way}.yaml");
            entry(&name, &yaml)
        });
        let mut state = room(Lang::Fr);
        let paths: Vec<PathBuf> = shipped_entries().iter().map(|entry| entry.path().to_owned()).collect();
        for path in paths {
            update(&mut state, Action::Gone(path));
        }
        update(&mut state, Action::Read(entries.collect()));
        assert_harmless(&state, "the agenda");
        for row in 0..2 {
            let mut state = state.clone();
            for _ in 0..row {
                press(&mut state, "<down>");
            }
            for keys in [
                "x",
                "<down><down>",
                "<esc>",
                "<enter>",
                "<enter>",
                "<esc>",
                "<tab>",
                "<tab>",
                "<tab>",
                "<tab>",
                "t",
                "<esc>",
                "i",
                "<esc>",
                "w",
                "<esc>",
                "s",
                "<esc>",
                "p",
                "<esc>",
                "h",
                "<esc>",
                "r",
                "<esc>",
                "d",
                "<tab>",
                "<c-r>",
            ] {
                press(&mut state, keys);
                assert_harmless(&state, &format!("case {row} {keys}"));
            }
        }
    }
}

/// What is typed is shown harmless too, in every line of text.
#[test]
fn what_is_typed_is_shown_harmless() {
    for keys in ["/", "a/", ":", "o", "/006<enter><enter>d<tab>", "/006<enter><enter>w<enter>", "?/", "m<enter>", "n"] {
        for text in [in_one(), "z\u{200b}\u{2028}\u{202e}\u{e0041}".to_owned()] {
            let mut state = room(Lang::En);
            press(&mut state, keys);
            update(&mut state, Action::Paste(text));
            assert_harmless(&state, keys);
            press(&mut state, "<enter>");
            assert_harmless(&state, &format!("{keys} entered"));
        }
    }
}
