//! A case from the agenda to the archive, recorded key by key.

use std::fmt::Write;

use super::svg::{self, escaped};
use super::{DOWN, END, ENTER, ESCAPE, READ_BACK, RIGHT, SIZE, TAB, drawn, holds, picture, stored};
use crate::terminal::Terminal;

const NAME: &str = "tour.svg";
/// How long each frame stands, in tenths of a second.
const STAYS: usize = 28;

/// What is typed after the lines of the guideline.
const TYPED: &str = "labs m1 m3";
/// What every frame begins with.
const OPENING: &str = "<g class=\"f\"";

/// What is typed, each with what is seen before the next; what is said beneath: the key's name, then what it does.
struct Step {
    keys: &'static [(&'static str, &'static str)],
    key: &'static str,
    says: &'static str,
}

const STEPS: &[Step] = &[
    Step { keys: &[("", "LS-2026-012")], key: "regards --demo", says: "the agenda: a line a case, then its question" },
    Step { keys: &[(DOWN, "Classe IV néphrotique")], key: "↓", says: "another case; what is missing stands below" },
    Step {
        keys: &[(ENTER, "Side by side")],
        key: "↵",
        says: "opens it: three guidelines side by side, activity and damage below",
    },
    Step {
        keys: &[(ENTER, "Statement")],
        key: "↵",
        says: "why: the statement, its grade, its source, and the facts that made it speak",
    },
    Step {
        keys: &[(ESCAPE, "↵ why"), ("w", "Nothing is supposed yet")],
        key: "w",
        says: "what if: any fact may be supposed otherwise",
    },
    Step {
        keys: &[(RIGHT, "1 fact supposed")],
        key: "→",
        says: "another class: every cell that would change is marked, and listed",
    },
    Step {
        keys: &[(ESCAPE, "↵ why"), ("d", "Rationale")],
        key: "d",
        says: "decide: the form opens with what the guideline under the cursor prints",
    },
    Step {
        keys: &[(DOWN, "Decided"), (TAB, "▸ Lines"), (END, "▸ Lines"), ("; labs m1 m3", "To do: labs")],
        key: TYPED,
        says: "typed as it is spoken; at the right, as it is understood",
    },
    Step {
        keys: &[
            (TAB, "▸ Rationale"),
            ("Nephrotic from the start: triple therapy.", "triple therapy."),
            (TAB, "▸ Look"),
            ("3m", "3m"),
        ],
        key: "Tab",
        says: "the reasons, and when to look again",
    },
    Step { keys: &[(READ_BACK, "Read it aloud")], key: "Ctrl-R", says: "read back to the room" },
    Step { keys: &[(ENTER, "locked")], key: "↵", says: "the room accepts: locked, and never changed afterwards" },
    Step {
        keys: &[(ESCAPE, "Agenda"), ("a", "Past decisions")],
        key: "a",
        says: "the past decisions, this one among them",
    },
    Step { keys: &[(ENTER, "Concordance")], key: "↵", says: "one of them, as it was decided" },
];

/// Walks the tour from the agenda; one of its screens is a picture too.
pub fn record(terminal: &mut Terminal) {
    let stored = stored(NAME);
    let mut stored = stored.split(OPENING).skip(1);
    let mut frames = Vec::new();
    for step in STEPS {
        for (keys, sign) in step.keys {
            terminal.send(keys);
            terminal.wait_for(sign);
        }
        frames.push(drawn(terminal, NAME, stored.next().unwrap_or_default()));
        if step.key == TYPED {
            picture(terminal, "form.svg", "A decision being typed, and beside it what was understood", TYPED);
        }
    }
    holds(NAME, &film(&frames));
}

fn film(frames: &[String]) -> String {
    let mut inside = String::new();
    for (index, (frame, step)) in frames.iter().zip(STEPS).enumerate() {
        let begins = index * STAYS;
        let (seconds, tenths) = (begins / 10, begins % 10);
        writeln!(
            inside,
            "{OPENING} style=\"animation-delay:{seconds}.{tenths}s\">\n{frame}{}</g>",
            caption(step, index)
        )
        .unwrap();
    }
    let total = frames.len() * STAYS;
    let rules = format!(
        ".f{{visibility:hidden;animation:t {}.{}s steps(1) infinite}}@keyframes t{{0%{{visibility:visible}}{}%{{visibility:hidden}}}}\
         @media(prefers-reduced-motion:reduce){{.f{{animation:none}}.f:first-child{{visibility:visible}}}}",
        total / 10,
        total % 10,
        100.0 / f32::from(u8::try_from(frames.len()).unwrap()),
    );
    svg::document("A case from the agenda to the archive, key by key", SIZE, 36.0, &rules, &inside)
}

/// The key as on a keyboard, then what it does, then how far the tour is.
fn caption(step: &Step, index: usize) -> String {
    let (top, letters) = (f32::from(SIZE.1) * 18.0 + 10.0, step.key.chars().count());
    let width = letters * 9 + 16;
    format!(
        "<rect y=\"{top}\" width=\"{width}\" height=\"24\" rx=\"5\" fill=\"#dde3ea\"/>\
         <text x=\"8\" y=\"{base}\" textLength=\"{}\" fill=\"#14181f\" class=\"b\">{}</text>\
         <text x=\"{}\" y=\"{base}\" textLength=\"{}\">{}</text>\
         <text x=\"1080\" y=\"{base}\" text-anchor=\"end\" fill=\"#a9b4c2\">{}/{}</text>\n",
        letters * 9,
        escaped(step.key),
        width + 12,
        step.says.chars().count() * 9,
        escaped(step.says),
        index + 1,
        STEPS.len(),
        base = top + 17.0,
    )
}
