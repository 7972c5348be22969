use rust_decimal::Decimal;

use super::{
    Activity, Agreement, App, Archive, CaseWords, Confirm, Count, DamageWords, DecisionWords, Error, Guide, Key, Lang,
    Ledger, Lists, PanelWords, PersonWords, Queue, Report, Table, Theme, Topic, Unit, Verdict, Words,
};
use crate::domain::{
    Adherence, AplProfile, Class, Comorbidity, Contraception, DepartureReason, DoseUnit, Drug, Edition, Extent,
    Lesions, LineKind, Mode, Objection, Organ, Origin, Outcome, Per, PregnancyStatus, Reading, Refusal, Route,
    Screening, SdiItem, Severity, Sex, SledaiItem, Step, StopReason, Tobacco, Window, Wish, YesNo,
};
use crate::read::{Kind, Problem};

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
        tagline: "EULAR, ACR et KDIGO côte à côte, pour la réunion de concertation pluridisciplinaire lupus",
        not_a_prescriber: "N'est pas un prescripteur\u{a0}: la réunion décide, le patient consent.",
        synthetic: "cas fictif",
        hypothesis: "HYPOTHÈSE\u{a0}: rien n'est enregistré",
        read_only: "lecture seule",
        loading: |done, all| format!("Lecture des dossiers\u{a0}: {done} sur {all}"),
        too_small: |width, height| {
            format!("La fenêtre fait {width}×{height}. Il faut au moins 60×18 pour montrer un dossier en entier.")
        },
        unknown: "inconnu",
        not_stated: "non précisé",
        none: "aucun",
        other: "autre",
        yes: "oui",
        no: "non",
        and: "et",
        or: "ou",
        on_date: |date| format!("le {date}"),
        source: "Source",
        since: "depuis",
        no_data: "pas de donnée",
    },
    count: Count {
        cases: |n| plural(n, "dossier", "dossiers"),
        decisions: |n| plural(n, "décision", "décisions"),
        errors: |n| plural(n, "erreur", "erreurs"),
        warnings: |n| plural(n, "avertissement", "avertissements"),
        years: |n| plural(n, "an", "ans"),
        months: |n| plural(n, "mois", "mois"),
        weeks: |n| plural(n, "semaine", "semaines"),
        days: |n| plural(n, "jour", "jours"),
        patients: |n| plural(n, "patient", "patients"),
    },
    unit: Unit {
        egfr: "DFGe",
        egfr_unit: "mL/min/1,73\u{a0}m²",
        upcr: "UPCR",
        creatinine: "Créatinine",
        proteinuria_24h: "Protéinurie des 24\u{a0}h",
        albumin: "Albumine",
        hcq: "HCQ",
        hcq_level: "Taux d'HCQ",
        prednisone: "Prednisone",
        anti_dsdna: "Anti-ADN natif",
        blood_pressure: "Pression artérielle",
        weight: "Poids",
        height: "Taille",
        mg_per_day: "mg/j",
        mg_per_kg_per_day: "mg/kg/j",
        g_per_24h: "g/24\u{a0}h",
        per_year: "/an",
    },
    queue: Queue {
        title: "Ordre du jour",
        number: "N°",
        case: "Dossier",
        alias: "Alias",
        age: "Âge",
        sex: "Sexe",
        age_and_sex: "Âge, sexe",
        class: "Classe",
        upcr: "UPCR",
        egfr: "DFGe",
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
        secondary: "source secondaire",
        from_memory: "à vérifier",
        off_label: "hors AMM",
        off_label_in: |country| format!("hors AMM ({country})"),
        not_applicable: "sans objet",
        dose_range: "Fourchette de dose commune",
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
    agreement: Agreement {
        agree: "accord",
        close: "proche",
        differ: "divergent",
        discuss: "à discuter",
        conflict: "conflit",
        only_one: "une seule répond",
        none_speaks: "aucune ne répond",
    },
    topic: Topic {
        initial_therapy: "Traitement initial",
        regimens: "Schémas",
        class_rule: "Selon la classe",
        belimumab: "Bélimumab pour",
        calcineurin_inhibitor: "CNI pour",
        cyclophosphamide: "Cyclophosphamide pour",
        obinutuzumab: "Obinutuzumab pour",
        pulse: "Bolus de corticoïdes",
        oral_start: "Corticoïdes, début",
        taper: "Décroissance et cible",
        targets: "Objectifs de réponse",
        target_3_months: "Objectif à 3 mois",
        target_6_months: "Objectif à 6 mois",
        target_12_months: "Objectif à 12 mois",
        label: "AMM",
    },
    activity: Activity {
        title: "Activité",
        sledai: "SLEDAI-2K",
        without_serology: "sans sérologie",
        without_laboratory: "sans biologie",
        items: "Items",
        window: "Fenêtre",
        pga: "PGA",
        ptga: "PtGA",
        discordance: "discordance",
        no_discordance: "pas de discordance",
        proteinuria: "Protéinurie",
        target: |target| format!("objectif {target}"),
        not_assessed: "non évalué",
        no_visit: "Aucune évaluation de l'activité n'est renseignée.",
        type2: "Symptômes de type 2",
        fatigue: "fatigue",
        pain: "douleur",
        sleep: "sommeil",
        mood: "humeur",
        cognition: "brouillard cognitif",
        cannot_say: |missing| format!("impossible à dire sans {missing}"),
    },
    damage: DamageWords {
        title: "Dommages",
        sdi: "SDI",
        no_damage: "aucun dommage",
        not_reviewed: "dommages jamais revus",
        reviewed_on: |date| format!("revus le {date}"),
        slope: "pente",
        prednisone_now: "Prednisone actuelle",
        cumulative: "cumul",
        hcq_dose: "Dose d'HCQ",
        stage: "Stade KDIGO",
        eye_exam: "examen ophtalmologique",
    },
    person: PersonWords {
        title: "Personne",
        announcement: "Annonce",
        announcement_again: "Ré-annonce",
        evaluation: "Évaluation",
        strategy: "Stratégie",
        decision: "Décision",
        recommendations: "Recommandations",
        caregiver: "aidant présent",
        education: "Éducation thérapeutique",
        documents: "Documents remis",
        association: "Association de patients",
        wishes: "Souhaits",
        epices: "EPICES",
        tobacco: "Tabac",
        adherence: "Observance",
        informed: "Patient informé de la RCP",
    },
    guide: Guide {
        alone: "seul",
        calcineurin_inhibitor: "CNI",
        glucocorticoid: "GC",
        low_dose: "faible dose",
        high_dose: "IV forte dose",
        oral: "oral",
        nothing_to_compare: "moins de deux recommandations se prononcent",
        ranges_apart: |one, other| format!("{one} et {other} ne se recoupent pas"),
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
    },
    panel: PanelWords {
        series: "Évolution",
        antiphospholipid: "Antiphospholipides",
        at_least: |points| format!("au moins\u{a0}{points}"),
        at_most: |points| format!("au plus\u{a0}{points}"),
        up_to: |points| format!("(SLEDAI-2K jusqu'à {points})"),
        at_month: |months| format!("M{months}"),
        bands: "Niveaux",
        below_five: "(avec <\u{a0}5\u{a0}mg/j\u{a0}:)",
        by: "par",
        by_mouth: "per os",
        intravenous: "IV",
        by_upcr: "(A par UPCR)",
        ceiling: |ceiling| format!("(plafond {ceiling})"),
        cells: |n| plural(n, "case", "cases"),
        cumulative_12_months: "Corticoïdes, 12 mois",
        ended: "Terminés",
        entered_by: |who| format!("saisi par {who}"),
        equivalents: |table| format!("(équivalents\u{a0}: {table})"),
        flares_unknown: "nombre de poussées inconnu",
        inside_margin: "(DFGe dans la marge 10–15\u{a0}%)",
        met: "atteint",
        missing: "Manque aux recommandations",
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
        read: "Lu",
        real_weight: "(poids réel)",
        renal_response: "Réponse rénale",
        ungraded: "sans grade",
        values_over: |n, days| format!("{n} valeurs sur {days} jours"),
        work: "Travail",
    },
    decision: DecisionWords {
        title: "Décision",
        outcome: "Issue",
        lines: "Lignes",
        line_kind: "Action",
        drug: "Médicament",
        words: "Dose, voie, rythme",
        rationale: "Justification",
        rationale_hint: "Pourquoi ce choix, pour ce patient (obligatoire)",
        concordance: "Concordance",
        departure: "Motif de l'écart",
        departure_of: |guideline| format!("Motif de l'écart à {guideline}"),
        next: "À revoir le",
        next_hint: "AAAA-MM-JJ, ou 3m pour trois mois",
        amends: |version| format!("modifie la version {version}"),
        amend_reason: "Motif de la modification",
        draft_saved: "brouillon enregistré",
        draft_found: |when| format!("Un brouillon du {when} a été retrouvé\u{a0}; le voici."),
        read_back: "Relecture",
        read_back_prompt: "Lire à voix haute. Entrée verrouille, Échap revient au formulaire.",
        locked: "verrouillée",
        locked_on: |when| format!("verrouillée le {when}"),
        version: "version",
        characters_left: |n| plural(n, "caractère restant", "caractères restants"),
        add_line: "ajouter une ligne",
        outcome_missing: "Choisir l'issue du dossier.",
        rationale_missing: "Écrire la justification\u{a0}: une décision sans motif ne peut pas être verrouillée.",
        departure_missing: |guideline| {
            format!("La décision s'écarte de {guideline}\u{a0}: choisir le motif avant de verrouiller.")
        },
        amend_reason_missing: "Écrire pourquoi la décision verrouillée est modifiée.",
        rationale_too_long: |over| format!("La justification compte {over} caractères de trop\u{a0}; 600 au plus."),
    },
    archive: Archive {
        title: "Décisions passées",
        search: "Recherche",
        date: "Date",
        nothing_found: "Aucune décision ne correspond. Moins de mots trouvent davantage.",
        nothing_yet: "Aucune décision n'est encore verrouillée.",
        as_seen_then: "Tel que la réunion l'a vu",
        timeline: "Chronologie",
        amend: "Modifier",
        editions: "Éditions des recommandations",
        hash: "Empreinte",
        superseded: "remplacée",
    },
    key: Key {
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
        amend: "modifier",
        save: "enregistrer",
        read_back: "relire",
        lock: "verrouiller",
        cancel: "annuler",
        accept: "accepter",
        delete: "supprimer",
        undo: "défaire",
        add: "ajouter",
        timeline: "chronologie",
        first: "premier",
        last: "dernier",
        page_up: "page préc.",
        page_down: "page suiv.",
        complete: "compléter",
        what_if: "et si…",
        language: "langue",
        theme: "thème",
    },
    confirm: Confirm {
        lock: "Verrouiller cette décision\u{a0}? Elle ne pourra plus être changée, seulement amendée par une nouvelle version.",
        leave_draft: "Le brouillon est conservé. Quitter le formulaire\u{a0}?",
        discard_draft: "Abandonner définitivement le brouillon\u{a0}?",
        quit: "Quitter\u{a0}?",
        yes: "oui",
        no: "non",
    },
    error: Error {
        error: "erreur",
        warning: "avertissement",
        did_you_mean: |word| format!("Vouliez-vous écrire `{word}`\u{a0}?"),
        no_case_in: |path| format!("Aucun dossier dans {path}. `regards new` en écrit un premier."),
        cannot_read: |path, why| format!("Lecture impossible de {path}\u{a0}: {why}."),
        cannot_write: |path, why| format!("Écriture impossible de {path}\u{a0}: {why}. Le texte saisi est conservé."),
        newer_database: |found, known| {
            format!(
                "La base est en version {found}, ce programme connaît la version {known}. L'ouvrir avec le programme plus récent\u{a0}; rien n'a été modifié."
            )
        },
        read_only_database: |path| {
            format!(
                "{path} est en lecture seule\u{a0}: les décisions passées peuvent être lues, aucune ne peut être enregistrée. En choisir une autre avec --db."
            )
        },
        database_locked: |path| {
            format!("{path} est utilisée par un autre programme. Rien n'est perdu\u{a0}; réessayer dans un instant.")
        },
        database_corrupt: |path| {
            format!("{path} est endommagée. Ne plus y écrire\u{a0}: la copier, puis revenir à la dernière sauvegarde.")
        },
        disk_full: |path| {
            format!(
                "Le disque de {path} est plein\u{a0}: la décision n'est pas enregistrée. Libérer de la place, puis verrouiller de nouveau."
            )
        },
        changed_elsewhere: |what| {
            format!(
                "Quelqu'un d'autre a modifié {what} entre-temps. Votre texte est conservé\u{a0}; comparer, puis verrouiller de nouveau."
            )
        },
        no_editor: "Aucun éditeur n'est défini\u{a0}: donner son nom dans $EDITOR.",
        no_terminal: "Il faut un terminal. `regards show` et `regards check` s'en passent.",
        unknown_case: |case| format!("Aucun dossier ne porte le numéro {case}."),
        chain_broken: |at| {
            format!("La chaîne du journal est rompue à l'entrée {at}\u{a0}: le journal a été altéré hors du programme.")
        },
        chain_whole: |n| format!("Le journal est intact\u{a0}: {}.", plural(n, "entrée vérifiée", "entrées vérifiées")),
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
        not_judged: "pas encore jugeable",
        shared_regimens: "Schémas admis par toutes",
        starts_apart: |one, other| format!("aucune\u{a0}; {one} et {other} ne se recoupent pas"),
        start_without_numbers: "Demandent un début oral sans chiffre",
        would_settle: |unanswered, touched| {
            format!(
                "{} sans elle, {} en tout peuvent en dépendre",
                plural(unanswered, "réponse impossible", "réponses impossibles"),
                Lang::Fr.number(touched.into(), 0)
            )
        },
        warnings: "Avertissements",
        clinical_without_serology: "SLEDAI clinique sans sérologie (celui de DORIS)",
        clinical_without_laboratory: "SLEDAI clinique sans biologie",
        band: "Activité",
        items_not_assessed: |n| plural(n, "item non évalué", "items non évalués"),
        difference: |points| format!("PtGA − PGA\u{a0}: {points}/100"),
        rule: |name, limit| format!("règle {name}\u{a0}: écart ≥\u{a0}{limit}/100"),
        laboratory_limit: |limit| format!("limite du laboratoire {limit}"),
        no_laboratory_limit: "limite du laboratoire non précisée",
        not_counted: "Ne compte pas",
        exact_score: "score exact",
        values_over: |n, days| format!("{} sur {days}", plural(n, "valeur", "valeurs")),
        cumulative_year: "Cumul des corticoïdes sur 12 mois, en prednisone",
        oral_and_intravenous: |oral, intravenous| format!("per os {oral}, IV {intravenous}"),
        ceiling: |dose| format!("plafond {dose}, le plus bas de 5\u{a0}mg/kg/j et 400\u{a0}mg/j"),
        labels_in: |country| format!("Hors AMM et remboursement\u{a0}: {country}"),
        as_of: |date| format!("état en {date}"),
        adults_only: "AMM chez l'adulte seulement",
        sources: "Sources",
        entered_by: |who| format!("Saisi par {who}"),
        not_checked: "aucun clinicien ne l'a encore vérifié",
        next_check: |date| format!("à vérifier pour le {date}"),
        read: "Lu",
        scale: "Grades",
    },
    ledger: Ledger {
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
};

const LISTS: Lists = Lists {
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
    reading: |entry| match entry {
        Reading::Concordant => "conforme",
        Reading::Partly => "conforme en partie",
        Reading::Deviates => "s'écarte",
        Reading::Silent => "muette",
        Reading::NotApplicable => "sans objet",
        Reading::CannotSay => "indéterminée",
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
        Step::Done => "fait",
        Step::Planned => "prévu",
        Step::Refused => "refusé",
        Step::NotNeeded => "inutile",
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
        Drug::Perindopril => "perindopril",
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
        SledaiItem::AntiDsdna => "Anti-ADN natif élevés",
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
    match refusal {
        Refusal::UnitMissing { quantity, units } => {
            format!(
                "Il manque l'unité\u{a0}: écrire `{quantity}` avec son nombre et l'une de ces unités\u{a0}: {}.",
                units.join(", ")
            )
        }
        Refusal::UnitUnknown { quantity, unit, units } => {
            format!(
                "`{unit}` n'est pas une unité de `{quantity}`\u{a0}: employer l'une de celles-ci\u{a0}: {}.",
                units.join(", ")
            )
        }
        Refusal::NotANumber { written } => format!("`{written}` n'est pas un nombre. L'écrire comme 98 ou 1,6."),
        Refusal::Impossible { quantity, written, least, most } => format!(
            "`{quantity}` ne peut pas valoir {written}\u{a0}: la valeur se situe entre {least} et {most}. Vérifier le nombre et l'unité."
        ),
        Refusal::Form { written, form: expected } => {
            format!("`{written}` n'a pas la forme attendue\u{a0}: {}.", form(expected))
        }
        Refusal::TooLong { most, length } => {
            format!("Le texte compte {length} caractères\u{a0}; {most} au plus. Le raccourcir.")
        }
        Refusal::Empty => {
            "Il faut écrire quelque chose ici. L'écrire, ou mettre `unknown` là où c'est permis.".to_owned()
        }
        Refusal::Format { written, read } => format!(
            "Le fichier est au format {written}\u{a0}; ce programme lit le format {read}. Employer le programme qui l'a écrit."
        ),
        Refusal::NoEntry => "La liste doit avoir au moins une entrée. En ajouter une, ou retirer la clé.".to_owned(),
    }
}

/// The forms that the domain asks for, in French; what is not a sentence stays as it is.
fn form(form: &str) -> &str {
    match form {
        "YYYY-MM-DD" => "AAAA-MM-JJ",
        "YYYY-MM or YYYY-MM-DD" => "AAAA-MM ou AAAA-MM-JJ",
        "initials or a short code (H. B., P-17)" => "des initiales ou un code court (H. B., P-17)",
        "11 × yes/no" => "11 réponses yes ou no",
        other => other,
    }
}

fn problem(problem: &Problem) -> String {
    match problem {
        Problem::Unreadable { message } => {
            format!("Le fichier ne peut pas être lu ({message}) : vérifiez ses droits et qu’il est toujours là")
        }
        Problem::Encoding { found } => format!("Le fichier est en {found}\u{a0}; l'enregistrer en UTF-8."),
        Problem::TooLarge { bytes, most } => {
            format!(
                "Le fichier compte {bytes} octets\u{a0}; un dossier en a {most} au plus. Est-ce le bon fichier\u{a0}?"
            )
        }
        Problem::TooDeep => {
            "Les listes et les clés sont imbriquées plus profondément qu'aucun dossier ne le demande.".to_owned()
        }
        Problem::Syntax { message } => {
            format!("Ce n'est pas du YAML\u{a0}: {message}. Vérifier l'alinéa, les deux-points et les guillemets.")
        }
        Problem::ManyDocuments => "Le fichier contient plusieurs documents\u{a0}; un dossier par fichier.".to_owned(),
        Problem::EmptyFile => "Le fichier est vide. `regards new` écrit un dossier pour commencer.".to_owned(),
        Problem::Tab => "Une tabulation se trouve là où YAML veut des espaces. Décaler de deux espaces.".to_owned(),
        Problem::ControlCharacter => "Un caractère de commande est caché dans ce texte. Le retirer.".to_owned(),
        Problem::Notation { written } => format!(
            "`{written}` se lit facilement de travers. Écrire un nombre décimal, ou le mettre entre guillemets si c'est un texte."
        ),
        Problem::UnknownKey { key, known, nearest } => {
            format!("`{key}` n'est pas une clé ici. {}", instead(known, nearest.as_deref()))
        }
        Problem::Identity { key } => format!(
            "`{key}` identifierait le patient\u{a0}: un dossier ne porte qu'un alias. L'identité a sa place dans le fichier de correspondance, à part, qui n'est jamais montré."
        ),
        Problem::MissingKey { key } => format!("Il manque `{key}`, qui est nécessaire. L'ajouter."),
        Problem::DuplicateKey { key, first_line } => {
            format!("`{key}` est écrit deux fois\u{a0}; la première est à la ligne {first_line}. En garder une.")
        }
        Problem::UnknownWord { written, known, nearest } => {
            format!("`{written}` n'est pas dans la liste. {}", instead(known, nearest.as_deref()))
        }
        Problem::WrongKind { found, expected } => {
            format!("On trouve ici {}\u{a0}; il faut {}.", kind(*found), kind(*expected))
        }
        Problem::Refused(cause) => refusal(cause),
        Problem::Objected(cause) => objection(cause),
        Problem::Other { message } => format!("Lecture impossible\u{a0}: {message}."),
    }
}

fn instead(known: &[String], nearest: Option<&str>) -> String {
    match nearest {
        Some(nearest) => format!("Vouliez-vous écrire `{nearest}`\u{a0}?"),
        None => format!("Attendu\u{a0}: {}.", known.join(", ")),
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Empty => "rien",
        Kind::Scalar => "une valeur seule",
        Kind::List => "une liste",
        Kind::Map => "des clés avec leurs valeurs",
    }
}

fn objection(objection: &Objection) -> String {
    match objection {
        Objection::Future { date } => format!("La date du {date} est dans le futur. Vérifier l'année."),
        Objection::BiopsyOutOfOrder { above } => format!(
            "Cette biopsie est antérieure à celle du dessus ({above}). Écrire les biopsies de la plus ancienne à la plus récente."
        ),
        Objection::OutOfOrder { above } => {
            format!(
                "Cette entrée est antérieure à celle du dessus ({above})\u{a0}; la série est lue dans l'ordre des dates."
            )
        }
        Objection::EndsBeforeItBegins { from } => {
            format!("La fin précède le début ({from}). Vérifier les deux dates.")
        }
        Objection::BeforeBirth => "La date précède la naissance du patient. Vérifier les deux dates.".to_owned(),
        Objection::NoClass => {
            "La biopsie n'a pas de classe. Écrire par exemple `class: [III, V]`, ou retirer la biopsie.".to_owned()
        }
        Objection::NameOfOtherDrug => "`drug: other` demande le nom du médicament dans `name`.".to_owned(),
        Objection::RuleOfRecord => {
            "`mode: record` demande, dans `rule`, la règle de soins courants sur laquelle il s'appuie.".to_owned()
        }
        Objection::PresentAndNotAssessed { item } => {
            format!("`{item}` est à la fois présent et non évalué. Garder l'un des deux.")
        }
        Objection::NoAge => {
            "Ni mois de naissance ni âge\u{a0}: ce qui dépend de l'âge ne pourra pas être dit.".to_owned()
        }
        Objection::PregnancyOfAMan => {
            "Une grossesse est notée chez un homme. Vérifier le sexe et la grossesse.".to_owned()
        }
        Objection::Improbable { quantity, written, least, most } => format!(
            "`{quantity}: {written}` est improbable\u{a0}: de {least} à {most} d'ordinaire. Vérifier le nombre et l'unité."
        ),
    }
}

fn plural<N: Into<Decimal>>(n: N, one: &str, many: &str) -> String {
    let n = n.into();
    format!("{} {}", Lang::Fr.number(n, 0), if n.abs() < Decimal::TWO { one } else { many })
}
