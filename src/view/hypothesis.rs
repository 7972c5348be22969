//! A hypothesis as it was recorded: what was supposed, what would have changed, and that it was no decision.

use ratatui::buffer::Buffer;
use ratatui::text::{Line, Span};

use super::bars::Parts;
use super::ink::Ink;
use super::look::Look;
use super::page::Page;
use super::{mark, shown, standing, whatif};
use crate::app::{HypothesisScreen, State};
use crate::knowledge::{FactId, Topic, Verdict};
use crate::meeting::{CellSaid, ChangedCell, Hypothesis, SupposedFact};
use crate::wording;

/// Draws the page, and tells how far it can be scrolled.
pub fn draw(screen: &HypothesisScreen, state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) -> usize {
    let ink = Ink::new(look, state.lang);
    let recorded = &screen.recorded;
    let hypothesis = &recorded.hypothesis;
    let alias = shown::alias(state, &hypothesis.alias);
    whatif::banner(&ink, hypothesis.case_id.as_str(), &[ink.words.whatif.banner_short], alias, parts.head, buffer);
    let mut page = Page::of(parts.body);
    page.row(Line::default());
    page.words(ink.words.whatif.recorded, look.warning);
    page.words(hypothesis.question.as_str(), look.text);
    let who = (ink.words.screens.by)(&recorded.actor);
    page.words(&format!("{} · {who}", shown::moment(recorded.at, state.lang)), look.dim);
    write(&mut page, &ink, hypothesis);
    page.draw(look, parts.body, buffer, screen.scroll)
}

fn write(page: &mut Page, ink: &Ink, hypothesis: &Hypothesis) {
    let (words, look) = (ink.words, ink.look);
    heading(page, look, words.whatif.remark);
    page.hanging(Line::raw("  "), 2, &hypothesis.remark, look.text);
    heading(page, look, words.whatif.supposed);
    for one in &hypothesis.supposed {
        let lead = Line::from(Span::styled(format!("  {}", mark::CHANGED), look.changed));
        page.hanging(lead, 4, &supposed(ink, one), look.text);
    }
    heading(page, look, &(words.whatif.cells)(hypothesis.changed.len()));
    for cell in &hypothesis.changed {
        let lead = Line::from(Span::styled(format!("  {}", mark::CHANGED), look.changed));
        page.hanging(lead, 4, &changed(ink, cell, hypothesis), look.text);
    }
    page.row(Line::default());
    let editions = hypothesis.editions.iter().map(|one| one.guideline.clone()).collect::<Vec<_>>();
    page.pair(look, words.archive.editions, 2, &editions.join(", "), look.text);
    page.pair(look, words.archive.hash, 2, &hypothesis.case_sha256, look.dim);
}

fn heading(page: &mut Page, look: &Look, text: &str) {
    page.row(Line::default());
    page.words(text, look.title);
}

fn supposed(ink: &Ink, one: &SupposedFact) -> String {
    let Some(fact) = FactId::from_code(&one.fact) else {
        return format!("{} {} ({})", one.fact, one.supposed, one.truth);
    };
    let said = |written: &str| wording::written_value(ink.lang, fact, written);
    let instead = (ink.words.whatif.instead_of)(&said(&one.truth));
    format!("{}{} {} ({instead})", wording::fact(ink.words, fact), ink.words.guide.colon, said(&one.supposed))
}

fn changed(ink: &Ink, cell: &ChangedCell, hypothesis: &Hypothesis) -> String {
    let topic = Topic::from_code(&cell.topic).map_or(cell.topic.as_str(), |topic| wording::topic(ink.words, topic));
    let edition = hypothesis.editions.iter().find(|one| one.guideline == cell.guideline);
    let name = edition.map_or_else(
        || cell.guideline.clone(),
        |one| {
            let name = one.guideline.split('-').next().unwrap_or_default().to_uppercase();
            format!("{name} {}", one.edition)
        },
    );
    let (before, after) = (said(ink, &cell.before), said(ink, &cell.after));
    let change = if before == after {
        format!("{after} ({})", ink.words.whatif.otherwise)
    } else {
        format!("{before} → {after}")
    };
    format!("{name} {topic}{} {change}", ink.words.guide.colon)
}

/// The verdict with its mark, and the regimens.
fn said(ink: &Ink, said: &CellSaid) -> String {
    let verdict = Verdict::from_code(&said.verdict).map_or_else(
        || said.verdict.clone(),
        |verdict| format!("{} {}", standing::mark(verdict), wording::verdict(ink.words, verdict)),
    );
    let offers: Vec<String> = said.offers.iter().map(|(code, _)| wording::regimen(ink.words, code, &[])).collect();
    if offers.is_empty() { verdict } else { format!("{verdict} {}", offers.join(", ")) }
}
