//! The README is true: its key table and help are the program's, its commands run, its case reads, its SQL answers.
//!
//! `REGARDS_WRITE=1 cargo test readme` writes the generated parts anew.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use regards::app::{Place, bindings};
use regards::store::Ledger;
use regards::text::{Lang, dictionary, words};
use regards::view::keys::{PLACES, entries, place_name};

use crate::scene::library;

fn readme() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")
}

/// The text between `<!-- name -->` and `<!-- /name -->`, held against what it must be.
fn holds(name: &str, expected: &str) {
    let text = fs::read_to_string(readme()).unwrap();
    let (opening, closing) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let start = text.find(&opening).unwrap() + opening.len();
    let end = text.find(&closing).unwrap();
    if std::env::var_os("REGARDS_WRITE").is_some() {
        fs::write(readme(), format!("{}{expected}{}", &text[..start], &text[end..])).unwrap();
        return;
    }
    assert_eq!(&text[start..end], expected, "`REGARDS_WRITE=1 cargo test readme` writes it anew");
}

/// The program in an empty folder with an empty home.
fn regards(home: &Path) -> Command {
    let mut command = Command::cargo_bin("regards").unwrap();
    command.current_dir(env!("CARGO_MANIFEST_DIR")).env_clear().env("HOME", home).env("LANG", "en_GB.UTF-8");
    command
}

/// The generated parts are checked, and written, one after the other: they stand in one file.
#[test]
fn the_key_table_and_the_help_are_the_programs() {
    let words = words(Lang::En);
    let mut table = String::from("| where | key | does |\n|---|---|---|\n");
    for place in PLACES.into_iter().chain([Place::Projector]) {
        let own = bindings().iter().filter(|binding| binding.place == place);
        for (index, entry) in entries(place, own, words).iter().enumerate() {
            let name = if index == 0 { place_name(place, words) } else { "" };
            writeln!(table, "| {name} | `{}` | {} |", entry.keys.replace('|', "\\|"), entry.act).unwrap();
        }
    }
    holds("keys", &table);

    let mut table = String::from("| view | a row is | columns |\n|---|---|---|\n");
    for view in dictionary::views() {
        let columns: Vec<&str> = view.columns.iter().map(|column| column.name).collect();
        writeln!(table, "| `{}` | {} | {} |", view.name, view.means[1], columns.join(", ")).unwrap();
    }
    holds("views", &table);

    // The build with encryption has options of its own.
    if cfg!(feature = "encryption") {
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let help = regards(home.path()).arg("--help").output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let trimmed: Vec<&str> = help.lines().map(str::trim_end).collect();
    holds("help", &format!("```text\n{}\n```\n", trimmed.join("\n").trim_end()));
}

/// The commands of the README, but for those that build or open a screen.
fn commands() -> Vec<Vec<String>> {
    let text = fs::read_to_string(readme()).unwrap();
    let quoted = text.split('`').skip(1).step_by(2).filter(|piece| !piece.contains('\n'));
    quoted
        .filter_map(|piece| piece.strip_prefix("regards "))
        .map(|rest| rest.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
        .filter(|words| {
            words.first().is_some_and(|first| !["cases/", "--projector", "--lead", "--demo"].contains(&first.as_str()))
        })
        .collect()
}

#[test]
fn the_commands_of_the_readme_run() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("data");
    fs::create_dir(&folder).unwrap();
    let database = folder.join("regards.sqlite");
    drop(Ledger::open(&database).unwrap());
    let commands = commands();
    assert!(commands.len() >= 8, "{commands:?}");
    for words in commands {
        let words: Vec<String> = words
            .into_iter()
            .map(|word| match word.as_str() {
                "copy.sqlite" | "cases/ln-2026-013.yaml" => home.path().join("copy").display().to_string(),
                _ => word,
            })
            .collect();
        let copy = home.path().join("copy");
        let _ = fs::remove_file(&copy);
        if words.first().is_some_and(|order| order == "restore") {
            Ledger::open(&database).unwrap().backup(&copy).unwrap();
        }
        let output = regards(home.path()).args(&words).arg("--db").arg(&database).output().unwrap();
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

/// The fenced block of this kind that contains these words.
fn block(kind: &str, containing: &str) -> String {
    let text = fs::read_to_string(readme()).unwrap();
    let opening = format!("```{kind}\n");
    let blocks = text.split(&opening).skip(1).map(|rest| rest.split("```").next().unwrap().to_owned());
    blocks.into_iter().find(|block| block.contains(containing)).unwrap()
}

#[test]
fn the_case_of_the_readme_reads() {
    let reading = regards::read::case(block("yaml", "format: 1").as_bytes(), "2026-11-23".parse().unwrap());
    assert_eq!(reading.remarks, []);
}

#[test]
fn the_configuration_of_the_readme_reads() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("config.yaml");
    fs::write(&file, block("yaml", "mask_after: 10 min")).unwrap();
    let output = regards(home.path()).args(["config", "--format", "json", "--config"]).arg(&file).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains(&home.path().join("rcp/charter.yaml").display().to_string()), "{said}");
}

#[test]
fn the_protocol_of_the_readme_is_whole() {
    let library = library();
    let auditor = regards::knowledge::Auditor::new(library.formulary(), "2026-11-23".parse().unwrap(), []);
    assert_eq!(auditor.read(block("yaml", "chu-2026").as_bytes()).remarks, []);
}
