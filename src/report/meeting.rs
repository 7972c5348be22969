use std::fmt::Write;

use chrono::{DateTime, FixedOffset, SecondsFormat, Utc};
use schemars::JsonSchema;
use serde::Serialize;

use super::json;
use super::plain::{COLUMNS, wrap};
use crate::meeting::session::{Attendee, Item, Pace, Progress, Session, Span, Stage, Standing, quorum};
use crate::text::{Lang, Words, clock, lacking, visible, words};

/// A case of the agenda of a meeting.
#[derive(Debug, Clone)]
pub struct MeetingCase<'a> {
    /// Which, and what is known of it.
    pub item: Item<'a>,
    /// The question.
    pub question: &'a str,
    /// The rule of its file under which it is only recorded.
    pub rule: Option<&'a str>,
}

/// A meeting as text and as JSON: its sheet, its quorum, its clocks, how each case stands.
#[derive(Debug)]
pub struct Meeting<'a> {
    /// The meeting.
    pub session: &'a Session,
    /// Its agenda, in order.
    pub agenda: Vec<MeetingCase<'a>>,
    /// The moment.
    pub now: DateTime<Utc>,
    /// How far the room's clock is from universal time.
    pub offset: FixedOffset,
}

impl Meeting<'_> {
    /// As text of at most 80 columns.
    pub fn text(&self, lang: Lang) -> String {
        let words = words(lang);
        let say = &words.meeting;
        let mut text = String::new();
        let title = self.session.opening.as_ref().map_or(say.title, |opening| opening.title.as_str());
        line(&mut text, 0, &format!("{title} · {} · {}", lang.date(self.session.meeting), self.stage(words)));
        if let Some(opening) = &self.session.opening {
            let held = format!(
                "{} {} · {} {} · {} {}",
                say.chair, opening.chair, say.secretary, opening.secretary, say.charter, opening.charter.version
            );
            line(&mut text, 0, &held);
            line(&mut text, 0, &self.quorum(words));
        }
        let progress = self.progress();
        let done = (say.done)(progress.done, progress.cases);
        line(&mut text, 0, &format!("{done} · {}", (say.elapsed)(&say.length(self.session.seconds(self.now)))));
        let _ = writeln!(text, "\n{}", words.meeting_order.sheet);
        for one in &self.session.people {
            line(&mut text, 2, &attendee(one, words));
        }
        let _ = writeln!(text, "\n{}", words.meeting_order.agenda);
        for case in &self.agenda {
            line(&mut text, 2, &self.case(case, words));
        }
        text
    }

    fn stage(&self, words: &Words) -> String {
        let say = &words.meeting;
        let last = self.session.open.last();
        let time = |at: DateTime<Utc>| at.with_timezone(&self.offset).format("%H:%M").to_string();
        match (self.session.stage, last) {
            (Stage::Planned, _) | (_, None) => say.planned.to_owned(),
            (Stage::Break, _) => say.in_break.to_owned(),
            (Stage::Open, Some(span)) => (say.open_since)(&time(span.from)),
            (Stage::Closed, Some(span)) => {
                span.to.map_or_else(|| say.closed.to_owned(), |at| (say.closed_at)(&time(at)))
            }
        }
    }

    fn quorum(&self, words: &Words) -> String {
        let found = quorum(self.session, None);
        let present: Vec<&str> = found.present.iter().map(|one| words.label(*one)).collect();
        let short = (found.short_by > 0).then(|| (words.meeting.short_by)(found.short_by));
        let missing = (!found.missing.is_empty()).then(|| (words.meeting.lacks)(&lacking(&found.missing, words)));
        let present = (!present.is_empty()).then(|| present.join(", "));
        let parts = [Some(words.label(found.status).to_owned()), short, missing, present];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn case(&self, case: &MeetingCase<'_>, words: &Words) -> String {
        let standing = self.session.standing(case.item);
        let mode = self.session.mode(case.item.case, case.item.mode);
        let taken = self.session.clock(case.item.case, mode, self.now);
        let ran = taken.filter(|(taken, ..)| *taken > 0);
        let ran = ran.map(|(taken, budget, _)| format!("{} / {}", clock(taken), clock(budget)));
        let passage = self.session.passage(case.item.case);
        let why = passage.and_then(|passage| passage.carried.clone().or_else(|| passage.added.clone()));
        let parts = [Some(case.item.case.to_string()), Some(standing_word(standing, words).to_owned()), ran, why];
        let said = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        format!("{said} · {}", case.question)
    }

    fn progress(&self) -> Progress {
        self.session.progress(self.agenda.iter().map(|case| case.item), self.now)
    }

    /// As JSON.
    pub fn json(&self) -> String {
        let progress = self.progress();
        json::printed(&MeetingPart {
            format: 1,
            meeting: self.session.meeting.to_string(),
            stage: stage_code(self.session.stage),
            opening: self.session.opening.as_ref(),
            open: self.session.open.iter().map(span).collect(),
            breaks: self.session.breaks.iter().map(span).collect(),
            seconds: self.session.seconds(self.now),
            quorum: quorum(self.session, None),
            people: self.session.people.iter().map(person).collect(),
            progress: ProgressPart {
                cases: progress.cases,
                left: progress.left,
                planned_s: progress.planned,
                left_s: progress.time_left,
            },
            cases: self.agenda.iter().map(|case| self.case_part(case)).collect(),
        })
    }

    fn case_part<'a>(&'a self, case: &'a MeetingCase<'a>) -> CasePart<'a> {
        let number = case.item.case;
        let mode = self.session.mode(number, case.item.mode);
        let passage = self.session.passage(number);
        let turned = passage.and_then(|passage| passage.turned.as_ref());
        let rule = turned.and_then(|(_, rule, _)| rule.as_deref()).or(case.rule);
        let clock = self.session.clock(number, mode, self.now);
        CasePart {
            case: number.as_str(),
            standing: self.session.standing(case.item).code(),
            mode: mode.code(),
            rule: rule.filter(|_| mode == crate::domain::Mode::Record),
            question: case.question,
            seconds: passage.map_or(0, |passage| passage.seconds(self.now)),
            budget_s: clock.map(|(_, budget, _)| budget),
            pace: clock.map(|(.., pace)| pace_code(pace)),
            spans: passage.map(|passage| passage.spans.iter().map(span).collect()).unwrap_or_default(),
            late_reason: passage.and_then(|passage| passage.added.as_deref()),
            carried_reason: passage.and_then(|passage| passage.carried.as_deref()),
            quorum: quorum(self.session, Some(number)),
        }
    }
}

/// Somebody of the sheet, in a line.
fn attendee(one: &Attendee, words: &Words) -> String {
    let person = &one.person;
    let mut parts = vec![
        format!("{} {}", if one.is_there() { "✓" } else { "○" }, person.name),
        words.label(person.specialty).to_owned(),
        words.label(person.role).to_owned(),
        words.label(one.presence).to_owned(),
    ];
    parts.extend(person.centre.clone());
    let recused: Vec<String> = one.recused.iter().map(ToString::to_string).collect();
    if !recused.is_empty() {
        parts.push((words.meeting.recused_from)(&recused.join(", ")));
    }
    for (interest, said) in &one.interests {
        let said = if said.is_empty() { String::new() } else { format!(", {said}") };
        parts.push(format!("{}{said}", words.label(*interest)));
    }
    parts.join(" · ")
}

fn line(text: &mut String, indent: usize, said: &str) {
    for (at, row) in wrap(&visible(said), COLUMNS - indent - 2).iter().enumerate() {
        let indent = if at == 0 { indent } else { indent + 2 };
        let _ = writeln!(text, "{}{}", " ".repeat(indent), row.trim_end());
    }
}

/// How a case stands, in a word or two.
fn standing_word(standing: Standing, words: &Words) -> &'static str {
    match standing {
        Standing::Running => words.meeting.running,
        Standing::Paused => words.meeting.paused,
        Standing::Late => words.meeting.late,
        Standing::ToDiscuss => words.queue.to_discuss,
        Standing::ToRecord => words.screens.to_record,
        Standing::Ended => words.meeting.ended,
        Standing::CarriedOver => words.meeting.carried_over,
        Standing::Postponed => words.queue.postponed,
        Standing::Decided => words.queue.decided,
    }
}

const fn stage_code(stage: Stage) -> &'static str {
    match stage {
        Stage::Planned => "planned",
        Stage::Open => "open",
        Stage::Break => "break",
        Stage::Closed => "closed",
    }
}

const fn pace_code(pace: Pace) -> &'static str {
    match pace {
        Pace::Calm => "calm",
        Pace::Amber => "amber",
        Pace::Red => "red",
    }
}

fn written(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn span(span: &Span) -> SpanPart {
    SpanPart { from: written(span.from), to: span.to.map(written) }
}

fn person(one: &Attendee) -> PersonPart<'_> {
    PersonPart {
        name: &one.person.name,
        specialty: one.person.specialty.code(),
        role: one.person.role.code(),
        centre: one.person.centre.as_deref(),
        presence: one.presence.code(),
        there: one.is_there(),
        stays: one.stays.iter().map(span).collect(),
        interests: one
            .interests
            .iter()
            .map(|(interest, words)| InterestPart { interest: interest.code(), words })
            .collect(),
        recused: one.recused.iter().map(crate::domain::CaseId::as_str).collect(),
    }
}

#[derive(Serialize, JsonSchema)]
struct MeetingPart<'a> {
    /// Version of this form: 1.
    format: u32,
    /// Its day, YYYY-MM-DD.
    meeting: String,
    /// `planned`, `open`, `break`, `closed`.
    stage: &'static str,
    /// How it was opened; `null` where it was not.
    opening: Option<&'a crate::meeting::session::Opening>,
    open: Vec<SpanPart>,
    breaks: Vec<SpanPart>,
    /// How long it has been open, breaks left out, at the moment of the call.
    seconds: i64,
    quorum: crate::meeting::session::Quorum,
    people: Vec<PersonPart<'a>>,
    progress: ProgressPart,
    cases: Vec<CasePart<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct SpanPart {
    /// RFC 3339, UTC.
    from: String,
    /// `null` for what goes on.
    to: Option<String>,
}

#[derive(Serialize, JsonSchema)]
struct InterestPart<'a> {
    interest: &'static str,
    words: &'a str,
}

#[derive(Serialize, JsonSchema)]
struct PersonPart<'a> {
    name: &'a str,
    specialty: &'static str,
    role: &'static str,
    centre: Option<&'a str>,
    presence: &'static str,
    there: bool,
    /// When they came and left.
    stays: Vec<SpanPart>,
    interests: Vec<InterestPart<'a>>,
    /// Cases that they take no part in.
    recused: Vec<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct ProgressPart {
    cases: usize,
    /// Cases that are left.
    left: usize,
    /// What all cases may take, in seconds.
    planned_s: i64,
    /// What the cases left may still take, in seconds.
    left_s: i64,
}

#[derive(Serialize, JsonSchema)]
struct CasePart<'a> {
    case: &'a str,
    /// `running`, `paused`, `late`, `to-discuss`, `to-record`, `ended`, `carried-over`, `postponed`, `decided`.
    standing: &'static str,
    mode: &'static str,
    /// The named rule of a case that is only recorded.
    rule: Option<&'a str>,
    question: &'a str,
    /// How long its clock has run at the moment of the call.
    seconds: i64,
    /// How long it may take, in seconds.
    budget_s: Option<i64>,
    /// `calm`, `amber`, `red`.
    pace: Option<&'static str>,
    /// When its clock ran.
    spans: Vec<SpanPart>,
    /// Why it came onto the agenda after the opening.
    late_reason: Option<&'a str>,
    /// Why it goes to another meeting.
    carried_reason: Option<&'a str>,
    quorum: crate::meeting::session::Quorum,
}

#[derive(Serialize, JsonSchema)]
struct HeldPart<'a> {
    /// Its day, YYYY-MM-DD.
    meeting: String,
    title: &'a str,
    /// `open`, `break`, `closed`.
    stage: &'static str,
    chair: &'a str,
    secretary: &'a str,
    /// How many took part.
    people: usize,
    /// How long it was open, breaks left out.
    seconds: i64,
}

/// Meetings that were held, one a line.
pub fn meetings_text(held: &[Session], lang: Lang) -> String {
    let words = words(lang);
    let mut text = String::new();
    for session in held {
        let Some(opening) = &session.opening else { continue };
        let stage = match session.stage {
            Stage::Planned => words.meeting.planned,
            Stage::Open => words.meeting.running,
            Stage::Break => words.meeting.in_break,
            Stage::Closed => words.meeting.closed,
        };
        let people = session.people.len();
        let said = format!(
            "{} · {} · {stage} · {} {} · {}",
            lang.date(session.meeting),
            opening.title,
            words.meeting.chair,
            opening.chair,
            (words.meeting.there)(people)
        );
        line(&mut text, 0, &said);
    }
    text
}

/// The same as a JSON array.
pub fn meetings_json(held: &[Session], now: DateTime<Utc>) -> String {
    let part = |session: &Session| {
        let opening = session.opening.clone()?;
        Some((
            session.meeting.to_string(),
            opening,
            stage_code(session.stage),
            session.people.len(),
            session.seconds(now),
        ))
    };
    let parts: Vec<_> = held.iter().filter_map(part).collect();
    let rows: Vec<HeldPart<'_>> = parts
        .iter()
        .map(|(meeting, opening, stage, people, seconds)| HeldPart {
            meeting: meeting.clone(),
            title: &opening.title,
            stage,
            chair: &opening.chair,
            secretary: &opening.secretary,
            people: *people,
            seconds: *seconds,
        })
        .collect();
    json::printed(&rows)
}

/// The JSON Schema of a meeting.
pub fn meeting_schema() -> serde_json::Value {
    json::schema::<MeetingPart>("regards meeting ORDER --format json")
}

/// The JSON Schema of the meetings that were held.
pub fn meetings_schema() -> serde_json::Value {
    json::schema::<Vec<HeldPart>>("regards meeting list --format json")
}
