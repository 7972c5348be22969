//! Lists of decisions, and what became of the ledger.

use regards::domain::Outcome;
use regards::meeting::{Amendment, PastDecision};
use regards::report::{decisions_json, decisions_text, verified_json, verified_text};
use regards::store::{Difference, Fault, LinkFault, SchemaFault, Verified};
use regards::text::Lang;
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

fn decision(case: &str, outcome: Outcome, rationale: &str) -> PastDecision {
    PastDecision {
        seq: 1,
        id: "019a0000-0000-7000-8000-000000000001".parse().unwrap(),
        version: 1,
        is_current: true,
        amends: None,
        case_id: case.parse().unwrap(),
        alias: "H. B.".parse().unwrap(),
        meeting: Some("2026-11-26".parse().unwrap()),
        question: "Que faire ?".parse().unwrap(),
        class: "III+V".to_owned(),
        upcr: Some("1,6\u{a0}g/g".to_owned()),
        egfr: Some("110 mL/min/1.73 m²".to_owned()),
        outcome,
        rationale: rationale.to_owned(),
        next: Some("2027-02-26".parse().unwrap()),
        locked_at: "2026-11-26T17:05:09.123Z".parse().unwrap(),
        actor: "secretary".to_owned(),
        signed: false,
        closed: false,
    }
}

fn decisions() -> Vec<PastDecision> {
    let mut amended = decision("LN-2026-010", Outcome::DeEscalate, "Objectifs tenus depuis deux ans.");
    amended.version = 2;
    amended.class = String::new();
    amended.upcr = None;
    amended.amends = Some(Amendment { decision: amended.id, reason: "Dose corrigée".to_owned() });
    let long = "Trithérapie : protéinurie en hausse malgré le bloqueur du SRAA, pas d'atteinte extrarénale, \
                la patiente préfère les comprimés.";
    vec![decision("LN-2026-006", Outcome::Decided, long), amended]
}

#[test]
fn decisions_stand_in_columns() {
    insta::assert_snapshot!(decisions_text(&decisions(), Lang::Fr, false), @r#"
    Date        Dossier      Alias  Classe  UPCR     DFGe  Issue
    26/11/2026  LN-2026-006  H. B.  III+V   1,6 g/g  110   Décision prise
        Trithérapie : protéinurie en hausse malgré le bloqueur du SRAA, pas …
    26/11/2026  LN-2026-010  H. B.  –       –        110   Désescalade (version 2)
        Objectifs tenus depuis deux ans.
    "#);
    insta::assert_snapshot!(decisions_text(&decisions(), Lang::En, true), @r#"
    Date         Case         Alias  Class  UPCR     eGFR  Outcome
    26 Nov 2026  LN-2026-006  –      III+V  1,6 g/g  110   Decided
        Trithérapie : protéinurie en hausse malgré le bloqueur du SRAA, pas …
    26 Nov 2026  LN-2026-010  –      –      –        110   De-escalate (version 2)
        Objectifs tenus depuis deux ans.
    "#);
    assert_eq!(decisions_text(&[], Lang::En, false), "");
}

#[test]
fn no_decision_obeys_its_text() {
    let mut hostile = decision("LN-2026-001", Outcome::Decided, "\u{1b}[2J\u{202e}x\r\ny");
    hostile.class = "\u{7}III".to_owned();
    hostile.upcr = Some("1\u{9b}31m".to_owned());
    let text = decisions_text(&[hostile], Lang::Fr, false);
    assert!(!text.contains(|c: char| c.is_control() && c != '\n' || c == '\u{202e}'), "{text:?}");
}

#[test]
fn decisions_are_an_array_in_json() {
    let json: Value = serde_json::from_str(&decisions_json(&decisions(), false)).unwrap();
    assert_eq!(json[0]["case"], "LN-2026-006");
    assert_eq!(json[0]["locked_at"], "2026-11-26T17:05:09Z");
    assert_eq!(json[0]["alias"], "H. B.");
    assert_eq!(json[1]["amend_reason"], "Dose corrigée");
    assert_eq!(json[1]["outcome"], "de-escalate");
    let masked = decisions_json(&decisions(), true);
    assert!(!masked.contains("H. B."));
    assert_eq!(decisions_json(&[], false), "[]\n");
}

fn broken() -> Verified {
    let link = |seq, what| Fault::Link {
        seq,
        case_id: Some("LN-2026-006".to_owned()),
        at: "2026-11-26T17:05:09Z".to_owned(),
        actor: "secretary".to_owned(),
        what,
        after: 4,
        touched: None,
    };
    Verified {
        events: 12,
        head: "ab".repeat(32),
        faults: vec![
            Fault::File("page 3 is never used".to_owned()),
            Fault::Schema { object: "trigger event_keeps".to_owned(), what: SchemaFault::Missing },
            link(7, LinkFault::Content),
            link(9, LinkFault::Gap(8)),
            Fault::Unreadable { seq: 10, case_id: Some("LN-2026-009".to_owned()), why: "no such act".to_owned() },
            Fault::Table { table: "decision_line", key: vec![7, 1], case_id: None, what: Difference::Changed },
        ],
    }
}

#[test]
fn a_broken_ledger_says_where_and_what_it_touches() {
    insta::assert_snapshot!(verified_text(&broken(), None, Lang::Fr), @r#"
    La chaîne du journal est rompue à l'entrée 7 : le journal a été altéré hors du
    programme.
    Empreinte de la dernière entrée :
    abababababababababababababababababababababababababababababababab
    Dossiers touchés : LN-2026-006, LN-2026-009
      Le fichier est endommagé : page 3 is never used
      Il manque trigger event_keeps
      L'entrée 7 (LN-2026-006, 2026-11-26T17:05:09Z, secretary) a été modifiée
        après son enregistrement ; 4 entrées la suivent
      L'entrée 9 (LN-2026-006, 2026-11-26T17:05:09Z, secretary) vient après un
        trou : il manque l'entrée 8 ; 4 entrées la suivent
      L'entrée 10 ne peut pas être lue : no such act
      La ligne 7, 1 de decision_line ne dit pas ce que dit le journal
    Hors de la chaîne, donc non prouvés : le journal des accès, les brouillons, ce
    que montre l'écran de la salle.
    Ne plus écrire dans cette base : la copier, la garder, et la comparer à la
    dernière sauvegarde.
    "#);
    insta::assert_snapshot!(verified_text(&broken(), None, Lang::En), @r#"
    The journal's chain is broken at entry 7: the journal was altered outside the
    program.
    Hash of the last entry:
    abababababababababababababababababababababababababababababababab
    Cases touched: LN-2026-006, LN-2026-009
      The file is damaged: page 3 is never used
      Missing: trigger event_keeps
      Entry 7 (LN-2026-006, 2026-11-26T17:05:09Z, secretary) was changed after it
        was recorded; 4 entries follow it
      Entry 9 (LN-2026-006, 2026-11-26T17:05:09Z, secretary) comes after a gap:
        entry 8 is missing; 4 entries follow it
      Entry 10 cannot be read: no such act
      Row 7, 1 of decision_line does not say what the journal says
    Outside the chain, so not proven: the access log, drafts, what the room's screen
    shows.
    Write no more to this database: copy it, keep it, and compare it with the last
    backup.
    "#);
    let json: Value = serde_json::from_str(&verified_json(&broken(), None)).unwrap();
    assert_eq!(json["sound"], false);
    assert_eq!(json["first_broken_link"], 7);
    assert_eq!(json["affected_cases"], serde_json::json!(["LN-2026-006", "LN-2026-009"]));
    assert_eq!(json["faults"][3]["missing_from"], 8);
    assert_eq!(json["faults"][5]["key"], serde_json::json!([7, 1]));
}

#[test]
fn a_whole_ledger_says_so() {
    let whole = Verified { events: 12, head: "ab".repeat(32), faults: Vec::new() };
    insta::assert_snapshot!(verified_text(&whole, None, Lang::Fr), @r#"
    Le journal est intact : 12 entrées vérifiées.
    Empreinte de la dernière entrée :
    abababababababababababababababababababababababababababababababab
    Hors de la chaîne, donc non prouvés : le journal des accès, les brouillons, ce
    que montre l'écran de la salle.
    "#);
    insta::assert_snapshot!(verified_json(&whole, None), @r#"
    {
      "sound": true,
      "events": 12,
      "head": "abababababababababababababababababababababababababababababababab",
      "first_broken_link": null,
      "affected_cases": [],
      "outside_the_chain": [
        "access",
        "draft",
        "shown"
      ],
      "faults": []
    }
    "#);
}

#[test]
fn many_faults_are_counted() {
    let mut verified = broken();
    verified.faults =
        vec![Fault::Table { table: "decision", key: vec![1], case_id: None, what: Difference::Extra }; 1000];
    let text = verified_text(&verified, None, Lang::En);
    assert!(text.contains("and 980 more"), "{text}");
    assert!(text.lines().all(|line| line.width() <= 80), "{text}");
}
