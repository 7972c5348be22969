use crate::domain::{Class, DsDnaAssay, Edition, HcqMatrix, InterferonResult, TuftShare};
use crate::text::{
    FlareWords, HcqLevelWords, HistologyWords, ProteinuriaWords, RenalWords, ResponseWords, SerologyWords, Type2Words,
};

pub(super) const RENAL: RenalWords = RenalWords {
    cannot_say: "impossible à dire",
    colon: "\u{a0}: ",
    proteinuria: PROTEINURIA,
    response: RESPONSE,
    flare: FLARE,
    serology: SEROLOGY,
    hcq_level: HCQ_LEVEL,
    type2: TYPE2,
    histology: HISTOLOGY,
};

const PROTEINURIA: ProteinuriaWords = ProteinuriaWords {
    title: "Protéinurie",
    over_24_hours: "Sur 24\u{a0}h",
    disagrees: "écart de plus du double",
    agrees: "concordante",
    under_discussion: "de 0,25 à 0,49\u{a0}g/g\u{a0}: zone en discussion, dans aucune recommandation",
    sample_protein: "Protéines de l'échantillon",
    sample_creatinine: "Créatinine de l'échantillon",
    factor: "1\u{a0}g de créatinine = 8,84\u{a0}mmol\u{a0}: mg/mmol × 8,84 = mg/g. Échantillon\u{a0}: protéines en mg/L divisées par créatinine en mmol/L = mg/mmol.",
    own_unit: "Chaque valeur est comparée dans l'unité du laboratoire au seuil publié dans cette unité\u{a0}: 0,5\u{a0}g/g ou 50\u{a0}mg/mmol, qui valent 0,442\u{a0}g/g. De 50 à 57 et de 300 à 340\u{a0}mg/mmol, les deux conventions ne disent pas la même chose.",
    twofold_rule: "UPCR (g/g) et 24\u{a0}h (g/24\u{a0}h) d'un même jour\u{a0}: avertissement quand l'un dépasse le double de l'autre.",
    gram_a_day: "g/24\u{a0}h et g/g ne se valent que si la créatininurie est proche de 1\u{a0}g/jour.",
    biopsy_trigger: "Biopsie\u{a0}: EULAR 2025 protéinurie persistante ≥\u{a0}0,5\u{a0}g/24\u{a0}h ou UPCR ≥\u{a0}500\u{a0}mg/g, indicatif, moins n'est pas interdit\u{a0}; ACR 2024 >\u{a0}0,5\u{a0}g/g\u{a0}; KDIGO >\u{a0}0,5\u{a0}g/j ou DFG en baisse (lu de seconde main).",
    discussion_petri: "0,25 à 0,499\u{a0}g/g (Petri 2025, congrès, chiffres lus dans la presse)\u{a0}: près de la moitié avait une néphrite à traiter, 21\u{a0}% de classe III/IV ± V, 25\u{a0}% de classe V.",
    discussion_support: "Appuis\u{a0}: 0,2 à 0,5\u{a0}g/g, 50\u{a0}% ont atteint 0,5 (médiane 1,2\u{a0}an), 16 des 20 biopsies précoces actives (Wang 2022)\u{a0}; <\u{a0}1\u{a0}g/g, trois quarts de classe III, IV ou V sur 54 (Carlucci 2022).",
    risk_points: "Points de risque à 10\u{a0}ans (Petri 2025, résumé 0837)\u{a0}: non comptés, le dossier ne porte ni anti-Sm, ni anti-RNP, ni origine.",
};

const RESPONSE: ResponseWords = ResponseWords {
    title: "Réponse rénale",
    not_complete: "non complète",
    milestone_of: |month| format!("objectif M{month}"),
    treatment: "Ce traitement",
    start: "commencé",
    baseline_upcr: "UPCR au départ de ce traitement",
    baseline_egfr: "DFGe au départ de ce traitement",
    preflare_egfr: "DFGe d'avant la poussée",
    normal: "Normale",
    normal_is: "pas de norme au dossier\u{a0}; les définitions citent 60 et 90",
    newest_upcr: "UPCR depuis",
    newest_egfr: "DFGe depuis",
    set: "Définition",
    criterion: "Critère",
    found: "Trouvé",
    verdict: "Verdict",
    by_set: "Définition par définition",
    fallen_by: |percent| format!("baisse de l'UPCR ≥\u{a0}{percent}"),
    of_baseline: |percent| format!("DFGe ≥\u{a0}{percent} du départ"),
    of_preflare_or: |percent, least| format!("DFGe ≥\u{a0}{percent} d'avant la poussée, ou ≥\u{a0}{least}"),
    from_or_of_baseline: |least, percent| format!("DFGe ≥\u{a0}{least}, ou ≥\u{a0}{percent} du départ"),
    low_steroids: "prednisone basse, S44–S52 [mém.]",
    no_rescue: "ni traitement de secours ni échec",
    low: "dose basse",
    not_low: "dose plus élevée",
    rescued: "traitement de secours",
    not_rescued: "aucun",
    denominators: "Trois dénominateurs qui ne se remplacent jamais\u{a0}: le départ de ce traitement, l'avant-poussée, la normale.",
    own_unit: "L'UPCR est comparé dans l'unité du laboratoire quand le seuil est publié dans les deux.",
    newest_values: "Les critères d'essais sont appliqués aux valeurs d'aujourd'hui\u{a0}; les essais jugeaient à la semaine 104 (BLISS-LN), 52 (AURORA) ou 76 (REGENCY).",
    acr_reading: "ACR 2024\u{a0}: la définition est lue dans sa table 2\u{a0}; une autre lecture ne l'a pas retrouvée et cite l'usage (UPCR <\u{a0}0,5\u{a0}g/g, fonction stable, 6 à 12\u{a0}mois) [mémoire].",
    kdigo_margin: "KDIGO 2024\u{a0}: «\u{a0}±\u{a0}10 à 15\u{a0}% du départ\u{a0}» est lu ≥\u{a0}85\u{a0}%\u{a0}; de 85 à 90\u{a0}%, c'est la marge. Moins de 18\u{a0}ans\u{a0}: <\u{a0}300\u{a0}mg/m²/j sur 24\u{a0}h, non jugé ici.",
    aurora_memory: "AURORA\u{a0}: prednisone au-dessus de 10\u{a0}mg moins de 3\u{a0}jours de suite et moins de 7 en tout, semaines 44 à 52 [mémoire].",
    not_judged: "Non jugées faute de données au dossier\u{a0}: EULAR 2012 (normale du DFG), EULAR 2019 (24\u{a0}h et créatinine), TULIP-LN (24\u{a0}h, arrêt), LUNAR (normale de la créatinine, sédiment inactif).",
    stricter: "Plus strict\u{a0}: UPCR <\u{a0}0,15 à 1\u{a0}an, poussée rénale HR 0,16 et maladie rénale chronique HR 0,19 (87 classes III/IV).",
};

const FLARE: FlareWords = FlareWords {
    title: "Poussée rénale",
    italian: "École italienne",
    flare: "poussée",
    no_flare: "pas de poussée",
    set: "Définition",
    arm: "Forme",
    criterion: "Critère",
    verdict: "Verdict",
    by_set: "Définition par définition",
    nephritic: "néphritique",
    proteinuric: "protéinurique",
    red_cells: "Hématies urinaires",
    casts: "Cylindres",
    response_before: "Réponse enregistrée",
    some_response: "réponse",
    between_days: |from, to| format!("du {from} au {to}"),
    between: "Entre les dernières valeurs du dossier, chaque définition par ses propres mots\u{a0}; aucune n'est officielle.",
    reproducible: "«\u{a0}Reproductible\u{a0}»\u{a0}: les deux dernières valeurs le montrent contre celle d'avant\u{a0}; la dernière seule attend sa confirmation.",
    reading_italian: "Lectures à confirmer\u{a0}: «\u{a0}créatinine inchangée\u{a0}» = hausse <\u{a0}30\u{a0}%\u{a0}; «\u{a0}sédiment néphritique\u{a0}» = cylindres ou hématies >\u{a0}5/champ\u{a0}; l'UPCR remplace le 24\u{a0}h quand il en manque deux.",
    reading_kdigo: "KDIGO 2012\u{a0}: une hausse entre ses bornes (5\u{a0}g/g exactement) est lue modérée\u{a0}; les acanthocytes ne sont pas au dossier.",
    reading_trials: "J Clin Trials 2024\u{a0}: «\u{a0}DFG anormal\u{a0}» n'est pas chiffré\u{a0}; ≥\u{a0}90 n'est pas anormal, <\u{a0}60 l'est, entre les deux on ne conclut pas. L'hématurie macroscopique n'est pas au dossier.",
    definition: |set| match set {
        "italian" => (
            "créatinine +≥\u{a0}30\u{a0}% sur la dernière valeur, sédiment néphritique",
            "créatinine inchangée\u{a0}; +≥\u{a0}2\u{a0}g/24\u{a0}h si <\u{a0}3,5 avant, doublement si ≥\u{a0}3,5",
        ),
        "eular_era_edta" => (
            "créatinine +≥\u{a0}30\u{a0}% ou DFG −≥\u{a0}10\u{a0}%, reproductible, et hématies +≥\u{a0}10/champ",
            "doublement reproductible de l'UPCR\u{a0}: >\u{a0}100\u{a0}mg/mmol après réponse complète, ≥\u{a0}200 après réponse partielle",
        ),
        "kdigo_2012" => (
            "légère\u{a0}: hématies de <\u{a0}5 à >\u{a0}15/champ avec ≥\u{a0}2 acanthocytes, ou nouveau cylindre\u{a0}; modérée\u{a0}: créatinine +≥\u{a0}0,20\u{a0}mg/dL (+≥\u{a0}0,40 si ≥\u{a0}2,0)\u{a0}; sévère\u{a0}: >\u{a0}1,0 (>\u{a0}1,5)",
            "modérée\u{a0}: <\u{a0}0,5 → ≥\u{a0}1,0\u{a0}g/g\u{a0}; 0,5–1,0 → ≥\u{a0}2,0\u{a0}; >\u{a0}1,0 → doublement\u{a0}; sévère\u{a0}: hausse >\u{a0}5\u{a0}g/g",
        ),
        "clin_trials_2024" => (
            "DFG nouvellement anormal, ou anormal et −>\u{a0}10\u{a0}%, avec hématies +2 catégories (0–5, 6–10, 11–25, 26–50, >\u{a0}50) ou hématurie macroscopique",
            "UPCR >\u{a0}0,5 persistant après réponse complète\u{a0}; doublement et >\u{a0}1,0 après réponse partielle\u{a0}; plus de 2 valeurs, plus d'une semaine entre elles",
        ),
        "hopkins_2025" => ("", "UPCR +≥\u{a0}500\u{a0}mg/g entre deux visites de moins de 120\u{a0}jours"),
        _ => ("?", "?"),
    },
};

const SEROLOGY: SerologyWords = SerologyWords {
    title: "Sérologie",
    interferon: "Interféron",
    lower_c3: "C3, limite basse du laboratoire",
    lower_c4: "C4, limite basse du laboratoire",
    upper_dna: "Anti-ADN, limite haute du laboratoire",
    assay: "Technique des anti-ADN",
    sacq: "SACQ\u{a0}: ≥\u{a0}2\u{a0}ans sans activité clinique, anti-ADN ou complément bas à chaque visite, antipaludéens seuls",
    own_limits: "Chaque valeur est comparée à la limite du laboratoire, jamais à une constante\u{a0}; sans limite, pas de verdict.",
    trend: "Flèche\u{a0}: la dernière valeur contre la précédente.",
    sacq_fluctuates: "SACQ\u{a0}: 6,1\u{a0}% de 924 patients, 58,9\u{a0}% ont rechuté en 3\u{a0}ans environ\u{a0}; les fluctuations ne prédisaient pas la poussée.",
    no_biopsy: "Ne remplace pas la biopsie\u{a0}: à faible protéinurie, aucun des deux ne séparait les classes I/II des classes III à V.",
    no_interferon_limit: "Interféron\u{a0}: pas de seuil de routine\u{a0}; suit la sévérité, pas les variations d'une visite à l'autre.",
};

const HCQ_LEVEL: HcqLevelWords = HcqLevelWords {
    adherence: "observance dite",
    started: "traitement depuis",
    dose_since: "dose depuis",
    serum_low: "évoque une non-observance sévère (sérum)",
    serum_not_low: "au-dessus du seuil de non-observance (sérum)",
    plasma: "plasma\u{a0}: dosage non fiable, non interprété",
    serum_rule: "Sérum\u{a0}: <\u{a0}106\u{a0}ng/mL sous 400\u{a0}mg/j, <\u{a0}53 sous 200\u{a0}mg/j = non-observance sévère\u{a0}; pas de seuil publié pour une autre dose.",
    plasma_rule: "Plasma\u{a0}: non fiable. Rapport sérum/sang 0,53\u{a0}±\u{a0}0,15.",
    below_target: "Entre 200 et 749, observance partielle et dose trop faible ne se distinguent pas.",
    soon_after: "Un taux bas peu après le début ou un changement de dose n'est pas une non-observance\u{a0}: l'équilibre demande des mois [mémoire].",
    flares: "750 à 1200\u{a0}: lupus actif OR 0,29 (Garg 2024). ≥\u{a0}1150\u{a0}: pas plus d'efficacité, toxicité OR environ 2,1 (Garg 2025). PLUS, ≥\u{a0}1000\u{a0}: pas moins de poussées.",
};

const TYPE2: Type2Words = Type2Words {
    fatigue_vas: "EVA fatigue",
    fibromyalgia_2016: "Fibromyalgie 2016",
    by_physician: "par la PGA de type 2",
    minimal: "minime",
    type1: "type\u{a0}1",
    type2: "type\u{a0}2",
    mixed: "mixte",
    regions: "Régions douloureuses",
    three_months: "Trois mois ou plus",
    type2_pga: "PGA de type 2",
    asks_2016: "2016\u{a0}: (WPI ≥\u{a0}7 et SSS ≥\u{a0}5) ou (WPI 4–6 et SSS ≥\u{a0}9), ≥\u{a0}4 régions sur 5, ≥\u{a0}3\u{a0}mois",
    asks_2011: "2011\u{a0}: (WPI ≥\u{a0}7 et SSS ≥\u{a0}5) ou (WPI 3–6 et SSS ≥\u{a0}9), ≥\u{a0}3\u{a0}mois",
    asks_type1: "Type\u{a0}1\u{a0}: SLEDAI ≥\u{a0}6, ou SLEDAI clinique sans biologie ≥\u{a0}4, ou néphrite active",
    distress_rule: "PSD = WPI + SSS, 0 à 31\u{a0}: 0–3 aucune, 4–7 légère, 8–11 modérée, 12–19 sévère, 20–31 très sévère\u{a0}; sous 12, pas de fibromyalgie possible.",
    group_rule: "Rogers 2021\u{a0}: type\u{a0}2 = fibromyalgie 2011\u{a0}; les deux = mixte, aucun = minime.",
    physician_rule: "Par la PGA de type 2\u{a0}: type\u{a0}2 si ≥\u{a0}1,0 sur 3\u{a0}; type\u{a0}1 aussi si PGA ≥\u{a0}1,0.",
    nephritis_reading: "Lecture à confirmer\u{a0}: la néphrite est dite active quand un item urinaire du SLEDAI-2K est coté.",
    excluded: "2011 demande aussi qu'aucune autre cause n'explique la douleur\u{a0}: reste à dire. 2016 vaut quelle que soit l'autre maladie.",
    facit: "FACIT-F\u{a0}: total seul, plus haut = moins de fatigue\u{a0}; différence qui compte 3 à 6. EVA fatigue\u{a0}: pas de seuil propre au lupus.",
    distress: |band| match band {
        "none" => "aucune détresse",
        "mild" => "légère",
        "moderate" => "modérée",
        "severe" => "sévère",
        "very_severe" => "très sévère",
        _ => "?",
    },
};

const HISTOLOGY: HistologyWords = HistologyWords {
    title: "Histologie",
    glomeruli: |count| format!("{count}\u{a0}glomérules"),
    from_grades: "(par les grades)",
    contradicted: |index| format!("les grades donnent {index}"),
    stated: |index| format!("annoncé {index}"),
    dropped: "abandonné",
    replaced: "remplacé par AI et CI (NIH), pour toutes les classes",
    both_editions: "Ce que dit cette classe, par édition",
    indices: "Indices NIH",
    lesion_head: "Lésion",
    grade: "Grade",
    weight: "Poids",
    points: "Points",
    letters_of_2003: "S, G, A et C sont des lettres de 2003\u{a0}; ce compte rendu cite 2018.",
    grades: "Grade\u{a0}: 0 absent, 1 <\u{a0}25\u{a0}%, 2 de 25 à 50\u{a0}%, 3 >\u{a0}50\u{a0}% des glomérules (du cortex pour l'interstitium).",
    weights: "AI = six lésions, 0 à 24\u{a0}; nécrose fibrinoïde et croissants cellulaires comptent double [mémoire]. CI = quatre lésions, 0 à 12.",
    limit: "La limite entre III et IV reste 50\u{a0}% dans les deux éditions. Croissant\u{a0}: >\u{a0}2 couches sur ≥\u{a0}1/4 de la circonférence (2003), ≥\u{a0}10\u{a0}% (2018).",
    historic: "Limites historiques AI ≥\u{a0}12, CI ≥\u{a0}3\u{a0}: pour affichage, aucune règle n'en dépend.",
    observed: "Observé\u{a0}: AI rarement au-dessus de 16, CI jusqu'à 10 (194\u{a0}biopsies, 2025).",
    beyond_classes: "Hors classes\u{a0}: podocytopathie lupique, microangiopathie thrombotique, lésions vasculaires.",
    content: |edition, class| match (edition, class) {
        (_, Class::I) => "microscopie optique normale, dépôts mésangiaux",
        (Edition::E2003, Class::II) => {
            "hypercellularité mésangiale pure (≥\u{a0}3 cellules par aire) ou matrice, dépôts mésangiaux"
        }
        (Edition::E2018, Class::II) => {
            "hypercellularité mésangiale pure (≥\u{a0}4 noyaux) ou matrice, dépôts mésangiaux"
        }
        (Edition::E2003, Class::III) => "focale\u{a0}: <\u{a0}50\u{a0}% des glomérules, endo- ou extracapillaire",
        (Edition::E2018, Class::III) => {
            "focale\u{a0}: <\u{a0}50\u{a0}% des glomérules, hypercellularité endocapillaire"
        }
        (Edition::E2003, Class::IV) => "diffuse\u{a0}: ≥\u{a0}50\u{a0}% des glomérules, endo- ou extracapillaire",
        (Edition::E2018, Class::IV) => {
            "diffuse\u{a0}: ≥\u{a0}50\u{a0}% des glomérules, hypercellularité endocapillaire, sans S ni G"
        }
        (_, Class::V) => "extramembraneuse\u{a0}; III+V ou IV+V, les deux sont nommées",
        (_, Class::VI) => "≥\u{a0}90\u{a0}% de glomérules globalement scléreux, sans activité résiduelle",
    },
    lesion: |lesion| match lesion {
        "endocapillary" => "hypercellularité endocapillaire",
        "neutrophils" => "neutrophiles ou caryorrhexis",
        "fibrinoid_necrosis" => "nécrose fibrinoïde",
        "hyaline_deposits" => "dépôts hyalins",
        "crescents" => "croissants cellulaires ou fibrocellulaires",
        "interstitial_inflammation" => "inflammation interstitielle",
        "glomerulosclerosis" => "glomérulosclérose",
        "fibrous_crescents" => "croissants fibreux",
        "tubular_atrophy" => "atrophie tubulaire",
        "interstitial_fibrosis" => "fibrose interstitielle",
        _ => "?",
    },
    share: |share| match share {
        TuftShare::Segmental => {
            "segmentaire (moins de la moitié du floculus) dans ≥\u{a0}50\u{a0}% des glomérules atteints"
        }
        TuftShare::Global => "globale dans ≥\u{a0}50\u{a0}% des glomérules atteints",
    },
};

pub(super) fn dsdna_assay(entry: DsDnaAssay) -> &'static str {
    match entry {
        DsDnaAssay::Farr => "test de Farr",
        DsDnaAssay::Clift => "Crithidia luciliae (CLIFT)",
        DsDnaAssay::Elisa => "ELISA",
        DsDnaAssay::Feia => "FEIA",
    }
}

pub(super) fn hcq_matrix(entry: HcqMatrix) -> &'static str {
    match entry {
        HcqMatrix::WholeBlood => "sang total",
        HcqMatrix::Serum => "sérum",
        HcqMatrix::Plasma => "plasma",
    }
}

pub(super) fn interferon(entry: InterferonResult) -> &'static str {
    match entry {
        InterferonResult::High => "élevé",
        InterferonResult::Low => "bas",
    }
}

pub(super) fn tuft(entry: TuftShare) -> &'static str {
    match entry {
        TuftShare::Segmental => "segmentaire",
        TuftShare::Global => "globale",
    }
}
