//! The meeting on the screen: wakes in, actions through `update`, effects out, a frame when something changed.

use std::collections::VecDeque;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use chrono::Utc;
use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind};

use super::ear::{self, Ear};
use super::intake::Keeper;
use super::lead::Lead;
use super::looks::Looks;
use super::pen::{Pen, Writing, actor};
use super::precedents::Wanted;
use super::reader::Reader;
use super::screen::Screen;
use super::searcher::Asked;
use super::settings::Settings;
use super::wake::{self, Wake};
use super::{Exit, editor, guidelines, rewrite};
use crate::app::{Action, Command, Effect, IdentityFile, IntakeEffect, IntakeNews, Link, Notice, State, update};
use crate::meeting::session::charter;
use crate::meeting::{OnShow, Shown};
use crate::store::StoreError;
use crate::view::Look;

/// How often the ledger is looked at where the system tells nothing of its changes.
const LOOK: Duration = Duration::from_secs(1);

/// Set to anything, it has the ledger looked at once a second: for drives whose changes the system does not tell.
const POLL: &str = "REGARDS_POLL";

/// Opens the meeting on these case files and returns when it is over.
pub fn open(paths: &[PathBuf], settings: &Settings) -> Exit {
    left(Room::enter(paths, settings).and_then(Room::sit))
}

/// Opens the form of a new case over the agenda of the folder that it is written to.
pub fn begin_case(file: Option<PathBuf>, settings: &Settings) -> Exit {
    let folder = file.as_deref().and_then(Path::parent).map(Path::to_owned);
    let folder = folder.map(|folder| if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder });
    let folder =
        folder.or_else(|| settings.cases.first().cloned()).unwrap_or_else(|| PathBuf::from(super::paths::CASES));
    let begun = Room::enter(&[folder], settings).and_then(|mut room| {
        room.state.new_file = file;
        room.act(Action::Do(Command::NewCase))?;
        room.sit()
    });
    left(begun)
}

fn left(result: std::io::Result<()>) -> Exit {
    match result {
        Ok(()) => Exit::Done,
        Err(error) => {
            super::complain(&format!("regards: {error}"));
            Exit::NoAccess
        }
    }
}

#[expect(clippy::struct_excessive_bools, reason = "each is settled by itself")]
struct Room<'a> {
    settings: &'a Settings,
    screen: Screen,
    state: State,
    look: Look,
    look_name: String,
    /// Whether the terminal's background decides the theme, as long as nobody chooses one.
    follows_ground: bool,
    wakes: Receiver<Wake>,
    ring: Sender<Wake>,
    allow: Sender<()>,
    reader: Reader,
    pen: Option<Pen>,
    looks: Looks,
    /// Whether something happened that the screen may have to show.
    stale: bool,
    watched: Vec<Watched>,
    /// Whether the ledger was asked for.
    asked: bool,
    /// It watches as long as it is kept.
    watcher: Option<notify::RecommendedWatcher>,
    /// Whether the system tells of the ledger's changes.
    is_told: bool,
    /// The worker that tells the room's screen what to show.
    lead: Option<Lead>,
    /// What it was last told.
    shown: Option<Shown>,
    /// When somebody last touched the keyboard.
    touched: Instant,
    /// What is typed of a new case, on disk.
    keeper: Keeper,
}

impl<'a> Room<'a> {
    fn enter(paths: &[PathBuf], settings: &'a Settings) -> std::io::Result<Self> {
        let (ring, wakes) = mpsc::channel();
        wake::signals(ring.clone())?;
        let library = Arc::new(guidelines::library(settings));
        let ledger = settings.ledger.file_name().map(OsStr::to_owned).unwrap_or_default();
        let mut watcher = wake::changes(ring.clone(), ledger);
        let folders: Vec<Watched> = paths.iter().filter_map(|path| Watched::of(path)).collect();
        // Watched before they are read: a change in between is seen.
        for folder in &folders {
            let _ = wake::watch(&mut watcher, &folder.real);
        }
        let reader = Reader::start(paths.to_vec(), settings.today, Arc::clone(&library), ring.clone());
        let mut screen = Screen::take(settings.mouse)?;
        let mut state = State::new(settings.today, settings.lang, screen.size()?, library);
        state.masked = settings.masked;
        state.keys = settings.config.keys.clone();
        state.is_demo = settings.is_demo;
        state.searched = settings.cases.iter().map(|path| in_full(path)).collect();
        state.large = settings.large;
        state.read_only = settings.read_only;
        state.offset = chrono::Local::now().fixed_offset().timezone();
        let folder = &settings.documents;
        state.papers = crate::text::shown_path(folder);
        state.own_charter.clone_from(&settings.charter);
        state.folder = folder_of(if paths.is_empty() { &settings.cases } else { paths });
        state.actor = actor();
        state.terminal = own_name();
        state.link = settings.link.clone();
        state.identities = super::identities::of_session(settings.identities.as_deref(), settings.lang, settings.today);
        if let IdentityFile::Refused(sentence) = &state.identities {
            state.notice = Some(Notice::Failed(sentence.clone()));
        } else if let Some(sentence) = super::terminal::doubt(settings.lang) {
            state.notice = Some(Notice::Doubtful(sentence));
        }
        screen.draw(&state, &settings.look)?;
        let (allow, allowed) = mpsc::channel();
        // After the frame: the answer comes when it comes.
        let asks = settings.asks_ground && ear::ask(&mut std::io::stdout()).is_ok();
        wake::terminal(ring.clone(), allowed, Ear::new(asks));
        Ok(Self {
            settings,
            screen,
            state,
            look: settings.look,
            look_name: settings.theme.clone(),
            follows_ground: asks,
            wakes,
            ring,
            allow,
            reader,
            pen: None,
            looks: Looks::default(),
            stale: false,
            watched: folders,
            asked: false,
            watcher,
            is_told: false,
            lead: None,
            shown: None,
            touched: Instant::now(),
            keeper: Keeper::default(),
        })
    }

    /// The ledger is opened when it is first needed: the first frame does not wait for it.
    fn need_ledger(&mut self) {
        if !std::mem::replace(&mut self.asked, true) {
            let opened = self.open_ledger();
            update(&mut self.state, opened);
            // The folder of the ledger exists now.
            self.watch_ledger();
        }
    }

    fn watch_ledger(&mut self) {
        let folder =
            self.settings.ledger.parent().map(|folder| if folder == Path::new("") { Path::new(".") } else { folder });
        let folder = folder.and_then(|folder| folder.canonicalize().ok());
        let is_polled = std::env::var_os(POLL).is_some_and(|value| !value.is_empty());
        let folder = folder.filter(|_| !is_polled);
        self.is_told = folder.is_some_and(|folder| wake::watch(&mut self.watcher, &folder));
    }

    /// A ledger that cannot be opened does not keep the meeting from being held: it is said, and nothing is recorded;
    /// what can be read of it still is.
    fn open_ledger(&mut self) -> Action {
        let (asked, lang) = (self.settings.read_only, self.settings.lang);
        let (ledger, key) = (&self.settings.ledger, &self.settings.key);
        // The one before is closed first: the last to leave writes the log back into the file.
        self.pen = None;
        let opened = self.settings.make_ledger_folder().and_then(|()| Pen::open(ledger, key, asked, lang));
        match opened {
            Ok(pen) => {
                self.pen = Some(pen);
                Action::LedgerOpened(asked)
            }
            Err(error) => {
                // Whoever only looks has tried what is left already. Tried once more, a ledger that is being made might open
                // after it was said not to, and nothing would take that back.
                let is_kept = asked || matches!(error, StoreError::Busy);
                self.pen = if is_kept { None } else { Pen::open(ledger, key, true, lang).ok() };
                Action::LedgerRefused(super::trouble::sentence(&error, lang))
            }
        }
    }

    fn sit(mut self) -> std::io::Result<()> {
        let held = self.hold();
        if matches!(self.state.link, Link::Leading) {
            self.stop_leading();
        }
        if let Some(lead) = self.lead.take() {
            lead.end();
        }
        held
    }

    fn hold(&mut self) -> std::io::Result<()> {
        let _ = self.allow.send(());
        while let Some(wake) = self.next_wake() {
            if !self.answer(wake)? {
                return Ok(());
            }
            while let Ok(wake) = self.wakes.try_recv() {
                if !self.answer(wake)? {
                    return Ok(());
                }
            }
            if std::mem::take(&mut self.stale) {
                let drawn = self.screen.draw(&self.state, &self.look)?;
                update(&mut self.state, Action::Drawn(drawn));
                self.tell_the_room();
                self.write_looks_down();
            }
        }
        Ok(())
    }

    /// After the frame, so that no key waits for it. What cannot be written down now waits; that it does is said once.
    fn write_looks_down(&mut self) {
        if self.state.is_projector() {
            return;
        }
        self.looks.notice(&self.state);
        while let Some(look) = self.looks.next() {
            let Some(pen) = self.pen.as_mut().filter(|_| !self.state.read_only) else { return };
            match pen.looked(look) {
                Ok(()) => self.looks.written(),
                Err(why) => {
                    if self.looks.refused() {
                        let sentence = (crate::text::words(self.state.lang).keeping.not_logged)(&why);
                        update(&mut self.state, Action::Failed(sentence));
                        self.stale = true;
                        let _ = self.ring.send(Wake::Redraw);
                    }
                    return;
                }
            }
        }
    }

    /// The next reason to run; none when nothing can wake it any more.
    fn next_wake(&self) -> Option<Wake> {
        let Some(longest) = self.patience() else { return self.wakes.recv().ok() };
        match self.wakes.recv_timeout(longest) {
            Ok(wake) => Some(wake),
            Err(RecvTimeoutError::Timeout) => Some(Wake::Due),
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }

    /// How long to wait for a wake at most: until what the screen counts is another, the ledger is looked at, or nobody
    /// touched the keyboard for long; without end where nothing of that is to come.
    fn patience(&self) -> Option<Duration> {
        let into = u64::from(Utc::now().timestamp_subsec_millis());
        let rest = |seconds: u32| Duration::from_millis((u64::from(seconds) * 1000).saturating_sub(into).max(1));
        let second = self.state.next_tick().map(rest);
        let look = (self.must_look() || self.state.is_unsaved()).then_some(LOOK);
        let idle = self.settings.mask_after.filter(|_| !self.state.masked);
        let idle = idle.map(|after| after.saturating_sub(self.touched.elapsed()).max(Duration::from_millis(1)));
        [second, look, idle].into_iter().flatten().min()
    }

    /// Whether nobody tells of the ledger's changes: it is not watched, or the room's screen waits for it to be made.
    fn must_look(&self) -> bool {
        self.asked && (!self.is_told || (self.state.is_projector() && self.pen.is_none()))
    }

    fn due(&mut self) -> std::io::Result<bool> {
        if self.state.next_tick().is_some() {
            update(&mut self.state, Action::Now(Utc::now()));
            self.stale = true;
        }
        let longest = self.settings.mask_after.filter(|_| !self.state.masked);
        if longest.is_some_and(|longest| self.touched.elapsed() >= longest) {
            self.act(Action::Idle)?;
        }
        if self.state.is_unsaved() {
            self.act(Action::SaveAgain)?;
        }
        if self.must_look() { self.look() } else { Ok(true) }
    }

    /// Looks what other terminals did in the ledger.
    fn look(&mut self) -> std::io::Result<bool> {
        let Some(pen) = &mut self.pen else {
            let opened = if self.state.is_projector() { self.open_ledger() } else { return Ok(true) };
            if self.pen.is_none() {
                return Ok(true);
            }
            self.watch_ledger();
            return self.act(opened);
        };
        let news = pen.news();
        if news.acts {
            self.act(Action::LedgerChanged)?;
        } else if news.any && (self.state.awaits_draft() || self.state.is_projector()) {
            self.act(Action::DraftsChanged)?;
        }
        match self.pen.as_ref().filter(|_| news.shown && !matches!(self.state.link, Link::Apart)).map(Pen::shown) {
            // What this terminal said itself is no news.
            Some(Action::Shown(Some(shown))) if shown.0.leader == self.state.terminal => Ok(true),
            Some(shown) => self.act(shown),
            None => Ok(true),
        }
    }

    /// Has the room's screen show what this terminal shows, where it leads.
    fn tell_the_room(&mut self) {
        let shown = self.state.shown().filter(|_| self.pen.is_some() && !self.state.read_only);
        if self.shown == shown {
            return;
        }
        self.shown.clone_from(&shown);
        if let Some(shown) = shown {
            self.tell(shown);
        }
    }

    fn tell(&mut self, shown: Shown) {
        let (settings, ring) = (self.settings, &self.ring);
        let start = || Lead::start(settings.ledger.clone(), settings.key.clone(), settings.lang, ring.clone());
        self.lead.get_or_insert_with(start).show(shown);
    }

    /// The room's screen has nothing to show any more, unless another terminal leads it now.
    fn stop_leading(&mut self) {
        if self.lead.is_some() {
            let leader = self.state.terminal.clone();
            self.tell(Shown { leader, day: self.state.today, what: OnShow::Nothing, said: None, large: false });
        }
    }

    /// Whether the meeting goes on after this wake.
    fn answer(&mut self, wake: Wake) -> std::io::Result<bool> {
        match wake {
            Wake::Signal | Wake::TerminalGone => return Ok(false),
            Wake::Stop => {
                self.screen.lend(wake::stop)?;
                self.stale = true;
            }
            Wake::Action(action) => return self.act(action),
            Wake::Changed(paths) => self.changed(&paths),
            Wake::Ledger => return self.look(),
            Wake::Due => return self.due(),
            Wake::Ground(ground) => {
                if let Some(ground) = ground.filter(|_| self.follows_ground) {
                    self.wear(ground.theme().to_owned());
                }
            }
            Wake::Redraw => {}
            Wake::Terminal(event) => {
                self.touched = Instant::now();
                if matches!(event, Event::Resize(..)) {
                    self.screen.was_resized();
                } else if !self.state.is_projector() {
                    // What a key means may hang on whether anything can be recorded.
                    self.need_ledger();
                }
                let goes_on = match action_of(&self.state, event) {
                    Some(action) => self.act(action)?,
                    None => true,
                };
                let _ = self.allow.send(());
                return Ok(goes_on);
            }
        }
        Ok(true)
    }

    fn changed(&self, paths: &[PathBuf]) {
        let agenda_name = |path: &PathBuf| self.watched.iter().find_map(|watched| watched.file(path));
        let cases: Vec<PathBuf> = paths.iter().filter_map(agenda_name).collect();
        if !cases.is_empty() {
            self.reader.again(cases);
        }
    }

    /// Takes an action through `update`, and what follows from it, until nothing does.
    fn act(&mut self, action: Action) -> std::io::Result<bool> {
        self.stale = true;
        update(&mut self.state, Action::Now(Utc::now()));
        let mut actions = VecDeque::from([action]);
        while let Some(action) = actions.pop_front() {
            let mut effects: VecDeque<Effect> = update(&mut self.state, action).into_iter().collect();
            while let Some(effect) = effects.pop_front() {
                match effect {
                    Effect::Quit => return Ok(false),
                    Effect::All(several) => several.into_iter().rev().for_each(|effect| effects.push_front(effect)),
                    effect => actions.extend(self.perform(effect)?),
                }
            }
        }
        Ok(true)
    }

    /// Draws with this theme from now on, unless its file cannot be read any more.
    fn wear(&mut self, name: String) -> Option<Action> {
        self.stale = true;
        match self.settings.look_of(&name) {
            Ok(look) => {
                (self.look_name, self.look) = (name, look);
                None
            }
            Err(sentence) => Some(Action::Failed(sentence)),
        }
    }

    /// What a new case needs.
    fn take_in(&mut self, effect: IntakeEffect) -> Option<Action> {
        let news = self.keeper.perform(effect, self.settings.read_only, self.state.lang);
        // The watcher may not be there to see the new file.
        if let Some(Action::Intake(IntakeNews::Created(path))) = &news {
            self.reader.again(vec![path.clone()]);
        }
        news
    }

    #[expect(clippy::too_many_lines, reason = "one row an effect")]
    fn perform(&mut self, effect: Effect) -> std::io::Result<Option<Action>> {
        match effect {
            Effect::Edit(path, line) => {
                let (lang, editor) = (self.state.lang, self.settings.editor.as_deref());
                let edited = self.screen.lend(|| editor::edit(&path, line, editor, lang))?;
                self.reader.again(vec![path]);
                return Ok(edited.err().map(Action::Failed));
            }
            Effect::WriteCase { path, read, written } => {
                let (read_only, lang) = (self.settings.read_only, self.state.lang);
                let answer = rewrite::answer(path.clone(), &read, &written, read_only, lang);
                // The watcher may not be there to see the change.
                self.reader.again(vec![path]);
                return Ok(Some(answer));
            }
            Effect::Intake(effect) => return Ok(self.take_in(effect)),
            Effect::StopLeading => {
                self.stop_leading();
                return Ok(None);
            }
            Effect::OpenLedger => return Ok(Some(self.open_ledger())),
            Effect::FindThemes => {
                self.follows_ground = false;
                return Ok(Some(Action::Themes(self.settings.themes(&self.look_name))));
            }
            Effect::Theme(name) => return Ok(self.wear(name)),
            Effect::NextTheme => {
                let next = Settings::next_theme(&self.look_name);
                return Ok(self.wear(next));
            }
            _ => {}
        }
        self.need_ledger();
        let Some(pen) = &mut self.pen else { return Ok(None) };
        let folder = self.settings.documents.clone();
        let writing = Writing { folder: &folder, masked: self.state.masked, lang: self.state.lang };
        Ok(match effect {
            Effect::Standings => Some(pen.standings(&self.state.queue)),
            Effect::OrderAgenda(agenda) => pen.order(&agenda),
            Effect::FindDraft(case) => pen.find_draft(&case),
            Effect::SaveDraft(case, draft, upon) => Some(pen.save_draft(case, &draft, upon)),
            Effect::Lock(locked, made_from) => Some(pen.lock(&locked, made_from)),
            Effect::Postpone(postponement) => Some(pen.postpone(&postponement)),
            Effect::Suppose(hypothesis) => Some(pen.suppose(&hypothesis)),
            Effect::History(case) => Some(pen.history(&case)),
            Effect::Recall(id) => pen.recall(id),
            Effect::FindPair(one, other) => pen.pair(one, other),
            Effect::HistoryOf(alias) => Some(pen.history_of(&alias)),
            Effect::FindReplay(day) => Some(pen.replay(day)),
            Effect::FindPrecedents(of, case, alias) => {
                pen.look_for(Wanted { of: *of, case, alias }, &self.ring);
                None
            }
            Effect::Search(number, line) => {
                pen.search(Asked { number, line, after: None, for_palette: false }, &self.ring);
                None
            }
            Effect::Seek(number, line) => {
                pen.search(Asked { number, line, after: None, for_palette: true }, &self.ring);
                None
            }
            Effect::SearchMore(number, line, after) => {
                pen.search(Asked { number, line, after: Some(after), for_palette: false }, &self.ring);
                None
            }
            Effect::SaveQuery(name, query) => Some(pen.save_query(name, &query)),
            Effect::Count(number, section, period) => {
                pen.counter(&self.ring).count(number, section, period);
                None
            }
            Effect::FindBehind(behind, period) => {
                pen.counter(&self.ring).find(behind, period);
                None
            }
            Effect::StopCounting => {
                pen.stop_counting();
                None
            }
            Effect::FindMeeting(day) => Some(pen.meeting(day)),
            Effect::RecordMeeting(acts) => Some(pen.record_meeting(&acts)),
            Effect::FindPeople => Some(pen.people()),
            Effect::FindLastMeeting(day) => pen.last_meeting(day),
            Effect::FindDrafts(cases) => Some(pen.drafts(cases)),
            Effect::FindShown => Some(pen.shown()),
            Effect::WritePaper(id, paper, form) => Some(pen.write_paper(id, (paper, form), &writing)),
            Effect::WriteMinutes(day, form) => Some(pen.write_minutes(day, form, &writing)),
            Effect::RecordAfter(done) => pen.record_after(&done),
            Effect::FindDue => {
                let charter = self.state.session.charter().or_else(|| charter().as_ref().ok());
                if let Some(charter) = charter {
                    pen.due(charter.clone(), self.state.today, &self.ring);
                }
                None
            }
            Effect::FindEarlier(case, meeting) => Some(pen.earlier(case, meeting)),
            Effect::All(_)
            | Effect::Quit
            | Effect::Edit(..)
            | Effect::WriteCase { .. }
            | Effect::Intake(_)
            | Effect::OpenLedger
            | Effect::StopLeading
            | Effect::FindThemes
            | Effect::Theme(_)
            | Effect::NextTheme => None,
        })
    }
}

/// The path from the root, fit to be shown.
fn in_full(path: &Path) -> String {
    crate::text::shown_path(&std::path::absolute(path).unwrap_or_else(|_| path.to_owned()))
}

/// The folder that new cases are written to: the first that was named, or that of the first file.
fn folder_of(paths: &[PathBuf]) -> PathBuf {
    let first = paths.iter().find(|path| path.is_dir()).cloned();
    let beside = || paths.first().filter(|path| path.is_file()).and_then(|path| path.parent()).map(Path::to_owned);
    first.or_else(beside).or_else(|| paths.first().cloned()).unwrap_or_default()
}

/// What tells this terminal from every other one, for as long as it runs.
fn own_name() -> String {
    format!("{}-{}", std::process::id(), Utc::now().timestamp_micros())
}

/// A folder whose files are watched, as it was named and as the system names it.
struct Watched {
    named: PathBuf,
    real: PathBuf,
    /// The only file of it that is meant; none where all its case files are.
    only: Option<PathBuf>,
}

impl Watched {
    fn of(path: &Path) -> Option<Self> {
        let is_folder = path.is_dir();
        let named = if is_folder { path } else { path.parent()? };
        let named = if named.as_os_str().is_empty() { Path::new(".") } else { named };
        let real = named.canonicalize().ok()?;
        Some(Self { named: named.to_owned(), real, only: (!is_folder).then(|| path.to_owned()) })
    }

    /// The case file that changed, under the name it has on the agenda.
    fn file(&self, changed: &Path) -> Option<PathBuf> {
        let name = changed.file_name()?;
        if changed.parent()? != self.real || !crate::store::is_case_file(changed) {
            return None;
        }
        match &self.only {
            Some(only) => (only.file_name() == Some(name)).then(|| only.clone()),
            None => Some(self.named.join(name)),
        }
    }
}

/// A line feed is what comes between two lines of a paste where the terminal marks no pastes. It reads as Ctrl-J, by which a text
/// loses what stands before the cursor.
fn as_meant(key: KeyEvent) -> KeyEvent {
    let is_line_feed = key.code == KeyCode::Char('j') && key.modifiers == KeyModifiers::CONTROL;
    if is_line_feed { KeyEvent { code: KeyCode::Enter, modifiers: KeyModifiers::NONE, ..key } } else { key }
}

/// What a terminal event means here; `None` for what means nothing.
fn action_of(state: &State, event: Event) -> Option<Action> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => Some(state.press(as_meant(key).into())),
        Event::Mouse(mouse) => match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => Some(Action::Click(mouse.column, mouse.row)),
            MouseEventKind::ScrollDown => Some(Action::Wheel(true, mouse.column, mouse.row)),
            MouseEventKind::ScrollUp => Some(Action::Wheel(false, mouse.column, mouse.row)),
            _ => None,
        },
        Event::Paste(text) => Some(Action::Paste(text)),
        Event::Resize(width, height) => Some(Action::Resized(width, height)),
        _ => None,
    }
}
