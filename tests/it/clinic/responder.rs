use regards::clinic::*;
use regards::domain::Case;
use serde_json::json;

use super::bare_case;

fn facts(sledai: (u32, u32), pga: (&str, &str), new_b: Option<u8>) -> ResponderFacts {
    let scores = |points, pga: &str| VisitScores {
        sledai: Ok(SledaiScore { points, open: 0, missing: 0 }),
        pga: Some(pga.parse().unwrap()),
        prednisone: Ok(rust_decimal::Decimal::ZERO),
    };
    ResponderFacts {
        before: scores(sledai.0, pga.0),
        after: scores(sledai.1, pga.1),
        new_a: Some(0),
        new_b,
        drugs_allowed: Some(true),
    }
}

/// activity.md 16.13.
#[test]
fn responder_vectors() {
    assert_eq!(facts((10, 6), ("1.5", "1.7"), Some(1)).responds(), Verdict::Yes);
    assert_eq!(facts((10, 6), ("1.5", "1.8"), Some(1)).responds(), Verdict::No);
    assert_eq!(facts((10, 7), ("1.5", "1.7"), Some(1)).responds(), Verdict::No);
    assert_eq!(facts((10, 6), ("1.5", "1.7"), Some(2)).responds(), Verdict::No);
    assert_eq!(facts((5, 1), ("1.5", "1.5"), Some(0)).modified(), Msri::NotApplicable);
    assert_eq!(facts((10, 6), ("1.5", "1.7"), None).modified(), Msri::Judged(Verdict::Yes));
}

#[test]
fn without_bilag_the_index_stays_open_and_the_modified_one_does_not() {
    let open = facts((10, 6), ("1.5", "1.7"), None);
    assert_eq!(open.responds(), Verdict::lacking(Need::Bilag));
    assert_eq!(facts((6, 2), ("1.5", "1.7"), None).modified(), Msri::Judged(Verdict::Yes), "6 is enough");
}

fn three_visits() -> Case {
    let mut case = bare_case();
    case.activity = serde_json::from_value(json!([
        { "date": "2026-01-10", "sledai": ["arthritis", "rash", "proteinuria"], "pga": 1.5 },
        { "date": "2026-04-10", "sledai": ["arthritis", "rash"], "pga": 1.2 },
        { "date": "2026-07-10", "sledai": ["rash"], "pga": 0.8, "bilag": { "new_a": 0, "new_b": 0 } },
    ]))
    .unwrap();
    case
}

#[test]
fn the_baseline_is_the_visit_by_the_start_of_the_course() {
    let mut case = three_visits();
    let day = "2026-08-01".parse().unwrap();
    let (_, [baseline, newest]) = ResponderFacts::of(&case, day).unwrap();
    assert_eq!((baseline.date.to_string(), newest.date.to_string()), ("2026-04-10".into(), "2026-07-10".into()));
    case.course = serde_json::from_value(json!({ "started": "2026-02-01", "rescue": "no" })).unwrap();
    let (facts, [baseline, _]) = ResponderFacts::of(&case, day).unwrap();
    assert_eq!(baseline.date.to_string(), "2026-01-10");
    assert_eq!((facts.responds(), facts.modified()), (Verdict::Yes, Msri::Judged(Verdict::Yes)));
    case.course = serde_json::from_value(json!({ "started": "2025-02-01" })).unwrap();
    assert_eq!(ResponderFacts::of(&case, day).unwrap_err(), [Need::BaselineVisit]);
}

/// activity.md 10: from 6 points; where the items not assessed decide, it is not told.
#[test]
fn items_not_assessed_leave_the_modified_index_open() {
    let modified = |before: (u32, u32), after: (u32, u32)| {
        let mut facts = facts((before.0, after.0), ("1.5", "1.5"), Some(0));
        facts.before.sledai = Ok(SledaiScore { points: before.0, open: before.1, missing: 0 });
        facts.after.sledai = Ok(SledaiScore { points: after.0, open: after.1, missing: 0 });
        facts.modified()
    };
    let open = Msri::Judged(Verdict::lacking(Need::SledaiItems));
    assert_eq!(modified((5, 1), (1, 0)), open, "5 or 6 before");
    assert_eq!(modified((4, 1), (0, 0)), Msri::NotApplicable, "5 at most");
    assert_eq!(modified((8, 0), (4, 0)), Msri::Judged(Verdict::Yes));
    assert_eq!(modified((8, 0), (4, 2)), open, "a fall of 2 to 4");
    assert_eq!(modified((8, 0), (5, 2)), Msri::Judged(Verdict::No));
}
