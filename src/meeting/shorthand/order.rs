//! What the words behind a drug order.

use std::ops::Range;

use super::dose::{self, Known};
use super::lexicon::lexicon;
use super::rhythm;
use super::step::{self, Before, Later};
use super::token::{Kind, Token, said};
use super::when;
use crate::domain::{Comparison, Drug, Interval, LineKind, Order, OrderStep, OrderedDose, Per, Rhythm, TimeUnit};

lexicon! {
    /// Words that are understood and order nothing of their own.
    NOTHING: () {
        () => "," | "." | "(" | ")" | ":" | "de" | "d'" | "le" | "la" | "les" | "l'" | "du" | "of" | "the" | "soit" | "à" | "to" | "perfusion"
            | "perfusions"
    }
    /// That much is given at once.
    BOLUS: () { () => "bolus" | "pulse" | "pulses" }
}

/// The order in these pieces of a text; none where they order nothing and nothing is left over.
pub(super) fn order(text: &str, tokens: &[Token], drug: Drug, kind: LineKind) -> Option<Order> {
    let mut reader = Reader {
        text,
        tokens,
        drug,
        kind,
        order: Order::default(),
        left: Vec::new(),
        dose_at: 0..0,
        is_in_doubt: false,
        down: None,
        is_strange: false,
    };
    reader.read();
    let order = reader.finish();
    (!order.is_empty()).then_some(order)
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    drug: Drug,
    kind: LineKind,
    order: Order,
    /// Which pieces were not understood.
    left: Vec<usize>,
    /// The pieces of the dose.
    dose_at: Range<usize>,
    /// Whether two doses stand side by side: neither is the dose.
    is_in_doubt: bool,
    /// Words that say no more than that the dose goes down.
    down: Option<Range<usize>>,
    /// Whether a word before was not understood, and nothing since: a time behind it is its own.
    is_strange: bool,
}

impl Reader<'_> {
    fn read(&mut self) {
        let mut at = 0;
        while at < self.tokens.len() {
            let rest = self.tokens.get(at..).unwrap_or_default();
            let taken = self.take(rest, at);
            if taken == 0 {
                self.left.push(at);
                self.is_strange = rest.first().is_some_and(Token::is_word);
            }
            at += taken.max(1);
        }
    }

    /// How many pieces were understood here.
    fn take(&mut self, rest: &[Token], at: usize) -> usize {
        let no_amount = || dose::ratio(rest).filter(|_| when::day(rest).is_none()).or_else(|| dose::in_two_ways(rest));
        if let Some(taken) = no_amount() {
            self.left.extend(at..at + taken);
            return taken;
        }
        if let Some(taken) = time_of_its_own(rest).filter(|_| self.is_strange || self.is_in_doubt) {
            self.left.extend(at..at + taken);
            return taken;
        }
        let understood = self
            .later(rest, at)
            .or_else(|| self.often(rest))
            .or_else(|| self.times_before(rest))
            .or_else(|| self.dose(rest, at))
            .or_else(|| self.duration(rest))
            .or_else(|| self.times(rest))
            .or_else(|| self.route(rest))
            .or_else(|| self.date(rest))
            .or_else(|| self.stages(rest))
            .or_else(|| self.period(rest))
            .or_else(|| self.bolus(rest));
        let is_sign = rest.first().is_some_and(|token| token.kind == Kind::Sign);
        self.is_strange &= understood.is_none() && !is_sign;
        understood.or_else(|| NOTHING.first(rest).map(|((), taken)| taken)).unwrap_or(0)
    }

    fn first_dose(&self) -> Option<&OrderedDose> {
        self.order.steps.iter().rev().find_map(|step| step.to.as_ref()).or(self.order.dose.as_ref())
    }

    fn later(&mut self, rest: &[Token], at: usize) -> Option<usize> {
        let before = Before {
            known: Known { drug: self.drug, before: self.first_dose() },
            kind: self.kind,
            has_steps: !self.order.steps.is_empty(),
            can_end: self.order.dose.is_some() || !self.order.steps.is_empty() || self.down.is_some(),
        };
        let (later, taken) = step::later(rest, before)?;
        match later {
            Later::To(step, in_stages) => {
                self.order.steps.push(step);
                self.order.in_stages |= in_stages;
            }
            Later::Down if self.down.is_none() => self.down = Some(at..at + taken),
            Later::Down | Later::Unclear => self.left.extend(at..at + taken),
        }
        Some(taken)
    }

    fn often(&mut self, rest: &[Token]) -> Option<usize> {
        let (rhythm, taken) = rhythm::rhythm(rest)?;
        if self.order.rhythm.as_ref().is_some_and(|known| *known != rhythm) {
            return None;
        }
        self.order.rhythm = Some(rhythm);
        Some(taken)
    }

    /// The `6` of `6 x 500 mg`, where a dose does follow; in `500 x 3` the greater number is the dose.
    fn times_before(&mut self, rest: &[Token]) -> Option<usize> {
        let (count, taken) = rhythm::times_before(rest)?;
        let known = Known { drug: self.drug, before: None };
        let (dose, _) = dose::dose(rest.get(taken..)?, known, goes_on)?;
        let is_dose = !dose.unit_assumed || dose.amount.0 > rust_decimal::Decimal::from(count);
        (is_dose && self.order.times.is_none()).then(|| {
            self.order.times = Some(count);
            taken
        })
    }

    fn dose(&mut self, rest: &[Token], at: usize) -> Option<usize> {
        let known = Known { drug: self.drug, before: None };
        let (dose, taken) = dose::dose(rest, known, goes_on)?;
        // `x1-10`, `~500 mg`: behind what was not understood a number may be no amount.
        let before = at.checked_sub(1).filter(|before| self.left.contains(before));
        let is_sign = before.and_then(|before| self.tokens.get(before)).is_some_and(|token| token.kind == Kind::Sign);
        if is_sign || (dose.unit_assumed && before.is_some()) {
            self.left.extend(at..at + taken);
            return Some(taken);
        }
        if self.order.dose.is_some() || !self.order.steps.is_empty() {
            let is_apart = is_behind_comma(self.tokens, at) && !self.is_in_doubt;
            if let Some((by, length)) = rest.get(taken..).and_then(step::when_reached).filter(|_| is_apart) {
                self.order.steps.push(OrderStep { to: Some(dose), by: Some(by) });
                return Some(taken + length);
            }
            self.is_in_doubt |= self.order.steps.is_empty();
            self.left.extend(at..at + taken);
            return Some(taken);
        }
        self.order.dose = Some(dose);
        self.dose_at = at..at + taken;
        Some(taken)
    }

    fn duration(&mut self, rest: &[Token]) -> Option<usize> {
        let (interval, taken) = when::duration(rest).filter(|_| self.order.duration.is_none())?;
        self.order.duration = Some(interval);
        Some(taken)
    }

    fn times(&mut self, rest: &[Token]) -> Option<usize> {
        if let Some(((least, most), taken)) = rhythm::times_between(rest).filter(|_| self.order.times.is_none()) {
            (self.order.times, self.order.times_most) = (Some(least), Some(most));
            return Some(taken);
        }
        let (count, taken) = rhythm::times(rest).filter(|_| self.order.times.is_none())?;
        self.order.times = Some(count);
        self.order.bolus |= (0..taken).any(|at| rest.get(at..).is_some_and(|rest| BOLUS.first(rest).is_some()));
        Some(taken)
    }

    fn bolus(&mut self, rest: &[Token]) -> Option<usize> {
        let ((), taken) = BOLUS.first(rest)?;
        self.order.bolus = true;
        Some(taken)
    }

    fn route(&mut self, rest: &[Token]) -> Option<usize> {
        let (route, taken) = rhythm::route(rest).filter(|_| self.order.route.is_none())?;
        self.order.route = Some(route);
        Some(taken)
    }

    /// A date: that of the step before which has none, that of a limit or of where a taper goes, else when the line is done.
    fn date(&mut self, rest: &[Token]) -> Option<usize> {
        let (due, taken) = when::dated(rest)?;
        let is_begun = when::is_begin(rest);
        let is_taper = self.kind == LineKind::Taper;
        let is_reached = is_taper || (self.kind == LineKind::Decrease && when::is_limit(rest));
        let is_limit = self.order.dose.is_some_and(|dose| is_reached || dose.limit.is_some_and(is_at_most));
        match self.order.steps.last_mut() {
            Some(step) if step.by.is_none() => step.by = Some(due),
            None if is_limit && !is_begun => {
                let step = OrderStep { to: self.order.dose.take(), by: Some(due) };
                self.order.steps.push(step);
            }
            None if self.order.from.is_none() && (is_begun || !is_taper) => self.order.from = Some(due),
            _ => return None,
        }
        Some(taken)
    }

    fn stages(&mut self, rest: &[Token]) -> Option<usize> {
        let taken = step::stages(rest)?;
        self.order.in_stages = true;
        Some(taken)
    }

    /// `/sem` that stands apart from its amount: `200 mg sc/sem`.
    fn period(&mut self, rest: &[Token]) -> Option<usize> {
        let (per, taken) = dose::period(rest)?;
        if let Some(dose) = self.order.dose.as_mut() {
            if dose.per.is_some() || self.order.rhythm.is_some() || !self.order.steps.is_empty() {
                return None;
            }
            dose.per = Some(per);
            return Some(taken);
        }
        if self.order.rhythm.is_some() {
            return None;
        }
        self.order.rhythm = Some(match per {
            Per::Week => Rhythm::Every(Interval { count: 1, unit: TimeUnit::Week }),
            Per::Month => Rhythm::Every(Interval { count: 1, unit: TimeUnit::Month }),
            _ => Rhythm::Times { count: 1, per: Per::Day },
        });
        Some(taken)
    }

    /// The order, with what was not understood; two doses side by side are none, and a dose that goes down goes somewhere.
    fn finish(mut self) -> Order {
        if let Some(down) = self.down.take() {
            if self.order.steps.is_empty() {
                self.left.extend(down);
            } else {
                self.order.in_stages = true;
            }
        }
        if self.is_in_doubt {
            self.order.dose = None;
            self.left.extend(self.dose_at.clone());
        }
        self.left.sort_unstable();
        let mut runs: Vec<(usize, usize)> = Vec::new();
        for at in &self.left {
            match runs.last_mut() {
                Some((_, end)) if *end == *at => *end += 1,
                _ => runs.push((*at, at + 1)),
            }
        }
        let words = runs.iter().filter_map(|(from, to)| self.tokens.get(*from..*to));
        self.order.unread = words.map(|tokens| said(self.text, tokens)).collect();
        self.order
    }
}

/// Whether a comma parts this piece from those before.
fn is_behind_comma(tokens: &[Token], at: usize) -> bool {
    at.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|token| token.is(","))
}

/// `réévaluer à m6`: a time that belongs to the word before it, unless it says that something begins then.
fn time_of_its_own(rest: &[Token]) -> Option<usize> {
    let date = when::dated(rest).filter(|_| !when::is_begin(rest)).map(|(_, taken)| taken);
    date.or_else(|| when::duration(rest).map(|(_, taken)| taken))
}

const fn is_at_most(limit: Comparison) -> bool {
    matches!(limit, Comparison::AtMost | Comparison::Below)
}

/// Whether these pieces may follow a bare number, so that it is an amount.
pub(super) fn goes_on(rest: &[Token]) -> bool {
    let Some(next) = rest.first() else { return true };
    let ends = [",", "(", ")", "."].iter().any(|sign| next.is(sign));
    let bolus = BOLUS.first(rest).map_or(0, |((), taken)| taken);
    let is_counted = |rest: &[Token]| rhythm::times(rest).is_some() || rhythm::times_between(rest).is_some();
    ends || step::is_later(rest)
        || rhythm::rhythm(rest).is_some()
        || rhythm::route(rest).is_some()
        || rest.get(bolus..).is_some_and(is_counted)
        || when::dated(rest).is_some()
        || when::duration(rest).is_some()
        || dose::period(rest).is_some()
}

/// For the safety rules: the unit of a case file, where the dose is one amount in it.
pub(super) fn one_amount(dose: &OrderedDose) -> Option<(rust_decimal::Decimal, crate::domain::DoseUnit)> {
    (dose.limit.is_none() && dose.most.is_none()).then_some(())?;
    Some((dose.amount.0, dose.unit.dose_unit()?))
}
