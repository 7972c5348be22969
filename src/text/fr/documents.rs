//! What documents say beside what the meeting said.

use crate::domain::{Paper, PaperForm};
use crate::text::{DocumentWords, LetterWords, MinutesWords, SheetWords};

pub(super) const DOCUMENTS: DocumentWords = DocumentWords {
    sheet: "Fiche RCP",
    minutes: "Compte rendu de réunion",
    letter: "Lettre au demandeur",
    plan: "Mon plan de soins",
    sheet_file: "fiche",
    minutes_file: "compte-rendu",
    letter_file: "lettre",
    plan_file: "plan",
    not_signed: "PROJET NON SIGNÉ",
    to_sign_again: "MODIFIÉE APRÈS SIGNATURE, À SIGNER DE NOUVEAU",
    replaced: "VERSION REMPLACÉE PAR UNE PLUS RÉCENTE",
    page: |page, pages| format!("page {page}/{pages}"),
    reference: "décision",
    identity: "Identité",
    not_made: |why| format!("Le document n'a pas pu être composé\u{a0}: {why}."),
    written_to: |path| format!("Écrit\u{a0}: {path}"),
    exists: |path| format!("{path} existe déjà et reste tel quel\u{a0}: donner un autre nom, ou ajouter --replace."),
    not_on_a_terminal: |form| {
        format!(
            "Un document {form} ne s'affiche pas dans un terminal\u{a0}: donner un fichier avec -o, ou rediriger la sortie."
        )
    },
    no_meeting: |day| format!("Aucune réunion n'a été ouverte le {day} dans cette base."),
    no_identity: "L'identité est demandée (--identity) et ne peut pas être imprimée\u{a0}: il faut un fichier --identities qui connaisse ce dossier sans le contredire, et une session qui ne masque pas.",
    no_plan: "Cette décision constate un décès\u{a0}: il n'y a pas de plan de soins. La fiche et la lettre s'écrivent.",
    menu: "Documents",
    menu_key: "documents",
    minutes_key: "compte rendu",
    write_key: "écrire",
    other_form: "format",
    masked: "Identités masquées\u{a0}: les noms connus et le pseudonyme n'y seront pas.",
    will_be_draft: "Décision non signée\u{a0}: chaque page le dira.",
    to_folder: |folder| format!("↵ écrit dans {folder}"),
    read_only: "Cette session n'écrit rien.",
};

pub(super) const SHEET: SheetWords = SheetWords {
    patient: "Patient",
    meeting: "Réunion",
    question: "Question posée",
    decision: "Décision",
    guidelines: "Ce que disaient les recommandations",
    file_unreadable: "Le dossier d'alors ne peut pas être relu par cette version du programme.",
    this_decision: "Cette décision",
    record: "Dossier au jour de la décision",
    meeting_and_document: "Réunion et document",
    recused: "ne prend pas part",
    quorum: "Quorum",
    mode: "Passage",
    requester: "Demandeur",
    file: "Dossier (GEN-100)",
    editions: "Référentiels",
    document: "Document",
    place: |place| format!("dossier n°\u{a0}{place} de la réunion"),
    rule: "règle",
    discussed: "dossier discuté",
    recorded: "dossier enregistré",
    said: |said| format!("(dit\u{a0}: «\u{a0}{said}\u{a0}»)"),
    complete: "complet pour les recommandations lues",
    incomplete: |missing| format!("incomplet\u{a0}; manquait\u{a0}: {missing}"),
    kind: "CR de RCP",
    locked_by: |who, day| format!("verrouillée {}, {day}", by(who)),
};

pub(super) const MINUTES: MinutesWords = MinutesWords {
    still_open: "réunion non close",
    provisional: "RÉUNION NON CLOSE\u{a0}: ÉTAT PROVISOIRE",
    hash: |hash| format!("journal\u{a0}: {hash}"),
    hash_note: "L'empreinte du journal, en pied de page, permet de vérifier plus tard que rien n'y a été retiré ni modifié (regards verify --head).",
    to_sign: |all, open| {
        let decisions = if all < 2 { format!("{all} décision") } else { format!("{all} décisions") };
        match open {
            0 => format!("{decisions}, aucune à signer"),
            open => format!("{decisions}, dont {open} à signer"),
        }
    },
    never_opened: "Cette réunion n'a pas été ouverte\u{a0}: ni présence ni quorum n'ont été relevés.",
    hours: "horaires",
    breaks: "pauses",
    no_break: "aucune",
    cases: "Dossiers décidés",
    none_decided: "Aucune décision n'est enregistrée pour cette réunion.",
    departures: "Écarts",
    passage: "Passage",
    late: "Arrivés après l'ouverture",
    postponed: "Reportés",
    carried: "Non examinés, reportés à une autre réunion",
    undecided: "À l'ordre du jour, sans décision",
    people: "Présence",
    stays: "présent de – à",
    interests: "liens, récusations",
    editions: "Référentiels lus",
    signature: |role, name| format!("Signature, {role} ({name})"),
};

pub(super) const LETTER: LetterWords = LetterWords {
    title: "Avis de la réunion de concertation",
    to: |who| {
        let of = if is_titled(who) { "du" } else { "de" };
        format!("À l'attention {of} {who}")
    },
    to_nobody: "À l'attention du médecin demandeur",
    subject: "Objet",
    replaces: |version, reason| format!("Cette lettre remplace celle de la version {version}. Motif\u{a0}: {reason}"),
    stops: "À régler avant tout\u{a0}: les règles de sécurité disent stop",
    greeting: "Chère consœur, cher confrère,",
    opening: |title, day| {
        format!(
            "Le dossier que vous avez soumis a été examiné le {day} par la réunion «\u{a0}{title}\u{a0}». Nous vous remercions de votre confiance."
        )
    },
    opening_no_room: |day| {
        format!(
            "Le dossier que vous avez soumis a été examiné le {day}, hors réunion ouverte. Nous vous remercions de votre confiance."
        )
    },
    quoted: |question| format!("Votre question\u{a0}: «\u{a0}{question}\u{a0}»"),
    proposal: "Proposition",
    no_line: "Aucun changement de traitement n'est proposé.",
    reasons: "Pourquoi",
    departs: |guideline, reason| format!("La proposition s'écarte de {guideline}, pour cette raison\u{a0}: {reason}."),
    dissent: "Désaccord consigné",
    asked: "Ce que nous vous demandons",
    told_by: |who, day| format!("L'annonce est faite {}, avant le {day}.", by(who)),
    told: |who| format!("L'annonce est faite {}.", by(who)),
    nobody_tells: "Personne n'a été désigné pour l'annonce\u{a0}: nous vous demandons de l'organiser.",
    patient_question: |question| format!("Question à poser à la patiente ou au patient\u{a0}: {question}"),
    next: |day| format!("Revoir la situation le {day}."),
    back: |day| format!("Le dossier revient devant la réunion le {day}."),
    standing: "Portée de cet avis",
    valid: "Le quorum était réuni pour ce dossier.",
    staff: "Le quorum n'était pas réuni pour ce dossier\u{a0}: ceci est un avis de staff. Le dossier sera représenté à une réunion avec les spécialités manquantes.",
    quorum_unknown: "Le quorum n'est pas connu\u{a0}: aucune présence n'a été relevée. Cet avis n'a pas la portée d'une décision de réunion.",
    responsible: "Cet avis est une proposition. Vous restez responsable de l'appliquer ou non, après l'avoir expliqué à la patiente ou au patient, dont le choix reste libre, et d'en informer le médecin traitant.",
    closing: "Nous restons à votre disposition et vous prions d'agréer, chère consœur, cher confrère, l'expression de nos salutations confraternelles.",
    for_the_meeting: |chair| format!("Pour la réunion\u{a0}: {chair}"),
    no_chair: "(présidence non relevée)",
    not_signed_yet: "Non encore signée par la coordination.",
};

pub(super) const fn paper(entry: Paper) -> &'static str {
    match entry {
        Paper::Sheet => "Fiche RCP",
        Paper::Letter => "Lettre au demandeur",
        Paper::Plan => "Plan de soins pour la patiente ou le patient",
    }
}

pub(super) const fn form(entry: PaperForm) -> &'static str {
    match entry {
        PaperForm::Pdf => "PDF",
        PaperForm::Docx => "Word",
        PaperForm::Html => "HTML (s'imprime)",
        PaperForm::Markdown => "Markdown",
        PaperForm::Text => "texte",
    }
}

/// `par le Dr A. Martin`, `par S. Blanc`.
pub(super) fn by(who: &str) -> String {
    if is_titled(who) { format!("par le {who}") } else { format!("par {who}") }
}

/// Whether a name begins with a title that takes the article.
fn is_titled(who: &str) -> bool {
    matches!(who.split([' ', '\u{a0}']).next(), Some("Dr" | "Pr" | "Docteur" | "Professeur"))
}
