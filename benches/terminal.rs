//! The program in a real pseudo-terminal, beside the least that ratatui can do there: from the start to the first frame with
//! cases on it, and from a key to the last byte of its answer.
//!
//! The empty program is this one, started with a word. `REGARDS_PROGRAM=target/release/regards` measures another build of ours.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::io::{BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group};
use crossterm::event::{Event, KeyCode, read};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::style::Style;
use ratatui::widgets::{Block, List, ListState};

/// Starts this program as the empty one.
const EMPTY: &str = "--empty";

/// An answer has ended when nothing more came for so long; the wait is in no figure.
const QUIET: Duration = Duration::from_millis(20);
/// Nothing takes so long.
const PATIENCE: Duration = Duration::from_secs(10);

const SIZES: [(u16, u16); 2] = [(120, 36), (160, 45)];
const DOWN: &str = "\x1b[B";
const UP: &str = "\x1b[A";

/// The empty program: a list of 10,000 rows with a cursor, until `q`.
fn empty() -> std::io::Result<()> {
    enable_raw_mode()?;
    crossterm::execute!(std::io::stdout(), EnterAlternateScreen)?;
    let mut terminal = Terminal::new(CrosstermBackend::new(BufWriter::new(std::io::stdout())))?;
    let rows: Vec<String> = (0..10_000).map(|row| format!("LN-2026-{row:05} a row of the list")).collect();
    let list = List::new(rows).block(Block::bordered()).highlight_style(Style::new().reversed());
    let mut state = ListState::default().with_selected(Some(0));
    loop {
        terminal.draw(|frame| frame.render_stateful_widget(&list, frame.area(), &mut state))?;
        match read()? {
            Event::Key(key) if key.code == KeyCode::Down => state.select_next(),
            Event::Key(key) if key.code == KeyCode::Up => state.select_previous(),
            Event::Key(key) if key.code == KeyCode::Char('q') => break,
            _ => {}
        }
    }
    crossterm::execute!(std::io::stdout(), LeaveAlternateScreen)?;
    disable_raw_mode()
}

/// A program on a terminal of its own.
struct Running {
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    output: Receiver<(Instant, Vec<u8>)>,
    /// The terminal lasts as long as it is kept.
    _master: Box<dyn MasterPty + Send>,
}

impl Running {
    fn start(mut command: CommandBuilder, home: &Path, (columns, rows): (u16, u16)) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        command.cwd(home);
        command.env_clear();
        command.env("HOME", home);
        command.env("TERM", "xterm-256color");
        command.env("LANG", "fr_FR.UTF-8");
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (said, output) = channel();
        std::thread::spawn(move || {
            let mut bytes = vec![0; 64 * 1024];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if said.send((Instant::now(), bytes[..count].to_vec())).is_err() {
                    return;
                }
            }
        });
        let keyboard = pair.master.take_writer().unwrap();
        Self { child, keyboard, output, _master: pair.master }
    }

    /// The moment at which this text had come.
    fn shown(&self, text: &str) -> Instant {
        let mut all = Vec::new();
        loop {
            let (at, bytes) = self.output.recv_timeout(PATIENCE).unwrap();
            all.extend(bytes);
            if all.windows(text.len()).any(|some| some == text.as_bytes()) {
                return at;
            }
        }
    }

    /// The moment of the last byte before it is quiet; none where nothing came.
    fn quiet(&self, quiet: Duration) -> Option<Instant> {
        let mut last = None;
        while let Ok((at, _)) = self.output.recv_timeout(quiet) {
            last = Some(at);
        }
        last
    }

    /// From writing a key to the last byte of the answer.
    fn key(&mut self, key: &str) -> Duration {
        let start = Instant::now();
        self.keyboard.write_all(key.as_bytes()).unwrap();
        self.keyboard.flush().unwrap();
        let (first, _) = self.output.recv_timeout(PATIENCE).unwrap();
        self.quiet(QUIET).unwrap_or(first) - start
    }

    fn end(mut self) {
        self.keyboard.write_all(b"q").unwrap();
        self.child.wait().unwrap();
    }
}

/// Fifty cases and an own home.
fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let mut paths: Vec<_> = std::fs::read_dir(shipped).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    std::fs::create_dir(home.path().join("cases")).unwrap();
    for (number, path) in (1..=50).zip(paths.iter().cycle()) {
        let text = std::fs::read_to_string(path).unwrap();
        let numbered = |line: &str| {
            if line.starts_with("case: ") { format!("case: XX-2026-{number:03}\n") } else { format!("{line}\n") }
        };
        let lines = text.lines().map(numbered);
        std::fs::write(home.path().join(format!("cases/{number:03}.yaml")), lines.collect::<String>()).unwrap();
    }
    home
}

fn ours() -> CommandBuilder {
    let built = || PathBuf::from(env!("CARGO_BIN_EXE_regards"));
    let program = std::env::var_os("REGARDS_PROGRAM").map_or_else(built, PathBuf::from);
    let mut command = CommandBuilder::new(std::path::absolute(program).unwrap());
    command.args(["--date", "2026-11-23"]);
    command
}

fn floor() -> CommandBuilder {
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.arg(EMPTY);
    command
}

fn start(criterion: &mut Criterion, home: &Path) {
    let mut group = criterion.benchmark_group("start to the first frame, 120x36");
    for (name, command, text) in
        [("floor: an empty program", floor as fn() -> _, "LN-2026-"), ("fifty cases", ours, "XX-2026-")]
    {
        group.bench_function(name, |bencher| {
            bencher.iter_custom(|times| {
                let one = |_| {
                    let start = Instant::now();
                    let running = Running::start(command(), home, (120, 36));
                    let taken = running.shown(text) - start;
                    running.quiet(QUIET);
                    running.end();
                    taken
                };
                (0..times).map(one).sum()
            });
        });
    }
    group.finish();
}

/// The keys that lead to a screen, by its name.
const PLACES: [(&str, &[&str]); 3] = [("agenda", &[]), ("case table", &["\r"]), ("curves", &["\r", "t"])];

fn keys(criterion: &mut Criterion, home: &Path) {
    for size in SIZES {
        let mut group = criterion.benchmark_group(format!("key to frame, {}x{}", size.0, size.1));
        let empty = ("floor: an empty program", floor as fn() -> _, "LN-2026-", [].as_slice());
        let places = PLACES.map(|(name, way)| (name, ours as fn() -> _, "XX-2026-", way));
        for (name, command, text, way) in std::iter::once(empty).chain(places) {
            let mut running = Running::start(command(), home, size);
            running.shown(text);
            // All cases are read, and what is to be made ready is ready.
            running.quiet(Duration::from_millis(500));
            for key in way {
                running.key(key);
            }
            group.bench_function(name, |bencher| {
                let one = |running: &mut Running, turn| running.key(if turn % 2 == 0 { DOWN } else { UP });
                bencher.iter_custom(|times| (0..times).map(|turn| one(&mut running, turn)).sum());
            });
            for _ in way {
                running.key("\x1b");
            }
            running.end();
        }
        group.finish();
    }
}

fn terminal(criterion: &mut Criterion) {
    let home = home();
    start(criterion, home.path());
    keys(criterion, home.path());
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .warm_up_time(Duration::from_millis(20))
        .measurement_time(Duration::from_millis(300))
        .sample_size(20);
    targets = terminal
}

fn main() {
    if std::env::args().any(|word| word == EMPTY) {
        empty().unwrap();
        return;
    }
    benches();
    Criterion::default().configure_from_args().final_summary();
}
