use super::At;
use super::origin::Origin;
use super::phrase::{Phrase, Row};
use crate::clinic::{Answer, EGFR_SLOPE, Egfr, KDIGO_RAPID, Point, Slope, SlopeValues, Verdict, egfr_slope};
use crate::text::rounded;

fn found(at: &At) -> Answer<Slope> {
    egfr_slope(&SlopeValues::of(at.case, at.today)?.kept)
}

fn signed(at: &At, value: f64) -> String {
    let Some(value) = rounded(value, 1) else { return "–".to_owned() };
    let sign = if value.is_sign_negative() { "\u{2212}" } else { "+" };
    format!("{sign}{}", at.lang.fixed(value.abs(), 1))
}

pub(super) fn told(at: &At) -> Vec<Row> {
    let mut rows = vec![headline(at)];
    rows.extend(left_out(at));
    rows.into_iter().map(Phrase::row).collect()
}

fn headline(at: &At) -> Phrase {
    let words = at.words;
    let slope = match found(at) {
        Ok(slope) => slope,
        Err(needs) => return at.lacking(&needs),
    };
    let (low, high) = slope.interval;
    let span = (words.count.days)(slope.days);
    let phrase = Phrase::default()
        .strong(&signed(at, slope.per_year))
        .quiet(&format!("{}{}", words.unit.egfr_unit, words.unit.per_year))
        .dot()
        .say(&(words.kidney.interval)(&signed(at, low), &signed(at, high)))
        .quiet(&(words.kidney.values_over)(slope.values, &span));
    let phrase =
        slope.of_pairs.map_or(phrase.clone(), |pairs| phrase.dot().quiet(&(words.kidney.of_pairs)(&signed(at, pairs))));
    if slope.is_rapid() { phrase.dot().judged(words.kidney.rapid, false) } else { phrase }
}

/// Values left out by hand are always told.
fn left_out(at: &At) -> Option<Phrase> {
    let values = SlopeValues::of(at.case, at.today).ok()?;
    let each = values.left_out.iter().map(|point| {
        let value = at.lang.real(point.value.value, 0);
        format!("{} ({value})", at.lang.date(point.date))
    });
    let each: Vec<String> = each.collect();
    (!each.is_empty()).then(|| Phrase::default().quiet(at.words.kidney.left_out).say(&each.join(", ")))
}

pub(super) fn origin(at: &At) -> Origin {
    let words = &at.words.kidney;
    let mut origin = Origin::default();
    match SlopeValues::of(at.case, at.today) {
        Ok(values) => {
            origin = values.kept.points().iter().rev().fold(origin, |origin, point| value(at, origin, *point, ""));
            origin = values.left_out.iter().fold(origin, |origin, point| value(at, origin, *point, words.excluded));
            origin = values.without_value.iter().fold(origin, |origin, day| {
                origin.input(words.excluded, Phrase::default().lacks(words.no_value), Some(*day))
            });
        }
        Err(needs) => origin = origin.lacking(&at.needs(&needs)),
    }
    match found(at) {
        Ok(slope) => origin = judged(at, origin, &slope),
        Err(needs) => origin = origin.lacking(&at.needs(&needs)),
    }
    let rules = [words.rule_slope, words.rule_error, words.rule_pairs, words.rule_excludes];
    rules.into_iter().fold(origin, Origin::rule).source(EGFR_SLOPE).source(KDIGO_RAPID)
}

fn value(at: &At, origin: Origin, point: Point<Egfr>, note: &str) -> Origin {
    let value = Phrase::of(&at.lang.real(point.value.value, 1)).quiet(point.value.equation.name());
    let value = if note.is_empty() { value } else { value.judged(note, false) };
    origin.input(at.words.unit.egfr, value, Some(point.date))
}

fn judged(at: &At, origin: Origin, slope: &Slope) -> Origin {
    let words = &at.words.kidney;
    let error =
        format!("{} {}{}", at.lang.real(slope.standard_error, 2), at.words.unit.egfr_unit, at.words.unit.per_year);
    let per_year = Phrase::of(&signed(at, slope.per_year));
    let high = Phrase::of(&signed(at, slope.interval.1));
    origin
        .input(words.standard_error, Phrase::of(&error), None)
        .danger(words.asks_rapid, per_year, Verdict::of(slope.is_rapid()))
        .danger(words.asks_surely, high, Verdict::of(slope.is_surely_rapid()))
}
