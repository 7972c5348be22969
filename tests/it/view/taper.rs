//! The taper planner: what it shows and in which style, in both languages, at every size.

use regards::app::{Place, State};
use regards::text::Lang;

use crate::picture::picture;
use crate::scene::*;

type Scene = (&'static str, fn(Lang) -> State);

fn planner(lang: Lang, case: &str) -> State {
    let mut state = room(lang);
    press(&mut state, &format!("/{case}<enter><enter>r"));
    assert_eq!(state.place(), Place::Taper);
    state
}

fn planned(lang: Lang) -> State {
    planner(lang, "001")
}

/// The plan of a case of class V down to the stop, changed and not in its file.
fn changed(lang: Lang) -> State {
    let mut state = planner(lang, "006");
    press(&mut state, "<down><left>+<tab>v");
    state
}

fn empty(lang: Lang) -> State {
    planner(lang, "007")
}

fn loaded(lang: Lang) -> State {
    let mut state = planner(lang, "010");
    press(&mut state, "3<down><down><down>");
    state
}

fn lines(lang: Lang) -> State {
    let mut state = planner(lang, "002");
    press(&mut state, "y<down><down>");
    state
}

const SCENES: [Scene; 5] =
    [("planned", planned), ("changed", changed), ("empty", empty), ("loaded", loaded), ("lines", lines)];

/// Both languages in one picture.
fn both(scene: fn(Lang) -> State, taken: impl Fn(&State) -> String) -> String {
    Lang::ALL.iter().map(|lang| taken(&scene(*lang))).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_planner_on_a_projector() {
    for (name, scene) in SCENES {
        insta::assert_snapshot!(format!("{name}_80x24"), both(scene, |state| picture(&shot(state, 80, 24))));
    }
}

#[test]
fn the_planner_on_a_desk() {
    for (name, scene) in SCENES {
        insta::assert_snapshot!(format!("{name}_120x36"), both(scene, |state| said(&shot(state, 120, 36))));
    }
}

#[test]
fn the_planner_on_a_wide_terminal() {
    for (name, scene) in SCENES {
        insta::assert_snapshot!(format!("{name}_160x45"), both(scene, |state| said(&shot(state, 160, 45))));
    }
}

#[test]
fn it_always_says_that_it_prescribes_nothing() {
    for (_, scene) in SCENES {
        for (width, height) in [(80, 24), (120, 36), (160, 45)] {
            let text = said(&shot(&scene(Lang::En), width, height));
            assert!(text.contains("prescribes nothing"), "{width}x{height}\n{text}");
        }
    }
}

#[test]
fn no_size_is_too_small_or_too_large_to_draw() {
    for (_, scene) in SCENES {
        let state = scene(Lang::Fr);
        for width in (1..240_u16).step_by(13) {
            for height in (1..=70_u16).step_by(7) {
                shot(&state, width, height);
            }
        }
    }
}

/// Every step can be reached, and is in sight when it is.
#[test]
fn the_step_under_the_cursor_is_in_sight() {
    let mut state = loaded(Lang::En);
    press(&mut state, "<home>");
    for _ in 0..6 {
        let text = said(&shot(&state, 80, 24));
        let steps: Vec<&str> = text.lines().filter(|line| line.contains("2026 –") || line.contains("2027 –")).collect();
        assert!(steps.iter().any(|line| line.trim_start().starts_with('▸')), "{text}");
        press(&mut state, "<down>");
    }
}

/// The planned curve is not told from the received one by its colour alone: each has its mark, named in the legend.
#[test]
fn each_curve_has_a_mark_of_its_own() {
    let text = said(&shot(&planned(Lang::En), 120, 36)).replace('\u{a0}', " ");
    let legend = text.lines().nth(1).unwrap();
    assert!(legend.contains("• received") && legend.contains("◆ planned"), "{legend}");
    let chart: String = text.lines().skip(2).take(12).collect();
    assert!(chart.contains('•') && chart.matches('◆').count() == 6, "{text}");
}
