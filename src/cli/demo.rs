//! The demonstration: the shipped cases and a few past meetings with invented people, in a folder that is gone with the program.
//! The past is made by the same orders that anybody gives, out of `demo.yaml`.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use chrono::{Days, NaiveTime, TimeDelta};
use clap::Parser;
use serde::Deserialize;
use tempfile::TempDir;

use super::args::Arguments;
use super::settings::Settings;
use super::{Exit, carry_out, complain, documents, room};
use crate::domain::Day;
use crate::read;
use crate::text::words;

/// A case file by its name.
macro_rules! case {
    ($name:literal) => {
        ($name, include_str!(concat!("../../cases/", $name, ".yaml")))
    };
}

/// The shipped cases, by the names of their files.
const CASES: [(&str, &str); 12] = [
    case!("ln-2026-001-polyarthrite"),
    case!("ln-2026-002-nephrotique-homme"),
    case!("ln-2026-003-classe-v-0-7"),
    case!("ln-2026-004-classe-v-nephrotique"),
    case!("ln-2026-005-classe-iii-discrete"),
    case!("ln-2026-006-classe-v-1-6"),
    case!("ln-2026-007-arret"),
    case!("ln-2026-008-projet-grossesse"),
    case!("ln-2026-009-adolescente"),
    case!("ln-2026-010-mat"),
    case!("ls-2026-011-articulaire-cutane"),
    case!("ls-2026-012-desescalade"),
];

const PAST: &str = include_str!("demo.yaml");

/// The hour at which a past meeting begins, universal time.
const BEGINNING: u32 = 12;
/// Minutes between two acts of it.
const PACE: i64 = 4;

/// What came before the meeting.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Past {
    /// The day of the meeting that is opened.
    today: Day,
    /// The days on which something was recorded, the oldest first.
    days: Vec<PastDay>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PastDay {
    /// Days before the meeting that is opened.
    before: u64,
    /// The cases of its agenda.
    #[serde(default)]
    cases: Vec<PastCase>,
    /// The orders that were given, as on the command line; `{CASE}` is the number of the last decision on a case.
    orders: Vec<Vec<String>>,
}

/// A shipped case as it might have been, under another number and pseudonym, all of its days so much earlier.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PastCase {
    file: String,
    case: String,
    alias: String,
    /// Texts of it that were others.
    #[serde(default)]
    otherwise: Vec<(String, String)>,
}

/// Opens the demonstration and returns when it is over, its folder gone.
pub fn open(mut settings: Settings, is_dated: bool) -> Exit {
    let laid = lay_out(&mut settings, is_dated);
    match laid {
        Ok(folder) => {
            let exit = room::open(&settings.cases, &settings);
            // Dropped here, whatever the way out.
            drop(folder);
            exit
        }
        Err(why) => {
            complain(&(words(settings.lang).config.demo_failed)(&why));
            Exit::NoAccess
        }
    }
}

/// Lays the cases and the past out in a folder of their own, and has the settings point there.
fn lay_out(settings: &mut Settings, is_dated: bool) -> Result<TempDir, String> {
    let past: Past = read::trusted(PAST)?;
    // Made for its owner alone.
    let folder = tempfile::Builder::new().prefix("regards-demo-").tempdir().map_err(|error| error.to_string())?;
    let cases = folder.path().join("cases");
    write_cases(&cases, CASES.map(|(name, text)| (name, text.to_owned())))?;
    settings.is_demo = true;
    settings.ledger = folder.path().join("demo.sqlite");
    settings.documents = documents::folder(&settings.ledger);
    settings.read_only = false;
    settings.identities = None;
    settings.charter = None;
    settings.charter_text = None;
    if !is_dated {
        settings.today = past.today;
    }
    let mut numbers = HashMap::new();
    for (index, day) in past.days.iter().enumerate() {
        relive(day, past.today, &folder.path().join(format!("past-{index}")), settings, &mut numbers)?;
    }
    settings.cases = vec![cases];
    Ok(folder)
}

fn write_cases<'a>(folder: &Path, cases: impl IntoIterator<Item = (&'a str, String)>) -> Result<(), String> {
    let write = || {
        fs::create_dir(folder)?;
        cases.into_iter().try_for_each(|(name, text)| fs::write(folder.join(format!("{name}.yaml")), text))
    };
    write().map_err(|error: std::io::Error| error.to_string())
}

/// Gives the orders of a past day, each a little after the one before.
fn relive(
    past: &PastDay,
    today: Day,
    folder: &Path,
    settings: &Settings,
    numbers: &mut HashMap<String, String>,
) -> Result<(), String> {
    let cases = past.cases.iter().map(|case| Ok((case.case.as_str(), case.text(past.before)?)));
    write_cases(folder, cases.collect::<Result<Vec<_>, String>>()?)?;
    let day = earlier(today, past.before)?;
    let mut then = settings.clone();
    then.today = day;
    then.cases = vec![folder.to_owned()];
    let beginning = NaiveTime::from_hms_opt(BEGINNING, 0, 0).map(|time| day.0.and_time(time).and_utc());
    for (index, order) in past.orders.iter().enumerate() {
        let minutes = i64::try_from(index).map(|index| TimeDelta::minutes(PACE * index)).ok();
        then.moment = beginning.zip(minutes).map(|(beginning, after)| beginning + after);
        let order: Vec<String> = order.iter().map(|word| filled(word, numbers)).collect();
        let said = given(&order, &then)?;
        if order.first().is_some_and(|name| name == "decide")
            && let (Some(case), Some(number)) = (order.get(1), number_in(&said))
        {
            numbers.insert(format!("{{{case}}}"), number);
        }
    }
    Ok(())
}

fn filled(word: &str, numbers: &HashMap<String, String>) -> String {
    numbers.get(word).cloned().unwrap_or_else(|| word.to_owned())
}

/// Carries an order out; what it answers.
fn given(order: &[String], settings: &Settings) -> Result<Vec<u8>, String> {
    let fault = |why: &str| (words(settings.lang).config.demo_broken)(&order.join(" "), why.trim());
    let name = std::iter::once("regards".to_owned());
    let arguments = Arguments::try_parse_from(name.chain(order.iter().cloned()));
    let arguments = arguments.map_err(|error| fault(&error.to_string()))?;
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let order = arguments.command.ok_or_else(|| fault("–"))?;
    let code = carry_out(order, settings, &mut out, &mut err).map_err(|error| fault(&error.to_string()))?;
    if code == 0 { Ok(out) } else { Err(fault(&String::from_utf8_lossy(&err))) }
}

/// The number of the decision in what `decide --format json` answers.
fn number_in(answer: &[u8]) -> Option<String> {
    let answer: serde_json::Value = serde_json::from_slice(answer).ok()?;
    answer.get("id").and_then(serde_json::Value::as_str).map(str::to_owned)
}

fn earlier(day: Day, days: u64) -> Result<Day, String> {
    day.0.checked_sub_days(Days::new(days)).map(Day).ok_or_else(|| day.to_string())
}

impl PastCase {
    /// The file, all of its days so many days earlier.
    fn text(&self, days: u64) -> Result<String, String> {
        let shipped = CASES.iter().find(|(name, _)| *name == self.file).ok_or_else(|| self.file.clone())?;
        let mut text = String::new();
        for line in shipped.1.lines() {
            let line = if line.starts_with("case: ") { format!("case: {}", self.case) } else { shifted(line, days)? };
            text.push_str(&line);
            text.push('\n');
        }
        let alias = text.split_once("alias: ").and_then(|(_, rest)| rest.split([',', '\n']).next());
        let alias = format!("alias: {}", alias.unwrap_or_default());
        text = text.replacen(&alias, &format!("alias: {}", self.alias), 1);
        for (written, other) in &self.otherwise {
            if !text.contains(written) {
                return Err(format!("{}: {written}", self.case));
            }
            text = text.replace(written, other);
        }
        Ok(text)
    }
}

/// Whether it is written `2026-11-26`, and not cut out of something.
fn has_form(written: &str) -> bool {
    written.bytes().enumerate().all(|(at, byte)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() })
}

/// The line with each of its days so many days earlier.
fn shifted(line: &str, days: u64) -> Result<String, String> {
    const LENGTH: usize = "2026-11-26".len();
    let mut text = String::new();
    let mut rest = line;
    while let Some(letter) = rest.chars().next() {
        let day =
            rest.get(..LENGTH).filter(|written| has_form(written)).and_then(|written| written.parse::<Day>().ok());
        if let Some(day) = day {
            text.push_str(&earlier(day, days)?.to_string());
            rest = rest.get(LENGTH..).unwrap_or_default();
        } else {
            text.push(letter);
            rest = rest.get(letter.len_utf8()..).unwrap_or_default();
        }
    }
    Ok(text)
}
