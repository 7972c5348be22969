//! Where a text that does not fit may end, so that what is left never says something else than the whole.

/// After one of these something must come: a text that ended here would deny, limit or promise something else.
const LEADING: [&str; 117] = [
    "a", "above", "after", "almost", "and", "any", "après", "as", "at", "au", "aucun", "aucune", "aux", "avant",
    "avec", "before", "below", "between", "but", "by", "ces", "cet", "cette", "contre", "d", "dans", "de", "des", "du",
    "dès", "each", "either", "en", "entre", "et", "except", "for", "from", "guère", "hardly", "hors", "if", "in",
    "jamais", "jusqu", "l", "la", "le", "least", "les", "less", "lors", "mais", "moins", "more", "most", "n", "n'est",
    "ne", "nearly", "neither", "never", "ni", "no", "non", "nor", "not", "n’est", "of", "off", "on", "or", "ou",
    "over", "par", "pas", "per", "peu", "plus", "pour", "presque", "qu", "quand", "quasi", "que", "rarely", "rather",
    "sa", "sans", "sauf", "ses", "si", "since", "son", "sous", "sur", "than", "the", "this", "to", "très", "un",
    "under", "une", "unless", "until", "up", "upon", "vers", "very", "via", "when", "where", "with", "within",
    "without", "à",
];

/// Signs that join what stands before them to what follows.
const JOINING: [char; 20] =
    ['+', '-', '−', '–', '±', '×', '/', '<', '>', '≤', '≥', '=', '≠', '≈', '~', '→', '↗', '↘', '(', '['];

/// How many of the first `fitting` words may stand before `…`: no number without its unit, no sign without what it applies to,
/// no « pas » without what is denied. The words are those of the whole text.
pub fn kept(words: &[String], fitting: usize) -> usize {
    let whole = |count: &usize| {
        let last = count.checked_sub(1).and_then(|last| words.get(last));
        last.is_some_and(|last| ends(last)) && words.get(*count).is_none_or(|next| !joins(next))
    };
    (1..=fitting.min(words.len())).rev().find(whole).unwrap_or(0)
}

/// Whether a text may end with this word.
fn ends(word: &str) -> bool {
    let bare = word.trim_end_matches([',', ';', '.', ':', '·', '!', '?', '»', '"', '\u{a0}', '\u{202f}']);
    let last = bare.split(['\u{a0}', '\u{202f}']).next_back().unwrap_or_default();
    let sign = last.chars().next_back();
    sign.is_some_and(|sign| {
        (!sign.is_numeric() || matches!(sign, '²' | '³'))
            && !JOINING.contains(&sign)
            && !matches!(sign, '\'' | '’' | '«')
    }) && !leads(last)
}

fn leads(word: &str) -> bool {
    let word = word.trim_start_matches(['(', '«', '"', '[']).to_lowercase();
    let elided = word.rsplit(['\'', '’']).next().unwrap_or_default();
    LEADING.contains(&word.as_str()) || LEADING.contains(&elided)
}

/// Whether this word goes with the one before it.
fn joins(word: &str) -> bool {
    // With a hard space behind it a sign is the mark of a new thing: what is added, what is taken away.
    let is_mark = word.starts_with("+\u{a0}") || word.starts_with("−\u{a0}");
    matches!(word, "par" | "per") || !is_mark && word.starts_with(['+', '−', '–', '±', '×', '/', '→', '=', '%'])
}

/// How many letters of a word that does not fit may stand before `…`: some of a word of letters, none of a dose, a date or a
/// number, of which a part is another one.
pub fn letters(word: &str, fitting: usize) -> usize {
    let has_part = |letter: char| !letter.is_numeric() && !JOINING.contains(&letter);
    // Half of an acronym is another one.
    if !word.chars().all(has_part) || word.chars().skip(1).any(char::is_uppercase) {
        return 0;
    }
    let part = |count: &usize| word.chars().take(*count).collect::<String>();
    (1..=fitting).rev().find(|count| ends(&part(count))).unwrap_or(0)
}
