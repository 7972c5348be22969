use crate::text::EncryptionWords;

pub(super) const ENCRYPTION: EncryptionWords = EncryptionWords {
    asked: |path| format!("Phrase secrète de {path}\u{a0}: "),
    new: |path| format!("Phrase secrète à donner à {path}\u{a0}: "),
    again: "Encore une fois\u{a0}: ",
    differ: "Les deux phrases diffèrent\u{a0}: rien n'a été fait. Recommencer.",
    unusable: "Une phrase secrète compte au moins un caractère et tient sur une ligne, sans caractère de contrôle.",
    given_up: "Pas de phrase secrète\u{a0}: rien n'a été fait.",
    no_terminal: "Il faut la phrase secrète et il n'y a pas de terminal pour la demander\u{a0}: la donner avec --passphrase-file FICHIER.",
    key_refused: "Cette phrase secrète ne peut pas servir\u{a0}: rien n'a été changé. En choisir une autre.",
    wrong: |path| {
        format!(
            "La phrase secrète n'ouvre pas {path}, ou ce fichier n'est pas une base chiffrée\u{a0}: rien n'a été changé. Vérifier l'une et l'autre, puis recommencer."
        )
    },
    not_opened: |path| {
        format!(
            "{path} n'est pas une base de données en clair\u{a0}: vérifier le chemin\u{a0}; si elle est chiffrée, donner sa phrase secrète dans un terminal ou avec --passphrase-file."
        )
    },
    open_to_others: |path| {
        format!(
            "D'autres que vous peuvent lire {path}\u{a0}: la phrase secrète n'y est pas lue. Lancer `chmod 600 {path}` et recommencer."
        )
    },
    unreadable: |path, why| {
        format!("La phrase secrète ne peut pas être lue dans {path} ({why}). Vérifier le chemin et les droits.")
    },
    is_plain: |path| {
        format!(
            "{path} existe déjà et n'est pas chiffrée\u{a0}: `regards backup --encrypt COPIE` en fait une copie chiffrée\u{a0}; rien n'a été changé."
        )
    },
};
