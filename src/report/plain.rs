use unicode_width::UnicodeWidthStr;

use super::page::{Block, Grid, Page};
use crate::text::{Lang, visible, words};

/// Columns of a terminal that is not wide.
pub(super) const COLUMNS: usize = 80;
/// Letters of a line to write on.
pub(super) const BLANK: usize = 30;

/// The page as text of at most 80 columns: no escape sequence, nothing a terminal would obey.
pub(super) fn plain(page: &Page, lang: Lang) -> String {
    let colon = words(lang).report.colon;
    let mut text = String::new();
    for block in page.blocks() {
        match block {
            Block::Title(title) => underlined(&mut text, title, '='),
            Block::Section(title) => {
                text.push('\n');
                underlined(&mut text, title, '-');
            }
            Block::Topic(title) => {
                text.push('\n');
                lines(&mut text, title, 0, 2);
            }
            Block::Paragraph(said) | Block::Note(said) => lines(&mut text, said, 0, 0),
            Block::Item(depth, said) => lines(&mut text, said, 2 + 2 * depth, 4 + 2 * depth),
            Block::Grid(rows) => grid(&mut text, rows, colon),
            Block::Notice(said) => {
                text.push('\n');
                lines(&mut text, &format!("⚠ {said}"), 0, 2);
            }
            Block::Pairs(pairs) => {
                for (name, said) in pairs {
                    match name.as_str() {
                        "" => lines(&mut text, said, 4, 6),
                        name => lines(&mut text, &format!("{name}{colon}{said}"), 2, 4),
                    }
                }
            }
            Block::Curves(curves) => {
                for curve in curves {
                    lines(&mut text, &format!("{}{colon}{}", curve.title, curve.said()), 2, 4);
                    lines(&mut text, &curve.aims_said(), 4, 6);
                }
            }
            Block::Codes(codes) => {
                for code in codes {
                    lines(&mut text, &format!("{}{colon}{}", code.name, code.purpose), 2, 4);
                    lines(&mut text, &code.address, 4, 4);
                }
            }
            Block::Blank(what) => lines(&mut text, &format!("{what} {}", "_".repeat(BLANK)), 2, 4),
        }
    }
    text
}

fn underlined(text: &mut String, title: &str, with: char) {
    let wrapped = wrap(&visible(title), COLUMNS);
    let widest = wrapped.iter().map(|line| line.width()).max().unwrap_or_default();
    for line in wrapped {
        push(text, 0, &line);
    }
    push(text, 0, &with.to_string().repeat(widest));
}

/// The words, wrapped: the first line begins at `first`, the others at `rest`.
fn lines(text: &mut String, words: &str, first: usize, rest: usize) {
    let shown = visible(words);
    // The first line is as long as the others, so that wrapping needs to know only one width.
    let room = COLUMNS.saturating_sub(rest.max(first));
    for (place, line) in wrap(&shown, room).iter().enumerate() {
        push(text, if place == 0 { first } else { rest }, line);
    }
}

fn push(text: &mut String, indent: usize, line: &str) {
    text.extend(std::iter::repeat_n(' ', indent));
    text.push_str(line.trim_end());
    text.push('\n');
}

/// Columns as wide as their widest cell; where they do not fit, each row is a list of its cells.
fn grid(text: &mut String, grid: &Grid, colon: &str) {
    let all = || std::iter::once(&grid.head).chain(&grid.rows);
    let width = |column: usize| all().filter_map(|row| row.get(column)).map(|cell| visible(cell).width()).max();
    let widths: Vec<usize> = (0..grid.head.len()).filter_map(width).collect();
    let total: usize = widths.iter().map(|width| width + GAP).sum();
    if total > COLUMNS {
        return stacked(text, grid, colon);
    }
    for row in all() {
        let cells = row.iter().zip(&widths).map(|(cell, width)| padded(&visible(cell), *width));
        push(text, 2, &cells.collect::<Vec<_>>().join(&" ".repeat(GAP)));
    }
}

const GAP: usize = 2;

fn stacked(text: &mut String, grid: &Grid, colon: &str) {
    for row in &grid.rows {
        for (place, (name, cell)) in grid.head.iter().zip(row).filter(|(_, cell)| !cell.is_empty()).enumerate() {
            let indent = if place == 0 { 2 } else { 4 };
            lines(text, &format!("{name}{colon}{cell}"), indent, indent + 2);
        }
    }
}

pub(super) fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

/// Lines of at most this width, broken at spaces; a word that is wider stands alone, whole.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        if !line.is_empty() && line.width() + 1 + word.width() > width {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}
