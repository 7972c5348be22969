/// A language of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lang {
    /// French.
    Fr,
    /// English.
    En,
}

impl Lang {
    /// Every language.
    pub const ALL: &'static [Self] = &[Self::Fr, Self::En];

    /// The code that `--lang` takes.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// The next language of the screen.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Fr => Self::En,
            Self::En => Self::Fr,
        }
    }

    /// Of the same words in both languages, those of this one.
    pub const fn of<'a>(self, fr: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Fr => fr,
            Self::En => en,
        }
    }

    /// The language of a code or locale name: `fr`, `fr_FR.UTF-8`, `fr-CA`, `en_GB`.
    pub fn from_code(code: &str) -> Option<Self> {
        let language = code.split(['_', '-', '.', '@']).next().unwrap_or_default().to_ascii_lowercase();
        Self::ALL.iter().copied().find(|lang| lang.code() == language)
    }

    /// The language that the locale names, where it is one of these.
    pub fn of_locale(env: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let named = |name| env(name).filter(|value| !value.is_empty());
        Self::from_code(&["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(named)?)
    }

    /// What was asked for; else what the locale names (`LC_ALL`, then `LC_MESSAGES`, then `LANG`: the first
    /// that is set decides, as POSIX has it); else English.
    pub fn choose(asked: Option<Self>, env: impl Fn(&str) -> Option<String>) -> Self {
        asked.or_else(|| Self::of_locale(env)).unwrap_or(Self::En)
    }
}
