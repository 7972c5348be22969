//! Scores being entered: a page of questions, the running total, the definition of the item under the cursor.

mod foot;

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::bars::{self, Parts};
use super::cells::{pad, print_line, width};
use super::ink::{Ink, Phrase};
use super::look::Look;
use super::panel_frame::{frame, note_hidden};
use super::prose::Hidden;
use super::table::window;
use super::{mark, scores_preview};
use crate::app::{Ask, Manner, Said, ScorePage, ScoresScreen, State};
use crate::clinic::{Attribution, SdiDomain, Tick, sledai_weight};
use crate::domain::{Rash, SdiItem, SledaiItem, Window, YesNo};

/// Rows that the definition of an item may take.
const DEFINITION: u16 = 3;
/// Cells of the names of questions.
const NAME: usize = 46;
/// Cells of the names of the two assessments: what they are worth and their millimetres stand beside.
const NAME_BY_LINE: usize = 27;
/// Cells of a question of EPICES.
const NAME_OF_QUESTION: usize = 57;

/// Draws the screen, and tells how far it scrolls.
pub fn draw(screen: &ScoresScreen, state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) -> usize {
    let ink = Ink::new(look, state.lang);
    head(&ink, screen, parts.head, buffer);
    if let Some(preview) = &screen.preview {
        return scores_preview::draw(screen, preview, state, look, parts.body, buffer);
    }
    let words = &ink.words.scores_entry;
    let place = ScorePage::ALL.iter().position(|page| *page == screen.page).unwrap_or(0) + 1;
    let name = match screen.page {
        ScorePage::Sledai => words.page_sledai,
        ScorePage::Assessments => words.page_assessments,
        ScorePage::Symptoms => words.page_symptoms,
        ScorePage::Epices => words.page_epices,
        ScorePage::Damage => words.page_damage,
    };
    let digits = match screen.page {
        ScorePage::Sledai => words.digits_items,
        ScorePage::Assessments => words.digits_line,
        ScorePage::Symptoms => words.digits_scale,
        ScorePage::Epices => "",
        ScorePage::Damage => words.digits_month,
    };
    let title = format!("{name} · {place}/{} · {digits}", ScorePage::ALL.len());
    let title = title.trim_end_matches([' ', '·']);
    let mut inside = frame(title, true, look, parts.body, buffer);
    if screen.page == ScorePage::Sledai {
        let foot = (DEFINITION + 1).min(inside.height / 2);
        inside.height -= foot;
        foot::sledai_foot(&ink, screen, Rect { y: inside.bottom(), height: foot, ..inside }, buffer);
    }
    if matches!(screen.page, ScorePage::Epices | ScorePage::Damage) {
        inside.height = inside.height.saturating_sub(1);
        let is_damage = screen.page == ScorePage::Damage;
        let line = if is_damage { foot::damage_foot(&ink, screen) } else { foot::epices_foot(&ink, screen) };
        print_line(buffer, inside.x, inside.bottom(), inside.width, &line);
    }
    let rows = rows(&ink, screen, usize::from(inside.width));
    let last = rows.iter().rposition(|(row, _)| *row == Some(screen.row)).unwrap_or(0);
    let seen = window(last, rows.len(), inside.height);
    for (y, (row, line)) in (inside.y..inside.bottom()).zip(rows.get(seen.clone()).unwrap_or_default()) {
        print_line(buffer, inside.x, y, inside.width, line);
        if *row == Some(screen.row) {
            buffer.set_style(Rect { y, height: 1, ..inside }, look.selected);
        }
    }
    note_hidden(Hidden { above: seen.start, below: rows.len() - seen.end }, look, parts.body, buffer);
    0
}

fn head(ink: &Ink, screen: &ScoresScreen, area: Rect, buffer: &mut Buffer) {
    let words = &ink.words.scores_entry;
    let sheet = &screen.sheet;
    let kind = if sheet.is_new { words.new_visit } else { words.corrected_visit };
    let left = format!("{} · {} · {kind} {}", words.title, screen.opened.case.case, ink.lang.date(sheet.date));
    let changed = if sheet.has_changes() { mark::CHANGED } else { "" };
    bars::bar(ink.look, area, buffer, &Line::raw(left), &Line::raw(changed));
}

/// The rows of the page, each with the place of its question.
fn rows(ink: &Ink, screen: &ScoresScreen, cells: usize) -> Vec<(Option<usize>, Line<'static>)> {
    let words = &ink.words.scores_entry;
    let mut rows = Vec::new();
    let mut system = "";
    for (place, ask) in screen.page.asks().into_iter().enumerate() {
        match ask {
            Ask::NewActivity => rows.push((None, ink.heading(words.visit_title))),
            Ask::SwollenJoints => rows.push((None, ink.heading(words.sle_das_title))),
            _ => {}
        }
        let row = match ask {
            Ask::Item(item) => {
                let named = (words.system)(item);
                let lead = if named == system { "" } else { named };
                system = named;
                item_row(ink, screen, item, lead, cells)
            }
            Ask::Damage(item) => {
                let named = ink.words.sdi_domains.get(SdiDomain::of(item) as usize).copied().unwrap_or_default();
                let lead = if named == system { "" } else { named };
                system = named;
                damage_row(ink, screen, item, lead, cells)
            }
            _ => ask_row(ink, screen, ask),
        };
        let lead = if place == screen.row { mark::CURSOR } else { " " };
        let mut line = Line::from(vec![Span::styled(format!("{lead} "), ink.look.key)]);
        line.spans.extend(row.spans);
        rows.push((Some(place), line));
        if let Manner::Line(_) = ask.manner() {
            rows.push((Some(place), drawn_line(ink, screen, ask, cells)));
        }
    }
    rows
}

/// System, weight, item, and its tick as a mark and a word.
fn item_row(ink: &Ink, screen: &ScoresScreen, item: SledaiItem, system: &str, cells: usize) -> Line<'static> {
    let (sign, word, style) = match screen.sheet.said(Ask::Item(item)) {
        Said::Tick(Tick::Present) => (mark::RECOMMENDED, ink.words.scores.present, Modifier::BOLD.into()),
        Said::Tick(Tick::Absent) => (mark::AVOID, ink.words.scores.absent, Style::default()),
        Said::Tick(Tick::Elsewhere(Attribution::Damage)) => (mark::OPTION, ink.words.scores.damage, Style::default()),
        Said::Tick(Tick::Elsewhere(Attribution::OtherCause)) => {
            (mark::ALTERNATIVE, ink.words.scores.other_cause, Style::default())
        }
        _ => (mark::NEEDS_DATA, ink.words.scores.not_assessed, ink.look.needs_data),
    };
    let name = cells.saturating_sub(45).clamp(20, 40);
    let system = Span::styled(pad(system, 22, Alignment::Left), ink.look.dim);
    let named = pad(ink.words.label(item), name, Alignment::Left);
    let weight = Span::styled(format!("{} ", sledai_weight(item)), ink.look.title);
    let mut line = Line::from(vec![system, weight, Span::raw(named), Span::raw(" ")]);
    line.spans.push(Span::styled(format!("{sign} {word}"), style));
    line.spans.extend(changed(ink, screen, Ask::Item(item)));
    line
}

/// Domain, item, and the month from which it is present; absent where damage is stated without it.
fn damage_row(ink: &Ink, screen: &ScoresScreen, item: SdiItem, domain: &str, cells: usize) -> Line<'static> {
    let ask = Ask::Damage(item);
    let is_typed = screen.ask() == Some(ask) && !screen.typed.is_empty();
    let (said, style) = match screen.sheet.said(ask) {
        _ if is_typed => (format!("{}…", screen.typed), ink.look.key),
        Said::Since(month) => (format!("{} {} {month}", mark::RECOMMENDED, ink.words.app.since), Modifier::BOLD.into()),
        _ if screen.sheet.damage(&screen.opened.case).known().is_some() => {
            (format!("{} {}", mark::SILENT, ink.words.scores.absent), ink.look.dim)
        }
        _ => (lacking(ink.words.app.not_stated), ink.look.needs_data),
    };
    let name = cells.saturating_sub(46).clamp(20, 60);
    let domain = Span::styled(pad(domain, 24, Alignment::Left), ink.look.dim);
    let named = Span::raw(pad(ink.words.label(item), name, Alignment::Left));
    let mut line = Line::from(vec![domain, named, Span::raw(" "), Span::styled(said, style)]);
    line.spans.extend(changed(ink, screen, ask));
    line
}

/// A question with its answer.
fn ask_row(ink: &Ink, screen: &ScoresScreen, ask: Ask) -> Line<'static> {
    let cells = match ask.manner() {
        Manner::Line(_) => NAME_BY_LINE,
        _ if matches!(ask, Ask::Epices(_)) => NAME_OF_QUESTION,
        _ => NAME,
    };
    let name = pad(name(ink, ask), cells, Alignment::Left);
    let mut line = ink.phrase().dim(&name).then(answer(ink, screen, ask)).line();
    line.spans.extend(changed(ink, screen, ask));
    line
}

/// The sign of an answer that the file does not hold.
fn changed(ink: &Ink, screen: &ScoresScreen, ask: Ask) -> Option<Span<'static>> {
    screen.sheet.is_changed(ask).then(|| Span::styled(format!(" {}", mark::CHANGED), ink.look.changed))
}

fn answer<'a>(ink: &Ink<'a>, screen: &ScoresScreen, ask: Ask) -> Phrase<'a> {
    let strong = |text: &str| ink.phrase().with(text, Modifier::BOLD.into());
    match (screen.sheet.said(ask), ask.manner()) {
        (Said::Number(number), Manner::Line(most)) => {
            let value = format!("{}\u{a0}/\u{a0}{most}", ink.lang.number(number, 2));
            let mm = screen.sheet.mark(ask).unwrap_or_default();
            strong(&value).dot().dim(&(ink.words.scores_entry.marked)(mm, screen.sheet.length))
        }
        (Said::Number(number), Manner::Length) => strong(&format!("{}\u{a0}mm", ink.lang.number(number, 0))),
        (Said::Number(number), Manner::Count(most)) => {
            strong(&format!("{}\u{a0}/\u{a0}{most}", ink.lang.number(number, 2)))
        }
        (Said::Number(number), _) => strong(&ink.lang.number(number, 2)),
        (Said::Code(code), _) => strong(&label(ink, code)),
        (Said::On(day), _) => strong(&ink.lang.date(day)),
        (Said::Since(month), _) => strong(&month.to_string()),
        (Said::Unknown, _) => ink.phrase().lacks(&lacking(ink.words.app.unknown)),
        (Said::NotStated | Said::Tick(_), _) => ink.phrase().lacks(&lacking(ink.words.app.not_stated)),
    }
}

fn lacking(word: &str) -> String {
    format!("{} {word}", mark::NEEDS_DATA)
}

fn label(ink: &Ink, code: &str) -> String {
    let window = Window::from_code(code).map(|window| ink.words.label(window));
    let answer = YesNo::from_code(code).map(|answer| ink.words.label(answer));
    let rash = Rash::from_code(code).map(|rash| ink.words.label(rash));
    window.or(answer).or(rash).unwrap_or_default().to_owned()
}

fn name(ink: &Ink, ask: Ask) -> &'static str {
    let (words, activity) = (&ink.words.scores_entry, &ink.words.activity);
    match ask {
        Ask::Item(item) => ink.words.label(item),
        Ask::Window => activity.window,
        Ask::Length => words.line,
        Ask::Pga => words.pga,
        Ask::Ptga => words.ptga,
        Ask::NewActivity => words.new_activity,
        Ask::StandardTreatment => words.standard_treatment,
        Ask::Haemolysis => words.haemolysis,
        Ask::Gut => words.gut,
        Ask::Cardiopulmonary => words.cardiopulmonary,
        Ask::SwollenJoints => words.swollen_joints,
        Ask::Rash => words.rash,
        Ask::MucocutaneousVasculitis => words.cutaneous_vasculitis,
        Ask::SystemicVasculitis => words.systemic_vasculitis,
        Ask::Neuropsychiatric => words.neuropsychiatric,
        Ask::Serositis => words.serositis,
        Ask::Fatigue => activity.fatigue,
        Ask::Pain => activity.pain,
        Ask::Sleep => activity.sleep,
        Ask::Mood => activity.mood,
        Ask::Cognition => activity.cognition,
        Ask::Epices(place) => ink.words.personal.epices_questions.get(place).copied().unwrap_or_default(),
        Ask::Reviewed => words.reviewed,
        Ask::Damage(item) => ink.words.label(item),
    }
}

/// The line across the screen with its mark: `nul ├────●──────┤ maximal`; without a mark nothing is stated.
fn drawn_line(ink: &Ink, screen: &ScoresScreen, ask: Ask, cells: usize) -> Line<'static> {
    let words = &ink.words.scores_entry;
    let room = cells.saturating_sub(width(words.best) + width(words.worst) + 8).max(10);
    let length = usize::try_from(screen.sheet.length).unwrap_or(1).max(1);
    let at = screen.sheet.mark(ask).and_then(|mm| usize::try_from(mm).ok()).map(|mm| mm * (room - 1) / length);
    let sign = |place: usize| match place {
        place if Some(place) == at => mark::RECOMMENDED,
        0 => "├",
        place if place + 1 == room => "┤",
        _ => "─",
    };
    let run = |places: std::ops::Range<usize>| places.map(sign).collect::<String>();
    let end = at.unwrap_or(room);
    let mut spans = vec![Span::raw("  "), Span::styled(format!("{} ", words.best), ink.look.dim)];
    spans.push(Span::raw(run(0..end)));
    spans.push(Span::styled(run(end..(end + 1).min(room)), ink.look.key));
    spans.push(Span::raw(run((end + 1).min(room)..room)));
    spans.push(Span::styled(format!(" {}", words.worst), ink.look.dim));
    Line::from(spans)
}
