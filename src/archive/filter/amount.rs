use super::key::Unit;
use super::query::{Bound, Span};
use crate::domain::Upcr;

/// An amount against a comparison, or between two: `>2`, `>=2 g/g`, `:30..60`, `=2`; else whether its end comes before its
/// beginning.
pub(super) fn read(written: &str, unit: Unit) -> Result<Span<f64>, bool> {
    let (sign, rest) = sign(written.trim());
    let rest = rest.trim();
    if let Some((from, to)) = rest.split_once("..").filter(|_| matches!(sign, Sign::Equal)) {
        return between(from.trim(), to.trim(), unit);
    }
    let at = value(rest, unit).ok_or(false)?;
    Ok(match sign {
        Sign::Equal => Span { least: Some(Bound::at(at)), most: Some(Bound::at(at)) },
        Sign::Above(included) => Span { least: Some(Bound { at, included }), most: None },
        Sign::Below(included) => Span { least: None, most: Some(Bound { at, included }) },
    })
}

enum Sign {
    Equal,
    /// Whether the value itself is within.
    Above(bool),
    Below(bool),
}

fn sign(written: &str) -> (Sign, &str) {
    const SIGNS: [(&str, Sign); 8] = [
        (">=", Sign::Above(true)),
        ("<=", Sign::Below(true)),
        ("≥", Sign::Above(true)),
        ("≤", Sign::Below(true)),
        (">", Sign::Above(false)),
        ("<", Sign::Below(false)),
        ("=", Sign::Equal),
        (":", Sign::Equal),
    ];
    let after_colon =
        written.strip_prefix(':').map(str::trim_start).filter(|rest| rest.starts_with(['<', '>', '≤', '≥']));
    let written = after_colon.unwrap_or(written);
    let found = SIGNS.into_iter().find_map(|(sign, meant)| Some((meant, written.strip_prefix(sign)?)));
    found.unwrap_or((Sign::Equal, written))
}

fn between(from: &str, to: &str, unit: Unit) -> Result<Span<f64>, bool> {
    // The unit behind the second amount is that of both.
    let of_both = to.find(|letter: char| !is_of_number(letter)).and_then(|at| to.get(at..)).unwrap_or_default();
    let is_bare = from.chars().all(is_of_number);
    let from = if is_bare { format!("{from}{of_both}") } else { from.to_owned() };
    let bound = |written: &str| value(written, unit).map(Bound::at).ok_or(false);
    let is_open = |written: &str| !written.chars().any(|letter| letter.is_ascii_digit());
    let (from_open, to_open) = (is_open(&from), to.is_empty());
    let span = match (from_open, to_open) {
        (true, true) => return Err(false),
        (true, false) => Span { least: None, most: Some(bound(to)?) },
        (false, true) => Span { least: Some(bound(&from)?), most: None },
        (false, false) => Span { least: Some(bound(&from)?), most: Some(bound(to)?) },
    };
    match (span.least, span.most) {
        (Some(least), Some(most)) if most.at < least.at => Err(true),
        _ => Ok(span),
    }
}

fn is_of_number(letter: char) -> bool {
    letter.is_ascii_digit() || matches!(letter, '.' | ',')
}

/// An amount in the unit that is stored.
fn value(written: &str, unit: Unit) -> Option<f64> {
    let written = written.trim();
    let end = written.find(|letter: char| !is_of_number(letter)).unwrap_or(written.len());
    let (number, symbol) = (written.get(..end)?, written.get(end..)?.trim());
    let number = number.replace(',', ".");
    let is_number = number.starts_with(|letter: char| letter.is_ascii_digit())
        && number.ends_with(|letter: char| letter.is_ascii_digit())
        && number.len() <= 12;
    let amount: f64 = number.parse().ok().filter(|_| is_number)?;
    if symbol.is_empty() {
        return Some(amount);
    }
    if !is_unit(symbol, unit) {
        return None;
    }
    match unit {
        Unit::Upcr => in_grams(&number, &symbol.to_lowercase()),
        _ => Some(amount),
    }
}

/// A protein to creatinine ratio in g/g, by the factors of case files.
fn in_grams(number: &str, symbol: &str) -> Option<f64> {
    let ratio: Upcr = format!("{number} {symbol}").parse().ok()?;
    ratio.in_unit("g/g")?.to_string().parse().ok()
}

/// Whether this is a way of writing the unit.
pub(super) fn is_unit(written: &str, unit: Unit) -> bool {
    let folded: String = crate::text::fold(written).split_whitespace().collect();
    unit.written().contains(&folded.as_str())
}

/// A span as it is written behind its key.
pub(super) fn printed(span: &Span<f64>) -> String {
    match (span.least, span.most) {
        (Some(least), Some(most)) if least == most => format!("={}", least.at),
        (Some(least), Some(most)) => format!(":{}..{}", least.at, most.at),
        (Some(least), None) => format!(">{}{}", if least.included { "=" } else { "" }, least.at),
        (None, Some(most)) => format!("<{}{}", if most.included { "=" } else { "" }, most.at),
        (None, None) => ":".to_owned(),
    }
}
