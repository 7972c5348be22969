//! What the lines of a decision say: as they are understood while they are typed, and as they were locked.

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::cells::{line_width, width};
use super::look::Look;
use super::page::Page;
use super::{big, mark, veil};
use crate::app::{Opened, State};
use crate::domain::{Branch, Line as Ordered, Then};
use crate::meeting::{Plan, hides_drug, is_dose_open};
use crate::report::letters;
use crate::text::{Lang, words};
use crate::wording::{self, Weight};

/// Rows of large type at most: more lines of a decision are seen at once.
const MOST_LARGE: usize = 4;
/// Cells before what is understood.
const INDENT: usize = 8;

/// The patient's weight, for doses by weight.
pub fn weight(opened: &Opened) -> Weight {
    let known = opened.case.patient.weight.known();
    known.map_or(Weight::Missing, |weight| Weight::Known(crate::domain::Quantity::value(weight)))
}

/// Each item as it was understood, beneath what is typed; what was not is marked.
pub fn as_understood(page: &mut Page, plan: &Plan, weight: Weight, lang: Lang, look: &Look) {
    let mut rows = Rows { page, weight, lang, look, plan, with_marks: true, large: None };
    rows.write();
}

/// Each item as it was said and what it was understood to mean, to be read aloud; the drugs in large type where that is on.
pub fn aloud(page: &mut Page, plan: &Plan, weight: Weight, state: &State, look: &Look) {
    let large = state.large.then_some(state);
    let mut rows = Rows { page, weight, lang: state.lang, look, plan, with_marks: false, large };
    rows.write();
}

/// The same in the type of the other words.
pub fn as_locked(page: &mut Page, plan: &Plan, weight: Weight, lang: Lang, look: &Look) {
    let mut rows = Rows { page, weight, lang, look, plan, with_marks: false, large: None };
    rows.write();
}

struct Rows<'a> {
    page: &'a mut Page,
    plan: &'a Plan,
    weight: Weight,
    lang: Lang,
    look: &'a Look,
    with_marks: bool,
    /// The state, where the drugs and their doses are in large type.
    large: Option<&'a State>,
}

impl Rows<'_> {
    fn write(&mut self) {
        let plan = self.plan;
        for (index, line) in plan.lines.iter().filter(|line| line.condition.is_none()).enumerate() {
            self.line(&format!("{}.", index + 1), line);
        }
        for branch in &plan.branches {
            self.branch(branch);
        }
        let own = &words(self.lang).shorthand;
        for target in &plan.targets {
            self.named(own.targets, &wording::aimed(self.lang, target));
        }
        for action in &plan.actions {
            self.named(own.actions, &wording::action(self.lang, action));
        }
        if let Some(day) = plan.represent {
            self.named(own.comes_back, &self.lang.date(day));
        }
    }

    /// A row: its number, whether it was understood, what it says.
    fn row(&mut self, number: &str, is_understood: bool, said: &str) {
        let (look, indent) = (self.look, if self.with_marks { INDENT } else { INDENT - 2 });
        let style = if is_understood { look.text } else { look.caution };
        let mut lead = vec![Span::styled(format!("  {number} "), if self.with_marks { style } else { look.key })];
        if self.with_marks {
            let (sign, style) = if is_understood { (mark::OK, look.ok) } else { (mark::NEEDS_DATA, look.caution) };
            let gap = (INDENT - 2).saturating_sub(width(number) + 3);
            lead.push(Span::styled(format!("{}{sign} ", " ".repeat(gap)), style));
        }
        self.page.hanging(Line::from(lead), indent, said, style);
    }

    /// A drug and its dose in large type: in one where that fits, else the dose alone, else in bold.
    fn large_row(&mut self, state: &State, number: &str, head: &str, said: &str) {
        let indent = INDENT - 2;
        let cells = self.page.width().saturating_sub(indent);
        let bold = self.look.text.add_modifier(Modifier::BOLD);
        let whole = format!("{head} {said}");
        let drawn = |text: &str| {
            let size = if veil::covers(state, text) { None } else { big::fitting(text, cells, MOST_LARGE) };
            size.and_then(|size| big::lines(text, size, bold))
        };
        self.page.blank();
        let (plain, large) = match (drawn(whole.trim_end()), drawn(said)) {
            (Some(large), _) => ("", large),
            (None, Some(large)) if !said.is_empty() => (head, large),
            _ => (whole.trim_end(), Vec::new()),
        };
        let mut lead = plain.is_empty().then(|| numbered(number, self.look));
        if lead.is_none() {
            self.page.hanging(numbered(number, self.look), indent, plain, bold);
        }
        for line in large {
            let mut row = lead.take().unwrap_or_default();
            row.spans.push(Span::raw(" ".repeat(indent.saturating_sub(line_width(&row)))));
            row.spans.extend(line.spans);
            self.page.row(row);
        }
    }

    /// What stands under a row.
    fn under(&mut self, said: &str, style: Style) {
        let indent = if self.with_marks { INDENT } else { INDENT - 2 };
        self.page.hanging(Line::raw(" ".repeat(indent)), indent, said, style);
    }

    fn named(&mut self, name: &str, said: &str) {
        let colon = words(self.lang).guide.colon;
        self.row("•", true, &format!("{name}{colon} {said}"));
    }

    fn line(&mut self, number: &str, line: &Ordered) {
        if line.drug.is_none() {
            self.kept(number, &line.words);
            return;
        }
        let head = wording::line_head(self.lang, line);
        let order = line.order.as_ref();
        let mut parts = order.map(|order| wording::order(self.lang, order, self.weight)).unwrap_or_default();
        if self.with_marks && is_dose_open(line) {
            parts.push(format!("{}\u{a0}{}", mark::WARNING, words(self.lang).shorthand.dose_open));
        }
        let meant = parts.join(" · ");
        if self.with_marks {
            let said = if meant.is_empty() { head } else { format!("{head} · {meant}") };
            let is_understood = order.is_none_or(|order| order.unread.is_empty());
            self.row(number, is_understood, &said);
        } else {
            match self.large {
                Some(state) => self.large_row(state, number, &head, &line.words),
                None => self.row(number, true, format!("{head} {}", line.words).trim_end()),
            }
            if !meant.is_empty() && letters(&meant) != letters(&line.words) {
                self.under(&format!("= {meant}"), self.look.dim);
            }
        }
        self.unread(line);
    }

    /// Words that were not understood, marked: before them while they are typed, beneath them where they are read.
    fn kept(&mut self, number: &str, said: &str) {
        if self.with_marks {
            let kept = words(self.lang).screens.kept_as_text;
            self.row(number, false, &format!("{kept} · {said}"));
        } else {
            self.row(number, true, said);
            self.under_kept();
        }
    }

    fn under_kept(&mut self) {
        self.under(&format!("{} {}", mark::NEEDS_DATA, words(self.lang).screens.kept_as_text), self.look.caution);
    }

    fn unread(&mut self, line: &Ordered) {
        let own = &words(self.lang).shorthand;
        let unread = line.order.as_ref().map(|order| order.unread.join(" … ")).unwrap_or_default();
        if unread.is_empty() {
            return;
        }
        let no_dose = if wording::is_dose_unread(line) { format!(" · {}", own.dose_unread) } else { String::new() };
        self.under(&format!("{} {}{no_dose}", mark::NEEDS_DATA, (own.unread)(&unread)), self.look.caution);
    }

    fn branch(&mut self, branch: &Branch) {
        let own = &words(self.lang).shorthand;
        let colon = words(self.lang).guide.colon;
        let condition = wording::trigger(self.lang, &branch.trigger);
        let hides = matches!(&branch.then, Then::Words(words) if hides_drug(words));
        let is_kept = branch.trigger.measure.is_none();
        let is_understood = !(is_kept || hides) || !self.with_marks;
        let then = match &branch.then {
            Then::RePresent => own.comes_back_then,
            Then::Words(words) => words,
            Then::Line => "",
        };
        self.row(&branch.id, is_understood, format!("{condition}{colon} {then}").trim_end());
        if is_kept && !self.with_marks {
            self.under_kept();
        }
        if hides {
            self.under(&format!("{} {}", mark::NEEDS_DATA, (own.unread)(then)), self.look.caution);
        }
        let plan = self.plan;
        for line in plan.under(branch) {
            self.line("", line);
        }
    }
}

/// The number of an item, before it.
fn numbered(number: &str, look: &Look) -> Line<'static> {
    Line::from(Span::styled(format!("  {number} "), look.key))
}
