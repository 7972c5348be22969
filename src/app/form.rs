//! The decision's form: fields, what is typed, what it reads like against each guideline.

use std::collections::BTreeMap;
use std::sync::Arc;

use ratatui_textarea::{CursorMove, Input, Key, TextArea};

use super::Opened;
use crate::domain::{Concordance, Day, DepartureReason, Outcome, Reading};
use crate::knowledge::Alerts;
use crate::meeting::{self, Amendment, DecisionId, Draft, Lack, Plan, Revision};

/// A field of the form, in the order of Tab.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field {
    /// How the case leaves the room.
    Outcome,
    /// Lines of treatment, one a line.
    Lines,
    /// The reasons.
    Rationale,
    /// Why it departs from this guideline.
    Departure(String),
    /// The next date.
    Next,
    /// Why the decision is amended.
    AmendReason,
}

/// What the hand of a terminal does in a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hand {
    /// It just opened it: a draft that comes now was kept from before.
    Opens,
    /// It looks on while another types.
    LooksOn,
    /// It types.
    Types,
}

/// The form while it is open.
#[derive(Debug, Clone)]
pub struct Form {
    /// The case it is about.
    pub opened: Arc<Opened>,
    /// The field with the cursor.
    pub field: Field,
    /// The outcome chosen.
    pub outcome: Option<Outcome>,
    /// The lines as typed.
    pub lines: TextArea<'static>,
    /// The rationale as typed.
    pub rationale: TextArea<'static>,
    /// The next date as typed.
    pub next: TextArea<'static>,
    /// The decision amended, and the reason as typed.
    pub amends: Option<(DecisionId, TextArea<'static>)>,
    /// Reasons chosen, by guideline.
    pub departures: BTreeMap<String, DepartureReason>,
    /// Revision of the draft on disk that this form was made from.
    pub revision: Option<Revision>,
    /// The draft that this form was made from: the newest of the disk, or what was prefilled.
    pub base: Draft,
    /// Whether the draft on disk is what is seen.
    pub saved: bool,
    /// What the lines say.
    pub plan: Plan,
    /// The decision's reading against each guideline.
    pub concordance: Vec<Concordance>,
    /// What the safety rules say of the case with the lines as they are typed.
    pub safety: Alerts,
    /// Whether a read-back was asked for, so that what lacks is shown.
    pub asked: bool,
    /// What this terminal's hand does in it.
    pub(super) hand: Hand,
}

/// A text area holding this text, cursor at its end.
pub(super) fn area(text: &str) -> TextArea<'static> {
    let mut area = TextArea::new(text.split('\n').map(str::to_owned).collect());
    area.set_wrap_mode(ratatui_textarea::WrapMode::WordOrGlyph);
    area.move_cursor(CursorMove::Bottom);
    area.move_cursor(CursorMove::End);
    area
}

/// A key in a text; says whether the text is another now, which the editor's own answer does not always say.
fn typed(held: &mut TextArea<'static>, input: Input) -> bool {
    let before = held.lines().to_vec();
    held.input(input);
    held.lines() != before
}

/// Replaces a text, the cursor kept at what it stood behind, or before; that of a hand that only looks on goes with the
/// end of the text.
fn retype(held: &mut TextArea<'static>, text: &str, looks_on: bool) {
    let old = text_of(held);
    if old == text {
        return;
    }
    let (row, column) = (held.cursor().0, held.cursor().1);
    let before: usize = held.lines().iter().take(row).map(|line| line.chars().count() + 1).sum::<usize>() + column;
    let same = old.chars().zip(text.chars()).take_while(|(a, b)| a == b).count();
    let (old_count, count) = (old.chars().count(), text.chars().count());
    let is_at_end = before == old_count && looks_on;
    let at = if is_at_end {
        count
    } else if before <= same {
        before
    } else {
        count.saturating_sub(old_count.saturating_sub(before))
    };
    *held = area(text);
    let (mut row, mut column) = (0, 0);
    for letter in text.chars().take(at) {
        (row, column) = if letter == '\n' { (row + 1, 0) } else { (row, column + 1) };
    }
    let short = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
    held.move_cursor(CursorMove::Jump(short(row), short(column)));
}

/// What a text area holds.
pub fn text_of(area: &TextArea<'_>) -> String {
    area.lines().join("\n")
}

impl Form {
    /// The form of this draft.
    pub fn new(opened: Arc<Opened>, draft: &Draft, revision: Option<Revision>) -> Self {
        let mut form = Self {
            opened,
            field: Field::Outcome,
            outcome: draft.outcome,
            lines: area(&draft.lines),
            rationale: area(&draft.rationale),
            next: area(&draft.next),
            amends: draft.amends.as_ref().map(|amends| (amends.decision, area(&amends.reason))),
            departures: draft.departures.clone(),
            revision,
            base: draft.clone(),
            saved: true,
            plan: Plan::default(),
            concordance: Vec::new(),
            safety: Alerts::default(),
            asked: false,
            hand: Hand::Opens,
        };
        form.read();
        form
    }

    /// What would be kept on disk.
    pub fn draft(&self) -> Draft {
        Draft {
            outcome: self.outcome,
            lines: text_of(&self.lines),
            rationale: text_of(&self.rationale),
            departures: self.departures.clone(),
            next: text_of(&self.next),
            amends: self
                .amends
                .as_ref()
                .map(|(decision, reason)| Amendment { decision: *decision, reason: text_of(reason) }),
        }
    }

    /// What is still lacking before it can be read back.
    pub fn lacks(&self, today: Day) -> Vec<Lack> {
        self.draft().lacks(&self.concordance, today)
    }

    /// The fields there are now, in the order of Tab: a departure has one only while it is one.
    pub fn fields(&self) -> Vec<Field> {
        let mut fields = vec![Field::Outcome, Field::Lines, Field::Rationale];
        let departed = self.concordance.iter().filter(|one| one.reading == Reading::Deviates);
        fields.extend(departed.map(|one| Field::Departure(one.guideline.clone())));
        fields.push(Field::Next);
        if self.amends.is_some() {
            fields.push(Field::AmendReason);
        }
        fields
    }

    /// Takes the place of what is typed with this draft of the disk; each cursor stays where it was in its text.
    pub(super) fn take(&mut self, draft: &Draft, on_disk: &Draft, revision: Revision) {
        if self.revision.is_none() && self.saved {
            // Nothing was typed yet: one goes on where the draft ends.
            let field = self.field.clone();
            *self = Self { field, ..Self::new(Arc::clone(&self.opened), draft, Some(revision)) };
        }
        let looks_on = self.hand != Hand::Types;
        retype(&mut self.lines, &draft.lines, looks_on);
        retype(&mut self.rationale, &draft.rationale, looks_on);
        retype(&mut self.next, &draft.next, looks_on);
        match (&mut self.amends, &draft.amends) {
            (Some((decision, reason)), Some(amends)) => {
                *decision = amends.decision;
                retype(reason, &amends.reason, looks_on);
            }
            (none, amends) => *none = amends.as_ref().map(|amends| (amends.decision, area(&amends.reason))),
        }
        self.outcome = draft.outcome;
        self.departures.clone_from(&draft.departures);
        self.revision = Some(revision);
        self.kept(on_disk.clone());
        self.saved = draft == on_disk;
        self.read();
    }

    /// This draft is safe on disk.
    pub(super) fn kept(&mut self, draft: Draft) {
        self.base = draft;
        self.saved = true;
    }

    /// The form of another reading of its case's file.
    pub(super) fn follow(&mut self, opened: Arc<Opened>) {
        self.opened = opened;
        self.read();
    }

    /// To the field that lacks something.
    pub(super) fn go_to(&mut self, lack: &Lack) {
        self.field = match lack {
            Lack::Outcome => Field::Outcome,
            Lack::Lines => Field::Lines,
            Lack::Rationale | Lack::RationaleTooLong(_) => Field::Rationale,
            Lack::DepartureReason(guideline) => Field::Departure(guideline.clone()),
            Lack::NextUnreadable | Lack::NextNotAhead => Field::Next,
            Lack::AmendReason => Field::AmendReason,
        };
    }

    /// To the next field, or the one before.
    pub(super) fn turn(&mut self, forward: bool) {
        let fields = self.fields();
        let at = fields.iter().position(|field| *field == self.field).unwrap_or(0);
        let next = if forward { (at + 1) % fields.len() } else { (at + fields.len() - 1) % fields.len() };
        if let Some(field) = fields.get(next) {
            self.field = field.clone();
        }
    }

    /// A key in the field with the cursor; says whether anything was changed.
    pub(super) fn input(&mut self, input: Input) -> bool {
        // Ctrl-M is what some terminals send for Enter.
        let enter = input.key == Key::Enter || (input.ctrl && input.key == Key::Char('m'));
        let changed = match self.field.clone() {
            Field::Outcome => self.choose_outcome(&input),
            Field::Departure(guideline) => self.choose_reason(&guideline, &input),
            Field::Lines => typed(&mut self.lines, input),
            Field::Rationale => typed(&mut self.rationale, input),
            Field::Next | Field::AmendReason if enter => return self.turned(),
            Field::Next => typed(&mut self.next, input),
            Field::AmendReason => self.amends.as_mut().is_some_and(|(_, reason)| typed(reason, input)),
        };
        if changed {
            self.changed();
        }
        changed
    }

    fn turned(&mut self) -> bool {
        self.turn(true);
        false
    }

    /// Pasted text in the field with the cursor.
    pub(super) fn paste(&mut self, text: &str) -> bool {
        let text = pasted(text);
        let changed = match &self.field {
            Field::Lines => self.lines.insert_str(text),
            Field::Rationale => self.rationale.insert_str(text),
            Field::Next => self.next.insert_str(text.replace('\n', " ")),
            Field::AmendReason => {
                self.amends.as_mut().is_some_and(|(_, reason)| reason.insert_str(text.replace('\n', " ")))
            }
            Field::Outcome | Field::Departure(_) => false,
        };
        if changed {
            self.changed();
        }
        changed
    }

    fn changed(&mut self) {
        self.hand = Hand::Types;
        self.saved = false;
        self.read();
    }

    /// Reads the lines against the guidelines and the safety rules again.
    fn read(&mut self) {
        let draft = self.draft();
        self.plan = Plan::of(&draft.lines, self.opened.today);
        let (lines, formulary) = (&self.plan.lines, self.opened.library.formulary());
        self.concordance = meeting::concordance(self.outcome, lines, &self.opened.table, formulary);
        let proposed: Vec<_> = lines.iter().filter_map(meeting::proposed).collect();
        self.safety = self.opened.safety_with(&proposed);
        if !self.fields().contains(&self.field) {
            self.field = Field::Next;
        }
    }

    fn choose_outcome(&mut self, input: &Input) -> bool {
        let at = self.outcome.and_then(|chosen| Outcome::ALL.iter().position(|one| *one == chosen));
        let Some(next) = chosen(at, Outcome::ALL.len(), input) else {
            return input.key == Key::Enter && self.turned();
        };
        self.outcome = Outcome::ALL.get(next).copied();
        true
    }

    fn choose_reason(&mut self, guideline: &str, input: &Input) -> bool {
        let at = self.departures.get(guideline).and_then(|one| DepartureReason::ALL.iter().position(|r| r == one));
        let Some(next) = chosen(at, DepartureReason::ALL.len(), input) else {
            return input.key == Key::Enter && self.turned();
        };
        if let Some(reason) = DepartureReason::ALL.get(next) {
            self.departures.insert(guideline.to_owned(), *reason);
        }
        true
    }
}

/// The entry of a closed list that the key moves to.
pub(super) fn chosen(at: Option<usize>, count: usize, input: &Input) -> Option<usize> {
    match input.key {
        Key::Down | Key::Right | Key::Char(' ') => Some(at.map_or(0, |at| (at + 1) % count)),
        Key::Up | Key::Left => Some(at.map_or(count - 1, |at| (at + count - 1) % count)),
        _ => None,
    }
}

/// Pasted text as it may be kept: composed letters, ends of lines, no other control characters.
pub(super) fn pasted(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    text.nfc().filter(|c| *c == '\n' || !c.is_control()).collect()
}
