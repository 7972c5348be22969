use crate::domain::SledaiItem;
use crate::text::ScoresEntryWords;

pub(super) const SCORES_ENTRY: ScoresEntryWords = ScoresEntryWords {
    title: "Saisie des scores",
    key: "scores",
    new_visit: "nouvelle visite",
    corrected_visit: "correction de la visite",
    page_sledai: "SLEDAI-2K",
    page_assessments: "Évaluations",
    page_symptoms: "Symptômes de type 2",
    page_epices: "EPICES",
    page_damage: "Dommages (SDI)",
    digits_month: "taper le mois (AAAAMM)",
    reviewed: "Revu le (←→ aujourd'hui)",
    answers_missing: |missing| {
        let answers = if missing > 1 { "réponses manquent" } else { "réponse manque" };
        format!("{missing} {answers}\u{a0}: pas de score, et rien n'en est écrit")
    },
    digits_items: "1 présent, 0 absent",
    digits_line: "chiffres\u{a0}: mm sur la ligne",
    digits_scale: "chiffres\u{a0}: 0 à 10",
    system,
    not_assessed: |items| if items > 1 { format!("{items} non évalués") } else { format!("{items} non évalué") },
    line: "Longueur de la ligne",
    pga: "PGA (médecin, 0 à 3)",
    ptga: "PtGA (patient, 0 à 100)",
    best: "nul",
    worst: "maximal",
    visit_title: "Visite",
    sle_das_title: "SLE-DAS",
    marked: |mm, length| format!("{mm}\u{a0}mm sur {length}\u{a0}mm"),
    new_activity: "Activité nouvelle depuis la visite précédente",
    standard_treatment: "Traitement standard, toléré",
    haemolysis: "Anémie hémolytique active",
    gut: "Atteinte digestive active",
    cardiopulmonary: "Atteinte cardiaque ou pulmonaire active",
    swollen_joints: "Articulations gonflées sur 28",
    rash: "Éruption inflammatoire",
    cutaneous_vasculitis: "Vascularite cutanée",
    systemic_vasculitis: "Vascularite systémique",
    neuropsychiatric: "Atteinte neuropsychiatrique",
    serositis: "Sérite",
    nothing_entered: "Rien n'est saisi\u{a0}: il n'y a rien à écrire.",
    visit_stays: "La visite ne peut pas être changée\u{a0}: une saisie est en cours, ou le dossier n'a pas d'autre visite.",
    not_written: "La saisie n'est pas écrite. Échap encore pour sortir\u{a0}; elle reste jusqu'à ce qu'elle soit écrite ou reprise.",
    entry_kept: "Rien n'est écrit\u{a0}; la saisie est gardée tant que le programme tourne.",
    show: "relire",
    change: "changer",
    other_visit: "autre visite",
    page: "page",
    previous_page: "page précédente",
    not_stated: "non précisé",
    restore: "comme au dossier",
    restore_all: "tout comme au dossier",
    write: "écrire",
    preview: "Sera écrit",
    follows: "Ce qui en découle",
    nothing_follows: "Aucun chiffre et aucune case des recommandations ne change.",
    was: "avant",
    by_hand: "Rien n'est écrit. À écrire à la main (e sur le dossier ouvre le fichier)\u{a0}:",
    not_understood: "Le fichier est écrit d'une façon qui ne peut pas être modifiée sans risque.",
    twice: "Deux entrées du fichier portent cette date.",
    unsafe_edit: "Le fichier modifié dirait autre chose, ou perdrait un commentaire.",
    unreadable: "Avec ces lignes le fichier ne pourrait plus être lu\u{a0}: rien n'est écrit.",
};

/// The organ system of an item.
fn system(item: SledaiItem) -> &'static str {
    use SledaiItem as I;
    match item {
        I::Seizure | I::Psychosis | I::OrganicBrain | I::Visual | I::CranialNerve | I::LupusHeadache | I::Cva => {
            "système nerveux"
        }
        I::Vasculitis => "vaisseaux",
        I::Arthritis | I::Myositis => "articulations, muscle",
        I::Casts | I::Haematuria | I::Proteinuria | I::Pyuria => "rein",
        I::Rash | I::Alopecia | I::MucosalUlcers => "peau, muqueuses",
        I::Pleurisy | I::Pericarditis => "séreuses",
        I::LowComplement | I::AntiDsdna => "immunologie",
        I::Fever => "général",
        I::Thrombocytopenia | I::Leukopenia => "sang",
    }
}
