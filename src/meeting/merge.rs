use super::{Amendment, Deliberation, Draft, Voice};
use similar::{Algorithm, DiffTag, capture_diff_slices};
use std::collections::{BTreeMap, BTreeSet};

/// Letters that nobody types a second time by chance: the same ones at one place are one text that came twice.
const SAME_TEXT: usize = 8;

/// A part of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftPart {
    /// How the case leaves the room.
    Outcome,
    /// The lines.
    Lines,
    /// The reasons.
    Rationale,
    /// Why it departs from guidelines.
    Departures,
    /// The next date.
    Next,
    /// Why the decision is amended.
    Amendment,
    /// How it is reached and told.
    Deliberation,
}

impl Draft {
    /// The parts in which another draft differs.
    pub fn parts_changed(&self, other: &Self) -> Vec<DraftPart> {
        let parts = [
            (DraftPart::Outcome, self.outcome != other.outcome),
            (DraftPart::Lines, self.lines != other.lines),
            (DraftPart::Rationale, self.rationale != other.rationale),
            (DraftPart::Departures, self.departures != other.departures),
            (DraftPart::Next, self.next != other.next),
            (DraftPart::Amendment, self.amends != other.amends),
            (DraftPart::Deliberation, self.deliberation != other.deliberation),
        ];
        parts.into_iter().filter(|(_, differs)| *differs).map(|(part, _)| part).collect()
    }
}

/// Two drafts of one decision as one, each changed from `base` by its own hand: what only one hand changed is taken
/// from it; where both wrote at one place, theirs comes first and ours follows under a line of dashes, so that neither
/// loses a character and a text that both go on typing in is never doubled. Of two choices theirs stands.
pub fn merged(base: &Draft, mine: &Draft, theirs: &Draft) -> Draft {
    let mut departures = theirs.departures.clone();
    for (guideline, reason) in &mine.departures {
        if theirs.departures.get(guideline) == base.departures.get(guideline) {
            departures.insert(guideline.clone(), *reason);
        }
    }
    Draft {
        outcome: if theirs.outcome == base.outcome { mine.outcome } else { theirs.outcome.or(mine.outcome) },
        lines: both(&base.lines, &mine.lines, &theirs.lines, "\n"),
        rationale: both(&base.rationale, &mine.rationale, &theirs.rationale, "\n---\n"),
        departures,
        next: line(&base.next, &mine.next, &theirs.next),
        amends: match (&mine.amends, &theirs.amends) {
            (Some(ours), Some(other)) if ours.decision == other.decision => {
                let before = base.amends.as_ref().map_or("", |amends| &amends.reason);
                Some(Amendment { reason: line(before, &ours.reason, &other.reason), ..ours.clone() })
            }
            (ours, other) => other.clone().or_else(|| ours.clone()),
        },
        deliberation: deliberation(&base.deliberation, &mine.deliberation, &theirs.deliberation),
    }
}

fn deliberation(base: &Deliberation, mine: &Deliberation, theirs: &Deliberation) -> Deliberation {
    Deliberation {
        agreement: chosen(&base.agreement, &mine.agreement, &theirs.agreement),
        confidence: chosen(&base.confidence, &mine.confidence, &theirs.confidence),
        patient_question: line(&base.patient_question, &mine.patient_question, &theirs.patient_question),
        teller: line(&base.teller, &mine.teller, &theirs.teller),
        tell_by: line(&base.tell_by, &mine.tell_by, &theirs.tell_by),
        reasons: each(&base.reasons, &mine.reasons, &theirs.reasons, |base, mine, theirs| {
            let text = |one: Option<&String>| one.cloned().unwrap_or_default();
            Some(line(&text(base), &text(mine), &text(theirs))).filter(|text| !text.is_empty())
        }),
        uses: each(&base.uses, &mine.uses, &theirs.uses, |base, mine, theirs| {
            chosen(&base.copied(), &mine.copied(), &theirs.copied())
        }),
        voices: each(&base.voices, &mine.voices, &theirs.voices, voice),
        round: chosen(&base.round, &mine.round, &theirs.round),
    }
}

/// Of two choices made from one, the one that was changed; theirs where both were.
fn chosen<T: Clone + PartialEq>(base: &T, mine: &T, theirs: &T) -> T {
    if theirs == base { mine.clone() } else { theirs.clone() }
}

/// Entry by entry.
fn each<K: Ord + Clone, V>(
    base: &BTreeMap<K, V>,
    mine: &BTreeMap<K, V>,
    theirs: &BTreeMap<K, V>,
    one: impl Fn(Option<&V>, Option<&V>, Option<&V>) -> Option<V>,
) -> BTreeMap<K, V> {
    let keys: BTreeSet<&K> = mine.keys().chain(theirs.keys()).collect();
    let kept = |key: &K| Some((key.clone(), one(base.get(key), mine.get(key), theirs.get(key))?));
    keys.into_iter().filter_map(kept).collect()
}

/// One voice of two hands: a position that one of them gave is never lost to the other's silence.
fn voice(base: Option<&Voice>, mine: Option<&Voice>, theirs: Option<&Voice>) -> Option<Voice> {
    let (mine, theirs) = match (mine, theirs) {
        (Some(mine), Some(theirs)) => (mine, theirs),
        (mine, theirs) => return theirs.or(mine).cloned(),
    };
    let empty = Voice { before: None, after: None, dissents: false, words: String::new(), ..mine.clone() };
    let base = base.unwrap_or(&empty);
    Some(Voice {
        specialty: theirs.specialty,
        name: theirs.name.clone(),
        before: chosen(&base.before, &mine.before, &theirs.before),
        after: chosen(&base.after, &mine.after, &theirs.after),
        dissents: chosen(&base.dissents, &mine.dissents, &theirs.dissents),
        words: line(&base.words, &mine.words, &theirs.words),
        named: chosen(&base.named, &mine.named, &theirs.named),
        minuted: chosen(&base.minuted, &mine.minuted, &theirs.minuted),
    })
}

/// One line of two: where both hands wrote the same, it stands once.
fn line(base: &str, mine: &str, theirs: &str) -> String {
    if mine == theirs { mine.to_owned() } else { both(base, mine, theirs, " / ") }
}

/// One text of two that were made from `base`.
fn both(base: &str, mine: &str, theirs: &str, between: &str) -> String {
    let is_untouched = mine == base || (mine.trim().is_empty() && base.trim().is_empty());
    if is_untouched {
        return theirs.to_owned();
    }
    if theirs == base || (theirs.trim().is_empty() && base.trim().is_empty()) {
        return mine.to_owned();
    }
    let (base, mine, theirs) = (letters(base), letters(mine), letters(theirs));
    let ours = Change::of(&base, &mine);
    if mine == theirs && ours.text.len().max(ours.end - ours.start) >= SAME_TEXT {
        return theirs.into_iter().collect();
    }
    Page::of(&base, &theirs).with(&ours, between)
}

fn letters(text: &str) -> Vec<char> {
    text.chars().collect()
}

/// The part of the base that our hand replaced, and with what: a hand changes one place between two saves.
struct Change {
    start: usize,
    end: usize,
    text: Vec<char>,
}

impl Change {
    fn of(base: &[char], made: &[char]) -> Self {
        let start = base.iter().zip(made).take_while(|(a, b)| a == b).count();
        let most = base.len().min(made.len()) - start;
        let tail = base.iter().rev().zip(made.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
        let text = made.iter().skip(start).take(made.len() - tail - start).copied().collect();
        Self { start, end: base.len() - tail, text }
    }
}

/// A letter of the base in their text; after the last one, the end of the text.
#[derive(Default)]
struct Place {
    /// What their hand put before it.
    put: Vec<char>,
    /// The letter; none at the end.
    letter: Option<char>,
    /// Whether their hand took it away.
    is_taken: bool,
}

impl Place {
    fn kept(&self) -> Option<char> {
        self.letter.filter(|_| !self.is_taken)
    }
}

/// Their text, letter by letter of the base.
struct Page(Vec<Place>);

impl Page {
    fn of(base: &[char], theirs: &[char]) -> Self {
        let place = |letter: &char| Place { letter: Some(*letter), ..Place::default() };
        let mut places: Vec<Place> = base.iter().map(place).chain([Place::default()]).collect();
        for change in capture_diff_slices(Algorithm::Myers, base, theirs) {
            if change.tag() == DiffTag::Equal {
                continue;
            }
            let (taken, put) = (change.old_range(), change.new_range());
            if let Some(place) = places.get_mut(taken.start) {
                place.put.extend(theirs.iter().skip(put.start).take(put.len()));
            }
            places.iter_mut().skip(taken.start).take(taken.len()).for_each(|place| place.is_taken = true);
        }
        Self(places)
    }

    /// Their text with our change in it.
    fn with(&self, ours: &Change, between: &str) -> String {
        let both = self.rewritten(ours);
        let mut text = String::new();
        for (at, place) in self.0.iter().enumerate() {
            match both {
                Some((from, to)) if (from..to).contains(&at) => {
                    text.extend(&place.put);
                    text.extend(place.kept());
                    if at + 1 == to {
                        text.push_str(between);
                        text.push_str(&self.ours(ours, from, to));
                    }
                }
                None if at == ours.start => {
                    text.push_str(&added(place, ours, between));
                    text.extend(place.kept().filter(|_| ours.start == ours.end));
                }
                _ => {
                    text.extend(&place.put);
                    let is_ours = both.is_none() && (ours.start..ours.end).contains(&at);
                    text.extend(place.kept().filter(|_| !is_ours));
                }
            }
        }
        text
    }

    /// The stretch of the base that both hands wrote anew, in whole words; none where they did not.
    fn rewritten(&self, ours: &Change) -> Option<(usize, usize)> {
        let inside = self.0.get(ours.start..ours.end)?;
        let is_touched = |(at, place): (usize, &Place)| place.is_taken || (at > 0 && !place.put.is_empty());
        if ours.text.is_empty() || !inside.iter().enumerate().any(is_touched) {
            return None;
        }
        let goes_on = |at: usize| {
            let place = self.0.get(at);
            place.is_some_and(|place| place.is_taken || place.letter.is_some_and(|letter| !letter.is_whitespace()))
        };
        let (mut from, mut to) = (ours.start, ours.end);
        while from > 0 && goes_on(from - 1) {
            from -= 1;
        }
        while goes_on(to) {
            to += 1;
        }
        Some((from, to))
    }

    /// Our version of a stretch of the base.
    fn ours(&self, ours: &Change, from: usize, to: usize) -> String {
        let letters = |from: usize, to: usize| {
            self.0.iter().skip(from).take(to.saturating_sub(from)).filter_map(|place| place.letter)
        };
        letters(from, ours.start).chain(ours.text.iter().copied()).chain(letters(ours.end, to)).collect()
    }
}

/// What both hands put before one letter, theirs first; where one goes on with what the other put, that alone.
fn added(place: &Place, ours: &Change, between: &str) -> String {
    let (theirs, ours) = (&place.put, &ours.text);
    let (short, long) = if theirs.len() < ours.len() { (theirs, ours) } else { (ours, theirs) };
    if short.len() >= SAME_TEXT && long.starts_with(short) {
        return long.iter().collect();
    }
    let set_apart: Vec<char> = between.chars().collect();
    if theirs.starts_with(&set_apart) {
        // Theirs is set apart already, from what ours goes on with.
        return ours.iter().chain(theirs).collect();
    }
    let is_apart = theirs.is_empty() || ours.is_empty() || place.is_taken;
    let between = if is_apart { "" } else { between };
    theirs.iter().copied().chain(between.chars()).chain(ours.iter().copied()).collect()
}
