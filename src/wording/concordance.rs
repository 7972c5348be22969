use crate::domain::{Concordance, Decision, Reading};
use crate::text::Words;

/// How a decision reads against one guideline: the word for it, the reason of a departure, what of it is not followed.
pub fn concordance(words: &Words, decision: &Decision, read: &Concordance) -> String {
    let departure = decision.departures.iter().find(|one| one.guideline == read.guideline);
    let departure = departure.filter(|_| read.reading == Reading::Deviates);
    let mut parts = vec![words.label(read.reading)];
    parts.extend(departure.map(|departure| words.label(departure.reason)));
    parts.extend(departure.map(|departure| departure.words.as_str()).filter(|said| !said.is_empty()));
    parts.extend(read.dose_above.then_some(words.decision.dose_above));
    parts.join(" · ")
}

/// The word for a reading, and whether a dose is above the guideline's.
pub fn reading(words: &Words, read: &Concordance) -> String {
    let said = words.label(read.reading);
    if read.dose_above { format!("{said} · {}", words.decision.dose_above) } else { said.to_owned() }
}
