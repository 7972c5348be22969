use super::Point;
use super::series::{Series, of_labs};
use crate::domain::{AntiDsDnaOf, C3Of, C4Of, Case, Day, Dimension, Field, Quantity};

/// The newest value of a serology against the laboratory's own limit, never against a constant (activity.md 1: "below
/// the laboratory's lower limit", "above the laboratory's normal range").
#[derive(Debug)]
pub struct Serology<D> {
    /// The newest value up to the day.
    pub newest: Point<Quantity<D>>,
    /// The laboratory's limit, where the case gives it.
    pub limit: Option<Quantity<D>>,
    /// Whether the value lies beyond the limit; none while the limit is not known.
    pub is_outside: Option<bool>,
}

/// C3 against the lower limit: outside is below.
pub fn c3_on(case: &Case, day: Day) -> Option<Serology<C3Of>> {
    against(&of_labs(case, |lab| lab.c3), case.laboratory.c3_lower, day, |value, limit| value < limit)
}

/// C4 against the lower limit: outside is below.
pub fn c4_on(case: &Case, day: Day) -> Option<Serology<C4Of>> {
    against(&of_labs(case, |lab| lab.c4), case.laboratory.c4_lower, day, |value, limit| value < limit)
}

/// Anti-double-stranded-DNA antibodies against the upper limit: outside is above.
pub fn anti_dsdna_on(case: &Case, day: Day) -> Option<Serology<AntiDsDnaOf>> {
    against(&of_labs(case, |lab| lab.anti_dsdna), case.laboratory.anti_dsdna_upper, day, |value, limit| value > limit)
}

fn against<D: Dimension>(
    series: &Series<Quantity<D>>,
    limit: Field<Quantity<D>>,
    day: Day,
    outside: fn(rust_decimal::Decimal, rust_decimal::Decimal) -> bool,
) -> Option<Serology<D>> {
    let newest = series.newest_by(day)?;
    let limit = limit.known().copied();
    let is_outside = limit.map(|limit| outside(newest.value.value(), limit.value()));
    Some(Serology { newest, limit, is_outside })
}
