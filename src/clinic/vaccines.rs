use chrono::{Datelike, Months, NaiveDate};

use super::{Checked, Need, Source, Verdict, immunosuppressed};
use crate::domain::{Case, Day, Field, LastDose, Month, PneumococcusVaccine, Screening, YesNo};

/// The French calendar of 2025, updated in December.
pub const CALENDAR_2025: Source = Source {
    name: "Calendrier vaccinal (France) 2025",
    reference: "HAS 2024-03-07, arrêté 2025-12-09, ordre des pharmaciens 2025-12-23",
    checked: Checked::Primary,
};
/// Vaccination in autoimmune rheumatic disease.
pub const VACCINES_2019: Source =
    Source { name: "EULAR 2019", reference: "doi 10.1136/annrheumdis-2019-215882", checked: Checked::Primary };

/// A vaccine that is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Vaccine {
    /// Influenza, every season.
    Influenza,
    /// Pneumococcus: one dose of PCV20 or PCV21.
    Pneumococcus,
    /// Zoster, recombinant, two doses.
    Zoster,
    /// Human papillomavirus, up to 26 years.
    Hpv,
    /// COVID-19, every autumn.
    Covid,
    /// Diphtheria, tetanus, pertussis, polio.
    Dtcap,
    /// Hepatitis B.
    HepatitisB,
}

impl Vaccine {
    /// Every vaccine, in the order it is shown.
    pub const ALL: [Self; 7] =
        [Self::Influenza, Self::Pneumococcus, Self::Zoster, Self::Hpv, Self::Covid, Self::Dtcap, Self::HepatitisB];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Influenza => "influenza",
            Self::Pneumococcus => "pneumococcus",
            Self::Zoster => "zoster",
            Self::Hpv => "hpv",
            Self::Covid => "covid",
            Self::Dtcap => "dtcap",
            Self::HepatitisB => "hepatitis_b",
        }
    }

    /// What is missing where nothing is known of it.
    const fn need(self) -> Need {
        match self {
            Self::Influenza => Need::InfluenzaVaccine,
            Self::Pneumococcus => Need::PneumococcusVaccine,
            Self::Zoster => Need::ZosterVaccine,
            Self::Hpv => Need::HpvVaccine,
            Self::Covid => Need::CovidVaccine,
            Self::Dtcap => Need::DtcapVaccine,
            Self::HepatitisB => Need::HepatitisB,
        }
    }
}

/// Where a vaccine stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VaccineStatus {
    /// Done, with the last dose where it is dated.
    Done(Option<Month>),
    /// Due now; the last dose, where there was one.
    Due(Option<Month>),
    /// Due from this day on.
    DueFrom(Day),
    /// This patient is not among those for whom it is recommended.
    NotDue,
    /// What was read gives no rule for this patient: the general calendar.
    ByCalendar(Option<LastDose>),
    /// It cannot be said.
    Unknown(Vec<Need>),
}

impl VaccineStatus {
    /// Its code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Done(_) => "done",
            Self::Due(_) => "due",
            Self::DueFrom(_) => "due_from",
            Self::NotDue => "not_due",
            Self::ByCalendar(_) => "by_calendar",
            Self::Unknown(_) => "unknown",
        }
    }
}

/// Where each vaccine stands on this day, in the order of [`Vaccine::ALL`].
pub fn vaccines(case: &Case, day: Day) -> Vec<(Vaccine, VaccineStatus)> {
    Vaccine::ALL.into_iter().map(|vaccine| (vaccine, vaccine_status(case, vaccine, day))).collect()
}

/// Whether a live vaccine is contraindicated in principle: under immunosuppression.
pub fn live_vaccines_blocked(case: &Case, day: Day) -> Verdict {
    immunosuppressed(case, day)
}

/// Whether a dose of influenza or COVID-19 vaccine belongs to an earlier season than this day. A season begins on
/// 1 September (a proposal: what was read says "yearly" and "autumn").
pub fn is_of_an_earlier_season(dose: LastDose, day: Day) -> bool {
    match dose {
        LastDose::Never => true,
        LastDose::On(month) => season(month.day()) < season(day),
    }
}

/// The year in which the season of this day began.
fn season(day: Day) -> i32 {
    if day.0.month() >= 9 { day.0.year() } else { day.0.year() - 1 }
}

/// Where one vaccine stands on this day.
pub fn vaccine_status(case: &Case, vaccine: Vaccine, day: Day) -> VaccineStatus {
    let given = &case.prevention.vaccines;
    match vaccine {
        Vaccine::Influenza => seasonal(vaccine, given.influenza, &Verdict::Yes, day),
        Vaccine::Covid => seasonal(vaccine, given.covid, &at_risk(case, day), day),
        Vaccine::Zoster => once(vaccine, given.zoster, &zoster_for(case, day)),
        Vaccine::Hpv => once(vaccine, given.hpv, &at_age(case, day, |age| age <= 26)),
        Vaccine::Pneumococcus => pneumococcus(case, day),
        Vaccine::Dtcap => match given.dtcap {
            Field::Known(dose) => VaccineStatus::ByCalendar(Some(dose)),
            Field::Absent | Field::Unknown => VaccineStatus::Unknown(vec![vaccine.need()]),
        },
        Vaccine::HepatitisB => match case.background.hbv {
            Field::Known(Screening::Vaccinated) => VaccineStatus::Done(None),
            Field::Known(Screening::Positive) => VaccineStatus::NotDue,
            // EULAR 2019: those at risk; what the risk is is not asked.
            Field::Known(Screening::Negative) => VaccineStatus::ByCalendar(None),
            Field::Absent | Field::Unknown => VaccineStatus::Unknown(vec![vaccine.need()]),
        },
    }
}

fn at_age(case: &Case, day: Day, holds: fn(u32) -> bool) -> Verdict {
    Verdict::on(case.patient.age_on(day), Need::Age, holds)
}

/// From 65 years, or under immunosuppression.
fn at_risk(case: &Case, day: Day) -> Verdict {
    at_age(case, day, |age| age >= 65).or(immunosuppressed(case, day))
}

/// From 65 years, or from 18 under immunosuppression (HAS 2024).
fn zoster_for(case: &Case, day: Day) -> Verdict {
    at_age(case, day, |age| age >= 18).and(at_risk(case, day))
}

fn undecided(recommended: &Verdict, otherwise: VaccineStatus) -> VaccineStatus {
    match recommended {
        Verdict::Yes => otherwise,
        Verdict::No => VaccineStatus::NotDue,
        Verdict::Unknown(needs) => VaccineStatus::Unknown(needs.clone()),
    }
}

fn seasonal(vaccine: Vaccine, dose: Field<LastDose>, recommended: &Verdict, day: Day) -> VaccineStatus {
    match dose {
        Field::Known(LastDose::On(last)) if !is_of_an_earlier_season(LastDose::On(last), day) => {
            VaccineStatus::Done(Some(last))
        }
        Field::Known(LastDose::On(last)) => undecided(recommended, VaccineStatus::Due(Some(last))),
        Field::Known(LastDose::Never) => undecided(recommended, VaccineStatus::Due(None)),
        Field::Absent | Field::Unknown => undecided(recommended, VaccineStatus::Unknown(vec![vaccine.need()])),
    }
}

fn once(vaccine: Vaccine, dose: Field<LastDose>, recommended: &Verdict) -> VaccineStatus {
    match dose {
        Field::Known(LastDose::On(last)) => VaccineStatus::Done(Some(last)),
        Field::Known(LastDose::Never) => undecided(recommended, VaccineStatus::Due(None)),
        Field::Absent | Field::Unknown => undecided(recommended, VaccineStatus::Unknown(vec![vaccine.need()])),
    }
}

/// Adults: one dose of PCV20 or PCV21, a year or more after an earlier PCV13 or PPSV23 (from memory). That lupus is a
/// raised risk is EULAR 2019 ("strongly considered").
fn pneumococcus(case: &Case, day: Day) -> VaccineStatus {
    let given = &case.prevention.vaccines;
    match (given.pneumococcus, given.pneumococcus_vaccine, at_age(case, day, |age| age >= 18)) {
        (Field::Known(LastDose::On(last)), Field::Known(which), _) => match which {
            PneumococcusVaccine::Pcv20 | PneumococcusVaccine::Pcv21 => VaccineStatus::Done(Some(last)),
            PneumococcusVaccine::Pcv13 | PneumococcusVaccine::Ppsv23 => a_year_after(last, day),
        },
        (Field::Known(LastDose::On(_)), _, _) => VaccineStatus::Unknown(vec![Need::WhichPneumococcusVaccine]),
        (Field::Known(LastDose::Never), _, Verdict::Yes) => VaccineStatus::Due(None),
        (dose, _, Verdict::No) => VaccineStatus::ByCalendar(dose.known().copied()),
        (_, _, Verdict::Unknown(needs)) => VaccineStatus::Unknown(needs),
        (Field::Absent | Field::Unknown, _, Verdict::Yes) => VaccineStatus::Unknown(vec![Need::PneumococcusVaccine]),
    }
}

fn a_year_after(last: Month, day: Day) -> VaccineStatus {
    let from = last.day().0.checked_add_months(Months::new(12)).unwrap_or(NaiveDate::MAX);
    if from <= day.0 { VaccineStatus::Due(Some(last)) } else { VaccineStatus::DueFrom(Day(from)) }
}

/// A live vaccine that is planned for somebody in whom it is contraindicated.
pub fn live_vaccine_clash(case: &Case, day: Day) -> Verdict {
    let planned = case.prevention.vaccines.live_planned.known();
    let planned = Verdict::on(planned, Need::LiveVaccine, |planned| *planned == YesNo::Yes);
    planned.and(live_vaccines_blocked(case, day))
}
