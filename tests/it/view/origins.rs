//! Where the figures of damage come from: the KDIGO grid, the slope, the fracture risk, in both languages and two sizes.

use regards::clinic::FigureId;
use regards::text::Lang;

use crate::picture::picture;
use crate::scene::*;

/// The origin of a damage figure of a shipped case.
fn origin(lang: Lang, case: &str, figure: FigureId, width: u16, height: u16) -> ratatui::buffer::Buffer {
    let place = FigureId::DAMAGE.iter().position(|one| *one == figure).unwrap();
    let mut state = room(lang);
    press(&mut state, &format!("/{case}<enter><enter><tab><tab><enter>{}", "<right>".repeat(place)));
    shot(&state, width, height)
}

#[test]
fn figures_of_damage_say_where_they_come_from() {
    for (name, case, figure) in [
        ("sdi", "LS-2026-012", FigureId::Sdi),
        ("grid", "LN-2026-009", FigureId::Filtration),
        ("slope", "LN-2026-007", FigureId::EgfrSlope),
        ("bone", "LS-2026-012", FigureId::FractureRisk),
    ] {
        insta::assert_snapshot!(format!("origin-{name}-80x24-fr"), picture(&origin(Lang::Fr, case, figure, 80, 24)));
        insta::assert_snapshot!(format!("origin-{name}-120x36-en"), picture(&origin(Lang::En, case, figure, 120, 36)));
    }
}

#[test]
fn the_grid_marks_the_cell_of_the_patient_with_a_word_in_every_cell() {
    let words = said(&origin(Lang::En, "LN-2026-009", FigureId::Filtration, 120, 60)).replace('\u{a0}', " ");
    assert!(words.contains("▸ high risk 2"), "{words}");
    assert_eq!(words.matches("very high risk").count(), 9, "{words}");
    assert!(words.contains("A by UACR"), "{words}");
}
