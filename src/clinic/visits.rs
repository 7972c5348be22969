use super::Point;
use super::series::of_labs;
use crate::domain::{ActivityVisit, Case, Day, Field, Lab, Window};

/// The visits up to a day, the newest first; of two of one day, the later in the file.
pub fn visits_by(case: &Case, today: Day) -> Vec<&ActivityVisit> {
    let mut visits: Vec<&ActivityVisit> = case.activity.iter().filter(|visit| visit.date <= today).collect();
    visits.sort_by_key(|visit| visit.date);
    visits.reverse();
    visits
}

/// The first of [`visits_by`].
pub fn newest_visit(case: &Case, today: Day) -> Option<&ActivityVisit> {
    case.activity.iter().filter(|visit| visit.date <= today).max_by_key(|visit| visit.date)
}

/// Days of the window of a visit: the one it names, else the 10 days of the index itself (activity.md 1).
pub fn window_days(visit: &ActivityVisit) -> i64 {
    match visit.window.known() {
        Some(Window::Days28) => 28,
        Some(Window::Days30) => 30,
        Some(Window::Days10) | None => 10,
    }
}

/// The newest laboratory value up to a visit that lies inside the visit's window.
pub(super) fn in_window<T: Copy>(
    case: &Case,
    visit: &ActivityVisit,
    field: impl Fn(&Lab) -> Field<T>,
) -> Option<Point<T>> {
    let newest = of_labs(case, field).newest_by(visit.date)?;
    (visit.date.days_since(newest.date) <= window_days(visit)).then_some(newest)
}
