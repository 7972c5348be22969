//! The document as Word: real headings, real tables, its state on top and its page number at the foot of every page.

use std::io::Cursor;

use docx_rs::{
    AlignmentType, Docx, Footer, Header, LineSpacing, NumPages, PageMargin, PageNum, Paragraph, Pic, Run, RunFonts,
    Shading, SpecialIndentType, Style, StyleType, Table, TableBorder, TableBorderPosition, TableBorders, TableCell,
    TableLayoutType, TableRow, WidthType,
};

use super::super::page::{Block, Code, Curve, Grid};
use super::super::qr::Matrix;
use super::{Document, Unmade};
use crate::text::visible;

/// Twentieths of a point across the text of an A4 page with 15 mm margins.
const ACROSS: usize = 10_205;
/// Pixels of a module of a code.
const PIXELS: usize = 6;
/// Side of a code, in English metric units: 28 mm.
const CODE: u32 = 28 * 36_000;

/// The document as a Word file.
pub(super) fn docx(document: &Document) -> Result<Vec<u8>, Unmade> {
    // The library counts paragraphs on from the last document of this thread; to print an empty one begins anew.
    let _ = Docx::new().json();
    let size = half_points(document, 1.0);
    let at = document.at.format("%Y-%m-%dT%H:%M:%SZ").to_string();
    let margin = PageMargin { top: 1000, left: 850, bottom: 900, right: 850, header: 500, footer: 450, gutter: 0 };
    let heading = |level: usize, scale: f32| {
        Style::new(format!("Heading{level}"), StyleType::Paragraph)
            .name(format!("heading {level}"))
            .size(half_points(document, scale))
            .bold()
            .outline_lvl(level - 1)
    };
    let mut file = Docx::new()
        .created_at(&at)
        .updated_at(&at)
        .page_size(11_906, 16_838)
        .page_margin(margin)
        .default_fonts(RunFonts::new().ascii("Arial").hi_ansi("Arial").cs("Arial"))
        .default_size(size)
        .add_style(heading(1, 1.75))
        .add_style(heading(2, 1.2))
        .add_style(heading(3, 1.0))
        .header(header(document))
        .footer(footer(document));
    let writer = Writer { document };
    for block in document.page.blocks() {
        file = writer.block(file, block)?;
    }
    let mut bytes = Cursor::new(Vec::new());
    file.pack(&mut bytes).map_err(|error| Unmade::Word(error.to_string()))?;
    Ok(bytes.into_inner())
}

/// The size of running text times this, as Word counts.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few dozen half points")]
fn half_points(document: &Document, scale: f32) -> usize {
    (document.letters.points() * 2.0 * scale).round() as usize
}

/// A text as Word may have it: nothing hidden or reversed, and no character that XML forbids.
fn plain(text: &str) -> String {
    visible(text).chars().filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}')).collect()
}

fn run(text: &str) -> Run {
    Run::new().add_text(plain(text))
}

/// Close under what stands above.
fn close() -> LineSpacing {
    LineSpacing::new().before(0).after(40)
}

fn paragraph(text: &str) -> Paragraph {
    Paragraph::new().line_spacing(close()).add_run(run(text))
}

fn header(document: &Document) -> Header {
    let caution = document.caution.as_ref().map(|words| format!("{words} · ")).unwrap_or_default();
    let name = Run::new().add_text(plain(&format!("{caution}{}", document.name))).bold().size(15);
    let stamp = Run::new().add_text(plain(&format!(" · {}", document.stamp))).size(15);
    Header::new().add_paragraph(Paragraph::new().add_run(name).add_run(stamp))
}

fn footer(document: &Document) -> Footer {
    let foot = Run::new().add_text(plain(&format!("{} · ", document.foot))).size(14);
    let slash = Run::new().add_text("/").size(14);
    let line = Paragraph::new().align(AlignmentType::Right).add_run(foot);
    Footer::new().add_paragraph(line.add_page_num(PageNum::new()).add_run(slash).add_num_pages(NumPages::new()))
}

struct Writer<'a> {
    document: &'a Document,
}

impl Writer<'_> {
    fn block(&self, file: Docx, block: &Block) -> Result<Docx, Unmade> {
        let heading = |level: usize, text: &str| {
            let above = LineSpacing::new().before(if level == 1 { 0 } else { 140 }).after(40);
            Paragraph::new().style(&format!("Heading{level}")).keep_next(true).line_spacing(above).add_run(run(text))
        };
        Ok(match block {
            Block::Title(text) => file.add_paragraph(heading(1, text)),
            Block::Section(text) => file.add_paragraph(heading(2, text)),
            Block::Topic(text) => file.add_paragraph(heading(3, text)),
            Block::Paragraph(text) => file.add_paragraph(paragraph(text)),
            Block::Note(text) => file.add_paragraph(
                Paragraph::new().line_spacing(close()).add_run(run(text).size(half_points(self.document, 0.85))),
            ),
            Block::Notice(text) => file.add_table(notice(text)),
            Block::Item(depth, text) => file.add_paragraph(item(*depth, text)),
            Block::Grid(grid) => file
                .add_table(table(grid, half_points(self.document, 1.0)))
                .add_paragraph(Paragraph::new().line_spacing(close())),
            Block::Pairs(pairs) => file.add_table(self::pairs(pairs)).add_paragraph(gap()),
            Block::Curves(curves) => curves.iter().fold(file, |file, curve| file.add_paragraph(values(curve))),
            Block::Codes(codes) => (1..)
                .zip(codes)
                .try_fold(file, |file, (number, code)| Ok::<_, Unmade>(file.add_table(self::code(code, number)?)))?,
            Block::Blank(what) => file.add_paragraph(paragraph(&format!("{what} {}", "_".repeat(50)))),
        })
    }
}

/// A thin empty line.
fn gap() -> Paragraph {
    Paragraph::new().line_spacing(close()).add_run(Run::new().size(4))
}

fn item(depth: usize, text: &str) -> Paragraph {
    let said = if super::numbered(text).is_some() { text.to_owned() } else { format!("•\u{a0}{text}") };
    let left = i32::try_from(depth).unwrap_or(3) * 240 + 240;
    paragraph(&said).indent(Some(left), Some(SpecialIndentType::Hanging(240)), None, None)
}

fn border(position: TableBorderPosition) -> TableBorder {
    TableBorder::new(position).size(4).color("999999")
}

fn cell(text: &str, is_bold: bool, width: usize) -> TableCell {
    let mut cell = TableCell::new().width(width, WidthType::Dxa);
    for line in text.split('\n') {
        let said = if is_bold { run(line).bold() } else { run(line) };
        cell = cell.add_paragraph(Paragraph::new().line_spacing(LineSpacing::new().before(0).after(0)).add_run(said));
    }
    cell
}

/// A letter is taken for as wide as six tenths of its size.
fn table(grid: &Grid, half_points: usize) -> Table {
    let widths = widths(grid, half_points * 6);
    let row = |cells: &[String], is_head: bool| {
        let one = |(place, (text, width)): (usize, (&String, &usize))| {
            let cell = cell(text, is_head || place == 0, *width);
            if is_head { cell.shading(Shading::new().fill("E8E8E8")) } else { cell }
        };
        TableRow::new(cells.iter().zip(&widths).enumerate().map(one).collect()).cant_split()
    };
    let rows = std::iter::once(row(&grid.head, true)).chain(grid.rows.iter().map(|cells| row(cells, false)));
    let borders = TableBorders::new()
        .set(border(TableBorderPosition::Top))
        .set(border(TableBorderPosition::Bottom))
        .set(border(TableBorderPosition::InsideH));
    Table::without_borders(rows.collect())
        .set_borders(borders)
        .set_grid(widths.clone())
        .layout(TableLayoutType::Fixed)
        .width(ACROSS, WidthType::Dxa)
}

/// Columns by how much text they hold, none under its longest word.
fn widths(grid: &Grid, letter: usize) -> Vec<usize> {
    let cells = |place: usize| std::iter::once(&grid.head).chain(&grid.rows).filter_map(move |row| row.get(place));
    let longest = |place| cells(place).map(|cell| cell.chars().count().min(90)).max().unwrap_or(1).max(6);
    let word = |cell: &String| cell.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(1);
    let least = |place| (cells(place).map(word).max().unwrap_or(1) * letter + 240).min(ACROSS * 3 / 10);
    let shares: Vec<usize> = (0..grid.head.len()).map(longest).collect();
    let least: Vec<usize> = (0..grid.head.len()).map(least).collect();
    let (all, needed): (usize, usize) = (shares.iter().sum(), least.iter().sum());
    let rest = ACROSS.saturating_sub(needed);
    shares.iter().zip(least).map(|(share, least)| least + rest * share / all.max(1)).collect()
}

/// Names in bold on the left; no lines.
fn pairs(pairs: &[(String, String)]) -> Table {
    let name = ACROSS / 5;
    let row = |(named, said): &(String, String)| {
        TableRow::new(vec![cell(named, true, name), cell(said, false, ACROSS - name)]).cant_split()
    };
    Table::without_borders(pairs.iter().map(row).collect())
        .set_grid(vec![name, ACROSS - name])
        .layout(TableLayoutType::Fixed)
        .width(ACROSS, WidthType::Dxa)
}

/// A box around what must not be overlooked.
fn notice(text: &str) -> Table {
    let row = TableRow::new(vec![cell(text, true, ACROSS)]).cant_split();
    Table::new(vec![row]).set_grid(vec![ACROSS]).width(ACROSS, WidthType::Dxa)
}

/// A curve as its values.
fn values(curve: &Curve) -> Paragraph {
    let aims = curve.aims_said();
    let aims = if aims.is_empty() { aims } else { format!(" ({aims})") };
    let said = format!(" {}{aims}", curve.said());
    Paragraph::new().line_spacing(close()).add_run(run(&curve.title).bold()).add_run(run(&said))
}

/// The picture has a number of the document's own: the library would count on from the document before.
fn code(code: &Code, number: usize) -> Result<Table, Unmade> {
    let Some(matrix) = Matrix::of(&code.link) else { return Ok(Table::new(Vec::new())) };
    let side = u32::try_from(matrix.side() * PIXELS).unwrap_or(u32::MAX);
    let mut picture = Pic::new_with_dimensions(picture(&matrix)?, side, side).size(CODE, CODE);
    picture.id = format!("rIdImage{number}");
    let drawn = TableCell::new()
        .width(ACROSS / 5, WidthType::Dxa)
        .add_paragraph(Paragraph::new().add_run(Run::new().add_image(picture)));
    let said = format!("{}\n{}\n{}", code.name, code.purpose, code.address);
    let row = TableRow::new(vec![drawn, cell(&said, false, ACROSS - ACROSS / 5)]).cant_split();
    Ok(Table::without_borders(vec![row]).set_grid(vec![ACROSS / 5, ACROSS - ACROSS / 5]).width(ACROSS, WidthType::Dxa))
}

/// The squares as a picture.
fn picture(matrix: &Matrix) -> Result<Vec<u8>, Unmade> {
    let side = matrix.side() * PIXELS;
    let shade = |at: usize| if matrix.is_dark(at / side / PIXELS, at % side / PIXELS) { 0 } else { 255 };
    let pixels: Vec<u8> = (0..side * side).map(shade).collect();
    let mut bytes = Vec::new();
    let length = u32::try_from(side).unwrap_or(u32::MAX);
    let mut encoder = png::Encoder::new(&mut bytes, length, length);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    let written = encoder.write_header().and_then(|mut writer| writer.write_image_data(&pixels));
    written.map_err(|error| Unmade::Word(error.to_string()))?;
    Ok(bytes)
}
