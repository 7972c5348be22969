//! Decisions as one JSON document. The form is stable: a key may be added within a `format`, none changes its meaning or
//! goes away.
//!
//! `decisions` has one decision a line: the keys of `regards show ID --format json`, and `language`, `editions`, `missing`,
//! `facts`, `profile` and `room` as the journal keeps them. `tables` has the rows of the views that belong to no decision, with the
//! column names of the data dictionary. `patients` is there only where identities are asked for.

use std::collections::{BTreeMap, HashSet};
use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::{Export, Named};
use crate::archive::filter::print;
use crate::domain::{CaseId, Day, Sex};
use crate::meeting::{GuidelineEdition, Profile, Recorded, RoomThen};
use crate::report::decision::{Past, past};
use crate::report::json::{self, Program};
use crate::store::{Cell, StoreError, Watch};
use crate::text::dictionary::{self, Of, Tells};
use crate::text::{Lang, harmless_json};

/// Keys that hold a name, wherever they stand.
const NAMES: [&str; 11] =
    ["alias", "name", "chair", "secretary", "person", "owner", "teller", "by", "actor", "locked_by", "centre"];

/// Past decisions; names are `null` where identities are masked.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "it is written piece by piece")]
struct Document<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    decisions: Vec<Exported<'a>>,
    /// By the number of the case; only where it is asked who they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    patients: Option<BTreeMap<String, Patient<'a>>>,
    /// The rows of each view that belong to no decision, with the column names of the data dictionary.
    tables: BTreeMap<String, Vec<Map<String, Value>>>,
}

#[derive(Serialize, JsonSchema)]
struct Head<'a> {
    /// Version of this form: 1.
    format: u32,
    /// Which program made it.
    program: Program,
    chosen: Chosen<'a>,
    /// Whether what could point at a person was left out.
    masked: bool,
}

/// Which decisions were asked for.
#[derive(Serialize, JsonSchema)]
struct Chosen<'a> {
    /// First and last day of the meeting, YYYY-MM-DD; `null` without end.
    since: Option<Day>,
    until: Option<Day>,
    case: Option<&'a CaseId>,
    /// Whether versions that were replaced are there too.
    all_versions: bool,
    /// In the filter language, with its English names.
    query: Option<String>,
}

/// Who a patient is.
#[derive(Serialize, JsonSchema)]
struct Patient<'a> {
    /// How far the identity is vouched for, by its code.
    identity_status: &'static str,
    /// The establishment's own number.
    ipp: Option<&'a str>,
    birth_name: Option<&'a str>,
    used_name: Option<&'a str>,
    first_names: Option<&'a [String]>,
    birth_date: Option<Day>,
    sex: Option<Sex>,
    /// INSEE code.
    birth_place: Option<&'a str>,
    /// The national health identifier, bare.
    ins: Option<&'a str>,
}

/// One decision.
#[derive(Serialize, JsonSchema)]
struct Exported<'a> {
    #[serde(flatten)]
    past: Past<'a>,
    /// Language of the screen it was taken on.
    language: &'a str,
    /// The editions that the room had in front of it.
    editions: &'a [GuidelineEdition],
    /// What some guideline asked for and the file did not say, by code.
    missing: &'a [String],
    /// The facts that were computed from the case.
    facts: &'a Value,
    /// The case and the decision in figures, where they were taken down at the lock.
    #[serde(skip_serializing_if = "Option::is_none")]
    profile: Option<&'a Profile>,
    /// Who was there; absent where no meeting was open.
    #[serde(skip_serializing_if = "Option::is_none")]
    room: Option<&'a RoomThen>,
}

impl Export<'_> {
    /// The decisions as JSON, one a line; gives how many there were.
    ///
    /// # Errors
    /// What the ledger, the reader of the output or who watches says.
    pub fn json(&self, watch: &mut dyn Watch, out: &mut dyn Write) -> Result<u64, StoreError> {
        let choice = self.chosen.choice();
        let head = serde_json::to_value(Head {
            format: 1,
            program: Program::THIS,
            chosen: Chosen {
                since: choice.since,
                until: choice.until,
                case: choice.case.as_ref(),
                all_versions: choice.all_versions,
                query: choice.query.as_ref().map(|query| print(query, &[], Lang::En)),
            },
            masked: self.mask.is_on(),
        })?;
        out.write_all(b"{\n")?;
        for (key, value) in head.as_object().into_iter().flatten() {
            writeln!(out, "\"{key}\": {},", line(value))?;
        }
        let mut patients = BTreeMap::new();
        let mut seen = HashSet::new();
        out.write_all(b"\"decisions\": [")?;
        let mut list = List::new(out);
        self.chosen.each(watch, &mut |recorded| {
            if self.naming.is_some() && seen.insert(recorded.entry.case_id.clone()) {
                patients.extend(self.named(recorded).map(|named| (recorded.entry.case_id.to_string(), named)));
            }
            Ok(list.add(&self.decision(recorded)?)?)
        })?;
        let count = list.count;
        out.write_all(b"\n],\n")?;
        if self.naming.is_some() {
            let told: BTreeMap<&str, Patient<'_>> =
                patients.iter().map(|(case, named)| (case.as_str(), identity(named))).collect();
            writeln!(out, "\"patients\": {},", line(&serde_json::to_value(told)?))?;
        }
        self.tables(watch, out)?;
        out.write_all(b"\n}\n")?;
        Ok(count)
    }

    fn decision(&self, recorded: &Recorded) -> Result<String, StoreError> {
        let locked = &recorded.locked;
        let whole = Exported {
            past: past(recorded, self.mask.is_on()),
            language: &locked.language,
            editions: &locked.editions,
            missing: &locked.missing,
            facts: &locked.facts,
            profile: locked.profile.as_ref(),
            room: locked.room.as_ref(),
        };
        if !self.mask.is_on() {
            return Ok(harmless_json(&serde_json::to_string(&whole)?));
        }
        let mut value = serde_json::to_value(whole)?;
        self.hide(&mut value, locked.alias.as_str());
        Ok(line(&value))
    }

    /// Empties what is a name, and covers names in words.
    fn hide(&self, value: &mut Value, alias: &str) {
        match value {
            Value::String(text) => *text = self.mask.words(text, Some(alias)).into_owned(),
            Value::Array(all) => all.iter_mut().for_each(|one| self.hide(one, alias)),
            Value::Object(all) => {
                for (key, one) in all.iter_mut() {
                    if NAMES.contains(&key.as_str()) && one.is_string() {
                        *one = Value::Null;
                    } else {
                        self.hide(one, alias);
                    }
                }
            }
            _ => {}
        }
    }

    /// The rows of what belongs to no decision.
    fn tables(&self, watch: &mut dyn Watch, out: &mut dyn Write) -> Result<(), StoreError> {
        out.write_all(b"\"tables\": {")?;
        let of_no_decision = |of: Of| !matches!(of, Of::Version(_) | Of::Decision(_));
        let mut between = "";
        for view in dictionary::views().filter(|view| of_no_decision(view.of)) {
            write!(out, "{between}\n\"{}\": [", view.name)?;
            between = ",";
            let mut list = List::new(out);
            let alias = view.columns.iter().position(|column| column.name == "alias");
            self.chosen.rows(view, watch, &mut |cells| {
                let alias = alias.and_then(|at| cells.get(at)).and_then(|cell| match cell {
                    Cell::Text(text) => Some(*text),
                    _ => None,
                });
                let said = |(column, cell): (&dictionary::Column, &Cell<'_>)| {
                    let value = match cell {
                        Cell::Nothing => Value::Null,
                        Cell::Whole(number) => (*number).into(),
                        Cell::Number(number) => (*number).into(),
                        Cell::Text(_) if column.tells == Tells::Name && self.mask.is_on() => Value::Null,
                        Cell::Text(text) if column.kind == dictionary::Kind::Json => {
                            serde_json::from_str(text).unwrap_or_else(|_| (*text).into())
                        }
                        Cell::Text(text) if column.tells == Tells::Words => self.mask.words(text, alias).into(),
                        Cell::Text(text) => (*text).into(),
                    };
                    (column.name.to_owned(), value)
                };
                Ok(list.add(&line(&Value::Object(view.columns.iter().zip(cells).map(said).collect())))?)
            })?;
            out.write_all(b"\n]")?;
        }
        out.write_all(b"\n}")?;
        Ok(())
    }
}

fn identity(named: &Named) -> Patient<'_> {
    let traits = named.traits.as_ref();
    Patient {
        identity_status: named.status,
        ipp: named.number.as_deref(),
        birth_name: traits.map(|traits| traits.birth_name.as_str()),
        used_name: traits.and_then(|traits| traits.used_name.as_deref()),
        first_names: traits.map(|traits| traits.first_names.as_slice()),
        birth_date: traits.and_then(|traits| traits.birth_date),
        sex: traits.and_then(|traits| traits.sex),
        birth_place: traits.and_then(|traits| traits.birth_place.as_deref()),
        ins: traits.and_then(|traits| traits.ins.as_deref()),
    }
}

/// The JSON Schema of past decisions as one document.
pub fn exported_schema() -> Value {
    let mut schema = json::schema::<Document>("regards export json");
    lets_hide(&mut schema);
    schema
}

/// Lets what is a name be `null`.
fn lets_hide(schema: &mut Value) {
    match schema {
        Value::Array(all) => all.iter_mut().for_each(lets_hide),
        Value::Object(all) => {
            for (key, one) in all.iter_mut() {
                match one.get_mut("type") {
                    Some(kind) if NAMES.contains(&key.as_str()) && *kind == "string" => {
                        *kind = json!(["string", "null"]);
                    }
                    _ => lets_hide(one),
                }
            }
        }
        _ => {}
    }
}

/// A list under way: one element a line.
pub(super) struct List<'a> {
    out: &'a mut dyn Write,
    /// How many there are.
    pub(super) count: u64,
}

impl<'a> List<'a> {
    pub(super) fn new(out: &'a mut dyn Write) -> Self {
        Self { out, count: 0 }
    }

    pub(super) fn add(&mut self, line: &str) -> io::Result<()> {
        self.out.write_all(if self.count == 0 { b"\n" } else { b",\n" })?;
        self.count += 1;
        self.out.write_all(line.as_bytes())
    }
}

/// The value on one line; what a terminal might obey, or that cannot be seen, is escaped.
pub(super) fn line(value: &Value) -> String {
    harmless_json(&value.to_string())
}
