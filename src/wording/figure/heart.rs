use rust_decimal::{Decimal, RoundingStrategy};

use super::At;
use super::origin::{Grid, Origin};
use super::phrase::{Phrase, Row};
use crate::clinic::{
    self, CvClass, HeartRisk, LDL_TARGETS, LdlTarget, PRESSURE_TARGET, SCORE2, SCORE2_CLASSES, Score2, Score2Risk,
    of_labs, pressures,
};
use crate::domain::{Cholesterol, Field, Lab};
use crate::wording;

pub(super) fn told(at: &At) -> Vec<Row> {
    let words = &at.words.basics;
    let heart = HeartRisk::on(at.case, at.today);
    let phrase = match &heart.score2 {
        Ok(Score2::Risk(risk)) => Phrase::of(SCORE2.name)
            .strong(&(words.ten_years)(&percent(at, risk)))
            .judged((words.cv_class)(risk.class.code()), risk.class == CvClass::LowToModerate),
        Ok(Score2::DoesNotApply(why)) => {
            let why: Vec<&str> = why.iter().map(|why| (words.not_for)(why.code())).collect();
            Phrase::of(&(words.does_not_apply)(&why.join(", ")))
        }
        Err(needs) => Phrase::of(SCORE2.name).then(at.lacking(needs)),
    };
    let phrase = match heart.kidney {
        Some(class) => phrase.dot().judged(&(words.by_kidney)((words.cv_class)(class.code())), false),
        None => phrase,
    };
    vec![phrase.row(), ldl(at, &heart).row()]
}

/// With more decimals where the printed number would belong to another class than the value.
fn percent(at: &At, risk: &Score2Risk) -> String {
    let of_print = |decimals: u32| {
        let printed = risk.percent.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
        CvClass::of_score2(risk.inputs.age, printed) == risk.class
    };
    let decimals = (1..6).find(|decimals| of_print(*decimals)).unwrap_or(6);
    at.lang.percent(risk.percent, decimals)
}

fn target(at: &At, target: LdlTarget, unit: &str) -> String {
    if unit == "mmol/L" {
        format!("{}\u{a0}mmol/L", at.lang.fixed(target.millimoles, 1))
    } else {
        format!("{}\u{a0}g/L", at.lang.fixed(target.grams, 2))
    }
}

fn ldl(at: &At, heart: &HeartRisk) -> Phrase {
    let words = &at.words.basics;
    let phrase = match heart.ldl {
        Some(ldl) => Phrase::of(words.ldl).strong(&at.lang.quantity(&ldl.value)).quiet(&at.on(ldl.date)),
        None => Phrase::of(words.ldl).lacks(at.words.app.not_stated),
    };
    let Some(class) = heart.class else { return phrase.dot().lacks(words.ldl_no_class) };
    let unit = heart.ldl.map_or("g/L", |ldl| ldl.value.unit());
    let aims: Vec<String> = class.ldl_targets().iter().map(|one| target(at, *one, unit)).collect();
    let phrase = phrase.dot().say(&(words.ldl_target)(&aims.join("\u{a0}/ ")));
    match (heart.ldl, heart.is_at_target) {
        (None, _) => phrase,
        (Some(_), Some(met)) => phrase.judged(if met { words.ldl_met } else { words.ldl_not_met }, met),
        (Some(_), None) => phrase.say(words.ldl_between),
    }
}

pub(super) fn origin(at: &At) -> Origin {
    let words = &at.words.basics;
    let heart = HeartRisk::on(at.case, at.today);
    let mut origin = inputs(at, Origin::default());
    if let Err(needs) = &heart.score2 {
        origin.lacks.push(wording::needs(at.words, needs));
    }
    let rows = CvClass::ALL.into_iter().map(|class| target_cells(at, class)).collect();
    let head = [words.class, words.ldl].map(str::to_owned).to_vec();
    origin.grids.push(Grid { title: words.ldl.to_owned(), head, rows });
    origin
        .rule(words.score2_rule)
        .rule(words.class_rule)
        .note(words.no_multiplier)
        .note(words.france_low)
        .note(words.cv_when)
        .source(SCORE2)
        .source(SCORE2_CLASSES)
        .source(LDL_TARGETS)
        .source(PRESSURE_TARGET)
}

/// A fraction of cholesterol of a laboratory day.
type Fraction = fn(&Lab) -> Field<Cholesterol>;

fn inputs(at: &At, origin: Origin) -> Origin {
    let words = &at.words.basics;
    let lacking = || Phrase::default().lacks(at.words.app.not_stated);
    let age = at
        .case
        .patient
        .age_on(at.today)
        .map_or_else(lacking, |age| Phrase::of(&(at.words.count.years)(i64::from(age))));
    let tobacco = at.field(&at.case.person.tobacco, |tobacco| at.words.label(*tobacco).to_owned());
    let mut origin = origin
        .input(at.words.queue.age, age, None)
        .input(at.words.queue.sex, Phrase::of(at.words.label(at.case.patient.sex)), None)
        .input(at.words.person.tobacco, tobacco, None);
    let newest = pressures(at.case, at.today).into_iter().next();
    let systolic = newest.map(|(_, one)| Phrase::of(&format!("{}\u{a0}mmHg", one.value.systolic)));
    origin = origin.input(words.systolic, systolic.unwrap_or_else(lacking), newest.map(|(_, one)| one.date));
    let of: [(&str, Fraction); 3] = [
        (words.total_cholesterol, |lab| lab.total_cholesterol),
        (words.hdl, |lab| lab.hdl),
        (words.ldl, |lab| lab.ldl),
    ];
    for (name, field) in of {
        let newest = of_labs(at.case, field).newest_by(at.today);
        let value = newest.map_or_else(lacking, |point| Phrase::of(&cholesterol(at, point.value)));
        origin = origin.input(name, value, newest.map(|point| point.date));
    }
    let egfr = clinic::egfr_series(at.case).ok().and_then(|series| series.newest_by(at.today));
    let value = egfr.map_or_else(lacking, |egfr| {
        Phrase::of(&format!("{} {}", at.lang.real(egfr.value.value, 1), at.words.unit.egfr_unit))
    });
    origin.input(at.words.unit.egfr, value, egfr.map(|egfr| egfr.date))
}

/// As written, and in the unit of the equation.
fn cholesterol(at: &At, value: Cholesterol) -> String {
    let written = at.lang.quantity(&value);
    if value.unit() == "mmol/L" {
        return written;
    }
    let millimoles = value.in_unit("mmol/L").unwrap_or(Decimal::ZERO);
    format!("{written} ({}\u{a0}mmol/L)", at.lang.number(millimoles, 2))
}

fn target_cells(at: &At, class: CvClass) -> Vec<Row> {
    let words = &at.words.basics;
    let first = class.ldl_targets().first().copied();
    let aim = first.map(|one| {
        let both = format!("<\u{a0}{} ({})", target(at, one, "mmol/L"), target(at, one, "g/L"));
        let phrase = Phrase::of(&both);
        match (one.halved, class) {
            (true, _) => phrase.say(words.halved),
            (false, CvClass::LowToModerate) => phrase.quiet(words.low_if),
            (false, _) => phrase,
        }
    });
    vec![Phrase::of((words.cv_class)(class.code())).row(), aim.unwrap_or_default().row()]
}
