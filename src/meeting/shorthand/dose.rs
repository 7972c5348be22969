//! A dose: `2 g/d`, `0,3-0,5 mg/kg`, `<= 5 mg/j`; a bare number only where its unit can be nothing but milligrams.

use rust_decimal::Decimal;

use super::lexicon::lexicon;
use super::token::{Kind, Token};
use crate::domain::{Comparison, Drug, OrderUnit, OrderedDose, Per, Written};

lexicon! {
    /// Units of an amount.
    UNITS: OrderUnit {
        OrderUnit::Milligram => "mg",
        OrderUnit::Gram => "g" | "gr",
        OrderUnit::Microgram => "µg" | "ug" | "mcg",
        OrderUnit::MilligramPerKilo => "mg/kg" | "mg par kg" | "mg per kg",
        OrderUnit::GramPerKilo => "g/kg",
        OrderUnit::MilligramPerSurface => "mg/m2" | "mg/m²",
        OrderUnit::GramPerSurface => "g/m2" | "g/m²",
        OrderUnit::Unit => "ui" | "iu",
    }
    /// What an amount is counted over.
    PERIODS: Per {
        Per::Day => "/24 h" | "/jour" | "/day" | "/j" | "/d" | "par jour" | "par j" | "per day" | "a day" | "daily" | "quotidien"
            | "once daily",
        Per::Week => "/semaine" | "/week" | "/sem" | "/w" | "/wk" | "par semaine" | "par sem" | "per week" | "a week",
        Per::Month => "/mois" | "/month" | "par mois" | "per month" | "a month",
    }
    /// How an amount stands to what is meant.
    COMPARISONS: Comparison {
        Comparison::AtMost => "<=" | "max" | "maxi" | "maximum" | "au plus" | "at most" | "up to",
        Comparison::Below => "<" | "sous" | "below" | "under" | "less than" | "moins de" | "inférieur à" | "inférieure à",
        Comparison::AtLeast => ">=" | "au moins" | "at least" | "min" | "minimum",
        Comparison::Above => ">" | "above" | "over" | "more than" | "plus de" | "supérieur à" | "supérieure à" | "au-dessus de",
    }
    /// Between the ends of a range.
    RANGE: () { () => "-" | "à" | "to" }
}

/// A bare number is milligrams from this on.
const LEAST_BARE: u32 = 5;
/// And from this on where the drug is also ordered by weight (`hcq 5` may be 5 mg/kg).
const LEAST_BARE_BY_WEIGHT: u32 = 50;

/// From which bare number on the unit of this drug can be nothing but milligrams. Drugs ordered in grams, by body surface
/// or in micrograms too have none: their bare numbers are not understood.
fn least_bare(drug: Drug) -> Option<Decimal> {
    let least = match drug {
        Drug::Prednisone
        | Drug::Prednisolone
        | Drug::Methylprednisolone
        | Drug::Hydrocortisone
        | Drug::Methotrexate
        | Drug::Voclosporin
        | Drug::Anifrolumab => LEAST_BARE,
        Drug::Hydroxychloroquine | Drug::Belimumab | Drug::Azathioprine | Drug::Ciclosporin => LEAST_BARE_BY_WEIGHT,
        _ => return None,
    };
    Some(Decimal::from(least))
}

/// What is known of the order when a dose is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known<'a> {
    /// The drug.
    pub drug: Drug,
    /// The dose that comes before, where this is a step after it.
    pub before: Option<&'a OrderedDose>,
}

impl Known<'_> {
    /// Whether a bare number is milligrams.
    fn is_milligrams(self, amount: Decimal) -> bool {
        let is_less = |dose: &OrderedDose| dose.unit == OrderUnit::Milligram && amount < dose.amount.0;
        least_bare(self.drug).is_some_and(|least| amount >= least)
            || (least_bare(self.drug).is_some() && amount > Decimal::ZERO && self.before.is_some_and(is_less))
    }
}

/// How two amounts stand to each other, and how many pieces say it.
pub(super) fn comparison(tokens: &[Token]) -> Option<(Comparison, usize)> {
    COMPARISONS.first(tokens)
}

/// What an amount is counted over.
pub(super) fn period(tokens: &[Token]) -> Option<(Per, usize)> {
    PERIODS.first(tokens).filter(|(_, taken)| !tokens.get(*taken).is_some_and(|next| next.glued))
}

fn unit(tokens: &[Token]) -> Option<(OrderUnit, usize)> {
    let (unit, taken) = UNITS.first(tokens)?;
    // `mg2` is no milligram.
    (!tokens.get(taken).is_some_and(|next| next.glued)).then_some((unit, taken))
}

/// A dose and how many pieces it takes; `goes_on` says whether what follows a bare number is part of an order.
pub(super) fn dose(
    tokens: &[Token],
    known: Known<'_>,
    goes_on: impl Fn(&[Token]) -> bool,
) -> Option<(OrderedDose, usize)> {
    let (limit, mut at) = comparison(tokens).map_or((None, 0), |(limit, taken)| (Some(limit), taken));
    let amount = tokens.get(at)?.number()?;
    at += 1;
    let rest = |at: usize| tokens.get(at..).unwrap_or_default();
    let own = unit(rest(at));
    let most = upper_end(rest(at), amount).or_else(|| {
        let (_, taken) = own?;
        upper_end(rest(at + taken), amount)
            .map(|(most, length)| (most, taken + length))
            .filter(|(_, length)| unit(rest(at + length)).map(|(unit, _)| unit) == own.map(|(unit, _)| unit))
    });
    at += most.map_or(0, |(_, taken)| taken);
    let (unit, unit_assumed) = match unit(rest(at)) {
        Some((unit, taken)) => {
            at += taken;
            (unit, false)
        }
        None if known.is_milligrams(amount) && goes_on(rest(at)) => (OrderUnit::Milligram, true),
        None => return None,
    };
    let per = period(rest(at)).map(|(per, taken)| {
        at += taken;
        per
    });
    let most = most.map(|(most, _)| Written(most));
    Some((OrderedDose { limit, amount: Written(amount), most, unit, unit_assumed, per }, at))
}

/// The upper end of a range that begins with this amount.
fn upper_end(tokens: &[Token], least: Decimal) -> Option<(Decimal, usize)> {
    let ((), taken) = RANGE.first(tokens)?;
    let most = tokens.get(taken)?.number().filter(|most| *most > least)?;
    Some((most, taken + 1))
}

/// `400/200 mg`, `0;4 mg/kg`, `5-0-5`: numbers that are no single amount, and how many pieces they take with their unit.
pub(super) fn ratio(tokens: &[Token]) -> Option<usize> {
    let is_next = |pair: &[Token], any: bool| match pair {
        [sign, number] => {
            let is_sign = sign.joined && number.joined && number.is_number() && sign.kind == Kind::Sign;
            is_sign && (any || !matches!(sign.folded.as_str(), "-" | "+" | "->" | "<" | "<=" | ">" | ">="))
        }
        _ => false,
    };
    let pairs = |any: bool| tokens.get(1..).unwrap_or_default().chunks(2).take_while(|pair| is_next(pair, any)).count();
    let of_signs = pairs(false);
    let numbers = if of_signs > 0 { of_signs } else { Some(pairs(true)).filter(|count| *count > 1)? };
    tokens.first().filter(|first| first.is_number())?;
    let end = 1 + 2 * numbers;
    Some(end + UNITS.first(tokens.get(end..).unwrap_or_default()).map_or(0, |(_, taken)| taken))
}

/// A number that can be read in two ways, with the unit behind it: no part of it is an amount.
pub(super) fn in_two_ways(tokens: &[Token]) -> Option<usize> {
    let numbers = tokens.iter().take_while(|token| token.kind == Kind::Number(None)).count();
    if numbers == 0 {
        return None;
    }
    let rest = tokens.get(numbers..).unwrap_or_default();
    let unit = UNITS.first(rest).map_or(0, |(_, taken)| taken);
    Some(numbers + unit + period(rest.get(unit..).unwrap_or_default()).map_or(0, |(_, taken)| taken))
}
