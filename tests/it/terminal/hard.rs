//! What a hand, a line or a system does to a terminal: sizes in a storm, a megabyte pasted, nobody who reads, a line that is
//! cut, signals, pipes that close.

use std::process::{Command, Stdio};

use regards::store::Ledger;

use super::meeting::take_down;
use super::*;
use crate::luck::{Dice, draws};

const ESCAPE: &str = "\u{1b}";
/// How soon a program ends whose terminal is gone, on a busy machine.
const SOON: Duration = Duration::from_secs(10);

fn rationale(home: &Home) -> String {
    let ledger = Ledger::open_read_only(&home.database()).unwrap();
    let draft = ledger.draft(&"LN-2026-001".parse().unwrap()).unwrap().unwrap();
    let body: serde_json::Value = draft.body.parse().unwrap();
    body["rationale"].as_str().unwrap().to_owned()
}

#[test]
fn a_storm_of_sizes_while_somebody_types_loses_no_letter() {
    let home = Home::new();
    let mut terminal = home.open(&[]);
    take_down(&mut terminal, "Zut");
    let mut dice = Dice(20_261_130);
    let sides = [(0, 0), (1, 1), (500, 200), (1, 300), (300, 1), (59, 17), (60, 18), (80, 24), (120, 36)];
    let mut typed = "Zut".to_owned();
    for turn in 0..draws(300) {
        let (columns, rows) = match dice.throw(3) {
            0 => *dice.pick(&sides),
            _ => (u16::try_from(dice.throw(240)).unwrap(), u16::try_from(dice.throw(70)).unwrap()),
        };
        terminal.resize(columns, rows);
        let letter = char::from(b'a' + u8::try_from(dice.throw(26)).unwrap());
        terminal.send(&letter.to_string());
        typed.push(letter);
        if turn % 10 == 0 {
            std::thread::sleep(Duration::from_millis(4));
        }
    }
    terminal.resize(120, 36);
    let end = typed[typed.len() - 12..].to_owned();
    terminal.wait_until(&end, |shown| shown.replace(['\n', ' ', '│'], "").contains(&end));
    assert_eq!(rationale(&home), typed);
    terminal.send("\u{3}");
    assert_eq!(terminal.ended(), 0);
    assert!(terminal.is_restored());
}

fn pasted(text: &str) -> String {
    format!("{ESCAPE}[200~{text}{ESCAPE}[201~")
}

/// About a megabyte of lines with everything in them that a line has.
fn megabyte() -> String {
    let line = "mmf 2 g/j ; pred 0,4 mg/kg -> 5 en s24 ; « é漢字😀 » <b>=1+1</b> {\"a\": [1]}\n";
    let mut text = line.repeat(1_000_000 / line.len() + 1);
    text.push_str("fin");
    text
}

/// A clipboard that holds a file by mistake: nothing of it is taken, that is said, and what was typed stays.
#[test]
fn a_megabyte_pasted_anywhere_is_answered_and_the_program_goes_on() {
    let home = Home::new();
    let mut terminal = home.open(&[]);
    let text = pasted(&megabyte());
    // A list that takes no text, a filter, a search, a form, the shorthand; between them, back to where it was.
    for keys in ["", "/", "a/"] {
        terminal.wait_for("LN-2026-001");
        terminal.send(keys);
        terminal.send(&text);
        terminal.wait_for("Rien n'a été collé");
        for _ in 0..4 {
            terminal.send(ESCAPE);
            std::thread::sleep(Duration::from_millis(40));
        }
    }
    // The screen of a case takes it for a table, and says that it is none.
    terminal.wait_for("LN-2026-001");
    terminal.send("\r");
    terminal.wait_for("Regards croisés");
    terminal.send(&text);
    terminal.send("?");
    terminal.wait_for("Touches");
    terminal.kill();
}

#[test]
fn a_megabyte_pasted_among_what_was_typed_leaves_it_and_much_is_taken() {
    let home = Home::new();
    let mut terminal = home.open(&[]);
    take_down(&mut terminal, "Avant");
    terminal.send(&pasted(&megabyte()));
    terminal.wait_for("Rien n'a été collé");
    terminal.send("apres");
    terminal.wait_for("Avantapres");
    let much: String = megabyte().chars().take(19_000).chain("fin".chars()).collect();
    terminal.send(&pasted(&much));
    terminal.wait_for("fin");
    terminal.send("0123456789");
    terminal.wait_for("0123456789");
    let kept = rationale(&home);
    assert!(kept.starts_with("Avantapresmmf 2 g/j") && kept.ends_with("fin0123456789"), "{} letters", kept.len());
    // The same where every line is read as an order.
    terminal.send("\u{1b}[Z");
    terminal.send(&pasted(&much.replace("fin", " ; hcq 5 mg/kg")));
    terminal.wait_for("hcq 5 mg/kg");
    terminal.kill();
}

#[test]
fn lines_that_a_terminal_types_instead_of_pasting_them_are_all_there() {
    let home = Home::new();
    let mut terminal = home.open_as("chair", &[], 120, 36, &[("TERM", "linux")]);
    take_down(&mut terminal, "Avant");
    terminal.send(" une\ndeux\rzwei");
    terminal.wait_for("zwei");
    assert_eq!(rationale(&home), "Avant une\ndeux\nzwei");
    terminal.kill();
}

#[test]
fn a_terminal_that_nobody_reads_for_a_while_gets_all_of_it_in_the_end() {
    let home = Home::new();
    let mut terminal = home.open(&[]);
    take_down(&mut terminal, "Zut");
    let typed: String = (0..200_u32).map(|at| char::from(b"abcdefghijklmnopqrstuvwxyz"[at as usize % 26])).collect();
    let pause = Arc::clone(&terminal.pause);
    {
        let _held = pause.lock().unwrap();
        for (turn, letter) in typed.chars().enumerate() {
            terminal.send(&letter.to_string());
            if turn % 40 == 0 {
                terminal.resize(100 + u16::try_from(turn / 40).unwrap(), 40);
            }
        }
        std::thread::sleep(Duration::from_millis(600));
    }
    terminal.send("0123456789");
    terminal.wait_until("the end", |shown| shown.replace(['\n', ' ', '│'], "").contains("0123456789"));
    assert_eq!(rationale(&home), format!("Zut{typed}0123456789"));
    #[cfg(target_os = "linux")]
    {
        let status = std::fs::read_to_string(format!("/proc/{}/status", terminal.child.process_id().unwrap())).unwrap();
        let peak = status.lines().find(|line| line.starts_with("VmHWM")).unwrap();
        let peak: u64 = peak.split_whitespace().nth(1).unwrap().parse().unwrap();
        assert!(peak < 200_000, "{peak} kB");
    }
    terminal.kill();
}

/// A terminal that hangs must not keep the system from ending the program.
///
/// `cargo test --test it though_nobody_reads -- --ignored`
#[test]
#[ignore = "waits for seconds, as long as the program may take"]
fn a_program_that_is_told_to_end_ends_though_nobody_reads_its_terminal() {
    let home = Home::new();
    let mut terminal = home.open_sized(&[], 200, 60);
    take_down(&mut terminal, "Zut");
    let pause = Arc::clone(&terminal.pause);
    let held = pause.lock().unwrap();
    // Redrawn whole again and again: more than a line holds.
    for turn in 0..40 {
        terminal.resize(200 - turn % 2, 60);
        std::thread::sleep(Duration::from_millis(10));
    }
    terminal.signal("-TERM");
    let started = Instant::now();
    while terminal.child.try_wait().unwrap().is_none() {
        assert!(started.elapsed() < SOON, "it still runs");
        std::thread::sleep(Duration::from_millis(10));
    }
    drop(held);
    assert_eq!(rationale(&home), "Zut");
}

/// Nobody holds the other end any more: a window closed, a connection cut.
fn cut_off(mut terminal: Terminal) -> Box<dyn Child + Send + Sync> {
    terminal.leaves.store(true, Ordering::Relaxed);
    terminal.send("!");
    terminal.reader.take().unwrap().join().unwrap();
    let Terminal { child, master, keyboard, .. } = terminal;
    drop((master, keyboard));
    child
}

#[test]
fn a_terminal_that_is_gone_ends_the_program_soon_and_the_draft_is_there() {
    let home = Home::new();
    for hangs_up in [true, false] {
        let mut command = CommandBuilder::new("/bin/sh");
        // As `nohup` has it, no signal tells that the line is cut.
        let words = if hangs_up { "exec \"$0\" \"$@\"" } else { "trap '' HUP; exec \"$0\" \"$@\"" };
        command.args(["-c", words, env!("CARGO_BIN_EXE_regards"), "--date", "2026-11-23"]);
        let mut terminal = home.run(command, "secretary", (120, 36), &[]);
        let typed = if hangs_up { "Zut" } else { "" };
        if hangs_up {
            take_down(&mut terminal, typed);
        } else {
            terminal.wait_for("LN-2026-001");
        }
        let mut child = cut_off(terminal);
        let started = Instant::now();
        while child.try_wait().unwrap().is_none() {
            if started.elapsed() > SOON {
                child.kill().unwrap();
                panic!("it still runs {SOON:?} after its terminal was gone, hang-up {hangs_up}");
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        // Whoever drops this library's keyboard presses Enter and Ctrl-D on it.
        assert_eq!(rationale(&home).trim_end(), "Zut!", "hang-up {hangs_up}");
    }
}

#[test]
fn stopped_and_called_back_it_gives_the_terminal_back_and_takes_it_again() {
    let home = Home::new();
    let mut terminal = home.open(&[]);
    take_down(&mut terminal, "Zut");
    for turn in 0..3 {
        terminal.signal("-TSTP");
        terminal.wait_until("the terminal given back", |_| terminal.is_restored());
        #[cfg(target_os = "linux")]
        {
            let stat = format!("/proc/{}/stat", terminal.child.process_id().unwrap());
            terminal.wait_until("a stopped program", |_| {
                std::fs::read_to_string(&stat).unwrap().rsplit(") ").next().unwrap().starts_with('T')
            });
        }
        terminal.resize(120 - turn, 36);
        terminal.signal("-CONT");
        terminal.wait_for("Justification");
        terminal.send(&turn.to_string());
        let expected = ["Zut0", "Zut01", "Zut012"][usize::from(turn)];
        terminal.wait_for(expected);
    }
    assert_eq!(rationale(&home), "Zut012");
    terminal.signal("-QUIT");
    assert_eq!(terminal.ended(), 0);
    assert!(terminal.is_restored());
}

#[test]
fn without_colours_nothing_is_coloured() {
    let home = Home::new();
    let mut terminal = home.open_as("chair", &[], 120, 36, &[("NO_COLOR", "1")]);
    for keys in ["", "\r", "?"] {
        terminal.send(keys);
        terminal.wait_until("a frame", |shown| shown.lines().filter(|line| !line.trim().is_empty()).count() > 10);
        std::thread::sleep(Duration::from_millis(60));
        let parser = terminal.screen.lock().unwrap();
        for (row, column) in (0..36).flat_map(|row| (0..120).map(move |column| (row, column))) {
            let cell = parser.screen().cell(row, column).unwrap();
            assert_eq!((cell.fgcolor(), cell.bgcolor()), (vt100::Color::Default, vt100::Color::Default));
        }
    }
    terminal.kill();
}

/// In a shell, with the shipped cases as `cases` and a ledger of its own; its exit code and what stands on standard error.
fn shell(home: &Home, words: &str) -> (Option<i32>, String) {
    let mut command = Command::new("/bin/bash");
    command.args(["-c", &format!("set -o pipefail; {words}")]).current_dir(home.path()).env_clear();
    let regards = Path::new(env!("CARGO_BIN_EXE_regards")).parent().unwrap();
    command
        .env("PATH", format!("{}:/usr/bin:/bin", regards.display()))
        .env("HOME", home.path())
        .env("LANG", "en_GB.UTF-8");
    let output = command.stdin(Stdio::null()).output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn a_reader_who_has_seen_enough_ends_it_without_a_word() {
    let home = Home::new();
    let case = "cases/ln-2026-006-classe-v-1-6.yaml";
    shell(
        &home,
        &format!(
            "mkdir -p .local/share/regards; regards decide {case} --outcome deferred-time --rationale x --next m3"
        ),
    );
    for words in [
        &format!("show {case}"),
        &format!("show {case} --format json"),
        &format!("show {case} --format markdown"),
        "guidelines --format json",
        "schema",
        "schema show",
        "completions bash",
        "man",
        "--help",
        "config --keys",
        "check cases --chase",
        "export json",
        "export csv --table decisions",
        "export dictionary",
        "export sql --centre lyon",
        "sync export",
        "list",
        "stats",
    ] {
        for reader in ["head -c 1 >/dev/null", "true"] {
            let (code, err) = shell(&home, &format!("regards {words} | {reader}"));
            assert!(matches!(code, Some(0 | 1)), "{words} | {reader}: {code:?} {err}");
            assert!(err.is_empty(), "{words} | {reader}: {err}");
        }
    }
}

#[test]
fn closed_streams_are_no_panic() {
    let home = Home::new();
    let case = "cases/ln-2026-006-classe-v-1-6.yaml";
    for words in [&format!("show {case}"), "check cases", "nothing", "", "verify", "--help"] {
        for streams in ["<&-", ">&-", "2>&-", "<&- >&- 2>&-", "</dev/null", ">/dev/full", ">/dev/full 2>&1"] {
            let (code, err) = shell(&home, &format!("regards {words} {streams}"));
            assert!(matches!(code, Some(0..=3)), "{words} {streams}: {code:?} {err}");
            assert!(!err.contains("panicked"), "{words} {streams}: {err}");
        }
    }
}
