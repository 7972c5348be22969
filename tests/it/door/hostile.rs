//! The corpus of hostile texts in files of every kind, in their names and in the words of a call: whatever is said of them
//! commands no terminal, and what is JSON is JSON.

use std::ffi::OsString;
use std::fs;
use std::os::unix::ffi::OsStringExt;
use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use regards::read;
use serde_json::Value;

use super::today;
use crate::hostile::{Template, corpus, fault, in_one};
use crate::luck::share;

/// A name no terminal should obey, and one that is no text at all.
fn names() -> [OsString; 3] {
    let hostile = "\u{1b}[2J\u{9b}31m\u{202e}\r\n=1+1 \u{200b}.yaml";
    [hostile.into(), OsString::from_vec(b"\xff\xfe\x1b[2J.yaml".to_vec()), "-2\u{7}.yaml".into()]
}

struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn at(&self, name: impl AsRef<Path>) -> PathBuf {
        self.0.path().join(name)
    }

    fn run(&self, arguments: &[OsString]) -> Output {
        let mut command = Command::cargo_bin("regards").unwrap();
        command.current_dir(self.0.path()).env_clear().env("HOME", self.0.path()).env("LANG", "en_GB.UTF-8");
        command.args(arguments).output().unwrap()
    }
}

/// What is wrong with an answer: that it says nothing, that a terminal might obey it, that it panicked.
fn faults(what: &[OsString], output: &Output) -> Vec<String> {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec());
    let mut found = Vec::new();
    // A file that is written is said by its being there.
    let is_silent = what.first().is_some_and(|word| word == "new") && output.status.success();
    match (text(&output.stdout), text(&output.stderr)) {
        (Ok(out), Ok(err)) => {
            found.extend([&out, &err].into_iter().filter_map(|text| fault(text)));
            if output.status.code().is_none_or(|code| code > 3) || (!is_silent && (out + &err).trim().is_empty()) {
                found.push(format!("{:?} {err}", output.status));
            }
        }
        _ => found.push("what is said is not UTF-8".to_owned()),
    }
    found.into_iter().map(|fault| format!("{what:?}: {fault}")).collect()
}

fn words(words: &[&str]) -> Vec<OsString> {
    words.iter().map(OsString::from).collect()
}

fn shipped(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn case() -> Template {
    let text = shipped("cases/ln-2026-006-classe-v-1-6.yaml");
    Template::of(&text, |text| read::case(text.as_bytes(), today()).value.is_some())
}

/// A file for each text and way, under these names.
fn written(desk: &Desk, template: &Template) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let texts: Vec<String> = corpus().into_iter().filter(|text| text.len() < 10_000).collect();
    for (number, text) in share(share(texts)).iter().chain([&in_one()]).enumerate() {
        for (way, yaml) in template.with(text).iter().enumerate() {
            files.push(desk.at(format!("{number}-{way}.yaml")));
            fs::write(files.last().unwrap(), yaml).unwrap();
        }
    }
    files
}

fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults, the first:\n{}", faults.len(), faults[..faults.len().min(12)].join("\n"));
}

/// Whether it is JSON where it says so.
fn json_faults(what: &[OsString], output: &Output) -> Option<String> {
    if !what.contains(&"json".into()) || output.stdout.is_empty() {
        return None;
    }
    serde_json::from_slice::<Value>(&output.stdout)
        .err()
        .map(|error| format!("{what:?}: {error}: {}", String::from_utf8_lossy(&output.stderr)))
}

fn tried(desk: &Desk, commands: &[Vec<OsString>]) -> Vec<String> {
    let mut found = Vec::new();
    for command in commands {
        let output = desk.run(command);
        found.extend(faults(command, &output));
        found.extend(json_faults(command, &output));
    }
    found
}

#[test]
fn what_is_said_of_hostile_case_files_commands_no_terminal() {
    let desk = Desk::new();
    let template = case();
    written(&desk, &template);
    for name in names() {
        fs::write(desk.at(&name), "nothing: here\n").unwrap();
        fs::write(desk.at(Path::new(&name).with_extension("yml")), template.value.to_string()).unwrap();
    }
    let mut commands = Vec::new();
    for format in ["text", "json"] {
        commands.push(words(&["check", ".", "--format", format]));
    }
    for format in ["text", "markdown", "json"] {
        commands.push(words(&["check", ".", "--chase", "--format", format, "--lang", "fr"]));
    }
    let found = tried(&desk, &share(commands));
    assert_none(&found);
}

#[test]
fn a_case_in_which_all_that_is_taken_was_typed_is_shown_harmless() {
    let desk = Desk::new();
    let template = case();
    // What the door refuses is not shown.
    let taken = |text: &String| read::case(template.with(text)[0].as_bytes(), today()).value.is_some();
    let texts: Vec<String> = corpus().into_iter().filter(|text| text.len() < 200).filter(taken).collect();
    assert!(texts.len() > 30 && texts.iter().any(|text| fault(text).is_some()), "{texts:?}");
    let joined: String = texts.concat().chars().take(130).collect();
    let mut commands = Vec::new();
    let hidden = "z\u{200b}e\u{200c}r\u{200d}o\u{2060}\u{ad} \u{200e}\u{200f}\u{61c} line \u{e0041}\u{fff9}".to_owned();
    for (number, text) in [hidden + &joined].iter().enumerate() {
        let file = desk.at(format!("case-{number}.yaml"));
        fs::write(&file, &template.with(text)[0]).unwrap();
        let file = file.into_os_string();
        for format in ["text", "markdown", "json"] {
            commands.push([words(&["show", "--date", "2026-11-23", "--format", format]), vec![file.clone()]].concat());
        }
        commands
            .push([words(&["score"]), vec![file.clone()], words(&["--pga", "1.5", "--date", "2026-11-23"])].concat());
        let decide =
            ["--outcome", "deferred-time", "--rationale", text, "--next", "m3", "--date", "2026-11-26", "--dry-run"];
        commands.push([words(&["decide"]), vec![file.clone()], words(&decide)].concat());
        commands.push([words(&["precedents"]), vec![file.clone()]].concat());
        commands.push([words(&["check"]), vec![file]].concat());
    }
    let found = tried(&desk, &share(commands));
    assert_none(&found);
}

#[test]
fn what_is_said_of_other_hostile_files_commands_no_terminal() {
    let desk = Desk::new();
    let run = |words: &[&str]| desk.run(&words.iter().map(OsString::from).collect::<Vec<_>>());
    let text = |output: Output| String::from_utf8(output.stdout).unwrap();
    let charter = text(run(&["charter"]));
    let identities = text(run(&["identities", "example"]));
    let guideline = text(run(&["guidelines", "example"]));
    let config = "cases: [a]\nlang: en\ntheme: dark\nmask: yes\neditor: vi\n".to_owned();
    let theme = shipped("themes/dark.yaml");
    let mut commands = Vec::new();
    for (kind, yaml) in [
        ("charter", charter),
        ("identities", identities),
        ("guidelines", guideline),
        ("config", config),
        ("theme", theme),
    ] {
        let template = Template::of(&yaml, |_| true);
        let folder = desk.at(kind);
        fs::create_dir(&folder).unwrap();
        let hostile =
            [in_one(), "\u{1b}[2J".to_owned(), "\u{9b}2J\u{202e}".to_owned(), "z\u{200b}o\u{2028}".to_owned()];
        for (number, text) in hostile.iter().enumerate() {
            for (way, yaml) in template.with(text).iter().enumerate() {
                let file = folder.join(format!("{number}{way}.yaml"));
                fs::write(&file, yaml).unwrap();
                #[cfg(unix)]
                fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
                let file = file.into_os_string();
                match kind {
                    "config" => {
                        commands.push([words(&["--config"]), vec![file.clone()], words(&["config"])].concat());
                        commands
                            .push([words(&["--config"]), vec![file], words(&["config", "--format", "json"])].concat());
                    }
                    "theme" => commands.push([words(&["--theme"]), vec![file], words(&["config"])].concat()),
                    "guidelines" => {}
                    _ => {
                        for format in ["text", "json"] {
                            let checked = [words(&[kind, "check"]), vec![file.clone()], words(&["--format", format])];
                            commands.push(checked.concat());
                        }
                    }
                }
            }
        }
    }
    for format in ["text", "json"] {
        commands.push(words(&["guidelines", "check", "guidelines", "--format", format]));
        commands.push(words(&["guidelines", "--guidelines", "guidelines", "--format", format]));
    }
    let found = tried(&desk, &share(commands));
    assert_none(&found);
}

/// Names that are not there, and texts where a word of a closed list stands.
#[test]
fn what_is_said_of_hostile_words_of_a_call_commands_no_terminal() {
    let desk = Desk::new();
    fs::write(desk.at("case.yaml"), case().value.to_string()).unwrap();
    fs::write(desk.at("table.csv"), "date;créatinine\n2026-01-01;60 µmol/L\n").unwrap();
    let mut commands = Vec::new();
    for name in names() {
        let name = || name.clone();
        let with = |before: &[&str], after: &[&str]| [words(before), vec![name()], words(after)].concat();
        commands.extend([
            with(&["check"], &[]),
            with(&["check", "--format", "json"], &[]),
            with(&["check", "--chase"], &[]),
            with(&["show"], &[]),
            with(&["show", "case.yaml", "--suppose"], &[]),
            with(&["score"], &["--pga", "1"]),
            with(&["labs", "case.yaml"], &[]),
            with(&["labs"], &["table.csv"]),
            with(&["labs", "case.yaml", "table.csv", "--unit"], &[]),
            with(&["decide"], &[]),
            with(&["precedents"], &[]),
            with(&["list", "--db"], &[]),
            with(&["list", "--sort"], &[]),
            with(&["search", "--db", "l.sqlite"], &[]),
            with(&["export", "json", "--filter"], &[]),
            with(&["export", "csv", "--table"], &[]),
            with(&["export", "csv", "-o"], &[]),
            with(&["export", "json", "-o"], &[]),
            with(&["export", "fhir", "--case"], &[]),
            with(&["export", "sql", "--archive"], &[]),
            with(&["export", "sql", "--centre"], &[]),
            with(&["sync", "import", "--archive", "a.sqlite"], &[]),
            with(&["sync", "verify", "--archive"], &[]),
            with(&["sync", "export", "--centre", "lyon", "-o"], &[]),
            with(&["backup"], &[]),
            with(&["restore"], &[]),
            with(&["verify", "--head"], &[]),
            with(&["verify", "--db"], &[]),
            with(&["history"], &[]),
            with(&["compare"], &["x"]),
            with(&["sheet"], &[]),
            with(&["minutes"], &[]),
            with(&["stats"], &[]),
            with(&["stats", "--cases"], &[]),
            with(&["due", "--kind"], &[]),
            with(&["charter", "check"], &[]),
            with(&["charter", "--charter"], &[]),
            with(&["identities", "check"], &[]),
            with(&["guidelines", "check"], &[]),
            with(&["guidelines", "--guidelines"], &[]),
            with(&["config", "--config"], &[]),
            with(&["config", "--theme"], &[]),
            with(&["config", "--format"], &[]),
            with(&["new"], &[]),
            with(&["new", "LN-1", "-o"], &[]),
            with(&["man"], &[]),
            with(&["completions"], &[]),
            with(&["meeting", "leave"], &["--day", "2026-11-26"]),
            with(&["meeting", "show", "--day"], &[]),
            with(&["sign", "x", "--by"], &[]),
            with(&["sign", "--by", "x"], &[]),
            with(&[], &["list"]),
            with(&["nothing"], &[]),
        ]);
    }
    let found = tried(&desk, &share(share(commands)));
    assert_none(&found);
}
