//! `kill -9` of one of two programs on one database, at random moments: what its screen showed is in the ledger.
//!
//! `cargo test --release --test it two_hundred -- --ignored --nocapture` kills 200 and prints what became of the keys.

use std::time::Duration;

use regards::domain::CaseId;
use regards::store::{Act, Ledger, Status};

use super::{Home, Terminal};
use crate::luck::Dice;

const ENTER: &str = "\r";
const TAB: &str = "\t";
const DOWN: &str = "\u{1b}[B";
const READ_BACK: &str = "\u{12}";
const CASE: &str = "LN-2026-001";

fn micros(count: usize) -> Duration {
    Duration::from_micros(count.try_into().unwrap())
}

/// What a round is about.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Script {
    /// One types, the other is the room's screen.
    Followed,
    /// Both type in one draft.
    Both,
    /// A decision is locked.
    Lock,
    /// A case is put off.
    Postpone,
    /// The agenda is ordered anew.
    Order,
}

/// What became of the keys.
#[derive(Debug, Default)]
struct Tally {
    kills: usize,
    sent: usize,
    shown: usize,
    kept: usize,
    /// Shown and not kept: there must be none.
    lost: usize,
    /// The most that a hand had sent and the program had neither shown nor kept.
    unread: usize,
    acts: usize,
}

fn to_reasons(terminal: &mut Terminal) {
    terminal.wait_for("LN-2026-008");
    terminal.send(ENTER);
    terminal.wait_for("Regards croisés");
    terminal.send("d");
    terminal.wait_for("Justification");
    // A draft that is there is gone on with where it ends.
    if terminal.shown().contains("▸ Issue") {
        terminal.send(DOWN);
        terminal.send(TAB);
        terminal.wait_for("▸ Lignes");
    }
    if terminal.shown().contains("▸ Lignes") {
        terminal.send(TAB);
    }
    terminal.wait_for("▸ Justification");
}

/// Letters that no word of the screen has.
const FIRST: &str = "αβγδεζηθικλμνξοπρστυφχψωαβγδεζηθικλμ";
const SECOND: &str = "бгджзийлпфцчшщъыьэюябгджзийлпфцчшщъы";

/// The beginning of a text, so many letters long.
fn head(text: &str, letters: usize) -> String {
    text.chars().take(letters).collect()
}

/// How much of the beginning of this text stands somewhere in the other.
fn begun(text: &str, within: &str) -> usize {
    (0..=text.chars().count()).rev().find(|count| within.contains(&head(text, *count))).unwrap_or(0)
}

/// The ledger as whoever comes next opens it: whole, and writing at once.
fn reopened(home: &Home) -> Ledger {
    let mut ledger = Ledger::open(&home.database()).unwrap();
    assert!(ledger.verify().unwrap().is_sound());
    // Longer than the other program takes for a key, shorter than it would itself wait for a lock that stays.
    ledger.be_patient(Duration::from_secs(1)).unwrap();
    let act = Act { at: chrono::Utc::now(), actor: "next".to_owned() };
    ledger.looked(regards::store::Looked::Search, "free", &act).expect("nothing is left locked");
    ledger
}

fn rationale(ledger: &Ledger) -> String {
    let draft = ledger.draft(&case()).unwrap();
    let body: serde_json::Value = draft.map_or(serde_json::Value::Null, |draft| draft.body.parse().unwrap());
    body["rationale"].as_str().unwrap_or_default().to_owned()
}

fn case() -> CaseId {
    CASE.parse().unwrap()
}

/// The draft put away, for the next round.
fn clear(ledger: &mut Ledger) {
    if let Some(draft) = ledger.draft(&case()).unwrap() {
        let act = Act { at: chrono::Utc::now(), actor: "next".to_owned() };
        ledger.drop_draft(&case(), draft.revision, &act).unwrap();
    }
}

/// Keys of both hands, with a hand's pauses, until the moment of the kill.
fn type_until(hands: &mut [(&mut Terminal, &str)], dice: &mut Dice) -> usize {
    let keys = 6 + dice.throw(25);
    for place in 0..keys {
        for (terminal, text) in hands.iter_mut() {
            terminal.send(&text.chars().skip(place).take(1).collect::<String>());
        }
        std::thread::sleep(micros(500 + dice.throw(9_000)));
    }
    keys
}

fn typed(home: &Home, both: bool, dice: &mut Dice, tally: &mut Tally) {
    let mut one = home.open_as("Dr A", &["--lead"], 120, 36, &[]);
    to_reasons(&mut one);
    let (first, second) = (FIRST, SECOND);
    let mut two = if both {
        let mut two = home.open_as("Dr B", &[], 120, 36, &[]);
        to_reasons(&mut two);
        two
    } else {
        let room = home.open_as("room", &["--projector"], 80, 24, &[]);
        room.wait_for("Justification");
        room
    };
    let sent = if both {
        type_until(&mut [(&mut one, first), (&mut two, second)], dice)
    } else {
        type_until(&mut [(&mut one, first)], dice)
    };
    let kills_the_first = !both || dice.throw(2) == 0;
    let (dead, alive) = if kills_the_first { (&mut one, &mut two) } else { (&mut two, &mut one) };
    dead.kill_now();
    let shown = dead.last_shown();
    let kept = rationale(&reopened(home));
    let text = head(if kills_the_first { first } else { second }, sent);
    let (on_screen, on_disk) = (begun(&text, &shown), begun(&text, &kept));
    tally.sent += sent;
    tally.shown += on_screen;
    tally.kept += on_disk;
    tally.lost += on_screen.saturating_sub(on_disk);
    tally.unread = tally.unread.max(sent - on_disk.max(on_screen));
    assert!(on_disk >= on_screen, "on the screen {}, on disk {kept:?}\n{shown}", head(&text, on_screen));
    if both {
        // Who goes on is not held up, and what it typed comes to the disk whole.
        let text = head(if kills_the_first { second } else { first }, sent);
        alive.wait_until("its own text", |shown| shown.contains(&text));
        alive.send("!");
        alive.wait_for("!");
        let kept = rationale(&reopened(home));
        assert!(kept.contains(&text) && kept.contains('!'), "{kept:?}");
        tally.sent += sent + 1;
        tally.shown += sent + 1;
        tally.kept += sent + 1;
    } else {
        let kept = head(&text, on_disk);
        alive.wait_until("what is on disk", |shown| shown.contains(&kept));
    }
    alive.kill_now();
}

fn acted(home: &Home, script: Script, dice: &mut Dice, tally: &mut Tally) {
    let mut one = home.open_as("Dr A", &[], 120, 36, &[]);
    let other = home.open_as("Dr B", &[], 120, 36, &[]);
    other.wait_for("LN-2026-008");
    let before = reopened(home);
    let (decided, ordered) = (before.recent(1000, None).unwrap().len(), before.agenda(Some(day())).unwrap());
    let put_off = postponed(&before);
    let sign = match script {
        Script::Lock => {
            to_reasons(&mut one);
            one.send("accord");
            one.wait_for("accord");
            one.send(READ_BACK);
            one.wait_for("Lire à voix haute");
            one.send(ENTER);
            "verrouillée"
        }
        Script::Postpone => {
            one.wait_for("LN-2026-008");
            one.send("o");
            one.wait_for("Motif du report");
            one.send("biopsie attendue\r");
            "Dossier reporté"
        }
        _ => {
            one.wait_for("LN-2026-008");
            one.send("-");
            "2 sur 12"
        }
    };
    std::thread::sleep(micros(dice.throw(30_000)));
    one.kill_now();
    let is_acknowledged = one.last_shown().contains(sign);
    let after = reopened(home);
    let is_kept = match script {
        Script::Lock => after.recent(1000, None).unwrap().len() == decided + 1,
        Script::Postpone => postponed(&after) > put_off,
        _ => after.agenda(Some(day())).unwrap() != ordered,
    };
    drop(before);
    tally.acts += 1;
    tally.lost += usize::from(is_acknowledged && !is_kept);
    assert!(is_kept || !is_acknowledged, "{script:?} was shown and is not there");
    let mut other = other;
    other.kill_now();
}

/// The first two cases may have changed places.
fn postponed(ledger: &Ledger) -> usize {
    let cases = [case(), "LN-2026-002".parse().unwrap()];
    let statuses = ledger.statuses(&cases).unwrap();
    statuses.values().filter(|status| matches!(status, Status::Postponed(_))).count()
}

fn day() -> regards::domain::Day {
    "2026-11-26".parse().unwrap()
}

fn rounds(count: usize, seed: u64) -> Tally {
    let mut dice = Dice(seed);
    let mut tally = Tally::default();
    let scripts = [Script::Followed, Script::Both, Script::Both, Script::Order, Script::Postpone, Script::Lock];
    let mut home = Home::new();
    for round in 0..count {
        match scripts[round % scripts.len()] {
            Script::Followed => typed(&home, false, &mut dice, &mut tally),
            Script::Both => typed(&home, true, &mut dice, &mut tally),
            script => acted(&home, script, &mut dice, &mut tally),
        }
        tally.kills += 1;
        clear(&mut reopened(&home));
        if round % scripts.len() == scripts.len() - 1 {
            // A case is decided once: the next rounds begin with another ledger.
            home = Home::new();
        }
    }
    tally
}

#[test]
fn what_a_killed_program_showed_is_in_the_ledger() {
    let tally = rounds(6, 20_261_126);
    println!("{tally:?}");
    assert_eq!(tally.lost, 0);
}

#[test]
#[ignore = "takes minutes: 200 rounds"]
fn two_hundred_kills_lose_nothing_that_was_shown() {
    let tally = rounds(200, 20_261_127);
    println!("{tally:?}");
    assert_eq!(tally.lost, 0);
}
