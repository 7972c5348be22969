use rust_decimal::Decimal;

use crate::domain::{
    Adherence, AplProfile, Comorbidity, Contraception, Dose, Drug, Extent, FractureRisk, Lesions, Metaboliser, Month,
    Organ, PregnancyStatus, PregnancyTest, Replacement, Screening, Severity, Sex, Step, Wish, YesNo,
};
use crate::knowledge::{
    Amount, Ceiling, Datum, DoseRange, Elapsed, Expectation, Goal, MgRange, Number, Operator, Pulse, Scheme, Span,
    Target,
};
use crate::text::{Lang, words};

/// Decimals that doses and targets keep.
pub(super) const DECIMALS: u32 = 2;

pub(super) fn span(lang: Lang, span: Span) -> String {
    lang.range(span.least.0, span.most.0, DECIMALS)
}

/// A number with its unit, as this language writes it.
pub fn amount(lang: Lang, amount: &Amount) -> String {
    let number = amount.number.0;
    match amount.unit.as_str() {
        "" => lang.number(number, DECIMALS),
        "mL/min/1.73m²" => format!("{}\u{a0}{}", lang.number(number, DECIMALS), words(lang).unit.egfr_unit),
        "months" => counted(words(lang).count.months, number),
        "years" => counted(words(lang).count.years, number),
        "weeks" => counted(words(lang).count.weeks, number),
        "days" => counted(words(lang).count.days, number),
        unit => lang.amount(number.normalize(), unit),
    }
}

fn counted(count: fn(i64) -> String, number: Decimal) -> String {
    i64::try_from(number).map_or_else(|_| number.to_string(), count)
}

/// Proteinuria; thousandths of g/g are written in g/g, which is exact.
pub fn proteinuria(lang: Lang, written: &Amount) -> String {
    match written.unit.as_str() {
        "mg/g" => lang.amount((written.number.0 / Decimal::ONE_THOUSAND).normalize(), "g/g"),
        _ => lang.amount(written.number.0.round_dp(3).normalize(), &written.unit),
    }
}

/// A value of a case file as it was written, with what this language writes otherwise: days, doses, codes, numbers.
pub fn written(lang: Lang, what: Datum, written: &str) -> String {
    let words = words(lang);
    if let Some(list) = written.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        let entries: Vec<String> = list.split(", ").map(|entry| entry_of(lang, entry)).collect();
        return if list.is_empty() { words.app.none.to_owned() } else { entries.join(", ") };
    }
    let label = match what {
        Datum::Apl => AplProfile::from_code(written).map(|code| words.label(code)),
        Datum::Adherence => Adherence::from_code(written).map(|code| words.label(code)),
        Datum::PregnancyStatus => PregnancyStatus::from_code(written).map(|code| words.label(code)),
        Datum::PregnancyWish => Wish::from_code(written).map(|code| words.label(code)),
        Datum::Fibrosis | Datum::InterstitialInflammation => Extent::from_code(written).map(|code| words.label(code)),
        Datum::Lesions => Lesions::from_code(written).map(|code| words.label(code)),
        Datum::Replacement => Replacement::from_code(written).map(|code| words.label(code)),
        Datum::Sex => Sex::from_code(written).map(|code| words.label(code)),
        Datum::Contraception => Contraception::from_code(written).map(|code| words.label(code)),
        Datum::PregnancyTest => PregnancyTest::from_code(written).map(|code| words.label(code)),
        Datum::AntiSsa | Datum::HepatitisB => Screening::from_code(written).map(|code| words.label(code)),
        Datum::Pjp => Step::from_code(written).map(|code| words.label(code)),
        Datum::FractureRisk => FractureRisk::from_code(written).map(|code| words.label(code)),
        Datum::Tpmt | Datum::Nudt15 => Metaboliser::from_code(written).map(|code| words.label(code)),
        Datum::Influenza | Datum::Pneumococcus | Datum::Zoster | Datum::Hpv if written == "never" => {
            Some(words.safety.never)
        }
        _ => YesNo::from_code(written).map(|code| words.label(code)),
    };
    label.map_or_else(|| plain(lang, written), str::to_owned)
}

/// An entry of a list: a comorbidity, or an organ with its severity.
fn entry_of(lang: Lang, entry: &str) -> String {
    let words = words(lang);
    let organ = entry.split_once(": ").and_then(|(organ, severity)| {
        let (organ, severity) = (Organ::from_code(organ)?, Severity::from_code(severity)?);
        Some(format!("{} {}", words.label(organ), words.label(severity)))
    });
    let comorbidity = || Comorbidity::from_code(entry).map(|code| words.label(code).to_owned());
    organ.or_else(comorbidity).unwrap_or_else(|| entry.to_owned())
}

fn plain(lang: Lang, written: &str) -> String {
    if let Some(drug) = Drug::from_code(written) {
        return words(lang).label(drug).to_owned();
    }
    if let Ok(month) = written.parse::<Month>() {
        return lang.month(month);
    }
    if let Some(drug) = Drug::from_code(written) {
        return words(lang).label(drug).to_owned();
    }
    if let Some((drug, rest)) = written.split_once(' ').and_then(|(drug, rest)| Some((Drug::from_code(drug)?, rest))) {
        let dose = rest.parse::<Dose>().map_or_else(|_| rest.to_owned(), |dose| lang.dose(&dose));
        return format!("{} {dose}", words(lang).label(drug));
    }
    let (value, note) = written.split_once(" (").map_or((written, None), |(value, note)| (value, Some(note)));
    let is_measured =
        |value: &Amount| value.unit.is_empty() || value.unit.starts_with(|c: char| c.is_alphabetic() || c == '%');
    match (value.parse::<Amount>().ok().filter(is_measured), note) {
        (Some(value), Some(note)) => format!("{} ({note}", amount(lang, &value)),
        (Some(value), None) => amount(lang, &value),
        (None, _) => written.to_owned(),
    }
}

/// Intravenous methylprednisolone: `250–1000 mg/d, 1–3 d, 500–2500 mg in all`.
pub fn pulse(lang: Lang, pulse: &Pulse) -> String {
    pulse_parts(lang, pulse).join(", ")
}

/// The same in parts that say something each: the dose of a day for how many days, and the total where both are printed.
pub fn pulse_parts(lang: Lang, pulse: &Pulse) -> Vec<String> {
    let guide = &words(lang).guide;
    let daily = pulse.daily_mg.map(|mg| format!("{}\u{a0}{}", span(lang, mg), words(lang).unit.mg_per_day));
    let total = pulse.total_mg.map(|mg| (guide.in_all)(&span(lang, mg)));
    let days = (guide.for_days)(&span(lang, pulse.days));
    match (daily, total) {
        (Some(daily), total) => std::iter::once(format!("{daily}, {days}")).chain(total).collect(),
        (None, Some(total)) => vec![format!("{days}, {total}")],
        (None, None) => vec![days],
    }
}

/// The oral starts of a cell, mg/d for this weight, with what they come from.
pub fn doses(lang: Lang, doses: &[DoseRange]) -> Vec<String> {
    doses.iter().map(|range| dose(lang, range)).collect()
}

fn dose(lang: Lang, range: &DoseRange) -> String {
    let guide = &words(lang).guide;
    let per_kilo = match range.from_mg_per_kg {
        Some(from) => lang.range(from.0, range.to_mg_per_kg.0, DECIMALS),
        None => format!("≤\u{a0}{}", lang.number(range.to_mg_per_kg.0, DECIMALS)),
    };
    let mut notes = vec![format!("{per_kilo}\u{a0}mg/kg")];
    notes.extend(range.floored.then(|| guide.floor.to_owned()));
    notes.extend(range.capped.then(|| guide.cap.to_owned()));
    let mg = range.mg.map_or_else(|| guide.weight_missing.to_owned(), |mg| mg_range(lang, mg));
    let weeks = range.weeks.map(|weeks| format!(", {}", (guide.at_most_weeks)(&weeks.to_string())));
    let text = format!("{mg} ({}){}", notes.join(", "), weeks.unwrap_or_default());
    scheme(lang, range.scheme).map_or(text.clone(), |scheme| format!("{scheme}\u{a0}{text}"))
}

/// Milligrams a day; an empty range says so by its ends.
pub fn mg_range(lang: Lang, range: MgRange) -> String {
    let unit = words(lang).unit.mg_per_day;
    let most = lang.number(range.most.0, DECIMALS);
    match range.least {
        None => format!("≤\u{a0}{most}\u{a0}{unit}"),
        Some(least) if least > range.most => {
            let least = lang.number(least.0, DECIMALS);
            format!("≥\u{a0}{least} > {most}\u{a0}{unit}")
        }
        Some(least) => format!("{}\u{a0}{unit}", lang.range(least.0, range.most.0, DECIMALS)),
    }
}

pub(super) fn scheme(lang: Lang, scheme: Scheme) -> Option<&'static str> {
    (scheme != Scheme::Single).then(|| (words(lang).codes.scheme)(scheme.code()))
}

/// A ceiling of daily prednisone with its time: `≤ 5 mg/d by M4–6`.
pub fn target(lang: Lang, target: &Target) -> String {
    let guide = &words(lang).guide;
    let most = lang.number(target.at_most_mg.0, DECIMALS);
    let months = target.months.map(|months| (guide.by_month)(&span(lang, months)));
    let weeks = target.weeks.map(|weeks| (guide.by_week)(&span(lang, weeks)));
    let mut parts: Vec<String> = scheme(lang, target.scheme).map(str::to_owned).into_iter().collect();
    parts.push(format!("≤\u{a0}{most}\u{a0}{}", words(lang).unit.mg_per_day));
    parts.extend(months.or(weeks));
    parts.join("\u{a0}")
}

/// A response to reach, in this patient's numbers, without its mark.
pub fn expectation(lang: Lang, expectation: &Expectation) -> String {
    let guide = &words(lang).guide;
    let mut parts: Vec<String> = expectation.proteinuria.iter().map(|one| ceiling(lang, one)).collect();
    parts.extend(expectation.egfr_least.as_ref().map(|least| least_egfr(lang, least)));
    parts.extend(expectation.egfr_within.map(|within| (guide.egfr_within)(&span(lang, within))));
    let text = parts.join(", ");
    match expectation.goal {
        Goal::Target => text,
        goal => format!("{}{} {text}", (words(lang).codes.goal)(goal.code()), guide.colon),
    }
}

/// The least eGFR, with its unit.
pub(super) fn least_egfr(lang: Lang, least: &Amount) -> String {
    let unit = &words(lang).unit;
    format!("{}\u{a0}≥\u{a0}{}\u{a0}{}", unit.egfr, lang.number(least.number.0, 1), unit.egfr_unit)
}

pub(super) fn ceiling(lang: Lang, ceiling: &Ceiling) -> String {
    let operator = match ceiling.operator {
        Operator::Below => "<",
        Operator::AtMost => "≤",
        Operator::AtLeast => "≥",
    };
    let fall = ceiling.fall.map(|Number(fall)| lang.signed_percent(-fall, DECIMALS));
    match (&ceiling.amount, fall) {
        (Some(limit), None) => format!("{operator}\u{a0}{}", proteinuria(lang, limit)),
        (Some(limit), Some(fall)) => format!("{operator}\u{a0}{} ({fall})", proteinuria(lang, limit)),
        (None, Some(fall)) => fall,
        (None, None) => words(lang).app.unknown.to_owned(),
    }
}

/// How long to treat, and how long it has been.
pub fn duration(lang: Lang, elapsed: &Elapsed) -> String {
    let guide = &words(lang).guide;
    let duration = &elapsed.duration;
    let least = Decimal::from(duration.least_months);
    let months = match duration.most_months {
        Some(most) => lang.range(least, Decimal::from(most), 0),
        None => format!("≥\u{a0}{}", lang.number(least, 0)),
    };
    let since = (words(lang).codes.counted_from)(duration.counted_from.code());
    let passed = elapsed
        .months
        .map_or_else(|| words(lang).app.unknown.to_owned(), |months| (guide.passed)(&lang.number(months.0, 0)));
    format!("{} {since} ({passed})", (guide.months_of)(&months))
}
