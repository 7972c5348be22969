//! How a decision is reached, and what the room hears before it accepts.

use crate::domain::UseType;
use crate::text::DeliberationWords;

pub(super) const DELIBERATION: DeliberationWords = DeliberationWords {
    agreement: "Agreement",
    confidence: "Confidence",
    patient_question: "Question to put to the patient",
    teller: "Who tells the patient",
    tell_by: "Told by",
    tell_by_hint: "YYYY-MM-DD, or 8d for eight days",
    optional: "optional",
    use_of: |drug| format!("Use of {drug}"),
    proposed: |agreement| format!("the positions say: {agreement}"),
    reason_words: "letters: in words",
    reason_words_missing: |guideline| {
        format!("“Other” says nothing alone: write why the decision departs from {guideline}.")
    },
    tell_unreadable: "The day of telling cannot be read: write 2027-02-26, or 8 d.",
    tell_past: "The day of telling is over.",
    choose_or_leave: "↑ ↓ to choose, optional",
    awaited: |datum, from| {
        if from.is_empty() { format!("awaited: {datum}") } else { format!("awaited: {datum} ({from})") }
    },
    positions: "Positions",
    positions_key: "positions",
    back_to_form: "form",
    before: "Before",
    after: "After",
    agree: "agrees",
    unsure: "unsure",
    disagree: "disagrees",
    abstain: "abstains",
    dissent: "formal dissent",
    named: "named",
    not_named: "not named",
    minuted: "in the minutes",
    not_minuted: "not in the minutes",
    silent_round: "SILENT ROUND",
    silent_begin: "silent round",
    silent_end: "show them",
    given: |given, all| format!("{given} of {all} given"),
    said: "given",
    waiting: "awaited",
    dissent_prompt: |whose| format!("What {whose} would do instead"),
    by_specialty: "No attendance is taken: one row a specialty.",
    name_key: "name or not",
    minute_key: "in the minutes",
    dissents: "Formal dissent",
    no_voice: "Nobody has said where they stand.",
    quorum_reached: |present| format!("quorum ✓ {present}"),
    quorum_lacks: |missing| format!("STAFF OPINION, QUORUM NOT REACHED: lacks {missing}"),
    quorum_unknown: "No meeting is open: quorum not known.",
    quorum_was_unknown: "No meeting was open: quorum not known.",
    more_specialties: |n| if n == 1 { "one specialty".to_owned() } else { format!("{n} specialties") },
    or: " or ",
    staff_opinion: "Staff opinion, quorum not reached",
    comes_back: "The case comes back to the meeting: it is on the list of what is due.",
    not_unanimous: "It is called unanimous, and somebody disagrees.",
    no_teller: "Nobody is named to tell the patient.",
    no_next: "No date is set to look at the case again.",
    tells: |who| format!("Told by {who}"),
    tells_by: |who, day| format!("Told by {who}, before {day}"),
    signed_before: "The signed version is amended: this one is to be signed anew.",
    gaps: "Not to forget",
    uses: "Use of drugs",
    looked_at_again: "Looked at again",
    asked_of_patient: "Question to put",
    none_dissents: "No formal dissent.",
    previous: |day| format!("Decision before, {day}"),
    seen_before: |day, what| format!("seen on {day}: {what}"),
    previous_key: "decision before",
    no_previous: "This case has no decision before.",
};

pub(super) fn use_type(entry: UseType) -> &'static str {
    match entry {
        UseType::InLabel => "in label",
        UseType::OffLabel => "off label",
        UseType::EarlyAccess => "early or compassionate access",
        UseType::Trial => "trial",
    }
}
