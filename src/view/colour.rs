use ratatui::style::Color;

/// Red, green and blue.
pub(super) type Rgb = (u8, u8, u8);

/// Relative luminance, 0 to 1 (WCAG 2.1).
fn luminance((red, green, blue): Rgb) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/// Contrast of two colours, 1 to 21 (WCAG 2.1).
pub(super) fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    one.max(other) / one.min(other)
}

/// The colour, moved towards black or white (whichever is farther from the first ground) no more than it takes to
/// be read on every ground once it is shown as `shown` shows it; on the first alone where no colour could on all.
pub(super) fn legible(colour: Rgb, grounds: &[Rgb], least: f64, shown: impl Fn(Rgb) -> Rgb) -> Rgb {
    let Some(first) = grounds.first() else { return colour };
    let goal = if contrast((0, 0, 0), *first) > contrast((255, 255, 255), *first) { 0 } else { 255 };
    let moved = |twentieths: u16| {
        let part = |from: u8| {
            let mixed = (u16::from(from) * (20 - twentieths) + goal * twentieths) / 20;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        };
        (part(colour.0), part(colour.1), part(colour.2))
    };
    let is_read = |colour: Rgb, ground: &Rgb| contrast(shown(colour), shown(*ground)) >= least;
    let on_all = (0..=20).map(moved).find(|moved| grounds.iter().all(|ground| is_read(*moved, ground)));
    on_all.or_else(|| (0..=20).map(moved).find(|moved| is_read(*moved, first))).unwrap_or(moved(20))
}

const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// The nearest of xterm's fixed colours: the cube (16 to 231) or the greys (232 to 255); the first 16 belong to the user.
pub(super) fn nearest_index(colour: Rgb) -> u8 {
    (16..=255).min_by_key(|index| distance(indexed(*index), colour)).unwrap_or(16)
}

/// What xterm shows for an index from 16 on.
pub(super) fn indexed(index: u8) -> Rgb {
    if index >= 232 {
        let grey = 8 + (index - 232) * 10;
        return (grey, grey, grey);
    }
    let cube = index.saturating_sub(16);
    let step = |at: u8| STEPS.get(usize::from(at)).copied().unwrap_or(255);
    (step(cube / 36), step(cube / 6 % 6), step(cube % 6))
}

/// Distance as the eye weighs it ("redmean").
fn distance(one: Rgb, other: Rgb) -> i64 {
    let mean = i64::midpoint(one.0.into(), other.0.into());
    let apart = |a: u8, b: u8| (i64::from(a) - i64::from(b)).pow(2);
    (((512 + mean) * apart(one.0, other.0)) >> 8)
        + 4 * apart(one.1, other.1)
        + (((767 - mean) * apart(one.2, other.2)) >> 8)
}

/// The parts of a colour that has them.
pub(super) fn rgb(colour: Color) -> Option<Rgb> {
    match colour {
        Color::Rgb(red, green, blue) => Some((red, green, blue)),
        _ => None,
    }
}
