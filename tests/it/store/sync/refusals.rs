use std::fs;

use regards::store::{Refusal, StoreError, Watch};
use serde_json::{Value, json};

use super::*;

/// An archive with one centre's journal, that must stay as it is; the journal, line by line; its ledger.
fn archive() -> (Network, Vec<String>, Ledger) {
    let network = Network::new();
    let ledger = network.ledger("lyon");
    let path = network.sent(&ledger, 0, "lyon.jsonl");
    network.take(&[&path]);
    let lines = fs::read_to_string(path).unwrap().lines().map(str::to_owned).collect();
    (network, lines, ledger)
}

fn file(network: &Network, lines: &[String]) -> PathBuf {
    let path = network.at("bad.jsonl");
    fs::write(&path, lines.join("\n") + "\n").unwrap();
    path
}

/// The refusal of these lines; another centre's file in the same call is taken, and the archive is else as it was.
fn refused(network: &Network, lines: &[String]) -> Refusal {
    let path = file(network, lines);
    let before = contents(&network.archive());
    let taken = network.take(&[&path]);
    assert_eq!(contents(&network.archive()), before, "nothing of it was taken");
    taken[0].result.clone().unwrap_err()
}

fn with(line: &str, change: impl FnOnce(&mut Value)) -> String {
    let mut value: Value = serde_json::from_str(line).unwrap();
    change(&mut value);
    value.to_string()
}

#[test]
fn a_file_that_was_changed_on_its_way_is_refused() {
    let (network, lines, _) = archive();
    let changed = |at: usize, key: &str, value: Value| {
        let mut lines = lines.clone();
        lines[at] = with(&lines[at], |line| line[key] = value);
        refused(&network, &lines)
    };
    assert_eq!(changed(3, "actor", json!("X")), Refusal::Changed { seq: 3 });
    assert_eq!(changed(3, "hash", json!("0")), Refusal::Changed { seq: 3 });
    assert_eq!(changed(1, "prev_hash", json!("0")), Refusal::Changed { seq: 1 });
    assert_eq!(changed(3, "seq", json!(9)), Refusal::Changed { seq: 3 });
    assert_eq!(changed(0, "head", json!("0")), Refusal::Changed { seq: i64::try_from(lines.len()).unwrap() - 1 });
    let last = i64::try_from(lines.len()).unwrap() - 1;
    assert_eq!(refused(&network, &lines[..4]), Refusal::Cut { last, found: 3 });
    assert_eq!(changed(0, "last", json!(last + 1)), Refusal::Cut { last: last + 1, found: last });
    assert_eq!(changed(0, "last", json!(last - 1)), Refusal::Cut { last: last - 1, found: last });
    let without_third = [&lines[..3], &lines[4..]].concat();
    assert_eq!(refused(&network, &without_third), Refusal::Changed { seq: 3 });
}

#[test]
fn a_file_that_is_no_journal_is_refused() {
    let (network, lines, _) = archive();
    assert_eq!(refused(&network, &[String::new()]), Refusal::NotAJournal);
    assert_eq!(refused(&network, &["{\"format\": 1}".to_owned()]), Refusal::NotAJournal);
    assert_eq!(refused(&network, &lines[1..]), Refusal::NotAJournal);
    let newer = with(&lines[0], |line| line["format"] = json!(2));
    assert_eq!(refused(&network, &[newer]), Refusal::Newer { found: 2, known: 1 });
    for (key, value) in [("centre", json!("Chez Nous")), ("first", json!(0)), ("last", json!(-1)), ("head", json!(7))] {
        let head = with(&lines[0], |line| line[key] = value.clone());
        assert_eq!(refused(&network, &[head]), Refusal::Broken { line: 1 }, "{key}");
    }
    let cut_short = lines[2][..lines[2].len() / 2].to_owned();
    for broken in ["", "[]", "{}", "\u{feff}{}", &cut_short] {
        let lines = [&lines[..2], &[broken.to_owned()], &lines[3..]].concat();
        assert_eq!(refused(&network, &lines), Refusal::Broken { line: 3 }, "{broken:?}");
    }
    let not_text = network.at("bad.jsonl");
    fs::write(&not_text, b"\xff\xfe\n").unwrap();
    assert_eq!(network.take(&[&not_text])[0].result, Err(Refusal::Broken { line: 1 }));
    assert!(matches!(network.take(&[&network.at("none")])[0].result, Err(Refusal::Unreadable(_))));
    assert!(matches!(network.take(&[network.folder.path()])[0].result, Err(Refusal::Unreadable(_))));
}

/// What one engine holds and another does not goes into none: the hash may be right all the same.
#[test]
fn what_some_engine_could_not_hold_is_refused() {
    let (network, lines, _) = archive();
    for (key, value) in [
        ("actor", json!("a\u{0}b")),
        ("payload", json!("{\"a\": ")),
        ("payload", json!("7")),
        ("payload", json!("{\"a\": \"\\ud800\"}")),
        ("payload", json!("{\"a\": 1e999}")),
        ("payload", json!("[".repeat(2000) + &"]".repeat(2000))),
    ] {
        let mut lines = lines.clone();
        lines[2] = with(&lines[2], |line| line[key] = value.clone());
        assert_eq!(refused(&network, &lines), Refusal::Broken { line: 3 }, "{value}");
    }
}

#[test]
fn a_gap_names_what_is_missing_and_can_be_filled() {
    let network = Network::new();
    let ledger = network.ledger("lyon");
    let (first, later) = (network.sent(&ledger, 0, "all.jsonl"), network.sent(&ledger, 5, "later.jsonl"));
    assert_eq!(network.take(&[&later])[0].result, Err(Refusal::Gap { from: 1, to: 5 }));
    assert_eq!(rows_of(&network.archive(), "event", "seq").len(), 0);
    assert!(network.take(&[&first])[0].result.is_ok());
    assert!(matches!(network.take(&[&later])[0].result, Ok((0, 10..))));
}

/// A centre restored an older copy and went on from there.
#[test]
fn a_journal_that_was_rewritten_is_a_fork() {
    let network = Network::new();
    let mut ledger = network.ledger("lyon");
    let copy = network.at("copy.sqlite");
    ledger.backup(&copy).unwrap();
    let shared = ledger.verify().unwrap().events.cast_signed();
    decide(&mut ledger, "LN-8");
    decide(&mut ledger, "LN-9");
    let true_one = network.sent(&ledger, 0, "lyon.jsonl");
    assert!(network.take(&[&true_one])[0].result.is_ok());
    let mut other = Ledger::open(&copy).unwrap();
    for number in ["LN-7", "LN-8", "LN-9"] {
        decide(&mut other, number);
    }
    let lines = |since| {
        let path = network.sent(&other, since, "other.jsonl");
        fs::read_to_string(path).unwrap().lines().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(refused(&network, &lines(0)), Refusal::Fork { seq: shared + 1 });
    assert_eq!(refused(&network, &lines(shared)), Refusal::Fork { seq: shared + 1 });
    assert_eq!(refused(&network, &lines(shared + 2)), Refusal::Fork { seq: shared + 2 });
    // Nothing after an entry that the archive has otherwise.
    let mut nothing = lines(shared + 3);
    nothing[0] = with(&nothing[0], |line| {
        line["first"] = json!(shared + 3);
        line["last"] = json!(shared + 2);
    });
    assert_eq!(refused(&network, &nothing), Refusal::Fork { seq: shared + 2 });
}

#[test]
fn a_journal_has_one_name() {
    let (network, lines, mut ledger) = archive();
    let mut renamed = lines.clone();
    renamed[0] = with(&lines[0], |line| line["centre"] = json!("nice"));
    assert_eq!(refused(&network, &renamed), Refusal::Twin("lyon".to_owned()));
    // Where the archive has it under no name, the journal itself says whose it is.
    let path = file(&network, &renamed);
    assert_eq!(take(&network.at("new.sqlite"), &[&path])[0].result, Err(Refusal::OtherCentre(centre("lyon"))));
    // A ledger is named once.
    ledger.name_centre(&centre("lyon"), &by("Dr A", 9)).unwrap();
    let named = ledger.name_centre(&centre("nice"), &by("Dr A", 9)).unwrap_err();
    assert!(matches!(named, StoreError::CentreNamed(known) if known == centre("lyon")));
    assert_eq!(ledger.centre().unwrap(), Some(centre("lyon")));
    assert_eq!(ledger.verify().unwrap().faults, []);
    for no_name in ["", "Lyon", "lyon 2", "-lyon", "lyon-", "lyon_2", "lÿon", "a'b", &"a".repeat(41)] {
        assert_eq!(Centre::parse(no_name), None, "{no_name}");
    }
}

#[test]
fn one_file_that_is_refused_keeps_no_other_out() {
    let (network, lines, _) = archive();
    let bad = file(&network, &lines[..4]);
    let good = network.journal("nice");
    let results: Vec<bool> = network.take(&[&bad, &good]).iter().map(|taken| taken.result.is_ok()).collect();
    assert_eq!(results, [false, true]);
    assert_eq!(rows_of(&network.archive(), "centres", "centre").len(), 2);
}

#[test]
fn an_archive_is_no_ledger_and_a_ledger_no_archive() {
    let (network, _, ledger) = archive();
    let own = network.at("lyon.sqlite");
    let files = [network.at("lyon.jsonl")];
    let refusal = SharedArchive::take(&own, &files, &mut ()).unwrap_err();
    assert!(matches!(refusal, StoreError::NotAnArchive(_)), "{refusal}");
    assert_eq!(ledger.verify().unwrap().faults, []);
    let archive = network.at("archive.sqlite");
    assert!(matches!(Ledger::open(&archive), Err(StoreError::NotALedger(_))));
    network.archive().execute_batch("PRAGMA user_version = 2").unwrap();
    let newer = SharedArchive::take(&archive, &files, &mut ()).unwrap_err();
    assert!(matches!(newer, StoreError::NewerArchive { found: 2, known: 1 }), "{newer}");
    // Where nothing can be taken nothing is made.
    let none = network.at("none.sqlite");
    take(&none, &[&network.at("no-file")]);
    assert!(!none.exists());
    assert!(matches!(SharedArchive::open_read_only(&none), Err(StoreError::ArchiveMissing(_))));
}

/// Somebody who presses Ctrl-C after so many entries.
struct Impatient(u32);

impl Watch for Impatient {
    fn at(&mut self, _: u64, _: Option<u64>) -> Result<(), StoreError> {
        self.0 = self.0.checked_sub(1).ok_or(StoreError::Stopped)?;
        Ok(())
    }
}

#[test]
fn what_was_taken_before_an_end_stays_taken() {
    let network = Network::new();
    let files = ["marseille", "lyon", "nice"].map(|name| network.journal(name));
    let intake = SharedArchive::take(&network.at("archive.sqlite"), &files, &mut Impatient(20)).unwrap();
    assert!(matches!(intake.ended, Some(StoreError::Stopped)));
    let results: Vec<_> = intake.taken.into_iter().map(|taken| taken.result).collect();
    assert_eq!((&results[0], &results[2]), (&Err(Refusal::NotReached), &Err(Refusal::NotReached)));
    assert!(results[1].is_ok(), "lyon is the first of the alphabet");
    assert_eq!(rows_of(&network.archive(), "centres", "centre").len(), 1);
    let files: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    assert!(network.take(&files).iter().all(|taken| taken.result.is_ok()));
}
