//! A passphrase at the door: typed unseen or read from a file, and what is said when it does not fit.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};

use regards::store::{Key, Ledger};
use zeroize::Zeroizing;

use super::meeting::take_down;
use super::*;

const SECRET: &str = "l'été à Marseille";

fn key() -> Key {
    Key::of_passphrase(Zeroizing::new(SECRET.to_owned())).unwrap()
}

fn secret_file(home: &Home, name: &str, text: &str, mode: u32) -> String {
    let path = home.path().join(name);
    fs::write(&path, text).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
    path.display().to_string()
}

fn command(home: &Home, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_regards"));
    command.args(arguments).current_dir(home.path()).env_clear().stdin(Stdio::null());
    command.env("HOME", home.path()).env("XDG_DATA_HOME", home.path().join("data"));
    command
}

fn regards(home: &Home, arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = command(home, arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

fn sealed(home: &Home) {
    regards::store::make_private_folder(home.database().parent().unwrap()).unwrap();
    drop(Ledger::open_with_key(&home.database(), &key()).unwrap());
}

/// No core of it would be written.
#[cfg(target_os = "linux")]
fn leaves_no_core(terminal: &Terminal) -> bool {
    let limits = fs::read_to_string(format!("/proc/{}/limits", terminal.child.process_id().unwrap())).unwrap();
    let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
    core.split_whitespace().filter(|word| *word == "0").count() == 2
}

#[test]
fn a_new_encrypted_ledger_is_made_with_a_passphrase_typed_twice_and_never_shown() {
    let home = Home::new();
    let mut terminal = home.open(&["--encrypt"]);
    terminal.wait_for("Phrase secrète à donner");
    terminal.send(&format!("{SECRET}x\x7f\r"));
    terminal.wait_for("Encore une fois");
    terminal.send(&format!("{SECRET}\r"));
    take_down(&mut terminal, "Accord de la patiente.");
    assert!(!terminal.shown().contains("Marseille"));
    terminal.send("\u{12}");
    terminal.wait_for("Lire à voix haute");
    terminal.send("\r");
    terminal.wait_for("verrouillée");
    terminal.kill();
    let folder = home.database().parent().unwrap().to_owned();
    for entry in fs::read_dir(folder).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        assert!(!bytes.windows(6).any(|part| part == b"Accord" || part == b"SQLite"));
    }
    assert!(Ledger::open_read_only(&home.database()).is_err());
    assert!(Ledger::open_read_only_with_key(&home.database(), &key()).unwrap().verify().unwrap().is_sound());

    // The next meeting asks once; the search on the other thread has the key too.
    let mut shell = CommandBuilder::new("/bin/sh");
    shell.args(["-c", "ulimit -c unlimited 2>/dev/null; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_regards")]);
    shell.args(["--date", "2026-11-23"]);
    let mut terminal = home.run(shell, "secretary", (120, 36), &[]);
    terminal.wait_for("Phrase secrète de");
    terminal.send(&format!("{SECRET}\r"));
    terminal.wait_for("décidé");
    #[cfg(target_os = "linux")]
    assert!(leaves_no_core(&terminal));
    terminal.send("a/patiente");
    terminal.wait_until("the decision", |shown| shown.contains("patiente") && shown.contains("LN-2026-001"));
    terminal.send("\u{1b}");
    terminal.wait_for("Esc retour");
    terminal.send("\u{1b}");
    terminal.wait_for("a décisions passées");
    terminal.send("q");
    assert_eq!(terminal.ended(), 0);
    assert!(terminal.is_restored());
}

#[test]
fn two_passphrases_that_differ_make_nothing() {
    let home = Home::new();
    let mut terminal = home.open(&["--encrypt"]);
    terminal.wait_for("Phrase secrète à donner");
    terminal.send("one\r");
    terminal.wait_for("Encore une fois");
    terminal.send("two\r");
    terminal.wait_for("diffèrent");
    assert_eq!(terminal.ended(), 3);
    assert!(!home.database().exists());
}

#[test]
fn a_wrong_passphrase_is_a_sentence_and_the_meeting_does_not_begin() {
    let home = Home::new();
    sealed(&home);
    let before = fs::read(home.database()).unwrap();
    let mut terminal = home.open(&[]);
    terminal.wait_for("Phrase secrète de");
    terminal.send("wrong\r");
    terminal.wait_for("n'ouvre pas");
    assert_eq!(terminal.ended(), 3);
    let mut terminal = home.open(&[]);
    terminal.wait_for("Phrase secrète de");
    terminal.send("abc\u{3}");
    terminal.wait_for("rien n'a été fait");
    assert_eq!(terminal.ended(), 3);
    assert_eq!(fs::read(home.database()).unwrap(), before);
}

#[test]
fn a_file_gives_the_passphrase_where_only_its_owner_can_read_it() {
    let home = Home::new();
    sealed(&home);
    let good = secret_file(&home, "secret", &format!("{SECRET}\n"), 0o600);
    let (code, out, err) = regards(&home, &["verify", "--passphrase-file", &good]);
    assert_eq!((code, err.as_str()), (Some(0), ""), "{out}");
    for mode in [0o640, 0o604, 0o644] {
        let open = secret_file(&home, "open", SECRET, mode);
        let (code, out, err) = regards(&home, &["verify", "--passphrase-file", &open]);
        assert_eq!((code, out.as_str()), (Some(3), ""));
        assert!(err.contains(&format!("chmod 600 {open}")), "{err}");
    }
    for (text, said) in [("wrong", "does not open"), ("", "at least one character")] {
        let bad = secret_file(&home, "bad", text, 0o600);
        let (code, _, err) = regards(&home, &["list", "--passphrase-file", &bad]);
        assert_eq!(code, Some(3));
        assert!(err.contains(said) && err.lines().count() == 1, "{err}");
    }
    for arguments in [&["list"][..], &["list", "--passphrase-file", SECRET]] {
        let (code, _, err) = regards(&home, arguments);
        assert_eq!(code, Some(3));
        assert!(err.contains("--passphrase-file") && !err.contains(SECRET), "{err}");
    }
    let (code, _, _) = regards(&home, &["check"]);
    assert_eq!(code, Some(0), "what does not need the ledger does not ask");
}

#[test]
fn an_open_descriptor_gives_the_passphrase() {
    let home = Home::new();
    sealed(&home);
    let script =
        format!("printf '%s\\n' \"$SECRET\" | {} list --passphrase-file /dev/fd/0", env!("CARGO_BIN_EXE_regards"));
    let mut shell = Command::new("/bin/sh");
    shell.args(["-c", &script]).current_dir(home.path()).env_clear().env("SECRET", SECRET);
    shell.env("HOME", home.path()).env("XDG_DATA_HOME", home.path().join("data"));
    let output = shell.output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn backups_are_encrypted_as_asked() {
    let home = Home::new();
    let secret = secret_file(&home, "secret", SECRET, 0o600);
    let plain = home.path().join("plain.sqlite");
    drop(Ledger::open(&plain).unwrap());
    let plain = plain.display().to_string();
    let at = |name: &str| home.path().join(name);
    let run = |arguments: &[&str]| {
        let (code, _, err) = regards(&home, &[arguments, &["--passphrase-file", &secret]].concat());
        assert_eq!((code, err.as_str()), (Some(0), ""), "{arguments:?}");
    };
    run(&["backup", "--encrypt", "sealed.sqlite", "--db", &plain]);
    run(&["backup", "again.sqlite", "--db", "sealed.sqlite"]);
    run(&["backup", "--plain", "back.sqlite", "--db", "sealed.sqlite"]);
    for name in ["sealed.sqlite", "again.sqlite"] {
        assert!(Ledger::open_read_only(&at(name)).is_err(), "{name}");
        assert!(Ledger::open_read_only_with_key(&at(name), &key()).is_ok(), "{name}");
    }
    assert!(Ledger::open_read_only(&at("back.sqlite")).unwrap().verify().unwrap().is_sound());
    for name in ["sealed.sqlite", "again.sqlite", "back.sqlite"] {
        assert_eq!(fs::metadata(at(name)).unwrap().permissions().mode() & 0o777, 0o600, "{name}");
    }
    let (code, _, _) = regards(&home, &["backup", "--plain", "--encrypt", "x.sqlite", "--db", "sealed.sqlite"]);
    assert_eq!(code, Some(2));
}

#[test]
fn a_plain_ledger_is_not_taken_for_an_encrypted_one() {
    let home = Home::new();
    regards::store::make_private_folder(home.database().parent().unwrap()).unwrap();
    drop(Ledger::open(&home.database()).unwrap());
    let mut terminal = home.open(&["--encrypt"]);
    terminal.wait_for("n'est pas chiffrée");
    assert_eq!(terminal.ended(), 2);
}
