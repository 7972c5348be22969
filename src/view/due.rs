//! What is due: a line a task, what is due longest first.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::bars::{Parts, bar};
use super::cells::{print_wrapped, width};
use super::look::Look;
use super::shown;
use super::stack::{Row, Stack, around};
use super::table::Column;
use crate::app::{DueScreen, State, due_shown};
use crate::meeting::{Task, TaskCounts, TaskKind, Todo, Why};
use crate::report::task_said;
use crate::text::{Words, words};

/// Draws the list.
pub fn draw(screen: &DueScreen, state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) {
    let words = words(state.lang);
    let counts = counts(state);
    let title = Line::from(vec![
        Span::styled(words.due.title, look.title),
        Span::raw(format!(" · {}", (words.due.count)(usize::try_from(counts.all()).unwrap_or(usize::MAX)))),
    ]);
    let due = due_shown(state);
    let selected = screen.selected.min(due.len().saturating_sub(1));
    let right = if due.is_empty() { String::new() } else { (words.queue.position)(selected + 1, due.len()) };
    bar(look, parts.head, buffer, &title, &Line::raw(right));
    let inner = Rect { x: parts.body.x + 1, width: parts.body.width.saturating_sub(2), ..parts.body };
    let taken = if state.due.is_empty() { 0 } else { print_wrapped(buffer, inner, &kinds(screen, state, look)) };
    let inner = Rect { y: inner.y + taken, height: inner.height.saturating_sub(taken), ..inner };
    if state.due.is_empty() {
        let said = state.unrecorded.as_deref().unwrap_or(words.due.nothing);
        let area = Rect { y: inner.y + 1, height: inner.height.saturating_sub(1), ..inner };
        print_wrapped(buffer, area, &Line::from(Span::styled(said, look.dim)));
        return;
    }
    let near = around(selected, due.len(), inner.height);
    let (first, tasks) = (near.start, due.get(near).unwrap_or_default());
    let widest = |of: &dyn Fn(&Task) -> usize, head: &str| {
        u16::try_from(tasks.iter().map(|task| of(task)).max().unwrap_or(0).max(width(head))).unwrap_or(u16::MAX)
    };
    let columns = [
        Column::fixed(11, 0),
        Column::fixed(widest(&|task| task.case_id.as_str().len(), words.queue.case), 1),
        Column::fixed(widest(&|task| width(&alias(task, state)), words.queue.alias), 3),
        Column::growing(20, u16::MAX, 2),
    ];
    let heads = [words.due.since, words.queue.case, words.queue.alias, words.due.what].map(Line::raw);
    let rows: Vec<Row> = tasks
        .iter()
        .map(|task| Row {
            cells: vec![
                Line::from(Span::styled(state.lang.date(task.since), look.warning)),
                Line::raw(task.case_id.to_string()),
                Line::raw(alias(task, state)),
                Line::raw(brief(task, words)),
            ],
            below: Line::from(Span::styled(below(task, state), look.dim)),
        })
        .collect();
    let stack = Stack { columns: &columns, heads: &heads, rows: &rows, selected: selected - first };
    parts.answer_rows(first, &stack.draw(look, inner, buffer));
}

fn alias(task: &Task, state: &State) -> String {
    task.alias.as_ref().map(|alias| shown::alias(state, alias).to_owned()).unwrap_or_default()
}

/// What is due, in a word or two.
fn brief(task: &Task, words: &Words) -> String {
    match &task.todo {
        Todo::Sign => words.after.sign.to_owned(),
        Todo::Tell(_) => words.after.not_told_yet.to_owned(),
        Todo::Follow(months) => (words.due.follow)(*months),
        Todo::Act(action) => action.what.clone(),
        Todo::Represent(Why::Quorum(..)) => words.due.without_quorum_short.to_owned(),
        Todo::Represent(_) => words.due.come_back.to_owned(),
        Todo::Finish(_) => words.queue.draft.to_owned(),
    }
}

/// How many tasks there are of each kind, those that the list does not hold too.
fn counts(state: &State) -> TaskCounts {
    let mut counts = state.due_beyond;
    counts.add(&state.due);
    counts
}

/// The kinds with how many there are of each, the one that is shown marked.
fn kinds(screen: &DueScreen, state: &State, look: &Look) -> Line<'static> {
    let words = words(state.lang);
    let counts = counts(state);
    let all = (None, words.due.all_kinds, counts.all());
    let each = TaskKind::ALL.iter().map(|kind| (Some(*kind), (words.due.kind)(kind.code()), counts.of(*kind)));
    let mut spans = Vec::new();
    for (kind, name, count) in std::iter::once(all).chain(each).filter(|(_, _, count)| *count > 0) {
        if !spans.is_empty() {
            spans.push(Span::raw("  "));
        }
        let style = if kind == screen.kind { look.selected } else { look.dim };
        spans.push(Span::styled(format!(" {name}\u{a0}{} ", state.lang.number(count.into(), 0)), style));
    }
    if state.due_beyond.all() > 0 {
        let listed = u64::try_from(state.due.len()).unwrap_or(u64::MAX);
        spans.push(Span::styled(format!("  {}", (words.due.shown_of)(listed)), look.warning));
    }
    Line::from(spans)
}

/// What is due, whole, where the word or two do not say it; of a decision to sign the minutes that it stands in.
fn below(task: &Task, state: &State) -> String {
    let words = words(state.lang);
    if let (Todo::Sign, Some(day)) = (&task.todo, task.decided_on) {
        let is_of = |other: &&Task| matches!(other.todo, Todo::Sign) && other.decided_on == Some(day);
        return (words.due.unsigned_of)(&state.lang.date(day), state.due.iter().filter(is_of).count());
    }
    let said = task_said(task, words);
    if said == brief(task, words) { String::new() } else { said }
}
