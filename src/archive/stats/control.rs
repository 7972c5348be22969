use super::{Interval, Proportion};

/// Points under which nothing is said of change over time (rcp.md 5, general rules).
pub const LEAST_POINTS: usize = 10;

/// A control chart of proportions (p-chart of Shewhart): the share over all points, and three standard errors on either side,
/// each for the size of its own point.
#[derive(Debug, Clone, PartialEq)]
pub struct Control {
    /// The share over all points.
    pub centre: f64,
    /// The limits of each point, from 0 to 1; none of a point without units.
    pub limits: Vec<Option<Interval>>,
    /// The places of points outside their limits.
    pub outside: Vec<usize>,
}

impl Control {
    /// Of points in time; none with fewer than [`LEAST_POINTS`] that have units.
    pub fn of(points: &[Proportion]) -> Option<Self> {
        if points.iter().filter(|point| point.of > 0).count() < LEAST_POINTS {
            return None;
        }
        let sum = |part: fn(&Proportion) -> u32| points.iter().map(part).fold(0_u32, u32::saturating_add);
        let all = Proportion { count: sum(|point| point.count), of: sum(|point| point.of) };
        let centre = all.share()?;
        let limits: Vec<_> = points.iter().map(|point| limits(centre, point.of)).collect();
        let is_outside = |(point, limits): (&Proportion, &Option<Interval>)| {
            let (Some(share), Some(limits)) = (point.share(), limits) else { return false };
            share < limits.low || share > limits.high
        };
        let outside = points.iter().zip(&limits).enumerate().filter(|(_, pair)| is_outside(*pair));
        Some(Self { centre, outside: outside.map(|(at, _)| at).collect(), limits })
    }
}

fn limits(centre: f64, of: u32) -> Option<Interval> {
    if of == 0 {
        return None;
    }
    let three = 3.0 * (centre * (1.0 - centre) / f64::from(of)).sqrt();
    Some(Interval { low: (centre - three).max(0.0), high: (centre + three).min(1.0) })
}
