//! Resources: what each says, and a QR code that a camera can read on every theme and at every depth of colour.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};
use regards::app::{Place, Screen, State};
use regards::knowledge::{RESOURCES, Trust};
use regards::text::{Lang, words};
use regards::view::{self, Depth, Look, Theme};

use crate::picture::picture;
use crate::scene::*;

fn resources(lang: Lang, at: usize) -> State {
    let mut state = room(lang);
    press(&mut state, "/LN-2026-006<enter><enter>i");
    assert_eq!(state.place(), Place::Resources);
    press(&mut state, &"<down>".repeat(at));
    state
}

fn drawn(state: &State, look: &Look, width: u16, height: u16) -> Buffer {
    let area = ratatui::layout::Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    view::draw(state, look, area, &mut buffer);
    buffer
}

/// Pixels a side of half a cell.
const SIDE: usize = 4;

/// How light a colour is, as a camera sees it. A terminal without colours is taken to be a dark one.
fn lightness(colour: Color, without: u8) -> u8 {
    match colour {
        Color::Rgb(red, green, blue) => red.min(green).min(blue),
        Color::Indexed(231) | Color::White => 255,
        Color::Indexed(16) | Color::Black => 0,
        Color::Reset => without,
        // Words of the theme around the code: neither.
        _ => 128,
    }
}

/// What a camera sees of one half of a cell.
fn seen(buffer: &Buffer, x: usize, half: usize) -> u8 {
    let cell = &buffer[(u16::try_from(x).unwrap(), u16::try_from(half / 2).unwrap())];
    let is_above = half.is_multiple_of(2);
    let (mut ink, mut ground) = (lightness(cell.fg, 255), lightness(cell.bg, 0));
    if cell.modifier.contains(Modifier::REVERSED) {
        std::mem::swap(&mut ink, &mut ground);
    }
    match (cell.symbol(), is_above) {
        ("█", _) | ("▀", true) | ("▄", false) => ink,
        _ => ground,
    }
}

/// What a reader finds on this screen.
fn read(buffer: &Buffer) -> Vec<String> {
    let (width, height) = (usize::from(buffer.area.width), usize::from(buffer.area.height));
    let pixel = |x: usize, y: usize| seen(buffer, x / SIDE, y / SIDE);
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width * SIDE, height * 2 * SIDE, pixel);
    image.detect_grids().iter().map(|grid| grid.decode().unwrap().1).collect()
}

#[test]
fn every_code_is_read_back_as_its_address() {
    for (at, resource) in RESOURCES.iter().enumerate() {
        let state = resources(Lang::Fr, at);
        let expected: Vec<String> = resource.link().into_iter().collect();
        assert_eq!(read(&shot(&state, 80, 24)), expected, "{}", resource.address);
    }
}

#[test]
fn a_code_is_dark_on_light_on_every_theme_and_at_every_depth() {
    let state = resources(Lang::En, 2);
    let link = RESOURCES[2].link().unwrap();
    for theme in ["dark", "light", "projector", "colour-blind", "terminal"] {
        let theme = Theme::shipped(theme).unwrap();
        for depth in [Depth::None, Depth::Sixteen, Depth::Indexed, Depth::True] {
            let buffer = drawn(&state, &Look::new(&theme, depth), 120, 36);
            assert_eq!(read(&buffer), std::slice::from_ref(&link), "{depth:?}");
        }
    }
}

#[test]
fn an_address_that_looks_mistyped_has_no_code_and_says_why() {
    let at = RESOURCES.iter().position(|one| one.trust == Trust::LooksMistyped).unwrap();
    for lang in [Lang::Fr, Lang::En] {
        let screen = shot(&resources(lang, at), 120, 36);
        assert!(said(&screen).contains(RESOURCES[at].address));
        assert!(said(&screen).contains(words(lang).personal.no_qr));
        assert!(read(&screen).is_empty());
    }
}

#[test]
fn a_window_too_small_for_the_code_says_how_large_it_must_be() {
    let screen = shot(&resources(Lang::En, 2), 79, 20);
    let text = said(&screen).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("needs a window of 71×24 at least"), "{text}");
    assert!(read(&screen).is_empty());
    assert_eq!(read(&shot(&resources(Lang::En, 2), 71, 24)).len(), 1);
}

#[test]
fn every_resource_says_how_far_its_address_is_trusted() {
    for lang in [Lang::Fr, Lang::En] {
        for (at, resource) in RESOURCES.iter().enumerate() {
            let text = said(&shot(&resources(lang, at), 160, 45));
            let (name, purpose) = resource.said(lang);
            for part in [name, purpose, resource.address, (words(lang).personal.trust)(resource.trust.code())] {
                assert!(text.contains(part), "{part} in {text}");
            }
        }
    }
}

#[test]
fn enter_on_the_figure_opens_the_list_and_escape_leads_back() {
    let mut state = room(Lang::Fr);
    press(&mut state, "/LN-2026-006<enter><enter><tab><tab><tab><tab><end><enter>");
    assert_eq!(state.place(), Place::Resources);
    press(&mut state, "<end>");
    assert!(matches!(&state.screen, Screen::Resources(screen) if screen.selected == RESOURCES.len() - 1));
    press(&mut state, "<esc>");
    assert_eq!(state.place(), Place::Case);
    press(&mut state, "ii");
    assert_eq!(state.place(), Place::Case);
}

#[test]
fn resources_look_like_this() {
    insta::assert_snapshot!("resources-80x24-fr", picture(&shot(&resources(Lang::Fr, 2), 80, 24)));
    insta::assert_snapshot!("resources-120x36-en", picture(&shot(&resources(Lang::En, 6), 120, 36)));
    insta::assert_snapshot!("resources-60x18-fr", picture(&shot(&resources(Lang::Fr, 4), 60, 18)));
}

/// The person's origins, at both ends of the sizes.
#[test]
fn the_person_says_from_what() {
    let asked = |lang: Lang, case: &str, keys: &str| {
        let mut state = room(lang);
        press(&mut state, &format!("/{case}<enter><enter><tab><tab><tab><tab>{keys}<enter>"));
        assert_eq!(state.place(), Place::Origin);
        state
    };
    for (name, lang, case, keys, (width, height)) in [
        ("announcement-80x24-fr", Lang::Fr, "LN-2026-006", "", (80, 24)),
        ("decision-120x36-en", Lang::En, "LN-2026-009", "<down><down><down>", (120, 36)),
        ("strategy-120x36-fr", Lang::Fr, "LN-2026-008", "<down><down><down><down><down>", (120, 36)),
        ("strategy-80x24-en", Lang::En, "LN-2026-007", "<down><down><down><down><down>", (80, 24)),
        ("epices-80x24-fr", Lang::Fr, "LN-2026-006", "<end><up>", (80, 24)),
    ] {
        insta::assert_snapshot!(name, picture(&shot(&asked(lang, case, keys), width, height)));
    }
}

/// What people wrote of themselves is not on a masked screen.
#[test]
fn a_masked_screen_hides_what_was_written_of_the_person() {
    let mut state = room(Lang::Fr);
    press(&mut state, "/LN-2026-006<enter><enter><tab><tab><tab><tab>f");
    let written = ["Pas de perfusion", "Sa mère", "Aide-soignante", "arrêt de travail prolongé"];
    let all = |state: &State| {
        let mut state = state.clone();
        let mut text = said(&shot(&state, 120, 60));
        press(&mut state, "<enter>");
        for _ in 0..14 {
            text.push_str(&said(&shot(&state, 120, 60)));
            press(&mut state, "<right>");
        }
        text
    };
    let open = all(&state);
    assert!(written.iter().all(|words| open.contains(words)));
    assert!(open.contains("Dr Martin"));
    press(&mut state, "z");
    let masked = all(&state);
    assert!(!written.iter().any(|words| masked.contains(words)));
    assert!(!masked.contains("Dr Martin"));
}
