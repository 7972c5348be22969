use super::{Answer, Checked, Need, Source};
use crate::domain::{Biopsy, Field, LesionGrade, NihGrades};

/// The modified NIH indices: six lesions of activity to 24, four of chronicity to 12, are read in the source; which two
/// lesions count double is from memory (activity.md 15 and 19).
pub const NIH_2018: Source =
    Source { name: "NIH 2018", reference: "Kidney Int 2018;93:789-96", checked: Checked::Memory };
/// The classification of 2003.
pub const ISN_RPS_2003: Source =
    Source { name: "ISN/RPS 2003 (Weening)", reference: "J Am Soc Nephrol 2004;15:241", checked: Checked::Primary };
/// Its revision of 2018.
pub const ISN_RPS_2018: Source =
    Source { name: "ISN/RPS 2018 (Bajema)", reference: "Kidney Int 2018;93:789-96", checked: Checked::Primary };
/// The two limits once used for risk: shown, with no rule hanging on them (activity.md 15).
pub const HISTORIC_LIMITS: Source =
    Source { name: "AI ≥ 12, CI ≥ 3", reference: "NIH, historic", checked: Checked::Secondary };
/// Activity index from which risk was once called high.
pub const HISTORIC_ACTIVITY: u32 = 12;
/// Chronicity index from which risk was once called high.
pub const HISTORIC_CHRONICITY: u32 = 3;

/// A lesion of the modified NIH indices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NihLesion {
    /// Endocapillary hypercellularity.
    Endocapillary,
    /// Neutrophils or karyorrhexis.
    Neutrophils,
    /// Fibrinoid necrosis.
    FibrinoidNecrosis,
    /// Wire loops or hyaline thrombi.
    HyalineDeposits,
    /// Cellular or fibrocellular crescents.
    Crescents,
    /// Interstitial inflammation.
    InterstitialInflammation,
    /// Glomerulosclerosis, global and segmental.
    Glomerulosclerosis,
    /// Fibrous crescents.
    FibrousCrescents,
    /// Tubular atrophy.
    TubularAtrophy,
    /// Interstitial fibrosis.
    InterstitialFibrosis,
}

impl NihLesion {
    /// The six of activity.
    pub const ACTIVITY: [Self; 6] = [
        Self::Endocapillary,
        Self::Neutrophils,
        Self::FibrinoidNecrosis,
        Self::HyalineDeposits,
        Self::Crescents,
        Self::InterstitialInflammation,
    ];
    /// The four of chronicity.
    pub const CHRONICITY: [Self; 4] =
        [Self::Glomerulosclerosis, Self::FibrousCrescents, Self::TubularAtrophy, Self::InterstitialFibrosis];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Endocapillary => "endocapillary",
            Self::Neutrophils => "neutrophils",
            Self::FibrinoidNecrosis => "fibrinoid_necrosis",
            Self::HyalineDeposits => "hyaline_deposits",
            Self::Crescents => "crescents",
            Self::InterstitialInflammation => "interstitial_inflammation",
            Self::Glomerulosclerosis => "glomerulosclerosis",
            Self::FibrousCrescents => "fibrous_crescents",
            Self::TubularAtrophy => "tubular_atrophy",
            Self::InterstitialFibrosis => "interstitial_fibrosis",
        }
    }

    /// How many times its grade counts: fibrinoid necrosis and cellular crescents double (from memory).
    pub const fn weight(self) -> u32 {
        if matches!(self, Self::FibrinoidNecrosis | Self::Crescents) { 2 } else { 1 }
    }

    /// Its grade in a report.
    pub const fn grade(self, grades: &NihGrades) -> Field<LesionGrade> {
        match self {
            Self::Endocapillary => grades.endocapillary,
            Self::Neutrophils => grades.neutrophils,
            Self::FibrinoidNecrosis => grades.fibrinoid_necrosis,
            Self::HyalineDeposits => grades.hyaline_deposits,
            Self::Crescents => grades.crescents,
            Self::InterstitialInflammation => grades.interstitial_inflammation,
            Self::Glomerulosclerosis => grades.glomerulosclerosis,
            Self::FibrousCrescents => grades.fibrous_crescents,
            Self::TubularAtrophy => grades.tubular_atrophy,
            Self::InterstitialFibrosis => grades.interstitial_fibrosis,
        }
    }
}

/// Activity index of the graded lesions, 0 to 24.
///
/// # Errors
/// A grade that is not given.
pub fn activity_index(grades: &NihGrades) -> Answer<u32> {
    index(&NihLesion::ACTIVITY, grades)
}

/// Chronicity index of the graded lesions, 0 to 12.
///
/// # Errors
/// A grade that is not given.
pub fn chronicity_index(grades: &NihGrades) -> Answer<u32> {
    index(&NihLesion::CHRONICITY, grades)
}

fn index(lesions: &[NihLesion], grades: &NihGrades) -> Answer<u32> {
    lesions.iter().try_fold(0, |sum, lesion| {
        let grade = *lesion.grade(grades).known().ok_or(vec![Need::LesionGrades])?;
        Ok(sum + u32::from(grade.0) * lesion.weight())
    })
}

/// An index as the report states it and as its lesions make it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NihIndex {
    /// As stated.
    pub stated: Field<u32>,
    /// From the grades, where lesions are graded.
    pub computed: Answer<u32>,
}

impl NihIndex {
    /// The activity index of a biopsy.
    pub fn activity(biopsy: &Biopsy) -> Self {
        let stated = map(&biopsy.activity, |index| u32::from(index.0));
        Self { stated, computed: graded(biopsy).and_then(activity_index) }
    }

    /// The chronicity index of a biopsy.
    pub fn chronicity(biopsy: &Biopsy) -> Self {
        let stated = map(&biopsy.chronicity, |index| u32::from(index.0));
        Self { stated, computed: graded(biopsy).and_then(chronicity_index) }
    }

    /// Whether the report's index and its own grades disagree.
    pub fn contradicts(&self) -> bool {
        matches!((&self.stated, &self.computed), (Field::Known(stated), Ok(computed)) if stated != computed)
    }

    /// The index to show: as stated, else from the grades.
    pub fn value(&self) -> Option<u32> {
        self.stated.known().copied().or_else(|| self.computed.as_ref().ok().copied())
    }
}

fn graded(biopsy: &Biopsy) -> Answer<&NihGrades> {
    biopsy.nih.as_ref().ok_or(vec![Need::LesionGrades])
}

fn map<T, U>(field: &Field<T>, to: impl Fn(&T) -> U) -> Field<U> {
    match field {
        Field::Known(value) => Field::Known(to(value)),
        Field::Unknown => Field::Unknown,
        Field::Absent => Field::Absent,
    }
}
