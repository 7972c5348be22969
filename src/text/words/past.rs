//! Past decisions: those nearest to a case, compared with each other, judged anew, in their meeting.

use crate::text::ByCode;

words! {
    /// Precedents: the past decisions on the cases nearest to one.
    PrecedentWords {
        title, key, own_measure, nothing_yet, searching,
        distance, nearness: ByCode, dimension: ByCode, likeness: ByCode, class_group: ByCode, extrarenal: ByCode,
        pregnancy: ByCode, unknown, alike, near, far, not_known, this_case, then, share,
        decided, no_drug, steroid: fn(&str) -> String, no_steroid, concordance, came, not_looked_back, at_months: fn(u32) -> String,
        same_alias, own: fn(usize) -> String, unknown_counts: fn(&str) -> String,
    }
    /// Two past decisions beside each other.
    CompareWords {
        title, key, marked, to_compare, only_decisions, patient, same_patient, decision, why, amended, came, other_cases,
    }
    /// A past decision judged anew by the guidelines of this program.
    RerunWords {
        title, key, with: fn(&str) -> String, of_day: fn(&str) -> String, readings, cells, became: fn(&str, &str) -> String,
        otherwise: fn(&str) -> String, edition: fn(&str, &str) -> String, speaks: fn(&str) -> String, removed: fn(&str) -> String,
        silent: fn(&str) -> String, reworded: fn(&str) -> String, fact: fn(&str, &str, &str) -> String, content,
        unreadable_case, damaged, no_rows, absent: fn(&str) -> String, same, nothing_changes, nothing_to_rerun,
        total: fn(usize, usize) -> String, unreadable: fn(usize) -> String, column: fn(&str, usize, usize) -> String,
    }
}
