//! One test binary for the whole program.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout)]

mod app;
mod cases;
mod clinic;
mod codes;
mod deliberation;
mod difference;
mod door;
mod due;
mod edit;
mod filter;
mod house;
mod intake;
mod knowledge;
mod luck;
mod meeting;
mod picture;
mod precedents;
mod profile;
mod quantity;
mod read;
mod readme;
mod readme_sql;
mod remark;
mod report;
mod rerun;
mod scene;
mod scores;
mod session;
mod shorthand;
mod stats;
mod store;
mod terminal;
mod text;
mod view;
mod wording;
