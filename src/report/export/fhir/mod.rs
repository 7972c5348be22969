//! Decisions as a FHIR R4 bundle (4.0.1), by the mapping of rcp.md 4.4. Only codes that rcp.md marks as verified are written;
//! everything else is text. Ids are UUIDs of version 5 of what they stand for, times are those of the record.
//!
//! Not written, because the record does not hold it or no verified code exists: consent, audit events, signatures as FHIR has
//! them, SNOMED CT (its terms need a licence), ATC, UCUM.

mod after;
mod case;
mod plan;
mod room;

use std::collections::{BTreeMap, HashSet};
use std::io::Write;
use std::rc::Rc;

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::json::{List, line};
use super::{Export, Named, case_then};
use crate::domain::{Case, Day};
use crate::meeting::{DecisionId, Recorded};
use crate::store::{StoreError, Watch};
use crate::text::{Words, visible, visible_lines, words};

/// Terminology of the CI-SIS: GEN-…, MED-…, ORG-… (its codes: rcp.md 4.1; its identifier as its publisher's files have it).
const CI_SIS: &str = "urn:oid:1.2.250.1.213.1.1.4.322";
/// LOINC.
const LOINC: &str = "http://loinc.org";
/// ICD-10.
const ICD_10: &str = "http://hl7.org/fhir/sid/icd-10";
/// National health identifier, production, NIR (rcp.md 1.4).
const INS_NIR: &str = "urn:oid:1.2.250.1.213.1.4.8";
/// Identifiers that are addresses.
const ADDRESS: &str = "urn:ietf:rfc:3986";

impl Export<'_> {
    /// The decisions as a FHIR R4 bundle of type `collection`, one resource a line; gives how many decisions there were.
    ///
    /// # Errors
    /// What the ledger, the reader of the output or who watches says.
    pub fn fhir(&self, watch: &mut dyn Watch, out: &mut dyn Write) -> Result<u64, StoreError> {
        write!(out, "{{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"language\":\"{}\"", self.lang.code())?;
        if self.chosen.count == 0 {
            // An empty list is not allowed.
            out.write_all(b"}\n")?;
            return Ok(0);
        }
        out.write_all(b",\"entry\":[")?;
        let mut list = List::new(out);
        let mut seen = HashSet::new();
        let mut meetings = BTreeMap::new();
        let mut count = 0;
        self.chosen.each(watch, &mut |recorded| {
            let said = Said::of(self, recorded, &mut meetings)?;
            for (id, resource) in said.resources() {
                if seen.insert(id) {
                    let entry = json!({"fullUrl": format!("urn:uuid:{id}"), "resource": resource});
                    list.add(&line(&tidy(entry).unwrap_or_default()))?;
                }
            }
            count += 1;
            Ok(())
        })?;
        out.write_all(b"\n]}\n")?;
        Ok(count)
    }
}

/// A resource and its id.
type Resource = (Uuid, Value);

/// One decision, and what is needed to say it.
struct Said<'a> {
    export: &'a Export<'a>,
    words: &'static Words,
    recorded: &'a Recorded,
    case: Option<Case>,
    named: Option<Named>,
    room: room::Frame,
}

impl<'a> Said<'a> {
    fn of(
        export: &'a Export<'a>,
        recorded: &'a Recorded,
        meetings: &mut BTreeMap<Day, Rc<room::Meeting>>,
    ) -> Result<Self, StoreError> {
        let case = case_then(recorded);
        let named = export.naming.zip(case.as_ref()).and_then(|(naming, case)| naming(case));
        let room = room::Frame::of(export.chosen, recorded, meetings)?;
        Ok(Self { export, words: words(export.lang), recorded, case, named, room })
    }

    fn resources(&self) -> Vec<Resource> {
        let meeting = self.meeting();
        let (measured, lines, goals) = (self.measurements(), self.lines(), self.goals());
        let (conditional, tasks, looks) = (self.conditional(), self.tasks(), self.follow_ups());
        let seen: Vec<Resource> = measured.into_iter().chain(self.biopsy()).collect();
        let parts = references(lines.iter().chain(&conditional).chain(&tasks));
        let plan = self.care_plan(&parts, &references(&goals), &references(&looks));
        let mut all = vec![self.patient(), self.condition()];
        all.extend([
            self.passage(meeting.as_ref()),
            self.request(),
            self.care_team(),
            self.impression(&references(&seen)),
        ]);
        all.extend(meeting.into_iter().chain(seen));
        all.extend(self.state_of_the_room());
        all.extend(self.guidance());
        all.extend(lines.into_iter().chain(conditional).chain(goals).chain(tasks));
        all.push(plan);
        all.extend(self.deviations());
        all.extend(self.positions());
        all.extend(self.told());
        all.extend(looks);
        all.push(self.provenance());
        all
    }

    /// The id of a part of this decision.
    fn id(&self, part: &str) -> Uuid {
        made_of(&format!("decision/{}/{part}", self.recorded.entry.id))
    }

    /// The id of something of the case, the same in every decision on it.
    fn case_id(&self, part: &str) -> Uuid {
        made_of(&format!("case/{}/{part}", self.recorded.entry.case_id))
    }

    fn subject(&self) -> Value {
        reference(self.case_id("patient"))
    }

    fn encounter(&self) -> Value {
        reference(self.id("passage"))
    }

    fn plan(&self) -> Value {
        reference(self.id("plan"))
    }

    fn reason(&self) -> Value {
        json!([reference(self.case_id("condition"))])
    }

    fn locked_at(&self) -> String {
        instant(self.recorded.entry.locked_at)
    }

    /// Words that somebody typed, harmless, and without names where those are hidden.
    fn typed(&self, text: &str) -> String {
        let text = self.export.mask.words(text, Some(self.recorded.locked.alias.as_str()));
        visible_lines(&text).trim().to_owned()
    }

    /// Somebody by name, where names may be said.
    fn somebody(&self, name: &str) -> Value {
        self.export.mask.name(name).map_or(Value::Null, |name| json!({"display": visible(name)}))
    }
}

/// A resource of this type; `body` has its elements, those that are empty fall away.
fn resource(kind: &str, id: Uuid, body: Value) -> Resource {
    let mut whole = Map::new();
    whole.insert("resourceType".to_owned(), kind.into());
    whole.insert("id".to_owned(), id.to_string().into());
    if let Value::Object(body) = body {
        whole.extend(body.into_iter().map(|(key, value)| (key, shown(value))));
    }
    (id, Value::Object(whole))
}

/// The same with every text as it may be shown: FHIR takes no control character, wherever a text came from.
fn shown(value: Value) -> Value {
    match value {
        Value::String(text) => visible_lines(&text).into(),
        Value::Array(all) => all.into_iter().map(shown).collect(),
        Value::Object(all) => all.into_iter().map(|(key, value)| (key, shown(value))).collect(),
        other => other,
    }
}

/// The id that stands for this name, always the same.
fn made_of(name: &str) -> Uuid {
    let space = Uuid::new_v5(&Uuid::NAMESPACE_URL, b"regards");
    Uuid::new_v5(&space, name.as_bytes())
}

fn references<'a>(resources: impl IntoIterator<Item = &'a Resource>) -> Vec<Value> {
    resources.into_iter().map(|(id, _)| reference(*id)).collect()
}

fn reference(id: Uuid) -> Value {
    json!({"reference": format!("urn:uuid:{id}")})
}

/// A version by its own id, whether it is in the bundle or not.
fn version(id: DecisionId) -> Value {
    json!({"system": ADDRESS, "value": format!("urn:uuid:{id}")})
}

/// Words where there is no verified code.
fn text(words: &str) -> Value {
    json!({"text": visible(words)})
}

/// A verified code with its words.
fn coded(system: &str, code: &str, words: &str) -> Value {
    json!({"coding": [{"system": system, "code": code}], "text": visible(words)})
}

fn note(words: &str) -> Value {
    if words.is_empty() { Value::Null } else { json!([{"text": words}]) }
}

fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// A written number as a JSON number.
fn number(written: &str) -> Value {
    serde_json::from_str::<serde_json::Number>(written).map_or(Value::Null, Value::Number)
}

/// Without what says nothing: FHIR allows no empty text, list or object, no `null`, and no space but the plain one.
fn tidy(value: Value) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::String(text) if text.trim().is_empty() => None,
        Value::String(text) => Some(text.replace(|c: char| c.is_whitespace() && !" \n\t\r".contains(c), " ").into()),
        Value::Array(all) => {
            let all: Vec<Value> = all.into_iter().filter_map(tidy).collect();
            (!all.is_empty()).then_some(Value::Array(all))
        }
        Value::Object(all) => {
            let all: Map<String, Value> = all.into_iter().filter_map(|(key, one)| Some((key, tidy(one)?))).collect();
            (!all.is_empty()).then_some(Value::Object(all))
        }
        other => Some(other),
    }
}
