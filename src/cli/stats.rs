//! The command that counts past decisions, and lists the cases behind a number.

use std::io::{self, Write};

use clap::Args;

use super::args::{Format, day};
use super::aside;
use super::keeping::refused;
use super::looks::log;
use super::settings::Settings;
use crate::archive::stats::{Answer, Behind, CATALOGUE, Figure, Period, Section};
use crate::domain::Day;
use crate::report::stats as said;
use crate::store::{Looked, StoreError};
use crate::text::words;

/// What is to be counted.
#[derive(Debug, Args)]
pub struct StatsParts {
    /// A section, 5.1 to 5.12, or a figure, e.g. quorum; everything when nothing is named
    pub what: Option<String>,
    /// Only meetings from this day on, YYYY-MM-DD
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub since: Option<Day>,
    /// Only meetings up to this day, YYYY-MM-DD
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub until: Option<Day>,
    /// Mask small cells, for a report that is shared
    #[arg(long)]
    pub shared: bool,
    /// List the cases behind a number, e.g. quorum=ORG-133 or concordance:acr-2024=deviates; ? for what was not recorded
    #[arg(long, value_name = "NUMBER", conflicts_with_all = ["what", "shared", "list"])]
    pub cases: Option<String>,
    /// At most this many cases
    #[arg(long, default_value_t = 50, requires = "cases")]
    pub limit: usize,
    /// Print the catalogue: every figure, what it counts, its SQL view
    #[arg(long, conflicts_with_all = ["what", "since", "until", "shared"])]
    pub list: bool,
    /// text, markdown or json
    #[arg(long, default_value = "text")]
    pub format: Format,
}

/// Prints figures, the catalogue of them, or the cases behind a number.
///
/// # Errors
/// When the output cannot be written.
pub fn stats(parts: &StatsParts, settings: &Settings, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    if parts.list {
        let text = match parts.format {
            Format::Text => said::catalogue_text(settings.lang),
            Format::Markdown => said::catalogue_markdown(settings.lang),
            Format::Json => said::catalogue_json(),
        };
        writeln!(out, "{}", text.trim_end())?;
        return Ok(0);
    }
    let period = Period { since: parts.since, until: parts.until };
    if let Some(written) = &parts.cases {
        return cases(written, period, parts, settings, out, err);
    }
    let Some(figures) = wanted(parts.what.as_deref()) else {
        let what = parts.what.as_deref().unwrap_or_default();
        aside(err, &(words(settings.lang).stats.unknown)(what))?;
        return Ok(2);
    };
    let counted = settings.ledger_to_read().and_then(|ledger| {
        figures.into_iter().map(|figure| ledger.figure(figure, period)).collect::<Result<Vec<_>, _>>()
    });
    let answers: Vec<Answer> = match counted {
        Ok(answers) => answers,
        Err(error) => return refused(&error, settings, err),
    };
    let text = match parts.format {
        Format::Text => said::stats_text(&answers, settings.lang, parts.shared),
        Format::Markdown => said::stats_markdown(&answers, settings.lang, parts.shared),
        Format::Json => said::stats_json(&answers, parts.shared),
    };
    writeln!(out, "{}", text.trim_end())?;
    Ok(0)
}

/// The figures of a section, one figure, or all; none where nothing has this name.
fn wanted(what: Option<&str>) -> Option<Vec<&'static Figure>> {
    let Some(what) = what else { return Some(CATALOGUE.iter().collect()) };
    match Section::from_code(what) {
        Some(section) => Some(Figure::of_section(section).collect()),
        None => Figure::of_code(what).map(|figure| vec![figure]),
    }
}

fn cases(
    written: &str,
    period: Period,
    parts: &StatsParts,
    settings: &Settings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let say = &words(settings.lang).stats;
    let code = written.split([':', '=']).next().unwrap_or_default();
    let Some(figure) = Figure::of_code(code) else {
        aside(err, &(say.unknown)(code))?;
        return Ok(2);
    };
    let found = settings.ledger_to_read().and_then(|ledger| {
        let known = ledger.figure(figure, period)?.behind();
        let behind = known.iter().find(|one| one.to_string() == written).cloned();
        let found = behind.as_ref().map(|one| ledger.cases_behind(one, period, parts.limit)).transpose()?;
        Ok::<_, StoreError>((known, behind.zip(found)))
    });
    let (behind, found) = match found {
        Ok((_, Some(found))) => found,
        Ok((known, None)) => {
            let known: Vec<String> = known.iter().map(Behind::to_string).collect();
            aside(err, &(say.no_such_row)(written, &known.join(", ")))?;
            return Ok(1);
        }
        Err(error) => return refused(&error, settings, err),
    };
    let text = match parts.format {
        Format::Json => said::cases_json(&behind, &found.moments, found.total, settings.masked),
        _ => said::cases_text(&behind, &found.moments, found.total, settings.lang, settings.masked),
    };
    writeln!(out, "{}", text.trim_end())?;
    log(Looked::Export, &format!("stats {behind}"), settings, err)?;
    Ok(0)
}
