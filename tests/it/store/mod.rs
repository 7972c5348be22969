//! The ledger: what it keeps, what it refuses, and what it says when the file or the disk fails.

mod acts;
mod archive;
mod drafts;
#[cfg(feature = "encryption")]
mod encryption;
mod failures;
mod hypotheses;
mod laws;
mod measure;
mod schema;
mod sessions;
mod tampering;

use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use regards::domain::{
    Agreement, Alias, CaseId, Concordance, Confidence, Day, Decision, Departure, DepartureReason, Dissent, Drug, Line,
    LineKind, Mode, Outcome, Participant, Position, Presence, QuorumStatus, Reading, Role, Specialty, Stand,
};
use regards::meeting::session::Quorum;
use regards::meeting::{PersonThen, RoomThen};
use regards::store::{
    Act, Amendment, CellSaid, ChangedCell, DecisionId, GuidelineEdition, Hypothesis, Ledger, Locked, Postponement,
    SupposedFact, sha256,
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
    let read = |guideline: &str, reading| Concordance {
        guideline: guideline.to_owned(),
        edition: guideline.rsplit('-').next().unwrap().to_owned(),
        reading,
        statements: vec!["3.2".to_owned()],
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
                line(LineKind::Start, Some(Drug::MycophenolateMofetil), "2 g/j en deux prises"),
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
            branches: Vec::new(),
            targets: Vec::new(),
            actions: Vec::new(),
            represent: None,
        },
        missing: vec!["contraception".to_owned()],
        room: Some(room_then()),
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

/// A connection that this program did not make, as a person with SQL has.
fn raw(path: &Path) -> Connection {
    Connection::open(path).unwrap()
}

/// Every row of every table made from the journal, as text.
fn tables(connection: &Connection) -> Vec<String> {
    let mut rows = Vec::new();
    for table in [
        "decision",
        "decision_line",
        "decision_concordance",
        "decision_departure",
        "postponement",
        "decision_text",
        "hypothesis",
        "hypothesis_fact",
        "hypothesis_cell",
    ] {
        let mut statement = connection
            .prepare(&format!("SELECT rowid, * FROM {table} ORDER BY 1, 2"))
            .or_else(|_| connection.prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2")))
            .unwrap();
        let columns = statement.column_count();
        let found = statement
            .query_map([], |row| {
                let values: Vec<String> =
                    (0..columns).map(|column| format!("{:?}", row.get_ref_unwrap(column))).collect();
                Ok(format!("{table}: {}", values.join(" | ")))
            })
            .unwrap();
        rows.extend(found.map(Result::unwrap));
    }
    rows
}
