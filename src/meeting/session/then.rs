use chrono::{DateTime, Utc};

use super::{Passage, Session, quorum};
use crate::domain::{CaseId, Mode};
use crate::meeting::{PersonThen, RoomThen};

impl Session {
    /// The room as it is now, to be kept with what it decides of a case; none where no meeting is open.
    pub fn then(&self, case: &CaseId, mode: Option<Mode>, rule: Option<&str>, now: DateTime<Utc>) -> Option<RoomThen> {
        let opening = self.opening.as_ref().filter(|_| self.is_open())?;
        let mode = self.mode(case, mode);
        let passage = self.passage(case);
        let turned = passage.and_then(|passage| passage.turned.as_ref()).and_then(|(_, rule, _)| rule.as_deref());
        let began = passage.filter(|passage| !passage.spans.is_empty());
        let there = self.people.iter().filter(|one| one.is_there());
        Some(RoomThen {
            meeting: self.meeting,
            title: opening.title.clone(),
            charter: opening.charter.version.clone(),
            chair: opening.chair.clone(),
            secretary: opening.secretary.clone(),
            quorum: quorum(self, Some(case)),
            people: there
                .map(|one| PersonThen {
                    person: one.person.clone(),
                    presence: one.presence,
                    recused: one.recused.contains(case),
                })
                .collect(),
            mode,
            rule: turned.or(rule).filter(|_| mode == Mode::Record).map(str::to_owned),
            position: began.and_then(|passage| self.place(passage)),
            seconds: began.map(|passage| passage.seconds(now)),
            budget: self.budget(case, mode),
        })
    }

    /// Its place, from 1, in the order in which cases were begun.
    fn place(&self, passage: &Passage) -> Option<u32> {
        let begun = |passage: &Passage| passage.spans.first().map(|span| span.from);
        let first = begun(passage)?;
        let before = self.passages.iter().filter_map(begun).filter(|other| *other < first).count();
        u32::try_from(before + 1).ok()
    }
}
