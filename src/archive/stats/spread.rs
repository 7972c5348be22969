/// How much decisions differ among cases that are alike.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// How many decisions.
    pub n: u32,
    /// How many different ones among them.
    pub kinds: u32,
    /// Shannon's entropy in bits (Bell Syst Tech J 1948;27:379): 0 where all are the same, log2 of the number of kinds where
    /// they are equally frequent.
    pub entropy: f64,
    /// How many are of the commonest kind.
    pub commonest: u32,
}

impl Spread {
    /// Of how often each kind was decided; none where nothing was.
    pub fn of(counts: &[u32]) -> Option<Self> {
        let n: u32 = counts.iter().sum();
        let commonest = counts.iter().copied().max().filter(|_| n > 0)?;
        let kinds = u32::try_from(counts.iter().filter(|count| **count > 0).count()).unwrap_or(u32::MAX);
        let bits = |count: &u32| {
            let share = f64::from(*count) / f64::from(n);
            if share > 0.0 { -share * share.log2() } else { 0.0 }
        };
        // A sum of nothing is minus zero.
        let entropy: f64 = counts.iter().map(bits).sum();
        Some(Self { n, kinds, entropy: entropy.max(0.0) + 0.0, commonest })
    }
}
