use rust_decimal::Decimal;

use super::remark::{advice, advice_on_objection, advice_on_refusal};
use super::{
    Activity, Agreement, App, Archive, CaseWords, Confirm, Count, DamageWords, DecisionWords, Error, Key, Lang, Ledger,
    Lists, PersonWords, Queue, Screens, Table, Theme, Topic, Unit, Verdict, Words,
};
use crate::domain::{
    Adherence, AplProfile, Class, Comorbidity, Contraception, DepartureReason, DoseUnit, Drug, Edition, Extent,
    Lesions, LineKind, Mode, Objection, Organ, Origin, Outcome, Per, PregnancyStatus, Reading, Refusal, Route,
    Screening, SdiItem, Severity, Sex, SledaiItem, Step, StopReason, Tobacco, Window, Wish, YesNo,
};
use crate::read::Problem;

/// French.
pub(super) static WORDS: Words = Words {
    lang: Lang::Fr,
    lists: LISTS,
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
        read_back_prompt: "Lire à voix haute. Entrée\u{a0}: la salle accepte, la décision est verrouillée. Échap\u{a0}: retour.",
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
        backed_up: |path| format!("La base est copiée dans {path}."),
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
    screens: Screens {
        masked: "masqué",
        hidden: "•••",
        reading: "lecture en cours…",
        more: "suite",
        everywhere: "Partout",
        typed_line: "Ligne de saisie",
        f_keys: "Touches",
        marks: "Ce que disent les signes",
        mask: "masquer les identités",
        postpone: "reporter",
        next_field: "champ suivant",
        previous_field: "champ précédent",
        previous_panel: "panneau précédent",
        choose: "choisir",
        locked: "Décision verrouillée.",
        postponed: "Dossier reporté.",
        draft_found: "Le brouillon commencé auparavant est de retour.",
        draft_taken: "Un autre poste écrivait ce brouillon\u{a0}: son texte est là, le vôtre à la suite, sous «\u{a0}---\u{a0}».",
        read_only: "Lecture seule\u{a0}: rien ne peut être enregistré dans cette séance.",
        file_has_errors: |key| format!("Le fichier a des erreurs\u{a0}: {key} les montre."),
        cannot_reorder: |sort, back| {
            format!(
                "L'ordre du jour ne se change ni trié ni filtré\u{a0}: {sort} rétablit l'ordre, {back} efface le filtre."
            )
        },
        reread: "Fichier modifié sur le disque\u{a0}: relu.",
        incomplete: "La décision n'est pas complète\u{a0}: ce qui manque est marqué.",
        not_current: "Une version plus récente remplace celle-ci\u{a0}: c'est elle qui peut être amendée.",
        cannot_read_locked: "Cette version du programme ne relit pas le dossier de cette décision\u{a0}: elle reste lisible, mais ne peut pas être amendée ici.",
        postpone_reason: "Motif du report",
        to_record: "à valider",
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
        lines_hint: "une ligne par médicament ou par acte",
        lines_missing: "Écrire au moins une ligne\u{a0}: ce qui est fait.",
        next_unreadable: "Cette date ne se lit pas\u{a0}: écrire 2027-02-26, ou 3 mois.",
        next_not_ahead: "Cette date n'est pas à venir.",
        locking: "Verrouillage en cours…",
        timeline_of: |case| format!("Chronologie de {case}"),
        version: |n| format!("version {n}"),
        by: |who| format!("par {who}"),
        current: "en vigueur",
        versions: "Versions",
        because: "Motif",
        case_then: "Le dossier tel qu'il était",
        found: |n| plural(n, "trouvée", "trouvées"),
    },
    error: Error {
        error: "erreur",
        warning: "avertissement",
        did_you_mean: |word| format!("Vouliez-vous écrire `{word}`\u{a0}?"),
        no_case_in: |path| format!("Aucun dossier dans {path}. `regards new` en écrit un premier."),
        cannot_read: |path, why| format!("Lecture impossible de {path}\u{a0}: {why}."),
        cannot_write: |path, why| format!("Écriture impossible de {path}\u{a0}: {why}. Le texte saisi est conservé."),
        no_editor: "Aucun éditeur n'est défini\u{a0}: donner son nom dans $EDITOR.",
        no_home: "Le système n’indique aucun dossier personnel pour la base : donnez-en une avec --db FICHIER.",
        no_terminal: "Il faut un terminal. `regards show` et `regards check` s'en passent.",
        unknown_case: |case| format!("Aucun dossier ne porte le numéro {case}."),
    },
    ledger: Ledger {
        folder_missing: |path| {
            format!("Le dossier {path} n'existe pas\u{a0}: le créer, ou donner un autre chemin avec --db.")
        },
        missing: |path| {
            format!(
                "Il n'y a pas de base à {path}\u{a0}: vérifier le chemin, ou l'ouvrir une fois en écriture pour la créer."
            )
        },
        is_a_folder: |path| format!("{path} est un dossier\u{a0}: donner le chemin d'un fichier."),
        permission: |path| {
            format!(
                "Accès refusé à {path}\u{a0}: demander à son propriétaire le droit de lire et d'écrire le fichier et son dossier."
            )
        },
        read_only: "La base est en lecture seule\u{a0}: rien n'a été enregistré. Obtenir le droit d'écrire le fichier et son dossier, ou ouvrir avec --read-only.",
        disk_full: "Le disque est plein\u{a0}: rien n'a été enregistré, et rien de ce qui l'était n'est perdu. Libérer de la place et recommencer.",
        busy: "Un autre programme verrouille la base\u{a0}: rien n'a été enregistré. Le fermer (navigateur de base, sauvegarde) et recommencer.",
        moved: "Le fichier de la base a été déplacé ou supprimé pendant qu'il était ouvert\u{a0}: le remettre à sa place et relancer.",
        cannot_open: |why| {
            format!("La base ne s'ouvre pas ({why})\u{a0}: vérifier que son dossier existe et qu'on peut y écrire.")
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
        not_a_database: |path| format!("{path} n'est pas une base de données\u{a0}: vérifier le chemin."),
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
                "{case} a déjà été décidé à cette réunion, par {by}\u{a0}: lire cette décision, et l'amender si elle doit changer."
            )
        },
        superseded: |by, version| {
            format!(
                "Cette décision a été amendée entre-temps par {by} (version {version})\u{a0}: la lire, puis amender cette version."
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
        of: |path, sentence| format!("{path}\u{a0}: {sentence}"),
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
