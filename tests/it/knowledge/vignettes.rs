//! Runs the vignettes of `tests/vignettes/*.yaml`: a case, and what each guideline must say of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use regards::domain::{Case, Day};
use regards::knowledge::{
    Advice, Agent, Amount, Cell, Country, Elapsed, FactId, Facts, Ground, Kind, LabelStatus, Library, MgRange, Number,
    Operator, Pulse, Scheme, Span, Suppositions, Table, Topic, Verdict, facts_supposing, side_by_side,
};
use regards::read;
use serde::Deserialize;

use crate::scene::library;

/// One vignette. `case` is a case file; `given` states facts directly (an eGFR, say, rather than a creatinine).
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Vignette {
    /// `V1`: its name in the clinical sheet.
    id: String,
    title: String,
    today: Day,
    /// Country of the labels: `FR` unless stated.
    #[serde(default)]
    country: Option<Country>,
    case: Case,
    /// Facts stated as such: `yes`, `no`, or an amount with its unit.
    #[serde(default)]
    given: BTreeMap<FactId, String>,
    /// Every row, in one word a guideline, in the order of the columns.
    rows: BTreeMap<Topic, Vec<Verdict>>,
    /// More of some cells: by guideline, then by row.
    expect: BTreeMap<String, BTreeMap<Topic, Expected>>,
    /// The regimens accepted by all applicable guidelines; `[]`: none. Left out: not checked.
    #[serde(default)]
    common: Option<Vec<String>>,
    /// The oral start all agree on, as `least-most` mg; `none`: the ranges do not meet. Left out: not checked.
    #[serde(default)]
    common_start: Option<String>,
}

/// What one cell must hold; what is left out is not checked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    verdict: Verdict,
    /// Every offer by its standing, exactly: `{recommended: [mmf+bel], alternative: [mmf]}`.
    #[serde(default)]
    regimens: Option<BTreeMap<Verdict, Vec<String>>>,
    /// Oral start in mg/d by scheme, exactly: `25-42`, `..30` without a lower end, `40` for one value.
    #[serde(default)]
    mg: Option<BTreeMap<Scheme, String>>,
    /// Ids of statements that must have spoken.
    #[serde(default)]
    speaks: Vec<String>,
    /// Ids of statements that must wait for data.
    #[serde(default)]
    waits: Vec<String>,
    /// Ids of statements whose warning must be shown.
    #[serde(default)]
    warns: Vec<String>,
    /// Targets in this patient's numbers: the ceilings of proteinuria with their operators, `<= 1.35 g/g`, `< 0.7 g/g`.
    #[serde(default)]
    proteinuria: Option<Vec<String>>,
    /// By regimen offered, the drugs whose label is not in order, exactly: `{mmf+bel: {bel: not_reimbursed}}`.
    #[serde(default)]
    labels: BTreeMap<String, BTreeMap<Agent, LabelStatus>>,
    /// Pulses of methylprednisolone, exactly: `250-1000 mg/d x 1-3`, with `, 500-2500 mg in all` where that is printed.
    #[serde(default)]
    pulse: Option<Vec<String>>,
    /// How long to treat, exactly: `30 of 36-60 since response`.
    #[serde(default)]
    durations: Option<Vec<String>>,
    /// Advice that must be among what the cell asks for.
    #[serde(default)]
    advises: Vec<Advice>,
}

/// Every vignette's case as facts, with its name.
pub fn all() -> Vec<(String, Facts)> {
    static ALL: LazyLock<Vec<(String, Facts)>> =
        LazyLock::new(|| parsed().iter().map(|vignette| (vignette.id.clone(), vignette.facts())).collect());
    ALL.clone()
}

/// Every vignette's case, as of its day.
pub fn cases() -> Vec<(Case, Day)> {
    parsed().iter().map(|vignette| (vignette.case.clone(), vignette.today)).collect()
}

/// The facts of the vignette of this name, supposing these.
pub fn supposing(name: &str, changes: &[(FactId, &str)]) -> Facts {
    let found = parsed().iter().find(|vignette| vignette.id == name);
    found.unwrap_or_else(|| panic!("no vignette {name}")).supposing(changes)
}

/// All of them, read once.
fn parsed() -> &'static [Vignette] {
    static READ: LazyLock<Vec<Vignette>> = LazyLock::new(|| files().iter().map(read_one).collect());
    &READ
}

fn files() -> Vec<PathBuf> {
    let folder = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vignettes")).unwrap();
    let mut files: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn read_one(path: &PathBuf) -> Vignette {
    let reading = read::document::<Vignette>(&fs::read(path).unwrap());
    reading.value.unwrap_or_else(|| panic!("{}: {:#?}", path.display(), reading.remarks))
}

impl Vignette {
    fn facts(&self) -> Facts {
        self.supposing(&[])
    }

    fn supposing(&self, changes: &[(FactId, &str)]) -> Facts {
        let mut supposed = Suppositions::default();
        let given = self.given.iter().map(|(fact, written)| (*fact, written.as_str()));
        for (fact, written) in given.chain(changes.iter().copied()) {
            supposed.suppose(fact, written).unwrap();
        }
        facts_supposing(&self.case, self.today, &supposed)
    }

    /// Everything that is not as it must be.
    fn complaints(&self, library: &Library) -> Vec<String> {
        let table = side_by_side(library, &self.facts(), self.country.unwrap_or(Country::France));
        let mut complaints = Vec::new();
        for (guideline, rows) in &self.expect {
            for (topic, expected) in rows {
                let cell = table.cell(*topic, guideline).unwrap_or_else(|| panic!("{guideline}?"));
                let found = expected.complaints(cell);
                complaints.extend(found.into_iter().map(|found| format!("{} {guideline} {topic}: {found}", self.id)));
            }
        }
        complaints.extend(self.rows(&table));
        complaints.extend(self.common(&table).into_iter().map(|found| format!("{} common: {found}", self.id)));
        complaints
    }

    /// The rows whose words are not those expected, as they would have to be written.
    fn rows(&self, table: &Table) -> Vec<String> {
        let found = table.rows.iter().map(|row| (row.topic, row.cells.iter().map(|cell| cell.verdict).collect()));
        let other = found.filter(|(topic, words): &(Topic, Vec<Verdict>)| self.rows.get(topic) != Some(words));
        let written = |words: Vec<Verdict>| words.iter().map(|word| word.code()).collect::<Vec<_>>().join(", ");
        other.map(|(topic, words)| format!("{} rows\n  {topic}: [{}]", self.id, written(words))).collect()
    }

    fn common(&self, table: &Table) -> Vec<String> {
        let mut complaints = Vec::new();
        if let Some(expected) = &self.common {
            let found: BTreeSet<&String> = table.common.regimens.iter().map(|common| &common.regimen).collect();
            let state = if expected.is_empty() { Ground::None } else { Ground::Found };
            differ(&mut complaints, "regimens", &expected.iter().collect::<BTreeSet<_>>(), &found);
            differ(&mut complaints, "regimens", &state, &table.common.regimens_state);
        }
        if let Some(expected) = &self.common_start {
            let found: Vec<String> = table.common.start.iter().copied().map(written).collect();
            let found = if table.common.start_state == Ground::None { "none".to_owned() } else { found.join(", ") };
            differ(&mut complaints, "start", expected, &found);
        }
        complaints
    }
}

impl Expected {
    fn complaints(&self, cell: &Cell) -> Vec<String> {
        let mut complaints = Vec::new();
        differ(&mut complaints, "verdict", &self.verdict, &cell.verdict);
        if let Some(regimens) = &self.regimens {
            let mut found: BTreeMap<Verdict, BTreeSet<String>> = BTreeMap::new();
            for offer in &cell.offers {
                found.entry(offer.standing).or_default().insert(offer.regimen.clone());
            }
            let expected = regimens.iter().map(|(verdict, codes)| (*verdict, codes.iter().cloned().collect()));
            differ(&mut complaints, "regimens", &expected.collect::<BTreeMap<_, _>>(), &found);
        }
        if let Some(mg) = &self.mg {
            let found = cell.doses.iter().filter_map(|dose| Some((dose.scheme, written(dose.mg?))));
            differ(&mut complaints, "mg", mg, &found.collect::<BTreeMap<_, _>>());
        }
        let spoke: Vec<&String> = cell.spoke.iter().map(|said| &said.id).collect();
        let waiting: Vec<&String> = cell.waiting.iter().map(|said| &said.id).collect();
        for (what, wanted, found) in [
            ("speaks", &self.speaks, spoke),
            ("waits", &self.waits, waiting),
            ("warns", &self.warns, cell.warnings.iter().collect()),
        ] {
            for id in wanted.iter().filter(|id| !found.contains(id)) {
                complaints.push(format!("{what}: `{id}` is not among {found:?}"));
            }
        }
        if let Some(expected) = &self.proteinuria {
            let asked = expected.iter().map(|text| ceiling(text)).collect::<BTreeSet<_>>();
            let found = cell.expectations.iter().flat_map(|expectation| &expectation.proteinuria);
            let found = found.filter_map(|ceiling| Some((ceiling.operator, canonical(ceiling.amount.as_ref()?))));
            differ(&mut complaints, "proteinuria", &asked, &found.collect());
        }
        if let Some(expected) = &self.pulse {
            differ(&mut complaints, "pulse", expected, &cell.pulses.iter().map(pulse).collect());
        }
        if let Some(expected) = &self.durations {
            differ(&mut complaints, "durations", expected, &cell.durations.iter().map(elapsed).collect());
        }
        for advice in self.advises.iter().filter(|advice| !cell.advises.contains(advice)) {
            complaints.push(format!("advises: `{advice}` is not among {:?}", cell.advises));
        }
        complaints.extend(self.labels.iter().flat_map(|(regimen, expected)| label_complaints(cell, regimen, expected)));
        complaints
    }
}

fn label_complaints(cell: &Cell, regimen: &str, expected: &BTreeMap<Agent, LabelStatus>) -> Vec<String> {
    let Some(offer) = cell.offers.iter().find(|offer| offer.regimen == regimen) else {
        return vec![format!("labels: `{regimen}` is not offered")];
    };
    let mut complaints = Vec::new();
    let found = offer.labels.iter().map(|mark| (mark.drug, mark.status)).collect();
    differ(&mut complaints, &format!("labels of {regimen}"), expected, &found);
    complaints
}

fn span(span: &Span) -> String {
    if span.least == span.most { span.least.to_string() } else { format!("{}-{}", span.least, span.most) }
}

fn pulse(pulse: &Pulse) -> String {
    let daily = pulse.daily_mg.as_ref().map(|mg| format!("{} mg/d ", span(mg))).unwrap_or_default();
    let total = pulse.total_mg.as_ref().map(|mg| format!(", {} mg in all", span(mg))).unwrap_or_default();
    format!("{daily}x {}{total}", span(&pulse.days))
}

fn elapsed(elapsed: &Elapsed) -> String {
    let duration = &elapsed.duration;
    let most = duration.most_months.map(|most| format!("-{most}")).unwrap_or_default();
    let passed = elapsed.months.map_or_else(|| "?".to_owned(), |months| months.to_string());
    format!("{passed} of {}{most} since {}", duration.least_months, duration.counted_from)
}

fn differ<T: PartialEq + std::fmt::Debug>(complaints: &mut Vec<String>, what: &str, expected: &T, found: &T) {
    if expected != found {
        complaints.push(format!("{what}\n    must be {expected:?}\n    is      {found:?}"));
    }
}

pub fn written(range: MgRange) -> String {
    match range.least {
        None => format!("..{}", range.most),
        Some(least) if least == range.most => least.to_string(),
        Some(least) => format!("{least}-{}", range.most),
    }
}

fn ceiling(text: &str) -> (Operator, Number) {
    let (operator, amount) = text.split_once(' ').unwrap();
    let operator = Operator::from_code(operator).unwrap();
    (operator, canonical(&amount.parse().unwrap()))
}

fn canonical(amount: &Amount) -> Number {
    let Kind::Number(measure) = FactId::Proteinuria.kind() else { unreachable!() };
    Number(measure.canonical(amount).unwrap().normalize())
}

#[test]
fn vignettes_say_what_they_must() {
    let library = library();
    let complaints: Vec<String> =
        files().iter().map(read_one).flat_map(|vignette| vignette.complaints(&library)).collect();
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn vignettes_have_names_and_titles() {
    for path in files() {
        let vignette = read_one(&path);
        assert!(!vignette.id.is_empty() && !vignette.title.is_empty(), "{}", path.display());
    }
}
