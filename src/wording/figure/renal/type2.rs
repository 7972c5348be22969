use super::super::At;
use super::super::origin::Origin;
use super::super::phrase::{Phrase, Row, Tone};
use super::plainly;
use crate::clinic::{
    self, Distress, FIBROMYALGIA_2011, FIBROMYALGIA_2016, LupusType, Need, PSD, ROGERS_2021, Sledai, TypeFacts,
};
use crate::domain::{ActivityVisit, Day, Field, Scale10, Type2};
use crate::text::visible;
use crate::wording;

/// The newest visit that says something of type 2.
fn visit<'a>(at: &At<'a>) -> Option<(&'a ActivityVisit, &'a Type2)> {
    let visits = at.case.activity.iter().filter(|visit| visit.date <= at.today);
    visits.filter_map(|visit| Some((visit, visit.type2.as_ref()?))).max_by_key(|(visit, _)| visit.date)
}

pub(in super::super) fn told(at: &At) -> Vec<Row> {
    let Some((visit, type2)) = visit(at) else {
        return vec![Phrase::default().lacks(at.words.app.not_stated).row()];
    };
    vec![symptoms(at, type2, visit.date).row(), groups(at, visit).dot().then(criteria(at, type2)).row()]
}

/// The five symptoms.
fn symptoms(at: &At, type2: &Type2, day: Day) -> Phrase {
    let each = each(at, type2).into_iter().filter(|(_, value)| !value.is_absent());
    let phrase = each.fold(Phrase::default(), |phrase, (name, value)| {
        phrase.quiet(&visible(name)).then(at.field(&value, |value| at.lang.number(value.value(), 1)))
    });
    let phrase = if phrase.is_empty() { phrase } else { phrase.quiet("/10") };
    phrase.quiet(&at.on(day))
}

fn each(at: &At, type2: &Type2) -> [(&'static str, Field<Scale10>); 5] {
    let names = &at.words.activity;
    [
        (names.fatigue, type2.fatigue),
        (names.pain, type2.pain),
        (names.sleep, type2.sleep),
        (names.mood, type2.mood),
        (names.cognition, type2.cognition),
    ]
}

/// Distress and its band, fibromyalgia of both editions.
fn criteria(at: &At, type2: &Type2) -> Phrase {
    let words = &at.words.renal.type2;
    let distress = match clinic::distress(type2) {
        Ok(points) => {
            let band = Distress::of(points);
            Phrase::default().strong(&format!("{points}/31")).say((words.distress)(band.code()))
        }
        Err(needs) => at.lacking(&needs),
    };
    let phrase = Phrase::default().quiet("PSD").then(distress);
    let phrase = phrase.dot().quiet(words.fibromyalgia_2016).then(plainly(at, &clinic::fibromyalgia_2016(type2)));
    phrase.dot().quiet("2011").then(plainly(at, &clinic::fibromyalgia_2011(type2)))
}

fn groups(at: &At, visit: &ActivityVisit) -> Phrase {
    let words = &at.words.renal.type2;
    let rogers = Phrase::default().quiet(ROGERS_2021.name).then(group(at, &TypeFacts::of(visit).group()));
    rogers.dot().quiet(words.by_physician).then(group(at, &clinic::group_by_physician(visit)))
}

fn group(at: &At, group: &LupusType) -> Phrase {
    let words = &at.words.renal.type2;
    match group {
        LupusType::Minimal => Phrase::of(words.minimal),
        LupusType::Type1 => Phrase::default().strong(words.type1),
        LupusType::Type2 => Phrase::default().strong(words.type2),
        LupusType::Mixed => Phrase::default().strong(words.mixed),
        LupusType::Unknown(_) => {
            Phrase::default().with(&format!("?\u{a0}{}", at.words.renal.cannot_say), Tone::Lacking)
        }
    }
}

pub(in super::super) fn origin(at: &At) -> Origin {
    let words = &at.words.renal.type2;
    let origin = match visit(at) {
        Some((visit, type2)) => judged(at, inputs(at, visit, type2), visit, type2),
        None => Origin {
            lacks: vec![wording::needs(at.words, &[Need::PainSites, Need::SymptomSeverity])],
            ..Origin::default()
        },
    };
    let origin = origin.rule(words.distress_rule).rule(words.group_rule).rule(words.physician_rule);
    let origin = origin.note(words.nephritis_reading).note(words.excluded).note(words.facit);
    origin.source(PSD).source(FIBROMYALGIA_2016).source(FIBROMYALGIA_2011).source(ROGERS_2021)
}

fn inputs(at: &At, visit: &ActivityVisit, type2: &Type2) -> Origin {
    let words = &at.words.renal.type2;
    let day = Some(visit.date);
    let origin = each(at, type2).into_iter().fold(Origin::default(), |origin, (name, value)| {
        let value = at.field(&value, |value| format!("{}/10", at.lang.number(value.value(), 1)));
        origin.input(name, value, day)
    });
    origin
        .input("WPI", at.field(&type2.wpi, |value| format!("{}/19", value.0)), day)
        .input("SSS", at.field(&type2.sss, |value| format!("{}/12", value.0)), day)
        .input(words.regions, at.field(&type2.pain_regions, |value| format!("{}/5", value.0)), day)
        .input(words.three_months, at.field(&type2.three_months, |value| at.words.label(*value).to_owned()), day)
        .input("FACIT-F", at.field(&type2.facit_fatigue, |value| format!("{}/52", value.0)), day)
        .input(
            words.fatigue_vas,
            at.field(&type2.fatigue_vas, |value| format!("{}/100", at.lang.number(value.value(), 0))),
            day,
        )
        .input(words.type2_pga, at.field(&type2.pga, |value| format!("{}/3", at.lang.number(value.value(), 2))), day)
        .input(
            at.words.activity.pga,
            at.field(&visit.pga, |value| format!("{}/3", at.lang.number(value.value(), 2))),
            day,
        )
        .input(at.words.activity.sledai, sledai(at, visit), day)
}

/// The score, and the one without laboratory items.
fn sledai(at: &At, visit: &ActivityVisit) -> Phrase {
    Sledai::of(visit).map_or_else(
        |needs| at.lacking(&needs),
        |sledai| {
            let clinical = sledai.without_labs().points;
            let without = format!("({} {clinical})", at.words.activity.without_laboratory);
            Phrase::of(&sledai.total().points.to_string()).quiet(&without)
        },
    )
}

fn judged(at: &At, origin: Origin, visit: &ActivityVisit, type2: &Type2) -> Origin {
    let words = &at.words.renal.type2;
    let scales = || {
        Phrase::default()
            .quiet("WPI")
            .then(at.field(&type2.wpi, |value| value.0.to_string()))
            .quiet("SSS")
            .then(at.field(&type2.sss, |value| value.0.to_string()))
    };
    let (of_2016, of_2011) = (clinic::fibromyalgia_2016(type2), clinic::fibromyalgia_2011(type2));
    let type1 = TypeFacts::of(visit).type1();
    let scored = Phrase::default().quiet(at.words.activity.sledai).then(sledai(at, visit));
    origin.criterion(words.asks_2016, scales(), of_2016).criterion(words.asks_2011, scales(), of_2011).criterion(
        words.asks_type1,
        scored,
        type1,
    )
}
