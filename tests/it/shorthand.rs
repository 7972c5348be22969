//! The shorthand: every line of the corpus reads as it must, nothing typed is lost, and what is printed reads the same.

use proptest::prelude::*;
use regards::domain::*;
use regards::meeting::{Consequence, Item, Plan, condition, ordered, print, proposed_by, read};
use regards::text::Lang;

mod corpus;
mod given;
mod hidden;
mod laws;
mod tapers;

fn today() -> Day {
    "2026-11-23".parse().unwrap()
}

/// What an item was read as, in one line.
fn noted(item: &Item) -> String {
    match item {
        Item::Line(line) => line_noted(line),
        Item::Branch { trigger, then } => {
            let then = match then {
                Consequence::RePresent => "re-present".to_owned(),
                Consequence::Line(line) => line_noted(line),
                Consequence::Words(words) => format!("words \"{words}\""),
            };
            let condition = match trigger.measure {
                Some(_) => condition(trigger, Lang::En),
                None => format!("words \"{}\"", trigger.words),
            };
            format!("if {condition} => {then}")
        }
        Item::Words(words) => format!("words \"{words}\""),
        Item::Target(Target { what: Aim::Words(words), .. }) => format!("target words \"{words}\""),
        Item::Target(_) | Item::RePresent(_) => print(item, Lang::En),
        Item::Action(action) => format!("action {}: {}", action.kind, print(item, Lang::En)),
    }
}

fn line_noted(line: &Line) -> String {
    let alternative = if line.intention.is_first() { "" } else { "alternative " };
    let drug = line.drug.unwrap();
    let order = line.order.clone().unwrap_or_default();
    let dose = ordered(&order, Lang::En);
    let doses = order.dose.iter().chain(order.steps.iter().filter_map(|step| step.to.as_ref()));
    let assumed = if doses.clone().any(|dose| dose.unit_assumed) { " (mg assumed)" } else { "" };
    let unread: Vec<String> = order.unread.iter().map(|words| format!(" ?\"{words}\"")).collect();
    format!("{alternative}{} {drug}: {dose}{assumed}{}", line.kind, unread.concat())
        .trim_end_matches([':', ' '])
        .to_owned()
}
