use schemars::JsonSchema;
use serde::Serialize;

use super::json;
use super::page::Page;
use super::plain::plain;
use super::precedent::trait_said;
use crate::archive::{Dimension, Traits};
use crate::domain::{CourseOutcome, Day};
use crate::meeting::{AfterAct, Change, FollowUp, Part, Piece, Profile, Recorded, changes};
use crate::text::{Lang, Words, words};

/// What cases are compared on, where it is another at the later decision: then, now.
pub fn patient_changes(before: &Recorded, after: &Recorded, lang: Lang) -> Vec<(Dimension, String, String)> {
    let traits = |one: &Recorded| Traits::from(&Profile::of_locked(&one.locked, Day(one.entry.locked_at.date_naive())));
    let (then, now) = (traits(before), traits(after));
    let both = |dimension| (trait_said(&then, dimension, lang), trait_said(&now, dimension, lang));
    let found = Dimension::ALL.iter().map(|dimension| (*dimension, both(*dimension)));
    found.filter(|(_, (was, is))| was != is).map(|(dimension, (was, is))| (dimension, was, is)).collect()
}

/// What had come of the earlier decision when the later one was locked.
pub fn came_between<'a>(before: &'a Recorded, after: &Recorded) -> Vec<&'a FollowUp> {
    let until = after.entry.seq;
    let acts = before.after.iter().filter(|act| act.seq < until);
    acts.filter_map(|act| match &act.what.done {
        AfterAct::Followed(follow) => Some(follow),
        _ => None,
    })
    .collect()
}

/// How far it was carried out, why not, and the kidney then.
pub fn follow_said(follow: &FollowUp, words: &Words) -> String {
    let more = [follow.reason.map(|one| words.label(one)), follow.outcome.map(|one| words.label(one))];
    let figures = [
        follow.upcr.as_ref().map(|upcr| format!("{} {upcr}", words.unit.upcr)),
        follow.egfr.as_ref().map(|egfr| format!("{} {egfr}", words.unit.egfr)),
    ];
    let parts = std::iter::once(words.label(follow.fulfilment).to_owned());
    let parts = parts.chain(more.into_iter().flatten().map(str::to_owned)).chain(figures.into_iter().flatten());
    parts.collect::<Vec<_>>().join(" · ")
}

/// What a part of a decision is called.
pub fn part_name(part: Part, words: &Words) -> &'static str {
    let (say, talk) = (&words.after, &words.deliberation);
    match part {
        Part::Outcome => words.decision.outcome,
        Part::Lines => say.lines,
        Part::Rationale => say.rationale,
        Part::Departures => say.departures,
        Part::Next => words.decision.next,
        Part::Agreement => talk.agreement,
        Part::Confidence => talk.confidence,
        Part::Positions => say.positions,
        Part::Dissent => say.dissent,
        Part::Teller => say.teller,
        Part::TellBy => say.tell_by,
        Part::PatientQuestion => talk.patient_question,
        Part::Uses => talk.uses,
    }
}

fn day(one: &Recorded) -> Day {
    one.entry.meeting.unwrap_or(Day(one.entry.locked_at.date_naive()))
}

/// What a later decision says otherwise than an earlier one, and why, in words of at most 80 columns.
pub fn comparison_text(before: &Recorded, after: &Recorded, lang: Lang, masked: bool) -> String {
    let words = words(lang);
    let say = &words.compare;
    let named = |name: &str, said: &str| format!("{name}{}{said}", words.report.colon);
    let was_is = |was: &str, is: &str| {
        let or_nothing =
            |text: &str| if text.is_empty() { words.after.nothing_said.to_owned() } else { text.replace('\n', ", ") };
        format!("{} {} · {} {}", words.after.was, or_nothing(was), words.after.is, or_nothing(is))
    };
    let mut page = Page::default();
    for one in [before, after] {
        let alias = if masked { "–" } else { one.locked.alias.as_str() };
        let version = (words.screens.version)(one.entry.version);
        page.paragraph(format!(
            "{} · {} · {alias} · {version} · {}",
            lang.date(day(one)),
            one.locked.case_id,
            one.entry.id
        ));
    }
    if before.locked.case_id != after.locked.case_id {
        page.paragraph(say.other_cases);
    }
    page.topic(say.patient);
    let patient = patient_changes(before, after, lang);
    if patient.is_empty() {
        page.item(0, say.same_patient);
    }
    for (dimension, was, is) in patient {
        page.item(0, named((words.precedent.dimension)(dimension.code()), &was_is(&was, &is)));
    }
    page.topic(say.decision);
    let changes = changes(&before.locked.decision, &after.locked.decision, lang);
    if changes.is_empty() {
        page.item(0, words.after.no_difference);
    }
    for change in &changes {
        page.item(
            0,
            match change {
                Change::Replaced(part, was, is) => named(part_name(*part, words), &was_is(was, is)),
                Change::Added(line) => format!("+ {line}"),
                Change::Removed(line) => format!("- {line}"),
                Change::Changed(was, is) => was_is(was, is),
                Change::Reworded(part, pieces) => named(part_name(*part, words), &reworded(pieces)),
            },
        );
    }
    page.topic(say.why);
    for one in [before, after] {
        page.item(0, named(&lang.date(day(one)), &one.locked.decision.rationale));
    }
    if let Some(amends) = &after.locked.amends {
        page.item(0, named(say.amended, &amends.reason));
    }
    let came = came_between(before, after);
    if !came.is_empty() {
        page.topic(say.came);
    }
    for follow in came {
        let when = (words.after.followed)(&lang.date(follow.on), follow.months);
        page.item(0, named(&when, &follow_said(follow, words)));
    }
    plain(&page, lang)
}

/// What is gone in brackets with a minus, what is new with a plus.
fn reworded(pieces: &[Piece]) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Same(text) => text.clone(),
        Piece::Gone(text) => format!("[-{text}-]"),
        Piece::New(text) => format!("[+{text}+]"),
    };
    pieces.iter().map(piece).collect::<Vec<_>>().join(" ")
}

/// The same as JSON.
pub fn comparison_json(before: &Recorded, after: &Recorded, lang: Lang) -> String {
    let patient = patient_changes(before, after, lang);
    json::printed(&Whole {
        format: 1,
        before: side(before),
        after: side(after),
        patient: patient
            .iter()
            .map(|(dimension, was, is)| PatientPart { dimension: dimension.code(), was, is })
            .collect(),
        decision: changes(&before.locked.decision, &after.locked.decision, lang).iter().map(change).collect(),
        amended: after.locked.amends.as_ref().map(|amends| amends.reason.as_str()),
        came: came_between(before, after).into_iter().map(came).collect(),
    })
}

#[derive(Serialize, JsonSchema)]
struct Whole<'a> {
    /// Version of this form: 1.
    format: u32,
    /// The earlier decision.
    before: Side<'a>,
    /// The later one.
    after: Side<'a>,
    /// What the patient was, and is otherwise.
    patient: Vec<PatientPart<'a>>,
    /// What the decision said, and says otherwise.
    decision: Vec<ChangePart>,
    /// Why the later one was made, where it is a version that replaces another.
    #[serde(skip_serializing_if = "Option::is_none")]
    amended: Option<&'a str>,
    /// What had come of the earlier one when the later one was locked.
    came: Vec<CamePart>,
}

#[derive(Serialize, JsonSchema)]
struct Side<'a> {
    /// The version's UUID.
    id: String,
    case: &'a str,
    /// Of its meeting, else of its recording, YYYY-MM-DD.
    day: String,
    version: u32,
    rationale: &'a str,
}

#[derive(Serialize, JsonSchema)]
struct PatientPart<'a> {
    dimension: &'static str,
    /// With its unit, in the language of the call.
    was: &'a str,
    is: &'a str,
}

#[derive(Serialize, JsonSchema)]
struct ChangePart {
    /// `replaced`, `added`, `removed`, `changed`, `reworded`.
    change: &'static str,
    /// Of the decision: `outcome`, `lines`, `rationale`…
    part: &'static str,
    /// In the language of the call; empty where nothing was said.
    was: String,
    is: String,
}

#[derive(Serialize, JsonSchema)]
struct CamePart {
    /// Of the look back, YYYY-MM-DD.
    day: String,
    /// Months after the decision that it stands for.
    months: u32,
    /// `none`, `partial`, `complete`, `unknown`.
    fulfilment: &'static str,
    /// For the kidney: `complete`, `partial`, `none`, `relapse`, `unknown`.
    outcome: Option<&'static str>,
}

fn side(one: &Recorded) -> Side<'_> {
    Side {
        id: one.entry.id.to_string(),
        case: one.locked.case_id.as_str(),
        day: day(one).to_string(),
        version: one.entry.version,
        rationale: &one.locked.decision.rationale,
    }
}

fn change(change: &Change) -> ChangePart {
    let part = |change, part: &'static str, was: &str, is: &str| ChangePart {
        change,
        part,
        was: was.to_owned(),
        is: is.to_owned(),
    };
    let kept = |pieces: &[Piece], leaves_out: fn(&Piece) -> bool| {
        let text = |piece: &Piece| match piece {
            Piece::Same(text) | Piece::Gone(text) | Piece::New(text) => text.clone(),
        };
        pieces.iter().filter(|piece| !leaves_out(piece)).map(text).collect::<Vec<_>>().join(" ")
    };
    match change {
        Change::Replaced(what, was, is) => part("replaced", code(*what), was, is),
        Change::Added(line) => part("added", "lines", "", line),
        Change::Removed(line) => part("removed", "lines", line, ""),
        Change::Changed(was, is) => part("changed", "lines", was, is),
        Change::Reworded(what, pieces) => {
            let was = kept(pieces, |piece| matches!(piece, Piece::New(_)));
            let is = kept(pieces, |piece| matches!(piece, Piece::Gone(_)));
            part("reworded", code(*what), &was, &is)
        }
    }
}

const fn code(part: Part) -> &'static str {
    match part {
        Part::Outcome => "outcome",
        Part::Lines => "lines",
        Part::Rationale => "rationale",
        Part::Departures => "departures",
        Part::Next => "next",
        Part::Agreement => "agreement",
        Part::Confidence => "confidence",
        Part::Positions => "positions",
        Part::Dissent => "dissent",
        Part::Teller => "teller",
        Part::TellBy => "tell_by",
        Part::PatientQuestion => "patient_question",
        Part::Uses => "uses",
    }
}

fn came(follow: &FollowUp) -> CamePart {
    CamePart {
        day: follow.on.to_string(),
        months: follow.months,
        fulfilment: follow.fulfilment.code(),
        outcome: follow.outcome.map(CourseOutcome::code),
    }
}

/// The JSON Schema of a comparison.
pub fn comparison_schema() -> serde_json::Value {
    json::schema::<Whole>("regards compare --format json")
}
