//! New cases: the draft on disk while one is typed, the file at the end.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::new::create;
use crate::app::{Action, IntakeEffect, IntakeNews, NewDraft};
use crate::text::{Lang, visible, words};

/// Drafts that a folder may have: more than one person types there.
const MOST: usize = 99;

/// The draft of this program, once something was typed or found. It is this program's as long as its lock is held; the system
/// lets go of the lock of a program that was killed, and what it typed is found by the next one.
#[derive(Debug, Default)]
pub struct Keeper {
    held: Option<Held>,
}

#[derive(Debug)]
struct Held {
    draft: PathBuf,
    lock: PathBuf,
    _file: File,
}

impl Keeper {
    /// Does what is asked for a new case; what there is to say of it.
    pub fn perform(&mut self, effect: IntakeEffect, read_only: bool, lang: Lang) -> Option<Action> {
        if read_only {
            return None;
        }
        let news = match effect {
            IntakeEffect::FindDraft(folder) => self.find(&folder).map(IntakeNews::DraftFound),
            IntakeEffect::Keep(folder, draft) => {
                self.keep(&folder, &draft).err().map(|error| IntakeNews::NotKept(error.to_string()))
            }
            IntakeEffect::Create(path, text) => Some(self.create(path, &text, lang)),
        };
        news.map(Action::Intake)
    }

    /// The draft that was left by a program that is gone, the newest first.
    fn find(&mut self, folder: &Path) -> Option<NewDraft> {
        let mut left: Vec<(std::time::SystemTime, usize)> = (1..=MOST)
            .filter_map(|number| Some((fs::metadata(draft_of(folder, number)).ok()?.modified().ok()?, number)))
            .collect();
        left.sort_unstable_by(|one, other| other.cmp(one));
        left.into_iter().find_map(|(_, number)| {
            let held = Held::take(folder, number).ok()??;
            let draft = NewDraft::from_text(&fs::read_to_string(&held.draft).ok()?)?;
            self.held = Some(held);
            Some(draft)
        })
    }

    /// Writes the draft whole or not at all.
    fn keep(&mut self, folder: &Path, draft: &NewDraft) -> io::Result<()> {
        if draft.is_empty() {
            if let Some(held) = self.held.take() {
                held.drop_draft();
            }
            return Ok(());
        }
        let held = match self.held.take() {
            Some(held) => held,
            None => Held::first_free(folder)?,
        };
        let held = self.held.insert(held);
        let next = held.draft.with_extension("next");
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true);
        private(&mut options);
        options.open(&next)?.write_all(draft.to_text().as_bytes())?;
        fs::rename(&next, &held.draft)
    }

    fn create(&mut self, path: PathBuf, text: &str, lang: Lang) -> IntakeNews {
        let say = &words(lang).new_case;
        let name = path.to_string_lossy();
        let name = visible(&name);
        // Somebody's case may lie there: only the system can say so without a gap between asking and writing.
        let written = create(&path).and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            file.sync_all()
        });
        match written {
            Ok(()) => {
                if let Some(held) = self.held.take() {
                    held.drop_draft();
                }
                IntakeNews::Created(path)
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => IntakeNews::NotCreated((say.exists)(&name)),
            Err(error) => IntakeNews::NotCreated((say.unwritten)(&name, &error.to_string())),
        }
    }
}

impl Held {
    /// The draft of this number, where no other program holds it.
    fn take(folder: &Path, number: usize) -> io::Result<Option<Self>> {
        let draft = draft_of(folder, number);
        let lock = draft.with_extension("lock");
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false);
        private(&mut options);
        let file = options.open(&lock)?;
        match file.try_lock() {
            Err(fs::TryLockError::WouldBlock) => Ok(None),
            // On a drive without locks nobody else is known to hold it.
            Ok(()) | Err(fs::TryLockError::Error(_)) => Ok(Some(Self { draft, lock, _file: file })),
        }
    }

    /// The first number that has no draft and that nobody holds.
    fn first_free(folder: &Path) -> io::Result<Self> {
        for number in 1..=MOST {
            if draft_of(folder, number).exists() {
                continue;
            }
            if let Some(held) = Self::take(folder, number)? {
                return Ok(held);
            }
        }
        Err(io::Error::from(io::ErrorKind::AlreadyExists))
    }

    fn drop_draft(self) {
        // What is written needs no draft; where it cannot be taken away it is found again, and nothing is lost.
        let _ = fs::remove_file(&self.draft);
        let _ = fs::remove_file(&self.lock);
    }
}

/// A name that no case file has: it begins with a point.
fn draft_of(folder: &Path, number: usize) -> PathBuf {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    folder.join(format!(".regards-new-{number}.draft"))
}

fn private(options: &mut OpenOptions) {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    #[cfg(not(unix))]
    let _ = options;
}

impl Drop for Keeper {
    /// A program that ends in peace leaves no lock behind; its draft stays.
    fn drop(&mut self) {
        if let Some(held) = self.held.take() {
            let _ = fs::remove_file(&held.lock);
        }
    }
}
