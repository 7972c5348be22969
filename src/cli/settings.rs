//! What the arguments and the environment decide together.

use std::path::PathBuf;
use std::time::Duration;

use chrono::{DateTime, Utc};

use super::args::{Arguments, Language};
use super::config::Standing;
use super::pen::actor;
use super::{documents, paths, themes};
use crate::app::{Link, Themes};
use crate::domain::{Charter, Day, YesNo};
use crate::store::{self, Act, Key, Ledger, StoreError};
use crate::text::{Lang, words};
use crate::view::{Depth, Ground, Look, Theme};

/// Everything that is settled before the program runs.
#[derive(Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is settled by itself")]
pub struct Settings {
    /// The day everything is computed for.
    pub today: Day,
    /// The language.
    pub lang: Lang,
    /// The case files and folders, where an order names none.
    pub cases: Vec<PathBuf>,
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
    /// Where it lies.
    pub charter_path: Option<PathBuf>,
    /// The folder that documents of the screen are written to.
    pub documents: PathBuf,
    /// The editor of the configuration.
    pub editor: Option<String>,
    /// Whether the mouse works.
    pub mouse: bool,
    /// Whether this is the demonstration.
    pub is_demo: bool,
    /// The moment of what is recorded, where it is not now: past meetings of the demonstration.
    pub moment: Option<DateTime<Utc>>,
    /// The configuration file, and the keys in force.
    pub config: Standing,
    /// Whether nothing may be written.
    pub read_only: bool,
    /// Whether the figures that count are in large type.
    pub large: bool,
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
    /// Whether the terminal is asked what its background is: nobody named a theme, and it shows one.
    pub asks_ground: bool,
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

    /// The same; an empty one where this machine has recorded nothing yet. A database that was named must be there.
    ///
    /// # Errors
    /// What the store says.
    pub fn ledger_or_empty(&self) -> Result<Ledger, StoreError> {
        match self.ledger_to_read() {
            Err(StoreError::Missing(_) | StoreError::FolderMissing(_)) if self.is_default_ledger => {
                Ledger::open_in_memory()
            }
            opened => opened,
        }
    }

    /// Settles the options.
    ///
    /// # Errors
    /// A sentence in the user's language.
    pub fn new(arguments: &Arguments, config: Standing) -> Result<Self, String> {
        let shared = &arguments.shared;
        let env = |name: &str| std::env::var(name).ok();
        let lang = language(arguments);
        let today = match &shared.date {
            Some(written) => written.parse().map_err(|refusal| (words(lang).refusal)(&refusal))?,
            None => Day(chrono::Local::now().date_naive()),
        };
        let ledger = match &shared.db {
            Some(path) => path.clone(),
            None => paths::ledger().ok_or_else(|| words(lang).error.no_home.to_owned())?,
        };
        let depth = Depth::from_env(env);
        let is_open = shared.theme.is_none() && !arguments.projector;
        let ground = Ground::from_env(env).unwrap_or(Ground::Dark);
        let usual = if arguments.projector { Theme::PROJECTOR } else { ground.theme() };
        let theme = shared.theme.clone().unwrap_or_else(|| usual.to_owned());
        let look = Look::new(&themes::named(&theme, lang)?, depth);
        let file = &config.file;
        Ok(Self {
            today,
            lang,
            cases: file.cases.clone().unwrap_or_else(|| vec![PathBuf::from(paths::CASES)]),
            key: Key::plain(),
            copy_key: Key::plain(),
            identities: shared.identities.clone(),
            guidelines: shared.guidelines.clone(),
            charter: None,
            charter_text: None,
            charter_path: shared.charter.clone(),
            documents: file.documents.clone().unwrap_or_else(|| documents::folder(&ledger)),
            editor: file.editor.clone(),
            mouse: file.mouse != Some(YesNo::No) && !shared.no_mouse,
            is_demo: false,
            moment: None,
            read_only: shared.read_only || arguments.projector,
            large: arguments.large,
            masked: shared.mask == Some(true) || arguments.projector,
            mask_after: arguments.mask_after.map(|minutes| Duration::from_secs(60 * minutes)),
            link: match (arguments.projector, arguments.lead && !shared.read_only) {
                (true, _) => Link::Following(Box::default()),
                (false, true) => Link::Leading,
                (false, false) => Link::Apart,
            },
            theme,
            look,
            depth,
            asks_ground: is_open && depth > Depth::Sixteen && Ground::can_be_asked(env),
            ledger,
            config,
            is_default_ledger: shared.db.is_none(),
        })
    }

    /// The moment of what happens.
    pub fn now(&self) -> DateTime<Utc> {
        self.moment.unwrap_or_else(Utc::now)
    }

    /// Who acts, and when.
    pub fn act(&self) -> Act {
        Act { at: self.now(), actor: actor() }
    }

    /// The paths that were named, else those of the settings.
    pub fn cases_or<'a>(&'a self, named: &'a [PathBuf]) -> &'a [PathBuf] {
        if named.is_empty() { &self.cases } else { named }
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
    pub fn next_theme(name: &str) -> String {
        let names = Theme::names();
        let at = names.iter().position(|known| *known == name).map_or(0, |at| (at + 1) % names.len());
        names.get(at).copied().unwrap_or(name).to_owned()
    }

    /// The look of a theme on this terminal.
    ///
    /// # Errors
    /// A sentence in the user's language.
    pub fn look_of(&self, name: &str) -> Result<Look, String> {
        Ok(Look::new(&themes::named(name, self.lang)?, self.depth))
    }

    /// Every theme that can be found, the cursor on this one.
    pub fn themes(&self, name: &str) -> Themes {
        let rows = themes::rows(name, self.lang);
        let selected = rows.iter().position(|row| row.name == name).unwrap_or(0);
        let config = self.config.path.as_ref().map(|path| themes::short(path));
        Themes { rows, selected, before: name.to_owned(), config, alike: self.depth <= Depth::Sixteen }
    }
}

/// The language that was asked for, else the locale's.
pub fn language(arguments: &Arguments) -> Lang {
    let asked = arguments.shared.lang.map(|language| match language {
        Language::Fr => Lang::Fr,
        Language::En => Lang::En,
    });
    Lang::choose(asked, |name| std::env::var(name).ok())
}
