use crate::domain::{Alexithymia, Document, WrittenPlan};
use crate::text::PersonalWords;

pub(super) const PERSONAL: PersonalWords = PersonalWords {
    point,
    item,
    state,
    point_rule,
    to_do: "to do",
    not_stated: |n| format!("{n} not stated"),
    held: "Targets held",
    state_head: "State",
    marks: "✓ done or not needed; ! something is to do; ? nothing known to do, but the file does not say everything.",
    told_not_counted: "told, not counted",
    simulation: "team trained by simulation",
    waiting: |n| if n == 1 { "1 answer waits for data".to_owned() } else { format!("{n} answers wait for data") },
    strategy: "Strategy T2T/T2U",
    way,
    missed: |target| format!("target missed: {target}"),
    eular_target: |months| format!("EULAR 2025 at {months} months"),
    partial_target: |body| format!("{body}, at least partial response"),
    response_lost: "the complete response on record is lost (UPCR ≥ 0.5 g/g)",
    worsening: "the file says that the kidney worsens",
    relapse: "relapse",
    active: |scores| format!("activity above the numbers of LLDAS ({scores})"),
    held_response: |months| format!("complete response for {months}"),
    held_visits: |visits, months| format!("low activity at {visits} visits in a row, for {months} at least"),
    seen_once: "low activity at one visit only",
    nothing_due: "no renal target due yet",
    above_low: |dose| format!("prednisone {dose}, above 5 mg/d"),
    at_low: |dose| format!("prednisone {dose}"),
    no_steroid: "no glucocorticoid",
    opens: |body, what| format!("{body}: {what} may be considered"),
    not_yet: |body, what| format!("{body}: {what} not yet"),
    glucocorticoid: "stopping the glucocorticoid",
    immunosuppressant: "stopping the maintenance",
    nothing_left: "nothing to withdraw but hydroxychloroquine",
    renal_targets: "Renal targets",
    activity_target: "Activity (numbers of LLDAS, the dose aside)",
    target_head: "Target",
    stopping: "What the guidelines' rows on stopping say",
    body_head: "Guideline",
    what_head: "What",
    stance,
    says_head: "Says",
    no_body_speaks: "No guideline speaks of stopping for this patient: the question comes up once the targets hold at two visits.",
    strategy_rule_up: "One target that is due and missed is enough to ask whether to step up: EULAR's renal milestone, at least a partial response by ACR or KDIGO from 6 months on, a complete response that is lost, a relapse, a kidney that worsens, activity above the numbers of LLDAS (SLEDAI-2K ≤ 4 without a major organ, PGA ≤ 1; during a renal course without the renal items and the PGA).",
    strategy_rule_down: "Where all targets that are due hold (complete response on record, or two visits in a row), the line asks whether to step down when prednisone is above 5 mg/d (from 6 months of a course on), when a guideline opens a withdrawal, or when none speaks of it; else it proposes to hold. It asks a question, it does not prescribe.",
    strategy_rule_unknown: "A target that is due and cannot be judged leaves the question open: what is unknown never counts as held.",
    not_counted: |needs| format!("The file does not say, and the line does not count: {needs}."),
    no_course: "No renal course has a first day on file: no renal target to judge.",
    as_supposed: "A hypothesis is on: the rows on stopping follow it, the targets follow the file.",
    major_organ: "major organ",
    pregnancy_weighs: "A pregnancy or the wish for one is on file: to be weighed with this question.",
    course_month: |month| format!("month {month} of the course"),
    epices_questions: [
        "Sometimes sees a social worker",
        "Has complementary health insurance",
        "Lives as a couple",
        "Owns the home (or soon, on some forms)",
        "Real money trouble at times in the month",
        "Sport in the last 12 months",
        "A show in the last 12 months",
        "A holiday in the last 12 months",
        "Saw family beyond parents, children (6 months)",
        "Someone could lodge them for a few days",
        "Someone could give material help",
    ],
    question_head: "Question (in our words)",
    answer_head: "Answer",
    coefficient_head: "If yes",
    adds_head: "Adds",
    epices_start: "Constant",
    epices_sum: "Sum",
    epices_threshold: |threshold| format!("deprived ≥ {threshold}"),
    epices_young: |precarious| {
        format!("threshold for 16-25 years 37.27: {}", if precarious { "deprived" } else { "not deprived" })
    },
    epices_quintiles: "Quintiles: 7.10; 16.56; 30.17; 48.52 (the last from memory).",
    epices_young_rule: "From 16 to 25 years a teaching page gives 37.27: told beside, never instead.",
    voice: "Wishes and refusals",
    wishes: "wishes",
    refusals: "refusals",
    missing: "Missing for the guidelines",
    pregnancy: "Pregnancy",
    treatments: "Treatments",
    background: "Background",
    life: "Daily life",
    around: "Around the patient",
    caregivers: "caregivers",
    alexithymia: "alexithymia",
    handed_over: "handed over",
    support: "support",
    pain: "pain",
    psychologist: "psychologist",
    dietitian: "dietitian",
    off_work: "off work",
    mdph: "disability file",
    school: "school",
    transition: "transition to adult care",
    options: "options explained",
    preference: "preference recorded",
    decision_aid: "decision aid",
    written_plan: "written plan",
    resources: "Resources",
    resources_key: "resources",
    resource_count: |all, codes| format!("{all} addresses, {codes} QR codes"),
    address: "Address",
    trust,
    no_qr: "The address as printed on the slide looks mistyped: no QR code.",
    may_be_inverted: "A terminal without colours: on a light ground the code is inverted, and some phones do not read it.",
    qr_too_small: |width, height| format!("The QR code needs a window of {width}×{height} at least."),
    offline: "Drawn here: this program opens no connection. No address was checked online.",
    page_language: "Language",
    pregnancy_test: "test",
    care_agreement: "care agreement",
    said_on_file: "Said in the file, nothing is computed.",
    missing_rule: "Each is ranked by how many answers of the guidelines it would settle.",
};

fn point(code: &str) -> &'static str {
    match code {
        "announcement" => "A Announcement",
        "evaluation" => "E Evaluation",
        "strategy" => "S Strategy",
        "decision" => "D Decision",
        "recommendations" => "R Recommendations",
        _ => "?",
    }
}

fn item(code: &str) -> &'static str {
    match code {
        "announced" => "announcement visit",
        "reannounced" => "re-announcement",
        "pregnancy_heredity" => "pregnancy and heredity",
        "goal" => "goal",
        "caregiver" => "caregiver",
        "epices" => "EPICES",
        "alexithymia" => "alexithymia",
        "documents" => "documents handed over",
        "association" => "association",
        "visit" => "activity (6 months)",
        "both_globals" => "PGA and PtGA",
        "proteinuria" => "proteinuria (6 months)",
        "adherence" => "adherence",
        "hcq_level" => "HCQ level (6 months)",
        "type2" => "type 2",
        "tobacco" => "tobacco",
        "strategy_line" => "strategy line",
        "damage" => "damage (12 months)",
        "comorbidities" => "comorbidities",
        "apl" => "antiphospholipids",
        "vaccines" => "vaccines",
        "support" => "support",
        "work" => "work and rights",
        "transition" => "transition",
        "informed" => "patient informed",
        "wishes" => "wishes",
        "refusals" => "refusals",
        "education" => "education",
        "options" => "options explained",
        "preference" => "preference",
        "written_plan" => "written plan",
        "question" => "question put",
        "meeting" => "day of the meeting",
        "guidelines" => "guidelines judged",
        _ => "?",
    }
}

fn state(code: &str) -> &'static str {
    match code {
        "done" => "done",
        "to_do" => "to do",
        "not_stated" => "not stated",
        "not_applicable" => "not applicable",
        _ => "?",
    }
}

fn point_rule(code: &str) -> &'static str {
    match code {
        "announcement" => {
            "Its content (pregnancy and heredity, the goal), its form (EPICES, alexithymia, caregivers, re-announcement) and what is handed over, from the slide. A step refused or not needed leaves nothing to do."
        }
        "evaluation" => {
            "Clinical activity and proteinuria, adherence and HCQ level, the patient's view, type 2, contributing factors, from the slide. The 6 months come from Mosca 2011 (laboratory work at least every 6 months); for the visit, the discordance and the HCQ level they are a proposal of this program."
        }
        "strategy" => {
            "Strategy line, damage, comorbidities, vaccines, interventions without drugs, work, from the slide. Damage reviewed every year: Mosca 2011. Vaccines: influenza within 12 months and pneumococcus. Support: pain, psychologist, dietitian. Transition is asked about below 18 years."
        }
        "decision" => {
            "Information, education, wishes and refusals, options and preference, personal material, from the slide. A decision aid is told, not counted."
        }
        "recommendations" => {
            "A question, a meeting, and guidelines none of whose answers waits for data. Where they agree or differ is read in the side-by-side table."
        }
        _ => "?",
    }
}

fn way(code: &str) -> &'static str {
    match code {
        "step_up" => "step up?",
        "hold" => "hold?",
        "step_down" => "step down?",
        "cannot_say" => "undecidable",
        _ => "?",
    }
}

fn stance(code: &str) -> &'static str {
    match code {
        "open" => "may be considered",
        "not_yet" => "not yet",
        "to_judge" => "left to judgement, or contradicts itself",
        "needs_data" => "needs data",
        _ => "?",
    }
}

fn trust(code: &str) -> &'static str {
    match code {
        "from_talk" => "address from the talk, not checked",
        "function_not_verified" => "address from the talk; what it does could not be verified",
        "looks_mistyped" => "as printed on the slide, not verified, looks mistyped",
        "from_sheet" => "address from the activity sheet, whose writers read the page",
        _ => "?",
    }
}

pub(super) const fn alexithymia(entry: Alexithymia) -> &'static str {
    match entry {
        Alexithymia::No => "no",
        Alexithymia::Suspected => "suspected",
        Alexithymia::Yes => "yes",
    }
}

pub(super) const fn written_plan(entry: WrittenPlan) -> &'static str {
    match entry {
        WrittenPlan::Yes => "yes",
        WrittenPlan::No => "no",
        WrittenPlan::Planned => "planned",
    }
}

pub(super) const fn document(entry: Document) -> &'static str {
    match entry {
        Document::Fai2r => "FAI2R sheet",
        Document::Aide => "AIDE resources",
        Document::PndsSummary => "summary of the national protocol",
        Document::TreatmentSheets => "treatment sheets",
        Document::PresQRiptions => "presQRiptions",
        Document::EmergencyCard => "emergency card",
        Document::Personalised => "material made for the patient",
    }
}
