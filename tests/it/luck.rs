//! How often a law is tried on what is drawn at random, and dice that fall alike at every run.

/// So many cases where `REGARDS_THOROUGH` is set, as `.ci/run` sets it, and a third of them otherwise: each run draws others.
pub fn draws(cases: u32) -> u32 {
    if std::env::var_os("REGARDS_THOROUGH").is_some() { cases } else { cases.div_ceil(3) }
}

/// Every third of these, or all of them where `REGARDS_THOROUGH` is set.
pub fn share<T>(all: Vec<T>) -> Vec<T> {
    let step = if std::env::var_os("REGARDS_THOROUGH").is_some() { 1 } else { 3 };
    all.into_iter().step_by(step).collect()
}

/// xorshift64*: the same throws at every run.
pub struct Dice(pub u64);

impl Dice {
    /// One of so many sides.
    pub fn throw(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        usize::try_from(self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33).unwrap() % sides
    }

    /// One of these.
    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.throw(of.len())]
    }
}
