//! The terminal's background decides the theme where nobody named one; its answer is never typed into anything.

use ratatui::style::Color;
use regards::view::{Depth, Look, Theme};

use super::*;

const WHITE: &str = "\u{1b}]11;rgb:ffff/ffff/ffff\u{1b}\\";
const ESCAPE: &str = "\u{1b}";

/// The theme whose background the screen has.
fn worn(terminal: &Terminal) -> Option<&'static str> {
    let shown = terminal.screen.lock().unwrap().screen().cell(5, 1)?.bgcolor();
    let is_its = |name: &&str| match Look::new(&Theme::shipped(name).unwrap(), Depth::Indexed).text.bg {
        Some(Color::Indexed(index)) => shown == vt100::Color::Idx(index),
        _ => false,
    };
    ["dark", "light"].into_iter().find(is_its)
}

fn wait_until_worn(terminal: &Terminal, name: &str) {
    terminal.wait_until(&format!("the theme {name}"), |_| worn(terminal) == Some(name));
}

fn wait_for_the_question(terminal: &Terminal) {
    terminal.wait_until("the question", |_| terminal.asked.load(Ordering::Relaxed));
}

#[test]
fn a_light_terminal_gets_the_light_theme_once_it_answers() {
    for answer in [WHITE, "\u{1b}]11;rgb:ffff/fefe/f0f0\u{7}", "\u{1b}]11;rgba:ffff/ffff/ffff/ffff\u{1b}\\"] {
        let home = Home::new();
        let mut terminal = home.open(&[]);
        terminal.wait_for("LN-2026-001");
        wait_for_the_question(&terminal);
        assert_eq!(worn(&terminal), Some("dark"), "no frame waits for the answer");
        terminal.send(answer);
        wait_until_worn(&terminal, "light");
        assert!(!terminal.shown().contains("rgb"), "{}", terminal.shown());
        terminal.send("q");
        assert_eq!(terminal.ended(), 0);
        assert!(terminal.is_restored());
    }
}

#[test]
fn an_answer_that_comes_when_nothing_else_does_is_drawn() {
    let home = Home::new();
    let mut terminal = home.open(&[]);
    terminal.wait_for("LN-2026-001");
    wait_for_the_question(&terminal);
    // Everything is read and judged, and the last look at the ledger was taken.
    std::thread::sleep(Duration::from_millis(2500));
    terminal.send(WHITE);
    wait_until_worn(&terminal, "light");
    terminal.kill();
}

#[test]
fn a_dark_terminal_and_one_that_answers_nonsense_keep_the_dark_theme() {
    for answer in ["\u{1b}]11;rgb:1e1e/1e1e/2e2e\u{1b}\\", "\u{1b}]11;nonsense\u{1b}\\"] {
        let home = Home::new();
        let mut terminal = home.open(&[]);
        terminal.wait_for("LN-2026-001");
        wait_for_the_question(&terminal);
        terminal.send(answer);
        // The list of keys opens after it, and nothing else did.
        terminal.send("?");
        terminal.wait_for("Touches");
        assert_eq!(worn(&terminal), Some("dark"));
        terminal.kill();
    }
}

#[test]
fn what_is_typed_round_the_answer_is_all_there_and_nothing_more() {
    let home = Home::new();
    let mut terminal = home.open(&[]);
    terminal.wait_for("LN-2026-001");
    wait_for_the_question(&terminal);
    // In one go, as a slow line brings it: keys, the answer, keys.
    terminal.send(&format!("/ab{WHITE}cd"));
    terminal.wait_for("abcd");
    wait_until_worn(&terminal, "light");
    assert!(!terminal.shown().contains("rgb") && !terminal.shown().contains("ffff"), "{}", terminal.shown());
    terminal.kill();
}

#[test]
fn an_answer_in_pieces_is_one() {
    let home = Home::new();
    let mut terminal = home.open(&[]);
    terminal.wait_for("LN-2026-001");
    wait_for_the_question(&terminal);
    terminal.send("/ab");
    terminal.wait_for("ab");
    for piece in ["\u{1b}]1", "1;rgb:ff", "ff/ffff/ffff", "\u{1b}", "\\"] {
        terminal.send(piece);
        std::thread::sleep(Duration::from_millis(30));
    }
    terminal.send("cd");
    terminal.wait_for("abcd");
    wait_until_worn(&terminal, "light");
    terminal.kill();
}

#[test]
fn keys_that_begin_like_an_answer_do_what_they_do() {
    let home = Home::new();
    let mut terminal = home.open(&[]);
    terminal.wait_for("LN-2026-001");
    terminal.send("/zzz");
    terminal.wait_for("zzz");
    // The terminal never answers: Escape leaves the line all the same, and clears the filter.
    terminal.send(ESCAPE);
    terminal.wait_until("the agenda", |shown| shown.contains("LN-2026-001"));
    terminal.send("/");
    terminal.send("\u{1b}]11;zz{x");
    terminal.wait_for("11;zz{x");
    terminal.send(ESCAPE);
    terminal.wait_until("the agenda", |shown| shown.contains("LN-2026-001"));
    terminal.send("?");
    terminal.wait_for("Touches");
    terminal.kill();
}

#[test]
fn a_theme_that_was_chosen_stays_whatever_the_terminal_answers() {
    let home = Home::new();
    let mut terminal = home.open(&[]);
    terminal.wait_for("LN-2026-001");
    wait_for_the_question(&terminal);
    terminal.send("c");
    terminal.wait_for("Thèmes");
    terminal.send(WHITE);
    terminal.send("\r");
    terminal.wait_until("the list gone", |shown| !shown.contains("Thèmes"));
    assert_eq!(worn(&terminal), Some("dark"));
    terminal.kill();
}

#[test]
fn nobody_asks_where_the_answer_changes_nothing() {
    type Environment<'a> = &'a [(&'a str, &'a str)];
    let cases: [(&[&str], Environment); 6] = [
        (&["--theme", "dark"], &[]),
        (&["--projector"], &[]),
        (&[], &[("NO_COLOR", "1")]),
        (&[], &[("TERM", "linux")]),
        (&[], &[("TERM", "xterm")]),
        (&[], &[("TERM", "screen-256color"), ("STY", "1.pts")]),
    ];
    for (arguments, environment) in cases {
        let home = Home::new();
        let mut terminal = home.open_as("secretary", arguments, 120, 36, environment);
        let is_projector = arguments.contains(&"--projector");
        terminal.wait_until("a frame", |shown| is_projector || shown.contains("LN-2026-001"));
        std::thread::sleep(Duration::from_millis(100));
        terminal.send("q");
        terminal.ended();
        assert!(!terminal.asked.load(Ordering::Relaxed), "{arguments:?} {environment:?}");
    }
}

#[test]
fn colorfgbg_decides_where_the_terminal_says_nothing_else() {
    for (written, expected) in [("0;15", "light"), ("0;default;15", "light"), ("15;0", "dark"), ("0;7", "light")] {
        let home = Home::new();
        let terminal = home.open_as("secretary", &[], 120, 36, &[("COLORFGBG", written)]);
        terminal.wait_for("LN-2026-001");
        assert_eq!(worn(&terminal), Some(expected), "{written}");
        terminal.kill();
    }
}

#[test]
fn the_list_of_themes_shows_the_users_own_and_wears_them() {
    let home = Home::new();
    let folder = home.path().join(".config/regards/themes");
    std::fs::create_dir_all(&folder).unwrap();
    let colours =
        (0..16).map(|index| format!("  base{index:02X}: \"{}\"\n", if index < 4 { "fbfaf7" } else { "26241f" }));
    std::fs::write(folder.join("mine.yaml"), format!("palette:\n{}", colours.collect::<String>())).unwrap();
    std::fs::write(folder.join("bad.yaml"), "palette: {base00: x}\n").unwrap();
    let mut terminal = home.open(&["--theme", "dark"]);
    terminal.wait_for("LN-2026-001");
    terminal.send("c");
    terminal.wait_for("Thèmes");
    terminal.send("\u{1b}[Bkj");
    wait_until_worn(&terminal, "light");
    terminal.send("jjjj");
    terminal.wait_for("six chiffres hexadécimaux");
    terminal.send("j");
    // The background of the shipped light theme.
    wait_until_worn(&terminal, "light");
    terminal.wait_for("theme: mine");
    terminal.send(ESCAPE);
    wait_until_worn(&terminal, "dark");
    terminal.send("q");
    assert_eq!(terminal.ended(), 0);
}
