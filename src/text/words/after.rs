//! What happens after a decision.

words! {
    /// Signed, told, followed up, closed; versions compared.
    AfterWords {
        sign, tell, follow, close, difference, after, status,
        sign_prompt, close_prompt, signed: fn(&str, &str) -> String, told: fn(&str, &str, &str) -> String,
        followed: fn(&str, u32) -> String, closed: fn(&str) -> String, action_ended: fn(u32, &str) -> String,
        branch_met: fn(&str) -> String, branch_not_met: fn(&str) -> String,
        not_told, sign_again, lines_said,
        day, by, answer, words, months, fulfilment, per_line: fn(usize) -> String, reason, upcr, egfr, sledai, steroid, outcome,
        from_file: fn(&str) -> String, not_in_file, save, choose, reason_missing, by_missing, day_unreadable, upcr_unreadable, steroid_unreadable, number_unreadable,
        fulfilment_missing, answer_missing, nothing_chosen, months_of: fn(i64) -> String,
        recorded, to_sign_again, no_difference, first_version, differs_from: fn(u32) -> String, added, removed, changed,
        was, is, nothing_said, lines, rationale, departures, positions, dissent, teller, tell_by, already_signed, already_closed,
        settle, settle_title, done, dropped, met, not_met, dropped_why: fn(&str) -> String, open_still, nothing_to_settle,
        action_of: fn(&str) -> String, until: fn(&str) -> String, not_told_yet,
    }
}
