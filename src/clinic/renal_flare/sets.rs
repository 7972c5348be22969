use rust_decimal::Decimal;

use super::{RenalFlare, RenalFlareFacts, RenalFlareSeverity, ResponseBefore};
use crate::clinic::{Egfr, Need, Point, Series, Verdict};
use crate::domain::{CreatinineOf, Day, Dimension, Quantity, Upcr, UrineRedCells, YesNo};

impl RenalFlareFacts {
    /// Creatinine up by 30 % or more of the last value, with a nephritic sediment.
    pub(super) fn italian_nephritic(&self) -> Verdict {
        self.creatinine_up_by_30().and(self.nephritic_sediment())
    }

    /// Creatinine not up by 30 %, and 2 g/24 h more where the last value was below 3.5, or twice as much from 3.5.
    /// Where there are no two collections the ratio stands in for them.
    pub(super) fn italian_proteinuric(&self) -> Verdict {
        let stable = match self.creatinine_up_by_30() {
            Verdict::Yes => Verdict::No,
            Verdict::No => Verdict::Yes,
            unknown @ Verdict::Unknown(_) => unknown,
        };
        rise(&self.daily).or_else(|| rise(&self.upcr)).map_or_else(
            || Verdict::lacking(Need::TwoUpcr),
            |(from, to)| {
                let more = if from < Decimal::from(3500) {
                    to - from >= Decimal::from(2000)
                } else {
                    to >= from * Decimal::TWO
                };
                Verdict::of(more).and(stable)
            },
        )
    }

    fn creatinine_up_by_30(&self) -> Verdict {
        Verdict::on(rise(&self.creatinine), Need::TwoCreatinine, |(from, to)| {
            (to - from) * Decimal::ONE_HUNDRED >= from * Decimal::from(30)
        })
    }

    /// Casts, or red cells above 5 per field, which is the limit of SLEDAI-2K: the set prints none.
    fn nephritic_sediment(&self) -> Verdict {
        let casts = Verdict::on(self.casts.newest(), Need::Sediment, |point| point.value == YesNo::Yes);
        let red = Verdict::on(self.red_cells.newest(), Need::Sediment, |point| point.value.value() > Decimal::from(5));
        casts.or(red)
    }

    /// Creatinine up by 30 % or more, or eGFR down by 10 % or more, on two values, with 10 red cells per field more.
    pub(super) fn eular_nephritic(&self) -> Verdict {
        let creatinine = reproducible(&self.creatinine, Need::TwoCreatinine, |from, to| {
            (to - from) * Decimal::ONE_HUNDRED >= from * Decimal::from(30)
        });
        let filtration = self.egfr_down_by_10();
        let red = Verdict::on(rise(&self.red_cells), Need::TwoSediments, |(from, to)| to - from >= Decimal::TEN);
        creatinine.or(filtration).and(red)
    }

    fn egfr_down_by_10(&self) -> Verdict {
        let down = |from: &Point<Egfr>, to: &Point<Egfr>| to.value.value * 100.0 <= from.value.value * 90.0;
        let points = self.egfr.points();
        let last = points.get(points.len().saturating_sub(3)..).unwrap_or_default();
        match last {
            [first, .., third] if first.value.equation != third.value.equation => Verdict::lacking(Need::OneEquation),
            [first, second, third] => confirmed(down(first, second), down(first, third), down(second, third)),
            [first, second] => confirmed(false, false, down(first, second)),
            _ => Verdict::lacking(Need::TwoCreatinine),
        }
    }

    /// Twice the ratio or more on two values: above 100 mg/mmol after a complete response, 200 or more after a partial
    /// one.
    pub(super) fn eular_proteinuric(&self) -> Verdict {
        let doubled = reproducible(&self.upcr, Need::TwoUpcr, |from, to| to >= from * Decimal::TWO);
        let newest = self.upcr.newest().and_then(|point| point.value.in_unit("mg/mmol"));
        let limit = newest.map_or(Verdict::lacking(Need::TwoUpcr), |ratio| match self.response {
            _ if ratio <= Decimal::ONE_HUNDRED => Verdict::No,
            Some(ResponseBefore::Complete(_)) => Verdict::Yes,
            Some(ResponseBefore::Partial(_)) => Verdict::of(ratio >= Decimal::from(200)),
            None => Verdict::lacking(Need::ResponseBefore),
        });
        doubled.and(limit)
    }

    /// Table 29: mild by the sediment, moderate and severe by creatinine or proteinuria. A rise between its bands
    /// (exactly 5 g/g, a doubling to more than 5 g/g with a smaller rise) is read here as moderate.
    pub(super) fn kdigo(&self) -> RenalFlare {
        let creatinine = Verdict::on(rise(&self.creatinine), Need::TwoCreatinine, |(from, to)| {
            to - from >= milligrams(if from < milligrams(20) { 2 } else { 4 })
        });
        let severe_creatinine = Verdict::on(rise(&self.creatinine), Need::TwoCreatinine, |(from, to)| {
            to - from > milligrams(if from < milligrams(20) { 10 } else { 15 })
        });
        let proteinuric = Verdict::on(rise(&self.upcr), Need::TwoUpcr, |(from, to)| kdigo_proteinuria(from, to));
        let severe_protein = Verdict::on(rise(&self.upcr), Need::TwoUpcr, |(from, to)| to - from > Decimal::from(5000));
        let mild = self.kdigo_sediment();
        let severity = match () {
            () if severe_creatinine == Verdict::Yes || severe_protein == Verdict::Yes => {
                Some(RenalFlareSeverity::Severe)
            }
            () if creatinine == Verdict::Yes || proteinuric == Verdict::Yes => Some(RenalFlareSeverity::Moderate),
            () if mild == Verdict::Yes => Some(RenalFlareSeverity::Mild),
            () => None,
        };
        RenalFlare { nephritic: Some(creatinine.or(mild)), proteinuric: proteinuric.or(severe_protein), severity }
    }

    /// Red cells from below 5 to above 15 per field with two acanthocytes or more, or a new cast.
    fn kdigo_sediment(&self) -> Verdict {
        let red = match rise(&self.red_cells) {
            None => Verdict::lacking(Need::TwoSediments),
            Some((from, to)) if from < Decimal::from(5) && to > Decimal::from(15) => {
                Verdict::lacking(Need::Acanthocytes)
            }
            Some(_) => Verdict::No,
        };
        let cast = Verdict::on(self.casts.change(), Need::TwoSediments, |change| {
            change.from.value == YesNo::No && change.to.value == YesNo::Yes
        });
        cast.or(red)
    }

    /// eGFR newly abnormal, or abnormal and down by more than 10 %, with red cells two categories higher or visible
    /// blood. What is "abnormal" is not printed: from 90 none is, below 60 all are, between them it cannot be said.
    pub(super) fn trials_nephritic(&self) -> Verdict {
        let up = Verdict::on(self.red_cells.change(), Need::TwoSediments, |change| {
            red_category(change.to.value) >= red_category(change.from.value) + 2
        });
        let blood = if up == Verdict::No { Verdict::lacking(Need::VisibleBlood) } else { up };
        self.filtration_newly_abnormal().and(blood)
    }

    fn filtration_newly_abnormal(&self) -> Verdict {
        let Some(change) = self.egfr.change() else { return Verdict::lacking(Need::TwoCreatinine) };
        let (from, to) = (change.from.value, change.to.value);
        if from.equation != to.equation {
            return Verdict::lacking(Need::OneEquation);
        }
        let fell_by_more_than_10 = to.value * 100.0 < from.value * 90.0;
        match (from.value, to.value) {
            (_, now) if now >= 90.0 || now >= from.value => Verdict::No,
            (before, now) if now < 60.0 && (before >= 90.0 || fell_by_more_than_10) => Verdict::Yes,
            (before, _) if before < 60.0 => Verdict::No,
            _ => Verdict::lacking(Need::AbnormalEgfr),
        }
    }

    /// Above 0.5 g/g after a complete response, or twice the value of the partial response and above 1.0 g/g, on more
    /// than two values, each more than a week after the one before.
    pub(super) fn trials_proteinuric(&self) -> Verdict {
        match self.response {
            None => Verdict::lacking(Need::ResponseBefore),
            Some(ResponseBefore::Complete(since)) => self.persistent_since(since, |ratio| ratio > Decimal::from(500)),
            Some(ResponseBefore::Partial(since)) => {
                let Some(then) = self.upcr.newest_by(since) else { return Verdict::lacking(Need::TwoUpcr) };
                let twice = then.value.value() * Decimal::TWO;
                self.persistent_since(since, move |ratio| ratio > Decimal::ONE_THOUSAND && ratio >= twice)
            }
        }
    }

    fn persistent_since(&self, since: Day, beyond: impl Fn(Decimal) -> bool) -> Verdict {
        let after: Vec<Point<Upcr>> =
            self.upcr.points().iter().filter(|point| point.date > since).rev().copied().collect();
        let run: Vec<Day> =
            after.iter().take_while(|point| beyond(point.value.value())).map(|point| point.date).collect();
        let mut counted: Vec<Day> = Vec::new();
        for day in run {
            if counted.last().is_none_or(|later| later.days_since(day) > 7) {
                counted.push(day);
            }
        }
        match counted.len() {
            0 if after.is_empty() => Verdict::lacking(Need::TwoUpcr),
            0 => Verdict::No,
            1 | 2 => Verdict::lacking(Need::Confirmation),
            _ => Verdict::Yes,
        }
    }

    /// 500 mg/g more between two values less than 120 days apart.
    pub(super) fn hopkins(&self) -> Verdict {
        let Some(change) = self.upcr.change() else { return Verdict::lacking(Need::TwoUpcr) };
        let risen = change.to.value.value() - change.from.value.value() >= Decimal::from(500);
        match (risen, change.to.date.days_since(change.from.date) < 120) {
            (false, true) => Verdict::No,
            (true, true) => Verdict::Yes,
            (_, false) => Verdict::lacking(Need::CloserValues),
        }
    }
}

/// The last two values in the canonical unit.
fn rise<D: Dimension>(series: &Series<Quantity<D>>) -> Option<(Decimal, Decimal)> {
    let change = series.change()?;
    Some((change.from.value.value(), change.to.value.value()))
}

/// A change that the last two values both show against the one before them; shown by the newest alone it lacks its
/// confirmation.
fn reproducible<D: Dimension>(
    series: &Series<Quantity<D>>,
    need: Need,
    changed: impl Fn(Decimal, Decimal) -> bool,
) -> Verdict {
    let value = |point: &Point<Quantity<D>>| point.value.value();
    match series.points() {
        [.., first, second, third] => {
            let (first, second, third) = (value(first), value(second), value(third));
            confirmed(changed(first, second), changed(first, third), changed(second, third))
        }
        [first, second] => confirmed(false, false, changed(value(first), value(second))),
        _ => Verdict::lacking(need),
    }
}

/// From the last three values: second against first, third against first, third against second.
fn confirmed(second: bool, third: bool, newest: bool) -> Verdict {
    match (second && third, third || newest) {
        (true, _) => Verdict::Yes,
        (false, true) => Verdict::lacking(Need::Confirmation),
        (false, false) => Verdict::No,
    }
}

/// Tenths of mg/dL of creatinine, in µmol/L.
fn milligrams(tenths: u32) -> Decimal {
    let unit = CreatinineOf::UNITS.iter().find(|unit| unit.symbol == "mg/dL");
    Decimal::new(i64::from(tenths), 1) * unit.map_or(Decimal::ONE, |unit| unit.factor)
}

/// Ratios in mg/g. From below 0.5 g/g to 1.0; from 0.5 to 1.0 g/g to 2.0; above that, twice.
fn kdigo_proteinuria(from: Decimal, to: Decimal) -> bool {
    let grams = |tenths: u32| Decimal::from(tenths * 100);
    match () {
        () if from < grams(5) => to >= grams(10),
        () if from <= grams(10) => to >= grams(20),
        () => to >= from * Decimal::TWO,
    }
}

/// 0 to 5, 6 to 10, 11 to 25, 26 to 50, above 50.
fn red_category(cells: UrineRedCells) -> u8 {
    let cells = cells.value();
    let categories = [5, 10, 25, 50];
    categories.into_iter().map(|most| u8::from(cells > Decimal::from(most))).sum()
}
