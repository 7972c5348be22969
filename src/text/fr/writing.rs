use crate::text::WritingWords;

pub(super) const WRITING: WritingWords = WritingWords {
    written: "Dossier écrit.",
    changed: "Le fichier du dossier a changé sur le disque depuis sa lecture\u{a0}: rien n'y a été écrit. Relire le dossier et recommencer.",
    session: "Lecture seule (--read-only)\u{a0}: le fichier du dossier reste tel quel. Relancer sans --read-only pour écrire.",
    disk_full: "Le disque est plein\u{a0}: le fichier du dossier reste tel quel. Libérer de la place et recommencer.",
    gone: |path| {
        format!(
            "{path} n'est plus là\u{a0}: rien n'a été écrit. Remettre le fichier à sa place, ou revenir à la liste, et recommencer."
        )
    },
    permission: |path| {
        format!(
            "Accès refusé à {path}\u{a0}: rien n'a été écrit. Demander à son propriétaire le droit d'écrire le fichier et son dossier."
        )
    },
    read_only: |path| {
        format!("{path} est en lecture seule\u{a0}: rien n'a été écrit. Rendre le fichier modifiable et recommencer.")
    },
    disk: |path, why| {
        format!(
            "{path} n'a pas pu être écrit ({why}) et reste tel quel. Vérifier le disque ou le lecteur réseau et recommencer."
        )
    },
};
