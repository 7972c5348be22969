use crate::domain::{Concordance, Decision, Reading};
use crate::knowledge::Verdict;
use crate::text::Words;

/// How a decision reads against one guideline: the word for it, the reason of a departure, what of it is not followed.
pub fn concordance(words: &Words, decision: &Decision, read: &Concordance) -> String {
    let departure = decision.departures.iter().find(|one| one.guideline == read.guideline);
    let departure = departure.filter(|_| read.reading == Reading::Deviates);
    let mut parts = vec![word(words, read)];
    parts.extend(departure.map(|departure| words.label(departure.reason)));
    parts.extend(departure.map(|departure| departure.words.as_str()).filter(|said| !said.is_empty()));
    parts.extend(read.dose_above.then_some(words.decision.dose_above));
    parts.join(" · ")
}

/// A guideline that speaks and leaves it to the room is not silent.
fn word(words: &Words, read: &Concordance) -> &'static str {
    let is_left_to_judgement = read.reading == Reading::Silent && !read.statements.is_empty();
    if is_left_to_judgement { super::verdict(words, Verdict::Judgement) } else { words.label(read.reading) }
}

/// The word for a reading, and whether a dose is above the guideline's.
pub fn reading(words: &Words, read: &Concordance) -> String {
    let said = word(words, read);
    if read.dose_above { format!("{said} · {}", words.decision.dose_above) } else { said.to_owned() }
}
