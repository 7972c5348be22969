use super::Interval;
use super::proportion::Z;

/// How long one was followed, and whether it ended in what is waited for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Followed {
    /// Time from the start, in one unit for all, 0 or more.
    pub time: f64,
    /// Whether the event was seen then; else followed no further.
    pub event: bool,
}

/// A step of the curve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// When.
    pub time: f64,
    /// How many were at risk just before.
    pub at_risk: u32,
    /// How many events.
    pub events: u32,
    /// The share without the event from then on.
    pub share: f64,
    /// Its 95 % interval; none where the share is 1 or 0.
    pub interval: Option<Interval>,
}

/// The product-limit estimate of Kaplan and Meier (J Am Stat Assoc 1958;53:457), with Greenwood's variance and the interval on
/// the log minus log scale (Kalbfleisch and Prentice), which stays between 0 and 1.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Curve {
    /// The steps, in time.
    pub steps: Vec<Step>,
    /// Everybody's time, ascending, with whether it was an event.
    followed: Vec<Followed>,
}

impl Curve {
    /// Of everybody followed, in any order; times that are no number, or below zero, are left out. Who is lost at the time
    /// of an event counts as at risk then.
    pub fn of(followed: &[Followed]) -> Self {
        let mut sorted: Vec<Followed> =
            followed.iter().copied().filter(|one| one.time.is_finite() && one.time >= 0.0).collect();
        sorted.sort_by(|one, other| one.time.total_cmp(&other.time));
        let mut steps = Vec::new();
        let (mut share, mut variance) = (1.0, 0.0);
        let mut at_risk = u32::try_from(sorted.len()).unwrap_or(u32::MAX);
        for same in sorted.chunk_by(|one, other| one.time.total_cmp(&other.time).is_eq()) {
            let events = u32::try_from(same.iter().filter(|one| one.event).count()).unwrap_or(u32::MAX);
            if let (Some(first), true) = (same.first(), events > 0) {
                let (n, d) = (f64::from(at_risk), f64::from(events));
                share *= 1.0 - d / n;
                variance += d / (n * (n - d));
                steps.push(Step { time: first.time, at_risk, events, share, interval: log_log(share, variance) });
            }
            at_risk = at_risk.saturating_sub(u32::try_from(same.len()).unwrap_or(u32::MAX));
        }
        Self { steps, followed: sorted }
    }

    /// How many were followed.
    pub fn n(&self) -> u32 {
        u32::try_from(self.followed.len()).unwrap_or(u32::MAX)
    }

    /// How many events were seen.
    pub fn events(&self) -> u32 {
        self.steps.iter().map(|step| step.events).sum()
    }

    /// The longest that anybody was followed.
    pub fn longest(&self) -> f64 {
        self.followed.last().map_or(0.0, |one| one.time)
    }

    /// How many were still followed, without the event, just before this time.
    pub fn at_risk(&self, time: f64) -> u32 {
        u32::try_from(self.followed.iter().filter(|one| one.time >= time).count()).unwrap_or(u32::MAX)
    }

    /// The share without the event at this time; none beyond the last time that anybody was followed.
    pub fn at(&self, time: f64) -> Option<f64> {
        (time <= self.longest()).then(|| self.before(time).map_or(1.0, |step| step.share))
    }

    /// The last step at this time or before it; none before the first.
    pub fn before(&self, time: f64) -> Option<&Step> {
        self.steps.iter().rev().find(|step| step.time <= time)
    }

    /// The first time at which the share is one half or less; none where it stays above.
    pub fn median(&self) -> Option<f64> {
        // Products of fractions: a half may be a hair above one half.
        self.steps.iter().find(|step| step.share <= 0.5 + 1e-12).map(|step| step.time)
    }
}

fn log_log(share: f64, variance: f64) -> Option<Interval> {
    if share <= 0.0 || share >= 1.0 {
        return None;
    }
    let wide = Z * variance.sqrt() / share.ln();
    // The logarithm is below zero: the greater exponent gives the lower end.
    let (one, other) = (share.powf(wide.exp()), share.powf((-wide).exp()));
    Some(Interval { low: one.min(other), high: one.max(other) })
}
