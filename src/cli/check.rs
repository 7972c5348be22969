//! `regards check`: what is wrong or missing in case files, and where.

use std::env;
use std::io::{self, IsTerminal, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use schemars::JsonSchema;
use serde::Serialize;

use super::paths::CASES;
use crate::domain::Day;
use crate::read::{Problem, Remark, Severity, SourceFile};
use crate::store;
use crate::text::{Lang, advice, harmless_json, shown_path, visible, words};

/// More of a line than this is not shown behind the place.
const MOST_SHOWN: usize = 100;

/// How the findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Print {
    /// Sentences, with colours or without.
    Sentences {
        /// Whether colours are wanted and the output can show them.
        colour: bool,
    },
    /// One JSON object; see [`check`].
    Json,
}

impl Print {
    /// Sentences on standard output: coloured on a terminal, unless `NO_COLOR` says something.
    pub fn sentences() -> Self {
        let unwanted = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Self::Sentences { colour: io::stdout().is_terminal() && !unwanted }
    }
}

/// Checks case files and says what it found. Exit codes: 0 where there is no error (warnings do not count), 1 where
/// there is one, 3 where a path could not be read or no case was found.
///
/// In JSON: `{"format": 1, "files", "errors", "warnings", "unreadable", "remarks": [{"file", "severity", "line",
/// "column", "code", "message", "hint", "excerpt"}]}`. `severity` is `error` or `warning`; lines and columns count
/// characters from 1; `code` is stable (see [`Problem::code`]), `message` and `hint` are in the chosen language; `excerpt`
/// is the line itself.
///
/// # Errors
/// When the output cannot be written.
pub fn check(
    paths: &[PathBuf],
    print: Print,
    lang: Lang,
    today: Day,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let default = [PathBuf::from(CASES)];
    let paths = if paths.is_empty() { &default } else { paths };
    let found = store::find(paths);
    let loaded = found.files.iter().map(|path| store::load(path, today));
    let words = words(lang);
    let none = |named: &str| (words.error.no_case_in)(named);
    let telling = Telling { print, lang, count: words.count.cases, none: &none };
    telling.tell(paths, found.unreadable.iter().cloned().chain(loaded), out, err)
}

/// How what was found in files of one kind is told.
pub(super) struct Telling<'a> {
    /// In which form.
    pub print: Print,
    /// In which language.
    pub lang: Lang,
    /// So many files of the kind.
    pub count: fn(usize) -> String,
    /// That nothing of the kind is there.
    pub none: &'a dyn Fn(&str) -> String,
}

impl Telling<'_> {
    /// Tells what there is to say about these files, found under these paths; the exit code.
    pub fn tell<T>(
        &self,
        paths: &[PathBuf],
        files: impl Iterator<Item = SourceFile<T>>,
        out: &mut dyn Write,
        err: &mut dyn Write,
    ) -> io::Result<u8> {
        let (print, lang) = (self.print, self.lang);
        let mut tally = Tally::default();
        let mut report = Vec::new();
        for file in files {
            tally.add(&file.reading.remarks);
            match print {
                Print::Sentences { colour } => sentences(&file, colour, lang, out, err)?,
                Print::Json => {
                    report.extend(file.reading.remarks.iter().map(|remark| Finding::new(&file.path, remark, lang)));
                }
            }
        }
        if tally.files == 0 {
            let named: Vec<String> = paths.iter().map(|path| shown_path(path)).collect();
            writeln!(err, "{}", (self.none)(&named.join(", ")))?;
        }
        match print {
            Print::Sentences { .. } => writeln!(out, "{}", tally.words(lang, self.count))?,
            Print::Json => {
                let report = Report { format: 1, tally, remarks: report };
                writeln!(out, "{}", harmless_json(&serde_json::to_string_pretty(&report)?))?;
            }
        }
        Ok(tally.exit_code())
    }
}

#[derive(Debug, Clone, Copy, Default, Serialize, JsonSchema)]
struct Tally {
    /// Files looked at.
    files: usize,
    /// Errors found.
    errors: usize,
    /// Warnings found.
    warnings: usize,
    /// Files that could not be read at all.
    unreadable: usize,
}

impl Tally {
    fn add(&mut self, remarks: &[Remark]) {
        self.files += 1;
        self.unreadable += usize::from(remarks.iter().any(is_unreadable));
        let errors = remarks.iter().filter(|remark| remark.severity == Severity::Error).count();
        self.errors += errors;
        self.warnings += remarks.len() - errors;
    }

    fn words(self, lang: Lang, counted: fn(usize) -> String) -> String {
        let count = &words(lang).count;
        let colon = if lang == Lang::Fr { "\u{a0}:" } else { ":" };
        let (errors, warnings) = ((count.errors)(self.errors), (count.warnings)(self.warnings));
        format!("{}{colon} {errors}, {warnings}", counted(self.files))
    }

    fn exit_code(self) -> u8 {
        match self {
            Self { files: 0, .. } | Self { unreadable: 1.., .. } => 3,
            Self { errors: 1.., .. } => 1,
            _ => 0,
        }
    }
}

fn is_unreadable(remark: &Remark) -> bool {
    matches!(remark.problem, Problem::Unreadable { .. } | Problem::NotAFile { .. })
}

/// `regards check --format json`.
#[derive(Debug, Serialize, JsonSchema)]
struct Report {
    /// Version of this form: 1.
    format: u8,
    #[serde(flatten)]
    tally: Tally,
    /// Everything found, in the order of the files.
    remarks: Vec<Finding>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Finding {
    /// Path of the file.
    file: String,
    /// Whether it keeps the file from being read.
    severity: Severity,
    /// Line, from 1.
    line: usize,
    /// Character of the line, from 1.
    column: usize,
    /// A stable name of what is wrong.
    code: &'static str,
    /// What is wrong, in the language of the call.
    message: String,
    /// What to write instead.
    hint: String,
    /// The line itself.
    excerpt: String,
}

/// The JSON Schema of what `--format json` answers.
pub(super) fn answer_schema() -> serde_json::Value {
    super::schema::of::<Report>("regards check --format json")
}

impl Finding {
    fn new(path: &Path, remark: &Remark, lang: Lang) -> Self {
        let advice = advice(lang, &remark.problem);
        Self {
            file: path.to_string_lossy().into_owned(),
            severity: remark.severity,
            line: remark.line,
            column: remark.column,
            code: remark.problem.code(),
            message: advice.sentence,
            hint: advice.hint,
            excerpt: remark.excerpt.clone(),
        }
    }
}

fn sentences<T>(
    file: &SourceFile<T>,
    colour: bool,
    lang: Lang,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<()> {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    for remark in &file.reading.remarks {
        let text = renderer.render(&[group(file, remark, lang)]);
        if is_unreadable(remark) {
            writeln!(err, "{text}\n")?;
        } else {
            writeln!(out, "{text}\n")?;
        }
    }
    Ok(())
}

fn group<'a, T>(file: &SourceFile<T>, remark: &Remark, lang: Lang) -> Group<'a> {
    let said = &words(lang).error;
    let advice = advice(lang, &remark.problem);
    let level = match remark.severity {
        Severity::Error => Level::ERROR.with_name(said.error),
        Severity::Warning => Level::WARNING.with_name(said.warning),
    };
    let hint = Level::HELP.with_name(help(lang));
    let group = level.primary_title(advice.sentence);
    let line = file.text.lines().nth(remark.line.saturating_sub(1)).unwrap_or_default();
    let path = shown_path(&file.path);
    if line.trim().is_empty() {
        let mut origin = Origin::path(path);
        // The text is not to be repeated: its place is.
        if file.text.is_empty() && remark.line > 1 {
            origin = origin.line(remark.line).char_column(remark.column);
        }
        return group.element(origin).element(hint.message(advice.hint));
    }
    let (line, span) = visible_line(line, remark.column);
    let place = AnnotationKind::Primary.span(span);
    let snippet = Snippet::source(line).line_start(remark.line).path(path).annotation(place);
    group.element(snippet).element(hint.message(advice.hint))
}

const fn help(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "aide",
        Lang::En => "help",
    }
}

/// A line fit to be shown, not much further than its column, with the bytes of it that are meant.
fn visible_line(line: &str, column: usize) -> (String, Range<usize>) {
    let line = line.trim_start_matches('\u{feff}');
    let before: String = line.chars().take(column.saturating_sub(1)).collect();
    let from: String = line.chars().skip(column.saturating_sub(1)).take(MOST_SHOWN).collect();
    let (value, after) = from.split_at(length_of_value(&from));
    let (before, value) = (visible(&before), visible(value));
    let span = before.len()..before.len() + value.len().max(1);
    (format!("{before}{value}{}", visible(after)), span)
}

/// Bytes of the value that a text begins with: up to the closing quote, or to what ends a plain value.
fn length_of_value(text: &str) -> usize {
    let first = text.chars().next();
    if let Some(quote) = first.filter(|c| matches!(c, '"' | '\'')) {
        return text.get(1..).and_then(|rest| rest.find(quote)).map_or(text.len(), |at| at + 2);
    }
    let ends = [", ", ",", "}", "]", " #", ": "];
    let end = ends.iter().filter_map(|end| text.find(end)).min().unwrap_or(text.len());
    text.get(..end).map_or(0, |value| value.trim_end().len()).max(first.map_or(0, char::len_utf8))
}
