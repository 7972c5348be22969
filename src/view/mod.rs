//! Drawing the state: one file per panel. Never imports the store, remembers nothing.

pub mod case;
pub mod cells;
pub mod chart;
mod colour;
pub mod depth;
pub mod frame;
pub mod ink;
pub mod look;
pub mod mark;
pub mod panel;
pub mod prose;
pub mod sparkline;
mod standing;
pub mod table;
pub mod theme;
pub mod why;

pub use depth::Depth;
pub use look::Look;
pub use theme::Theme;
