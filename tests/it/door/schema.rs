//! `regards schema`: what the schema says and what the door reads are the same.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use regards::cli::{print_schema, schema};
use regards::read;
use serde_json::Value;

use super::today;

fn shipped() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

/// What of a value does not fit a schema: the keywords that ours uses, no more.
struct Validator {
    root: Value,
}

impl Validator {
    fn faults(&self, schema: &Value, value: &Value, path: &str) -> Vec<String> {
        let mut faults = Vec::new();
        let mut fault = |words: String| faults.push(format!("{path}: {words}"));
        for (keyword, rule) in schema.as_object().unwrap() {
            match keyword.as_str() {
                "type" if !has_type(rule, value) => fault(format!("{value} is not of type {rule}")),
                "enum" if !rule.as_array().unwrap().contains(value) => fault(format!("{value} is not in {rule}")),
                "const" if rule != value => fault(format!("{value} is not {rule}")),
                "pattern" if value.is_string() && !has_pattern(rule.as_str().unwrap(), value.as_str().unwrap()) => {
                    fault(format!("{value} does not match {rule}"));
                }
                "minimum" if value.as_f64() < rule.as_f64() => fault(format!("{value} is below {rule}")),
                "maximum" if value.as_f64() > rule.as_f64() => fault(format!("{value} is above {rule}")),
                "minItems" if length(value) < rule.as_u64() => {
                    fault("too short".to_owned());
                }
                "maxItems" if length(value) > rule.as_u64() => {
                    fault("too long".to_owned());
                }
                "required" => {
                    let keys = rule.as_array().unwrap().iter().filter_map(Value::as_str);
                    keys.filter(|key| value.get(key).is_none()).for_each(|key| fault(format!("{key} is missing")));
                }
                _ => {}
            }
        }
        faults.extend(self.below(schema, value, path));
        faults
    }

    fn below(&self, schema: &Value, value: &Value, path: &str) -> Vec<String> {
        let mut faults = Vec::new();
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            let target = self.root.pointer(reference.strip_prefix('#').unwrap()).expect(reference);
            faults.extend(self.faults(target, value, path));
        }
        if let Some(choices) = schema.get("anyOf").or(schema.get("oneOf")).and_then(Value::as_array) {
            let found: Vec<Vec<String>> = choices.iter().map(|choice| self.faults(choice, value, path)).collect();
            if !found.iter().any(Vec::is_empty) {
                faults.extend(found.into_iter().flatten());
            }
        }
        if let (Some(items), Some(list)) = (schema.get("items"), value.as_array()) {
            faults
                .extend(list.iter().enumerate().flat_map(|(n, item)| self.faults(items, item, &format!("{path}/{n}"))));
        }
        if let (Some(known), Some(map)) = (schema.get("properties"), value.as_object()) {
            for (key, entry) in map {
                match known.get(key) {
                    Some(rule) => faults.extend(self.faults(rule, entry, &format!("{path}/{key}"))),
                    None if schema.get("additionalProperties") == Some(&Value::Bool(false)) => {
                        faults.push(format!("{path}: {key} is not known"));
                    }
                    None => {}
                }
            }
        }
        faults
    }
}

fn length(value: &Value) -> Option<u64> {
    value.as_array().map(|list| list.len() as u64)
}

fn has_type(rule: &Value, value: &Value) -> bool {
    let is = |name: &str| match name {
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        "boolean" => value.is_boolean(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        "null" => value.is_null(),
        other => panic!("{other}"),
    };
    match rule {
        Value::Array(names) => names.iter().any(|name| is(name.as_str().unwrap())),
        name => is(name.as_str().unwrap()),
    }
}

/// The patterns of lists whose separators are free; those of quantities and dates are held by the reader's own tests.
fn has_pattern(pattern: &str, text: &str) -> bool {
    if !pattern.contains("[ _-]") {
        return true;
    }
    let codes = pattern.trim_start_matches("^(").trim_end_matches(")$").replace("[ _-]", "_");
    codes.split('|').any(|code| code == text.replace([' ', '-'], "_"))
}

#[test]
fn every_shipped_case_fits_as_it_is_written_and_as_it_is_read() {
    let schema = schema();
    let validator = Validator { root: schema.clone() };
    for file in shipped() {
        let bytes = fs::read(&file).unwrap();
        let written: Value = serde_yaml::from_slice(&bytes).unwrap();
        assert_eq!(validator.faults(&schema, &written, ""), Vec::<String>::new(), "{}", file.display());
        let read = serde_json::to_value(read::case(&bytes, today()).value.unwrap()).unwrap();
        assert_eq!(validator.faults(&schema, &read, ""), Vec::<String>::new(), "{}", file.display());
    }
}

#[test]
fn the_mistakes_that_a_schema_can_see_do_not_fit() {
    let schema = schema();
    let validator = Validator { root: schema.clone() };
    for name in
        ["unknown-key-near", "wrong-word", "missing-question", "class-not-a-list", "identity-nir", "missing-date"]
    {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/bad/{name}.yaml"));
        let written: Value = serde_yaml::from_slice(&fs::read(file).unwrap()).unwrap();
        assert!(!validator.faults(&schema, &written, "").is_empty(), "{name}");
    }
}

#[test]
fn the_schema_is_one_of_2020_12_and_all_it_refers_to_is_there() {
    let mut printed = Vec::new();
    assert_eq!(print_schema(&mut printed).unwrap(), 0);
    let printed: Value = serde_json::from_slice(&printed).unwrap();
    assert_eq!(printed, schema());
    assert_eq!(printed["$schema"], "https://json-schema.org/draft/2020-12/schema");
    let mut references = BTreeSet::new();
    gather(&printed, &mut |key, value| {
        if key == "$ref" {
            references.insert(value.as_str().unwrap().to_owned());
        }
    });
    assert!(references.len() > 40);
    assert!(references.iter().all(|reference| printed.pointer(&reference[1..]).is_some()));
}

#[test]
fn every_key_and_every_list_is_described_and_french_is_there() {
    let schema = schema();
    let mut bare = Vec::new();
    gather(&schema, &mut |key, value| {
        if key == "properties" {
            for (name, rule) in value.as_object().unwrap() {
                if rule.get("description").and_then(Value::as_str).is_none_or(str::is_empty) {
                    bare.push(name.clone());
                }
            }
        }
    });
    assert_eq!(bare, Vec::<String>::new());
    let text = |path: &str| schema.pointer(path).and_then(Value::as_str).expect(path).to_owned();
    assert!(text("/$defs/SledaiItem/description").contains("low_complement = "));
    assert!(text("/$defs/SledaiItem/description").contains("A space or a hyphen may stand for `_`"));
    assert!(text("/$defs/Sex/description").contains("female = femme"));
    assert!(text("/$defs/Patient/properties/weight/description").contains("poids"));
    assert!(text("/$defs/Quantity_creatinine/description").contains("µmol/L"));
}

fn gather(value: &Value, visit: &mut dyn FnMut(&str, &Value)) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                visit(key, value);
                gather(value, visit);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| gather(item, visit)),
        _ => {}
    }
}
