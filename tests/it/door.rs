//! The door as people meet it: what is said of each mistake, and the commands that say it.

mod bad;
mod check;
mod config;
mod decide;
mod documents;
#[cfg(unix)]
mod files;
mod guidelines;
#[cfg(unix)]
mod hostile;
mod identities;
mod meeting;
#[cfg(not(feature = "encryption"))]
mod network;
mod new;
mod rewrite;
mod schema;
mod schemas;
mod score;
mod shell;
mod show;

use regards::domain::Day;

/// The day on which the mistakes of `tests/bad` are made.
fn today() -> Day {
    "2026-11-23".parse().unwrap()
}
