//! How many colours the terminal shows, told from its environment alone.

/// The colours a terminal can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// None: bold, underline and reverse carry everything.
    None,
    /// The terminal's own 16.
    Sixteen,
    /// The 256 of xterm.
    Indexed,
    /// 16 million.
    True,
}

/// Terminals that show 16 million colours without always saying so.
const KNOWN_TRUE: [&str; 8] = ["kitty", "alacritty", "wezterm", "foot", "ghostty", "contour", "iterm", "-direct"];
/// Terminals without colour.
const KNOWN_NONE: [&str; 6] = ["dumb", "vt100", "vt102", "vt220", "xterm-mono", "linux-m"];

impl Depth {
    /// The depth that these environment variables speak of. `NO_COLOR` (set and not empty) wins over everything.
    pub fn from_env(env: impl Fn(&str) -> Option<String>) -> Self {
        let value = |name| env(name).unwrap_or_default().to_lowercase();
        let term = value("TERM");
        if !value("NO_COLOR").is_empty() || KNOWN_NONE.contains(&term.as_str()) {
            return Self::None;
        }
        // GNU screen hands COLORTERM on but garbles 24-bit colours.
        let inside_screen = !value("STY").is_empty();
        let says_true = matches!(value("COLORTERM").as_str(), "truecolor" | "24bit") || !value("WT_SESSION").is_empty();
        let is_known = KNOWN_TRUE.iter().any(|name| term.contains(name));
        if !inside_screen && (says_true || is_known) {
            return Self::True;
        }
        if inside_screen || says_true || term.contains("256color") { Self::Indexed } else { Self::Sixteen }
    }
}
