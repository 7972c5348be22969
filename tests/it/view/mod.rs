//! Drawing: cells, tables, charts, looks.

mod cells;
mod chart;
mod four;
mod look;
mod panels;
mod renal;
mod screens;
mod table;
