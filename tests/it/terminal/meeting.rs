//! A meeting held on the real program.

use regards::domain::Outcome;
use regards::store::Ledger;

use super::{Home, Terminal};

const REASONS: &str = "Atteinte articulaire active : bélimumab d'emblée, accord de la patiente.";
const ESCAPE: &str = "\u{1b}";
const ENTER: &str = "\r";
const TAB: &str = "\t";
const DOWN: &str = "\u{1b}[B";
const READ_BACK: &str = "\u{12}";

/// From the agenda to the decision's form of the first case, reasons typed.
pub(super) fn take_down(terminal: &mut Terminal, reasons: &str) {
    terminal.wait_for("LN-2026-001");
    terminal.send(ENTER);
    terminal.wait_for("Regards croisés");
    terminal.send("d");
    terminal.wait_for("Justification");
    terminal.send(DOWN);
    terminal.send(TAB);
    terminal.send(TAB);
    terminal.send(reasons);
    terminal.wait_for(reasons.rsplit(' ').next().unwrap());
}

#[test]
fn open_decide_quit_and_the_row_is_in_the_database() {
    let home = Home::new();
    let mut terminal = home.open(&[]);
    take_down(&mut terminal, REASONS);
    terminal.send(READ_BACK);
    terminal.wait_for("Lire à voix haute");
    terminal.send(ENTER);
    terminal.wait_for("verrouillée");
    terminal.send(ESCAPE);
    terminal.wait_for("décidé");
    terminal.send("q");
    assert_eq!(terminal.ended(), 0);
    assert!(terminal.is_restored());

    let ledger = Ledger::open_read_only(&home.database()).unwrap();
    let recorded = ledger.recent(10, None).unwrap();
    assert_eq!(recorded.len(), 1);
    assert_eq!(recorded[0].case_id.as_str(), "LN-2026-001");
    assert_eq!(recorded[0].outcome, Outcome::Decided);
    assert_eq!(recorded[0].rationale, REASONS);
    assert_eq!(recorded[0].actor, "secretary");
    let whole = ledger.decision(recorded[0].id).unwrap().unwrap();
    assert!(!whole.locked.decision.lines.is_empty());
    assert_eq!(whole.locked.decision.concordance.len(), 3);
    assert!(whole.locked.case_yaml.contains("LN-2026-001"));
    assert!(ledger.verify().unwrap().is_sound());
    assert!(ledger.draft(&recorded[0].case_id).unwrap().is_none(), "the draft is put away with the lock");
}

#[test]
fn killed_in_mid_sentence_the_sentence_is_there_again() {
    let home = Home::new();
    let mut terminal = home.open(&[]);
    let sentence = "Réponse partielle à M6, on ajoute";
    take_down(&mut terminal, sentence);
    terminal.kill();

    let mut terminal = home.open(&[]);
    terminal.wait_for("LN-2026-001");
    terminal.send(ENTER);
    terminal.wait_for("Regards croisés");
    terminal.send("d");
    terminal.wait_for(sentence);
    terminal.send(ESCAPE);
    terminal.wait_for("Regards croisés");
    terminal.send("q");
    assert_eq!(terminal.ended(), 0);
}

#[test]
fn the_terminal_is_given_back_when_the_system_ends_the_program() {
    let home = Home::new();
    for signal in ["-TERM", "-HUP", "-INT"] {
        let mut terminal = home.open(&[]);
        terminal.wait_for("LN-2026-001");
        terminal.signal(signal);
        assert_eq!(terminal.ended(), 0, "{signal}");
        assert!(terminal.is_restored(), "{signal}");
    }
}

#[test]
fn what_one_terminal_records_the_other_shows() {
    let home = Home::new();
    let chair = home.open(&[]);
    chair.wait_for("LN-2026-008");
    let mut secretary = home.open(&[]);
    take_down(&mut secretary, REASONS);
    assert!(!chair.shown().contains("décidé"));
    secretary.send(READ_BACK);
    secretary.wait_for("Lire à voix haute");
    secretary.send(ENTER);
    chair.wait_for("décidé");
    for mut terminal in [chair, secretary] {
        terminal.send("q");
        terminal.ended();
    }
}

#[test]
fn a_resize_in_mid_sentence_and_a_paste_lose_nothing() {
    let home = Home::new();
    let mut terminal = home.open(&[]);
    take_down(&mut terminal, "Avant");
    terminal.resize(80, 24);
    terminal.send(" puis \u{1b}[200~collé d'un courriel\r\navec deux lignes\u{1b}[201~ fin");
    terminal.wait_for("fin");
    terminal.resize(160, 45);
    terminal.wait_for("collé");
    terminal.kill();
    let ledger = Ledger::open_read_only(&home.database()).unwrap();
    let draft = ledger.draft(&"LN-2026-001".parse().unwrap()).unwrap().unwrap();
    assert!(draft.body.contains("Avant puis collé d'un courriel\\navec deux lignes fin"), "{}", draft.body);
}

#[test]
fn a_case_mended_on_disk_is_read_again_at_once() {
    let home = Home::new();
    let file = home.path().join("cases").join("ln-2026-001-polyarthrite.yaml");
    let sound = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, sound.replace("patient:", "patientt:")).unwrap();
    let mut terminal = home.open(&[]);
    terminal.wait_for("LN-2026-002");
    assert!(!terminal.shown().contains("LN-2026-001"));
    std::fs::write(&file, sound).unwrap();
    terminal.wait_for("LN-2026-001");
    terminal.send("q");
    assert_eq!(terminal.ended(), 0);
}

#[test]
fn a_terminal_that_is_too_small_gets_a_sentence_and_no_panic() {
    let home = Home::new();
    for (columns, rows) in [(59, 18), (60, 17), (10, 3), (1, 1)] {
        let mut terminal = home.open_sized(&[], columns, rows);
        std::thread::sleep(std::time::Duration::from_millis(150));
        terminal.send("q");
        assert_eq!(terminal.ended(), 0, "{columns}x{rows}: {}", terminal.shown());
    }
}
