mod after;
mod basics;
mod config;
mod deliberation;
mod documents;
mod dose;
mod due;
mod encryption;
mod export;
mod filter;
mod hand;
mod identity;
mod intake;
mod keeping;
mod kidney;
mod live;
mod meeting;
mod origin;
mod past;
mod personal;
mod plan;
mod prevention;
mod renal;
mod replay;
mod scores;
mod scores_entry;
mod session;
mod shorthand;
mod stats;
mod sync;
mod taper;
mod timeline;
mod writing;

use rust_decimal::Decimal;

use super::remark::{advice, advice_on_objection, advice_on_refusal};
use super::{
    Activity, Agreement, App, Archive, CaseWords, Count, DamageWords, DecisionWords, Editions, Error, GroundWords,
    Guide, Key, Lang, Ledger, Lists, PanelWords, PersonWords, Queue, Ranked, Report, SafetyWords, Screens, Table,
    Theme, Topic, Unit, Verdict, VerifyWords, WhatIf, Words,
};
use crate::domain::{
    Adherence, AplProfile, Class, Comorbidity, Contraception, DepartureReason, DoseUnit, Drug, Edition, EventKind,
    Extent, FractureRisk, Lesions, LineKind, Metaboliser, Mode, Objection, Organ, Origin, Outcome, Per,
    PregnancyStatus, PregnancyTest, Reading, Refusal, Replacement, Route, Screening, SdiItem, Severity, Sex,
    SledaiItem, Step, StopReason, Tobacco, Window, Wish, YesNo,
};
use crate::read::Problem;

/// French.
pub(super) static WORDS: Words = Words {
    lang: Lang::Fr,
    lists: LISTS,
    codes: super::codes_fr::CODES,
    drug_short,
    sledai_definition,
    sdi_domains: [
        "Œil",
        "Neuropsychiatrique",
        "Rein",
        "Poumon",
        "Cardiovasculaire",
        "Vasculaire périphérique",
        "Digestif",
        "Ostéoarticulaire",
        "Peau",
        "Insuffisance gonadique précoce",
        "Diabète",
        "Cancer",
    ],
    months: ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
    refusal,
    problem,
    objection,
    app: App {
        not_a_prescriber: "N'est pas un prescripteur\u{a0}: la réunion décide, le patient consent.",
        synthetic: "cas fictif",
        read_only: "lecture seule",
        too_small: |width, height| {
            format!("La fenêtre fait {width}×{height}. Il faut au moins 60×18 pour montrer un dossier en entier.")
        },
        unknown: "à préciser",
        not_stated: "non précisé",
        none: "néant",
        yes: "oui",
        no: "non",
        or: "ou",
        on_date: |date| format!("le {date}"),
        source: "Source",
        since: "depuis",
        no_data: "pas de donnée",
    },
    count: Count {
        cases: |n| plural(n, "dossier", "dossiers"),
        errors: |n| plural(n, "erreur", "erreurs"),
        warnings: |n| plural(n, "avertissement", "avertissements"),
        years: |n| plural(n, "an", "ans"),
        months: |n| plural(n, "mois", "mois"),
        weeks: |n| plural(n, "semaine", "semaines"),
        days: |n| plural(n, "jour", "jours"),
    },
    unit: Unit {
        egfr: "DFGe",
        egfr_unit: "mL/min/1,73\u{a0}m²",
        upcr: "UPCR",
        creatinine: "Créatinine",
        albumin: "Albumine",
        hcq: "HCQ",
        hcq_level: "Taux d'HCQ",
        prednisone: "Prednisone",
        anti_dsdna: "Anti-ADN natifs",
        blood_pressure: "Pression artérielle",
        weight: "Poids",
        height: "Taille",
        mg_per_day: "mg/j",
        mg_per_kg_per_day: "mg/kg/j",
        day_short: "j",
        per_year: "/an",
    },
    queue: Queue {
        title: "Ordre du jour",
        case: "Dossier",
        alias: "Alias",
        age: "Âge",
        sex: "Sexe",
        class: "Classe",
        upcr: "UPCR",
        egfr: "DFGe",
        egfr_head: "DFGe mL/min",
        question: "Question",
        missing: "Manque",
        status: "Statut",
        to_discuss: "à discuter",
        to_record: "à enregistrer",
        draft: "brouillon",
        decided: "décidé",
        postponed: "reporté",
        broken: "illisible",
        filter: "Filtre",
        sorted_by: |column| format!("trié par {column}"),
        nothing_matches: "Aucun dossier ne correspond au filtre. Échap l'efface.",
        no_case: "Aucun dossier ici. `regards new` en écrit un premier.",
        complete: "complet",
        errors_of: |file| format!("Ce qui ne va pas dans {file}"),
        position: |at, all| format!("{at} sur {all}"),
    },
    case: CaseWords {
        question: "Question",
        requester: "Demandeur",
        first_flare: "1re poussée",
        flare: |n| if n == 1 { "1re poussée".to_owned() } else { format!("{n}e poussée") },
        activity_index: "IA",
        chronicity_index: "IC",
        missing: "Manque",
        nothing_missing: "rien ne manque",
        treatments: "Traitements",
        biopsies: "Biopsies rénales",
        pregnancy: "Grossesse",
        contraception: "Contraception",
        wish: "Projet de grossesse",
        extrarenal: "Hors du rein",
        comorbidities: "Comorbidités",
        mode: "Mode",
        female_short: "F",
        male_short: "H",
        weeks_of_amenorrhoea: "SA",
    },
    table: Table {
        title: "Regards croisés",
        agreement: "Accord",
        common_ground: "Terrain commun",
        no_common_ground: "Aucun schéma n'est admis par toutes",
        why: "Pourquoi",
        statement: "Énoncé",
        grade: "Grade",
        edition: "Édition",
        doi: "DOI",
        unnumbered: "non numéroté",
        facts: "Les faits chez ce patient",
        needs: |what| format!("il manque\u{a0}: {what}"),
        would_change: "Ce qui changerait la réponse",
        checked_by: |who, when| format!("vérifié par {who} le {when}"),
        off_label: "hors AMM",
        not_applicable: "sans objet",
        contradicts_itself: |guideline| format!("CONFLIT\u{a0}: {guideline} se contredit ici"),
    },
    verdict: Verdict {
        preferred: "préféré",
        recommended: "recommandé",
        option: "possible",
        alternative: "à défaut",
        caution: "avec prudence",
        avoid: "non conseillé",
        not_addressed: "non abordé",
        conflict: "conflit",
        needs_data: "données manquantes",
    },
    agreement: Agreement { agree: "accord", close: "proche", differ: "divergent", conflict: "conflit" },
    topic: Topic {
        regimens: "Schémas",
        calcineurin_inhibitor: "ICN pour",
        pulse: "Bolus de corticoïdes",
        taper: "Décroissance et cible",
        targets: "Objectifs de réponse",
        label: "AMM",
    },
    activity: Activity {
        title: "Activité",
        sledai: "SLEDAI-2K",
        without_serology: "sans sérologie",
        without_laboratory: "sans biologie",
        window: "Fenêtre",
        pga: "PGA",
        ptga: "PtGA",
        not_assessed: "non évalué",
        no_visit: "Aucune évaluation de l'activité n'est renseignée.",
        type2: "Symptômes de type 2",
        fatigue: "fatigue",
        pain: "douleur",
        sleep: "sommeil",
        mood: "humeur",
        cognition: "brouillard cognitif",
        cannot_say: |missing| format!("impossible à dire, il manque\u{a0}: {missing}"),
    },
    damage: DamageWords {
        title: "Dommages",
        sdi: "SDI",
        no_damage: "aucun dommage",
        not_reviewed: "dommages jamais revus",
        reviewed_on: |date| format!("revus le {date}"),
        prednisone_now: "Prednisone actuelle",
        hcq_dose: "Dose d'HCQ",
        stage: "Stade KDIGO",
        eye_exam: "examen ophtalmologique",
    },
    person: PersonWords {
        title: "Personne",
        caregiver: "aidant présent",
        education: "Éducation thérapeutique",
        association: "Association de patients",
        tobacco: "Tabac",
        adherence: "Observance",
    },
    guide: Guide {
        alone: "seul",
        calcineurin_inhibitor: "ICN",
        glucocorticoid: "GC",
        low_dose: "faible dose",
        high_dose: "IV forte dose",
        oral: "oral",
        any_dose: "dose non connue",
        nothing_to_compare: "moins de deux recommandations se prononcent",
        without_numbers: |names| format!("sans chiffre\u{a0}: {names}"),
        at_most_weeks: |weeks| format!("≤\u{a0}{weeks}\u{a0}sem."),
        by_month: |months| format!("à\u{a0}M{months}"),
        by_week: |weeks| format!("à\u{a0}S{weeks}"),
        cap: "plafond",
        floor: "plancher",
        colon: "\u{a0}:",
        egfr_within: |share| format!("DFGe à {share}\u{a0}% près du départ"),
        for_days: |days| format!("{days}\u{a0}j"),
        in_all: |mg| format!("{mg}\u{a0}mg au total"),
        months_of: |months| format!("{months}\u{a0}mois"),
        passed: |months| format!("{months} écoulés"),
        weight_missing: "poids manquant",
        secondary_short: "[sec.]",
        memory_short: "[mém.]",
        inference_short: "[déd.]",
        week: "Semaine",
        in_week: |weeks| format!("S{weeks}"),
        from_week: |week| format!("dès\u{a0}S{week}"),
        taper_for: |weight| format!("Prednisone semaine par semaine, mg/j pour {weight}"),
        taper_capped: "* plafond du schéma",
        taper_held: "† aucun plafond imprimé\u{a0}: pas au-dessus de l'étape d'avant",
        taper_rises: "‡ comme imprimé, bien qu'au-dessus de l'étape d'avant à ce poids",
    },
    panel: PanelWords {
        series: "Évolution",
        antiphospholipid: "Antiphospholipides",
        at_least: |points| format!("au moins\u{a0}{points}"),
        at_most: |points| format!("au plus\u{a0}{points}"),
        up_to: |points| format!("(SLEDAI-2K jusqu'à {points})"),
        at_month: |months| format!("M{months}"),
        by_mouth: "per os",
        intravenous: "IV",
        ceiling: |ceiling| format!("(plafond {ceiling})"),
        egfr_slope: "Pente du DFGe",
        eye_exam: "Examen ophtalmologique",
        ended: "Terminés",
        entered_by: |who| format!("saisi par {who}"),
        equivalents: |table| format!("(équivalents\u{a0}: {table})"),
        flares_unknown: "nombre de poussées inconnu",
        inside_margin: "(DFGe dans la marge 10–15\u{a0}%)",
        met: "atteint",
        not_met: "non atteint",
        next_check: |day| format!("à revoir le {day}"),
        overdue: "(échu)",
        no_age: "âge manquant",
        no_weight: "poids manquant",
        no_biopsy: "pas de biopsie",
        no_category: "A inconnue (pas d'UPCR)",
        no_flare: "aucune poussée rénale",
        no_limit: "norme du laboratoire non précisée",
        no_longer_known: "Cette édition du programme n'a plus cet énoncé.",
        normal: "normal",
        not_checked: "pas encore vérifié par un clinicien",
        not_counted: "non compté\u{a0}:",
        not_due: "pas encore dû",
        complete: "complète",
        partial: "partielle",
        no_response: "insuffisante",
        low: "bas",
        raised: "élevés",
        precarious: "précarité",
        not_precarious: "pas de précarité",
        quintile: |quintile| format!("quintile {quintile} sur 5"),
        read: "Lecture",
        real_weight: "(poids réel)",
        ungraded: "sans grade",
        work: "Travail",
    },
    safety: SafetyWords {
        never: "jamais",
        title: "Sécurité",
        nothing: "Aucune alerte, et rien qui manque pour le dire.",
        fires_none: "Aucune alerte sur ce qui est connu.",
        cannot_say: |n| {
            let said = plural(n, "règle ne peut pas se prononcer", "règles ne peuvent pas se prononcer");
            format!("{said}, faute de\u{a0}:")
        },
        rules: |n| plural(n, "règle", "règles"),
        on_lines: "Sécurité de ces lignes",
        of_case: "Alertes du dossier avec ces lignes",
        at_lock: "Sécurité\u{a0}: ce que la salle a vu",
        not_judged: "Non recherché\u{a0}:",
        as_of: |date| format!("état en {date}"),
    },
    decision: DecisionWords {
        title: "Décision",
        outcome: "Issue",
        lines: "Lignes",
        drug: "Médicament",
        words: "Dose, voie, rythme",
        rationale: "Justification",
        rationale_hint: "Pourquoi ce choix, pour ce patient (obligatoire)",
        concordance: "Concordance",
        departure_of: |guideline| format!("Motif de l'écart à {guideline}"),
        next: "À revoir le",
        next_hint: "AAAA-MM-JJ, ou 3m pour trois mois",
        amends: |version| format!("amende la version {version}"),
        amend_reason: "Motif de l'amendement",
        draft_saved: "brouillon enregistré",
        read_back: "Relecture",
        read_back_prompt: "Lire à voix haute. Accord de la salle\u{a0}: Entrée verrouille. Échap corrige.",
        locked: "verrouillée",
        version: "version",
        characters_left: |n| plural(n, "caractère restant", "caractères restants"),
        outcome_missing: "Choisir l'issue du dossier.",
        rationale_missing: "Écrire la justification\u{a0}: une décision sans motif ne peut pas être verrouillée.",
        departure_missing: |guideline| format!("Écart à {guideline}\u{a0}: choisir le motif avant de verrouiller."),
        amend_reason_missing: "Écrire pourquoi la décision verrouillée est modifiée.",
        rationale_too_long: |over| format!("La justification compte {over} caractères de trop\u{a0}; 600 au plus."),
        proposed_by: |regimen, guideline| {
            format!("proposé\u{a0}: {regimen}, premier choix {guideline}\u{a0}; à corriger ou effacer")
        },
        proposed_among: |regimen, guideline| {
            format!("proposé\u{a0}: {regimen}, un des choix de {guideline}\u{a0}; à corriger")
        },
        goes_on: |drugs| format!("lu avec ce qui se poursuit sans être dit\u{a0}: {drugs}"),
        dose_above: "dose de corticoïde au-dessus de celle imprimée",
    },
    archive: Archive {
        title: "Décisions passées",
        search: "Recherche",
        date: "Date",
        nothing_found: "Aucune décision ne correspond. Moins de mots trouvent davantage.",
        nothing_yet: "Aucune décision n'est encore verrouillée.",
        as_seen_then: "Tel que la réunion l'a vu",
        timeline: "Chronologie",
        amend: "Amender",
        editions: "Éditions des recommandations",
        hash: "Empreinte",
        superseded: "remplacée",
        backed_up: |path| format!("La base est copiée dans {path}."),
    },
    key: Key {
        guideline: "recommandation",
        up: "haut",
        down: "bas",
        left: "gauche",
        right: "droite",
        move_: "se déplacer",
        open: "ouvrir",
        why: "pourquoi",
        back: "retour",
        quit: "quitter",
        help: "aide",
        search: "chercher",
        filter: "filtrer",
        sort: "trier",
        reorder_up: "avancer",
        reorder_down: "reculer",
        edit: "éditer le fichier",
        errors: "erreurs",
        decide: "décider",
        archive: "décisions passées",
        next: "suivant",
        previous: "précédent",
        panel: "panneau",
        amend: "amender",
        read_back: "relire",
        lock: "verrouiller",
        cancel: "annuler",
        accept: "accepter",
        add: "ajouter",
        timeline: "historique",
        first: "premier",
        last: "dernier",
        page_up: "page préc.",
        page_down: "page suiv.",
        language: "langue",
        theme: "thème",
        unfold: "lignes sans objet",
        enlarge: "plein écran",
    },
    screens: Screens {
        warning_due: "avertissement de la recommandation",
        masked: "masqué",
        hidden: "•••",
        reading: "lecture en cours…",
        everywhere: "Partout",
        typed_line: "Ligne de saisie",
        f_keys: "Touches",
        file_errors: "Erreurs d'un fichier",
        past_decision: "Décision passée",
        marks: "Ce que disent les signes",
        mask: "masquer les identités",
        postpone: "reporter",
        next_field: "champ suivant",
        previous_field: "champ précédent",
        clear_field: "vider le champ",
        previous_panel: "panneau précédent",
        locked: "Décision verrouillée.",
        postponed: "Dossier reporté.",
        draft_found: "Le brouillon commencé auparavant est de retour.",
        ledger_opened: "La base est ouverte\u{a0}: tout est de nouveau enregistré. Reprendre ce qui était demandé.",
        unsaved: "Ce texte n'est pas enregistré\u{a0}: il est gardé tant que le programme reste ouvert, et l'ouvrir de nouveau retente l'enregistrement. Quitter une seconde fois le perd.",
        nothing_recorded: "RIEN N'EST ENREGISTRÉ",
        read_only: "Lecture seule\u{a0}: rien ne peut être enregistré dans cette session.",
        file_has_errors: |key| format!("Le fichier a des erreurs\u{a0}: {key} les montre."),
        cannot_reorder: |sort, back| {
            format!(
                "L'ordre du jour ne se change ni trié ni filtré\u{a0}: {sort} rétablit l'ordre, {back} efface le filtre."
            )
        },
        reread: "Fichier modifié sur le disque\u{a0}: relu.",
        incomplete: "La décision n'est pas complète\u{a0}: ce qui manque est marqué.",
        improbable: |values| format!("Improbable, à vérifier avant de conclure\u{a0}: {values}"),
        already_decided: "Déjà décidé à cette réunion\u{a0}: la voici. L'amender en fait une nouvelle version, avec un motif.",
        not_current: "Une version plus récente remplace celle-ci\u{a0}: c'est elle qui peut être amendée.",
        cannot_read_locked: "Cette version du programme ne relit pas le dossier de cette décision\u{a0}: elle reste lisible, mais ne peut pas être amendée ici.",
        postpone_reason: "Motif du report",
        to_record: "à enregistrer",
        agenda_order: "ordre du jour",
        see_errors: |errors, key| format!("{errors}\u{a0}: {key} les montre"),
        last_labs: "Biologie",
        rule: "Règle",
        filtered: |filter| format!("filtre «\u{a0}{filter}\u{a0}»"),
        no_remark: "Rien à redire à ce fichier.",
        file_gone: "Le fichier n'est plus là.",
        not_saved: "non enregistré",
        saved: "enregistré",
        understood: "Compris",
        kept_as_text: "gardé tel quel",
        no_line: "aucune ligne",
        no_next: "pas de nouvelle date",
        choose_outcome: "à choisir avec ↑ ↓",
        choose_reason: "motif à choisir avec ↑ ↓",
        lines_missing: "Écrire au moins une ligne\u{a0}: ce qui est fait.",
        next_unreadable: "Cette date ne se lit pas\u{a0}: écrire 2027-02-26, ou 3 mois.",
        next_not_ahead: "Cette date n'est pas à venir.",
        locking: "Verrouillage en cours…",
        timeline_of: |case| format!("Historique de {case}"),
        version: |n| format!("version {n}"),
        by: documents::by,
        current: "en vigueur",
        versions: "Versions",
        because: "Motif",
        case_then: "Le dossier tel qu'il était",
        found: |n| plural(n, "trouvée", "trouvées"),
    },
    error: Error {
        error: "erreur",
        warning: "avertissement",
        no_case_in: |path| format!("Aucun dossier dans {path}. `regards new` en écrit un premier."),
        cannot_read: |path, why| format!("Lecture impossible de {path}\u{a0}: {why}."),
        no_editor: |editor, why| {
            format!("L'éditeur {editor} ne se lance pas ({why})\u{a0}: donner le nom d'un autre dans $EDITOR.")
        },
        no_home: "Le système n'indique aucun répertoire personnel pour la base\u{a0}: en nommer une avec --db FICHIER.",
        no_terminal: "Il faut un terminal. `regards show` et `regards check` s'en passent.",
        unknown_case: |case| format!("Aucun dossier ne porte le numéro {case}."),
    },
    ledger: Ledger {
        folder_missing: |path| {
            format!("Le répertoire {path} n'existe pas\u{a0}: le créer, ou donner un autre chemin avec --db.")
        },
        copy_missing: |path| format!("Il n'y a pas de copie à {path}\u{a0}: vérifier le chemin. Rien n'a changé."),
        missing: |path| {
            format!(
                "Il n'y a pas de base à {path}\u{a0}: vérifier le chemin, ou l'ouvrir une fois en écriture pour la créer."
            )
        },
        is_a_folder: |path| format!("{path} est un répertoire\u{a0}: donner le chemin d'un fichier."),
        permission: |path| {
            format!(
                "Accès refusé à {path}\u{a0}: demander à son propriétaire le droit de lire et d'écrire le fichier et son répertoire."
            )
        },
        read_only: "La base est en lecture seule\u{a0}: rien n'a été enregistré. Obtenir le droit d'écrire le fichier et son répertoire, ou ouvrir avec --read-only.",
        disk_full: "Le disque est plein\u{a0}: rien n'a été enregistré, et rien de ce qui l'était n'est perdu. Libérer de la place et recommencer.",
        busy: "Un autre programme verrouille la base\u{a0}: rien n'a été enregistré. Le fermer (navigateur de base, sauvegarde) et recommencer.",
        moved: "Le fichier de la base a été déplacé ou supprimé pendant qu'il était ouvert\u{a0}: le remettre à sa place et relancer.",
        cannot_open: |why| {
            format!("La base ne s'ouvre pas ({why})\u{a0}: vérifier que son répertoire existe et qu'on peut y écrire.")
        },
        disk: |why| {
            format!(
                "Le disque a refusé de lire ou d'écrire ({why})\u{a0}: rien n'a été enregistré. Vérifier le disque ou le lecteur réseau, puis recommencer."
            )
        },
        corrupt: |why| {
            format!(
                "La base est abîmée ({why})\u{a0}: garder une copie du fichier en l'état, lancer `regards verify`, et revenir à la dernière sauvegarde s'il le confirme."
            )
        },
        not_a_database: |path| {
            format!(
                "{path} n'est pas une base de données en clair\u{a0}: vérifier le chemin\u{a0}; si elle est chiffrée, employer un programme compilé avec la fonction `encryption`."
            )
        },
        not_a_ledger: |path| {
            format!("{path} est une base de données, mais pas celle de ce programme\u{a0}: donner un autre chemin.")
        },
        newer: |found, known| {
            format!(
                "Cette base est au format {found}, ce programme lit jusqu'au format {known}\u{a0}: utiliser le programme plus récent qui l'a écrite. Rien n'a été modifié."
            )
        },
        older: |found, known| {
            format!(
                "Cette base est au format {found}, ce programme lit le format {known}\u{a0}: l'ouvrir une fois en écriture pour la mettre à jour (une sauvegarde est faite avant)."
            )
        },
        event: |seq, why| format!("L'événement {seq} du journal est illisible ({why})\u{a0}: lancer `regards verify`."),
        blank: "Un motif et un auteur sont nécessaires\u{a0}: les écrire et recommencer.",
        case_file_changed: "Le fichier du dossier a changé pendant le verrouillage de la décision\u{a0}: rouvrir le dossier.",
        already_decided: |case, by| {
            format!(
                "{case} a déjà été décidé à cette réunion, {}\u{a0}: lire cette décision, et l'amender si elle doit changer.",
                documents::by(by)
            )
        },
        superseded: |by, version| {
            format!(
                "Cette décision a été amendée entre-temps {} (version {version})\u{a0}: la lire, puis amender cette version.",
                documents::by(by)
            )
        },
        another_case: |case, amended| format!("La décision à amender porte sur {amended}, pas sur {case}."),
        unknown_decision: |id| format!("Aucune décision ne porte le numéro {id}."),
        draft_changed: |by| {
            format!(
                "{by} a modifié ce brouillon entre-temps\u{a0}: votre texte reste à l'écran, le sien est enregistré."
            )
        },
        draft_gone: "Ce brouillon a été verrouillé ou rangé entre-temps\u{a0}: votre texte reste à l'écran.",
        already_there: |path| {
            format!("{path} existe déjà, et une sauvegarde ne remplace rien\u{a0}: donner un autre nom.")
        },
        refused: |why| format!("La base a refusé ({why})\u{a0}: rien n'a été enregistré."),
    },
    theme: Theme {
        unreadable: |file, why| format!("Le thème {file} est illisible\u{a0}: {why}"),
        missing_colour: |key| {
            format!("Il manque la couleur `{key}` au thème\u{a0}; un schéma base16 donne base00 à base0F.")
        },
        bad_colour: |key, written| {
            format!(
                "`{key}: {written}` n'est pas une couleur\u{a0}: écrire six chiffres hexadécimaux entre guillemets, par exemple \"#1d2021\"."
            )
        },
        unknown_role: |role, known| format!("`{role}` n'est pas un rôle\u{a0}; les rôles sont {known}."),
        bad_style: |role, written| {
            format!(
                "`{role}: {written}` n'est pas un style\u{a0}: écrire une couleur, `on` et une autre, bold, italic, underline, reverse."
            )
        },
        too_large: "Le fichier est trop grand pour un thème.",
        unknown_theme: |name, known| {
            format!("Il n'y a pas de thème `{name}`\u{a0}: choisir {known}, ou donner un fichier.")
        },
    },
    report: Report {
        colon: "\u{a0}: ",
        semicolon: "\u{a0}; ",
        fact: "fait",
        facts: "faits",
        see: |topic| format!("dit sous «\u{a0}{topic}\u{a0}»"),
        topic: "Sujet",
        patient: "Patient",
        no_biopsy: "pas de biopsie",
        biopsy_of: |date| format!("biopsie du {date}"),
        no_flare: "aucune poussée rénale",
        flares: "poussées rénales",
        lupus_since: "Lupus depuis",
        no_extrarenal: "aucune atteinte",
        no_treatment: "aucun en cours",
        meeting: "RCP",
        computed_for: |date| format!("calculé pour le {date}"),
        due: |date| format!("échéance le {date}"),
        reached: "atteint",
        not_reached: "non atteint",
        not_due: "échéance à venir",
        not_judged: "pas encore jugeable",
        shared_regimens: "Schémas admis par toutes",
        warnings: "Avertissements",
        oral_and_intravenous: |oral, intravenous| format!("per os {oral}, IV {intravenous}"),
        ceiling: |dose| format!("plafond {dose}, le plus bas de 5\u{a0}mg/kg/j et 400\u{a0}mg/j"),
        labels_in: |country| format!("Hors AMM et remboursement\u{a0}: {country}"),
        as_of: |date| format!("état en {date}"),
        adults_only: "AMM chez l'adulte seulement",
        sources: "Sources",
        entered_by: |who| format!("Saisi par {who}"),
        not_checked: "aucun clinicien ne l'a encore vérifié",
        next_check: |date| format!("à vérifier pour le {date}"),
        read: "Lecture",
        scale: "Grades",
    },
    editions: Editions {
        title: "Éditions des recommandations",
        key: "éditions",
        local: "protocole local",
        local_short: "(local)",
        refused: |names| {
            format!("Non chargé\u{a0}: {names}. `regards guidelines check`, sur ce répertoire, dit pourquoi.")
        },
        further: "Autres publications",
        coverage: "Ce qu'elle couvre",
        topic: "Sujet",
        statements: "Énoncés",
        silent: "silence déclaré",
        silent_for_some: "silence pour certains patients",
        weakest: "Marque la plus faible",
        cautions: "À savoir avant de s'y fier",
        counts: "Sources de ses énoncés",
        no_caution: "rien n'est noté",
        files: |n| if n < 2 { format!("{n} recommandation") } else { format!("{n} recommandations") },
        no_guideline_in: |path| {
            format!(
                "Aucun fichier de recommandation dans {path}. `regards guidelines example` en écrit un pour commencer."
            )
        },
    },
    whatif: WhatIf {
        title: "Et si…",
        hypothesis: "HYPOTHÈSE",
        most_asked: "Le plus demandé ici",
        banner: "pas les faits de ce patient\u{a0}; Échap les rétablit",
        banner_short: "pas la vérité",
        supposed: "Supposé",
        histology: "Histologie",
        kidney: "Rein en chiffres",
        course: "Évolution et traitement",
        extrarenal: "Hors du rein",
        pregnancy: "Grossesse",
        background: "Terrain",
        not_asked: "Non demandés pour ce dossier",
        cells: |n| if n < 2 { format!("{n} case change") } else { format!("{n} cases changent") },
        verdicts: |n| plural(n, "verdict", "verdicts"),
        facts: |n| plural(n, "fait supposé", "faits supposés"),
        no_cell: "Aucune case ne change.",
        nothing: "Rien n'est encore supposé\u{a0}: ← → change le fait sous le curseur, ↵ prend une valeur tapée.",
        truth: "réel",
        instead_of: |truth| format!("au lieu de {truth}"),
        otherwise: "en dit plus ou moins",
        prompt: |fact| format!("Et si {fact}"),
        bare_unit: |unit| format!("(nombre seul\u{a0}: {unit})"),
        remark: "Remarque sur cette hypothèse",
        recorded: "Hypothèse enregistrée. Ce n'est pas une décision.",
        nothing_supposed: "Rien n'est supposé\u{a0}: il n'y a pas d'hypothèse à enregistrer.",
        why_supposed: "calculé sur des faits supposés",
        report_note: "La comparaison ci-dessous est calculée sur ce qui est supposé ici\u{a0}; la question, l'activité et les dommages sont ceux du patient.",
        change: "valeur",
        set_unknown: "inconnu",
        restore: "réel",
        restore_all: "tout réel",
        record: "noter",
        side: "cases",
        mark: "changé par une hypothèse",
        past: "Hypothèse enregistrée",
        unknown_fact: |name| format!("`{name}` n'est pas un fait que l'on peut supposer."),
        nearest: |name| format!("Vouliez-vous dire `{name}`\u{a0}?"),
        known_facts: |names| format!("Faits connus\u{a0}: {names}"),
        no_value: |written| {
            format!(
                "`{written}` n'a pas de valeur\u{a0}: écrire le nom du fait, `=`, et ce qui est supposé, comme dans `class=III,IV`."
            )
        },
    },
    origin: origin::ORIGIN,
    timeline: timeline::TIMELINE,
    taper: taper::TAPER,
    basics: prevention::BASICS,
    personal: personal::PERSONAL,
    index: kidney::INDEX,
    kidney: kidney::KIDNEY,
    steroid: dose::STEROID,
    bone: dose::BONE,
    cyclophosphamide: dose::CYCLOPHOSPHAMIDE,
    renal: renal::RENAL,
    scores: scores::SCORES,
    scores_entry: scores_entry::SCORES_ENTRY,
    config: config::CONFIG,
    live: live::LIVE,
    hand: hand::HAND,
    places: hand::PLACES,
    writing: writing::WRITING,
    new_case: intake::NEW_CASE,
    labs: intake::LABS,
    chase: intake::CHASE,
    meeting: meeting::MEETING,
    meeting_order: meeting::MEETING_ORDER,
    deliberation: deliberation::DELIBERATION,
    after: after::AFTER,
    due: due::DUE,
    encryption: encryption::ENCRYPTION,
    identity: identity::IDENTITY,
    shorthand: shorthand::SHORTHAND,
    keeping: keeping::KEEPING,
    sync: sync::SYNC,
    export: export::EXPORT,
    fhir: export::FHIR,
    compare: past::COMPARE,
    precedent: past::PRECEDENT,
    rerun: past::RERUN,
    replay: replay::REPLAY,
    history: replay::HISTORY,
    filter: filter::FILTER,
    documents: documents::DOCUMENTS,
    sheet: documents::SHEET,
    minutes: documents::MINUTES,
    letter: documents::LETTER,
    plan: plan::PLAN,
    stats: stats::STATS,
    verify: VerifyWords {
        chain_broken: |at| {
            format!("La chaîne du journal est rompue à l'entrée {at}\u{a0}: le journal a été altéré hors du programme.")
        },
        chain_whole: |n| format!("Le journal est intact\u{a0}: {}.", plural(n, "entrée vérifiée", "entrées vérifiées")),
        whole_but: |n| {
            format!(
                "La chaîne du journal tient ({}), mais d'autres points ne tiennent pas\u{a0}:",
                plural(n, "entrée vérifiée", "entrées vérifiées")
            )
        },
        head_hash: "Empreinte de la dernière entrée",
        affected_cases: "Dossiers touchés",
        and_more: |n| format!("et {} encore\u{a0}; --format json les donne tous", Lang::Fr.number(n.into(), 0)),
        restore: "Ne plus écrire dans cette base\u{a0}: la copier, la garder, et la comparer à la dernière sauvegarde.",
        no_case: "aucun dossier",
        file_damaged: |why| format!("Le fichier est endommagé\u{a0}: {why}"),
        object_missing: |object| format!("Il manque {object}"),
        object_changed: |object| format!("{object} n'est pas tel que ce programme l'a fait"),
        object_foreign: |object| format!("{object} ne vient pas de ce programme"),
        event: |seq, case, at, actor| format!("L'entrée {seq} ({case}, {at}, {actor})"),
        content_changed: "a été modifiée après son enregistrement",
        does_not_follow: "ne suit pas de l'entrée qui la précède",
        gap: |from| format!("vient après un trou\u{a0}: il manque l'entrée {from}"),
        events_after: |n| match n {
            0 => "aucune ne la suit".to_owned(),
            1 => "1 entrée la suit".to_owned(),
            n => format!("{} entrées la suivent", Lang::Fr.number(n.into(), 0)),
        },
        unreadable: |seq, why| format!("L'entrée {seq} ne peut pas être lue\u{a0}: {why}"),
        row_missing: |table, key| format!("Il manque à {table} la ligne {key}, que le journal contient"),
        row_changed: |table, key| format!("La ligne {key} de {table} ne dit pas ce que dit le journal"),
        row_extra: |table, key| format!("La ligne {key} de {table} n'est pas dans le journal"),
    },
    ground: GroundWords {
        glucocorticoid: "Corticoïdes",
        pulse: "bolus",
        start: "début",
        target: "cible",
        response: "Réponse et durée",
        duration: "durée",
        and: " et ",
        no_shared_pulse: "aucune dose commune",
        no_shared_dose: "aucune dose commune",
        ranges_apart: |one, ceiling, other, floor| {
            format!("rien de commun\u{a0}: {one} s'arrête à {ceiling}, {other} commence à {floor}")
        },
        different_days: |each| format!(" (comptés de jours différents\u{a0}: {each})"),
    },
    ranked: Ranked {
        settles: |n| format!("réglerait {}", plural(n, "réponse", "réponses")),
        with_others: |n| format!("réglerait avec d'autres {}", plural(n, "réponse", "réponses")),
        more_with_others: |n| format!("{n} de plus avec d'autres"),
        could_change: |n| format!("peut changer {}", plural(n, "case", "cases")),
        ask: "Demander d'abord",
        difference: "Différence qui compte",
        same: "Dit par toutes",
        could_matter: |data| format!("Pourrait compter (il manque\u{a0}: {data})\u{a0}:"),
        more: |n, key| format!("(+{n}, {key})"),
        not_for_this_patient: |count, names| format!("Sans objet ici ({count})\u{a0}: {names}"),
        unfolds: |key| format!("{key}\u{a0}: montrer"),
        folds: |key| format!("{key}\u{a0}: replier"),
    },
};

const LISTS: Lists = Lists {
    measure: shorthand::measure,
    intention: shorthand::intention,
    time_unit: shorthand::time_unit,
    order_unit: shorthand::order_unit,
    comparison: shorthand::comparison,
    action: shorthand::action,
    basics_item: basics::basics_item,
    basics_mark: basics::basics_mark,
    detected: basics::detected,
    pneumococcus: basics::pneumococcus,
    specialty: session::specialty,
    role: session::role,
    presence: session::presence,
    interest: session::interest,
    reach: session::reach,
    gathering: session::gathering,
    quorum_status: session::quorum_status,
    agreement: session::agreement,
    position: session::position,
    confidence: session::confidence,
    document_status: session::document_status,
    patient_answer: session::patient_answer,
    fulfilment: session::fulfilment,
    not_done: session::not_done,
    course_outcome: session::course_outcome,
    action_end: session::action_end,
    use_type: deliberation::use_type,
    adherence: |entry| match entry {
        Adherence::Good => "bonne",
        Adherence::Partial => "partielle",
        Adherence::Poor => "mauvaise",
    },
    apl: |entry| match entry {
        AplProfile::Negative => "aPL négatifs",
        AplProfile::LowRisk => "aPL à faible risque",
        AplProfile::HighRisk => "aPL à haut risque",
        AplProfile::TriplePositive => "aPL triple positifs",
    },
    class: |entry| match entry {
        Class::I => "classe I",
        Class::II => "classe II",
        Class::III => "classe III",
        Class::IV => "classe IV",
        Class::V => "classe V",
        Class::VI => "classe VI",
    },
    comorbidity: |entry| match entry {
        Comorbidity::Hypertension => "hypertension artérielle",
        Comorbidity::Diabetes => "diabète",
        Comorbidity::HeartFailure => "insuffisance cardiaque",
        Comorbidity::Obesity => "obésité",
        Comorbidity::Dyslipidaemia => "dyslipidémie",
        Comorbidity::Aps => "syndrome des antiphospholipides",
        Comorbidity::Fibromyalgia => "fibromyalgie",
        Comorbidity::Depression => "dépression",
        Comorbidity::Osteoporosis => "ostéoporose",
        Comorbidity::Infection => "infection récente",
        Comorbidity::Cancer => "cancer",
        Comorbidity::LiverDisease => "hépatopathie",
        Comorbidity::MacularDisease => "maculopathie",
        Comorbidity::SulfaAllergy => "allergie aux sulfamides",
    },
    contraception: |entry| match entry {
        Contraception::None => "aucune",
        Contraception::Progestin => "progestative",
        Contraception::Iud => "dispositif intra-utérin",
        Contraception::Oestrogen => "œstroprogestative",
        Contraception::Barrier => "barrière seule",
        Contraception::Sterilisation => "stérilisation",
        Contraception::NotApplicable => "sans objet",
    },
    departure: |entry| match entry {
        DepartureReason::PatientChoice => "Choix du patient",
        DepartureReason::PregnancyOrWish => "Grossesse ou projet de grossesse",
        DepartureReason::Contraindication => "Contre-indication",
        DepartureReason::PriorFailure => "Échec antérieur",
        DepartureReason::Intolerance => "Intolérance",
        DepartureReason::InfectionRisk => "Risque infectieux",
        DepartureReason::RenalReserve => "Réserve rénale",
        DepartureReason::ExtraRenalNeed => "Atteinte extrarénale",
        DepartureReason::Adherence => "Observance",
        DepartureReason::DrugAccessOrLabel => "Accès au médicament ou AMM",
        DepartureReason::Reimbursement => "Remboursement",
        DepartureReason::AgeFrailty => "Âge, fragilité",
        DepartureReason::Comorbidity => "Comorbidité",
        DepartureReason::ApsTma => "SAPL / MAT",
        DepartureReason::Trial => "Essai clinique",
        DepartureReason::Histology => "Histologie",
        DepartureReason::GuidelinesConflict => "Recommandations discordantes",
        DepartureReason::GuidelineSilent => "Recommandation muette",
        DepartureReason::EvidenceNewer => "Données plus récentes que la recommandation",
        DepartureReason::LocalProtocol => "Protocole local",
        DepartureReason::InsufficientData => "Données insuffisantes",
        DepartureReason::Other => "Autre",
    },
    dose_unit: |entry| match entry {
        DoseUnit::Milligram => "mg",
        DoseUnit::Gram => "g",
        DoseUnit::Microgram => "µg",
        DoseUnit::MilligramPerKilo => "mg/kg",
        DoseUnit::Unit => "UI",
    },
    drug,
    edition: |entry| match entry {
        Edition::E2003 => "ISN/RPS 2003",
        Edition::E2018 => "ISN/RPS 2018",
    },
    event: |entry| match entry {
        EventKind::Flare => "poussée",
        EventKind::RenalFlare => "poussée rénale",
        EventKind::Admission => "hospitalisation",
        EventKind::Infection => "infection",
        EventKind::Pregnancy => "grossesse",
        EventKind::Thrombosis => "thrombose",
        EventKind::Other => "autre événement",
    },
    extent: |entry| match entry {
        Extent::None => "absente",
        Extent::Mild => "légère",
        Extent::Moderate => "modérée",
        Extent::Severe => "sévère",
    },
    lesions: |entry| match entry {
        Lesions::A => "lésions actives",
        Lesions::AC => "lésions actives et chroniques",
        Lesions::C => "lésions chroniques",
    },
    dsdna_assay: renal::dsdna_assay,
    flare_drug: scores::flare_drug,
    flare_sign: scores::flare_sign,
    rash: scores::rash,
    fracture: |entry| match entry {
        FractureRisk::Low => "faible",
        FractureRisk::Moderate => "modéré",
        FractureRisk::High => "élevé",
        FractureRisk::VeryHigh => "très élevé",
    },
    line: |entry| match entry {
        LineKind::Start => "Débuter",
        LineKind::Stop => "Arrêter",
        LineKind::Increase => "Augmenter",
        LineKind::Decrease => "Diminuer",
        LineKind::Taper => "Décroître",
        LineKind::Continue => "Poursuivre",
        LineKind::Hold => "Suspendre",
        LineKind::Switch => "Remplacer par",
        LineKind::Add => "Ajouter",
        LineKind::Other => "Autre",
    },
    metaboliser: |entry| match entry {
        Metaboliser::Normal => "métaboliseur normal",
        Metaboliser::Intermediate => "métaboliseur intermédiaire",
        Metaboliser::Poor => "métaboliseur lent",
    },
    mode: |entry| match entry {
        Mode::Discuss => "à discuter",
        Mode::Record => "à enregistrer",
    },
    organ: |entry| match entry {
        Organ::Skin => "peau",
        Organ::Joints => "articulations",
        Organ::Serosa => "séreuses",
        Organ::Blood => "sang",
        Organ::Nervous => "système nerveux",
        Organ::Lung => "poumon",
        Organ::Heart => "cœur",
        Organ::Gut => "tube digestif",
        Organ::Muscle => "muscle",
        Organ::Eye => "œil",
        Organ::Vessels => "vaisseaux",
        Organ::General => "état général",
    },
    origin: |entry| match entry {
        Origin::Synthetic => "cas fictif",
        Origin::Clinic => "cas réel",
    },
    paper: documents::paper,
    paper_form: documents::form,
    outcome: |entry| match entry {
        Outcome::Decided => "Décision prise",
        Outcome::DecidedConditional => "Décision sous condition",
        Outcome::ContinueUnchanged => "Poursuite sans changement",
        Outcome::DeEscalate => "Désescalade",
        Outcome::DeferredMissingData => "Reporté\u{a0}: données manquantes",
        Outcome::DeferredMissingSpecialist => "Reporté\u{a0}: spécialiste absent",
        Outcome::DeferredTime => "Reporté\u{a0}: faute de temps",
        Outcome::ReferredHigher => "Adressé à une RCP de recours",
        Outcome::TrialProposed => "Essai clinique proposé",
        Outcome::NoConsensus => "Pas de consensus",
        Outcome::Withdrawn => "Dossier retiré",
        Outcome::Deceased => "Décès",
    },
    per: |entry| match entry {
        Per::Day => "par jour",
        Per::Week => "par semaine",
        Per::TwoWeeks => "toutes les deux semaines",
        Per::Month => "par mois",
        Per::Administration => "par administration",
    },
    pregnancy: |entry| match entry {
        PregnancyStatus::None => "pas de grossesse",
        PregnancyStatus::Pregnant => "grossesse en cours",
        PregnancyStatus::Postpartum => "post-partum",
        PregnancyStatus::Breastfeeding => "allaitement",
        PregnancyStatus::NotApplicable => "sans objet",
    },
    pregnancy_test: |entry| match entry {
        PregnancyTest::NotDone => "non fait",
        PregnancyTest::Negative => "négatif",
        PregnancyTest::Positive => "positif",
    },
    reading: |entry| match entry {
        Reading::Concordant => "concordante",
        Reading::Partly => "concordante en partie",
        Reading::Deviates => "s'écarte",
        Reading::Silent => "muette",
        Reading::NotApplicable => "sans objet",
        Reading::CannotSay => "indéterminée",
    },
    replacement: |entry| match entry {
        Replacement::None => "aucune",
        Replacement::Haemodialysis => "hémodialyse",
        Replacement::PeritonealDialysis => "dialyse péritonéale",
        Replacement::Transplant => "greffe rénale",
    },
    route: |entry| match entry {
        Route::Oral => "per os",
        Route::Intravenous => "IV",
        Route::Subcutaneous => "SC",
        Route::Topical => "locale",
    },
    screening: |entry| match entry {
        Screening::Negative => "négatif",
        Screening::Positive => "positif",
        Screening::Vaccinated => "vacciné",
    },
    sdi,
    severity: |entry| match entry {
        Severity::Mild => "légère",
        Severity::Moderate => "modérée",
        Severity::Severe => "sévère",
    },
    sex: |entry| match entry {
        Sex::Female => "femme",
        Sex::Male => "homme",
    },
    sledai,
    step: |entry| match entry {
        Step::Done => "oui",
        Step::Planned => "à venir",
        Step::Refused => "refus",
        Step::NotNeeded => "sans objet",
    },
    stop: |entry| match entry {
        StopReason::Completed => "cure terminée",
        StopReason::Inefficacy => "inefficacité",
        StopReason::Intolerance => "intolérance",
        StopReason::Infection => "infection",
        StopReason::PregnancyOrWish => "grossesse ou projet de grossesse",
        StopReason::PatientChoice => "choix du patient",
        StopReason::Access => "accès au médicament",
        StopReason::Switch => "remplacement par un autre médicament",
        StopReason::Other => "autre motif",
    },
    hcq_matrix: renal::hcq_matrix,
    identity: identity::status,
    interferon: renal::interferon,
    tuft: renal::tuft,
    tobacco: |entry| match entry {
        Tobacco::Never => "n'a jamais fumé",
        Tobacco::Former => "tabagisme sevré",
        Tobacco::Current => "tabagisme actif",
    },
    window: |entry| match entry {
        Window::Days10 => "10 jours",
        Window::Days28 => "28 jours",
        Window::Days30 => "30 jours",
    },
    wish: |entry| match entry {
        Wish::None => "aucun exprimé",
        Wish::Now => "maintenant",
        Wish::WithinOneYear => "dans l'année",
        Wish::WithinTwoYears => "dans les deux ans",
        Wish::Later => "plus tard",
    },
    alexithymia: personal::alexithymia,
    document: personal::document,
    written_plan: personal::written_plan,
    yes_no: |entry| match entry {
        YesNo::Yes => "oui",
        YesNo::No => "non",
    },
};

fn drug(drug: Drug) -> &'static str {
    match drug {
        Drug::Hydroxychloroquine => "hydroxychloroquine",
        Drug::Chloroquine => "chloroquine",
        Drug::Prednisone => "prednisone",
        Drug::Prednisolone => "prednisolone",
        Drug::Methylprednisolone => "méthylprednisolone",
        Drug::Hydrocortisone => "hydrocortisone",
        Drug::Dexamethasone => "dexaméthasone",
        Drug::Betamethasone => "bétaméthasone",
        Drug::MycophenolateMofetil => "mycophénolate mofétil",
        Drug::MycophenolateSodium => "mycophénolate sodique",
        Drug::Cyclophosphamide => "cyclophosphamide",
        Drug::Azathioprine => "azathioprine",
        Drug::Methotrexate => "méthotrexate",
        Drug::Leflunomide => "léflunomide",
        Drug::Tacrolimus => "tacrolimus",
        Drug::Ciclosporin => "ciclosporine",
        Drug::Voclosporin => "voclosporine",
        Drug::Belimumab => "bélimumab",
        Drug::Anifrolumab => "anifrolumab",
        Drug::Rituximab => "rituximab",
        Drug::Obinutuzumab => "obinutuzumab",
        Drug::Eculizumab => "éculizumab",
        Drug::Ravulizumab => "ravulizumab",
        Drug::Caplacizumab => "caplacizumab",
        Drug::PlasmaExchange => "échanges plasmatiques",
        Drug::Ivig => "immunoglobulines intraveineuses",
        Drug::Ramipril => "ramipril",
        Drug::Perindopril => "périndopril",
        Drug::Enalapril => "énalapril",
        Drug::Lisinopril => "lisinopril",
        Drug::Irbesartan => "irbésartan",
        Drug::Losartan => "losartan",
        Drug::Candesartan => "candésartan",
        Drug::Valsartan => "valsartan",
        Drug::Dapagliflozin => "dapagliflozine",
        Drug::Empagliflozin => "empagliflozine",
        Drug::Amlodipine => "amlodipine",
        Drug::Furosemide => "furosémide",
        Drug::Aspirin => "aspirine",
        Drug::Warfarin => "warfarine",
        Drug::Fluindione => "fluindione",
        Drug::Apixaban => "apixaban",
        Drug::Rivaroxaban => "rivaroxaban",
        Drug::Enoxaparin => "énoxaparine",
        Drug::Heparin => "héparine",
        Drug::Atorvastatin => "atorvastatine",
        Drug::Rosuvastatin => "rosuvastatine",
        Drug::Pravastatin => "pravastatine",
        Drug::Cotrimoxazole => "cotrimoxazole",
        Drug::Atovaquone => "atovaquone",
        Drug::VitaminD => "vitamine D",
        Drug::Calcium => "calcium",
        Drug::Alendronate => "alendronate",
        Drug::Allopurinol => "allopurinol",
        Drug::Febuxostat => "fébuxostat",
        Drug::Ketoconazole => "kétoconazole",
        Drug::Itraconazole => "itraconazole",
        Drug::Clarithromycin => "clarithromycine",
        Drug::Ritonavir => "ritonavir",
        Drug::Cobicistat => "cobicistat",
        Drug::Dabigatran => "dabigatran",
        Drug::Edoxaban => "édoxaban",
        Drug::Ibuprofen => "ibuprofène",
        Drug::Naproxen => "naproxène",
        Drug::Ketoprofen => "kétoprofène",
        Drug::Diclofenac => "diclofénac",
        Drug::Celecoxib => "célécoxib",
        Drug::Tamoxifen => "tamoxifène",
        Drug::Other => "autre médicament",
    }
}

fn drug_short(entry: Drug) -> &'static str {
    match entry {
        Drug::Hydroxychloroquine => "HCQ",
        Drug::Chloroquine => "CQ",
        Drug::Prednisone => "pred",
        Drug::Methylprednisolone => "MP",
        Drug::MycophenolateMofetil => "MMF",
        Drug::MycophenolateSodium => "MPS",
        Drug::Cyclophosphamide => "CYC",
        Drug::Azathioprine => "AZA",
        Drug::Methotrexate => "MTX",
        Drug::Leflunomide => "LEF",
        Drug::Tacrolimus => "TAC",
        Drug::Ciclosporin => "CsA",
        Drug::Voclosporin => "VOC",
        Drug::Belimumab => "BELI",
        Drug::Anifrolumab => "ANI",
        Drug::Rituximab => "RTX",
        Drug::Obinutuzumab => "OBI",
        Drug::Eculizumab => "ECU",
        Drug::Ravulizumab => "RAVU",
        Drug::Caplacizumab => "CAPLA",
        Drug::PlasmaExchange => "EP",
        Drug::Ivig => "IgIV",
        Drug::Cotrimoxazole => "cotrimoxazole",
        other => drug(other),
    }
}

fn sledai(item: SledaiItem) -> &'static str {
    match item {
        SledaiItem::Seizure => "Crise convulsive",
        SledaiItem::Psychosis => "Psychose",
        SledaiItem::OrganicBrain => "Syndrome cérébral organique",
        SledaiItem::Visual => "Atteinte visuelle",
        SledaiItem::CranialNerve => "Atteinte d'un nerf crânien",
        SledaiItem::LupusHeadache => "Céphalée lupique",
        SledaiItem::Cva => "AVC",
        SledaiItem::Vasculitis => "Vascularite",
        SledaiItem::Arthritis => "Arthrite",
        SledaiItem::Myositis => "Myosite",
        SledaiItem::Casts => "Cylindres urinaires",
        SledaiItem::Haematuria => "Hématurie",
        SledaiItem::Proteinuria => "Protéinurie",
        SledaiItem::Pyuria => "Leucocyturie",
        SledaiItem::Rash => "Éruption cutanée",
        SledaiItem::Alopecia => "Alopécie",
        SledaiItem::MucosalUlcers => "Ulcérations muqueuses",
        SledaiItem::Pleurisy => "Pleurésie",
        SledaiItem::Pericarditis => "Péricardite",
        SledaiItem::LowComplement => "Complément bas",
        SledaiItem::AntiDsdna => "Anti-ADN natifs élevés",
        SledaiItem::Fever => "Fièvre",
        SledaiItem::Thrombocytopenia => "Thrombopénie",
        SledaiItem::Leukopenia => "Leucopénie",
    }
}

fn sledai_definition(item: SledaiItem) -> &'static str {
    match item {
        SledaiItem::Seizure => "De survenue récente\u{a0}; hors cause métabolique, infectieuse ou médicamenteuse",
        SledaiItem::Psychosis => {
            "Perte sévère du contact avec la réalité, gênant la vie normale\u{a0}; hors urémie ou médicament"
        }
        SledaiItem::OrganicBrain => {
            "Trouble de l'orientation, de la mémoire ou de l'intellect, d'installation rapide, fluctuant, avec attention altérée et au moins 2 parmi\u{a0}: trouble de la perception, discours incohérent, insomnie ou somnolence diurne, agitation ou ralentissement\u{a0}; hors cause métabolique, infectieuse ou médicamenteuse"
        }
        SledaiItem::Visual => {
            "Rétinopathie lupique\u{a0}: corps cytoïdes, hémorragies rétiniennes, exsudat séreux ou hémorragie choroïdienne, névrite optique\u{a0}; hors hypertension, infection ou médicament"
        }
        SledaiItem::CranialNerve => "Neuropathie sensitive ou motrice récente d'un nerf crânien",
        SledaiItem::LupusHeadache => {
            "Sévère et persistante, parfois d'allure migraineuse, non soulagée par les opioïdes"
        }
        SledaiItem::Cva => "AVC récent\u{a0}; hors athérosclérose",
        SledaiItem::Vasculitis => {
            "Ulcération, gangrène, nodules digitaux douloureux, infarctus périunguéal, hémorragies en flammèche, ou preuve par biopsie ou angiographie"
        }
        SledaiItem::Arthritis => {
            "≥\u{a0}2 articulations douloureuses et inflammatoires (douleur à la pression, gonflement ou épanchement)"
        }
        SledaiItem::Myositis => {
            "Douleur ou faiblesse proximale avec CPK ou aldolase élevées, ou anomalie à l'EMG, ou biopsie"
        }
        SledaiItem::Casts => "Cylindres hématiques ou granuleux pigmentés",
        SledaiItem::Haematuria => {
            ">\u{a0}5 hématies par champ à fort grossissement\u{a0}; hors lithiase, infection ou autre cause"
        }
        SledaiItem::Proteinuria => ">\u{a0}0,5\u{a0}g/24\u{a0}h, récente ou persistante",
        SledaiItem::Pyuria => ">\u{a0}5 leucocytes par champ à fort grossissement\u{a0}; hors infection",
        SledaiItem::Rash => "Éruption d'allure inflammatoire, récente ou persistante",
        SledaiItem::Alopecia => "Chute de cheveux anormale, en plaques ou diffuse, récente ou persistante",
        SledaiItem::MucosalUlcers => "Ulcérations buccales ou nasales, récentes ou persistantes",
        SledaiItem::Pleurisy => "Douleur pleurale avec frottement, épanchement ou épaississement pleural",
        SledaiItem::Pericarditis => {
            "Douleur péricardique avec au moins 1 parmi\u{a0}: frottement, épanchement, confirmation par ECG ou échographie"
        }
        SledaiItem::LowComplement => "CH50, C3 ou C4 sous la limite inférieure du laboratoire",
        SledaiItem::AntiDsdna => "Fixation à l'ADN au-dessus des normes du laboratoire",
        SledaiItem::Fever => ">\u{a0}38\u{a0}°C\u{a0}; hors infection",
        SledaiItem::Thrombocytopenia => "Plaquettes <\u{a0}100\u{a0}G/L\u{a0}; hors médicament",
        SledaiItem::Leukopenia => "Leucocytes <\u{a0}3,0\u{a0}G/L\u{a0}; hors médicament",
    }
}

fn sdi(item: SdiItem) -> &'static str {
    match item {
        SdiItem::Cataract => "Cataracte",
        SdiItem::Retina => "Rétine ou atrophie optique",
        SdiItem::Cognitive => "Trouble cognitif ou psychose majeure",
        SdiItem::Seizures => "Crises traitées ≥\u{a0}6\u{a0}mois",
        SdiItem::Cva => "AVC",
        SdiItem::Neuropathy => "Neuropathie crânienne ou périphérique",
        SdiItem::Myelitis => "Myélite transverse",
        SdiItem::LowGfr => "DFG <\u{a0}50\u{a0}%",
        SdiItem::Proteinuria => "Protéinurie ≥\u{a0}3,5\u{a0}g/24\u{a0}h",
        SdiItem::Esrd => "IRT (dialyse ou greffe)",
        SdiItem::PulmonaryHypertension => "Hypertension pulmonaire",
        SdiItem::PulmonaryFibrosis => "Fibrose pulmonaire",
        SdiItem::ShrinkingLung => "Poumon rétracté",
        SdiItem::PleuralFibrosis => "Fibrose pleurale",
        SdiItem::PulmonaryInfarction => "Infarctus pulmonaire",
        SdiItem::Angina => "Angor ou pontage",
        SdiItem::Infarction => "Infarctus du myocarde",
        SdiItem::Cardiomyopathy => "Cardiomyopathie",
        SdiItem::Valve => "Valvulopathie",
        SdiItem::Pericarditis => "Péricardite ≥\u{a0}6\u{a0}mois ou péricardectomie",
        SdiItem::Claudication => "Claudication ≥\u{a0}6\u{a0}mois",
        SdiItem::MinorTissueLoss => "Perte tissulaire mineure",
        SdiItem::MajorTissueLoss => "Perte tissulaire majeure",
        SdiItem::VenousThrombosis => "Thrombose veineuse avec séquelles",
        SdiItem::BowelInfarction => "Infarctus ou résection\u{a0}: grêle ou côlon, rate, foie, vésicule",
        SdiItem::MesentericInsufficiency => "Insuffisance mésentérique",
        SdiItem::Peritonitis => "Péritonite chronique",
        SdiItem::Stricture => "Sténose ou chirurgie digestive haute",
        SdiItem::PancreaticInsufficiency => "Insuffisance pancréatique",
        SdiItem::MuscleAtrophy => "Atrophie ou faiblesse musculaire",
        SdiItem::DeformingArthritis => "Arthrite déformante ou érosive",
        SdiItem::Osteoporosis => "Ostéoporose fracturaire",
        SdiItem::AvascularNecrosis => "Ostéonécrose",
        SdiItem::Osteomyelitis => "Ostéomyélite",
        SdiItem::TendonRupture => "Rupture tendineuse",
        SdiItem::ScarringAlopecia => "Alopécie cicatricielle",
        SdiItem::ExtensiveScarring => "Cicatrices étendues ou panniculite",
        SdiItem::SkinUlceration => "Ulcère cutané >\u{a0}6\u{a0}mois",
        SdiItem::GonadalFailure => "Insuffisance gonadique précoce",
        SdiItem::Diabetes => "Diabète",
        SdiItem::Malignancy => "Cancer",
    }
}

fn refusal(refusal: &Refusal) -> String {
    advice_on_refusal(Lang::Fr, refusal).whole()
}

fn problem(problem: &Problem) -> String {
    advice(Lang::Fr, problem).whole()
}

fn objection(objection: &Objection) -> String {
    advice_on_objection(Lang::Fr, objection).whole()
}

fn plural<N: Into<Decimal>>(n: N, one: &str, many: &str) -> String {
    let n = n.into();
    format!("{} {}", Lang::Fr.number(n, 0), if n.abs() < Decimal::TWO { one } else { many })
}
