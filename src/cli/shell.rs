//! What shells and `man` want of the program: completions, manual pages, the long version.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use clap::CommandFactory;
use clap_complete::Shell;

use super::args::Arguments;
use super::aside;
use crate::knowledge::Library;
use crate::store;
use crate::text::{Lang, shown_path, words};

/// The program's name.
const NAME: &str = "regards";

/// Prints what this shell completes commands from.
///
/// # Errors
/// When the output cannot be written.
pub fn completions(shell: Shell, out: &mut dyn Write) -> io::Result<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), NAME, &mut script);
    out.write_all(&script)?;
    Ok(0)
}

/// Prints the manual page of the program, or writes those of all commands into a folder. Exit codes: 0; 3 where they cannot be
/// written.
///
/// # Errors
/// When the output cannot be written.
pub fn man(folder: Option<&Path>, lang: Lang, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    let Some(folder) = folder else {
        clap_mangen::Man::new(Arguments::command()).render(out)?;
        return Ok(0);
    };
    let words = words(lang);
    let name = shown_path(folder);
    let written = fs::create_dir_all(folder)
        .and_then(|()| clap_mangen::generate_to(Arguments::command(), folder))
        .and_then(|()| Ok(fs::read_dir(folder)?.filter_map(Result::ok).filter(is_page).count()));
    match written {
        Ok(count) => writeln!(out, "{}", (words.config.man_written)(count, &name)).map(|()| 0),
        Err(error) => aside(err, &(words.config.man_failed)(&name, &error.to_string())).map(|()| 3),
    }
}

fn is_page(entry: &fs::DirEntry) -> bool {
    let name = entry.file_name();
    let name = name.to_string_lossy();
    name.starts_with(NAME) && name.ends_with(".1")
}

/// The version with what it was made with: SQLite, and the edition of each guideline with who vouches for its entry.
pub fn long_version(lang: Lang) -> String {
    let words = words(lang);
    let mut lines = vec![
        format!("{NAME} {}", env!("CARGO_PKG_VERSION")),
        format!("SQLite {}", store::sqlite_version()),
        String::new(),
    ];
    for guideline in Library::shipped().guidelines() {
        let source = &guideline.source;
        let doi = source.doi.as_ref().map_or_else(String::new, |doi| format!(", doi {doi}"));
        let checked = match (&source.checked_by, source.checked_on) {
            (Some(who), Some(day)) => (words.table.checked_by)(who, &lang.date(day)),
            _ => words.report.not_checked.to_owned(),
        };
        let statements = (words.config.statements)(guideline.statements.len());
        lines.push(format!("{} ({}{doi}): {statements}, {checked}", guideline.id, source.year));
    }
    lines.join("\n")
}
