//! Completions, manual pages and the version.

use std::fs;
use std::path::Path;
use std::process::Output;

use assert_cmd::Command;

fn run(home: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::cargo_bin("regards").unwrap();
    command.current_dir(home).env_clear().env("HOME", home).env("LANG", "en_GB.UTF-8").args(arguments).output().unwrap()
}

fn said(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn every_shell_completes_every_command() {
    let home = tempfile::tempdir().unwrap();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = said(&run(home.path(), &["completions", shell]));
        for word in ["precedents", "completions", "mask-after", "guidelines"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
}

#[test]
fn there_is_a_manual_page_a_command() {
    let home = tempfile::tempdir().unwrap();
    assert!(said(&run(home.path(), &["man"])).contains(".TH regards 1"));
    let count = said(&run(home.path(), &["man", "pages"]));
    let pages: Vec<String> = fs::read_dir(home.path().join("pages"))
        .unwrap()
        .map(|page| page.unwrap().file_name().into_string().unwrap())
        .collect();
    assert!(count.starts_with(&format!("{} pages", pages.len())), "{count}");
    for page in ["regards.1", "regards-decide.1", "regards-meeting-open.1", "regards-config.1"] {
        assert!(pages.iter().any(|one| one == page), "{page}: {pages:?}");
    }
    fs::write(home.path().join("file"), "").unwrap();
    assert_eq!(run(home.path(), &["man", "file"]).status.code(), Some(3));
}

#[test]
fn the_short_version_is_a_line_and_the_long_one_says_what_it_was_made_with() {
    let home = tempfile::tempdir().unwrap();
    let short = said(&run(home.path(), &["-V"]));
    assert_eq!(short, concat!("regards ", env!("CARGO_PKG_VERSION"), "\n"));
    let long = said(&run(home.path(), &["--version"]));
    assert!(long.starts_with(&short), "{long}");
    for words in [
        "SQLite 3.",
        "eular-2025 (2026, doi 10.1016/j.ard.2025.09.007): ",
        "acr-2024",
        "kdigo-2024",
        "not yet checked by any clinician",
    ] {
        assert!(long.contains(words), "{words}: {long}");
    }
}

/// The package holds what the program is made of, and what its README and its tests need.
#[test]
fn the_demonstration_holds_every_shipped_case() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let demo = fs::read_to_string(root.join("src/cli/demo.rs")).unwrap();
    for case in fs::read_dir(root.join("cases")).unwrap() {
        let name = case.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned();
        assert!(demo.contains(&format!("case!(\"{name}\")")), "{name}");
    }
}
