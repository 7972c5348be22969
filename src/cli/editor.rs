//! The user's editor on a file.

use std::path::Path;
use std::process::Command;

use crate::text::{Lang, words};

/// Opens `$VISUAL`, `$EDITOR` or `vi` at this line of the file and waits for it.
///
/// # Errors
/// A sentence that names what could not be started.
pub fn edit(path: &Path, line: usize, lang: Lang) -> Result<(), String> {
    let asked =
        ["VISUAL", "EDITOR"].into_iter().find_map(|name| std::env::var(name).ok().filter(|v| !v.trim().is_empty()));
    let asked = asked.unwrap_or_else(|| "vi".to_owned());
    let mut parts = asked.split_whitespace();
    let program = parts.next().unwrap_or("vi");
    let mut command = Command::new(program);
    command.args(parts);
    if knows_plus_line(program) && line > 1 {
        command.arg(format!("+{line}"));
    }
    match command.arg(path).status() {
        Ok(_) => Ok(()),
        Err(error) => Err((words(lang).error.no_editor)(&asked, &error.to_string())),
    }
}

/// Editors that take `+LINE` before the file.
fn knows_plus_line(program: &str) -> bool {
    let name = Path::new(program).file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    ["vi", "vim", "nvim", "nano", "emacs", "emacsclient", "micro", "kak", "joe", "ed", "hx", "helix"]
        .contains(&name.as_str())
}
