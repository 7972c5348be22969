//! A past meeting, step by step; a patient across meetings.

use super::plural;
use crate::text::{HistoryWords, ReplayWords};

pub(super) const REPLAY: ReplayWords = ReplayWords {
    title: "The meeting as it was",
    key: "its meeting",
    step: |at, all| format!("step {at} of {all}"),
    none_held: |day| format!("Nothing is recorded of a meeting on {day}."),
    nothing_recomputed: "From the journal: nothing is computed by today's rules.",
    room: "The room then",
    case: "Case",
    no_case: "no case at hand",
    clock: "Clock",
    opened: |title, chair, secretary| format!("opened: {title}, chaired by {chair}, taken down by {secretary}"),
    opened_again: "opened again",
    joined: |name, specialty, presence| format!("{name} comes ({specialty}, {presence})"),
    left: |name| format!("{name} leaves"),
    declared: |name, interest| format!("{name} declares: {interest}"),
    recused: |name, case| format!("{name} takes no part in {case}"),
    returned: |name, case| format!("{name} takes part in {case} again"),
    added: |case, reason| format!("{case} comes late: {reason}"),
    turned: |case, mode| format!("{case} is handled otherwise: {mode}"),
    budgeted: |case, time| format!("{case} may take {time}"),
    started: |case| format!("{case} begins"),
    resumed: |case| format!("{case} goes on"),
    paused: |case, clock| format!("{case} stands still at {clock}"),
    ended: |case, clock| format!("{case} is done with after {clock}"),
    break_began: "a break begins",
    break_ended: "the break is over",
    carried: |case, reason| format!("{case} goes to another meeting: {reason}"),
    closed: |length| format!("closed after {length}"),
    decided: |case, outcome| format!("{case}: decision locked, {outcome}"),
    amended: |case, outcome, reason| format!("{case}: decision amended, {outcome} ({reason})"),
    postponed: |case, reason| format!("{case} is put off: {reason}"),
    by: |actor| format!("recorded by {actor}"),
    there: "There",
    nobody: "nobody yet",
    done: |n| plural(n, "case done with", "cases done with"),
    carried_over: |n| format!("{n} carried over"),
    of_no_meeting: "This belongs to no meeting.",
    nothing_behind: "No decision was locked here: of this step, this is all that is recorded.",
    editions: |editions| format!("read with {editions}"),
};

pub(super) const HISTORY: HistoryWords = HistoryWords {
    nothing: |of| format!("Nothing is recorded of {of}."),
    joins: |cases| format!("Cases under this pseudonym: {cases}. Two patients may share one."),
    of_alias: |alias| format!("Timeline of {alias}"),
    in_meeting: "meeting",
    after: "since",
};
