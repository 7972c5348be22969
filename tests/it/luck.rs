//! How often a law is tried on what is drawn at random.

/// So many cases where `REGARDS_THOROUGH` is set, as `.ci/run` sets it, and a third of them otherwise: each run draws others.
pub fn draws(cases: u32) -> u32 {
    if std::env::var_os("REGARDS_THOROUGH").is_some() { cases } else { cases.div_ceil(3) }
}
