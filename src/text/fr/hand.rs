use crate::text::{HandWords, PlaceWords};

pub(super) const HAND: HandWords = HandWords {
    palette: "Palette",
    palette_key: "palette",
    palette_hint: "une action, un dossier, une décision passée…",
    choose: "exécuter ou ouvrir",
    found: |shown, all| if shown < all { format!("{shown} sur {all}") } else { all.to_string() },
    a_case: "dossier",
    a_page: "écran",
    a_decision: "décision",
    half_up: "demi-page précédente",
    half_down: "demi-page suivante",
    undo: "annuler la modification",
    redo: "rétablir",
    nothing_to_undo: "Rien à annuler ici.",
    nothing_to_redo: "Rien à rétablir ici.",
    paste_too_long: |letters, most| {
        format!(
            "Rien n'a été collé\u{a0}: {letters} caractères, et {most} sont acceptés à la fois. Le texte saisi est inchangé."
        )
    },
    help_line: "Recherche dans l'aide",
    help_prompt: "Chercher une touche",
    all_places: "tous les écrans",
    nothing_found: |query, key| {
        format!(
            "Aucune touche de cet écran ne correspond à «\u{a0}{query}\u{a0}». {key}\u{a0}: chercher dans tous les écrans."
        )
    },
    look_everywhere: |query| format!("Aucune touche ne correspond à «\u{a0}{query}\u{a0}»."),
    found_none: "Rien de ce nom\u{a0}: ni commande de cet écran, ni dossier, ni décision.",
    mouse: "Souris",
    mouse_says: "Un clic place le curseur, un second clic ouvre, la molette fait défiler, les touches de la dernière ligne se \
        cliquent. Rien ne l'exige. Pour sélectionner du texte\u{a0}: glisser en tenant Maj (Option sur macOS), ou lancer avec \
        --no-mouse.",
    themes: "Thèmes",
    next_theme: "thème suivant",
    keep_theme: "garder pour cette session",
    own_theme: "à vous",
    broken_theme: "illisible",
    themes_alike: "Ce terminal ne montre que ses propres couleurs, ou aucune\u{a0}: tous les thèmes s'y ressemblent.",
    theme_for_ever: |name, file| format!("Pour toujours\u{a0}: la ligne «\u{a0}theme: {name}\u{a0}» dans {file}"),
};

pub(super) const PLACES: PlaceWords = PlaceWords {
    queue: "Les dossiers de la réunion, dans l'ordre où ils passent.",
    new_case: "Saisir un nouveau dossier, rubrique par rubrique, avant de l'écrire dans un fichier.",
    chase: "Ce qui manque aux dossiers, et à qui le demander.",
    labs: "Un tableau de laboratoire collé ou lu, à vérifier avant de l'écrire dans le dossier.",
    case: "Le dossier\u{a0}: ce que dit chaque recommandation pour ce patient, son activité, ses dommages, ce qui manque.",
    why: "Pourquoi une recommandation dit ce qu'elle dit\u{a0}: énoncé, grade, source, données du patient.",
    origin: "D'où vient un chiffre\u{a0}: formule, données datées, source.",
    editions: "Les éditions des recommandations\u{a0}: ce qui en a été saisi, par qui, ce qu'elles ne traitent pas.",
    diagnostics: "Ce qui ne va pas dans un fichier, ligne par ligne.",
    form: "La décision prise en note, mise en regard de chaque recommandation à mesure qu'elle s'écrit.",
    read_back: "La décision relue à la salle avant d'être verrouillée.",
    archive: "Les décisions passées, cherchées à mesure qu'on tape.",
    passage: "Une décision verrouillée, ses versions, et ce qui l'a suivie.",
    precedents: "Les décisions passées les plus proches de ce dossier, avec ce qui rapproche et ce qui diffère.",
    rerun: "Une décision passée relue avec les recommandations d'aujourd'hui.",
    compare: "Deux décisions côte à côte.",
    replay: "Une réunion passée, pas à pas.",
    timeline: "Le dossier dans le temps\u{a0}: mesures, traitements, événements.",
    taper: "La décroissance de la prednisone, semaine par semaine, à côté des schémas publiés.",
    what_if: "Ce que diraient les recommandations si une donnée était autre\u{a0}; rien n'en est gardé sans le demander.",
    hypothesis: "Une hypothèse enregistrée lors d'une réunion.",
    meeting: "La réunion\u{a0}: présents, quorum, liens d'intérêts, pauses, clôture.",
    meeting_form: "Ce qui se saisit sur la page de la réunion.",
    meeting_choice: "Un choix dans une liste de la page de la réunion.",
    resources: "Des ressources fiables pour le patient, avec leur code QR.",
    identity: "Qui est le patient, d'après le fichier des identités\u{a0}; jamais projeté.",
    scores: "La saisie des scores, item par item.",
    scores_preview: "Les lignes qui changeront dans le fichier du dossier, à relire avant de l'écrire.",
    positions: "La position de chacun autour de la table, et les désaccords.",
    after: "Ce qui suit une décision\u{a0}: annonce, suivi.",
    due: "Ce qui est à faire, le plus ancien d'abord.",
    settle: "Les actions et les conditions d'une décision, closes une à une.",
    papers: "Le document à écrire, et son format.",
    stats: "Les décisions passées en chiffres, chacun avec son effectif et son intervalle.",
    behind: "Les dossiers derrière un chiffre.",
    line: "Une ligne à taper\u{a0}; Échap la quitte sans rien perdre.",
    search: "La recherche en cours de saisie, complétée par Tab.",
    help: "Les touches, et ce que disent les signes.",
    palette: "Tout ce qui peut se faire ou s'ouvrir, trouvé par quelques lettres.",
    themes: "Les thèmes livrés et les vôtres\u{a0}; l'écran porte aussitôt celui qui est sous le curseur.",
    projector: "L'écran de la salle\u{a0}: il suit le poste projeté.",
    everywhere: "Partout où l'on ne tape pas de texte.",
};
