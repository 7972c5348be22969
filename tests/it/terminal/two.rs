//! Two real programs on one database: what one does the other shows, and neither loses what is typed in it.

use std::time::{Duration, Instant};

use regards::store::{Act, Ledger};

use super::{Home, Terminal};

const ESCAPE: &str = "\u{1b}";
const ENTER: &str = "\r";
const TAB: &str = "\t";
const DOWN: &str = "\u{1b}[B";
const READ_BACK: &str = "\u{12}";
const LEAD: &str = "\u{1b}OQ";

/// The bar is a second; a machine that does much else at once may be late.
const LATEST: Duration = Duration::from_secs(3);

/// To the reasons of the first case's decision.
fn to_reasons(terminal: &mut Terminal) {
    to_case(terminal);
    terminal.send("d");
    terminal.wait_for("Justification");
    terminal.send(TAB);
    terminal.send(TAB);
    terminal.wait_for("▸ Justification");
}

fn to_case(terminal: &mut Terminal) {
    terminal.wait_for("LN-2026-008");
    terminal.send(ENTER);
    terminal.wait_for("Regards croisés");
}

/// Says how long something took, and fails where it was far too long.
fn in_time(what: &str, took: Duration) {
    println!("{what}: {} ms", took.as_millis());
    assert!(took < LATEST, "{what} took {took:?}");
}

fn end(mut terminal: Terminal) {
    terminal.send("\u{3}");
    terminal.send("\u{3}");
    assert_eq!(terminal.ended(), 0, "{}", terminal.shown());
}

#[test]
fn the_rooms_screen_follows_within_a_second() {
    let home = Home::new();
    let room = home.open_sized(&["--projector"], 80, 24);
    room.wait_for("écran de la salle");
    let mut chair = home.open_as("Dr A", &[], 120, 36, &[]);
    chair.wait_for("LN-2026-008");
    room.wait_for("Aucun poste n'est projeté");
    let started = Instant::now();
    chair.send(LEAD);
    in_time("the agenda", room.seen_after(started, "LN-2026-001"));
    chair.wait_for("projeté");
    for (what, keys, seen) in [
        ("a case", ENTER, "▸ Regards croisés"),
        ("a panel", TAB, "▸ Activité"),
        ("another panel", TAB, "▸ Dommages"),
        ("what if", "w", "Et si"),
        ("back to the case", ESCAPE, "▸ Dommages"),
        ("the taper", "r", "ne prescrit rien"),
        ("back again", ESCAPE, "▸ Dommages"),
        ("the timeline", "t", "Frise"),
        ("and back", ESCAPE, "▸ Dommages"),
        ("the decision's form", "d", "Justification"),
    ] {
        let started = Instant::now();
        chair.send(keys);
        in_time(what, room.seen_after(started, seen));
        assert!(!room.shown().contains("L. M."), "no pseudonym");
    }
    chair.send(DOWN);
    chair.send(TAB);
    chair.send(TAB);
    chair.wait_for("▸ Justification");
    let started = Instant::now();
    chair.send("accord de toute la salle");
    in_time("a draft", room.seen_after(started, "accord de toute la salle"));
    let started = Instant::now();
    chair.send(READ_BACK);
    in_time("the read-back", room.seen_after(started, "La salle est-elle d'accord"));
    let started = Instant::now();
    chair.send(ENTER);
    in_time("the lock", room.seen_after(started, "verrouillée"));
    chair.wait_for("verrouillée");
    let started = Instant::now();
    chair.send("q");
    in_time("the end", room.seen_after(started, "Aucun poste n'est projeté"));
    assert_eq!(chair.ended(), 0);
    let ledger = Ledger::open_read_only(&home.database()).unwrap();
    assert!(ledger.verify().unwrap().is_sound());
    assert_eq!(ledger.recent(10, None).unwrap().len(), 1);
    assert!(ledger.recent(10, None).unwrap().iter().all(|past| past.actor == "Dr A"), "the screen did nothing");
    end(room);
}

#[test]
fn the_rooms_screen_writes_nothing_and_waits_for_a_ledger() {
    let home = Home::new();
    let mut room = home.open_sized(&["--projector"], 80, 24);
    room.wait_for("regards n'existe pas");
    assert!(!home.database().exists(), "it makes no database");
    room.send("zdam\r w");
    let chair = home.open(&[]);
    chair.wait_for("LN-2026-008");
    chair.wait_until("the database", |_| home.database().exists());
    room.wait_for("Aucun poste n'est projeté");
    room.send("q");
    assert_eq!(room.ended(), 0);
    end(chair);
    let before = std::fs::read(home.database()).unwrap();
    let mut room = home.open_sized(&["--projector"], 80, 24);
    room.wait_for("Aucun poste n'est projeté");
    room.send("zdam\r wq");
    assert_eq!(room.ended(), 0);
    assert_eq!(std::fs::read(home.database()).unwrap(), before);
}

#[test]
fn what_one_does_the_other_shows_within_a_second() {
    let home = Home::new();
    let chair = home.open_as("Dr A", &[], 120, 36, &[]);
    let mut secretary = home.open_as("secretary", &[], 120, 36, &[]);
    chair.wait_for("LN-2026-008");
    secretary.wait_for("LN-2026-008");
    let first = |terminal: &Terminal| {
        let shown = terminal.shown();
        shown.lines().find(|line| line.contains("N-2026-")).map(str::to_owned).unwrap_or_default()
    };
    let started = Instant::now();
    secretary.send("-");
    chair.wait_until("another first case", |_| first(&chair).contains("LN-2026-002"));
    in_time("the agenda's order", started.elapsed());
    let started = Instant::now();
    secretary.send("o");
    secretary.wait_for("Motif du report");
    secretary.send("biopsie attendue\r");
    in_time("a postponement", chair.seen_after(started, "reporté"));
    let started = Instant::now();
    let file = home.path().join("cases").join("ln-2026-008-projet-grossesse.yaml");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replace("alias: A. N.", "alias: Q. Q.")).unwrap();
    for (name, terminal) in [("chair", &chair), ("secretary", &secretary)] {
        terminal.wait_until("the alias of the file", |shown| shown.contains("Q. Q."));
        in_time(&format!("a case file, on the screen of the {name}"), started.elapsed());
    }
    end(chair);
    end(secretary);
}

#[test]
fn a_draft_typed_on_one_is_seen_on_the_other_with_who_typed_it_and_so_is_its_lock() {
    let home = Home::new();
    let mut chair = home.open_as("Dr A", &[], 120, 36, &[]);
    let mut secretary = home.open_as("secretary", &[], 120, 36, &[]);
    to_reasons(&mut chair);
    to_reasons(&mut secretary);
    secretary.send("x");
    chair.wait_for("x");
    let started = Instant::now();
    secretary.send(" ajout en cours");
    in_time("a draft", chair.seen_after(started, "ajout en cours"));
    chair.wait_for("Repris de l'autre poste (secretary)\u{a0}: justification");
    secretary.send("\u{1b}[Z");
    secretary.send("\u{1b}[Z");
    secretary.wait_for("▸ Issue");
    secretary.send(DOWN);
    chair.wait_for("issue");
    secretary.send(READ_BACK);
    secretary.wait_for("Lire à voix haute");
    let started = Instant::now();
    secretary.send(ENTER);
    in_time("a lock, in the form", chair.seen_after(started, "entre-temps par secretary"));
    end(chair);
    end(secretary);
}

/// Where the system tells of no change, the ledger is looked at once a second.
#[test]
fn a_ledger_that_cannot_be_watched_is_looked_at() {
    let home = Home::new();
    let mut chair = home.open_as("Dr A", &[], 120, 36, &[]);
    let secretary = home.open_as("secretary", &[], 120, 36, &[("REGARDS_POLL", "1")]);
    let room = home.open_as("room", &["--projector"], 80, 24, &[("REGARDS_POLL", "1")]);
    chair.wait_for("LN-2026-008");
    secretary.wait_for("LN-2026-008");
    room.wait_for("Aucun poste");
    let started = Instant::now();
    chair.send(LEAD);
    in_time("the room's screen", room.seen_after(started, "LN-2026-001"));
    let started = Instant::now();
    chair.send("o");
    chair.wait_for("Motif du report");
    chair.send("biopsie attendue\r");
    in_time("a postponement", secretary.seen_after(started, "reporté"));
    end(chair);
    end(secretary);
    end(room);
}

#[test]
fn the_last_that_asks_leads() {
    let home = Home::new();
    let room = home.open_sized(&["--projector"], 80, 24);
    let mut chair = home.open_as("Dr A", &["--lead"], 120, 36, &[]);
    to_case(&mut chair);
    room.wait_for("polyarthrite");
    let mut secretary = home.open_as("secretary", &[], 120, 36, &[]);
    secretary.wait_for("LN-2026-008");
    secretary.send(LEAD);
    chair.wait_for("suit maintenant le poste de secretary");
    room.wait_for("Ordre du jour");
    chair.send("q");
    assert_eq!(chair.ended(), 0);
    secretary.send(DOWN);
    std::thread::sleep(Duration::from_millis(300));
    assert!(!room.shown().contains("Aucun poste"), "who leads no longer blanks nothing");
    secretary.signal("-HUP");
    assert_eq!(secretary.ended(), 0);
    room.wait_for("Aucun poste n'est projeté");
    end(room);
}

/// 300 keys each at the same time in one draft: both texts are wholly there and both screens are equal.
#[test]
fn two_that_type_in_one_draft_at_the_same_time_lose_nothing() {
    let home = Home::new();
    let mut one = home.open_as("Dr A", &[], 120, 36, &[]);
    let mut two = home.open_as("Dr B", &[], 120, 36, &[]);
    to_reasons(&mut one);
    to_reasons(&mut two);
    let text = |letters: &str| letters.chars().cycle().take(300).collect::<String>();
    let texts = [text("abcdefghijklm"), text("NOPQRSTUVWXYZ")];
    let started = Instant::now();
    for (place, (a, b)) in texts[0].chars().zip(texts[1].chars()).enumerate() {
        one.send(&a.to_string());
        two.send(&b.to_string());
        std::thread::sleep(Duration::from_millis(if place % 7 == 0 { 9 } else { 2 }));
        if place == 100 {
            one.resize(80, 24);
            two.resize(160, 45);
        }
        if place == 200 {
            one.resize(120, 36);
            two.resize(120, 36);
        }
    }
    let case = "LN-2026-001".parse().unwrap();
    let ledger = Ledger::open_read_only(&home.database()).unwrap();
    let letters = |body: &str, of: std::ops::RangeInclusive<char>| -> String {
        body.chars().filter(|letter| of.contains(letter)).collect()
    };
    let rationale = |ledger: &Ledger| -> String {
        let draft = ledger.draft(&case).unwrap();
        let body: serde_json::Value = draft.map_or(serde_json::Value::Null, |draft| draft.body.parse().unwrap());
        body["rationale"].as_str().unwrap_or_default().to_owned()
    };
    while started.elapsed() < super::PATIENCE {
        let kept = rationale(&ledger);
        if letters(&kept, 'a'..='z').len() >= 300 && letters(&kept, 'A'..='Z').len() >= 300 {
            break;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    let kept = rationale(&ledger);
    assert_eq!(letters(&kept, 'a'..='z'), texts[0], "{kept}");
    assert_eq!(letters(&kept, 'A'..='Z'), texts[1], "{kept}");
    println!("600 keys by two hands: {} ms, {} letters", started.elapsed().as_millis(), kept.chars().count());
    // Everything below the notices: what is typed and how it is understood.
    let typed = |terminal: &Terminal| -> String {
        terminal.shown().lines().filter(|line| line.contains("abc") || line.contains("NOP")).collect()
    };
    one.wait_until("both screens to be equal", |_| typed(&one) == typed(&two) && !typed(&one).is_empty());
    end(one);
    end(two);
}

#[test]
fn one_closed_by_its_terminal_leaves_the_other_writing() {
    let home = Home::new();
    let mut one = home.open_as("Dr A", &[], 120, 36, &[]);
    let mut two = home.open_as("Dr B", &[], 120, 36, &[]);
    to_reasons(&mut one);
    to_reasons(&mut two);
    one.send("zuvor ");
    two.wait_for("zuvor");
    two.send("pendant");
    one.signal("-HUP");
    two.send(" et apres");
    assert_eq!(one.ended(), 0);
    two.wait_for("pendant et apres");
    two.send("\u{3}");
    assert_eq!(two.ended(), 0);
    let ledger = Ledger::open_read_only(&home.database()).unwrap();
    let draft = ledger.draft(&"LN-2026-001".parse().unwrap()).unwrap().unwrap();
    assert!(draft.body.contains("zuvor") && draft.body.contains("pendant et apres"), "{}", draft.body);
}

#[test]
fn a_ledger_that_another_program_locks_costs_no_letter() {
    let home = Home::new();
    let mut terminal = home.open(&[]);
    to_reasons(&mut terminal);
    terminal.send("un ");
    terminal.wait_for("un");
    let ledger = Ledger::open(&home.database()).unwrap();
    ledger.connection().execute_batch("BEGIN IMMEDIATE").unwrap();
    terminal.send("deux trois");
    std::thread::sleep(Duration::from_secs(3));
    terminal.wait_for("deux trois");
    terminal.wait_for("non enregistré");
    ledger.connection().execute_batch("COMMIT").unwrap();
    terminal.wait_for("brouillon enregistré");
    let draft = ledger.draft(&"LN-2026-001".parse().unwrap()).unwrap().unwrap();
    assert!(draft.body.contains("un deux trois"), "saved without another key: {}", draft.body);
    terminal.send(" quatre");
    terminal.wait_for("quatre");
    terminal.wait_for("brouillon enregistré");
    let draft = ledger.draft(&"LN-2026-001".parse().unwrap()).unwrap().unwrap();
    assert!(draft.body.contains("un deux trois quatre"), "{}", draft.body);
    end(terminal);
}

/// Two machines seldom agree on the minute: acts dated ahead and behind break nothing.
#[test]
fn a_clock_that_is_minutes_off_breaks_nothing() {
    let home = Home::new();
    let chair = home.open(&[]);
    chair.wait_for("LN-2026-008");
    chair.wait_until("the database", |_| home.database().exists());
    let mut ledger = Ledger::open(&home.database()).unwrap();
    for (minutes, actor) in [(17, "ahead"), (-17, "behind")] {
        let at = chrono::Utc::now() + chrono::TimeDelta::minutes(minutes);
        let act = Act { at, actor: actor.to_owned() };
        let meeting = "2026-11-26".parse().unwrap();
        for done in [
            serde_json::json!({"act": "started", "case": "LN-2026-001"}),
            serde_json::json!({"act": "paused", "case": "LN-2026-001"}),
            serde_json::json!({"act": "started", "case": "LN-2026-001"}),
        ] {
            let done = regards::store::MeetingAct { meeting, done: serde_json::from_value(done).unwrap() };
            ledger.record_meeting(&done, &act).unwrap();
        }
    }
    std::thread::sleep(Duration::from_millis(400));
    let acts = ledger.meeting_acts("2026-11-26".parse().unwrap(), 0).unwrap();
    let session = regards::meeting::Session::of("2026-11-26".parse().unwrap(), &acts);
    for passage in &session.passages {
        for minutes in [-60, -17, 0, 17, 60] {
            assert!(passage.seconds(chrono::Utc::now() + chrono::TimeDelta::minutes(minutes)) >= 0);
        }
    }
    assert!(ledger.verify().unwrap().is_sound());
    chair.wait_for("LN-2026-008");
    end(chair);
}
