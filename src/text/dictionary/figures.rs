use super::{
    ALIAS, CASE, CLASS, Column, DECISION, MEETING, Of, POSITION, View, code, day, list, moment, number, person, plain,
    whole,
};
use crate::domain::{CourseOutcome, Drug, Fulfilment, NotDone, Outcome, Sex, UseType};

const UPCR: Column = number(
    "upcr",
    "g/g",
    "UPCR\u{a0}; à défaut, protéinurie des 24 h en g",
    "UPCR; where there is none, 24 h protein in g",
);
const EGFR: Column = number("egfr", "mL/min/1.73 m²", "DFGe", "eGFR");

/// One where it is so, zero where it is not, nothing where that is not known.
const fn flag(name: &'static str, fr: &'static str, en: &'static str) -> Column {
    whole(name, "", fr, en)
}

pub(super) const VIEWS: &[View] = &[
    View {
        name: "profiles",
        means: [
            "une décision en vigueur, en chiffres\u{a0}: vide là où la valeur n'est pas connue",
            "a decision in force, in figures: empty where a value is not known",
        ],
        of: Of::Version("decision_id"),
        order: &[],
        columns: &[
            DECISION,
            CASE,
            ALIAS,
            MEETING,
            day(
                "held_on",
                "jour de la réunion qui a décidé, si une réunion était ouverte",
                "day of the meeting that decided, where one was open",
            ),
            moment("locked_at", "moment du verrouillage, en temps universel", "when it was locked, universal time"),
            code("outcome", list!(Outcome), "issue du passage en réunion", "how the case left the room"),
            CLASS,
            plain(
                "class_group",
                "groupe de classes\u{a0}: proliferative (III, IV), mixed_v, pure_v, i_ii, vi",
                "group of classes: proliferative (III, IV), mixed_v, pure_v, i_ii, vi",
            ),
            UPCR,
            EGFR,
            number("age", "years", "âge", "age"),
            code("sex", list!(Sex), "sexe", "sex"),
            number("weight", "kg", "poids", "weight"),
            whole("flares", "", "poussées rénales, celle-ci comprise", "kidney flares, this one included"),
            whole("failed_courses", "", "traitements en échec", "courses of treatment that failed"),
            whole(
                "prior_lines",
                "",
                "immunosuppresseurs différents reçus auparavant",
                "different immunosuppressants received until then",
            ),
            plain(
                "extrarenal",
                "atteintes extrarénales\u{a0}: none, mild, moderate_severe",
                "activity outside the kidney: none, mild, moderate_severe",
            ),
            plain(
                "pregnancy",
                "grossesse\u{a0}: none, wish (maintenant ou dans les deux ans), pregnant",
                "pregnancy: none, wish (now or within two years), pregnant",
            ),
            whole("activity_index", "", "indice d'activité du NIH, 0 à 24", "NIH activity index, 0 to 24"),
            whole("chronicity_index", "", "indice de chronicité du NIH, 0 à 12", "NIH chronicity index, 0 to 12"),
            person("centre", "centre du demandeur", "centre of the requester"),
            flag(
                "patient_view",
                "1 si le dossier dit ce que le patient souhaite ou refuse",
                "1 where the file said what the patient wishes or refuses",
            ),
            plain(
                "regimen",
                "immunosuppresseurs donnés, leurs codes joints par +",
                "immunosuppressants given, their codes joined by +",
            ),
            plain("started", "ceux que la décision débute", "those that the decision starts"),
            number(
                "steroid_start",
                "mg/d",
                "corticoïde oral au départ, en équivalent prednisone",
                "oral glucocorticoid at the start, of prednisone equivalent",
            ),
            number("steroid_start_kg", "mg/kg/d", "le même, par kilogramme", "the same, by kilogram"),
            flag(
                "pulse",
                "1 si de la méthylprednisolone intraveineuse est prescrite",
                "1 where intravenous methylprednisolone is ordered",
            ),
            number("steroid_m6", "mg/d", "prednisone prévue à M6", "prednisone planned at month 6"),
            number("hcq_kg", "mg/kg/d", "hydroxychloroquine", "hydroxychloroquine"),
            flag("raas", "1 si un bloqueur du SRAA est donné", "1 where a RAAS blocker is given"),
            flag("sglt2", "1 si un inhibiteur de SGLT2 est donné", "1 where an SGLT2 inhibitor is given"),
            flag("rebiopsy", "1 si une biopsie est demandée", "1 where a biopsy is asked for"),
        ],
    },
    View {
        name: "looks",
        means: [
            "un point de suivi d'une décision en vigueur, en chiffres",
            "a look back at a decision in force, in figures",
        ],
        of: Of::Version("decision_id"),
        order: &["months", "day"],
        columns: &[
            DECISION,
            CASE,
            ALIAS,
            day("day", "jour du point de suivi", "day of the look back"),
            whole("months", "months", "mois après la décision", "months after the decision"),
            code(
                "fulfilment",
                list!(Fulfilment),
                "mise en œuvre de la décision",
                "how far the decision was carried out",
            ),
            code(
                "reason",
                list!(NotDone),
                "pourquoi elle n'a pas été suivie, ou pas entièrement",
                "why it was not carried out, or not wholly",
            ),
            code("outcome", list!(CourseOutcome), "évolution rénale", "what came of it for the kidney"),
            UPCR,
            EGFR,
            whole("sledai", "points", "SLEDAI-2K", "SLEDAI-2K"),
            number("steroid", "mg/d", "prednisone", "prednisone"),
        ],
    },
    View {
        name: "uses",
        means: [
            "à quel titre une décision en vigueur utilise un médicament",
            "under which label status a decision in force uses a drug",
        ],
        of: Of::Version("decision_id"),
        order: &["position"],
        columns: &[
            DECISION,
            CASE,
            ALIAS,
            POSITION,
            code("drug", list!(Drug), "médicament", "drug"),
            code("title", list!(UseType), "titre", "title"),
        ],
    },
];
