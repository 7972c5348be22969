//! The agenda as a table, with the case under the cursor beside or below it where there is room.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::bars::{Parts, bar};
use super::cells::{line_width, print_line, width, wrap};
use super::keys::key_of;
use super::look::Look;
use super::meeting::wall;
use super::stack::{Row, Stack, around};
use super::table::{Column, Cursor, Table};
use super::{mark, meeting, preview, shown};
use crate::app::{Command, Entry, Place, SortBy, State, class_name};
use crate::meeting::session::Stage;
use crate::text::{Words, words};

/// From this width on, the case under the cursor is shown beside the agenda.
const PREVIEW_BESIDE: u16 = 140;
/// Columns of the case beside the agenda.
const PREVIEW_WIDTH: u16 = 50;
/// From this height on, the case under the cursor is shown below the agenda.
const PREVIEW_BELOW: u16 = 28;
/// Rows of the case below the agenda.
const PREVIEW_HEIGHT: u16 = 11;

/// So many cases around the cursor say how wide the columns are: a frame looks at no more, however long the agenda is.
const MEASURED: u16 = 300;

/// Draws the agenda.
pub fn draw(state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) {
    let entries = state.queue.shown();
    let selected = state.queue.place_of_cursor(&entries);
    draw_head(state, look, parts.head, &entries, selected, buffer);
    let (list, preview) = places(parts.body);
    if entries.is_empty() {
        draw_nothing(state, look, parts.body, buffer);
        return;
    }
    // The case under the cursor shows its question in full beside a list that needs but a line a case; where there is place
    // for two, every question is read.
    let all_fit = 2 * entries.len() < usize::from(list.height);
    if preview.is_some() && !all_fit {
        draw_table(state, look, (parts, list), &entries, selected, buffer);
    } else {
        draw_stack(state, look, (parts, list), &entries, selected, buffer);
    }
    if let (Some(preview), Some(entry)) = (preview, entries.get(selected)) {
        preview::draw(entry, state, look, preview, buffer);
    }
}

/// Where the agenda and the case under the cursor are.
fn places(body: Rect) -> (Rect, Option<Rect>) {
    let inner = Rect { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
    if body.width >= PREVIEW_BESIDE {
        let list = Rect { width: inner.width - PREVIEW_WIDTH - 1, ..inner };
        return (list, Some(Rect { x: list.right(), width: body.right() - list.right(), ..body }));
    }
    if body.height >= PREVIEW_BELOW {
        let list = Rect { height: body.height - PREVIEW_HEIGHT, ..inner };
        return (list, Some(Rect { y: list.bottom(), height: PREVIEW_HEIGHT, ..body }));
    }
    (inner, None)
}

fn draw_head(state: &State, look: &Look, area: Rect, entries: &[&Entry], selected: usize, buffer: &mut Buffer) {
    let words = words(state.lang);
    let all = state.queue.entries.len();
    let mut left =
        vec![Span::styled(words.queue.title, look.title), Span::raw(format!(" · {}", (words.count.cases)(all)))];
    if !state.queue.complete {
        left.push(Span::styled(format!(" · {}", words.screens.reading), look.warning));
    }
    left.extend(of_meeting(state, look));
    if !state.queue.filter.is_empty() {
        left.push(Span::styled(format!(" · {}", (words.screens.filtered)(&state.queue.filter)), look.found));
    }
    // The room's screen has no key for it.
    if !state.due.is_empty() && !state.is_projector() {
        let key = key_of(&state.keys, Place::Queue, Command::Due);
        left.push(Span::styled(format!(" · {} ({key})", (words.due.count)(state.due.len())), look.warning));
    }
    let mut right = Vec::new();
    if state.queue.sort != SortBy::Agenda {
        right.push((words.queue.sorted_by)(sort_name(state.queue.sort, words)));
    }
    if !entries.is_empty() {
        right.push((words.queue.position)(selected + 1, entries.len()));
    }
    // What does not fit goes as a whole.
    while left.len() > 2 && line_width(&Line::from(left.clone())) + 2 > usize::from(area.width) {
        left.pop();
    }
    bar(look, area, buffer, &Line::from(left), &Line::raw(right.join(" · ")));
}

/// The meeting in the head: its stage, its quorum, its time, the cases left; nothing before it is opened.
fn of_meeting(state: &State, look: &Look) -> Vec<Span<'static>> {
    let words = words(state.lang);
    let say = &words.meeting;
    if state.session.stage == Stage::Planned {
        return Vec::new();
    }
    let now = match state.session.stage {
        Stage::Open => (say.open_for)(&say.length(state.session.seconds(state.now))),
        _ => meeting::stage(state),
    };
    let mut spans = vec![Span::raw(format!(" · {now}"))];
    if state.session.is_open() {
        if let Some(quorum) = wall::quorum_short(state, look, None) {
            spans.push(Span::raw(" · "));
            spans.extend(quorum.spans);
        }
        spans.push(Span::raw(format!(" · {}", (say.left)(state.progress().left))));
    }
    spans
}

fn sort_name(sort: SortBy, words: &Words) -> &'static str {
    match sort {
        SortBy::Agenda => words.screens.agenda_order,
        SortBy::Missing => words.queue.missing,
        SortBy::Upcr => words.queue.upcr,
        SortBy::Egfr => words.queue.egfr,
        SortBy::Status => words.queue.status,
    }
}

fn draw_nothing(state: &State, look: &Look, body: Rect, buffer: &mut Buffer) {
    let words = words(state.lang);
    let sentence = match (state.queue.complete, state.queue.entries.is_empty()) {
        (_, false) => words.queue.nothing_matches.to_owned(),
        (true, true) if state.is_projector() => words.queue.no_case.to_owned(),
        (true, true) => (words.config.first_run)(&state.searched.join(", ")),
        (false, true) => words.screens.reading.to_owned(),
    };
    let area = Rect {
        x: body.x + 1,
        y: body.y + body.height.min(1),
        width: body.width.saturating_sub(2),
        height: body.height.saturating_sub(1),
    };
    for (y, line) in (area.y..area.bottom()).zip(wrap(&sentence, area.width.into())) {
        print_line(buffer, area.x, y, area.width, &Line::from(Span::styled(line, look.text)));
    }
}

/// A line a case, its question last and cut.
fn draw_table(
    state: &State,
    look: &Look,
    (parts, area): (&Parts, Rect),
    entries: &[&Entry],
    selected: usize,
    buffer: &mut Buffer,
) {
    let words = words(state.lang);
    let mut columns = columns(entries, selected, state, look);
    columns.push(Column::growing(24, u16::MAX, 8));
    let heads: Vec<Line> = heads(words).into_iter().chain([words.queue.question]).map(Line::raw).collect();
    let near = around(selected, entries.len(), area.height);
    let (first, entries) = (near.start, entries.get(near).unwrap_or_default());
    let whole = |entry: &&Entry| cells(entry, state, look).into_iter().chain([question(entry, state, look)]).collect();
    let rows: Vec<Vec<Line>> = entries.iter().map(whole).collect();
    let cursor = Some(Cursor { row: selected - first, column: None });
    let table = Table { columns: &columns, heads: &heads, rows: &rows, cursor, most_lines: 1, most_at_cursor: 1 };
    parts.answer_rows(first, &table.draw_rows(look, area, buffer));
}

/// The question under each case.
fn draw_stack(
    state: &State,
    look: &Look,
    (parts, area): (&Parts, Rect),
    entries: &[&Entry],
    selected: usize,
    buffer: &mut Buffer,
) {
    let columns = columns(entries, selected, state, look);
    let heads: Vec<Line> = heads(words(state.lang)).map(Line::raw).to_vec();
    let near = around(selected, entries.len(), area.height);
    let (first, entries) = (near.start, entries.get(near).unwrap_or_default());
    let row = |entry: &&Entry| Row { cells: cells(entry, state, look), below: question(entry, state, look) };
    let rows: Vec<Row> = entries.iter().map(row).collect();
    let stack = Stack { columns: &columns, heads: &heads, rows: &rows, selected: selected - first };
    parts.answer_rows(first, &stack.draw(look, area, buffer));
}

/// Number, alias, age and sex, class, UPCR with its day, eGFR, what is missing, status; as wide as those around the cursor need.
fn columns(entries: &[&Entry], selected: usize, state: &State, look: &Look) -> Vec<Column> {
    let words = words(state.lang);
    let entries = entries.get(around(selected, entries.len(), MEASURED)).unwrap_or_default();
    let widest = |of: &dyn Fn(&Entry) -> usize, head: &str| {
        let widest = entries.iter().map(|entry| of(entry)).max().unwrap_or(0).max(width(head));
        u16::try_from(widest).unwrap_or(u16::MAX)
    };
    let number = |entry: &Entry| entry.case_id().map_or(0, |case| case.as_str().len());
    let alias = |entry: &Entry| entry.file.case().map_or(0, |case| width(shown::alias(state, &case.patient.alias)));
    let head = |head: &str| u16::try_from(width(head)).unwrap_or(u16::MAX);
    vec![
        Column::fixed(widest(&number, words.queue.case), 0),
        Column::fixed(widest(&alias, words.queue.alias), 6),
        Column::fixed(head(words.queue.age).max(4), 5).right(),
        Column::growing(head(words.queue.class).max(6), 9, 2),
        Column::fixed(13, 3),
        Column::fixed(widest(&|entry| width(&measured(entry, state)), words.archive.date), 9),
        Column::fixed(head(words.queue.egfr_head), 4).right(),
        Column::fixed(head(words.queue.missing), 7).right(),
        Column::fixed(
            widest(&|entry| width(&shown::standing(entry, state, look).1) + 2, words.queue.status).max(13),
            1,
        ),
    ]
}

/// The day of the newest UPCR.
fn measured(entry: &Entry, state: &State) -> String {
    let upcr = entry.brief.as_ref().and_then(|brief| brief.upcr.as_ref());
    upcr.map(|(day, _)| state.lang.date(*day)).unwrap_or_default()
}

fn heads(words: &Words) -> [&'static str; 9] {
    let queue = &words.queue;
    [
        queue.case,
        queue.alias,
        queue.age,
        queue.class,
        queue.upcr,
        words.archive.date,
        queue.egfr_head,
        queue.missing,
        queue.status,
    ]
}

fn cells(entry: &Entry, state: &State, look: &Look) -> Vec<Line<'static>> {
    let (sign, word, style) = shown::standing(entry, state, look);
    let status = Line::from(Span::styled(format!("{sign} {word}"), style));
    let (Some(case), Some(brief)) = (entry.file.case(), &entry.brief) else {
        let empty = std::iter::repeat_n(Line::default(), 7);
        return std::iter::once(Line::from(Span::styled(mark::FAILED, look.error)))
            .chain(empty)
            .chain([status])
            .collect();
    };
    let lang = state.lang;
    let missing = match brief.missing.as_ref().map(Vec::len) {
        None => Line::raw(""),
        Some(0) => Line::from(Span::styled("0", look.dim)),
        Some(count) => Line::from(Span::styled(count.to_string(), look.needs_data)),
    };
    vec![
        Line::raw(case.case.to_string()),
        Line::raw(shown::alias(state, &case.patient.alias).to_owned()),
        Line::raw(shown::age_and_sex(&case.patient, state)),
        Line::raw(class_name(&brief.class)),
        Line::raw(shown::upcr(brief, lang)),
        Line::from(Span::styled(measured(entry, state), look.dim)),
        Line::raw(shown::egfr(brief, lang)),
        missing,
        status,
    ]
}

/// The question; of a broken file its name, how many errors it has, and the key that shows them.
fn question(entry: &Entry, state: &State, look: &Look) -> Line<'static> {
    if let Some(case) = entry.file.case() {
        let treated = wall::treated(state, case).map(|said| Span::raw(format!("{said} · ")));
        let question = Span::styled(case.question.to_string(), look.dim);
        let warns = !entry.file.reading.remarks.is_empty();
        let warning = warns.then(|| Span::styled(format!("{} ", mark::WARNING), look.warning));
        return Line::from(treated.into_iter().chain(warning).chain([question]).collect::<Vec<_>>());
    }
    let words = words(state.lang);
    let name = entry.path().file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let errors = (words.screens.see_errors)(
        &preview::errors(entry, words),
        &key_of(&state.keys, Place::Queue, Command::Diagnostics),
    );
    Line::from(vec![Span::raw(format!("{name} · ")), Span::styled(errors, look.error)])
}
