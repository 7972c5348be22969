//! The palette: every command of the place under it, every case of the agenda and past decisions, found by a few letters.

use std::path::PathBuf;

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use ratatui_textarea::TextArea;

use super::form::text_of;
use super::key_names::act;
use super::{Command, Entry, Place, State, keys_of, name_of};
use crate::meeting::{DecisionId, Moment, PastDecision};
use crate::text::{fold, words};

/// Rows that are kept of what was found; how many there are in all is said.
const MOST_CHOICES: usize = 200;

/// The pages that the agenda opens whatever its cursor is on.
const PAGES: [Command; 7] = [
    Command::Meeting,
    Command::Archive,
    Command::Statistics,
    Command::Due,
    Command::Chase,
    Command::NewCase,
    Command::Editions,
];

/// A palette over a screen.
#[derive(Debug, Clone)]
pub struct Palette {
    /// The place under it.
    pub of: Place,
    /// What is typed.
    pub text: TextArea<'static>,
    /// What was found, the best first.
    pub choices: Vec<Choice>,
    /// How much was found in all.
    pub total: usize,
    /// The choice under the cursor.
    pub selected: usize,
    /// Number of the newest question to the ledger.
    pub asked: u64,
    /// What the ledger answered, the newest first.
    pub past: Vec<Moment>,
}

/// One thing that can be done from the palette.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What Enter does with it.
    pub what: Chosen,
    /// What it is called.
    pub said: String,
    /// The letters of it that were typed, by their places.
    pub marks: Vec<usize>,
    /// Its keys; none of a case or a decision.
    pub keys: String,
    /// Letters at its beginning over which what is typed may be strewn; in what follows it must stand in a row.
    pub name: usize,
}

/// What a choice is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen {
    /// A command of the place.
    Command(Command),
    /// A page that the agenda opens, from anywhere else.
    Page(Command),
    /// The case of this file.
    Case(PathBuf),
    /// A past decision.
    Past(DecisionId),
}

impl Palette {
    /// Nothing typed yet.
    pub(super) fn over(of: Place, asked: u64) -> Self {
        let text = TextArea::default();
        Self { of, text, choices: Vec::new(), total: 0, selected: 0, asked, past: Vec::new() }
    }

    /// What is typed.
    pub fn query(&self) -> String {
        text_of(&self.text)
    }

    /// The choice under the cursor.
    pub fn at_hand(&self) -> Option<&Choice> {
        self.choices.get(self.selected)
    }
}

/// A choice that has not been held against what is typed.
fn plain(what: Chosen, said: String, keys: String, name: usize) -> Choice {
    Choice { what, said, marks: Vec::new(), keys, name }
}

/// The same, where what it is called is all of its name.
fn named(what: Chosen, said: &str, keys: String) -> Choice {
    plain(what, said.to_owned(), keys, said.chars().count())
}

/// Finds anew what is typed; the best first, past decisions last. With nothing typed, commands in the order of their keys,
/// then cases in that of the agenda.
pub(super) fn find(state: &State, palette: &mut Palette) {
    let mut finder = Finder::new(&palette.query());
    let commands = commands(state, palette.of);
    let pages = pages(state, &commands);
    let here = commands.into_iter().chain(pages).chain(state.queue.entries.iter().filter_map(|one| case(state, one)));
    let mut found: Vec<(u32, Choice)> =
        here.filter_map(|choice| finder.score(&choice).map(|score| (score, choice))).collect();
    found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    let past = palette.past.iter().filter_map(|moment| match moment {
        Moment::Decided(past) => Some((0, decision(state, past))),
        _ => None,
    });
    found.extend(past);
    palette.total = found.len();
    palette.choices = found.into_iter().take(MOST_CHOICES).map(|(_, choice)| finder.marked(choice)).collect();
    palette.selected = palette.selected.min(palette.choices.len().saturating_sub(1));
}

/// Every command of a place and of everywhere, once; what only moves the cursor is done with the arrows.
fn commands(state: &State, place: Place) -> Vec<Choice> {
    let words = words(state.lang);
    let mut commands: Vec<(Command, Choice)> = Vec::new();
    for binding in keys_of(&state.keys, place) {
        let command = binding.command;
        if matches!(command, Command::Up | Command::Down | Command::Palette) {
            continue;
        }
        if let Some((_, known)) = commands.iter_mut().find(|(known, _)| *known == command) {
            known.keys = format!("{} {}", known.keys, name_of(binding));
            continue;
        }
        commands.push((command, named(Chosen::Command(command), act(place, command, words), name_of(binding))));
    }
    commands.into_iter().map(|(_, choice)| choice).collect()
}

/// What the agenda opens a page with and the place at hand does not.
fn pages(state: &State, here: &[Choice]) -> Vec<Choice> {
    let words = words(state.lang);
    let is_here = |command: Command| here.iter().any(|choice| choice.what == Chosen::Command(command));
    let page = |command: Command| named(Chosen::Page(command), act(Place::Queue, command, words), String::new());
    PAGES.into_iter().filter(|command| !is_here(*command)).map(page).collect()
}

/// A case as it is found: its number, its alias unless identities are hidden, its question; of a file with errors its name.
fn case(state: &State, entry: &Entry) -> Option<Choice> {
    let (name, question) = match entry.file.case() {
        Some(case) if state.masked => (case.case.to_string(), case.question.to_string()),
        Some(case) => (format!("{}  {}", case.case, case.patient.alias), case.question.to_string()),
        None => (entry.path().file_name()?.to_string_lossy().into_owned(), String::new()),
    };
    let letters = name.chars().count();
    let said = if question.is_empty() { name } else { format!("{name}  {question}") };
    Some(plain(Chosen::Case(entry.path().to_owned()), said, String::new(), letters))
}

fn decision(state: &State, past: &PastDecision) -> Choice {
    let words = words(state.lang);
    let day = past.meeting.map(|day| state.lang.date(day)).unwrap_or_default();
    let outcome = words.label(past.outcome);
    let said = if state.masked {
        format!("{}  {day}  {outcome}  {}", past.case_id, past.question)
    } else {
        format!("{}  {}  {day}  {outcome}  {}", past.case_id, past.alias, past.question)
    };
    let letters = past.case_id.as_str().chars().count();
    plain(Chosen::Past(past.id), said, String::new(), letters)
}

/// What is typed, ready to be held against many lines; accents and capitals make no difference.
struct Finder {
    matcher: Matcher,
    /// Letters in their order, others between them.
    strewn: Pattern,
    /// Each word in a row.
    in_a_row: Pattern,
    /// The folded letters of the line at hand.
    letters: Vec<char>,
    /// Of each folded letter, the place of the one that it comes from.
    places: Vec<usize>,
}

impl Finder {
    fn new(query: &str) -> Self {
        let query = fold(query);
        let pattern = |kind| Pattern::new(&query, CaseMatching::Respect, Normalization::Never, kind);
        let (strewn, in_a_row) = (pattern(AtomKind::Fuzzy), pattern(AtomKind::Substring));
        let matcher = Matcher::new(Config::DEFAULT);
        Self { matcher, strewn, in_a_row, letters: Vec::new(), places: Vec::new() }
    }

    fn take(&mut self, said: &str) {
        self.letters.clear();
        self.places.clear();
        for (place, letter) in said.chars().enumerate() {
            if letter.is_ascii() {
                self.letters.push(letter.to_ascii_lowercase());
            } else {
                self.letters.extend(fold(letter.encode_utf8(&mut [0; 4])).chars());
            }
            self.places.resize(self.letters.len(), place);
        }
    }

    /// How many folded letters the name of a choice has.
    fn name(&self, choice: &Choice) -> usize {
        self.places.partition_point(|place| *place < choice.name)
    }

    /// How well it fits, strewn over its name or in a row anywhere; none where it does not.
    fn score(&mut self, choice: &Choice) -> Option<u32> {
        self.take(&choice.said);
        let name = self.letters.get(..self.name(choice)).unwrap_or_default();
        let strewn = self.strewn.score(Utf32Str::Unicode(name), &mut self.matcher);
        let in_a_row = self.in_a_row.score(Utf32Str::Unicode(&self.letters), &mut self.matcher);
        strewn.max(in_a_row)
    }

    /// The choice with the letters of it that were typed.
    fn marked(&mut self, mut choice: Choice) -> Choice {
        self.take(&choice.said);
        let mut found = Vec::new();
        let all = Utf32Str::Unicode(&self.letters);
        if self.in_a_row.indices(all, &mut self.matcher, &mut found).is_none() {
            found.clear();
            let name = self.letters.get(..self.name(&choice)).unwrap_or_default();
            self.strewn.indices(Utf32Str::Unicode(name), &mut self.matcher, &mut found);
        }
        let place = |at: u32| self.places.get(usize::try_from(at).ok()?).copied();
        choice.marks = found.into_iter().filter_map(place).collect();
        choice.marks.sort_unstable();
        choice.marks.dedup();
        choice
    }
}
