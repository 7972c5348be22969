use crate::text::LiveWords;

pub(super) const LIVE: LiveWords = LiveWords {
    lead: "project",
    leads: "projected",
    leading: "The room's screen follows this terminal, identities hidden.",
    lead_ended: "The room's screen follows this terminal no longer.",
    screen: "room's screen",
    scroll: "scroll",
    large: "large type",
    was: |value| format!("before: {value}"),
    large_state: "large",
    now_large: "The case and the read-back are in large type.",
    no_longer_large: "The case and the read-back are no longer in large type.",
    many_rows: |rows, key| {
        format!(
            "{rows} rows on this screen: at four image heights the back row reads 26 at most. Enlarge the font, or {key} for large type."
        )
    },
    rows_beyond: |rows, most| format!("{rows} rows > {most}"),
    agreed: "Does the room agree with this text?",
    lead_taken: |by, key| format!("The room's screen now follows the terminal of {by}. {key} takes it back."),
    nobody: |key| format!("No terminal is projected. {key} on the chair's terminal: this screen follows it."),
    unreadable: "The projected terminal runs another version of the program: install the same version here.",
    no_case: |case| {
        format!(
            "Case {case} is not among the files of this screen. Start it again with the case folder of the projected terminal."
        )
    },
    other_day: |by, day, here| {
        format!(
            "The terminal of {by} was projected for {day}; this screen computes for {here}. If the meeting is that of {day}, start it again with --date."
        )
    },
    draft_taken: |by, parts| format!("Taken from the other terminal ({by}): {parts}."),
    locked_meanwhile: |by| {
        format!("Locked meanwhile by {by}. Your text stays as a draft; a correction is an amendment.")
    },
    outcome: "outcome",
    lines: "lines",
    rationale: "reasons",
    departures: "reason for departing",
    next: "next date",
    amendment: "reason for the amendment",
    deliberation: "agreement, positions, telling the patient",
};
