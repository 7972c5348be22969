use crate::text::BasicsWords;

pub(super) const BASICS: BasicsWords = BasicsWords {
    retina: "Retina",
    heart: "Cardiovascular risk",
    apl: "Antiphospholipids",
    vaccines: "Vaccines",
    basics: "BASICs",
    quality: "Quality indicators",
    real_weight: "of real weight",
    ceiling: |a| format!("ceiling {a}"),
    dose: "Dose",
    hcq_rule: "Ceiling: 5\u{a0}mg/kg/d of real weight, 400\u{a0}mg/d at most; exactly 5 is within.",
    kidney_rule: "eGFR <\u{a0}30: KDIGO 2024 cuts by at least 25%, EULAR/ERA 2019 by 50%; they disagree, both are shown.",
    tablets: |n, mean, per| format!("200\u{a0}mg tablets under the ceiling: {n} a week, {mean} on average ({per})."),
    kidney_cut: |a, b| format!("eGFR <\u{a0}30: KDIGO 2024 ≤\u{a0}{a}, EULAR/ERA 2019 ≤\u{a0}{b}"),
    hcq_pregnancy: "Pregnancy: up to 400\u{a0}mg/d (EULAR 2024)",
    hcq_low: "2 to 3\u{a0}mg/kg/d may be too little (read second-hand).",
    hcq_flare: "EULAR 2023 weighs the target against flare and retina.",
    not_taken: "no antimalarial today",
    next_exam: |a| format!("next examination on {a}"),
    exam_due: |a| format!("examination due since {a}"),
    last_exam: |a| format!("last on {a}"),
    no_exam: "last examination not stated",
    baseline_due: |a| format!("a first one was due on {a}"),
    yearly_from: |a| format!("every year from {a}"),
    at_risk: |a| format!("risk factor: {a}"),
    risk_open: |a| format!("risk factor not excluded, it would bring the date forward: {a}"),
    brought_forward: |a, b| format!("{a}: {b}"),
    body: "Body",
    first_exam: "First examination",
    yearly: "Yearly from",
    next: "Next",
    tests: "Tests",
    not_recommended: "not recommended",
    start: "Start",
    eye_tests,
    eye_risk,
    absent: "not there",
    present: "there",
    eye_rule: "After the first examination, every year from 5\u{a0}years of treatment; sooner at risk: from one year for AAO and RCOphth. One year after the last examination.",
    eye_france: "France 2017 names kidney failure, tamoxifen, dose and duration; what was read of it does not say by how much to advance.",
    eye_limits: "“Kidney disease” without a number is read here as eGFR <\u{a0}60 (RCOphth). Age at the start (AAO 2025) has no limit and is not judged.",
    eye_odds: "At the recommended dose: <\u{a0}1% at 5\u{a0}years, <\u{a0}2% at 10, about 20% at 20.",
    below_target: "below 130/80",
    above_target: "130/80 or more",
    raised_twice: "twice in a row: target <\u{a0}130/80 (EULAR 2022)",
    pressure_below: "BP <\u{a0}130/80 mmHg",
    pressure_rule: "Target <\u{a0}130/80 mmHg, to be considered in lupus; raised when either number reaches its limit. Two readings in a row count.",
    ten_years: |a| format!("{a} in 10\u{a0}years"),
    does_not_apply: |a| format!("SCORE2 does not apply: {a}"),
    not_for,
    cv_class,
    by_kidney: |a| format!("by the kidney: {a}"),
    ldl: "LDL",
    ldl_target: |a| format!("target <\u{a0}{a}"),
    ldl_met: "met",
    ldl_not_met: "not met",
    ldl_between: "depends on low or moderate risk",
    ldl_no_class: "class of risk unknown",
    total_cholesterol: "Total cholesterol",
    hdl: "HDL",
    systolic: "Systolic pressure",
    class: "Class",
    score2_rule: "SCORE2: age, sex, current smoking, systolic pressure, total and HDL cholesterol; 40 to 69\u{a0}years, no diabetes, no cardiovascular disease; region of low risk.",
    class_rule: "Below 50\u{a0}years: high from 2.5%, very high from 7.5%. From 50 to 69: 5% and 10%. For 3\u{a0}months or more, eGFR 30 to 59 or UACR from 30\u{a0}mg/g: at least high; eGFR <\u{a0}30: very high.",
    no_multiplier: "No multiplier for lupus: the ×\u{a0}1.5 is that of rheumatoid arthritis (from memory).",
    france_low: "France is a region of low risk (from memory).",
    cv_when: "EULAR 2022: assess within 6\u{a0}months of the diagnosis, then by risk.",
    halved: "and half of the starting value",
    low_if: "3.0\u{a0}mmol/L (1.16\u{a0}g/L) if the risk is low",
    confirmed: "confirmed at 12\u{a0}weeks",
    to_confirm: |a| format!("to confirm from {a}"),
    stated: "Stated profile",
    stated_only: "stated, no dated test",
    contradiction: |a, b| format!("the file says “{a}”, the tests “{b}”"),
    antibody,
    apl_finding,
    follows,
    then_so: "so",
    antibody_head: "Antibody",
    found_head: "Finding",
    apl_rule: "High risk: lupus anticoagulant, two or three antibodies, or a persistently high titre; positive twice 12\u{a0}weeks apart. >\u{a0}40\u{a0}U is positive; below, the limit of the laboratory decides; “high” is read as ≥\u{a0}80\u{a0}U.",
    apl_events: "First unprovoked venous thrombosis: VKA INR 2–3 long term; arterial: INR 2–3 or 3–4. Obstetric APS: aspirin and prophylactic heparin.",
    agapss: |a| format!("aGAPSS {a}/17 (from memory): aCL 5, aβ2GPI 4, LA 4, dyslipidaemia 3, hypertension 1."),
    vaccine,
    vaccine_state,
    vaccine_rule,
    due_now: |a| format!("due: {a}"),
    not_known: |a| format!("not known: {a}"),
    done_list: |a| format!("done: {a}"),
    none_due: "none due",
    from_day: |a| format!("from {a}"),
    last_dose: |a| format!("last dose {a}"),
    never: "never",
    live_blocked: |a| format!("live ones contraindicated: {a}"),
    live_allowed: "live ones: no immunosuppression today; 2 to 4\u{a0}weeks before starting any (from memory)",
    live_soon: "live ones: not to be given if prednisone stays ≥\u{a0}10\u{a0}mg/d beyond 2\u{a0}weeks (from memory)",
    live_open: "live ones: immunosuppression to be stated",
    live_planned: "yet a live vaccine is planned",
    long_steroid: "prednisone ≥\u{a0}10\u{a0}mg/d for more than 2\u{a0}weeks",
    stopped_until: |a, b| format!("{a} stopped, until {b}"),
    immune_rule: "Immunosuppressed here: an immunosuppressant or biologic today, prednisone ≥\u{a0}10\u{a0}mg/d for more than 2\u{a0}weeks, or 3\u{a0}months after the stop (6 after an anti-CD20).",
    season_rule: "A season begins on 1 September (a proposal: the source says “yearly”).",
    zoster_note: "The file keeps the last dose: two doses of zoster, three of HPV are to be checked. The spring dose of COVID-19 (immunosuppressed, from memory) is not judged.",
    vaccine_head: "Vaccine",
    state_head: "State",
    rule_head: "Rule",
    date_head: "Date",
    item_head: "Item",
    from_head: "Field of the file",
    due_head: "Due",
    first: |a| format!("first {a}"),
    next_up: |a| format!("next {a}"),
    due_on: |a| format!("due on {a}"),
    basics_state,
    letter,
    basics_rule: "An item is read from the file where a field says it, else from the list `prevention.basics`. Letter: ! if something is to do, ? if the file does not say, ✓ else. Yearly items are due a year later.",
    basics_credit: "Letters and headings: Chiche (slides), who credits the PNDS 2024; the word BASICs is in no page read of it. The items are a proposal.",
    met: |n| format!("met {n}"),
    gaps: |n| format!("gaps {n}"),
    open: |n| format!("cannot say {n}"),
    indicator,
    quality_unread: "Chavatza 2021: the wording of the 18 indicators could not be read; only two of its outcomes are visible, the dose of hydroxychloroquine and prednisone <\u{a0}7.5\u{a0}mg/d.",
    quality_topics: "Mosca 2011: eleven topics, ten of them read. Yazdany 2009: twenty, of which some examples were read; sun, vaccines, cardiovascular risk, osteoporosis, toxicity and reproductive health are not judged here.",
    quality_fields: "ESR, urine cytology and quality-of-life tests have no field in the file.",
};

fn eye_tests(code: &str) -> &'static str {
    match code {
        "france_2017" => "visual field and SD-OCT",
        "aao_2016" => "SD-OCT and automated visual field (from memory)",
        "aao_2025" => "OCT and wide-field FAF",
        "rcophth_2020" => "SD-OCT and wide-field FAF",
        _ => "?",
    }
}

fn eye_risk(code: &str) -> &'static str {
    match code {
        "dose" => "dose above the ceiling",
        "filtration" => "eGFR <\u{a0}60",
        "tamoxifen" => "tamoxifen",
        "macular_disease" => "macular disease",
        "chloroquine" => "chloroquine",
        _ => "?",
    }
}

fn not_for(code: &str) -> &'static str {
    match code {
        "under_40" => "under 40\u{a0}years",
        "over_69" => "over 69\u{a0}years",
        "diabetes" => "diabetes",
        "cardiovascular_disease" => "known cardiovascular disease",
        _ => "?",
    }
}

fn cv_class(code: &str) -> &'static str {
    match code {
        "low_to_moderate" => "low to moderate risk",
        "high" => "high risk",
        "very_high" => "very high risk",
        _ => "?",
    }
}

fn antibody(code: &str) -> &'static str {
    match code {
        "lupus_anticoagulant" => "Lupus anticoagulant",
        "acl" => "Anticardiolipin",
        "anti_b2gpi" => "Anti-β2GPI",
        _ => "?",
    }
}

fn apl_finding(code: &str) -> &'static str {
    match code {
        "persistent" => "positive, persistent",
        "to_confirm" => "positive, to confirm",
        "transient" => "positive once, then negative",
        "negative" => "negative",
        "unknown" => "not known",
        _ => "?",
    }
}

fn follows(code: &str) -> &'static str {
    match code {
        "aspirin_recommended" => "aspirin 75–100\u{a0}mg/d recommended",
        "aspirin_possible" => "aspirin 75–100\u{a0}mg/d possible",
        "heparin" => "LMWH in high-risk situations",
        "vitamin_k_antagonist" => "if thrombosis: VKA",
        "obstetric_syndrome" => "if obstetric APS: aspirin and heparin",
        "no_rivaroxaban" => "no rivaroxaban",
        "no_oestrogen" => "no oestrogen",
        _ => "?",
    }
}

fn vaccine(code: &str) -> &'static str {
    match code {
        "influenza" => "influenza",
        "pneumococcus" => "pneumococcus",
        "zoster" => "zoster",
        "hpv" => "HPV",
        "covid" => "COVID-19",
        "dtcap" => "dTcaP",
        "hepatitis_b" => "HBV",
        _ => "?",
    }
}

fn vaccine_state(code: &str) -> &'static str {
    match code {
        "done" => "done",
        "due" => "due",
        "due_from" => "due later",
        "not_due" => "not for this patient",
        "by_calendar" => "general calendar",
        "unknown" => "not known",
        _ => "?",
    }
}

fn vaccine_rule(code: &str) -> &'static str {
    match code {
        "influenza" => "every season",
        "pneumococcus" => "PCV20 or PCV21; a year after PCV13/PPSV23 (from memory)",
        "zoster" => "from 18\u{a0}years if immunosuppressed, from 65; 2 doses 2\u{a0}months apart",
        "hpv" => "up to 26\u{a0}years, 3 doses",
        "covid" => "every autumn from 65\u{a0}years or at risk",
        "dtcap" => "general calendar (interval not read)",
        "hepatitis_b" => "if at risk (EULAR 2019)",
        _ => "?",
    }
}

fn basics_state(code: &str) -> &'static str {
    match code {
        "ok" => "done",
        "to_do" => "to do",
        "not_applicable" => "not applicable",
        "unknown" => "not known",
        _ => "?",
    }
}

fn letter(code: &str) -> &'static str {
    match code {
        "baby" => "Baby",
        "atherosclerosis" => "Atherosclerosis",
        "sun" => "Sun",
        "infections" => "Infections",
        "corticosteroids" => "Corticosteroids",
        "specific" => "Specific",
        _ => "?",
    }
}

fn indicator(code: &str) -> &'static str {
    match code {
        "activity_each_visit" => "Activity index at each visit (12\u{a0}months)",
        "damage_every_year" => "SDI every year",
        "quality_of_life" => "Quality of life at each visit",
        "drug_toxicity" => "Drug toxicity at each visit",
        "comorbidities_recorded" => "Comorbidities recorded",
        "eye_check" => "Eye check (French schedule of 2017)",
        "labs_six_months" => "Labs every 6\u{a0}months",
        "viral_infection" => "Chronic viral infection (HBV, HCV, HIV)",
        "vaccination" => "Vaccination",
        "baseline_antibodies" => "Antibodies at baseline",
        "serology_at_diagnosis" => "Anti-dsDNA, complement, aPL within 6\u{a0}months of diagnosis",
        "kidney_labs_three_months" => "Kidney (biopsy <\u{a0}2\u{a0}years): blood and urine every 3\u{a0}months",
        "hcq_dose" => "Hydroxychloroquine dose ≤\u{a0}5\u{a0}mg/kg/d",
        "prednisone_below_7_5" => "Prednisone <\u{a0}7.5\u{a0}mg/d",
        _ => "?",
    }
}
