use serde::Serialize;

use super::ScoreSource;
use crate::clinic::{FigureId, Verdict};
use crate::report::sheet::Sheet;
use crate::text::Lang;
use crate::wording::figure::{self, At, Criterion, Grid, Input, Origin, plain};

/// A figure with where it comes from, in both languages.
#[derive(Serialize)]
pub(super) struct FigurePart {
    /// Its code.
    id: &'static str,
    fr: Told,
    en: Told,
    /// Who published its rule.
    sources: Vec<ScoreSource>,
}

/// A figure in one language.
#[derive(Serialize)]
struct Told {
    name: &'static str,
    /// What it says, row by row.
    rows: Vec<String>,
    /// What went into it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    inputs: Vec<InputPart>,
    /// The conditions it was judged by.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    criteria: Vec<CriterionPart>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    grids: Vec<GridPart>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rules: Vec<String>,
    /// What it lacks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    lacks: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<String>,
}

#[derive(Serialize)]
struct InputPart {
    name: String,
    value: String,
    date: Option<String>,
}

#[derive(Serialize)]
struct CriterionPart {
    asks: String,
    found: String,
    /// `yes`, `no`, `unknown`.
    verdict: &'static str,
    /// Codes of what is missing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    needs: Vec<&'static str>,
}

#[derive(Serialize)]
struct GridPart {
    title: String,
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// Every figure.
pub(super) fn parts(sheet: &Sheet<'_>) -> Vec<FigurePart> {
    let (fr, en) = (sheet.at(Lang::Fr), sheet.at(Lang::En));
    let part = |id: &FigureId| {
        let (in_french, in_english) = (figure::origin(*id, &fr), figure::origin(*id, &en));
        let sources = in_english.sources.iter().map(|source| ScoreSource::from(*source)).collect();
        FigurePart { id: id.code(), fr: told(*id, &fr, in_french), en: told(*id, &en, in_english), sources }
    };
    FigureId::ALL.iter().map(part).collect()
}

fn told(id: FigureId, at: &At, origin: Origin) -> Told {
    Told {
        name: figure::name(id, at.words),
        rows: figure::told(id, at).iter().map(plain).collect(),
        inputs: origin.inputs.into_iter().map(input).collect(),
        criteria: origin.criteria.into_iter().map(criterion).collect(),
        grids: origin.grids.into_iter().map(grid).collect(),
        rules: origin.rules,
        lacks: origin.lacks,
        notes: origin.notes,
    }
}

fn input(input: Input) -> InputPart {
    InputPart { name: input.name, value: plain(&input.value), date: input.day.map(|day| day.to_string()) }
}

fn criterion(criterion: Criterion) -> CriterionPart {
    let (verdict, needs) = match criterion.verdict {
        Verdict::Yes => ("yes", Vec::new()),
        Verdict::No => ("no", Vec::new()),
        Verdict::Unknown(needs) => ("unknown", needs.into_iter().map(crate::clinic::Need::code).collect()),
    };
    CriterionPart { asks: criterion.asks, found: plain(&criterion.found), verdict, needs }
}

fn grid(grid: Grid) -> GridPart {
    GridPart {
        title: grid.title,
        head: grid.head,
        rows: grid.rows.iter().map(|row| row.iter().map(plain).collect()).collect(),
    }
}
