//! Drawing the state: one file per panel. Never imports the store, remembers nothing.
