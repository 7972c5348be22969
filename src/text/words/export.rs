//! What leaves the ledger: files, and what stands in them in words.

words! {
    /// Exports, and long work of any kind.
    ExportWords {
        written: fn(u64, &str) -> String,
        rows: fn(u64, u64, &str) -> String,
        nothing_chosen,
        unknown_table: fn(&str, &str) -> String,
        no_output,
        no_folder: fn(&str) -> String,
        already_there: fn(&str) -> String,
        left_there: fn(&str) -> String,
        masked_identity, no_identities,
        none_of_file: fn(u64) -> String,
        not_qualified: fn(u64) -> String,
        does_not_fit: fn(u64) -> String,
        done_of: fn(u64, u64) -> String,
        done: fn(u64) -> String,
        verifying, copying, exporting, stopped,
        unwritten: fn(&str) -> String,
        context_local, context_wide,
    }
    /// What stands in a FHIR bundle where there is no code that could be verified.
    FhirWords {
        case_number, local_number, meeting, question, room, quorum, complete_file, lacks: fn(&str) -> String, synthesis,
        nephritis, lupus, biopsy: fn(&str) -> String, class: fn(&str) -> String, activity_index: fn(&str) -> String, chronicity_index: fn(&str) -> String,
        creatinine, upcr, egfr, c3, c4, anti_dsdna, haemoglobin, albumin, weight, height,
        decision, recused, alternative, hangs_on: fn(&str) -> String, use_title: fn(&str) -> String,
        deviation: fn(&str) -> String, position, before: fn(&str) -> String, after: fn(&str) -> String, dissent,
        branches, follow_up: fn(u32) -> String, fulfilment, reason, outcome, sledai, steroid, told, version: fn(u32) -> String,
        author, signatory, statements: fn(&str) -> String, re_present, follow_the_line,
    }
}
