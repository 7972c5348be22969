//! Past decisions, and the timeline of a patient.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::bars::{Parts, bar};
use super::cells::{print_line, print_wrapped, width};
use super::look::Look;
use super::mark;
use super::search;
use super::stack::{Row, Stack, around};
use super::table::{Column, Cursor, Table};
use crate::app::{ArchiveScreen, State};
use crate::domain::DocumentStatus;
use crate::meeting::{DecisionId, Deed, Moment, PastDecision, Postponed};
use crate::report::{cases, deed_said, moment_day};
use crate::text::{Lang, Words, words};

/// From this width of the list on, the question has a column of its own.
const QUESTION_BESIDE: u16 = 150;
/// Rows that a question may take in its column.
const MOST_LINES: u16 = 3;

/// Draws the list.
pub fn draw(screen: &ArchiveScreen, state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) {
    let words = words(state.lang);
    draw_head(screen, state, look, parts.head, buffer);
    let mut inner = Rect { x: parts.body.x + 1, width: parts.body.width.saturating_sub(2), ..parts.body };
    if let (Some(_), Some(found)) = (&screen.of_alias, &screen.found) {
        let joins = (words.history.joins)(&cases(found).join(", "));
        let used = print_wrapped(buffer, inner, &Line::from(Span::styled(joins, look.dim))).min(inner.height);
        inner = Rect { y: inner.y + used, height: inner.height - used, ..inner };
    }
    match &screen.found {
        None => say(state.unrecorded.as_deref().unwrap_or(words.screens.reading), look, inner, buffer),
        Some(found) if found.is_empty() && screen.query.trim().is_empty() => {
            say(words.archive.nothing_yet, look, inner, buffer);
        }
        Some(found) if found.is_empty() => say(words.archive.nothing_found, look, inner, buffer),
        Some(found) => draw_list(found, screen, state, look, (parts, inner), buffer),
    }
    if screen.of.is_none() && screen.of_alias.is_none() && screen.found.is_some() && state.line.is_none() {
        draw_standing(state, look, parts.say, buffer);
    }
}

/// How many decisions there are and in which order they stand; what of the search is not understood.
fn draw_standing(state: &State, look: &Look, area: Rect, buffer: &mut Buffer) {
    let (said, style) = match search::fault_of(state) {
        Some(fault) => (format!("{} {fault}", mark::WARNING), look.warning),
        None => (search::standing(state), look.dim),
    };
    print_line(buffer, area.x + 1, area.y, area.width.saturating_sub(2), &Line::from(Span::styled(said, style)));
}

fn draw_head(screen: &ArchiveScreen, state: &State, look: &Look, area: Rect, buffer: &mut Buffer) {
    let words = words(state.lang);
    let title = match (&screen.of_alias, &screen.of) {
        (Some(alias), _) => (words.history.of_alias)(super::shown::alias(state, alias)),
        (None, Some(case)) => (words.screens.timeline_of)(case.as_str()),
        (None, None) => words.archive.title.to_owned(),
    };
    let mut left = vec![Span::styled(title, look.title)];
    if !screen.query.trim().is_empty() {
        left.push(Span::raw(format!(" · {} ", words.archive.search)));
        left.push(Span::styled(screen.query.clone(), look.found));
    }
    let count = screen.found.as_ref().map(Vec::len).filter(|count| *count > 0);
    let right = count.map(|count| (words.queue.position)((screen.selected + 1).min(count), count)).unwrap_or_default();
    bar(look, area, buffer, &Line::from(left), &Line::raw(right));
}

pub(super) fn say(sentence: &str, look: &Look, area: Rect, buffer: &mut Buffer) {
    let area = Rect { y: area.y + area.height.min(1), height: area.height.saturating_sub(1), ..area };
    print_wrapped(buffer, area, &Line::from(Span::styled(sentence, look.dim)));
}

pub(super) fn draw_list(
    found: &[Moment],
    screen: &ArchiveScreen,
    state: &State,
    look: &Look,
    (parts, area): (&Parts, Rect),
    buffer: &mut Buffer,
) {
    let marked = screen.marked;
    let words = words(state.lang);
    let selected = screen.selected.min(found.len().saturating_sub(1));
    let near = around(selected, found.len(), area.height);
    let (first, found) = (near.start, found.get(near).unwrap_or_default());
    let beside = area.width >= QUESTION_BESIDE;
    let columns = columns(found, marked, state, look, beside);
    let mut heads: Vec<Line> =
        [words.archive.date, words.queue.case, words.queue.alias, words.queue.class, words.decision.outcome]
            .map(Line::raw)
            .to_vec();
    if beside {
        heads.push(Line::raw(words.queue.question));
        let rows: Vec<Vec<Line>> = found
            .iter()
            .map(|moment| {
                cells(moment, marked, state, look).into_iter().chain([below(moment, state.lang, look)]).collect()
            })
            .collect();
        let cursor = Some(Cursor { row: selected - first, column: None });
        let table = Table {
            columns: &columns,
            heads: &heads,
            rows: &rows,
            cursor,
            most_lines: MOST_LINES,
            most_at_cursor: MOST_LINES,
        };
        parts.answer_rows(first, &table.draw_rows(look, area, buffer));
    } else {
        let rows: Vec<Row> = found
            .iter()
            .map(|moment| Row { cells: cells(moment, marked, state, look), below: below(moment, state.lang, look) })
            .collect();
        let stack = Stack { columns: &columns, heads: &heads, rows: &rows, selected: selected - first };
        parts.answer_rows(first, &stack.draw(look, area, buffer));
    }
}

/// Day, case, alias, class, outcome; then the question where it has a column.
fn columns(found: &[Moment], marked: Option<DecisionId>, state: &State, look: &Look, beside: bool) -> Vec<Column> {
    let words = words(state.lang);
    let widest = |of: &dyn Fn(&Moment) -> usize, head: &str| {
        let widest = found.iter().map(of).max().unwrap_or(0).max(width(head));
        u16::try_from(widest).unwrap_or(u16::MAX)
    };
    let outcome = |moment: &Moment| cells(moment, marked, state, look).last().map_or(0, super::cells::line_width);
    let mut columns = vec![
        Column::fixed(11, 0),
        Column::fixed(widest(&|moment| moment.case_id().as_str().len(), words.queue.case), 1),
        Column::fixed(widest(&|moment| width(alias(moment, state)), words.queue.alias), 4),
        Column::growing(6, 9, 3),
        Column::fixed(widest(&outcome, words.decision.outcome), 2),
    ];
    if beside {
        columns.push(Column::growing(24, u16::MAX, 5));
    }
    columns
}

fn alias<'a>(moment: &'a Moment, state: &State) -> &'a str {
    if state.masked {
        return words(state.lang).screens.hidden;
    }
    moment.alias().map_or("", crate::domain::Alias::as_str)
}

fn cells(moment: &Moment, marked: Option<DecisionId>, state: &State, look: &Look) -> Vec<Line<'static>> {
    let words = words(state.lang);
    let day = state.lang.date(moment_day(moment));
    let (class, mut outcome) = match moment {
        Moment::Decided(past) => (past.class.clone(), outcome(past, look, words)),
        Moment::Postponed(_) => (String::new(), Line::from(Span::styled(words.queue.postponed, look.warning))),
        Moment::Supposed(supposed) => (supposed.hypothesis.class.clone(), hypothesis(look, words)),
        Moment::Done(deed) => (String::new(), Line::from(Span::styled(deed_kind(deed, words), look.dim))),
    };
    let number = moment.case_id().to_string();
    let is_marked = matches!((moment, marked), (Moment::Decided(past), Some(marked)) if past.id == marked);
    if is_marked {
        outcome.spans.push(Span::styled(format!(" · {}", words.compare.to_compare), look.changed));
    }
    vec![Line::raw(day), Line::raw(number), Line::raw(alias(moment, state).to_owned()), Line::raw(class), outcome]
}

/// What stands where a decision has its outcome.
fn hypothesis(look: &Look, words: &Words) -> Line<'static> {
    Line::from(Span::styled(format!("{} {}", mark::CHANGED, words.whatif.hypothesis), look.changed))
}

fn outcome(past: &PastDecision, look: &Look, words: &Words) -> Line<'static> {
    let (sign, style) = match past.status() {
        _ if !past.is_current => ("", look.dim),
        DocumentStatus::Closed => (mark::CLOSED, look.dim),
        DocumentStatus::Validated => (mark::OK, look.ok),
        DocumentStatus::InProgress | DocumentStatus::Completed => (mark::TO_SIGN, look.warning),
    };
    let sign = if sign.is_empty() { String::new() } else { format!("{sign} ") };
    let mut spans = vec![Span::styled(sign, style), Span::styled(words.label(past.outcome), look.text)];
    if !past.is_current {
        spans.push(Span::styled(format!(" · {}", words.archive.superseded), look.dim));
    } else if past.version > 1 {
        spans.push(Span::styled(format!(" · {}", (words.screens.version)(past.version)), look.dim));
    }
    Line::from(spans)
}

/// Whether it was done after a decision, or in a meeting.
fn deed_kind(deed: &Deed, words: &Words) -> &'static str {
    if deed.decision().is_some() { words.history.after } else { words.history.in_meeting }
}

/// The question; of a postponement its reason, of a hypothesis its remark, of what was done that.
fn below(moment: &Moment, lang: Lang, look: &Look) -> Line<'static> {
    let text = match moment {
        Moment::Decided(past) => past.question.to_string(),
        Moment::Postponed(Postponed { postponement, .. }) => postponement.reason.clone(),
        Moment::Supposed(supposed) => supposed.hypothesis.remark.clone(),
        Moment::Done(deed) => deed_said(deed, lang),
    };
    Line::from(Span::styled(text, look.dim))
}
