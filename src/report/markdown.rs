use std::fmt::Write;

use super::page::{Block, Grid, Page};
use crate::text::visible;

/// The page as Markdown (GitHub's, for its tables). No text of the case is taken for markup, a link or HTML.
pub(super) fn markdown(page: &Page) -> String {
    let mut text = String::new();
    let mut listing = false;
    for block in page.blocks() {
        let item = matches!(block, Block::Item(..));
        let goes_on = listing && item;
        if !text.is_empty() && !goes_on {
            text.push('\n');
        }
        listing = item;
        let _ = match block {
            Block::Title(words) => writeln!(text, "# {}", escaped(words)),
            Block::Section(words) => writeln!(text, "## {}", escaped(words)),
            Block::Topic(words) => writeln!(text, "### {}", escaped(words)),
            Block::Paragraph(words) => writeln!(text, "{}", escaped(words)),
            Block::Item(depth, words) => writeln!(text, "{}- {}", "  ".repeat(*depth), escaped(words)),
            Block::Grid(grid) => {
                text.push_str(&table(grid));
                Ok(())
            }
            Block::Notice(words) => writeln!(text, "> **{}**", escaped(words)),
            Block::Note(words) => writeln!(text, "*{}*", escaped(words)),
            Block::Pairs(pairs) => pairs.iter().try_for_each(|(name, said)| match name.as_str() {
                "" => writeln!(text, "  - {}", escaped(said)),
                name => writeln!(text, "- **{}** {}", escaped(name), escaped(said)),
            }),
            Block::Curves(curves) => curves.iter().try_for_each(|curve| {
                let aims = curve.aims_said();
                let aims = if aims.is_empty() { aims } else { format!(" ({})", escaped(&aims)) };
                writeln!(text, "- **{}** {}{aims}", escaped(&curve.title), escaped(&curve.said()))
            }),
            Block::Codes(codes) => codes.iter().try_for_each(|code| {
                writeln!(text, "- **{}** {}: <{}>", escaped(&code.name), escaped(&code.purpose), code.link)
            }),
            Block::Blank(what) => writeln!(text, "{} {}\n", escaped(what), "\\_".repeat(super::plain::BLANK)),
        };
    }
    text
}

fn table(grid: &Grid) -> String {
    let row = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| cell_text(cell)).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let rule = format!("|{}\n", " --- |".repeat(grid.head.len()));
    std::iter::once(row(&grid.head)).chain([rule]).chain(grid.rows.iter().map(|cells| row(cells))).collect()
}

/// The lines of a cell; a row of a table is one line of the file.
fn cell_text(cell: &str) -> String {
    cell.split('\n').map(escaped).collect::<Vec<_>>().join("<br>")
}

/// The text with everything that Markdown, HTML or a viewer's own shorthand would obey made plain.
fn escaped(text: &str) -> String {
    let shown = visible(text);
    let shown = shown.trim();
    let mut safe = String::with_capacity(shown.len() + 16);
    let mut before = '\n';
    let numbers = shown.chars().take_while(char::is_ascii_digit).count();
    for (place, c) in shown.chars().enumerate() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            _ if is_markup(c) || is_markup_here(c, place, numbers, before) => safe.extend(['\\', c]),
            _ => safe.push(c),
        }
        before = c;
    }
    safe
}

fn is_markup(c: char) -> bool {
    matches!(c, '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '|' | '~' | '$' | '^' | '@' | '!')
}

/// A list's mark or a rule at the beginning, the slash of an address, the point of `www.`.
fn is_markup_here(c: char, place: usize, numbers: usize, before: char) -> bool {
    match c {
        '-' | '+' | '=' => place == 0,
        '.' | ')' => place > 0 && place == numbers || c == '.' && matches!(before, 'w' | 'W'),
        '/' => before == ':',
        _ => false,
    }
}
