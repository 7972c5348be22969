use super::At;
use super::origin::{Grid, Origin};
use super::phrase::{Phrase, Row, Tone};
use super::sledai::contradictions;
use crate::clinic::{
    Contradiction, Need, SLE_DAS, SLE_DAS_LOW, SLE_DAS_RANGES, SleDas, SleDasRange, Verdict, daily_steroid,
    sledai_from_numbers,
};
use crate::domain::{ActivityVisit, SledaiItem};

pub(super) fn told(at: &At) -> Vec<Row> {
    let words = &at.words.scores;
    let Some(visit) = at.visit() else {
        return vec![Phrase::default().lacks(at.words.activity.no_visit).row()];
    };
    let score = match SleDas::of(at.case, visit) {
        Ok(score) => score,
        Err(needs) => return vec![at.lacking(&needs).quiet(&at.on(visit.date)).row()],
    };
    let phrase = Phrase::default()
        .strong(&at.lang.real(score.score, 2))
        .judged((words.sle_das_range)(score.range.code()), score.range == SleDasRange::Remission)
        .quiet(&at.on(visit.date))
        .quiet((at.words.codes.checked)(SLE_DAS.checked.code()));
    let phrase = answer(at, phrase.dot().quiet(words.remission_word), &score.remission);
    let phrase = answer(at, phrase.dot().quiet(words.low_word), &score.low_activity);
    let mut rows = vec![phrase.row()];
    rows.extend(contradictions(at, visit, |one| one == Contradiction::SleDasRemissionWithSign));
    rows
}

/// A state in a word.
pub(super) fn state(at: &At, phrase: Phrase, verdict: &Verdict) -> Phrase {
    match verdict {
        Verdict::Yes => phrase.judged(at.words.panel.met, true),
        Verdict::No => phrase.judged(at.words.panel.not_met, false),
        Verdict::Unknown(needs) => phrase.then(at.lacking(needs)),
    }
}

/// Yes or no, after the name of what is asked.
pub(super) fn answer(at: &At, phrase: Phrase, verdict: &Verdict) -> Phrase {
    let colon = at.words.guide.colon;
    let said = |word: &str, is_right| (format!("{colon} {word}"), is_right);
    let (text, is_right) = match verdict {
        Verdict::Yes => said(at.words.app.yes, true),
        Verdict::No => said(at.words.app.no, false),
        Verdict::Unknown(needs) => return phrase.then(at.lacking(needs)),
    };
    phrase.glued(&text, if is_right { Tone::Good } else { Tone::Warning })
}

pub(super) fn origin(at: &At) -> Origin {
    let words = &at.words.scores;
    let origin = Origin::default()
        .rule(words.sle_das_rule)
        .rule(words.sle_das_ranges)
        .note(words.sle_das_unverified)
        .note(words.sle_das_quirks)
        .note(words.sle_das_attribution)
        .source(SLE_DAS)
        .source(SLE_DAS_RANGES)
        .source(SLE_DAS_LOW);
    let scored = at.visit().ok_or(vec![Need::Sledai]).and_then(|visit| Ok((SleDas::of(at.case, visit)?, visit)));
    let (score, visit) = match scored {
        Ok(scored) => scored,
        Err(needs) => return Origin { lacks: vec![super::super::needs(at.words, &needs)], ..origin },
    };
    let row = |(term, points): &(crate::clinic::SleDasTerm, f64)| {
        vec![Phrase::of((words.sle_das_term)(term.code())).row(), Phrase::of(&at.lang.real(*points, 3)).row()]
    };
    let head = [words.term, words.points].map(str::to_owned).to_vec();
    let terms = Grid { title: String::new(), head, rows: score.terms.iter().map(row).collect() };
    let shown = || Phrase::of(&at.lang.real(score.score, 2));
    inputs(at, visit, Origin { grids: vec![terms], ..origin })
        .input(SLE_DAS.name, Phrase::default().strong(&at.lang.real(score.score, 2)), Some(visit.date))
        .criterion(words.sle_das_remission, shown(), score.remission.clone())
        .criterion(words.sle_das_low, shown(), score.low_activity.clone())
}

/// What was told for the score, then the values of the laboratory with their days, then the prednisone.
fn inputs(at: &At, visit: &ActivityVisit, origin: Origin) -> Origin {
    let words = &at.words.scores;
    let joints = visit.sle_das.as_ref().map(|asked| asked.swollen_joints).unwrap_or_default();
    let joints = at.field(&joints, |joints| format!("{joints}/28"));
    let origin = origin.input((words.sle_das_term)("arthritis"), joints, Some(visit.date));
    let numbers = sledai_from_numbers(at.case, visit);
    let seen = numbers.iter().filter(|one| USED.contains(&one.item)).flat_map(|one| &one.findings);
    let origin = seen.fold(origin, |origin, finding| match finding.amount {
        Some(amount) => {
            let value = Phrase::of(&at.lang.amount(amount.amount, amount.unit));
            origin.input((words.measure)(finding.measure.code()), value, Some(finding.date))
        }
        None => origin,
    });
    let dose = match daily_steroid(at.case, visit.date) {
        Ok(dose) => Phrase::of(&at.lang.amount(dose.milligrams.round_dp(2).normalize(), "mg/d")),
        Err(needs) => at.lacking(&needs),
    };
    origin.input(at.words.unit.prednisone, dose, Some(visit.date))
}

/// The items that SLE-DAS reads from the laboratory.
const USED: [SledaiItem; 5] = [
    SledaiItem::Proteinuria,
    SledaiItem::LowComplement,
    SledaiItem::AntiDsdna,
    SledaiItem::Thrombocytopenia,
    SledaiItem::Leukopenia,
];
