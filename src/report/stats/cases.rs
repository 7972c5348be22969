use schemars::JsonSchema;
use serde::Serialize;

use super::super::json;
use super::super::list::{Row, decisions_text, row};
use super::names::{answer_said, part_said};
use crate::archive::stats::{Behind, Chosen};
use crate::meeting::{Moment, PastDecision, Postponed};
use crate::text::{Lang, visible, words};

/// What is listed, in words: the figure, its part, its answer.
pub fn behind_said(behind: &Behind, lang: Lang) -> String {
    let say = &words(lang).stats;
    let figure = behind.figure;
    let part = figure.parts.map(|_| part_said(figure, behind.part.as_deref(), lang));
    let chosen = match &behind.chosen {
        Chosen::All | Chosen::Known => None,
        Chosen::Answer(answer) => Some(answer_said(figure, answer.as_deref(), lang)),
        Chosen::Unknown => Some(say.not_recorded.to_owned()),
    };
    let name = (say.figure)(figure.code).to_owned();
    [Some(name), part, chosen].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The cases behind a number: how many, then the newest, as `regards list` prints them; cases put off after them.
pub fn cases_text(behind: &Behind, moments: &[Moment], total: u64, lang: Lang, masked: bool) -> String {
    let words = words(lang);
    let (decided, postponed) = parted(moments);
    let decided: Vec<PastDecision> = decided.into_iter().cloned().collect();
    let mut text = format!("{} · {}\n", visible(&behind_said(behind, lang)), (words.stats.cases)(total));
    text.push_str(&decisions_text(&decided, lang, masked));
    for one in postponed {
        let day = one.postponement.meeting.map(|day| lang.date(day)).unwrap_or_default();
        let (case, reason) = (&one.postponement.case_id, visible(&one.postponement.reason));
        text.extend([&*day, "  ", case.as_str(), "  ", words.queue.postponed, "\n    ", &*reason, "\n"]);
    }
    text
}

fn parted(moments: &[Moment]) -> (Vec<&PastDecision>, Vec<&Postponed>) {
    let (mut decided, mut postponed) = (Vec::new(), Vec::new());
    for moment in moments {
        match moment {
            Moment::Decided(past) => decided.push(&**past),
            Moment::Postponed(one) => postponed.push(one),
            Moment::Supposed(_) | Moment::Done(_) => {}
        }
    }
    (decided, postponed)
}

/// The cases behind a number, as JSON.
#[derive(Serialize, JsonSchema)]
struct Cases<'a> {
    /// Version of this form: 1.
    format: u32,
    /// As `--cases` takes it.
    behind: String,
    /// How many in all; at most so many as were asked for follow.
    total: u64,
    decisions: Vec<Row<'a>>,
    postponed: Vec<PostponedPart<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct PostponedPart<'a> {
    case: &'a str,
    meeting: Option<crate::domain::Day>,
    reason: &'a str,
}

/// The cases behind a number as JSON; `masked` leaves the pseudonyms out.
pub fn cases_json(behind: &Behind, moments: &[Moment], total: u64, masked: bool) -> String {
    let (decided, postponed) = parted(moments);
    json::printed(&Cases {
        format: 1,
        behind: behind.to_string(),
        total,
        decisions: decided.into_iter().map(|past| row(past, masked)).collect(),
        postponed: postponed
            .into_iter()
            .map(|one| PostponedPart {
                case: one.postponement.case_id.as_str(),
                meeting: one.postponement.meeting,
                reason: &one.postponement.reason,
            })
            .collect(),
    })
}

/// The JSON Schema of the cases behind a number.
pub fn cases_schema() -> serde_json::Value {
    json::schema::<Cases>("regards stats --cases --format json")
}
