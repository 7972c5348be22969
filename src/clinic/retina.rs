use chrono::Months;

use super::hcq::{hcq_on, periods_under};
use super::{Answer, Checked, HcqStatus, Need, Source, egfr_series};
use crate::domain::{Case, Comorbidity, Day, Drug};

/// Who says when the retina is to be examined under an antimalarial (damage.md C).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EyeBody {
    /// J Fr Ophtalmol 2017.
    France2017,
    /// American Academy of Ophthalmology, 2016.
    Aao2016,
    /// Its revision of 2025.
    Aao2025,
    /// Royal College of Ophthalmologists, December 2020.
    Rcophth2020,
}

impl EyeBody {
    /// Every body, the one that is shown first before the others.
    pub const ALL: [Self; 4] = [Self::France2017, Self::Aao2016, Self::Aao2025, Self::Rcophth2020];

    /// Where its schedule was published.
    pub const fn source(self) -> Source {
        let (name, reference) = match self {
            Self::France2017 => ("J Fr Ophtalmol 2017", "PMID 29054477"),
            Self::Aao2016 => ("AAO 2016", "doi 10.1016/j.ophtha.2016.01.058"),
            Self::Aao2025 => ("AAO 2025", "Ophthalmology, 11 Nov 2025"),
            Self::Rcophth2020 => ("RCOphth 2020", "doi 10.1038/s41433-020-01380-2"),
        };
        Source { name, reference, checked: Checked::Primary }
    }

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::France2017 => "france_2017",
            Self::Aao2016 => "aao_2016",
            Self::Aao2025 => "aao_2025",
            Self::Rcophth2020 => "rcophth_2020",
        }
    }

    /// Months from the start within which the first examination is due; none where it is not recommended.
    const fn baseline(self) -> Option<u32> {
        match self {
            Self::Aao2016 => Some(12),
            Self::France2017 | Self::Aao2025 => Some(0),
            Self::Rcophth2020 => None,
        }
    }

    /// The risk factors that bring its yearly examinations forward.
    const fn heeds(self, risk: EyeRisk) -> bool {
        match (self, risk) {
            (Self::Rcophth2020, EyeRisk::Chloroquine)
            | (_, EyeRisk::Dose | EyeRisk::Filtration | EyeRisk::Tamoxifen)
            | (Self::Aao2016 | Self::Aao2025, EyeRisk::MacularDisease) => true,
            (_, EyeRisk::MacularDisease | EyeRisk::Chloroquine) => false,
        }
    }

    /// Whether it says from when examinations are yearly in somebody at risk; the French text names risk factors, and what
    /// was read of it no date.
    pub const fn dates_risk(self) -> bool {
        !matches!(self, Self::France2017)
    }
}

/// A risk factor of retinopathy. Duration is in every schedule; age at the start (AAO 2025) has no limit in what was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EyeRisk {
    /// More than 5 mg/kg of real weight a day, or 400 mg.
    Dose,
    /// eGFR below 60: RCOphth; the limit of "kidney disease" of the others is ours.
    Filtration,
    /// Tamoxifen.
    Tamoxifen,
    /// Macular disease.
    MacularDisease,
    /// Chloroquine.
    Chloroquine,
}

impl EyeRisk {
    /// Every entry, in its order.
    pub const ALL: [Self; 5] = [Self::Dose, Self::Filtration, Self::Tamoxifen, Self::MacularDisease, Self::Chloroquine];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Dose => "dose",
            Self::Filtration => "filtration",
            Self::Tamoxifen => "tamoxifen",
            Self::MacularDisease => "macular_disease",
            Self::Chloroquine => "chloroquine",
        }
    }
}

/// What one body asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EyeSchedule {
    /// Who.
    pub body: EyeBody,
    /// By when the first examination is due, where one is recommended.
    pub baseline: Option<Day>,
    /// From when it is yearly, at this risk.
    pub yearly_from: Day,
    /// When the next one is due.
    pub next: Day,
}

/// The retina of somebody under an antimalarial.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retina {
    /// First day of all.
    pub start: Day,
    /// The newest examination on record; none on record is not "none done".
    pub last_exam: Option<Day>,
    /// Risk factors that are there.
    pub risks: Vec<EyeRisk>,
    /// Risk factors that nobody can exclude, and what lacks for it.
    pub open: Vec<(EyeRisk, Vec<Need>)>,
    /// What each body asks for, in the order of [`EyeBody::ALL`].
    pub schedules: Vec<EyeSchedule>,
}

const ANTIMALARIALS: [Drug; 2] = [Drug::Hydroxychloroquine, Drug::Chloroquine];

/// The newest examination of the retina that an entry of an antimalarial names, with its place in the file.
pub fn last_eye_exam(case: &Case, day: Day) -> Option<(Day, usize)> {
    let given = case.treatments.iter().enumerate().filter(|(_, entry)| ANTIMALARIALS.contains(&entry.drug));
    let exams = given.filter_map(|(place, entry)| Some((*entry.eye_exam.known()?, place)));
    exams.filter(|(exam, _)| *exam <= day).max()
}

impl Retina {
    /// As of this day; `None` without an antimalarial today.
    ///
    /// # Errors
    /// [`Need::Treatments`] where no treatment is recorded at all.
    pub fn on(case: &Case, day: Day) -> Answer<Option<Self>> {
        if case.treatments.is_empty() {
            return Err(vec![Need::Treatments]);
        }
        let periods = periods_under(case, &ANTIMALARIALS, day);
        let Some((start, _)) =
            periods.first().copied().filter(|_| ANTIMALARIALS.into_iter().any(|drug| case.takes(drug, day)))
        else {
            return Ok(None);
        };
        let (risks, open) = risks(case, day);
        let last_exam = last_eye_exam(case, day).map(|(exam, _)| exam);
        let schedule = |body| schedule(body, &periods, &risks, last_exam);
        let schedules = EyeBody::ALL.into_iter().filter_map(schedule).collect();
        Ok(Some(Self { start, last_exam, risks, open, schedules }))
    }

    /// What this body asks for.
    pub fn of(&self, body: EyeBody) -> Option<&EyeSchedule> {
        self.schedules.iter().find(|schedule| schedule.body == body)
    }

    /// Whether a risk factor that this body names is there.
    pub fn is_at_risk(&self, body: EyeBody) -> bool {
        self.risks.iter().any(|risk| body.heeds(*risk))
    }
}

fn schedule(body: EyeBody, periods: &[(Day, Day)], risks: &[EyeRisk], last_exam: Option<Day>) -> Option<EyeSchedule> {
    let at_risk = body.dates_risk() && risks.iter().any(|risk| body.heeds(*risk));
    let yearly_from = reached(periods, if at_risk { 12 } else { 60 })?;
    let baseline = body.baseline().and_then(|months| reached(periods, months));
    let next = match last_exam {
        None => baseline.map_or(yearly_from, |baseline| baseline.min(yearly_from)),
        Some(exam) => yearly_from.max(after(exam, 12)?),
    };
    Some(EyeSchedule { body, baseline, yearly_from, next })
}

fn after(day: Day, months: u32) -> Option<Day> {
    day.0.checked_add_months(Months::new(months)).map(Day)
}

/// The day on which so many months of treatment are reached: those of past periods count, a pause does not.
fn reached(periods: &[(Day, Day)], months: u32) -> Option<Day> {
    let mut before = 0;
    let mut day = None;
    for (from, to) in periods {
        let left = u32::try_from(i64::from(months) - before).unwrap_or(0);
        day = after(*from, left);
        before += to.months_since(*from).max(0);
        if day.is_some_and(|day| day <= *to) {
            break;
        }
    }
    day
}

fn risks(case: &Case, day: Day) -> (Vec<EyeRisk>, Vec<(EyeRisk, Vec<Need>)>) {
    let comorbidities = case.background.comorbidities.known().ok_or(vec![Need::Comorbidities]);
    let egfr = egfr_series(case).and_then(|series| series.newest_by(day).ok_or(vec![Need::Creatinine]));
    let answers: [(EyeRisk, Answer<bool>); 5] = [
        (EyeRisk::Dose, hcq_on(case, day).map(|dose| dose.is_some_and(|dose| dose.status == HcqStatus::Above))),
        (EyeRisk::Filtration, egfr.map(|point| point.value.value < 60.0)),
        (EyeRisk::Tamoxifen, Ok(case.takes(Drug::Tamoxifen, day))),
        (EyeRisk::MacularDisease, comorbidities.map(|list| list.contains(&Comorbidity::MacularDisease))),
        (EyeRisk::Chloroquine, Ok(case.takes(Drug::Chloroquine, day))),
    ];
    let (mut there, mut open) = (Vec::new(), Vec::new());
    for (risk, answer) in answers {
        match answer {
            Ok(true) => there.push(risk),
            Ok(false) => {}
            Err(needs) => open.push((risk, needs)),
        }
    }
    (there, open)
}
