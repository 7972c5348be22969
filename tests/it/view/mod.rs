//! Drawing: cells, tables, charts, looks.

mod cells;
mod chart;
mod look;
mod screens;
mod table;
