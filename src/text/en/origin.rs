use crate::text::OriginWords;

pub(super) const ORIGIN: OriginWords = OriginWords {
    title: "From what?",
    figure: "figure",
    inputs: "Made from",
    criteria: "Criteria",
    rule: "Rule",
    lacks: "Missing",
    notes: "To know",
    sources: "Source",
    nothing: "Nothing in the case file says anything of it.",
    hcq_bands: "Whole blood, ng/mL: < 20 undetectable, < 200 not taken, 200 to 749 below target, 750 to 1149 target, ≥ 1150 above (2025; formerly 1200, 2024).",
    epices_rule: "75.14 plus the coefficient of each yes, in hundredths; deprived from 30.17, included. One missing answer: no score.",
};
