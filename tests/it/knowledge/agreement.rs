//! How rows stand to each other, by laws that hold of any guidelines: one agrees with itself, alone it is the only one, and
//! the order of the columns says nothing.

use regards::knowledge::{
    Accord, Cell, Common, Condition, Country, FactId, Ground, Guideline, Library, Quiet, Reason, Topic, Verdict,
    side_by_side, strategy_facts,
};

use serde_json::{Value, json};

use super::common::columns;
use super::vignettes;

use crate::scene::library;

const ALL: [&str; 3] = ["eular-2025", "acr-2024", "kdigo-2024"];

fn is_settled(cell: &Cell) -> bool {
    !matches!(cell.verdict, Verdict::NeedsData | Verdict::Judgement | Verdict::Conflict)
}

/// Doses that nobody printed, or that hang on a weight, cannot be compared even with themselves.
#[test]
fn a_guideline_agrees_with_itself() {
    let mut same = 0;
    for (id, facts) in vignettes::all() {
        for name in ALL {
            let table = columns(&facts, &[name, &format!("{name}=copy")]);
            for row in &table.rows {
                let [cell, _] = row.cells.as_slice() else { panic!("two columns") };
                let found = (row.agreement.accord, row.agreement.reason);
                let expected = match cell.verdict {
                    verdict if !verdict.speaks() => (Accord::NoneSpeaks, Reason::NoneSpeaks),
                    Verdict::NeedsData => (Accord::Undetermined, Reason::NeedsData),
                    Verdict::Judgement => (Accord::Undetermined, Reason::LeftToJudgement),
                    Verdict::Conflict => (Accord::Differ, Reason::OwnConflict),
                    _ if found.0 == Accord::Undetermined => (Accord::Undetermined, Reason::NoNumbers),
                    _ => (Accord::Same, Reason::Identical),
                };
                assert_eq!(found, expected, "{id} {name} {:?}", row.topic);
                same += usize::from(found.0 == Accord::Same);
            }
        }
    }
    assert!(same > 100, "{same} rows compared");
}

#[test]
fn alone_a_guideline_is_the_only_one() {
    for (id, facts) in vignettes::all() {
        for name in ALL {
            for row in columns(&facts, &[name]).rows {
                let speaks = row.cells[0].verdict.speaks();
                let expected = if speaks { Accord::OnlyOne } else { Accord::NoneSpeaks };
                assert_eq!(row.agreement.accord, expected, "{id} {name} {:?}", row.topic);
            }
        }
    }
}

#[test]
fn the_order_of_the_columns_says_nothing() {
    for (id, facts) in vignettes::all() {
        for (one, other) in [(0, 1), (0, 2), (1, 2)] {
            let there = columns(&facts, &[ALL[one], ALL[other]]);
            let back = columns(&facts, &[ALL[other], ALL[one]]);
            for (row, mirrored) in there.rows.iter().zip(&back.rows) {
                assert_eq!(row.agreement, mirrored.agreement, "{id} {} {} {:?}", ALL[one], ALL[other], row.topic);
            }
        }
    }
}

/// Where one speaks and the other does not, there is nothing to compare, unless the one that speaks still needs data.
#[test]
fn of_two_of_which_one_speaks_it_is_the_only_one() {
    let mut alone = 0;
    for (id, facts) in vignettes::all() {
        for (one, other) in [(0, 1), (0, 2), (1, 2)] {
            for row in columns(&facts, &[ALL[one], ALL[other]]).rows {
                let speaking: Vec<&Cell> = row.cells.iter().filter(|cell| cell.verdict.speaks()).collect();
                let [cell] = speaking.as_slice() else { continue };
                let expected = match cell.verdict {
                    Verdict::NeedsData => (Accord::Undetermined, Reason::NeedsData),
                    _ => (Accord::OnlyOne, Reason::OnlyOneSpeaks),
                };
                assert_eq!((row.agreement.accord, row.agreement.reason), expected, "{id} {:?}", row.topic);
                alone += usize::from(is_settled(cell));
            }
        }
    }
    assert!(alone > 20, "{alone} rows compared");
}

/// What each body says on stopping is told by the word of its row.
#[test]
fn permissions_follow_the_rows_on_stopping() {
    use regards::clinic::{Stance, Withdrawn};
    let mut told = 0;
    for (id, facts) in vignettes::all() {
        let table = side_by_side(&library(), &facts, Country::France);
        let case = serde_json::from_value(serde_json::json!({
            "format": 1, "case": "T-1", "question": "?", "patient": { "alias": "T", "sex": "female" },
        }))
        .unwrap();
        let found = strategy_facts(&case, &facts, &table).permissions;
        let mut expected = Vec::new();
        for (topic, what) in
            [(Topic::GcStop, Withdrawn::Glucocorticoid), (Topic::Withdrawal, Withdrawn::Immunosuppressant)]
        {
            for (column, cell) in table.columns.iter().zip(&table.row(topic).unwrap().cells) {
                let stance = match cell.verdict {
                    Verdict::NeedsData => Stance::NeedsData,
                    Verdict::Avoid | Verdict::Reserved => Stance::NotYet,
                    Verdict::Judgement | Verdict::Caution | Verdict::Conflict => Stance::ToJudge,
                    verdict if verdict.accepts() => Stance::Open,
                    _ => continue,
                };
                expected.push((column.heading(), what, stance));
            }
        }
        told += expected.len();
        let found: Vec<_> = found.into_iter().map(|one| (one.body, one.what, one.stance)).collect();
        assert_eq!(found, expected, "{id}");
    }
    assert!(told > 5, "{told} permissions");
}

/// An immunosuppressant that is taken today: neither one that was stopped, nor hydroxychloroquine.
#[test]
fn who_takes_an_immunosuppressant_is_treated() {
    let (_, facts) = vignettes::all().remove(0);
    let table = side_by_side(&library(), &facts, Country::France);
    let treated = |treatments: &[Value]| {
        let case = serde_json::from_value(json!({
            "format": 1, "case": "T-1", "question": "?", "patient": { "alias": "T", "sex": "female" },
            "treatments": treatments,
        }));
        strategy_facts(&case.unwrap(), &facts, &table).treated
    };
    let (hcq, azathioprine) = (
        json!({ "drug": "hydroxychloroquine", "from": "2020-01-01" }),
        json!({ "drug": "azathioprine", "from": "2020-01-01" }),
    );
    assert!(treated(&[hcq.clone(), azathioprine]));
    assert!(!treated(&[json!({ "drug": "azathioprine", "from": "2020-01-01", "to": "2021-01-01" })]));
    assert!(!treated(&[hcq]));
}

/// An entry says how much it has: every statement is counted once by how it was read, and a silence for everyone is one.
#[test]
fn coverage_counts_what_an_entry_has() {
    for guideline in library().guidelines() {
        let sources = guideline.sources();
        assert!(sources.iter().all(|(_, count)| *count > 0), "{}", guideline.id);
        assert_eq!(
            sources.iter().map(|(_, count)| count).sum::<usize>(),
            guideline.statements.len(),
            "{}",
            guideline.id
        );
        for row in guideline.coverage() {
            let silences: Vec<bool> = guideline
                .silences
                .iter()
                .filter(|silence| silence.topic == row.topic)
                .map(|silence| silence.when == Condition::default())
                .collect();
            let quiet = match silences.as_slice() {
                [] => None,
                some if some.contains(&true) => Some(Quiet::Silent),
                _ => Some(Quiet::SilentForSome),
            };
            assert_eq!(row.quiet, quiet, "{} {:?}", guideline.id, row.topic);
            let speaking = guideline.statements.iter().filter(|statement| statement.is_on(row.topic));
            assert_eq!(
                (row.statements, row.weakest),
                (speaking.clone().count(), speaking.map(|one| one.checked).max())
            );
        }
    }
}

/// A guideline that says this alone.
pub fn saying(id: &str, statements: &[Value]) -> Guideline {
    let statements = statements.iter().enumerate().map(|(place, said)| {
        let mut statement =
            json!({ "id": format!("s{place}"), "number": "unnumbered", "checked": "verified", "fr": "", "en": "" });
        statement.as_object_mut().unwrap().extend(said.as_object().unwrap().clone());
        serde_json::from_value(statement).unwrap()
    });
    let shipped = library();
    let template = shipped.guideline("acr-2024").unwrap().clone();
    Guideline { id: id.to_owned(), statements: statements.collect(), silences: Vec::new(), ..template }
}

/// How guidelines that say one thing each stand to each other on its row: class IV, 60 kg, and it is not known whether the
/// pressure is high.
fn stand(topic: &str, sayings: &[&[Value]]) -> (Accord, Reason) {
    stand_in(topic, topic, sayings)
}

/// The same in another row than the one they speak on.
fn stand_in(row: &str, topic: &str, sayings: &[&[Value]]) -> (Accord, Reason) {
    let mut facts = vignettes::supposing("V1", &[]);
    facts.forget(FactId::Hypertension);
    let on = |said: &Value| {
        let mut said = said.clone();
        said["topic"] = json!(topic);
        said
    };
    let guidelines = sayings
        .iter()
        .enumerate()
        .map(|(place, said)| saying(&format!("g{place}"), &said.iter().map(on).collect::<Vec<_>>()))
        .collect();
    let table = side_by_side(&Library::of(guidelines, library().formulary().clone()), &facts, Country::France);
    let found = table.rows.iter().find(|one| serde_json::to_value(one.topic).unwrap() == json!(row)).unwrap();
    (found.agreement.accord, found.agreement.reason)
}

#[test]
fn regimens_are_compared_by_what_is_accepted_and_preferred() {
    let offers = |verdict: &str, regimens: &[&str]| json!({ "verdict": verdict, "regimens": regimens });
    let both = |one: &[Value], other: &[Value]| stand("initial_therapy", &[one, other]);
    let bel = || offers("recommended", &["mmf+bel"]);
    assert_eq!(both(&[bel()], &[bel()]), (Accord::Same, Reason::Identical));
    assert_eq!(both(&[bel()], &[offers("recommended", &["mmf+voc"])]), (Accord::Differ, Reason::NoSharedChoice));
    let two = [offers("recommended", &["mmf+bel", "mmf+voc"])];
    assert_eq!(both(&two, &[bel()]), (Accord::Close, Reason::SharedChoices));
    assert_eq!(both(&[bel()], &two), (Accord::Close, Reason::SharedChoices));
    let preferring = [offers("preferred", &["mmf+bel"]), offers("recommended", &["mmf+voc"])];
    assert_eq!(both(&preferring, &two), (Accord::Close, Reason::OtherPreference));
    assert_eq!(both(&preferring, &preferring), (Accord::Same, Reason::Identical));
    let other_way = [offers("preferred", &["mmf+voc"]), offers("recommended", &["mmf+bel"])];
    assert_eq!(both(&preferring, &other_way), (Accord::Close, Reason::OtherPreference));
    assert_eq!(both(&[bel()], &[offers("option", &["mmf+bel"])]), (Accord::Close, Reason::OtherPreference));
    let reserving = [
        offers("preferred", &["mmf+bel"]),
        offers("option", &["mmf+voc"]),
        json!({ "verdict": "reserved", "regimens": ["mmf+voc"] }),
    ];
    let bare = [offers("preferred", &["mmf+bel"])];
    assert_eq!(both(&bare, &reserving), (Accord::Same, Reason::Identical), "what is not accepted is no preference");
    assert_eq!(both(&[bel()], &[json!({ "verdict": "avoid" })]), (Accord::Differ, Reason::OneAdvisesAgainst));
}

#[test]
fn doses_are_compared_as_ranges() {
    let pulse = |least: u32, most: u32| json!({ "verdict": "option", "pulse": { "daily_mg": { "least": least, "most": most }, "days": { "least": 3, "most": 3 } } });
    let silent = || json!({ "verdict": "option" });
    let pulses = |one: Value, other: Value| stand("gc_pulse", &[&[one], &[other]]);
    assert_eq!(pulses(pulse(250, 500), pulse(250, 500)), (Accord::Same, Reason::Identical));
    assert_eq!(pulses(pulse(250, 500), pulse(500, 1000)), (Accord::Close, Reason::RangesMeet));
    assert_eq!(pulses(pulse(250, 500), pulse(501, 1000)), (Accord::Differ, Reason::RangesDoNotMeet));
    assert_eq!(pulses(pulse(250, 500), silent()), (Accord::Undetermined, Reason::NoNumbers));
    assert_eq!(pulses(silent(), pulse(250, 500)), (Accord::Undetermined, Reason::NoNumbers));

    let target = |mg: f64, most: u32| {
        let months = json!({ "least": 3, "most": most });
        json!({ "verdict": "option", "target": [{ "scheme": "single", "at_most_mg": mg, "months": months }] })
    };
    let targets = |one: Value, other: Value| stand("gc_target", &[&[one], &[other]]);
    assert_eq!(targets(target(5.0, 6), target(5.0, 6)), (Accord::Same, Reason::Identical));
    assert_eq!(targets(target(5.0, 6), target(5.0, 4)), (Accord::Close, Reason::OtherNumbers));
    assert_eq!(targets(target(5.0, 6), target(7.5, 6)), (Accord::Differ, Reason::OtherNumbers));
    assert_eq!(targets(target(5.0, 6), silent()), (Accord::Undetermined, Reason::NoNumbers));
    assert_eq!(targets(silent(), target(5.0, 6)), (Accord::Undetermined, Reason::NoNumbers));
    assert_eq!(targets(silent(), silent()), (Accord::Same, Reason::Identical));

    let taper = |mg: u32| {
        let steps = json!([{ "from_week": 0, "to_week": 4, "mg": mg }, { "from_week": 5, "mg": 5 }]);
        json!({ "verdict": "option", "taper": { "scheme": "single", "steps": steps } })
    };
    let tapers = |one: Value, other: Value| stand("gc_taper", &[&[one], &[other]]);
    assert_eq!(tapers(taper(20), taper(20)), (Accord::Same, Reason::Identical));
    assert_eq!(tapers(taper(20), taper(25)), (Accord::Close, Reason::OtherNumbers));
    assert_eq!(tapers(taper(20), silent()), (Accord::Undetermined, Reason::NoNumbers));
    assert_eq!(tapers(silent(), silent()), (Accord::Same, Reason::Identical));
}

#[test]
fn demands_are_compared_by_their_kind() {
    let asks = |demand: Value| json!({ "verdict": "option", "response": [demand] });
    let fall = |percent: u32| asks(json!({ "goal": "partial_response", "fall_at_least": percent }));
    let below = |limit: &str| asks(json!({ "goal": "partial_response", "below": limit }));
    let silent = || json!({ "verdict": "option" });
    let both = |one: Value, other: Value| stand("response_6m", &[&[one], &[other]]);
    assert_eq!(both(fall(50), fall(50)), (Accord::Same, Reason::Identical));
    assert_eq!(both(fall(50), fall(25)), (Accord::Close, Reason::OtherNumbers));
    assert_eq!(both(below("0.5 g/g"), below("0.7 g/g")), (Accord::Close, Reason::OtherNumbers));
    assert_eq!(both(below("0.5 g/g"), below("500 mg/g")), (Accord::Same, Reason::Identical), "one limit in two units");
    assert_eq!(both(fall(50), below("0.5 g/g")), (Accord::Differ, Reason::OtherDemands));
    assert_eq!(both(fall(50), silent()), (Accord::Undetermined, Reason::NoNumbers));
    assert_eq!(both(silent(), fall(50)), (Accord::Undetermined, Reason::NoNumbers));
    assert_eq!(both(silent(), silent()), (Accord::Same, Reason::Identical));
}

#[test]
fn advice_is_compared_as_a_set() {
    let advises = |all: &[&str]| json!({ "verdict": "option", "advises": all });
    let both = |one: Value, other: Value| stand("maintenance", &[&[one], &[other]]);
    let (same, mmf) = ("same_drugs", "mycophenolate_maintenance");
    assert_eq!(both(advises(&[same]), advises(&[same])), (Accord::Same, Reason::Identical));
    assert_eq!(both(advises(&[same]), advises(&[mmf])), (Accord::Differ, Reason::OtherDemands));
    assert_eq!(both(advises(&[same, mmf]), advises(&[mmf])), (Accord::Close, Reason::SharedChoices));
    let recommended = json!({ "verdict": "recommended", "advises": [same] });
    assert_eq!(both(advises(&[same]), recommended), (Accord::Close, Reason::OtherPreference));
}

/// What still waits, or is left to the room, leaves the row open, unless two others already differ.
#[test]
fn what_is_open_leaves_the_row_open() {
    let (one, other) = (json!({ "verdict": "option", "advises": ["same_drugs"] }), json!({ "verdict": "avoid" }));
    let waits = json!({ "verdict": "option", "when": { "is": "hypertension" }, "advises": ["same_drugs"] });
    let left = json!({ "verdict": "judgement" });
    let of = |sayings: &[&[Value]]| stand("maintenance", sayings);
    let (one, other, waits, left) = ([one], [other], [waits], [left]);
    assert_eq!(of(&[&waits]), (Accord::OnlyOne, Reason::OnlyOneSpeaks), "alone there is nothing to wait for");
    assert_eq!(of(&[&one, &waits]), (Accord::Undetermined, Reason::NeedsData));
    assert_eq!(of(&[&waits, &[]]), (Accord::Undetermined, Reason::NeedsData), "the other says nothing");
    assert_eq!(of(&[&one, &[]]), (Accord::OnlyOne, Reason::OnlyOneSpeaks));
    assert_eq!(of(&[&[], &[]]), (Accord::NoneSpeaks, Reason::NoneSpeaks));
    assert_eq!(of(&[&one, &other, &waits]), (Accord::Differ, Reason::OneAdvisesAgainst));
    assert_eq!(of(&[&one, &left]), (Accord::Undetermined, Reason::LeftToJudgement));
    assert_eq!(of(&[&one, &one, &left]), (Accord::Undetermined, Reason::LeftToJudgement));
    assert_eq!(of(&[&one, &left, &waits]), (Accord::Undetermined, Reason::NeedsData));
}

/// Of several pairs the one that is furthest apart is told.
#[test]
fn the_pair_furthest_apart_is_told() {
    let target = |mg: u32, most: u32| {
        let months = json!({ "least": 3, "most": most });
        [json!({ "verdict": "option", "target": [{ "scheme": "single", "at_most_mg": mg, "months": months }] })]
    };
    let of = |sayings: &[&[Value]]| stand("gc_target", sayings);
    let silent = [json!({ "verdict": "option" })];
    assert_eq!(of(&[&target(5, 6), &target(5, 6), &target(5, 4)]), (Accord::Close, Reason::OtherNumbers));
    assert_eq!(of(&[&target(5, 6), &target(5, 4), &silent]), (Accord::Undetermined, Reason::NoNumbers));
    assert_eq!(of(&[&target(5, 6), &silent, &target(10, 6)]), (Accord::Differ, Reason::OtherNumbers));
}

/// A caution is another word for the same choice; in every row that offers regimens they are what is compared, and a drug's
/// own row compares the words.
#[test]
fn offers_are_compared_wherever_both_make_them() {
    let offers = |verdict: &str, regimens: &[&str]| json!({ "verdict": verdict, "regimens": regimens });
    let wary = [offers("recommended", &["mmf+bel"]), json!({ "verdict": "option", "drugs": { "bel": "caution" } })];
    let bel = [offers("recommended", &["mmf+bel"])];
    assert_eq!(stand("initial_therapy", &[&wary, &bel]), (Accord::Close, Reason::OtherPreference));
    assert_eq!(stand("initial_therapy", &[&wary, &wary]), (Accord::Same, Reason::Identical));
    let (mmf, aza) = ([offers("recommended", &["mmf"])], [offers("recommended", &["aza"])]);
    assert_eq!(stand("maintenance", &[&mmf, &aza]), (Accord::Differ, Reason::NoSharedChoice));
    assert_eq!(stand("maintenance", &[&mmf, &mmf]), (Accord::Same, Reason::Identical));
    let general = [json!({ "verdict": "recommended" })];
    assert_eq!(stand("initial_therapy", &[&general, &mmf]), (Accord::Differ, Reason::NoSharedChoice));
    assert_eq!(stand("initial_therapy", &[&mmf, &general]), (Accord::Differ, Reason::NoSharedChoice));
    assert_eq!(stand("maintenance", &[&mmf, &general]), (Accord::Same, Reason::Identical), "one names no regimen");
    assert_eq!(stand("maintenance", &[&general, &mmf]), (Accord::Same, Reason::Identical));
    let with_cyc = [offers("recommended", &["cyc+bel"])];
    assert_eq!(stand_in("belimumab", "initial_therapy", &[&bel, &with_cyc]), (Accord::Same, Reason::Identical));
    let second = [offers("alternative", &["cyc+bel"])];
    assert_eq!(stand_in("belimumab", "initial_therapy", &[&bel, &second]), (Accord::Close, Reason::OtherPreference));
}

// ---- common ground

fn common(topic: &str, sayings: &[&[Value]]) -> Common {
    let mut facts = vignettes::supposing("V1", &[]);
    facts.forget(FactId::Hypertension);
    let guidelines = sayings.iter().enumerate().map(|(place, said)| {
        let on = |said: &Value| {
            let mut said = said.clone();
            said["topic"] = json!(topic);
            said
        };
        // Common ground is that of those who treat.
        let treats = json!({ "topic": "initial_therapy", "verdict": "recommended", "regimens": ["mmf"] });
        saying(&format!("g{place}"), &said.iter().map(on).chain([treats]).collect::<Vec<_>>())
    });
    let library = Library::of(guidelines.collect(), library().formulary().clone());
    side_by_side(&library, &facts, Country::France).common
}

fn waiting(mut said: Value) -> Value {
    said["when"] = json!({ "is": "hypertension" });
    said
}

#[test]
fn a_shared_pulse_needs_both_its_total_and_its_day() {
    let pulse = |daily: [u32; 2], total: [u32; 2]| {
        json!({ "verdict": "option", "pulse": {
            "daily_mg": { "least": daily[0], "most": daily[1] }, "days": { "least": 1, "most": 3 },
            "total_mg": { "least": total[0], "most": total[1] },
        }})
    };
    let state = |one: Value, other: Value| common("gc_pulse", &[&[one], &[other]]).pulse.unwrap();
    let usual = || pulse([250, 500], [500, 1500]);
    let found = state(usual(), pulse([500, 1000], [1000, 3000]));
    assert_eq!((found.state, found.total_mg.len(), found.daily_mg.len()), (Ground::Found, 1, 1));
    assert_eq!(vignettes::written(found.total_mg[0]), "1000-1500");
    assert_eq!(state(usual(), pulse([600, 1000], [1000, 3000])).state, Ground::None, "a day apart");
    assert_eq!(state(usual(), pulse([250, 500], [2000, 3000])).state, Ground::None, "the total apart");
    assert_eq!(state(usual(), waiting(usual())).state, Ground::NeedsData);
    let in_all = |least: u32, most: u32| json!({ "verdict": "option", "pulse": { "days": { "least": 1, "most": 3 }, "total_mg": { "least": least, "most": most } } });
    let found = state(in_all(500, 1500), in_all(1000, 3000));
    assert_eq!((found.state, found.daily_mg.len()), (Ground::Found, 0), "who prints no day asks for none");
    let without = state(usual(), json!({ "verdict": "option" }));
    assert_eq!((without.state, without.without_numbers), (Ground::NothingToCompare, vec!["g1".to_owned()]));
}

#[test]
fn the_strictest_demand_is_shared() {
    let asks = |demand: Value| {
        let mut demand = demand;
        demand["goal"] = json!("partial_response");
        json!({ "verdict": "option", "response": [demand] })
    };
    let shared = |sayings: &[&[Value]]| {
        let all = common("response_6m", sayings).responses;
        all.into_iter().find(|one| one.topic == Topic::Response6m).unwrap()
    };
    let said = |sayings: &[&[Value]]| {
        let found = shared(sayings);
        let ceiling = found.proteinuria.map(|one| format!("{} {}", one.operator, one.amount.unwrap()));
        (found.state, ceiling.unwrap_or_default())
    };
    let (below, at_most) = ([asks(json!({ "below": "0.5 g/g" }))], [asks(json!({ "at_most": "0.5 g/g" }))]);
    assert_eq!(said(&[&below, &at_most]), (Ground::Found, "< 0.5 g/g".to_owned()), "below is stricter than at most");
    assert_eq!(said(&[&at_most, &below]), (Ground::Found, "< 0.5 g/g".to_owned()));
    let lower = [asks(json!({ "at_most": "0.4 g/g" }))];
    assert_eq!(said(&[&below, &lower]), (Ground::Found, "<= 0.4 g/g".to_owned()));
    // V1 begins at 1.8 g/g: half of it is 0.9.
    let half = [asks(json!({ "fall_at_least": 50 }))];
    assert_eq!(said(&[&half, &below]), (Ground::Found, "< 0.5 g/g".to_owned()));
    let quarter = [asks(json!({ "fall_at_least": 25 }))];
    assert_eq!(said(&[&quarter, &half]), (Ground::Found, "<= 0.9 g/g".to_owned()));
    let waits = [waiting(below[0].clone())];
    assert_eq!(said(&[&below, &lower, &waits]).0, Ground::NeedsData);
    let left = [json!({ "verdict": "judgement", "response": [{ "goal": "partial_response", "below": "0.1 g/g" }] })];
    assert_eq!(
        said(&[&below, &lower, &left]),
        (Ground::Found, "<= 0.4 g/g".to_owned()),
        "left to judgement asks nothing"
    );
    let within = |least: u32, most: u32| [asks(json!({ "gfr_within": { "least": least, "most": most } }))];
    let narrow = shared(&[&within(10, 15), &within(10, 20)]).egfr_within.unwrap();
    assert_eq!((narrow.least.to_string(), narrow.most.to_string()), ("10".to_owned(), "15".to_owned()));
    let floor = |least: u32| [asks(json!({ "gfr_floor": least }))];
    assert_eq!(shared(&[&floor(60), &floor(80)]).egfr_least.unwrap().number.to_string(), "80");
}

#[test]
fn the_lowest_target_is_shared() {
    let target = |mg: u32, most: u32| {
        let months = json!({ "least": 3, "most": most });
        json!({ "verdict": "option", "target": [{ "scheme": "single", "at_most_mg": mg, "months": months }] })
    };
    let demands = |sayings: &[&[Value]]| {
        let found = common("gc_target", sayings).target.unwrap();
        let each = found.demands.iter().map(|one| format!("{} {}", one.guideline, one.target.at_most_mg));
        (found.state, each.collect::<Vec<_>>(), found.without_numbers)
    };
    let (five, ten) = ([target(5, 6)], [target(10, 6)]);
    let found = |all: &[&str]| (Ground::Found, all.iter().map(|one| (*one).to_owned()).collect(), vec![]);
    assert_eq!(demands(&[&ten, &five]), found(&["g1 5"]));
    assert_eq!(demands(&[&five, &ten]), found(&["g0 5"]));
    assert_eq!(demands(&[&[target(5, 6)], &[target(7, 3)]]), found(&["g0 5", "g1 7"]), "lower later, higher sooner");
    assert_eq!(demands(&[&five, &ten, &[waiting(target(5, 3))]]).0, Ground::NeedsData);
    let silent = [json!({ "verdict": "option" })];
    assert_eq!(demands(&[&five, &ten, &silent]), (Ground::Found, vec!["g0 5".to_owned()], vec!["g2".to_owned()]));
    assert_eq!(demands(&[&five, &silent]).0, Ground::NothingToCompare);
}

/// Weeks are held against months of 30.4375 days: 13 weeks end before 3 months, 14 weeks after them.
#[test]
fn a_target_in_weeks_is_held_against_one_in_months() {
    let target = |unit: &str, most: u32| {
        let mut target = json!({ "scheme": "single", "at_most_mg": 5 });
        target[unit] = json!({ "least": 1, "most": most });
        [json!({ "verdict": "option", "target": [target] })]
    };
    let months = target("months", 3);
    let demanded = |weeks: u32| {
        let found = common("gc_target", &[&months, &target("weeks", weeks)]).target.unwrap();
        found.demands.iter().map(|one| one.guideline.clone()).collect::<Vec<_>>()
    };
    assert_eq!([demanded(13), demanded(14)], [["g1"], ["g0"]]);
}
