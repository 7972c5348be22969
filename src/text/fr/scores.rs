use crate::domain::{FlareDrug, FlareSign, Rash};
use crate::text::ScoreWords;

pub(super) const SCORES: ScoreWords = ScoreWords {
    name_bands: "Sévérité par le SLEDAI-2K",
    name_discordance: "Médecin ↔ patient",
    name_flare: "Poussée",
    name_response: "Indice de réponse",
    name_difficult: "Difficile à traiter ou à suivre",
    renal: "rénal",
    damage: "séquelle",
    other_cause: "autre cause",
    present: "présent",
    absent: "absent",
    not_assessed: "non évalué",
    item: "Item",
    weight: "Poids",
    visit: "Visite",
    numbers: "Chiffres",
    definition: "Définition",
    points: "Points",
    term: "Terme",
    not_scored: "Non comptés",
    absent_items: "Évalués et absents",
    items_seen: "Items",
    rater: "Évalué par",
    window_unstated: "fenêtre non renseignée\u{a0}: les 10 jours de l'indice sont pris pour la biologie",
    sledai_rule: "24 items, poids fixes, somme simple, de 0 à 105. Un item compte s'il est attribué au lupus et réversible\u{a0}; les séquelles et les autres causes ne comptent pas. Ce sont les items cochés qui comptent\u{a0}; les chiffres sont mis à côté, strictement au-delà de chaque limite.",
    sledai_clinical_rule: "Deux scores s'appellent SLEDAI clinique\u{a0}: sans sérologie (2 items retirés, 101 au plus\u{a0}; celui de DORIS, items de mémoire) et sans biologie (83 au plus\u{a0}; Duke). Le SLEDAI rénal\u{a0}: les quatre items urinaires (convention, de mémoire).",
    arthritis_note: "Arthrite\u{a0}: 2 articulations ou plus dans le SLEDAI-2K\u{a0}; les formulaires SELENA impriment plus de 2.",
    proteinuria_note: "Protéinurie\u{a0}: plus de 0,5\u{a0}g/24\u{a0}h, persistante ou nouvelle\u{a0}; l'UPCR en tient lieu sans recueil (0,5\u{a0}g/g, 56,6\u{a0}mg/mmol).",
    blind_note: "Aveugle à l'anémie hémolytique, à l'intestin, à l'hémorragie pulmonaire, à la myocardite, à la myélite, à la neuropathie périphérique et aux variations dans un même item.",
    bands_rule: "Aucun découpage n'est officiel\u{a0}; chacun est donné par sa source.",
    high_status: "SLEDAI-2K ≥\u{a0}10\u{a0}: statut d'activité forte (cohorte Asie-Pacifique 2022)",
    active_lupus: "SLEDAI-2K ≥\u{a0}6\u{a0}: lupus actif (Garg, Duke)",
    quoted_note: "Le découpage 1-5/6-10/11-19/≥\u{a0}20 est souvent cité\u{a0}; son origine n'a pas pu être vérifiée.",
    sle_das_rule: "SLE-DAS = 0,366 + 3,132 si une articulation sur 28 est gonflée + 0,454 par articulation + vascularite cutanée 4,408 + éruption au-dessus du cou 3,138 ou au-dessous 3,887 + alopécie 0,973 + ulcérations 2,769 + complément bas 0,754 + anti-ADN 0,956 + protéinurie >\u{a0}500 (3,811 ln − 17,584) + plaquettes <\u{a0}100 (26,105 − 5,577 ln) + leucocytes <\u{a0}3 (6,118 − 5,058 ln) + 18 neuropsychiatrique, 18 vascularite systémique, 18 cœur ou poumon + 9 myosite + 6 sérite + 9 hémolyse.",
    sle_das_ranges: "≤\u{a0}2,08 zone de rémission\u{a0}; >\u{a0}2,08 et ≤\u{a0}7,64 légère\u{a0}; >\u{a0}7,64 modérée ou sévère.",
    sle_das_unverified: "Les coefficients n'ont pas pu être vérifiés dans l'article ni sur sle-das.eu, et aucun exemple chiffré publié n'a été trouvé\u{a0}: lus de seconde main, dans un calculateur qui cite la figure 1 de l'article.",
    sle_das_quirks: "L'alopécie seule (1,34), 2,9\u{a0}G/L de leucocytes seuls (1,10) ou 99\u{a0}G/L de plaquettes seuls (0,84) restent en zone de rémission malgré un signe clinique\u{a0}; de 500 à 501\u{a0}mg/g le score saute de 6,1.",
    sle_das_attribution: "Un chiffre jugé séquelle ou d'autre cause ne compte pas\u{a0}; la biologie est prise dans la fenêtre de la visite.",
    sle_das_remission: "rémission clinique\u{a0}: SLE-DAS ≤\u{a0}2,08 et prednisone ≤\u{a0}5\u{a0}mg/j (le second de mémoire)",
    sle_das_low: "faible activité\u{a0}: SLE-DAS ≤\u{a0}2,48 et prednisone ≤\u{a0}7,5\u{a0}mg/j",
    sle_das_flare_asks: "hausse du SLE-DAS ≥\u{a0}1,72",
    remission_word: "rémission",
    low_word: "faible activité",
    discordance_rule: "PGA (0 à 3) ramenée à 100\u{a0}: PGA × 100 / 3\u{a0}; Δ = PtGA − ce nombre\u{a0}; positif quand le patient est plus haut. Les règles divergent entre 20 et 25.",
    pga_rule: "PGA sur le mois écoulé\u{a0}: <\u{a0}0,5 minime\u{a0}; ≥\u{a0}0,5 à 1 légère\u{a0}; >\u{a0}1 à ≤\u{a0}2 modérée\u{a0}; >\u{a0}2 sévère. Sans les séquelles, la sérologie ni les plaintes hors activité\u{a0}; même évaluateur à chaque visite.",
    asks_d25: "discordance par D25\u{a0}: écart de 25 sur 100 ou plus (par défaut)",
    asks_d20: "discordance par D20\u{a0}: écart de 20 sur 100 ou plus",
    discordance_note: "Ce qui fait la discordance\u{a0}: douleur, peau et rein (Yen 2003), fatigue et douleur (LUPIN 2025). Aucun seuil n'est tiré de Chiche 2026\u{a0}: texte non trouvé.",
    doris_rule: "Toutes les lignes doivent être vraies\u{a0}; antipaludéens et immunosuppresseurs stables, biothérapies comprises, sont permis\u{a0}; ni sérologie ni durée. Prednisone\u{a0}: le résumé dit ≤\u{a0}5\u{a0}mg/j (par défaut), le tableau 2 et l'encadré <\u{a0}5\u{a0}mg/j\u{a0}: les deux sont données.",
    lldas_rule: "Toutes les lignes doivent être vraies. Organes majeurs\u{a0}: rein, système nerveux, pleurésie, péricardite, vascularite, fièvre. La myosite n'est pas dans la liste d'origine des organes majeurs\u{a0}: seule, elle passe à la lettre. Doses maximales selon APLC\u{a0}: HCQ 400\u{a0}mg/j, méthotrexate 30\u{a0}mg/sem., azathioprine 200\u{a0}mg/j, mycophénolate mofétil 3\u{a0}g/j, mycophénolate sodique 2,16\u{a0}g/j, léflunomide 20\u{a0}mg/j.",
    lldas_note: "La plupart des patients en LLDAS ont un SLEDAI clinique à 0\u{a0}: LLDAS et DORIS se recouvrent largement (Doria 2022).",
    edge_yes_no: "à 5\u{a0}mg/j exactement\u{a0}: oui (résumé), non (encadré)",
    flare_rule: "Un seul domaine suffit\u{a0}; le sévère l'emporte. SLEDAI\u{a0}: hausse ≥\u{a0}3, sévère s'il monte à >\u{a0}12. Prednisone\u{a0}: augmentation, sévère à >\u{a0}0,5\u{a0}mg/kg/j. Médicaments\u{a0}: AINS ou HCQ ajoutés, sévère pour un nouvel immunosuppresseur. PGA\u{a0}: hausse ≥\u{a0}1,0, sévère à >\u{a0}2,5. Les signes sévères comptent s'ils ont imposé de doubler la prednisone, >\u{a0}0,5\u{a0}mg/kg/j ou une hospitalisation.",
    flare_sledai_note: "L'indice prend le SELENA-SLEDAI\u{a0}; le SLEDAI-2K en tient lieu ici. De mémoire\u{a0}: le système nerveux parmi les signes sévères, et la fin de la liste des médicaments.",
    flare_change_note: "Un passage à plus de 12 (ou de la PGA à plus de 2,5) est lu comme toute hausse qui y finit, même partie d'au-dessus\u{a0}: à confirmer.",
    flare_pga_note: "Une source lit une PGA qui monte à ≥\u{a0}1,0 et non de ≥\u{a0}1,0\u{a0}: la seconde lecture est prise.",
    flare_drugs_note: "Sans les critères de médicaments, 42 poussées sévères sur 55 étaient déclassées (2014). Qu'aucun n'ait commencé se lit dans les traitements\u{a0}; pourquoi l'un a commencé se demande.",
    domain: "Domaine",
    mild_moderate: "Légère ou modérée",
    severe: "Sévère",
    change: "Variation",
    response_rule: "SRI-4\u{a0}: SLEDAI-2K en baisse de ≥\u{a0}4, pas de nouveau BILAG A et au plus un nouveau B, PGA en hausse de <\u{a0}0,3, pas de médicament non permis. mSRI\u{a0}: SLEDAI-2K en baisse de ≥\u{a0}4 et PGA en hausse de <\u{a0}0,3, depuis un SLEDAI-2K ≥\u{a0}6.",
    response_note: "Départ\u{a0}: la dernière visite avant le début du traitement, sinon la visite d'avant. L'indice est celui des essais\u{a0}; hors essai, le traitement de secours tient lieu de médicament non permis. Le BILAG n'est pas calculé ici\u{a0}: les nouveaux grades sont saisis.",
    not_applicable: "sans objet\u{a0}: départ sous 6",
    from_visit: "Départ",
    to_visit: "Dernière visite",
    difficult_none: "Aucune définition admise du lupus difficile à traiter\u{a0}: une liste, pas de verdict.",
    sr_sle: "inflammation qui persiste",
    favouring: "favorisants",
    other_reasons: "autres raisons",
    open: "à demander",
    none_found: "aucun trouvé",
    factors_title: "Facteurs favorisants",
    reasons_title: "Difficile à suivre\u{a0}: autres raisons",
    sr_sle_title: "Inflammation qui persiste\u{a0}: srSLE, définition pilote",
    evidence: "Preuve",
    found: "Trouvé",
    factor_head: "Facteur",
    sr_sle_rule: "srSLE (APLC, pilote)\u{a0}: SLEDAI-2K ≥\u{a0}10 à deux visites successives malgré un corticoïde et un immunosuppresseur\u{a0}; 14\u{a0}% de 3\u{a0}744\u{a0}patients. Les immunosuppresseurs conventionnels sont visés.",
    sr_sledai: "SLEDAI-2K ≥\u{a0}10",
    sr_steroid: "sous corticoïde",
    sr_immunosuppressant: "sous immunosuppresseur",
    anti_drug_note: "Anticorps anti-médicament\u{a0}: aucun seuil trouvé, aucun n'est appliqué. Le CD19 est montré sans verdict\u{a0}; avec déplétion complète, 47\u{a0}% de réponses complètes dans LUNAR, sans, 13\u{a0}%.",
    anti_drug: "Anticorps anti-médicament",
    infusion_reaction: "Réaction à la perfusion",
    cd19: "CD19",
    is_a_flare: "poussée",
    no_flare: "pas de poussée",
    window_of: |window| format!("fenêtre {window}"),
    elsewhere: |item, why| format!("{item} ({why})"),
    failing: |asks, found| format!("{asks} (trouvé\u{a0}: {found})"),
    at_least_grade: |grade| format!("au moins {grade}"),
    by_domains: |domains| format!("par {domains}"),
    between: |from, to| format!("{from} → {to}"),
    ticked_against: |item| format!("{item}\u{a0}: coché, les chiffres disent le contraire"),
    number_against: |item| format!("{item}\u{a0}: non coché, les chiffres disent qu'il y est"),
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
        Rash::None => "pas d'éruption",
        Rash::Localised => "éruption au-dessus du cou seulement",
        Rash::Generalised => "éruption au-dessous du cou",
    }
}

pub(super) fn flare_sign(sign: FlareSign) -> &'static str {
    match sign {
        FlareSign::Discoid => "lupus discoïde",
        FlareSign::Photosensitive => "éruption photosensible",
        FlareSign::Profundus => "lupus profond",
        FlareSign::CutaneousVasculitis => "vascularite cutanée",
        FlareSign::Bullous => "lupus bulleux",
        FlareSign::NasopharyngealUlcers => "ulcérations rhinopharyngées",
        FlareSign::Pleuritis => "pleurésie",
        FlareSign::Pericarditis => "péricardite",
        FlareSign::Arthritis => "arthrite",
        FlareSign::Fever => "fièvre lupique",
        FlareSign::CentralNervous => "système nerveux central",
        FlareSign::Vasculitis => "vascularite",
        FlareSign::Nephritis => "néphrite",
        FlareSign::Myositis => "myosite",
        FlareSign::PlateletsBelow60 => "plaquettes <\u{a0}60\u{a0}G/L",
        FlareSign::SevereHaemolysis => "hémolyse avec Hb <\u{a0}7\u{a0}g/dL ou chute >\u{a0}3\u{a0}g/dL",
    }
}

pub(super) fn flare_drug(drug: FlareDrug) -> &'static str {
    match drug {
        FlareDrug::Nsaid => "un AINS",
        FlareDrug::Hydroxychloroquine => "l'hydroxychloroquine",
        FlareDrug::Cyclophosphamide => "le cyclophosphamide",
        FlareDrug::Azathioprine => "l'azathioprine",
        FlareDrug::Methotrexate => "le méthotrexate",
        FlareDrug::Mycophenolate => "le mycophénolate",
    }
}

fn contradiction(code: &str) -> &'static str {
    match code {
        "remission_with_haemolysis" => "DORIS à la lettre, mais anémie hémolytique active\u{a0}: revoir la PGA",
        "no_pga_with_sledai" => "PGA à 0 avec un SLEDAI-2K de 6 ou plus",
        "pga_without_clinical_sledai" => "PGA de 1 ou plus avec un SLEDAI clinique à 0",
        "sle_das_remission_with_sign" => "zone de rémission avec un signe clinique",
        "proteins_apart" => "UPCR et protéinurie des 24\u{a0}h à plus du double l'un de l'autre",
        "steroid_at_zero" => "un corticoïde est en cours à la dose de 0",
        _ => "?",
    }
}

fn sle_das_range(code: &str) -> &'static str {
    match code {
        "remission" => "zone de rémission",
        "mild" => "légère",
        "moderate_severe" => "modérée ou sévère",
        _ => "?",
    }
}

fn sle_das_term(code: &str) -> &'static str {
    match code {
        "intercept" => "constante",
        "arthritis" => "articulations gonflées",
        "generalised_rash" => "éruption au-dessous du cou",
        "localised_rash" => "éruption au-dessus du cou seulement",
        "mucocutaneous_vasculitis" => "vascularite cutanée",
        "alopecia" => "alopécie",
        "mucosal_ulcers" => "ulcérations muqueuses",
        "low_complement" => "complément bas",
        "anti_dsdna" => "anti-ADN natifs",
        "neuropsychiatric" => "neuropsychiatrique",
        "systemic_vasculitis" => "vascularite systémique",
        "cardiopulmonary" => "cœur ou poumon",
        "myositis" => "myosite",
        "serositis" => "sérite",
        "haemolysis" => "anémie hémolytique",
        "proteinuria" => "protéinurie",
        "thrombocytopenia" => "thrombopénie",
        "leukopenia" => "leucopénie",
        _ => "?",
    }
}

fn pga_band(code: &str) -> &'static str {
    match code {
        "minimal" => "minime",
        "mild" => "légère",
        "moderate" => "modérée",
        "severe" => "sévère",
        _ => "?",
    }
}

fn measure(code: &str) -> &'static str {
    match code {
        "protein_24h" => "protéinurie des 24\u{a0}h",
        "upcr" => "UPCR",
        "urine_red_cells" => "hématies urinaires",
        "urine_white_cells" => "leucocytes urinaires",
        "urine_casts" => "cylindres",
        "c3" => "C3",
        "c4" => "C4",
        "anti_dsdna" => "anti-ADN natifs",
        "temperature" => "température",
        "platelets" => "plaquettes",
        "white_cells" => "leucocytes",
        _ => "?",
    }
}

fn criterion(code: &str) -> &'static str {
    match code {
        "clinical_sledai_zero" => "SLEDAI clinique sans sérologie = 0",
        "pga_below_half" => "PGA <\u{a0}0,5",
        "prednisone_up_to_five" => "prednisone ≤\u{a0}5\u{a0}mg/j (résumé)",
        "prednisone_below_five" => "prednisone <\u{a0}5\u{a0}mg/j (tableau 2, encadré)",
        "sledai_up_to_four" => "SLEDAI-2K ≤\u{a0}4",
        "no_major_organ" => "aucun item d'organe majeur",
        "no_haemolysis" => "pas d'anémie hémolytique",
        "no_gut" => "pas d'atteinte digestive",
        "no_cardiopulmonary" => "pas d'atteinte cardiaque ou pulmonaire",
        "nothing_new" => "rien de nouveau depuis la visite précédente",
        "pga_up_to_one" => "PGA ≤\u{a0}1",
        "prednisone_up_to_seven_and_a_half" => "prednisone ≤\u{a0}7,5\u{a0}mg/j",
        "standard_treatment" => "traitement standard, toléré, rien d'expérimental",
        _ => "?",
    }
}

fn responder(code: &str) -> &'static str {
    match code {
        "sledai_fall" => "SLEDAI-2K en baisse de ≥\u{a0}4",
        "no_new_a" => "aucun nouveau BILAG A",
        "one_new_b" => "au plus un nouveau BILAG B",
        "pga" => "PGA en hausse de <\u{a0}0,3",
        "drugs" => "pas de traitement de secours",
        _ => "?",
    }
}

fn flare_domain(code: &str) -> &'static str {
    match code {
        "sledai" => "SLEDAI-2K",
        "signs" => "signes",
        "prednisone" => "prednisone",
        "drugs" => "autres médicaments",
        "pga" => "PGA",
        "admission" => "hospitalisation",
        _ => "?",
    }
}

fn flare_grade(code: &str) -> &'static str {
    match code {
        "none" => "pas de poussée",
        "mild_moderate" => "légère ou modérée",
        "severe" => "sévère",
        _ => "?",
    }
}

fn factor(code: &str) -> &'static str {
    match code {
        "tobacco" => "tabac",
        "ultraviolet" => "exposition aux UV",
        "hormones" => "hormones",
        "stress" => "stress",
        "ptsd" => "stress post-traumatique",
        "anti_drug" => "anticorps anti-médicament",
        "adherence" => "observance",
        _ => "?",
    }
}

fn factor_evidence(code: &str) -> &'static str {
    match code {
        "tobacco" => {
            "CLASI 9,5 chez les fumeurs, 7,0 chez les non-fumeurs (Piette 2012)\u{a0}; risque de lupus anti-ADN+ HR 1,86 (Barbhaiya 2018)\u{a0}; antipaludéens moins efficaces\u{a0}: de mémoire"
        }
        "ultraviolet" => "36,6\u{a0}% des patients citent le soleil (Squance 2014)",
        "hormones" => {
            "traitement substitutif\u{a0}: un peu plus de poussées légères ou modérées\u{a0}; pilule combinée\u{a0}: non en maladie stable (SELENA, de mémoire)"
        }
        "stress" => "53,5\u{a0}% citent le stress, 37,6\u{a0}% l'épuisement (Squance 2014)",
        "ptsd" => {
            "tout traumatisme\u{a0}: poussée OR 2,27\u{a0}; avec adversité dans l'enfance OR 5,91 (CLUES, Katz 2022)\u{a0}; ESPT et lupus incident environ × 3 (seconde main)"
        }
        "anti_drug" => {
            "37,8\u{a0}% après un premier cycle de rituximab\u{a0}; CD19 et SLEDAI-2K plus hauts à 6\u{a0}mois (Faustini 2021)"
        }
        "adherence" => {
            "HCQ <\u{a0}200\u{a0}ng/mL marque la non-prise (Costedoat-Chalumeau 2007\u{a0}; Blanchet 2020)\u{a0}; non-observance sévère\u{a0}: poussée OR 3,38 (SLICC)"
        }
        _ => "?",
    }
}

fn reason(code: &str) -> &'static str {
    match code {
        "adherence" => "observance",
        "type2" => "symptômes de type 2",
        "damage" => "dommages",
        "comorbidity" => "comorbidité",
        "infection" => "infection",
        "intolerance" => "intolérance",
        "social" => "précarité (EPICES)",
        _ => "?",
    }
}
