//! What the ledger refused, as a sentence in the user's language.

use crate::store::StoreError;
use crate::text::{Lang, shown_path, words};

/// The sentence: what happened, and what to do next.
pub fn sentence(error: &StoreError, lang: Lang) -> String {
    use StoreError as E;
    let say = &words(lang).ledger;
    let sealed = &words(lang).encryption;
    match error {
        E::FolderMissing(at) => (say.folder_missing)(&shown_path(at)),
        E::Missing(at) => (say.missing)(&shown_path(at)),
        E::CopyMissing(at) => (say.copy_missing)(&shown_path(at)),
        E::IsAFolder(at) => (say.is_a_folder)(&shown_path(at)),
        E::Permission(at) => (say.permission)(&shown_path(at)),
        E::ReadOnly => say.read_only.to_owned(),
        E::DiskFull => say.disk_full.to_owned(),
        E::Busy => say.busy.to_owned(),
        E::Moved => say.moved.to_owned(),
        E::CannotOpen(why) => (say.cannot_open)(why),
        E::Disk(why) => (say.disk)(why),
        E::Corrupt(why) => (say.corrupt)(why),
        E::NotADatabase(at) if cfg!(feature = "encryption") => (sealed.not_opened)(&shown_path(at)),
        E::NotADatabase(at) => (say.not_a_database)(&shown_path(at)),
        E::WrongPassphrase(at) => (sealed.wrong)(&shown_path(at)),
        E::KeyRefused => sealed.key_refused.to_owned(),
        E::NotALedger(at) => (say.not_a_ledger)(&shown_path(at)),
        E::NewerSchema { found, known } => (say.newer)(*found, *known),
        E::OlderSchema { found, known } => (say.older)(*found, *known),
        E::Event { seq, why } => (say.event)(*seq, why),
        E::Blank(_) => say.blank.to_owned(),
        E::CaseFileChanged => say.case_file_changed.to_owned(),
        E::AlreadyDecided(past) => (say.already_decided)(past.case_id.as_str(), &past.actor),
        E::Superseded(past) => (say.superseded)(&past.actor, past.version),
        E::AnotherCase { case, amended } => (say.another_case)(case.as_str(), amended.as_str()),
        E::UnknownDecision(id) => (say.unknown_decision)(&id.to_string()),
        E::DraftConflict { theirs: Some(theirs) } => (say.draft_changed)(&theirs.author),
        E::DraftConflict { theirs: None } => say.draft_gone.to_owned(),
        E::AlreadyThere(at) => (say.already_there)(&shown_path(at)),
        E::InUse => words(lang).keeping.in_use.to_owned(),
        E::CopyDamaged(_) => words(lang).keeping.copy_not_sound.to_owned(),
        E::SameFile(at) => (words(lang).keeping.same_file)(&shown_path(at)),
        E::ArchiveMissing(at) => (words(lang).sync.archive_missing)(&shown_path(at)),
        E::NotAnArchive(at) => (words(lang).sync.not_an_archive)(&shown_path(at)),
        E::NewerArchive { found, known } => (words(lang).sync.newer_archive)(*found, *known),
        E::CentreNamed(known) => (words(lang).sync.named_otherwise)(known.as_str()),
        E::CentreUnnamed => words(lang).sync.unnamed.to_owned(),
        E::PastTheEnd(last) => (words(lang).sync.past_the_end)(*last),
        E::Unwritable(why) => (say.refused)(&why.to_string()),
        E::Stopped => words(lang).export.stopped.to_owned(),
        E::Unwritten(why) => (words(lang).export.unwritten)(&why.to_string()),
        E::Refused(why) => (say.refused)(&why.to_string()),
    }
}
