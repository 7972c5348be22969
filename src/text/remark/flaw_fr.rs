use super::fr::instead;
use super::{Advice, say};
use crate::read::Flaw;

pub(super) fn flaw(flaw: &Flaw) -> Advice {
    match flaw {
        Flaw::NothingSaid => {
            say("Le fichier ne dit rien.", "`regards guidelines example` écrit une recommandation pour commencer.")
        }
        Flaw::ManyGuidelines => say(
            "Le fichier contient plusieurs documents.",
            "Écrire une recommandation par fichier\u{a0}: retirer ce `---`.",
        ),
        Flaw::AskedAsYesOrNo { fact } if fact == "class" => say(
            "`class` ne se répond pas par oui ou non.",
            "La demander par ses composantes\u{a0}: `class: [III, IV]`.",
        ),
        Flaw::AskedAsYesOrNo { fact } => say(
            format!("`{fact}` est un nombre, et `is` demande un oui ou un non."),
            "Le demander avec `at_least`, `above`, `at_most` ou `below`, et une limite avec son unité.",
        ),
        Flaw::AskedAsNumber { fact } if fact == "class" => {
            say("`class` n'est pas un nombre.", "La demander par ses composantes\u{a0}: `class: [III, IV]`.")
        }
        Flaw::AskedAsNumber { fact } => say(
            format!("`{fact}` se répond par oui ou non, pas par un nombre."),
            format!("Le demander avec `is: {fact}`."),
        ),
        Flaw::UnitOfFact { written, fact, known } => {
            say(format!("`{written}` n'est pas dans une unité de `{fact}`."), units(known))
        }
        Flaw::UnknownRegimen { written, known, nearest } => {
            say(format!("`{written}` n'est pas un schéma du formulaire."), instead(known, nearest.as_deref()))
        }
        Flaw::NamesNothing { key, written, known, .. } if known.is_empty() => say(
            format!("`{key}` nomme `{written}`, qui n'est pas dans ce fichier."),
            if key == "from" { "Inscrire d'abord la publication sous `further`." } else { "Le retirer." },
        ),
        Flaw::NamesNothing { key, written, known, nearest } => say(
            format!("`{key}` nomme `{written}`, qui n'est pas dans ce fichier."),
            instead(known, nearest.as_deref()),
        ),
        Flaw::UsedTwice { id } => {
            say(format!("L'identifiant `{id}` sert deux fois dans ce fichier."), "Donner à chaque entrée le sien.")
        }
        Flaw::TakenId { id } => say(
            format!("Une recommandation nommée `{id}` est déjà chargée."),
            "Donner un autre identifiant à celle-ci\u{a0}: celles du programme ne sont jamais remplacées.",
        ),
        Flaw::DoesNotLower { verdict } => say(
            format!("`drugs` ne peut qu'abaisser un médicament, et `{verdict}` ne l'abaisse pas."),
            "Écrire `caution`, `reserved` ou `avoid`\u{a0}; ce qui est recommandé se met sous `regimens`.",
        ),
        Flaw::IsComputed { verdict } => say(
            format!("`{verdict}` découle des données du patient\u{a0}; un énoncé ne peut pas le dire."),
            "Écrire ce qu'il dit à ceux dont il parle\u{a0}; un silence se met sous `silences`.",
        ),
        Flaw::NoNumber => say("L'énoncé n'a pas de numéro.", "Écrire celui de la recommandation, ou `unnumbered`."),
        Flaw::HalfChecked { key } => say(
            format!("`{key}` manque à côté."),
            "Qui a relu l'entrée et quand vont ensemble\u{a0}: écrire les deux, ou aucun.",
        ),
        Flaw::Unanswered { topics } => say(
            format!("Ni énoncé ni silence déclaré sur\u{a0}: {}.", topics.join(", ")),
            "Ajouter l'un ou l'autre pour chacun\u{a0}; si cela n'a pas été lu, le dire une fois pour tout le fichier sous `not_read`.",
        ),
        Flaw::Overdue { day } => say(
            format!("La relecture était prévue pour le {day}."),
            "Relire l'entrée avec sa source, et écrire la date de la suivante.",
        ),
    }
}

fn units(known: &[String]) -> String {
    match known {
        [only] if only.is_empty() => "C'est un compte\u{a0}: écrire le nombre seul.".to_owned(),
        known => format!("Écrire le nombre avec l'une de\u{a0}: {}.", known.join(", ")),
    }
}
