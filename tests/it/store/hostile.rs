//! The corpus of hostile texts in every place of a ledger that takes words, and every command and export over it: what is
//! printed commands no terminal, and each form is read back by its own grammar with the words that went in.

use std::path::PathBuf;
use std::process::Output;
use std::sync::LazyLock;

use regards::store::Looked;
use serde_json::Value;

use super::commands::Home;
use super::*;
use crate::hostile::{Places, corpus, fault, in_one};

const CASE: &str = "LN-2026-006";
/// What must stay what it is, so that the rest is reached.
const KEPT: [&str; 4] = ["/case_id", "/case_sha256", "/case_yaml", "/language"];

/// A ledger in which somebody typed all of it, everywhere; made once.
struct Full {
    home: Home,
    /// The decision with all texts in one, and its amendment.
    versions: [DecisionId; 2],
}

static FULL: LazyLock<Full> = LazyLock::new(|| {
    let home = Home::empty();
    let mut ledger = Ledger::open(&home.ledger).unwrap();
    // Speed only.
    ledger.connection().execute_batch("PRAGMA synchronous = OFF").unwrap();
    let yaml =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/ln-2026-006-classe-v-1-6.yaml"));
    let yaml = yaml.unwrap();
    let given = Locked { case_sha256: sha256(&yaml), case_yaml: yaml, ..locked(CASE) };
    let decision = Places::of(&given, &KEPT);
    assert!(decision.places().len() > 40, "{:?}", decision.places());
    // No name has a zero byte: no engine's text could hold it.
    let act =
        |text: &str| Act { at: start(), actor: if text.trim().is_empty() { "Dr" } else { text }.replace('\0', "") };
    let one = in_one();
    let first = ledger.lock(&decision.with(&one), None, &act(&one)).unwrap();
    let amends = Some(Amendment { decision: first, reason: one.clone() });
    let second = ledger.lock(&Locked { amends, ..decision.with(&one) }, None, &act(&one)).unwrap();
    meeting(&mut ledger, &one, second);
    for (number, text) in said().iter().enumerate() {
        let number = format!("LN-{number}");
        // All of it stands in every place of the first; what matters is alone, and at the beginning, is here.
        let is_reckoned_with = text.trim_start().starts_with(['=', '+', '-', '@', '＝', '"']);
        let hostile = if is_reckoned_with { decision.with(text) } else { saying(&number, text) };
        let hostile = Locked { case_id: case(&number), meeting: Some(day("2026-03-20")), ..hostile };
        ledger.lock(&hostile, None, &act(text)).unwrap();
        ledger.postpone(&Places::of(&postponement(&number, "x"), &KEPT).with(text), &act(text)).unwrap();
        ledger.looked(Looked::Search, text, &act(text)).unwrap();
        ledger.save_draft(&case(&number), "{}", None, &act(text)).unwrap();
        if number.ends_with('7') {
            ledger.suppose(&Places::of(&hypothesis(&number, "x"), &KEPT).with(text), &act(text)).unwrap();
            let _ = ledger.save_query(text, text, &act(text));
        }
    }
    ledger.save_query("one", &one, &act(&one)).unwrap();
    Full { home, versions: [first, second] }
});

/// As much of a text as the ledger takes for a name: 80 letters, none of which is a control character.
fn name(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(80).collect()
}

/// The corpus without what is blank, which no act takes.
fn said() -> Vec<String> {
    corpus().into_iter().filter(|text| !text.trim().is_empty()).collect()
}

/// The acts of a meeting and what came after its decision, with this text in every place.
fn meeting(ledger: &mut Ledger, text: &str, decision: DecisionId) {
    let act = |minutes| Act { actor: text.replace('\0', ""), ..by("", minutes) };
    let person = Participant {
        name: name(text),
        specialty: Specialty::Nephrology,
        role: Role::Expert,
        centre: Some(text.to_owned()),
    };
    let reason = text.to_owned();
    for name in said().iter().map(|text| name(text)).filter(|name| !name.trim().is_empty()) {
        let person = Participant { name, ..person.clone() };
        let done = SessionAct::Joined { person, presence: Presence::Room };
        ledger.record_meeting(&MeetingAct { meeting: day("2026-02-20"), done }, &act(4)).unwrap();
    }
    let opened = SessionAct::Opened(Box::new(regards::meeting::session::Opening {
        title: text.to_owned(),
        place: text.to_owned(),
        chair: name(text),
        secretary: name(text),
        agenda: vec![case(CASE)],
        ..match sessions::opened() {
            SessionAct::Opened(opening) => *opening,
            _ => unreachable!(),
        }
    }));
    for done in [
        opened,
        SessionAct::Added { case: case("LN-2"), reason: reason.clone() },
        SessionAct::Started { case: case(CASE) },
        SessionAct::Ended { case: case(CASE) },
        SessionAct::CarriedOver { case: case("LN-3"), reason: reason.clone() },
    ] {
        ledger.record_meeting(&MeetingAct { meeting: day("2026-02-20"), done }, &act(3)).unwrap();
    }
    let told = AfterAct::Told {
        on: day("2026-02-25"),
        by: text.to_owned(),
        answer: PatientAnswer::Accepts,
        words: text.to_owned(),
    };
    let followed = AfterAct::Followed(looked(text, text, text, text));
    let ended = AfterAct::ActionEnded { action: 1, on: day("2026-03-20"), end: ActionEnd::Dropped, words: reason };
    for done in [AfterAct::Signed { by: text.to_owned() }, told, followed, ended] {
        ledger.record_after(&DecisionAct { decision, done }, &act(7)).unwrap();
    }
}

fn texts(output: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (text(&output.stdout), text(&output.stderr))
}

/// What a command answers, and what is wrong with it: nothing is said, or something that a terminal might obey.
fn answer(arguments: &[&str]) -> (String, Vec<String>) {
    let output = FULL.home.run(arguments);
    let (out, err) = texts(&output);
    let mut faults: Vec<String> = [&out, &err].into_iter().filter_map(|text| fault(text)).collect();
    if !matches!(output.status.code(), Some(0 | 1)) || out.trim().is_empty() {
        faults.push(format!("{:?} {err}", output.status.code()));
    }
    (out, faults.into_iter().map(|fault| format!("{arguments:?}: {fault}")).collect())
}

/// The commands that tell of what was recorded, each with a word of what it must tell.
fn commands() -> Vec<Vec<String>> {
    let [first, second] = FULL.versions.map(|id| id.to_string());
    let told: [&[&str]; 20] = [
        &["list", "--limit", "200"],
        &["search", "case:LN-2"],
        &["search", "poof"],
        &["search", "--saved"],
        &["show", &second],
        &["show", "LN-2026-006"],
        &["due"],
        &["history", CASE],
        &["history", "LN-7"],
        &["replay", "2026-02-20"],
        &["compare", &first, &second],
        &["precedents", CASE],
        &["rerun"],
        &["stats"],
        &["stats", "--cases", "outcome=decided"],
        &["stats", "--shared"],
        &["verify"],
        &["access"],
        &["meeting", "show", "--day", "2026-02-20"],
        &["meeting", "list"],
    ];
    told.iter().map(|words| words.iter().map(|word| (*word).to_owned()).collect()).collect()
}

/// What is wrong with the answers of all of them with these words behind.
fn faults(more: &[&str], check: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let mut faults = Vec::new();
    for command in commands() {
        let command: Vec<&str> = command.iter().map(String::as_str).chain(more.iter().copied()).collect();
        let (out, found) = answer(&command);
        faults.extend(found);
        faults.extend(check(&out).map(|fault| format!("{command:?}: {fault}")));
    }
    faults
}

#[test]
fn what_is_told_of_a_hostile_ledger_commands_no_terminal() {
    let faults = faults(&["--lang", "fr"], |_| None);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_is_told_of_it_in_json_is_json_and_commands_no_terminal_either() {
    let faults =
        faults(&["--format", "json"], |out| serde_json::from_str::<Value>(out).err().map(|error| error.to_string()));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What an export writes to a file of this name.
fn exported(kind: &str, to: &str) -> PathBuf {
    let path = FULL.home.at(to);
    let (out, err) = texts(&FULL.home.run(&["export", kind, "--all-versions", "-o", path.to_str().unwrap()]));
    assert_eq!(fault(&(out + &err)), None, "{kind}");
    assert!(path.exists(), "{kind}: {err}");
    path
}

#[test]
fn its_tables_are_tables_and_no_cell_is_reckoned_with() {
    let folder = exported("csv", "tables");
    let bamara = exported("bamara", "bamara.csv");
    let tables = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).chain([bamara]);
    let (mut rows, mut defused) = (0, 0);
    for table in tables {
        let text = std::fs::read_to_string(&table).unwrap();
        assert_eq!(fault(&text.replace("\r\n", "\n")), None, "{}", table.display());
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        for row in reader.records() {
            // A row with more or fewer cells than the first is an error.
            for cell in &row.unwrap() {
                let is_number = cell.replace(',', ".").parse::<f64>().is_ok();
                let bare = cell.trim_start();
                assert!(!bare.starts_with(['=', '+', '-', '@', '＝']) || is_number, "{}: {cell:?}", table.display());
                defused += usize::from(cell.starts_with("'="));
            }
            rows += 1;
        }
    }
    assert!(rows > 1000 && defused > 30, "{rows} rows, {defused} cells");
}

/// Every text of a JSON document.
fn strings(value: &Value, at: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => found.push((at.to_owned(), text.clone())),
        Value::Array(all) => all.iter().for_each(|one| strings(one, at, found)),
        Value::Object(all) => all.iter().for_each(|(key, one)| strings(one, &format!("{at}.{key}"), found)),
        _ => {}
    }
}

#[test]
fn its_json_says_every_text_as_it_was_typed_and_fhir_as_it_is_shown() {
    for kind in ["json", "fhir"] {
        let text = std::fs::read_to_string(exported(kind, &format!("whole.{kind}"))).unwrap();
        assert_eq!(fault(&text), None, "{kind}");
        let mut found = Vec::new();
        strings(&serde_json::from_str(&text).unwrap(), "", &mut found);
        for typed in said() {
            let is_said = if kind == "json" {
                found.iter().any(|(_, text)| *text == typed)
            } else {
                let shown = regards::text::visible_lines(&typed);
                found.iter().any(|(_, text)| text.contains(shown.trim()))
            };
            assert!(is_said, "{kind}: {typed:?}");
        }
        // FHIR R4 allows tabs and line breaks within a text and no other control character.
        let raw: Vec<_> = found.iter().filter(|(_, text)| kind == "fhir" && fault(text).is_some()).collect();
        assert!(raw.is_empty(), "{raw:?}");
    }
}

#[test]
fn its_journal_goes_to_another_centre_and_back_as_it_was_typed() {
    let (sent, archive) = (FULL.home.at("sent.jsonl"), FULL.home.at("archive.sqlite"));
    // A ledger of its own: a centre is named in it.
    let copy = FULL.home.at("copy.sqlite");
    Ledger::open(&FULL.home.ledger).unwrap().backup(&copy).unwrap();
    let run = |arguments: &[&str]| {
        let output = FULL.home.run_on(&copy, arguments);
        let (out, err) = texts(&output);
        assert!(output.status.success(), "{arguments:?}: {out}{err}");
        assert_eq!(fault(&(out.clone() + &err)), None, "{arguments:?}");
        out
    };
    run(&["sync", "export", "--centre", "lyon", "-o", sent.to_str().unwrap()]);
    assert_eq!(fault(&std::fs::read_to_string(&sent).unwrap()), None, "it may be looked at");
    for format in ["text", "json"] {
        run(&["sync", "import", sent.to_str().unwrap(), "--archive", archive.to_str().unwrap(), "--format", format]);
        run(&["sync", "verify", "--archive", archive.to_str().unwrap(), "--format", format]);
    }
    let sql = "SELECT payload FROM event ORDER BY seq";
    let payloads = |path: &Path| -> Vec<String> {
        let all = raw(path);
        let mut select = all.prepare(sql).unwrap();
        select.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    assert!(payloads(&copy).len() > 150);
    assert_eq!(payloads(&archive), payloads(&copy));
}

#[test]
fn its_documents_are_documents() {
    let [_, id] = FULL.versions.map(|id| id.to_string());
    for paper in ["sheet", "letter", "plan", "minutes"] {
        let of = if paper == "minutes" { "2026-02-20" } else { &id };
        for form in ["text", "markdown", "html"] {
            let (out, faults) = answer(&[paper, of, "--format", form]);
            assert!(faults.is_empty(), "{}", faults.join("\n"));
            assert!(form != "html" || !out.contains("<script") && !out.contains("<img src=x"), "{paper}");
        }
    }
}
