use super::amount::{ceiling, duration, least_egfr, mg_range, target};
use crate::knowledge::{End, EndBy, Gap, Ground, SharedResponse, Table, Topic};
use crate::text::{Lang, words};

/// One part of the common ground in words.
pub struct Part {
    /// What it is of.
    pub label: String,
    /// Whether there is any.
    pub state: Ground,
    /// What is shared, or what keeps the guidelines apart.
    pub text: String,
    /// Guidelines that ask for it without a number.
    pub without_numbers: Vec<String>,
}

/// Pulse, oral start and target of the glucocorticoid.
pub fn glucocorticoid(lang: Lang, table: &Table) -> Vec<Part> {
    let parts = [pulse(lang, table), Some(start(lang, table)), targets(lang, table)];
    parts.into_iter().flatten().collect()
}

/// The milestones of response and the duration.
pub fn course(lang: Lang, table: &Table) -> Vec<Part> {
    let responses = table.common.responses.iter().map(|shared| response(lang, table, shared));
    responses.chain(durations(lang, table)).collect()
}

fn pulse(lang: Lang, table: &Table) -> Option<Part> {
    let shared = table.common.pulse.as_ref()?;
    let ground = &words(lang).ground;
    let ranges = |ranges: &[crate::knowledge::MgRange]| {
        ranges.iter().map(|range| mg_range(lang, *range)).collect::<Vec<_>>().join(", ")
    };
    let total: Vec<String> =
        shared.total_mg.iter().map(|mg| (words(lang).guide.in_all)(&milligrams(lang, *mg))).collect();
    let daily = Some(ranges(&shared.daily_mg)).filter(|daily| !daily.is_empty());
    let found = total.into_iter().chain(daily).collect::<Vec<_>>().join(", ");
    let text = settled(lang, shared.state, found, || ground.no_shared_pulse.to_owned());
    Some(part(table, ground.pulse, shared.state, text, &shared.without_numbers))
}

fn milligrams(lang: Lang, range: crate::knowledge::MgRange) -> String {
    range.least.map_or_else(|| lang.number(range.most.0, 2), |least| lang.range(least.0, range.most.0, 2))
}

fn start(lang: Lang, table: &Table) -> Part {
    let (common, ground) = (&table.common, &words(lang).ground);
    let found = common.start.iter().map(|range| mg_range(lang, *range)).collect::<Vec<_>>().join(", ");
    let why =
        || common.start_gap.as_ref().map_or_else(|| ground.no_shared_dose.to_owned(), |one| gap(lang, table, one));
    let text = settled(lang, common.start_state, found, why);
    part(table, ground.start, common.start_state, text, &common.start_without_numbers)
}

/// Whose ends keep the ranges apart, and what made them.
fn gap(lang: Lang, table: &Table, gap: &Gap) -> String {
    let dose = |end: &End| {
        let mg = format!("{}\u{a0}{}", lang.number(end.mg.0, 2), words(lang).unit.mg_per_day);
        format!("{mg} ({})", made_by(lang, end))
    };
    let (ceiling, floor) = (&gap.ceiling, &gap.floor);
    let apart = words(lang).ground.ranges_apart;
    apart(table.name(&ceiling.guideline), &dose(ceiling), table.name(&floor.guideline), &dose(floor))
}

fn made_by(lang: Lang, end: &End) -> String {
    let words = words(lang);
    match (end.by, end.per_kilo) {
        (EndBy::PerKilo, Some(per_kilo)) => format!("{}\u{a0}mg/kg", lang.number(per_kilo.0, 2)),
        (by, _) => (words.codes.end_by)(by.code()).to_owned(),
    }
}

fn targets(lang: Lang, table: &Table) -> Option<Part> {
    let shared = table.common.target.as_ref()?;
    let ground = &words(lang).ground;
    let one = |demand: &crate::knowledge::TargetOf| {
        format!("{} ({})", target(lang, &demand.target), table.name(&demand.guideline))
    };
    let found = shared.demands.iter().map(one).collect::<Vec<_>>().join(ground.and);
    let text = settled(lang, shared.state, found, String::new);
    Some(part(table, ground.target, shared.state, text, &shared.without_numbers))
}

fn response(lang: Lang, table: &Table, shared: &SharedResponse) -> Part {
    let guide = &words(lang).guide;
    let egfr = |least: &crate::knowledge::Amount| least_egfr(lang, least);
    let within = shared.egfr_within.map(|span| (guide.egfr_within)(&lang.range(span.least.0, span.most.0, 2)));
    let parts =
        [shared.proteinuria.as_ref().map(|one| ceiling(lang, one)), shared.egfr_least.as_ref().map(egfr), within];
    let found = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let month = match shared.topic {
        Topic::Response3m => "3",
        Topic::Response6m => "6",
        _ => "12",
    };
    let text = settled(lang, shared.state, found, String::new);
    part(table, &(guide.by_month)(month), shared.state, text, &shared.without_numbers)
}

fn durations(lang: Lang, table: &Table) -> Option<Part> {
    let shared = table.common.duration.as_ref()?;
    let ground = &words(lang).ground;
    let mut found = shared
        .demands
        .iter()
        .map(|demand| format!("{}, {}", duration(lang, &demand.elapsed), table.name(&demand.guideline)))
        .collect::<Vec<_>>()
        .join(ground.and);
    if shared.counts_from_different_days() {
        let each = shared.each.iter().map(|one| {
            let from = one.elapsed.duration.counted_from;
            format!("{} {}", table.name(&one.guideline), (words(lang).codes.counted_from)(from.code()))
        });
        let mut each: Vec<String> = each.collect();
        each.dedup();
        found.push_str(&(ground.different_days)(&each.join(", ")));
    }
    let text = settled(lang, shared.state, found, String::new);
    Some(part(table, ground.duration, shared.state, text, &shared.without_numbers))
}

/// What is found; else why there is nothing.
fn settled(lang: Lang, state: Ground, found: String, none: impl FnOnce() -> String) -> String {
    match state {
        Ground::Found => found,
        Ground::None => none(),
        Ground::NeedsData | Ground::NothingToCompare => (words(lang).codes.ground)(state.code()).to_owned(),
    }
}

fn part(table: &Table, label: &str, state: Ground, text: String, without_numbers: &[String]) -> Part {
    let without_numbers = without_numbers.iter().map(|id| table.name(id).to_owned()).collect();
    Part { label: label.to_owned(), state, text, without_numbers }
}
