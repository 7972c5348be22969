//! A decision in full, generously spaced: read back to the room, or read again later.

use ratatui::style::Modifier;
use ratatui::text::{Line, Span};

use super::cells::{pad, width};
use super::look::Look;
use super::page::Page;
use super::positions::position;
use super::{mark, said, shown};
use crate::app::State;
use crate::domain::{Decision, QuorumStatus, Specialty, UseType};
use crate::knowledge::Table;
use crate::meeting::session::Quorum;
use crate::meeting::{Amendment, Plan, gaps};
use crate::report::gap_said;
use crate::text::{Lang, Words, words};
use crate::wording::quorum::{lacking, specialties};
use crate::wording::{self, Weight};

/// Writes the whole decision on the page.
pub fn write(
    page: &mut Page,
    decision: &Decision,
    amends: Option<&Amendment>,
    (table, weight): (Option<&Table>, Weight),
    state: &State,
    look: &Look,
) {
    let words = words(state.lang);
    write_outcome(page, words.label(decision.outcome), look);
    if let Some(amends) = amends {
        heading(page, words.decision.amend_reason, look);
        page.hanging(Line::raw("  "), 2, &amends.reason, look.text);
    }
    heading(page, words.decision.lines, look);
    let plan = Plan::from(decision);
    if plan.is_empty() {
        page.hanging(Line::raw("  "), 2, words.screens.no_line, look.dim);
    }
    said::aloud(page, &plan, weight, state, look);
    heading(page, words.decision.rationale, look);
    page.hanging(Line::raw("  "), 2, &decision.rationale, look.text);
    if !decision.concordance.is_empty() {
        heading(page, words.decision.concordance, look);
        write_concordance(page, decision, table, look, words);
    }
    write_uses(page, decision, look, words);
    write_agreement(page, decision, state, look);
    write_dissent(page, decision, state, look);
    heading(page, words.decision.next, look);
    page.hanging(Line::raw("  "), 2, &next(decision, state.lang, words), look.text);
    write_telling(page, decision, state.lang, look, words);
    page.row(Line::default());
}

/// The quorum at the moment of the decision; without it, what the decision is.
pub fn write_quorum(page: &mut Page, quorum: Option<&Quorum>, look: &Look, words: &Words) {
    let say = &words.deliberation;
    let Some(quorum) = quorum else {
        page.words(say.quorum_was_unknown, look.dim);
        return;
    };
    if quorum.status == QuorumStatus::Unknown {
        page.words(say.quorum_unknown, look.dim);
        return;
    }
    if quorum.status == QuorumStatus::Reached {
        page.words(&(say.quorum_reached)(&specialties(&quorum.present, words)), look.ok);
        return;
    }
    page.words(&(say.quorum_lacks)(&lacking(quorum.short_by, &quorum.missing, words)), look.conflict);
    page.words(say.comes_back, look.warning);
}

/// What the room should hear before it accepts.
pub fn write_gaps(page: &mut Page, decision: &Decision, look: &Look, words: &Words) {
    let gaps = gaps(decision);
    if gaps.is_empty() {
        return;
    }
    page.words(words.deliberation.gaps, look.title);
    for gap in gaps {
        let said = gap_said(gap, words);
        page.hanging(Line::from(Span::styled(format!("  {} ", mark::WARNING), look.warning)), 4, said, look.warning);
    }
    page.row(Line::default());
}

/// Drugs used outside their label, or by early access, or in a trial.
fn write_uses(page: &mut Page, decision: &Decision, look: &Look, words: &Words) {
    let told: Vec<String> = decision
        .uses
        .iter()
        .filter(|one| one.title != UseType::InLabel)
        .map(|one| format!("{}, {}", words.label(one.drug), words.label(one.title)))
        .collect();
    if !told.is_empty() {
        heading(page, words.deliberation.uses, look);
        page.hanging(Line::raw("  "), 2, &told.join(" · "), look.off_label);
    }
}

fn write_agreement(page: &mut Page, decision: &Decision, state: &State, look: &Look) {
    let words = words(state.lang);
    let say = &words.deliberation;
    if let Some(agreement) = decision.agreement {
        heading(page, say.agreement, look);
        page.hanging(Line::raw("  "), 2, words.label(agreement), look.text);
    }
    if let Some(confidence) = decision.confidence {
        heading(page, say.confidence, look);
        page.hanging(Line::raw("  "), 2, words.label(confidence), look.text);
    }
    if decision.positions.is_empty() {
        return;
    }
    heading(page, say.positions, look);
    for stand in &decision.positions {
        let mut spans = vec![Span::raw(format!("{} ", whose(stand.specialty, stand.person.as_deref(), state)))];
        if stand.before.is_some() && stand.before != stand.after && stand.after.is_some() {
            spans.extend(position(stand.before, look, words).spans);
            spans.push(Span::raw(" → "));
        }
        spans.extend(position(stand.after.or(stand.before), look, words).spans);
        if !stand.words.is_empty() {
            spans.push(Span::styled(format!(" · {}", stand.words), look.dim));
        }
        page.set_in(&Line::from(spans), 2, 4);
    }
}

fn write_dissent(page: &mut Page, decision: &Decision, state: &State, look: &Look) {
    let words = words(state.lang);
    if decision.dissent.is_empty() {
        return;
    }
    let say = &words.deliberation;
    heading(page, say.dissents, look);
    for one in &decision.dissent {
        let minuted = if one.minuted { say.minuted } else { say.not_minuted };
        let said = format!("{} ({minuted}) · {}", whose(one.specialty, one.person.as_deref(), state), one.words);
        page.hanging(Line::from(Span::styled(format!("  {} ", mark::DIFFER), look.differ)), 4, &said, look.warning);
    }
}

/// The specialty; the name only where they wished it, and never before a room.
fn whose(specialty: Specialty, person: Option<&str>, state: &State) -> String {
    let specialty = words(state.lang).label(specialty);
    person.filter(|_| !state.masked).map_or_else(|| specialty.to_owned(), |person| format!("{specialty} ({person})"))
}

fn write_telling(page: &mut Page, decision: &Decision, lang: Lang, look: &Look, words: &Words) {
    let say = &words.deliberation;
    if let Some(teller) = &decision.teller {
        heading(page, say.teller, look);
        let said = match decision.tell_by {
            Some(day) => (say.tells_by)(teller, &lang.date(day)),
            None => (say.tells)(teller),
        };
        page.hanging(Line::raw("  "), 2, &said, look.text);
    }
    if let Some(question) = &decision.patient_question {
        heading(page, say.asked_of_patient, look);
        page.hanging(Line::raw("  "), 2, question, look.text);
    }
}

/// The outcome in letters set apart, on a ground of its own.
fn write_outcome(page: &mut Page, outcome: &str, look: &Look) {
    let spaced: String = outcome.chars().flat_map(|letter| [letter, '\u{a0}']).collect();
    let large = if width(&spaced) + 2 <= page.width() { spaced.trim_end_matches('\u{a0}') } else { outcome };
    // An underline under the cursor's words would strike through empty rows.
    let ground = look.title.patch(look.selected).remove_modifier(Modifier::UNDERLINED);
    page.row(Line::default());
    for text in ["", large, ""] {
        let row = pad(text, page.width(), ratatui::layout::Alignment::Center);
        page.row(Line::from(Span::styled(row, ground)));
    }
}

fn heading(page: &mut Page, text: &str, look: &Look) {
    page.row(Line::default());
    page.words(text, look.title);
}

fn write_concordance(page: &mut Page, decision: &Decision, table: Option<&Table>, look: &Look, words: &Words) {
    let names: Vec<String> = decision.concordance.iter().map(|one| shown::guideline(table, &one.guideline)).collect();
    let indent = names.iter().map(|name| width(name)).max().unwrap_or(0) + 6;
    for (one, name) in decision.concordance.iter().zip(&names) {
        let (sign, style) = shown::reading(one.reading, look);
        let lead = Line::from(vec![Span::styled(format!("  {sign} "), style), Span::raw(name.clone())]);
        page.hanging(lead, indent, &wording::concordance(words, decision, one), style);
    }
}

fn next(decision: &Decision, lang: Lang, words: &Words) -> String {
    let back = || {
        let day = decision.represent?;
        Some(format!("{}{} {}", words.shorthand.comes_back, words.guide.colon, lang.date(day)))
    };
    decision.next.map(|day| lang.date(day)).or_else(back).unwrap_or_else(|| words.screens.no_next.to_owned())
}
