use rust_decimal::Decimal;

use super::sledas::exact;
use super::sledas_visit::yes;
use super::visits::visits_by;
use super::{Answer, Checked, Need, SleDas, Sledai, SledaiScore, Source, Verdict, daily_steroid};
use crate::domain::{ActivityVisit, Case, Day, Drug, FlareDrug, FlareSign, Pga, Weight};

/// The classic SELENA-SLEDAI flare index; the end of its list of drugs and the nervous system are from memory.
pub const SELENA_FLARE: Source = Source {
    name: "SELENA flare index",
    reference: "ARD indices table 2021; medicalalgorithms.com",
    checked: Checked::Primary,
};
/// Without the criteria on drugs 42 of 55 severe flares were downgraded.
pub const SELENA_CRITICISM: Source =
    Source { name: "SFI 2014", reference: "doi 10.1093/rheumatology/keu153, PMID 24729400", checked: Checked::Primary };
/// Meaningful worsening by SLE-DAS.
pub const SLE_DAS_FLARE: Source =
    Source { name: "SLE-DAS ≥ +1.72 (Saraiva 2021)", reference: "ARD 80 Suppl 1:179", checked: Checked::Primary };

/// The scores of a visit that a flare is read from.
#[derive(Debug, Clone)]
pub struct VisitScores {
    /// SLEDAI-2K; the index itself takes SELENA-SLEDAI.
    pub sledai: Answer<SledaiScore>,
    /// Physician global assessment.
    pub pga: Option<Pga>,
    /// mg of prednisone a day.
    pub prednisone: Answer<Decimal>,
}

/// Two visits and what happened between them.
#[derive(Debug, Clone)]
pub struct FlareFacts {
    /// The earlier visit.
    pub before: VisitScores,
    /// The later visit.
    pub after: VisitScores,
    /// Real weight.
    pub weight: Option<Weight>,
    /// Signs that are new or worse.
    pub signs: Option<Vec<FlareSign>>,
    /// A sign needed prednisone doubled or above 0.5 mg/kg a day, or admission.
    pub escalation: Option<bool>,
    /// Drugs added for activity.
    pub added: Option<Vec<FlareDrug>>,
    /// Admission for lupus.
    pub admission: Option<bool>,
}

/// A domain of the index; any one triggers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FlareDomain {
    /// Change of SLEDAI.
    Sledai,
    /// Signs, new or worse.
    Signs,
    /// Prednisone.
    Prednisone,
    /// Other drugs.
    Drugs,
    /// Change of the physician global assessment.
    Pga,
    /// Admission.
    Admission,
}

impl FlareDomain {
    /// Every domain, in the order of the index.
    pub const ALL: [Self; 6] = [Self::Sledai, Self::Signs, Self::Prednisone, Self::Drugs, Self::Pga, Self::Admission];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sledai => "sledai",
            Self::Signs => "signs",
            Self::Prednisone => "prednisone",
            Self::Drugs => "drugs",
            Self::Pga => "pga",
            Self::Admission => "admission",
        }
    }
}

/// What a domain says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlareLine {
    /// The domain.
    pub domain: FlareDomain,
    /// Whether it makes a mild or moderate flare.
    pub mild: Verdict,
    /// Whether it makes a severe flare.
    pub severe: Verdict,
}

/// How severe the flare is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FlareGrade {
    /// No flare.
    None,
    /// Mild or moderate.
    MildModerate,
    /// Severe.
    Severe,
}

impl FlareGrade {
    /// Every grade, weakest first.
    pub const ALL: [Self; 3] = [Self::None, Self::MildModerate, Self::Severe];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::MildModerate => "mild_moderate",
            Self::Severe => "severe",
        }
    }
}

/// The SELENA flare index between two visits (activity.md 7). Any one domain triggers; severe wins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flare {
    /// Domain by domain.
    pub lines: Vec<FlareLine>,
}

impl Flare {
    /// The index from these facts.
    pub fn of(facts: &FlareFacts) -> Self {
        let lines = FlareDomain::ALL.into_iter().map(|domain| {
            let (mild, severe) = facts.judge(domain);
            FlareLine { domain, mild, severe }
        });
        Self { lines: lines.collect() }
    }

    /// The grade.
    ///
    /// # Errors
    /// Everything that could still change it; a flare that is there at least is told by [`Flare::at_least`].
    pub fn grade(&self) -> Answer<FlareGrade> {
        let any = |of: fn(&FlareLine) -> &Verdict| {
            self.lines.iter().fold(Verdict::No, |found, line| found.or(of(line).clone()))
        };
        match (any(|line| &line.severe), any(|line| &line.mild)) {
            (Verdict::Yes, _) => Ok(FlareGrade::Severe),
            (Verdict::Unknown(needs), _) | (Verdict::No, Verdict::Unknown(needs)) => Err(needs),
            (Verdict::No, Verdict::Yes) => Ok(FlareGrade::MildModerate),
            (Verdict::No, Verdict::No) => Ok(FlareGrade::None),
        }
    }

    /// The grade that what is known amounts to; what is missing could only raise it.
    pub fn at_least(&self) -> FlareGrade {
        match () {
            () if self.lines.iter().any(|line| line.severe == Verdict::Yes) => FlareGrade::Severe,
            () if self.lines.iter().any(|line| line.mild == Verdict::Yes) => FlareGrade::MildModerate,
            () => FlareGrade::None,
        }
    }

    /// The domains that triggered.
    pub fn triggers(&self) -> impl Iterator<Item = &FlareLine> {
        self.lines.iter().filter(|line| line.severe == Verdict::Yes || line.mild == Verdict::Yes)
    }
}

impl FlareFacts {
    /// The last two visits of a case up to a day.
    ///
    /// # Errors
    /// [`Need::TwoVisits`].
    pub fn of(case: &Case, today: Day) -> Answer<Self> {
        let [after, before] = last_two(case, today)?;
        let asked = after.flare.clone().unwrap_or_default();
        let started = started(case, before.date, after.date);
        Ok(Self {
            before: VisitScores::of(case, before),
            after: VisitScores::of(case, after),
            weight: case.patient.weight.known().copied(),
            signs: asked.signs.known().cloned(),
            escalation: yes(asked.escalation),
            // What was started says which drug, not why: only that none was started can be read from the treatments.
            added: asked.added.known().cloned().or(started.filter(Vec::is_empty).map(|_| Vec::new())),
            admission: yes(asked.admission),
        })
    }

    fn judge(&self, domain: FlareDomain) -> (Verdict, Verdict) {
        match domain {
            FlareDomain::Sledai => self.sledai(),
            FlareDomain::Signs => self.signs(),
            FlareDomain::Prednisone => self.prednisone(),
            FlareDomain::Drugs => {
                let added = |of: fn(FlareDrug) -> bool| {
                    Verdict::on(self.added.as_ref(), Need::AddedDrugs, |added| added.iter().copied().any(of))
                };
                (added(|drug| !is_immunosuppressant(drug)), added(is_immunosuppressant))
            }
            FlareDomain::Pga => self.pga(),
            FlareDomain::Admission => (Verdict::No, Verdict::on(self.admission, Need::Admission, |yes| yes)),
        }
    }

    /// A rise of 3 or more, not to above 12; a rise to above 12 is severe.
    fn sledai(&self) -> (Verdict, Verdict) {
        let (before, after) = match (&self.before.sledai, &self.after.sledai) {
            (Ok(before), Ok(after)) => (*before, *after),
            (Err(needs), _) | (_, Err(needs)) => {
                return (Verdict::Unknown(needs.clone()), Verdict::Unknown(needs.clone()));
            }
        };
        let over = |met: &dyn Fn(u32, u32) -> bool| {
            let ends = [
                (before.points, after.points),
                (before.points, after.at_most()),
                (before.at_most(), after.points),
                (before.at_most(), after.at_most()),
            ];
            let met: Vec<bool> = ends.into_iter().map(|(before, after)| met(before, after)).collect();
            match (met.iter().all(|met| *met), met.iter().any(|met| *met)) {
                (true, _) => Verdict::Yes,
                (false, false) => Verdict::No,
                (false, true) => Verdict::lacking(Need::SledaiItems),
            }
        };
        (over(&|before, after| after >= before + 3 && after <= 12), over(&|before, after| after > before && after > 12))
    }

    /// A severe sign counts where it needed escalation.
    fn signs(&self) -> (Verdict, Verdict) {
        let signs = |of: fn(FlareSign) -> bool| {
            Verdict::on(self.signs.as_ref(), Need::FlareSigns, |signs| signs.iter().copied().any(of))
        };
        (signs(|sign| !is_severe(sign)), signs(is_severe).and(self.escalated()))
    }

    /// As told, else as the prednisone and the admission show.
    fn escalated(&self) -> Verdict {
        let doubled = match (&self.before.prednisone, &self.after.prednisone) {
            (Ok(before), Ok(after)) => *after > *before && *after >= *before * Decimal::TWO,
            _ => false,
        };
        let shown = doubled || self.prednisone().1 == Verdict::Yes || self.admission == Some(true);
        match self.escalation {
            None if shown => Verdict::Yes,
            told => Verdict::on(told, Need::Escalation, |told| told),
        }
    }

    /// An increase, not to above 0.5 mg/kg a day; an increase to above is severe.
    fn prednisone(&self) -> (Verdict, Verdict) {
        let (before, after) = match (&self.before.prednisone, &self.after.prednisone) {
            (Ok(before), Ok(after)) => (*before, *after),
            (Err(needs), _) | (_, Err(needs)) => {
                return (Verdict::Unknown(needs.clone()), Verdict::Unknown(needs.clone()));
            }
        };
        if after <= before {
            return (Verdict::No, Verdict::No);
        }
        let high = |weight: Weight| after > weight.value() * Decimal::new(5, 1);
        let to = |met: fn(bool) -> bool| Verdict::on(self.weight, Need::Weight, |weight| met(high(weight)));
        (to(|high| !high), to(|high| high))
    }

    /// A rise of 1.0 or more, not to above 2.5; a rise to above 2.5 is severe. Sources differ: one reads a rise to 1.0.
    fn pga(&self) -> (Verdict, Verdict) {
        let both = self.before.pga.zip(self.after.pga).map(|(before, after)| (before.value(), after.value()));
        let on = |met: fn((Decimal, Decimal)) -> bool| Verdict::on(both, Need::Pga, met);
        (
            on(|(before, after)| after - before >= Decimal::ONE && after <= Decimal::new(25, 1)),
            on(|(before, after)| after > before && after > Decimal::new(25, 1)),
        )
    }
}

impl VisitScores {
    /// The scores of a visit.
    pub fn of(case: &Case, visit: &ActivityVisit) -> Self {
        Self {
            sledai: Sledai::of(visit).map(|sledai| sledai.total()),
            pga: visit.pga.known().copied(),
            prednisone: daily_steroid(case, visit.date).map(|dose| dose.milligrams),
        }
    }
}

/// The last two visits, the newest first.
///
/// # Errors
/// [`Need::TwoVisits`].
pub fn last_two(case: &Case, today: Day) -> Answer<[&ActivityVisit; 2]> {
    match visits_by(case, today).as_slice() {
        [after, before, ..] => Ok([after, before]),
        _ => Err(vec![Need::TwoVisits]),
    }
}

/// Drugs of the index that began between two visits, the second day included; none where no treatment is recorded.
fn started(case: &Case, before: Day, after: Day) -> Option<Vec<Drug>> {
    let of_the_index = |drug: Drug| {
        matches!(
            drug,
            Drug::Hydroxychloroquine
                | Drug::Cyclophosphamide
                | Drug::Azathioprine
                | Drug::Methotrexate
                | Drug::MycophenolateMofetil
                | Drug::MycophenolateSodium
                | Drug::Ibuprofen
                | Drug::Naproxen
                | Drug::Ketoprofen
                | Drug::Diclofenac
                | Drug::Celecoxib
        )
    };
    let began = case.treatments.iter().filter(|entry| before < entry.from && entry.from <= after);
    let began = began.map(|entry| entry.drug).filter(|drug| of_the_index(*drug) && !case.takes(*drug, before));
    (!case.treatments.is_empty()).then(|| began.collect())
}

const fn is_immunosuppressant(drug: FlareDrug) -> bool {
    use FlareDrug as D;
    matches!(drug, D::Cyclophosphamide | D::Azathioprine | D::Methotrexate | D::Mycophenolate)
}

const fn is_severe(sign: FlareSign) -> bool {
    use FlareSign as S;
    matches!(
        sign,
        S::CentralNervous | S::Vasculitis | S::Nephritis | S::Myositis | S::PlateletsBelow60 | S::SevereHaemolysis
    )
}

/// SLE-DAS from one visit to the next.
#[derive(Debug, Clone, PartialEq)]
pub struct SleDasChange {
    /// The earlier score.
    pub before: f64,
    /// The later score.
    pub after: f64,
    /// Later minus earlier, to six decimals.
    pub rise: Decimal,
}

impl SleDasChange {
    /// Between the last two visits.
    ///
    /// # Errors
    /// Two visits, or what either score lacks.
    pub fn of(case: &Case, today: Day) -> Answer<Self> {
        let [after, before] = last_two(case, today)?;
        let (before, after) = (SleDas::of(case, before), SleDas::of(case, after));
        match (before, after) {
            (Ok(before), Ok(after)) => Ok(Self::between(before.score, after.score)),
            (Err(needs), _) | (_, Err(needs)) => Err(needs),
        }
    }

    /// From one score to another.
    pub fn between(before: f64, after: f64) -> Self {
        Self { before, after, rise: exact(after - before).unwrap_or_default() }
    }

    /// A rise of 1.72 or more.
    pub fn is_flare(&self) -> bool {
        self.rise >= Decimal::new(172, 2)
    }
}
