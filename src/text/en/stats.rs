//! Statistics of past decisions.

use super::plural;
use crate::text::StatsWords;

pub(super) const STATS: StatsWords = StatsWords {
    title: "Statistics",
    key: "statistics",
    section,
    figure,
    counted,
    own,
    unit,
    of,
    of_one,
    absent,
    absent_title: "Not recorded, or elsewhere",
    not_recorded: "not recorded",
    n: |n, of| format!("n\u{a0}=\u{a0}{n} {of}"),
    period: |since, until| match (since, until) {
        (None, None) => "all of the time".to_owned(),
        (Some(since), None) => format!("since {since}"),
        (None, Some(until)) => format!("until {until}"),
        (Some(since), Some(until)) => format!("from {since} to {until}"),
    },
    part: "Group",
    answer: "Answer",
    count: "n",
    share: "Share",
    interval: "95% CI",
    median: "Median",
    quartiles: "Q1–Q3",
    ends: "min–max",
    missing: "not recorded",
    few: "<\u{a0}5",
    hidden: "masked",
    notes: [
        "Shares: what was not recorded is part of the denominator; 95% interval of Wilson; no percentage below 5.",
        "Medians and quartiles: type 7 of Hyndman and Fan. Kaplan-Meier: log-log interval. Fleiss' kappa: jackknife interval, from 10 cases on.",
        "Charts over time: limits at three standard errors, from 10 half-years on.",
        "Only the version in force of each decision is counted, on the day of its meeting.",
    ],
    shared_note: "Shared report: counts from 1 to 4 are masked, and those from which they could be worked out; ends left out. Two reports of periods that overlap can still be compared.",
    kappa: |agreement, kappa, interval| {
        let interval = interval.map(|interval| format!(" ({interval})")).unwrap_or_default();
        format!("pairs that agree {agreement}; kappa {kappa}{interval}")
    },
    no_kappa: "fewer than two voices a case: no kappa",
    entropy: |bits, kinds, commonest| {
        format!("entropy {bits} bit; {}; the commonest {commonest}", plural(kinds, "treatment", "treatments"))
    },
    not_a_comparison: "Not a comparison of treatments: confounded by indication.",
    followed: |events, median| format!("events: {events}; median {median}"),
    never_looked: "never looked back at",
    at_risk: "at risk",
    without: |event| format!("without {event}"),
    event,
    month_short: "months",
    half: |year, second| format!("{year} H{}", if second { 2 } else { 1 }),
    half_year: "Half-year",
    outside: |halves| format!("outside the limits of three standard errors: {halves}"),
    none_outside: "no half-year outside the limits of three standard errors",
    no_control: |points| format!("{}: fewer than 10, no limits drawn", plural(points, "half-year", "half-years")),
    published: |names| format!("┊ year of publication: {names}"),
    view: |view| format!("SQL view {view}"),
    command: |command| format!("command: {command}"),
    cases: |n| plural(n, "case", "cases"),
    counting: |done, all| format!("counting {done}/{all}"),
    unknown: |code| {
        format!("\"{code}\" is neither a section (5.1 to 5.12) nor a figure: regards stats --list gives them.")
    },
    no_such_row: |row, known| format!("This figure has no row \"{row}\": {known}."),
    proteinuria: "UPCR",
    filtration: "eGFR",
    catalogue: "Catalogue of figures",
    months: |n| format!("{n} months"),
    period_key: "period",
    stop_key: "stop",
    section_key: "section",
    both_concordant: "concordant with both",
    cases_key: "see the cases",
    cases_title: "Cases behind a number",
};

fn section(code: &str) -> &'static str {
    match code {
        "5.1" => "Activity",
        "5.2" => "Validity",
        "5.3" => "Readiness",
        "5.4" => "Quality of the meeting",
        "5.5" => "Agreement and reproducibility",
        "5.6" => "Concordance with guidelines",
        "5.7" => "What was decided",
        "5.8" => "Carried out",
        "5.9" => "What came of it",
        "5.10" => "Case-mix",
        "5.11" => "Quality of this database",
        "5.12" => "Turnaround times",
        _ => "?",
    }
}

fn figure(code: &str) -> &'static str {
    match code {
        "sessions" => "Decisions per meeting",
        "activity" => "Decisions per half-year",
        "passages" => "Cases decided or put off",
        "presentation" => "First presentation or return",
        "mode" => "Discussed or only recorded",
        "outcome" => "Outcome of the discussion",
        "centre" => "Requesting centre",
        "trace" => "Dated trace with a proposal",
        "three-specialties" => "Three specialties present",
        "quorum" => "Quorum per case",
        "session-quorum" => "Quorum per meeting",
        "lacking" => "Specialty that was lacking",
        "attendance" => "Attendance by specialty",
        "complete" => "Complete case file",
        "missing-items" => "Missing items per case",
        "missing" => "Missing items, ranked",
        "deferral" => "Deferrals",
        "decision-reached" => "Decision reached",
        "patient-view" => "Patient's view stated",
        "duration" => "Time per case",
        "within-budget" => "Within the time planned",
        "half-duration" => "Time by place in the queue",
        "half-missing" => "Missing items by place in the queue",
        "half-voices" => "Voices by place in the queue",
        "half-decision" => "Decision reached by place in the queue",
        "breaks" => "Breaks per meeting",
        "agreement" => "Agreement",
        "dissent" => "Dissent on record, by specialty",
        "kappa" => "Agreement before and after the talk",
        "moved" => "The talk moved the majority",
        "same-again" => "Same question, same decision?",
        "spread" => "Spread within a profile",
        "concordance-time" => "Concordance over time",
        "concordance" => "Concordance by guideline",
        "bodies" => "Concordance over all guidelines",
        "pairs" => "Guidelines two by two",
        "departures" => "Reasons for departing",
        "deviation-course" => "Course by departure",
        "uses" => "Label status of the drugs used",
        "regimen" => "Immunosuppressants by class",
        "intensity" => "Number of immunosuppressants by class",
        "agents" => "Place of each immunosuppressant",
        "pulse" => "Methylprednisolone pulses",
        "steroid-start" => "Oral glucocorticoid at the start, by class",
        "steroid-m6" => "Prednisone planned at month 6 ≤ 5 mg/d",
        "hcq" => "Hydroxychloroquine ≤ 5 mg/kg/d",
        "raas" => "RAAS blocker",
        "sglt2" => "SGLT2 inhibitor",
        "rebiopsy" => "Biopsy asked for",
        "vaccination" => "Vaccine asked for",
        "fulfilment" => "Carried out at 3 months",
        "not-done" => "Reasons for not carrying out",
        "specialties-fulfilled" => "Specialties present by fulfilment",
        "actions" => "Actions decided",
        "course" => "Response at each look back",
        "response-time" => "Time to complete response",
        "relapse-time" => "Time to relapse",
        "upcr-course" => "UPCR over time",
        "egfr-course" => "eGFR over time",
        "steroid-course" => "Prednisone over time",
        "class" => "Histological class",
        "age" => "Age",
        "sex" => "Sex",
        "upcr" => "UPCR at the decision, by class",
        "egfr" => "eGFR at the decision, by class",
        "activity-index" => "Activity index (NIH)",
        "chronicity-index" => "Chronicity index (NIH)",
        "flares" => "Kidney flares",
        "prior-lines" => "Immunosuppressants received before",
        "extrarenal" => "Activity outside the kidney",
        "pregnancy" => "Pregnancy or wish",
        "signed" => "Version in force signed",
        "amended" => "Amendments",
        "duplicates" => "Possible duplicates",
        "orphans" => "Actions without owner or day",
        "to-lock" => "Meeting → locking",
        "to-sign" => "Meeting → signature",
        "to-tell" => "Meeting → patient told",
        _ => "?",
    }
}

#[expect(clippy::too_many_lines, reason = "a line a figure")]
fn counted(code: &str) -> &'static str {
    match code {
        "sessions" => "Decisions in force taken at each meeting that was opened in the program.",
        "activity" => "Decisions in force, counted on the day of the meeting.",
        "passages" => "Decisions in force, and cases put off without being discussed.",
        "presentation" => "Return: the same case was decided at an earlier meeting.",
        "mode" => "How each case was taken at the meeting.",
        "outcome" => "How the case left the room.",
        "centre" => "Centre of the requester, as the case file writes it.",
        "trace" => "HAS, level 1: a day of meeting and a proposal (a line, or to go on unchanged).",
        "three-specialties" => {
            "HAS, level 2: the same trace, with at least three specialties there and taking part in this case."
        }
        "quorum" => "Quorum of the charter when the decision was locked.",
        "session-quorum" => "Yes: the quorum was reached for every decision of the meeting.",
        "lacking" => "Groups of specialties of which one was asked for and nobody was there.",
        "attendance" => "Meetings at which somebody of the specialty was there, among all meetings opened.",
        "complete" => "Nothing that a guideline asked for was missing at the locking.",
        "missing-items" => "How many items a guideline asked for and the file did not say.",
        "missing" => "Cases in which the item was missing; a case may have several.",
        "deferral" => "Decisions deferred, by their coded reason.",
        "decision-reached" => {
            "Decided, decided with a condition, continued, reduced or a trial; else no. Published benchmark: 82 to 93% (Brown 2022, oncology)."
        }
        "patient-view" => "The file says what the patient wishes or refuses.",
        "duration" => "Time on the clock, by mode.",
        "within-budget" => "Time on the clock not above the time planned.",
        "half-duration" => {
            "First and second half of the cases begun at the same meeting; a middle one counts in the first."
        }
        "half-missing" => "Number of missing items, first and second half of the meeting.",
        "half-voices" => "How many were asked where they stand, first and second half.",
        "half-decision" => "Whether a decision was reached, first and second half of the meeting.",
        "breaks" => "Breaks begun at each meeting opened.",
        "agreement" => "How the decision was reached.",
        "dissent" => "Decisions with a dissent on record of the specialty.",
        "kappa" => "Positions in the silent round, then after the talk: agreement of pairs and Fleiss' kappa.",
        "moved" => {
            "The position that more than half held before the talk is another after it. Decisions with positions on record."
        }
        "same-again" => {
            "Cases that came back with the question of the meeting before, word for word: the same immunosuppressants or not."
        }
        "spread" => {
            "Immunosuppressants decided in each profile: class, UPCR < 1, 1 to < 3, ≥ 3 g/g, eGFR < 60 or ≥ 60. The bands are this program's own. Shannon entropy: 0 where always the same."
        }
        "concordance-time" => {
            "Share concordant among the decisions on which the guideline answers (concordant, partly, deviates)."
        }
        "concordance" => "How the decision reads against each guideline, silences included.",
        "bodies" => "Of the guidelines that answer: concordant with all, some, none.",
        "pairs" => "Concordant with both, one, neither; not recorded where one of them does not answer.",
        "departures" => "Reasons on record, among the decisions that depart from the guideline.",
        "deviation-course" => "Last look back of decisions that depart from at least one guideline, and of the others.",
        "uses" => "One a drug whose label is known, or whose use the room stated.",
        "regimen" => "Immunosuppressants given, among decisions that propose a treatment.",
        "intensity" => "Immunosuppressants given together, glucocorticoids not counted.",
        "agents" => "Decisions that give it, among those that propose a treatment.",
        "pulse" => "The decision orders intravenous pulses.",
        "steroid-start" => "Prednisone equivalent, per kg of real weight.",
        "steroid-m6" => "Dose that the lines plan; not recorded where they do not say it.",
        "hcq" => "Dose per kg of real weight; not recorded without hydroxychloroquine, dose or weight.",
        "raas" | "sglt2" => "Given as the decision stands.",
        "rebiopsy" => "The decision asks for a biopsy.",
        "vaccination" => "The decision asks for a vaccine.",
        "fulfilment" => "Look back at month 3; not recorded where there was none.",
        "not-done" => {
            "At the last look back, decisions not or partly carried out. Published benchmark: 21% without a reason (Raine 2014)."
        }
        "specialties-fulfilled" => {
            "How many specialties were there, by how far the decision was carried out at 3 months."
        }
        "actions" => "Actions of decisions in force, by sort: done, dropped or open.",
        "course" => "Kidney response on record, by month; only looks that took place count.",
        "response-time" => {
            "From the decision to the first look back that says complete response; else censored at the last. Kaplan-Meier."
        }
        "relapse-time" => {
            "From the first look back with complete or partial response to the first later one that says relapse; else censored. Kaplan-Meier."
        }
        "upcr-course" => "UPCR at the decision (month 0), then at each look back.",
        "egfr-course" => "eGFR at the decision (month 0), then at each look back.",
        "steroid-course" => "Dose decided (month 0), then the dose at each look back.",
        "class" => "Group of the newest class.",
        "age" => "Age on the day of the decision.",
        "sex" => "The patient's sex.",
        "upcr" => "Newest proteinuria; 24 h protein (g) where there is no UPCR.",
        "egfr" => "Newest eGFR.",
        "activity-index" => "Activity index of the biopsy, 0 to 24.",
        "chronicity-index" => "Chronicity index of the biopsy, 0 to 12.",
        "flares" => "How many, this one included.",
        "prior-lines" => "How many different ones were received before the decision.",
        "extrarenal" => "At its worst in the file.",
        "pregnancy" => "Pregnancy, or a wish for one within two years.",
        "signed" => "Signature of the version in force.",
        "amended" => "Decisions amended, before or after a signature.",
        "duplicates" => "Another case number under the same pseudonym decided on the same day.",
        "orphans" => "Actions of decisions in force.",
        "to-lock" => "Days to the locking of the first version.",
        "to-sign" => "Days to the first signature; not recorded: not signed.",
        "to-tell" => "Days until the patient was told; not recorded: not on record.",
        _ => "?",
    }
}

fn own(figure: &str, code: &str) -> &'static str {
    match (figure, code) {
        ("half-duration" | "half-missing" | "half-voices" | "half-decision", "first") => "first half",
        ("half-duration" | "half-missing" | "half-voices" | "half-decision", "second") => "second half",
        ("kappa", "before") => "before the talk",
        ("kappa", "after") => "after the talk",
        ("amended", "no") => "never amended",
        ("amended", "before") => "amended before a signature",
        ("amended", "after") => "amended after a signature",
        ("class" | "regimen" | "intensity" | "steroid-start" | "upcr" | "egfr" | "spread", "proliferative") => {
            "III, IV"
        }
        ("extrarenal", "mild") => "mild",
        ("extrarenal", "moderate_severe") => "moderate to severe",
        ("pregnancy", "none") => "neither",
        ("pregnancy", "wish") => "wish",
        ("pregnancy", "pregnant") => "pregnant",
        ("bodies", "all") => "with all",
        ("bodies", "some") => "with some",
        ("bodies", "none") => "with none",
        ("bodies", "silent") => "none answers",
        ("pairs", "both") => "with both",
        ("pairs", "first-only") => "with the first only",
        ("pairs", "second-only") => "with the second only",
        ("pairs", "neither") => "with neither",
        ("deviation-course", "deviates") => "depart from a guideline",
        ("deviation-course", "follows") => "depart from none",
        ("same-again", "same") => "same treatment",
        ("same-again", "other") => "another treatment",
        ("moved", "same") => "majority unchanged",
        ("moved", "moved") => "majority moved",
        ("moved", "no-majority") => "no majority",
        ("concordance-time", "yes") => "concordant",
        ("concordance-time", "no") => "partly or deviates",
        ("actions", "done") => "done",
        ("actions", "dropped") => "dropped",
        ("actions", "open") => "open",
        ("orphans", "neither") => "neither owner nor day",
        ("orphans", "no-owner") => "no owner",
        ("orphans", "no-day") => "no day",
        ("orphans", "owned-and-dated") => "owner and day",
        ("response-time", "event") => "complete response",
        ("relapse-time", "event") => "relapse",
        ("missing", "none") => "nothing missing",
        ("lacking", "none") => "nothing lacking",
        ("dissent", "none") => "no dissent",
        ("deferral", "none") => "not deferred",
        (_, "mixed_v") => "III or IV + V",
        (_, "pure_v") => "V alone",
        (_, "i_ii") => "I, II",
        (_, "vi") => "VI",
        (_, "censored") => "without it at the last look",
        (_, "yes") => "yes",
        (_, "no") => "no",
        (_, "first") => "first presentation",
        (_, "again") => "return",
        (_, "decided") => "decided",
        (_, "postponed") => "put off",
        (_, "present") => "present",
        (_, "absent") => "absent",
        (_, "none") => "none",
        _ => "?",
    }
}

fn unit(code: &str) -> &'static str {
    match code {
        "decisions" => "decisions",
        "items" => "items",
        "s" => "s",
        "voices" => "voices",
        "breaks" => "breaks",
        "specialties" => "specialties",
        "mg/kg/d" => "mg/kg/d",
        "mg/d" => "mg/d",
        "g/g" => "g/g",
        "mL/min/1.73 m²" => "mL/min/1.73\u{a0}m²",
        "years" => "years",
        "points" => "points",
        "d" => "d",
        _ => "?",
    }
}

fn of(code: &str) -> &'static str {
    match code {
        "decision" => "decisions",
        "passage" => "passages",
        "meeting" => "meetings",
        "meeting-specialty" => "meetings × specialties",
        "voice" => "voices",
        "reading" => "readings",
        "pair" => "pairs of readings",
        "departure" => "departures",
        "use" => "drugs",
        "action" => "actions",
        "look" => "looks",
        _ => "?",
    }
}

fn of_one(code: &str) -> &'static str {
    match code {
        "decision" => "decision",
        "passage" => "passage",
        "meeting" => "meeting",
        "meeting-specialty" => "meeting × specialty",
        "voice" => "voice",
        "reading" => "reading",
        "pair" => "pair of readings",
        "departure" => "departure",
        "use" => "drug",
        "action" => "action",
        "look" => "look",
        _ => "?",
    }
}

fn absent(code: &str) -> &'static str {
    match code {
        "bamara" => "BaMaRa count: by the export",
        "members" => "attendance of each person: SQL view attendance, never in a report",
        "freeze" => "completeness at the freeze (24 h before)",
        "request" => "day of the request",
        "weight-and-level" => "lead time from request to meeting",
        "complexity" => "score of complexity",
        "replay" => "replay with another edition: a command of its own",
        "hcq-level" => "blood level of hydroxychloroquine",
        "contraception" => "contraception and APS plan (free text)",
        "start" => "day on which the treatment began",
        "owner-age" => "age of actions by owner: regards due",
        "serology" => "C3, C4 and anti-DNA at look backs",
        "kidney-survival" => "survival free of chronic kidney disease",
        "steroid-exposure" => "cumulative exposure to glucocorticoids",
        "sdi" => "change in SDI",
        "chain" => "check of the chain: regards verify",
        "oldest-unsigned" => "age of the oldest unsigned: regards due",
        "sent" => "day of sending",
        _ => "?",
    }
}

fn event(code: &str) -> &'static str {
    match code {
        "response-time" => "complete response",
        "relapse-time" => "relapse",
        _ => "?",
    }
}
