use super::At;
use super::origin::Origin;
use super::phrase::{Phrase, Row};
use super::sle_das::state;
use super::sledai::{contradictions, points};
use crate::clinic::{
    Contradiction, DORIS_2021, Doris, LLDAS_2016, Need, StateCriterion, StateFacts, StateLine, Verdict, lldas,
    lldas_major,
};

pub(super) fn doris_told(at: &At) -> Vec<Row> {
    let Some(visit) = at.visit() else {
        return vec![Phrase::default().lacks(at.words.activity.no_visit).row()];
    };
    let facts = StateFacts::of(at.case, visit);
    let doris = Doris::of(&facts);
    let below_five = |line: &StateLine| line.criterion == StateCriterion::PrednisoneBelowFive;
    let lines: Vec<StateLine> = facts.doris().into_iter().filter(|line| !below_five(line)).collect();
    let phrase = state(at, Phrase::default(), &doris.up_to_five).quiet(&at.on(visit.date));
    let mut rows = vec![phrase.row()];
    rows.extend(failing(at, &facts, &lines));
    if doris.up_to_five == Verdict::Yes && doris.below_five == Verdict::No {
        rows.push(Phrase::default().say(at.words.scores.edge_yes_no).row());
    }
    rows.extend(contradictions(at, visit, |one| {
        matches!(one, Contradiction::RemissionWithHaemolysis | Contradiction::SteroidAtZero)
    }));
    rows
}

pub(super) fn lldas_told(at: &At) -> Vec<Row> {
    let Some(visit) = at.visit() else {
        return vec![Phrase::default().lacks(at.words.activity.no_visit).row()];
    };
    let facts = StateFacts::of(at.case, visit);
    let mut rows = vec![state(at, Phrase::default(), &lldas(&facts)).quiet(&at.on(visit.date)).row()];
    rows.extend(failing(at, &facts, &facts.lldas()));
    rows
}

/// The criteria that fail, each with what was found.
fn failing(at: &At, facts: &StateFacts, lines: &[StateLine]) -> Option<Row> {
    let words = &at.words.scores;
    let failed = lines.iter().filter(|line| line.verdict == Verdict::No);
    let said: Vec<String> = failed
        .map(|line| {
            let found = super::phrase::plain(&found(at, facts, line.criterion).row());
            (words.failing)((words.criterion)(line.criterion.code()), &found)
        })
        .collect();
    (!said.is_empty()).then(|| Phrase::default().judged("✗", false).say(&said.join(" · ")).row())
}

/// What was found of a criterion.
fn found(at: &At, facts: &StateFacts, criterion: StateCriterion) -> Phrase {
    use StateCriterion as C;
    let yes_no = |found: Option<bool>| match found {
        Some(true) => Phrase::of(at.words.app.yes),
        Some(false) => Phrase::of(at.words.app.no),
        None => Phrase::default().lacks(at.words.app.not_stated),
    };
    match criterion {
        C::ClinicalSledaiZero => sledai(at, facts, |sledai| points(sledai.without_serology())),
        C::SledaiUpToFour => sledai(at, facts, |sledai| points(sledai.total())),
        C::NoMajorOrgan => sledai(at, facts, |sledai| {
            let major = sledai.present.iter().copied().filter(|item| lldas_major(*item));
            let named: Vec<&str> = major.map(|item| at.words.label(item)).collect();
            if named.is_empty() { at.words.app.none.to_owned() } else { named.join(", ") }
        }),
        C::PgaBelowHalf | C::PgaUpToOne => match facts.pga {
            Some(pga) => Phrase::of(&format!("{}/3", at.lang.number(pga.value(), 2))),
            None => Phrase::default().lacks(at.words.app.not_stated),
        },
        C::PrednisoneUpToFive | C::PrednisoneBelowFive | C::PrednisoneUpToSevenAndAHalf => match &facts.prednisone {
            Ok(dose) => Phrase::of(&at.lang.amount(dose.round_dp(2).normalize(), "mg/d")),
            Err(needs) => at.lacking(needs),
        },
        C::NoHaemolysis => yes_no(facts.haemolysis),
        C::NoGut => yes_no(facts.gut),
        C::NoCardiopulmonary => yes_no(facts.cardiopulmonary),
        C::NothingNew => yes_no(facts.new_activity),
        C::StandardTreatment => yes_no(facts.standard_treatment),
    }
}

fn sledai(at: &At, facts: &StateFacts, said: impl FnOnce(&crate::clinic::Sledai) -> String) -> Phrase {
    match &facts.sledai {
        Ok(sledai) => Phrase::of(&said(sledai)),
        Err(needs) => at.lacking(needs),
    }
}

pub(super) fn doris_origin(at: &At) -> Origin {
    table(at, StateFacts::doris).rule(at.words.scores.doris_rule).source(DORIS_2021)
}

pub(super) fn lldas_origin(at: &At) -> Origin {
    let origin = table(at, StateFacts::lldas).rule(at.words.scores.lldas_rule);
    origin.note(at.words.scores.lldas_note).source(LLDAS_2016)
}

/// The truth table, line by line.
fn table(at: &At, lines: fn(&StateFacts) -> Vec<StateLine>) -> Origin {
    let Some(visit) = at.visit() else {
        return Origin { lacks: vec![super::super::needs(at.words, &[Need::Sledai, Need::Pga])], ..Origin::default() };
    };
    let facts = StateFacts::of(at.case, visit);
    let rater = at.field(&visit.rater, String::clone);
    let origin = Origin::default().input(at.words.scores.rater, rater, Some(visit.date));
    lines(&facts).into_iter().fold(origin, |origin, line| {
        let asks = (at.words.scores.criterion)(line.criterion.code());
        origin.criterion(asks, found(at, &facts, line.criterion), line.verdict)
    })
}
