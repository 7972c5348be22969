use std::fmt;
#[cfg(feature = "encryption")]
use std::sync::Arc;

use rusqlite::Connection;
#[cfg(feature = "encryption")]
use zeroize::Zeroizing;

use super::StoreError;

/// How the pages of a ledger are written: in the clear or, with the feature `encryption`, under a passphrase.
///
/// The passphrase is wiped from memory with the last copy of the key, and is never shown: neither by `Debug` nor in a
/// refusal.
#[derive(Clone, Default)]
pub struct Key {
    #[cfg(feature = "encryption")]
    passphrase: Option<Arc<Zeroizing<String>>>,
}

impl Key {
    /// Pages in the clear.
    pub fn plain() -> Self {
        Self::default()
    }

    /// Whether the pages are in the clear.
    pub fn is_plain(&self) -> bool {
        *self == Self::plain()
    }
}

#[cfg(not(feature = "encryption"))]
impl Key {
    /// Nothing opens what is not in the clear.
    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "the build with encryption does more here")]
    pub(super) fn turn(&self, _: &Connection) -> Result<(), StoreError> {
        Ok(())
    }
}

#[cfg(feature = "encryption")]
impl Key {
    /// Pages under this passphrase; none where it is empty or holds what cannot be typed again.
    pub fn of_passphrase(passphrase: Zeroizing<String>) -> Option<Self> {
        let is_typed = !passphrase.is_empty() && !passphrase.chars().any(char::is_control);
        is_typed.then(|| Self { passphrase: Some(Arc::new(passphrase)) })
    }

    /// Opens the connection's pages, before anything of them is read.
    pub(super) fn turn(&self, connection: &Connection) -> Result<(), StoreError> {
        // SQLCipher would write what it meets to standard error, across the screen.
        connection.execute_batch("PRAGMA cipher_log_level = NONE")?;
        let Some(passphrase) = &self.passphrase else { return Ok(()) };
        // Wiped as soon as it is obeyed; what SQLite copies of it, SQLite wipes.
        let mut order = Zeroizing::new(String::with_capacity(2 * passphrase.len() + 200));
        order.push_str("PRAGMA temp_store = MEMORY; PRAGMA cipher_memory_security = ON; PRAGMA key = '");
        for letter in passphrase.chars() {
            order.push(letter);
            if letter == '\'' {
                order.push(letter);
            }
        }
        order.push_str("'; PRAGMA cipher_memory_security = OFF;");
        // A refusal of SQLite's may repeat the order.
        connection.execute_batch(&order).map_err(|_| StoreError::KeyRefused)
    }

    /// The passphrase for `ATTACH … KEY ?`; empty for pages in the clear.
    pub(super) fn text(&self) -> &str {
        self.passphrase.as_ref().map_or("", |passphrase| passphrase.as_str())
    }
}

impl PartialEq for Key {
    #[cfg(feature = "encryption")]
    fn eq(&self, other: &Self) -> bool {
        self.text() == other.text()
    }

    #[cfg(not(feature = "encryption"))]
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Key {}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_plain() { "Key(plain)" } else { "Key(passphrase)" })
    }
}
