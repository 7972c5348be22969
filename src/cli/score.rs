//! `regards score`: the scores of a day into a case file, shown line by line before they are written.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::args::Scores;
use super::aside;
use super::orders::path_of;
use super::rewrite::{Rewritten, rewrite};
use super::settings::Settings;
use crate::domain::{ActivityVisit, Case, Day, Pga, Ptga, Refusal, SledaiItem};
use crate::read::{self, CaseFile, Edit, Problem, Refused, Setting, Snag};
use crate::store;
use crate::text::{Lang, advice, advice_on_refusal, visible, words};

/// Prints what the scores change in the file, and writes it where that is asked. Exit codes: 0; 1 where the file has errors, or
/// cannot be edited without harm; 2 where a score is not one; 3 where the file cannot be read or written.
///
/// # Errors
/// When the output cannot be written.
pub fn score(
    path: PathBuf,
    scores: &Scores,
    settings: &Settings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let say = &words(settings.lang).writing;
    let told = match Told::of(scores, settings.lang) {
        Ok(told) => told,
        Err(sentence) => {
            aside(err, &visible(&sentence))?;
            return Ok(2);
        }
    };
    // A visit of the past is scored in a file that may say what came after it.
    let now = settings.today.max(Day(chrono::Local::now().date_naive()));
    let path = path_of(path, now, settings);
    let file = store::load(&path, now);
    let Some(case) = file.case() else {
        return super::check(&[path], super::Print::sentences(), settings.lang, now, out, err);
    };
    let edit = told.edit(case, settings.today);
    let written = match read::edited(&file.text, &[edit]) {
        Ok(written) => written,
        Err(refused) => return edit_refused(&refused, settings.lang, err),
    };
    let changed = CaseFile::new(path.clone(), written.as_bytes(), now);
    if changed.case().is_none() {
        for remark in changed.reading.remarks {
            aside(err, &visible(&advice(settings.lang, &remark.problem).whole()))?;
        }
        return Ok(1);
    }
    if written == *file.text {
        aside(err, &say.unchanged)?;
        return Ok(0);
    }
    for line in differences(&file.text, &written) {
        writeln!(out, "{line}")?;
    }
    write_where_asked(&path, &file.text, &written, scores.write, settings, err)
}

/// Says why the file cannot be changed, and what is to be written by hand.
pub(super) fn edit_refused(refused: &Refused, lang: Lang, err: &mut dyn Write) -> io::Result<u8> {
    let say = &words(lang).writing;
    let why = match refused.snag {
        Snag::NotUnderstood => say.not_understood,
        Snag::Twice => say.twice,
        Snag::Unsafe => say.would_harm,
    };
    aside(err, &format!("{why}\n{}\n{}", say.by_hand, refused.lines))?;
    Ok(1)
}

pub(super) fn write_where_asked(
    path: &Path,
    read: &str,
    written: &str,
    is_asked: bool,
    settings: &Settings,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let say = &words(settings.lang).writing;
    let (sentence, code) = match (is_asked, settings.read_only) {
        (false, _) => (say.not_written.to_owned(), 0),
        (true, true) => (say.session.to_owned(), 3),
        (true, false) => match rewrite(path, read, written, settings.lang) {
            Ok(Rewritten::Done) => (say.written.to_owned(), 0),
            Ok(Rewritten::Changed) => (say.changed.to_owned(), 3),
            Err(sentence) => (sentence, 3),
        },
    };
    aside(err, &sentence)?;
    Ok(code)
}

/// What the call tells of a visit.
struct Told {
    present: Vec<SledaiItem>,
    absent: Vec<SledaiItem>,
    not_assessed: Vec<SledaiItem>,
    numbers: Vec<Setting>,
}

impl Told {
    fn of(scores: &Scores, lang: Lang) -> Result<Self, String> {
        let numbers =
            [number::<Pga>("pga", scores.pga.as_deref(), lang)?, number::<Ptga>("ptga", scores.ptga.as_deref(), lang)?];
        let told = Self {
            present: items(&scores.present, lang)?,
            absent: items(&scores.absent, lang)?,
            not_assessed: items(&scores.not_assessed, lang)?,
            numbers: numbers.into_iter().flatten().collect(),
        };
        if told.numbers.is_empty() && told.items().next().is_none() {
            return Err(words(lang).writing.nothing_told.to_owned());
        }
        let twice = told.items().find(|item| told.items().filter(|other| other == item).count() > 1);
        match twice {
            Some(item) => Err((words(lang).writing.told_twice)(item.code())),
            None => Ok(told),
        }
    }

    fn items(&self) -> impl Iterator<Item = SledaiItem> {
        [&self.present, &self.absent, &self.not_assessed].into_iter().flatten().copied()
    }

    /// The change to the visit of this day. What the call does not name stays as it was; where no item was told before, it
    /// was not assessed: nobody said that it is absent.
    fn edit(&self, case: &Case, date: Day) -> Edit {
        let visit = case.activity.iter().find(|visit| visit.date == date);
        let mut settings = if self.items().next().is_some() { self.lists(visit) } else { Vec::new() };
        settings.extend(self.numbers.iter().cloned());
        Edit::Dated { list: "activity", date, settings }
    }

    fn lists(&self, visit: Option<&ActivityVisit>) -> Vec<Setting> {
        let kept = |list: &[SledaiItem]| -> Vec<SledaiItem> {
            list.iter().copied().filter(|item| !self.items().any(|told| told == *item)).collect()
        };
        let damage = visit.map(|visit| kept(&visit.damage)).unwrap_or_default();
        let other_cause = visit.map(|visit| kept(&visit.other_cause)).unwrap_or_default();
        let known = visit.and_then(|visit| Some((visit.sledai.known()?, &visit.not_assessed)));
        let (mut present, mut not_assessed) = known.map_or_else(
            || {
                let elsewhere = |item: &SledaiItem| damage.contains(item) || other_cause.contains(item);
                (Vec::new(), kept(SledaiItem::ALL).into_iter().filter(|item| !elsewhere(item)).collect())
            },
            |(sledai, not_assessed)| (kept(sledai), kept(not_assessed)),
        );
        present.extend(&self.present);
        not_assessed.extend(&self.not_assessed);
        let unless_empty = |list: &[SledaiItem]| (!list.is_empty()).then(|| in_brackets(list));
        vec![
            Setting { key: "sledai", value: Some(in_brackets(&present)) },
            Setting { key: "not_assessed", value: unless_empty(&not_assessed) },
            Setting { key: "damage", value: unless_empty(&damage) },
            Setting { key: "other_cause", value: unless_empty(&other_cause) },
        ]
    }
}

fn in_brackets(items: &[SledaiItem]) -> String {
    let codes: Vec<&str> = items.iter().map(|item| item.code()).collect();
    format!("[{}]", codes.join(", "))
}

fn items(written: &[String], lang: Lang) -> Result<Vec<SledaiItem>, String> {
    written
        .iter()
        .map(|word| {
            SledaiItem::from_code(word.trim()).ok_or_else(|| {
                let known: Vec<String> = SledaiItem::ALL.iter().map(|item| item.code().to_owned()).collect();
                let nearest = read::nearest(word, &known);
                advice(lang, &Problem::UnknownWord { written: word.clone(), known, nearest }).whole()
            })
        })
        .collect()
}

/// The number of a scale, as it is written in a case file.
fn number<T>(key: &'static str, written: Option<&str>, lang: Lang) -> Result<Option<Setting>, String>
where
    T: std::str::FromStr<Err = Refusal> + std::fmt::Display,
{
    let Some(written) = written else { return Ok(None) };
    match written.parse::<T>() {
        Ok(number) => Ok(Some(Setting { key, value: Some(number.to_string()) })),
        Err(refusal) => Err(advice_on_refusal(lang, &refusal).whole()),
    }
}

/// The lines that went, behind a minus, and those that came, behind a plus.
pub(super) fn differences(old: &str, new: &str) -> Vec<String> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let head = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let (mut old, mut new) = (old.into_iter().skip(head).peekable(), new.into_iter().skip(head).peekable());
    let mut told = Vec::new();
    while old.peek().is_some() || new.peek().is_some() {
        if old.peek() == new.peek() {
            old.next();
            new.next();
            continue;
        }
        // The nearest line that stands on both sides ends what was changed.
        let (went, came) = nearest_common(&old.clone().collect::<Vec<_>>(), &new.clone().collect::<Vec<_>>());
        told.extend(old.by_ref().take(went).map(|line| format!("- {}", visible(line))));
        told.extend(new.by_ref().take(came).map(|line| format!("+ {}", visible(line))));
    }
    told
}

/// How many lines went and came before the first that stands on both sides.
fn nearest_common(old: &[&str], new: &[&str]) -> (usize, usize) {
    for lines in 1..old.len() + new.len() {
        for went in lines.saturating_sub(new.len())..=lines.min(old.len()) {
            let (old, new) = (old.get(went), new.get(lines - went));
            if old.is_some() && old == new {
                return (went, lines - went);
            }
        }
    }
    (old.len(), new.len())
}
