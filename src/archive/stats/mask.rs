use super::LEAST;

/// A count as a shared report may show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// As it is.
    Count(u32),
    /// From 1 to 4: said only to be fewer than 5.
    Few,
    /// 5 or more, hidden because a small one beside it could be worked out from the total.
    Hidden,
}

/// The counts of one total, and the total, as a shared report may show them. Counts from 1 to 4 are masked; where one of them
/// could still be worked out from the total and the others, the next smallest of 5 or more is hidden with it, and so on; where
/// none is left to hide, the total is. Zeros are shown.
///
/// It protects each total by itself: two reports of periods that overlap can still be subtracted from each other.
pub fn masked(counts: &[u32]) -> (Vec<Shown>, Shown) {
    let is_few = |count: u32| (1..LEAST).contains(&count);
    let total = counts.iter().copied().fold(0, u32::saturating_add);
    let mut shown: Vec<Shown> =
        counts.iter().map(|count| if is_few(*count) { Shown::Few } else { Shown::Count(*count) }).collect();
    let mut others: Vec<usize> = (0..counts.len()).collect();
    others.retain(|at| counts.get(*at).is_some_and(|count| *count >= LEAST));
    others.sort_by_key(|at| (counts.get(*at), *at));
    let few: Vec<u32> = counts.iter().copied().filter(|count| is_few(*count)).collect();
    let (small, mut hidden) = (u32::try_from(few.len()).unwrap_or(u32::MAX), 0);
    let mut sum: u32 = few.iter().sum();
    for at in others {
        if small == 0 || is_open(small, hidden, sum) {
            break;
        }
        if let (Some(cell), Some(count)) = (shown.get_mut(at), counts.get(at)) {
            *cell = Shown::Hidden;
            (hidden, sum) = (hidden + 1, sum.saturating_add(*count));
        }
    }
    let is_safe = small == 0 || is_open(small, hidden, sum);
    let total = match total {
        _ if is_few(total) => Shown::Few,
        _ if is_safe => Shown::Count(total),
        _ => Shown::Hidden,
    };
    (shown, total)
}

/// Whether every small cell could still be more than one number, given how many are small, how many are hidden, and what all
/// of them sum to.
fn is_open(small: u32, hidden: u32, sum: u32) -> bool {
    if hidden == 0 {
        return small > 1 && small < sum && sum < (LEAST - 1) * small;
    }
    sum > small + LEAST * hidden
}

/// A count of which no other is shown beside it, as a shared report may show it.
pub fn masked_alone(n: u32) -> Shown {
    if (1..LEAST).contains(&n) { Shown::Few } else { Shown::Count(n) }
}
