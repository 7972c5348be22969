//! For whom each statement speaks: the conditions of the three guidelines and of their differences, read a second time against
//! the sentences that they bear (guidelines.md) and written down in `who.txt`.

use std::collections::BTreeMap;

use regards::knowledge::Condition;
use serde_json::{Value, json};

use crate::scene::library;

const WHO: &str = include_str!("who.txt");

/// A condition in words: `active_nephritis and not (pure_v and proteinuria at most 1 g/g)`.
fn words(condition: &Value, is_part: bool) -> String {
    let Some((key, part)) = condition.as_object().and_then(|one| one.iter().next()) else { panic!("{condition}") };
    let listed = |join: &str| part.as_array().unwrap().iter().map(text).collect::<Vec<_>>().join(join);
    let joined = |join: &str| {
        let parts: Vec<String> = part.as_array().unwrap().iter().map(|one| words(one, true)).collect();
        let is_one = parts.len() == 1;
        let all = parts.join(join);
        if is_part && !is_one { format!("({all})") } else { all }
    };
    match key.as_str() {
        "is" => text(part),
        "class" => format!("class {}", listed("/")),
        "not" => format!("not {}", words(part, true)),
        "all" => joined(" and "),
        "any" => joined(" or "),
        _ => format!("{} {} {}", text(&part["fact"]), key.replace('_', " "), text(&part["value"])),
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(forms) => forms.iter().map(text).collect::<Vec<_>>().join(" = "),
        other => other.to_string(),
    }
}

/// The lines of a part of `who.txt`.
fn second_reading(part: &str) -> BTreeMap<String, Vec<String>> {
    let mut here = false;
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in WHO.lines().filter(|line| !line.is_empty()) {
        match line.strip_prefix("# ") {
            Some(name) => here = name == part,
            None if here => {
                let (id, who) = line.split_once(": ").unwrap_or_else(|| panic!("{line}"));
                found.entry(id.to_owned()).or_default().push(who.to_owned());
            }
            None => {}
        }
    }
    found
}

fn is_read_twice<'a>(part: &str, conditions: impl Iterator<Item = (String, &'a Condition)>) {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (id, when) in conditions {
        let who = words(&json!(when), false);
        found.entry(id).or_default().push(if who.is_empty() { "everyone".to_owned() } else { who });
    }
    let read = second_reading(part);
    let ids: std::collections::BTreeSet<&String> = read.keys().chain(found.keys()).collect();
    let differ: Vec<String> = ids
        .into_iter()
        .filter(|id| read.get(*id) != found.get(*id))
        .map(|id| format!("{id}:\n  entry  {:?}\n  who.txt {:?}", found.get(id), read.get(id)))
        .collect();
    assert!(differ.is_empty(), "{part}\n{}", differ.join("\n"));
}

#[test]
fn every_statement_speaks_for_whom_the_sheet_says() {
    for guideline in library().guidelines() {
        let statements = guideline.statements.iter().map(|one| (one.id.clone(), &one.when));
        let silences = guideline.silences.iter().map(|one| (format!("silence on {}", one.topic), &one.when));
        is_read_twice(&guideline.id, statements.chain(silences));
    }
}

#[test]
fn every_difference_is_told_of_whom_it_holds() {
    is_read_twice("differences", library().differences().iter().map(|one| (one.id.clone(), &one.when)));
}
