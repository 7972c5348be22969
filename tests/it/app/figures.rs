//! The figures of a panel: a cursor over them, and for each the answer to "from what?".

use regards::app::{CaseScreen, OriginScreen, Panel, Screen, State};
use regards::clinic::FigureId;
use regards::text::Lang;

use crate::scene::*;

fn case(state: &State) -> &CaseScreen {
    match &state.screen {
        Screen::Case(case) => case,
        other => panic!("not a case: {other:?}"),
    }
}

fn origin(state: &State) -> &OriginScreen {
    match &state.screen {
        Screen::Origin(origin) => origin,
        other => panic!("not an origin: {other:?}"),
    }
}

#[test]
fn every_figure_can_be_reached_and_asked_from_what() {
    for lang in [Lang::Fr, Lang::En] {
        let mut state = room(lang);
        press(&mut state, "/LN-2026-006<enter><enter>");
        for panel in [Panel::Activity, Panel::Damage, Panel::Person] {
            while case(&state).panel != panel {
                press(&mut state, "<tab>");
            }
            press(&mut state, "<home>");
            for place in 0..panel.figures().len() {
                assert_eq!(case(&state).figure, place);
                press(&mut state, "<enter>");
                assert_eq!((origin(&state).panel, origin(&state).figure), (panel, place));
                let name = regards::wording::figure::name(panel.figures()[place], regards::text::words(lang));
                assert!(said(&shot(&state, 160, 45)).contains(name), "{name}");
                press(&mut state, "<esc><down>");
            }
            assert_eq!(case(&state).figure, panel.figures().len() - 1, "the last one is the end");
        }
    }
}

#[test]
fn the_arrows_go_from_figure_to_figure_without_leaving() {
    let mut state = room(Lang::En);
    press(&mut state, "/LN-2026-006<enter><enter><tab><tab><enter>");
    assert_eq!(origin(&state).panel, Panel::Damage);
    press(&mut state, "<left>");
    assert_eq!(origin(&state).figure, 0);
    for _ in FigureId::DAMAGE {
        press(&mut state, "<right>");
    }
    assert_eq!(origin(&state).figure, FigureId::DAMAGE.len() - 1);
    assert_eq!(origin(&state).scroll, 0);
}

#[test]
fn a_decision_can_be_begun_from_there() {
    let mut state = room(Lang::En);
    press(&mut state, "/LN-2026-006<enter><enter><tab><enter>d");
    assert!(matches!(state.screen, Screen::Form(_)));
}
