use std::fmt;

use crate::domain::Day;
use crate::domain::codes::codes;

codes! {
    /// A section of rcp.md 5, by its number.
    Section {
        Activity = "5.1", Validity = "5.2", Readiness = "5.3", Meeting = "5.4", Agreement = "5.5", Concordance = "5.6",
        Content = "5.7", Implementation = "5.8", Course = "5.9", CaseMix = "5.10", Base = "5.11", Delays = "5.12",
    }
    /// How a figure is counted and drawn.
    Kind {
        /// Each row has one answer: the share of each answer among the rows of its part.
        Share = "share",
        /// A case may have several answers: the share of cases that have each of them.
        Several = "several",
        /// A number: median, quartiles, ends.
        Amount = "amount",
        /// How many, by half-year.
        Count = "count",
        /// A share by half-year, with the guidelines' years of publication as marks.
        Trend = "trend",
        /// Each pair of guidelines.
        Matrix = "matrix",
        /// How far voices agree.
        Kappa = "kappa",
        /// How much decisions differ within a profile.
        Spread = "spread",
        /// Time until something is seen, with those no longer followed.
        Survival = "survival",
    }
    /// What one row of a figure is.
    Of {
        Decision = "decision", Passage = "passage", Meeting = "meeting", MeetingSpecialty = "meeting-specialty", Voice = "voice",
        Reading = "reading", Pair = "pair", Departure = "departure", Use = "use", Action = "action", Look = "look",
    }
    /// How the codes of answers and parts are said.
    Names {
        /// The figures' own words.
        Own = "own", Outcome = "outcome", Mode = "mode", Quorum = "quorum", Specialty = "specialty",
        /// Specialties joined by `+`, of which one is enough.
        Specialties = "specialties", Datum = "datum", Agreement = "agreement", Position = "position", Reading = "reading",
        /// A guideline's id.
        Guideline = "guideline", Pair = "pair", Departure = "departure", Use = "use", Course = "course",
        /// Drugs joined by `+`.
        Drugs = "drugs", Fulfilment = "fulfilment", NotDone = "not-done", Action = "action", Month = "month",
        /// Group of class, proteinuria, eGFR.
        Profile = "profile", Sex = "sex",
        /// As it was written.
        Written = "written",
    }
    /// What an amount is in.
    Unit {
        Decisions = "decisions", Items = "items", Seconds = "s", Voices = "voices", Breaks = "breaks", Specialties = "specialties",
        MgPerKg = "mg/kg/d", MgPerDay = "mg/d", GramPerGram = "g/g", Filtration = "mL/min/1.73 m²", Years = "years", Points = "points",
        Days = "d",
    }
}

/// A figure of the catalogue: the screens, `regards stats`, its JSON and its documentation are made from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    /// Its code; its view is `stat_` and this, `-` written `_`.
    pub code: &'static str,
    /// Where it stands.
    pub section: Section,
    /// How it is counted.
    pub kind: Kind,
    /// What one row is.
    pub of: Of,
    /// What it is broken down by, where it is.
    pub parts: Option<Names>,
    /// How its answers are said.
    pub answers: Names,
    /// What its number is in, where it has one.
    pub unit: Option<Unit>,
}

impl Figure {
    /// The SQL view that it is counted from, row by row.
    pub fn view(&self) -> String {
        format!("stat_{}", self.code.replace('-', "_"))
    }

    /// Whether several of its rows may be about one case.
    pub const fn is_several(&self) -> bool {
        matches!(self.kind, Kind::Several)
    }

    /// The figure of this code.
    pub fn of_code(code: &str) -> Option<&'static Self> {
        super::CATALOGUE.iter().find(|figure| figure.code == code)
    }

    /// The figures of a section, in order.
    pub fn of_section(section: Section) -> impl Iterator<Item = &'static Self> {
        super::CATALOGUE.iter().filter(move |figure| figure.section == section)
    }
}

/// The days that are counted, both included; without end where there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Period {
    /// The first.
    pub since: Option<Day>,
    /// The last.
    pub until: Option<Day>,
}

/// Which cases of a part are meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen {
    /// All of them.
    All,
    /// Those with this answer; with none, those of which nothing was recorded.
    Answer(Option<String>),
    /// Those whose number is known.
    Known,
    /// Those whose number is not.
    Unknown,
}

/// The cases behind one number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Behind {
    /// The figure.
    pub figure: &'static Figure,
    /// What it is broken down by; none where it is not, or where that was not recorded.
    pub part: Option<String>,
    /// Which of the part.
    pub chosen: Chosen,
}

/// As `--cases` takes it: `quorum=ORG-133`, `concordance:acr-2024=deviates`, `duration:discuss=known`; `?` for what was not
/// recorded.
impl fmt::Display for Behind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.figure.code)?;
        if self.figure.parts.is_some() {
            write!(f, ":{}", self.part.as_deref().unwrap_or("?"))?;
        }
        match &self.chosen {
            Chosen::All => Ok(()),
            Chosen::Answer(answer) => write!(f, "={}", answer.as_deref().unwrap_or("?")),
            Chosen::Known => f.write_str("=known"),
            Chosen::Unknown => f.write_str("=?"),
        }
    }
}
