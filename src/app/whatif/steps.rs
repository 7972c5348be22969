//! From one value of a fact to the next: answers and classes come round, numbers climb steps that a clinic thinks in.

use rust_decimal::Decimal;

use crate::domain::Class;
use crate::knowledge::{Amount, FactId, Kind, Measure, Value};

/// The value that a key turns to; the true value is one of the steps, and none is beyond the ends of a number's.
pub(super) fn turned(fact: FactId, truth: &Value, now: &Value, by: isize) -> Option<Value> {
    match fact.kind() {
        Kind::Flag => round(vec![Value::Flag(true), Value::Flag(false)], truth, now, by),
        Kind::Classes => round(classes(), truth, now, by),
        Kind::Number(measure) => climbed(fact, measure, truth, now, by).map(Value::Number),
    }
}

/// The unit that meetings speak of a fact in, where no value gives one.
pub(super) fn unit(fact: FactId) -> Option<String> {
    match fact.kind() {
        Kind::Number(Measure::Proteinuria) => Some("g/g".to_owned()),
        Kind::Number(measure) => Some(measure.unit().to_owned()),
        _ => None,
    }
}

fn classes() -> Vec<Value> {
    use Class as C;
    let usual: [&[Class]; 8] =
        [&[C::I], &[C::II], &[C::III], &[C::IV], &[C::III, C::V], &[C::IV, C::V], &[C::V], &[C::VI]];
    usual.into_iter().map(|class| Value::Classes(class.to_vec())).collect()
}

/// To the next of a closed list that comes round; a true value that is not on it stands before its first.
fn round(mut values: Vec<Value>, truth: &Value, now: &Value, by: isize) -> Option<Value> {
    if !values.contains(truth) {
        values.insert(0, truth.clone());
    }
    let count = isize::try_from(values.len()).ok()?;
    let next = match values.iter().position(|value| value == now) {
        Some(at) => (isize::try_from(at).ok()? + by).rem_euclid(count),
        None => 0,
    };
    values.get(usize::try_from(next).ok()?).cloned()
}

fn climbed(fact: FactId, measure: Measure, truth: &Value, now: &Value, by: isize) -> Option<Amount> {
    let number = |value: &Value| match value {
        Value::Number(amount) => Some(amount.clone()),
        _ => None,
    };
    let (truth, now) = (number(truth), number(now));
    let unit = now.as_ref().or(truth.as_ref()).map(|amount| amount.unit.clone()).or_else(|| unit(fact))?;
    let mut steps: Vec<Amount> = steps(fact, &unit).into_iter().map(|step| Amount::new(step, &unit)).collect();
    let size = |amount: &Amount| measure.canonical(amount).unwrap_or_default();
    let Some(now) = now else {
        return truth.or_else(|| steps.get(steps.len() / 2).cloned());
    };
    steps.extend(truth);
    steps.sort_by_key(size);
    let here = size(&now);
    let mut up = steps.iter().filter(|step| size(step) > here);
    let mut down = steps.iter().filter(|step| size(step) < here);
    if by > 0 { up.next().cloned() } else { down.next_back().cloned() }
}

/// Steps of proteinuria, tenths of g/g.
const GRAMS: [i64; 19] = [2, 3, 5, 7, 8, 10, 15, 20, 25, 30, 35, 40, 45, 50, 60, 70, 80, 100, 120];

/// The steps of a number in this unit. They include the limits that the guidelines print, so that each side of one can be
/// seen with a key.
fn steps(fact: FactId, unit: &str) -> Vec<Decimal> {
    let whole = |values: &[i64]| values.iter().map(|value| Decimal::from(*value)).collect::<Vec<_>>();
    let tenths = |values: &[i64]| values.iter().map(|value| Decimal::new(*value, 1).normalize()).collect::<Vec<_>>();
    let every = |from: i64, to: i64, by: usize| (from..=to).step_by(by).map(Decimal::from).collect::<Vec<_>>();
    match fact {
        FactId::Proteinuria | FactId::BaselineProteinuria => match unit {
            "g/g" | "g/24h" => tenths(&GRAMS),
            "mg/mmol" => GRAMS.iter().map(|grams| Decimal::from(grams * 10)).collect(),
            _ => GRAMS.iter().map(|grams| Decimal::from(grams * 100)).collect(),
        },
        FactId::Egfr | FactId::BaselineEgfr | FactId::PreflareEgfr => {
            whole(&[10, 15, 20, 25, 29, 30, 35, 40, 44, 45, 50, 59, 60, 70, 80, 90, 100, 110, 120])
        }
        FactId::ActivityIndex => every(0, 24, 1),
        FactId::ChronicityIndex => every(0, 12, 1),
        FactId::FailedCourses => every(0, 6, 1),
        FactId::Crescents => whole(&[0, 5, 10, 20, 25, 30, 40, 50, 60, 75, 100]),
        FactId::Adamts13 => whole(&[5, 9, 10, 20, 30, 50, 70, 100]),
        FactId::Albumin => whole(&[15, 18, 20, 22, 25, 28, 30, 32, 35, 38, 40, 45]),
        FactId::Igg => whole(&[2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20]),
        FactId::Platelets => whole(&[10, 20, 30, 50, 75, 100, 125, 150, 200, 250, 300, 400]),
        FactId::Systolic => every(80, 220, 5),
        FactId::Diastolic => every(40, 130, 5),
        FactId::Age => whole(&[5, 10, 15, 17, 18, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90]),
        FactId::Weight => every(20, 150, 5),
        FactId::Prednisone => tenths(&[0, 25, 50, 75, 100, 125, 150, 200, 250, 300, 400, 500, 600]),
        _ => whole(&[0, 1, 2, 3, 4, 6, 9, 12, 18, 24, 30, 36, 42, 48, 60, 72]),
    }
}
