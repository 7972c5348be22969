//! Changes to the text of a case file that touch nothing else of it: comments, order, quoting and line ends stay.

mod change;
mod law;
mod layout;
mod splice;
mod written;

use crate::domain::Day;

use change::Place;
use written::Value;

/// A key with its value, as YAML in one line: `pga`, `1.2`; `sledai`, `[proteinuria, rash]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// The key.
    pub key: &'static str,
    /// Its value in flow style, in one line; none takes the key out.
    pub value: Option<String>,
}

/// One change to a case file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Settings of the entry of this day in a list of dated entries, such as `activity`; a new entry in the order of days
    /// where there is none (at the end of a list in brackets), a new list where the file has none.
    Dated {
        /// The key of the list at the top of the file.
        list: &'static str,
        /// The day of the entry.
        date: Day,
        /// What is set in it.
        settings: Vec<Setting>,
    },
    /// Settings of a group at the top of the file, such as `person`; a new group where the file has none.
    Group {
        /// The key of the group.
        group: &'static str,
        /// What is set in it.
        settings: Vec<Setting>,
    },
    /// Settings of one entry of a list inside a group, such as `damage.sdi`, found by the value of a key.
    Item {
        /// The key of the group.
        group: &'static str,
        /// The key of the list in it.
        list: &'static str,
        /// The key that tells the entries apart, and its value.
        by: (&'static str, String),
        /// What is set in it; none takes the entry out.
        settings: Option<Vec<Setting>>,
    },
}

/// Why an edit was not made: the text stays as it is, and the person writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// What stood in the way.
    pub snag: Snag,
    /// What is to be written by hand, as YAML; what is to be taken out stands as a comment.
    pub lines: String,
}

/// What stands in the way of an edit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Snag {
    /// The file is written in a way that cannot be edited safely.
    NotUnderstood,
    /// Two entries of the list have this date or name.
    Twice,
    /// The edited text would say something else, or lose a comment.
    Unsafe,
}

/// The text of a case file with these changes, and all else of it byte for byte as it was.
///
/// # Errors
/// The first change that cannot be made without harm, with the lines to write by hand; then nothing is changed.
pub fn edited(text: &str, edits: &[Edit]) -> Result<String, Refused> {
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mark = text.strip_suffix(body).unwrap_or_default();
    let refused = |snag| Refused { snag, lines: edits.iter().map(Edit::by_hand).collect() };
    if super::gate::text(body.as_bytes()).is_err() {
        return Err(refused(Snag::NotUnderstood));
    }
    let body = edits.iter().try_fold(body.to_owned(), |body, edit| edit.made(&body)).map_err(refused)?;
    Ok(format!("{mark}{body}"))
}

impl Edit {
    /// The text with this change, held to the law.
    fn made(&self, text: &str) -> Result<String, Snag> {
        if self.says_nothing(text) {
            return Ok(text.to_owned());
        }
        let new = match self {
            Self::Dated { list, date, settings } => {
                let date = date.to_string();
                Place { group: None, item: Some((list, "date", &date)) }.set(text, settings)?
            }
            Self::Group { group, settings } => Place { group: Some(group), item: None }.set(text, settings)?,
            Self::Item { group, list, by: (key, value), settings } => {
                let place = Place { group: Some(group), item: Some((list, key, value)) };
                match settings {
                    Some(settings) => place.set(text, settings)?,
                    None => place.drop_item(text)?,
                }
            }
        };
        if law::holds(text, &new, self) { Ok(new) } else { Err(Snag::Unsafe) }
    }

    /// Whether it only takes keys out of what is not there.
    fn says_nothing(&self, text: &str) -> bool {
        let sets = |settings: &[Setting]| settings.iter().any(|setting| setting.value.is_some());
        match self {
            Self::Dated { list, date, settings } => {
                !sets(settings) && !law::has(text, None, Some((list, "date", &date.to_string())))
            }
            Self::Group { group, settings } => !sets(settings) && !law::has(text, Some(group), None),
            Self::Item { group, list, by: (key, value), settings } => {
                settings.is_none() && !law::has(text, Some(group), Some((list, key, value)))
            }
        }
    }

    /// What a person is to write, as YAML.
    fn by_hand(&self) -> String {
        let (value, settings) = match self {
            Self::Dated { list, date, settings } => {
                let item = Value::of(Some(("date", &date.to_string())), settings);
                (Value::Only(Box::new(item)).under(list), settings.as_slice())
            }
            Self::Group { group, settings } => (Value::of(None, settings).under(group), settings.as_slice()),
            Self::Item { group, list, by: (key, value), settings } => {
                let settings = settings.as_deref().unwrap_or_default();
                let item = Value::of(Some((key, value)), settings);
                (Value::Only(Box::new(item)).under(list).under(group), settings)
            }
        };
        let is_out = matches!(self, Self::Item { settings: None, .. });
        let lead = if is_out { "# - " } else { "" };
        let gone = settings.iter().filter(|setting| setting.value.is_none());
        let written = value.lines(0).into_iter().map(|line| format!("{lead}{line}\n"));
        written.chain(gone.map(|setting| format!("# - {}\n", setting.key))).collect()
    }
}
