use super::{amount, checked, datum, fact, written};
use crate::domain::Month;
use crate::knowledge::{Alert, AlertGround, Alerts, Amount, Datum, Evidence, Level, Number, SafetyChange};
use crate::text::{Lang, words};

/// Rules that a missing datum names one by one; more are counted.
const MOST_NAMED: usize = 3;

/// The word of a level.
pub fn level(lang: Lang, level: Level) -> &'static str {
    (words(lang).codes.level)(level.code())
}

/// What an alert is about, with its rule: `voclosporin and strong CYP3A4 inhibitor (S07)`.
pub fn alert_name(lang: Lang, alert: &Alert) -> String {
    let name = alert.name.said(lang);
    if alert.rule == "label" { name.to_owned() } else { format!("{name} ({})", alert.rule) }
}

/// What appears and what vanishes, by name: `+ teratogen and pregnancy (S05)`.
pub fn safety_change(lang: Lang, change: &SafetyChange<'_>) -> Vec<String> {
    let named = |sign: &str, alert: &Alert| format!("{sign}\u{a0}{}", alert_name(lang, alert));
    let appear = change.appear.iter().map(|alert| named("+", alert));
    appear.chain(change.vanish.iter().map(|alert| named("−", alert))).collect()
}

/// What speaks for an alert, with its dates, each entry told once; empty where nothing is recorded that does.
pub fn grounds(lang: Lang, alert: &Alert) -> String {
    let mut told: Vec<&str> = Vec::new();
    let mut parts = Vec::new();
    for ground in &alert.grounds {
        let fresh: Vec<&Evidence> = ground.evidence.iter().filter(|one| !told.contains(&one.path.as_str())).collect();
        told.extend(ground.evidence.iter().map(|one| one.path.as_str()));
        let rests = fresh.into_iter().map(|one| evidence(lang, one)).collect::<Vec<_>>().join(", ");
        parts.extend(of_ground(lang, ground, rests));
    }
    parts.join(" · ")
}

/// A number with its name and what it rests on; what is yes or no is told by what it rests on alone.
fn of_ground(lang: Lang, ground: &AlertGround, rests: String) -> Option<String> {
    let numbered = ground.fact.zip(ground.amount.as_ref()).map(|(asked, value)| {
        let rounded = Amount { number: Number(value.number.0.round_dp(2)), ..value.clone() };
        format!("{} {}", fact(words(lang), asked), amount(lang, &rounded))
    });
    match numbered {
        Some(said) if rests.is_empty() => Some(said),
        Some(said) => Some(format!("{said} ({rests})")),
        None => (!rests.is_empty()).then_some(rests),
    }
}

fn evidence(lang: Lang, evidence: &Evidence) -> String {
    let words = words(lang);
    let said = written(lang, evidence.what, &evidence.written);
    match (evidence.what, evidence.date) {
        (Datum::Treatments, Some(day)) => format!("{said} {} {}", words.app.since, lang.date(day)),
        (Datum::Line, _) => format!("{}{} {said}", datum(words, Datum::Line), words.guide.colon),
        (_, Some(day)) if said == lang.date(day) => said,
        (what, Some(day)) => format!("{} {said}, {}", datum(words, what), lang.date(day)),
        (what, None) => format!("{} {said}", datum(words, what)),
    }
}

/// Where a rule was read, as of when, and how sure its entry is.
pub fn vouched(lang: Lang, alert: &Alert) -> String {
    let words = words(lang);
    let mut parts: Vec<String> = Vec::new();
    for source in &alert.source {
        let doi = source.doi.as_ref().map(|doi| format!("{} {doi}", words.table.doi));
        let said = [Some(source.name.clone()), source.reference.clone(), doi];
        parts.push(said.into_iter().flatten().collect::<Vec<_>>().join(", "));
    }
    if alert.as_of != "n. d." {
        let date = alert.as_of.parse::<Month>().map_or_else(|_| alert.as_of.clone(), |month| lang.month(month));
        parts.push((words.safety.as_of)(&date));
    }
    parts.extend(checked(words, alert.checked).map(str::to_owned));
    parts.join(words.report.semicolon)
}

/// What is missing, first what most rules wait for, each with the names of these rules or how many they are.
pub fn missing_rules(lang: Lang, alerts: &Alerts) -> Vec<(String, String)> {
    let words = words(lang);
    let named = |rules: Vec<&Alert>| {
        if rules.len() <= MOST_NAMED {
            return rules.iter().map(|alert| alert_name(lang, alert)).collect::<Vec<_>>().join(", ");
        }
        let ids = rules.iter().map(|alert| alert.rule.as_str()).collect::<Vec<_>>().join(" ");
        format!("{} ({ids})", (words.safety.rules)(rules.len()))
    };
    alerts.missing().into_iter().map(|(what, rules)| (super::data(words, what), named(rules))).collect()
}
