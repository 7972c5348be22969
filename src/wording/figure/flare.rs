use super::At;
use super::origin::{Grid, Origin};
use super::phrase::{Phrase, Row};
use super::sledai::points;
use crate::clinic::{
    Flare, FlareDomain, FlareFacts, FlareGrade, SELENA_CRITICISM, SELENA_FLARE, SLE_DAS, SLE_DAS_FLARE, SleDasChange,
    Verdict, VisitScores, last_two,
};

pub(super) fn told(at: &At) -> Vec<Row> {
    let facts = match FlareFacts::of(at.case, at.today) {
        Ok(facts) => facts,
        Err(needs) => return vec![at.lacking(&needs).row()],
    };
    vec![index(at, &Flare::of(&facts)).row(), by_score(at).row()]
}

fn index(at: &At, flare: &Flare) -> Phrase {
    let words = &at.words.scores;
    let grade = |grade: FlareGrade| (words.flare_grade)(grade.code());
    let triggers: Vec<&str> = flare.triggers().map(|line| (words.flare_domain)(line.domain.code())).collect();
    let by = |phrase: Phrase| phrase.say(&(words.by_domains)(&triggers.join(", "))).quiet(&between(at));
    let phrase = Phrase::default().quiet("SFI");
    match (flare.grade(), flare.at_least()) {
        (Ok(FlareGrade::None), _) => phrase.judged(grade(FlareGrade::None), true).quiet(&between(at)),
        (Ok(found), _) => by(phrase.judged(grade(found), false)),
        (Err(needs), FlareGrade::None) => phrase.then(at.lacking(&needs)).quiet(&between(at)),
        // What is missing could only raise it.
        (Err(needs), least) => {
            by(phrase.judged(&(words.at_least_grade)(grade(least)), false)).dot().then(at.lacking(&needs))
        }
    }
}

/// The days of the two visits, in brackets.
fn between(at: &At) -> String {
    last_two(at.case, at.today).map_or_else(
        |_| String::new(),
        |[after, before]| {
            let days = (at.words.scores.between)(&at.lang.date(before.date), &at.lang.date(after.date));
            format!("({days})")
        },
    )
}

fn by_score(at: &At) -> Phrase {
    let words = &at.words.scores;
    let phrase = Phrase::default().quiet("SLE-DAS");
    match SleDasChange::of(at.case, at.today) {
        Ok(change) => {
            let word = if change.is_flare() { words.is_a_flare } else { words.no_flare };
            phrase.say(&format!("Δ\u{a0}{}", at.lang.signed(change.rise, 2))).judged(word, !change.is_flare())
        }
        Err(needs) => phrase.then(at.lacking(&needs)),
    }
}

pub(super) fn origin(at: &At) -> Origin {
    let words = &at.words.scores;
    let origin = Origin::default()
        .rule(words.flare_rule)
        .note(words.flare_sledai_note)
        .note(words.flare_change_note)
        .note(words.flare_pga_note)
        .note(words.flare_drugs_note)
        .source(SELENA_FLARE)
        .source(SELENA_CRITICISM)
        .source(SLE_DAS_FLARE);
    let facts = match FlareFacts::of(at.case, at.today) {
        Ok(facts) => facts,
        Err(needs) => return Origin { lacks: vec![super::super::needs(at.words, &needs)], ..origin },
    };
    let rows = Flare::of(&facts).lines.into_iter().map(|line| {
        vec![
            Phrase::of((words.flare_domain)(line.domain.code())).row(),
            change(at, &facts, line.domain).row(),
            verdict(at, &line.mild).row(),
            verdict(at, &line.severe).row(),
        ]
    });
    let head = [words.domain, words.change, words.mild_moderate, words.severe].map(str::to_owned).to_vec();
    let grid = Grid { title: between(at), head, rows: rows.collect() };
    let origin = Origin { grids: vec![grid], ..origin };
    match SleDasChange::of(at.case, at.today) {
        Ok(change) => {
            let both = (words.between)(&at.lang.real(change.before, 2), &at.lang.real(change.after, 2));
            let found = Phrase::of(&both).say(&format!("({})", at.lang.signed(change.rise, 2)));
            origin.criterion(words.sle_das_flare_asks, found, Verdict::of(change.is_flare()))
        }
        Err(needs) => origin.criterion(words.sle_das_flare_asks, at.lacking(&needs), Verdict::Unknown(needs)),
    }
    .source(SLE_DAS)
}

fn verdict(at: &At, verdict: &Verdict) -> Phrase {
    match verdict {
        Verdict::Yes => Phrase::default().judged(at.words.app.yes, false),
        Verdict::No => Phrase::default().quiet(at.words.app.no),
        Verdict::Unknown(needs) => at.lacking(needs),
    }
}

/// What changed in a domain between the two visits.
fn change(at: &At, facts: &FlareFacts, domain: FlareDomain) -> Phrase {
    let both = |of: &dyn Fn(&VisitScores) -> Option<String>| match (of(&facts.before), of(&facts.after)) {
        (Some(before), Some(after)) => Phrase::of(&(at.words.scores.between)(&before, &after)),
        _ => Phrase::default().lacks(at.words.app.not_stated),
    };
    let list = |named: Option<Vec<&'static str>>| match named {
        Some(named) if named.is_empty() => Phrase::default().quiet(at.words.app.none),
        Some(named) => Phrase::of(&named.join(", ")),
        None => Phrase::default().lacks(at.words.app.not_stated),
    };
    match domain {
        FlareDomain::Sledai => both(&|scores| Some(points(*scores.sledai.as_ref().ok()?))),
        FlareDomain::Pga => both(&|scores| Some(format!("{}/3", at.lang.number(scores.pga?.value(), 2)))),
        FlareDomain::Prednisone => {
            both(&|scores| Some(at.lang.amount(scores.prednisone.as_ref().ok()?.round_dp(2).normalize(), "mg/d")))
        }
        FlareDomain::Signs => {
            list(facts.signs.as_ref().map(|all| all.iter().map(|one| at.words.label(*one)).collect()))
        }
        FlareDomain::Drugs => {
            list(facts.added.as_ref().map(|all| all.iter().map(|one| at.words.label(*one)).collect()))
        }
        FlareDomain::Admission => match facts.admission {
            Some(true) => Phrase::of(at.words.app.yes),
            Some(false) => Phrase::default().quiet(at.words.app.no),
            None => Phrase::default().lacks(at.words.app.not_stated),
        },
    }
}
