//! Which keys a map of a case file must have, from the schema of the types: the decoder names only the first it misses.

use std::sync::LazyLock;

use serde_json::Value;

use super::node::Node;
use crate::domain::Case;

/// The required keys of the map at this path of a case file.
pub(super) fn of_case(root: &Node, path: &[usize]) -> Vec<String> {
    static SCHEMA: LazyLock<Value> = LazyLock::new(|| schemars::schema_for!(Case).to_value());
    let keys = at(&SCHEMA, root, path).and_then(|place| place.get("required")).and_then(Value::as_array);
    keys.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// The schema of the node at this path.
fn at<'s>(schema: &'s Value, root: &Node, path: &[usize]) -> Option<&'s Value> {
    let mut place = shape(schema, schema)?;
    let mut node = root;
    for index in path {
        let (below, next) = match node {
            Node::Map(entries) => {
                let (key, value) = entries.get(*index)?;
                (place.get("properties")?.get(key)?, value)
            }
            Node::List(items) => (place.get("items")?, items.get(*index)?),
            _ => return None,
        };
        (place, node) = (shape(schema, below)?, next);
    }
    Some(place)
}

/// The schema behind references and alternatives that says what a list or a map holds.
fn shape<'s>(schema: &'s Value, place: &'s Value) -> Option<&'s Value> {
    if place.get("properties").is_some() || place.get("items").is_some() {
        return Some(place);
    }
    if let Some(reference) = place.get("$ref").and_then(Value::as_str) {
        return shape(schema, schema.pointer(reference.strip_prefix('#')?)?);
    }
    place.get("anyOf")?.as_array()?.iter().find_map(|choice| shape(schema, choice))
}
