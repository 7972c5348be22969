use rust_decimal::Decimal;

use super::{Asking, needs_data, undecided};
use crate::knowledge::ranges::meet;
use crate::knowledge::{DoseRange, End, EndBy, Gap, Ground, MgRange};

/// What the oral starts share, or what keeps them apart.
pub(super) struct Start {
    pub state: Ground,
    pub shared: Vec<MgRange>,
    pub gap: Option<Gap>,
    pub without_numbers: Vec<String>,
}

/// The starts of one guideline, in mg for this weight.
struct Doses<'a> {
    guideline: &'a str,
    doses: Vec<(&'a DoseRange, MgRange)>,
}

pub(super) fn start(asking: &Asking<'_>) -> Start {
    let printed = asking.0.iter().filter(|cell| !cell.doses.is_empty());
    let known: Vec<Doses> = printed
        .filter_map(|cell| {
            let doses: Option<Vec<_>> = cell.doses.iter().map(|dose| Some((dose, dose.mg?))).collect();
            Some(Doses { guideline: &cell.guideline, doses: doses? })
        })
        .collect();
    let is_open = asking.0.iter().any(|cell| needs_data(cell) || cell.doses.iter().any(|dose| dose.mg.is_none()));
    // Two that lie apart stay apart whatever a third will say.
    let gap = if known.len() < 2 { None } else { gap(&known) };
    let state = match undecided(asking.0.len(), known.len(), is_open) {
        _ if gap.is_some() => Ground::None,
        Some(state) => state,
        None => Ground::Found,
    };
    Start {
        state,
        shared: if state == Ground::Found { shared(&known) } else { Vec::new() },
        gap,
        without_numbers: asking.without_numbers(|cell| !cell.doses.is_empty()),
    }
}

fn shared(known: &[Doses]) -> Vec<MgRange> {
    let mut ranges = known.iter().map(|one| one.doses.iter().map(|(_, mg)| *mg).collect::<Vec<_>>());
    let Some(first) = ranges.next() else { return Vec::new() };
    joined(ranges.fold(first, |shared, more| meet(&shared, &more)))
}

/// Ranges that overlap become one.
fn joined(mut ranges: Vec<MgRange>) -> Vec<MgRange> {
    ranges.sort_by_key(|range| (range.least, range.most));
    let mut joined: Vec<MgRange> = Vec::new();
    for range in ranges {
        match joined.last_mut().filter(|last| range.least.is_none_or(|least| least <= last.most)) {
            Some(last) => last.most = last.most.max(range.most),
            None => joined.push(range),
        }
    }
    joined
}

/// Where no choice of one range a guideline has a dose in common: the two ends that are nearest to meeting.
fn gap(known: &[Doses]) -> Option<Gap> {
    let mut choices: Vec<(Option<End>, Option<End>)> = vec![(None, None)];
    for one in known {
        choices = choices
            .iter()
            .flat_map(|(floor, ceiling)| {
                one.doses.iter().map(move |(dose, mg)| {
                    let own_floor = lower(one.guideline, dose, *mg);
                    let own_ceiling = upper(one.guideline, dose, *mg);
                    (higher(floor.clone(), own_floor), Some(less(ceiling.clone(), own_ceiling)))
                })
            })
            .collect();
    }
    let apart = |(floor, ceiling): (Option<End>, Option<End>)| -> Option<(Decimal, Gap)> {
        let (floor, ceiling) = (floor?, ceiling?);
        let width = floor.mg.0.checked_sub(ceiling.mg.0)?;
        (width > Decimal::ZERO).then_some((width, Gap { ceiling, floor }))
    };
    let widths: Option<Vec<(Decimal, Gap)>> = choices.into_iter().map(apart).collect();
    widths?.into_iter().min_by_key(|(width, _)| *width).map(|(_, gap)| gap)
}

fn higher(one: Option<End>, other: Option<End>) -> Option<End> {
    match (one, other) {
        (Some(one), Some(other)) => Some(if other.mg > one.mg { other } else { one }),
        (one, other) => one.or(other),
    }
}

fn less(one: Option<End>, other: End) -> End {
    one.filter(|one| one.mg <= other.mg).unwrap_or(other)
}

fn lower(guideline: &str, dose: &DoseRange, mg: MgRange) -> Option<End> {
    let least = mg.least?;
    let by = match () {
        () if dose.floored => EndBy::Floor,
        // A cap below both ends leaves one dose.
        () if dose.capped && least == mg.most => EndBy::Cap,
        () => EndBy::PerKilo,
    };
    let per_kilo = dose.from_mg_per_kg;
    Some(End { guideline: guideline.to_owned(), scheme: dose.scheme, mg: least, by, per_kilo })
}

fn upper(guideline: &str, dose: &DoseRange, mg: MgRange) -> End {
    let by = if dose.capped { EndBy::Cap } else { EndBy::PerKilo };
    End { guideline: guideline.to_owned(), scheme: dose.scheme, mg: mg.most, by, per_kilo: Some(dose.to_mg_per_kg) }
}
