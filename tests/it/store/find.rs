//! What the filter language finds in a ledger: each filter, orders, pages, counts, cancelling, saved queries.

use regards::archive::filter::{Count, Query, SavedQuery, parse};
use regards::meeting::{ClassGroup, Profile};
use regards::store::Ledger;

use super::*;

/// Six decisions, A to F, of which F has a second version; C has no figures.
fn archive() -> Ledger {
    let mut ledger = Ledger::open_in_memory().unwrap();
    for (turn, name) in (0_u32..).zip(["A", "B", "C", "D", "E", "F"]) {
        ledger.lock(&numbered(turn, name), None, &by(["Dr Un", "Dr Deux"][turn as usize % 2], turn.into())).unwrap();
    }
    let ids: Vec<DecisionId> = ledger.recent(10, None).unwrap().iter().map(|entry| entry.id).collect();
    let [last, .., first] = ids.as_slice() else { panic!() };
    let amended = Locked {
        amends: Some(Amendment { decision: *last, reason: "biologie reçue".to_owned() }),
        ..numbered(5, "F")
    };
    ledger.lock(&amended, None, &by("Dr Un", 30)).unwrap();
    let after = |ledger: &mut Ledger, done| {
        ledger.record_after(&DecisionAct { decision: *first, done }, &by("Dr C", 40)).unwrap();
    };
    after(&mut ledger, AfterAct::Signed { by: "Dr C".to_owned() });
    let look = |months, fulfilment, reason, outcome| {
        AfterAct::Followed(FollowUp {
            on: day("2026-05-20"),
            months,
            fulfilment,
            per_line: Vec::new(),
            reason,
            outcome,
            upcr: None,
            egfr: None,
            sledai: None,
            steroid: None,
            words: String::new(),
        })
    };
    after(&mut ledger, look(3, Fulfilment::Partial, Some(NotDone::Toxicity), None));
    after(&mut ledger, look(6, Fulfilment::Complete, None, Some(CourseOutcome::Complete)));
    ledger
}

fn numbered(turn: u32, name: &str) -> Locked {
    let mut one = locked(&format!("LN-{name}"));
    let n = f64::from(turn);
    one.meeting = Some(day(&format!("202{turn}-03-1{turn}")));
    ["V", "III+V", "IV", "III", "V", "II"][turn as usize].clone_into(&mut one.class);
    let groups = [ClassGroup::PureV, ClassGroup::MixedV, ClassGroup::Proliferative, ClassGroup::Proliferative];
    one.profile = (name != "C").then(|| Profile {
        class_group: groups.get(turn as usize).copied(),
        upcr: Some(n / 2.0),
        egfr: Some(100.0 - 15.0 * n),
        age: Some(15.0 + n),
        flares: Some(turn),
        regimen: Some(if turn < 2 { vec![Drug::Belimumab, Drug::MycophenolateMofetil] } else { Vec::new() }),
        pulse: Some(turn.is_multiple_of(2)),
        centre: Some("CHU de Nantes".to_owned()),
        ..Profile::default()
    });
    one.decision.rationale =
        format!("Dossier {name} : {}", ["rémission", "rechute", "rechute partielle"][turn as usize % 3]);
    if turn == 3 {
        one.decision.outcome = Outcome::DeferredMissingData;
        one.decision.dissent.clear();
        one.room = None;
        let line = Line { kind: LineKind::Stop, drug: Some(Drug::Voclosporin), ..Line::of_words("arrêt".to_owned()) };
        one.decision.lines = vec![line];
        one.decision.departures.clear();
        one.decision.branches.clear();
    }
    one
}

fn query(line: &str) -> Query {
    let saved = [SavedQuery {
        name: "lourds".to_owned(),
        text: "upcr>=1 -pulse:yes".to_owned(),
        by: "Dr A".to_owned(),
        at: start(),
    }];
    let parsed = parse(line, &saved);
    assert!(parsed.faults.is_empty(), "{line}: {:?}", parsed.faults);
    parsed.query
}

fn names(entries: &[regards::store::Entry]) -> String {
    entries.iter().map(|entry| entry.case_id.as_str().trim_start_matches("LN-")).collect()
}

fn found(ledger: &Ledger, line: &str) -> String {
    let query = query(line);
    let page = ledger.find(&query, 50, None).unwrap();
    assert!(page.next.is_none(), "{line}");
    let count = u64::try_from(page.entries.len()).unwrap();
    assert_eq!(ledger.how_many(&query, 100).unwrap(), Count::Exactly(count), "{line}");
    if count > 1 {
        assert_eq!(ledger.how_many(&query, count - 1).unwrap(), Count::MoreThan(count - 1), "{line}");
    }
    names(&page.entries)
}

#[test]
fn each_filter_finds_its_decisions() {
    let ledger = archive();
    for (line, meant) in [
        ("", "FEDCBA"),
        ("class:V", "EA"),
        ("class:III+V,II", "FB"),
        ("class:proliferative", "D"),
        ("class:IV,pure_v", "CA"),
        ("upcr>1", "FED"),
        ("upcr>=1,5 egfr<50", "FE"),
        ("upcr:0,5..1,5", "DB"),
        ("-upcr>1", "CBA"),
        ("age<18", "BA"),
        ("flares:1..3", "DB"),
        ("drug:voclosporine", "D"),
        ("drug:mmf", "FECBA"),
        ("stop:voclosporine", "D"),
        ("start:voclosporine", ""),
        ("start:mmf", "FECBA"),
        ("first:beli", "BA"),
        ("first:voclosporine", ""),
        ("regimen:mmf+beli", "BA"),
        ("regimen:none", "FED"),
        ("outcome:deferred", "D"),
        ("-outcome:deferred 2024..", "FE"),
        ("acr:deviates", "FEDCBA"),
        ("eular:deviates", ""),
        ("kdigo:concordant,partly", "FEDCBA"),
        ("reading:silent", ""),
        ("reason:pregnancy-or-wish", "FECBA"),
        ("quorum:no", "FECBA"),
        ("quorum:none", "D"),
        ("quorum:yes,none", "D"),
        ("mode:discuss agreement:consensus confidence:moderate", "FECBA"),
        ("dissent:no", "D"),
        ("signed:yes", "A"),
        ("signed:no", "FEDCB"),
        ("closed:no amended:yes", "F"),
        ("version>1", "F"),
        ("told:yes", ""),
        ("followup:none", "FEDCB"),
        ("followup:any", "A"),
        ("followup:3", "A"),
        ("followup:12", ""),
        ("fulfilment:complete", "A"),
        ("fulfilment:partial", ""),
        ("notdone:toxicity", ""),
        ("course:complete", "A"),
        ("has:branch has:target has:action has:return", "FECBA"),
        ("has:patient_question -has:departure", "D"),
        ("use:off-label", "FEDCBA"),
        ("pulse:yes", "EA"),
        ("pulse:no", "FDB"),
        ("minutes>5", "FECBA"),
        ("2023..", "FED"),
        ("2021-03-11", "B"),
        ("..2021", "BA"),
        ("-2021..2024", "FA"),
        ("next:2026-05", "FEDCBA"),
        ("case:LN-C,ln-d", "DC"),
        ("case:LN", "FEDCBA"),
        ("case:C", ""),
        ("alias:\"H. B.\"", "FEDCBA"),
        ("centre:nantes", "FEDBA"),
        ("by:deux", "DB"),
        ("question:immuno", "FEDCBA"),
        ("rationale:remi", "DA"),
        ("rationale:immuno", ""),
        ("rechute", "FECB"),
        ("rech -partielle", "EB"),
        ("\"rechute partielle\" class:II", "F"),
        ("-rechute", "DA"),
        ("rechute upcr>1", "FE"),
        ("@lourds", "FD"),
        ("-@lourds", "ECBA"),
        ("@lourds rechute", "F"),
        ("tri:upcr", "ABDEFC"),
        ("tri:-upcr", "FEDBAC"),
        ("tri:-upcr rechute", "FEBC"),
        ("tri:egfr upcr>0", "FEDB"),
        ("tri:oldest", "ABCDEF"),
        ("tri:meeting 2022..", "CDEF"),
        ("tri:-case signed:no", "FEDCB"),
    ] {
        assert_eq!(found(&ledger, line), meant, "{line}");
    }
}

#[test]
fn every_order_is_read_page_by_page_without_a_gap_or_a_row_twice() {
    let ledger = archive();
    for sort in regards::archive::filter::Sort::ALL {
        for filter in ["", "rechute", "drug:mmf", "pulse:yes,no"] {
            let query = query(&format!("{filter} sort:{}", sort.code()));
            let whole = names(&ledger.find(&query, 50, None).unwrap().entries);
            let (mut paged, mut after) = (String::new(), None);
            loop {
                let page = ledger.find(&query, 2, after.as_ref()).unwrap();
                paged += &names(&page.entries);
                after = page.next;
                if after.is_none() {
                    break;
                }
            }
            assert_eq!(paged, whole, "{filter} {sort:?}");
        }
    }
}

#[test]
fn what_is_no_longer_waited_for_is_given_up() {
    let mut ledger = archive();
    for turn in 0..60 {
        ledger.lock(&saying(&format!("LN-X{turn}"), "autre"), None, &by("Dr A", 100 + turn)).unwrap();
    }
    let over = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
    let is_over = std::sync::Arc::clone(&over);
    ledger.give_up_when(move || is_over.load(std::sync::atomic::Ordering::Relaxed)).unwrap();
    let slow = query("-rechute minutes>1000 -drug:voclosporine -by:deux tri:-upcr");
    let look = || (0..50).map(|_| ledger.find(&slow, 50, None)).find(Result::is_err);
    assert!(look().is_none());
    over.store(true, std::sync::atomic::Ordering::Relaxed);
    assert!(look().is_some(), "the answer is not waited for");
    over.store(false, std::sync::atomic::Ordering::Relaxed);
    assert!(look().is_none(), "the next one is");
}

#[test]
fn queries_are_saved_by_name_replaced_and_forgotten() {
    let mut ledger = archive();
    ledger.save_query("beli", "first:beli", &by("Dr A", 0)).unwrap();
    ledger.save_query("anciennes", "..2020", &by("Dr A", 1)).unwrap();
    ledger.save_query("beli", "first:belimumab", &by("Dr B", 2)).unwrap();
    let saved = ledger.saved_queries().unwrap();
    let said: Vec<_> = saved.iter().map(|one| (one.name.as_str(), one.text.as_str(), one.by.as_str())).collect();
    assert_eq!(said, [("anciennes", "..2020", "Dr A"), ("beli", "first:belimumab", "Dr B")]);
    assert!(ledger.forget_query("beli").unwrap());
    assert!(!ledger.forget_query("beli").unwrap());
    assert!(ledger.verify().unwrap().is_sound(), "the journal has nothing of it");
}
