use crate::domain::{Class, DsDnaAssay, Edition, HcqMatrix, InterferonResult, TuftShare};
use crate::text::{
    FlareWords, HcqLevelWords, HistologyWords, ProteinuriaWords, RenalWords, ResponseWords, SerologyWords, Type2Words,
};

pub(super) const RENAL: RenalWords = RenalWords {
    cannot_say: "cannot say",
    colon: ": ",
    proteinuria: PROTEINURIA,
    response: RESPONSE,
    flare: FLARE,
    serology: SEROLOGY,
    hcq_level: HCQ_LEVEL,
    type2: TYPE2,
    histology: HISTOLOGY,
};

const PROTEINURIA: ProteinuriaWords = ProteinuriaWords {
    title: "Proteinuria",
    over_24_hours: "Over 24\u{a0}h",
    disagrees: "over twofold apart",
    agrees: "in keeping",
    under_discussion: "0.25 to 0.49\u{a0}g/g: under discussion, not in guidelines",
    sample_protein: "Protein of the sample",
    sample_creatinine: "Creatinine of the sample",
    factor: "1\u{a0}g of creatinine = 8.84\u{a0}mmol: mg/mmol × 8.84 = mg/g. Sample: protein in mg/L over creatinine in mmol/L = mg/mmol.",
    own_unit: "Each value is compared in the laboratory's unit with the limit published in that unit: 0.5\u{a0}g/g, or 50\u{a0}mg/mmol, which is 0.442\u{a0}g/g. From 50 to 57 and from 300 to 340\u{a0}mg/mmol the two conventions disagree.",
    twofold_rule: "UPCR (g/g) and 24\u{a0}h protein (g/24\u{a0}h) of one day: a warning where one is more than twice the other.",
    gram_a_day: "g/24\u{a0}h and g/g are the same only where about 1\u{a0}g of creatinine is excreted a day.",
    biopsy_trigger: "Biopsy: EULAR 2025 persistent proteinuria ≥\u{a0}0.5\u{a0}g/24\u{a0}h or UPCR ≥\u{a0}500\u{a0}mg/g, indicative, less is not forbidden; ACR 2024 >\u{a0}0.5\u{a0}g/g; KDIGO >\u{a0}0.5\u{a0}g/d or falling GFR (read second-hand).",
    discussion_petri: "0.25 to 0.499\u{a0}g/g (Petri 2025, congress, numbers read in a news report): nearly half had nephritis to treat, 21% class III/IV ± V, 25% class V.",
    discussion_support: "In support: 0.2 to 0.5\u{a0}g/g, 50% reached 0.5 (median 1.2\u{a0}years), 16 of 20 early biopsies active (Wang 2022); <\u{a0}1\u{a0}g/g, three quarters class III, IV or V of 54 (Carlucci 2022).",
    risk_points: "10-year risk points (Petri 2025, abstract 0837): not counted, a case file holds neither anti-Sm, nor anti-RNP, nor ancestry.",
};

const RESPONSE: ResponseWords = ResponseWords {
    title: "Renal response",
    not_complete: "not complete",
    milestone_of: |month| format!("M{month} target"),
    treatment: "This treatment",
    start: "begun",
    baseline_upcr: "UPCR at the start of this treatment",
    baseline_egfr: "eGFR at the start of this treatment",
    preflare_egfr: "eGFR before the flare",
    normal: "Normal",
    normal_is: "no normal value on file; the definitions print 60 and 90",
    newest_upcr: "UPCR since",
    newest_egfr: "eGFR since",
    set: "Set",
    criterion: "Criterion",
    found: "Found",
    verdict: "Verdict",
    by_set: "Set by set",
    fallen_by: |percent| format!("UPCR fallen by ≥\u{a0}{percent}"),
    of_baseline: |percent| format!("eGFR ≥\u{a0}{percent} of baseline"),
    of_preflare_or: |percent, least| format!("eGFR ≥\u{a0}{percent} of pre-flare, or ≥\u{a0}{least}"),
    from_or_of_baseline: |least, percent| format!("eGFR ≥\u{a0}{least}, or ≥\u{a0}{percent} of baseline"),
    low_steroids: "low prednisone, weeks 44–52 [mem.]",
    no_rescue: "no rescue treatment, no failure",
    low: "low dose",
    not_low: "higher dose",
    rescued: "rescue treatment",
    not_rescued: "none",
    denominators: "Three denominators that never stand in for each other: the start of this treatment, pre-flare, normal.",
    own_unit: "UPCR is compared in the laboratory's unit where the limit is published in both.",
    newest_values: "Trial endpoints are held against the values of today; the trials judged at week 104 (BLISS-LN), 52 (AURORA) or 76 (REGENCY).",
    acr_reading: "ACR 2024: the definition is read from its table 2; another reading could not find it and quotes the usual wording (UPCR <\u{a0}0.5\u{a0}g/g, stable function, 6 to 12 months) [memory].",
    kdigo_margin: "KDIGO 2024: \"±\u{a0}10 to 15% of baseline\" is read as ≥\u{a0}85%; from 85 to 90% is the margin. Below 18 years: <\u{a0}300\u{a0}mg/m²/d over 24\u{a0}h, not judged here.",
    aurora_memory: "AURORA: prednisone above 10\u{a0}mg on fewer than 3\u{a0}days in a row and fewer than 7 in all, weeks 44 to 52 [memory].",
    not_judged: "Not judged for want of facts on file: EULAR 2012 (normal GFR), EULAR 2019 (24\u{a0}h and creatinine), TULIP-LN (24\u{a0}h, discontinuation), LUNAR (normal creatinine, inactive sediment).",
    stricter: "Stricter: UPCR <\u{a0}0.15 at 1\u{a0}year, renal flare HR 0.16 and CKD HR 0.19 (87 class III/IV).",
};

const FLARE: FlareWords = FlareWords {
    title: "Renal flare",
    italian: "Italian school",
    flare: "flare",
    no_flare: "no flare",
    set: "Set",
    arm: "Arm",
    criterion: "Criterion",
    verdict: "Verdict",
    by_set: "Set by set",
    nephritic: "nephritic",
    proteinuric: "proteinuric",
    red_cells: "Urine red cells",
    casts: "Casts",
    response_before: "Response on record",
    some_response: "response",
    between_days: |from, to| format!("from {from} to {to}"),
    between: "Between the last values on file, each set by its own words; none is official.",
    reproducible: "\"Reproducible\": the last two values both show it against the one before them; the newest alone awaits its confirmation.",
    reading_italian: "Readings to confirm: \"creatinine unchanged\" = rise <\u{a0}30%; \"nephritic sediment\" = casts or red cells >\u{a0}5/hpf; UPCR stands in for 24\u{a0}h where there are not two.",
    reading_kdigo: "KDIGO 2012: a rise between its bounds (exactly 5\u{a0}g/g) is read as moderate; acanthocytes are not on file.",
    reading_trials: "J Clin Trials 2024: \"abnormal GFR\" has no number; ≥\u{a0}90 is not abnormal, <\u{a0}60 is, between them nothing is concluded. Visible blood is not on file.",
    definition: |set| match set {
        "italian" => (
            "creatinine +≥\u{a0}30% over the last value, nephritic sediment",
            "creatinine unchanged; +≥\u{a0}2\u{a0}g/24\u{a0}h if <\u{a0}3.5 before, doubling if ≥\u{a0}3.5",
        ),
        "eular_era_edta" => (
            "creatinine +≥\u{a0}30% or GFR −≥\u{a0}10%, reproducible, and red cells +≥\u{a0}10/hpf",
            "reproducible doubling of UPCR: >\u{a0}100\u{a0}mg/mmol after complete response, ≥\u{a0}200 after partial response",
        ),
        "kdigo_2012" => (
            "mild: red cells from <\u{a0}5 to >\u{a0}15/hpf with ≥\u{a0}2 acanthocytes, or a new cast; moderate: creatinine +≥\u{a0}0.20\u{a0}mg/dL (+≥\u{a0}0.40 if ≥\u{a0}2.0); severe: >\u{a0}1.0 (>\u{a0}1.5)",
            "moderate: <\u{a0}0.5 → ≥\u{a0}1.0\u{a0}g/g; 0.5–1.0 → ≥\u{a0}2.0; >\u{a0}1.0 → doubling; severe: rise >\u{a0}5\u{a0}g/g",
        ),
        "clin_trials_2024" => (
            "GFR newly abnormal, or abnormal and −>\u{a0}10%, with red cells +2 categories (0–5, 6–10, 11–25, 26–50, >\u{a0}50) or visible blood",
            "UPCR persistently >\u{a0}0.5 after complete response; doubling and >\u{a0}1.0 after partial response; more than 2 values more than a week apart",
        ),
        "hopkins_2025" => ("", "UPCR +≥\u{a0}500\u{a0}mg/g between visits less than 120\u{a0}days apart"),
        _ => ("?", "?"),
    },
};

const SEROLOGY: SerologyWords = SerologyWords {
    title: "Serology",
    interferon: "Interferon",
    lower_c3: "C3, the laboratory's lower limit",
    lower_c4: "C4, the laboratory's lower limit",
    upper_dna: "Anti-dsDNA, the laboratory's upper limit",
    assay: "Anti-dsDNA assay",
    sacq: "SACQ: ≥\u{a0}2\u{a0}years without clinical activity, anti-dsDNA or low complement at each visit, antimalarials alone",
    own_limits: "Each value is compared with the laboratory's limit, never with a constant; without a limit there is no verdict.",
    trend: "Arrow: the newest value against the one before.",
    sacq_fluctuates: "SACQ: 6.1% of 924 patients, 58.9% flared after about 3\u{a0}years; fluctuations did not predict flare.",
    no_biopsy: "Does not replace a biopsy: at low proteinuria neither separated class I/II from III to V.",
    no_interferon_limit: "Interferon: no routine limit; it follows severity, not changes from visit to visit.",
};

const HCQ_LEVEL: HcqLevelWords = HcqLevelWords {
    adherence: "adherence as stated",
    started: "taken since",
    dose_since: "this dose since",
    serum_low: "marks severe non-adherence (serum)",
    serum_not_low: "above the limit of non-adherence (serum)",
    plasma: "plasma: unreliable, not interpreted",
    serum_rule: "Serum: <\u{a0}106\u{a0}ng/mL on 400\u{a0}mg/d, <\u{a0}53 on 200\u{a0}mg/d = severe non-adherence; no limit is published for another dose.",
    plasma_rule: "Plasma: unreliable. Ratio serum/blood 0.53\u{a0}±\u{a0}0.15.",
    below_target: "From 200 to 749, partial adherence and too low a dose look the same.",
    soon_after: "A low level soon after the start or a change of dose is not non-adherence: the steady state takes months [memory].",
    flares: "750 to 1200: active lupus OR 0.29 (Garg 2024). ≥\u{a0}1150: no more efficacy, toxicity OR about 2.1 (Garg 2025). PLUS, ≥\u{a0}1000: no fewer flares.",
};

const TYPE2: Type2Words = Type2Words {
    fatigue_vas: "fatigue VAS",
    fibromyalgia_2016: "Fibromyalgia 2016",
    by_physician: "by type 2 PGA",
    minimal: "minimal",
    type1: "type\u{a0}1",
    type2: "type\u{a0}2",
    mixed: "mixed",
    regions: "Painful regions",
    three_months: "Three months or more",
    type2_pga: "Type 2 PGA",
    asks_2016: "2016: (WPI ≥\u{a0}7 and SSS ≥\u{a0}5) or (WPI 4–6 and SSS ≥\u{a0}9), ≥\u{a0}4 of 5 regions, ≥\u{a0}3\u{a0}months",
    asks_2011: "2011: (WPI ≥\u{a0}7 and SSS ≥\u{a0}5) or (WPI 3–6 and SSS ≥\u{a0}9), ≥\u{a0}3\u{a0}months",
    asks_type1: "Type\u{a0}1: SLEDAI ≥\u{a0}6, or clinical SLEDAI without laboratory ≥\u{a0}4, or active nephritis",
    distress_rule: "PSD = WPI + SSS, 0 to 31: 0–3 none, 4–7 mild, 8–11 moderate, 12–19 severe, 20–31 very severe; below 12 fibromyalgia is impossible.",
    group_rule: "Rogers 2021: type\u{a0}2 = fibromyalgia 2011; both = mixed, neither = minimal.",
    physician_rule: "By type 2 PGA: type\u{a0}2 if ≥\u{a0}1.0 of 3; type\u{a0}1 also if PGA ≥\u{a0}1.0.",
    nephritis_reading: "Reading to confirm: nephritis counts as active when a urine item of SLEDAI-2K is scored.",
    excluded: "2011 also asks that no other cause explains the pain: that remains to be said. 2016 holds whatever other disease there is.",
    facit: "FACIT-F: total only, higher = less fatigue; difference that matters 3 to 6. Fatigue VAS: no lupus-specific limit.",
    distress: |band| match band {
        "none" => "no distress",
        "mild" => "mild",
        "moderate" => "moderate",
        "severe" => "severe",
        "very_severe" => "very severe",
        _ => "?",
    },
};

const HISTOLOGY: HistologyWords = HistologyWords {
    title: "Histology",
    glomeruli: |count| format!("{count}\u{a0}glomeruli"),
    from_grades: "(from the grades)",
    contradicted: |index| format!("the grades give {index}"),
    stated: |index| format!("stated {index}"),
    dropped: "dropped",
    replaced: "replaced by AI and CI (NIH), for all classes",
    both_editions: "What this class says, by edition",
    indices: "NIH indices",
    lesion_head: "Lesion",
    grade: "Grade",
    weight: "Weight",
    points: "Points",
    letters_of_2003: "S, G, A and C are letters of 2003; this report quotes 2018.",
    grades: "Grade: 0 none, 1 <\u{a0}25%, 2 25 to 50%, 3 >\u{a0}50% of glomeruli (of cortex for the interstitium).",
    weights: "AI = six lesions, 0 to 24; fibrinoid necrosis and cellular crescents count double [memory]. CI = four lesions, 0 to 12.",
    limit: "The limit between III and IV stays 50% in both editions. Crescent: >\u{a0}2 layers over ≥\u{a0}1/4 of the circumference (2003), ≥\u{a0}10% (2018).",
    historic: "Historic limits AI ≥\u{a0}12, CI ≥\u{a0}3: for display only, no rule hangs on them.",
    observed: "Observed: AI rarely above 16, CI up to 10 (194 biopsies, 2025).",
    beyond_classes: "Outside the classes: lupus podocytopathy, thrombotic microangiopathy, vascular lesions.",
    content: |edition, class| match (edition, class) {
        (_, Class::I) => "normal light microscopy, mesangial deposits",
        (Edition::E2003, Class::II) => {
            "purely mesangial hypercellularity (≥\u{a0}3 cells per area) or matrix, mesangial deposits"
        }
        (Edition::E2018, Class::II) => {
            "purely mesangial hypercellularity (≥\u{a0}4 nuclei) or matrix, mesangial deposits"
        }
        (Edition::E2003, Class::III) => "focal: <\u{a0}50% of glomeruli, endo- or extracapillary",
        (Edition::E2018, Class::III) => "focal: <\u{a0}50% of glomeruli, endocapillary hypercellularity",
        (Edition::E2003, Class::IV) => "diffuse: ≥\u{a0}50% of glomeruli, endo- or extracapillary",
        (Edition::E2018, Class::IV) => "diffuse: ≥\u{a0}50% of glomeruli, endocapillary hypercellularity, no S or G",
        (_, Class::V) => "membranous; III+V or IV+V, both are named",
        (_, Class::VI) => "≥\u{a0}90% of glomeruli globally sclerosed, no residual activity",
    },
    lesion: |lesion| match lesion {
        "endocapillary" => "endocapillary hypercellularity",
        "neutrophils" => "neutrophils or karyorrhexis",
        "fibrinoid_necrosis" => "fibrinoid necrosis",
        "hyaline_deposits" => "hyaline deposits",
        "crescents" => "cellular or fibrocellular crescents",
        "interstitial_inflammation" => "interstitial inflammation",
        "glomerulosclerosis" => "glomerulosclerosis",
        "fibrous_crescents" => "fibrous crescents",
        "tubular_atrophy" => "tubular atrophy",
        "interstitial_fibrosis" => "interstitial fibrosis",
        _ => "?",
    },
    share: |share| match share {
        TuftShare::Segmental => "segmental (less than half of the tuft) in ≥\u{a0}50% of involved glomeruli",
        TuftShare::Global => "global in ≥\u{a0}50% of involved glomeruli",
    },
};

pub(super) fn dsdna_assay(entry: DsDnaAssay) -> &'static str {
    match entry {
        DsDnaAssay::Farr => "Farr assay",
        DsDnaAssay::Clift => "Crithidia luciliae (CLIFT)",
        DsDnaAssay::Elisa => "ELISA",
        DsDnaAssay::Feia => "FEIA",
    }
}

pub(super) fn hcq_matrix(entry: HcqMatrix) -> &'static str {
    match entry {
        HcqMatrix::WholeBlood => "whole blood",
        HcqMatrix::Serum => "serum",
        HcqMatrix::Plasma => "plasma",
    }
}

pub(super) fn interferon(entry: InterferonResult) -> &'static str {
    match entry {
        InterferonResult::High => "high",
        InterferonResult::Low => "low",
    }
}

pub(super) fn tuft(entry: TuftShare) -> &'static str {
    match entry {
        TuftShare::Segmental => "segmental",
        TuftShare::Global => "global",
    }
}
