use super::{Answer, Checked, Need, Source};
use crate::domain::{ActivityVisit, Field, SledaiItem, Window};

/// SLEDAI-2K: 24 descriptors, fixed weights, plain sum, 0 to 105.
pub const SLEDAI_2K: Source =
    Source { name: "SLEDAI-2K (Gladman 2002)", reference: "J Rheumatol 2002;29:288-91", checked: Checked::Primary };

/// The nine organ systems of SLEDAI-2K (activity.md 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SledaiSystem {
    /// Central nervous system.
    Nervous,
    /// Vessels.
    Vascular,
    /// Joints and muscles.
    Musculoskeletal,
    /// Kidney.
    Renal,
    /// Skin and mucosa.
    Skin,
    /// Serosa.
    Serosal,
    /// Complement and antibodies.
    Immunological,
    /// Fever.
    Constitutional,
    /// Blood counts.
    Haematological,
}

/// The fixed weight of an item: 8, 4, 2 or 1 (activity.md 1).
pub const fn sledai_weight(item: SledaiItem) -> u32 {
    use SledaiSystem as S;
    match sledai_system(item) {
        S::Nervous | S::Vascular => 8,
        S::Musculoskeletal | S::Renal => 4,
        S::Skin | S::Serosal | S::Immunological => 2,
        S::Constitutional | S::Haematological => 1,
    }
}

/// The organ system of an item.
pub const fn sledai_system(item: SledaiItem) -> SledaiSystem {
    use SledaiItem as I;
    match item {
        I::Seizure | I::Psychosis | I::OrganicBrain | I::Visual | I::CranialNerve | I::LupusHeadache | I::Cva => {
            SledaiSystem::Nervous
        }
        I::Vasculitis => SledaiSystem::Vascular,
        I::Arthritis | I::Myositis => SledaiSystem::Musculoskeletal,
        I::Casts | I::Haematuria | I::Proteinuria | I::Pyuria => SledaiSystem::Renal,
        I::Rash | I::Alopecia | I::MucosalUlcers => SledaiSystem::Skin,
        I::Pleurisy | I::Pericarditis => SledaiSystem::Serosal,
        I::LowComplement | I::AntiDsdna => SledaiSystem::Immunological,
        I::Fever => SledaiSystem::Constitutional,
        I::Thrombocytopenia | I::Leukopenia => SledaiSystem::Haematological,
    }
}

/// A sum of SLEDAI-2K weights. With items not assessed it is a lower bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SledaiScore {
    /// Points of the items present.
    pub points: u32,
    /// Points that the items not assessed could add.
    pub open: u32,
    /// How many items of this score were not assessed.
    pub missing: u32,
}

impl SledaiScore {
    /// Whether the points are a lower bound: "SLEDAI ≥ n, k items missing".
    pub fn at_least(self) -> bool {
        self.missing > 0
    }

    /// The most it can be, were every item not assessed present.
    pub fn at_most(self) -> u32 {
        self.points + self.open
    }
}

/// Why an item that is present does not score: an item scores when it is attributed to lupus and can be reversed
/// (activity.md 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Attribution {
    /// Fixed: damage.
    Damage,
    /// Another cause than lupus.
    OtherCause,
}

/// What a visit says of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tick {
    /// Present and attributed to lupus: it scores.
    Present,
    /// Assessed and not present.
    Absent,
    /// Not assessed.
    NotAssessed,
    /// Present and not scored.
    Elsewhere(Attribution),
}

/// SLEDAI-2K of one visit: the items, what was not assessed, and the window it was taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sledai {
    /// Items present, each once, in the order of the index.
    pub present: Vec<SledaiItem>,
    /// Items not assessed: not the same as absent.
    pub not_assessed: Vec<SledaiItem>,
    /// Items present and judged damage: they do not score.
    pub damage: Vec<SledaiItem>,
    /// Items present from another cause: they do not score.
    pub other_cause: Vec<SledaiItem>,
    /// The window, never mixed silently.
    pub window: Field<Window>,
}

impl Sledai {
    /// SLEDAI-2K of a visit.
    ///
    /// # Errors
    /// [`Need::Sledai`] where the visit has no items recorded; an empty list is zero.
    pub fn of(visit: &ActivityVisit) -> Answer<Self> {
        let recorded = visit.sledai.known().ok_or(vec![Need::Sledai])?;
        let among = |wanted: &dyn Fn(SledaiItem) -> bool| {
            SledaiItem::ALL.iter().copied().filter(|item| wanted(*item)).collect::<Vec<_>>()
        };
        Ok(Self {
            present: among(&|item| recorded.contains(&item)),
            not_assessed: among(&|item| visit.not_assessed.contains(&item) && !recorded.contains(&item)),
            damage: among(&|item| visit.damage.contains(&item)),
            other_cause: among(&|item| visit.other_cause.contains(&item)),
            window: visit.window,
        })
    }

    /// What the visit says of an item.
    pub fn tick(&self, item: SledaiItem) -> Tick {
        let lists = [
            (&self.present, Tick::Present),
            (&self.not_assessed, Tick::NotAssessed),
            (&self.damage, Tick::Elsewhere(Attribution::Damage)),
            (&self.other_cause, Tick::Elsewhere(Attribution::OtherCause)),
        ];
        lists.into_iter().find(|(items, _)| items.contains(&item)).map_or(Tick::Absent, |(_, tick)| tick)
    }

    /// SLEDAI-2K, 0 to 105.
    pub fn total(&self) -> SledaiScore {
        self.score(|_| true)
    }

    /// Clinical SLEDAI without serology, 0 to 101: the one of DORIS; urine and blood counts still count
    /// (activity.md 1; the mapping to items is from memory).
    pub fn without_serology(&self) -> SledaiScore {
        self.score(|item| sledai_system(item) != SledaiSystem::Immunological)
    }

    /// Clinical SLEDAI without laboratory items, 0 to 83: the other thing called "clinical SLEDAI".
    pub fn without_labs(&self) -> SledaiScore {
        use SledaiSystem::{Haematological, Immunological, Renal};
        self.score(|item| !matches!(sledai_system(item), Renal | Immunological | Haematological))
    }

    /// Renal SLEDAI, 0 to 16: the four urine items (convention, from memory).
    pub fn renal(&self) -> SledaiScore {
        self.score(|item| sledai_system(item) == SledaiSystem::Renal)
    }

    fn score(&self, counts: impl Fn(SledaiItem) -> bool) -> SledaiScore {
        let sum =
            |items: &[SledaiItem]| items.iter().filter(|item| counts(**item)).map(|item| sledai_weight(*item)).sum();
        let missing = self.not_assessed.iter().filter(|item| counts(**item)).map(|_| 1).sum();
        SledaiScore { points: sum(&self.present), open: sum(&self.not_assessed), missing }
    }
}

/// A set of severity bands; no single one is official, so each carries its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BandSet {
    /// 0 none; 1-4 low; 5-10 moderate; above 10 high.
    ArdTable,
    /// 6 or less mild; 7-12 moderate; above 12 severe.
    Eular2019,
    /// Below 6 mild; 6-12 moderate; above 12 severe.
    Bsr2018,
    /// 1-5 mild; 6-10 moderate; 11-19 high; 20 or more very high: often quoted, its origin was not found.
    Quoted,
}

impl BandSet {
    /// The four sets.
    pub const ALL: [Self; 4] = [Self::ArdTable, Self::Eular2019, Self::Bsr2018, Self::Quoted];

    /// Its limits, in signs that every language reads, its words in their order.
    pub const fn limits(self) -> &'static [(&'static str, Band)] {
        match self {
            Self::ArdTable => &[("1-4", Band::Low), ("5-10", Band::Moderate), ("> 10", Band::High)],
            Self::Eular2019 => &[("≤ 6", Band::Mild), ("7-12", Band::Moderate), ("> 12", Band::Severe)],
            Self::Bsr2018 => &[("< 6", Band::Mild), ("6-12", Band::Moderate), ("> 12", Band::Severe)],
            Self::Quoted => {
                &[("1-5", Band::Mild), ("6-10", Band::Moderate), ("11-19", Band::High), ("≥ 20", Band::VeryHigh)]
            }
        }
    }

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::ArdTable => "ard_2021",
            Self::Eular2019 => "eular_2019",
            Self::Bsr2018 => "bsr_2018",
            Self::Quoted => "quoted",
        }
    }

    /// Its short name with its year.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ArdTable => "ARD 2021",
            Self::Eular2019 => "EULAR 2019",
            Self::Bsr2018 => "BSR 2018",
            Self::Quoted => "1-5/6-10/11-19/≥\u{a0}20",
        }
    }

    /// Where the bands come from.
    pub const fn source(self) -> Source {
        match self {
            Self::ArdTable => Source {
                name: "ARD 2021 indices table; Malaysian CPG 2024",
                reference: "Ann Rheum Dis 2021;80:14-25",
                checked: Checked::Primary,
            },
            Self::Eular2019 => Source {
                name: "EULAR 2019; Chinese guideline 2020",
                reference: "DynaMed; PMC9524765",
                checked: Checked::Secondary,
            },
            Self::Bsr2018 => Source { name: "BSR 2018", reference: "Malaysian CPG 2024", checked: Checked::Secondary },
            Self::Quoted => {
                Source { name: "1-5/6-10/11-19/≥\u{a0}20", reference: "R cliot", checked: Checked::Memory }
            }
        }
    }

    /// The band of a complete SLEDAI-2K total; zero is no activity in every set.
    pub const fn of_points(self, points: u32) -> Band {
        match (self, points) {
            (_, 0) => Band::None,
            (Self::ArdTable, 1..=4) => Band::Low,
            (Self::Eular2019, ..=6) | (Self::Bsr2018 | Self::Quoted, ..=5) => Band::Mild,
            (Self::ArdTable | Self::Quoted, ..=10) | (Self::Eular2019 | Self::Bsr2018, ..=12) => Band::Moderate,
            (Self::Quoted, 20..) => Band::VeryHigh,
            (Self::ArdTable | Self::Quoted, _) => Band::High,
            (Self::Eular2019 | Self::Bsr2018, _) => Band::Severe,
        }
    }

    /// The band of a score.
    ///
    /// # Errors
    /// [`Need::SledaiItems`] where items not assessed could move it to another band.
    pub fn of(self, score: SledaiScore) -> Answer<Band> {
        let band = self.of_points(score.points);
        if band == self.of_points(score.at_most()) { Ok(band) } else { Err(vec![Need::SledaiItems]) }
    }
}

/// A severity band's word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Band {
    /// No point.
    None,
    /// Low (the table that has high above it).
    Low,
    /// Mild.
    Mild,
    /// Moderate.
    Moderate,
    /// High.
    High,
    /// Very high.
    VeryHigh,
    /// Severe.
    Severe,
}

impl Band {
    /// Every word, weakest first.
    pub const ALL: [Self; 7] =
        [Self::None, Self::Low, Self::Mild, Self::Moderate, Self::High, Self::VeryHigh, Self::Severe];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Low => "low",
            Self::Mild => "mild",
            Self::Moderate => "moderate",
            Self::High => "high",
            Self::VeryHigh => "very_high",
            Self::Severe => "severe",
        }
    }
}
