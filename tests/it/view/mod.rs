//! Drawing: cells, tables, charts, looks.

mod cells;
mod chart;
mod four;
mod look;
mod origins;
mod panels;
mod screens;
mod table;
