//! Drawing the state: one file per panel. Never imports the store, remembers nothing.

mod after;
mod archive;
mod bars;
mod big;
pub mod case;
pub mod cells;
pub mod chart;
mod chase;
mod colour;
mod compare;
mod cut;
mod decision;
pub mod depth;
mod diagnostics;
mod difference;
mod due;
mod editions;
mod field;
mod foot;
mod form;
mod ground;
mod help;
mod hypothesis;
mod identity;
pub mod ink;
mod kept;
mod labs;
pub mod look;
pub mod mark;
mod meeting;
mod new_case;
mod origin;
mod page;
mod palette;
pub mod panel;
mod panel_frame;
mod papers;
mod passage;
mod positions;
mod precedents;
mod preview;
mod previous;
pub mod prose;
mod qr;
mod queue;
mod read_back;
mod remark;
mod replay;
mod rerun;
mod resources;
mod said;
mod scores;
mod scores_preview;
mod search;
mod settle;
mod shown;
mod stack;
mod standing;
mod standing_after;
mod stats;
pub mod table;
mod taper;
pub mod theme;
mod themes;
mod timeline;
mod veil;
mod waiting;
mod whatif;
pub mod why;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub use crate::app::key_names as keys;
use crate::app::{Drawn, Screen, Spots, State};

pub use depth::Depth;
pub use ground::Ground;
pub use kept::Kept;
pub use look::Look;
pub use theme::Theme;

/// Draws the state, and tells how far the screen can be scrolled and what of it answers the mouse: `Action::Drawn` takes it
/// back.
pub fn draw(state: &State, look: &Look, area: Rect, buffer: &mut Buffer) -> Drawn {
    draw_again(&mut Kept::default(), state, look, area, buffer)
}

/// The same, where a frame was drawn before: what stands as it stood is copied.
pub fn draw_again(kept: &mut Kept, state: &State, look: &Look, area: Rect, buffer: &mut Buffer) -> Drawn {
    let area = area.intersection(buffer.area);
    buffer.set_style(area, look.text);
    if bars::is_too_small(area) {
        bars::draw_too_small(state, look, area, buffer);
        return Drawn { reach: usize::MAX, spots: Spots::default() };
    }
    let area = bars::draw_demo(state, look, area, buffer);
    let area = bars::draw_unrecorded(state, look, area, buffer);
    let parts = bars::parts(state, area);
    let reach = draw_screen(kept, state, look, &parts, buffer);
    bars::draw(state, look, &parts, buffer);
    if let Some(shown) = &state.palette {
        palette::draw(shown, state, look, &parts, buffer);
    }
    if let Some(shown) = &state.themes {
        themes::draw(shown, state, look, &parts, buffer);
    }
    veil::draw(state, area, buffer);
    Drawn { reach, spots: parts.into_spots() }
}

fn draw_screen(kept: &mut Kept, state: &State, look: &Look, parts: &bars::Parts, buffer: &mut Buffer) -> usize {
    match &state.screen {
        Screen::Queue => queue::draw(state, look, parts, buffer),
        Screen::Case(screen) => {
            let (hidden, spots) = case::draw(screen, state, look, kept, parts.body, buffer);
            parts.answer_all(spots);
            return hidden.above + hidden.below;
        }
        Screen::Why(screen) => {
            let hidden = why::draw(screen, state, look, parts.body, buffer);
            return hidden.above + hidden.below;
        }
        Screen::Origin(screen) => {
            let hidden = origin::draw(screen, state, look, parts.body, buffer);
            return hidden.above + hidden.below;
        }
        Screen::Diagnostics(screen) => diagnostics::draw(screen, state, look, parts, buffer),
        Screen::Form(form) => match form.table {
            Some(table) => positions::draw(form, table, state, look, parts, buffer),
            None => form::draw(form, state, look, parts, buffer),
        },
        Screen::After(screen) => after::draw(screen, state, look, parts, buffer),
        Screen::Settle(screen) => settle::draw(screen, state, look, parts, buffer),
        Screen::Papers(screen) => papers::draw(screen, state, look, parts, buffer),
        Screen::Stats(screen) => stats::draw(screen, state, look, parts, buffer),
        Screen::Behind(screen) => stats::draw_behind(screen, state, look, parts, buffer),
        Screen::New(screen) => return new_case::draw(screen, state, look, parts, buffer),
        Screen::Labs(screen) => return labs::draw(screen, state, look, parts, buffer),
        Screen::Chase(screen) => chase::draw(screen, state, look, parts, buffer),
        Screen::Due(screen) => due::draw(screen, state, look, parts, buffer),
        Screen::ReadBack(screen) => return read_back::draw(screen, state, look, parts, buffer),
        Screen::Archive(screen) => archive::draw(screen, state, look, parts, buffer),
        Screen::Editions(screen) => return editions::draw(screen, state, look, parts, buffer),
        Screen::Passage(screen) => return passage::draw(screen, state, look, parts, buffer),
        Screen::Precedents(screen) => precedents::draw(screen, state, look, parts, buffer),
        Screen::Replay(screen) => replay::draw(screen, state, look, parts, buffer),
        Screen::Rerun(screen) => return rerun::draw(screen, state, look, parts, buffer),
        Screen::Compare(screen) => return compare::draw(screen, state, look, parts, buffer),
        Screen::Timeline(screen) => timeline::draw(screen, state, look, parts, buffer),
        Screen::Scores(screen) => return scores::draw(screen, state, look, parts, buffer),
        Screen::WhatIf(screen) => whatif::draw(screen, state, look, parts, buffer),
        Screen::Taper(screen) => taper::draw(screen, state, look, parts, buffer),
        Screen::Hypothesis(screen) => return hypothesis::draw(screen, state, look, parts, buffer),
        Screen::Meeting(screen) => meeting::draw(screen, state, look, parts, buffer),
        Screen::Identity(screen) => identity::draw(screen, state, look, parts, buffer),
        Screen::Resources(screen) => resources::draw(screen, state, look, parts, buffer),
        Screen::Waiting(why) => waiting::draw(why, state, look, parts, buffer),
        Screen::Help(screen) => return help::draw(screen, state, look, parts, buffer),
    }
    0
}
