//! Drawing: cells, tables, charts, looks.

mod cells;
mod chart;
mod four;
mod look;
mod panels;
mod scores;
mod screens;
mod table;
