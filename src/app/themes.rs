//! The list of themes over a screen: names only; what they look like is made where the terminal is known.

/// The list, while it is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Themes {
    /// Every theme that can be found.
    pub rows: Vec<ThemeRow>,
    /// The row under the cursor.
    pub selected: usize,
    /// The theme in force when it was opened.
    pub before: String,
    /// The configuration file, as it is shown; none where there is none.
    pub config: Option<String>,
    /// Whether this terminal shows its own colours, or none, whatever the theme.
    pub alike: bool,
}

/// A theme of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeRow {
    /// Its name, or the path of its file: what `theme:` takes.
    pub name: String,
    /// Whether it is a file of the user's.
    pub own: bool,
    /// Why it cannot be taken; none where it can.
    pub fault: Option<String>,
}

impl Themes {
    /// The row under the cursor.
    pub fn at_hand(&self) -> Option<&ThemeRow> {
        self.rows.get(self.selected)
    }
}
