use super::At;
use super::origin::Origin;
use super::phrase::{Phrase, Row};
use super::sle_das::state;
use super::sledai::points;
use crate::clinic::{MSRI, Msri, ResponderCriterion, ResponderFacts, SRI_4, VisitScores};
use crate::domain::ActivityVisit;

pub(super) fn told(at: &At) -> Vec<Row> {
    let words = &at.words.scores;
    let (facts, visits) = match ResponderFacts::of(at.case, at.today) {
        Ok(found) => found,
        Err(needs) => return vec![at.lacking(&needs).row()],
    };
    let [from, to] = visits.map(|visit| at.lang.date(visit.date));
    let phrase = state(at, Phrase::default().quiet("SRI-4"), &facts.responds());
    let first = phrase.quiet(&format!("({})", (words.between)(&from, &to)));
    let second = Phrase::default().quiet("mSRI");
    let second = match facts.modified() {
        Msri::NotApplicable => second.say(words.not_applicable),
        Msri::Judged(verdict) => state(at, second, &verdict),
    };
    vec![first.row(), second.row()]
}

pub(super) fn origin(at: &At) -> Origin {
    let words = &at.words.scores;
    let origin = Origin::default().rule(words.response_rule).note(words.response_note).source(SRI_4).source(MSRI);
    let (facts, [from, to]) = match ResponderFacts::of(at.case, at.today) {
        Ok(found) => found,
        Err(needs) => return Origin { lacks: vec![super::super::needs(at.words, &needs)], ..origin },
    };
    let input = |origin: Origin, name: &str, visit: &ActivityVisit, scores: &VisitScores| {
        origin.input(name, of_visit(at, scores), Some(visit.date))
    };
    let origin = input(origin, words.from_visit, from, &facts.before);
    let origin = input(origin, words.to_visit, to, &facts.after);
    facts.sri_4().into_iter().fold(origin, |origin, (criterion, verdict)| {
        origin.criterion((words.responder)(criterion.code()), found(at, &facts, criterion), verdict)
    })
}

/// `SLEDAI-2K 10 · PGA 1.5/3`.
fn of_visit(at: &At, scores: &VisitScores) -> Phrase {
    let activity = &at.words.activity;
    let phrase = Phrase::default().quiet(activity.sledai);
    let phrase = match &scores.sledai {
        Ok(score) => phrase.say(&points(*score)),
        Err(needs) => phrase.then(at.lacking(needs)),
    };
    let phrase = phrase.dot().quiet(activity.pga);
    match scores.pga {
        Some(pga) => phrase.say(&format!("{}/3", at.lang.number(pga.value(), 2))),
        None => phrase.lacks(at.words.app.not_stated),
    }
}

fn found(at: &At, facts: &ResponderFacts, criterion: ResponderCriterion) -> Phrase {
    let count = |new: Option<u8>| match new {
        Some(new) => Phrase::of(&new.to_string()),
        None => Phrase::default().lacks(at.words.app.not_stated),
    };
    let both = |of: &dyn Fn(&VisitScores) -> Option<String>| match (of(&facts.before), of(&facts.after)) {
        (Some(before), Some(after)) => Phrase::of(&(at.words.scores.between)(&before, &after)),
        _ => Phrase::default().lacks(at.words.app.not_stated),
    };
    match criterion {
        ResponderCriterion::SledaiFall => both(&|scores| Some(points(*scores.sledai.as_ref().ok()?))),
        ResponderCriterion::NoNewA => count(facts.new_a),
        ResponderCriterion::OneNewB => count(facts.new_b),
        ResponderCriterion::Pga => both(&|scores| Some(at.lang.number(scores.pga?.value(), 2))),
        ResponderCriterion::Drugs => match facts.drugs_allowed {
            Some(true) => Phrase::of(at.words.app.none),
            Some(false) => Phrase::of(at.words.app.yes),
            None => Phrase::default().lacks(at.words.app.not_stated),
        },
    }
}
