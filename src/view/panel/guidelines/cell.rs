use ratatui::style::Style;
use ratatui::text::Line;

use super::items::Items;
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
    items(ink, cell, beside, today).line()
}

/// The same in things that are shown whole or not at all: the verdict, each regimen, each amount, each piece of advice.
pub(super) fn items<'a>(ink: &'a Ink<'a>, cell: &Cell, beside: &Beside, today: Day) -> Items<'a> {
    let word = format!("{}\u{a0}{}", standing::mark(cell.verdict), wording::verdict(ink.words, cell.verdict));
    let phrase = ink.phrase().with(&word, standing::style(ink.look, cell.verdict));
    // Where a cell is cut short, that a warning is due and how sure the entry is must stay.
    let phrase = marks(ink, cell, phrase);
    let mut items = Items::of(ink, phrase);
    if is_accepted(cell.verdict) {
        let mark = ink.phrase().with(standing::mark(cell.verdict), standing::style(ink.look, cell.verdict));
        items.in_brief(marks(ink, cell, mark));
    }
    if cell.verdict == Verdict::NeedsData {
        missing(cell, beside, &mut items);
    }
    offers(cell, &mut items);
    amounts(cell, &mut items);
    expectations(cell, today, &mut items);
    advice(cell, beside, &mut items);
    items
}

/// Whether the mark alone may stand for the word, so that doses are seen: never where something is not advised or not known.
const fn is_accepted(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Preferred | Verdict::Recommended | Verdict::Option | Verdict::Alternative)
}

fn missing(cell: &Cell, beside: &Beside, items: &mut Items) {
    let missing = if cell.missing.is_empty() { &beside.missing } else { &cell.missing };
    let ink = items.ink;
    items.add(ink.phrase().dim(&wording::data(ink.words, missing.iter().copied())));
}

fn offers(cell: &Cell, items: &mut Items) {
    let groups = wording::groups(items.ink.words, cell);
    // The row of initial therapy names the regimens; a drug's own row repeats them where they do not stand alike.
    if cell.topic.agent().is_some() && groups.iter().all(|group| group.standing == cell.verdict) {
        return;
    }
    for (place, group) in groups.into_iter().enumerate() {
        offered(place > 0 || group.standing != cell.verdict, &group, items);
    }
}

/// Regimens that stand alike, with the mark of their standing where the verdict's own is not meant.
fn offered(is_marked: bool, group: &Group, items: &mut Items) {
    let ink = items.ink;
    let style = standing::style(ink.look, group.standing);
    let last = group.names.len().saturating_sub(1);
    for (place, name) in group.names.iter().enumerate() {
        let mark = if is_marked && place == 0 { standing::mark(group.standing) } else { "" };
        let name = name.replace(' ', "\u{a0}");
        let name = if place < last { format!("{name},") } else { name };
        items.add(ink.phrase().marked(mark, style, &name));
    }
}

fn amounts(cell: &Cell, items: &mut Items) {
    let ink = items.ink;
    let mut amounts: Vec<String> = cell.pulses.iter().flat_map(|pulse| wording::pulse_parts(ink.lang, pulse)).collect();
    amounts.extend(wording::doses(ink.lang, &cell.doses));
    amounts.extend(cell.tapers.iter().map(|schedule| wording::taper(ink.lang, schedule)));
    amounts.extend(cell.targets.iter().map(|target| wording::target(ink.lang, target)));
    amounts.extend(cell.durations.iter().map(|duration| wording::duration(ink.lang, duration)));
    let mut said: Vec<String> = Vec::new();
    for amount in amounts {
        if !said.contains(&amount) {
            items.add(items.another(&amount));
            said.push(amount);
        }
    }
}

fn expectations(cell: &Cell, today: Day, items: &mut Items) {
    let ink = items.ink;
    for (place, expectation) in cell.expectations.iter().enumerate() {
        let mut phrase = items.another(&wording::expectation(ink.lang, expectation));
        if let Some((mark, style)) = reached(ink, expectation, today) {
            phrase = phrase.with(mark, style);
        }
        // One day for those that share it: ACR and KDIGO give some of theirs until the 12th month.
        let next = cell.expectations.get(place + 1).and_then(|next| next.due);
        if let Some(due) = expectation.due.filter(|due| next != Some(*due)) {
            phrase = phrase.dim(&ink.on(due));
        }
        items.add(phrase);
    }
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

fn advice(cell: &Cell, beside: &Beside, items: &mut Items) {
    let ink = items.ink;
    let own: Vec<_> = cell.advises.iter().filter(|advice| !beside.said.contains(advice)).collect();
    let last = own.len().saturating_sub(1);
    for (place, advice) in own.into_iter().enumerate() {
        let said = wording::advice(ink.words, *advice);
        let said = if place < last { format!("{said},") } else { said.to_owned() };
        items.add(if place == 0 { items.another(&said) } else { ink.phrase().say(&said) });
    }
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
