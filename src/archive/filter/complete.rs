use std::ops::Range;

use super::fault::expected;
use super::key::Kind;
use super::parse::{is_sort, split};
use super::values::{Entry, Vocabulary, plain};
use super::{Key, SavedQuery, Sort, scan};
use crate::text::{Lang, fold, words};

/// What may be typed where the cursor is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Completion {
    /// What a candidate takes the place of, in bytes of the line.
    pub span: Range<usize>,
    /// What may stand there, in the order of the list.
    pub candidates: Vec<Candidate>,
    /// What is expected there, where it is no list.
    pub hint: Option<String>,
}

/// Something that may be typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// What is typed.
    pub insert: String,
    /// What it means, in the language of the screen.
    pub means: String,
}

impl Completion {
    /// The line with this candidate in its place, and where the cursor stands then, in bytes.
    pub fn taken(&self, line: &str, candidate: &Candidate) -> (String, usize) {
        let before = line.get(..self.span.start).unwrap_or_default();
        let after = line.get(self.span.end..).unwrap_or_default();
        (format!("{before}{}{after}", candidate.insert), before.len() + candidate.insert.len())
    }
}

/// What may be typed where the cursor is, in bytes of the line. Nothing where words are typed that no filter begins with.
pub fn complete(line: &str, cursor: usize, saved: &[SavedQuery], lang: Lang) -> Completion {
    let cursor = (0..=cursor.min(line.len())).rev().find(|at| line.is_char_boundary(*at)).unwrap_or(0);
    let piece = scan::pieces(line).into_iter().find(|piece| piece.span.start < cursor && cursor <= piece.span.end);
    let Some(piece) = piece else { return keys("", cursor..cursor, lang) };
    let text = line.get(piece.span.clone()).unwrap_or_default();
    let start = piece.span.start + usize::from(text.starts_with('-') && text.len() > 1);
    let typed = line.get(start..cursor.max(start)).unwrap_or_default();
    if typed.chars().next().and_then(scan::closing).is_some() {
        return Completion::default();
    }
    if let Some(name) = typed.strip_prefix('@') {
        return names(name, start..piece.span.end, saved);
    }
    let Some((name, sign)) = split(typed) else { return keys(typed, start..piece.span.end, lang) };
    let value = start + sign + 1;
    let behind = line.get(value..cursor.max(value)).unwrap_or_default();
    if is_sort(name) {
        return orders(behind, value..piece.span.end, lang);
    }
    match Key::named(name).map(|key| (key, key.kind())) {
        Some((_, Kind::Choice(vocabulary))) => values(vocabulary, behind, value, line, piece.span.end, lang),
        Some((key, _)) => Completion { hint: Some(expected(key, lang)), ..Completion::default() },
        None => Completion::default(),
    }
}

fn keys(typed: &str, span: Range<usize>, lang: Lang) -> Completion {
    let folded = fold(typed);
    let say = &words(lang).filter;
    let begins = |key: &&Key| key.names().any(|name| name.starts_with(&folded));
    // The name that is typed, where it is not that of the screen's language.
    let spelled = |key: Key| {
        let own = key.name(lang);
        let other = key.names().find(|name| name.starts_with(&folded));
        if fold(own).starts_with(&folded) { own.to_owned() } else { other.unwrap_or_else(|| own.to_owned()) }
    };
    let candidate = |key: &Key| {
        let sign = if matches!(key.kind(), Kind::Amount(_)) { '>' } else { ':' };
        Candidate { insert: format!("{}{sign}", spelled(*key)), means: (say.key)(key.code()).to_owned() }
    };
    let mut candidates: Vec<Candidate> = Key::ALL.iter().filter(begins).map(candidate).collect();
    let sort = if lang == Lang::Fr { "tri" } else { "sort" };
    if sort.starts_with(&folded) {
        candidates.push(Candidate { insert: format!("{sort}:"), means: say.order.to_owned() });
    }
    Completion { span, candidates, hint: None }
}

fn names(typed: &str, span: Range<usize>, saved: &[SavedQuery]) -> Completion {
    let folded = plain(typed);
    let fits = saved.iter().filter(|one| plain(&one.name).contains(&folded));
    let candidates = fits.map(|one| Candidate { insert: format!("@{}", one.name), means: one.text.clone() }).collect();
    Completion { span, candidates, hint: None }
}

fn orders(typed: &str, span: Range<usize>, lang: Lang) -> Completion {
    let folded = plain(typed);
    let fits = Sort::ALL
        .into_iter()
        .filter(|sort| sort.code().trim_start_matches('-').starts_with(folded.trim_start_matches('-')));
    let means = |sort: Sort| (words(lang).filter.sort)(sort.code()).to_owned();
    let candidates = fits.map(|sort| Candidate { insert: sort.code().to_owned(), means: means(sort) }).collect();
    Completion { span, candidates, hint: None }
}

fn values(vocabulary: Vocabulary, behind: &str, value: usize, line: &str, end: usize, lang: Lang) -> Completion {
    let place = scan::parted(behind).pop().map_or(0, |(place, _)| place.start);
    let part = behind.get(place..).unwrap_or_default();
    let from = value + place + vocabulary.last_part(part);
    let folded = plain(line.get(from..value + behind.len()).unwrap_or_default());
    // What stands behind the next comma stays.
    let rest = line.get(from..end).unwrap_or_default();
    let to = from + rest.find([',', '+']).filter(|at| from + at >= value + behind.len()).unwrap_or(rest.len());
    let names = |entry: &Entry| [entry.code, entry.label(Lang::Fr), entry.label(Lang::En)].map(plain);
    let begins = |entry: &&Entry| names(entry).iter().any(|name| name.starts_with(&folded));
    let holds = |entry: &&Entry| names(entry).iter().any(|name| name.contains(&folded));
    let fits: Vec<&Entry> = vocabulary.entries().iter().filter(begins).collect();
    let fits = if fits.is_empty() { vocabulary.entries().iter().filter(holds).collect() } else { fits };
    let candidate =
        |entry: &&Entry| Candidate { insert: vocabulary.spelled(entry, lang), means: entry.label(lang).to_owned() };
    let candidates: Vec<Candidate> = fits.iter().map(candidate).collect();
    // What stands there whole needs no more.
    let is_whole = matches!(candidates.as_slice(), [one] if plain(&one.insert) == folded);
    Completion { span: from..to, candidates: if is_whole { Vec::new() } else { candidates }, hint: None }
}
