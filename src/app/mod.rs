//! The whole behaviour without a terminal: state, action, effect, update. Never imports the store, the reports or the screen library.
