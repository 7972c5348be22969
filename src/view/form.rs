//! The decision's form: what is chosen and typed, how it is understood, how it reads against each guideline.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui_textarea::TextArea;

use super::bars::{Parts, bar};
use super::cells::{line_width, width};
use super::ink::Ink;
use super::look::Look;
use super::page::Page;
use super::panel::safety;
use super::{field, mark, previous, remark, said, shown};
use crate::app::{Field, Form, State, table_of, text_of};
use crate::domain::{Agreement, Concordance, Confidence, DepartureReason, Outcome, Reading, UseType};
use crate::knowledge::Topic;
use crate::meeting::{Lack, Proposal, RATIONALE_MOST, Recorded};
use crate::text::{Label, Words, words};
use crate::wording;

/// From this width on, what is understood stands beside what is typed.
const BESIDE: u16 = 120;
/// Entries of a closed list that are shown before and after the chosen one.
const NEIGHBOURS: usize = 2;

/// Draws the form with the field of the cursor in sight.
pub fn draw(form: &Form, state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) {
    let words = words(state.lang);
    draw_head(form, look, parts.head, buffer, words);
    let mut head = Page::of(parts.body);
    head.words(&shown::head(&form.opened, state, words), look.title);
    head.words(form.opened.case.question.as_str(), look.text);
    head.row(Line::default());
    let height = u16::try_from(head.height()).unwrap_or(0).min(parts.body.height);
    head.draw(look, Rect { height, ..parts.body }, buffer, 0);
    let body = Rect { y: parts.body.y + height, height: parts.body.height - height, ..parts.body };
    let lacks = if form.asked { form.lacks(state.today) } else { Vec::new() };
    let sheet = Sheet { form, state, look, words, lacks };
    let before = previous::of(state, &form.opened.case.case).filter(|_| form.amends.is_none());
    if let Some(before) = before.filter(|_| form.shows_previous == (body.width < BESIDE)) {
        draw_with(before, &sheet, body, buffer);
    } else if body.width < BESIDE {
        let mut page = Page::of(body);
        sheet.write_all(&mut page);
        page.draw_focus(look, body, buffer);
    } else {
        let left = Rect { width: body.width * 3 / 5, ..body };
        let right = Rect { x: left.right(), width: body.width - left.width, ..body };
        let mut typed = Page::of(left);
        sheet.write_choice(&mut typed);
        sheet.write_lines(&mut typed);
        sheet.write_rationale(&mut typed);
        sheet.write_rest(&mut typed);
        typed.draw_focus(look, left, buffer);
        let mut understood = Page::of(right);
        sheet.write_understood(&mut understood);
        sheet.write_safety(&mut understood);
        sheet.write_concordance(&mut understood);
        understood.draw_focus(look, right, buffer);
    }
}

/// The decision before beside the new one, where there is room; else alone.
fn draw_with(before: &Recorded, sheet: &Sheet, body: Rect, buffer: &mut Buffer) {
    if body.width < BESIDE {
        previous::draw(before, sheet.state, sheet.look, body, buffer);
        return;
    }
    let left = Rect { width: body.width * 3 / 5, ..body };
    let right = Rect { x: left.right(), width: body.width - left.width, ..body };
    let mut page = Page::of(left);
    sheet.write_all(&mut page);
    page.draw_focus(sheet.look, left, buffer);
    previous::draw(before, sheet.state, sheet.look, right, buffer);
}

fn draw_head(form: &Form, look: &Look, area: Rect, buffer: &mut Buffer, words: &Words) {
    let title = if form.amends.is_some() { words.archive.amend } else { words.decision.title };
    let title = Line::from(Span::styled(format!("{title} · {}", form.opened.case.case), look.title));
    let saved = match (form.saved, form.revision) {
        (false, _) => Span::styled(words.screens.not_saved, look.warning),
        (true, Some(_)) => Span::styled(format!("{} {}", mark::OK, words.decision.draft_saved), look.ok),
        (true, None) => Span::raw(""),
    };
    bar(look, area, buffer, &title, &Line::from(saved));
}

/// The form on its way to a page.
struct Sheet<'a> {
    form: &'a Form,
    state: &'a State,
    look: &'a Look,
    words: &'static Words,
    lacks: Vec<Lack>,
}

impl Sheet<'_> {
    /// Everything in one column.
    fn write_all(&self, page: &mut Page) {
        self.write_choice(page);
        self.write_lines(page);
        self.write_understood(page);
        self.write_safety(page);
        self.write_rationale(page);
        self.write_concordance(page);
        self.write_rest(page);
    }

    /// The name of a field, and what is to say beside it.
    fn label(&self, page: &mut Page, field: &Field, name: &str, aside: &str, style: Style) {
        let on = self.form.field == *field;
        let (sign, name_style) = if on { (mark::CURSOR, self.look.title) } else { (" ", self.look.dim) };
        let lead = Line::from(vec![
            Span::styled(format!("{sign} "), self.look.key),
            Span::styled(name.to_owned(), name_style),
        ]);
        if aside.is_empty() {
            page.row(lead);
        } else {
            let indent = line_width(&lead) + 2;
            let room = page.width().saturating_sub(indent);
            // A lead that takes more than half of the page stands on a row of its own.
            if width(aside) <= room && indent <= page.width() / 2 {
                page.hanging(lead, indent, aside, style);
            } else {
                page.row(lead);
                page.hanging(Line::default(), 4, aside, style);
            }
        }
    }

    /// Ends a field: what it lacks, where a read-back was asked for.
    fn end(&self, page: &mut Page, field: &Field, first: usize, is_meant: impl Fn(&Lack) -> bool) {
        for lack in self.lacks.iter().filter(|lack| is_meant(lack)) {
            let sentence = lack_sentence(lack, &self.form.opened.table, self.words);
            page.hanging(
                Line::from(Span::styled(format!("  {} ", mark::FAILED), self.look.error)),
                4,
                &sentence,
                self.look.error,
            );
        }
        if self.form.field == *field {
            page.focus(first..page.height());
        }
        page.row(Line::default());
    }

    /// A text area, all of it, and the row of its cursor in the page.
    fn text(&self, page: &mut Page, area: &TextArea<'_>, typed: bool, least: usize) {
        let cells = page.width().saturating_sub(2);
        let laid = field::lay(area, cells);
        let mut lines = laid.lines(self.look.input, cells, typed);
        if typed {
            page.cursor(page.height() + laid.cursor_row());
        }
        while typed && lines.len() < least {
            lines.push(Line::from(Span::styled(" ".repeat(cells), self.look.input)));
        }
        for mut line in lines {
            line.spans.insert(0, Span::raw("  "));
            page.row(line);
        }
    }

    fn write_choice(&self, page: &mut Page) {
        let first = page.height();
        let hint = if self.form.outcome.is_none() { self.words.screens.choose_outcome } else { "" };
        self.label(page, &Field::Outcome, self.words.decision.outcome, hint, self.look.warning);
        self.choice(page, self.form.outcome, Outcome::ALL, self.form.field == Field::Outcome);
        self.end(page, &Field::Outcome, first, |lack| matches!(lack, Lack::Outcome));
    }

    /// A closed list: the chosen entry; with the cursor on it, its neighbours too.
    fn choice<T: Label + PartialEq>(&self, page: &mut Page, chosen: Option<T>, all: &[T], on: bool) {
        let at = chosen.and_then(|chosen| all.iter().position(|entry| *entry == chosen));
        if !on {
            if let Some(chosen) = chosen {
                page.hanging(Line::raw("    "), 4, self.words.label(chosen), self.look.text);
            }
            return;
        }
        let most = 2 * NEIGHBOURS + 1;
        let first = at.unwrap_or(0).saturating_sub(NEIGHBOURS).min(all.len().saturating_sub(most));
        for (index, entry) in all.iter().enumerate().skip(first).take(most) {
            let is_chosen = at == Some(index);
            let (sign, style) = if is_chosen {
                (mark::RECOMMENDED, self.look.text.patch(self.look.selected))
            } else {
                (mark::AVOID, self.look.dim)
            };
            let more = match index {
                _ if index == first && first > 0 => "  ▲",
                _ if index + 1 == first + most && index + 1 < all.len() => "  ▼",
                _ => "",
            };
            page.row(Line::from(vec![
                Span::raw("    "),
                Span::styled(format!("{sign} {}", self.words.label(*entry)), style),
                Span::styled(more, self.look.key),
            ]));
        }
    }

    fn write_lines(&self, page: &mut Page) {
        let first = page.height();
        let (hint, style) = match self.form.whose() {
            Some(proposal) => (self.whose(proposal), self.look.caution),
            None => (self.words.shorthand.hint.to_owned(), self.look.dim),
        };
        self.label(page, &Field::Lines, self.words.decision.lines, &hint, style);
        self.text(page, &self.form.lines, self.form.field == Field::Lines, 3);
        let completions = self.form.completions(self.state.lang);
        if !completions.is_empty() {
            let offered = format!("{}  {}", completions.join(" · "), self.words.new_case.complete);
            page.set_in(&Line::styled(offered, self.look.dim), 2, 4);
        }
        self.end(page, &Field::Lines, first, |lack| matches!(lack, Lack::Lines));
    }

    /// Whose regimen the lines are, that nobody has typed in yet.
    fn whose(&self, proposal: &Proposal) -> String {
        let guideline = shown::guideline(Some(&self.form.opened.table), &proposal.guideline);
        let say = &self.words.decision;
        let proposed = if self.is_first(proposal) { say.proposed_by } else { say.proposed_among };
        proposed(&wording::regimen(self.words, &proposal.regimen, &[]), &guideline)
    }

    /// Whether the guideline puts this regimen before the others: several of the same standing are not ranked.
    fn is_first(&self, proposal: &Proposal) -> bool {
        let cell = self.form.opened.table.cell(Topic::InitialTherapy, &proposal.guideline);
        let offers = || cell.into_iter().flat_map(|cell| &cell.offers).filter(|offer| offer.standing.accepts());
        let standing = offers().find(|offer| offer.regimen == proposal.regimen).map(|offer| offer.standing);
        offers().filter(|offer| Some(offer.standing) == standing).count() == 1
    }

    /// What the lines are understood to say.
    fn write_understood(&self, page: &mut Page) {
        if self.form.plan.is_empty() {
            return;
        }
        let focus = page.focused();
        page.row(Line::from(Span::styled(format!("  {}", self.words.screens.understood), self.look.dim)));
        said::as_understood(page, &self.form.plan, said::weight(&self.form.opened), self.state.lang, self.look);
        let lines = (self.form.outcome, self.form.plan.lines.as_slice());
        remark::beneath(page, lines, &self.form.opened, self.state.lang, self.look);
        // What is typed is seen together with how it is understood.
        if self.form.field == Field::Lines && !focus.is_empty() {
            page.focus(focus.start..page.height());
        }
        page.row(Line::default());
    }

    /// What the safety rules say of the lines, by name, the loudest first; what they cannot say, folded. The sentences are
    /// read back.
    fn write_safety(&self, page: &mut Page) {
        let alerts = self.form.safety.on_lines(&self.form.opened.safety);
        if alerts.0.is_empty() {
            return;
        }
        let (ink, focus) = (Ink::new(self.look, self.state.lang), page.focused());
        page.set_in(&safety::counted(&ink, &alerts, ink.phrase().dim(self.words.safety.on_lines)), 2, 4);
        for line in alerts.firing().map(|alert| safety::named(&ink, alert)).chain(safety::waiting(&ink, &alerts)) {
            page.set_in(&line, 2, 4);
        }
        if self.form.field == Field::Lines && !focus.is_empty() {
            page.focus(focus.start..page.height());
        }
        page.row(Line::default());
    }

    fn write_rationale(&self, page: &mut Page) {
        let first = page.height();
        let length = text_of(&self.form.rationale).trim().chars().count();
        let (aside, style) = match RATIONALE_MOST.checked_sub(length) {
            Some(_) if length == 0 => (self.words.decision.rationale_hint.to_owned(), self.look.dim),
            Some(left) => ((self.words.decision.characters_left)(left), self.look.dim),
            None => ((self.words.decision.rationale_too_long)(length - RATIONALE_MOST), self.look.error),
        };
        self.label(page, &Field::Rationale, self.words.decision.rationale, &aside, style);
        self.text(page, &self.form.rationale, self.form.field == Field::Rationale, 3);
        let is_meant = |lack: &Lack| matches!(lack, Lack::Rationale | Lack::RationaleTooLong(_));
        self.end(page, &Field::Rationale, first, is_meant);
    }

    /// The reading of each guideline, with a reason to choose for each departure.
    fn write_concordance(&self, page: &mut Page) {
        if self.form.concordance.is_empty() {
            return;
        }
        page.row(Line::from(Span::styled(format!("  {}", self.words.decision.concordance), self.look.dim)));
        let table = Some(&self.form.opened.table);
        let names: Vec<String> =
            self.form.concordance.iter().map(|one| shown::guideline(table, &one.guideline)).collect();
        let indent = names.iter().map(|name| width(name)).max().unwrap_or(0) + 6;
        for (one, name) in self.form.concordance.iter().zip(&names) {
            let (sign, style) = shown::reading(one.reading, self.look);
            let lead = Line::from(vec![Span::styled(format!("  {sign} "), style), Span::raw(name.clone())]);
            page.hanging(lead, indent, &wording::reading(self.words, one), style);
            if one.reading == Reading::Deviates {
                self.write_departure(page, one, name);
            }
        }
        let kept = self.form.continued();
        if !kept.is_empty() {
            let drugs: Vec<&str> = kept.iter().map(|drug| self.words.label(*drug)).collect();
            let said = (self.words.decision.goes_on)(&drugs.join(", "));
            page.hanging(Line::raw("  "), 4, &said, self.look.dim);
        }
        page.blank();
    }

    fn write_departure(&self, page: &mut Page, one: &Concordance, name: &str) {
        let first = page.height();
        let field = Field::Departure(one.guideline.clone());
        let chosen = self.form.departures.get(&one.guideline).copied();
        let (hint, style) = match (chosen, self.form.field == field) {
            (None, _) => (self.words.screens.choose_reason, self.look.warning),
            (Some(_), true) => (self.words.deliberation.reason_words, self.look.dim),
            (Some(_), false) => ("", self.look.dim),
        };
        self.label(page, &field, &(self.words.decision.departure_of)(name), hint, style);
        self.choice(page, chosen, DepartureReason::ALL, self.form.field == field);
        let words = self.form.talk.reasons.get(&one.guideline);
        let is_on = self.form.field == field;
        if let Some(words) = words.filter(|words| is_on || !words.is_empty()) {
            self.text(page, words, is_on, 1);
        }
        let is_meant = |lack: &Lack| matches!(lack, Lack::DepartureReason(guideline) | Lack::DepartureWords(guideline) if *guideline == one.guideline);
        self.end(page, &field, first, is_meant);
    }

    /// The next date, and the reason of an amendment.
    fn write_rest(&self, page: &mut Page) {
        let first = page.height();
        let (aside, style) = match self.form.draft().next_day(self.state.today) {
            None => (self.words.decision.next_hint.to_owned(), self.look.dim),
            Some(Some(day)) => (format!("= {}", self.state.lang.date(day)), self.look.ok),
            Some(None) => (format!("{} {}", mark::NEEDS_DATA, self.words.decision.next_hint), self.look.caution),
        };
        self.label(page, &Field::Next, self.words.decision.next, &aside, style);
        self.text(page, &self.form.next, self.form.field == Field::Next, 1);
        self.end(page, &Field::Next, first, |lack| matches!(lack, Lack::NextUnreadable | Lack::NextNotAhead));
        if let Some((_, reason)) = &self.form.amends {
            let first = page.height();
            self.label(page, &Field::AmendReason, self.words.decision.amend_reason, "", self.look.dim);
            self.text(page, reason, self.form.field == Field::AmendReason, 1);
            self.end(page, &Field::AmendReason, first, |lack| matches!(lack, Lack::AmendReason));
        }
        self.write_talk(page);
    }

    /// How it is reached and told: all of it optional, so a line each until the cursor is there.
    fn write_talk(&self, page: &mut Page) {
        let (talk, say) = (&self.form.talk, &self.words.deliberation);
        let seats = table_of(self.form, &self.state.session);
        let proposed = talk.kept().proposed_by(&seats).filter(|_| talk.agreement.is_none());
        let hint = proposed.map_or_else(String::new, |one| (say.proposed)(self.words.label(one)));
        self.optional(page, &Field::Agreement, say.agreement, &hint, talk.agreement, Agreement::ALL);
        self.optional(page, &Field::Confidence, say.confidence, "", talk.confidence, Confidence::ALL);
        self.line_of(page, &Field::Teller, say.teller, &talk.teller, ("", self.look.dim), |_| false);
        let (aside, style) = match self.form.draft().tell_day(self.state.today) {
            None => (say.tell_by_hint.to_owned(), self.look.dim),
            Some(Some(day)) => (format!("= {}", self.state.lang.date(day)), self.look.ok),
            Some(None) => (format!("{} {}", mark::NEEDS_DATA, say.tell_by_hint), self.look.caution),
        };
        let is_meant = |lack: &Lack| matches!(lack, Lack::TellByUnreadable | Lack::TellByPast);
        self.line_of(page, &Field::TellBy, say.tell_by, &talk.tell_by, (&aside, style), is_meant);
        let question = &Field::PatientQuestion;
        self.line_of(page, question, say.patient_question, &talk.patient_question, ("", self.look.dim), |_| false);
        for drug in &self.form.off_label {
            let titles = [UseType::EarlyAccess, UseType::Trial];
            let name = (say.use_of)(self.words.label(*drug));
            let hint = self.words.label(UseType::OffLabel);
            self.optional(page, &Field::Use(*drug), &name, hint, talk.uses.get(drug).copied(), &titles);
        }
    }

    /// A list from which nothing need be chosen.
    fn optional<T: Label + PartialEq>(
        &self,
        page: &mut Page,
        field: &Field,
        name: &str,
        hint: &str,
        chosen: Option<T>,
        all: &[T],
    ) {
        let (first, on) = (page.height(), self.form.field == *field);
        let said = chosen.map_or(hint, |chosen| self.words.label(chosen));
        let style = if chosen.is_some() { self.look.text } else { self.look.dim };
        let said =
            if on && chosen.is_none() && said.is_empty() { self.words.deliberation.choose_or_leave } else { said };
        self.label(page, field, name, said, style);
        if on {
            self.choice(page, chosen, all, true);
            page.focus(first..page.height());
            page.row(Line::default());
        }
    }

    /// A text of one line: beside its name as long as the cursor is elsewhere.
    fn line_of(
        &self,
        page: &mut Page,
        field: &Field,
        name: &str,
        text: &TextArea<'_>,
        (aside, style): (&str, Style),
        is_meant: impl Fn(&Lack) -> bool,
    ) {
        let (first, on) = (page.height(), self.form.field == *field);
        let said = if text.is_empty() { String::new() } else { text_of(text) };
        if on {
            self.label(page, field, name, aside, style);
            self.text(page, text, true, 1);
        } else {
            let beside = if said.is_empty() || aside.is_empty() { said } else { format!("{said} {aside}") };
            self.label(page, field, name, &beside, self.look.text);
        }
        if on || self.lacks.iter().any(&is_meant) {
            self.end(page, field, first, is_meant);
        }
    }
}

fn lack_sentence(lack: &Lack, table: &crate::knowledge::Table, words: &Words) -> String {
    let said = match lack {
        Lack::Outcome => words.decision.outcome_missing,
        Lack::Lines => words.screens.lines_missing,
        Lack::Rationale => words.decision.rationale_missing,
        Lack::RationaleTooLong(over) => return (words.decision.rationale_too_long)(*over),
        Lack::DepartureReason(guideline) => {
            return (words.decision.departure_missing)(&shown::guideline(Some(table), guideline));
        }
        Lack::NextUnreadable => words.screens.next_unreadable,
        Lack::NextNotAhead => words.screens.next_not_ahead,
        Lack::AmendReason => words.decision.amend_reason_missing,
        Lack::DepartureWords(guideline) => {
            return (words.deliberation.reason_words_missing)(&shown::guideline(Some(table), guideline));
        }
        Lack::TellByUnreadable => words.deliberation.tell_unreadable,
        Lack::TellByPast => words.deliberation.tell_past,
    };
    said.to_owned()
}
