//! The patient, the disease, what was measured, the biopsy, the synthesis that the room saw.

use serde_json::{Value, json};

use super::{ICD_10, INS_NIR, LOINC, Resource, Said, coded, made_of, resource, text};
use crate::clinic::Equation;
use crate::clinic::egfr_on;
use crate::domain::{Day, Dimension, Field, Lab, Quantity, Sex};
use crate::report::export::Traits;
use crate::text::visible;

/// Units of a ratio of masses: the LOINC code is of such a ratio.
const OF_MASSES: [&str; 2] = ["mg/g", "g/g"];

/// A value as it is observed.
struct Measured {
    part: &'static str,
    day: Option<Day>,
    code: Value,
    value: Value,
}

impl Said<'_> {
    /// By number alone; who it is only where that was asked for.
    pub(super) fn patient(&self) -> Resource {
        let case = self.recorded.entry.case_id.as_str();
        let mut identifier = vec![json!({
            "type": text(self.words.fhir.case_number),
            "system": format!("urn:uuid:{}", made_of("case numbers")),
            "value": case,
        })];
        let named = self.named.as_ref();
        let traits = named.and_then(|named| named.traits.as_ref());
        identifier.extend(
            named
                .and_then(|named| named.number.as_deref())
                .map(|number| json!({"type": text(self.words.fhir.local_number), "value": visible(number)})),
        );
        identifier.extend(traits.and_then(|traits| traits.ins.as_deref()).map(ins));
        let sex = traits.and_then(|traits| traits.sex).or(self.case.as_ref().map(|case| case.patient.sex));
        let body = json!({
            "identifier": identifier,
            "name": traits.map(names),
            "gender": sex.map(|sex| match sex { Sex::Female => "female", Sex::Male => "male" }),
            "birthDate": traits.and_then(|traits| traits.birth_date).map(|day| day.to_string()),
        });
        resource("Patient", self.case_id("patient"), body)
    }

    /// ICD-10 M32.1, lupus with organ involvement, only where a biopsy said a class; there is no code for the class itself.
    pub(super) fn condition(&self) -> Resource {
        let say = &self.words.fhir;
        let is_renal = !self.recorded.locked.class.is_empty();
        let code = if is_renal { coded(ICD_10, "M32.1", say.nephritis) } else { text(say.lupus) };
        let body = json!({"code": code, "subject": self.subject()});
        resource("Condition", self.case_id("condition"), body)
    }

    /// The last value of each laboratory test that the file gave, and what the room was shown.
    pub(super) fn measurements(&self) -> Vec<Resource> {
        let values = self.measured().into_iter().map(|one| {
            let body = json!({
                "status": "final",
                "code": one.code,
                "subject": self.subject(),
                "encounter": self.encounter(),
                "effectiveDateTime": one.day.map(|day| day.to_string()),
                "valueQuantity": one.value,
            });
            resource("Observation", self.id(&format!("measured/{}", one.part)), body)
        });
        values.collect()
    }

    fn measured(&self) -> Vec<Measured> {
        let Some(case) = &self.case else { return Vec::new() };
        let say = &self.words.fhir;
        let loinc = |code: &str, words: &str| coded(LOINC, code, words);
        let mut all = Vec::new();
        let mut add = |part, found: Option<(Option<Day>, Value)>, code: Value| {
            all.extend(found.map(|(day, value)| Measured { part, day, code, value }));
        };
        let creatinine = last(&case.labs, |lab| &lab.creatinine);
        let code = match creatinine.as_ref().and_then(|(_, value)| value["unit"].as_str()) {
            Some("µmol/L") => loinc("14682-9", say.creatinine),
            Some("mg/dL") => loinc("2160-0", say.creatinine),
            _ => text(say.creatinine),
        };
        add("creatinine", creatinine, code);
        let upcr = last(&case.labs, |lab| &lab.upcr);
        let is_of_masses = upcr.as_ref().is_some_and(|(_, value)| OF_MASSES.iter().any(|unit| value["unit"] == *unit));
        add("upcr", upcr, if is_of_masses { loinc("2890-2", say.upcr) } else { text(say.upcr) });
        let filtered = case.labs.iter().rev().find_map(|lab| Some((lab.date, egfr_on(case, lab).ok()?)));
        if let Some((day, egfr)) = filtered {
            let value = json!({"value": egfr.printed(), "unit": "mL/min/1.73 m²"});
            let code = match egfr.equation {
                Equation::CkdEpi2021 => loinc("98979-8", &format!("{} ({})", say.egfr, egfr.equation.name())),
                other => text(&format!("{} ({})", say.egfr, other.name())),
            };
            add("egfr", Some((Some(day), value)), code);
        }
        add("c3", last(&case.labs, |lab| &lab.c3), loinc("4485-9", say.c3));
        add("c4", last(&case.labs, |lab| &lab.c4), loinc("4498-2", say.c4));
        add("anti_dsdna", last(&case.labs, |lab| &lab.anti_dsdna), loinc("5130-0", say.anti_dsdna));
        add("haemoglobin", last(&case.labs, |lab| &lab.haemoglobin), loinc("718-7", say.haemoglobin));
        add("albumin", last(&case.labs, |lab| &lab.albumin), text(say.albumin));
        let undated = |value: Option<Value>| value.map(|value| (None, value));
        add("weight", undated(case.patient.weight.known().map(quantity)), loinc("29463-7", say.weight));
        add("height", undated(case.patient.height.known().map(quantity)), loinc("8302-2", say.height));
        all
    }

    /// The last biopsy. Its class is text: the classes that a code exists for are those of another classification.
    pub(super) fn biopsy(&self) -> Option<Resource> {
        let biopsy = self.case.as_ref()?.kidney.biopsies.last()?;
        let say = &self.words.fhir;
        let class = biopsy.class.iter().map(|one| one.code()).collect::<Vec<_>>().join("+");
        let edition = biopsy.edition.known().map(|one| format!("{} ", one.code())).unwrap_or_default();
        let parts = [
            (!class.is_empty()).then(|| (say.class)(&format!("{edition}{class}"))),
            biopsy.activity.known().map(|index| (say.activity_index)(&index.to_string())),
            biopsy.chronicity.known().map(|index| (say.chronicity_index)(&index.to_string())),
        ];
        let conclusion = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        let body = json!({
            "status": "final",
            "code": text(&(say.biopsy)(&self.export.lang.date(biopsy.date))),
            "subject": self.subject(),
            "encounter": self.encounter(),
            "effectiveDateTime": biopsy.date.to_string(),
            "conclusion": conclusion,
        });
        Some(resource("DiagnosticReport", self.id("biopsy"), body))
    }

    /// What the room was shown of the case.
    pub(super) fn impression(&self, seen: &[Value]) -> Resource {
        let locked = &self.recorded.locked;
        let say = &self.words.fhir;
        let colon = self.words.report.colon;
        let shown = |name: &str, value: Option<&String>| value.map(|value| format!("{name}{colon}{value}"));
        let class = (!locked.class.is_empty()).then(|| (say.class)(&locked.class));
        let parts = [class, shown(say.upcr, locked.upcr.as_ref()), shown(say.egfr, locked.egfr.as_ref())];
        let summary = parts.into_iter().flatten().collect::<Vec<_>>().join("; ");
        let investigation = (!seen.is_empty()).then(|| json!([{"code": text(say.synthesis), "item": seen}]));
        let body = json!({
            "status": "completed",
            "description": self.typed(locked.question.as_str()),
            "subject": self.subject(),
            "encounter": self.encounter(),
            "date": self.locked_at(),
            "problem": self.reason(),
            "investigation": investigation,
            "summary": self.typed(&summary),
        });
        resource("ClinicalImpression", self.id("impression"), body)
    }
}

/// The last known value of a test, with its day.
fn last<D: Dimension>(labs: &[Lab], of: impl Fn(&Lab) -> &Field<Quantity<D>>) -> Option<(Option<Day>, Value)> {
    labs.iter().rev().find_map(|lab| Some((Some(lab.date), quantity(of(lab).known()?))))
}

/// As written; the unit is text, its UCUM code is not verified.
fn quantity<D: Dimension>(quantity: &Quantity<D>) -> Value {
    json!({"value": super::number(&quantity.amount().to_string()), "unit": quantity.unit()})
}

fn names(traits: &Traits) -> Value {
    let given: Vec<_> = traits.first_names.iter().map(|name| visible(name)).collect();
    let used = traits.used_name.as_deref().map(|name| json!({"use": "usual", "family": visible(name)}));
    json!([{"use": "official", "family": visible(&traits.birth_name), "given": given}, used])
}

/// A number that begins with 1 or 2 is a NIR; of any other the identifier of its kind is not verified.
fn ins(number: &str) -> Value {
    let is_nir = number.starts_with(['1', '2']);
    json!({"type": text("INS"), "system": is_nir.then_some(INS_NIR), "value": visible(number)})
}
