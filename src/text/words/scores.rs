//! The scores of activity.

words! {
    /// SLEDAI-2K, SLE-DAS, the two assessments, the target states, flares, response, difficulty.
    ScoreWords {
        name_bands, name_discordance, name_flare, name_response, name_difficult, renal, damage, other_cause,
        present, absent, not_assessed, item, weight, visit, numbers, definition, points, term, not_scored,
        absent_items, items_seen, rater, window_unstated, sledai_rule, sledai_clinical_rule, arthritis_note,
        proteinuria_note, blind_note, bands_rule, high_status, active_lupus, quoted_note, sle_das_rule,
        sle_das_ranges, sle_das_unverified, sle_das_quirks, sle_das_attribution, sle_das_remission,
        sle_das_low, sle_das_flare_asks, remission_word, low_word, discordance_rule, pga_rule, asks_d25,
        asks_d20, discordance_note, doris_rule, lldas_rule, lldas_note, edge_yes_no, flare_rule,
        flare_sledai_note, flare_change_note, flare_pga_note, flare_drugs_note, domain, mild_moderate,
        severe, change, response_rule, response_note, not_applicable, from_visit, to_visit, difficult_none,
        sr_sle, favouring, other_reasons, open, none_found, factors_title, reasons_title, sr_sle_title,
        evidence, found, factor_head, sr_sle_rule, sr_sledai, sr_steroid, sr_immunosuppressant,
        anti_drug_note, anti_drug, infusion_reaction, cd19, is_a_flare, no_flare,
        window_of: fn(&str) -> String,
        elsewhere: fn(&str, &str) -> String,
        failing: fn(&str, &str) -> String,
        at_least_grade: fn(&str) -> String,
        by_domains: fn(&str) -> String,
        between: fn(&str, &str) -> String,
        ticked_against: fn(&str) -> String,
        number_against: fn(&str) -> String,
        contradiction: fn(&str) -> &'static str,
        sle_das_range: fn(&str) -> &'static str,
        sle_das_term: fn(&str) -> &'static str,
        pga_band: fn(&str) -> &'static str,
        measure: fn(&str) -> &'static str,
        criterion: fn(&str) -> &'static str,
        responder: fn(&str) -> &'static str,
        flare_domain: fn(&str) -> &'static str,
        flare_grade: fn(&str) -> &'static str,
        factor: fn(&str) -> &'static str,
        factor_evidence: fn(&str) -> &'static str,
        reason: fn(&str) -> &'static str,
    }
}
