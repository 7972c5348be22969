//! The actions and the branches of a decision, and how each ended.

use ratatui::buffer::Buffer;
use ratatui::text::{Line, Span};

use super::bars::{Parts, bar};
use super::look::Look;
use super::page::Page;
use super::{mark, shown};
use crate::app::{SettleScreen, State};
use crate::domain::ActionEnd;
use crate::meeting::{AfterAct, condition};
use crate::text::{Words, words};
use crate::wording;

/// Draws the list with the one under the cursor in sight.
pub fn draw(screen: &SettleScreen, state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) {
    let words = words(state.lang);
    let locked = &screen.passage.locked;
    let title = format!("{} · {} · {}", words.after.settle_title, locked.case_id, shown::alias(state, &locked.alias));
    bar(look, parts.head, buffer, &Line::from(Span::styled(title, look.title)), &Line::default());
    let mut page = Page::of(parts.body);
    page.words(locked.question.as_str(), look.dim);
    page.blank();
    let decided = &locked.decision;
    let actions = (1_u32..).zip(&decided.actions).map(|(number, action)| {
        (wording::action(state.lang, action), ended(screen, words, |act| action_end(act, number, words)))
    });
    let branches = decided.branches.iter().map(|branch| {
        let said = format!("{} {}", branch.id, condition(&branch.trigger, state.lang));
        (said, ended(screen, words, |act| branch_end(act, &branch.id, words)))
    });
    for (place, (said, (end, is_open))) in actions.chain(branches).enumerate() {
        let (first, on) = (page.height(), place == screen.selected);
        let sign = if on { mark::CURSOR } else { " " };
        let style = if on { look.text.patch(look.selected) } else { look.text };
        page.hanging(Line::from(Span::styled(format!("{sign} "), look.key)), 4, &said, style);
        page.hanging(Line::raw("    "), 4, &end, if is_open { look.warning } else { look.ok });
        if on {
            page.focus(first..page.height());
        }
    }
    page.draw_focus(look, parts.body, buffer);
}

/// How it ended, as last said; whether it is open still.
fn ended(screen: &SettleScreen, words: &Words, end: impl Fn(&AfterAct) -> Option<String>) -> (String, bool) {
    let last = screen.passage.after.iter().rev().find_map(|act| end(&act.what.done));
    let is_open = last.is_none();
    (last.unwrap_or_else(|| words.after.open_still.to_owned()), is_open)
}

fn action_end(act: &AfterAct, number: u32, words: &Words) -> Option<String> {
    match act {
        AfterAct::ActionEnded { action, end, words: more, .. } if *action == number => {
            let sign = if *end == ActionEnd::Done { mark::OK } else { mark::FAILED };
            Some(format!("{sign} {} {more}", words.label(*end)).trim_end().to_owned())
        }
        _ => None,
    }
}

fn branch_end(act: &AfterAct, id: &str, words: &Words) -> Option<String> {
    match act {
        AfterAct::BranchSettled { branch, met, .. } if branch == id => {
            let (sign, said) = if *met { (mark::OK, words.after.met) } else { (mark::FAILED, words.after.not_met) };
            Some(format!("{sign} {said}"))
        }
        _ => None,
    }
}
