//! Themes: colour schemes in the base16 or base24 format, with optional roles of our own.

use std::collections::BTreeMap;
use std::fmt;

use ratatui::style::{Color, Modifier, Style};
use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};

use super::look;
use crate::read;
use crate::text::Words;

/// Least contrast of words (WCAG 2.1 AA), where a theme asks for no more.
const LEAST_CONTRAST: f64 = 4.5;

/// The themes that ship with the program.
const SHIPPED: [(&str, &str); 5] = [
    ("dark", include_str!("../../themes/dark.yaml")),
    ("light", include_str!("../../themes/light.yaml")),
    ("projector", include_str!("../../themes/projector.yaml")),
    ("colour-blind", include_str!("../../themes/colour-blind.yaml")),
    ("terminal", include_str!("../../themes/terminal.yaml")),
];

/// A colour scheme, every colour and role of it checked.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    /// Its name.
    pub name: String,
    /// Who designed it.
    pub author: String,
    /// `base00` to `base0F`, and `base10` to `base17` (from their base16 stand-ins where a scheme has only 16).
    palette: BTreeMap<String, Color>,
    /// Roles that the theme sets itself.
    roles: BTreeMap<String, Style>,
    /// Words are brought to this contrast with what they stand on.
    least_contrast: f64,
}

/// What is wrong with a theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ThemeFault {
    /// Not the notation, in the parser's words.
    Unreadable(String),
    /// Larger than any scheme.
    TooLarge,
    /// A colour of the palette that is not given.
    MissingColour(String),
    /// Not a colour.
    BadColour {
        /// Its key.
        key: String,
        /// What is written.
        written: String,
    },
    /// Not a role.
    UnknownRole(String),
    /// A role whose style does not read.
    BadStyle {
        /// The role.
        role: String,
        /// What is written.
        written: String,
    },
    /// No theme of this name ships with the program.
    UnknownTheme(String),
}

impl ThemeFault {
    /// The fault as a sentence about this file.
    pub fn sentence(&self, file: &str, words: &Words) -> String {
        let theme = &words.theme;
        match self {
            Self::Unreadable(why) => (theme.unreadable)(file, why),
            Self::TooLarge => (theme.unreadable)(file, theme.too_large),
            Self::MissingColour(key) => (theme.unreadable)(file, &(theme.missing_colour)(key)),
            Self::BadColour { key, written } => (theme.unreadable)(file, &(theme.bad_colour)(key, written)),
            Self::UnknownRole(role) => (theme.unreadable)(file, &(theme.unknown_role)(role, &look::ROLES.join(", "))),
            Self::BadStyle { role, written } => (theme.unreadable)(file, &(theme.bad_style)(role, written)),
            Self::UnknownTheme(name) => (theme.unknown_theme)(name, &Theme::names().join(", ")),
        }
    }
}

impl Theme {
    /// Bytes of a scheme file at most; a scheme is about one kilobyte.
    pub const MOST_BYTES: usize = 16 * 1024;

    /// The theme of the room's screen.
    pub const PROJECTOR: &str = "projector";

    /// Whether this names a scheme file and not a shipped theme.
    pub fn is_a_path(name: &str) -> bool {
        name.contains(['/', '\\', '.'])
    }

    /// The names of the themes that ship with the program, the usual one first.
    pub fn names() -> Vec<&'static str> {
        SHIPPED.iter().map(|(name, _)| *name).collect()
    }

    /// A theme that ships with the program.
    ///
    /// # Errors
    /// [`ThemeFault::UnknownTheme`].
    pub fn shipped(name: &str) -> Result<Self, ThemeFault> {
        let (_, source) = SHIPPED
            .iter()
            .find(|(shipped, _)| *shipped == name)
            .ok_or_else(|| ThemeFault::UnknownTheme(name.to_owned()))?;
        Self::parse(source)
    }

    /// A theme from the text of a scheme file.
    ///
    /// # Errors
    /// What is wrong with it, and where.
    pub fn parse(text: &str) -> Result<Self, ThemeFault> {
        if text.len() > Self::MOST_BYTES {
            return Err(ThemeFault::TooLarge);
        }
        let scheme: Scheme = read::trusted(text).map_err(ThemeFault::Unreadable)?;
        let palette = palette(&scheme.colours)?;
        let mut roles = BTreeMap::new();
        let mut least_contrast = LEAST_CONTRAST;
        for (role, written) in &scheme.roles {
            let bad = || ThemeFault::BadStyle { role: role.clone(), written: written.clone() };
            if role == "contrast" {
                let asked = written.parse::<f64>().ok().filter(|asked| (LEAST_CONTRAST..=21.0).contains(asked));
                least_contrast = asked.ok_or_else(bad)?;
                continue;
            }
            if !look::ROLES.contains(&role.as_str()) {
                return Err(ThemeFault::UnknownRole(role.clone()));
            }
            roles.insert(role.clone(), style(written, &palette).ok_or_else(bad)?);
        }
        Ok(Self { name: scheme.name, author: scheme.author, palette, roles, least_contrast })
    }

    /// The style of a role: the theme's own, or the usual one in its colours.
    pub(super) fn role(&self, role: &str, usual: &str) -> Style {
        self.roles.get(role).copied().or_else(|| style(usual, &self.palette)).unwrap_or_default()
    }

    /// The contrast that its words have at least.
    pub(super) fn least_contrast(&self) -> f64 {
        self.least_contrast
    }

    /// Whether its colours are the terminal's own 16 and no others.
    pub(super) fn is_the_terminals(&self) -> bool {
        !self.palette.values().any(|colour| matches!(colour, Color::Rgb(..)))
    }
}

/// Where a base16 scheme lacks a colour of base24 (the format's own table).
const STAND_INS: [(&str, &str); 8] = [
    ("base10", "base00"),
    ("base11", "base00"),
    ("base12", "base08"),
    ("base13", "base0A"),
    ("base14", "base0B"),
    ("base15", "base0C"),
    ("base16", "base0D"),
    ("base17", "base0E"),
];

fn palette(written: &BTreeMap<String, String>) -> Result<BTreeMap<String, Color>, ThemeFault> {
    let mut palette = BTreeMap::new();
    for (key, written) in written {
        let bad = || ThemeFault::BadColour { key: key.clone(), written: written.clone() };
        palette.insert(key.clone(), colour(written).ok_or_else(bad)?);
    }
    if let Some(key) = (0..16).map(|index| format!("base{index:02X}")).find(|key| !palette.contains_key(key)) {
        return Err(ThemeFault::MissingColour(key));
    }
    for (key, stand_in) in STAND_INS {
        if let Some(colour) = palette.get(stand_in).copied() {
            palette.entry(key.to_owned()).or_insert(colour);
        }
    }
    Ok(palette)
}

/// `#1d2021`, `1d2021`, or one of the terminal's own: `default`, `red`, `bright-red`.
fn colour(written: &str) -> Option<Color> {
    let digits = written.strip_prefix('#').unwrap_or(written);
    if digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return u32::from_str_radix(digits, 16).ok().map(Color::from_u32);
    }
    Some(match written {
        "default" => Color::Reset,
        "black" => Color::Black,
        "red" => Color::Red,
        "green" => Color::Green,
        "yellow" => Color::Yellow,
        "blue" => Color::Blue,
        "magenta" => Color::Magenta,
        "cyan" => Color::Cyan,
        "white" => Color::Gray,
        "bright-black" => Color::DarkGray,
        "bright-red" => Color::LightRed,
        "bright-green" => Color::LightGreen,
        "bright-yellow" => Color::LightYellow,
        "bright-blue" => Color::LightBlue,
        "bright-magenta" => Color::LightMagenta,
        "bright-cyan" => Color::LightCyan,
        "bright-white" => Color::White,
        _ => return None,
    })
}

/// `base0B bold`, `base00 on base08`, `on base02 bold`: colours by their key or as [`colour`] reads them.
pub(super) fn style(written: &str, palette: &BTreeMap<String, Color>) -> Option<Style> {
    let mut style = Style::new();
    let mut is_background = false;
    for word in written.split_whitespace() {
        if word == "on" {
            is_background = true;
        } else if let Some(modifier) = modifier(word) {
            style = style.add_modifier(modifier);
        } else {
            let colour = palette.get(word).copied().or_else(|| colour(word))?;
            style = if is_background { style.bg(colour) } else { style.fg(colour) };
            is_background = false;
        }
    }
    (!is_background).then_some(style)
}

fn modifier(word: &str) -> Option<Modifier> {
    Some(match word {
        "bold" => Modifier::BOLD,
        "dim" => Modifier::DIM,
        "italic" => Modifier::ITALIC,
        "underline" => Modifier::UNDERLINED,
        "reverse" => Modifier::REVERSED,
        _ => return None,
    })
}

/// A scheme file: the present form (`palette:`) or the old flat one (`scheme:`, `base00:` at the top).
#[derive(Default)]
struct Scheme {
    name: String,
    author: String,
    colours: BTreeMap<String, String>,
    roles: BTreeMap<String, String>,
}

impl<'de> Deserialize<'de> for Scheme {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries;
        impl<'de> Visitor<'de> for Entries {
            type Value = Scheme;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a base16 or base24 scheme")
            }
            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Scheme, M::Error> {
                let mut scheme = Scheme::default();
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        "name" | "scheme" => scheme.name = map.next_value()?,
                        "author" => scheme.author = map.next_value()?,
                        "palette" => scheme.colours.extend(plain(map.next_value()?)),
                        "regards" => scheme.roles = plain(map.next_value()?),
                        key if key.starts_with("base") => {
                            let Scalar(colour) = map.next_value()?;
                            scheme.colours.insert(key.to_owned(), colour);
                        }
                        _ => {
                            map.next_value::<de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(scheme)
            }
        }
        deserializer.deserialize_map(Entries)
    }
}

fn plain(colours: BTreeMap<String, Scalar>) -> BTreeMap<String, String> {
    colours.into_iter().map(|(key, Scalar(colour))| (key, colour)).collect()
}

/// A colour or a style as written: six digits without quotes stay what they are, not the number that YAML sees in them.
struct Scalar(String);

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl Visitor<'_> for Text {
            type Value = Scalar;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a colour in quotes, such as \"#1d2021\"")
            }
            fn visit_str<E: de::Error>(self, v: &str) -> Result<Scalar, E> {
                Ok(Scalar(v.to_owned()))
            }
        }
        deserializer.deserialize_str(Text)
    }
}
