//! One panel over the whole screen of a case.

use regards::app::{CaseScreen, Panel, Screen, State};
use regards::text::Lang;

use crate::scene::*;

fn case(state: &State) -> &CaseScreen {
    let Screen::Case(case) = &state.screen else { panic!("not a case") };
    case
}

#[test]
fn a_panel_takes_the_whole_screen_and_gives_it_back() {
    let mut state = room(Lang::Fr);
    press(&mut state, "/006<enter><enter>f");
    assert!(case(&state).is_alone);
    press(&mut state, "<tab>");
    assert_eq!((case(&state).is_alone, case(&state).panel), (true, Panel::Activity), "the next panel is as large");
    press(&mut state, "n");
    assert!(case(&state).is_alone, "and so is the next case");
    press(&mut state, "f");
    assert!(!case(&state).is_alone);
}
