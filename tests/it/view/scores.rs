//! Where the scores come from, on the screen.

use regards::app::Screen;
use regards::clinic::FigureId;
use regards::text::Lang;

use crate::picture::picture;
use crate::scene::*;

/// The screen that answers "from what?" of a figure of the activity panel.
fn asked(lang: Lang, case: &str, id: FigureId, (width, height): (u16, u16)) -> ratatui::buffer::Buffer {
    let mut state = room(lang);
    press(&mut state, &format!("/{case}<enter><enter><tab>"));
    for _ in FigureId::ACTIVITY.iter().take_while(|figure| **figure != id) {
        press(&mut state, "<down>");
    }
    press(&mut state, "<enter>");
    assert!(matches!(state.screen, Screen::Origin(_)));
    shot(&state, width, height)
}

#[test]
fn the_scores_answer_from_what() {
    for (name, lang, case, id, size) in [
        ("lldas-failed-80x24-fr", Lang::Fr, "LN-2026-001", FigureId::Lldas, (80, 24)),
        ("doris-edge-120x36-en", Lang::En, "LS-2026-012", FigureId::Doris, (120, 36)),
        ("sledai-attribution-160x45-fr", Lang::Fr, "LS-2026-011", FigureId::Sledai, (160, 45)),
        ("sle-das-120x36-fr", Lang::Fr, "LN-2026-001", FigureId::SleDas, (120, 36)),
        ("flare-80x24-en", Lang::En, "LN-2026-006", FigureId::Flare, (80, 24)),
        ("difficult-160x45-en", Lang::En, "LS-2026-011", FigureId::Difficult, (160, 45)),
    ] {
        insta::assert_snapshot!(name, picture(&asked(lang, case, id, size)));
    }
}
