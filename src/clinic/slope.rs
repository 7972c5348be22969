use std::f64::consts::FRAC_2_PI;

use rust_decimal::prelude::ToPrimitive;

use super::egfr::DAYS_IN_A_YEAR;
use super::{Answer, Change, Checked, Egfr, Equation, Need, Point, Series, Source, egfr_series};
use crate::domain::{Case, Day};

/// The slope, its conditions and its uncertainty: a proposal of this program (damage.md B4).
pub const EGFR_SLOPE: Source = Source {
    name: "ordinary least squares, Student's t",
    reference: "t: Abramowitz and Stegun 26.7",
    checked: Checked::Proposal,
};

/// A change of more than 20 % from one test to the next exceeds what varies by itself (practice point 2.1.3).
pub const KDIGO_CHANGE: Source =
    Source { name: "KDIGO CKD 2024", reference: "PP 2.1.3, doi 10.1016/j.kint.2023.10.018", checked: Checked::Primary };

/// Rapid progression: a sustained fall of more than 5 mL/min/1.73 m² a year, or a lower G stage with a fall of 25 % or
/// more.
pub const KDIGO_RAPID: Source = Source { name: "KDIGO CKD 2012", reference: "2012 edition", checked: Checked::Memory };

/// Fewer values have no slope.
const FEWEST: usize = 3;
/// With this many values the median of all pairs is told beside (damage.md B4).
const FEWEST_FOR_PAIRS: usize = 5;

/// A slope of eGFR with its uncertainty, and how many values over how long it rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slope {
    /// mL/min/1.73 m² a year, by ordinary least squares.
    pub per_year: f64,
    /// Standard error of the slope, mL/min/1.73 m² a year.
    pub standard_error: f64,
    /// Limits of the 95 % interval of the slope by Student's t with n - 2 degrees of freedom, mL/min/1.73 m² a year.
    pub interval: (f64, f64),
    /// Median of the slopes of all pairs (Theil-Sen), from five values on, mL/min/1.73 m² a year.
    pub of_pairs: Option<f64>,
    /// The one equation of all values.
    pub equation: Equation,
    /// Number of values.
    pub values: usize,
    /// Days from the first to the last value.
    pub days: i64,
}

impl Slope {
    /// Whether it falls by more than 5 mL/min/1.73 m² a year (KDIGO 2012, from memory).
    pub fn is_rapid(&self) -> bool {
        self.per_year < -5.0
    }

    /// Whether the whole 95 % interval falls by more than that.
    pub fn is_surely_rapid(&self) -> bool {
        self.interval.1 < -5.0
    }
}

/// The values a slope is drawn through, and those that a person left out of it.
#[derive(Debug, Clone, PartialEq)]
pub struct SlopeValues {
    /// Up to the day, without those left out.
    pub kept: Series<Egfr>,
    /// Left out by hand (`kidney.slope_excludes`).
    pub left_out: Vec<Point<Egfr>>,
    /// Days that are left out and have no eGFR.
    pub without_value: Vec<Day>,
}

impl SlopeValues {
    /// The values of a case up to this day.
    ///
    /// # Errors
    /// What [`egfr_series`] refuses.
    pub fn of(case: &Case, today: Day) -> Answer<Self> {
        let excluded = &case.kidney.slope_excludes;
        let series = egfr_series(case)?;
        let seen = series.points().iter().copied().filter(|point| point.date <= today);
        let (left_out, kept): (Vec<_>, Vec<_>) = seen.partition(|point| excluded.contains(&point.date));
        let has_value = |day: &Day| left_out.iter().any(|point| point.date == *day);
        let without_value = excluded.iter().copied().filter(|day| !has_value(day)).collect();
        Ok(Self { kept: Series::of(kept), left_out, without_value })
    }
}

/// The slope of an eGFR series by ordinary least squares.
///
/// # Errors
/// Fewer than three values, less than a year, two equations.
pub fn egfr_slope(series: &Series<Egfr>) -> Answer<Slope> {
    let points = series.points();
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return Err(vec![Need::ThreeValues]);
    };
    let missing = [
        (points.len() < FEWEST).then_some(Need::ThreeValues),
        (last.date.months_since(first.date) < 12).then_some(Need::OneYear),
        points.iter().any(|point| point.value.equation != first.value.equation).then_some(Need::OneEquation),
    ];
    let missing: Vec<Need> = missing.into_iter().flatten().collect();
    if !missing.is_empty() {
        return Err(missing);
    }
    let days = last.date.days_since(first.date);
    let years = |date: Day| date.days_since(first.date).to_f64().unwrap_or(f64::NAN) / DAYS_IN_A_YEAR;
    let line: Vec<(f64, f64)> = points.iter().map(|point| (years(point.date), point.value.value)).collect();
    let (per_year, _) = least_squares(&line).ok_or(vec![Need::ThreeValues])?;
    let standard_error = slope_error(&line).ok_or(vec![Need::ThreeValues])?;
    let margin = student_t_95(points.len() - 2) * standard_error;
    Ok(Slope {
        per_year,
        standard_error,
        interval: (per_year - margin, per_year + margin),
        of_pairs: (points.len() >= FEWEST_FOR_PAIRS).then(|| theil_sen(&line)).flatten(),
        equation: first.value.equation,
        values: points.len(),
        days,
    })
}

/// Slope and intercept of the ordinary least-squares line through (x, y); none when all x are one.
pub fn least_squares(points: &[(f64, f64)]) -> Option<(f64, f64)> {
    let (mean_x, mean_y) = means(points)?;
    let across = spread(points, mean_x);
    // Mean y need not be taken off: the distances from mean x add up to zero.
    let along: f64 = points.iter().map(|(x, y)| (x - mean_x) * y).sum();
    (across > 0.0).then(|| (along / across, mean_y - along / across * mean_x))
}

/// Standard error of the least-squares slope: √(Σ residual² / (n − 2) / Σ (x − mean x)²); none under three points.
pub fn slope_error(points: &[(f64, f64)]) -> Option<f64> {
    let freedom = points.len().checked_sub(2).filter(|freedom| *freedom > 0)?.to_f64()?;
    let (slope, intercept) = least_squares(points)?;
    let (mean_x, _) = means(points)?;
    let residuals: f64 = points.iter().map(|(x, y)| (y - intercept - slope * x).powi(2)).sum();
    Some((residuals / freedom / spread(points, mean_x)).sqrt())
}

/// The median of the slopes of all pairs with different x (Theil-Sen); none without such a pair.
pub fn theil_sen(points: &[(f64, f64)]) -> Option<f64> {
    let pairs = points.iter().flat_map(|from| points.iter().map(move |to| (from, to)));
    let mut slopes: Vec<f64> =
        pairs.filter(|(from, to)| to.0 > from.0).map(|(from, to)| (to.1 - from.1) / (to.0 - from.0)).collect();
    slopes.sort_by(f64::total_cmp);
    let middle = slopes.len() / 2;
    match (slopes.len() % 2, slopes.get(middle.saturating_sub(1)), slopes.get(middle)) {
        (0, Some(below), Some(above)) => Some(f64::midpoint(*below, *above)),
        (_, _, Some(middle)) => Some(*middle),
        _ => None,
    }
}

/// The two-sided 95 % point of Student's t with these degrees of freedom, by bisection of its exact distribution; infinite
/// without a degree of freedom.
pub fn student_t_95(freedom: usize) -> f64 {
    if freedom == 0 {
        return f64::INFINITY;
    }
    let (mut low, mut high) = (0.0_f64, 100.0_f64);
    for _ in 0..100 {
        let middle = f64::midpoint(low, high);
        if within(middle, freedom) < 0.95 { low = middle } else { high = middle }
    }
    f64::midpoint(low, high)
}

/// The probability that |T| stays within t, by the finite series for whole degrees of freedom (Abramowitz and Stegun,
/// 26.7.3 and 26.7.4).
fn within(t: f64, freedom: usize) -> f64 {
    let Some(n) = freedom.to_f64() else { return f64::NAN };
    let angle = (t / n.sqrt()).atan();
    let (sine, cosine) = angle.sin_cos();
    let is_odd = freedom % 2 == 1;
    // Odd: cos θ + 2/3 cos³ θ + 2·4/(3·5) cos⁵ θ …; even: 1 + 1/2 cos² θ + 1·3/(2·4) cos⁴ θ …; up to cos^(n − 2) θ.
    let mut term = if is_odd { cosine } else { 1.0 };
    let mut power = if is_odd { 1.0 } else { 0.0 };
    let mut sum = 0.0;
    while power <= n - 2.0 {
        sum += term;
        term *= (power + 1.0) / (power + 2.0) * cosine * cosine;
        power += 2.0;
    }
    if is_odd { FRAC_2_PI * (angle + sine * sum) } else { sine * sum }
}

/// Whether a value differs from the one before by more than 20 %, up or down (KDIGO 2024, practice point 2.1.3).
pub fn exceeds_variability(change: &Change<Egfr>) -> bool {
    let (from, to) = (change.from.value, change.to.value);
    // Multiplied out: whole numbers at the border compare exactly.
    from.equation == to.equation && (to.value - from.value).abs() * 100.0 > from.value * 20.0
}

/// Whether the newest value has a lower G stage than the first, and lost 25 % of it or more (KDIGO 2012, from memory); that
/// the first value of the series is the baseline is an interpretation.
pub fn lost_a_stage(change: &Change<Egfr>) -> bool {
    let (from, to) = (change.from.value, change.to.value);
    from.equation == to.equation && to.stage() > from.stage() && (from.value - to.value) * 100.0 >= from.value * 25.0
}

fn means(points: &[(f64, f64)]) -> Option<(f64, f64)> {
    let n = points.len().to_f64().filter(|n| *n > 0.0)?;
    let (sum_x, sum_y) = points.iter().fold((0.0, 0.0), |(xs, ys), (x, y)| (xs + x, ys + y));
    Some((sum_x / n, sum_y / n))
}

fn spread(points: &[(f64, f64)], mean_x: f64) -> f64 {
    points.iter().map(|(x, _)| (x - mean_x).powi(2)).sum()
}
