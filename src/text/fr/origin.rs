use crate::text::OriginWords;

pub(super) const ORIGIN: OriginWords = OriginWords {
    title: "D'où\u{a0}vient-il\u{a0}?",
    figure: "donnée",
    inputs: "À partir de",
    criteria: "Critères",
    rule: "Règle",
    lacks: "Manque",
    notes: "À savoir",
    sources: "Source",
    nothing: "Rien dans le dossier n'en parle.",
    hcq_bands: "Sang total, ng/mL\u{a0}: <\u{a0}20 indétectable, <\u{a0}200 non pris, 200 à 749 sous la cible, 750 à 1149 cible, ≥\u{a0}1150 au-dessus (2025\u{a0}; 1200 en 2024).",
    epices_rule: "75,14 plus le coefficient de chaque oui, en centièmes\u{a0}; précarité à partir de 30,17 inclus. Une réponse manquante\u{a0}: pas de score.",
};
