use super::plural;
use crate::text::ConfigWords;

pub(super) const CONFIG: ConfigWords = ConfigWords {
    head: |path, found| {
        let stands = if found { "Elle est" } else { "Il n'y en a pas encore. Sa place est" };
        format!(
            "Configuration de regards. {stands} dans\n{path}\n--config FICHIER ou REGARDS_CONFIG en nomme une autre, un REGARDS_CONFIG vide aucune. Toute clé est\nfacultative. Une option l'emporte sur le fichier, le fichier sur le reste. Les chemins partent du\nrépertoire de ce fichier\u{a0}; ~/ est le répertoire personnel. Ce qui suit un # ci-dessous vaut sans le\nfichier\u{a0}: retirer le # pour le fixer."
        )
    },
    keys_head: "Toutes les touches, par lieu et commande. Écrire celles qui doivent changer sous `keys:` dans la\nconfiguration\u{a0}; les autres restent. Échap, Ctrl-C et, dans un texte, Entrée ne changent pas.",
    in_force: |from| format!("Actuellement\u{a0}: {from}."),
    not_set: "Actuellement\u{a0}: rien.",
    from_option: "par une option",
    from_file: "par ce fichier",
    from_environment: "par l'environnement",
    from_default: "par défaut",
    cases: "Les fichiers ou répertoires de dossiers, quand aucun n'est nommé.",
    db: "La base des décisions.",
    lang: "La langue\u{a0}: fr ou en\u{a0}; sans elle, celle des paramètres régionaux, sinon l'anglais.",
    theme: "Le nom d'un thème, livré ou de votre répertoire de thèmes (~/.config/regards/themes), ou un fichier de schéma base16/base24.",
    projector_theme: "Le thème de l'écran de la salle (--projector).",
    guidelines: "Un répertoire d'autres recommandations, une colonne chacune.",
    charter: "La charte de la réunion\u{a0}: son quorum, ses temps.",
    identities: "Qui sont les patients\u{a0}: un fichier que seul son propriétaire peut lire.",
    documents: "Le répertoire où l'écran écrit les documents\u{a0}; sans lui, `documents` à côté de la base.",
    mask: "Masquer dès le début ce qui pourrait identifier quelqu'un\u{a0}: yes ou no.",
    mask_after: "Le masquer quand aucune touche n'a servi depuis tout ce temps.",
    mouse: "Si la souris sert\u{a0}: yes ou no. Elle n'est jamais nécessaire.",
    editor: "L'éditeur des dossiers\u{a0}; sans lui $VISUAL, $EDITOR, sinon vi.",
    keys: "D'autres touches, par lieu et commande\u{a0}: `regards config --keys` les donne toutes.",
    files: |n| plural(n, "fichier de configuration", "fichiers de configuration"),
    none: |named| format!("Il n'y a pas de configuration dans {named}."),
    demo: "DÉMONSTRATION · personnes inventées · rien n'est conservé",
    demo_failed: |why| format!("La démonstration ne peut pas être installée\u{a0}: {}.", why.trim_end_matches('.')),
    demo_broken: |order, why| format!("`{order}` échoue ({why})\u{a0}: c'est un défaut du programme."),
    first_run: |looked| {
        format!(
            "Aucun dossier ici. Cherché *.yaml dans\u{a0}: {looked}\n\n`regards --demo` ouvre une réunion avec des dossiers inventés.\n`mkdir cases; regards new LN-2026-001 -o cases/ln-2026-001.yaml` écrit un premier dossier à remplir.\n`regards RÉPERTOIRE` ouvre les dossiers d'un autre répertoire\u{a0}; `regards config` dit comment le retenir."
        )
    },
    dumb: "Ce terminal (TERM=dumb) ne sait pas placer des mots à l'écran\u{a0}: en ouvrir un autre, ou donner à TERM sa vraie valeur. `regards show` et `regards check` fonctionnent ici.",
    not_utf8: |locale| {
        format!(
            "La langue du système ({locale}) n'est pas en UTF-8\u{a0}: si des signes sont illisibles, relancer avec LC_ALL=C.UTF-8."
        )
    },
    locale_unset: "non définie",
    statements: |n| plural(n, "énoncé", "énoncés"),
    man_failed: |folder, why| format!("Les pages ne peuvent pas être écrites dans {folder} ({why})."),
    man_written: |n, folder| format!("{} dans {folder}", plural(n, "page", "pages")),
};
