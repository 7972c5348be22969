use std::fmt::Write;

use super::super::page::{Block, Code, Curve, Grid};
use super::super::qr::Matrix;
use super::Document;
use super::chart::{Chart, Stroke};
use crate::text::{Lang, visible};

/// Width and height of a curve, in points.
const CURVE: (f32, f32) = (250.0, 92.0);

/// One file that needs no other: no script, nothing fetched; paper has its own rules.
pub(super) fn html(document: &Document) -> String {
    let mut text = String::new();
    let lang = document.lang.code();
    let title = escaped(&document.name);
    let _ = write!(
        text,
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>\n{}</style>\n</head>\n<body>\n<header>",
        style(document)
    );
    let _ = write!(text, "<span>{title}</span>");
    if let Some(caution) = &document.caution {
        let _ = write!(text, "<strong>{}</strong>", escaped(caution));
    }
    let _ = writeln!(text, "<span>{}</span></header>\n<main>", escaped(&document.stamp));
    let mut listing = None;
    for block in document.page.blocks() {
        listing = list(&mut text, listing, block);
        self::block(&mut text, block, document.lang);
    }
    close(&mut text, listing);
    let _ = writeln!(text, "</main>\n<footer>{}</footer>\n</body>\n</html>", escaped(&document.foot));
    text
}

/// Opens and closes the lists around items; tells how deep the open one is.
fn list(text: &mut String, open: Option<usize>, block: &Block) -> Option<usize> {
    match (open, block) {
        (None, Block::Item(..)) => {
            text.push_str("<ul>\n");
            Some(0)
        }
        (open, Block::Item(..)) => open,
        (open, _) => {
            close(text, open);
            None
        }
    }
}

fn close(text: &mut String, open: Option<usize>) {
    if open.is_some() {
        text.push_str("</ul>\n");
    }
}

fn block(text: &mut String, block: &Block, lang: Lang) {
    let _ = match block {
        Block::Title(words) => writeln!(text, "<h1>{}</h1>", escaped(words)),
        Block::Section(words) => writeln!(text, "<h2>{}</h2>", escaped(words)),
        Block::Topic(words) => writeln!(text, "<h3>{}</h3>", escaped(words)),
        Block::Paragraph(words) => writeln!(text, "<p>{}</p>", escaped(words)),
        Block::Note(words) => writeln!(text, "<p class=\"note\">{}</p>", escaped(words)),
        Block::Notice(words) => writeln!(text, "<p class=\"notice\" role=\"note\">{}</p>", escaped(words)),
        Block::Item(depth, words) => {
            let numbered = if super::numbered(words).is_some() { " n" } else { "" };
            writeln!(text, "<li class=\"d{}{numbered}\">{}</li>", depth.min(&3), escaped(words))
        }
        Block::Grid(grid) => {
            table(text, grid);
            Ok(())
        }
        Block::Pairs(pairs) => {
            text.push_str("<dl>\n");
            for (name, said) in pairs {
                let _ = writeln!(text, "<dt>{}</dt><dd>{}</dd>", escaped(name), escaped(said));
            }
            writeln!(text, "</dl>")
        }
        Block::Curves(curves) => {
            text.push_str("<div class=\"curves\">\n");
            for curve in curves {
                figure(text, curve, lang);
            }
            writeln!(text, "</div>")
        }
        Block::Codes(codes) => {
            text.push_str("<div class=\"codes\">\n");
            for code in codes {
                self::code(text, code);
            }
            writeln!(text, "</div>")
        }
        Block::Blank(what) => writeln!(text, "<p class=\"blank\"><span>{}</span><i></i></p>", escaped(what)),
    };
}

fn table(text: &mut String, grid: &Grid) {
    text.push_str("<table>\n<thead><tr>");
    for name in &grid.head {
        let _ = write!(text, "<th scope=\"col\">{}</th>", escaped(name));
    }
    text.push_str("</tr></thead>\n<tbody>\n");
    for row in &grid.rows {
        text.push_str("<tr>");
        for (place, cell) in row.iter().enumerate() {
            let lines: Vec<String> = cell.split('\n').map(escaped).collect();
            let said = lines.join("<br>");
            let _ = if place == 0 {
                write!(text, "<th scope=\"row\">{said}</th>")
            } else {
                write!(text, "<td>{said}</td>")
            };
        }
        text.push_str("</tr>\n");
    }
    text.push_str("</tbody>\n</table>\n");
}

fn figure(text: &mut String, curve: &Curve, lang: Lang) {
    let Some(chart) = Chart::of(curve, CURVE, lang) else { return };
    let (width, height) = CURVE;
    let _ = write!(
        text,
        "<figure><figcaption>{}</figcaption><svg viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{}\">",
        escaped(&curve.title),
        escaped(&format!("{} {}", curve.said(), curve.aims_said()))
    );
    for line in &chart.lines {
        let points: Vec<String> = line.points.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
        let class = match line.stroke {
            Stroke::Axis => "axis",
            Stroke::Aim => "aim",
            Stroke::Value => "value",
        };
        let _ = write!(text, "<polyline class=\"{class}\" points=\"{}\"/>", points.join(" "));
    }
    for (x, y) in &chart.dots {
        let _ = write!(text, "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"1.8\"/>");
    }
    for label in &chart.labels {
        let anchor = if label.is_right { "end" } else { "start" };
        let weight = if label.is_bold { " font-weight=\"bold\"" } else { "" };
        let _ = write!(
            text,
            "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"{anchor}\"{weight}>{}</text>",
            label.x,
            label.y,
            escaped(&label.text)
        );
    }
    text.push_str("</svg></figure>\n");
}

fn code(text: &mut String, code: &Code) {
    let Some(matrix) = Matrix::of(&code.link) else { return };
    let side = matrix.side();
    let mut path = String::new();
    for (y, x, length) in matrix.runs() {
        let _ = write!(path, "M{x} {y}h{length}v1h-{length}z");
    }
    let _ = writeln!(
        text,
        "<div><svg viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\" role=\"img\" aria-label=\"QR\"><rect width=\"{side}\" \
         height=\"{side}\" fill=\"#fff\"/><path d=\"{path}\"/></svg><p><b>{}</b><br>{}<br><a href=\"{}\">{}</a></p></div>",
        escaped(&code.name),
        escaped(&code.purpose),
        escaped(&code.link),
        escaped(&code.address)
    );
}

/// The text with everything that HTML would obey made plain, and what would hide or reverse it made visible.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 16);
    for c in visible(text).chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            _ => safe.push(c),
        }
    }
    safe
}

/// A text as a string of a style sheet: only letters, digits and what cannot end it.
fn quoted(text: &str) -> String {
    let safe = |c: char| c.is_alphanumeric() || " ·.,-/()':–\u{a0}".contains(c);
    visible(text).chars().map(|c| if safe(c) { c } else { ' ' }).collect()
}

fn style(document: &Document) -> String {
    let caution = document.caution.as_deref().map(|words| format!("{} · ", quoted(words))).unwrap_or_default();
    let points = document.letters.points();
    // Where a browser knows margin boxes, every page carries its name, its state and its number.
    format!(
        "@page {{ size: A4; margin: 16mm 15mm 15mm;\n @top-left {{ content: \"{caution}{name}\"; font: bold 7.5pt sans-serif }}\n \
         @top-right {{ content: \"{stamp}\"; font: 7.5pt sans-serif }}\n @bottom-left {{ content: \"{foot}\"; font: 6.5pt sans-serif }}\n \
         @bottom-right {{ content: counter(page) \"/\" counter(pages); font: 7.5pt sans-serif }} }}\n\
         body {{ font: {points}pt/1.35 \"DejaVu Sans Condensed\", \"Segoe UI\", Arial, sans-serif; color: #000; background: #fff; \
         max-width: 48em; margin: 1em auto; padding: 0 1em; overflow-wrap: anywhere }}\n{STYLE}",
        name = quoted(&document.name),
        stamp = quoted(&document.stamp),
        foot = quoted(&document.foot),
    )
}

const STYLE: &str = "\
header, footer { display: flex; flex-wrap: wrap; gap: .2em 1.5em; justify-content: space-between; font-size: .85em; color: #333 }
header strong { color: #000; border: 1px solid; padding: 0 .4em }
h1 { font-size: 1.6em; line-height: 1.2; margin: .5em 0 .3em }
h2 { font-size: 1.15em; margin: .9em 0 .25em; border-bottom: 1px solid #888; break-after: avoid }
h3 { font-size: 1em; margin: .6em 0 .1em; break-after: avoid }
p { margin: .25em 0 }
ul { margin: .2em 0; padding-left: 1.3em }
li { break-inside: avoid } li.n { list-style: none; margin-left: -1.1em } li.d1 { margin-left: 1.2em } li.d2 { margin-left: 2.4em } li.d3 { margin-left: 3.6em }
.note { font-size: .85em; color: #333 }
.notice { font-weight: bold; border: 2px solid; padding: .3em .6em; margin: .4em 0 }
dl { display: grid; grid-template-columns: minmax(6em, max-content) 1fr; gap: .1em .8em; margin: .3em 0 }
dt { font-weight: bold } dd { margin: 0 } dl { break-inside: auto }
table { border-collapse: collapse; width: 100%; margin: .4em 0 }
th, td { text-align: left; vertical-align: top; padding: .15em .4em; border-bottom: 1px solid #bbb; font-weight: normal; min-width: 4.8em }
thead th { font-weight: bold; background: #eee } tbody th { font-weight: bold; min-width: 6em }
tr, figure, .codes > div { break-inside: avoid } thead { display: table-header-group }
.curves { display: flex; flex-wrap: wrap; gap: 1em } figure { margin: .3em 0; flex: 1 1 15em }
figcaption { font-weight: bold } figure svg { width: 100%; height: auto }
svg text { font-size: 7px; font-family: sans-serif } polyline { fill: none }
.axis { stroke: #888; stroke-width: .5 } .aim { stroke: #000; stroke-width: .6; stroke-dasharray: 3 2 } .value { stroke: #000; stroke-width: 1.2 }
.codes { display: grid; grid-template-columns: repeat(auto-fill, minmax(17em, 1fr)); gap: .6em 1em }
.codes > div { display: flex; gap: .6em } .codes svg { width: 28mm; height: 28mm; flex: none } .codes p { margin: .3em 0 }
.blank { display: flex; gap: .5em; margin: .9em 0 } .blank i { flex: 1; border-bottom: 1px solid }
@media print { body { max-width: none; margin: 0; padding: 0 } a { color: inherit; text-decoration: none } }
";
