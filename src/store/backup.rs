use std::path::Path;

use super::copy::copy_beside;
use super::{Ledger, StoreError};

impl Ledger {
    /// Copies the whole ledger to a new file while it is in use, in one consistent state. The copy appears under its
    /// name only when it is whole, and replaces nothing.
    pub fn backup(&self, to: &Path) -> Result<(), StoreError> {
        copy_beside(&self.connection, to)
    }
}
