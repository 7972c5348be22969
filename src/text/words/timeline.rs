//! A case over time.

words! {
    /// The timeline: curves, lanes, marks, and the keys that move in it.
    TimelineWords {
        title, key, everything, zoom_in, zoom_out, next_mark, previous_mark, earlier, later, in_time, row,
        anti_dsdna, hcq_blood, of_three, laboratory_limit, no_value, no_value_in_sight, equations: fn(&str) -> String,
        given, nothing_given, dose_unknown, dose_not_stated, times: fn(u16) -> String,
        no_mark, opens, biopsy, decision, postponed, meeting, today, several, cursor, measured, aim,
        biopsy_letter, decision_letter, postponed_letter, meeting_letter,
        flare_letter, renal_flare_letter, admission_letter, infection_letter, pregnancy_letter, thrombosis_letter, other_letter,
    }
}
