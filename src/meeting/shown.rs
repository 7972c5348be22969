use serde::{Deserialize, Serialize};

use super::DecisionId;
use crate::domain::{CaseId, Day};
use crate::knowledge::Suppositions;

/// What the leading terminal shows to the room. It names places, never what is typed there: no filter, no reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// Which terminal leads: a name of its own for as long as it runs.
    pub leader: String,
    /// The day it computes everything for.
    pub day: Day,
    /// What it shows.
    pub what: OnShow,
    /// What it has just said of the case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<JustDone>,
    /// Whether it shows the figures that count in large type.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub large: bool,
}

/// A screen, as far as the room follows it. Places in tables and lists count from 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "screen", rename_all = "kebab-case")]
pub enum OnShow {
    /// Nothing any more: the leading terminal leads no longer.
    Nothing,
    /// The agenda.
    Agenda {
        /// The case under the cursor.
        case: Option<CaseId>,
    },
    /// The page of the meeting: who is there.
    Meeting {
        /// The person under the cursor.
        selected: usize,
    },
    /// One case.
    Case {
        /// Which.
        case: CaseId,
        /// The row of the table.
        row: usize,
        /// The guideline.
        column: usize,
        /// The panel with the focus.
        panel: usize,
        /// The figure of the panel.
        figure: usize,
        /// Whether silent rows are shown.
        unfolded: bool,
        /// Whether the panel has the whole screen.
        alone: bool,
    },
    /// Why a guideline says what it says.
    Why {
        /// Of which case.
        case: CaseId,
        /// The row of the table.
        row: usize,
        /// The guideline.
        column: usize,
        /// What is supposed of the case.
        supposed: Suppositions,
    },
    /// Where a figure comes from.
    Origin {
        /// Of which case.
        case: CaseId,
        /// The panel.
        panel: usize,
        /// The figure.
        figure: usize,
    },
    /// Facts supposed otherwise: a hypothesis.
    WhatIf {
        /// Of which case.
        case: CaseId,
        /// What is supposed.
        supposed: Suppositions,
        /// The fact under the cursor.
        fact: usize,
        /// The changed cell under the cursor.
        cell: usize,
        /// Whether the cursor is among the cells.
        in_cells: bool,
    },
    /// A taper being planned.
    Taper {
        /// Of which case.
        case: CaseId,
        /// The steps: first day and milligrams a day.
        plan: Vec<(Day, String)>,
        /// The step under the cursor.
        step: usize,
        /// The guideline under the cursor.
        guide: usize,
        /// Guidelines that are not drawn.
        hidden: Vec<usize>,
        /// Which of the ways weeks are counted; none while nobody chose.
        #[serde(default)]
        counted: Option<usize>,
    },
    /// A case over time.
    Timeline {
        /// Which.
        case: CaseId,
        /// The row under the cursor.
        row: usize,
        /// The day under the cursor.
        cursor: Day,
        /// The first day in sight.
        first: Day,
        /// The last day in sight.
        last: Day,
        /// Whether the words of the mark are shown.
        told: bool,
    },
    /// A decision being taken down: its draft is in the ledger.
    Form {
        /// On which case.
        case: CaseId,
        /// The field with the cursor.
        field: usize,
    },
    /// A decision being read back: its draft is in the ledger.
    ReadBack {
        /// On which case.
        case: CaseId,
        /// The first line in sight.
        #[serde(default)]
        scroll: usize,
    },
    /// A past decision.
    Past {
        /// Which version.
        decision: DecisionId,
        /// The first line in sight.
        #[serde(default)]
        scroll: usize,
    },
    /// The editions of the guidelines.
    Editions {
        /// The guideline.
        column: usize,
    },
    /// Where reliable help is.
    Resources {
        /// The one under the cursor.
        selected: usize,
    },
}

/// What was just done, as the room is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum JustDone {
    /// The decision is locked.
    Locked,
    /// The case is put off.
    Postponed,
}
