//! `regards schema`: the JSON Schema of a case file, so that editors complete and check while people type.

use std::fmt::Display;
use std::io::{self, Write};

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use super::args::Described;
use super::config;
use crate::domain::{
    Adherence, AplProfile, Case, Class, Comorbidity, Contraception, Drug, DsDnaAssay, Edition, EventKind, Extent,
    FlareDrug, FlareSign, HcqMatrix, InterferonResult, Lesions, Mode, Organ, Origin, PregnancyStatus, Rash,
    Replacement, Route, Screening, SdiItem, Severity, Sex, SledaiItem, Step, StopReason, Tobacco, TuftShare, Window,
    Wish, YesNo,
};
use crate::report;
use crate::text::{Label, Lang, words};

const ABOUT: &str = "A case of the multidisciplinary lupus meeting. Quantities carry their unit. `unknown` means asked and \
     not known; leave a key out when nobody asked. (Un dossier de la RCP lupus. Les valeurs portent leur unité. `unknown` : \
     demandé et non connu ; ne pas écrire la clé quand personne n'a demandé.)";
const SPACES: &str = "A space or a hyphen may stand for `_`.";

/// Prints the schema. The exit code is 0.
///
/// # Errors
/// When the output cannot be written.
pub fn print_schema(out: &mut dyn Write) -> io::Result<u8> {
    serde_json::to_writer_pretty(&mut *out, &schema())?;
    writeln!(out)?;
    Ok(0)
}

/// Prints the schema of one of these. The exit code is 0.
///
/// # Errors
/// When the output cannot be written.
pub(super) fn print_schema_of(of: Described, out: &mut dyn Write) -> io::Result<u8> {
    let schema = match of {
        Described::Case => return print_schema(out),
        Described::Config => config::schema(),
        Described::ConfigAnswer => config::answer_schema(),
        Described::KeysAnswer => config::keys_schema(),
        Described::Check => super::check::answer_schema(),
        Described::Chase => report::chase_schema(),
        Described::Labs => report::labs_schema(),
        Described::Show => report::show_schema(),
        Described::Decision => report::decision_schema(),
        Described::ReadBack => report::read_back_schema(),
        Described::List => report::decisions_schema(),
        Described::Count => super::search::counted_schema(),
        Described::Saved => report::saved_schema(),
        Described::Due => report::due_schema(),
        Described::Export => report::exported_schema(),
        Described::SyncExport => report::sent_schema(),
        Described::SyncImport => report::taken_schema(),
        Described::SyncVerify => report::shared_verified_schema(),
        Described::History => report::history_schema(),
        Described::Replay => report::replay_schema(),
        Described::Compare => report::comparison_schema(),
        Described::Precedents => report::precedents_schema(),
        Described::Rerun => report::rerun_schema(),
        Described::Stats => report::stats::stats_schema(),
        Described::StatsCases => report::stats::cases_schema(),
        Described::Verify => report::verified_schema(),
        Described::Guidelines => report::editions_schema(),
        Described::Meeting => report::meeting_schema(),
        Described::Meetings => report::meetings_schema(),
        Described::Restore => report::restoration_schema(),
        Described::Access => report::accesses_schema(),
    };
    serde_json::to_writer_pretty(&mut *out, &schema)?;
    writeln!(out)?;
    Ok(0)
}

/// The JSON Schema (2020-12) of a case file, from the types that read it.
pub fn schema() -> Value {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Case>().to_value();
    if let Some(top) = schema.as_object_mut() {
        top.insert("title".to_owned(), json!("regards case, format 1"));
        top.insert("description".to_owned(), json!(ABOUT));
    }
    if let Some(definitions) = schema.get_mut("$defs").and_then(Value::as_object_mut) {
        for (name, french) in french_lists() {
            if let Some(list) = definitions.get_mut(&name) {
                *list = open_list(list, &french);
            }
        }
    }
    schema
}

/// A closed list as the reader takes it: with other separators, with numbers and truth values unquoted.
fn open_list(list: &Value, french: &str) -> Value {
    let codes = codes(list);
    let described = list.get("description").and_then(Value::as_str).unwrap_or_default();
    let mut choices = vec![json!({ "enum": codes })];
    let mut description = format!("{described} {french}");
    if codes.iter().any(|code| code.contains('_')) {
        let patterns: Vec<String> = codes.iter().map(|code| code.replace('_', "[ _-]")).collect();
        choices.push(json!({ "type": "string", "pattern": format!("^({})$", patterns.join("|")) }));
        description = format!("{description} {SPACES}");
    }
    let numbers: Vec<u32> = codes.iter().filter_map(|code| code.parse().ok()).collect();
    if !numbers.is_empty() {
        choices.push(json!({ "enum": numbers }));
    }
    if codes == ["yes", "no"] {
        choices.push(json!({ "type": "boolean" }));
    }
    json!({ "description": description.trim(), "anyOf": choices })
}

/// The codes of a list, whether its entries have descriptions of their own or not.
fn codes(list: &Value) -> Vec<&str> {
    let plain = list.get("enum").and_then(Value::as_array).into_iter().flatten();
    let mut codes: Vec<&str> = plain.filter_map(Value::as_str).collect();
    for choice in list.get("oneOf").and_then(Value::as_array).into_iter().flatten() {
        codes.extend(choice.get("const").and_then(Value::as_str));
        codes.extend(self::codes(choice));
    }
    codes
}

/// The name of each closed list in the schema, with what its codes mean in French.
fn french_lists() -> Vec<(String, String)> {
    vec![
        french(Adherence::ALL),
        french(AplProfile::ALL),
        french(Class::ALL),
        french(Comorbidity::ALL),
        french(Contraception::ALL),
        french(Drug::ALL),
        french(DsDnaAssay::ALL),
        french(Edition::ALL),
        french(EventKind::ALL),
        french(Extent::ALL),
        french(HcqMatrix::ALL),
        french(InterferonResult::ALL),
        french(FlareDrug::ALL),
        french(FlareSign::ALL),
        french(Lesions::ALL),
        french(Mode::ALL),
        french(Organ::ALL),
        french(Origin::ALL),
        french(PregnancyStatus::ALL),
        french(Rash::ALL),
        french(Replacement::ALL),
        french(Route::ALL),
        french(Screening::ALL),
        french(SdiItem::ALL),
        french(Severity::ALL),
        french(Sex::ALL),
        french(SledaiItem::ALL),
        french(Step::ALL),
        french(StopReason::ALL),
        french(Tobacco::ALL),
        french(TuftShare::ALL),
        french(Window::ALL),
        french(Wish::ALL),
        french(YesNo::ALL),
    ]
}

fn french<T: JsonSchema + Label + Display>(list: &[T]) -> (String, String) {
    let words = words(Lang::Fr);
    let meanings: Vec<String> = list.iter().map(|entry| format!("{entry} = {}", words.label(*entry))).collect();
    (T::schema_name().into_owned(), format!("({})", meanings.join(", ")))
}

/// The JSON Schema (2020-12) of a type, under this title.
pub(super) fn of<T: JsonSchema>(title: &str) -> Value {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>().to_value();
    if let Some(top) = schema.as_object_mut() {
        top.insert("title".to_owned(), json!(title));
    }
    schema
}
