use schemars::JsonSchema;
use serde::Serialize;

use super::json;
use super::list::row;
use crate::domain::{Day, Decision, QuorumStatus, Then};
use crate::meeting::session::Quorum;
use crate::meeting::{AfterAct, DecisionAct, Gap, Logged, Plan, Recorded, gaps, hides_drug};
use crate::text::{Lang, Words, visible, words};
use crate::wording::concordance;
use crate::wording::quorum::{lacking, specialties};

/// A decision as it is read back to a room: the quorum, every part that says something, what it leaves open.
pub fn read_back_text(decision: &Decision, quorum: Option<&Quorum>, lang: Lang) -> String {
    let words = words(lang);
    let mut lines = Vec::new();
    lines.extend(quorum.map(|quorum| quorum_said(quorum, words)));
    lines.push(words.label(decision.outcome).to_owned());
    let say = &words.deliberation;
    for (number, line) in (1..).zip(Plan::from(decision).printed(lang).lines()) {
        lines.push(format!("{number}. {line}"));
    }
    for line in &decision.lines {
        let unread = line.order.iter().flat_map(|order| &order.unread);
        let of = line.drug.map(|drug| words.label(drug)).unwrap_or_default();
        if line.drug.is_none() {
            lines.push(format!("? {}{}{}", words.screens.kept_as_text, words.report.colon, line.words));
        }
        lines.extend(unread.map(|said| format!("? {of}{}{}", words.report.colon, (words.shorthand.unread)(said))));
    }
    for branch in &decision.branches {
        if branch.trigger.measure.is_none() {
            lines.push(format!("? {}{}{}", branch.id, words.report.colon, words.screens.kept_as_text));
        }
        if let Then::Words(then) = &branch.then
            && hides_drug(then)
        {
            lines.push(format!("? {}{}{}", branch.id, words.report.colon, (words.shorthand.unread)(then)));
        }
    }
    let mut part = |name: &str, said: String| {
        if !said.is_empty() {
            lines.push(format!("{name}{}{said}", words.report.colon));
        }
    };
    part(words.decision.rationale, decision.rationale.clone());
    for one in &decision.concordance {
        part(&format!("{} {}", one.guideline, one.edition), concordance(words, decision, one));
    }
    part(say.agreement, decision.agreement.map(|one| words.label(one).to_owned()).unwrap_or_default());
    part(say.confidence, decision.confidence.map(|one| words.label(one).to_owned()).unwrap_or_default());
    for stand in &decision.positions {
        let last = stand.after.or(stand.before).map(|one| words.label(one)).unwrap_or_default();
        part(say.positions, format!("{} {last}", words.label(stand.specialty)));
    }
    for one in &decision.dissent {
        part(say.dissent, format!("{} · {}", words.label(one.specialty), one.words));
    }
    for one in &decision.uses {
        part(say.uses, format!("{}, {}", words.label(one.drug), words.label(one.title)));
    }
    part(words.decision.next, decision.next.map(|day| lang.date(day)).unwrap_or_default());
    part(say.teller, decision.teller.clone().unwrap_or_default());
    part(say.tell_by, decision.tell_by.map(|day| lang.date(day)).unwrap_or_default());
    part(say.patient_question, decision.patient_question.clone().unwrap_or_default());
    lines.extend(gaps(decision).into_iter().map(|gap| gap_said(gap, words).to_owned()));
    lines.iter().map(|line| visible(line).into_owned() + "\n").collect()
}

/// What a decision leaves open, as the room hears it.
pub fn gap_said(gap: Gap, words: &Words) -> &'static str {
    match gap {
        Gap::Unanimity => words.deliberation.not_unanimous,
        Gap::Teller => words.deliberation.no_teller,
        Gap::Next => words.deliberation.no_next,
    }
}

pub(super) fn quorum_said(quorum: &Quorum, words: &Words) -> String {
    let say = &words.deliberation;
    match quorum.status {
        QuorumStatus::Reached => (say.quorum_reached)(&specialties(&quorum.present, words)),
        QuorumStatus::NotReached => (say.quorum_lacks)(&lacking(quorum.short_by, &quorum.missing, words)),
        QuorumStatus::Unknown => say.quorum_unknown.to_owned(),
    }
}

/// A past decision in words: its row, what was decided, what came after.
pub fn decision_text(recorded: &Recorded, lang: Lang, masked: bool) -> String {
    let words = words(lang);
    let locked = &recorded.locked;
    let alias = if masked { "–" } else { locked.alias.as_str() };
    let status = recorded.entry.status();
    let head = format!(
        "{} · {alias} · {} · {} ({}) · {}",
        locked.case_id,
        (words.screens.version)(recorded.entry.version),
        words.label(status),
        status.code(),
        recorded.entry.id,
    );
    let room = locked.room.as_ref().map(|room| &room.quorum);
    let body = read_back_text(&locked.decision, room, lang);
    let acts: String =
        recorded.after.iter().map(|act| visible(&act_said(act, lang, words)).into_owned() + "\n").collect();
    format!("{}\n{}\n{body}{acts}", visible(&head), visible(locked.question.as_str()))
}

/// An act after a decision, in words.
pub(super) fn act_said(act: &Logged<DecisionAct>, lang: Lang, words: &Words) -> String {
    let say = &words.after;
    let at = lang.date(Day(act.at.date_naive()));
    match &act.what.done {
        AfterAct::Signed { by } => (say.signed)(by, &at),
        AfterAct::Told { on, by, answer, words: more } => {
            format!("{} {more}", (say.told)(&lang.date(*on), by, words.label(*answer)))
        }
        AfterAct::Followed(follow) => {
            let reason = follow.reason.map(|one| format!(", {}", words.label(one))).unwrap_or_default();
            let look = (say.followed)(&lang.date(follow.on), follow.months);
            format!("{look} · {}{reason} {}", words.label(follow.fulfilment), follow.words)
        }
        AfterAct::ActionEnded { action, end, words: more, .. } => {
            format!("{} {more}", (say.action_ended)(*action, words.label(*end)))
        }
        AfterAct::BranchSettled { branch, met, words: more, .. } => {
            format!("{} {more}", if *met { (say.branch_met)(branch) } else { (say.branch_not_met)(branch) })
        }
        AfterAct::Closed { words: more } => format!("{} {more}", (say.closed)(&at)),
    }
    .trim_end()
    .to_owned()
}

/// What would be locked, or was, as JSON.
#[derive(Serialize, JsonSchema)]
pub(super) struct Whole<'a> {
    /// What it leaves open: unanimity, teller, next.
    gaps: Vec<&'static str>,
    /// The room's quorum; absent where no meeting was open.
    #[serde(skip_serializing_if = "Option::is_none")]
    quorum: Option<&'a Quorum>,
    /// The decision, as the journal keeps it.
    decision: &'a Decision,
}

fn whole<'a>(decision: &'a Decision, quorum: Option<&'a Quorum>) -> Whole<'a> {
    let name = |gap: Gap| match gap {
        Gap::Unanimity => "unanimity",
        Gap::Teller => "teller",
        Gap::Next => "next",
    };
    Whole { gaps: gaps(decision).into_iter().map(name).collect(), quorum, decision }
}

/// A decision before it is locked, as JSON.
pub fn read_back_json(decision: &Decision, quorum: Option<&Quorum>) -> String {
    json::printed(&whole(decision, quorum))
}

/// A past decision: its row as in a list, the decision, and each act after it as the journal keeps it.
#[derive(Serialize, JsonSchema)]
pub(super) struct Past<'a> {
    #[serde(flatten)]
    row: super::list::Row<'a>,
    #[serde(flatten)]
    whole: Whole<'a>,
    /// The decision of an earlier meeting that it follows.
    #[serde(skip_serializing_if = "Option::is_none")]
    previous: Option<String>,
    /// What came after, in order.
    after: Vec<ActPart<'a>>,
}

/// An act after a decision, as the journal keeps it.
#[derive(Serialize, JsonSchema)]
struct ActPart<'a> {
    #[serde(flatten)]
    done: &'a AfterAct,
    /// UUID of the version it is about.
    version: String,
    /// RFC 3339, UTC.
    at: String,
    actor: &'a str,
}

pub(super) fn past(recorded: &Recorded, masked: bool) -> Past<'_> {
    let locked = &recorded.locked;
    Past {
        row: row(&recorded.entry, masked),
        whole: whole(&locked.decision, locked.room.as_ref().map(|room| &room.quorum)),
        previous: locked.previous.map(|id| id.to_string()),
        after: recorded.after.iter().map(act).collect(),
    }
}

fn act(act: &Logged<DecisionAct>) -> ActPart<'_> {
    ActPart {
        done: &act.what.done,
        version: act.what.decision.to_string(),
        at: act.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        actor: &act.actor,
    }
}

/// A past decision as JSON.
pub fn decision_json(recorded: &Recorded, masked: bool) -> String {
    json::printed(&past(recorded, masked))
}

/// The JSON Schema of a decision before it is locked.
pub fn read_back_schema() -> serde_json::Value {
    json::schema::<Whole>("regards decide, amend --dry-run --format json")
}

/// The JSON Schema of a past decision.
pub fn decision_schema() -> serde_json::Value {
    json::schema::<Past>("regards show, decide, amend, sign, told, follow, act, close --format json")
}
