use super::Interval;

/// The middle and the spread of some values.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Summary {
    /// How many values.
    pub n: u32,
    /// The median.
    pub median: f64,
    /// First and third quartile.
    pub quartiles: Interval,
    /// The least and the greatest.
    pub ends: Interval,
}

impl Summary {
    /// Of values in any order; none of none, and what is not a number is left out.
    pub fn of(values: &[f64]) -> Option<Self> {
        let mut sorted: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
        sorted.sort_by(f64::total_cmp);
        let n = u32::try_from(sorted.len()).ok()?;
        let quartiles = Interval { low: quantile(&sorted, 0.25)?, high: quantile(&sorted, 0.75)? };
        let ends = Interval { low: *sorted.first()?, high: *sorted.last()? };
        Some(Self { n, median: quantile(&sorted, 0.5)?, quartiles, ends })
    }
}

/// The quantile at this share, from 0 to 1, of values in ascending order: linear between the two values around rank
/// (n - 1) p + 1 (type 7 of Hyndman and Fan, Am Stat 1996;50:361; the default of R, of NumPy and of a spreadsheet's QUARTILE).
pub fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let last = u32::try_from(sorted.len().checked_sub(1)?).ok()?;
    let rank = f64::from(last) * share.clamp(0.0, 1.0);
    let below = rank.floor();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a rank within the list")]
    let at = below as usize;
    let lower = *sorted.get(at)?;
    let upper = sorted.get(at + 1).copied().unwrap_or(lower);
    Some(lower + (rank - below) * (upper - lower))
}
