use crate::text::BasicsWords;

pub(super) const BASICS: BasicsWords = BasicsWords {
    retina: "Rétine",
    heart: "Risque cardiovasculaire",
    apl: "Antiphospholipides",
    vaccines: "Vaccins",
    basics: "BASICs",
    quality: "Indicateurs de qualité",
    real_weight: "de poids réel",
    ceiling: |a| format!("plafond\u{a0}{a}"),
    dose: "Dose",
    hcq_rule: "Plafond\u{a0}: 5\u{a0}mg/kg/j de poids réel, 400\u{a0}mg/j au plus\u{a0}; 5 exactement est dans la limite.",
    kidney_rule: "DFGe <\u{a0}30\u{a0}: KDIGO 2024 réduit d'au moins 25\u{a0}%, EULAR/ERA 2019 de 50\u{a0}%\u{a0}; les deux divergent, les deux sont montrés.",
    tablets: |n, mean, per| {
        format!("Comprimés de 200\u{a0}mg sous le plafond\u{a0}: {n} par semaine, soit {mean} en moyenne ({per}).")
    },
    kidney_cut: |a, b| format!("DFGe <\u{a0}30\u{a0}: KDIGO 2024 ≤\u{a0}{a}, EULAR/ERA 2019 ≤\u{a0}{b}"),
    hcq_pregnancy: "Grossesse\u{a0}: jusqu'à 400\u{a0}mg/j (EULAR 2024)",
    hcq_low: "2 à 3\u{a0}mg/kg/j pourraient être trop peu (lu de seconde main).",
    hcq_flare: "EULAR 2023 pèse la cible contre le risque de poussée et le risque rétinien.",
    not_taken: "pas d'antipaludéen en cours",
    next_exam: |a| format!("prochain examen le {a}"),
    exam_due: |a| format!("examen dû depuis le {a}"),
    last_exam: |a| format!("dernier le {a}"),
    no_exam: "dernier examen non précisé",
    baseline_due: |a| format!("un examen initial était dû le {a}"),
    yearly_from: |a| format!("chaque année dès le {a}"),
    at_risk: |a| format!("facteur de risque\u{a0}: {a}"),
    risk_open: |a| format!("facteur de risque non exclu, il avancerait la date\u{a0}: {a}"),
    brought_forward: |a, b| format!("{a}\u{a0}: {b}"),
    body: "Organisme",
    first_exam: "Examen initial",
    yearly: "Chaque année dès",
    next: "Prochain",
    tests: "Examens",
    not_recommended: "non recommandé",
    start: "Début",
    eye_tests,
    eye_risk,
    absent: "absent",
    present: "présent",
    eye_rule: "Après l'examen initial, chaque année à partir de 5\u{a0}ans de traitement\u{a0}; plus tôt en cas de risque\u{a0}: dès un an pour l'AAO et le RCOphth. Un an après le dernier examen.",
    eye_france: "France 2017 nomme l'insuffisance rénale, le tamoxifène, la dose et la durée\u{a0}; ce qui en a été lu ne dit pas de combien avancer.",
    eye_limits: "«\u{a0}Maladie rénale\u{a0}» sans chiffre est lue ici comme DFGe <\u{a0}60 (RCOphth). L'âge au début (AAO 2025) n'a pas de seuil et n'est pas jugé.",
    eye_odds: "À dose recommandée\u{a0}: <\u{a0}1\u{a0}% à 5\u{a0}ans, <\u{a0}2\u{a0}% à 10\u{a0}ans, environ 20\u{a0}% à 20\u{a0}ans.",
    below_target: "sous 130/80",
    above_target: "130/80 ou plus",
    raised_twice: "deux fois de suite\u{a0}: cible <\u{a0}130/80 (EULAR 2022)",
    pressure_below: "PA <\u{a0}130/80 mmHg",
    pressure_rule: "Cible <\u{a0}130/80 mmHg, à envisager dans le lupus\u{a0}; élevée quand un des deux chiffres atteint sa limite. Deux mesures de suite comptent.",
    ten_years: |a| format!("{a} à 10\u{a0}ans"),
    does_not_apply: |a| format!("SCORE2 ne s'applique pas\u{a0}: {a}"),
    not_for,
    cv_class,
    by_kidney: |a| format!("par le rein\u{a0}: {a}"),
    ldl: "LDL",
    ldl_target: |a| format!("cible <\u{a0}{a}"),
    ldl_met: "atteinte",
    ldl_not_met: "non atteinte",
    ldl_between: "selon que le risque est faible ou modéré",
    ldl_no_class: "classe de risque inconnue",
    total_cholesterol: "Cholestérol total",
    hdl: "HDL",
    systolic: "PA systolique",
    class: "Classe",
    score2_rule: "SCORE2\u{a0}: âge, sexe, tabac actuel, PA systolique, cholestérol total et HDL\u{a0}; 40 à 69\u{a0}ans, sans diabète ni maladie cardiovasculaire\u{a0}; région à faible risque.",
    class_rule: "Avant 50\u{a0}ans\u{a0}: élevé dès 2,5\u{a0}%, très élevé dès 7,5\u{a0}%. De 50 à 69\u{a0}ans\u{a0}: 5\u{a0}% et 10\u{a0}%. Depuis 3\u{a0}mois au moins, DFGe 30 à 59 ou UACR dès 30\u{a0}mg/g\u{a0}: élevé au moins\u{a0}; DFGe <\u{a0}30\u{a0}: très élevé.",
    no_multiplier: "Pas de multiplicateur pour le lupus\u{a0}: le ×\u{a0}1,5 est celui de la polyarthrite (de mémoire).",
    france_low: "La France est une région à faible risque (de mémoire).",
    cv_when: "EULAR 2022\u{a0}: évaluer dans les 6\u{a0}mois du diagnostic, puis selon le risque.",
    halved: "et moitié de la valeur de départ",
    low_if: "3,0\u{a0}mmol/L (1,16\u{a0}g/L) si le risque est faible",
    confirmed: "confirmé à 12\u{a0}semaines",
    to_confirm: |a| format!("à confirmer dès le {a}"),
    stated: "Profil déclaré",
    stated_only: "déclaré, sans dosage daté",
    contradiction: |a, b| format!("le dossier dit «\u{a0}{a}\u{a0}», les dosages «\u{a0}{b}\u{a0}»"),
    antibody,
    apl_finding,
    follows,
    then_so: "donc",
    antibody_head: "Anticorps",
    found_head: "Constat",
    apl_rule: "Haut risque\u{a0}: anticoagulant circulant, deux ou trois anticorps, ou titre élevé persistant\u{a0}; positif deux fois à 12\u{a0}semaines au moins. >\u{a0}40\u{a0}U est positif\u{a0}; en dessous, la limite du laboratoire décide\u{a0}; «\u{a0}élevé\u{a0}» est lu ≥\u{a0}80\u{a0}U.",
    apl_events: "Première thrombose veineuse non provoquée\u{a0}: AVK INR 2–3 au long cours\u{a0}; artérielle\u{a0}: INR 2–3 ou 3–4. SAPL obstétrical\u{a0}: aspirine et héparine prophylactique.",
    agapss: |a| format!("aGAPSS {a}/17 (de mémoire)\u{a0}: aCL 5, aβ2GPI 4, LA 4, dyslipidémie 3, HTA 1."),
    vaccine,
    vaccine_state,
    vaccine_rule,
    due_now: |a| format!("à faire\u{a0}: {a}"),
    not_known: |a| format!("non connus\u{a0}: {a}"),
    done_list: |a| format!("faits\u{a0}: {a}"),
    none_due: "aucun à faire",
    from_day: |a| format!("dès le {a}"),
    last_dose: |a| format!("dernière dose {a}"),
    never: "jamais",
    live_blocked: |a| format!("vivants contre-indiqués\u{a0}: {a}"),
    live_allowed: "vivants\u{a0}: hors immunosuppression aujourd'hui\u{a0}; 2 à 4\u{a0}semaines avant d'en débuter une (de mémoire)",
    live_soon: "vivants\u{a0}: à ne pas faire si la prednisone reste ≥\u{a0}10\u{a0}mg/j au-delà de 2\u{a0}semaines (de mémoire)",
    live_open: "vivants\u{a0}: immunosuppression à préciser",
    live_planned: "un vaccin vivant est pourtant prévu",
    long_steroid: "prednisone ≥\u{a0}10\u{a0}mg/j plus de 2\u{a0}semaines",
    stopped_until: |a, b| format!("{a} arrêté, jusqu'au {b}"),
    immune_rule: "Immunodéprimé ici\u{a0}: immunosuppresseur ou biothérapie en cours, prednisone ≥\u{a0}10\u{a0}mg/j plus de 2\u{a0}semaines, ou 3\u{a0}mois après l'arrêt (6 après un anti-CD20).",
    season_rule: "Une saison commence le 1er septembre (proposition\u{a0}: la source dit «\u{a0}chaque année\u{a0}»).",
    zoster_note: "Le dossier garde la dernière dose\u{a0}: deux doses de zona, trois de HPV sont à vérifier. La dose de printemps COVID-19 (immunodéprimés, de mémoire) n'est pas jugée.",
    vaccine_head: "Vaccin",
    state_head: "État",
    rule_head: "Règle",
    date_head: "Date",
    item_head: "Item",
    from_head: "Champ du fichier",
    due_head: "Échéance",
    first: |a| format!("d'abord {a}"),
    next_up: |a| format!("prochain {a}"),
    due_on: |a| format!("dû le {a}"),
    basics_state,
    letter,
    basics_rule: "Un item se lit du dossier quand un champ le dit, sinon de la liste `prevention.basics`. Lettre\u{a0}:\u{a0}! s'il reste à faire,\u{a0}? si le dossier ne dit pas, ✓ sinon. Les items annuels sont dus un an après.",
    basics_credit: "Lettres et titres\u{a0}: Chiche (diaporama), qui cite le PNDS 2024\u{a0}; le mot BASICs ne se trouve dans aucune page lue du PNDS. Les items sont une proposition.",
    met: |n| format!("remplis {n}"),
    gaps: |n| format!("écarts {n}"),
    open: |n| format!("non évaluables {n}"),
    indicator,
    quality_unread: "Chavatza 2021\u{a0}: le libellé des 18 indicateurs n'a pas pu être lu\u{a0}; seules deux de ses mesures sont visibles, la dose d'hydroxychloroquine et la prednisone <\u{a0}7,5\u{a0}mg/j.",
    quality_topics: "Mosca 2011\u{a0}: onze thèmes, dont dix lus. Yazdany 2009\u{a0}: vingt, dont quelques exemples lus\u{a0}; soleil, vaccins, risque cardiovasculaire, ostéoporose, toxicité et fertilité ne sont pas jugés ici.",
    quality_fields: "VS, cytologie urinaire et tests de qualité de vie n'ont pas de champ dans le dossier.",
};

fn eye_tests(code: &str) -> &'static str {
    match code {
        "france_2017" => "champ visuel et SD-OCT",
        "aao_2016" => "SD-OCT et champ visuel automatisé (de mémoire)",
        "aao_2025" => "OCT et FAF grand champ",
        "rcophth_2020" => "SD-OCT et FAF grand champ",
        _ => "?",
    }
}

fn eye_risk(code: &str) -> &'static str {
    match code {
        "dose" => "dose au-dessus du plafond",
        "filtration" => "DFGe <\u{a0}60",
        "tamoxifen" => "tamoxifène",
        "macular_disease" => "maculopathie",
        "chloroquine" => "chloroquine",
        _ => "?",
    }
}

fn not_for(code: &str) -> &'static str {
    match code {
        "under_40" => "moins de 40\u{a0}ans",
        "over_69" => "plus de 69\u{a0}ans",
        "diabetes" => "diabète",
        "cardiovascular_disease" => "maladie cardiovasculaire connue",
        _ => "?",
    }
}

fn cv_class(code: &str) -> &'static str {
    match code {
        "low_to_moderate" => "risque faible à modéré",
        "high" => "risque élevé",
        "very_high" => "risque très élevé",
        _ => "?",
    }
}

fn antibody(code: &str) -> &'static str {
    match code {
        "lupus_anticoagulant" => "Anticoagulant circulant",
        "acl" => "Anticardiolipine",
        "anti_b2gpi" => "Anti-β2GPI",
        _ => "?",
    }
}

fn apl_finding(code: &str) -> &'static str {
    match code {
        "persistent" => "positif, persistant",
        "to_confirm" => "positif, à confirmer",
        "transient" => "positif une fois, puis négatif",
        "negative" => "négatif",
        "unknown" => "non connu",
        _ => "?",
    }
}

fn follows(code: &str) -> &'static str {
    match code {
        "aspirin_recommended" => "aspirine 75–100\u{a0}mg/j recommandée",
        "aspirin_possible" => "aspirine 75–100\u{a0}mg/j possible",
        "heparin" => "HBPM en situation à risque",
        "vitamin_k_antagonist" => "si thrombose\u{a0}: AVK",
        "obstetric_syndrome" => "si SAPL obstétrical\u{a0}: aspirine et héparine",
        "no_rivaroxaban" => "pas de rivaroxaban",
        "no_oestrogen" => "pas d'œstrogène",
        _ => "?",
    }
}

fn vaccine(code: &str) -> &'static str {
    match code {
        "influenza" => "grippe",
        "pneumococcus" => "pneumocoque",
        "zoster" => "zona",
        "hpv" => "HPV",
        "covid" => "COVID-19",
        "dtcap" => "dTcaP",
        "hepatitis_b" => "VHB",
        _ => "?",
    }
}

fn vaccine_state(code: &str) -> &'static str {
    match code {
        "done" => "fait",
        "due" => "à faire",
        "due_from" => "à faire plus tard",
        "not_due" => "non concerné",
        "by_calendar" => "calendrier général",
        "unknown" => "non connu",
        _ => "?",
    }
}

fn vaccine_rule(code: &str) -> &'static str {
    match code {
        "influenza" => "chaque saison",
        "pneumococcus" => "PCV20 ou PCV21\u{a0}; un an après PCV13/PPSV23 (de mémoire)",
        "zoster" => "dès 18\u{a0}ans immunodéprimé, dès 65\u{a0}ans\u{a0}; 2 doses à 2\u{a0}mois",
        "hpv" => "jusqu'à 26\u{a0}ans inclus, 3 doses",
        "covid" => "chaque automne dès 65\u{a0}ans ou à risque",
        "dtcap" => "calendrier général (intervalle non lu)",
        "hepatitis_b" => "si exposition (EULAR 2019)",
        _ => "?",
    }
}

fn basics_state(code: &str) -> &'static str {
    match code {
        "ok" => "fait",
        "to_do" => "à faire",
        "not_applicable" => "sans objet",
        "unknown" => "non connu",
        _ => "?",
    }
}

fn letter(code: &str) -> &'static str {
    match code {
        "baby" => "Bébé",
        "atherosclerosis" => "Athérosclérose",
        "sun" => "Soleil",
        "infections" => "Infections",
        "corticosteroids" => "Corticoïdes",
        "specific" => "Spécificités",
        _ => "?",
    }
}

fn indicator(code: &str) -> &'static str {
    match code {
        "activity_each_visit" => "Indice d'activité à chaque visite (12\u{a0}mois)",
        "damage_every_year" => "SDI chaque année",
        "quality_of_life" => "Qualité de vie à chaque visite",
        "drug_toxicity" => "Toxicité des traitements à chaque visite",
        "comorbidities_recorded" => "Comorbidités notées",
        "eye_check" => "Examen des yeux (calendrier France 2017)",
        "labs_six_months" => "Biologie tous les 6\u{a0}mois",
        "viral_infection" => "Infections virales chroniques (VHB, VHC, VIH)",
        "vaccination" => "Vaccinations",
        "baseline_antibodies" => "Anticorps initiaux",
        "serology_at_diagnosis" => "Anti-ADN, complément, aPL dans les 6\u{a0}mois du diagnostic",
        "kidney_labs_three_months" => "Rein (biopsie <\u{a0}2\u{a0}ans)\u{a0}: sang et urines tous les 3\u{a0}mois",
        "hcq_dose" => "Dose d'hydroxychloroquine ≤\u{a0}5\u{a0}mg/kg/j",
        "prednisone_below_7_5" => "Prednisone <\u{a0}7,5\u{a0}mg/j",
        _ => "?",
    }
}
