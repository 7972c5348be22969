//! The title of a column: which quantity it is of, and in which unit.

use super::analyte::Analyte;
use super::{LabSeries, Measured};
use crate::domain::Refusal;

/// What a title says.
pub(super) struct Heading {
    pub(super) title: String,
    /// What it may be; one where its name or its unit tells.
    pub(super) analytes: Vec<&'static Analyte>,
    pub(super) unit: Option<String>,
}

impl Heading {
    /// The heading of this title, with the unit of a row of units and the one that was told; what the title itself says of
    /// its unit comes first.
    pub(super) fn of(title: &str, unit: Option<&str>, told: Option<&str>) -> Self {
        let (analytes, own) = split(title);
        let stated = |unit: &str| !unit.trim().is_empty();
        let unit = own.or_else(|| unit.filter(|unit| stated(unit)).map(tidy)).or_else(|| told.map(tidy));
        let mut heading = Self { title: title.to_owned(), analytes, unit };
        heading.settle();
        heading
    }

    /// Of several that share a name the unit tells which is meant.
    fn settle(&mut self) {
        let Some(unit) = &self.unit else { return };
        let accepting: Vec<&'static Analyte> =
            self.analytes.iter().copied().filter(|analyte| analyte.unit(unit).is_some()).collect();
        if !accepting.is_empty() {
            self.analytes = accepting;
        }
    }

    /// A cell as a value: with its own unit, else with that of the title.
    pub(super) fn value(&self, written: &str) -> Result<(&'static str, Measured), Refusal> {
        let whole = tidy(written);
        let of = |written: &str| {
            let read = self.analytes.iter().map(|analyte| (analyte.key, analyte.read(written)));
            let (mut found, mut refused) = (Vec::new(), None);
            for (key, read) in read {
                match read {
                    Ok(measured) => found.push((key, measured)),
                    Err(refusal) => refused = Some(refused.unwrap_or(refusal)),
                }
            }
            match (found.len(), found.pop(), refused) {
                (1, Some(found), _) => Ok(found),
                (_, None, Some(refusal)) => Err(refusal),
                // Several quantities take it: their name alone does not tell which is meant.
                _ => Err(Refusal::UnitMissing { quantity: self.title.clone(), units: self.units() }),
            }
        };
        match (of(&whole), &self.unit) {
            (Err(Refusal::UnitMissing { .. }), Some(unit)) => of(&format!("{whole} {unit}")),
            (Err(Refusal::UnitMissing { quantity, .. }), None) => {
                Err(Refusal::UnitMissing { quantity, units: self.units() })
            }
            (read, _) => read,
        }
    }

    fn units(&self) -> Vec<String> {
        self.symbols().into_iter().map(str::to_owned).collect()
    }

    fn symbols(&self) -> Vec<&'static str> {
        let mut units: Vec<&'static str> = Vec::new();
        for unit in self.analytes.iter().flat_map(|analyte| (analyte.units)()) {
            if !units.contains(&unit) {
                units.push(unit);
            }
        }
        units
    }

    /// The series of this title.
    pub(super) fn series(self, asks: bool) -> LabSeries {
        let asks = if asks { self.symbols() } else { Vec::new() };
        let key = match self.analytes.as_slice() {
            [one] => Some(one.key),
            [first, ..] if !asks.is_empty() => Some(first.key),
            _ => None,
        };
        LabSeries { title: self.title, key, unit: self.unit, asks }
    }
}

/// What a title may be of, and the unit that it names.
fn split(title: &str) -> (Vec<&'static Analyte>, Option<String>) {
    let whole = Analyte::named(title);
    if !whole.is_empty() {
        return (whole, None);
    }
    if let Some((name, unit)) = in_brackets(title) {
        let named = Analyte::named(name);
        if !named.is_empty() {
            return (named, Some(tidy(unit)));
        }
    }
    // `Créatinine µmol/L`, `C3, g/L`: the longest name before a unit of its own.
    let cuts = title.char_indices().filter(|(_, c)| matches!(c, ' ' | '\u{a0}' | ',')).map(|(at, _)| at);
    for at in cuts.collect::<Vec<_>>().into_iter().rev() {
        let (name, unit) = title.split_at(at);
        let unit = tidy(unit.trim_start_matches([',', ' ', '\u{a0}', '-', ':']));
        let named: Vec<_> = Analyte::named(name).into_iter().filter(|one| one.unit(&unit).is_some()).collect();
        if !named.is_empty() {
            return (named, Some(unit));
        }
    }
    (Vec::new(), None)
}

/// The text before the last brackets, and the text in them.
fn in_brackets(title: &str) -> Option<(&str, &str)> {
    let (open, close) = if title.trim_end().ends_with(']') { ('[', ']') } else { ('(', ')') };
    let (name, rest) = title.rsplit_once(open)?;
    Some((name, rest.trim_end().strip_suffix(close)?))
}

/// No-break and double spaces as one space, and none around a stroke.
pub(super) fn tidy(text: &str) -> String {
    let spaced = text.replace(['\u{a0}', '\u{202f}'], " ");
    spaced.split_whitespace().collect::<Vec<_>>().join(" ").replace(" / ", "/")
}
