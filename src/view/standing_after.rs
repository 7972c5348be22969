//! What came after a decision: signed, told, followed up, closed, each act a line.

use ratatui::text::{Line, Span};

use super::look::Look;
use super::page::Page;
use super::{mark, shown};
use crate::app::State;
use crate::domain::{DocumentStatus, Outcome};
use crate::meeting::{AfterAct, FollowUp, Recorded};
use crate::text::{Words, words};

/// Writes the state of the document and the acts after it.
pub fn write(page: &mut Page, recorded: &Recorded, state: &State, look: &Look) {
    let words = words(state.lang);
    page.words(words.after.after, look.title);
    let status = recorded.entry.status();
    let (sign, style) = match status {
        DocumentStatus::InProgress | DocumentStatus::Completed => (mark::WARNING, look.warning),
        DocumentStatus::Validated | DocumentStatus::Closed => (mark::OK, look.ok),
    };
    let standing = format!("{sign} {} ({})", words.label(status), status.code());
    page.hanging(Line::raw("  "), 2, &standing, style);
    if recorded.is_to_be_signed_again() {
        page.hanging(Line::raw("  "), 2, words.after.sign_again, look.warning);
    }
    let told = |act: &AfterAct| matches!(act, AfterAct::Told { .. });
    let is_told_of = !matches!(recorded.locked.decision.outcome, Outcome::Withdrawn | Outcome::Deceased);
    if is_told_of && !recorded.after.iter().any(|act| told(&act.what.done)) {
        page.hanging(Line::raw("  "), 2, words.after.not_told, look.warning);
    }
    for act in &recorded.after {
        let at = shown::moment(act.at, state.lang);
        let (said, more) = said(&act.what.done, &at, state, words);
        page.hanging(Line::from(Span::styled("  · ", look.dim)), 4, &said, look.text);
        if !more.is_empty() {
            page.hanging(Line::raw("    "), 4, &more, look.dim);
        }
    }
    page.row(Line::default());
}

/// An act, and what else was said of it.
fn said(act: &AfterAct, at: &str, state: &State, words: &Words) -> (String, String) {
    let say = &words.after;
    match act {
        AfterAct::Signed { by } => ((say.signed)(by, at), String::new()),
        AfterAct::Told { on, by, answer, words: more } => {
            ((say.told)(&state.lang.date(*on), by, words.label(*answer)), more.clone())
        }
        AfterAct::Followed(follow) => {
            ((say.followed)(&state.lang.date(follow.on), follow.months), followed(follow, words))
        }
        AfterAct::ActionEnded { action, end, words: more, .. } => {
            ((say.action_ended)(*action, words.label(*end)), more.clone())
        }
        AfterAct::BranchSettled { branch, met, words: more, .. } => {
            (if *met { (say.branch_met)(branch) } else { (say.branch_not_met)(branch) }, more.clone())
        }
        AfterAct::Closed { words: more } => ((say.closed)(at), more.clone()),
    }
}

fn followed(follow: &FollowUp, words: &Words) -> String {
    let say = &words.after;
    let mut parts = vec![words.label(follow.fulfilment).to_owned()];
    parts.extend(follow.reason.map(|reason| words.label(reason).to_owned()));
    parts.extend(follow.per_line.iter().map(|(number, how)| {
        format!("{} {}", (say.per_line)(usize::try_from(*number).unwrap_or(0)), words.label(*how))
    }));
    let figure = |name: &str, value: &Option<String>| value.as_ref().map(|value| format!("{name} {value}"));
    parts.extend(figure(say.upcr, &follow.upcr));
    parts.extend(figure(say.egfr, &follow.egfr));
    parts.extend(figure(say.sledai, &follow.sledai.map(|points| points.to_string())));
    parts.extend(figure(say.steroid, &follow.steroid));
    parts.extend(follow.outcome.map(|outcome| words.label(outcome).to_owned()));
    parts.extend(Some(follow.words.clone()).filter(|words| !words.is_empty()));
    parts.join(" · ")
}
