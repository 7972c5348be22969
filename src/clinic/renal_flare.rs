mod sets;

use super::series::{Series, of_labs, upcr_series};
use super::{Checked, Egfr, Source, Verdict, egfr_series};
use crate::domain::{Case, Creatinine, DailyProtein, Day, Upcr, UrineRedCells, YesNo};

/// A set of words for "renal flare"; none is official, so each is named (activity.md 7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RenalFlareSet {
    /// The Italian school.
    Italian,
    /// The EULAR/ERA-EDTA style.
    EularEraEdta,
    /// KDIGO 2012, table 29.
    Kdigo2012,
    /// J Clin Trials 2024.
    ClinTrials2024,
    /// Hopkins 2025: proteinuria only.
    Hopkins2025,
}

impl RenalFlareSet {
    /// The five.
    pub const ALL: [Self; 5] =
        [Self::Italian, Self::EularEraEdta, Self::Kdigo2012, Self::ClinTrials2024, Self::Hopkins2025];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Italian => "italian",
            Self::EularEraEdta => "eular_era_edta",
            Self::Kdigo2012 => "kdigo_2012",
            Self::ClinTrials2024 => "clin_trials_2024",
            Self::Hopkins2025 => "hopkins_2025",
        }
    }

    /// Where its words were read; no reference where they were not.
    pub const fn source(self) -> Source {
        let (name, reference, checked) = match self {
            Self::Italian => ("Italian school", "PMC9386217", Checked::Primary),
            Self::EularEraEdta => ("EULAR/ERA-EDTA", "", Checked::Memory),
            Self::Kdigo2012 => ("KDIGO 2012", "PMC4089588", Checked::Primary),
            Self::ClinTrials2024 => ("J Clin Trials 2024", "PMC11258879", Checked::Primary),
            Self::Hopkins2025 => ("Hopkins 2025", "ACR Convergence 2025, abstract 1499", Checked::Primary),
        };
        Source { name, reference, checked }
    }

    /// Whether the last values are a flare by this set.
    pub fn judge(self, facts: &RenalFlareFacts) -> RenalFlare {
        match self {
            Self::Italian => RenalFlare::of(facts.italian_nephritic(), facts.italian_proteinuric()),
            Self::EularEraEdta => RenalFlare::of(facts.eular_nephritic(), facts.eular_proteinuric()),
            Self::Kdigo2012 => facts.kdigo(),
            Self::ClinTrials2024 => RenalFlare::of(facts.trials_nephritic(), facts.trials_proteinuric()),
            Self::Hopkins2025 => RenalFlare { nephritic: None, proteinuric: facts.hopkins(), severity: None },
        }
    }
}

/// A set's answer, nephritic and proteinuric apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenalFlare {
    /// By creatinine and sediment; none where the set has no such arm.
    pub nephritic: Option<Verdict>,
    /// By proteinuria.
    pub proteinuric: Verdict,
    /// How severe, by KDIGO 2012, where there is one.
    pub severity: Option<RenalFlareSeverity>,
}

impl RenalFlare {
    fn of(nephritic: Verdict, proteinuric: Verdict) -> Self {
        Self { nephritic: Some(nephritic), proteinuric, severity: None }
    }

    /// Either.
    pub fn any(&self) -> Verdict {
        self.nephritic.clone().unwrap_or(Verdict::No).or(self.proteinuric.clone())
    }
}

/// How severe a flare is by KDIGO 2012.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RenalFlareSeverity {
    /// By the sediment alone.
    Mild,
    /// Moderate.
    Moderate,
    /// Severe.
    Severe,
}

impl RenalFlareSeverity {
    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Mild => "mild",
            Self::Moderate => "moderate",
            Self::Severe => "severe",
        }
    }
}

/// The response that a flare comes after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResponseBefore {
    /// Complete, since this day.
    Complete(Day),
    /// Partial, since this day.
    Partial(Day),
}

/// The values of a case up to a day, which a flare is told from.
#[derive(Debug, Clone)]
pub struct RenalFlareFacts {
    /// Serum creatinine.
    pub creatinine: Series<Creatinine>,
    /// eGFR.
    pub egfr: Series<Egfr>,
    /// Ratios.
    pub upcr: Series<Upcr>,
    /// Collections of 24 h.
    pub daily: Series<DailyProtein>,
    /// Red cells of the sediment, per high-power field.
    pub red_cells: Series<UrineRedCells>,
    /// Casts of the sediment.
    pub casts: Series<YesNo>,
    /// The response recorded before.
    pub response: Option<ResponseBefore>,
}

impl RenalFlareFacts {
    /// The facts of a case up to a day.
    pub fn of(case: &Case, day: Day) -> Self {
        let complete = case.course.complete_response.known().copied().map(ResponseBefore::Complete);
        let partial = case.course.response.known().copied().map(ResponseBefore::Partial);
        Self {
            creatinine: of_labs(case, |lab| lab.creatinine).until(day),
            egfr: egfr_series(case).map_or_else(|_| Series::of([]), |series| series.until(day)),
            upcr: upcr_series(case).until(day),
            daily: of_labs(case, |lab| lab.protein_24h).until(day),
            red_cells: of_labs(case, |lab| lab.urine_red_cells).until(day),
            casts: of_labs(case, |lab| lab.urine_casts).until(day),
            response: complete.or(partial),
        }
    }
}
