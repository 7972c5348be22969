//! Words for the closed lists of the meeting.

use crate::domain::{
    ActionEnd, Agreement, Confidence, CourseOutcome, DocumentStatus, Fulfilment, Gathering, Interest, NotDone,
    PatientAnswer, Position, Presence, QuorumStatus, Reach, Role, Specialty,
};

pub(super) fn specialty(entry: Specialty) -> &'static str {
    match entry {
        Specialty::Nephrology => "Néphrologie",
        Specialty::InternalMedicine => "Médecine interne",
        Specialty::Rheumatology => "Rhumatologie",
        Specialty::Immunology => "Immunologie",
        Specialty::Pathology => "Anatomopathologie",
        Specialty::Dermatology => "Dermatologie",
        Specialty::Obstetrics => "Gynécologie-obstétrique",
        Specialty::Paediatrics => "Pédiatrie",
        Specialty::Cardiology => "Cardiologie",
        Specialty::Haematology => "Hématologie",
        Specialty::Neurology => "Neurologie",
        Specialty::Ophthalmology => "Ophtalmologie",
        Specialty::Pulmonology => "Pneumologie",
        Specialty::InfectiousDiseases => "Infectiologie",
        Specialty::Radiology => "Radiologie",
        Specialty::IntensiveCare => "Réanimation",
        Specialty::Psychiatry => "Psychiatrie",
        Specialty::Rehabilitation => "Médecine physique",
        Specialty::GeneralPractice => "Médecine générale",
        Specialty::Pharmacy => "Pharmacie",
        Specialty::Nursing => "Soins infirmiers",
        Specialty::Psychology => "Psychologie",
        Specialty::Dietetics => "Diététique",
        Specialty::SocialWork => "Service social",
        Specialty::Research => "Recherche clinique",
        Specialty::Other => "Autre",
    }
}

pub(super) fn role(entry: Role) -> &'static str {
    match entry {
        Role::Coordinator => "coordination",
        Role::Chair => "présidence",
        Role::Requester => "demandeur",
        Role::Presenter => "présentation",
        Role::Expert => "expert",
        Role::Secretary => "secrétariat",
        Role::Guest => "invité",
    }
}

pub(super) fn presence(entry: Presence) -> &'static str {
    match entry {
        Presence::Room => "en salle",
        Presence::Video => "en visio",
        Presence::Phone => "au téléphone",
    }
}

pub(super) fn interest(entry: Interest) -> &'static str {
    match entry {
        Interest::None => "aucun lien",
        Interest::Study => "lien\u{a0}: étude",
        Interest::Industry => "lien\u{a0}: industrie",
        Interest::Family => "lien\u{a0}: proche",
    }
}

pub(super) fn reach(entry: Reach) -> &'static str {
    match entry {
        Reach::Local => "locale",
        Reach::Regional => "régionale",
        Reach::National => "nationale",
        Reach::European => "européenne",
    }
}

pub(super) fn gathering(entry: Gathering) -> &'static str {
    match entry {
        Gathering::Room => "en salle",
        Gathering::Hybrid => "mixte",
        Gathering::Virtual => "à distance",
    }
}

pub(super) fn quorum_status(entry: QuorumStatus) -> &'static str {
    match entry {
        QuorumStatus::Reached => "quorum atteint",
        QuorumStatus::NotReached => "quorum non atteint",
        QuorumStatus::Unknown => "quorum non connu",
    }
}

pub(super) fn agreement(entry: Agreement) -> &'static str {
    match entry {
        Agreement::Unanimous => "unanimité",
        Agreement::Consensus => "consensus",
        Agreement::Majority => "majorité",
        Agreement::ChairDecides => "décision de la présidence",
        Agreement::None => "pas d'accord",
    }
}

pub(super) fn position(entry: Position) -> &'static str {
    match entry {
        Position::Agrees => "d'accord",
        Position::Unsure => "hésite",
        Position::Disagrees => "en désaccord",
        Position::Abstains => "s'abstient",
    }
}

pub(super) fn confidence(entry: Confidence) -> &'static str {
    match entry {
        Confidence::High => "forte",
        Confidence::Moderate => "moyenne",
        Confidence::Low => "faible",
    }
}

pub(super) fn document_status(entry: DocumentStatus) -> &'static str {
    match entry {
        DocumentStatus::InProgress => "en cours",
        DocumentStatus::Completed => "terminée, à signer",
        DocumentStatus::Validated => "signée",
        DocumentStatus::Closed => "close",
    }
}

pub(super) fn patient_answer(entry: PatientAnswer) -> &'static str {
    match entry {
        PatientAnswer::Accepts => "accepte",
        PatientAnswer::WantsTime => "souhaite réfléchir",
        PatientAnswer::Refuses => "refuse",
        PatientAnswer::NotAsked => "avis non demandé",
    }
}

pub(super) fn fulfilment(entry: Fulfilment) -> &'static str {
    match entry {
        Fulfilment::None => "non appliquée",
        Fulfilment::Partial => "appliquée en partie",
        Fulfilment::Complete => "appliquée",
        Fulfilment::Unknown => "non connu",
    }
}

pub(super) fn not_done(entry: NotDone) -> &'static str {
    match entry {
        NotDone::PatientRefusal => "refus du patient",
        NotDone::PatientWish => "souhait du patient",
        NotDone::DidNotAttend => "non venu",
        NotDone::Circumstances => "circonstances changées",
        NotDone::ConditionNotMet => "condition non remplie",
        NotDone::Died => "décès",
        NotDone::NewComorbidity => "nouvelle comorbidité",
        NotDone::Toxicity => "toxicité",
        NotDone::Infection => "infection",
        NotDone::Pregnancy => "grossesse",
        NotDone::NoAccess => "traitement inaccessible",
        NotDone::PayerRefused => "prise en charge refusée",
        NotDone::Lost => "perdu de vue",
        NotDone::ClinicianChoice => "choix du médecin",
        NotDone::NewInformation => "information nouvelle",
        NotDone::Error => "erreur",
        NotDone::NotRecorded => "raison non notée",
    }
}

pub(super) fn course_outcome(entry: CourseOutcome) -> &'static str {
    match entry {
        CourseOutcome::Complete => "réponse complète",
        CourseOutcome::Partial => "réponse partielle",
        CourseOutcome::NoResponse => "pas de réponse",
        CourseOutcome::Relapse => "rechute",
        CourseOutcome::Unknown => "non connu",
    }
}

pub(super) fn action_end(entry: ActionEnd) -> &'static str {
    match entry {
        ActionEnd::Done => "faite",
        ActionEnd::Dropped => "abandonnée",
    }
}
