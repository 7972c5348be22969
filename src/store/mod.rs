//! The queue of case files in, and the ledger of decisions in SQLite. Holds no clinical or meeting rule.
