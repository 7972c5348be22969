//! What one version of a decision says otherwise than the one before it.

use regards::domain::{Drug, Line, LineKind};
use regards::meeting::{Change, Part, Piece, changes};
use regards::text::Lang;

use crate::scene::{day, locked};

fn line(kind: LineKind, drug: Option<Drug>, words: &str) -> Line {
    Line { kind, drug, ..Line::of_words(words.to_owned()) }
}

#[test]
fn each_part_that_differs_is_told_and_no_other() {
    let mut before = locked("LN-2026-006").decision;
    before.lines = vec![
        line(LineKind::Start, Some(Drug::MycophenolateMofetil), "2 g/j"),
        line(LineKind::Other, None, "avis cardio"),
    ];
    "un deux trois quatre".clone_into(&mut before.rationale);
    assert_eq!(changes(&before, &before, Lang::Fr), []);
    let mut after = before.clone();
    after.lines = vec![
        line(LineKind::Start, Some(Drug::MycophenolateMofetil), "1 g/j"),
        line(LineKind::Add, Some(Drug::Belimumab), "200 mg sc/sem"),
    ];
    "un trois cinq quatre".clone_into(&mut after.rationale);
    after.next = Some(day("2027-06-01"));
    let found = changes(&before, &after, Lang::Fr);
    assert!(
        matches!(&found[0], Change::Changed(was, is) if was.contains("2 g/j") && is.contains("1 g/j")),
        "{found:?}"
    );
    assert!(matches!(&found[1], Change::Added(line) if line.contains("200 mg")));
    assert!(matches!(&found[2], Change::Removed(line) if line == "avis cardio"));
    let Change::Reworded(Part::Rationale, pieces) = &found[3] else { panic!("{found:?}") };
    let same = |text: &str| Piece::Same(text.to_owned());
    assert_eq!(
        pieces,
        &[same("un"), Piece::Gone("deux".to_owned()), same("trois"), Piece::New("cinq".to_owned()), same("quatre")]
    );
    assert!(matches!(&found[4], Change::Replaced(Part::Next, ..)));
    assert_eq!(found.len(), 5);
}

proptest::proptest! {
    /// The words of both versions can be read from the difference.
    #[test]
    fn a_difference_holds_both_texts(before in "[a-c]( [a-c]){0,8}", after in "[a-c]( [a-c]){0,8}") {
        let mut old = locked_once().clone();
        let mut new = old.clone();
        before.clone_into(&mut old.rationale);
        after.clone_into(&mut new.rationale);
        for change in changes(&old, &new, Lang::En) {
            let Change::Reworded(_, pieces) = change else { panic!("{change:?}") };
            let read = |keep: fn(&Piece) -> Option<&str>| pieces.iter().filter_map(keep).collect::<Vec<_>>().join(" ");
            let was = read(|piece| match piece { Piece::Same(text) | Piece::Gone(text) => Some(text), Piece::New(_) => None });
            let is = read(|piece| match piece { Piece::Same(text) | Piece::New(text) => Some(text), Piece::Gone(_) => None });
            proptest::prop_assert_eq!((was, is), (before.clone(), after.clone()));
        }
    }
}

fn locked_once() -> &'static regards::domain::Decision {
    static DECISION: std::sync::OnceLock<regards::domain::Decision> = std::sync::OnceLock::new();
    DECISION.get_or_init(|| locked("LN-2026-006").decision)
}
