use std::time::Instant;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use regards::archive::Traits;
use regards::domain::{CourseOutcome, Fulfilment, NotDone};
use regards::meeting::{ClassGroup, ExtrarenalLevel, FollowUp, PregnancyProject};

use super::*;
use crate::precedents::{any_traits, example};

/// Decisions in force of which only the row and the figures are there, each on a case of its own.
fn sown(ledger: &Ledger, all: impl Iterator<Item = Traits>) {
    let connection = ledger.connection();
    connection.execute_batch("PRAGMA foreign_keys = OFF; BEGIN").unwrap();
    let mut decision = connection
        .prepare(
            "INSERT INTO decision (event_seq, id, set_id, version, is_current, case_id, alias, meeting, question, class, outcome,
               rationale, language, locked_at, actor)
             VALUES (?1, printf('01980000-0000-7000-8000-%012d', ?1), printf('01980000-0000-7000-8000-%012d', ?1), 1, 1,
               'LN-' || ?1, 'A. B.', '2026-01-15', 'Que faire ?', '', 'decided', 'r', 'fr', '2026-01-15T10:00:00.000Z', 'Dr A')",
        )
        .unwrap();
    let mut figures = connection
        .prepare(
            "INSERT INTO decision_profile (event_seq, class_group, upcr, egfr, flares, prior_lines, failed_courses, extrarenal,
               pregnancy, regimen) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'mycophenolate-mofetil')",
        )
        .unwrap();
    for (seq, one) in (1_i64..).zip(all) {
        decision.execute([seq]).unwrap();
        figures
            .execute(rusqlite::params![
                seq,
                one.class.map(ClassGroup::code),
                one.upcr,
                one.egfr,
                one.flares,
                one.prior_lines,
                one.failed_courses,
                one.extrarenal.map(ExtrarenalLevel::code),
                one.pregnancy.map(PregnancyProject::code),
            ])
            .unwrap();
    }
    drop((decision, figures));
    connection.execute_batch("COMMIT; PRAGMA foreign_keys = ON").unwrap();
}

fn drawn(runner: &mut TestRunner) -> Traits {
    any_traits().new_tree(runner).unwrap().current()
}

/// The places of the nearest, by looking at every one.
fn by_looking_at_all(of: &Traits, all: &[Traits], own: &str, limit: usize) -> Vec<i64> {
    let mut ordered: Vec<(f64, i64)> = (1_i64..)
        .zip(all)
        .filter(|(seq, _)| format!("LN-{seq}") != own)
        .map(|(seq, one)| (of.distance(one).total, seq))
        .collect();
    ordered.sort_by(|(one, seq), (other, later)| one.total_cmp(other).then(later.cmp(seq)));
    ordered.into_iter().take(limit).map(|(_, seq)| seq).collect()
}

#[test]
fn the_nearest_are_those_that_looking_at_all_finds() {
    let mut runner = TestRunner::deterministic();
    let mut all: Vec<Traits> = (0..1200).map(|_| drawn(&mut runner)).collect();
    // Some that are exactly as near as each other.
    all.extend(std::iter::repeat_n(example(), 40));
    let ledger = Ledger::open_in_memory().unwrap();
    sown(&ledger, all.iter().cloned());
    let asked = (0..20).map(|_| drawn(&mut runner)).chain([example(), Traits::default()]);
    for (turn, of) in asked.enumerate() {
        let own = format!("LN-{}", turn * 31 + 1);
        for limit in [1, 20] {
            let found = ledger.precedents(&of, &case(&own), &alias("A. B."), limit).unwrap();
            let seqs: Vec<i64> = found.nearest.iter().map(|one| one.past.seq).collect();
            assert_eq!(seqs, by_looking_at_all(&of, &all, &own, limit), "{of:?}");
            assert!(found.nearest.iter().all(|one| one.distance == of.distance(&one.traits) && one.same_alias));
            assert_eq!(found.own, 1);
        }
    }
}

#[test]
fn versions_that_were_replaced_and_the_case_itself_are_no_precedents() {
    let folder = tempfile::tempdir().unwrap();
    let mut ledger = filled(&folder.path().join("l.sqlite"));
    let found = ledger.precedents(&Traits::default(), &case("LN-9"), &alias("X. Y."), 20).unwrap();
    let told: Vec<(&str, u32, bool)> =
        found.nearest.iter().map(|one| (one.past.case_id.as_str(), one.past.version, one.same_alias)).collect();
    assert_eq!(told, [("LN-1", 2, false), ("LN-2", 1, false)], "as near: the newer first");
    assert_eq!(found.own, 0);
    let first = &found.nearest[0];
    assert_eq!(first.readings[0], ("acr-2024".to_owned(), "2024".to_owned(), Reading::Deviates));
    assert_eq!(first.look, None);

    let follow = FollowUp {
        on: day("2026-08-20"),
        months: 6,
        fulfilment: Fulfilment::Partial,
        per_line: Vec::new(),
        reason: Some(NotDone::Toxicity),
        outcome: Some(CourseOutcome::Partial),
        upcr: Some("0,9 g/g".to_owned()),
        egfr: Some("88 mL/min/1.73m²".to_owned()),
        sledai: None,
        steroid: None,
        words: String::new(),
    };
    let earlier = FollowUp { on: day("2026-05-20"), months: 3, ..follow.clone() };
    for done in [follow, earlier] {
        let act = DecisionAct { decision: first.past.id, done: AfterAct::Followed(done) };
        ledger.record_after(&act, &by("Dr A", 9)).unwrap();
    }
    let found = ledger.precedents(&Traits::default(), &case("LN-2"), &alias("H. B."), 20).unwrap();
    assert_eq!((found.nearest.len(), found.own), (1, 1), "the case itself is left out");
    let look = found.nearest[0].look.as_ref().unwrap();
    assert_eq!((look.months, look.outcome), (6, Some(CourseOutcome::Partial)), "the last day, not the last act");
    assert!(found.nearest[0].same_alias);
    assert!(ledger.precedents(&Traits::default(), &case("LN-2"), &alias("H. B."), 0).unwrap().nearest.is_empty());
}

/// `REGARDS_ROWS=1000000 cargo test --release nearest_of_many -- --ignored --nocapture`
#[test]
#[ignore = "takes a minute: figures for the closing note"]
fn nearest_of_many() {
    let rows: usize = std::env::var("REGARDS_ROWS").ok().and_then(|rows| rows.parse().ok()).unwrap_or(1_000_000);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    let mut runner = TestRunner::deterministic();
    let ledger = Ledger::open(&path).unwrap();
    // As registries are: a few classes, one flare in two, most known.
    let mut seed = 7_u64;
    let mut draw = move |of: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % of
    };
    let many = (0..rows).map(|_| {
        let known = |share: u64, draw: u64| draw >= share;
        Traits {
            class: known(5, draw(100))
                .then(|| ClassGroup::ALL[[0, 0, 0, 0, 1, 1, 2, 2, 3, 4][usize::try_from(draw(10)).unwrap()]]),
            upcr: known(3, draw(100)).then(|| f64::from(u32::try_from(draw(900)).unwrap()) / 100.0 + 0.1),
            egfr: known(3, draw(100)).then(|| f64::from(u32::try_from(draw(1200)).unwrap()) / 10.0 + 10.0),
            flares: known(10, draw(100)).then(|| u32::try_from(draw(5)).unwrap()),
            prior_lines: known(10, draw(100)).then(|| u32::try_from(draw(5)).unwrap()),
            failed_courses: known(30, draw(100)).then(|| u32::try_from(draw(4)).unwrap()),
            extrarenal: known(10, draw(100)).then(|| ExtrarenalLevel::ALL[usize::try_from(draw(3)).unwrap()]),
            pregnancy: known(20, draw(100)).then(|| PregnancyProject::ALL[usize::try_from(draw(3)).unwrap()]),
        }
    });
    sown(&ledger, many);
    drop(ledger);
    println!("file: {} bytes a row", std::fs::metadata(&path).unwrap().len() / u64::try_from(rows).unwrap());
    let timed = |name: &str, of: &Traits| {
        let ledger = Ledger::open_read_only(&path).unwrap();
        let mut taken = Vec::new();
        for _ in 0..5 {
            let start = Instant::now();
            assert_eq!(ledger.precedents(of, &case("LN-7"), &alias("H. B."), 20).unwrap().nearest.len(), 20);
            taken.push(start.elapsed().as_secs_f64() * 1000.0);
        }
        println!(
            "{name}: first {:.1} ms, then {:.1} ms",
            taken[0],
            taken[1..].iter().copied().fold(f64::MAX, f64::min)
        );
    };
    timed("an ordinary case", &example());
    timed("without UPCR", &Traits { upcr: None, ..example() });
    timed("without UPCR and eGFR", &Traits { upcr: None, egfr: None, ..example() });
    timed("without class", &Traits { class: None, ..example() });
    timed("of which nothing is known", &Traits::default());
    timed(
        "class VI, far from most",
        &Traits { class: Some(ClassGroup::VI), upcr: Some(19.0), flares: Some(9), ..example() },
    );
    let mut slowest = (0.0, Traits::default());
    for _ in 0..60 {
        let of = drawn(&mut runner);
        let ledger = Ledger::open_read_only(&path).unwrap();
        let start = Instant::now();
        ledger.precedents(&of, &case("LN-7"), &alias("H. B."), 20).unwrap();
        let taken = start.elapsed().as_secs_f64() * 1000.0;
        if taken > slowest.0 {
            slowest = (taken, of);
        }
    }
    println!("the slowest of 60 at random: {:.1} ms, {:?}", slowest.0, slowest.1);
}
