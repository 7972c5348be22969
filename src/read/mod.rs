//! The one door for YAML: text in, values or errors with file, line and column out. Never bypassed: the only user of the YAML crate.
