//! `regards meeting` and `regards charter`: a meeting held without the screen, and what is refused with which code.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use regards::cli::{Print, check_charters};
use regards::meeting::session::{SHIPPED_CHARTER, read_charter};
use regards::text::Lang;

struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// What the order says, and its exit code.
    fn obey(&self, arguments: &[&str]) -> (String, i32) {
        let mut command = Command::cargo_bin("regards").unwrap();
        command.current_dir(env!("CARGO_MANIFEST_DIR")).env_clear().env("HOME", self.0.path()).env("USER", "secretary");
        let database = self.0.path().join("meeting.sqlite");
        command.args(arguments).args(["--date", "2026-11-23", "--lang", "en", "--db"]).arg(database);
        let output = command.output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        (String::from_utf8(said).unwrap(), output.status.code().unwrap())
    }

    fn done(&self, arguments: &[&str]) -> String {
        let (said, code) = self.obey(arguments);
        assert_eq!(code, 0, "{arguments:?}: {said}");
        said
    }

    fn refused(&self, arguments: &[&str], code: i32, words: &str) {
        let (said, found) = self.obey(arguments);
        assert_eq!(found, code, "{arguments:?}: {said}");
        assert!(said.contains(words), "{arguments:?}: {said}");
    }

    fn shown(&self) -> serde_json::Value {
        serde_json::from_str(&self.done(&["meeting", "show", "--format", "json"])).unwrap()
    }
}

#[test]
fn a_meeting_is_held_without_the_screen() {
    let desk = Desk::new();
    desk.done(&["meeting", "open", "--chair", "Dr C", "--secretary", "S. B.", "--reach", "regional"]);
    for (name, specialty) in [("Dr C", "nephrology"), ("Dr I", "internal-medicine"), ("Dr P", "pathology")] {
        desk.done(&["meeting", "join", name, "--specialty", specialty]);
    }
    desk.done(&["meeting", "interest", "Dr I", "study", "ALLEGORY"]);
    desk.done(&["meeting", "recuse", "dr p", "LN-2026-002"]);
    desk.done(&["meeting", "start", "LN-2026-002"]);
    desk.done(&["meeting", "budget", "LN-2026-002", "8 min"]);
    desk.done(&["meeting", "turn", "LN-2026-008", "discuss"]);
    desk.done(&["meeting", "break"]);
    desk.done(&["meeting", "resume"]);
    desk.done(&["meeting", "carry", "LN-2026-003", "--reason", "patient away"]);
    let shown = desk.shown();
    assert_eq!((&shown["meeting"], &shown["stage"]), (&"2026-11-26".into(), &"open".into()));
    assert_eq!(shown["quorum"]["status"], "ORG-126");
    assert_eq!(shown["progress"]["left"], 11);
    let case = |number: &str| shown["cases"].as_array().unwrap().iter().find(|case| case["case"] == number).unwrap();
    assert_eq!(case("LN-2026-002")["standing"], "paused");
    assert_eq!(case("LN-2026-002")["budget_s"], 480);
    assert_eq!(case("LN-2026-002")["quorum"]["status"], "ORG-133", "the pathologist is recused");
    assert_eq!(case("LN-2026-008")["mode"], "discuss");
    assert_eq!(case("LN-2026-003")["carried_reason"], "patient away");
    assert!(desk.done(&["meeting", "show"]).contains("recused LN-2026-002"));
    desk.refused(&["meeting", "close"], 1, "LN-2026-001");
    desk.done(&["meeting", "close", "--carry-reason", "no time"]);
    assert_eq!(desk.shown()["stage"], "closed");
    assert!(desk.done(&["meeting", "list"]).contains("closed"));
    desk.done(&["meeting", "open"]);
    assert_eq!(desk.shown()["stage"], "open", "a closed meeting is opened again as it was");
}

#[test]
fn what_cannot_be_is_refused_with_its_code() {
    let desk = Desk::new();
    desk.refused(&["meeting", "show"], 3, "meeting.sqlite");
    desk.refused(&["meeting", "open", "--chair", "Dr C"], 2, "chair and secretary");
    desk.refused(&["meeting", "start", "LN-2026-001"], 1, "not open");
    desk.done(&["meeting", "open", "--chair", "Dr C", "--secretary", "S. B."]);
    desk.refused(&["meeting", "leave", "Nobody"], 1, "Nobody");
    desk.refused(&["meeting", "start", "LN-0"], 2, "LN-0");
    desk.refused(&["meeting", "pause", "LN-2026-001"], 1, "does not run");
    desk.refused(&["meeting", "turn", "LN-2026-001", "record"], 2, "--rule");
    desk.refused(&["meeting", "join", "Dr X", "--specialty", "nefrology"], 2, "invalid value");
    desk.refused(&["meeting", "resume"], 1, "not in a break");
    desk.refused(&["meeting", "break", "--read-only"], 1, "read-only");
}

#[test]
fn a_case_that_came_late_says_why_before_its_clock_runs() {
    let desk = Desk::new();
    let folder = desk.0.path().join("cases");
    fs::create_dir(&folder).unwrap();
    let cases = folder.display().to_string();
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let first = fs::read_dir(shipped).unwrap().next().unwrap().unwrap().path();
    let text = fs::read_to_string(&first).unwrap();
    let number = text.lines().find_map(|line| line.strip_prefix("case: ")).unwrap().trim().to_owned();
    fs::write(folder.join("a.yaml"), &text).unwrap();
    desk.done(&["meeting", "open", "--chair", "Dr C", "--secretary", "S. B.", "--cases", &cases]);
    fs::write(folder.join("b.yaml"), text.replace(&number, "LN-2026-099")).unwrap();
    desk.refused(&["meeting", "start", "LN-2026-099", "--cases", &cases], 1, "say why first");
    desk.done(&["meeting", "add", "LN-2026-099", "--reason", "urgent", "--cases", &cases]);
    desk.done(&["meeting", "start", "LN-2026-099", "--cases", &cases]);
}

#[test]
fn the_charter_that_is_named_is_the_one_it_is_opened_under() {
    let desk = Desk::new();
    assert_eq!(desk.done(&["charter"]).trim_end(), SHIPPED_CHARTER.trim_end());
    let own = desk.0.path().join("charter.yaml");
    let text = SHIPPED_CHARTER.replace("regards-1", "chu-2").replace("specialties: 3", "specialties: 2");
    fs::write(&own, &text).unwrap();
    let own = own.display().to_string();
    assert_eq!(desk.done(&["charter", "--charter", &own]).trim_end(), text.trim_end());
    desk.done(&["meeting", "open", "--chair", "Dr C", "--secretary", "S. B.", "--charter", &own]);
    let shown = desk.shown();
    assert_eq!(shown["opening"]["charter"]["version"], "chu-2", "it is kept with the opening");
    assert_eq!(shown["quorum"]["short_by"], 2);
}

#[test]
fn everything_that_is_wrong_with_a_charter_is_said_at_once() {
    let text = "version: \"\"\nname: RCP\nquorum: {specialties: 4, counted: [nephrology], any_of: [[]]}\n\
                time: {discuss: 5 min, record: 1 min, break_after: 60 min, break_after_cases: 0}\nsign_within_days: 8\n\
                follow_up_months: [6, 3, 72]\n";
    let lines: Vec<usize> = read_charter(text.as_bytes()).remarks.iter().map(|remark| remark.line).collect();
    assert_eq!(lines, [1, 3, 3, 4, 6, 6]);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("charter.yaml");
    fs::write(
        &path,
        text.replace(
            "quorum: {specialties: 4, counted: [nephrology], any_of: [[]]}",
            "quorum: {specialties: 0, counted: []}",
        ),
    )
    .unwrap();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = check_charters(&[path], Print::Sentences { colour: false }, Lang::Fr, &mut out, &mut err).unwrap();
    let said = String::from_utf8([out, err].concat()).unwrap();
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("charter.yaml:3:"), "{said}");
    let missing = read_charter(b"version: x\nname: y\n").remarks;
    assert!(missing.len() >= 4, "{missing:?}");
    assert!(read_charter(SHIPPED_CHARTER.as_bytes()).is_sound());
}
