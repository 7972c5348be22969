use super::super::At;
use super::super::origin::{Grid, Origin};
use super::super::phrase::{Phrase, Row, Tone};
use super::answer;
use crate::clinic::{
    self, ACR_2024, EULAR_2025, Egfr, EularResponse, GradedSet, KDIGO_2024, Milestone, Need, Point, RenalCourse,
    Response, ResponseCriterion, Standing, TrialEndpoint, Verdict,
};
use crate::domain::Upcr;
use crate::wording;

pub(in super::super) fn told(at: &At) -> Vec<Row> {
    let course = RenalCourse::of(at.case, at.today);
    let Some(months) = course.months else {
        return vec![at.lacking(&[Need::CourseStart]).row()];
    };
    let month = Phrase::of(&(at.words.panel.at_month)(months)).dot();
    let guidelines = month.then(eular(at, &course)).dot().then(graded(at, &course));
    let trials = TrialEndpoint::ALL.into_iter().fold(Phrase::default(), |phrase, endpoint| {
        phrase.dot().quiet(endpoint.source().name).then(answer(at, &endpoint.met(&course)))
    });
    vec![guidelines.row(), trials.row()]
}

/// The last milestone that is due, then whether the response is complete.
fn eular(at: &At, course: &RenalCourse) -> Phrase {
    let response = EularResponse::of(course);
    let phrase = Phrase::default().quiet(EULAR_2025.name);
    let complete = match &response.complete {
        Verdict::Yes => Phrase::default().with(&format!("✓\u{a0}{}", at.words.panel.complete), Tone::Good),
        Verdict::No => {
            Phrase::default().with(&format!("✗\u{a0}{}", at.words.renal.response.not_complete), Tone::Warning)
        }
        unknown @ Verdict::Unknown(_) => answer(at, unknown),
    };
    let Some((milestone, standing)) = response.last_due() else {
        return phrase.then(complete).quiet(&format!("({})", at.words.panel.not_due));
    };
    let due = (at.words.renal.response.milestone_of)(milestone.month());
    phrase.then(complete).glued(",", Tone::Quiet).quiet(&due).then(stands(at, standing))
}

fn stands(at: &At, standing: &Standing) -> Phrase {
    match standing {
        Standing::Met => Phrase::default().with(&format!("✓\u{a0}{}", at.words.panel.met), Tone::Good),
        Standing::Missed => Phrase::default().with(&format!("✗\u{a0}{}", at.words.panel.not_met), Tone::Warning),
        Standing::NotDue => Phrase::of(at.words.panel.not_due),
        Standing::Unknown(needs) => answer(at, &Verdict::Unknown(needs.clone())),
    }
}

fn graded(at: &At, course: &RenalCourse) -> Phrase {
    let kdigo = clinic::kdigo_2024(course);
    let margin = if kdigo.inside_margin { at.words.panel.inside_margin } else { "" };
    let acr = Phrase::default().quiet(ACR_2024.name).then(graded_as(at, &clinic::acr_2024(course)));
    acr.dot().quiet(KDIGO_2024.name).then(graded_as(at, &kdigo.response)).quiet(margin)
}

fn graded_as(at: &At, response: &Response) -> Phrase {
    let words = &at.words.panel;
    let phrase = Phrase::default();
    match response {
        Response::Complete => phrase.with(&format!("✓\u{a0}{}", words.complete), Tone::Good),
        Response::Partial => phrase.say(&format!("◐\u{a0}{}", words.partial)),
        Response::None => phrase.with(&format!("✗\u{a0}{}", words.no_response), Tone::Warning),
        Response::NotDue => phrase.say(words.not_due),
        Response::Unknown(needs) => answer(at, &Verdict::Unknown(needs.clone())),
    }
}

pub(in super::super) fn origin(at: &At) -> Origin {
    let course = RenalCourse::of(at.case, at.today);
    let words = &at.words.renal.response;
    let mut origin = denominators(at, &course);
    origin.lacks = lacks(at, &course);
    origin.grids.push(table(at, &course));
    let origin = origin.rule(words.denominators).rule(words.own_unit).rule(words.newest_values);
    let origin = origin.note(words.acr_reading).note(words.kdigo_margin).note(words.aurora_memory);
    let origin = origin.note(words.not_judged).note(words.stricter);
    let origin = origin.source(EULAR_2025).source(ACR_2024).source(KDIGO_2024);
    TrialEndpoint::ALL.into_iter().fold(origin, |origin, endpoint| origin.source(endpoint.source()))
}

/// What each set lacks, by its name.
fn lacks(at: &At, course: &RenalCourse) -> Vec<String> {
    if course.months.is_none() {
        return vec![wording::needs(at.words, &[Need::CourseStart])];
    }
    let eular = match EularResponse::of(course).complete {
        Verdict::Unknown(needs) => Some((EULAR_2025.name, needs)),
        _ => None,
    };
    let graded = [(ACR_2024.name, clinic::acr_2024(course)), (KDIGO_2024.name, clinic::kdigo_2024(course).response)];
    let graded = graded.into_iter().filter_map(|(name, response)| match response {
        Response::Unknown(needs) => Some((name, needs)),
        _ => None,
    });
    let trials = TrialEndpoint::ALL.into_iter().filter_map(|endpoint| match endpoint.met(course) {
        Verdict::Unknown(needs) => Some((endpoint.source().name, needs)),
        _ => None,
    });
    let all = eular.into_iter().chain(graded).chain(trials);
    all.map(|(name, needs)| format!("{name}{}{}", at.words.renal.colon, wording::needs(at.words, &needs))).collect()
}

/// Start of this treatment, before the flare, and normal: three denominators that never stand in for each other.
fn denominators(at: &At, course: &RenalCourse) -> Origin {
    let words = &at.words.renal.response;
    let start = at.field(&at.case.course.started, |_| words.start.to_owned());
    Origin::default()
        .input(words.treatment, start, at.case.course.started.known().copied())
        .input(words.baseline_upcr, ratio(at, course.upcr_baseline), course.upcr_baseline.map(|point| point.date))
        .input(words.baseline_egfr, filtration(at, course.egfr_baseline), course.egfr_baseline.map(|point| point.date))
        .input(words.preflare_egfr, filtration(at, course.egfr_preflare), course.egfr_preflare.map(|point| point.date))
        .input(words.normal, Phrase::of(words.normal_is), None)
        .input(words.newest_upcr, ratio(at, course.upcr_now), course.upcr_now.map(|point| point.date))
        .input(words.newest_egfr, filtration(at, course.egfr_now), course.egfr_now.map(|point| point.date))
}

fn ratio(at: &At, point: Option<Point<Upcr>>) -> Phrase {
    point.map_or_else(
        || Phrase::default().lacks(at.words.app.not_stated),
        |point| Phrase::of(&at.lang.quantity(&point.value)),
    )
}

fn filtration(at: &At, point: Option<Point<Egfr>>) -> Phrase {
    point.map_or_else(
        || Phrase::default().lacks(at.words.app.not_stated),
        |point| {
            Phrase::of(&point.value.printed().to_string())
                .quiet(at.words.unit.egfr_unit)
                .quiet(point.value.equation.name())
        },
    )
}

fn table(at: &At, course: &RenalCourse) -> Grid {
    let words = &at.words.renal.response;
    let head = [words.set, words.criterion, words.found, words.verdict].map(str::to_owned).to_vec();
    Grid { title: words.by_set.to_owned(), head, rows: rows(at, course) }
}

fn rows(at: &At, course: &RenalCourse) -> Vec<Vec<Row>> {
    let words = &at.words.renal.response;
    let eular = EularResponse::of(course);
    let complete = |name: &str| format!("{name}, {}", at.words.panel.complete);
    let mut rows = vec![line(at, course, &complete(EULAR_2025.name), EularResponse::COMPLETE)];
    for (milestone, standing) in &eular.milestones {
        let due = (words.milestone_of)(milestone.month());
        rows.push(milestone_line(at, course, &format!("{}, {due}", EULAR_2025.name), *milestone, standing));
    }
    for (set, name) in [(GradedSet::Acr2024, ACR_2024.name), (GradedSet::Kdigo2024, KDIGO_2024.name)] {
        let partial = format!("{name}, {}", at.words.panel.partial);
        rows.extend(set.complete().map(|one| line(at, course, &complete(name), one)));
        rows.extend(set.partial().map(|one| line(at, course, &partial, one)));
    }
    for endpoint in TrialEndpoint::ALL {
        rows.extend(endpoint.criteria().iter().map(|one| line(at, course, endpoint.source().name, *one)));
    }
    rows
}

fn line(at: &At, course: &RenalCourse, name: &str, criterion: ResponseCriterion) -> Vec<Row> {
    cells(at, course, name, criterion, answer(at, &criterion.verdict(course)))
}

fn milestone_line(at: &At, course: &RenalCourse, name: &str, milestone: Milestone, standing: &Standing) -> Vec<Row> {
    cells(at, course, name, milestone.criterion(), stands(at, standing))
}

fn cells(at: &At, course: &RenalCourse, name: &str, criterion: ResponseCriterion, verdict: Phrase) -> Vec<Row> {
    let asks = Phrase::of(&asks(at, criterion));
    [Phrase::of(name), asks, found(at, course, criterion), verdict].map(Phrase::row).to_vec()
}

/// A condition in words, with its exact limit.
fn asks(at: &At, criterion: ResponseCriterion) -> String {
    let words = &at.words.renal.response;
    let ratio = |sign: &str, milligrams: u32| {
        let grams = at.lang.amount(rust_decimal::Decimal::new(i64::from(milligrams), 3).normalize(), "g/g");
        format!("{} {sign}\u{a0}{grams}", at.words.unit.upcr)
    };
    let percent = |percent: u32| at.lang.percent(percent.into(), 0);
    match criterion {
        ResponseCriterion::Below(limit) => ratio("<", limit),
        ResponseCriterion::AtMost(limit) => ratio("≤", limit),
        ResponseCriterion::BelowHalfAGram => format!("{} (50\u{a0}mg/mmol)", ratio("<", 500)),
        ResponseCriterion::BelowThreeGrams => format!("{} (300\u{a0}mg/mmol)", ratio("<", 3000)),
        ResponseCriterion::FallenBy(least) => (words.fallen_by)(&percent(least)),
        ResponseCriterion::OfBaseline(least) => (words.of_baseline)(&percent(least)),
        ResponseCriterion::OfPreflareOrFrom(share, least) => (words.of_preflare_or)(&percent(share), least),
        ResponseCriterion::FromOrOfBaseline(least, share) => (words.from_or_of_baseline)(least, &percent(share)),
        ResponseCriterion::LowSteroids => words.low_steroids.to_owned(),
        ResponseCriterion::NoRescue => words.no_rescue.to_owned(),
    }
}

fn found(at: &At, course: &RenalCourse, criterion: ResponseCriterion) -> Phrase {
    let words = &at.words.renal.response;
    let missing = || Phrase::default().lacks(at.words.app.not_stated);
    let share = |percent: Option<f64>| {
        let percent = percent.and_then(|percent| crate::text::rounded(percent, 1));
        percent.map_or_else(missing, |percent| Phrase::of(&at.lang.percent(percent, 1)))
    };
    match criterion {
        ResponseCriterion::Below(_)
        | ResponseCriterion::AtMost(_)
        | ResponseCriterion::BelowHalfAGram
        | ResponseCriterion::BelowThreeGrams => ratio(at, course.upcr_now),
        ResponseCriterion::FallenBy(_) => {
            course.fall().map_or_else(missing, |fall| Phrase::of(&at.lang.signed_percent(-fall, 1)))
        }
        ResponseCriterion::OfBaseline(_) => share(course.percent_of_baseline()),
        ResponseCriterion::OfPreflareOrFrom(..) => {
            let now = course.egfr_now.map_or_else(missing, |point| Phrase::of(&point.value.printed().to_string()));
            now.dot().then(share(course.percent_of_preflare()))
        }
        ResponseCriterion::FromOrOfBaseline(..) => {
            let now = course.egfr_now.map_or_else(missing, |point| Phrase::of(&point.value.printed().to_string()));
            now.dot().then(share(course.percent_of_baseline()))
        }
        ResponseCriterion::LowSteroids => said(at, course.low_steroids, words.low, words.not_low),
        ResponseCriterion::NoRescue => said(at, course.rescue, words.rescued, words.not_rescued),
    }
}

fn said(at: &At, fact: Option<bool>, yes: &str, no: &str) -> Phrase {
    fact.map_or_else(
        || Phrase::default().lacks(at.words.app.not_stated),
        |fact| Phrase::of(if fact { yes } else { no }),
    )
}
