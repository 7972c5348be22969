use super::en::instead;
use super::{Advice, say};
use crate::read::Flaw;

pub(super) fn flaw(flaw: &Flaw) -> Advice {
    match flaw {
        Flaw::NothingSaid => {
            say("The file says nothing.", "`regards guidelines example` writes a guideline to start from.")
        }
        Flaw::ManyGuidelines => {
            say("The file holds more than one document.", "Write one guideline per file: remove this `---`.")
        }
        Flaw::AskedAsYesOrNo { fact } if fact == "class" => {
            say("`class` is not yes or no.", "Ask it with its components: `class: [III, IV]`.")
        }
        Flaw::AskedAsYesOrNo { fact } => say(
            format!("`{fact}` is a number, and `is` asks for yes or no."),
            "Ask it with `at_least`, `above`, `at_most` or `below`, and a limit with its unit.",
        ),
        Flaw::AskedAsNumber { fact } if fact == "class" => {
            say("`class` is not a number.", "Ask it with its components: `class: [III, IV]`.")
        }
        Flaw::AskedAsNumber { fact } => {
            say(format!("`{fact}` is yes or no, not a number."), format!("Ask it with `is: {fact}`."))
        }
        Flaw::UnitOfFact { written, fact, known } => {
            say(format!("`{written}` is not in a unit of `{fact}`."), units(known))
        }
        Flaw::UnknownRegimen { written, known, nearest } => {
            say(format!("`{written}` is not a regimen of the formulary."), instead(known, nearest.as_deref()))
        }
        Flaw::NamesNothing { key, written, known, .. } if known.is_empty() => say(
            format!("`{key}` names `{written}`, which is not in this file."),
            if key == "from" { "List the publication under `further` first." } else { "Remove it." },
        ),
        Flaw::NamesNothing { key, written, known, nearest } => {
            say(format!("`{key}` names `{written}`, which is not in this file."), instead(known, nearest.as_deref()))
        }
        Flaw::UsedTwice { id } => {
            say(format!("The id `{id}` is used twice in this file."), "Give each entry an id of its own.")
        }
        Flaw::TakenId { id } => say(
            format!("A guideline called `{id}` is loaded already."),
            "Give this one another id: the shipped ones are never replaced.",
        ),
        Flaw::DoesNotLower { verdict } => say(
            format!("`drugs` can only lower a drug, and `{verdict}` does not."),
            "Write `caution`, `reserved` or `avoid`; what is recommended stands under `regimens`.",
        ),
        Flaw::IsComputed { verdict } => say(
            format!("`{verdict}` follows from the patient's facts; a statement cannot state it."),
            "State what it says to those it speaks of; a silence stands under `silences`.",
        ),
        Flaw::NoNumber => say("The statement has no number.", "Write the guideline's own, or `unnumbered`."),
        Flaw::HalfChecked { key } => say(
            format!("`{key}` is missing beside it."),
            "Who checked the entry and when go together: write both, or neither.",
        ),
        Flaw::Unanswered { topics } => say(
            format!("Neither a statement nor a declared silence on: {}.", topics.join(", ")),
            "Add one of them for each; where it was not read, say so once for the whole file under `not_read`.",
        ),
        Flaw::Overdue { day } => say(
            format!("The next check was due on {day}."),
            "Check the entry against its source, and write the next day.",
        ),
    }
}

fn units(known: &[String]) -> String {
    match known {
        [only] if only.is_empty() => "It is a count: write the number alone.".to_owned(),
        known => format!("Write the number with one of: {}.", known.join(", ")),
    }
}
