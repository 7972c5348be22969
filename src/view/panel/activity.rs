//! How active: the scores with what they are made of, physician against patient, proteinuria, serology, response.

use ratatui::style::Style;
use ratatui::text::Line;
use rust_decimal::prelude::ToPrimitive;

use crate::clinic::{
    self, Agreement, BandSet, Discordance, DiscordanceRule, Doris, EularResponse, Need, RenalCourse, Response,
    Serology, Sledai, SledaiScore, Standing, StateFacts, Verdict,
};
use crate::domain::{ActivityVisit, Day, Dimension, Field, Quantity, Scale10, SledaiItem};
use crate::text::visible;
use crate::view::ink::{Ink, Phrase};
use crate::view::mark;
use crate::view::sparkline::sparkline;
use crate::wording;

use crate::app::Opened;

/// Cells of the curve in the line of proteinuria.
const CURVE: usize = 12;
/// Days beyond which two values are not joined: more than half a year without a value is a gap.
const GAP: i64 = 190;

/// Everything the panel says, what matters most first.
pub fn lines(ink: &Ink, opened: &Opened) -> Vec<Line<'static>> {
    let case = &opened.case;
    let visit = case.activity.iter().filter(|visit| visit.date <= opened.today).max_by_key(|visit| visit.date);
    let mut lines = Vec::new();
    match visit {
        Some(visit) => lines.extend(of_visit(ink, opened, visit)),
        None => lines.push(ink.phrase().lacks(ink.words.activity.no_visit).line()),
    }
    lines.push(proteinuria(ink, opened));
    lines.extend(response(ink, opened));
    lines.push(serology(ink, opened));
    if let Some(visit) = visit {
        lines.extend(type2(ink, visit));
        lines.extend(bands(ink, visit));
    }
    lines
}

fn of_visit(ink: &Ink, opened: &Opened, visit: &ActivityVisit) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    match Sledai::of(visit) {
        Ok(sledai) => {
            lines.push(sledai_line(ink, visit, &sledai));
            lines.push(items(ink, &sledai));
            lines.extend(not_assessed(ink, &sledai));
        }
        Err(needs) => {
            let phrase = ink.labelled(ink.words.activity.sledai).then(unknown(ink, &needs));
            lines.push(phrase.dim(&ink.on(visit.date)).line());
        }
    }
    lines.push(discordance(ink, visit));
    lines.extend(states(ink, opened, visit));
    lines
}

/// A score; a lower bound says so.
fn points(ink: &Ink, score: SledaiScore) -> String {
    if score.at_least() { (ink.words.panel.at_least)(&score.points.to_string()) } else { score.points.to_string() }
}

fn sledai_line(ink: &Ink, visit: &ActivityVisit, sledai: &Sledai) -> Line<'static> {
    let words = &ink.words.activity;
    let (window, style) = ink.field(&sledai.window, |window| ink.words.label(*window).to_owned());
    ink.labelled(words.sledai)
        .with(&points(ink, sledai.total()), ink.look.title)
        .dot()
        .dim(words.without_serology)
        .say(&points(ink, sledai.without_serology()))
        .dot()
        .dim(words.without_laboratory)
        .say(&points(ink, sledai.without_labs()))
        .dot()
        .with(&window, style)
        .dim(&ink.on(visit.date))
        .line()
}

fn items(ink: &Ink, sledai: &Sledai) -> Line<'static> {
    let named = |item: &SledaiItem| format!("{} {}", ink.words.label(*item), clinic::sledai_weight(*item));
    let items: Vec<String> = sledai.present.iter().map(|item| named(item).replace(' ', "\u{a0}")).collect();
    let phrase = ink.labelled(ink.words.activity.items);
    if items.is_empty() { phrase.say(ink.words.app.none).line() } else { phrase.say(&items.join(", ")).line() }
}

fn not_assessed(ink: &Ink, sledai: &Sledai) -> Option<Line<'static>> {
    let items: Vec<&str> = sledai.not_assessed.iter().map(|item| ink.words.label(*item)).collect();
    let most = sledai.total().at_most().to_string();
    let phrase = || ink.phrase().lacks(ink.words.activity.not_assessed).say(&items.join(", "));
    (!items.is_empty()).then(|| phrase().dim(&(ink.words.panel.up_to)(&most)).line())
}

fn unknown<'a>(ink: &Ink<'a>, needs: &[Need]) -> Phrase<'a> {
    ink.phrase().lacks(&(ink.words.activity.cannot_say)(&wording::needs(ink.words, needs)))
}

fn discordance(ink: &Ink, visit: &ActivityVisit) -> Line<'static> {
    let words = &ink.words.activity;
    let physician = ink.field(&visit.pga, |pga| format!("{}/3", ink.lang.number(pga.value(), 2)));
    let patient = ink.field(&visit.ptga, |ptga| format!("{}/100", ink.lang.number(ptga.value(), 1)));
    let phrase = ink.labelled(words.pga).with(&physician.0, physician.1).dim("↔");
    let phrase = phrase.dim(words.ptga).with(&patient.0, patient.1);
    let Ok(discordance) = Discordance::of(visit) else {
        return phrase.dim(&ink.on(visit.date)).line();
    };
    let rule = DiscordanceRule::default();
    let agreement = discordance.by(rule);
    let style = if agreement == Agreement::Concordant { ink.look.ok } else { ink.look.warning };
    let source = rule.source();
    phrase
        .dot()
        .say(&format!("Δ\u{a0}{}/100", ink.lang.signed(discordance.delta(), 0)))
        .with(wording::discordance(ink.words, agreement), style)
        .dim(&format!("({}, {})", rule.name(), source.name))
        .line()
}

/// DORIS and LLDAS, each with what it lacks.
fn states(ink: &Ink, opened: &Opened, visit: &ActivityVisit) -> Vec<Line<'static>> {
    let facts = StateFacts::of(&opened.case, visit);
    let doris = Doris::of(&facts);
    let phrase = state(ink, "DORIS 2021", &doris.up_to_five);
    let phrase = if doris.up_to_five == doris.below_five {
        phrase
    } else {
        let (mark, style) = verdict_mark(ink, &doris.below_five);
        phrase.dim(ink.words.panel.below_five).with(mark, style)
    };
    let lldas = clinic::lldas(&facts);
    let state_of_low_activity = state(ink, "LLDAS 2016", &lldas);
    match (&doris.up_to_five, &lldas) {
        (Verdict::Unknown(_), _) | (_, Verdict::Unknown(_)) => vec![phrase.line(), state_of_low_activity.line()],
        _ => vec![phrase.dot().then(state_of_low_activity).line()],
    }
}

fn state<'a>(ink: &Ink<'a>, name: &str, verdict: &Verdict) -> Phrase<'a> {
    let (mark, style) = verdict_mark(ink, verdict);
    let word = match verdict {
        Verdict::Yes => ink.words.panel.met,
        Verdict::No => ink.words.panel.not_met,
        Verdict::Unknown(_) => "",
    };
    let phrase = ink.labelled(name).with(mark, style).say(word);
    if let Verdict::Unknown(needs) = verdict { phrase.then(unknown(ink, needs)) } else { phrase }
}

fn verdict_mark(ink: &Ink, verdict: &Verdict) -> (&'static str, Style) {
    match verdict {
        Verdict::Yes => (mark::OK, ink.look.ok),
        Verdict::No => (mark::FAILED, ink.look.warning),
        Verdict::Unknown(_) => (mark::NEEDS_DATA, ink.look.needs_data),
    }
}

fn proteinuria(ink: &Ink, opened: &Opened) -> Line<'static> {
    let series = clinic::upcr_series(&opened.case);
    let phrase = ink.labelled(ink.words.unit.upcr);
    let Some(newest) = series.newest_by(opened.today) else {
        return phrase.lacks(ink.words.app.not_stated).line();
    };
    let points: Vec<(Day, f64)> = series
        .points()
        .iter()
        .filter_map(|point| Some((point.date, point.value.value().to_f64()?)))
        .filter(|(day, _)| *day <= opened.today)
        .collect();
    let phrase = phrase.with(&sparkline(&points, CURVE, GAP), ink.look.series_1);
    match series.change().filter(|change| change.to.date == newest.date) {
        Some(change) => {
            let percent = change.percent().map(|percent| ink.lang.signed_percent(percent, 0)).unwrap_or_default();
            let to = ink.lang.quantity(&change.to.value);
            let same_unit = change.from.value.unit() == change.to.value.unit();
            let from = if same_unit {
                ink.lang.number(change.from.value.amount(), 2)
            } else {
                ink.lang.quantity(&change.from.value)
            };
            phrase.dim(&from).dim("→").with(&to, ink.look.title).say(&percent)
        }
        None => phrase.with(&ink.lang.quantity(&newest.value), ink.look.title),
    }
    .dim(&ink.on(newest.date))
    .line()
}

/// Renal response by each body: the same numbers can give three answers.
fn response(ink: &Ink, opened: &Opened) -> Vec<Line<'static>> {
    let course = RenalCourse::of(&opened.case, opened.today);
    let label = ink.words.panel.renal_response;
    if course.months.is_none() {
        let needs = [Need::CourseStart];
        let phrase = ink.labelled(label).then(unknown(ink, &needs));
        return if opened.case.kidney.biopsies.is_empty() { Vec::new() } else { vec![phrase.line()] };
    }
    let months = course.months.map(|months| (ink.words.panel.at_month)(months)).unwrap_or_default();
    let kdigo = clinic::kdigo_2024(&course);
    let margin = if kdigo.inside_margin { ink.words.panel.inside_margin } else { "" };
    let phrase = eular(ink, &course, ink.labelled(label).say(&months)).dot();
    let phrase = graded(ink, clinic::ACR_2024.name, &clinic::acr_2024(&course), phrase).dot();
    vec![graded(ink, clinic::KDIGO_2024.name, &kdigo.response, phrase).dim(margin).line()]
}

fn eular<'a>(ink: &Ink<'a>, course: &RenalCourse, phrase: Phrase<'a>) -> Phrase<'a> {
    let response = EularResponse::of(course);
    let phrase = phrase.dim(clinic::EULAR_2025.name);
    let Some((milestone, standing)) = response.last_due() else {
        return phrase.say(ink.words.panel.not_due);
    };
    let due = (ink.words.panel.at_month)(milestone.month());
    match standing {
        Standing::Met => phrase.with(mark::OK, ink.look.ok).say(&due),
        Standing::Missed => phrase.with(mark::FAILED, ink.look.warning).say(&due),
        Standing::NotDue => phrase.say(ink.words.panel.not_due),
        Standing::Unknown(needs) => phrase.then(unknown(ink, needs)),
    }
}

fn graded<'a>(ink: &Ink<'a>, name: &str, response: &Response, phrase: Phrase<'a>) -> Phrase<'a> {
    let words = &ink.words.panel;
    let phrase = phrase.dim(name);
    match response {
        Response::Complete => phrase.with(&format!("{} {}", mark::OK, words.complete), ink.look.ok),
        Response::Partial => phrase.with(words.partial, ink.look.option),
        Response::None => phrase.with(&format!("{} {}", mark::FAILED, words.no_response), ink.look.warning),
        Response::NotDue => phrase.say(words.not_due),
        Response::Unknown(needs) => phrase.then(unknown(ink, needs)),
    }
}

/// Complement and antibodies against the laboratory's own limits; one date where they have the same.
fn serology(ink: &Ink, opened: &Opened) -> Line<'static> {
    let (case, today) = (&opened.case, opened.today);
    let words = &ink.words.panel;
    let (c3, c4, dna) = (clinic::c3_on(case, today), clinic::c4_on(case, today), clinic::anti_dsdna_on(case, today));
    let dates = [
        c3.as_ref().map(|one| one.newest.date),
        c4.as_ref().map(|one| one.newest.date),
        dna.as_ref().map(|one| one.newest.date),
    ];
    let newest = dates.into_iter().flatten().max();
    let limits = Limits { ink, newest };
    let phrase = limits.against("C3", c3, ("<", words.low), ink.phrase());
    let phrase = limits.against("C4", c4, ("<", words.low), phrase.dot());
    let phrase = limits.against(ink.words.unit.anti_dsdna, dna, (">", words.raised), phrase.dot());
    phrase.dim(&newest.map(|day| ink.on(day)).unwrap_or_default()).line()
}

/// Values of one laboratory day, mostly: those of another day carry their own.
struct Limits<'a, 'b> {
    ink: &'b Ink<'a>,
    newest: Option<Day>,
}

impl<'a> Limits<'a, '_> {
    fn against<D: Dimension>(
        &self,
        name: &str,
        serology: Option<Serology<D>>,
        (operator, outside): (&str, &str),
        phrase: Phrase<'a>,
    ) -> Phrase<'a> {
        let (ink, words) = (self.ink, &self.ink.words.panel);
        let phrase = phrase.dim(name);
        let Some(serology) = serology else {
            return phrase.lacks(ink.words.app.not_stated);
        };
        let limit = |limit: &Quantity<D>| ink.lang.number(limit.amount(), 3);
        let phrase = phrase.say(&ink.lang.quantity(&serology.newest.value));
        let phrase = match (serology.is_outside, &serology.limit) {
            (Some(true), Some(edge)) => {
                phrase.with(&format!("{outside} ({operator}\u{a0}{})", limit(edge)), ink.look.warning)
            }
            (Some(_), Some(edge)) => phrase.dim(&format!("{} ({})", words.normal, limit(edge))),
            _ => phrase.lacks(words.no_limit),
        };
        if self.newest == Some(serology.newest.date) { phrase } else { phrase.dim(&ink.on(serology.newest.date)) }
    }
}

/// Type 2 symptoms, kept apart from inflammation.
fn type2(ink: &Ink, visit: &ActivityVisit) -> Option<Line<'static>> {
    let words = &ink.words.activity;
    let symptoms = visit.type2.as_ref()?;
    let mut phrase = ink.labelled(words.type2);
    for (name, value) in [
        (words.fatigue, &symptoms.fatigue),
        (words.pain, &symptoms.pain),
        (words.sleep, &symptoms.sleep),
        (words.mood, &symptoms.mood),
        (words.cognition, &symptoms.cognition),
    ] {
        phrase = symptom(ink, name, value, phrase);
    }
    Some(phrase.dim("/10").dim(&ink.on(visit.date)).line())
}

fn symptom<'a>(ink: &Ink<'a>, name: &str, value: &Field<Scale10>, phrase: Phrase<'a>) -> Phrase<'a> {
    match value {
        Field::Absent => phrase,
        value => {
            let (text, style) = ink.field(value, |value| ink.lang.number(value.value(), 1));
            phrase.say(&visible(name)).with(&text, style)
        }
    }
}

/// No set of severity bands is official: each is named.
fn bands(ink: &Ink, visit: &ActivityVisit) -> Option<Line<'static>> {
    let sledai = Sledai::of(visit).ok()?;
    let mut phrase = ink.labelled(ink.words.panel.bands);
    for (place, set) in BandSet::ALL.into_iter().enumerate() {
        if place > 0 {
            phrase = phrase.dot();
        }
        phrase = match set.of(sledai.total()) {
            Ok(band) => phrase.say((ink.words.codes.band)(band.code())),
            Err(_) => phrase.lacks(mark::NEEDS_DATA),
        };
        let source = set.source();
        let checked = wording::score_checked(ink.words, source.checked);
        let named = checked.map_or_else(|| source.name.to_owned(), |checked| format!("{}, {checked}", source.name));
        phrase = phrase.dim(&format!("({named})"));
    }
    Some(phrase.line())
}
