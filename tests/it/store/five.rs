//! Five programs at once on one database that none of them made: every act is in the journal once, and the chain holds.

use std::process::{Command, Stdio};

use regards::store::Ledger;

use super::commands::Home;

const PROGRAMS: usize = 5;
/// Of the shipped cases, each program puts so many off, all of them the same.
const CASES: [&str; 4] = ["LN-2026-001", "LN-2026-002", "LN-2026-003", "LN-2026-004"];

#[test]
fn what_five_programs_decide_at_once_is_decided_once() {
    let home = Home::empty();
    let cases = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let begin = |case: &str| {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin("regards"));
        command.env_clear().env("HOME", home.folder.path()).args(["decide", case, "--outcome", "deferred-time"]);
        command.args(["--rationale", "trop tard", "--next", "m3", "--date", "2026-11-26", "--lang", "fr", "--db"]);
        command.arg(&home.ledger).current_dir(cases.parent().unwrap());
        command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let children: Vec<_> = CASES.iter().flat_map(|case| (0..PROGRAMS).map(|_| begin(case))).collect();
    let mut decided = 0;
    for child in children {
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        match output.status.code() {
            Some(0) => decided += 1,
            _ => assert!(said.contains("a déjà été décidé"), "{:?}: {said}", output.status),
        }
    }
    assert_eq!(decided, CASES.len(), "each case by one of the five");
    let verified = Ledger::open(&home.ledger).unwrap().verify().unwrap();
    assert!(verified.faults.is_empty(), "{:?}", verified.faults);
    assert_eq!(verified.events, CASES.len() as u64);
}
