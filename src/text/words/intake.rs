//! Cases that come in: a new one, a laboratory's table, what is still awaited.

use super::super::ByCode;
use crate::read::{NoTable, Why};

words! {
    /// The form of a new case.
    NewCaseWords {
        title, key, place, file_head, file_foot, required, proposed, other_drug, next, show, turn, unknown_key, cannot_be_unknown,
        draft_back, kept, still_needed, another, complete, no_number, chosen_from, optional,
        name: ByCode,
        help: ByCode,
        section: ByCode,
        comment: ByCode,
        taken: fn(&str) -> String,
        units: fn(&str) -> String,
        created: fn(&str) -> String,
        exists: fn(&str) -> String,
        unwritten: fn(&str, &str) -> String,
        unsaved_draft: fn(&str) -> String,
    }
    /// The values of a laboratory's table.
    LabsWords {
        title, key, paste_here, paste_what, write, replace, unit_key, next_unit, nothing_new, not_kept,
        to_add, already, conflicts, left_out, unmatched, unit_asked, nobody_told, warnings, encoding,
        in_table, in_file, kept_as_is, replaced, unit_form,
        counts: fn(usize, usize, usize, usize) -> String,
        cell: fn(usize, usize) -> String,
        no_such_title: fn(&str) -> String,
        unread: fn(&str, &str) -> String,
        no_table: fn(NoTable) -> &'static str,
        why: fn(&Why) -> String,
    }
    /// What is awaited for cases, and from whom.
    ChaseWords {
        title, key, nothing, completeness, unreadable,
        informant: ByCode,
        complete: fn(usize, usize) -> String,
        waiting: fn(&str) -> String,
        from: fn(&str) -> String,
        cases: fn(usize) -> String,
    }
}
