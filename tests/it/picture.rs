//! What a buffer shows, as text to compare: the letters, and under them a letter for each cell's style.

use std::fmt::Write;

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

/// The rows of the buffer, then the styles of each row (`.` is no style), then what each letter stands for.
pub fn picture(buffer: &Buffer) -> String {
    let mut legend: Vec<Style> = Vec::new();
    let mut styles = String::new();
    for y in buffer.area.top()..buffer.area.bottom() {
        let row = buffer.area.left()..buffer.area.right();
        let marks: String = row.map(|x| letter(buffer[(x, y)].style(), &mut legend)).collect();
        writeln!(styles, "{}", marks.trim_end_matches('.')).unwrap();
    }
    let mut meanings = String::new();
    for style in &legend {
        writeln!(meanings, "{} {}", letter(*style, &mut legend.clone()), described(*style)).unwrap();
    }
    format!("{}-- styles\n{styles}-- legend\n{meanings}", letters(buffer))
}

/// The rows of the buffer alone.
pub fn letters(buffer: &Buffer) -> String {
    let mut text = String::new();
    for y in buffer.area.top()..buffer.area.bottom() {
        let mut line = String::new();
        let mut covered = 0;
        for x in buffer.area.left()..buffer.area.right() {
            let symbol = buffer[(x, y)].symbol();
            if covered == 0 {
                line.push_str(symbol);
                covered = unicode_width::UnicodeWidthStr::width(symbol);
            }
            covered = covered.saturating_sub(1);
        }
        writeln!(text, "{}", line.trim_end_matches(' ')).unwrap();
    }
    text
}

fn letter(style: Style, legend: &mut Vec<Style>) -> char {
    let bare = |colour: Option<Color>| matches!(colour, None | Some(Color::Reset));
    if bare(style.fg) && bare(style.bg) && style.add_modifier.is_empty() {
        return '.';
    }
    let index = legend.iter().position(|known| *known == style).unwrap_or_else(|| {
        legend.push(style);
        legend.len() - 1
    });
    char::from(b'a' + u8::try_from(index).unwrap())
}

fn described(style: Style) -> String {
    let mut words = Vec::new();
    if let Some(colour) = style.fg.filter(|colour| *colour != Color::Reset) {
        words.push(colour.to_string());
    }
    if let Some(colour) = style.bg.filter(|colour| *colour != Color::Reset) {
        words.push(format!("on {colour}"));
    }
    for (modifier, name) in [
        (Modifier::BOLD, "bold"),
        (Modifier::DIM, "dim"),
        (Modifier::ITALIC, "italic"),
        (Modifier::UNDERLINED, "underline"),
        (Modifier::REVERSED, "reverse"),
    ] {
        if style.add_modifier.contains(modifier) {
            words.push(name.to_owned());
        }
    }
    words.join(" ")
}
