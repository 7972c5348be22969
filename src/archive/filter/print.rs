use super::Key;
use super::parse::{is_not, parse};
use super::query::{Query, Sort, Term, What};
use super::{SavedQuery, amount, days};
use crate::text::Lang;

/// The line that asks this, keys in this language: reading it again gives the same query, where `saved` holds the queries
/// that it calls by name.
pub fn print(query: &Query, saved: &[SavedQuery], lang: Lang) -> String {
    let terms = query.terms.iter().enumerate().map(|(at, term)| {
        let said = printed(term, saved, lang);
        let before_filter =
            query.terms.get(at + 1).is_some_and(|next| !matches!(next.what, What::Word(_) | What::Phrase(_)));
        // The word `not` is told from the sign by a quotation that is not opened.
        if before_filter && is_not(&said) { format!("{said}\"") } else { said }
    });
    let sort = (query.sort != Sort::default()).then(|| sorted(query.sort, lang));
    terms.chain(sort).collect::<Vec<_>>().join(" ")
}

/// How an order is asked for.
pub fn sorted(sort: Sort, lang: Lang) -> String {
    let name = match lang {
        Lang::Fr => "tri",
        Lang::En => "sort",
    };
    format!("{name}:{}", sort.code())
}

fn printed(term: &Term, saved: &[SavedQuery], lang: Lang) -> String {
    let sign = if term.negated { "-" } else { "" };
    let among = |key: &Key, values: &[String]| {
        let values: Vec<String> = values.iter().map(|value| quoted_if_needed(value)).collect();
        format!("{}:{}", key.name(lang), values.join(","))
    };
    let said = match &term.what {
        What::Word(word) => {
            let alone = Term { negated: false, what: What::Word(word.clone()) };
            let bare = parse(&format!("{sign}{word}"), saved).query.terms;
            let is_same = matches!(bare.as_slice(), [one] if one.what == alone.what && one.negated == term.negated);
            if is_same { word.clone() } else { quoted(word) }
        }
        What::Phrase(phrase) => quoted(phrase),
        What::Among(key, codes) => among(key, codes),
        What::Text(key, words) => among(key, words),
        What::Amount(key, span) => format!("{}{}", key.name(lang), amount::printed(span)),
        What::Days(Key::Meeting, span) if days::is_meant(&days::printed(span)) => days::printed(span),
        What::Days(key, span) => format!("{}:{}", key.name(lang), days::printed(span)),
        What::Saved(name, _) => format!("@{name}"),
    };
    format!("{sign}{said}")
}

fn quoted_if_needed(value: &str) -> String {
    let is_plain =
        value.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '+' | '/' | '.'));
    if is_plain { value.to_owned() } else { quoted(value) }
}

/// In whichever quotes the text does not hold itself.
fn quoted(text: &str) -> String {
    let close = |close: char| !text.contains(close);
    match () {
        () if close('"') => format!("\"{text}\""),
        () if close('”') => format!("“{text}”"),
        () => format!("«{text}»"),
    }
}
