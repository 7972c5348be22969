//! Why one guideline says what it says of one topic: its statements, this patient's facts, what is missing, its sources.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::cells::width;
use super::ink::{Ink, Phrase};
use super::look::Look;
use super::panel::guidelines;
use super::panel_frame::{frame, note_hidden};
use super::prose::Hidden;
use super::{mark, prose, standing, whatif};
use crate::app::{Opened, State, WhyScreen};
use crate::domain::Day;
use crate::knowledge::{
    self, Caution, Cell, Column, Country, FactId, Finding, Formulary, LabelMark, LabelStatus, Row, Source, Truth,
    Value, Why, WhyStatement,
};
use crate::wording;

/// Draws the screen, and tells what is out of sight.
pub fn draw(screen: &WhyScreen, state: &State, look: &Look, area: Rect, buffer: &mut Buffer) -> Hidden {
    let area = area.intersection(buffer.area);
    buffer.set_style(area, look.text);
    let ink = Ink::new(look, state.lang);
    let opened = screen.opened.as_ref();
    let Some((row, said)) =
        opened.table.rows.get(screen.row).and_then(|row| Some((row, row.cells.get(screen.column)?)))
    else {
        return Hidden::default();
    };
    let area = supposed(&ink, opened, area, buffer);
    let title = format!("{} · {} · {}", ink.words.table.why, opened.case.case, wording::topic(ink.words, row.topic));
    let inside = frame(&title, true, look, area, buffer);
    let lines = lines(&ink, opened, row, said, screen.column);
    let hidden = prose::draw(&lines, screen.scroll, inside, buffer);
    note_hidden(hidden, look, area, buffer);
    hidden
}

/// Says above a hypothetical why that it is one, and what is supposed; the place that is left below it.
fn supposed(ink: &Ink, opened: &Opened, area: Rect, buffer: &mut Buffer) -> Rect {
    if !opened.is_supposed() {
        return area;
    }
    let sentence = [ink.words.whatif.why_supposed];
    whatif::banner(ink, opened.case.case.as_str(), &sentence, "", Rect { height: 1, ..area }, buffer);
    let line = whatif::supposed_line(ink, opened);
    let rows = prose::rows(&[line], usize::from(area.width.saturating_sub(2)));
    let height = u16::try_from(rows.len()).unwrap_or(u16::MAX).min(area.height / 4);
    let place = Rect { x: area.x + 1, y: area.y + 1, width: area.width.saturating_sub(2), height };
    prose::draw(&rows, 0, place, buffer);
    Rect { y: place.bottom(), height: area.bottom() - place.bottom(), ..area }
}

fn lines(ink: &Ink, opened: &Opened, row: &Row, cell: &Cell, column: usize) -> Vec<Line<'static>> {
    let mut lines = vec![
        tabs(ink, opened.table.columns.iter().map(Column::heading), column),
        guidelines::cell(ink, cell, &guidelines::Beside::default(), opened.table.today),
        agreement(ink, row),
    ];
    lines.extend(differences(ink, opened, row));
    let Some(why) = knowledge::why(&opened.library, &opened.facts, cell) else {
        lines.push(ink.phrase().lacks(ink.words.panel.no_longer_known).line());
        return lines;
    };
    lines.extend(schedules(ink, opened, cell));
    for statement in why.statements.iter().filter(|statement| *statement.truth == Truth::Yes) {
        lines.push(Line::default());
        lines.extend(spoken(ink, statement));
    }
    for words in &why.silence {
        lines.push(Line::default());
        lines.push(ink.phrase().with(mark::SILENT, ink.look.silent).with(words.said(ink.lang), ink.look.silent).line());
    }
    if let Some(words) = why.not_read {
        lines.push(Line::default());
        let style = ink.look.silent;
        lines.push(ink.phrase().with(mark::NOT_READ, style).with(words.said(ink.lang), style).line());
    }
    for caution in &why.cautions {
        lines.push(Line::default());
        lines.push(caution_line(ink, caution));
    }
    lines.extend(missing(ink, cell));
    lines.extend(waiting(ink, &why));
    lines.extend(labels(ink, opened.library.formulary(), opened.table.country, cell));
    lines.extend(source(ink, opened, &why));
    lines
}

/// Daily prednisone week by week for this weight, a column for each scheme.
fn schedules(ink: &Ink, opened: &Opened, cell: &Cell) -> Vec<Line<'static>> {
    let weight = opened.facts.get(FactId::Weight);
    let Some(table) = wording::timetable(ink.lang, &cell.tapers, weight) else { return Vec::new() };
    let widest = |column: usize| {
        let cells = std::iter::once(&table.head).chain(&table.rows).filter_map(|row| row.get(column));
        cells.map(|cell| width(cell)).max().unwrap_or_default() + 2
    };
    let widths: Vec<usize> = (0..table.head.len()).map(widest).collect();
    let row = |cells: &[String]| {
        let padded = cells.iter().zip(&widths).map(|(cell, cells)| {
            format!("{cell}{}", "\u{a0}".repeat(cells.saturating_sub(width(cell)))).replace(' ', "\u{a0}")
        });
        padded.collect::<String>()
    };
    let mut lines = vec![Line::default(), ink.heading(&table.title), ink.phrase().dim(&row(&table.head)).line()];
    lines.extend(table.rows.iter().map(|cells| ink.phrase().say(&row(cells)).line()));
    lines.extend(table.notes.iter().map(|note| ink.phrase().dim(note).line()));
    lines
}

/// The guidelines, the one that is explained marked.
pub(super) fn tabs(ink: &Ink, names: impl Iterator<Item = String>, at: usize) -> Line<'static> {
    let mut spans = vec![Span::styled("← ", ink.look.key)];
    for (place, name) in names.enumerate() {
        if place > 0 {
            spans.push(Span::styled(" │ ", ink.look.border));
        }
        let (name, style) = if place == at { (format!("▸ {name}"), ink.look.title) } else { (name, ink.look.dim) };
        spans.push(Span::styled(name, style));
    }
    spans.push(Span::styled(" →", ink.look.key));
    Line::from(spans)
}

fn agreement(ink: &Ink, row: &Row) -> Line<'static> {
    let (mark, style) = standing::accord(ink.look, row.agreement.accord);
    let word = wording::accord(ink.words, row.agreement.accord);
    let phrase = ink.labelled(ink.words.table.agreement).with(&format!("{mark} {word}"), style);
    phrase.dim(wording::reason(ink.words, row.agreement.reason).unwrap_or_default()).line()
}

/// The explained differences of the row: those that matter for this patient, then those that could.
fn differences(ink: &Ink, opened: &Opened, row: &Row) -> Vec<Line<'static>> {
    let found = knowledge::differences(&opened.library, &opened.facts, row.topic);
    let told = found.iter().map(|(difference, truth)| {
        let (mark, style) =
            if difference.same { (mark::AGREE, ink.look.agree) } else { (mark::DIFFER, ink.look.differ) };
        let phrase = ink.phrase().with(mark, style);
        let text = wording::difference(ink.lang, difference, truth);
        if truth.is_unknown() { phrase.lacks(&text).line() } else { phrase.say(&text).line() }
    });
    told.collect()
}

/// Number, grade, verdict, and how sure the entry is.
fn title<'a>(ink: &Ink<'a>, statement: &WhyStatement) -> Phrase<'a> {
    let words = ink.words;
    let number = wording::number(words, statement);
    let grade = statement
        .grade
        .map_or_else(|| words.panel.ungraded.to_owned(), |grade| format!("{} {grade}", words.table.grade));
    let verdict = format!("{} {}", standing::mark(statement.verdict), wording::verdict(words, statement.verdict));
    let phrase = ink
        .phrase()
        .dim(words.table.statement)
        .with(&number, Modifier::BOLD.into())
        .dot()
        .say(&grade)
        .dot()
        .with(&verdict, standing::style(ink.look, statement.verdict));
    match wording::checked(words, statement.checked) {
        Some(checked) => phrase.dot().with(checked, ink.look.warning),
        None => phrase,
    }
}

fn spoken(ink: &Ink, statement: &WhyStatement) -> Vec<Line<'static>> {
    let mut lines = vec![title(ink, statement).line()];
    lines.push(text(ink, statement));
    if let Some(warning) = statement.warning {
        let style = ink.look.warning;
        lines.push(ink.phrase().with(mark::WARNING, style).with(warning.said(ink.lang), style).line());
    }
    lines.extend(statement.facts.iter().map(|(fact, finding)| fact_line(ink, *fact, finding)));
    if let Some(review) = statement.review {
        let checked = (ink.words.table.checked_by)(&review.checked_by, &ink.lang.date(review.checked_on));
        let next = review.next_check.map(|day| (ink.words.panel.next_check)(&ink.lang.date(day)));
        lines.push(ink.phrase().dim(&checked).dim(&next.unwrap_or_default()).line());
    }
    if let Some(from) = statement.from {
        let source = &from.source;
        let mut line = ink.phrase().with(&format!("{} · ", from.name), Style::default()).line();
        line.spans.extend(published(ink, source).spans);
        lines.push(line.patch_style(ink.look.dim));
    }
    lines
}

/// Where the guideline contradicts itself, or what of it could not be verified.
pub(super) fn caution_line(ink: &Ink, caution: &Caution) -> Line<'static> {
    let style = ink.look.warning;
    ink.phrase().with(mark::WARNING, style).say(&wording::caution(ink.lang, caution)).line()
}

fn text(ink: &Ink, statement: &WhyStatement) -> Line<'static> {
    match &statement.words {
        Some(words) => ink.phrase().say(words.said(ink.lang)).line(),
        None => ink.phrase().lacks(ink.words.panel.no_longer_known).line(),
    }
}

/// A fact of this patient, its answer, and what it rests on with its date.
fn fact_line(ink: &Ink, fact: FactId, finding: &Finding) -> Line<'static> {
    let answer = wording::value(ink.lang, fact, &finding.value);
    let fact = format!("{}{}", wording::fact(ink.words, fact), ink.words.guide.colon);
    let style = if finding.value == Value::Unknown { ink.look.needs_data } else { Modifier::BOLD.into() };
    let mut phrase = ink.phrase().dim("\u{a0}\u{a0}•").say(&fact).with(&answer, style);
    for evidence in &finding.evidence {
        let written = wording::written(ink.lang, evidence.what, &evidence.written);
        let datum = format!("{}{}", wording::datum(ink.words, evidence.what), ink.words.guide.colon);
        phrase = phrase.dim("←").dim(&datum).dim(&written);
        if let Some(date) = evidence.date {
            phrase = phrase.dim(&ink.on(date));
        }
    }
    phrase.line()
}

fn missing(ink: &Ink, cell: &Cell) -> Vec<Line<'static>> {
    if cell.missing.is_empty() {
        return Vec::new();
    }
    let data = wording::data(ink.words, cell.missing.iter().copied());
    let mut lines =
        vec![Line::default(), ink.phrase().with(ink.words.case.missing, ink.look.warning).lacks(&data).line()];
    let questions = cell.missing.iter().map(|datum| wording::ask(ink.words, *datum));
    lines.extend(questions.map(|question| ink.phrase().dim("\u{a0}\u{a0}•").say(question).line()));
    lines
}

/// Statements that would speak, or not, if what is missing were known.
fn waiting(ink: &Ink, why: &Why) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for statement in why.statements.iter().filter(|statement| *statement.truth != Truth::Yes) {
        if lines.is_empty() {
            lines.extend([Line::default(), ink.heading(ink.words.table.would_change)]);
        }
        let data = wording::data(ink.words, statement.truth.missing());
        lines.push(title(ink, statement).dot().lacks(&(ink.words.table.needs)(&data)).line());
        lines.push(text(ink, statement));
    }
    lines
}

/// Drugs whose label is not in order: country, date, source.
fn labels(ink: &Ink, formulary: &Formulary, country: Country, cell: &Cell) -> Vec<Line<'static>> {
    let mut marks: Vec<LabelMark> = Vec::new();
    for label in cell.offers.iter().flat_map(|offer| &offer.labels) {
        if label.status != LabelStatus::Labelled && !marks.contains(label) {
            marks.push(*label);
        }
    }
    let mut lines = Vec::new();
    for label in marks {
        if lines.is_empty() {
            lines.extend([Line::default(), ink.heading(ink.words.topic.label)]);
        }
        lines.push(label_line(ink, formulary, country, label));
    }
    lines
}

fn label_line(ink: &Ink, formulary: &Formulary, country: Country, label: LabelMark) -> Line<'static> {
    let words = ink.words;
    let name = format!("{}{}", wording::agent(words, label.drug), wording::label_mark(label.status));
    let status = format!("{} ({})", (words.codes.label)(label.status.code()), (words.codes.country)(country.code()));
    let phrase = ink.phrase().with(&name, Modifier::BOLD.into()).with(&status, ink.look.off_label);
    let Some(entry) = formulary.label(label.drug, country) else {
        return phrase.line();
    };
    let phrase = match &entry.note {
        Some(note) => phrase.say(note.said(ink.lang)),
        None => phrase,
    };
    let phrase = phrase.dim(&format!("[{}, {}]", entry.source, entry.as_of));
    match wording::checked(words, entry.checked) {
        Some(checked) => phrase.with(checked, ink.look.warning).line(),
        None => phrase.line(),
    }
}

/// Where the guideline was published, how it grades, and who vouches for the entry.
fn source(ink: &Ink, opened: &Opened, why: &Why) -> Vec<Line<'static>> {
    let (words, source) = (ink.words, why.source);
    let edition = format!("{} {}", why.name, why.edition);
    let local = if why.local { words.editions.local } else { "" };
    vec![
        Line::default(),
        ink.heading(words.app.source),
        ink.phrase()
            .with(&edition, Modifier::BOLD.into())
            .with(local, ink.look.warning)
            .dot()
            .say(&source.title)
            .line(),
        published(ink, source),
        ink.labelled(words.panel.read).say(source.read.said(ink.lang)).line(),
        ink.labelled(words.table.grade).say(why.scale.said(ink.lang)).line(),
        vouched(ink, opened.today, source),
    ]
}

/// Where it was published: the reference, then DOI and PubMed number as far as there are any.
pub(super) fn published(ink: &Ink, source: &Source) -> Line<'static> {
    let doi = source.doi.as_ref().map(|doi| format!("{} {doi}", ink.words.table.doi));
    let pmid = source.pmid.as_ref().map(|pmid| format!("PMID {pmid}"));
    let numbers = doi.into_iter().chain(pmid).collect::<Vec<_>>().join(" · ");
    let phrase = ink.phrase().say(&source.reference);
    if numbers.is_empty() { phrase.line() } else { phrase.dot().say(&numbers).line() }
}

/// Who entered it, who checked it, and when it must be checked next.
pub(super) fn vouched(ink: &Ink, today: Day, source: &Source) -> Line<'static> {
    let words = ink.words;
    let phrase = ink.phrase().say(&(words.panel.entered_by)(&source.entered_by)).dot();
    let phrase = match (&source.checked_by, source.checked_on) {
        (Some(who), Some(day)) => phrase.say(&(words.table.checked_by)(who, &ink.lang.date(day))),
        _ => phrase.with(words.panel.not_checked, ink.look.warning),
    };
    let next = (words.panel.next_check)(&ink.lang.date(source.next_check));
    let phrase = phrase.dot();
    if source.next_check < today {
        phrase.with(&next, ink.look.warning).with(words.panel.overdue, ink.look.warning).line()
    } else {
        phrase.say(&next).line()
    }
}
