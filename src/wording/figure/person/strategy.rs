use rust_decimal::Decimal;

use super::super::origin::{Grid, Origin};
use super::super::phrase::{Phrase, Row, Tone};
use super::At;
use crate::clinic::{
    ACR_2024, EULAR_2025, Ground, KDIGO_2024, LLDAS_2016, Permission, RenalCourse, RenalTarget, STRATEGY, Sledai,
    Standing, Strategy, StrategyFacts, TargetsHeld, Way, Withdrawn, lldas_major,
};
use crate::domain::{Field, PregnancyStatus, Wish};
use crate::knowledge;
use crate::wording;

fn facts(at: &At) -> StrategyFacts {
    knowledge::strategy_facts(at.case, at.facts, at.table)
}

pub(in crate::wording::figure) fn told(at: &At) -> Vec<Row> {
    let strategy = Strategy::of(&facts(at));
    let way = (at.words.personal.way)(strategy.way.code());
    let phrase = match strategy.way {
        Way::CannotSay => return vec![at.lacking(&strategy.lacking).row()],
        Way::StepUp => Phrase::default().with(way, Tone::Warning),
        Way::Hold | Way::StepDown => Phrase::default().strong(way),
    };
    vec![grounds(at, &strategy).into_iter().fold(phrase, |phrase, ground| phrase.dot().say(&ground)).row()]
}

/// Why the line asks this: what speaks for another way is in the origin.
fn grounds(at: &At, strategy: &Strategy) -> Vec<String> {
    let mut said: Vec<String> = strategy.grounds.iter().filter_map(|ground| one(at, ground)).collect();
    if strategy.grounds.iter().any(|ground| matches!(ground, Ground::Missed(_))) {
        said.splice(0..0, proteinuria(at));
    }
    let words = &at.words.personal;
    let bodies = |what, opens: bool| {
        let meant = |ground: &Ground| match ground {
            Ground::Opens(one) if opens && one.what == what => Some(one.body.clone()),
            Ground::NotYet(one) if !opens && one.what == what => Some(one.body.clone()),
            _ => None,
        };
        strategy.grounds.iter().filter_map(meant).collect::<Vec<_>>().join(", ")
    };
    for what in [Withdrawn::Glucocorticoid, Withdrawn::Immunosuppressant] {
        for (opens, sentence) in [(true, words.opens), (false, words.not_yet)] {
            let names = bodies(what, opens);
            said.extend((!names.is_empty()).then(|| sentence(&names, withdrawn(at, what))));
        }
    }
    said
}

fn proteinuria(at: &At) -> Option<String> {
    let course = RenalCourse::of(at.case, at.today);
    let upcr = at.lang.quantity(&course.upcr_now?.value);
    let month = course.months.map(|month| format!(" ({})", (at.words.personal.course_month)(month)));
    Some(format!("{} {upcr}{}", at.words.unit.upcr, month.unwrap_or_default()))
}

fn one(at: &At, ground: &Ground) -> Option<String> {
    let words = &at.words.personal;
    Some(match ground {
        Ground::Missed(target) => (words.missed)(&name(at, *target)),
        Ground::ResponseLost => words.response_lost.to_owned(),
        Ground::Worsening => words.worsening.to_owned(),
        Ground::Relapse => words.relapse.to_owned(),
        Ground::Active => (words.active)(&scores(at)),
        Ground::Held(held) => held_for(at, *held),
        Ground::NothingDue => words.nothing_due.to_owned(),
        Ground::AboveLowDose(dose) => (words.above_low)(&milligrams(at, *dose)),
        Ground::AtLowDose(dose) if dose.is_zero() => words.no_steroid.to_owned(),
        Ground::AtLowDose(dose) => (words.at_low)(&milligrams(at, *dose)),
        Ground::NothingLeft => words.nothing_left.to_owned(),
        Ground::Opens(_) | Ground::NotYet(_) => return None,
    })
}

/// SLEDAI-2K and PGA of the newest visit.
fn scores(at: &At) -> String {
    let parts = at.visit().into_iter().flat_map(|visit| {
        let sledai =
            Sledai::of(visit).ok().map(|sledai| format!("{} {}", at.words.activity.sledai, sledai.total().points));
        let pga = visit.pga.known();
        let pga = pga.map(|pga| format!("{} {}/3", at.words.activity.pga, at.lang.number(pga.value(), 2)));
        let major = visit.sledai.known().is_some_and(|items| items.iter().copied().any(lldas_major));
        [sledai, pga, major.then(|| at.words.personal.major_organ.to_owned())]
    });
    parts.flatten().collect::<Vec<_>>().join(", ")
}

/// Pregnant, or wishing to be within two years.
fn pregnancy_weighs(at: &At) -> bool {
    let pregnancy = &at.case.pregnancy;
    let now = matches!(pregnancy.status, Field::Known(PregnancyStatus::Pregnant));
    now || matches!(pregnancy.wish, Field::Known(Wish::Now | Wish::WithinOneYear | Wish::WithinTwoYears))
}

fn held_for(at: &At, held: TargetsHeld) -> String {
    let (words, months) = (&at.words.personal, at.words.count.months);
    match held {
        TargetsHeld::CompleteResponse(since) => (words.held_response)(&months(since)),
        TargetsHeld::Visits { visits: 0 | 1, .. } => words.seen_once.to_owned(),
        TargetsHeld::Visits { visits, months: since } => (words.held_visits)(visits, &months(since)),
    }
}

fn name(at: &At, target: RenalTarget) -> String {
    match target {
        RenalTarget::Eular(milestone) => (at.words.personal.eular_target)(milestone.month()),
        RenalTarget::Acr | RenalTarget::Kdigo => (at.words.personal.partial_target)(target.source().name),
    }
}

fn milligrams(at: &At, dose: Decimal) -> String {
    format!("{}\u{a0}{}", at.lang.number(dose, 2), at.words.unit.mg_per_day)
}

const fn withdrawn(at: &At, what: Withdrawn) -> &'static str {
    match what {
        Withdrawn::Glucocorticoid => at.words.personal.glucocorticoid,
        Withdrawn::Immunosuppressant => at.words.personal.immunosuppressant,
    }
}

pub(in crate::wording::figure) fn origin(at: &At) -> Origin {
    let (words, facts) = (&at.words.personal, facts(at));
    let strategy = Strategy::of(&facts);
    let mut origin =
        inputs(at, &facts).criterion(words.activity_target, Phrase::of(&scores(at)), facts.low_activity.clone());
    origin.grids = [renal(at, &facts), stopping(at, &facts.permissions)].into_iter().flatten().collect();
    if strategy.way == Way::CannotSay {
        origin.lacks = vec![wording::needs(at.words, &strategy.lacking)];
    }
    if facts.renal.is_empty() {
        origin = origin.note(words.no_course);
    }
    if facts.permissions.is_empty() {
        origin = origin.note(words.no_body_speaks);
    }
    if pregnancy_weighs(at) {
        origin = origin.note(words.pregnancy_weighs);
    }
    if !facts.unanswered.is_empty() {
        origin = origin.note(&(words.not_counted)(&wording::needs(at.words, &facts.unanswered)));
    }
    if !at.facts.supposed().is_empty() {
        origin = origin.note(words.as_supposed);
    }
    let rules = [words.strategy_rule_up, words.strategy_rule_down, words.strategy_rule_unknown];
    let origin = rules.into_iter().fold(origin, Origin::rule);
    [STRATEGY, LLDAS_2016, EULAR_2025, ACR_2024, KDIGO_2024].into_iter().fold(origin, Origin::source)
}

fn inputs(at: &At, facts: &StrategyFacts) -> Origin {
    let mut origin = Origin::default();
    let course = RenalCourse::of(at.case, at.today);
    for point in [course.upcr_baseline, course.upcr_now].into_iter().flatten() {
        let value = Phrase::of(&at.lang.quantity(&point.value));
        origin = origin.input(at.words.unit.upcr, value, Some(point.date));
    }
    let dose = match &facts.prednisone {
        Ok(dose) => Phrase::of(&milligrams(at, *dose)),
        Err(needs) => at.lacking(needs),
    };
    origin = origin.input(at.words.unit.prednisone, dose, Some(at.today));
    if let Some(visit) = at.visit() {
        let sledai = Sledai::of(visit);
        let sledai =
            sledai.map_or_else(|needs| at.lacking(&needs), |sledai| Phrase::of(&sledai.total().points.to_string()));
        let pga = at.field(&visit.pga, |pga| format!("{}/3", at.lang.number(pga.value(), 2)));
        origin = origin.input(at.words.activity.sledai, sledai, Some(visit.date));
        origin = origin.input(at.words.activity.pga, pga, Some(visit.date));
    }
    match facts.held {
        Some(held) => origin.input(at.words.personal.held, Phrase::of(&held_for(at, held)), None),
        None => origin,
    }
}

fn renal(at: &At, facts: &StrategyFacts) -> Option<Grid> {
    let words = &at.words.personal;
    let row = |(target, standing): &(RenalTarget, Standing)| {
        let said = match standing {
            Standing::Met => Phrase::default().judged(at.words.panel.met, true),
            Standing::Missed => Phrase::default().judged(at.words.panel.not_met, false),
            Standing::NotDue => Phrase::default().quiet(at.words.panel.not_due),
            Standing::Unknown(needs) => at.lacking(needs),
        };
        vec![Phrase::of(&name(at, *target)).row(), said.row()]
    };
    (!facts.renal.is_empty()).then(|| Grid {
        title: words.renal_targets.to_owned(),
        head: vec![words.target_head.to_owned(), words.state_head.to_owned()],
        rows: facts.renal.iter().map(row).collect(),
    })
}

fn stopping(at: &At, permissions: &[Permission]) -> Option<Grid> {
    let words = &at.words.personal;
    let row = |one: &Permission| {
        let said = (words.stance)(one.stance.code());
        [one.body.as_str(), withdrawn(at, one.what), said].map(|text| Phrase::of(text).row()).to_vec()
    };
    (!permissions.is_empty()).then(|| Grid {
        title: words.stopping.to_owned(),
        head: [words.body_head, words.what_head, words.says_head].map(str::to_owned).to_vec(),
        rows: permissions.iter().map(row).collect(),
    })
}
