//! The ledger: what it keeps, what it refuses, and what it says when the file or the disk fails.

mod acts;
mod archive;
mod commands;
mod damaged;
mod drafts;
#[cfg(feature = "encryption")]
mod encryption;
mod export_cli;
mod export_fhir;
mod exports;
mod failures;
mod find;
mod five;
mod hostile;
mod hypotheses;
mod laws;
mod log;
mod measure;
mod measure_find;
mod migration;
mod open;
mod past;
mod precedents;
mod restore;
mod schema;
mod search_commands;
mod seeded;
mod sessions;
mod stats;
mod sync;
mod tampering;
mod whole;

use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use regards::domain::{
    ActionEnd, Agreement, Alias, CaseId, Concordance, Confidence, CourseOutcome, Day, Decision, Departure,
    DepartureReason, Dissent, Drug, DrugUse, Fulfilment, Line, LineKind, Mode, NotDone, Outcome, Participant,
    PatientAnswer, Position, Presence, QuorumStatus, Reading, Role, Specialty, Stand, UseType,
};
use regards::meeting::session::Quorum;
use regards::meeting::{FollowUp, PersonThen, Plan, RoomThen};
use regards::store::{
    Act, AfterAct, Agenda, Amendment, CellSaid, ChangedCell, DecisionAct, DecisionId, GuidelineEdition, Hypothesis,
    Ledger, Locked, MeetingAct, Postponement, SessionAct, SupposedFact, sha256,
};
use rusqlite::Connection;
use serde_json::json;

fn case(number: &str) -> CaseId {
    number.parse().unwrap()
}

fn alias(written: &str) -> Alias {
    written.parse().unwrap()
}

fn day(written: &str) -> Day {
    written.parse().unwrap()
}

fn start() -> DateTime<Utc> {
    "2026-02-20T14:03:22.123Z".parse().unwrap()
}

fn by(actor: &str, minutes: i64) -> Act {
    Act { at: start() + TimeDelta::minutes(minutes), actor: actor.to_owned() }
}

/// A decision with something in every part.
fn locked(number: &str) -> Locked {
    let case_yaml = format!("format: 1\ncase: {number}\nquestion: \"Faut-il immunosupprimer ?\"\n# œdème ☂\n");
    let line = |kind, drug, words: &str| Line { kind, drug, ..Line::of_words(words.to_owned()) };
    let said = "si upcr m3 > -25 % : représenter ; cible upcr < 0,7 g/g m12 ; bio m1 m3 ; représenter m6";
    let ordered = Plan::of("mmf 2 g/j en deux prises", day("2026-02-20")).lines.remove(0);
    let plan = Plan::of(said, day("2026-02-20"));
    let read = |guideline: &str, reading| Concordance {
        guideline: guideline.to_owned(),
        edition: guideline.rsplit('-').next().unwrap().to_owned(),
        reading,
        statements: vec!["3.2".to_owned()],
        dose_above: false,
    };
    Locked {
        case_id: case(number),
        alias: alias("H. B."),
        meeting: Some(day("2026-02-20")),
        question: "Classe V pure sous IEC maximal : faut-il immunosupprimer ?".parse().unwrap(),
        class: "V".to_owned(),
        upcr: Some("1,6 g/g".to_owned()),
        egfr: Some("118".to_owned()),
        case_sha256: sha256(&case_yaml),
        case_yaml,
        facts: json!({"upcr_g_per_g": "1.6", "order": {"b": 1, "a": [null, true]}}),
        editions: vec![GuidelineEdition { guideline: "acr-2024".to_owned(), edition: "2024".to_owned() }],
        safety: serde_json::Value::Null,
        table: json!([["Traitement initial", "● association", "● trithérapie"]]),
        language: "fr".to_owned(),
        decision: Decision {
            outcome: Outcome::Decided,
            lines: vec![
                ordered,
                line(LineKind::Taper, Some(Drug::Prednisone), "0,4 mg/kg puis 5 mg à S24"),
                line(LineKind::Other, None, "biologie à M1 et M3"),
            ],
            rationale: "Protéinurie persistante malgré le blocage ; désir de grossesse à deux ans.".to_owned(),
            concordance: vec![read("acr-2024", Reading::Deviates), read("kdigo-2024", Reading::Concordant)],
            departures: vec![Departure {
                guideline: "acr-2024".to_owned(),
                reason: DepartureReason::PregnancyOrWish,
                words: String::new(),
            }],
            next: Some(day("2026-05-20")),
            agreement: Some(Agreement::Consensus),
            positions: vec![Stand {
                specialty: Specialty::Nephrology,
                person: None,
                before: Some(Position::Unsure),
                after: Some(Position::Agrees),
                words: "sous réserve d'une nouvelle biopsie".to_owned(),
            }],
            dissent: vec![Dissent {
                specialty: Specialty::Pathology,
                person: Some("Dr P".to_owned()),
                words: "rebiopsier d'abord".to_owned(),
                minuted: true,
            }],
            confidence: Some(Confidence::Moderate),
            patient_question: Some("Accepte-t-elle une injection par semaine ?".to_owned()),
            teller: Some("Dr A. Martin".to_owned()),
            tell_by: Some(day("2026-02-27")),
            uses: vec![DrugUse { drug: Drug::MycophenolateMofetil, title: UseType::OffLabel }],
            branches: plan.branches,
            targets: plan.targets,
            actions: plan.actions,
            represent: plan.represent,
        },
        profile: None,
        missing: vec!["contraception".to_owned()],
        room: Some(room_then()),
        previous: None,
        amends: None,
    }
}

/// Three specialties, one of whom takes no part.
fn room_then() -> RoomThen {
    let person = |name: &str, specialty, recused| PersonThen {
        person: Participant { name: name.to_owned(), specialty, role: Role::Expert, centre: None },
        presence: Presence::Room,
        recused,
    };
    RoomThen {
        meeting: day("2026-02-20"),
        title: "RCP lupus".to_owned(),
        charter: "regards-1".to_owned(),
        chair: "Dr C".to_owned(),
        secretary: "S. B.".to_owned(),
        quorum: Quorum {
            status: QuorumStatus::NotReached,
            present: vec![Specialty::Nephrology, Specialty::Pathology],
            short_by: 1,
            missing: vec![vec![Specialty::InternalMedicine, Specialty::Rheumatology]],
        },
        people: vec![
            person("Dr N", Specialty::Nephrology, false),
            person("Dr P", Specialty::Pathology, false),
            person("Dr R", Specialty::Rheumatology, true),
        ],
        mode: Mode::Discuss,
        rule: None,
        position: Some(3),
        seconds: Some(312),
        budget: Some(300),
    }
}

/// The same decision, saying something else.
fn saying(number: &str, rationale: &str) -> Locked {
    let mut locked = locked(number);
    rationale.clone_into(&mut locked.decision.rationale);
    locked
}

fn amending(number: &str, seen: DecisionId, rationale: &str) -> Locked {
    let amends = Amendment { decision: seen, reason: "biologie reçue après la réunion".to_owned() };
    Locked { amends: Some(amends), ..saying(number, rationale) }
}

fn postponement(number: &str, reason: &str) -> Postponement {
    Postponement {
        case_id: case(number),
        alias: alias("H. B."),
        meeting: Some(day("2026-02-20")),
        reason: reason.to_owned(),
    }
}

/// What the room supposed of a case.
fn hypothesis(number: &str, remark: &str) -> Hypothesis {
    let said = |verdict: &str| CellSaid {
        verdict: verdict.to_owned(),
        offers: vec![("mmf+cni".to_owned(), verdict.to_owned())],
    };
    Hypothesis {
        case_id: case(number),
        alias: alias("H. B."),
        meeting: Some(day("2026-02-20")),
        day: day("2026-02-20"),
        question: "Classe V pure sous IEC maximal : faut-il immunosupprimer ?".parse().unwrap(),
        class: "V".to_owned(),
        case_sha256: sha256("format: 1"),
        supposed: vec![SupposedFact {
            fact: "proteinuria".to_owned(),
            truth: "1.6 g/g".to_owned(),
            supposed: "3.5 g/g".to_owned(),
        }],
        changed: vec![ChangedCell {
            topic: "initial_therapy".to_owned(),
            guideline: "kdigo-2024".to_owned(),
            before: said("avoid"),
            after: said("recommended"),
        }],
        editions: vec![GuidelineEdition { guideline: "kdigo-2024".to_owned(), edition: "2024".to_owned() }],
        language: "fr".to_owned(),
        remark: remark.to_owned(),
    }
}

/// A ledger file with two decisions, the first amended, and a case put off.
fn filled(path: &Path) -> Ledger {
    fill(Ledger::open(path).unwrap())
}

fn fill(mut ledger: Ledger) -> Ledger {
    let first = ledger.lock(&saying("LN-1", "premier choix"), None, &by("Dr A", 0)).unwrap();
    ledger.lock(&saying("LN-2", "autre cas"), None, &by("Dr B", 1)).unwrap();
    ledger.lock(&amending("LN-1", first, "second choix"), None, &by("Dr A", 2)).unwrap();
    ledger.postpone(&postponement("LN-3", "biopsie attendue"), &by("Dr B", 3)).unwrap();
    ledger
}

/// A ledger file with something in every table that is made from the journal.
fn whole(path: &Path) -> Ledger {
    let mut ledger = filled(path);
    ledger.suppose(&hypothesis("LN-1", "Et si la protéinurie montait ?"), &by("Dr A", 4)).unwrap();
    let agenda = Agenda { meeting: Some(day("2026-02-20")), cases: vec![case("LN-2"), case("LN-1")] };
    ledger.order_agenda(&agenda, &by("Dr A", 5)).unwrap();
    let person = Participant {
        name: "Dr N".to_owned(),
        specialty: Specialty::Nephrology,
        role: Role::Expert,
        centre: Some("Marseille".to_owned()),
    };
    for done in [
        sessions::opened(),
        SessionAct::Joined { person, presence: Presence::Video },
        SessionAct::Started { case: case("LN-1") },
        SessionAct::Ended { case: case("LN-1") },
        SessionAct::CarriedOver { case: case("LN-3"), reason: "temps écoulé".to_owned() },
        SessionAct::Closed,
    ] {
        ledger.record_meeting(&MeetingAct { meeting: day("2026-02-20"), done }, &by("S. B.", 6)).unwrap();
    }
    let decision = ledger.recent(1, None).unwrap()[0].id;
    for done in [
        AfterAct::Signed { by: "Dr C".to_owned() },
        AfterAct::Told {
            on: day("2026-02-25"),
            by: "Dr A".to_owned(),
            answer: PatientAnswer::Accepts,
            words: String::new(),
        },
        AfterAct::Followed(looked("70 mg/mmol", "92,5 mL/min/1,73 m²", "7,5 mg/j", "")),
    ] {
        ledger.record_after(&DecisionAct { decision, done }, &by("Dr C", 7)).unwrap();
    }
    ledger
}

/// Overwrites the first page of a table, in every file that is closed.
fn spoil(path: &Path, table: &str) {
    use std::io::{Seek, SeekFrom, Write};
    let sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?1";
    let root: i64 = raw(path).query_row(sql, [table], |row| row.get(0)).unwrap();
    let mut file = std::fs::OpenOptions::new().write(true).open(path).unwrap();
    file.seek(SeekFrom::Start((root.unsigned_abs() - 1) * 4096)).unwrap();
    file.write_all(&[0xEE; 4096]).unwrap();
}

/// Makes a ledger from a stored text, as the program of the time left it.
fn stored(path: &Path, text: &str) {
    let other = raw(path);
    // Speed only.
    other.pragma_update(None, "synchronous", "OFF").unwrap();
    other.execute_batch(text).unwrap();
    other.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(())).unwrap();
}

/// A connection that this program did not make, as a person with SQL has.
fn raw(path: &Path) -> Connection {
    Connection::open(path).unwrap()
}

/// The tables made from the journal: all that are neither the journal nor outside it.
fn projected(connection: &Connection) -> Vec<String> {
    let sql = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')
               AND name NOT LIKE 'sqlite_%' AND name NOT IN ('event', 'draft', 'access', 'shown', 'saved_query') ORDER BY name";
    let mut statement = connection.prepare(sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// Every row of every table made from the journal, as text.
fn tables(connection: &Connection) -> Vec<String> {
    let mut rows = rows_of(connection, "decision_text", "rowid, *");
    for table in projected(connection).iter().filter(|table| *table != "decision_text") {
        rows.extend(rows_of(connection, table, "*"));
    }
    rows
}

/// Every row of every view, as text.
fn views(connection: &Connection) -> Vec<String> {
    let mut statement = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY 1").unwrap();
    let names: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    names.iter().flat_map(|view| rows_of(connection, view, "*")).collect()
}

fn rows_of(connection: &Connection, table: &str, columns: &str) -> Vec<String> {
    let mut statement = connection.prepare(&format!("SELECT {columns} FROM {table}")).unwrap();
    let columns = statement.column_count();
    let found = statement.query_map([], |row| {
        let values: Vec<String> = (0..columns).map(|column| format!("{:?}", row.get_ref_unwrap(column))).collect();
        Ok(format!("{table}: {}", values.join(" | ")))
    });
    let mut rows: Vec<String> = found.unwrap().map(Result::unwrap).collect();
    rows.sort();
    rows
}

/// A look back at three months: done in part, for toxicity; its figures and words as they were typed.
fn looked(upcr: &str, egfr: &str, steroid: &str, words: &str) -> FollowUp {
    FollowUp {
        on: day("2026-05-20"),
        months: 3,
        fulfilment: Fulfilment::Partial,
        per_line: Vec::new(),
        reason: Some(NotDone::Toxicity),
        outcome: Some(CourseOutcome::Partial),
        upcr: Some(upcr.to_owned()),
        egfr: Some(egfr.to_owned()),
        sledai: Some(4),
        steroid: Some(steroid.to_owned()),
        words: words.to_owned(),
    }
}
