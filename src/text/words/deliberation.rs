//! How a decision is reached, and what the room hears before it accepts.

words! {
    /// Positions, dissent, agreement, who tells the patient.
    DeliberationWords {
        agreement, confidence, patient_question, teller, tell_by, tell_by_hint, optional, use_of: fn(&str) -> String,
        proposed: fn(&str) -> String, reason_words, reason_words_missing: fn(&str) -> String, tell_unreadable, tell_past,
        choose_or_leave,
        awaited: fn(&str, &str) -> String,
        positions, positions_key, back_to_form, before, after, agree, unsure, disagree, abstain, dissent, named, not_named, minuted,
        not_minuted, silent_round, silent_begin, silent_end, given: fn(usize, usize) -> String, said, waiting, dissent_prompt: fn(&str) -> String,
        by_specialty, name_key, minute_key, dissents, no_voice,
        quorum_reached: fn(&str) -> String, quorum_lacks: fn(&str) -> String, quorum_unknown, quorum_was_unknown, more_specialties: fn(u32) -> String,
        or, staff_opinion, comes_back, not_unanimous, no_teller, no_next, tells: fn(&str) -> String, tells_by: fn(&str, &str) -> String,
        signed_before, gaps, uses, looked_at_again, asked_of_patient, none_dissents,
        previous: fn(&str) -> String, seen_before: fn(&str, &str) -> String, previous_key, no_previous,
    }
}
