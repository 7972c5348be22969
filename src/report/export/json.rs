//! Decisions as one JSON document. The form is stable: a key may be added within a `format`, none changes its meaning or
//! goes away.
//!
//! `decisions` has one decision a line: the keys of `regards show ID --format json`, and `language`, `editions`, `missing`,
//! `facts`, `profile` and `room` as the journal keeps them. `tables` has the rows of the views that belong to no decision, with the
//! column names of the data dictionary. `patients` is there only where identities are asked for.

use std::collections::{BTreeMap, HashSet};
use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::{Export, Named};
use crate::archive::filter::print;
use crate::meeting::{GuidelineEdition, Profile, Recorded, RoomThen};
use crate::report::decision::{Past, past};
use crate::store::{Cell, StoreError, Watch};
use crate::text::dictionary::{self, Of, Tells};
use crate::text::{Lang, harmless_json};

/// Version of this form.
const FORMAT: u32 = 1;

/// Keys that hold a name, wherever they stand.
const NAMES: [&str; 11] =
    ["alias", "name", "chair", "secretary", "person", "owner", "teller", "by", "actor", "locked_by", "centre"];

/// One decision.
#[derive(Serialize)]
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
        let head = json!({
            "format": FORMAT,
            "program": {"name": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION")},
            "chosen": {
                "since": choice.since.map(|day| day.to_string()),
                "until": choice.until.map(|day| day.to_string()),
                "case": choice.case.as_ref().map(ToString::to_string),
                "all_versions": choice.all_versions,
                "query": choice.query.as_ref().map(|query| print(query, &[], Lang::En)),
            },
            "masked": self.mask.is_on(),
        });
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
            let told: Map<String, Value> =
                patients.iter().map(|(case, named)| (case.clone(), identity(named))).collect();
            writeln!(out, "\"patients\": {},", line(&Value::Object(told)))?;
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

fn identity(named: &Named) -> Value {
    let traits = named.traits.as_ref();
    json!({
        "identity_status": named.status,
        "ipp": named.number,
        "birth_name": traits.map(|traits| &traits.birth_name),
        "used_name": traits.and_then(|traits| traits.used_name.as_ref()),
        "first_names": traits.map(|traits| &traits.first_names),
        "birth_date": traits.and_then(|traits| traits.birth_date).map(|day| day.to_string()),
        "sex": traits.and_then(|traits| traits.sex),
        "birth_place": traits.and_then(|traits| traits.birth_place.as_ref()),
        "ins": traits.and_then(|traits| traits.ins.as_ref()),
    })
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
