//! What a hand reaches for: the palette, the search in the help, undo, the mouse; and what each screen is for.

words! {
    /// The palette, the help, undo and the mouse.
    HandWords {
        palette, palette_key, palette_hint, choose, found: fn(usize, usize) -> String, a_case, a_page, a_decision,
        half_up, half_down, undo, redo, nothing_to_undo, nothing_to_redo, paste_too_long: fn(usize, usize) -> String,
        help_line, help_prompt, all_places, nothing_found: fn(&str, &str) -> String, look_everywhere: fn(&str) -> String, found_none,
        mouse, mouse_says,
        themes, next_theme, keep_theme, own_theme, broken_theme, themes_alike, theme_for_ever: fn(&str, &str) -> String,
    }
    /// What each screen is for, in a sentence.
    PlaceWords {
        queue, new_case, chase, labs, case, why, origin, editions, diagnostics, form, read_back, archive, passage, precedents, rerun, compare, replay,
        timeline, taper, what_if, hypothesis, meeting, meeting_form, meeting_choice, resources, identity, scores, scores_preview,
        positions, after, due, settle, papers, stats, behind, line, search, help, palette, themes, projector, everywhere,
    }
}
