//! How a decision is reached, and what the room hears before it accepts.

use crate::domain::UseType;
use crate::text::DeliberationWords;

pub(super) const DELIBERATION: DeliberationWords = DeliberationWords {
    agreement: "Accord",
    confidence: "Degré de confiance",
    patient_question: "Question à poser à la patiente ou au patient",
    teller: "Qui l'annonce",
    tell_by: "Annonce avant le",
    tell_by_hint: "AAAA-MM-JJ, ou 8j pour huit jours",
    optional: "facultatif",
    use_of: |drug| format!("Cadre d'emploi\u{a0}: {drug}"),
    proposed: |agreement| format!("les positions disent\u{a0}: {agreement}"),
    reason_words: "lettres\u{a0}: précision",
    reason_words_missing: |guideline| {
        format!("«\u{a0}Autre\u{a0}» ne dit rien seul\u{a0}: préciser l'écart à {guideline}.")
    },
    tell_unreadable: "La date d'annonce ne se lit pas\u{a0}: écrire 2027-02-26, ou 8 j.",
    tell_past: "La date d'annonce est passée.",
    choose_or_leave: "↑ ↓ pour choisir, facultatif",
    awaited: |datum, from| {
        if from.is_empty() { format!("attendu\u{a0}: {datum}") } else { format!("attendu\u{a0}: {datum} ({from})") }
    },
    positions: "Positions",
    positions_key: "positions",
    back_to_form: "formulaire",
    before: "Avant",
    after: "Après",
    agree: "d'accord",
    unsure: "hésite",
    disagree: "désaccord",
    abstain: "abstention",
    dissent: "désaccord formel",
    named: "nommé",
    not_named: "sans nom",
    minuted: "au compte rendu",
    not_minuted: "hors compte rendu",
    silent_round: "TOUR SILENCIEUX",
    silent_begin: "tour silencieux",
    silent_end: "montrer les avis",
    given: |given, all| format!("{given} sur {all} donnés"),
    said: "donné",
    waiting: "attendu",
    dissent_prompt: |whose| format!("Ce que {whose} ferait à la place"),
    by_specialty: "Aucune présence n'est relevée\u{a0}: une ligne par spécialité.",
    name_key: "nommer ou non",
    minute_key: "au compte rendu",
    dissents: "Désaccords formels",
    no_voice: "Personne ne s'est encore prononcé.",
    quorum_reached: |present| format!("quorum ✓ {present}"),
    quorum_lacks: |missing| format!("AVIS DE STAFF, QUORUM NON ATTEINT\u{a0}: manque {missing}"),
    quorum_unknown: "Aucune réunion n'est ouverte\u{a0}: quorum non connu.",
    quorum_was_unknown: "Aucune réunion n'était ouverte\u{a0}: quorum non connu.",
    more_specialties: |n| if n == 1 { "une spécialité".to_owned() } else { format!("{n} spécialités") },
    or: " ou ",
    staff_opinion: "Avis de staff, quorum non atteint",
    comes_back: "Le dossier reviendra à la réunion\u{a0}: il entre dans la liste à faire.",
    not_unanimous: "L'unanimité est notée, et quelqu'un est en désaccord.",
    no_teller: "Personne n'est désigné pour l'annoncer à la patiente ou au patient.",
    no_next: "Aucune date n'est prévue pour revoir le dossier.",
    tells: |who| format!("Annonce\u{a0}: {who}"),
    tells_by: |who, day| format!("Annonce\u{a0}: {who}, avant le {day}"),
    signed_before: "La version signée est modifiée\u{a0}: celle-ci sera de nouveau à signer.",
    gaps: "À ne pas oublier",
    uses: "Cadre d'emploi",
    looked_at_again: "À revoir le",
    asked_of_patient: "Question à poser",
    none_dissents: "Aucun désaccord formel.",
    previous: |day| format!("Décision précédente, {day}"),
    seen_before: |day, what| format!("déjà vu le {day}\u{a0}: {what}"),
    previous_key: "décision précédente",
    no_previous: "Ce dossier n'a pas de décision précédente.",
};

pub(super) fn use_type(entry: UseType) -> &'static str {
    match entry {
        UseType::InLabel => "dans l'AMM",
        UseType::OffLabel => "hors AMM",
        UseType::EarlyAccess => "accès précoce ou compassionnel",
        UseType::Trial => "essai",
    }
}
