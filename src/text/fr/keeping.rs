use super::plural;
use crate::text::KeepingWords;

pub(super) const KEEPING: KeepingWords = KeepingWords {
    unproven: |from| format!("À partir de l'entrée {from}, plus rien n'est prouvé\u{a0}:"),
    entries: |n| plural(n, "entrée", "entrées"),
    acts: |kind, n| match kind {
        "decision-locked" => plural(n, "décision verrouillée", "décisions verrouillées"),
        "decision-amended" => plural(n, "amendement", "amendements"),
        "passage-postponed" => plural(n, "report", "reports"),
        "agenda-ordered" => plural(n, "ordre du jour", "ordres du jour"),
        "hypothesis-recorded" => plural(n, "hypothèse", "hypothèses"),
        "meeting-act" => plural(n, "acte de réunion", "actes de réunion"),
        "decision-act" => plural(n, "suite de décision", "suites de décision"),
        "centre-named" => plural(n, "nom du centre", "noms du centre"),
        "access-purged" => plural(n, "purge du journal des accès", "purges du journal des accès"),
        other => plural(n, &format!("entrée `{other}`"), &format!("entrées `{other}`")),
    },
    decisions: "Décisions",
    cases: "Dossiers",
    meetings: "Réunions",
    and_others: |n| format!(" et {}", plural(n, "autre", "autres")),
    outside: "Hors de la chaîne, donc non prouvés\u{a0}: le journal des accès, les brouillons, les recherches enregistrées, ce que montre l'écran de la salle.",
    head_found: |hash, seq, day, since| {
        let since = match since {
            0 => "aucune entrée depuis".to_owned(),
            n => format!("{} depuis", plural(n, "entrée", "entrées")),
        };
        format!("L'empreinte {hash} est celle de l'entrée {seq}, du {day}\u{a0}; {since}.")
    },
    head_lost: |hash| {
        format!(
            "Aucune entrée n'a l'empreinte {hash}\u{a0}: la fin du journal a été coupée ou réécrite, ou c'est une autre base."
        )
    },
    not_a_hash: |written| {
        format!(
            "`{written}` n'est pas une empreinte\u{a0}: donner 16 à 64 chiffres hexadécimaux, comme au bas du compte rendu."
        )
    },
    restored: "La base est restaurée.",
    would_restore: "Si cette copie remplaçait la base\u{a0}:",
    copy_sound: |events, format| {
        format!("La copie est intacte\u{a0}: {}, format {format}", plural(events, "entrée", "entrées"))
    },
    copy_damaged: |events, format| {
        format!("La copie est abîmée\u{a0}: {} lisibles ou non, format {format}", plural(events, "entrée", "entrées"))
    },
    nothing_there: "Il n'y a pas de base à remplacer",
    unreadable_there: |why| format!("La base actuelle est illisible\u{a0}: {why}"),
    shared: |seq| match seq {
        0 => "La copie et la base actuelle n'ont aucune entrée en commun".to_owned(),
        seq => format!("La copie et la base actuelle sont les mêmes jusqu'à l'entrée {seq}"),
    },
    nothing_lost: "Aucune entrée de la base actuelle ne manque à la copie",
    lost: "De la base actuelle, la copie n'a pas\u{a0}:",
    drafts_lost: |n| {
        plural(
            n,
            "brouillon de la base actuelle ne s'y trouve pas",
            "brouillons de la base actuelle ne s'y trouvent pas",
        )
    },
    gained: |n| {
        plural(n, "entrée de la copie manque à la base actuelle", "entrées de la copie manquent à la base actuelle")
    },
    kept: |path| format!("La base d'avant est gardée dans {path}."),
    dry_run: "Rien n'a été modifié. Sans --dry-run, la copie prend la place de la base, et la base actuelle est gardée à côté.",
    in_use: "La base est ouverte dans un autre programme\u{a0}: la fermer partout, puis restaurer. Rien n'a été modifié.",
    copy_not_sound: "La copie n'est pas intacte\u{a0}: en restaurer une autre, ou celle-ci avec --even-if-damaged. Rien n'a été modifié.",
    same_file: |path| format!("{path} est la base elle-même\u{a0}: nommer la copie qui doit prendre sa place."),
    access_when: "Quand",
    access_who: "Qui",
    access_did: "A fait",
    access_what: "Quoi",
    access_rows: |shown, total| match total {
        0 => "Le journal des accès est vide.".to_owned(),
        _ => format!(
            "{} sur {total}, la plus récente d'abord\u{a0}; --limit en montre plus.",
            plural(shown, "ligne", "lignes")
        ),
    },
    access_old: |older, day, written| match older {
        0 => format!("Aucune ligne n'a plus de 12 mois (avant le {day})."),
        n => format!(
            "{} plus de 12 mois (avant le {day})\u{a0}: `regards access --purge-before {written} --dry-run`, puis sans --dry-run.",
            plural(n, "ligne a", "lignes ont")
        ),
    },
    access_tried: |older, day| match older {
        0 => format!("Aucune ligne n'est antérieure au {day}\u{a0}: rien à purger."),
        n => format!(
            "{} au {day}\u{a0}: sans --dry-run, la purge les efface. Rien n'a été modifié.",
            plural(n, "ligne est antérieure", "lignes sont antérieures")
        ),
    },
    access_purged: |older, day| match older {
        0 => format!("Aucune ligne n'était antérieure au {day}. La purge est inscrite au journal."),
        n => format!(
            "{} au {day}, purgées. La purge est inscrite au journal.",
            plural(n, "ligne antérieure", "lignes antérieures")
        ),
    },
    access_retention: "Durée de conservation proposée\u{a0}: 12 mois. Les sources diffèrent (6 mois glissants au code de la santé publique, 12 à 36 mois selon la CNIL)\u{a0}: à l'établissement de choisir. Les décisions ne sont jamais purgées.",
    looked: |code| match code {
        "opened-case" => "dossier ouvert",
        "opened-decision" => "décision ouverte",
        "searched" => "recherche",
        "exported" => "liste ou export",
        "identity-shown" => "identité affichée",
        other => other,
    },
    not_logged: |why| format!("Cette consultation n'a pas pu être inscrite au journal des accès. {why}"),
};
