//! What every screen shows of the meeting alike: clocks, quorum, the time on the wall.

use chrono::{DateTime, Utc};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::State;
use crate::domain::{Case, CaseId, Mode, QuorumStatus};
use crate::meeting::session::{Pace, PassageState, Quorum, Standing, quorum};
use crate::text::{clock, lacking, words};
use crate::view::look::Look;
use crate::view::mark;

/// A clock that runs.
pub const RUNNING: &str = "▶";
/// A clock that stands still.
pub const PAUSED: &str = "‖";
/// Soon over the time it may take; twice for far over.
const SOON: &str = "▲";
/// Carried over to another meeting.
const CARRIED: &str = "→";

/// The time of day in the room: `14:02`.
pub fn time(state: &State, at: DateTime<Utc>) -> String {
    at.with_timezone(&state.offset).format("%H:%M").to_string()
}

/// The clock of a case against what it may take: `▶ 02:41 / 05:00`, then a mark and a word where it is soon or long over. None
/// before the meeting is opened.
pub fn clock_of(state: &State, look: &Look, case: &CaseId, in_file: Option<Mode>) -> Option<Line<'static>> {
    let (taken, budget, pace) = state.session.clock(case, state.session.mode(case, in_file), state.now)?;
    let sign = match state.session.passage(case).map_or(PassageState::Waiting, |passage| passage.state) {
        PassageState::Running => RUNNING,
        PassageState::Paused => PAUSED,
        PassageState::Ended => mark::OK,
        PassageState::CarriedOver => CARRIED,
        PassageState::Waiting => mark::NOT_APPLICABLE,
    };
    let (over, style) = over(state, look, pace);
    let own = Span::styled(format!("{sign} {} / {}{over}", clock(taken), clock(budget)), style);
    // The clock of another case that goes on is said: somebody may have forgotten it.
    let other = state.session.running().filter(|passage| passage.case != *case);
    let other = other.map(|passage| Span::styled(format!(" ({RUNNING} {})", passage.case), look.warning));
    Some(Line::from(std::iter::once(own).chain(other).collect::<Vec<_>>()))
}

/// The word and the mark of a pace, and its style.
fn over(state: &State, look: &Look, pace: Pace) -> (String, Style) {
    let words = &words(state.lang).meeting;
    match pace {
        Pace::Calm => (String::new(), Style::default()),
        Pace::Amber => (format!(" {SOON} {}", words.soon), look.warning),
        Pace::Red => (format!(" {SOON}{SOON} {}", words.over), look.error),
    }
}

/// How many specialties that count are there, and how many must be: `quorum ✓ 4`, `quorum ✗ 2/3`, `quorum ✗ 3 +1` where one is
/// lacking by name; nothing where no meeting is open.
pub fn quorum_short(state: &State, look: &Look, case: Option<&CaseId>) -> Option<Line<'static>> {
    let found = quorum(&state.session, case);
    let (text, style) = counted(state, &found, look)?;
    Some(Line::from(Span::styled(text, style)))
}

/// The same with what is there, or what lacks, in words.
pub fn quorum_long(state: &State, look: &Look, case: Option<&CaseId>) -> Option<Line<'static>> {
    let words = words(state.lang);
    let found = quorum(&state.session, case);
    let (text, style) = counted(state, &found, look)?;
    let said = match found.status {
        QuorumStatus::Reached => {
            let counted = counting(state, &found);
            format!("{} {} {}", words.meeting.quorum, mark::OK, (words.meeting.specialties)(counted))
        }
        _ if found.missing.is_empty() => text,
        _ => format!("{text} · {}", (words.meeting.lacks)(&lacking(&found.missing, words))),
    };
    Some(Line::from(Span::styled(said, style)))
}

fn counted(state: &State, found: &Quorum, look: &Look) -> Option<(String, Style)> {
    let rule = &state.session.charter()?.quorum;
    let name = words(state.lang).meeting.quorum;
    let there = counting(state, found);
    Some(match found.status {
        QuorumStatus::Unknown => return None,
        QuorumStatus::Reached => (format!("{name} {} {there}", mark::OK), look.ok),
        QuorumStatus::NotReached if found.short_by > 0 => {
            (format!("{name} {} {there}/{}", mark::FAILED, rule.specialties), look.warning)
        }
        QuorumStatus::NotReached => (format!("{name} {} {there} +{}", mark::FAILED, found.missing.len()), look.warning),
    })
}

/// How many of those that count are there.
fn counting(state: &State, found: &Quorum) -> usize {
    let counted = state.session.charter().map(|charter| charter.quorum.counted.as_slice()).unwrap_or_default();
    found.present.iter().filter(|one| counted.contains(one)).count()
}

/// How a case of the agenda stands by what was said of it in the meeting: a mark, words, their style.
pub fn standing(state: &State, look: &Look, case: &Case, of: Standing) -> (&'static str, String, Style) {
    let words = &words(state.lang).meeting;
    let taken = state.session.passage(&case.case).map_or(0, |passage| passage.seconds(state.now));
    match of {
        Standing::Running => {
            let mode = state.session.mode(&case.case, case.mode);
            let pace = state.session.clock(&case.case, mode, state.now).map_or(Pace::Calm, |(.., pace)| pace);
            let (over, style) = over(state, look, pace);
            let signs: String = over.chars().filter(|sign| SOON.contains(*sign)).collect();
            (RUNNING, format!("{} {signs}", clock(taken)).trim_end().to_owned(), style)
        }
        Standing::Paused => (PAUSED, format!("{} {}", clock(taken), words.paused), look.text),
        Standing::Late => (mark::WARNING, words.late.to_owned(), look.warning),
        Standing::CarriedOver => (CARRIED, words.carried_over.to_owned(), look.dim),
        _ => (mark::OK, words.ended.to_owned(), look.dim),
    }
}

/// How a case is treated in this meeting, where that needs words: the rule under which it is only recorded, or why it is
/// discussed after all.
pub fn treated(state: &State, case: &Case) -> Option<String> {
    let words = &words(state.lang).meeting;
    let turned = state.session.passage(&case.case).and_then(|passage| passage.turned.as_ref());
    let rule = turned.and_then(|(_, rule, _)| rule.as_deref()).or(case.rule.as_deref());
    match state.session.mode(&case.case, case.mode) {
        Mode::Record => rule.map(words.rule),
        Mode::Discuss => {
            turned.map(|(.., reason)| reason.as_str()).filter(|reason| !reason.is_empty()).map(words.turned_by)
        }
    }
}
