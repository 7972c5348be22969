use rust_decimal::Decimal;

use super::series::of_labs;
use super::{Answer, Checked, CvClass, Point, Score2, Series, Source, egfr_series, score2_on};
use crate::domain::{Case, Cholesterol, Day};

/// Targets of LDL cholesterol by class of risk, and the classes of chronic kidney disease.
pub const LDL_TARGETS: Source = Source { name: "ESC", reference: "", checked: Checked::Memory };

/// An upper bound of LDL, as it is printed in each of two units; the two do not convert into each other exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LdlTarget {
    /// Below this, mmol/L.
    pub millimoles: Decimal,
    /// Below this, g/L.
    pub grams: Decimal,
    /// And half of what it was (very high risk).
    pub halved: bool,
}

const fn target(millimoles: u32, grams: u32) -> LdlTarget {
    LdlTarget {
        millimoles: Decimal::from_parts(millimoles, 0, 0, false, 1),
        grams: Decimal::from_parts(grams, 0, 0, false, 2),
        halved: false,
    }
}

impl CvClass {
    /// The targets of the class. Low and moderate risk have one each, and SCORE2 does not part them: the stricter first.
    pub const fn ldl_targets(self) -> &'static [LdlTarget] {
        const VERY_HIGH: [LdlTarget; 1] = [LdlTarget { halved: true, ..target(14, 55) }];
        const HIGH: [LdlTarget; 1] = [target(18, 70)];
        const LOWER: [LdlTarget; 2] = [target(26, 100), target(30, 116)];
        match self {
            Self::VeryHigh => &VERY_HIGH,
            Self::High => &HIGH,
            Self::LowToModerate => &LOWER,
        }
    }
}

impl LdlTarget {
    /// Whether a value is below the target, in the unit it was written in.
    pub fn is_met_by(self, ldl: Cholesterol) -> bool {
        if ldl.unit() == "mmol/L" { ldl.amount() < self.millimoles } else { ldl.value() < self.grams }
    }
}

/// The heart: SCORE2, what the kidney adds, and LDL against the target of the class.
#[derive(Debug, Clone, PartialEq)]
pub struct HeartRisk {
    /// SCORE2.
    pub score2: Answer<Score2>,
    /// The class that the kidney alone gives, where it gives one: for three months, eGFR below 30, or 30 to 59, or albumin
    /// from 30 mg/g.
    pub kidney: Option<CvClass>,
    /// The higher of both; none where neither gives one.
    pub class: Option<CvClass>,
    /// The newest LDL.
    pub ldl: Option<Point<Cholesterol>>,
    /// Whether LDL meets the target; none without a class or a value, or between the targets of low and moderate risk.
    pub is_at_target: Option<bool>,
}

impl HeartRisk {
    /// As of this day.
    pub fn on(case: &Case, day: Day) -> Self {
        let score2 = score2_on(case, day);
        let of_score = match &score2 {
            Ok(Score2::Risk(risk)) => Some(risk.class),
            _ => None,
        };
        let kidney = kidney_class(case, day);
        let class = of_score.max(kidney);
        let ldl = of_labs(case, |lab| lab.ldl).newest_by(day);
        let is_at_target = class.zip(ldl).and_then(|(class, ldl)| {
            let mut met = class.ldl_targets().iter().map(|target| target.is_met_by(ldl.value));
            let first = met.next()?;
            met.all(|other| other == first).then_some(first)
        });
        Self { score2, kidney, class, ldl, is_at_target }
    }
}

/// eGFR below 30 is very high, 30 to 59 or albumin from 30 mg/g high (ESC, from memory; what lies above 300 mg/g is not
/// told apart in what we have: at least high). Kidney disease is chronic from three months on (KDIGO 2024).
fn kidney_class(case: &Case, day: Day) -> Option<CvClass> {
    let egfr = egfr_series(case).unwrap_or_else(|_| Series::of([]));
    let albumin = of_labs(case, |lab| lab.uacr);
    if lasts(&egfr, day, |egfr| egfr.value < 30.0) {
        return Some(CvClass::VeryHigh);
    }
    let reduced = lasts(&egfr, day, |egfr| egfr.value < 60.0);
    let leaks = lasts(&albumin, day, |albumin| albumin.value() >= Decimal::from(30));
    (reduced || leaks).then_some(CvClass::High)
}

/// Whether the values up to this day have been such for three months or more, without one that is not.
fn lasts<T: Copy>(series: &Series<T>, day: Day, is_such: impl Fn(T) -> bool) -> bool {
    let points = series.points().iter().rev().skip_while(|point| point.date > day);
    let run: Vec<Day> = points.take_while(|point| is_such(point.value)).map(|point| point.date).collect();
    run.first().zip(run.last()).is_some_and(|(newest, first)| newest.months_since(*first) >= 3)
}
