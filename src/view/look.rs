//! The look: what every meaning looks like, in the theme and on the terminal at hand.

use std::collections::BTreeMap;

use ratatui::style::{Color, Modifier, Style};

use super::colour::{Rgb, indexed, legible, nearest_index, rgb};
use super::depth::Depth;
use super::theme::{Theme, style};

/// The roles that others stand on, with their usual styles.
const USUAL_GROUNDS: [(&str, &str); 3] =
    [("text", "base05 on base00"), ("bar", "base05 on base01"), ("selected", "on base02 bold")];

/// Declares the roles: `name = usual style in a base16 scheme, what is left of it without colours`.
macro_rules! roles {
    ($($(#[$doc:meta])* $role:ident = $usual:literal, $plain:literal;)+) => {
        /// A style for every meaning. Styles without a background are for any of `text`, `bar` and `selected`:
        /// `look.agree.patch(look.selected)` is a cell under the cursor.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct Look { $($(#[$doc])* pub $role: Style),+ }

        /// The names of the roles, as a theme's `regards:` map uses them.
        pub const ROLES: &[&str] = &[$(stringify!($role)),+];

        impl Look {
            /// The look of a theme on a terminal of this depth.
            pub fn new(theme: &Theme, depth: Depth) -> Self {
                let dress = Dress::new(theme, depth);
                let look = Self { $($role: dress.style(stringify!($role), $usual, $plain)),+ };
                // Faint words under a reversed cursor would not be read.
                Self { selected: look.selected.remove_modifier(Modifier::DIM), ..look }
            }

            /// Every role's name with its style.
            pub fn roles(&self) -> Vec<(&'static str, Style)> {
                vec![$((stringify!($role), self.$role)),+]
            }
        }
    };
}

roles! {
    /// Plain words; the background of the whole screen.
    text = "base05 on base00", "";
    /// Words that matter less.
    dim = "base04", "dim";
    /// Titles of panels.
    title = "base0D bold", "bold";
    /// Lines around panels.
    border = "base03", "dim";
    /// The head and foot of the screen.
    bar = "base05 on base01", "reverse";
    /// What the cursor is on: laid over the cell's own style.
    selected = "on base02 bold", "reverse";
    /// A key in the footer and the help.
    key = "base0C bold", "bold";
    /// A field that takes text.
    input = "base06 on base01", "underline";
    /// What a search found.
    found = "base0A bold underline", "bold underline";
    /// The guidelines agree.
    agree = "base0B", "";
    /// They are close.
    close = "base0C", "";
    /// They differ.
    differ = "base0E bold", "bold";
    /// A guideline contradicts itself.
    conflict = "base00 on base08 bold", "bold reverse";
    /// The first choice.
    preferred = "base0B bold", "bold";
    /// Recommended.
    recommended = "base0B", "";
    /// An option.
    option = "base0C", "";
    /// Second to what is recommended.
    alternative = "base0D", "";
    /// With caution.
    caution = "base0A", "underline";
    /// Not advised.
    avoid = "base08", "dim";
    /// Not addressed.
    silent = "base04 italic", "dim";
    /// Cannot be said without data.
    needs_data = "base09 underline", "underline";
    /// Changed by a hypothesis.
    changed = "base0E bold underline", "bold underline";
    /// The banner of a hypothesis.
    hypothesis = "base00 on base0E bold", "bold reverse";
    /// Somebody should look.
    warning = "base0A bold", "bold";
    /// Wrong.
    error = "base08 bold", "bold underline";
    /// Right, reached.
    ok = "base0B", "";
    /// Outside the drug's label.
    off_label = "base09", "underline";
    /// The first series of a chart.
    series_1 = "base0D", "bold";
    /// The second.
    series_2 = "base0B", "";
    /// The third.
    series_3 = "base0E", "dim";
    /// The fourth.
    series_4 = "base0A", "";
    /// The fifth.
    series_5 = "base0C", "";
    /// A target's line.
    target = "base09", "dim";
    /// KDIGO: low risk.
    kdigo_green = "#000000 on #5fd787", "";
    /// KDIGO: moderately increased.
    kdigo_yellow = "#000000 on #ffff5f", "underline";
    /// KDIGO: high.
    kdigo_orange = "#000000 on #ff8700", "bold";
    /// KDIGO: very high; dark, or it would be the green of who has no green cones.
    kdigo_red = "#ffffff on #870000", "bold reverse";
}

impl Look {
    /// The style of a chart's series, from 0; they come round again after the fifth.
    pub fn series(&self, index: usize) -> Style {
        match index % 5 {
            0 => self.series_1,
            1 => self.series_2,
            2 => self.series_3,
            3 => self.series_4,
            _ => self.series_5,
        }
    }
}

/// A theme about to be worn by a terminal.
struct Dress {
    theme: Theme,
    depth: Depth,
    /// What words without a ground of their own stand on: the screen, the bar, the cursor.
    grounds: Vec<Rgb>,
}

impl Dress {
    /// On 16 colours every theme gives way to the terminal's own: the nearest of 16 unknown colours is no better than chance.
    fn new(theme: &Theme, depth: Depth) -> Self {
        let own = (depth == Depth::Sixteen && !theme.is_the_terminals()).then(|| Theme::shipped("terminal").ok());
        let theme = own.flatten().unwrap_or_else(|| theme.clone());
        let ground = |(role, usual)| theme.role(role, usual).bg.and_then(rgb);
        let grounds = USUAL_GROUNDS.into_iter().filter_map(ground).collect();
        Self { theme, depth, grounds }
    }

    fn style(&self, role: &str, usual: &str, plain: &str) -> Style {
        if self.depth == Depth::None {
            return style(plain, &BTreeMap::new()).unwrap_or_default();
        }
        let mut style = self.theme.role(role, usual);
        // Lines are not words: they may stay quieter.
        if let Some(colour) = style.fg.and_then(rgb).filter(|_| role != "border") {
            let grounds = style.bg.and_then(rgb).map_or_else(|| self.grounds.clone(), |own| vec![own]);
            let (red, green, blue) =
                legible(colour, &grounds, self.theme.least_contrast(), |colour| self.shown(colour));
            style = style.fg(Color::Rgb(red, green, blue));
        }
        style.fg = style.fg.map(|colour| self.paint(colour));
        style.bg = style.bg.map(|colour| self.paint(colour));
        style
    }

    /// What the terminal shows for a colour.
    fn shown(&self, colour: Rgb) -> Rgb {
        if self.depth == Depth::Indexed { indexed(nearest_index(colour)) } else { colour }
    }

    fn paint(&self, colour: Color) -> Color {
        match (self.depth, rgb(colour)) {
            (Depth::Indexed, Some(parts)) => Color::Indexed(nearest_index(parts)),
            _ => colour,
        }
    }
}
