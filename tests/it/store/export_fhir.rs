//! The FHIR bundle against the published JSON Schema of R4, the invariants that it cannot say, and the codes allowed.

use std::collections::{BTreeMap, BTreeSet};

use regards::store::Choice;
use serde_json::{Value, json};

use super::exports::{everything, exported};
use super::*;

/// The definitions of HL7's schema that the resources need: `tests/fhir/README.md`.
const SCHEMA: &str = include_str!("../../fhir/r4.schema.json");

/// Every code that may be written: those that rcp.md marks as verified, and what R4 itself defines.
const CODES: [(&str, &[&str]); 4] = [
    (
        "urn:oid:1.2.250.1.213.1.1.4.322",
        &["ORG-125", "ORG-126", "ORG-133", "GEN-010", "GEN-065", "GEN-034", "GEN-067", "GEN-068", "GEN-069", "GEN-100"],
    ),
    (
        "http://loinc.org",
        &["14682-9", "2160-0", "98979-8", "2890-2", "4485-9", "4498-2", "5130-0", "718-7", "29463-7", "8302-2"],
    ),
    ("http://hl7.org/fhir/sid/icd-10", &["M32.1"]),
    ("http://terminology.hl7.org/CodeSystem/v3-ActCode", &["VR"]),
];

fn with_case(number: &str, file: &str) -> Locked {
    let yaml = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("cases").join(file)).unwrap();
    let facts = json!({"today": "2026-11-23"});
    Locked { case_sha256: sha256(&yaml), case_yaml: yaml, facts, ..locked(number) }
}

fn bundle() -> Value {
    let folder = tempfile::tempdir().unwrap();
    let mut ledger = everything(&folder.path().join("l.sqlite"));
    for (minute, (number, file)) in (30..).zip([
        ("LN-2026-006", "ln-2026-006-classe-v-1-6.yaml"),
        ("LN-2026-009", "ln-2026-009-adolescente.yaml"),
        ("LS-2026-011", "ls-2026-011-articulaire-cutane.yaml"),
    ]) {
        ledger.lock(&with_case(number, file), None, &by("Dr A", minute)).unwrap();
    }
    let mut bare = saying("LN-10", "rien d'autre");
    bare.room = None;
    bare.class = String::new();
    bare.decision = Decision {
        lines: Vec::new(),
        concordance: Vec::new(),
        departures: Vec::new(),
        positions: Vec::new(),
        dissent: Vec::new(),
        uses: Vec::new(),
        branches: Vec::new(),
        targets: Vec::new(),
        actions: Vec::new(),
        represent: None,
        next: None,
        ..bare.decision
    };
    ledger.lock(&bare, None, &by("Dr A", 40)).unwrap();
    let all = Choice { all_versions: true, ..Choice::default() };
    serde_json::from_str(&exported(&ledger, &all, false, |export, out| export.fhir(&mut (), out))).unwrap()
}

fn resources(bundle: &Value) -> impl Iterator<Item = &Value> {
    bundle["entry"].as_array().unwrap().iter().map(|entry| &entry["resource"])
}

/// Every object of the value with its key.
fn walk(value: &Value, visit: &mut dyn FnMut(&str, &Value)) {
    match value {
        Value::Object(all) => all.iter().for_each(|(key, one)| {
            visit(key, one);
            walk(one, visit);
        }),
        Value::Array(all) => all.iter().for_each(|one| walk(one, visit)),
        _ => {}
    }
}

#[test]
fn every_resource_holds_in_the_published_schema() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let of = |kind: &str| {
        let whole = json!({"$schema": schema["$schema"], "$ref": format!("#/definitions/{kind}"), "definitions": schema["definitions"]});
        jsonschema::draft6::new(&whole).unwrap()
    };
    let bundle = bundle();
    let mut known = BTreeMap::new();
    let mut kinds = BTreeSet::new();
    for resource in resources(&bundle) {
        let kind = resource["resourceType"].as_str().unwrap();
        kinds.insert(kind);
        let validator = known.entry(kind).or_insert_with(|| of(kind));
        let faults: Vec<String> =
            validator.iter_errors(resource).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
        assert!(faults.is_empty(), "{kind}: {faults:#?}\n{resource:#}");
    }
    assert_eq!(
        kinds.into_iter().collect::<Vec<_>>(),
        [
            "Appointment",
            "CarePlan",
            "CareTeam",
            "ClinicalImpression",
            "Communication",
            "Condition",
            "DetectedIssue",
            "DiagnosticReport",
            "Encounter",
            "Goal",
            "GuidanceResponse",
            "MedicationRequest",
            "Observation",
            "Patient",
            "Provenance",
            "RequestGroup",
            "ServiceRequest",
            "Task",
        ]
    );
    assert!(of("Bundle").is_valid(&json!({"resourceType": "Bundle", "type": "collection", "language": "fr"})));
    assert!(!of("CarePlan").is_valid(&json!({"resourceType": "CarePlan", "invented": 1})), "the schema is strict");
    let entries = bundle["entry"].as_array().unwrap();
    let frame =
        json!({"resourceType": "Bundle", "type": "collection", "language": "fr", "entry": [entries[0], entries[3]]});
    assert!(of("Bundle").is_valid(&frame));
    assert_eq!((&bundle["type"], &bundle["resourceType"]), (&json!("collection"), &json!("Bundle")));
}

#[test]
fn references_resolve_and_addresses_are_their_own() {
    let bundle = bundle();
    let mut addresses = BTreeSet::new();
    for entry in bundle["entry"].as_array().unwrap() {
        let address = entry["fullUrl"].as_str().unwrap();
        assert!(addresses.insert(address.to_owned()), "{address} twice");
        assert_eq!(address, format!("urn:uuid:{}", entry["resource"]["id"].as_str().unwrap()));
        assert_eq!(address.as_bytes()[23], b'5', "a UUID of version 5: {address}");
    }
    let mut references = 0;
    walk(&bundle, &mut |key, value| {
        if key == "reference" && value.is_string() {
            references += 1;
            assert!(addresses.contains(value.as_str().unwrap()), "{value} is not in the bundle");
        }
    });
    assert!(references > 200, "{references}");
}

#[test]
fn no_code_is_written_that_was_not_verified() {
    let mut seen = BTreeSet::new();
    walk(&bundle(), &mut |key, value| {
        let codings =
            if key == "class" { std::slice::from_ref(value) } else { value.as_array().map_or(&[][..], Vec::as_slice) };
        for coding in codings.iter().filter(|_| key == "coding" || key == "class") {
            let (system, code) = (coding["system"].as_str().unwrap(), coding["code"].as_str().unwrap());
            let known = CODES.iter().find(|(known, _)| *known == system).map(|(_, codes)| *codes);
            assert!(known.is_some_and(|codes| codes.contains(&code)), "{system} {code}");
            seen.insert(code.to_owned());
        }
        // A unit is text: its UCUM code is not verified.
        assert!(key != "code" || !value.is_null());
    });
    for code in ["M32.1", "ORG-133", "GEN-068", "GEN-067", "14682-9", "98979-8", "2890-2", "VR"] {
        assert!(seen.contains(code), "{code}: {seen:?}");
    }
    let text = bundle().to_string();
    assert!(!text.contains("snomed") && !text.contains("unitsofmeasure"));
}

/// Invariants of R4 that the schema cannot say: app-1, app-3, rgp-1, cpl-3, gol-1, obs-6, obs-7, prv.
#[test]
fn the_invariants_hold_that_the_schema_cannot_say() {
    let bundle = bundle();
    let every = |kind: &str, holds: &dyn Fn(&Value) -> bool| {
        let all: Vec<&Value> = resources(&bundle).filter(|one| one["resourceType"] == kind).collect();
        assert!(!all.is_empty(), "{kind}");
        for one in all {
            assert!(holds(one), "{one:#}");
        }
    };
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    every("Appointment", &|one| {
        let ended = one["start"].is_string() && one["end"].is_string();
        ended && list(&one["participant"]).iter().all(|who| who["type"].is_array() && who["status"] == "accepted")
    });
    every("RequestGroup", &|one| {
        list(&one["action"])
            .iter()
            .all(|action| action["resource"].is_null() && action["condition"][0]["kind"] == "applicability")
    });
    every("CarePlan", &|one| {
        let required = one["status"].is_string() && one["intent"] == "plan" && one["subject"]["reference"].is_string();
        required && list(&one["activity"]).iter().all(|activity| activity["detail"].is_null())
    });
    every("Goal", &|one| list(&one["target"]).iter().all(|target| target["measure"].is_object()));
    every("Observation", &|one| one["dataAbsentReason"].is_null() && one["status"] == "final");
    every("Provenance", &|one| list(&one["agent"]).iter().all(|agent| agent["who"]["display"].is_string()));
    every("Encounter", &|one| one["class"]["code"] == "VR" && one["status"] == "finished");
    every("MedicationRequest", &|one| {
        one["intent"] == "proposal"
            && one["medicationCodeableConcept"]["text"].is_string()
            && one["subject"].is_object()
    });
    every("Patient", &|one| {
        one["name"].is_null() && one["birthDate"].is_null() && one["identifier"][0]["value"].is_string()
    });
}

#[test]
fn what_was_decided_stands_in_the_plan() {
    let bundle = bundle();
    let id = |value: &Value| value["reference"].as_str().unwrap().to_owned();
    let find = |address: &str| {
        let entry = bundle["entry"].as_array().unwrap().iter().find(|entry| entry["fullUrl"] == address).unwrap();
        entry["resource"].clone()
    };
    let plans: Vec<&Value> = resources(&bundle).filter(|one| one["resourceType"] == "CarePlan").collect();
    let status = |of: &str| plans.iter().filter(|plan| plan["status"] == of).count();
    assert_eq!((plans.len(), status("revoked"), status("active")), (7, 1, 6));
    let amended = plans.iter().find(|plan| plan["replaces"].is_array()).unwrap();
    let before = plans.iter().find(|plan| plan["identifier"][0] == amended["replaces"][0]["identifier"]).unwrap();
    assert_eq!(before["status"], "revoked");
    let parts: Vec<Value> = amended["activity"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["reference"].is_object())
        .map(|one| find(&id(&one["reference"])))
        .collect();
    let kinds: Vec<&str> = parts.iter().map(|one| one["resourceType"].as_str().unwrap()).collect();
    assert_eq!(kinds[..4], ["MedicationRequest", "MedicationRequest", "ServiceRequest", "RequestGroup"]);
    let first = &parts[0];
    assert_eq!(first["dosageInstruction"][0]["doseAndRate"][0]["rateQuantity"], json!({"value": 2, "unit": "g/d"}));
    assert_eq!(first["category"][1]["text"], "usage : hors AMM");
    let task = parts.iter().find(|one| one["resourceType"] == "Task").unwrap();
    assert_eq!(task["status"], "completed");
    let look = find(&id(&amended["activity"]
        .as_array()
        .unwrap()
        .iter()
        .find_map(|one| one["outcomeReference"].get(1))
        .unwrap()
        .clone()));
    assert_eq!(look["component"][3]["valueString"], "0,9 g/g");
    let goal = find(&id(&amended["goal"][0]));
    assert_eq!(goal["target"][0]["detailQuantity"], json!({"value": 0.7, "comparator": "<", "unit": "g/g"}));
}
