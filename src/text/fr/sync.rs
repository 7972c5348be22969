use super::plural;
use crate::text::SyncWords;

pub(super) const SYNC: SyncWords = SyncWords {
    masked: "--mask ne peut pas cacher ce qu'un journal contient mot pour mot\u{a0}: le retirer, ou exporter en CSV ou en JSON",
    not_a_centre: |written| {
        format!(
            "`{written}` n'est pas un nom de centre\u{a0}: lettres minuscules de a à z, chiffres, et traits d'union entre eux, par exemple marseille ou chu-lyon"
        )
    },
    unnamed: "cette base n'a pas encore de nom de centre\u{a0}: en donner un avec --centre, par exemple --centre marseille\u{a0}; il est enregistré une fois pour toutes",
    named_otherwise: |known| format!("cette base est celle de {known}\u{a0}: retirer --centre, ou donner ce nom"),
    past_the_end: |last| format!("le journal va jusqu'à l'entrée {last}\u{a0}: donner --since {last}, ou moins"),
    sent: |n, centre, to| format!("{} de {centre} dans {to}", plural(n, "entrée écrite", "entrées écrites")),
    nothing_new: |centre, last| format!("rien de {centre} après l'entrée {last}"),
    carries: "Ce sont des données de santé\u{a0}: les dossiers sous leur numéro et leur pseudonyme, tels qu'ils ont été discutés, avec ce qui a été saisi\u{a0}; le nom des professionnels. Ni identités, ni brouillons, ni journal des accès.",
    script: |n, to| format!("{} dans {to}, pour PostgreSQL", plural(n, "entrée écrite", "entrées écrites")),
    archive_missing: |path| {
        format!(
            "Il n'y a pas d'archive commune à {path}\u{a0}: vérifier le chemin, ou la créer avec `regards sync import`."
        )
    },
    not_an_archive: |path| {
        format!(
            "{path} est une base de données, mais pas une archive commune\u{a0}: donner un autre chemin. Rien n'a été modifié."
        )
    },
    newer_archive: |found, known| {
        format!(
            "Cette archive commune est au format {found}, ce programme lit jusqu'au format {known}\u{a0}: utiliser le programme plus récent qui l'a écrite. Rien n'a été modifié."
        )
    },
    taking: "Import",
    took: |new, known| {
        format!(
            "{}, {}",
            plural(new, "entrée reprise", "entrées reprises"),
            plural(known, "déjà connue", "déjà connues")
        )
    },
    refused: "rien n'est repris",
    unreadable: |why| format!("il ne se lit pas ({why})\u{a0}: vérifier le chemin et les droits"),
    not_a_journal: "ce n'est pas le journal d'un centre\u{a0}: donner un fichier écrit par `regards sync export`",
    newer: |found, known| {
        format!(
            "il est à la forme {found}, ce programme lit jusqu'à la forme {known}\u{a0}: l'importer avec la version plus récente du programme, pour tous les centres"
        )
    },
    broken: |line| format!("la ligne {line} n'est pas une entrée de journal\u{a0}: se faire renvoyer le fichier"),
    changed: |seq| {
        format!(
            "l'entrée {seq} ne tient pas dans la chaîne, le fichier a été modifié en route\u{a0}: se le faire renvoyer"
        )
    },
    cut: |last, found| {
        format!(
            "il annonce l'entrée {last} comme dernière et finit à l'entrée {found}, il a été coupé en route\u{a0}: se le faire renvoyer"
        )
    },
    gap: |from, to| {
        let missing = if from == to {
            format!("il manque l'entrée {from}")
        } else {
            format!("il manque les entrées {from} à {to}")
        };
        format!("{missing} avant lui\u{a0}: demander au centre un export avec --since {}", from - 1)
    },
    fork: |seq| {
        format!(
            "l'entrée {seq} n'est pas celle de l'archive\u{a0}: le centre a restauré ou réécrit son journal\u{a0}; lui demander lequel fait foi, `regards verify --head` avec l'empreinte de l'archive lui dit où ils se séparent"
        )
    },
    other_centre: |named| {
        format!("son journal est celui de {named}, pas du centre qu'il annonce\u{a0}: demander qui l'a envoyé")
    },
    twin: |centre| {
        format!(
            "l'archive a les mêmes entrées sous le nom de {centre}\u{a0}: un journal n'a qu'un nom, demander qui l'a envoyé"
        )
    },
    not_reached: "l'import a été interrompu avant lui\u{a0}: le redonner",
    ended: "interrompu\u{a0}: les fichiers déjà repris le restent, les autres peuvent être redonnés",
    centre: |centre, events, head| {
        format!("{centre}\u{a0}: {}, la dernière d'empreinte {head}", plural(events, "entrée", "entrées"))
    },
    sound: "Chaque chaîne est entière.",
    not_sound: "L'archive n'est pas fiable. La garder telle quelle et en refaire une à partir des fichiers des centres.",
    empty: "L'archive n'a encore aucun journal.",
};
