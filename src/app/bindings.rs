//! Every key in one table: dispatch, footer, help and the README's key table read it, with what the user changed (`keys`).

use ratatui_textarea::{Input, Key};

use super::action::Command;

/// Where a key means something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// On every screen where no text is being typed.
    Everywhere,
    /// The agenda.
    Queue,
    /// One case.
    Case,
    /// Why a guideline says what it says.
    Why,
    /// Where a figure comes from.
    Origin,
    /// The editions of the guidelines.
    Editions,
    /// What is wrong with a file.
    Diagnostics,
    /// The decision's form.
    Form,
    /// The decision read back to the room.
    ReadBack,
    /// Past decisions.
    Archive,
    /// One past decision.
    Passage,
    /// The past decisions nearest to a case.
    Precedents,
    /// A past decision judged anew.
    Rerun,
    /// Two past decisions compared.
    Compare,
    /// A past meeting, step by step.
    Replay,
    /// One case over time.
    Timeline,
    /// The taper planner.
    Taper,
    /// Facts supposed otherwise.
    WhatIf,
    /// What was supposed at another time.
    Hypothesis,
    /// The page of the meeting: its attendance sheet.
    Meeting,
    /// Something typed on the page of the meeting.
    MeetingForm,
    /// Something chosen on the page of the meeting.
    MeetingChoice,
    /// Where reliable help is.
    Resources,
    /// Who the patient is.
    Identity,
    /// Scores being entered.
    Scores,
    /// What is to be written to the case file.
    ScoresPreview,
    /// Who stands where.
    Positions,
    /// A new case being typed.
    New,
    /// A laboratory's table.
    Labs,
    /// What is awaited for the cases.
    Chase,
    /// What came after a decision, being written.
    After,
    /// What is due.
    Due,
    /// The actions and the branches of a decision.
    Settle,
    /// Which document is written.
    Papers,
    /// Statistics of past decisions.
    Stats,
    /// The cases behind a number.
    Behind,
    /// A line of text being typed: filter, reason.
    Line,
    /// A search being typed.
    Search,
    /// The list of keys.
    Help,
    /// What is looked for in the list of keys, being typed.
    HelpSearch,
    /// The palette over a screen.
    Palette,
    /// The list of themes over a screen.
    Themes,
    /// The room's screen, whatever it shows.
    Projector,
}

/// One key, what it does, and where.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// Where it holds.
    pub place: Place,
    /// The key.
    pub key: Key,
    /// With Control.
    pub ctrl: bool,
    /// With Shift, for keys that are not letters.
    pub shift: bool,
    /// What it does.
    pub command: Command,
    /// Whether the footer shows it when there is room.
    pub footer: bool,
}

const fn key(place: Place, key: Key, command: Command, footer: bool) -> Binding {
    Binding { place, key, ctrl: false, shift: false, command, footer }
}

const fn letter(place: Place, letter: char, command: Command, footer: bool) -> Binding {
    key(place, Key::Char(letter), command, footer)
}

const fn ctrl(place: Place, letter: char, command: Command, footer: bool) -> Binding {
    Binding { place, key: Key::Char(letter), ctrl: true, shift: false, command, footer }
}

/// The table. The first row that fits wins; rows of a place come before those of everywhere.
#[expect(clippy::too_many_lines, reason = "one row a key")]
pub fn bindings() -> &'static [Binding] {
    use Command as C;
    use Place as P;
    const TABLE: &[Binding] = &[
        // The agenda.
        key(P::Queue, Key::Up, C::Up, true),
        key(P::Queue, Key::Down, C::Down, true),
        key(P::Queue, Key::Enter, C::Open, true),
        letter(P::Queue, 'd', C::Decide, true),
        letter(P::Queue, '/', C::Filter, true),
        letter(P::Queue, 'a', C::Archive, true),
        letter(P::Queue, 'o', C::Postpone, true),
        letter(P::Queue, 'm', C::Meeting, true),
        letter(P::Queue, 't', C::Sort, true),
        letter(P::Queue, 'x', C::Diagnostics, true),
        letter(P::Queue, 'h', C::History, false),
        letter(P::Queue, 'e', C::Edit, true),
        letter(P::Queue, 'w', C::TurnMode, false),
        letter(P::Queue, 'g', C::Editions, false),
        letter(P::Queue, '+', C::MoveUp, false),
        letter(P::Queue, '-', C::MoveDown, false),
        letter(P::Queue, 'u', C::Due, false),
        letter(P::Queue, 's', C::Statistics, false),
        ctrl(P::Queue, 'z', C::Undo, false),
        letter(P::Queue, 'n', C::NewCase, false),
        letter(P::Queue, 'r', C::Chase, false),
        key(P::Queue, Key::Esc, C::Back, true),
        // One case.
        key(P::Case, Key::Up, C::Up, true),
        key(P::Case, Key::Down, C::Down, true),
        key(P::Case, Key::Left, C::Left, false),
        key(P::Case, Key::Right, C::Right, false),
        key(P::Case, Key::Enter, C::Open, true),
        letter(P::Case, 'd', C::Decide, true),
        key(P::Case, Key::Tab, C::NextPanel, true),
        Binding { shift: true, ..key(P::Case, Key::Tab, C::PreviousPanel, false) },
        letter(P::Case, 'n', C::NextCase, true),
        letter(P::Case, 'm', C::Clock, true),
        letter(P::Case, 'b', C::PreviousCase, false),
        letter(P::Case, 'w', C::WhatIf, true),
        letter(P::Case, 't', C::Timeline, true),
        letter(P::Case, 'h', C::History, true),
        letter(P::Case, 'x', C::Diagnostics, false),
        letter(P::Case, 'e', C::Edit, false),
        letter(P::Case, 'o', C::Postpone, false),
        letter(P::Case, 'a', C::Archive, false),
        letter(P::Case, 'g', C::Editions, false),
        letter(P::Case, 'v', C::Unfold, false),
        letter(P::Case, 'f', C::Enlarge, false),
        letter(P::Case, 'r', C::Taper, true),
        letter(P::Case, 'i', C::Resources, false),
        letter(P::Case, 'y', C::Identity, false),
        letter(P::Case, 's', C::Scores, false),
        letter(P::Case, '+', C::MoreTime, false),
        letter(P::Case, '-', C::LessTime, false),
        letter(P::Case, 'p', C::Precedents, true),
        key(P::Case, Key::F(3), C::Positions, false),
        letter(P::Case, 'u', C::Labs, false),
        // Why.
        key(P::Why, Key::Up, C::Up, true),
        key(P::Why, Key::Down, C::Down, true),
        key(P::Why, Key::Left, C::Left, true),
        key(P::Why, Key::Right, C::Right, true),
        letter(P::Why, 'd', C::Decide, true),
        letter(P::Why, 'g', C::Editions, true),
        // Where a figure comes from.
        key(P::Origin, Key::Up, C::Up, true),
        key(P::Origin, Key::Down, C::Down, true),
        key(P::Origin, Key::Left, C::Left, true),
        key(P::Origin, Key::Right, C::Right, true),
        letter(P::Origin, 'd', C::Decide, true),
        // The editions of the guidelines.
        key(P::Editions, Key::Up, C::Up, true),
        key(P::Editions, Key::Down, C::Down, true),
        key(P::Editions, Key::Left, C::Left, true),
        key(P::Editions, Key::Right, C::Right, true),
        // A broken file.
        key(P::Diagnostics, Key::Up, C::Up, true),
        key(P::Diagnostics, Key::Down, C::Down, true),
        letter(P::Diagnostics, 'e', C::Edit, true),
        key(P::Diagnostics, Key::Enter, C::Edit, false),
        // The decision's form.
        key(P::Form, Key::Tab, C::NextField, true),
        Binding { shift: true, ..key(P::Form, Key::Tab, C::PreviousField, false) },
        ctrl(P::Form, 'r', C::ReadBack, true),
        key(P::Form, Key::F(5), C::ReadBack, false),
        key(P::Form, Key::F(3), C::Positions, true),
        key(P::Form, Key::F(4), C::Previous, false),
        key(P::Form, Key::F(6), C::ClearField, true),
        key(P::Form, Key::F(1), C::Help, true),
        key(P::Form, Key::F(2), C::Lead, false),
        ctrl(P::Form, 'z', C::Undo, false),
        ctrl(P::Form, 'y', C::Redo, false),
        key(P::Form, Key::Esc, C::Back, true),
        // Round the table.
        key(P::Positions, Key::Up, C::Up, false),
        key(P::Positions, Key::Down, C::Down, false),
        letter(P::Positions, '1', C::Stand(1), true),
        letter(P::Positions, '2', C::Stand(2), true),
        letter(P::Positions, '3', C::Stand(3), true),
        letter(P::Positions, '4', C::Stand(4), true),
        letter(P::Positions, '0', C::Stand(0), false),
        letter(P::Positions, 'x', C::Dissent, true),
        letter(P::Positions, 'n', C::NameOrNot, false),
        letter(P::Positions, 'm', C::MinuteOrNot, false),
        letter(P::Positions, 'v', C::SilentRound, true),
        key(P::Positions, Key::Enter, C::Accept, true),
        key(P::Positions, Key::F(3), C::Positions, false),
        // Read-back.
        key(P::ReadBack, Key::Enter, C::Accept, true),
        key(P::ReadBack, Key::Up, C::Up, false),
        key(P::ReadBack, Key::Down, C::Down, false),
        key(P::ReadBack, Key::Esc, C::Back, true),
        // Past decisions.
        key(P::Archive, Key::Up, C::Up, true),
        key(P::Archive, Key::Down, C::Down, true),
        key(P::Archive, Key::Enter, C::Open, true),
        letter(P::Archive, '/', C::Filter, true),
        letter(P::Archive, 't', C::Sort, true),
        letter(P::Archive, 'w', C::SaveQuery, false),
        letter(P::Archive, '@', C::SavedQueries, false),
        letter(P::Archive, 'h', C::History, true),
        letter(P::Archive, 'v', C::Difference, true),
        letter(P::Archive, 'm', C::Replay, true),
        letter(P::Archive, 's', C::Statistics, true),
        // One past decision.
        key(P::Passage, Key::Up, C::Up, true),
        key(P::Passage, Key::Down, C::Down, true),
        letter(P::Passage, 'h', C::History, true),
        letter(P::Passage, 'm', C::Amend, true),
        letter(P::Passage, 's', C::Sign, true),
        letter(P::Passage, 't', C::Tell, true),
        letter(P::Passage, 'f', C::FollowUp, true),
        letter(P::Passage, 'v', C::Difference, true),
        letter(P::Passage, 'r', C::Rerun, false),
        letter(P::Passage, 'i', C::Papers, true),
        letter(P::Passage, 'b', C::Settle, false),
        letter(P::Passage, 'x', C::CloseRecord, false),
        // Precedents.
        key(P::Precedents, Key::Up, C::Up, true),
        key(P::Precedents, Key::Down, C::Down, true),
        key(P::Precedents, Key::Enter, C::Open, true),
        letter(P::Precedents, 'h', C::History, true),
        letter(P::Precedents, 'p', C::Back, false),
        // Judged anew.
        key(P::Rerun, Key::Up, C::Up, true),
        key(P::Rerun, Key::Down, C::Down, true),
        letter(P::Rerun, 'g', C::Editions, true),
        letter(P::Rerun, 'r', C::Back, false),
        // Two compared.
        key(P::Compare, Key::Up, C::Up, true),
        key(P::Compare, Key::Down, C::Down, true),
        letter(P::Compare, 'v', C::Back, false),
        // A past meeting.
        key(P::Replay, Key::Up, C::Up, true),
        key(P::Replay, Key::Down, C::Down, true),
        key(P::Replay, Key::Left, C::Up, false),
        key(P::Replay, Key::Right, C::Down, false),
        key(P::Replay, Key::Enter, C::Open, true),
        letter(P::Replay, 'm', C::Back, false),
        // Actions and branches.
        key(P::Settle, Key::Up, C::Up, true),
        key(P::Settle, Key::Down, C::Down, true),
        letter(P::Settle, '1', C::Done, true),
        letter(P::Settle, '0', C::NotDone, true),
        letter(P::Settle, 'b', C::Back, false),
        // Documents.
        key(P::Papers, Key::Enter, C::Accept, true),
        key(P::Papers, Key::Up, C::Up, true),
        key(P::Papers, Key::Down, C::Down, true),
        key(P::Papers, Key::Left, C::Left, true),
        key(P::Papers, Key::Right, C::Right, true),
        letter(P::Papers, 'i', C::Back, false),
        // What came after a decision.
        key(P::After, Key::Enter, C::Accept, true),
        key(P::After, Key::Up, C::Up, true),
        key(P::After, Key::Down, C::Down, true),
        key(P::After, Key::Left, C::Left, true),
        key(P::After, Key::Right, C::Right, true),
        key(P::After, Key::Tab, C::NextField, false),
        Binding { shift: true, ..key(P::After, Key::Tab, C::PreviousField, false) },
        key(P::After, Key::F(1), C::Help, true),
        ctrl(P::After, 'z', C::Undo, false),
        ctrl(P::After, 'y', C::Redo, false),
        key(P::After, Key::Esc, C::Back, true),
        // What is due.
        key(P::Due, Key::Up, C::Up, true),
        key(P::Due, Key::Down, C::Down, true),
        key(P::Due, Key::Enter, C::Open, true),
        letter(P::Due, 'u', C::Act, true),
        key(P::Due, Key::Tab, C::NextPanel, true),
        Binding { shift: true, ..key(P::Due, Key::Tab, C::PreviousPanel, false) },
        // Statistics.
        key(P::Stats, Key::Up, C::Up, true),
        key(P::Stats, Key::Down, C::Down, true),
        key(P::Stats, Key::Left, C::Left, true),
        key(P::Stats, Key::Right, C::Right, true),
        key(P::Stats, Key::Enter, C::Open, true),
        letter(P::Stats, 'p', C::Period, true),
        letter(P::Stats, 'x', C::StopCounting, false),
        key(P::Behind, Key::Up, C::Up, true),
        key(P::Behind, Key::Down, C::Down, true),
        key(P::Behind, Key::Enter, C::Open, true),
        // The timeline.
        key(P::Timeline, Key::Left, C::Left, true),
        key(P::Timeline, Key::Right, C::Right, true),
        key(P::Timeline, Key::Up, C::Up, true),
        key(P::Timeline, Key::Down, C::Down, true),
        key(P::Timeline, Key::Tab, C::NextMark, true),
        Binding { shift: true, ..key(P::Timeline, Key::Tab, C::PreviousMark, false) },
        key(P::Timeline, Key::Enter, C::Open, true),
        letter(P::Timeline, '+', C::ZoomIn, true),
        letter(P::Timeline, '=', C::ZoomIn, false),
        letter(P::Timeline, '-', C::ZoomOut, true),
        letter(P::Timeline, '0', C::ZoomAll, true),
        key(P::Timeline, Key::Home, C::ZoomAll, false),
        key(P::Timeline, Key::PageUp, C::PageUp, false),
        key(P::Timeline, Key::PageDown, C::PageDown, false),
        letter(P::Timeline, 'h', C::History, false),
        letter(P::Timeline, 't', C::Back, false),
        // What if.
        key(P::WhatIf, Key::Up, C::Up, false),
        key(P::WhatIf, Key::Down, C::Down, false),
        key(P::WhatIf, Key::Left, C::Left, true),
        key(P::WhatIf, Key::Right, C::Right, true),
        letter(P::WhatIf, ' ', C::Right, false),
        key(P::WhatIf, Key::Enter, C::Open, true),
        letter(P::WhatIf, 'u', C::Unknown, true),
        letter(P::WhatIf, 'r', C::Restore, true),
        letter(P::WhatIf, 'a', C::RestoreAll, false),
        key(P::WhatIf, Key::Tab, C::NextPanel, true),
        Binding { shift: true, ..key(P::WhatIf, Key::Tab, C::PreviousPanel, false) },
        letter(P::WhatIf, 's', C::Record, true),
        letter(P::WhatIf, 'd', C::Decide, false),
        ctrl(P::WhatIf, 'z', C::Undo, false),
        ctrl(P::WhatIf, 'y', C::Redo, false),
        letter(P::WhatIf, 'w', C::Back, false),
        // The taper planner.
        key(P::Taper, Key::Up, C::Up, false),
        key(P::Taper, Key::Down, C::Down, false),
        key(P::Taper, Key::Left, C::Left, true),
        key(P::Taper, Key::Right, C::Right, true),
        letter(P::Taper, '+', C::MoreWeeks, true),
        letter(P::Taper, '-', C::FewerWeeks, true),
        letter(P::Taper, 'a', C::AddStep, true),
        letter(P::Taper, 'x', C::RemoveStep, true),
        letter(P::Taper, 'u', C::Undo, true),
        ctrl(P::Taper, 'z', C::Undo, false),
        key(P::Taper, Key::Tab, C::NextPanel, true),
        Binding { shift: true, ..key(P::Taper, Key::Tab, C::PreviousPanel, false) },
        key(P::Taper, Key::Enter, C::Open, true),
        letter(P::Taper, 'v', C::Draw, false),
        letter(P::Taper, 'y', C::FileLines, false),
        letter(P::Taper, 'd', C::Decide, false),
        letter(P::Taper, 'e', C::Edit, false),
        letter(P::Taper, 'o', C::CountWeeks, false),
        letter(P::Taper, '<', C::Sooner, false),
        letter(P::Taper, '>', C::Later, false),
        letter(P::Taper, '1', C::Load(1), false),
        letter(P::Taper, '2', C::Load(2), false),
        letter(P::Taper, '3', C::Load(3), false),
        letter(P::Taper, '4', C::Load(4), false),
        letter(P::Taper, '5', C::Load(5), false),
        letter(P::Taper, '6', C::Load(6), false),
        letter(P::Taper, '7', C::Load(7), false),
        letter(P::Taper, '8', C::Load(8), false),
        letter(P::Taper, '9', C::Load(9), false),
        letter(P::Taper, 'r', C::Back, false),
        // A hypothesis that was recorded.
        key(P::Hypothesis, Key::Up, C::Up, true),
        key(P::Hypothesis, Key::Down, C::Down, true),
        letter(P::Hypothesis, 'h', C::History, true),
        // The page of the meeting.
        key(P::Meeting, Key::Enter, C::Open, true),
        letter(P::Meeting, ' ', C::Open, false),
        letter(P::Meeting, 'a', C::AddPerson, true),
        letter(P::Meeting, 't', C::AsLastTime, true),
        letter(P::Meeting, 'r', C::Recuse, true),
        letter(P::Meeting, 'b', C::Break, true),
        letter(P::Meeting, 'c', C::CloseMeeting, true),
        letter(P::Meeting, 'p', C::TurnPresence, true),
        letter(P::Meeting, 'i', C::Declare, true),
        letter(P::Meeting, 'e', C::CorrectPerson, true),
        letter(P::Meeting, 'o', C::OpeningSheet, true),
        letter(P::Meeting, 'n', C::Papers, false),
        letter(P::Meeting, 'x', C::RecuseOther, false),
        letter(P::Meeting, 'v', C::Replay, false),
        key(P::Meeting, Key::Up, C::Up, true),
        key(P::Meeting, Key::Down, C::Down, true),
        letter(P::Meeting, 'm', C::Back, false),
        key(P::MeetingForm, Key::Tab, C::NextField, true),
        Binding { shift: true, ..key(P::MeetingForm, Key::Tab, C::PreviousField, false) },
        key(P::MeetingForm, Key::Down, C::Down, false),
        key(P::MeetingForm, Key::Up, C::Up, false),
        key(P::MeetingForm, Key::Enter, C::Accept, true),
        key(P::MeetingForm, Key::F(1), C::Help, true),
        key(P::MeetingForm, Key::F(2), C::Lead, false),
        ctrl(P::MeetingForm, 'z', C::Undo, false),
        ctrl(P::MeetingForm, 'y', C::Redo, false),
        key(P::MeetingForm, Key::Esc, C::Back, true),
        key(P::MeetingChoice, Key::Up, C::Up, true),
        key(P::MeetingChoice, Key::Down, C::Down, true),
        letter(P::MeetingChoice, ' ', C::Toggle, true),
        key(P::MeetingChoice, Key::Enter, C::Accept, true),
        key(P::MeetingChoice, Key::Esc, C::Back, true),
        // Where reliable help is.
        key(P::Resources, Key::Up, C::Up, true),
        key(P::Resources, Key::Down, C::Down, true),
        letter(P::Resources, 'i', C::Back, false),
        // Who the patient is.
        letter(P::Identity, 'y', C::Back, true),
        // Scores.
        key(P::Scores, Key::Enter, C::Open, true),
        letter(P::Scores, 'w', C::Open, false),
        key(P::Scores, Key::Up, C::Up, false),
        key(P::Scores, Key::Down, C::Down, false),
        key(P::Scores, Key::Left, C::Left, true),
        key(P::Scores, Key::Right, C::Right, true),
        letter(P::Scores, ' ', C::Right, false),
        letter(P::Scores, 'u', C::Unknown, true),
        key(P::Scores, Key::Tab, C::NextPanel, true),
        Binding { shift: true, ..key(P::Scores, Key::Tab, C::PreviousPanel, false) },
        letter(P::Scores, 't', C::OtherVisit, true),
        letter(P::Scores, 'r', C::Restore, false),
        letter(P::Scores, 'a', C::RestoreAll, false),
        // What is to be written.
        key(P::ScoresPreview, Key::Enter, C::Accept, true),
        key(P::ScoresPreview, Key::Up, C::Up, true),
        key(P::ScoresPreview, Key::Down, C::Down, true),
        key(P::ScoresPreview, Key::Esc, C::Back, true),
        // A new case.
        key(P::New, Key::Tab, C::NextField, true),
        Binding { shift: true, ..key(P::New, Key::Tab, C::PreviousField, false) },
        key(P::New, Key::Enter, C::Accept, false),
        key(P::New, Key::Up, C::Up, false),
        key(P::New, Key::Down, C::Down, false),
        key(P::New, Key::PageUp, C::PageUp, false),
        key(P::New, Key::PageDown, C::PageDown, false),
        key(P::New, Key::Left, C::Left, true),
        key(P::New, Key::Right, C::Right, true),
        key(P::New, Key::F(5), C::ReadBack, true),
        ctrl(P::New, 'r', C::ReadBack, false),
        key(P::New, Key::F(4), C::Unknown, true),
        key(P::New, Key::F(6), C::ClearField, true),
        key(P::New, Key::F(1), C::Help, true),
        key(P::New, Key::Esc, C::Back, true),
        // A laboratory's table.
        key(P::Labs, Key::Enter, C::Accept, true),
        key(P::Labs, Key::Up, C::Up, true),
        key(P::Labs, Key::Down, C::Down, true),
        key(P::Labs, Key::Left, C::Left, true),
        key(P::Labs, Key::Right, C::Right, true),
        key(P::Labs, Key::Tab, C::NextField, true),
        Binding { shift: true, ..key(P::Labs, Key::Tab, C::PreviousField, false) },
        letter(P::Labs, 'o', C::Toggle, true),
        letter(P::Labs, 'u', C::Back, false),
        // What is awaited.
        key(P::Chase, Key::Up, C::Up, true),
        key(P::Chase, Key::Down, C::Down, true),
        key(P::Chase, Key::Enter, C::Open, true),
        key(P::Chase, Key::Tab, C::NextPanel, true),
        Binding { shift: true, ..key(P::Chase, Key::Tab, C::PreviousPanel, false) },
        letter(P::Chase, 'r', C::Back, false),
        // A line being typed.
        key(P::Search, Key::Enter, C::Accept, true),
        key(P::Search, Key::Tab, C::Complete, true),
        key(P::Search, Key::Up, C::Up, true),
        key(P::Search, Key::Down, C::Down, true),
        ctrl(P::Search, 'z', C::Undo, false),
        ctrl(P::Search, 'y', C::Redo, false),
        key(P::Search, Key::Esc, C::Back, true),
        key(P::Line, Key::Enter, C::Accept, true),
        ctrl(P::Line, 'z', C::Undo, false),
        ctrl(P::Line, 'y', C::Redo, false),
        key(P::Line, Key::Esc, C::Back, true),
        key(P::Line, Key::Up, C::Up, false),
        key(P::Line, Key::Down, C::Down, false),
        // The list of keys.
        key(P::Help, Key::Up, C::Up, true),
        key(P::Help, Key::Down, C::Down, true),
        letter(P::Help, '/', C::Filter, true),
        key(P::Help, Key::Tab, C::AllPlaces, true),
        letter(P::Help, '?', C::Back, false),
        key(P::HelpSearch, Key::Enter, C::Accept, true),
        key(P::HelpSearch, Key::Tab, C::AllPlaces, true),
        key(P::HelpSearch, Key::Up, C::Up, false),
        key(P::HelpSearch, Key::Down, C::Down, false),
        ctrl(P::HelpSearch, 'z', C::Undo, false),
        ctrl(P::HelpSearch, 'y', C::Redo, false),
        key(P::HelpSearch, Key::Esc, C::Back, true),
        // The palette.
        key(P::Palette, Key::Enter, C::Accept, true),
        key(P::Palette, Key::Up, C::Up, true),
        key(P::Palette, Key::Down, C::Down, true),
        key(P::Palette, Key::PageUp, C::PageUp, false),
        key(P::Palette, Key::PageDown, C::PageDown, false),
        ctrl(P::Palette, 'z', C::Undo, false),
        ctrl(P::Palette, 'y', C::Redo, false),
        ctrl(P::Palette, 'p', C::Back, false),
        key(P::Palette, Key::Esc, C::Back, true),
        // The list of themes.
        key(P::Themes, Key::Enter, C::Accept, true),
        key(P::Themes, Key::Up, C::Up, true),
        key(P::Themes, Key::Down, C::Down, true),
        letter(P::Themes, 'c', C::Theme, true),
        // The room's screen.
        key(P::Projector, Key::Up, C::Up, true),
        key(P::Projector, Key::Down, C::Down, true),
        key(P::Projector, Key::PageUp, C::PageUp, false),
        key(P::Projector, Key::PageDown, C::PageDown, false),
        letter(P::Projector, ' ', C::PageDown, false),
        key(P::Projector, Key::Home, C::First, false),
        key(P::Projector, Key::End, C::Last, false),
        letter(P::Projector, 'l', C::Language, true),
        letter(P::Projector, 'c', C::Theme, true),
        key(P::Projector, Key::F(8), C::Large, true),
        letter(P::Projector, 'q', C::Quit, true),
        // Everywhere.
        letter(P::Everywhere, 'k', C::Up, false),
        letter(P::Everywhere, 'j', C::Down, false),
        key(P::Everywhere, Key::PageUp, C::PageUp, false),
        key(P::Everywhere, Key::PageDown, C::PageDown, false),
        letter(P::Everywhere, ' ', C::PageDown, false),
        key(P::Everywhere, Key::Home, C::First, false),
        key(P::Everywhere, Key::End, C::Last, false),
        key(P::Everywhere, Key::Esc, C::Back, true),
        letter(P::Everywhere, 'z', C::Mask, false),
        key(P::Everywhere, Key::F(2), C::Lead, false),
        key(P::Everywhere, Key::F(8), C::Large, false),
        letter(P::Everywhere, 'l', C::Language, false),
        letter(P::Everywhere, 'c', C::Theme, false),
        letter(P::Everywhere, '?', C::Help, true),
        key(P::Everywhere, Key::F(1), C::Help, false),
        letter(P::Everywhere, ':', C::Palette, true),
        ctrl(P::Everywhere, 'p', C::Palette, false),
        letter(P::Everywhere, 'q', C::Quit, true),
        ctrl(P::Everywhere, 'd', C::HalfDown, false),
        ctrl(P::Everywhere, 'u', C::HalfUp, false),
        ctrl(P::Everywhere, 'f', C::PageDown, false),
        ctrl(P::Everywhere, 'b', C::PageUp, false),
        ctrl(P::Everywhere, 'c', C::Quit, false),
    ];
    TABLE
}

impl Binding {
    /// Whether this key press is meant, in this place.
    fn fits(&self, place: Place, input: &Input) -> bool {
        self.place == place && self.key == input.key && self.ctrl == input.ctrl && !input.alt && self.shift_fits(input)
    }

    /// Terminals report Shift with capital letters and signs or not; only Tab is told apart by it.
    fn shift_fits(&self, input: &Input) -> bool {
        !matches!(self.key, Key::Tab) || self.shift == input.shift
    }
}

/// Whether keys that are no command there are typed into a text.
pub(super) fn is_text_place(place: Place) -> bool {
    matches!(
        place,
        Place::Form
            | Place::Line
            | Place::Search
            | Place::HelpSearch
            | Place::MeetingForm
            | Place::After
            | Place::New
            | Place::Palette
    )
}

/// Whether a key of everywhere holds in this place too. Where text is typed only leaving and the palette do, each with
/// Control: every other key is for the text. On the room's screen nothing is to be done.
fn reaches(place: Place, binding: &Binding) -> bool {
    let leaves = binding.ctrl && binding.command == Command::Quit;
    match place {
        Place::Projector | Place::Palette => leaves,
        Place::Themes => moves_or_leaves(binding.command),
        place if is_text_place(place) => leaves || (binding.ctrl && binding.command == Command::Palette),
        _ => true,
    }
}

/// What of everywhere a short list over a screen takes.
fn moves_or_leaves(command: Command) -> bool {
    use Command as C;
    matches!(command, C::Up | C::Down | C::First | C::Last | C::Back | C::Quit)
}

/// The command of a key press, by the keys in force.
pub fn command(keys: &[Binding], place: Place, input: &Input) -> Option<Command> {
    let own = keys.iter().find(|binding| binding.fits(place, input));
    let everywhere = || {
        let fits = |binding: &&Binding| binding.fits(Place::Everywhere, input) && reaches(place, binding);
        keys.iter().find(fits)
    };
    own.or_else(everywhere).map(|binding| binding.command)
}

/// The keys of a place among those in force, its own first.
pub fn keys_of(keys: &[Binding], place: Place) -> impl Iterator<Item = &Binding> {
    let own = keys.iter().filter(move |binding| binding.place == place);
    let everywhere = keys.iter().filter(move |binding| {
        binding.place == Place::Everywhere && reaches(place, binding) && !shadowed(keys, place, binding)
    });
    own.chain(everywhere)
}

fn shadowed(keys: &[Binding], place: Place, binding: &Binding) -> bool {
    keys.iter().any(|own| own.place == place && own.key == binding.key && own.ctrl == binding.ctrl)
}

/// The key as a person reads it on a keyboard.
pub fn name_of(binding: &Binding) -> String {
    let name = match binding.key {
        Key::Char(' ') => "␣".to_owned(),
        Key::Char(letter) if binding.ctrl => letter.to_uppercase().to_string(),
        Key::Char(letter) => letter.to_string(),
        Key::Up => "↑".to_owned(),
        Key::Down => "↓".to_owned(),
        Key::Left => "←".to_owned(),
        Key::Right => "→".to_owned(),
        Key::Enter => "↵".to_owned(),
        Key::Esc => "Esc".to_owned(),
        Key::Tab if binding.shift => "⇧Tab".to_owned(),
        Key::Tab => "Tab".to_owned(),
        Key::PageUp => "PgUp".to_owned(),
        Key::PageDown => "PgDn".to_owned(),
        Key::Home => "Home".to_owned(),
        Key::End => "End".to_owned(),
        Key::F(number) => format!("F{number}"),
        other => format!("{other:?}"),
    };
    if binding.ctrl { format!("Ctrl-{name}") } else { name }
}
