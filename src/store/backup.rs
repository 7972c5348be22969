use std::path::Path;

use super::copy::copy_beside;
use super::{Key, Ledger, StoreError};

impl Ledger {
    /// Copies the whole ledger to a new file while it is in use, in one consistent state, written with the same key. The
    /// copy appears under its name only when it is whole, and replaces nothing.
    pub fn backup(&self, to: &Path) -> Result<(), StoreError> {
        copy_beside(&self.connection, to, &self.key)
    }

    /// As [`Ledger::backup`], to a file that is written with another key.
    pub fn backup_with_key(&self, to: &Path, key: &Key) -> Result<(), StoreError> {
        #[cfg(feature = "encryption")]
        if *key != self.key {
            return self.written_anew(to, key);
        }
        debug_assert_eq!(*key, self.key, "without the feature there is one key");
        self.backup(to)
    }
}
