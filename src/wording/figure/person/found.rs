use super::super::phrase::Phrase;
use super::At;
use crate::clinic::{self, EpicesScore, PointItem};
use crate::domain::{Announcement, Field, SharedDecision, Support};
use crate::knowledge::{self, Verdict};
use crate::wording::figure::plain;

/// What the file says on a line of a checklist; its date stands beside.
pub(super) fn found(at: &At, item: PointItem) -> Phrase {
    use PointItem as I;
    match item {
        I::Announced | I::Reannounced | I::PregnancyHeredity | I::Goal | I::Caregiver => announced(at, item),
        I::Visit | I::BothGlobals | I::Proteinuria | I::HcqLevel | I::Type2 => seen(at, item),
        I::Options | I::Preference => shared(at, item),
        I::StrategyLine | I::Question | I::Meeting | I::Guidelines => meeting(at, item),
        I::Vaccines | I::Support | I::Work | I::Transition => around(at, item),
        _ => stated(at, item),
    }
}

fn announced(at: &At, item: PointItem) -> Phrase {
    let none = Announcement::default();
    let told = at.case.person.announcement.as_ref().unwrap_or(&none);
    match item {
        PointItem::Announced if told.done.known().is_some() => at.written(&told.by),
        PointItem::Announced => at.field(&told.done, |_| String::new()),
        PointItem::Reannounced => at.entry(told.again),
        PointItem::PregnancyHeredity => at.entry(told.pregnancy_heredity),
        PointItem::Goal => at.entry(told.goal),
        _ => match &at.case.person.caregivers {
            Field::Known(_) => at.written(&at.case.person.caregivers),
            Field::Unknown | Field::Absent => at.named(at.words.person.caregiver, at.entry(told.caregiver)),
        },
    }
}

fn seen(at: &At, item: PointItem) -> Phrase {
    let nothing = || Phrase::default().lacks(at.words.app.not_stated);
    match item {
        PointItem::Visit => at.visit().map_or_else(nothing, |_| Phrase::default()),
        PointItem::BothGlobals => at.visit().map_or_else(nothing, |visit| {
            let physician = at.field(&visit.pga, |pga| format!("{}/3", at.lang.number(pga.value(), 2)));
            let patient = at.field(&visit.ptga, |ptga| format!("{}/100", at.lang.number(ptga.value(), 0)));
            Phrase::of(at.words.activity.pga).then(physician).dot().say(at.words.activity.ptga).then(patient)
        }),
        PointItem::Proteinuria => clinic::upcr_series(at.case)
            .newest_by(at.today)
            .map_or_else(nothing, |point| Phrase::of(&at.lang.quantity(&point.value))),
        PointItem::HcqLevel => clinic::hcq_level_series(at.case)
            .newest_by(at.today)
            .map_or_else(nothing, |point| Phrase::of(&at.lang.quantity(&point.value))),
        _ => at.visit().and_then(|visit| visit.type2.as_ref()).map_or_else(nothing, |type2| {
            let words = &at.words.activity;
            let scales = [(words.fatigue, type2.fatigue), (words.pain, type2.pain), (words.sleep, type2.sleep)];
            let more = [(words.mood, type2.mood), (words.cognition, type2.cognition)];
            scales.into_iter().chain(more).fold(Phrase::default(), |all, (name, scale)| {
                let scale = at.field(&scale, |scale| format!("{}/10", at.lang.number(scale.value(), 1)));
                all.dot().say(name).then(scale)
            })
        }),
    }
}

fn shared(at: &At, item: PointItem) -> Phrase {
    let none = SharedDecision::default();
    let shared = at.case.person.shared_decision.as_ref().unwrap_or(&none);
    at.step(if item == PointItem::Options { shared.options } else { shared.preference })
}

fn meeting(at: &At, item: PointItem) -> Phrase {
    match item {
        PointItem::StrategyLine => {
            let rows = super::strategy::told(at);
            Phrase::of(&rows.first().map(plain).unwrap_or_default())
        }
        PointItem::Question => Phrase::of(at.case.question.as_str()),
        PointItem::Meeting => match at.case.meeting {
            Some(_) => Phrase::default(),
            None => Phrase::default().lacks(at.words.app.not_stated),
        },
        _ => {
            let cells = at.table.rows.iter().flat_map(|row| &row.cells);
            let waiting = cells.filter(|cell| cell.verdict == Verdict::NeedsData).count();
            let names: Vec<String> = at.table.columns.iter().map(knowledge::Column::heading).collect();
            let phrase = Phrase::of(&names.join(", "));
            if waiting == 0 { phrase } else { phrase.dot().lacks(&(at.words.personal.waiting)(waiting)) }
        }
    }
}

fn around(at: &At, item: PointItem) -> Phrase {
    let person = &at.case.person;
    match item {
        PointItem::Vaccines => {
            let vaccines = &at.case.prevention.vaccines;
            [vaccines.influenza, vaccines.pneumococcus].iter().fold(Phrase::default(), |all, dose| {
                all.dot().then(at.field(dose, |dose| match dose {
                    crate::domain::LastDose::Never => at.words.safety.never.to_owned(),
                    crate::domain::LastDose::On(month) => at.lang.month(*month),
                }))
            })
        }
        PointItem::Support => {
            let none = Support::default();
            super::around::support(at, person.support.as_ref().unwrap_or(&none))
        }
        PointItem::Work => super::life::work(at),
        _ => at.step(person.transition),
    }
}

fn stated(at: &At, item: PointItem) -> Phrase {
    let (person, background) = (&at.case.person, &at.case.background);
    match item {
        PointItem::Epices => match EpicesScore::of_person(person) {
            Ok(score) => Phrase::of(&at.lang.fixed(score.value(), 2)),
            Err(_) => at.field(&person.epices, |_| String::new()),
        },
        PointItem::Alexithymia => at.entry(person.alexithymia),
        PointItem::Documents => super::around::documents(at),
        PointItem::Association => at.step(person.association),
        PointItem::Adherence => at.entry(person.adherence),
        PointItem::Tobacco => at.entry(person.tobacco),
        PointItem::Damage => at.field(&at.case.damage.reviewed, |_| String::new()),
        PointItem::Comorbidities => super::background::comorbidities(at),
        PointItem::Apl => at.entry(background.apl),
        PointItem::Informed => at.entry(person.informed),
        PointItem::Wishes => at.written(&person.wishes),
        PointItem::Refusals => at.written(&person.refusals),
        PointItem::Education => at.step(person.education),
        _ => at.entry(person.written_plan),
    }
}
