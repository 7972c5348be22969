//! Scores entered by key.

use crate::domain::SledaiItem;

words! {
    /// The entry of scores and what is to be written of it.
    ScoresEntryWords {
        title, key, new_visit, corrected_visit, page_sledai, page_assessments, page_symptoms, page_epices, page_damage, digits_month, reviewed,
        system: fn(SledaiItem) -> &'static str,
        answers_missing: fn(usize) -> String,
        digits_items, digits_line, digits_scale,
        not_assessed: fn(usize) -> String,
        line, pga, ptga, best, worst, visit_title, sle_das_title,
        marked: fn(u32, u32) -> String,
        new_activity, standard_treatment, haemolysis, gut, cardiopulmonary, swollen_joints, rash,
        cutaneous_vasculitis, systemic_vasculitis, neuropsychiatric, serositis,
        nothing_entered, visit_stays, not_written, entry_kept,
        show, change, other_visit, page, previous_page, not_stated, restore, restore_all, write,
        preview, follows, nothing_follows, was, by_hand, not_understood, twice, unsafe_edit, unreadable,
    }
}
