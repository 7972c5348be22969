use super::Codes;

/// French.
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
    ask: super::ask_fr::ask,
};

fn topic(code: &str) -> &'static str {
    match code {
        "biopsy" => "Biopsie",
        "initial_therapy" => "Traitement initial",
        "class_rule" => "Selon la classe",
        "belimumab" => "Bélimumab",
        "cni" => "Inhibiteur de la calcineurine",
        "cyclophosphamide" => "Cyclophosphamide",
        "obinutuzumab" => "Obinutuzumab",
        "gc_pulse" => "Bolus de corticoïdes",
        "gc_start" => "Corticoïdes, début",
        "gc_target" => "Corticoïdes, décroissance et cible",
        "response_3m" => "Objectif à 3 mois",
        "response_6m" => "Objectif à 6 mois",
        "response_12m" => "Objectif à 12 mois",
        "response_24m" => "Objectif à 18-24 mois",
        "maintenance" => "Entretien",
        "hydroxychloroquine" => "Hydroxychloroquine",
        "kidney_protection" => "Protection du rein",
        "withdrawal" => "Durée et arrêt",
        "relapse" => "Rechute",
        "inadequate_response" => "Réponse insuffisante",
        "refractory" => "Forme réfractaire",
        "rebiopsy" => "Nouvelle biopsie",
        "monitoring" => "Surveillance",
        "pregnancy" => "Grossesse",
        "contraception" => "Contraception",
        "fertility" => "Fertilité",
        "tma" => "Microangiopathie thrombotique",
        "antiphospholipid" => "Antiphospholipides",
        "children" => "Enfant",
        _ => "?",
    }
}

fn verdict(code: &str) -> &'static str {
    match code {
        "conflict" => "conflit",
        "preferred" => "préféré",
        "recommended" => "recommandé",
        "option" => "possible",
        "alternative" => "à défaut",
        "judgement" => "à juger",
        "caution" => "avec prudence",
        "reserved" => "réservé pour plus tard",
        "avoid" => "non conseillé",
        "needs_data" => "données manquantes",
        "not_applicable" => "sans objet",
        "not_addressed" => "non abordé",
        "not_read" => "non lu",
        _ => "?",
    }
}

fn accord(code: &str) -> &'static str {
    match code {
        "same" => "accord",
        "close" => "proche",
        "differ" => "divergent",
        "undetermined" => "à discuter",
        "only_one" => "une seule répond",
        "none_speaks" => "aucune ne répond",
        _ => "?",
    }
}

fn reason(code: &str) -> &'static str {
    match code {
        "identical" => "mêmes réponses",
        "other_preference" => "mêmes choix, autre préférence",
        "shared_choices" => "des choix en commun, pas tous",
        "no_shared_choice" => "aucun choix en commun",
        "one_advises_against" => "l'une traite, une autre le déconseille ou attend",
        "own_conflict" => "l'une d'elles se contredit ici",
        "ranges_meet" => "les fourchettes se recoupent",
        "ranges_do_not_meet" => "les fourchettes ne se recoupent pas",
        "no_numbers" => "l'une d'elles ne donne pas de chiffre",
        "other_numbers" => "même demande, autres chiffres",
        "other_demands" => "des demandes de nature différente",
        "left_to_judgement" => "laissé au jugement",
        "needs_data" => "il manque des données",
        "only_one_speaks" => "les autres n'en parlent pas pour ce patient",
        "none_speaks" => "rien n'est dit pour ce patient",
        _ => "?",
    }
}

fn ground(code: &str) -> &'static str {
    match code {
        "found" => "trouvé",
        "none" => "aucun",
        "needs_data" => "données manquantes",
        "nothing_to_compare" => "rien à comparer",
        _ => "?",
    }
}

#[expect(clippy::too_many_lines, reason = "a line a code")]
fn advice(code: &str) -> &'static str {
    match code {
        "no_class_distinction" => "sans distinction de classe",
        "by_class" => "selon la classe",
        "treat_as_proliferative" => "traiter comme une forme proliférative",
        "immunosuppression" => "immunosuppression",
        "no_kidney_immunosuppression" => "pas d'immunosuppression pour le rein",
        "led_by_extrarenal" => "guidé par l'atteinte extrarénale",
        "as_minimal_change" => "comme une lésion glomérulaire minime",
        "one_agent_with_gc" => "corticoïde et un seul immunosuppresseur",
        "triple_therapy" => "trithérapie",
        "combination_therapy" => "association",
        "no_threshold" => "pas de seuil écrit",
        "monitor" => "surveiller",
        "chronic_kidney_care" => "soins de la maladie rénale chronique",
        "no_cyclophosphamide_with_cni" => "pas de cyclophosphamide avec un inhibiteur de la calcineurine",
        "lower_glucocorticoid" => "corticoïdes allégés",
        "paediatric_dose" => "dose pédiatrique",
        "raas_blocker" => "bloqueur du SRAA",
        "sglt2_inhibitor" => "inhibiteur de SGLT2",
        "pressure_below_130_80" => "PA < 130/80 mmHg",
        "systolic_below_120" => "PA systolique < 120 mmHg",
        "salt_restriction" => "peu de sel",
        "statin" => "statine",
        "anticoagulation" => "anticoagulation",
        "discuss_anticoagulation" => "anticoagulation à discuter",
        "hydroxychloroquine" => "hydroxychloroquine",
        "five_mg_per_kilo" => "5\u{a0}mg/kg/j",
        "escalate_early" => "renforcer tôt",
        "continue_treatment" => "poursuivre le traitement",
        "gradual_withdrawal" => "arrêt progressif",
        "minimum_reached" => "durée minimale atteinte",
        "withdraw_glucocorticoid" => "arrêter les corticoïdes",
        "biopsy_before_stopping" => "biopsie avant l'arrêt",
        "continue_hydroxychloroquine" => "garder l'hydroxychloroquine",
        "glucocorticoid_first" => "corticoïdes d'abord",
        "take_biopsy" => "biopsie rénale",
        "biopsy_promptly" => "sans tarder",
        "class_and_indices" => "classe ISN/RPS et indices d'activité et de chronicité",
        "glucocorticoid_before_biopsy" => "corticoïdes sans attendre la biopsie",
        "treat_by_presentation" => "biopsie impossible\u{a0}: selon la présentation",
        "repeat_biopsy" => "nouvelle biopsie",
        "later_response" => "réponse complète parfois plus tardive",
        "same_drugs" => "garder les mêmes médicaments",
        "mycophenolate_maintenance" => "entretien par mycophénolate",
        "azathioprine_maintenance" => "azathioprine à défaut",
        "individualise" => "au cas par cas",
        "escalate_to_combination" => "passer à une association",
        "limit_cni" => "durée limitée de l'inhibiteur de la calcineurine",
        "limit_obinutuzumab" => "obinutuzumab un an au plus",
        "as_new_disease" => "comme une première poussée",
        "same_or_other_regimen" => "même traitement initial, ou un autre",
        "switch_regimen" => "changer d'association",
        "check_adherence" => "vérifier l'observance",
        "check_doses" => "vérifier les doses",
        "measure_drug_levels" => "doser les médicaments",
        "expert_centre" => "avis d'un centre expert",
        "clinical_trial" => "essai clinique",
        "screen_for_nephritis" => "dépister la néphrite",
        "closer_when_at_risk" => "plus souvent si le risque est élevé",
        "screen_6_12_months" => "protéinurie tous les 6 à 12\u{a0}mois",
        "proteinuria_3_months" => "protéinurie tous les 3\u{a0}mois",
        "proteinuria_3_6_months" => "protéinurie tous les 3 à 6\u{a0}mois",
        "serology_each_visit" => "sérologie à chaque visite",
        "plan_pregnancy" => "préparer la grossesse",
        "delay_pregnancy" => "différer la grossesse",
        "stop_teratogens" => "arrêter les tératogènes",
        "switch_to_azathioprine" => "passer à l'azathioprine",
        "switch_to_tacrolimus" => "passer au tacrolimus",
        "stop_raas_blocker" => "arrêter le bloqueur du SRAA",
        "aspirin" => "aspirine",
        "stable_on_new_drugs" => "stable sous le nouveau traitement",
        "inactive_six_months" => "inactif depuis 6\u{a0}mois",
        "effective_contraception" => "contraception efficace",
        "avoid_voclosporin" => "pas de voclosporine",
        "avoid_belimumab" => "pas de bélimumab",
        "compatible_drugs_only" => "médicaments compatibles seulement",
        "proteinuria_below_half_gram" => "UPCR < 0,5\u{a0}g/g",
        "no_late_b_cell_depletion" => "pas de déplétion B au 3e trimestre",
        "contraception" => "contraception",
        "iud_or_two_methods" => "stérilet ou deux méthodes",
        "no_oestrogen" => "pas d'œstrogènes",
        "pregnancy_test" => "test de grossesse avant de commencer",
        "gnrh_analogue" => "analogue de la GnRH",
        "gamete_preservation" => "cryoconservation de gamètes ou d'embryons",
        "prefer_mycophenolate" => "mycophénolate plutôt que cyclophosphamide",
        "treat_by_cause" => "traiter selon la cause",
        "plasma_exchange" => "échanges plasmatiques",
        "complement_inhibitor" => "inhibiteur du complément",
        "caplacizumab" => "caplacizumab",
        "b_cell_depletion" => "déplétion B",
        "ask_haematologist" => "avis d'hématologie",
        "plasmic_score" => "score PLASMIC",
        "vitamin_k_antagonist" => "antivitamine K",
        "as_adults" => "comme chez l'adulte",
        "growth_and_puberty" => "veiller à la croissance et à la puberté",
        "no_sglt2_in_children" => "pas d'inhibiteur de SGLT2 chez l'enfant",
        "belimumab_in_children" => "bélimumab possible chez l'enfant",
        "transition_to_adult_care" => "préparer la médecine d'adultes",
        "psychosocial_care" => "soutien psychosocial",
        _ => "?",
    }
}

fn datum(code: &str) -> &'static str {
    match code {
        "kidney.biopsies" => "biopsie rénale",
        "kidney.biopsies.class" => "classe histologique",
        "kidney.biopsies.lesions" => "lésions actives ou chroniques",
        "kidney.biopsies.activity" => "indice d'activité",
        "kidney.biopsies.chronicity" => "indice de chronicité",
        "kidney.biopsies.crescents" => "croissants",
        "kidney.biopsies.necrosis" => "nécrose fibrinoïde",
        "kidney.biopsies.interstitial_inflammation" => "inflammation interstitielle",
        "kidney.biopsies.fibrosis" => "fibrose interstitielle",
        "kidney.biopsies.podocyte_effacement" => "effacement podocytaire",
        "kidney.biopsies.tma" => "MAT à la biopsie",
        "kidney.rapidly_progressive" => "évolution rapidement progressive",
        "kidney.preflare" => "date du DFGe d'avant la poussée",
        "kidney.raasi_at_maximum" => "bloqueur du SRAA à dose maximale",
        "kidney.worsening" => "aggravation de la protéinurie",
        "kidney.adamts13" => "activité ADAMTS13",
        "kidney.schistocytes" => "schizocytes",
        "course.rescue" => "traitement de secours",
        "course.started" => "début du traitement en cours",
        "course.response" => "date de la réponse",
        "course.complete_response" => "date de la réponse complète",
        "activity.sledai" => "items du SLEDAI-2K",
        "labs.creatinine" => "créatinine",
        "labs.upcr" => "UPCR",
        "labs.protein_24h" => "protéinurie des 24\u{a0}h",
        "labs.albumin" => "albumine",
        "labs.igg" => "IgG",
        "labs.platelets" => "plaquettes",
        "blood_pressure" => "pression artérielle",
        "patient.sex" => "sexe",
        "patient.born" => "mois de naissance",
        "patient.weight" => "poids",
        "patient.height" => "taille",
        "lupus.flares" => "nombre de poussées rénales",
        "lupus.failed_courses" => "lignes de traitement en échec",
        "extrarenal" => "atteintes extrarénales",
        "pregnancy.status" => "grossesse",
        "pregnancy.wish" => "projet de grossesse",
        "pregnancy.contraception" => "contraception",
        "treatments" => "traitements",
        "background.comorbidities" => "comorbidités",
        "background.apl" => "anticorps antiphospholipides",
        "background.cyclophosphamide_before" => "cyclophosphamide déjà reçu",
        "background.mycophenolate_intolerance" => "intolérance au mycophénolate",
        "background.cyclophosphamide_unfit" => "refus ou contre-indication du cyclophosphamide",
        "background.combination_unavailable" => "obstacle à l'association",
        "background.hydroxychloroquine_contraindicated" => "contre-indication à l'hydroxychloroquine",
        "person.adherence" => "observance",
        "stated" => "hypothèse",
        "treatments.name" => "nature d'un médicament hors liste",
        "treatments.eye_exam" => "date de l'examen de la rétine",
        "treatments.dose" => "dose d'un traitement",
        "labs.uacr" => "RAC",
        "labs.potassium" => "kaliémie",
        "damage.reviewed" => "date de revue du SDI",
        "pregnancy.care_agreement" => "accord de soins",
        "pregnancy.test" => "test de grossesse",
        "pregnancy.weeks" => "semaines d'aménorrhée",
        "pregnancy.fetal_echo_planned" => "échocardiographies fœtales",
        "background.anti_ssa" => "anti-SSA/SSB",
        "background.fertility_discussed" => "discussion de la fertilité",
        "background.tpmt" => "TPMT",
        "background.nudt15" => "NUDT15",
        "background.hbv" => "VHB",
        "prevention.pjp_prophylaxis" => "prophylaxie de la pneumocystose",
        "prevention.fracture_risk" => "classe de risque fracturaire",
        "prevention.vaccines.influenza" => "vaccin antigrippal",
        "prevention.vaccines.pneumococcus" => "vaccin antipneumococcique",
        "prevention.vaccines.zoster" => "vaccin contre le zona",
        "prevention.vaccines.hpv" => "vaccin HPV",
        "prevention.vaccines.live_planned" => "vaccin vivant prévu ou non",
        "line" => "ligne de la décision",
        "line.dose" => "dose, durée ou nombre sur la ligne",
        _ => "?",
    }
}

#[expect(clippy::too_many_lines, reason = "a line a code")]
fn fact(code: &str) -> &'static str {
    match code {
        "class" => "Classe",
        "active_nephritis" => "Néphrite active à traiter",
        "proliferative" => "Classe III ou IV, avec ou sans V",
        "pure_v" => "Classe V pure",
        "mixed_v" => "Classe V avec III ou IV",
        "class_i_or_ii" => "Classe I ou II seule",
        "class_vi" => "Classe VI",
        "chronic_only" => "Lésions chroniques seulement",
        "activity_index" => "Indice d'activité",
        "chronicity_index" => "Indice de chronicité",
        "crescents" => "Croissants",
        "necrosis" => "Nécrose fibrinoïde",
        "severe_interstitial_inflammation" => "Inflammation interstitielle sévère",
        "substantial_fibrosis" => "Fibrose notable",
        "podocyte_effacement" => "Effacement podocytaire étendu",
        "tma" => "Microangiopathie thrombotique",
        "proteinuria" => "Protéinurie",
        "egfr" => "DFGe",
        "albumin" => "Albumine",
        "igg" => "IgG",
        "adamts13" => "ADAMTS13",
        "platelets" => "Plaquettes",
        "schistocytes" => "Schizocytes",
        "nephrotic_range" => "Protéinurie néphrotique (≥ 3,5\u{a0}g/g)",
        "baseline_proteinuria" => "Protéinurie au départ",
        "baseline_egfr" => "DFGe au départ",
        "preflare_egfr" => "DFGe d'avant la poussée",
        "rescue" => "Traitement de secours",
        "systolic" => "PA systolique",
        "diastolic" => "PA diastolique",
        "age" => "Âge",
        "child" => "Enfant",
        "male" => "Homme",
        "weight" => "Poids",
        "hypertension" => "Hypertension",
        "diabetes" => "Diabète",
        "heart_failure" => "Insuffisance cardiaque",
        "extrarenal_activity" => "Activité extrarénale",
        "extrarenal_moderate_severe" => "Activité extrarénale modérée ou sévère",
        "first_flare" => "Première poussée rénale",
        "previous_flare" => "Poussée rénale antérieure",
        "repeated_flares" => "Poussées rénales répétées",
        "failed_courses" => "Lignes en échec",
        "rapidly_progressive" => "Rapidement progressive",
        "worsening" => "Protéinurie qui s'aggrave ou se complique",
        "low_filtration" => "DFGe < 60 au départ",
        "chronicity_with_activity" => "Indice de chronicité > 3 avec lésions actives",
        "any_crescents" => "Croissants présents",
        "poor_prognosis" => "Facteur de mauvais pronostic (EULAR)",
        "high_ckd_risk" => "Risque rénal élevé (maladie rénale chronique)",
        "treatment_started" => "Traitement commencé",
        "in_response" => "En réponse",
        "in_complete_response" => "En réponse complète",
        "months_since_start" => "Mois depuis le début",
        "months_since_response" => "Mois depuis la réponse",
        "months_since_complete_response" => "Mois depuis la réponse complète",
        "off_glucocorticoid" => "Sans corticoïde",
        "prednisone" => "Prednisone",
        "months_off_glucocorticoid" => "Mois sans corticoïde",
        "on_hydroxychloroquine" => "Sous hydroxychloroquine",
        "on_raas_blocker" => "Sous bloqueur du SRAA",
        "raas_blocker_at_maximum" => "Bloqueur du SRAA à dose maximale",
        "on_mycophenolate" => "Sous mycophénolate",
        "on_cyclophosphamide" => "Sous cyclophosphamide",
        "on_teratogen" => "Sous médicament tératogène",
        "pregnant" => "Grossesse en cours",
        "pregnancy_wish" => "Projet de grossesse dans les deux ans",
        "postpartum" => "Accouchement il y a moins d'un an",
        "breastfeeding" => "Allaitement",
        "may_conceive" => "Grossesse possible",
        "no_contraception" => "Aucune contraception",
        "oestrogen_contraception" => "Contraception avec œstrogènes",
        "quiet_months" => "Mois de néphrite inactive",
        "months_off_teratogen" => "Mois sans mycophénolate, cyclophosphamide ni méthotrexate",
        "poor_adherence" => "Observance difficile",
        "cyclophosphamide_before" => "Cyclophosphamide déjà reçu",
        "mycophenolate_intolerance" => "Mycophénolate à pleine dose impossible",
        "cyclophosphamide_unfit" => "Cyclophosphamide refusé ou contre-indiqué",
        "combination_unavailable" => "Association inaccessible ou non tolérée",
        "hydroxychloroquine_contraindicated" => "Contre-indication à l'hydroxychloroquine",
        "apl_positive" => "Antiphospholipides positifs",
        "apl_high_risk" => "Antiphospholipides à haut risque",
        "aps" => "Syndrome des antiphospholipides",
        "recent_infection" => "Infection récente",
        "multimorbidity" => "Plusieurs autres maladies",
        "biopsied" => "Biopsie rénale faite",
        "haematuria_or_casts" => "Hématurie ou cylindres",
        "previous_egfr" => "DFGe précédent",
        "filtration_fall" => "DFGe en baisse de plus de 20\u{a0}%",
        "impaired_function" => "Fonction rénale altérée",
        "nephrotic_at_start" => "Protéinurie néphrotique au départ",
        "inadequate_by_eular" => "Réponse insuffisante selon l'EULAR",
        "inadequate_by_acr" => "Réponse insuffisante selon l'ACR",
        "inadequate_by_kdigo" => "Réponse insuffisante selon le KDIGO",
        "in_partial_response" => "En réponse partielle",
        "relapse" => "Rechute rénale après réponse",
        "rebiopsied" => "Nouvelle biopsie déjà faite",
        "refractory" => "Réfractaire à deux lignes ou plus",
        "dual_regimen" => "Sous un seul immunosuppresseur",
        "triple_regimen" => "Sous au moins deux immunosuppresseurs",
        "on_belimumab" => "Sous bélimumab",
        "on_cni" => "Sous inhibiteur de la calcineurine",
        "on_anti_cd20" => "Sous anti-CD20",
        "cyclophosphamide_to_follow" => "Relais du cyclophosphamide à prendre",
        code => safety_fact(code),
    }
}

/// What the safety rules ask.
fn safety_fact(code: &str) -> &'static str {
    match code {
        "hcq_per_kilo" => "HCQ par kilo de poids réel",
        "hcq_daily" => "HCQ par jour",
        "months_on_hcq" => "Durée de l'HCQ",
        "months_since_eye_exam" => "Temps depuis l'examen de la rétine",
        "steroid_daily" => "Corticoïde, équivalent prednisone",
        "steroid_days_above_15" => "Jours de suite > 15\u{a0}mg/j d'équivalent prednisone",
        "steroid_days_from_2_5" => "Jours de suite ≥ 2,5\u{a0}mg/j d'équivalent prednisone",
        "mycophenolate_daily" => "Mycophénolate par jour (en mofétil)",
        "cyclophosphamide_lifetime" => "Cyclophosphamide cumulé",
        "cyclophosphamide_after" => "Cyclophosphamide cumulé après la cure prévue",
        "egfr_fall" => "Baisse du DFGe",
        "haemodynamic_drug_started" => "Bloqueur du SRAA, ISGLT2 ou CNI débuté entre les deux",
        "uacr_doubled" => "RAC au moins doublé",
        "potassium" => "Kaliémie",
        "pressure_raised_twice" => "PA ≥ 130/80 deux fois de suite",
        "months_since_damage_review" => "Temps depuis la revue du SDI",
        "care_agreement_in_force" => "Accord de soins en vigueur",
        "pregnancy_test_lacking" => "Test de grossesse non fait",
        "pregnancy_weeks" => "Semaines d'aménorrhée",
        "anti_ssa_positive" => "Anti-SSA ou anti-SSB positifs",
        "fetal_echo_planned" => "Échocardiographies fœtales prévues",
        "fertility_on_record" => "Fertilité abordée",
        "hcq_contraindication_on_record" => "Contre-indication à l'HCQ enregistrée",
        "thiopurine_on_record" => "TPMT ou NUDT15 enregistré",
        "thiopurine_poor" => "Métaboliseur lent des thiopurines",
        "hepatitis_b_on_record" => "Statut VHB enregistré",
        "igg_on_record" => "IgG dosées",
        "sulfa_allergy" => "Allergie aux sulfamides",
        "macular_disease" => "Maculopathie",
        "apl_triple_positive" => "Triple positivité antiphospholipide",
        "pjp_on_record" => "Prophylaxie de la pneumocystose décidée",
        "fracture_risk_on_record" => "Risque fracturaire classé",
        "live_vaccine_planned" => "Vaccin vivant prévu",
        "influenza_vaccine_due" => "Vaccin antigrippal dû",
        "pneumococcus_vaccine_missing" => "Vaccin antipneumococcique jamais reçu",
        "zoster_vaccine_missing" => "Vaccin contre le zona jamais reçu",
        "hpv_vaccine_missing" => "Vaccin HPV jamais reçu",
        _ => "?",
    }
}

fn need(code: &str) -> &'static str {
    match code {
        "age" => "l'âge",
        "birth_month" => "le mois de naissance",
        "age_of_one_year" => "un âge d'au moins un an",
        "height" => "la taille",
        "weight" => "le poids",
        "creatinine" => "la créatinine",
        "sledai" => "les items du SLEDAI",
        "sledai_items_not_assessed" => "les items du SLEDAI non évalués",
        "pga" => "la PGA",
        "ptga" => "la PtGA",
        "new_activity" => "une activité nouvelle ou non",
        "activity_beyond_sledai" => "l'activité que le SLEDAI ne voit pas",
        "standard_treatment" => "un traitement standard et bien toléré ou non",
        "proteinuria" => "la protéinurie",
        "platelets" => "les plaquettes",
        "white_cells" => "les leucocytes",
        "treatments" => "la liste des traitements",
        "steroid_dose" => "la dose de corticoïde",
        "administrations" => "le nombre d'administrations dans la période",
        "one_dose_at_a_time" => "une seule dose à la fois (deux se chevauchent)",
        "hcq_dose" => "la dose d'hydroxychloroquine",
        "sdi" => "la revue des dommages",
        "lupus_diagnosis" => "la date du diagnostic de lupus",
        "course_start" => "le début du traitement",
        "baseline_upcr" => "l'UPCR au départ",
        "upcr" => "l'UPCR depuis le départ",
        "baseline_egfr" => "le DFGe au départ",
        "preflare_egfr" => "le DFGe d'avant la poussée",
        "egfr" => "le DFGe depuis le départ",
        "rescue" => "un traitement de secours ou non",
        "low_steroids" => "la dose de corticoïde dans la durée",
        "one_equation" => "une même équation pour toutes les valeurs",
        "three_values" => "au moins trois valeurs",
        "one_year" => "au moins un an de valeurs",
        "epices" => "les onze réponses EPICES",
        _ => "?",
    }
}

fn goal(code: &str) -> &'static str {
    match code {
        "target" => "objectif",
        "partial_response" => "réponse partielle",
        "complete_response" => "réponse complète",
        "primary_efficacy" => "réponse rénale PERR",
        _ => "?",
    }
}

fn scheme(code: &str) -> &'static str {
    match code {
        "single" => "schéma unique",
        "reduced" => "schéma réduit",
        "moderate" => "schéma modéré",
        "high" => "schéma fort",
        _ => "?",
    }
}

fn counted_from(code: &str) -> &'static str {
    match code {
        "start" => "depuis le début du traitement",
        "response" => "depuis la réponse",
        "complete_response" => "depuis la réponse complète",
        "compatible_drugs" => "sous médicaments compatibles",
        _ => "?",
    }
}

fn checked(code: &str) -> &'static str {
    match code {
        "verified" | "primary" => "lu dans la source",
        "secondary" => "source secondaire",
        "memory" => "de mémoire, à vérifier",
        "inference" => "déduit de ce qui est écrit",
        "proposal" => "proposition du programme, sans source",
        _ => "?",
    }
}

fn caution(code: &str) -> &'static str {
    match code {
        "inconsistent" => "le texte se contredit",
        "not_verified" => "non vérifié",
        _ => "?",
    }
}

fn level(code: &str) -> &'static str {
    match code {
        "stop" => "STOP",
        "warn" => "attention",
        "info" => "à savoir",
        _ => "?",
    }
}

fn label(code: &str) -> &'static str {
    match code {
        "labelled" => "AMM",
        "not_reimbursed" => "AMM, non remboursé",
        "off_label" => "hors AMM",
        "not_verified" => "AMM non vérifiée",
        _ => "?",
    }
}

fn country(code: &str) -> &'static str {
    match code {
        "FR" => "France",
        "EU" => "Union européenne",
        _ => "?",
    }
}

fn indication(code: &str) -> &'static str {
    match code {
        "proliferative" => "classe III ou IV, avec ou sans V",
        "pure_v" => "classe V pure",
        "other" => "autre tableau",
        _ => "?",
    }
}

fn band(code: &str) -> &'static str {
    match code {
        "none" => "nulle",
        "low" => "faible",
        "mild" => "légère",
        "moderate" => "modérée",
        "high" => "forte",
        "severe" => "sévère",
        _ => "?",
    }
}

fn hcq_band(code: &str) -> &'static str {
    match code {
        "undetectable" => "indétectable",
        "severe_non_adherence" => "évoque une non-observance sévère",
        "below_target" => "sous la cible",
        "target" => "dans la cible",
        "supratherapeutic" => "au-dessus de la cible",
        _ => "?",
    }
}

fn hcq_status(code: &str) -> &'static str {
    match code {
        "within" => "dans la limite",
        "above" => "au-dessus de la limite",
        _ => "?",
    }
}

fn kidney_risk(code: &str) -> &'static str {
    match code {
        "low" => "risque faible",
        "moderate" => "risque modéré",
        "high" => "risque élevé",
        "very_high" => "risque très élevé",
        _ => "?",
    }
}

fn not_scored(code: &str) -> &'static str {
    match code {
        "later" => "postérieur à ce jour",
        "before_lupus" => "antérieur au lupus",
        "under_six_months" => "depuis moins de six mois",
        "from_forty_years" => "à partir de 40\u{a0}ans, n'est pas précoce",
        "replaced_by_esrd" => "compris dans l'insuffisance rénale terminale",
        _ => "?",
    }
}

fn discordance(code: &str) -> &'static str {
    match code {
        "concordant" => "pas de discordance",
        "patient_higher" => "discordance, le patient plus haut",
        "physician_higher" => "discordance, le médecin plus haut",
        _ => "?",
    }
}

fn end_by(code: &str) -> &'static str {
    match code {
        "per_kilo" => "selon le poids",
        "floor" => "plancher",
        "cap" => "plafond",
        _ => "?",
    }
}
