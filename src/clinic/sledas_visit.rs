use rust_decimal::Decimal;

use super::sledas::exact;
use super::visits::in_window;
use super::{
    Answer, Attribution, Checked, FromNumbers, Need, SleDasFacts, SleDasItem, SleDasRange, SleDasTerm, Sledai, Source,
    Tick, UrineProtein, Verdict, daily_steroid, sle_das_terms, sledai_from_numbers,
};
use crate::domain::{ActivityVisit, Case, Field, Rash, SledaiItem, YesNo};

/// The ranges, and remission.
pub const SLE_DAS_RANGES: Source = Source {
    name: "SLE-DAS 2.08/7.64 (Jesus 2021)",
    reference: "Ann Rheum Dis 2021;80:1568-74, doi 10.1136/annrheumdis-2021-220363",
    checked: Checked::Secondary,
};
/// Low disease activity: 2.48 or below and prednisone 7.5 mg a day or less; against LLDAS, 774 patients.
pub const SLE_DAS_LOW: Source = Source {
    name: "SLE-DAS 2.48 (Assunção 2022)",
    reference: "repositorio.ipv.pt 953ebf1b",
    checked: Checked::Primary,
};

/// SLE-DAS of a visit.
#[derive(Debug, Clone, PartialEq)]
pub struct SleDas {
    /// The score, unrounded.
    pub score: f64,
    /// The parts of the sum that count.
    pub terms: Vec<(SleDasTerm, f64)>,
    /// Its range.
    pub range: SleDasRange,
    /// Clinical remission: 2.08 or below, and prednisone 5 mg a day or less (the clause on prednisone is from memory).
    pub remission: Verdict,
    /// Low disease activity: 2.48 or below, and prednisone 7.5 mg a day or less.
    pub low_activity: Verdict,
}

impl SleDas {
    /// SLE-DAS of a visit.
    ///
    /// # Errors
    /// Every item that neither the visit, SLEDAI-2K nor the laboratory answers.
    pub fn of(case: &Case, visit: &ActivityVisit) -> Answer<Self> {
        let terms = sle_das_terms(&SleDasFacts::of(case, visit)?)?;
        let score: f64 = terms.iter().map(|(_, points)| points).sum();
        let prednisone = daily_steroid(case, visit.date).map(|dose| dose.milligrams);
        let state = |limit: Decimal, most: Decimal| {
            let dose = match &prednisone {
                Ok(dose) => Verdict::of(*dose <= most),
                Err(needs) => Verdict::Unknown(needs.clone()),
            };
            Verdict::of(exact(score).is_some_and(|score| score <= limit)).and(dose)
        };
        Ok(Self {
            score,
            range: SleDasRange::of(score),
            remission: state(Decimal::new(208, 2), Decimal::from(5)),
            low_activity: state(Decimal::new(248, 2), Decimal::new(75, 1)),
            terms,
        })
    }

    /// Whether a clinical sign hides inside the remission range: alopecia alone is 1.34, white cells of 2.9 alone 1.10.
    pub fn hides_a_sign(&self) -> bool {
        self.range == SleDasRange::Remission && self.terms.iter().any(|(term, _)| term.is_clinical())
    }
}

impl SleDasFacts {
    /// The seventeen items of a visit: from the laboratory where a number settles them, from SLEDAI-2K where the
    /// definition is the same, else from what was asked for this score.
    ///
    /// # Errors
    /// Everything that is missing.
    pub fn of(case: &Case, visit: &ActivityVisit) -> Answer<Self> {
        let sledai = Sledai::of(visit)?;
        let asked = visit.sle_das.clone().unwrap_or_default();
        let numbers = sledai_from_numbers(case, visit);
        let seen = Seen { sledai: &sledai, numbers: &numbers };
        let mut needs = Vec::new();
        let joints = need(asked.swollen_joints.known().copied(), Need::SwollenJoints, &mut needs);
        let rash = need(asked.rash.known().copied().or(seen.no_rash()), Need::RashExtent, &mut needs);
        let mut present = Vec::new();
        for (item, answer, lacking) in seen.answers(visit) {
            if need(answer, lacking, &mut needs) == Some(true) {
                present.push(item);
            }
        }
        let daily = in_window(case, visit, |lab| lab.protein_24h).map(|point| UrineProtein::Daily(point.value));
        let ratio = in_window(case, visit, |lab| lab.upcr).map(|point| UrineProtein::Ratio(point.value));
        let facts = Self {
            swollen_joints: joints.map_or(0, crate::domain::SwollenJoints::count),
            rash: rash.unwrap_or(Rash::None),
            present,
            protein: daily.or(ratio),
            platelets: in_window(case, visit, |lab| lab.platelets).map(|point| point.value),
            white_cells: in_window(case, visit, |lab| lab.white_cells).map(|point| point.value),
            not_counted: seen.not_counted(),
        };
        if let Err(amounts) = sle_das_terms(&facts) {
            needs.extend(amounts);
        }
        if needs.is_empty() { Ok(facts) } else { Err(needs) }
    }
}

fn need<T>(answer: Option<T>, need: Need, needs: &mut Vec<Need>) -> Option<T> {
    if answer.is_none() && !needs.contains(&need) {
        needs.push(need);
    }
    answer
}

/// What SLEDAI-2K and the numbers say of a visit.
struct Seen<'a> {
    sledai: &'a Sledai,
    numbers: &'a [FromNumbers],
}

impl Seen<'_> {
    fn answers(&self, visit: &ActivityVisit) -> Vec<(SleDasItem, Option<bool>, Need)> {
        use SleDasItem as D;
        use SledaiItem as I;
        let asked = visit.sle_das.clone().unwrap_or_default();
        vec![
            (D::MucocutaneousVasculitis, yes(asked.mucocutaneous_vasculitis), Need::MucocutaneousVasculitis),
            (D::Alopecia, self.ticked(I::Alopecia), Need::SledaiItems),
            (D::MucosalUlcers, self.ticked(I::MucosalUlcers), Need::SledaiItems),
            (D::LowComplement, self.serology(I::LowComplement), Need::SledaiItems),
            (D::AntiDsdna, self.serology(I::AntiDsdna), Need::SledaiItems),
            (D::Neuropsychiatric, self.either(&NERVOUS, asked.neuropsychiatric), Need::Neuropsychiatric),
            (D::SystemicVasculitis, yes(asked.systemic_vasculitis), Need::SystemicVasculitis),
            (D::CardiacPulmonary, yes(visit.cardiopulmonary), Need::Cardiopulmonary),
            (D::Myositis, self.ticked(I::Myositis), Need::SledaiItems),
            (D::Serositis, self.either(&[I::Pleurisy, I::Pericarditis], asked.serositis), Need::Serositis),
            (D::HaemolyticAnaemia, yes(visit.haemolysis), Need::Haemolysis),
        ]
    }

    fn ticked(&self, item: SledaiItem) -> Option<bool> {
        match self.sledai.tick(item) {
            Tick::Present => Some(true),
            Tick::Absent | Tick::Elsewhere(_) => Some(false),
            Tick::NotAssessed => None,
        }
    }

    /// The numbers, unless the item was attributed elsewhere; else the tick.
    fn serology(&self, item: SledaiItem) -> Option<bool> {
        let by_number = self.numbers.iter().find(|one| one.item == item).and_then(|one| one.holds);
        match self.sledai.tick(item) {
            Tick::Elsewhere(_) => Some(false),
            _ => by_number.or_else(|| self.ticked(item)),
        }
    }

    /// One of these items answers; their absence does not, because the score asks for more than they do.
    fn either(&self, items: &[SledaiItem], asked: Field<YesNo>) -> Option<bool> {
        let ticked = items.iter().any(|item| self.sledai.present.contains(item));
        if ticked { Some(true) } else { yes(asked) }
    }

    fn no_rash(&self) -> Option<Rash> {
        (self.ticked(SledaiItem::Rash) == Some(false)).then_some(Rash::None)
    }

    fn not_counted(&self) -> Vec<SledaiItem> {
        let amounts = [SledaiItem::Proteinuria, SledaiItem::Thrombocytopenia, SledaiItem::Leukopenia];
        let elsewhere = |item: &SledaiItem| {
            matches!(self.sledai.tick(*item), Tick::Elsewhere(Attribution::Damage | Attribution::OtherCause))
        };
        amounts.into_iter().filter(elsewhere).collect()
    }
}

/// The items of SLEDAI-2K that SLE-DAS names under neuropsychiatric involvement; a cranial nerve is not among them.
const NERVOUS: [SledaiItem; 6] = [
    SledaiItem::Seizure,
    SledaiItem::Psychosis,
    SledaiItem::OrganicBrain,
    SledaiItem::Visual,
    SledaiItem::LupusHeadache,
    SledaiItem::Cva,
];

pub(super) fn yes(answer: Field<YesNo>) -> Option<bool> {
    answer.known().map(|answer| *answer == YesNo::Yes)
}
