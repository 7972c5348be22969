//! What one version of a decision says otherwise than the one before it, part by part.

use super::{Plan, printed};
use crate::domain::{Decision, Dissent, Drug, Stand};
use crate::text::{Label, Lang, Words, words};

/// A part of a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// How the case left the room.
    Outcome,
    /// The lines.
    Lines,
    /// The reasons.
    Rationale,
    /// The reasons of departures.
    Departures,
    /// The next date.
    Next,
    /// How it was reached.
    Agreement,
    /// How sure the room is.
    Confidence,
    /// Where everybody stands.
    Positions,
    /// Who disagrees.
    Dissent,
    /// Who tells the patient.
    Teller,
    /// By when.
    TellBy,
    /// What the patient is asked.
    PatientQuestion,
    /// Under which title drugs are used.
    Uses,
}

/// A stretch of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// In both versions.
    Same(String),
    /// Only in the version before.
    Gone(String),
    /// Only in the new version.
    New(String),
}

/// Something that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A part says another thing; an empty text says nothing.
    Replaced(Part, String, String),
    /// A line that was not there.
    Added(String),
    /// A line that is gone.
    Removed(String),
    /// A line of the same drug that says another thing.
    Changed(String, String),
    /// Words that were changed within a text.
    Reworded(Part, Vec<Piece>),
}

/// What the later version says otherwise.
pub fn changes(before: &Decision, after: &Decision, lang: Lang) -> Vec<Change> {
    let words = words(lang);
    let replaced = |part: Part| {
        let (before, after) = (said(before, part, lang, words), said(after, part, lang, words));
        (before != after).then(|| {
            let (gone, new) = (without(&before, &after), without(&after, &before));
            Change::Replaced(part, gone, new)
        })
    };
    let mut found: Vec<Change> = replaced(Part::Outcome).into_iter().collect();
    found.extend(lines(before, after, lang));
    if before.rationale != after.rationale {
        found.push(Change::Reworded(Part::Rationale, reworded(&before.rationale, &after.rationale)));
    }
    let rest = [
        Part::Departures,
        Part::Next,
        Part::Agreement,
        Part::Confidence,
        Part::Positions,
        Part::Dissent,
        Part::Teller,
        Part::TellBy,
        Part::PatientQuestion,
        Part::Uses,
    ];
    found.extend(rest.into_iter().filter_map(replaced));
    found
}

/// The entries of a part that the other version has not: a part of one entry is all of it.
fn without(part: &str, other: &str) -> String {
    part.lines().filter(|entry| !other.lines().any(|same| same == *entry)).collect::<Vec<_>>().join("\n")
}

/// What a part of a decision says.
fn said(decision: &Decision, part: Part, lang: Lang, words: &Words) -> String {
    let label = |entry: Option<&'static str>| entry.unwrap_or_default().to_owned();
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    match part {
        Part::Outcome => words.label(decision.outcome).to_owned(),
        Part::Next => decision.next.map(|day| lang.date(day)).unwrap_or_default(),
        Part::TellBy => decision.tell_by.map(|day| lang.date(day)).unwrap_or_default(),
        Part::Agreement => label(decision.agreement.map(|one| words.label(one))),
        Part::Confidence => label(decision.confidence.map(|one| words.label(one))),
        Part::Teller => text(&decision.teller),
        Part::PatientQuestion => text(&decision.patient_question),
        Part::Departures => listed(&decision.departures, |one| {
            let reason = words.label(one.reason);
            with(&format!("{} {reason}", one.guideline), &one.words)
        }),
        Part::Positions => listed(&decision.positions, |one| stand(one, words)),
        Part::Dissent => listed(&decision.dissent, |one| dissent(one, words)),
        Part::Uses => listed(&decision.uses, |one| format!("{} {}", words.label(one.drug), words.label(one.title))),
        Part::Lines | Part::Rationale => String::new(),
    }
}

fn listed<T>(entries: &[T], one: impl Fn(&T) -> String) -> String {
    entries.iter().map(one).collect::<Vec<_>>().join("\n")
}

fn with(said: &str, words: &str) -> String {
    if words.is_empty() { said.to_owned() } else { format!("{said} · {words}") }
}

/// Whose voice it is: the specialty, and the name where it is said.
fn whose(specialty: impl Label, person: Option<&String>, words: &Words) -> String {
    let specialty = words.label(specialty);
    person.map_or_else(|| specialty.to_owned(), |person| format!("{specialty} ({person})"))
}

fn stand(one: &Stand, words: &Words) -> String {
    let label = |position: crate::domain::Position| words.label(position);
    let way = match (one.before, one.after) {
        (Some(before), Some(after)) if before != after => format!("{} → {}", label(before), label(after)),
        (before, after) => after.or(before).map(label).unwrap_or_default().to_owned(),
    };
    with(&format!("{} {way}", whose(one.specialty, one.person.as_ref(), words)), &one.words)
}

fn dissent(one: &Dissent, words: &Words) -> String {
    with(&whose(one.specialty, one.person.as_ref(), words), &one.words)
}

/// A line: the drug it is about, and how it is written.
type Written = (Option<Drug>, String);

fn written(decision: &Decision, lang: Lang) -> Vec<Written> {
    let lines = decision.lines.iter().map(|line| (line.drug, printed(line, lang)));
    let beside = Plan { lines: Vec::new(), ..Plan::from(decision) }.printed(lang);
    lines.chain(beside.lines().map(|line| (None, line.to_owned()))).collect()
}

fn lines(before: &Decision, after: &Decision, lang: Lang) -> Vec<Change> {
    let (before, after) = (written(before, lang), written(after, lang));
    let mut gone: Vec<Written> = before.iter().filter(|line| !after.contains(line)).cloned().collect();
    let new = after.iter().filter(|line| !before.contains(line));
    let mut found = Vec::new();
    for (drug, line) in new {
        match gone.iter().position(|(other, _)| drug.is_some() && other == drug) {
            Some(at) => found.push(Change::Changed(gone.remove(at).1, line.clone())),
            None => found.push(Change::Added(line.clone())),
        }
    }
    found.extend(gone.into_iter().map(|(_, line)| Change::Removed(line)));
    found
}

/// The words of both texts in one: those they share, in their longest common order, and those that only one has.
fn reworded(before: &str, after: &str) -> Vec<Piece> {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.split_whitespace().collect(), after.split_whitespace().collect());
    let shared = shared(&old, &new);
    let mut pieces: Vec<Piece> = Vec::new();
    let (mut from, mut to) = (0, 0);
    let ends = shared.iter().copied().chain([(old.len(), new.len())]);
    for (at_old, at_new) in ends {
        push(&mut pieces, old.get(from..at_old), Piece::Gone);
        push(&mut pieces, new.get(to..at_new), Piece::New);
        if let Some(word) = old.get(at_old) {
            match pieces.last_mut() {
                Some(Piece::Same(text)) => *text = format!("{text} {word}"),
                _ => pieces.push(Piece::Same((*word).to_owned())),
            }
        }
        (from, to) = (at_old + 1, at_new + 1);
    }
    pieces
}

fn push(pieces: &mut Vec<Piece>, words: Option<&[&str]>, piece: impl Fn(String) -> Piece) {
    if let Some(words) = words.filter(|words| !words.is_empty()) {
        pieces.push(piece(words.join(" ")));
    }
}

/// The places of a longest sequence of words that both have in one order.
fn shared(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    let wide = new.len() + 1;
    let mut lengths = vec![0_usize; (old.len() + 1) * wide];
    let length = |lengths: &[usize], row: usize, column: usize| lengths.get(row * wide + column).copied().unwrap_or(0);
    for (row, word) in old.iter().enumerate().rev() {
        for (column, other) in new.iter().enumerate().rev() {
            let best = if word == other {
                length(&lengths, row + 1, column + 1) + 1
            } else {
                length(&lengths, row + 1, column).max(length(&lengths, row, column + 1))
            };
            if let Some(cell) = lengths.get_mut(row * wide + column) {
                *cell = best;
            }
        }
    }
    let (mut row, mut column, mut found) = (0, 0, Vec::new());
    while row < old.len() && column < new.len() {
        if old.get(row) == new.get(column) {
            found.push((row, column));
            (row, column) = (row + 1, column + 1);
        } else if length(&lengths, row + 1, column) >= length(&lengths, row, column + 1) {
            row += 1;
        } else {
            column += 1;
        }
    }
    found
}
