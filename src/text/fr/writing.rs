use crate::text::WritingWords;

pub(super) const WRITING: WritingWords = WritingWords {
    written: "Dossier écrit.",
    changed: "Le fichier du dossier a changé sur le disque depuis sa lecture\u{a0}: rien n'y a été écrit. Relire le dossier et recommencer.",
    session: "Lecture seule (--read-only)\u{a0}: le fichier du dossier reste tel quel. Relancer sans --read-only pour écrire.",
    disk_full: "Le disque est plein\u{a0}: le fichier du dossier reste tel quel. Libérer de la place et recommencer.",
    not_written: "Rien n'est écrit\u{a0}: ajouter --write pour écrire ces lignes dans le fichier.",
    unchanged: "Le fichier dit déjà cela\u{a0}: rien à écrire.",
    nothing_told: "Aucun score n'est donné\u{a0}: en donner un avec --present, --absent, --not-assessed, --pga ou --ptga.",
    not_understood: "La mise en forme du fichier ne permet pas de le modifier sans risque\u{a0}: il reste tel quel.",
    twice: "Deux entrées du fichier portent cette date ou ce nom\u{a0}: il reste tel quel. N'en garder qu'une.",
    would_harm: "La modification changerait autre chose ou perdrait un commentaire\u{a0}: le fichier reste tel quel.",
    by_hand: "À écrire à la main\u{a0}:",
    told_twice: |item| format!("`{item}` est donné deux fois\u{a0}: le donner présent, absent ou non évalué."),
    gone: |path| {
        format!(
            "{path} n'est plus là\u{a0}: rien n'a été écrit. Remettre le fichier à sa place, ou revenir à la liste, et recommencer."
        )
    },
    permission: |path| {
        format!(
            "Accès refusé à {path}\u{a0}: rien n'a été écrit. Demander à son propriétaire le droit d'écrire le fichier et son répertoire."
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
