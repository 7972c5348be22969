//! The configuration, the demonstration, the first run.

words! {
    /// What is said of the configuration, of the demonstration and of terminals.
    ConfigWords {
        head: fn(&str, bool) -> String, keys_head,
        in_force: fn(&str) -> String, not_set,
        from_option, from_file, from_environment, from_default,
        cases, db, lang, theme, projector_theme, guidelines, charter, identities, documents, mask, mask_after, mouse, editor, keys,
        files: fn(usize) -> String, none: fn(&str) -> String,
        demo, demo_failed: fn(&str) -> String, demo_broken: fn(&str, &str) -> String,
        first_run: fn(&str) -> String,
        dumb, not_utf8: fn(&str) -> String, locale_unset,
        statements: fn(usize) -> String, man_written: fn(usize, &str) -> String, man_failed: fn(&str, &str) -> String,
    }
}
