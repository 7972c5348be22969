use crate::text::LiveWords;

pub(super) const LIVE: LiveWords = LiveWords {
    lead: "projeter",
    leads: "projeté",
    leading: "L'écran de la salle suit ce poste, identités masquées.",
    lead_ended: "L'écran de la salle ne suit plus ce poste.",
    screen: "écran de la salle",
    scroll: "défiler",
    large: "grands caractères",
    was: |value| format!("avant\u{a0}: {value}"),
    large_state: "grand",
    now_large: "Le dossier et la relecture sont en grands caractères.",
    no_longer_large: "Le dossier et la relecture ne sont plus en grands caractères.",
    many_rows: |rows, key| {
        format!(
            "{rows}\u{a0}lignes sur cet écran\u{a0}: à quatre hauteurs d'image, le dernier rang en lit 26 au plus. Agrandir la police, ou {key} pour les grands caractères."
        )
    },
    rows_beyond: |rows, most| format!("{rows}\u{a0}lignes\u{a0}> {most}"),
    agreed: "La salle est-elle d'accord avec ce texte\u{a0}?",
    lead_taken: |by, key| format!("L'écran de la salle suit maintenant le poste de {by}. {key} pour le reprendre."),
    nobody: |key| format!("Aucun poste n'est projeté. {key} sur le poste de la présidence\u{a0}: cet écran le suit."),
    unreadable: "Le poste projeté emploie une autre version du programme\u{a0}: installer la même version ici.",
    no_case: |case| {
        format!(
            "Le dossier {case} n'est pas parmi les fichiers de cet écran. Le relancer avec le même répertoire de dossiers que le poste projeté."
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
            "Décision verrouillée entre-temps {}. Votre texte reste en brouillon\u{a0}; une correction se fait par un amendement.",
            super::documents::by(by)
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
