//! The palette and the mouse on the real program.

use super::Home;

/// A press and a release of the left button on a cell, counted from 1, as a terminal reports them.
fn click(column: u16, row: u16) -> String {
    format!("\u{1b}[<0;{column};{row}M\u{1b}[<0;{column};{row}m")
}

fn modes(terminal: &super::Terminal) -> (vt100::MouseProtocolMode, vt100::MouseProtocolEncoding) {
    let parser = terminal.screen.lock().unwrap();
    (parser.screen().mouse_protocol_mode(), parser.screen().mouse_protocol_encoding())
}

/// Column and row of a text on the screen, counted from 1.
fn place_of(terminal: &super::Terminal, text: &str) -> (u16, u16) {
    let shown = terminal.shown();
    let (row, line) = shown.lines().enumerate().find(|(_, line)| line.contains(text)).expect("the text is shown");
    let column = line[..line.find(text).unwrap()].chars().count();
    (u16::try_from(column + 1).unwrap(), u16::try_from(row + 1).unwrap())
}

#[test]
fn a_case_is_found_by_a_few_letters_and_a_past_decision_too() {
    let home = Home::new();
    let mut terminal = home.open(&[]);
    terminal.wait_for("LN-2026-001");
    terminal.send(":");
    terminal.wait_for("Palette");
    terminal.send("decid");
    terminal.wait_for("› decid");
    terminal.send("\r");
    terminal.wait_for("Justification");
    terminal.send("\u{10}");
    terminal.wait_for("Palette");
    terminal.send("008");
    terminal.wait_for("› 008");
    terminal.send("\r");
    terminal.wait_until("the case", |shown| shown.contains("LN-2026-008") && !shown.contains("Palette"));
    terminal.send("q");
    assert_eq!(terminal.ended(), 0);
    assert!(terminal.is_restored());
}

#[test]
fn the_mouse_chooses_opens_and_scrolls_and_is_given_back() {
    let home = Home::new();
    let mut terminal = home.open(&[]);
    terminal.wait_for("LN-2026-001");
    let wanted = (vt100::MouseProtocolMode::PressRelease, vt100::MouseProtocolEncoding::Sgr);
    assert_eq!(modes(&terminal), wanted, "presses, and no movements");
    let (column, row) = place_of(&terminal, "LN-2026-004");
    terminal.send(&click(column, row));
    terminal.send(&click(column, row));
    terminal.wait_until("the case", |shown| shown.lines().next().is_some_and(|head| head.contains("LN-2026-004")));
    terminal.wait_for("Esc retour");
    let (column, row) = place_of(&terminal, "Esc");
    terminal.send(&click(column, row));
    terminal.wait_for("LN-2026-001");
    terminal.send("\u{1b}[<65;10;10M");
    terminal.wait_for("5 sur 12");
    terminal.send("\u{1b}[<64;10;10M");
    terminal.wait_for("4 sur 12");
    terminal.send("q");
    assert_eq!(terminal.ended(), 0);
    assert!(terminal.is_restored());
}

#[test]
fn no_mouse_leaves_it_to_the_terminal() {
    let home = Home::new();
    let mut terminal = home.open(&["--no-mouse"]);
    terminal.wait_for("LN-2026-001");
    assert_eq!(modes(&terminal).0, vt100::MouseProtocolMode::None);
    terminal.send("q");
    assert_eq!(terminal.ended(), 0);
}

#[test]
fn a_program_that_is_told_to_end_gives_the_mouse_back() {
    let home = Home::new();
    let mut terminal = home.open(&[]);
    terminal.wait_for("LN-2026-001");
    terminal.signal("-TERM");
    terminal.ended();
    assert!(terminal.is_restored());
}
