//! Every door that text comes in by, thrown at random pieces of what it takes: it answers soon, panics never, and whatever it
//! refuses has its place in the file.
//!
//! What makes a door answer in a way that nothing before did is kept and grown on, as a fuzzer keeps what reaches new code.
//! `REGARDS_FUZZ=100000 cargo test --release --test it fuzz -- --ignored --nocapture` throws so many at each door, from other
//! dice at each run unless `REGARDS_FUZZ_SEED` names them; a failure prints what was thrown.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use regards::archive::filter;
use regards::cli::config::Config;
use regards::domain::Day;
use regards::knowledge::{Auditor, Country, Library};
use regards::meeting::session::read_charter;
use regards::meeting::{Plan, read as read_shorthand};
use regards::read::{self, LabPlan, Reading, edited};
use regards::report::Sheet;
use regards::store::SharedArchive;
use regards::text::{Lang, advice, identities_example};
use regards::view::Theme;

use crate::hostile::{corpus, fault};
use crate::luck::{Dice, draws};
use crate::scene::library;

/// Longer than any door takes for what is thrown here, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(10);
/// What is thrown is at most so long: what is long has tests of its own.
const LONGEST: usize = 20_000;

fn today() -> Day {
    "2026-11-23".parse().unwrap()
}

/// What a door says to some bytes, each kind of answer by a name.
type Door<'a> = &'a dyn Fn(&[u8]) -> Vec<String>;

struct Fuzz {
    dice: Dice,
    /// What was answered in a new way, and what it began with.
    pool: Vec<Vec<u8>>,
    /// Kinds of answers.
    seen: HashSet<String>,
    words: Vec<Vec<u8>>,
}

impl Fuzz {
    fn new(seed: u64, seeds: Vec<String>, words: &[&str]) -> Self {
        let own = words.iter().map(|word| word.as_bytes().to_vec());
        let hostile = corpus().into_iter().filter(|text| text.len() < 200).map(String::into_bytes);
        let words = own.chain(hostile).collect();
        Self {
            dice: Dice(seed),
            pool: seeds.into_iter().map(String::into_bytes).collect(),
            seen: HashSet::new(),
            words,
        }
    }

    /// Throws so many at a door; gives how many kinds of answers came back.
    fn throw(&mut self, count: u32, name: &str, door: Door<'_>) -> usize {
        for seed in self.pool.clone() {
            self.answered(&seed, name, door);
        }
        for _ in 0..count {
            let mut bytes = self.dice.pick(&self.pool).clone();
            for _ in 0..=self.dice.throw(4) {
                self.change(&mut bytes);
            }
            bytes.truncate(LONGEST);
            if self.answered(&bytes, name, door) {
                self.pool.push(bytes);
            }
        }
        self.seen.len()
    }

    /// Whether the answer is of a new kind.
    fn answered(&mut self, bytes: &[u8], name: &str, door: Door<'_>) -> bool {
        let started = Instant::now();
        let answer = catch_unwind(AssertUnwindSafe(|| door(bytes)));
        let shown = String::from_utf8_lossy(bytes).escape_debug().to_string();
        let kinds = answer.unwrap_or_else(|_| panic!("{name} fell over: {shown}"));
        assert!(started.elapsed() < PATIENCE, "{name} took {:?}: {shown}", started.elapsed());
        let before = self.seen.len();
        self.seen.extend(kinds);
        self.seen.len() > before
    }

    fn change(&mut self, bytes: &mut Vec<u8>) {
        let dice = &mut self.dice;
        let at = dice.throw(bytes.len() + 1);
        let end = (at + dice.throw(40)).min(bytes.len());
        match dice.throw(10) {
            0 if at < bytes.len() => bytes[at] ^= 1 << dice.throw(8),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let word = dice.pick(&self.words).clone();
                bytes.splice(at..end, word);
            }
            3 => {
                let word = dice.pick(&self.words).clone();
                bytes.splice(at..at, word);
            }
            4 => {
                // A piece of another one.
                let other = dice.pick(&self.pool).clone();
                let from = dice.throw(other.len() + 1);
                let to = (from + dice.throw(120)).min(other.len());
                bytes.splice(at..end, other[from..to].iter().copied());
            }
            5 => {
                let piece: Vec<u8> = bytes[at..end].to_vec();
                for _ in 0..=dice.throw(6) {
                    bytes.splice(at..at, piece.iter().copied());
                }
            }
            6 => self.lines(bytes),
            7 => {
                // A number takes the place of a number.
                let numbers = [
                    "0",
                    "-1",
                    "1e9",
                    "999999999999",
                    "0.0000001",
                    "2026-02-30",
                    "9999-12-31",
                    "0001-01-01",
                    "2024-02-29",
                    "1,5",
                    "NaN",
                    "٣",
                ];
                let from = bytes.iter().skip(at).position(u8::is_ascii_digit).map_or(at, |after| at + after);
                let to =
                    bytes.iter().skip(from).position(|byte| !byte.is_ascii_digit()).map_or(bytes.len(), |n| from + n);
                let number = *dice.pick(&numbers);
                bytes.splice(from..to, number.bytes());
            }
            8 => bytes.insert(at, u8::try_from(dice.throw(256)).unwrap()),
            _ => bytes.truncate(at.max(1)),
        }
    }

    /// Lines change places, come twice, are indented or taken away.
    fn lines(&mut self, bytes: &mut Vec<u8>) {
        let mut lines: Vec<Vec<u8>> = bytes.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
        let (one, other) = (self.dice.throw(lines.len()), self.dice.throw(lines.len()));
        match self.dice.throw(4) {
            0 => lines.swap(one, other),
            1 => lines.insert(other, lines[one].clone()),
            2 => lines[one].splice(0..0, *b"  ").for_each(drop),
            _ => drop(lines.remove(one)),
        }
        *bytes = lines.join(&b'\n');
    }
}

/// What a reading says, each remark with a place that is in the file, in words that are fit to be shown.
fn said<T>(bytes: &[u8], reading: &Reading<T>) -> Vec<String> {
    let lines = String::from_utf8_lossy(bytes).lines().count();
    assert!(reading.value.is_some() || !reading.remarks.is_empty(), "refused without a word");
    let kinds = reading.remarks.iter().map(|remark| {
        assert!((1..=lines + 1).contains(&remark.line) && remark.column >= 1, "no place: {remark:?}");
        for lang in Lang::ALL {
            let said = advice(*lang, &remark.problem);
            assert_eq!(fault(&said.whole()), None, "{remark:?}");
            assert!(said.sentence.len() > 10 && said.hint.len() > 10, "{said:?}");
        }
        format!(
            "{:?} {} {}",
            remark.severity,
            remark.problem.code(),
            format!("{:?}", remark.problem)
                .split_whitespace()
                .take(3)
                .collect::<String>()
                .chars()
                .filter(|c| c.is_alphabetic())
                .collect::<String>()
        )
    });
    kinds.chain([format!("value {}", reading.value.is_some())]).collect()
}

fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn texts(folder: &str) -> Vec<String> {
    let mut files: Vec<PathBuf> = fs::read_dir(repository(folder)).unwrap().map(|one| one.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    files.sort();
    files.iter().filter_map(|path| fs::read_to_string(path).ok()).filter(|text| text.len() < LONGEST).collect()
}

const YAML: [&str; 30] = [
    "&a ",
    "*a",
    "<<: *a\n",
    "? ",
    "- ",
    ": ",
    "|\n  ",
    ">-\n  ",
    "\"",
    "'",
    "{",
    "}",
    "[",
    "]",
    "# ",
    "---\n",
    "...\n",
    "!!str ",
    "!x ",
    "%YAML 1.2\n",
    "\t",
    "\r\n",
    "\u{feff}",
    "unknown",
    "yes",
    "~",
    "null",
    ".nan",
    "0o7",
    "\"\\x00\"",
];

/// A case: what is read of it is judged, and told in both languages.
fn case(bytes: &[u8]) -> Vec<String> {
    let reading = read::case(bytes, today());
    let mut kinds = said(bytes, &reading);
    if let Some(case) = reading.value.as_ref().filter(|_| reading.is_sound()) {
        let library = library();
        let sheet = Sheet::new(case, today(), &library, Country::France);
        let json = sheet.json();
        assert_eq!(fault(&json), None);
        // Which verdicts there are is a new kind of answer too.
        let whole: serde_json::Value = serde_json::from_str(&json).unwrap();
        let rows = whole["table"]["rows"].as_array().into_iter().flatten();
        kinds.extend(rows.map(|row| format!("{} {}", row["topic"], row["agreement"]["kind"])));
        for lang in Lang::ALL {
            assert_eq!(fault(&sheet.text(*lang)), None);
        }
    }
    kinds
}

fn shorthand(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let plan = Plan::of(&text, today());
    for lang in Lang::ALL {
        plan.printed(*lang);
    }
    let items = read_shorthand(&text);
    for said in &items {
        assert!(text.get(said.span.clone()).is_some(), "{said:?}");
    }
    let kind = |debug: String| debug.chars().filter(|c| c.is_alphabetic()).take(120).collect::<String>();
    items.iter().map(|said| kind(format!("{:?}", said.item))).collect()
}

fn line(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let parsed = filter::parse(&text, &[]);
    for one in &parsed.faults {
        assert!(text.get(one.span.clone()).is_some(), "{one:?}");
        one.said(&text, Lang::Fr);
    }
    let printed = filter::print(&parsed.query, &[], Lang::Fr);
    // There are three kinds of quotes: what holds all of them cannot be quoted.
    if !['"', '”', '»'].iter().all(|close| text.contains(*close)) {
        assert_eq!(filter::parse(&printed, &[]).query, parsed.query, "{printed}");
    }
    for at in [0, text.len() / 2, text.len()].into_iter().filter(|at| text.is_char_boundary(*at)) {
        filter::complete(&text, at, &[], Lang::En);
    }
    let kind = |debug: String| debug.chars().filter(|c| c.is_alphabetic()).take(60).collect::<String>();
    let faults = parsed.faults.iter().map(|one| kind(format!("{:?}", one.wrong)));
    faults.chain(parsed.query.terms.iter().map(|term| kind(format!("{term:?}")))).collect()
}

fn laboratory(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let file = fs::read_to_string(repository("cases/ln-2026-006-classe-v-1-6.yaml")).unwrap();
    match read::lab_table(&text, &BTreeMap::new(), today()) {
        Err(why) => vec![format!("{why:?}")],
        Ok(table) => {
            for cell in &table.left_out {
                assert!(cell.row >= 1 && cell.column >= 1, "{cell:?}");
            }
            let case = read::case(file.as_bytes(), today()).value.unwrap();
            let plan = LabPlan::of(&table, &case);
            if let Ok(written) = edited(&file, &plan.edits(true)) {
                let again = read::case(written.as_bytes(), today());
                assert!(again.is_sound(), "{:?}\n{written}", again.remarks);
            }
            let kind = |debug: String| debug.split(|c: char| !c.is_alphabetic()).take(2).collect::<String>();
            let why = table.left_out.iter().map(|cell| kind(format!("{:?}", cell.why)));
            why.chain(table.values.iter().map(|value| value.key.to_string())).collect()
        }
    }
}

fn theme(bytes: &[u8]) -> Vec<String> {
    match Theme::parse(&String::from_utf8_lossy(bytes)) {
        Ok(_) => vec!["theme".to_owned()],
        Err(fault) => vec![format!("{fault:?}").chars().filter(|c| c.is_alphabetic()).take(16).collect()],
    }
}

/// Throws so many at every door; tells how many kinds of answers each gave.
fn every_door(count: u32, seed: u64) -> Vec<(&'static str, usize)> {
    let shipped = Library::shipped();
    let guideline = |bytes: &[u8]| {
        let auditor = Auditor::new(shipped.formulary(), today(), []);
        said(bytes, &auditor.read(bytes))
    };
    let identities = |bytes: &[u8]| said(bytes, &read::identities(bytes, today()));
    let config = |bytes: &[u8]| said(bytes, &read::document::<Config>(bytes));
    let charter = |bytes: &[u8]| said(bytes, &read_charter(bytes));
    let folder = tempfile::tempdir().unwrap();
    let journal = |bytes: &[u8]| {
        let (file, archive) = (folder.path().join("j.jsonl"), folder.path().join("a.sqlite"));
        fs::write(&file, bytes).unwrap();
        for name in ["a.sqlite", "a.sqlite-wal", "a.sqlite-shm"] {
            let _ = fs::remove_file(folder.path().join(name));
        }
        let taken = SharedArchive::take(&archive, std::slice::from_ref(&file), &mut ()).unwrap();
        taken
            .taken
            .iter()
            .map(|one| format!("{:?}", one.result.as_ref().err()).split([' ', '{']).next().unwrap().to_owned())
            .collect()
    };
    let decided = [
        "mmf 2 g/j; mp 500 x3; pred 0,4 mg/kg -> 5 en s24; +béli 200 sc/sem; hcq 5 mg/kg; si upcr m3 > -25 % : représenter; alt voclo; bio m1 m3",
        "cyc 500 mg iv q2w x6 ; rtx 1 g J0 J14 ; cible upcr < 0,7 g/g m12 ; @nephro biopsie 2 sem ; represent m6",
        "pred 40 mg/j puis 30 mg/j à s2 -> 5 en s24 ; arrêt ramipril ; relais mmf par aza ; biopsie si upcr m6 > 1 g/g",
    ];
    let lines = [
        "class:III+V first:belimumab upcr>2 2024.. -outcome:deferred \"mots côte à côte\" @nom sort:-upcr",
        "classe:V dfge<30 age<18 2024-03..2025 sauf issue:reporté quorum:no has:branch by:\"Dr A\" not x",
    ];
    let tables = [
        "Date;Créatinine (µmol/L);RPC (g/g);Albumine;C3 g/L;CRP\n;;;g/L;;mg/L\n03/11/2025;60;1,9;29;0,62;4\n10/02/2026;62;<0,1;31,5 g/L;nd;\n",
        "analysis,unit,2026-01-02,2026-02-03\nCreatinine,mg/dL,0.7,0.8\nAlbumin,g/L,29,31\n",
    ];
    let owned = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
    // Of these each is a file of its own to begin with: few where few are thrown.
    let cases = [texts("cases"), texts("tests/bad")].concat();
    let cases: Vec<String> = if count < 100 { cases.into_iter().step_by(15).collect() } else { cases };
    let sent = sent(folder.path());
    let charter_text = include_str!("../../src/meeting/charter.yaml").to_owned();
    let configs = owned(&[
        "cases: [~/a]\ndb: x.sqlite\nlang: fr\ntheme: dark\nmask: yes\nmask_after: 10 min\nkeys:\n  case: {decide: D, what_if: [w, F7]}\n",
    ]);
    let identity = Lang::ALL.iter().map(|lang| identities_example(*lang).to_owned()).collect();
    // What a door takes longer for is thrown fewer at.
    let doors: [(&str, u32, Vec<String>, Door<'_>); 10] = [
        ("a case", count, cases, &case),
        ("the shorthand", count * 3, owned(&decided), &shorthand),
        ("a search", count * 3, owned(&lines), &line),
        ("a laboratory's table", count, owned(&tables), &laboratory),
        ("identities", count, identity, &identities),
        ("a configuration", count, configs, &config),
        ("a charter", count, vec![charter_text], &charter),
        ("a guideline", count, vec![Library::example().to_owned()], &guideline),
        ("a theme", count, texts("themes"), &theme),
        ("a journal", count.div_ceil(4), vec![sent], &journal),
    ];
    let mut told = Vec::new();
    for (number, (name, count, seeds, door)) in doors.into_iter().enumerate() {
        let mut fuzz = Fuzz::new(seed + number as u64, seeds, &YAML);
        told.push((name, fuzz.throw(count, name, door)));
    }
    told
}

/// A journal as a centre sends it.
fn sent(folder: &Path) -> String {
    let path = folder.join("l.sqlite");
    let sql = include_str!("../ledgers/v1.sql");
    rusqlite::Connection::open(&path).unwrap().execute_batch(sql).unwrap();
    let mut ledger = regards::store::Ledger::open(&path).unwrap();
    let act = regards::store::Act { at: "2026-02-20T14:03:22.123Z".parse().unwrap(), actor: "Dr C".to_owned() };
    ledger.name_centre(&regards::store::Centre::parse("lyon").unwrap(), &act).unwrap();
    let mut bytes = Vec::new();
    ledger.write_journal(0, &mut (), &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn whatever_is_thrown_at_a_door_is_answered() {
    for (name, kinds) in every_door(draws(36), 20_261_130) {
        assert!(kinds > 1, "{name} always says the same");
    }
}

#[test]
#[ignore = "as long as REGARDS_FUZZ says"]
fn fuzz_every_door() {
    let number = |name: &str| std::env::var(name).ok().and_then(|written| written.parse::<u64>().ok());
    let count = number("REGARDS_FUZZ").unwrap_or(2_000);
    let now = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap().as_secs();
    let seed = number("REGARDS_FUZZ_SEED").unwrap_or(now);
    println!("REGARDS_FUZZ={count} REGARDS_FUZZ_SEED={seed}");
    for (name, kinds) in every_door(u32::try_from(count).unwrap(), seed) {
        println!("{name}: {kinds} kinds of answers");
    }
}
