//! Une réunion passée, pas à pas ; un patient d'une réunion à l'autre.

use super::plural;
use crate::text::{HistoryWords, ReplayWords};

pub(super) const REPLAY: ReplayWords = ReplayWords {
    title: "La réunion telle qu'elle fut",
    key: "sa réunion",
    step: |at, all| format!("étape {at} sur {all}"),
    none_held: |day| format!("Rien n'est enregistré d'une réunion le {day}."),
    nothing_recomputed: "D'après le journal\u{a0}: rien n'est recalculé avec les règles d'aujourd'hui.",
    room: "La salle alors",
    case: "Dossier",
    no_case: "aucun dossier en cours",
    clock: "Chronomètre",
    opened: |title, chair, secretary| {
        format!("ouverte\u{a0}: {title}, présidée {}, secrétaire {secretary}", super::documents::by(chair))
    },
    opened_again: "rouverte",
    joined: |name, specialty, presence| format!("{name} arrive ({specialty}, {presence})"),
    left: |name| format!("{name} part"),
    declared: |name, interest| format!("{name} déclare\u{a0}: {interest}"),
    recused: |name, case| format!("{name} se récuse pour le dossier {case}"),
    returned: |name, case| format!("{name} participe de nouveau au dossier {case}"),
    added: |case, reason| format!("{case} est ajouté tardivement\u{a0}: {reason}"),
    turned: |case, mode| format!("{case} change de mode\u{a0}: {mode}"),
    budgeted: |case, time| format!("{case} peut durer {time}"),
    started: |case| format!("{case} commence"),
    resumed: |case| format!("{case} reprend"),
    paused: |case, clock| format!("{case} est suspendu à {clock}"),
    ended: |case, clock| format!("{case} est terminé après {clock}"),
    break_began: "début de la pause",
    break_ended: "fin de la pause",
    carried: |case, reason| format!("{case} est renvoyé à une autre réunion\u{a0}: {reason}"),
    closed: |length| format!("close après {length}"),
    decided: |case, outcome| format!("{case}\u{a0}: décision verrouillée, {outcome}"),
    amended: |case, outcome, reason| format!("{case}\u{a0}: décision amendée, {outcome} ({reason})"),
    postponed: |case, reason| format!("{case} est reporté\u{a0}: {reason}"),
    by: |actor| format!("enregistré {}", super::documents::by(actor)),
    there: "Présents",
    nobody: "personne encore",
    done: |n| plural(n, "dossier terminé", "dossiers terminés"),
    carried_over: |n| plural(n, "renvoyé", "renvoyés"),
    of_no_meeting: "Ceci n'appartient à aucune réunion.",
    nothing_behind: "Aucune décision n'a été verrouillée ici\u{a0}: tout ce qui est enregistré de cette étape est affiché.",
    editions: |editions| format!("lu avec {editions}"),
};

pub(super) const HISTORY: HistoryWords = HistoryWords {
    nothing: |of| format!("Rien n'est enregistré pour {of}."),
    joins: |cases| format!("Dossiers sous ce pseudonyme\u{a0}: {cases}. Deux patients peuvent le partager."),
    of_alias: |alias| format!("Historique de {alias}"),
    in_meeting: "réunion",
    after: "suite",
};
