//! What the arguments and the environment decide together.

use std::path::PathBuf;
use std::time::Duration;

use super::args::{Arguments, Language};
use super::paths;
use crate::app::Link;
use crate::domain::{Charter, Day};
use crate::store::{self, Key, Ledger, StoreError};
use crate::text::{Lang, words};
use crate::view::{Depth, Look, Theme};

/// Everything that is settled before the program runs.
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub struct Settings {
    /// The day everything is computed for.
    pub today: Day,
    /// The language.
    pub lang: Lang,
    /// The database.
    pub ledger: PathBuf,
    /// The key of the database.
    pub key: Key,
    /// The key of a copy of it that is made.
    pub copy_key: Key,
    /// The file that says who the patients are.
    pub identities: Option<PathBuf>,
    /// The folder of the user's own guidelines.
    pub guidelines: Option<PathBuf>,
    /// The charter that was named for the meeting, where one was.
    pub charter: Option<Charter>,
    /// The same as it was written.
    pub charter_text: Option<String>,
    /// Whether nothing may be written.
    pub read_only: bool,
    /// Whether clicks and the wheel are listened to.
    pub mouse: bool,
    /// Whether what could identify somebody is hidden.
    pub masked: bool,
    /// After how long without a key it is hidden.
    pub mask_after: Option<Duration>,
    /// How this terminal stands to the room's screen at first.
    pub link: Link,
    /// Name of the theme.
    pub theme: String,
    /// The theme's look on this terminal.
    pub look: Look,
    depth: Depth,
    /// Whether the database is the default one, whose folder may have to be made.
    is_default_ledger: bool,
}

impl Settings {
    /// The ledger, open for reading only.
    ///
    /// # Errors
    /// What the store says.
    pub fn ledger_to_read(&self) -> Result<Ledger, StoreError> {
        Ledger::open_read_only_with_key(&self.ledger, &self.key)
    }

    /// Settles the options.
    ///
    /// # Errors
    /// A sentence in the user's language.
    pub fn new(arguments: &Arguments) -> Result<Self, String> {
        let shared = &arguments.shared;
        let env = |name: &str| std::env::var(name).ok();
        let asked = shared.lang.map(|language| match language {
            Language::Fr => Lang::Fr,
            Language::En => Lang::En,
        });
        let lang = Lang::choose(asked, env);
        let today = match &shared.date {
            Some(written) => written.parse().map_err(|refusal| (words(lang).refusal)(&refusal))?,
            None => Day(chrono::Local::now().date_naive()),
        };
        let ledger = match &shared.db {
            Some(path) => path.clone(),
            None => paths::ledger().ok_or_else(|| words(lang).error.no_home.to_owned())?,
        };
        let depth = Depth::from_env(env);
        let usual = if arguments.projector { Some(Theme::PROJECTOR) } else { Theme::names().first().copied() };
        let theme = shared.theme.clone().or_else(|| usual.map(str::to_owned)).unwrap_or_default();
        let look = Look::new(&theme_of(&theme, lang)?, depth);
        Ok(Self {
            today,
            lang,
            ledger,
            key: Key::plain(),
            copy_key: Key::plain(),
            identities: shared.identities.clone(),
            guidelines: shared.guidelines.clone(),
            charter: None,
            charter_text: None,
            read_only: shared.read_only || arguments.projector,
            mouse: !shared.no_mouse,
            masked: shared.mask || arguments.projector,
            mask_after: arguments.mask_after.map(|minutes| Duration::from_secs(60 * minutes)),
            link: match (arguments.projector, arguments.lead && !shared.read_only) {
                (true, _) => Link::Following(Box::default()),
                (false, true) => Link::Leading,
                (false, false) => Link::Apart,
            },
            theme,
            look,
            depth,
            is_default_ledger: shared.db.is_none(),
        })
    }

    /// Makes the folder of the default database, for its owner only; a folder that was named must exist.
    ///
    /// # Errors
    /// What the store says.
    pub fn make_ledger_folder(&self) -> Result<(), StoreError> {
        match self.ledger.parent() {
            Some(folder) if self.is_default_ledger && !self.read_only => store::make_private_folder(folder),
            _ => Ok(()),
        }
    }

    /// The shipped theme after this one.
    pub fn next_look(&self, name: &str) -> (String, Look) {
        let names = Theme::names();
        let at = names.iter().position(|known| *known == name).map_or(0, |at| (at + 1) % names.len());
        let next = names.get(at).copied().unwrap_or_default();
        match theme_of(next, self.lang) {
            Ok(theme) => (next.to_owned(), Look::new(&theme, self.depth)),
            Err(_) => (name.to_owned(), self.look),
        }
    }
}

/// A shipped theme, or the scheme file at this path.
fn theme_of(name: &str, lang: Lang) -> Result<Theme, String> {
    let words = words(lang);
    let looks_like_a_file = name.contains(['/', '\\', '.']);
    if !looks_like_a_file {
        return Theme::shipped(name).map_err(|fault| fault.sentence(name, words));
    }
    let text = std::fs::read_to_string(name).map_err(|error| (words.error.cannot_read)(name, &error.to_string()))?;
    Theme::parse(&text).map_err(|fault| fault.sentence(name, words))
}
