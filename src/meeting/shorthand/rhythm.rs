//! How often, how many times, by which route: `bid`, `x2/j`, `q2w`, `toutes les 4 semaines`, `J0 J14`, `x3`, `sc`.

use super::dose::period;
use super::lexicon::lexicon;
use super::token::Token;
use super::when;
use crate::domain::{Interval, Per, Rhythm, Route, TimeUnit};

lexicon! {
    /// How it is given.
    ROUTES: Route {
        Route::Intravenous => "iv" | "i.v." | "i.v" | "ivl" | "ivd" | "intraveineux" | "intraveineuse" | "intravenous",
        Route::Subcutaneous => "sc" | "s.c." | "s.c" | "s/c" | "sous-cutané" | "sous cutanée" | "subcutaneous",
        Route::Oral => "po" | "p.o." | "p.o" | "per os" | "oral" | "orale" | "voie orale" | "par voie orale",
        Route::Topical => "topique" | "topical" | "local" | "locale" | "en crème",
    }
    /// Times a day that have a name of their own.
    DAILY: u16 {
        1 => "le matin" | "in the morning" | "qd" | "every morning" | "chaque matin" | "le soir" | "au coucher" | "at night" | "at bedtime",
        2 => "bid" | "b.i.d" | "b.i.d." | "twice a day" | "twice daily" | "matin et soir" | "deux fois par jour" | "in two doses"
            | "en deux prises" | "am and pm",
        3 => "tid" | "t.i.d" | "t.i.d." | "three times a day" | "three times daily" | "matin midi et soir" | "trois fois par jour",
        4 => "qid" | "four times a day" | "quatre fois par jour",
    }
    /// Once in a time that has a name of its own.
    EVERY: (u16, TimeUnit) {
        (1, TimeUnit::Week) => "hebdo" | "hebdomadaire" | "weekly" | "toutes les semaines" | "chaque semaine" | "every week"
            | "once weekly",
        (1, TimeUnit::Month) => "mensuel" | "mensuelle" | "monthly" | "tous les mois" | "chaque mois" | "every month",
        (2, TimeUnit::Day) => "un jour sur deux" | "1 jour sur 2" | "1 j/2" | "every other day",
        (2, TimeUnit::Week) => "every other week" | "une semaine sur deux",
    }
    /// Before the time that lies between two administrations.
    EACH: () { () => "q" | "toutes les" | "tous les" | "ttes les" | "ts les" | "every" | "/" | "1x/" | "une fois toutes les" }
    /// Between the first marks and what follows them.
    THEN: () { () => "puis" | "then" | "->" | "ensuite" }
    /// Behind a number of administrations.
    GIVEN: () {
        () => "fois" | "bolus" | "injection" | "injections" | "inj" | "perfusion" | "perfusions" | "perf" | "cure" | "cures"
            | "pulse" | "pulses" | "times" | "infusion" | "infusions" | "administrations" | "doses"
    }
    /// Behind a range of administrations: one a day.
    DAYS: () { () => "j" | "jour" | "jours" | "d" | "day" | "days" }
    /// Doses in a day that an amount is parted in.
    PARTED: () { () => "prises" | "prises par jour" | "prises/j" | "doses a day" | "divided doses" }
}

/// How it is given.
pub(super) fn route(tokens: &[Token]) -> Option<(Route, usize)> {
    ROUTES.first(tokens)
}

/// How often.
pub(super) fn rhythm(tokens: &[Token]) -> Option<(Rhythm, usize)> {
    if let Some((count, taken)) = DAILY.first(tokens) {
        return Some((Rhythm::Times { count, per: Per::Day }, taken));
    }
    if let Some(((count, unit), taken)) = EVERY.first(tokens) {
        return Some((Rhythm::Every(Interval { count, unit }), taken));
    }
    at_marks(tokens).or_else(|| counted(tokens)).or_else(|| each(tokens))
}

/// `J0 J14`: two marks or more.
fn at_marks(tokens: &[Token]) -> Option<(Rhythm, usize)> {
    let (mut marks, mut at) = (Vec::new(), 0);
    while let Some((mark, taken)) = tokens.get(at..).and_then(when::mark) {
        marks.push(mark);
        at += taken;
        let rest = tokens.get(at..).unwrap_or_default();
        let between = rest.first().is_some_and(|token| [",", "et", "and", "&"].iter().any(|sign| token.is(sign)));
        if between && rest.get(1..).and_then(when::mark).is_some() {
            at += 1;
        }
    }
    if marks.len() < 2 {
        return None;
    }
    let then = tokens.get(at..).and_then(then_each);
    let then_every = then.map(|(interval, taken)| {
        at += taken;
        interval
    });
    Some((Rhythm::At { marks, then_every }, at))
}

/// `x2/j`, `2x/j`, `2 fois par semaine`, `en 2 prises`.
fn counted(tokens: &[Token]) -> Option<(Rhythm, usize)> {
    let is_in = tokens.first().is_some_and(|token| ["en", "in", "x"].iter().any(|word| token.is(word)));
    let number = usize::from(is_in);
    let count = tokens.get(number)?.count()?;
    let rest = tokens.get(number + 1..)?;
    if let Some(((), taken)) = PARTED.first(rest) {
        return Some((Rhythm::Times { count, per: Per::Day }, number + 1 + taken));
    }
    let is_crossed = tokens.first().is_some_and(|token| token.is("x"));
    let behind = rest.first().is_some_and(|token| token.is("x") || token.is("fois") || token.is("times"));
    if is_crossed == behind {
        return None;
    }
    let gap = usize::from(behind);
    let (per, taken) = rest.get(gap..).and_then(period)?;
    Some((Rhythm::Times { count, per }, number + 1 + gap + taken))
}

/// `puis toutes les 4 semaines`, behind marks.
fn then_each(tokens: &[Token]) -> Option<(Interval, usize)> {
    let comma = usize::from(tokens.first()?.is(","));
    let ((), lead) = THEN.first(tokens.get(comma..)?)?;
    let rest = tokens.get(comma + lead..)?;
    let named = EVERY.first(rest).map(|((count, unit), taken)| (Interval { count, unit }, taken));
    let (interval, taken) = named.or_else(|| interval(rest))?;
    Some((interval, comma + lead + taken))
}

/// `q2w`, `toutes les 4 semaines`, `/2 sem`.
fn each(tokens: &[Token]) -> Option<(Rhythm, usize)> {
    interval(tokens).map(|(interval, taken)| (Rhythm::Every(interval), taken))
}

fn interval(tokens: &[Token]) -> Option<(Interval, usize)> {
    let ((), lead) = EACH.first(tokens)?;
    let (interval, taken) = when::length(tokens.get(lead..)?)?;
    Some((interval, lead + taken))
}

/// Between how many administrations: the `x 1-3` of a schedule that leaves it open, also as days.
pub(super) fn times_between(tokens: &[Token]) -> Option<((u16, u16), usize)> {
    let [sign, least, dash, most, rest @ ..] = tokens else { return None };
    let (least, most) = (least.count()?, most.count()?);
    let is_open = rest.first().is_none_or(|next| !next.is("-") && !next.is("/") && !next.is_number());
    let given = GIVEN.first(rest).or_else(|| DAYS.first(rest)).map_or(0, |((), taken)| taken);
    (sign.is("x") && dash.is("-") && least < most && is_open).then_some(((least, most), 4 + given))
}

/// How many administrations: `x3`, `x 6 injections`, `6 fois`.
pub(super) fn times(tokens: &[Token]) -> Option<(u16, usize)> {
    let is_crossed = tokens.first()?.is("x");
    let number = usize::from(is_crossed);
    let count = tokens.get(number)?.count()?;
    let rest = tokens.get(number + 1..).unwrap_or_default();
    let given = GIVEN.first(rest).map_or(0, |((), taken)| taken);
    let is_range = rest.first().is_some_and(|token| token.is("-") || token.is("/"));
    ((is_crossed || given > 0) && !is_range).then_some((count, number + 1 + given))
}

/// How many administrations, said before the dose: the `6` of `6 x 500 mg`.
pub(super) fn times_before(tokens: &[Token]) -> Option<(u16, usize)> {
    let [number, sign, dose, ..] = tokens else { return None };
    let count = number.count().filter(|_| sign.is("x"))?;
    dose.number().filter(|amount| *amount != rust_decimal::Decimal::ZERO).map(|_| (count, 2))
}
