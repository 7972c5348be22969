use super::names::guideline;
use super::said::{count_said, share_said};
use crate::archive::stats::{Answer, Proportion, Shown, masked};
use crate::text::{Lang, words};

/// Guidelines against each other: the first row names them; a cell says on how many decisions that both answer the decision is
/// concordant with both. Empty where fewer than two were read.
pub fn matrix_said(answer: &Answer, lang: Lang, shared: bool) -> Vec<Vec<String>> {
    let pairs: Vec<(&str, &str, Proportion)> = answer
        .parts
        .iter()
        .filter_map(|part| {
            let (one, other) = part.name.as_deref()?.split_once(' ')?;
            let count = |wanted: &str| {
                let share = part.shares.iter().find(|share| share.answer.as_deref() == Some(wanted));
                share.map_or(0, |share| share.proportion.count)
            };
            let both = count("both");
            let of = both + count("first-only") + count("second-only") + count("neither");
            Some((one, other, Proportion { count: both, of }))
        })
        .collect();
    let mut ids: Vec<&str> = pairs.iter().flat_map(|(one, other, _)| [*one, *other]).collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.len() < 2 {
        return Vec::new();
    }
    let head = std::iter::once(words(lang).stats.both_concordant.to_owned()).chain(ids.iter().map(|id| guideline(id)));
    let mut rows = vec![head.collect::<Vec<_>>()];
    for row in &ids {
        let cell = |column: &&str| {
            let found =
                pairs.iter().find(|(one, other, _)| (one, other) == (row, column) || (other, one) == (row, column));
            found.map_or_else(|| "–".to_owned(), |(_, _, both)| cell_said(*both, lang, shared))
        };
        rows.push(std::iter::once(guideline(row)).chain(ids.iter().map(cell)).collect());
    }
    rows
}

fn cell_said(both: Proportion, lang: Lang, shared: bool) -> String {
    let counts = [both.count, both.of.saturating_sub(both.count)];
    let (cells, total) =
        if shared { masked(&counts) } else { (counts.map(Shown::Count).to_vec(), Shown::Count(both.of)) };
    let first = cells.first().copied().unwrap_or(Shown::Hidden);
    let is_shown = matches!((first, total), (Shown::Count(_), Shown::Count(_)));
    let share = if is_shown { share_said(both, lang).0 } else { String::new() };
    format!("{}/{} {share}", count_said(first, lang), count_said(total, lang)).trim_end().to_owned()
}
