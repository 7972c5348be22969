//! One file a panel of the case.

pub mod figures;
pub mod guidelines;
pub mod safety;
pub mod series;

use crate::app::Panel;
use crate::text::Words;

/// The title of a panel.
pub fn title(words: &Words, panel: Panel) -> &'static str {
    match panel {
        Panel::Guidelines => words.table.title,
        Panel::Activity => words.activity.title,
        Panel::Damage => words.damage.title,
        Panel::Series => words.panel.series,
        Panel::Person => words.person.title,
        Panel::Safety => words.safety.title,
    }
}
