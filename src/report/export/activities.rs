use std::borrow::Cow;
use std::io::Write;

use super::Export;
use super::cells::{Rows, cell};
use crate::domain::{Reach, Specialty};
use crate::meeting::Recorded;
use crate::store::{StoreError, Watch};
use crate::text::dictionary::ACTIVITIES;
use crate::text::words;

/// The context of activity that BaMaRa knows for a meeting of this reach (value set "Contexte d'activité", rcp.md 1.2).
const fn context(reach: Reach) -> &'static str {
    match reach {
        Reach::Local | Reach::Regional => "ORG-198",
        Reach::National | Reach::European => "ORG-199",
    }
}

impl Export<'_> {
    /// What is to be entered in BaMaRa: one row a case decided at a meeting, in its current version. What the record does not
    /// say stays empty: the objective is never guessed. Gives how many rows there were.
    ///
    /// # Errors
    /// What the ledger, the reader of the output or who watches says.
    pub fn activities(&self, watch: &mut dyn Watch, out: &mut dyn Write) -> Result<u64, StoreError> {
        let head: Vec<&str> = ACTIVITIES.columns.iter().map(|column| column.name).collect();
        let mut rows = Rows::headed(out, &head)?;
        let mut count = 0;
        self.chosen.each(watch, &mut |recorded| {
            if recorded.entry.is_current {
                count += 1;
                let activity = self.activity(recorded)?;
                rows.add(activity.iter().map(|text| cell(text)))?;
            }
            Ok(())
        })?;
        rows.end()?;
        Ok(count)
    }

    fn activity(&self, recorded: &Recorded) -> Result<[Cow<'static, str>; 10], StoreError> {
        let say = words(self.lang);
        let locked = &recorded.locked;
        let room = locked.room.as_ref();
        let held = room.map(|room| self.chosen.held(room.meeting)).transpose()?.flatten();
        let reach = held.as_ref().and_then(|held| held.reach);
        let day = room
            .map(|room| room.meeting)
            .or(locked.meeting)
            .or(Some(crate::domain::Day(recorded.entry.locked_at.date_naive())));
        let code = reach.map_or("", context);
        let label = match code {
            "ORG-198" => say.export.context_local,
            "ORG-199" => say.export.context_wide,
            _ => "",
        };
        let place = held.map(|held| self.mask.words(&held.place, Some(locked.alias.as_str())).into_owned());
        let number = self.named(recorded).and_then(|named| named.number);
        Ok([
            Cow::Owned(number.unwrap_or_else(|| recorded.entry.case_id.to_string())),
            Cow::Owned(day.map(|day| day.to_string()).unwrap_or_default()),
            Cow::Borrowed(code),
            Cow::Borrowed(label),
            Cow::Borrowed(""),
            Cow::Borrowed(""),
            Cow::Owned(place.unwrap_or_default()),
            Cow::Owned(professions(recorded).into_iter().map(|one| say.label(one)).collect::<Vec<_>>().join("; ")),
            Cow::Borrowed(reach.map_or("", Reach::code)),
            Cow::Owned(recorded.entry.id.to_string()),
        ])
    }
}

/// The specialties of those who were there and took part, each once, in the order of the list.
fn professions(recorded: &Recorded) -> Vec<Specialty> {
    let people = recorded.locked.room.iter().flat_map(|room| &room.people);
    let mut found: Vec<Specialty> = people.filter(|one| !one.recused).map(|one| one.person.specialty).collect();
    found.sort_unstable();
    found.dedup();
    found
}
