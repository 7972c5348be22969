use chrono::SecondsFormat;
use schemars::JsonSchema;
use serde::Serialize;

use super::decision::act_said;
use super::json;
use super::page::Page;
use super::plain::plain;
use crate::domain::Day;
use crate::meeting::{AfterAct, Deed, Did, Logged, Moment, SessionAct};
use crate::text::{Lang, words};

/// What was done about a case, in words.
pub fn deed_said(deed: &Deed, lang: Lang) -> String {
    let words = words(lang);
    match &deed.what {
        Did::After(act) => {
            let logged = Logged { seq: deed.seq, at: deed.at, actor: deed.actor.clone(), what: act.clone() };
            act_said(&logged, lang, words)
        }
        Did::Meeting(act) => {
            let say = &words.replay;
            let case = deed.case_id.as_str();
            match &act.done {
                SessionAct::Added { reason, .. } => (say.added)(case, reason),
                SessionAct::Turned { mode, .. } => (say.turned)(case, words.label(*mode)),
                SessionAct::CarriedOver { reason, .. } => (say.carried)(case, reason),
                _ => words.meeting.ended.to_owned(),
            }
        }
    }
}

/// The day of a moment: that of its meeting, else of its recording; of what was done, the day it is about.
pub fn moment_day(moment: &Moment) -> Day {
    match moment {
        Moment::Decided(past) => past.meeting.unwrap_or(Day(past.locked_at.date_naive())),
        Moment::Postponed(postponed) => postponed.postponement.meeting.unwrap_or(Day(postponed.at.date_naive())),
        Moment::Supposed(supposed) => supposed.hypothesis.meeting.unwrap_or(Day(supposed.at.date_naive())),
        Moment::Done(deed) => deed.day(),
    }
}

/// What happened, in words, without its day and its case.
fn said(moment: &Moment, lang: Lang) -> String {
    let words = words(lang);
    match moment {
        Moment::Decided(past) => {
            let mut said = format!("{} · {}", words.label(past.outcome), (words.screens.version)(past.version));
            if let Some(amends) = &past.amends {
                said = format!("{said} · {} · {}", words.screens.because, amends.reason);
            }
            if !past.is_current {
                said = format!("{said} · {}", words.archive.superseded);
            }
            format!("{said} · {}\n{}\n{}", past.id, past.question, past.rationale)
        }
        Moment::Postponed(one) => format!("{} · {}", words.queue.postponed, one.postponement.reason),
        Moment::Supposed(one) => format!("{} · {}", words.whatif.hypothesis, one.hypothesis.remark),
        Moment::Done(deed) => {
            let kind = if deed.decision().is_some() { words.history.after } else { words.history.in_meeting };
            format!("{kind} · {}", deed_said(deed, lang))
        }
    }
}

/// Everything recorded of a case, or under a pseudonym across cases, in words of at most 80 columns, the oldest first;
/// where several cases are joined it says which.
pub fn history_text(moments: &[Moment], is_of_alias: bool, lang: Lang) -> String {
    let words = words(lang);
    let mut page = Page::default();
    if is_of_alias {
        page.paragraph((words.history.joins)(&cases(moments).join(", ")));
    }
    for moment in moments {
        let said = said(moment, lang);
        let mut lines = said.lines();
        let first = lines.next().unwrap_or_default();
        page.item(0, format!("{} · {} · {first}", lang.date(moment_day(moment)), moment.case_id()));
        page.items(1, lines.map(str::to_owned));
    }
    plain(&page, lang)
}

/// The cases that moments are about, each once, in their order.
pub fn cases(moments: &[Moment]) -> Vec<&str> {
    let mut cases: Vec<&str> = Vec::new();
    for case in moments.iter().map(|moment| moment.case_id().as_str()) {
        if !cases.contains(&case) {
            cases.push(case);
        }
    }
    cases
}

/// A moment as JSON.
#[derive(Serialize, JsonSchema)]
struct Row<'a> {
    /// Place in the journal.
    seq: i64,
    /// decided, postponed, supposed, after, meeting.
    kind: &'static str,
    /// Of its meeting, else of its recording; of what was done, the day it is about: YYYY-MM-DD.
    day: String,
    case: &'a str,
    /// The pseudonym; absent where identities are masked.
    #[serde(skip_serializing_if = "Option::is_none")]
    alias: Option<&'a str>,
    /// RFC 3339, UTC.
    at: String,
    actor: &'a str,
    /// Of a decision, or of what was done after one: the version's UUID.
    #[serde(skip_serializing_if = "Option::is_none")]
    decision: Option<String>,
    /// Of a decision: which version it is, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<u32>,
    /// Of a decision: whether no later version replaces it.
    #[serde(skip_serializing_if = "Option::is_none")]
    is_current: Option<bool>,
    /// Of a decision: code of the outcome.
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<&'static str>,
    /// Why a version was amended, a case put off, a hypothesis recorded.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    /// What was done, as the journal keeps it.
    #[serde(skip_serializing_if = "Option::is_none")]
    done: Option<DonePart<'a>>,
}

/// What was done after a decision, or with the case in a meeting.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
enum DonePart<'a> {
    After(&'a AfterAct),
    Meeting(&'a SessionAct),
}

/// Everything recorded of a case, or under a pseudonym across cases.
#[derive(Serialize, JsonSchema)]
struct Whole<'a> {
    /// Version of this form: 1.
    format: u32,
    /// Their numbers, each once.
    cases: Vec<&'a str>,
    /// The oldest first.
    moments: Vec<Row<'a>>,
}

/// The same as JSON; `masked` leaves the pseudonyms out.
pub fn history_json(moments: &[Moment], masked: bool) -> String {
    let rows = moments.iter().map(|moment| row(moment, masked)).collect();
    json::printed(&Whole { format: 1, cases: cases(moments), moments: rows })
}

fn row(moment: &Moment, masked: bool) -> Row<'_> {
    let (kind, at, actor) = match moment {
        Moment::Decided(past) => ("decided", past.locked_at, past.actor.as_str()),
        Moment::Postponed(one) => ("postponed", one.at, one.actor.as_str()),
        Moment::Supposed(one) => ("supposed", one.at, one.actor.as_str()),
        Moment::Done(deed) if deed.decision().is_some() => ("after", deed.at, deed.actor.as_str()),
        Moment::Done(deed) => ("meeting", deed.at, deed.actor.as_str()),
    };
    let mut row = Row {
        seq: moment.seq(),
        kind,
        day: moment_day(moment).to_string(),
        case: moment.case_id().as_str(),
        alias: moment.alias().filter(|_| !masked).map(crate::domain::Alias::as_str),
        at: at.to_rfc3339_opts(SecondsFormat::Secs, true),
        actor,
        decision: None,
        version: None,
        is_current: None,
        outcome: None,
        reason: None,
        done: None,
    };
    match moment {
        Moment::Decided(past) => {
            row.decision = Some(past.id.to_string());
            (row.version, row.is_current) = (Some(past.version), Some(past.is_current));
            row.outcome = Some(past.outcome.code());
            row.reason = past.amends.as_ref().map(|amends| amends.reason.as_str());
        }
        Moment::Postponed(one) => row.reason = Some(&one.postponement.reason),
        Moment::Supposed(one) => row.reason = Some(&one.hypothesis.remark),
        Moment::Done(deed) => {
            row.decision = deed.decision().map(|id| id.to_string());
            row.done = Some(match &deed.what {
                Did::After(act) => DonePart::After(&act.done),
                Did::Meeting(act) => DonePart::Meeting(&act.done),
            });
        }
    }
    row
}

/// The JSON Schema of a history.
pub fn history_schema() -> serde_json::Value {
    json::schema::<Whole>("regards history --format json")
}
