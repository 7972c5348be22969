use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::json;
use crate::domain::{Day, Specialty};
use crate::meeting::{Task, TaskCounts, TaskKind, Todo, Why};
use crate::text::{Lang, Words, visible, words};
use crate::wording::quorum;

/// What is due, whole.
pub fn task_said(task: &Task, words: &Words) -> String {
    let say = &words.due;
    match &task.todo {
        Todo::Sign => say.sign.to_owned(),
        Todo::Tell(None) => say.tell.to_owned(),
        Todo::Tell(Some(who)) => (say.tell_who)(who),
        Todo::Follow(months) => (say.follow)(*months),
        Todo::Act(action) => match &action.owner {
            Some(owner) => (say.action_of)(&action.what, owner),
            None => (say.action)(&action.what),
        },
        Todo::Represent(Why::Day) => say.come_back.to_owned(),
        Todo::Represent(Why::Quorum(short_by, lacking)) => {
            (say.without_quorum)(&quorum::lacking(*short_by, lacking, words))
        }
        Todo::Represent(Why::Branch(id, trigger)) => (say.branch)(id, trigger),
        Todo::Represent(Why::Met(id, trigger)) => (say.met)(id, trigger),
        Todo::Finish(author) => (say.finish)(author),
    }
}

/// What is due, a line a task: since when, which case, what, which decision.
pub fn due_text(tasks: &[Task], lang: Lang) -> String {
    let words = words(lang);
    if tasks.is_empty() {
        return format!("{}\n", words.due.nothing);
    }
    let line = |task: &Task| {
        let id = task.decision.map(|id| format!("  {id}")).unwrap_or_default();
        let said = task_said(task, words);
        format!("{}  {}  {}{id}\n", lang.date(task.since), task.case_id, visible(&said))
    };
    let listed: String = tasks.iter().map(line).collect();
    format!("{listed}\n{}", counted(tasks, lang))
}

/// How many there are of each kind; the minutes that decisions are to be signed in.
fn counted(tasks: &[Task], lang: Lang) -> String {
    let words = words(lang);
    let mut counts = TaskCounts::default();
    counts.add(tasks);
    let of = |kind: &TaskKind| {
        let count = counts.of(*kind);
        (count > 0).then(|| format!("{} {count}", (words.due.kind)(kind.code())))
    };
    let kinds: Vec<String> = TaskKind::ALL.iter().filter_map(of).collect();
    let mut unsigned: BTreeMap<Day, usize> = BTreeMap::new();
    for day in tasks.iter().filter(|task| matches!(task.todo, Todo::Sign)).filter_map(|task| task.decided_on) {
        *unsigned.entry(day).or_default() += 1;
    }
    let minutes =
        unsigned.iter().map(|(day, count)| format!("  {}\n", (words.due.unsigned_of)(&lang.date(*day), *count)));
    let minutes: String = minutes.collect();
    format!("{}{}{}\n{minutes}", (words.due.count)(tasks.len()), words.report.colon, kinds.join(" · "))
}

/// A task as JSON.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Row<'a> {
    /// sign, tell, follow-up, action, present-again, draft.
    what: &'static str,
    case: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    alias: Option<&'a str>,
    /// The decision's UUID; absent of a draft.
    #[serde(skip_serializing_if = "Option::is_none")]
    decision: Option<String>,
    /// The day that it was decided, YYYY-MM-DD; absent of a draft.
    #[serde(skip_serializing_if = "Option::is_none")]
    decided: Option<String>,
    /// YYYY-MM-DD.
    since: String,
    /// In words.
    said: String,
    /// Of a look back.
    #[serde(skip_serializing_if = "Option::is_none")]
    months: Option<u32>,
    /// Of an action: its place in the decision, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    action: Option<u32>,
    /// Of a case that comes back: day, quorum, branch, branch-met.
    #[serde(skip_serializing_if = "Option::is_none")]
    because: Option<&'static str>,
    /// Of a branch.
    #[serde(skip_serializing_if = "Option::is_none")]
    branch: Option<&'a str>,
    /// Of a quorum: one of each list was lacking.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    lacking: Vec<Vec<Specialty>>,
}

/// What is due as a JSON array; `masked` leaves the pseudonyms out.
pub fn due_json(tasks: &[Task], lang: Lang, masked: bool) -> String {
    let rows: Vec<Row> = tasks.iter().map(|task| row(task, lang, masked)).collect();
    json::printed(&rows)
}

fn row(task: &Task, lang: Lang, masked: bool) -> Row<'_> {
    let mut row = Row {
        what: match &task.todo {
            Todo::Sign => "sign",
            Todo::Tell(_) => "tell",
            Todo::Follow(_) => "follow-up",
            Todo::Act(_) => "action",
            Todo::Represent(_) => "present-again",
            Todo::Finish(_) => "draft",
        },
        case: task.case_id.as_str(),
        alias: task.alias.as_ref().filter(|_| !masked).map(crate::domain::Alias::as_str),
        decision: task.decision.map(|id| id.to_string()),
        decided: task.decided_on.map(|day| day.to_string()),
        since: task.since.to_string(),
        said: task_said(task, words(lang)),
        months: None,
        action: None,
        because: None,
        branch: None,
        lacking: Vec::new(),
    };
    match &task.todo {
        Todo::Follow(months) => row.months = Some(*months),
        Todo::Act(action) => row.action = Some(action.number),
        Todo::Represent(why) => match why {
            Why::Day => row.because = Some("day"),
            Why::Quorum(_, lacking) => (row.because, row.lacking) = (Some("quorum"), lacking.clone()),
            Why::Branch(id, _) => (row.because, row.branch) = (Some("branch"), Some(id.as_str())),
            Why::Met(id, _) => (row.because, row.branch) = (Some("branch-met"), Some(id.as_str())),
        },
        _ => {}
    }
    row
}

/// The JSON Schema of what is due.
pub fn due_schema() -> serde_json::Value {
    json::schema::<Vec<Row>>("regards due --format json")
}
