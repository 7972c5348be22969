//! What surrounds a screen: its head, the sentence there is to say, the line being typed, the keys.

use std::cell::RefCell;

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::cells::{line_width, print_aligned, print_line, print_wrapped, width, wrap};
use super::look::Look;
use super::{field, foot, keys, mark};
use crate::app::{Command, Notice, Place, Purpose, Screen, Spot, Spots, State, Target, Told, Withheld};
use crate::domain::{Mode, Specialty};
use crate::knowledge::FactId;
use crate::meeting::DraftPart;
use crate::text::{Words, visible, words};
use crate::wording;

/// The smallest screen that shows a case in full.
pub const LEAST: (u16, u16) = (60, 18);
/// Rows that are read from four image heights away: capitals as high as 1/150 of the distance, which is H/37.5, in cells that
/// are 1/0.7 of their capitals (InfoComm's rule of thumb; at six image heights it is 17).
pub(super) const MOST_ROWS_READ: u16 = 26;
/// Rows that a sentence or a typed line may take at most.
const MOST_ROWS: usize = 4;

/// Where the parts of the screen are.
pub struct Parts {
    /// The head.
    pub head: Rect,
    /// What the screen is about.
    pub body: Rect,
    /// The last line but one: the sentence there is to say, or the line being typed.
    pub say: Rect,
    /// The keys.
    pub foot: Rect,
    /// What answers the mouse, as far as it is drawn.
    spots: RefCell<Spots>,
}

impl Parts {
    /// This place stands for something that the mouse may be pressed on.
    pub fn answer(&self, place: Rect, target: Target) {
        let spot = Spot { from: (place.x, place.y), to: (place.right(), place.bottom()), target };
        self.spots.borrow_mut().0.push(spot);
    }

    /// These rows of a list answer with their numbers, counted from `first`.
    pub fn answer_rows(&self, first: usize, rows: &[(usize, Rect)]) {
        for (row, place) in rows {
            self.answer(*place, Target::Row(first + row));
        }
    }

    /// What a part of the screen drew to answer.
    pub fn answer_all(&self, spots: Spots) {
        self.spots.borrow_mut().0.extend(spots.0);
    }

    /// Everything that was drawn to answer.
    pub fn into_spots(self) -> Spots {
        self.spots.into_inner()
    }
}

/// The parts of this place; a case has its own head.
pub fn parts(state: &State, area: Rect) -> Parts {
    let headless = matches!(state.screen, Screen::Case(_) | Screen::Why(_) | Screen::Origin(_));
    let row = |y: u16| Rect { y: y.clamp(area.y, area.bottom()), height: 1.min(area.height), ..area };
    let head = Rect { height: u16::from(!headless).min(area.height), ..area };
    let top = area.y + head.height;
    let foot = row(area.bottom().saturating_sub(1));
    let say = row(area.bottom().saturating_sub(2));
    let body = Rect { y: top, height: say.y.saturating_sub(top), ..area };
    Parts { head, body, say, foot, spots: RefCell::default() }
}

/// Whether nothing can be shown whole here.
pub fn is_too_small(area: Rect) -> bool {
    area.width < LEAST.0 || area.height < LEAST.1
}

/// Says that nothing can be shown whole here.
pub fn draw_too_small(state: &State, look: &Look, area: Rect, buffer: &mut Buffer) {
    let sentence = (words(state.lang).app.too_small)(area.width, area.height);
    print_wrapped(buffer, area, &Line::from(Span::styled(sentence, look.text)));
}

/// Says above everything that nothing is recorded, and why; the place that is left below it.
pub fn draw_unrecorded(state: &State, look: &Look, area: Rect, buffer: &mut Buffer) -> Rect {
    let Some(why) = &state.unrecorded else { return area };
    let style = look.error.add_modifier(Modifier::REVERSED | Modifier::BOLD);
    let row = Rect { height: 1.min(area.height), ..area };
    buffer.set_style(row, style);
    let said = format!("{} {} · {why}", mark::WARNING, words(state.lang).screens.nothing_recorded);
    print_line(buffer, row.x + 1, row.y, row.width.saturating_sub(2), &Line::from(Span::styled(said, style)));
    Rect { y: row.bottom(), height: area.height - row.height, ..area }
}

/// Says above everything that this is the demonstration; the place that is left below it.
pub fn draw_demo(state: &State, look: &Look, area: Rect, buffer: &mut Buffer) -> Rect {
    if !state.is_demo {
        return area;
    }
    let row = Rect { height: 1.min(area.height), ..area };
    buffer.set_style(row, look.hypothesis);
    let said = Line::from(Span::styled(words(state.lang).config.demo, look.hypothesis));
    print_line(buffer, row.x + 1, row.y, row.width.saturating_sub(2), &said);
    Rect { y: row.bottom(), height: area.height - row.height, ..area }
}

/// A bar over the whole width: words on the left, others on the right where there is room.
pub fn bar(look: &Look, area: Rect, buffer: &mut Buffer, left: &Line<'_>, right: &Line<'_>) {
    buffer.set_style(area, look.bar);
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let taken = print_line(buffer, inner.x, inner.y, inner.width, &left.clone().patch_style(look.bar));
    let room = inner.width.saturating_sub(taken + 2);
    if line_width(right) <= usize::from(room) {
        print_aligned(buffer, inner, &right.clone().patch_style(look.bar), Alignment::Right);
    }
}

/// The sentence, the line being typed and the keys.
pub fn draw(state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) {
    foot::draw(state, look, parts, buffer);
    let above = match &state.line {
        Some(line) => draw_typed(state, look, line, parts, buffer),
        None => parts.say.bottom(),
    };
    if let Some(notice) = &state.notice {
        draw_notice(state, look, notice, Rect { height: above - parts.body.y.min(above), ..parts.body }, buffer);
    }
}

/// Writes lines upwards from the bottom of a place, on cleared ground, and tells the row of the first.
pub(super) fn draw_upwards(lines: &[Line<'_>], style: Style, area: Rect, buffer: &mut Buffer) -> u16 {
    let count = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(area.height);
    let top = area.bottom() - count;
    for (y, line) in (top..area.bottom()).zip(lines) {
        let row = Rect { y, height: 1, ..area };
        clear(row, style, buffer);
        print_line(buffer, area.x + 1, y, area.width.saturating_sub(2), line);
    }
    top
}

fn clear(area: Rect, style: Style, buffer: &mut Buffer) {
    for position in area.intersection(buffer.area).positions() {
        if let Some(cell) = buffer.cell_mut(position) {
            cell.reset();
            cell.set_style(style);
        }
    }
}

fn draw_notice(state: &State, look: &Look, notice: &Notice, area: Rect, buffer: &mut Buffer) {
    let style = match notice {
        Notice::Failed(_) => look.error,
        Notice::Locked
        | Notice::Postponed
        | Notice::LedgerOpened
        | Notice::Supposed
        | Notice::CaseWritten
        | Notice::CaseCreated(_)
        | Notice::Meeting(Told::Opened | Told::Closed | Told::Turned(_))
        | Notice::Recorded
        | Notice::QuerySaved(_)
        | Notice::PaperWritten(_)
        | Notice::Leading => look.ok,

        Notice::Reread | Notice::DraftFound | Notice::NewCaseBack | Notice::NewCaseKept | Notice::TableKept => {
            look.text
        }
        _ => look.warning,
    };
    let sentence = sentence(notice, state);
    let lines: Vec<Line> = wrap(&sentence, area.width.saturating_sub(2).into())
        .into_iter()
        .map(|line| Line::from(Span::styled(line, style)))
        .collect();
    draw_upwards(&lines, look.text, area, buffer);
}

/// What another hand changed in the draft, and whose it is.
fn draft_taken(by: &str, parts: &[DraftPart], words: &Words) -> String {
    let live = &words.live;
    let name = |part: &DraftPart| match part {
        DraftPart::Outcome => live.outcome,
        DraftPart::Lines => live.lines,
        DraftPart::Rationale => live.rationale,
        DraftPart::Departures => live.departures,
        DraftPart::Next => live.next,
        DraftPart::Amendment => live.amendment,
        DraftPart::Deliberation => live.deliberation,
    };
    (live.draft_taken)(by, &parts.iter().map(name).collect::<Vec<_>>().join(", "))
}

/// What there is to say.
fn sentence(notice: &Notice, state: &State) -> String {
    let words = words(state.lang);
    let key = |place, command| keys::key_of(&state.keys, place, command);
    let place = state.place();
    let screens = &words.screens;
    let said = match notice {
        Notice::Locked => screens.locked,
        Notice::Postponed => screens.postponed,
        Notice::Failed(sentence) | Notice::PaperWritten(sentence) | Notice::Doubtful(sentence) => sentence,
        Notice::DraftTaken(by, parts) => return draft_taken(by, parts, words),
        Notice::LockedMeanwhile(by) => return (words.live.locked_meanwhile)(by),
        Notice::LeadTaken(by) => return (words.live.lead_taken)(by, &key(Place::Queue, Command::Lead)),
        Notice::Leading => words.live.leading,
        Notice::LeadEnded => words.live.lead_ended,
        Notice::Large(true) => words.live.now_large,
        Notice::Large(false) => words.live.no_longer_large,
        Notice::DraftFound => screens.draft_found,
        Notice::Marked => words.compare.marked,
        Notice::NoMeetingThen(day) => return (words.replay.none_held)(&words.lang.date(*day)),
        Notice::OfNoMeeting => words.replay.of_no_meeting,
        Notice::NothingBehind => words.replay.nothing_behind,
        Notice::OnlyDecisionsCompare => words.compare.only_decisions,
        Notice::ReadOnly => screens.read_only,
        Notice::NothingToUndo => words.hand.nothing_to_undo,
        Notice::NothingToRedo => words.hand.nothing_to_redo,
        Notice::LedgerOpened => screens.ledger_opened,
        Notice::Unsaved => screens.unsaved,
        Notice::FileHasErrors => return (screens.file_has_errors)(&key(place, Command::Diagnostics)),
        Notice::CannotReorder => {
            let (sort, back) = (key(place, Command::Sort), key(place, Command::Back));
            return (screens.cannot_reorder)(&sort, &back);
        }
        Notice::GuidelinesRefused(names) => return (words.editions.refused)(names),
        Notice::Refused(refusal) => return (words.refusal)(refusal),
        Notice::NothingSupposed => words.whatif.nothing_supposed,
        Notice::Supposed => words.whatif.recorded,
        Notice::StartOnly => words.taper.loaded_start_only,
        Notice::NothingToLoad => words.taper.nothing_to_load,
        Notice::LastStep => words.taper.last_step,
        Notice::PlanUnwritten => {
            return (words.taper.not_written)(&key(Place::Taper, Command::FileLines));
        }
        Notice::NothingEntered => words.scores_entry.nothing_entered,
        Notice::VisitStays => words.scores_entry.visit_stays,
        Notice::NotWritten => words.scores_entry.not_written,
        Notice::EntryKept => words.scores_entry.entry_kept,
        Notice::CaseWritten => words.writing.written,
        Notice::CaseChanged => words.writing.changed,
        Notice::NoNewValue => words.labs.nothing_new,
        Notice::TableKept => words.labs.not_kept,
        Notice::CaseLacks => words.new_case.still_needed,
        Notice::CannotBeUnknown => words.new_case.cannot_be_unknown,
        Notice::NewCaseKept => words.new_case.kept,
        Notice::NewCaseBack => words.new_case.draft_back,
        Notice::NewCaseNotKept(why) => return (words.new_case.unsaved_draft)(why),
        Notice::CaseCreated(path) => return (words.new_case.created)(&visible(path)),
        Notice::FileGone => screens.file_gone,
        Notice::IdentityWithheld(why) => return withheld(why, words),
        Notice::Reread => screens.reread,
        Notice::Incomplete => screens.incomplete,
        Notice::Meeting(told) => return told_of_meeting(told, state),
        Notice::Recorded => words.after.recorded,
        Notice::ToSignAgain => words.after.to_sign_again,
        Notice::AlreadySigned => words.after.already_signed,
        Notice::AlreadyClosed => words.after.already_closed,
        Notice::AfterLacks(lack) => super::after::lacks(*lack, words),
        Notice::NotOnAgenda => words.due.not_on_agenda,
        Notice::NothingToSettle => words.after.nothing_to_settle,
        Notice::NoPrevious => words.deliberation.no_previous,
        Notice::QuerySaved(name) => return (words.filter.saved)(name),
        Notice::BadQueryName(name) => return (words.filter.bad_name)(name),
        Notice::NothingToSave => words.filter.nothing_to_save,
        Notice::FaultySearch => words.filter.faulty,
        Notice::NoneSaved => words.filter.none_saved,
        Notice::NotCurrent => screens.not_current,
        Notice::AlreadyDecided => screens.already_decided,
        Notice::CannotReadLocked => screens.cannot_read_locked,
    };
    said.to_owned()
}

/// What there is to say of the meeting.
fn told_of_meeting(told: &Told, state: &State) -> String {
    let say = &words(state.lang).meeting;
    let key = |place, command| keys::key_of(&state.keys, place, command);
    let said = match told {
        Told::Opened => say.was_opened,
        Told::Closed => return (say.was_closed)(&key(Place::Meeting, Command::OpeningSheet)),
        Told::NotOpen => return (say.not_open)(&key(Place::Queue, Command::Meeting)),
        Told::NobodyChairs => say.nobody_chairs,
        Told::NotThere => say.not_there,
        Told::NobodyLeft => say.nobody_left,
        Told::NoSuchTime => say.no_such_time,
        Told::Turned(case) => return (say.was_turned)(case.as_str()),
    };
    said.to_owned()
}

/// Why no identity is shown.
pub fn withheld(why: &Withheld, words: &Words) -> String {
    let say = &words.identity;
    match why {
        Withheld::Hidden => say.hidden.to_owned(),
        Withheld::NoFile => say.no_file.to_owned(),
        Withheld::Refused(sentence) => sentence.clone(),
        Withheld::Unknown => say.none.to_owned(),
        Withheld::Differs => say.differs.to_owned(),
    }
}

/// `What if UPCR (number alone: g/g)`.
fn supposed_prompt(state: &State, fact: FactId) -> String {
    let words = words(state.lang);
    let prompt = (words.whatif.prompt)(wording::fact(words, fact));
    let unit = if let Screen::WhatIf(screen) = &state.screen { screen.unit(fact) } else { None };
    match unit {
        Some(unit) => format!("{prompt} {}", (words.whatif.bare_unit)(&unit)),
        None => prompt,
    }
}

/// Whose seat it is: a name, or a specialty.
fn whose(state: &State, seat: &str) -> String {
    let words = words(state.lang);
    Specialty::from_code(seat).map_or_else(|| seat.to_owned(), |specialty| words.label(specialty).to_owned())
}

/// The line being typed, growing upwards; tells its first row.
fn draw_typed(state: &State, look: &Look, line: &crate::app::Line, parts: &Parts, buffer: &mut Buffer) -> u16 {
    let words = words(state.lang);
    if line.purpose == Purpose::Search {
        return super::search::draw(state, look, &line.text, parts, buffer);
    }
    let prompt = match &line.purpose {
        Purpose::SaveQuery => words.filter.save_prompt.to_owned(),
        Purpose::Filter => words.queue.filter.to_owned(),
        Purpose::Search => words.archive.search.to_owned(),
        Purpose::Keys => words.hand.help_prompt.to_owned(),
        Purpose::Suppose(fact) => supposed_prompt(state, *fact),
        Purpose::Remark(_) => words.whatif.remark.to_owned(),
        Purpose::Late(case, _) => (words.meeting.late_prompt)(case.as_str()),
        Purpose::Turn(case, Mode::Record) => (words.meeting.rule_prompt)(case.as_str()),
        Purpose::Turn(case, Mode::Discuss) => (words.meeting.reason_prompt)(case.as_str()),
        Purpose::Dissent(seat) => (words.deliberation.dissent_prompt)(&whose(state, seat)),
        Purpose::Drop(_, action) => (words.after.dropped_why)(&action.to_string()),
        Purpose::Sign(_) => words.after.sign_prompt.to_owned(),
        Purpose::Close(_) => words.after.close_prompt.to_owned(),
        Purpose::Postpone(case) => format!("{} {case}", words.screens.postpone_reason),
    };
    let prompt = format!("{prompt} ");
    let room = usize::from(parts.say.width).saturating_sub(2 + width(&prompt));
    let laid = field::lay(&line.text, room);
    let mut lines = laid.lines(look.input, room, true);
    let first = (laid.cursor_row() + 1).saturating_sub(MOST_ROWS);
    lines = lines.into_iter().skip(first).take(MOST_ROWS).collect();
    for (index, line) in lines.iter_mut().enumerate() {
        let lead = if index == 0 { prompt.clone() } else { " ".repeat(width(&prompt)) };
        line.spans.insert(0, Span::styled(lead, look.title));
    }
    let area = Rect { height: parts.say.bottom().saturating_sub(parts.body.y), ..parts.body };
    draw_upwards(&lines, look.text, area, buffer)
}
