//! Marks that carry the meaning of a cell, whatever its colour; each is one cell wide unless said.

/// The first choice of a guideline.
pub const PREFERRED: &str = "★";
/// Recommended.
pub const RECOMMENDED: &str = "●";
/// One option among others.
pub const OPTION: &str = "◐";
/// Second to what is recommended.
pub const ALTERNATIVE: &str = "◌";
/// With caution.
pub const CAUTION: &str = "◔";
/// Not advised.
pub const AVOID: &str = "○";
/// Not addressed.
pub const SILENT: &str = "–";
/// Needs data.
pub const NEEDS_DATA: &str = "?";
/// A guideline contradicts itself.
pub const CONFLICT: &str = "‼";
/// The guidelines agree.
pub const AGREE: &str = "=";
/// They are close.
pub const CLOSE: &str = "≈";
/// They differ.
pub const DIFFER: &str = "≠";
/// Outside the drug's label.
pub const OFF_LABEL: &str = "*";
/// A safety rule says not to.
pub const STOP: &str = "⊘";
/// To do, or to know.
pub const INFO: &str = "i";
/// A warning.
pub const WARNING: &str = "⚠";
/// Done, reached.
pub const OK: &str = "✓";
/// Not reached, an error.
pub const FAILED: &str = "✗";
/// Changed by a hypothesis.
pub const CHANGED: &str = "Δ";
/// What the cursor is on, where colour and reverse are both out of reach.
pub const CURSOR: &str = "▸";
/// Left to judgement.
pub const JUDGEMENT: &str = "◇";
/// Kept for later.
pub const RESERVED: &str = "»";
/// Not for a patient like this one.
pub const NOT_APPLICABLE: &str = "·";
/// This part of the guideline was not read.
pub const NOT_READ: &str = "▫";
/// A decision that is to be signed.
pub const TO_SIGN: &str = "□";
/// A decision whose record is closed.
pub const CLOSED: &str = "■";
