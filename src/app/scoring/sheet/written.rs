//! What is entered as changes of the file.

use super::{Answers, Sheet};
use crate::app::scoring::ask::{Ask, Said};
use crate::clinic::{Attribution, Tick};
use crate::domain::{Case, Epices, Field, SdiEntry, SdiItem, SledaiItem, YesNo};
use crate::read::{Edit, Setting};

impl Sheet {
    /// What is to be changed in the file.
    pub fn edits(&self) -> Vec<Edit> {
        let truth = settings(&self.truth);
        let settings: Vec<Setting> =
            settings(&self.now).into_iter().zip(truth).filter(|(now, was)| now != was).map(|(now, _)| now).collect();
        let is_entered = !settings.is_empty();
        let visit = is_entered.then_some(Edit::Dated { list: "activity", date: self.date, settings });
        visit.into_iter().chain(self.damage_edits()).chain(self.epices_edit()).collect()
    }

    /// Damage as entered, over what the file says of it.
    pub fn damage(&self, case: &Case) -> Field<Vec<SdiEntry>> {
        let mut entries = case.damage.sdi.known().cloned().unwrap_or_default();
        for item in SdiItem::ALL {
            let present = entries.iter_mut().find(|entry| entry.item == *item);
            match (self.said(Ask::Damage(*item)), present) {
                (Said::Since(since), Some(entry)) => entry.since = since,
                (Said::Since(since), None) => {
                    entries.push(SdiEntry { item: *item, since, again: None, sites: None, until: None });
                }
                (_, Some(_)) => entries.retain(|entry| entry.item != *item),
                (_, None) => {}
            }
        }
        let is_reviewed = self.is_damage_known || self.is_changed(Ask::Reviewed) || !entries.is_empty();
        if is_reviewed { Field::Known(entries) } else { case.damage.sdi.clone() }
    }

    /// The items that change, and the review of today that any of them is.
    fn damage_edits(&self) -> Vec<Edit> {
        let changed = SdiItem::ALL.iter().filter(|item| self.is_changed(Ask::Damage(**item)));
        let edit = |item: &SdiItem| {
            let since = match self.said(Ask::Damage(*item)) {
                Said::Since(month) => Some(vec![Setting { key: "since", value: Some(month.to_string()) }]),
                _ => None,
            };
            Edit::Item { group: "damage", list: "sdi", by: ("item", item.code().to_owned()), settings: since }
        };
        let mut edits: Vec<Edit> = changed.map(edit).collect();
        if edits.is_empty() && !self.is_changed(Ask::Reviewed) {
            return edits;
        }
        let none =
            (edits.is_empty() && !self.is_damage_known).then(|| Setting { key: "sdi", value: Some("[]".to_owned()) });
        let reviewed = Setting { key: "reviewed", value: Some(self.today.to_string()) };
        edits.push(Edit::Group { group: "damage", settings: none.into_iter().chain([reviewed]).collect() });
        edits
    }

    /// The eleven answers of EPICES; none while one is missing, which the file has no place for either.
    pub fn epices(&self) -> Option<Epices> {
        let answers = Ask::EPICES.map(|ask| match self.said(ask) {
            Said::Code(code) => YesNo::from_code(code),
            _ => None,
        });
        let given: Option<Vec<YesNo>> = answers.into_iter().collect();
        given.and_then(|given| given.try_into().ok()).map(Epices)
    }

    /// Whether some answer is entered that the file has no place for as long as another is missing.
    pub fn has_unwritable(&self) -> bool {
        self.epices().is_none() && Ask::EPICES.iter().any(|ask| self.is_changed(*ask))
    }

    fn epices_edit(&self) -> Option<Edit> {
        let epices = self.epices().filter(|_| Ask::EPICES.iter().any(|ask| self.is_changed(*ask)))?;
        let answers = epices.0.map(YesNo::code).join(", ");
        let settings = vec![Setting { key: "epices", value: Some(format!("[{answers}]")) }];
        Some(Edit::Group { group: "person", settings })
    }
}

/// Every setting of a visit that these answers make.
fn settings(answers: &Answers) -> Vec<Setting> {
    let said = |ask: Ask| answers.get(&ask).copied().unwrap_or(Said::NotStated);
    let one = |ask: Ask| Setting { key: ask.key(), value: written(said(ask)) };
    let mut all = vec![one(Ask::Window)];
    all.extend(ticks(&said));
    all.extend([Ask::Pga, Ask::Ptga].into_iter().chain(Ask::VISIT).map(one));
    all.push(group("sle_das", &Ask::SLE_DAS, &said));
    all.push(group("type2", &Ask::TYPE2, &said));
    all
}

/// The four lists of items; none of them where no item was assessed.
fn ticks(said: &impl Fn(Ask) -> Said) -> Vec<Setting> {
    let list = |tick| {
        let is = |item: &&SledaiItem| said(Ask::Item(**item)) == Said::Tick(tick);
        SledaiItem::ALL.iter().filter(is).map(|item| item.code()).collect::<Vec<_>>()
    };
    let is_assessed = list(Tick::NotAssessed).len() < SledaiItem::ALL.len();
    let flow = |codes: &[&str]| format!("[{}]", codes.join(", "));
    let some = |key, tick| {
        let codes = list(tick);
        Setting { key, value: (is_assessed && !codes.is_empty()).then(|| flow(&codes)) }
    };
    vec![
        Setting { key: "sledai", value: is_assessed.then(|| flow(&list(Tick::Present))) },
        some("not_assessed", Tick::NotAssessed),
        some("damage", Tick::Elsewhere(Attribution::Damage)),
        some("other_cause", Tick::Elsewhere(Attribution::OtherCause)),
    ]
}

/// Answers under one key, in one line.
fn group(key: &'static str, asks: &[Ask], said: &impl Fn(Ask) -> Said) -> Setting {
    let parts: Vec<String> =
        asks.iter().filter_map(|ask| Some(format!("{}: {}", ask.key(), written(said(*ask))?))).collect();
    Setting { key, value: (!parts.is_empty()).then(|| format!("{{{}}}", parts.join(", "))) }
}

fn written(said: Said) -> Option<String> {
    match said {
        Said::NotStated | Said::Tick(_) | Said::Since(_) | Said::On(_) => None,
        Said::Unknown => Some("unknown".to_owned()),
        Said::Code(code) => Some(code.to_owned()),
        Said::Number(number) => Some(number.normalize().to_string()),
    }
}
