//! How active: the scores with what they are made of, physician against patient, proteinuria, serology, response.

use ratatui::style::Style;
use ratatui::text::Line;

use crate::clinic::{
    self, Agreement, BandSet, Discordance, DiscordanceRule, Doris, Need, Sledai, SledaiScore, StateFacts, Verdict,
};
use crate::domain::{ActivityVisit, SledaiItem};
use crate::view::ink::{Ink, Phrase};
use crate::view::mark;
use crate::wording;

use crate::app::Opened;

/// Everything the panel says, what matters most first.
pub fn lines(ink: &Ink, opened: &Opened) -> Vec<Line<'static>> {
    let case = &opened.case;
    let visit = case.activity.iter().filter(|visit| visit.date <= opened.today).max_by_key(|visit| visit.date);
    let mut lines = Vec::new();
    match visit {
        Some(visit) => lines.extend(of_visit(ink, opened, visit)),
        None => lines.push(ink.phrase().lacks(ink.words.activity.no_visit).line()),
    }
    if let Some(visit) = visit {
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
