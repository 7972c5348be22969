//! The page of the meeting: what it is doing just now. The meeting itself is `State::session`, as the journal tells it.

use ratatui_textarea::{Input, Key, TextArea};

use super::ahead::Ahead;
use super::form::{area, chosen, text_of};
use super::{Entry, State};
use crate::domain::{CaseId, Charter, Gathering, Interest, Participant, Presence, Reach, Role, Specialty};
use crate::meeting::Session;
use crate::meeting::session::{Attendee, Item, Opening, Progress, Standing, charter};
use crate::text::{Lang, fold, words};

/// Candidates that are shown for a name.
const MOST_CANDIDATES: usize = 6;

/// The page of the meeting.
#[derive(Debug, Clone)]
pub struct MeetingScreen {
    /// What it is doing.
    pub step: Step,
    /// The person under the cursor.
    pub selected: usize,
}

/// What the page is doing.
#[derive(Debug, Clone)]
pub enum Step {
    /// The attendance sheet.
    Room,
    /// The meeting is being opened, or what its opening says is being corrected.
    Opening(Box<OpeningForm>),
    /// Somebody is being added or corrected.
    Person(Box<PersonForm>),
    /// An interest is being declared.
    Interest(Box<InterestForm>),
    /// A case is being chosen that somebody takes no part in.
    Recusal {
        /// Who.
        person: String,
        /// The case of the agenda under the cursor.
        selected: usize,
    },
    /// Those of the last meeting, each to be confirmed.
    LastTime {
        /// Who, how, and whether they come in.
        people: Vec<(Participant, Presence, bool)>,
        /// The one under the cursor.
        selected: usize,
    },
    /// The meeting is being closed.
    Closing(Box<ClosingForm>),
}

impl Step {
    /// Whether it would record the same: the opening, a person, an interest of a person, the closing of the same cases.
    pub(super) fn is_about_the_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Opening(_), Self::Opening(_)) => true,
            (Self::Person(one), Self::Person(other)) => {
                one.corrects == other.corrects && (!one.corrects || text_of(&one.name) == text_of(&other.name))
            }
            (Self::Interest(one), Self::Interest(other)) => one.person == other.person,
            (Self::Closing(one), Self::Closing(other)) => {
                one.cases.iter().map(|(case, _)| case).eq(other.cases.iter().map(|(case, _)| case))
            }
            _ => false,
        }
    }

    /// Whether text is being typed.
    pub fn takes_text(&self) -> bool {
        matches!(self, Self::Opening(_) | Self::Person(_) | Self::Interest(_) | Self::Closing(_))
    }
}

/// What there is to say after an act of the meeting, or of why there was none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// The meeting is open.
    Opened,
    /// The meeting is closed.
    Closed,
    /// The meeting is not open.
    NotOpen,
    /// Without a chair and a secretary no meeting is opened.
    NobodyChairs,
    /// The person under the cursor is not there.
    NotThere,
    /// Nobody is left to bring in.
    NobodyLeft,
    /// A time stays within 1 and 1440 minutes.
    NoSuchTime,
    /// A case is treated otherwise from now on.
    Turned(CaseId),
}

/// A field of the opening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of an opening")]
pub enum OpeningField {
    Title,
    Reach,
    Gathering,
    Place,
    Chair,
    Secretary,
}

impl OpeningField {
    /// Every field, in order.
    pub const ALL: [Self; 6] = [Self::Title, Self::Reach, Self::Gathering, Self::Place, Self::Chair, Self::Secretary];
}

/// A meeting being opened.
#[derive(Debug, Clone)]
pub struct OpeningForm {
    /// The field with the cursor.
    pub field: OpeningField,
    /// Its name.
    pub title: TextArea<'static>,
    /// How far it reaches.
    pub reach: Reach,
    /// How it is held.
    pub gathering: Gathering,
    /// Where.
    pub place: TextArea<'static>,
    /// Who chairs.
    pub chair: TextArea<'static>,
    /// Who takes down.
    pub secretary: TextArea<'static>,
    /// Whether it was asked to open, so that what lacks is shown.
    pub asked: bool,
}

impl OpeningForm {
    /// The form of an earlier opening, or of a charter where there was none.
    pub(super) fn new(before: Option<&Opening>, charter: Option<&Charter>) -> Self {
        let name = charter.map_or("", |charter| charter.name.as_str());
        let title = before.map_or(name, |opening| opening.title.as_str());
        let text = |of: fn(&Opening) -> &str| area(before.map_or("", of));
        let mut form = Self {
            field: OpeningField::Chair,
            title: area(title),
            reach: before.map_or(Reach::Local, |opening| opening.reach),
            gathering: before.map_or(Gathering::Room, |opening| opening.gathering),
            place: text(|opening| &opening.place),
            chair: text(|opening| &opening.chair),
            secretary: text(|opening| &opening.secretary),
            asked: false,
        };
        form.field = form.lacks().unwrap_or(OpeningField::Chair);
        form
    }

    /// The first field that must say something and does not.
    pub fn lacks(&self) -> Option<OpeningField> {
        let blank = |text: &TextArea<'_>| text_of(text).trim().is_empty();
        let chair = blank(&self.chair).then_some(OpeningField::Chair);
        chair.or_else(|| blank(&self.secretary).then_some(OpeningField::Secretary))
    }

    /// Whether both say the same.
    pub(super) fn says_as(&self, other: &Self) -> bool {
        let all = |form: &Self| OpeningField::ALL.map(|field| form.text(field).map(text_of));
        (self.reach, self.gathering) == (other.reach, other.gathering) && all(self) == all(other)
    }

    /// The text of a field; none of a closed list.
    pub fn text(&self, field: OpeningField) -> Option<&TextArea<'static>> {
        match field {
            OpeningField::Title => Some(&self.title),
            OpeningField::Place => Some(&self.place),
            OpeningField::Chair => Some(&self.chair),
            OpeningField::Secretary => Some(&self.secretary),
            OpeningField::Reach | OpeningField::Gathering => None,
        }
    }

    fn text_mut(&mut self) -> Option<&mut TextArea<'static>> {
        match self.field {
            OpeningField::Title => Some(&mut self.title),
            OpeningField::Place => Some(&mut self.place),
            OpeningField::Chair => Some(&mut self.chair),
            OpeningField::Secretary => Some(&mut self.secretary),
            OpeningField::Reach | OpeningField::Gathering => None,
        }
    }

    /// The known name that goes on where this field ends, for the two that are names.
    pub fn suggested<'a>(&self, field: OpeningField, known: &'a [Participant]) -> Option<&'a str> {
        if !matches!(field, OpeningField::Chair | OpeningField::Secretary) {
            return None;
        }
        let typed = fold(text_of(self.text(field)?).trim());
        let begins = |one: &&Participant| fold(&one.name).starts_with(&typed) && fold(&one.name) != typed;
        known.iter().find(|one| !typed.is_empty() && begins(one)).map(|one| one.name.as_str())
    }

    pub(super) fn input(&mut self, input: &Input, known: &[Participant]) {
        let suggested = self.suggested(self.field, known).map(str::to_owned);
        match (self.field, input.key, suggested) {
            (OpeningField::Reach, ..) => turn(&mut self.reach, Reach::ALL, input),
            (OpeningField::Gathering, ..) => turn(&mut self.gathering, Gathering::ALL, input),
            (OpeningField::Chair, Key::Right, Some(name)) => self.chair = area(&name),
            (OpeningField::Secretary, Key::Right, Some(name)) => self.secretary = area(&name),
            _ => self.text_mut().into_iter().for_each(|text| type_line(text, input)),
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        if let Some(field) = self.text_mut() {
            field.insert_str(text);
        }
    }

    pub(super) fn turn(&mut self, by: isize) {
        self.field = neighbour(&OpeningField::ALL, self.field, by);
    }

    /// What is opened with this charter and this agenda.
    pub(super) fn opening(&self, charter: Charter, agenda: Vec<CaseId>) -> Opening {
        let said = |text: &TextArea<'_>| text_of(text).trim().to_owned();
        Opening {
            title: Some(said(&self.title)).filter(|title| !title.is_empty()).unwrap_or_else(|| charter.name.clone()),
            reach: self.reach,
            gathering: self.gathering,
            place: said(&self.place),
            chair: said(&self.chair),
            secretary: said(&self.secretary),
            charter,
            agenda,
        }
    }
}

/// A field of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of a person")]
pub enum PersonField {
    Name,
    Specialty,
    Role,
    Presence,
    Centre,
}

impl PersonField {
    /// Every field, in order.
    pub const ALL: [Self; 5] = [Self::Name, Self::Specialty, Self::Role, Self::Presence, Self::Centre];
}

/// Somebody being added to the sheet, or corrected.
#[derive(Debug, Clone)]
pub struct PersonForm {
    /// The field with the cursor.
    pub field: PersonField,
    /// The name.
    pub name: TextArea<'static>,
    /// The specialty; none until it is chosen.
    pub specialty: Option<Specialty>,
    /// What they do at this meeting.
    pub role: Role,
    /// How they are there.
    pub presence: Presence,
    /// Their centre.
    pub centre: TextArea<'static>,
    /// Whether somebody on the sheet is corrected: the name stays.
    pub corrects: bool,
    /// The candidate under the cursor.
    pub candidate: usize,
    /// Whether it was asked to record, so that what lacks is shown.
    pub asked: bool,
    /// Who was recorded last from here.
    pub last: Option<String>,
    /// Those who must still be added, with what they do.
    pub next: Vec<(String, Role)>,
    /// The letters of a specialty typed so far.
    pub(super) ahead: Ahead,
}

impl PersonForm {
    /// An empty line.
    pub(super) fn new(presence: Presence) -> Self {
        Self {
            field: PersonField::Name,
            name: area(""),
            specialty: None,
            role: Role::Expert,
            presence,
            centre: area(""),
            corrects: false,
            candidate: 0,
            asked: false,
            last: None,
            next: Vec::new(),
            ahead: Ahead::default(),
        }
    }

    /// The line of somebody who is known.
    pub(super) fn of(person: &Participant, presence: Presence) -> Self {
        Self {
            field: PersonField::Specialty,
            name: area(&person.name),
            specialty: Some(person.specialty),
            role: person.role,
            centre: area(person.centre.as_deref().unwrap_or_default()),
            corrects: true,
            ..Self::new(presence)
        }
    }

    /// The line of the next one who must be added, where there is one.
    pub(super) fn begin_next(&mut self) {
        let presence = self.presence;
        let (last, mut next) = (self.last.take(), std::mem::take(&mut self.next));
        *self = Self { last, ..Self::new(presence) };
        if !next.is_empty() {
            let (name, role) = next.remove(0);
            self.name = area(&name);
            self.role = role;
            // Who takes down need not be of a specialty.
            self.specialty = (role == Role::Secretary).then_some(Specialty::Other);
            self.field = PersonField::Specialty;
        }
        self.next = next;
    }

    /// The fields there are.
    pub fn fields(&self) -> &'static [PersonField] {
        match &PersonField::ALL {
            [_, rest @ ..] if self.corrects => rest,
            all => all,
        }
    }

    /// The name as it would be recorded.
    pub fn named(&self) -> String {
        text_of(&self.name).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Known people whom the name may mean: those who are not there, with a word of their name begun by each of it.
    pub fn candidates<'a>(&self, state: &'a State) -> Vec<&'a Participant> {
        let typed = fold(&self.named());
        if self.field != PersonField::Name || typed.is_empty() {
            return Vec::new();
        }
        let there = |name: &str| state.session.people.iter().any(|one| one.is_there() && one.person.name == name);
        let meant = |one: &&Participant| {
            let name = fold(&one.name);
            let begins = |word: &str| name.split(|c: char| !c.is_alphanumeric()).any(|part| part.starts_with(word));
            typed.split(|c: char| !c.is_alphanumeric()).all(begins) && !there(&one.name)
        };
        state.known.iter().filter(meant).take(MOST_CANDIDATES).collect()
    }

    /// The first field that must say something and does not.
    pub fn lacks(&self) -> Option<PersonField> {
        let name = self.named().is_empty().then_some(PersonField::Name);
        name.or_else(|| self.specialty.is_none().then_some(PersonField::Specialty))
    }

    /// Who it says, where all is said.
    pub(super) fn person(&self) -> Option<Participant> {
        if self.lacks().is_some() {
            return None;
        }
        let centre = text_of(&self.centre).trim().to_owned();
        let centre = Some(centre).filter(|centre| !centre.is_empty());
        Some(Participant { name: self.named(), specialty: self.specialty?, role: self.role, centre })
    }

    pub(super) fn input(&mut self, input: &Input, lang: Lang) {
        match self.field {
            PersonField::Name => {
                type_line(&mut self.name, input);
                self.candidate = 0;
            }
            PersonField::Centre => type_line(&mut self.centre, input),
            PersonField::Specialty => self.choose_specialty(input, lang),
            PersonField::Role => turn(&mut self.role, Role::ALL, input),
            PersonField::Presence => turn(&mut self.presence, Presence::ALL, input),
        }
    }

    /// An arrow goes to the next entry, letters to the one that begins with them.
    fn choose_specialty(&mut self, input: &Input, lang: Lang) {
        let at = self.specialty.and_then(|chosen| Specialty::ALL.iter().position(|one| *one == chosen));
        let next = match input.key {
            Key::Char(letter) if letter != ' ' => {
                let entries: Vec<_> = Specialty::ALL.iter().map(|one| (words(lang).label(*one), one.code())).collect();
                self.ahead.choose(letter, &entries, at)
            }
            _ => {
                self.ahead.forget();
                chosen(at, Specialty::ALL.len(), input)
            }
        };
        self.specialty = next.and_then(|next| Specialty::ALL.get(next).copied()).or(self.specialty);
    }

    pub(super) fn paste(&mut self, text: &str) {
        match self.field {
            PersonField::Name => self.name.insert_str(text),
            PersonField::Centre => self.centre.insert_str(text),
            _ => false,
        };
    }

    pub(super) fn turn(&mut self, by: isize) {
        self.field = neighbour(self.fields(), self.field, by);
    }
}

/// An interest being declared.
#[derive(Debug, Clone)]
pub struct InterestForm {
    /// Who.
    pub person: String,
    /// Of what kind.
    pub interest: Interest,
    /// In their words.
    pub words: TextArea<'static>,
    /// Whether the cursor is in the words.
    pub in_words: bool,
}

impl InterestForm {
    pub(super) fn input(&mut self, input: &Input) {
        if self.in_words {
            type_line(&mut self.words, input);
        } else {
            turn(&mut self.interest, Interest::ALL, input);
        }
    }
}

/// A meeting being closed.
#[derive(Debug, Clone)]
pub struct ClosingForm {
    /// The cases that are left, each with a reason of its own where it has one.
    pub cases: Vec<(CaseId, TextArea<'static>)>,
    /// The reason for all of them.
    pub reason: TextArea<'static>,
    /// The row with the cursor: 0 for the reason for all, then the cases.
    pub selected: usize,
    /// Those of which a draft is kept.
    pub drafts: Vec<CaseId>,
    /// Whether it was asked to close, so that what lacks is shown.
    pub asked: bool,
}

impl ClosingForm {
    /// The reason with which a case is carried over; none where nothing was said.
    pub fn reason_of(&self, case: &CaseId) -> Option<String> {
        let said = |text: &TextArea<'_>| Some(text_of(text).trim().to_owned()).filter(|text| !text.is_empty());
        let own = self.cases.iter().find(|(other, _)| other == case).and_then(|(_, own)| said(own));
        own.or_else(|| said(&self.reason))
    }

    fn text_mut(&mut self) -> &mut TextArea<'static> {
        match self.selected.checked_sub(1).and_then(|at| self.cases.get_mut(at)) {
            Some((_, own)) => own,
            None => &mut self.reason,
        }
    }

    pub(super) fn input(&mut self, input: &Input) {
        if !self.cases.is_empty() {
            type_line(self.text_mut(), input);
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        if !self.cases.is_empty() {
            self.text_mut().insert_str(text);
        }
    }
}

/// Somebody in the list of the page.
#[derive(Debug, Clone, Copy)]
pub enum Listed<'a> {
    /// On the sheet of this meeting.
    OnSheet(&'a Attendee),
    /// Of a past meeting, not come yet.
    Known(&'a Participant),
}

impl<'a> Listed<'a> {
    /// Who.
    pub fn person(self) -> &'a Participant {
        match self {
            Self::OnSheet(attendee) => &attendee.person,
            Self::Known(person) => person,
        }
    }

    /// Whether they are there.
    pub fn is_there(self) -> bool {
        matches!(self, Self::OnSheet(attendee) if attendee.is_there())
    }
}

impl State {
    /// The charter of the meeting at hand: the one it was opened with, else the user's own, else the shipped one.
    pub fn charter(&self) -> Option<&Charter> {
        self.session.charter().or(self.own_charter.as_ref()).or_else(|| charter().as_ref().ok())
    }

    /// Everybody the page lists: the sheet in the order they came, then those of past meetings.
    pub fn listed(&self) -> Vec<Listed<'_>> {
        let sheet = &self.session.people;
        let missing = |one: &&Participant| !sheet.iter().any(|known| known.person.name == one.name);
        sheet.iter().map(Listed::OnSheet).chain(self.known.iter().filter(missing).map(Listed::Known)).collect()
    }

    /// Whether a case is on the agenda of the meeting at hand: its file says so, or names no day, or it was added.
    pub fn is_on_agenda(&self, entry: &Entry) -> bool {
        let Some(case) = entry.file.case() else { return false };
        let day = self.meeting();
        let added = self.session.passage(&case.case).is_some();
        case.meeting.is_none_or(|other| other == day) || added
    }

    /// The agenda of the meeting at hand, in order.
    pub fn agenda(&self) -> Vec<&Entry> {
        self.queue.entries.iter().filter(|entry| self.is_on_agenda(entry)).collect()
    }

    /// How the case of an entry stands in its meeting; none for a file that cannot be read.
    pub fn standing(&self, entry: &Entry) -> Option<Standing> {
        Some(self.session.standing(self.item(entry)?))
    }

    /// The cases of the agenda that the room has still to do with.
    pub fn left(&self) -> Vec<CaseId> {
        let is_left = |entry: &&Entry| self.standing(entry).is_some_and(Standing::is_left);
        self.agenda().into_iter().filter(is_left).filter_map(|entry| entry.case_id().cloned()).collect()
    }

    /// What is done and left of the agenda.
    pub fn progress(&self) -> Progress {
        let agenda = self.agenda();
        self.session.progress(agenda.iter().filter_map(|entry| self.item(entry)), self.now)
    }

    fn item<'a>(&'a self, entry: &'a Entry) -> Option<Item<'a>> {
        let case = entry.file.case()?;
        Some(Item { case: &case.case, mode: case.mode, status: self.queue.standing(entry) })
    }
}

/// Those who may come in "as last time": who left this meeting when it was closed, then the sheet of the one before.
pub(super) fn as_last_time(session: &Session, last: Option<&Session>) -> Vec<(Participant, Presence, bool)> {
    let gone = session.people.iter().filter(|one| !one.is_there());
    let unseen = |one: &&Attendee| !session.people.iter().any(|known| known.person.name == one.person.name);
    let before = last.into_iter().flat_map(|last| &last.people).filter(unseen);
    gone.chain(before).map(|one| (one.person.clone(), one.presence, true)).collect()
}

/// How somebody comes to a meeting that is held like this, where nobody said.
pub(super) fn usual_presence(gathering: Option<Gathering>) -> Presence {
    if gathering == Some(Gathering::Virtual) { Presence::Video } else { Presence::Room }
}

/// The entry of a list that the key moves to.
fn turn<T: Copy + PartialEq>(value: &mut T, all: &[T], input: &Input) {
    let at = all.iter().position(|one| one == value);
    if let Some(next) = chosen(at, all.len(), input).and_then(|next| all.get(next)) {
        *value = *next;
    }
}

/// The field after this one, or before it, round and round.
fn neighbour<T: Copy + PartialEq>(all: &[T], one: T, by: isize) -> T {
    let at = all.iter().position(|other| *other == one).unwrap_or(0);
    let next = if by < 0 { at + all.len() - 1 } else { at + 1 } % all.len().max(1);
    all.get(next).copied().unwrap_or(one)
}

/// A key in a text of one line.
fn type_line(text: &mut TextArea<'static>, input: &Input) {
    let enters = input.key == Key::Enter || (input.ctrl && input.key == Key::Char('m'));
    if !enters {
        text.input(input.clone());
    }
}
