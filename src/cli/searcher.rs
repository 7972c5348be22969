//! The worker that searches past decisions while people type: only the newest search is answered, an older one is given up.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

use super::pen::{ROWS, failed};
use super::search::MOST_COUNTED;
use super::wake::Wake;
use crate::app::Action;
use crate::archive::filter::{After, Query, SavedQuery, parse};
use crate::meeting::Moment;
use crate::store::{Key, Ledger, StoreError};
use crate::text::Lang;

/// What is asked of the worker.
pub struct Asked {
    /// The number it is answered under.
    pub number: u64,
    /// The line.
    pub line: String,
    /// Where the page begins; none of the first.
    pub after: Option<After>,
    /// Whether the palette asks, which takes the first rows and no count.
    pub for_palette: bool,
}

/// The worker, as whoever asks sees it.
pub struct Searcher {
    asks: Sender<(u64, Asked)>,
    /// How often it was asked: what is under way for an earlier question is given up.
    asked: Arc<AtomicU64>,
    worker: JoinHandle<()>,
}

impl Searcher {
    /// Starts it on a connection of its own.
    pub fn start(path: PathBuf, key: Key, wakes: Sender<Wake>, lang: Lang) -> Self {
        let (asks, questions) = mpsc::channel();
        let asked = Arc::new(AtomicU64::new(0));
        let newest = Arc::clone(&asked);
        let worker = thread::spawn(move || match Ledger::open_read_only_with_key(&path, &key) {
            Ok(ledger) => Worker { ledger, wakes, lang, newest, saved: None }.work(&questions),
            Err(error) => drop(wakes.send(Wake::Action(failed(&error, lang)))),
        });
        Self { asks, asked, worker }
    }

    /// Whether its worker has ended: the ledger could not be opened.
    pub fn has_ended(&self) -> bool {
        self.worker.is_finished()
    }

    /// Asks; what was asked before and is not answered yet is given up.
    pub fn ask(&self, asked: Asked) {
        let turn = self.asked.fetch_add(1, Ordering::Relaxed) + 1;
        // A worker that has ended could not open the ledger and said so; another one is started for the next question.
        let _ = self.asks.send((turn, asked));
    }
}

struct Worker {
    ledger: Ledger,
    wakes: Sender<Wake>,
    lang: Lang,
    newest: Arc<AtomicU64>,
    /// The saved queries that were told last.
    saved: Option<Vec<SavedQuery>>,
}

impl Worker {
    fn work(mut self, questions: &Receiver<(u64, Asked)>) {
        while let Ok((mut turn, mut asked)) = questions.recv() {
            while let Ok(newer) = questions.try_recv() {
                (turn, asked) = newer;
            }
            let newest = Arc::clone(&self.newest);
            let is_over = move || newest.load(Ordering::Relaxed) != turn;
            let done = self.ledger.give_up_when(is_over).and_then(|()| self.answer(&asked));
            match done {
                Ok(true) => {}
                Ok(false) => return,
                // What was given up is no failure.
                Err(_) if self.newest.load(Ordering::Relaxed) != turn => {}
                Err(error) => drop(self.tell(failed(&error, self.lang))),
            }
        }
    }

    /// Answers, rows first; false where nobody listens any more.
    fn answer(&mut self, asked: &Asked) -> Result<bool, StoreError> {
        let saved = self.ledger.saved_queries()?;
        let query = parse(&asked.line, &saved).query;
        if self.saved.as_ref() != Some(&saved) {
            self.saved = Some(saved.clone());
            self.tell(Action::SavedQueries(saved));
        }
        let (moments, next) = page(&self.ledger, &query, asked.after.as_ref())?;
        if asked.for_palette {
            return Ok(self.tell(Action::Sought(asked.number, moments)));
        }
        if asked.after.is_some() {
            return Ok(self.tell(Action::More(asked.number, moments, next)));
        }
        let told = self.tell(Action::Found(asked.number, moments)) && self.tell(Action::PageEnds(asked.number, next));
        let count = self.ledger.how_many(&query, MOST_COUNTED)?;
        Ok(told && self.tell(Action::Counted(asked.number, count)))
    }

    fn tell(&self, action: Action) -> bool {
        self.wakes.send(Wake::Action(action)).is_ok()
    }
}

/// A page of past decisions; where only words are searched, among them what was supposed, each said to be that.
fn page(ledger: &Ledger, query: &Query, after: Option<&After>) -> Result<(Vec<Moment>, Option<After>), StoreError> {
    let page = ledger.find(query, ROWS, after)?;
    let mut moments: Vec<Moment> = page.entries.into_iter().map(|past| Moment::Decided(Box::new(past))).collect();
    if query.is_of_words() {
        let before = after.map_or(i64::MAX, |after| after.seq);
        let from = page.next.as_ref().map_or(0, |next| next.seq);
        let supposed = ledger.hypotheses(&query.words(), ROWS)?.into_iter();
        let supposed = supposed.filter(|one| (from..before).contains(&one.seq));
        moments.extend(supposed.map(|one| Moment::Supposed(Box::new(one))));
        moments.sort_by_key(|moment| std::cmp::Reverse(moment.seq()));
    }
    Ok((moments, page.next))
}
