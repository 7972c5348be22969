//! Who the patients of an export are, as far as it may say so: from the file of identities, and nowhere else.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::identities::of_session;
use super::settings::Settings;
use crate::app::IdentityFile;
use crate::domain::{Case, Identities, IdentityStatus, PatientIdentity};
use crate::report::{Named, Traits};
use crate::text::{Words, words};

/// The file of identities, and what was told from it.
pub struct Telling {
    identities: Arc<Identities>,
    told: RefCell<BTreeSet<String>>,
    absent: RefCell<BTreeSet<String>>,
    unqualified: RefCell<BTreeSet<String>>,
    misfits: RefCell<BTreeSet<String>>,
}

impl Telling {
    /// From the file that was named.
    ///
    /// # Errors
    /// A sentence, where none was named or it cannot be used.
    pub fn of(settings: &Settings) -> Result<Self, String> {
        match of_session(settings.identities.as_deref(), settings.lang, settings.today) {
            IdentityFile::NotGiven => Err(words(settings.lang).export.no_identities.to_owned()),
            IdentityFile::Refused(sentence) => Err(sentence),
            IdentityFile::Read(identities) => Ok(Self {
                identities,
                told: RefCell::default(),
                absent: RefCell::default(),
                unqualified: RefCell::default(),
                misfits: RefCell::default(),
            }),
        }
    }

    /// Who the patient of this case is: all of a qualified identity, of any other the establishment's number alone
    /// (rcp.md 1.4); nothing where sex or birth are another's.
    pub fn named(&self, case: &Case) -> Option<Named> {
        let note = |list: &RefCell<BTreeSet<String>>| list.borrow_mut().insert(case.case.to_string());
        let Some(found) = self.identities.of(case) else {
            note(&self.absent);
            return None;
        };
        if !found.fits(case) {
            note(&self.misfits);
            return None;
        }
        note(&self.told);
        let is_qualified = found.identity_status == IdentityStatus::Qualified;
        if !is_qualified {
            note(&self.unqualified);
        }
        Some(Named {
            status: found.identity_status.code(),
            number: found.ipp.as_ref().map(|number| number.as_str().to_owned()),
            traits: is_qualified.then(|| traits(found)),
        })
    }

    /// The cases whose identity was told.
    pub fn told(&self) -> Vec<String> {
        self.told.borrow().iter().cloned().collect()
    }

    /// What was not told, and why, a sentence each.
    pub fn left_out(&self, words: &Words) -> Vec<String> {
        let say = &words.export;
        let lists = [
            (&self.absent, say.none_of_file),
            (&self.unqualified, say.not_qualified),
            (&self.misfits, say.does_not_fit),
        ];
        let count = |list: &RefCell<BTreeSet<String>>| list.borrow().len() as u64;
        lists.into_iter().filter(|(list, _)| count(list) > 0).map(|(list, say)| say(count(list))).collect()
    }
}

fn traits(found: &PatientIdentity) -> Traits {
    Traits {
        birth_name: found.birth_name.as_str().to_owned(),
        used_name: found.used_name.as_ref().map(|name| name.as_str().to_owned()),
        first_names: found.first_names.iter().map(|name| name.as_str().to_owned()).collect(),
        birth_date: found.birth_date,
        sex: found.sex,
        birth_place: found.birth_place.as_ref().map(|place| place.as_str().to_owned()),
        ins: found.ins().map(|ins| ins.as_str().to_owned()),
    }
}
