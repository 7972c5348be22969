use crate::app::Opened;
use crate::domain::Day;
use crate::meeting::{Moment, PastDecision, Postponed};

/// Something with a day, as a mark on the timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The day.
    pub day: Day,
    /// What there is on it.
    pub what: Happening,
}

/// What a mark stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Happening {
    /// A biopsy, by its place in the case.
    Biopsy(usize),
    /// An event of the case, by its place.
    Event(usize),
    /// A decision in force.
    Decided(Box<PastDecision>),
    /// A case put off.
    Postponed(Box<Postponed>),
    /// The meeting of the case, where the ledger has nothing of that day.
    Meeting,
    /// This day.
    Today,
}

/// The marks of a case and of what the ledger tells of it, by their days.
pub(super) fn marks(opened: &Opened, past: &[Moment]) -> Vec<Mark> {
    let case = &opened.case;
    let biopsies = case.kidney.biopsies.iter().enumerate();
    let mut marks: Vec<Mark> =
        biopsies.map(|(place, biopsy)| Mark { day: biopsy.date, what: Happening::Biopsy(place) }).collect();
    let events = case.events.iter().enumerate();
    marks.extend(events.map(|(place, event)| Mark { day: event.date, what: Happening::Event(place) }));
    let recorded: Vec<Mark> = past.iter().filter_map(recorded).collect();
    let meeting = case.meeting.filter(|day| recorded.iter().all(|mark| mark.day != *day));
    marks.extend(recorded);
    marks.extend(meeting.map(|day| Mark { day, what: Happening::Meeting }));
    marks.push(Mark { day: opened.today, what: Happening::Today });
    marks.sort_by_key(|mark| mark.day);
    marks
}

/// What the ledger says happened; a version that another one replaced did not stay, and what was supposed did not happen.
fn recorded(moment: &Moment) -> Option<Mark> {
    match moment {
        Moment::Decided(past) if past.is_current => {
            let day = past.meeting.unwrap_or(Day(past.locked_at.date_naive()));
            Some(Mark { day, what: Happening::Decided(past.clone()) })
        }
        Moment::Postponed(postponed) => {
            let day = postponed.postponement.meeting.unwrap_or(Day(postponed.at.date_naive()));
            Some(Mark { day, what: Happening::Postponed(Box::new(postponed.clone())) })
        }
        Moment::Decided(_) | Moment::Supposed(_) | Moment::Done(_) => None,
    }
}
