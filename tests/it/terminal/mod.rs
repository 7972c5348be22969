//! The real program in a real pseudo-terminal: opened, used, killed, two at once.

mod after;
#[cfg(feature = "encryption")]
mod encryption;
mod first;
#[cfg(unix)]
mod ground;
mod hand;
#[cfg(unix)]
mod hard;
#[cfg(unix)]
mod intake;
mod kill;
mod looks;
mod meeting;
#[cfg(unix)]
mod modes;
#[cfg(unix)]
mod pictures;
mod scores;
mod session;
mod two;

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// Longest time anything may take; generous, for a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// How a terminal is asked for its background (xterm's OSC 11).
const QUESTION: &[u8] = b"\x1b]11;?\x1b\\";

/// The program on a terminal of its own, with its own home and database.
struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    keyboard: Box<dyn Write + Send>,
    screen: Arc<Mutex<vt100::Parser>>,
    /// Whether the program asked what the terminal's background is.
    asked: Arc<AtomicBool>,
    /// What reads the program's output to its end.
    reader: Option<std::thread::JoinHandle<()>>,
    /// Held by a test, nobody reads.
    pause: Arc<Mutex<()>>,
    /// Set, nobody reads any more once something more was read.
    leaves: Arc<AtomicBool>,
}

/// A home folder with a copy of the shipped cases in it.
struct Home(tempfile::TempDir);

impl Home {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let cases = home.path().join("cases");
        std::fs::create_dir(&cases).unwrap();
        let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
        for entry in std::fs::read_dir(shipped).unwrap() {
            let entry = entry.unwrap();
            std::fs::copy(entry.path(), cases.join(entry.file_name())).unwrap();
        }
        Self(home)
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn database(&self) -> PathBuf {
        self.path().join("data").join("regards").join("regards.sqlite")
    }

    fn open(&self, arguments: &[&str]) -> Terminal {
        self.open_sized(arguments, 120, 36)
    }

    /// As a shell with this umask opens it.
    #[cfg(unix)]
    fn open_under(&self, umask: &str, arguments: &[&str]) -> Terminal {
        let mut command = CommandBuilder::new("/bin/sh");
        command.args(["-c", &format!("umask {umask}; exec \"$0\" \"$@\""), env!("CARGO_BIN_EXE_regards")]);
        command.args(arguments);
        self.run(command, "secretary", (120, 36), &[])
    }

    fn open_sized(&self, arguments: &[&str], columns: u16, rows: u16) -> Terminal {
        self.open_as("secretary", arguments, columns, rows, &[])
    }

    /// The program as this person runs it, with more in its environment.
    fn open_as(&self, user: &str, arguments: &[&str], columns: u16, rows: u16, more: &[(&str, &str)]) -> Terminal {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_regards"));
        command.args(arguments);
        // Two that are started on either side of midnight must agree on the day.
        if !arguments.contains(&"--date") {
            command.args(["--date", "2026-11-23"]);
        }
        self.run(command, user, (columns, rows), more)
    }

    /// The program where no file may grow beyond so many blocks, as a shell counts them.
    fn open_limited(&self, blocks: u32) -> Terminal {
        let mut command = CommandBuilder::new("/bin/sh");
        command.args(["-c", &format!("ulimit -f {blocks}; exec \"$0\""), env!("CARGO_BIN_EXE_regards")]);
        self.run(command, "secretary", (120, 36), &[])
    }

    fn run(
        &self,
        mut command: CommandBuilder,
        user: &str,
        (columns, rows): (u16, u16),
        more: &[(&str, &str)],
    ) -> Terminal {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        command.cwd(self.path());
        command.env_clear();
        command.env("HOME", self.path());
        command.env("XDG_DATA_HOME", self.path().join("data"));
        command.env("TERM", "xterm-256color");
        command.env("LANG", "fr_FR.UTF-8");
        command.env("USER", user);
        command.env("EDITOR", "true");
        for (name, value) in more {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let screen = Arc::new(Mutex::new(vt100::Parser::new(rows, columns, 0)));
        let mut output = pair.master.try_clone_reader().unwrap();
        let shown = Arc::clone(&screen);
        let asked = Arc::new(AtomicBool::new(false));
        let asks = Arc::clone(&asked);
        let (pause, leaves) = (Arc::new(Mutex::new(())), Arc::new(AtomicBool::new(false)));
        let (paused, is_left) = (Arc::clone(&pause), Arc::clone(&leaves));
        let reader = std::thread::spawn(move || {
            let mut bytes = [0; 16 * 1024];
            while let Ok(count) = output.read(&mut bytes) {
                if count == 0 || is_left.load(Ordering::Relaxed) {
                    return;
                }
                drop(paused.lock().unwrap());
                let said = &bytes[..count];
                if said.windows(QUESTION.len()).any(|some| some == QUESTION) {
                    asks.store(true, Ordering::Relaxed);
                }
                shown.lock().unwrap().process(said);
            }
        });
        let keyboard = pair.master.take_writer().unwrap();
        Terminal { child, master: pair.master, keyboard, screen, asked, reader: Some(reader), pause, leaves }
    }
}

impl Terminal {
    fn shown(&self) -> String {
        self.screen.lock().unwrap().screen().contents()
    }

    /// Waits as [`Terminal::wait_for`] does; tells how long after this moment it was.
    fn seen_after(&self, started: Instant, text: &str) -> Duration {
        self.wait_for(text);
        started.elapsed()
    }

    /// What the screen showed last, once the program is gone.
    fn last_shown(&mut self) -> String {
        if let Some(reader) = self.reader.take() {
            reader.join().unwrap();
        }
        self.shown()
    }

    /// Waits until the screen shows this; fails with the screen otherwise.
    fn wait_for(&self, text: &str) {
        self.wait_until(&format!("`{text}`"), |shown| shown.contains(text));
    }

    fn wait_until(&self, what: &str, holds: impl Fn(&str) -> bool) {
        let started = Instant::now();
        while started.elapsed() < PATIENCE {
            if holds(&self.shown()) {
                return;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("waited in vain for {what}; the screen shows:\n{}", self.shown());
    }

    fn send(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).unwrap();
        self.keyboard.flush().unwrap();
    }

    fn resize(&mut self, columns: u16, rows: u16) {
        // First the picture, then the program: what it draws for the new size must not be cut at the old one. The picture has room
        // for the widest letter and for a line that goes on in the next: it falls over without.
        self.screen.lock().unwrap().screen_mut().set_size(rows.max(2), columns.max(2));
        self.master.resize(PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }).unwrap();
    }

    /// `kill -9`.
    fn kill(mut self) {
        self.kill_now();
    }

    fn kill_now(&mut self) {
        // The library's own way of killing asks politely first.
        self.signal("-KILL");
        self.child.wait().unwrap();
    }

    fn signal(&self, signal: &str) {
        let id = self.child.process_id().unwrap().to_string();
        assert!(std::process::Command::new("kill").args([signal, &id]).status().unwrap().success());
    }

    /// Waits for the program to end; its exit code.
    fn ended(&mut self) -> u32 {
        let started = Instant::now();
        while started.elapsed() < PATIENCE {
            if let Some(status) = self.child.try_wait().unwrap() {
                std::thread::sleep(Duration::from_millis(50));
                return status.exit_code();
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("the program did not end; the screen shows:\n{}", self.shown());
    }

    /// The terminal is as it was: the usual screen, a visible cursor, no pasting mode, no mouse.
    fn is_restored(&self) -> bool {
        let parser = self.screen.lock().unwrap();
        let screen = parser.screen();
        let mouse = screen.mouse_protocol_mode();
        !screen.alternate_screen()
            && !screen.hide_cursor()
            && !screen.bracketed_paste()
            && mouse == vt100::MouseProtocolMode::None
    }
}
