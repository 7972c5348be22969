//! Scores entered on the real program, and the case file after it.

use super::Home;

const ENTER: &str = "\r";
const DOWN: &str = "\u{1b}[B";
const FILE: &str = "ln-2026-006-classe-v-1-6.yaml";

/// The newest visit of the case loses an item: one line of its file changes, and no comment.
#[test]
fn an_item_taken_back_changes_one_line_of_the_file() {
    let home = Home::new();
    let path = home.path().join("cases").join(FILE);
    let before = std::fs::read_to_string(&path).unwrap();
    assert!(before.contains('#'), "the file has comments to keep");
    let mut terminal = home.open(&["--date", "2026-11-23"]);
    terminal.wait_for("LN-2026-006");
    terminal.send("/006");
    terminal.send(ENTER);
    terminal.send(ENTER);
    terminal.wait_for("Regards croisés");
    terminal.send("s");
    terminal.wait_for("nouvelle visite");
    terminal.send("t");
    terminal.wait_for("correction de la visite");
    for _ in 0..21 {
        terminal.send(DOWN);
    }
    terminal.send("0");
    terminal.wait_for("SLEDAI-2K 6");
    terminal.send(ENTER);
    terminal.wait_for("Ce qui en découle");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), before, "nothing is written before it is accepted");
    terminal.send(ENTER);
    terminal.wait_for("Dossier écrit");
    terminal.wait_for("Regards croisés");

    let after = std::fs::read_to_string(&path).unwrap();
    let changed: Vec<(&str, &str)> = before.lines().zip(after.lines()).filter(|(was, is)| was != is).collect();
    let expected =
        [("    sledai: [proteinuria, low_complement, anti_dsdna]", "    sledai: [proteinuria, low_complement]")];
    assert_eq!(changed, expected);
    assert_eq!(before.lines().count(), after.lines().count());
    terminal.send("q");
    assert_eq!(terminal.ended(), 0);
}
