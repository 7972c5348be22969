//! What is remarked on the lines of a decision, beneath them and where they are read back.

use ratatui::text::{Line, Span};

use super::look::Look;
use super::mark;
use super::page::Page;
use crate::app::Opened;
use crate::domain::{Decision, Line as Ordered, Outcome};
use crate::meeting::{Remark, remarks};
use crate::report::remark_said;
use crate::text::{Lang, words};

/// One row for each remark beneath the lines; a dose that is left open is marked on its line.
pub fn beneath(
    page: &mut Page,
    (outcome, lines): (Option<Outcome>, &[Ordered]),
    opened: &Opened,
    lang: Lang,
    look: &Look,
) {
    let remarks = remarks(outcome, lines, &opened.case, opened.today);
    for remark in remarks.iter().filter(|one| !matches!(one, Remark::DosesOpen(_))) {
        row(page, remark, lang, look);
    }
}

fn row(page: &mut Page, remark: &Remark, lang: Lang, look: &Look) {
    let lead = Line::from(Span::styled(format!("  {} ", mark::WARNING), look.warning));
    page.hanging(lead, 4, &remark_said(remark, lang), look.warning);
}

/// All of them to be read aloud.
pub fn aloud(page: &mut Page, decision: &Decision, opened: &Opened, lang: Lang, look: &Look) {
    let remarks = remarks(Some(decision.outcome), &decision.lines, &opened.case, opened.today);
    if remarks.is_empty() {
        return;
    }
    page.words(words(lang).shorthand.remarks, look.title);
    for remark in &remarks {
        row(page, remark, lang, look);
    }
    page.row(Line::default());
}
