use crate::domain::{Alexithymia, Document, WrittenPlan};
use crate::text::PersonalWords;

pub(super) const PERSONAL: PersonalWords = PersonalWords {
    point,
    item,
    state,
    point_rule,
    to_do: "à faire",
    not_stated: |n| format!("{n}\u{a0}non renseigné{}", if n > 1 { "s" } else { "" }),
    held: "Cibles tenues",
    state_head: "État",
    marks: "✓ fait ou sans objet\u{a0}; ! quelque chose est à faire\u{a0}; ? rien à faire de connu, mais le dossier ne dit pas tout.",
    told_not_counted: "dit, non compté",
    simulation: "équipe formée en simulation",
    waiting: |n| {
        if n == 1 { "1 réponse attend une donnée".to_owned() } else { format!("{n} réponses attendent une donnée") }
    },
    strategy: "Stratégie T2T/T2U",
    way,
    missed: |target| format!("cible manquée\u{a0}: {target}"),
    eular_target: |months| format!("EULAR 2025 à {months}\u{a0}mois"),
    partial_target: |body| format!("{body}, réponse au moins partielle"),
    response_lost: "la réponse complète notée n'est plus là (UPCR ≥\u{a0}0,5\u{a0}g/g)",
    worsening: "le rein s'aggrave, selon le dossier",
    relapse: "rechute",
    active: |scores| format!("activité au-dessus des chiffres du LLDAS ({scores})"),
    held_response: |months| format!("réponse complète depuis {months}"),
    held_visits: |visits, months| format!("activité faible à {visits} visites de suite, depuis {months} au moins"),
    seen_once: "activité faible à une seule visite",
    nothing_due: "aucune cible rénale encore due",
    above_low: |dose| format!("prednisone {dose}, au-dessus de 5\u{a0}mg/j"),
    at_low: |dose| format!("prednisone {dose}"),
    no_steroid: "sans corticoïde",
    opens: |body, what| format!("{body}\u{a0}: {what} envisageable"),
    not_yet: |body, what| format!("{body}\u{a0}: {what} pas encore"),
    glucocorticoid: "arrêt du corticoïde",
    immunosuppressant: "arrêt du traitement de fond",
    nothing_left: "rien à retirer hors hydroxychloroquine",
    renal_targets: "Cibles rénales",
    activity_target: "Activité (chiffres du LLDAS, dose mise à part)",
    target_head: "Cible",
    stopping: "Ce que disent les lignes d'arrêt des recommandations",
    body_head: "Recommandation",
    what_head: "Quoi",
    stance,
    says_head: "Dit",
    no_body_speaks: "Aucune recommandation ne parle d'arrêt pour ce patient\u{a0}: la question se pose dès que les cibles tiennent à deux visites.",
    strategy_rule_up: "Une cible due et manquée suffit pour demander s'il faut intensifier\u{a0}: jalon rénal d'EULAR, réponse au moins partielle d'ACR ou de KDIGO dès 6\u{a0}mois, réponse complète perdue, rechute, rein qui s'aggrave, activité au-dessus des chiffres du LLDAS (SLEDAI-2K ≤\u{a0}4 sans organe majeur, PGA ≤\u{a0}1\u{a0}; pendant un traitement rénal, sans les items rénaux ni le PGA).",
    strategy_rule_down: "Si toutes les cibles dues tiennent (réponse complète notée, ou deux visites de suite), la ligne demande s'il faut alléger quand la prednisone dépasse 5\u{a0}mg/j (dès 6\u{a0}mois de traitement), quand une recommandation ouvre un arrêt, ou quand aucune n'en parle\u{a0}; sinon elle propose de maintenir. Elle pose une question, elle ne prescrit pas.",
    strategy_rule_unknown: "Une cible due qu'on ne peut pas juger laisse la question ouverte\u{a0}: l'inconnu n'est jamais compté comme tenu.",
    not_counted: |needs| format!("Le dossier ne le dit pas, et la ligne ne le compte pas\u{a0}: {needs}."),
    no_course: "Aucun traitement rénal en cours n'a de date de début\u{a0}: pas de cible rénale à juger.",
    as_supposed: "Hypothèse en cours\u{a0}: les lignes d'arrêt suivent l'hypothèse, les cibles suivent le dossier.",
    major_organ: "organe majeur",
    pregnancy_weighs: "Grossesse ou projet de grossesse dans le dossier\u{a0}: à peser avec cette question.",
    course_month: |month| format!("mois {month} du traitement"),
    epices_questions: [
        "Voit parfois un travailleur social",
        "A une complémentaire santé",
        "Vit en couple",
        "Propriétaire (ou bientôt, selon formulaires)",
        "Dans le mois, de vraies difficultés d'argent",
        "Sport dans les 12 derniers mois",
        "Spectacle dans les 12 derniers mois",
        "Vacances dans les 12 derniers mois",
        "Famille (hors parents, enfants) vue en 6\u{a0}mois",
        "Quelqu'un pourrait l'héberger quelques jours",
        "Quelqu'un pourrait l'aider matériellement",
    ],
    question_head: "Question (dite avec nos mots)",
    answer_head: "Réponse",
    coefficient_head: "Si oui",
    adds_head: "Ajoute",
    epices_start: "Constante",
    epices_sum: "Somme",
    epices_threshold: |threshold| format!("précarité ≥\u{a0}{threshold}"),
    epices_young: |precarious| {
        format!("seuil 16-25\u{a0}ans 37,27\u{a0}: {}", if precarious { "précarité" } else { "pas de précarité" })
    },
    epices_quintiles: "Quintiles\u{a0}: 7,10\u{a0}; 16,56\u{a0}; 30,17\u{a0}; 48,52 (ce dernier de mémoire).",
    epices_young_rule: "De 16 à 25\u{a0}ans, une page d'enseignement donne 37,27\u{a0}: dit à côté, jamais à la place.",
    voice: "Souhaits et refus",
    wishes: "souhaits",
    refusals: "refus",
    missing: "Manque aux recommandations",
    pregnancy: "Grossesse",
    treatments: "Traitements",
    background: "Terrain",
    life: "Vie quotidienne",
    around: "Entourage et soutien",
    caregivers: "aidants",
    alexithymia: "alexithymie",
    handed_over: "remis",
    support: "soutien",
    pain: "douleur",
    psychologist: "psychologue",
    dietitian: "diététique",
    off_work: "arrêt de travail",
    mdph: "dossier MDPH",
    school: "école",
    transition: "transition vers l'adulte",
    options: "options expliquées",
    preference: "préférence recueillie",
    decision_aid: "outil d'aide à la décision",
    written_plan: "plan écrit",
    resources: "Ressources",
    resources_key: "ressources",
    resource_count: |all, codes| format!("{all} adresses, {codes} codes QR"),
    address: "Adresse",
    trust,
    no_qr: "Adresse telle qu'imprimée sur la diapositive, sans doute fautive\u{a0}: pas de code QR.",
    may_be_inverted: "Terminal sans couleurs\u{a0}: sur un fond clair, le code est inversé et certains téléphones ne le lisent pas.",
    qr_too_small: |width, height| format!("Le code QR demande une fenêtre d'au moins {width}×{height}."),
    offline: "Dessiné ici\u{a0}: ce programme n'ouvre aucune connexion. Aucune adresse n'a été vérifiée en ligne.",
    page_language: "Langue",
    pregnancy_test: "test",
    care_agreement: "accord de soins",
    said_on_file: "Dit dans le dossier, rien n'est calculé.",
    missing_rule: "Chaque donnée est classée par le nombre de réponses des recommandations qu'elle trancherait.",
};

fn point(code: &str) -> &'static str {
    match code {
        "announcement" => "A Annonce",
        "evaluation" => "E Évaluation",
        "strategy" => "S Stratégie",
        "decision" => "D Décision",
        "recommendations" => "R Recommandations",
        _ => "?",
    }
}

fn item(code: &str) -> &'static str {
    match code {
        "announced" => "consultation d'annonce",
        "reannounced" => "ré-annonce",
        "pregnancy_heredity" => "grossesse et hérédité",
        "goal" => "objectif",
        "caregiver" => "aidant",
        "epices" => "EPICES",
        "alexithymia" => "alexithymie",
        "documents" => "documents remis",
        "association" => "association",
        "visit" => "activité (6\u{a0}mois)",
        "both_globals" => "PGA et PtGA",
        "proteinuria" => "protéinurie (6\u{a0}mois)",
        "adherence" => "observance",
        "hcq_level" => "taux d'HCQ (6\u{a0}mois)",
        "type2" => "type 2",
        "tobacco" => "tabac",
        "strategy_line" => "ligne de stratégie",
        "damage" => "dommages (12\u{a0}mois)",
        "comorbidities" => "comorbidités",
        "apl" => "antiphospholipides",
        "vaccines" => "vaccins",
        "support" => "soutien",
        "work" => "travail et droits",
        "transition" => "transition",
        "informed" => "patient informé",
        "wishes" => "souhaits",
        "refusals" => "refus",
        "education" => "éducation (ETP)",
        "options" => "options expliquées",
        "preference" => "préférence",
        "written_plan" => "plan écrit",
        "question" => "question posée",
        "meeting" => "date de RCP",
        "guidelines" => "recommandations jugées",
        _ => "?",
    }
}

fn state(code: &str) -> &'static str {
    match code {
        "done" => "fait",
        "to_do" => "à faire",
        "not_stated" => "non renseigné",
        "not_applicable" => "sans objet",
        _ => "?",
    }
}

fn point_rule(code: &str) -> &'static str {
    match code {
        "announcement" => {
            "Le fond (grossesse et hérédité, objectif), la forme (EPICES, alexithymie, aidants, ré-annonce) et ce qui est remis, selon la diapositive. Une étape refusée ou sans objet ne reste pas à faire."
        }
        "evaluation" => {
            "Activité clinique et protéinurie, observance et taux d'HCQ, regard du patient, type 2, facteurs favorisants, selon la diapositive. Les 6\u{a0}mois viennent de Mosca 2011 (biologie au moins tous les 6\u{a0}mois)\u{a0}; pour la visite, la discordance et le taux d'HCQ, c'est une proposition de ce programme."
        }
        "strategy" => {
            "Ligne de stratégie, dommages, comorbidités, vaccins, interventions non médicamenteuses, travail, selon la diapositive. Dommages revus chaque année\u{a0}: Mosca 2011. Vaccins\u{a0}: grippe dans les 12\u{a0}mois et pneumocoque. Soutien\u{a0}: douleur, psychologue, diététique. La transition est demandée avant 18\u{a0}ans."
        }
        "decision" => {
            "Information, éducation, souhaits et refus, options et préférence, supports personnalisés, selon la diapositive. L'outil d'aide à la décision est dit, non compté."
        }
        "recommendations" => {
            "Une question, une RCP, et des recommandations dont aucune réponse n'attend de donnée. Leur accord ou leur désaccord se lit dans les regards croisés."
        }
        _ => "?",
    }
}

fn way(code: &str) -> &'static str {
    match code {
        "step_up" => "intensifier\u{a0}?",
        "hold" => "maintenir\u{a0}?",
        "step_down" => "alléger\u{a0}?",
        "cannot_say" => "indécidable",
        _ => "?",
    }
}

fn stance(code: &str) -> &'static str {
    match code {
        "open" => "envisageable",
        "not_yet" => "pas encore",
        "to_judge" => "à juger, ou se contredit",
        "needs_data" => "manque une donnée",
        _ => "?",
    }
}

fn trust(code: &str) -> &'static str {
    match code {
        "from_talk" => "adresse de la présentation, non vérifiée",
        "function_not_verified" => "adresse de la présentation\u{a0}; fonction non vérifiable",
        "looks_mistyped" => "telle qu'imprimée sur la diapositive, non vérifiée, sans doute fautive",
        "from_sheet" => "adresse de la fiche activité, page lue",
        _ => "?",
    }
}

pub(super) const fn alexithymia(entry: Alexithymia) -> &'static str {
    match entry {
        Alexithymia::No => "non",
        Alexithymia::Suspected => "suspectée",
        Alexithymia::Yes => "oui",
    }
}

pub(super) const fn written_plan(entry: WrittenPlan) -> &'static str {
    match entry {
        WrittenPlan::Yes => "oui",
        WrittenPlan::No => "non",
        WrittenPlan::Planned => "prévu",
    }
}

pub(super) const fn document(entry: Document) -> &'static str {
    match entry {
        Document::Fai2r => "fiche FAI2R",
        Document::Aide => "ressources AIDE",
        Document::PndsSummary => "synthèse du PNDS",
        Document::TreatmentSheets => "fiches de traitement",
        Document::PresQRiptions => "presQRiptions",
        Document::EmergencyCard => "carte d'urgence",
        Document::Personalised => "support personnalisé",
    }
}
