//! Drawing the state: one file per panel. Never imports the store, remembers nothing.

pub mod cells;
pub mod chart;
mod colour;
pub mod depth;
pub mod look;
pub mod mark;
pub mod sparkline;
pub mod table;
pub mod theme;

pub use depth::Depth;
pub use look::Look;
pub use theme::Theme;
