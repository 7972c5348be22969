//! Responses to reach: operators, denominators and units as printed, what is not due, and agreement without figures.

use regards::domain::{Case, Day};
use regards::knowledge::{
    Accord, Country, Datum, Expectation, FactId, Facts, Goal, Progress, Reason, Suppositions, Table, Topic, Truth,
    facts_supposing, side_by_side,
};
use regards::read;

use crate::scene::library;

fn day(written: &str) -> Day {
    written.parse().unwrap()
}

/// A course started on 2025-06-01 in class IV, seen on 2026-06-01.
fn course(lines: &str) -> Facts {
    supposing(lines, &Suppositions::default())
}

fn supposing(lines: &str, supposed: &Suppositions) -> Facts {
    let text = format!(
        "format: 1\ncase: T-1\nquestion: \"?\"\npatient: {{alias: T, sex: female, born: 1996-01, weight: 60 kg}}\n\
         course: {{started: 2025-06-01, rescue: no}}\n{lines}"
    );
    let reading = read::document::<Case>(text.as_bytes());
    facts_supposing(&reading.value.unwrap_or_else(|| panic!("{:?}", reading.remarks)), day("2026-06-01"), supposed)
}

fn kidney(more: &str) -> String {
    format!("kidney: {{biopsies: [{{date: 2025-05-20, class: [IV], lesions: A}}]{more}}}\n")
}

fn table(facts: &Facts) -> Table {
    side_by_side(&library(), facts, Country::France)
}

fn goal(facts: &Facts, topic: Topic, guideline: &str, goal: Goal) -> Expectation {
    let table = table(facts);
    let cell = table.cell(topic, guideline).unwrap();
    cell.expectations.iter().find(|expectation| expectation.goal == goal).unwrap().clone()
}

fn efficacy(facts: &Facts) -> Expectation {
    goal(facts, Topic::Response12m, "kdigo-2024", Goal::Efficacy)
}

/// KDIGO 2024: eGFR ≥ 60, or not more than 20 % below the value before the flare (guidelines.md H). 60 µmol/L at 29 years
/// is 121, 120 µmol/L 54 and 140 µmol/L 45 mL/min/1.73 m².
#[test]
fn either_side_of_the_primary_efficacy_response_suffices() {
    let labs = |then: &str, now: &str| {
        format!(
            "labs: [{{date: 2025-01-10, creatinine: {then}}}, {{date: 2025-05-30, creatinine: 150 µmol/L, upcr: 3 g/g}}, \
             {{date: 2026-05-30, creatinine: {now}, upcr: 0.7 g/g}}]\n"
        )
    };
    let seen = |then: &str, now: &str, preflare: &str| efficacy(&course(&(labs(then, now) + &kidney(preflare))));
    let known = ", preflare: 2025-01-10";
    assert_eq!(seen("60 µmol/L", "70 µmol/L", known).reached, Truth::Yes, "above 60");
    assert_eq!(
        seen("120 µmol/L", "130 µmol/L", known).reached,
        Truth::Yes,
        "below 60, near the value before the flare"
    );
    let least = |then: &str| seen(then, "70 µmol/L", known).egfr_least.unwrap().to_string();
    assert_eq!(least("60 µmol/L"), "60 mL/min/1.73m²", "the lower of the two is enough");
    assert!(least("120 µmol/L").starts_with("43."), "80 % of the value before the flare");
    assert_eq!(seen("60 µmol/L", "140 µmol/L", known).reached, Truth::No, "neither");
    assert_eq!(seen("60 µmol/L", "70 µmol/L", "").reached, Truth::Yes, "above 60 needs no earlier value");
    let unknown = Truth::Unknown([Datum::Preflare].into());
    assert_eq!(seen("60 µmol/L", "140 µmol/L", "").reached, unknown, "the value at the start does not stand in for it");
}

#[test]
fn a_rescue_ends_the_primary_efficacy_response() {
    let labs = "labs: [{date: 2025-05-30, creatinine: 70 µmol/L, upcr: 3 g/g}, {date: 2026-05-30, creatinine: 70 µmol/L, upcr: 0.3 g/g}]\n";
    let mut found = course(&(labs.to_owned() + &kidney("")));
    assert_eq!(efficacy(&found).reached, Truth::Yes);
    let mut rescued = Suppositions::default();
    rescued.suppose(FactId::Rescue, "yes").unwrap();
    assert_eq!(efficacy(&supposing(&(labs.to_owned() + &kidney("")), &rescued)).reached, Truth::No);
    found.forget(FactId::Rescue);
    assert!(efficacy(&found).reached.is_unknown());
}

/// ACR and KDIGO print 0.5 g/g and 50 mg/mmol as one: the unit of the newest value decides, whatever the first one had.
#[test]
fn a_limit_is_held_in_the_unit_of_the_newest_value() {
    let labs = |now: &str| {
        format!(
            "labs: [{{date: 2025-05-30, creatinine: 70 µmol/L, upcr: 3 g/g}}, {{date: 2026-05-30, creatinine: 70 µmol/L, upcr: {now}}}]\n"
        )
    };
    let complete =
        |now: &str| goal(&course(&(labs(now) + &kidney(""))), Topic::Response12m, "acr-2024", Goal::Complete);
    // 55 mg/mmol is 0.486 g/g.
    assert_eq!(complete("55 mg/mmol").reached, Truth::No);
    assert_eq!(complete("49 mg/mmol").reached, Truth::Yes);
    assert_eq!(complete("0.5 g/g").reached, Truth::No);
    assert_eq!(complete("0.49 g/g").reached, Truth::Yes);
    let shown = &complete("55 mg/mmol").proteinuria[0];
    assert_eq!(shown.amount.as_ref().unwrap().to_string(), "50 mg/mmol");
}

#[test]
fn what_is_not_due_is_not_missed() {
    let labs = "labs: [{date: 2025-05-30, creatinine: 70 µmol/L, upcr: 3 g/g}, {date: 2025-08-30, creatinine: 70 µmol/L, upcr: 2 g/g}]\n";
    let found = course(&(labs.to_owned() + &kidney("")));
    let progress = |topic, which, today: &str| goal(&found, topic, "eular-2025", which).progress(day(today));
    assert_eq!(progress(Topic::Response3m, Goal::Target, "2025-09-01"), Progress::Reached);
    assert_eq!(progress(Topic::Response6m, Goal::Partial, "2025-09-01"), Progress::NotDue);
    assert_eq!(progress(Topic::Response6m, Goal::Partial, "2025-12-01"), Progress::Missed);
    assert_eq!(progress(Topic::Response12m, Goal::Target, "2025-12-01"), Progress::NotDue);
}

/// ACR prints no figure at 3 months: that is no difference with those who do.
#[test]
fn a_milestone_without_a_figure_is_undetermined() {
    let found = course(&kidney(""));
    let agreement = table(&found).row(Topic::Response3m).unwrap().agreement;
    assert_eq!((agreement.accord, agreement.reason), (Accord::Undetermined, Reason::NoNumbers));
}

/// A cell with a ceiling that hangs on the baseline lacks it, whatever else it asks for; with a baseline none does.
#[test]
fn a_ceiling_without_its_baseline_says_what_it_lacks() {
    let labs = "labs: [{date: 2025-05-30, creatinine: 70 µmol/L, upcr: 3 g/g}, {date: 2026-05-30, creatinine: 70 µmol/L, upcr: 0.3 g/g}]\n";
    let mut facts = course(&(labs.to_owned() + &kidney("")));
    let lacking = |facts: &Facts| {
        let (mut open, mut asked) = (0, 0);
        for cell in table(facts).rows.iter().flat_map(|row| &row.cells) {
            let mut ceilings = cell.expectations.iter().flat_map(|one| &one.proteinuria);
            if ceilings.any(|ceiling| ceiling.amount.is_none()) {
                open += 1;
                asked += usize::from(cell.missing.contains(&Datum::Upcr));
            }
        }
        (open, asked)
    };
    assert_eq!(lacking(&facts), (0, 0));
    facts.forget(FactId::BaselineProteinuria);
    let (open, asked) = lacking(&facts);
    assert!(open > 2 && asked == open, "{asked} of {open}");
}

/// What a guideline grants no later day falls due with its row: 3, 6, 12 and 24 calendar months after the start.
#[test]
fn a_milestone_falls_due_with_its_row() {
    let labs = "labs: [{date: 2025-05-30, creatinine: 70 µmol/L, upcr: 3 g/g}, {date: 2026-05-30, creatinine: 70 µmol/L, upcr: 0.3 g/g}]\n";
    let table = table(&course(&(labs.to_owned() + &kidney(""))));
    for (topic, due) in [
        (Topic::Response3m, "2025-09-01"),
        (Topic::Response6m, "2025-12-01"),
        (Topic::Response12m, "2026-06-01"),
        (Topic::Response24m, "2027-06-01"),
    ] {
        let cells = &table.row(topic).unwrap().cells;
        let first = cells.iter().flat_map(|cell| &cell.expectations).filter_map(|one| one.due).min();
        assert_eq!(first, Some(day(due)), "{topic}");
    }
}
