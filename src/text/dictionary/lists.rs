use super::{CASE, DECISION, Of, View, code, day, list, person, plain, words};
use crate::domain::{Reach, Sex};

/// What BaMaRa is told of a meeting's activity (rcp.md 1.2): one row a case that was decided at a meeting.
pub const ACTIVITIES: View = View {
    name: "bamara",
    means: [
        "une activité de RCP à saisir dans BaMaRa\u{a0}: un dossier décidé en réunion",
        "an activity to enter in BaMaRa: a case that was decided at a meeting",
    ],
    of: Of::Export,
    order: &[],
    columns: &[
        plain(
            "local_id",
            "numéro du dossier\u{a0}; l'IPP si les identités sont demandées",
            "number of the case; the institution's number where identities are asked for",
        ),
        day("date", "jour de la réunion", "day of the meeting"),
        code(
            "context_code",
            |words| vec![("ORG-198", words.export.context_local), ("ORG-199", words.export.context_wide)],
            "contexte d'activité, selon la portée de la réunion\u{a0}; vide si aucune réunion n'était ouverte",
            "context of activity, by the meeting's reach; empty where no meeting was open",
        ),
        plain("context", "libellé du contexte", "the context's label"),
        plain(
            "objective_code",
            "objectif (MED-097, ORG-046 à ORG-049)\u{a0}: toujours vide, l'enregistrement ne le dit pas",
            "objective (MED-097, ORG-046 to ORG-049): always empty, the record does not say it",
        ),
        plain("objective", "libellé de l'objectif\u{a0}: toujours vide", "the objective's label: always empty"),
        words("place", "lieu de la réunion", "where the meeting was held"),
        plain(
            "professions",
            "spécialités présentes et participantes, séparées par des points-virgules\u{a0}; les professions au sens de BaMaRa ne sont pas enregistrées",
            "specialties that were there and took part, with semicolons between; professions in BaMaRa's sense are not recorded",
        ),
        code("reach", list!(Reach), "portée de la réunion", "how far the meeting reaches"),
        DECISION,
    ],
};

/// Who the patients are: only where that is asked for.
pub const PATIENTS: View = View {
    name: "patients",
    means: [
        "l'identité d'un patient, seulement si elle est demandée",
        "who a patient is, only where that is asked for",
    ],
    of: Of::Export,
    order: &[],
    columns: &[
        CASE,
        plain("identity_status", "degré de certitude de l'identité", "how far the identity is vouched for"),
        person("ipp", "numéro de l'établissement", "the institution's number"),
        person(
            "birth_name",
            "nom de naissance\u{a0}; seulement si l'identité est qualifiée, comme tout ce qui suit",
            "name at birth; only of a qualified identity, as all that follows",
        ),
        person("used_name", "nom utilisé", "name in use"),
        person("first_names", "prénoms de naissance", "first names at birth"),
        day("birth_date", "date de naissance", "date of birth"),
        code("sex", list!(Sex), "sexe", "sex"),
        plain("birth_place", "lieu de naissance (code INSEE)", "place of birth (INSEE code)"),
        person("ins", "matricule INS", "national health identifier (INS)"),
    ],
};
