use rust_decimal::Decimal;

use super::At;
use super::origin::Origin;
use super::phrase::{Phrase, Row};
use crate::clinic::{
    FRAX_CORRECTION, FRAX_HIP_FACTOR, FRAX_MAJOR_FACTOR, GIOP_2022, GIOP_GAPS, GiopClass, GiopCriterion, GiopFacts,
    GiopJudged, Verdict, cumulative_over_a_year, daily_steroid,
};
use crate::domain::{FractureRisk, Percent};

pub(super) fn told(at: &At) -> Vec<Row> {
    let facts = GiopFacts::of(at.case, at.today);
    let found = facts.class();
    let mut rows = vec![headline(at, &facts, &found)];
    // No class is due where no column was read.
    rows.extend((!is_child(&facts)).then(|| concerned(at, &facts)));
    rows.extend(stated(at, &found));
    rows.into_iter().map(Phrase::row).collect()
}

fn headline(at: &At, facts: &GiopFacts, found: &GiopClass) -> Phrase {
    let words = &at.words.bone;
    if is_child(facts) {
        return Phrase::default().lacks(words.not_for_children);
    }
    match (found.class, found.lacks.is_empty()) {
        (Some(class), true) => Phrase::default().strong(at.words.label(class)),
        (Some(class), false) => Phrase::default()
            .strong(&(words.at_least)(at.words.label(class)))
            .lacks(&(words.could_be_worse)(&at.needs(&found.lacks))),
        (None, _) => at.lacking(&found.lacks),
    }
}

fn is_child(facts: &GiopFacts) -> bool {
    facts.age.is_some_and(|age| age < 18)
}

fn concerned(at: &At, facts: &GiopFacts) -> Phrase {
    let words = &at.words.bone;
    match &facts.concerned {
        Verdict::Yes => Phrase::of(words.concerned),
        Verdict::No => Phrase::default().quiet(words.not_concerned),
        Verdict::Unknown(needs) => at.lacking(needs),
    }
}

/// The class that the case states, and whether it is another one.
fn stated(at: &At, found: &GiopClass) -> Option<Phrase> {
    let words = &at.words.bone;
    let stated = *at.case.prevention.fracture_risk.known()?;
    let phrase = Phrase::of(&(words.stated)(at.words.label(stated)));
    let phrase = match at.case.prevention.fracture_assessed.known() {
        Some(day) => phrase.dot().quiet(&(words.assessed)(&at.lang.date(*day))),
        None => phrase,
    };
    Some(if contradicts(stated, found) { phrase.dot().judged(words.contradicts, false) } else { phrase })
}

/// Another class, or a lower one than what is known already gives.
fn contradicts(stated: FractureRisk, found: &GiopClass) -> bool {
    found.class.is_some_and(|class| if found.lacks.is_empty() { stated != class } else { stated < class })
}

pub(super) fn origin(at: &At) -> Origin {
    let words = &at.words.bone;
    let facts = GiopFacts::of(at.case, at.today);
    let found = facts.class();
    let mut origin = inputs(at, &facts);
    origin = origin.criterion(words.asks_concerned, Phrase::default(), facts.concerned.clone());
    for judged in facts.judged() {
        let asks = format!("{} → {}", asks(at, judged.criterion), at.words.label(judged.class));
        origin = origin.danger(&asks, found_of(at, &facts, &judged), judged.verdict);
    }
    origin = origin.lacking(&at.needs(&found.lacks));
    let rules = [words.rule_columns, words.rule_gaps, words.rule_frax, words.rule_window, words.rule_treat];
    origin = rules.into_iter().fold(origin, Origin::rule);
    if facts.age.is_some_and(|age| age < 40) {
        origin = origin.note(words.note_loss);
    }
    origin.source(GIOP_2022).source(GIOP_GAPS).source(FRAX_CORRECTION)
}

fn inputs(at: &At, facts: &GiopFacts) -> Origin {
    let (words, prevention) = (&at.words.bone, &at.case.prevention);
    let day = prevention.fracture_assessed.known().copied();
    let score = |score: &crate::domain::BoneScore| at.lang.number(score.0, 2);
    let origin = Origin::default()
        .input(
            words.fracture,
            at.field(&prevention.fragility_fracture, |answer| at.words.label(*answer).to_owned()),
            None,
        )
        .input(
            words.t_score,
            at.field(&prevention.t_score, score),
            day.filter(|_| prevention.t_score.known().is_some()),
        )
        .input(
            words.z_score,
            at.field(&prevention.z_score, score),
            day.filter(|_| prevention.z_score.known().is_some()),
        )
        .input(words.major, major(at, facts), day.filter(|_| prevention.frax_major.known().is_some()))
        .input(words.hip, hip(at, facts), day.filter(|_| prevention.frax_hip.known().is_some()));
    let dose = daily_steroid(at.case, at.today).map_or_else(
        |needs| at.lacking(&needs),
        |dose| Phrase::of(&format!("{} {}", at.lang.number(dose.milligrams, 2), at.words.unit.mg_per_day)),
    );
    let origin = origin.input(at.words.damage.prednisone_now, dose, None);
    match stated(at, &facts.class()) {
        Some(stated) => origin.input(words.title, stated, None),
        None => origin,
    }
}

fn major(at: &At, facts: &GiopFacts) -> Phrase {
    frax(at, facts, &at.case.prevention.frax_major, FRAX_MAJOR_FACTOR)
}

fn hip(at: &At, facts: &GiopFacts) -> Phrase {
    frax(at, facts, &at.case.prevention.frax_hip, FRAX_HIP_FACTOR)
}

/// As printed by the tool, and multiplied above 7.5 mg/d.
fn frax(at: &At, facts: &GiopFacts, field: &crate::domain::Field<Percent>, factor: Decimal) -> Phrase {
    let printed = at.field(field, |share| at.lang.percent(share.value(), 2));
    match (field.known(), &facts.above_7_5) {
        (Some(share), Verdict::Yes) => {
            printed.quiet(&(at.words.bone.multiplied)(&at.lang.percent(share.value() * factor, 2)))
        }
        _ => printed,
    }
}

fn asks(at: &At, criterion: GiopCriterion) -> String {
    use GiopCriterion as C;
    let words = &at.words.bone;
    match criterion {
        C::Fracture => words.fracture.to_owned(),
        C::TScore(most) => (words.asks_t)(&at.lang.fixed(most, 1)),
        C::Major(least) => (words.asks_major)(&at.lang.percent(least, 1)),
        C::Hip(least) => (words.asks_hip)(&at.lang.percent(least, 1)),
        C::HighDoseForAMonth => words.asks_month.to_owned(),
        C::HighDose => words.asks_dose.to_owned(),
        C::FiveGrams => words.asks_grams.to_owned(),
        C::LongWithLowDensity => words.asks_long.to_owned(),
    }
}

fn found_of(at: &At, facts: &GiopFacts, judged: &GiopJudged) -> Phrase {
    use GiopCriterion as C;
    let prevention = &at.case.prevention;
    match judged.criterion {
        C::Fracture => Phrase::of(prevention.fragility_fracture.known().map_or("", |answer| at.words.label(*answer))),
        C::TScore(_) => {
            Phrase::of(&prevention.t_score.known().map(|score| at.lang.number(score.0, 2)).unwrap_or_default())
        }
        C::Major(_) => prevention.frax_major.known().map_or(Phrase::default(), |_| major(at, facts)),
        C::Hip(_) => prevention.frax_hip.known().map_or(Phrase::default(), |_| hip(at, facts)),
        C::LongWithLowDensity => {
            let score = prevention.z_score.known().map(|score| format!("Z {}", at.lang.number(score.0, 2)));
            Phrase::of(&score.unwrap_or_default())
        }
        C::HighDoseForAMonth | C::HighDose => Phrase::default(),
        C::FiveGrams => cumulative_over_a_year(at.case, at.today).map_or_else(
            |_| Phrase::default(),
            |sum| Phrase::of(&format!("{}\u{a0}g", at.lang.number(sum.total() / Decimal::ONE_THOUSAND, 2))),
        ),
    }
}
