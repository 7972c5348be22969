use regards::store::{Ledger, StoreError};

use super::*;

#[test]
fn a_draft_is_back_after_the_terminal_is_gone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    let mut ledger = Ledger::open(&path).unwrap();
    let mut revision = None;
    for end in 1..=9 {
        revision = Some(ledger.save_draft(&case("LN-1"), &"mmf 2 g/d"[..end], revision, &by("Dr A", 0)).unwrap());
    }
    // Not closed: what a killed process leaves is the file and its log.
    std::mem::forget(ledger);
    let draft = Ledger::open(&path).unwrap().draft(&case("LN-1")).unwrap().unwrap();
    assert_eq!((draft.body.as_str(), Some(draft.revision)), ("mmf 2 g/d", revision));
    assert_eq!((draft.author.as_str(), draft.updated_at), ("Dr A", start()));
}

#[test]
fn the_second_to_type_is_told_and_nothing_is_lost() {
    let mut ledger = Ledger::open_in_memory().unwrap();
    let seen = ledger.save_draft(&case("LN-1"), "commun", None, &by("Dr A", 0)).unwrap();
    let theirs = ledger.save_draft(&case("LN-1"), "par B", Some(seen), &by("Dr B", 1)).unwrap();
    let refused = ledger.save_draft(&case("LN-1"), "par A", Some(seen), &by("Dr A", 2)).unwrap_err();
    assert!(refused.to_string().contains("Dr B"), "{refused}");
    let StoreError::DraftConflict { theirs: Some(other) } = refused else { panic!() };
    assert_eq!((other.body.as_str(), other.revision), ("par B", theirs));
    // Whoever saw no draft is told as well.
    assert!(matches!(
        ledger.save_draft(&case("LN-1"), "neuf", None, &by("Dr C", 2)),
        Err(StoreError::DraftConflict { theirs: Some(_) })
    ));
    ledger.save_draft(&case("LN-1"), "par A et B", Some(theirs), &by("Dr A", 3)).unwrap();
    assert_eq!(ledger.draft(&case("LN-2")).unwrap(), None);
}

#[test]
fn a_draft_put_away_and_begun_again_is_not_taken_for_the_old_one() {
    let mut ledger = Ledger::open_in_memory().unwrap();
    let old = ledger.save_draft(&case("LN-1"), "ancien", None, &by("Dr A", 0)).unwrap();
    ledger.drop_draft(&case("LN-1"), old, &by("Dr B", 1)).unwrap();
    assert_eq!(ledger.draft(&case("LN-1")).unwrap(), None);
    let refused = ledger.save_draft(&case("LN-1"), "suite", Some(old), &by("Dr A", 2)).unwrap_err();
    assert!(matches!(refused, StoreError::DraftConflict { theirs: None }), "{refused}");
    let new = ledger.save_draft(&case("LN-1"), "nouveau", None, &by("Dr B", 3)).unwrap();
    assert!(new > old);
    assert!(matches!(
        ledger.save_draft(&case("LN-1"), "suite", Some(old), &by("Dr A", 4)),
        Err(StoreError::DraftConflict { theirs: Some(_) })
    ));
    assert!(matches!(
        ledger.drop_draft(&case("LN-1"), old, &by("Dr A", 5)),
        Err(StoreError::DraftConflict { theirs: Some(_) })
    ));
}

#[test]
fn locking_puts_the_draft_away_unless_somebody_typed_since() {
    let mut ledger = Ledger::open_in_memory().unwrap();
    let seen = ledger.save_draft(&case("LN-1"), "texte", None, &by("Dr A", 0)).unwrap();
    ledger.lock(&locked("LN-1"), Some(seen), &by("Dr A", 1)).unwrap();
    assert_eq!(ledger.draft(&case("LN-1")).unwrap(), None);

    let seen = ledger.save_draft(&case("LN-2"), "texte", None, &by("Dr A", 2)).unwrap();
    ledger.save_draft(&case("LN-2"), "texte de B", Some(seen), &by("Dr B", 3)).unwrap();
    ledger.lock(&locked("LN-2"), Some(seen), &by("Dr A", 4)).unwrap();
    assert_eq!(ledger.draft(&case("LN-2")).unwrap().unwrap().body, "texte de B");
}
