use super::plural;
use crate::text::{ExportWords, FhirWords};

pub(super) const EXPORT: ExportWords = ExportWords {
    written: |n, to| format!("{} dans {to}", plural(n, "décision exportée", "décisions exportées")),
    rows: |rows, tables, to| {
        format!(
            "{} dans {} sous {to}",
            plural(rows, "ligne exportée", "lignes exportées"),
            plural(tables, "table", "tables")
        )
    },
    nothing_chosen: "Aucune décision n'est retenue\u{a0}: l'export est vide.",
    unknown_table: |name, known| format!("il n'y a pas de table `{name}`\u{a0}: nommer l'une de {known}"),
    no_output: "nommer un répertoire par --output, ou une seule table par --table",
    no_folder: |at| {
        format!("{at} est un fichier\u{a0}: nommer un répertoire pour les tables, ou une seule table par --table")
    },
    already_there: |at| format!("{at} existe déjà\u{a0}: ajouter --replace, ou donner un autre nom"),
    left_there: |names| format!("d'un export antérieur, et non de celui-ci, restent dans le répertoire\u{a0}: {names}"),
    masked_identity: "--mask cache ce que --with-identity demande\u{a0}: retirer l'un des deux",
    no_identities: "--with-identity demande le fichier des identités\u{a0}: le nommer par --identities",
    none_of_file: |n| format!("{}\u{a0}: absent du fichier des identités", plural(n, "dossier", "dossiers")),
    not_qualified: |n| {
        format!(
            "{}\u{a0}: identité non qualifiée, seul le numéro de l'établissement est exporté",
            plural(n, "dossier", "dossiers")
        )
    },
    does_not_fit: |n| {
        format!(
            "{}\u{a0}: le sexe ou la naissance ne sont pas ceux du fichier des identités, rien n'en est exporté",
            plural(n, "dossier", "dossiers")
        )
    },
    done_of: |done, of| format!("{done} sur {of}"),
    done: |done| plural(done, "ligne", "lignes"),
    verifying: "Vérification",
    copying: "Copie",
    exporting: "Export",
    stopped: "interrompu\u{a0}: rien n'a été écrit",
    unwritten: |why| format!("écriture impossible ({why})\u{a0}: aucun fichier n'est resté à moitié écrit"),
    context_local: "RCP régionale ou locale - centre organisateur",
    context_wide: "RCP nationale ou européenne - centre participatif",
};

pub(super) const FHIR: FhirWords = FhirWords {
    case_number: "dossier de la réunion",
    local_number: "numéro de l'établissement",
    meeting: "réunion de concertation pluridisciplinaire",
    question: "question à la réunion",
    room: "participants",
    quorum: "quorum",
    complete_file: "dossier complet",
    lacks: |what| format!("absent du dossier\u{a0}: {what}"),
    synthesis: "synthèse du dossier",
    nephritis: "néphropathie lupique",
    lupus: "lupus érythémateux systémique",
    biopsy: |day| format!("ponction-biopsie rénale du {day}"),
    class: |class| format!("classe ISN/RPS {class}"),
    activity_index: |of| format!("indice d'activité {of}/24"),
    chronicity_index: |of| format!("indice de chronicité {of}/12"),
    creatinine: "créatininémie",
    upcr: "rapport protéinurie/créatininurie",
    egfr: "débit de filtration glomérulaire estimé",
    c3: "complément C3",
    c4: "complément C4",
    anti_dsdna: "anticorps anti-ADN natifs",
    haemoglobin: "hémoglobine",
    albumin: "albuminémie",
    weight: "poids",
    height: "taille",
    decision: "décision de la réunion",
    recused: "n'a pas pris part à ce dossier",
    alternative: "alternative",
    hangs_on: |branch| format!("seulement si {branch} est remplie"),
    use_title: |title| format!("usage\u{a0}: {title}"),
    deviation: |from| format!("écart à {from}"),
    position: "position d'une spécialité",
    before: |stand| format!("avant la discussion\u{a0}: {stand}"),
    after: |stand| format!("après la discussion\u{a0}: {stand}"),
    dissent: "désaccord consigné",
    branches: "partie conditionnelle de la décision",
    follow_up: |months| format!("point de suivi à M{months}"),
    fulfilment: "mise en œuvre",
    reason: "pourquoi non, ou pas entièrement",
    outcome: "évolution rénale",
    sledai: "SLEDAI-2K",
    steroid: "prednisone",
    told: "information du patient",
    version: |version| format!("version {version}"),
    author: "enregistré par",
    signatory: "signé par",
    statements: |ids| format!("énoncés\u{a0}: {ids}"),
    re_present: "le dossier revient en réunion",
    follow_the_line: "la ligne qui nomme cette condition",
};
