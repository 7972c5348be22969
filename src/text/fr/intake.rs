//! Cases that come in.

use super::super::remark::advice_on_refusal;
use crate::read::{NoTable, Why};
use crate::text::{ChaseWords, LabsWords, Lang, NewCaseWords};

pub(super) const NEW_CASE: NewCaseWords = NewCaseWords {
    title: "Nouveau dossier",
    key: "nouveau dossier",
    place: "Nouveau dossier (saisie)",
    file_head: "Dossier de la RCP lupus, format 1.\n`unknown` veut dire demandé et non connu ; une clé absente, jamais demandé.\nNi nom, ni INS, ni adresse : l'identité a sa place dans un fichier de correspondance séparé.",
    file_foot: "Tout ce que le format peut dire, avec des exemples : regards new NUMÉRO ; vérifier : regards check",
    required: "À remplir\u{a0}: le dossier ne peut pas s'en passer.",
    proposed: "proposé",
    other_drug: "Hors de la liste\u{a0}: écrit tel quel, comme autre médicament.",
    next: "suivant",
    show: "relire et écrire",
    turn: "choisir",
    unknown_key: "inconnu",
    cannot_be_unknown: "Ce champ ne peut pas être «\u{a0}inconnu\u{a0}»\u{a0}: le remplir ou le laisser vide.",
    draft_back: "Une saisie commencée auparavant est de retour.",
    kept: "La saisie est gardée\u{a0}; la même touche la rouvre.",
    still_needed: "Le dossier ne peut pas encore être écrit\u{a0}: voir le champ sous le curseur.",
    another: "autre entrée",
    complete: "→ complète",
    no_number: "Donner le numéro du dossier (regards new LN-2026-013), ou lancer la commande dans un terminal pour la saisie guidée.",
    chosen_from: "Au choix",
    optional: "facultatif",
    name,
    help,
    section,
    comment,
    taken: |file| format!("Ce numéro est déjà celui de {file}\u{a0}: en donner un autre."),
    units: |units| format!("Unités\u{a0}: {units}"),
    created: |path| format!("Dossier écrit\u{a0}: {path}"),
    exists: |path| format!("{path} existe déjà et reste tel quel\u{a0}: donner un autre numéro."),
    unwritten: |path, why| {
        format!(
            "{path} n'a pas pu être écrit ({why})\u{a0}; la saisie est gardée. Vérifier que le répertoire existe et qu'on peut y écrire."
        )
    },
    unsaved_draft: |why| format!("La saisie n'est gardée qu'en mémoire ({why})\u{a0}: l'écrire avant de quitter."),
};

fn name(code: &str) -> &'static str {
    match code {
        "case" => "numéro du dossier",
        "meeting" => "date de la réunion",
        "question" => "question posée",
        "requester.name" => "demandeur",
        "requester.specialty" => "spécialité",
        "requester.centre" => "centre",
        "mode" => "à discuter ou à enregistrer",
        "rule" => "règle de soins courants",
        "patient.alias" => "alias",
        "patient.born" => "mois de naissance",
        "patient.age" => "ou âge",
        "lupus.diagnosed" => "diagnostic du lupus",
        "kidney.biopsies.date" => "date de la biopsie",
        "kidney.biopsies.class" => "classe ISN/RPS",
        "labs.date" => "date du prélèvement",
        "labs.c3" => "C3",
        "labs.c4" => "C4",
        "labs.anti_dsdna" => "anti-ADN natifs",
        "labs.hcq_level" => "taux d'hydroxychloroquine",
        "blood_pressure.date" => "date de la mesure",
        "blood_pressure.value" => "pression artérielle",
        "treatments.drug" => "médicament",
        "treatments.dose" => "dose",
        "treatments.from" => "début",
        "treatments.to" => "fin",
        "person.wishes" => "souhaits de la personne",
        _ => "",
    }
}

fn help(code: &str) -> &'static str {
    match code {
        "case" => {
            "Le numéro du dossier, comme LN-2026-013\u{a0}: lettres, chiffres, tirets et points, 32 au plus. Le premier libre de l'année est proposé\u{a0}; il donne son nom au fichier."
        }
        "meeting" => "Le jour de la RCP, AAAA-MM-JJ ou JJ/MM/AAAA. La prochaine réunion est proposée.",
        "question" => "La question posée à la réunion, en une phrase de 200 caractères au plus.",
        "requester.name" => "Qui demande l'avis\u{a0}: un professionnel, jamais le patient.",
        "requester.specialty" => "La spécialité du demandeur.",
        "requester.centre" => "Son centre ou son cabinet.",
        "mode" => {
            "À discuter\u{a0}: la réunion en parle. À enregistrer\u{a0}: la décision suit une règle de soins courants, qu'il faut nommer."
        }
        "rule" => "Le nom de la règle de soins courants qui s'applique.",
        "patient.alias" => {
            "Des initiales ou un code court, 12 caractères au plus. Jamais le nom\u{a0}: l'identité a sa place dans un fichier séparé."
        }
        "patient.sex" => "Le sexe tel qu'il est enregistré\u{a0}: les équations et les règles en dépendent.",
        "patient.born" => "AAAA-MM ou MM/AAAA\u{a0}: le mois donne l'âge à chaque date. Sinon, l'âge.",
        "patient.age" => "L'âge en années révolues, quand le mois de naissance n'est pas donné.",
        "patient.weight" => "Le poids réel\u{a0}: les doses par kilo s'y rapportent.",
        "patient.height" => "La taille.",
        "lupus.diagnosed" => "Le mois du diagnostic, AAAA-MM ou MM/AAAA.",
        "lupus.flares" => "Combien de poussées rénales, celle-ci comprise\u{a0}: 1 pour une première poussée.",
        "kidney.biopsies.date" => {
            "Le jour de la biopsie. Remplir cette date ouvre les autres champs\u{a0}; une autre biopsie se saisit à la suite."
        }
        "kidney.biopsies.class" => "La classe de la biopsie\u{a0}; les composantes se lisent ensemble, comme III+V.",
        "labs.date" => {
            "Le jour du prélèvement. Remplir cette date ouvre les valeurs\u{a0}; un autre jour se saisit à la suite."
        }
        "labs.creatinine" => "La créatinine du sérum ce jour-là, avec son unité\u{a0}: le DFG en est estimé.",
        "labs.upcr" => "Le rapport protéinurie/créatininurie (UPCR) ce jour-là, avec son unité.",
        "labs.albumin" => "L'albumine du sérum ce jour-là, avec son unité.",
        "labs.c3" | "labs.c4" => {
            "La fraction du complément, avec son unité\u{a0}; elle se juge par les normes du laboratoire."
        }
        "labs.anti_dsdna" => "Les anticorps anti-ADN natifs, avec leur unité.",
        "labs.hcq_level" => "Le taux d'hydroxychloroquine dans le sang total, avec son unité.",
        "blood_pressure.date" => "Le jour de la mesure\u{a0}; une autre mesure se saisit à la suite.",
        "blood_pressure.value" => "Systolique/diastolique avec son unité\u{a0}: 122/76 mmHg.",
        "treatments.drug" => {
            "Le nom, l'abréviation ou le nom commercial\u{a0}: MMF, hydroxychloroquine, Cortancyl… Un autre traitement se saisit à la suite\u{a0}; un changement de dose est un autre traitement."
        }
        "treatments.dose" => {
            "La dose avec son unité et sa période\u{a0}: 400 mg/j, 2 g/j, 200 mg/sem, 500 mg pour une prise."
        }
        "treatments.from" => "Le premier jour, à cette dose.",
        "treatments.to" => "Le dernier jour\u{a0}; vide tant que le traitement continue.",
        "treatments.eye_exam" => "Le dernier examen de la rétine.",
        "person.wishes" => "Ce que la personne souhaite, dans ses mots.",
        _ => "",
    }
}

fn section(code: &str) -> &'static str {
    match code {
        "head" => "Le dossier",
        "requester" => "Le demandeur",
        "mode" => "Passage en réunion",
        "patient" => "Le patient",
        "lupus" => "Le lupus",
        "pregnancy" => "Grossesse et contraception",
        "kidney.biopsies" => "Biopsie rénale",
        "kidney" => "Le rein",
        "labs" => "Biologie",
        "blood_pressure" => "Pression artérielle",
        "treatments" => "Traitements",
        "person" => "La personne",
        _ => "",
    }
}

fn comment(code: &str) -> &'static str {
    match code {
        "case" => "Numéro du dossier",
        "meeting" => "Jour de la réunion",
        "question" => "Question posée à la réunion",
        "mode" => "discuss : à discuter ; record : à enregistrer, sous la règle nommée",
        "requester" => "Qui demande : un professionnel",
        "patient" => "Initiales ou code court ; poids réel",
        "patient.born" => "Mois de naissance AAAA-MM",
        "lupus" => "Mois du diagnostic ; poussées rénales, celle-ci comprise ; lignes de 6 mois au moins en échec",
        "pregnancy" => "Grossesse, projet et contraception",
        "kidney" => "Le rein",
        "kidney.biopsies" => {
            "Biopsies, de la plus ancienne à la plus récente ; activity : indice NIH de 0 à 24, chronicity : de 0 à 12"
        }
        "kidney.rapidly_progressive" => "Évolution rapidement progressive",
        "kidney.raasi_at_maximum" => "IEC ou sartan à la dose maximale tolérée",
        "labs" => "Biologie, une entrée par jour, de la plus ancienne à la plus récente ; chaque valeur avec son unité",
        "blood_pressure" => "Pression artérielle, systolique/diastolique",
        "treatments" => "Traitements, une entrée par période et par dose",
        "person" => "La personne, dans ses mots",
        _ => "",
    }
}

pub(super) const LABS: LabsWords = LabsWords {
    title: "Tableau de biologie",
    key: "tableau de biologie",
    paste_here: "Coller ici le tableau du laboratoire (Ctrl-Maj-V ou clic du milieu).",
    paste_what: "Une ligne de titres, puis une ligne par jour\u{a0}; ou une ligne par analyse et une colonne par jour. Séparateurs\u{a0}: point-virgule, virgule ou tabulation. L'unité se lit dans le titre, dans la case ou dans une ligne d'unités\u{a0}; aucune n'est devinée.",
    write: "écrire",
    replace: "remplacer ce qui diffère, ou non",
    unit_key: "unité",
    next_unit: "colonne suivante sans unité",
    nothing_new: "Le tableau n'apporte rien de nouveau\u{a0}: rien à écrire.",
    not_kept: "Le tableau collé est gardé pour ce dossier tant que le programme tourne.",
    to_add: "À ajouter",
    already: "Déjà dans le dossier",
    conflicts: "Le dossier dit autre chose",
    left_out: "Laissé de côté",
    unmatched: "Titres sans clé dans le dossier",
    unit_asked: "Unité à préciser",
    nobody_told: "?",
    warnings: "À vérifier",
    encoding: "Le tableau n'est pas en UTF-8\u{a0}: l'enregistrer en «\u{a0}CSV UTF-8\u{a0}» et recommencer.",
    in_table: "dans le tableau",
    in_file: "dans le dossier",
    kept_as_is: "le dossier reste tel quel",
    replaced: "sera remplacé",
    unit_form: "Donner l'unité d'un titre comme ceci\u{a0}: --unit \"Créatinine=µmol/L\".",
    counts: |new, same, conflicts, out| {
        format!("{new} à ajouter, {same} déjà là, {conflicts} en conflit, {out} de côté")
    },
    cell: |row, column| format!("ligne {row}, case {column}"),
    no_such_title: |title| format!("Aucun titre du tableau sans unité ne s'appelle «\u{a0}{title}\u{a0}»."),
    unread: |path, why| format!("{path} ne peut pas être lu ({why})."),
    no_table: |why| match why {
        NoTable::Empty => "Le tableau est vide.",
        NoTable::NoDays => {
            "Aucune date n'a été trouvée\u{a0}: il faut une colonne «\u{a0}Date\u{a0}», ou une ligne de dates (JJ/MM/AAAA ou AAAA-MM-JJ)."
        }
        NoTable::TooLarge => "Le tableau est plus grand que ce qu'un dossier peut contenir.",
    },
    why: |why| match why {
        Why::Refused(refusal) => advice_on_refusal(Lang::Fr, refusal).whole(),
        Why::NoResult => "pas de résultat".to_owned(),
        Why::NoDay => "ce n'est pas une date\u{a0}: écrire JJ/MM/AAAA ou AAAA-MM-JJ".to_owned(),
        Why::DayInDoubt => {
            "une date du tableau commence par le mois\u{a0}: l'ordre est incertain, écrire AAAA-MM-JJ".to_owned()
        }
        Why::Future => "la date est à venir".to_owned(),
        Why::Twice => "deux cases donnent deux valeurs de ce jour".to_owned(),
        Why::TooMany => "la ligne a trop de cases\u{a0}: une virgule décimale a pu la couper".to_owned(),
    },
};

pub(super) const CHASE: ChaseWords = ChaseWords {
    title: "À obtenir",
    key: "à obtenir",
    nothing: "Rien ne manque aux recommandations pour ces dossiers.",
    completeness: "Complétude",
    unreadable: "Dossiers illisibles, à corriger d'abord",
    informant,
    complete: |known, asked| format!("{known}/{asked} données demandées par les recommandations"),
    waiting: |rows| format!("attendu par\u{a0}: {rows}"),
    from: |who| format!("auprès de {who}"),
    cases: |n| if n == 1 { "1 dossier".to_owned() } else { format!("{n} dossiers") },
};

fn informant(code: &str) -> &'static str {
    match code {
        "requester" => "Demandeur",
        "pathologist" => "Anatomopathologiste",
        "laboratory" => "Laboratoire",
        "patient" => "Patient ou infirmière",
        "pharmacy" => "Pharmacie",
        "ophthalmologist" => "Ophtalmologiste",
        _ => "?",
    }
}
