use std::path::Path;

use super::copy::copy_beside;
use super::{Key, Ledger, StoreError, Watch};

impl Ledger {
    /// Copies the whole ledger to a new file while it is in use, in one consistent state, written with the same key. The
    /// copy appears under its name only when it is whole, and replaces nothing.
    pub fn backup(&self, to: &Path) -> Result<(), StoreError> {
        self.backup_with_key(to, &self.key, &mut ())
    }

    /// As [`Ledger::backup`], to a file that is written with another key, with somebody who watches and may stop it.
    pub fn backup_with_key(&self, to: &Path, key: &Key, watch: &mut dyn Watch) -> Result<(), StoreError> {
        #[cfg(feature = "encryption")]
        if *key != self.key {
            return self.written_anew(to, key);
        }
        debug_assert_eq!(*key, self.key, "without the feature there is one key");
        copy_beside(&self.connection, to, &self.key, watch)
    }
}
