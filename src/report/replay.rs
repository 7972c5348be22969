use chrono::{FixedOffset, SecondsFormat};
use schemars::JsonSchema;
use serde::Serialize;

use super::decision::read_back_text;
use super::json;
use super::page::Page;
use super::plain::plain;
use crate::archive::{Happened, Replay, Step};
use crate::domain::CaseId;
use crate::meeting::Recorded;
use crate::meeting::session::{PassageState, Session, SessionAct, Stage, quorum};
use crate::text::{Lang, Words, clock, words};

/// A step in words; `room` is the meeting right after it.
pub fn step_said(step: &Step, room: &Session, lang: Lang) -> String {
    let words = words(lang);
    let say = &words.replay;
    match &step.what {
        Happened::Act(act) => act_said(act, step, room, words),
        Happened::Decided(past) => {
            let outcome = words.label(past.outcome);
            match &past.amends {
                Some(amends) => (say.amended)(past.case_id.as_str(), outcome, &amends.reason),
                None => (say.decided)(past.case_id.as_str(), outcome),
            }
        }
        Happened::Postponed(one) => (say.postponed)(one.postponement.case_id.as_str(), &one.postponement.reason),
    }
}

fn act_said(act: &SessionAct, step: &Step, room: &Session, words: &Words) -> String {
    let say = &words.replay;
    let ran = |case: &CaseId| clock(room.passage(case).map_or(0, |passage| passage.seconds(step.at)));
    match act {
        SessionAct::Opened(_) if room.open.len() > 1 => say.opened_again.to_owned(),
        SessionAct::Opened(opening) => (say.opened)(&opening.title, &opening.chair, &opening.secretary),
        SessionAct::Joined { person, presence } => {
            (say.joined)(&person.name, words.label(person.specialty), words.label(*presence))
        }
        SessionAct::Left { person } => (say.left)(person),
        SessionAct::Declared { person, interest, words: said } => {
            let interest = words.label(*interest);
            let said = if said.is_empty() { interest.to_owned() } else { format!("{interest}, {said}") };
            (say.declared)(person, &said)
        }
        SessionAct::Recused { person, case } => (say.recused)(person, case.as_str()),
        SessionAct::Returned { person, case } => (say.returned)(person, case.as_str()),
        SessionAct::Added { case, reason } => (say.added)(case.as_str(), reason),
        SessionAct::Turned { case, mode, rule, reason } => {
            let details = rule.iter().chain(std::iter::once(reason)).filter(|one| !one.is_empty());
            let said = std::iter::once(words.label(*mode).to_owned()).chain(details.cloned());
            (say.turned)(case.as_str(), &said.collect::<Vec<_>>().join(", "))
        }
        SessionAct::Budgeted { case, time } => (say.budgeted)(case.as_str(), &time.to_string()),
        SessionAct::Started { case } if room.passage(case).is_some_and(|passage| passage.spans.len() > 1) => {
            (say.resumed)(case.as_str())
        }
        SessionAct::Started { case } => (say.started)(case.as_str()),
        SessionAct::Paused { case } => (say.paused)(case.as_str(), &ran(case)),
        SessionAct::Ended { case } => (say.ended)(case.as_str(), &ran(case)),
        SessionAct::BreakBegan => say.break_began.to_owned(),
        SessionAct::BreakEnded => say.break_ended.to_owned(),
        SessionAct::CarriedOver { case, reason } => (say.carried)(case.as_str(), reason),
        SessionAct::Closed => (say.closed)(&words.meeting.length(room.seconds(step.at))),
    }
}

/// The room right after a step, a line each: who is there, the quorum of its own charter, the case and its clock, what is done.
pub fn room_said(step: &Step, room: &Session, lang: Lang) -> Vec<String> {
    let words = words(lang);
    let (say, colon) = (&words.replay, words.report.colon);
    let mut lines = Vec::new();
    if let Some(opening) = &room.opening {
        let charter = format!("{} {}", words.meeting.charter, opening.charter.version);
        lines.push(format!(
            "{} {} · {} {} · {charter}",
            words.meeting.chair, opening.chair, words.meeting.secretary, opening.secretary
        ));
    }
    let there: Vec<String> = room
        .people
        .iter()
        .filter(|one| one.is_there())
        .map(|one| format!("{} ({})", one.person.name, words.label(one.person.specialty)))
        .collect();
    let names = if there.is_empty() { say.nobody.to_owned() } else { there.join(", ") };
    lines.push(format!("{}{colon}{names}", say.there));
    let running = room.passages.iter().find(|passage| passage.state == PassageState::Running);
    if room.is_open() {
        let found = quorum(room, running.map(|passage| &passage.case));
        lines.push(words.label(found.status).to_owned());
    }
    if room.stage == Stage::Break {
        lines.push(words.meeting.in_break.to_owned());
    }
    let at_hand = running.map(|passage| format!("{} · {}", passage.case, clock(passage.seconds(step.at))));
    lines.push(format!("{}{colon}{}", say.case, at_hand.unwrap_or_else(|| say.no_case.to_owned())));
    let count = |state| room.passages.iter().filter(|passage| passage.state == state).count();
    let (ended, carried) = (count(PassageState::Ended), count(PassageState::CarriedOver));
    let mut done = (say.done)(ended);
    if carried > 0 {
        done = format!("{done} · {}", (say.carried_over)(carried));
    }
    lines.push(done);
    lines
}

/// The time of a step on the clock of a place that is so far from universal time.
pub fn step_time(step: &Step, offset: FixedOffset) -> String {
    step.at.with_timezone(&offset).format("%H:%M:%S").to_string()
}

/// The editions that the room had before it, as they were locked.
pub fn editions_said(recorded: &Recorded, lang: Lang) -> String {
    let editions = recorded.locked.editions.iter();
    let editions: Vec<String> = editions.map(|one| format!("{} ({})", one.guideline, one.edition)).collect();
    (words(lang).replay.editions)(&editions.join(", "))
}

/// A meeting step by step in words of at most 80 columns; each decision as it was read back, with the editions of then.
/// `decisions` are those of its steps, by their places in the journal.
pub fn replay_text(replay: &Replay, decisions: &[Recorded], offset: FixedOffset, lang: Lang) -> String {
    let words = words(lang);
    let mut page = Page::default();
    page.title(format!("{} · {}", words.replay.title, lang.date(replay.meeting)));
    page.paragraph(words.replay.nothing_recomputed);
    for (place, step) in replay.steps.iter().enumerate() {
        let room = replay.session_at(place);
        let there = room.people.iter().filter(|one| one.is_there()).count();
        let said = step_said(step, &room, lang);
        page.item(0, format!("{} · {said} · {}", step_time(step, offset), (words.meeting.there)(there)));
        let Some(recorded) = decisions.iter().find(|one| one.entry.seq == step.seq) else { continue };
        let quorum = recorded.locked.room.as_ref().map(|room| &room.quorum);
        let read_back = read_back_text(&recorded.locked.decision, quorum, lang);
        page.items(1, read_back.lines().map(str::to_owned));
        page.item(1, editions_said(recorded, lang));
    }
    plain(&page, lang)
}

/// A step as JSON.
#[derive(Serialize, JsonSchema)]
struct StepPart<'a> {
    /// Place in the journal.
    seq: i64,
    /// RFC 3339, UTC.
    at: String,
    actor: &'a str,
    /// opened, joined… as in `meeting_act`; `decided`, `postponed`.
    what: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    case: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    person: Option<&'a str>,
    /// In words, in the language of the call.
    said: String,
    /// How many were there right after it.
    there: usize,
    /// Of an end, a pause: how long the clock of the case had run, in seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    seconds: Option<i64>,
    /// Of a decision: its UUID.
    #[serde(skip_serializing_if = "Option::is_none")]
    decision: Option<String>,
    /// Of a decision: the quorum as it was locked: ORG-126 reached, ORG-133 not reached, GEN-010 unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    quorum: Option<&'static str>,
    /// Of a decision: the editions as they were locked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    editions: Vec<&'a crate::meeting::GuidelineEdition>,
}

/// A meeting step by step.
#[derive(Serialize, JsonSchema)]
struct Whole<'a> {
    /// Version of this form: 1.
    format: u32,
    /// Its day, YYYY-MM-DD.
    meeting: String,
    /// The oldest first.
    steps: Vec<StepPart<'a>>,
}

/// A meeting step by step as JSON.
pub fn replay_json(replay: &Replay, decisions: &[Recorded], lang: Lang) -> String {
    let steps = replay.steps.iter().enumerate();
    let steps = steps.map(|(place, step)| step_part(step, &replay.session_at(place), decisions, lang)).collect();
    json::printed(&Whole { format: 1, meeting: replay.meeting.to_string(), steps })
}

fn step_part<'a>(step: &'a Step, room: &Session, decisions: &'a [Recorded], lang: Lang) -> StepPart<'a> {
    let recorded = decisions.iter().find(|one| one.entry.seq == step.seq);
    let then = recorded.and_then(|one| one.locked.room.as_ref());
    let ran = |case: &CaseId| room.passage(case).map(|passage| passage.seconds(step.at));
    let (what, person, seconds) = match &step.what {
        Happened::Act(act @ (SessionAct::Ended { case } | SessionAct::Paused { case })) => {
            (act.code(), None, ran(case))
        }
        Happened::Act(act) => (act.code(), act.person(), None),
        Happened::Decided(_) => ("decided", None, None),
        Happened::Postponed(_) => ("postponed", None, None),
    };
    StepPart {
        seq: step.seq,
        at: step.at.to_rfc3339_opts(SecondsFormat::Secs, true),
        actor: &step.actor,
        what,
        case: step.case().map(CaseId::as_str),
        person,
        said: step_said(step, room, lang),
        there: room.people.iter().filter(|one| one.is_there()).count(),
        seconds,
        decision: recorded.map(|one| one.entry.id.to_string()),
        quorum: then.map(|then| then.quorum.status.code()),
        editions: recorded.iter().flat_map(|one| &one.locked.editions).collect(),
    }
}

/// The JSON Schema of a meeting step by step.
pub fn replay_schema() -> serde_json::Value {
    json::schema::<Whole>("regards replay --format json")
}
