//! The choice of documents, as it is drawn.

use regards::app::{Action, update};
use regards::text::Lang;

use crate::picture::picture;
use crate::scene::*;

#[test]
fn documents_of_a_decision_and_minutes_are_offered() {
    let mut state = room(Lang::Fr);
    state.papers = "/home/rcp/.local/share/regards/documents".to_owned();
    press(&mut state, "a");
    update(&mut state, Action::Recalled(Box::new(recorded().remove(0))));
    press(&mut state, "i<down><right>");
    insta::assert_snapshot!("papers-80x24-fr", picture(&shot(&state, 80, 24)));
    let (mut state, mut journal) = held(Lang::En);
    state.papers = "documents".to_owned();
    journal.press(&mut state, "n");
    insta::assert_snapshot!("papers-120x36-en", picture(&shot(&state, 120, 36)));
}
