use super::Codes;

/// English.
pub(super) const CODES: Codes = Codes {
    topic,
    verdict,
    accord,
    reason,
    ground,
    advice,
    datum,
    fact,
    need,
    goal,
    scheme,
    counted_from,
    checked,
    caution,
    level,
    label,
    country,
    indication,
    band,
    hcq_band,
    hcq_status,
    kidney_risk,
    not_scored,
    discordance,
    end_by,
    ask: super::ask_en::ask,
};

fn topic(code: &str) -> &'static str {
    match code {
        "biopsy" => "Biopsy",
        "initial_therapy" => "Initial therapy",
        "class_rule" => "Class rule",
        "belimumab" => "Belimumab",
        "cni" => "Calcineurin inhibitor",
        "cyclophosphamide" => "Cyclophosphamide",
        "obinutuzumab" => "Obinutuzumab",
        "gc_pulse" => "Glucocorticoid pulse",
        "gc_start" => "Oral start of glucocorticoid",
        "gc_target" => "Glucocorticoid taper and target",
        "response_3m" => "Target at 3 months",
        "response_6m" => "Target at 6 months",
        "response_12m" => "Target at 12 months",
        "response_24m" => "Target at 18-24 months",
        "maintenance" => "Maintenance",
        "hydroxychloroquine" => "Hydroxychloroquine",
        "kidney_protection" => "Kidney protection",
        "withdrawal" => "Duration and withdrawal",
        "relapse" => "Relapse",
        "inadequate_response" => "Inadequate response",
        "refractory" => "Refractory disease",
        "rebiopsy" => "Repeat biopsy",
        "monitoring" => "Monitoring",
        "pregnancy" => "Pregnancy",
        "contraception" => "Contraception",
        "fertility" => "Fertility",
        "tma" => "Thrombotic microangiopathy",
        "antiphospholipid" => "Antiphospholipid antibodies",
        "children" => "Children",
        _ => "?",
    }
}

fn verdict(code: &str) -> &'static str {
    match code {
        "conflict" => "conflict",
        "preferred" => "preferred",
        "recommended" => "recommended",
        "option" => "option",
        "alternative" => "alternative",
        "judgement" => "left to judgement",
        "caution" => "with caution",
        "reserved" => "kept for later",
        "avoid" => "not advised",
        "needs_data" => "needs data",
        "not_applicable" => "not applicable",
        "not_addressed" => "not addressed",
        "not_read" => "not read",
        _ => "?",
    }
}

fn accord(code: &str) -> &'static str {
    match code {
        "same" => "agree",
        "close" => "close",
        "differ" => "differ",
        "undetermined" => "to discuss",
        "only_one" => "one speaks",
        "none_speaks" => "none speaks",
        _ => "?",
    }
}

fn reason(code: &str) -> &'static str {
    match code {
        "identical" => "the same answers",
        "other_preference" => "the same choices, another preference",
        "shared_choices" => "some choices in common, not all",
        "no_shared_choice" => "no choice in common",
        "one_advises_against" => "one treats, another advises against it or waits",
        "own_conflict" => "one of them contradicts itself here",
        "ranges_meet" => "the ranges overlap",
        "ranges_do_not_meet" => "the ranges do not overlap",
        "no_numbers" => "one of them prints no number",
        "other_numbers" => "the same demand, other numbers",
        "other_demands" => "demands of different kinds",
        "left_to_judgement" => "left to judgement",
        "needs_data" => "data are missing",
        "only_one_speaks" => "the others do not speak of it for this patient",
        "none_speaks" => "nothing is said for this patient",
        _ => "?",
    }
}

fn ground(code: &str) -> &'static str {
    match code {
        "found" => "found",
        "none" => "none",
        "needs_data" => "needs data",
        "nothing_to_compare" => "nothing to compare",
        _ => "?",
    }
}

#[expect(clippy::too_many_lines, reason = "a line a code")]
fn advice(code: &str) -> &'static str {
    match code {
        "no_class_distinction" => "no distinction by class",
        "by_class" => "by class",
        "treat_as_proliferative" => "treat as proliferative disease",
        "immunosuppression" => "immunosuppression",
        "no_kidney_immunosuppression" => "no immunosuppression for the kidney",
        "led_by_extrarenal" => "led by extrarenal disease",
        "as_minimal_change" => "as minimal change disease",
        "one_agent_with_gc" => "glucocorticoid and one immunosuppressant",
        "triple_therapy" => "triple therapy",
        "combination_therapy" => "combination therapy",
        "no_threshold" => "no threshold printed",
        "monitor" => "monitor",
        "chronic_kidney_care" => "care of chronic kidney disease",
        "no_cyclophosphamide_with_cni" => "no cyclophosphamide with a calcineurin inhibitor",
        "lower_glucocorticoid" => "lighter glucocorticoid",
        "paediatric_dose" => "paediatric dose",
        "raas_blocker" => "RAAS blocker",
        "sglt2_inhibitor" => "SGLT2 inhibitor",
        "pressure_below_130_80" => "BP < 130/80 mmHg",
        "systolic_below_120" => "systolic BP < 120 mmHg",
        "salt_restriction" => "little salt",
        "statin" => "statin",
        "anticoagulation" => "anticoagulation",
        "discuss_anticoagulation" => "anticoagulation to be discussed",
        "hydroxychloroquine" => "hydroxychloroquine",
        "five_mg_per_kilo" => "5\u{a0}mg/kg/d",
        "escalate_early" => "escalate early",
        "continue_treatment" => "continue treatment",
        "gradual_withdrawal" => "gradual withdrawal",
        "minimum_reached" => "minimum duration reached",
        "withdraw_glucocorticoid" => "stop glucocorticoid",
        "biopsy_before_stopping" => "biopsy before stopping",
        "continue_hydroxychloroquine" => "keep hydroxychloroquine",
        "glucocorticoid_first" => "glucocorticoid first",
        "take_biopsy" => "kidney biopsy",
        "biopsy_promptly" => "without delay",
        "class_and_indices" => "ISN/RPS class, activity and chronicity indices",
        "glucocorticoid_before_biopsy" => "glucocorticoid before the biopsy",
        "treat_by_presentation" => "no biopsy possible: by presentation",
        "repeat_biopsy" => "repeat biopsy",
        "later_response" => "complete response may come later",
        "same_drugs" => "keep the same drugs",
        "mycophenolate_maintenance" => "mycophenolate for maintenance",
        "azathioprine_maintenance" => "azathioprine otherwise",
        "individualise" => "individualise",
        "escalate_to_combination" => "escalate to combination",
        "limit_cni" => "calcineurin inhibitor for a limited time",
        "limit_obinutuzumab" => "obinutuzumab for one year at most",
        "as_new_disease" => "as new active disease",
        "same_or_other_regimen" => "the same initial therapy, or another",
        "switch_regimen" => "switch to another combination",
        "check_adherence" => "check adherence",
        "check_doses" => "check doses",
        "measure_drug_levels" => "measure drug levels",
        "expert_centre" => "ask an expert centre",
        "clinical_trial" => "clinical trial",
        "screen_for_nephritis" => "screen for nephritis",
        "closer_when_at_risk" => "more often at higher risk",
        "screen_6_12_months" => "proteinuria every 6 to 12\u{a0}months",
        "proteinuria_3_months" => "proteinuria every 3\u{a0}months",
        "proteinuria_3_6_months" => "proteinuria every 3 to 6\u{a0}months",
        "serology_each_visit" => "serology at each visit",
        "plan_pregnancy" => "plan the pregnancy",
        "delay_pregnancy" => "delay pregnancy",
        "stop_teratogens" => "stop teratogens",
        "switch_to_azathioprine" => "switch to azathioprine",
        "switch_to_tacrolimus" => "switch to tacrolimus",
        "stop_raas_blocker" => "stop the RAAS blocker",
        "aspirin" => "aspirin",
        "stable_on_new_drugs" => "stable on the new drugs",
        "inactive_six_months" => "inactive for 6\u{a0}months",
        "effective_contraception" => "effective contraception",
        "avoid_voclosporin" => "no voclosporin",
        "avoid_belimumab" => "no belimumab",
        "compatible_drugs_only" => "compatible drugs only",
        "proteinuria_below_half_gram" => "UPCR < 0.5\u{a0}g/g",
        "no_late_b_cell_depletion" => "no B-cell depletion in the 3rd trimester",
        "contraception" => "contraception",
        "iud_or_two_methods" => "intrauterine device or two methods",
        "no_oestrogen" => "no oestrogen",
        "pregnancy_test" => "pregnancy test before the start",
        "gnrh_analogue" => "GnRH analogue",
        "gamete_preservation" => "cryopreservation of gametes or embryos",
        "prefer_mycophenolate" => "mycophenolate rather than cyclophosphamide",
        "treat_by_cause" => "treat by cause",
        "plasma_exchange" => "plasma exchange",
        "complement_inhibitor" => "complement inhibitor",
        "caplacizumab" => "caplacizumab",
        "b_cell_depletion" => "B-cell depletion",
        "ask_haematologist" => "ask a haematologist",
        "plasmic_score" => "PLASMIC score",
        "vitamin_k_antagonist" => "vitamin K antagonist",
        "as_adults" => "as in adults",
        "growth_and_puberty" => "mind growth and puberty",
        "no_sglt2_in_children" => "no SGLT2 inhibitor in children",
        "belimumab_in_children" => "belimumab possible in children",
        "transition_to_adult_care" => "prepare adult care",
        "psychosocial_care" => "psychosocial care",
        _ => "?",
    }
}

fn datum(code: &str) -> &'static str {
    match code {
        "kidney.biopsies" => "kidney biopsy",
        "kidney.biopsies.class" => "histological class",
        "kidney.biopsies.lesions" => "active or chronic lesions",
        "kidney.biopsies.activity" => "activity index",
        "kidney.biopsies.chronicity" => "chronicity index",
        "kidney.biopsies.crescents" => "crescents",
        "kidney.biopsies.necrosis" => "fibrinoid necrosis",
        "kidney.biopsies.interstitial_inflammation" => "interstitial inflammation",
        "kidney.biopsies.fibrosis" => "interstitial fibrosis",
        "kidney.biopsies.podocyte_effacement" => "podocyte effacement",
        "kidney.biopsies.tma" => "TMA on the biopsy",
        "kidney.rapidly_progressive" => "rapidly progressive course",
        "kidney.preflare" => "date of the eGFR before the flare",
        "kidney.raasi_at_maximum" => "RAAS blocker at its maximum",
        "kidney.worsening" => "worsening of proteinuria",
        "kidney.adamts13" => "ADAMTS13 activity",
        "kidney.schistocytes" => "schistocytes",
        "course.rescue" => "rescue treatment",
        "course.started" => "start of the present treatment",
        "course.response" => "date of response",
        "course.complete_response" => "date of complete response",
        "activity.sledai" => "SLEDAI-2K items",
        "labs.creatinine" => "creatinine",
        "labs.upcr" => "UPCR",
        "labs.protein_24h" => "24\u{a0}h proteinuria",
        "labs.albumin" => "albumin",
        "labs.igg" => "IgG",
        "labs.platelets" => "platelets",
        "blood_pressure" => "blood pressure",
        "patient.sex" => "sex",
        "patient.born" => "birth month",
        "patient.weight" => "weight",
        "patient.height" => "height",
        "lupus.flares" => "number of kidney flares",
        "lupus.failed_courses" => "failed courses of treatment",
        "extrarenal" => "extrarenal involvement",
        "pregnancy.status" => "pregnancy",
        "pregnancy.wish" => "wish for a child",
        "pregnancy.contraception" => "contraception",
        "treatments" => "treatments",
        "background.comorbidities" => "comorbidities",
        "background.apl" => "antiphospholipid antibodies",
        "background.cyclophosphamide_before" => "cyclophosphamide received before",
        "background.mycophenolate_intolerance" => "intolerance of mycophenolate",
        "background.cyclophosphamide_unfit" => "refusal of cyclophosphamide, or reason against it",
        "background.combination_unavailable" => "obstacle to the combination",
        "background.hydroxychloroquine_contraindicated" => "contraindication to hydroxychloroquine",
        "person.adherence" => "adherence",
        "stated" => "hypothesis",
        "treatments.name" => "what a drug outside the list is",
        "treatments.eye_exam" => "date of the retina examination",
        "treatments.dose" => "dose of a treatment",
        "labs.uacr" => "UACR",
        "labs.potassium" => "potassium",
        "damage.reviewed" => "date of the SDI review",
        "pregnancy.care_agreement" => "care agreement",
        "pregnancy.test" => "pregnancy test",
        "pregnancy.weeks" => "weeks of amenorrhoea",
        "pregnancy.fetal_echo_planned" => "fetal echocardiography",
        "background.anti_ssa" => "anti-SSA/SSB",
        "background.fertility_discussed" => "talk about fertility",
        "background.tpmt" => "TPMT",
        "background.nudt15" => "NUDT15",
        "background.hbv" => "hepatitis B",
        "prevention.pjp_prophylaxis" => "Pneumocystis prophylaxis",
        "prevention.fracture_risk" => "class of fracture risk",
        "prevention.vaccines.influenza" => "influenza vaccine",
        "prevention.vaccines.pneumococcus" => "pneumococcal vaccine",
        "prevention.vaccines.zoster" => "zoster vaccine",
        "prevention.vaccines.hpv" => "HPV vaccine",
        "prevention.vaccines.live_planned" => "live vaccine planned or not",
        "line" => "line of the decision",
        "line.dose" => "dose, duration or number on the line",
        _ => "?",
    }
}

#[expect(clippy::too_many_lines, reason = "a line a code")]
fn fact(code: &str) -> &'static str {
    match code {
        "class" => "Class",
        "active_nephritis" => "Active nephritis to be treated",
        "proliferative" => "Class III or IV, with or without V",
        "pure_v" => "Pure class V",
        "mixed_v" => "Class V with III or IV",
        "class_i_or_ii" => "Class I or II alone",
        "class_vi" => "Class VI",
        "chronic_only" => "Chronic lesions only",
        "activity_index" => "Activity index",
        "chronicity_index" => "Chronicity index",
        "crescents" => "Crescents",
        "necrosis" => "Fibrinoid necrosis",
        "severe_interstitial_inflammation" => "Severe interstitial inflammation",
        "substantial_fibrosis" => "Substantial fibrosis",
        "podocyte_effacement" => "Extensive podocyte effacement",
        "tma" => "Thrombotic microangiopathy",
        "proteinuria" => "Proteinuria",
        "egfr" => "eGFR",
        "albumin" => "Albumin",
        "igg" => "IgG",
        "adamts13" => "ADAMTS13",
        "platelets" => "Platelets",
        "schistocytes" => "Schistocytes",
        "nephrotic_range" => "Nephrotic-range proteinuria (≥ 3.5\u{a0}g/g)",
        "baseline_proteinuria" => "Proteinuria at the start",
        "baseline_egfr" => "eGFR at the start",
        "preflare_egfr" => "eGFR before the flare",
        "rescue" => "Rescue treatment",
        "systolic" => "Systolic BP",
        "diastolic" => "Diastolic BP",
        "age" => "Age",
        "child" => "Child",
        "male" => "Man",
        "weight" => "Weight",
        "hypertension" => "Hypertension",
        "diabetes" => "Diabetes",
        "heart_failure" => "Heart failure",
        "extrarenal_activity" => "Extrarenal activity",
        "extrarenal_moderate_severe" => "Moderate or severe extrarenal activity",
        "first_flare" => "First kidney flare",
        "previous_flare" => "Earlier kidney flare",
        "repeated_flares" => "Repeated kidney flares",
        "failed_courses" => "Failed courses",
        "rapidly_progressive" => "Rapidly progressive",
        "worsening" => "Proteinuria worsening or complicated",
        "low_filtration" => "eGFR < 60 at the start",
        "chronicity_with_activity" => "Chronicity index > 3 with active lesions",
        "any_crescents" => "Crescents present",
        "poor_prognosis" => "Factor of poor prognosis (EULAR)",
        "high_ckd_risk" => "High kidney risk (chronic kidney disease)",
        "treatment_started" => "Treatment started",
        "in_response" => "In response",
        "in_complete_response" => "In complete response",
        "months_since_start" => "Months since the start",
        "months_since_response" => "Months since response",
        "months_since_complete_response" => "Months since complete response",
        "off_glucocorticoid" => "Off glucocorticoid",
        "prednisone" => "Prednisone",
        "months_off_glucocorticoid" => "Months off glucocorticoid",
        "on_hydroxychloroquine" => "On hydroxychloroquine",
        "on_raas_blocker" => "On a RAAS blocker",
        "raas_blocker_at_maximum" => "RAAS blocker at its maximum",
        "on_mycophenolate" => "On mycophenolate",
        "on_cyclophosphamide" => "On cyclophosphamide",
        "on_teratogen" => "On a teratogen",
        "pregnant" => "Pregnant",
        "pregnancy_wish" => "Wish for a child within two years",
        "postpartum" => "Delivered less than a year ago",
        "breastfeeding" => "Breastfeeding",
        "may_conceive" => "Could become pregnant",
        "no_contraception" => "No contraception",
        "oestrogen_contraception" => "Contraception with oestrogen",
        "quiet_months" => "Months of inactive nephritis",
        "months_off_teratogen" => "Months without mycophenolate, cyclophosphamide or methotrexate",
        "poor_adherence" => "Difficult adherence",
        "cyclophosphamide_before" => "Cyclophosphamide received before",
        "mycophenolate_intolerance" => "Full-dose mycophenolate impossible",
        "cyclophosphamide_unfit" => "Cyclophosphamide refused or contraindicated",
        "combination_unavailable" => "Combination out of reach or not tolerated",
        "hydroxychloroquine_contraindicated" => "Contraindication to hydroxychloroquine",
        "apl_positive" => "Antiphospholipid positive",
        "apl_high_risk" => "High-risk antiphospholipid profile",
        "aps" => "Antiphospholipid syndrome",
        "recent_infection" => "Recent infection",
        "multimorbidity" => "Several conditions beside lupus",
        "biopsied" => "Kidney biopsy taken",
        "haematuria_or_casts" => "Haematuria or casts",
        "previous_egfr" => "Previous eGFR",
        "filtration_fall" => "eGFR down by more than 20 %",
        "impaired_function" => "Impaired kidney function",
        "nephrotic_at_start" => "Nephrotic range at the start",
        "inadequate_by_eular" => "Inadequate response by EULAR",
        "inadequate_by_acr" => "Inadequate response by ACR",
        "inadequate_by_kdigo" => "Inadequate response by KDIGO",
        "in_partial_response" => "In partial response",
        "relapse" => "Kidney relapse after response",
        "rebiopsied" => "Repeat biopsy already taken",
        "refractory" => "Refractory to two courses or more",
        "dual_regimen" => "On one immunosuppressant",
        "triple_regimen" => "On two immunosuppressants or more",
        "on_belimumab" => "On belimumab",
        "on_cni" => "On a calcineurin inhibitor",
        "on_anti_cd20" => "On an anti-CD20",
        "cyclophosphamide_to_follow" => "Cyclophosphamide to be followed up",
        code => safety_fact(code),
    }
}

/// What the safety rules ask.
fn safety_fact(code: &str) -> &'static str {
    match code {
        "hcq_per_kilo" => "HCQ per kilo of real weight",
        "hcq_daily" => "HCQ a day",
        "months_on_hcq" => "Time on HCQ",
        "months_since_eye_exam" => "Time since the retina examination",
        "steroid_daily" => "Glucocorticoid, prednisone equivalent",
        "steroid_days_above_15" => "Days in a row > 15\u{a0}mg/d of prednisone equivalent",
        "steroid_days_from_2_5" => "Days in a row ≥ 2.5\u{a0}mg/d of prednisone equivalent",
        "mycophenolate_daily" => "Mycophenolate a day (as mofetil)",
        "cyclophosphamide_lifetime" => "Cumulative cyclophosphamide",
        "cyclophosphamide_after" => "Cumulative cyclophosphamide after the planned course",
        "egfr_fall" => "Fall of eGFR",
        "haemodynamic_drug_started" => "RAAS blocker, SGLT2i or CNI started between the two",
        "uacr_doubled" => "UACR at least doubled",
        "potassium" => "Potassium",
        "pressure_raised_twice" => "BP ≥ 130/80 twice in a row",
        "months_since_damage_review" => "Time since the SDI review",
        "care_agreement_in_force" => "Care agreement in force",
        "pregnancy_test_lacking" => "Pregnancy test not done",
        "pregnancy_weeks" => "Weeks of amenorrhoea",
        "anti_ssa_positive" => "Anti-SSA or anti-SSB positive",
        "fetal_echo_planned" => "Fetal echocardiography planned",
        "fertility_on_record" => "Fertility discussed",
        "hcq_contraindication_on_record" => "Contraindication to HCQ on record",
        "thiopurine_on_record" => "TPMT or NUDT15 on record",
        "thiopurine_poor" => "Poor thiopurine metaboliser",
        "hepatitis_b_on_record" => "Hepatitis B status on record",
        "igg_on_record" => "IgG measured",
        "sulfa_allergy" => "Sulfa allergy",
        "macular_disease" => "Macular disease",
        "apl_triple_positive" => "Triple antiphospholipid positivity",
        "pjp_on_record" => "Pneumocystis prophylaxis decided",
        "fracture_risk_on_record" => "Fracture risk classed",
        "live_vaccine_planned" => "Live vaccine planned",
        "influenza_vaccine_due" => "Influenza vaccine due",
        "pneumococcus_vaccine_missing" => "Pneumococcal vaccine never given",
        "zoster_vaccine_missing" => "Zoster vaccine never given",
        "hpv_vaccine_missing" => "HPV vaccine never given",
        _ => "?",
    }
}

fn need(code: &str) -> &'static str {
    match code {
        "age" => "the age",
        "birth_month" => "the birth month",
        "age_of_one_year" => "an age of at least one year",
        "height" => "the height",
        "weight" => "the weight",
        "creatinine" => "the creatinine",
        "sledai" => "the SLEDAI items",
        "sledai_items_not_assessed" => "the SLEDAI items not assessed",
        "pga" => "the PGA",
        "ptga" => "the PtGA",
        "new_activity" => "whether activity is new",
        "activity_beyond_sledai" => "the activity that SLEDAI does not see",
        "standard_treatment" => "whether treatment is standard and tolerated",
        "proteinuria" => "the proteinuria",
        "platelets" => "the platelets",
        "white_cells" => "the white cells",
        "treatments" => "the list of treatments",
        "steroid_dose" => "the dose of glucocorticoid",
        "administrations" => "the number of administrations in the period",
        "one_dose_at_a_time" => "one dose at a time (two overlap)",
        "hcq_dose" => "the dose of hydroxychloroquine",
        "sdi" => "a review of damage",
        "lupus_diagnosis" => "the date of the diagnosis of lupus",
        "course_start" => "the start of treatment",
        "baseline_upcr" => "the UPCR at the start",
        "upcr" => "the UPCR since the start",
        "baseline_egfr" => "the eGFR at the start",
        "preflare_egfr" => "the eGFR before the flare",
        "egfr" => "the eGFR since the start",
        "rescue" => "whether rescue treatment was needed",
        "low_steroids" => "the dose of glucocorticoid over time",
        "one_equation" => "one equation for all values",
        "three_values" => "at least three values",
        "one_year" => "values over at least a year",
        "epices" => "the eleven EPICES answers",
        _ => "?",
    }
}

fn goal(code: &str) -> &'static str {
    match code {
        "target" => "target",
        "partial_response" => "partial response",
        "complete_response" => "complete response",
        "primary_efficacy" => "primary efficacy renal response",
        _ => "?",
    }
}

fn scheme(code: &str) -> &'static str {
    match code {
        "single" => "single scheme",
        "reduced" => "reduced scheme",
        "moderate" => "moderate scheme",
        "high" => "high scheme",
        _ => "?",
    }
}

fn counted_from(code: &str) -> &'static str {
    match code {
        "start" => "from the start of treatment",
        "response" => "from response",
        "complete_response" => "from complete response",
        "compatible_drugs" => "on compatible drugs",
        _ => "?",
    }
}

fn checked(code: &str) -> &'static str {
    match code {
        "verified" | "primary" => "read in the source",
        "secondary" => "from a secondary source",
        "memory" => "from memory, to be verified",
        "inference" => "inferred from what is printed",
        "proposal" => "a proposal of this program, without a source",
        _ => "?",
    }
}

fn caution(code: &str) -> &'static str {
    match code {
        "inconsistent" => "the text is not consistent",
        "not_verified" => "not verified",
        _ => "?",
    }
}

fn level(code: &str) -> &'static str {
    match code {
        "stop" => "STOP",
        "warn" => "warning",
        "info" => "to know",
        _ => "?",
    }
}

fn label(code: &str) -> &'static str {
    match code {
        "labelled" => "labelled",
        "not_reimbursed" => "labelled, not reimbursed",
        "off_label" => "off label",
        "not_verified" => "label not verified",
        _ => "?",
    }
}

fn country(code: &str) -> &'static str {
    match code {
        "FR" => "France",
        "EU" => "European Union",
        _ => "?",
    }
}

fn indication(code: &str) -> &'static str {
    match code {
        "proliferative" => "class III or IV, with or without V",
        "pure_v" => "pure class V",
        "other" => "another picture",
        _ => "?",
    }
}

fn band(code: &str) -> &'static str {
    match code {
        "none" => "none",
        "low" => "low",
        "mild" => "mild",
        "moderate" => "moderate",
        "high" => "high",
        "severe" => "severe",
        _ => "?",
    }
}

fn hcq_band(code: &str) -> &'static str {
    match code {
        "undetectable" => "undetectable",
        "severe_non_adherence" => "suggests severe non-adherence",
        "below_target" => "below target",
        "target" => "at target",
        "supratherapeutic" => "above target",
        _ => "?",
    }
}

fn hcq_status(code: &str) -> &'static str {
    match code {
        "within" => "within the limit",
        "above" => "above the limit",
        _ => "?",
    }
}

fn kidney_risk(code: &str) -> &'static str {
    match code {
        "low" => "low risk",
        "moderate" => "moderate risk",
        "high" => "high risk",
        "very_high" => "very high risk",
        _ => "?",
    }
}

fn not_scored(code: &str) -> &'static str {
    match code {
        "later" => "after this day",
        "before_lupus" => "before lupus",
        "under_six_months" => "for less than six months",
        "from_forty_years" => "from 40\u{a0}years on, not premature",
        "replaced_by_esrd" => "contained in end-stage renal disease",
        _ => "?",
    }
}

fn discordance(code: &str) -> &'static str {
    match code {
        "concordant" => "no discordance",
        "patient_higher" => "discordance, the patient higher",
        "physician_higher" => "discordance, the physician higher",
        _ => "?",
    }
}

fn end_by(code: &str) -> &'static str {
    match code {
        "per_kilo" => "by weight",
        "floor" => "floor",
        "cap" => "cap",
        _ => "?",
    }
}
