//! Themes by name: those that ship with the program, and the scheme files in the user's own folder.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::paths;
use crate::app::ThemeRow;
use crate::text::{Lang, words};
use crate::view::Theme;
use crate::view::theme::ThemeFault;

/// Files of the user's folder that are listed.
const MOST_FILES: usize = 200;

/// The theme of this name, or of the scheme file at this path.
///
/// # Errors
/// A sentence in the user's language.
pub fn named(name: &str, lang: Lang) -> Result<Theme, String> {
    if Theme::is_a_path(name) {
        return of_file(Path::new(name), name, lang);
    }
    // A shipped theme needs no look at the disk: the first frame waits for this one.
    let own = if Theme::names().contains(&name) { Vec::new() } else { own() };
    if let Some((_, path)) = own.into_iter().find(|(own, _)| own == name) {
        return of_file(&path, &short(&path), lang);
    }
    let words = words(lang);
    Theme::shipped(name).map_err(|fault| match fault {
        ThemeFault::UnknownTheme(name) => (words.theme.unknown_theme)(&name, &names().join(", ")),
        fault => fault.sentence(name, words),
    })
}

fn of_file(path: &Path, name: &str, lang: Lang) -> Result<Theme, String> {
    let words = words(lang);
    let text = text_of(path).map_err(|error| (words.error.cannot_read)(name, &error.to_string()))?;
    Theme::parse(&text).map_err(|fault| fault.sentence(name, words))
}

/// No more than a scheme can be: one byte beyond that is refused as too large.
fn text_of(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    let most = u64::try_from(Theme::MOST_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    File::open(path)?.take(most).read_to_string(&mut text)?;
    Ok(text)
}

/// The names that `theme:` and `--theme` take, beside paths.
pub fn names() -> Vec<String> {
    let own = own().into_iter().map(|(name, _)| name).filter(|name| !Theme::is_a_path(name));
    Theme::names().into_iter().map(str::to_owned).chain(own).collect()
}

/// The shipped themes, then the user's own; before them the one in force, where it is a file from elsewhere.
pub fn rows(in_force: &str, lang: Lang) -> Vec<ThemeRow> {
    let shipped = Theme::names().into_iter().map(|name| ThemeRow { name: name.to_owned(), own: false, fault: None });
    let own = own().into_iter().map(|(name, path)| {
        let fault = of_file(&path, &short(&path), lang).err();
        ThemeRow { name, own: true, fault }
    });
    let mut rows: Vec<ThemeRow> = shipped.chain(own).collect();
    if !rows.iter().any(|row| row.name == in_force) {
        let fault = named(in_force, lang).err();
        rows.insert(0, ThemeRow { name: in_force.to_owned(), own: true, fault });
    }
    rows
}

/// The scheme files of the user's folder, each under its name: its path where the name alone would mean something else.
fn own() -> Vec<(String, PathBuf)> {
    let entries = paths::themes().and_then(|folder| fs::read_dir(folder).ok());
    let files = entries.into_iter().flatten().filter_map(|entry| own_name(entry.ok()?.path()));
    let mut own: Vec<_> = files.take(MOST_FILES).collect();
    own.sort();
    own.dedup_by(|one, other| one.0 == other.0);
    own
}

fn own_name(path: PathBuf) -> Option<(String, PathBuf)> {
    let is_scheme = path.extension().is_some_and(|kind| kind == "yaml" || kind == "yml");
    let name = path.file_stem()?.to_str()?;
    // Neither a folder nor a pipe, which would never end.
    if !is_scheme || name.starts_with('.') || !path.metadata().is_ok_and(|about| about.is_file()) {
        return None;
    }
    let means_another = Theme::is_a_path(name) || Theme::names().contains(&name);
    let name = if means_another { path.to_str()?.to_owned() } else { name.to_owned() };
    Some((name, path))
}

/// A path as a person writes it: from `~` where it lies in the home folder.
pub fn short(path: &Path) -> String {
    let at_home = paths::home().and_then(|home| path.strip_prefix(home).ok().map(|rest| Path::new("~").join(rest)));
    at_home.as_deref().unwrap_or(path).to_string_lossy().into_owned()
}
