//! Doses that go down as they are spoken: the date is the one they are reached by, and never the one the line begins on.

use super::*;

fn ordered_by(text: &str) -> Order {
    let lines = Plan::of(text, today()).lines;
    assert_eq!(lines.len(), 1, "{text}");
    lines[0].order.clone().unwrap()
}

fn read_as(text: &str) -> (String, Vec<String>) {
    let order = ordered_by(text);
    (ordered(&Order { unread: Vec::new(), ..uncounted(order.clone()) }, Lang::En), order.unread)
}

fn uncounted(mut order: Order) -> Order {
    order.steps.iter_mut().for_each(|step| step.by = step.by.map(|due| Due { day: None, ..due }));
    order.from = order.from.map(|due| Due { day: None, ..due });
    order
}

#[test]
fn a_date_behind_a_dose_that_goes_down_is_that_of_the_step() {
    for (text, meant) in [
        ("pred 10 mg, décroissance 5 mg à S12", "10 mg -> 5 mg w12"),
        ("pred 10 mg, taper to 5 mg by w12", "10 mg -> 5 mg w12"),
        ("pred 0,5 mg/kg dégressive, arrêt à 6 mois", "0.5 mg/kg in stages -> stop m6"),
        ("pred 0.5 mg/kg tapered, stop at 6 months", "0.5 mg/kg in stages -> stop m6"),
        ("pred 20 mg/j, décroissance jusqu'à 5 mg à S24", "20 mg/d -> 5 mg w24"),
        ("pred 20 mg/j, baisse à 5 mg à M3", "20 mg/d -> 5 mg m3"),
        ("pred 20 mg/j, descendre à 5 mg/j en 12 semaines", "20 mg/d -> 5 mg/d w12"),
        ("pred 20 mg/j puis arrêt à M6", "20 mg/d -> stop m6"),
        ("taper pred 5 mg by w12", "-> 5 mg w12"),
        ("pred 40 mg/j, 30 mg/j à S2, 20 mg/j à S4", "40 mg/d -> 30 mg/d w2 -> 20 mg/d w4"),
    ] {
        assert_eq!(read_as(text), (meant.to_owned(), Vec::new()), "{text}");
        assert_eq!(ordered_by(text).from, None, "{text}");
    }
    let step = ordered_by("pred 10 mg, décroissance 5 mg à S12").steps[0].by.unwrap();
    assert_eq!(step.day, Some("2027-02-15".parse().unwrap()), "counted from the decision");
}

#[test]
fn what_can_be_read_in_two_ways_is_marked_and_gives_no_date() {
    for (text, left) in [
        ("pred 20 mg/j, décroissance sur 6 mois", "décroissance sur 6 mois"),
        ("pred 20 mg/j, baisse 5 mg en 4 semaines", "baisse 5 mg en 4 semaines"),
        ("pred 20 mg/j, diminuer de 5 mg à M3", "diminuer de 5 mg à M3"),
        ("pred 20 mg/d, taper by 5 mg every 2 weeks", "taper by 5 mg every 2 weeks"),
        ("pred 20 mg/d, tapered", "tapered"),
    ] {
        let order = ordered_by(text);
        assert_eq!(order.unread, [left], "{text}");
        assert_eq!((order.from, order.steps.len(), order.rhythm, order.duration), (None, 0, None, None), "{text}");
        assert_eq!(order.dose.unwrap().amount.to_string(), "20", "{text}");
    }
}

#[test]
fn a_date_behind_a_word_that_is_not_understood_is_that_words() {
    for text in ["mmf 2 g/j, réévaluer à m6", "mmf 2 g/j, bio m1 m3", "mmf 2 g/d, review in 3 months"] {
        let order = ordered_by(text);
        assert_eq!((order.from, order.rhythm, order.duration), (None, None, None), "{text}");
        assert!(!order.unread.is_empty(), "{text}");
    }
    let begun = ordered_by("mmf 2 g/j dose pleine dès m1").from.unwrap();
    assert_eq!(begun.said.to_string(), "m1", "what begins then says so");
}

#[test]
fn a_bolus_is_ordered_whether_it_is_said_before_or_behind_the_drug() {
    for text in ["bolus mp 500 x3", "mp bolus 500 x3", "mp 500 x3 bolus", "3 bolus de mp 500", "mp 500 bolus x3"] {
        assert_eq!(read_as(text), ("bolus 500 x3".to_owned(), Vec::new()), "{text}");
    }
}
