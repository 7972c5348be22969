use super::{Answer, Checked, Need, Source};
use crate::domain::{Case, Day, Month, SdiEntry, SdiItem};

/// SLICC/ACR damage index, the 1996 list of 41 items, 0 to 47. The item "GFR < 50 %" has no unit and three readings
/// (damage.md A1, note R): it scores as the requester records it.
pub const SDI_1996: Source =
    Source { name: "SLICC/ACR DI 1996 (41 items)", reference: "doi 10.1002/art.1780390303", checked: Checked::Primary };

/// The highest possible total with the 41 items, the renal domain capped at 3 (damage.md A1).
pub const SDI_MOST: u32 = 47;

/// The twelve domains of the index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SdiDomain {
    /// Eye, at most 2.
    Ocular,
    /// Brain and nerves, at most 6.
    Neuropsychiatric,
    /// Kidney, at most 3.
    Renal,
    /// Lung, at most 5.
    Pulmonary,
    /// Heart, at most 6.
    Cardiovascular,
    /// Limb vessels, at most 5.
    PeripheralVascular,
    /// Gut, at most 6.
    Gastrointestinal,
    /// Bones, joints, muscles, at most 7.
    Musculoskeletal,
    /// Skin, at most 3.
    Skin,
    /// Premature gonadal failure, at most 1.
    Gonadal,
    /// Diabetes, at most 1.
    Diabetes,
    /// Malignancy, at most 2.
    Malignancy,
}

impl SdiDomain {
    /// The twelve, in the order of the index.
    pub const ALL: [Self; 12] = [
        Self::Ocular,
        Self::Neuropsychiatric,
        Self::Renal,
        Self::Pulmonary,
        Self::Cardiovascular,
        Self::PeripheralVascular,
        Self::Gastrointestinal,
        Self::Musculoskeletal,
        Self::Skin,
        Self::Gonadal,
        Self::Diabetes,
        Self::Malignancy,
    ];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ocular => "ocular",
            Self::Neuropsychiatric => "neuropsychiatric",
            Self::Renal => "renal",
            Self::Pulmonary => "pulmonary",
            Self::Cardiovascular => "cardiovascular",
            Self::PeripheralVascular => "peripheral_vascular",
            Self::Gastrointestinal => "gastrointestinal",
            Self::Musculoskeletal => "musculoskeletal",
            Self::Skin => "skin",
            Self::Gonadal => "gonadal",
            Self::Diabetes => "diabetes",
            Self::Malignancy => "malignancy",
        }
    }

    /// The domain of an item.
    pub const fn of(item: SdiItem) -> Self {
        use SdiItem as I;
        match item {
            I::Cataract | I::Retina => Self::Ocular,
            I::Cognitive | I::Seizures | I::Cva | I::Neuropathy | I::Myelitis => Self::Neuropsychiatric,
            I::LowGfr | I::Proteinuria | I::Esrd => Self::Renal,
            I::PulmonaryHypertension
            | I::PulmonaryFibrosis
            | I::ShrinkingLung
            | I::PleuralFibrosis
            | I::PulmonaryInfarction => Self::Pulmonary,
            I::Angina | I::Infarction | I::Cardiomyopathy | I::Valve | I::Pericarditis => Self::Cardiovascular,
            I::Claudication | I::MinorTissueLoss | I::MajorTissueLoss | I::VenousThrombosis => Self::PeripheralVascular,
            I::BowelInfarction
            | I::MesentericInsufficiency
            | I::Peritonitis
            | I::Stricture
            | I::PancreaticInsufficiency => Self::Gastrointestinal,
            I::MuscleAtrophy
            | I::DeformingArthritis
            | I::Osteoporosis
            | I::AvascularNecrosis
            | I::Osteomyelitis
            | I::TendonRupture => Self::Musculoskeletal,
            I::ScarringAlopecia | I::ExtensiveScarring | I::SkinUlceration => Self::Skin,
            I::GonadalFailure => Self::Gonadal,
            I::Diabetes => Self::Diabetes,
            I::Malignancy => Self::Malignancy,
        }
    }

    /// The most the domain can score.
    pub fn most(self) -> u32 {
        let items = SdiItem::ALL.iter().copied().filter(|item| Self::of(*item) == self);
        if self == Self::Renal { sdi_most(SdiItem::Esrd) } else { items.map(sdi_most).sum() }
    }
}

/// The most an item can score: end-stage renal disease 3, six items 2, the others 1.
pub const fn sdi_most(item: SdiItem) -> u32 {
    match (item, second(item)) {
        (SdiItem::Esrd, _) => 3,
        (_, Some(_)) => 2,
        (_, None) => 1,
    }
}

/// What makes an item score 2. That a second event at the same site counts where the list says "more than one site" is an
/// interpretation (rule 4: events six months apart; the same lesion is never scored twice).
#[derive(Clone, Copy, PartialEq, Eq)]
enum Second {
    /// A second event at least six months after the first.
    Event,
    /// A second site, or a second event at least six months after the first.
    Site,
}

const fn second(item: SdiItem) -> Option<Second> {
    use SdiItem as I;
    match item {
        I::Cva | I::Infarction => Some(Second::Event),
        I::MajorTissueLoss | I::BowelInfarction | I::AvascularNecrosis | I::Malignancy => Some(Second::Site),
        _ => None,
    }
}

/// Items that do not wait for six months of presence (rule 1 has everything wait "unless the item says otherwise"): those
/// worded "ever" (damage.md A1, rule 3, from memory but for cataract and stroke), and end-stage renal disease, which
/// scores all along from dialysis (vector K4-6).
///
/// Interpretation, for a clinician to confirm: avascular necrosis, malignancy, pulmonary infarction, osteoporotic
/// fracture, ruptured tendon, diabetes and gonadal failure are not worded "ever" in the list we read, so by rule 1 they
/// wait, although nobody expects them to go away.
const fn scores_at_once(item: SdiItem) -> bool {
    use SdiItem as I;
    matches!(
        item,
        I::Cataract | I::Cva | I::Infarction | I::MajorTissueLoss | I::BowelInfarction | I::Stricture | I::Esrd
    )
}

/// Why a recorded entry does not score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NotScored {
    /// After the day of the score.
    Later,
    /// Before the diagnosis of lupus.
    BeforeLupus,
    /// Not, or not yet, present for six months.
    UnderSixMonths,
    /// Gonadal failure from 40 years on is not premature.
    FromFortyYears,
    /// Contained in the three points of end-stage renal disease.
    ReplacedByEsrd,
}

impl NotScored {
    /// Every entry, in its order.
    pub const ALL: [Self; 5] =
        [Self::Later, Self::BeforeLupus, Self::UnderSixMonths, Self::FromFortyYears, Self::ReplacedByEsrd];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Later => "later",
            Self::BeforeLupus => "before_lupus",
            Self::UnderSixMonths => "under_six_months",
            Self::FromFortyYears => "from_forty_years",
            Self::ReplacedByEsrd => "replaced_by_esrd",
        }
    }
}

/// An item that is in the score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScoredDamage {
    /// The item.
    pub item: SdiItem,
    /// Its points.
    pub points: u32,
    /// First event, or month from which it is present.
    pub since: Month,
}

/// The damage index as of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sdi {
    /// Items that score, in the order of the index.
    pub scored: Vec<ScoredDamage>,
    /// Entries that do not, and why.
    pub not_scored: Vec<(SdiItem, Month, NotScored)>,
    /// [`Need::LupusDiagnosis`] when it is not known which damage came before lupus: the score is then an upper bound.
    pub lacks: Vec<Need>,
}

impl Sdi {
    /// The index of a case as of this day.
    ///
    /// # Errors
    /// [`Need::Sdi`] where damage was not reviewed; an empty list is zero.
    pub fn on(case: &Case, day: Day) -> Answer<Self> {
        let recorded = case.damage.sdi.known().ok_or(vec![Need::Sdi])?;
        let diagnosed = case.lupus.diagnosed.known().copied();
        let mut scored = Vec::new();
        let mut not_scored = Vec::new();
        for item in SdiItem::ALL.iter().copied() {
            let mut entries = Vec::new();
            for entry in recorded.iter().filter(|entry| entry.item == item) {
                match why_not(entry, case, diagnosed, day) {
                    Some(reason) => not_scored.push((item, entry.since, reason)),
                    None => entries.push(entry),
                }
            }
            if let Some(since) = entries.iter().map(|entry| entry.since).min_by_key(|since| since.day()) {
                scored.push(ScoredDamage { item, points: points(item, &entries, day), since });
            }
        }
        if scored.iter().any(|damage| damage.item == SdiItem::Esrd) {
            let replaced = |damage: &ScoredDamage| matches!(damage.item, SdiItem::LowGfr | SdiItem::Proteinuria);
            let gone = scored.iter().filter(|damage| replaced(damage));
            not_scored.extend(gone.map(|damage| (damage.item, damage.since, NotScored::ReplacedByEsrd)));
            scored.retain(|damage| !replaced(damage));
        }
        let open = diagnosed.is_none() && !scored.is_empty();
        Ok(Self { scored, not_scored, lacks: if open { vec![Need::LupusDiagnosis] } else { Vec::new() } })
    }

    /// The total, 0 to 47.
    pub fn total(&self) -> u32 {
        self.scored.iter().map(|damage| damage.points).sum()
    }

    /// The score of a domain.
    pub fn of_domain(&self, domain: SdiDomain) -> u32 {
        self.in_domain(domain).map(|damage| damage.points).sum()
    }

    /// The items of a domain that score, with their dates.
    pub fn in_domain(&self, domain: SdiDomain) -> impl Iterator<Item = &ScoredDamage> {
        self.scored.iter().filter(move |damage| SdiDomain::of(damage.item) == domain)
    }

    /// The domains that score, with their points, in the order of the index.
    pub fn domains(&self) -> Vec<(SdiDomain, u32)> {
        let scores = SdiDomain::ALL.into_iter().map(|domain| (domain, self.of_domain(domain)));
        scores.filter(|(_, points)| *points > 0).collect()
    }
}

/// Damage has to last this long, and a second event to come this much later, in whole months.
const SIX_MONTHS: i64 = 6;
/// Gonadal failure is premature before this age (RBODI and memory, damage.md A1).
const PREMATURE_BEFORE: i64 = 40;

fn why_not(entry: &SdiEntry, case: &Case, diagnosed: Option<Month>, day: Day) -> Option<NotScored> {
    let end = entry.until.map_or(day, |until| until.day().min(day));
    let age = case.patient.born.map(|born| born.years_until(entry.since.day()));
    if entry.since.day() > day {
        Some(NotScored::Later)
    } else if diagnosed.is_some_and(|diagnosed| entry.since.is_before(diagnosed)) {
        Some(NotScored::BeforeLupus)
    } else if entry.item == SdiItem::GonadalFailure && age.is_some_and(|age| age >= PREMATURE_BEFORE) {
        Some(NotScored::FromFortyYears)
    } else if !scores_at_once(entry.item) && !lasted(entry, end) {
        Some(NotScored::UnderSixMonths)
    } else {
        None
    }
}

/// Whether it lasted six months; an ulcer of the skin must last longer than that (damage.md A1, item 9.3).
fn lasted(entry: &SdiEntry, end: Day) -> bool {
    let since = entry.since.day();
    let months = end.months_since(since);
    let longer = || end.0.pred_opt().is_some_and(|before| Day(before).months_since(since) >= SIX_MONTHS);
    if entry.item == SdiItem::SkinUlceration { longer() } else { months >= SIX_MONTHS }
}

/// Points of an item from its entries that count.
fn points(item: SdiItem, entries: &[&SdiEntry], day: Day) -> u32 {
    let events = entries.iter().flat_map(|entry| [Some(entry.since), entry.again]).flatten();
    let days: Vec<Day> = events.map(Month::day).filter(|event| *event <= day).collect();
    let apart =
        days.iter().min().zip(days.iter().max()).is_some_and(|(first, last)| last.months_since(*first) >= SIX_MONTHS);
    let sites = entries.iter().any(|entry| entry.sites.is_some_and(|sites| sites > 1));
    match second(item) {
        None if item == SdiItem::Esrd => sdi_most(item),
        Some(Second::Event) if apart => 2,
        Some(Second::Site) if apart || sites => 2,
        _ => 1,
    }
}
