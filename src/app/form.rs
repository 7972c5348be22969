//! The decision's form: fields, what is typed, what it reads like against each guideline.

mod talk;

use std::collections::BTreeMap;
use std::sync::Arc;

use ratatui_textarea::{CursorMove, Input, Key, TextArea};

pub use talk::Talk;

use super::{Opened, drugs};
use crate::domain::{Agreement, Concordance, Confidence, Day, DepartureReason, Drug, Outcome, Reading, UseType};
use crate::knowledge::Alerts;
use crate::meeting::{self, Amendment, DecisionId, Draft, Lack, Plan, Proposal, Revision};
use crate::text::Lang;

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
    /// How it was reached.
    Agreement,
    /// How sure the room is.
    Confidence,
    /// Who tells the patient.
    Teller,
    /// By when.
    TellBy,
    /// What the patient is to be asked.
    PatientQuestion,
    /// Under which title a drug that is outside its label is used.
    Use(Drug),
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
    /// How it is reached and told.
    pub talk: Talk,
    /// The positions, where they are what is shown of it.
    pub table: Option<TableScreen>,
    /// What is awaited where data are missing: proposed as lines where nothing else was typed.
    pub awaited: String,
    /// The lines that were last proposed, and stand as long as nobody types in them.
    pub proposed: String,
    /// The lines that the form began with.
    pub prefilled: String,
    /// Whose regimen these are.
    pub proposed_by: Option<Proposal>,
    /// Drugs outside their label.
    pub off_label: Vec<Drug>,
    /// Whether the decision before is shown in place of the form, where it has no room beside it.
    pub shows_previous: bool,
    /// What this terminal's hand does in it.
    pub(super) hand: Hand,
    /// The outcomes that were chosen before this one, for undo, and those that were taken back.
    outcomes: (Vec<Option<Outcome>>, Vec<Option<Outcome>>),
    /// The lines and the outcome that were last read against the guidelines.
    weighed: Option<(String, Option<Outcome>)>,
}

/// The positions round the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TableScreen {
    /// The seat under the cursor.
    pub selected: usize,
    /// Whether it was asked for from the case: then leaving it leaves the form.
    pub is_direct: bool,
}

/// Where one goes on with a draft: at its reasons where they are begun, else at its lines.
fn last_begun(draft: &Draft) -> Field {
    if draft.rationale.trim().is_empty() { Field::Lines } else { Field::Rationale }
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
pub(super) fn typed(held: &mut TextArea<'static>, input: Input) -> bool {
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
            talk: Talk::of(&draft.deliberation),
            table: None,
            awaited: String::new(),
            proposed: if revision.is_none() && draft.amends.is_none() { draft.lines.clone() } else { String::new() },
            prefilled: if revision.is_none() && draft.amends.is_none() { draft.lines.clone() } else { String::new() },
            proposed_by: None,
            off_label: Vec::new(),
            shows_previous: false,
            hand: Hand::Opens,
            outcomes: (Vec::new(), Vec::new()),
            weighed: None,
        };
        form.read();
        form
    }

    /// The same, with what would be awaited where data are missing, and whose regimen it begins with.
    #[must_use]
    pub(super) fn proposing(self, awaited: String, proposed_by: Option<Proposal>) -> Self {
        Self { awaited, proposed_by, ..self }
    }

    /// Whose regimen the lines are, as long as nobody typed in them.
    pub fn whose(&self) -> Option<&Proposal> {
        self.proposed_by.as_ref().filter(|one| !one.lines.is_empty() && text_of(&self.lines) == one.lines)
    }

    /// What the patient takes, no line speaks of, and is read with the lines.
    pub fn continued(&self) -> Vec<Drug> {
        let opened = &self.opened;
        meeting::continued(&self.plan.lines, &opened.case, &opened.table, opened.library.formulary())
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
            deliberation: self.talk.kept(),
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
        fields.extend([Field::Agreement, Field::Confidence, Field::Teller, Field::TellBy, Field::PatientQuestion]);
        fields.extend(self.off_label.iter().map(|drug| Field::Use(*drug)));
        fields
    }

    /// Takes the place of what is typed with this draft of the disk; each cursor stays where it was in its text.
    pub(super) fn take(&mut self, draft: &Draft, on_disk: &Draft, revision: Revision) {
        if self.revision.is_none() && self.saved {
            // Nothing was typed yet: one goes on where the draft ends.
            let is_unmoved = self.hand == Hand::Opens && self.field == Field::Outcome;
            let field = if is_unmoved { last_begun(draft) } else { self.field.clone() };
            let (table, awaited) = (self.table, self.awaited.clone());
            let fresh = Self::new(Arc::clone(&self.opened), draft, Some(revision));
            *self = Self { field, table, awaited, ..fresh };
        }
        let looks_on = self.hand != Hand::Types;
        self.talk.take(&draft.deliberation, looks_on);
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
        self.weighed = None;
        self.read();
    }

    /// To the field that lacks something.
    pub(super) fn go_to(&mut self, lack: &Lack) {
        self.field = match lack {
            Lack::Outcome => Field::Outcome,
            Lack::Lines => Field::Lines,
            Lack::Rationale | Lack::RationaleTooLong(_) => Field::Rationale,
            Lack::DepartureReason(guideline) | Lack::DepartureWords(guideline) => Field::Departure(guideline.clone()),
            Lack::NextUnreadable | Lack::NextNotAhead => Field::Next,
            Lack::AmendReason => Field::AmendReason,
            Lack::TellByUnreadable | Lack::TellByPast => Field::TellBy,
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

    /// Names of drugs that go on from the word before the cursor, at the end of one of the lines.
    pub fn completions(&self, lang: Lang) -> Vec<&'static str> {
        let line = if self.field == Field::Lines { self.begun_line() } else { None };
        line.map(|line| drugs::names_of(drugs::last_word(line), lang)).unwrap_or_default()
    }

    /// The line up to the cursor, where nothing stands behind it.
    fn begun_line(&self) -> Option<&str> {
        let ratatui_textarea::DataCursor(row, column) = self.lines.cursor();
        let line = self.lines.lines().get(row)?;
        (line.chars().count() == column).then_some(line)
    }

    /// At the end of a line, the right arrow takes the first name that completes its last word; says whether it did.
    pub(super) fn complete(&mut self, input: &Input, lang: Lang) -> bool {
        if input.key != Key::Right || input.ctrl || input.alt || input.shift {
            return false;
        }
        let Some(name) = self.completions(lang).into_iter().next() else { return false };
        let begun = self.begun_line().map_or(0, |line| drugs::last_word(line).chars().count());
        (0..begun).for_each(|_| {
            self.lines.delete_char();
        });
        self.lines.insert_str(name);
        self.changed();
        true
    }

    /// A key in the field with the cursor; says whether anything was changed.
    pub(super) fn input(&mut self, input: Input) -> bool {
        self.begin_lines(&input);
        // Ctrl-M is what some terminals send for Enter.
        let enter = input.key == Key::Enter || (input.ctrl && input.key == Key::Char('m'));
        let changed = match self.field.clone() {
            Field::Outcome => self.choose_outcome(&input),
            Field::Departure(guideline) => self.choose_reason(&guideline, &input),
            Field::Lines => {
                if let (Key::Char(letter), false, false) = (input.key, input.ctrl, input.alt) {
                    self.begin_a_line(letter);
                }
                typed(&mut self.lines, input)
            }
            Field::Rationale => typed(&mut self.rationale, input),
            Field::Next | Field::AmendReason | Field::Teller | Field::TellBy | Field::PatientQuestion if enter => {
                return self.turned();
            }
            Field::Next => typed(&mut self.next, input),
            Field::Teller => typed(&mut self.talk.teller, input),
            Field::TellBy => typed(&mut self.talk.tell_by, input),
            Field::PatientQuestion => typed(&mut self.talk.patient_question, input),
            Field::Agreement => self.choose_agreement(&input),
            Field::Confidence => self.choose_confidence(&input),
            Field::Use(drug) => self.choose_use(drug, &input),
            Field::AmendReason => self.amends.as_mut().is_some_and(|(_, reason)| typed(reason, input)),
        };
        if changed {
            self.changed();
        }
        changed
    }

    /// The list of outcomes takes no letters: shorthand that is typed there at once is lines.
    fn begin_lines(&mut self, input: &Input) {
        let is_letter = matches!(input.key, Key::Char(letter) if letter != ' ') && !input.ctrl && !input.alt;
        if self.field == Field::Outcome && is_letter {
            self.field = Field::Lines;
        }
    }

    /// What is typed or pasted after lines that were proposed is a line of its own.
    fn begin_a_line(&mut self, first: char) {
        let is_at_end = self.lines.cursor().0 + 1 == self.lines.lines().len()
            && self.begun_line().is_some_and(|line| !line.is_empty());
        if (first.is_alphanumeric() || first == '+') && is_at_end && text_of(&self.lines) == self.proposed {
            self.lines.insert_newline();
        }
    }

    fn turned(&mut self) -> bool {
        self.turn(true);
        false
    }

    /// Empties the field that text is typed in; says whether there was anything.
    pub(super) fn clear(&mut self) -> bool {
        let Some(area) = self.typed_in() else {
            return self.input(Input { key: Key::Backspace, ctrl: false, alt: false, shift: false });
        };
        area.select_all();
        let changed = area.cut();
        if changed {
            self.changed();
        }
        changed
    }

    /// The text of the field with the cursor; none where something is chosen.
    fn typed_in(&mut self) -> Option<&mut TextArea<'static>> {
        match &self.field {
            Field::Lines => Some(&mut self.lines),
            Field::Rationale => Some(&mut self.rationale),
            Field::Next => Some(&mut self.next),
            Field::AmendReason => self.amends.as_mut().map(|(_, reason)| reason),
            Field::Teller => Some(&mut self.talk.teller),
            Field::TellBy => Some(&mut self.talk.tell_by),
            Field::PatientQuestion => Some(&mut self.talk.patient_question),
            Field::Departure(guideline) => Some(self.talk.reason(guideline)),
            Field::Outcome | Field::Agreement | Field::Confidence | Field::Use(_) => None,
        }
    }

    /// Pasted text in the field with the cursor; on the list of outcomes, in the lines.
    pub(super) fn paste(&mut self, text: &str) -> bool {
        let text = pasted(text);
        if self.field == Field::Outcome {
            self.field = Field::Lines;
        }
        let text = if matches!(self.field, Field::Lines | Field::Rationale) { text } else { text.replace('\n', " ") };
        if let (Field::Lines, Some(first)) = (&self.field, text.chars().next()) {
            self.begin_a_line(first);
        }
        let changed = self.typed_in().is_some_and(|area| area.insert_str(text));
        if changed {
            self.changed();
        }
        changed
    }

    pub(super) fn changed(&mut self) {
        self.hand = Hand::Types;
        self.saved = false;
        self.read();
    }

    /// Reads the lines against the guidelines and the safety rules again, where they or the outcome are others.
    fn read(&mut self) {
        let said = (text_of(&self.lines), self.outcome);
        if self.weighed.as_ref() != Some(&said) {
            self.weigh(&said.0);
            self.weighed = Some(said);
        }
        if !self.fields().contains(&self.field) {
            self.field = Field::Next;
        }
    }

    fn weigh(&mut self, said: &str) {
        self.plan = Plan::of(said, self.opened.today);
        let (lines, formulary, opened) = (&self.plan.lines, self.opened.library.formulary(), &self.opened);
        self.concordance = meeting::concordance(self.outcome, lines, &opened.case, &opened.table, formulary);
        let proposed: Vec<_> = lines.iter().filter_map(meeting::proposed).collect();
        self.safety = self.opened.safety_with(&proposed);
        let uses = self.uses(lines, &BTreeMap::new());
        self.off_label = uses.iter().filter(|one| one.title == UseType::OffLabel).map(|one| one.drug).collect();
    }

    /// The list has two ends: a key too many on the first outcome does not choose the last, which is death.
    fn choose_outcome(&mut self, input: &Input) -> bool {
        if input.ctrl && matches!(input.key, Key::Char('u' | 'r')) {
            return self.undo_outcome(input.key == Key::Char('u'));
        }
        let at = self.outcome.and_then(|chosen| Outcome::ALL.iter().position(|one| *one == chosen));
        let next = match (input.key, at) {
            (Key::Down | Key::Right | Key::Char(' '), at) => at.map_or(0, |at| (at + 1).min(Outcome::ALL.len() - 1)),
            (Key::Up | Key::Left, Some(at)) => at.saturating_sub(1),
            (Key::Enter, _) => return self.turned(),
            _ => return false,
        };
        let next = Outcome::ALL.get(next).copied();
        if next == self.outcome {
            return false;
        }
        self.outcomes.0.push(self.outcome);
        self.outcomes.1.clear();
        self.outcome = next;
        self.propose();
        true
    }

    /// The outcome before, or after, the last choice.
    fn undo_outcome(&mut self, undoes: bool) -> bool {
        let (done, undone) = (&mut self.outcomes.0, &mut self.outcomes.1);
        let (from, to) = if undoes { (done, undone) } else { (undone, done) };
        let Some(outcome) = from.pop() else { return false };
        to.push(self.outcome);
        self.outcome = outcome;
        self.propose();
        true
    }

    /// Proposes what is awaited as lines where data are missing, and takes it back with the outcome: never over typed text.
    fn propose(&mut self) {
        if text_of(&self.lines) != self.proposed {
            return;
        }
        let is_awaited = self.outcome == Some(Outcome::DeferredMissingData);
        let lines = if is_awaited { self.awaited.clone() } else { self.prefilled.clone() };
        if lines != self.proposed {
            self.lines = area(&lines);
            self.proposed = lines;
        }
    }

    /// Under which title each drug is used.
    pub fn uses(&self, lines: &[crate::domain::Line], said: &BTreeMap<Drug, UseType>) -> Vec<crate::domain::DrugUse> {
        let opened = &self.opened;
        meeting::uses(lines, said, opened.library.formulary(), &opened.facts, opened.table.country)
    }

    /// The first choice is what the positions say.
    fn choose_agreement(&mut self, input: &Input) -> bool {
        let proposed = self.talk.kept().proposed().filter(|_| self.talk.agreement.is_none());
        match (proposed, chosen_or_none(self.talk.agreement, Agreement::ALL, input)) {
            (_, None) => input.key == Key::Enter && self.turned(),
            (proposed, Some(next)) => {
                self.talk.agreement = proposed.or(next);
                true
            }
        }
    }

    fn choose_confidence(&mut self, input: &Input) -> bool {
        match chosen_or_none(self.talk.confidence, Confidence::ALL, input) {
            None => input.key == Key::Enter && self.turned(),
            Some(next) => {
                self.talk.confidence = next;
                true
            }
        }
    }

    /// What the label does not say: that access was asked for, or a trial.
    fn choose_use(&mut self, drug: Drug, input: &Input) -> bool {
        let titles = [UseType::EarlyAccess, UseType::Trial];
        match chosen_or_none(self.talk.uses.get(&drug).copied(), &titles, input) {
            None => input.key == Key::Enter && self.turned(),
            Some(None) => self.talk.uses.remove(&drug).is_some(),
            Some(Some(title)) => self.talk.uses.insert(drug, title) != Some(title),
        }
    }

    fn choose_reason(&mut self, guideline: &str, input: &Input) -> bool {
        let at = self.departures.get(guideline).and_then(|one| DepartureReason::ALL.iter().position(|r| r == one));
        // Arrows choose; letters are the words beside the choice.
        let begun = self.talk.reasons.get(guideline).is_some_and(|words| !text_of(words).is_empty());
        let is_letter = matches!(input.key, Key::Char(letter) if letter != ' ' || begun);
        if is_letter || matches!(input.key, Key::Backspace | Key::Delete) {
            return self.talk.type_reason(guideline, input.clone());
        }
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

/// The entry of an optional list that the key moves to: nothing stands before the first and after the last. None where the
/// key chooses nothing.
#[expect(clippy::option_option, reason = "no choice, and the choice of nothing")]
fn chosen_or_none<T: Copy + PartialEq>(present: Option<T>, all: &[T], input: &Input) -> Option<Option<T>> {
    if matches!(input.key, Key::Backspace | Key::Delete) {
        return Some(None);
    }
    let at = present.and_then(|present| all.iter().position(|one| *one == present)).map_or(0, |at| at + 1);
    chosen(Some(at), all.len() + 1, input).map(|next| next.checked_sub(1).and_then(|next| all.get(next).copied()))
}

/// Pasted text as it may be kept: composed letters, ends of lines, no other control characters.
pub(super) fn pasted(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    text.nfc().filter(|c| *c == '\n' || !c.is_control()).collect()
}
