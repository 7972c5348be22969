use rust_decimal::Decimal;

use super::visits::in_window;
use super::{Doris, Glucocorticoid, SleDas, Sledai, StateFacts, Verdict, sledai_from_numbers};
use crate::domain::{ActivityVisit, Case, SledaiItem};

/// What a visit says against itself; the meeting should look (activity.md 18, point 7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Contradiction {
    /// A ticked item that the numbers do not make.
    TickedAgainstNumber(SledaiItem),
    /// An item not ticked that the numbers make.
    NumberAgainstTick(SledaiItem),
    /// Remission by DORIS with active haemolytic anaemia.
    RemissionWithHaemolysis,
    /// PGA 0 with a SLEDAI-2K of 6 or more.
    NoPgaWithSledai,
    /// PGA 1 or more with a clinical SLEDAI of 0.
    PgaWithoutClinicalSledai,
    /// Remission range of SLE-DAS with a clinical sign.
    SleDasRemissionWithSign,
    /// Ratio and 24 h protein more than twice apart, g/g against g.
    ProteinsApart,
    /// A glucocorticoid that goes on at a dose of zero.
    SteroidAtZero,
}

impl Contradiction {
    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::TickedAgainstNumber(_) => "ticked_against_number",
            Self::NumberAgainstTick(_) => "number_against_tick",
            Self::RemissionWithHaemolysis => "remission_with_haemolysis",
            Self::NoPgaWithSledai => "no_pga_with_sledai",
            Self::PgaWithoutClinicalSledai => "pga_without_clinical_sledai",
            Self::SleDasRemissionWithSign => "sle_das_remission_with_sign",
            Self::ProteinsApart => "proteins_apart",
            Self::SteroidAtZero => "steroid_at_zero",
        }
    }
}

/// Everything a visit says against itself; what is unknown contradicts nothing.
pub fn contradictions(case: &Case, visit: &ActivityVisit) -> Vec<Contradiction> {
    let mut found = against_numbers(case, visit);
    let sledai = Sledai::of(visit).ok();
    let pga = visit.pga.known().map(|pga| pga.value());
    let of_scores = sledai.as_ref().zip(pga);
    let facts = StateFacts::of(case, visit);
    // Whether the treatment is standard does not bear on it.
    let remission = Doris::of(&StateFacts { standard_treatment: Some(true), ..facts.clone() }).up_to_five;
    let quiet = |sledai: &Sledai| sledai.without_serology().at_most() == 0;
    let flags = [
        (remission == Verdict::Yes && facts.haemolysis == Some(true), Contradiction::RemissionWithHaemolysis),
        (
            of_scores.is_some_and(|(sledai, pga)| pga.is_zero() && sledai.total().points >= 6),
            Contradiction::NoPgaWithSledai,
        ),
        (
            of_scores.is_some_and(|(sledai, pga)| pga >= Decimal::ONE && quiet(sledai)),
            Contradiction::PgaWithoutClinicalSledai,
        ),
        (SleDas::of(case, visit).is_ok_and(|score| score.hides_a_sign()), Contradiction::SleDasRemissionWithSign),
        (proteins_apart(case, visit), Contradiction::ProteinsApart),
        (steroid_at_zero(case, visit), Contradiction::SteroidAtZero),
    ];
    found.extend(flags.into_iter().filter(|(says, _)| *says).map(|(_, contradiction)| contradiction));
    found
}

fn against_numbers(case: &Case, visit: &ActivityVisit) -> Vec<Contradiction> {
    let Ok(sledai) = Sledai::of(visit) else { return Vec::new() };
    let numbers = sledai_from_numbers(case, visit);
    let against = numbers.into_iter().filter(|one| one.contradicts(&sledai));
    against
        .map(|one| match one.holds {
            Some(true) => Contradiction::NumberAgainstTick(one.item),
            _ => Contradiction::TickedAgainstNumber(one.item),
        })
        .collect()
}

fn proteins_apart(case: &Case, visit: &ActivityVisit) -> bool {
    let ratio = in_window(case, visit, |lab| lab.upcr).map(|point| point.value.value());
    let daily = in_window(case, visit, |lab| lab.protein_24h).map(|point| point.value.value());
    ratio.zip(daily).is_some_and(|(ratio, daily)| ratio > daily * Decimal::TWO || daily > ratio * Decimal::TWO)
}

fn steroid_at_zero(case: &Case, visit: &ActivityVisit) -> bool {
    case.treatments.iter().any(|entry| {
        let is_zero = entry.dose.known().is_some_and(|dose| dose.amount.is_zero());
        Glucocorticoid::of(entry.drug).is_some() && entry.is_on(visit.date) && is_zero
    })
}
