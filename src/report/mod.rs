//! A case as text, Markdown and JSON. Computes nothing of its own.

pub mod wording;
