//! What documents say beside what the meeting said.

use crate::domain::{Paper, PaperForm};
use crate::text::{DocumentWords, LetterWords, MinutesWords, SheetWords};

pub(super) const DOCUMENTS: DocumentWords = DocumentWords {
    sheet: "Case sheet",
    minutes: "Minutes of the meeting",
    letter: "Letter to the requester",
    plan: "My care plan",
    sheet_file: "sheet",
    minutes_file: "minutes",
    letter_file: "letter",
    plan_file: "plan",
    not_signed: "DRAFT, NOT SIGNED",
    to_sign_again: "AMENDED AFTER IT WAS SIGNED, TO BE SIGNED AGAIN",
    replaced: "REPLACED BY A NEWER VERSION",
    page: |page, pages| format!("page {page}/{pages}"),
    reference: "decision",
    identity: "Identity",
    not_made: |why| format!("The document could not be made: {why}."),
    written_to: |path| format!("Written: {path}"),
    exists: |path| format!("{path} exists already and stays as it is: give another name, or add --replace."),
    not_on_a_terminal: |form| {
        format!("A {form} document cannot be shown in a terminal: name a file with -o, or redirect the output.")
    },
    no_meeting: |day| format!("No meeting was opened on {day} in this ledger."),
    no_identity: "The identity is asked for (--identity) and cannot be printed: it takes a file of --identities that knows this case and does not contradict it, and a session that hides nothing.",
    no_plan: "This decision records a death: there is no plan for the patient. The sheet and the letter can be written.",
    menu: "Documents",
    menu_key: "documents",
    minutes_key: "minutes",
    write_key: "write",
    other_form: "format",
    masked: "Identities are hidden: known names and the pseudonym will not be in it.",
    will_be_draft: "The decision is not signed: every page will say so.",
    to_folder: |folder| format!("↵ writes to {folder}"),
    read_only: "This session writes nothing.",
};

pub(super) const SHEET: SheetWords = SheetWords {
    patient: "Patient",
    meeting: "Meeting",
    question: "Question",
    decision: "Decision",
    guidelines: "What the guidelines said",
    file_unreadable: "This version of the program cannot read the file as it was then.",
    this_decision: "This decision",
    record: "The file on the day of the decision",
    meeting_and_document: "Meeting and document",
    recused: "takes no part",
    quorum: "Quorum",
    mode: "Passage",
    requester: "Requester",
    file: "File (GEN-100)",
    editions: "Guidelines read",
    document: "Document",
    place: |place| format!("case {place} in order"),
    rule: "rule",
    discussed: "case discussed",
    recorded: "case recorded",
    said: |said| format!("(said: “{said}”)"),
    complete: "complete for the guidelines that were read",
    incomplete: |missing| format!("incomplete; missing: {missing}"),
    kind: "MDT minutes",
    locked_by: |who, day| format!("locked by {who}, {day}"),
};

pub(super) const MINUTES: MinutesWords = MinutesWords {
    still_open: "meeting not closed",
    provisional: "MEETING NOT CLOSED: PROVISIONAL",
    hash: |hash| format!("journal: {hash}"),
    hash_note: "The fingerprint of the journal, at the foot of the page, tells later whether anything in it was removed or changed (regards verify --head).",
    to_sign: |all, open| {
        let decisions = if all == 1 { "1 decision".to_owned() } else { format!("{all} decisions") };
        match open {
            0 => format!("{decisions}, none to be signed"),
            open => format!("{decisions}, {open} to be signed"),
        }
    },
    never_opened: "This meeting was not opened: neither attendance nor quorum was taken.",
    hours: "hours",
    breaks: "breaks",
    no_break: "none",
    cases: "Cases decided",
    none_decided: "No decision is recorded for this meeting.",
    departures: "Departures",
    passage: "Passage",
    late: "Came after the opening",
    postponed: "Postponed",
    carried: "Not reached, carried over to another meeting",
    undecided: "On the agenda, without a decision",
    people: "Attendance",
    stays: "from – to",
    interests: "interests, recusals",
    editions: "Guidelines read",
    signature: |role, name| format!("Signature, {role} ({name})"),
};

pub(super) const LETTER: LetterWords = LetterWords {
    title: "Opinion of the multidisciplinary meeting",
    to: |who| format!("To {who}"),
    to_nobody: "To the requesting physician",
    replaces: |version, reason| format!("This letter replaces that of version {version}. Reason: {reason}"),
    stops: "To settle first: the safety rules say stop",
    subject: "About",
    greeting: "Dear colleague,",
    opening: |title, day| {
        format!(
            "The case that you submitted was discussed on {day} by the meeting “{title}”. Thank you for your trust."
        )
    },
    opening_no_room: |day| {
        format!(
            "The case that you submitted was looked at on {day}, outside an open meeting. Thank you for your trust."
        )
    },
    quoted: |question| format!("Your question: “{question}”"),
    proposal: "Proposal",
    no_line: "No change of treatment is proposed.",
    reasons: "Why",
    departs: |guideline, reason| format!("The proposal departs from {guideline}, for this reason: {reason}."),
    dissent: "Dissent on record",
    asked: "What we ask of you",
    told_by: |who, day| format!("The patient is told by {who}, by {day}."),
    told: |who| format!("The patient is told by {who}."),
    nobody_tells: "Nobody was named to tell the patient: we ask you to arrange it.",
    patient_question: |question| format!("To be asked of the patient: {question}"),
    next: |day| format!("Look at the case again on {day}."),
    back: |day| format!("The case comes back to the meeting on {day}."),
    standing: "Standing of this opinion",
    valid: "The quorum was reached for this case.",
    staff: "The quorum was not reached for this case: this is a staff opinion. The case will be presented again to a meeting with the specialties that were missing.",
    quorum_unknown: "The quorum is not known: no attendance was taken. This opinion is not a decision of a meeting.",
    responsible: "This opinion is a proposal. You remain responsible for applying it or not, once it is explained to the patient, whose choice stays free, and for informing the general practitioner.",
    closing: "We remain at your disposal. With kind regards,",
    for_the_meeting: |chair| format!("For the meeting: {chair}"),
    no_chair: "(no chair on record)",
    not_signed_yet: "Not yet signed by the coordinator.",
};

pub(super) const fn paper(entry: Paper) -> &'static str {
    match entry {
        Paper::Sheet => "Case sheet",
        Paper::Letter => "Letter to the requester",
        Paper::Plan => "Plan for the patient",
    }
}

pub(super) const fn form(entry: PaperForm) -> &'static str {
    match entry {
        PaperForm::Pdf => "PDF",
        PaperForm::Docx => "Word",
        PaperForm::Html => "HTML (prints well)",
        PaperForm::Markdown => "Markdown",
        PaperForm::Text => "text",
    }
}
