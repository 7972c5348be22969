//! The user's editor on a file.

use std::path::Path;
use std::process::Command;

use crate::text::{Lang, words};

/// The editor that the environment names: `$VISUAL`, else `$EDITOR`.
pub fn of_environment() -> Option<String> {
    ["VISUAL", "EDITOR"].into_iter().find_map(|name| std::env::var(name).ok().filter(|v| !v.trim().is_empty()))
}

/// The editor of the configuration, else of the environment, else `vi`.
pub fn chosen(configured: Option<&str>) -> String {
    let configured = configured.filter(|editor| !editor.trim().is_empty()).map(str::to_owned);
    configured.or_else(of_environment).unwrap_or_else(|| "vi".to_owned())
}

/// Opens the chosen editor at this line of the file and waits for it.
///
/// # Errors
/// A sentence that names what could not be started.
pub fn edit(path: &Path, line: usize, configured: Option<&str>, lang: Lang) -> Result<(), String> {
    let asked = chosen(configured);
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
