use super::{
    ACTOR, ALIAS, AT, CASE, CLASS, Column, DECISION, GUIDELINE, MEETING, Of, POSITION, QUESTION, SEQ, SET, View, code,
    day, json, list, moment, plain, whole, words,
};
use crate::domain::{
    Comparison, DepartureReason, Drug, Intention, LineKind, Measure, OrderUnit, Outcome, Per, Reading, Route,
};

const ID: Column = plain("id", "identifiant de cette version", "id of this version");
const VERSION: Column = whole(
    "version",
    "",
    "1 pour la première, puis un de plus par amendement",
    "1 for the first, one more for each amendment",
);
const UPCR: Column = plain("upcr", "UPCR tel qu'affiché, avec son unité", "UPCR as shown, with its unit");
const EGFR: Column = plain("egfr", "DFGe tel qu'affiché, avec son unité", "eGFR as shown, with its unit");
const OUTCOME: Column = code("outcome", list!(Outcome), "issue du passage en réunion", "how the case left the room");
const RATIONALE: Column = words("rationale", "motifs de la décision", "reasons of the decision");
const NEXT: Column = day("next_date", "date du prochain point sur le dossier", "when the case is looked at again");
const LOCKED: Column =
    moment("locked_at", "moment du verrouillage, en temps universel", "when it was locked, universal time");
const LINE: Column = code("kind", list!(LineKind), "ce qui est fait du médicament", "what is done with the drug");
const DRUG: Column =
    code("drug", list!(Drug), "médicament, s'il est connu du programme", "drug, where the program knows it");
const LINE_WORDS: Column =
    words("words", "dose, voie, rythme, ou la ligne entière", "dose, route, schedule, or the whole line");

pub(super) const VIEWS: &[View] = &[
    View {
        name: "decisions",
        means: ["une décision en vigueur, dans sa dernière version", "a decision in force, in its current version"],
        of: Of::Version("id"),
        order: &[],
        columns: &[
            ID, VERSION, CASE, ALIAS, MEETING, QUESTION, CLASS, UPCR, EGFR, OUTCOME, RATIONALE, NEXT, LOCKED, ACTOR,
            SET, SEQ,
        ],
    },
    View {
        name: "decision_history",
        means: [
            "une version d'une décision, et pourquoi elle en remplace une autre",
            "a version of a decision, and why it replaces another",
        ],
        of: Of::Version("id"),
        order: &[],
        columns: &[
            SET,
            VERSION,
            ID,
            whole(
                "is_current",
                "",
                "1 si aucune version ne la remplace, sinon 0",
                "1 where no version replaces it, else 0",
            ),
            plain("supersedes", "identifiant de la version remplacée", "id of the version it replaces"),
            words("amend_reason", "motif de l'amendement", "why it was amended"),
            CASE,
            ALIAS,
            MEETING,
            QUESTION,
            CLASS,
            UPCR,
            EGFR,
            OUTCOME,
            RATIONALE,
            NEXT,
            LOCKED,
            ACTOR,
            SEQ,
        ],
    },
    View {
        name: "decision_lines",
        means: [
            "une ligne de traitement ou d'action d'une décision en vigueur",
            "a line of treatment or action of a decision in force",
        ],
        of: Of::Version("decision_id"),
        order: &["position"],
        columns: &[DECISION, CASE, ALIAS, MEETING, OUTCOME, POSITION, LINE, DRUG, LINE_WORDS],
    },
    View {
        name: "orders",
        means: ["ce qu'une ligne prescrit, tel que compris", "what a line orders, as it was understood"],
        of: Of::Version("decision_id"),
        order: &["position"],
        columns: &[
            DECISION,
            CASE,
            POSITION,
            LINE,
            DRUG,
            LINE_WORDS,
            code(
                "intention",
                list!(Intention),
                "ce qui est fait, ou l'alternative",
                "what is done, or an alternative to it",
            ),
            plain("branch", "branche dont la ligne dépend, p. ex. B1", "branch it hangs on, e.g. B1"),
            plain(
                "amount",
                "dose telle qu'écrite\u{a0}; borne basse d'un intervalle",
                "dose as written; lower end of a range",
            ),
            plain("most", "borne haute d'un intervalle", "upper end of a range"),
            code("unit", list!(OrderUnit), "unité de la dose", "unit of the dose"),
            code("per", list!(Per), "durée à laquelle la dose se rapporte", "what the dose is counted over"),
            code("route", list!(Route), "voie d'administration", "route"),
            json("detail", "rythme, paliers, durée, mots non compris", "rhythm, steps, duration, words not understood"),
        ],
    },
    View {
        name: "branches",
        means: [
            "une partie de la décision qui dépend d'une condition",
            "a part of a decision that holds only if something happens",
        ],
        of: Of::Version("decision_id"),
        order: &["position"],
        columns: &[
            DECISION,
            CASE,
            ALIAS,
            POSITION,
            plain("branch", "nom de la branche\u{a0}: B1, B2…", "name of the branch: B1, B2…"),
            words("condition", "condition, telle que dite", "condition, as said"),
            code("measure", list!(Measure), "mesure ou événement, si compris", "measure or event, where understood"),
            day("due", "jour où la condition est examinée", "day on which it is looked at"),
            words(
                "then_do",
                "suite\u{a0}: re-present, line, ou les mots",
                "what follows: re-present, line, or the words",
            ),
        ],
    },
    View {
        name: "targets",
        means: ["un objectif thérapeutique d'une décision en vigueur", "a target of a decision in force"],
        of: Of::Version("decision_id"),
        order: &["position"],
        columns: &[
            DECISION,
            CASE,
            ALIAS,
            POSITION,
            words("what", "mesure, médicament, ou les mots", "a measure, a drug, or the words"),
            code("comparison", list!(Comparison), "sens de la comparaison", "how it should stand to the amount"),
            plain("amount", "valeur telle qu'écrite", "amount as written"),
            plain("unit", "unité de la valeur", "unit of the amount"),
            day("due", "échéance", "by when"),
        ],
    },
    View {
        name: "concordance",
        means: [
            "lecture d'une décision en vigueur face à une recommandation",
            "how a decision in force reads against a guideline",
        ],
        of: Of::Version("decision_id"),
        order: &["guideline"],
        columns: &[
            DECISION,
            CASE,
            ALIAS,
            MEETING,
            CLASS,
            GUIDELINE,
            plain("edition", "édition lue, p. ex. 2024", "edition that was read, e.g. 2024"),
            code("reading", list!(Reading), "lecture", "reading"),
            json("statements", "énoncés sur lesquels elle repose", "statements it rests on"),
            code(
                "departure_reasons",
                list!(DepartureReason),
                "motifs de l'écart, séparés par des virgules",
                "reasons for departing, with commas between",
            ),
        ],
    },
    View {
        name: "postponements",
        means: ["un dossier reporté sans être discuté", "a case put off undiscussed"],
        of: Of::Case("meeting"),
        order: &["event_seq"],
        columns: &[CASE, ALIAS, MEETING, words("reason", "motif du report", "why it was put off"), AT, ACTOR, SEQ],
    },
    View {
        name: "hypotheses",
        means: [
            "une hypothèse consignée par la réunion\u{a0}: jamais une décision",
            "a what-if that the room recorded: never a decision",
        ],
        of: Of::Case("meeting"),
        order: &["event_seq"],
        columns: &[
            CASE,
            ALIAS,
            MEETING,
            COMPUTED,
            QUESTION,
            words("remark", "pourquoi elle est consignée", "why it was recorded"),
            whole(
                "changed_cells",
                "",
                "cellules du tableau qui diraient autre chose",
                "cells of the table that would say something else",
            ),
            AT,
            ACTOR,
            SEQ,
        ],
    },
    View {
        name: "hypothesis_facts",
        means: ["un fait supposé autrement", "a fact that was supposed otherwise"],
        of: Of::Case("day"),
        order: &["event_seq", "position"],
        columns: &[
            CASE,
            ALIAS,
            COMPUTED,
            POSITION,
            plain("fact", "fait, p. ex. class, proteinuria", "fact, e.g. class, proteinuria"),
            plain("truth", "ce que dit le dossier", "what the case says"),
            plain("supposed", "ce qui est supposé", "what was supposed"),
            SEQ,
        ],
    },
    View {
        name: "hypothesis_cells",
        means: ["une cellule qui dirait autre chose", "a cell that would say something else"],
        of: Of::Case("day"),
        order: &["event_seq", "position"],
        columns: &[
            CASE,
            ALIAS,
            COMPUTED,
            POSITION,
            plain("topic", "ligne du tableau, p. ex. initial_therapy", "row of the table, e.g. initial_therapy"),
            GUIDELINE,
            plain("before", "verdict tel que le dossier le donne", "verdict as the case gives it"),
            plain("after", "verdict dans l'hypothèse", "verdict that was supposed"),
            SEQ,
        ],
    },
];

const COMPUTED: Column = day("day", "jour pour lequel tout est calculé", "day everything was computed for");
