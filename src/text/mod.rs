//! Every word people see, one file per language. Never prints a key for a missing word.
