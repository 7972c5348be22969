//! The life of the meeting.

use crate::text::Words;

words! {
    /// The page of the meeting, its clocks, its quorum, and the keys that hold it.
    MeetingWords {
        title, day, planned, in_break, closed, open_since: fn(&str) -> String, open_for: fn(&str) -> String, closed_at: fn(&str) -> String,
        again, last_words,
        quorum, specialties: fn(usize) -> String, short_by: fn(u32) -> String, lacks: fn(&str) -> String, staff, nobody_counts,
        there: fn(usize) -> String, left: fn(usize) -> String, done: fn(usize, usize) -> String, planned_time: fn(&str) -> String,
        time_left: fn(&str) -> String, elapsed: fn(&str) -> String, break_time: fn(&str) -> String,
        minutes: fn(i64) -> String, hours: fn(i64, i64) -> String,
        break_minutes: fn(i64, &str) -> String, break_cases: fn(usize, &str) -> String, in_break_since: fn(&str, &str) -> String,
        chair, secretary, place, reach, gathering, name, charter, person, specialty, role, presence, centre, interest, in_words,
        not_listed: fn(&str, &str) -> String, here, came_at: fn(&str) -> String, left_at: fn(&str) -> String, known, nobody: fn(&str, &str) -> String,
        recused: fn(&str) -> String, recused_from: fn(&str) -> String, declared: fn(&str) -> String, takes_part, takes_no_part,
        running, paused, late, ended, carried_over, soon, over, rule: fn(&str) -> String, turned_by: fn(&str) -> String,
        late_prompt: fn(&str) -> String, rule_prompt: fn(&str) -> String, reason_prompt: fn(&str) -> String,
        was_opened, not_today: fn(&str) -> String, was_closed: fn(&str) -> String, not_open: fn(&str) -> String, nobody_chairs, not_there, nobody_left, no_such_time,
        was_turned: fn(&str) -> String,
        opening_title, opening_again, opening_correct, opening_hint, suggested: fn(&str) -> String, must_be_said, reason_needed,
        add_title, add_next: fn(&str) -> String, correct_title: fn(&str) -> String, takes_candidate, was_added: fn(&str) -> String, choose_specialty, person_hint,
        interest_title: fn(&str) -> String, interest_hint, recusal_title: fn(&str) -> String, last_time_title: fn(&str) -> String, last_time_hint: fn(usize) -> String,
        closing_title, closing_nothing_left, closing_left: fn(usize) -> String, closing_reason, closing_own, closing_hint, draft_kept, drafts_stay,
        key, key_come_or_go, key_add, key_last_time, key_presence, key_correct, key_recuse, key_recuse_other, key_declare, key_break,
        key_close, key_sheet, key_choose, key_accept, key_clock, key_time, key_turn, form_place, choice_place,
    }
    /// What `regards meeting` and `regards charter` say.
    MeetingOrderWords {
        no_meeting: fn(&str) -> String, nobody_of_that_name: fn(&str) -> String, no_such_case: fn(&str) -> String, is_open_already: fn(&str) -> String,
        late_first: fn(&str, &str) -> String, not_left: fn(&str) -> String, not_begun: fn(&str) -> String, left_to_carry: fn(&str) -> String, rule_needed, recorded: fn(&str) -> String, none_held,
        blank: fn(&str) -> String, reason, no_break, in_break, charters: fn(usize) -> String, no_charter: fn(&str) -> String, agenda, sheet, not_written, is_gone: fn(&str) -> String, is_there: fn(&str) -> String,
    }
}

impl MeetingWords {
    /// A length of time, in whole minutes.
    pub fn length(&self, seconds: i64) -> String {
        let minutes = seconds.max(0) / 60;
        if minutes < 60 { (self.minutes)(minutes) } else { (self.hours)(minutes / 60, minutes % 60) }
    }
}

/// A clock as it stands on the wall: `02:41`; with hours from one on: `1:02:41`.
pub fn clock(seconds: i64) -> String {
    let (minutes, rest) = (seconds.max(0) / 60, seconds.max(0) % 60);
    if minutes < 60 {
        format!("{minutes:02}:{rest:02}")
    } else {
        format!("{}:{:02}:{rest:02}", minutes / 60, minutes % 60)
    }
}

/// Groups of specialties of each of which one lacks: `Néphrologie ; Médecine interne ou Rhumatologie`.
pub fn lacking(groups: &[Vec<crate::domain::Specialty>], words: &Words) -> String {
    let or = format!(" {} ", words.app.or);
    let group =
        |group: &Vec<crate::domain::Specialty>| group.iter().map(|one| words.label(*one)).collect::<Vec<_>>().join(&or);
    groups.iter().map(group).collect::<Vec<_>>().join(", ")
}
