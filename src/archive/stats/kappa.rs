use super::Interval;
use super::proportion::Z;

/// How far several voices agree on several cases.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Concord {
    /// Cases with two voices or more: the others say nothing of agreement.
    pub cases: u32,
    /// Voices in these cases.
    pub voices: u32,
    /// The share of pairs of voices that agree, averaged over cases.
    pub agreement: f64,
    /// Fleiss' kappa; none where all voices everywhere say the same, which leaves nothing to correct for chance.
    pub kappa: Option<f64>,
    /// Its 95 % interval, by leaving one case out at a time (jackknife); none with fewer than ten cases.
    pub interval: Option<Interval>,
}

/// Cases under which no interval of kappa is said.
pub const LEAST_CASES: u32 = 10;

impl Concord {
    /// Of cases, each with how many voices chose each of `N` answers. Fleiss, Psychol Bull 1971;76:378; where cases have
    /// unequal numbers of voices, agreement and the shares of answers are averaged over cases. None where no case has two
    /// voices.
    pub fn of<const N: usize>(cases: &[[u32; N]]) -> Option<Self> {
        let mut sums = Sums::<N>::default();
        let mut used = Vec::new();
        let mut voices = 0_u32;
        for case in cases {
            if let Some(one) = Sums::of(case) {
                sums = sums.plus(&one, 1.0);
                voices = voices.saturating_add(case.iter().sum());
                used.push(one);
            }
        }
        let (agreement, kappa) = sums.kappa()?;
        let n = u32::try_from(used.len()).unwrap_or(u32::MAX);
        let interval = kappa.filter(|_| n >= LEAST_CASES).and_then(|kappa| jackknife(&sums, &used, kappa));
        Some(Self { cases: n, voices, agreement, kappa, interval })
    }
}

/// What is summed over cases.
#[derive(Debug, Clone, Copy)]
struct Sums<const N: usize> {
    cases: f64,
    agreement: f64,
    shares: [f64; N],
}

impl<const N: usize> Default for Sums<N> {
    fn default() -> Self {
        Self { cases: 0.0, agreement: 0.0, shares: [0.0; N] }
    }
}

impl<const N: usize> Sums<N> {
    fn of(case: &[u32; N]) -> Option<Self> {
        let n = f64::from(case.iter().sum::<u32>());
        if n < 2.0 {
            return None;
        }
        let pairs: f64 = case.iter().map(|count| f64::from(*count) * (f64::from(*count) - 1.0)).sum();
        Some(Self { cases: 1.0, agreement: pairs / (n * (n - 1.0)), shares: case.map(|count| f64::from(count) / n) })
    }

    fn plus(&self, other: &Self, sign: f64) -> Self {
        let mut shares = self.shares;
        for (share, more) in shares.iter_mut().zip(other.shares) {
            *share += sign * more;
        }
        let cases = self.cases + sign * other.cases;
        Self { cases, agreement: self.agreement + sign * other.agreement, shares }
    }

    /// Agreement seen, and kappa.
    fn kappa(&self) -> Option<(f64, Option<f64>)> {
        if self.cases < 0.5 {
            return None;
        }
        let seen = self.agreement / self.cases;
        let chance: f64 = self.shares.iter().map(|share| (share / self.cases).powi(2)).sum();
        let left = 1.0 - chance;
        Some((seen, (left > 1e-12).then(|| (seen - chance) / left)))
    }
}

fn jackknife<const N: usize>(sums: &Sums<N>, used: &[Sums<N>], kappa: f64) -> Option<Interval> {
    let n = sums.cases;
    let without: Option<Vec<f64>> =
        used.iter().map(|one| sums.plus(one, -1.0).kappa().and_then(|(_, kappa)| kappa)).collect();
    let without = without?;
    let mean = without.iter().sum::<f64>() / n;
    let squares: f64 = without.iter().map(|one| (one - mean).powi(2)).sum();
    let error = ((n - 1.0) / n * squares).sqrt();
    Some(Interval { low: (kappa - Z * error).max(-1.0), high: (kappa + Z * error).min(1.0) })
}
