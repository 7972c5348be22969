//! Words for the closed lists of the meeting.

use crate::domain::{
    ActionEnd, Agreement, Confidence, CourseOutcome, DocumentStatus, Fulfilment, Gathering, Interest, NotDone,
    PatientAnswer, Position, Presence, QuorumStatus, Reach, Role, Specialty,
};

pub(super) fn specialty(entry: Specialty) -> &'static str {
    match entry {
        Specialty::Nephrology => "Nephrology",
        Specialty::InternalMedicine => "Internal medicine",
        Specialty::Rheumatology => "Rheumatology",
        Specialty::Immunology => "Immunology",
        Specialty::Pathology => "Pathology",
        Specialty::Dermatology => "Dermatology",
        Specialty::Obstetrics => "Obstetrics and gynaecology",
        Specialty::Paediatrics => "Paediatrics",
        Specialty::Cardiology => "Cardiology",
        Specialty::Haematology => "Haematology",
        Specialty::Neurology => "Neurology",
        Specialty::Ophthalmology => "Ophthalmology",
        Specialty::Pulmonology => "Respiratory medicine",
        Specialty::InfectiousDiseases => "Infectious diseases",
        Specialty::Radiology => "Radiology",
        Specialty::IntensiveCare => "Intensive care",
        Specialty::Psychiatry => "Psychiatry",
        Specialty::Rehabilitation => "Rehabilitation medicine",
        Specialty::GeneralPractice => "General practice",
        Specialty::Pharmacy => "Pharmacy",
        Specialty::Nursing => "Nursing",
        Specialty::Psychology => "Psychology",
        Specialty::Dietetics => "Dietetics",
        Specialty::SocialWork => "Social work",
        Specialty::Research => "Clinical research",
        Specialty::Other => "Other",
    }
}

pub(super) fn role(entry: Role) -> &'static str {
    match entry {
        Role::Coordinator => "coordinator",
        Role::Chair => "chair",
        Role::Requester => "requester",
        Role::Presenter => "presenter",
        Role::Expert => "expert",
        Role::Secretary => "secretary",
        Role::Guest => "guest",
    }
}

pub(super) fn presence(entry: Presence) -> &'static str {
    match entry {
        Presence::Room => "in the room",
        Presence::Video => "on video",
        Presence::Phone => "on the phone",
    }
}

pub(super) fn interest(entry: Interest) -> &'static str {
    match entry {
        Interest::None => "no interest",
        Interest::Study => "interest: study",
        Interest::Industry => "interest: industry",
        Interest::Family => "interest: family",
    }
}

pub(super) fn reach(entry: Reach) -> &'static str {
    match entry {
        Reach::Local => "local",
        Reach::Regional => "regional",
        Reach::National => "national",
        Reach::European => "European",
    }
}

pub(super) fn gathering(entry: Gathering) -> &'static str {
    match entry {
        Gathering::Room => "in the room",
        Gathering::Hybrid => "hybrid",
        Gathering::Virtual => "remote",
    }
}

pub(super) fn quorum_status(entry: QuorumStatus) -> &'static str {
    match entry {
        QuorumStatus::Reached => "quorum reached",
        QuorumStatus::NotReached => "quorum not reached",
        QuorumStatus::Unknown => "quorum unknown",
    }
}

pub(super) fn agreement(entry: Agreement) -> &'static str {
    match entry {
        Agreement::Unanimous => "unanimous",
        Agreement::Consensus => "consensus",
        Agreement::Majority => "majority",
        Agreement::ChairDecides => "the chair decides",
        Agreement::None => "no agreement",
    }
}

pub(super) fn position(entry: Position) -> &'static str {
    match entry {
        Position::Agrees => "agrees",
        Position::Unsure => "unsure",
        Position::Disagrees => "disagrees",
        Position::Abstains => "abstains",
    }
}

pub(super) fn confidence(entry: Confidence) -> &'static str {
    match entry {
        Confidence::High => "high",
        Confidence::Moderate => "moderate",
        Confidence::Low => "low",
    }
}

pub(super) fn document_status(entry: DocumentStatus) -> &'static str {
    match entry {
        DocumentStatus::InProgress => "in progress",
        DocumentStatus::Completed => "completed, to be signed",
        DocumentStatus::Validated => "validated",
        DocumentStatus::Closed => "closed",
    }
}

pub(super) fn patient_answer(entry: PatientAnswer) -> &'static str {
    match entry {
        PatientAnswer::Accepts => "accepts",
        PatientAnswer::WantsTime => "wants time",
        PatientAnswer::Refuses => "refuses",
        PatientAnswer::NotAsked => "not asked",
    }
}

pub(super) fn fulfilment(entry: Fulfilment) -> &'static str {
    match entry {
        Fulfilment::None => "not carried out",
        Fulfilment::Partial => "partly carried out",
        Fulfilment::Complete => "carried out",
        Fulfilment::Unknown => "unknown",
    }
}

pub(super) fn not_done(entry: NotDone) -> &'static str {
    match entry {
        NotDone::PatientRefusal => "patient refused",
        NotDone::PatientWish => "patient wished otherwise",
        NotDone::DidNotAttend => "did not attend",
        NotDone::Circumstances => "circumstances changed",
        NotDone::ConditionNotMet => "condition not met",
        NotDone::Died => "died",
        NotDone::NewComorbidity => "new comorbidity",
        NotDone::Toxicity => "toxicity",
        NotDone::Infection => "infection",
        NotDone::Pregnancy => "pregnancy",
        NotDone::NoAccess => "drug not available",
        NotDone::PayerRefused => "payer refused",
        NotDone::Lost => "lost to follow-up",
        NotDone::ClinicianChoice => "clinician chose otherwise",
        NotDone::NewInformation => "new information",
        NotDone::Error => "error",
        NotDone::NotRecorded => "no reason recorded",
    }
}

pub(super) fn course_outcome(entry: CourseOutcome) -> &'static str {
    match entry {
        CourseOutcome::Complete => "complete response",
        CourseOutcome::Partial => "partial response",
        CourseOutcome::NoResponse => "no response",
        CourseOutcome::Relapse => "relapse",
        CourseOutcome::Unknown => "unknown",
    }
}

pub(super) fn action_end(entry: ActionEnd) -> &'static str {
    match entry {
        ActionEnd::Done => "done",
        ActionEnd::Dropped => "dropped",
    }
}
