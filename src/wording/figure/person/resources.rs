use super::super::origin::Origin;
use super::super::phrase::{Phrase, Row};
use super::At;
use crate::knowledge::{RESOURCES, Resource};

pub(in crate::wording::figure) fn told(at: &At) -> Vec<Row> {
    let codes = RESOURCES.iter().filter_map(Resource::link).count();
    vec![Phrase::of(&(at.words.personal.resource_count)(RESOURCES.len(), codes)).row()]
}

pub(in crate::wording::figure) fn origin(at: &At) -> Origin {
    let words = &at.words.personal;
    let origin = RESOURCES.iter().fold(Origin::default(), |origin, one| {
        let (name, what) = one.said(at.lang);
        let address = Phrase::of(one.address).quiet(what).dot().lacks((words.trust)(one.trust.code()));
        origin.input(name, address, None)
    });
    origin.rule(words.offline)
}
