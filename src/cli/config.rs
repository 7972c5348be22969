//! The one optional configuration file: read, laid under the options, printed with where each value comes from.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::args::{Arguments, Format, Language, Order, Shared};
use super::aside;
use super::check::{Print, Telling};
use super::schema::of;
use super::settings::Settings;
use super::{Exit, paths};
use crate::app::Keys;
use crate::domain::PathStep::Key;
use crate::domain::{Minutes, YesNo};
use crate::read::{self, Found, Problem, Reading, SourceFile, nearest};
use crate::store;
use crate::text::{ConfigWords, Lang, harmless_json, shown_path, words};
use crate::view::keys::act;
use crate::view::{Ground, Theme};

/// Names the configuration file; set to nothing, it says that there is none.
const VARIABLE: &str = "REGARDS_CONFIG";

/// A configuration file. Paths are taken from its own folder; `~/` is the home folder.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Case files or folders, where none is named on the command line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cases: Option<Vec<PathBuf>>,
    /// The database of decisions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub db: Option<PathBuf>,
    /// Language of the screen and of what commands say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<Language>,
    /// A theme's name, shipped or from the folder `themes` beside the usual configuration, or a base16/base24 scheme file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// The theme of the room's screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub projector_theme: Option<String>,
    /// A folder with more guidelines.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guidelines: Option<PathBuf>,
    /// The charter of the meeting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charter: Option<PathBuf>,
    /// Who the patients are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identities: Option<PathBuf>,
    /// The folder that documents of the screen are written to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub documents: Option<PathBuf>,
    /// Hide what could identify somebody from the start.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mask: Option<YesNo>,
    /// Hide it when no key was pressed for so long, e.g. 10 min.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mask_after: Option<Minutes>,
    /// Whether the mouse works.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mouse: Option<YesNo>,
    /// The editor for case files, with its arguments.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub editor: Option<String>,
    /// Other keys, by place and command; see `regards config --keys`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keys: Option<BTreeMap<String, BTreeMap<String, KeyNames>>>,
}

/// A key, or several: d, D, F5, Ctrl-R, Shift-Tab, Space, PgUp.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum KeyNames {
    /// One.
    One(String),
    /// Several.
    Several(Vec<String>),
}

impl<'de> Deserialize<'de> for KeyNames {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Names;
        impl<'de> serde::de::Visitor<'de> for Names {
            type Value = KeyNames;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a key or a list of keys")
            }
            fn visit_str<E>(self, name: &str) -> Result<KeyNames, E> {
                Ok(KeyNames::One(name.to_owned()))
            }
            fn visit_u64<E>(self, digit: u64) -> Result<KeyNames, E> {
                Ok(KeyNames::One(digit.to_string()))
            }
            fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut list: A) -> Result<KeyNames, A::Error> {
                let mut names = Vec::new();
                while let Some(name) = list.next_element::<String>()? {
                    names.push(name);
                }
                Ok(KeyNames::Several(names))
            }
        }
        deserializer.deserialize_any(Names)
    }
}

impl KeyNames {
    fn all(&self) -> Vec<String> {
        match self {
            Self::One(name) => vec![name.clone()],
            Self::Several(names) => names.clone(),
        }
    }
}

impl Config {
    /// The keys in force, and what cannot be taken of the changes.
    fn keys_in_force(&self) -> (Keys, Found) {
        let changes = self.keys.iter().flatten().map(|(place, commands)| {
            let commands = commands.iter().map(|(command, names)| (command.clone(), names.all()));
            (place.clone(), commands.collect())
        });
        Keys::with(&changes.collect())
    }

    /// What the types cannot see: themes that do not exist, keys that cannot be taken.
    fn objections(&self) -> Found {
        let (_, mut found) = self.keys_in_force();
        for (key, theme) in [("theme", &self.theme), ("projector_theme", &self.projector_theme)] {
            let Some(theme) = theme.as_ref().filter(|theme| !Theme::is_a_path(theme)) else { continue };
            let known = super::themes::names();
            if !known.contains(theme) {
                let problem = Problem::UnknownWord { written: theme.clone(), nearest: nearest(theme, &known), known };
                found.push((vec![Key(key)], problem));
            }
        }
        found
    }

    /// With its paths taken from the folder of the file.
    fn laid_from(mut self, file: &Path) -> Self {
        let folder = file.parent().map(|folder| std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned()));
        let laid = |path: &Path| match (path.strip_prefix("~"), paths::home()) {
            (Ok(rest), Some(home)) => home.join(rest),
            _ => folder.as_ref().map_or_else(|| path.to_owned(), |folder| folder.join(path)),
        };
        for path in self.cases.iter_mut().flatten() {
            *path = laid(path);
        }
        let files = [&mut self.db, &mut self.guidelines, &mut self.charter, &mut self.identities, &mut self.documents];
        for path in files.into_iter().flatten() {
            *path = laid(path);
        }
        for theme in [&mut self.theme, &mut self.projector_theme].into_iter().flatten() {
            if Theme::is_a_path(theme) {
                *theme = laid(Path::new(theme)).to_string_lossy().into_owned();
            }
        }
        self
    }
}

/// Reads a configuration. A file without a word in it is one.
fn read(bytes: &[u8]) -> Reading<Config> {
    let mut reading = read::judged(bytes, &|_| &[], &Config::objections);
    if let [only] = reading.remarks.as_slice()
        && only.problem == Problem::EmptyFile
    {
        return Reading { value: Some(Config::default()), remarks: Vec::new() };
    }
    for remark in &mut reading.remarks {
        // No key of a configuration says who a patient is.
        if let Problem::Identity { key } = &remark.problem {
            let known: Vec<String> = KEYS.iter().map(|(key, _)| (*key).to_owned()).collect();
            remark.problem = Problem::UnknownKey { key: key.clone(), nearest: nearest(key, &known), known };
        }
    }
    reading
}

/// The configuration in force, and how it came to be.
#[derive(Debug, Clone, Default)]
pub struct Standing {
    /// Where the file lies or would lie; none where it is said that there is none, or no home is known.
    pub path: Option<PathBuf>,
    /// Whether it is there.
    pub is_there: bool,
    /// What it says.
    pub file: Config,
    /// The keys in force.
    pub keys: Keys,
    /// The keys of the configuration that options decided.
    options: BTreeSet<&'static str>,
}

impl Standing {
    /// Finds and reads the file that these arguments or the environment name, else the usual one, where it is there. What is
    /// wrong with it is said on standard error.
    ///
    /// # Errors
    /// How the program ends: no meeting is held, and nothing is done, under a configuration that nobody could read.
    pub fn find(arguments: &Arguments, lang: Lang) -> Result<Self, Exit> {
        let options = named(arguments);
        let (path, is_named) = place(&arguments.shared);
        let Some(path) = path else { return Ok(Self { options, ..Self::default() }) };
        if !is_named && path.symlink_metadata().is_err() {
            return Ok(Self { path: Some(path), options, ..Self::default() });
        }
        let file = store::load_as(&path, read);
        let Some(config) = file.value() else { return Err(refuse(&path, file, lang)) };
        let (keys, _) = config.keys_in_force();
        let file = config.clone().laid_from(&path);
        Ok(Self { path: Some(path), is_there: true, file, keys, options })
    }

    /// Lays what the file says under the options.
    pub fn lay_under(&self, arguments: &mut Arguments) {
        let (file, shared) = (self.file.clone(), &mut arguments.shared);
        let theme = if arguments.projector { file.projector_theme } else { file.theme };
        shared.db = shared.db.take().or(file.db);
        shared.lang = shared.lang.or(file.lang);
        shared.theme = shared.theme.take().or(theme);
        shared.guidelines = shared.guidelines.take().or(file.guidelines);
        shared.charter = shared.charter.take().or(file.charter);
        shared.identities = shared.identities.take().or(file.identities);
        shared.mask = shared.mask.or(file.mask.map(|mask| mask == YesNo::Yes));
        arguments.mask_after = arguments.mask_after.or(file.mask_after.map(|after| after.get().into()));
    }

    fn origin(&self, key: &str) -> Origin {
        let is_in_file = serde_json::to_value(&self.file).is_ok_and(|file| file.get(key).is_some());
        let is_in_environment = match key {
            "lang" => Lang::of_locale(|name| std::env::var(name).ok()).is_some(),
            "theme" => Ground::from_env(|name| std::env::var(name).ok()).is_some(),
            "editor" => super::editor::of_environment().is_some(),
            _ => false,
        };
        match () {
            () if self.options.contains(key) => Origin::Option,
            () if is_in_file => Origin::File,
            () if is_in_environment => Origin::Environment,
            () => Origin::Default,
        }
    }
}

/// The file that is named, or the usual one; whether it is named.
fn place(shared: &Shared) -> (Option<PathBuf>, bool) {
    let of_environment = || std::env::var_os(VARIABLE).map(PathBuf::from);
    match shared.config.clone().or_else(of_environment) {
        Some(named) if named.as_os_str().is_empty() => (None, false),
        Some(named) => (Some(named), true),
        None => (paths::config(), false),
    }
}

/// The keys of the configuration that these arguments decide.
fn named(arguments: &Arguments) -> BTreeSet<&'static str> {
    let shared = &arguments.shared;
    let of_meeting = matches!(&arguments.command, Some(Order::Meeting { cases: Some(_), .. }));
    let theme = if arguments.projector { "projector_theme" } else { "theme" };
    let all = [
        ("cases", !arguments.paths.is_empty() || of_meeting),
        ("db", shared.db.is_some()),
        ("lang", shared.lang.is_some()),
        (theme, shared.theme.is_some()),
        ("guidelines", shared.guidelines.is_some()),
        ("charter", shared.charter.is_some()),
        ("identities", shared.identities.is_some()),
        ("mask", shared.mask.is_some()),
        ("mask_after", arguments.mask_after.is_some()),
    ];
    all.into_iter().filter(|(_, is_named)| *is_named).map(|(key, _)| key).collect()
}

/// Says what is wrong with the file; how the program ends.
fn refuse(path: &Path, mut file: SourceFile<Config>, lang: Lang) -> Exit {
    file.text = without_unknown_values(&file).into();
    let words = &words(lang).config;
    let none = |named: &str| (words.none)(named);
    let telling = Telling { print: Print::Sentences { colour: false }, lang, count: words.files, none: &none };
    let (mut out, mut err) = (io::stderr(), io::stderr());
    match telling.tell(&[path.to_owned()], std::iter::once(file), &mut out, &mut err) {
        Ok(1) => Exit::Usage,
        _ => Exit::NoAccess,
    }
}

/// The file's text; what stands behind a key that the program does not know may be a passphrase, and is left out.
fn without_unknown_values(file: &SourceFile<Config>) -> String {
    let shown = |(at, line): (usize, &str)| -> String {
        let unknown = file.reading.remarks.iter().find_map(|remark| match &remark.problem {
            Problem::UnknownKey { key, .. } if remark.line == at => {
                Some((remark.column + key.chars().count()).saturating_sub(1))
            }
            _ => None,
        });
        line.chars().take(unknown.unwrap_or(usize::MAX)).collect()
    };
    (1..).zip(file.text.lines()).map(shown).collect::<Vec<_>>().join("\n")
}

/// Where a value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Origin {
    /// An option of the command line.
    Option,
    /// The file.
    File,
    /// The environment.
    Environment,
    /// Nothing of these.
    Default,
}

impl Origin {
    fn said(self, words: &ConfigWords) -> &'static str {
        match self {
            Self::Option => words.from_option,
            Self::File => words.from_file,
            Self::Environment => words.from_environment,
            Self::Default => words.from_default,
        }
    }
}

/// A key of the configuration as it is in force.
#[derive(Debug, Serialize, JsonSchema)]
struct Entry {
    /// Its name.
    key: &'static str,
    /// Its value in force; null where it has none.
    value: Value,
    /// Where it comes from.
    from: Origin,
    /// What it is for, in the language of the call.
    about: &'static str,
}

/// `regards config --format json`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Report {
    /// Version of this form: 1.
    format: u32,
    /// Where the file lies or would lie.
    file: Option<String>,
    /// Whether it is there.
    found: bool,
    /// Every key, in the order of the documentation.
    entries: Vec<Entry>,
}

/// `regards config --keys --format json`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct KeyReport {
    /// Version of this form: 1.
    format: u32,
    /// The keys of each command, by place and command.
    keys: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}

/// Every key with an example of its value.
const KEYS: [(&str, &str); 14] = [
    ("cases", "[~/rcp/cases]"),
    ("db", "~/rcp/regards.sqlite"),
    ("lang", "fr"),
    ("theme", "light"),
    ("projector_theme", "projector"),
    ("guidelines", "~/rcp/guidelines"),
    ("charter", "~/rcp/charter.yaml"),
    ("identities", "~/rcp/identities.yaml"),
    ("documents", "~/rcp/documents"),
    ("mask", "no"),
    ("mask_after", "10 min"),
    ("mouse", "yes"),
    ("editor", "nano"),
    ("keys", "{case: {decide: D}, everywhere: {help: [F1, \"?\"]}}"),
];

fn about(key: &str, words: &ConfigWords) -> &'static str {
    match key {
        "cases" => words.cases,
        "db" => words.db,
        "lang" => words.lang,
        "theme" => words.theme,
        "projector_theme" => words.projector_theme,
        "guidelines" => words.guidelines,
        "charter" => words.charter,
        "identities" => words.identities,
        "documents" => words.documents,
        "mask" => words.mask,
        "mask_after" => words.mask_after,
        "mouse" => words.mouse,
        "editor" => words.editor,
        _ => words.keys,
    }
}

fn value(key: &str, settings: &Settings) -> Value {
    let yes_no = |yes: bool| if yes { "yes" } else { "no" };
    let file = &settings.config.file;
    let absolute = |path: &PathBuf| std::path::absolute(path).unwrap_or_else(|_| path.clone());
    match key {
        "cases" => json!(settings.cases.iter().map(absolute).collect::<Vec<_>>()),
        "db" => json!(absolute(&settings.ledger)),
        "lang" => json!(settings.lang.code()),
        "theme" => json!(settings.theme),
        "projector_theme" => json!(file.projector_theme.as_deref().unwrap_or(Theme::PROJECTOR)),
        "guidelines" => json!(settings.guidelines.as_ref().map(absolute)),
        "charter" => json!(settings.charter_path.as_ref().map(absolute)),
        "identities" => json!(settings.identities.as_ref().map(absolute)),
        "documents" => json!(absolute(&settings.documents)),
        "mask" => json!(yes_no(settings.masked)),
        "mask_after" => json!(settings.mask_after.map(|after| format!("{} min", after.as_secs() / 60))),
        "mouse" => json!(yes_no(settings.mouse)),
        "editor" => json!(super::editor::chosen(settings.editor.as_deref())),
        _ => json!(file.keys),
    }
}

/// Prints the configuration in force, as a file that can be saved as it is.
///
/// # Errors
/// When the output cannot be written.
pub fn print(format: Format, settings: &Settings, out: &mut dyn Write) -> io::Result<u8> {
    let (standing, words) = (&settings.config, &words(settings.lang).config);
    let path = standing.path.as_ref().map(|path| shown_path(path));
    if format == Format::Json {
        let entry = |(key, _): &(&'static str, &str)| Entry {
            key,
            value: value(key, settings),
            from: standing.origin(key),
            about: about(key, words),
        };
        let entries = KEYS.iter().map(entry).collect();
        return print_json(&Report { format: 1, file: path, found: standing.is_there, entries }, out);
    }
    comment(&(words.head)(path.as_deref().unwrap_or("–"), standing.is_there), out)?;
    for (key, example) in KEYS {
        let (value, from) = (value(key, settings), standing.origin(key));
        writeln!(out)?;
        comment(about(key, words), out)?;
        let now = if value.is_null() { words.not_set.to_owned() } else { (words.in_force)(from.said(words)) };
        comment(&now, out)?;
        // What nobody set stays a comment: saved as it is, the file changes nothing.
        let is_set = matches!(from, Origin::Option | Origin::File) && !value.is_null();
        let shown = if value.is_null() { example.to_owned() } else { value.to_string() };
        writeln!(out, "{}{key}: {shown}", if is_set { "" } else { "#" })?;
    }
    Ok(0)
}

fn comment(text: &str, out: &mut dyn Write) -> io::Result<()> {
    text.lines().try_for_each(|line| writeln!(out, "# {line}"))
}

/// Prints every key by place and command, as the `keys:` of a configuration.
///
/// # Errors
/// When the output cannot be written.
pub fn print_keys(format: Format, settings: &Settings, out: &mut dyn Write) -> io::Result<u8> {
    let keys = &settings.config.keys;
    if format == Format::Json {
        let places = keys.written().into_iter();
        let keys = places.map(|(place, commands)| (place.code().to_owned(), commands.into_iter().collect()));
        return print_json(&KeyReport { format: 1, keys: keys.collect() }, out);
    }
    let words = words(settings.lang);
    comment(words.config.keys_head, out)?;
    writeln!(out, "keys:")?;
    for (place, commands) in keys.written() {
        writeln!(out, "  {}: # {}", place.code(), crate::view::keys::place_name(place, words))?;
        for (name, pressed) in commands {
            let command = keys.iter().find(|one| one.place == place && one.command.code() == name);
            let act = command.map_or("", |one| act(place, one.command, words));
            writeln!(out, "    {:<34} # {act}", format!("{name}: {}", json!(pressed)))?;
        }
    }
    Ok(0)
}

/// Prints where the file lies or would lie.
///
/// # Errors
/// When the output cannot be written.
pub fn print_path(shared: &Shared, lang: Lang, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    match place(shared).0 {
        Some(path) => writeln!(out, "{}", path.display()).map(|()| 0),
        None => aside(err, &(words(lang).config.none)(VARIABLE)).map(|()| 1),
    }
}

fn print_json(report: &impl Serialize, out: &mut dyn Write) -> io::Result<u8> {
    writeln!(out, "{}", harmless_json(&serde_json::to_string_pretty(report)?))?;
    Ok(0)
}

/// The JSON Schema of the configuration, with the names of the places and of their commands.
pub fn schema() -> Value {
    let mut schema = of::<Config>("regards configuration");
    let keys = Keys::default();
    let key = json!({ "anyOf": [{ "type": "string" }, { "type": "integer", "minimum": 0, "maximum": 9 },
        { "type": "array", "items": { "anyOf": [{ "type": "string" }, { "type": "integer" }] }, "minItems": 1 }] });
    let places = keys.written().into_iter().map(|(place, commands)| {
        let commands = commands.into_iter().map(|(name, pressed)| {
            let mut key = key.clone();
            if let Some(key) = key.as_object_mut() {
                key.insert("default".to_owned(), json!(pressed));
            }
            (name, key)
        });
        let commands: serde_json::Map<String, Value> = commands.collect();
        let place_schema = json!({ "type": "object", "properties": commands, "additionalProperties": false });
        (place.code().to_owned(), place_schema)
    });
    let places: serde_json::Map<String, Value> = places.collect();
    if let Some(slot) = schema.pointer_mut("/properties/keys") {
        let about = slot.get("description").cloned();
        *slot = json!({ "description": about, "type": "object", "properties": places, "additionalProperties": false });
    }
    if let Some(definitions) = schema.get_mut("$defs").and_then(Value::as_object_mut) {
        definitions.remove("KeyNames");
        // YAML's own truth values are read as well.
        definitions.insert("YesNo".to_owned(), json!({ "enum": ["yes", "no", true, false] }));
    }
    schema
}

/// The JSON Schema of what `regards config --format json` answers.
pub fn answer_schema() -> Value {
    of::<Report>("regards config --format json")
}

/// The JSON Schema of what `regards config --keys --format json` answers.
pub fn keys_schema() -> Value {
    of::<KeyReport>("regards config --keys --format json")
}
