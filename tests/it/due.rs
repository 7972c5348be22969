//! What is due after decisions, by vectors.

use regards::domain::{Outcome, QuorumStatus, Specialty};
use regards::meeting::session::charter;
use regards::meeting::{OpenAction, OpenBranch, OpenDecision, OpenDraft, TaskCounts, TaskKind, Todo, Why, tasks};

use crate::scene::{day, open_decision};

/// What is due of this decision on this day, in a word each.
fn due(one: &OpenDecision, on: &str) -> Vec<(String, String)> {
    let charter = charter().as_ref().unwrap();
    let word = |todo: Todo| match todo {
        Todo::Sign => "sign".to_owned(),
        Todo::Tell(_) => "tell".to_owned(),
        Todo::Follow(months) => format!("follow {months}"),
        Todo::Act(action) => format!("act {}", action.number),
        Todo::Represent(Why::Day) => "day".to_owned(),
        Todo::Represent(Why::Quorum(..)) => "quorum".to_owned(),
        Todo::Represent(Why::Branch(id, _)) => format!("branch {id}"),
        Todo::Represent(Why::Met(id, _)) => format!("met {id}"),
        Todo::Finish(_) => "finish".to_owned(),
    };
    let found = tasks(std::slice::from_ref(one), &[], charter, day(on));
    found.into_iter().map(|task| (word(task.todo), task.since.to_string())).collect()
}

fn words(one: &OpenDecision, on: &str) -> Vec<String> {
    due(one, on).into_iter().map(|(word, _)| word).collect()
}

/// Told and signed: only what the test adds is due.
fn settled() -> OpenDecision {
    let mut one = open_decision("LN-2026-006");
    (one.told, one.past.signed) = (true, true);
    one
}

#[test]
fn minutes_are_to_be_signed_from_the_day_after_the_charters_term() {
    let mut one = open_decision("LN-2026-006");
    one.told = true;
    assert!(words(&one, "2026-12-04").is_empty(), "eight days are given");
    assert_eq!(due(&one, "2026-12-05"), [("sign".to_owned(), "2026-12-05".to_owned())]);
    one.past.signed = true;
    assert!(words(&one, "2026-12-05").is_empty());
}

#[test]
fn the_patient_is_to_be_told_from_the_decision_on() {
    let mut one = open_decision("LN-2026-006");
    one.past.signed = true;
    assert_eq!(due(&one, "2026-11-26"), [("tell".to_owned(), "2026-11-26".to_owned())]);
    one.past.outcome = Outcome::Deceased;
    assert!(words(&one, "2026-11-26").is_empty());
}

#[test]
fn one_looks_back_at_three_six_and_twelve_months_and_a_later_look_stands_for_earlier_ones() {
    let mut one = settled();
    assert!(words(&one, "2027-02-25").is_empty());
    assert_eq!(due(&one, "2027-02-26"), [("follow 3".to_owned(), "2027-02-26".to_owned())]);
    assert_eq!(words(&one, "2027-05-26"), ["follow 6"]);
    one.followed = vec![3];
    assert!(words(&one, "2027-05-25").is_empty());
    assert_eq!(words(&one, "2027-05-26"), ["follow 6"]);
    one.followed = vec![6];
    assert!(words(&one, "2027-08-01").is_empty());
    assert_eq!(words(&one, "2028-01-01"), ["follow 12"]);
    one.followed.push(12);
    assert!(words(&one, "2030-01-01").is_empty());
    one.followed.clear();
    one.past.outcome = Outcome::DeferredMissingData;
    assert!(words(&one, "2027-05-26").is_empty(), "nothing was decided that could be carried out");
}

#[test]
fn an_action_is_due_when_its_day_is_over() {
    let mut one = settled();
    let act = |number, due: &str| OpenAction { number, what: "biologie".to_owned(), owner: None, due: Some(day(due)) };
    one.actions = vec![act(1, "2026-12-10"), act(2, "2027-01-10")];
    assert!(words(&one, "2026-12-10").is_empty());
    assert_eq!(words(&one, "2026-12-11"), ["act 1"]);
    one.actions[0].due = None;
    assert_eq!(due(&one, "2026-11-26"), [("act 1".to_owned(), "2026-11-26".to_owned())], "open until somebody ends it");
}

#[test]
fn tasks_are_counted_by_kind() {
    let charter = charter().as_ref().unwrap();
    let mut counts = TaskCounts::default();
    counts.add(&tasks(&[open_decision("LN-2026-006")], &[], charter, day("2027-03-01")));
    let of = |kind| counts.of(kind);
    assert_eq!([of(TaskKind::Sign), of(TaskKind::Tell), of(TaskKind::Follow), of(TaskKind::Finish)], [1, 1, 1, 0]);
    assert_eq!((counts.all(), counts.with(counts).all()), (3, 6));
}

#[test]
fn a_case_comes_back_by_its_day_for_want_of_quorum_or_by_a_branch_until_it_has_come_back() {
    let mut one = settled();
    one.past.next = Some(day("2027-01-15"));
    assert!(words(&one, "2027-01-14").is_empty());
    assert_eq!(words(&one, "2027-01-15"), ["day"]);
    one.represent = Some(day("2027-01-10"));
    assert_eq!(due(&one, "2027-01-15"), [("day".to_owned(), "2027-01-10".to_owned())]);
    (one.past.next, one.represent) = (None, None);
    one.quorum = Some(QuorumStatus::NotReached);
    one.lacking = vec![vec![Specialty::Nephrology]];
    assert_eq!(due(&one, "2026-11-26"), [("quorum".to_owned(), "2026-11-26".to_owned())]);
    one.quorum = Some(QuorumStatus::Unknown);
    assert!(words(&one, "2026-11-26").is_empty(), "no meeting was open, so no rule was broken");
    let branch = |id: &str, due: Option<&str>, met: Option<&str>| OpenBranch {
        id: id.to_owned(),
        words: "si upcr m3".to_owned(),
        trigger: regards::domain::Trigger {
            words: "si upcr m3".to_owned(),
            measure: None,
            comparison: None,
            value: None,
            at: None,
        },
        due: due.map(day),
        met: met.map(day),
    };
    one.branches = vec![branch("B1", Some("2027-02-20"), None), branch("B2", None, None)];
    assert!(words(&one, "2027-02-19").is_empty());
    assert_eq!(words(&one, "2027-02-20"), ["branch B1"]);
    one.branches[0].met = Some(day("2027-02-01"));
    assert_eq!(due(&one, "2027-02-02"), [("met B1".to_owned(), "2027-02-01".to_owned())]);
    one.has_later = true;
    assert!(words(&one, "2027-06-20").is_empty(), "the later decision has taken its place");
}

#[test]
fn what_is_due_longest_comes_first_drafts_among_it() {
    let charter = charter().as_ref().unwrap();
    let draft = OpenDraft {
        case_id: "LN-2026-001".parse().unwrap(),
        at: "2026-11-27T08:00:00Z".parse().unwrap(),
        author: "secretary".to_owned(),
    };
    let found = tasks(&[open_decision("LN-2026-006")], &[draft], charter, day("2026-12-24"));
    let days: Vec<String> = found.iter().map(|task| task.since.to_string()).collect();
    assert_eq!(days, ["2026-11-26", "2026-11-27", "2026-12-05"]);
    assert!(matches!(found[1].todo, Todo::Finish(_)));
}

/// Branches as the shorthand reads them, against values of a case file, by day.
#[test]
fn a_branch_has_happened_when_a_value_since_the_decision_meets_it() {
    let case = |labs: &str| {
        let text = crate::scene::shipped("ln-2026-006-classe-v-1-6.yaml").replace("labs:\n", &format!("labs:\n{labs}"));
        let reading = regards::read::case(text.as_bytes(), day("2027-06-01"));
        regards::read::CaseFile { path: "006.yaml".into(), text: text.as_str().into(), reading }.case().unwrap().clone()
    };
    let met = |branch: &str, labs: &str| {
        let plan = regards::meeting::Plan::of(branch, day("2026-11-26"));
        let trigger = &plan.branches[0].trigger;
        regards::meeting::met(trigger, &case(labs), day("2026-11-26"), day("2027-06-01")).map(|day| day.to_string())
    };
    let lab = |date: &str, upcr: &str| format!("  - {{date: {date}, creatinine: 60 µmol/L, upcr: {upcr}}}\n");
    let above = "si upcr > 2 g/g : représenter";
    assert_eq!(met(above, ""), None, "nothing is measured since");
    assert_eq!(met(above, &lab("2026-12-20", "1.9 g/g")), None);
    assert_eq!(met(above, &lab("2026-12-20", "2.1 g/g")).as_deref(), Some("2026-12-20"));
    assert_eq!(met(above, &lab("2026-12-20", "230 mg/mmol")), None, "another unit than was said is not compared");
    let fell_little = "si upcr m3 > -25 % : représenter";
    assert_eq!(met(fell_little, &lab("2027-01-20", "1.5 g/g")), None, "looked at from the third month on");
    assert_eq!(met(fell_little, &lab("2027-02-28", "1.5 g/g")).as_deref(), Some("2027-02-28"), "1.6 to 1.5 is -6 %");
    assert_eq!(met(fell_little, &lab("2027-02-28", "0.8 g/g")), None);
}
