//! What comes after the first dose: `-> 5 mg/j en s24`, `décroissance jusqu'à 5 mg à S24`, `tapered, stop at 6 months`.

use super::dose::{self, Known};
use super::lexicon::lexicon;
use super::order::goes_on;
use super::rhythm;
use super::token::Token;
use super::when;
use crate::domain::{Due, LineKind, OrderStep, OrderedDose, Per};

/// Which way a dose goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Down,
    Up,
}

lexicon! {
    /// What comes later.
    LATER: () { () => "->" | "puis" | "then" | "ensuite" | ", puis" | ", then" | "puis à" | "then to" | "-> à" }
    /// Where a taper goes.
    TOWARDS: () { () => "à" | "to" | "jusqu'à" | "vers" | "down to" | "->" }
    /// That the drug ends.
    END: () {
        () => "arrêt" | "stop" | "arrêter" | "sevrage" | "0" | "0 mg" | "0 mg/j" | "0 mg/d" | "off" | "l'arrêt" | "arrêt complet"
    }
    /// The same, where nothing before says that it comes later.
    STOPS: () { () => "arrêt" | "stop" | "arrêter" | "stopper" | "sevrage" | "arrêt complet" }
    /// That the dose changes, in the middle of a line.
    TURNS: Way {
        Way::Down => "décroissance" | "décroître" | "décroissant" | "décroissante" | "dégressif" | "dégressive" | "dose dégressive"
            | "doses dégressives" | "baisse" | "baisser" | "descente" | "descendre" | "diminution" | "diminuer" | "réduction"
            | "réduire" | "taper" | "tapering" | "tapered" | "gradual taper" | "decrease" | "decreasing" | "reduce" | "reducing"
            | "reduction" | "wean" | "weaning" | "down" | "sevrage",
        Way::Up => "augmenter" | "augmentation" | "majorer" | "majoration" | "monter" | "increase" | "increasing",
    }
    /// That it does so in stages.
    STAGES: () {
        () => "par paliers" | "par palier" | "progressivement" | "gradually" | "stepwise" | "in steps" | "in stages"
    }
    /// The same, behind the word for the change.
    GRADUAL: () { () => "progressive" | "progressif" | "graduelle" | "graduel" }
    /// Before the word for the change.
    LINKS: () {
        () => "puis" | "then" | "ensuite" | "->" | "et" | "and" | "avec" | "with" | "en" | "à" | "une" | "a" | "to be"
    }
    /// Before the time that a change takes.
    OVER: () { () => "sur" | "over" }
    /// Before a time that a change takes, and not when it begins.
    WITHIN: () { () => "en" | "in" | "within" | "sous" }
    /// Between what ends and that it ends.
    AND: () { () => "et" | "and" }
}

/// What was understood of a later dose.
pub(super) enum Later {
    /// A dose that is reached, or the end, and whether in stages.
    To(OrderStep, bool),
    /// The dose goes down; to what is said elsewhere, if at all.
    Down,
    /// It changes, and how cannot be read in one way.
    Unclear,
}

/// What is known of the line before the step.
#[derive(Clone, Copy)]
pub(super) struct Before<'a> {
    pub known: Known<'a>,
    pub kind: LineKind,
    pub has_steps: bool,
    /// Whether something was ordered that can end.
    pub can_end: bool,
}

impl Before<'_> {
    const fn is_given(self) -> bool {
        !matches!(self.kind, LineKind::Stop | LineKind::Hold)
    }
}

/// The later dose that begins these pieces, and how many they are.
pub(super) fn later(tokens: &[Token], before: Before<'_>) -> Option<(Later, usize)> {
    led(tokens, before).or_else(|| ended(tokens, before)).or_else(|| turned(tokens, before))
}

/// That the dose changes in stages that nobody names.
pub(super) fn stages(tokens: &[Token]) -> Option<usize> {
    STAGES.first(tokens).map(|((), taken)| taken)
}

/// Whether these pieces go on with a later dose, so that a bare number before them is an amount.
pub(super) fn is_later(tokens: &[Token]) -> bool {
    let towards = TOWARDS.first(tokens).and_then(|((), taken)| tokens.get(taken));
    LATER.first(tokens).is_some()
        || towards.is_some_and(Token::is_number)
        || stages(tokens).is_some()
        || turn(tokens).is_some()
        || stop(tokens).is_some()
}

fn behind(tokens: &[Token], at: usize) -> &[Token] {
    tokens.get(at..).unwrap_or_default()
}

/// `-> 5 mg/j en s24`, `puis arrêt`; of a taper also `à 5 mg/j`.
fn led(tokens: &[Token], before: Before<'_>) -> Option<(Later, usize)> {
    let is_taper = before.kind == LineKind::Taper;
    let is_towards = is_taper && !before.has_steps;
    let ((), lead) = LATER.first(tokens).or_else(|| TOWARDS.first(tokens).filter(|_| is_towards))?;
    let (to, taken) = target(behind(tokens, lead), before.known)?;
    let at = lead + taken;
    let (by, taken) = by(behind(tokens, at), is_taper);
    Some((Later::To(OrderStep { to, by }, false), at + taken))
}

/// The dose that is reached; none where the drug ends.
fn target(tokens: &[Token], known: Known<'_>) -> Option<(Option<OrderedDose>, usize)> {
    let is_whole = |taken: usize| !behind(tokens, taken).first().is_some_and(|next| next.glued);
    if let Some(((), taken)) = END.first(tokens).filter(|((), taken)| is_whole(*taken)) {
        return Some((None, taken));
    }
    dose::dose(tokens, known, goes_on).map(|(dose, taken)| (Some(dose), taken))
}

/// By when; of a change also over how long.
fn by(tokens: &[Token], is_change: bool) -> (Option<Due>, usize) {
    let comma = usize::from(tokens.first().is_some_and(|token| token.is(",")));
    let rest = behind(tokens, comma);
    let dated = when::dated(rest).filter(|_| rhythm::rhythm(rest).is_none());
    let by = dated.or_else(|| over(rest).filter(|_| is_change));
    by.map_or((None, 0), |(due, taken)| (Some(due), comma + taken))
}

/// `sur 6 mois`: the time that a change takes.
fn over(tokens: &[Token]) -> Option<(Due, usize)> {
    let ((), lead) = OVER.first(tokens)?;
    when::length(behind(tokens, lead))?;
    when::bare(behind(tokens, lead)).map(|(due, taken)| (due, lead + taken))
}

/// That the dose changes, with what ties it to the words before.
fn turn(tokens: &[Token]) -> Option<(Way, usize)> {
    let mut at = 0;
    loop {
        if let Some((way, taken)) = TURNS.first(behind(tokens, at)) {
            return Some((way, at + taken));
        }
        at += LINKS.first(behind(tokens, at))?.1;
    }
}

/// `décroissance jusqu'à 5 mg à S24`, `baisse à 5 mg à M3`, `descendre à 5 mg/j en 12 semaines`; `dégressive` alone.
fn turned(tokens: &[Token], before: Before<'_>) -> Option<(Later, usize)> {
    let (way, mut at) = turn(tokens)?;
    let gradual = GRADUAL.first(behind(tokens, at)).or_else(|| STAGES.first(behind(tokens, at)));
    at += gradual.map_or(0, |((), taken)| taken);
    let over = over(behind(tokens, at));
    at += over.map_or(0, |(_, taken)| taken);
    if is_end(behind(tokens, at)) && !behind(tokens, at).first().is_some_and(|token| token.is("->")) {
        let is_clear = way == Way::Down && over.is_none() && before.is_given();
        return Some((if is_clear { Later::Down } else { Later::Unclear }, at));
    }
    let reached = reached(behind(tokens, at), before.known, over.map(|(due, _)| due)).filter(|_| before.is_given());
    Some(match reached {
        Some((step, taken)) => (Later::To(step, gradual.is_some()), at + taken),
        None => (Later::Unclear, at + length_of_phrase(behind(tokens, at))),
    })
}

/// What a change goes to. Without a word before the dose, `baisse 5 mg` may be by so much: then only a date makes it a step.
fn reached(tokens: &[Token], known: Known<'_>, over: Option<Due>) -> Option<(OrderStep, usize)> {
    let towards = TOWARDS.first(tokens).map_or(0, |((), taken)| taken);
    let (to, taken) = target(behind(tokens, towards), known)?;
    let at = towards + taken;
    let (date, taken) = by(behind(tokens, at), true);
    let is_date = date.is_some() && !is_rate(behind(tokens, at));
    let is_amount = to.is_none_or(|dose| matches!(dose.per, None | Some(Per::Day)));
    let is_clear = towards > 0 || to.is_none() || (is_date && is_amount);
    let is_one = over.is_none() || date.is_none();
    (is_clear && is_one).then_some((OrderStep { to, by: over.or(date) }, at + taken))
}

/// `5 mg en 4 semaines` may be how fast it goes.
fn is_rate(tokens: &[Token]) -> bool {
    WITHIN.first(tokens).is_some() || OVER.first(tokens).is_some()
}

/// The date behind a further dose: `40 mg/j, 30 mg/j à S2`.
pub(super) fn when_reached(tokens: &[Token]) -> Option<(Due, usize)> {
    when::dated(tokens).filter(|_| rhythm::rhythm(tokens).is_none() && !is_rate(tokens))
}

/// `arrêt à 6 mois` with nothing before that says that it comes later.
fn ended(tokens: &[Token], before: Before<'_>) -> Option<(Later, usize)> {
    let (due, taken) = stop(tokens).filter(|_| before.can_end && before.is_given())?;
    Some((Later::To(OrderStep { to: None, by: Some(due) }, false), taken))
}

fn stop(tokens: &[Token]) -> Option<(Due, usize)> {
    let and = AND.first(tokens).map_or(0, |((), taken)| taken);
    let ((), taken) = STOPS.first(behind(tokens, and))?;
    let (due, length) = when::dated(behind(tokens, and + taken))?;
    Some((due, and + taken + length))
}

/// Whether what is said of a change ends here.
fn is_end(tokens: &[Token]) -> bool {
    let is_sign = |first: &Token| [",", ".", "(", ")", ";"].iter().any(|sign| first.is(sign));
    let and = AND.first(tokens).map(|((), taken)| taken);
    let is_stop = and.is_some_and(|taken| END.first(behind(tokens, taken)).is_some());
    tokens.first().is_none_or(is_sign) || is_stop || LATER.first(tokens).is_some()
}

fn length_of_phrase(tokens: &[Token]) -> usize {
    (0..tokens.len()).find(|at| is_end(behind(tokens, *at))).unwrap_or(tokens.len())
}
