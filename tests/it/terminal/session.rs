//! A meeting from its opening to its close on the real program.

use regards::meeting::session::Session;
use regards::store::Ledger;

use super::Home;

const ESCAPE: &str = "\u{1b}";
const ENTER: &str = "\r";
const DOWN: &str = "\u{1b}[B";
const TAB: &str = "\t";

#[test]
fn opened_attended_timed_interrupted_and_closed() {
    let home = Home::new();
    let mut terminal = home.open(&["--date", "2026-11-26"]);
    terminal.wait_for("LN-2026-001");
    terminal.send("m");
    terminal.wait_for("Ouvrir la réunion");
    for name in ["Dr C. Nom", "S. Bernard"] {
        terminal.send(name);
        terminal.wait_for(name);
        terminal.send(ENTER);
    }
    // The chair's line wants a specialty; the secretary's needs none.
    terminal.wait_for("Ajouter à la feuille\u{a0}: présidence");
    terminal.send("m");
    terminal.wait_for("Médecine interne");
    terminal.send(ENTER);
    terminal.wait_for("Ajouter à la feuille\u{a0}: secrétariat");
    terminal.send(ENTER);
    terminal.wait_for("S. Bernard est sur la feuille");
    for (name, letter, specialty) in [("Dr N. Nadal", "n", "Néphrologie"), ("Dr P. Roche", "a", "Anatomopathologie")] {
        terminal.send(name);
        terminal.wait_for(name);
        terminal.send(TAB);
        terminal.send(letter);
        terminal.wait_for(specialty);
        terminal.send(ENTER);
        terminal.wait_for(&format!("{name} est sur la feuille"));
    }
    terminal.send(ESCAPE);
    terminal.wait_for("quorum ✓ 3");
    terminal.send(ESCAPE);
    terminal.wait_for("quorum ✓ 3 · 12");
    terminal.send(ENTER);
    terminal.wait_for("▶ 00:0");
    // Nobody touches a key, and a second later the screen says so.
    terminal.wait_for("▶ 00:02");
    terminal.send(ESCAPE);
    terminal.wait_for("quorum ✓ 3 · 12");
    terminal.send("m");
    terminal.wait_for("Anatomopathologie");
    terminal.send("b");
    terminal.wait_for("Pause depuis");
    terminal.send("b");
    terminal.wait_until("the break to end", |shown| !shown.contains("Pause depuis"));
    terminal.send("c");
    terminal.wait_for("12 dossiers ne sont pas faits");
    terminal.send("manque de temps");
    terminal.wait_for("manque de temps");
    terminal.send(DOWN);
    terminal.send(ENTER);
    terminal.wait_for("La réunion est close");
    terminal.send("q");
    assert_eq!(terminal.ended(), 0);
    the_rows_are_there(&Ledger::open_read_only(&home.database()).unwrap());
}

/// What anybody finds with SQL.
fn the_rows_are_there(ledger: &Ledger) {
    let text = |sql: &str| ledger.connection().query_row(sql, [], |row| row.get::<_, String>(0)).unwrap();
    assert_eq!(text("SELECT chair || ', ' || secretary FROM meetings"), "Dr C. Nom, S. Bernard");
    assert_eq!(text("SELECT (closed_at > opened_at) || '' FROM meetings"), "1");
    let sheet = "SELECT group_concat(specialty, ' ') FROM (SELECT specialty FROM attendance ORDER BY joined_at)";
    assert_eq!(text(sheet), "internal-medicine other nephrology pathology");
    assert_eq!(text("SELECT count(*) || '' FROM passages WHERE carried_reason = 'manque de temps'"), "12");
    assert_eq!(text("SELECT group_concat(case_id) FROM passages WHERE started_at IS NOT NULL"), "LN-2026-001");
    assert!(ledger.verify().unwrap().is_sound());
    let day = "2026-11-26".parse().unwrap();
    let session = Session::of(day, &ledger.meeting_acts(day, 0).unwrap());
    assert_eq!(session.breaks.len(), 1);
}

#[test]
fn what_one_terminal_says_of_the_meeting_the_other_shows() {
    let home = Home::new();
    let chair = home.open(&["--date", "2026-11-26"]);
    chair.wait_for("LN-2026-008");
    let regards = |arguments: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_regards"));
        command.args(arguments).args(["--date", "2026-11-26", "--lang", "fr"]).current_dir(home.path());
        command.env("XDG_DATA_HOME", home.path().join("data")).env("HOME", home.path());
        let output = command.output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    };
    regards(&["meeting", "open", "--chair", "Dr C", "--secretary", "S. B."]);
    chair.wait_for("quorum ✗ 0/3");
    regards(&["meeting", "join", "Dr C", "--specialty", "nephrology", "--role", "chair"]);
    chair.wait_for("quorum ✗ 1/3");
    regards(&["meeting", "start", "LN-2026-002"]);
    chair.wait_for("▶ 00:0");
    let mut chair = chair;
    chair.send("q");
    chair.ended();
}
