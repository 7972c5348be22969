use chrono::Months;
use rust_decimal::Decimal;

use crate::clinic::AplReading;
use crate::domain::{AplProfile, Biopsy, Case, Day, Field, Lab, Treatment, YesNo};
use crate::knowledge::{Amount, Datum, Evidence, Finding};

/// A case as seen on one day.
pub(super) struct Look<'a> {
    pub case: &'a Case,
    pub today: Day,
}

/// The newest known value of a series, with its place.
pub(super) struct Newest<T> {
    pub value: T,
    pub date: Day,
    pub place: usize,
}

impl<'a> Look<'a> {
    /// The newest biopsy by its date, with its place in the file.
    pub fn biopsy(&self) -> Option<(usize, &'a Biopsy)> {
        let seen = self.case.kidney.biopsies.iter().enumerate().filter(|(_, biopsy)| biopsy.date <= self.today);
        seen.max_by_key(|(_, biopsy)| biopsy.date)
    }

    /// The newest value that is known, up to this day.
    pub fn newest<T>(&self, until: Day, field: impl Fn(&'a Lab) -> Option<T>) -> Option<Newest<T>> {
        let seen = self.case.labs.iter().enumerate().filter(|(_, lab)| lab.date <= until);
        seen.filter_map(|(place, lab)| field(lab).map(|value| Newest { value, date: lab.date, place }))
            .max_by_key(|newest| newest.date)
    }

    /// The treatments given today, with their places.
    pub fn current(&self) -> impl Iterator<Item = (usize, &'a Treatment)> {
        let today = self.today;
        self.case.treatments.iter().enumerate().filter(move |(_, treatment)| treatment.is_on(today))
    }
}

/// Evidence without a date of its own.
pub(super) fn undated(what: Datum, written: &dyn std::fmt::Display) -> Vec<Evidence> {
    vec![Evidence { what, written: written.to_string(), date: None, path: what.code().to_owned() }]
}

/// Evidence from an entry of a series.
pub(super) fn dated(
    what: Datum,
    written: &dyn std::fmt::Display,
    date: Day,
    series: &str,
    place: usize,
) -> Vec<Evidence> {
    let leaf = what.code().rsplit('.').next().unwrap_or_default();
    let path = if what.code() == series { format!("{series}[{place}]") } else { format!("{series}[{place}].{leaf}") };
    vec![Evidence { what, written: written.to_string(), date: Some(date), path }]
}

/// A plain answer as a finding.
pub(super) fn yes_no(field: Field<YesNo>, what: Datum) -> Finding {
    asked(&field, what, |answer| *answer == YesNo::Yes)
}

/// A field as a finding, by what is asked of it.
pub(super) fn asked<T: std::fmt::Display>(field: &Field<T>, what: Datum, question: impl Fn(&T) -> bool) -> Finding {
    field
        .known()
        .map_or_else(|| Finding::unknown(&[what]), |value| Finding::flag(question(value), undated(what, &value)))
}

/// What is asked of the antiphospholipid profile: as stated, else by the dated tests. A test that is lacking could only
/// add to the risk, so that with one a no stays open.
pub(super) fn apl(look: &Look<'_>, question: impl Fn(&AplProfile) -> bool) -> Finding {
    let background = &look.case.background;
    let tests = background.apl_tests.iter().enumerate().filter(|(_, test)| test.date <= look.today);
    let (Field::Absent | Field::Unknown, Some((place, newest)), Ok(reading)) =
        (background.apl, tests.max_by_key(|(_, test)| test.date), AplReading::on(look.case, look.today))
    else {
        return asked(&background.apl, Datum::Apl, question);
    };
    let path = format!("background.apl_tests[{place}]");
    let written = reading.profile.to_string();
    let evidence = vec![Evidence { what: Datum::Apl, written, date: Some(newest.date), path }];
    match question(&reading.profile) {
        false if !reading.lacks.is_empty() => Finding { evidence, ..Finding::unknown(&[Datum::Apl]) },
        answer => Finding::flag(answer, evidence),
    }
}

/// Months from this day on, of which the last may have only begun: a day more than twelve months is above twelve months.
/// What is left after whole months is told in parts of 31 days.
pub(super) fn months_passed(today: Day, since: Day) -> Amount {
    let whole = today.months_since(since);
    let anniversary = u32::try_from(whole).ok().and_then(|months| since.0.checked_add_months(Months::new(months)));
    let days = anniversary.map_or(0, |day| today.days_since(Day(day)));
    let part = Decimal::from(days.clamp(0, 30)) / Decimal::from(31);
    Amount::new((Decimal::from(whole) + part).round_dp(2), "months")
}
