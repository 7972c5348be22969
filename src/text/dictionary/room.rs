use super::{
    ALIAS, CASE, Column, DECISION, Kind, MEETING, Of, POSITION, View, code, column, day, json, list, moment, person,
    plain, whole, words,
};
use crate::domain::{Gathering, Mode, Position, Presence, QuorumStatus, Reach, Role, Specialty};

const SPECIALTY: Column = code("specialty", list!(Specialty), "spécialité", "specialty");
const PERSON: Column = person("person", "nom, s'il est consigné", "name, where it is recorded");
const CHARTER: Column = plain("charter", "édition de la charte", "edition of the charter");

pub(super) const VIEWS: &[View] = &[
    View {
        name: "meetings",
        means: ["une réunion, telle que dernièrement ouverte", "a meeting, as it was last opened"],
        of: Of::Meeting,
        order: &[],
        columns: &[
            MEETING,
            words("title", "nom de la réunion", "its name"),
            code("reach", list!(Reach), "portée", "how far it reaches"),
            code("gathering", list!(Gathering), "modalité", "how it is held"),
            words("place", "lieu", "where"),
            person("chair", "qui préside", "who chairs"),
            person("secretary", "qui consigne", "who takes down"),
            CHARTER,
            moment("opened_at", "première ouverture, en temps universel", "first opening, universal time"),
            moment("closed_at", "dernière clôture, en temps universel", "last close, universal time"),
            whole(
                "decisions",
                "",
                "décisions en vigueur prises ce jour-là",
                "decisions in force that were taken that day",
            ),
        ],
    },
    View {
        name: "attendance",
        means: ["une personne inscrite sur la feuille de présence", "somebody on the sheet of a meeting"],
        of: Of::Meeting,
        order: &["person"],
        columns: &[
            MEETING,
            PERSON,
            SPECIALTY,
            code("role", list!(Role), "rôle", "role"),
            words("centre", "centre", "centre"),
            code("presence", list!(Presence), "présence", "how they are there"),
            moment("joined_at", "arrivée, en temps universel", "when they came, universal time"),
            moment("left_at", "départ, en temps universel", "when they left, universal time"),
            whole("recusals", "", "récusations", "recusals"),
        ],
    },
    View {
        name: "passages",
        means: ["le passage d'un dossier en réunion", "a case at a meeting"],
        of: Of::Passage,
        order: &["case_id"],
        columns: &[
            MEETING,
            CASE,
            moment("started_at", "début, en temps universel", "when it was begun, universal time"),
            moment("ended_at", "fin, en temps universel", "when it was done with, universal time"),
            words("late_reason", "motif de l'ajout tardif", "why it came late"),
            words("carried_reason", "motif du renvoi à une autre réunion", "why it was carried over"),
        ],
    },
    View {
        name: "quorums",
        means: ["la salle au moment d'une décision en vigueur", "the room at the moment of a decision in force"],
        of: Of::Version("decision_id"),
        order: &[],
        columns: &[
            DECISION,
            CASE,
            ALIAS,
            day("held_on", "jour de la réunion qui a décidé", "day of the meeting that decided"),
            CHARTER,
            code("quorum", list!(QuorumStatus), "quorum (codes CI-SIS)", "quorum (CI-SIS codes)"),
            Column {
                codes: Some(list!(Specialty)),
                ..json(
                    "specialties",
                    "spécialités présentes et participantes",
                    "specialties that were there and took part",
                )
            },
            json("lacking", "ce que la règle demandait en plus", "what the rule asked for besides"),
            code("mode", list!(Mode), "discuté, ou seulement enregistré", "discussed, or only recorded"),
            plain("rule", "règle d'un dossier seulement enregistré", "rule of a case that was only recorded"),
            whole(
                "position",
                "",
                "rang de passage du dossier dans la réunion",
                "place in the order in which cases were begun",
            ),
            whole("seconds", "s", "durée du passage", "how long its clock had run"),
            whole("budget", "s", "durée prévue", "how long it might run"),
            json(
                "missing",
                "données demandées par une recommandation et absentes",
                "what guidelines asked for and the file did not say",
            ),
        ],
    },
    View {
        name: "positions",
        means: [
            "la position d'une spécialité, avant et après la discussion",
            "where a specialty stands, before and after the talk",
        ],
        of: Of::Version("decision_id"),
        order: &["position"],
        columns: &[
            DECISION,
            CASE,
            POSITION,
            SPECIALTY,
            PERSON,
            code("before", list!(Position), "avant la discussion", "before the talk"),
            code("after", list!(Position), "après la discussion", "after the talk"),
            words("words", "réserve, dans ses mots", "a reservation, in their words"),
        ],
    },
    View {
        name: "dissents",
        means: ["un désaccord consigné", "a disagreement that is on record"],
        of: Of::Version("decision_id"),
        order: &["position"],
        columns: &[
            DECISION,
            CASE,
            POSITION,
            SPECIALTY,
            PERSON,
            words("words", "ce qui serait fait à la place, et pourquoi", "what would be done instead, and why"),
            column(
                "minuted",
                Kind::Whole,
                ["1 si le compte rendu l'imprime, sinon 0", "1 where the minutes print it, else 0"],
            ),
        ],
    },
];
