use super::{Figure, Kind, Names, Of, Section, Unit};

const fn of(section: Section, code: &'static str, kind: Kind) -> Figure {
    Figure { code, section, kind, of: Of::Decision, parts: None, answers: Names::Own, unit: None }
}

const fn share(section: Section, code: &'static str, answers: Names) -> Figure {
    Figure { answers, ..of(section, code, Kind::Share) }
}

const fn amount(section: Section, code: &'static str, unit: Unit) -> Figure {
    Figure { unit: Some(unit), ..of(section, code, Kind::Amount) }
}

impl Figure {
    const fn by(self, parts: Names) -> Self {
        Self { parts: Some(parts), ..self }
    }

    const fn a(self, of: Of) -> Self {
        Self { of, ..self }
    }

    const fn said(self, answers: Names) -> Self {
        Self { answers, ..self }
    }

    const fn with(self, unit: Unit) -> Self {
        Self { unit: Some(unit), ..self }
    }
}

/// Every figure, in the order of the sections.
pub const CATALOGUE: &[Figure] = {
    use Section as S;
    &[
        amount(S::Activity, "sessions", Unit::Decisions).a(Of::Meeting),
        of(S::Activity, "activity", Kind::Count),
        share(S::Activity, "passages", Names::Own).a(Of::Passage),
        share(S::Activity, "presentation", Names::Own),
        share(S::Activity, "mode", Names::Mode),
        share(S::Activity, "outcome", Names::Outcome),
        share(S::Activity, "centre", Names::Written),
        share(S::Validity, "trace", Names::Own),
        share(S::Validity, "three-specialties", Names::Own),
        share(S::Validity, "quorum", Names::Quorum),
        share(S::Validity, "session-quorum", Names::Own).a(Of::Meeting),
        of(S::Validity, "lacking", Kind::Several).said(Names::Specialties),
        share(S::Validity, "attendance", Names::Own).by(Names::Specialty).a(Of::MeetingSpecialty),
        share(S::Readiness, "complete", Names::Own),
        amount(S::Readiness, "missing-items", Unit::Items),
        of(S::Readiness, "missing", Kind::Several).said(Names::Datum),
        share(S::Readiness, "deferral", Names::Outcome),
        share(S::Meeting, "decision-reached", Names::Own),
        share(S::Meeting, "patient-view", Names::Own),
        amount(S::Meeting, "duration", Unit::Seconds).by(Names::Mode),
        share(S::Meeting, "within-budget", Names::Own),
        amount(S::Meeting, "half-duration", Unit::Seconds).by(Names::Own),
        amount(S::Meeting, "half-missing", Unit::Items).by(Names::Own),
        amount(S::Meeting, "half-voices", Unit::Voices).by(Names::Own),
        share(S::Meeting, "half-decision", Names::Own).by(Names::Own),
        amount(S::Meeting, "breaks", Unit::Breaks).a(Of::Meeting),
        share(S::Agreement, "agreement", Names::Agreement),
        of(S::Agreement, "dissent", Kind::Several).said(Names::Specialty),
        of(S::Agreement, "kappa", Kind::Kappa).by(Names::Own).said(Names::Position).a(Of::Voice),
        share(S::Agreement, "moved", Names::Own),
        share(S::Agreement, "same-again", Names::Own),
        of(S::Agreement, "spread", Kind::Spread).by(Names::Profile).said(Names::Drugs),
        of(S::Concordance, "concordance-time", Kind::Trend).by(Names::Guideline).a(Of::Reading),
        share(S::Concordance, "concordance", Names::Reading).by(Names::Guideline).a(Of::Reading),
        share(S::Concordance, "bodies", Names::Own),
        of(S::Concordance, "pairs", Kind::Matrix).by(Names::Pair).a(Of::Pair),
        of(S::Concordance, "departures", Kind::Several).by(Names::Guideline).said(Names::Departure).a(Of::Departure),
        share(S::Concordance, "deviation-course", Names::Course).by(Names::Own),
        share(S::Concordance, "uses", Names::Use).a(Of::Use),
        share(S::Content, "regimen", Names::Drugs).by(Names::Own),
        share(S::Content, "intensity", Names::Written).by(Names::Own),
        of(S::Content, "agents", Kind::Several).said(Names::Drugs),
        share(S::Content, "pulse", Names::Own),
        amount(S::Content, "steroid-start", Unit::MgPerKg).by(Names::Own),
        share(S::Content, "steroid-m6", Names::Own).with(Unit::MgPerDay),
        share(S::Content, "hcq", Names::Own).with(Unit::MgPerKg),
        share(S::Content, "raas", Names::Own),
        share(S::Content, "sglt2", Names::Own),
        share(S::Content, "rebiopsy", Names::Own),
        share(S::Content, "vaccination", Names::Own),
        share(S::Implementation, "fulfilment", Names::Fulfilment),
        share(S::Implementation, "not-done", Names::NotDone),
        amount(S::Implementation, "specialties-fulfilled", Unit::Specialties).by(Names::Fulfilment),
        share(S::Implementation, "actions", Names::Own).by(Names::Action).a(Of::Action),
        share(S::Course, "course", Names::Course).by(Names::Month).a(Of::Look),
        of(S::Course, "response-time", Kind::Survival).with(Unit::Days),
        of(S::Course, "relapse-time", Kind::Survival).with(Unit::Days),
        amount(S::Course, "upcr-course", Unit::GramPerGram).by(Names::Month).a(Of::Look),
        amount(S::Course, "egfr-course", Unit::Filtration).by(Names::Month).a(Of::Look),
        amount(S::Course, "steroid-course", Unit::MgPerDay).by(Names::Month).a(Of::Look),
        share(S::CaseMix, "class", Names::Own),
        amount(S::CaseMix, "age", Unit::Years),
        share(S::CaseMix, "sex", Names::Sex),
        amount(S::CaseMix, "upcr", Unit::GramPerGram).by(Names::Own),
        amount(S::CaseMix, "egfr", Unit::Filtration).by(Names::Own),
        amount(S::CaseMix, "activity-index", Unit::Points),
        amount(S::CaseMix, "chronicity-index", Unit::Points),
        share(S::CaseMix, "flares", Names::Written),
        share(S::CaseMix, "prior-lines", Names::Written),
        share(S::CaseMix, "extrarenal", Names::Own),
        share(S::CaseMix, "pregnancy", Names::Own),
        share(S::Base, "signed", Names::Own),
        share(S::Base, "amended", Names::Own),
        share(S::Base, "duplicates", Names::Own),
        share(S::Base, "orphans", Names::Own).a(Of::Action),
        amount(S::Delays, "to-lock", Unit::Days),
        amount(S::Delays, "to-sign", Unit::Days),
        amount(S::Delays, "to-tell", Unit::Days),
    ]
};

/// What rcp.md 5 asks for and the journal does not record, by section: said on the screen and in every report, never made up.
pub const NOT_RECORDED: &[(Section, &[&str])] = &[
    (Section::Activity, &["bamara"]),
    (Section::Validity, &["members"]),
    (Section::Readiness, &["freeze", "request", "weight-and-level"]),
    (Section::Meeting, &["complexity"]),
    (Section::Agreement, &["replay"]),
    (Section::Content, &["hcq-level", "contraception"]),
    (Section::Implementation, &["start", "owner-age"]),
    (Section::Course, &["serology", "kidney-survival", "steroid-exposure", "sdi"]),
    (Section::CaseMix, &["complexity"]),
    (Section::Base, &["chain", "oldest-unsigned"]),
    (Section::Delays, &["request", "sent", "start"]),
];

/// What is not recorded of a section.
pub fn not_recorded(section: Section) -> &'static [&'static str] {
    NOT_RECORDED.iter().find(|(of, _)| *of == section).map_or(&[], |(_, what)| what)
}
