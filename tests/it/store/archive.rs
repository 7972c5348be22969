use proptest::prelude::*;
use regards::store::Ledger;

use super::*;
use crate::luck::draws;

fn library() -> Ledger {
    let mut ledger = Ledger::open_in_memory().unwrap();
    for (turn, rationale) in (0_i64..).zip([
        "œdème des membres et protéinurie",
        "Cœur normal, élévation isolée de la créatinine",
        "OEDEME disparu, rémission complète",
        "rechute : néphropathie lupique \"classe III\" AND/OR V",
        "ædes (vecteur) sans rapport, 24 mg/m²",
    ]) {
        ledger.lock(&saying(&format!("LN-2026-00{turn}"), rationale), None, &by("Dr A", turn)).unwrap();
    }
    ledger
}

fn found(ledger: &Ledger, typed: &str) -> Vec<String> {
    let entries = ledger.search(typed, 50).unwrap();
    entries.iter().map(|entry| entry.case_id.as_str()["LN-2026-00".len()..].to_owned()).collect()
}

#[test]
fn accents_and_ligatures_do_not_matter_and_the_newest_comes_first() {
    let ledger = library();
    for typed in ["oedeme", "œdème", "Œdème", "OEDÈME", "œd", "oe\u{301}deme"] {
        assert_eq!(found(&ledger, typed), ["2", "0"], "{typed}");
    }
    assert_eq!(found(&ledger, "élévation"), ["1"]);
    assert_eq!(found(&ledger, "e\u{301}le\u{301}vation"), ["1"], "decomposed letters");
    assert_eq!(found(&ledger, "coeur creat"), ["1"]);
    assert_eq!(found(&ledger, "aedes"), ["4"]);
    assert_eq!(found(&ledger, "mg/m2"), ["4"]);
}

#[test]
fn only_the_last_word_is_a_beginning() {
    let ledger = library();
    assert_eq!(found(&ledger, "classe ii"), ["3"]);
    assert!(found(&ledger, "class iii").is_empty());
    assert!(found(&ledger, "remi complète").is_empty());
    assert_eq!(found(&ledger, "complete remi"), ["2"]);
}

#[test]
fn every_part_is_searched() {
    let ledger = library();
    let all = ["4", "3", "2", "1", "0"];
    for typed in ["immunosupp", "mycophenolate", "prednisone", "biologie", "LN-2026-0", "ln 2026", "H. B."] {
        assert_eq!(found(&ledger, typed), all, "{typed}");
    }
    assert_eq!(found(&ledger, "LN-2026-003"), ["3"]);
}

#[test]
fn what_is_typed_is_never_syntax() {
    let ledger = library();
    let all = ["4", "3", "2", "1", "0"];
    for typed in ["", "   ", "\"", "***", "🦋", "()", "-", ":", "\u{0}", "\u{1b}[2J".split_at(1).0] {
        assert_eq!(found(&ledger, typed), all, "{typed:?} narrows nothing");
    }
    for typed in ["\"classe III\"", "\"classe III", "classe* III", "rechute AND V", "rechute 🦋", "AND", "{rationale}:"]
    {
        ledger.search(typed, 50).unwrap();
    }
    assert_eq!(found(&ledger, "\"classe III\""), ["3"]);
    assert_eq!(found(&ledger, "AND"), ["3"], "AND is a word");
    assert_eq!(found(&ledger, "rechute 🦋"), ["3"]);
    assert!(found(&ledger, "NOT oedeme").is_empty());
    assert!(found(&ledger, "NEAR(oedeme membres)").is_empty());
    ledger.search(&"mot ".repeat(10_000), 50).unwrap();
    ledger.search(&"a".repeat(1_000_000), 50).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(draws(256)))]

    #[test]
    fn any_text_is_a_query(typed in any::<String>()) {
        thread_local!(static LEDGER: Ledger = library());
        LEDGER.with(|ledger| ledger.search(&typed, 5).map(drop)).unwrap();
    }

    #[test]
    fn a_recorded_text_is_found_by_its_own_words(words in "[a-zàâçéèêëîïôùûœæA-Z]{2,9}( [a-zàâçéèêëîïôùûœæ]{2,9}){0,4}") {
        let mut ledger = Ledger::open_in_memory().unwrap();
        ledger.lock(&saying("LN-1", &words), None, &by("Dr A", 0)).unwrap();
        prop_assert_eq!(ledger.search(&words, 5).unwrap().len(), 1);
    }
}

#[test]
fn a_long_list_is_read_page_by_page() {
    let ledger = library();
    let first = ledger.recent(2, None).unwrap();
    let second = ledger.recent(2, Some(first[1].seq)).unwrap();
    let third = ledger.recent(2, Some(second[1].seq)).unwrap();
    let seqs: Vec<i64> = [first, second, third].concat().iter().map(|entry| entry.seq).collect();
    assert_eq!(seqs, [5, 4, 3, 2, 1]);
}

#[test]
fn people_with_sql_read_the_views() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    drop(filled(&path));
    let sql = raw(&path);
    let one = |query: &str| -> String { sql.query_row(query, [], |row| row.get(0)).unwrap() };
    assert_eq!(
        one("SELECT group_concat(case_id || ' ' || version, ', ' ORDER BY case_id) FROM decisions"),
        "LN-1 2, LN-2 1"
    );
    assert_eq!(
        one("SELECT group_concat(rationale, ', ' ORDER BY version) FROM decision_history WHERE case_id = 'LN-1'"),
        "premier choix, second choix"
    );
    assert_eq!(one("SELECT amend_reason FROM decision_history WHERE version = 2"), "biologie reçue après la réunion");
    assert_eq!(
        one("SELECT drug || ': ' || words FROM decision_lines WHERE case_id = 'LN-1' AND position = 1"),
        "mycophenolate_mofetil: 2 g/j en deux prises"
    );
    assert_eq!(
        one(
            "SELECT reading || ', ' || departure_reasons FROM concordance WHERE case_id = 'LN-2' AND guideline = 'acr-2024'"
        ),
        "deviates, pregnancy-or-wish"
    );
    assert_eq!(one("SELECT reason FROM postponements"), "biopsie attendue");
}

/// What came of a decision is kept in figures too, whatever units and decimal mark it was written with.
#[test]
fn a_look_back_is_kept_in_figures() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = whole(&folder.path().join("l.sqlite"));
    let sql = "SELECT concat_ws('|', months, fulfilment, reason, outcome, egfr, sledai, steroid), upcr FROM looks";
    let (said, upcr): (String, f64) =
        ledger.connection().query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    assert_eq!(said, "3|partial|toxicity|partial|92.5|4|7.5");
    assert!((upcr - 0.6188).abs() < 1e-9, "70 mg/mmol is {upcr} g/g");
}

/// A decision that was locked before its figures were kept gets them from the case as it was.
#[test]
fn an_older_decision_gets_its_figures_from_its_case() {
    let case_yaml = include_str!("../../../cases/ln-2026-006-classe-v-1-6.yaml").to_owned();
    let facts = serde_json::json!({"today": "2026-11-26"});
    let older = Locked { case_sha256: sha256(&case_yaml), case_yaml, facts, profile: None, ..locked("LN-6") };
    let mut ledger = Ledger::open_in_memory().unwrap();
    ledger.lock(&older, None, &by("Dr A", 1)).unwrap();
    let sql = "SELECT concat_ws('|', class_group, upcr, age, flares, prior_lines, pregnancy, centre, regimen, started)
               FROM profiles";
    let said: String = ledger.connection().query_row(sql, [], |row| row.get(0)).unwrap();
    assert_eq!(said, "pure_v|1.6|31.0|1|1|wish|Marseille|mycophenolate_mofetil|mycophenolate_mofetil");
    assert_eq!(ledger.verify().unwrap().faults, []);
}
