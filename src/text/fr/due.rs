//! What is due.

use crate::text::DueWords;

pub(super) const DUE: DueWords = DueWords {
    title: "À faire",
    key: "à faire",
    nothing: "Rien n'est à faire.",
    count: |n| format!("{n} à faire"),
    since: "Depuis",
    what: "Quoi",
    act: "Faire",
    act_key: "le faire",
    sign: "signer la décision",
    tell: "annoncer la décision (personne n'est désigné)",
    tell_who: |who| format!("annoncer la décision ({who})"),
    follow: |months| format!("suivi à {months} mois"),
    action: |what| format!("action\u{a0}: {what}"),
    action_of: |what, owner| format!("action\u{a0}: {what} ({owner})"),
    come_back: "représenter\u{a0}: la date est venue",
    without_quorum: |missing| format!("représenter\u{a0}: avis de staff, quorum non atteint (manque {missing})"),
    without_quorum_short: "avis de staff",
    branch: |id, words| format!("représenter\u{a0}: vérifier {id}, {words}"),
    met: |id, words| format!("représenter\u{a0}: {id} remplie d'après le dossier, {words}"),
    finish: |author| format!("finir la décision commencée {}", super::documents::by(author)),
    not_on_agenda: "Ce dossier n'est pas parmi les fichiers ouverts\u{a0}: l'ouvrir depuis son répertoire.",
    not_in_list: |written, known| format!("«\u{a0}{written}\u{a0}» n'est pas dans la liste\u{a0}: {known}."),
    no_such_action: |n, all| format!("La décision a {all} action(s)\u{a0}: il n'y a pas d'action {n}."),
    kind,
    all_kinds: "tout",
    next_kind: "catégorie",
    previous_kind: "catégorie précédente",
    unsigned_of: |day, n| match n {
        1 => format!("compte rendu du {day}\u{a0}: 1 décision à signer"),
        n => format!("compte rendu du {day}\u{a0}: {n} décisions à signer"),
    },
    shown_of: |n| format!("les {n} plus anciens seulement"),
    kinds_are: |written, known| format!("«\u{a0}{written}\u{a0}» n'est pas une catégorie\u{a0}: {known}."),
};

fn kind(code: &str) -> &'static str {
    match code {
        "sign" => "à signer",
        "tell" => "à annoncer",
        "follow-up" => "suivi",
        "action" => "action",
        "branch" => "branche",
        "present-again" => "retour",
        "draft" => "brouillon",
        _ => "",
    }
}
