use super::parse::{is_sort, split};
use super::print::sorted;
use super::{Sort, scan};
use crate::text::Lang;

/// The line with this order instead of the one it asks for; without any where it is the default.
pub fn with_sort(line: &str, sort: Sort, lang: Lang) -> String {
    let mut kept = String::new();
    let mut from = 0;
    for piece in scan::pieces(line) {
        let text = line.get(piece.span.clone()).unwrap_or_default();
        if split(text).is_some_and(|(name, _)| is_sort(name)) {
            kept.push_str(line.get(from..piece.span.start).unwrap_or_default());
            from = piece.span.end;
        }
    }
    kept.push_str(line.get(from..).unwrap_or_default());
    let kept = kept.trim();
    match sort {
        Sort::Newest => kept.to_owned(),
        other if kept.is_empty() => sorted(other, lang),
        other => format!("{kept} {}", sorted(other, lang)),
    }
}

/// Whether a query can be saved under this name: letters, digits and hyphens, at most 40.
pub fn is_name(name: &str) -> bool {
    const LONGEST: usize = 40;
    let is_allowed = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_');
    name.chars().any(char::is_alphanumeric) && name.chars().count() <= LONGEST && name.chars().all(is_allowed)
}
