//! Where things lie by default.

use std::path::PathBuf;

use etcetera::BaseStrategy;

/// The folder of case files when none is named.
pub const CASES: &str = "cases";

/// The default database, in the user's data folder; `None` when the system names no home.
pub fn ledger() -> Option<PathBuf> {
    let base = etcetera::choose_base_strategy().ok()?;
    Some(base.data_dir().join("regards").join("regards.sqlite"))
}
