use crate::domain::IdentityStatus;
use crate::text::IdentityWords;

pub(super) const fn status(status: IdentityStatus) -> &'static str {
    match status {
        IdentityStatus::Provisional => "provisoire",
        IdentityStatus::Retrieved => "récupérée",
        IdentityStatus::Validated => "validée",
        IdentityStatus::Qualified => "qualifiée",
    }
}

pub(super) const IDENTITY: IdentityWords = IdentityWords {
    title: "Identité",
    key: "identité",
    no_file: "Aucun fichier d'identités n'est donné\u{a0}: relancer avec --identities FICHIER.",
    hidden: "Identités masquées dans cette session\u{a0}: la fiche d'identité ne s'ouvre pas.",
    none: "Le fichier d'identités ne connaît ni ce dossier ni cet alias.",
    differs: "L'identité inscrite n'a pas le sexe ou la naissance de ce dossier\u{a0}: elle n'est pas montrée. Vérifier le fichier d'identités.",
    birth_name: "Nom de naissance",
    used_name: "Nom utilisé",
    first_names: "Prénoms",
    birth_date: "Naissance",
    sex: "Sexe",
    birth_place: "Lieu (INSEE)",
    ipp: "IPP",
    status: "Statut",
    ins: "INS",
    ins_unused: "non utilisée\u{a0}: l'identité n'est pas qualifiée",
    only_here: "Rien de cette fiche n'est enregistré\u{a0}; seul un document demandé avec --identity la porte.",
    refused: |path| {
        format!("Le fichier d'identités a des erreurs\u{a0}: `regards identities check {path}` dit lesquelles.")
    },
    open_to_others: |path| {
        format!(
            "D'autres que vous peuvent lire {path}\u{a0}: il n'est pas lu. Lancer `chmod 600 {path}` et recommencer."
        )
    },
    unreadable: |path, why| format!("{path} ne peut pas être lu ({why}). Vérifier le chemin et les droits."),
    files: |count| if count < 2 { format!("{count} fichier") } else { format!("{count} fichiers") },
    aged: |date, years| if years < 2 { format!("{date} ({years} an)") } else { format!("{date} ({years} ans)") },
};
