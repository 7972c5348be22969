//! Changes to the text of a case file: exactly the change, and nothing else of the file.

use std::fs;
use std::slice::from_ref;

use proptest::prelude::*;
use regards::domain::Day;
use regards::read::{Edit, Refused, Setting, Snag, edited};
use serde_yaml::{Mapping, Value};

use crate::luck::draws;

fn day(written: &str) -> Day {
    written.parse().unwrap()
}

fn set(key: &'static str, value: &str) -> Setting {
    Setting { key, value: Some(value.to_owned()) }
}

fn out(key: &'static str) -> Setting {
    Setting { key, value: None }
}

fn visit(date: &str, settings: &[Setting]) -> Edit {
    Edit::Dated { list: "activity", date: day(date), settings: settings.to_vec() }
}

fn person(settings: &[Setting]) -> Edit {
    Edit::Group { group: "person", settings: settings.to_vec() }
}

fn damage(item: &str, settings: Option<&[Setting]>) -> Edit {
    let settings = settings.map(<[Setting]>::to_vec);
    Edit::Item { group: "damage", list: "sdi", by: ("item", item.to_owned()), settings }
}

fn turns(before: &str, edit: Edit, after: &str) {
    assert_eq!(edited(before, &[edit]).as_deref(), Ok(after));
}

const VISITS: &str = "case: X
activity:
  - date: 2026-03-09     # l'hiver : une poussée
    sledai: [rash,
      anti_dsdna]        # deux signes
    pga: 1.2             # à l'œil
    ptga: 48

  # la suivante
  - date: 2026-09-28
    pga: 2.0
    wishes: \"# pas un commentaire: vraiment\"
person:
  work: prof
";

#[test]
fn a_value_is_replaced_and_the_comment_behind_it_stays() {
    let after = VISITS.replace("pga: 1.2 ", "pga: 0.4 ");
    turns(VISITS, visit("2026-03-09", &[set("pga", "0.4")]), &after);
}

#[test]
fn a_list_over_two_lines_is_replaced_and_the_comment_behind_it_stays() {
    let after = VISITS.replace("[rash,\n      anti_dsdna]", "[rash]");
    turns(VISITS, visit("2026-03-09", &[set("sledai", "[rash]")]), &after);
}

#[test]
fn a_value_that_says_the_same_stays_as_it_is_written() {
    turns(VISITS, visit("2026-03-09", &[set("sledai", "[rash, anti_dsdna]")]), VISITS);
}

#[test]
fn a_key_that_is_not_there_is_written_at_the_end_of_its_entry() {
    let after = VISITS.replace("    ptga: 48\n", "    ptga: 48\n    not_assessed: [casts]\n");
    turns(VISITS, visit("2026-03-09", &[set("not_assessed", "[casts]")]), &after);
}

#[test]
fn a_key_is_taken_out_with_its_line_and_its_comment_stays() {
    turns(VISITS, visit("2026-03-09", &[out("ptga")]), &VISITS.replace("    ptga: 48\n", ""));
    let after = VISITS.replace("pga: 1.2             #", "             #");
    turns(VISITS, visit("2026-03-09", &[out("pga")]), &after);
}

#[test]
fn a_new_entry_stands_at_the_end_of_the_list_in_its_style() {
    let entry = "vraiment\"\n  - date: 2026-11-24\n    pga: 0.3\n    sledai: []\n";
    let after = VISITS.replace("vraiment\"\n", entry);
    turns(VISITS, visit("2026-11-24", &[set("pga", "0.3"), set("sledai", "[]")]), &after);
}

#[test]
fn entries_in_braces_stay_in_braces() {
    let before = "activity:\n- {date: 2026-03-09, pga: 1.2,\n   ptga: 48} # fin\n";
    let after = "activity:\n- {date: 2026-03-09, pga: 0.2,\n   ptga: 48, rater: A} # fin\n";
    turns(before, visit("2026-03-09", &[set("pga", "0.2"), set("rater", "A")]), after);
    let after = "activity:\n- {date: 2026-03-09, pga: 1.2} # fin\n";
    turns(before, visit("2026-03-09", &[out("ptga")]), after);
    let after = format!("{before}- {{date: 2026-11-24, pga: 0.2}}\n");
    turns(before, visit("2026-11-24", &[set("pga", "0.2")]), &after);
}

#[test]
fn a_list_that_is_not_there_is_written_at_the_end_of_the_file() {
    let edit = || visit("2026-11-24", &[set("pga", "0.2")]);
    turns("case: X\n", edit(), "case: X\n\nactivity:\n  - date: 2026-11-24\n    pga: 0.2\n");
    turns("case: X # fin", edit(), "case: X # fin\n\nactivity:\n  - date: 2026-11-24\n    pga: 0.2");
    let flow = "{case: X, activity: [{date: 2026-11-24, pga: 0.2}]}";
    turns("{case: X}", edit(), flow);
}

#[test]
fn a_list_that_is_empty_or_unknown_is_begun_where_it_stands() {
    let after = "activity:   # aucune\n  - date: 2026-11-24\n    pga: 0.2\ncase: X\n";
    for nothing in [" []", " unknown", ""] {
        let before = format!("activity:{nothing}   # aucune\ncase: X\n");
        turns(&before, visit("2026-11-24", &[set("pga", "0.2")]), after);
    }
}

#[test]
fn line_ends_of_another_system_stay() {
    let crlf = VISITS.replace('\n', "\r\n");
    let after = VISITS.replace("    ptga: 48\n", "    ptga: 50\n    rater: A\n").replace('\n', "\r\n");
    turns(&crlf, visit("2026-03-09", &[set("ptga", "50"), set("rater", "A")]), &after);
}

#[test]
fn a_byte_order_mark_stays() {
    turns("\u{feff}case: X\nperson: {work: a}\n", person(&[set("work", "b")]), "\u{feff}case: X\nperson: {work: b}\n");
}

#[test]
fn groups_are_edited_in_both_styles_and_begun() {
    turns("person: {work: a}  # dit\n", person(&[set("work", "b")]), "person: {work: b}  # dit\n");
    turns("person: {}\n", person(&[set("work", "b")]), "person: {work: b}\n");
    turns("person:\n  work: a\n  tobacco: never", person(&[out("work")]), "person:\n  tobacco: never");
    turns("person:\n  work: a", person(&[set("tobacco", "never")]), "person:\n  work: a\n  tobacco: never");
    turns("person:\n  work: a\n", person(&[out("work")]), "person:\n  {}\n");
    turns("case: X\n", person(&[set("work", "b")]), "case: X\n\nperson:\n  work: b\n");
    turns("case: X\n", person(&[out("work")]), "case: X\n");
}

#[test]
fn a_list_one_below_the_other_becomes_one_in_brackets() {
    let before = "activity:\n  - date: 2026-03-09\n    sledai: # vus\n      - rash\n      - fever\n    pga: 1\n";
    let after = "activity:\n  - date: 2026-03-09\n    sledai: [rash] # vus\n    pga: 1\n";
    turns(before, visit("2026-03-09", &[set("sledai", "[rash]")]), after);
}

#[test]
fn items_of_a_list_in_a_group_come_and_go() {
    let empty = "damage: {sdi: [], reviewed: 2026-11-16}\n";
    let one = "damage: {sdi: [{item: cataract, since: 2024-01}], reviewed: 2026-11-16}\n";
    turns(empty, damage("cataract", Some(&[set("since", "2024-01")])), one);
    turns(one, damage("cataract", None), empty);
    turns(empty, damage("cataract", Some(&[])), "damage: {sdi: [{item: cataract}], reviewed: 2026-11-16}\n");

    let block = "damage:\n  sdi:\n    - {item: cataract, since: 2024-01}   # à droite\n  reviewed: 2026-11-17\n";
    let two = block.replace("  reviewed", "    - {item: stroke, count: 2}\n  reviewed");
    turns(block, damage("stroke", Some(&[set("count", "2")])), &two);
    turns(&two, damage("stroke", None), block);
    let left = "damage:\n  sdi:\n       # à droite\n    - {item: stroke, count: 2}\n  reviewed: 2026-11-17\n";
    turns(&two, damage("cataract", None), left);
    turns(block, damage("cataract", Some(&[set("since", "2023-05")])), &block.replace("2024-01", "2023-05"));

    let begun = "case: X\n\ndamage:\n  sdi:\n    - {item: stroke}\n";
    turns("case: X\n", damage("stroke", Some(&[])), begun);
    turns(begun, damage("stroke", None), "case: X\n\ndamage:\n  sdi: []\n");
    turns(
        "damage:\n  sdi: []\n  reviewed: 2026-11-17\n",
        damage("stroke", Some(&[])),
        "damage:\n  sdi:\n    - {item: stroke}\n  reviewed: 2026-11-17\n",
    );
}

#[test]
fn a_long_value_is_broken_like_those_of_the_cases_that_ship() {
    let signs = ["arthritis", "haematuria", "proteinuria", "rash", "alopecia", "low_complement", "anti_dsdna", "fever"];
    let long = format!("[{}]", [signs, signs].concat().join(", "));
    for text in [VISITS.to_owned(), "case: X\n".to_owned(), "activity:\n  - {date: 2026-01-12}\n".to_owned()] {
        for date in ["2026-09-28", "2026-01-12"] {
            let after = edited(&text, &[visit(date, &[set("sledai", &long)])]).unwrap();
            assert!(after.lines().all(|line| line.chars().count() <= 120), "{after}");
            assert!(after.contains("sledai: [arthritis, haematuria, "), "{after}");
        }
    }
}

#[test]
fn what_cannot_be_edited_safely_is_given_to_be_written_by_hand() {
    let commented = "activity:\n  - date: 2026-03-09\n    sledai: [rash, # au visage\n      fever]\n";
    let edit = visit("2026-03-09", &[set("sledai", "[fever]"), out("pga")]);
    let lines = "activity:\n  - date: 2026-03-09\n    sledai: [fever]\n# - pga\n".to_owned();
    assert_eq!(edited(commented, from_ref(&edit)), Err(Refused { snag: Snag::Unsafe, lines: lines.clone() }));
    let twice = "activity:\n  - {date: 2026-03-09, pga: 1}\n  - {date: 2026-03-09, pga: 2}\n";
    assert_eq!(edited(twice, from_ref(&edit)), Err(Refused { snag: Snag::Twice, lines: lines.clone() }));
    let anchored = "activity: &all\n  - {date: 2026-03-09, pga: 1}\n";
    assert_eq!(edited(anchored, &[edit]), Err(Refused { snag: Snag::NotUnderstood, lines }));
}

#[test]
fn a_value_that_would_say_something_else_is_refused() {
    for value in ["a: b: c", "x # y", "[", "1\nfoo: 2", "\"", ""] {
        let refused = edited(VISITS, &[visit("2026-03-09", &[set("pga", value)])]).unwrap_err();
        assert_eq!(refused.snag, Snag::Unsafe, "{value}");
    }
}

fn texts() -> Vec<String> {
    let folders = ["cases", "tests/vignettes", "tests/bad"];
    let files = folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap());
    let mut files: Vec<_> = files.map(|file| file.unwrap().path()).filter(|path| path.is_file()).collect();
    files.sort();
    files.iter().filter_map(|file| fs::read_to_string(file).ok()).collect()
}

fn shipped() -> Vec<String> {
    let mut files: Vec<_> = fs::read_dir("cases").unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| fs::read_to_string(file).unwrap()).collect()
}

fn setting() -> impl Strategy<Value = Setting> {
    let keys = prop::sample::select(vec!["pga", "ptga", "sledai", "not_assessed", "window", "type2", "rater", "flare"]);
    let values = prop::sample::select(vec![
        None,
        Some("1.7"),
        Some("[]"),
        Some("[rash, fever, casts]"),
        Some("{fatigue: 3, pain: unknown}"),
        Some("\"Dr. O'Neil: # 1\""),
        Some("unknown"),
    ]);
    (keys, values).prop_map(|(key, value)| Setting { key, value: value.map(str::to_owned) })
}

fn settings() -> impl Strategy<Value = Vec<Setting>> {
    prop::collection::vec(setting(), 1..4)
}

fn apply(map: &mut Mapping, settings: &[Setting]) {
    for setting in settings {
        match &setting.value {
            Some(value) => {
                map.insert(setting.key.into(), serde_yaml::from_str(value).unwrap());
            }
            None => {
                map.remove(setting.key);
            }
        }
    }
}

/// The dates of the visits of a case.
fn dates(text: &str) -> Vec<String> {
    let whole: Value = serde_yaml::from_str(text).unwrap();
    let visits = whole["activity"].as_sequence().cloned().unwrap_or_default();
    visits.iter().map(|visit| visit["date"].as_str().unwrap().to_owned()).collect()
}

/// The lines in the middle that are not the same on both sides.
fn changed<'t>(old: &'t str, new: &str) -> Vec<&'t str> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.split('\n').collect(), new.split('\n').collect());
    let most = old.len().min(new.len());
    let head = (0..most).take_while(|at| old[*at] == new[*at]).count();
    let tail = (0..most - head).take_while(|at| old[old.len() - 1 - at] == new[new.len() - 1 - at]).count();
    old[head..old.len() - tail].to_vec()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(draws(150)))]

    #[test]
    fn a_visit_of_a_shipped_case_says_what_was_set_and_the_rest_is_untouched(
        file in 0_usize..12, which in 0_usize..6, settings in settings(), crlf in any::<bool>(), cut in any::<bool>(),
    ) {
        let text = shipped()[file].clone();
        let text = if cut { text.trim_end().to_owned() } else { text };
        let text = if crlf { text.replace('\n', "\r\n") } else { text };
        let dates = dates(&text);
        let date = dates.get(which).cloned().unwrap_or_else(|| "2026-11-24".to_owned());
        let new = edited(&text, &[visit(&date, &settings)]).unwrap();
        let mut whole: Value = serde_yaml::from_str(&text).unwrap();
        let visits = whole["activity"].as_sequence_mut().unwrap();
        if let Some(index) = dates.iter().position(|known| *known == date) {
            apply(visits[index].as_mapping_mut().unwrap(), &settings);
        } else if settings.iter().any(|setting| setting.value.is_some()) {
            let mut map = Mapping::new();
            map.insert("date".into(), date.as_str().into());
            apply(&mut map, &settings);
            visits.push(map.into());
        }
        prop_assert_eq!(serde_yaml::from_str::<Value>(&new).unwrap(), whole);
        prop_assert_eq!(crlf, new.contains("\r\n"));
        prop_assert_eq!(crlf, !new.replace("\r\n", "").contains('\n') );
        prop_assert_eq!(cut, !new.ends_with('\n'));
        prop_assert!(changed(&text, &new).len() <= 20);
    }

    #[test]
    fn no_text_and_no_value_makes_it_fall_over(
        file in 0_usize..100, from in 0_usize..9000, to in 0_usize..9000, settings in settings(), odd in ".{0,12}",
    ) {
        let texts = texts();
        let text = &texts[file % texts.len()];
        let part: String = text.chars().skip(from % 400).take(to).collect();
        let odd = Setting { key: "wishes", value: Some(odd) };
        for edit in [
            visit("2026-11-16", &settings),
            person(&settings),
            person(from_ref(&odd)),
            damage("cataract", Some(&[odd])),
            damage("cataract", None),
        ] {
            if let Ok(new) = edited(&part, &[edit]) {
                prop_assert!(serde_yaml::from_str::<Value>(&new).is_ok() || serde_yaml::from_str::<Value>(&part).is_err());
            }
        }
    }

    #[test]
    fn a_vignette_keeps_its_text_when_a_visit_and_a_group_are_begun_in_it(file in 0_usize..100, settings in settings()) {
        let texts: Vec<String> = fs::read_dir("tests/vignettes").unwrap()
            .map(|file| fs::read_to_string(file.unwrap().path()).unwrap()).collect();
        let text = &texts[file % texts.len()];
        let told = [settings.as_slice(), &[set("pga", "0.3")]].concat();
        let new = edited(text, &[visit("2026-11-24", &told), person(&told)]).unwrap();
        prop_assert!(new.starts_with(text.as_str()), "what stood there stays byte for byte");
        let mut whole: Value = serde_yaml::from_str(text).unwrap();
        let (mut visit, mut person) = (Mapping::new(), Mapping::new());
        visit.insert("date".into(), "2026-11-24".into());
        apply(&mut visit, &told);
        apply(&mut person, &told);
        whole["activity"] = vec![Value::from(visit)].into();
        whole["person"] = person.into();
        prop_assert_eq!(serde_yaml::from_str::<Value>(&new).unwrap(), whole);
    }

    #[test]
    fn groups_and_items_of_shipped_cases_can_be_set(file in 0_usize..12, settings in settings()) {
        let text = shipped()[file].clone();
        let new = edited(&text, &[person(&settings), damage("stroke", Some(&settings)), damage("stroke", None)]).unwrap();
        let mut whole: Value = serde_yaml::from_str(&text).unwrap();
        apply(whole["person"].as_mapping_mut().unwrap(), &settings);
        prop_assert_eq!(serde_yaml::from_str::<Value>(&new).unwrap(), whole);
    }
}
