use crate::domain::{FlareDrug, FlareSign, Rash};
use crate::text::ScoreWords;

pub(super) const SCORES: ScoreWords = ScoreWords {
    name_bands: "Severity by SLEDAI-2K",
    name_discordance: "Physician ↔ patient",
    name_flare: "Flare",
    name_response: "Response index",
    name_difficult: "Difficult to treat or to manage",
    renal: "renal",
    damage: "damage",
    other_cause: "another cause",
    present: "present",
    absent: "absent",
    not_assessed: "not assessed",
    item: "Item",
    weight: "Weight",
    visit: "Visit",
    numbers: "Numbers",
    definition: "Definition",
    points: "Points",
    term: "Term",
    not_scored: "Not scored",
    absent_items: "Assessed and absent",
    items_seen: "Items",
    rater: "Assessed by",
    window_unstated: "window not stated: the 10 days of the index are used for laboratory values",
    sledai_rule: "24 items, fixed weights, plain sum, 0 to 105. An item scores when it is attributed to lupus and can be reversed; damage and other causes do not. The ticked items score; numbers are held beside them, strictly beyond each limit.",
    sledai_clinical_rule: "Two scores are called clinical SLEDAI: without serology (2 items removed, 101 at most; the one of DORIS, its items from memory) and without laboratory items (83 at most; Duke). Renal SLEDAI is the four urine items (convention, from memory).",
    arthritis_note: "Arthritis: 2 joints or more in SLEDAI-2K; SELENA forms print more than 2.",
    proteinuria_note: "Proteinuria: more than 0.5 g in 24\u{a0}h, persistent or new; UPCR stands in where no collection is at hand (0.5\u{a0}g/g, 56.6\u{a0}mg/mmol).",
    blind_note: "Blind to haemolytic anaemia, gut, lung haemorrhage, myocarditis, myelitis, peripheral neuropathy, and to the degree of change inside an item.",
    bands_rule: "No set of severity bands is official; each is told by its source.",
    high_status: "SLEDAI-2K ≥ 10: high disease activity status (Asia-Pacific cohort 2022)",
    active_lupus: "SLEDAI-2K ≥ 6: active lupus (Garg, Duke)",
    quoted_note: "The set 1-5/6-10/11-19/≥ 20 is often quoted; its origin could not be verified.",
    sle_das_rule: "SLE-DAS = 0.366 + 3.132 if a joint of 28 is swollen + 0.454 per joint + skin vasculitis 4.408 + rash above the neck 3.138 or below 3.887 + alopecia 0.973 + ulcers 2.769 + low complement 0.754 + anti-dsDNA 0.956 + proteinuria > 500 (3.811 ln − 17.584) + platelets < 100 (26.105 − 5.577 ln) + white cells < 3 (6.118 − 5.058 ln) + 18 neuropsychiatric, 18 systemic vasculitis, 18 heart or lung + 9 myositis + 6 serositis + 9 haemolysis.",
    sle_das_ranges: "≤ 2.08 remission range; > 2.08 and ≤ 7.64 mild; > 7.64 moderate or severe.",
    sle_das_unverified: "The coefficients could not be verified against the paper or sle-das.eu, and no published worked example was found: read second-hand, in a calculator that cites the paper's figure 1.",
    sle_das_quirks: "Alopecia alone (1.34), white cells of 2.9\u{a0}G/L alone (1.10) or platelets of 99\u{a0}G/L alone (0.84) stay in the remission range although a clinical sign is there; from 500 to 501\u{a0}mg/g the score jumps by 6.1.",
    sle_das_attribution: "A number judged damage, or of another cause, does not count; laboratory values are taken inside the window of the visit.",
    sle_das_remission: "clinical remission: SLE-DAS ≤ 2.08 and prednisone ≤ 5\u{a0}mg/d (the second from memory)",
    sle_das_low: "low activity: SLE-DAS ≤ 2.48 and prednisone ≤ 7.5\u{a0}mg/d",
    sle_das_flare_asks: "SLE-DAS rise ≥ 1.72",
    remission_word: "remission",
    low_word: "low activity",
    discordance_rule: "PGA (0 to 3) brought to 100: PGA × 100 / 3; Δ = PtGA − that; positive when the patient is higher. Rules disagree between 20 and 25.",
    pga_rule: "PGA over the past month: < 0.5 minimal; ≥ 0.5 to 1 mild; > 1 to ≤ 2 moderate; > 2 severe. Damage, serology and complaints without activity are left out; same rater at each visit.",
    asks_d25: "discordant by D25: difference of 25 of 100 or more (default)",
    asks_d20: "discordant by D20: difference of 20 of 100 or more",
    discordance_note: "What drives discordance: pain, skin and kidney (Yen 2003), fatigue and pain (LUPIN 2025). No threshold is attached to Chiche 2026: that text was not found.",
    doris_rule: "All lines must hold; antimalarials and stable immunosuppressants, biologics included, are allowed; serology and duration do not count. Prednisone: the abstract has ≤ 5\u{a0}mg/d (default), table 2 and the box < 5\u{a0}mg/d: both are told.",
    lldas_rule: "All lines must hold. Major organs: kidney, nervous system, pleurisy, pericarditis, vasculitis, fever. Myositis is not on the original list of major organs: alone it passes by the letter. Dose ceilings as used by APLC: HCQ 400\u{a0}mg/d, methotrexate 30\u{a0}mg/week, azathioprine 200\u{a0}mg/d, mycophenolate mofetil 3\u{a0}g/d, mycophenolate sodium 2.16\u{a0}g/d, leflunomide 20\u{a0}mg/d.",
    lldas_note: "Most patients in LLDAS have a clinical SLEDAI of 0: LLDAS and DORIS overlap widely (Doria 2022).",
    edge_yes_no: "at exactly 5\u{a0}mg/d: yes (abstract), no (box)",
    flare_rule: "Any one domain triggers; severe wins. SLEDAI: rise ≥ 3, severe when it rises to > 12. Prednisone: increase, severe to > 0.5\u{a0}mg/kg/d. Drugs: NSAID or HCQ added, severe with a new immunosuppressant. PGA: rise ≥ 1.0, severe to > 2.5. Severe signs count where they needed prednisone doubled, > 0.5\u{a0}mg/kg/d, or admission.",
    flare_sledai_note: "The index takes SELENA-SLEDAI; SLEDAI-2K stands in for it here. From memory: the nervous system among the severe signs, and the end of the list of drugs.",
    flare_change_note: "A change to above 12 (or of PGA to above 2.5) is read as any rise that ends there, also from above it: to be confirmed.",
    flare_pga_note: "One source reads PGA as a rise to ≥ 1.0 instead of a rise of ≥ 1.0: the second is used.",
    flare_drugs_note: "Without the criteria on drugs 42 of 55 severe flares were downgraded (2014). That none of the drugs began is read from the treatments; why one began is asked.",
    domain: "Domain",
    mild_moderate: "Mild or moderate",
    severe: "Severe",
    change: "Change",
    response_rule: "SRI-4: SLEDAI-2K falls by ≥ 4, no new BILAG A and at most one new B, PGA rises by < 0.3, no drug that is not allowed. mSRI: SLEDAI-2K falls by ≥ 4 and PGA rises by < 0.3, from a SLEDAI-2K ≥ 6.",
    response_note: "Baseline: the last visit up to the start of the course, else the visit before. The index is of trials; outside one, rescue treatment stands in for a drug that is not allowed. BILAG is not computed here: new grades are told.",
    not_applicable: "not applicable: baseline below 6",
    from_visit: "Baseline",
    to_visit: "Newest visit",
    difficult_none: "No accepted definition of difficult-to-treat lupus: a list, no verdict.",
    sr_sle: "inflammation that persists",
    favouring: "contributing",
    other_reasons: "other reasons",
    open: "to ask",
    none_found: "none found",
    factors_title: "Contributing factors",
    reasons_title: "Difficult to manage: other reasons",
    sr_sle_title: "Inflammation that persists: srSLE, a pilot definition",
    evidence: "Evidence",
    found: "Found",
    factor_head: "Factor",
    sr_sle_rule: "srSLE (APLC, pilot): SLEDAI-2K ≥ 10 at two successive visits despite a glucocorticoid and an immunosuppressant; 14% of 3,744 patients. Conventional immunosuppressants are meant.",
    sr_sledai: "SLEDAI-2K ≥ 10",
    sr_steroid: "on a glucocorticoid",
    sr_immunosuppressant: "on an immunosuppressant",
    anti_drug_note: "Anti-drug antibodies: no cut-off was found, none is applied. CD19 is shown without a verdict; with complete depletion 47% responded completely in LUNAR, without 13%.",
    anti_drug: "Anti-drug antibodies",
    infusion_reaction: "Infusion reaction",
    cd19: "CD19",
    is_a_flare: "flare",
    no_flare: "no flare",
    window_of: |window| format!("window {window}"),
    elsewhere: |item, why| format!("{item} ({why})"),
    failing: |asks, found| format!("{asks} (found {found})"),
    at_least_grade: |grade| format!("at least {grade}"),
    by_domains: |domains| format!("by {domains}"),
    between: |from, to| format!("{from} → {to}"),
    ticked_against: |item| format!("{item}: ticked, and the numbers say otherwise"),
    number_against: |item| format!("{item}: not ticked, and the numbers say it is there"),
    contradiction,
    sle_das_range,
    sle_das_term,
    pga_band,
    measure,
    criterion,
    responder,
    flare_domain,
    flare_grade,
    factor,
    factor_evidence,
    reason,
};

pub(super) fn rash(rash: Rash) -> &'static str {
    match rash {
        Rash::None => "no rash",
        Rash::Localised => "rash above the neck only",
        Rash::Generalised => "rash below the neck",
    }
}

pub(super) fn flare_sign(sign: FlareSign) -> &'static str {
    match sign {
        FlareSign::Discoid => "discoid lupus",
        FlareSign::Photosensitive => "photosensitive rash",
        FlareSign::Profundus => "lupus profundus",
        FlareSign::CutaneousVasculitis => "cutaneous vasculitis",
        FlareSign::Bullous => "bullous lupus",
        FlareSign::NasopharyngealUlcers => "nasopharyngeal ulcers",
        FlareSign::Pleuritis => "pleuritis",
        FlareSign::Pericarditis => "pericarditis",
        FlareSign::Arthritis => "arthritis",
        FlareSign::Fever => "fever of lupus",
        FlareSign::CentralNervous => "central nervous system",
        FlareSign::Vasculitis => "vasculitis",
        FlareSign::Nephritis => "nephritis",
        FlareSign::Myositis => "myositis",
        FlareSign::PlateletsBelow60 => "platelets < 60\u{a0}G/L",
        FlareSign::SevereHaemolysis => "haemolysis with Hb < 7\u{a0}g/dL or a fall > 3\u{a0}g/dL",
    }
}

pub(super) fn flare_drug(drug: FlareDrug) -> &'static str {
    match drug {
        FlareDrug::Nsaid => "an NSAID",
        FlareDrug::Hydroxychloroquine => "hydroxychloroquine",
        FlareDrug::Cyclophosphamide => "cyclophosphamide",
        FlareDrug::Azathioprine => "azathioprine",
        FlareDrug::Methotrexate => "methotrexate",
        FlareDrug::Mycophenolate => "mycophenolate",
    }
}

fn contradiction(code: &str) -> &'static str {
    match code {
        "remission_with_haemolysis" => "DORIS by the letter, yet haemolytic anaemia is active: look at the PGA",
        "no_pga_with_sledai" => "PGA 0 with a SLEDAI-2K of 6 or more",
        "pga_without_clinical_sledai" => "PGA 1 or more with a clinical SLEDAI of 0",
        "sle_das_remission_with_sign" => "remission range with a clinical sign",
        "proteins_apart" => "UPCR and 24\u{a0}h protein more than twice apart",
        "steroid_at_zero" => "a glucocorticoid goes on at a dose of 0",
        _ => "?",
    }
}

fn sle_das_range(code: &str) -> &'static str {
    match code {
        "remission" => "remission range",
        "mild" => "mild",
        "moderate_severe" => "moderate or severe",
        _ => "?",
    }
}

fn sle_das_term(code: &str) -> &'static str {
    match code {
        "intercept" => "constant",
        "arthritis" => "swollen joints",
        "generalised_rash" => "rash below the neck",
        "localised_rash" => "rash above the neck only",
        "mucocutaneous_vasculitis" => "cutaneous vasculitis",
        "alopecia" => "alopecia",
        "mucosal_ulcers" => "mucosal ulcers",
        "low_complement" => "low complement",
        "anti_dsdna" => "anti-dsDNA",
        "neuropsychiatric" => "neuropsychiatric",
        "systemic_vasculitis" => "systemic vasculitis",
        "cardiopulmonary" => "heart or lung",
        "myositis" => "myositis",
        "serositis" => "serositis",
        "haemolysis" => "haemolytic anaemia",
        "proteinuria" => "proteinuria",
        "thrombocytopenia" => "thrombocytopenia",
        "leukopenia" => "leukopenia",
        _ => "?",
    }
}

fn pga_band(code: &str) -> &'static str {
    match code {
        "minimal" => "minimal",
        "mild" => "mild",
        "moderate" => "moderate",
        "severe" => "severe",
        _ => "?",
    }
}

fn measure(code: &str) -> &'static str {
    match code {
        "protein_24h" => "24\u{a0}h protein",
        "upcr" => "UPCR",
        "urine_red_cells" => "red cells in urine",
        "urine_white_cells" => "white cells in urine",
        "urine_casts" => "casts",
        "c3" => "C3",
        "c4" => "C4",
        "anti_dsdna" => "anti-dsDNA",
        "temperature" => "temperature",
        "platelets" => "platelets",
        "white_cells" => "white cells",
        _ => "?",
    }
}

fn criterion(code: &str) -> &'static str {
    match code {
        "clinical_sledai_zero" => "clinical SLEDAI without serology = 0",
        "pga_below_half" => "PGA < 0.5",
        "prednisone_up_to_five" => "prednisone ≤ 5\u{a0}mg/d (abstract)",
        "prednisone_below_five" => "prednisone < 5\u{a0}mg/d (table 2, box)",
        "sledai_up_to_four" => "SLEDAI-2K ≤ 4",
        "no_major_organ" => "no item of a major organ",
        "no_haemolysis" => "no haemolytic anaemia",
        "no_gut" => "no activity of the gut",
        "no_cardiopulmonary" => "no activity of heart or lung",
        "nothing_new" => "nothing new since the previous visit",
        "pga_up_to_one" => "PGA ≤ 1",
        "prednisone_up_to_seven_and_a_half" => "prednisone ≤ 7.5\u{a0}mg/d",
        "standard_treatment" => "standard treatment, tolerated, nothing investigational",
        _ => "?",
    }
}

fn responder(code: &str) -> &'static str {
    match code {
        "sledai_fall" => "SLEDAI-2K falls by ≥ 4",
        "no_new_a" => "no new BILAG A",
        "one_new_b" => "at most one new BILAG B",
        "pga" => "PGA rises by < 0.3",
        "drugs" => "no rescue treatment",
        _ => "?",
    }
}

fn flare_domain(code: &str) -> &'static str {
    match code {
        "sledai" => "SLEDAI-2K",
        "signs" => "signs",
        "prednisone" => "prednisone",
        "drugs" => "other drugs",
        "pga" => "PGA",
        "admission" => "admission",
        _ => "?",
    }
}

fn flare_grade(code: &str) -> &'static str {
    match code {
        "none" => "no flare",
        "mild_moderate" => "mild or moderate",
        "severe" => "severe",
        _ => "?",
    }
}

fn factor(code: &str) -> &'static str {
    match code {
        "tobacco" => "tobacco",
        "ultraviolet" => "UV exposure",
        "hormones" => "hormones",
        "stress" => "stress",
        "ptsd" => "post-traumatic stress",
        "anti_drug" => "anti-drug antibodies",
        "adherence" => "adherence",
        _ => "?",
    }
}

fn factor_evidence(code: &str) -> &'static str {
    match code {
        "tobacco" => {
            "CLASI 9.5 in current smokers, 7.0 in never-smokers (Piette 2012); risk of dsDNA+ lupus HR 1.86 (Barbhaiya 2018); that antimalarials work less well is from memory"
        }
        "ultraviolet" => "36.6% of patients name the sun as a trigger (Squance 2014)",
        "hormones" => {
            "replacement: slightly more mild or moderate flares; combined pill: not in stable disease (SELENA, from memory)"
        }
        "stress" => "53.5% name stress, 37.6% exhaustion (Squance 2014)",
        "ptsd" => {
            "any trauma: flare OR 2.27; with childhood adversity OR 5.91 (CLUES, Katz 2022); PTSD and incident lupus about threefold (second-hand)"
        }
        "anti_drug" => {
            "37.8% after a first rituximab cycle; higher CD19 and SLEDAI-2K at 6\u{a0}months (Faustini 2021)"
        }
        "adherence" => {
            "HCQ < 200\u{a0}ng/mL marks non-adherence (Costedoat-Chalumeau 2007; Blanchet 2020); severe non-adherence: flare OR 3.38 (SLICC)"
        }
        _ => "?",
    }
}

fn reason(code: &str) -> &'static str {
    match code {
        "adherence" => "adherence",
        "type2" => "type 2 symptoms",
        "damage" => "damage",
        "comorbidity" => "comorbidity",
        "infection" => "infection",
        "intolerance" => "intolerance",
        "social" => "social difficulty (EPICES)",
        _ => "?",
    }
}
