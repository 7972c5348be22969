//! Below the page: the scores as entered, and what the cursor is on.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::lacking;
use crate::app::{Ask, Said, ScoresScreen};
use crate::clinic::{EpicesScore, Sdi, SledaiScore};
use crate::view::cells::print_line;
use crate::view::ink::Ink;
use crate::view::{mark, prose};
use crate::wording;

/// The index as entered, and the whole name of the item under the cursor.
pub(super) fn damage_foot(ink: &Ink, screen: &ScoresScreen) -> Line<'static> {
    let mut case = screen.opened.case.clone();
    case.damage.sdi = screen.sheet.damage(&case);
    let score = match Sdi::on(&case, screen.opened.today) {
        Ok(sdi) => ink.phrase().with(&format!("SDI {}", sdi.total()), ink.look.title),
        Err(needs) => ink.phrase().lacks(&lacking(&wording::needs(ink.words, &needs))),
    };
    let item = match screen.ask() {
        Some(Ask::Damage(item)) => ink.words.label(item),
        _ => "",
    };
    score.dot().dim(item).line()
}

/// The score of EPICES; none while an answer is missing.
pub(super) fn epices_foot(ink: &Ink, screen: &ScoresScreen) -> Line<'static> {
    let (words, panel) = (&ink.words.scores_entry, &ink.words.panel);
    let Some(answers) = screen.sheet.epices() else {
        let given = |ask: &&Ask| matches!(screen.sheet.said(**ask), Said::Code(_));
        let missing = Ask::EPICES.len() - Ask::EPICES.iter().filter(given).count();
        return ink.phrase().lacks(&format!("{} {}", mark::NEEDS_DATA, (words.answers_missing)(missing))).line();
    };
    let score = EpicesScore::of(&answers);
    let judged = if score.is_precarious() { panel.precarious } else { panel.not_precarious };
    let value = format!("EPICES {}", ink.lang.fixed(score.value(), 2));
    ink.phrase().with(&value, ink.look.title).dot().say(judged).dot().dim(&(panel.quintile)(score.quintile())).line()
}

/// The running total with both clinical scores, and what the item under the cursor means.
pub(super) fn sledai_foot(ink: &Ink, screen: &ScoresScreen, area: Rect, buffer: &mut Buffer) {
    let sledai = screen.sheet.sledai();
    let activity = &ink.words.activity;
    let points = |score: SledaiScore| {
        if score.at_least() { format!("≥\u{a0}{}", score.points) } else { score.points.to_string() }
    };
    let total = sledai.total();
    let phrase = ink.phrase().with(&format!("SLEDAI-2K {}", points(total)), ink.look.title).dot();
    let phrase = phrase.dim(activity.without_serology).say(&points(sledai.without_serology())).dot();
    let phrase = phrase.dim(activity.without_laboratory).say(&points(sledai.without_labs()));
    let missing = usize::try_from(total.missing).unwrap_or_default();
    let phrase =
        if total.at_least() { phrase.dot().lacks(&(ink.words.scores_entry.not_assessed)(missing)) } else { phrase };
    print_line(buffer, area.x, area.y, area.width, &phrase.line());
    if let Some(Ask::Item(item)) = screen.ask() {
        let definition = ink.phrase().dim((ink.words.sledai_definition)(item)).line();
        let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        prose::draw(&[definition], 0, below, buffer);
    }
}
