//! The number that a new case is proposed.

use regards::app::next_number;

#[test]
fn the_number_after_the_highest_of_the_year_in_the_usual_letters() {
    let of = |known: &[&str]| next_number(known.iter().copied(), 2026);
    assert_eq!(of(&[]), "LN-2026-001");
    assert_eq!(of(&["LN-2026-006", "ln-2026-012-nom", "LS-2026-040", "LN-2025-099"]), "LN-2026-013");
    assert_eq!(of(&["LN-2025-099"]), "LN-2026-001");
    assert_eq!(of(&["A-2026-9", "case", "2026.10"]), "A-2026-010");
    assert_eq!(of(&["A-2026-0999"]), "A-2026-1000");
}
