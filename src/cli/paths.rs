//! Where things lie by default.

use std::path::PathBuf;

use etcetera::BaseStrategy;

/// The folder of case files when none is named.
pub const CASES: &str = "cases";

/// The user's home folder; `None` when the system names none.
pub fn home() -> Option<PathBuf> {
    etcetera::home_dir().ok()
}

/// The default configuration file, in the user's configuration folder; `None` when the system names no home.
pub fn config() -> Option<PathBuf> {
    let base = etcetera::choose_base_strategy().ok()?;
    Some(base.config_dir().join("regards").join("config.yaml"))
}

/// The user's own themes, beside the default configuration; `None` when the system names no home.
pub fn themes() -> Option<PathBuf> {
    let base = etcetera::choose_base_strategy().ok()?;
    Some(base.config_dir().join("regards").join("themes"))
}

/// The default database, in the user's data folder; `None` when the system names no home.
pub fn ledger() -> Option<PathBuf> {
    let base = etcetera::choose_base_strategy().ok()?;
    Some(base.data_dir().join("regards").join("regards.sqlite"))
}
