//! The figures of the dashboard, each told once: the same words on the screen, in the sheet of a case and in JSON, and
//! for each the answer to "from what?". Computes nothing of its own.

mod antiphospholipids;
mod basics;
mod blood_pressure;
mod cumulative_steroid;
mod cyclophosphamide;
mod difficult;
mod discordance;
mod egfr_slope;
mod epices;
mod filtration;
mod flare;
mod fracture_risk;
mod hcq_dose;
mod heart;
mod origin;
mod person;
mod phrase;
mod planned_taper;
mod prednisone;
mod quality;
mod renal;
mod responder;
mod retina;
mod sdi;
mod sle_das;
mod sledai;
mod target;
mod vaccines;

use crate::clinic::{self, FigureId, FivePoint};
use crate::domain::{ActivityVisit, Case, Day, Field};
use crate::knowledge::{Facts, Table};
use crate::text::{Lang, Words, words};
pub use origin::{Criterion, Grid, Input, Origin};
pub use phrase::{Part, Phrase, Row, Tone, plain};

/// What figures are told from: a case as of a day, in a language.
#[derive(Clone, Copy)]
pub struct At<'a> {
    /// The case.
    pub case: &'a Case,
    /// The day everything is computed for.
    pub today: Day,
    /// What the guidelines were judged on.
    pub facts: &'a Facts,
    /// The guidelines side by side.
    pub table: &'a Table,
    /// Whether what could point at a person is left out.
    pub masked: bool,
    /// The language of numbers and dates.
    pub lang: Lang,
    /// Its words.
    pub words: &'static Words,
}

impl<'a> At<'a> {
    /// A case as of a day, with nothing left out.
    pub fn new(case: &'a Case, today: Day, facts: &'a Facts, table: &'a Table, lang: Lang) -> Self {
        Self { case, today, facts, table, masked: false, lang, words: words(lang) }
    }

    /// The same, with or without what could point at a person.
    #[must_use]
    pub fn masked(self, masked: bool) -> Self {
        Self { masked, ..self }
    }

    /// The newest visit up to the day.
    pub fn visit(&self) -> Option<&'a ActivityVisit> {
        clinic::newest_visit(self.case, self.today)
    }

    /// A day in brackets, as figures carry it.
    pub fn on(&self, day: Day) -> String {
        format!("({})", self.lang.date(day))
    }

    /// A field in words: never asked and not known are told apart.
    pub fn field<T>(&self, field: &Field<T>, known: impl FnOnce(&T) -> String) -> Phrase {
        match field {
            Field::Known(value) => Phrase::of(&known(value)),
            Field::Unknown => Phrase::default().lacks(self.words.app.unknown),
            Field::Absent => Phrase::default().lacks(self.words.app.not_stated),
        }
    }

    /// What is missing, in words.
    pub fn needs(&self, needs: &[crate::clinic::Need]) -> String {
        super::needs(self.words, needs)
    }

    /// `cannot say without: …`.
    pub fn lacking(&self, needs: &[crate::clinic::Need]) -> Phrase {
        Phrase::default().lacks(&(self.words.activity.cannot_say)(&super::needs(self.words, needs)))
    }
}

/// The name of a figure.
pub fn name(id: FigureId, words: &'static Words) -> &'static str {
    match id {
        FigureId::Proteinuria => words.renal.proteinuria.title,
        FigureId::Histology => words.renal.histology.title,
        FigureId::RenalResponse => words.renal.response.title,
        FigureId::HcqLevel => words.unit.hcq_level,
        FigureId::Discordance => words.scores.name_discordance,
        FigureId::Type2 => words.activity.type2,
        FigureId::Sledai => words.activity.sledai,
        FigureId::Doris => "DORIS 2021",
        FigureId::Lldas => "LLDAS 2016",
        FigureId::Serology => words.renal.serology.title,
        FigureId::SleDas => "SLE-DAS",
        FigureId::Flare => words.scores.name_flare,
        FigureId::RenalFlare => words.renal.flare.title,
        FigureId::SledaiBands => words.scores.name_bands,
        FigureId::ResponseIndex => words.scores.name_response,
        FigureId::Difficult => words.scores.name_difficult,
        FigureId::Sdi => words.damage.sdi,
        FigureId::Basics => words.basics.basics,
        FigureId::Filtration => words.unit.egfr,
        FigureId::EgfrSlope => words.panel.egfr_slope,
        FigureId::Prednisone => words.damage.prednisone_now,
        FigureId::CumulativeSteroid => words.steroid.cumulative,
        FigureId::PlannedTaper => words.taper.plan_section,
        FigureId::HcqDose => words.damage.hcq_dose,
        FigureId::Retina => words.basics.retina,
        FigureId::FractureRisk => words.bone.title,
        FigureId::BloodPressure => words.unit.blood_pressure,
        FigureId::HeartRisk => words.basics.heart,
        FigureId::Antiphospholipids => words.basics.apl,
        FigureId::Vaccines => words.basics.vaccines,
        FigureId::Cyclophosphamide => words.cyclophosphamide.title,
        FigureId::Quality => words.basics.quality,
        FigureId::AnnouncementPoint => (words.personal.point)(FivePoint::Announcement.code()),
        FigureId::EvaluationPoint => (words.personal.point)(FivePoint::Evaluation.code()),
        FigureId::StrategyPoint => (words.personal.point)(FivePoint::Strategy.code()),
        FigureId::DecisionPoint => (words.personal.point)(FivePoint::Decision.code()),
        FigureId::RecommendationsPoint => (words.personal.point)(FivePoint::Recommendations.code()),
        FigureId::Strategy => words.personal.strategy,
        FigureId::Voice => words.personal.voice,
        FigureId::MissingData => words.personal.missing,
        FigureId::Pregnancy => words.personal.pregnancy,
        FigureId::Treatments => words.personal.treatments,
        FigureId::Background => words.personal.background,
        FigureId::Life => words.personal.life,
        FigureId::Around => words.personal.around,
        FigureId::Resources => words.personal.resources,
        FigureId::Epices => crate::clinic::EPICES.name,
    }
}

/// What a figure says, the first row beside its name.
pub fn told(id: FigureId, at: &At) -> Vec<Row> {
    match id {
        FigureId::Proteinuria => renal::proteinuria::told(at),
        FigureId::Histology => renal::histology::told(at),
        FigureId::RenalResponse => renal::response::told(at),
        FigureId::HcqLevel => renal::hcq_level::told(at),
        FigureId::Discordance => discordance::told(at),
        FigureId::Type2 => renal::type2::told(at),
        FigureId::Sledai => sledai::told(at),
        FigureId::Doris => target::doris_told(at),
        FigureId::Lldas => target::lldas_told(at),
        FigureId::Serology => renal::serology::told(at),
        FigureId::SleDas => sle_das::told(at),
        FigureId::Flare => flare::told(at),
        FigureId::RenalFlare => renal::flare::told(at),
        FigureId::SledaiBands => sledai::bands_told(at),
        FigureId::ResponseIndex => responder::told(at),
        FigureId::Difficult => difficult::told(at),
        FigureId::Sdi => sdi::told(at),
        FigureId::Basics => basics::told(at),
        FigureId::Filtration => filtration::told(at),
        FigureId::EgfrSlope => egfr_slope::told(at),
        FigureId::Prednisone => prednisone::told(at),
        FigureId::CumulativeSteroid => cumulative_steroid::told(at),
        FigureId::PlannedTaper => planned_taper::told(at),
        FigureId::HcqDose => hcq_dose::told(at),
        FigureId::Retina => retina::told(at),
        FigureId::FractureRisk => fracture_risk::told(at),
        FigureId::BloodPressure => blood_pressure::told(at),
        FigureId::HeartRisk => heart::told(at),
        FigureId::Antiphospholipids => antiphospholipids::told(at),
        FigureId::Vaccines => vaccines::told(at),
        FigureId::Cyclophosphamide => cyclophosphamide::told(at),
        FigureId::Quality => quality::told(at),
        FigureId::AnnouncementPoint => person::five_points::told(at, FivePoint::Announcement),
        FigureId::EvaluationPoint => person::five_points::told(at, FivePoint::Evaluation),
        FigureId::StrategyPoint => person::five_points::told(at, FivePoint::Strategy),
        FigureId::DecisionPoint => person::five_points::told(at, FivePoint::Decision),
        FigureId::RecommendationsPoint => person::five_points::told(at, FivePoint::Recommendations),
        FigureId::Strategy => person::strategy::told(at),
        FigureId::Voice => person::voice::told(at),
        FigureId::MissingData => person::missing::told(at),
        FigureId::Pregnancy => person::pregnancy::told(at),
        FigureId::Treatments => person::treatments::told(at),
        FigureId::Background => person::background::told(at),
        FigureId::Life => person::life::told(at),
        FigureId::Around => person::around::told(at),
        FigureId::Resources => person::resources::told(at),
        FigureId::Epices => epices::told(at),
    }
}

/// Where a figure comes from: what it was computed from, by which rule, what it lacks, who published it.
pub fn origin(id: FigureId, at: &At) -> Origin {
    match id {
        FigureId::Proteinuria => renal::proteinuria::origin(at),
        FigureId::Histology => renal::histology::origin(at),
        FigureId::RenalResponse => renal::response::origin(at),
        FigureId::HcqLevel => renal::hcq_level::origin(at),
        FigureId::Discordance => discordance::origin(at),
        FigureId::Type2 => renal::type2::origin(at),
        FigureId::Sledai => sledai::origin(at),
        FigureId::Doris => target::doris_origin(at),
        FigureId::Lldas => target::lldas_origin(at),
        FigureId::Serology => renal::serology::origin(at),
        FigureId::SleDas => sle_das::origin(at),
        FigureId::Flare => flare::origin(at),
        FigureId::RenalFlare => renal::flare::origin(at),
        FigureId::SledaiBands => sledai::bands_origin(at),
        FigureId::ResponseIndex => responder::origin(at),
        FigureId::Difficult => difficult::origin(at),
        FigureId::Sdi => sdi::origin(at),
        FigureId::Basics => basics::origin(at),
        FigureId::Filtration => filtration::origin(at),
        FigureId::EgfrSlope => egfr_slope::origin(at),
        FigureId::Prednisone => prednisone::origin(at),
        FigureId::CumulativeSteroid => cumulative_steroid::origin(at),
        FigureId::PlannedTaper => planned_taper::origin(at),
        FigureId::HcqDose => hcq_dose::origin(at),
        FigureId::Retina => retina::origin(at),
        FigureId::FractureRisk => fracture_risk::origin(at),
        FigureId::BloodPressure => blood_pressure::origin(at),
        FigureId::HeartRisk => heart::origin(at),
        FigureId::Antiphospholipids => antiphospholipids::origin(at),
        FigureId::Vaccines => vaccines::origin(at),
        FigureId::Cyclophosphamide => cyclophosphamide::origin(at),
        FigureId::Quality => quality::origin(at),
        FigureId::AnnouncementPoint => person::five_points::origin(at, FivePoint::Announcement),
        FigureId::EvaluationPoint => person::five_points::origin(at, FivePoint::Evaluation),
        FigureId::StrategyPoint => person::five_points::origin(at, FivePoint::Strategy),
        FigureId::DecisionPoint => person::five_points::origin(at, FivePoint::Decision),
        FigureId::RecommendationsPoint => person::five_points::origin(at, FivePoint::Recommendations),
        FigureId::Strategy => person::strategy::origin(at),
        FigureId::Voice => person::voice::origin(at),
        FigureId::MissingData => person::missing::origin(at),
        FigureId::Pregnancy => person::pregnancy::origin(at),
        FigureId::Treatments => person::treatments::origin(at),
        FigureId::Background => person::background::origin(at),
        FigureId::Life => person::life::origin(at),
        FigureId::Around => person::around::origin(at),
        FigureId::Resources => person::resources::origin(at),
        FigureId::Epices => epices::origin(at),
    }
}
