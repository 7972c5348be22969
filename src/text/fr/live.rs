use crate::text::LiveWords;

pub(super) const LIVE: LiveWords = LiveWords {
    lead: "projeter",
    leads: "projeté",
    leading: "L'écran de la salle suit ce poste, identités masquées.",
    lead_ended: "L'écran de la salle ne suit plus ce poste.",
    screen: "écran de la salle",
    scroll: "défiler",
    agreed: "La salle est-elle d'accord avec ce texte\u{a0}?",
    lead_taken: |by, key| format!("L'écran de la salle suit maintenant le poste de {by}. {key} pour le reprendre."),
    nobody: |key| format!("Aucun poste n'est projeté. {key} sur le poste de la présidence\u{a0}: cet écran le suit."),
    unreadable: "Le poste projeté emploie une autre version du programme\u{a0}: installer la même version ici.",
    no_case: |case| {
        format!(
            "Le dossier {case} n'est pas parmi les fichiers de cet écran. Le relancer avec le même dossier de cas que le poste projeté."
        )
    },
    other_day: |by, day, here| {
        format!(
            "Le poste de {by} a été projeté pour le {day}\u{a0}; cet écran calcule pour le {here}. Si la réunion est bien celle du {day}, le relancer avec --date."
        )
    },
    draft_taken: |by, parts| format!("Repris de l'autre poste ({by})\u{a0}: {parts}."),
    locked_meanwhile: |by| {
        format!(
            "Décision verrouillée entre-temps par {by}. Votre texte reste en brouillon\u{a0}; une correction se fait par un amendement."
        )
    },
    outcome: "issue",
    lines: "lignes",
    rationale: "justification",
    departures: "motif d'écart",
    next: "prochaine échéance",
    amendment: "motif de l'amendement",
    deliberation: "accord, positions, annonce au patient",
};
