//! Files that are none, and files that are another a moment later: each is answered soon, and none keeps the others back.

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use regards::cli::{Print, check};
use regards::store::{find, load};
use regards::text::Lang;

use super::today;

const PLAIN: Print = Print::Sentences { colour: false };

fn checked(paths: &[PathBuf]) -> (u8, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = check(paths, PLAIN, Lang::En, today(), &mut out, &mut err).unwrap();
    (code, String::from_utf8(out).unwrap() + &String::from_utf8(err).unwrap())
}

fn shipped() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/ln-2026-006-classe-v-1-6.yaml")).unwrap()
}

#[test]
fn loops_sockets_devices_and_what_is_too_large_are_said_and_the_others_read() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("sound.yaml"), shipped()).unwrap();
    symlink(at("b.yaml"), at("a.yaml")).unwrap();
    symlink(at("a.yaml"), at("b.yaml")).unwrap();
    symlink(folder.path(), at("self.yaml")).unwrap();
    symlink("/dev/zero", at("zero.yaml")).unwrap();
    symlink("/dev/null", at("null.yaml")).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(at("socket.yaml")).unwrap();
    // A gigabyte of nothing takes no room on the disk.
    File::create(at("huge.yaml")).unwrap().set_len(1 << 30).unwrap();
    fs::write(at("utf16.yaml"), "\u{feff}format: 1\n".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>())
        .unwrap();
    fs::write(at("empty.yaml"), "").unwrap();
    let started = Instant::now();
    let (code, said) = checked(&[folder.path().to_owned()]);
    assert!(started.elapsed() < Duration::from_secs(5), "{:?}", started.elapsed());
    assert_eq!(code, 3);
    for name in [
        "a.yaml",
        "b.yaml",
        "self.yaml",
        "zero.yaml",
        "null.yaml",
        "socket.yaml",
        "huge.yaml",
        "utf16.yaml",
        "empty.yaml",
    ] {
        assert!(said.contains(name), "{name}: {said}");
    }
    assert!(!said.contains("sound.yaml"), "{said}");
}

/// What grows, shrinks, vanishes and comes back under another's hands is read whole, or said not to be.
#[test]
fn a_file_that_changes_while_it_is_read_is_answered() {
    let folder = tempfile::tempdir().unwrap();
    let (path, other) = (folder.path().join("a.yaml"), folder.path().join("b"));
    let whole = shipped();
    let stops = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut turn = 0_usize;
            while !stops.load(Ordering::Relaxed) {
                turn += 1;
                match turn % 4 {
                    0 => fs::write(&path, &whole[..whole.len() / 2]).unwrap(),
                    1 => fs::write(&path, whole.repeat(20)).unwrap(),
                    2 => {
                        fs::write(&other, &whole).unwrap();
                        fs::rename(&other, &path).unwrap();
                    }
                    _ => {
                        let _ = fs::remove_file(&path);
                    }
                }
            }
        });
        for _ in 0..150 {
            let file = load(&path, today());
            assert_eq!(file.case().is_none(), !file.reading.is_sound());
            assert!(file.case().is_some() || !file.reading.remarks.is_empty());
        }
        stops.store(true, Ordering::Relaxed);
    });
}

/// `cargo test --test it ten_thousand_files -- --ignored`
#[test]
#[ignore = "writes ten thousand files"]
fn ten_thousand_files_are_checked_while_one_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let text = shipped();
    for number in 0..10_000 {
        fs::write(
            folder.path().join(format!("{number:05}.yaml")),
            text.replace("LN-2026-006", &format!("LN-{number}")),
        )
        .unwrap();
    }
    let stops = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !stops.load(Ordering::Relaxed) {
                let path = folder.path().join("05000.yaml");
                fs::write(&path, "").unwrap();
                fs::write(&path, &text).unwrap();
            }
        });
        let started = Instant::now();
        let (_, said) = checked(&[folder.path().to_owned()]);
        assert!(said.contains("10,000 cases") || said.contains("10000 cases"), "{said}");
        println!("{:?}", started.elapsed());
        stops.store(true, Ordering::Relaxed);
    });
    assert_eq!(find(&[folder.path().to_owned()]).files.len(), 10_000);
}

/// Whoever opens a pipe waits for its other end. A pipe that is named for identities, a table or a theme is read: what decrypts
/// them may stand at its other end.
#[test]
fn a_pipe_in_a_files_place_is_said_and_nothing_waits() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe.yaml");
    assert!(Command::new("mkfifo").arg("-m").arg("600").arg(&pipe).status().unwrap().success());
    let pipe = pipe.to_str().unwrap();
    let themes = folder.path().join(".config/regards/themes");
    fs::create_dir_all(&themes).unwrap();
    symlink(pipe, themes.join("pipe.yaml")).unwrap();
    for words in [
        vec!["check", pipe],
        vec!["charter", "check", pipe],
        vec!["guidelines", "check", pipe],
        vec!["config", "--config", pipe],
        vec!["config"],
        vec!["show", pipe],
        vec!["charter", "--charter", pipe],
        vec!["list", "--db", pipe],
        vec!["restore", pipe, "--dry-run"],
        vec!["sync", "verify", "--archive", pipe],
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_regards"));
        command.args(&words).current_dir(folder.path()).env_clear().env("HOME", folder.path());
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let started = Instant::now();
        while child.try_wait().unwrap().is_none() {
            if started.elapsed() > Duration::from_secs(10) {
                child.kill().unwrap();
                panic!("{words:?} waits");
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        let output = child.wait_with_output().unwrap();
        assert!(matches!(output.status.code(), Some(0..=3)), "{words:?}: {:?}", output.status);
    }
}

/// In a folder that nobody may write to, what reads still reads, and what writes says why not.
#[test]
fn a_folder_that_takes_nothing_is_said() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("closed");
    fs::create_dir(&inside).unwrap();
    fs::write(inside.join("a.yaml"), shipped()).unwrap();
    fs::set_permissions(&inside, fs::Permissions::from_mode(0o500)).unwrap();
    let is_root = File::create(inside.join("probe")).is_ok();
    if is_root {
        return; // The superuser may write anywhere.
    }
    for (words, expected) in [
        (vec!["check", "a.yaml"], 0),
        (vec!["show", "a.yaml"], 0),
        (vec!["new", "LN-1", "-o", "b.yaml"], 3),
        (vec!["score", "a.yaml", "--pga", "1", "--date", "2026-11-23", "--write"], 3),
        (vec!["list", "--db", "l.sqlite"], 3),
        (
            vec![
                "decide",
                "a.yaml",
                "--outcome",
                "deferred-time",
                "--rationale",
                "x",
                "--next",
                "m3",
                "--db",
                "l.sqlite",
            ],
            3,
        ),
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_regards"));
        command.args(&words).current_dir(&inside).env_clear().env("HOME", folder.path());
        let output = command.output().unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(expected), "{words:?}: {err}");
        assert!(expected == 0 || err.trim().len() > 10, "{words:?}: {err}");
    }
    fs::set_permissions(&inside, fs::Permissions::from_mode(0o700)).unwrap();
}
