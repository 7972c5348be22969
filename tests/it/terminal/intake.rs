//! A new case typed on the real program, killed and found again, written; files that come, go and change beside it.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use super::{Home, Terminal};

const ENTER: &str = "\r";
const DOWN: &str = "\u{1b}[B";
const RIGHT: &str = "\u{1b}[C";
const READ_OVER: &str = "\u{12}";
const FILE: &str = "ln-2026-006-classe-v-1-6.yaml";

fn drafts(home: &Home) -> Vec<PathBuf> {
    let files = fs::read_dir(home.path().join("cases")).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| path.file_name().unwrap().to_string_lossy().ends_with(".draft")).collect()
}

/// Down from the question to the alias, which is typed, and the sex, which is chosen.
fn fill_in_the_rest(terminal: &mut Terminal) {
    for _ in 0..5 {
        terminal.send(DOWN);
    }
    terminal.wait_for("▸ alias");
    terminal.send("H. B.");
    terminal.send(DOWN);
    terminal.send(RIGHT);
    terminal.wait_for("◂ femme ▸");
}

#[test]
fn what_is_typed_of_a_new_case_outlives_a_kill_and_is_written() {
    let home = Home::new();
    let mut terminal = home.open(&["new"]);
    terminal.wait_for("LN-2026-011");
    terminal.send("Faut-il traiter");
    terminal.wait_for("Faut-il traiter");
    let kept = drafts(&home);
    assert_eq!(kept.len(), 1);
    assert_eq!(fs::metadata(&kept[0]).unwrap().permissions().mode() & 0o777, 0o600);
    terminal.kill();

    let mut terminal = home.open(&["new"]);
    terminal.wait_for("Faut-il traiter");
    // A second program types a case of its own: the first one's draft is not taken from it.
    let other = home.open(&["new"]);
    other.wait_for("LN-2026-011");
    assert!(!other.shown().contains("Faut-il traiter"));
    other.kill();

    terminal.send(" encore ?");
    fill_in_the_rest(&mut terminal);
    terminal.send(READ_OVER);
    terminal.wait_for("Sera écrit");
    let path = home.path().join("cases").join("ln-2026-011.yaml");
    assert!(!path.exists(), "nothing is written before it is accepted");
    terminal.send(ENTER);
    terminal.wait_for("Dossier écrit");
    terminal.wait_for("Ordre du jour");
    terminal.wait_for("LN-2026-011");
    let text = fs::read_to_string(&path).unwrap();
    assert!(
        text.contains("question: \"Faut-il traiter encore ?\"") || text.contains("question: Faut-il traiter encore ?"),
        "{text}"
    );
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o007, 0, "nobody else reads it");
    assert!(drafts(&home).is_empty(), "what is written needs no draft");
    terminal.send("q");
    assert_eq!(terminal.ended(), 0);
}

/// As editors write: a new file beside it, then renamed over it.
fn save_as_editors_do(path: &Path, text: &str) {
    let folder = path.parent().unwrap();
    fs::write(folder.join("4913"), "").unwrap();
    fs::remove_file(folder.join("4913")).unwrap();
    fs::write(folder.join(format!(".{}.swp", path.file_name().unwrap().to_string_lossy())), "swap").unwrap();
    let backup = path.with_extension("yaml~");
    fs::rename(path, &backup).unwrap();
    fs::write(path, text).unwrap();
    fs::remove_file(backup).unwrap();
}

#[test]
fn files_that_come_go_and_change_are_seen() {
    let home = Home::new();
    let cases = home.path().join("cases");
    let path = cases.join(FILE);
    let mut terminal = home.open(&[]);
    terminal.wait_for("12 dossiers");
    let new = fs::read_to_string(&path).unwrap().replace("LN-2026-006", "LN-2026-777");
    fs::write(cases.join(".tmp-new"), &new).unwrap();
    fs::rename(cases.join(".tmp-new"), cases.join("ln-2026-777.yaml")).unwrap();
    terminal.wait_for("13 dossiers");
    fs::rename(cases.join("ln-2026-777.yaml"), cases.join("zz.yaml")).unwrap();
    terminal.wait_until("the renamed file", |shown| shown.contains("13 dossiers") && shown.contains("LN-2026-777"));
    fs::remove_file(cases.join("zz.yaml")).unwrap();
    terminal.wait_for("12 dossiers");

    terminal.send("/006");
    terminal.send(ENTER);
    terminal.send(ENTER);
    terminal.wait_for("Regards croisés");
    let text = fs::read_to_string(&path).unwrap();
    save_as_editors_do(&path, &text.replace("alias: ", "alias: Z"));
    terminal.wait_for("relu");
    fs::write(&path, "case: [").unwrap();
    terminal.wait_for("erreur");
    fs::write(&path, &text).unwrap();
    terminal.wait_for("relu");
    fs::remove_file(&path).unwrap();
    terminal.wait_for("n'est plus là");
    terminal.send("q");
    assert_eq!(terminal.ended(), 0);
}

#[test]
fn without_a_terminal_a_number_is_asked_for() {
    let home = Home::new();
    let mut command = assert_cmd::Command::cargo_bin("regards").unwrap();
    let output = command.current_dir(home.path()).env_clear().env("HOME", home.path()).arg("new").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("LN-2026-013"));
}
