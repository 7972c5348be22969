//! The content files are whole: they parse, they name only what exists, they answer every row or declare their silence.

use std::collections::BTreeSet;

use regards::knowledge::{Agent, Guideline, Library, Topic};

fn complain(complaints: &[String]) {
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

fn each(mut ask: impl FnMut(&Library, &Guideline) -> Vec<String>) {
    let library = Library::shipped();
    let complaints: Vec<String> = library
        .guidelines()
        .iter()
        .flat_map(|guideline| {
            ask(&library, guideline).into_iter().map(|complaint| format!("{}: {complaint}", guideline.id))
        })
        .collect();
    complain(&complaints);
}

#[test]
fn the_shipped_files_parse() {
    let library = Library::shipped();
    assert_eq!(library.faults(), &[] as &[String]);
    let ids: Vec<&str> = library.guidelines().iter().map(|guideline| guideline.id.as_str()).collect();
    assert_eq!(ids, ["eular-2025", "acr-2024", "kdigo-2024"]);
}

#[test]
fn conditions_ask_only_what_facts_can_answer() {
    each(|_, guideline| {
        let statements = guideline.statements.iter().map(|statement| (&statement.id, &statement.when));
        let faults = statements.flat_map(|(id, when)| when.faults().into_iter().map(move |f| format!("{id}: {f}")));
        let silences = guideline.silences.iter().flat_map(|silence| silence.when.faults());
        faults.chain(silences).collect()
    });
}

#[test]
fn every_guideline_answers_every_topic_or_declares_its_silence() {
    each(|_, guideline| {
        let answered: BTreeSet<Topic> = guideline
            .statements
            .iter()
            .flat_map(|statement| statement.also.iter().chain([&statement.topic]))
            .chain(guideline.silences.iter().map(|silence| &silence.topic))
            .copied()
            .collect();
        let unanswered = Topic::ALL.iter().filter(|topic| !answered.contains(topic));
        unanswered.map(|topic| format!("{topic}: neither statement nor silence")).collect()
    });
}

#[test]
fn statements_name_only_what_exists() {
    each(|library, guideline| {
        let mut complaints = Vec::new();
        let ids: Vec<&String> = guideline.statements.iter().map(|statement| &statement.id).collect();
        let unique: BTreeSet<&String> = ids.iter().copied().collect();
        if unique.len() != ids.len() {
            complaints.push("a statement's id is used twice".to_owned());
        }
        for statement in &guideline.statements {
            for code in statement.regimens.iter().chain(&statement.over) {
                if library.formulary().regimen(code).is_none() {
                    complaints.push(format!("{}: regimen `{code}`", statement.id));
                }
            }
            for other in statement.conflicts_with.iter().filter(|other| !unique.contains(other)) {
                complaints.push(format!("{}: conflicts with `{other}`", statement.id));
            }
            if statement.drugs.values().any(|verdict| !verdict.lowers()) {
                complaints.push(format!("{}: `drugs` can only lower", statement.id));
            }
        }
        complaints
    });
}

#[test]
fn statements_speak_both_languages_and_are_marked_honestly() {
    each(|_, guideline| {
        let mut complaints = Vec::new();
        for statement in &guideline.statements {
            if statement.fr.trim().is_empty() || statement.en.trim().is_empty() || statement.number.trim().is_empty() {
                complaints.push(format!("{}: words or number missing", statement.id));
            }
            if guideline.id == "acr-2024" && statement.number != "unnumbered" {
                complaints.push(format!("{}: ACR does not number its recommendations", statement.id));
            }
        }
        let taken = guideline.statements.iter().filter(|statement| statement.from.is_some());
        let nowhere = taken.filter(|statement| guideline.publication(statement).is_none());
        complaints.extend(nowhere.map(|statement| format!("{}: taken from nowhere", statement.id)));
        let cautions: BTreeSet<&String> = guideline.cautions.iter().map(|caution| &caution.id).collect();
        if cautions.len() != guideline.cautions.len() {
            complaints.push("a caution's id is used twice".to_owned());
        }
        if guideline.source.checked_by.is_some() != guideline.source.checked_on.is_some() {
            complaints.push("checked by whom and when go together".to_owned());
        }
        complaints
    });
}

#[test]
fn the_formulary_knows_every_drug_it_speaks_of() {
    let library = Library::shipped();
    let formulary = library.formulary();
    let named: BTreeSet<Agent> = formulary.regimens.iter().flat_map(|regimen| regimen.drugs.iter().copied()).collect();
    let unknown: Vec<String> = named
        .iter()
        .filter(|agent| formulary.entry(**agent).is_none())
        .map(|agent| format!("{agent}: no entry"))
        .collect();
    complain(&unknown);
}

/// The shipped cases are discussed on 2026-11-26: no entry must be overdue by then.
#[test]
fn the_next_check_of_every_entry_lies_ahead() {
    each(|_, guideline| {
        let meeting: regards::domain::Day = "2026-11-26".parse().unwrap();
        let ahead = guideline.source.next_check > meeting;
        if ahead { Vec::new() } else { vec![format!("next check {}", guideline.source.next_check)] }
    });
}

pub fn is_wrong_french(text: &str) -> bool {
    let spaced = [" :", " ;", " ?", " !", " %", "< 1", "≥ 1", "≤ 5"].iter().any(|bad| text.contains(bad));
    let dotted = text.as_bytes().windows(3).any(|three| {
        three[1] == b'.' && three[0].is_ascii_digit() && three[2].is_ascii_digit() && !text.contains("10.1002")
    });
    spaced || dotted || text.contains("RPC") || text.contains("eGFR")
}

/// French typography: a no-break space before `:`, `;`, `?`, `!`, `%`, between a comparison and its number, and between a
/// number and its unit; a decimal comma; `UPCR` and `DFGe`.
#[test]
fn french_texts_are_written_as_the_french_write() {
    each(|library, guideline| {
        let statements = guideline.statements.iter();
        let warnings = statements.clone().filter_map(|statement| statement.warning.as_ref()).map(|words| &words.fr);
        let notes = library.formulary().labels.iter().filter_map(|label| label.note.as_ref()).map(|words| &words.fr);
        let silences = guideline.silences.iter().map(|silence| &silence.fr);
        let cautions = guideline.cautions.iter().map(|caution| &caution.fr);
        let further = guideline.further.iter().map(|further| &further.source.read.fr);
        let texts = statements.map(|statement| &statement.fr).chain(warnings).chain(notes).chain(silences);
        let texts = texts.chain(cautions).chain(further);
        texts
            .chain([&guideline.source.read.fr, &guideline.scale.fr])
            .filter(|text| is_wrong_french(text))
            .cloned()
            .collect()
    });
}
