//! The README's pictures are the program's: driven in a pseudo-terminal, drawn cell by cell, and held against the files.
//!
//! `REGARDS_WRITE=1 cargo test --test it pictures` makes them anew.

mod glyphs;
mod svg;
mod tour;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::{Home, PATIENCE, Terminal};

const ENTER: &str = "\r";
const ESCAPE: &str = "\u{1b}";
const TAB: &str = "\t";
const UP: &str = "\u{1b}[A";
const DOWN: &str = "\u{1b}[B";
const RIGHT: &str = "\u{1b}[C";
const END: &str = "\u{1b}[F";
const F8: &str = "\u{1b}[19~";
const READ_BACK: &str = "\u{12}";

/// Columns and rows, but for large type.
const SIZE: (u16, u16) = (120, 36);
/// How long a screen must not have changed before it is drawn into a file.
const QUIET: Duration = Duration::from_millis(700);

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(".github").join(name)
}

fn writes() -> bool {
    std::env::var_os("REGARDS_WRITE").is_some()
}

/// The demonstration on its day, in English.
fn demonstration(home: &Home) -> Terminal {
    let arguments = ["--demo", "--date", "2026-11-26", "--lang", "en"];
    let terminal = home.open_as("secretary", &arguments, SIZE.0, SIZE.1, &[("COLORTERM", "truecolor")]);
    terminal.wait_for("LN-2026-006");
    terminal
}

fn stored(name: &str) -> String {
    fs::read_to_string(file(name)).unwrap_or_default()
}

/// What the terminal shows, drawn, once it stands in what is stored; where files are written, once it has been quiet for a while.
fn drawn(terminal: &Terminal, name: &str, stored: &str) -> String {
    let draw = || svg::frame(terminal.screen.lock().unwrap().screen());
    if writes() {
        return quiet(draw);
    }
    let started = Instant::now();
    while started.elapsed() < PATIENCE {
        let now = draw();
        if stored.contains(&now) {
            return now;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!(
        "`.github/{name}` is no picture of the program any more: `REGARDS_WRITE=1 cargo test --test it pictures` makes it anew, \
         then look at it. The screen shows:\n{}",
        terminal.shown()
    );
}

fn quiet(draw: impl Fn() -> String) -> String {
    let (mut last, mut since) = (draw(), Instant::now());
    while since.elapsed() < QUIET {
        std::thread::sleep(Duration::from_millis(20));
        let now = draw();
        if now != last {
            (last, since) = (now, Instant::now());
        }
    }
    last
}

/// Writes the file, or holds it against what it must be.
fn holds(name: &str, expected: &str) {
    if writes() {
        fs::write(file(name), expected).unwrap();
        return;
    }
    let advice = "`REGARDS_WRITE=1 cargo test --test it pictures` makes it anew";
    assert!(stored(name) == expected, "`.github/{name}` is not the picture that the program gives: {advice}");
}

fn picture(terminal: &Terminal, name: &str, title: &str, sign: &str) {
    terminal.wait_for(sign);
    let started = Instant::now();
    loop {
        let frame = drawn(terminal, name, &stored(name));
        let (rows, columns) = terminal.screen.lock().unwrap().screen().size();
        let whole = svg::document(title, (columns, rows), 0.0, "", &frame);
        // A screen that is half drawn is a part of the picture too.
        if writes() || whole == stored(name) || started.elapsed() > PATIENCE {
            return holds(name, &whole);
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// One program for all of them: it is long to start, with a past to make.
#[test]
fn the_pictures_are_the_programs() {
    let home = Home::new();
    let mut terminal = demonstration(&home);
    terminal.send(&DOWN.repeat(5));
    terminal.send(ENTER);
    picture(&terminal, "case.svg", "A case: what EULAR, ACR and KDIGO say, side by side", "Side by side");
    terminal.send(":");
    terminal.wait_for("Palette");
    terminal.send("class v");
    picture(&terminal, "palette.svg", "The palette over a case", "class v");
    terminal.send(ESCAPE);
    terminal.wait_for("↵ why");
    terminal.send("p");
    picture(&terminal, "precedents.svg", "The past decisions nearest to a case", "DEMO-102");
    terminal.send(ESCAPE);
    terminal.wait_for("↵ why");
    terminal.resize(80, 24);
    terminal.send(F8);
    picture(&terminal, "large.svg", "A case in large type, for the back of the room", "before: 1.7");
    terminal.send(F8);
    terminal.resize(SIZE.0, SIZE.1);
    terminal.wait_for("Damage");
    terminal.send(ESCAPE);
    terminal.wait_for("Agenda");
    terminal.send(&UP.repeat(5));
    tour::record(&mut terminal);
    terminal.kill_now();
}

#[test]
fn the_readme_shows_every_picture_and_no_other() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let mut shown: Vec<&str> = readme.split("](.github/").skip(1).filter_map(|rest| rest.split(')').next()).collect();
    shown.sort_unstable();
    let mut kept: Vec<String> =
        fs::read_dir(file("")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    kept.sort();
    assert_eq!(shown, kept);
}
