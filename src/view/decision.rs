//! A decision in full, generously spaced: read back to the room, or read again later.

use ratatui::style::Modifier;
use ratatui::text::{Line, Span};

use super::cells::{pad, width};
use super::look::Look;
use super::page::Page;
use super::{said, shown};
use crate::app::State;
use crate::domain::{Decision, Reading};
use crate::knowledge::Table;
use crate::meeting::{Amendment, Plan};
use crate::text::{Lang, Words, words};
use crate::wording::Weight;

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
    said::as_locked(page, &plan, weight, state.lang, look);
    heading(page, words.decision.rationale, look);
    page.hanging(Line::raw("  "), 2, &decision.rationale, look.text);
    if !decision.concordance.is_empty() {
        heading(page, words.decision.concordance, look);
        write_concordance(page, decision, table, look, words);
    }
    heading(page, words.decision.next, look);
    page.hanging(Line::raw("  "), 2, &next(decision, state.lang, words), look.text);
    page.row(Line::default());
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
        let mut said = words.label(one.reading).to_owned();
        if one.reading == Reading::Deviates {
            let departure = decision.departures.iter().find(|departure| departure.guideline == one.guideline);
            if let Some(departure) = departure {
                said = format!("{said} · {}", words.label(departure.reason));
            }
        }
        page.hanging(lead, indent, &said, style);
    }
}

fn next(decision: &Decision, lang: Lang, words: &Words) -> String {
    decision.next.map_or_else(|| words.screens.no_next.to_owned(), |day| lang.date(day))
}
