//! The common ground of the vignettes: pulses, starts, targets, responses, durations (guidelines.md E, H, I, T).

use regards::knowledge::{
    Common, CountedFrom, Country, EndBy, FactId, Facts, Ground, Guideline, Library, Scheme, SharedResponse, Table,
    Topic, side_by_side,
};
use regards::text::Lang;
use regards::wording;
use serde_json::{Value, json};

use super::agreement::saying;
use super::vignettes::{self, written};

use crate::scene::library;

fn vignette(name: &str, changes: &[(FactId, &str)]) -> Facts {
    vignettes::supposing(name, changes)
}

fn table(facts: &Facts) -> Table {
    side_by_side(&library(), facts, Country::France)
}

/// The table of these guidelines only, in this order; `acr-2024=copy` is ACR under another id.
pub(super) fn columns(facts: &Facts, names: &[&str]) -> Table {
    let shipped = library();
    let guideline = |name: &&str| -> Guideline {
        let (id, copy) = name.split_once('=').unwrap_or((name, name));
        Guideline { id: copy.to_owned(), ..shipped.guideline(id).unwrap().clone() }
    };
    let library = Library::of(names.iter().map(guideline).collect(), shipped.formulary().clone());
    side_by_side(&library, facts, Country::France)
}

fn pulse(table: &Table) -> (Ground, String, String) {
    let pulse = table.common.pulse.as_ref().unwrap();
    let all = |ranges: &[_]| ranges.iter().copied().map(written).collect::<Vec<_>>().join(", ");
    (pulse.state, all(&pulse.total_mg), all(&pulse.daily_mg))
}

/// What is demanded: `guideline scheme ≤mg` and the end of its time.
fn targets(table: &Table) -> Vec<String> {
    let target = table.common.target.as_ref().unwrap();
    let one = |demand: &regards::knowledge::TargetOf| {
        let months = demand.target.months.map(|months| format!("month {}", months.most));
        let weeks = demand.target.weeks.map(|weeks| format!("week {}", weeks.most));
        let by = months.or(weeks).unwrap();
        format!("{} {} {} by {by}", demand.guideline, demand.target.scheme, demand.target.at_most_mg)
    };
    target.demands.iter().map(one).collect()
}

fn response(table: &Table, topic: Topic) -> &SharedResponse {
    table.common.responses.iter().find(|shared| shared.topic == topic).unwrap()
}

/// The ceiling of proteinuria and the least eGFR.
fn demand(table: &Table, topic: Topic) -> (String, Option<String>) {
    let shared = response(table, topic);
    let ceiling = shared.proteinuria.as_ref().unwrap();
    let amount = ceiling.amount.as_ref().map(ToString::to_string).unwrap_or_default();
    (format!("{} {amount}", ceiling.operator), shared.egfr_least.as_ref().map(|least| least.number.to_string()))
}

/// 60 kg, class IV: EULAR 500-2500 mg, ACR 250-3000, KDIGO 250-1500; only KDIGO's reduced scheme starts at the shared 30 mg.
#[test]
fn class_four_at_sixty_kilograms() {
    let table = table(&vignette("V1", &[]));
    assert_eq!(pulse(&table), (Ground::Found, "500-1500".into(), "250-500".into()));
    assert_eq!(table.common.start.iter().copied().map(written).collect::<Vec<_>>(), ["30"]);
    assert_eq!(targets(&table), ["kdigo-2024 reduced 5 by week 12"]);
    assert_eq!(demand(&table, Topic::Response3m), ("<= 1.35 g/g".into(), Some("76".into())));
    assert_eq!(response(&table, Topic::Response3m).without_numbers, ["acr-2024"]);
    assert_eq!(demand(&table, Topic::Response6m), ("<= 0.9 g/g".into(), Some("76".into())));
    assert_eq!(demand(&table, Topic::Response12m), ("< 0.5 g/g".into(), Some("76".into())));
    let within = response(&table, Topic::Response12m).egfr_within.unwrap();
    assert_eq!((within.least.to_string(), within.most.to_string()), ("10".into(), "15".into()));
    assert_eq!(table.common.duration.as_ref().unwrap().state, Ground::NothingToCompare);
}

/// KDIGO does not treat: its doses are no part of it. EULAR prints no start in mg.
#[test]
fn class_five_at_one_and_a_half_grams() {
    let table = table(&vignette("V6", &[]));
    assert_eq!(pulse(&table), (Ground::Found, "500-2500".into(), "250-1000".into()));
    assert_eq!(table.common.start_state, Ground::NothingToCompare);
    assert_eq!(table.common.start_without_numbers, ["eular-2025"]);
    assert_eq!(targets(&table), ["eular-2025 single 5 by month 6"]);
    assert_eq!(demand(&table, Topic::Response12m).0, "< 0.5 g/g");
}

#[test]
fn class_three_with_little_proteinuria() {
    let table = table(&vignette("V8", &[]));
    assert_eq!(pulse(&table).0, Ground::Found);
    assert_eq!(table.common.start.iter().copied().map(written).collect::<Vec<_>>(), ["29"]);
    assert_eq!(demand(&table, Topic::Response3m).0, "<= 0.6 g/g");
    assert_eq!(demand(&table, Topic::Response6m).0, "<= 0.4 g/g");
    // Half of 0.8 g/g is stricter than a response that is complete.
    assert_eq!(demand(&table, Topic::Response12m).0, "< 0.5 g/g");
}

/// A child: ACR has no figure, EULAR and KDIGO meet.
#[test]
fn a_child() {
    let table = table(&vignette("V14", &[]));
    let starts: Vec<String> = table.common.start.iter().copied().map(written).collect();
    assert_eq!(
        (starts.as_slice(), table.common.start_state),
        (&["25.2-29.4".into(), "33.6-42".into()][..], Ground::Found)
    );
    assert_eq!(table.common.start_without_numbers, ["acr-2024"]);
    assert_eq!(targets(&table), ["kdigo-2024 high 5 by week 24"]);
}

/// At 45 kg the starts do not meet, so no scheme is ruled out: the most lenient one counts.
#[test]
fn below_fifty_kilograms_it_says_whose_ends_keep_them_apart() {
    let table = table(&vignette("V1", &[(FactId::Weight, "45 kg")]));
    assert_eq!(table.common.start_state, Ground::None);
    assert_eq!(targets(&table), ["kdigo-2024 high 5 by week 24"]);
    let said = |lang| wording::glucocorticoid(lang, &table).remove(1).text.replace('\u{a0}', " ");
    assert_eq!(said(Lang::En), "nothing in common: ACR ends at 22.5 mg/d (0.5 mg/kg), EULAR begins at 25 mg/d (floor)");
    assert_eq!(
        said(Lang::Fr),
        "rien de commun : ACR s'arrête à 22,5 mg/j (0,5 mg/kg), EULAR commence à 25 mg/j (plancher)"
    );
}

/// At 30 kg EULAR's own floor lies above its own ceiling.
#[test]
fn a_guideline_can_keep_apart_from_itself() {
    let gap = columns(&vignette("V1", &[(FactId::Weight, "30 kg")]), &["eular-2025", "kdigo-2024"]).common.start_gap;
    let gap = gap.unwrap();
    assert_eq!((gap.floor.guideline.as_str(), gap.floor.mg.to_string()), ("eular-2025", "25".into()));
    assert_eq!((gap.ceiling.guideline.as_str(), gap.ceiling.mg.to_string()), ("eular-2025", "21".into()));
    assert_eq!(gap.ceiling.scheme, Scheme::Single);
    let copied = columns(&vignette("V1", &[(FactId::Weight, "30 kg")]), &["eular-2025", "eular-2025=copy"]).common;
    let gap = copied.start_gap.unwrap();
    assert_eq!(
        (gap.floor.guideline.as_str(), gap.ceiling.guideline.as_str()),
        ("eular-2025", "eular-2025"),
        "the first"
    );
}

/// One that prints numbers keeps apart from nobody, whatever its own ends.
#[test]
fn who_alone_prints_a_start_has_nothing_to_compare() {
    let shipped = library();
    let silent = saying(
        "g",
        &[
            json!({ "topic": "initial_therapy", "verdict": "recommended", "regimens": ["mmf"] }),
            json!({ "topic": "gc_start", "verdict": "recommended" }),
        ],
    );
    let library =
        Library::of(vec![shipped.guideline("eular-2025").unwrap().clone(), silent], shipped.formulary().clone());
    let light = vignette("V1", &[(FactId::Weight, "30 kg")]);
    let common = side_by_side(&library, &light, Country::France).common;
    assert_eq!((common.start_state, common.start_gap), (Ground::NothingToCompare, None));
    assert_eq!(common.start_without_numbers, ["g"]);
}

/// V11: 36 months after response for EULAR, 36 in all for KDIGO; ACR's figure counts from complete response and covers them.
#[test]
fn durations_are_counted_from_different_days() {
    let facts = vignette("V11", &[]);
    let all = table(&facts);
    let duration = all.common.duration.as_ref().unwrap();
    let demands = |duration: &regards::knowledge::SharedDuration| -> Vec<(String, u16, CountedFrom)> {
        let one = |one: &regards::knowledge::DurationOf| {
            let printed = &one.elapsed.duration;
            (one.guideline.clone(), printed.least_months, printed.counted_from)
        };
        duration.demands.iter().map(one).collect()
    };
    assert_eq!(duration.state, Ground::Found);
    assert!(duration.counts_from_different_days());
    assert_eq!(demands(duration), [("acr-2024".into(), 36, CountedFrom::CompleteResponse)]);
    let two = columns(&facts, &["eular-2025", "kdigo-2024"]);
    let duration = two.common.duration.as_ref().unwrap();
    assert_eq!(demands(duration), [("eular-2025".into(), 36, CountedFrom::Response)]);
    let said = wording::course(Lang::En, &two).pop().unwrap().text.replace('\u{a0}', " ");
    assert!(said.contains("counted from different days"), "{said}");
    let same = columns(&facts, &["eular-2025", "eular-2025=copy"]);
    assert!(!same.common.duration.unwrap().counts_from_different_days());
    let one_differs = columns(&facts, &["eular-2025", "eular-2025=copy", "acr-2024"]);
    assert!(one_differs.common.duration.unwrap().counts_from_different_days());
    let alone = columns(&facts, &["eular-2025"]);
    assert!(!alone.common.duration.unwrap().counts_from_different_days(), "nothing to compare");
}

#[test]
fn two_three_or_four_columns_and_never_one() {
    let facts = vignette("V1", &[]);
    let one = columns(&facts, &["acr-2024"]).common;
    assert_eq!(one.pulse.unwrap().state, Ground::NothingToCompare);
    assert_eq!(one.start_state, Ground::NothingToCompare);
    assert_eq!(one.target.unwrap().state, Ground::NothingToCompare);
    assert!(one.responses.iter().all(|shared| shared.state == Ground::NothingToCompare));
    let two = columns(&facts, &["eular-2025", "acr-2024"]);
    assert_eq!(pulse(&two), (Ground::Found, "500-2500".into(), "250-1000".into()));
    assert_eq!(targets(&two), ["eular-2025 single 5 by month 6"]);
    let four = columns(&facts, &["eular-2025", "acr-2024", "kdigo-2024", "acr-2024=pnds"]);
    assert_eq!(pulse(&four), pulse(&table(&facts)));
    assert_eq!(four.common.start, table(&facts).common.start);
}

/// Unknown is never no: without a baseline only a fall can be demanded, and the rest needs data.
#[test]
fn what_hangs_on_an_unknown_needs_data() {
    let mut facts = vignette("V1", &[]);
    facts.forget(FactId::BaselineEgfr);
    assert_eq!(response(&table(&facts), Topic::Response12m).state, Ground::NeedsData);
    facts.forget(FactId::BaselineProteinuria);
    assert_eq!(response(&table(&facts), Topic::Response6m).state, Ground::NeedsData);
    let mut facts = vignette("V1", &[]);
    facts.forget(FactId::Weight);
    assert_eq!(table(&facts).common.target.unwrap().state, Ground::NeedsData, "the scheme hangs on the start");
    let only_schemes_wait = columns(&facts, &["eular-2025", "acr-2024"]).common.target.unwrap();
    assert_eq!(only_schemes_wait.state, Ground::Found, "one scheme each: nothing hangs on the weight");
    let shipped = library();
    let mut two_schemes = shipped.guideline("kdigo-2024").unwrap().clone();
    for statement in &mut two_schemes.statements {
        statement.target.truncate(2);
    }
    let eular = shipped.guideline("eular-2025").unwrap().clone();
    let library = Library::of(vec![eular, two_schemes], shipped.formulary().clone());
    let common = side_by_side(&library, &facts, Country::France).common;
    assert_eq!(common.target.unwrap().state, Ground::NeedsData, "two schemes");
    let mut facts = vignette("V1", &[]);
    facts.forget(FactId::ActiveNephritis);
    let common = table(&facts).common;
    assert_eq!(common.pulse.unwrap().state, Ground::NeedsData);
    assert_eq!(common.target.unwrap().state, Ground::NeedsData);
}

/// Guidelines of these statements, on class IV at 60 kg.
fn common_of(guidelines: &[Vec<Value>]) -> Common {
    let guidelines = guidelines.iter().enumerate().map(|(place, said)| saying(&format!("g{place}"), said));
    let mut facts = vignette("V1", &[]);
    facts.forget(FactId::Hypertension);
    let library = Library::of(guidelines.collect(), library().formulary().clone());
    side_by_side(&library, &facts, Country::France).common
}

fn regimens_of(guidelines: &[Vec<Value>]) -> (Ground, Vec<String>) {
    let common = common_of(guidelines);
    (common.regimens_state, common.regimens.into_iter().map(|one| one.regimen).collect())
}

fn offering(regimens: &[&str]) -> Value {
    json!({ "topic": "initial_therapy", "verdict": "recommended", "regimens": regimens })
}

fn waiting(mut said: Value) -> Value {
    said["when"] = json!({ "is": "hypertension" });
    said
}

/// Regimens are common from two guidelines that speak; one alone has nothing to compare, whatever the others keep silent on.
#[test]
fn two_guidelines_that_speak_have_something_in_common() {
    let (mmf, cyc) = (vec![offering(&["mmf"])], vec![offering(&["cyc"])]);
    let silent = vec![json!({ "topic": "kidney_protection", "verdict": "option" })];
    let not_here = vec![json!({ "topic": "initial_therapy", "verdict": "avoid", "when": { "is": "male" } })];
    let waits = vec![waiting(offering(&["cyc"]))];
    assert_eq!(regimens_of(std::slice::from_ref(&mmf)), (Ground::NothingToCompare, vec![]));
    assert_eq!(regimens_of(&[mmf.clone(), silent, not_here]), (Ground::NothingToCompare, vec![]));
    assert_eq!(regimens_of(&[mmf.clone(), mmf.clone()]), (Ground::Found, vec!["mmf".into()]));
    assert_eq!(regimens_of(&[mmf.clone(), cyc.clone()]), (Ground::None, vec![]));
    assert_eq!(regimens_of(&[waits.clone(), waits.clone()]), (Ground::NeedsData, vec![]));
    assert_eq!(regimens_of(&[mmf.clone(), waits.clone()]), (Ground::NeedsData, vec![]));
    assert_eq!(
        regimens_of(&[mmf.clone(), cyc, waits.clone()]),
        (Ground::None, vec![]),
        "two lie apart whatever a third says"
    );
    assert_eq!(regimens_of(&[vec![offering(&["mmf", "aza"])], mmf, waits]), (Ground::NeedsData, vec![]));
}

/// A regimen that one guideline may yet keep from this patient is not common, and not excluded; one that it keeps from her is.
#[test]
fn what_a_guideline_may_keep_from_her_stays_open() {
    let against = json!({ "topic": "cyclophosphamide", "verdict": "avoid", "drugs": { "cyc": "avoid" } });
    let both = |against: Value| vec![offering(&["mmf", "cyc"]), against];
    let cyc = vec![offering(&["cyc"])];
    assert_eq!(regimens_of(&[both(waiting(against.clone())), cyc.clone()]), (Ground::NeedsData, vec![]));
    assert_eq!(regimens_of(&[both(waiting(against.clone())), vec![offering(&["aza"])]]), (Ground::None, vec![]));
    assert_eq!(regimens_of(&[both(against), cyc]), (Ground::None, vec![]));
}

/// Who takes part in the common pulse: who treats and asks for one, be it in conflict with itself on the regimen.
#[test]
fn those_that_treat_and_ask_for_a_pulse_are_compared() {
    let pulse = json!({ "topic": "gc_pulse", "verdict": "recommended" });
    let of = |guidelines: &[Vec<Value>]| {
        let pulse = common_of(guidelines).pulse.unwrap();
        (pulse.state, pulse.without_numbers)
    };
    let treats = offering(&["mmf"]);
    let asks = vec![treats.clone(), pulse.clone()];
    assert_eq!(of(&[asks.clone(), vec![treats.clone()]]), (Ground::NothingToCompare, vec!["g0".into()]));
    assert_eq!(of(&[vec![treats.clone(), waiting(pulse.clone())]]), (Ground::NothingToCompare, vec![]));
    assert_eq!(of(&[vec![treats.clone(), waiting(pulse.clone())], asks]), (Ground::NeedsData, vec!["g1".into()]));
    let mut against = json!({ "topic": "initial_therapy", "verdict": "avoid" });
    assert_eq!(of(&[vec![against.clone(), pulse.clone()]]), (Ground::NothingToCompare, vec![]), "it does not treat");
    against["conflicts_with"] = json!(["s0"]);
    assert_eq!(of(&[vec![treats, against, pulse]]), (Ground::NothingToCompare, vec!["g0".into()]));
}

/// The lower end of a start is what its floor makes it, or its cap where that leaves one dose, else the weight.
#[test]
fn the_end_that_keeps_apart_says_what_makes_it() {
    let starting = |start: Value| {
        let treats = json!({ "topic": "initial_therapy", "verdict": "recommended", "regimens": ["mmf"] });
        vec![treats, json!({ "topic": "gc_start", "verdict": "recommended", "start": [start] })]
    };
    let floor = |start: Value| {
        let low = starting(json!({ "scheme": "single", "to_mg_per_kg": 0.3 }));
        let floor = common_of(&[low, starting(start)]).start_gap.unwrap().floor;
        (floor.by, floor.mg.to_string())
    };
    let from = |from: f64, to: f64| json!({ "scheme": "single", "from_mg_per_kg": from, "to_mg_per_kg": to });
    let with = |mut start: Value, key: &str, mg: u32| {
        start[key] = json!(mg);
        start
    };
    assert_eq!(floor(from(0.5, 0.6)), (EndBy::PerKilo, "30".to_owned()));
    assert_eq!(floor(with(from(0.5, 1.0), "cap_mg", 40)), (EndBy::PerKilo, "30".to_owned()));
    assert_eq!(floor(with(from(0.5, 0.6), "cap_mg", 25)), (EndBy::Cap, "25".to_owned()));
    assert_eq!(floor(with(from(0.1, 0.6), "floor_mg", 25)), (EndBy::Floor, "25".to_owned()));
}

/// What two schemes without a lower end share is one range, up to the higher end.
#[test]
fn starts_without_a_lower_end_are_joined() {
    let both = || {
        let scheme = |name: &str, to: f64| json!({ "scheme": name, "to_mg_per_kg": to });
        let treats = json!({ "topic": "initial_therapy", "verdict": "recommended", "regimens": ["mmf"] });
        let start = [scheme("reduced", 0.5), scheme("moderate", 0.6)];
        vec![treats, json!({ "topic": "gc_start", "verdict": "recommended", "start": start })]
    };
    let shared = common_of(&[both(), both()]).start;
    assert_eq!(shared.into_iter().map(written).collect::<Vec<_>>(), ["..36"]);
}

/// A start that waits keeps the others from being all there is to share.
#[test]
fn one_start_that_waits_leaves_the_starts_open() {
    let starting = |wait: bool| {
        let start = json!({ "topic": "gc_start", "verdict": "recommended", "start": [{ "scheme": "single", "to_mg_per_kg": 0.5 }] });
        vec![offering(&["mmf"]), if wait { waiting(start) } else { start }]
    };
    assert_eq!(common_of(&[starting(false), starting(false)]).start_state, Ground::Found);
    assert_eq!(common_of(&[starting(false), starting(false), starting(true)]).start_state, Ground::NeedsData);
}

/// Of two shared starts either leaves its scheme; a scheme whose start is not shared is not held with its target.
#[test]
fn a_scheme_counts_where_its_start_is_among_the_shared_ones() {
    let start = |name: &str, from: f64, to: f64| json!({ "scheme": name, "from_mg_per_kg": from, "to_mg_per_kg": to });
    let target = |name: &str, mg: u32| json!({ "scheme": name, "at_most_mg": mg, "months": { "least": 3, "most": 6 } });
    let (low, middle, high) = (start("reduced", 0.2, 0.3), start("moderate", 0.45, 0.55), start("high", 0.8, 1.0));
    let guideline = |starts: Vec<Value>, targets: Vec<Value>| {
        let starts = json!({ "topic": "gc_start", "verdict": "recommended", "start": starts });
        let targets = json!({ "topic": "gc_target", "verdict": "recommended", "target": targets });
        vec![offering(&["mmf"]), starts, targets]
    };
    let three = guideline(
        vec![low.clone(), middle, high.clone()],
        vec![target("reduced", 5), target("moderate", 10), target("high", 7)],
    );
    let two = guideline(vec![low, high], vec![target("reduced", 20), target("high", 20)]);
    let demands = common_of(&[three, two]).target.unwrap().demands;
    let told: Vec<String> = demands.iter().map(|one| format!("{} {}", one.guideline, one.target.at_most_mg)).collect();
    assert_eq!(told, ["g0 7"]);
}
