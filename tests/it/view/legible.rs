//! What is read from afar: no cut changes a meaning, no size breaks the screen, no letter moves a column.

use ratatui::buffer::Buffer;
use regards::app::{Action, Place, State, update};
use regards::text::Lang;

use crate::picture::picture;
use crate::scene::*;

const SIZES: [(u16, u16); 5] = [(80, 24), (100, 30), (120, 36), (160, 45), (240, 67)];

/// Signs of which what follows is the point.
const OPERATORS: &str = "+-−–±×/<>≤≥=≠≈~→↗↘([«'’";

const NEGATIONS: [&str; 26] = [
    "pas", "ne", "n", "non", "ni", "sans", "sauf", "hors", "jamais", "aucun", "aucune", "no", "not", "nor", "never",
    "none", "without", "unless", "except", "neither", "moins", "plus", "less", "more", "than", "de",
];

const UNITS: [&str; 22] = [
    "g/g",
    "mg/mmol",
    "mg/j",
    "mg/d",
    "g/j",
    "g/d",
    "mg/kg/j",
    "mg/kg/d",
    "mg/kg",
    "mg",
    "g",
    "g/l",
    "µmol/l",
    "ng/ml",
    "mmhg",
    "ml/min/1,73",
    "mois",
    "months",
    "semaines",
    "weeks",
    "kg",
    "ans",
];

/// What stands before a mark of something cut and would say something else than the whole.
fn faults(buffer: &Buffer) -> Vec<String> {
    let text = said(buffer);
    let rows = text.lines().flat_map(|row| row.match_indices('…').map(move |(at, _)| (row, at)));
    rows.filter(|(row, at)| !row[*at..].starts_with("…+") && is_fault(&row[..*at]))
        .map(|(row, _)| row.to_owned())
        .collect()
}

fn is_fault(before: &str) -> bool {
    let Some(last) = before.chars().next_back() else { return false };
    let words: Vec<String> =
        before.split([' ', '\u{a0}', '│', '(']).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let word = words.last().map(String::as_str).unwrap_or_default();
    let after_number = words.iter().rev().nth(1).is_some_and(|word| word.ends_with(|sign: char| sign.is_ascii_digit()));
    let part_of_unit = UNITS.iter().any(|unit| unit.starts_with(word) && *unit != word) && !UNITS.contains(&word);
    let is_word = !last.is_whitespace() && last != '│';
    last.is_ascii_digit()
        || OPERATORS.contains(last)
        || (is_word && NEGATIONS.contains(&word))
        || (is_word && after_number && part_of_unit)
}

#[test]
fn the_law_of_cuts_knows_what_it_forbids() {
    for bad in ["≤ 32,5 mg/j (≤ 0", "pas d'", "UPCR <", "1,6 g/", "10 se", "avis sans", "le 12/01/2026"] {
        assert!(is_fault(bad), "{bad}");
    }
    for good in ["≤ 32,5 mg/j", "Classe V", "Protéinurie persistante", "│ ", "32,5 mg"] {
        assert!(!is_fault(good), "{good}");
    }
}

/// Keys that lead from a case to each screen it has, with steps on it.
const FROM_CASE: [&str; 13] = ["", "<enter>", "t", "w", "r", "s", "s<tab>", "i", "d", "h", "p", "f<tab>", "d<f3>"];

/// Every screen of a case, walked.
fn walk(state: &State, seen: &mut impl FnMut(&State)) {
    for keys in FROM_CASE {
        let mut state = state.clone();
        press(&mut state, keys);
        seen(&state);
        for step in ["<down>", "<right>", "<pgdn>", "<tab>", "<tab><down>"] {
            press(&mut state, step);
            seen(&state);
        }
    }
}

fn open(lang: Lang, number: usize) -> State {
    let mut state = room(lang);
    for _ in 0..number {
        press(&mut state, "<down>");
    }
    press(&mut state, "<enter>");
    state
}

#[test]
fn no_cut_changes_a_meaning() {
    let mut broken = Vec::new();
    for lang in Lang::ALL {
        let mut look = |state: &State, size: (u16, u16)| {
            let mut state = state.clone();
            state.size = size;
            let found = faults(&shot(&state, size.0, size.1));
            broken.extend(found.into_iter().map(|row| format!("{} {size:?} {row}", lang.code())));
        };
        for size in SIZES {
            look(&room(*lang), size);
        }
        let cases = room(*lang).queue.entries.len();
        for number in 0..cases {
            let state = open(*lang, number);
            if state.place() != Place::Case {
                continue;
            }
            for (at, size) in SIZES.into_iter().enumerate() {
                // Each case is walked at one of the sizes, so that all of them meet all screens.
                if at == number % SIZES.len() {
                    walk(&state, &mut |state: &State| look(state, size));
                } else {
                    look(&state, size);
                }
            }
        }
    }
    broken.sort();
    broken.dedup();
    assert!(broken.is_empty(), "{}\n{}", broken.len(), broken.join("\n"));
}

/// Nothing but the sentence, at every size that is too small; no panic at any.
#[test]
fn a_window_of_any_size_is_drawn_or_says_why_not() {
    let sizes = [
        (1, 1),
        (1, 100),
        (300, 1),
        (2, 2),
        (7, 3),
        (20, 5),
        (59, 18),
        (60, 17),
        (59, 200),
        (300, 17),
        (60, 18),
        (61, 19),
        (79, 23),
        (99, 29),
        (131, 41),
        (239, 66),
    ];
    for lang in Lang::ALL {
        let state = open(*lang, 5);
        let look = |state: &State| {
            let mut state = state.clone();
            for (at, (width, height)) in sizes.into_iter().enumerate() {
                (state.size, state.large) = ((width, height), at % 2 == 0);
                let text = said(&shot(&state, width, height));
                let small = width < 60 || height < 18;
                if small && width >= 20 && height >= 5 {
                    assert!(text.contains("60×18"), "{width}x{height}\n{text}");
                }
                assert!(!small || !text.contains('│'), "{width}x{height}\n{text}");
            }
        };
        look(&room(*lang));
        walk(&state, &mut |state: &State| look(state));
    }
}

/// What is typed stays while the window shrinks below what can be shown and grows again.
#[test]
fn a_resize_keeps_what_is_typed() {
    let mut state = open(Lang::Fr, 5);
    press(&mut state, "d<down><tab>");
    update(&mut state, Action::Paste("mmf 2 g/j".to_owned()));
    for (width, height) in [(1, 1), (59, 17), (240, 67), (80, 24)] {
        update(&mut state, Action::Resized(width, height));
        shot(&state, width, height);
    }
    assert!(said(&shot(&state, 80, 24)).contains("mmf 2 g/j"));
}

const HOSTILE: [&str; 6] = [
    "狼瘡性腎炎の患者 全身性エリテマトーデス 再発でしょうか",
    "Famille 👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🇫🇷 1️⃣ émue ?",
    "e\u{301}te\u{301} ȩ̂̃̄ n\u{303}o\u{308} z\u{351}\u{36a}\u{33f}\u{34a}algo",
    "السلام عليكم لا لا 123 طبيب",
    "שלום רב 45 mg לחולה",
    "\u{202e}gro.live\u{202c}\u{2066}x\u{2069}\u{200f}\u{feff}\u{1b}[2J",
];

/// The shipped case of class V with this text as its pseudonym, its question and its wishes.
fn case_that_says(text: &str) -> String {
    let model = shipped("ln-2026-006-classe-v-1-6.yaml");
    let quoted = serde_json::to_string(text).unwrap();
    let lines = model.lines().map(|line| {
        let key = line.trim_start().split(':').next().unwrap_or_default();
        let indent = &line[..line.len() - line.trim_start().len()];
        match key {
            "question" | "wishes" => format!("{indent}{key}: {quoted}"),
            _ => line.to_owned(),
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn agenda_of(text: &str, lang: Lang) -> State {
    let mut state = State::new(today(), lang, (80, 24), library());
    update(&mut state, Action::Read(vec![entry("cases/x.yaml", &case_that_says(text))]));
    update(&mut state, Action::ReadAll);
    state
}

/// Whatever letters a text has, frames and columns stand where they stand with plain ones, and nothing hidden comes through.
#[test]
fn no_letter_moves_a_column() {
    let frames = |buffer: &Buffer| {
        let area = buffer.area;
        let framed = |x: u16| {
            (area.top()..area.bottom())
                .filter(|y| matches!(buffer[(x, *y)].symbol(), "│" | "┌" | "┐" | "└" | "┘"))
                .count()
        };
        (area.left()..area.right()).filter(|x| framed(*x) > 6).collect::<Vec<_>>()
    };
    for (at, size) in [(80, 24), (120, 36), (160, 45)].into_iter().enumerate() {
        let mut plain = Vec::new();
        let state = {
            let mut state = agenda_of("Faut-il traiter ?", Lang::Fr);
            press(&mut state, "<enter>");
            state
        };
        assert_eq!(state.place(), Place::Case);
        walk(&state, &mut |state: &State| plain.push(frames(&shot(state, size.0, size.1))));
        // Each text is walked at one of the sizes.
        for text in HOSTILE.into_iter().skip(at).step_by(3) {
            let mut state = agenda_of(text, Lang::Fr);
            let buffer = shot(&state, size.0, size.1);
            assert_harmless(&buffer);
            press(&mut state, "<enter>");
            if state.place() != Place::Case {
                assert!(text.contains('\u{202e}'), "only what turns the direction is refused: {text}");
                continue;
            }
            let mut seen = plain.iter();
            walk(&state, &mut |state: &State| {
                let buffer = shot(state, size.0, size.1);
                assert_harmless(&buffer);
                assert_eq!(&frames(&buffer), seen.next().unwrap(), "{text}\n{}", said(&buffer));
            });
        }
    }
}

/// Each cell is as wide as the terminal draws it: the cells a wide letter covers are empty, and no cell holds what has no width or
/// turns the direction.
fn assert_harmless(buffer: &Buffer) {
    for y in 0..buffer.area.height {
        let mut x = 0;
        while x < buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            let width: usize = unicode_width::UnicodeWidthStr::width(symbol);
            assert!((1..=2).contains(&width), "{symbol:?}");
            let bidi = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{1f1e6}'..='\u{1f1ff}');
            assert!(!symbol.chars().any(|c| c.is_control() || bidi(c)), "{symbol:?}");
            x += u16::try_from(width).unwrap();
        }
        assert!(x == buffer.area.width, "a wide letter hangs over the edge");
    }
}

#[test]
fn the_case_and_the_read_back_in_large_type() {
    for (lang, size) in [(Lang::Fr, (80, 24)), (Lang::En, (120, 36)), (Lang::Fr, (160, 45))] {
        let mut state = open(lang, 5);
        press(&mut state, "<f8>");
        let name = |what: &str| format!("large_{what}_{}x{}_{}", size.0, size.1, lang.code());
        insta::assert_snapshot!(name("case"), picture(&shot(&state, size.0, size.1)));
        press(&mut state, "d<down><tab><f6>");
        update(&mut state, Action::Paste("mmf 2 g/j\npred 25 mg/j\nhcq 5 mg/kg".to_owned()));
        press(&mut state, "<tab>");
        update(&mut state, Action::Paste("Protéinurie persistante malgré le blocage.".to_owned()));
        press(&mut state, "<tab><down><tab><down><tab><down><tab>3 mois<c-r>");
        if state.place() == Place::ReadBack {
            insta::assert_snapshot!(name("read_back"), picture(&shot(&state, size.0, size.1)));
        } else {
            panic!("{}", said(&shot(&state, 80, 24)));
        }
    }
}

/// In large type as in small, no number of the head is without its unit.
#[test]
fn large_figures_have_their_units() {
    for lang in Lang::ALL {
        for number in 0..room(*lang).queue.entries.len() {
            let mut state = open(*lang, number);
            state.large = true;
            for (width, height) in SIZES {
                let text = said(&shot(&state, width, height));
                let unit = regards::text::words(*lang).unit.egfr_unit;
                let unknown = regards::text::words(*lang).app.not_stated;
                assert!(text.contains(unit) || text.contains(unknown), "{width}x{height}\n{text}");
            }
        }
    }
}

#[test]
fn the_rooms_screen_says_once_that_it_has_too_many_rows() {
    let mut state = room(Lang::Fr);
    state.link = regards::app::Link::Following(Box::default());
    update(&mut state, Action::Shown(None));
    update(&mut state, Action::Resized(160, 45));
    let text = said(&shot(&state, 160, 45));
    assert!(text.contains("quatre hauteurs d'image") && text.contains("F8"), "{text}");
    update(&mut state, Action::Resized(80, 24));
    assert!(!said(&shot(&state, 80, 24)).contains("hauteurs"));
}

/// The room's screen turns to large type with the terminal it follows, and by itself.
#[test]
fn the_room_follows_the_large_type_of_its_leader() {
    let (mut leader, mut state) = (open(Lang::Fr, 5), room(Lang::Fr));
    state.link = regards::app::Link::Following(Box::default());
    press(&mut leader, "<f2><f8>");
    let follow = |state: &mut State, leader: &State| {
        update(state, Action::Shown(Some(Box::new((leader.shown().unwrap(), "Dr A. Martin".to_owned())))));
    };
    follow(&mut state, &leader);
    assert!(state.large);
    press(&mut state, "<f8>");
    press(&mut leader, "<down>");
    follow(&mut state, &leader);
    assert!(!state.large, "what was chosen at the room's screen stays");
    press(&mut leader, "<f8><f8>");
    follow(&mut state, &leader);
    assert!(!state.large);
}

/// In the smallest window the row under the cursor is read from its beginning: what stands under the table gives way.
#[test]
fn in_the_smallest_window_the_row_under_the_cursor_is_in_sight() {
    let mut state = room(Lang::Fr);
    press(&mut state, "/006<enter><enter>");
    for (width, height) in [(60, 18), (70, 20), (80, 24)] {
        let seen = said(&shot(&state, width, height)).replace('\u{a0}', " ");
        for what in ["Traitement initial", "EULAR 2025", "● recommandé", "Terrain commun"] {
            assert!(seen.contains(what), "{what}, {width}x{height}\n{seen}");
        }
    }
}
