//! Lists of decisions, and what became of the ledger.

use regards::domain::Outcome;
use regards::meeting::{Amendment, PastDecision};
use regards::report::{
    Accesses, Purge, Sought, accesses_json, accesses_text, decisions_json, decisions_text, restoration_json,
    restoration_text, verified_json, verified_text,
};
use regards::store::{
    Access, Difference, Fault, Few, Hash, LinkFault, NamedDecision, Present, Restoration, SchemaFault, Touched,
    Verified,
};
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
    Hors de la chaîne, donc non prouvés : le journal des accès, les brouillons, les
    recherches enregistrées, ce que montre l'écran de la salle.
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
    Outside the chain, so not proven: the access log, drafts, saved queries, what
    the room's screen shows.
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
    Hors de la chaîne, donc non prouvés : le journal des accès, les brouillons, les
    recherches enregistrées, ce que montre l'écran de la salle.
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
        "saved_query",
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

/// More decisions than are named.
fn touched() -> Touched {
    let named = |case: &str| NamedDecision {
        id: "019a0000-0000-7000-8000-000000000001".to_owned(),
        case_id: case.to_owned(),
        meeting: Some("2026-11-26".to_owned()),
    };
    Touched {
        from: 7,
        events: 6,
        kinds: vec![("decision-locked".to_owned(), 5), ("meeting-act".to_owned(), 1)],
        decisions: Few { named: vec![named("LN-2026-006"), named("LN-2026-009")], total: 5 },
        cases: Few { named: vec!["LN-2026-006".to_owned(), "LN-2026-009".to_owned()], total: 2 },
        meetings: Few { named: vec!["2026-11-26".to_owned()], total: 1 },
    }
}

#[test]
fn a_broken_link_says_what_it_leaves_unproven() {
    let mut verified = broken();
    verified.faults.truncate(3);
    verified.faults.drain(..2);
    if let Some(Fault::Link { touched: found, .. }) = verified.faults.first_mut() {
        *found = Some(Box::new(touched()));
    }
    let hash = Hash::parse(&"cd".repeat(32)).unwrap();
    let sought = Sought { hash, found: None };
    insta::assert_snapshot!(verified_text(&verified, Some(&sought), Lang::Fr), @r#"
    La chaîne du journal est rompue à l'entrée 7 : le journal a été altéré hors du
    programme.
    Empreinte de la dernière entrée :
    abababababababababababababababababababababababababababababababab
    Dossiers touchés : LN-2026-006
      L'entrée 7 (LN-2026-006, 2026-11-26T17:05:09Z, secretary) a été modifiée
        après son enregistrement ; 4 entrées la suivent
        À partir de l'entrée 7, plus rien n'est prouvé :
          6 entrées : 5 décisions verrouillées, 1 acte de réunion
          Décisions : LN-2026-006 (26/11/2026), LN-2026-009 (26/11/2026) et 3
            autres
          Dossiers : LN-2026-006, LN-2026-009
          Réunions : 26/11/2026
    Aucune entrée n'a l'empreinte
    cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd : la fin du
    journal a été coupée ou réécrite, ou c'est une autre base.
    Hors de la chaîne, donc non prouvés : le journal des accès, les brouillons, les
    recherches enregistrées, ce que montre l'écran de la salle.
    Ne plus écrire dans cette base : la copier, la garder, et la comparer à la
    dernière sauvegarde.
    "#);
    insta::assert_snapshot!(verified_text(&verified, Some(&sought), Lang::En), @r#"
    The journal's chain is broken at entry 7: the journal was altered outside the
    program.
    Hash of the last entry:
    abababababababababababababababababababababababababababababababab
    Cases touched: LN-2026-006
      Entry 7 (LN-2026-006, 2026-11-26T17:05:09Z, secretary) was changed after it
        was recorded; 4 entries follow it
        From entry 7 on nothing is proven any more:
          6 entries: 5 decisions locked, 1 act of a meeting
          Decisions: LN-2026-006 (26 Nov 2026), LN-2026-009 (26 Nov 2026) and 3
            others
          Cases: LN-2026-006, LN-2026-009
          Meetings: 26 Nov 2026
    No entry has the hash
    cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd: the end of the
    journal was cut or rewritten, or this is another database.
    Outside the chain, so not proven: the access log, drafts, saved queries, what
    the room's screen shows.
    Write no more to this database: copy it, keep it, and compare it with the last
    backup.
    "#);
    let json: Value = serde_json::from_str(&verified_json(&verified, Some(&sought))).unwrap();
    assert_eq!(json["faults"][0]["unproven"]["decisions"]["total"], 5);
    assert_eq!(json["head_sought"]["found"], false);
}

#[test]
fn what_a_restoration_means_is_told_before_and_after() {
    let verified = Verified { events: 6, head: "ab".repeat(32), faults: Vec::new() };
    let present = Present::Read { shared: 6, lost: Box::new(touched()), gained: 0, drafts: 2 };
    let restoration = Restoration { format: 2, verified, present };
    insta::assert_snapshot!(restoration_text(&restoration, None, Lang::Fr), @r#"
    Si cette copie remplaçait la base :
      La copie est intacte : 6 entrées, format 2
      Empreinte de la dernière entrée :
        abababababababababababababababababababababababababababababababab
      La copie et la base actuelle sont les mêmes jusqu'à l'entrée 6
      De la base actuelle, la copie n'a pas :
        6 entrées : 5 décisions verrouillées, 1 acte de réunion
        Décisions : LN-2026-006 (26/11/2026), LN-2026-009 (26/11/2026) et 3 autres
        Dossiers : LN-2026-006, LN-2026-009
        Réunions : 26/11/2026
      2 brouillons de la base actuelle ne s'y trouvent pas
    Rien n'a été modifié. Sans --dry-run, la copie prend la place de la base, et la
    base actuelle est gardée à côté.
    "#);
    let kept = std::path::Path::new("l.before-restore.sqlite");
    insta::assert_snapshot!(restoration_text(&restoration, Some(Some(kept)), Lang::En), @r#"
    The database is restored.
      The copy is whole: 6 entries, format 2
      Hash of the last entry:
        abababababababababababababababababababababababababababababababab
      The copy and the present database are the same up to entry 6
      Of the present database, the copy has not:
        6 entries: 5 decisions locked, 1 act of a meeting
        Decisions: LN-2026-006 (26 Nov 2026), LN-2026-009 (26 Nov 2026) and 3
          others
        Cases: LN-2026-006, LN-2026-009
        Meetings: 26 Nov 2026
      2 drafts of the present database are not in it
    The database before is kept at l.before-restore.sqlite.
    "#);
    let json: Value = serde_json::from_str(&restoration_json(&restoration, Some(Some(kept)))).unwrap();
    assert_eq!((&json["restored"], &json["kept"]), (&true.into(), &"l.before-restore.sqlite".into()));
    assert_eq!((&json["lost"]["events"], &json["drafts_lost"]), (&6.into(), &2.into()));
    let absent = Restoration { present: Present::Absent, ..restoration };
    let json: Value = serde_json::from_str(&restoration_json(&absent, Some(None))).unwrap();
    assert_eq!((&json["present"], &json["lost"]), (&"absent".into(), &Value::Null));
}

#[test]
fn who_looked_stands_in_columns_with_how_long_it_is_kept() {
    let row = |action: &str, target: &str| Access {
        at: "2026-11-26T17:05:09Z".parse().unwrap(),
        actor: "secretary".to_owned(),
        action: action.to_owned(),
        target: target.to_owned(),
    };
    let accesses = Accesses {
        rows: vec![row("searched", "H. B."), row("opened-case", "LN-2026-006")],
        total: 40,
        before: "2025-11-26".parse().unwrap(),
        older: 3,
        purged: Purge::NotAsked,
    };
    insta::assert_snapshot!(accesses_text(&accesses, Lang::Fr, false), @r#"
      Quand                 Qui        A fait          Quoi
      26/11/2026 17:05 UTC  secretary  recherche       H. B.
      26/11/2026 17:05 UTC  secretary  dossier ouvert  LN-2026-006
    2 lignes sur 40, la plus récente d'abord ; --limit en montre plus.
    3 lignes ont plus de 12 mois (avant le 26/11/2025) : `regards access
    --purge-before 2025-11-26 --dry-run`, puis sans --dry-run.
    Durée de conservation proposée : 12 mois. Les sources diffèrent (6 mois
    glissants au code de la santé publique, 12 à 36 mois selon la CNIL) : à
    l'établissement de choisir. Les décisions ne sont jamais purgées.
    "#);
    insta::assert_snapshot!(accesses_text(&accesses, Lang::En, true), @r#"
      When                   Who        Did          What
      26 Nov 2026 17:05 UTC  secretary  search       –
      26 Nov 2026 17:05 UTC  secretary  case opened  LN-2026-006
    2 rows of 40, the newest first; --limit shows more.
    3 rows are older than 12 months (before 26 Nov 2025): `regards access
    --purge-before 2025-11-26 --dry-run`, then without --dry-run.
    Retention proposed: 12 months. Sources differ (6 rolling months in the French
    public health code, 12 to 36 months for the CNIL): the institution chooses.
    Decisions are never purged.
    "#);
    let json: Value = serde_json::from_str(&accesses_json(&accesses, true)).unwrap();
    assert_eq!((&json["older"], &json["rows"][0]["target"]), (&3.into(), &Value::Null));
    assert_eq!(json["rows"][1]["target"], "LN-2026-006");
}
