use ratatui::style::Style;
use ratatui::text::Line;

use crate::domain::Day;
use crate::knowledge::{Advice, Cell, Checked, Datum, Expectation, Progress, Verdict};
use crate::view::ink::{Ink, Phrase};
use crate::view::{mark, standing};
use crate::wording::{self, Group};

/// What other rows of the same guideline say for a cell: what need not be said twice, and what it leans on.
#[derive(Default)]
pub struct Beside {
    /// Advice that another row gives already.
    pub said: Vec<Advice>,
    /// What is missing for the row that this one follows from.
    pub missing: Vec<Datum>,
}

/// What a guideline says in one cell: mark and word of its verdict, regimens, amounts for this patient, what is missing.
pub fn cell(ink: &Ink, cell: &Cell, beside: &Beside, today: Day) -> Line<'static> {
    let word = format!("{}\u{a0}{}", standing::mark(cell.verdict), wording::verdict(ink.words, cell.verdict));
    let phrase = ink.phrase().with(&word, standing::style(ink.look, cell.verdict));
    // Where a cell is cut short, that a warning is due and how sure the entry is must stay.
    let phrase = marks(ink, cell, phrase);
    let phrase = if cell.verdict == Verdict::NeedsData { missing(ink, cell, beside, phrase) } else { phrase };
    let phrase = offers(ink, cell, phrase);
    let phrase = amounts(ink, cell, phrase);
    let phrase = expectations(ink, cell, today, phrase);
    advice(ink, cell, beside, phrase).line()
}

fn missing<'a>(ink: &Ink<'a>, cell: &Cell, beside: &Beside, phrase: Phrase<'a>) -> Phrase<'a> {
    let missing = if cell.missing.is_empty() { &beside.missing } else { &cell.missing };
    phrase.dim(&wording::data(ink.words, missing.iter().copied()))
}

fn offers<'a>(ink: &Ink<'a>, cell: &Cell, mut phrase: Phrase<'a>) -> Phrase<'a> {
    let groups = wording::groups(ink.words, cell);
    // The row of initial therapy names the regimens; a drug's own row repeats them where they do not stand alike.
    if cell.topic.agent().is_some() && groups.iter().all(|group| group.standing == cell.verdict) {
        return phrase;
    }
    for (place, group) in groups.into_iter().enumerate() {
        phrase = offered(ink, place > 0 || group.standing != cell.verdict, &group, phrase);
    }
    phrase
}

/// Regimens that stand alike, with the mark of their standing where the verdict's own is not meant.
fn offered<'a>(ink: &Ink<'a>, is_marked: bool, group: &Group, mut phrase: Phrase<'a>) -> Phrase<'a> {
    let style = standing::style(ink.look, group.standing);
    if is_marked {
        phrase = phrase.with(standing::mark(group.standing), style);
    }
    let last = group.names.len().saturating_sub(1);
    for (place, name) in group.names.iter().enumerate() {
        let name = name.replace(' ', "\u{a0}");
        phrase = phrase.say(&if place < last { format!("{name},") } else { name });
    }
    phrase
}

fn amounts<'a>(ink: &Ink<'a>, cell: &Cell, mut phrase: Phrase<'a>) -> Phrase<'a> {
    let mut amounts: Vec<String> = cell.pulses.iter().map(|pulse| wording::pulse(ink.lang, pulse)).collect();
    amounts.extend(wording::doses(ink.lang, &cell.doses));
    amounts.extend(cell.tapers.iter().map(|schedule| wording::taper(ink.lang, schedule)));
    amounts.extend(cell.targets.iter().map(|target| wording::target(ink.lang, target)));
    amounts.extend(cell.durations.iter().map(|duration| wording::duration(ink.lang, duration)));
    let mut said: Vec<String> = Vec::new();
    for amount in amounts {
        if !said.contains(&amount) {
            phrase = if said.is_empty() { phrase.say(&amount) } else { phrase.dot().say(&amount) };
            said.push(amount);
        }
    }
    phrase
}

fn expectations<'a>(ink: &Ink<'a>, cell: &Cell, today: Day, mut phrase: Phrase<'a>) -> Phrase<'a> {
    for (place, expectation) in cell.expectations.iter().enumerate() {
        if place > 0 {
            phrase = phrase.dot();
        }
        phrase = phrase.say(&wording::expectation(ink.lang, expectation));
        if let Some((mark, style)) = reached(ink, expectation, today) {
            phrase = phrase.with(mark, style);
        }
        // One day for those that share it: ACR and KDIGO give some of theirs until the 12th month.
        let next = cell.expectations.get(place + 1).and_then(|next| next.due);
        if let Some(due) = expectation.due.filter(|due| next != Some(*due)) {
            phrase = phrase.dim(&ink.on(due));
        }
    }
    phrase
}

/// Whether it is reached; nothing while no treatment has started, nor before its day has come.
fn reached(ink: &Ink, expectation: &Expectation, today: Day) -> Option<(&'static str, Style)> {
    expectation.due?;
    match expectation.progress(today) {
        Progress::Reached => Some((mark::OK, ink.look.ok)),
        Progress::Missed => Some((mark::FAILED, ink.look.warning)),
        Progress::NotDue => None,
        Progress::Unknown => Some((mark::NEEDS_DATA, ink.look.needs_data)),
    }
}

fn advice<'a>(ink: &Ink<'a>, cell: &Cell, beside: &Beside, phrase: Phrase<'a>) -> Phrase<'a> {
    let own = cell.advises.iter().filter(|advice| !beside.said.contains(advice));
    let advice: Vec<&str> = own.map(|advice| wording::advice(ink.words, *advice)).collect();
    phrase.say(&advice.join(", "))
}

/// That a warning is due, and that not everything was read in the guideline itself.
fn marks<'a>(ink: &Ink<'a>, cell: &Cell, phrase: Phrase<'a>) -> Phrase<'a> {
    let phrase = if cell.warnings.is_empty() { phrase } else { phrase.with(mark::WARNING, ink.look.warning) };
    let least_sure = cell.spoke.iter().map(|said| said.checked).max().unwrap_or(Checked::Verified);
    phrase.dim(short(ink, least_sure))
}

/// How sure the entry is, in brief: the last line of the panel says what it means.
pub(super) fn short(ink: &Ink, checked: Checked) -> &'static str {
    match checked {
        Checked::Verified => "",
        Checked::Secondary => ink.words.guide.secondary_short,
        Checked::Memory => ink.words.guide.memory_short,
        Checked::Inference => ink.words.guide.inference_short,
    }
}
