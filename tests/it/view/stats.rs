//! The screens of statistics: what is drawn of rows that are given.

use regards::app::{Action, State, update};
use regards::archive::stats::{Amounts, Behind, Chosen, Figure, Half, Rows};
use regards::meeting::Moment;
use regards::text::Lang;

use super::scenes::{activity, section, tally};
use crate::picture::picture;
use crate::scene::*;

fn concordance(lang: Lang) -> State {
    let mut tallies = Vec::new();
    let mut half = Half { year: 2021, second: false };
    for place in 0..12_u32 {
        for (guideline, yes) in [("acr-2024", 4 + place), ("eular-2025", 12), ("kdigo-2024", 16 - place)] {
            tallies.push(tally(Some(guideline), Some("yes"), Some(half), yes));
            tallies.push(tally(Some(guideline), Some("no"), Some(half), 20 - yes));
        }
        half = half.next();
    }
    let both = [("both", 31), ("first-only", 12), ("second-only", 7), ("neither", 3)];
    let pairs = ["acr-2024 eular-2025", "acr-2024 kdigo-2024", "eular-2025 kdigo-2024"].into_iter().flat_map(|pair| {
        both.map(|(answer, count)| tally(Some(pair), Some(answer), None, count)).into_iter().chain([tally(
            Some(pair),
            None,
            None,
            9,
        )])
    });
    let rows = |tallies| Rows { tallies, ..Rows::default() };
    section(lang, 5, &[("concordance-time", rows(tallies)), ("pairs", rows(pairs.collect()))])
}

fn course(lang: Lang) -> State {
    let numbers = |answer: &str, values: &[f64]| Amounts {
        part: None,
        answer: Some(answer.to_owned()),
        values: values.iter().map(|months| months * 30.4375).collect(),
        missing: 0,
    };
    let (event, censored) = ([3.0, 3.0, 6.0, 6.0, 7.0, 12.0, 12.0], [3.0, 6.0, 12.0, 12.0, 24.0, 24.0]);
    let rows = Rows {
        tallies: vec![
            tally(None, Some("event"), None, 7),
            tally(None, Some("censored"), None, 6),
            tally(None, None, None, 4),
        ],
        amounts: vec![
            numbers("event", &event),
            numbers("censored", &censored),
            Amounts { missing: 4, ..Amounts::default() },
        ],
        ..Rows::default()
    };
    let upcr = |month: &str, values: &[f64], missing| Amounts {
        part: Some(month.to_owned()),
        answer: None,
        values: values.to_vec(),
        missing,
    };
    let numbers = vec![
        upcr("0", &[3.1, 2.2, 4.0, 1.6, 2.9, 5.2], 1),
        upcr("3", &[1.4, 0.9, 2.2, 1.1], 0),
        upcr("12", &[0.3, 0.6, 0.4, 0.9, 0.2], 2),
    ];
    let numbers = Rows { amounts: numbers, ..Rows::default() };
    let mut state = section(lang, 8, &[("response-time", rows), ("upcr-course", numbers)]);
    press(&mut state, "<down><down>");
    state
}

fn behind(lang: Lang) -> State {
    let mut state = activity(lang);
    press(&mut state, "<enter>");
    let figure = Figure::of_code("sessions").unwrap();
    let moments = recorded().into_iter().map(|one| Moment::Decided(Box::new(one.entry))).collect();
    update(
        &mut state,
        Action::FoundBehind(Box::new(Behind { figure, part: None, chosen: Chosen::Known }), moments, 55),
    );
    state
}

#[test]
fn the_screens_of_statistics() {
    type Scene = (&'static str, fn(Lang) -> State);
    let scenes: [Scene; 4] =
        [("concordance", concordance), ("course", course), ("activity", activity), ("behind", behind)];
    for (name, scene) in scenes {
        for (lang, (width, height)) in [(Lang::Fr, (80, 24)), (Lang::En, (120, 36)), (Lang::Fr, (160, 45))] {
            let name = format!("stats_{name}_{width}x{height}_{}", lang.code());
            insta::assert_snapshot!(name, picture(&shot(&scene(lang), width, height)));
        }
    }
}

#[test]
fn what_is_being_counted_and_what_is_not_recorded_are_said() {
    let mut state = room(Lang::En);
    press(&mut state, "s");
    assert!(said(&shot(&state, 80, 24)).contains("counting 0/7"));
    let state = course(Lang::En);
    let screen = said(&shot(&state, 120, 45));
    assert!(screen.contains("Not a comparison of treatments"), "{screen}");
    assert!(screen.contains("Not recorded, or elsewhere"), "{screen}");
}
