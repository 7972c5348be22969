use super::At;
use super::origin::Origin;
use super::phrase::{Phrase, Row};
use super::sledai::contradictions;
use crate::clinic::{Agreement, Contradiction, Discordance, DiscordanceRule, Need, PGA_BANDS, PgaBand, Verdict};
use crate::domain::ActivityVisit;

pub(super) fn told(at: &At) -> Vec<Row> {
    let activity = &at.words.activity;
    let Some(visit) = at.visit() else {
        return vec![Phrase::default().lacks(at.words.activity.no_visit).row()];
    };
    let phrase = Phrase::default().quiet(activity.pga).then(physician(at, visit)).quiet("↔");
    let phrase = phrase.quiet(activity.ptga).then(patient(at, visit));
    let phrase = match Discordance::of(visit) {
        Ok(both) => by_rules(at, phrase.dot().say(&delta(at, &both)), &both),
        Err(_) => phrase,
    };
    let mut rows = vec![phrase.quiet(&at.on(visit.date)).row()];
    rows.extend(contradictions(at, visit, |one| {
        matches!(one, Contradiction::NoPgaWithSledai | Contradiction::PgaWithoutClinicalSledai)
    }));
    rows
}

fn physician(at: &At, visit: &ActivityVisit) -> Phrase {
    at.field(&visit.pga, |pga| {
        let band = (at.words.scores.pga_band)(PgaBand::of(*pga).code());
        format!("{}/3 {band}", at.lang.number(pga.value(), 2))
    })
}

fn patient(at: &At, visit: &ActivityVisit) -> Phrase {
    at.field(&visit.ptga, |ptga| format!("{}/100", at.lang.number(ptga.value(), 1)))
}

fn delta(at: &At, both: &Discordance) -> String {
    format!("Δ\u{a0}{}/100", at.lang.signed(both.delta(), 1))
}

/// What both rules say; once where they say the same.
fn by_rules(at: &At, phrase: Phrase, both: &Discordance) -> Phrase {
    let judged = |phrase: Phrase, names: &str, agreement: Agreement| {
        let word = super::super::discordance(at.words, agreement);
        phrase.dot().judged(word, agreement == Agreement::Concordant).quiet(&format!("({names})"))
    };
    let [(first, said), (second, other)] = DiscordanceRule::ALL.map(|rule| (rule.name(), both.by(rule)));
    if said == other {
        judged(phrase, &format!("{first}, {second}"), said)
    } else {
        judged(judged(phrase, first, said), second, other)
    }
}

pub(super) fn origin(at: &At) -> Origin {
    let words = &at.words.scores;
    let origin = Origin::default().rule(words.discordance_rule).rule(words.pga_rule).note(words.discordance_note);
    let origin = DiscordanceRule::ALL.into_iter().fold(origin, |origin, rule| origin.source(rule.source()));
    let origin = origin.source(PGA_BANDS);
    let Some(visit) = at.visit() else {
        return Origin { lacks: vec![super::super::needs(at.words, &[Need::Pga, Need::Ptga])], ..origin };
    };
    let origin = origin.input(at.words.activity.pga, physician(at, visit), Some(visit.date)).input(
        at.words.activity.ptga,
        patient(at, visit),
        Some(visit.date),
    );
    let both = Discordance::of(visit);
    let asks = |rule| if rule == DiscordanceRule::D25 { words.asks_d25 } else { words.asks_d20 };
    DiscordanceRule::ALL.into_iter().fold(origin, |origin, rule| match &both {
        Ok(both) => {
            let found = Phrase::of(&delta(at, both)).quiet(super::super::discordance(at.words, both.by(rule)));
            origin.criterion(asks(rule), found, Verdict::of(both.by(rule) != Agreement::Concordant))
        }
        Err(needs) => origin.criterion(asks(rule), at.lacking(needs), Verdict::Unknown(needs.clone())),
    })
}
