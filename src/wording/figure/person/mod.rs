//! The person: the five points, the strategy line, what was said and done, what is taken, and where help is.

pub(super) mod around;
pub(super) mod background;
pub(super) mod five_points;
mod found;
pub(super) mod life;
pub(super) mod missing;
pub(super) mod pregnancy;
pub(super) mod resources;
pub(super) mod strategy;
pub(super) mod treatments;
pub(super) mod voice;

use super::At;
use super::origin::Origin;
use super::phrase::{Phrase, Row};
use crate::domain::{Field, Step};
use crate::text::Label;

/// How a case file says that there is nothing.
const NONE: &str = "none";
/// Beside the word of what is done.
const DONE: &str = "✓";

impl At<'_> {
    /// An entry of a closed list by its label.
    fn entry<T: Label>(&self, field: Field<T>) -> Phrase {
        self.field(&field, |entry| self.words.label(*entry).to_owned())
    }

    /// Words that somebody wrote: dots where identities are hidden.
    fn written(&self, field: &Field<String>) -> Phrase {
        self.field(field, |text| match text.trim() {
            NONE => self.words.app.none.to_owned(),
            _ if self.masked => self.words.screens.hidden.to_owned(),
            _ => text.clone(),
        })
    }

    /// A step, with its mark once it is done.
    fn step(&self, field: Field<Step>) -> Phrase {
        let phrase = self.entry(field);
        if field == Field::Known(Step::Done) { phrase.judged(DONE, true) } else { phrase }
    }

    /// `name: ` and what follows.
    fn named(&self, name: &str, what: Phrase) -> Phrase {
        Phrase::default().quiet(&format!("{name}{}", self.words.guide.colon.trim_end())).then(what)
    }
}

/// The parts of a figure that only repeats what the file says, a dot between two; and where each stands.
struct Said(Vec<(&'static str, Phrase)>);

impl Said {
    fn rows(self, at: &At) -> Vec<Row> {
        let phrase =
            self.0.into_iter().fold(Phrase::default(), |all, (name, what)| all.dot().then(at.named(name, what)));
        vec![phrase.row()]
    }

    fn origin(self, at: &At) -> Origin {
        let origin = self.0.into_iter().fold(Origin::default(), |origin, (name, what)| origin.input(name, what, None));
        origin.rule(at.words.personal.said_on_file)
    }
}
