//! Drawing: cells, tables, charts, looks.

mod after;
mod cells;
mod chart;
mod four;
mod hostile;
mod legible;
mod look;
mod meeting;
mod origins;
mod panels;
mod papers;
mod past;
mod prevention;
mod projector;
mod renal;
mod resources;
mod scenes;
mod scores;
mod screens;
mod search;
mod stats;
mod table;
mod taper;
mod timeline;
