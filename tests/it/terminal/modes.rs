//! Who can read what the program writes, whatever the umask it runs under.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use super::*;

const UMASKS: [&str; 3] = ["000", "022", "077"];

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap_or_else(|error| panic!("{}: {error}", path.display())).permissions().mode() & 0o777
}

/// Runs a command under an umask; what it said on standard error.
fn regards(umask: &str, home: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new("/bin/sh");
    command.args(["-c", &format!("umask {umask}; exec \"$0\" \"$@\""), env!("CARGO_BIN_EXE_regards")]);
    command.args(arguments).current_dir(home).env_clear().env("HOME", home).env("XDG_DATA_HOME", home.join("data"));
    let output = command.output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn the_database_and_its_copies_are_the_owners_under_every_umask() {
    for umask in UMASKS {
        let home = Home::new();
        let mut terminal = home.open_under(umask, &[]);
        terminal.wait_for("LN-2026-001");
        terminal.send("d");
        terminal.wait_for("Justification");
        let folder = home.path().join("data/regards");
        for name in ["regards.sqlite", "regards.sqlite-wal", "regards.sqlite-shm"] {
            assert_eq!(mode(&folder.join(name)), 0o600, "{name} under {umask}");
        }
        assert_eq!((mode(&folder), mode(&home.path().join("data"))), (0o700, 0o700), "under {umask}");
        regards(umask, home.path(), &["backup", "copy.sqlite"]);
        assert_eq!(mode(&home.path().join("copy.sqlite")), 0o600, "under {umask}");
        terminal.kill();
    }
}

#[test]
fn the_copy_before_a_migration_is_the_owners_under_every_umask() {
    for umask in UMASKS {
        let home = Home::new();
        let database = home.path().join("old.sqlite");
        let old = rusqlite::Connection::open(&database).unwrap();
        old.execute_batch(include_str!("../../ledgers/v1.sql")).unwrap();
        drop(old);
        // An old ledger may be readable by others; its copy is not.
        fs::set_permissions(&database, fs::Permissions::from_mode(0o644)).unwrap();
        let terminal = home.open_under(umask, &["--db", "old.sqlite"]);
        terminal.wait_for("LN-2026-001");
        let copy = home.path().join(format!("old.before-v{}.sqlite", regards::store::STEPS.len()));
        let started = Instant::now();
        while !copy.exists() && started.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(5));
        }
        assert_eq!(mode(&copy), 0o600, "under {umask}");
        terminal.kill();
    }
}

#[test]
fn a_new_case_file_is_never_open_to_everybody() {
    for (umask, expected) in [("000", 0o660), ("002", 0o660), ("022", 0o640), ("077", 0o600)] {
        let home = Home::new();
        regards(umask, home.path(), &["new", "LN-2026-013", "-o", "new.yaml"]);
        assert_eq!(mode(&home.path().join("new.yaml")), expected, "under {umask}");
    }
}

#[test]
fn a_case_file_that_is_rewritten_keeps_its_mode_under_every_umask() {
    for umask in UMASKS {
        for kept in [0o600, 0o640, 0o664] {
            let home = Home::new();
            let file = home.path().join("cases/ln-2026-006-classe-v-1-6.yaml");
            fs::set_permissions(&file, fs::Permissions::from_mode(kept)).unwrap();
            let before = fs::read_to_string(&file).unwrap();
            let file_name = file.display().to_string();
            regards(umask, home.path(), &["score", &file_name, "--pga", "1.5", "--date", "2026-11-23", "--write"]);
            assert_ne!(fs::read_to_string(&file).unwrap(), before);
            assert_eq!(mode(&file), kept, "under {umask}");
        }
    }
}
