//! What the terminal's own background is, as far as the terminal or its environment tells.

use super::colour::{Rgb, contrast};

/// Dark or light.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// Light letters are read on it.
    Dark,
    /// Dark letters are.
    Light,
}

impl Ground {
    /// The background that `COLORFGBG` speaks of (`foreground;background`, by the numbers of the 16 colours); most terminals
    /// set none.
    pub fn from_env(env: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let written = env("COLORFGBG")?;
        let (_, background) = written.rsplit_once(';')?;
        Some(match background.parse::<u8>().ok()? {
            7 | 9..=15 => Self::Light,
            0..=6 | 8 => Self::Dark,
            _ => return None,
        })
    }

    /// The background that a terminal answers with: `rgb:ffff/ffff/ffff`.
    pub fn from_answer(colour: &str) -> Option<Self> {
        let colour = xterm_color::Color::parse(colour.as_bytes()).ok()?;
        let part = |wide: u16| u8::try_from(wide >> 8).unwrap_or(u8::MAX);
        Some(Self::of((part(colour.red), part(colour.green), part(colour.blue))))
    }

    fn of(colour: Rgb) -> Self {
        if contrast((0, 0, 0), colour) > contrast((255, 255, 255), colour) { Self::Light } else { Self::Dark }
    }

    /// The shipped theme for it.
    pub fn theme(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
        }
    }

    /// Whether a terminal of this environment is asked. GNU screen hands the question on to nobody; Linux's console has one
    /// background, and answers nothing.
    pub fn can_be_asked(env: impl Fn(&str) -> Option<String>) -> bool {
        let value = |name| env(name).unwrap_or_default();
        let term = value("TERM");
        let is_screen = !value("STY").is_empty() || (term.starts_with("screen") && value("TMUX").is_empty());
        cfg!(unix) && !is_screen && !matches!(term.as_str(), "" | "dumb" | "linux")
    }
}
