//! `regards labs`: the values of a laboratory's table into a case file, shown before they are written.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::args::{Format, LabParts};
use super::aside;
use super::orders::path_of;
use super::score::{differences, edit_refused, write_where_asked};
use super::settings::Settings;
use crate::domain::Day;
use crate::read::{self, CaseFile, LabPlan, LabTable, MOST_BYTES};
use crate::report::Labs;
use crate::store;
use crate::text::{Words, advice, visible, words};

/// Prints what a table would change in a case file, and writes it where that is asked. Exit codes: 0 where all of it is
/// taken or there already; 1 where some of it was left out, is in conflict, or the file has errors; 2 where a unit is told of
/// no title; 3 where a file cannot be read or written.
///
/// # Errors
/// When the output cannot be written.
pub fn labs(
    case: PathBuf,
    table: &Path,
    parts: &LabParts,
    settings: &Settings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let words = words(settings.lang);
    let now = settings.today.max(Day(chrono::Local::now().date_naive()));
    let case = path_of(case, now, settings);
    let file = store::load(&case, now);
    let Some(known) = file.case() else {
        return super::check(&[case], super::Print::sentences(), settings.lang, now, out, err);
    };
    let told = match told(&parts.unit, words) {
        Ok(told) => told,
        Err(sentence) => {
            aside(err, &sentence)?;
            return Ok(2);
        }
    };
    let text = match text_of(table, words) {
        Ok(text) => text,
        Err(sentence) => {
            aside(err, &sentence)?;
            return Ok(3);
        }
    };
    let found = match read::lab_table(&text, &told, now) {
        Ok(found) => found,
        Err(why) => {
            aside(err, &(words.labs.no_table)(why))?;
            return Ok(1);
        }
    };
    if let Some(title) = told.keys().find(|title| !found.series.iter().any(|series| series.title == **title)) {
        aside(err, &(words.labs.no_such_title)(&visible(title)))?;
        return Ok(2);
    }
    let plan = LabPlan::of(&found, known);
    Told { file: &file, table: &found, plan: &plan, parts, now }.tell(settings, out, err)
}

/// What is told of a table, and done with it.
struct Told<'a> {
    file: &'a CaseFile,
    table: &'a LabTable,
    plan: &'a LabPlan,
    parts: &'a LabParts,
    now: Day,
}

impl Told<'_> {
    fn tell(&self, settings: &Settings, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
        let lang = settings.lang;
        let report = Labs { file: self.file, table: self.table, plan: self.plan, replaces: self.parts.overwrite };
        let written = match read::edited(&self.file.text, &self.plan.edits(self.parts.overwrite)) {
            Ok(written) => written,
            Err(refused) => return edit_refused(&refused, lang, err),
        };
        let changed = CaseFile::new(self.file.path.clone(), written.as_bytes(), self.now);
        if self.parts.format == Format::Json {
            writeln!(out, "{}", report.json(&changed, lang).trim_end())?;
        } else {
            writeln!(out, "{}", report.text(&changed, lang).trim_end())?;
        }
        if changed.case().is_none() {
            for remark in changed.reading.remarks {
                aside(err, &visible(&advice(lang, &remark.problem).whole()))?;
            }
            return Ok(1);
        }
        let is_whole = self.table.left_out.is_empty()
            && (self.plan.conflicts.is_empty() || self.parts.overwrite)
            && self.table.series.iter().all(|series| series.asks.is_empty());
        if written == *self.file.text {
            aside(
                err,
                &if self.plan.same.is_empty() { words(lang).labs.nothing_new } else { words(lang).writing.unchanged },
            )?;
            return Ok(u8::from(!is_whole));
        }
        if self.parts.format != Format::Json {
            writeln!(out)?;
            for line in differences(&self.file.text, &written) {
                writeln!(out, "{line}")?;
            }
        }
        let path = &self.file.path;
        let code = write_where_asked(path, &self.file.text, &written, self.parts.write, settings, err)?;
        Ok(if code == 0 { u8::from(!is_whole) } else { code })
    }
}

/// Units told as `TITLE=UNIT`.
fn told(units: &[String], words: &Words) -> Result<BTreeMap<String, String>, String> {
    let pair = |told: &String| {
        let (title, unit) = told.rsplit_once('=')?;
        Some((title.trim().to_owned(), unit.trim().to_owned()))
    };
    units.iter().map(|told| pair(told).ok_or_else(|| words.labs.unit_form.to_owned())).collect()
}

/// The text of a file, or of standard input where its name is `-`; no more of it than a table may have.
fn text_of(path: &Path, words: &Words) -> Result<String, String> {
    let name = path.to_string_lossy();
    let name = visible(&name);
    let mut bytes = Vec::new();
    let most = MOST_BYTES as u64 + 1;
    let read = if path.as_os_str() == "-" {
        io::stdin().lock().take(most).read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes))
    };
    read.map_err(|error| (words.labs.unread)(&name, &error.to_string()))?;
    String::from_utf8(bytes).map_err(|_| words.labs.encoding.to_owned())
}
