use super::series::{Change, Series, of_labs};
use super::{Checked, Need, Point, Sledai, Source, Verdict, visits_by};
use crate::domain::{
    ActivityVisit, AntiDsDnaOf, C3Of, C4Of, Case, Day, Dimension, Drug, Field, Interferon, Quantity, SledaiItem,
};

/// Serologically active, clinically quiescent lupus: two years without clinical activity, antibodies or low complement
/// all along, antimalarials alone. Its fluctuations did not foretell flares.
pub const SACQ: Source =
    Source { name: "SACQ (Steiman 2010)", reference: "J Rheumatol 37:1822", checked: Checked::Primary };

/// The newest value of a serology against the laboratory's own limit, never against a constant (activity.md 1: "below
/// the laboratory's lower limit", "above the laboratory's normal range").
#[derive(Debug)]
pub struct Serology<D> {
    /// The newest value up to the day.
    pub newest: Point<Quantity<D>>,
    /// The newest value against the one before it.
    pub change: Option<Change<Quantity<D>>>,
    /// The laboratory's limit, where the case gives it.
    pub limit: Option<Quantity<D>>,
    /// Whether the value lies beyond the limit; none while the limit is not known.
    pub is_outside: Option<bool>,
}

/// C3 against the lower limit: outside is below.
pub fn c3_on(case: &Case, day: Day) -> Option<Serology<C3Of>> {
    against(&of_labs(case, |lab| lab.c3), case.laboratory.c3_lower, day, |value, limit| value < limit)
}

/// C4 against the lower limit: outside is below.
pub fn c4_on(case: &Case, day: Day) -> Option<Serology<C4Of>> {
    against(&of_labs(case, |lab| lab.c4), case.laboratory.c4_lower, day, |value, limit| value < limit)
}

/// Anti-double-stranded-DNA antibodies against the upper limit: outside is above.
pub fn anti_dsdna_on(case: &Case, day: Day) -> Option<Serology<AntiDsDnaOf>> {
    against(&of_labs(case, |lab| lab.anti_dsdna), case.laboratory.anti_dsdna_upper, day, |value, limit| value > limit)
}

fn against<D: Dimension>(
    series: &Series<Quantity<D>>,
    limit: Field<Quantity<D>>,
    day: Day,
    outside: fn(rust_decimal::Decimal, rust_decimal::Decimal) -> bool,
) -> Option<Serology<D>> {
    let series = series.until(day);
    let newest = series.newest()?;
    let limit = limit.known().copied();
    let is_outside = limit.map(|limit| outside(newest.value.value(), limit.value()));
    Some(Serology { newest, change: series.change(), limit, is_outside })
}

/// The newest interferon signature up to a day, with its date.
pub fn interferon_on(case: &Case, day: Day) -> Option<(Day, &Interferon)> {
    let found = case.labs.iter().filter(|lab| lab.date <= day);
    found.filter_map(|lab| Some((lab.date, lab.interferon.as_ref()?))).max_by_key(|(date, _)| *date)
}

/// Whether the visits up to a day are serologically active and clinically quiescent for two years or more (Steiman 2010).
pub fn sacq_on(case: &Case, day: Day) -> Verdict {
    let visits = visits_by(case, day);
    let quiet: Vec<&ActivityVisit> =
        visits.iter().take_while(|visit| is_quiet(visit) == Verdict::Yes).copied().collect();
    let (Some(newest), Some(oldest)) = (quiet.first(), quiet.last()) else {
        return visits.first().map_or(Verdict::lacking(Need::Sledai), |visit| is_quiet(visit));
    };
    let long = match (newest.date.months_since(oldest.date) >= 24, visits.get(quiet.len())) {
        (true, _) => Verdict::Yes,
        (false, Some(before)) if is_quiet(before) == Verdict::No => Verdict::No,
        (false, _) => Verdict::lacking(Need::TwoYears),
    };
    let active = Verdict::all(quiet.iter().map(|visit| has_serology(visit)));
    Verdict::all([long, active, antimalarials_alone(case, oldest.date, newest.date)])
}

/// No clinical activity: SLEDAI-2K without serology at zero.
fn is_quiet(visit: &ActivityVisit) -> Verdict {
    match Sledai::of(visit).map(|sledai| sledai.without_serology()) {
        Err(needs) => Verdict::Unknown(needs),
        Ok(score) if score.points > 0 => Verdict::No,
        Ok(score) if score.at_least() => Verdict::lacking(Need::SledaiItems),
        Ok(_) => Verdict::Yes,
    }
}

fn has_serology(visit: &ActivityVisit) -> Verdict {
    let present = visit.sledai.known().map(Vec::as_slice).unwrap_or_default();
    let among = |items: &[SledaiItem]| items.iter().any(|item| SEROLOGY.contains(item));
    match (among(present), among(&visit.not_assessed)) {
        (true, _) => Verdict::Yes,
        (false, true) => Verdict::lacking(Need::SledaiItems),
        (false, false) => Verdict::No,
    }
}

const SEROLOGY: [SledaiItem; 2] = [SledaiItem::LowComplement, SledaiItem::AntiDsdna];

/// No glucocorticoid and no immunosuppressant over these days.
fn antimalarials_alone(case: &Case, first: Day, last: Day) -> Verdict {
    let given = case.treatments.iter().filter(|entry| entry.from <= last && entry.to.is_none_or(|to| to >= first));
    let found = given.fold(Verdict::Yes, |so_far, entry| match entry.drug {
        drug if treats_lupus(drug) => Verdict::No,
        Drug::Other => so_far.and(Verdict::lacking(Need::DrugName)),
        _ => so_far,
    });
    if case.treatments.is_empty() { Verdict::lacking(Need::Treatments) } else { found }
}

/// Whether a drug acts on lupus beyond antimalarials.
const fn treats_lupus(drug: Drug) -> bool {
    use Drug as D;
    matches!(
        drug,
        D::Prednisone
            | D::Prednisolone
            | D::Methylprednisolone
            | D::Hydrocortisone
            | D::Dexamethasone
            | D::Betamethasone
            | D::MycophenolateMofetil
            | D::MycophenolateSodium
            | D::Cyclophosphamide
            | D::Azathioprine
            | D::Methotrexate
            | D::Leflunomide
            | D::Tacrolimus
            | D::Ciclosporin
            | D::Voclosporin
            | D::Belimumab
            | D::Anifrolumab
            | D::Rituximab
            | D::Obinutuzumab
            | D::Eculizumab
            | D::Ravulizumab
            | D::PlasmaExchange
            | D::Ivig
    )
}
