//! Runs the vignettes of `tests/vignettes/*.yaml`: a case, and what each guideline must say of it.

use std::collections::BTreeMap;

use regards::domain::{Case, Day};
use regards::knowledge::{FactId, Scheme, Topic, Verdict};
use regards::read;
use serde::Deserialize;

/// One vignette. `case` is a case file; `given` states facts directly (an eGFR, say, rather than a creatinine).
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct Vignette {
    /// `V1`: its name in the clinical sheet.
    id: String,
    title: String,
    today: Day,
    /// Country of the labels: `FR` unless stated.
    #[serde(default)]
    country: Option<String>,
    case: Case,
    /// Facts stated as such: `yes`, `no`, or an amount with its unit.
    #[serde(default)]
    given: BTreeMap<FactId, String>,
    /// By guideline, then by row.
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
#[allow(dead_code)]
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
    /// Targets in this patient's numbers: the ceiling of proteinuria with its operator, `<= 1.35 g/g`, `< 0.7 g/g`.
    #[serde(default)]
    proteinuria: Option<Vec<String>>,
}

#[test]
fn vignettes_say_what_they_must() {
    for path in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vignettes")).unwrap() {
        let path = path.unwrap().path();
        let reading = read::document::<Vignette>(&std::fs::read(&path).unwrap());
        assert!(reading.value.is_some(), "{}: {:?}", path.display(), reading.remarks);
    }
}
