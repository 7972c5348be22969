//! What is due.

use crate::text::DueWords;

pub(super) const DUE: DueWords = DueWords {
    title: "Due",
    key: "due",
    nothing: "Nothing is due.",
    count: |n| format!("{n} due"),
    since: "Since",
    what: "What",
    act: "Do",
    act_key: "do it",
    sign: "sign the decision",
    tell: "tell the patient (nobody is named)",
    tell_who: |who| format!("tell the patient ({who})"),
    follow: |months| format!("look back at {months} months"),
    action: |what| format!("action: {what}"),
    action_of: |what, owner| format!("action: {what} ({owner})"),
    come_back: "present again: the date has come",
    without_quorum: |missing| format!("present again: staff opinion, quorum not reached (lacks {missing})"),
    without_quorum_short: "staff opinion",
    branch: |id, words| format!("present again: look at {id}, {words}"),
    met: |id, words| format!("present again: {id} met as the case file says, {words}"),
    finish: |author| format!("finish the decision begun by {author}"),
    not_on_agenda: "This case is not among the files that are open: open it from its folder.",
    not_in_list: |written, known| format!("“{written}” is not in the list: {known}."),
    no_such_action: |n, all| format!("The decision has {all} action(s): there is no action {n}."),
    kind,
    all_kinds: "all",
    next_kind: "kind",
    previous_kind: "kind before",
    unsigned_of: |day, n| match n {
        1 => format!("minutes of {day}: 1 decision to sign"),
        n => format!("minutes of {day}: {n} decisions to sign"),
    },
    shown_of: |n| format!("the {n} longest due only"),
    kinds_are: |written, known| format!("\"{written}\" is no kind: {known}."),
};

fn kind(code: &str) -> &'static str {
    match code {
        "sign" => "to sign",
        "tell" => "to tell",
        "follow-up" => "look back",
        "action" => "action",
        "branch" => "branch",
        "present-again" => "to present",
        "draft" => "draft",
        _ => "",
    }
}
