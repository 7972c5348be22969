//! What is said about a file of identities; nothing of an identity is repeated.

use super::{Advice, say};
use crate::domain::IdentityFlaw;
use crate::text::{Lang, words};

pub(super) fn fr(flaw: &IdentityFlaw) -> Advice {
    match flaw {
        IdentityFlaw::NothingSaid => {
            say("Le fichier ne dit rien.", "`regards identities example` écrit un fichier d'identités à remplir.")
        }
        IdentityFlaw::ManyDocuments => say(
            "Le fichier contient plusieurs documents.",
            "Écrire toutes les identités sous le même `patients`\u{a0}: retirer ce `---`.",
        ),
        IdentityFlaw::Nobody => say(
            "Cette identité n'est celle d'aucun dossier.",
            "Écrire le numéro du dossier (`case`) ou l'alias (`alias`).",
        ),
        IdentityFlaw::UsedTwice { of } => say(
            format!("`{of}` a déjà une identité plus haut."),
            "N'en garder qu'une\u{a0}; deux patients aux mêmes initiales se distinguent par le numéro du dossier (`case`).",
        ),
        IdentityFlaw::NotYetBorn => say("Cette date de naissance est dans l'avenir.", "Vérifier l'année."),
        IdentityFlaw::InsNotQualified { status } => say(
            format!(
                "L'INS ne sera pas utilisée\u{a0}: l'identité est {}, et non qualifiée.",
                words(Lang::Fr).label(*status)
            ),
            "Qualifier l'identité, ou retirer l'INS.",
        ),
        IdentityFlaw::TraitsLack { keys } => say(
            format!("Une identité qualifiée a cinq traits stricts\u{a0}; il manque\u{a0}: {}.", keys.join(", ")),
            "Les écrire, ou changer le statut.",
        ),
    }
}

pub(super) fn en(flaw: &IdentityFlaw) -> Advice {
    match flaw {
        IdentityFlaw::NothingSaid => {
            say("The file says nothing.", "`regards identities example` writes a file of identities to fill in.")
        }
        IdentityFlaw::ManyDocuments => say(
            "The file holds more than one document.",
            "Write all identities under one `patients`: remove this `---`.",
        ),
        IdentityFlaw::Nobody => {
            say("This identity belongs to no case.", "Write the number of the case (`case`) or the alias (`alias`).")
        }
        IdentityFlaw::UsedTwice { of } => say(
            format!("`{of}` has an identity above already."),
            "Keep one of them; two patients with the same initials are told apart by the case number (`case`).",
        ),
        IdentityFlaw::NotYetBorn => say("This date of birth lies in the future.", "Check the year."),
        IdentityFlaw::InsNotQualified { status } => say(
            format!("The INS will not be used: the identity is {}, not qualified.", words(Lang::En).label(*status)),
            "Qualify the identity, or remove the INS.",
        ),
        IdentityFlaw::TraitsLack { keys } => say(
            format!("A qualified identity has five strict traits; these lack: {}.", keys.join(", ")),
            "Write them, or change the status.",
        ),
    }
}
