//! How a terminal stands to the room's screen: apart from it, leading it, or being it.

use std::sync::Arc;

use super::meeting::Step;
use super::screen::{Panel, Screen};
use super::{Notice, Opened, State};
use crate::domain::{CaseId, Day};
use crate::meeting::{Draft, JustDone, OnShow, Revision, Shown};

/// How this terminal stands to the room's screen.
#[derive(Debug, Clone, Default)]
pub enum Link {
    /// The room does not see it.
    #[default]
    Apart,
    /// The room's screen shows what this one shows.
    Leading,
    /// It is the room's screen.
    Following(Box<Following>),
}

/// What the room's screen follows.
#[derive(Debug, Clone, Default)]
pub struct Following {
    /// What the leading terminal shows, and whose terminal it is; none while nobody leads.
    pub(super) shown: Option<(Shown, String)>,
    /// The place that is on the screen: what was scrolled stays as long as it does.
    pub(super) place: Option<OnShow>,
    /// The draft of the case that is being decided.
    pub(super) draft: Option<(CaseId, Draft, Revision)>,
    /// The case that was last on the screen, with everything computed from it.
    pub(super) opened: Option<Arc<Opened>>,
}

/// Why the room's screen has nothing to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Waiting {
    /// No terminal leads.
    Nobody,
    /// What is shown was written by another version of the program.
    Unreadable,
    /// The case is not among the files of this terminal.
    Case(CaseId),
    /// The leading terminal, of this person, computes for another day than this one.
    Day(String, Day),
    /// The ledger cannot be opened: a sentence that says what to do.
    Ledger(String),
}

impl State {
    /// Whether this is the room's screen.
    pub fn is_projector(&self) -> bool {
        matches!(self.link, Link::Following(_))
    }

    /// Whether a draft on disk may have to be looked for: one is typed, read back, or followed.
    pub fn awaits_draft(&self) -> bool {
        matches!(self.screen, Screen::Form(_) | Screen::ReadBack(_))
    }

    /// Whether something that was typed is not on disk yet.
    pub fn is_unsaved(&self) -> bool {
        let typed = std::iter::once(&self.screen).chain(&self.under).any(|screen| match screen {
            Screen::Form(form) => !form.saved,
            Screen::ReadBack(read_back) => !read_back.form.saved,
            _ => false,
        });
        typed || !self.unsaved.is_empty()
    }

    /// What the room's screen is to show; none where this terminal does not lead. Of a screen that is no affair of the
    /// room, the one under it.
    pub fn shown(&self) -> Option<Shown> {
        if !matches!(self.link, Link::Leading) {
            return None;
        }
        let mut screens = std::iter::once(&self.screen).chain(self.under.iter().rev());
        let what = screens.find_map(on_show).unwrap_or_else(|| self.agenda_shown());
        let said = match &self.notice {
            Some(Notice::Locked) => Some(JustDone::Locked),
            Some(Notice::Postponed) => Some(JustDone::Postponed),
            _ => None,
        };
        Some(Shown { leader: self.terminal.clone(), day: self.today, what, said, large: self.large })
    }

    fn agenda_shown(&self) -> OnShow {
        OnShow::Agenda { case: self.queue.current().and_then(|entry| entry.case_id()).cloned() }
    }
}

/// A screen as the room follows it; none where it is no affair of the room.
fn on_show(screen: &Screen) -> Option<OnShow> {
    let case = |opened: &Opened| opened.case.case.clone();
    let panel_at = |panel: &Panel| Panel::ALL.iter().position(|one| one == panel).unwrap_or(0);
    Some(match screen {
        Screen::Meeting(screen) if !matches!(screen.step, Step::Opening(_)) => {
            OnShow::Meeting { selected: screen.selected }
        }
        Screen::Case(screen) => OnShow::Case {
            case: case(&screen.opened),
            row: screen.row,
            column: screen.column,
            panel: panel_at(&screen.panel),
            figure: screen.figure,
            unfolded: screen.is_unfolded,
            alone: screen.is_alone,
        },
        Screen::Why(screen) => OnShow::Why {
            case: case(&screen.opened),
            row: screen.row,
            column: screen.column,
            supposed: screen.opened.facts.supposed().clone(),
        },
        Screen::Origin(screen) => {
            OnShow::Origin { case: case(&screen.opened), panel: panel_at(&screen.panel), figure: screen.figure }
        }
        Screen::WhatIf(screen) => OnShow::WhatIf {
            case: case(&screen.truth),
            supposed: screen.suppositions().clone(),
            fact: screen.fact,
            cell: screen.cell,
            in_cells: screen.in_cells,
        },
        Screen::Taper(screen) => screen.on_show(),
        Screen::Timeline(screen) => OnShow::Timeline {
            case: case(&screen.opened),
            row: screen.row,
            cursor: screen.cursor,
            first: screen.first,
            last: screen.last,
            told: screen.is_told,
        },
        Screen::Form(form) => {
            let field = form.fields().iter().position(|field| *field == form.field).unwrap_or(0);
            OnShow::Form { case: case(&form.opened), field }
        }
        Screen::ReadBack(screen) => OnShow::ReadBack { case: case(&screen.form.opened), scroll: screen.scroll },
        Screen::Passage(screen) => OnShow::Past { decision: screen.passage.entry.id, scroll: screen.scroll },
        Screen::Editions(screen) => OnShow::Editions { column: screen.column },
        Screen::Resources(screen) => OnShow::Resources { selected: screen.selected },
        _ => return None,
    })
}
