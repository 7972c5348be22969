//! What the keys are called: for the footer, the help, and the sentences that name a key.

use super::{Binding, Command, Place, keys_of, name_of};
use crate::text::Words;

/// What a command does, in a word or two, in this place.
#[expect(clippy::too_many_lines, reason = "one row a command")]
pub fn act(place: Place, command: Command, words: &Words) -> &'static str {
    let (key, screens) = (&words.key, &words.screens);
    if let Some(act) = act_on_scores(place, command, words).or_else(|| act_on_meeting(place, command, words)) {
        return act;
    }
    if let Some(act) = act_on_decisions(place, command, words) {
        return act;
    }
    match command {
        Command::Quit => key.quit,
        Command::Timeline => words.timeline.key,
        Command::ZoomIn => words.timeline.zoom_in,
        Command::ZoomOut => words.timeline.zoom_out,
        Command::ZoomAll => words.timeline.everything,
        Command::NextMark => words.timeline.next_mark,
        Command::PreviousMark => words.timeline.previous_mark,
        Command::PageUp if matches!(place, Place::Timeline) => words.timeline.earlier,
        Command::PageDown if matches!(place, Place::Timeline) => words.timeline.later,
        Command::Left | Command::Right if matches!(place, Place::WhatIf) => words.whatif.change,
        Command::Left | Command::Right if matches!(place, Place::Taper) => words.taper.change,
        Command::NextPanel if matches!(place, Place::Due) => words.due.next_kind,
        Command::PreviousPanel if matches!(place, Place::Due) => words.due.previous_kind,
        Command::NextPanel if matches!(place, Place::Taper) => words.taper.schedule,
        Command::PreviousPanel if matches!(place, Place::Taper) => words.taper.previous_schedule,
        Command::Open if matches!(place, Place::Taper) => words.taper.load,
        Command::NextPanel | Command::PreviousPanel if matches!(place, Place::WhatIf) => words.whatif.side,
        Command::Back
            if matches!(place, Place::Line | Place::Search | Place::HelpSearch | Place::Palette | Place::Themes) =>
        {
            key.cancel
        }
        Command::Back => key.back,
        Command::Up => key.up,
        Command::Down => key.down,
        Command::Left => key.left,
        Command::Right => key.right,
        Command::PageUp => key.page_up,
        Command::PageDown => key.page_down,
        Command::First => key.first,
        Command::Last => key.last,
        Command::WhatIf => words.whatif.title,
        Command::Unknown => words.whatif.set_unknown,
        Command::Restore => words.whatif.restore,
        Command::RestoreAll => words.whatif.restore_all,
        Command::Record => words.whatif.record,
        Command::Open if matches!(place, Place::Case) => key.why,
        Command::Open => key.open,
        Command::Filter if matches!(place, Place::Archive | Place::Help) => key.search,
        Command::Filter => key.filter,
        Command::Sort => key.sort,
        Command::MoveUp => key.reorder_up,
        Command::MoveDown => key.reorder_down,
        Command::Postpone => screens.postpone,
        Command::Edit => key.edit,
        Command::Diagnostics => key.errors,
        Command::Archive => key.archive,
        Command::NextPanel => key.panel,
        Command::PreviousPanel => screens.previous_panel,
        Command::NextCase => key.next,
        Command::PreviousCase => key.previous,
        Command::Decide => key.decide,
        Command::History => key.timeline,
        Command::NextField => screens.next_field,
        Command::PreviousField => screens.previous_field,
        Command::ClearField => screens.clear_field,
        Command::ReadBack => key.read_back,
        Command::Accept if matches!(place, Place::ReadBack) => key.lock,
        Command::Accept if matches!(place, Place::Palette) => words.hand.choose,
        Command::Accept if matches!(place, Place::Themes) => words.hand.keep_theme,
        Command::Theme if matches!(place, Place::Themes | Place::Projector) => words.hand.next_theme,
        Command::Accept => key.accept,
        Command::Amend => key.amend,
        Command::Editions => words.editions.key,
        Command::Unfold => key.unfold,
        Command::Enlarge => key.enlarge,
        Command::Mask => screens.mask,
        Command::Language => key.language,
        Command::Theme => key.theme,
        Command::Taper => words.taper.key,
        Command::MoreWeeks | Command::FewerWeeks => words.taper.change_weeks,
        Command::AddStep => words.taper.add,
        Command::RemoveStep => words.taper.remove,
        Command::Undo if matches!(place, Place::Taper) => words.taper.undo,
        Command::Undo => words.hand.undo,
        Command::AllPlaces => words.hand.all_places,
        Command::Sooner | Command::Later => words.taper.change_begin,
        Command::Draw => words.taper.show,
        Command::CountWeeks => words.taper.count,
        Command::FileLines => words.taper.lines,
        Command::Load(_) => words.taper.load_number,
        Command::Resources => words.personal.resources_key,
        Command::Help => key.help,
        Command::Palette => words.hand.palette_key,
        Command::Redo => words.hand.redo,
        Command::HalfUp => words.hand.half_up,
        Command::HalfDown => words.hand.half_down,
        Command::Lead => words.live.lead,
        Command::Large => words.live.large,
        Command::Identity => words.identity.key,
        Command::Scores => words.scores_entry.key,
        Command::OtherVisit => words.scores_entry.other_visit,
        Command::Meeting => words.meeting.key,
        Command::AddPerson => words.meeting.key_add,
        Command::CorrectPerson => words.meeting.key_correct,
        Command::TurnPresence => words.meeting.key_presence,
        Command::Declare => words.meeting.key_declare,
        Command::Recuse => words.meeting.key_recuse,
        Command::RecuseOther => words.meeting.key_recuse_other,
        Command::AsLastTime => words.meeting.key_last_time,
        Command::Break => words.meeting.key_break,
        Command::CloseMeeting => words.meeting.key_close,
        Command::OpeningSheet => words.meeting.key_sheet,
        Command::Toggle => words.meeting.key_choose,
        Command::Clock => words.meeting.key_clock,
        Command::MoreTime | Command::LessTime => words.meeting.key_time,
        Command::TurnMode => words.meeting.key_turn,
        Command::Positions => words.deliberation.positions_key,
        Command::Stand(1) => words.deliberation.agree,
        Command::Stand(2) => words.deliberation.unsure,
        Command::Stand(3) => words.deliberation.disagree,
        Command::Stand(4) => words.deliberation.abstain,
        Command::Stand(_) => words.after.nothing_said,
        Command::Dissent => words.deliberation.dissent,
        Command::NameOrNot => words.deliberation.name_key,
        Command::MinuteOrNot => words.deliberation.minute_key,
        Command::SilentRound => words.deliberation.silent_begin,
        Command::Previous => words.deliberation.previous_key,
        Command::Sign => words.after.sign,
        Command::Tell => words.after.tell,
        Command::FollowUp => words.after.follow,
        Command::CloseRecord => words.after.close,
        Command::Difference => words.after.difference,
        Command::Precedents => words.precedent.key,
        Command::Rerun => words.rerun.key,
        Command::Replay => words.replay.key,
        Command::Due => words.due.key,
        Command::Settle => words.after.settle,
        Command::Papers if matches!(place, Place::Meeting) => words.documents.minutes_key,
        Command::Papers => words.documents.menu_key,
        Command::Done => words.after.done,
        Command::NotDone => words.after.dropped,
        Command::Act => words.due.act_key,
        Command::Complete => words.filter.complete_key,
        Command::SaveQuery => words.filter.save_key,
        Command::SavedQueries => words.filter.saved_key,
        Command::Statistics => words.stats.key,
        Command::Period => words.stats.period_key,
        Command::StopCounting => words.stats.stop_key,
        Command::NewCase => words.new_case.key,
        Command::Labs => words.labs.key,
        Command::Chase => words.chase.key,
    }
}

/// What a command does round the table, and in the forms after a decision.
fn act_on_decisions(place: Place, command: Command, words: &Words) -> Option<&'static str> {
    Some(match (place, command) {
        (Place::Positions, Command::Positions) => words.deliberation.back_to_form,
        (Place::Positions, Command::Accept) => words.deliberation.silent_end,
        (Place::Archive, Command::Difference) => words.compare.key,
        (Place::After, Command::Accept) => words.after.save,
        (Place::Papers, Command::Accept) => words.documents.write_key,
        (Place::Papers, Command::Left | Command::Right) => words.documents.other_form,
        (Place::After, Command::Left | Command::Right) => words.after.choose,
        (Place::Stats, Command::Left | Command::Right) => words.stats.section_key,
        (Place::Stats, Command::Open) => words.stats.cases_key,
        _ => return None,
    })
}

/// What a command does where scores are entered.
fn act_on_scores(place: Place, command: Command, words: &Words) -> Option<&'static str> {
    let entry = &words.scores_entry;
    Some(match (place, command) {
        (Place::New, Command::Accept) => words.new_case.next,
        (Place::New, Command::ReadBack) => words.new_case.show,
        (Place::New, Command::Unknown) => words.new_case.unknown_key,
        (Place::New, Command::Left | Command::Right) => words.new_case.turn,
        (Place::Labs, Command::Accept) => words.labs.write,
        (Place::Labs, Command::Toggle) => words.labs.replace,
        (Place::Labs, Command::Left | Command::Right) => words.labs.unit_key,
        (Place::Labs, Command::NextField) => words.labs.next_unit,
        (Place::Chase, Command::NextPanel) => words.due.next_kind,
        (Place::Chase, Command::PreviousPanel) => words.due.previous_kind,
        (Place::Scores, Command::Open) => entry.show,
        (Place::Scores, Command::Left | Command::Right) => entry.change,
        (Place::Scores, Command::Unknown) => entry.not_stated,
        (Place::Scores, Command::Restore) => entry.restore,
        (Place::Scores, Command::RestoreAll) => entry.restore_all,
        (Place::Scores, Command::NextPanel) => entry.page,
        (Place::Scores, Command::PreviousPanel) => entry.previous_page,
        (Place::ScoresPreview, Command::Accept) => entry.write,
        _ => return None,
    })
}

/// What a command does on the page of the meeting.
fn act_on_meeting(place: Place, command: Command, words: &Words) -> Option<&'static str> {
    Some(match (place, command) {
        (Place::Meeting, Command::Open) => words.meeting.key_come_or_go,
        (Place::MeetingForm | Place::MeetingChoice, Command::Accept) => words.meeting.key_accept,
        _ => return None,
    })
}

/// What a place is called.
pub fn place_name(place: Place, words: &Words) -> &'static str {
    match place {
        Place::Everywhere => words.screens.everywhere,
        Place::Queue => words.queue.title,
        Place::Case => words.queue.case,
        Place::Why => words.table.why,
        Place::Origin => words.origin.title,
        Place::Editions => words.editions.title,
        Place::Diagnostics => words.screens.file_errors,
        Place::Form => words.decision.title,
        Place::Positions => words.deliberation.positions,
        Place::After => words.after.after,
        Place::Due => words.due.title,
        Place::New => words.new_case.place,
        Place::Labs => words.labs.title,
        Place::Chase => words.chase.title,
        Place::Settle => words.after.settle_title,
        Place::Precedents => words.precedent.title,
        Place::Rerun => words.rerun.title,
        Place::Compare => words.compare.title,
        Place::Replay => words.replay.title,
        Place::Papers => words.documents.menu,
        Place::Stats => words.stats.title,
        Place::Behind => words.stats.cases_title,
        Place::Timeline => words.timeline.title,
        Place::WhatIf => words.whatif.title,
        Place::Taper => words.taper.title,
        Place::Scores => words.scores_entry.title,
        Place::ScoresPreview => words.scores_entry.preview,
        Place::Hypothesis => words.whatif.past,
        Place::Passage => words.screens.past_decision,
        Place::ReadBack => words.decision.read_back,
        Place::Archive => words.archive.title,
        Place::Resources => words.personal.resources,
        Place::Meeting => words.meeting.title,
        Place::MeetingForm => words.meeting.form_place,
        Place::MeetingChoice => words.meeting.choice_place,
        Place::Identity => words.identity.title,
        Place::Line => words.screens.typed_line,
        Place::Search => words.filter.typed_line,
        Place::Help => words.key.help,
        Place::Projector => words.live.screen,
        Place::Palette => words.hand.palette,
        Place::Themes => words.hand.themes,
        Place::HelpSearch => words.hand.help_line,
    }
}

/// Every place, in the order in which the help tells of them.
pub const PLACES: [Place; 42] = [
    Place::Queue,
    Place::New,
    Place::Chase,
    Place::Case,
    Place::Labs,
    Place::Why,
    Place::Origin,
    Place::Editions,
    Place::Diagnostics,
    Place::WhatIf,
    Place::Taper,
    Place::Timeline,
    Place::Scores,
    Place::ScoresPreview,
    Place::Form,
    Place::Positions,
    Place::ReadBack,
    Place::Archive,
    Place::Search,
    Place::Passage,
    Place::Precedents,
    Place::Rerun,
    Place::Compare,
    Place::Replay,
    Place::After,
    Place::Settle,
    Place::Papers,
    Place::Due,
    Place::Stats,
    Place::Behind,
    Place::Hypothesis,
    Place::Meeting,
    Place::MeetingForm,
    Place::MeetingChoice,
    Place::Resources,
    Place::Identity,
    Place::Line,
    Place::Palette,
    Place::Themes,
    Place::HelpSearch,
    Place::Help,
    Place::Everywhere,
];

/// What a place is for, in a sentence.
pub fn place_purpose(place: Place, words: &Words) -> &'static str {
    let places = &words.places;
    match place {
        Place::Everywhere => places.everywhere,
        Place::Queue => places.queue,
        Place::New => places.new_case,
        Place::Chase => places.chase,
        Place::Labs => places.labs,
        Place::Case => places.case,
        Place::Why => places.why,
        Place::Origin => places.origin,
        Place::Editions => places.editions,
        Place::Diagnostics => places.diagnostics,
        Place::Form => places.form,
        Place::ReadBack => places.read_back,
        Place::Archive => places.archive,
        Place::Passage => places.passage,
        Place::Precedents => places.precedents,
        Place::Rerun => places.rerun,
        Place::Compare => places.compare,
        Place::Replay => places.replay,
        Place::Timeline => places.timeline,
        Place::Taper => places.taper,
        Place::WhatIf => places.what_if,
        Place::Hypothesis => places.hypothesis,
        Place::Meeting => places.meeting,
        Place::MeetingForm => places.meeting_form,
        Place::MeetingChoice => places.meeting_choice,
        Place::Resources => places.resources,
        Place::Identity => places.identity,
        Place::Scores => places.scores,
        Place::ScoresPreview => places.scores_preview,
        Place::Positions => places.positions,
        Place::After => places.after,
        Place::Due => places.due,
        Place::Settle => places.settle,
        Place::Papers => places.papers,
        Place::Stats => places.stats,
        Place::Behind => places.behind,
        Place::Line => places.line,
        Place::Search => places.search,
        Place::Help | Place::HelpSearch => places.help,
        Place::Palette => places.palette,
        Place::Themes => places.themes,
        Place::Projector => places.projector,
    }
}

/// The first key of a command in a place, by the keys in force; empty where it has none.
pub fn key_of(keys: &[Binding], place: Place, command: Command) -> String {
    keys_of(keys, place).find(|binding| binding.command == command).map(name_of).unwrap_or_default()
}

/// One entry of the footer or the help: its keys and what they do.
pub struct Entry {
    /// The command, of the first key where there are two.
    pub command: Command,
    /// The command of the second arrow, where it is a movement.
    pub second: Option<Command>,
    /// The keys as they are written on a keyboard.
    pub keys: String,
    /// What they do.
    pub act: &'static str,
}

/// The two arrows of a movement, as one entry.
const PAIRS: [(Command, Command); 5] = [
    (Command::MoreTime, Command::LessTime),
    (Command::Up, Command::Down),
    (Command::Left, Command::Right),
    (Command::MoreWeeks, Command::FewerWeeks),
    (Command::Sooner, Command::Later),
];

/// Whether two keys share an entry: those of one command, and the numbers of a list.
fn is_one_entry(one: Command, other: Command) -> bool {
    one == other || matches!((one, other), (Command::Load(_), Command::Load(_)))
}

/// Keys as entries, in their order: arrows of one movement, and keys of one command, share an entry.
pub fn entries<'a>(place: Place, bindings: impl Iterator<Item = &'a Binding>, words: &Words) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for binding in bindings {
        let paired = PAIRS.iter().find(|(_, second)| *second == binding.command).map(|(first, _)| *first);
        let one_letter = |entry: &Entry| entry.keys.chars().count() == 1;
        match entries.last_mut() {
            Some(last) if Some(last.command) == paired && one_letter(last) => {
                let name = name_of(binding);
                if name.chars().all(char::is_alphabetic) {
                    last.keys.push(' ');
                }
                last.keys.push_str(&name);
                last.second = Some(binding.command);
                last.act = match (place, binding.command) {
                    (Place::Case | Place::Why | Place::Editions, Command::Right) => words.key.guideline,
                    (Place::Origin, Command::Right) => words.origin.figure,
                    (Place::Projector, Command::Down) => words.live.scroll,
                    (Place::WhatIf, Command::Right) => words.whatif.change,
                    (Place::Timeline, Command::Right) => words.timeline.in_time,
                    (Place::Timeline, Command::Down) => words.timeline.row,
                    (Place::Taper, Command::Right | Command::FewerWeeks | Command::Later) => {
                        act(place, binding.command, words)
                    }
                    (Place::Case, Command::LessTime) => words.meeting.key_time,
                    (Place::Scores, Command::Right) => words.scores_entry.change,
                    (Place::New, Command::Right) => words.new_case.turn,
                    (Place::Labs, Command::Right) => words.labs.unit_key,
                    (Place::After, Command::Right) => words.after.choose,
                    (Place::Papers, Command::Right) => words.documents.other_form,
                    (Place::Stats, Command::Right) => words.stats.section_key,
                    _ => words.key.move_,
                };
                continue;
            }
            _ => {}
        }
        match entries
            .iter_mut()
            .find(|entry| is_one_entry(entry.command, binding.command) && entry.act != words.key.move_)
        {
            Some(same) => {
                same.keys.push(' ');
                same.keys.push_str(&name_of(binding));
            }
            None => entries.push(Entry {
                command: binding.command,
                second: None,
                keys: name_of(binding),
                act: act(place, binding.command, words),
            }),
        }
    }
    entries
}
