//! The person: the five points, the strategy line, what was said and done, what is taken, and where help is.

mod around;
mod background;
mod five_points;
mod found;
mod life;
mod missing;
mod pregnancy;
mod resources;
mod strategy;
mod treatments;
mod voice;

use super::origin::Origin;
use super::phrase::{Phrase, Row};
use super::{At, epices};
use crate::clinic::{FigureId, FivePoint};
use crate::domain::{Field, Step};
use crate::text::{Label, Words};

/// How a case file says that there is nothing.
const NONE: &str = "none";
/// Beside the word of what is done.
const DONE: &str = "✓";

/// The point that a figure tells.
const fn point(id: FigureId) -> Option<FivePoint> {
    match id {
        FigureId::AnnouncementPoint => Some(FivePoint::Announcement),
        FigureId::EvaluationPoint => Some(FivePoint::Evaluation),
        FigureId::StrategyPoint => Some(FivePoint::Strategy),
        FigureId::DecisionPoint => Some(FivePoint::Decision),
        FigureId::RecommendationsPoint => Some(FivePoint::Recommendations),
        _ => None,
    }
}

pub(super) fn name(id: FigureId, words: &'static Words) -> Option<&'static str> {
    let personal = &words.personal;
    if let Some(point) = point(id) {
        return Some((personal.point)(point.code()));
    }
    Some(match id {
        FigureId::Strategy => personal.strategy,
        FigureId::Voice => personal.voice,
        FigureId::MissingData => personal.missing,
        FigureId::Pregnancy => personal.pregnancy,
        FigureId::Treatments => personal.treatments,
        FigureId::Background => personal.background,
        FigureId::Life => personal.life,
        FigureId::Around => personal.around,
        FigureId::Epices => crate::clinic::EPICES.name,
        FigureId::Resources => personal.resources,
        _ => return None,
    })
}

pub(super) fn told(id: FigureId, at: &At) -> Option<Vec<Row>> {
    if let Some(point) = point(id) {
        return Some(five_points::told(at, point));
    }
    Some(match id {
        FigureId::Strategy => strategy::told(at),
        FigureId::Voice => voice::told(at),
        FigureId::MissingData => missing::told(at),
        FigureId::Pregnancy => pregnancy::told(at),
        FigureId::Treatments => treatments::told(at),
        FigureId::Background => background::told(at),
        FigureId::Life => life::told(at),
        FigureId::Around => around::told(at),
        FigureId::Epices => epices::told(at),
        FigureId::Resources => resources::told(at),
        _ => return None,
    })
}

pub(super) fn origin(id: FigureId, at: &At) -> Option<Origin> {
    if let Some(point) = point(id) {
        return Some(five_points::origin(at, point));
    }
    Some(match id {
        FigureId::Strategy => strategy::origin(at),
        FigureId::Voice => voice::origin(at),
        FigureId::MissingData => missing::origin(at),
        FigureId::Pregnancy => pregnancy::origin(at),
        FigureId::Treatments => treatments::origin(at),
        FigureId::Background => background::origin(at),
        FigureId::Life => life::origin(at),
        FigureId::Around => around::origin(at),
        FigureId::Epices => epices::origin(at),
        FigureId::Resources => resources::origin(at),
        _ => return None,
    })
}

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
