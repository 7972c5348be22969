use std::collections::{BTreeMap, BTreeSet};

use super::{Amendment, Deliberation, Draft, Voice};

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
        next: both(&base.next, &mine.next, &theirs.next, " / "),
        amends: match (&mine.amends, &theirs.amends) {
            (Some(ours), Some(other)) if ours.decision == other.decision => {
                let before = base.amends.as_ref().map_or("", |amends| &amends.reason);
                Some(Amendment { reason: both(before, &ours.reason, &other.reason, " / "), ..ours.clone() })
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
        patient_question: both(&base.patient_question, &mine.patient_question, &theirs.patient_question, " / "),
        teller: both(&base.teller, &mine.teller, &theirs.teller, " / "),
        tell_by: both(&base.tell_by, &mine.tell_by, &theirs.tell_by, " / "),
        reasons: each(&base.reasons, &mine.reasons, &theirs.reasons, |base, mine, theirs| {
            let text = |one: Option<&String>| one.cloned().unwrap_or_default();
            Some(both(&text(base), &text(mine), &text(theirs), " / ")).filter(|text| !text.is_empty())
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
        words: both(&base.words, &mine.words, &theirs.words, " / "),
        named: chosen(&base.named, &mine.named, &theirs.named),
        minuted: chosen(&base.minuted, &mine.minuted, &theirs.minuted),
    })
}

/// One text of two that were made from `base`.
fn both(base: &str, mine: &str, theirs: &str, between: &str) -> String {
    if mine == base || mine.trim().is_empty() || theirs == mine {
        return theirs.to_owned();
    }
    if theirs == base || theirs.trim().is_empty() {
        return mine.to_owned();
    }
    let (base, mine, theirs) = (letters(base), letters(mine), letters(theirs));
    let (ours, other) = (Change::of(&base, &mine), Change::of(&base, &theirs));
    let part = |text: &[char], from: usize, to: usize| -> String {
        text.iter().skip(from).take(to.saturating_sub(from)).collect()
    };
    let after = |text: &[char], end: usize| text.len() - (base.len() - end);
    let whole = |change: &Change, text: &[char]| part(text, change.start, after(text, change.end));
    let is_before = |one: &Change, two: &Change| one.end < two.start || (one.end == two.start && one.start < two.end);
    let apart = |first: (&Change, &[char]), second: (&Change, &[char])| {
        let (one, two) = (first.0, second.0);
        [
            part(&base, 0, one.start),
            whole(one, first.1),
            part(&base, one.end, two.start),
            whole(two, second.1),
            part(&base, two.end, base.len()),
        ]
        .concat()
    };
    if is_before(&ours, &other) {
        return apart((&ours, &mine), (&other, &theirs));
    }
    if is_before(&other, &ours) {
        return apart((&other, &theirs), (&ours, &mine));
    }
    let (start, end) = (ours.start.min(other.start), ours.end.max(other.end));
    let (head, tail) = (part(&base, 0, start), part(&base, end, base.len()));
    let ours = part(&mine, start, after(&mine, end));
    let other = part(&theirs, start, after(&theirs, end));
    let one = match (other.contains(ours.trim()), ours.contains(other.trim())) {
        (true, _) => other,
        (_, true) => ours,
        _ => format!("{other}{between}{ours}"),
    };
    [head, one, tail].concat()
}

fn letters(text: &str) -> Vec<char> {
    text.chars().collect()
}

/// The part of the base that a hand replaced, in characters.
struct Change {
    start: usize,
    end: usize,
}

impl Change {
    fn of(base: &[char], made: &[char]) -> Self {
        let start = base.iter().zip(made).take_while(|(a, b)| a == b).count();
        let most = base.len().min(made.len()) - start;
        let tail = base.iter().rev().zip(made.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
        Self { start, end: base.len() - tail }
    }
}
