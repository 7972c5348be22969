//! What the safety rules say: what fires, the loudest first, then what cannot be said and what it waits for.

use ratatui::style::{Modifier, Style};
use ratatui::text::Line;

use crate::knowledge::{Alert, Alerts, Level};
use crate::view::ink::{Ink, Phrase};
use crate::view::{mark, standing};
use crate::wording;

/// Everything the panel says.
pub fn lines(ink: &Ink, alerts: &Alerts) -> Vec<Line<'static>> {
    let mut lines: Vec<Line<'static>> = alerts.firing().flat_map(|alert| told(ink, alert)).collect();
    let is_settled = alerts.waiting().next().is_none();
    if lines.is_empty() {
        let (words, style) = if is_settled {
            (ink.words.safety.nothing, ink.look.ok)
        } else {
            (ink.words.safety.fires_none, Style::default())
        };
        lines.push(ink.phrase().with(words, style).line());
    }
    lines.extend(waiting(ink, alerts));
    lines
}

/// An alert: what to do, what speaks for it with its dates, where it was read and how sure that is.
fn told(ink: &Ink, alert: &Alert) -> Vec<Line<'static>> {
    let mut lines = vec![short(ink, alert)];
    let grounds = wording::grounds(ink.lang, alert);
    if !grounds.is_empty() {
        lines.push(ink.phrase().with("\u{a0}", Style::default()).say(&grounds).line());
    }
    lines.push(
        ink.phrase().with("\u{a0}", Style::default()).dim(&format!("[{}]", wording::vouched(ink.lang, alert))).line(),
    );
    if let Some(words) = &alert.not_judged {
        let said = format!("{} {}", ink.words.safety.not_judged, words.said(ink.lang));
        lines.push(ink.phrase().with("\u{a0}", Style::default()).dim(&said).line());
    }
    lines
}

/// An alert in one sentence: its mark and level, what is wrong, what to do, its rule.
pub fn short(ink: &Ink, alert: &Alert) -> Line<'static> {
    let style = standing::level(ink.look, alert.level).1;
    let rule = if alert.rule == "label" { String::new() } else { alert.rule.clone() };
    let sentence = if alert.level == Level::Stop { Modifier::BOLD.into() } else { Style::default() };
    ink.phrase().with(&lead(ink, alert), style).with(alert.said.said(ink.lang), sentence).dim(&rule).line()
}

/// An alert by its name alone, so that many are in sight at once; what a label says comes with its source.
pub fn named(ink: &Ink, alert: &Alert) -> Line<'static> {
    let phrase = ink.phrase().with(&lead(ink, alert), standing::level(ink.look, alert.level).1);
    let phrase = phrase.say(&wording::alert_name(ink.lang, alert));
    if alert.rule == "label" {
        return phrase.dim(&format!("[{}]", wording::vouched(ink.lang, alert))).line();
    }
    phrase.line()
}

/// The mark and the word of its level.
fn lead(ink: &Ink, alert: &Alert) -> String {
    let (sign, _) = standing::level(ink.look, alert.level);
    let level = wording::level(ink.lang, alert.level).replace(' ', "\u{a0}");
    format!("{sign}\u{a0}{level}{}", ink.words.guide.colon)
}

/// What cannot be said, folded: one line for each thing that is missing.
pub fn waiting(ink: &Ink, alerts: &Alerts) -> Vec<Line<'static>> {
    let count = alerts.waiting().count();
    if count == 0 {
        return Vec::new();
    }
    let head = format!("{} {}", mark::NEEDS_DATA, (ink.words.safety.cannot_say)(count));
    let mut lines = vec![ink.phrase().lacks(&head).line()];
    lines.extend(wording::missing_rules(ink.lang, alerts).into_iter().map(|(datum, rules)| {
        let datum = format!("\u{a0}\u{a0}{datum}{}", ink.words.guide.colon);
        ink.phrase().say(&datum).dim(&rules).line()
    }));
    lines
}

/// Whether it stops or warns.
pub fn is_loud(alert: &Alert) -> bool {
    alert.level != Level::Info
}

/// How many alerts stop or warn: those that [`brief`] can name.
pub fn loud(alerts: &Alerts) -> usize {
    alerts.firing().filter(|alert| is_loud(alert)).count()
}

/// The loudest so many by name, the others and what cannot be said counted: `Safety ⚠ hydroxychloroquine dose i1 ?5`.
pub fn brief(ink: &Ink, alerts: &Alerts, names: usize) -> Line<'static> {
    let mut phrase = ink.phrase().say(ink.words.safety.title);
    for alert in alerts.firing().filter(|alert| is_loud(alert)).take(names) {
        let (sign, style) = standing::level(ink.look, alert.level);
        let name = alert.name.said(ink.lang).replace(' ', "\u{a0}");
        phrase = phrase.with(&format!("{sign}\u{a0}{name}"), style);
    }
    counted_after(ink, alerts, names, phrase)
}

/// How many alerts at each level, and how many rules cannot say, after other words: `⊘1 ⚠3 i2 ?4`.
pub fn counted<'a>(ink: &Ink<'a>, alerts: &Alerts, phrase: Phrase<'a>) -> Line<'static> {
    counted_after(ink, alerts, 0, phrase)
}

fn counted_after(ink: &Ink, alerts: &Alerts, mut named: usize, mut phrase: Phrase<'_>) -> Line<'static> {
    for level in Level::ALL {
        let all = alerts.at(*level).count();
        let number = all.saturating_sub(named);
        named = named.saturating_sub(all);
        let (sign, style) = standing::level(ink.look, *level);
        if number > 0 {
            phrase = phrase.with(&format!("{sign}{number}"), style);
        }
    }
    match (alerts.firing().count(), alerts.waiting().count()) {
        (0, 0) => phrase.with(mark::OK, ink.look.ok).line(),
        (_, 0) => phrase.line(),
        (_, waiting) => phrase.lacks(&format!("{}{waiting}", mark::NEEDS_DATA)).line(),
    }
}
