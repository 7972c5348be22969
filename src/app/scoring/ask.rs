use rust_decimal::Decimal;

use crate::clinic::{Sledai, Tick};
use crate::domain::{ActivityVisit, Case, Day, Field, Month, Rash, SdiItem, SledaiItem, Window, YesNo};

/// One thing that a visit is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is the field of the visit that bears its name")]
pub enum Ask {
    Window,
    Item(SledaiItem),
    /// Length of the line that the two assessments are drawn on, in mm; not in the file.
    Length,
    Pga,
    Ptga,
    NewActivity,
    StandardTreatment,
    Haemolysis,
    Gut,
    Cardiopulmonary,
    SwollenJoints,
    Rash,
    MucocutaneousVasculitis,
    SystemicVasculitis,
    Neuropsychiatric,
    Serositis,
    Fatigue,
    Pain,
    Sleep,
    Mood,
    Cognition,
    /// A question of EPICES, by its place, from 0.
    Epices(usize),
    /// Day of the last review of damage.
    Reviewed,
    /// An item of the damage index, with the month from which it is present.
    Damage(SdiItem),
}

/// How something is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// An item of SLEDAI-2K.
    Tick,
    /// One of these codes.
    Codes(&'static [&'static str]),
    /// A number from 0 to this.
    Count(u32),
    /// A mark on a line whose right end is this.
    Line(u32),
    /// The length of the line.
    Length,
    /// A month, typed.
    Month,
    /// Today, or the day in the file.
    Review,
}

/// What is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// Nothing: the key is not in the file.
    NotStated,
    /// `unknown` is in the file.
    Unknown,
    /// What a visit says of an item.
    Tick(Tick),
    /// A code of a closed list.
    Code(&'static str),
    /// A number.
    Number(Decimal),
    /// Present from this month on.
    Since(Month),
    /// A day.
    On(Day),
}

/// A page of the entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Page {
    /// SLEDAI-2K with its window.
    #[default]
    Sledai,
    /// The two assessments, the answers of the visit and of SLE-DAS.
    Assessments,
    /// Type 2 symptoms.
    Symptoms,
    /// EPICES, which is of the person and not of the visit.
    Epices,
    /// The damage index, which is of the case and not of the visit.
    Damage,
}

const YES_NO: &[&str] = &[YesNo::Yes.code(), YesNo::No.code()];
const WINDOWS: &[&str] = &[Window::Days10.code(), Window::Days28.code(), Window::Days30.code()];
const RASHES: &[&str] = &[Rash::None.code(), Rash::Localised.code(), Rash::Generalised.code()];

impl Page {
    /// Every page, in the order of Tab.
    pub const ALL: [Self; 5] = [Self::Sledai, Self::Assessments, Self::Symptoms, Self::Damage, Self::Epices];

    /// What it asks, in order.
    pub fn asks(self) -> Vec<Ask> {
        use Ask as A;
        match self {
            Self::Sledai => {
                std::iter::once(A::Window).chain(SledaiItem::ALL.iter().map(|item| A::Item(*item))).collect()
            }
            Self::Assessments => [A::Length, A::Pga, A::Ptga].into_iter().chain(A::VISIT).chain(A::SLE_DAS).collect(),
            Self::Symptoms => A::TYPE2.to_vec(),
            Self::Damage => {
                std::iter::once(A::Reviewed).chain(SdiItem::ALL.iter().map(|item| A::Damage(*item))).collect()
            }
            Self::Epices => A::EPICES.to_vec(),
        }
    }
}

impl Ask {
    /// The answers of the visit itself.
    pub const VISIT: [Self; 5] =
        [Self::NewActivity, Self::StandardTreatment, Self::Haemolysis, Self::Gut, Self::Cardiopulmonary];
    /// What SLE-DAS asks beyond.
    pub const SLE_DAS: [Self; 6] = [
        Self::SwollenJoints,
        Self::Rash,
        Self::MucocutaneousVasculitis,
        Self::SystemicVasculitis,
        Self::Neuropsychiatric,
        Self::Serositis,
    ];
    /// Type 2 symptoms.
    pub const TYPE2: [Self; 5] = [Self::Fatigue, Self::Pain, Self::Sleep, Self::Mood, Self::Cognition];

    /// The questions of EPICES.
    pub const EPICES: [Self; 11] = [
        Self::Epices(0),
        Self::Epices(1),
        Self::Epices(2),
        Self::Epices(3),
        Self::Epices(4),
        Self::Epices(5),
        Self::Epices(6),
        Self::Epices(7),
        Self::Epices(8),
        Self::Epices(9),
        Self::Epices(10),
    ];

    /// Everything that is written to the file.
    pub(super) fn written() -> impl Iterator<Item = Self> {
        Page::ALL.into_iter().flat_map(Page::asks).filter(|ask| *ask != Self::Length)
    }

    /// How it is answered.
    pub const fn manner(self) -> Manner {
        match self {
            Self::Item(_) => Manner::Tick,
            Self::Window => Manner::Codes(WINDOWS),
            Self::Length => Manner::Length,
            Self::Damage(_) => Manner::Month,
            Self::Reviewed => Manner::Review,
            Self::Pga => Manner::Line(3),
            Self::Ptga => Manner::Line(100),
            Self::SwollenJoints => Manner::Count(28),
            Self::Rash => Manner::Codes(RASHES),
            Self::Fatigue | Self::Pain | Self::Sleep | Self::Mood | Self::Cognition => Manner::Count(10),
            _ => Manner::Codes(YES_NO),
        }
    }

    /// Its key in the file; an item has none of its own.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Item(_) | Self::Length | Self::Epices(_) | Self::Damage(_) => "",
            Self::Reviewed => "reviewed",
            Self::Window => "window",
            Self::Pga => "pga",
            Self::Ptga => "ptga",
            Self::NewActivity => "new_activity",
            Self::StandardTreatment => "standard_treatment",
            Self::Haemolysis => "haemolysis",
            Self::Gut => "gut",
            Self::Cardiopulmonary => "cardiopulmonary",
            Self::SwollenJoints => "swollen_joints",
            Self::Rash => "rash",
            Self::MucocutaneousVasculitis => "mucocutaneous_vasculitis",
            Self::SystemicVasculitis => "systemic_vasculitis",
            Self::Neuropsychiatric => "neuropsychiatric",
            Self::Serositis => "serositis",
            Self::Fatigue => "fatigue",
            Self::Pain => "pain",
            Self::Sleep => "sleep",
            Self::Mood => "mood",
            Self::Cognition => "cognition",
        }
    }

    /// What the file says of it, of a visit where it is of one.
    pub(super) fn said_in(self, case: &Case, visit: Option<&ActivityVisit>) -> Said {
        match self {
            Self::Epices(place) => said(&case.person.epices, |epices| {
                epices.0.get(place).map_or(Said::NotStated, |answer| Said::Code(answer.code()))
            }),
            Self::Reviewed => said(&case.damage.reviewed, |day| Said::On(*day)),
            Self::Damage(item) => {
                let entries = case.damage.sdi.known().into_iter().flatten();
                let entry = entries.into_iter().find(|entry| entry.item == item);
                entry.map_or(Said::NotStated, |entry| Said::Since(entry.since))
            }
            _ => self.said_by(visit),
        }
    }

    /// What a visit says of it; without a visit nothing is stated and no item assessed.
    fn said_by(self, visit: Option<&ActivityVisit>) -> Said {
        if let Self::Item(item) = self {
            let sledai = visit.and_then(|visit| Sledai::of(visit).ok());
            return Said::Tick(sledai.map_or(Tick::NotAssessed, |sledai| sledai.tick(item)));
        }
        let Some(visit) = visit else { return Said::NotStated };
        match self {
            Self::Window => said(&visit.window, |window| Said::Code(window.code())),
            Self::Pga => said(&visit.pga, |pga| Said::Number(pga.value())),
            Self::Ptga => said(&visit.ptga, |ptga| Said::Number(ptga.value())),
            Self::NewActivity => yes_no(visit.new_activity),
            Self::StandardTreatment => yes_no(visit.standard_treatment),
            Self::Haemolysis => yes_no(visit.haemolysis),
            Self::Gut => yes_no(visit.gut),
            Self::Cardiopulmonary => yes_no(visit.cardiopulmonary),
            Self::Fatigue | Self::Pain | Self::Sleep | Self::Mood | Self::Cognition => self.symptom(visit),
            _ => self.of_sle_das(visit),
        }
    }

    fn symptom(self, visit: &ActivityVisit) -> Said {
        let Some(type2) = &visit.type2 else { return Said::NotStated };
        let field = match self {
            Self::Fatigue => &type2.fatigue,
            Self::Pain => &type2.pain,
            Self::Sleep => &type2.sleep,
            Self::Mood => &type2.mood,
            _ => &type2.cognition,
        };
        said(field, |scale| Said::Number(scale.value()))
    }

    fn of_sle_das(self, visit: &ActivityVisit) -> Said {
        let Some(asked) = &visit.sle_das else { return Said::NotStated };
        match self {
            Self::SwollenJoints => said(&asked.swollen_joints, |joints| Said::Number(joints.count().into())),
            Self::Rash => said(&asked.rash, |rash| Said::Code(rash.code())),
            Self::MucocutaneousVasculitis => yes_no(asked.mucocutaneous_vasculitis),
            Self::SystemicVasculitis => yes_no(asked.systemic_vasculitis),
            Self::Neuropsychiatric => yes_no(asked.neuropsychiatric),
            Self::Serositis => yes_no(asked.serositis),
            _ => Said::NotStated,
        }
    }
}

fn said<T>(field: &Field<T>, known: impl FnOnce(&T) -> Said) -> Said {
    match field {
        Field::Absent => Said::NotStated,
        Field::Unknown => Said::Unknown,
        Field::Known(value) => known(value),
    }
}

fn yes_no(field: Field<YesNo>) -> Said {
    said(&field, |answer| Said::Code(answer.code()))
}
