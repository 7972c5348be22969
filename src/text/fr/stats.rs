//! Statistics of past decisions.

use super::plural;
use crate::text::StatsWords;

pub(super) const STATS: StatsWords = StatsWords {
    title: "Statistiques",
    key: "statistiques",
    section,
    figure,
    counted,
    own,
    unit,
    of,
    of_one,
    absent,
    absent_title: "Non enregistré, ou ailleurs",
    not_recorded: "non renseigné",
    n: |n, of| format!("n\u{a0}=\u{a0}{n} {of}"),
    period: |since, until| match (since, until) {
        (None, None) => "toute la période".to_owned(),
        (Some(since), None) => format!("depuis le {since}"),
        (None, Some(until)) => format!("jusqu'au {until}"),
        (Some(since), Some(until)) => format!("du {since} au {until}"),
    },
    part: "Groupe",
    answer: "Réponse",
    count: "n",
    share: "Part",
    interval: "IC 95\u{a0}%",
    median: "Médiane",
    quartiles: "Q1–Q3",
    ends: "min–max",
    missing: "non renseigné",
    few: "<\u{a0}5",
    hidden: "masqué",
    notes: [
        "Parts\u{a0}: non renseigné compris dans le dénominateur\u{a0}; intervalle de Wilson à 95\u{a0}%\u{a0}; pas de pourcentage au-dessous de 5.",
        "Médianes et quartiles\u{a0}: type 7 de Hyndman et Fan. Kaplan-Meier\u{a0}: intervalle log-log. Kappa de Fleiss\u{a0}: intervalle par jackknife, à partir de 10 dossiers.",
        "Courbes dans le temps\u{a0}: limites à trois erreurs standard, à partir de 10 semestres.",
        "Seule la version en vigueur de chaque décision est comptée, au jour de sa réunion.",
    ],
    shared_note: "Rapport partagé\u{a0}: effectifs de 1 à 4 masqués, et ceux qui permettraient de les retrouver\u{a0}; extrêmes omis. Deux rapports de périodes qui se recoupent peuvent encore être comparés.",
    kappa: |agreement, kappa, interval| {
        let interval = interval.map(|interval| format!(" ({interval})")).unwrap_or_default();
        format!("accord des paires {agreement}\u{a0}; kappa {kappa}{interval}")
    },
    no_kappa: "moins de deux avis par dossier\u{a0}: pas de kappa",
    entropy: |bits, kinds, commonest| {
        format!(
            "entropie {bits} bit\u{a0}; {}\u{a0}; le plus fréquent {commonest}",
            plural(kinds, "traitement", "traitements")
        )
    },
    not_a_comparison: "Ce n'est pas une comparaison de traitements\u{a0}: il y a un biais d'indication.",
    followed: |events, median| format!("événements\u{a0}: {events}\u{a0}; médiane {median}"),
    never_looked: "sans suivi",
    at_risk: "suivis",
    without: |event| format!("sans {event}"),
    event,
    month_short: "mois",
    half: |year, second| format!("{year} S{}", if second { 2 } else { 1 }),
    half_year: "Semestre",
    outside: |halves| format!("hors des limites à trois erreurs standard\u{a0}: {halves}"),
    none_outside: "aucun semestre hors des limites à trois erreurs standard",
    no_control: |points| {
        format!("{}\u{a0}: moins de 10, aucune limite tracée", plural(points, "semestre", "semestres"))
    },
    published: |names| format!("┊ année de publication\u{a0}: {names}"),
    view: |view| format!("vue SQL {view}"),
    command: |command| format!("commande\u{a0}: {command}"),
    cases: |n| plural(n, "dossier", "dossiers"),
    counting: |done, all| format!("calcul {done}/{all}"),
    unknown: |code| {
        format!(
            "«\u{a0}{code}\u{a0}» n'est ni une section (5.1 à 5.12) ni un chiffre\u{a0}: regards stats --list les donne."
        )
    },
    no_such_row: |row, known| format!("Ce chiffre n'a pas de ligne «\u{a0}{row}\u{a0}»\u{a0}: {known}."),
    proteinuria: "UPCR",
    filtration: "DFGe",
    catalogue: "Catalogue des chiffres",
    months: |n| format!("{n} mois"),
    period_key: "période",
    stop_key: "arrêter",
    section_key: "section",
    both_concordant: "concordante avec les deux",
    cases_key: "voir les dossiers",
    cases_title: "Dossiers derrière un chiffre",
};

fn section(code: &str) -> &'static str {
    match code {
        "5.1" => "Activité",
        "5.2" => "Validité",
        "5.3" => "Préparation",
        "5.4" => "Qualité de la réunion",
        "5.5" => "Accord et reproductibilité",
        "5.6" => "Concordance aux recommandations",
        "5.7" => "Contenu des décisions",
        "5.8" => "Mise en œuvre",
        "5.9" => "Devenir",
        "5.10" => "Patients",
        "5.11" => "Qualité de la base",
        "5.12" => "Délais",
        _ => "?",
    }
}

fn figure(code: &str) -> &'static str {
    match code {
        "sessions" => "Décisions par réunion",
        "activity" => "Décisions par semestre",
        "passages" => "Dossiers décidés ou reportés",
        "presentation" => "Première présentation ou retour",
        "mode" => "Discutés ou seulement enregistrés",
        "outcome" => "Issue de la discussion",
        "centre" => "Centre demandeur",
        "trace" => "Trace datée avec proposition",
        "three-specialties" => "Trois spécialités présentes",
        "quorum" => "Quorum par dossier",
        "session-quorum" => "Quorum par réunion",
        "lacking" => "Spécialité qui manquait",
        "attendance" => "Présence par spécialité",
        "complete" => "Dossier complet",
        "missing-items" => "Données manquantes par dossier",
        "missing" => "Données manquantes, par fréquence",
        "deferral" => "Report faute d'élément",
        "decision-reached" => "Décision prise",
        "patient-view" => "Avis du patient connu",
        "duration" => "Durée par dossier",
        "within-budget" => "Dans le temps prévu",
        "half-duration" => "Durée selon la place dans l'ordre du jour",
        "half-missing" => "Données manquantes selon la place",
        "half-voices" => "Avis recueillis selon la place",
        "half-decision" => "Décision prise selon la place",
        "breaks" => "Pauses par réunion",
        "agreement" => "Accord",
        "dissent" => "Désaccord consigné, par spécialité",
        "kappa" => "Accord avant et après la discussion",
        "moved" => "La discussion a changé la majorité",
        "same-again" => "Même question, même décision\u{a0}?",
        "spread" => "Dispersion dans un même profil",
        "concordance-time" => "Concordance dans le temps",
        "concordance" => "Concordance par recommandation",
        "bodies" => "Concordance d'ensemble",
        "pairs" => "Recommandations deux à deux",
        "departures" => "Motifs d'écart",
        "deviation-course" => "Évolution selon l'écart",
        "uses" => "Cadre d'emploi des médicaments",
        "regimen" => "Immunosuppresseurs selon la classe",
        "intensity" => "Nombre d'immunosuppresseurs selon la classe",
        "agents" => "Place de chaque immunosuppresseur",
        "pulse" => "Bolus de méthylprednisolone",
        "steroid-start" => "Corticoïde oral au début, selon la classe",
        "steroid-m6" => "Prednisone prévue à 6 mois ≤\u{a0}5 mg/j",
        "hcq" => "Hydroxychloroquine ≤\u{a0}5 mg/kg/j",
        "raas" => "Bloqueur du système rénine-angiotensine",
        "sglt2" => "Inhibiteur de SGLT2",
        "rebiopsy" => "Biopsie demandée",
        "vaccination" => "Vaccination demandée",
        "fulfilment" => "Mise en œuvre à 3 mois",
        "not-done" => "Motifs de non-réalisation",
        "specialties-fulfilled" => "Spécialités présentes selon la mise en œuvre",
        "actions" => "Actions décidées",
        "course" => "Réponse à chaque suivi",
        "response-time" => "Délai jusqu'à la réponse complète",
        "relapse-time" => "Délai jusqu'à la rechute",
        "upcr-course" => "UPCR au fil du suivi",
        "egfr-course" => "DFGe au fil du suivi",
        "steroid-course" => "Prednisone au fil du suivi",
        "class" => "Classe histologique",
        "age" => "Âge",
        "sex" => "Sexe",
        "upcr" => "UPCR à la décision, selon la classe",
        "egfr" => "DFGe à la décision, selon la classe",
        "activity-index" => "Indice d'activité (NIH)",
        "chronicity-index" => "Indice de chronicité (NIH)",
        "flares" => "Poussées rénales",
        "prior-lines" => "Immunosuppresseurs déjà reçus",
        "extrarenal" => "Activité extrarénale",
        "pregnancy" => "Grossesse ou projet",
        "signed" => "Version en vigueur signée",
        "amended" => "Modifications",
        "duplicates" => "Doublons possibles",
        "orphans" => "Actions sans responsable ou sans date",
        "to-lock" => "Réunion → verrouillage",
        "to-sign" => "Réunion → signature",
        "to-tell" => "Réunion → patient informé",
        _ => "?",
    }
}

#[expect(clippy::too_many_lines, reason = "a line a figure")]
fn counted(code: &str) -> &'static str {
    match code {
        "sessions" => "Décisions en vigueur prises à chaque réunion ouverte dans le programme.",
        "activity" => "Décisions en vigueur, comptées au jour de la réunion.",
        "passages" => "Décisions en vigueur et dossiers reportés sans avoir été discutés.",
        "presentation" => "Retour\u{a0}: le même dossier a été décidé à une réunion antérieure.",
        "mode" => "Mode de chaque dossier à la réunion.",
        "outcome" => "Comment le dossier quitte la réunion.",
        "centre" => "Centre du demandeur, tel qu'il est écrit dans le dossier.",
        "trace" => {
            "HAS, niveau 1\u{a0}: une date de réunion et une proposition (une ligne de prescription, ou poursuite sans changement)."
        }
        "three-specialties" => {
            "HAS, niveau 2\u{a0}: la même trace, avec au moins trois spécialités présentes et participant à ce dossier."
        }
        "quorum" => "Quorum de la charte au moment du verrouillage.",
        "session-quorum" => "Oui\u{a0}: le quorum était atteint pour toutes les décisions de la réunion.",
        "lacking" => "Groupes de spécialités dont une au moins était demandée et absente.",
        "attendance" => "Réunions où quelqu'un de la spécialité était présent, parmi toutes les réunions ouvertes.",
        "complete" => "Rien de ce qu'une recommandation demandait ne manquait au verrouillage.",
        "missing-items" => "Nombre de données demandées par une recommandation et absentes du dossier.",
        "missing" => "Dossiers où la donnée manquait\u{a0}; un dossier peut en avoir plusieurs.",
        "deferral" => "Décisions reportées, selon le motif codé.",
        "decision-reached" => {
            "Décidé, décidé sous condition, poursuite, désescalade ou essai\u{a0}; sinon non. Repère publié\u{a0}: 82 à 93\u{a0}% (Brown 2022, cancérologie)."
        }
        "patient-view" => "Le dossier dit ce que le patient souhaite ou refuse.",
        "duration" => "Temps au chronomètre, selon le mode.",
        "within-budget" => "Temps au chronomètre inférieur ou égal au temps prévu.",
        "half-duration" => {
            "Première et seconde moitié des dossiers commencés à la même réunion\u{a0}; le dossier du milieu compte dans la première."
        }
        "half-missing" => "Nombre de données manquantes, première et seconde moitié de la réunion.",
        "half-voices" => "Nombre de spécialités dont la position est notée, première et seconde moitié.",
        "half-decision" => "Décision prise ou non, première et seconde moitié de la réunion.",
        "breaks" => "Pauses commencées à chaque réunion ouverte.",
        "agreement" => "Comment la décision a été acquise.",
        "dissent" => "Décisions avec un désaccord consigné de la spécialité.",
        "kappa" => {
            "Positions du tour silencieux, puis après la discussion\u{a0}: accord des paires et kappa de Fleiss."
        }
        "moved" => {
            "La position tenue par plus de la moitié avant la discussion est une autre après. Décisions où des positions sont notées."
        }
        "same-again" => {
            "Dossiers revenus avec la question de la réunion précédente, mot pour mot\u{a0}: mêmes immunosuppresseurs ou non."
        }
        "spread" => {
            "Immunosuppresseurs décidés dans chaque profil\u{a0}: classe, UPCR <\u{a0}1, 1 à <\u{a0}3, ≥\u{a0}3 g/g, DFGe <\u{a0}60 ou ≥\u{a0}60. Ces bornes sont celles du programme. Entropie de Shannon\u{a0}: 0 si toujours le même."
        }
        "concordance-time" => {
            "Part concordante parmi les décisions où la recommandation répond (concordante, partielle, s'écarte)."
        }
        "concordance" => "Lecture de la décision contre chaque recommandation, silences compris.",
        "bodies" => "Parmi les recommandations qui répondent\u{a0}: concordante avec toutes, certaines, aucune.",
        "pairs" => "Concordante avec les deux, une seule, aucune\u{a0}; non renseigné si l'une des deux ne répond pas.",
        "departures" => "Motifs consignés, parmi les décisions qui s'écartent de la recommandation.",
        "deviation-course" => {
            "Dernier suivi des décisions qui s'écartent d'une recommandation au moins, et des autres."
        }
        "uses" => "Un par médicament dont l'AMM est connue ou dont la réunion a dit le cadre d'emploi.",
        "regimen" => "Immunosuppresseurs donnés par la décision, parmi celles qui proposent un traitement.",
        "intensity" => "Immunosuppresseurs donnés en même temps, corticoïdes non comptés.",
        "agents" => "Décisions qui le donnent, parmi celles qui proposent un traitement.",
        "pulse" => "La décision prescrit des bolus intraveineux.",
        "steroid-start" => "Équivalent prednisone, par kg de poids réel.",
        "steroid-m6" => "Dose prévue par les lignes de la décision\u{a0}; non renseigné si elles ne la disent pas.",
        "hcq" => "Dose par kg de poids réel\u{a0}; non renseigné sans hydroxychloroquine, sans dose ou sans poids.",
        "raas" | "sglt2" => "Donné par la décision telle qu'elle est.",
        "rebiopsy" => "La décision demande une biopsie.",
        "vaccination" => "La décision demande un vaccin.",
        "fulfilment" => "Suivi du 3e mois\u{a0}; non renseigné s'il n'a pas eu lieu.",
        "not-done" => {
            "Au dernier suivi, décisions non ou partiellement réalisées. Repère publié\u{a0}: 21\u{a0}% sans motif (Raine 2014)."
        }
        "specialties-fulfilled" => "Nombre de spécialités présentes, selon la mise en œuvre à 3 mois.",
        "actions" => "Actions des décisions en vigueur, par type\u{a0}: faites, abandonnées ou ouvertes.",
        "course" => "Réponse rénale consignée, par mois de suivi\u{a0}; seuls les suivis faits comptent.",
        "response-time" => {
            "De la décision au premier suivi qui dit réponse complète\u{a0}; sinon censuré au dernier suivi. Kaplan-Meier."
        }
        "relapse-time" => {
            "Du premier suivi avec réponse complète ou partielle au premier suivi ultérieur qui dit rechute\u{a0}; sinon censuré. Kaplan-Meier."
        }
        "upcr-course" => "UPCR à la décision (mois 0) puis à chaque suivi.",
        "egfr-course" => "DFGe à la décision (mois 0) puis à chaque suivi.",
        "steroid-course" => "Dose décidée (mois 0) puis dose à chaque suivi.",
        "class" => "Groupe de la classe la plus récente.",
        "age" => "Âge au jour de la décision.",
        "sex" => "Sexe du patient.",
        "upcr" => "Protéinurie la plus récente\u{a0}; protéinurie des 24 h (g) à défaut d'UPCR.",
        "egfr" => "DFGe le plus récent.",
        "activity-index" => "Indice d'activité de la biopsie, 0 à 24.",
        "chronicity-index" => "Indice de chronicité de la biopsie, 0 à 12.",
        "flares" => "Nombre de poussées, celle-ci comprise.",
        "prior-lines" => "Nombre d'immunosuppresseurs différents reçus avant la décision.",
        "extrarenal" => "Au pire de ce que dit le dossier.",
        "pregnancy" => "Grossesse, ou projet de grossesse dans les deux ans.",
        "signed" => "Signature de la version en vigueur.",
        "amended" => "Décisions modifiées, avant ou après une signature.",
        "duplicates" => "Un autre numéro de dossier du même pseudonyme décidé le même jour.",
        "orphans" => "Actions des décisions en vigueur.",
        "to-lock" => "Jours jusqu'au verrouillage de la première version.",
        "to-sign" => "Jours jusqu'à la première signature\u{a0}; non renseigné\u{a0}: pas signé.",
        "to-tell" => "Jours jusqu'à l'annonce au patient\u{a0}; non renseigné\u{a0}: pas consignée.",
        _ => "?",
    }
}

fn own(figure: &str, code: &str) -> &'static str {
    match (figure, code) {
        ("half-duration" | "half-missing" | "half-voices" | "half-decision", "first") => "première moitié",
        ("half-duration" | "half-missing" | "half-voices" | "half-decision", "second") => "seconde moitié",
        ("kappa", "before") => "avant la discussion",
        ("kappa", "after") => "après la discussion",
        ("amended", "no") => "jamais modifiée",
        ("amended", "before") => "modifiée avant signature",
        ("amended", "after") => "modifiée après signature",
        ("class" | "regimen" | "intensity" | "steroid-start" | "upcr" | "egfr" | "spread", "proliferative") => {
            "III, IV"
        }
        ("extrarenal", "none") => "aucune",
        ("extrarenal", "mild") => "légère",
        ("extrarenal", "moderate_severe") => "modérée à sévère",
        ("pregnancy", "none") => "ni grossesse ni projet",
        ("pregnancy", "wish") => "projet",
        ("pregnancy", "pregnant") => "grossesse",
        ("bodies", "all") => "avec toutes",
        ("bodies", "some") => "avec certaines",
        ("bodies", "none") | ("pairs", "neither") => "avec aucune",
        ("bodies", "silent") => "aucune ne répond",
        ("pairs", "both") => "avec les deux",
        ("pairs", "first-only") => "avec la première",
        ("pairs", "second-only") => "avec la seconde",
        ("deviation-course", "deviates") => "s'écartent d'une recommandation",
        ("deviation-course", "follows") => "ne s'écartent d'aucune",
        ("same-again", "same") => "même traitement",
        ("same-again", "other") => "autre traitement",
        ("moved", "same") => "majorité inchangée",
        ("moved", "moved") => "majorité changée",
        ("moved", "no-majority") => "pas de majorité",
        ("concordance-time", "yes") => "concordante",
        ("concordance-time", "no") => "partielle ou écart",
        ("actions", "done") => "faite",
        ("actions", "dropped") => "abandonnée",
        ("actions", "open") => "ouverte",
        ("orphans", "neither") => "ni responsable ni date",
        ("orphans", "no-owner") => "sans responsable",
        ("orphans", "no-day") => "sans date",
        ("orphans", "owned-and-dated") => "responsable et date",
        ("response-time", "event") => "réponse complète",
        ("relapse-time", "event") => "rechute",
        ("missing" | "lacking", "none") => "rien ne manque",
        ("dissent", "none") => "aucun désaccord",
        ("deferral", "none") => "pas reporté",
        (_, "mixed_v") => "III ou IV + V",
        (_, "pure_v") => "V seule",
        (_, "i_ii") => "I, II",
        (_, "vi") => "VI",
        (_, "censored") => "sans l'événement au dernier suivi",
        (_, "yes") => "oui",
        (_, "no") => "non",
        (_, "first") => "première présentation",
        (_, "again") => "retour",
        (_, "decided") => "décidé",
        (_, "postponed") => "reporté",
        (_, "present") => "présente",
        (_, "absent") => "absente",
        (_, "none") => "aucun",
        _ => "?",
    }
}

fn unit(code: &str) -> &'static str {
    match code {
        "decisions" => "décisions",
        "items" => "données",
        "s" => "s",
        "voices" => "avis",
        "breaks" => "pauses",
        "specialties" => "spécialités",
        "mg/kg/d" => "mg/kg/j",
        "mg/d" => "mg/j",
        "g/g" => "g/g",
        "mL/min/1.73 m²" => "mL/min/1,73\u{a0}m²",
        "years" => "ans",
        "points" => "points",
        "d" => "j",
        _ => "?",
    }
}

fn of(code: &str) -> &'static str {
    match code {
        "decision" => "décisions",
        "passage" => "passages",
        "meeting" => "réunions",
        "meeting-specialty" => "réunions × spécialités",
        "voice" => "avis",
        "reading" => "lectures",
        "pair" => "paires de lectures",
        "departure" => "écarts",
        "use" => "médicaments",
        "action" => "actions",
        "look" => "points de suivi",
        _ => "?",
    }
}

fn of_one(code: &str) -> &'static str {
    match code {
        "decision" => "décision",
        "passage" => "passage",
        "meeting" => "réunion",
        "meeting-specialty" => "réunion × spécialité",
        "voice" => "avis",
        "reading" => "lecture",
        "pair" => "paire de lectures",
        "departure" => "écart",
        "use" => "médicament",
        "action" => "action",
        "look" => "point de suivi",
        _ => "?",
    }
}

fn absent(code: &str) -> &'static str {
    match code {
        "bamara" => "décompte BaMaRa\u{a0}: par l'export",
        "members" => "présence de chaque personne\u{a0}: vue SQL attendance, jamais dans un rapport",
        "freeze" => "complétude au gel du dossier (24 h avant)",
        "request" => "date de la demande",
        "weight-and-level" => "délai entre demande et réunion",
        "complexity" => "score de complexité",
        "replay" => "rejeu avec une autre édition\u{a0}: commande à part",
        "hcq-level" => "dosage sanguin d'hydroxychloroquine",
        "contraception" => "contraception et SAPL décidés (texte libre)",
        "start" => "date de début du traitement",
        "owner-age" => "âge des actions par responsable\u{a0}: regards due",
        "serology" => "C3, C4 et anti-ADN au suivi",
        "kidney-survival" => "survie sans insuffisance rénale chronique",
        "steroid-exposure" => "dose cumulée de corticoïdes",
        "sdi" => "variation du SDI",
        "chain" => "vérification de la chaîne\u{a0}: regards verify",
        "oldest-unsigned" => "âge de la plus ancienne non signée\u{a0}: regards due",
        "sent" => "date d'envoi",
        _ => "?",
    }
}

fn event(code: &str) -> &'static str {
    match code {
        "response-time" => "réponse complète",
        "relapse-time" => "rechute",
        _ => "?",
    }
}
