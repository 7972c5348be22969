//! A terminal's screen as a drawing: what stands in each cell, with its colours and weight.

use std::fmt::Write;
use std::ops::Range;

use vt100::{Cell, Color, Screen};

use super::glyphs::{CELL, Drawn, drawn};

/// Where the letters of a row stand on, from the row's top.
const BASELINE: f32 = 13.5;
/// What the terminal itself has behind the letters, and the letters' own colour.
const GROUND: &str = "#14181f";
const INK: &str = "#dde3ea";
/// Around the screen.
const MARGIN: f32 = 12.0;

/// How a cell looks.
#[derive(Clone, PartialEq)]
struct Style {
    ink: String,
    ground: String,
    classes: String,
    is_underlined: bool,
}

impl Style {
    fn of(cell: &Cell) -> Self {
        let (mut ink, mut ground) = (colour(cell.fgcolor(), INK), colour(cell.bgcolor(), GROUND));
        if cell.inverse() {
            std::mem::swap(&mut ink, &mut ground);
        }
        let marks = [(cell.bold(), 'b'), (cell.italic(), 'i'), (cell.underline(), 'u'), (cell.dim(), 'd')].into_iter();
        let classes: Vec<String> = marks.filter(|(is_on, _)| *is_on).map(|(_, mark)| mark.to_string()).collect();
        Self { ink, ground, classes: classes.join(" "), is_underlined: cell.underline() }
    }

    fn attributes(&self) -> String {
        let ink = if self.ink == INK { String::new() } else { format!(" fill=\"{}\"", self.ink) };
        if self.classes.is_empty() { ink } else { format!("{ink} class=\"{}\"", self.classes) }
    }
}

fn colour(colour: Color, otherwise: &str) -> String {
    match colour {
        Color::Default => otherwise.to_owned(),
        Color::Rgb(red, green, blue) => format!("#{red:02x}{green:02x}{blue:02x}"),
        Color::Idx(index) => {
            panic!("the pictures are made from 24-bit colours, and here is colour {index} of the palette")
        }
    }
}

/// The whole screen: grounds, then what is drawn, then what is written.
pub fn frame(screen: &Screen) -> String {
    let (rows, columns) = screen.size();
    let mut out = String::new();
    for row in 0..rows {
        let cells: Vec<(Style, String)> = (0..columns)
            .filter_map(|column| screen.cell(row, column))
            .map(|cell| (Style::of(cell), cell.contents().to_owned()))
            .collect();
        let top = f32::from(row) * CELL.1;
        grounds(&cells, top, &mut out);
        drawings(&cells, top, &mut out);
        writings(&cells, top, &mut out);
    }
    if !screen.hide_cursor() {
        let (row, column) = screen.cursor_position();
        let (x, y) = (f32::from(column) * CELL.0, f32::from(row) * CELL.1);
        writeln!(out, "<rect x=\"{x}\" y=\"{y}\" width=\"2\" height=\"{}\"/>", CELL.1).unwrap();
    }
    out
}

fn left(column: usize) -> f32 {
    f32::from(u16::try_from(column).unwrap()) * CELL.0
}

fn grounds(cells: &[(Style, String)], top: f32, out: &mut String) {
    let mut column = 0;
    for run in cells.chunk_by(|(a, _), (b, _)| a.ground == b.ground) {
        let ground = &run[0].0.ground;
        if ground != GROUND {
            let (x, width) = (left(column), left(run.len()));
            writeln!(out, "<path fill=\"{ground}\" d=\"M{x} {top}h{width}v{}h-{width}z\"/>", CELL.1).unwrap();
        }
        column += run.len();
    }
}

fn drawing(text: &str) -> Option<Drawn> {
    text.chars().next().and_then(drawn)
}

/// Rectangles of one colour and opacity in one path; those that touch are one.
fn drawings(cells: &[(Style, String)], top: f32, out: &mut String) {
    let mut column = 0;
    let look = |(style, text): &(Style, String)| drawing(text).map(|drawn| (style.ink.clone(), drawn.opacity));
    for run in cells.chunk_by(|a, b| look(a) == look(b)) {
        if let Some((ink, opacity)) = look(&run[0]) {
            let mut rects: Vec<[f32; 4]> = Vec::new();
            for (index, (_, text)) in run.iter().enumerate() {
                for [x, y, width, height] in drawing(text).into_iter().flat_map(|drawn| drawn.rects) {
                    let x = x + left(column + index);
                    match rects.last_mut() {
                        Some(last) if (last[1], last[3]) == (y, height) && (last[0] + last[2] - x).abs() < 0.01 => {
                            last[2] += width;
                        }
                        _ => rects.push([x, y, width, height]),
                    }
                }
            }
            let shade = if opacity < 1.0 { format!(" opacity=\"{opacity}\"") } else { String::new() };
            write!(out, "<path fill=\"{ink}\"{shade} d=\"").unwrap();
            for [x, y, width, height] in rects {
                write!(out, "M{x} {}h{width}v{height}h-{width}z", top + y).unwrap();
            }
            out.push_str("\"/>\n");
        }
        column += run.len();
    }
}

/// Whether every monospaced font has the character in its own width; the others are fitted into their cell one by one.
fn is_plain(text: &str) -> bool {
    text.is_empty() || text.chars().all(|character| character < '\u{180}' || "–—…‘’“”".contains(character))
}

fn writings(cells: &[(Style, String)], top: f32, out: &mut String) {
    let mut column = 0;
    let same = |(a, left): &(Style, String), (b, right): &(Style, String)| {
        (&a.ink, &a.classes) == (&b.ink, &b.classes) && is_plain(left) && is_plain(right)
    };
    for run in cells.chunk_by(same) {
        let start = column;
        column += run.len();
        if drawing(&run[0].1).is_some() {
            continue;
        }
        for piece in pieces(run) {
            let written: String = run[piece.clone()].iter().map(|(_, text)| letter(text)).collect();
            let (x, y, width) = (left(start + piece.start), top + BASELINE, left(piece.len()));
            let fit = if is_plain(&written) { "" } else { " lengthAdjust=\"spacingAndGlyphs\"" };
            let (look, text) = (run[0].0.attributes(), escaped(&written));
            writeln!(out, "<text x=\"{x}\" y=\"{y}\" textLength=\"{width}\"{fit}{look}>{text}</text>").unwrap();
        }
    }
}

fn letter(text: &str) -> &str {
    if text.is_empty() { " " } else { text }
}

/// What is to be written of a run: two blanks end a piece, so that columns begin where they do in any font.
fn pieces(run: &[(Style, String)]) -> Vec<Range<usize>> {
    let is_blank = |index: &usize| {
        run.get(*index).is_none_or(|(style, text)| letter(text).trim().is_empty() && !style.is_underlined)
    };
    let mut found = Vec::new();
    let mut end = 0;
    while let Some(start) = (end..run.len()).find(|index| !is_blank(index)) {
        end = (start..run.len()).find(|index| is_blank(index) && is_blank(&(index + 1))).unwrap_or(run.len());
        found.push(start..end);
    }
    found
}

pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A whole file around what is drawn: a screen of so many columns and rows, with more room beneath and rules of its own.
pub fn document(title: &str, (columns, rows): (u16, u16), beneath: f32, rules: &str, inside: &str) -> String {
    let width = f32::from(columns) * CELL.0 + 2.0 * MARGIN;
    let height = f32::from(rows) * CELL.1 + 2.0 * MARGIN + beneath;
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" xml:space="preserve">
<title>{title}</title>
<style>text{{white-space:pre;font-variant-emoji:text}}.b{{font-weight:700}}.i{{font-style:italic}}.u{{text-decoration:underline}}.d{{opacity:.6}}path{{shape-rendering:crispEdges}}{rules}</style>
<rect width="100%" height="100%" rx="8" fill="{GROUND}"/>
<g transform="translate({MARGIN} {MARGIN})" fill="{INK}" font-size="15" font-family="ui-monospace,'SF Mono',Menlo,'Cascadia Mono',Consolas,'DejaVu Sans Mono','Liberation Mono',monospace">
{inside}</g>
</svg>
"#,
        title = escaped(title)
    )
}
