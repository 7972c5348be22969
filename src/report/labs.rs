//! What a laboratory's table changes in a case file.

use schemars::JsonSchema;
use serde::Serialize;

use super::json;
use crate::read::{CaseFile, Conflict, LabPlan, LabTable, LabValue, Severity, Why};
use crate::text::{Lang, Words, advice, visible, words};

/// A table against a case file.
pub struct Labs<'a> {
    /// The file as it is.
    pub file: &'a CaseFile,
    /// What was read of the table.
    pub table: &'a LabTable,
    /// The values against the file.
    pub plan: &'a LabPlan,
    /// Whether what the file gives otherwise is replaced.
    pub replaces: bool,
}

impl Labs<'_> {
    /// As text; `after` is the file as it would be.
    pub fn text(&self, after: &CaseFile, lang: Lang) -> String {
        let words = words(lang);
        let say = &words.labs;
        let (plan, out) = (self.plan, &self.table.left_out);
        let mut lines = vec![(say.counts)(plan.new.len(), plan.same.len(), plan.conflicts.len(), out.len())];
        let mut part = |title: &str, entries: Vec<String>| {
            if !entries.is_empty() {
                lines.push(String::new());
                lines.push(format!("{title}{}", words.report.colon.trim_end()));
                lines.extend(entries.iter().map(|entry| format!("  {}", visible(entry))));
            }
        };
        part(say.to_add, plan.new.iter().map(said).collect());
        part(say.already, plan.same.iter().map(said).collect());
        part(say.conflicts, plan.conflicts.iter().map(|conflict| self.conflict(conflict, words)).collect());
        let cell = |cell: &crate::read::LeftOut| {
            let place = (say.cell)(cell.row, cell.column);
            format!("{place}{}`{}` {}", words.report.colon, cell.written, (say.why)(&cell.why))
        };
        part(say.left_out, out.iter().map(cell).collect());
        let asks = self.table.series.iter().filter(|series| !series.asks.is_empty());
        let asks = asks.map(|series| format!("{} ({})", series.title, series.asks.join(", ")));
        part(say.unit_asked, asks.collect());
        let unmatched = self.table.series.iter().filter(|series| series.key.is_none());
        part(say.unmatched, unmatched.map(|series| series.title.clone()).collect());
        part(say.warnings, self.warnings(after).iter().map(|problem| advice(lang, problem).whole()).collect());
        lines.join("\n")
    }

    fn conflict(&self, conflict: &Conflict, words: &Words) -> String {
        let say = &words.labs;
        let fate = if self.replaces { say.replaced } else { say.kept_as_is };
        format!(
            "{} {}, {} {}{}{fate}",
            said(&conflict.value),
            say.in_table,
            conflict.held.written,
            say.in_file,
            words.report.colon
        )
    }

    /// What the file would be warned of and is not yet.
    fn warnings<'f>(&self, after: &'f CaseFile) -> Vec<&'f crate::read::Problem> {
        let before = &self.file.reading.remarks;
        let new = after.reading.remarks.iter().filter(|remark| {
            remark.severity == Severity::Warning && !before.iter().any(|known| known.problem == remark.problem)
        });
        new.map(|remark| &remark.problem).collect()
    }

    /// As JSON.
    pub fn json(&self, after: &CaseFile, lang: Lang) -> String {
        let clash = if self.replaces { "replaced" } else { "conflict" };
        let new = self.plan.new.iter().map(|value| value_json(value, "new", None));
        let same = self.plan.same.iter().map(|value| value_json(value, "same", None));
        let conflicts = self.plan.conflicts.iter();
        let conflicts = conflicts.map(|one| value_json(&one.value, clash, Some(one.held.written.as_str())));
        let mut values: Vec<ValueJson> = new.chain(same).chain(conflicts).collect();
        values.sort_by_key(|value| (value.row, value.column));
        let left_out = self.table.left_out.iter().map(|cell| LeftOutJson {
            row: cell.row,
            column: cell.column,
            written: &cell.written,
            code: code(&cell.why),
            message: (words(lang).labs.why)(&cell.why),
        });
        let titles = self.table.series.iter().map(|series| TitleJson {
            title: &series.title,
            key: series.key,
            unit: series.unit.as_deref(),
            asks: &series.asks,
        });
        let warnings = self.warnings(after).into_iter();
        let warnings =
            warnings.map(|problem| WarningJson { code: problem.code(), message: advice(lang, problem).whole() });
        json::printed(&Whole {
            format: 1,
            file: self.file.path.to_string_lossy().into_owned(),
            values,
            left_out: left_out.collect(),
            titles: titles.collect(),
            warnings: warnings.collect(),
        })
    }
}

fn said(value: &LabValue) -> String {
    format!("{} {}: {}", value.date, value.key, value.measured.written)
}

/// What JSON calls a reason.
fn code(why: &Why) -> &'static str {
    match why {
        Why::Refused(refusal) => crate::read::Problem::Refused(refusal.clone()).code(),
        Why::NoResult => "no-result",
        Why::NoDay => "no-day",
        Why::DayInDoubt => "day-in-doubt",
        Why::Future => "future-date",
        Why::Twice => "twice",
        Why::TooMany => "too-many-cells",
    }
}

fn value_json<'a>(value: &'a LabValue, state: &'static str, held: Option<&'a str>) -> ValueJson<'a> {
    ValueJson {
        date: value.date.to_string(),
        key: value.key,
        written: &value.measured.written,
        row: value.row,
        column: value.column,
        state,
        held,
    }
}

#[derive(Serialize, JsonSchema)]
struct Whole<'a> {
    /// Version of this form: 1.
    format: u8,
    /// The case file.
    file: String,
    /// In the order of the table.
    values: Vec<ValueJson<'a>>,
    /// Cells that are not taken.
    left_out: Vec<LeftOutJson<'a>>,
    /// Series of the table.
    titles: Vec<TitleJson<'a>>,
    /// What the file would be warned of and is not yet.
    warnings: Vec<WarningJson>,
}

#[derive(Serialize, JsonSchema)]
struct ValueJson<'a> {
    /// YYYY-MM-DD.
    date: String,
    /// What it is called in a case file.
    key: &'static str,
    /// With its unit.
    written: &'a str,
    /// Of the table, from 1.
    row: usize,
    /// Of the table, from 1.
    column: usize,
    /// `new`, `same`, `conflict`, `replaced`.
    state: &'static str,
    /// What the file has of that day, with its unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    held: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct LeftOutJson<'a> {
    /// From 1.
    row: usize,
    /// From 1.
    column: usize,
    written: &'a str,
    code: &'static str,
    message: String,
}

#[derive(Serialize, JsonSchema)]
struct TitleJson<'a> {
    title: &'a str,
    /// What it is called in a case file; `null` where it is not known.
    key: Option<&'static str>,
    unit: Option<&'a str>,
    /// The units it may have, where it has none and some value needs it.
    asks: &'a [&'static str],
}

#[derive(Serialize, JsonSchema)]
struct WarningJson {
    code: &'static str,
    message: String,
}

/// The JSON Schema of what a laboratory's table changes.
pub fn labs_schema() -> serde_json::Value {
    json::schema::<Whole>("regards labs --format json")
}
