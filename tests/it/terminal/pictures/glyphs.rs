//! Characters that are drawn, not written, so that lines join and bars fill their cells in any font.

/// Width and height of a cell, in pixels of the picture.
pub const CELL: (f32, f32) = (9.0, 18.0);

/// What a character covers of its cell.
pub struct Drawn {
    /// Left, top, width and height from the cell's corner, in pixels.
    pub rects: Vec<[f32; 4]>,
    /// From nothing to solid; the shades are lighter.
    pub opacity: f32,
}

/// The character as rectangles; None where a font writes it.
pub fn drawn(character: char) -> Option<Drawn> {
    let solid = |rects| Some(Drawn { rects, opacity: 1.0 });
    match character {
        '\u{2500}'..='\u{257f}' => arms(character).and_then(|(arms, weight)| solid(lines(arms, weight))),
        '░' => Some(Drawn { rects: vec![eighths(0, 0, 8, 8)], opacity: 0.25 }),
        '▒' => Some(Drawn { rects: vec![eighths(0, 0, 8, 8)], opacity: 0.5 }),
        '▓' => Some(Drawn { rects: vec![eighths(0, 0, 8, 8)], opacity: 0.75 }),
        '▀' => solid(vec![eighths(0, 0, 8, 4)]),
        '▐' => solid(vec![eighths(4, 0, 4, 8)]),
        '▔' => solid(vec![eighths(0, 0, 8, 1)]),
        '▕' => solid(vec![eighths(7, 0, 1, 8)]),
        '\u{2581}'..='\u{2588}' => {
            let height = between('\u{2580}', character);
            solid(vec![eighths(0, 8 - height, 8, height)])
        }
        '\u{2589}'..='\u{258f}' => solid(vec![eighths(0, 0, between(character, '\u{2590}'), 8)]),
        '\u{2596}'..='\u{259f}' => solid(quadrants(character)),
        '\u{2801}'..='\u{28ff}' => solid(dots(between('\u{2800}', character))),
        _ => None,
    }
}

/// How far one character stands before the other.
fn between(first: char, last: char) -> u8 {
    u8::try_from(u32::from(last) - u32::from(first)).unwrap()
}

fn eighths(left: u8, top: u8, width: u8, height: u8) -> [f32; 4] {
    let (x, y) = (CELL.0 / 8.0, CELL.1 / 8.0);
    [f32::from(left) * x, f32::from(top) * y, f32::from(width) * x, f32::from(height) * y]
}

/// Which of left, right, up and down a line goes to, and its weight in pixels.
fn arms(character: char) -> Option<([bool; 4], f32)> {
    const LIGHT: &str = "─│┌┐└┘├┤┬┴┼╴╶╵╷";
    const HEAVY: &str = "━┃┏┓┗┛┣┫┳┻╋╸╺╹╻";
    const ROUND: &str = "╭╮╰╯";
    const ARMS: [u8; 15] =
        [0b1100, 0b0011, 0b0101, 0b1001, 0b0110, 0b1010, 0b0111, 0b1011, 0b1101, 0b1110, 0b1111, 8, 4, 2, 1];
    let place = |set: &str| set.chars().position(|known| known == character);
    let (index, weight) = place(LIGHT)
        .map(|index| (index, 1.0))
        .or_else(|| place(HEAVY).map(|index| (index, 2.0)))
        .or_else(|| place(ROUND).map(|index| (index + 2, 1.0)))?;
    Some(([8, 4, 2, 1].map(|arm| ARMS[index] & arm != 0), weight))
}

fn lines([left, right, up, down]: [bool; 4], weight: f32) -> Vec<[f32; 4]> {
    let (x, y) = (4.0, 9.0);
    let horizontal = (left || right).then(|| {
        let from = if left { 0.0 } else { x };
        [from, y, if right { CELL.0 } else { x + weight } - from, weight]
    });
    let vertical = (up || down).then(|| {
        let from = if up { 0.0 } else { y };
        [x, from, weight, if down { CELL.1 } else { y + weight } - from]
    });
    horizontal.into_iter().chain(vertical).collect()
}

fn quadrants(character: char) -> Vec<[f32; 4]> {
    // Upper left 8, upper right 4, lower left 2, lower right 1, in the order of Unicode.
    const MASKS: [u8; 10] = [2, 1, 8, 11, 9, 14, 13, 4, 6, 7];
    let mask = MASKS[usize::from(between('\u{2596}', character))];
    [(8, 0, 0), (4, 4, 0), (2, 0, 4), (1, 4, 4)]
        .into_iter()
        .filter(|(bit, ..)| mask & bit != 0)
        .map(|(_, left, top)| eighths(left, top, 4, 4))
        .collect()
}

fn dots(mask: u8) -> Vec<[f32; 4]> {
    const PLACES: [(f32, f32); 8] =
        [(0.0, 0.0), (0.0, 1.0), (0.0, 2.0), (1.0, 0.0), (1.0, 1.0), (1.0, 2.0), (0.0, 3.0), (1.0, 3.0)];
    let lit = PLACES.iter().enumerate().filter(|(bit, _)| mask & (1 << bit) != 0);
    lit.map(|(_, (x, y))| [1.25 + 4.5 * x, 1.25 + 4.5 * y, 2.0, 2.0]).collect()
}
