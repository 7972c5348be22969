//! Where a figure comes from.

words! {
    /// The answer to "from what?".
    OriginWords {
        title, figure, inputs, criteria, rule, lacks, notes, sources, nothing, hcq_bands, epices_rule,
    }
}
