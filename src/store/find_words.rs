use super::search::fold;
use crate::archive::filter::{Key, Term, What};

/// More words than this narrow nothing and cost time.
const MOST_WORDS: usize = 16;

/// The terms that the full text answers, as one expression of FTS5 in which every word is quoted, so that none of it is syntax.
pub(super) struct Words {
    sought: Vec<String>,
    left_out: Vec<String>,
}

impl Words {
    /// The expression; none where no word is sought: what is only left out leads nothing.
    pub(super) fn expression(&self) -> Option<String> {
        if self.sought.is_empty() {
            return None;
        }
        let sought = self.sought.join(" AND ");
        Some(match self.left_out.as_slice() {
            [] => sought,
            left_out => format!("({sought}) NOT ({})", left_out.join(" OR ")),
        })
    }

    /// Whether the expression holds this term.
    pub(super) fn takes(&self, term: &Term) -> bool {
        !self.sought.is_empty() && expression(&term.what, false).is_some()
    }
}

/// The words of these terms; the last one that is sought is taken as the beginning of a word.
pub(super) fn words(terms: &[Term]) -> Words {
    let is_word = |term: &&Term| !term.negated && matches!(term.what, What::Word(_));
    let last = terms.iter().rposition(|term| is_word(&term));
    let mut words = Words { sought: Vec::new(), left_out: Vec::new() };
    for (at, term) in terms.iter().enumerate() {
        let Some(expression) = expression(&term.what, last == Some(at)) else { continue };
        let into = if term.negated { &mut words.left_out } else { &mut words.sought };
        if into.len() < MOST_WORDS {
            into.push(expression);
        }
    }
    words
}

/// What the full text is asked for a term; none where it does not answer it.
pub(super) fn expression(what: &What, is_begun: bool) -> Option<String> {
    match what {
        What::Word(word) => quoted(word).map(|word| if is_begun { word + "*" } else { word }),
        What::Phrase(phrase) => quoted(phrase),
        What::Text(Key::Question, words) => column("question", "", words, "*"),
        What::Text(Key::Rationale, words) => column("rationale", "", words, "*"),
        What::Text(Key::Case, words) => column("case_id", "^", words, "*"),
        What::Text(Key::Alias, words) => column("alias", "^", words, ""),
        _ => None,
    }
}

fn column(name: &str, first: &str, words: &[String], begun: &str) -> Option<String> {
    let each: Vec<String> = words.iter().filter_map(|word| Some(format!("{first}{}{begun}", quoted(word)?))).collect();
    (!each.is_empty()).then(|| format!("{name} : ({})", each.join(" OR ")))
}

fn quoted(text: &str) -> Option<String> {
    let plain: String = fold(text).chars().map(|c| if c.is_control() || c == '"' { ' ' } else { c }).collect();
    plain.chars().any(char::is_alphanumeric).then(|| format!("\"{}\"", plain.trim()))
}
